"""The countries of `facts.yaml` are those of ISO 3166-1, with the names that the CLDR has in Babel."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

import customer_types as ct

SCRIPT = Path(__file__).parents[1] / ".ci" / "countries"
FACTS = Path(__file__).parents[1] / "taxonomies" / "facts.yaml"


@pytest.fixture(name="script")
def script_that_writes_them() -> Any:
    """Load the script, which is in a checkout and not in an sdist."""
    pytest.importorskip("babel")
    if not SCRIPT.exists():
        pytest.skip("this is no checkout")
    loader = SourceFileLoader("countries", str(SCRIPT))
    spec = spec_from_loader("countries", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_names_are_those_of_the_cldr(script: Any) -> None:
    """Each country is called as the CLDR calls it, in English and in French, and none is left out."""
    found = {
        value.id: {tag: value.labels.text(tag) for tag in ("en", "fr")}
        for value in ct.catalog().facts["country"].values
        if value.labels is not None
    }
    assert found == script.countries()


def test_writing_them_anew_changes_nothing(script: Any, tmp_path: Path) -> None:
    """The file has what the script would write, line by line; and lines that are lost come back."""
    text = FACTS.read_text(encoding="utf-8")
    copy = tmp_path / "facts.yaml"
    copy.write_text(text.replace("      - {id: FR, label: {en: France, fr: France}}\n", ""), encoding="utf-8")
    script.main(str(copy))
    assert copy.read_text(encoding="utf-8") == text
