"""A sweep goes through the fields of a box and changes its cells, while nobody in a diagram gets into it.

Before each field is changed, it is told with which of its cells somebody in the diagram would get in. The
fields are gone through in the order in which the diagram asks them, or the other way round; so what is
above a field and what is below it is known when it is its turn, and the whole sweep looks at each node
a few times.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from customer_types._proving.cells.fields import Box, Field
from customer_types._proving.cells.nodes import EVERYBODY, Diagram, Nodes

#: Gives new cells of a field of a box, none of them one with which somebody gets in.
Change: TypeAlias = Callable[[Field, Box, int], int]


class Sweep:
    """Changes boxes in which nobody of a diagram is."""

    def __init__(self, nodes: Nodes, diagram: Diagram) -> None:
        self._diagram = diagram
        self._fields = nodes.fields
        self._levels = nodes.by_levels(diagram)

    def down(self, box: Box, change: Change) -> Box:
        """Change fields in the order in which they are asked."""
        there = {EVERYBODY}
        for level in reversed(range(len(self._fields))):
            there |= self._leading(level, self._fields[level].of(box), there)
        reached = {self._diagram}
        for level, field in enumerate(self._fields):
            here = self._levels[level].keys() & reached
            box = _changed(box, field, change(field, box, self._cells(level, here, there)))
            reached |= self._led(level, here, field.of(box))
        return box

    def up(self, box: Box, change: Change) -> Box:
        """Change fields in the other order."""
        reached = {self._diagram}
        for level, field in enumerate(self._fields):
            reached |= self._led(level, self._levels[level].keys() & reached, field.of(box))
        there = {EVERYBODY}
        for level in reversed(range(len(self._fields))):
            field, here = self._fields[level], self._levels[level].keys() & reached
            box = _changed(box, field, change(field, box, self._cells(level, here, there)))
            there |= self._leading(level, field.of(box), there)
        return box

    def _cells(self, level: int, nodes: Iterable[Diagram], there: set[Diagram]) -> int:
        """Give the cells with which nodes of a level lead to where somebody is."""
        found = 0
        for one in nodes:
            for cells, to in self._levels[level][one]:
                if to in there:
                    found |= cells
        return found

    def _led(self, level: int, nodes: Iterable[Diagram], asked: int) -> set[Diagram]:
        """List where nodes of a level lead to with some cells."""
        edges = self._levels[level]
        return {to for one in nodes for cells, to in edges[one] if cells & asked}

    def _leading(self, level: int, asked: int, there: set[Diagram]) -> set[Diagram]:
        """List the nodes of a level that lead with some cells to where somebody is."""
        return {
            one
            for one, edges in self._levels[level].items()
            if any(cells & asked and to in there for cells, to in edges)
        }


def _changed(box: Box, field: Field, cells: int) -> Box:
    return box & ~field.every | cells << field.shift
