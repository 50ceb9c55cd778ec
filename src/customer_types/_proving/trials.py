"""A trial holds an answer that an example asserts against the verdict of the criteria.

Criteria are formal and definitions are words, so nothing can prove that they mean the same. An example is
what a reader of the words says of one customer: where a trial differs, either the criterion does not mean
what the words say, or the reader is wrong. All that asks whether examples hold asks here.

What an example of one file asserts may not be true of the numbers of another one that is laid over it: it
has *moved*, which is no error, since a business may have numbers of its own. It is taken for moved if it is
inherited, and something that decides stands in another file than the example.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any as Anything

import attrs

from customer_types._deciding.derivations import completed, following_in
from customer_types._deciding.explanation import Reason, reason
from customer_types._deciding.interpreter import Facts, Memo, own, resolve, verdict
from customer_types._deciding.possibility import impossible_as_given
from customer_types._deciding.values import read_value
from customer_types._deciding.wording import Wording
from customer_types._messages import Listed, Phrase, Plain, message
from customer_types._model.criteria import BOUNDS, All, Any, InCategory, Not, Test
from customer_types._model.examples import Example
from customer_types._model.faults import Fault
from customer_types._model.frozen import FrozenMap
from customer_types._model.locations import Location
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._model.truth import Truth, negation
from customer_types._proving.cells.dependencies import behind, own_criteria, tests_of
from customer_types._proving.witnesses import Witness

#: So many tests are named as a reason.
MOST_TESTS = 4

#: The codes of faults that stand at the place of an example.
OF_EXAMPLES = frozenset({"examples.differs", "examples.impossible"})

_WORDS = {True: "yes", False: "no", None: "unknown"}


@attrs.frozen(kw_only=True, repr=False)
class Trial:
    """An answer that an example asserts of a category, and the verdict of the criteria.

    `impossible` are the facts of the example that no customer can have so. `render` says in a language why
    the verdict is what it is.
    """

    example: Example
    category: Category
    expected: Truth
    verdict: Truth
    impossible: tuple[str, ...] = ()
    taxonomy: Taxonomy = attrs.field(eq=False)

    @property
    def holds(self) -> bool:
        """Whether there can be such a customer, and the verdict is the one that the example asserts."""
        return self.agrees and not self.impossible

    @property
    def agrees(self) -> bool:
        """Whether the verdict is the one that the example asserts."""
        return self.verdict is self.expected

    @property
    def has_moved(self) -> bool:
        """Whether it is a file laid over that of the example which changes the answer."""
        return not self.agrees and _changing(self) is not None

    def render(self, language: str = "en") -> str:
        """Say what decides the verdict, with the facts of the example."""
        return _reason(self.category, customer_of(self.example, self.taxonomy), self.taxonomy, language)

    def __repr__(self) -> str:
        return (
            f"<Trial {self.example.id}: {self.category.id} {_WORDS[self.expected]}, {_WORDS[self.verdict]}>"
        )


def trials(taxonomy: Taxonomy) -> tuple[Trial, ...]:
    """Hold the answers of a taxonomy's examples against its criteria, in the order of its file."""
    return tuple(trial for example in taxonomy.examples for trial in _trials(example, taxonomy))


def _trials(example: Example, taxonomy: Taxonomy) -> Iterator[Trial]:
    facts = customer_of(example, taxonomy)
    impossible = impossible_as_given(_given(example, taxonomy), taxonomy)
    for id, expected in example.answers.items():
        category = taxonomy.named(id)
        yield Trial(
            example=example,
            category=category,
            expected=expected,
            verdict=verdict(category, facts, taxonomy),
            impossible=impossible,
            taxonomy=taxonomy,
        )


def failed(tried: Iterable[Trial]) -> dict[Example, list[Trial]]:
    """Give the examples that do not hold, each with the trials that do not."""
    found: dict[Example, list[Trial]] = {}
    for trial in tried:
        if not trial.holds:
            found.setdefault(trial.example, []).append(trial)
    return found


def customer_of(example: Example, taxonomy: Taxonomy) -> dict[str, Anything]:
    """Take the facts of an example as those of a customer are taken, with what follows from them."""
    return completed(_given(example, taxonomy), following_in(taxonomy.vocabulary))


def _given(example: Example, taxonomy: Taxonomy) -> dict[str, Anything]:
    known = taxonomy.vocabulary.facts
    return {name: read_value(value, known[name]) for name, value in example.facts.items()}


# ---- faults


def faults_of_examples(tried: Iterable[Trial]) -> Iterator[Fault]:
    """Tell which examples no customer can be like, and which differ from the criteria."""
    for example, wrong in failed(tried).items():
        if wrong[0].impossible:
            yield _impossible(wrong[0])
        differing = [trial for trial in wrong if not trial.agrees]
        moved = [trial for trial in differing if trial.has_moved]
        yield from (_differs(trial) for trial in differing if trial not in moved)
        if moved:
            yield _moved(example, moved)


def impossibility(trial: Trial) -> Witness:
    """Give what is known of an example's customer and can't be so."""
    facts = ((name, trial.example.facts[name]) for name in trial.impossible if name in trial.example.facts)
    return Witness(FrozenMap(facts), (trial.taxonomy,))


def _impossible(trial: Trial) -> Fault:
    told = {
        "example": trial.example.id,
        "facts": Listed(trial.impossible, "and"),
        "customer": impossibility(trial),
    }
    place, hints = trial.example.location, (Phrase("hint.change-example"),)
    return Fault(code="examples.impossible", location=place, hints=hints, arguments=told)


def _differs(trial: Trial) -> Fault:
    told = {
        "example": trial.example.id,
        "category": trial.category.id,
        "expected": _said(trial.expected),
        "verdict": _said(trial.verdict),
        "place": _short(_place(trial.category), trial.example.location.path),
        "reason": trial,
    }
    hints = (Phrase("hint.change-criterion-or-example"),)
    return Fault(code="examples.differs", location=trial.example.location, hints=hints, arguments=told)


def _moved(example: Example, moved: Sequence[Trial]) -> Fault:
    place = _changing(moved[0])
    assert place is not None
    answers = tuple(answer(trial.category.id, trial.verdict, trial.expected, reason=trial) for trial in moved)
    told = {"example": example.id, "place": _short(example.location, place.path), "answers": Answers(answers)}
    hints = (Phrase("hint.example-moved"),)
    return Fault(code="examples.moved", location=place, severity="warning", hints=hints, arguments=told)


def _changing(trial: Trial) -> Location | None:
    """Find the place where a file that is laid over that of an example changes what decides."""
    taxonomy, file = trial.taxonomy, trial.example.location.path
    if file == taxonomy.location.path:
        return None
    other = next((place for place in _deciding(trial.category, taxonomy) if place.path != file), None)
    if other is None and taxonomy.decide == "first":
        facts = customer_of(trial.example, taxonomy)
        if (
            own(trial.category, facts, taxonomy) is trial.expected
        ):  # it hangs on the order, which has no place
            return taxonomy.location
    return other


def _deciding(category: Category, taxonomy: Taxonomy) -> Iterator[Location]:
    """List the places of what decides about a category in its own taxonomy: thresholds, then criteria."""
    categories = [(one, home) for one, home in behind([(category, taxonomy)]) if home is taxonomy]
    thresholds = {one.id: one.location for one in taxonomy.thresholds}
    for test, _ in tests_of(own_criteria(categories)):
        if test.operator in BOUNDS and isinstance(test.value, str):
            yield thresholds[test.value]
    yield from (_place(one) for one, _ in categories)


def _place(category: Category) -> Location:
    """Give the place of a category's criterion, or of the category where it has none."""
    return category.location if category.when is None else category.when.location


def _short(place: Location, file: str) -> Plain:
    """Write a place by line and column if it is in the file that is told already."""
    return Plain(f"{place.line}:{place.column}" if place.line and place.path == file else str(place))


# ---- words


@attrs.frozen
class Answers:
    """Several answers in one line."""

    parts: tuple[Phrase, ...]

    def render(self, language: str = "en") -> str:
        """Say the answers in a language."""
        return message("separator", language, {}).join(part.render(language) for part in self.parts)


def _said(truth: Truth) -> Phrase:
    return Phrase(f"explain.{_WORDS[truth]}")


def answer(category: str, verdict: Truth, instead: Truth, **reason: Trial) -> Phrase:
    """Say a verdict on a category, and what it is instead of."""
    key = "example.answer-because" if reason else "example.answer"
    told = {"category": category, "verdict": _said(verdict), "instead": _said(instead)}
    return Phrase(key, {**told, **reason})


def _reason(category: Category, facts: Facts, taxonomy: Taxonomy, language: str) -> str:
    """Say in one line what decides whether a customer is in a category."""
    words = Wording(taxonomy, language)
    if category.when is None:
        return words.say("no-criterion")
    truth, why = verdict(category, facts, taxonomy), reason(category.when, facts, taxonomy)
    if why.truth is truth:
        told = _tests(why, facts, words, {})
    else:
        key = "earlier" if truth is False else "perhaps-earlier"
        others = taxonomy.before(category)
        first = [one for one in others if own(one, facts, taxonomy) is negation(truth)]
        told = (words.say(key, label=words.label(one)) for one in first)
    said = [*islice(dict.fromkeys(told), MOST_TESTS + 1)]
    return words.say("joint").join([*said[:MOST_TESTS], *["…"][: len(said) - MOST_TESTS]])


def _tests(why: Reason, facts: Facts, words: Wording, memo: Memo) -> Iterator[str]:
    """Say the tests that decide, also those of categories that a criterion builds on."""
    match why.criterion:
        case Test() as test:
            fact, value = words.fact(test), facts.get(test.fact)
            shown = words.say("missing") if value is None else words.value(fact, value, rounded=False)
            yield words.say("test", label=words.label(fact), value=shown, wanted=words.wanted(test))
        case InCategory(key):
            home, category = resolve(key, words.taxonomy)
            there = words if home is words.taxonomy else Wording(home, words.language)
            if category.when is None:
                yield there.say("no-criterion")
            else:
                yield from _tests(reason(category.when, facts, home, memo), facts, there, memo)
        case Not():
            for said in _tests(why.parts[0], facts, words, memo):
                yield words.say("not-in-line", part=said)
        case Any() if why.truth is True:
            yield from _tests(why.parts[0], facts, words, memo)
        case All(()):
            yield words.say("always")
        case _:
            for part in why.parts:
                yield from _tests(part, facts, words, memo)
