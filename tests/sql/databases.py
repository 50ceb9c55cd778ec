"""Databases: for each, how a table of Arrow becomes one of it, and how the answer to a query is read."""

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from math import isfinite, isnan
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from tests.frames.engines import spark

from customer_types._model.facts import Fact, Ratio

Row = dict[str, Any]

_POSTGRES = os.environ.get("CUSTOMER_TYPES_POSTGRES")


class DuckDB:
    """A database in memory."""

    dialect = "duckdb"

    def __init__(self) -> None:
        self.connection = duckdb.connect()

    def load(self, name: str, table: pa.Table) -> None:
        """Make a table, in the place of one of the same name."""
        self.connection.register("given", table)
        self.connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS FROM given')
        self.connection.unregister("given")

    def ask(self, query: str) -> list[Row]:
        """Run a query."""
        return list(self.connection.sql(query).to_arrow_table().to_pylist())


class SQLite:
    """A database in memory, whose sets are JSON, truth values 1 and 0, and dates text."""

    dialect = "sqlite"

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:")
        self.connection.row_factory = sqlite3.Row

    def load(self, name: str, table: pa.Table) -> None:
        """Make a table, in the place of one of the same name."""
        names = ", ".join(f'"{one}"' for one in table.column_names)
        self.connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        self.connection.execute(f'CREATE TABLE "{name}" ({names})')
        columns = [map(self._value, table[one].to_pylist()) for one in table.column_names]
        places = ", ".join("?" * len(columns))
        self.connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', zip(*columns, strict=True))

    @staticmethod
    def _value(value: Any) -> Any:
        if isinstance(value, list):
            return json.dumps(value)
        return value.isoformat() if hasattr(value, "isoformat") else value

    def ask(self, query: str) -> list[Row]:
        """Run a query."""
        return [dict(row) for row in self.connection.execute(query)]


class Postgres:
    """A server on a local socket; tables live as long as the connection."""

    dialect = "postgres"
    _types: Mapping[Any, str] = {
        pa.int64(): "bigint",
        pa.float64(): "double precision",
        pa.float32(): "real",
        pa.bool_(): "boolean",
        pa.string(): "text",
        pa.list_(pa.string()): "text[]",
        pa.date32(): "date",
        pa.timestamp("us"): "timestamp",
        pa.timestamp("us", "UTC"): "timestamptz",
    }

    def __init__(self) -> None:
        psycopg = import_module("psycopg")
        self.connection = psycopg.connect(_POSTGRES, autocommit=True, prepare_threshold=None)
        self.connection.execute("SET TIME ZONE 'America/Toronto'")

    def load(self, name: str, table: pa.Table) -> None:
        """Make a table, in the place of one of the same name."""
        kinds = [self._types.get(field.type, "numeric") for field in table.schema]
        columns = ", ".join(f'"{one}" {kind}' for one, kind in zip(table.column_names, kinds, strict=True))
        self.connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        self.connection.execute(f'CREATE TEMPORARY TABLE "{name}" ({columns})')
        with (
            self.connection.cursor() as cursor,
            cursor.copy(f'COPY "{name}" FROM STDIN') as copy,
        ):
            for row in zip(*(table[one].to_pylist() for one in table.column_names), strict=True):
                copy.write_row(row)

    def ask(self, query: str) -> list[Row]:
        """Run a query."""
        cursor = self.connection.execute(query)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


class Spark:
    """Spark SQL, in the session of the frames."""

    dialect = "spark"

    def load(self, name: str, table: pa.Table) -> None:
        """Make a view, in the place of one of the same name."""
        spark().createDataFrame(table).createOrReplaceTempView(name)

    def ask(self, query: str) -> list[Row]:
        """Run a query."""
        return list(spark().sql(query).toArrow().to_pylist())


class ClickHouse:
    """ClickHouse within this process; its sets are never missing."""

    dialect = "clickhouse"

    def __init__(self) -> None:
        self.session = import_module("chdb.session").Session()

    def load(self, name: str, table: pa.Table) -> None:
        """Make a table, in the place of one of the same name."""
        with TemporaryDirectory() as folder:
            pq.write_table(table, f"{folder}/given.parquet")
            file = f"file('{folder}/given.parquet', Parquet)"
            self.session.query(f"CREATE OR REPLACE TABLE `{name}` ENGINE=Memory AS SELECT * FROM {file}")

    def ask(self, query: str) -> list[Row]:
        """Run a query."""
        answer = self.session.query(query, "Arrow").bytes()
        return list(pa.ipc.open_file(answer).read_all().to_pylist()) if answer else []


Database = DuckDB | SQLite | Postgres | Spark | ClickHouse

#: Databases that answer soon enough to be asked hundreds of times.
QUICK: dict[str, Callable[[], Database]] = {"DuckDB": cache(DuckDB), "SQLite": cache(SQLite)}
DATABASES = dict(QUICK)
if _POSTGRES is not None:  # it needs a server
    DATABASES["PostgreSQL"] = QUICK["PostgreSQL"] = cache(Postgres)
if "spark" in os.environ.get("CUSTOMER_TYPES_ENGINES", ""):  # it needs Java
    DATABASES["Spark"] = cache(Spark)
if "clickhouse" in os.environ.get("CUSTOMER_TYPES_ENGINES", ""):  # half a gigabyte
    DATABASES["ClickHouse"] = QUICK["ClickHouse"] = cache(ClickHouse)


def as_held(customers: list[Row], database: Database, facts: Mapping[str, Fact]) -> list[Row]:
    """Give customers as a database can hold and divide them: where sets are never missing, they are empty."""
    customers = [_divisible(one, database, facts) for one in customers]
    if database.dialect != "clickhouse":
        return customers
    sets = [name for name, fact in facts.items() if fact.type == "choices"]
    return [
        one | {name: frozenset() if one.get(name) is None else one[name] for name in sets}
        for one in customers
    ]


def _divisible(customer: Row, database: Database, facts: Mapping[str, Fact]) -> Row:
    """Leave out a divisor that a database does not divide by as IEEE 754 has it.

    One infinite number by another is NaN for some, which is no null; PostgreSQL refuses what is too large or
    too small for a double.
    """
    left_out: Row = {}
    for fact in facts.values():
        if isinstance(fact.follows, Ratio):
            first, second = (customer.get(part) for part in fact.follows.parts)
            if not first or not second or first != first or second != second:
                continue
            quotient = float(first) / float(second)
            is_beyond = not isfinite(quotient) or quotient == 0
            if isnan(quotient) or (is_beyond and database.dialect == "postgres"):
                left_out[fact.follows.parts[1]] = None
    return customer | left_out
