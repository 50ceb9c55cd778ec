"""Possible customers are drawn cell by cell, so that each one fits whatever is asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from math import floor
from typing import Any as Anything

import attrs
from hypothesis import reject, strategies as st

from customer_types._deciding.derivations import completed, following
from customer_types._deciding.interpreter import verdict
from customer_types._deciding.possibility import impossible_facts
from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._model.facts import Fact
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.fields import MISSING, Box, Field
from customer_types._proving.cells.formulas import Clause, Sense
from customer_types._proving.cells.search import Budget, OutOfBudgetError, narrow, solve
from customer_types._proving.cells.spaces import Space
from customer_types._proving.proofs import BUDGET
from customer_types.errors import NoCustomerError, SearchGivenUpError, UnknownIdError
from customer_types.strategies.agreement import amended, contradicted
from customer_types.strategies.values import Customer, below, next_to, options, order, put_in_order, value_of

#: So many customers are tried to find one who agrees with what follows.
MOST_AMENDED = 50


@attrs.frozen(eq=False, repr=False)
class Question:
    """What is asked of customers: clauses over a space, with a box of some who meet them."""

    taxonomy: Taxonomy
    space: Space
    clauses: tuple[Clause, ...]
    shows: Callable[[Customer], bool]
    found: Box

    def within(self, box: Box, found: Box) -> Box | None:
        """Find out whether somebody in a box meets the clauses; all in `found` do who are possible.

        `None` also where the search takes too long: there are others, in `found`.
        """
        inner = found & box
        if self.space.fields.is_box(inner):
            narrowed = narrow(self.space, inner, [], Budget(BUDGET))
            if narrowed is not None:
                return narrowed[0]
        try:
            return solve(self.space, box, self.clauses, Budget(BUDGET))
        except OutOfBudgetError:
            return None

    def checked(self, customer: Customer) -> Customer:
        """Try a customer out."""
        if impossible_facts(customer, self.taxonomy) or not self.shows(customer):
            raise AssertionError("a customer is not what was asked for: this is a fault of customer_types")
        return customer

    def agreeing(self, customer: Customer, *, is_complete: bool, kept: str | None = None) -> Customer:
        """Make a customer who was tried out agree with what follows; gives up the example if none does.

        The fact `kept` stays as it is.
        """
        facts = self.taxonomy.vocabulary.facts
        there = {*self.space.fields.by_fact, *customer}
        derivations = {name: how for name, how in following(facts.values()).items() if name in there}
        pending = [customer]
        for _ in range(MOST_AMENDED):
            if not pending:
                break
            one = pending.pop()
            known = completed(one, derivations)
            name = contradicted(one, derivations)
            if name is None and self._fits(known):
                return known if is_complete else one
            if name is None:
                name = next(name for name in known if name not in one)
            more = amended(one, name, derivations[name], facts, is_complete=is_complete)
            fitting = (other for other in more if kept is None or other.get(kept) == customer.get(kept))
            pending += [*filter(self._fits, fitting)][::-1]
        return reject()

    def _fits(self, customer: Customer) -> bool:
        return self.shows(customer) and not impossible_facts(customer, self.taxonomy)

    def __repr__(self) -> str:
        return f"<{self.taxonomy.id}>"

    def _repr_pretty_(self, printer: Anything, _: bool) -> None:  # noqa: FBT001  # the protocol's
        """Tell Hypothesis, which would print all fields of a class of attrs."""
        printer.text(repr(self))


def space_of(taxonomy: Taxonomy, marks: Mapping[str, Anything] | None = None) -> Space:
    """Make the space of all categories of a taxonomy."""
    return Space(((category, taxonomy) for category in taxonomy), marks=marks)


def asked(
    taxonomy: Taxonomy,
    space: Space,
    clauses: tuple[Clause, ...],
    shows: Callable[[Customer], bool],
    nobody: NoCustomerError,
) -> Question:
    """Ask for customers who meet clauses, with one who shows that there are some."""
    try:
        found = solve(space, space.start, clauses, Budget(BUDGET))
    except OutOfBudgetError:
        raise SearchGivenUpError(nobody.name) from None
    if not space.fields.all and not shows({}):  # no box is empty that has no fields
        found = None
    if found is None:
        raise nobody
    return Question(taxonomy, space, clauses, shows, found)


def customers_of(
    taxonomy: Taxonomy, category: str | Category, *, wanted: bool
) -> st.SearchStrategy[Customer]:
    """Draw customers on whom the verdict of a category is yes, or those on whom it is no."""
    placed = taxonomy.named(category.id if isinstance(category, Category) else category)
    if isinstance(category, Category) and placed != category:
        raise UnknownIdError("category", category.key)
    return possible_customers(decided(space_of(taxonomy), placed, taxonomy, wanted=wanted))


def decided(space: Space, category: Category, taxonomy: Taxonomy, *, wanted: bool) -> Question:
    """Ask that the verdict on a category be yes, or no."""
    clause = (space.verdict(category, taxonomy, Sense.YES if wanted else Sense.NO),)

    def shows(customer: Customer) -> bool:
        return verdict(category, customer, taxonomy) is wanted

    return asked(taxonomy, space, (clause,), shows, NoCustomerError(category.key, wanted))


@st.composite
def possible_customers(draw: st.DrawFn, question: Question, *, is_complete: bool = False) -> Customer:
    """Draw possible customers who meet what is asked."""
    return customer_of(draw, question, question.space.start, question.found, is_complete=is_complete)


def customer_of(
    draw: st.DrawFn,
    question: Question,
    box: Box,
    found: Box,
    *,
    is_complete: bool = False,
    kept: str | None = None,
) -> Customer:
    """Choose a cell for one fact after the other, of those that leave a customer, and a value in it.

    With `is_complete` a fact is missing only if it can't be known beside what is chosen already; the
    facts that are tested come first, in any order.
    """
    space = question.space
    names: Iterable[str] = space.fields.by_fact
    if is_complete:
        others = [name for name in names if name not in space.used]
        names = [*draw(st.permutations(space.used)), *draw(st.permutations(others))]
    customer: Customer = {}
    for name in names:
        for field in space.fields.by_fact[name]:
            box, found = settled(draw, question, field, box, found, is_complete=is_complete)
        if space.fields.by_fact[name][0].of(box) != MISSING:
            customer[name] = value_of(draw, space.fields.by_fact[name], box)
    put_in_order(space, box, customer)
    drawn = question.checked({name: customer[name] for name in space.fields.by_fact if name in customer})
    return question.agreeing(drawn, is_complete=is_complete, kept=kept)


def settled(
    draw: st.DrawFn, question: Question, field: Field, box: Box, found: Box, *, is_complete: bool
) -> tuple[Box, Box]:
    """Choose a cell of a field, and give what it leaves of a box, and of those found in it.

    Where it leaves nobody, another one is taken, so that each field takes one choice: failures shrink.
    """
    every = options(field)  # of which missing is the first; it weighs as much as a third of all else
    cells = every[1:] or every if is_complete else (MISSING,) * (len(every) // 3) + every
    first = draw(below(len(cells))) if len(cells) > 1 else 0
    for cell in dict.fromkeys((*(cells[number] for number in order(first, len(cells))), MISSING)):
        if cell & field.of(box):
            narrower = box & question.space.fields.limit(field, cell)
            inner = question.within(narrower, found)
            if inner is not None:
                return narrower, inner
    raise AssertionError("of those found, none is in any cell: this is a fault of customer_types")


@st.composite
def any_customers(draw: st.DrawFn, space: Space, *, missing: bool) -> Customer:
    """Draw customers of any values, whether possible or not."""
    customer: Customer = {}
    for name, fields in space.fields.by_fact.items():
        if not missing or draw(below(4)):
            scale = fields[0].scale
            cuts = () if scale is None else tuple(dict.fromkeys(number for number, _ in scale.cuts))
            customer[name] = draw(_any_values(fields[0].fact, cuts))
    return customer


@lru_cache(maxsize=4096)
def _any_values(fact: Fact, bounds: tuple[float, ...]) -> st.SearchStrategy[Anything]:
    """Draw values of the type of a fact, in its domain or not."""
    members = st.text(max_size=8)
    if fact.values:
        members = st.sampled_from([value.id for value in fact.values]) | members
    match fact.type:
        case "integer":
            near = sorted({floor(one) + step for one in bounds for step in (-1, 0, 1)} | {0}, key=abs)
            inside = [one for one in near if SMALLEST_INTEGER <= one <= LARGEST_INTEGER]
            return st.sampled_from(inside) | st.integers(SMALLEST_INTEGER, LARGEST_INTEGER)
        case "number":
            beside = sorted({value for one in bounds for value in next_to(one)} | {0.0}, key=abs)
            return st.sampled_from(beside) | st.floats(allow_nan=False)
        case "boolean":
            return st.booleans()
        case "choice":
            return members
        case "choices":
            return st.frozensets(members, max_size=4)
