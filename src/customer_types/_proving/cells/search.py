"""A search finds a box all of whose customers meet some clauses, or finds out that there is none.

It narrows a box: a formula whose box does not meet it is out, a clause with one formula left adds that
formula's box and clauses, and a clause with a formula that holds all over the box is done. When
nothing follows any more, the search tries the formulas of a shortest clause one after the other. A
literal that was tried is excluded from the later tries. Clauses and literals about the fields that
most clauses speak of come first, since they settle most.

Orders between facts narrow it too. Where neither of two ordered facts can be missing, the cells above
the highest one of the upper fact are out for the lower fact, and those below the lowest one of the
lower fact for the upper fact. In a box that this leaves unchanged, the lowest cells are in order, so
nothing more has to be tried.

A formula may have clauses that nobody in the box meets, or everybody; that shows when it is tried. Most
questions are answered sooner than one has looked for such clauses, so they are looked for only where
an answer takes long.

A clause that has been looked at is left alone until one of the fields that it hangs on has changed.

Each formula that is looked at is a step. Problems exist on which any such search takes exponential
time, so steps are counted and the search gives up, saying so, when its budget is used.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from customer_types._proving.cells.fields import MISSING, Box
from customer_types._proving.cells.formulas import Clause, Formula
from customer_types._proving.cells.spaces import Space

#: After so many tries, what is within formulas is looked at before another one of them is tried.
FEW_TRIES = 50
#: So many clauses that are left alone take about the time of a formula that is looked at.
LEFT_ALONE = 16


class OutOfBudgetError(Exception):
    """The search was given up."""


@attrs.define
class Budget:
    """How many steps may still be taken."""

    steps: int

    def spend(self, steps: int) -> None:
        """Take some steps; raises `OutOfBudgetError` if there are none left."""
        self.steps -= steps
        if self.steps < 0:
            raise OutOfBudgetError


def solve(space: Space, box: Box, clauses: Iterable[Clause], budget: Budget) -> Box | None:
    """Find a box within a box whose customers are possible and meet all clauses; `None` for none.

    Raises `OutOfBudgetError` when the budget is used up first.
    """
    return next(solutions(space, box, clauses, budget, more=[]), None)


def solutions(
    space: Space, box: Box, clauses: Iterable[Clause], budget: Budget, *, more: Sequence[Clause]
) -> Iterator[Box]:
    """Find one such box after the other; between two, clauses are added to `more` that exclude the last.

    Raises `OutOfBudgetError`.
    """
    open_tries = [(box & space.start, _unseen([*clauses, *space.possible]), 0, 0)]
    tried = 0
    while open_tries:
        box, asked, changed, seen = open_tries.pop()
        tried += 1
        asked = [*asked, *_unseen(more[seen:])]
        narrowed = _narrow(space, box, asked, changed, budget, deeply=tried > FEW_TRIES)
        if narrowed is None:
            continue
        seen = len(more)
        box, rest = narrowed
        if not rest:
            yield box
            open_tries.append((box, rest, 0, seen))
            continue
        often = Counter(formula.field for _, clause in rest for formula in clause)
        often[None] = 0
        chosen = min(rest, key=lambda one: (len(one[1]), -sum(often[formula.field] for formula in one[1])))
        others = [one for one in rest if one is not chosen]
        tries, left = [], box
        for formula in sorted(chosen[1], key=lambda formula: -often[formula.field]):
            inner = left & formula.box
            asked = [*others, *_unseen(formula.clauses)]
            tries.append((inner, asked, space.fields.apart(box, inner), seen))
            if formula.beside is not None:
                left &= formula.beside
        open_tries += reversed(tries)


#: A clause with the fields that it hangs on, as their spare bits, or with all bits if it was not looked at.
Seen: TypeAlias = tuple[int, Clause]


def _unseen(clauses: Iterable[Clause]) -> list[Seen]:
    return [(-1, clause) for clause in clauses]


def narrow(
    space: Space, box: Box, clauses: list[Clause], budget: Budget, *, deeply: bool = False
) -> tuple[Box, list[Clause]] | None:
    """Narrow a box to what clauses leave of it, and give the clauses that are still open.

    `deeply` looks at the clauses within formulas too. `None` if nobody is left. Raises
    `OutOfBudgetError`.
    """
    found = _narrow(space, box, _unseen(clauses), 0, budget, deeply=deeply)
    return None if found is None else (found[0], [clause for _, clause in found[1]])


def _narrow(
    space: Space, box: Box, clauses: list[Seen], changed: int, budget: Budget, *, deeply: bool
) -> tuple[Box, list[Seen]] | None:
    """Do the same with clauses that were seen in a wider box, by what has changed since."""
    before = None
    while box != before:
        before = start = box
        found = _passed_through(space, box, clauses, changed, budget)
        if found is None:
            return None
        box, clauses = found
        if space.orders:
            ordered = _in_order(space, box)
            if ordered is None:
                return None
            box = ordered
        if deeply and box == before:
            deeper = _looked_into(space, box, clauses, budget)
            if deeper is None:
                return None
            if any(len(clause) == 1 for _, clause in deeper):
                before = None
            clauses = deeper
        changed = space.fields.apart(start, box)
    return box, clauses


def _looked_into(space: Space, box: Box, clauses: list[Seen], budget: Budget) -> list[Seen] | None:
    """Leave out the clauses that hold all over a box, and the formulas that hold nowhere in it.

    `None` if a clause holds nowhere.
    """
    rest = []
    for fields, clause in clauses:
        told = [_told(space, box, formula, budget) if formula.clauses else None for formula in clause]
        if True in told:
            continue
        left = tuple(formula for formula, one in zip(clause, told, strict=True) if one is None)
        if not left:
            return None
        rest.append((-1 if len(left) == 1 else fields, left))
    return rest


def _told(space: Space, box: Box, formula: Formula, budget: Budget) -> bool | None:
    """Tell whether a formula holds all over a box, or nowhere in it; `None` if neither is certain."""
    budget.spend(1)
    if not space.fields.is_box(box & formula.box):
        return False
    holds: bool | None = box & formula.box == box or None
    for clause in formula.clauses:
        told = [_told(space, box, one, budget) for one in clause]
        if True not in told:
            if None not in told:
                return False
            holds = None
    return holds


def _passed_through(
    space: Space, box: Box, clauses: list[Seen], changed: int, budget: Budget
) -> tuple[Box, list[Seen]] | None:
    """Go once through clauses that hang on what has changed; narrow a box by those with one formula."""
    every, spare = space.fields.every, space.fields.spare
    rest: list[Seen] = []
    steps = 1 + len(clauses) // LEFT_ALONE
    for seen in clauses:
        fields, clause = seen
        if not fields & changed and fields != -1:
            rest.append(seen)
            continue
        steps += len(clause)
        left = []
        around = every
        for formula in clause:
            both = box & formula.box
            if both == box and not formula.clauses:
                break
            if both + every & spare == spare:  # `is_box`, without the call
                left.append(formula)
                around &= formula.box
        else:
            if len(left) == 1:
                box &= left[0].box
                rest += _unseen(left[0].clauses)
            elif left:
                rest.append(((every & ~around) + every & spare, tuple(left)))
            else:
                box = 0
                break
    budget.spend(steps)
    return (box, rest) if space.fields.is_box(box) else None


def _in_order(space: Space, box: Box) -> Box | None:
    """Narrow a box by the orders of facts; `None` if nobody is left."""
    changed = True
    while changed:
        changed = False
        for lower, upper in space.orders:
            low, high = lower.of(box), upper.of(box)
            if low & MISSING or high & MISSING:
                continue
            new_low = low & ((1 << high.bit_length()) - 1)
            new_high = high & -(low & -low)
            if new_low != low or new_high != high:
                if not new_low or not new_high:
                    return None
                box &= space.fields.limit(lower, new_low) & space.fields.limit(upper, new_high)
                changed = True
    return box
