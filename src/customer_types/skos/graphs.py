"""A graph is what a taxonomy or a catalog says, as triples.

It is made of the content that their files have, key by key, by the table of terms. Nothing in it is
without a name, so that the same content always gives the same triples.
"""

import json
from collections.abc import Iterable, Iterator, Mapping as MappingOf, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import attrs
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Literal, URIRef

from customer_types._catalog.catalogs import Catalog
from customer_types._deciding.derivations import with_parts
from customer_types._model.criteria import BOUNDS, InCategory, Test, walk
from customer_types._model.facts import Fact
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.taxonomies import Category, Source, Taxonomy
from customer_types._reading.writing import plain, plain_mappings
from customer_types.skos.labels import Content, Triple, triples_of_label
from customer_types.skos.names import Names, encoded
from customer_types.skos.terms import (
    CLASSES,
    CT,
    INVARIANTS,
    NOTES,
    PARTS,
    PREFIXES,
    RULES,
    SEMAPV,
    SSSOM,
    TERMS,
    Term,
)


def triples_of_taxonomy(taxonomy: Taxonomy, names: Names) -> Iterator[Triple]:
    """Say all that a taxonomy says, and what the facts and sources are that it uses."""
    yield from _Describer.of(taxonomy, names).taxonomy(taxonomy)
    shared = _Describer(names)
    if taxonomy.scope is not None:
        own = taxonomy.own_vocabulary
        there = taxonomy.scope.vocabulary
        named = _with_others(_facts_of(taxonomy), taxonomy.vocabulary.facts)
        used = {id for id in named if id not in own.facts and id in there.facts}
        facts = [there.facts[id] for id in sorted(used)]
        units = {fact.unit for fact in facts} | {one.unit for one in taxonomy.thresholds}
        for fact in facts:
            yield from shared.thing(names.part(names.catalog, "fact", fact.id), plain(fact), type(fact))
        for id in sorted(unit for unit in units if unit is not None and unit in there.units):
            unit = there.units[id]
            yield from shared.thing(names.part(names.catalog, "unit", id), plain(unit), type(unit))
    if isinstance(taxonomy.scope, Catalog):
        declared = {source.id for source in taxonomy.own_sources}
        sources = taxonomy.scope.sources
        for id in sorted(_sources_of(plain(taxonomy)) - declared):
            if id in sources:
                yield from shared.thing(names.part(names.catalog, "source", id), plain(sources[id]), Source)


def triples_of_catalog(catalog: Catalog, names: Names) -> Iterator[Triple]:
    """Say all that a catalog says: its taxonomies, facts, sources and mappings."""
    whole, shared = names.catalog, _Describer(names)
    yield whole, RDF.type, CT.Catalog
    for taxonomy in catalog:
        yield whole, CT.hasTaxonomy, names.taxonomy(taxonomy.id)
        yield from _Describer.of(taxonomy, names).taxonomy(taxonomy)
    vocabulary = catalog.vocabulary
    declared: dict[str, Sequence[Any]] = {
        "sources": tuple(catalog.sources.values()),
        "units": tuple(vocabulary.units.values()),
        "facts": tuple(vocabulary.facts.values()),
        "invariants": vocabulary.invariants,
    }
    for key, things in declared.items():
        yield from shared.parts(whole, TERMS[Taxonomy][key], [plain(thing) for thing in things])
    for position, mapping in enumerate(catalog.mappings, start=1):
        yield from shared.mapping(mapping, position)


def _facts_of(taxonomy: Taxonomy) -> set[str]:
    criteria = [category.when for category in taxonomy if category.when is not None]
    tested = {part.fact for one in criteria for part in walk(one) if isinstance(part, Test)}
    return tested.union(*(example.facts for example in taxonomy.examples))


def _with_others(ids: Iterable[str], facts: MappingOf[str, Fact]) -> set[str]:
    """Give ids of facts, with those from which some follow, and those whose values some have."""
    named = with_parts((id for id in ids if id in facts), facts)
    values = (facts[id].values_of for id in named)
    return {*named, *(id for id in values if id is not None)}


def _sources_of(content: Content) -> set[str]:
    """List the ids of sources that are cited anywhere in a content."""
    if isinstance(content, list):
        return {id for one in content for id in _sources_of(one)}
    if not isinstance(content, dict):
        return set()
    cited = content.get("source", ())
    below = {id for key, one in content.items() if not _is_of_facts(key, one) for id in _sources_of(one)}
    return below | ({cited} if isinstance(cited, str) else set(cited))


def _is_of_facts(key: str, one: Content) -> bool:
    """Tell whether the keys of a content are facts, one of which may be called `source`."""
    return key in ("source", "when", "if", "then") or (key == "facts" and isinstance(one, dict))


@attrs.frozen
class _Describer:
    """Writes things of a taxonomy, or of no taxonomy in particular, as triples."""

    names: Names
    taxonomy_id: str = ""
    own: frozenset[tuple[str, str]] = frozenset()  # what the taxonomy declares itself, by kind and id

    @classmethod
    def of(cls, taxonomy: Taxonomy, names: Names) -> "_Describer":
        vocabulary = taxonomy.own_vocabulary
        own = {("source", source.id) for source in taxonomy.own_sources}
        own |= {("fact", id) for id in vocabulary.facts} | {("unit", id) for id in vocabulary.units}
        own |= {("threshold", threshold.id) for threshold in taxonomy.thresholds}
        return cls(names, taxonomy.id, frozenset(own))

    def taxonomy(self, taxonomy: Taxonomy) -> Iterator[Triple]:
        content, scheme = plain(taxonomy), self.names.taxonomy(taxonomy.id)
        categories = content.pop("categories")
        yield from self.thing(scheme, content, Taxonomy)
        for tag in taxonomy.languages:
            yield scheme, DCTERMS.language, Literal(tag)
        for position, (category, written) in enumerate(
            zip(taxonomy.categories, categories, strict=True), start=1
        ):
            concept = self.names.category(f"{taxonomy.id}/{category.id}")
            yield concept, SKOS.inScheme, scheme
            yield concept, CT.position, Literal(position)
            yield from self.thing(concept, written, Category)
            yield from self.links(concept, scheme, category)
        for example in taxonomy.examples:
            for id in example.inside:  # whoever reads SKOS alone finds it with the concept
                concept = self.names.category(f"{taxonomy.id}/{id}")
                yield concept, SKOS.example, self.names.part(scheme, "example", example.id)

    def links(self, concept: URIRef, scheme: URIRef, category: Category) -> Iterator[Triple]:
        """Say what follows from the rest and is of use to who queries."""
        above = [self._category(key) for key in category.broader]
        for other in above:
            yield other, SKOS.narrower, concept
        if not any(self.names.key(str(one)).startswith(f"{self.taxonomy_id}/") for one in above):
            yield concept, SKOS.topConceptOf, scheme
            yield scheme, SKOS.hasTopConcept, concept
        for part in () if category.when is None else walk(category.when):
            if isinstance(part, Test):
                yield concept, CT.tests, self._reference("fact", part.fact)
                if part.operator in BOUNDS and isinstance(part.value, str):
                    yield concept, CT.uses, self._reference("threshold", part.value)
            elif isinstance(part, InCategory):
                yield concept, CT.buildsOn, self._category(part.category)

    def mapping(self, mapping: Mapping, position: int) -> Iterator[Triple]:
        """Say a mapping twice: as SKOS does, and with its justification, as SSSOM does."""
        name = self.names.part(self.names.catalog, "mapping", position)
        subject, object = self.names.category(mapping.subject), self._object(mapping)
        relation: URIRef = PREFIXES["skos"][mapping.relation]
        if mapping.object != NO_TERM:
            yield subject, relation, object
        if mapping.object_source is not None:
            yield name, SSSOM.object_source, URIRef(mapping.object_source.iri)
            yield name, CT.prefix, Literal(mapping.object_source.prefix)
        yield name, CT.position, Literal(position)
        yield name, OWL.annotatedSource, subject
        yield name, OWL.annotatedProperty, relation
        yield name, OWL.annotatedTarget, object
        justification = SEMAPV[mapping.justification.removeprefix("semapv:")]
        yield name, SSSOM.mapping_justification, justification
        (content,) = plain_mappings((mapping,))["mappings"]
        yield from self.thing(name, content, Mapping)

    def _object(self, mapping: Mapping) -> URIRef:
        if mapping.object == NO_TERM:
            return SSSOM.NoTermFound
        return self.names.category(mapping.object) if mapping.iri is None else URIRef(mapping.iri)

    def thing(self, subject: URIRef, content: dict[str, Content], cls: type) -> Iterator[Triple]:
        """Say what something is, key by key."""
        for kind in CLASSES[cls]:
            yield subject, RDF.type, kind
        for key, value in content.items():
            if value in ({}, []) and TERMS[cls][key].way != "tags":
                yield subject, CT.empty, Literal(key)
            elif key in TERMS[cls]:
                yield from self._value(subject, TERMS[cls][key], value)
        if cls is Source and "url" in content and (address := encoded(content["url"])) is not None:
            yield subject, RDFS.seeAlso, address

    def _value(self, subject: URIRef, term: Term, value: Content) -> Iterator[Triple]:
        predicate = term.predicate
        match term.way:
            case "label":
                yield from triples_of_label(self.names, subject, value)
            case "texts":
                for tag, text in value.items():
                    yield subject, predicate, Literal(text, lang=tag)
            case "category":
                yield subject, predicate, self._category(value)
            case "reference":
                yield subject, predicate, self._reference(term.of, value)
            case "categories" | "references":
                yield from self._several(subject, term, [value] if isinstance(value, str) else value)
            case "base":
                yield subject, predicate, self.names.category(f"segmentation-bases/{value}")
            case "parts":
                yield from self.parts(subject, term, value)
            case "deprecation":
                yield from self._deprecation(subject, value)
            case _:
                yield subject, predicate, _literal(term, value)

    def _several(self, subject: URIRef, term: Term, values: list[str]) -> Iterator[Triple]:
        if values == ["all"]:  # an id that no category has
            yield subject, CT.allCategories, Literal(True)  # noqa: FBT003  # a truth value
            return
        for value in values:
            name = self._reference(term.of, value) if term.of else self._category(value)
            yield subject, term.predicate, name
        if len(values) > 1:
            key = term.of or str(term.predicate).rpartition("#")[2]
            order = " ".join((key, *(quote(value, safe="/") for value in values)))
            yield subject, CT.order, Literal(order)

    def parts(self, subject: URIRef, term: Term, value: Content) -> Iterator[Triple]:
        """Say what belongs to something, part by part, in order."""
        listed = value
        if term.of == "implication":
            listed = [{"if": one, "then": other} for one, other in value.items()]
        for position, item in enumerate(listed, start=1):
            written = {"id": item} if isinstance(item, str) else item
            word = written["id"] if "id" in written and term.of not in ("value", "rule") else position
            part = self.names.part(subject, term.of, word)
            yield part, CT.position, Literal(position)
            predicate = NOTES[written.get("kind", "note")] if term.of == "note" else term.predicate
            yield subject, predicate, part
            if term.of == "implication":
                yield part, RDF.type, CT.CategoryImplication
                yield part, CT["if"], self._category(written["if"])
                yield part, CT["then"], self._category(written["then"])
            else:
                yield from self.thing(part, written, _class_of(term.of, written))

    def _deprecation(self, subject: URIRef, value: dict[str, str]) -> Iterator[Triple]:
        yield subject, OWL.deprecated, Literal(True)  # noqa: FBT003  # a truth value
        yield subject, CT.since, Literal(value["since"])
        if "replaced_by" in value:
            scheme = self.names.taxonomy(self.taxonomy_id)
            other = value["replaced_by"]
            name = self.names.taxonomy(other) if subject == scheme else self._category(other)
            yield subject, DCTERMS.isReplacedBy, name

    def _category(self, key: str) -> URIRef:
        return self.names.category(key if "/" in key else f"{self.taxonomy_id}/{key}")

    def _reference(self, kind: str, id: str) -> URIRef:
        is_own = (kind, id) in self.own
        whole = self.names.taxonomy(self.taxonomy_id) if is_own else self.names.catalog
        return self.names.part(whole, kind, id)


def _class_of(kind: str, written: dict[str, Content]) -> type:
    if kind in PARTS:
        return PARTS[kind]
    classes = RULES if kind == "rule" else INVARIANTS
    return next(cls for key, cls in classes.items() if key in written)


def _literal(term: Term, value: Content) -> Literal:
    match term.way:
        case "json":
            return Literal(json.dumps(value, ensure_ascii=False), datatype=RDF.JSON)
        case "number" if isinstance(value, float):
            return Literal(f"{Decimal(repr(value)):f}", datatype=XSD.decimal, normalize=False)
        case "tags":
            return Literal(" ".join(value))
        case "day":
            return Literal(date.fromisoformat(value))
        case _:
            return Literal(value)
