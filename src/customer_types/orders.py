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
from decimal import ROUND_HALF_EVEN, Context, Decimal
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

#: Digits for any amount, whatever the program that calls computes with.
_EXACT = Context(prec=1_000)

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


#: Where the quantity of a row of three stands, if no column is named for it.
_THIRD = "quantity of a row of three"

#: Beyond this, sums of doubles are no longer exact to the cent.
_LARGEST = 10**15


@attrs.frozen
class _Row:
    """A row that counts: its day, its amount in the smallest unit, its quantity, its order id."""

    day: dt.date
    amount: int
    quantity: float | None
    order: Any


@attrs.frozen
class _Order:
    """Rows that count as one, with their first day: an order, or below zero a refund."""

    day: dt.date
    amount: int
    units: float | None


def _orders(rows: list[_Row]) -> list[_Order]:
    """Make orders and refunds of the rows of a customer."""
    found: dict[Any, list[_Row]] = {}
    for number, row in enumerate(rows):
        if row.order is not None:
            key: tuple[str, Any] = ("order", row.order)
        elif row.amount < 0:
            key = ("refund", number)
        else:
            key = ("day", row.day)
        found.setdefault(key, []).append(row)
    return [_order(group) for group in found.values()]


def _order(rows: list[_Row]) -> _Order:
    amount = sum(row.amount for row in rows)
    units = None
    if all(row.quantity is not None for row in rows):
        units = fsum(-abs(row.quantity or 0) if row.amount < 0 else row.quantity or 0 for row in rows)
        if amount < 0:
            units = min(0.0, units)  # a refund adds nothing, whatever was swapped in it
    return _Order(min(row.day for row in rows), amount, units)


class Population:
    """The customers whom percentiles compare with, from the facts of each.

    >>> Population([{"spend_365d": 10.0}, {"spend_365d": 30.0}, {"spend_365d": 0.0}]).spend_percentile(20.0)
    50.0
    """

    __slots__ = ("_spends", "_units")

    def __init__(self, customers: Iterable[Mapping[str, Any]]) -> None:
        try:
            pairs = [(one.get("spend_365d"), one.get("units_365d")) for one in customers]
            if any(isinstance(value, str) for pair in pairs for value in pair):
                raise OrdersError(Phrase("orders.population"))
        except AttributeError:
            raise OrdersError(Phrase("orders.population")) from None
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
    _has_quantities: bool = attrs.field(default=False, init=False)
    _rows: dict[Any, list[_Row]] = attrs.field(factory=dict, init=False)
    _number: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        if self.cancelled and self.status is None:
            raise OrdersError(Phrase("orders.status-and-cancelled"))
        if isinstance(self.decimals, bool) or self.decimals not in range(10):
            raise OrdersError(Phrase("orders.decimals"))

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
        quantity = values.get(self.quantity or _THIRD)
        order = None if self.order is None else values.get(self.order)
        self._has_quantities = self._has_quantities or self.quantity is not None or _THIRD in values
        if order.__hash__ is None:
            raise self._error(Phrase("orders.id"))
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
        if hasattr(row, "_asdict"):  # a named tuple
            return self._values(row._asdict())
        if isinstance(row, Sequence) and not isinstance(row, str) and len(row) in (2, 3):
            return dict(zip((self.date, self.amount, self.quantity or _THIRD), row, strict=False))
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
                try:
                    stamp = stamp.astimezone(self.zone)
                except OverflowError:  # beyond the calendar, such as the last second of the year 9999
                    raise self._error(Phrase("orders.date")) from None
            return stamp.date()
        return stamp

    def _minor_units(self, amount: Any) -> int:
        self._require_number(amount, "orders.amount")
        if isinstance(amount, Integral):
            return int(amount) * int(10**self.decimals)
        if isinstance(amount, Decimal):
            return int(amount.scaleb(self.decimals, _EXACT).to_integral_value(ROUND_HALF_EVEN, _EXACT))
        scaled = float(amount) * 10**self.decimals
        self._require_number(scaled, "orders.amount")
        minor: int = round(scaled)
        return minor

    def _quantity(self, quantity: Any) -> float:
        self._require_number(quantity, "orders.quantity")
        return float(quantity)

    def _require_number(self, value: Any, otherwise: str) -> None:
        if isinstance(value, bool) or not isinstance(value, (Real, Decimal)):
            raise self._error(Phrase(otherwise))
        try:
            is_finite = isfinite(value)
        except OverflowError:  # a whole number beyond all doubles
            is_finite = False
        if not is_finite:
            raise self._error(Phrase("orders.not-finite"))
        if abs(value) > _LARGEST * 10**self.decimals:
            raise self._error(Phrase("orders.too-large"))

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
        orders = _orders(rows)
        recent = [order for order in orders if self._in_window(order.day)]
        scale = 10**self.decimals
        facts["orders"] = sum(order.amount >= 0 for order in orders)
        facts["orders_365d"] = sum(order.amount >= 0 for order in recent)
        total = sum(order.amount for order in orders)
        facts["spend"] = total / scale
        facts["spend_365d"] = sum(order.amount for order in recent) / scale
        units = [order.units for order in recent]
        if rows and self._has_quantities and None not in units:
            facts["units_365d"] = fsum(number for number in units if number is not None)
        days = sorted({order.day for order in orders if order.amount >= 0})
        if not days:
            return facts
        facts["average_order_value"] = total / (scale * facts["orders"])
        facts["days_since_first_order"] = (self.as_of - days[0]).days
        facts["days_since_last_order"] = (self.as_of - days[-1]).days
        if len(days) > 1:
            gap = median((after - before).days for before, after in itertools.pairwise(days))
            facts["usual_gap_days"] = float(gap)
            facts["gaps_since_last_order"] = facts["days_since_last_order"] / gap
        return facts

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
    name. What can't be known is `None`: without rows all but numbers of orders and spend, the usual
    gap with one buying day, the percentiles without `population` (the facts of all customers). Raises
    `OrdersError` (a ValueError) for a row that can't be read; it names the row's number.
    """
    place = time_zone(zone)
    book = OrderBook(
        as_of=reference_date(as_of, zone=place),
        date=date,
        amount=amount,
        quantity=quantity,
        order=order,
        status=status,
        cancelled=frozenset([cancelled] if isinstance(cancelled, str) else cancelled),
        zone=place,
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
        return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def reference_date(value: Any, *, zone: dt.tzinfo | None = None) -> dt.date:
    """Take a date, a time stamp or an ISO text for the day that facts refer to.

    A time stamp with a UTC offset is cut in the zone, if there is one. Raises `OrdersError`.
    """
    found = _as_date(value)
    if found is None:
        raise OrdersError(Phrase("orders.as-of"))
    if not isinstance(found, dt.datetime):
        return found
    try:
        return (found if found.tzinfo is None or zone is None else found.astimezone(zone)).date()
    except OverflowError:  # beyond the calendar
        raise OrdersError(Phrase("orders.as-of")) from None


def time_zone(value: dt.tzinfo | str | None) -> dt.tzinfo | None:
    """Take a time zone or the name of one, such as `Europe/Paris`. Raises `OrdersError`."""
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (LookupError, ValueError, OSError):
        raise OrdersError(Phrase("orders.unknown-zone", {"zone": value})) from None
