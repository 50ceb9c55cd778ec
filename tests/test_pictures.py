"""Pictures say in dots what the report says in words, and are the same each time."""

from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

import customer_types as ct
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Name, Naming
from customer_types._showing.pictures import plot

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
TEXT = "{http://www.w3.org/2000/svg}text"


def texts(file: Path) -> list[str]:
    """List the texts of an SVG file, which is thereby well-formed."""
    return ["".join(node.itertext()) for node in ET.parse(file).iter(TEXT)]


@pytest.mark.parametrize(("language", "label"), [("en", "Loyal customer"), ("fr", "Client fidèle")])
def test_categories_are_named_in_the_language(language: str, label: str, tmp_path: Path) -> None:
    """Each category has a row with its label, and those who are in none are pointed out."""
    taxonomy = ct.taxonomy("lifecycle")
    plot(ct.verify(taxonomy), tmp_path / "x.svg", language=language)
    found = texts(tmp_path / "x.svg")
    assert {category.label(language) for category in taxonomy} <= {*found}
    assert label in found
    assert {"en": "none", "fr": "aucune"}[language] in found


def test_customers_are_counted_where_that_has_an_end(tmp_path: Path) -> None:
    """Of the 64 codes of three scores, 18 are in no segment."""
    report = ct.verify(ct.load(EXAMPLES / "score-codes.yaml"))
    plot(report, tmp_path / "x.svg")
    found = texts(tmp_path / "x.svg")
    assert {"18", "8", "7", "13", "11"} <= {*found}
    assert sum(region.count or 0 for region in report.regions) == report.customers == 64


def test_a_picture_is_the_same_each_time(tmp_path: Path) -> None:
    """Neither a date nor chance is in the file, so that it can be kept and compared."""
    for name in ("one.svg", "other.svg"):
        plot(ct.verify(ct.taxonomy("lifecycle")), tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "other.svg").read_bytes()


def test_many_sets_are_told_by_the_largest(tmp_path: Path) -> None:
    """Of more than 64 sets of categories no picture can be made; the largest ones stand for them."""
    report = ct.verify(ct.taxonomy("relationship-types"))
    assert not report.has_all_regions
    plot(report, tmp_path / "x.svg", language="fr")
    assert any("plus grandes combinaisons" in text for text in texts(tmp_path / "x.svg"))


def test_a_label_is_no_markup(tmp_path: Path) -> None:
    """What a label holds is shown as it is: neither SVG nor mathematics."""
    hostile = "<script>$x_1$ & \\alpha"
    label = Label(by_language=FrozenMap({"en": Naming(name=Name(forms=FrozenMap({"one": hostile})))}))
    taxonomy = ct.taxonomy("lifecycle")
    categories = tuple(attrs.evolve(category, labels=label) for category in taxonomy)
    plot(ct.verify(attrs.evolve(taxonomy, categories=categories)), tmp_path / "x.svg")
    assert texts(tmp_path / "x.svg").count(hostile) == len(taxonomy)


@pytest.mark.parametrize(("ending", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_other_formats(ending: str, start: bytes, tmp_path: Path) -> None:
    """The ending of the name says the format."""
    plot(ct.verify(ct.taxonomy("lifecycle")), tmp_path / f"x.{ending}")
    assert (tmp_path / f"x.{ending}").read_bytes().startswith(start)
