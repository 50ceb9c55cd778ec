"""The shipped taxonomies: proofs agree with z3, and their witnesses can be classified."""

from itertools import combinations, product

import pytest
from tests.proofs.reference import facts_tested, is_possible

from customer_types import Relation, Taxonomy, catalog, classify, compare, verify
from customer_types._deciding.possibility import impossible_facts
from customer_types._proving.proofs import Comparison
from customer_types._proving.witnesses import Witness

pytest.importorskip("z3")
from tests.proofs.solver import Solver

SHIPPED = [home for home in catalog() if any(category.when is not None for category in home)]
IDS = [home.id for home in SHIPPED]
SHARING = [
    pytest.param(left, right, id=f"{left.id} {right.id}")
    for left, right in combinations(SHIPPED, 2)
    if facts_tested([left]) & facts_tested([right])
]


def told(witness: Witness, home: Taxonomy, category: str) -> bool:
    """Tell whether a witness is in a category, as everybody is classified, and can be at all.

    What follows from other facts is free in a proof, and may not go with them: then the witness says so.
    """
    result = classify(dict(witness.facts), home)
    assert not impossible_facts(result.facts, home)
    assert bool(result.impossible) is bool(witness.out_of_accord)
    assert is_possible(result.facts, home)
    return result.verdicts[category] is True


def replay(found: Comparison, left: Taxonomy, right: Taxonomy) -> None:
    """Check the witnesses of a comparison."""
    asked = (
        (found.both, True, True, found.relation is not Relation.DISJOINT),
        (found.only_left, True, False, found.relation in (Relation.OVERLAP, Relation.SUPERSET)),
        (found.only_right, False, True, found.relation in (Relation.OVERLAP, Relation.SUBSET)),
    )
    for witness, in_left, in_right, is_needed in asked:
        assert witness is not None or not is_needed
        if witness is not None:
            assert told(witness, left, found.left.id) is in_left
            assert told(witness, right, found.right.id) is in_right


@pytest.mark.parametrize("home", SHIPPED, ids=IDS)
def test_relations_are_what_z3_finds(home: Taxonomy) -> None:
    """Each two categories of a taxonomy stand to one another as z3 says, and witnesses show it."""
    report, solver = verify(home), Solver(home)
    for left, right in combinations(report.categories, 2):
        expected = solver.relation((left, home), (right, home))
        assert report.relation(left, right) == expected, (left, right)
        assert report.relation(right, left) == expected.reversed, (right, left)
        replay(report.compare(left, right), home, home)


@pytest.mark.parametrize(("left", "right"), SHARING)
def test_relations_across_taxonomies_are_what_z3_finds(left: Taxonomy, right: Taxonomy) -> None:
    """Categories of two taxonomies that share facts stand to one another as z3 says."""
    across, solver = compare(left, right), Solver(left, right)
    for one, other in product(left, right):
        if one.when is not None and other.when is not None:
            expected = solver.relation((one, left), (other, right))
            assert across.relation(one, other) == expected, (one, other)
            replay(across.compare(one, other), left, right)


@pytest.mark.parametrize("home", catalog(), ids=lambda home: home.id)
def test_all_declared_rules_are_proved(home: Taxonomy) -> None:
    """Every rule is proved, and nothing is contradicted, undecided or out of reach."""
    report = verify(home)
    assert report.faults == ()
    assert report.is_proved


@pytest.mark.parametrize("home", SHIPPED, ids=IDS)
def test_overlaps_are_what_z3_finds(home: Taxonomy) -> None:
    """Overlaps are all the largest sets of categories with a customer, and the customer is in them."""
    report, solver = verify(home), Solver(home)
    found = [{category.id for category in overlap.categories} for overlap in report.overlaps]
    yes = {category.id: solver.yes((category, home)) for category in home}
    assert report.has_all_overlaps
    assert not any(one < other for one in found for other in found)
    for overlap in report.overlaps:
        assert all(told(overlap.witness, home, category.id) for category in overlap.categories)
    for together in found:
        others = yes.keys() - together
        assert not any(solver.is_there(*(yes[id] for id in (*together, other))) for other in others)
    assert not solver.is_another_overlap(home, found)


@pytest.mark.parametrize("home", SHIPPED, ids=IDS)
def test_gaps_and_needs_are_shown(home: Taxonomy) -> None:
    """Who shows a gap is in no category for sure; who shows a need is in none, and maybe in one."""
    report = verify(home)
    assert report.has_all_needs
    prover = report._proofs.prover
    assert report.has_all_gaps or not prover.space.fields.show_all_complete
    for gap in report.gaps:
        assert not any(told(gap.witness, home, category.id) for category in home)
    for need in report.needs:
        assert not any(told(need.witness, home, category.id) for category in home)
        verdicts = classify(dict(need.witness.facts), home).verdicts
        assert None in [verdicts[category.id] for category in report.categories]
        assert need.fact.id not in need.witness.facts
    assert prover._left.steps > 0  # nothing ended because the budget did


@pytest.mark.parametrize("home", SHIPPED, ids=IDS)
def test_where_no_gap_is_found_z3_finds_none(home: Taxonomy) -> None:
    """Customers in no category who are outside all gaps lack a fact that could be known."""
    report, solver = verify(home), Solver(home)
    for customer in solver.in_no_category(home, [gap.where for gap in report.gaps], most=20):
        assert is_possible(customer, home)
        assert not solver.is_complete(customer)
