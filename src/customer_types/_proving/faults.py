"""A contradiction is what no customer can meet of what a taxonomy says of its own facts."""

from collections.abc import Iterator
from typing import Any

import attrs

from customer_types._messages import Phrase
from customer_types._model.criteria import All, Criterion, Operator, Test
from customer_types._model.facts import Implication
from customer_types._model.faults import Fault, Severity
from customer_types._model.locations import Location
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.prover import Solver
from customer_types._proving.proofs import BUDGET, Proofs


def contradictions(taxonomy: Taxonomy, *, budget: int = BUDGET, solver: Solver = "cells") -> Iterator[Fault]:
    """Find what no customer can meet in a taxonomy's own facts and invariants."""
    own = taxonomy.own_vocabulary
    asked: list[tuple[Category, str, Location, dict[str, Any]]] = []
    for invariant in own.invariants:
        all_of_it: Criterion
        if isinstance(invariant, Implication):
            all_of_it = invariant.condition
        else:
            all_of_it = All(tuple(Test(fact, Operator.KNOWN, value=True) for fact in invariant.facts))
        asked.append((_probe(taxonomy, all_of_it), "facts.never-met", invariant.location, {}))
    for fact in own.facts.values():
        known = _probe(taxonomy, Test(fact.id, Operator.KNOWN, value=True))
        asked.append((known, "facts.never-known", fact.location, {"fact": fact.id}))
    if not asked:
        return
    home = attrs.evolve(taxonomy, decide="all")
    proofs = Proofs([(category, home) for category, *_ in asked], budget=budget, solver=solver)
    if proofs.is_void:
        place = own.invariants[0].location if own.invariants else taxonomy.location
        yield fault_at("facts.no-customer", place)
        return
    for number, (_, code, place, told) in enumerate(asked):
        is_met = proofs.prover.exists([proofs.yes(number)])
        if is_met is None:
            yield fault_at("facts.undecided", place, "warning", "hint.use-z3")
        elif not is_met:
            yield fault_at(code, place, **told)


def _probe(taxonomy: Taxonomy, when: Criterion) -> Category:
    """Make a category of those who meet a criterion, to ask whether there can be any."""
    return Category(taxonomy=taxonomy.id, id="probe", labels=taxonomy.labels, when=when)


def fault_at(
    code: str, place: Location, severity: Severity = "error", hint: str | None = None, **told: Any
) -> Fault:
    """Make the fault of a proof, with what a hint says."""
    hints = () if hint is None else (Phrase(hint),)
    return Fault(code=code, location=place, severity=severity, hints=hints, arguments=told)
