"""A derivation is how a fact follows from two others, its parts, where it is not given itself.

What is known of a customer is read at the door: a fact that is given counts as it is given, and one that
is missing is worked out of its parts, if both are known. Everything behind the door (criteria,
invariants, proofs) sees facts and does not ask where they come from.

`differs` is whether two choices are different texts. `ratio` is the first number divided by the second,
both as IEEE doubles; there is none where the second is 0. Nothing follows from what follows itself, so
one pass is enough. This module says so in Python; each engine says the same in its own words and is
tested against it.
"""

from collections.abc import Iterable, Mapping
from math import isnan
from typing import Any

from customer_types._model.criteria import All, Not, Operator, Test
from customer_types._model.facts import Differs, Fact, Follows, Implication, Ratio, Vocabulary
from customer_types._model.memory import Memory

#: A given number may be rounded: it contradicts what follows if it is off by more than this, and by more
#: than this share of it.
OFF, SHARE_OFF = 1.0, 0.01


def derived(follows: Follows, first: Any, second: Any) -> Any:
    """Work out what follows from two known parts; `None` where nothing does.

    >>> from customer_types._model.facts import Ratio
    >>> derived(Ratio(parts=("spend", "orders")), 100, 8)
    12.5
    """
    if isinstance(follows, Differs):
        return first != second
    divisor = float(second)
    if divisor == 0:
        return None
    quotient = float(first) / divisor
    return None if isnan(quotient) else quotient


def following(facts: Iterable[Fact]) -> dict[str, Follows]:
    """List the facts that follow from others, by id, and how."""
    return {fact.id: fact.follows for fact in facts if fact.follows is not None}


#: The facts of a vocabulary that follow from others, by id, and how.
following_in: Memory[Vocabulary, Mapping[str, Follows]] = Memory(
    lambda vocabulary: following(vocabulary.facts.values())
)


def known_where_parts_are(name: str, follows: Follows) -> Implication:
    """Say as an invariant that a fact that follows is known wherever it can be worked out."""
    known = [Test(part, Operator.KNOWN, value=True) for part in follows.parts]
    not_by_zero = [Not(Test(follows.parts[1], Operator.EQUALS, 0))] if isinstance(follows, Ratio) else []
    return Implication(
        condition=All((*known, *not_by_zero)), consequence=Test(name, Operator.KNOWN, value=True)
    )


def with_parts(names: Iterable[str], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """List facts, and behind them the parts of those that follow."""
    asked = [*names]
    parts = (part for name in asked if (how := facts[name].follows) is not None for part in how.parts)
    return tuple(dict.fromkeys([*asked, *parts]))


def known_by_parts(follows: Follows, facts: Mapping[str, Any]) -> Any:
    """Work out what follows from the parts that are known of a customer; `None` where nothing does."""
    first, second = (facts.get(part) for part in follows.parts)
    return None if first is None or second is None else derived(follows, first, second)


def completed(facts: Mapping[str, Any], following: Mapping[str, Follows]) -> dict[str, Any]:
    """Give what is known of a customer, with what follows behind it."""
    found = dict(facts)
    for name, follows in following.items():
        if found.get(name) is None:
            value = known_by_parts(follows, facts)
            if value is not None:
                found[name] = value
    return found


def contradicts(given: Any, value: Any) -> bool:
    """Tell whether a given value can't be, since something else follows.

    >>> contradicts(12.3, 12.345), contradicts(3.0, 12.345), contradicts(True, False)
    (False, True, True)
    """
    if isinstance(value, bool):
        return bool(given is not value)
    return bool(abs(given - value) > max(OFF, SHARE_OFF * abs(value)))


def wanted(name: str, facts: Mapping[str, Any], fact: Fact) -> str:
    """Say which fact to ask for, to know a missing one.

    Where one of its parts is known, that is the other part; else it is the fact itself, which settles more
    than a part of it.
    """
    if fact.follows is None:
        return name
    missing = [part for part in fact.follows.parts if facts.get(part) is None]
    is_of_zero = isinstance(fact.follows, Ratio) and facts.get(fact.follows.parts[1]) == 0
    return missing[0] if len(missing) == 1 and not is_of_zero else name
