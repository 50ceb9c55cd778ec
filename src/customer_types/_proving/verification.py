"""Verification proves the rules of a taxonomy, and finds its overlaps, its gaps and what is out of reach.

All of it holds for every possible customer, whatever is known of them, and nothing is tried at random:
see `docs/explanation/proofs.md`.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from customer_types._deciding.interpreter import own
from customer_types._messages import Listed, Plain
from customer_types._model.displays import display
from customer_types._model.faults import Fault, in_file_order
from customer_types._model.locations import Location
from customer_types._model.taxonomies import (
    Category,
    Disjoint,
    Exhaustive,
    Implies,
    Overlaps,
    Rule,
    Taxonomy,
    require_taxonomy,
)
from customer_types._proving import gaps as gap_search, reporting
from customer_types._proving.cells.meetings import members
from customer_types._proving.cells.prover import Solver
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.faults import contradictions, fault_at
from customer_types._proving.findings import Gap, Need, Overlap, Region, Shadow, Violation
from customer_types._proving.generalizations import generalizations
from customer_types._proving.proofs import BUDGET, Comparison, Proofs, with_criterion
from customer_types._proving.relations import Relation
from customer_types._proving.trials import Trial, failed, faults_of_examples, trials
from customer_types._proving.witnesses import Facts, Witness, witness_of

#: So many overlaps are listed at most.
MOST_OVERLAPS = 1000


class Report:
    """What is proved about a taxonomy. Everything is computed once, when it is asked for.

    `report.relation("new", "loyal")` is how two categories relate to each other; `overlaps`, `gaps`,
    `needs`, `shadows`, `unreachable` and `violations` have what was found, each with a witness; `examples`
    has what the taxonomy's examples assert, with the verdicts.
    """

    def __init__(self, taxonomy: Taxonomy, *, budget: int = BUDGET, solver: Solver = "cells") -> None:
        require_taxonomy(taxonomy)
        self.taxonomy = taxonomy
        self._budget = budget
        self._solver: Solver = solver
        self.categories = tuple(category for category in taxonomy if category.when is not None)
        self._numbers = {category.id: number for number, category in enumerate(self.categories)}
        placed = [(category, taxonomy) for category in self.categories]
        self._proofs = Proofs(placed, homes=(taxonomy,), budget=budget, solver=solver)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(Report, budget=self._budget, solver=self._solver), (self.taxonomy,)

    def __repr__(self) -> str:
        told = f"{len(self.categories)} categories"
        if self.taxonomy.examples:
            holding = len(self.taxonomy.examples) - len(failed(self.examples))
            told += f", {holding} of {len(self.taxonomy.examples)} examples hold"
        return f"<Report {self.taxonomy.id}: {told}>"

    def _repr_html_(self) -> str:
        return display(self)

    # ---- two categories

    def relation(self, category: str | Category, other: str | Category, /) -> Relation:
        """Tell how a category relates to another one. Raises `UnknownIdError`, a KeyError."""
        return self._proofs.relation(self._number(category), self._number(other))

    def compare(self, category: str | Category, other: str | Category, /) -> Comparison:
        """Tell how a category relates to another one, with witnesses. Raises `UnknownIdError`."""
        return self._proofs.compare(self._number(category), self._number(other))

    def _number(self, category: str | Category) -> int:
        return self._numbers[with_criterion(category, self.taxonomy).id]

    # ---- all categories

    @cached_property
    def _overlaps(self) -> tuple[tuple[Overlap, ...], bool]:
        if self._proofs.is_void:
            return (), True
        sets, is_complete = self._proofs.overlaps(MOST_OVERLAPS)
        found = [self._overlap(numbers) for numbers in sets]
        return tuple(overlap for overlap in found if overlap is not None), is_complete and None not in found

    def _overlap(self, numbers: Sequence[int]) -> Overlap | None:
        witness = self._proofs.in_all(numbers)
        if witness is None:
            return None
        return Overlap(categories=tuple(self.categories[number] for number in numbers), witness=witness)

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """The largest sets of categories that a customer can be in all at once."""
        return self._overlaps[0]

    @property
    def has_all_overlaps(self) -> bool:
        """Whether `overlaps` has all that there are: not more than 1,000, and none undecided."""
        return self._overlaps[1]

    @cached_property
    def _gaps(self) -> tuple[tuple[Gap, ...], bool]:
        return ((), True) if self._proofs.is_void else gap_search.gaps(self._proofs)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The complete customers who are in no category, described in parts that do not overlap."""
        return self._gaps[0]

    @property
    def has_all_gaps(self) -> bool:
        """Whether `gaps` has all that there are: not more than 1,000, and none undecided."""
        return self._gaps[1]

    @cached_property
    def _regions(self) -> tuple[tuple[Region, ...], bool]:
        found, is_complete = ((), True) if self._proofs.is_void else gap_search.regions(self._proofs)
        order = {category.id: number for number, category in enumerate(self.categories)}
        by_file = sorted(
            found, key=lambda one: (len(one.categories), [order[category.id] for category in one.categories])
        )
        return tuple(by_file), is_complete

    @property
    def regions(self) -> tuple[Region, ...]:
        """The sets of categories that complete customers are in, smallest first; none at all is one too."""
        return self._regions[0]

    @property
    def has_all_regions(self) -> bool:
        """Whether `regions` has all that there are: not more than 64, and none undecided."""
        return self._regions[1]

    @cached_property
    def _needs(self) -> tuple[tuple[Need, ...], bool]:
        return ((), True) if self._proofs.is_void else gap_search.needs(self._proofs)

    @property
    def needs(self) -> tuple[Need, ...]:
        """The facts without which some customers are undecided."""
        return self._needs[0]

    @property
    def has_all_needs(self) -> bool:
        """Whether `needs` has all that there are, and none is undecided."""
        return self._needs[1]

    @cached_property
    def customers(self) -> int | None:
        """How many complete customers the facts in use tell apart, where that is a finite number."""
        return gap_search.count(self._proofs)

    @cached_property
    def _reached(self) -> dict[str, bool | None]:
        """Whether somebody can meet a category's own criterion, by the category's id."""
        exists, own = self._proofs.prover.exists, self._proofs.prover.own
        return {
            category.id: not self.is_void and exists([own((category, self.taxonomy))])
            for category in self.categories
        }

    @property
    def unreachable(self) -> tuple[Category, ...]:
        """The categories whose own criterion nobody can meet."""
        return tuple(category for category in self.categories if self._reached[category.id] is False)

    @property
    def maybe_unreachable(self) -> tuple[Category, ...]:
        """The categories of which it is undecided whether somebody can meet their own criterion."""
        return tuple(category for category in self.categories if self._reached[category.id] is None)

    @cached_property
    def shadows(self) -> tuple[Shadow, ...]:
        """The categories that earlier ones take customers from; only where the first match decides."""
        if self.taxonomy.decide != "first" or self._proofs.is_void:
            return ()
        prover = self._proofs.prover
        clauses = [prover.own((category, self.taxonomy)) for category in self.categories]
        meetings = prover.meetings(prover.index(clauses), clauses)
        found = []
        for number, category in enumerate(self.categories):
            before = (one.id for one in self.taxonomy.before(category))
            taking = sum(1 << self._numbers[id] for id in before if id in self._numbers)
            earlier = self._listed(members(meetings[number].meets & taking))
            if earlier:
                is_whole = self._proofs.meets(number, number) is False
                witness = self._in_both(category, earlier[0])
                found.append(Shadow(category=category, earlier=earlier, is_whole=is_whole, witness=witness))
        return tuple(found)

    def _in_both(self, category: Category, other: Category) -> Witness | None:
        """Find a customer who meets the own criteria of two categories."""
        prover, taxonomy = self._proofs.prover, self.taxonomy
        try:
            found = prover.find([prover.own((one, taxonomy)) for one in (category, other)])
        except OutOfBudgetError:
            return None

        def shows(facts: Facts) -> bool:
            return own(category, facts, taxonomy) is True and own(other, facts, taxonomy) is True

        return None if found is None else witness_of(prover.space.customer(found), (taxonomy,), shows)

    # ---- rules

    @cached_property
    def _checked(self) -> tuple[tuple[Violation, ...], tuple[Rule, ...]]:
        violations: list[Violation] = []
        undecided: list[Rule] = []
        for rule in () if self._proofs.is_void else self.taxonomy.rules:
            try:
                violations += self._broken(rule)
            except OutOfBudgetError:
                undecided.append(rule)
        return tuple(violations), tuple(undecided)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The rules that do not hold."""
        return self._checked[0]

    @property
    def undecided(self) -> tuple[Rule, ...]:
        """The rules that are neither proved nor refuted, because the search was given up."""
        return self._checked[1]

    # ---- examples

    @cached_property
    def examples(self) -> tuple[Trial, ...]:
        """The answers that the taxonomy's examples assert, each with the verdict, in file order."""
        return trials(self.taxonomy)

    def explain(self, language: str = "en") -> str:
        """Say all of it in a language, with an example for everything that was found."""
        return reporting.write(self, language)

    @property
    def is_void(self) -> bool:
        """Whether no customer at all is possible, so that nothing can be proved."""
        return self._proofs.is_void

    # ---- faults

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong or doubtful, at its place in the file: errors, and what is undecided or pointless."""
        found = [*contradictions(self.taxonomy, budget=self._budget, solver=self._solver)]
        found += faults_of_examples(self.examples)
        if not self.is_void:
            found += map(_fault_of, self.violations)
            found += generalizations(self.taxonomy, budget=self._budget, solver=self._solver)
            found += [
                fault_at("rules.undecided", rule.location, "warning", "hint.use-z3")
                for rule in self.undecided
            ]
            found += [
                fault_at("criteria.unreachable", _place(category), category=category.id)
                for category in self.unreachable
            ]
            found += [
                fault_at(
                    "criteria.undecided", _place(category), "warning", "hint.use-z3", category=category.id
                )
                for category in self.maybe_unreachable
            ]
            found += [
                fault_at("criteria.shadowed", _place(shadow.category), "warning", category=shadow.category.id)
                for shadow in self.shadows
                if shadow.is_whole
            ]
        return tuple(in_file_order(found))

    @property
    def is_proved(self) -> bool:
        """Whether every declared rule is proved, every example holds, and nothing contradicts itself."""
        return not any(fault.severity == "error" or fault.is_of_search for fault in self.faults)

    @property
    def decided(self) -> dict[str, int]:
        """How many questions each solver has decided so far."""
        return {str(solver): count for solver, count in self._proofs.prover.decided.items()}

    def _broken(self, rule: Rule) -> Iterator[Violation]:
        """Find out how a rule is broken. Raises `OutOfBudgetError`."""
        match rule:
            case Disjoint(categories=categories):
                yield from self._not_disjoint(rule, self._named(categories))
            case Exhaustive():
                gap = gap_search.first_gap(self._proofs)
                if gap is not None:
                    yield Violation(code="rules.gap", rule=rule, categories=self.categories, witness=gap)
            case Implies(pairs=pairs):
                for pair in pairs:
                    yield from self._not_implied(rule, self._named(pair))
            case Overlaps(categories=categories):
                numbers = self._named(categories)
                clauses = [self._proofs.yes(number) for number in numbers]
                if len(numbers) == len(categories) and self._proofs.prover.find(clauses) is None:
                    yield Violation(
                        code="rules.no-overlap", rule=rule, categories=self._listed(numbers), witness=None
                    )

    def _named(self, ids: Sequence[str] | None) -> list[int]:
        """Give the numbers of categories, without those that have no criterion: rules pass them over."""
        named = [one.id for one in self.taxonomy.current] if ids is None else ids
        return [self._numbers[id] for id in named if id in self._numbers]

    def _listed(self, numbers: Sequence[int]) -> tuple[Category, ...]:
        return tuple(self.categories[number] for number in numbers)

    def _not_disjoint(self, rule: Disjoint, numbers: Sequence[int]) -> Iterator[Violation]:
        for one in numbers:
            if any(self._proofs.meetings[one].undecided >> other & 1 for other in numbers if other != one):
                raise OutOfBudgetError
        sets, is_complete = self._proofs.overlaps(MOST_OVERLAPS, among=numbers)
        if not sets and not is_complete:
            raise OutOfBudgetError
        for together in sets:
            overlap = self._overlap(together)
            if overlap is None:
                raise OutOfBudgetError
            yield Violation(
                code="rules.overlap", rule=rule, categories=overlap.categories, witness=overlap.witness
            )

    def _not_implied(self, rule: Implies, numbers: Sequence[int]) -> Iterator[Violation]:
        if len(numbers) == 2 and not self._proofs.must_be_within(*numbers):
            witness = self._proofs.witness([(numbers[0], True), (numbers[1], False)])
            yield Violation(
                code="rules.not-implied", rule=rule, categories=self._listed(numbers), witness=witness
            )


def _fault_of(violation: Violation) -> Fault:
    ids = tuple(category.id for category in violation.categories)
    file = violation.location.path
    places = tuple(Plain(_short(_place(category), file)) for category in violation.categories)
    told: dict[str, Any] = {
        "categories": Listed(ids, "and"),
        "places": Listed(places, "and"),
        "witness": violation.witness,
    }
    if violation.code == "rules.not-implied":
        told |= {"category": ids[0], "other": ids[1]}
    return fault_at(violation.code, violation.location, hint="hint.change-criteria", **told)


def _place(category: Category) -> Location:
    """Give the place of a category's criterion."""
    assert category.when is not None
    return category.when.location


def _short(place: Location, file: str | None) -> str:
    """Write a place by line and column if it is in the file that is told already."""
    return f"{place.line}:{place.column}" if place.line and place.path == file else str(place)


def verify(taxonomy: Taxonomy, /, *, budget: int = BUDGET, solver: Solver = "cells") -> Report:
    """Prove the rules of a taxonomy, and find what overlaps and who is left out.

    >>> from customer_types import taxonomy
    >>> report = verify(taxonomy("lifecycle"))
    >>> report.relation("new", "loyal"), report.violations
    (<Relation.DISJOINT: 'disjoint'>, ())

    Raises `NotATaxonomyError`, a TypeError, for the id of one. `budget` is the number of steps that a
    single question may take before it is left undecided; with `solver="z3"`, which needs the extra
    `z3`, that solver then decides it.
    """
    return Report(taxonomy, budget=budget, solver=solver)
