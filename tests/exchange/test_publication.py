"""A catalog as one file: the JSON is complete, and the table is safe for spreadsheets."""

import csv
import io
import json
from pathlib import Path

import pytest

import customer_types as ct
from customer_types import publication
from customer_types._reading.documents import Document
from customer_types._reading.files import read_mappings, read_sources, read_vocabulary
from customer_types._reading.writing import plain_mappings
from customer_types._tables.guard import FORMULA, guarded

CATALOG = ct.catalog()

#: A file whose texts are what a spreadsheet, a parser of CSV and a terminal trip over.
HOSTILE = """
id: hostile
version: 1.0.0
label: {en: "=HYPERLINK()", fr: "@SUM(A1)", ar: عملاء}
languages: [en, fr, ar]
facts:
  - id: channel
    type: choice
    values: ["=1+1", "a,b", 'say "hi"']
    label: {en: "+cmd", fr: "-2+3", ar: قناة}
categories:
  - id: first
    notation: "=A1"
    label:
      en: {one: "=1+1", other: "@all", also: ["+x", 'a "quoted" one', "a, b"], avoid: [{one: "-y"}]}
      fr: {one: "deux\\nlignes", gender: epicene}
      ar: {one: عميل, two: عميلان, few: عملاء, other: عميل}
    definition: {en: "=cmd|' /C calc'!A0", fr: "  - tiret", ar: تعريف}
    when: {channel: ["=1+1", "a,b"]}
    actions:
      - {id: act, text: {en: "@act", fr: "=agir", ar: فعل}}
  - id: second
    label: {en: Second, fr: Second, ar: ثان}
    deprecated: {since: 1.0.0, replaced_by: first}
    historical: true
    valid_from: 2020-01-31
    broader: first
    without_criteria: {en: "+none", fr: Aucun, ar: لا}
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> ct.Catalog:
    """Give a catalog with the hostile taxonomy."""
    file: Path = tmp_path_factory.mktemp("files") / "hostile.yaml"
    file.write_text(HOSTILE, encoding="utf-8")
    return CATALOG.extended(file)


def rows(text: str) -> list[dict[str, str]]:
    """Read a table."""
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def test_the_table_has_every_category() -> None:
    """There is a row for each, in the order of the catalog, with what its file says."""
    found = rows(publication.to_csv(CATALOG))
    assert [row["key"] for row in found] == [one.key for taxonomy in CATALOG for one in taxonomy]
    loyal = next(row for row in found if row["key"] == "lifecycle/loyal")
    assert loyal["taxonomy"] == "lifecycle"
    assert loyal["position"] == "4"
    assert loyal["decide"] == "all"
    assert loyal["label en one"] == "Loyal customer"
    assert loyal["label fr other_feminine"] == "Clientes fidèles"
    assert loyal["definition fr"] == ct.category("lifecycle/loyal").definition("fr")
    assert "[loyal_orders]" in loyal["criteria en"]
    assert "commandes" in loyal["criteria fr"]
    assert loyal["historical"] == "false"
    assert loyal["without_criteria en"] == ""


def test_columns_stand_in_a_settled_order() -> None:
    """Names come first, then what is said in each language, English before French."""
    columns = publication.to_csv(CATALOG).split("\n", 1)[0].split(",")
    assert columns[:5] == ["key", "taxonomy", "taxonomy_version", "position", "label en one"]
    assert columns.index("label fr one") < columns.index("label fr-CA one") < columns.index("definition en")
    assert len(columns) == len(set(columns))


def test_every_label_of_the_catalog_is_in_the_table() -> None:
    """Whatever form of a name somebody looks for, it stands in the row of its category."""
    for row, category in zip(
        rows(publication.to_csv(CATALOG)), (one for taxonomy in CATALOG for one in taxonomy), strict=True
    ):
        for tag, naming in category.labels.by_language.items():
            if naming.name is not None:
                for form, text in naming.name.forms.items():
                    assert row[f"label {tag} {form}"] == text
            for name in naming.also:
                assert set(name.forms.values()) <= set(row[f"label {tag} also"].split(" | "))
            for one in naming.avoid:
                assert set(one.name.forms.values()) <= set(row[f"label {tag} avoid"].split(" | "))


def test_no_cell_is_a_formula(hostile: ct.Catalog) -> None:
    """What a spreadsheet would run is kept as a text; numbers stay numbers."""
    text = publication.to_csv(hostile)
    found = rows(text)
    assert not [cell for row in found for cell in row.values() if cell.startswith(FORMULA)]
    first, second = (row for row in found if row["taxonomy"] == "hostile")
    assert first["label en one"] == "'=1+1"
    assert first["label en also"] == guarded('+x | a "quoted" one | a, b')
    assert first["label ar two"] == "عميلان"
    assert first["label fr one"] == "deux\nlignes"
    assert first["position"] == "1"
    assert second["deprecated_since"] == "1.0.0"
    assert second["replaced_by"] == "first"
    assert second["valid_from"] == "2020-01-31"
    assert second["without_criteria en"] == "'+none"


def test_a_taxonomy_in_json_is_its_file(hostile: ct.Catalog) -> None:
    """Each taxonomy can be given back to `loads`, and is equal to what it was."""
    written = json.loads(publication.to_json(hostile))["taxonomies"]
    assert [*written] == [*hostile.ids]
    for id, content in written.items():
        assert ct.loads(json.dumps(content)) == hostile[id]


def test_what_taxonomies_share_is_in_json_as_in_its_files() -> None:
    """Facts, sources and mappings are read from it again, and are what they were."""
    written = json.loads(publication.to_json(CATALOG))
    parts = ("facts", "sources", "crosswalk")
    documents = {key: Document(json.dumps(written[key]), "<text>") for key in parts}
    assert read_vocabulary(documents["facts"]) == CATALOG.vocabulary
    assert read_sources(documents["sources"]) == CATALOG.sources
    assert read_mappings(documents["crosswalk"], CATALOG) == CATALOG.mappings


def test_a_catalog_without_terms_has_no_prefixes() -> None:
    """Only what is used is declared."""
    inside = [one for one in CATALOG.mappings if one.object_source is None][:1]
    written = json.loads(json.dumps(plain_mappings(inside)))
    assert [*written] == ["mappings"]
