"""A meaning is whom a category holds; the meanings that two versions of a taxonomy give are compared here.

Both versions are put into one world: the facts of both, as wide as either has them, and the invariants
that hold in both. There each verdict of the one is held against the same of the other, by proof. What that
means for people is told by examples.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from customer_types._deciding.interpreter import verdicts
from customer_types._deciding.values import read_value
from customer_types._messages import Plain, message
from customer_types._model.criteria import Criterion, InCategory, Not
from customer_types._model.examples import Example
from customer_types._model.facts import NO_VOCABULARY, Fact, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label
from customer_types._model.taxonomies import Category, Scope, Taxonomy
from customer_types._model.truth import Truth
from customer_types._proving.cells.dependencies import all_criteria, speaks_of_home, tests_of
from customer_types._proving.cells.prover import Solver
from customer_types._proving.proofs import BUDGET, Proofs
from customer_types._proving.trials import Answers, answer, customer_of
from customer_types._proving.witnesses import Witness
from customer_types.errors import FactTypeError, FactValueError, UnknownIdError

_NO_LABEL = Label(by_language=FrozenMap())


@attrs.frozen(kw_only=True)
class Meaning:
    """What became of the meaning of a category.

    `left` is a customer who was in it and is not any more, `joined` one who is in it and was not before;
    `unsettled` is one of whom it is said no where it was unknown, or the reverse. `fact` is one that is of
    another type now, so that nothing can be compared. Where a search was given up, `is_decided` is false.
    """

    category: str
    left: Witness | None = None
    joined: Witness | None = None
    unsettled: Witness | None = None
    fact: str | None = None
    is_decided: bool = True

    @property
    def is_changed(self) -> bool:
        """Whether somebody is in it in one version only, or may be."""
        return not self.is_decided or any((self.left, self.joined, self.fact))


def meanings(
    old: Taxonomy, new: Taxonomy, *, budget: int = BUDGET, solver: Solver = "cells"
) -> Iterator[Meaning]:
    r"""Tell what became of the meaning of each category that two versions of a taxonomy have.

    >>> from customer_types import loads, taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> eager = loads("overlay: lifecycle\nthresholds: [{id: loyal_orders, value: 2}]")
    >>> [one.category for one in meanings(lifecycle, eager) if one.joined]
    ['loyal']
    """
    worlds = _worlds(old, new)
    clashing = {
        name
        for name, fact in new.vocabulary.facts.items()
        if name in old.vocabulary.facts and old.vocabulary.facts[name].type != fact.type
    }
    both = [one.id for one in old if one.id in new]
    clash = {id: _first_of(clashing, id, worlds) for id in both}
    versions = _versions(worlds, [id for id in both if clash[id] is None])
    proofs = Proofs([(one, versions) for one in versions], budget=budget, solver=solver)
    numbers = {one.id: number for number, one in enumerate(versions)}
    for id in both:
        if clash[id] is not None:
            yield Meaning(category=id, fact=clash[id])
            continue
        yield _meaning(id, proofs, numbers)


def _meaning(id: str, proofs: Proofs, numbers: dict[str, int]) -> Meaning:
    before, after = numbers[f"old {id}"], numbers[f"new {id}"]
    not_before, not_after = numbers[f"not old {id}"], numbers[f"not new {id}"]
    within = proofs.is_within(before, after), proofs.is_within(after, before)
    if within == (True, True):
        settled = proofs.is_within(not_before, not_after), proofs.is_within(not_after, not_before)
        unsettled = None
        if settled[0] is False:
            unsettled = proofs.witness([(not_before, True), (not_after, False)])
        elif settled[1] is False:
            unsettled = proofs.witness([(not_after, True), (not_before, False)])
        return Meaning(category=id, unsettled=unsettled)
    return Meaning(
        category=id,
        left=proofs.witness([(before, True), (after, False)]) if within[0] is False else None,
        joined=proofs.witness([(after, True), (before, False)]) if within[1] is False else None,
        is_decided=None not in within or False in within,
    )


@attrs.frozen(kw_only=True)
class Move:
    """An example whose customer is answered differently in two versions of a taxonomy.

    `answers` has, for each category of both that is answered differently, the verdict before and after.
    """

    example: Example
    answers: tuple[tuple[str, Truth, Truth], ...]

    @property
    def is_changed(self) -> bool:
        """Whether the customer is in a category in one version only."""
        return any(True in verdicts for _, *verdicts in self.answers)

    def render(self, language: str = "en") -> str:
        """Tell the customer, with the new answers and what they were."""
        text = self.example.text(language, fallback=("en", *self.example.texts.by_language))
        parts = tuple(answer(category, after, before) for category, before, after in self.answers)
        return message("example.moved", language, {"text": Plain(text), "answers": Answers(parts)})


def moves(old: Taxonomy, new: Taxonomy) -> Iterator[Move]:
    r"""Tell which customers, of the examples of two versions, are answered differently in the new one.

    >>> from customer_types import loads
    >>> club = '''
    ... id: club
    ... version: 1.0.0
    ... label: {en: Club, fr: Club}
    ... categories: [{id: gold, label: {en: Gold, fr: Or}, when: {orders: {min: 10}}}]
    ... examples: [{id: dozen, text: {en: A dozen., fr: Douze.}, facts: {orders: 12}, in: [gold]}]
    ... '''
    >>> [move.answers for move in moves(loads(club), loads(club.replace("10", "20")))]
    [(('gold', True, False),)]

    An example of a fact, or of a value, that only one of them knows can't be asked in both, and is left out.
    """
    told = {example.id for example in old.examples}
    for example in (*old.examples, *(one for one in new.examples if one.id not in told)):
        if all(
            _knows(version, name, value) for version in (old, new) for name, value in example.facts.items()
        ):
            then, now = (_verdicts(example, version) for version in (old, new))
            answers = tuple((id, then[id], now[id]) for id in then if id in now and then[id] is not now[id])
            if answers:
                yield Move(example=example, answers=answers)


def _knows(taxonomy: Taxonomy, name: str, value: Any) -> bool:
    """Tell whether a fact can have a value, and be read."""
    fact = taxonomy.vocabulary.facts.get(name)
    if fact is None:
        return False
    try:
        read_value(value, fact)
    except (FactTypeError, FactValueError):
        return False
    return True


def _verdicts(example: Example, taxonomy: Taxonomy) -> dict[str, Truth]:
    found = verdicts(customer_of(example, taxonomy), taxonomy)
    return dict(zip((category.id for category in taxonomy), found, strict=True))


@attrs.frozen(eq=False)
class _World:
    """Where a version of a taxonomy looks things up: among its own neighbors, in the facts of both."""

    vocabulary: Vocabulary
    scope: Scope | None
    _made: dict[str, Taxonomy]  # each is one object, as proofs tell them apart by it

    def named(self, taxonomy: str, /) -> Taxonomy:
        """Give the taxonomy of an id, in this world."""
        if taxonomy not in self._made:
            if self.scope is None:
                raise UnknownIdError("taxonomy", taxonomy)
            self.add(self.scope.named(taxonomy))
        return self._made[taxonomy]

    def add(self, taxonomy: Taxonomy) -> Taxonomy:
        """Put a taxonomy into this world."""
        self._made[taxonomy.id] = attrs.evolve(taxonomy, scope=self)
        return self._made[taxonomy.id]


def _worlds(old: Taxonomy, new: Taxonomy) -> dict[str, Taxonomy]:
    """Put both versions into worlds of the same facts."""
    vocabulary = _common(old.vocabulary, new.vocabulary)
    made = {}
    for name, taxonomy in (("old", old), ("new", new)):
        world = _World(vocabulary, taxonomy.scope, {})
        made[name] = world.add(attrs.evolve(taxonomy, own_vocabulary=NO_VOCABULARY))
    return made


def _common(old: Vocabulary, new: Vocabulary) -> Vocabulary:
    facts = {**old.facts, **new.facts}
    shared = old.facts.keys() & new.facts.keys()
    facts |= {name: _widest(old.facts[name], new.facts[name]) for name in shared}
    invariants = [
        one
        for one in new.invariants
        if one in old.invariants
        and not speaks_of_home((one, _empty(new)))  # they may differ in their numbers
    ]
    return Vocabulary(
        facts=FrozenMap(facts), units=FrozenMap({**old.units, **new.units}), invariants=tuple(invariants)
    )


def _empty(vocabulary: Vocabulary) -> Taxonomy:
    return Taxonomy(
        id="versions", version="0", labels=_NO_LABEL, categories=(), scope=_World(vocabulary, None, {})
    )


def _widest(one: Fact, other: Fact) -> Fact:
    """Give a fact with a domain that has all values of both."""
    has_both = {"min": None not in (one.min, other.min), "max": None not in (one.max, other.max)}
    values = {value.id: value for value in (*one.values, *other.values)}
    return attrs.evolve(
        other,
        min=min(one.min, other.min) if has_both["min"] else None,  # type: ignore[type-var]
        max=max(one.max, other.max) if has_both["max"] else None,  # type: ignore[type-var]
        values=tuple(values.values()),
    )


def _first_of(facts: set[str], id: str, worlds: dict[str, Taxonomy]) -> str | None:
    """Find one of some facts that the verdict on a category hangs on."""
    if not facts:
        return None
    asked: list[tuple[Criterion, Taxonomy]] = [
        (InCategory(f"{name}/{id}"), _versions(worlds, [])) for name in worlds
    ]
    return next((test.fact for test, _ in tests_of(all_criteria(asked)) if test.fact in facts), None)


def _versions(worlds: dict[str, Taxonomy], ids: Sequence[str]) -> Taxonomy:
    """Make a taxonomy whose categories are the verdicts of both versions, and what is the reverse of each."""
    scope = _World(worlds["new"].vocabulary, None, worlds)
    categories = []
    for id in ids:
        for name in worlds:
            verdict = InCategory(f"{name}/{id}")
            for title, criterion in ((f"{name} {id}", verdict), (f"not {name} {id}", Not(verdict))):
                categories.append(Category(taxonomy="versions", id=title, labels=_NO_LABEL, when=criterion))
    return Taxonomy(id="versions", version="0", labels=_NO_LABEL, categories=tuple(categories), scope=scope)
