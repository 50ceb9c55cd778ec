"""Facts and kinds from orders against `rfm_summary` and `rfm_segments` of pymc-marketing, which is needed."""

from typing import Any

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.measured import HABITS, LIFECYCLE
from tests.benchmarks.test_frames import AS_OF, ROWS, orders_of

from customer_types import frames

utils = pytest.importorskip("pymc_marketing.clv.utils")
pytestmark = pytest.mark.benchmark(group="frames: pymc-marketing")


@pytest.fixture(scope="module")
def orders() -> Any:
    """Make orders as pandas has them."""
    return orders_of(ROWS).with_columns(pl.col("date").cast(pl.Datetime("ns"))).to_pandas()


def test_pymc_marketing(benchmark: BenchmarkFixture, orders: Any) -> None:
    """Summary and segments of pymc-marketing."""

    def run() -> Any:
        names = ("customer_id", "date", "amount")
        summary = utils.rfm_summary(orders, *names, observation_period_end=str(AS_OF))
        return summary, utils.rfm_segments(orders, *names, observation_period_end=str(AS_OF))

    benchmark.pedantic(run, rounds=3)  # type: ignore[no-untyped-call]


def test_frames_of_pandas(benchmark: BenchmarkFixture, orders: Any) -> None:
    """Facts, and categories of two taxonomies, of the same frame."""
    _run(benchmark, orders)


def test_frames_of_polars(benchmark: BenchmarkFixture, orders: Any) -> None:
    """The same of a frame of Polars."""
    _run(benchmark, pl.from_pandas(orders))


def _run(benchmark: BenchmarkFixture, given: Any) -> None:
    def run() -> Any:
        return frames.classify(frames.facts_from_orders(given, as_of=AS_OF), LIFECYCLE, HABITS)

    benchmark.pedantic(run, rounds=3)  # type: ignore[no-untyped-call]
