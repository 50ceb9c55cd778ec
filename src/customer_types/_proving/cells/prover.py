"""A prover answers questions about the categories of a space: who is in both, who is in none.

Every answer is a customer, or the certainty that there is none, or `OutOfBudgetError`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any as Anything, Literal, NamedTuple, get_args

from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.dependencies import PlacedCategory, facts_of
from customer_types._proving.cells.fields import Box
from customer_types._proving.cells.formulas import Clause, Sense
from customer_types._proving.cells.meetings import Meetings, members
from customer_types._proving.cells.search import Budget, OutOfBudgetError, solutions
from customer_types._proving.cells.spaces import Space, bits
from customer_types.errors import MissingExtraError

Solver = Literal["cells", "z3"]
Customer = dict[str, Anything]

#: Parts in which customers are counted one by one; more are no number to tell.
MOST_COUNTED = 10_000
#: Steps that looking for a customer in these parts may take in all; what takes more is no number either.
MOST_STEPS_OF_COUNT = 300_000
#: A prover takes at most so many times the steps that a single question may take.
QUESTIONS = 30


class Met(NamedTuple):
    """Which formulas one meets, of which that is undecided, and of which z3 has decided it, as bits."""

    meets: int = 0
    undecided: int = 0
    by_z3: int = 0


class Prover:
    """Finds customers of a space.

    A question may take `budget` steps; `decided` counts what has decided how many, `decided_by` is what
    has decided the last one.
    """

    def __init__(
        self,
        asked: Iterable[PlacedCategory],
        *,
        budget: int,
        solver: Solver = "cells",
        homes: Iterable[Taxonomy] = (),
        marks: Mapping[str, Anything] | None = None,
        also: Iterable[str] = (),
    ) -> None:
        if solver not in get_args(Solver) or budget < 0:
            raise ValueError(f"solver is one of {get_args(Solver)}, and budget is not negative")
        self.space = Space(asked, homes=homes, marks=marks, also=also)
        self.budget = budget
        self.decided: Counter[Solver] = Counter()
        self.decided_by: Solver = "cells"
        self._left = Budget(budget * QUESTIONS)
        self._solve_with_z3 = _z3() if solver == "z3" else None
        self._complete: list[Clause] | None = None

    def find(self, clauses: Iterable[Clause], box: Box | None = None) -> Box | None:
        """Find possible customers who meet clauses. Raises `OutOfBudgetError`."""
        return next(self.each(clauses, more=[], box=box), None)

    def each(
        self, clauses: Iterable[Clause], *, more: Sequence[Clause], box: Box | None = None
    ) -> Iterator[Box]:
        """Find such customers one after the other; between two, `more` is given what excludes the last.

        Raises `OutOfBudgetError`.
        """
        clauses = [*clauses]
        box = self.space.start if box is None else box
        steps = Budget(0)
        found = solutions(self.space, box, clauses, steps, more=more)
        solver: Solver = "cells"
        while True:
            steps.steps = allowed = min(self.budget, self._left.steps)
            try:
                one = next(found, None)
            except OutOfBudgetError:
                if self._solve_with_z3 is None or solver == "z3":
                    raise
                solver = "z3"
                one = self._solve_with_z3(self.space, box, [*clauses, *more])
                found = self._one_by_one(box, clauses, more)
            finally:
                self._left.steps -= allowed - max(steps.steps, 0)
            self.decided[solver] += 1
            self.decided_by = solver
            if one is None:
                return
            yield one

    def _one_by_one(self, box: Box, clauses: list[Clause], more: Sequence[Clause]) -> Iterator[Box]:
        """Find customers with z3, starting anew for each."""
        assert self._solve_with_z3 is not None
        while (found := self._solve_with_z3(self.space, box, [*clauses, *more])) is not None:
            yield found

    # ---- categories

    def yes(self, placed: PlacedCategory) -> Clause:
        """Ask that the verdict on a category be yes."""
        return (self.space.verdict(*placed, Sense.YES),)

    def not_yes(self, placed: PlacedCategory) -> Clause:
        """Ask that the verdict on a category be no or unknown."""
        return (self.space.verdict(*placed, Sense.NOT_YES),)

    def own(self, placed: PlacedCategory) -> Clause:
        """Ask that a category's own criterion hold."""
        return (self.space.own(*placed, Sense.YES),)

    def index(self, clauses: Sequence[Clause]) -> Meetings:
        """Find out which formulas may meet which."""
        return Meetings([clause[0] for clause in clauses], self.space.fields)

    def meetings(self, may: Meetings, clauses: Sequence[Clause]) -> list[Met]:
        """Tell of formulas that may meet which do."""
        is_settled = not self.space.possible and not self.space.orders
        meets, undecided, by_z3 = ([0] * len(clauses) for _ in range(3))
        for one in range(len(clauses)):
            for other in members(may[one] >> one << one):
                found: bool | None = True
                tables = []
                if is_settled and may.is_exact[one] and may.is_exact[other]:
                    self.decided["cells"] += 1
                else:
                    found = self.exists([clauses[one], clauses[other]])
                    if found is not None and self.decided_by == "z3":
                        tables.append(by_z3)
                if found is not False:
                    tables.append(undecided if found is None else meets)
                for table in tables:
                    table[one] |= 1 << other
                    table[other] |= 1 << one
        return [Met(*row) for row in zip(meets, undecided, by_z3, strict=True)]

    def exists(self, clauses: Sequence[Clause], box: Box | None = None) -> bool | None:
        """Tell whether some possible customer meets clauses; `None` if that is undecided."""
        try:
            return self.find(clauses, box) is not None
        except OutOfBudgetError:
            return None

    # ---- complete customers

    def find_complete(self, clauses: Iterable[Clause]) -> Customer | None:
        """Find a complete customer who meets clauses, with facts that the categories test."""
        return next(self.each_complete(clauses, more=[]), None)

    def each_complete(
        self, clauses: Iterable[Clause], *, more: list[Clause], box: Box | None = None
    ) -> Iterator[Customer]:
        """Find such customers one after the other; between two, `more` is given what excludes the last."""
        for found in self.each([*clauses, *self.complete()], more=more, box=box):
            customer = self.space.customer(found)
            known_too = self._more_known(customer)
            if known_too is None:
                yield customer
            else:
                self.complete().append(self._not_with(known_too))
                more.append(self.complete()[-1])
        if not self.space.fields.tell_who_is_complete:
            raise OutOfBudgetError  # some may be complete whom no cell shows

    def complete(self) -> list[Clause]:
        """Ask that no missing fact that the categories test could become known by itself."""
        if self._complete is None:
            self._complete = [clause for fact in self.space.used for clause in self._known_if_possible(fact)]
        return self._complete

    def is_complete(self, customer: Mapping[str, Anything]) -> bool:
        """Tell whether nothing more can become known of a customer that the categories test."""
        return self._more_known(customer) is None

    def _known_if_possible(self, fact: str) -> list[Clause]:
        space = self.space
        fields = space.fields.by_fact[fact]
        if not fields[0].known:
            return []
        about = [one for one in space.invariants if fact in facts_of(one)]
        if not about:
            return [(space.known(fact),)]
        if len(fields) > 1:
            return []  # a set has too many values to go through: what is wrong is found by trying
        field = fields[0]
        clauses: list[Clause] = []
        for cell in bits(field.known):
            chosen = cell << field.shift
            broken = space.connect.either([space.broken(one, chosen, field.every) for one in about])
            clauses.append((space.connect.either([space.known(fact), broken]),))
            if not space.fields.is_box(broken.box & space.start):
                return [(space.known(fact),)]
        return clauses

    def _more_known(self, customer: Mapping[str, Anything]) -> Customer | None:
        """Find what else could be known of a customer, some of it about facts that categories test."""
        lacking = [fact for fact in self.space.used if fact not in customer]
        if not lacking:
            return None
        box = self.space.start
        for name in customer:
            for field in self.space.fields.by_fact[name]:
                box &= self.space.fields.limit(field, field.cell(customer[name]))
        found = self.find([tuple(self.space.known(fact) for fact in lacking)], box)
        if found is None:
            return None
        more = self.space.customer(found)
        return {name: value for name, value in more.items() if name not in customer}

    def _not_with(self, more: Customer) -> Clause:
        """Ask that facts be known, or that they can't be as they are in an example."""
        space = self.space
        settled_fields = [field for name in more for field in space.fields.by_fact[name]]
        chosen = sum(field.cell(more[field.fact.id]) << field.shift for field in settled_fields)
        free = sum(field.every for field in settled_fields)
        about = [one for one in space.invariants if not more.keys().isdisjoint(facts_of(one))]
        broken = [space.broken(one, chosen, free) for one in about]
        return (space.connect.either([*map(space.known, more), *broken]),)


def _z3() -> Anything:
    try:
        return import_module("customer_types._proving.cells.z3_search").solve
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        raise MissingExtraError("z3") from None
