"""Journeys in a frame: the category of each customer on several days, and the moves between them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

import narwhals.stable.v2 as nw

from customer_types._customers.orders import reference_date, time_zone
from customer_types._customers.purchases import FACTS
from customer_types._deciding.answers import cases
from customer_types._deciding.conditions import facts_of, needed_facts
from customer_types._messages import Phrase
from customer_types._model.taxonomies import Taxonomy
from customer_types.errors import ColumnError
from customer_types.frames import opening as doors
from customer_types.frames.answers import Texts, answers
from customer_types.frames.days import number_of
from customer_types.frames.lowering import Lowering
from customer_types.frames.orders import rows_up_to
from customer_types.frames.spending import spending
from customer_types.frames.tables import CUSTOMER, DAY, LOOK, PASSING, REASON, Asked, named
from customer_types.journeys import actions_towards, days

Frame = TypeVar("Frame")

#: The columns of a timeline, beside the customer and the category, and those of moves.
_SINCE, _DATE = "since", "date"
_STATUS = "_status"
_IS_NEW, _CUSTOMERS = "is_new", "customers"
_BEFORE, _BEFORE_STATUS, _AFTER, _AFTER_STATUS = "before", "before_status", "after", "after_status"
_TOTAL = PASSING + "total"
_NOWHERE = ""  # the id of no category: keys of groups and joins are never null


def timeline(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    start: dt.date | str,
    end: dt.date | str,
    every: str | None = "1mo",
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
    """Give the category that each customer is in on several days, from a table of orders.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> orders = pl.DataFrame({"customer_id": [1], "date": ["1997-09-05"], "amount": [29.33]})
    >>> orders = orders.with_columns(pl.col("date").str.to_date())
    >>> found = timeline(orders, taxonomy("lifecycle"), start="1997-09-30", end="1998-11-30")
    >>> found.sort("date").select("date", "lifecycle").rows()[-1]
    (datetime.date(1998, 11, 30), 'lost')

    The columns are the customer, `since` (the day before among those looked at, null for the first),
    `date`, one called as the taxonomy, and one with `_status` behind that: the id of the one category and
    the status, as `category` and `status` give them. A customer has a row for each day from the first order
    on. `every` is a number with `d`, `w`, `mo`, `q` or `y`; from the end of a month, months end where they
    end. The last day is looked at in any case; `None` looks at none in between. The other arguments and the
    errors are those of `facts_from_orders`, and `SeveralAnswersError`, a ValueError, for a taxonomy that
    answers several questions.
    """
    facts_of((taxonomy,))
    place = time_zone(zone)
    first = reference_date(start, zone=place, name="start")
    last = reference_date(end, zone=place, name="end")
    dates = days(first, last, every)
    cases(taxonomy)
    if customer.casefold() in (_SINCE, _DATE, taxonomy.id, f"{taxonomy.id}{_STATUS}"):
        raise ColumnError(Phrase("frames.exists-as-answer", {"column": customer}))
    table, rows, _ = rows_up_to(
        frame,
        dates[-1],
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
    doors.warn_of_missing(name for name in needed_facts(taxonomy) if name not in FACTS)
    rows = rows.filter(nw.col(REASON).is_null()).drop(REASON)
    numbers = {number_of(day): (since, day) for since, day in zip((None, *dates), dates, strict=False)}
    calendar = table.calendar([*numbers])
    if calendar is not None:
        rows = rows.join(calendar, how="cross").filter(nw.col(DAY) <= nw.col(LOOK))
        facts = spending(table, rows, as_of=None, decimals=decimals)
        since, date_ = (
            nw.col(LOOK).replace_strict(
                [*numbers], [pair[place] for pair in numbers.values()], default=None, return_dtype=nw.Date
            )
            for place in (0, 1)
        )
        looks = [_look(facts, taxonomy, customer, since, date_)]
    else:
        looks = [
            _look(
                spending(table, rows.filter(nw.col(DAY) <= number), as_of=day, decimals=decimals),
                taxonomy,
                customer,
                nw.lit(since, dtype=nw.Date),
                nw.lit(day, dtype=nw.Date),
            )
            for number, (since, day) in numbers.items()
        ]
    while len(looks) > 1:  # in pairs, so that no engine has a deep tree to climb
        looks = [nw.concat(looks[place : place + 2]) for place in range(0, len(looks), 2)]
    found: Frame = table.given_back(looks[0])
    return found


def _look(facts: Any, taxonomy: Taxonomy, customer: str, since: nw.Expr, date: nw.Expr) -> Any:
    """Give the one category of each customer on a day, or on several, and its status."""
    lowering = Lowering(Asked({name: nw.col(name) for name in FACTS}))
    category, status = f"{PASSING}category", f"{PASSING}status"
    texts: dict[str, Texts] = {category: lambda answer: answer.id, status: lambda answer: answer.status}
    for step in answers(lowering, taxonomy, texts):
        facts = facts.with_columns(named(step))
    return facts.select(
        nw.col(CUSTOMER).alias(customer),
        since.alias(_SINCE),
        date.alias(_DATE),
        nw.col(category).alias(taxonomy.id),
        nw.col(status).alias(f"{taxonomy.id}{_STATUS}"),
    )


def transitions(
    frame: Frame, taxonomy: Taxonomy, /, *, customer: str = "customer_id", language: str = "en"
) -> Frame:
    """Count the moves of customers between the days of a timeline.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> day, later = dt.date(1997, 9, 30), dt.date(1998, 6, 30)
    >>> looks = pl.DataFrame(
    ...     {
    ...         "customer_id": [1, 2, 1, 2],
    ...         "since": [None, None, day, day],
    ...         "date": [day, day, later, later],
    ...         "lifecycle": ["active", "active", "loyal", None],
    ...         "lifecycle_status": ["one", "one", "one", "none"],
    ...     }
    ... )
    >>> found = transitions(looks, taxonomy("lifecycle")).sort("after_status")
    >>> found.select("before", "after", "after_status", "share").rows()
    [('active', None, 'none', 0.5), ('active', 'loyal', 'one', 0.5)]

    The columns are `since` and `date`, the two days; `is_new` for customers who were not there before;
    `before` and `after`, the ids of categories, null where there is no one category, with `before_status`
    and `after_status`; `customers`, their `share` in those with the same start; and `actions`, what to do in
    the language for this move to happen. Rows are in no order. Raises `ColumnError`, a ValueError.
    """
    facts_of((taxonomy,))
    status = f"{taxonomy.id}{_STATUS}"
    table = doors.opened(frame)
    texts = dict.fromkeys((taxonomy.id, status), nw.String())
    looks = doors.columns_of(table, {customer: nw.String(), _SINCE: nw.Date(), _DATE: nw.Date(), **texts})
    schema = looks.collect_schema()
    for name, is_right in (
        *((one, schema[one] == nw.Date) for one in (_SINCE, _DATE)),
        *((one, not schema[one].is_nested()) for one in (customer, taxonomy.id, status)),
    ):
        if not is_right:
            key = "frames.no-date" if name in (_SINCE, _DATE) else "frames.no-id"
            raise ColumnError(Phrase(key, {"column": name, "found": str(schema[name])}))
    one, status_of_one = (nw.col(name).cast(nw.String).fill_null(_NOWHERE) for name in (taxonomy.id, status))
    later = looks.filter(~nw.col(_SINCE).is_null()).select(
        nw.col(customer).alias(CUSTOMER),
        _SINCE,
        _DATE,
        one.alias(_AFTER),
        status_of_one.alias(_AFTER_STATUS),
    )
    earlier = looks.select(
        nw.col(customer).alias(CUSTOMER),
        nw.col(_DATE).alias(_SINCE),
        one.alias(_BEFORE),
        status_of_one.alias(_BEFORE_STATUS),
    )
    moves = later.join(earlier, on=[CUSTOMER, _SINCE], how="left").with_columns(
        nw.col(_BEFORE).is_null().alias(_IS_NEW),
        nw.col(_BEFORE).fill_null(_NOWHERE),
        nw.col(_BEFORE_STATUS).fill_null(_NOWHERE),
    )
    start = [_SINCE, _DATE, _IS_NEW, _BEFORE, _BEFORE_STATUS]
    counts = moves.group_by(*start, _AFTER, _AFTER_STATUS).agg(nw.len().alias(_CUSTOMERS))
    totals = counts.group_by(*start).agg(nw.col(_CUSTOMERS).sum().alias(_TOTAL))
    counts = counts.join(totals, on=start, how="inner")
    share = nw.col(_CUSTOMERS).cast(nw.Float64) / nw.col(_TOTAL).cast(nw.Float64)
    found: Frame = table.given_back(
        counts.select(
            _SINCE,
            _DATE,
            _IS_NEW,
            *(
                nw.when(nw.col(name) != _NOWHERE).then(nw.col(name)).alias(name)
                for name in (_BEFORE, _BEFORE_STATUS, _AFTER, _AFTER_STATUS)
            ),
            nw.col(_CUSTOMERS).cast(nw.Int64),
            share.alias("share"),
            _advice(taxonomy, language).alias("actions"),
        )
    )
    return found


def _advice(taxonomy: Taxonomy, language: str) -> nw.Expr:
    """Say what to do for a move to happen; null where no action aims at it."""
    fallback = ("en", *taxonomy.languages)
    advice = []
    ids = [one.id for one in taxonomy.categories]
    for before, after in ((before, after) for before in ids for after in ids):
        texts = [one.text(language, fallback=fallback) for one in actions_towards(taxonomy, before, after)]
        if texts:
            is_move = (nw.col(_BEFORE) == before) & (nw.col(_AFTER) == after)
            advice.append(nw.when(is_move).then(nw.lit(" ".join(texts))))
    return nw.coalesce(*advice) if advice else nw.lit(None, dtype=nw.String)
