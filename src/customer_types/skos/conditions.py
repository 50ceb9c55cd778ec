"""Integrity is what the SKOS Reference (2009) demands of a graph, with all that follows from the graph.

First that is drawn which SKOS entails: the classes of what its properties connect, symmetric, inverse and
transitive links, plain labels of those of SKOS-XL, properties that the graph itself declares to be
narrower than those of SKOS, and things that it says are the same (`owl:sameAs`). Then the conditions are
held against it: S9, S13, S14, S27, S37 and S46, and S48, S52 and S58 of SKOS-XL. A circle of broader
concepts is none of them, nor is a concept that is related to itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set as AbstractSet
from itertools import combinations
from typing import Any

import attrs
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.hierarchies import Hierarchy, Sameness
from customer_types.skos.names import place_of
from customer_types.skos.terms import SKOSXL, short

_ROLES = ("prefLabel", "altLabel", "hiddenLabel")
#: What a property entails besides itself, step by step (S7, S21, S22, S39 to S42).
_ABOVE: dict[URIRef, tuple[URIRef, ...]] = {
    SKOS.topConceptOf: (SKOS.inScheme,),
    SKOS.broadMatch: (SKOS.broader, SKOS.mappingRelation),
    SKOS.narrowMatch: (SKOS.narrower, SKOS.mappingRelation),
    SKOS.relatedMatch: (SKOS.related, SKOS.mappingRelation),
    SKOS.exactMatch: (SKOS.closeMatch,),
    SKOS.closeMatch: (SKOS.mappingRelation,),
    SKOS.mappingRelation: (SKOS.semanticRelation,),
    SKOS.broader: (SKOS.broaderTransitive,),
    SKOS.narrower: (SKOS.narrowerTransitive,),
    SKOS.broaderTransitive: (SKOS.semanticRelation,),
    SKOS.narrowerTransitive: (SKOS.semanticRelation,),
    SKOS.related: (SKOS.semanticRelation,),
}
#: What holds the other way round (S8, S23, S25, S26, S43, S44).
_INVERSE: dict[URIRef, URIRef] = {
    SKOS.hasTopConcept: SKOS.topConceptOf,
    SKOS.narrower: SKOS.broader,
    SKOS.narrowerTransitive: SKOS.broaderTransitive,
    SKOS.narrowMatch: SKOS.broadMatch,
    SKOS.related: SKOS.related,
    SKOS.relatedMatch: SKOS.relatedMatch,
    SKOS.exactMatch: SKOS.exactMatch,
    SKOS.closeMatch: SKOS.closeMatch,
}
#: The classes of subject and object (S4 to S6, S19, S20, S31, S33, S50, S54, S60, S61).
_ENDS: dict[URIRef, tuple[URIRef | None, URIRef | None]] = {
    SKOS.inScheme: (None, SKOS.ConceptScheme),
    SKOS.topConceptOf: (SKOS.Concept, SKOS.ConceptScheme),
    SKOS.semanticRelation: (SKOS.Concept, SKOS.Concept),
    SKOS.member: (SKOS.Collection, None),
    SKOS.memberList: (SKOS.Collection, None),
    SKOSXL.literalForm: (SKOSXL.Label, None),
    SKOSXL.labelRelation: (SKOSXL.Label, SKOSXL.Label),
    **{SKOSXL[role]: (None, SKOSXL.Label) for role in _ROLES},
}
#: All properties that anything follows from.
_TERMS = frozenset(
    (
        *(*_ABOVE, *_INVERSE, *_INVERSE.values(), *_ENDS, SKOSXL.literalForm),
        *(namespace[role] for namespace in (SKOS, SKOSXL) for role in _ROLES),
    )
)
_DISJOINT = (
    (SKOS.Concept, SKOS.ConceptScheme, "S9"),
    (SKOS.Concept, SKOS.Collection, "S37"),
    (SKOS.ConceptScheme, SKOS.Collection, "S37"),
    (SKOS.Concept, SKOSXL.Label, "S48"),
    (SKOS.ConceptScheme, SKOSXL.Label, "S48"),
    (SKOS.Collection, SKOSXL.Label, "S48"),
)


@attrs.frozen(kw_only=True)
class Breach:
    """A condition that a graph does not meet; `code` and `arguments` are those of the fault."""

    code: str
    subject: Node
    arguments: dict[str, Any] = attrs.field(factory=dict)


class Entailed:
    """What follows from a graph: links by property, and classes by what has them."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.terms = Terms(graph)
        self.same = Sameness(graph.subject_objects(OWL.sameAs), self._rank)
        self.links: dict[URIRef, set[tuple[Node, Node]]] = defaultdict(set)
        self.classes: dict[Node, set[URIRef]] = defaultdict(set)
        self._draw()

    def _rank(self, thing: Node) -> tuple[bool, tuple[str, str, str]]:
        """Prefer what the graph describes, then what comes first in alphabetical order."""
        is_described = any(predicate != OWL.sameAs for predicate in self.graph.predicates(thing))
        return not is_described, place_of(thing)

    def _draw(self) -> None:
        same, terms = self.same, self.terms
        pending: list[tuple[URIRef, Node, Node]] = []
        for subject, predicate, other in self.graph:
            if predicate == RDF.type:
                kind = SKOS.Collection if other == SKOS.OrderedCollection else other
                if isinstance(kind, URIRef):
                    self.classes[same(subject)].add(kind)
            else:
                pending += (
                    (term, *((same(other), same(subject)) if turned else (same(subject), same(other))))
                    for term, turned in terms.of(predicate)
                )
        while pending:
            predicate, subject, other = pending.pop()
            if (subject, other) in self.links[predicate]:
                continue
            self.links[predicate].add((subject, other))
            pending += ((one, subject, other) for one in _ABOVE.get(predicate, ()))
            if predicate in _INVERSE:
                pending.append((_INVERSE[predicate], other, subject))
            for thing, entailed in zip((subject, other), _ENDS.get(predicate, (None, None)), strict=True):
                if entailed is not None:
                    self.classes[thing].add(entailed)

    def of_class(self, kind: URIRef) -> set[Node]:
        """List what is of a class."""
        return {thing for thing, kinds in self.classes.items() if kind in kinds}

    def labels(self) -> dict[Node, dict[tuple[str, str], set[str]]]:
        """List the roles of the labels of everything, by text and language (S55 to S57)."""
        found: dict[Node, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
        forms: dict[Node, list[Node]] = defaultdict(list)
        for label, literal in self.links[SKOSXL.literalForm]:
            forms[label].append(literal)
        for role in _ROLES:
            plain = [*self.links[SKOS[role]]]
            plain += [(one, form) for one, label in self.links[SKOSXL[role]] for form in forms[label]]
            for subject, literal in plain:
                if isinstance(literal, Literal):
                    found[subject][str(literal), (literal.language or "").lower()].add(role)
        return found


class Terms:
    """Tells which properties of SKOS a property of a graph is narrower than, or the inverse of."""

    def __init__(self, graph: Graph) -> None:
        below: dict[Node, set[tuple[Node, bool]]] = defaultdict(set)
        for one, other in graph.subject_objects(RDFS.subPropertyOf):
            below[other].add((one, False))
        for one, other in graph.subject_objects(OWL.inverseOf):
            below[other].add((one, True))
            below[one].add((other, True))
        self._known: dict[Node, set[tuple[URIRef, bool]]] = {term: {(term, False)} for term in _TERMS}
        for term in _TERMS.intersection(below):
            found: set[tuple[Node, bool]] = {(term, False)}
            pending = [*found]
            while pending:
                one, is_turned = pending.pop()
                steps = {(other, is_turned != turns) for other, turns in below.get(one, ())} - found
                found |= steps
                pending += steps
            for one, is_turned in found:
                self._known.setdefault(one, set()).add((term, is_turned))

    def of(self, predicate: Node) -> AbstractSet[tuple[URIRef, bool]]:
        """Give the properties that follow from one, each with whether it goes the other way round."""
        return self._known.get(predicate, frozenset())


def _first(item: tuple[Node, Any]) -> tuple[str, str, str]:
    return place_of(item[0])


def pairs_in_order(links: Iterable[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    """Sort links by what they connect."""
    return sorted(links, key=lambda pair: (place_of(pair[0]), place_of(pair[1])))


def breaches(entailed: Entailed) -> Iterator[Breach]:
    """Find the conditions of the SKOS Reference that a graph, with all that follows, does not meet."""
    yield from _classes(entailed)
    yield from _labels(entailed)
    yield from _forms(entailed)
    yield from _hierarchy(entailed)
    yield from _matches(entailed)


def _classes(entailed: Entailed) -> Iterator[Breach]:
    for thing, kinds in sorted(entailed.classes.items(), key=_first):
        for one, other, condition in _DISJOINT:
            if one in kinds and other in kinds:
                both = {"one": Plain(short(one)), "other": Plain(short(other)), "condition": Plain(condition)}
                yield Breach(code="skos.two-classes", subject=thing, arguments=both)


def _labels(entailed: Entailed) -> Iterator[Breach]:
    for thing, roles in sorted(entailed.labels().items(), key=_first):
        preferred: dict[str, list[str]] = defaultdict(list)
        for (text, language), found in sorted(roles.items()):
            if "prefLabel" in found:
                preferred[language].append(text)
            for one, other in combinations([role for role in _ROLES if role in found], 2):
                both = {"text": text, "one": _role(one), "other": _role(other)}
                yield Breach(code="skos.two-roles", subject=thing, arguments=both)
        for language, texts in preferred.items():
            if len(texts) > 1:
                said = {"language": language or "und", "texts": Listed(tuple(texts[:4]), "and")}
                yield Breach(code="skos.two-labels", subject=thing, arguments=said)


def _role(name: str) -> Phrase:
    return Phrase(f"skos.{name}")


def _forms(entailed: Entailed) -> Iterator[Breach]:
    """S52: a label of SKOS-XL has one literal form; S58: and one role for one thing."""
    forms: dict[Node, set[Node]] = defaultdict(set)
    for label, literal in entailed.links[SKOSXL.literalForm]:
        forms[label].add(literal)
    for label, literals in sorted(forms.items(), key=_first):
        if len(literals) > 1:
            texts = Listed(tuple(sorted(map(str, literals)))[:4], "and")
            yield Breach(code="skos.two-forms", subject=label, arguments={"texts": texts})
    for one, other in combinations(_ROLES, 2):
        for thing, label in pairs_in_order(entailed.links[SKOSXL[one]] & entailed.links[SKOSXL[other]]):
            both = {"label": Plain(f"<{label}>"), "one": _role(one), "other": _role(other)}
            yield Breach(code="skos.label-in-two-roles", subject=thing, arguments=both)


def _hierarchy(entailed: Entailed) -> Iterator[Breach]:
    """S27: nothing is related to what is broader than it, by however many steps."""
    related = entailed.links[SKOS.related]  # in both directions
    climbs = Hierarchy(entailed.links[SKOS.broaderTransitive]).climbs(related)
    for one, other in pairs_in_order(related):
        if place_of(one) <= place_of(other) and not climbs.isdisjoint([(one, other), (other, one)]):
            both = {"subject": Plain(f"<{one}>"), "object": Plain(f"<{other}>")}
            yield Breach(code="skos.related-and-broader", subject=one, arguments=both)


def _matches(entailed: Entailed) -> Iterator[Breach]:
    """S46: what is an exact match, directly or in a chain, is no other match but a close one."""
    exact = entailed.links[SKOS.exactMatch]
    same, linked = Sameness(exact), {one for one, _ in exact}
    for relation in (SKOS.broadMatch, SKOS.relatedMatch):
        for one, other in pairs_in_order(entailed.links[relation]):
            is_new = relation == SKOS.broadMatch or place_of(one) <= place_of(other)
            if is_new and one in linked and other in linked and same(one) == same(other):
                both = {"subject": Plain(f"<{one}>"), "object": Plain(f"<{other}>")}
                yield Breach(code="skos.exact-and-other", subject=one, arguments=both)
