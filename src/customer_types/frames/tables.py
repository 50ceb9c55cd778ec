"""A table is a frame of any engine, a row for each customer, opened so that it can be asked.

New columns are worked out in steps, each from the columns of the frame and of the steps before, and
are given back in a frame of the kind that was opened, with its rows, their order and their index.
Nothing is computed here of a frame that is lazy.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol

import attrs
import narwhals.stable.v2 as nw

from customer_types._model.facts import Fact

#: How each of some new columns is worked out.
Step = Mapping[str, nw.Expr]
#: The texts that stand for a value of a fact in a column, by the value's id.
Spellings = Mapping[str, tuple[str, ...]]


@attrs.frozen(eq=False)
class Asked:
    """What can be asked about: the columns of facts, which are normal.

    Those of the facts `with_nan` may have NaN in them, for what is missing; `spellings` tells of facts
    how their values are written, where that is in more ways than by their ids.
    """

    columns: Mapping[str, nw.Expr]
    with_nan: frozenset[str] = frozenset()
    spellings: Mapping[str, Spellings] = attrs.field(factory=dict)


Plan = Callable[[Asked], Iterable[Step]]

#: How a column of several rows is summed up.
Total = Literal["sum", "min", "max"]

#: How names of columns begin that are there for a while only.
PASSING = "customer_types:"
#: The columns of purchases.
CUSTOMER, DAY, AMOUNT, UNITS, ORDER, REASON, GAP = (
    PASSING + name for name in ("customer", "day", "amount", "units", "order", "reason", "gap")
)
#: The column of the number of the day on which a customer is looked at, where there are several.
LOOK = PASSING + "look"


class Table(Protocol):
    """A frame that can be asked."""

    #: The names of the columns.
    names: tuple[str, ...]
    #: Whether the engine takes names for the same that differ in capitals only.
    is_folding: bool

    def derived(
        self, columns: Mapping[Fact, str], plan: Plan, kept: Sequence[str], *, strict: bool = False
    ) -> Any:
        """Give the frame with new columns: those of the steps that are `kept`.

        `columns` has the name of the column of each fact that is asked about. Choices that are none of
        their facts' are an error in a `strict` frame that is there.
        """
        ...

    def double(self, whole: nw.Expr, /) -> nw.Expr:
        """Give the double nearest to a whole number."""
        ...

    def members(self, fact: str) -> nw.Expr:
        """Count the different members of the sets of a fact, for the plan that is being made."""
        ...

    def taken(self, columns: Mapping[str, nw.dtypes.DType]) -> Any:
        """Give some columns, of an engine that has three truth values; those of nothing in a type."""
        ...

    def given_back(self, frame: Any) -> Any:
        """Give what was made of such columns as a frame of this table's kind."""
        ...

    def calendar(self, days: Sequence[int]) -> Any:
        """Give a frame of the numbers of days to look at, or `None` where each is looked at by itself."""
        ...

    def summarized(self, rows: Any, totals: Mapping[str, Total], *, keys: Sequence[str], days: str) -> Any:
        """Give totals by customer, or by customer and day, and the median of the gaps between `days`."""
        ...


def named(step: Step) -> list[nw.Expr]:
    """Give the columns of a step under their names."""
    return [expression.alias(name) for name, expression in step.items()]
