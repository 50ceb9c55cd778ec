"""Meetings are all pairs of formulas with a customer in common, and cliques the sets of such pairs."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import assume, given, settings
from tests.cells.making import fact, meets, single_boxes, space_of, taxonomy_of, test, yes
from tests.proofs.strategies import crowded_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types._model.criteria import All, Any, Criterion, Not
from customer_types._proving.cells.fields import Fields
from customer_types._proving.cells.formulas import Sense, hull
from customer_types._proving.cells.meetings import MOST_BOXES, Meetings, maximal_cliques, members


@settings(max_examples=tries(60))
@given(crowded_worlds())
def test_formulas_meet_that_share_somebody(world: World) -> None:
    """Two formulas may meet if somebody meets both, and only then if they are covered exactly."""
    home = world.last
    space = space_of(home)
    formulas = [space.verdict(category, home, sense) for category in home for sense in Sense]
    everybody = [*single_boxes(space.fields)]
    assume(space.fields.all and len(everybody) < 300)
    told = Meetings(formulas, space.fields)
    inside = [{box for box in everybody if meets(box, formula)} for formula in formulas]
    for one, here in enumerate(inside):
        for other, there in enumerate(inside):
            may = bool(told[one] >> other & 1)
            assert may or not here & there
            if told.is_exact[one] and told.is_exact[other] and "choices" not in types_of(space.fields):
                assert may == bool(here & there)
        row = told.with_boxes([*here][:1])
        for other, there in enumerate(inside):
            assert bool(row >> other & 1) or not there.intersection([*here][:1])


def types_of(fields: Fields) -> set[str]:
    """Give the types of the facts."""
    return {field.fact.type for field in fields.all}


def test_formulas_of_many_boxes_are_covered_by_one() -> None:
    """A formula of more boxes than are worth it has a single one around it, and is not exact."""
    facts = [fact(f"f{number}", "boolean") for number in range(14)]
    either: list[Criterion] = [Any((yes(f"f{2 * n}"), yes(f"f{2 * n + 1}"))) for n in range(6)]
    home = taxonomy_of(facts, [All(tuple(either)), All(tuple(either[:5])), Not(yes("f0")), yes("f13")])
    space = space_of(home)
    formulas = [space.verdict(category, home, Sense.YES) for category in home]
    told = Meetings(formulas, space.fields)
    assert MOST_BOXES == 2**5
    assert told.is_exact == [False, True, True, True]
    assert [told[number] for number in range(4)] == [0b1111] * 4
    assert hull(formulas[0], space.fields) & space.start == space.start


def test_what_does_not_meet_is_told_apart() -> None:
    """Of categories that differ in one fact, only those meet that share a value."""
    facts = [fact("a", "integer", 0, 9), fact("b", "boolean")]
    home = taxonomy_of(
        facts,
        [
            test("a", "max", 2),
            test("a", "min", 3),
            All((test("a", "equals", 3), yes("b"))),
            Not(yes("b")),
            Any(()),
            Any((test("a", "equals", 0), test("a", "equals", 9))),
        ],
    )
    space = space_of(home)
    told = Meetings([space.verdict(category, home, Sense.YES) for category in home], space.fields)
    assert [members(told[number]) for number in range(6)] == [
        [0, 3, 5],
        [1, 2, 3, 5],
        [1, 2],
        [0, 1, 3, 5],
        [],
        [0, 1, 3, 5],
    ]
    assert members(told.with_boxes([space.start])) == [0, 1, 2, 3, 5]
    assert members(told.with_boxes([])) == []
    low = space.fields.limit(space.fields.all[0], space.fields.all[0].cell(1))
    assert members(told.with_boxes([low])) == [0, 3]
    three = space.fields.limit(space.fields.all[0], space.fields.all[0].cell(3))
    assert members(told.with_boxes([low, three])) == [0, 1, 2, 3]


@pytest.mark.parametrize("seed", range(12))
def test_cliques_are_the_largest_sets_of_neighbors(seed: int) -> None:
    """Cliques of a random graph are the maximal sets of neighbors that trying all sets finds."""
    random = Random(seed)
    size = 2 + seed % 7
    edges = {pair for pair in combinations(range(size), 2) if random.random() < 0.1 + seed / 12}
    neighbors = [
        sum(1 << other for other in range(size) if (min(one, other), max(one, other)) in edges)
        for one in range(size)
    ]
    sets = [
        {*some}
        for count in range(2, size + 1)
        for some in combinations(range(size), count)
        if edges.issuperset(combinations(some, 2))
    ]
    expected = [one for one in sets if not any(one < other for other in sets)]
    found, is_all = maximal_cliques(neighbors, 1000)
    assert is_all
    assert sorted(map(members, found)) == sorted(map(sorted, expected))
    for limit in range(len(expected) + 2):
        some, is_all = maximal_cliques(neighbors, limit)
        assert len(some) == min(limit, len(expected))
        assert is_all == (limit >= len(expected))


def test_members_are_the_bits_that_are_set() -> None:
    """The members of a number are the positions of its bits, lowest first."""
    assert members(0) == []
    assert members(0b1011) == [0, 1, 3]
    assert members(1 << 4000) == [4000]
