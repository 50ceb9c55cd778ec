"""A scale cuts the numbers that a fact can have into cells: ranges that no test tells apart.

A cut is a place between two numbers, written as a value and a side: `(3, 0)` lies just below 3 and
`(3, 1)` just above it. So `min: 3` cuts at `(3, 0)`, `max: 3` at `(3, 1)`, and between two
neighboring cuts every number answers every test alike. Cell number n lies between cut n - 1 and cut
n, counted from 0; the first and the last have no end.

Facts that an invariant puts in order share one scale, so that of two numbers in different cells the
one in the lower cell is the smaller one, and two in the same cell can be chosen equal.
"""

from bisect import bisect_right
from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor, inf, isfinite, nextafter

import attrs

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER

Number = int | float
Cut = tuple[Number, int]

#: Decimals after which a number is not readable any more.
_FINEST = 17


@attrs.frozen
class Range:
    """The numbers between two ends, each of which is in the range or not."""

    low: Number
    low_open: bool
    high: Number
    high_open: bool

    def __contains__(self, number: Number) -> bool:
        above = number > self.low or (number == self.low and not self.low_open)
        below = number < self.high or (number == self.high and not self.high_open)
        return above and below

    def above(self, number: Number) -> "Range":
        """Give the part above a number."""
        return attrs.evolve(self, low=number, low_open=True)

    def below(self, number: Number) -> "Range":
        """Give the part below a number."""
        return attrs.evolve(self, high=number, high_open=True)

    def integer(self, near: Number = 0) -> int | None:
        """Give the whole number of 64 bits in the range that is nearest to a number."""
        low = (
            SMALLEST_INTEGER if self.low == -inf else floor(self.low) + 1 if self.low_open else ceil(self.low)
        )
        high = (
            LARGEST_INTEGER
            if self.high == inf
            else ceil(self.high) - 1
            if self.high_open
            else floor(self.high)
        )
        low, high = max(low, SMALLEST_INTEGER), min(high, LARGEST_INTEGER)
        if low > high:
            return None
        return min(max(round(near), low), high)

    def number(self, near: Number = 0, *, decimals: int = 0) -> Number | None:
        """Give a number in the range, as near and as short as can be: whole ones first.

        `None` where no double lies between the ends. With `decimals` a number of so many is short
        enough.
        """
        if near in self:
            return near
        if self.low >= near:
            end, is_open, way = self.low, self.low_open, 1
        else:
            end, is_open, way = self.high, self.high_open, -1
        if not is_open:
            return end
        for places in range(decimals, _FINEST + 1):
            scale = 10**places
            exact = Fraction(str(end)) * scale  # as it is written, not as it is stored
            beside = Fraction(floor(exact) + 1 if way == 1 else ceil(exact) - 1, scale)
            found: Number = int(beside) if beside.denominator == 1 else float(beside)
            if found in self and float(found) in self:
                return found
        closest = nextafter(float(end), way * inf)
        return closest if closest in self and isfinite(closest) else None


class Scale:
    """The cells of the numbers of one fact, or of several that are compared with one another.

    >>> scale = Scale([(3, 0), (10, 1)])
    >>> [scale.locate(number) for number in (2, 3, 10, 10.5)]
    [0, 1, 1, 2]
    >>> scale[1].number()
    3
    """

    def __init__(self, cuts: Iterable[Cut]) -> None:
        self.cuts = sorted(set(cuts))

    def __len__(self) -> int:
        return len(self.cuts) + 1

    def __getitem__(self, cell: int) -> Range:
        if not 0 <= cell < len(self):
            raise IndexError(cell)
        low, low_side = self.cuts[cell - 1] if cell else (-inf, 1)
        high, high_side = self.cuts[cell] if cell < len(self.cuts) else (inf, 0)
        return Range(low, low_side == 1, high, high_side == 0)

    def locate(self, number: Number) -> int:
        """Tell in which cell a number is."""
        return bisect_right(self.cuts, (number, 0))

    def cells_up_to(self, cut: Cut) -> int:
        """Give the cells below a cut of the scale, as a bit mask."""
        return (1 << (bisect_right(self.cuts, cut))) - 1
