"""A match leads from a concept to one of another scheme: here it becomes a mapping, as catalogs have them.

What SSSOM says of it comes along: who found it, when, and how. A match of which nothing is said is
justified by `semapv:UnspecifiedMatching`. A concept of no scheme of the text goes by its IRI.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, get_args

from rdflib import RDF, SKOS, Graph, URIRef
from rdflib.term import Node

from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types._model.mappings import Justification, Mapping, MatchRelation, Namespace
from customer_types.skos.conditions import Entailed, pairs_in_order
from customer_types.skos.documents import GraphDocument
from customer_types.skos.foreign import Scheme
from customer_types.skos.identifiers import taxonomy_identifier
from customer_types.skos.leftovers import MATCHES
from customer_types.skos.membership import concepts_of, schemes_of
from customer_types.skos.own import Contents
from customer_types.skos.terms import CT

_RELATIONS: tuple[MatchRelation, ...] = get_args(MatchRelation)
_JUSTIFICATIONS: tuple[Justification, ...] = get_args(Justification)


def keys_of(
    graph: Graph, entailed: Entailed, document: GraphDocument, ids: dict[str, str]
) -> dict[Node, str]:
    """Give the key of every concept that is in a scheme; `ids` has what schemes are called otherwise."""
    keys: dict[Node, str] = {}
    schemes: list[URIRef | None] = [*schemes_of(entailed)]
    for scheme in schemes or [None]:
        if scheme is not None and (scheme, RDF.type, CT.Taxonomy) in graph:
            contents = Contents(graph, document, scheme)
            taxonomy = contents.taxonomy()
            pairs = zip(document.subjects, taxonomy["categories"], strict=True)
            keys |= {URIRef(iri): f"{taxonomy['id']}/{category['id']}" for iri, category in pairs}
            continue
        found = Scheme(graph, entailed, document, scheme).ids(concepts_of(entailed, scheme))
        taxonomy_id = ids.get(str(scheme)) or taxonomy_identifier(scheme)
        keys = {concept: f"{taxonomy_id}/{id}" for concept, id in found.items()} | keys
    return keys


def mappings_of(graph: Graph, keys: dict[Node, str], document: GraphDocument) -> Iterator[Mapping]:
    """Make mappings of the matches of concepts that have keys, and note the faults of those that are none."""

    def key_of(concept: Node) -> str:
        return keys.get(concept) or str(concept)

    said: set[tuple[str, str, str]] = set()
    contents = Contents(graph, document)
    for other, content in contents.mappings(key_of):
        said.add((content["subject"], content["relation"], key_of(other)))
        mapping = _mapping(content, contents.prefixes, document)
        if mapping is not None:
            yield mapping
    for relation in MATCHES:
        for concept, other in pairs_in_order(graph.subject_objects(relation)):
            name: Any = str(relation).removeprefix(str(SKOS))
            triple = (key_of(concept), name, key_of(other))
            if concept in keys and isinstance(other, URIRef) and triple not in said:
                yield Mapping(
                    subject=triple[0],
                    relation=name,
                    object=triple[2],
                    justification="semapv:UnspecifiedMatching",
                    location=document.location(1, 1),
                )


def _mapping(content: dict[str, Any], prefixes: dict[str, str], document: GraphDocument) -> Mapping | None:
    day: dt.date | None = None
    for key, allowed in (("relation", _RELATIONS), ("justification", _JUSTIFICATIONS)):
        if content[key] not in allowed:
            document.fault("schema.value", inside=content["subject"], text=content[key], allowed=allowed)
            return None
    if "date" in content:
        try:
            day = dt.date.fromisoformat(content["date"])
        except ValueError:
            document.fault("schema.date", inside=content["subject"], text=content["date"])
            return None
    source = content.get("source", ())
    prefix = content.get("object_source") or content["object"].partition(":")[0]
    return Mapping(
        subject=content["subject"],
        relation=content["relation"],
        object=content["object"],
        object_label=content.get("object_label"),
        object_source=Namespace(prefix=prefix, iri=prefixes[prefix]) if prefix in prefixes else None,
        justification=content["justification"],
        author=content.get("author"),
        date=day,
        source=(source,) if isinstance(source, str) else tuple(source),
        notes=Texts(by_language=FrozenMap(content["note"])) if "note" in content else None,
        location=document.location(1, 1),
    )
