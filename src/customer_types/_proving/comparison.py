"""Comparison tells how categories of different taxonomies, or of different files, stand to one another."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any, overload

from customer_types._catalog.lookups import catalog
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.dependencies import PlacedCategory
from customer_types._proving.cells.prover import Solver
from customer_types._proving.proofs import BUDGET, Comparison, Proofs, with_criterion
from customer_types._proving.relations import Relation
from customer_types.errors import FactsDifferError


class TaxonomyComparison:
    """How each category of a taxonomy stands to each category of another one.

    Iterating gives a `Comparison` for each pair, with witnesses. Categories without a criterion are
    left out.
    """

    def __init__(
        self, left: Taxonomy, right: Taxonomy, *, budget: int = BUDGET, solver: Solver = "cells"
    ) -> None:
        self.left = left
        self.right = right
        self._budget = budget
        self._solver: Solver = solver
        self._placed = (_with_criteria(left), _with_criteria(right))
        self._proofs = _proofs([*self._placed[0].values(), *self._placed[1].values()], budget, solver)

    def relation(self, left: str | Category, right: str | Category, /) -> Relation:
        """Tell how a category of the first stands to one of the second. Raises `UnknownIdError`."""
        return self._proofs.relation(self._number(left, 0), self._number(right, 1))

    def compare(self, left: str | Category, right: str | Category, /) -> Comparison:
        """Tell the same with witnesses. Raises `UnknownIdError`, a KeyError."""
        return self._proofs.compare(self._number(left, 0), self._number(right, 1))

    def __iter__(self) -> Iterator[Comparison]:
        for left, right in product(*self._placed):
            yield self.compare(left, right)

    def _number(self, category: str | Category, side: int) -> int:
        found = with_criterion(category, (self.left, self.right)[side])
        return self._proofs.number(self._placed[side][found.id])

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(TaxonomyComparison, budget=self._budget, solver=self._solver), (self.left, self.right)

    def __repr__(self) -> str:
        return f"<TaxonomyComparison {self.left.id} with {self.right.id}>"


@overload
def compare(left: str, right: str, /, *, budget: int = ..., solver: Solver = ...) -> Comparison: ...
@overload
def compare(
    left: Taxonomy, right: Taxonomy, /, *, budget: int = ..., solver: Solver = ...
) -> TaxonomyComparison: ...
def compare(
    left: str | Taxonomy, right: str | Taxonomy, /, *, budget: int = BUDGET, solver: Solver = "cells"
) -> Comparison | TaxonomyComparison:
    """Tell how two categories stand to one another, or all categories of two taxonomies.

    >>> found = compare("lifecycle/lost", "relationship-types/lost")
    >>> found.relation
    <Relation.SUPERSET: 'superset'>
    >>> from customer_types import taxonomy
    >>> found = compare(taxonomy("lifecycle"), taxonomy("customer-categories"))
    >>> found.relation("lost", "inactive")
    <Relation.EQUAL: 'equal'>

    Categories are given by their keys in the shipped catalog, taxonomies as objects, which may be
    loaded from files. Raises `UnknownIdError`, a KeyError, `NoCriteriaError`, a ValueError, and
    `FactsDifferError`, a ValueError, for files that declare the same fact in two ways. `budget` and
    `solver` are those of `verify`.
    """
    if isinstance(left, Taxonomy) and isinstance(right, Taxonomy):
        return TaxonomyComparison(left, right, budget=budget, solver=solver)
    if isinstance(left, str) and isinstance(right, str):
        placed = [_placed(key) for key in (left, right)]
        proofs = _proofs(placed, budget, solver)
        return proofs.compare(*map(proofs.number, placed))
    raise TypeError("compare two keys of categories, or two taxonomies")


def _placed(key: str) -> PlacedCategory:
    home = catalog().named(catalog().category(key).taxonomy)
    return with_criterion(key, home), home


def _with_criteria(taxonomy: Taxonomy) -> dict[str, PlacedCategory]:
    return {category.id: (category, taxonomy) for category in taxonomy if category.when is not None}


def _proofs(placed: list[PlacedCategory], budget: int, solver: Solver) -> Proofs:
    """Make the proofs of categories whose taxonomies agree on the facts."""
    homes = {id(home): home for _, home in placed}.values()
    known: dict[str, object] = {}
    for home in homes:
        for name, fact in home.vocabulary.facts.items():
            if known.setdefault(name, fact) != fact:
                raise FactsDifferError(name, [home.location.path or home.id for home in homes])
    return Proofs(placed, budget=budget, solver=solver)
