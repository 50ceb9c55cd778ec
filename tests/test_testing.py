"""Testing: one line in a file of tests proves the taxonomies beside it, and nothing passes in silence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import customer_types
from customer_types.testing import proofs_of

ROOT = Path(__file__).parents[1]

FINE = """\
id: fine
version: 1.0.0
label: {en: Fine, fr: Bien}
categories:
  - id: some
    label: {en: Some, fr: Quelques}
    when: {orders: {max: 3}}
  - id: many
    label: {en: Many, fr: Beaucoup}
    when: {orders: {above: 3}}
rules:
  - disjoint: all
  - exhaustive: true
"""
GAP = FINE.replace("id: fine", "id: gap").replace("above: 3", "above: 4")
BROKEN = FINE.replace("id: fine", "id: broken").replace("max: 3", "max: three")
DOUBTFUL = FINE.replace("en: Many", "en: 2026-01-01")  # other readers of YAML take it for a date

VISITS = "facts: [{id: visits, type: integer, min: 0, label: {en: Visits, fr: Visites}}]"
NEEDY = FINE.replace("orders:", "visits:")

LINE = "import customer_types.testing\n\ntest_taxonomies = customer_types.testing.proofs_of({})\n"


def project(folder: Path, arguments: str, **files: str) -> Path:
    """Lay out a project: a file of tests in `tests`, taxonomies in `tests/data`."""
    data = folder / "tests" / "data"
    data.mkdir(parents=True)
    for name, text in files.items():
        (data / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "tests" / "test_rules.py").write_text(LINE.format(arguments), encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run pytest in a process of its own, and give its exit code and what it prints."""
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONUTF8": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=folder, env=environment, check=False
    )
    return done.returncode, (done.stdout + done.stderr).replace("\u00a0", " ")


def test_each_file_is_a_case(tmp_path: Path) -> None:
    """There is a case for each file of a folder, named as the file; the files belong together."""
    data = {"fine": NEEDY, "also": FINE.replace("id: fine", "id: also"), "facts": VISITS}
    project(tmp_path, '"data/", "data/fine.yaml"', **data)
    third = FINE.replace("id: fine", "id: third")
    (tmp_path / "tests" / "data" / "third.yml").write_text(third, encoding="utf-8")
    (tmp_path / "tests" / "data" / "notes.txt").write_text("x", encoding="utf-8")
    code, printed = run(tmp_path, "-vv")  # once for `-q`
    assert code == 0
    assert re.findall(r"^tests/test_rules.py::(\S+).* (PASSED|FAILED)", printed, re.MULTILINE) == [
        ("test_taxonomies[also.yaml]", "PASSED"),
        ("test_taxonomies[facts.yaml]", "PASSED"),
        ("test_taxonomies[fine.yaml]", "PASSED"),
        ("test_taxonomies[third.yml]", "PASSED"),
    ]


def test_a_failure_shows_the_faults_and_nothing_else(tmp_path: Path) -> None:
    """A failure is the report of the file: place, code, message and witness, without any traceback."""
    code, printed = run(project(tmp_path, '"data"', fine=FINE, gap=GAP, broken=BROKEN))
    assert code == 1
    failures = printed.partition("= FAILURES =")[2].partition("= short test summary")[0]
    lines = [line for line in failures.splitlines()[1:] if line.strip("= ")]
    data = Path("tests", "data")
    assert [line.strip("_ ") for line in lines if line.startswith("___")] == [
        "test_taxonomies[broken.yaml]",
        "test_taxonomies[gap.yaml]",
    ]
    assert [line for line in lines if not line.startswith("___")] == [
        (
            f"{data / 'broken.yaml'}:7:26: error[schema.type]: categories[0].when.orders.max: "
            "expected a number or the id of a threshold, found the text `three`"
        ),
        "    7 |     when: {orders: {max: three}}",
        "      |                          ^",
        (
            f"{data / 'gap.yaml'}:13:5: error[rules.gap]: some customers can be outside every category, "
            "although the rule says that everybody is in one (for example: Orders: 4 orders); change a "
            "criterion, or the rule"
        ),
        "   13 |   - exhaustive: true",
        "      |     ^",
    ]


def test_paths_are_relative_to_the_file_of_tests(tmp_path: Path) -> None:
    """It makes no difference where pytest is started, and places are shown as they are seen from there."""
    project(tmp_path, '"data/gap.yaml", Path(__file__).parent / "data" / "fine.yaml"', fine=FINE, gap=GAP)
    file = tmp_path / "tests" / "test_rules.py"
    file.write_text("from pathlib import Path\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for start, shown in (
        (tmp_path / "tests", f"data{os.sep}gap.yaml:13:5"),
        (elsewhere, f"{tmp_path / 'tests' / 'data' / 'gap.yaml'}:13:5"),
    ):
        code, printed = run(start, str(file))
        assert code == 1
        assert "1 failed, 1 passed" in printed
        assert f"\n{shown}: error[rules.gap]" in printed


def test_what_is_not_there_fails(tmp_path: Path) -> None:
    """A path that is not there, and a folder without files, are cases that fail: never no cases."""
    project(tmp_path, '"data", "nowhere", "missing.yaml", language="fr"')
    code, printed = run(tmp_path)
    assert code == 1
    assert "3 failed" in printed
    assert (
        f"\n{Path('tests', 'data')}: erreur[file.no-yaml]: ce dossier ne contient aucun fichier YAML\n"
        in printed
    )
    for name in ("nowhere", "missing.yaml"):
        assert f"test_taxonomies[{name}]" in printed
        assert f"\n{Path('tests', name)}: erreur[file.not-found]: ce fichier n’existe pas\n" in printed


def prove(path: Path, example: str | None = None, **options: bool | int | str) -> str | None:
    """Run a test that is made for one file, or for one of its examples, and give its failure."""
    test = proofs_of(path, **options)  # type: ignore[arg-type]  # options of several types
    try:
        test(path, example)
    except pytest.fail.Exception as failure:
        return str(failure)
    return None


def test_warnings_count_if_strict(tmp_path: Path) -> None:
    """What is only doubtful fails with `strict=True`."""
    path = tmp_path / "doubtful.yaml"
    path.write_text(DOUBTFUL, encoding="utf-8")
    assert prove(path) is None
    failure = prove(path, strict=True)
    assert failure is not None
    assert ":9:17: warning[yaml.ambiguous-plain]: " in failure


def test_failures_speak_both_languages(tmp_path: Path) -> None:
    """`language="fr"` has the report in French."""
    path = tmp_path / "gap.yaml"
    path.write_text(GAP, encoding="utf-8")
    failure = prove(path, language="fr")
    assert failure is not None
    assert "erreur[rules.gap]" in failure
    assert "Commandes\u00a0: 4\u00a0commandes" in failure


def test_what_is_undecided_is_not_proved(tmp_path: Path) -> None:
    """A rule of which the search is given up fails, though `check` only warns of it."""
    path = tmp_path / "fine.yaml"
    path.write_text(FINE, encoding="utf-8")
    assert prove(path) is None
    failure = prove(path, budget=1)
    assert failure is not None
    assert "warning[rules.undecided]" in failure


def test_the_shipped_taxonomies_are_proved_by_one_line() -> None:
    """The folder of this library's own taxonomies has a case for each file, and stands alone."""
    test = proofs_of(ROOT / "taxonomies", strict=True, catalog=customer_types.Catalog())
    (mark,) = test.pytestmark  # type: ignore[attr-defined]  # where pytest keeps marks
    shared = ["crosswalk", "facts", "sources"]
    files = [file.name for file, example in mark.args[1] if example is None]
    assert files == sorted(f"{id}.yaml" for id in (*customer_types.catalog().ids, *shared))
    told = sum(len(taxonomy.examples) for taxonomy in customer_types.catalog())
    assert len(set(mark.kwargs["ids"])) == len(mark.args[1]) == len(files) + told
    for file, example in mark.args[1]:
        test(file, example)


EXAMPLES = """\
examples:
  - {id: three, text: {en: Three., fr: Trois.}, facts: {orders: 3}, in: [some], out: [many]}
  - {id: four, text: {en: Four., fr: Quatre.}, facts: {orders: 4}, in: [some]}
"""


def test_each_example_is_a_case(tmp_path: Path) -> None:
    """An example that does not hold fails by its own name, and its file does not fail for it."""
    code, printed = run(project(tmp_path, '"data"', fine=FINE + EXAMPLES), "-vv")
    assert code == 1
    assert re.findall(r"^tests/test_rules.py::(\S+).* (PASSED|FAILED)", printed, re.MULTILINE) == [
        ("test_taxonomies[fine.yaml]", "PASSED"),
        ("test_taxonomies[fine.yaml:three]", "PASSED"),
        ("test_taxonomies[fine.yaml:four]", "FAILED"),
    ]
    assert ":16:5: error[examples.differs]: example `four` expects yes for `some`" in printed


def test_an_example_of_a_file_that_cannot_be_read_fails(tmp_path: Path) -> None:
    """Nothing was tried, so nothing passes; and the file itself says what is wrong."""
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN + EXAMPLES, encoding="utf-8")
    for example in (None, "three", "four"):
        failure = prove(path, example)
        assert failure is not None
        assert "error[schema.type]" in failure


def test_what_an_overlay_moves_is_a_warning_of_its_file(tmp_path: Path) -> None:
    """The example of the file below passes; the overlay that moves it fails if warnings count."""
    three = "\n".join(EXAMPLES.splitlines()[:2])
    fine, over = tmp_path / "fine.yaml", tmp_path / "over.yaml"
    fine.write_text(FINE + three, encoding="utf-8")
    categories = "- {id: some, when: {orders: {max: 2}}}\n- {id: many, when: {orders: {above: 2}}}"
    over.write_text(f"overlay: fine\ncategories:\n{categories}\n", encoding="utf-8")
    (mark,) = proofs_of(tmp_path).pytestmark  # type: ignore[attr-defined]  # where pytest keeps marks
    assert mark.kwargs["ids"] == ["fine.yaml", "fine.yaml:three", "over.yaml"]
    failures = []
    for file, example in mark.args[1]:
        for strict in (False, True):
            try:
                proofs_of(tmp_path, strict=strict)(file, example)
            except pytest.fail.Exception as failure:
                failures.append((file.name, example, strict, "warning[examples.moved]" in str(failure)))
    assert failures == [("over.yaml", None, True, True)]


def test_no_path_is_no_test() -> None:
    """At least one path has to be given."""
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        proofs_of()  # type: ignore[call-arg]  # that is the point


def test_the_how_to_shows_what_happens(tmp_path: Path) -> None:
    """The guide's taxonomy and its file of tests give the report that it shows, and pass when mended."""
    guide = (ROOT / "docs" / "how-to" / "test-your-rules.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    before, after = (text for kind, text in blocks if kind == "yaml")
    test = next(text for kind, text in blocks if kind == "python")
    (shown,) = (text for kind, text in blocks if kind == "text")
    assert before.startswith("# file: club.yaml\n")
    (tmp_path / "test_club.py").write_text(test, encoding="utf-8")
    club = tmp_path / "club.yaml"
    club.write_text(before.partition("\n")[2], encoding="utf-8")
    code, printed = run(tmp_path)
    assert code == 1
    title, report = shown.split("\n", 1)
    assert f"_ {title} _" in printed
    assert f"\n{report}" in printed
    club.write_text(after.partition("\n")[2], encoding="utf-8")
    assert run(tmp_path)[0] == 0
