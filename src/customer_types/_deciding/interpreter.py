"""The interpreter says what a criterion means for a customer; everything faster is tested against it.

The facts of a customer are given by id, each with its value or `None` where it is missing. A test
of a missing fact is unknown, except `known`, and the connectives are Kleene's (see `truth`).

Under `decide: all` the verdict on a category is the value of its own criterion. Under `first` it is
its own criterion and that of no earlier category. `category: x` means the own criterion of `x`
within a taxonomy, and the verdict on `x` from another one.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any as Anything, Final

from customer_types._model.criteria import BOUNDS, All, Any, Criterion, InCategory, Not, Operator, Test, walk
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._model.truth import Truth, conjunction, disjunction, negation

Facts = Mapping[str, Anything]
#: What is worked out of the categories of one customer, by identity: a category may be built on often.
Memo = dict[int, Truth]


class Later(Enum):
    """What stands for the value of a fact that is missing now and may be known later."""

    LATER = "later"


LATER: Final = Later.LATER

COMPARISONS: Mapping[Operator, Callable[[Anything, Anything], bool]] = {
    Operator.MIN: operator.ge,
    Operator.MAX: operator.le,
    Operator.ABOVE: operator.gt,
    Operator.BELOW: operator.lt,
    Operator.EQUALS: operator.eq,
    Operator.ONE_OF: lambda value, members: value in members,
    Operator.INCLUDES: lambda value, members: value.issuperset(members),
}


def holds(criterion: Criterion, facts: Facts, taxonomy: Taxonomy, memo: Memo | None = None) -> Truth:
    """Tell whether a criterion of a taxonomy holds for a customer.

    A fact whose value is `LATER` leaves it open whether it is known, too. `memo` has the own criteria of
    categories that are worked out already.
    """
    memo = {} if memo is None else memo
    match criterion:
        case Test():
            value = facts.get(criterion.fact)
            if value is LATER:
                return None
            if criterion.operator is Operator.KNOWN:
                return (value is not None) == criterion.value
            if value is None:
                return None
            return COMPARISONS[criterion.operator](value, bound(criterion, taxonomy))
        case All():
            return conjunction(holds(part, facts, taxonomy, memo) for part in criterion.parts)
        case Any():
            return disjunction(holds(part, facts, taxonomy, memo) for part in criterion.parts)
        case Not():
            return negation(holds(criterion.part, facts, taxonomy, memo))
        case InCategory():
            other, category = resolve(criterion.category, taxonomy)
            told = own if other is taxonomy else verdict
            return told(category, facts, other, memo)


def own(category: Category, facts: Facts, taxonomy: Taxonomy, memo: Memo | None = None) -> Truth:
    """Tell whether the category's own criterion holds; without one it is unknown."""
    memo = {} if memo is None else memo
    key = id(category)
    if key not in memo:
        when = category.when
        memo[key] = None if when is None else holds(when, facts, taxonomy, memo)
    return memo[key]


def verdict(category: Category, facts: Facts, taxonomy: Taxonomy, memo: Memo | None = None) -> Truth:
    """Tell whether a customer is in a category of a taxonomy."""
    memo = {} if memo is None else memo
    result = own(category, facts, taxonomy, memo)
    earlier = (own(other, facts, taxonomy, memo) for other in taxonomy.before(category))
    return conjunction([result, *map(negation, earlier)])


def verdicts(facts: Facts, taxonomy: Taxonomy, memo: Memo | None = None) -> tuple[Truth, ...]:
    """Tell of each category whether a customer is in it, going through a taxonomy once."""
    memo = {} if memo is None else memo
    found = []
    earlier: Truth = False
    for category in taxonomy.categories:
        result = own(category, facts, taxonomy, memo)
        found.append(conjunction([result, negation(earlier)]))
        if taxonomy.decide == "first" and category.deprecated is None:
            earlier = disjunction([earlier, result])
    return tuple(found)


def bound(test: Test, taxonomy: Taxonomy) -> Anything:
    """Give the value that a test compares with: its own, or that of the threshold it names."""
    if isinstance(test.value, str) and test.operator in BOUNDS:
        return _thresholds(taxonomy)[test.value]
    return test.value


_thresholds: Memory[Taxonomy, dict[str, int | float]] = Memory(
    lambda taxonomy: {one.id: one.value for one in taxonomy.thresholds}
)


def resolve(key: str, taxonomy: Taxonomy) -> tuple[Taxonomy, Category]:
    """Find the category that a criterion of a taxonomy builds on, and its taxonomy."""
    other, slash, category = key.rpartition("/")
    if not slash:
        return taxonomy, taxonomy.named(category)
    if taxonomy.scope is None:
        raise LookupError(f"{taxonomy.id} is in no catalog, so {key} can't be looked up")
    found = taxonomy.scope.named(other)
    return found, found.named(category)


def used_facts(taxonomy: Taxonomy) -> tuple[str, ...]:
    """List the facts that verdicts hang on, those of the categories that they build on included."""
    seen: set[int] = set()
    return tuple(
        dict.fromkeys(name for one in taxonomy.categories for name in _facts_of(one, taxonomy, seen))
    )


def _facts_of(category: Category, taxonomy: Taxonomy, seen: set[int]) -> Iterator[str]:
    if id(category) in seen or category.when is None:
        return
    seen.add(id(category))
    for part in walk(category.when):
        if isinstance(part, Test):
            yield part.fact
        elif isinstance(part, InCategory):
            other, built_on = resolve(part.category, taxonomy)
            earlier = () if other is taxonomy else other.before(built_on)
            for one in (built_on, *earlier):
                yield from _facts_of(one, other, seen)
