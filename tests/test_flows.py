"""What a flow shows: days, names and numbers, and nothing that is not there."""

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.frames.orders import cdnow
from tests.frames.test_journeys import looks_of

import customer_types as ct
from customer_types._deciding.answers import Answer
from customer_types.flows import plot
from customer_types.journeys import days, moves

LIFECYCLE = ct.taxonomy("lifecycle")
START, END = dt.date(1997, 9, 30), dt.date(1998, 6, 30)


def texts(path: Path) -> list[str]:
    """Read the texts of a drawing."""
    tree = ET.parse(path)
    return ["".join(node.itertext()).strip() for node in tree.iter("{http://www.w3.org/2000/svg}text")]


def test_a_flow_between_two_days(tmp_path: Path) -> None:
    """Both days have their blocks, with names and numbers in the language, each as high as it should be."""
    found = moves(looks_of(cdnow(), LIFECYCLE, (START, END)))
    plot(found, LIFECYCLE, tmp_path / "flow.svg", language="fr")
    shown = [" ".join(text.split()) for text in texts(tmp_path / "flow.svg")]
    assert shown[-2:] == ["Cycle de vie du client", "Passages des clients d’une catégorie à l’autre"]
    assert "30 septembre 1997" in shown
    assert "Clients perdus 1 631" in shown
    assert "Sans catégorie 474" in shown


def test_new_customers_come_in(tmp_path: Path) -> None:
    """Who is not there yet stands apart, and names stand beside the first day and the last only."""
    dates = days(dt.date(1997, 1, 31), dt.date(1997, 4, 30), "1mo")
    plot(moves(looks_of(cdnow(), LIFECYCLE, dates)), LIFECYCLE, tmp_path / "flow.svg")
    shown = [" ".join(text.split()) for text in texts(tmp_path / "flow.svg")]
    assert "Not there yet 857" in shown
    assert sum(text.startswith("New customers") for text in shown) == 1
    assert [text for text in shown if text.startswith("1997")] == [str(day) for day in dates]


def test_the_same_moves_make_the_same_file(tmp_path: Path) -> None:
    """A drawing is the same to the byte each time."""
    found = moves(looks_of(cdnow(), LIFECYCLE, (START, END)))
    for name in ("one.svg", "other.svg"):
        plot(found, LIFECYCLE, tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "other.svg").read_bytes()


def test_hostile_labels_are_only_text(tmp_path: Path) -> None:
    """Dollars and tags in labels are shown as they are."""
    hostile = "$x^2$ <b>&"
    taxonomy = ct.loads(
        "id: clubs\nversion: 1.0.0\nlabel: {en: C, fr: C}\ncategories:\n"
        f"  - {{id: gold, label: {{en: {hostile!r}, fr: G}}, when: {{orders: {{min: 1}}}}}}\n"
    )
    gold, nobody = Answer("one", taxonomy["gold"]), Answer("none")
    found = moves([(START, {1: gold}), (END, {1: gold, 2: nobody})])
    plot(found, taxonomy, tmp_path / "flow.svg")
    assert any(hostile in text for text in texts(tmp_path / "flow.svg"))


def test_no_moves_are_no_flow(tmp_path: Path) -> None:
    """There is nothing to draw without moves."""
    with pytest.raises(ValueError, match="there are no moves"):
        plot([], LIFECYCLE, tmp_path / "flow.svg")
