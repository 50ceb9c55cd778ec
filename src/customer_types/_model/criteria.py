"""A criterion is a condition on a customer: a test of one fact, or a combination of criteria.

A criterion is data. What it means for a customer is said in one place, `interpreter`.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

import attrs

from customer_types._model.locations import Location


class Operator(StrEnum):
    """How a test compares a fact with its value."""

    MIN = "min"
    MAX = "max"
    ABOVE = "above"
    BELOW = "below"
    EQUALS = "equals"
    ONE_OF = "one_of"
    INCLUDES = "includes"
    KNOWN = "known"


#: The operators whose value is a number or the id of a threshold.
BOUNDS = frozenset({Operator.MIN, Operator.MAX, Operator.ABOVE, Operator.BELOW})

Literal: TypeAlias = int | float | bool | str

_PLACE = attrs.field(default=Location(path=""), eq=False, repr=False, kw_only=True)


@attrs.frozen
class Test:
    """A test of one fact, such as `orders: {min: 3}`.

    The value is a number or the id of a threshold (`min`, `max`, `above`, `below`), a literal
    (`equals`), several (`one_of`, `includes`), or yes or no (`known`).
    """

    __test__ = False  # no test case of pytest

    fact: str
    operator: Operator
    value: Literal | tuple[Literal, ...]
    location: Location = _PLACE


@attrs.frozen
class All:
    """A criterion that holds when all its parts do."""

    parts: "tuple[Criterion, ...]"
    location: Location = _PLACE


@attrs.frozen
class Any:
    """A criterion that holds when at least one of its parts does."""

    parts: "tuple[Criterion, ...]"
    location: Location = _PLACE


@attrs.frozen
class Not:
    """A criterion that holds when its part does not."""

    part: "Criterion"
    location: Location = _PLACE


@attrs.frozen
class InCategory:
    """A criterion that holds for the customers of another category: `other`, or `taxonomy/other`."""

    category: str
    location: Location = _PLACE


Criterion: TypeAlias = Test | All | Any | Not | InCategory


def walk(criterion: Criterion) -> Iterator[Criterion]:
    """Go through a criterion and all its parts, outermost first.

    >>> rule = All((Test("orders", Operator.MIN, 3), Not(InCategory("lost"))))
    >>> [type(part).__name__ for part in walk(rule)]
    ['All', 'Test', 'Not', 'InCategory']
    """
    yield criterion
    match criterion:
        case All(parts) | Any(parts):
            for part in parts:
                yield from walk(part)
        case Not(part):
            yield from walk(part)
        case _:
            pass
