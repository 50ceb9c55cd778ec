"""Serializing writes triples as text: Turtle, JSON-LD or RDF/XML, the same for the same triples.

rdflib writes; what it takes in the order of a set is put in order here.
"""

import json
from collections.abc import Generator, Iterable
from io import BytesIO
from typing import Any, Literal as OneOf

from rdflib import SKOS, Graph, Literal
from rdflib.plugins.serializers.jsonld import from_rdf
from rdflib.plugins.serializers.rdfxml import XMLSerializer
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from customer_types._reading.yaml import require_visible
from customer_types.skos.conditions import pairs_in_order
from customer_types.skos.labels import Triple
from customer_types.skos.names import Names, ordered
from customer_types.skos.terms import PREFIXES

Format = OneOf["turtle", "json-ld", "xml"]
FORMATS: tuple[Format, ...] = ("turtle", "json-ld", "xml")


class _Ordered(Graph):
    """A graph that lists its subjects, and what is said of each, in alphabetical order."""

    def subjects(self, *pattern: Any, **options: Any) -> Generator[Node, None, None]:
        yield from ordered(set(super().subjects(*pattern, **options)))

    def predicate_objects(self, *pattern: Any, **options: Any) -> Generator[tuple[Node, Node], None, None]:
        yield from pairs_in_order(super().predicate_objects(*pattern, **options))


class _Turtle(TurtleSerializer):
    """Writes schemes first, then concepts, then what belongs to them."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        self.topClasses = [SKOS.ConceptScheme, SKOS.Concept]


def serialized(triples: Iterable[Triple], names: Names, taxonomies: Iterable[str], format: Format) -> str:
    """Write triples in a format; `taxonomies` get prefixes of their own.

    Raises `HiddenCharacterError` for a text that could not be read again.
    """
    graph = _Ordered(bind_namespaces="none")
    prefixes = {"types": names.base} | {id: f"{names.taxonomy(id)}/" for id in taxonomies}
    prefixes |= {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    for triple in triples:
        if isinstance(triple[2], Literal):
            require_visible(str(triple[2]))
        graph.add(triple)
    if format == "json-ld":
        return _json_ld(graph, prefixes)
    stream = BytesIO()
    (_Turtle if format == "turtle" else XMLSerializer)(graph).serialize(stream, encoding="utf-8")
    return stream.getvalue().decode("utf-8").rstrip("\n") + "\n"


def _json_ld(graph: Graph, prefixes: dict[str, str]) -> str:
    written: Any = from_rdf(graph, context_data=prefixes)  # type: ignore[no-untyped-call]
    listed = written.get("@graph", [])
    for thing in listed:
        for value in thing.values():
            if isinstance(value, list):
                value.sort(key=lambda one: json.dumps(one, sort_keys=True))
    listed.sort(key=lambda thing: thing["@id"])
    return json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
