"""Timelines and moves are the same in every engine, and the same as those of one customer after the other."""

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest
from tests.frames.engines import ENGINES
from tests.frames.orders import SCHEMA, Row, cdnow, many

import customer_types as ct
from customer_types import Taxonomy, classify, frames
from customer_types._customers.orders import OrderBook
from customer_types._deciding.answers import Answer
from customer_types.errors import ColumnError, NotATaxonomyError, OrdersError
from customer_types.journeys import Move, days, moves

LIFECYCLE = ct.taxonomy("lifecycle")
START, END = dt.date(1997, 9, 30), dt.date(1998, 6, 30)

Looks = list[tuple[dt.date, dict[Any, Answer]]]


def looks_of(table: list[Row], taxonomy: Taxonomy, dates: tuple[dt.date, ...]) -> Looks:
    """Classify customer by customer, on one day after the other."""
    looks: Looks = []
    for day in dates:
        book = OrderBook(as_of=day, customer="customer_id")
        for row in table:
            book.add(row)
        found = book.facts_by_customer().items()
        looks.append((day, {customer: classify(facts, taxonomy).answer for customer, facts in found}))
    return looks


def rows_of(looks: Looks) -> set[tuple[Any, ...]]:
    """Write looks as the rows of a timeline."""
    dates = [None, *(day for day, _ in looks)]
    return {
        (customer, dates[number], day, answer.id, answer.status)
        for number, (day, answers) in enumerate(looks)
        for customer, answer in answers.items()
    }


def tuples(table: pa.Table) -> list[tuple[Any, ...]]:
    """Read the rows of a table."""
    return [tuple(row.values()) for row in table.to_pylist()]


@pytest.mark.parametrize("engine", ENGINES)
def test_cdnow_moves_alike_in_every_engine(engine: str) -> None:
    """Between the end of September 1997 and that of June 1998, the example moves as it does one by one."""
    table = cdnow()
    looks = looks_of(table, LIFECYCLE, (START, END))
    made = ENGINES[engine]
    timeline = frames.timeline(
        made.make(pa.Table.from_pylist(table, SCHEMA)), LIFECYCLE, start=START, end=END, every=None
    )
    read = made.read(timeline)
    assert read.column_names == ["customer_id", "since", "date", "lifecycle", "lifecycle_status"]
    assert len(read) == 2 * 2357
    assert set(tuples(read)) == rows_of(looks)
    found = made.read(frames.transitions(timeline, LIFECYCLE, language="fr"))
    assert found.column_names == [
        *("since", "date", "is_new", "before", "before_status", "after", "after_status"),
        *("customers", "share", "actions"),
    ]
    assert as_moves(found) == in_order(moves(looks))
    advice = {(row["before"], row["after"]): row["actions"] for row in found.to_pylist()}
    assert advice["active", "loyal"] == LIFECYCLE["active"].actions[0].text("fr")
    assert advice["active", "lost"] is None


def as_moves(table: pa.Table) -> list[Move]:
    """Read moves, in an order of their own."""
    return in_order([Move(**dict(list(row.items())[:9])) for row in table.to_pylist()])


def in_order(found: list[Move]) -> list[Move]:
    """Put moves in an order."""
    return sorted(found, key=lambda move: (move.since, str(move.start), str(move.end)))


@pytest.mark.parametrize("engine", ENGINES)
def test_along_a_timeline(engine: str) -> None:
    """Month by month, customers come and go; whoever was not yet there is new."""
    table = many(600)
    dates = days(dt.date(1997, 11, 30), dt.date(1998, 2, 28), "1mo")
    looks = looks_of(table, LIFECYCLE, dates)
    made = ENGINES[engine]
    timeline = frames.timeline(
        made.make(pa.Table.from_pylist(table, SCHEMA)), LIFECYCLE, start="1997-11-30", end="1998-02-28"
    )
    assert set(tuples(made.read(timeline))) == rows_of(looks)
    found = as_moves(made.read(frames.transitions(timeline, LIFECYCLE)))
    assert found == in_order(moves(looks))
    assert any(move.is_new for move in found)


@pytest.mark.parametrize("engine", ENGINES)
def test_many_days(engine: str) -> None:
    """A look at every week of a year is none too many for any engine."""
    frame = ENGINES[engine].make(pa.Table.from_pylist(cdnow()[:300], SCHEMA))
    found = frames.timeline(frame, LIFECYCLE, start="1997-06-01", end="1998-06-30", every="1w")
    dates = days(dt.date(1997, 6, 1), dt.date(1998, 6, 30), "1w")
    assert len(dates) == 58
    assert set(tuples(ENGINES[engine].read(found))) == rows_of(looks_of(cdnow()[:300], LIFECYCLE, dates))


@pytest.mark.parametrize("engine", ENGINES)
def test_wrong_tables_and_arguments_are_refused(engine: str) -> None:
    """A missing column, days the wrong way round and a rhythm that is none are errors."""
    frame = ENGINES[engine].make(pa.Table.from_pylist(many(10), SCHEMA))
    with pytest.raises(OrdersError, match="the first day is after the last"):
        frames.timeline(frame, LIFECYCLE, start=END, end=START)
    with pytest.raises(OrdersError, match="`monthly` is not a period"):
        frames.timeline(frame, LIFECYCLE, start=START, end=END, every="monthly")
    with pytest.raises(OrdersError, match="more than 1000 dates"):
        frames.timeline(frame, LIFECYCLE, start="1900-01-01", end=END, every="1d")
    with pytest.raises(ColumnError, match="no column `custommer_id`; did you mean `customer_id`"):
        frames.timeline(frame, LIFECYCLE, start=START, end=END, customer="custommer_id")
    with pytest.raises(ColumnError, match="has the name of a result column; rename it"):
        frames.timeline(frame, LIFECYCLE, start=START, end=END, customer="date", date="customer_id")
    with pytest.raises(NotATaxonomyError):
        frames.timeline(frame, "lifecycle", start=START, end=END)  # type: ignore[arg-type]
    with pytest.raises(ColumnError, match="no column `since`"):
        frames.transitions(frame, LIFECYCLE)


def test_facts_that_no_orders_tell() -> None:
    """A taxonomy that asks for more than orders tell says so, and leaves its customers undecided."""
    frame = ENGINES["Polars"].make(pa.Table.from_pylist(many(10), SCHEMA))
    with pytest.warns(frames.MissingColumnWarning, match="orders can’t supply `has_used`"):
        found = frames.timeline(frame, ct.taxonomy("market-roles"), start=START, end=END, every=None)
    assert {*found.select("market-roles", "market-roles_status").rows()} <= {
        ("customer", "one"),
        (None, "undecided"),
    }
    with pytest.raises(ct.SeveralAnswersError):
        frames.timeline(frame, ct.taxonomy("customer-categories"), start=START, end=END)
