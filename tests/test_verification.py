"""Reports prove rules, and find what overlaps, what is out of reach, and what is undecided."""

from random import Random
from typing import Any as Anything

import attrs
import pytest
from tests.cells.making import (
    choice,
    choices,
    fact,
    known,
    missing,
    no,
    taxonomy_of,
    test,
    yes,
)

from customer_types import Relation, Report, Taxonomy, classify, loads, verify
from customer_types._deciding.interpreter import own
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not
from customer_types._model.facts import Ascending, Fact, Implication, Invariant
from customer_types._model.taxonomies import Disjoint, Exhaustive, Implies, Overlaps, Rule
from customer_types._proving.faults import contradictions
from customer_types._proving.verification import MOST_OVERLAPS
from customer_types.errors import CircularCriteriaError, CustomerTypesError, UnknownIdError

A, B, C = (fact(name, "boolean") for name in "abc")
N = fact("n", "integer", 1, 3)
#: Each two of these overlap, and all three have nobody.
PAIRWISE = {
    "x": test("n", "one_of", (1, 2)),
    "y": test("n", "one_of", (2, 3)),
    "z": test("n", "one_of", (1, 3)),
}
CONTRADICTION = (
    Implication(condition=missing("a"), consequence=known("a")),
    Implication(condition=known("a"), consequence=missing("a")),
)


def clauses(names: list[str], count: int, random: Random) -> Criterion:
    """Make random clauses of three truth values each."""
    return All(
        tuple(
            Any(tuple(random.choice((yes, no))(name) for name in random.sample(names, 3)))
            for _ in range(count)
        )
    )


def hard(count: int, *rules: Rule, parts: int = 1, seed: int = 3) -> Taxonomy:
    """Make a taxonomy whose categories are together as hard to be in as it gets, with one for all."""
    random = Random(seed)
    names = [f"b{number}" for number in range(count)]
    share = int(count * 4.26 / parts)
    return taxonomy_of(
        [fact(name, "boolean") for name in names],
        [*(clauses(names, share, random) for _ in range(parts)), All(())],
        rules=rules,
    )


def told(report: Report) -> list[tuple[str, tuple[str, ...], dict[str, Anything] | None]]:
    """Give the violations of a report, as plain as can be."""
    return [
        (
            violation.code,
            tuple(category.id for category in violation.categories),
            None if violation.witness is None else dict(violation.witness.facts),
        )
        for violation in report.violations
    ]


def overlaps_of(report: Report) -> list[tuple[str, ...]]:
    """Give the ids of the overlapping categories."""
    return [tuple(category.id for category in overlap.categories) for overlap in report.overlaps]


# ---- two categories ----------------------------------------------------------------------------


def test_categories_are_given_by_id_or_as_they_are() -> None:
    """A category and its id are the same question."""
    home = taxonomy_of([N], PAIRWISE)
    report = verify(home)
    assert report.taxonomy is home
    assert report.relation("x", "y") is report.relation(home["x"], home["y"]) is Relation.OVERLAP
    found = report.compare("x", home["z"])
    assert (found.left, found.right) == (home["x"], home["z"])
    assert found.both is not None
    assert found.both.facts == {"n": 1}


@pytest.mark.parametrize("ask", ["relation", "compare"])
def test_an_unknown_category_has_suggestions(ask: str) -> None:
    """A category that is not there, or that has no criterion, is an error that suggests others."""
    report = verify(taxonomy_of([A], {"loyal": yes("a"), "lost": no("a"), "without": None}))
    for left, right in (("loyall", "lost"), ("lost", "loyall")):
        with pytest.raises(UnknownIdError) as raised:
            getattr(report, ask)(left, right)
        assert raised.value.id == "t/loyall"
        assert raised.value.kind == "category"
        assert "loyal" in raised.value.suggestions
    with pytest.raises(CustomerTypesError, match="t/without"):
        getattr(report, ask)("without", "lost")
    assert [category.id for category in report.categories] == ["loyal", "lost"]


# ---- overlaps ----------------------------------------------------------------------------------


def test_overlaps_are_maximal() -> None:
    """Where pairs overlap but not all three, the pairs are listed, each with a customer."""
    report = verify(taxonomy_of([N], PAIRWISE))
    assert overlaps_of(report) == [("x", "y"), ("x", "z"), ("y", "z")]
    assert [dict(overlap.witness.facts) for overlap in report.overlaps] == [{"n": 2}, {"n": 1}, {"n": 3}]
    assert report.has_all_overlaps
    assert report.overlaps is report.overlaps


def test_an_overlap_has_all_its_categories() -> None:
    """Three categories with a customer in common are one overlap."""
    report = verify(taxonomy_of([A, B, C], [yes("a"), yes("b"), yes("c"), no("c")]))
    assert overlaps_of(report) == [("c0", "c1", "c2"), ("c0", "c1", "c3")]
    assert report.has_all_overlaps


def pairs(count: int) -> Taxonomy:
    """Make a taxonomy of so many truth values, with two categories for each."""
    names = [f"b{number}" for number in range(count)]
    return taxonomy_of(
        [fact(name, "boolean") for name in names], [ask(name) for name in names for ask in (yes, no)]
    )


@pytest.mark.parametrize(("count", "is_complete"), [(9, True), (10, False)])
def test_a_thousand_overlaps_are_listed(count: int, is_complete: bool) -> None:
    """Of 512 overlaps all are listed; of 1,024 a thousand, and it is told that these are not all."""
    report = verify(pairs(count))
    assert len(report.overlaps) == min(2**count, MOST_OVERLAPS)
    assert report.has_all_overlaps == is_complete
    assert MOST_OVERLAPS == 1000


# ---- out of reach ------------------------------------------------------------------------------


def test_unreachable_is_what_nobody_can_meet() -> None:
    """A criterion that contradicts itself, or an invariant, is out of reach; a taken one is not."""
    home = taxonomy_of(
        [A, B, N],
        [
            yes("a"),
            All((yes("a"), no("a"))),
            yes("a"),
            All((no("a"), known("b"))),
            test("n", "above", 3),
            None,
            InCategory("c5"),
        ],
        invariants=[Implication(condition=no("a"), consequence=missing("b"))],
        decide="first",
    )
    report = verify(home)
    assert [category.id for category in report.unreachable] == ["c1", "c3", "c4", "c6"]
    assert [shadow.category.id for shadow in report.shadows] == ["c2"]


def test_shadows_are_taken_by_earlier_categories() -> None:
    """Under `first` a category is shadowed by those before it that have some of its customers."""
    home = taxonomy_of(
        [fact("n", "integer", 0, 9), A],
        [
            test("n", "max", 3),
            test("n", "min", 8),
            test("n", "min", 2),
            test("n", "one_of", (3, 9)),
            test("n", "equals", 5),
            All((test("n", "equals", 1), yes("a"))),
            yes("a"),
        ],
        decide="first",
    )
    report = verify(home)
    found = {
        shadow.category.id: ([one.id for one in shadow.earlier], shadow.is_whole) for shadow in report.shadows
    }
    assert found == {
        "c2": (["c0", "c1"], False),
        "c3": (["c0", "c1", "c2"], True),
        "c4": (["c2"], True),
        "c5": (["c0"], True),
        "c6": (["c0", "c1", "c2", "c3", "c4", "c5"], True),
    }
    for shadow in report.shadows:
        assert shadow.witness is not None
        assert own(shadow.category, shadow.witness.facts, home) is True
        assert own(shadow.earlier[0], shadow.witness.facts, home) is True


def test_only_where_the_first_match_decides_there_are_shadows() -> None:
    """Where all criteria count nothing is taken away."""
    assert verify(taxonomy_of([N], PAIRWISE)).shadows == ()
    assert len(verify(taxonomy_of([N], PAIRWISE, decide="first")).shadows) == 2


# ---- rules -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            Disjoint(categories=None),
            [
                ("rules.overlap", ("x", "y"), {"n": 2}),
                ("rules.overlap", ("x", "z"), {"n": 1}),
                ("rules.overlap", ("y", "z"), {"n": 3}),
            ],
        ),
        (Disjoint(categories=("z", "x")), [("rules.overlap", ("x", "z"), {"n": 1})]),
        (Disjoint(categories=("x", "two", "without")), [("rules.overlap", ("x", "two"), {"n": 2})]),
        (Disjoint(categories=("z", "two")), []),
        (Exhaustive(), []),
        (Implies(pairs=(("two", "x"), ("two", "y"))), []),
        (
            Implies(pairs=(("x", "two"), ("two", "x"), ("two", "z"))),
            [("rules.not-implied", ("x", "two"), {"n": 1}), ("rules.not-implied", ("two", "z"), {"n": 2})],
        ),
        (Implies(pairs=(("x", "without"), ("without", "x"))), []),
        (Overlaps(categories=("x", "y", "two")), []),
        (Overlaps(categories=("x", "y", "z")), [("rules.no-overlap", ("x", "y", "z"), None)]),
        (Overlaps(categories=("z", "two", "without")), []),
        (Overlaps(categories=("two", "z")), [("rules.no-overlap", ("two", "z"), None)]),
    ],
)
def test_a_rule_is_proved_or_refuted(
    rule: Rule, expected: list[tuple[str, tuple[str, ...], dict[str, Anything] | None]]
) -> None:
    """A broken rule has the categories that break it, with a customer; those without criteria don't count."""
    if isinstance(rule, Disjoint) and rule.categories is None:
        home = taxonomy_of([N], {**PAIRWISE, "without": None}, rules=[rule])
    else:
        named = {**PAIRWISE, "without": None, "two": test("n", "equals", 2)}
        home = taxonomy_of([N], named, rules=[rule])
    report = verify(home)
    assert told(report) == expected
    assert all(violation.rule is rule for violation in report.violations)
    assert report.undecided == ()
    assert report.is_proved == (not expected)
    assert [fault.code for fault in report.faults] == [code for code, _, _ in expected]


def test_a_gap_breaks_an_exhaustive_rule() -> None:
    """One complete customer in no category refutes that everybody is in one."""
    home = taxonomy_of([N], {"x": test("n", "max", 2)}, rules=[Exhaustive(), Disjoint(categories=None)])
    report = verify(home)
    assert told(report) == [("rules.gap", ("x",), {"n": 3})]
    assert not report.is_proved


# ---- undecided ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        Disjoint(categories=("c0", "c1")),
        Disjoint(categories=None),
        Overlaps(categories=("c0", "c1")),
        Implies(pairs=(("c0", "c0"),)),
    ],
)
def test_a_hard_rule_is_undecided(rule: Rule) -> None:
    """With few steps a hard rule is undecided, which is told as a warning, and nothing is proved."""
    home = hard(45, rule)
    report = verify(home, budget=3000)
    assert report.undecided == (rule,)
    assert report.violations == ()
    assert not report.is_proved
    assert report.relation("c0", "c1") is Relation.UNDECIDED
    assert report.overlaps == ()
    assert not report.has_all_overlaps
    assert report.maybe_unreachable == (home["c0"],)
    codes = ["rules.undecided", "criteria.undecided"]
    assert [(fault.code, fault.severity) for fault in report.faults] == [(code, "warning") for code in codes]
    assert all(hint.key == "hint.use-z3" for fault in report.faults for hint in fault.hints)
    assert report.unreachable == ()
    assert set(report.decided) <= {"cells"}


def test_a_broader_category_may_be_undecided() -> None:
    """With few steps nobody knows whether a hard category is within its broader one: a warning says so."""
    home = hard(45, parts=2)
    first, *others = home.categories
    home = attrs.evolve(home, categories=(attrs.evolve(first, broader=("c1",)), *others))
    (fault,) = [one for one in verify(home, budget=300).faults if one.code.startswith("broader")]
    assert (fault.code, fault.severity) == ("broader.undecided", "warning")
    assert fault.is_of_search


def test_outside_of_a_catalog_other_taxonomies_are_not_asked() -> None:
    """Where a broader category of another taxonomy can't be looked up, nothing is said of it."""
    home = taxonomy_of([A], [yes("a"), no("a")])
    first, *others = home.categories
    for key, codes in (("elsewhere/c1", []), ("c1", ["broader.too-narrow"])):
        linked = attrs.evolve(home, categories=(attrs.evolve(first, broader=(key,)), *others), scope=None)
        assert [one.code for one in verify(linked).faults] == codes


def test_what_can_be_may_be_undecided() -> None:
    """A taxonomy without rules is not proved where nobody knows whether its categories have customers."""
    home = taxonomy_of([A, B], [All((yes("a"), yes("b"))), Any((yes("a"), no("b")))])
    report = verify(home, budget=0)
    assert report.unreachable == ()
    assert report.maybe_unreachable == home.categories
    codes = ["facts.undecided", "facts.undecided", "criteria.undecided", "criteria.undecided"]
    assert [(fault.code, fault.severity) for fault in report.faults] == [(code, "warning") for code in codes]
    assert not report.is_proved
    assert "Undecided: whether anybody can be in “c0”" in report.explain()
    assert verify(home).maybe_unreachable == ()
    assert verify(home).is_proved


def test_what_invariants_ask_may_be_undecided() -> None:
    """Whether an invariant's condition can be met, and a fact known, may be undecided too."""
    home = taxonomy_of(
        [A, B], [yes("a")], invariants=[Implication(condition=Any((yes("a"), yes("b"))), consequence=no("a"))]
    )
    codes = {fault.code for fault in verify(home, budget=0).faults}
    assert codes == {"criteria.undecided", "facts.undecided"}
    assert {fault.code for fault in verify(home).faults} == {"criteria.unreachable"}


def test_an_id_is_no_taxonomy() -> None:
    """Whoever gives the id of a taxonomy is told how to give the taxonomy."""
    for ask in (verify, lambda name: classify({}, name)):
        with pytest.raises(TypeError, match=r'taxonomy\("lifecycle"\)`, not a value of type `str`'):
            ask("lifecycle")  # type: ignore[arg-type]  # that is the point


def test_z3_decides_a_hard_rule() -> None:
    """With z3 the same rules are decided, and it is told how many questions z3 has decided."""
    pytest.importorskip("z3")
    rules = (Overlaps(categories=("c0", "c1")), Implies(pairs=(("c0", "c0"), ("c0", "c1"))))
    report = verify(hard(45, *rules), budget=3000, solver="z3")
    assert report.undecided == ()
    assert report.is_proved == (report.relation("c0", "c1") is not Relation.DISJOINT)
    assert report.relation("c0", "c1") in (Relation.SUBSET, Relation.DISJOINT)
    assert report.decided["z3"] > 0
    assert {*report.decided} <= {"z3", "cells"}


def test_an_easy_report_needs_no_z3() -> None:
    """What the library's own search decides is not given to z3."""
    pytest.importorskip("z3")
    report = verify(taxonomy_of([A, B], [yes("a"), All((yes("a"), Any((yes("b"), no("b")))))]), solver="z3")
    assert report.decided == {}
    assert report.relation("c0", "c1") is Relation.SUPERSET
    assert {*report.decided} == {"cells"}
    assert report.decided["cells"] >= 2


@pytest.mark.parametrize("budget", [1000, 2000])
def test_no_rule_is_proved_by_giving_up(budget: int) -> None:
    """Where two of three categories are known to overlap, `disjoint` is not proved."""
    rule = Disjoint(categories=("c0", "c1", "c2"))
    report = verify(hard(18, rule, parts=3, seed=1), budget=budget)
    assert report.compare("c0", "c1").both is not None
    assert not report.is_proved


def test_a_used_up_budget_is_no_fault_of_ours() -> None:
    """Where all steps are spent before each overlap has a customer, the rule is undecided or broken."""
    home = pairs(8)
    rule = Disjoint(categories=None)
    report = verify(
        taxonomy_of(home.vocabulary.facts.values(), [one.when for one in home], rules=[rule]), budget=20
    )
    assert report.violations or report.undecided
    assert not report.is_proved


# ---- void --------------------------------------------------------------------------------------


def test_where_nobody_is_possible_nothing_is_found() -> None:
    """Of a vocabulary that contradicts itself only that is told."""
    rules = (Disjoint(categories=None), Exhaustive(), Overlaps(categories=("c0", "c1")))
    report = verify(
        taxonomy_of([A, B], [yes("a"), yes("b")], invariants=CONTRADICTION, rules=rules, decide="first")
    )
    assert report.is_void
    assert not report.overlaps
    assert not report.gaps
    assert not report.needs
    assert not report.shadows
    assert not report.regions
    assert report.has_all_overlaps
    assert report.has_all_gaps
    assert report.has_all_regions
    assert report.violations == ()
    assert report.undecided == ()
    assert report.unreachable == report.categories
    assert report.customers == 0
    assert [fault.code for fault in report.faults] == ["facts.no-customer"]
    assert not report.is_proved
    assert not verify(taxonomy_of([A], [yes("a")])).is_void
    assert verify(taxonomy_of([A], [None], invariants=CONTRADICTION)).is_void


# ---- facts and invariants ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "invariants", "expected"),
    [
        ([A, B], [], []),
        ([A, B], [Implication(condition=yes("a"), consequence=yes("b"))], []),
        ([A, B], CONTRADICTION, [("facts.no-customer", None)]),
        ([fact("n", "integer", 0.2, 0.8)], [], [("facts.never-known", "n")]),
        ([choice("c"), choices("s")], [], [("facts.never-known", "c")]),
        (
            [A, B],
            [Implication(condition=All((yes("a"), no("a"))), consequence=yes("b"))],
            [("facts.never-met", None)],
        ),
        (
            [fact("a", "integer", 5), fact("b", "integer", 0, 4)],
            [Ascending(facts=("a", "b"))],
            [("facts.never-met", None)],
        ),
        ([fact("a", "integer", 5), fact("b", "integer", 0, 5)], [Ascending(facts=("a", "b"))], []),
        (
            [A, B],
            [Implication(condition=known("a"), consequence=missing("a"))],
            [("facts.never-met", None), ("facts.never-known", "a")],
        ),
    ],
)
def test_what_no_customer_can_meet_is_found(
    facts: list[Fact], invariants: list[Invariant], expected: list[tuple[str, str | None]]
) -> None:
    """Invariants whose condition nobody meets, and facts that nobody can have, are faults."""
    home = taxonomy_of(facts, [], invariants=invariants)
    found = [*contradictions(home)]
    assert [(fault.code, fault.arguments.get("fact")) for fault in found] == expected
    assert {fault.severity for fault in found} <= {"error"}
    assert [*contradictions(home, solver="z3")] == found


def test_z3_finds_what_no_customer_can_meet() -> None:
    """A condition that is too hard is undecided, unless z3 finds that nobody meets it."""
    pytest.importorskip("z3")
    names = [f"b{number}" for number in range(40)]
    impossible = clauses(names, 400, Random(1))
    home = taxonomy_of(
        [fact(name, "boolean") for name in names],
        [All(())],
        invariants=[Implication(condition=impossible, consequence=yes("b0"))],
    )
    (fault,) = contradictions(home, budget=2000)
    assert (fault.code, fault.severity) == ("facts.undecided", "warning")
    assert verify(home, budget=2000).faults == (fault,)
    assert not verify(home, budget=2000).is_proved
    expected = ["facts.never-met"]
    assert [fault.code for fault in contradictions(home, budget=2000, solver="z3")] == expected
    assert [fault.code for fault in verify(home, budget=2000, solver="z3").faults] == expected


def test_only_a_file_s_own_facts_are_asked_about() -> None:
    """Nothing is said of a file that declares no facts of its own."""
    home = taxonomy_of([], [All(())])
    assert [*contradictions(home)] == []


def test_under_first_facts_are_asked_about_by_themselves() -> None:
    """Whether a fact can be known does not hang on the order of categories or of questions."""
    home = taxonomy_of(
        [A, B],
        [yes("a")],
        invariants=[Implication(condition=known("a"), consequence=known("b"))],
        decide="first",
    )
    assert [*contradictions(home)] == []


# ---- faults ------------------------------------------------------------------------------------

FAULTY = """
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
decide: first
facts:
  - {id: visits, type: integer, min: 1, max: 3, label: {en: Visits, fr: Visites}}
  - {id: seats, type: integer, min: 0.2, max: 0.8, label: {en: Seats, fr: Places}}
invariants:
  - if: {visits: 1, not: {visits: {max: 2}}}
    then: {visits: 2}
rules:
  - exhaustive: true
  - overlaps: [few, many]
  - implies: {one: few}
categories:
  - {id: few, label: {en: Few, fr: Peu}, when: {visits: {max: 1}}}
  - {id: one, label: {en: One, fr: Un}, when: {visits: 1}}
  - {id: nobody, label: {en: Nobody, fr: Personne}, when: {all: [{visits: {min: 3}}, {visits: {max: 2}}]}}
  - {id: many, label: {en: Many, fr: Beaucoup}, when: {visits: 3}}
"""


def test_faults_stand_in_the_order_of_the_file() -> None:
    """All faults are told at their places, from the top of the file to its end."""
    report = verify(loads(FAULTY))
    assert [(fault.location.line, fault.code, fault.severity) for fault in report.faults] == [
        (8, "facts.never-known", "error"),
        (10, "facts.never-met", "error"),
        (13, "rules.gap", "error"),
        (14, "rules.no-overlap", "error"),
        (18, "criteria.shadowed", "warning"),
        (19, "criteria.unreachable", "error"),
    ]
    columns = [fault.location.column for fault in report.faults]
    assert columns == [5, 5, 5, 5, 48, 60]
    assert not report.is_proved
    rendered = [fault.render() for fault in report.faults]
    assert "seats" in rendered[0]
    assert "change a criterion, or the rule" in rendered[2]
    assert "`few` and `many`" in rendered[3]
    assert "17:" in rendered[3]
    assert "20:" in rendered[3]
    assert "`one`" in rendered[4]
    assert "`nobody`" in rendered[5]


def test_faults_of_one_line_stand_in_its_order() -> None:
    """Faults of a file that is one line are told from its left to its right."""
    report = verify(
        loads(
            "{id: t, version: 1.0.0, label: {en: T, fr: T}, categories: ["
            "{id: x, label: {en: X, fr: X}, when: {orders: {min: 3}, not: {orders: {min: 2}}}}, "
            "{id: y, label: {en: Y, fr: Y}, when: {orders: 1}}], "
            "rules: [{exhaustive: true}, {overlaps: [x, y]}]}"
        )
    )
    found = [(fault.code, fault.location.column) for fault in report.faults]
    assert [code for code, _ in found] == ["criteria.unreachable", "rules.gap", "rules.no-overlap"]
    assert [column for _, column in found] == sorted(column or 0 for _, column in found)


def test_a_contradiction_is_told_at_the_first_invariant() -> None:
    """Where nobody is possible, the place is that of the first invariant."""
    report = verify(
        loads(
            """
id: t
version: 1.0.0
label: {en: T, fr: T}
facts:
  - {id: a, type: boolean, label: {en: A, fr: A}}
invariants:
  - {if: {a: {known: false}}, then: {a: {known: true}}}
  - {if: {a: {known: true}}, then: {a: {known: false}}}
categories:
  - {id: x, label: {en: X, fr: X}, when: {a: true}}
"""
        )
    )
    assert [(fault.code, fault.location.line) for fault in report.faults] == [("facts.no-customer", 8)]


def test_a_violation_names_both_categories_and_a_customer() -> None:
    """The sentence about a broken `implies` or `disjoint` has the ids, the places and a customer."""
    text = FAULTY.replace("decide: first", "decide: all")
    text = text.replace("implies: {one: few}", "implies: {many: one}")
    text = text.replace("exhaustive: true", "disjoint: [few, one]")
    report = verify(loads(text))
    found = {fault.code: fault.render() for fault in report.faults}
    assert "`many`" in found["rules.not-implied"]
    assert "`one`" in found["rules.not-implied"]
    assert "Visits: 3" in found["rules.not-implied"]
    assert "`few` and `one`" in found["rules.overlap"]
    assert "Visits: 1" in found["rules.overlap"]
    assert "17:" in found["rules.overlap"]
    assert "18:" in found["rules.overlap"]
    assert report.violations[0].location.line == 13


def test_warnings_don_t_keep_a_taxonomy_from_being_proved() -> None:
    """A shadowed category is doubtful, and proves nothing wrong."""
    home = taxonomy_of([A], [yes("a"), yes("a")], decide="first", rules=[Disjoint(categories=None)])
    report = verify(home)
    assert [fault.code for fault in report.faults] == ["criteria.shadowed"]
    assert report.is_proved


def test_a_report_is_said_in_both_languages() -> None:
    """All of it can be said, with examples."""
    report = verify(loads(FAULTY))
    english, french = report.explain(), report.explain("fr")
    assert english == report.explain("en")
    assert "Clubs" in english
    assert english != french


# ---- towers and circles ------------------------------------------------------------------------


@pytest.mark.parametrize("decide", ["all", "first"])
def test_a_tower_of_categories_is_verified(decide: Anything) -> None:
    """Thirty-two categories built on one another, each the opposite of the next, are told apart."""
    tower: list[Criterion] = [Not(InCategory(f"c{number + 1}")) for number in range(31)]
    report = verify(taxonomy_of([A], [*tower, yes("a")], decide=decide))
    if decide == "all":
        assert report.relation("c0", "c30") is Relation.EQUAL
        assert report.relation("c0", "c31") is Relation.DISJOINT
        assert len(report.overlaps) == 2
    else:
        assert [shadow.category.id for shadow in report.shadows if shadow.is_whole] == [
            f"c{number}" for number in range(2, 32)
        ]
    assert report.gaps == ()


def test_a_circle_is_an_error() -> None:
    """Categories built on one another in a circle can't be verified."""
    with pytest.raises(CircularCriteriaError):
        verify(taxonomy_of([A], [InCategory("c1"), Not(InCategory("c0"))]))


def test_rules_of_a_file_without_criteria_hold() -> None:
    """Where no category has a criterion there is nothing to refute but completeness."""
    rules = (Disjoint(categories=None), Implies(pairs=(("x", "y"),)), Overlaps(categories=("x", "y")))
    report = verify(taxonomy_of([A], {"x": None, "y": None}, rules=rules))
    assert report.categories == ()
    assert report.violations == ()
    assert report.undecided == ()
    assert report.is_proved
