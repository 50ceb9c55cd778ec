"""Facts from orders are the same in every database, and the same as those of one customer after the other."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import example, given, settings, strategies as st
from tests.frames.orders import AS_OF, ROLES, SCHEMA, cdnow, expected, many, rows
from tests.sql.databases import DATABASES, QUICK, Database, Row
from tests.tries import at_length, tries

from customer_types import OrdersError, sql
from customer_types._customers.orders import OrderBook
from customer_types._customers.purchases import FACTS
from customer_types.errors import SqlError
from customer_types.sql import DIALECTS


def found(database: Database, **roles: Any) -> dict[Any, Row]:
    """Let a database work the facts out."""
    query = sql.facts_from_orders(table="orders", dialect=database.dialect, as_of=AS_OF, **roles)
    rows = database.ask(query)
    assert all(list(row) == ["customer_id", *FACTS] for row in rows)
    return {row.pop("customer_id"): row for row in rows}


def left_out(database: Database, **roles: Any) -> dict[str, int]:
    """Let a database count the rows that are left out."""
    query = sql.left_out(table="orders", dialect=database.dialect, as_of=AS_OF, **roles)
    return {row["reason"]: row["rows"] for row in database.ask(query)}


@settings(max_examples=tries(40))
@given(rows(), st.sampled_from(ROLES))
@example([], {})
@example(
    [{"customer_id": "a", "date": AS_OF, "amount": -5.0, "quantity": 1.0, "order": 1, "status": None}],
    ROLES[2],
)
def test_databases_agree_with_the_rows_read_one_by_one(table: list[Row], roles: Row) -> None:
    """Every database has the facts and the rows left out that reading row by row has, to the last digit."""
    told, counts = expected(table, roles)
    for name, make in QUICK.items():
        database = make()
        database.load("orders", pa.Table.from_pylist(table, SCHEMA))
        assert found(database, **roles) == told, name
        assert left_out(database, **roles) == counts, name


@at_length
@pytest.mark.parametrize("roles", ROLES, ids=str)
@pytest.mark.parametrize("name", DATABASES)
def test_databases_agree_on_many_orders(name: str, roles: Row) -> None:
    """A thousand customers with ten orders each, of all kinds that may be, have the same facts everywhere."""
    table = many(10_000)
    told, counts = expected(table, roles)
    database = DATABASES[name]()
    database.load("orders", pa.Table.from_pylist(table, SCHEMA))
    assert found(database, **roles) == told
    assert left_out(database, **roles) == counts


@pytest.mark.parametrize("name", DATABASES)
def test_cdnow_has_the_same_facts(name: str) -> None:
    """The 2,357 customers of the example have the facts that reading row by row gives them."""
    table = cdnow()
    told, _ = expected(table, {"quantity": "quantity"})
    database = DATABASES[name]()
    database.load("orders", pa.Table.from_pylist(table, SCHEMA))
    assert found(database, quantity="quantity") == told
    assert len(told) == 2357


@pytest.mark.parametrize("name", DATABASES)
def test_cdnow_has_the_figures_of_others(name: str) -> None:
    """On 1997-09-30, customers, orders, money and days are those that were counted without this library."""
    database = DATABASES[name]()
    database.load("orders", pa.Table.from_pylist(cdnow(), SCHEMA))
    query = sql.facts_from_orders(table="orders", dialect=database.dialect, as_of="1997-09-30")
    rows = database.ask(query)
    assert len(rows) == 2357
    assert sum(row["orders"] for row in rows) == 4814
    assert round(sum(row["spend"] for row in rows), 2) == 173_115.55
    assert sum(row["days_since_last_order"] for row in rows) == 426_830


KINDS: Mapping[str, tuple[pa.Array, pa.Array]] = {
    "whole amounts": (pa.array([AS_OF]), pa.array([3], pa.int64())),
    "small whole amounts": (pa.array([AS_OF]), pa.array([400], pa.int16())),
    "decimals of 18 places": (pa.array([AS_OF]), pa.array([Decimal("1.015")], pa.decimal128(38, 18))),
    "large decimals": (pa.array([AS_OF]), pa.array([Decimal("9100000.505")], pa.decimal128(38, 9))),
    "decimals of two places": (pa.array([AS_OF]), pa.array([Decimal("1234567.89")])),
    "decimals of five places": (pa.array([AS_OF]), pa.array([Decimal("1.00500")])),
    "decimals of five places, odd": (pa.array([AS_OF]), pa.array([Decimal("1.01500")])),
    "decimals above a half": (pa.array([AS_OF]), pa.array([Decimal("-1.00501")])),
    "timestamps": (pa.array([dt.datetime(1998, 6, 29, 23, 59)]), pa.array([1.0])),
    "instants": (pa.array([dt.datetime(1998, 6, 29, 23, 30)], pa.timestamp("us", "UTC")), pa.array([1.0])),
}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (name, kind)
        for name in DATABASES
        for kind in KINDS
        if name != "SQLite" or ("decimals" not in kind and kind != "instants")  # it has neither
    ],
)
def test_dates_and_amounts_of_every_type(name: str, kind: str) -> None:
    """Dates, timestamps and decimals are read as they are one by one, instants cut in the zone."""
    database = DATABASES[name]()
    date, amount = KINDS[kind]
    zone = "Europe/Paris" if kind == "instants" else None
    table = pa.table({"customer_id": ["a"], "date": date, "amount": amount})
    offset = None if zone is None else dt.timezone(dt.timedelta(hours=2))
    book = OrderBook(as_of=AS_OF, customer="customer_id", zone=offset)
    for row in table.to_pylist():
        book.add(row)
    database.load("orders", table)
    assert found(database, zone=zone) == book.facts_by_customer()


@pytest.mark.parametrize("name", DATABASES)
def test_no_sum_goes_astray(name: str) -> None:
    """An amount that is infinite, NaN, or too large for any sum to be exact, is none."""
    database = DATABASES[name]()
    for amount in (float("inf"), float("-inf"), float("nan"), 1e16):
        database.load("orders", pa.table({"customer_id": ["a"], "date": [AS_OF], "amount": [amount]}))
        assert found(database) == {}
        assert left_out(database) == {"no-amount": 1}


def test_text_in_sqlite_is_no_amount() -> None:
    """SQLite takes any text for a number where one is needed; here it is an amount that is missing."""
    database = DATABASES["SQLite"]()
    database.load("orders", pa.table({"customer_id": ["a"], "date": [AS_OF], "amount": ["12 apples"]}))
    assert left_out(database) == {"no-amount": 1}


@pytest.mark.parametrize("name", DATABASES)
def test_the_day_on_which_the_query_runs(name: str) -> None:
    """Without a day, the reference date is the database's own day."""
    database = DATABASES[name]()
    today = dt.datetime.now(dt.UTC).date()
    days = [today - dt.timedelta(400), today + dt.timedelta(400)]
    database.load("orders", pa.table({"customer_id": ["a", "a"], "date": days, "amount": [1.0, 1.0]}))
    query = sql.facts_from_orders(table="orders", dialect=database.dialect, as_of=None)
    (row,) = database.ask(query)
    assert row["orders"] == 1
    assert row["days_since_last_order"] in (399, 400, 401)  # somewhere it is another day


@pytest.mark.parametrize("dialect", [one for one in DIALECTS if one not in ("mysql", "sqlite", "tsql")])
def test_the_day_on_which_the_query_runs_is_that_of_the_zone(dialect: str) -> None:
    """Where days are cut in a zone, so is the instant of the query."""
    arguments: dict[str, Any] = {"table": "orders", "dialect": dialect, "as_of": None}
    far, here = (sql.facts_from_orders(**arguments, zone=zone) for zone in ("Pacific/Kiritimati", None))
    assert far.count("Pacific/Kiritimati") == 2
    assert "current_date" not in far.lower()
    assert "Pacific" not in here


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("name", [name for name in DATABASES if name != "SQLite"])
def test_the_last_orders_are_today_in_every_zone(name: str, zone: str) -> None:
    """An order of a minute ago is one of today, wherever that is."""
    database = DATABASES[name]()
    stamp = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)
    dates = pa.array([stamp], pa.timestamp("us", "UTC"))
    database.load("orders", pa.table({"customer_id": ["a"], "date": dates, "amount": [1.0]}))
    query = sql.facts_from_orders(table="orders", dialect=database.dialect, as_of=None, zone=zone)
    (row,) = database.ask(query)
    assert row["days_since_last_order"] in (0, 1)  # midnight may be between


@pytest.mark.skipif("ClickHouse" not in DATABASES, reason="runs where ClickHouse does")
def test_clickhouse_may_have_columns_without_null() -> None:
    """A customer of one order has no gap, also where no column may be missing."""
    database = DATABASES["ClickHouse"]()
    database.load("orders", pa.table({"customer_id": ["a"], "date": [AS_OF], "amount": [1.0]}))
    known = (
        "SELECT assumeNotNull(customer_id) AS customer_id, assumeNotNull(date) AS date, amount FROM orders"
    )
    query = sql.facts_from_orders(table=known, dialect="clickhouse", as_of=AS_OF)
    (row,) = database.ask(query)
    assert (row["usual_gap_days"], row["gaps_since_last_order"]) == (None, None)


@pytest.mark.parametrize("name", DATABASES)
def test_orders_may_be_a_query_and_columns_have_any_names(name: str) -> None:
    """Orders may come out of a query, by columns whose names need quotes."""
    database = DATABASES[name]()
    names = ["Client", "date", "Mon tant", "group"]
    table = pa.table([["a", None], [AS_OF, AS_OF], [1.0, 2.0], ["x", "y"]], names=names)
    database.load("achats", table)
    orders = {"customer": "Client", "amount": "Mon tant", "status": "group", "cancelled": "o'x"}
    arguments: dict[str, Any] = {**orders, "dialect": database.dialect, "as_of": AS_OF}
    quoted = "`Mon tant`" if database.dialect in ("spark", "clickhouse") else '"Mon tant"'
    for source in ("achats", f"SELECT * FROM achats WHERE {quoted} > 0", "(select * from achats)"):
        (row,) = database.ask(sql.facts_from_orders(table=source, **arguments))
        assert (row["Client"], row["spend"]) == ("a", 1.0)
        assert database.ask(sql.left_out(table=source, **arguments)) == [{"reason": "no-customer", "rows": 1}]


def test_wrong_arguments_are_refused() -> None:
    """What orders in Python refuse is refused, and what no database can take."""
    given: dict[str, Any] = {"table": "orders", "dialect": "sqlite", "as_of": AS_OF}
    for wrong in ({"cancelled": ["void"]}, {"decimals": 10}, {"zone": "Europe/Pari"}, {"as_of": "soon"}):
        with pytest.raises(OrdersError):
            sql.facts_from_orders(**{**given, **wrong})
    with pytest.raises(SqlError, match="the dialect `sqlite` can’t convert timestamps to a zone"):
        sql.facts_from_orders(**given, zone="Europe/Paris")
    with pytest.raises(SqlError, match="`cancelled=` must hold texts or whole numbers"):
        sql.facts_from_orders(**given, status="status", cancelled=[1.5])
    with pytest.raises(SqlError, match="has the name of a fact"):
        sql.left_out(**given, customer="orders")
