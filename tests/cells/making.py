"""Short ways to make facts, criteria and taxonomies, and slow and obvious answers about cells."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any as Anything

from tests.property.strategies import label

from customer_types._model.criteria import Criterion, Operator, Test
from customer_types._model.facts import Fact, FactType, FactValue, Invariant, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.taxonomies import Category, Decision, Rule, Scope, Taxonomy, Threshold
from customer_types._proving.cells.fields import IN, MISSING, OUT, Box, Field, Fields
from customer_types._proving.cells.formulas import Clause, Formula
from customer_types._proving.cells.spaces import Space

Customer = Mapping[str, Anything]


# ---- facts and criteria ------------------------------------------------------------------------


def fact(id: str, type: FactType, low: float | None = None, high: float | None = None) -> Fact:
    """Make a fact that is a number or a truth value."""
    return Fact(id=id, type=type, min=low, max=high, labels=label(id))


def choice(id: str, *members: str, type: FactType = "choice") -> Fact:
    """Make a fact that is one of some values, or several of them."""
    return Fact(id=id, type=type, values=tuple(FactValue(id=one) for one in members), labels=label(id))


def choices(id: str, *members: str) -> Fact:
    """Make a fact that is a set of values."""
    return choice(id, *members, type="choices")


def test(fact: str, operator: str, value: Anything) -> Test:
    """Make a test of a fact."""
    return Test(fact, Operator(operator), value)


test.__test__ = False  # type: ignore[attr-defined]  # no test case of pytest


def known(fact: str) -> Test:
    """Ask that a fact be known."""
    return Test(fact, Operator.KNOWN, value=True)


def missing(fact: str) -> Test:
    """Ask that a fact be missing."""
    return Test(fact, Operator.KNOWN, value=False)


def yes(fact: str) -> Test:
    """Ask that a truth value be yes."""
    return Test(fact, Operator.EQUALS, value=True)


def no(fact: str) -> Test:
    """Ask that a truth value be no."""
    return Test(fact, Operator.EQUALS, value=False)


# ---- taxonomies --------------------------------------------------------------------------------


def taxonomy_of(
    facts: Iterable[Fact],
    categories: Mapping[str, Criterion | None] | Iterable[Criterion | None],
    *,
    invariants: Iterable[Invariant] = (),
    rules: Iterable[Rule] = (),
    thresholds: Mapping[str, float] | None = None,
    decide: Decision = "all",
    id: str = "t",
    scope: Scope | None = None,
) -> Taxonomy:
    """Make a taxonomy with facts of its own; categories without names are c0, c1 and so on."""
    named = (
        categories
        if isinstance(categories, Mapping)
        else {f"c{number}": when for number, when in enumerate(categories)}
    )
    return Taxonomy(
        id=id,
        version="1.0.0",
        labels=label(id),
        decide=decide,
        own_vocabulary=Vocabulary(
            facts=FrozenMap({fact.id: fact for fact in facts}), invariants=tuple(invariants)
        ),
        thresholds=tuple(
            Threshold(id=name, value=value, labels=label(name)) for name, value in (thresholds or {}).items()
        ),
        categories=tuple(
            Category(taxonomy=id, id=name, labels=label(name), when=when) for name, when in named.items()
        ),
        rules=tuple(rules),
        scope=scope,
    )


def space_of(*homes: Taxonomy, marks: Customer | None = None) -> Space:
    """Make the space of all categories of some taxonomies."""
    return Space([(category, home) for home in homes for category in home], marks=marks)


# ---- slow and obvious --------------------------------------------------------------------------


def single_boxes(fields: Fields) -> Iterator[Box]:
    """Give all boxes of one cell a field in which the parts of a set are known or missing together."""
    options = [
        [1 << position for position in range(field.width) if field.cells >> position & 1]
        for field in fields.all
    ]
    anchor = fields.start & ~sum(field.every for field in fields.all)  # what every box has
    for cells in product(*options):
        is_missing: dict[str, set[bool]] = {}
        for field, cell in zip(fields.all, cells, strict=True):
            is_missing.setdefault(field.fact.id, set()).add(cell == MISSING)
        if all(len(told) == 1 for told in is_missing.values()):
            yield anchor + sum(cell << field.shift for field, cell in zip(fields.all, cells, strict=True))


def customer_in(fields: Fields, box: Box) -> dict[str, Anything]:
    """Give a customer of a box of single cells."""
    found: dict[str, Anything] = {}
    for name, of_fact in fields.by_fact.items():
        cells = [cell_of(field, box) for field in of_fact]
        if MISSING in cells:
            continue
        if of_fact[0].fact.type == "choices":
            assert set(cells[1:]) <= {IN, OUT}
            members = zip(of_fact[1:], cells[1:], strict=True)
            found[name] = frozenset(field.member for field, cell in members if cell == IN)
        else:
            found[name] = of_fact[0].value(cells[0])
    return found


def cell_of(field: Field, box: Box) -> int:
    """Take the cells of a field out of a box."""
    return box >> field.shift & (1 << field.width) - 1


def meets(box: Box, formula: Formula) -> bool:
    """Tell whether everybody in a box of single cells meets a formula."""
    return box & formula.box == box and meets_all(box, formula.clauses)


def meets_all(box: Box, clauses: Iterable[Clause]) -> bool:
    """Tell whether everybody in a box of single cells meets clauses."""
    return all(any(meets(box, part) for part in clause) for clause in clauses)
