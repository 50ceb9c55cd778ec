"""A population has all complete customers of a space, told apart by its categories.

A customer is complete of whom nothing more can become known that the categories test. So these are the
possible customers, less those who would still be possible if one of the missing facts were known,
whatever else were known with it. Which facts they have that no category tests is of no account.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import isfinite
from typing import Any as Anything

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._proving.cells.dependencies import PlacedCategory
from customer_types._proving.cells.diagrams import Diagrams
from customer_types._proving.cells.fields import MISSING, Box, Field
from customer_types._proving.cells.formulas import Formula, Sense
from customer_types._proving.cells.nodes import EVERYBODY, Diagram
from customer_types._proving.cells.search import Budget
from customer_types._proving.cells.spaces import Space, bits

#: A field of more cells is asked early, before it comes to stand below many others.
WIDE = 20


class Population:
    """All complete customers of some categories. Raises `OutOfBudgetError`, as all that it is asked does.

    A question may make as many edges of diagrams as the budget has steps.
    """

    def __init__(self, space: Space, categories: Sequence[PlacedCategory], budget: int) -> None:
        self.space = space
        self.categories = categories
        self._budget = budget
        self._tested_shifts = {field.shift for field in space.fields_of_used}
        self.diagrams = Diagrams(space.fields, _order(space), Budget(budget))
        self._possible = self._all_possible()
        self._complete = self._all_complete()
        self.verdicts = [self._verdict(placed, Sense.YES) for placed in categories]
        self.everybody = self._tested(self._complete)
        self.members = self.diagrams.both(self.everybody, self._in_some)
        self.in_none = self.diagrams.less(self.everybody, self._in_some)

    def asked_anew(self) -> "Population":
        """Give another question a budget of its own."""
        self.diagrams.budget = Budget(self._budget)
        return self

    @cached_property
    def _in_some(self) -> Diagram:
        return self.diagrams.either_of(self.verdicts)

    def _verdict(self, placed: PlacedCategory, sense: Sense) -> Diagram:
        return self.diagrams.formula(self.space.verdict(*placed, sense))

    def _all_possible(self) -> Diagram:
        found = EVERYBODY
        for clause in self.space.possible:
            found = self.diagrams.both(found, self.diagrams.clause(clause))
        for lower, upper in self.space.orders:
            found = self.diagrams.both(found, self.diagrams.in_order(lower, upper))
        return found

    def _all_complete(self) -> Diagram:
        counted = {field.shift for field in self.space.fields_of_used if field.member is None}
        return self.diagrams.less(self._possible, self.diagrams.lacking(self._possible, counted))

    def _tested(self, diagram: Diagram) -> Diagram:
        """Leave out what no category tests."""
        for field in reversed(self.diagrams.fields):
            if field.shift not in self._tested_shifts:
                diagram = self.diagrams.whatever(diagram, field)
        return diagram

    # ---- customers

    def customer(self, diagram: Diagram) -> dict[str, Anything] | None:
        """Choose a complete customer who is in a diagram."""
        found = self.diagrams.first((self._complete, diagram), self.space.start)
        return None if found is None else self.space.customer(found)

    def is_complete(self, facts: Mapping[str, Anything]) -> bool:
        """Tell whether nothing more can become known of a customer that the categories test."""
        return self.diagrams.first([self._complete], self.space.box_of(facts)) is not None

    def regions(self, limit: int) -> tuple[list[tuple[tuple[bool, ...], int | None]], bool]:
        """List who is in which categories and in no others, with the count, and tell whether this is all."""
        found, is_all = self.diagrams.apart(
            self.everybody, self.verdicts, self._sizes, endless=self._tangled, limit=limit
        )
        places = range(len(self.verdicts))
        return [
            (tuple(bool(kind >> p & 1) for p in reversed(places)), number) for kind, number in found.items()
        ], is_all

    def without(self, fact: str) -> dict[str, Anything] | None:
        """Find a complete customer who is in no category if a fact is taken away, and may be in one."""
        fields = self.space.fields.by_fact[fact]
        known = self.space.fields.limit(fields[0], fields[0].known) & self.space.start
        found = self.diagrams.first([self._complete], known, without=(self._undecided, fields))
        return None if found is None else self.space.customer(found)

    @cached_property
    def _undecided(self) -> Diagram:
        may_be = self.diagrams.either_of(self._verdict(placed, Sense.NOT_NO) for placed in self.categories)
        in_none = self.diagrams.less(self._possible, self._in_some)
        return self.diagrams.both(in_none, may_be)

    # ---- counting

    def count(self, diagram: Diagram, box: Box = -1) -> int | None:
        """Count the customers of a diagram, or of its part in a box, by the facts that the categories test.

        `None` where there is no end of them, or where numbers in one cell are not in order by that alone.
        """
        return self.diagrams.count(diagram, self._sizes, endless=self._tangled, box=box)

    @cached_property
    def _sizes(self) -> dict[int, dict[int, int | None]]:
        return {
            field.shift: {cell: size_of(field, cell) for cell in bits(field.cells)}
            for field in self.space.fields_of_used
        }

    @cached_property
    def _tangled(self) -> Diagram:
        """Give everybody of whom ordered numbers are in one cell of several: not every pair is in order."""
        parts = []
        for lower, upper in _in_order(self.space):
            several = [
                cell for cell in bits(lower.known & upper.known) if self._sizes[lower.shift][cell] != 1
            ]
            parts.append(self.diagrams.in_one_cell(lower, upper, sum(several)))
        return self.diagrams.either_of(parts)


def _in_order(space: Space) -> Iterator[tuple[Field, Field]]:
    """Go through the pairs of facts in use that are in order, be it by way of others."""
    above: dict[str, list[str]] = {}
    for lower, upper in space.orders:
        above.setdefault(lower.fact.id, []).append(upper.fact.id)
    for name in space.used:
        pending, seen = [name], {name}
        while pending:
            more = [other for other in above.get(pending.pop(), ()) if other not in seen]
            pending += more
            seen.update(more)
        for other in space.used:
            if other in seen and other != name:
                yield space.fields.by_fact[name][0], space.fields.by_fact[other][0]


def size_of(field: Field, cell: int) -> int | None:
    """Count the values of a cell; `None` where there is no end of them."""
    if cell == MISSING or field.fact.type == "boolean" or field.member is not None:
        return 1
    position = cell.bit_length() - 2
    if field.fact.type == "choices":
        return 1 << len(field.fact.values) - field.named
    if field.fact.type == "choice":
        if position < len(field.choices):
            return 1
        return sum(value.id not in field.choices for value in field.fact.values)
    assert field.scale is not None
    numbers = field.scale[position]
    if numbers.low == numbers.high:
        return 1
    if field.fact.type == "number" or not (isfinite(numbers.low) and isfinite(numbers.high)):
        return None
    low, high = numbers.integer(SMALLEST_INTEGER), numbers.integer(LARGEST_INTEGER)
    assert low is not None
    assert high is not None
    return high - low + 1


def _order(space: Space) -> list[int]:
    """Put fields into an order that keeps diagrams small.

    First comes what most conditions speak of, then wide fields before others, and among these what leaves
    the fewest conditions begun and not ended.
    """
    fields = space.fields.all
    position = {field.shift: number for number, field in enumerate(fields)}
    conditions = {frozenset(_spoken_of(space, clause)) for clause in space.possible}
    conditions |= {frozenset((position[lower.shift], position[upper.shift])) for lower, upper in space.orders}
    about: dict[int, list[frozenset[int]]] = {number: [] for number in position.values()}
    for condition in conditions:
        for number in condition:
            about[number].append(condition)
    order: list[int] = []
    left = dict.fromkeys(position.values())
    open_parts = {condition: len(condition) for condition in conditions}

    def rank(number: int) -> tuple[int, ...]:
        is_wide = fields[number].cells.bit_count() > WIDE
        ends = sum(open_parts[one] == 1 for one in about[number])
        begins = sum(open_parts[one] == len(one) for one in about[number])
        spoken_of = len(about[number])
        return (is_wide, ends - begins, spoken_of) if order else (spoken_of,)

    while left:
        chosen = max(left, key=rank)
        del left[chosen]
        order.append(chosen)
        for condition in about[chosen]:
            open_parts[condition] -= 1
    return order


def _spoken_of(space: Space, clause: Sequence[Formula]) -> Iterator[int]:
    """Go through the positions of the fields that a clause limits."""
    fields = space.fields
    pending, seen = [*clause], set[int]()
    while pending:
        formula = pending.pop()
        if id(formula) not in seen:
            seen.add(id(formula))
            pending += (part for inner in formula.clauses for part in inner)
            for number, field in enumerate(fields.all):
                if field.cells & ~field.of(formula.box):
                    yield number
