"""A prover finds customers, complete ones too, counts them, and says when it gives up."""

import sys
from math import inf
from random import Random
from typing import Any as Anything

import attrs
import pytest
from hypothesis import assume, given, settings
from tests.cells.making import (
    choices,
    fact,
    known,
    meets,
    missing,
    no,
    single_boxes,
    taxonomy_of,
    test,
    yes,
)
from tests.proofs.reference import Everybody, is_complete, is_possible
from tests.proofs.strategies import tiny_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types._deciding.interpreter import own, verdict
from customer_types._model.criteria import All, Any, Criterion, Not
from customer_types._model.facts import Ascending, Fact, Implication, Invariant, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.formulas import Clause, Sense
from customer_types._proving.cells.prover import QUESTIONS, Met, Prover, Solver
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types.errors import MissingExtraError

MANY = 1_000_000
A, B, C = (fact(name, "boolean") for name in "abc")
TEN = fact("n", "integer", 0, 9)


def prover_of(home: Taxonomy, *, budget: int = MANY, solver: Solver = "cells") -> Prover:
    """Make a prover of all categories of a taxonomy."""
    return Prover([(category, home) for category in home], budget=budget, solver=solver)


def hard(count: int, *, seed: int = 3) -> Taxonomy:
    """Make a taxonomy of random clauses of three truth values each, which is as hard as it gets."""
    random = Random(seed)
    names = [f"b{number}" for number in range(count)]
    clauses = tuple(
        Any(tuple(random.choice((yes, no))(name) for name in random.sample(names, 3)))
        for _ in range(int(count * 4.26))
    )
    return taxonomy_of([fact(name, "boolean") for name in names], [All(clauses), All(())])


# ---- one customer ------------------------------------------------------------------------------


def test_a_customer_is_found_in_categories() -> None:
    """Who is found is in the categories asked for, by their verdicts or by their own criteria."""
    home = taxonomy_of([A, B], [yes("a"), yes("b"), Not(yes("a"))], decide="first")
    prover = prover_of(home)
    placed = [(category, home) for category in home]
    both = [prover.own(placed[0]), prover.own(placed[1])]
    found = prover.find(both)
    assert found is not None
    assert prover.space.customer(found) == {"a": True, "b": True}
    assert prover.find([prover.yes(placed[0]), prover.yes(placed[1])]) is None
    assert prover.exists(both) is True
    assert prover.exists([prover.yes(placed[0]), prover.yes(placed[1])]) is False
    assert prover.exists([prover.not_yes(one) for one in placed]) is True
    assert prover.exists([prover.own(placed[0]), prover.not_yes(placed[0])]) is False
    assert prover.decided == {"cells": 6}


def test_a_customer_is_found_in_a_box() -> None:
    """Within a box only its customers are found."""
    home = taxonomy_of([A, B], [yes("a"), yes("b")])
    prover = prover_of(home)
    a, b = prover.space.fields.all
    asked = [prover.yes((home["c0"], home))]
    box = prover.space.fields.limit(b, 2)
    found = prover.find(asked, box)
    assert found is not None
    assert prover.space.customer(found) == {"a": True, "b": False}
    assert prover.find(asked, prover.space.fields.limit(a, 2)) is None
    assert prover.exists(asked, prover.space.fields.limit(a, 2)) is False
    assert prover.exists(asked, box) is True


@pytest.mark.parametrize("budget", [MANY, 2])
def test_customers_are_found_one_after_the_other(budget: int) -> None:
    """As each is excluded the next one is found, by whichever solver, until nobody is left."""
    home = taxonomy_of([A, B], [Any((yes("a"), yes("b")))])
    prover = prover_of(home, budget=budget, solver="z3")
    excluded: list[Clause] = []
    found = []
    for box in prover.each([prover.yes((home["c0"], home))], more=excluded):
        found.append(prover.space.box_of(prover.space.customer(box)))
        excluded.append(
            tuple(
                prover.space.literal(field.fact.id, field.cells & ~field.of(found[-1]))
                for field in prover.space.fields.all
            )
        )
    everybody = [*single_boxes(prover.space.fields)]
    formula = prover.space.verdict(home["c0"], home, Sense.YES)
    assert sorted(found) == sorted(box for box in everybody if meets(box, formula))
    assert prover.decided["z3"] == (0 if budget == MANY else len(found) + 1 - prover.decided["cells"])
    assert (prover.decided["z3"] > 0) == (budget == 2)


# ---- budgets -----------------------------------------------------------------------------------


def test_a_question_is_given_up() -> None:
    """With few steps a hard question is undecided, and an easy one is not."""
    home = hard(45)
    prover = prover_of(home, budget=3000)
    asked, easy = prover.yes((home["c0"], home)), prover.yes((home["c1"], home))
    with pytest.raises(OutOfBudgetError):
        prover.find([asked])
    assert prover.exists([asked]) is None
    assert prover.exists([easy]) is True
    assert prover.decided == {"cells": 1}


def test_z3_decides_what_is_given_up() -> None:
    """With z3 the same question is decided, and it is told by whom."""
    pytest.importorskip("z3")
    home = hard(45)
    prover = prover_of(home, budget=3000, solver="z3")
    found = prover.exists([prover.yes((home["c0"], home))])
    assert found is not None
    assert prover.exists([prover.yes((home["c1"], home))]) is True
    assert prover.decided == {"z3": 1, "cells": 1}


def test_z3_comes_with_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without z3 it is told which extra is missing; what else can't be imported is told as it is."""
    home = taxonomy_of([A], [yes("a")])
    module = "customer_types._proving.cells.z3_search"
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(MissingExtraError) as raised:
        prover_of(home, solver="z3")
    assert raised.value.extra == "z3"
    assert prover_of(home).exists([]) is True
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ModuleNotFoundError, match="z3_search"):
        prover_of(home, solver="z3")


def test_all_questions_together_have_a_budget() -> None:
    """Many questions may take so many times the steps of one, and after that nothing is decided."""
    home = taxonomy_of([A, B, C], [Any((yes("a"), yes("b"), yes("c")))])
    asked = prover_of(home).yes((home["c0"], home))
    alone = prover_of(home, budget=4)
    assert alone.find([asked]) is not None  # it takes at least half of its budget
    assert alone.find([asked]) is not None
    told = [alone.exists([asked]) for _ in range(4 * QUESTIONS)]
    assert told[: QUESTIONS - 2] == [True] * (QUESTIONS - 2)
    assert told[-1] is None
    first = told.index(None)
    assert set(told[first:]) == {None}


# ---- which categories meet ---------------------------------------------------------------------


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_categories_meet_that_share_somebody(world: World) -> None:
    """Two categories meet if somebody possible is in both, and one meets itself if anybody is in it."""
    home = world.last
    everybody = Everybody(home)
    assume(everybody.tested and everybody.size < 1000)
    placed = [(category, home) for category in home]
    prover = Prover(placed, budget=MANY)
    clauses = [prover.yes(one) for one in placed]
    told = prover.meetings(prover.index(clauses), clauses)
    rows = everybody.of(*placed)
    for one in range(len(placed)):
        for other in range(len(placed)):
            expected = any(row[one] is True and row[other] is True for row in rows)
            assert bool(told[one].meets >> other & 1) == expected
        assert told[one].undecided == 0


def test_meetings_may_be_undecided() -> None:
    """A pair that is given up is undecided from both sides; the others are told."""
    must = Implication(condition=yes("b0"), consequence=yes("b1"))
    home = hard(45)
    home = taxonomy_of(
        home.vocabulary.facts.values(),
        [*(category.when for category in home), yes("b1"), no("b1")],
        invariants=[must],
    )
    prover = prover_of(home, budget=3000)
    clauses = [prover.yes((category, home)) for category in home]
    told = prover.meetings(prover.index(clauses), clauses)
    assert [met.undecided & 0b0010 for met in told] == [0b0010, 0, 0, 0]
    assert [met.undecided & 0b0001 for met in told][:2] == [1, 1]
    assert [met.meets & 0b1110 for met in told[1:]] == [0b1110, 0b0110, 0b1010]
    assert told[0] == Met(meets=0, undecided=0b1111)
    assert not any(met.by_z3 for met in told)


def test_orders_keep_categories_apart() -> None:
    """Categories that share cells do not meet if an order of facts excludes it."""
    facts = [fact("a", "integer", 0, 9), fact("b", "integer", 0, 9)]
    home = taxonomy_of(
        facts,
        [test("a", "min", 5), test("b", "max", 4), test("b", "max", 5)],
        invariants=[Ascending(facts=("a", "b"))],
    )
    prover = prover_of(home)
    clauses = [prover.yes((category, home)) for category in home]
    assert prover.meetings(prover.index(clauses), clauses) == [Met(0b101), Met(0b110), Met(0b111)]


def test_each_pair_is_a_question() -> None:
    """Every pair that may meet is counted once, whether a search was needed or not."""
    home = taxonomy_of([A, B], [yes("a"), yes("b"), no("a")])
    prover = prover_of(home)
    clauses = [prover.yes((category, home)) for category in home]
    assert prover.meetings(prover.index(clauses), clauses) == [Met(0b011), Met(0b111), Met(0b110)]
    assert prover.decided == {"cells": 5}


def test_the_invariants_of_other_taxonomies_count() -> None:
    """Taxonomies none of whose categories is asked about say who is possible, too."""
    home = taxonomy_of([A, B], [yes("a")])
    must = Implication(condition=yes("a"), consequence=yes("b"))
    other = taxonomy_of([A, B], [], invariants=[must], id="u")
    prover = Prover([(home["c0"], home)], homes=[other], budget=MANY)
    found = prover.find([prover.yes((home["c0"], home))], prover.space.start)
    assert [one for one, _ in prover.space.invariants] == [must]
    assert found is not None
    assert is_possible(prover.space.customer(found), other)
    never = Implication(condition=yes("a"), consequence=no("a"))
    void = Prover(
        [(home["c0"], home)], homes=[attrs.evolve(other, own_vocabulary=vocabulary(never))], budget=MANY
    )
    assert void.find([void.yes((home["c0"], home))]) is None


def test_marked_values_are_told_apart() -> None:
    """A value that is marked has a cell of its own."""
    home = taxonomy_of([TEN], [test("n", "min", 3)])
    placed = [(home["c0"], home)]
    marked = Prover(placed, budget=MANY, marks={"n": 7}).space.fields.all[0]
    assert marked.cell(6) != marked.cell(7) != marked.cell(8)
    plain = Prover(placed, budget=MANY).space.fields.all[0]
    assert plain.cell(6) == plain.cell(7) == plain.cell(8)


def vocabulary(*invariants: Invariant) -> Vocabulary:
    """Make a vocabulary of truth values with invariants."""
    return Vocabulary(facts=FrozenMap({"a": A, "b": B}), invariants=invariants)


# ---- complete customers ------------------------------------------------------------------------


def complete_of(prover: Prover) -> list[dict[str, Anything]]:
    """List the complete customers of the cells, each once, as the prover finds them."""
    excluded: list[Clause] = []
    found = []
    for customer in prover.each_complete([], more=excluded):
        found.append(customer)
        box = prover.space.box_of(customer)
        excluded.append(
            tuple(
                prover.space.literal(field.fact.id, field.cells & ~field.of(box), field.member)
                for field in prover.space.fields_of_used
            )
        )
    return found


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_complete_customers_are_those_that_trying_finds(world: World) -> None:
    """Complete is a possible customer of whom no tested fact more can be known."""
    home = world.last
    everybody = Everybody(home)
    assume(everybody.tested and everybody.size < 300)
    prover = prover_of(home)
    space = prover.space
    found = complete_of(prover)
    used = space.fields_of_used

    def cells(customer: dict[str, Anything]) -> tuple[int, ...]:
        box = space.box_of(customer)
        return tuple(field.of(box) for field in used)

    assert {cells(one) for one in found} >= {cells(one) for one in everybody.complete}
    assert all(is_complete(one, home) for one in found[:20])
    assert len({cells(one) for one in found}) == len(found)


@pytest.mark.parametrize(
    ("facts", "invariants", "categories", "expected"),
    [
        ([A, B], [], [All((yes("a"), yes("b")))], [{"a", "b"}] * 4),
        ([A, B], [], [yes("a")], [{"a"}] * 2),
        (
            [A, B],
            [Implication(condition=no("a"), consequence=missing("b"))],
            [All((yes("a"), yes("b")))],
            [{"a"}, {"a", "b"}, {"a", "b"}],
        ),
        (
            [A, B],
            [
                Implication(condition=known("a"), consequence=known("b")),
                Implication(condition=known("b"), consequence=known("a")),
            ],
            [All((yes("a"), yes("b")))],
            [{"a", "b"}] * 4,
        ),
        (
            [A, B, C],
            [
                Implication(condition=known("a"), consequence=known("b")),
                Implication(condition=known("b"), consequence=yes("c")),
                Implication(condition=yes("c"), consequence=known("a")),
            ],
            [yes("a")],
            [set(), {"a"}, {"a"}],
        ),
        (
            [choices("a", "x"), B],
            [Implication(condition=yes("b"), consequence=missing("a"))],
            [test("a", "includes", ("x",)), yes("b")],
            [{"a", "b"}, {"a", "b"}, {"b"}],
        ),
        ([fact("a", "integer", 0.2, 0.8), B], [], [known("a"), yes("b")], [{"b"}, {"b"}]),
    ],
)
def test_facts_may_keep_one_another_from_being_known(
    facts: list[Fact], invariants: list[Invariant], categories: list[Criterion], expected: list[set[str]]
) -> None:
    """Complete is who knows all that can be known with the rest, also where facts come only together."""
    home = taxonomy_of(facts, categories, invariants=invariants)
    prover = prover_of(home)
    found = complete_of(prover)
    tested = {*prover.space.used}
    assert sorted(sorted({*one} & tested) for one in found) == sorted(map(sorted, expected))
    for customer in found:
        assert is_possible(customer, home)


def test_nobody_complete_is_in_no_category() -> None:
    """Where every complete customer is in a category, none is found outside."""
    home = taxonomy_of([A], [yes("a"), no("a")])
    prover = prover_of(home)
    assert prover.find_complete([prover.not_yes((category, home)) for category in home]) is None
    found = prover.find_complete([prover.not_yes((home["c0"], home))])
    assert found == {"a": False}


# ---- taking a fact away ------------------------------------------------------------------------


def test_own_criteria_are_asked_for_as_they_are() -> None:
    """Who meets a category's own criterion need not be in it where the first match decides."""
    home = taxonomy_of([A, B], [yes("a"), yes("b")], decide="first")
    prover = prover_of(home)
    asked = [prover.own((home["c1"], home)), prover.not_yes((home["c1"], home))]
    found = prover.find(asked)
    assert found is not None
    customer = prover.space.customer(found)
    assert own(home["c1"], customer, home) is True
    assert verdict(home["c1"], customer, home) is not True


def test_infinity_is_no_domain() -> None:
    """A number without ends has values however large."""
    home = taxonomy_of([fact("n", "number")], [test("n", "above", 1e308)])
    prover = prover_of(home)
    found = prover.find([prover.yes((home["c0"], home))])
    assert found is not None
    assert 1e308 < prover.space.customer(found)["n"] < inf
