"""Purchases are the rows of orders that count; those of a customer make the facts that criteria test.

An order is one order id, or, without ids, one buying day. Purchases of an order id that add up to
less than nothing are a refund; without ids each with a negative amount is one. Refunds lower the
spend and are no orders; an order of zero is one.

The window of the last 365 days reaches from the reference date back to the 364th day before it, so
that a customer without an order in it has been silent for at least 365 days. Money is summed as
whole numbers and divided once, and sums of quantities are rounded to six places: no result hangs on
the order of the rows.
"""

import datetime as dt
import itertools
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import floor, fsum
from statistics import median
from typing import Any

import attrs

from customer_types._messages import Phrase
from customer_types.errors import OrdersError

WINDOW_DAYS = 365
#: Sums of quantities are whole numbers of such a part of one, up to the largest whose double is exact.
UNIT_PARTS = 1_000_000
LARGEST_ROUNDED = 2**53 // UNIT_PARTS

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
class Purchase:
    """A row that counts: its day, its amount in the smallest unit, its quantity, its order id."""

    day: dt.date
    amount: int
    quantity: float | None
    order: Any


@attrs.frozen
class _Order:
    """Purchases that count as one, with their first day: an order, or below zero a refund."""

    day: dt.date
    amount: int
    units: float | None


def _orders(purchases: list[Purchase]) -> list[_Order]:
    """Make orders and refunds of the purchases of a customer."""
    found: dict[Any, list[Purchase]] = {}
    for number, one in enumerate(purchases):
        if one.order is not None:
            key: tuple[str, Any] = ("order", one.order)
        elif one.amount < 0:
            key = ("refund", number)
        else:
            key = ("day", one.day)
        found.setdefault(key, []).append(one)
    return [_order(group) for group in found.values()]


def _order(purchases: list[Purchase]) -> _Order:
    amount = sum(one.amount for one in purchases)
    units = None
    if all(one.quantity is not None for one in purchases):
        units = fsum(-abs(one.quantity or 0) if one.amount < 0 else one.quantity or 0 for one in purchases)
        if amount < 0:
            units = min(0.0, units)  # a refund adds nothing, whatever was swapped in it
    return _Order(min(one.day for one in purchases), amount, units)


def facts_of(
    purchases: list[Purchase], *, as_of: dt.date, decimals: int, has_quantities: bool
) -> dict[str, Any]:
    """Give the facts of the purchases of a customer, `None` for what is missing, without percentiles."""
    facts: dict[str, Any] = dict.fromkeys(FACTS)
    orders = _orders(purchases)
    recent = [order for order in orders if (as_of - order.day).days < WINDOW_DAYS]
    scale = 10**decimals
    facts["orders"] = sum(order.amount >= 0 for order in orders)
    facts["orders_365d"] = sum(order.amount >= 0 for order in recent)
    total = sum(order.amount for order in orders)
    facts["spend"] = total / scale
    facts["spend_365d"] = sum(order.amount for order in recent) / scale
    units = [order.units for order in recent]
    if purchases and has_quantities and None not in units:
        facts["units_365d"] = _rounded(fsum(number for number in units if number is not None))
    days = sorted({order.day for order in orders if order.amount >= 0})
    if not days:
        return facts
    facts["average_order_value"] = total / (scale * facts["orders"])
    facts["days_since_first_order"] = (as_of - days[0]).days
    facts["days_since_last_order"] = (as_of - days[-1]).days
    if len(days) > 1:
        gap = median((after - before).days for before, after in itertools.pairwise(days))
        facts["usual_gap_days"] = float(gap)
        facts["gaps_since_last_order"] = facts["days_since_last_order"] / gap
    return facts


def _rounded(units: float) -> float:
    """Round a sum of quantities to six places, so that it is the same in whichever order it was summed."""
    if abs(units) > LARGEST_ROUNDED:
        return units
    return floor(units * UNIT_PARTS + 0.5) / UNIT_PARTS


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


def add_percentiles(facts: dict[str, Any], population: Population) -> None:
    """Fill in the percentiles of one customer's facts."""
    facts["spend_percentile"] = population.spend_percentile(facts["spend_365d"])
    facts["units_percentile"] = population.units_percentile(facts["units_365d"])
