"""Sheets for translators are written in the format that their files are called by."""

from pathlib import Path

import pytest
from tests.cli.running import Run


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.po", "msgid"),
        ("a.XLF", "<?xml"),
        ("a.xliff", "<?xml"),
        ("a.csv", "\ufefftaxonomy,"),
        ("a", "msgid"),
    ],
)
def test_the_end_of_the_name_tells_the_format(name: str, start: str, run: Run) -> None:
    """A file that ends as one of XLIFF is one; of what says nothing, PO is made."""
    assert run("labels", "export", "lifecycle", "--language", "es", "--out", name).code == 0
    assert start in Path(name).read_text(encoding="utf-8")[:200]


@pytest.mark.usefixtures("folder")
def test_an_option_tells_it_first(run: Run) -> None:
    """Who names a format means it, whatever the file is called."""
    assert (
        run("labels", "export", "lifecycle", "--language", "es", "--format", "csv", "--out", "a.po").code == 0
    )
    assert Path("a.po").read_text(encoding="utf-8-sig").startswith("taxonomy,")
