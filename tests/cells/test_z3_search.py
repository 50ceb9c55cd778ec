"""z3 finds somebody exactly if the library's own search does."""

from random import Random

import pytest
from hypothesis import assume, given, settings, strategies as st
from tests.cells.making import (
    customer_in,
    fact,
    meets_all,
    single_boxes,
    space_of,
    taxonomy_of,
    test,
)
from tests.proofs.reference import is_possible
from tests.proofs.strategies import tiny_worlds
from tests.property.strategies import World
from tests.tries import tries

pytest.importorskip("z3")

from customer_types._model.facts import Ascending
from customer_types._proving.cells.formulas import NEVER, Clause, Sense
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.cells.z3_search import solve


@settings(max_examples=tries(60), deadline=None)
@given(tiny_worlds(), st.data())
def test_z3_finds_somebody_if_anybody_is_there(world: World, data: st.DataObject) -> None:
    """The box of single cells that z3 finds meets what is asked, and none is found if nobody does."""
    home = world.last
    space = space_of(home)
    asked: list[Clause] = [
        (space.verdict(category, home, data.draw(st.sampled_from(Sense))),) for category in home
    ]
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 600)
    within = space.start
    for field in (
        data.draw(st.lists(st.sampled_from(space.fields.all), max_size=1)) if space.fields.all else ()
    ):
        within &= space.fields.limit(field, data.draw(st.integers(1, field.cells)))
    there = [
        box
        for box in everybody
        if box & within == box and meets_all(box, asked) and is_possible(customer_in(space.fields, box), home)
    ]
    found = solve(space, within, asked)
    assert (found is None) == (not there)
    assert found is None or found in there


def test_cells_may_have_holes() -> None:
    """Cells that are no neighbors are asked for as they are."""
    home = taxonomy_of([fact("a", "integer", 0, 9)], [test("a", "one_of", (1, 4, 5, 8))])
    space = space_of(home)
    asked = space.verdict(home["c0"], home, Sense.YES)
    field = space.fields.all[0]
    found = set()
    clauses: list[Clause] = [(asked,)]
    while (box := solve(space, space.start, clauses)) is not None:
        found.add(field.value(field.of(box)))
        clauses.append((space.literal("a", field.cells & ~field.of(box)),))
    assert found == {1, 4, 5, 8}


def test_orders_hold_for_known_numbers_only() -> None:
    """In a chain the known numbers ascend, and a missing one is in no order."""
    facts = [fact(name, "integer", 0, 2) for name in "ab"]
    home = taxonomy_of(
        facts, [test(name, "one_of", (0, 1, 2)) for name in "ab"], invariants=[Ascending(facts=("a", "b"))]
    )
    space = space_of(home)
    found = set()
    clauses: list[Clause] = []
    while (box := solve(space, space.start, clauses)) is not None:
        customer = customer_in(space.fields, box)
        found.add((customer.get("a"), customer.get("b")))
        clauses.append(
            tuple(space.literal(field.fact.id, field.cells & ~field.of(box)) for field in space.fields.all)
        )
    numbers = (None, 0, 1, 2)
    assert found == {(a, b) for a in numbers for b in numbers if a is None or b is None or a <= b}


def test_nobody_meets_what_is_never_met() -> None:
    """A formula that nobody meets, and a clause without formulas, have no customer."""
    home = taxonomy_of([fact("a", "boolean")], [test("a", "equals", True)])
    space = space_of(home)
    assert solve(space, space.start, [(NEVER,)]) is None
    assert solve(space, space.start, [()]) is None
    assert solve(space, space.start, []) is not None
    assert solve(space, space.start & ~space.fields.all[0].every, []) is None


def test_z3_gives_up_too() -> None:
    """Where z3 may do next to nothing, a hard question is given up."""
    random = Random(3)
    names = [f"b{number}" for number in range(60)]
    home = taxonomy_of(
        [fact(name, "boolean") for name in names], [test(name, "equals", True) for name in names]
    )
    space = space_of(home)
    clauses: list[Clause] = [
        tuple(space.literal(name, random.choice((2, 4))) for name in random.sample(names, 3))
        for _ in range(255)
    ]
    with pytest.raises(OutOfBudgetError):
        solve(space, space.start, clauses, resources=1000)
