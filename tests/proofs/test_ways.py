"""Ways into categories and out of them are those that trying everybody finds."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any as Anything, get_args

import attrs
from hypothesis import assume, given, strategies as st
from tests.proofs.reference import Customer, Everybody, is_possible
from tests.proofs.strategies import MOST, laws, tiny_worlds
from tests.property.strategies import World, pick

from customer_types import Taxonomy
from customer_types._deciding.interpreter import holds, verdict
from customer_types._model.facts import Change, Fact
from customer_types._model.frozen import FrozenMap
from customer_types._proving.ways import Way, ways


@st.composite
def changing_worlds(draw: st.DrawFn) -> World:
    """Give a tiny world in which facts move this way or that."""
    world = draw(tiny_worlds())
    facts = {
        name: attrs.evolve(fact, changeable=pick(draw, get_args(Change)))
        for name, fact in world.vocabulary.facts.items()
    }
    world.vocabulary = attrs.evolve(world.vocabulary, facts=FrozenMap(facts))
    return world


def can_become(fact: Fact, before: Anything, after: Anything) -> bool:
    """Tell whether a business can move a fact from a value to another one."""
    if before == after or before is None or fact.changeable == "any":
        return before is None or after is not None
    if after is None or fact.changeable == "never" or fact.type == "choice":
        return False
    is_more = after > before  # of sets: with more members
    is_less = after < before
    return bool(is_more if fact.changeable == "increase" else is_less)


def moved(before: Mapping[str, Anything], after: Mapping[str, Anything]) -> frozenset[str]:
    """Name the facts that differ."""
    return frozenset(name for name in {*before, *after} if before.get(name) != after.get(name))


def ends(
    everybody: Everybody, home: Taxonomy, customer: Customer, category: str, target: bool
) -> list[Customer]:
    """List who the customer can become of those whose verdict is the one that is wanted."""
    facts = home.vocabulary.facts
    return [
        one
        for one in everybody.possible
        if verdict(home.named(category), one, home) is target
        and all(can_become(facts[name], customer.get(name), one.get(name)) for name in facts)
    ]


def names_of(way: Way) -> frozenset[str]:
    """Name the facts of a way."""
    return frozenset(way.facts)


@laws(60)
@given(world=changing_worlds(), data=st.data())
def test_ways_are_all_the_smallest_ones(world: World, data: st.DataObject) -> None:
    """Every minimal set of facts that leads there is listed, and no other; the nearest value is chosen."""
    home = world.last
    assume(Everybody(home).size <= MOST)
    customer = data.draw(st.sampled_from(Everybody(home).possible or [{}]))
    # Values of customers are doubles; a third is none.
    assume(is_possible(customer, home) and not any(isinstance(one, Fraction) for one in customer.values()))
    category = data.draw(st.sampled_from(home.categories))
    into = data.draw(st.booleans())
    everybody = Everybody(home, customers=[customer])
    assume(everybody.size <= 4 * MOST)

    reached = ends(everybody, home, customer, category.id, into)
    sets = {moved(customer, one) for one in reached}
    smallest = {one for one in sets if not any(other < one for other in sets)}
    found = ways(customer, category, home, into=into)
    assert {names_of(way) for way in found} == smallest
    assert [len(names_of(way)) for way in found] == sorted(map(len, smallest))
    for way in found:
        after = {**customer, **way.facts}
        assert is_possible(after, home)
        assert verdict(category, after, home) is into
        assert moved(customer, after) == names_of(way)
        if len(way.changes) == 1 and len(names_of(way)) == 1:
            (change,) = way.changes
            if change.fact.type in ("integer", "number"):
                tried = [one[change.fact.id] for one in reached if moved(customer, one) == names_of(way)]
                nearest = min(abs(value - change.before) for value in tried)
                assert abs(change.after - change.before) <= max(nearest, 0.01)


@laws(60)
@given(world=changing_worlds(), data=st.data())
def test_nobody_is_told_to_find_out_what_cannot_be(world: World, data: st.DataObject) -> None:
    """What is to be found out can be so today; what is awaited can’t, and is so once a way is followed."""
    home = world.last
    assume(Everybody(home).size <= MOST)
    customer = data.draw(st.sampled_from(Everybody(home).possible or [{}]))
    assume(is_possible(customer, home) and not any(isinstance(one, Fraction) for one in customer.values()))
    hidden = data.draw(st.sets(st.sampled_from([*home.vocabulary.facts])))
    customer = {name: value for name, value in customer.items() if name not in hidden}
    assume(is_possible(customer, home))
    category, into = data.draw(st.sampled_from(home.categories)), data.draw(st.booleans())
    for way in ways(customer, category, home, into=into):
        today = {**customer, **{one.fact.id: one.example for one in way.unknowns}}
        assert is_possible(today, home)
        assert verdict(category, today, home) is into or way.changes
        for awaited in way.awaited:
            assert not is_possible({**today, awaited.fact.id: awaited.example}, home)
        followed = {**today, **{change.fact.id: change.after for change in way.changes}}
        followed |= {one.fact.id: one.example for one in way.awaited}
        assert is_possible(followed, home)
        assert verdict(category, followed, home) is into
        wanted = [*(one.wanted for one in way.unknowns), *(one.wanted for one in way.awaited)]
        assert all(holds(one, followed, home) is True for one in wanted)
