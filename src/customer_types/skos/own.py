"""A content is what a file of this library would have, read from triples that it wrote.

Who edits triples in another program adds statements and takes some away: what is there is read, in the
order that was written down, and what has no place in that order comes last.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote

import attrs
from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from customer_types._model.languages import canonical, is_tag
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._reading.documents import MAX_DEPTH
from customer_types.skos.documents import GraphDocument, Number
from customer_types.skos.labels import Content, Triple, place_in_order, read_labels
from customer_types.skos.names import Names, base_of, is_iri, last_word, ordered
from customer_types.skos.parsing import DuplicateKeyError, unique
from customer_types.skos.terms import (
    CLASSES,
    CT,
    DERIVED,
    INVARIANTS,
    NOTES,
    PARTS,
    RULES,
    SEMAPV,
    SSSOM,
    TERMS,
    Term,
)

_EXHAUSTIVE = "exhaustive"
_YES = Literal("true", datatype=XSD.boolean)


def tag_of(literal: Node) -> str | None:
    """Give the language of a text as files write it; `None` for what is no text in a language."""
    language = literal.language if isinstance(literal, Literal) else None
    return canonical(language) if language is not None and is_tag(language) else None


@attrs.define
class Contents:
    """Reads the things of one taxonomy, or of a catalog, from a graph; `used` are the triples it took."""

    graph: Graph
    document: GraphDocument
    scheme: URIRef | None = None
    used: set[Triple] = attrs.field(factory=set)
    prefixes: dict[str, str] = attrs.field(factory=dict)  # of terms that mappings lead to
    _ids: dict[Node, str] = attrs.field(factory=dict)
    _names: Names = attrs.field(factory=Names)

    def taxonomy(self) -> Content:
        """Read a taxonomy, in the form of its file."""
        scheme = self.scheme
        assert scheme is not None
        id = self._id(scheme)
        self._names = Names(base_of(str(scheme), id))
        concepts = self._in_order(self._take(None, SKOS.inScheme, scheme))
        self._ids = {concept: self._id(concept) for concept in concepts}
        content = self.thing(scheme, Taxonomy)
        content["categories"] = [self.thing(concept, Category) for concept in concepts]
        self.document.subjects = [str(concept) for concept in concepts]
        return content

    def declared(self, catalog: Node) -> dict[str, list[Content]]:
        """Read the facts, units, invariants and sources that taxonomies share."""
        self._names = Names(str(catalog))
        found = {}
        for key in ("sources", "units", "facts", "invariants"):
            listed = self._parts(catalog, TERMS[Taxonomy][key])
            if listed:
                found[key] = listed
        return found

    def mappings(self, key_of: Callable[[Node], str]) -> list[tuple[Node, Content]]:
        """Read the mappings that are justified, and where each leads; `key_of` gives the key of a concept."""
        found = []
        for name in self._in_order(self.graph.subjects(SSSOM.mapping_justification)):
            subject, relation, other = (
                self.graph.value(name, predicate)
                for predicate in (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
            )
            justification = str(self.graph.value(name, SSSOM.mapping_justification))
            if subject is None or relation is None or other is None:
                continue
            written = {
                "subject": key_of(subject),
                "relation": str(relation).removeprefix(str(SKOS)),
                "object": key_of(other),
                "justification": justification.replace(str(SEMAPV), "semapv:"),
            }
            prefix, vocabulary = (
                self.graph.value(name, CT.prefix),
                self.graph.value(name, SSSOM.object_source),
            )
            if prefix is not None and vocabulary is not None:
                self.prefixes[str(prefix)] = str(vocabulary)
                written["object"] = f"{prefix}:{str(other).removeprefix(str(vocabulary))}"
                if other == SSSOM.NoTermFound:
                    written |= {"object": NO_TERM, "object_source": str(prefix)}
            found.append((other, written | self.thing(name, Mapping)))
        return found

    # ---- things, key by key ------------------------------------------------------------------------

    def thing(self, subject: Node, cls: type) -> dict[str, Content]:
        """Read what is said of something."""
        content: dict[str, Content] = {}
        self.used |= {(subject, RDF.type, kind) for kind in CLASSES[cls]}
        self.used |= {one for predicate in DERIVED for one in self.graph.triples((subject, predicate, None))}
        for key, term in TERMS[cls].items():
            value = self._value(subject, key, term)
            if value is not None:
                content[key] = value
            elif (subject, CT.empty, Literal(key)) in self.graph:
                self.used.add((subject, CT.empty, Literal(key)))
                content[key] = {}
        return content

    def _value(self, subject: Node, key: str, term: Term) -> Content:
        match term.way:
            case "label":
                labels = read_labels(self.graph, subject, tag_of)
                self.used |= labels.triples
                return labels.content or None
            case "texts":
                return self._texts(subject, term.predicate)
            case "parts":
                listed = self._notes(subject) if term.of == "note" else self._parts(subject, term)
                if term.of == "implication":
                    return {one["if"]: one["then"] for one in listed}
                return listed or None
            case "categories" | "references":
                return self._several(subject, key, term)
            case "deprecation":
                return self._deprecation(subject)
            case _:
                node = self._first(subject, term.predicate)
                return None if node is None else self._one(subject, key, term, node)

    def _one(self, subject: Node, key: str, term: Term, node: Node) -> Content:
        match term.way:
            case "category":
                return self._category(node)
            case "reference":
                return self._id(node)
            case "base":
                return last_word(str(node))
            case "tags":
                return str(node).split()
            case "json":
                return self._json(subject, key, str(node))
            case "number":
                return Number(str(node))
            case "boolean":
                return {"true": True, "1": True, "false": False, "0": False}.get(str(node), str(node))
            case _:
                return str(node)

    def _json(self, subject: Node, key: str, text: str) -> Content:
        try:
            content = json.loads(
                text, parse_int=Number, parse_float=Number, parse_constant=Number, object_pairs_hook=unique
            )
            if depth_of(content) < MAX_DEPTH:
                return content
        except DuplicateKeyError as error:
            self.document.fault("rdf.key-twice", inside=f"<{subject}> {key}", key=error.key)
            return None
        except (ValueError, RecursionError):
            pass
        self.document.fault("rdf.criterion", inside=f"<{subject}> {key}")
        return None

    def _texts(self, subject: Node, predicate: URIRef) -> dict[str, str] | None:
        found: dict[str, str] = {}
        for literal in ordered(self.graph.objects(subject, predicate)):
            tag = tag_of(literal)
            if tag is not None and tag not in found:
                found[tag] = str(literal)
                self.used.add((subject, predicate, literal))
        return found or None

    def _several(self, subject: Node, key: str, term: Term) -> Content:
        if (subject, CT.allCategories, _YES) in self.graph and key == "disjoint":
            self._take(subject, CT.allCategories, None)
            return "all"
        nodes = [*self._take(subject, term.predicate, None)]
        if term.predicate == SKOS.broader:
            nodes += [one for one in self.graph.subjects(SKOS.narrower, subject) if one not in nodes]
        if not nodes:
            return None
        ids = {self._id(one) if term.of else self._category(one) for one in nodes}
        name = term.of or str(term.predicate).rpartition("#")[2]
        ordered: list[str] = []
        for order in self.graph.objects(subject, CT.order):
            first, *words = str(order).split(" ")
            if first == name:
                self.used.add((subject, CT.order, order))
                ordered = [id for id in map(unquote, words) if id in ids]
        listed = ordered + sorted(ids.difference(ordered))
        is_one = len(listed) == 1 and (key in ("source", "broader", "related"))
        return listed[0] if is_one else listed

    def _parts(self, subject: Node, term: Term) -> list[Content]:
        listed = []
        for part in self._in_order(self._take(subject, term.predicate, None)):
            if term.of == "implication":
                self.used.add((part, RDF.type, CT.CategoryImplication))
                ends = [[*self._take(part, CT[end], None)] for end in ("if", "then")]
                if all(ends):
                    listed.append(
                        {
                            end: self._category(found[0])
                            for end, found in zip(("if", "then"), ends, strict=True)
                        }
                    )
                continue
            cls = self._class_of(part, term.of)
            if cls is None:
                continue
            content = self.thing(part, cls)
            if cls is RULES[_EXHAUSTIVE]:
                content = {_EXHAUSTIVE: True, **content}
            listed.append(content)
        return listed

    def _class_of(self, part: Node, kind: str) -> type | None:
        if kind in PARTS:
            return PARTS[kind]
        classes = (RULES if kind == "rule" else INVARIANTS).values()
        return next((cls for cls in classes if (part, RDF.type, CLASSES[cls][0]) in self.graph), None)

    def _notes(self, subject: Node) -> list[Content]:
        found: list[tuple[Node, str]] = []
        for kind, predicate in NOTES.items():
            for note in ordered(self.graph.objects(subject, predicate)):
                if (note, RDF.type, CT.Example) in self.graph:
                    self.used.add((subject, predicate, note))  # it is read with the scheme
                elif (note, RDF.value, None) in self.graph or (note, RDF.type, CT.Note) in self.graph:
                    self.used.add((subject, predicate, note))
                    found.append((note, kind))
        kinds = dict(found)
        return [{"kind": kinds[note], **self.thing(note, PARTS["note"])} for note in self._in_order([*kinds])]

    def _deprecation(self, subject: Node) -> Content:
        if not any(str(one) in ("true", "1") for one in self._take(subject, OWL.deprecated, None)):
            return None
        since, other = self._first(subject, CT.since), self._first(subject, DCTERMS.isReplacedBy)
        content = {} if since is None else {"since": str(since)}
        if other is not None:
            key = self._category(other)
            content["replaced_by"] = last_word(key) if is_iri(key) else key
        return content

    # ---- names and order ----------------------------------------------------------------------------

    def _take(self, subject: Node | None, predicate: URIRef, other: Node | None) -> Iterator[Any]:
        """Give what a pattern of a triple leaves open, in alphabetical order, and note it as read."""
        found = [*self.graph.triples((subject, predicate, other))]
        self.used |= set(found)
        return iter(ordered(one[0] if subject is None else one[2] for one in found))

    def _first(self, subject: Node, predicate: URIRef) -> Node | None:
        """Give the first value of a property that has one at most; others count as not read."""
        for node in ordered(self.graph.objects(subject, predicate)):
            self.used.add((subject, predicate, node))
            return node
        return None

    def _in_order(self, things: Iterable[Node]) -> list[Any]:
        placed = []
        for thing in set(things):
            position = self.graph.value(thing, CT.position)
            if position is not None:
                self.used.add((thing, CT.position, position))
            placed.append((place_in_order(position), str(thing), thing))
        return [thing for *_, thing in sorted(placed, key=lambda one: one[:2])]

    def _id(self, thing: Node) -> str:
        return str(self._first(thing, DCTERMS.identifier) or last_word(str(thing)))

    def _category(self, concept: Node) -> str:
        return self._ids.get(concept) or self._names.key(str(concept))


def depth_of(content: Content) -> int:
    """Count how many dictionaries and lists stand in one another."""
    inside = content.values() if isinstance(content, dict) else content if isinstance(content, list) else None
    return 0 if inside is None else 1 + max(map(depth_of, inside), default=0)


def numbers_in(content: Content) -> Content:
    """Make numbers of a content's numbers as they were written."""
    if isinstance(content, dict):
        return {key: numbers_in(value) for key, value in content.items()}
    if isinstance(content, list):
        return [numbers_in(item) for item in content]
    if isinstance(content, Number):
        try:
            return float(content) if {*content} & {*".eE"} else int(content)
        except ValueError:
            return str(content)
    return content
