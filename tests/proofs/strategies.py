"""Hypothesis strategies for worlds of which everything can be tried, and for wider ones.

`tiny_worlds` has few facts and few numbers, close to one another, so that all customers who make a
difference can be listed. `wide_worlds` are those of the other property tests, with domains and
invariants. Both have whatever ties facts together: implications, also between facts being known, and
chains of numbers, integer or not.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any as Anything

import attrs
from hypothesis import HealthCheck, settings, strategies as st
from tests.proofs.reference import readable
from tests.property.strategies import NOWHERE, World, label, pick, worlds
from tests.tries import IS_THOROUGH, tries

from customer_types import Category, Taxonomy
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
from customer_types._model.facts import (
    Ascending,
    Fact,
    FactType,
    FactValue,
    Implication,
    Invariant,
    Vocabulary,
)
from customer_types._model.frozen import FrozenMap
from customer_types._model.taxonomies import (
    Deprecation,
    Disjoint,
    Exhaustive,
    Implies,
    Overlaps,
    Rule,
    Threshold,
)

#: Tiny worlds have at most so many facts, and everybody is tried if there are not more customers.
FACTS = 4 if IS_THOROUGH else 3
MOST = 6000 if IS_THOROUGH else 3000

KINDS: tuple[FactType, ...] = ("integer", "number", "boolean", "integer", "number", "choice", "choices")
WHOLE = (0, 1, 2)
DOMAINS = ((0, 2), (0, 1), (None, 2), (0, None), (None, None), (1, 3), (0.5, 1.5), (1, 1), (0.5, 0.5))
HALVES = (0, 1, 2, 0.5, 1.5)
CHOICES = ("north", "east", "south")


def laws(count: int) -> settings:
    """Set how many examples are tried; trying everybody takes what it takes."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=tries(count), deadline=None, suppress_health_check=slow)


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


class ReadableWorld(World):
    """A world that is shown as its taxonomies are written."""

    def __repr__(self) -> str:
        return "\n" + readable(*self.taxonomies.values())

    def _repr_pretty_(self, printer: Anything, cycle: bool) -> None:
        """Show a failing example in as many lines as it has."""
        assert not cycle
        printer.text(repr(self))


# ---- facts -------------------------------------------------------------------------------------


def _fact(draw: st.DrawFn, id: str) -> Fact:
    kind = pick(draw, KINDS)
    match kind:
        case "choice" | "choices":
            members = CHOICES[: 2 + (kind == "choice" and draw(_below(2)))]
            return Fact(
                id=id, type=kind, values=tuple(FactValue(id=one) for one in members), labels=label(id)
            )
        case "boolean":
            return Fact(id=id, type=kind, labels=label(id))
    low, high = pick(draw, DOMAINS)
    if kind == "number" and (low, high) == (0, 2):
        high = 1
    return Fact(id=id, type=kind, min=low, max=high, labels=label(id))


def _test(draw: st.DrawFn, facts: Sequence[Fact], thresholds: Sequence[str]) -> Test:
    fact = pick(draw, facts)
    members: Sequence[Literal] = [value.id for value in fact.values]
    literals: Sequence[Literal] = {"integer": WHOLE, "number": HALVES, "boolean": (False, True)}.get(
        fact.type, members
    )
    operators = [Operator.EQUALS, Operator.ONE_OF]
    if fact.type in ("integer", "number"):
        operators = [*sorted(BOUNDS), *sorted(BOUNDS), *operators]
    elif fact.type == "choices":
        operators = [Operator.INCLUDES, Operator.INCLUDES]
    operator = pick(draw, (*operators, Operator.KNOWN))
    if operator is Operator.KNOWN:
        return Test(fact.id, operator, pick(draw, (False, True)))
    if operator in (Operator.ONE_OF, Operator.INCLUDES):
        return Test(fact.id, operator, tuple(pick(draw, literals) for _ in range(1 + draw(_below(2)))))
    bounds: Sequence[Literal] = (*HALVES, *thresholds, *thresholds) if operator in BOUNDS else literals
    return Test(fact.id, operator, pick(draw, bounds))


def _criterion(
    draw: st.DrawFn,
    facts: Sequence[Fact],
    depth: int,
    thresholds: Sequence[str] = (),
    others: Sequence[str] = (),
) -> Criterion:
    kinds = ("test", "test", "all", "any", "not") if depth else ("test",)
    kind = pick(draw, (*kinds, "category") if others else kinds)
    match kind:
        case "test":
            return _test(draw, facts, thresholds)
        case "category":
            return InCategory(pick(draw, others))
        case "not":
            return Not(_criterion(draw, facts, depth - 1, thresholds, others))
    count = 1 + draw(_below(3))
    if kind == "all" and pick(draw, (False,) * 4 + (True,)):
        count = 0
    parts = tuple(_criterion(draw, facts, depth - 1, thresholds, others) for _ in range(count))
    return All(parts) if kind == "all" else Any(parts)


def _known(draw: st.DrawFn, facts: Sequence[Fact]) -> Criterion:
    return Test(pick(draw, facts).id, Operator.KNOWN, pick(draw, (False, True)))


def _box(draw: st.DrawFn, facts: Sequence[Fact], thresholds: Sequence[str]) -> Criterion:
    """Draw a test of each of some facts: what is left of all customers has many corners."""
    some = [fact for fact in facts if pick(draw, (True, True, False))]
    tests = tuple(_test(draw, [fact], thresholds) for fact in some or facts)
    return All(tests) if len(tests) > 1 else tests[0]


# ---- invariants --------------------------------------------------------------------------------


def invariant(draw: st.DrawFn, facts: Sequence[Fact]) -> Invariant:
    """Draw an invariant: a chain of numbers, or an implication over one or two facts."""
    numbers = [fact for fact in facts if fact.type in ("integer", "number")]
    if len(numbers) > 1 and pick(draw, (True, False)):
        chained = draw(st.permutations([fact.id for fact in numbers]))[: 2 + draw(_below(2))]
        return Ascending(facts=tuple(chained))
    condition = _criterion(draw, [pick(draw, facts) for _ in range(2)], 1)
    consequence = _criterion(draw, [pick(draw, facts) for _ in range(2)], 1)
    if pick(draw, (False, False, True)):
        condition = _known(draw, facts)
        consequence = pick(draw, (_known(draw, facts), consequence))
    return Implication(condition=condition, consequence=consequence)


def _vocabulary(draw: st.DrawFn, most: int) -> Vocabulary:
    facts = [_fact(draw, "abcdef"[number]) for number in range(pick(draw, (*range(1, most + 1), most, most)))]
    invariants = tuple(invariant(draw, facts) for _ in range(draw(_below(4))))
    return Vocabulary(facts=FrozenMap((fact.id, fact) for fact in facts), invariants=invariants)


# ---- taxonomies --------------------------------------------------------------------------------


def _rule(draw: st.DrawFn, ids: Sequence[str]) -> Rule:
    some = tuple(draw(st.permutations(ids))[: 2 + draw(_below(2))])
    kinds = ("disjoint", "exhaustive", "implies", "overlaps") if len(some) > 1 else ("exhaustive",)
    match pick(draw, kinds):
        case "disjoint":
            return Disjoint(categories=pick(draw, (some, None)))
        case "implies":
            return Implies(pairs=((some[0], some[1]),))
        case "overlaps":
            return Overlaps(categories=some)
    return Exhaustive()


def _taxonomy(draw: st.DrawFn, id: str, world: World, others: Sequence[str]) -> Taxonomy:
    decide = pick(draw, ("all", "first"))
    thresholds = [
        Threshold(id=f"threshold_{number}", value=pick(draw, HALVES), labels=label("threshold"))
        for number in range(draw(_below(2)))
    ]
    facts = list(world.vocabulary.facts.values())
    made: list[Category] = []
    for number in range(1 + draw(_below(4))):
        names = [threshold.id for threshold in thresholds]
        built_on = [*(category.id for category in made), *others]
        is_without = decide == "all" and pick(draw, (False,) * 9 + (True,))
        when = (
            _box(draw, facts, names)
            if pick(draw, (False, True))
            else _criterion(draw, facts, 2, names, built_on)
        )
        category = Category(
            taxonomy=id,
            id=f"c{number}",
            labels=label(f"c{number}"),
            when=None if is_without else when,
            without_criteria=NOWHERE if is_without else None,
            deprecated=pick(draw, (None,) * 5 + (Deprecation(since="1.0.0"),)),
        )
        made.insert(draw(_below(len(made) + 1)), category)
    return Taxonomy(
        id=id,
        version="1.0.0",
        labels=label(id),
        decide="first" if decide == "first" else "all",
        thresholds=tuple(thresholds),
        categories=tuple(made),
        rules=tuple(_rule(draw, [category.id for category in made]) for _ in range(draw(_below(3)))),
        scope=world,
    )


@st.composite
def tiny_worlds(draw: st.DrawFn, *, most: int = FACTS) -> World:
    """Give a world of at most so many facts, with one taxonomy or two of which one builds on the other."""
    world = ReadableWorld(_vocabulary(draw, most))
    others: list[str] = []
    for number in range(1 + draw(_below(2))):
        taxonomy = _taxonomy(draw, f"t{number}", world, others)
        world.taxonomies[taxonomy.id] = taxonomy
        others += [category.key for category in taxonomy]
    return world


@st.composite
def crowded_worlds(draw: st.DrawFn) -> World:
    """Give a world with many categories that are easy to be in, so that many of them overlap."""
    world = ReadableWorld(_vocabulary(draw, 3))
    facts = list(world.vocabulary.facts.values())
    made = []
    for number in range(3 + draw(_below(4))):
        tests = [_test(draw, facts, ()) for _ in range(1 + draw(_below(2)))]
        options: Sequence[Criterion] = (tests[0], Not(tests[0]), Any(tuple(tests)), Any(tuple(tests)))
        when = pick(draw, options)
        made.append(Category(taxonomy="t0", id=f"c{number}", labels=label(f"c{number}"), when=when))
    ids = [category.id for category in made]
    world.taxonomies["t0"] = Taxonomy(
        id="t0",
        version="1.0.0",
        labels=label("t0"),
        categories=tuple(made),
        rules=tuple(_rule(draw, ids) for _ in range(2)),
        scope=world,
    )
    return world


LIMITS = (0, None, None, 1, 2, -0.5, 99.99)


@st.composite
def wide_worlds(draw: st.DrawFn) -> World:
    """Give a world of the other property tests, with domains for its numbers, and with invariants."""
    world = draw(worlds())
    facts = []
    for fact in world.vocabulary.facts.values():
        limits = [pick(draw, LIMITS), pick(draw, LIMITS)]
        if fact.type in ("integer", "number") and None not in limits:
            limits.sort(key=lambda limit: limit or 0)
        is_number = fact.type in ("integer", "number")
        facts.append(attrs.evolve(fact, min=limits[0], max=limits[1]) if is_number else fact)
    made = ReadableWorld(
        Vocabulary(
            facts=FrozenMap((fact.id, fact) for fact in facts),
            invariants=tuple(invariant(draw, facts) for _ in range(draw(_below(4)))),
        )
    )
    for id, taxonomy in world.taxonomies.items():
        made.taxonomies[id] = attrs.evolve(taxonomy, scope=made)
    return made
