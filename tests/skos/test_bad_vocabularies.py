"""Each file in `bad` has, beside it, the report that people read of it, in English and in French.

`CUSTOMER_TYPES_ACCEPT=1` writes the reports anew; read them before you commit them.
"""

import warnings
from pathlib import Path

import pytest
from tests.accepted import assert_accepted

from customer_types import Fault, LoadError, TaxonomyWarning, skos

BAD = Path(__file__).parent / "bad"
FILES = sorted(path.name for path in BAD.iterdir() if not path.name.endswith((".en.txt", ".fr.txt")))


def report(name: str) -> str:
    """Read a file, and write what is said of it."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", TaxonomyWarning)
        try:
            if name == "skos-no-catalog.ttl":
                skos.loads_catalog((BAD / name).read_text(encoding="utf-8"), path=name)
            else:
                scheme = "https://example.org/tiers" if name == "skos-unknown-scheme.ttl" else None
                skos.load(name, scheme=scheme)
        except LoadError as error:
            return "\n".join(fault.render() for fault in error.faults) + "\n"
    return "".join(f"{one.message}\n" for one in told)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_file_has_its_report(name: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of a file is what stands beside it."""
    monkeypatch.chdir(BAD)
    render = Fault.render
    monkeypatch.setattr(Fault, "render", lambda fault, _="": render(fault, language))
    beside = BAD / f"{name.partition('.')[0]}.{language}.txt"
    assert_accepted(report(name), beside)


def test_every_report_has_a_file() -> None:
    """No report is left behind."""
    reports = {path.name.partition(".")[0] for path in BAD.glob("*.txt")}
    assert reports == {name.partition(".")[0] for name in FILES}
