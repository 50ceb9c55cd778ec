"""An explanation says why a customer is, is not, or may be in a category.

The reason for a verdict is the part of the criterion that decides it: of a conjunction that fails
the parts that fail, of one that holds all parts, of one that is open the parts that are open; and
the mirror image for a disjunction.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any as Anything

import attrs

from customer_types.categories import Category, Taxonomy
from customer_types.criteria import All, Any, Criterion, InCategory, Not, Test
from customer_types.derivations import completed, following, wanted
from customer_types.facts import Follows
from customer_types.interpreter import LATER, Memo, holds, own, resolve, verdicts
from customer_types.memory import Memory
from customer_types.messages import shown
from customer_types.truth import Truth, conjunction, disjunction, negation
from customer_types.wording import Wording

_MARKS: Mapping[Truth, str] = {True: "✓", False: "✗", None: "?"}
_WORDS: Mapping[Truth, str] = {True: "yes", False: "no", None: "unknown"}


@attrs.frozen
class Reason:
    """A criterion with its truth for a customer, and the parts of it that decide."""

    criterion: Criterion
    truth: Truth
    parts: "tuple[Reason, ...]" = ()


def reason(
    criterion: Criterion, facts: Mapping[str, Anything], taxonomy: Taxonomy, memo: Memo | None = None
) -> Reason:
    """Work out why a criterion holds, does not hold, or is unknown."""
    memo = {} if memo is None else memo
    match criterion:
        case Test() | InCategory():
            return Reason(criterion, holds(criterion, facts, taxonomy, memo))
        case Not(part):
            inner_reason = reason(part, facts, taxonomy, memo)
            return Reason(criterion, negation(inner_reason.truth), (inner_reason,))
        case All(parts) | Any(parts):
            inner = [reason(part, facts, taxonomy, memo) for part in parts]
            connect = conjunction if isinstance(criterion, All) else disjunction
            truth = connect(part.truth for part in inner)
            return Reason(criterion, truth, tuple(part for part in inner if part.truth is truth))


def missing(facts: Mapping[str, Anything], taxonomy: Taxonomy) -> tuple[str, ...]:
    """List the missing facts that settle the verdicts of a taxonomy, whatever they turn out to be.

    `facts` have what follows from others too. Of what would follow, that is named which is easiest to give.
    Where a criterion asks whether one of the missing facts is known, its answer brings in further ones.
    """
    known = taxonomy.vocabulary.facts
    asked: tuple[str, ...] = ()
    while True:
        told = {name for name in facts if facts[name] is not None} | {*asked}
        by_parts = [name for name, how in following(known.values()).items() if told.issuperset(how.parts)]
        later = [name for name in (*asked, *by_parts) if facts.get(name) is None]
        leave_open = _open_facts({**facts, **dict.fromkeys(later, LATER)}, taxonomy)
        found = dict.fromkeys([*asked, *(wanted(name, facts, known[name]) for name in leave_open)])
        if len(found) == len(asked):
            return asked
        asked = tuple(found)


def _open_facts(facts: Mapping[str, Anything], taxonomy: Taxonomy) -> Iterator[str]:
    memo: Memo = {}
    seen: set[str] = set()
    pairs = zip(taxonomy.categories, verdicts(facts, taxonomy), strict=True)
    # A category that another one is built on is gone through once, however often it is named.
    pending = deque(_behind_verdicts((category for category, truth in pairs if truth is None), taxonomy))
    while pending:
        home, category = pending.popleft()
        if category.key in seen or category.when is None:
            continue
        seen.add(category.key)
        for part in _open_parts(reason(category.when, facts, home, memo)):
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


def _open_parts(why: Reason) -> Iterator[Criterion]:
    if why.truth is None:
        yield why.criterion
        for part in why.parts:
            yield from _open_parts(part)


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
    writer = _Writer(Wording(taxonomy, language), facts)
    order = (True, None, False)
    pairs = sorted(zip(taxonomy.categories, verdicts, strict=True), key=lambda pair: order.index(pair[1]))
    return {category.id: list(writer.category(category, verdict)) for category, verdict in pairs}


#: What is said of every customer alike, by taxonomy and language; nothing that hangs on one is in it.
_sentences: Memory[Taxonomy, dict[str, dict[Anything, str]]] = Memory(lambda _: {})
#: Of so many languages it is kept.
_LANGUAGES = 16


class _Writer:
    def __init__(self, words: Wording, given: Mapping[str, Anything]) -> None:
        self.words = words
        self.taxonomy = words.taxonomy
        self.given = given
        self.facts = completed(given, following(words.vocabulary.facts.values()))
        self.memo: Memo = {}
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

    def category(self, category: Category, truth: Truth) -> Iterator[str]:
        yield self.once((category.id, truth), lambda: self.head(category, truth))
        if category.when is None:
            if category.without_criteria is not None:
                reason_why = category.without_criteria.text(self.words.language, fallback=self.words.fallback)
                yield f"    {reason_why}"
            return
        why = reason(category.when, self.facts, self.taxonomy, self.memo)
        if self.taxonomy.decide == "first" and truth is not why.truth:
            yield from self.earlier(category, truth)
        else:
            yield from self.reason(why, 1, is_top=True)

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

    def reason(  # noqa: C901  # a case for each kind of criterion
        self, why: Reason, depth: int, *, is_top: bool = False
    ) -> Iterator[str]:
        head = f"{'    ' * depth}{_MARKS[why.truth]} "
        inner = depth + 1
        match why.criterion:
            case Test():
                yield head + self.test(why.criterion)
                return
            case InCategory(key):
                yield head + self.once(("in", key), lambda: self.words.category(key))
                return
            case Not(Any()):
                yield head + self.say("none")
                for part in why.parts[0].parts:
                    yield from self.reason(part, inner)
                return
            case Not():
                yield head + self.say("not")
            case All(()):
                yield head + self.say("always")
            case All() if is_top or len(why.parts) == 1:
                inner = depth
            case All():
                yield head + self.say("all")
            case Any() if why.truth is not True and len(why.parts) > 1:
                yield head + self.say("any")
            case Any():
                inner = depth
        parts = why.parts[:1] if isinstance(why.criterion, Any) and why.truth is True else why.parts
        for part in parts:
            yield from self.reason(part, inner)

    def test(self, test: Test) -> str:
        value = self.facts.get(test.fact)
        told = self.say("missing") if value is None else self.value(test, value)
        follows = None if value is None or test.fact in self.given else self.words.fact(test).follows
        # A criterion of a category lives as long as its taxonomy, and so does what is kept of it.
        frame = self.once((id(test), follows is None), lambda: self.frame(test, follows))
        return frame.format(shown(told, quote=False, limit=None))

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
        is_same = True
        if isinstance(value, float):
            near = {**self.facts, test.fact: round(value, 4)}
            is_same = holds(test, near, self.taxonomy) is holds(test, self.facts, self.taxonomy)
        return self.words.value(self.words.fact(test), value, rounded=is_same)


def _braced(text: str) -> str:
    """Write a text so that formatting leaves it as it is."""
    return text.replace("{", "{{").replace("}", "}}")
