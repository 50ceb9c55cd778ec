"""Mappings between the shipped taxonomies say exactly what is proved of their criteria."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import customer_types as ct
from customer_types.checking import check
from customer_types.crosswalks import PROVED, faults_of_mappings, holds
from customer_types.mappings import MatchRelation
from customer_types.relations import Relation

CATALOG = ct.catalog()


@pytest.mark.parametrize("mapping", CATALOG.mappings, ids=repr)
def test_a_mapping_says_what_is_proved(mapping: ct.Mapping) -> None:
    """Exact matches have the same customers, broad ones are implied, close ones share some."""
    relation = ct.compare(mapping.subject, mapping.object).relation
    assert holds(mapping.relation, relation)
    assert ct.compare(mapping.object, mapping.subject).relation is relation.reversed
    assert holds(mapping.reversed.relation, relation.reversed)


@pytest.mark.parametrize("mapping", CATALOG.mappings, ids=repr)
def test_a_mapping_says_why_who_and_when(mapping: ct.Mapping) -> None:
    """Justification, author, date and source are there; what a person judged has more than logic for it."""
    assert mapping.author
    assert isinstance(mapping.date, dt.date)
    assert mapping.source == ("editorial",)
    is_logic = mapping.relation in ("exactMatch", "broadMatch", "narrowMatch")
    assert (mapping.justification == "semapv:LogicalReasoning") is is_logic
    if not is_logic:
        assert mapping.notes is not None


def test_the_shipped_crosswalk_has_no_faults() -> None:
    """SKOS allows all of it, and nothing says more or less than what is proved."""
    assert faults_of_mappings(CATALOG.mappings, CATALOG) == ()


def test_categories_with_the_same_customers_are_mapped() -> None:
    """Where the criteria of two taxonomies are proved equal, the crosswalk says so."""
    taxonomies = [one for one in CATALOG if any(category.when is not None for category in one)]
    equal = {
        frozenset({comparison.left.key, comparison.right.key})
        for number, one in enumerate(taxonomies)
        for other in taxonomies[number + 1 :]
        for comparison in ct.compare(one, other)
        if comparison.relation is Relation.EQUAL
    }
    exact = {
        frozenset({mapping.subject, mapping.object})
        for mapping in CATALOG.mappings
        if mapping.relation == "exactMatch"
    }
    assert equal == exact


def test_a_mapping_is_found_from_both_sides() -> None:
    """Asked from its object, a mapping is turned around."""
    (there,) = ct.crosswalk("lifecycle/lost", to="relationship-types")
    assert (there.subject, there.relation, there.object) == (
        "lifecycle/lost",
        "narrowMatch",
        "relationship-types/lost",
    )
    (back,) = ct.crosswalk("relationship-types/lost", to="lifecycle")
    assert back == there.reversed
    assert back.relation == "broadMatch"
    assert back.reversed == there


def test_without_a_target_all_mappings_are_listed() -> None:
    """Each taxonomy that the category is mapped to has its mappings."""
    targets = [mapping.object.partition("/")[0] for mapping in ct.crosswalk("lifecycle/lost")]
    assert targets == ["customer-categories", "relationship-types", "status-and-activity"]
    assert ct.crosswalk("lifecycle/lost", to="lifecycle") == ()


@pytest.mark.parametrize(
    ("category", "to", "suggestion"),
    [("lifecycle/lots", None, "lost"), ("lifecycle/lost", "life-cycle", "lifecycle")],
)
def test_what_is_unknown_is_an_error(category: str, to: str | None, suggestion: str) -> None:
    """A misspelt category or taxonomy is not the same as one without mappings."""
    with pytest.raises(ct.UnknownIdError, match=suggestion):
        ct.crosswalk(category, to=to)


@pytest.mark.parametrize("relation", Relation)
def test_a_proof_bears_out_one_mapping(relation: Relation) -> None:
    """Of the relations that say something of the criteria, exactly one is neither too much nor too little."""
    matches: tuple[MatchRelation, ...] = ("exactMatch", "broadMatch", "narrowMatch", "closeMatch")
    assert [match for match in matches if holds(match, relation)] == [
        match for match in [PROVED[relation]] if match is not None
    ]


def test_a_search_that_is_given_up_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mapping that is neither proved nor refuted is a warning."""
    monkeypatch.setattr(
        "customer_types.comparison.TaxonomyComparison.relation", lambda *_: Relation.UNDECIDED
    )
    (fault,) = faults_of_mappings(CATALOG.mappings[:1], CATALOG)
    assert (fault.code, fault.severity) == ("crosswalk.undecided", "warning")
    assert fault.message("fr").endswith("la recherche a été abandonnée")


def test_mappings_are_values() -> None:
    """Two mappings that say the same are equal, wherever they were read."""
    one = CATALOG.mappings[0]
    assert attrs.evolve(one) == one
    assert repr(one) == "<Mapping lifecycle/potential exactMatch customer-categories/potential>"


def test_a_file_of_mappings_is_checked(tmp_path: Path) -> None:
    """`check` tells a crosswalk from a taxonomy by its keys, and proves it."""
    file = tmp_path / "mine.yaml"
    file.write_text(
        "mappings:\n"
        "  - subject: lifecycle/lost\n"
        "    relation: broadMatch\n"
        "    object: relationship-types/lost\n"
        "    justification: semapv:LogicalReasoning\n",
        encoding="utf-8",
    )
    (fault,) = check(file)
    assert (fault.code, fault.location.line, fault.location.column) == ("crosswalk.too-strong", 2, 5)
