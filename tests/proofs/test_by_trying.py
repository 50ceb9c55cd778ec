"""Proofs agree with trying everybody: all customers who make a difference, one after the other."""

from collections.abc import Mapping
from importlib.util import find_spec
from itertools import combinations, permutations
from typing import Any as Anything

import attrs
import pytest
from hypothesis import assume, given, strategies as st
from tests.proofs.reference import Customer, Everybody, is_complete, is_possible, whole
from tests.proofs.strategies import MOST, crowded_worlds, laws, tiny_worlds
from tests.property.strategies import World

from customer_types import Relation, Taxonomy, compare, verify
from customer_types._deciding.interpreter import holds, own, verdict
from customer_types._model.facts import Ascending
from customer_types._model.taxonomies import Disjoint, Exhaustive, Implies, Overlaps
from customer_types._proving.proofs import Comparison


def drawn(world: World) -> tuple[Taxonomy, Everybody]:
    """Give the last taxonomy of a world and everybody in it."""
    everybody = Everybody(world.last)
    assume(everybody.size <= MOST)
    return world.last, everybody


def replay(told: Comparison, left: Taxonomy, right: Taxonomy) -> None:
    """Check that the witnesses of a comparison are possible, show it, and are there when they should be."""
    witnesses = {
        (True, True): told.both,
        (True, False): told.only_left,
        (False, True): told.only_right,
    }
    expected = {
        Relation.DISJOINT: set(),
        Relation.EQUAL: {(True, True)},
        Relation.SUBSET: {(True, True), (False, True)},
        Relation.SUPERSET: {(True, True), (True, False)},
        Relation.OVERLAP: {*witnesses},
    }[told.relation]
    assert expected <= {shown for shown, witness in witnesses.items() if witness is not None}
    for shown, witness in witnesses.items():
        if witness is not None:
            facts = whole(witness.facts, left, right)
            assert is_possible(facts, left, right)
            assert shown == (
                verdict(told.left, facts, left) is True,
                verdict(told.right, facts, right) is True,
            )


@laws(300)
@given(tiny_worlds())
def test_relations_are_what_trying_everybody_finds(world: World) -> None:
    """Two categories stand to one another as their customers do, and the witnesses show it."""
    home, everybody = drawn(world)
    report = verify(home)
    assert report.is_void == (not everybody.possible)
    for left in report.categories:
        for right in report.categories:
            expected = everybody.relation((left, home), (right, home))
            assert report.relation(left.id, right.id) == expected, (left.id, right.id)
            replay(report.compare(left.id, right.id), home, home)


@laws(120)
@given(tiny_worlds())
def test_relations_hold_across_taxonomies(world: World) -> None:
    """Categories of two taxonomies stand to one another as their customers do."""
    assume(len(world.taxonomies) == 2)
    first, last = world.taxonomies.values()
    everybody = Everybody(first, last)
    assume(everybody.size <= MOST and everybody.possible)
    across = compare(first, last)
    for left in first:
        for right in last:
            if left.when is not None and right.when is not None:
                expected = everybody.relation((left, first), (right, last))
                assert across.relation(left.id, right.id) == expected, (left.id, right.id)
                replay(across.compare(left.id, right.id), first, last)


@laws(120)
@given(tiny_worlds())
def test_broader_categories_hold_all_customers_of_the_others(world: World) -> None:
    """A link to a broader category is a fault where somebody is outside of that one, who is shown."""
    home, everybody = drawn(world)
    assume(everybody.possible)
    ids = [category.id for category in home]
    linked = tuple(
        attrs.evolve(one, broader=tuple(id for id in ids if id != one.id)) for one in home.categories
    )
    home = attrs.evolve(home, categories=linked)
    found = {
        (fault.arguments["category"], fault.arguments["broader"]): fault.arguments["witness"]
        for fault in verify(home).faults
        if fault.code == "broader.too-narrow"
    }
    expected = {
        (left.key, right.key)
        for left, right in permutations(home.categories, 2)
        if left.when is not None and right.when is not None
        for customer in everybody.possible
        if verdict(left, customer, home) is True and verdict(right, customer, home) is not True
    }
    assert found.keys() == expected
    for (left_key, right_key), witness in found.items():
        facts = whole(witness.facts, home)
        assert is_possible(facts, home)
        assert verdict(home.named(left_key), facts, home) is True
        assert verdict(home.named(right_key), facts, home) is not True


@pytest.mark.skipif(find_spec("z3") is None, reason="z3 is an extra")
@laws(120)
@given(tiny_worlds())
def test_with_hardly_any_budget_nothing_is_wrong(world: World) -> None:
    """With a budget of few steps the answer is right or undecided, and z3 stands in where it is asked."""
    home, everybody = drawn(world)
    assume(everybody.possible)
    report, with_z3 = verify(home, budget=2), verify(home, budget=2, solver="z3")
    for left, right in combinations(report.categories, 2):
        expected = everybody.relation((left, home), (right, home))
        assert report.relation(left.id, right.id) in (expected, Relation.UNDECIDED)
        assert with_z3.relation(left.id, right.id) == expected
    found = {frozenset(one.id for one in overlap.categories) for overlap in report.overlaps}
    assert not report.has_all_overlaps or found == everybody.overlaps(home)
    assert not report.has_all_gaps or bool(report.gaps) == bool(everybody.gaps(home))


@laws(200)
@given(st.one_of(tiny_worlds(), crowded_worlds()))
def test_overlaps_are_the_largest_sets_of_categories_with_a_customer(world: World) -> None:
    """Overlaps are all maximal sets of categories that share somebody, each with such a customer."""
    home, everybody = drawn(world)
    report = verify(home)
    found = [frozenset(one.id for one in overlap.categories) for overlap in report.overlaps]
    assert report.has_all_overlaps
    assert set(found) == everybody.overlaps(home)
    assert len(found) == len(set(found))
    for overlap in report.overlaps:
        facts = whole(overlap.witness.facts, home)
        assert is_possible(facts, home)
        assert all(verdict(category, facts, home) is True for category in overlap.categories)


@laws(200)
@given(tiny_worlds())
def test_what_nobody_reaches_is_told(world: World) -> None:
    """Unreachable and shadowed are the categories whose criterion nobody meets, or others before it."""
    home, everybody = drawn(world)
    report = verify(home)
    assert {category.id for category in report.unreachable} == everybody.unreachable(home)
    found = {
        shadow.category.id: ({one.id for one in shadow.earlier}, shadow.is_whole) for shadow in report.shadows
    }
    assert found == everybody.shadows(home)
    for shadow in report.shadows:
        assert shadow.witness is not None
        facts = whole(shadow.witness.facts, home)
        assert is_possible(facts, home)
        assert own(shadow.category, facts, home) is True
        assert any(own(one, facts, home) is True for one in shadow.earlier)


def key(customer: Mapping[str, Anything]) -> frozenset[tuple[str, Anything]]:
    """Give a customer as a value."""
    return frozenset(customer.items())


@laws(300)
@given(tiny_worlds())
def test_gaps_are_the_complete_customers_in_no_category(world: World) -> None:
    """The parts of the gaps share nobody, and have all complete customers in no category, and only them."""
    home, everybody = drawn(world)
    report = verify(home)
    is_chained = any(isinstance(one, Ascending) for one in home.vocabulary.invariants)
    assert (
        report.has_all_gaps or is_chained
    )  # where numbers are squeezed, cells have complete ones and others
    assert bool(report.gaps) == bool(everybody.gaps(home))
    finer = Everybody(home, more=[gap.where for gap in report.gaps])
    assume(finer.size <= MOST)
    inside = [
        [customer for customer in finer.complete if holds(gap.where, customer, home) is True]
        for gap in report.gaps
    ]
    taken = [key(customer) for part in inside for customer in part]
    assert len(taken) == len(set(taken))
    everyone = {key(customer) for customer in finer.gaps(home)}
    assert set(taken) == everyone if report.has_all_gaps else set(taken) <= everyone
    for gap, part in zip(report.gaps, inside, strict=True):
        assert gap.count in finer.counts(part), gap.where


@laws(200)
@given(tiny_worlds())
def test_witnesses_of_gaps_are_complete(world: World) -> None:
    """The witness of a gap is possible, complete, where the gap is said to be, and in no category."""
    home, _ = drawn(world)
    report = verify(home)
    for gap in report.gaps:
        facts: Customer = whole(gap.witness.facts, home)
        assert is_possible(facts, home)
        assert holds(gap.where, facts, home) is True
        assert not any(verdict(category, facts, home) is True for category in home)
        assert is_complete(facts, home), facts


@laws(200)
@given(tiny_worlds())
def test_complete_customers_are_counted(world: World) -> None:
    """As many complete customers are counted as the tested facts tell apart, if that is finite."""
    home, everybody = drawn(world)
    assert verify(home).customers in everybody.counts(everybody.complete)


@laws(200)
@given(tiny_worlds())
def test_needs_are_the_facts_that_settle_complete_customers(world: World) -> None:
    """Needs are the facts without which a complete customer is in no category, and maybe in one."""
    home, everybody = drawn(world)
    report = verify(home)
    assert {need.fact.id for need in report.needs} == everybody.needs(home)
    assert len(report.needs) == len({need.fact.id for need in report.needs})
    for need in report.needs:
        facts = whole(need.witness.facts, home)
        told = [verdict(category, facts, home) for category in report.categories]
        assert need.fact.id not in facts
        assert is_possible(facts, home)
        assert True not in told
        assert None in told


@laws(200)
@given(st.one_of(tiny_worlds(), crowded_worlds()))
def test_rules_are_broken_when_somebody_breaks_them(world: World) -> None:
    """A rule is a violation exactly when trying everybody refutes it, and the witness breaks it."""
    home, everybody = drawn(world)
    assume(everybody.possible)
    report = verify(home)
    with_criterion = {category.id for category in home if category.when is not None}
    for rule in home.rules:
        broken = [violation for violation in report.violations if violation.rule is rule]
        rows = [
            {category.id for category in home if verdict(category, customer, home) is True}
            for customer in everybody.possible
        ]
        match rule:
            case Disjoint(categories=ids):
                named = with_criterion.intersection([one.id for one in home.current] if ids is None else ids)
                sets = {frozenset(row & named) for row in rows if len(row & named) > 1}
                largest = {one for one in sets if not any(one < other for other in sets)}
                told = [frozenset(one.id for one in violation.categories) for violation in broken]
                assert set(told) == largest
                assert len(told) == len(largest)
            case Exhaustive():
                assert len(broken) == bool(everybody.gaps(home))
            case Implies(pairs=((left, right),)):
                is_about = {left, right} <= with_criterion
                assert len(broken) == (is_about and any(left in row and right not in row for row in rows))
            case Overlaps(categories=ids):
                is_about = with_criterion.issuperset(ids)
                assert len(broken) == (is_about and not any(row.issuperset(ids) for row in rows))
        for violation in broken:
            replay_violation(violation.code, violation.categories, violation.witness, home)


def replay_violation(code: str, categories: Anything, witness: Anything, home: Taxonomy) -> None:
    """Check that a witness breaks a rule in the way that is told."""
    if code == "rules.no-overlap":
        assert witness is None
        return
    facts = whole(witness.facts, home)
    told = [verdict(category, facts, home) is True for category in categories]
    assert is_possible(facts, home)
    assert (
        told
        == {
            "rules.overlap": [True] * len(told),
            "rules.not-implied": [True, False],
            "rules.gap": [False] * len(told),
        }[code]
    )


@laws(120)
@given(tiny_worlds())
def test_a_file_that_contradicts_itself_is_told_so(world: World) -> None:
    """Facts that nobody can know, and conditions that nobody can meet, are faults of their own file."""
    home = attrs.evolve(world.last, own_vocabulary=world.vocabulary)
    everybody = Everybody(world.last)
    assume(everybody.size <= MOST)
    codes = [fault.code for fault in verify(home).faults]
    if not everybody.possible:
        assert codes == ["facts.no-customer"]
        return
    never_known = [name for name in everybody.values if not any(name in one for one in everybody.possible)]
    never_met = [
        invariant
        for invariant in world.vocabulary.invariants
        if not any(
            set(invariant.facts) <= customer.keys()
            if not hasattr(invariant, "condition")
            else holds(invariant.condition, customer, home) is True
            for customer in everybody.possible
        )
    ]
    assert codes.count("facts.never-known") == len(never_known)
    assert codes.count("facts.never-met") == len(never_met)
    assert "facts.no-customer" not in codes
