"""What a criterion means, case by case: tests, Kleene's connectives, and categories built on others."""

from typing import Any as Anything

import pytest
from tests.property.strategies import World, fact_of, label

from customer_types._deciding import interpreter
from customer_types._model.criteria import All, Any, Criterion, InCategory, Literal, Not, Operator, Test
from customer_types._model.facts import FactType, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.taxonomies import Category, Decision, Taxonomy, Threshold
from customer_types._model.truth import Truth

TYPES: dict[str, FactType] = {
    "orders": "integer",
    "spend": "number",
    "abroad": "boolean",
    "purpose": "choice",
    "interests": "choices",
}
VOCABULARY = Vocabulary(facts=FrozenMap((id, fact_of(id, kind)) for id, kind in TYPES.items()))

YES: Criterion = All(())
NO: Criterion = Not(YES)
UNKNOWN: Criterion = Test("orders", Operator.MIN, 1)


def taxonomy_of(
    *criteria: Criterion | None, decide: Decision = "all", id: str = "t", scope: World | None = None
) -> Taxonomy:
    """Make a taxonomy of categories `c0`, `c1`, … with these criteria."""
    return Taxonomy(
        id=id,
        version="1.0.0",
        labels=label(id),
        decide=decide,
        thresholds=(Threshold(id="few", value=3, labels=label("few")),),
        categories=tuple(
            Category(taxonomy=id, id=f"c{number}", labels=label(f"c{number}"), when=when)
            for number, when in enumerate(criteria)
        ),
        scope=World(VOCABULARY) if scope is None else scope,
    )


def holds(criterion: Criterion, **facts: Anything) -> Truth:
    """Tell whether a criterion holds for a customer."""
    return interpreter.holds(criterion, facts, taxonomy_of(criterion))


def verdicts(taxonomy: Taxonomy, **facts: Anything) -> list[Truth]:
    """Give the verdicts on all categories."""
    return [interpreter.verdict(category, facts, taxonomy) for category in taxonomy]


@pytest.mark.parametrize(
    ("fact", "operator", "bound", "truths"),
    [
        ("orders", "min", 3, {2: False, 3: True, 4: True, None: None}),
        ("orders", "max", 3, {2: True, 3: True, 4: False, None: None}),
        ("orders", "above", 3, {2: False, 3: False, 4: True, None: None}),
        ("orders", "below", 3, {2: True, 3: False, 4: False, None: None}),
        ("orders", "equals", 3, {2: False, 3: True, 4: False, None: None}),
        ("orders", "min", "few", {2: False, 3: True, None: None}),
        ("orders", "below", "few", {2: True, 3: False, None: None}),
        ("orders", "min", 2.5, {2: False, 3: True, None: None}),
        ("orders", "max", 2.5, {2: True, 3: False, None: None}),
        ("orders", "one_of", (1, 3), {1: True, 2: False, 3: True, None: None}),
        ("orders", "min", 2**53, {2**53 - 1: False, 2**53: True}),
        ("spend", "max", 99.99, {99.99: True, 99.99000000000001: False, None: None}),
        ("spend", "min", 0, {-0.0: True, -5e-324: False, float("inf"): True}),
        ("abroad", "equals", True, {True: True, False: False, None: None}),
        ("abroad", "equals", False, {True: False, False: True, None: None}),
        ("purpose", "equals", "resale", {"resale": True, "Resale": False, "": False, None: None}),
        ("purpose", "one_of", ("resale", "own_use"), {"own_use": True, "other": False, None: None}),
        (
            "interests",
            "includes",
            ("art",),
            {"art": True, "art food": True, "food": False, "": False, None: None},
        ),
        ("interests", "includes", ("art", "food"), {"art": False, "food art sport": True, None: None}),
        ("orders", "known", True, {0: True, None: False}),
        ("orders", "known", False, {0: False, None: True}),
        ("interests", "known", True, {"": True, None: False}),
    ],
)
def test_each_operator(
    fact: str, operator: str, bound: Literal | tuple[Literal, ...], truths: dict[Anything, Truth]
) -> None:
    """A test compares one fact with its bound; of a missing fact it is unknown, unless it asks for that."""
    test = Test(fact, Operator(operator), bound)
    for value, truth in truths.items():
        is_set = fact == "interests" and value is not None
        customer = {fact: frozenset(value.split()) if is_set else value}
        assert interpreter.holds(test, customer, taxonomy_of()) is truth, value
    if None in truths:
        assert interpreter.holds(test, {}, taxonomy_of()) is truths[None]


@pytest.mark.parametrize(
    ("parts", "all_of", "any_of"),
    [
        ((), True, False),
        ((YES,), True, True),
        ((NO,), False, False),
        ((UNKNOWN,), None, None),
        ((YES, NO), False, True),
        ((YES, UNKNOWN), None, True),
        ((UNKNOWN, YES), None, True),
        ((NO, UNKNOWN), False, None),
        ((UNKNOWN, NO), False, None),
        ((UNKNOWN, UNKNOWN), None, None),
        ((YES, NO, UNKNOWN), False, True),
    ],
)
def test_the_connectives_are_kleene_s(parts: tuple[Criterion, ...], all_of: Truth, any_of: Truth) -> None:
    """`all` is as false as its falsest part, `any` as true as its truest, and `not` mirrors them."""
    assert holds(All(parts)) is all_of
    assert holds(Any(parts)) is any_of
    assert holds(Not(Any(parts))) is (None if any_of is None else not any_of)


def test_what_must_be_so_is_unknown_all_the_same() -> None:
    """At most 3 or at least 4 is no simplification to yes: with the number missing it is unknown."""
    either = Any((Test("orders", Operator.MAX, 3), Test("orders", Operator.MIN, 4)))
    assert holds(either, orders=3) is holds(either, orders=4) is True
    assert holds(either) is None


def test_a_category_without_criterion_is_unknown() -> None:
    """A category that has no criterion has no verdict, and what is built on it has none either."""
    assert verdicts(taxonomy_of(None, InCategory("c0"), Not(InCategory("c0"))), orders=1) == [None] * 3


def test_all_gives_each_category_its_own_criterion() -> None:
    """Under `all` several categories may be yes."""
    assert verdicts(taxonomy_of(YES, UNKNOWN, NO, YES)) == [True, None, False, True]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ((YES, YES, NO), [True, False, False]),
        ((NO, YES, YES), [False, True, False]),
        ((UNKNOWN, YES, YES), [None, None, False]),
        ((UNKNOWN, UNKNOWN, NO), [None, None, False]),
        ((NO, UNKNOWN, YES), [False, None, None]),
        ((NO, NO, YES), [False, False, True]),
    ],
)
def test_first_gives_the_first_that_matches(criteria: tuple[Criterion, ...], expected: list[Truth]) -> None:
    """Under `first` a category is yes if it holds and no earlier one does, and no as soon as one does."""
    assert verdicts(taxonomy_of(*criteria, decide="first")) == expected


def test_a_category_of_the_same_taxonomy_means_its_own_criterion() -> None:
    """Within a taxonomy `category: c1` is the criterion of c1, also where an earlier category is first."""
    taxonomy = taxonomy_of(YES, YES, InCategory("c1"), decide="first")
    assert verdicts(taxonomy) == [True, False, False]
    assert own_truths(taxonomy) == [True, True, True]


def own_truths(taxonomy: Taxonomy) -> list[Truth]:
    """Give the value of each category's own criterion."""
    return [interpreter.own(category, {}, taxonomy) for category in taxonomy]


def test_a_category_of_another_taxonomy_means_its_verdict() -> None:
    """From another taxonomy `category: t/c1` is the verdict on c1, so the order there counts."""
    world = World(VOCABULARY)
    world.taxonomies["t"] = taxonomy_of(YES, YES, decide="first", scope=world)
    other = taxonomy_of(InCategory("t/c0"), InCategory("t/c1"), Not(InCategory("t/c1")), id="u", scope=world)
    assert verdicts(other) == [True, False, True]


def test_a_category_may_build_on_a_later_one() -> None:
    """The order of the file matters to `first` alone, not to what categories are built on."""
    taxonomy = taxonomy_of(Not(InCategory("c1")), UNKNOWN)
    assert verdicts(taxonomy, orders=0) == [True, False]
    assert verdicts(taxonomy) == [None, None]


class Counted(dict[str, Anything]):
    """Facts that count how often they are looked up."""

    looked_up = 0

    def get(self, name: str, default: Anything = None, /) -> Anything:
        """Look a fact up."""
        self.looked_up += 1
        return super().get(name, default)


@pytest.mark.parametrize("decide", ["all", "first"])
def test_the_work_grows_with_the_taxonomy(decide: Decision) -> None:
    """Under either decision a taxonomy's criteria are gone through once for a customer."""
    facts = Counted(orders=0)
    taxonomy = taxonomy_of(*[UNKNOWN] * 300, decide=decide)
    assert set(interpreter.verdicts(facts, taxonomy)) == {False}
    assert facts.looked_up == 300


def test_categories_built_on_one_another_are_not_multiplied() -> None:
    """Twelve categories, each built twice on the one before, cost no 4,096 look-ups: a file may have more."""
    doubled = [Any((InCategory(f"c{number}"), InCategory(f"c{number}"))) for number in range(12)]
    facts = Counted(orders=0)
    assert set(interpreter.verdicts(facts, taxonomy_of(UNKNOWN, *doubled))) == {False}
    assert facts.looked_up < 200


def test_without_a_catalog_other_taxonomies_are_out_of_reach() -> None:
    """A taxonomy in no catalog can't look a category of another one up."""
    taxonomy = Taxonomy(
        id="t",
        version="1.0.0",
        labels=label("t"),
        categories=(Category(taxonomy="t", id="c0", labels=label("c0"), when=InCategory("u/c0")),),
    )
    with pytest.raises(LookupError, match="t is in no catalog"):
        verdicts(taxonomy)
