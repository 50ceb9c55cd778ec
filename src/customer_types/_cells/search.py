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

Each formula that is looked at is a step. Problems exist on which any such search takes exponential
time, so steps are counted and the search gives up, saying so, when its budget is used.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customer_types._cells.fields import MISSING, Box
from customer_types._cells.formulas import Clause, Formula
from customer_types._cells.spaces import Space

#: After so many tries, what is within formulas is looked at before another one of them is tried.
FEW_TRIES = 50


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
    open_tries = [(box & space.start, [*clauses, *space.possible], 0)]
    tried = 0
    while open_tries:
        box, asked, seen = open_tries.pop()
        tried += 1
        narrowed = narrow(space, box, [*asked, *more[seen:]], budget, deeply=tried > FEW_TRIES)
        if narrowed is None:
            continue
        seen = len(more)
        box, rest = narrowed
        if not rest:
            yield box
            open_tries.append((box, rest, seen))
            continue
        often = Counter(formula.field for clause in rest for formula in clause)
        often[None] = 0
        chosen = min(rest, key=lambda clause: (len(clause), -sum(often[one.field] for one in clause)))
        others = [clause for clause in rest if clause is not chosen]
        tries = []
        for formula in sorted(chosen, key=lambda formula: -often[formula.field]):
            tries.append((box & formula.box, [*others, *formula.clauses], seen))
            if formula.beside is not None:
                box &= formula.beside
        open_tries += reversed(tries)


def narrow(
    space: Space, box: Box, clauses: list[Clause], budget: Budget, *, deeply: bool = False
) -> tuple[Box, list[Clause]] | None:
    """Narrow a box to what clauses leave of it, and give the clauses that are still open.

    `deeply` looks at the clauses within formulas too. `None` if nobody is left. Raises
    `OutOfBudgetError`.
    """
    before = None
    while box != before:
        before = box
        found = _passed_through(space, box, clauses, budget)
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
            if any(len(clause) == 1 for clause in deeper):
                before = None
            clauses = deeper
    return box, clauses


def _looked_into(space: Space, box: Box, clauses: list[Clause], budget: Budget) -> list[Clause] | None:
    """Leave out the clauses that hold all over a box, and the formulas that hold nowhere in it.

    `None` if a clause holds nowhere.
    """
    rest = []
    for clause in clauses:
        told = [_told(space, box, formula, budget) if formula.clauses else None for formula in clause]
        if True in told:
            continue
        left = tuple(formula for formula, one in zip(clause, told, strict=True) if one is None)
        if not left:
            return None
        rest.append(left)
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
    space: Space, box: Box, clauses: list[Clause], budget: Budget
) -> tuple[Box, list[Clause]] | None:
    """Go through clauses once, and narrow a box by those of which one formula is left."""
    every, spare = space.fields.every, space.fields.spare
    rest: list[Clause] = []
    steps = 1
    for clause in clauses:
        steps += len(clause)
        left = []
        for formula in clause:
            both = box & formula.box
            if both == box and not formula.clauses:
                break
            if both + every & spare == spare:  # `is_box`, without the call
                left.append(formula)
        else:
            if len(left) == 1:
                box &= left[0].box
                rest += left[0].clauses
            elif left:
                rest.append(tuple(left))
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
