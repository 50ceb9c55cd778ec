"""Each broken file in `bad/` gives exactly the report that lies beside it, in English and in French."""

import os
import re
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.accepted import assert_accepted
from tests.reading.attacks import ONE

from customer_types import LoadError, TaxonomyWarning, load
from customer_types._catalog.loading import faults_of, load_mappings
from customer_types._messages import en
from customer_types._reading import yaml as events

BAD = Path(__file__).parent / "bad"
NAMES = sorted(path.stem for path in BAD.glob("*.yaml"))


def expected(name: str, language: str) -> str:
    """Read the report that lies beside a file."""
    return (BAD / f"{name}.{language}.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_gives_its_report(name: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report has all faults in file order, each with place, code, message, hint, line and caret."""
    monkeypatch.chdir(BAD)
    faults = faults_of(f"{name}.yaml")
    assert_accepted(
        "".join(f"{fault.render(language)}\n" for fault in faults), BAD / f"{name}.{language}.txt"
    )


@pytest.mark.parametrize("name", NAMES)
def test_loading_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading raises the report as one error, or warns of each fault where all are warnings."""
    monkeypatch.chdir(BAD)
    if "error[" in expected(name, "en"):
        with pytest.raises(LoadError) as refused:
            (load_mappings if name.startswith("crosswalk") else load)(f"{name}.yaml")
        assert f"{refused.value}\n" == expected(name, "en")
        assert f"{refused.value.render('fr-CA')}\n" == expected(name, "fr")
    else:
        with pytest.warns(TaxonomyWarning) as warned:
            load(f"{name}.yaml")
        assert "".join(f"{warning.message}\n" for warning in warned) == expected(name, "en")


def test_every_file_has_both_reports() -> None:
    """The folder has nothing but files and their two reports."""
    names = {f"{name}{suffix}" for name in NAMES for suffix in (".yaml", ".en.txt", ".fr.txt")}
    assert {path.name for path in BAD.iterdir()} == names


@pytest.mark.parametrize("name", NAMES)
def test_a_parser_without_c_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C library, the same is said of each file."""
    monkeypatch.chdir(BAD)
    monkeypatch.setattr(events, "_Parser", yaml.SafeLoader)
    faults = faults_of(f"{name}.yaml")
    said = "".join(f"{fault.render('en')}\n" for fault in faults)
    if name == "yaml-syntax-surrogate":  # an escape that this parser takes
        assert [fault.code for fault in faults] == ["text.control"]
    elif name in (
        "schema-type-null",
        "label-means",
    ):  # nothing is before a blank to this parser, and behind it to the other
        assert re.sub(r":\d+: | *\^", "", said) == re.sub(r":\d+: | *\^", "", expected(name, "en"))
    else:
        assert said == expected(name, "en")


# ---- files that no repository can keep ---------------------------------------------------------


def _nothing(name: str) -> None:
    pass


def _folder(name: str) -> None:
    Path(name).mkdir()


def _loop(name: str) -> None:
    Path(name).symlink_to(name)


def _only_facts(name: str) -> None:
    Path(name).write_text("units: []\nfacts: []\n", encoding="utf-8")


def _too_large(name: str) -> None:
    Path(name).write_bytes(b"#" * (1024 * 1024 + 1))


def _too_big(name: str) -> None:
    Path(name).write_text(f"{ONE}notes: [{','.join(['{}'] * 25_000)}]\n", encoding="utf-8")


MADE: dict[str, tuple[Callable[[str], None], str, str]] = {
    "file.not-found": (
        _nothing,
        "x.yaml: error[file.not-found]: there is no such file",
        "x.yaml: erreur[file.not-found]: ce fichier n’existe pas",
    ),
    "file.not-a-file": (
        _folder,
        "x.yaml: error[file.not-a-file]: this is a folder or a device, not a file",
        "x.yaml: erreur[file.not-a-file]: c’est un dossier ou un périphérique, non un fichier",
    ),
    "file.unreadable": (
        _loop,
        "x.yaml: error[file.unreadable]: the file can’t be read: Too many levels of symbolic links",
        "x.yaml: erreur[file.unreadable]: le fichier est illisible\u00a0: Too many levels of symbolic links",
    ),
    "file.too-large": (
        _too_large,
        "x.yaml: error[file.too-large]: the file has more than 1048576 bytes",
        "x.yaml: erreur[file.too-large]: le fichier dépasse 1048576 octets",
    ),
    "schema.no-taxonomy": (
        _only_facts,
        (
            "x.yaml:1:1: error[schema.no-taxonomy]: this file has no taxonomy, only `units` and `facts`; "
            "such a file is for `customer-types check`\n"
            "    1 | units: []\n"
            "      | ^"
        ),
        (
            "x.yaml:1:1: erreur[schema.no-taxonomy]: ce fichier ne contient pas de taxonomie, seulement "
            "`units` et `facts`\u202f; un tel fichier se vérifie avec `customer-types check`\n"
            "    1 | units: []\n"
            "      | ^"
        ),
    ),
    "yaml.too-big": (
        _too_big,
        (
            "x.yaml:6:74961: error[yaml.too-big]: more than 50000 elements\n"
            f"    6 | {'{},' * 31}{{}}]\n"
            "      |                                                 ^"
        ),
        (
            "x.yaml:6:74961: erreur[yaml.too-big]: plus de 50000 éléments\n"
            f"    6 | {'{},' * 31}{{}}]\n"
            "      |                                                 ^"
        ),
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="links and messages of Unix")
@pytest.mark.parametrize(("make", "english", "french"), MADE.values(), ids=MADE)
def test_what_is_no_file_gives_its_report(
    make: Callable[[str], None], english: str, french: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be opened, or is too large, is reported as faults of files are."""
    monkeypatch.chdir(tmp_path)
    make("x.yaml")
    with pytest.raises(LoadError) as refused:
        load("x.yaml")
    assert refused.value.render("en") == english
    assert refused.value.render("fr") == french


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of Unix")
def test_a_file_without_permission_gives_its_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is told apart from one that is not there; root tries it as nobody."""
    monkeypatch.chdir(tmp_path)
    Path("x.yaml").write_text(ONE, encoding="utf-8")
    Path("x.yaml").chmod(0)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        (fault,) = faults_of("x.yaml")
    finally:
        os.seteuid(user)
    assert fault.render("en") == "x.yaml: error[file.permission]: you have no permission to read the file"
    assert (
        fault.render("fr") == "x.yaml: erreur[file.permission]: vous n’avez pas le droit de lire ce fichier"
    )


# ---- the codes ---------------------------------------------------------------------------------


def test_every_code_has_a_case() -> None:
    """No code of a fault is without a file that has it, whose report people have read."""
    names = ("unproved", "extensions", "sheets/bad", "skos/bad", "sssom/bad")
    folders = (BAD, *(BAD.parent / name for name in names))
    reports = [report for folder in folders for report in folder.glob("*.en.txt")]
    shown = {
        code
        for report in reports
        for code in re.findall(r"(?:error|warning)\[([a-z.-]+)\]", report.read_text(encoding="utf-8"))
    }
    codes = {key.removeprefix("fault.") for key in en.MESSAGES if key.startswith("fault.")}
    # What no file shows: permissions, what is counted and not shown (see `reading/test_documents.py`),
    # what `test_extensions.py` and `test_plugins.py` make, and a search that is given up (see
    # `test_verification.py`).
    undecided = {f"{part}.undecided" for part in ("rules", "criteria", "facts", "crosswalk", "broader")}
    elsewhere = {"file.permission", "file.no-yaml", "extends.too-deep", "plugin.no-folder", "plugin.overlay"}
    elsewhere |= {"faults.more", "examples.moved"}  # the latter takes two files: see `test_trials.py`
    assert shown | set(MADE) | elsewhere | undecided == codes


def test_good_files_have_no_report(tmp_path: Path) -> None:
    """What the broken files were made from is good by itself."""
    file = tmp_path / "good.yaml"
    for name in ("yaml-anchor", "schema-type-threshold"):
        text = (BAD / f"{name}.yaml").read_text(encoding="utf-8")
        mended = (
            text.replace("&many ", "")
            .replace("*many", "{min: 3, max: 9}")
            .replace("orders: many", "orders: {min: many}")
            .replace("manny", "many")
        )
        file.write_text(mended, encoding="utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            load(file)
