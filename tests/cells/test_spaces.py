"""A space has the facts that make a difference, and gives customers of its boxes."""

from typing import Any as Anything

import pytest
from hypothesis import assume, given, settings
from tests.cells.making import (
    choice,
    choices,
    customer_in,
    fact,
    known,
    meets,
    meets_all,
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

from customer_types._model.criteria import All, Any, InCategory, Not
from customer_types._model.facts import Ascending, Implication
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.fields import MISSING
from customer_types._proving.cells.formulas import Sense
from customer_types._proving.cells.search import Budget, solve
from customer_types._proving.cells.spaces import Space, bits
from customer_types.errors import CircularCriteriaError, UnknownFactError

A, B, C, D = (fact(name, "boolean") for name in "abcd")
NUMBERS = [fact(name, "integer", 0, 9) for name in "abc"]


def names_of(space: Space) -> list[str]:
    """Name the facts of a space."""
    return [*space.fields.by_fact]


# ---- facts -------------------------------------------------------------------------------------


def test_a_space_has_the_facts_that_are_tested() -> None:
    """Only facts that some criterion tests, or one that it builds on, are in the space, in that order."""
    home = taxonomy_of([A, B, C, D], [All((yes("c"), InCategory("c1"))), Not(yes("a")), None, yes("d")])
    space = Space([(home["c0"], home), (home["c2"], home)])
    assert space.used == ("a", "c")
    assert names_of(space) == ["a", "c"]
    assert space.invariants == ()
    assert [field.fact.id for field in space.fields_of_used] == ["a", "c"]


def test_invariants_tie_facts_to_those_in_use() -> None:
    """An invariant about a fact in use is in the space with its other facts, and so on from these."""
    invariants = [
        Implication(condition=yes("c"), consequence=yes("d")),
        Implication(condition=yes("b"), consequence=yes("c")),
        Implication(condition=yes("a"), consequence=yes("b")),
    ]
    home = taxonomy_of([A, B, C, D, fact("e", "boolean")], [yes("a")], invariants=invariants)
    space = space_of(home)
    assert space.used == ("a",)
    assert names_of(space) == ["a", "c", "d", "b"]
    assert [one for one, _ in space.invariants] == invariants
    assert [field.fact.id for field in space.fields_of_used] == ["a"]


def test_an_order_ties_facts_too() -> None:
    """All facts of a chain are in the space if one is in use."""
    home = taxonomy_of(NUMBERS, [test("b", "min", 3)], invariants=[Ascending(facts=("a", "b", "c"))])
    space = space_of(home)
    assert {*names_of(space)} == {"a", "b", "c"}
    pairs = {(lower.fact.id, upper.fact.id) for lower, upper in space.orders}
    assert pairs == {("a", "b"), ("a", "c"), ("b", "c")}
    assert len(space.orders) == 3


def test_an_order_is_listed_once() -> None:
    """Two chains with the same pair, and a fact that stands twice in a chain, give a pair once."""
    chains = [Ascending(facts=("a", "b")), Ascending(facts=("a", "b", "b"))]
    space = space_of(taxonomy_of(NUMBERS, [test("b", "min", 3)], invariants=chains))
    assert [(lower.fact.id, upper.fact.id) for lower, upper in space.orders] == [("a", "b")]


def test_what_is_not_tied_is_left_out() -> None:
    """Invariants about other facts are left out, as nobody breaks them by what is in use."""
    home = taxonomy_of(
        [A, B, C], [yes("a")], invariants=[Implication(condition=yes("b"), consequence=yes("c"))]
    )
    space = space_of(home)
    assert space.invariants == ()
    assert names_of(space) == ["a"]


def test_an_invariant_that_missing_facts_break_is_always_in() -> None:
    """If a customer of whom nothing is known is not possible, all invariants count."""
    must = Implication(condition=missing("b"), consequence=known("c"))
    other = Implication(condition=yes("d"), consequence=no("d"))
    home = taxonomy_of([A, B, C, D], [yes("a")], invariants=[must, other])
    space = space_of(home)
    assert [one for one, _ in space.invariants] == [must, other]
    assert {*names_of(space)} == {"a", "b", "c", "d"}
    met = Implication(condition=missing("b"), consequence=missing("c"))
    assert names_of(space_of(taxonomy_of([A, B, C, D], [yes("a")], invariants=[met, other]))) == ["a"]
    unmet = Implication(condition=known("b"), consequence=known("c"))
    assert names_of(space_of(taxonomy_of([A, B, C, D], [yes("a")], invariants=[unmet, other]))) == ["a"]


def test_invariants_may_ask_about_categories() -> None:
    """The facts of a category that an invariant names are in the space, and cut as its tests ask."""
    home = taxonomy_of(
        NUMBERS,
        {"asked": test("a", "min", 3), "other": test("b", "min", 7)},
        invariants=[Implication(condition=test("a", "equals", 1), consequence=InCategory("other"))],
    )
    space = Space([(home["asked"], home)])
    assert names_of(space) == ["a", "b"]
    for box in single_boxes(space.fields):
        customer = customer_in(space.fields, box)
        assert meets_all(box, space.possible) == is_possible(customer, home)


def test_the_invariants_of_several_taxonomies_count() -> None:
    """Facts and invariants of all taxonomies asked about are in a space."""
    one = Implication(condition=yes("a"), consequence=yes("b"))
    other = Implication(condition=no("a"), consequence=yes("c"))
    left = taxonomy_of([A, B], [yes("a")], invariants=[one], id="left")
    right = taxonomy_of([A, C], [yes("a")], invariants=[one, other], id="right")
    space = space_of(left, right)
    assert [invariant for invariant, _ in space.invariants] == [one, other]
    assert [home.id for _, home in space.invariants] == ["left", "right"]
    assert names_of(space) == ["a", "b", "c"]


def test_a_fact_that_nobody_declares_is_unknown() -> None:
    """A test of an unknown fact is an error that suggests one."""
    home = taxonomy_of([fact("orders", "integer")], [test("order", "min", 1)])
    with pytest.raises(UnknownFactError, match="orders") as raised:
        space_of(home)
    assert "order" in str(raised.value)


def test_a_circle_has_no_space() -> None:
    """Categories built on one another in a circle can't be asked about."""
    home = taxonomy_of([A], [InCategory("c1"), InCategory("c0")])
    with pytest.raises(CircularCriteriaError):
        space_of(home)


def test_a_tower_of_categories_has_formulas() -> None:
    """Thirty-two categories built on one another are no trouble, and mean what the lowest one does."""
    tower = [Not(InCategory(f"c{number + 1}")) for number in range(32)]
    home = taxonomy_of([A], [*tower, yes("a")])
    space = space_of(home)
    for number, category in enumerate(home):
        asked = space.verdict(category, home, Sense.YES)
        a = space.fields.all[0]
        is_same = number % 2 == 0
        assert asked.box & space.start == space.start & space.fields.limit(a, 4 if is_same else 2)


# ---- cells -------------------------------------------------------------------------------------


def test_facts_are_cut_where_they_are_compared() -> None:
    """Each bound, literal and threshold cuts its fact, and nothing else does."""
    facts = [fact("n", "integer"), fact("x", "number"), choice("c", "p", "q", "r"), choices("s", "p", "q")]
    home = taxonomy_of(
        facts,
        [
            test("n", "min", 3),
            test("n", "below", "few"),
            test("n", "one_of", (7, 8)),
            test("x", "max", 2**53 + 1),
            test("x", "equals", 0.5),
            test("c", "equals", "q"),
            test("s", "includes", ("q",)),
            known("n"),
        ],
        thresholds={"few": 2.5, "unused": 99},
    )
    fields = space_of(home).fields.by_fact
    n, x = fields["n"][0].scale, fields["x"][0].scale
    assert n is not None
    assert x is not None
    assert n.cuts == [(2.5, 0), (3, 0), (7, 0), (7, 1), (8, 0), (8, 1)]
    assert x.cuts == [(0.5, 0), (0.5, 1), (2.0**53, 1)]
    assert fields["c"][0].choices == ("q",)
    assert [field.member for field in fields["s"]] == [None, "q"]


def test_marks_get_cells_of_their_own() -> None:
    """Values that are marked are told apart from all others, like those that tests name."""
    facts = [
        fact("n", "integer"),
        fact("x", "number"),
        choice("c", "p", "q", "r"),
        choices("s", "p", "q"),
        A,
    ]
    home = taxonomy_of(facts, [All((known("n"), known("x"), known("c"), known("s"), known("a")))])
    marks = {"n": 5, "x": 1, "c": "q", "s": frozenset({"p"}), "a": True, "elsewhere": 1}
    fields = space_of(home, marks=marks).fields.by_fact
    n, x = fields["n"][0].scale, fields["x"][0].scale
    assert n is not None
    assert x is not None
    assert n.cuts == [(5, 0), (5, 1)]
    assert x.cuts == [(1.0, 0), (1.0, 1)]
    assert fields["c"][0].choices == ("q",)
    assert [field.member for field in fields["s"]] == [None, "p"]
    plain = space_of(home, marks={"n": None, "c": None}).fields.by_fact
    assert plain["n"][0].scale == space_of(home).fields.by_fact["n"][0].scale or plain["n"][0].width == 2
    assert plain["c"][0].choices == ()


# ---- customers ---------------------------------------------------------------------------------


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_possible_is_what_it_is(world: World) -> None:
    """A customer of single cells meets the clauses and orders of a space if they are possible."""
    home = world.last
    space = space_of(home)
    everybody = [*single_boxes(space.fields)]
    assume(space.fields.all and len(everybody) < 600)
    is_all = len(space.fields.by_fact) == len(world.vocabulary.facts)
    for box in everybody:
        is_ordered = all(
            MISSING in (lower.of(box), upper.of(box)) or lower.of(box) <= upper.of(box)
            for lower, upper in space.orders
        )
        told = is_ordered and meets_all(box, space.possible)
        found = solve(space, box, [], Budget(100_000))
        assert (found is not None) == told
        if found is not None:
            customer = space.customer(found)
            assert space.box_of(customer) == box
            assert not is_all or is_possible(customer, home)
        elif is_all:
            assert not is_possible(customer_in(space.fields, box), home)


def mixed() -> tuple[Space, Taxonomy]:
    """Make a space of facts of all types."""
    facts = [
        fact("n", "integer", -9, 9),
        fact("x", "number"),
        A,
        choice("c", "p", "q", "r"),
        choices("s", "p", "q"),
    ]
    home = taxonomy_of(
        facts,
        [
            test("n", "above", -3),
            test("n", "min", 4),
            test("x", "above", 0.25),
            yes("a"),
            test("c", "equals", "q"),
            test("s", "includes", ("p", "q")),
        ],
    )
    return space_of(home), home


def test_a_customer_of_a_box_is_simple() -> None:
    """Of a box a customer has as little as can be known, numbers near 0, and sets that are small."""
    space, _ = mixed()
    assert space.customer(space.start) == {}
    box = space.start
    for field in space.fields.all:
        box &= space.fields.limit(field, field.known)
    assert space.customer(box) == {"n": 0, "x": 0, "a": False, "c": "q", "s": frozenset()}
    n, x, a, c, _, p, q = space.fields.all
    inner = box & space.fields.limit(n, n.cell(-4)) & space.fields.limit(x, x.cell(1))
    inner &= space.fields.limit(a, 4) & space.fields.limit(c, c.others) & space.fields.limit(q, 4)
    assert space.customer(inner) == {"n": -3, "x": 1, "a": True, "c": "p", "s": frozenset({"q"})}
    assert p.of(inner) & 2


def test_ordered_facts_take_their_lowest_numbers() -> None:
    """Numbers that are ordered are chosen from the lowest cells, so that they stand in order."""
    facts = [fact("a", "integer", -9, 9), fact("b", "integer", -9, 9), fact("c", "integer", -9, 9)]
    home = taxonomy_of(
        facts,
        [test(name, "min", -3) for name in "abc"],
        invariants=[Ascending(facts=("a", "b"))],
    )
    space = space_of(home)
    box = space.start
    for field in space.fields.all:
        box &= space.fields.limit(field, field.known)
    customer = space.customer(box)
    assert customer["c"] == 0
    assert customer["a"] <= customer["b"] < -3


@pytest.mark.parametrize(
    "customer",
    [
        {},
        {"n": 5, "x": 0.25},
        {"n": -9, "a": True, "c": "r", "s": frozenset({"q"})},
        {"x": 0.5, "a": False, "c": "q", "s": frozenset()},
    ],
)
def test_a_customer_is_in_one_box(customer: dict[str, Anything]) -> None:
    """The box of a customer has one cell of each field, and only what is in it is true of them."""
    space, home = mixed()
    box = space.box_of(customer)
    cells = [field.of(box) for field in space.fields.all]
    assert all(cell.bit_count() == 1 for cell in cells)
    for field, cell in zip(space.fields.all, cells, strict=True):
        assert cell == field.cell(customer.get(field.fact.id))
    assert meets(box, space.verdict(home["c1"], home, Sense.YES)) == (customer.get("n", 0) >= 4)


def test_a_value_outside_its_domain_is_in_no_box() -> None:
    """A customer with an impossible value has no cell, so nobody is found there."""
    space, _ = mixed()
    assert not space.fields.is_box(space.box_of({"n": 10}))
    assert not space.fields.is_box(space.box_of({"c": "elsewhere"}))


def test_bits_are_given_lowest_first() -> None:
    """Single cells are gone through from the lowest."""
    assert [*bits(0b10110)] == [2, 4, 16]
    assert [*bits(0)] == []


# ---- who breaks an invariant -------------------------------------------------------------------


@settings(max_examples=tries(50))
@given(tiny_worlds())
def test_who_breaks_an_invariant_once_facts_are_settled(world: World) -> None:
    """What is said of those who break an invariant is true of them with the settled value."""
    home = world.last
    space = space_of(home)
    everybody = [*single_boxes(space.fields)]
    assume(space.invariants and len(everybody) < 100)
    for name, fields in space.fields.by_fact.items():
        if len(fields) > 1:
            continue
        for cell in bits(fields[0].known):
            chosen, free = cell << fields[0].shift, fields[0].every
            for one, place in space.invariants:
                if isinstance(one, Ascending) and name not in one.facts:
                    continue
                alone = taxonomy_of(world.vocabulary.facts.values(), [], invariants=[one])
                formula = space.broken((one, place), chosen, free)
                for box in everybody:
                    told = meets(box, formula)
                    after = box & ~free | chosen
                    customer = customer_in(space.fields, after)
                    if isinstance(one, Implication) and not names_category(one):
                        assert told == (not is_possible(customer, alone))
                    elif isinstance(one, Ascending):
                        field = fields[0]
                        wrong = any(
                            MISSING not in (lower.of(after), upper.of(after))
                            and lower.of(after) > upper.of(after)
                            for lower, upper in space.orders
                            if field in (lower, upper) and {lower.fact.id, upper.fact.id} <= {*one.facts}
                        )
                        assert told == wrong


def names_category(one: Implication) -> bool:
    """Tell whether an implication asks about categories."""
    return isinstance(one.condition, InCategory) or isinstance(one.consequence, InCategory)


def test_any_of_nothing_in_a_space() -> None:
    """A space without facts has formulas for everybody and for nobody."""
    home = taxonomy_of([], [All(()), Any(())])
    space = space_of(home)
    everybody, nobody = (space.verdict(category, home, Sense.YES) for category in home)
    assert solve(space, space.start, [(everybody,)], Budget(100)) is not None
    assert solve(space, space.start, [(nobody,)], Budget(100)) is None
