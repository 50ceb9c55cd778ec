"""A population has all complete customers, and tells them apart, counts them and says who they are."""

import pytest
from hypothesis import assume, given, settings
from tests.cells.making import (
    choice,
    choices,
    customer_in,
    fact,
    known,
    missing,
    no,
    single_boxes,
    space_of,
    taxonomy_of,
    test,
    yes,
)
from tests.proofs.reference import is_possible
from tests.proofs.strategies import tiny_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types._deciding.interpreter import verdict
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not
from customer_types._model.facts import Ascending, Fact, Implication, Invariant
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.nodes import EVERYBODY, NOBODY
from customer_types._proving.cells.populations import Population
from customer_types._proving.cells.search import OutOfBudgetError

MANY = 1_000_000
A, B, C = (fact(name, "boolean") for name in "abc")
TEN = fact("n", "integer", 0, 9)
PURPOSE = choice("c", "p", "q", "r", "s")
INTERESTS = choices("s", "x", "y", "z")


def population_of(home: Taxonomy, *, budget: int = MANY) -> Population:
    """Give the population of all categories of a taxonomy."""
    return Population(space_of(home), [(category, home) for category in home], budget)


@settings(max_examples=tries(100))
@given(tiny_worlds())
def test_everybody_is_told_apart(world: World) -> None:
    """Regions are the sets of categories that complete customers are in, and share nobody."""
    home = world.last
    population = population_of(home)
    space = population.space
    boxes = [*single_boxes(space.fields)]
    assume(len(boxes) < 200)
    complete = [box for box in boxes if population.is_complete(customer_in(space.fields, box))]
    parts, is_all = population.regions(64)
    assert is_all
    diagrams = population.diagrams
    for box in complete:
        customer = customer_in(space.fields, box)
        inside = tuple(verdict(category, customer, home) is True for category in home)
        assert inside in dict(parts)
        assert (diagrams.first([population.in_none], box) is None) == any(inside)
        assert (diagrams.first([population.members], box) is not None) == any(inside)
    for inside, count in parts:
        diagram = population.everybody
        for is_in, yes_to in zip(inside, population.verdicts, strict=True):
            diagram = (diagrams.both if is_in else diagrams.less)(diagram, yes_to)
        assert population.count(diagram) == count
        customer = population.customer(diagram) or {}
        assert population.is_complete(customer)
        assert tuple(verdict(category, customer, home) is True for category in home) == inside


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_complete_is_who_can_not_know_more(world: World) -> None:
    """Whoever is complete is possible, and would not be with any tested facts that are missing."""
    home = world.last
    population = population_of(home)
    fields = population.space.fields
    boxes = [*single_boxes(fields)]
    assume(len(boxes) < 200 and len(fields.by_fact) == len(world.vocabulary.facts))
    used = set(population.space.used)
    possible = [customer for box in boxes if is_possible(customer := customer_in(fields, box), home)]
    for customer in possible:
        more = [one for one in possible if customer.items() < one.items()]
        knows_more = any((one.keys() - customer.keys()) & used for one in more)
        if population.is_complete(customer):
            assert not knows_more
        elif not population.space.orders:
            assert knows_more


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_who_needs_a_fact(world: World) -> None:
    """Without the fact that is asked about, such a customer is possible, in no category, and maybe in one."""
    home = world.last
    population = population_of(home)
    for name in population.space.used:
        customer = population.without(name)
        if customer is not None:
            assert population.is_complete(customer)
            assert name in customer
            rest = {other: value for other, value in customer.items() if other != name}
            told = {verdict(category, rest, home) for category in home}
            assert None in told
            assert True not in told


def test_an_invariant_about_a_category_counts_without_a_fact() -> None:
    """Who is possible without a fact is told by the criteria of the categories that invariants name."""
    categories: dict[str, Criterion] = {"asked": All((yes("a"), yes("b"))), "any": missing("a")}
    home = taxonomy_of([A, B], categories)
    assert population_of(home).without("a") is None  # who lacks it is in the other category
    assert population_of(home).without("b") == {"a": True, "b": False}
    never = Implication(condition=Not(known("b")), consequence=InCategory("any"))
    assert population_of(taxonomy_of([A, B], categories, invariants=[never])).without("b") is None


def test_a_budget_is_for_each_question() -> None:
    """With hardly any steps nothing is made; what is asked on the way has no budget of its own."""
    home = taxonomy_of([A, B, TEN], [All((yes("a"), yes("b"))), test("n", "min", 5)])
    with pytest.raises(OutOfBudgetError):
        population_of(home, budget=5)
    population = population_of(home, budget=200)
    assert population.asked_anew().diagrams.budget.steps == 200
    assert population.regions(64)[1]
    spent = 200 - population.diagrams.budget.steps
    assert spent > 0
    population.count(population.everybody)
    assert population.diagrams.budget.steps <= 200 - spent


def test_regions_have_a_limit() -> None:
    """Of more regions than wanted, so many are told, and that these are not all."""
    home = taxonomy_of([A, B], [yes("a"), yes("b")])
    assert [inside for inside, _ in population_of(home).regions(4)[0]] == [
        (False, False),
        (False, True),
        (True, False),
        (True, True),
    ]
    few, is_all = population_of(home).regions(3)
    assert len(few) == 3
    assert not is_all


def test_nobody_is_complete_where_nobody_is_possible() -> None:
    """Without possible customers there are no regions."""
    home = taxonomy_of([A], [yes("a")], invariants=[Implication(condition=All(()), consequence=Any(()))])
    population = population_of(home)
    assert population.everybody == population.in_none == NOBODY
    assert population.regions(64) == ([], True)
    assert population_of(taxonomy_of([], [])).everybody == EVERYBODY


# ---- counting ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "criteria", "invariants", "expected"),
    [
        ([A], [yes("a")], [], 2),
        ([A, B, C], [yes("a"), Any((yes("b"), yes("c")))], [], 8),
        ([TEN], [test("n", "min", 3)], [], 10),
        ([fact("n", "integer", -1000, 1000)], [test("n", "min", 5)], [], 2001),
        (
            [A, B, C],
            [All((yes("a"), yes("b"), yes("c")))],
            [
                Implication(condition=yes("a"), consequence=yes("b")),
                Implication(condition=yes("b"), consequence=yes("c")),
            ],
            5,  # b can be neither yes nor no where a is yes and c is no
        ),
        (
            [A, B, C],
            [All((yes("a"), yes("b"), yes("c")))],
            [
                Implication(condition=yes("c"), consequence=yes("b")),
                Implication(condition=no("a"), consequence=no("b")),
            ],
            5,
        ),
        ([fact("n", "integer", 0.5, 9.5)], [test("n", "min", 3)], [], 9),
        ([TEN, A], [All((test("n", "min", 3), yes("a")))], [], 20),
        ([PURPOSE], [test("c", "equals", "q")], [], 4),
        ([PURPOSE], [test("c", "one_of", ("p", "q", "r", "s"))], [], 4),
        ([PURPOSE], [known("c")], [], 4),
        ([INTERESTS], [test("s", "includes", ("x", "y", "z"))], [], 8),
        ([INTERESTS], [test("s", "includes", ("x",))], [], 8),
        ([INTERESTS], [known("s")], [], 8),
        ([INTERESTS], [test("s", "includes", ("elsewhere",))], [], 8),
        ([fact("n", "integer", 0)], [test("n", "min", 3)], [], None),
        ([fact("n", "integer", None, 0)], [test("n", "min", -3)], [], None),
        ([fact("n", "number", 0, 1)], [test("n", "above", 0.5)], [], None),
        ([fact("n", "number", 1, 1)], [known("n")], [], 1),
        ([A, B], [All((yes("a"), yes("b")))], [Implication(condition=yes("a"), consequence=yes("b"))], 3),
        ([A, B], [All((yes("a"), yes("b")))], [Implication(condition=no("a"), consequence=missing("b"))], 3),
        ([TEN, A], [test("n", "min", 3)], [], 10),
        ([], [All(())], [], 1),
    ],
)
def test_complete_customers_are_counted(
    facts: list[Fact], criteria: list[Criterion], invariants: list[Invariant], expected: int | None
) -> None:
    """There are as many complete customers as their facts have values together, if that is finite."""
    population = population_of(taxonomy_of(facts, criteria, invariants=invariants))
    assert population.count(population.everybody) == expected


def test_customers_are_counted_within_a_box() -> None:
    """Only those are counted who are in the diagram and in the box."""
    home = taxonomy_of([TEN, PURPOSE], [test("n", "min", 3), test("c", "equals", "q")])
    population = population_of(home)
    n, _ = population.space.fields.all
    assert dict(population.regions(64)[0]) == {
        (False, False): 3 * 3,
        (False, True): 3,
        (True, False): 7 * 3,
        (True, True): 7,
    }
    low = population.space.fields.limit(n, n.cell(1))
    assert population.count(population.everybody, low) == 3 * 4
    assert population.count(population.members, low) == 3
    assert population.count(population.verdicts[0], low) == 0


def test_counts_may_be_large() -> None:
    """Customers are counted by diagrams, so there may be more than anybody could list."""
    names = [f"b{number}" for number in range(100)]
    population = population_of(taxonomy_of([fact(name, "boolean") for name in names], [*map(yes, names)]))
    assert population.count(population.everybody) == 2**100


def test_orders_are_counted_too() -> None:
    """Of two ordered numbers from 0 to 2, six of nine pairs are in order; of large ones nobody tells."""
    for end, expected in ((2, 6), (1000, None)):
        facts = [fact("a", "integer", 0, end), fact("b", "integer", 0, end)]
        home = taxonomy_of(facts, [All((known("a"), known("b")))], invariants=[Ascending(facts=("a", "b"))])
        population = population_of(home)
        assert population.count(population.everybody) == expected
