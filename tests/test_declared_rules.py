"""The rules that the shipped taxonomies declare hold, by trying all customers who make a difference.

A criterion can only change its answer where a fact crosses a number that some test compares it
with. So customers are built of the values around these numbers, of all members of choices, and of
missing facts; those who cannot be, by the domains and invariants of the facts, are left out. What
is tried for a rule are the facts that its categories test, since no other fact has a say in it. A
customer is built fact by fact, and given up as soon as what is known of them rules a category out:
more knowledge never turns a no into a yes. Only the test `known` is no such test, so the facts that
are tested for being known come first.
"""

import random
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import Any

import attrs
import pytest

from customer_types import Category, Taxonomy, catalog, taxonomy
from customer_types.categories import Disjoint, Exhaustive, Implies, Overlaps
from customer_types.criteria import Criterion, InCategory, Operator, Test, walk
from customer_types.facts import Ascending, Fact, Implication, Invariant
from customer_types.interpreter import bound, holds, resolve, verdict

Customer = dict[str, Any]

#: Where the values lie that a test of a number tells apart: below, at or above the number.
SIDES = {
    Operator.MIN: (-1, 0),
    Operator.BELOW: (-1, 0),
    Operator.MAX: (0, 1),
    Operator.ABOVE: (0, 1),
    Operator.EQUALS: (-1, 0, 1),
}

#: What the documents, and the project where they are silent, say of the categories: sets that
#: exclude one another, pairs of which the first implies the second, and sets that can meet.
DISJOINT = {
    "customer-categories": [
        "individual professional institutional",
        "loyal occasional potential inactive",
        "potential international",
    ],
    "relationship-types": ["current potential", "loyal occasional disloyal lost"],
    "market-roles": ["customer potential"],
    "status-and-activity": ["new-contact regular disengaging lost", "new-contact customer"],
    "buying-habits": ["occasional regular"],
    "business-relations": ["external internal", "external partner", "external supplier"],
    "lifecycle": ["potential new active loyal lost"],
    "investor-profiles": ["conservative steady growth-oriented speculative"],
    "supply-chain-positions": ["final-consumer agent middleman"],
}
IMPLIES = {
    "relationship-types": ["occasional current", "loyal current", "disloyal current", "lost current"],
    "status-and-activity": ["regular customer", "disengaging customer", "lost customer"],
}
OVERLAPS = {
    "customer-categories": ["individual loyal", "loyal international"],
    "relationship-types": ["referrer referred", "target potential", "internal current"],
    "market-roles": ["customer user", "user recommender", "customer recommender", "recommender potential"],
    "buying-habits": ["regular vip", "regular high-volume", "high-volume vip", "occasional vip"],
    "business-relations": ["partner supplier"],
    "investor-profiles": ["growth-oriented corporate"],
    "customer-and-consumer": ["customer consumer"],
}


def _pairs(rules: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """Give the pairs of categories that rules are about, each with its taxonomy."""
    return [
        (id, first, second)
        for id, sets in rules.items()
        for categories in sets
        for first, second in combinations(categories.split(), 2)
    ]


CLASSIFYING = [category.key for one in catalog() for category in one.categories if category.when is not None]


# ---- customers ---------------------------------------------------------------------------------


def fact_tests(criterion: Criterion | None, one: Taxonomy) -> Iterator[tuple[Test, Taxonomy]]:
    """Give the tests that a criterion makes, also through other categories, with their taxonomies."""
    for part in walk(criterion) if criterion is not None else ():
        if isinstance(part, Test):
            yield part, one
        elif isinstance(part, InCategory):
            other, category = resolve(part.category, one)
            yield from fact_tests(category.when, other)


def facts_of(categories: Iterable[Category], one: Taxonomy) -> tuple[str, ...]:
    """Give the facts that decide on categories, those first that are tested for being known."""
    tests = [test for category in categories for test, _ in fact_tests(category.when, one)]
    tests.sort(key=lambda test: test.operator is not Operator.KNOWN)
    return tuple(dict.fromkeys(test.fact for test in tests))


def criteria_of(invariant: Invariant) -> tuple[Criterion, ...]:
    """Give the criteria of an invariant, which one that orders facts has not."""
    return () if isinstance(invariant, Ascending) else (invariant.condition, invariant.consequence)


def names_in(invariant: Invariant) -> set[str]:
    """Give the facts that an invariant is about."""
    if isinstance(invariant, Ascending):
        return set(invariant.facts)
    criteria = criteria_of(invariant)
    return {part.fact for one in criteria for part in walk(one) if isinstance(part, Test)}


def _values(fact: Fact, numbers: set[float]) -> list[Any]:
    """Give the values of a fact that can make a difference; `None` is for one that is missing."""
    if fact.type == "boolean":
        return [None, True, False]
    members = [value.id for value in fact.values]
    if fact.type == "choice":
        return [None, *members]
    if fact.type == "choices":
        sizes = range(len(members) + 1)
        return [None, *(frozenset(some) for size in sizes for some in combinations(members, size))]
    limits = {limit for limit in (fact.min, fact.max) if limit is not None}
    lowest, highest = fact.min, fact.max
    return [
        None,
        *sorted(
            number
            for number in numbers | limits
            if (lowest is None or number >= lowest) and (highest is None or number <= highest)
        ),
    ]


class Grid:
    """The customers who make a difference to a taxonomy."""

    def __init__(self, one: Taxonomy) -> None:
        self.taxonomy = one
        self.facts = one.vocabulary.facts
        self.invariants = one.vocabulary.invariants
        numbers = self._numbers()
        self.values = {name: _values(fact, numbers.get(name, set())) for name, fact in self.facts.items()}
        self.concerned = {
            name: [one for one in self.invariants if name in names_in(one)] for name in self.facts
        }

    def _numbers(self) -> dict[str, set[float]]:
        """Give the numbers on either side of where each fact is cut; ordered facts share theirs."""
        found: dict[str, set[float]] = {}
        tests = list(chain.from_iterable(fact_tests(one.when, self.taxonomy) for one in self.taxonomy))
        for invariant in self.invariants:
            for criterion in criteria_of(invariant):
                tests += fact_tests(criterion, self.taxonomy)
        for test, one in tests:
            number = bound(test, one)
            if isinstance(number, int | float) and not isinstance(number, bool):
                step = 1 if self.facts[test.fact].type == "integer" else 0.5
                sides = (number + step * side for side in SIDES[test.operator])
                found.setdefault(test.fact, set()).update(sides)
        for invariant in self.invariants:
            if isinstance(invariant, Ascending):
                shared = set().union(*(found.get(fact, set()) for fact in invariant.facts))
                found |= dict.fromkeys(invariant.facts, shared)
        return found

    def customers(self, names: tuple[str, ...], within: tuple[Category, ...] = ()) -> Iterator[Customer]:
        """Give every possible customer of these facts, all others being missing.

        Customers who are surely outside one of some categories are left out.
        """
        tests = [test for category in within for test, _ in fact_tests(category.when, self.taxonomy)]
        awaited = {test.fact for test in tests if test.operator is Operator.KNOWN}
        last = max((names.index(name) for name in awaited), default=0)
        yield from self._extend({}, names, within, last)

    def _extend(
        self, customer: Customer, names: tuple[str, ...], within: tuple[Category, ...], last: int
    ) -> Iterator[Customer]:
        position = len(customer)
        if position == len(names):
            yield customer
            return
        name = names[position]
        for value in self.values[name]:
            more = customer | {name: value}
            if value is not None and not all(self._is_kept(one, more) for one in self.concerned[name]):
                continue
            if position >= last and any(verdict(one, more, self.taxonomy) is False for one in within):
                continue
            yield from self._extend(more, names, within, last)

    def _is_kept(self, invariant: Invariant, customer: Customer) -> bool:
        match invariant:
            case Ascending(facts=names):
                known = [customer[name] for name in names if customer.get(name) is not None]
                return known == sorted(known)
            case Implication(condition=condition, consequence=consequence):
                return (
                    holds(condition, customer, self.taxonomy) is not True
                    or holds(consequence, customer, self.taxonomy) is not False
                )

    def both(self, *ids: str) -> Customer | None:
        """Give a customer who is in all of some categories, if there is one."""
        categories = tuple(self.taxonomy[id] for id in ids)
        for customer in self.customers(facts_of(categories, self.taxonomy), categories):
            if all(verdict(category, customer, self.taxonomy) is True for category in categories):
                return customer
        return None

    def one_without_other(self, id: str, other: str) -> Customer | None:
        """Give a customer who is in a category and not surely in another, if there is one."""
        category, wider = self.taxonomy[id], self.taxonomy[other]
        for customer in self.customers(facts_of([category, wider], self.taxonomy), (category,)):
            if [verdict(one, customer, self.taxonomy) is True for one in (category, wider)] == [True, False]:
                return customer
        return None


GRIDS = {one.id: Grid(one) for one in catalog()}


def test_the_grid_leaves_out_who_cannot_be() -> None:
    """Nobody has more orders in a year than in all, or a last order without any."""
    customers = list(GRIDS["lifecycle"].customers(("orders", "orders_365d", "days_since_last_order")))
    assert {"orders": 3, "orders_365d": 3, "days_since_last_order": 364} in customers
    assert {"orders": 3, "orders_365d": None, "days_since_last_order": None} in customers
    assert {"orders": 3, "orders_365d": 4, "days_since_last_order": 364} not in customers
    assert {"orders": 0, "orders_365d": None, "days_since_last_order": 364} not in customers
    assert {"orders": 3, "orders_365d": 0, "days_since_last_order": 364} not in customers
    assert {"orders": 3, "orders_365d": 1, "days_since_last_order": 365} not in customers


# ---- what is declared --------------------------------------------------------------------------


@pytest.mark.parametrize("id", sorted(GRIDS))
def test_a_taxonomy_declares_what_is_known_of_its_categories(id: str) -> None:
    """The rules in a file are those that the documents and the project state, and no others."""
    one = taxonomy(id)
    disjoint: list[frozenset[str]] = []
    implied: list[tuple[str, str]] = []
    overlapping: list[frozenset[str]] = []
    for rule in one.rules:
        match rule:
            case Disjoint(categories=categories):
                disjoint.append(frozenset(categories or (category.id for category in one)))
            case Implies(pairs=pairs):
                implied += pairs
            case Overlaps(categories=categories):
                overlapping.append(frozenset(categories))
            case Exhaustive():
                pytest.fail("no document says that its list is complete")
    assert set(disjoint) == {frozenset(ids.split()) for ids in DISJOINT.get(id, ())}
    assert set(implied) == {tuple(ids.split()) for ids in IMPLIES.get(id, ())}
    assert set(overlapping) == {frozenset(ids.split()) for ids in OVERLAPS.get(id, ())}
    assert len(one.rules) == len(disjoint) + bool(implied) + len(overlapping)


# ---- and holds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("id", "first", "second"), _pairs(DISJOINT))
def test_disjoint_categories_have_nobody_in_common(id: str, first: str, second: str) -> None:
    """No possible customer is in two categories that exclude one another."""
    assert GRIDS[id].both(first, second) is None


@pytest.mark.parametrize(("id", "first", "second"), _pairs(IMPLIES))
def test_a_category_that_implies_another_lies_within_it(id: str, first: str, second: str) -> None:
    """Every possible customer who is in the first category is in the second."""
    assert GRIDS[id].one_without_other(first, second) is None


@pytest.mark.parametrize(("id", "first", "second"), _pairs(OVERLAPS))
def test_overlapping_categories_have_somebody_in_common(id: str, first: str, second: str) -> None:
    """Some possible customer is in both categories."""
    assert GRIDS[id].both(first, second) is not None


@pytest.mark.parametrize("key", CLASSIFYING)
def test_a_category_can_be_reached(key: str) -> None:
    """Some possible customer is in a category, some is not, and of somebody unknown it is unknown."""
    id, _, category = key.partition("/")
    one = taxonomy(id)
    customers = GRIDS[id].customers(facts_of([one[category]], one))
    assert {verdict(one[category], customer, one) for customer in customers} == {True, False, None}
    assert verdict(one[category], {}, one) is None


# ---- for other numbers too ---------------------------------------------------------------------

LARGEST = {"orders": 12, "gaps": 9, "days": 800, "percentile": 100}


def _setting(one: Taxonomy, seed: int) -> dict[str, int]:
    """Draw a number for each threshold of a taxonomy."""
    draw = random.Random(seed)
    numbers = {threshold.id: draw.randint(1, LARGEST[threshold.unit or ""]) for threshold in one.thresholds}
    if one.id == "lifecycle":  # nobody is new for long enough to be loyal, nor is an order recent and lost
        new_days, *others = sorted(draw.sample(range(1, LARGEST["days"]), 5))
        loyal_days = others.pop(draw.randrange(4))
        names = ["new_days", "loyal_days", "recent_days", "lost_single_order_days", "lost_days"]
        numbers |= dict(zip(names, [new_days, loyal_days, *others], strict=True))
    return numbers


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    "id", ["buying-habits", "customer-categories", "lifecycle", "relationship-types", "status-and-activity"]
)
def test_a_business_can_move_the_thresholds(id: str, seed: int) -> None:
    """Disjoint categories stay disjoint whatever sensible numbers a business sets."""
    one = taxonomy(id)
    setting = _setting(one, seed)
    thresholds = tuple(attrs.evolve(threshold, value=setting[threshold.id]) for threshold in one.thresholds)
    grid = Grid(attrs.evolve(one, thresholds=thresholds))
    met = {
        (first, second): customer
        for _, first, second in _pairs({id: DISJOINT[id]})
        if (customer := grid.both(first, second)) is not None
    }
    assert met == {}, setting
