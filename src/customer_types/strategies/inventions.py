"""Taxonomies are drawn with nested criteria that files can say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import ceil, floor
from typing import Any as Anything

import attrs
from hypothesis import strategies as st

from customer_types._deciding.interpreter import verdicts
from customer_types._deciding.possibility import impossible_facts
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
from customer_types._model.examples import Example
from customer_types._model.facts import Fact, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Name, Naming, Texts
from customer_types._model.taxonomies import Category, Deprecation, Scope, Taxonomy, Threshold
from customer_types._model.truth import Truth
from customer_types.errors import UnknownIdError
from customer_types.strategies.values import below


@attrs.frozen(eq=False)
class Alone:
    """The scope of taxonomies that no file can say."""

    vocabulary: Vocabulary

    def named(self, taxonomy: str, /) -> Taxonomy:
        """There is no other taxonomy."""
        raise UnknownIdError("taxonomy", taxonomy)


@attrs.frozen(kw_only=True)
class _Material:
    """What criteria of a taxonomy can be made of."""

    facts: Sequence[Fact]
    thresholds: Sequence[str]
    categories: Sequence[str]


_USUAL = (0, 1, 2, 3, 5, 10, 30, 90, 365, 1000)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûüœÀÉ ’-"


@cache
def _words() -> st.SearchStrategy[str]:
    return st.text(_LETTERS, max_size=12).map(lambda text: text.strip() or "A")


def without(these: Mapping[str, Anything], those: Mapping[str, Anything]) -> FrozenMap[str, Anything]:
    """Give what one mapping has and the other lacks."""
    return FrozenMap((key, value) for key, value in these.items() if key not in those)


def _pick(draw: st.DrawFn, options: Sequence[Anything]) -> Anything:
    return options[draw(below(len(options)))]


@st.composite
def random_taxonomies(
    draw: st.DrawFn, facts: tuple[Fact, ...], own_vocabulary: Vocabulary, scope: Scope
) -> Taxonomy:
    """Draw a taxonomy over some facts."""
    few = draw(st.lists(st.sampled_from(facts), min_size=1, max_size=6, unique=True)) if facts else []
    units = (None, *sorted({fact.unit for fact in few if fact.unit is not None}))
    thresholds = tuple(
        Threshold(id=f"limit_{number}", value=_number(draw), unit=_pick(draw, units), labels=_label(draw))
        for number in range(1, 1 + draw(below(4)))
    )
    decide = _pick(draw, ("all", "first"))
    made: list[Category] = []
    for number in range(1, 2 + draw(below(5))):
        material = _Material(
            facts=few,
            thresholds=[threshold.id for threshold in thresholds],
            categories=[category.id for category in made],
        )
        is_without = decide == "all" and draw(below(8)) == 7
        category = Category(
            taxonomy="random",
            id=f"category-{number}",
            labels=_label(draw, is_person=True),
            definitions=_texts(draw) if draw(below(4)) == 3 else None,
            when=None if is_without else _criterion(draw, material, 3),
            without_criteria=_texts(draw) if is_without else None,
        )
        made.insert(draw(below(len(made) + 1)), category)  # so that it may build on a later one
    if len(made) > 1 and draw(below(4)) == 3:
        made = _deprecating(made, draw(below(len(made))))
    has_precedence = decide == "all" and draw(below(3)) == 2
    taxonomy = Taxonomy(
        id="random",
        version="1.0.0",
        labels=_label(draw),
        decide=decide,
        precedence=_ranked(draw, made) if has_precedence else (),
        thresholds=thresholds,
        categories=tuple(made),
        own_vocabulary=own_vocabulary,
        scope=scope,
    )
    if not few or draw(below(4)) < 3:
        return taxonomy
    told = tuple(_examples(draw, few, taxonomy))
    return attrs.evolve(taxonomy, examples=told)


def _examples(draw: st.DrawFn, facts: Sequence[Fact], taxonomy: Taxonomy) -> Iterator[Example]:
    """Tell of customers of whom one fact is known; what is said of them is so."""
    for number in range(1, 2 + draw(below(2))):
        fact = _pick(draw, facts)
        value = _literal(draw, fact)
        facts_known = {fact.id: frozenset({value}) if fact.type == "choices" else value}
        if impossible_facts(facts_known, taxonomy):
            continue
        answers: dict[Truth, list[str]] = {True: [], False: [], None: []}
        for category, verdict in zip(taxonomy, verdicts(facts_known, taxonomy), strict=True):
            answers[verdict].append(category.id)
        yield Example(
            id=f"example-{number}",
            texts=_texts(draw),
            facts=FrozenMap(facts_known),
            inside=tuple(answers[True]),
            outside=tuple(answers[False]),
            unknown=tuple(answers[None]),
            reasons=_texts(draw) if draw(st.booleans()) else None,
        )


def _ranked(draw: st.DrawFn, made: Iterable[Category]) -> tuple[str, ...]:
    """Put the current categories that have criteria in an order."""
    ids = [one.id for one in made if one.when is not None and one.deprecated is None]
    return tuple(draw(st.permutations(ids)))


def _deprecating(made: list[Category], place: int) -> list[Category]:
    """Let the category at a place be replaced by another one, unless one builds on it."""
    old, replacement = made[place], made[place - 1]
    parts = (part for one in made if one.when is not None for part in walk(one.when))
    if any(isinstance(part, InCategory) and part.category == old.id for part in parts):
        return made
    deprecated = Deprecation(since="1.0.0", replaced_by=replacement.id)
    return [attrs.evolve(one, deprecated=deprecated) if one is old else one for one in made]


def _texts(draw: st.DrawFn) -> Texts:
    return Texts(by_language=FrozenMap({tag: draw(_words()) for tag in ("en", "fr")}))


def _label(draw: st.DrawFn, *, is_person: bool = False) -> Label:
    """Name something; who is a person may have a plural, and in French the feminine."""
    has_forms = is_person and draw(st.booleans())
    forms: dict[str, tuple[str, ...]] = {"en": ("one",), "fr": ("one",)}
    if has_forms:
        forms = {"en": ("one", "other"), "fr": ("one", "one_feminine", "other", "other_feminine")}
    return Label(
        by_language=FrozenMap(
            {
                tag: Naming(name=Name(forms=FrozenMap({form: draw(_words()) for form in of_language})))
                for tag, of_language in forms.items()
            }
        )
    )


def _criterion(draw: st.DrawFn, material: _Material, depth: int) -> Criterion:
    kinds = ["test", "test", "range", "category", "all", "any", "not"]
    if not depth:
        kinds = kinds[:4]
    if not material.categories:
        kinds.remove("category")
    match _pick(draw, kinds) if material.facts else "nothing":
        case "test":
            return _test(draw, material)
        case "range":
            return _range(draw, material)
        case "category":
            return InCategory(_pick(draw, material.categories))
        case "not":
            return Not(_criterion(draw, material, depth - 1))
        case "any":
            parts = [_criterion(draw, material, depth - 1) for _ in range(1 + draw(below(3)))]
            return Any(tuple(parts))
        case "all":
            parts = [_criterion(draw, material, depth - 1) for _ in range(draw(below(4)))]
            return All(tuple(_compatible(parts)))
    return All(())


def _compatible(parts: Iterable[Criterion]) -> Iterator[Criterion]:
    """Leave out second tests of a fact: a file that asks for an empty range is not valid."""
    tested = set()
    for part in parts:
        if not isinstance(part, Test) or part.fact not in tested:
            yield part
        if isinstance(part, Test):
            tested.add(part.fact)


def _range(draw: st.DrawFn, material: _Material) -> Criterion:
    """Ask for a number between two others, which may be the same."""
    fact = _pick(draw, material.facts)
    if fact.type not in ("integer", "number"):
        return _test(draw, material)
    low, high = sorted(_number_of(draw, fact) for _ in range(2))
    return All((Test(fact.id, Operator.MIN, low), Test(fact.id, Operator.MAX, high)))


def _test(draw: st.DrawFn, material: _Material) -> Test:
    fact = _pick(draw, material.facts)
    operators = [Operator.EQUALS, Operator.ONE_OF, Operator.KNOWN]
    if fact.type in ("integer", "number"):
        operators = [Operator.MIN, Operator.MAX, Operator.ABOVE, Operator.BELOW, *operators]
    elif fact.type == "choices":
        operators = [Operator.INCLUDES, Operator.INCLUDES, Operator.KNOWN]
    operator = _pick(draw, operators)
    if operator is Operator.KNOWN:
        return Test(fact.id, operator, draw(st.booleans()))
    if operator in BOUNDS:
        is_named: bool = draw(st.booleans()) if material.thresholds else False
        if is_named:
            return Test(fact.id, operator, _pick(draw, material.thresholds))
        return Test(fact.id, operator, _number_of(draw, fact))
    if operator is Operator.EQUALS:
        return Test(fact.id, operator, _literal(draw, fact))
    several = [_literal(draw, fact) for _ in range(1 + draw(below(3)))]
    return Test(fact.id, operator, tuple(dict.fromkeys(several)))


def _literal(draw: st.DrawFn, fact: Fact) -> Literal:
    if fact.type in ("integer", "number"):
        return _number_of(draw, fact)
    if fact.type == "boolean":
        return draw(st.booleans())
    member: str = _pick(draw, [value.id for value in fact.values])
    return member


def _number_of(draw: st.DrawFn, fact: Fact) -> int | float:
    """Draw a number for a fact to be compared with: whole if the fact is, and in its domain if it can be."""
    number = _number(draw)
    number = round(number) if fact.type == "integer" else number
    if fact.min is not None and number < fact.min:
        return fact.min if fact.type == "number" else ceil(fact.min)
    if fact.max is not None and number > fact.max:
        return fact.max if fact.type == "number" else floor(fact.max)
    return number


def _number(draw: st.DrawFn) -> int | float:
    """Draw a number as people write them in files: whole, or with two decimals."""
    match draw(below(3)):
        case 0:
            usual: int = _pick(draw, _USUAL)
            return usual
        case 1:
            return draw(st.integers(-1000, 1_000_000))
        case _:
            return draw(st.integers(-100, 1_000_000)) / 100
