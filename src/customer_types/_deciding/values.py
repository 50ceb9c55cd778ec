"""A value is what is known of one fact of one customer, of the type that the fact declares.

Values come from people's programs: `None`, NaN, NaT, pandas' NA and Decimal's NaN all mean that a
fact is missing. An integer is one of 64 bits (an integral float will do), a number is an IEEE
double. Text is no number and neither is a boolean. A choice is understood by its id and by its labels
(see `choices`). Messages name the fact and never the value.
"""

from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from math import isnan
from numbers import Real
from typing import Any

from customer_types._model.choices import choices_of, listed
from customer_types._model.facts import Fact
from customer_types.errors import FactRangeError, FactTypeError, FactValueError

LARGEST_INTEGER = 2**63 - 1
SMALLEST_INTEGER = -(2**63)

_NUMBERS: tuple[type[Any], ...] = (Real, Decimal)


def is_missing(value: object) -> bool:
    """Tell whether a value says that nothing is known.

    >>> [is_missing(value) for value in (None, float("nan"), 0, "")]
    [True, True, False, False]
    """
    if value is None:
        return True
    if isinstance(value, float):
        return isnan(value)
    if isinstance(value, Decimal):
        return value.is_nan()  # of a signaling one, every comparison is an error
    if isinstance(value, (str, int, set, frozenset, list, tuple, dict)):
        return False
    try:
        return bool(value != value)  # noqa: PLR0124  # only NaN and NaT differ from themselves
    except TypeError:  # pandas' NA has no truth value
        return type(value).__name__ == "NAType"
    except ValueError:  # an array has several
        return False


def _is_boolean(value: object) -> bool:
    return isinstance(value, bool) or type(value).__name__ in ("bool_", "bool")


def _wrong(value: object, fact: str, expected: str) -> FactTypeError:
    return FactTypeError(fact, expected, type(value).__name__)


def _integer(value: Any, fact: str) -> int:
    if _is_boolean(value) or not isinstance(value, _NUMBERS):
        raise _wrong(value, fact, "integer")
    try:
        whole = int(value)
    except (OverflowError, ValueError):  # infinite
        raise _wrong(value, fact, "integer") from None
    if whole != value:
        raise _wrong(value, fact, "integer")
    if not SMALLEST_INTEGER <= whole <= LARGEST_INTEGER:
        raise FactRangeError(fact)
    return whole


def _number(value: Any, fact: str) -> float:
    if value.__class__ is float:
        return float(value)
    if _is_boolean(value) or not isinstance(value, _NUMBERS):
        raise _wrong(value, fact, "number")
    try:
        return float(value)
    except OverflowError:
        raise FactRangeError(fact) from None


def _boolean(value: Any, fact: str) -> bool:
    if not _is_boolean(value):
        raise _wrong(value, fact, "boolean")
    return bool(value)


def _choice(value: Any, fact: Fact, *, strict: bool) -> str:
    if isinstance(value, Enum):
        value = value.value
    if not isinstance(value, str):
        raise _wrong(value, fact.id, "choice")
    choices = choices_of(fact)
    found = choices.read(value)
    if found is None:
        if strict:
            ids = tuple(one.id for one in fact.values)
            raise FactValueError(fact.id, ids, listed(fact.values), choices.closest(value))
        found = str(value)
    return found


def _choices(value: Any, fact: Fact, *, strict: bool) -> frozenset[str]:
    if not isinstance(value, (AbstractSet, list, tuple)):
        raise _wrong(value, fact.id, "choices")
    return frozenset(_choice(member, fact, strict=strict) for member in value if not is_missing(member))


def read_value(value: object, fact: Fact, *, strict: bool = True) -> Any:
    """Take a value for a fact, or `None` where it is missing.

    Raises `FactTypeError` (a TypeError) for a value of another type, `FactRangeError` (a ValueError) for
    a whole number beyond 64 bits, and `FactValueError` (another one) for a choice that is none of the
    fact's, which stays as it is unless reading is `strict`.
    """
    if is_missing(value):
        return None
    match fact.type:
        case "integer":
            return _integer(value, fact.id)
        case "number":
            return _number(value, fact.id)
        case "boolean":
            return _boolean(value, fact.id)
        case "choice":
            return _choice(value, fact, strict=strict)
        case "choices":
            return _choices(value, fact, strict=strict)
