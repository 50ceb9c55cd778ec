"""Sheets go out and come back: nothing is lost, nothing is added, and the original stays as it is."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st
from tests.property.documents import Content, contents, flow
from tests.tries import tries

import customer_types as ct
from customer_types import Taxonomy, sheets
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import STATUSES, Translation
from customer_types._reading.documents import Document
from customer_types.sheets import exchange
from customer_types.statements import coverage, languages, statements

SHIPPED = [taxonomy.id for taxonomy in ct.catalog()]
#: Languages with one, two, three and six forms for numbers, with and without feminine forms.
TARGETS = ("ja", "sv", "es", "fr-CA", "pl", "ar")


def laid_over(id: str, *files: str) -> Taxonomy:
    """Lay files over one another in a catalog of their own."""
    documents = [Document(text, f"{number}.yaml") for number, text in enumerate(files)]
    catalog, faults = ct.catalog().with_documents(documents)
    assert [fault.render() for fault in faults if fault.severity == "error"] == []
    return catalog.named(id)


def renamed(content: Any, tag: str | None) -> Any:
    """Call the language that random files have besides their own by another tag, or take it away."""
    if isinstance(content, list):
        return [renamed(one, tag) for one in content]
    if isinstance(content, dict):
        return {
            tag if key == "zh-Hant-TW" else key: renamed(one, tag)
            for key, one in content.items()
            if not (key == "zh-Hant-TW" and tag is None)
        }
    return content


def quoted(text: str) -> str:
    """Write a text as YAML and JSON have it, with all signs by their numbers."""
    return '"' + "".join(f"\\U{ord(sign):08X}" for sign in text) + '"'


@settings(max_examples=tries(60))
@given(contents(), st.sampled_from(TARGETS), st.sampled_from(sheets.FORMATS), st.data())
def test_a_sheet_comes_back_as_it_went(
    content: Content, target: str, format: str, data: st.DataObject
) -> None:
    """What a sheet says of a language gives a taxonomy without it that language, and the same sheet again."""
    content = {key: one for key, one in content.items() if key != "translations"}
    taxonomy = ct.loads(flow(renamed(content, target), quoted))
    if not {*languages(taxonomy)} - {target} or target in taxonomy.languages:
        return
    addresses = [one.address for one in statements(taxonomy) if one.address is not None and one.found(target)]
    drawn = {address: data.draw(st.sampled_from(STATUSES)) for address in addresses}
    taxonomy = attrs.evolve(taxonomy, translations=FrozenMap({target: translation(taxonomy, target, drawn)}))
    sheet = sheets.dumps(taxonomy, target, format=format)
    bare = flow(renamed(content, None), quoted)
    returned = sheets.loads(sheet, ct.loads(bare))
    again = laid_over(taxonomy.id, bare, returned.overlay)
    assert sheets.dumps(again, target, format=format) == sheet
    if all(one.address is not None for one in statements(taxonomy)):
        assert coverage(again, target) == coverage(taxonomy, target)


def translation(taxonomy: Taxonomy, target: str, statuses: dict[str, Any]) -> Translation:
    """Say how far statements are, translated from the language that a sheet would take."""
    source = exchange._source(taxonomy, target, None)
    by_status: Any = {
        status: tuple(address for address, told in statuses.items() if told == status) for status in STATUSES
    }
    return Translation(source=source, **by_status)


@pytest.mark.parametrize("format", sheets.FORMATS)
@pytest.mark.parametrize("id", SHIPPED)
@pytest.mark.parametrize("language", ["en", "fr", "fr-CA", "es"])
def test_the_sheets_of_shipped_taxonomies_change_nothing(id: str, language: str, format: str) -> None:
    """Whoever sends a sheet back untouched has changed nothing, in a language that is there or is not."""
    taxonomy = ct.taxonomy(id)
    returned = sheets.loads(sheets.dumps(taxonomy, language, format=format), taxonomy)
    assert (returned.changed, returned.overlay) == (0, f"overlay: {id}\n")
    assert [fault for fault in returned.faults if fault.severity == "error"] == []


@pytest.mark.parametrize("format", sheets.FORMATS)
@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_every_sheet_can_be_read_in_every_language_that_is_spoken(format: str, spoken: str) -> None:
    """What a translator is told is in her language, and is none of what comes back."""
    lifecycle = ct.taxonomy("lifecycle")
    sheet = sheets.dumps(lifecycle, "de", format=format, spoken=spoken)
    assert "A customer who has been buying for a long time" in sheet
    assert ("Sens" in sheet) == (spoken == "fr")
    assert sheets.loads(sheet, lifecycle).changed == 0
