"""A derivation in a frame: what follows from two columns stands where the fact's own column says nothing.

The rule is that of `customer_types.derivations`, in the words of expressions. Columns are normal but for
those that may have NaN, for what is missing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

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
    found = dict(columns)
    own: dict[str, nw.Expr] = {}
    derived: dict[str, nw.Expr] = {}
    step: dict[str, nw.Expr] = {}
    for fact in map(facts.__getitem__, asked):
        if fact.follows is None or not all(part in columns for part in fact.follows.parts):
            continue
        parts = [facts[part] for part in fact.follows.parts]
        has_nan = not with_nan.isdisjoint(fact.follows.parts)
        value = derived[fact.id] = _derived(fact.follows, parts, columns, double, has_nan=has_nan)
        if fact.id in columns:
            given = columns[fact.id]
            own[fact.id] = given.fill_nan(None) if fact.id in with_nan else given
            value = nw.coalesce(own[fact.id], value)
        step[_FOLLOWING + fact.id] = value
        found[fact.id] = nw.col(_FOLLOWING + fact.id)
    return Completed(found, with_nan - derived.keys(), (step,), own, derived)


def _derived(
    follows: Follows,
    parts: Sequence[Fact],
    columns: Mapping[str, nw.Expr],
    double: Callable[[nw.Expr], nw.Expr],
    *,
    has_nan: bool,
) -> nw.Expr:
    first, second = (
        double(columns[part.id]) if part.type == "integer" else columns[part.id] for part in parts
    )
    if isinstance(follows, Differs):
        return first != second
    # Polars multiplies by the reciprocal of a divisor that is the same in all rows, which rounds twice. So
    # nothing is added to it, row by row; an infinite number times nothing would be NaN.
    nothing = first * 0 if parts[0].type == "integer" else (first >= 0).cast(nw.Float64) * 0
    quotient = nw.when(second != 0).then(first / (second + nothing))
    # The quotient of two infinite numbers is NaN too.
    return quotient.fill_nan(None) if has_nan or all(part.type == "number" for part in parts) else quotient


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
