"""Membership is which concepts belong to a scheme, by what they say and by where they stand.

Those belong to it that say so and, where they say nothing, those below one that does; in a text with one
scheme or none, all that are in no other.
"""

from collections import defaultdict

from rdflib import SKOS, URIRef
from rdflib.term import Node

from customer_types.skos.conditions import Entailed
from customer_types.skos.names import ordered
from customer_types.skos.terms import SKOSXL


def schemes_of(entailed: Entailed) -> list[URIRef]:
    """List the schemes of a graph, in alphabetical order."""
    return ordered(one for one in entailed.of_class(SKOS.ConceptScheme) if isinstance(one, URIRef))


def concepts_of(entailed: Entailed, scheme: URIRef | None) -> list[Node]:
    """List the concepts of a scheme, in alphabetical order of their names."""
    inside: dict[Node, set[Node]] = defaultdict(set)
    for concept, its in entailed.links[SKOS.inScheme]:
        inside[concept].add(its)
    described = {one for one in entailed.graph.subjects() if isinstance(one, URIRef)}
    concepts = {one for one in entailed.of_class(SKOS.Concept) if one in described}
    if scheme is None:
        return ordered(one for one in concepts if not inside[one])
    labels = entailed.of_class(SKOSXL.Label)
    members = (one for one, its in inside.items() if scheme in its and one not in labels)
    found: set[Node] = {one for one in members if isinstance(one, URIRef)}
    nowhere = {one for one in concepts if not inside[one]}
    if len(schemes_of(entailed)) == 1:
        return ordered(found | nowhere)
    below: dict[Node, set[Node]] = defaultdict(set)
    for one, other in entailed.links[SKOS.broader]:
        below[other].add(one)
    reached, pending = set(found), [*found]
    while pending:
        further = below[pending.pop()] - reached
        reached |= further
        pending += further
    return ordered(found | (nowhere & reached))
