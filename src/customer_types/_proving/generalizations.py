"""A generalization is a category's broader one: whoever is in the category is in the broader one, too.

That is what `broader` says to whoever reads it, here or as `skos:broader`, so it is held against what is
proved, as `broadMatch` of a mapping is.
"""

from collections.abc import Iterator
from typing import Any

from customer_types._deciding.interpreter import resolve
from customer_types._model.faults import Fault
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.dependencies import PlacedCategory
from customer_types._proving.cells.prover import Solver
from customer_types._proving.faults import fault_at
from customer_types._proving.proofs import BUDGET, Proofs


def generalizations(taxonomy: Taxonomy, *, budget: int = BUDGET, solver: Solver = "cells") -> Iterator[Fault]:
    """Find the categories that have customers whom a broader one lacks; those without criteria are let be."""
    pairs = [*_pairs(taxonomy)]
    placed = {one[0].key: one for pair in pairs for one in pair}
    proofs = Proofs(placed.values(), homes=(taxonomy,), budget=budget, solver=solver)
    for (category, _), (broader, _) in pairs:
        number, other = (proofs.number(placed[one.key]) for one in (category, broader))
        told: dict[str, Any] = {"category": category.key, "broader": broader.key}
        is_within = proofs.is_within(number, other)
        if is_within is None:
            yield fault_at("broader.undecided", category.location, "warning", "hint.use-z3", **told)
        elif not is_within:
            witness = proofs.witness([(number, True), (other, False)])
            yield fault_at("broader.too-narrow", category.location, witness=witness, **told)


def _pairs(taxonomy: Taxonomy) -> Iterator[tuple[PlacedCategory, PlacedCategory]]:
    """List the categories that have broader ones, with each of those, both with criteria."""
    for category in taxonomy:
        for key in category.broader:
            id = key.removeprefix(f"{taxonomy.id}/")
            if "/" in id and taxonomy.scope is None:
                continue  # in no catalog, nothing is known of other taxonomies
            home, broader = resolve(id, taxonomy)
            if category.when is not None and broader.when is not None:
                yield (category, taxonomy), (broader, home)
