"""Refinement cuts a shared scale finer, so that cells tell who is complete.

Two numbers in one cell can be chosen equal, so cells tell who is possible. To tell whether a missing
number could become known takes more: it has to fit between known ones, which may stand in one cell in
either order, and a whole number has to fit between fractions.

Where every number that is at most another one is declared to be so, and whole numbers are compared
with whole ones only, there always is one that fits: the largest of those below. A whole number that is
compared with fractions on one side fits if one of the cell's outermost whole numbers does, so these
get cells of their own. In all other cases each cell is cut so often that the numbers in question can
stand in it in every order, with and without a whole number between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import ceil, floor, isfinite
from typing import NamedTuple

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._model.facts import Fact
from customer_types._proving.cells.scales import Cut, Range, Scale

#: A whole scale of so few whole numbers has a cell for each.
FEW = 50
#: Of more numbers that are squeezed between one another, the orders are too many to cut cells for.
MOST_SQUEEZED = 5


class Refined(NamedTuple):
    """A scale that was cut finer.

    `tells` whether somebody is complete: if anybody is, a cell shows one. `is_whole` if all customers of
    a cell are alike in that; where numbers are only given room to stand in every order, what is left of a
    cell has complete customers and others.
    """

    scale: Scale
    tells: bool
    is_whole: bool


def refined(scale: Scale, facts: Sequence[Fact], chains: Iterable[Sequence[str]]) -> Refined:
    """Cut the scale of some facts finer where the chains that they are in ask for it."""
    pairs = {pair for chain in chains for pair in combinations(chain, 2) if pair[0] != pair[1]}
    integers = {fact.id for fact in facts if fact.type == "integer"}
    below = {fact.id: {low for low, high in pairs if high == fact.id} for fact in facts}
    above = {fact.id: {high for low, high in pairs if low == fact.id} for fact in facts}
    if len(facts) < 2:
        return Refined(scale, tells=True, is_whole=True)
    is_closed = all(
        low == high or (low, high) in pairs
        for name, lower in below.items()
        for low in lower
        for high in above[name]
    )
    is_squeezed = any(below[name] - integers and above[name] - integers for name in integers)
    points: Iterable[float] = ()
    if not is_closed or is_squeezed:
        if len(facts) > MOST_SQUEEZED:
            return Refined(scale, tells=False, is_whole=False)
        points = (point for numbers in _ranges(scale) for point in _arrangements(numbers, facts))
    elif any((below[name] | above[name]) - integers for name in integers):
        points = (point for numbers in _ranges(scale) for point in _outermost(numbers))
    elif integers and all(fact.min is not None and fact.max is not None for fact in facts):
        low = min(ceil(fact.min) for fact in facts if fact.min is not None)
        high = max(floor(fact.max) for fact in facts if fact.max is not None)
        points = range(low, high + 1) if high - low < FEW else ()  # so that customers can be counted
    cuts: set[Cut] = {(point, side) for point in points for side in (0, 1)}
    finer = Scale({*scale.cuts, *cuts}) if cuts else scale
    return Refined(finer, tells=True, is_whole=is_closed and not is_squeezed)


def _ranges(scale: Scale) -> Iterator[Range]:
    return (scale[cell] for cell in range(len(scale)))


def _outermost(numbers: Range) -> set[int]:
    """Give the smallest and the largest whole number of a range, as far as it has ends."""
    ends = (numbers.integer(SMALLEST_INTEGER), numbers.integer(LARGEST_INTEGER))
    return {end for end in ends if end is not None and SMALLEST_INTEGER < end < LARGEST_INTEGER}


def _arrangements(numbers: Range, facts: Sequence[Fact]) -> Iterator[float]:
    """Choose numbers of a range at which those of the facts can stand in every order."""
    count = len(facts)
    kinds = {fact.type for fact in facts}
    whole: list[int] = []
    first = numbers.integer()
    if first is not None and "integer" in kinds:
        whole = [one for one in range(first - count, first + count + 1) if one in numbers][: count + 1]
        yield from whole
    if "number" in kinds:
        for one in whole:
            yield from _within(numbers.below(one), count)
            numbers = numbers.above(one)
        yield from _within(numbers, count)


def _within(numbers: Range, count: int) -> Iterator[float]:
    """Choose some numbers of a range, in ascending order, as far as there are doubles for them."""
    for _ in range(count):
        near = numbers.low if isfinite(numbers.low) else 0
        found = numbers.number(near, decimals=1)
        if found is None:
            return
        yield found
        numbers = numbers.above(found)
