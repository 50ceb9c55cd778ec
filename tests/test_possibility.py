"""Possible is a customer whose facts lie in their domains and break no invariant."""

from typing import Any as Anything

import pytest
from tests.cells.making import choice, choices, fact, known, missing, taxonomy_of, test, yes

from customer_types._deciding.possibility import impossible_facts, is_in_domain
from customer_types._model.criteria import All, Any, Not
from customer_types._model.facts import Ascending, Fact, Implication

ORDERS = fact("orders", "integer", 0, 9)
PURPOSE = choice("purpose", "resale", "gift")
INTERESTS = choices("interests", "art", "food")


@pytest.mark.parametrize(
    ("one", "inside", "outside"),
    [
        (ORDERS, (0, 5, 9), (-1, 10)),
        (fact("a", "integer", 3), (3, 2**63 - 1), (2,)),
        (fact("a", "number", None, 0.5), (0.5, -1e300), (0.5000000001,)),
        (fact("a", "number"), (-1.0, 0.0, 1e300), ()),
        (fact("a", "boolean"), (True, False), ()),
        (PURPOSE, ("resale", "gift"), ("own_use", "")),
        (INTERESTS, (frozenset(), frozenset({"art", "food"})), (frozenset({"art", "sport"}),)),
    ],
)
def test_a_domain_has_the_values_between_its_ends(
    one: Fact, inside: tuple[Anything, ...], outside: tuple[Anything, ...]
) -> None:
    """The ends of a domain are in it, and of a set every value has to be."""
    assert [value for value in (*inside, *outside) if is_in_domain(value, one)] == [*inside]


def test_facts_outside_their_domains_are_named() -> None:
    """Each fact with a value that nobody has is named, in the customer's order."""
    home = taxonomy_of([ORDERS, PURPOSE, INTERESTS], [])
    assert impossible_facts({}, home) == ()
    assert impossible_facts({"purpose": "gift", "orders": 3}, home) == ()
    assert impossible_facts({"purpose": "own_use", "interests": frozenset(), "orders": -1}, home) == (
        "purpose",
        "orders",
    )


@pytest.mark.parametrize(
    ("customer", "expected"),
    [
        ({"a": 1, "b": 2, "c": 3}, ()),
        ({"a": 2, "b": 2, "c": 2}, ()),
        ({"a": 3, "b": 2, "c": 3}, ("a", "b")),
        ({"a": 3, "b": 2, "c": 1}, ("a", "b", "c")),
        ({"a": 1, "b": 2, "c": 1}, ("b", "c")),
        ({"a": 3, "c": 1}, ("a", "c")),
        ({"c": 1}, ()),
    ],
)
def test_facts_out_of_order_are_named(customer: dict[str, int], expected: tuple[str, ...]) -> None:
    """Of a chain the neighbors among the known facts are named that descend."""
    facts = [fact(name, "integer") for name in "abc"]
    home = taxonomy_of(facts, [], invariants=[Ascending(facts=("a", "b", "c"))])
    assert impossible_facts(customer, home) == expected


@pytest.mark.parametrize(
    ("customer", "expected"),
    [
        ({"orders": 0, "days": 3}, ("orders", "days")),
        ({"orders": 0}, ()),
        ({"orders": 1, "days": 3}, ()),
        ({"days": 3}, ()),
    ],
)
def test_facts_of_a_broken_implication_are_named(customer: dict[str, int], expected: tuple[str, ...]) -> None:
    """An implication is broken by who meets the condition and surely not the consequence."""
    never_ordered = Implication(condition=test("orders", "equals", 0), consequence=missing("days"))
    home = taxonomy_of([ORDERS, fact("days", "integer", 0)], [], invariants=[never_ordered])
    assert impossible_facts(customer, home) == expected


def test_an_unknown_consequence_breaks_nothing() -> None:
    """Where the condition or the consequence is unknown, nobody is impossible."""
    home = taxonomy_of(
        [fact(name, "boolean") for name in "abc"],
        [],
        invariants=[
            Implication(condition=All((yes("a"), yes("b"))), consequence=Any((yes("c"), Not(yes("b")))))
        ],
    )
    assert impossible_facts({"a": True, "b": True}, home) == ()
    assert impossible_facts({"a": True, "c": False}, home) == ()
    assert impossible_facts({"a": True, "b": True, "c": False}, home) == ("a", "b", "c")


def test_only_known_facts_are_named_if_there_are_any() -> None:
    """Facts that are missing are named where an invariant is broken by what is missing alone."""
    must = Implication(condition=missing("a"), consequence=known("b"))
    home = taxonomy_of([fact(name, "boolean") for name in "ab"], [], invariants=[must])
    assert impossible_facts({}, home) == ("a", "b")
    also = Implication(condition=known("a"), consequence=known("b"))
    home = taxonomy_of([fact(name, "boolean") for name in "ab"], [], invariants=[also])
    assert impossible_facts({"a": True}, home) == ("a",)


def test_each_fact_is_named_once() -> None:
    """A fact that is wrong in several ways is named once."""
    both = [Ascending(facts=("a", "b")), Ascending(facts=("b", "a"))]
    home = taxonomy_of([fact("a", "integer", 0), fact("b", "integer")], [], invariants=both)
    assert impossible_facts({"a": -1, "b": 2}, home) == ("a", "b")
