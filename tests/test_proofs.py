"""Proofs tell how categories stand to one another, with customers who show it."""

from collections.abc import Iterable
from itertools import combinations
from random import Random

import attrs
import pytest
from hypothesis import assume, given, settings
from tests.cells.making import fact, known, missing, no, taxonomy_of, test, yes
from tests.proofs.reference import Everybody
from tests.proofs.strategies import crowded_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types import Relation, Taxonomy, compare, loads
from customer_types._model.criteria import All, Any, Criterion, Not
from customer_types._model.facts import Implication
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Name, Naming
from customer_types._proving.cells.prover import Met, Solver
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.proofs import BUDGET, Proofs
from customer_types.errors import CustomerTypesError, UnknownIdError

A, B, C = (fact(name, "boolean") for name in "abc")
ORDERS = fact("orders", "integer", 0)


def proofs_of(home: Taxonomy, *, budget: int = BUDGET, solver: Solver = "cells") -> Proofs:
    """Make proofs of all categories of a taxonomy."""
    return Proofs([(category, home) for category in home], budget=budget, solver=solver)


def clauses(names: list[str], count: int, random: Random) -> Criterion:
    """Make random clauses of three truth values each."""
    return All(
        tuple(
            Any(tuple(random.choice((yes, no))(name) for name in random.sample(names, 3)))
            for _ in range(count)
        )
    )


def hard(count: int = 45, *, parts: int = 1, seed: int = 3) -> Taxonomy:
    """Make a taxonomy whose categories together are as hard to be in as it gets, and one for all."""
    random = Random(seed)
    names = [f"b{number}" for number in range(count)]
    share = int(count * 4.26 / parts)
    return taxonomy_of(
        [fact(name, "boolean") for name in names],
        [*(clauses(names, share, random) for _ in range(parts)), All(())],
    )


CATEGORIES: dict[str, Criterion] = {
    "few": test("orders", "max", 3),
    "two": test("orders", "equals", 2),
    "many": test("orders", "min", 4),
    "some": test("orders", "min", 1),
    "also_many": Not(test("orders", "below", 4)),
    "abroad": yes("a"),
    "never": All((yes("a"), no("a"))),
}
SEVERAL = taxonomy_of([ORDERS, A], CATEGORIES)


@pytest.mark.parametrize(
    ("left", "right", "relation", "both", "only_left", "only_right"),
    [
        ("few", "many", "disjoint", None, {"orders": 0}, {"orders": 4}),
        ("few", "two", "superset", {"orders": 2}, {"orders": 0}, None),
        ("two", "few", "subset", {"orders": 2}, None, {"orders": 0}),
        ("many", "also_many", "equal", {"orders": 4}, None, None),
        ("few", "some", "overlap", {"orders": 1}, {"orders": 0}, {"orders": 4}),
        ("few", "abroad", "overlap", {"orders": 0, "a": True}, {"orders": 0}, {"a": True}),
        ("never", "few", "disjoint", None, None, {"orders": 0}),
        ("never", "never", "disjoint", None, None, None),
        ("two", "two", "equal", {"orders": 2}, None, None),
    ],
)
def test_two_categories_are_compared(
    left: str,
    right: str,
    relation: str,
    both: dict[str, object] | None,
    only_left: dict[str, object] | None,
    only_right: dict[str, object] | None,
) -> None:
    """A relation comes with a customer of both, of the first alone, and of the second alone."""
    proofs = proofs_of(SEVERAL)
    one, other = (proofs.number((SEVERAL[id], SEVERAL)) for id in (left, right))
    found = proofs.compare(one, other)
    assert found.relation == relation
    witnesses = (found.both, found.only_left, found.only_right)
    assert [None if witness is None else dict(witness.facts) for witness in witnesses] == [
        both,
        only_left,
        only_right,
    ]
    assert found.witness is found.both
    assert (found.left, found.right) == (SEVERAL[left], SEVERAL[right])
    assert found.decided_by == "cells"
    assert repr(found) == f"<Comparison t/{left} {relation} t/{right}>"
    assert proofs.relation(one, other) is found.relation
    assert proofs.relation(other, one) is found.relation.reversed


def test_numbers_are_those_of_the_categories() -> None:
    """Categories are numbered as given, also where two taxonomies have the same one."""
    twin = taxonomy_of([ORDERS, A], CATEGORIES)
    placed = [(category, home) for home in (SEVERAL, twin) for category in home]
    proofs = Proofs(placed)
    assert [proofs.number(one) for one in placed] == [*range(14)]
    assert proofs.taxonomies == (SEVERAL, twin)
    assert proofs.relation(1, 8) is Relation.EQUAL


def test_a_relation_is_said_in_both_languages() -> None:
    """The sentence names both categories, and the customers who show it stand below."""
    home = loads(
        """
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
categories:
  - {id: small, label: {en: Small buyer, fr: Petit acheteur}, when: {orders: {max: 3}}}
  - {id: large, label: {en: Large buyer, fr: Gros acheteur}, when: {orders: {min: 2}}}
"""
    )
    found = Proofs([(category, home) for category in home]).compare(0, 1)
    assert found.render() == str(found)
    assert str(found).replace("\N{NO-BREAK SPACE}", " ") == (
        "“Small buyer” (clubs/small) and “Large buyer” (clubs/large) overlap: "
        "some customers are in both, some in only one\n"
        "    in both: Orders: 2 orders\n"
        "    only in the first: Orders: 0 orders\n"
        "    only in the second: Orders: 4 orders"
    )
    french = found.render("fr").splitlines()
    assert len(french) == 4
    assert "Petit acheteur" in french[0]
    assert "Gros acheteur" in french[0]
    assert all(line.startswith("    ") for line in french[1:])
    assert "commande" in french[1]
    alone = Proofs([(category, home) for category in home]).compare(0, 0)
    assert len(str(alone).splitlines()) == 2


def test_labels_fall_back() -> None:
    """A category without a label in the language asked for is named in one that it has."""
    german = Label(by_language=FrozenMap({"de": Naming(name=Name(forms=FrozenMap({"one": "Wenige"})))}))
    few = attrs.evolve(SEVERAL["few"], labels=german)
    home = attrs.evolve(SEVERAL, categories=(few, SEVERAL["many"]))
    for language in ("en", "fr"):
        said = proofs_of(home).compare(0, 1).render(language).splitlines()[0]
        assert "Wenige" in said
        assert "many" in said


# ---- what is undecided -------------------------------------------------------------------------


def test_a_hard_relation_is_undecided() -> None:
    """With few steps a hard relation is undecided, and there is no witness; z3 decides it."""
    proofs = proofs_of(hard(), budget=3000)
    found = proofs.compare(0, 1)
    assert found.relation is Relation.UNDECIDED
    assert found.decided_by is None
    assert found.both is None
    assert proofs.meets(0, 1) is None
    assert proofs.is_within(0, 1) is True
    assert proofs.is_within(1, 0) is False
    assert proofs.is_within(0, 0) is None
    with pytest.raises(OutOfBudgetError):
        proofs.must_be_within(0, 0)


def test_z3_decides_a_hard_relation() -> None:
    """With z3 nothing is undecided, and it is told which solver has decided."""
    pytest.importorskip("z3")
    proofs = proofs_of(hard(), budget=3000, solver="z3")
    found = proofs.compare(0, 1)
    assert found.relation in (Relation.DISJOINT, Relation.SUBSET)
    assert found.decided_by == "z3"
    assert proofs.meets(0, 1) is (found.relation is Relation.SUBSET)
    assert proofs.compare(0, 1).decided_by == "z3"
    # What z3 has decided of other pairs is of no account.
    easy = proofs_of(hard(), budget=3000, solver="z3").compare(1, 1)
    assert easy.relation is Relation.EQUAL
    assert easy.decided_by == "cells"


def test_what_is_within_is_asked_once() -> None:
    """An answer that is there is given again without a question."""
    proofs = proofs_of(SEVERAL)
    assert proofs.is_within(1, 0) is True
    assert proofs.is_within(0, 1) is False
    assert proofs.must_be_within(1, 0) is True
    asked = proofs.prover.decided["cells"]
    assert (proofs.is_within(1, 0), proofs.is_within(0, 1)) == (True, False)
    assert proofs.prover.decided["cells"] == asked == 2
    assert proofs.meets(0, 1) is True
    asked = proofs.prover.decided["cells"]
    assert proofs.meets(0, 2) is False
    assert proofs.prover.decided["cells"] == asked


def test_nobody_is_possible_where_invariants_contradict_one_another() -> None:
    """Where nobody is possible all is disjoint, and it is told that nothing can be proved."""
    never = [
        Implication(condition=missing("a"), consequence=known("a")),
        Implication(condition=known("a"), consequence=missing("a")),
    ]
    proofs = proofs_of(taxonomy_of([A, B], [yes("a"), yes("b")], invariants=never))
    assert proofs.is_void
    assert proofs.relation(0, 1) is Relation.DISJOINT
    assert proofs.compare(0, 1).both is None
    assert not proofs_of(SEVERAL).is_void
    assert proofs_of(SEVERAL).prover.decided == {}


# ---- witnesses ---------------------------------------------------------------------------------


def test_a_witness_is_in_some_categories_and_not_in_others() -> None:
    """Who is found is in all categories wanted, and in none of the others."""
    proofs = proofs_of(SEVERAL)
    found = proofs.witness([(0, True), (3, True), (5, False)])
    assert found is not None
    assert found.facts == {"orders": 1}
    assert proofs.witness([(0, True), (2, True)]) is None
    assert proofs.witness([(0, False), (2, False), (3, True)]) is None
    nobody = proofs.witness([(0, False)])
    assert nobody is not None
    assert nobody.facts == {}
    together = proofs.in_all([0, 1, 3, 5])
    assert together is not None
    assert together.facts == {"orders": 2, "a": True}
    assert proofs.in_all([0, 2]) is None


def test_a_witness_may_be_undecided() -> None:
    """Where the search is given up there is no witness."""
    assert proofs_of(hard(), budget=3000).witness([(0, True)]) is None


# ---- overlaps ----------------------------------------------------------------------------------


def test_overlaps_are_maximal() -> None:
    """Where each two of three overlap but not all three, there are three overlaps of two."""
    home = taxonomy_of(
        [A, B, C],
        [
            All((yes("a"), Any((yes("b"), no("c"))))),
            All((yes("b"), Any((yes("c"), no("a"))))),
            All((yes("c"), Any((yes("a"), no("b"))))),
        ],
    )
    assert proofs_of(home).overlaps(10) == ([(0, 1, 2)], True)
    pairwise = taxonomy_of(
        [fact("n", "integer", 1, 3)],
        [test("n", "one_of", pair) for pair in ((1, 2), (2, 3), (1, 3))],
    )
    assert proofs_of(pairwise).overlaps(10) == ([(0, 1), (0, 2), (1, 2)], True)
    assert proofs_of(pairwise).overlaps(10, among=[0, 2]) == ([(0, 2)], True)
    assert proofs_of(pairwise).overlaps(10, among=[1]) == ([], True)
    assert proofs_of(pairwise).overlaps(10, among=[]) == ([], True)


@pytest.mark.parametrize("limit", [1, 2, 5, 6, 7])
def test_overlaps_are_listed_up_to_a_limit(limit: int) -> None:
    """Of six overlaps so many are listed, and it is told whether these are all."""
    home = taxonomy_of(
        [fact("n", "integer", 1, 6)],
        [test("n", "one_of", tuple(sorted({*range(1, 7)} - {leave_out}))) for leave_out in range(1, 7)],
    )
    found, is_complete = proofs_of(home).overlaps(limit)
    expected = [*combinations(range(6), 5)]
    assert {*found} <= {*expected}
    assert len(found) == min(limit, 6)
    assert is_complete == (limit > 6)


@settings(max_examples=tries(60))
@given(crowded_worlds())
def test_overlaps_are_those_that_trying_finds(world: World) -> None:
    """Overlaps are the maximal sets of categories that share somebody, among all or among some."""
    home = world.last
    everybody = Everybody(home)
    assume(everybody.tested and everybody.size < 500)
    proofs = proofs_of(home)

    def named(sets: Iterable[Iterable[int]]) -> set[frozenset[str]]:
        return {frozenset(home.categories[number].id for number in one) for one in sets}

    found, is_complete = proofs.overlaps(1000)
    assert is_complete
    assert named(found) == everybody.overlaps(home)
    assert found == sorted(found)
    some = [number for number in range(len(home)) if number % 3 != 1]
    rows = everybody.of(*((home.categories[number], home) for number in some))
    sets = {frozenset(number for number, told in zip(some, row, strict=True) if told is True) for row in rows}
    sets = {one for one in sets if len(one) > 1}
    expected = {one for one in sets if not any(one < other for other in sets)}
    assert {frozenset(one) for one in proofs.overlaps(1000, among=some)[0]} == expected


def test_overlaps_may_be_undecided() -> None:
    """Where the search is given up the list is not complete, and has only what is proved."""
    proofs = proofs_of(hard(), budget=3000)
    assert proofs.overlaps(10) == ([], False)
    three = proofs_of(hard(18, parts=3, seed=1), budget=1000)
    assert three.meetings[:3] == [Met(0b1111)] * 3
    found, is_complete = three.overlaps(10, among=[0, 1, 2])
    assert not is_complete
    assert found == []


# ---- across taxonomies -------------------------------------------------------------------------


def test_categories_of_two_taxonomies_are_compared() -> None:
    """Each category of one taxonomy is compared with each of the other, those without criterion left out."""
    left = taxonomy_of([ORDERS], {"few": test("orders", "max", 3), "without": None}, id="left")
    right = taxonomy_of([ORDERS, A], {"one": test("orders", "equals", 1), "abroad": yes("a")}, id="right")
    across = compare(left, right)
    assert [(found.left.id, found.right.id, found.relation.value) for found in across] == [
        ("few", "one", "superset"),
        ("few", "abroad", "overlap"),
    ]
    assert across.relation("few", right["abroad"]) is Relation.OVERLAP
    with pytest.raises(UnknownIdError, match="few"):
        across.relation("fewer", "one")
    with pytest.raises(CustomerTypesError, match="left/without"):
        across.relation("without", "one")
