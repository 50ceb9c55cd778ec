"""A million customers in nine categories, and their facts from three million orders, against code by hand.

NaN, which the library takes for missing, is in no column here, and most code by hand does not think of
it; so there is code by hand that does and code that does not. `CUSTOMER_TYPES_ROWS=10000000` asks for
more rows.
"""

import datetime as dt
import os
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.measured import HABITS, LIFECYCLE

from customer_types import frames

ROWS = int(os.environ.get("CUSTOMER_TYPES_ROWS", "1000000"))
AS_OF = dt.date(2026, 6, 30)
KEYS = [category.key for one in (LIFECYCLE, HABITS) for category in one]


def customers(rows: int) -> pl.DataFrame:
    """Make customers with one fact in twenty missing."""
    random = np.random.default_rng(1)
    year = random.poisson(1.5, rows)
    columns = {
        "orders": year + random.poisson(1, rows),
        "orders_365d": year,
        "days_since_first_order": random.integers(0, 3000, rows),
        "days_since_last_order": random.integers(0, 1500, rows),
        "units_365d": random.gamma(1, 5, rows),
        "units_percentile": random.uniform(0, 100, rows),
        "spend_365d": random.gamma(1, 900, rows),
        "spend_percentile": random.uniform(0, 100, rows),
    }
    return pl.DataFrame(columns).with_columns(
        pl.when(pl.Series(random.random(rows) >= 0.05)).then(pl.col(name)).alias(name) for name in columns
    )


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """Write the nine criteria down in Polars."""
    orders, year, first, last = map(
        pl.col, ("orders", "orders_365d", "days_since_first_order", "days_since_last_order")
    )
    units, units_percentile = pl.col("units_365d"), pl.col("units_percentile")
    spend, spend_percentile = pl.col("spend_365d"), pl.col("spend_percentile")
    has_ordered = orders >= 1
    loyal = has_ordered & (year >= 3) & (first >= 180) & (last <= 120)
    columns = [
        orders == 0,
        has_ordered & (first <= 30),
        has_ordered & (first > 30) & (last <= 120) & ~loyal,
        loyal,
        has_ordered & ((last >= 365) | ((orders == 1) & (last >= 240))),
        (year >= 1) & (year < 3) & (first >= 90),
        year >= 3,
        (units > 0) & (units_percentile >= 80),
        (spend > 0) & (spend_percentile >= 95),
    ]
    named = [column.alias(key) for column, key in zip(columns, KEYS, strict=True)]
    return frame.lazy().with_columns(named).collect()


SQL = """
select *, orders = 0 as "plain-lifecycle/potential",
  orders >= 1 and days_since_first_order <= 30 as "plain-lifecycle/new",
  orders >= 1 and days_since_first_order > 30 and days_since_last_order <= 120
    and not (orders >= 1 and orders_365d >= 3 and days_since_first_order >= 180
      and days_since_last_order <= 120) as "plain-lifecycle/active",
  orders >= 1 and orders_365d >= 3 and days_since_first_order >= 180
    and days_since_last_order <= 120 as "plain-lifecycle/loyal",
  orders >= 1 and (days_since_last_order >= 365 or (orders = 1 and days_since_last_order >= 240))
    as "plain-lifecycle/lost",
  orders_365d >= 1 and orders_365d < 3 and days_since_first_order >= 90 as "plain-habits/occasional",
  orders_365d >= 3 as "plain-habits/regular",
  units_365d > 0 and units_percentile >= 80 as "plain-habits/high-volume",
  spend_365d > 0 and spend_percentile >= 95 as "plain-habits/vip"
from customers
"""


@pytest.fixture(scope="module")
def polars_frame() -> pl.DataFrame:
    """Make the customers once."""
    return customers(ROWS)


@pytest.fixture(scope="module")
def database(polars_frame: pl.DataFrame) -> duckdb.DuckDBPyConnection:
    """Put the customers into a table."""
    connection = duckdb.connect()
    connection.register("given", polars_frame.to_arrow())
    connection.execute("create table customers as select * from given")
    return connection


def _few(benchmark: BenchmarkFixture, run: Callable[[], Any]) -> Any:
    """Measure something a few times."""
    return benchmark.pedantic(run, rounds=7, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="frames: Polars")
def test_polars_by_hand(benchmark: BenchmarkFixture, polars_frame: pl.DataFrame) -> None:
    """The criteria written down in Polars."""
    _few(benchmark, lambda: by_hand(polars_frame))


@pytest.mark.benchmark(group="frames: Polars")
def test_polars_by_hand_with_nan(benchmark: BenchmarkFixture, polars_frame: pl.DataFrame) -> None:
    """The same, with NaN made null first."""
    reals = pl.selectors.float().fill_nan(None)
    _few(benchmark, lambda: by_hand(polars_frame.with_columns(reals)))


@pytest.mark.benchmark(group="frames: Polars")
def test_polars(benchmark: BenchmarkFixture, polars_frame: pl.DataFrame) -> None:
    """The library (aim: 1.05 times the time by hand)."""
    found = _few(benchmark, lambda: frames.classify(polars_frame, LIFECYCLE, HABITS))
    assert found.select(KEYS).equals(by_hand(polars_frame).select(KEYS))


@pytest.mark.benchmark(group="frames: Polars")
def test_pandas(benchmark: BenchmarkFixture, polars_frame: pl.DataFrame) -> None:
    """The library on a frame of pandas with columns of numpy (aim: 8 times Polars)."""
    frame = polars_frame.to_pandas()
    found = _few(benchmark, lambda: frames.classify(frame, LIFECYCLE, HABITS))
    assert pl.from_pandas(found[KEYS]).equals(by_hand(polars_frame).select(KEYS))


@pytest.mark.benchmark(group="frames: DuckDB")
def test_duckdb_by_hand(benchmark: BenchmarkFixture, database: duckdb.DuckDBPyConnection) -> None:
    """The criteria written down in SQL."""
    _few(benchmark, lambda: database.sql(SQL).to_arrow_table())


@pytest.mark.benchmark(group="frames: DuckDB")
def test_duckdb(benchmark: BenchmarkFixture, database: duckdb.DuckDBPyConnection) -> None:
    """The library (aim: 1.1 times the time by hand)."""
    relation = database.table("customers")
    found = _few(benchmark, lambda: frames.classify(relation, LIFECYCLE, HABITS).to_arrow_table())
    assert found.select(KEYS).equals(database.sql(SQL).to_arrow_table().select(KEYS))


@pytest.fixture(scope="module")
def orders() -> pl.DataFrame:
    """Make the orders once."""
    return orders_of(3 * ROWS)


def orders_of(rows: int) -> pl.DataFrame:
    """Make orders of many customers, about seven of each, over two and a half years."""
    random = np.random.default_rng(2)
    frame = pl.DataFrame(
        {
            "customer_id": random.integers(0, rows // 7, rows),
            "amount": np.round(random.gamma(2, 20, rows), 2),
            "ago": random.integers(0, 900, rows),
        }
    )
    return frame.with_columns(date=pl.lit(AS_OF) - pl.duration(days="ago")).drop("ago")


def facts_by_hand(orders: pl.DataFrame) -> pl.DataFrame:
    """Write the facts from orders down in Polars, for orders without refunds."""
    money = (pl.col("amount") * 100).round().cast(pl.Int64).alias("money")
    days = orders.lazy().with_columns(money).group_by("customer_id", "date").agg(pl.col("money").sum())
    days = days.with_columns(ago=(pl.lit(AS_OF) - pl.col("date")).dt.total_days())
    ago, recent = pl.col("ago"), pl.col("ago") < 365
    spend, year = pl.col("money").sum() / 100, pl.col("money").filter(recent).sum() / 100
    facts = days.group_by("customer_id").agg(
        orders=pl.len(),
        orders_365d=recent.sum(),
        spend=spend,
        spend_365d=year,
        average_order_value=spend / pl.len(),
        days_since_first_order=ago.max(),
        days_since_last_order=ago.min(),
        usual_gap_days=ago.sort().diff().median(),
    )
    above = pl.when(pl.col("spend_365d") > 0).then(pl.col("spend_365d"))
    return facts.with_columns(
        gaps_since_last_order=pl.col("days_since_last_order") / pl.col("usual_gap_days"),
        spend_percentile=100 * above.rank("max") / above.count(),
    ).collect()


@pytest.mark.benchmark(group="frames: facts from orders")
def test_facts_by_hand(benchmark: BenchmarkFixture, orders: pl.DataFrame) -> None:
    """The aggregation written down in Polars."""
    benchmark.pedantic(lambda: facts_by_hand(orders), rounds=3)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="frames: facts from orders")
def test_facts(benchmark: BenchmarkFixture, orders: pl.DataFrame) -> None:
    """The library (aim: 1.1 times the time by hand)."""
    found = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: frames.facts_from_orders(orders, as_of=AS_OF), rounds=3
    )
    told = facts_by_hand(orders)
    exact = ["orders", "orders_365d", "days_since_last_order", "usual_gap_days"]
    one, other = (frame.sort("customer_id").select(pl.col(exact).cast(float)) for frame in (found, told))
    assert one.equals(other)
