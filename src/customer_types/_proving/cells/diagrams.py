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

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from customer_types._proving.cells.fields import ANCHOR, MISSING, Box, Field, Fields
from customer_types._proving.cells.formulas import Clause, Formula
from customer_types._proving.cells.nodes import EVERYBODY, NOBODY, Diagram, Edges, Nodes, joined
from customer_types._proving.cells.search import Budget
from customer_types._proving.cells.spaces import bits

Pair: TypeAlias = tuple[Diagram, Diagram]
#: What two diagrams are together, where that is plain.
Rule: TypeAlias = Callable[[Diagram, Diagram], Diagram | None]


class Diagrams(Nodes):
    """Makes diagrams over some fields, whose positions are given in the order in which they are asked."""

    def __init__(self, fields: Fields, order: Sequence[int], budget: Budget) -> None:
        super().__init__(fields, order, budget)
        self._of_formulas: dict[int, tuple[Formula, Diagram]] = {}
        self._known: dict[Rule, dict[Pair, Diagram]] = {}

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
        ways: list[tuple[int, Diagram]] = []
        for cell in bits(self._all[top]):
            allowed = self._all[bottom]
            if cell != MISSING:
                allowed &= MISSING | (-cell if top == of_lower else 2 * cell - 1)
            ways.append((cell, self._node(bottom, {EVERYBODY: allowed})))
        return self._node(top, joined(ways))

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
                    led = [(cells, known[way] if isinstance(way, tuple) else way) for cells, way in ways]
                    known[pair] = self._node(level, joined(led))
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

    def lacking(self, diagram: Diagram, counted: Container[int]) -> Diagram:
        """Give everybody of whom less is known than of somebody in a diagram, in a field counted at least.

        Fields are counted by their shifts.
        """
        wider, lacking = {NOBODY: NOBODY, EVERYBODY: EVERYBODY}, {NOBODY: NOBODY, EVERYBODY: NOBODY}
        raised: dict[Pair, Diagram] = {}
        counts = [field.shift in counted and field.known != 0 for field in self.fields]

        def lacking_at(one: Diagram, level: int) -> Diagram:
            """Tell who is lacking something, from a level on that a diagram may not ask for."""
            skipped = range(level, self._levels[one])
            start = next((at for at in skipped if (one, at) in raised), self._levels[one])
            found = raised[one, start] if start in skipped else lacking[one]
            for at in reversed(range(level, start)):
                if one and counts[at]:
                    known = self._all[at] & ~MISSING
                    found = self._node(at, joined([(MISSING, wider[one]), (known, found)]))
                raised[one, at] = found
            return found

        for one in self._below([diagram], self._end):
            level, edges = self._levels[one], self._edges[one]
            here = {to: lacking_at(to, level + 1) for _, to in edges}
            known = [(cells & ~MISSING, to) for cells, to in edges if cells != MISSING]
            more = wider if counts[level] else here
            if_missing = [here[to] for cells, to in edges if cells & MISSING] + [more[to] for _, to in known]
            ways = [(MISSING, self.either_of(if_missing)), *((cells, here[to]) for cells, to in known)]
            lacking[one] = self._node(level, joined(ways))
            ways = [
                (MISSING, self.either_of(wider[to] for to in here)),
                *((cells, wider[to]) for cells, to in known),
            ]
            wider[one] = self._node(level, joined(ways))
        return lacking_at(diagram, 0)

    def whatever(self, diagram: Diagram, field: Field) -> Diagram:
        """Give everybody who would be in a diagram with one of the cells of a field."""
        level = self._level_of[field.shift]
        changed: dict[Diagram, Diagram] = {}
        at = {inner for inner in self._below([diagram], level) for _, inner in self._edges[inner]}
        for one in {diagram, *at}:
            if self._levels[one] >= level:
                changed[one] = self.either_of(to for _, to in self._edges_at(one, level))
        for one in self._below([diagram], level):
            ways = [(cells, changed[inner]) for cells, inner in self._edges[one]]
            changed[one] = self._node(self._levels[one], joined(ways))
        return changed[diagram]


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
