"""Loading: a file becomes a taxonomy, or one error with all its faults, whatever kind of file it is."""

import os
import socket
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.processes import FOR_EVER

import customer_types as ct
from customer_types import LoadError, TaxonomyWarning, load, loads
from customer_types._catalog.loading import faults_of

CLUBS = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - id: gold
    label: {en: Gold member, fr: Membre or}
    when: {orders: {min: 10}}
"""


@pytest.fixture
def clubs(tmp_path: Path) -> Path:
    """Give a good file."""
    file = tmp_path / "clubs.yaml"
    file.write_text(CLUBS, encoding="utf-8")
    return file


# ---- what comes of a file ----------------------------------------------------------------------


def test_a_file_becomes_a_taxonomy(clubs: Path) -> None:
    """A path may be a text or a Path; the taxonomy knows where it was read, and equality does not ask."""
    taxonomy = load(clubs)
    assert taxonomy == load(str(clubs)) == loads(CLUBS)
    assert taxonomy.location.path == str(clubs)
    assert str(taxonomy["gold"].location) == f"{clubs}:5:5"
    assert str(loads(CLUBS)["gold"].location) == "<text>:5:5"


def test_a_file_may_bear_any_id(clubs: Path) -> None:
    """A file that is loaded alone collides with no shipped taxonomy, and changes none."""
    clubs.write_text(CLUBS.replace("id: clubs", "id: lifecycle"), encoding="utf-8")
    assert [category.key for category in load(clubs)] == ["lifecycle/gold"]
    assert "gold" not in ct.taxonomy("lifecycle")


def test_a_file_is_checked_against_the_shipped_catalog(clubs: Path) -> None:
    """Facts, sources and categories of the catalog may be named; others are faults, all in one error."""
    good = CLUBS + "    source: customer-groups\n    related: lifecycle/loyal\n"
    clubs.write_text(good, encoding="utf-8")
    assert load(clubs)["gold"].related == ("lifecycle/loyal",)
    clubs.write_text(
        good.replace("orders", "ordres").replace("customer-groups", "nowhere").replace("/loyal", "/royal"),
        encoding="utf-8",
    )
    with pytest.raises(LoadError) as refused:
        load(clubs)
    assert [(fault.code, fault.location.line, fault.location.column) for fault in refused.value.faults] == [
        ("criteria.unknown-field", 7, 12),
        ("source.unknown", 8, 13),
        ("criteria.unknown-category", 9, 14),
    ]
    assert faults_of(clubs) == refused.value.faults


def test_what_is_doubtful_is_a_warning(clubs: Path) -> None:
    """A file with doubtful texts is read, and each of them is a warning at the caller's line."""
    clubs.write_text(CLUBS.replace("Gold member", "Yes").replace("1.0.0", "1.10"), encoding="utf-8")
    with pytest.warns(TaxonomyWarning) as warned:
        taxonomy = load(clubs)
    assert taxonomy.version == "1.10"
    assert taxonomy["gold"].label("en") == "Yes"
    assert [str(warning.message).splitlines()[0].partition(": ")[0] for warning in warned] == [
        f"{clubs}:2:10",
        f"{clubs}:6:17",
    ]
    assert {warning.filename for warning in warned} == {__file__}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [fault.severity for fault in faults_of(clubs)] == ["warning", "warning"]


def test_faults_are_listed_without_raising(clubs: Path, tmp_path: Path) -> None:
    """`faults_of` gives nothing for a good file, and the faults of one that is bad or not there."""
    assert faults_of(clubs) == ()
    assert [fault.code for fault in faults_of(tmp_path / "nowhere.yaml")] == ["file.not-found"]


def test_a_warning_never_displaces_an_error() -> None:
    """However many warnings come first, the hundred faults that are shown have all errors."""
    doubtful = [
        f"  - {{id: c{number}, label: {{en: No, fr: Non {number}}}, when: {{orders: 1}}}}\n"
        for number in range(150)
    ]
    with pytest.raises(LoadError) as refused:
        loads(CLUBS.partition("  - id")[0] + "".join(doubtful) + "colour: red\n")
    *shown, rest = refused.value.faults
    assert len(shown) == 100
    assert shown[-1].code == "schema.unknown-key"
    assert (rest.severity, rest.count) == ("warning", 51)
    assert str(refused.value).count("warning[yaml.ambiguous-plain]") == 99


@pytest.mark.parametrize("text", ["\ufeff" + CLUBS, CLUBS.replace("\n", "\r\n"), CLUBS.replace("\n", "\r")])
def test_byte_order_mark_and_line_ends_do_not_matter(text: str, tmp_path: Path) -> None:
    """Text from Windows or an old Macintosh gives the same taxonomy with the same places, in a file too."""
    file = tmp_path / "clubs.yaml"
    file.write_bytes(text.encode("utf-8"))
    for taxonomy in (loads(text), load(file)):
        assert taxonomy == loads(CLUBS)
        assert ct.fingerprint(taxonomy) == ct.fingerprint(loads(CLUBS))
        assert (taxonomy["gold"].location.line, taxonomy["gold"].location.column) == (5, 5)


# ---- what is no file of text -------------------------------------------------------------------


def only_code(path: str | os.PathLike[str]) -> str:
    """Give the code of the one fault that a path has; it has no line, and reads in both languages."""
    with pytest.raises(LoadError) as refused:
        load(path)
    (fault,) = refused.value.faults
    assert fault.location.line is None
    assert fault.location.path == os.fspath(path)
    for language in ("en", "fr"):
        report = refused.value.render(language)
        assert report.replace("\u00a0", " ").isprintable()
        assert report.encode("utf-8")
    return fault.code


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.yaml"
    os.mkfifo(path)
    return path


def _loop(folder: Path) -> Path:
    path = folder / "loop.yaml"
    path.symlink_to(path)
    return path


def _sparse(folder: Path) -> Path:
    path = folder / "sparse.yaml"
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)
    return path


def _too_large(folder: Path) -> Path:
    path = folder / "large.yaml"
    path.write_bytes(b"#" * (1024 * 1024 + 1))
    return path


def _socket(folder: Path) -> Path:
    path = folder / "s"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links of Unix")
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "nowhere.yaml", "file.not-found"),
        (lambda folder: folder / "no" / "where.yaml", "file.not-found"),
        (lambda _: "", "file.not-found"),
        (lambda folder: folder, "file.not-a-file"),
        (lambda _: "/dev/zero", "file.not-a-file"),
        (lambda _: "/dev/null", "file.not-a-file"),
        (_pipe, "file.not-a-file"),
        (_socket, "file.unreadable"),
        (_loop, "file.unreadable"),
        (lambda folder: folder / ("x" * 300 + ".yaml"), "file.unreadable"),
        (lambda _: "life\0.yaml", "file.unreadable"),
        (lambda _: "life\ud800.yaml", "file.unreadable"),
        (lambda _: "life\udcff\x1b[31m.yaml", "file.not-found"),
        (_sparse, "file.too-large"),
        (_too_large, "file.too-large"),
    ],
)
def test_what_is_no_ordinary_file_is_one_fault(
    make: Callable[[Path], str | Path], code: str, tmp_path: Path
) -> None:
    """A pipe, a device, a folder, a loop of links, a file too large or none at all: one fault, at once."""
    assert only_code(make(tmp_path)) == code


def test_a_path_below_a_file_is_one_fault(clubs: Path) -> None:
    """A file that is taken for a folder is no traceback."""
    assert only_code(clubs / "more.yaml") == "file.unreadable"


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    """A file of 1 MiB is read, one of a byte more is not, and the same holds for text."""
    limit = 1024 * 1024
    largest = CLUBS + "#" * (limit - len(CLUBS.encode()))
    file = tmp_path / "large.yaml"
    file.write_text(largest, encoding="utf-8")
    assert load(file) == loads(largest) == loads(CLUBS)
    with pytest.raises(LoadError, match=r"file\.too-large"):
        loads(largest + "#")
    with pytest.raises(LoadError, match=r"file\.too-large"):
        loads(CLUBS + "#" * (limit // 2) + "é" * (limit // 4 + 1))  # it is bytes that are counted


def test_a_link_to_a_file_is_followed(clubs: Path, tmp_path: Path) -> None:
    """A link to an ordinary file is read under the link's name."""
    link = tmp_path / "link.yaml"
    link.symlink_to(clubs)
    assert load(link).location.path == str(link)


@pytest.fixture
def opened() -> Callable[[], int]:
    """Count the files that the process has open."""
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("no /proc")
    return lambda: len(list(folder.iterdir()))


def test_no_file_is_left_open(tmp_path: Path, clubs: Path, opened: Callable[[], int]) -> None:
    """Whatever becomes of a file, it is closed: thousands of bad ones can be tried in one process."""
    paths: list[str | Path] = [
        tmp_path,
        clubs,
        "/dev/null",
        _sparse(tmp_path),
        _pipe(tmp_path),
        tmp_path / "nowhere",
    ]
    before = opened()
    for path in paths * 3:
        faults_of(path)
    assert opened() == before


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    """A named pipe without a writer is refused at once, where `open` would wait for ever."""
    program = (
        "import sys; from customer_types._catalog.loading import faults_of; "
        "print(faults_of(sys.argv[1])[0].code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(_pipe(tmp_path))],
        capture_output=True,
        text=True,
        timeout=FOR_EVER,
        check=True,
    )
    assert done.stdout == "file.not-a-file\n"


def test_extends_opens_nothing(tmp_path: Path) -> None:
    """A path where an id belongs is a fault, and nothing of the file that it names is read or shown."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: sekret\n", encoding="utf-8")
    file = tmp_path / "mine.yaml"
    for key in ("extends", "overlay"):
        for target in (str(secret), "./secret", "secret.yaml", "../secret", "file:///etc/passwd"):
            file.write_text(f"{CLUBS}{key}: {target}\n", encoding="utf-8")
            (fault,) = faults_of(file)
            assert fault.code == "extends.form"
            assert "sekret" not in fault.render()
