"""Schemes of others become taxonomies without criteria, and what is lost on the way is told."""

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

import customer_types as ct
from customer_types import LoadError, Taxonomy, TaxonomyWarning, skos

FOLDER = Path(__file__).parent / "vocabularies"
PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@base <https://example.org/cards/> .
"""


def read(name: str, **options: Any) -> tuple[Taxonomy, list[str]]:
    """Read one of the vocabularies, and list its warnings without the name of the file."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", TaxonomyWarning)
        taxonomy = skos.load(FOLDER / name, **options)
    return taxonomy, [re.sub(r"^.*?: warning\[", "[", str(one.message)) for one in told]


def read_text(graph: str, **options: Any) -> tuple[Taxonomy, list[str]]:
    """Read a graph, and list the codes of its warnings."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", TaxonomyWarning)
        taxonomy = skos.loads(PREFIXES + graph, **options)
    return taxonomy, [re.findall(r"\[([a-z.-]+)\]", str(one.message))[0] for one in told]


def test_a_thesaurus_that_has_its_labels_in_skos_xl_only() -> None:
    """Labels, synonyms and hidden labels are found behind their resources; numbers become ids."""
    taxonomy, told = read("thesaurus-with-labels-of-skos-xl.ttl")
    assert (taxonomy.id, taxonomy.version, taxonomy.languages) == ("n-100141", "4.17", ("en", "fr"))
    assert [category.id for category in taxonomy] == ["n-2001", "n-2002"]
    buyer, repeat = taxonomy
    assert (buyer.label("en"), buyer.label("fr"), buyer.definition("fr")) == (
        "Buyer",
        "Acheteur",
        "Qui achète.",
    )
    naming = buyer.labels.by_language["en"]
    assert [dict(name.forms) for name in naming.also] == [{"one": "Purchaser"}]
    assert [dict(avoided.name.forms) for avoided in naming.avoid] == [{"one": "Byer"}]
    assert repeat.broader == ("n-2001",)
    assert buyer.when is None
    assert buyer.without_criteria is not None
    assert buyer.without_criteria.text("fr") == (
        "C’est le concept <http://vocabulary.example/shop/2001> d’un vocabulaire SKOS,"
        " et SKOS n’a pas de critères."
    )
    (source,) = taxonomy.own_sources
    assert (source.url, source.title("fr")) == ("http://vocabulary.example/shop/100141", "Acheteurs")
    assert buyer.sources == (source.id,)
    assert told == [
        "[skos.matches]: 1 match is left out; `skos.loads_mappings` reads it",
        "[skos.left-out]: 1 statement with dcterms:created has no place in a taxonomy and is left out",
        "[skos.left-out]: 1 statement with dcterms:modified has no place in a taxonomy and is left out",
        "[skos.left-out]: 1 statement with skos:Note has no place in a taxonomy and is left out",
    ]


def test_a_tree_that_names_its_top_concepts_only() -> None:
    """Concepts below a top concept belong to the one scheme; a language that is not everywhere is told."""
    taxonomy, told = read("top-concepts-only.jsonld")
    assert taxonomy.id == "kundenarten"
    assert {category.id: category.broader for category in taxonomy} == {
        "grosskunde": (),
        "n-all": ("privatkunde",),
        "privatkunde": (),
        "viel-kaufer": ("privatkunde",),
    }
    assert taxonomy.languages == ("de",)
    assert taxonomy["privatkunde"].label("fr") == "Client particulier"
    assert taxonomy["viel-kaufer"].notation == "P1"
    reason = taxonomy["n-all"].without_criteria
    assert reason is not None
    assert reason.text("de") == "SKOS: https://w3id.example/kundenarten/all"
    first = "<https://w3id.example/kundenarten/>"
    assert told == [
        f"[skos.incomplete-language]: 3 labels are missing in language `fr`, the first that of {first}"
    ]


def test_concepts_of_no_scheme_with_collections_and_circles() -> None:
    """Texts without a language are of the one that is named; circles and collections are left out."""
    taxonomy, told = read("collections-and-circles.rdf", id="cards", language="en")
    assert [category.id for category in taxonomy] == ["a-1", "a-2", "a-3", "a-4", "a-5", "a-6"]
    assert taxonomy["a-2"].broader == ("a-1",)
    assert taxonomy["a-2"].related == ("a-5",)
    assert [taxonomy[id].broader for id in ("a-3", "a-4", "a-5", "a-6")] == [(), (), (), ()]
    assert [(note.kind, note.text("en")) for note in taxonomy["a-1"].notes] == [
        ("scope", "Everybody who bought."),
        ("note", "To be reviewed."),
    ]
    term = "http://thesaurus.example/terms#"
    assert told == [
        f"[skos.circle]: <{term}A.3> is broader than itself, by way of <{term}A.4>; the link is left out",
        f"[skos.circle]: <{term}A.4> is broader than itself, by way of <{term}A.5>; the link is left out",
        f"[skos.circle]: <{term}A.5> is broader than itself, by way of <{term}A.3>; the link is left out",
        f"[skos.itself]: <{term}A.6> is linked to itself; the link is left out",
        f"[skos.no-label]: <{term}A.6>: there is no usable label; `a-6` stands in for it",
        "[skos.left-out]: 1 statement with dc:creator has no place in a taxonomy and is left out",
        "[skos.left-out]: 1 statement with skos:OrderedCollection has no place in a taxonomy and is left out",
        "[skos.left-out]: 1 statement with skos:member has no place in a taxonomy and is left out",
        "[skos.left-out]: 1 statement with skos:memberList has no place in a taxonomy and is left out",
        "[skos.left-out]: 1 statement with skos:prefLabel has no place in a taxonomy and is left out",
    ]


def test_of_several_schemes_one_is_named() -> None:
    """Without a choice there is an error that lists them; with one, the others stay out."""
    with pytest.raises(LoadError) as refused:
        skos.load(FOLDER / "several-schemes.ttl")
    (fault,) = refused.value.faults
    assert (fault.code, fault.message("fr")) == (
        "skos.several-schemes",
        "il y a plusieurs schémas de concepts\u00a0: <https://codes.example/roles> et <https://codes.example/sizes>",
    )
    taxonomy, told = read("several-schemes.ttl", scheme="https://codes.example/roles")
    assert [category.id for category in taxonomy] == ["buyer", "buyer-old", "tester", "user"]
    assert (taxonomy.version, taxonomy.definition("en")) == ("2024-11-30", "Who does what.")
    old = taxonomy.named("buyer-old").deprecated
    assert old is not None
    assert (old.since, old.replaced_by) == ("2024-11-30", "buyer")
    assert taxonomy["buyer"].definition("en") == "Decides."
    assert [(note.kind, note.text("en")) for note in taxonomy["buyer"].notes] == [
        ("note", "Signs."),
        ("example", "A head of purchasing."),
    ]
    assert told == [
        "[skos.matches]: 1 match is left out; `skos.loads_mappings` reads it",
        "[skos.left-out]: 1 statement with skos:inScheme has no place in a taxonomy and is left out",
    ]


def test_a_scheme_that_is_not_there() -> None:
    """The error names the schemes that are."""
    with pytest.raises(
        LoadError,
        match=r"there is no concept scheme <x>; those of the file: <https://codes.example/roles> and",
    ):
        skos.load(FOLDER / "several-schemes.ttl", scheme="x")


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_what_was_read_of_others_is_a_taxonomy_like_any(name: str) -> None:
    """It can be written as YAML and as SKOS, and comes back from both."""
    scheme = "https://codes.example/roles" if name.startswith("several") else None
    taxonomy, _ = read(name, scheme=scheme)
    assert ct.loads(ct.dumps(taxonomy)) == taxonomy
    assert skos.loads(skos.dumps(taxonomy, base="https://example.org/mine/")) == taxonomy


def test_matches_are_read_as_mappings() -> None:
    """A concept of a scheme of the text goes by its key, any other one by its IRI."""
    text = (FOLDER / "several-schemes.ttl").read_text(encoding="utf-8")
    (mapping,) = skos.loads_mappings(text)
    assert (mapping.subject, mapping.relation, mapping.object) == (
        "roles/tester",
        "relatedMatch",
        "sizes/large",
    )
    assert mapping.justification == "semapv:UnspecifiedMatching"
    (renamed,) = skos.loads_mappings(text, ids={"https://codes.example/roles": "parts"})
    assert renamed.subject == "parts/tester"
    text = (FOLDER / "thesaurus-with-labels-of-skos-xl.ttl").read_text(encoding="utf-8")
    (outside,) = skos.loads_mappings(text)
    assert (outside.subject, outside.object) == ("n-100141/n-2002", "http://other.example/C77")


# ---- labels ------------------------------------------------------------------------------------------------


def test_texts_without_a_language_are_counted() -> None:
    """Nobody guesses a language: they are undetermined, and the warning says how to say it."""
    taxonomy, told = read_text('<a> a skos:Concept ; skos:prefLabel "A" ; skos:altLabel "B", "C" .')
    assert taxonomy["a"].label("und") == "A"
    assert told == ["skos.no-language"]
    taxonomy, told = read_text('<a> a skos:Concept ; skos:prefLabel "A" .', language="FR_ca")
    assert (taxonomy["a"].label("fr-CA"), told) == ("A", [])
    with pytest.raises(ct.LanguageTagError):
        read_text('<a> a skos:Concept ; skos:prefLabel "A" .', language="no such")


def test_a_label_too_long_or_of_another_kind_is_left_out() -> None:
    """A number is no label, nor is a text of 201 characters."""
    long = "x" * 201
    taxonomy, told = read_text(
        f"""<a> a skos:Concept ; skos:prefLabel "A"@en ; skos:altLabel 3, "{long}"@en, "B"@en ;
        skos:notation 7 ."""
    )
    assert [dict(name.forms) for name in taxonomy["n-7"].labels.by_language["en"].also] == [{"one": "B"}]
    assert (taxonomy["n-7"].notation, told) == ("7", ["skos.left-out"])


def test_titles_and_descriptions_stand_in_for_labels_and_definitions() -> None:
    """Where SKOS says nothing, RDFS and Dublin Core are asked."""
    taxonomy, _ = read_text(
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> ."
        '<s> a skos:ConceptScheme ; dct:title "Scheme"@en . '
        '<a> skos:inScheme <s> ; rdfs:label "A"@en ; rdfs:comment "About A."@en .'
    )
    assert (taxonomy.labels.text("en"), taxonomy["a"].label("en")) == ("Scheme", "A")
    assert taxonomy["a"].definition("en") == "About A."


def test_hidden_characters_are_refused() -> None:
    """What turns a text round, or drives a terminal, is as little welcome as in YAML."""
    for text, code in (("a\\u202Eb", "text.bidi"), ("a\\u001Bb", "text.control")):
        with pytest.raises(LoadError) as refused:
            read_text(f'<a> a skos:Concept ; skos:prefLabel "{text}"@en .')
        assert [fault.code for fault in refused.value.faults if fault.severity == "error"] == [code]


# ---- size ----------------------------------------------------------------------------------


def test_a_vocabulary_of_five_thousand_concepts() -> None:
    """More than a file of YAML may have: ids, labels and a hierarchy of ten levels are all there."""
    lines = [
        f'<{n}> a skos:Concept ; skos:inScheme <s> ; skos:prefLabel "Concept {n}"@en, "Concept n° {n}"@fr'
        + (f" ; skos:broader <{n // 2}> ." if n > 1 else " .")
        for n in range(1, 5001)
    ]
    taxonomy, told = read_text('<s> skos:prefLabel "S"@en, "S"@fr .\n' + "\n".join(lines))
    assert (len(taxonomy), told) == (5000, [])
    assert taxonomy["n-5000"].broader == ("n-2500",)
    assert taxonomy["n-4999"].label("fr") == "Concept n° 4999"


@pytest.mark.parametrize(
    ("graph", "code"),
    [
        ("", "skos.no-concepts"),
        ("<a> a owl:Class .", "skos.no-concepts"),
        ("<s> a skos:ConceptScheme .", "skos.no-concepts"),
        ("_:a a skos:Concept .", "skos.no-concepts"),
    ],
)
def test_where_nothing_can_be_read(graph: str, code: str) -> None:
    """A text without concepts that have names is an error, not an empty taxonomy."""
    with pytest.raises(LoadError) as refused:
        read_text(graph)
    assert [fault.code for fault in refused.value.faults] == [code]


def test_links_by_properties_that_a_text_defines_itself() -> None:
    """What is narrower than `skos:broader`, or the inverse of it, makes the hierarchy."""
    taxonomy, told = read_text(
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        "<isA> rdfs:subPropertyOf skos:broader . <has> owl:inverseOf <isA> ."
        '<a> a skos:Concept ; skos:prefLabel "A"@en . <b> <isA> <a> ; skos:prefLabel "B"@en .'
        '<b> <has> <c> ; skos:broadMatch <a> . <c> skos:prefLabel "C"@en .'
    )
    assert {category.id: category.broader for category in taxonomy} == {"a": (), "b": ("a",), "c": ("b",)}
    assert told == ["skos.matches"]


def test_a_label_of_skos_xl_without_a_text_is_told() -> None:
    """There is nothing to read, which is no reason for silence."""
    taxonomy, told = read_text(
        "@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> ."
        '<a> a skos:Concept ; skos:prefLabel "A"@en ; skosxl:altLabel <l> . <l> a skosxl:Label .'
    )
    assert taxonomy["a"].labels.by_language["en"].also == ()
    assert told == ["skos.left-out", "skos.left-out"]
