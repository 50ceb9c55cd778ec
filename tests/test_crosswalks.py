"""Mappings between the shipped taxonomies say exactly what is proved of their criteria."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import customer_types as ct
from customer_types._catalog.loading import load_mappings
from customer_types._checking.checking import check
from customer_types._checking.crosswalks import PROVED, faults_of_mappings, holds
from customer_types._model.mappings import NO_TERM, MatchRelation
from customer_types._proving.relations import Relation

CATALOG = ct.catalog()
INSIDE = tuple(one for one in CATALOG.mappings if one.object_source is None)
OUTSIDE = tuple(one for one in CATALOG.mappings if one.object_source is not None)


@pytest.mark.parametrize("mapping", INSIDE, ids=repr)
def test_a_mapping_says_what_is_proved(mapping: ct.Mapping) -> None:
    """Exact matches have the same customers, broad ones are implied, close ones share some."""
    relation = ct.compare(mapping.subject, mapping.object).relation
    assert holds(mapping.relation, relation)
    assert ct.compare(mapping.object, mapping.subject).relation is relation.reversed
    assert holds(mapping.reversed.relation, relation.reversed)


@pytest.mark.parametrize("mapping", INSIDE, ids=repr)
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
        frozenset({mapping.subject, mapping.object}) for mapping in INSIDE if mapping.relation == "exactMatch"
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
        "customer_types._proving.comparison.TaxonomyComparison.relation", lambda *_: Relation.UNDECIDED
    )
    (fault,) = faults_of_mappings(CATALOG.mappings[:1], CATALOG)
    assert (fault.code, fault.severity) == ("crosswalk.undecided", "warning")
    assert fault.message("fr").endswith("la recherche a été abandonnée")


def test_mappings_are_values() -> None:
    """Two mappings that say the same are equal, wherever they were read."""
    one = CATALOG.mappings[0]
    assert attrs.evolve(one) == one
    assert repr(one) == "<Mapping lifecycle/potential narrowMatch customer-categories/potential>"


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


# ---- terms of public vocabularies --------------------------------------------------------------

#: The terms by their IRIs, each with its label, as the vocabularies themselves have them.
TERMS = {
    "http://purl.org/goodrelations/v1#Business": "Business (business entity type)",
    "http://purl.org/goodrelations/v1#Enduser": "Enduser (business entity type)",
    "http://purl.org/goodrelations/v1#PublicInstitution": "Public institution (business entity type)",
    "http://purl.org/goodrelations/v1#Reseller": "Reseller (business entity type)",
    "https://schema.org/Audience": "Audience",
    **{
        "https://spec.edmcouncil.org/fibo/ontology/FND/ProductsAndServices/ProductsAndServices/"
        + label.capitalize(): label
        for label in ("buyer", "consumer", "customer", "supplier")
    },
}


@pytest.mark.parametrize("mapping", OUTSIDE, ids=repr)
def test_a_mapping_to_a_term_says_why_who_and_when(mapping: ct.Mapping) -> None:
    """What no proof can decide has been judged, and the reason is given in both languages."""
    assert mapping.justification == "semapv:ManualMappingCuration"
    assert mapping.author
    assert isinstance(mapping.date, dt.date)
    assert mapping.source[0] == "editorial"
    assert len(mapping.source) == 2
    assert mapping.notes is not None
    assert set(mapping.notes.by_language) == {"en", "fr"}


def test_terms_are_those_of_their_vocabularies() -> None:
    """Every term that the crosswalk names is there, under its IRI and its label, and each is used."""
    named = {one.iri: one.object_label for one in OUTSIDE if one.iri is not None}
    assert named == TERMS


@pytest.mark.parametrize(
    "id", ["market-roles", "customer-and-consumer", "business-relations", "supply-chain-positions"]
)
def test_who_looks_for_a_term_of_goodrelations_gets_an_answer(id: str) -> None:
    """Each category of the taxonomies about roles has a term there, or it is said that it has none."""
    for category in ct.taxonomy(id):
        found = ct.crosswalk(category.key, to="gr")
        assert len(found) == 1
        assert (found[0].object == NO_TERM) is (found[0].iri is None)


def test_a_term_is_found_by_its_prefix() -> None:
    """The prefix of a vocabulary narrows the mappings, as the id of a taxonomy does."""
    (found,) = ct.crosswalk("supply-chain-positions/final-consumer", to="gr")
    assert (found.relation, found.object, found.iri) == (
        "closeMatch",
        "gr:Enduser",
        "http://purl.org/goodrelations/v1#Enduser",
    )
    assert found in ct.crosswalk("supply-chain-positions/final-consumer")
    assert found.reversed is found
    (nothing,) = ct.crosswalk("market-roles/recommender", to="gr")
    assert repr(nothing) == "<Mapping market-roles/recommender exactMatch sssom:NoTermFound in gr>"
    with pytest.raises(ct.UnknownIdError, match="schema"):
        ct.crosswalk("market-roles/target", to="scheme")


def test_categories_without_a_term_are_not_the_same() -> None:
    """That two categories have no term in a vocabulary makes them no exact matches of one another."""
    (nothing,) = ct.crosswalk("market-roles/recommender", to="gr")
    pair = [attrs.evolve(nothing, subject=key) for key in ("lifecycle/lost", "relationship-types/lost")]
    between = ct.crosswalk("lifecycle/lost", to="relationship-types")
    assert faults_of_mappings([*pair, *between], CATALOG) == ()


def test_a_catalog_takes_terms_of_its_own_files(tmp_path: Path) -> None:
    """A file adds mappings to a vocabulary; a prefix that stands for something else is refused."""
    file = tmp_path / "terms.yaml"
    text = (
        'prefixes: {{wd: "http://www.wikidata.org/entity/", gr: "{gr}"}}\n'
        "mappings:\n"
        "  - {{subject: lifecycle/lost, relation: closeMatch, object: wd:Q1,\n"
        "     justification: semapv:ManualMappingCuration}}\n"
    )
    file.write_text(text.format(gr="http://purl.org/goodrelations/v1#"), encoding="utf-8")
    (found,) = ct.crosswalk("lifecycle/lost", to="wd", catalog=CATALOG.extended(file))
    assert found.iri == "http://www.wikidata.org/entity/Q1"
    assert load_mappings(file) == (found,)
    file.write_text(text.format(gr="http://example.org/"), encoding="utf-8")
    with pytest.raises(ct.LoadError) as refused:
        CATALOG.extended(file)
    (fault,) = refused.value.faults
    assert (fault.code, fault.location.line) == ("prefix.other", 1)
