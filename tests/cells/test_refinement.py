"""Refinement cuts shared scales so that cells tell which numbers fit between others."""

from itertools import pairwise, product

import pytest
from tests.cells.making import fact, known, taxonomy_of, test
from tests.proofs.reference import Everybody

from customer_types import verify
from customer_types._deciding.interpreter import holds, verdict
from customer_types._model.criteria import Any
from customer_types._model.facts import Ascending, Fact, FactType
from customer_types._proving.cells.refinement import FEW, refined
from customer_types._proving.cells.scales import Range, Scale

LARGEST = 2**63 - 1


def test_parts_of_a_range() -> None:
    """The part above a number has neither it nor anything below, and the part below likewise."""
    numbers = Range(1, False, 5, False)
    assert numbers.above(3) == Range(3, True, 5, False)
    assert numbers.below(3) == Range(1, False, 3, True)


def facts_of(*kinds: FactType, low: float | None = None, high: float | None = None) -> list[Fact]:
    """Make facts a, b and so on of some types."""
    return [fact(name, kind, low, high) for name, kind in zip("abcdefgh", kinds, strict=False)]


@pytest.mark.parametrize(
    ("facts", "chains"),
    [
        (facts_of("integer"), []),
        (facts_of("number"), [("a", "a")]),
        (facts_of("number", "number"), [("a", "b")]),
        (facts_of("integer", "integer"), [("a", "b")]),
        (facts_of("number", "number", "number"), [("a", "b", "c")]),
        (facts_of("integer", "integer", low=0), [("a", "b")]),
        (facts_of("integer", "integer", low=0, high=FEW), [("a", "b")]),
    ],
)
def test_a_scale_is_left_alone_where_cells_tell_enough(
    facts: list[Fact], chains: list[tuple[str, ...]]
) -> None:
    """One fact, or whole numbers and fractions among themselves in one chain, need no finer cells."""
    scale = Scale([(2, 0), (3.5, 1)])
    assert refined(scale, facts, chains)[0] is scale


def test_few_are_few_wherever_they_start() -> None:
    """What counts is how many values there are, not how large they are."""
    large = [fact(name, "integer", 100, 100 + FEW - 1) for name in "ab"]
    assert len(refined(Scale([]), large, [("a", "b")])[0]) == 2 * FEW + 1
    many = [fact(name, "integer", -FEW, 1) for name in "ab"]
    assert len(refined(Scale([]), many, [("a", "b")])[0]) == 1


@pytest.mark.parametrize(("high", "cells"), [(3, 2 * 4 + 1), (FEW - 1, 2 * FEW + 1)])
def test_a_few_whole_numbers_have_a_cell_each(high: int, cells: int) -> None:
    """Ordered whole numbers with few values are cut at each, so that customers can be counted."""
    facts = [fact("a", "integer", 0.5, high), fact("b", "integer", -0.5, high + 0.5)]
    scale = refined(Scale([]), facts, [("a", "b")])[0]
    assert scale.cuts == [(number, side) for number in range(high + 1) for side in (0, 1)]
    assert len(scale) == cells


def test_the_outermost_whole_numbers_have_a_cell_each() -> None:
    """A whole number compared with fractions on one side fits if an outermost one of its cell does."""
    scale = refined(Scale([(0, 0), (9.5, 1)]), facts_of("integer", "number"), [("a", "b")])[0]
    assert scale.cuts == [
        (-1, 0),
        (-1, 1),
        (0, 0),
        (0, 1),
        (9, 0),
        (9, 1),
        (9.5, 1),
        (10, 0),
        (10, 1),
    ]
    alone = refined(Scale([]), facts_of("number", "integer"), [("a", "b")])[0]
    assert alone.cuts == []


@pytest.mark.parametrize(
    "chains",
    [
        [("a", "b"), ("b", "c")],
        [("a", "b"), ("c", "b"), ("b", "d")],
    ],
)
@pytest.mark.parametrize("kinds", [*product(("integer", "number"), repeat=4)])
def test_each_cell_is_cut_for_every_order(chains: list[tuple[str, ...]], kinds: tuple[FactType, ...]) -> None:
    """Where not every order is declared, each wide cell has as many numbers as there are facts."""
    names = {name for chain in chains for name in chain}
    facts = [one for one in facts_of(*kinds) if one.id in names]
    scale = refined(Scale([(0, 0), (9, 1)]), facts, chains)[0]
    points = sorted({value for value, side in scale.cuts if (value, 1 - side) in scale.cuts})
    needed = {one.type for one in facts}
    wide = ([one for one in points if one < 0], [one for one in points if 0 <= one <= 9])
    for inside in (*wide, [one for one in points if one > 9]):
        assert len(inside) >= len(facts)
        whole = [point for point in inside if point == int(point)]
        if "integer" in needed:
            assert len(whole) >= len(facts)
        if needed == {"integer", "number"}:
            for one, other in pairwise(whole):
                assert other - one > 1 or sum(one < point < other for point in inside) >= len(facts)
    if needed == {"number"}:
        assert all(point in scale[scale.locate(point)] for point in points)


def test_cells_without_room_are_cut_as_far_as_they_go() -> None:
    """Between adjacent doubles there is nothing to cut, and the last whole number of 64 bits stands alone."""
    chains = [("a", "b"), ("b", "c")]
    narrow = refined(
        Scale([(1.0, 1), (1.0000000000000002, 0)]), facts_of("number", "number", "number"), chains
    )[0]
    assert not [cut for cut in narrow.cuts if 1 < cut[0] < 1.0000000000000002]
    edge = refined(Scale([(LARGEST, 0)]), facts_of("integer", "integer", "integer"), chains)[0]
    assert {(LARGEST, 0), (LARGEST, 1)} <= {*edge.cuts}


@pytest.mark.parametrize("kinds", [*product(("integer", "number"), repeat=3)])
@pytest.mark.parametrize(
    "chains",
    [
        [("a", "b"), ("b", "c")],
        [("a", "b", "c")],
        [("a", "c"), ("b", "c")],
        [("a", "b"), ("b", "a")],
        [("b", "a"), ("b", "c")],
    ],
)
def test_gaps_are_told_where_numbers_are_squeezed(
    kinds: tuple[FactType, ...], chains: list[tuple[str, ...]]
) -> None:
    """Whoever can't have the number between two others is complete without it, and may be a gap."""
    check_gaps(facts_of(*kinds, low=0, high=1), chains)


@pytest.mark.parametrize("kinds", [("number", "integer", "number"), ("number", "integer", "integer")])
def test_gaps_are_told_between_whole_numbers(kinds: tuple[FactType, ...]) -> None:
    """Between two fractions there may be a whole number or none, whatever the domain."""
    check_gaps(facts_of(*kinds, low=0, high=3), [("a", "b", "c")])


def check_gaps(facts: list[Fact], chains: list[tuple[str, ...]]) -> None:
    """Compare gaps and needs with what trying everybody finds."""
    invariants = [Ascending(facts=chain) for chain in chains]
    home = taxonomy_of(facts, [known("b"), Any((test("a", "above", 0), known("c")))], invariants=invariants)
    everybody = Everybody(home)
    report = verify(home)
    for customer in everybody.complete:
        is_gap = not any(verdict(category, customer, home) is True for category in home)
        inside = [gap for gap in report.gaps if holds(gap.where, customer, home) is True]
        assert len(inside) == is_gap, customer
    assert {need.fact.id for need in report.needs} == everybody.needs(home)


def test_too_many_squeezed_numbers_are_said() -> None:
    """Where the orders of numbers are too many for cells, the scale stays and says that it does not tell."""
    kinds: tuple[FactType, ...] = ("integer", "number") * 4
    facts = facts_of(*kinds)
    scale = Scale([(0, 0)])
    assert refined(scale, facts, [tuple(fact.id for fact in facts)]) == (scale, False, False)
