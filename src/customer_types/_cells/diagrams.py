"""A diagram has all customers who meet something, each as a way through it.

It is a reduced and ordered decision diagram of many values (Bryant 1986; Srinivasan, Kam, Malik and
Brayton 1990). A node asks for one field and has an edge for each set of its cells that leads on to the
same place; fields are asked in one order, and a field that makes no difference is not asked. So there is
one diagram for the same customers, and what takes a search one customer after the other is told of all
of them at once: who else is there, how many they are, of whom more could be known.

Diagrams are numbers: nodes of the `Diagrams` that made them. Everything goes level by level and not by
recursion, since there may be thousands of fields.

How large a diagram gets hangs on the order of the fields, and some are large in any order. Each edge that
is made is a step; whoever makes too many gets `OutOfBudgetError`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from customer_types._cells.fields import ANCHOR, MISSING, Box, Field, Fields
from customer_types._cells.formulas import Clause, Formula
from customer_types._cells.search import Budget
from customer_types._cells.spaces import bits

Diagram: TypeAlias = int
Pair: TypeAlias = tuple[Diagram, Diagram]
#: Sets of cells with the diagrams that they lead to.
Edges: TypeAlias = tuple[tuple[int, Diagram], ...]
#: What two diagrams are together, where that is plain.
Rule: TypeAlias = Callable[[Diagram, Diagram], Diagram | None]

NOBODY, EVERYBODY = 0, 1
#: So many nodes that are only looked at take about the time of an edge that is made.
LOOKED_AT = 8


class Diagrams:
    """Makes diagrams over some fields, whose positions are given in the order in which they are asked."""

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
        self._of_formulas: dict[int, tuple[Formula, Diagram]] = {}
        self._known: dict[Rule, dict[Pair, Diagram]] = {}

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

    # ---- what is asked

    def box(self, box: Box) -> Diagram:
        """Give everybody in a box."""
        found = EVERYBODY if box & ANCHOR else NOBODY
        for level in reversed(range(self._end)):
            cells = self.fields[level].of(box) & self._all[level]
            found = self._node(level, {found: cells} if cells and found else {})
        return found

    def formula(self, formula: Formula) -> Diagram:
        """Give everybody who meets a formula."""
        pending = [formula]
        while pending:
            one = pending[-1]
            if id(one) in self._of_formulas:
                pending.pop()
                continue
            inner = [part for clause in one.clauses for part in clause if id(part) not in self._of_formulas]
            if inner:
                pending += inner
                continue
            found = self.box(one.box)
            for clause in one.clauses:
                found = self.both(found, self.either_of(self._of_formulas[id(part)][1] for part in clause))
            self._of_formulas[id(one)] = one, found
            pending.pop()
        return self._of_formulas[id(formula)][1]

    def clause(self, clause: Clause) -> Diagram:
        """Give everybody who meets one of the formulas of a clause."""
        return self.either_of([self.formula(part) for part in clause])

    def in_order(self, lower: Field, upper: Field) -> Diagram:
        """Give everybody for whom no known number of one field is in a cell above that of the other one."""
        of_lower, of_upper = self._level_of[lower.shift], self._level_of[upper.shift]
        top, bottom = min(of_lower, of_upper), max(of_lower, of_upper)
        ways: dict[Diagram, int] = {}
        for cell in bits(self._all[top]):
            allowed = self._all[bottom]
            if cell != MISSING:
                allowed &= MISSING | (-cell if top == of_lower else 2 * cell - 1)
            way = self._node(bottom, {EVERYBODY: allowed})
            ways[way] = ways.get(way, 0) | cell
        return self._node(top, ways)

    def in_one_cell(self, one: Field, other: Field, cells: int) -> Diagram:
        """Give everybody for whom two fields are in the same cell, of some."""
        top, bottom = sorted(self._level_of[field.shift] for field in (one, other))
        ways = {self._node(bottom, {EVERYBODY: cell}): cell for cell in bits(cells)}
        return self._node(top, ways)

    # ---- connectives

    def both(self, one: Diagram, other: Diagram) -> Diagram:
        """Give everybody who is in two diagrams."""
        return self._together(min(one, other), max(one, other), _both)

    def either(self, one: Diagram, other: Diagram) -> Diagram:
        """Give everybody who is in one of two diagrams."""
        return self._together(min(one, other), max(one, other), _either)

    def less(self, one: Diagram, other: Diagram) -> Diagram:
        """Give everybody who is in a diagram and not in another one."""
        return self._together(one, other, _less)

    def either_of(self, diagrams: Iterable[Diagram]) -> Diagram:
        """Give everybody who is in one of several diagrams."""
        several = [*dict.fromkeys(diagrams)] or [NOBODY]
        while len(several) > 1:  # by pairs, so that large ones meet late
            pairs = zip(several[::2], [*several[1::2], NOBODY], strict=False)
            several = [self.either(one, other) for one, other in pairs]
        return several[0]

    def _together(self, one: Diagram, other: Diagram, rule: Rule) -> Diagram:
        """Work out a connective: pairs of diagrams from above, and what they are together from below."""
        found = rule(one, other)
        if found is not None:
            return found
        known = self._known.setdefault(rule, {})
        if (one, other) not in known:
            waiting = self._pairs((one, other), rule, known)
            for level in reversed(range(self._end)):
                for pair, ways in waiting[level].items():
                    merged: dict[Diagram, int] = {}
                    for cells, way in ways:
                        to = known[way] if isinstance(way, tuple) else way
                        if to:
                            merged[to] = merged.get(to, 0) | cells
                    known[pair] = self._node(level, merged)
        return known[one, other]

    def _pairs(
        self, asked: Pair, rule: Rule, known: Mapping[Pair, Diagram]
    ) -> list[dict[Pair, list[tuple[int, Diagram | Pair]]]]:
        """List by levels the pairs to be worked out, each with the cells that lead on, and where to."""
        levels, is_symmetric = self._levels, rule is not _less
        start = min(levels[asked[0]], levels[asked[1]])
        waiting: list[dict[Pair, list[tuple[int, Diagram | Pair]]]] = [{} for _ in self.fields]
        waiting[start][asked] = []
        for level in range(start, self._end):
            for (one, other), ways in waiting[level].items():
                for cells, left, right in _meetings(self._edges_at(one, level), self._edges_at(other, level)):
                    pair = (right, left) if is_symmetric and right < left else (left, right)
                    result = rule(left, right)
                    if result is None:
                        result = known.get(pair)
                    if result is None:
                        waiting[min(levels[left], levels[right])].setdefault(pair, [])
                        ways.append((cells, pair))
                    elif result:
                        ways.append((cells, result))
                self.budget.spend(1 + len(ways))
        return waiting

    # ---- one field

    def _changed(
        self, diagram: Diagram, field: Field, change: Callable[[Edges], Mapping[Diagram, int]]
    ) -> Diagram:
        """Change what a diagram asks of one field."""
        level = self._level_of[field.shift]
        at = {inner for inner in self._below([diagram], level) for _, inner in self._edges[inner]}
        changed: dict[Diagram, Diagram] = {}
        for one in {diagram, *at}:
            if self._levels[one] >= level:
                changed[one] = self._node(level, change(self._edges_at(one, level)))
        for one in self._below([diagram], level):
            ways: dict[Diagram, int] = {}
            for cells, inner in self._edges[one]:
                if to := changed[inner]:
                    ways[to] = ways.get(to, 0) | cells
            changed[one] = self._node(self._levels[one], ways)
        return changed[diagram]

    def with_less_known(self, diagram: Diagram) -> Diagram:
        """Give everybody in a diagram, and everybody of whom less is known than of somebody in it."""
        for field in reversed(self.fields):
            diagram = self._changed(diagram, field, self._or_missing)
        return diagram

    def _or_missing(self, edges: Edges) -> Mapping[Diagram, int]:
        ways = {to: cells & ~MISSING for cells, to in edges if cells != MISSING}
        anywhere = self.either_of(to for _, to in edges)
        ways[anywhere] = ways.get(anywhere, 0) | MISSING
        return ways

    def lacking(self, diagram: Diagram, field: Field) -> Diagram:
        """Give everybody of whom a field is missing, and who would be in a diagram if it were known."""

        def lacking(edges: Edges) -> Mapping[Diagram, int]:
            known = self.either_of(to for cells, to in edges if cells != MISSING)
            return {known: MISSING} if known else {}

        return self._changed(diagram, field, lacking)

    def whatever(self, diagram: Diagram, field: Field) -> Diagram:
        """Give everybody who would be in a diagram with one of the cells of a field."""

        def anything(edges: Edges) -> Mapping[Diagram, int]:
            return {self.either_of(to for _, to in edges): field.cells}

        return self._changed(diagram, field, anything)

    def without(self, diagram: Diagram, field: Field) -> Diagram:
        """Give everybody who would be in a diagram if a field were missing."""

        def missing(edges: Edges) -> Mapping[Diagram, int]:
            return {to: field.cells for cells, to in edges if cells & MISSING}

        return self._changed(diagram, field, missing)

    # ---- who is there

    def first(self, diagrams: Iterable[Diagram], box: Box) -> Box | None:
        """Give a part of a box in which everybody is in all of some diagrams, as little known as can be."""
        start = tuple(dict.fromkeys(diagrams))
        if not self._space_fields.is_box(box):
            return None
        nobody: set[tuple[Diagram, ...]] = set()
        # Where one has got to, and what is left to try there, with the level and the cells that led there.
        path = [(start, self._ways(start, box), 0, 0)]
        while path:
            here, ways, *_ = path[-1]
            if all(one == EVERYBODY for one in here):
                for _, _, level, cells in path[1:]:
                    field = self.fields[level]
                    box = box & ~field.every | cells << field.shift
                return box
            for level, cells, inner in ways:
                if inner not in nobody:
                    path.append((inner, self._ways(inner, box), level, cells))
                    break
            else:
                nobody.add(here)
                path.pop()
        return None

    def _ways(
        self, diagrams: tuple[Diagram, ...], box: Box
    ) -> Iterator[tuple[int, int, tuple[Diagram, ...]]]:
        """Go through the cells of the next field that lead on in all diagrams, lowest first."""
        level = min(self._levels[one] for one in diagrams)
        if level == self._end or NOBODY in diagrams:
            return
        ways: list[tuple[int, tuple[Diagram, ...]]] = [(self.fields[level].of(box), ())]
        for one in diagrams:
            edges = self._edges_at(one, level)
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

    def count(self, diagram: Diagram, sizes: Mapping[int, Mapping[int, int | None]]) -> int | None:
        """Count everybody in a diagram; `None` where there is no end of them.

        `sizes` says of fields, by their shift, how many answers each cell stands for; the others don't count.
        """
        counted: dict[Diagram, int | None] = {EVERYBODY: 1}

        def size(level: int, cells: int) -> int | None:
            of_cells = sizes.get(self.fields[level].shift)
            return 1 if of_cells is None else _sum(of_cells[cell] for cell in bits(cells))

        def onward(level: int, to: Diagram) -> int | None:
            skipped = range(level, self._levels[to])
            return _product([counted[to], *(size(one, self._all[one]) for one in skipped)])

        for one in self._below([diagram], self._end):
            level = self._levels[one]
            ways = [(size(level, cells), onward(level + 1, to)) for cells, to in self._edges[one]]
            counted[one] = _sum(map(_product, ways))
        return onward(0, diagram) if diagram else 0


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


def _meetings(one: Edges, other: Edges) -> Iterator[tuple[int, Diagram, Diagram]]:
    """Go through the cells of a field with where each of two nodes leads to, be it to nobody."""
    taken = 0
    for cells, left in one:
        rest = cells
        for others, right in other:
            both = rest & others
            if both:
                yield both, left, right
                rest ^= both
                if not rest:
                    break
        if rest:
            yield rest, left, NOBODY
        taken |= cells
    for others, right in other:
        if rest := others & ~taken:
            yield rest, NOBODY, right


def _both(one: Diagram, other: Diagram) -> Diagram | None:
    if NOBODY in (one, other):
        return NOBODY
    if one in (EVERYBODY, other):
        return other
    return one if other == EVERYBODY else None


def _either(one: Diagram, other: Diagram) -> Diagram | None:
    if EVERYBODY in (one, other):
        return EVERYBODY
    if one in (NOBODY, other):
        return other
    return one if other == NOBODY else None


def _less(one: Diagram, other: Diagram) -> Diagram | None:
    if one == NOBODY or other in (EVERYBODY, one):
        return NOBODY
    return one if other == NOBODY else None
