"""What proofs once got wrong, each in the smallest taxonomy that shows it."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from tests.proofs.reference import Everybody, is_complete, is_possible

from customer_types import Relation, Taxonomy, UnknownIdError, compare, loads, taxonomy, verify
from customer_types._deciding.interpreter import holds, verdict
from customer_types._proving import gaps as gap_search
from customer_types._proving.cells.prover import QUESTIONS
from customer_types._proving.proofs import BUDGET, Proofs
from customer_types.errors import NoCriteriaError

HEAD = "id: {id}\nversion: 1.0.0\nlabel: {{en: T, fr: T}}\n"
LABEL = "label: {en: T, fr: T}"


def fact(id: str, kind: str, low: float | None = None, high: float | None = None) -> str:
    """Write a fact."""
    limits = "".join(
        f", {name}: {limit}" for name, limit in (("min", low), ("max", high)) if limit is not None
    )
    members = ", ".join(f"{{id: {member}, {LABEL}}}" for member in ("north", "east"))
    values = f", values: [{members}]" if kind.startswith("choice") else ""
    return f"{{id: {id}, type: {kind}, {LABEL}{limits}{values}}}"


def written(
    *facts: str, invariants: tuple[str, ...] = (), id: str = "t", decide: str = "all", **categories: str
) -> Taxonomy:
    """Read a taxonomy of facts, invariants and categories, each written as in a file."""
    lines = [HEAD.format(id=id) + f"decide: {decide}"]
    for key, items in (("facts", facts), ("invariants", invariants)):
        if items:
            lines += [f"{key}:", *(f"  - {item}" for item in items)]
    lines.append("categories:")
    for name, when in categories.items():
        without = "without_criteria: {en: none, fr: aucun}"
        lines.append(f"  - {{id: {name}, {LABEL}, {f'when: {when}' if when else without}}}")
    return loads("\n".join(lines))


def alone(home: Taxonomy) -> Taxonomy:
    """Give a taxonomy with its own facts only, so that everybody can be tried."""
    return attrs.evolve(home, scope=None)


# ---- witnesses ---------------------------------------------------------------------------------


def test_a_category_has_nobody_whom_it_has_not() -> None:
    """Nobody is in a category only on the left when it is compared with itself."""
    home = written(fact("a", "integer", 0, 2), x="{a: {above: 0}}")
    found = verify(home).compare("x", "x")
    assert found.relation is Relation.EQUAL
    assert found.only_left is None
    assert found.only_right is None


def test_a_witness_of_whom_nothing_is_known_is_possible() -> None:
    """A witness is not made so small that it breaks an invariant by what is missing."""
    home = written(
        fact("a", "boolean"),
        fact("b", "boolean"),
        invariants=("{if: {b: {known: false}}, then: {a: {known: true}}}",),
        x="{a: {known: false}}",
        y="{a: true}",
    )
    found = verify(home).compare("x", "y")
    assert found.only_left is not None
    assert is_possible(dict(found.only_left.facts), home)


def test_the_witness_of_a_gap_is_complete() -> None:
    """The witness of a gap keeps the fact because of which another one can't be known."""
    home = written(
        fact("a", "boolean"),
        fact("b", "boolean"),
        invariants=("{if: {a: false}, then: {b: {known: false}}}",),
        x="{b: {known: true}}",
    )
    (gap,) = verify(home).gaps
    assert is_complete(dict(gap.witness.facts), alone(home))


def test_taxonomies_with_facts_of_their_own_are_compared() -> None:
    """Categories of two files stand to one another, though each file has a fact that the other has not."""
    left = written(fact("a", "integer", 0, 2), id="left", x="{a: {min: 1}}")
    right = written(fact("b", "integer", 0, 2), id="right", y="{b: {min: 1}}")
    found = compare(left, right).compare("x", "y")
    assert found.relation is Relation.OVERLAP
    assert found.both is not None
    assert dict(found.both.facts) == {"a": 1, "b": 1}


# ---- taxonomies that test nothing --------------------------------------------------------------


def test_an_else_category_alone_has_everybody() -> None:
    """A category that is always yes is equal to itself, and leaves no gap."""
    report = verify(written(x="{all: []}"))
    assert report.relation("x", "x") is Relation.EQUAL
    assert report.gaps == ()
    assert report.unreachable == ()


def test_a_category_built_on_one_without_criterion_has_nobody() -> None:
    """A category that is unknown for everybody is disjoint from all, and out of reach."""
    report = verify(written(w="", x="{category: w}"))
    assert report.relation("x", "x") is Relation.DISJOINT
    assert [category.id for category in report.unreachable] == ["x"]


def test_a_taxonomy_without_criteria_has_one_gap() -> None:
    """Everybody is in no category of a taxonomy without criteria, which is one gap and not a thousand."""
    report = verify(written(w=""))
    assert len(report.gaps) == 1
    assert report.has_all_gaps


# ---- nobody ------------------------------------------------------------------------------------


def test_where_nobody_is_possible_all_is_disjoint() -> None:
    """Categories that nobody can be in are disjoint, also where nobody is possible at all."""
    always, never = "{a: {known: true}}", "{a: {known: false}}"
    report = verify(
        written(
            fact("a", "boolean"),
            invariants=(f"{{if: {never}, then: {always}}}", f"{{if: {always}, then: {never}}}"),
            x="{a: true}",
            y="{a: false}",
        )
    )
    assert report.is_void
    assert report.relation("x", "y") is Relation.DISJOINT


def test_a_fact_with_an_empty_domain_is_missing() -> None:
    """Where a fact can't be known, the customer of whom it is missing is complete, and counts."""
    home = written(fact("a", "integer", 0.2, 0.8), x="{a: {known: true}}")
    report = verify(home)
    assert len(report.gaps) == 1
    assert report.customers == 1


# ---- completeness and order --------------------------------------------------------------------


@pytest.mark.parametrize("kinds", [("number", "number", "number"), ("number", "integer", "number")])
def test_a_number_between_two_others_may_not_be_there(kinds: tuple[str, str, str]) -> None:
    """Who has two numbers between which no third can be is complete without it, and may be a gap."""
    a, b, c = kinds
    chains = ("{ascending: [a, b]}", "{ascending: [b, c]}") if b == "number" else ("{ascending: [a, b, c]}",)
    home = written(
        fact("a", a, 0, 1), fact("b", b, 0, 1), fact("c", c, 0, 1), invariants=chains, x="{b: {known: true}}"
    )
    customer = {"a": 0.75, "c": 0.25} if b == "number" else {"a": 0.25, "c": 0.75}
    assert is_possible(customer, home)
    assert is_complete(customer, alone(home))
    assert verdict(home["x"], customer, home) is False
    assert any(holds(gap.where, customer, home) is True for gap in verify(home).gaps)


def test_an_integer_may_not_be_where_a_number_is() -> None:
    """Who has a number that an integer would have to equal is complete without it, and may be a gap."""
    home = written(
        fact("a", "number", 0, 1),
        fact("c", "integer", 0, 1),
        invariants=("{ascending: [a, c]}", "{ascending: [c, a]}"),
        x="{c: {known: true}}",
    )
    assert is_complete({"a": 0.5}, alone(home))
    assert any(holds(gap.where, {"a": 0.5}, home) is True for gap in verify(home).gaps)


def test_a_number_that_no_integer_equals_is_needed() -> None:
    """A fact is needed by those for whom no other one can be known."""
    home = written(
        fact("a", "integer", 0, 1),
        fact("b", "number", 0, 1),
        invariants=("{ascending: [a, b]}", "{ascending: [b, a]}"),
        x="{b: {above: 0}}",
        y="{a: {max: 0}}",
        z="{a: {above: 0}}",
    )
    assert Everybody(alone(home)).needs(home) == {"a", "b"}
    assert {need.fact.id for need in verify(home).needs} == {"a", "b"}


def test_no_answer_is_hidden_within_formulas() -> None:
    """That a squeezed number can always become known is found, though each choice hides that it is none."""
    home = written(
        fact("a", "number", None, 2),
        fact("b", "integer", 0, 2),
        fact("c", "integer", None, 2),
        invariants=("{ascending: [b, a, c]}", "{ascending: [c, b, a]}"),
        x="{a: {above: 0}}",
        y="{b: {above: 0}}",
    )
    proofs = Proofs([(category, home) for category in home])
    found, _ = gap_search.gaps(proofs)
    assert any(holds(gap.where, {"a": 0, "b": 0, "c": 0}, home) for gap in found)
    assert BUDGET * QUESTIONS - proofs.prover._left.steps < BUDGET / 10


def test_gaps_within_a_cell_are_not_all_told() -> None:
    """A fraction equals no whole number, so it is complete alone; but its cell has whole ones too."""
    home = written(
        fact("a", "number", None, 2),
        fact("b", "integer"),
        invariants=("{ascending: [a, b]}", "{ascending: [b, a]}"),
        x="{a: {below: 0}, b: {below: 0}}",
        y="{a: {above: 0}}",
    )
    assert is_complete({"a": -17 / 3}, alone(home))
    report = verify(home)
    assert report.gaps
    assert not report.has_all_gaps


# ---- counts ------------------------------------------------------------------------------------

COUNTED = {
    "chain": written(
        fact("a", "integer", 0, 1),
        fact("b", "integer", 0, 1),
        invariants=("{ascending: [a, b]}",),
        x="{a: 1, b: 1}",
    ),
    "member that no criterion asks for": written(fact("a", "choices"), x="{a: {includes: north}}"),
    "fact that no criterion tests": written(
        fact("a", "boolean"),
        fact("b", "boolean"),
        invariants=("{if: {a: true}, then: {b: {known: false}}}",),
        x="{b: true}",
    ),
    "fact above, which no criterion tests": written(
        fact("a", "integer", 0, 2),
        fact("b", "integer", None, 2),
        invariants=("{ascending: [a, b]}",),
        x="{a: {above: 1}}",
    ),
    "facts above, one above the other": written(
        fact("a", "integer", 0, 2),
        fact("b", "integer", None, 2),
        fact("c", "integer", 0, 2),
        invariants=("{ascending: [a, b, c]}",),
        x="{a: {above: 0}}",
    ),
    "limit by an invariant": written(
        fact("a", "integer", None, 1),
        invariants=("{if: {a: {below: 0}}, then: {a: {above: 0}}}",),
        x="{a: 1}",
    ),
}


@pytest.mark.parametrize("name", COUNTED)
def test_a_finite_number_is_told(name: str) -> None:
    """Complete customers are counted where the facts in use tell apart finitely many of them."""
    home = COUNTED[name]
    everybody = Everybody(alone(home))
    told = {everybody.tested_of(customer) for customer in everybody.complete}
    assert verify(home).customers == len(told)


def test_a_gap_with_an_end_is_counted() -> None:
    """The customers of a gap are counted where the gap bounds a fact that has no end elsewhere."""
    (gap,) = verify(written(fact("a", "integer", 0), x="{a: {above: 1}}")).gaps
    assert gap.count == 2


def test_the_witness_of_a_gap_without_categories_is_possible() -> None:
    """The witness of the gap that is everybody knows what an invariant wants to be known."""
    home = written(
        fact("a", "boolean"), invariants=("{if: {a: {known: false}}, then: {a: {known: true}}}",), w=""
    )
    (gap,) = verify(home).gaps
    assert is_possible(dict(gap.witness.facts), home)


# ---- found by a reader -------------------------------------------------------------------------


def test_numbers_that_are_in_order_are_not_multiplied() -> None:
    """Of two ordered numbers that share a cell, not every pair is in order: there is no easy count."""
    home = written(
        fact("a", "integer", 0, 100),
        fact("b", "integer", 0, 100),
        invariants=("{ascending: [a, b]}",),
        x="{a: {min: 5}, b: {known: true}}",
    )
    assert verify(home).customers in (None, 5151)


def versions(*bigs: int) -> list[Taxonomy]:
    """Give versions of a taxonomy whose invariant names a threshold."""
    head = HEAD.format(id="t") + "thresholds: [{id: big, value: %d, " + LABEL + "}]\n"
    facts = f"facts:\n  - {fact('aa', 'integer', 0)}\n  - {fact('bb', 'boolean')}\n"
    rest = (
        "invariants:\n  - {if: {aa: {min: big}}, then: {bb: true}}\n"
        f"categories:\n  - {{id: x, {LABEL}, when: {{aa: 4, bb: false}}}}\n"
    )
    return [loads(head % big + facts + rest) for big in bigs]


def test_an_invariant_with_a_threshold_is_that_of_its_taxonomy() -> None:
    """Two versions of a threshold make two invariants, and both hold when the versions are compared."""
    low, high = versions(3, 6)
    assert compare(low, high).relation("x", "x") is Relation.DISJOINT
    assert compare(high, low).relation("x", "x") is Relation.DISJOINT
    assert compare(high, high).relation("x", "x") is Relation.EQUAL


def test_a_shared_criterion_is_worked_out_once() -> None:
    """Categories built on one another, each twice, are no tree of a million branches."""
    facts = [fact("b", "integer", 0), fact("d", "boolean")]
    tower: dict[str, Any] = {"c0": "{b: {min: 1}}"} | {
        f"c{level}": (
            f"{{any: [{{category: c{level - 1}, b: {{min: {level}}}}}, {{category: c{level - 1}, d: true}}]}}"
        )
        for level in range(1, 31)
    }
    report = verify(written(*facts, id="t", **tower))
    assert report.relation("c5", "c4") is Relation.SUBSET
    assert report.relation("c30", "c29") in (Relation.SUBSET, Relation.UNDECIDED)


def test_reports_and_comparisons_are_copied() -> None:
    """A copy answers as the original does."""
    home = written(fact("a", "integer", 0, 9), x="{a: {max: 3}}", y="{a: {min: 2}}")
    for copied in (copy.deepcopy(verify(home)), pickle.loads(pickle.dumps(compare(home, home)))):
        assert copied.relation("x", "y") is Relation.OVERLAP


def test_nothing_is_proved_of_a_category_without_criteria() -> None:
    """That a category is always unknown is not the same as that it has nobody."""
    with pytest.raises(NoCriteriaError, match="guest-household"):
        compare("household-registration/guest-household", "lifecycle/lost")


def test_a_category_of_another_taxonomy_is_unknown() -> None:
    """A category that only has the same id is not taken for the one that was meant."""
    report = verify(taxonomy("lifecycle"))
    with pytest.raises(UnknownIdError):
        report.relation(taxonomy("relationship-types")["lost"], "loyal")
    assert report.relation("lifecycle/lost", taxonomy("lifecycle")["loyal"]) is Relation.DISJOINT


@pytest.mark.parametrize("options", [{"solver": "prover9"}, {"budget": -1}])
def test_what_makes_no_sense_is_refused(options: dict[str, Any]) -> None:
    """A solver that there is not, or a negative budget, is an error."""
    with pytest.raises(ValueError, match="solver is one of"):
        verify(taxonomy("lifecycle"), **options)


def test_absence_is_only_told_when_it_is_proved() -> None:
    """A report that was given up does not say that there is nothing."""
    text = verify(taxonomy("lifecycle"), budget=0).explain()
    assert "No two categories overlap" not in text
    assert "Every customer whose facts are all known is in a category" not in text
    assert "There may be more gaps" in text
