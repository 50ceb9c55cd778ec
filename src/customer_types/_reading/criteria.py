"""Criteria as files have them: a mapping of facts to tests, and of `all`, `any`, `not`, `category`.

All entries of a mapping hold together, so a mapping of several entries is an `All` of them, and a
mapping of one entry is that entry.
"""

from collections.abc import Callable, Iterable, Mapping as MappingOf
from typing import Any as Anything

import attrs

from customer_types._messages import Phrase
from customer_types._model.criteria import (
    BOUNDS,
    All,
    Any,
    Criterion,
    InCategory,
    Literal,
    Not,
    Operator,
    Test,
)
from customer_types._model.facts import Fact
from customer_types._reading import cures
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence
from customer_types._reading.scalars import (
    boolean,
    category_key,
    each,
    is_number_like,
    items,
    literal_text,
    number,
    scalar,
    wrong_type,
)
from customer_types._reading.unknown import known
from customer_types.errors import did_you_mean

TEST_KEYS = ("min", "max", "above", "below", "includes", "known")


@attrs.frozen(kw_only=True)
class CriterionReader:
    """Reads criteria of one file.

    `facts` are those that may be tested, `None` for one that is faulty itself; no `facts` trust the
    file, so that it can be read without the file of facts. `is_category` tells whether a key names a
    category that can be built on, `hints_of` what to do about a name that is not there.
    """

    facts: MappingOf[str, Fact | None] | None
    thresholds: MappingOf[str, int | float]
    is_category: Callable[[Node, str], bool]
    hints_of: Callable[[Node, str, Iterable[str]], tuple[Phrase, ...]]
    classifies: bool = True

    def read(self, node: Node, _: Anything = None) -> Criterion:
        """Read a criterion."""
        if not isinstance(node, Mapping):
            raise wrong_type(node, "mapping", hints=cures.of_criterion(node))
        entry = node
        parts: list[Criterion] = []
        refused = False
        for written, value in entry.entries.items():
            try:
                parts += self._part(entry, entry.keys[written], value)
            except Refused:
                refused = True
        if refused:
            raise Refused
        if not parts:
            raise node.report("criteria.empty", hints=(Phrase("hint.always"),))
        return parts[0] if len(parts) == 1 else All(tuple(parts), location=node.location)

    def _part(self, entry: Mapping, key: Scalar, value: Node) -> list[Criterion]:
        match key.text:
            case "all":
                return [All(tuple(each(items(value), self.read)), location=key.location)]
            case "any":
                parts = items(value)
                if not parts:
                    raise value.report("criteria.empty", hints=(Phrase("hint.always"),))
                return [Any(tuple(each(parts, self.read)), location=key.location)]
            case "not":
                return [Not(self.read(value), location=key.location)]
            case "category":
                category = category_key(value, None)
                if not self.is_category(value, category):
                    raise Refused
                return [InCategory(category, location=value.location)]
        fact = self.fact(entry, key, ("all", "any", "not", "category"))
        if fact is not None and fact.sensitive and self.classifies:
            entry.report("criteria.sensitive-fact", at=key, severity="warning", field=key.text)
        return list(self._tests(key, value, fact))

    def fact(self, entry: Mapping, key: Scalar, others: tuple[str, ...] = ()) -> Fact | None:
        """Find the fact that a key names, where `others` may stand too; `None` if no more is known of it."""
        if self.facts is None:
            return None
        if key.text not in self.facts:
            hints = self._meant(key, others)
            raise entry.report("criteria.unknown-field", at=key, field=key.text, hints=hints)
        return self.facts[key.text]

    def _meant(self, key: Scalar, others: tuple[str, ...]) -> tuple[Phrase, ...]:
        """Ask which fact, or combination, was meant: by what it is called in a language, or by its id."""
        assert self.facts is not None
        word = key.text.casefold().replace("_", " ")
        for id, fact in self.facts.items():
            namings = fact.labels.by_language.values() if fact is not None else ()
            names = [name for naming in namings for name in (naming.name, *naming.also) if name is not None]
            if any(word == form.casefold() for name in names for form in name.forms.values()):
                return did_you_mean([id])
        return key.document.similar(key.text, (*self.facts, *others))

    def _tests(self, key: Scalar, value: Node, fact: Fact | None) -> list[Test]:
        place = key.location
        match value:
            case Sequence():
                if not value.items:
                    raise value.report("criteria.empty")
                members = tuple(each(value.items, self.literal(fact)))
                self._fits(value, fact, Operator.ONE_OF)
                return [Test(key.text, Operator.ONE_OF, members, location=place)]
            case Mapping():
                known(value, TEST_KEYS)
                written = [operator for operator in value.entries if operator in TEST_KEYS]
                tests: list[Test] = each(
                    written, lambda one, _: self._test(key, Operator(one), value.entries[one], fact)
                )
                if not tests:
                    if value.entries:  # unknown keys only: that is reported
                        raise Refused
                    raise value.report("criteria.empty", hints=(Phrase("hint.always"),))
                self._satisfiable(value, tests, fact)
                return tests
            case _:
                literal = self.literal(fact)(value, None)
                self._fits(value, fact, Operator.EQUALS)
                return [Test(key.text, Operator.EQUALS, literal, location=place)]

    def _test(self, key: Scalar, operator: Operator, node: Node, fact: Fact | None) -> Test:
        self._fits(node, fact, operator)
        value: Literal | tuple[Literal, ...]
        if operator is Operator.KNOWN:
            value = boolean(node)
        elif operator is Operator.INCLUDES:
            members = node.items if isinstance(node, Sequence) else [node]
            if not members:
                raise node.report("criteria.empty")
            value = tuple(each(members, self.literal(fact)))
        else:
            value = self._bound(node)
        return Test(key.text, operator, value, location=key.location)

    def _bound(self, node: Node) -> int | float | str:
        written = scalar(node, "bound")
        if written.text in self.thresholds:
            return written.text
        if not written.plain or is_number_like(written) or written.text.lower().endswith(("inf", "nan")):
            return number(node)
        hints = cures.of_number(written.text) or self.hints_of(node, written.text, self.thresholds)
        raise wrong_type(node, "bound", hints=hints)

    def literal(self, fact: Fact | None) -> Callable[[Node, Anything], Literal]:
        """Make a reader of a value of a fact, or of a member of one that is a set."""
        kind = None if fact is None else fact.type

        def read(node: Node, _: Anything) -> Literal:
            if kind is None:
                return self._by_form(node)
            if kind == "boolean":
                return boolean(node)
            if kind in ("integer", "number"):
                if isinstance(node, Scalar) and node.text in self.thresholds:
                    raise wrong_type(node, "number", hints=(Phrase("hint.threshold-as-bound"),))
                value = number(node)
                if kind == "integer" and value != int(value):
                    raise node.report("number.not-integer", number=str(value))
                return int(value) if kind == "integer" else value
            assert fact is not None
            member = literal_text(node)
            allowed = [value.id for value in fact.values]
            if member not in allowed:
                raise node.report(
                    "criteria.unknown-value",
                    value=member,
                    field=fact.id,
                    hints=node.document.similar(member, allowed) or did_you_mean(allowed[:6]),
                )
            return member

        return read

    def _by_form(self, node: Node) -> Literal:
        """Read a literal of a trusted file, where numbers and booleans are what they look like."""
        written = scalar(node, "text")
        if written.plain and written.text in ("true", "false"):
            return boolean(node)
        return number(node) if is_number_like(written) else written.text

    def _fits(self, node: Node, fact: Fact | None, operator: Operator) -> None:
        """Report a test that facts of this type do not take."""
        if fact is None or operator is Operator.KNOWN:
            return
        if operator in BOUNDS:
            fits = fact.type in ("integer", "number")
        elif operator is Operator.INCLUDES:
            fits = fact.type == "choices"
        else:
            fits = fact.type != "choices"
        if not fits:
            hint = Phrase(f"hint.tests-of-{fact.type}")
            raise node.report(
                "criteria.wrong-test", field=fact.id, type=Phrase(f"kind.{fact.type}"), hints=(hint,)
            )

    def _satisfiable(self, node: Node, tests: list[Test], fact: Fact | None) -> None:
        """Report bounds that no number meets."""
        lower: list[tuple[float, bool]] = []
        upper: list[tuple[float, bool]] = []
        for test in tests:
            if test.operator not in BOUNDS:
                continue
            assert not isinstance(test.value, tuple)
            bound = self.thresholds[test.value] if isinstance(test.value, str) else test.value
            is_open = test.operator in (Operator.ABOVE, Operator.BELOW)
            (lower if test.operator in (Operator.MIN, Operator.ABOVE) else upper).append((bound, is_open))
        for low, low_open in lower:
            for high, high_open in upper:
                is_empty = low > high or (low == high and (low_open or high_open))
                if fact is not None and fact.type == "integer" and not is_empty:
                    first = -(-low // 1) if not low_open else low // 1 + 1
                    last = high // 1 if not high_open else -(-high // 1) - 1
                    is_empty = first > last
                if is_empty:
                    raise node.report("criteria.empty-range")
