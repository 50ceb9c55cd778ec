"""Each broken sheet in `bad/` gives exactly the report that lies beside it, in English and in French."""

from pathlib import Path

import pytest
from tests.accepted import assert_accepted

from customer_types import load, sheets
from customer_types._model.faults import Fault, LoadError

FOLDER = Path(__file__).parent
BAD = FOLDER / "bad"
NAMES = sorted(path.name for path in BAD.iterdir() if path.suffix != ".txt")
#: With this variable set, what is reported becomes what is expected: look at the difference.


def faults_of(name: str) -> tuple[Fault, ...]:
    """List the faults of a sheet that should be the Spanish one of a small taxonomy."""
    clubs = None if name == "sheet-unknown-taxonomy.po" else load(FOLDER / "clubs.yaml")
    try:
        language = None if name == "sheet-original.csv" else "es"
        return sheets.load(name, clubs, language=language).faults
    except LoadError as error:
        return error.faults


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_a_broken_sheet_gives_its_report(name: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report has all faults in the order of the lines, each with its code, message, hint and line."""
    monkeypatch.chdir(BAD)
    report = "".join(f"{fault.render(language)}\n" for fault in faults_of(name))
    assert_accepted(report, BAD / f"{name}.{language}.txt")


def test_every_sheet_has_both_reports() -> None:
    """The folder has nothing but sheets and their two reports."""
    names = {f"{name}{suffix}" for name in NAMES for suffix in ("", ".en.txt", ".fr.txt")}
    assert {path.name for path in BAD.iterdir()} == names
