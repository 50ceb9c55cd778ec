"""Offers: the strategies of Hypothesis that people draw customers and taxonomies from."""

from customer_types._catalog.lookups import catalog
from customer_types._model.facts import NO_VOCABULARY, Vocabulary
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.fields import MISSING
from customer_types.errors import MissingExtraError, NoCustomerError

try:
    from hypothesis import strategies as st

    from customer_types.strategies.boundaries import Target, aims_of, boundaries, boundary_customers_of
    from customer_types.strategies.inventions import Alone, random_taxonomies, without
    from customer_types.strategies.possibilities import (
        any_customers,
        asked,
        customers_of,
        possible_customers,
        space_of,
    )
    from customer_types.strategies.values import Customer, options
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "hypothesis":
        raise
    raise MissingExtraError("strategies") from None


def customers(
    taxonomy: Taxonomy, *, missing: bool = True, possible: bool = True
) -> st.SearchStrategy[Customer]:
    """Give customers, by the facts that a taxonomy tests and those that invariants tie to them.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> lifecycle = taxonomy("lifecycle")
    >>> find(customers(lifecycle), lambda customer: customer.get("orders", 0) > 2)
    {'orders': 3}

    Numbers lie at the bounds of criteria, beside them, and anywhere else; they are in the units of
    their facts. With `missing=False` only that is left out which cannot be known, so the customers are
    complete. With `possible=False` values lie outside of domains too, and invariants may be broken.

    Raises `NoCustomerError`, a ValueError, where no customer is possible at all.
    """
    if not possible:
        return any_customers(space_of(taxonomy), missing=missing)
    question = asked(taxonomy, space_of(taxonomy), (), lambda _: True, NoCustomerError(taxonomy.id))
    return possible_customers(question, is_complete=not missing)


def customers_in(taxonomy: Taxonomy, category: str | Category) -> st.SearchStrategy[Customer]:
    """Give possible customers who are in a category: the verdict on it is yes.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> agents = customers_in(taxonomy("supply-chain-positions"), "agent")
    >>> find(agents, lambda customer: "takes_title" in customer)
    {'purchase_purpose': 'on_behalf', 'takes_title': False}

    Raises `NoCustomerError`, a ValueError, where nobody can be in it, and `UnknownIdError`, a KeyError.
    """
    return customers_of(taxonomy, category, wanted=True)


def customers_outside(taxonomy: Taxonomy, category: str | Category) -> st.SearchStrategy[Customer]:
    """Give possible customers who are not in a category: the verdict on it is no, and not unknown.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> others = customers_outside(taxonomy("supply-chain-positions"), "agent")
    >>> find(others, lambda customer: "takes_title" in customer)
    {'takes_title': True}

    Raises `NoCustomerError`, a ValueError, where nobody can be outside, and `UnknownIdError`, a KeyError.
    """
    return customers_of(taxonomy, category, wanted=False)


def boundary_customers(taxonomy: Taxonomy) -> st.SearchStrategy[Customer]:
    """Give possible customers at the boundaries of criteria, where mistakes in rules show.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> lifecycle = taxonomy("lifecycle")
    >>> find(boundary_customers(lifecycle), lambda customer: customer.get("days_since_last_order") == 366)
    {'days_since_last_order': 366}

    One fact is at a number that a criterion compares it with, or beside it: 1 less or more of a fact
    that is an integer, and otherwise the neighboring doubles and 0.01 less or more, in the unit of the
    fact. Or it has another value that is tested, or is missing. The other facts are as they may be, or
    such that a category that tests the fact is decided: there a bound makes the difference.

    Raises `NoCustomerError`, a ValueError, where no customer is possible at all.
    """
    marked = boundaries(taxonomy)
    space = space_of(taxonomy, marks=marked)
    question = asked(taxonomy, space, (), lambda _: True, NoCustomerError(taxonomy.id))
    aims = aims_of(question)
    targets = tuple(
        Target(field, cell, aims.get(name, ()))
        for name in space.used
        for field in space.fields.by_fact[name]
        for cell in options(field)
        if (field.scale is None or cell == MISSING or field.value(cell) in marked.get(name, ()))
        and question.within(space.start & space.fields.limit(field, cell), question.found) is not None
    )
    return boundary_customers_of(question, targets) if targets else possible_customers(question)


def taxonomies(vocabulary: Vocabulary | None = None) -> st.SearchStrategy[Taxonomy]:
    """Give valid taxonomies over the shipped facts, or those of a vocabulary; sensitive facts are left out.

    >>> from customer_types import dumps, loads
    >>> from hypothesis import find
    >>> found = find(taxonomies(), lambda taxonomy: len(taxonomy) > 1)
    >>> [category.id for category in found], loads(dumps(found)) == found
    (['category-2', 'category-1'], True)

    Their examples hold. Facts that are not shipped are the taxonomy's own, as its file would declare them. A
    vocabulary that says something else of a shipped fact is no file's: its taxonomies can be used, but not
    be read.
    """
    shipped = catalog().vocabulary
    given = shipped if vocabulary is None else vocabulary
    is_said = all(shipped.facts.get(name, fact) == fact for name, fact in given.facts.items())
    own = NO_VOCABULARY
    if is_said and given is not shipped:
        own = Vocabulary(
            facts=without(given.facts, shipped.facts),
            units=without(given.units, shipped.units),
            invariants=tuple(one for one in given.invariants if one not in shipped.invariants),
        )
    tested = tuple(fact for fact in given.facts.values() if not fact.sensitive)
    return random_taxonomies(tested, own, catalog() if is_said else Alone(given))
