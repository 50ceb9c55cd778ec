"""An explanation says why a customer is, is not, or may be in a category.

The reason for a verdict is the part of the criterion that decides it: of a conjunction that fails
the parts that fail, of one that holds all parts, of one that is open the parts that are open; and
the mirror image for a disjunction.
"""

from collections.abc import Iterator, Mapping
from typing import Any as Anything

import attrs

from customer_types.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types.facts import Fact
from customer_types.interpreter import bound, holds, own, resolve
from customer_types.languages import write_number
from customer_types.messages import Plain, message
from customer_types.categories import Category, Taxonomy
from customer_types.truth import Truth, conjunction, disjunction, negation

_MARKS: Mapping[Truth, str] = {True: "✓", False: "✗", None: "?"}


@attrs.frozen
class Reason:
    """A criterion with its truth for a customer, and the parts of it that decide."""

    criterion: Criterion
    truth: Truth
    parts: "tuple[Reason, ...]" = ()


def reason(criterion: Criterion, facts: Mapping[str, Anything], taxonomy: Taxonomy) -> Reason:
    """Work out why a criterion holds, does not hold, or is unknown."""
    match criterion:
        case All(parts) | Any(parts):
            inner = [reason(part, facts, taxonomy) for part in parts]
            connect = conjunction if isinstance(criterion, All) else disjunction
            truth = connect(part.truth for part in inner)
            return Reason(criterion, truth, tuple(part for part in inner if part.truth is truth))
        case Not(part):
            inner_reason = reason(part, facts, taxonomy)
            return Reason(criterion, negation(inner_reason.truth), (inner_reason,))
        case InCategory() | Test():
            return Reason(criterion, holds(criterion, facts, taxonomy))


def missing(category: Category, facts: Mapping[str, Anything], taxonomy: Taxonomy) -> Iterator[str]:
    """List the missing facts that leave the verdict on a category unknown."""
    categories = [category]
    if taxonomy.decide == "first":
        categories += taxonomy.categories[: taxonomy.categories.index(category)]
    for one in categories:
        if one.when is not None:
            yield from _missing(reason(one.when, facts, taxonomy), facts, taxonomy)


def _missing(why: Reason, facts: Mapping[str, Anything], taxonomy: Taxonomy) -> Iterator[str]:
    if why.truth is not None:
        return
    match why.criterion:
        case Test(fact):
            yield fact
        case InCategory(key):
            other, category = resolve(key, taxonomy)
            if other is not taxonomy:
                yield from missing(category, facts, other)
            elif category.when is not None:
                yield from _missing(reason(category.when, facts, taxonomy), facts, taxonomy)
        case _:
            for part in why.parts:
                yield from _missing(part, facts, taxonomy)


def write(
    taxonomy: Taxonomy, facts: Mapping[str, Anything], verdicts: tuple[Truth, ...], language: str
) -> str:
    """Write why a customer is in each category of a taxonomy or not, those it is in first."""
    writer = _Writer(taxonomy, facts, language)
    pairs = list(zip(taxonomy.categories, verdicts, strict=True))
    order = (True, None, False)
    pairs.sort(key=lambda pair: order.index(pair[1]))
    title = f"{writer.label_of(taxonomy)} ({taxonomy.id} {taxonomy.version})"
    return "\n".join([title, *(line for pair in pairs for line in writer.category(*pair))])


class _Writer:
    def __init__(self, taxonomy: Taxonomy, facts: Mapping[str, Anything], language: str) -> None:
        self.taxonomy = taxonomy
        self.facts = facts
        self.language = language
        self.vocabulary = taxonomy.vocabulary

    def say(self, key: str, **arguments: object) -> str:
        return message(f"explain.{key}", self.language, arguments)

    def label_of(self, named: Taxonomy | Category | Fact) -> str:
        return named.label(self.language, fallback=("en", *self.taxonomy.languages))

    def category(self, category: Category, truth: Truth) -> Iterator[str]:
        said = self.say({True: "yes", False: "no", None: "unknown"}[truth])
        yield self.say(
            "category", mark=Plain(_MARKS[truth]), label=Plain(self.label_of(category)), truth=Plain(said)
        )
        if category.when is None:
            if category.without_criteria is not None:
                yield f"    {category.without_criteria.text(self.language, fallback=('en', *self.taxonomy.languages))}"
            return
        why = reason(category.when, self.facts, self.taxonomy)
        yield from self.reason(why, 1, is_top=True)
        if self.taxonomy.decide == "first" and truth is not why.truth:
            earlier = self.taxonomy.categories[: self.taxonomy.categories.index(category)]
            for other in earlier:
                other_truth = own(other, self.facts, self.taxonomy)
                if other_truth is not False:
                    label = Plain(self.label_of(other))
                    key = "earlier" if other_truth else "perhaps-earlier"
                    yield f"    {_MARKS[truth]} {self.say(key, label=label)}"

    def reason(self, why: Reason, depth: int, *, is_top: bool = False) -> Iterator[str]:
        indent = "    " * depth
        mark = _MARKS[why.truth]
        match why.criterion:
            case Test():
                yield f"{indent}{mark} {self.test(why.criterion)}"
            case InCategory(key):
                label = Plain(self.label_of(resolve(key, self.taxonomy)[1]))
                yield f"{indent}{mark} {self.say('in-category', label=label)}"
            case Not():
                yield f"{indent}{mark} {self.say('not')}"
                for part in why.parts:
                    yield from self.reason(part, depth + 1)
            case All():
                if not why.parts:
                    yield f"{indent}{mark} {self.say('always')}"
                elif is_top or len(why.parts) == 1:
                    for part in why.parts:
                        yield from self.reason(part, depth)
                else:
                    yield f"{indent}{mark} {self.say('all')}"
                    for part in why.parts:
                        yield from self.reason(part, depth + 1)
            case Any():
                if why.truth is True or len(why.parts) == 1:
                    yield from self.reason(why.parts[0], depth)
                else:
                    yield f"{indent}{mark} {self.say('any')}"
                    for part in why.parts:
                        yield from self.reason(part, depth + 1)

    def test(self, test: Test) -> str:
        fact = self.vocabulary.facts[test.fact]
        value = self.facts.get(test.fact)
        shown = self.say("missing") if value is None else self.value(fact, value)
        wanted = self.wanted(test, fact)
        return self.say("test", label=Plain(self.label_of(fact)), value=Plain(shown), wanted=Plain(wanted))

    def wanted(self, test: Test, fact: Fact) -> str:
        if test.operator is Operator.KNOWN:
            return self.say("known" if test.value else "not-known")
        content = bound(test, self.taxonomy)
        if isinstance(content, tuple):
            members = ", ".join(self.value(fact, member) for member in content)
            return self.say(str(test.operator), value=Plain(members))
        text = self.say(str(test.operator), value=Plain(self.number_with_unit(fact, content)))
        return f"{text} [{test.value}]" if isinstance(test.value, str) and test.value != content else text

    def number_with_unit(self, fact: Fact, content: Anything) -> str:
        text = self.value(fact, content)
        unit = None if fact.unit is None else self.vocabulary.units.get(fact.unit)
        if isinstance(content, bool) or not isinstance(content, (int, float)) or fact.unit is None:
            return text
        if unit is None:
            return f"{text} {fact.unit}"
        return f"{text} {unit.labels.text(self.language, count=content, fallback=('en', 'fr'))}"

    def value(self, fact: Fact, content: Anything) -> str:
        if isinstance(content, bool):
            return self.say("yes" if content else "no")
        if isinstance(content, (int, float)):
            return write_number(round(content, 4), self.language)
        if isinstance(content, frozenset):
            return ", ".join(sorted(self.value(fact, member) for member in content)) or self.say("empty")
        labels = next((value.labels for value in fact.values if value.id == content), None)
        return str(content) if labels is None else labels.text(self.language, fallback=("en", "fr"))
