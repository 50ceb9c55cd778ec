"""The conditions of the SKOS Reference are held against graphs with all that follows from them."""

import pytest
from rdflib import SKOS, Graph, URIRef
from tests.skos.reference_examples import CONSISTENT, ENTAILED, INCONSISTENT, NOT_ENTAILED, PREFIXES

from customer_types import skos
from customer_types.skos.conditions import Entailed

NS = "http://example.com/ns/"


def codes(graph: str) -> list[str]:
    """List the codes of what is wrong with a graph."""
    return [fault.code for fault in skos.check(PREFIXES + graph)]


@pytest.mark.parametrize("number", CONSISTENT)
def test_examples_that_are_consistent(number: int) -> None:
    """What the Reference calls consistent, or shows as an entailment, has no fault."""
    assert codes(CONSISTENT[number]) == []


@pytest.mark.parametrize("number", INCONSISTENT)
def test_examples_that_are_not_consistent(number: int) -> None:
    """What the Reference calls not consistent has the fault of the condition that it breaks."""
    graph, expected = INCONSISTENT[number]
    assert codes(graph) == expected


def test_every_example_is_there() -> None:
    """The Reference numbers its examples from 1 to 90."""
    assert sorted([*CONSISTENT, *INCONSISTENT]) == [*range(1, 91)]


def holds(entailed: Entailed, triple: tuple[str, str, str]) -> bool:
    """Tell whether a triple follows; `a` names a class of SKOS."""
    subject, predicate, other = triple
    if predicate == "a":
        return URIRef(NS + subject) in entailed.of_class(URIRef(f"{SKOS}{other}"))
    return (URIRef(NS + subject), URIRef(NS + other)) in entailed.links[URIRef(f"{SKOS}{predicate}")]


@pytest.mark.parametrize("number", ENTAILED)
def test_examples_of_what_follows(number: int) -> None:
    """What the Reference says to follow is drawn."""
    graph, triples = ENTAILED[number]
    entailed = Entailed(Graph().parse(data=PREFIXES + graph, format="turtle"))
    assert [triple for triple in triples if not holds(entailed, triple)] == []


@pytest.mark.parametrize("number", NOT_ENTAILED)
def test_examples_of_what_does_not_follow(number: int) -> None:
    """What the Reference says not to follow is not drawn."""
    graph, triple = NOT_ENTAILED[number]
    assert not holds(Entailed(Graph().parse(data=PREFIXES + graph, format="turtle")), triple)


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ("<A> a skos:Concept, skos:ConceptScheme .", ["skos.two-classes"]),
        ("<A> a skos:Concept ; skos:hasTopConcept <B> .", ["skos.two-classes"]),
        ("<A> skos:inScheme <B> . <C> skos:inScheme <A> ; skos:broader <A> .", ["skos.two-classes"]),
        ("<A> a skos:ConceptScheme ; skos:member <B> .", ["skos.two-classes"]),
        ("<A> a skosxl:Label, skos:Concept .", ["skos.two-classes"]),
        ("<A> skosxl:prefLabel <B> . <B> skos:broader <C> .", ["skos.two-classes"]),
        ('<A> skos:prefLabel "a"@en, "b"@EN .', ["skos.two-labels"]),
        ('<A> skos:prefLabel "a", "b" .', ["skos.two-labels"]),
        ('<A> skos:prefLabel "a", "b"@en .', []),
        ('<A> skos:prefLabel "a"@en ; skos:altLabel "a"@EN .', ["skos.two-roles"]),
        ('<A> skos:prefLabel "a"@en ; skos:altLabel "A"@en .', []),
        ('<A> a skos:ConceptScheme ; skos:prefLabel "a"@en, "b"@en .', ["skos.two-labels"]),
        ("<A> skosxl:prefLabel <B> ; skosxl:altLabel <B> .", ["skos.label-in-two-roles"]),
        (
            "<A> skos:exactMatch <B> . <B> skos:exactMatch <C> . <C> skos:broadMatch <A> .",
            ["skos.exact-and-other"],
        ),
        (
            "<A> skos:exactMatch <B> . <C> skos:exactMatch <B> . <A> skos:narrowMatch <C> .",
            ["skos.exact-and-other"],
        ),
        ("<A> skos:exactMatch <B> ; skos:closeMatch <B> .", []),
        ("<A> skos:exactMatch <B> ; skos:broadMatch <A> .", ["skos.exact-and-other"]),
        ("<A> skos:related <A> ; skos:broader <A> .", ["skos.related-and-broader"]),
        ("<A> skos:exactMatch <B> ; skos:broader <C> . <B> skos:related <C> .", []),
        (
            "ex:isA rdfs:subPropertyOf skos:broader . <A> ex:isA <B> ; skos:related <B> .",
            ["skos.related-and-broader"],
        ),
        (
            """ex:has rdfs:subPropertyOf ex:part . ex:part owl:inverseOf skos:broader .
               <B> ex:has <A> ; skos:related <A> .""",
            ["skos.related-and-broader"],
        ),
        (
            "<A> owl:sameAs <B> . <B> owl:sameAs <C> . <A> a skos:Collection . <C> a skos:Concept .",
            ["skos.two-classes"],
        ),
    ],
)
def test_conditions_beyond_the_examples(graph: str, expected: list[str]) -> None:
    """Tags in any case, other things than concepts, chains, and properties that a graph defines itself."""
    assert codes(graph) == expected


def test_a_fault_names_things_and_conditions_in_both_languages() -> None:
    """What is wrong, with which thing, and by which condition: all of it at once."""
    faults = skos.check(
        PREFIXES + '<A> skos:prefLabel "x"@en, "y"@en ; skos:related <B> ; skos:broader <B> .'
    )
    a, b = "<http://example.com/ns/A>", "<http://example.com/ns/B>"
    assert [fault.message("en") for fault in faults] == [
        f"{a}: it has several preferred labels in language `en`: `x` and `y` (SKOS, S14)",
        f"{a} and {b} are related, and one is broader than the other (SKOS, S27)",
    ]
    assert faults[0].message("fr") == (
        "<http://example.com/ns/A>: plusieurs libellés préférentiels dans la langue `en`\u00a0: `x` et `y`"
        " (SKOS, S14)"
    )


def test_a_long_chain_and_many_links_are_no_trouble() -> None:
    """A hierarchy of 3,000 levels is gone through step by step, without recursion."""
    chain = " ".join(f"<c{n}> skos:broader <c{n + 1}> ." for n in range(3000))
    assert codes(chain) == []
    assert codes(chain + " <c0> skos:related <c3000> .") == ["skos.related-and-broader"]
