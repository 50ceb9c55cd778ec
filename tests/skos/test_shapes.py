"""What is written passes SHACL shapes of the SKOS Reference's conditions, held by another program."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from tests.skos.reference_examples import INCONSISTENT, PREFIXES

import customer_types as ct
from customer_types import skos
from customer_types.skos.conditions import Entailed

SHAPES = Graph().parse(Path(__file__).with_name("shapes.ttl"))


def completed(graph: Graph) -> Graph:
    """Add to a graph what it entails: shapes look at nothing but what is there."""
    entailed = Entailed(graph)
    for predicate, pairs in entailed.links.items():
        for subject, other in pairs:
            graph.add((subject, predicate, other))
    for thing, kinds in entailed.classes.items():
        for kind in kinds:
            graph.add((thing, RDF.type, kind))
    for thing, labels in entailed.labels().items():
        for (text, language), roles in labels.items():
            for role in roles:
                graph.add((thing, SKOS[role], _literal(text, language)))
    for concept in {*graph.subjects(SKOS.broaderTransitive)}:
        for above in [*graph.transitive_objects(concept, SKOS.broaderTransitive)][1:]:
            assert above is not None
            graph.add((concept, SKOS.broaderTransitive, above))
            graph.add((above, SKOS.narrowerTransitive, concept))
    return graph


def _literal(text: str, language: str) -> Literal:
    return Literal(text, lang=language or None)


def conforms(graph: Graph) -> tuple[bool, str]:
    """Tell whether a graph passes, and why not."""
    passes, _, why = validate(graph, shacl_graph=SHAPES, inference="none", advanced=False)
    return bool(passes), str(why)


@pytest.mark.parametrize("id", ct.catalog().ids)
def test_shipped_taxonomies_pass(id: str) -> None:
    """Each shipped taxonomy is in order, with all that follows from it."""
    passes, why = conforms(completed(Graph().parse(data=skos.dumps(ct.taxonomy(id)), format="turtle")))
    assert passes, why


@pytest.mark.parametrize("number", INCONSISTENT)
def test_what_the_reference_calls_inconsistent_does_not_pass(number: int) -> None:
    """The shapes find each inconsistent example, also when its concepts have labels and a scheme."""
    graph = completed(Graph().parse(data=PREFIXES + INCONSISTENT[number][0], format="turtle"))
    for concept in [*graph.subjects(RDF.type, SKOS.Concept)]:
        graph.add((concept, SKOS.inScheme, URIRef("http://example.com/ns/MyScheme")))
        if (concept, SKOS.prefLabel, None) not in graph:
            graph.add((concept, SKOS.prefLabel, _literal(str(concept), "en")))
    assert not conforms(graph)[0]


def test_a_consistent_graph_passes() -> None:
    """The shapes don't refuse everything."""
    graph = completed(
        Graph().parse(
            data=PREFIXES
            + """<S> skos:prefLabel "S"@en ; skos:hasTopConcept <A> . <A> skos:prefLabel "A"@en, "A"@en-GB .
                 <B> skos:broader <A> ; skos:prefLabel "B"@en ; skos:altLabel "A"@en ; skos:inScheme <S> .""",
            format="turtle",
        )
    )
    passes, why = conforms(graph)
    assert passes, why
