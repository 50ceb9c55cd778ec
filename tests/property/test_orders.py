"""Laws of facts from orders, and their agreement with a slow count in fractions.

The count here goes through the rows once for each fact and shares nothing with the library: money
are fractions, days are sets, and a percentile asks each customer of the population.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import attrs
from hypothesis import given, settings, strategies as st
from tests.property.strategies import pick
from tests.tries import tries

from customer_types import classify, facts_from_orders, taxonomy
from customer_types._customers.orders import OrderBook

AS_OF = dt.date(2024, 3, 1)  # so that the year before has a leap day

Row = dict[str, Any]
Facts = dict[str, Any]
Options = tuple[Any, ...]

CUSTOMERS: Options = ("ada", "bob", 7, None)
DAYS: Options = (0, 1, 2, 7, 30, 60, 120, 121, 363, 364, 365, 366, 367, 400, 1000, -1, -40, None)
QUANTITIES: Options = (1, 2, 3, 10, 0, 2.5, -1, None)
ORDERS: Options = ("a", "b", "c", 4, None)
STATES: Options = ("paid", "sent", "void", None)

#: Amounts with their halves: each is exactly what it says, also where it is a binary fraction.
AMOUNTS: Options = (
    10, 0, 1, -3, 5.0, -5.0, 0.5, 1.5, 2.5, -2.5, 0.125, 0.375, 0.0625, 1.0625, -0.125,
    Decimal("29.33"), Decimal("-29.33"), Decimal("0.005"), Decimal("0.015"), Decimal("0.025"),
    Decimal("14.965"), Decimal("14.9651"), Decimal("1.0005"), Decimal("-0.515"), 29.33, -14.96, 0.1, 0.2,
    Fraction(7, 4), None,
)  # fmt: skip


@attrs.frozen(kw_only=True)
class Table:
    """An orders table, with what its columns are for."""

    rows: tuple[Row, ...]
    has_ids: bool
    decimals: int

    def book(self, rows: Sequence[Row] | None = None) -> OrderBook:
        """Read the table, or other rows like its own."""
        book = OrderBook(
            as_of=AS_OF,
            customer="customer",
            quantity="quantity",
            order="order" if self.has_ids else None,
            status="status",
            cancelled=frozenset({"void"}),
            decimals=self.decimals,
        )
        for row in self.rows if rows is None else rows:
            book.add(row)
        return book

    def facts(self, rows: Sequence[Row] | None = None) -> dict[Any, Facts]:
        """Give the facts of each customer."""
        return self.book(rows).facts_by_customer()


@st.composite
def tables(draw: st.DrawFn, *, clean: bool = False) -> Table:
    """Give an orders table of few rows and many ties; a clean one has nothing to leave out."""
    customers, days, amounts, states = (
        [one for one in options if one is not None or not clean]
        for options in (CUSTOMERS, DAYS, AMOUNTS, STATES)
    )
    rows = []
    for _ in range(draw(st.integers(0, 12))):
        day = pick(draw, days)
        rows.append(
            {
                "customer": pick(draw, customers),
                "date": None if day is None else AS_OF - dt.timedelta(days=day),
                "amount": pick(draw, amounts),
                "quantity": pick(draw, QUANTITIES),
                "order": pick(draw, ORDERS),
                "status": pick(draw, states),
            }
        )
    has_ids = pick(draw, (False, True))
    return Table(rows=tuple(rows), has_ids=has_ids, decimals=pick(draw, (2, 0, 3)))


# ---- the slow count ----------------------------------------------------------------------------


def minor_units(amount: Any, decimals: int) -> Fraction:
    """Round to the smallest unit, a half to the even side."""
    exact = Fraction(amount) * 10**decimals
    below = exact.numerator // exact.denominator
    rest = exact - below
    is_up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1)
    return Fraction(below + is_up)


def counts(row: Row) -> bool:
    """Tell whether a row counts at all."""
    is_there = all(row[column] is not None for column in ("customer", "date", "amount"))
    return bool(is_there and row["status"] != "void" and row["date"] <= AS_OF)


def groups(rows: list[Row], table: Table) -> list[list[Row]]:
    """Put the rows of one customer together that are one order or one refund."""
    ids = {row["order"] for row in rows if table.has_ids} - {None}
    found = [[row for row in rows if row["order"] == id] for id in ids]
    others = [row for row in rows if not table.has_ids or row["order"] is None]
    found += [[row] for row in others if minor_units(row["amount"], table.decimals) < 0]
    bought = [row for row in others if minor_units(row["amount"], table.decimals) >= 0]
    return found + [[row for row in bought if row["date"] == day] for day in {row["date"] for row in bought}]


def net(group: list[Row], table: Table) -> Fraction:
    """Add up the money of an order or a refund, in smallest units."""
    return sum((minor_units(row["amount"], table.decimals) for row in group), Fraction())


def age(group: list[Row]) -> int:
    """Count the days since an order or a refund, which is on its first day."""
    first: dt.date = min(row["date"] for row in group)
    return (AS_OF - first).days


def units(group: list[Row], table: Table) -> Fraction:
    """Add up the units of an order; a refund takes off at most and never adds."""
    signed = [
        -abs(Fraction(row["quantity"]))
        if minor_units(row["amount"], table.decimals) < 0
        else Fraction(row["quantity"])
        for row in group
    ]
    return sum(signed, Fraction()) if net(group, table) >= 0 else min(Fraction(), sum(signed, Fraction()))


def slow_facts(rows: list[Row], table: Table) -> Facts:
    """Work out the facts of one customer, exactly."""
    unit = Fraction(1, 10**table.decimals)
    all_groups = groups(rows, table)
    orders = [group for group in all_groups if net(group, table) >= 0]
    recent = [group for group in all_groups if age(group) <= 364]
    ages = sorted({age(group) for group in orders})
    gaps = [Fraction(older - younger) for younger, older in pairwise(ages)]
    spend = sum((net(group, table) for group in all_groups), Fraction()) * unit
    has_units = all(row["quantity"] is not None for group in recent for row in group)
    usual = median(gaps) if gaps else None
    return {
        "orders": len(orders),
        "orders_365d": len([group for group in orders if age(group) <= 364]),
        "spend": spend,
        "spend_365d": sum((net(group, table) for group in recent), Fraction()) * unit,
        "units_365d": sum((units(group, table) for group in recent), Fraction()) if has_units else None,
        "average_order_value": spend / len(orders) if orders else None,
        "days_since_first_order": max(ages, default=None),
        "days_since_last_order": min(ages, default=None),
        "usual_gap_days": usual,
        "gaps_since_last_order": min(ages) / usual if usual else None,
    }


def slow_percentile(value: Fraction | None, others: list[Fraction | None]) -> Fraction | None:
    """Give the percentage of those above zero who have at most as much."""
    buyers = [other for other in others if other is not None and other > 0]
    if value is None or value <= 0 or not buyers:
        return None
    return Fraction(100 * len([other for other in buyers if other <= value]), len(buyers))


def slow_book(table: Table) -> dict[Any, Facts]:
    """Work out the facts of all customers, exactly."""
    kept = [row for row in table.rows if counts(row)]
    found = {
        customer: slow_facts([row for row in kept if row["customer"] == customer], table)
        for customer in {row["customer"] for row in kept}
    }
    for name in ("spend", "units"):
        everyone = [one[f"{name}_365d"] for one in found.values()]
        for one in found.values():
            one[f"{name}_percentile"] = slow_percentile(one[f"{name}_365d"], everyone)
    return found


def as_numbers(facts: Facts) -> Facts:
    """Round exact facts once to the nearest double."""
    return {name: float(value) if isinstance(value, Fraction) else value for name, value in facts.items()}


# ---- the laws ----------------------------------------------------------------------------------


@settings(max_examples=tries(300))
@given(tables())
def test_the_facts_are_those_of_the_slow_count(table: Table) -> None:
    """Every fact of every customer is the exact one, rounded once."""
    expected = {customer: as_numbers(facts) for customer, facts in slow_book(table).items()}
    assert table.facts() == expected


@given(tables())
def test_every_row_counts_or_is_counted(table: Table) -> None:
    """No row is lost: each counts, or is left out for one reason."""
    book = table.book()
    assert sum(book.left_out.values()) == len([row for row in table.rows if not counts(row)])


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(table: Table, random: Any) -> None:
    """Shuffled rows give the same facts."""
    rows = list(table.rows)
    random.shuffle(rows)
    assert table.facts(rows) == table.facts()


@given(tables())
def test_rows_that_are_left_out_change_nothing(table: Table) -> None:
    """Without the rows that don't count the facts are the same, and nothing is left out."""
    rows = [row for row in table.rows if counts(row)]
    assert table.facts(rows) == table.facts()
    assert not table.book(rows).left_out


@given(tables(clean=True), st.integers(0, 10))
def test_splitting_a_row_changes_nothing(table: Table, tenths: int) -> None:
    """A purchase in two rows, of the same day and the same order, is the same purchase."""
    rows: list[Row] = []
    for row in table.rows:
        whole = minor_units(row["amount"], table.decimals) / 10**table.decimals
        if whole < 0 or row["quantity"] is None:
            rows.append(row)
            continue
        part = {"amount": Fraction(int(whole * tenths / 10)), "quantity": 2}
        rest = {"amount": whole - part["amount"], "quantity": row["quantity"] - part["quantity"]}
        rows += [row | part, row | rest]
    assert table.facts(rows) == table.facts()


@given(tables())
def test_facts_from_orders_are_possible(table: Table) -> None:
    """No orders make a customer who cannot be: every invariant of the vocabulary holds."""
    lifecycle = taxonomy("lifecycle")
    for facts in table.facts().values():
        assert classify(facts, lifecycle).impossible == ()


@given(tables())
def test_one_customer_alone_has_the_facts_of_the_table(table: Table) -> None:
    """A customer's own rows with the others as population give what the table gives."""
    everyone = table.facts()
    for customer, expected in everyone.items():
        found = facts_from_orders(
            [row for row in table.rows if row["customer"] == customer],
            as_of=AS_OF,
            quantity="quantity",
            order="order" if table.has_ids else None,
            status="status",
            cancelled="void",
            decimals=table.decimals,
            population=everyone.values(),
        )
        assert found == expected


@given(tables(clean=True), st.sampled_from(["Europe/Paris", "America/St_Johns", "Pacific/Kiritimati"]))
def test_a_time_stamp_counts_on_the_day_of_its_zone(table: Table, name: str) -> None:
    """Time stamps written in UTC have the days that the clock of the zone showed."""
    zone = ZoneInfo(name)

    def stamped(row: Row) -> Row:
        late = dt.datetime.combine(row["date"], dt.time(23, 59, 59), zone)
        return row | {"date": late.astimezone(dt.UTC).isoformat()}

    book = table.book([])
    book.zone = zone
    for row in table.rows:
        book.add(stamped(row))
    assert book.facts_by_customer() == table.facts()


@given(tables(clean=True))
def test_nobody_is_above_the_hundredth_percentile(table: Table) -> None:
    """Percentiles lie between 0 and 100, and whoever spends most has 100."""
    everyone = table.facts().values()
    found = [one["spend_percentile"] for one in everyone if one["spend_percentile"] is not None]
    assert all(0 < percentile <= 100 for percentile in found)
    assert not found or max(found) == 100

    assert len(found) == len([one for one in everyone if one["spend_365d"] > 0])
