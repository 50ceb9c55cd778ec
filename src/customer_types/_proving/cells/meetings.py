"""Meetings are the pairs among many formulas that may have a customer in common, all found at once.

Each formula is covered by boxes. Two boxes meet if they share a cell in every field, so for each field
the boxes are grouped by their cells there, and the groups that share a cell with a box are looked up
for it: one bitwise and a field, however many other boxes there are.
"""

from collections.abc import Iterable, Iterator, Sequence

from customer_types._proving.cells.fields import Box, Fields
from customer_types._proving.cells.formulas import Formula, Known, boxes, hull

#: Formulas of more boxes are covered by a single one.
MOST_BOXES = 32


class Meetings:
    """Tells which formulas may meet which: `meetings[3]` has a bit for each that the fourth may meet.

    `is_exact` tells whether a formula is covered without anything else.
    """

    def __init__(self, formulas: Sequence[Formula], fields: Fields) -> None:
        known: Known[tuple[Box, ...] | None] = {}
        around: Known[Box] = {}
        found = [boxes(formula, fields, MOST_BOXES, known) for formula in formulas]
        self.is_exact = [cover is not None for cover in found]
        covers = [
            (hull(formula, fields, around),) if cover is None else cover
            for formula, cover in zip(formulas, found, strict=True)
        ]
        self._index = _BoxIndex([box for cover in covers for box in cover], fields)
        self._spans, first = [], 0
        for cover in covers:
            self._spans.append(((1 << len(cover)) - 1) << first)
            first += len(cover)
        self._owners = [number for number, cover in enumerate(covers) for _ in cover]
        self._rows = [self.with_boxes(cover) for cover in covers]

    def __getitem__(self, formula: int) -> int:
        return self._rows[formula]

    def with_boxes(self, cover: Iterable[Box]) -> int:
        """Tell which formulas some boxes may meet."""
        met = 0
        for box in cover:
            met |= self._index.meeting(box)
        if met.bit_count() * 2 > len(self._spans):
            return sum(1 << number for number, span in enumerate(self._spans) if met & span)
        row = 0
        for box in members(met):
            row |= 1 << self._owners[box]
        return row


class _BoxIndex:
    """Boxes by their cells in each field."""

    def __init__(self, all_boxes: Sequence[Box], fields: Fields) -> None:
        self._fields = fields.all
        self._every = (1 << len(all_boxes)) - 1
        self._groups: list[dict[int, int]] = [{} for _ in fields.all]
        for number, box in enumerate(all_boxes):
            for position, cells in self._limits(box):
                group = self._groups[position]
                group[cells] = group.get(cells, 0) | 1 << number
        self._unlimited = [self._every & ~sum(group.values()) for group in self._groups]
        self._known: dict[tuple[int, int], int] = {}

    def _limits(self, box: Box) -> Iterator[tuple[int, int]]:
        """Go through the fields of which a box has not all cells."""
        for position, field in enumerate(self._fields):
            cells = field.of(box) & field.cells
            if cells != field.cells:
                yield position, cells

    def meeting(self, box: Box) -> int:
        """Tell which boxes one meets, as bits."""
        met = self._every
        for limit in self._limits(box):
            found = self._known.get(limit)
            if found is None:
                position, cells = limit
                found = self._unlimited[position]
                for other, numbers in self._groups[position].items():
                    if other & cells:
                        found |= numbers
                self._known[limit] = found
            met &= found
        return met


def maximal_cliques(neighbors: Sequence[int], limit: int) -> tuple[list[int], bool]:
    """List the maximal sets of at least two, as bits, of which any two are neighbors, and whether it is all.

    The algorithm is Bron and Kerbosch's with a pivot.
    """
    found: list[int] = []
    pending = [(0, sum(1 << number for number, others in enumerate(neighbors) if others), 0)]
    while pending:
        chosen, open_ones, closed = pending.pop()
        if not open_ones:
            if chosen and not closed:
                if len(found) == limit:
                    return found, False
                found.append(chosen)
            continue
        pivot = max(members(open_ones | closed), key=lambda one: (open_ones & neighbors[one]).bit_count())
        later = []
        for one in members(open_ones & ~neighbors[pivot]):
            bit = 1 << one
            later.append((chosen | bit, open_ones & neighbors[one], closed & neighbors[one]))
            open_ones &= ~bit
            closed |= bit
        pending += reversed(later)
    return found, True


def members(numbers: int) -> list[int]:
    """List the numbers whose bits are set."""
    found = []
    while numbers:
        lowest = numbers & -numbers
        found.append(lowest.bit_length() - 1)
        numbers ^= lowest
    return found
