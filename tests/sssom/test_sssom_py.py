"""The standard's own Python implementation reads the tables without a complaint, and writes them again."""

import io
import logging
import warnings
from pathlib import Path

import pytest

import customer_types as ct
from customer_types import sssom as tables

sssom = pytest.importorskip("sssom", reason="has an environment of its own: see .ci/run")
pytestmark = pytest.mark.filterwarnings("default")


def test_its_reader_takes_the_crosswalk(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is warned about, every row is there, and its validators find nothing."""
    from sssom.parsers import parse_sssom_table  # noqa: PLC0415  # behind the question whether it is there
    from sssom.validators import validate  # noqa: PLC0415

    file = tmp_path / "crosswalk.sssom.tsv"
    file.write_text(tables.dumps(ct.catalog(), version="1.0.0"), encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        found = parse_sssom_table(str(file))
        reports = validate(found)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(found.df) == len(ct.catalog().mappings)
    assert not [result for report in reports.values() for result in report.results]


def test_what_it_writes_is_read_again(tmp_path: Path) -> None:
    """A table that went through it has the same mappings, notes in both languages and sources included."""
    from sssom.parsers import parse_sssom_table  # noqa: PLC0415
    from sssom.writers import write_table  # noqa: PLC0415

    file = tmp_path / "crosswalk.sssom.tsv"
    file.write_text(tables.dumps(ct.catalog()), encoding="utf-8")
    out = io.StringIO()
    with warnings.catch_warnings(action="ignore"):  # about pandas, whose future it has not seen yet
        write_table(parse_sssom_table(str(file)), out)
    assert set(tables.loads(out.getvalue())) == set(ct.catalog().mappings)
