"""A leftover is a statement that was read and has no place in a taxonomy: it is told of."""

from collections import Counter
from collections.abc import Iterable

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal
from rdflib.term import Node

from customer_types.skos.labels import Triple
from customer_types.skos.terms import CT, DERIVED

MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
#: What leads to things that are not part of a concept.
_ELSEWHERE = DERIVED | {*MATCHES, DCTERMS.source, CT.unit, CT.ascending, RDF.type}


def left_out(graph: Graph, used: set[Triple], start: Iterable[Node], foreign: set[Node]) -> Counter[Node]:
    """Count the statements about some things, and about what they lead to, that were not read.

    `foreign` are concepts and schemes that were not asked for. The key is the property, or the class.
    """
    pending, seen = [*start], set[Node]()
    lost: Counter[Node] = Counter()
    inside = set(pending)
    pending += {one for one, member in graph.subject_objects(SKOS.member) if member in inside}
    while pending:
        subject = pending.pop()
        if subject in seen or subject in foreign:
            continue
        seen.add(subject)
        for triple in graph.triples((subject, None, None)):
            _, predicate, other = triple
            if triple not in used and predicate not in (RDF.first, RDF.rest):  # a list is told by what has it
                lost[other if predicate == RDF.type else predicate] += 1
            if not isinstance(other, Literal) and predicate not in _ELSEWHERE:
                pending.append(other)
    return lost
