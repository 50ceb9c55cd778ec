"""Customers in nine categories on Spark, frames and text, against SQL by hand; needs pyspark and Java."""

from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.measured import HABITS, LIFECYCLE
from tests.benchmarks.test_frames import KEYS, ROWS, SQL, customers
from tests.frames.engines import spark

from customer_types import frames, sql

pytest.importorskip("pyspark")
pytestmark = pytest.mark.benchmark(group="frames: Spark")


@pytest.fixture(scope="module")
def customers_of_spark(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Put the customers into a file that Spark reads."""
    path: Path = tmp_path_factory.mktemp("spark") / "customers.parquet"
    customers(ROWS).write_parquet(path)
    frame = spark().read.parquet(str(path)).cache()
    assert frame.count() == ROWS
    frame.createOrReplaceTempView("customers")
    return frame


def counted(frame: Any) -> list[Any]:
    """Count who is in each category, so that all verdicts are worked out and none is moved."""
    named = ", ".join(f"COUNT_IF(`{key}`)" for key in frame.columns[-len(KEYS) :])
    frame.createOrReplaceTempView("verdicts")
    return [*spark().sql(f"SELECT {named} FROM verdicts").collect()[0]]


def _few(benchmark: BenchmarkFixture, run: Any) -> Any:
    return benchmark.pedantic(run, rounds=7, warmup_rounds=3)  # type: ignore[no-untyped-call]


def test_spark_by_hand(benchmark: BenchmarkFixture, customers_of_spark: Any) -> None:
    """The criteria written down in SQL."""
    assert customers_of_spark is not None
    by_hand = SQL.replace('"', "`")
    _few(benchmark, lambda: counted(spark().sql(by_hand)))


def test_spark(benchmark: BenchmarkFixture, customers_of_spark: Any) -> None:
    """The library's frames (aim: 1.15 times the time by hand)."""
    found = _few(benchmark, lambda: counted(frames.classify(customers_of_spark, LIFECYCLE, HABITS)))
    assert found == counted(spark().sql(SQL.replace('"', "`")))


def test_spark_text(benchmark: BenchmarkFixture, customers_of_spark: Any) -> None:
    """The library's SQL."""
    assert customers_of_spark is not None
    text = sql.select(LIFECYCLE, HABITS, table="customers", dialect="spark")
    found = _few(benchmark, lambda: counted(spark().sql(text)))
    assert found == counted(spark().sql(SQL.replace('"', "`")))
