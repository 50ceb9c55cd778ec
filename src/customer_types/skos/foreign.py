"""A scheme is a taxonomy of somebody else, in SKOS; here its content becomes that of a file.

The triples that have a place in the content are noted, so that the others can be told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs
from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from customer_types._messages import LANGUAGES, Phrase, Plain, message
from customer_types._model.hierarchies import Hierarchy
from customer_types._model.labels import FORMS
from customer_types._model.languages import lookup
from customer_types._reading.scalars import MAX_ID, MAX_LABEL, MAX_TEXT, VERSION
from customer_types.skos.conditions import Entailed, pairs_in_order
from customer_types.skos.documents import GraphDocument
from customer_types.skos.identifiers import identifiers, taxonomy_identifier
from customer_types.skos.labels import Content, Triple, read_labels
from customer_types.skos.membership import concepts_of
from customer_types.skos.names import ordered
from customer_types.skos.own import tag_of

_LABELS = (RDFS.label, DCTERMS.title, DC.title)
_DEFINITIONS = (SKOS.definition, DCTERMS.description, DC.description, RDFS.comment)
_VERSIONS = (OWL.versionInfo, DCTERMS.modified, DCTERMS.issued, DCTERMS.date, DC.date)
_NOTES = {
    SKOS.note: "note",
    SKOS.scopeNote: "scope",
    SKOS.example: "example",
    SKOS.historyNote: "history",
    SKOS.changeNote: "history",
    SKOS.editorialNote: "note",
}
#: What a resource that is a note, or a source, may have its text in.
_VALUES = (RDF.value, RDFS.label, DCTERMS.description)


@attrs.define
class Scheme:
    """Reads one scheme of a graph; `used` are the triples that have a place in the content."""

    graph: Graph
    entailed: Entailed
    document: GraphDocument
    scheme: URIRef | None
    language: str = "und"
    used: set[Triple] = attrs.field(factory=set)
    _ids: dict[Node, str] = attrs.field(factory=dict)
    _untagged: set[Literal] = attrs.field(factory=set)

    def content(self, id: str | None) -> Content:
        """Give the content of a taxonomy, called by `id` or by the end of the scheme's name."""
        concepts = concepts_of(self.entailed, self.scheme)
        self._ids = self.ids(concepts)
        concepts.sort(key=self._ids.__getitem__)
        self.document.subjects = [str(one) for one in concepts]
        subject = self.scheme
        named = id or taxonomy_identifier(subject)
        version = "0" if subject is None else self._version(subject)
        below = self._hierarchy(concepts)
        categories = [self._category(one, below, version) for one in concepts]
        tags = sorted({tag for one in categories for tag in one["label"]})
        whole: dict[str, Content] = {"label": {tag: {"one": named} for tag in tags}}
        if subject is not None:
            self.used |= {*self.graph.triples((subject, RDF.type, SKOS.ConceptScheme))}
            whole = self._described(subject, named, tags)
        source = {"id": f"source-{named}"[:MAX_ID].rstrip("-"), "title": _titles(whole["label"])}
        if subject is not None:
            source["url"] = str(subject)
        languages = self._languages(whole, categories)
        self._tell_untagged()
        for one in categories:
            one["source"] = source["id"]
            one["without_criteria"] = self._reason(one.pop("@iri"), languages)
        return {
            "id": named,
            "version": version,
            "languages": languages,
            "source": source["id"],
            "sources": [source],
            **whole,
            "categories": categories,
        }

    def _tell_untagged(self) -> None:
        if self._untagged and self.language == "und":
            self.document.fault(
                "skos.no-language",
                severity="warning",
                hints=(Phrase("hint.language"),),
                count=len(self._untagged),
                language="und",
            )

    def ids(self, concepts: Iterable[Node]) -> dict[Node, str]:
        """Give the concepts their ids."""
        listed = [*concepts]
        notations = {str(one): self._notation(one) for one in listed}
        made = identifiers(notations)
        return {one: made[str(one)] for one in listed}

    def _notation(self, concept: Node) -> str | None:
        return next((str(one) for one in ordered(self.graph.objects(concept, SKOS.notation))), None)

    # ---- what is said of a scheme or of a concept -----------------------------------------------------

    def tag_of(self, literal: Node) -> str | None:
        """Give the language of a text; of one without a tag it is the language that the reader named."""
        if not isinstance(literal, Literal) or not str(literal).strip():
            return None
        if literal.language is None:
            if literal.datatype not in (None, XSD.string):
                return None
            self._untagged.add(literal)
            return self.language
        return tag_of(literal)

    def _version(self, subject: Node) -> str:
        for predicate in _VERSIONS:
            for value in ordered(self.graph.objects(subject, predicate)):
                text = str(value)[:10] if predicate != OWL.versionInfo else str(value)
                if VERSION.fullmatch(text):
                    self.used.add((subject, predicate, value))
                    return text
        return "0"

    def _described(self, subject: Node, id: str, tags: Iterable[str]) -> dict[str, Content]:
        """Give label, definition, notation and notes; an id stands in for a label, in some languages."""
        content: dict[str, Content] = {"label": self._label(subject, id, tags)}
        notations = ordered(self.graph.objects(subject, SKOS.notation))
        if notations and len(str(notations[0])) <= MAX_TEXT:
            content["notation"] = str(notations[0])
            self.used.add((subject, SKOS.notation, notations[0]))
        definition, rest = self._definition(subject)
        if definition:
            content["definition"] = definition
        notes = [*rest, *(note for predicate in _NOTES for note in self._notes(subject, predicate))]
        if notes:
            content["notes"] = notes
        return content

    def _label(self, subject: Node, id: str, tags: Iterable[str]) -> Content:
        labels = read_labels(self.graph, subject, self._label_tag)
        self.used |= labels.triples
        content = labels.content
        if not any(form in naming for naming in content.values() for form in FORMS):
            for predicate in _LABELS:
                for literal in ordered(self.graph.objects(subject, predicate)):
                    tag = self._label_tag(literal)
                    if tag is not None and "one" not in content.get(tag, {}):
                        content.setdefault(tag, {})["one"] = str(literal)
                        self.used.add((subject, predicate, literal))
        if not any("one" in naming for naming in content.values()):
            self.document.fault("skos.no-label", severity="warning", inside=f"<{subject}>", id=id)
            for tag in tags:
                content.setdefault(tag, {})["one"] = id
        for naming in content.values():
            _without_repetition(naming)
        return content

    def _label_tag(self, literal: Node) -> str | None:
        return self.tag_of(literal) if len(str(literal)) <= MAX_LABEL else None

    def _definition(self, subject: Node) -> tuple[dict[str, str], list[Content]]:
        """Give the first definition of each language, and the others as notes."""
        first: dict[str, str] = {}
        rest: list[Content] = []
        for predicate in _DEFINITIONS:
            if first and predicate != SKOS.definition:
                break
            for value in ordered(self.graph.objects(subject, predicate)):
                for tag, text in self._texts(subject, predicate, value):
                    if tag in first:
                        rest.append({"kind": "note", "text": {tag: text}})
                    else:
                        first[tag] = text
        return first, rest

    def _notes(self, subject: Node, predicate: URIRef) -> Iterator[Content]:
        """Give notes of a kind; where each language has one text, they are one note."""
        values = ordered(self.graph.objects(subject, predicate))
        texts = [[*self._texts(subject, predicate, value)] for value in values]
        tags = Counter(tag for one in texts for tag, _ in one)
        kind = _NOTES[predicate]
        if tags and max(tags.values()) == 1 and all(len(one) < 2 for one in texts):
            yield {"kind": kind, "text": {tag: text for one in texts for tag, text in one}}
        else:
            yield from ({"kind": kind, "text": dict(one)} for one in texts if one)

    def _texts(self, subject: Node, predicate: URIRef, value: Node) -> Iterator[tuple[str, str]]:
        """Give the texts of a value, which is a literal or a resource that has them (Primer, 4.2)."""
        if isinstance(value, Literal):
            tag = self.tag_of(value)
            if tag is not None and len(value) <= MAX_TEXT:
                self.used.add((subject, predicate, value))
                yield tag, str(value)
            return
        seen: set[str] = set()
        for inner in _VALUES:
            for literal in ordered(self.graph.objects(value, inner)):
                tag = self.tag_of(literal)
                if tag is not None and tag not in seen and len(str(literal)) <= MAX_TEXT:
                    seen.add(tag)
                    self.used |= {(subject, predicate, value), (value, inner, literal)}
                    yield tag, str(literal)

    # ---- concepts and their links ---------------------------------------------------------------------

    def _category(self, concept: Node, below: dict[Node, dict[str, list[str]]], version: str) -> Content:
        id = self._ids[concept]
        self.used |= {*self.graph.triples((concept, RDF.type, SKOS.Concept))}
        content: dict[str, Content] = {
            "id": id,
            **self._described(concept, id, (self.language,)),
            **below[concept],
        }
        if any(str(one) in ("true", "1") for one in self.graph.objects(concept, OWL.deprecated)):
            self.used |= {*self.graph.triples((concept, OWL.deprecated, None))}
            content["deprecated"] = {"since": version}
            others = ordered(self.graph.objects(concept, DCTERMS.isReplacedBy))
            if len(others) == 1 and others[0] in self._ids:
                content["deprecated"]["replaced_by"] = self._ids[others[0]]
                self.used.add((concept, DCTERMS.isReplacedBy, others[0]))
        return {**content, "@iri": str(concept)}

    def _hierarchy(self, concepts: list[Node]) -> dict[Node, dict[str, list[str]]]:
        """Give what is broader than each concept and related to it; circles are left out, and told."""
        links = self._links(set(concepts))
        above = Hierarchy(links[SKOS.broader])
        found: dict[Node, dict[str, list[str]]] = {one: {} for one in concepts}
        for key, predicate in (("broader", SKOS.broader), ("related", SKOS.related)):
            for one, other in pairs_in_order(links[predicate]):
                if one == other:
                    self._told("skos.itself", one, other)
                elif key == "broader" and above.is_in_circle(one, other):
                    self._told("skos.circle", one, other)
                else:
                    found[one].setdefault(key, []).append(self._ids[other])
        return found

    def _links(self, here: set[Node]) -> dict[URIRef, set[tuple[Node, Node]]]:
        """Give the links among some concepts, by whatever properties, and note them as read."""
        found: dict[URIRef, set[tuple[Node, Node]]] = {SKOS.broader: set(), SKOS.related: set()}
        for subject, predicate, thing in self.graph:
            one, other = self.entailed.same(subject), self.entailed.same(thing)
            for term, is_turned in self.entailed.terms.of(predicate) if {one, other} <= here else ():
                pair = (other, one) if is_turned != (term == SKOS.narrower) else (one, other)
                kind = SKOS.broader if term == SKOS.narrower else term
                if kind in found:
                    found[kind].add(pair)
                    self.used.add((subject, predicate, thing))
        for predicate in (SKOS.inScheme, SKOS.topConceptOf):
            self.used |= {*self.graph.triples((None, predicate, self.scheme))}
        self.used |= {*self.graph.triples((self.scheme, SKOS.hasTopConcept, None))}
        return found

    def _told(self, code: str, one: Node, other: Node) -> None:
        self.document.fault(
            code,
            severity="warning",
            subject=Plain(f"<{one}>"),
            object=Plain(f"<{other}>"),
            hints=(Phrase("hint.link-left-out"),),
        )

    # ---- languages -----------------------------------------------------------------------------------

    def _languages(self, whole: Content, categories: list[Content]) -> list[str]:
        """List the languages that every label and every text is in."""
        labelled = [one["label"] for one in (whole, *categories)]
        named = [{tag for tag in label if any(form in label[tag] for form in FORMS)} for label in labelled]
        texts = [{*text} for one in (whole, *categories) for text in _all_texts(one)]
        tags = sorted({tag for label in named for tag in label})
        complete = [tag for tag in tags if all(_covers(one, tag) for one in (*named, *texts))]
        for tag in tags:
            lacking = [place for place, one in enumerate(named) if not _covers(one, tag)]
            if lacking:
                subject = self.document.subjects[lacking[0] - 1] if lacking[0] else str(self.scheme)
                self.document.fault(
                    "skos.incomplete-language",
                    severity="warning",
                    language=tag,
                    count=len(lacking),
                    first=Plain(f"<{subject}>"),
                )
        return complete

    def _reason(self, iri: str, languages: Iterable[str]) -> dict[str, str]:
        """Say why a category has no criteria, in English, in French, and in the languages of the file."""
        said = {
            tag: message("skos.without-criteria", tag, {"concept": Plain(f"<{iri}>")}) for tag in LANGUAGES
        }
        others = {tag: f"SKOS: {iri}" for tag in languages if not any(tag in said for tag in lookup(tag))}
        return said | others


def _titles(label: Content) -> dict[str, str]:
    return {tag: naming["one"] for tag, naming in label.items() if "one" in naming}


def _without_repetition(naming: Content) -> None:
    """Leave out a synonym or term to avoid that stands there twice."""
    for key in ("also", "avoid"):
        if key in naming:
            texts = {str(sorted(one.items(), key=str)): one for one in naming[key]}
            naming[key] = [*texts.values()]


def _covers(tags: set[str], tag: str) -> bool:
    return any(one in tags for one in lookup(tag))


def _all_texts(content: Content) -> Iterator[dict[str, str]]:
    if "definition" in content:
        yield content["definition"]
    yield from (note["text"] for note in content.get("notes", ()))
