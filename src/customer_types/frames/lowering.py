"""Lowering makes of a condition the expression that an engine works out for every row.

The columns are normal: see `columns`. So a question is the engine's own comparison, and all else follows
from the three values.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from customer_types._deciding.conditions import Condition, Conditions, Joined, Question, opposite
from customer_types._model.criteria import Criterion, Operator
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types.frames.logic import Answer, both, either, expression
from customer_types.frames.tables import Asked


class Lowering:
    """Lowers the criteria of taxonomies to expressions of the columns of a frame.

    Of facts without a column nothing is known.
    """

    def __init__(self, asked: Asked) -> None:
        self.columns = asked.columns
        self.with_nan = asked.with_nan
        self.spellings = asked.spellings
        self._conditions = Conditions(asked.columns)
        self._lowered: dict[Condition, Answer] = {}

    def own(self, category: Category, taxonomy: Taxonomy) -> Answer:
        """Ask for the value of a category's own criterion."""
        return self._answer(self._conditions.own(category, taxonomy))

    def criterion(self, criterion: Criterion, taxonomy: Taxonomy) -> Answer:
        """Ask whether a criterion of a taxonomy holds."""
        return self._answer(self._conditions.criterion(criterion, taxonomy))

    def denied(self, criterion: Criterion, taxonomy: Taxonomy) -> Answer:
        """Ask whether a criterion of a taxonomy does not hold."""
        return self._answer(opposite(self._conditions.criterion(criterion, taxonomy)))

    def _answer(self, condition: Condition) -> Answer:
        if not isinstance(condition, (Question, Joined)):
            return condition
        if condition not in self._lowered:
            other = self._lowered.get(condition.opposite) if isinstance(condition, Joined) else None
            # Engines work out once what is asked in several places, and `not` costs next to nothing.
            self._lowered[condition] = ~other if isinstance(other, nw.Expr) else self._asked(condition)
        return self._lowered[condition]

    def _asked(self, condition: Question | Joined) -> Answer:
        if isinstance(condition, Joined):
            return (both if condition.is_all else either)(map(self._answer, condition.parts))
        column = self.columns[condition.fact.id]
        if condition.fact.id not in self.with_nan:
            return self._told(condition, column)
        if condition.operator is Operator.KNOWN:
            return self._told(condition, column.fill_nan(None))
        return nw.when(~column.is_nan()).then(expression(self._told(condition, column)))

    def spelled(self, fact: str, member: Any) -> Sequence[Any]:
        """Give what stands for a value in the column of a fact."""
        return self.spellings[fact].get(member, (member,)) if fact in self.spellings else (member,)

    def _told(self, condition: Question, column: nw.Expr) -> Answer:
        """Ask a question of a column without NaN."""
        operator, value = condition.operator, condition.value
        if operator is Operator.KNOWN:
            return ~column.is_null() if value else column.is_null()
        if operator in _COMPARISONS:
            return _COMPARISONS[operator](column, value)
        if operator is Operator.INCLUDES:
            found = both(
                either(column.list.contains(text) for text in self.spelled(condition.fact.id, member))
                for member in value
            )
        elif condition.fact.type == "boolean":
            found = either(column if member else ~column for member in value)
        else:
            texts = (text for member in value for text in self.spelled(condition.fact.id, member))
            found = either(column == text for text in texts)
        return ~found if condition.is_denied and isinstance(found, nw.Expr) else found


_COMPARISONS: Mapping[Operator, Callable[[nw.Expr, Any], nw.Expr]] = {
    Operator.MIN: lambda column, value: column >= value,
    Operator.MAX: lambda column, value: column <= value,
    Operator.ABOVE: lambda column, value: column > value,
    Operator.BELOW: lambda column, value: column < value,
}
