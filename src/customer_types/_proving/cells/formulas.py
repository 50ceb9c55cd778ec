"""A formula says which customers answer a question with yes, as boxes and choices between them.

It is a box with clauses: a customer meets it who is in the box and meets one of the formulas of each
clause. There is no negation: "not certainly in the category" is a formula of its own, made with the
cells that the tests leave. So each criterion has four formulas, one for each `Sense`, and Kleene's
connectives turn them into one another.
"""

from collections.abc import Iterable
from enum import Enum
from itertools import product
from typing import TypeVar

import attrs

from customer_types._proving.cells.fields import Box, Fields

Result = TypeVar("Result")


class Sense(Enum):
    """What is asked of a criterion: that its value is yes, is no, is not yes, or is not no."""

    YES = (True, False)
    NO = (False, False)
    NOT_YES = (True, True)
    NOT_NO = (False, True)

    @property
    def is_about_yes(self) -> bool:
        """Whether yes is asked about, and not no."""
        return self.value[0]

    @property
    def is_denied(self) -> bool:
        """Whether what is asked about must not be."""
        return self.value[1]

    @property
    def swapped(self) -> "Sense":
        """The same about a criterion's opposite."""
        return Sense((not self.is_about_yes, self.is_denied))

    @property
    def is_conjunction(self) -> bool:
        """Whether `all` asks this of each of its parts, so that `any` asks it of one."""
        return self.is_about_yes is not self.is_denied


@attrs.frozen(eq=False)
class Formula:
    """A box with clauses.

    Of a literal, which only limits one field, `beside` is the box of all others, and `field` the
    position of that field.
    """

    box: Box
    clauses: "tuple[Clause, ...]" = ()
    beside: Box | None = None
    field: int | None = None


Clause = tuple[Formula, ...]

NEVER = Formula(0)


@attrs.frozen
class Connectives:
    """Makes formulas over some fields."""

    fields: Fields

    def always(self) -> Formula:
        """Give the formula that everybody meets."""
        return Formula(self.fields.every)

    def literal(self, position: int, cells: int) -> Formula:
        """Ask that the field at a position be in some cells."""
        field = self.fields.all[position]
        cells &= field.cells
        if not cells:
            return NEVER
        if cells == field.cells:
            return self.always()
        inside, beside = self.fields.limit(field, cells), self.fields.limit(field, field.cells ^ cells)
        return Formula(inside, (), beside, position)

    def both(self, parts: Iterable[Formula]) -> Formula:
        """Ask for all parts."""
        box = self.fields.every
        clauses: list[Clause] = []
        found = []
        for part in parts:
            box &= part.box
            clauses += part.clauses
            found.append(part)
        if len(found) == 1:
            return found[0]
        return Formula(box, tuple(clauses)) if self.fields.is_box(box & self.fields.start) else NEVER

    def either(self, parts: Iterable[Formula]) -> Formula:
        """Ask for one of the parts."""
        found: list[Formula] = []
        single: dict[int, int] = {}  # by the field that they are about: where the formula stands
        for part in parts:
            if part is NEVER or not self.fields.is_box(part.box & self.fields.start):
                continue
            if not part.clauses and not self.fields.start & ~part.box:
                return self.always()
            position = part.field
            if position is None:
                found.append(part)
            elif position not in single:
                single[position] = len(found)
                found.append(part)
            else:
                other = found[single[position]]
                field = self.fields.all[position]
                merged = self.literal(position, field.of(other.box) | field.of(part.box))
                if merged.field is None:
                    return merged
                found[single[position]] = merged
        if not found:
            return NEVER
        return found[0] if len(found) == 1 else Formula(self.fields.every, (tuple(found),))


#: What is worked out for formulas by identity: a formula may be part of many others, many times over.
Known = dict[int, Result]


def boxes(
    formula: Formula, fields: Fields, limit: int, known: Known[tuple[Box, ...] | None] | None = None
) -> tuple[Box, ...] | None:
    """Write a formula as boxes, of which a customer who meets it is in one; `None` for too many."""
    known = {} if known is None else known
    if id(formula) not in known:
        known[id(formula)] = _boxes(formula, fields, limit, known)
    return known[id(formula)]


def _boxes(
    formula: Formula, fields: Fields, limit: int, known: Known[tuple[Box, ...] | None]
) -> tuple[Box, ...] | None:
    found = [formula.box]
    for clause in formula.clauses:
        parts: list[Box] = []
        for part in clause:
            inner = boxes(part, fields, limit, known)
            if inner is None:
                return None
            parts += inner
        found = [
            both
            for one, other in product(found, parts)
            if fields.is_box((both := one & other) & fields.start)
        ]
        if len(found) > limit:
            return None
    return tuple(dict.fromkeys(box for box in found if fields.is_box(box & fields.start)))


def hull(formula: Formula, fields: Fields, known: Known[Box] | None = None) -> Box:
    """Give a box around all customers who meet a formula."""
    known = {} if known is None else known
    if id(formula) not in known:
        around = formula.box
        for clause in formula.clauses:
            union = 0
            for part in clause:
                inner = hull(part, fields, known)
                if fields.is_box(inner & fields.start):
                    union |= inner
            around &= union
        known[id(formula)] = around
    return known[id(formula)]


def settled(
    formula: Formula, connect: Connectives, chosen: Box, free: Box, known: Known[Formula] | None = None
) -> Formula:
    """Say what a formula asks of everything else once some fields are settled.

    `chosen` has one cell of each of those fields, `free` all of their cells.
    """
    if formula.box & chosen != chosen:
        return NEVER
    widened = formula.box | free
    if formula.field is not None:
        return formula if widened == formula.box else connect.always()
    known = {} if known is None else known
    if id(formula) not in known:
        clauses = (
            connect.either([settled(part, connect, chosen, free, known) for part in clause])
            for clause in formula.clauses
        )
        known[id(formula)] = connect.both((Formula(widened), *clauses))
    return known[id(formula)]
