"""Keys are the words of the file format, in a table for each class of the model."""

from typing import Any, get_args

from customer_types._model.criteria import Criterion
from customer_types._model.examples import Example
from customer_types._model.facts import Ascending, Differs, Fact, FactValue, Implication, Ratio, Unit
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import STATUSES, Label, Texts, Translation
from customer_types._model.mappings import Justification, Mapping as CategoryMapping, MatchRelation
from customer_types._model.taxonomies import (
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
from customer_types._reading.contexts import context_of
from customer_types._reading.examples import answers, customer
from customer_types._reading.labels import by_language, label, texts
from customer_types._reading.nodes import Mapping, Node, Refused
from customer_types._reading.references import categories, category, sources, taxonomy
from customer_types._reading.rules import disjoint, implies, precedence, rules, several
from customer_types._reading.scalars import (
    boolean,
    category_key,
    day,
    each,
    fact_name,
    identifier,
    items,
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
from customer_types._reading.vocabularies import fact_values, facts_in_order, follows, two_facts


def label_here(node: Node, _: Any) -> Label:
    """Read a label in the languages of the file."""
    return label(node, context_of(node).languages)


def texts_here(node: Node, _: Any) -> Texts:
    """Read a text in the languages of the file."""
    return texts(node, context_of(node).languages)


def criterion_here(node: Node, _: Any) -> Criterion:
    """Read a criterion over the facts that the file may name."""
    return context_of(node).criteria.read(node)


def deprecated_category(node: Node, _: Any) -> Deprecation:
    """Read since when a category is deprecated, and which one replaces it."""
    found = structure(node, Deprecation)
    if found.replaced_by is not None:
        category(node.entries["replaced_by"])  # type: ignore[attr-defined]  # it is a mapping, or was refused
    return found


def deprecated_taxonomy(node: Node, _: Any) -> Deprecation:
    """Read since when a taxonomy is deprecated, and which one replaces it."""
    found = structure(node, Deprecation)
    if found.replaced_by is not None:
        taxonomy(node.entries["replaced_by"])  # type: ignore[attr-defined]  # as above
    return found


def addresses(node: Node, _: Any) -> tuple[str, ...]:
    """Read the addresses of statements, such as `categories.loyal.label`."""
    return tuple(each(items(node), text))


def translations(node: Node, _: Any) -> FrozenMap[str, Translation]:
    """Read how far the translation into each language has come."""
    read, refused = by_language(node, lambda one, *_: structure(one, Translation))
    if refused:
        raise Refused
    return FrozenMap((tag, one) for tag, one in read.items() if one is not None)


_COMMON: Table = {
    "source": ("source", sources),
    "broader": ("broader", categories),
    "related": ("related", categories),
    "notation": ("notation", text),
    "historical": ("historical", boolean),
    "valid_from": ("valid_from", day),
    "actions": ("actions", list_of(Action, id_of="id")),
    "notes": ("notes", list_of(Note, id_of="id")),
}
_DECLARED: Table = {
    "id": ("id", identifier),
    "source": ("source", sources),
    "note": ("notes", texts_here),
}

#: Key by key: the attribute that it fills, and the reader of its value.
KEYS: dict[type, Table] = {
    Taxonomy: {
        "id": ("id", identifier),
        "version": ("version", version),
        "label": ("labels", label_here),
        "definition": ("definitions", texts_here),
        "languages": ("languages", languages),
        "translations": ("translations", translations),
        "decide": ("decide", one_of("all", "first")),
        "precedence": ("precedence", precedence),
        "thresholds": ("thresholds", list_of(Threshold, id_of="id")),
        "deprecated": ("deprecated", deprecated_taxonomy),
        "categories": ("categories", list_of(Category, id_of="id")),
        "rules": ("rules", rules),
        "examples": ("examples", list_of(Example, id_of="id")),
        **_COMMON,
    },
    Category: {
        "id": ("id", identifier),
        "label": ("labels", label_here),
        "definition": ("definitions", texts_here),
        "when": ("when", criterion_here),
        "without_criteria": ("without_criteria", texts_here),
        "deprecated": ("deprecated", deprecated_category),
        **_COMMON,
    },
    Threshold: {
        "id": ("id", fact_name),
        "value": ("value", number),
        "unit": ("unit", identifier),
        "label": ("labels", label_here),
        "source": ("source", sources),
        "note": ("notes", texts_here),
    },
    Action: {
        "id": ("id", identifier),
        "text": ("texts", texts_here),
        "towards": ("towards", category),
        "source": ("source", sources),
    },
    Note: {
        "id": ("id", identifier),
        "kind": ("kind", one_of("value", "subdivision", "example", "scope", "history", "note")),
        "text": ("texts", texts_here),
        "source": ("source", sources),
    },
    Example: {
        "id": ("id", identifier),
        "text": ("texts", texts_here),
        "facts": ("facts", customer),
        "in": ("inside", answers),
        "out": ("outside", answers),
        "unknown": ("unknown", answers),
        "source": ("source", sources),
        "because": ("reasons", texts_here),
    },
    Translation: {
        "from": ("source", language),
        "status": ("status", one_of(*STATUSES)),
        **{status: (status, addresses) for status in STATUSES},
    },
    Deprecation: {"since": ("since", version), "replaced_by": ("replaced_by", category_key)},
    Disjoint: {"disjoint": ("categories", disjoint), **_DECLARED},
    Exhaustive: _DECLARED,
    Implies: {"implies": ("pairs", implies), **_DECLARED},
    Overlaps: {"overlaps": ("categories", several), **_DECLARED},
    Source: {
        "id": ("id", identifier),
        "title": ("titles", texts_here),
        "language": ("language", language),
        "url": ("url", text),
        "note": ("notes", texts_here),
    },
    Unit: {"id": ("id", identifier), "label": ("labels", label_here)},
    FactValue: {"id": ("id", literal_text), "label": ("labels", label_here)},
    Fact: {
        "id": ("id", fact_name),
        "type": ("type", one_of("integer", "number", "boolean", "choice", "choices")),
        "min": ("min", number),
        "max": ("max", number),
        "values": ("values", fact_values),
        "values_of": ("values_of", fact_name),
        "unit": ("unit", identifier),
        "label": ("labels", label_here),
        "definition": ("definitions", texts_here),
        "source": ("source", sources),
        "base": ("base", identifier),
        "changeable": ("changeable", one_of("increase", "decrease", "any", "never")),
        "sensitive": ("sensitive", boolean),
        "follows": ("follows", follows),
    },
    Differs: {"differs": ("parts", two_facts)},
    Ratio: {"ratio": ("parts", two_facts)},
    Implication: {"if": ("condition", criterion_here), "then": ("consequence", criterion_here)},
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
        "note": ("notes", texts_here),
    },
}

#: Keys that a class takes and that are read apart from it.
APART: dict[type, frozenset[str]] = {
    Taxonomy: frozenset({"facts", "units", "invariants", "sources", "extends", "overlay"}),
    Exhaustive: frozenset({"exhaustive"}),
}

for _cls, _table in KEYS.items():
    enroll(_cls, _table, APART.get(_cls, frozenset()))

#: Reads the sources that a file declares.
declared_sources = list_of(Source, id_of="id")

#: Reads the mappings of a file.
declared_mappings = list_of(CategoryMapping)


def taxonomy_of(entry: Mapping) -> Taxonomy:
    """Make a taxonomy of the mapping that a file is."""
    return structure(entry, Taxonomy)
