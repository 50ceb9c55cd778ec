"""The search finds a box exactly if somebody is there, and gives up after so many steps."""

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import assume, given, settings, strategies as st
from tests.cells.making import (
    choices,
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

from customer_types._model.criteria import All, Any, Not
from customer_types._model.facts import Ascending, Fact
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.fields import MISSING, Box
from customer_types._proving.cells.formulas import NEVER, Clause, Sense
from customer_types._proving.cells.search import Budget, OutOfBudgetError, narrow, solutions, solve
from customer_types._proving.cells.spaces import Space

MANY = 1_000_000


def booleans(*names: str) -> tuple[Space, Taxonomy]:
    """Make a space of truth values."""
    home = taxonomy_of(
        [fact(name, "boolean") for name in names], [test(name, "equals", True) for name in names]
    )
    return space_of(home), home


def lower_and_upper(*facts: Fact, chain: tuple[str, ...] = ("a", "b")) -> Space:
    """Make a space of numbers in order, each cut at 1 and 2."""
    tests = [test(one.id, "one_of", (1, 2)) for one in facts]
    return space_of(taxonomy_of(facts, tests, invariants=[Ascending(facts=chain)]))


def is_possible_box(space: Space, home: Taxonomy, box: Box) -> bool:
    """Tell whether customers of a box of single cells are possible."""
    return is_possible(customer_in(space.fields, box), home)


# ---- all that there is -------------------------------------------------------------------------


@settings(max_examples=tries(60))
@given(tiny_worlds(), st.data())
def test_a_box_is_found_exactly_if_somebody_is_there(world: World, data: st.DataObject) -> None:
    """What is asked of several categories is met by the box that is found, or by nobody."""
    home = world.last
    space = space_of(home)
    asked: list[Clause] = [
        (space.verdict(category, home, data.draw(st.sampled_from(Sense))),) for category in home
    ]
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 600)
    there = [box for box in everybody if meets_all(box, asked) and is_possible_box(space, home, box)]
    found = solve(space, space.start, asked, Budget(MANY))
    assert (found is None) == (not there)
    if found is not None:
        customer = space.customer(found)
        assert space.box_of(customer) in there
        assert space.box_of(customer) & found == space.box_of(customer)


@settings(max_examples=tries(40))
@given(tiny_worlds(), st.data())
def test_solutions_find_everybody(world: World, data: st.DataObject) -> None:
    """One after the other, each excluded once it is found, all are found who are there."""
    home = world.last
    space = space_of(home)
    category = data.draw(st.sampled_from(home.categories))
    asked: list[Clause] = [(space.verdict(category, home, data.draw(st.sampled_from(Sense))),)]
    everybody = [*single_boxes(space.fields)]
    assume(space.fields.all and len(everybody) < 100)
    expected = {box for box in everybody if meets_all(box, asked) and is_possible_box(space, home, box)}
    found = []
    excluded: list[Clause] = []
    for box in solutions(space, space.start, asked, Budget(MANY), more=excluded):
        found.append(space.box_of(space.customer(box)))
        excluded.append(
            tuple(
                space.connect.literal(position, field.cells & ~field.of(found[-1]))
                for position, field in enumerate(space.fields.all)
            )
        )
    assert len(found) == len({*found})
    assert {*found} == expected


def test_nobody_is_in_an_empty_box() -> None:
    """Within a box that has no cell of a field nobody is found."""
    space, _ = booleans("a", "b")
    assert solve(space, space.start & ~space.fields.all[1].every, [], Budget(MANY)) is None
    assert solve(space, space.start, [(NEVER,)], Budget(MANY)) is None
    assert solve(space, space.start, [()], Budget(MANY)) is None


def test_all_of_a_box_is_found_if_nothing_is_asked() -> None:
    """Without clauses the box itself is the answer, as far as its cells are those of domains."""
    space, _ = booleans("a", "b")
    assert solve(space, space.fields.every, [], Budget(MANY)) == space.start
    inner = space.fields.limit(space.fields.all[0], 4)
    assert solve(space, inner, [], Budget(MANY)) == inner & space.start


def test_a_tried_literal_is_excluded_later() -> None:
    """Of two choices, the second is tried without what the first one has."""
    space, _ = booleans("a", "b")
    a, b = (space.connect.literal(position, 4) for position in (0, 1))
    excluded: list[Clause] = []
    found = solutions(space, space.start, [(a, b)], Budget(MANY), more=excluded)
    first = next(found)
    assert first == space.start & a.box
    excluded.append((space.connect.literal(0, MISSING | 2),))
    second = next(found)
    assert a.beside is not None
    assert second == space.start & b.box & a.beside
    excluded.append((space.connect.literal(1, MISSING | 2),))
    assert next(found, None) is None


# ---- narrowing ---------------------------------------------------------------------------------


def test_narrowing_follows_what_is_forced() -> None:
    """A clause with one formula left limits the box, and one that holds everywhere is done."""
    space, _ = booleans("a", "b", "c")
    a, b, c = (space.connect.literal(position, 4) for position in range(3))
    not_a = space.connect.literal(0, 2)
    assert narrow(space, space.start, [(not_a, b), (a,)], Budget(MANY)) == (space.start & a.box & b.box, [])
    assert narrow(space, space.start, [(a,), (a, c)], Budget(MANY)) == (space.start & a.box, [])
    assert narrow(space, space.start, [(a,), (not_a,)], Budget(MANY)) is None
    assert narrow(space, space.start, [(a, b)], Budget(MANY)) == (space.start, [(a, b)])
    assert narrow(space, space.start, [(a, b, not_a), (a,)], Budget(MANY)) == (space.start & a.box, [])
    left = narrow(space, space.start & not_a.box, [(a, b, c)], Budget(MANY))
    assert left == (space.start & not_a.box, [(b, c)])


def test_narrowing_opens_the_clauses_of_a_forced_formula() -> None:
    """The clauses of the only formula left are asked for in its place."""
    space, _ = booleans("a", "b", "c")
    a, b, c = (space.connect.literal(position, 4) for position in range(3))
    both = space.connect.both((a, space.connect.either((b, c))))
    assert narrow(space, space.start, [(both,)], Budget(MANY)) == (space.start & a.box, [(b, c)])
    inside = space.start & a.box
    assert narrow(space, inside, [(both,)], Budget(MANY)) == (inside, [(b, c)])


def orders_tried(space: Space) -> Iterator[tuple[int, int]]:
    """Give all cells that two ordered fields can be narrowed from."""
    a, b = space.fields.all
    for low, high in product(range(1, a.cells + 1), range(1, b.cells + 1)):
        if low & a.cells == low and high & b.cells == high:
            yield low, high


@pytest.mark.parametrize(
    "space",
    [
        lower_and_upper(fact("a", "integer", 0, 3), fact("b", "integer", 0, 3)),
        lower_and_upper(fact("a", "number"), fact("b", "number", 1)),
    ],
)
def test_orders_narrow_both_facts(space: Space) -> None:
    """Of two ordered facts that are known, only cells are left that go with some cell of the other."""
    ((lower, upper),) = space.orders
    fields = space.fields
    for low, high in orders_tried(space):
        box = space.start & fields.limit(lower, low) & fields.limit(upper, high)
        narrowed = narrow(space, box, [], Budget(MANY))
        pairs = [
            (one, other)
            for one in range(1, lower.width)
            for other in range(1, upper.width)
            if low >> one & 1 and high >> other & 1 and one <= other
        ]
        if low & MISSING or high & MISSING:
            assert narrowed == (box, [])
        elif not pairs:
            assert narrowed is None
        else:
            assert narrowed is not None
            assert lower.of(narrowed[0]) == sum({1 << one for one, _ in pairs})
            assert upper.of(narrowed[0]) == sum({1 << other for _, other in pairs})


def test_orders_of_a_chain_work_together() -> None:
    """Along a chain of three facts, what limits the first limits the last, whatever is in between."""
    facts = [fact(name, "integer", 0, 3) for name in "abc"]
    space = lower_and_upper(*facts, chain=("a", "b", "c"))
    assert len(space.orders) == 3
    highest = 1 << space.fields.all[0].cells.bit_length() - 1
    a, c = space.fields.by_fact["a"][0], space.fields.by_fact["c"][0]
    box = space.start & space.fields.limit(a, highest) & space.fields.limit(c, c.known)
    narrowed = narrow(space, box, [], Budget(MANY))
    assert narrowed is not None
    assert c.of(narrowed[0]) == highest


def test_orders_and_clauses_work_together() -> None:
    """A clause can follow from an order, and an order from a clause."""
    space = lower_and_upper(fact("a", "integer", 0, 3), fact("b", "integer", 0, 3))
    a, b = (space.fields.by_fact[name][0] for name in "ab")
    top = 1 << a.cells.bit_length() - 1
    high_a, high_b = space.literal("a", top), space.literal("b", top)
    low_b = space.literal("b", b.known & ~top)
    asked: list[Clause] = [(space.known("b"),), (high_a,), (low_b, high_b)]
    narrowed = narrow(space, space.start, asked, Budget(MANY))
    assert narrowed == (space.start & high_a.box & high_b.box, [])
    assert solve(space, space.start, [(high_a,), (low_b,)], Budget(MANY)) is None


# ---- budgets -----------------------------------------------------------------------------------


def test_a_budget_is_spent_to_its_last_step() -> None:
    """So many steps can be spent as there are, and one more can't."""
    budget = Budget(3)
    budget.spend(1)
    budget.spend(2)
    assert budget.steps == 0
    with pytest.raises(OutOfBudgetError):
        budget.spend(1)


@pytest.mark.parametrize(("parts", "steps"), [(0, 1), (1, 2), (3, 4)])
def test_each_formula_is_a_step(parts: int, steps: int) -> None:
    """Going through clauses takes a step for each formula, and one."""
    space, _ = booleans("a", "b", "c")
    literals = [space.connect.literal(position, 4) for position in range(3)][:parts]
    box = space.start
    for literal in literals:
        box &= literal.box  # so that nothing is left to be done twice
    budget = Budget(100)
    assert narrow(space, box, [(literal,) for literal in literals], budget) == (box, [])
    assert budget.steps == 100 - steps
    assert narrow(space, box, [(literal,) for literal in literals], Budget(steps)) is not None
    with pytest.raises(OutOfBudgetError):
        narrow(space, box, [(literal,) for literal in literals], Budget(steps - 1))


def test_steps_count_where_nobody_is_left() -> None:
    """A clause that nobody can meet takes the steps of its formulas too."""
    space, _ = booleans("a", "b")
    a, b = (space.connect.literal(position, 4) for position in (0, 1))
    budget = Budget(100)
    assert narrow(space, space.start & ~a.box | space.start & 1, [(a, b)], budget) is None
    assert budget.steps == 97


def test_what_is_excluded_before_the_first_is_excluded() -> None:
    """Clauses that are there from the start count for the first solution too."""
    space, _ = booleans("a", "b")
    a = space.connect.literal(0, 4)
    assert next(solutions(space, space.start, [], Budget(MANY), more=[(a,)])) == space.start & a.box
    assert next(solutions(space, space.start, [(a,)], Budget(MANY), more=[(NEVER,)]), None) is None


def hard(names: str, *, seed: int = 1, ratio: float = 4.26) -> tuple[Space, list[Clause]]:
    """Make a space of truth values with random clauses of three, as hard as they get."""
    space, _ = booleans(*names)
    random = Random(seed)
    clauses: list[Clause] = []
    for _ in range(int(len(names) * ratio)):
        positions = random.sample(range(len(names)), 3)
        clauses.append(
            tuple(space.connect.literal(position, random.choice((2, 4))) for position in positions)
        )
    return space, clauses


@pytest.mark.parametrize("seed", range(6))
def test_random_clauses_are_solved_as_by_trying(seed: int) -> None:
    """Random clauses over five truth values have a solution exactly if trying all finds one."""
    space, clauses = hard("abcde", seed=seed, ratio=5 + seed)
    is_there = any(meets_all(box, clauses) for box in single_boxes(space.fields))
    assert (solve(space, space.start, clauses, Budget(MANY)) is not None) == is_there


def test_a_hard_search_is_given_up() -> None:
    """Where the budget is used up before anything is found, the search says so."""
    space, clauses = hard([*map(str, range(50))], seed=3)  # type: ignore[arg-type]
    with pytest.raises(OutOfBudgetError):
        solve(space, space.start, clauses, Budget(2000))


def test_a_search_goes_on_with_what_is_left_of_its_budget() -> None:
    """Between two solutions the budget can be filled up, and what comes later is found."""
    space, _ = booleans("a", "b")
    budget = Budget(9)
    found = solutions(space, space.start, [(space.connect.literal(0, 4),)], budget, more=[])
    assert next(found) == next(found)
    budget.steps = 0
    with pytest.raises(OutOfBudgetError):
        next(found)


def test_the_field_that_most_clauses_speak_of_is_tried_first() -> None:
    """Of the literals of a clause, that of the busiest field is tried first; so few steps are needed."""
    space, _ = booleans("a", "b", "c", "d")
    a, b, c, d = (space.connect.literal(position, 4) for position in range(4))
    first = solve(space, space.start, [(a, b), (b, c, d), (c, b, a)], Budget(MANY))
    assert first is not None
    assert first & space.fields.all[1].every == b.box & space.fields.all[1].every


def test_the_shortest_clause_is_tried_first() -> None:
    """What is tried is the clause with the fewest formulas."""
    space, _ = booleans("a", "b", "c", "d", "e")
    a, b, c, d, e = (space.connect.literal(position, 4) for position in range(5))
    first = solve(space, space.start, [(a, b, c), (d, e)], Budget(MANY))
    assert first is not None
    assert first & d.box == first


def test_sets_are_known_as_a_whole() -> None:
    """A solution has the values of a set known or missing all together."""
    home = taxonomy_of(
        [choices("a", "x", "y")],
        [test("a", "includes", ("x",)), Not(test("a", "includes", ("y",))), All(()), Any(())],
    )
    space = space_of(home)
    for one, other in combinations(home.categories, 2):
        asked: list[Clause] = [(space.verdict(place, home, Sense.YES),) for place in (one, other)]
        found = solve(space, space.start, asked, Budget(MANY))
        if found is not None:
            cells = {
                bool(field.of(space.box_of(space.customer(found))) & MISSING) for field in space.fields.all
            }
            assert len(cells) == 1
