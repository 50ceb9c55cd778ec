"""What a result is asked after one customer is classified, against classifying that customer."""

from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from customer_types import Classification, classify, taxonomy
from customer_types._customers.classification import WARM_AFTER

LIFECYCLE = taxonomy("lifecycle")
ACTIVE = {"orders": 5, "orders_365d": 1, "days_since_first_order": 400, "days_since_last_order": 90}
#: Of whom less is known, so that something is missing.
HALF_KNOWN = {"orders": 5, "days_since_last_order": 90}

QUESTIONS: dict[str, Callable[[Classification], object]] = {
    "explain": lambda result: result.explain(),
    "explain in French": lambda result: result.explain("fr"),
    "impossible": lambda result: result.impossible,
    "ways_into": lambda result: result.ways_into("loyal"),
}


def _warm() -> None:
    for _ in range(WARM_AFTER + 1):
        classify(ACTIVE, LIFECYCLE)


@pytest.mark.benchmark(group="one result of five categories")
def test_classify(benchmark: BenchmarkFixture) -> None:
    """The measure: one classification by generated code."""
    _warm()
    benchmark(classify, ACTIVE, LIFECYCLE)


@pytest.mark.benchmark(group="one result of five categories")
@pytest.mark.parametrize("question", QUESTIONS)
def test_question(benchmark: BenchmarkFixture, question: str) -> None:
    """What is asked of a result (aim for explanations: 100 classifications)."""
    _warm()
    benchmark(QUESTIONS[question], classify(ACTIVE, LIFECYCLE))


@pytest.mark.benchmark(group="one result of five categories")
def test_missing(benchmark: BenchmarkFixture) -> None:
    """What is missing, of a customer of whom half is known."""
    _warm()
    result = classify(HALF_KNOWN, LIFECYCLE)
    assert result.missing
    benchmark(lambda: result.missing)
