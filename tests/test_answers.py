"""One answer and its status: by an order, by rules that exclude all others, or not at all."""

import pickle

import attrs
import pytest

import customer_types as ct
from customer_types import SeveralAnswersError, Taxonomy, classify, loads
from customer_types._deciding.answers import cases, has_one_answer

HEAD = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - {id: many, label: {en: Many, fr: Beaucoup}, when: {orders: {min: 3}}}
  - {id: some, label: {en: Some, fr: Quelques}, when: {orders: {min: 1}}}
  - {id: far, label: {en: Far, fr: Loin}, when: {abroad: true}}
"""


def clubs(more: str = "") -> Taxonomy:
    """Give three categories of which one is within another, with more lines behind."""
    return loads(HEAD + more)


def told(taxonomy: Taxonomy, **facts: object) -> tuple[str, str | None]:
    """Give status and id of the one answer."""
    result = classify(facts, taxonomy)
    return result.status, result.answer.id


def test_the_first_yes_of_an_order_is_the_answer() -> None:
    """Whoever is in several categories has the one that tells most; an earlier unknown leaves it open."""
    taxonomy = clubs("precedence: [far, many, some]\n")
    assert told(taxonomy, orders=5, abroad=True) == ("one", "far")
    assert told(taxonomy, orders=5, abroad=False) == ("one", "many")
    assert told(taxonomy, orders=1, abroad=False) == ("one", "some")
    assert told(taxonomy, orders=0, abroad=False) == ("none", None)
    assert told(taxonomy, orders=5) == ("undecided", None)
    assert told(taxonomy, abroad=True) == ("one", "far")
    assert told(taxonomy) == ("undecided", None)


def test_rules_that_exclude_all_others_leave_one_answer() -> None:
    """Then one yes is enough, whatever is unknown beside it; two are more than the rules allow."""
    taxonomy = clubs("rules: [{disjoint: [many, some]}, {disjoint: [some, far]}, {disjoint: [far, many]}]\n")
    assert told(taxonomy, abroad=True) == ("one", "far")
    assert told(taxonomy, orders=1, abroad=False) == ("one", "some")
    assert told(taxonomy, orders=5) == ("several", None)
    assert told(taxonomy, abroad=False) == ("undecided", None)
    assert told(taxonomy, orders=0, abroad=False) == ("none", None)


def test_where_the_first_match_decides_there_is_an_order() -> None:
    """It is that of the file."""
    taxonomy = loads(HEAD.replace("categories:", "decide: first\ncategories:"))
    assert told(taxonomy, orders=5) == ("one", "many")
    assert told(taxonomy, orders=1, abroad=True) == ("one", "some")
    assert told(taxonomy, abroad=True) == ("undecided", None)
    assert told(taxonomy, orders=0) == ("undecided", None)
    assert told(taxonomy, orders=0, abroad=False) == ("none", None)


@pytest.mark.parametrize(
    ("rules", "reason", "french"),
    [
        ("", "no rule says that nobody is in both `many` and `some`", "d’être à la fois dans `many`"),
        (
            "rules: [{disjoint: [many, some]}]",
            "no rule says that nobody is in both `many` and `far`",
            "d’être à la fois dans `many`",
        ),
        (
            "rules: [{disjoint: [many, far]}, {overlaps: [many, some]}]",
            "somebody can be in `many` and in `some` at once",
            "on peut être à la fois",
        ),
        (
            "rules: [{implies: {many: some}}, {overlaps: [many, far]}]",
            "everybody in `many` is in `some` too",
            "tout client de `many`",
        ),
        (
            "rules: [{disjoint: [many, far]}, {disjoint: [some, far]}]",
            "its rules keep some of its categories apart, but not all",
            "séparent certaines de ses catégories",
        ),
    ],
)
def test_all_else_has_several_answers(rules: str, reason: str, french: str) -> None:
    """The error says what the rules let happen, and that an order is the cure; it can be pickled."""
    taxonomy = clubs(f"{rules}\n")
    assert not has_one_answer(taxonomy)
    with pytest.raises(SeveralAnswersError) as refused:
        cases(taxonomy)
    cure = "`precedence` in its file says which category comes first"
    assert str(refused.value) == f"`clubs` can put a customer into several categories: {reason}; {cure}"
    assert french in refused.value.render("fr")
    assert "`precedence`, dans son fichier, indique" in refused.value.render("fr")
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)


def test_an_order_with_holes_is_refused() -> None:
    """A taxonomy that a program makes must give each category its place, as a file must."""
    taxonomy = attrs.evolve(clubs(), precedence=("far", "many"))
    with pytest.raises(SeveralAnswersError, match="`some` has no place in its `precedence`"):
        cases(taxonomy)


OLD = (
    HEAD
    + "  - {id: old, label: {en: Old, fr: Ancien}, when: {orders: {min: 2}}, deprecated: {since: 1.0.0}}\n"
)


@pytest.mark.filterwarnings("ignore::customer_types.TaxonomyWarning")
@pytest.mark.parametrize("more", ["precedence: [far, many, some]", "rules: [{disjoint: all}]"])
def test_what_is_deprecated_is_asked_last(more: str) -> None:
    """It is the answer only where every current verdict is no."""
    text = OLD.replace("when: {orders: {min: 1}}", "when: {orders: 1}")
    taxonomy = loads(f"{text}{more}\n")
    assert told(taxonomy, orders=3, abroad=False) == ("one", "many")
    assert told(taxonomy, orders=2, abroad=False) == ("one", "old")
    assert told(taxonomy, orders=2, abroad=True) == ("one", "far")
    assert told(taxonomy, orders=2) == ("undecided", None)


def test_what_has_no_criteria_is_passed_over() -> None:
    """Its verdict says nothing; where nothing has criteria, nothing is ever decided."""
    persona = "  - {id: persona, label: {en: P, fr: P}, without_criteria: {en: Invented., fr: Inventé.}}\n"
    taxonomy = loads(HEAD + persona + "precedence: [far, many, some]\n")
    assert told(taxonomy, orders=0, abroad=False) == ("none", None)
    assert told(taxonomy, orders=1, abroad=False) == ("one", "some")
    bare = loads(HEAD[: HEAD.index("  - {id: many")] + persona)
    assert told(bare, orders=0) == ("undecided", None)
    assert told(ct.taxonomy("household-registration")) == ("undecided", None)


def test_one_category_needs_no_rule() -> None:
    """Who is in the only category is in one."""
    taxonomy = loads(HEAD[: HEAD.index("  - {id: some")])
    assert told(taxonomy, orders=3) == ("one", "many")
    assert told(taxonomy, orders=2) == ("none", None)
