"""Orders are the rows of what a customer bought; from them come the facts that criteria test.

An order is one order id, or, without ids, one buying day. Rows of an order id that add up to less
than nothing are a refund; without ids each row with a negative amount is one. Refunds lower the
spend and are no orders; an order of zero is one. Rows after the reference date, rows of cancelled
orders, and rows without a customer, date or amount are left out and counted.

The window of the last 365 days reaches from the reference date back to the 364th day before it, so
that a customer without an order in it has been silent for at least 365 days. Money is rounded half
to even to the smallest unit, summed as whole numbers and divided once: no result hangs on the
order of the rows.
"""

import datetime as dt
import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from math import fsum, isfinite
from numbers import Integral, Real
from statistics import median
from typing import Any, Literal
from zoneinfo import ZoneInfo

import attrs

from customer_types.errors import OrdersError
from customer_types.messages import Listed, Phrase, Plain
from customer_types.values import is_missing

WINDOW_DAYS = 365

LeftOut = Literal["no-customer", "no-date", "no-amount", "after-as-of", "cancelled"]

#: The facts that orders give, in the order of `facts.yaml`.
FACTS = (
    "orders",
    "orders_365d",
    "spend",
    "spend_365d",
    "units_365d",
    "average_order_value",
    "days_since_first_order",
    "days_since_last_order",
    "usual_gap_days",
    "gaps_since_last_order",
    "spend_percentile",
    "units_percentile",
)


@attrs.frozen
class _Row:
    """A row that counts: its day, its amount in the smallest unit, its quantity, its order id."""

    day: dt.date
    amount: int
    quantity: float | None
    order: Any


class Population:
    """The customers whom percentiles compare with, from the facts of each.

    >>> Population([{"spend_365d": 10.0}, {"spend_365d": 30.0}, {"spend_365d": 0.0}]).spend_percentile(20.0)
    50.0
    """

    __slots__ = ("_spends", "_units")

    def __init__(self, customers: Iterable[Mapping[str, Any]]) -> None:
        pairs = [(one.get("spend_365d"), one.get("units_365d")) for one in customers]
        self._spends = sorted(spend for spend, _ in pairs if spend is not None and spend > 0)
        self._units = sorted(units for _, units in pairs if units is not None and units > 0)

    def spend_percentile(self, spend: float | None) -> float | None:
        """Give the percentage of buyers who spent at most as much; `None` without spend."""
        return _percentile(spend, self._spends)

    def units_percentile(self, units: float | None) -> float | None:
        """Give the percentage of buyers who bought at most as many units; `None` without units."""
        return _percentile(units, self._units)


def _percentile(value: float | None, population: Sequence[float]) -> float | None:
    if value is None or value <= 0 or not population:
        return None
    return 100 * bisect_right(population, value) / len(population)


@attrs.define(kw_only=True)
class OrderBook:
    """Reads rows of orders by the names of their columns, and counts those that it leaves out.

    `date`, `amount`, `quantity`, `order`, `status` and `customer` name the columns; a row is a
    mapping. `cancelled` lists the statuses of orders that don't count. Time stamps are cut to days,
    those with a UTC offset in `zone`.
    """

    as_of: dt.date
    customer: str | None = None
    date: str = "date"
    amount: str = "amount"
    quantity: str | None = None
    order: str | None = None
    status: str | None = None
    cancelled: frozenset[Any] = frozenset()
    zone: dt.tzinfo | None = None
    decimals: int = 2
    left_out: Counter[LeftOut] = attrs.field(factory=Counter, init=False)
    _rows: dict[Any, list[_Row]] = attrs.field(factory=dict, init=False)
    _number: int = attrs.field(default=0, init=False)

    def add(self, row: Any) -> None:
        """Take one row, or leave it out and count why.

        Raises `OrdersError`, which names the row's number and never what is in it.
        """
        self._number += 1
        values = self._values(row)
        customer = None if self.customer is None else values.get(self.customer)
        if self.customer is not None and is_missing(customer):
            self.left_out["no-customer"] += 1
            return
        if self.status is not None and values.get(self.status) in self.cancelled:
            self.left_out["cancelled"] += 1
            return
        day, amount = values.get(self.date), values.get(self.amount)
        if is_missing(day) or is_missing(amount):
            self.left_out["no-date" if is_missing(day) else "no-amount"] += 1
            return
        bought = self._day(day)
        if bought > self.as_of:
            self.left_out["after-as-of"] += 1
            return
        quantity = None if self.quantity is None else values.get(self.quantity)
        order = None if self.order is None else values.get(self.order)
        self._rows.setdefault(customer, []).append(
            _Row(
                bought,
                self._minor_units(amount),
                None if is_missing(quantity) else self._quantity(quantity),
                None if is_missing(order) else order,
            )
        )

    def _values(self, row: Any) -> Mapping[str, Any]:
        if isinstance(row, Mapping):
            for column in (self.customer, self.date, self.amount, self.quantity, self.order, self.status):
                if column is not None and column not in row:
                    raise self._error(Phrase("orders.no-column", {"column": column}))
            return row
        if isinstance(row, Sequence) and not isinstance(row, str) and len(row) in (2, 3):
            if len(row) == 3 and self.quantity is None:
                self.quantity = "quantity"
            names = (self.date, self.amount, self.quantity or "quantity")
            return dict(zip(names, row, strict=False))
        raise self._error(Phrase("orders.row-form"))

    def _error(self, problem: Phrase) -> OrdersError:
        return OrdersError(Phrase("orders.row", {"row": self._number, "problem": problem}))

    def _day(self, value: Any) -> dt.date:
        stamp = _as_date(value)
        if stamp is None:
            raise self._error(Phrase("orders.date"))
        if isinstance(stamp, dt.datetime):
            if stamp.tzinfo is not None:
                if self.zone is None:
                    raise self._error(Phrase("orders.no-zone"))
                stamp = stamp.astimezone(self.zone)
            return stamp.date()
        return stamp

    def _minor_units(self, amount: Any) -> int:
        if isinstance(amount, bool) or not isinstance(amount, (Real, Decimal)):
            raise self._error(Phrase("orders.amount"))
        if isinstance(amount, Integral):
            return int(amount) * int(10**self.decimals)
        if not isfinite(amount):
            raise self._error(Phrase("orders.not-finite"))
        if isinstance(amount, Decimal):
            return int(amount.scaleb(self.decimals).to_integral_value(ROUND_HALF_EVEN))
        minor: int = round(float(amount) * 10**self.decimals)
        return minor

    def _quantity(self, quantity: Any) -> float:
        if isinstance(quantity, bool) or not isinstance(quantity, (Real, Decimal)):
            raise self._error(Phrase("orders.quantity"))
        if not isfinite(quantity):
            raise self._error(Phrase("orders.not-finite"))
        return float(quantity)

    def facts(self, customer: Any = None) -> dict[str, Any]:
        """Give the facts of one customer, `None` for what is missing, without percentiles."""
        return self._facts(self._rows.get(customer, []))

    def facts_by_customer(self) -> dict[Any, dict[str, Any]]:
        """Give the facts of each customer with a row that counts, percentiles included."""
        found = {customer: self._facts(rows) for customer, rows in self._rows.items()}
        population = Population(found.values())
        for facts in found.values():
            add_percentiles(facts, population)
        return found

    def _facts(self, rows: list[_Row]) -> dict[str, Any]:
        facts: dict[str, Any] = dict.fromkeys(FACTS)
        purchases, refunds = self._orders(rows)
        money = [*purchases, *refunds]
        scale = 10**self.decimals
        facts["orders"] = len(purchases)
        facts["orders_365d"] = sum(self._in_window(day) for day, _ in purchases)
        total = sum(amount for _, amount in money)
        facts["spend"] = total / scale
        facts["spend_365d"] = sum(amount for day, amount in money if self._in_window(day)) / scale
        quantities = [
            None if row.quantity is None else -abs(row.quantity) if row.amount < 0 else row.quantity
            for row in rows
            if self._in_window(row.day)
        ]
        if rows and self.quantity is not None and None not in quantities:
            facts["units_365d"] = fsum(quantity for quantity in quantities if quantity is not None)
        if not purchases:
            return facts
        days = sorted({day for day, _ in purchases})
        facts["average_order_value"] = total / (scale * len(purchases))
        facts["days_since_first_order"] = (self.as_of - days[0]).days
        facts["days_since_last_order"] = (self.as_of - days[-1]).days
        if len(days) > 1:
            gap = median((after - before).days for before, after in itertools.pairwise(days))
            facts["usual_gap_days"] = float(gap)
            facts["gaps_since_last_order"] = facts["days_since_last_order"] / gap
        return facts

    def _orders(self, rows: list[_Row]) -> tuple[list[tuple[dt.date, int]], list[tuple[dt.date, int]]]:
        """Make orders and refunds of rows, each with its day and amount."""
        by_id: dict[Any, tuple[dt.date, int]] = {}
        by_day: dict[dt.date, int] = {}
        purchases: list[tuple[dt.date, int]] = []
        refunds: list[tuple[dt.date, int]] = []
        for row in rows:
            if row.order is not None:
                day, amount = by_id.get(row.order, (row.day, 0))
                by_id[row.order] = (min(day, row.day), amount + row.amount)
            elif row.amount < 0:
                refunds.append((row.day, row.amount))
            else:
                by_day[row.day] = by_day.get(row.day, 0) + row.amount
        for day, amount in by_id.values():
            (purchases if amount >= 0 else refunds).append((day, amount))
        return [*purchases, *by_day.items()], refunds

    def _in_window(self, day: dt.date) -> bool:
        return (self.as_of - day).days < WINDOW_DAYS

    def report(self) -> Phrase | None:
        """Say how many rows were left out and why, if any were."""
        if not self.left_out:
            return None
        as_of = Plain(self.as_of.isoformat())
        reasons = tuple(
            Phrase(f"orders.{reason}", {"count": count, "as_of": as_of})
            for reason, count in sorted(self.left_out.items())
        )
        return Phrase("orders.left-out", {"reasons": Listed(reasons, "and")})


def add_percentiles(facts: dict[str, Any], population: Population) -> None:
    """Fill in the percentiles of one customer's facts."""
    facts["spend_percentile"] = population.spend_percentile(facts["spend_365d"])
    facts["units_percentile"] = population.units_percentile(facts["units_365d"])


def facts_from_orders(
    rows: Iterable[Any],
    /,
    *,
    as_of: dt.date | str,
    date: str = "date",
    amount: str = "amount",
    quantity: str | None = None,
    order: str | None = None,
    status: str | None = None,
    cancelled: str | Iterable[Any] = (),
    zone: dt.tzinfo | str | None = None,
    decimals: int = 2,
    population: Population | Iterable[Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """Give the facts of one customer from the rows of what was bought up to a day.

    >>> facts = facts_from_orders([("1998-01-02", 29.33), ("1998-03-02", 10)], as_of="1998-06-30")
    >>> facts["orders"], facts["spend"], facts["days_since_last_order"], facts["usual_gap_days"]
    (2, 39.33, 120, 59.0)

    A row is (date, amount), (date, amount, quantity), or a mapping whose columns the arguments
    name. What can't be known is `None`: without rows all but orders and spend, the usual gap
    with one buying day, the percentiles without `population` (the facts of all customers). Raises
    `OrdersError` (a ValueError) for a row that can't be read; it names the row's number.
    """
    book = OrderBook(
        as_of=reference_date(as_of),
        date=date,
        amount=amount,
        quantity=quantity,
        order=order,
        status=status,
        cancelled=frozenset([cancelled] if isinstance(cancelled, str) else cancelled),
        zone=time_zone(zone),
        decimals=decimals,
    )
    for row in rows:
        book.add(row)
    facts = book.facts()
    if population is not None:
        among = population if isinstance(population, Population) else Population(population)
        add_percentiles(facts, among)
    return facts


def _as_date(value: Any) -> dt.date | None:
    if isinstance(value, dt.date):  # a datetime is one too
        return value
    text = value if isinstance(value, str) else str(value) if type(value).__name__ == "datetime64" else None
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text[:35])
    except ValueError:
        return None


def reference_date(value: Any) -> dt.date:
    """Take a date, a time stamp or an ISO text for the day that facts refer to.

    Raises `OrdersError`.
    """
    found = _as_date(value)
    if found is None:
        raise OrdersError(Phrase("orders.as-of"))
    return found.date() if isinstance(found, dt.datetime) else found


def time_zone(value: dt.tzinfo | str | None) -> dt.tzinfo | None:
    """Take a time zone or the name of one, such as `Europe/Paris`. Raises `OrdersError`."""
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (LookupError, ValueError, OSError):
        raise OrdersError(Phrase("orders.unknown-zone", {"zone": value})) from None
