"""Engines: for each, how a frame is made of customers, and how the verdicts are read from one."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from tests.frames.customers import Customer

from customer_types._model.facts import Fact

Facts = Mapping[str, Fact]
Verdicts = list[tuple[bool | None, ...]]

_TYPES = {
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "choice": pa.string(),
    "choices": pa.list_(pa.string()),
}


@attrs.frozen
class Engine:
    """How an engine makes a frame of an Arrow table, and how it gives one back.

    `is_exact` tells whether it keeps whole numbers beside missing ones that are beyond 2^53.
    """

    make: Callable[[pa.Table], Any]
    read: Callable[[Any], pa.Table]
    is_exact: bool = True


def arrow(customers: Sequence[Customer], facts: Facts) -> pa.Table:
    """Make an Arrow table of customers, each fact in the type that it is of."""
    columns = {}
    for name, fact in facts.items():
        values = [customer.get(name) for customer in customers]
        if fact.type == "choices":
            values = [None if value is None else sorted(value) for value in values]
        columns[name] = pa.array(values, _TYPES[fact.type], from_pandas=False)
    return pa.table(columns)


def verdicts(table: pa.Table, names: Sequence[str]) -> Verdicts:
    """Read the verdicts of each customer."""
    return [*zip(*(table[name].to_pylist() for name in names), strict=True)]


def _of_pandas(frame: Any) -> pa.Table:
    return pa.Table.from_pandas(frame, preserve_index=False)


def _numpy(table: pa.Table) -> Any:
    """Make a frame of pandas as most people have it: NaN for what is missing, or None among objects."""
    return table.to_pandas()


def _nullable(table: pa.Table) -> Any:
    kinds = {
        pa.bool_(): pd.BooleanDtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.string(): pd.StringDtype(),
    }
    return table.to_pandas(types_mapper=kinds.get)


@cache
def spark() -> Any:
    """Start a Spark of one's own, in a zone that is neither UTC nor that of any test."""
    os.environ["PYSPARK_PYTHON"] = sys.executable  # else Spark takes another one
    return (
        import_module("pyspark.sql")
        .SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "America/Toronto")
        .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
        .getOrCreate()
    )


ENGINES: dict[str, Engine] = {
    "pandas (numpy)": Engine(_numpy, _of_pandas, is_exact=False),
    "pandas (nullable)": Engine(_nullable, _of_pandas),
    "pandas (Arrow)": Engine(lambda table: table.to_pandas(types_mapper=pd.ArrowDtype), _of_pandas),
    "Polars": Engine(pl.from_arrow, pl.DataFrame.to_arrow),
    "Polars (lazy)": Engine(
        lambda table: pl.from_arrow(table).lazy(),  # type: ignore[union-attr]  # a table is no series
        lambda frame: frame.collect().to_arrow(),
    ),
    "Polars (streaming)": Engine(
        lambda table: pl.from_arrow(table).lazy(),  # type: ignore[union-attr]
        lambda frame: frame.collect(engine="streaming").to_arrow(),
    ),
    "PyArrow": Engine(lambda table: table, lambda table: table),
    "DuckDB": Engine(duckdb.from_arrow, lambda relation: relation.to_arrow_table()),
}
#: Engines that answer soon enough to be asked hundreds of times.
QUICK = dict(ENGINES)
if "spark" in os.environ.get("CUSTOMER_TYPES_ENGINES", ""):  # it needs Java
    ENGINES["Spark"] = Engine(lambda table: spark().createDataFrame(table), lambda frame: frame.toArrow())
