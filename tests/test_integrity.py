"""The integrity conditions of SKOS hold on all that follows from what is declared.

The cases marked with a number are after the consistent and inconsistent examples of the SKOS
Reference (2009), in which the numbers stand.
"""

import itertools

import pytest

import customer_types as ct
from customer_types._model.links import Kind, Link, conflicts, links_of, links_of_mappings
from customer_types._model.locations import Location

HERE = Location(path="crosswalk.yaml", line=1, column=1)


def found(*triples: tuple[str, Kind, str], is_mapping: bool = False) -> list[str]:
    """List the codes of the conflicts among links, whose kinds go through several categories."""
    links = [
        Link(subject=subject, kind=kind, object=other, is_mapping=is_mapping, location=HERE)
        for subject, kind, other in triples
    ]
    return sorted({conflict.code for conflict in conflicts(links)})


RELATED = ["skos.related-and-broader"]
EXACT = ["skos.exact-and-other"]


@pytest.mark.parametrize(
    ("triples", "codes"),
    [
        ((("a", "broader", "b"), ("a", "related", "c")), []),  # 25
        ((("a", "broader", "b"), ("a", "related", "b")), RELATED),  # 26
        ((("a", "broader", "b"), ("b", "broader", "c"), ("a", "related", "c")), RELATED),  # 27 and 28
        ((("a", "broader", "b"), ("b", "related", "a")), RELATED),  # related goes both ways
        ((("a", "related", "b"), ("b", "related", "c"), ("a", "broader", "c")), []),  # and is no chain
        ((("a", "related", "a"),), ["skos.itself"]),  # consistent in SKOS, 33; refused here
        ((("a", "broader", "a"),), ["skos.itself"]),  # consistent in SKOS, 36; refused here
        ((("a", "broader", "b"), ("b", "broader", "a")), ["skos.circle"]),  # consistent in SKOS, 37
        ((("a", "broader", "b"), ("b", "broader", "c"), ("c", "broader", "a")), ["skos.circle"]),
        ((("a", "broader", "b"), ("b", "broader", "c"), ("a", "broader", "c")), []),  # two paths, 38
    ],
)
def test_links_within_a_taxonomy(triples: tuple[tuple[str, Kind, str], ...], codes: list[str]) -> None:
    """S27: nothing is related to what is broader than it, by however many steps."""
    assert found(*triples) == codes


@pytest.mark.parametrize(
    ("triples", "codes"),
    [
        ((("a", "exact", "b"), ("a", "broader", "b")), EXACT),  # 52
        ((("a", "exact", "b"), ("b", "broader", "a")), EXACT),  # narrowMatch
        ((("a", "exact", "b"), ("b", "related", "a")), EXACT),  # 53
        ((("a", "exact", "b"), ("b", "exact", "c"), ("a", "related", "c")), EXACT),
        ((("a", "exact", "b"), ("c", "exact", "b"), ("a", "broader", "c")), EXACT),
        ((("a", "exact", "b"), ("b", "exact", "c"), ("d", "related", "c")), []),
        ((("a", "broader", "b"), ("b", "exact", "c"), ("c", "related", "a")), RELATED),
        ((("a", "broader", "b"), ("b", "exact", "c"), ("c", "broader", "d"), ("d", "related", "a")), RELATED),
        ((("a", "broader", "b"), ("b", "exact", "c"), ("c", "broader", "a")), ["skos.circle"]),
    ],
)
def test_mappings_between_taxonomies(triples: tuple[tuple[str, Kind, str], ...], codes: list[str]) -> None:
    """S46 and S27, through chains of exact matches and of broader ones."""
    assert found(*triples, is_mapping=True) == codes


def test_the_order_of_links_is_of_no_account() -> None:
    """What follows is found before any link is judged."""
    triples: list[tuple[str, Kind, str]] = [
        ("a", "exact", "b"),
        ("b", "exact", "c"),
        ("c", "exact", "d"),
        ("a", "related", "d"),
    ]
    for order in itertools.permutations(triples):
        assert found(*order, is_mapping=True) == EXACT


def test_a_narrow_match_is_a_broad_one_seen_from_the_other_side() -> None:
    """S43; and a close match neither follows from anything nor excludes anything (S42)."""
    mappings = [
        ct.Mapping(
            subject="a/x", relation="narrowMatch", object="b/y", justification="semapv:LogicalReasoning"
        ),
        ct.Mapping(subject="a/x", relation="closeMatch", object="b/y", justification="semapv:MappingReview"),
    ]
    (link,) = links_of_mappings(mappings)
    assert (link.subject, link.kind, link.object) == ("b/y", "broader", "a/x")


def test_the_shipped_links_hold_together() -> None:
    """All taxonomies and the crosswalk, taken at once, have no conflict."""
    catalog = ct.catalog()
    links = [link for taxonomy in catalog for link in links_of(taxonomy)]
    mappings = [*links_of_mappings(catalog.mappings)]
    assert len(mappings) > 25
    assert [*conflicts([*links, *mappings])] == []


def test_no_taxonomy_is_a_category() -> None:
    """S9 and S37: ids of taxonomies and keys of categories can't be the same; there are no collections."""
    catalog = ct.catalog()
    keys = {category.key for taxonomy in catalog for category in taxonomy}
    assert keys.isdisjoint(catalog.ids)
    assert all("/" in key for key in keys)


def test_each_text_has_one_role() -> None:
    """S13: in one language a text of a category is a label, a synonym or a term to avoid."""
    for taxonomy in ct.catalog():
        for category in taxonomy:
            for naming in category.labels.by_language.values():
                roles = [
                    set() if naming.name is None else set(naming.name.forms.values()),
                    {text for name in naming.also for text in name.forms.values()},
                    {text for avoided in naming.avoid for text in avoided.name.forms.values()},
                ]
                for one, other in itertools.combinations(roles, 2):
                    assert one.isdisjoint(other)


def test_a_language_has_one_label(recwarn: pytest.WarningsRecorder) -> None:
    """S14, with tags compared as BCP 47 says: `fr-CA` and `fr_ca` are one language."""
    text = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat, fr-CA: Clubs, fr_ca: Cercles}
categories:
  - {id: gold, label: {en: Gold, fr: Or}, when: {orders: {min: 10}}}
"""
    with pytest.raises(ct.LoadError) as refused:
        ct.loads(text)
    assert [fault.code for fault in refused.value.faults] == ["language.duplicate"]
    assert not recwarn
