"""A value is drawn from the cells that a fact may be in."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from math import ceil, gcd, inf, isfinite, nextafter
from typing import Any as Anything

from hypothesis import strategies as st

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._proving.cells.fields import IN, MISSING, Box, Field
from customer_types._proving.cells.scales import Range
from customer_types._proving.cells.spaces import Space, bits

#: What is known of a customer: values by the ids of facts. What is not known is left out.
Customer = dict[str, Anything]


@lru_cache(maxsize=4096)
def order(first: int, count: int) -> tuple[int, ...]:
    """List numbers below a count, beginning with one; after 0 in order, and after others well spread."""
    near_golden = range(max(1, count * 5 // 8), count + 2)
    stride = next(stride for stride in near_golden if gcd(stride, count) == 1) if first else 1
    return tuple((first + step * stride) % count for step in range(count))


@lru_cache(maxsize=4096)
def options(field: Field) -> tuple[int, ...]:
    """List the cells of a field, the simplest first: missing, then what is near zero."""
    known = [*bits(field.known)]
    if field.scale is not None:
        known.sort(key=lambda cell: abs(field.value(cell)))
    return (MISSING, *known)


@cache
def below(count: int) -> st.SearchStrategy[int]:
    """Draw a whole number from 0 on that is less than another one."""
    return st.integers(0, count - 1)


def value_of(draw: st.DrawFn, fields: Sequence[Field], box: Box) -> Anything:
    """Draw a value of a fact in a box that has one cell for each of the fact's fields."""
    first = fields[0]
    cell = first.of(box)
    if first.fact.type == "choices":
        members = [one.member for one in fields[1:] if one.of(box) == IN]
        tested = {one.member for one in fields[1:]}
        rest = tuple(value.id for value in first.fact.values if value.id not in tested)
        return frozenset(members) | (draw(_subsets(rest)) if rest else frozenset())
    if first.scale is not None:
        numbers = first.scale[cell.bit_length() - 2]
        return draw(_numbers(numbers, is_integer=first.fact.type == "integer"))
    if first.fact.type == "choice" and cell == first.others:
        rest = tuple(value.id for value in first.fact.values if value.id not in first.choices)
        return rest[draw(below(len(rest)))]
    return first.value(cell)


@cache
def _subsets(members: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(members))


@lru_cache(maxsize=4096)
def _numbers(numbers: Range, *, is_integer: bool) -> st.SearchStrategy[Anything]:
    """Draw numbers of a range: at its ends and near them, or anywhere."""
    if is_integer:
        low, high = numbers.integer(SMALLEST_INTEGER), numbers.integer(LARGEST_INTEGER)
        assert low is not None
        assert high is not None
        if high - low < 3:
            return st.integers(low, high)
        near = {*((low, low + 1) if isfinite(numbers.low) else ())}
        near |= {*((high - 1, high) if isfinite(numbers.high) else ())}
        ends = sorted(near, key=abs)
        return st.integers(low, high) | st.sampled_from(ends) if ends else st.integers(low, high)
    first, last = _doubles(numbers)
    if first == last:
        return st.just(first)
    beside = {value for end in (numbers.low, numbers.high) if isfinite(end) for value in next_to(end)}
    candidates = sorted({first, last} | {value for value in beside if value in numbers}, key=abs)
    ends_of_it = [value for value in candidates if isfinite(value)]
    anywhere = st.floats(
        None if first == -inf else first, None if last == inf else last, allow_nan=False, allow_infinity=False
    )
    return anywhere | st.sampled_from(ends_of_it) if ends_of_it else anywhere


def _doubles(numbers: Range) -> tuple[float, float]:
    """Give the least and the greatest double of a range, infinite where there is no end."""
    first, last = float(numbers.low), float(numbers.high)
    if isfinite(first) and first not in numbers:
        first = nextafter(first, inf)
    if isfinite(last) and last not in numbers:
        last = nextafter(last, -inf)
    return first, last


def next_to(number: float) -> tuple[float, ...]:
    """List a number, its neighboring doubles, and what is 0.01 below and above it."""
    at, cent = float(number), Decimal("0.01")
    exact = Decimal(repr(at))
    return at, nextafter(at, -inf), nextafter(at, inf), float(exact - cent), float(exact + cent)


def put_in_order(space: Space, box: Box, customer: Customer) -> None:
    """Raise numbers that share a cell and are not in the order that invariants put them in."""
    pairs = [
        (lower.fact.id, upper)
        for lower, upper in space.orders
        if lower.fact.id in customer and upper.fact.id in customer and lower.of(box) == upper.of(box)
    ]
    changed = True
    while changed:
        changed = False
        for lower, upper in pairs:
            value = customer[lower]
            if value <= customer[upper.fact.id]:
                continue
            changed = True
            is_integer = upper.fact.type == "integer"
            value = ceil(value) if is_integer else float(value)
            cell = upper.of(box)
            if upper.cell(value) == cell and not (is_integer and value > LARGEST_INTEGER):
                customer[upper.fact.id] = value
                continue
            # No whole number is above it in the cell: then all of the cell get the same number.
            for fields in space.fields.by_fact.values():
                name = fields[0].fact.id
                if name in customer and fields[0].scale is upper.scale and fields[0].of(box) == cell:
                    customer[name] = upper.value(cell)
