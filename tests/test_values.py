"""Values of facts as programs have them: what is missing, what is taken, and what is refused."""

import enum
from collections import UserDict
from decimal import Decimal
from fractions import Fraction
from math import inf, nan
from typing import Any

import pytest
from tests.property.strategies import fact_of

from customer_types._deciding.values import is_missing, read_value
from customer_types._model.facts import FactType
from customer_types.errors import CustomerTypesError, FactRangeError, FactTypeError

SECRET = "sekret-4711"


# Stand-ins for what NumPy and pandas have, by the names that theirs have.


class bool_:  # noqa: N801 - NumPy's name
    """Stands for NumPy's boolean, which is no `bool`."""

    def __init__(self, truth: bool) -> None:
        self.truth = truth

    def __bool__(self) -> bool:
        return self.truth


class float64(float):  # noqa: N801 - NumPy's name
    """Stands for NumPy's double, which is a `float`."""


class NAType:
    """Stands for pandas' NA: whatever is compared with it is NA again, which is neither true nor false."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> Any:
        return self

    def __ne__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


class NaTType:
    """Stands for pandas' and NumPy's NaT, which differs from itself."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True


class ndarray:  # noqa: N801 - NumPy's name
    """Stands for an array, whose comparison is an array, which has no truth value."""

    __hash__ = object.__hash__

    def __ne__(self, other: object) -> Any:
        return self

    def __eq__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise ValueError("the truth value of an array with more than one element is ambiguous")


class Reckoned:
    """A value that can't be compared and is no NA."""

    __hash__ = object.__hash__

    def __ne__(self, other: object) -> bool:
        raise TypeError(SECRET)


class Purpose(enum.Enum):
    """An enumeration of a user."""

    OWN = "own_use"
    NUMBER = 3


class TextPurpose(enum.StrEnum):
    """An enumeration of texts."""

    OWN = "own_use"


def read(value: Any, kind: FactType) -> Any:
    """Read a value for a fact of a type; choices are those of `test_choices.py`."""
    return read_value(value, fact_of("fact", kind), strict=False)


MISSING = [
    None,
    nan,
    -nan,
    float64("nan"),
    Decimal("NaN"),
    Decimal("-NaN7"),
    Decimal("sNaN"),
    NAType(),
    NaTType(),
]
KINDS: list[FactType] = ["integer", "number", "boolean", "choice", "choices"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", MISSING, ids=lambda value: f"{type(value).__name__}-{value!s:.4}")
def test_what_is_not_known_is_missing(value: Any, kind: FactType) -> None:
    """None, NaN, Decimal's NaNs, NA and NaT are missing for facts of each type."""
    assert is_missing(value)
    assert read(value, kind) is None


@pytest.mark.parametrize(
    "value", [0, 0.0, "", "NaN", False, bool_(False), inf, [], (), set(), {}, ndarray(), Reckoned(), b"", 1j]
)
def test_what_is_nothing_is_not_missing(value: Any) -> None:
    """Zero, no text, no, and an empty set are known."""
    assert not is_missing(value)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (3, "integer", 3),
        (-3.0, "integer", -3),
        (float64(12.0), "integer", 12),
        (Decimal("3.00"), "integer", 3),
        (Fraction(6, 2), "integer", 3),
        (2**63 - 1, "integer", 2**63 - 1),
        (-(2**63), "integer", -(2**63)),
        (3, "number", 3.0),
        (2**53 + 1, "number", 2.0**53),
        (Decimal("0.1"), "number", 0.1),
        (Fraction(1, 3), "number", 1 / 3),
        (float64(2.5), "number", 2.5),
        (-inf, "number", -inf),
        (2**70, "number", 2.0**70),
        (True, "boolean", True),
        (bool_(False), "boolean", False),
        ("own_use", "choice", "own_use"),
        (Purpose.OWN, "choice", "own_use"),
        (TextPurpose.OWN, "choice", "own_use"),
        ("nobody-declared-it", "choice", "nobody-declared-it"),
        (["north", None, "north"], "choices", frozenset({"north"})),
        ({"north", "south"}, "choices", frozenset({"north", "south"})),
        (("north", nan, NAType()), "choices", frozenset({"north"})),
        ({"north": 1}.keys(), "choices", frozenset({"north"})),
        ([], "choices", frozenset()),
        ([None], "choices", frozenset()),
        ([TextPurpose.OWN, Purpose.OWN], "choices", frozenset({"own_use"})),
    ],
)
def test_values_are_taken_as_their_fact_has_them(value: Any, kind: FactType, expected: Any) -> None:
    """A value becomes an int, a float, a bool, a text or a frozen set, whatever it was."""
    found = read(value, kind)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("3", "integer"),
        (True, "integer"),
        (bool_(True), "integer"),
        (3.5, "integer"),
        (Decimal("3.5"), "integer"),
        (inf, "integer"),
        (Decimal("-Infinity"), "integer"),
        (3 + 0j, "integer"),
        ([3], "integer"),
        (ndarray(), "integer"),
        ("99.99", "number"),
        ("NaN", "number"),
        (False, "number"),
        (bool_(False), "number"),
        (b"3", "number"),
        (3 + 0j, "number"),
        (1, "boolean"),
        (0.0, "boolean"),
        ("true", "boolean"),
        ("", "boolean"),
        (3, "choice"),
        (True, "choice"),
        (b"own_use", "choice"),
        (Purpose.NUMBER, "choice"),
        (["own_use"], "choice"),
        ("north", "choices"),
        ({"north": True}, "choices"),
        (3, "choices"),
        (ndarray(), "choices"),
        (Reckoned(), "choices"),
    ],
)
def test_values_of_other_types_are_refused(value: Any, kind: FactType) -> None:
    """Text is no number, a boolean is none either, and a text is no set of texts."""
    with pytest.raises(FactTypeError) as caught:
        read(value, kind)
    assert isinstance(caught.value, TypeError)
    assert caught.value.fact == "fact"
    assert caught.value.expected == kind


@pytest.mark.parametrize("member", [3, True, b"north", ("north",)])
def test_members_of_a_set_are_texts(member: Any) -> None:
    """A set with a member that is no text is refused, and the error says what is wanted of a member."""
    with pytest.raises(FactTypeError, match=r"^fact `fact`: expected one of its values, as text") as caught:
        read(["north", member], "choices")
    assert caught.value.found == type(member).__name__


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 10**30, 1e19, Decimal("1e20")])
def test_whole_numbers_have_64_bits(value: Any) -> None:
    """A whole number beyond 64 bits is an error of its own."""
    with pytest.raises(FactRangeError, match=r"^fact `fact`: the number does not fit in 64 bits$") as caught:
        read(value, "integer")
    assert isinstance(caught.value, ValueError)


def test_numbers_have_the_range_of_doubles() -> None:
    """A whole number beyond all doubles is an error, not a crash."""
    with pytest.raises(FactRangeError):
        read(10**400, "number")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (SECRET, "integer"),
        (SECRET, "number"),
        (SECRET, "boolean"),
        (SECRET.encode(), "choice"),
        (SECRET, "choices"),
        ([SECRET, SECRET.encode()], "choices"),
        (UserDict({SECRET: SECRET}), "choices"),
        (47114711471147114711, "integer"),
        (4711.4711, "integer"),
        (Reckoned(), "integer"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_value_stands_in_a_message(value: Any, kind: FactType, language: str) -> None:
    """An error names the fact and the type of the value, in both languages, and never the value."""
    with pytest.raises(CustomerTypesError) as caught:
        read(value, kind)
    error = caught.value
    assert "`fact`" in error.render(language)
    for text in (error.render(language), str(error), repr(error), repr(error.args), repr(vars(error))):
        assert SECRET not in text
        assert "4711" not in text
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None
