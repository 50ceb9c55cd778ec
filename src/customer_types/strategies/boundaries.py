"""Customers at boundaries have values at the bounds of criteria, just below and just above them."""

from collections.abc import Sequence
from contextlib import suppress
from math import ceil, floor
from typing import Any

import attrs
from hypothesis import strategies as st

from customer_types._deciding.interpreter import bound
from customer_types._model.criteria import Operator
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.dependencies import PlacedCategory, behind, own_criteria, tests_of
from customer_types._proving.cells.fields import Field
from customer_types.errors import NoCustomerError, SearchGivenUpError
from customer_types.strategies.possibilities import Question, customer_of, decided
from customer_types.strategies.values import Customer, below, next_to

#: A customer at the boundary of one fact is at those of so many others at most, besides.
MORE_BOUNDARIES = 4


def boundaries(taxonomy: Taxonomy) -> dict[str, frozenset[float]]:
    """List for each fact the numbers that it is compared with, and those beside them."""
    found: dict[str, set[float]] = {}
    facts = taxonomy.vocabulary.facts
    asked: list[PlacedCategory] = [(category, taxonomy) for category in taxonomy]
    for test, home in tests_of(own_criteria(behind(asked))):
        fact = facts.get(test.fact)
        if fact is None or test.operator is Operator.KNOWN or fact.type not in ("integer", "number"):
            continue
        value = bound(test, home)
        for number in value if isinstance(value, tuple) else (value,):
            found.setdefault(test.fact, set()).update(
                {floor(number), ceil(number), ceil(number) - 1, floor(number) + 1}
                if fact.type == "integer"
                else next_to(number)
            )
    return {name: frozenset(numbers) for name, numbers in found.items()}


@attrs.frozen(eq=False, repr=False)
class Target:
    """A cell at a boundary, with what may be asked besides: that categories that test the fact be decided."""

    field: Field
    cell: int
    aims: tuple[Question, ...]

    def __repr__(self) -> str:
        return f"<{self.field.fact.id}: {self.field.value(self.cell)}>"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: FBT001  # the protocol's
        """Tell Hypothesis, which would print all fields of a class of attrs."""
        printer.text(repr(self))


def aims_of(question: Question) -> dict[str, tuple[Question, ...]]:
    """List for each fact what asks that a category that tests it be decided, with yes or with no."""
    found: dict[str, tuple[Question, ...]] = {}
    for category in question.taxonomy:
        placed = (category, question.taxonomy)
        facts = dict.fromkeys(test.fact for test, _ in tests_of(own_criteria(behind([placed]))))
        for wanted in (True, False):
            with suppress(NoCustomerError, SearchGivenUpError):
                aim = decided(question.space, *placed, wanted=wanted)
                found |= {fact: (*found.get(fact, ()), aim) for fact in facts}
    return found


@st.composite
def boundary_customers_of(draw: st.DrawFn, question: Question, targets: Sequence[Target]) -> Customer:
    """Put a customer at one boundary, decided or not, and at more of them where that can be."""
    limit = question.space.fields.limit
    target = targets[draw(below(len(targets)))]
    box = question.space.start & limit(target.field, target.cell)
    asked, found = question, question.within(box, question.found)
    assert found is not None  # or it would be no target
    aim = draw(below(1 + len(target.aims)))
    if aim:
        aimed = target.aims[aim - 1]
        inner = aimed.within(box, aimed.found)
        if inner is not None:
            asked, found = aimed, inner
    for _ in range(draw(below(1 + MORE_BOUNDARIES))):
        other = targets[draw(below(len(targets)))]
        narrower = box & limit(other.field, other.cell)
        inner = asked.within(narrower, found) if question.space.fields.is_box(narrower) else None
        if inner is not None:
            box, found = narrower, inner
    return customer_of(draw, asked, box, found, kept=target.field.fact.id)
