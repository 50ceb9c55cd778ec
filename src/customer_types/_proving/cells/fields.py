"""A field is a question about one fact; the cells are the answers that matter.

The first cell of every field means that the fact is missing. The other cells of a number are the
ranges of its scale, those of a truth value are no and yes, those of a choice are the values that
some test names, with one more for all the others. A set of values has a field for each value that
some test names, with cells for "not in the set" and "in the set", and a field that only says
whether the set is known.

The cells of all fields stand side by side in one integer, a bit for each, with a spare bit above
each field. The lowest bit is set in every box, so that there is a box where there is no field. Such
an integer is a box: the customers whose every fact is in one of the cells that are set. Boxes meet in
their bitwise and, and adding one number to a box shows in the spare bits whether a field has no cell
left.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any as Anything

import attrs

from customer_types._model.criteria import BOUNDS, Operator
from customer_types._model.facts import Fact
from customer_types._proving.cells.refinement import Refined, refined
from customer_types._proving.cells.scales import Cut, Scale

Box = int

#: The bit that every box has.
ANCHOR = 1
MISSING = 1
OUT, IN = 2, 4
NO, YES = 2, 4


@attrs.frozen(kw_only=True)
class Field:
    """A question about a fact, with its place in a box.

    `cells` are those that the fact's domain has, the missing one included; `member` is the value
    asked about, of a fact that is a set.
    """

    fact: Fact
    member: str | None = None
    shift: int
    width: int
    cells: int
    scale: Scale | None = None
    choices: tuple[str, ...] = ()  # of a choice: the values that have a cell of their own
    other: str | None = None  # of a choice: a value that shares its cell with others
    named: int = 0  # of a set: how many of its values have a field of their own

    @property
    def known(self) -> int:
        """The cells in which the fact is known."""
        return self.cells & ~MISSING

    @property
    def every(self) -> Box:
        """A box's bits for this field."""
        return ((1 << self.width) - 1) << self.shift

    @property
    def others(self) -> int:
        """Of a choice: the cell of the values that have none of their own."""
        return 2 << len(self.choices) & self.cells

    def of(self, box: Box) -> int:
        """Take this field's cells out of a box."""
        return box >> self.shift & (1 << self.width) - 1

    def cell(self, value: Anything) -> int:
        """Give the cell of a value, as a bit; no cell for a value that a possible customer can't have."""
        if value is None:
            return MISSING
        if self.scale is not None:
            return 2 << self.scale.locate(value) & self.cells
        if self.fact.type == "boolean":
            return YES if value else NO
        if self.fact.type == "choices":
            return IN if self.member is None or self.member in value else OUT
        if value in self.choices:
            return 2 << self.choices.index(value) & self.cells
        allowed = {one.id for one in self.fact.values}
        return 2 << len(self.choices) & self.cells if value in allowed else 0

    def value(self, cell: int) -> Anything:
        """Give a readable value of a cell; for a set whether the member is in it."""
        if cell == MISSING:
            return None
        position = cell.bit_length() - 2
        if self.scale is not None:
            numbers = self.scale[position]
            whole = numbers.integer()
            return numbers.number() if whole is None else whole
        if self.fact.type in ("boolean", "choices"):
            return cell == YES
        return self.other if position == len(self.choices) else self.choices[position]


def true_cells(field: Field, operator: Operator, value: Anything) -> int:
    """Give the cells of a field in which a test of its fact, other than `includes`, holds."""
    if operator is Operator.KNOWN:
        return field.known if value else MISSING
    if operator in BOUNDS:
        assert field.scale is not None
        below = field.scale.cells_up_to(cut_of(operator, value)) << 1
        return field.known & (below if operator in (Operator.MAX, Operator.BELOW) else ~below)
    members = value if operator is Operator.ONE_OF else (value,)
    cells = 0
    for member in members:
        cells |= field.cell(float(member) if field.fact.type == "number" else member)
    return cells


def cut_of(operator: Operator, bound: float) -> Cut:
    """Tell where a bound cuts."""
    return (bound, int(operator in (Operator.MAX, Operator.ABOVE)))


@attrs.define
class Tests:
    """What all tests of one fact compare it with."""

    cuts: set[Cut] = attrs.field(factory=set)
    members: dict[str, None] = attrs.field(factory=dict)


class Fields:
    """The fields of several facts side by side.

    `tests` has what is asked of each fact, `chains` the facts that invariants put in order.
    """

    def __init__(
        self, facts: Iterable[Fact], tests: Mapping[str, Tests], chains: Iterable[Sequence[str]]
    ) -> None:
        self.by_fact: dict[str, tuple[Field, ...]] = {}
        self.all: list[Field] = []
        scales = _scales(facts := tuple(facts), tests, chains)
        #: Whether cells show somebody who is complete, if anybody is; and whether they show everybody.
        self.tell_who_is_complete = all(one.tells for one in scales.values())
        self.show_all_complete = all(one.is_whole for one in scales.values())
        for fact in facts:
            scale = scales[fact.id].scale if fact.id in scales else None
            made = _fields(fact, tests.get(fact.id, Tests()), scale, self._width)
            self.by_fact[fact.id] = made
            self.all += made
        self.start: Box = ANCHOR
        self.every: Box = ANCHOR
        self.spare: Box = ANCHOR << 1
        for field in self.all:
            self.start |= field.cells << field.shift
            self.every |= field.every
            self.spare |= 1 << field.shift + field.width

    @property
    def _width(self) -> int:
        return self.all[-1].shift + self.all[-1].width + 1 if self.all else 2

    def apart(self, one: Box, other: Box) -> int:
        """Tell the fields in which two boxes differ, as their spare bits."""
        return ((one ^ other) & self.every) + self.every & self.spare

    def is_box(self, cells: Box) -> bool:
        """Tell whether every field has a cell left."""
        return cells + self.every & self.spare == self.spare

    def limit(self, field: Field, cells: int) -> Box:
        """Give the box of everybody for whom a field is in some cells."""
        return self.every ^ (((1 << field.width) - 1 ^ cells) << field.shift)


def _scales(
    facts: Iterable[Fact], tests: Mapping[str, Tests], chains: Iterable[Sequence[str]]
) -> dict[str, Refined]:
    """Make the scales of facts that are numbers, one for all that are compared."""
    numbers = {fact.id: fact for fact in facts if fact.type in ("integer", "number")}
    group = {name: name for name in numbers}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for chain in chains:
        for name in chain:
            group[root(name)] = root(chain[0])
    cuts: dict[str, set[Cut]] = {root(name): set() for name in numbers}
    for name, fact in numbers.items():
        found = cuts[root(name)]
        found |= tests.get(name, Tests()).cuts
        found |= {(exact(fact, end), side) for end, side in ((fact.min, 0), (fact.max, 1)) if end is not None}
    made = {}
    for name, found in cuts.items():
        together = [fact for fact in numbers.values() if root(fact.id) == name]
        made[name] = refined(Scale(found), together, chains)
    return {name: made[root(name)] for name in numbers}


def exact(fact: Fact, number: float) -> float:
    """Give a number as values of a fact are: of a fact of type `number` the nearest double."""
    return float(number) if fact.type == "number" else number


def _fields(fact: Fact, tests: Tests, scale: Scale | None, shift: int) -> tuple[Field, ...]:
    if scale is not None:
        cells = MISSING
        for position in range(len(scale)):
            numbers = scale[position]
            if _is_in_domain(fact, numbers.low, numbers.high) and (
                numbers.integer() is not None or (fact.type == "number" and numbers.number() is not None)
            ):
                cells |= 2 << position
        return (Field(fact=fact, shift=shift, width=len(scale) + 1, cells=cells, scale=scale),)
    if fact.type == "boolean":
        return (Field(fact=fact, shift=shift, width=3, cells=MISSING | NO | YES),)
    allowed = [value.id for value in fact.values]
    if fact.type == "choice":
        named = tuple(member for member in tests.members)
        other = next((member for member in allowed if member not in tests.members), None)
        cells = MISSING | sum(2 << position for position, member in enumerate(named) if member in allowed)
        if other is not None:
            cells |= 2 << len(named)
        return (Field(fact=fact, shift=shift, width=len(named) + 2, cells=cells, choices=named, other=other),)
    named_here = sum(member in allowed for member in tests.members)
    fields = [Field(fact=fact, shift=shift, width=3, cells=MISSING | IN, named=named_here)]
    for member in tests.members:
        shift += 4
        cells = MISSING | OUT | (IN if member in allowed else 0)
        fields.append(Field(fact=fact, member=member, shift=shift, width=3, cells=cells))
    return tuple(fields)


def _is_in_domain(fact: Fact, low: float, high: float) -> bool:
    """Tell whether a range is in a fact's domain, whose ends are cuts."""
    return (fact.min is None or low >= exact(fact, fact.min)) and (
        fact.max is None or high <= exact(fact, fact.max)
    )
