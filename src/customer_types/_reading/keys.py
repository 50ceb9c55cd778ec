"""Keys are the words of the file format, in a table for each class of the model."""

from typing import Any, get_args

from customer_types._reading.contexts import context_of
from customer_types._reading.labels import label, texts
from customer_types._reading.nodes import Mapping, Node
from customer_types._reading.references import categories, category, sources
from customer_types._reading.rules import disjoint, implies, rules, several
from customer_types._reading.scalars import (
    boolean,
    day,
    fact_name,
    identifier,
    language,
    languages,
    literal_text,
    number,
    one_of,
    text,
    version,
)
from customer_types._reading.structure import Table, enroll, list_of, structure
from customer_types._reading.terms import category_or_term, vocabulary
from customer_types._reading.vocabularies import fact_values, facts_in_order
from customer_types.categories import (
    Action,
    Category,
    Deprecation,
    Disjoint,
    Exhaustive,
    Implies,
    Note,
    Overlaps,
    Source,
    Taxonomy,
    Threshold,
)
from customer_types.facts import Ascending, Fact, FactValue, Implication, Unit
from customer_types.labels import Texts
from customer_types.mappings import Justification, Mapping as CategoryMapping, MatchRelation


def _label(node: Node, _: Any) -> Any:
    return label(node, context_of(node).languages)


def _texts(node: Node, _: Any) -> Texts:
    return texts(node, context_of(node).languages)


def _criterion(node: Node, _: Any) -> Any:
    return context_of(node).criteria.read(node)


def _deprecated(node: Node, _: Any) -> Deprecation:
    return structure(node, Deprecation)


_COMMON: Table = {
    "source": ("source", sources),
    "broader": ("broader", categories),
    "related": ("related", categories),
    "notation": ("notation", text),
    "historical": ("historical", boolean),
    "deprecated": ("deprecated", _deprecated),
    "valid_from": ("valid_from", day),
    "actions": ("actions", list_of(Action, id_of="id")),
    "notes": ("notes", list_of(Note)),
}
_DECLARED: Table = {
    "id": ("id", identifier),
    "source": ("source", sources),
    "note": ("notes", _texts),
}

#: Key by key: the attribute that it fills, and the reader of its value.
KEYS: dict[type, Table] = {
    Taxonomy: {
        "id": ("id", identifier),
        "version": ("version", version),
        "label": ("labels", _label),
        "definition": ("definitions", _texts),
        "languages": ("languages", languages),
        "decide": ("decide", one_of("all", "first")),
        "thresholds": ("thresholds", list_of(Threshold, id_of="id")),
        "categories": ("categories", list_of(Category, id_of="id")),
        "rules": ("rules", rules),
        **_COMMON,
    },
    Category: {
        "id": ("id", identifier),
        "label": ("labels", _label),
        "definition": ("definitions", _texts),
        "when": ("when", _criterion),
        "without_criteria": ("without_criteria", _texts),
        **_COMMON,
    },
    Threshold: {
        "id": ("id", fact_name),
        "value": ("value", number),
        "unit": ("unit", identifier),
        "label": ("labels", _label),
        "source": ("source", sources),
        "note": ("notes", _texts),
    },
    Action: {
        "id": ("id", identifier),
        "text": ("texts", _texts),
        "towards": ("towards", category),
        "source": ("source", sources),
    },
    Note: {
        "kind": ("kind", one_of("value", "subdivision", "example", "scope", "history", "note")),
        "text": ("texts", _texts),
        "source": ("source", sources),
    },
    Deprecation: {"since": ("since", version), "replaced_by": ("replaced_by", identifier)},
    Disjoint: {"disjoint": ("categories", disjoint), **_DECLARED},
    Exhaustive: _DECLARED,
    Implies: {"implies": ("pairs", implies), **_DECLARED},
    Overlaps: {"overlaps": ("categories", several), **_DECLARED},
    Source: {
        "id": ("id", identifier),
        "title": ("titles", _texts),
        "language": ("language", language),
        "url": ("url", text),
        "note": ("notes", _texts),
    },
    Unit: {"id": ("id", identifier), "label": ("labels", _label)},
    FactValue: {"id": ("id", literal_text), "label": ("labels", _label)},
    Fact: {
        "id": ("id", fact_name),
        "type": ("type", one_of("integer", "number", "boolean", "choice", "choices")),
        "min": ("min", number),
        "max": ("max", number),
        "values": ("values", fact_values),
        "unit": ("unit", identifier),
        "label": ("labels", _label),
        "definition": ("definitions", _texts),
        "source": ("source", sources),
        "base": ("base", identifier),
        "changeable": ("changeable", one_of("increase", "decrease", "any", "never")),
        "sensitive": ("sensitive", boolean),
    },
    Implication: {"if": ("condition", _criterion), "then": ("consequence", _criterion)},
    Ascending: {"ascending": ("facts", facts_in_order)},
    CategoryMapping: {
        "subject": ("subject", category),
        "relation": ("relation", one_of(*get_args(MatchRelation))),
        "object": ("object", category_or_term),
        "object_label": ("object_label", text),
        "object_source": ("object_source", vocabulary),
        "justification": ("justification", one_of(*get_args(Justification))),
        "author": ("author", text),
        "date": ("date", day),
        "source": ("source", sources),
        "note": ("notes", _texts),
    },
}

#: Keys that a class takes and that are read apart from it.
_APART: dict[type, frozenset[str]] = {
    Taxonomy: frozenset({"facts", "units", "invariants", "sources", "extends", "overlay"}),
    Exhaustive: frozenset({"exhaustive"}),
}

for _cls, _table in KEYS.items():
    enroll(_cls, _table, _APART.get(_cls, frozenset()))

#: Reads the sources that a file declares.
declared_sources = list_of(Source, id_of="id")

#: Reads the mappings of a file.
declared_mappings = list_of(CategoryMapping)


def taxonomy_of(entry: Mapping) -> Taxonomy:
    """Make a taxonomy of the mapping that a file is."""
    return structure(entry, Taxonomy)
