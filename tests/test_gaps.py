"""Gaps are the complete customers in no category, needs the facts without which some are undecided."""

from collections.abc import Mapping
from typing import Any as Anything

import pytest
from hypothesis import assume, given, settings
from tests.benchmarks.tables import random_taxonomy
from tests.cells.making import choice, choices, fact, known, missing, no, taxonomy_of, test, yes
from tests.proofs.reference import Everybody
from tests.proofs.strategies import tiny_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types import Report, Taxonomy, verify
from customer_types._deciding.interpreter import holds, verdict
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not
from customer_types._model.facts import Ascending, Fact, Implication, Invariant
from customer_types._proving import gaps as gap_search
from customer_types._proving.gaps import MOST_GAPS, MOST_REGIONS
from customer_types._proving.proofs import Proofs

A, B, C = (fact(name, "boolean") for name in "abc")
TEN = fact("n", "integer", 0, 9)
SPEND = fact("x", "number", 0)
PURPOSE = choice("c", "p", "q", "r")
INTERESTS = choices("s", "p", "q")


def told(report: Report) -> list[tuple[Criterion, dict[str, Anything], int | None]]:
    """Give the gaps of a report, as plain as can be."""
    return [(gap.where, dict(gap.witness.facts), gap.count) for gap in report.gaps]


# ---- gaps --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "categories", "expected"),
    [
        ([A], [yes("a"), no("a")], []),
        ([A], [yes("a")], [(All((no("a"),)), {"a": False}, 1)]),
        ([A], [missing("a")], [(All(()), {"a": False}, 2)]),
        ([TEN], [test("n", "min", 3)], [(All((test("n", "max", 2),)), {"n": 0}, 3)]),
        (
            [TEN],
            [test("n", "min", 7), test("n", "max", 2)],
            [(All((test("n", "min", 3), test("n", "max", 6))), {"n": 3}, 4)],
        ),
        (
            [TEN],
            [test("n", "one_of", (3, 6))],
            [
                (All((test("n", "max", 2),)), {"n": 0}, 3),
                (All((test("n", "min", 4), test("n", "max", 5))), {"n": 4}, 2),
                (All((test("n", "min", 7),)), {"n": 7}, 3),
            ],
        ),
        ([SPEND], [test("x", "above", 0.5)], [(All((test("x", "max", 0.5),)), {"x": 0}, None)]),
        (
            [SPEND],
            [test("x", "max", 0.5), test("x", "min", 2)],
            [(All((test("x", "above", 0.5), test("x", "below", 2))), {"x": 1}, None)],
        ),
        (
            [PURPOSE],
            [test("c", "equals", "q")],
            [(All((test("c", "one_of", ("p", "r")),)), {"c": "p"}, 2)],
        ),
        (
            [INTERESTS],
            [test("s", "includes", ("q",))],
            [(All((Not(test("s", "includes", ("q",))),)), {"s": frozenset()}, 2)],
        ),
        ([A, B], [Any((yes("a"), yes("b")))], [(All((no("a"), no("b"))), {"a": False, "b": False}, 1)]),
        ([A, B], [yes("a"), All((no("a"), known("b")))], []),
        (
            [A, B, C],
            [All((yes("a"), yes("b"))), All((yes("a"), yes("b"), yes("c")))],
            [
                (All((no("b"),)), {"a": False, "b": False, "c": False}, 4),
                (All((no("a"), yes("b"))), {"a": False, "b": True, "c": False}, 2),
            ],
        ),
        (
            [A, PURPOSE],
            [yes("a"), test("c", "equals", "q"), All((test("c", "equals", "p"), yes("a")))],
            [(All((no("a"), test("c", "one_of", ("p", "r")))), {"a": False, "c": "p"}, 2)],
        ),
        (
            [A, TEN],
            [test("n", "min", 8), All((yes("a"), test("n", "min", 5))), All((yes("a"), test("n", "min", 2)))],
            [
                (All((test("n", "max", 1),)), {"a": False, "n": 0}, 4),
                (All((test("n", "min", 2), test("n", "max", 7), no("a"))), {"a": False, "n": 2}, 6),
            ],
        ),
        (
            [A, B],
            [Any((All((yes("a"), missing("b"))), All((no("a"), yes("b")))))],
            [
                (All((no("b"),)), {"a": False, "b": False}, 2),
                (All((yes("a"), yes("b"))), {"a": True, "b": True}, 1),
            ],
        ),
        ([], [Any(())], [(All(()), {}, 1)]),
        ([], [All(())], []),
    ],
)
def test_gaps_are_described(
    facts: list[Fact],
    categories: list[Criterion],
    expected: list[tuple[Criterion, dict[str, Anything], int | None]],
) -> None:
    """A gap has a description, a complete customer of it, and the number of all of them."""
    report = verify(taxonomy_of(facts, categories))
    found = told(report)
    assert len(found) == len(expected)
    assert all(one in found for one in expected)
    assert report.has_all_gaps


def test_gaps_are_as_wide_as_can_be() -> None:
    """A gap is widened over all facts that make no difference, and two gaps share nobody."""
    home = taxonomy_of([A, B, TEN], [All((yes("a"), yes("b"))), test("n", "min", 5)])
    report = verify(home)
    assert len(report.gaps) == 2
    assert sum(gap.count or 0 for gap in report.gaps) == 3 * 5
    conditions = [len(gap.where.parts) for gap in report.gaps if isinstance(gap.where, All)]
    assert sorted(conditions) == [2, 3]
    for a in (True, False):
        for b in (True, False):
            for n in (0, 4, 5):
                customer = {"a": a, "b": b, "n": n}
                inside = [holds(gap.where, customer, home) is True for gap in report.gaps]
                assert sum(inside) == (n < 5 and not (a and b))


def test_of_two_ways_to_widen_the_simpler_is_taken() -> None:
    """The description with fewer conditions is chosen, whichever fact comes first."""
    for facts in ([A, B], [B, A]):
        home = taxonomy_of(facts, [All((yes("a"), known("b"))), All((no("a"), yes("b")))])
        report = verify(home)
        assert [gap.where for gap in report.gaps] in ([All((no("a"), no("b")))], [All((no("b"), no("a")))])


def test_who_lacks_something_is_no_gap() -> None:
    """Customers of whom something is missing are no gap, if it could be known."""
    report = verify(taxonomy_of([A], [yes("a"), no("a")]))
    assert report.gaps == ()
    assert [need.fact.id for need in report.needs] == ["a"]


def test_who_can_not_know_more_is_a_gap() -> None:
    """Customers of whom a fact can't be known are complete without it."""
    never = Implication(condition=no("a"), consequence=missing("n"))
    home = taxonomy_of([A, TEN], [test("n", "min", 0)], invariants=[never])
    report = verify(home)
    (gap,) = report.gaps
    assert gap.where == All((missing("n"),))
    assert gap.witness.facts == {"a": False}
    assert gap.count == 1


def test_a_gap_may_have_both_missing_and_known_facts() -> None:
    """A description can say that a fact is missing or has certain values."""
    never = Implication(condition=no("a"), consequence=missing("n"))
    home = taxonomy_of([A, TEN], [All((test("n", "min", 3), yes("a")))], invariants=[never])
    report = verify(home)
    inside = [
        customer
        for customer in Everybody(home).complete
        if any(holds(gap.where, customer, home) is True for gap in report.gaps)
    ]
    assert {"a": False} in inside
    assert all(customer.get("n", 0) < 3 for customer in inside)
    assert {"a": True, "n": 0} in inside
    assert report.has_all_gaps


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_gaps_have_all_complete_customers_in_no_category(world: World) -> None:
    """Gaps and needs are what trying everybody finds, and a count is right where there is one."""
    home = world.last
    everybody = Everybody(home)
    assume(everybody.tested and everybody.size < 300)
    report = verify(home)
    for customer in everybody.complete:
        inside = sum(holds(gap.where, customer, home) is True for gap in report.gaps)
        is_gap = not any(verdict(category, customer, home) is True for category in home)
        assert inside == is_gap, customer
    for gap in report.gaps:
        assert holds(gap.where, gap.witness.facts, home) is True
    assert {need.fact.id for need in report.needs} == everybody.needs(home)
    assert report.customers in {None, *everybody.counts(everybody.complete)}
    first = gap_search.first_gap(Proofs([(category, home) for category in home if category.when is not None]))
    assert (first is None) == (not report.gaps)
    if first is not None:
        assert not any(verdict(category, first.facts, home) is True for category in home)


@pytest.mark.parametrize(("count", "is_complete"), [(20, True), (21, False)])
def test_so_many_gaps_are_listed(count: int, is_complete: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one gap too many only so many are listed, and it is told that these are not all."""
    assert MOST_GAPS == 1000
    monkeypatch.setattr(gap_search, "MOST_GAPS", 20)
    taken = tuple(2 * number + 1 for number in range(count - 1))
    home = taxonomy_of([fact("n", "integer", 0, 2 * count - 2)], [test("n", "one_of", taken)])
    found, is_all = gap_search.gaps(Proofs([(category, home) for category in home]))
    assert len(found) == 20
    assert is_all == is_complete


def test_gaps_may_be_undecided() -> None:
    """Where the search is given up there are fewer gaps, and it is told that these are not all."""
    home = taxonomy_of([A, B, C], [All((yes("a"), yes("b"), yes("c")))])
    report = verify(home, budget=3)
    assert not report.has_all_gaps
    assert len(report.gaps) < 3
    assert verify(home, budget=1).gaps == ()
    assert verify(home, budget=1).customers is None
    assert verify(home, budget=1).needs == ()
    assert not verify(home, budget=1).has_all_needs
    assert "There may be more needed facts." in verify(home, budget=1).explain()
    assert verify(home, budget=1).regions == ()
    assert not verify(home, budget=1).has_all_regions
    assert verify(home).has_all_gaps
    assert verify(home).has_all_needs


def test_one_gap_is_told_where_they_are_too_many() -> None:
    """Where a population is too large, a search still finds one gap, which is told without its number."""
    home = random_taxonomy(100, 20, seed=0)
    report = verify(home, budget=20_000)
    (gap,) = report.gaps
    assert not report.has_all_gaps
    assert gap.count is None
    assert holds(gap.where, gap.witness.facts, home) is True
    assert not any(verdict(category, gap.witness.facts, home) for category in home)
    assert report.customers is None
    assert (report.regions, report.needs) == ((), ())
    assert not report.has_all_regions
    assert not report.has_all_needs


def test_z3_finds_a_gap_where_they_are_too_many_to_be_told() -> None:
    """With hardly any budget z3 finds a complete customer in no category; this is not said to be all."""
    pytest.importorskip("z3")
    home = taxonomy_of([A, B, TEN], [All((yes("a"), yes("b"))), test("n", "min", 5)])
    report = verify(home, budget=8, solver="z3")
    (gap,) = report.gaps
    assert not report.has_all_gaps
    assert gap.count is None
    assert holds(gap.where, gap.witness.facts, home) is True
    assert not any(verdict(category, gap.witness.facts, home) for category in home)


# ---- needs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "categories", "invariants", "expected"),
    [
        ([A], [yes("a")], [], {"a": {}}),
        ([A], [Any((yes("a"), All(())))], [], {}),
        ([A], [known("a"), missing("a")], [], {}),
        ([A, B], [Any((yes("a"), yes("b")))], [], {"a": {"b": False}, "b": {"a": False}}),
        ([A, B], [yes("a"), All((no("a"), yes("b")))], [], {"a": {"b": False}, "b": {"a": False}}),
        ([A, B], [yes("a"), All((no("a"), known("b")))], [], {"a": {"b": False}}),
        (
            [A, B],
            [All((yes("a"), yes("b")))],
            [Implication(condition=known("a"), consequence=known("b"))],
            {"a": {"b": True}},
        ),
        ([TEN], [test("n", "min", 3)], [], {"n": {}}),
        ([INTERESTS], [test("s", "includes", ("q",))], [], {"s": {}}),
    ],
)
def test_needs_are_facts_without_which_some_are_undecided(
    facts: list[Fact],
    categories: list[Criterion],
    invariants: list[Invariant],
    expected: Mapping[str, Mapping[str, Anything]],
) -> None:
    """A need has the fact and a customer who lacks it, knows all else, and is undecided."""
    home = taxonomy_of(facts, categories, invariants=invariants)
    report = verify(home)
    assert {need.fact.id: dict(need.witness.facts) for need in report.needs} == expected
    for need in report.needs:
        told = [verdict(category, need.witness.facts, home) for category in home]
        assert None in told
        assert True not in told


# ---- regions and counts ------------------------------------------------------------------------


def test_regions_are_the_sets_of_categories_that_customers_are_in() -> None:
    """Each set of categories with a complete customer is one region, with its count, smallest first."""
    home = taxonomy_of([TEN], [test("n", "min", 3), test("n", "max", 5), test("n", "equals", 4)])
    report = verify(home)
    assert [([one.id for one in region.categories], region.count) for region in report.regions] == [
        (["c0"], 4),
        (["c1"], 3),
        (["c0", "c1"], 2),
        (["c0", "c1", "c2"], 1),
    ]
    assert report.has_all_regions
    assert report.customers == 10


def test_no_category_at_all_is_a_region_too() -> None:
    """Complete customers in no category are the first region."""
    report = verify(taxonomy_of([A, SPEND], [yes("a"), test("x", "min", 3)]))
    assert [([one.id for one in region.categories], region.count) for region in report.regions] == [
        ([], None),
        (["c0"], None),
        (["c1"], None),
        (["c0", "c1"], None),
    ]
    assert report.customers is None


@pytest.mark.parametrize(("count", "is_complete"), [(6, True), (7, False)])
def test_sixty_four_regions_are_listed(count: int, is_complete: bool) -> None:
    """Of 64 regions all are listed, of 128 no more than 64, and it is told that these are not all."""
    assert MOST_REGIONS == 64
    names = [f"b{number}" for number in range(count)]
    report = verify(taxonomy_of([fact(name, "boolean") for name in names], [yes(name) for name in names]))
    assert len(report.regions) == 64
    assert report.has_all_regions == is_complete
    assert {region.count for region in report.regions} == {1}


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        (taxonomy_of([A, B], [yes("a")]), 2),
        (taxonomy_of([A, TEN, PURPOSE], [yes("a"), test("n", "min", 3), test("c", "equals", "q")]), 60),
        (taxonomy_of([SPEND], [test("x", "min", 3)]), None),
        (
            taxonomy_of(
                [fact("a", "integer", 0, 2), fact("b", "integer", 0, 2)],
                [known("a"), known("b")],
                invariants=[Ascending(facts=("a", "b"))],
            ),
            6,
        ),
        (taxonomy_of([A], [yes("a"), InCategory("c0")]), 2),
        (taxonomy_of([A], [All(())]), 1),
    ],
)
def test_customers_are_counted(home: Taxonomy, expected: int | None) -> None:
    """Customers are counted as far as the facts in use tell them apart."""
    assert verify(home).customers == expected
