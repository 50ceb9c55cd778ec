"""Questions are written in SQL so that every database gives them the three answers of the interpreter.

Databases differ in what is missing and in what is equal: NaN is above all numbers in one and below none
in another, a decimal number is compared exactly or not, capitals are overlooked. So what is compared is
first made what its fact is.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlglot import exp

from customer_types._deciding.conditions import Condition, Joined, Question, opposite
from customer_types._model.criteria import Operator
from customer_types._model.facts import Differs, Fact
from customer_types.sql.dialects import Dialect

_COMPARISONS: Mapping[Operator, type[exp.Binary]] = {
    Operator.MIN: exp.GTE,
    Operator.MAX: exp.LTE,
    Operator.ABOVE: exp.GT,
    Operator.BELOW: exp.LT,
}


_DIGITS = 15
_LINK = 100


class Questions:
    """Writes conditions for a database, with the column of each fact that a table knows.

    `parts` has, for each fact that follows from others that the table knows, these facts; such a fact has a
    column too where the table may know it by itself. `has_nan` says whether a column of numbers can have
    NaN in it.
    """

    def __init__(
        self,
        dialect: Dialect,
        columns: Mapping[str, exp.Column],
        parts: Mapping[str, tuple[Fact, Fact]],
        *,
        has_nan: bool,
    ) -> None:
        self.dialect = dialect
        self.columns = columns
        self.parts = parts
        self.has_nan = has_nan

    def column(self, condition: Condition) -> exp.Expr:
        """Write a condition as a column: of truth values, or of 1 and 0 where there are none."""
        if condition is None:
            return self.dialect.cast(exp.null(), self.dialect.boolean)
        if self.dialect.has_truth_columns:
            return self.written(condition)
        if isinstance(condition, bool):
            return exp.Literal.number(int(condition))
        case = exp.case().when(self.written(condition), "1")
        return case.when(self.written(opposite(condition)), "0")

    def written(self, condition: Condition) -> exp.Expr:
        """Write a condition."""
        if isinstance(condition, Question):
            return self._question(condition)
        if isinstance(condition, Joined):
            return combined(map(self.written, condition.parts), is_all=condition.is_all)
        if self.dialect.has_boolean and condition is None:
            return self.dialect.cast(exp.null(), self.dialect.boolean)
        other = exp.null() if condition is None else exp.Literal.number(int(condition))
        return exp.EQ(this=exp.Literal.number(1), expression=other)

    def _question(self, question: Question) -> exp.Expr:
        fact, operator = question.fact, question.operator
        column = self._normal(question)
        if operator is Operator.KNOWN:
            is_missing = exp.Is(this=column, expression=exp.null())
            return exp.Not(this=is_missing) if question.value else is_missing
        if operator in _COMPARISONS:
            return _COMPARISONS[operator](this=column, expression=self._constant(question.value, fact))
        if operator is Operator.INCLUDES:
            return self._includes(column, question)
        if fact.type == "boolean" and self.dialect.has_boolean:
            answers = [
                column if member is not question.is_denied else exp.Not(this=column)
                for member in question.value
            ]
            return combined(answers, is_all=question.is_denied)
        members = [self._constant(member, fact) for member in question.value]
        if len(members) == 1:
            compared = exp.NEQ if question.is_denied else exp.EQ
            return compared(this=column, expression=members[0])
        is_one = exp.In(this=column, expressions=members)
        return exp.Not(this=is_one) if question.is_denied else is_one

    def _includes(self, column: exp.Expr, question: Question) -> exp.Expr:
        found = []
        for member in question.value:
            as_json = json.dumps(member, ensure_ascii=False)
            parts = {"a": self.dialect.quoted(member), "b": self.dialect.quoted(as_json)}
            has = self.dialect.filled(self.dialect.has_member, x=column, **parts)
            found.append(exp.Not(this=exp.paren(has, copy=False)) if question.is_denied else has)
        return combined(found, is_all=not question.is_denied)

    def _normal(self, question: Question) -> exp.Expr:
        """Write what is known of a fact: its column, and behind it what follows from others."""
        fact = question.fact
        if fact.id not in self.parts:
            return self._column(question)
        derived = self._derived(fact)
        if fact.id not in self.columns:
            return exp.paren(derived, copy=False)
        return exp.Coalesce(this=self._column(question), expressions=[derived])

    def _derived(self, fact: Fact) -> exp.Expr:
        """Write what follows from two columns: see `customer_types._deciding.derivations`."""
        parts = self.parts[fact.id]
        first, second = (self._column(Question(part, Operator.KNOWN, value=True)) for part in parts)
        if not isinstance(fact.follows, Differs):
            sides = {"a": first, "b": second}
            for name, part in zip(sides, parts, strict=True):
                if part.type != "number":  # those are doubles already
                    sides[name] = self.dialect.cast(sides[name], self.dialect.double)
            return self.dialect.filled("a / NULLIF(b, 0)", **sides)
        differ = exp.NEQ(this=first, expression=second)
        if self.dialect.has_boolean:
            return differ
        return exp.case().when(differ, "1").when(exp.EQ(this=first.copy(), expression=second.copy()), "0")

    def _column(self, question: Question) -> exp.Expr:
        """Write the column of a fact as what the fact is."""
        column: exp.Expr = self.columns[question.fact.id]
        match question.fact.type:
            case "number":
                return self._number(self.dialect.cast(column.copy(), self.dialect.double), is_exact=False)
            case "integer":
                # Below 2^53, a double is as good as a whole number to compare with.
                bounds = question.value if isinstance(question.value, tuple) else (question.value,)
                return self._number(column, is_exact=any(abs(bound) >= 2**53 for bound in bounds))
            case "choice":
                return self.dialect.filled(self.dialect.exact_text, x=column)
            case _:
                return column.copy()

    def _number(self, column: exp.Expr, *, is_exact: bool) -> exp.Expr:
        """Write a number that is missing where it is none."""
        if not self.has_nan or self.dialect.number is None:
            return column.copy()
        if is_exact:
            return known_number(column, self.dialect)
        return self.dialect.filled(self.dialect.number, x=column)

    def _constant(self, value: Any, fact: Fact) -> exp.Expr:
        if fact.type == "choice":
            return self.dialect.quoted(value)
        if fact.type == "number":
            return double(value, self.dialect)
        return integer(int(value))


def known_number(column: exp.Expr, dialect: Dialect) -> exp.Expr:
    """Write a number that is missing where it is NaN."""
    if dialect.is_number is None:
        return column.copy()
    return exp.case().when(dialect.filled(dialect.is_number, x=column), column.copy())


def integer(value: int) -> exp.Expr:
    """Write a whole number."""
    written = exp.Literal.number(str(abs(value)))
    return exp.Neg(this=written) if value < 0 else written


def double(value: float, dialect: Dialect) -> exp.Expr:
    """Write a number so that it is read as the same double, whatever the database takes it for first.

    A decimal number of up to 15 digits has one nearest double, which any division finds; others are
    read from text.
    """
    if value.is_integer() and abs(value) < 2**53:
        return integer(int(value))
    written = repr(abs(value))
    if "e" in written or len(written.replace(".", "").lstrip("0")) > _DIGITS:
        return dialect.cast(exp.Literal.string(repr(value)), dialect.double)
    number: exp.Expr = exp.Literal.number(written)
    return dialect.cast(exp.Neg(this=number) if value < 0 else number, dialect.double)


def combined(conditions: Iterable[exp.Expr], *, is_all: bool) -> exp.Expr:
    """Write that all conditions hold, or that one does: at least one is given."""
    parts = [exp.paren(one, copy=False) if isinstance(one, exp.Connector) else one for one in conditions]
    written = _chained(parts, exp.And if is_all else exp.Or)
    return written.unnest() if isinstance(written, exp.Paren) else written


def added(numbers: Sequence[exp.Expr]) -> exp.Expr:
    """Write a sum of at least one number."""
    return _chained(numbers, exp.Add)


def _chained(parts: Sequence[exp.Expr], kind: type[exp.Binary]) -> exp.Expr:
    """Write parts one after the other; long chains have links in brackets, for databases that count depth."""
    while len(parts) > _LINK:
        links = [_chained(parts[start : start + _LINK], kind) for start in range(0, len(parts), _LINK)]
        parts = [exp.paren(link, copy=False) for link in links]
    written, *others = parts
    for one in others:
        written = kind(this=written, expression=one)
    return written
