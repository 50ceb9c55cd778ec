"""What cannot be of a customer is the same in every engine."""

from random import Random

import pytest
from tests.frames.customers import Customer, edges
from tests.frames.engines import ENGINES, arrow

import customer_types as ct
from customer_types import frames, loads
from customer_types._deciding.possibility import impossible_as_given
from customer_types._deciding.values import read_value

HOME = ct.taxonomy("lifecycle")
FACTS = dict(HOME.vocabulary.facts)


def people(count: int) -> list[Customer]:
    """Draw customers of whom anything may be wrong, some of them with strangers in their sets."""
    random = Random(3)
    values = {
        name: [*edges(fact, (HOME,)), *([2, 5, 400] if fact.type in ("integer", "number") else [])]
        for name, fact in FACTS.items()
    }
    for name, fact in FACTS.items():
        if fact.type == "choices":
            values[name] += [frozenset({"stranger"}), frozenset({"stranger", fact.values[0].id})]
        elif fact.type in ("integer", "number"):
            values[name] = [one for one in values[name] if one is None or abs(one) < 2**53]
    return [
        {name: random.choice(some) if random.random() < 0.7 else None for name, some in values.items()}
        for _ in range(count)
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_absurdities_are_those_of_one_customer(engine: str) -> None:
    """Of a thousand customers each engine tells the same facts impossible as `result.impossible` does."""
    everybody = people(1000)
    told = []
    for customer in everybody:
        known = {name: read_value(value, FACTS[name], strict=False) for name, value in customer.items()}
        told.append(set(impossible_as_given({k: v for k, v in known.items() if v is not None}, HOME)))
    frame = ENGINES[engine].make(arrow(everybody, FACTS))
    found = ENGINES[engine].read(frames.impossible(frame, HOME))
    for name in FACTS:
        column = found[f"impossible/{name}"].to_pylist()
        wrong = [number for number, one in enumerate(column) if one is not (name in told[number])]
        assert not wrong, (name, everybody[wrong[0]])
    assert sum(map(len, told)) > 1000


@pytest.mark.parametrize("engine", ENGINES)
def test_only_facts_with_columns_have_answers(engine: str) -> None:
    """Facts without a column have no column of answers, and no warning; columns can be named."""
    frame = ENGINES[engine].make(arrow([{"orders": -1}], {"orders": FACTS["orders"]}).rename_columns(["nb"]))
    found = ENGINES[engine].read(frames.impossible(frame, HOME, columns={"orders": "nb"}))
    assert found.to_pylist() == [{"nb": -1, "impossible/orders": True}]


def test_a_fact_without_limits_can_be_anything() -> None:
    """Where nothing limits a fact, it is impossible of nobody."""
    home = loads(
        """
id: free
version: 1.0.0
label: {en: Free, fr: Libre}
facts: [{id: mood, type: number, label: {en: Mood, fr: Humeur}}]
categories: [{id: glad, label: {en: Glad, fr: Content}, when: {mood: {min: 1}}}]
"""
    )
    for engine in ENGINES.values():
        frame = engine.make(arrow([{"mood": 3.0}, {"mood": None}], {"mood": home.vocabulary.facts["mood"]}))
        found = engine.read(frames.impossible(frame, home))
        assert found["impossible/mood"].to_pylist() == [False, False]
