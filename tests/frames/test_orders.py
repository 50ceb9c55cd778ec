"""Facts from orders are the same in every engine, and the same as those of one customer after the other."""

import datetime as dt
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import example, given, settings, strategies as st
from tests.frames.engines import ENGINES, QUICK
from tests.frames.orders import AS_OF, ROLES, SCHEMA, Row, cdnow, expected, many, rows
from tests.tries import at_length, tries

from customer_types import OrdersError, frames
from customer_types._customers.orders import OrderBook
from customer_types._customers.purchases import FACTS
from customer_types.errors import ColumnError


def found(engine: str, frame: Any, **roles: Any) -> dict[Any, Row]:
    """Let an engine work them out."""
    facts = ENGINES[engine].read(frames.facts_from_orders(frame, as_of=AS_OF, **roles))
    assert facts.column_names == ["customer_id", *FACTS]
    whole = {"orders", "orders_365d", "days_since_first_order", "days_since_last_order"}
    for name in FACTS:
        assert facts.schema.field(name).type == (pa.int64() if name in whole else pa.float64()), name
    return {row.pop("customer_id"): row for row in facts.to_pylist()}


@settings(max_examples=tries(40))
@given(rows(), st.sampled_from(ROLES))
@example([], {})
@example(
    [{"customer_id": "a", "date": AS_OF, "amount": -5.0, "quantity": 1.0, "order": 1, "status": None}],
    ROLES[2],
)
def test_engines_agree_with_the_rows_read_one_by_one(table: list[Row], roles: Row) -> None:
    """Every engine has the facts and the rows left out that reading row by row has, to the last digit."""
    told, left_out = expected(table, roles)
    arrow = pa.Table.from_pylist(table, SCHEMA)
    for name, engine in QUICK.items():
        assert found(name, engine.make(arrow), **roles) == told, name
        counts = engine.read(frames.left_out(engine.make(arrow), as_of=AS_OF, **roles)).to_pylist()
        assert {row["reason"]: row["rows"] for row in counts} == left_out, name


@at_length
@pytest.mark.parametrize("roles", ROLES, ids=str)
def test_all_engines_agree_on_many_orders(roles: Row) -> None:
    """A thousand customers with ten orders each, of all kinds that may be, have the same facts everywhere."""
    table = many(10_000)
    told, left_out = expected(table, roles)
    arrow = pa.Table.from_pylist(table, SCHEMA)
    for name, engine in ENGINES.items():
        assert found(name, engine.make(arrow), **roles) == told, name
        counts = engine.read(frames.left_out(engine.make(arrow), as_of=AS_OF, **roles)).to_pylist()
        assert {row["reason"]: row["rows"] for row in counts} == left_out, name


@settings(max_examples=tries(20))
@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nobody(table: list[Row], random: Any) -> None:
    """Shuffled rows give everybody the same facts, percentiles included: ties share a value."""
    shuffled = random.sample(table, len(table))
    for name in ("Polars", "PyArrow", "DuckDB"):
        one, other = (
            found(name, ENGINES[name].make(pa.Table.from_pylist(some, SCHEMA)), quantity="quantity")
            for some in (table, shuffled)
        )
        assert one == other, name


@pytest.mark.parametrize("engine", ENGINES)
def test_cdnow_has_the_same_facts(engine: str) -> None:
    """The 2,357 customers of the example have the facts that reading row by row gives them."""
    table = cdnow()
    told, _ = expected(table, {"quantity": "quantity"})
    frame = ENGINES[engine].make(pa.Table.from_pylist(table, SCHEMA))
    assert found(engine, frame, quantity="quantity") == told
    assert len(told) == 2357


@pytest.mark.parametrize("engine", ENGINES)
def test_cdnow_has_the_figures_of_others(engine: str) -> None:
    """On 1997-09-30, customers, orders, money and days are those that were counted without this library."""
    frame = ENGINES[engine].make(pa.Table.from_pylist(cdnow(), SCHEMA))
    facts = ENGINES[engine].read(frames.facts_from_orders(frame, as_of="1997-09-30"))
    rows = {row["customer_id"]: row for row in facts.to_pylist()}
    assert len(rows) == 2357
    assert sum(row["orders"] for row in rows.values()) == 4814
    assert round(sum(row["spend"] for row in rows.values()), 2) == 173_115.55
    assert sum(row["days_since_last_order"] for row in rows.values()) == 426_830


# ---- types -------------------------------------------------------------------------------------

KINDS: dict[str, tuple[pa.Array, pa.Array]] = {
    "whole amounts": (pa.array([AS_OF]), pa.array([3], pa.int32())),
    "decimals of two places": (pa.array([AS_OF]), pa.array([Decimal("1234567.89")])),
    "decimals of five places": (pa.array([AS_OF]), pa.array([Decimal("1.00500")])),
    "decimals of five places, odd": (pa.array([AS_OF]), pa.array([Decimal("1.01500")])),
    "decimals above a half": (pa.array([AS_OF]), pa.array([Decimal("-1.00501")])),
    "decimals of 18 places": (pa.array([AS_OF]), pa.array([Decimal("1.015")], pa.decimal128(38, 18))),
    "decimals of 30 places": (pa.array([AS_OF]), pa.array([Decimal("-2.885")], pa.decimal128(38, 30))),
    "large decimals": (pa.array([AS_OF]), pa.array([Decimal("9100000.505")], pa.decimal128(38, 9))),
    "narrow floats": (pa.array([AS_OF]), pa.array([19.99], pa.float32())),
    "timestamps": (pa.array([dt.datetime(1998, 6, 29, 23, 59)]), pa.array([1.0])),
    "timestamps in nanoseconds": (pa.array([dt.datetime(1998, 6, 29)], pa.timestamp("ns")), pa.array([1.0])),
    "instants": (pa.array([dt.datetime(1998, 6, 29, 23, 30)], pa.timestamp("us", "UTC")), pa.array([1.0])),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", KINDS)
def test_dates_and_amounts_of_every_type(engine: str, kind: str) -> None:
    """Dates, timestamps, decimals and floats are read as they are one by one, instants cut in the zone."""
    date, amount = KINDS[kind]
    zone = "Europe/Paris" if kind == "instants" else None
    table = pa.table({"customer_id": ["a"], "date": date, "amount": amount})
    book = OrderBook(
        as_of=AS_OF, customer="customer_id", zone=None if zone is None else dt.timezone(dt.timedelta(hours=2))
    )
    for row in table.to_pylist():
        book.add(row)
    told = book.facts_by_customer()
    assert found(engine, ENGINES[engine].make(table), zone=zone) == told
    assert found(engine, ENGINES[engine].make(table), zone=zone and ZoneInfo(zone)) == told


@pytest.mark.parametrize("engine", ENGINES)
def test_wrong_columns_are_refused(engine: str) -> None:
    """Text for dates or amounts, a missing column and instants without a zone name the column, no value."""
    made = ENGINES[engine].make
    good = {"customer_id": ["a"], "date": [AS_OF], "amount": [1.0]}
    with pytest.raises(ColumnError, match="column `date` is of type"):
        frames.facts_from_orders(made(pa.table({**good, "date": ["secret"]})), as_of=AS_OF)
    with pytest.raises(ColumnError, match="column `amount` is of type"):
        frames.facts_from_orders(made(pa.table({**good, "amount": ["secret"]})), as_of=AS_OF)
    with pytest.raises(ColumnError, match="no column `amont`; did you mean `amount`"):
        frames.left_out(made(pa.table(good)), as_of=AS_OF, amount="amont")
    instants = pa.array([dt.datetime(1998, 6, 29)], pa.timestamp("us", "UTC"))
    with pytest.raises(ColumnError, match="`date` has timestamps with a zone"):
        frames.facts_from_orders(made(pa.table({**good, "date": instants})), as_of=AS_OF)


@pytest.mark.parametrize("engine", ENGINES)
def test_customers_and_orders_of_any_type(engine: str) -> None:
    """Customers may be categories, and an order without an id may say so by NaN."""
    table = pa.table(
        {
            "customer_id": pa.array(["a", "a", "a"]).dictionary_encode(),
            "date": [AS_OF, dt.date(1998, 6, 1), dt.date(1998, 5, 1)],
            "amount": [1.0, 1.0, 1.0],
            "order": [float("nan"), float("nan"), float("nan")],
        }
    )
    made = ENGINES[engine].make(table)
    (row,) = ENGINES[engine].read(frames.facts_from_orders(made, as_of=AS_OF, order="order")).to_pylist()
    assert row["orders"] == 3


@pytest.mark.parametrize("engine", ["DuckDB", "Polars (lazy)"])
def test_an_infinite_quantity_is_none_where_nothing_may_be_computed(engine: str) -> None:
    """What is bought infinitely often is not known."""
    table = pa.table({"customer_id": ["a"], "date": [AS_OF], "amount": [1.0], "quantity": [float("inf")]})
    facts = found(engine, ENGINES[engine].make(table), quantity="quantity")
    assert (facts["a"]["units_365d"], facts["a"]["units_percentile"]) == (None, None)


@pytest.mark.parametrize("engine", ENGINES)
def test_large_sums_are_the_nearest_doubles(engine: str) -> None:
    """A sum beyond 2^53 of the smallest unit is no error, and no message has it."""
    amounts = [80_000_000_000_000.0, 80_000_000_000_000.0, 1.01]
    table = pa.table({"customer_id": ["a"] * 3, "date": [AS_OF] * 3, "amount": amounts})
    facts = found(engine, ENGINES[engine].make(table))
    assert facts["a"]["spend"] == float(Decimal("160000000000001.01"))


TOO_LARGE = [pa.array([10**17]), pa.array([float("inf")]), pa.array([1e16]), pa.array([Decimal(10) ** 20])]


@pytest.mark.parametrize("amount", TOO_LARGE, ids=str)
@pytest.mark.parametrize("engine", ENGINES)
def test_no_sum_goes_astray(engine: str, amount: pa.Array) -> None:
    """An amount that no sum can hold is an error; where nothing may be computed, its row is left out."""
    frame = ENGINES[engine].make(pa.table({"customer_id": ["a"], "date": [AS_OF], "amount": amount}))
    if engine in ("Polars (lazy)", "Polars (streaming)", "DuckDB", "Spark"):
        assert found(engine, frame) == {}
        counts = ENGINES[engine].read(frames.left_out(frame, as_of=AS_OF))
        assert counts.to_pylist() == [{"reason": "no-amount", "rows": 1}]
        return
    for ask in (frames.facts_from_orders, frames.left_out):
        with pytest.raises(ColumnError, match="column `amount` has infinite numbers, or numbers too large"):
            ask(frame, as_of=AS_OF)


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_that_tell_nobody_apart_are_refused(engine: str) -> None:
    """Lists for customers, a customer called as a fact, and statuses of another type are errors."""
    made = ENGINES[engine].make
    good = {"customer_id": ["a"], "date": [AS_OF], "amount": [1.0], "status": [1], "lists": [["a"]]}
    frame = made(pa.table(good))
    with pytest.raises(ColumnError, match="column `lists` is of type"):
        frames.facts_from_orders(frame, as_of=AS_OF, customer="lists")
    with pytest.raises(ColumnError, match="`cancelled=` has values of another type"):
        frames.facts_from_orders(frame, as_of=AS_OF, status="status", cancelled="void")
    assert found(engine, frame, status="status", cancelled=[1]) == {}
    with pytest.raises(ColumnError, match="column `orders` of the customers has the name of a fact"):
        frames.facts_from_orders(made(pa.table({**good, "orders": ["a"]})), as_of=AS_OF, customer="orders")


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_of_nothing(engine: str) -> None:
    """A table without rows has no customers, and one of nothing but null has only rows to leave out."""
    names = ("customer_id", "date", "amount")
    assert found(engine, ENGINES[engine].make(pa.Table.from_pylist([], SCHEMA))) == {}
    if engine == "Spark":
        return  # it makes no frames of columns of nothing
    frame = ENGINES[engine].make(pa.table({name: pa.nulls(2) for name in names}))
    assert found(engine, frame) == {}
    counts = ENGINES[engine].read(frames.left_out(frame, as_of=AS_OF)).to_pylist()
    assert counts == [{"reason": "no-customer", "rows": 2}]


def test_pandas_without_rows() -> None:
    """An empty frame of pandas has no types worth a complaint."""
    empty = pd.DataFrame({"customer_id": [], "date": [], "amount": []})
    assert frames.facts_from_orders(empty, as_of=AS_OF).empty


def test_wrong_arguments_are_refused() -> None:
    """A cancelled status without its column, decimals that are none, and a day that is none are errors."""
    frame = pl.DataFrame({"customer_id": ["a"], "date": [AS_OF], "amount": [1.0]})
    wrong: list[Row] = [
        {"cancelled": ["void"]},
        {"decimals": 10},
        {"decimals": True},
        {"zone": "Europe/Pari"},
    ]
    for arguments in wrong:
        with pytest.raises(OrdersError):
            frames.facts_from_orders(frame, as_of=AS_OF, **arguments)
    with pytest.raises(OrdersError):
        frames.facts_from_orders(frame, as_of="soon")


def test_pandas_gets_its_own_types_back() -> None:
    """Facts of a frame of pandas are of its nullable types, so that what is missing stays missing."""
    frame = pd.DataFrame(
        {
            "who": [7, 7, 8],
            "when": pd.to_datetime(["1998-06-01", "1998-06-11", "1998-06-30"]),
            "amount": [1.0, 2.0, 3.0],
        }
    )
    facts = frames.facts_from_orders(frame, as_of=AS_OF, customer="who", date="when").set_index("who")
    assert facts.loc[7, ["orders", "usual_gap_days"]].to_list() == [2, 10.0]
    assert facts["usual_gap_days"].isna().to_list() == [False, True]
    assert str(facts["orders"].dtype) == "Int64"
