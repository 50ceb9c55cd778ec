"""The catalog pages in docs/ are what the data says now."""

from pathlib import Path

import pytest

from customer_types import catalog
from customer_types._showing.pages import pages

FOLDER = Path(__file__).parents[1] / "docs" / "catalog"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_are_up_to_date(language: str) -> None:
    """Every page is there as it would be written now, and no other."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / language).iterdir()}
    assert written == pages(catalog(), language), f"customer-types export docs/catalog/{language}"
