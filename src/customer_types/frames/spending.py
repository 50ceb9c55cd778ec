"""Spending is what the purchases of each customer come to: the facts that criteria test, for a whole frame.

The rules are those of `_customers.purchases`, which says what an order, a refund and the window are.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from customer_types._customers.purchases import FACTS, LARGEST_ROUNDED, UNIT_PARTS, WINDOW_DAYS
from customer_types.frames.columns import nearest_double
from customer_types.frames.days import number_of
from customer_types.frames.tables import AMOUNT, CUSTOMER, DAY, GAP, LOOK, ORDER, UNITS, Table, Total

Frame = nw.LazyFrame[Any] | nw.DataFrame[Any]

_REFUND, _KNOWN, _IS_ORDER, _RECENT, _GROUP = (
    f"customer_types:{name}" for name in ("refund", "known", "is_order", "recent", "group")
)
_FIRST, _LAST, _TOTAL, _TOTAL_RECENT = (
    f"customer_types:{name}" for name in ("first", "last", "total", "total_recent")
)
_ROWS, _ABOVE, _AT_MOST, _ALL = (f"customer_types:{name}" for name in ("rows", "above", "at_most", "all"))


def spending(table: Table, rows: Any, *, as_of: dt.date | None, decimals: int) -> Any:
    """Give the facts of each customer with a purchase; `rows` are purchases of a table, those that count.

    Without a reference date, each row says on which day it is looked at, and so do the facts.
    """
    names = rows.collect_schema().names()
    keys = (CUSTOMER, LOOK) if as_of is None else (CUSTOMER,)
    today = nw.col(LOOK) if as_of is None else nw.lit(number_of(as_of), dtype=nw.Int64)
    orders = _orders(rows, keys, has_ids=ORDER in names, has_units=UNITS in names)
    recent = today - nw.col(DAY) < WINDOW_DAYS
    orders = orders.with_columns((nw.col(AMOUNT) >= 0).alias(_IS_ORDER), recent.alias(_RECENT))
    zero = nw.lit(0, dtype=nw.Int64)
    when_order = nw.when(nw.col(_IS_ORDER))
    columns = {
        "orders": nw.col(_IS_ORDER).cast(nw.Int64),
        "orders_365d": (nw.col(_IS_ORDER) & nw.col(_RECENT)).cast(nw.Int64),
        _TOTAL: nw.col(AMOUNT),
        _TOTAL_RECENT: nw.when(nw.col(_RECENT)).then(nw.col(AMOUNT)).otherwise(zero),
        _FIRST: when_order.then(nw.col(DAY)),
        _LAST: when_order.then(nw.col(DAY)),
    }
    totals: dict[str, Total] = dict.fromkeys(("orders", "orders_365d", _TOTAL, _TOTAL_RECENT), "sum")
    totals |= {_FIRST: "min", _LAST: "max"}
    if UNITS in names:
        nothing = nw.lit(0.0, dtype=nw.Float64)
        columns["units_365d"] = nw.when(nw.col(_RECENT)).then(nw.col(UNITS)).otherwise(nothing)
        columns[_KNOWN] = (~nw.col(UNITS).is_null() | ~nw.col(_RECENT)).cast(nw.Int64)
        totals |= {"units_365d": "sum", _KNOWN: "min"}
    made = orders.select(*keys, *(column.alias(name) for name, column in columns.items()))
    customers = table.summarized(made, totals, keys=keys, days=_FIRST)
    customers = customers.with_columns(
        *_facts(today, decimals, has_units=UNITS in names, double=table.double)
    )
    percentiles = {"spend_percentile": "spend_365d", "units_percentile": "units_365d"}
    for percentile, value in percentiles.items():
        customers = _with_percentile(customers, value, percentile, keys[1:])
    return customers.select(*keys, *FACTS)


def _orders(rows: Any, by: Sequence[str], *, has_ids: bool, has_units: bool) -> Any:
    """Put the purchases of an order, or of a buying day, together; refunds are apart."""
    is_negative = nw.col(AMOUNT) < 0
    keys = {**{name: nw.col(name) for name in by}, _REFUND: is_negative, _GROUP: nw.col(DAY)}
    if has_ids:
        is_alone = nw.col(ORDER).is_null()
        keys |= {ORDER: nw.col(ORDER), _REFUND: is_alone & is_negative}
        keys[_GROUP] = nw.when(is_alone).then(nw.col(DAY))
    columns = {**keys, DAY: nw.col(DAY), AMOUNT: nw.col(AMOUNT)}
    made = [nw.col(DAY).min().alias(DAY), nw.col(AMOUNT).sum().alias(AMOUNT)]
    if has_units:
        columns[UNITS] = nw.when(is_negative).then(-nw.col(UNITS).abs()).otherwise(nw.col(UNITS))
        columns[_KNOWN] = (~nw.col(UNITS).is_null()).cast(nw.Int64)
        made += [nw.col(UNITS).sum().alias(UNITS), nw.col(_KNOWN).min().alias(_KNOWN)]
    table = rows.select(*(column.alias(name) for name, column in columns.items()))
    orders = table.group_by(*keys).agg(*made)
    if has_units:
        # A refund adds nothing, whatever was swapped in it; what is not known of a row is not of its order.
        units = nw.when((nw.col(AMOUNT) < 0) & (nw.col(UNITS) > 0)).then(nw.lit(0.0)).otherwise(nw.col(UNITS))
        orders = orders.with_columns(nw.when(nw.col(_KNOWN) == 1).then(units).alias(UNITS))
    return orders.drop(_GROUP)


def _facts(
    today: nw.Expr, decimals: int, *, has_units: bool, double: Callable[[nw.Expr], nw.Expr]
) -> list[nw.Expr]:
    scale = 10**decimals
    has_ordered = nw.col("orders") > 0
    last = today - nw.col(_LAST)
    average = _quotient(nw.col(_TOTAL), nw.col("orders") * scale, double)
    nothing = nw.lit(None, dtype=nw.Float64)
    units = nw.when(nw.col(_KNOWN) == 1).then(_rounded(nw.col("units_365d"))) if has_units else nothing
    columns = {
        # Sums of whole numbers are wider in some engines.
        "orders": nw.col("orders").cast(nw.Int64),
        "orders_365d": nw.col("orders_365d").cast(nw.Int64),
        "spend": _quotient(nw.col(_TOTAL), scale, double),
        "spend_365d": _quotient(nw.col(_TOTAL_RECENT), scale, double),
        "units_365d": units,
        "average_order_value": nw.when(has_ordered).then(average),
        "days_since_first_order": today - nw.col(_FIRST),
        "days_since_last_order": last,
        "usual_gap_days": nw.col(GAP),
        "gaps_since_last_order": last.cast(nw.Float64) / nw.col(GAP),
    }
    return [column.alias(name) for name, column in columns.items()]


def _rounded(units: nw.Expr) -> nw.Expr:
    """Round a sum of quantities, as `_customers.purchases` does, so that it hangs on no order of rows."""
    scaled = (units * UNIT_PARTS + 0.5).floor()
    rounded = scaled / (scaled * 0 + UNIT_PARTS)
    return nw.when(units.abs() <= LARGEST_ROUNDED).then(rounded).otherwise(units)


def _quotient(
    whole: nw.Expr, by: nw.Expr | int, double: Callable[[nw.Expr], nw.Expr] = nearest_double
) -> nw.Expr:
    """Divide a column of whole numbers so that the result is the double nearest to the exact one.

    Polars multiplies by the reciprocal of a divisor that is the same in all rows, which rounds twice:
    35 / 100.0 is not 0.35 there. So no divisor is a constant.
    """
    return double(whole) / (whole * 0 + by).cast(nw.Float64)


def _with_percentile(customers: Any, value: str, name: str, by: Sequence[str]) -> Any:
    """Add the percentage of those who have a value above nothing, and at most as large a one."""
    above = nw.when(nw.col(value) > 0).then(nw.col(value))
    if not customers.implementation.is_spark_like():
        customers = customers.with_columns(above.alias(_ABOVE))
        rank, count = nw.col(_ABOVE).rank("max"), nw.col(_ABOVE).count()
        if by:
            rank, count = rank.over(*by), count.over(*by)
        ranked = customers.with_columns(rank.cast(nw.Int64).alias(_AT_MOST), count.alias(_ALL))
        return ranked.with_columns(_percent().alias(name)).drop(_ABOVE, _AT_MOST, _ALL)
    # To rank them, Spark takes all customers to one place. Equal values are counted together first, so
    # that only different ones go there.
    rows = customers.filter(nw.col(value) > 0).group_by(value, *by).agg(nw.len().alias(_ROWS))
    rows = rows.with_columns(nw.col(_ROWS).cum_sum().over(*by, order_by=value).alias(_AT_MOST))
    all_rows = nw.col(_ROWS).sum()
    rows = rows.with_columns((all_rows.over(*by) if by else all_rows).alias(_ALL))
    return customers.join(rows.select(value, *by, _percent().alias(name)), on=[value, *by], how="left")


def _percent() -> nw.Expr:
    return _quotient(nw.col(_AT_MOST) * 100, nw.col(_ALL))
