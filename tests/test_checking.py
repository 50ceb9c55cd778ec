"""Each file in `unproved/` can be read, and its proofs find exactly what lies beside it."""

import warnings
from pathlib import Path

import pytest
from tests.test_bad_files import BAD, NAMES as BAD_NAMES, expected as expected_of_bad

import customer_types as ct
from customer_types.checking import check
from customer_types.loading import load_mappings

UNPROVED = Path(__file__).parent / "unproved"
NAMES = sorted(path.stem for path in UNPROVED.glob("*.yaml"))


def expected(name: str, language: str) -> str:
    """Read the report that lies beside a file."""
    return (UNPROVED / f"{name}.{language}.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_breaks_its_promises_gives_its_report(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report has the place of the rule, the categories, their criteria's places and a witness."""
    monkeypatch.chdir(UNPROVED)
    faults = check(f"{name}.yaml")
    assert "".join(f"{fault.render(language)}\n" for fault in faults) == expected(name, language)


@pytest.mark.parametrize("name", NAMES)
def test_such_a_file_loads(name: str) -> None:
    """Loading checks form, names and references; promises are for proofs."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        is_crosswalk = name.startswith(("crosswalk", "skos"))
        (load_mappings if is_crosswalk else ct.load)(UNPROVED / f"{name}.yaml")


@pytest.mark.parametrize("name", [name for name in BAD_NAMES if "error[" in expected_of_bad(name, "en")])
def test_a_file_that_cannot_be_read_has_the_faults_of_reading(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is proved of what can't be used."""
    monkeypatch.chdir(BAD)
    assert "".join(f"{fault.render()}\n" for fault in check(f"{name}.yaml")) == expected_of_bad(name, "en")


def test_every_file_has_both_reports() -> None:
    """The folder has nothing but files and their two reports."""
    names = {f"{name}{suffix}" for name in NAMES for suffix in (".yaml", ".en.txt", ".fr.txt")}
    assert {path.name for path in UNPROVED.iterdir()} == names
