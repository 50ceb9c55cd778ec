"""One text for each customer: the id or label of the category that he is in, and what to do about him."""

import pytest
from tests.frames.customers import TAXONOMIES, customers, ladder
from tests.frames.engines import ENGINES, arrow

from customer_types import Taxonomy, catalog, classify, frames, loads
from customer_types._generated import used_facts
from customer_types.categories import Decision

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
"""
)


@pytest.mark.parametrize("taxonomy", TAXONOMIES, ids=lambda one: one.id)
def test_answers_are_those_of_one_customer(taxonomy: Taxonomy) -> None:
    """Every engine has the one category, its French label and the actions that `classify` has."""
    asked = customers(300, 2, taxonomy)
    table = arrow(asked, {name: taxonomy.vocabulary.facts[name] for name in used_facts(taxonomy)})
    results = [classify(customer, taxonomy, extra="ignore") for customer in asked]
    single = [one.categories[0] if len(one.categories) == 1 else None for one in results]
    for name, engine in ENGINES.items():
        if not engine.is_exact:
            continue
        frame = engine.make(table)
        for add, column, told in (
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
            (
                frames.actions(frame, taxonomy, language="fr", extra="ignore"),
                f"{taxonomy.id}_actions",
                [" ".join(action.text("fr") for action in one.actions) or None for one in results],
            ),
        ):
            assert engine.read(add)[column].to_pylist() == told, (name, column)


@pytest.mark.parametrize("engine", ENGINES)
def test_several_categories_have_no_one_answer(engine: str) -> None:
    """Who is in two categories, or in none, or in an unknown one beside, has no id but all actions."""
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


@pytest.mark.parametrize("decide", ["all", "first"])
@pytest.mark.parametrize("engine", ENGINES)
def test_hundreds_of_categories(engine: str, decide: Decision) -> None:
    """No engine stumbles over the depth or the length of what it is asked."""
    table = arrow([{"orders": 0}, {"orders": 299}, {"orders": 300}, {}], {"orders": FACTS["orders"]})
    found = ENGINES[engine].read(frames.category(ENGINES[engine].make(table), ladder(300, decide)))
    assert found["ladder"].to_pylist() == ["c0", "c299", None, None]
