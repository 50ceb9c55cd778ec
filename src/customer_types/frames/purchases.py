"""Purchases of a frame are the rows of orders that count, in the same columns whatever their frame.

Rows without a customer, a date or an amount, rows of cancelled orders and rows after the reference date
are left out, each for the first of these reasons. Money becomes whole numbers of the smallest unit, a
half rounded to the even one, so that no sum depends on the order of the rows.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from customer_types._customers.orders import require_sense
from customer_types._messages import Phrase
from customer_types.errors import ColumnError
from customer_types.frames.days import Frame, number_of, with_days
from customer_types.frames.logic import either, expression
from customer_types.frames.tables import AMOUNT, CUSTOMER, DAY, ORDER, REASON, UNITS

#: Whole numbers of the smallest unit beyond this are no longer exact in a double.
_LARGEST = 2.0**53
#: So near to one another, for their size, are doubles that are meant for the same decimal number.
_NEAR = 2.0**-51


def _statuses(given: str | Iterable[Any]) -> frozenset[Any]:
    return frozenset([given] if isinstance(given, str) else given)


@attrs.frozen(kw_only=True)
class Roles:
    """Which column of an orders table is what, and how its rows are read. Raises `OrdersError`."""

    customer: str
    date: str
    amount: str
    quantity: str | None
    order: str | None
    status: str | None
    cancelled: frozenset[Any] = attrs.field(converter=_statuses)
    zone: str | None
    decimals: int

    def __attrs_post_init__(self) -> None:
        require_sense(self.cancelled, self.status, self.decimals)

    @property
    def columns(self) -> dict[str, nw.dtypes.DType]:
        """The columns that are named, and of what type one is in which there is nothing."""
        named = {
            self.customer: nw.String(),
            self.order: nw.String(),
            self.status: nw.String(),
            self.date: nw.Date(),
            self.amount: nw.Float64(),
            self.quantity: nw.Float64(),
        }
        return {name: dtype for name, dtype in named.items() if name is not None}


def require_readable(frame: Frame, roles: Roles) -> None:
    """Check the types of the columns, and the numbers of a frame that is there. Raises `ColumnError`."""
    schema = frame.collect_schema()
    for name in filter(None, (roles.customer, roles.order, roles.status)):
        if schema[name].is_nested():
            raise ColumnError(Phrase("frames.no-id", {"column": name, "found": str(schema[name])}))
    for name in filter(None, (roles.amount, roles.quantity)):
        if not schema[name].is_numeric():
            raise ColumnError(Phrase("frames.no-number", {"column": name, "found": str(schema[name])}))
    if roles.status is not None:
        is_text = schema[roles.status] in (nw.String, nw.Categorical, nw.Enum)
        if any(isinstance(one, str) is not is_text for one in roles.cancelled):
            told = {"column": roles.status, "found": str(schema[roles.status])}
            raise ColumnError(Phrase("frames.statuses", told))
    if isinstance(frame, nw.DataFrame):
        _require_finite(
            frame, roles.amount, minor_units(nw.col(roles.amount), schema[roles.amount], roles.decimals)
        )
        if roles.quantity is not None:
            quantity = nw.col(roles.quantity).cast(nw.Float64)
            _require_finite(frame, roles.quantity, nw.when(quantity.is_finite()).then(quantity))


def purchases(frame: Frame, roles: Roles, as_of: dt.date) -> Frame:
    """Give the rows of an orders table in the columns of purchases, with the reason why one is left out."""
    schema = frame.collect_schema()
    customer = nw.col(roles.customer)
    if schema[roles.customer].is_float():
        customer = customer.fill_nan(None)
    frame = with_days(frame, roles.date, roles.zone, DAY)
    amount = minor_units(nw.col(roles.amount), schema[roles.amount], roles.decimals)
    is_cancelled = either(
        (nw.col(roles.status) == one).fill_null(value=False)
        for one in roles.cancelled
        if roles.status is not None
    )
    columns = {CUSTOMER: customer, DAY: nw.col(DAY), AMOUNT: amount}
    if roles.quantity is not None:
        quantity = nw.col(roles.quantity).cast(nw.Float64)
        columns[UNITS] = nw.when(quantity.is_finite()).then(quantity)
    if roles.order is not None:
        order = nw.col(roles.order)
        columns[ORDER] = order.fill_nan(None) if schema[roles.order].is_float() else order
    reasons = {
        "no-customer": nw.col(CUSTOMER).is_null(),
        "cancelled": nw.col(REASON),
        "no-date": nw.col(DAY).is_null(),
        "no-amount": nw.col(AMOUNT).is_null(),
        "after-as-of": nw.col(DAY) > number_of(as_of),
    }
    reason: nw.Expr = nw.lit(None, dtype=nw.String)
    for name, applies in reversed(reasons.items()):
        reason = nw.when(applies).then(nw.lit(name)).otherwise(reason)
    first = [one.alias(name) for name, one in {**columns, REASON: expression(is_cancelled)}.items()]
    return frame.select(*first).with_columns(reason.alias(REASON))


def _require_finite(frame: nw.DataFrame[Any], name: str, read: nw.Expr) -> None:
    """Check that what is there of a column can be read. Raises `ColumnError`."""
    column = nw.col(name)
    if frame.collect_schema()[name].is_float():
        column = column.fill_nan(None)
    if frame.select(lost=(read.is_null() & ~column.is_null()).any())["lost"].item():
        raise ColumnError(Phrase("frames.too-large", {"column": name}))


def minor_units(amount: nw.Expr, dtype: nw.dtypes.DType, decimals: int) -> nw.Expr:
    """Give amounts as whole numbers of the smallest unit, a half rounded to the even one.

    An amount that is infinite, or too large for a sum to be exact, is missing.
    """
    if dtype.is_integer():
        largest = int(_LARGEST) // 10**decimals
        within = nw.when((amount >= -largest) & (amount <= largest)).then(amount)
        return within.cast(nw.Int64) * int(10**decimals)
    number = amount.cast(nw.Float64).fill_nan(None)
    scaled = number * 10.0**decimals
    below = scaled.floor()
    is_half = scaled - below == 0.5
    if isinstance(dtype, nw.Decimal):
        # Half a cent such as 1.015 is no double, and not each engine gives the nearest one. Decimals of 15
        # digits are further apart than that.
        half = (below + 0.5) / _divisor(below, decimals)
        is_half = (half - number).abs() <= half.abs() * _NEAR
    is_odd = below - 2 * (below / 2).floor() == 1
    is_up = nw.when(is_half).then(is_odd).otherwise(scaled - below > 0.5)
    rounded = below + is_up.cast(nw.Float64)
    return nw.when((scaled >= -_LARGEST) & (scaled <= _LARGEST)).then(rounded).cast(nw.Int64)


def _divisor(column: nw.Expr, decimals: int) -> nw.Expr:
    """Give a power of ten in all rows: Polars divides by one that is the same in all in another way."""
    return column * 0 + 10.0**decimals
