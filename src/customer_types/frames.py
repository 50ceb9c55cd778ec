"""A frame is a table of pandas, Polars, Arrow, DuckDB, Spark or any other engine that narwhals knows.

Whoever classifies a frame gets a frame of the same kind back, with its rows, their order and their
index. A lazy one stays lazy: nothing of it is computed here. A column has the name of its fact, or the
one that `columns` gives it; a row means what a customer of the same facts means to `classify`, and a
fact without a column is missing of everybody, which a `MissingColumnWarning` says.

Needs the extra `frames`, and for frames of pandas and Arrow the extra `arrow`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from customer_types._conditions import facts_of
from customer_types._generated import used_facts
from customer_types.categories import Taxonomy
from customer_types.errors import (
    MissingExtraError,
    OrdersError,
)
from customer_types.messages import Phrase
from customer_types.orders import reference_date, time_zone

try:
    import narwhals.stable.v2 as nw

    from customer_types._frames import doors
    from customer_types._frames.absurdities import absurdities
    from customer_types._frames.answers import single, together
    from customer_types._frames.logic import expression
    from customer_types._frames.lowering import Lowering
    from customer_types._frames.purchases import Roles
    from customer_types._frames.spending import spending
    from customer_types._frames.tables import CUSTOMER, PASSING, REASON, Step, Table
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "narwhals":
        raise
    raise MissingExtraError("frames") from None

MissingColumnWarning = doors.MissingColumnWarning

Frame = TypeVar("Frame")
Columns = Mapping[str, str]


def classify(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *more: Taxonomy,
    columns: Columns | None = None,
    overwrite: bool = False,
) -> Frame:
    """Add a column of verdicts for each category: yes, no, or null where that is unknown.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"usage": ["own_use", None], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> found = classify(customers, positions, columns={"purchase_purpose": "usage"})
    >>> found["supply-chain-positions/middleman"].to_list()
    [False, None]

    The columns are called `taxonomy/category`. `columns` has the names of columns that are not those
    of their facts, by fact. Raises `ColumnError`, a ValueError, for a column of these names that is
    there already, unless it may be overwritten, and for one that is named but not there; for one of
    another type than its fact `ColumnTypeError`, a TypeError too. What is wrong in a lazy frame shows
    when it is computed.
    """
    taxonomies = (taxonomy, *more)
    facts_of(taxonomies)
    kept = [category.key for one in taxonomies for category in one.categories]
    return _with(
        frame,
        taxonomies,
        columns,
        lambda lowering: [_verdicts(lowering, taxonomies)],
        kept,
        overwrite=overwrite,
    )


def category(
    frame: Frame, taxonomy: Taxonomy, /, *, columns: Columns | None = None, overwrite: bool = False
) -> Frame:
    """Add a column with the id of the one category that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> category(customers, positions)["supply-chain-positions"].to_list()
    ['final-consumer', 'middleman']

    It is called as the taxonomy; it is null where no verdict is yes, or where several are. Arguments
    and errors are those of `classify`.
    """
    facts_of((taxonomy,))
    texts = [one.id for one in taxonomy.categories]
    return _with_text(frame, taxonomy, taxonomy.id, texts, columns, overwrite=overwrite)


def label(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    columns: Columns | None = None,
    overwrite: bool = False,
) -> Frame:
    """Add a column with the label of the one category that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> label(customers, positions, language="fr")["supply-chain-positions_label"].to_list()
    ['Consommateur final', 'Intermédiaire']

    It is called as the taxonomy, with `_label` behind it. Where a category has no label in the language
    it has the English one, or one that there is. Arguments and errors are those of `classify`.
    """
    facts_of((taxonomy,))
    fallback = ("en", *taxonomy.languages)
    texts = [one.label(language, fallback=fallback) for one in taxonomy.categories]
    return _with_text(frame, taxonomy, f"{taxonomy.id}_label", texts, columns, overwrite=overwrite)


def actions(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    columns: Columns | None = None,
    overwrite: bool = False,
) -> Frame:
    """Add a column with what to do: the actions of all categories that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> found = actions(customers, positions)["supply-chain-positions_actions"]
    >>> found.str.slice(0, 22).to_list()
    ['Give instructions, war', 'Help with the resale t']

    It is called as the taxonomy, with `_actions` behind it; it is null where there is nothing to do.
    Arguments and errors are those of `classify`.
    """
    facts_of((taxonomy,))
    fallback = ("en", *taxonomy.languages)
    texts = [
        " ".join(action.text(language, fallback=fallback) for action in one.actions) or None
        for one in taxonomy.categories
    ]
    name = f"{taxonomy.id}_actions"

    def steps(lowering: Lowering) -> list[Step]:
        verdicts = _verdicts(lowering, [taxonomy], PASSING)
        return [verdicts, {name: together([nw.col(one) for one in verdicts], texts)}]

    return _with(frame, [taxonomy], columns, steps, [name], overwrite=overwrite)


def impossible(
    frame: Frame, taxonomy: Taxonomy, /, *, columns: Columns | None = None, overwrite: bool = False
) -> Frame:
    """Add a column for each fact that tells where it can't be: out of its domain, or against an invariant.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"orders": [3, 3], "orders_365d": [2, 9]})
    >>> impossible(customers, taxonomy("lifecycle"))["impossible/orders_365d"].to_list()
    [False, True]

    The columns are called `impossible/fact`, for all facts of the taxonomy's vocabulary that have a
    column; they are yes or no, never null. Verdicts don't hang on them. Arguments and errors are those
    of `classify`.
    """
    facts_of((taxonomy,))
    table = doors.opened(frame)
    facts = taxonomy.vocabulary.facts
    named = [fact for fact in facts.values() if fact.id in table.names or fact.id in (columns or {})]
    located = doors.located(table, named, columns, facts)
    kept = [f"impossible/{fact.id}" for fact in located]
    doors.require_new(table, kept, overwrite=overwrite)

    def plan(asked: Mapping[str, nw.Expr]) -> list[Step]:
        found = absurdities(asked, table.members, taxonomy)
        return [{name: expression(found.get(name.partition("/")[2], False)) for name in kept}]

    found: Frame = table.derived(located, plan, kept)
    return found


def _with_text(
    frame: Frame,
    taxonomy: Taxonomy,
    name: str,
    texts: Iterable[str],
    columns: Columns | None,
    *,
    overwrite: bool,
) -> Frame:
    """Add a column with the text of the one category that a customer is in."""

    def steps(lowering: Lowering) -> list[Step]:
        verdicts = _verdicts(lowering, [taxonomy], PASSING)
        return [verdicts, {name: single([nw.col(one) for one in verdicts], texts)}]

    return _with(frame, [taxonomy], columns, steps, [name], overwrite=overwrite)


def _verdicts(lowering: Lowering, taxonomies: Sequence[Taxonomy], prefix: str = "") -> Step:
    return {
        prefix + category.key: expression(lowering.verdict(category, taxonomy))
        for taxonomy in taxonomies
        for category in taxonomy.categories
    }


def _with(
    frame: Frame,
    taxonomies: Sequence[Taxonomy],
    columns: Columns | None,
    steps: Callable[[Lowering], Sequence[Step]],
    kept: Sequence[str],
    *,
    overwrite: bool,
) -> Frame:
    """Open a frame, find the facts that taxonomies test, and give it back with new columns."""
    facts = facts_of(taxonomies)
    table = doors.opened(frame)
    doors.require_new(table, kept, overwrite=overwrite)
    used = dict.fromkeys(name for taxonomy in taxonomies for name in used_facts(taxonomy))
    located = doors.located(table, [facts[name] for name in used], columns, facts)
    found: Frame = table.derived(located, lambda asked: steps(Lowering(asked)), kept)
    return found


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
    the columns, `cancelled` the statuses of orders that don't count, `zone` is where time stamps with a
    zone are cut into days. Raises `ColumnError`, a ValueError, for a column that is not there or of
    another type, and `OrdersError`, another one, for a wrong argument.
    """
    table, rows, day = _rows(
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
    table, rows, _ = _rows(
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


def _rows(
    frame: Any, as_of: dt.date | str, zone: dt.tzinfo | str | None, **roles: Any
) -> tuple[Table, Any, dt.date]:
    """Open a table of orders, and give its rows as purchases up to a day. Raises `OrdersError`."""
    place = time_zone(zone)
    name = getattr(place, "key", None)  # engines know zones by their names
    if place is not None and name is None:
        raise OrdersError(Phrase("orders.unknown-zone", {"zone": str(place)}))
    day = reference_date(as_of, zone=place)
    table = doors.opened(frame)
    return table, doors.rows_of(table, Roles(zone=name, **roles), day), day
