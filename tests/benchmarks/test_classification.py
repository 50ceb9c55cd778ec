"""One customer in nine categories: a function written by hand, the generated one, and `classify`."""

import random
from collections.abc import Callable
from math import nan
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.measured import HABITS, LIFECYCLE

from customer_types import Taxonomy, classify, taxonomy
from customer_types._deciding.compiled import generate
from customer_types._deciding.interpreter import used_facts

SHIPPED = (taxonomy("lifecycle"), taxonomy("buying-habits"))
FACTS = tuple(dict.fromkeys([*used_facts(LIFECYCLE), *used_facts(HABITS)]))


def lifecycle_by_hand(orders: float, first: float, last: float, year: float) -> tuple[bool | None, ...]:
    """Write down the criteria of the lifecycle as plain Python; a missing number is NaN."""
    has_ordered = orders >= 1
    may_have_ordered = not orders < 1
    is_loyal = has_ordered and year >= 3 and first >= 180 and last <= 120
    may_be_loyal = is_loyal or (may_have_ordered and not year < 3 and not first < 180 and not last > 120)
    return (
        True if orders == 0 else None if orders != orders else False,
        True if has_ordered and first <= 30 else None if may_have_ordered and not first > 30 else False,
        True
        if has_ordered and first > 30 and last <= 120 and not may_be_loyal
        else None
        if may_have_ordered and not first <= 30 and not last > 120 and not is_loyal
        else False,
        True if is_loyal else None if may_be_loyal else False,
        True
        if has_ordered and (last >= 365 or (orders == 1 and last >= 240))
        else None
        if may_have_ordered and (not last < 365 or ((orders == 1 or orders != orders) and not last < 240))
        else False,
    )


def habits_by_hand(
    year: float, first: float, units: float, units_p: float, spend: float, spend_p: float
) -> tuple[bool | None, ...]:
    """Write down the criteria of the buying habits as plain Python; a missing number is NaN."""
    return (
        True
        if 1 <= year < 3 and first >= 90
        else None
        if not year < 1 and not year >= 3 and not first < 90
        else False,
        True if year >= 3 else None if year != year else False,
        True if units > 0 and units_p >= 80 else None if not units <= 0 and not units_p < 80 else False,
        True if spend > 0 and spend_p >= 95 else None if not spend <= 0 and not spend_p < 95 else False,
    )


def _customers(count: int) -> list[dict[str, Any]]:
    """Make customers of all kinds, with one fact in twenty missing."""
    chance = random.Random(7)
    made = []
    for _ in range(count):
        orders = chance.choice([0, 1, 1, 2, 3, 5, 9])
        year = chance.randint(0, orders)
        first = chance.randint(0, 900)
        spend = round(chance.uniform(0, 300), 2)
        facts: dict[str, Any] = {
            "orders": orders,
            "orders_365d": year,
            "days_since_first_order": first if orders else None,
            "days_since_last_order": chance.randint(0, first) if orders else None,
            "spend_365d": spend,
            "spend_percentile": chance.uniform(0, 100),
            "units_365d": float(year * 2),
            "units_percentile": chance.uniform(0, 100),
        }
        made.append({name: None if chance.random() < 0.05 else facts[name] for name in FACTS})
    return made


CUSTOMERS = _customers(1_000)


def _checked(taxonomy: Taxonomy) -> list[tuple[Any, ...]]:
    """Give the facts that a taxonomy uses, of all customers, with NaN for what is missing."""
    names = used_facts(taxonomy)
    return [tuple(nan if facts[name] is None else facts[name] for name in names) for facts in CUSTOMERS]


OF_LIFECYCLE, OF_HABITS = _checked(LIFECYCLE), _checked(HABITS)
Function = Callable[..., tuple[bool | None, ...]]


def _run(lifecycle: Function, habits: Function) -> None:
    for one, other in zip(OF_LIFECYCLE, OF_HABITS, strict=True):
        lifecycle(*one)
        habits(*other)


def test_the_same_answers() -> None:
    """What is measured gives the same answers."""
    lifecycle, habits = generate(LIFECYCLE), generate(HABITS)
    assert used_facts(LIFECYCLE)[:3] == ("orders", "days_since_first_order", "days_since_last_order")
    for facts, one, other in zip(CUSTOMERS, OF_LIFECYCLE, OF_HABITS, strict=True):
        verdicts = tuple(classify(facts, LIFECYCLE).verdicts.values())
        assert lifecycle_by_hand(*one) == lifecycle(*one) == verdicts
        verdicts = tuple(classify(facts, HABITS).verdicts.values())
        assert habits_by_hand(*other) == habits(*other) == verdicts


@pytest.mark.benchmark(group="one customer, nine categories (times 1,000)")
def test_by_hand(benchmark: BenchmarkFixture) -> None:
    """The limit: functions written by hand, on checked facts."""
    benchmark(_run, lifecycle_by_hand, habits_by_hand)


@pytest.mark.benchmark(group="one customer, nine categories (times 1,000)")
def test_generated(benchmark: BenchmarkFixture) -> None:
    """The generated functions, on checked facts (aim: 1.1)."""
    benchmark(_run, generate(LIFECYCLE), generate(HABITS))


@pytest.mark.benchmark(group="one customer, nine categories (times 1,000)")
def test_classify(benchmark: BenchmarkFixture) -> None:
    """The whole of `classify`, checks and result included (aim: 8)."""

    def run() -> None:
        for facts in CUSTOMERS:
            classify(facts, LIFECYCLE)
            classify(facts, HABITS)

    run()
    benchmark(run)


@pytest.mark.benchmark(group="one customer, nine categories (times 1,000)")
def test_classify_shipped(benchmark: BenchmarkFixture) -> None:
    """The same customers in the nine categories of two shipped taxonomies, which ask more of them."""

    def run() -> None:
        for facts in CUSTOMERS:
            for shipped in SHIPPED:
                classify(facts, shipped)

    run()
    benchmark(run)
