"""A derivation in a frame: what follows from two columns stands where the fact's own column says nothing.

The rule is that of `_deciding.derivations`, in the words of expressions. Columns are normal but for
those that may have NaN, for what is missing.
"""

from collections.abc import Callable, Iterable, Mapping

import attrs
import narwhals.stable.v2 as nw

from customer_types._deciding.derivations import OFF, SHARE_OFF
from customer_types._model.facts import MANY, Differs, Fact, Follows
from customer_types.frames.tables import PASSING, Asked, Step

_FOLLOWING = PASSING + "follows:"


@attrs.frozen
class Completed:
    """What can be asked about, with what follows, and the steps that have to be worked out first.

    `own` has the columns of facts that follow and are given too, `derived` what follows by itself, of facts
    with columns or without.
    """

    asked: Asked
    steps: tuple[Step, ...]
    own: Mapping[str, nw.Expr]
    derived: Mapping[str, nw.Expr]

    @property
    def columns(self) -> Mapping[str, nw.Expr]:
        """The columns of facts, with those of what follows."""
        return self.asked.columns


def completed(
    asked: Asked,
    wanted: Iterable[str],
    facts: Mapping[str, Fact],
    double: Callable[[nw.Expr], nw.Expr],
) -> Completed:
    """Complete the columns of facts by what follows from them, for the facts that are wanted.

    `double` makes doubles of whole numbers.
    """
    found = dict(asked.columns)
    own: dict[str, nw.Expr] = {}
    derived: dict[str, nw.Expr] = {}
    step: dict[str, nw.Expr] = {}
    for fact in map(facts.__getitem__, wanted):
        if fact.follows is None or not all(part in asked.columns for part in fact.follows.parts):
            continue
        value = derived[fact.id] = _derived(fact.follows, asked, facts, double)
        if fact.id in asked.columns:
            given = asked.columns[fact.id]
            own[fact.id] = given.fill_nan(None) if fact.id in asked.with_nan else given
            value = nw.coalesce(own[fact.id], value)
        step[_FOLLOWING + fact.id] = value
        found[fact.id] = nw.col(_FOLLOWING + fact.id)
    complete = attrs.evolve(asked, columns=found, with_nan=asked.with_nan - derived.keys())
    return Completed(complete, (step,), own, derived)


def _derived(
    follows: Follows, asked: Asked, facts: Mapping[str, Fact], double: Callable[[nw.Expr], nw.Expr]
) -> nw.Expr:
    parts = [facts[part] for part in follows.parts]
    if isinstance(follows, Differs):
        first, second = (_id(part, asked) for part in parts)
        return first != second
    first, second = (
        double(asked.columns[part.id]) if part.type == "integer" else asked.columns[part.id] for part in parts
    )
    # Polars multiplies by the reciprocal of a divisor that is the same in all rows, which rounds twice. So
    # nothing is added to it, row by row; an infinite number times nothing would be NaN.
    nothing = first * 0 if parts[0].type == "integer" else (first >= 0).cast(nw.Float64) * 0
    quotient = nw.when(second != 0).then(first / (second + nothing))
    # The quotient of two infinite numbers is NaN too.
    has_nan = not asked.with_nan.isdisjoint(follows.parts)
    return quotient.fill_nan(None) if has_nan or all(part.type == "number" for part in parts) else quotient


def _id(fact: Fact, asked: Asked) -> nw.Expr:
    """Give the column of a choice by ids, whatever its texts are.

    Of a frame that can't be looked at, values may be written in any of many ways: where they are too many to
    be told one by one, nothing is known of what is no id but one of these.
    """
    column = asked.columns[fact.id]
    spelled = {id: texts for id, texts in asked.spellings.get(fact.id, {}).items() if len(texts) > 1}
    if len(spelled) > MANY:
        others = {text for texts in spelled.values() for text in texts} - {value.id for value in fact.values}
        return nw.when(~column.is_in(sorted(others))).then(column)
    for id, texts in spelled.items():
        column = nw.when(column.is_in(texts)).then(nw.lit(id)).otherwise(column)
    return column


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
