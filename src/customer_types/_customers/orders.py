"""Orders are a table, with a row for each thing that a customer bought; facts come from them.

Rows after the reference date, rows of cancelled orders, and rows without a customer, date or amount
are left out and counted. Money is rounded half to even to the smallest unit.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from math import isfinite
from numbers import Integral, Real
from typing import Any, Literal
from zoneinfo import ZoneInfo

import attrs

from customer_types._customers.purchases import Population, Purchase, add_percentiles, facts_of
from customer_types._deciding.values import is_missing
from customer_types._messages import Listed, Phrase, Plain
from customer_types.errors import OrdersError

#: Digits for any amount, whatever the program that calls computes with.
_EXACT = Context(prec=1_000)

LeftOut = Literal["no-customer", "no-date", "no-amount", "after-as-of", "cancelled"]

#: Where the quantity of a row of three stands, if no column is named for it.
_THIRD = "quantity of a row of three"

#: Beyond this, sums of doubles are no longer exact to the cent.
_LARGEST = 10**15


@attrs.define(kw_only=True)
class OrderBook:
    """Reads rows of orders by the names of their columns, and counts those that it leaves out.

    `date`, `amount`, `quantity`, `order`, `status` and `customer` name the columns; a row is a
    mapping. `cancelled` lists the statuses of orders that don't count. Timestamps are cut to days,
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
    _rows: dict[Any, list[Purchase]] = attrs.field(factory=dict, init=False)
    _number: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        require_sense(self.cancelled, self.status, self.decimals)

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
            Purchase(
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
        return self._facts_of(self._rows.get(customer, []), self.as_of)

    def facts_by_customer(self, as_of: dt.date | None = None) -> dict[Any, dict[str, Any]]:
        """Give the facts of each customer with a row that counts, percentiles included.

        An earlier day than that of the book may be the reference date.
        """
        day = self.as_of if as_of is None else as_of
        found = {}
        for customer, rows in self._rows.items():
            bought = [row for row in rows if row.day <= day]
            if bought:
                found[customer] = self._facts_of(bought, day)
        population = Population(found.values())
        for facts in found.values():
            add_percentiles(facts, population)
        return found

    def _facts_of(self, purchases: list[Purchase], as_of: dt.date) -> dict[str, Any]:
        return facts_of(purchases, as_of=as_of, decimals=self.decimals, has_quantities=self._has_quantities)

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


def require_sense(cancelled: Collection[Any], status: str | None, decimals: int) -> None:
    """Check that arguments about orders go together. Raises `OrdersError`."""
    if cancelled and status is None:
        raise OrdersError(Phrase("orders.status-and-cancelled"))
    if isinstance(decimals, bool) or decimals not in range(10):
        raise OrdersError(Phrase("orders.decimals"))


def reference_date(value: Any, *, zone: dt.tzinfo | None = None, name: str = "as_of") -> dt.date:
    """Take a date, a timestamp or an ISO text for the day that facts refer to.

    A timestamp with a UTC offset is cut in the zone, if there is one. Raises `OrdersError`.
    """
    found = _as_date(value)
    problem = Phrase("orders.as-of", {"name": Plain(name)})
    if found is None:
        raise OrdersError(problem)
    if not isinstance(found, dt.datetime):
        return found
    try:
        return (found if found.tzinfo is None or zone is None else found.astimezone(zone)).date()
    except OverflowError:  # beyond the calendar
        raise OrdersError(problem) from None


def zone_name(place: dt.tzinfo | None) -> str | None:
    """Give the name of a time zone, by which engines and databases know it. Raises `OrdersError`."""
    name: str | None = getattr(place, "key", None)
    if place is not None and name is None:
        raise OrdersError(Phrase("orders.unknown-zone", {"zone": str(place)}))
    return name


def time_zone(value: dt.tzinfo | str | None) -> dt.tzinfo | None:
    """Take a time zone or the name of one, such as `Europe/Paris`. Raises `OrdersError`."""
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (LookupError, ValueError, OSError):
        raise OrdersError(Phrase("orders.unknown-zone", {"zone": value})) from None
