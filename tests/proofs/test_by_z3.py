"""Proofs agree with z3, which is given the criteria as they are."""

import pytest
from hypothesis import assume, event, given
from tests.proofs.reference import Everybody, is_complete, is_possible
from tests.proofs.strategies import MOST, laws, tiny_worlds, wide_worlds
from tests.proofs.test_by_trying import replay
from tests.property.strategies import World

from customer_types import compare, verify
from customer_types._deciding.interpreter import holds, verdict

pytest.importorskip("z3")
from tests.proofs.solver import Solver

#: Steps that z3 may take for a question with a quantifier, so that a busy machine asks as many.
STEPS = 3_000_000


@laws(180)
@given(wide_worlds())
def test_relations_are_what_z3_finds(world: World) -> None:
    """Two categories stand to one another as z3 says, and the witnesses show it."""
    home = world.last
    solver, report = Solver(home), verify(home)
    assert report.is_void == (not solver.is_there())
    for left in report.categories:
        for right in report.categories:
            expected = solver.relation((left, home), (right, home))
            assert report.relation(left.id, right.id) == expected, (left.id, right.id)
            replay(report.compare(left.id, right.id), home, home)


@laws(90)
@given(wide_worlds())
def test_relations_across_taxonomies_are_what_z3_finds(world: World) -> None:
    """Categories of two taxonomies stand to one another as z3 says."""
    assume(len(world.taxonomies) == 2)
    first, last = world.taxonomies.values()
    solver = Solver(first, last)
    assume(solver.is_there())
    across = compare(first, last)
    for left in first:
        for right in last:
            if left.when is not None and right.when is not None:
                expected = solver.relation((left, first), (right, last))
                assert across.relation(left.id, right.id) == expected, (left.id, right.id)
                replay(across.compare(left.id, right.id), first, last)


@laws(120)
@given(wide_worlds())
def test_overlaps_are_what_z3_finds(world: World) -> None:
    """Each overlap has a customer, none can be made larger, and each two that meet are in one."""
    home = world.last
    solver, report = Solver(home), verify(home)
    assert report.has_all_overlaps
    yes = {category.id: solver.yes((category, home)) for category in home}
    found = [{one.id for one in overlap.categories} for overlap in report.overlaps]
    for together in found:
        assert solver.is_there(*(yes[id] for id in together))
        assert not any(
            solver.is_there(*(yes[id] for id in {*together, other})) for other in yes.keys() - together
        )
    assert all(len(one) > 1 for one in found)
    assert not any(one < other for one in found for other in found)
    assert not solver.is_another_overlap(home, found)


@laws(120)
@given(tiny_worlds(most=2))
def test_there_is_a_gap_where_z3_finds_one(world: World) -> None:
    """There is a gap exactly where z3 finds a complete customer in no category, and they are in one."""
    home = world.last
    everybody = Everybody(home)
    assume(everybody.size <= MOST)
    try:
        customer = Solver(home).gap(home, steps=STEPS)
    except TimeoutError:
        event("z3 gives up")
        return
    report = verify(home)
    assert bool(report.gaps) == (customer is not None)
    if customer is not None:
        assert is_possible(customer, home)
        assert is_complete(customer, home)
        assert not any(verdict(category, customer, home) is True for category in home)
        assert sum(holds(gap.where, customer, home) is True for gap in report.gaps) == 1


@laws(120)
@given(wide_worlds())
def test_gaps_are_complete_to_z3(world: World) -> None:
    """The witness of a gap is complete for z3 too, and those of two gaps are not in one."""
    home = world.last
    solver, report = Solver(home), verify(home)
    for gap in report.gaps:
        facts = dict(gap.witness.facts)
        assert is_possible(facts, home)
        assert solver.is_complete(facts)
        assert not any(verdict(category, facts, home) is True for category in home)
        assert [other for other in report.gaps if holds(other.where, facts, home) is True] == [gap]
