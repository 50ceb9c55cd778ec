"""A bond ties a fact that follows from two others to them: when they move, it moves along.

A space knows no bonds: a box of it has customers in whom a fact and its parts do not go together. So a
box is cut into smaller ones, in which each part is in one cell, and what follows from those cells is in
few. Numbers at which what follows gets into another cell have cells of their own; so most such boxes are
right, and what is chosen in them is worked out and looked at in any case.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import ceil, floor, inf, isfinite, isnan, nextafter
from typing import Any as Anything

from customer_types._deciding.derivations import contradicts, following, known_by_parts, with_parts
from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._model.facts import Differs, Fact, Follows
from customer_types._proving.cells.dependencies import PlacedCategory
from customer_types._proving.cells.fields import MISSING, Box, Field
from customer_types._proving.cells.spaces import Space, bits

Facts = Mapping[str, Anything]


class Bonds:
    """The bonds of the facts that the verdict on a category hangs on, or that a customer has."""

    def __init__(self, placed: PlacedCategory, given: Facts) -> None:
        self.given = given
        self.vocabulary: Mapping[str, Fact] = placed[1].vocabulary.facts
        plain = Space([placed])
        there = {*plain.fields.by_fact, *given}
        every = following(self.vocabulary.values())
        #: How facts follow from others, of those that are of account here.
        self.following: Mapping[str, Follows] = {name: how for name, how in every.items() if name in there}
        tested = [name for name in plain.fields.by_fact if name in self.following]
        self.parts = tuple(name for name in with_parts(tested, self.vocabulary) if name not in tested)
        self._bounds = {
            name: [number for number, _ in scale.cuts]
            for name in tested
            if (scale := plain.fields.by_fact[name][0].scale) is not None
        }

    def is_bound(self, name: str) -> bool:
        """Tell whether a fact follows from what is given, so that it does not move by itself."""
        return name in self.following and all(part in self.given for part in self.following[name].parts)

    def moves_along(self, name: str, moving: frozenset[str]) -> bool:
        """Tell whether a fact is what follows from its parts, when some facts move or are found out.

        One that is given stays as it is until a known part of it moves.
        """
        if name not in self.following:
            return False
        parts = self.following[name].parts
        are_known = all(part in self.given or part in moving for part in parts)
        return are_known and (
            name not in self.given or any(part in self.given and part in moving for part in parts)
        )

    def value(self, name: str, customer: Facts) -> Anything:
        """Work out what follows."""
        return known_by_parts(self.following[name], customer)

    def along(self, settled: Facts) -> dict[str, Anything]:
        """Give the new values of facts that were given and move along."""
        after = {**self.given, **settled}
        found = {
            name: self.value(name, after)
            for name in self.following
            if name in self.given and self.moves_along(name, frozenset(settled))
        }
        return {
            name: value for name, value in found.items() if value is not None and value != self.given[name]
        }

    def are_broken(self, moving: frozenset[str], settled: Facts) -> bool:
        """Tell whether a fact that stays as it is given contradicts parts that are settled."""
        after = {**self.given, **settled}
        for name, follows in self.following.items():
            is_free = not moving.isdisjoint((name, *follows.parts))
            if is_free or name not in after or self.moves_along(name, frozenset(settled)):
                continue
            value = known_by_parts(follows, after)
            if value is not None and contradicts(after[name], value):
                return True
        return False

    # ---- cells

    def marks(self, known: Facts) -> dict[str, Anything]:
        """Give the values that get cells of their own: those known, and those where what follows turns."""
        marks = dict(known)
        for name, follows in self.following.items():
            for part, other in (follows.parts, follows.parts[::-1]):
                if known.get(other) is not None:
                    here = {known[part]} if known.get(part) is not None else set[Anything]()
                    before = marks.get(part)
                    here |= before if isinstance(before, frozenset) else set()
                    marks[part] = frozenset(here | {*self._turns(name, part, known[other])})
        return marks

    def _turns(self, name: str, part: str, other: Anything) -> Iterator[Anything]:
        """List the values of a part at which what follows gets into another cell, or near to it."""
        follows = self.following[name]
        if isinstance(follows, Differs):
            yield other
            return
        given = [self.given[name]] if name in self.given else []
        for bound in (*self._bounds.get(name, ()), *given):
            if part == follows.parts[0]:
                turn = float(bound) * float(other)
            else:
                turn = float(other) / float(bound) if bound else inf
            if not isfinite(turn):
                continue
            if self.vocabulary[part].type == "integer":
                yield from (
                    one for one in (floor(turn), ceil(turn)) if SMALLEST_INTEGER <= one <= LARGEST_INTEGER
                )
            else:
                yield from (
                    one for one in (nextafter(turn, -inf), turn, nextafter(turn, inf)) if isfinite(one)
                )

    def boxes(self, space: Space, box: Box, moving: frozenset[str], settled: Facts) -> Iterable[Box]:
        """Cut a box into those in which each part that moves is in one cell, and what follows is in few."""
        bound = [
            name
            for name, follows in self.following.items()
            if name in space.fields.by_fact
            and not moving.isdisjoint(follows.parts)
            and self.moves_along(name, moving | settled.keys())
        ]
        parts = dict.fromkeys(part for name in bound for part in self.following[name].parts if part in moving)
        fields = [space.fields.by_fact[part][0] for part in parts]
        for cells in product(*([*bits(field.of(box) & field.cells)] for field in fields)):
            inner = box
            for field, cell in zip(fields, cells, strict=True):
                inner &= space.fields.limit(field, cell)
            for name in bound:
                own = space.fields.by_fact[name][0]
                inner &= space.fields.limit(own, self._image(name, own, inner, space))
            if space.fields.is_box(inner):
                yield inner

    def _image(self, name: str, own: Field, box: Box, space: Space) -> int:
        """Give the cells in which what follows can be, while each part is in one cell."""
        follows = self.following[name]
        fields = [space.fields.by_fact[part][0] for part in follows.parts]
        cells = [field.of(box) & field.cells for field in fields]
        if MISSING in cells:
            return MISSING
        if isinstance(follows, Differs):
            placed = [*zip(fields, cells, strict=True)]
            if any(cell == field.others for field, cell in placed):  # values that share a cell
                return own.known
            first, second = (field.value(cell) for field, cell in placed)
            return own.cell(first != second)
        ends = [_ends(field, cell) for field, cell in zip(fields, cells, strict=True)]
        if ends[1][0] <= 0 <= ends[1][1]:
            return own.cells
        quotients = [first / second for first in ends[0] for second in ends[1]]
        if any(map(isnan, quotients)) or own.scale is None:
            return own.cells
        low, high = own.scale.locate(min(quotients)), own.scale.locate(max(quotients))
        return own.cells & ((2 << high + 1) - (2 << low))


def _ends(field: Field, cell: int) -> tuple[float, float]:
    """Give the least and the greatest number of a cell, as doubles."""
    assert field.scale is not None
    numbers = field.scale[cell.bit_length() - 2]
    low, high = float(numbers.low), float(numbers.high)
    if field.fact.type == "integer":
        whole = numbers.integer(SMALLEST_INTEGER), numbers.integer(LARGEST_INTEGER)
        return (low, high) if None in whole else (float(whole[0] or 0), float(whole[1] or 0))
    return (
        nextafter(low, inf) if numbers.low_open and isfinite(low) else low,
        nextafter(high, -inf) if numbers.high_open and isfinite(high) else high,
    )
