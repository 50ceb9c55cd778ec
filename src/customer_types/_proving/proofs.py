"""Proofs tell how categories stand to one another, over all possible customers, with witnesses.

A proof is a search that has gone through all cells, a refutation is a customer. Where a search is
given up, the answer is `None`: undecided.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

from customer_types._deciding.interpreter import verdict
from customer_types._messages import Phrase, Plain, message
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.dependencies import PlacedCategory
from customer_types._proving.cells.formulas import Clause
from customer_types._proving.cells.meetings import Meetings, maximal_cliques, members
from customer_types._proving.cells.populations import Population
from customer_types._proving.cells.prover import Met, Prover, Solver
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.relations import Relation
from customer_types._proving.witnesses import Facts, Witness, witness_of
from customer_types.errors import NoCriteriaError

#: Steps of the search that a single question may take.
BUDGET = 2_000_000


@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """How two categories stand to one another, and customers who show it.

    `both` is a customer of both categories, `only_left` and `only_right` are customers of one alone;
    `None` where there is no such customer. `decided_by` names the solver that has decided.
    """

    left: Category
    right: Category
    relation: Relation
    both: Witness | None = None
    only_left: Witness | None = None
    only_right: Witness | None = None
    decided_by: Solver | None = None

    @property
    def witness(self) -> Witness | None:
        """A customer of both categories."""
        return self.both

    def render(self, language: str = "en") -> str:
        """Say the relation in a language, with the customers who show it."""
        fallback = ("en", *self.left.labels.by_language)
        names = {
            side: Phrase(
                "relation.name",
                {"label": Plain(category.label(language, fallback=fallback)), "key": Plain(category.key)},
            )
            for side, category in (("left", self.left), ("right", self.right))
        }
        lines = [message(f"relation.{self.relation}", language, names)]
        for key, witness in (
            ("both", self.both),
            ("only-left", self.only_left),
            ("only-right", self.only_right),
        ):
            if witness is not None:
                lines.append("    " + message(f"relation.{key}", language, {**names, "witness": witness}))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"<Comparison {self.left.key} {self.relation} {self.right.key}>"


class Proofs:
    """What can be proved of some categories; what is asked for is worked out once.

    `homes` are taxonomies whose invariants count though none of their categories is asked about.
    """

    def __init__(
        self,
        categories: Iterable[PlacedCategory],
        *,
        homes: Iterable[Taxonomy] = (),
        budget: int = BUDGET,
        solver: Solver = "cells",
    ) -> None:
        self.categories = tuple(categories)
        every = (*homes, *(home for _, home in self.categories))
        self.taxonomies = tuple({id(home): home for home in every}.values())
        self.prover = Prover(self.categories, homes=self.taxonomies, budget=budget, solver=solver)
        self._numbers = {(id(category), id(home)): n for n, (category, home) in enumerate(self.categories)}
        self._within: dict[tuple[int, int], tuple[bool | None, Solver]] = {}

    def number(self, placed: PlacedCategory) -> int:
        """Tell which of the categories one is."""
        return self._numbers[id(placed[0]), id(placed[1])]

    @cached_property
    def is_void(self) -> bool:
        """Whether no customer at all is possible, so that nothing can be proved."""
        return self.prover.exists([]) is False

    # ---- two categories

    def meets(self, one: int, other: int) -> bool | None:
        """Tell whether two categories have a customer in common."""
        met = self.meetings[one]
        return None if met.undecided >> other & 1 else bool(met.meets >> other & 1)

    @cached_property
    def meetings(self) -> list[Met]:
        """For each category, which ones it meets."""
        return self.prover.meetings(self.index, [*map(self.yes, range(len(self.categories)))])

    @cached_property
    def index(self) -> Meetings:
        """Which categories may meet which, or a box."""
        return self.prover.index([*map(self.yes, range(len(self.categories)))])

    def is_within(self, one: int, other: int) -> bool | None:
        """Tell whether all customers of one category are customers of the other."""
        return self._is_within(one, other)[0]

    def _is_within(self, one: int, other: int) -> tuple[bool | None, Solver]:
        """Tell the same, and what has decided it."""
        pair = (one, other)
        if pair not in self._within:
            outside = self.prover.exists([self.yes(one), self.prover.not_yes(self.categories[other])])
            self._within[pair] = None if outside is None else not outside, self.prover.decided_by
        return self._within[pair]

    def must_be_within(self, one: int, other: int) -> bool:
        """Tell whether all customers of one category are in the other. Raises `OutOfBudgetError`."""
        found = self.is_within(one, other)
        if found is None:
            raise OutOfBudgetError
        return found

    def relation(self, one: int, other: int) -> Relation:
        """Tell how a category stands to another one."""
        meets = self.meets(one, other)
        if not meets:
            return Relation.of(meets=meets, within=None, around=None)
        return Relation.of(meets=True, within=self.is_within(one, other), around=self.is_within(other, one))

    def compare(self, one: int, other: int) -> Comparison:
        """Tell how a category stands to another one, with witnesses."""
        relation = self.relation(one, other)
        wanted = ((True, True), (True, False), (False, True))
        witnesses = [self.witness([(one, is_in), (other, is_in_other)]) for is_in, is_in_other in wanted]
        both, only_left, only_right = witnesses
        return Comparison(
            left=self.categories[one][0],
            right=self.categories[other][0],
            relation=relation,
            both=both,
            only_left=only_left,
            only_right=only_right,
            decided_by=None if relation is Relation.UNDECIDED else self._solver_of(one, other),
        )

    def _solver_of(self, one: int, other: int) -> Solver:
        """Name the solver that was needed to decide a relation."""
        solvers: list[Solver] = ["z3" if self.meetings[one].by_z3 >> other & 1 else "cells"]
        if self.meets(one, other):
            solvers += [self._is_within(one, other)[1], self._is_within(other, one)[1]]
        return "z3" if "z3" in solvers else "cells"

    # ---- customers

    @property
    def population(self) -> Population:
        """All complete customers, for a question that has the whole budget. Raises `OutOfBudgetError`."""
        if self._population is None:
            raise OutOfBudgetError
        return self._population.asked_anew()

    @cached_property
    def _population(self) -> Population | None:
        try:
            return Population(self.prover.space, self.categories, self.prover.budget)
        except OutOfBudgetError:
            return None

    def witness(self, wanted: Sequence[tuple[int, bool]]) -> Witness | None:
        """Find a customer who is in some categories and not in others; `None` also where undecided."""
        clauses = [
            self.yes(number) if is_in else self.prover.not_yes(self.categories[number])
            for number, is_in in wanted
        ]
        try:
            found = self.prover.find(clauses)
        except OutOfBudgetError:
            return None
        if found is None:
            return None

        def shows(facts: Facts) -> bool:
            return all(
                (verdict(self.categories[number][0], facts, self.categories[number][1]) is True) is is_in
                for number, is_in in wanted
            )

        return witness_of(self.prover.space.customer(found), self.taxonomies, shows)

    def in_all(self, numbers: Iterable[int]) -> Witness | None:
        """Find a customer who is in several categories at once."""
        return self.witness([(number, True) for number in numbers])

    # ---- many categories

    def overlaps(
        self, limit: int, *, among: Iterable[int] | None = None
    ) -> tuple[list[tuple[int, ...]], bool]:
        """List the maximal sets of categories, of all or among some, that a customer is in all at once.

        Sets of one category are left out. The second value tells whether the list is complete.
        """
        asked = (1 << len(self.categories)) - 1 if among is None else sum(1 << number for number in among)
        neighbors = [
            met.meets & asked & ~(1 << number) if asked >> number & 1 else 0
            for number, met in enumerate(self.meetings)
        ]
        cliques, is_complete = maximal_cliques(neighbors, limit)
        is_complete = is_complete and not any(met.undecided for met in self.meetings)
        found: dict[int, None] = {}
        for clique in cliques:
            inside, is_all = self._within_clique(clique, limit)
            found |= dict.fromkeys(inside)
            is_complete = is_complete and is_all
        largest = [one for one in found if not any(one & other == one and one != other for other in found)]
        return sorted(tuple(members(one)) for one in largest), is_complete

    def _within_clique(self, clique: int, limit: int) -> tuple[list[int], bool]:
        """List the maximal sets within categories of which any two overlap."""
        found: list[int] = []
        while len(found) < limit:
            beyond = [tuple(self.yes(number)[0] for number in members(clique & ~one)) for one in found]
            try:
                if beyond and self.prover.find(beyond) is None:
                    return found, True
                found.append(self._grown(clique, beyond))
            except OutOfBudgetError:
                break
            if found == [clique]:
                return found, True
        return found, False

    def _grown(self, clique: int, beyond: list[Clause]) -> int:
        """Find a maximal set of categories with a customer in common.

        `beyond` asks for a category outside each set that is found already. A set that meets it has
        such categories itself, or they could be added; so it is maximal without it too.
        """
        if self.prover.find([*beyond, *map(self.yes, members(clique))]) is not None:
            return clique
        chosen = 0
        asked = list(beyond)
        for number in members(clique):
            if self.prover.find([*asked, self.yes(number)]) is not None:
                asked.append(self.yes(number))
                chosen |= 1 << number
        return chosen

    def yes(self, number: int) -> Clause:
        """Ask that the verdict on one of the categories be yes."""
        return self.prover.yes(self.categories[number])


def with_criterion(category: str | Category, taxonomy: Taxonomy) -> Category:
    """Find the category of a taxonomy by its id, its key or itself.

    Raises `UnknownIdError`, also for a category of another taxonomy, and `NoCriteriaError`.
    """
    found = taxonomy.named(category.key if isinstance(category, Category) else category)
    if found.when is None:
        raise NoCriteriaError(found.key)
    return found
