"""Lowering makes of a criterion the condition that an engine asks of every row.

The columns are normal: see `columns`. So a test is the engine's own comparison, and all else follows
from the three values. Bounds on whole numbers are made whole, for not every engine compares a whole
number with a fraction exactly.
"""

from collections.abc import Callable, Mapping
from math import ceil, floor
from typing import Any as Anything

import narwhals.stable.v2 as nw

from customer_types._frames.conditions import Condition, both, either, opposite
from customer_types.categories import Category, Taxonomy
from customer_types.criteria import BOUNDS, All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types.facts import Fact
from customer_types.interpreter import bound, resolve
from customer_types.values import LARGEST_INTEGER, SMALLEST_INTEGER


class Lowering:
    """Lowers the criteria of taxonomies to conditions on the columns of a frame.

    `columns` has the column of each fact that the frame knows; of the others nothing is known.
    """

    def __init__(self, columns: Mapping[str, nw.Expr]) -> None:
        self.columns = columns
        self._own: dict[tuple[int, int], Condition] = {}

    def verdicts(self, taxonomy: Taxonomy) -> list[Condition]:
        """Give the conditions of the verdicts on the categories of a taxonomy."""
        return [self.verdict(category, taxonomy) for category in taxonomy.categories]

    def verdict(self, category: Category, taxonomy: Taxonomy) -> Condition:
        """Give the condition of the verdict on a category."""
        found = self.own(category, taxonomy)
        if taxonomy.decide == "all":
            return found
        earlier = taxonomy.categories[: taxonomy.categories.index(category)]
        return both([found, opposite(either(self.own(other, taxonomy) for other in earlier))])

    def own(self, category: Category, taxonomy: Taxonomy) -> Condition:
        """Give the condition of a category's own criterion."""
        key = (id(category), id(taxonomy))
        if key not in self._own:
            when = category.when
            self._own[key] = None if when is None else self.criterion(when, taxonomy)
        return self._own[key]

    def criterion(self, criterion: Criterion, taxonomy: Taxonomy) -> Condition:
        """Give the condition of a criterion of a taxonomy."""
        match criterion:
            case Test():
                return self._test(criterion, taxonomy)
            case All(parts):
                return both(self.criterion(part, taxonomy) for part in parts)
            case Any(parts):
                return either(self.criterion(part, taxonomy) for part in parts)
            case Not(part):
                return opposite(self.criterion(part, taxonomy))
            case InCategory(key):
                other, category = resolve(key, taxonomy)
                return (self.own if other is taxonomy else self.verdict)(category, other)

    def _test(self, test: Test, taxonomy: Taxonomy) -> Condition:
        column = self.columns.get(test.fact)
        if test.operator is Operator.KNOWN:
            is_wanted = bool(test.value)
            if column is None:
                return not is_wanted
            return ~column.is_null() if is_wanted else column.is_null()
        if column is None:
            return None
        fact = taxonomy.vocabulary.facts[test.fact]
        value = bound(test, taxonomy)
        if test.operator is Operator.INCLUDES:
            return both(column.list.contains(member) for member in value)
        if test.operator in BOUNDS:
            return _bounded(column, test.operator, value, fact)
        members = value if test.operator is Operator.ONE_OF else (value,)
        return either(_equal(column, member, fact) for member in members)


def _bounded(column: nw.Expr, operator: Operator, value: Anything, fact: Fact) -> Condition:
    if fact.type == "number":
        return _COMPARISONS[operator](column, float(value))
    whole = (ceil if operator in (Operator.MIN, Operator.BELOW) else floor)(value)
    if SMALLEST_INTEGER <= whole <= LARGEST_INTEGER:
        return _COMPARISONS[operator](column, whole)
    is_met = (whole < 0) == (operator in (Operator.MIN, Operator.ABOVE))
    return _wherever_known(column, answer=is_met)


def _equal(column: nw.Expr, member: Anything, fact: Fact) -> Condition:
    if fact.type == "boolean":
        return column if member else ~column
    if fact.type == "number":
        member = float(member)
    elif fact.type == "integer":
        if member != floor(member) or not SMALLEST_INTEGER <= member <= LARGEST_INTEGER:
            return _wherever_known(column, answer=False)
        member = int(member)
    return _COMPARISONS[Operator.EQUALS](column, member)


def _wherever_known(column: nw.Expr, *, answer: bool) -> nw.Expr:
    """Give the same answer wherever a fact is known."""
    return nw.when(~column.is_null()).then(nw.lit(answer, dtype=nw.Boolean))


_COMPARISONS: Mapping[Operator, Callable[[nw.Expr, Anything], nw.Expr]] = {
    Operator.MIN: lambda column, value: column >= value,
    Operator.MAX: lambda column, value: column <= value,
    Operator.ABOVE: lambda column, value: column > value,
    Operator.BELOW: lambda column, value: column < value,
    Operator.EQUALS: lambda column, value: column == value,
}
