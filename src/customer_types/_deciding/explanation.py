"""An explanation says why a customer is, is not, or may be in a category.

The reason for a verdict is the part of the criterion that decides it: of a conjunction that fails
the parts that fail, of one that holds all parts, of one that is open the parts that are open; and
the mirror image for a disjunction.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any as Anything

import attrs

from customer_types._deciding.derivations import completed, following_in, wanted
from customer_types._deciding.interpreter import LATER, Facts, Memo, holds, own, resolve, verdicts
from customer_types._deciding.wording import Wording
from customer_types._messages import shown
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Test
from customer_types._model.facts import Follows
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._model.truth import Truth, negation

_MARKS: Mapping[Truth, str] = {True: "✓", False: "✗", None: "?"}
_WORDS: Mapping[Truth, str] = {True: "yes", False: "no", None: "unknown"}


@attrs.frozen
class Reason:
    """A criterion with its truth for a customer, and the parts of it that decide."""

    criterion: Criterion
    truth: Truth
    parts: "tuple[Reason, ...]" = ()


def reason(criterion: Criterion, facts: Facts, taxonomy: Taxonomy, memo: Memo | None = None) -> Reason:
    """Work out why a criterion holds, does not hold, or is unknown."""
    memo = {} if memo is None else memo
    return _reason(criterion, holds(criterion, facts, taxonomy, memo), facts, taxonomy, memo)


def _reason(criterion: Criterion, truth: Truth, facts: Facts, taxonomy: Taxonomy, memo: Memo) -> Reason:
    inner = negation(truth) if isinstance(criterion, Not) else truth
    parts = deciding(criterion, truth, facts, taxonomy, memo)
    return Reason(criterion, truth, tuple(_reason(part, inner, facts, taxonomy, memo) for part in parts))


def deciding(
    criterion: Criterion, truth: Truth, facts: Facts, taxonomy: Taxonomy, memo: Memo
) -> Sequence[Criterion]:
    """Give the parts of a criterion that make its truth what it is, which is theirs too except under `not`.

    Where a conjunction holds, all its parts do, and where a disjunction fails, all of them do; elsewhere each
    part is asked.
    """
    match criterion:
        case All() | Any():
            if truth is isinstance(criterion, All):
                return criterion.parts
            return [part for part in criterion.parts if holds(part, facts, taxonomy, memo) is truth]
        case Not():
            return (criterion.part,)
        case _:
            return ()


def missing(facts: Mapping[str, Anything], taxonomy: Taxonomy) -> tuple[str, ...]:
    """List the missing facts that settle the verdicts of a taxonomy, whatever they turn out to be.

    `facts` have what follows from others too. Of what would follow, that is named which is easiest to give.
    Where a criterion asks whether one of the missing facts is known, its answer brings in further ones.
    """
    vocabulary = taxonomy.vocabulary
    known = vocabulary.facts
    asked: tuple[str, ...] = ()
    while True:
        told = {name for name in facts if facts[name] is not None} | {*asked}
        by_parts = [name for name, how in following_in(vocabulary).items() if told.issuperset(how.parts)]
        later = [name for name in (*asked, *by_parts) if facts.get(name) is None]
        leave_open = _open_facts({**facts, **dict.fromkeys(later, LATER)}, taxonomy)
        found = dict.fromkeys([*asked, *(wanted(name, facts, known[name]) for name in leave_open)])
        if len(found) == len(asked):
            return asked
        asked = tuple(found)


def _open_facts(facts: Mapping[str, Anything], taxonomy: Taxonomy) -> Iterator[str]:
    memo: Memo = {}
    seen: set[str] = set()
    pairs = zip(taxonomy.categories, verdicts(facts, taxonomy, memo), strict=True)
    # A category that another one is built on is gone through once, however often it is named.
    pending = deque(_behind_verdicts((category for category, truth in pairs if truth is None), taxonomy))
    while pending:
        home, category = pending.popleft()
        if category.key in seen or category.when is None:
            continue
        seen.add(category.key)
        if own(category, facts, home, memo) is not None:
            continue
        for part in _open_parts(category.when, facts, home, memo):
            match part:
                case Test(fact):
                    yield fact
                case InCategory(key):
                    other, built_on = resolve(key, home)
                    if other is home:
                        pending.append((home, built_on))
                    else:
                        pending += _behind_verdicts((built_on,), other)
                case _:
                    pass


def _behind_verdicts(
    categories: Iterable[Category], taxonomy: Taxonomy
) -> Iterator[tuple[Taxonomy, Category]]:
    """List categories with those that come before any of them, where the first match decides."""
    asked = [*categories]
    wanted = {one.id for category in asked for one in (*taxonomy.before(category), category)}
    return ((taxonomy, one) for one in taxonomy.categories if one.id in wanted)


def _open_parts(criterion: Criterion, facts: Facts, taxonomy: Taxonomy, memo: Memo) -> Iterator[Criterion]:
    """Go through what is open of a criterion that is, outermost first."""
    yield criterion
    for part in deciding(criterion, None, facts, taxonomy, memo):
        yield from _open_parts(part, facts, taxonomy, memo)


def write(
    taxonomy: Taxonomy, facts: Mapping[str, Anything], verdicts: tuple[Truth, ...], language: str
) -> str:
    """Write why a customer is in each category of a taxonomy or not, those it is in first.

    `facts` are those that were given, without what follows from them.
    """
    label = Wording(taxonomy, language).label(taxonomy)
    told = by_category(taxonomy, facts, verdicts, language)
    lines = (line for lines in told.values() for line in lines)
    return "\n".join([f"{label} ({taxonomy.id} {taxonomy.version})", *lines])


def by_category(
    taxonomy: Taxonomy, facts: Mapping[str, Anything], verdicts: tuple[Truth, ...], language: str
) -> dict[str, list[str]]:
    """Give the lines about each category by its id, those that a customer is in first."""
    pairs = [*zip(taxonomy.categories, verdicts, strict=True)]
    writer = _Writer(Wording(taxonomy, language), facts, verdicts)
    return {
        category.id: writer.category(category, truth)
        for wanted in (True, None, False)
        for category, truth in pairs
        if truth is wanted
    }


#: What is said of every customer alike, by taxonomy and language; nothing that hangs on one is in it.
_sentences: Memory[Taxonomy, dict[str, dict[Anything, str]]] = Memory(lambda _: {})
#: Of so many languages it is kept.
_LANGUAGES = 16


class _Writer:
    def __init__(self, words: Wording, given: Facts, verdicts: tuple[Truth, ...]) -> None:
        self.words = words
        self.taxonomy = words.taxonomy
        self.facts = completed(given, following_in(words.vocabulary))
        self.derived = self.facts.keys() - given.keys()
        self.memo: Memo = {}
        if words.taxonomy.decide == "all":  # then the verdict on a category is that of its own criterion
            self.memo |= zip(map(id, words.taxonomy.categories), verdicts, strict=True)
        self.values: dict[tuple[str, bool], str] = {}
        kept = _sentences(words.taxonomy)
        if words.language not in kept and len(kept) == _LANGUAGES:
            kept.clear()
        self.kept = kept.setdefault(words.language, {})

    def once(self, key: Anything, write: Callable[[], str]) -> str:
        """Write what is the same for every customer, once."""
        found = self.kept.get(key)
        if found is None:
            found = self.kept[key] = write()
        return found

    def say(self, key: str) -> str:
        return self.once(key, lambda: self.words.say(key))

    def category(self, category: Category, truth: Truth) -> list[str]:
        lines = [self.once((category.id, truth), lambda: self.head(category, truth))]
        if category.when is None:
            if category.without_criteria is not None:
                reason_why = category.without_criteria.text(self.words.language, fallback=self.words.fallback)
                lines.append(f"    {reason_why}")
        elif truth is not own(category, self.facts, self.taxonomy, self.memo):
            lines += self.earlier(category, truth)
        else:
            self.reason(category.when, truth, 1, lines, is_top=True)
        return lines

    def head(self, category: Category, truth: Truth) -> str:
        said = self.words.say(_WORDS[truth])
        return self.words.say("category", mark=_MARKS[truth], label=self.words.label(category), truth=said)

    def earlier(self, category: Category, truth: Truth) -> Iterator[str]:
        """Say which categories come first, and so keep a customer out of one that would match."""
        for other in self.taxonomy.before(category):
            other_truth = own(other, self.facts, self.taxonomy, self.memo)
            if other_truth is negation(truth) and other_truth is not False:
                key = "earlier" if other_truth else "perhaps-earlier"
                yield f"    {_MARKS[truth]} {self.words.say(key, label=self.words.label(other))}"

    def reason(
        self, criterion: Criterion, truth: Truth, depth: int, lines: list[str], *, is_top: bool = False
    ) -> None:
        """Add the lines about a criterion, whose truth is known, to others."""
        said, parts = self.told(criterion, truth, is_top=is_top)
        if said is not None:
            lines.append(f"{'    ' * depth}{_MARKS[truth]} {said}")
            depth += 1
        inner = negation(truth) if isinstance(criterion, Not) else truth
        for part in parts:
            self.reason(part, inner, depth, lines)

    def told(
        self, criterion: Criterion, truth: Truth, *, is_top: bool
    ) -> tuple[str | None, Sequence[Criterion]]:
        """Say what stands before the parts that decide, if anything does, and give those parts."""
        match criterion:
            case Test():
                return self.test(criterion), ()
            case InCategory(key):
                return self.once(("in", key), lambda: self.words.category(key)), ()
            case Not():
                if isinstance(criterion.part, Any):
                    return self.say("none"), self.deciding(criterion.part, negation(truth))
                return self.say("not"), (criterion.part,)
            case All():
                parts = self.deciding(criterion, truth)
                if not parts:
                    return self.say("always"), ()
                return None if is_top or len(parts) == 1 else self.say("all"), parts
            case Any():
                parts = self.deciding(criterion, truth)[: 1 if truth is True else None]
                return self.say("any") if len(parts) > 1 else None, parts

    def deciding(self, criterion: Criterion, truth: Truth) -> Sequence[Criterion]:
        return deciding(criterion, truth, self.facts, self.taxonomy, self.memo)

    def test(self, test: Test) -> str:
        """Say a test with what is known of its fact."""
        value = self.facts.get(test.fact)
        # A criterion of a category lives as long as its taxonomy, and so does what is kept of it.
        if value is None:
            return self.once((id(test), None), lambda: self.frame(test, None).format(self.say("missing")))
        follows = self.words.fact(test).follows if test.fact in self.derived else None
        frame = self.once((id(test), follows is None), lambda: self.frame(test, follows))
        return frame.format(self.value(test, value))

    def frame(self, test: Test, follows: Follows | None) -> str:
        """Say a test with a place for the value, and from what it follows."""
        told = {
            "label": _braced(self.words.label(self.words.fact(test))),
            "value": "{}",
            "wanted": _braced(self.words.wanted(test)),
        }
        if follows is None:
            return self.words.say("test", **told)
        labels = (_braced(self.words.label(self.words.vocabulary.facts[one])) for one in follows.parts)
        first, second = labels
        return self.words.say("test-follows", **told, first=first, second=second)

    def value(self, test: Test, value: Anything) -> str:
        """Write a value, rounded where the rounded one would give the same answer."""
        near = round(value, 4) if isinstance(value, float) else value
        is_same = near == value or self.answer(test, near) is self.answer(test, value)
        key = test.fact, is_same
        if key not in self.values:
            text = self.words.value(self.words.fact(test), value, rounded=is_same)
            self.values[key] = shown(text, quote=False, limit=None)
        return self.values[key]

    def answer(self, test: Test, value: Anything) -> Truth:
        return holds(test, {test.fact: value}, self.taxonomy)


def _braced(text: str) -> str:
    """Write a text so that formatting leaves it as it is."""
    return text.replace("{", "{{").replace("}", "}}")
