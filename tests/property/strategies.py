"""Hypothesis strategies for vocabularies, criteria, taxonomies that build on one another, and customers.

A `World` is a vocabulary with taxonomies, as a catalog is. Customers of it have values at the bounds
that its criteria use, just below and just above them, and everything that says that nothing is known.

Structures are drawn by recursion over one primitive, `pick`: strategies that are made anew for each
example would cost more than the tests.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from math import ceil, floor, inf, nan, nextafter
from typing import Any as Anything, TypeVar, get_args

import attrs
from hypothesis import strategies as st

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
    walk,
)
from customer_types._model.facts import Differs, Fact, FactType, FactValue, Ratio, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Name, Naming, Texts
from customer_types._model.taxonomies import Category, Decision, Deprecation, Disjoint, Taxonomy, Threshold

Option = TypeVar("Option")
Customer = dict[str, Anything]

LARGEST = 2**63 - 1
MEMBERS = ("north", "east", "south", "west")
TYPES: tuple[FactType, ...] = get_args(FactType)

#: Bounds of at most fifteen digits, as files may have them; many are close to one another.
INTEGERS = (0, 1, 2, 3, 4, -1, 30, 365, -(10**15) + 1, 10**15 - 1)
NUMBERS = (*INTEGERS, 0.5, 1.5, 2.5, 0.1, 0.3, 99.99, -0.5, 1e-9, 123456789.125)

#: All that says that nothing is known; to leave a fact out is another way.
MISSING = (None, nan, Decimal("NaN"), Decimal("-NaN123"))

NOWHERE = Texts(by_language=FrozenMap({"en": "no criterion", "fr": "aucun critère"}))


@attrs.define
class World:
    """A vocabulary and the taxonomies that use it: all that a taxonomy looks up elsewhere."""

    vocabulary: Vocabulary
    taxonomies: dict[str, Taxonomy] = attrs.field(factory=dict)

    def named(self, taxonomy: str, /) -> Taxonomy:
        """Give the taxonomy of an id."""
        return self.taxonomies[taxonomy]

    @property
    def last(self) -> Taxonomy:
        """The taxonomy that may build on all others."""
        return list(self.taxonomies.values())[-1]


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


def pick(draw: st.DrawFn, options: Sequence[Option]) -> Option:
    """Draw one of the options; failures shrink towards the first."""
    return options[draw(_below(len(options)))]


def label(text: str) -> Label:
    """Call something the same in English and French."""
    naming = Naming(name=Name(forms=FrozenMap({"one": text})))
    return Label(by_language=FrozenMap({"en": naming, "fr": naming}))


@cache
def fact_of(id: str, kind: FactType) -> Fact:
    """Make a fact of a type."""
    members = tuple(FactValue(id=member) for member in MEMBERS) if kind in ("choice", "choices") else ()
    return Fact(id=id, type=kind, values=members, labels=label(id))


_FOLLOWING: tuple[tuple[FactType, type[Differs | Ratio], tuple[FactType, ...]], ...] = (
    ("boolean", Differs, ("choice",)),
    ("number", Ratio, ("integer", "number")),
)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Give a vocabulary of a few facts, of any of the five types, some of which may follow from others."""
    facts = [fact_of(f"fact_{number}", pick(draw, TYPES)) for number in range(1 + draw(_below(5)))]
    for kind, way, of in _FOLLOWING:
        parts = [fact.id for fact in facts if fact.type in of and fact.follows is None]
        if len(parts) > 1 and pick(draw, (True, False)):
            first = pick(draw, parts)
            second = pick(draw, [one for one in parts if one != first])
            fact = fact_of(f"fact_{len(facts)}", kind)
            facts.append(attrs.evolve(fact, follows=way(parts=(first, second))))
    return Vocabulary(facts=FrozenMap((fact.id, fact) for fact in facts))


@attrs.frozen(kw_only=True)
class _Material:
    """What criteria of a taxonomy can be made of."""

    facts: Sequence[Fact]
    thresholds: Sequence[str]
    categories: Sequence[str]
    known: bool


def _several(draw: st.DrawFn, options: Sequence[Literal]) -> tuple[Literal, ...]:
    return tuple(pick(draw, options) for _ in range(1 + draw(_below(3))))


def _test(draw: st.DrawFn, material: _Material) -> Test:
    fact = pick(draw, material.facts)
    literals: Sequence[Literal] = {"integer": INTEGERS, "number": NUMBERS, "boolean": (False, True)}.get(
        fact.type, MEMBERS
    )
    operators = [Operator.EQUALS, Operator.ONE_OF]
    if fact.type in ("integer", "number"):
        operators = [*sorted(BOUNDS), *operators]
    elif fact.type == "choices":
        operators = [Operator.INCLUDES]
    if material.known:
        operators.append(Operator.KNOWN)
    operator = pick(draw, operators)
    if operator is Operator.KNOWN:
        return Test(fact.id, operator, pick(draw, (False, True)))
    if operator in (Operator.ONE_OF, Operator.INCLUDES):
        return Test(fact.id, operator, _several(draw, literals))
    if operator in BOUNDS:
        bounds: Sequence[Literal] = (*NUMBERS, *material.thresholds, *material.thresholds)
        return Test(fact.id, operator, pick(draw, bounds))
    return Test(fact.id, operator, pick(draw, literals))


def _criterion(draw: st.DrawFn, material: _Material, depth: int) -> Criterion:
    kinds = ("test", "test", "all", "any", "not") if depth else ("test",)
    kind = pick(draw, (*kinds, "category") if material.categories else kinds)
    match kind:
        case "test":
            return _test(draw, material)
        case "category":
            return InCategory(pick(draw, material.categories))
        case "not":
            return Not(_criterion(draw, material, depth - 1))
    least = 0 if kind == "all" else 1  # a disjunction of nothing is no criterion of a file
    parts = tuple(_criterion(draw, material, depth - 1) for _ in range(least + draw(_below(3))))
    return All(parts) if kind == "all" else Any(parts)


@st.composite
def criteria(draw: st.DrawFn, vocabulary: Vocabulary, *, known: bool = True) -> Criterion:
    """Give a nested criterion over the facts; `known` lets the test `known` be in it."""
    facts = list(vocabulary.facts.values())
    return _criterion(draw, _Material(facts=facts, thresholds=(), categories=(), known=known), 3)


@st.composite
def worlds(
    draw: st.DrawFn, *, known: bool = True, decide: Decision | None = None, complete: bool = False
) -> World:
    """Give a world of one or two taxonomies; the second may build on categories of the first.

    `known` lets criteria ask whether a fact is known, `complete` gives every category a criterion.
    """
    world = World(draw(vocabularies()))
    others: list[str] = []
    for number in range(1 + draw(_below(2))):
        taxonomy = _taxonomy(draw, f"taxonomy-{number}", world, others, known, decide, complete)
        world.taxonomies[taxonomy.id] = taxonomy
        others += [category.key for category in taxonomy]
    return world


def _taxonomy(
    draw: st.DrawFn,
    id: str,
    world: World,
    others: Sequence[str],
    known: bool,
    decide: Decision | None,
    complete: bool,
) -> Taxonomy:
    decisions: tuple[Decision, ...] = get_args(Decision)
    decision = pick(draw, decisions) if decide is None else decide
    thresholds = [
        Threshold(id=f"threshold_{number}", value=pick(draw, NUMBERS), labels=label("threshold"))
        for number in range(draw(_below(3)))
    ]
    made: list[Category] = []
    for number in range(1 + draw(_below(4))):
        material = _Material(
            facts=list(world.vocabulary.facts.values()),
            thresholds=[threshold.id for threshold in thresholds],
            categories=[*(category.id for category in made), *others],
            known=known,
        )
        is_without = decision == "all" and not complete and pick(draw, (False,) * 7 + (True,))
        category = Category(
            taxonomy=id,
            id=f"category-{number}",
            labels=label(f"category {number}"),
            when=None if is_without else _criterion(draw, material, 2),
            without_criteria=NOWHERE if is_without else None,
            deprecated=pick(draw, (None,) * 5 + (Deprecation(since="1.0.0"),)),
        )
        made.insert(draw(_below(len(made) + 1)), category)  # so that it may build on a later one
    current = [category.id for category in made if category.when is not None and category.deprecated is None]
    way = pick(draw, ("nothing", "precedence", "exclusion")) if decision == "all" else "nothing"
    return Taxonomy(
        id=id,
        version="1.0.0",
        labels=label(id),
        decide=decision,
        precedence=tuple(draw(st.permutations(current))) if way == "precedence" else (),
        thresholds=tuple(thresholds),
        categories=tuple(made),
        rules=(Disjoint(categories=None),) if way == "exclusion" else (),
        scope=world,
    )


def bounds_of(taxonomies: Mapping[str, Taxonomy]) -> dict[str, set[float]]:
    """List the numbers that criteria compare each fact with."""
    found: dict[str, set[float]] = {}
    for taxonomy in taxonomies.values():
        values = {threshold.id: threshold.value for threshold in taxonomy.thresholds}
        for category in taxonomy:
            for test in () if category.when is None else walk(category.when):
                if isinstance(test, Test):
                    several = test.value if isinstance(test.value, tuple) else (test.value,)
                    numbers = (values.get(one, one) if isinstance(one, str) else one for one in several)
                    found.setdefault(test.fact, set()).update(
                        one for one in numbers if isinstance(one, (int, float)) and not isinstance(one, bool)
                    )
    return found


@cache
def _at_and_beside(kind: FactType, bounds: frozenset[float]) -> tuple[Anything, ...]:
    """List numbers at bounds, just below and just above, in the forms that programs have them."""
    if kind == "integer":
        near = {floor(bound) + step for bound in bounds for step in (-1, 0, 1)} | set(map(ceil, bounds))
        whole = sorted(near | {0, 1, LARGEST, -LARGEST - 1})
        return (*whole, *map(Decimal, whole), *(float(value) for value in whole if abs(value) < 2**53))
    exact = {float(bound) for bound in bounds} | {0.0, 1.0}
    beside = {nextafter(bound, way) for bound in exact for way in (-inf, inf)}
    numbers = sorted(exact | beside)
    return (*numbers, *map(Decimal, numbers), *(floor(number) for number in numbers), inf, -inf, 2**70)


SETS = (set, frozenset, list, tuple)


def value_of(draw: st.DrawFn, fact: Fact, bounds: Mapping[str, set[float]]) -> Anything:
    """Draw a known value of a fact; for numbers at the bounds and beside."""
    match fact.type:
        case "integer" | "number":
            return pick(draw, _at_and_beside(fact.type, frozenset(bounds.get(fact.id, ()))))
        case "boolean":
            return pick(draw, (False, True))
        case "choice":
            return pick(draw, (*(value.id for value in fact.values), "elsewhere"))
        case "choices":
            among = (*(value.id for value in fact.values), None)
            return pick(draw, SETS)(pick(draw, among) for _ in range(draw(_below(4))))


@st.composite
def customers(
    draw: st.DrawFn, facts: Mapping[str, Fact], bounds: Mapping[str, set[float]], *, complete: bool = False
) -> Customer:
    """Give a customer: each fact absent, missing in some way, or known; all known if `complete`."""
    customer: Customer = {}
    for id, fact in facts.items():
        how = "known" if complete else pick(draw, ("absent", "known", "known", "known", "missing"))
        if how == "known":
            customer[id] = value_of(draw, fact, bounds)
        elif how == "missing":
            customer[id] = pick(draw, MISSING)
    return customer


@st.composite
def answers(
    draw: st.DrawFn,
    facts: Mapping[str, Fact],
    bounds: Mapping[str, set[float]],
    names: Sequence[str],
) -> Customer:
    """Give values of the named facts."""
    return {name: value_of(draw, facts[name], bounds) for name in names}


@st.composite
def worlds_with_customer(
    draw: st.DrawFn, *, known: bool = True, decide: Decision | None = None, complete: bool = False
) -> tuple[World, Customer]:
    """Give a world with a customer of it."""
    world = draw(worlds(known=known, decide=decide, complete=complete))
    return world, draw(customers(world.vocabulary.facts, bounds_of(world.taxonomies)))
