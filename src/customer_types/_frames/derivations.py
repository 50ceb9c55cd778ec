"""A derivation in a frame: what follows from two columns stands where the fact's own column says nothing.

The rule is that of `customer_types.derivations`, in the words of expressions. Columns are normal but for
those that may have NaN, for what is missing.
"""

from collections.abc import Callable, Iterable, Mapping

import attrs
import narwhals.stable.v2 as nw

from customer_types._frames.tables import PASSING, Step
from customer_types.derivations import OFF, SHARE_OFF
from customer_types.facts import Differs, Fact, Follows

_FOLLOWING = PASSING + "follows:"


@attrs.frozen
class Completed:
    """The columns of facts, with those of what follows, and the steps that have to be worked out first.

    `own` has the columns of facts that follow and are given too, `derived` what follows by itself, of facts
    with columns or without.
    """

    columns: Mapping[str, nw.Expr]
    with_nan: frozenset[str]
    steps: tuple[Step, ...]
    own: Mapping[str, nw.Expr]
    derived: Mapping[str, nw.Expr]


def completed(
    columns: Mapping[str, nw.Expr],
    with_nan: frozenset[str],
    asked: Iterable[str],
    facts: Mapping[str, Fact],
    double: Callable[[nw.Expr], nw.Expr],
) -> Completed:
    """Complete the columns of facts by what follows from them, for the facts that are asked about.

    `double` makes doubles of whole numbers.
    """
    numbers = {
        name: double(column) if facts[name].type == "integer" else column for name, column in columns.items()
    }
    found = dict(columns)
    own: dict[str, nw.Expr] = {}
    derived: dict[str, nw.Expr] = {}
    first: dict[str, nw.Expr] = {}
    second: dict[str, nw.Expr] = {}
    for fact in map(facts.__getitem__, asked):
        if fact.follows is None or not all(part in columns for part in fact.follows.parts):
            continue
        first[_FOLLOWING + fact.id] = _derived(fact.follows, numbers)
        derived[fact.id] = found[fact.id] = nw.col(_FOLLOWING + fact.id)
        if fact.id in columns:
            given = columns[fact.id]
            own[fact.id] = given.fill_nan(None) if fact.id in with_nan else given
            second[f"{_FOLLOWING}{fact.id}:given"] = nw.coalesce(own[fact.id], derived[fact.id])
            found[fact.id] = nw.col(f"{_FOLLOWING}{fact.id}:given")
    return Completed(found, with_nan - derived.keys(), (first, second), own, derived)


def _derived(follows: Follows, columns: Mapping[str, nw.Expr]) -> nw.Expr:
    first, second = (columns[part] for part in follows.parts)
    if isinstance(follows, Differs):
        return first != second
    # Polars multiplies by the reciprocal of a divisor that is the same in all rows, which rounds twice.
    divisor = (first >= 0).cast(nw.Float64) * 0 + nw.when(second != 0).then(second)
    return (first / divisor).fill_nan(None)


def contradictions(completed: Completed, facts: Mapping[str, Fact]) -> dict[str, nw.Expr]:
    """Ask of each fact that is given and follows whether it is something else than what follows."""
    found = {}
    for name, given in completed.own.items():
        value = completed.derived[name]
        if isinstance(facts[name].follows, Differs):
            found[name] = given != value
        else:
            off = (given - value).abs().fill_nan(None)
            found[name] = (off > OFF) & (off > value.abs() * SHARE_OFF)
    return found
