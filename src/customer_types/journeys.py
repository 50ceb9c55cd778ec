"""A journey is how a customer passes through the categories of a taxonomy, looked at on several days.

A move is what customers did between two of these days: they stayed in a category, went to another one,
or were seen for the first time. Where somebody has no one category, the status says why.
"""

import calendar
import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from customer_types._deciding.answers import STATUSES, Answer, Status
from customer_types._deciding.values import is_missing
from customer_types._messages import Phrase
from customer_types._model.taxonomies import Action, Taxonomy
from customer_types.errors import OrdersError

__all__ = ["Move", "moves"]

_EVERY = re.compile(r"([1-9][0-9]{0,3})(d|w|mo|q|y)")
_MONTHS = {"mo": 1, "q": 3, "y": 12}
_MOST_DAYS = 1_000

#: Where a customer is: the status of the answer, and the id of the one category if there is one.
Place = tuple[Status, str | None]


def _known(category: Any) -> Any:
    """Take what pandas has for none."""
    return None if is_missing(category) else category


@attrs.frozen(kw_only=True)
class Move:
    """So many customers went from one category to another between two days.

    `before` and `after` are ids, or `None` where there is no one category: `before_status` and
    `after_status` say why. Who `is_new` was not seen before, and has no status of then. `share` is the share
    of these customers in all with the same start.
    """

    since: dt.date
    date: dt.date
    is_new: bool
    before: str | None = attrs.field(converter=_known)
    before_status: Status | None = attrs.field(converter=_known)
    after: str | None = attrs.field(converter=_known)
    after_status: Status
    customers: int
    share: float

    @property
    def start(self) -> Place | None:
        """Where the customers were; `None` of those who were not there."""
        return None if self.before_status is None else (self.before_status, self.before)

    @property
    def end(self) -> Place:
        """Where the customers are."""
        return self.after_status, self.after


def places(taxonomy: Taxonomy) -> list[Place]:
    """List where customers can be: in each category, and in no one category, by status."""
    found: list[Place] = [("one", category.id) for category in taxonomy.categories]
    return [*found, *((status, None) for status in STATUSES if status != "one")]


def days(start: dt.date, end: dt.date, every: Any) -> tuple[dt.date, ...]:
    """List the days on which customers are looked at: the first, the last, and those in between.

    >>> [str(day) for day in days(dt.date(1998, 1, 31), dt.date(1998, 4, 15), "1mo")]
    ['1998-01-31', '1998-02-28', '1998-03-31', '1998-04-15']

    `every` is a number with `d`, `w`, `mo`, `q` or `y`, and says how far apart they are but for the last;
    `None` means none in between. From the end of a month, months end where they end. Raises `OrdersError`,
    a ValueError.
    """
    if start > end:
        raise OrdersError(Phrase("journeys.start-and-end"))
    listed = [start]
    if every is not None:
        found = _EVERY.fullmatch(every) if isinstance(every, str) else None
        if found is None:
            raise OrdersError(Phrase("journeys.every", {"every": str(every)}))
        for day in itertools.islice(_from(start, int(found[1]), found[2]), 1, None):
            if day >= end:
                break
            if len(listed) == _MOST_DAYS - 1:
                raise OrdersError(Phrase("journeys.too-many", {"count": _MOST_DAYS}))
            listed.append(day)
    return (*listed, end) if start < end else (start,)


def _from(start: dt.date, count: int, unit: str) -> Iterator[dt.date]:
    if unit not in _MONTHS:
        step = dt.timedelta(count * (7 if unit == "w" else 1))
        for _ in range((dt.date.max - start) // step + 1):
            yield start
            start += min(step, dt.date.max - start)
        return
    is_end = start.day == calendar.monthrange(start.year, start.month)[1]
    month = start.year * 12 + start.month - 1
    while month // 12 <= dt.MAXYEAR:
        year, number = month // 12, month % 12 + 1
        last = calendar.monthrange(year, number)[1]
        yield dt.date(year, number, last if is_end else min(start.day, last))
        month += count * _MONTHS[unit]


def moves(looks: Sequence[tuple[dt.date, Mapping[Any, Answer]]]) -> list[Move]:
    """Count the moves between each day and the next: `looks` has the answer of each customer by day.

    >>> from customer_types import classify, taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> prospect, unknown = (classify(facts, lifecycle).answer for facts in ({"orders": 0}, {}))
    >>> first, last = dt.date(1998, 1, 31), dt.date(1998, 2, 28)
    >>> for move in moves([(first, {"Zoé": prospect}), (last, {"Zoé": unknown, "Léo": prospect})]):
    ...     print(move.before, move.before_status, move.after, move.after_status, move.customers)
    potential one None undecided 1
    None None potential one 1
    """
    found = []
    for (since, before), (date, after) in itertools.pairwise(looks):
        counts = Counter(
            (_place(before[customer]) if customer in before else None, _place(answer))
            for customer, answer in after.items()
        )
        starts = Counter[Place | None]()
        for (start, _), count in counts.items():
            starts[start] += count
        for (start, end), count in counts.items():
            found.append(
                Move(
                    since=since,
                    date=date,
                    is_new=start is None,
                    before=None if start is None else start[1],
                    before_status=None if start is None else start[0],
                    after=end[1],
                    after_status=end[0],
                    customers=count,
                    share=count / starts[start],
                )
            )
    return found


def _place(answer: Answer) -> Place:
    return answer.status, answer.id


def actions_towards(taxonomy: Taxonomy, before: str, after: str) -> tuple[Action, ...]:
    """Give the actions for customers of one category that are there to bring them into another.

    >>> from customer_types import taxonomy
    >>> [action.id for action in actions_towards(taxonomy("lifecycle"), "active", "loyal")]
    ['deepen']
    """
    aims = (after, f"{taxonomy.id}/{after}")
    return tuple(action for action in taxonomy.named(before).actions if action.towards in aims)
