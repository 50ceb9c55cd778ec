"""Nodes are what diagrams are made of, and all that is told of customers is read off them.

A node asks for one field and has an edge for each set of its cells that leads on to the same place; the
last two places are nobody and everybody. Nodes are numbers, and no two of them are alike.

What is read off goes through each node once, or through each tuple of nodes where several diagrams are
read side by side. Each edge that is made is a step, and so are some nodes that are looked at.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from customer_types._proving.cells.fields import MISSING, Box, Field, Fields
from customer_types._proving.cells.search import Budget
from customer_types._proving.cells.spaces import bits

Diagram: TypeAlias = int
#: Sets of cells with the diagrams that they lead to.
Edges: TypeAlias = Sequence[tuple[int, Diagram]]
#: Where one is in several diagrams at once.
State: TypeAlias = tuple[Diagram, ...]
#: How many answers the cells of fields stand for, by the shift of the field; `None` for no end of them.
Sizes: TypeAlias = Mapping[int, Mapping[int, int | None]]

NOBODY, EVERYBODY = 0, 1
#: So many nodes that are only looked at take about the time of an edge that is made.
LOOKED_AT = 8


class Nodes:
    """Keeps nodes over some fields, whose positions are given in the order in which they are asked."""

    def __init__(self, fields: Fields, order: Sequence[int], budget: Budget) -> None:
        self._space_fields = fields
        self.fields = [fields.all[position] for position in order]
        self.budget = budget
        self._level_of = {field.shift: level for level, field in enumerate(self.fields)}
        self._all = [field.cells for field in self.fields]
        self._end = len(self.fields)
        self._levels = [self._end, self._end]
        self._edges: list[Edges] = [(), ()]
        self._nodes: dict[tuple[int, frozenset[tuple[Diagram, int]]], Diagram] = {}

    # ---- nodes

    def _node(self, level: int, ways: Mapping[Diagram, int]) -> Diagram:
        """Give the node with some cells for each diagram that they lead to."""
        if len(ways) == 1:
            ((diagram, cells),) = ways.items()
            if cells == self._all[level]:
                return diagram
        elif not ways:
            return NOBODY
        key = level, frozenset(ways.items())
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = len(self._levels)
            self._levels.append(level)
            self._edges.append(tuple((cells, diagram) for diagram, cells in ways.items()))
            self.budget.spend(len(ways))
        return found

    def _edges_at(self, diagram: Diagram, level: int) -> Edges:
        """Give the edges of a diagram at a level, also where it does not ask for that field."""
        if self._levels[diagram] == level:
            return self._edges[diagram]
        return ((self._all[level], diagram),) if diagram else ()

    def _below(self, diagrams: Iterable[Diagram], end: int) -> Iterator[Diagram]:
        """Go through the nodes within diagrams that ask for fields before a level, deepest first."""
        seen = set(diagrams)
        pending = [*seen]
        found = []
        while pending:
            one = pending.pop()
            if self._levels[one] < end:
                found.append(one)
                more = {other for _, other in self._edges[one]} - seen
                seen |= more
                pending += more
        return iter(sorted(found, key=self._levels.__getitem__, reverse=True))

    def by_levels(self, diagram: Diagram) -> list[dict[Diagram, Edges]]:
        """List the nodes within a diagram, with their edges, for each field."""
        found: list[dict[Diagram, Edges]] = [{} for _ in self.fields]
        for one in self._below([diagram], self._end):
            found[self._levels[one]][one] = self._edges[one]
        return found

    # ---- who is there

    def first(
        self,
        diagrams: Iterable[Diagram],
        box: Box,
        *,
        without: tuple[Diagram, Sequence[Field]] = (EVERYBODY, ()),
    ) -> Box | None:
        """Give a part of a box in which everybody is in all of some diagrams, as little known as can be.

        They all are in another diagram too, as they would be `without` some fields.
        """
        start = (without[0], *dict.fromkeys(diagrams))
        taken = frozenset(self._level_of[field.shift] for field in without[1])
        if not self._space_fields.is_box(box):
            return None
        nobody: set[State] = set()
        # Where one has got to, and what is left to try there, with the level and the cells that led there.
        path = [(start, self._ways(start, box, taken), 0, 0)]
        while path:
            here, ways, *_ = path[-1]
            if all(one == EVERYBODY for one in here):
                for _, _, level, cells in path[1:]:
                    field = self.fields[level]
                    box = box & ~field.every | cells << field.shift
                return box
            for level, cells, inner in ways:
                if inner not in nobody:
                    path.append((inner, self._ways(inner, box, taken), level, cells))
                    break
            else:
                nobody.add(here)
                path.pop()
        return None

    def _ways(self, state: State, box: Box, taken: Container[int]) -> Iterator[tuple[int, int, State]]:
        """Go through the cells of the next field that lead on in all diagrams, lowest first.

        For the first diagram some fields are missing, whatever they are for the others.
        """
        level = self._level(state)
        if level == self._end or NOBODY in state:
            return
        ways: list[tuple[int, State]] = [(self.fields[level].of(box), ())]
        for place, one in enumerate(state):
            edges = self._edges_at(one, level)
            if level in taken and not place:
                edges = [(self._all[level], to) for cells, to in edges if cells & MISSING]
            ways = [
                (cells & leading, (*before, to))
                for cells, before in ways
                for leading, to in edges
                if cells & leading
            ]
        self.budget.spend(1 + len(ways))
        for cells, inner in sorted(ways, key=lambda way: way[0] & -way[0]):
            yield level, cells, inner

    def cells(self, diagram: Diagram, box: Box, field: Field) -> int:
        """Give the cells of a field in which somebody in a diagram is who is otherwise in a box."""
        level = self._level_of[field.shift]
        found, empty = 0, set[Diagram]()
        for one in self._reached(diagram, box, level):
            for cells, inner in self._edges_at(one, level):
                if cells & ~found and self._is_there(inner, box, empty):
                    found |= cells
        return found

    def _reached(self, diagram: Diagram, box: Box, level: int) -> list[Diagram]:
        """List where those in a box get to by the fields before a level."""
        pending, seen, found = [diagram], {diagram}, []
        while pending:
            one = pending.pop()
            at = self._levels[one]
            if at >= level:
                found.append(one)
                continue
            asked = self.fields[at].of(box)
            for cells, inner in self._edges[one]:
                if cells & asked and inner not in seen:
                    seen.add(inner)
                    pending.append(inner)
        self.budget.spend(1 + len(seen) // LOOKED_AT)
        return found

    def _is_there(self, diagram: Diagram, box: Box, empty: set[Diagram]) -> bool:
        """Tell whether somebody of a box is in a diagram; `empty` has those in which nobody is."""
        pending, seen = [diagram], {diagram}
        while pending:
            one = pending.pop()
            if one == EVERYBODY:
                return True
            asked = self.fields[self._levels[one]].of(box) if one else 0
            for cells, inner in self._edges[one]:
                if cells & asked and inner not in seen and inner not in empty:
                    seen.add(inner)
                    pending.append(inner)
        empty |= seen
        self.budget.spend(len(seen) // LOOKED_AT)
        return False

    # ---- how many there are

    def count(
        self, diagram: Diagram, sizes: Sizes, *, endless: Diagram = NOBODY, box: Box = -1
    ) -> int | None:
        """Count everybody in a diagram and in a box; `None` where there is no end of them.

        A field without sizes counts once. Of those who are in `endless` there is no end.
        """
        return self.apart(diagram, (), sizes, endless=endless, box=box, limit=1)[0].get(0, 0)

    def apart(
        self,
        diagram: Diagram,
        others: Sequence[Diagram],
        sizes: Sizes,
        *,
        endless: Diagram = NOBODY,
        box: Box = -1,
        limit: int,
    ) -> tuple[dict[int, int | None], bool]:
        """Tell those in a diagram apart by which others they are in, and count each kind.

        A kind is a number whose bits say who is in, the highest one for the first of the others. The lowest
        kinds are told; the second value tells whether these are all.
        """
        start, is_all = (diagram, endless, *others), True
        asked = [field.of(box) & field.cells for field in self.fields]
        waiting = self._side_by_side(start, asked)
        whole = [_size(sizes, field, cells) for field, cells in zip(self.fields, asked, strict=True)]
        kinds: dict[State, dict[int, int | None]] = {}
        for state in waiting[-1]:
            bits_of = (one == EVERYBODY for one in reversed(state[2:]))
            kind = sum(is_in << place for place, is_in in enumerate(bits_of))
            kinds[state] = {kind: 1 if state[1] == NOBODY else None}

        def onward(level: int, to: State) -> int | None:
            return _product(whole[level : self._level(to)])

        for level in reversed(range(self._end)):
            for state, ways in waiting[level].items():
                found: dict[int, int | None] = {}
                for cells, to in ways:
                    times = _product((_size(sizes, self.fields[level], cells), onward(level + 1, to)))
                    for kind, number in kinds[to].items():
                        found[kind] = _sum((found.get(kind, 0), _product((times, number))))
                self.budget.spend(len(found) // LOOKED_AT)
                is_all = is_all and len(found) <= limit
                kinds[state] = {kind: found[kind] for kind in sorted(found)[:limit]}
        times = onward(0, start)
        return {kind: _product((times, number)) for kind, number in kinds.get(start, {}).items()}, is_all

    def _level(self, state: State) -> int:
        return min(self._levels[one] for one in state)

    def _side_by_side(self, start: State, asked: Sequence[int]) -> list[dict[State, list[tuple[int, State]]]]:
        """Go through several diagrams at once by some cells, as long as somebody is in the first of them.

        Where one gets to is listed by levels, each place with the cells that lead on, and where to.
        """
        waiting: list[dict[State, list[tuple[int, State]]]] = [{} for _ in range(self._end + 1)]
        if start[0] != NOBODY:
            waiting[self._level(start)][start] = []
        for level in range(self._end):
            for state, ways in waiting[level].items():
                led: list[tuple[int, State]] = [(asked[level], ())]
                for place, one in enumerate(state):
                    if self._levels[one] != level:
                        led = [(cells, (*before, one)) for cells, before in led]
                    else:
                        edges = self._edges[one]
                        if place:
                            edges = (*edges, (self._all[level] & ~sum(cells for cells, _ in edges), NOBODY))
                        led = [
                            (cells & leading, (*before, to))
                            for cells, before in led
                            for leading, to in edges
                            if cells & leading
                        ]
                merged: dict[State, int] = {}
                for cells, to in led:
                    merged[to] = merged.get(to, 0) | cells
                for to, cells in merged.items():
                    ways.append((cells, to))
                    waiting[self._level(to)].setdefault(to, [])
                self.budget.spend(1 + len(ways))
        return waiting


def joined(edges: Iterable[tuple[int, Diagram]]) -> dict[Diagram, int]:
    """Put the cells together that lead to the same place; those that lead to nobody are left out."""
    ways: dict[Diagram, int] = {}
    for cells, to in edges:
        if to:
            ways[to] = ways.get(to, 0) | cells
    return ways


def _size(sizes: Sizes, field: Field, cells: int) -> int | None:
    """Count the answers that cells of a field stand for."""
    of_field = sizes.get(field.shift)
    return 1 if of_field is None else _sum(of_field[cell] for cell in bits(cells))


def _sum(numbers: Iterable[int | None]) -> int | None:
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _product(numbers: Iterable[int | None]) -> int | None:
    total = 1
    for number in numbers:
        if number is None:
            return None
        total *= number
    return total
