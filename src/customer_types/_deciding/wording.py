"""A wording says a criterion in words: `Orders: at least 3 orders`."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any as Anything

from customer_types._deciding.interpreter import bound, resolve
from customer_types._messages import Listed, Plain, message, spoken
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._model.examples import Example
from customer_types._model.facts import Fact
from customer_types._model.labels import Label
from customer_types._model.languages import write_number
from customer_types._model.taxonomies import Category, Taxonomy

_INDENT = "    "

#: How more and less are said: `2 more orders`, but `45 percent more`.
_CHANGES = {
    "integer": ("more-integer", "fewer-integer"),
    "number": ("more-number", "fewer-number"),
    "bare": ("more-bare", "fewer-bare"),
}


class Wording:
    """Says the criteria of a taxonomy in a language."""

    def __init__(self, taxonomy: Taxonomy, language: str) -> None:
        self.taxonomy = taxonomy
        self.language = language
        self.vocabulary = taxonomy.vocabulary
        self.fallback = ("en", *taxonomy.languages)

    def say(self, key: str, **arguments: str) -> str:
        """Say one of the phrases of explanations."""
        plain = {name: Plain(value) for name, value in arguments.items()}
        return message(f"explain.{key}", self.language, plain)

    def label(self, named: Taxonomy | Category | Fact) -> str:
        """Name something in the language, or else in one that it has a name in."""
        return named.label(self.language, fallback=self.fallback)

    def category(self, key: str) -> str:
        """Say that a customer is in the category of a key."""
        return self.say("in-category", label=self.label(resolve(key, self.taxonomy)[1]))

    def fact(self, test: Test) -> Fact:
        """Give the fact that a test is about."""
        return self.vocabulary.facts[test.fact]

    def wanted(self, test: Test) -> str:
        """Say what a test asks of its fact: `at least 3 orders [loyal_orders]`."""
        if test.operator is Operator.KNOWN:
            return self.say("known" if test.value else "not-known")
        fact = self.fact(test)
        content = bound(test, self.taxonomy)
        if isinstance(content, tuple):
            return self.say(str(test.operator), value=self._listed(test.operator, fact, content))
        if isinstance(content, (bool, str)):
            return self.say("is", value=self.value(fact, content))
        is_counted = fact.type == "integer" and fact.unit is not None
        key = "below-integer" if is_counted and test.operator is Operator.BELOW else str(test.operator)
        text = self.say(key, value=self._with_unit(fact, content))
        return f"{text} [{test.value}]" if isinstance(test.value, str) and test.value != content else text

    def condition(self, test: Test) -> str:
        """Say a test with its fact: `Orders: at least 3 orders`, `Located abroad: yes`."""
        fact = self.fact(test)
        if test.operator is Operator.EQUALS and isinstance(test.value, (bool, str)):
            wanted = self.value(fact, test.value)
        elif test.operator is Operator.ONE_OF and isinstance(test.value, tuple):
            wanted = self._listed(test.operator, fact, test.value)
        else:
            wanted = self.wanted(test)
        return self.say("condition", label=self.label(fact), wanted=wanted)

    def statement(self, name: str, content: Anything) -> str:
        """Say a fact with its value: `Orders: 3 orders`."""
        fact = self.vocabulary.facts[name]
        is_number = isinstance(content, (int, float)) and not isinstance(content, bool)
        wanted = self._with_unit(fact, content) if is_number else self.value(fact, content)
        return self.say("condition", label=self.label(fact), wanted=wanted)

    def customer(self, facts: Mapping[str, Anything]) -> str:
        """Say in one line what is known of a customer."""
        said = [self.statement(name, facts[name]) for name in facts]
        return self.say("joint").join(said) or self.say("nothing-known")

    def example(self, example: Example) -> Iterator[str]:
        """Say which categories an example is in, then what is known of it, and the words that decide."""
        for key, ids in (("in", example.inside), ("out", example.outside), ("unknown", example.unknown)):
            if ids:
                labels = ", ".join(self.label(self.taxonomy.named(id)) for id in ids)
                yield message(f"example.{key}", self.language, {"categories": Plain(labels)})
        facts = self.customer(example.facts)
        yield message("example.facts", self.language, {"facts": Plain(facts)})
        because = example.because(self.language, fallback=self.fallback)
        if because is not None:
            yield message("example.because", self.language, {"because": Plain(because)})

    def change(self, fact: Fact, before: Anything, after: Anything) -> str:
        """Say how a fact has to change: `Orders: 2 more orders (3 instead of 1)`."""
        told = {
            "before": self.value(fact, before, rounded=False),
            "after": self.value(fact, after, rounded=False),
        }
        if isinstance(after, frozenset):
            parts = [
                self.say(key, members=self.value(fact, members))
                for key, members in (("add", after - before), ("remove", before - after))
                if members
            ]
            wanted = self.say("joint").join(parts)
        elif isinstance(after, (bool, str)):
            wanted = self.say("instead", **told)
        else:
            # The difference of two doubles may have digits that neither of them has.
            difference = float(abs(Decimal(str(after)) - Decimal(str(before))))
            number = int(difference) if difference.is_integer() else difference
            more, fewer = _CHANGES["bare" if fact.unit is None else fact.type]
            unit = self._unit(fact, number)
            key = more if after > before else fewer
            wanted = self.say(key, number=write_number(number, self.language), unit=unit, **told)
        return self.say("condition", label=self.label(fact), wanted=wanted)

    def _listed(self, operator: Operator, fact: Fact, members: tuple[Anything, ...]) -> str:
        """Name several values of a fact: any one of them will do, or all are asked for."""
        named = tuple(Plain(self.value(fact, member, rounded=False)) for member in members)
        return Listed(named, "or" if operator is Operator.ONE_OF else "and").join(spoken(self.language))

    def _with_unit(self, fact: Fact, content: Anything) -> str:
        text = write_number(content, self.language)
        return text if fact.unit is None else f"{text}\u00a0{self._unit(fact, content)}"

    def _unit(self, fact: Fact, count: float) -> str:
        """Name the unit of a fact as it stands after a number."""
        unit = self.vocabulary.units.get(fact.unit or "")
        return fact.unit or "" if unit is None else self._name(unit.labels, count)

    def _name(self, label: Label, count: float = 1) -> str:
        return label.text(self.language, count=count, fallback=self.fallback)

    def value(self, fact: Fact, content: Anything, *, rounded: bool = True) -> str:
        """Write a value of a fact, to four decimals where it may be rounded."""
        if isinstance(content, bool):
            return self.say("yes" if content else "no")
        if isinstance(content, (int, float)):
            return write_number(round(content, 4) if rounded else content, self.language)
        if isinstance(content, frozenset):
            return ", ".join(sorted(self.value(fact, member) for member in content)) or self.say("empty")
        labels = next((value.labels for value in fact.values if value.id == content), None)
        return str(content) if labels is None else self._name(labels)

    def in_line(self, criterion: Criterion) -> str:
        """Say a criterion in one line: `Orders: at least 2 orders, at most 5 orders; Located abroad: no`."""
        match criterion:
            case Test(_, Operator.KNOWN, False):
                label = self.label(self.fact(criterion))
                return self.say("condition", label=label, wanted=self.say("missing"))
            case Test():
                return self.condition(criterion)
            case InCategory(key):
                return self.category(key)
            case Not(part):
                key = "none-in-line" if isinstance(part, Any) else "not-in-line"
                return self.say(key, part=self.in_line(part))
            case Any(parts):
                return self.say("or").join(map(self.in_line, parts))
            case All(()):
                return self.say("always")
            case All(parts):
                said = []
                for fact, group in groupby(
                    parts, key=lambda part: part.fact if isinstance(part, Test) else None
                ):
                    tests = [*group]
                    said += [self.in_line(part) for part in tests[: None if fact is None else 1]]
                    if fact is not None:
                        more = [self.wanted(test) for test in tests[1:] if isinstance(test, Test)]
                        said[-1] = ", ".join([said[-1], *more])
                return self.say("joint").join(said)

    def criterion(  # noqa: C901  # a case for each kind of criterion
        self, criterion: Criterion, depth: int = 0
    ) -> Iterator[str]:
        """Say a criterion, a line for each test, parts below their combination."""
        indent = _INDENT * depth
        match criterion:
            case Test():
                yield indent + self.condition(criterion)
            case InCategory(key):
                yield indent + self.category(key)
            case Not(Any(parts)):
                yield indent + self.say("none")
                for part in parts:
                    yield from self.criterion(part, depth + 1)
            case Not(part):
                yield indent + self.say("not")
                yield from self.criterion(part, depth + 1)
            case All(()):
                yield indent + self.say("always")
            case All(parts):
                if depth:
                    yield indent + self.say("all")
                for part in parts:
                    yield from self.criterion(part, depth + bool(depth))
            case Any(parts):
                yield indent + self.say("any")
                for part in parts:
                    yield from self.criterion(part, depth + 1)
