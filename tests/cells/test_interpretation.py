"""The interpreter, which proofs are held against, works out each category of a customer once."""

from collections.abc import Callable
from typing import Any as Anything

import pytest
from tests.cells.making import fact, taxonomy_of, test, yes
from tests.property.strategies import World

from customer_types._deciding import interpreter
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not
from customer_types._model.taxonomies import Category, Decision, Taxonomy
from customer_types._model.truth import Truth

HEIGHT = 14
A = fact("a", "boolean")
TWICE: dict[str, Callable[[str], Criterion]] = {
    "all": lambda id: All((InCategory(id), InCategory(id))),
    "any": lambda id: Any((InCategory(id), InCategory(id))),
    "not": lambda id: Not(All((Not(InCategory(id)), Not(InCategory(id))))),
}
ASKED: dict[str, Callable[[Category, dict[str, Anything], Taxonomy], Truth]] = {
    "own": interpreter.own,
    "verdict": interpreter.verdict,
    "holds": lambda category, facts, home: interpreter.holds(InCategory(category.id), facts, home),
    "verdicts": lambda category, facts, home: interpreter.verdicts(facts, home)[
        home.categories.index(category)
    ],
}


class Counted(dict[str, Anything]):
    """Facts that count how often they are looked up."""

    looked_up = 0

    def get(self, name: str, default: Anything = None, /) -> Anything:
        """Look a fact up."""
        self.looked_up += 1
        return super().get(name, default)


@pytest.mark.parametrize("decide", ["all", "first"])
@pytest.mark.parametrize("twice", TWICE)
@pytest.mark.parametrize("asked", ASKED)
def test_a_category_is_worked_out_once(asked: str, twice: str, decide: Decision) -> None:
    """However often categories are built on one another, the fact below is looked up once."""
    tower = [TWICE[twice](f"c{number + 1}") for number in range(HEIGHT)]
    home = taxonomy_of([A], [*tower, yes("a")], decide=decide)
    for value in (True, False, None):
        facts = Counted(a=value)
        told = ASKED[asked](home["c0"], facts, home)
        assert told is value
        assert facts.looked_up == 1


def test_a_category_elsewhere_is_worked_out_once() -> None:
    """Categories of another taxonomy are worked out once too."""
    world = World(taxonomy_of([A], []).vocabulary)
    world.taxonomies["t"] = taxonomy_of((), [yes("a"), Not(InCategory("c0"))], decide="first", scope=world)
    both = All((InCategory("t/c0"), InCategory("t/c0"), Not(InCategory("t/c1"))))
    other = taxonomy_of((), [both], id="u", scope=world)
    facts = Counted(a=True)
    assert interpreter.verdict(other["c0"], facts, other) is True
    assert facts.looked_up == 1


@pytest.mark.parametrize(
    ("criteria", "decide", "a", "expected"),
    [
        ([yes("a"), Not(yes("a"))], "all", True, (True, False)),
        ([yes("a"), Not(yes("a"))], "first", None, (None, None)),
        ([yes("a"), yes("a"), All(())], "all", True, (True, True, True)),
        ([yes("a"), yes("a"), All(())], "first", True, (True, False, False)),
        ([yes("a"), yes("a"), All(())], "first", False, (False, False, True)),
        ([yes("a"), yes("a"), All(())], "first", None, (None, None, None)),
        ([All(()), yes("a"), All(())], "first", None, (True, False, False)),
        ([None, All(())], "first", None, (None, None)),
        ([None, All(())], "all", None, (None, True)),
    ],
)
def test_verdicts_are_told_together_as_one_by_one(
    criteria: list[Criterion | None], decide: Decision, a: bool | None, expected: tuple[Truth, ...]
) -> None:
    """All verdicts at once are those that are told of each category."""
    home = taxonomy_of([A], criteria, decide=decide)
    assert interpreter.verdicts({"a": a}, home) == expected
    assert tuple(interpreter.verdict(category, {"a": a}, home) for category in home) == expected


def test_thresholds_are_looked_up_where_they_stand() -> None:
    """A threshold within a connective, or of an earlier category, is that of the taxonomy."""
    facts = [fact("n", "integer")]
    few = test("n", "max", "few")
    for criterion in (All((few,)), Any((few,)), Not(Not(few)), InCategory("c1")):
        home = taxonomy_of(facts, [criterion, few, All(())], thresholds={"few": 3}, decide="first")
        assert interpreter.verdicts({"n": 3}, home) == (True, False, False)
        assert interpreter.verdict(home["c2"], {"n": 4}, home) is True
        assert interpreter.verdict(home["c2"], {"n": 3}, home) is False
