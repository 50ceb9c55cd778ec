"""The search for a box, done by the solver z3: for questions on which the library's own gives up."""

from collections.abc import Iterable
from threading import Lock

import z3

from customer_types._proving.cells.fields import ANCHOR, MISSING, Box
from customer_types._proving.cells.formulas import Clause, Formula, Known
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.cells.spaces import Space

#: z3's own measure of work, after which it gives up.
RESOURCES = 200_000_000


#: z3 keeps what it knows in one place for all threads.
_ALONE = Lock()


def solve(space: Space, box: Box, clauses: Iterable[Clause], resources: int = RESOURCES) -> Box | None:
    """Find a customer of a box who is possible and meets all clauses; `None` for none.

    Raises `OutOfBudgetError` when z3 gives up.
    """
    with _ALONE:
        return _solve(space, box, clauses, resources)


def _solve(  # noqa: C901  # one question, put to z3 piece by piece
    space: Space, box: Box, clauses: Iterable[Clause], resources: int
) -> Box | None:
    fields = space.fields.all
    cells = [z3.Int(f"cell_{number}") for number in range(len(fields))]
    solver = z3.Solver()
    solver.set("rlimit", resources)

    def inside(box: Box) -> z3.BoolRef:
        return z3.And(
            [
                z3.Or(
                    [
                        z3.And(first <= cell, cell <= last)
                        for first, last in _runs(field.of(box) & field.cells)
                    ]
                )
                for field, cell in zip(fields, cells, strict=True)
                if field.cells & ~field.of(box)
            ]
        )

    known: Known[z3.BoolRef] = {}

    def met(formula: Formula) -> z3.BoolRef:
        if not space.fields.is_box(formula.box & space.start):
            return z3.BoolVal(False)  # noqa: FBT003  # z3's own signature
        if id(formula) not in known:
            parts = [z3.Or([met(part) for part in clause]) for clause in formula.clauses]
            known[id(formula)] = z3.And(inside(formula.box), *parts)
        return known[id(formula)]

    for field, cell in zip(fields, cells, strict=True):
        solver.add(z3.Or([z3.And(first <= cell, cell <= last) for first, last in _runs(field.cells)]))
    solver.add(inside(box))
    for clause in (*clauses, *space.possible):
        solver.add(z3.Or([met(formula) for formula in clause]))
    of = dict(zip((field.shift for field in fields), cells, strict=True))
    for lower, upper in space.orders:
        low, high = of[lower.shift], of[upper.shift]
        solver.add(z3.Or(low == 0, high == 0, low <= high))
    answer = solver.check()
    if answer == z3.unknown:
        raise OutOfBudgetError
    if answer == z3.unsat:
        return None
    model = solver.model()
    found = ANCHOR
    for field, cell in zip(fields, cells, strict=True):
        number = model.eval(cell, model_completion=True).as_long()
        found |= (MISSING << number) << field.shift
    return found


def _runs(cells: int) -> list[tuple[int, int]]:
    """Give the numbers of cells as ranges without a hole."""
    runs: list[tuple[int, int]] = []
    for number in range(cells.bit_length()):
        if cells >> number & 1:
            if runs and runs[-1][1] == number - 1:
                runs[-1] = (runs[-1][0], number)
            else:
                runs.append((number, number))
    return runs
