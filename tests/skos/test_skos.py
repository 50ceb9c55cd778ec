"""Taxonomies and catalogs are written in SKOS, in the terms that others know, and read back as they were."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from tests.tries import at_length

import customer_types as ct
from customer_types import Catalog, LoadError, sheets, skos
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types.errors import BaseIriError, HiddenCharacterError, NotATaxonomyError
from customer_types.skos import FORMATS, Format, graphs, labels, terms
from customer_types.skos.terms import CT, LEXINFO, SKOSXL

BASE = "https://example.org/types/"
LIFECYCLE = ct.taxonomy("lifecycle")
HOSTILE = r"""
id: hostile
version: 1.0.0
label: {en: "</rdf:RDF>\"\"\"; DROP <&amp; ]]> \\", fr: "a\rb\r\nc\td «\u00A0\"\u00A0»"}
sources: [{id: own, title: {en: "' \" \\u0041", fr: "{\"@id\": \"x\"}"}, url: "javascript:alert('<x>')"}]
facts: [{id: group, type: choice, values: ["<b>\"", "a b", "é"], label: {en: "@prefix", fr: "#"}}]
thresholds: [{id: few, value: 0.000001, label: {en: "<!--", fr: "-->"}}]
categories:
  - id: one
    label: {en: {one: "=1+1", other: "=1+1", also: ["@en", "^^xsd:string"]}, fr: "<!ENTITY a 'b'>"}
    definition: {en: "&a; \u200F \u0301", fr: "\U0001F642"}
    when: {group: ["<b>\"", "é"]}
    notation: "303 \"4\" <5>"
    source: own
"""


def graph_of(named: ct.Taxonomy | Catalog, format: Format = "turtle") -> Graph:
    """Parse what is written, with rdflib alone."""
    return Graph().parse(data=skos.dumps(named, format=format, base=BASE), format=format)


# ---- in the words of others ----------------------------------------------------------------------------

GRAPH = graph_of(LIFECYCLE)
SCHEME, LOYAL = URIRef(f"{BASE}lifecycle"), URIRef(f"{BASE}lifecycle/loyal")


def test_a_taxonomy_is_a_scheme_and_its_categories_are_concepts() -> None:
    """Each concept is in the scheme; without a broader one it is a top concept of it."""
    concepts = {URIRef(f"{BASE}lifecycle/{category.id}") for category in LIFECYCLE}
    assert set(GRAPH.subjects(RDF.type, SKOS.Concept)) == concepts
    assert set(GRAPH.subjects(SKOS.inScheme, SCHEME)) == concepts
    assert set(GRAPH.objects(SCHEME, SKOS.hasTopConcept)) == concepts
    assert set(GRAPH.subjects(SKOS.topConceptOf, SCHEME)) == concepts
    assert GRAPH.value(SCHEME, OWL.versionInfo) == Literal(LIFECYCLE.version)


def test_labels_have_their_roles_languages_and_forms() -> None:
    """The name is preferred; its forms and the synonyms are alternative; what to avoid is hidden."""
    naming = LIFECYCLE["loyal"].labels.by_language["fr"]
    assert set(GRAPH.objects(LOYAL, SKOS.prefLabel)) == {
        Literal("Loyal customer", lang="en"),
        Literal("Client fidèle", lang="fr"),
    }
    assert naming.name is not None
    alternatives = {str(one) for one in GRAPH.objects(LOYAL, SKOS.altLabel)}
    assert set(naming.name.forms.values()) - {"Client fidèle"} <= alternatives
    hidden = {str(one) for one in GRAPH.objects(LOYAL, SKOS.hiddenLabel)}
    assert hidden == {
        text
        for naming in LIFECYCLE["loyal"].labels.by_language.values()
        for avoided in naming.avoid
        for text in avoided.name.forms.values()
    }


def test_forms_say_number_and_gender_in_the_terms_of_lexinfo() -> None:
    """Whoever looks for the feminine plural of a label finds it without knowing this library."""
    query = """SELECT ?text { ?concept skosxl:altLabel ?label . ?label skosxl:literalForm ?text ;
        lexinfo:number lexinfo:plural ; lexinfo:gender lexinfo:feminine . }"""
    prefixes = {"skosxl": SKOSXL, "lexinfo": LEXINFO}
    found = {str(row[0]) for row in GRAPH.query(query, initNs=prefixes, initBindings={"concept": LOYAL})}  # type: ignore[index]
    assert "Clientes fidèles" in found


def test_criteria_thresholds_and_facts_can_be_asked_for() -> None:
    """Which categories test a fact, and by which numbers, is said in triples."""
    query = """SELECT ?concept ?number { ?concept ct:tests ?fact ; ct:uses ?threshold .
        ?fact dcterms:identifier "orders" .
        ?threshold dcterms:identifier "loyal_orders" ; ct:number ?number }"""
    rows = {
        (str(row[0]), row[1].toPython())  # type: ignore[index, union-attr]
        for row in GRAPH.query(query, initNs={"ct": CT, "dcterms": DCTERMS})
    }
    thresholds = {threshold.id: threshold.value for threshold in LIFECYCLE.thresholds}
    assert (str(LOYAL), thresholds["loyal_orders"]) in rows
    criterion = GRAPH.value(LOYAL, CT.criterion)
    assert isinstance(criterion, Literal)
    assert "orders" in json.loads(str(criterion))


def test_a_mapping_is_a_match_with_its_justification() -> None:
    """A catalog says each mapping as SKOS does, and as SSSOM does."""
    graph = graph_of(ct.catalog())
    for mapping in ct.catalog().mappings:
        subject, other = URIRef(BASE + mapping.subject), URIRef(mapping.iri or BASE + mapping.object)
        is_said = (subject, SKOS[mapping.relation], other) in graph
        assert is_said is (mapping.object != "sssom:NoTermFound")
    assert len(set(graph.subjects(RDF.type, OWL.Axiom))) == len(ct.catalog().mappings)
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == len(ct.catalog())


def test_what_is_deprecated_says_so_and_what_replaces_it() -> None:
    """In the terms of OWL and Dublin Core, for categories and for taxonomies."""
    text = """
    {id: clubs, version: '2', label: {en: C, fr: C}, deprecated: {since: '2', replaced_by: lifecycle},
     categories: [
      {id: old, label: {en: O, fr: O}, when: {orders: 1}, deprecated: {since: '2', replaced_by: new}},
      {id: other, label: {en: T, fr: T}, when: {orders: 1},
       deprecated: {since: '2', replaced_by: lifecycle/new}},
      {id: new, label: {en: N, fr: N}, when: {orders: 1}}]}"""
    taxonomy = ct.loads(text)
    graph = graph_of(taxonomy)
    old = URIRef(f"{BASE}clubs/old")
    assert (old, OWL.deprecated, Literal(True)) in graph
    assert (old, DCTERMS.isReplacedBy, URIRef(f"{BASE}clubs/new")) in graph
    assert (URIRef(f"{BASE}clubs/other"), DCTERMS.isReplacedBy, URIRef(f"{BASE}lifecycle/new")) in graph
    assert (URIRef(f"{BASE}clubs"), DCTERMS.isReplacedBy, URIRef(f"{BASE}lifecycle")) in graph
    assert skos.loads(skos.dumps(taxonomy, base=BASE)) == taxonomy


def test_edits_in_other_programs_are_read() -> None:
    """A label that somebody adds is a synonym; what they change is changed; a narrower concept is below."""
    graph = graph_of(LIFECYCLE)
    graph.add((LOYAL, SKOS.altLabel, Literal("Stammkunde", lang="de")))
    graph.add((URIRef(f"{BASE}lifecycle/active"), SKOS.narrower, LOYAL))
    graph.remove((LOYAL, SKOS.definition, None))
    graph.add((LOYAL, SKOS.definition, Literal("New words.", lang="en")))
    graph.add((LOYAL, SKOS.definition, Literal("Autres mots.", lang="fr")))
    loyal = skos.loads(graph.serialize(format="turtle"))["loyal"]
    assert [name.forms["one"] for name in loyal.labels.by_language["de"].also] == ["Stammkunde"]
    assert (loyal.broader, loyal.definition("fr")) == (("active",), "Autres mots.")


# ---- there and back --------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("id", ct.catalog().ids)
def test_shipped_taxonomies_come_back_as_they_were(id: str, format: Format) -> None:
    """Every taxonomy, in every format, to the last key."""
    taxonomy = ct.taxonomy(id)
    again = skos.loads(skos.dumps(taxonomy, format=format), format=format)
    assert again == taxonomy
    assert ct.fingerprint(again) == ct.fingerprint(taxonomy)


@at_length
@pytest.mark.parametrize("format", FORMATS)
def test_the_catalog_comes_back_as_it_was(format: Format) -> None:
    """Taxonomies, facts, units, invariants, sources and mappings, in their order; and again the same text."""
    catalog = ct.catalog()
    text = skos.dumps(catalog, format=format, base=BASE)
    again = skos.loads_catalog(text, format=format)
    assert list(again) == list(catalog)
    assert again.vocabulary == catalog.vocabulary
    assert list(again.vocabulary.facts) == list(catalog.vocabulary.facts)
    assert (again.sources, again.mappings) == (catalog.sources, catalog.mappings)
    assert skos.dumps(again, format=format, base=BASE) == text
    assert skos.loads_mappings(text, format=format) == catalog.mappings


def test_one_taxonomy_of_a_catalog_is_read_by_its_name() -> None:
    """Its scheme is named; nothing of it is left out."""
    text = skos.dumps(ct.catalog(), base=BASE)
    assert skos.loads(text, scheme=f"{BASE}lifecycle") == LIFECYCLE


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_comes_back_as_it_was(format: Format) -> None:
    """Quotes, brackets, line ends, entities and marks of each format are text like any."""
    taxonomy = ct.loads(HOSTILE)
    text = skos.dumps(taxonomy, format=format)
    if format == "xml":
        ET.fromstring(text)
    if format == "json-ld":
        json.loads(text)
    assert skos.loads(text, format=format) == taxonomy


def test_what_no_file_may_have_is_not_written() -> None:
    """A program can put a control character into a label; XML could not hold it, and nobody could read it.

    The same is so of YAML and of sheets.
    """
    for character in ("\x00", "\x0b", "\x1b", "\u202e", "\ud800"):
        texts = Texts(by_language=FrozenMap({"en": f"a{character}"}))
        broken = attrs.evolve(LIFECYCLE, definitions=texts)
        with pytest.raises(HiddenCharacterError):
            skos.dumps(broken)
        with pytest.raises(HiddenCharacterError):
            ct.dumps(broken)
        for sheet in sheets.FORMATS:
            with pytest.raises(HiddenCharacterError):
                sheets.dumps(broken, "es", format=sheet)


def test_the_same_content_gives_the_same_bytes() -> None:
    """However Python orders its sets."""
    code = (
        "import hashlib, customer_types as ct\n"
        "from customer_types import skos\n"
        "for format in skos.FORMATS:\n"
        "    text = skos.dumps(ct.taxonomy('lifecycle'), format=format)\n"
        "    text += skos.dumps(ct.taxonomy('market-roles'), format=format)\n"
        "    print(hashlib.sha256(text.encode()).hexdigest())\n"
    )
    command = [sys.executable, "-c", code]
    runs = [
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in ("1", "2", "3")
    ]
    assert len({run.stdout for run in runs}) == 1
    assert len(runs[0].stdout.split()) == 3


# ---- bases, formats, files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base", ["", "x/", "https://example.org", "https://a/#", "https://a b/", 'urn:"/', "/a/"]
)
def test_a_base_is_an_absolute_iri_that_ends_in_a_slash(base: str) -> None:
    """Anything else is refused, in both languages."""
    with pytest.raises(BaseIriError) as refused:
        skos.dumps(LIFECYCLE, base=base)
    assert refused.value.base == base
    assert "barre oblique" in refused.value.render("fr")


def test_unknown_formats_and_things_that_are_no_taxonomies() -> None:
    """Both are told by their names."""
    with pytest.raises(KeyError, match=r"unknown format `ttl`"):
        skos.dumps(LIFECYCLE, format="ttl")  # type: ignore[arg-type]
    with pytest.raises(KeyError, match=r"did you mean `turtle`"):
        skos.loads("", format="turtles")  # type: ignore[arg-type]
    with pytest.raises(NotATaxonomyError):
        skos.dumps(LIFECYCLE["loyal"])  # type: ignore[arg-type]


def test_a_file_tells_its_format_by_its_name(tmp_path: Path) -> None:
    """Turtle, JSON-LD and RDF/XML have their endings; another one has to be said."""
    for format, ending in (("turtle", "ttl"), ("json-ld", "jsonld"), ("xml", "RDF")):
        path = tmp_path / f"lifecycle.{ending}"
        path.write_text(skos.dumps(LIFECYCLE, format=format), encoding="utf-8")  # type: ignore[arg-type]
        assert skos.load(path) == LIFECYCLE
    path = tmp_path / "lifecycle"
    path.write_text("\ufeff" + skos.dumps(LIFECYCLE), encoding="utf-8")
    assert skos.load(path, format="turtle") == LIFECYCLE
    with pytest.raises(LoadError, match=r"rdf\.format"):
        skos.load(path)
    with pytest.raises(LoadError, match=r"file\.not-found"):
        skos.load(tmp_path / "nothing.ttl")


def test_only_a_catalog_is_read_as_one() -> None:
    """A taxonomy alone, or a vocabulary of others, is none."""
    with pytest.raises(LoadError, match=r"skos\.no-catalog"):
        skos.loads_catalog(skos.dumps(LIFECYCLE))


def test_faults_in_what_was_edited_name_the_concept() -> None:
    """A criterion that is none, a fact that nobody knows, a number that is none: all at once."""
    text = skos.dumps(LIFECYCLE, base=BASE)
    broken = (
        text.replace('"orders\\"', '"ordres\\"')
        .replace(f'owl:versionInfo "{LIFECYCLE.version}"', 'owl:versionInfo "1 0"')
        .replace("ct:number 30", 'ct:number "many"')
    )
    with pytest.raises(LoadError) as refused:
        skos.loads(broken)
    found = [(fault.code, fault.inside) for fault in refused.value.faults]
    assert ("version.form", "version") in found
    assert ("schema.type", "thresholds[0].value") in found
    assert any(code == "criteria.unknown-field" and "lifecycle/loyal>" in inside for code, inside in found)
    assert all(fault.location.line is None for fault in refused.value.faults)
    spoiled = text.replace('ct:criterion "{', 'ct:criterion "', 1)
    with pytest.raises(LoadError, match=r"rdf\.criterion"):
        skos.loads(spoiled)


# ---- the vocabulary -------------------------------------------------------------------------


def test_the_vocabulary_defines_every_term_that_is_written() -> None:
    """Each class and property has a label in both languages; nothing is defined that is never written."""
    vocabulary = Graph().parse(data=skos.vocabulary(), format="turtle")
    defined = {one for one in vocabulary.subjects() if str(one).startswith(str(CT))}
    written = {one for triple in graph_of(ct.catalog()) for one in triple if str(one).startswith(str(CT))}
    tables = {term.predicate for table in terms.TERMS.values() for term in table.values()}
    tables |= {kind for kinds in terms.CLASSES.values() for kind in kinds} | set(terms.NOTES.values())
    tables = {one for one in tables if str(one).startswith(str(CT))}
    by_hand = {one for one in defined - tables - written if _is_named(str(one).rpartition("#")[2])}
    assert defined == tables | written | by_hand
    for term in defined:
        assert {label.language for label in vocabulary.objects(term, RDFS.label)} == {"en", "fr"}  # type: ignore[attr-defined]


def _is_named(name: str) -> bool:
    """Tell whether the code writes a term that the shipped taxonomies happen to have no use for."""
    texts = [Path(str(module.__file__)).read_text(encoding="utf-8") for module in (graphs, labels)]
    return any(f"CT.{name}" in text for text in texts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@prefix types: <https://example.org/types/>", "@prefix types: <https://example.org/#/>"),
        ("@prefix types: <https://example.org/types/>", "@prefix types: <urn:x:y>"),
        ('dcterms:identifier "lifecycle"', 'dcterms:identifier "other"'),
    ],
)
def test_a_scheme_whose_name_is_changed(old: str, new: str) -> None:
    """A name that no base could give it ends in a taxonomy or in faults, as everything does."""
    text = skos.dumps(LIFECYCLE, base=BASE).replace(old, new)
    try:
        assert skos.loads(text).id in ("lifecycle", "other")
    except LoadError as error:
        assert error.faults  # noqa: PT017  # either is right


def test_a_second_value_where_one_is_possible_is_told() -> None:
    """Of two versions the first is read, and the other is not dropped in silence."""
    text = skos.dumps(LIFECYCLE, base=BASE).replace(
        f'owl:versionInfo "{LIFECYCLE.version}"', f'owl:versionInfo "{LIFECYCLE.version}", "9"'
    )
    with pytest.warns(ct.TaxonomyWarning, match=r"1 statement with owl:versionInfo"):
        assert skos.loads(text).version == LIFECYCLE.version


@pytest.mark.parametrize("pair", ["e:zulu owl:sameAs e:alpha", "e:alpha owl:sameAs e:zulu"])
def test_of_what_is_the_same_the_one_that_is_described_is_read(pair: str) -> None:
    """Sameness has no direction: the concept with the labels is the category, whatever it is called."""
    text = f"""@prefix e: <https://example.org/s/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    e:x a skos:ConceptScheme ; skos:prefLabel "X"@en . {pair} .
    e:zulu skos:inScheme e:x ; skos:prefLabel "Zulu"@en .
    e:beta skos:inScheme e:x ; skos:prefLabel "Beta"@en ; skos:broader e:alpha ."""
    with pytest.warns(ct.TaxonomyWarning):
        found = skos.loads(text)
    assert sorted(category.id for category in found) == ["beta", "zulu"]
    assert found["beta"].broader == ("zulu",)
