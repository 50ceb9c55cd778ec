"""A customer is possible if every known fact lies in its domain and no invariant is broken.

Classification never asks: absurd customers are classified too, and `result.impossible` names what is
absurd about them.
"""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from customer_types._deciding.derivations import completed, contradicts, following_in, known_by_parts
from customer_types._deciding.interpreter import holds
from customer_types._model.criteria import Test, walk
from customer_types._model.facts import Ascending, Fact
from customer_types._model.taxonomies import Taxonomy


def impossible_facts(facts: Mapping[str, Any], taxonomy: Taxonomy) -> tuple[str, ...]:
    """List the facts that no customer can have so, alone or together; the others are possible.

    >>> from customer_types import taxonomy
    >>> impossible_facts({"orders": -1}, taxonomy("lifecycle"))
    ('orders',)
    """
    vocabulary = taxonomy.vocabulary
    found = {name: None for name, value in facts.items() if not is_in_domain(value, vocabulary.facts[name])}
    for invariant in vocabulary.invariants:
        if isinstance(invariant, Ascending):
            chain = [name for name in invariant.facts if name in facts]
            broken = [pair for pair in itertools.pairwise(chain) if facts[pair[0]] > facts[pair[1]]]
            found |= dict.fromkeys(name for pair in broken for name in pair)
        elif (
            holds(invariant.condition, facts, taxonomy) is True
            and holds(invariant.consequence, facts, taxonomy) is False
        ):
            parts: Iterator[Any] = itertools.chain(walk(invariant.condition), walk(invariant.consequence))
            about = [part.fact for part in parts if isinstance(part, Test)]
            # It may be broken by what is missing alone.
            found |= dict.fromkeys([name for name in about if name in facts] or about)
    return tuple(found)


def impossible_as_given(given: Mapping[str, Any], taxonomy: Taxonomy) -> tuple[str, ...]:
    """List the facts that no customer can have as they are given, with what follows from them.

    Of a fact that is not given and follows, its parts are named. One that is given and contradicts what
    follows is impossible together with its parts.

    >>> from customer_types import taxonomy
    >>> facts = {"orders": 4, "spend": 80.0, "average_order_value": 35.0}
    >>> impossible_as_given(facts, taxonomy("lifecycle"))
    ('average_order_value', 'spend', 'orders')
    """
    derivations = following_in(taxonomy.vocabulary)
    known = completed(given, derivations)
    found: dict[str, None] = {}
    for name in impossible_facts(known, taxonomy):
        is_derived = name in known and name not in given
        found |= dict.fromkeys(derivations[name].parts if is_derived else (name,))
    for name, follows in derivations.items():
        value = known_by_parts(follows, given) if name in given else None
        if value is not None and contradicts(given[name], value):
            found |= dict.fromkeys((name, *follows.parts))
    return tuple(found)


def is_in_domain(value: Any, fact: Fact) -> bool:
    """Tell whether a known value is one that the fact can have."""
    if fact.type in ("choice", "choices"):
        members = {value} if fact.type == "choice" else value
        return bool(members <= {allowed.id for allowed in fact.values})
    return (fact.min is None or value >= fact.min) and (fact.max is None or value <= fact.max)
