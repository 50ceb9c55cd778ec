"""Dependencies are found without recursion, in an order in which each can be worked out."""

import pytest
from tests.cells.making import fact, known, taxonomy_of, test, yes
from tests.property.strategies import World

from customer_types._model.criteria import All, Any, Criterion, InCategory, Not
from customer_types._model.facts import Ascending, Implication
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.dependencies import (
    PlacedCategory,
    all_criteria,
    behind,
    categories_of,
    criteria_of,
    facts_of,
    own_criteria,
    tests_of as each_test,
)
from customer_types.errors import CircularCriteriaError

A, B, C = (fact(name, "boolean") for name in "abc")


def ids(found: list[PlacedCategory]) -> list[str]:
    """Give the ids of categories with those of their taxonomies."""
    return [f"{home.id}/{category.id}" for category, home in found]


def two(first: Taxonomy, *criteria: InCategory | All | Not) -> Taxonomy:
    """Make a taxonomy that builds on another one."""
    world = World(first.vocabulary)
    world.taxonomies[first.id] = first
    return taxonomy_of((), criteria, id="u", scope=world)


def test_what_a_category_is_built_on_comes_first() -> None:
    """Each category stands once, after those it is built on, also when these stand later in the file."""
    categories: dict[str, Criterion] = {
        "top": All((InCategory("left"), Not(InCategory("right")))),
        "left": InCategory("base"),
        "alone": yes("a"),
        "right": Any((InCategory("base"), yes("a"))),
        "base": yes("a"),
    }
    home = taxonomy_of([A], categories)
    assert ids(behind([(home["top"], home)])) == ["t/base", "t/left", "t/right", "t/top"]
    assert ids(behind([(home["left"], home), (home["top"], home), (home["alone"], home)])) == [
        "t/base",
        "t/left",
        "t/right",
        "t/top",
        "t/alone",
    ]
    assert ids(behind([])) == []


def test_under_first_earlier_categories_are_behind_too() -> None:
    """The verdict on a category hangs on those before it where the first match decides."""
    home = taxonomy_of([A], [yes("a"), All(()), Not(yes("a"))], decide="first")
    assert ids(behind([(home["c1"], home)])) == ["t/c0", "t/c1"]
    assert ids(behind([(home["c0"], home)])) == ["t/c0"]
    other = two(home, InCategory("t/c2"), Not(InCategory("t/c0")))
    assert ids(behind([(other["c0"], other)])) == ["t/c0", "t/c1", "t/c2", "u/c0"]
    assert ids(behind([(other["c1"], other)])) == ["t/c0", "u/c1"]


def test_within_a_taxonomy_only_the_named_criterion_is_behind() -> None:
    """`category: c1` within a taxonomy is its own criterion, without those before it."""
    home = taxonomy_of([A], [yes("a"), yes("a"), InCategory("c1")], decide="first")
    assert ids([*categories_of((InCategory("c1"), home))]) == ["t/c1"]


@pytest.mark.parametrize(
    ("criteria", "key"),
    [
        ([InCategory("c0")], "t/c0"),
        ([Not(InCategory("c1")), InCategory("c0")], "t/c0"),
        ([yes("a"), All((yes("a"), InCategory("c2"))), InCategory("c3"), InCategory("c1")], "t/c1"),
    ],
)
def test_a_circle_is_told(criteria: list[InCategory], key: str) -> None:
    """Categories that are built on one another in a circle are an error that names one of them."""
    home = taxonomy_of([A], criteria)
    with pytest.raises(CircularCriteriaError) as raised:
        behind([(category, home) for category in home])
    assert key in str(raised.value)


def test_what_is_built_on_twice_is_no_circle() -> None:
    """Two ways down to the same category, and a reference that stands twice, are no circle."""
    home = taxonomy_of(
        [A], [All((InCategory("c1"), InCategory("c2"), InCategory("c1"))), InCategory("c2"), yes("a")]
    )
    assert ids(behind([(home["c0"], home)])) == ["t/c2", "t/c1", "t/c0"]


@pytest.mark.parametrize("height", [32, 5000])
def test_towers_are_climbed_without_recursion(height: int) -> None:
    """However many categories are built on one another, each is found, lowest first."""
    tower = [InCategory(f"c{number + 1}") for number in range(height - 1)]
    home = taxonomy_of([A], [*tower, yes("a")])
    assert ids(behind([(home["c0"], home)])) == [f"t/c{number}" for number in reversed(range(height))]


def test_criteria_of_invariants() -> None:
    """An implication has two criteria, an order of facts has none."""
    home = taxonomy_of([A, B], [])
    implication = Implication(condition=yes("a"), consequence=known("b"))
    assert criteria_of((implication, home)) == ((yes("a"), home), (known("b"), home))
    assert criteria_of((Ascending(facts=("a", "b")), home)) == ()


def test_all_criteria_have_those_they_are_built_on() -> None:
    """Criteria are followed by those of the categories behind them, if these have one."""
    home = taxonomy_of([A, B], [All((InCategory("c1"), InCategory("c2"))), yes("b"), None])
    asked = (Not(InCategory("c0")), home)
    assert all_criteria([asked]) == [asked, (yes("b"), home), (home["c0"].when, home)]
    assert own_criteria([(category, home) for category in home]) == [
        (home["c0"].when, home),
        (yes("b"), home),
    ]


def test_tests_are_found_at_any_depth() -> None:
    """The tests of nested criteria are given in order, each with its taxonomy."""
    home = taxonomy_of([A, B], [yes("b")])
    deep = All((Not(yes("a")), Any((known("b"), InCategory("c0"), All((yes("b"),))))))
    assert [*each_test([(deep, home), (yes("a"), home)])] == [
        (yes("a"), home),
        (known("b"), home),
        (yes("b"), home),
        (yes("a"), home),
    ]


def test_facts_of_invariants() -> None:
    """An invariant is about the facts it names, and those of the categories in it, each once."""
    home = taxonomy_of([A, B, C], [Any((yes("c"), yes("a")))])
    condition = All((yes("b"), InCategory("c0")))
    assert facts_of((Implication(condition=condition, consequence=yes("b")), home)) == ("b", "c", "a")
    assert facts_of((Ascending(facts=("b", "a")), home)) == ("b", "a")
    assert facts_of((Implication(condition=All(()), consequence=All(())), home)) == ()
    assert facts_of((Implication(condition=test("a", "known", True), consequence=yes("a")), home)) == ("a",)
