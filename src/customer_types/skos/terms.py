"""A term is the property that stands for a key of the file format, in a table for each class of the model.

Where SKOS, Dublin Core or OWL has a property, it is taken; the others are of a small vocabulary of this
project, `ct`. The table is read in both directions: triples are written of it and read by it.
"""

from collections.abc import Mapping
from typing import Literal as OneOf

import attrs
from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, Namespace, URIRef
from rdflib.term import Node

from customer_types._model.examples import Example
from customer_types._model.facts import Ascending, Fact, FactValue, Implication, Unit
from customer_types._model.mappings import Mapping as CategoryMapping
from customer_types._model.taxonomies import (
    Action,
    Category,
    Disjoint,
    Exhaustive,
    Implies,
    Note,
    Overlaps,
    Source,
    Taxonomy,
    Threshold,
)

#: The vocabulary of what SKOS has no words for: criteria, thresholds, rules, facts.
CT = Namespace("https://w3id.org/customer-types/vocabulary#")
SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
LEXINFO = Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
SSSOM = Namespace("https://w3id.org/sssom/")
SEMAPV = Namespace("https://w3id.org/semapv/vocab/")
PAV = Namespace("http://purl.org/pav/")

PREFIXES: Mapping[str, Namespace] = {
    "ct": CT,
    "dc": Namespace(str(DC)),
    "dcterms": Namespace(str(DCTERMS)),
    "lexinfo": LEXINFO,
    "owl": Namespace(str(OWL)),
    "pav": PAV,
    "rdf": Namespace(str(RDF)),
    "rdfs": Namespace(str(RDFS)),
    "semapv": SEMAPV,
    "skos": Namespace(str(SKOS)),
    "skosxl": SKOSXL,
    "sssom": SSSOM,
}

#: How the value of a key is written: as one or several literals, as names of other things, or as parts.
Way = OneOf[
    "text",
    "number",
    "boolean",
    "day",
    "tags",
    "texts",
    "json",
    "label",
    "category",
    "categories",
    "reference",
    "references",
    "base",
    "parts",
    "deprecation",
]


@attrs.frozen
class Term:
    """The property of a key, and how its value is written; `of` says what a reference or a part is."""

    predicate: URIRef
    way: Way
    of: str = ""


_ID = Term(DCTERMS.identifier, "text")
_LABEL = Term(SKOS.prefLabel, "label")
_DEFINITION = Term(SKOS.definition, "texts")
_SOURCE = Term(DCTERMS.source, "references", "source")
_NOTE = Term(SKOS.note, "texts")
_UNIT = Term(CT.unit, "reference", "unit")
_COMMON = {
    "id": _ID,
    "label": _LABEL,
    "definition": _DEFINITION,
    "source": _SOURCE,
    "notation": Term(SKOS.notation, "text"),
    "historical": Term(CT.historical, "boolean"),
    "deprecated": Term(OWL.deprecated, "deprecation"),
    "valid_from": Term(CT.validFrom, "day"),
    "actions": Term(CT.hasAction, "parts", "action"),
    "notes": Term(SKOS.note, "parts", "note"),
}
_RULE = {"id": _ID, "source": _SOURCE, "note": _NOTE}
#: What a file may declare for itself, and a catalog for all its taxonomies.
DECLARED = {
    "sources": Term(CT.hasSource, "parts", "source"),
    "units": Term(CT.hasUnit, "parts", "unit"),
    "facts": Term(CT.hasFact, "parts", "fact"),
    "invariants": Term(CT.hasInvariant, "parts", "invariant"),
}

#: Class by class and key by key: the property that stands for the key.
TERMS: Mapping[type, Mapping[str, Term]] = {
    Taxonomy: {
        **_COMMON,
        "version": Term(OWL.versionInfo, "text"),
        "languages": Term(CT.languages, "tags"),
        "translations": Term(CT.translations, "json"),
        "decide": Term(CT.decide, "text"),
        "precedence": Term(CT.precedence, "categories"),
        # SKOS keeps its own properties for concepts: a scheme that had one would be a concept (S9, S19).
        "broader": Term(CT.broader, "categories"),
        "related": Term(CT.related, "categories"),
        "thresholds": Term(CT.hasThreshold, "parts", "threshold"),
        "rules": Term(CT.hasRule, "parts", "rule"),
        "examples": Term(CT.hasExample, "parts", "example"),
        **DECLARED,
    },
    Category: {
        **_COMMON,
        "broader": Term(SKOS.broader, "categories"),
        "related": Term(SKOS.related, "categories"),
        "when": Term(CT.criterion, "json"),
        "without_criteria": Term(CT.withoutCriteria, "texts"),
    },
    Threshold: {
        "id": _ID,
        "value": Term(CT.number, "number"),
        "unit": _UNIT,
        "label": _LABEL,
        "source": _SOURCE,
        "note": _NOTE,
    },
    Action: {
        "id": _ID,
        "text": Term(RDF.value, "texts"),
        "towards": Term(CT.towards, "category"),
        "source": _SOURCE,
    },
    Example: {
        "id": _ID,
        "text": Term(RDF.value, "texts"),
        "facts": Term(CT.facts, "json"),
        "in": Term(CT["in"], "categories"),
        "out": Term(CT.out, "categories"),
        "unknown": Term(CT.unknown, "categories"),
        "source": _SOURCE,
        "because": Term(CT.because, "texts"),
    },
    Note: {"id": _ID, "text": Term(RDF.value, "texts"), "source": _SOURCE},
    Disjoint: {"disjoint": Term(CT.category, "categories"), **_RULE},
    Exhaustive: _RULE,
    Implies: {"implies": Term(CT.hasImplication, "parts", "implication"), **_RULE},
    Overlaps: {"overlaps": Term(CT.category, "categories"), **_RULE},
    Source: {
        "id": _ID,
        "title": Term(DCTERMS.title, "texts"),
        "language": Term(DCTERMS.language, "text"),
        "url": Term(CT.url, "text"),
        "note": _NOTE,
    },
    Unit: {"id": _ID, "label": _LABEL},
    FactValue: {"id": Term(CT.literal, "text"), "label": _LABEL},
    Fact: {
        "id": _ID,
        "type": Term(CT.type, "text"),
        "min": Term(CT.min, "number"),
        "max": Term(CT.max, "number"),
        "values": Term(CT.hasValue, "parts", "value"),
        "values_of": Term(CT.valuesOf, "reference", "fact"),
        "unit": _UNIT,
        "label": _LABEL,
        "definition": _DEFINITION,
        "source": _SOURCE,
        "base": Term(CT.base, "base"),
        "changeable": Term(CT.changeable, "text"),
        "sensitive": Term(CT.sensitive, "boolean"),
        "follows": Term(CT.follows, "json"),
    },
    Implication: {
        "if": Term(CT.condition, "json"),
        "then": Term(CT.consequence, "json"),
    },
    Ascending: {"ascending": Term(CT.ascending, "references", "fact")},
    CategoryMapping: {
        "object_label": Term(SSSOM.object_label, "text"),
        "author": Term(SSSOM.author_label, "text"),
        "date": Term(PAV.authoredOn, "day"),
        "source": _SOURCE,
        "note": _NOTE,
    },
}

#: What things of a class are said to be; the first name is the one that a reader goes by.
CLASSES: Mapping[type, tuple[URIRef, ...]] = {
    Taxonomy: (CT.Taxonomy, SKOS.ConceptScheme),
    Category: (CT.Category, SKOS.Concept),
    CategoryMapping: (OWL.Axiom,),
    **{
        cls: (CT[cls.__name__],)
        for cls in (
            *(Threshold, Action, Note, Example, Source, Unit, FactValue, Fact, Implication, Ascending),
            *(Disjoint, Exhaustive, Implies, Overlaps),
        )
    },
}

#: The class of the parts of a kind; rules and invariants are of several.
PARTS: Mapping[str, type] = {
    "threshold": Threshold,
    "action": Action,
    "note": Note,
    "example": Example,
    "source": Source,
    "unit": Unit,
    "fact": Fact,
    "value": FactValue,
}
#: By the key that only rules, or invariants, of the class have.
RULES: Mapping[str, type] = {
    "disjoint": Disjoint,
    "exhaustive": Exhaustive,
    "implies": Implies,
    "overlaps": Overlaps,
}
INVARIANTS: Mapping[str, type] = {"if": Implication, "ascending": Ascending}

#: The property of a note says its kind.
NOTES: Mapping[str, URIRef] = {
    "note": SKOS.note,
    "scope": SKOS.scopeNote,
    "example": SKOS.example,
    "history": SKOS.historyNote,
    "value": CT.valueNote,
    "subdivision": CT.subdivisionNote,
}

#: What is written for those who query, and follows from the rest.
DERIVED = frozenset(
    {
        *(SKOS.narrower, SKOS.hasTopConcept, SKOS.topConceptOf, DCTERMS.language, RDFS.seeAlso),
        *(CT.tests, CT.uses, CT.buildsOn),
    }
)


def short(term: Node) -> str:
    """Write a property or class with the prefix that it usually has, for messages.

    >>> short(SKOS.member), short(URIRef("https://example.org/colour"))
    ('skos:member', 'https://example.org/colour')
    """
    text = str(term)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text
