"""One text for each customer: the id or label of the category that he is in, and what to do about him."""

import attrs
import pytest
from tests.frames.customers import TAXONOMIES, customers, ladder
from tests.frames.engines import ENGINES, arrow

from customer_types import SeveralAnswersError, Taxonomy, catalog, classify, frames, loads
from customer_types._deciding.answers import has_one_answer
from customer_types._deciding.derivations import with_parts
from customer_types._deciding.interpreter import used_facts
from customer_types._model.taxonomies import Decision

pytestmark = pytest.mark.filterwarnings("ignore::customer_types.frames.MissingColumnWarning")
FACTS = catalog().facts
OVERLAPPING = loads(
    """
id: sizes
version: 1.0.0
label: {en: Sizes, fr: Tailles}
categories:
  - id: some
    label: {en: Some, fr: Quelques-uns}
    when: {orders: {min: 1}}
    actions:
      - {id: greet, text: {en: Greet., fr: Saluer.}}
      - {id: thank, text: {en: Thank., fr: Remercier.}}
  - {id: many, label: {en: Many, fr: Beaucoup}, when: {orders: {min: 3}}}
  - id: far
    label: {en: From abroad, fr: De l’étranger}
    when: {abroad: true}
    actions: [{id: write, text: {en: Write., fr: Écrire.}}]
rules: [{disjoint: all}]  # which does not hold
"""
)
RANKED = attrs.evolve(OVERLAPPING, precedence=("far", "many", "some"))


@pytest.mark.parametrize("taxonomy", TAXONOMIES, ids=lambda one: one.id)
def test_answers_are_those_of_one_customer(taxonomy: Taxonomy) -> None:
    """Every engine has the one category, status, French label and the actions that `classify` has."""
    asked = customers(300, 2, taxonomy)
    facts = taxonomy.vocabulary.facts
    table = arrow(asked, {name: facts[name] for name in with_parts(used_facts(taxonomy), facts)})
    results = [classify(customer, taxonomy, extra="ignore") for customer in asked]
    for name, engine in ENGINES.items():
        if not engine.is_exact:
            continue
        frame = engine.make(table)
        advice = [" ".join(action.text("fr") for action in one.actions) or None for one in results]
        found = engine.read(frames.actions(frame, taxonomy, language="fr", extra="ignore"))
        assert found[f"{taxonomy.id}_actions"].to_pylist() == advice, name
        if not has_one_answer(taxonomy):
            for refused in (frames.category, frames.status, frames.label):
                with pytest.raises(SeveralAnswersError):
                    refused(frame, taxonomy)
            continue
        single = [one.category for one in results]
        for add, column, told in (
            (
                frames.status(frame, taxonomy, extra="ignore"),
                f"{taxonomy.id}_status",
                [one.status for one in results],
            ),
            (
                frames.category(frame, taxonomy, extra="ignore"),
                taxonomy.id,
                [one and one.id for one in single],
            ),
            (
                frames.label(frame, taxonomy, language="fr", extra="ignore"),
                f"{taxonomy.id}_label",
                [one and one.label("fr") for one in single],
            ),
        ):
            assert engine.read(add)[column].to_pylist() == told, (name, column)


@pytest.mark.parametrize("engine", ENGINES)
def test_several_categories_have_no_one_answer(engine: str) -> None:
    """Who is in two categories that exclude one another, or in none, has no id but all actions."""
    facts = {name: OVERLAPPING.vocabulary.facts[name] for name in ("orders", "abroad")}
    asked = [
        {"orders": 1, "abroad": False},
        {"orders": 1, "abroad": True},
        {"orders": 3, "abroad": False},
        {"orders": 0, "abroad": False},
        {"orders": 1},
        {},
    ]
    frame = ENGINES[engine].make(arrow(asked, facts))
    read = ENGINES[engine].read
    assert read(frames.category(frame, OVERLAPPING))["sizes"].to_pylist() == [
        "some",
        None,
        None,
        None,
        "some",
        None,
    ]
    status = ["one", "several", "several", "none", "one", "undecided"]
    assert read(frames.status(frame, OVERLAPPING))["sizes_status"].to_pylist() == status
    both = read(frames.status(frames.category(frame, RANKED), RANKED))
    assert [*zip(both["sizes_status"].to_pylist(), both["sizes"].to_pylist(), strict=True)] == [
        ("one", "some"),
        ("one", "far"),
        ("one", "many"),
        ("none", None),
        ("undecided", None),
        ("undecided", None),
    ]
    labels = read(frames.label(frame, OVERLAPPING, language="fr"))["sizes_label"].to_pylist()
    assert labels == ["Quelques-uns", None, None, None, "Quelques-uns", None]
    actions = read(frames.actions(frame, OVERLAPPING, language="fr"))["sizes_actions"].to_pylist()
    assert actions == [
        "Saluer. Remercier.",
        "Saluer. Remercier. Écrire.",
        "Saluer. Remercier.",
        None,
        "Saluer. Remercier.",
        None,
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_known(engine: str) -> None:
    """Where no fact has a column, everybody has the columns and nothing in them."""
    table = arrow([{"spend": 1.0}], {"spend": OVERLAPPING.vocabulary.facts["spend"]})
    frame = ENGINES[engine].make(table)
    for add in (frames.category, frames.label, frames.actions):
        found = ENGINES[engine].read(add(frame, OVERLAPPING))
        assert found.column_names[0] == "spend"
        assert found.columns[1].to_pylist() == [None]
        assert len(found.columns) == 2
    found = ENGINES[engine].read(frames.status(frame, OVERLAPPING))
    assert found["sizes_status"].to_pylist() == ["undecided"]


@pytest.mark.parametrize("decide", ["all", "first"])
@pytest.mark.parametrize("engine", ENGINES)
def test_hundreds_of_categories(engine: str, decide: Decision) -> None:
    """No engine stumbles over the depth or the length of what it is asked."""
    table = arrow([{"orders": 0}, {"orders": 299}, {"orders": 300}, {}], {"orders": FACTS["orders"]})
    found = ENGINES[engine].read(frames.category(ENGINES[engine].make(table), ladder(300, decide)))
    assert found["ladder"].to_pylist() == ["c0", "c299", None, None]
    found = ENGINES[engine].read(frames.status(ENGINES[engine].make(table), ladder(300, decide)))
    assert found["ladder_status"].to_pylist() == ["one", "one", "none", "undecided"]
