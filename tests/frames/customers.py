"""Customers at the edges: at every bound, one below and one above, unknown, and at the ends of numbers."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import inf, nan, nextafter
from random import Random
from typing import Any

import customer_types as ct
from customer_types import Taxonomy
from customer_types._deciding.derivations import completed, following, with_parts
from customer_types._deciding.interpreter import bound, used_facts
from customer_types._deciding.values import read_value
from customer_types._model.criteria import Operator, Test, walk
from customer_types._model.facts import Fact
from customer_types._model.taxonomies import Category, Decision

Customer = dict[str, Any]

#: The shipped taxonomies that classify.
TAXONOMIES = tuple(one for one in ct.catalog() if any(category.when is not None for category in one))


def ladder(count: int, decide: Decision) -> Taxonomy:
    """Make a taxonomy of many categories, each of one number of orders."""
    tests = [f"{'' if decide == 'first' else f'min: {place}, '}below: {place + 1}" for place in range(count)]
    categories = [
        f"  - {{id: c{place}, label: {{en: C{place}, fr: C{place}}}, when: {{orders: {{{test}}}}}}}"
        for place, test in enumerate(tests)
    ]
    head = f"id: ladder\nversion: 1.0.0\ndecide: {decide}\nlabel: {{en: Ladder, fr: Échelle}}\ncategories:"
    return ct.loads("\n".join([head, *categories, "rules: [{disjoint: all}]"]))


def tests_of(taxonomy: Taxonomy) -> Iterator[tuple[Test, Taxonomy]]:
    """Go through the tests of a taxonomy and of those that it builds on."""
    pending: list[tuple[Category, Taxonomy]] = [(category, taxonomy) for category in taxonomy]
    for category, home in pending:
        for part in walk(category.when) if category.when is not None else ():
            if isinstance(part, Test):
                yield part, home
            elif hasattr(part, "category") and "/" in part.category:
                other, _, id = part.category.partition("/")
                pending.append((ct.taxonomy(other)[id], ct.taxonomy(other)))


def edges(fact: Fact, taxonomies: tuple[Taxonomy, ...]) -> list[Any]:
    """List values of a fact at which some verdict may turn, and others that engines stumble over."""
    asked = [
        bound(test, home)
        for taxonomy in taxonomies
        for test, home in tests_of(taxonomy)
        if test.fact == fact.id and test.operator is not Operator.KNOWN
    ]
    match fact.type:
        case "boolean":
            return [None, False, True]
        case "choice":
            return [None, "elsewhere", "", *(value.id for value in fact.values[:5])]
        case "choices":
            ids = [value.id for value in fact.values]
            sets = [[], ids, *([id] for id in ids), *pairwise(ids)]
            return [None, *map(frozenset, sets)]
    numbers = [number for one in asked for number in (one if isinstance(one, tuple) else (one,))]
    if fact.type == "integer":
        near = {int(number) + step for number in numbers for step in (-1, 0, 1)}
        return [None, 0, -1, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), *sorted(near)]
    steps = (lambda one: one - 1, lambda one: nextafter(one, -inf), float, lambda one: nextafter(one, inf))
    around = {step(float(number)) for number in numbers for step in (*steps, lambda one: one + 1)}
    return [None, nan, 0.0, -0.0, inf, -inf, 0.1 + 0.2, 2.0**53, 1e-308, *sorted(around)]


def facts_of(*taxonomies: Taxonomy) -> dict[str, Fact]:
    """Give the facts that verdicts hang on, with those from which some of them follow."""
    known = taxonomies[0].vocabulary.facts
    used = dict.fromkeys(name for taxonomy in taxonomies for name in used_facts(taxonomy))
    return {name: known[name] for name in with_parts(used, known)}


def as_read(customer: Customer, facts: Mapping[str, Fact]) -> Customer:
    """Give what is known of a customer, each fact as what it is, with what follows from others."""
    known = {name: read_value(customer.get(name), fact, strict=False) for name, fact in facts.items()}
    return completed(known, following(facts.values()))


def customers(count: int, seed: int, *taxonomies: Taxonomy) -> list[Customer]:
    """Draw customers from the edges of all facts that taxonomies test, many of each known."""
    random = Random(seed)
    vocabulary = taxonomies[0].vocabulary.facts
    values = {name: edges(vocabulary[name], taxonomies) for name in facts_of(*taxonomies)}
    return [{name: random.choice(some) for name, some in values.items()} for _ in range(count)]
