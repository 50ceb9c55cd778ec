"""Criteria are values: their places make no difference, and all their parts can be gone through."""

import pytest
from tests.cells.making import known, no, yes

from customer_types._model.criteria import (
    BOUNDS,
    All,
    Any,
    Criterion,
    InCategory,
    Not,
    Operator,
    Test as Asked,
    walk,
)
from customer_types._model.locations import Location

HERE = Location(path="life.yaml", line=3, column=5)
AT_HERE: list[Criterion] = [
    Asked("orders", Operator.MIN, 3, location=HERE),
    All((yes("a"),), location=HERE),
    Any((yes("a"),), location=HERE),
    Not(yes("a"), location=HERE),
    InCategory("lost", location=HERE),
]
NOWHERE: list[Criterion] = [
    Asked("orders", Operator.MIN, 3),
    All((yes("a"),)),
    Any((yes("a"),)),
    Not(yes("a")),
    InCategory("lost"),
]


@pytest.mark.parametrize(("here", "nowhere"), [*zip(AT_HERE, NOWHERE, strict=True)])
def test_criteria_are_equal_wherever_they_stand(here: Criterion, nowhere: Criterion) -> None:
    """Two criteria that say the same are the same, in sets too, and show no place."""
    assert here == nowhere
    assert hash(here) == hash(nowhere)
    assert repr(here) == repr(nowhere)
    assert here.location == HERE
    assert nowhere.location == Location(path="")


def test_a_place_is_named() -> None:
    """The place of a criterion is no part of what it says, and has to be given by name."""
    with pytest.raises(TypeError):
        InCategory("lost", HERE)
    with pytest.raises(TypeError):
        Not(yes("a"), HERE)


def test_all_parts_are_gone_through() -> None:
    """A criterion is followed by its parts, each before its own parts."""
    inner = Any((no("b"), Not(InCategory("lost"))))
    rule = All((yes("a"), inner, known("c")))
    assert [*walk(rule)] == [
        rule,
        yes("a"),
        inner,
        no("b"),
        Not(InCategory("lost")),
        InCategory("lost"),
        known("c"),
    ]
    assert [*walk(All(()))] == [All(())]


def test_operators_are_those_of_files() -> None:
    """Operators are called as files call them, and four of them compare with a bound."""
    assert {str(operator) for operator in Operator} == {
        "min",
        "max",
        "above",
        "below",
        "equals",
        "one_of",
        "includes",
        "known",
    }
    assert {str(operator) for operator in BOUNDS} == {"min", "max", "above", "below"}
