"""Orders in a frame: a row for each thing that was bought becomes a row of facts for each customer."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

import narwhals.stable.v2 as nw

from customer_types._customers.orders import reference_date, time_zone, zone_name
from customer_types.frames import opening as doors
from customer_types.frames.purchases import Roles
from customer_types.frames.spending import spending
from customer_types.frames.tables import CUSTOMER, REASON, Table

Frame = TypeVar("Frame")


def facts_from_orders(
    frame: Frame,
    /,
    *,
    as_of: dt.date | str,
    customer: str = "customer_id",
    date: str = "date",
    amount: str = "amount",
    quantity: str | None = None,
    order: str | None = None,
    status: str | None = None,
    cancelled: str | Iterable[Any] = (),
    zone: dt.tzinfo | str | None = None,
    decimals: int = 2,
) -> Frame:
    """Give the facts of each customer from a table of orders, a row for each thing that was bought.

    >>> import polars as pl
    >>> orders = pl.DataFrame(
    ...     {"customer_id": [1, 1], "date": ["1998-01-02", "1998-03-02"], "amount": [29.33, 10.0]}
    ... ).with_columns(pl.col("date").str.to_date())
    >>> facts = facts_from_orders(orders, as_of="1998-06-30")
    >>> facts.select("orders", "spend", "days_since_last_order", "usual_gap_days").row(0)
    (2, 39.33, 120, 59.0)

    The facts are those of `customer_types.facts_from_orders`, percentiles included, for every customer
    with a row that counts; the rows of the answer are in no order. `customer`, `date` and so on name
    the columns, `cancelled` the statuses of orders that don't count, `zone` is where timestamps with a
    zone are cut into days. Raises `ColumnError`, a ValueError, for a column that is not there or of
    another type, and `OrdersError`, another one, for a wrong argument.
    """
    table, rows, day = rows_up_to(
        frame,
        as_of,
        zone,
        customer=customer,
        date=date,
        amount=amount,
        quantity=quantity,
        order=order,
        status=status,
        cancelled=cancelled,
        decimals=decimals,
    )
    kept = rows.filter(nw.col(REASON).is_null()).drop(REASON)
    facts = spending(table, kept, as_of=day, decimals=decimals)
    found: Frame = table.given_back(facts.rename({CUSTOMER: customer}))
    return found


def left_out(
    frame: Frame,
    /,
    *,
    as_of: dt.date | str,
    customer: str = "customer_id",
    date: str = "date",
    amount: str = "amount",
    quantity: str | None = None,
    order: str | None = None,
    status: str | None = None,
    cancelled: str | Iterable[Any] = (),
    zone: dt.tzinfo | str | None = None,
    decimals: int = 2,
) -> Frame:
    """Count the rows of a table of orders that `facts_from_orders` leaves out, by reason.

    >>> import datetime as dt
    >>> import polars as pl
    >>> orders = pl.DataFrame({"customer_id": [1, None], "date": [dt.date(1998, 1, 2)] * 2, "amount": [5, 5]})
    >>> left_out(orders, as_of="1998-06-30").to_dict(as_series=False)
    {'reason': ['no-customer'], 'rows': [1]}

    The reasons are `no-customer`, `cancelled`, `no-date`, `no-amount` and `after-as-of`; a row has the
    first one that applies. In a lazy frame, an amount that is infinite or too large is none. Arguments
    and errors are those of `facts_from_orders`.
    """
    table, rows, _ = rows_up_to(
        frame,
        as_of,
        zone,
        customer=customer,
        date=date,
        amount=amount,
        quantity=quantity,
        order=order,
        status=status,
        cancelled=cancelled,
        decimals=decimals,
    )
    counts = rows.filter(~nw.col(REASON).is_null()).group_by(REASON).agg(nw.len().alias("rows"))
    found: Frame = table.given_back(
        counts.select(nw.col(REASON).alias("reason"), nw.col("rows").cast(nw.Int64))
    )
    return found


def rows_up_to(
    frame: Any, as_of: dt.date | str, zone: dt.tzinfo | str | None, **roles: Any
) -> tuple[Table, Any, dt.date]:
    """Open a table of orders, and give its rows as purchases up to a day. Raises `OrdersError`."""
    place = time_zone(zone)
    day = reference_date(as_of, zone=place)
    table = doors.opened(frame)
    return table, doors.rows_of(table, Roles(zone=zone_name(place), **roles), day), day
