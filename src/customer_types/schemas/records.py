"""A record is a mapping that a class of the model is made of: its table of keys, said in JSON Schema.

What stands in a list and has an id comes in two forms: whole, and changed. A changed record is one of a
file that extends or overlays a taxonomy, and need not say what it inherits; whether there is something to
inherit, only a reader knows.
"""

from typing import Any

from customer_types._model.examples import Example
from customer_types._model.facts import Ascending, Fact, FactValue, Implication, Unit
from customer_types._model.labels import Translation
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.taxonomies import (
    Action,
    Category,
    Deprecation,
    Exhaustive,
    Note,
    Source,
    Taxonomy,
    Threshold,
)
from customer_types._reading.descriptions import DESCRIPTIONS, REPLACE
from customer_types._reading.keys import APART, KEYS, declared_mappings, declared_sources
from customer_types._reading.removals import ANSWERS
from customer_types._reading.rules import RULES, rules
from customer_types._reading.scalars import Hook
from customer_types._reading.structure import ListOf, required_keys
from customer_types._reading.vocabularies import FOLLOWING, FOLLOWS, declared_facts, declared_units
from customer_types.schemas.shapes import Schema, described, having, list_of, record, ref, shape_of

_NAMES: dict[type, str] = {
    Category: "category",
    Threshold: "threshold",
    Action: "action",
    Note: "note",
    Example: "example",
    Source: "source",
    Unit: "unit",
    Fact: "fact",
    Mapping: "mapping",
}


def saying(key: str, *values: str) -> Schema:
    """Meet mappings in which a key says one of a few things."""
    return {"properties": {key: {"enum": [*values]}}, **having(key)}


def without(*keys: str) -> Schema:
    """Meet mappings that have none of the keys."""
    return {"properties": dict.fromkeys(keys, False)}


def _domains(**of_choices: Any) -> dict[str, Any]:
    """Say which keys go with the type of a fact."""
    nothing = {"values": {"maxItems": 0}, "values_of": False}
    something = {"values": {"minItems": 1}}
    limits = {"min": False, "max": False}
    return {
        "allOf": [
            {"if": saying("type", "integer", "number"), "then": {"properties": nothing}},
            {"if": saying("type", "boolean"), "then": {"properties": {**limits, **nothing}}},
            {
                "if": saying("type", "choice", "choices"),
                "then": {"properties": {**limits, **something}, **of_choices},
            },
            *(
                {
                    "if": {"properties": {"follows": having(way)}, **having("follows")},
                    "then": {"properties": {"type": {"enum": [kind]}}},
                }
                for way, kind in FOLLOWING.items()
            ),
        ]
    }


#: What a whole record of a class has to keep to, besides its table.
_WHOLE: dict[type, Schema] = {
    Category: {"if": having("without_criteria"), "then": without("when"), "else": having("when")},
    Example: {"anyOf": [{"properties": {key: {"minItems": 1}}, **having(key)} for key in ANSWERS]},
    Fact: _domains(
        **{"if": having("values"), "then": without("values_of"), "else": having("values_of")},
    ),
    Mapping: {
        "allOf": [
            {
                "if": saying("object", NO_TERM),
                "then": {**having("object_source"), **without("object_label")},
                "else": without("object_source"),
            },
            {"if": {"properties": {"object": {"pattern": "^[^:]*$"}}}, "then": without("object_label")},
        ]
    },
}
#: What a changed one has to keep to.
_CHANGED: dict[type, list[Schema]] = {
    Category: [
        {"if": having("without_criteria"), "then": without("when")},
        {"if": having("before"), "then": without("after")},
    ],
    Fact: _domains()["allOf"],
}
#: What a changed one can say besides.
_CHANGES: dict[type, dict[str, Schema]] = {
    Category: {"remove": list_of(ref("id")), "before": ref("id"), "after": ref("id")},
}
_REPLACING = {"properties": {"replace": {"const": True}}, **having("replace")}
#: What a taxonomy says that its table does not have.
_APART: dict[str, Hook] = {"facts": declared_facts, "units": declared_units, "sources": declared_sources}
_SHAPES_APART: dict[str, Schema] = {
    "invariants": list_of(ref("invariant")),
    "extends": ref("id"),
    "overlay": ref("id"),
}


def _taken(reader: Hook, *, changed: bool) -> Schema:
    """Say what a reader takes, in a file that stands alone or in one that changes another."""
    if changed and reader is rules:
        return list_of(ref("changed-rule"))
    if not isinstance(reader, ListOf):
        return shape_of(reader)
    name = _NAMES[reader.cls]
    return list_of(ref(f"changed-{name}" if changed and reader.id_of is not None else name))


def properties(cls: type[Any], *, changed: bool = False) -> dict[str, Schema]:
    """Say what the keys of a class take. Raises `KeyError` for one that nothing is known of."""
    said = DESCRIPTIONS[cls]
    table = {
        key: described(said[key], _taken(reader, changed=changed)) for key, (_, reader) in KEYS[cls].items()
    }
    if cls is Taxonomy:
        for key in sorted(APART[Taxonomy]):
            reader = _APART.get(key)
            shape = _SHAPES_APART[key] if reader is None else _taken(reader, changed=changed)
            table[key] = described(said[key], shape)
    return table


def _whole(cls: type[Any]) -> Schema:
    return record(properties(cls), *required_keys(cls, KEYS[cls]), **_WHOLE.get(cls, {}))


def _changed(cls: type[Any]) -> Schema:
    """Say what changes an object or makes a new one; unless it replaces one, it needs no more than an id."""
    more = {**_CHANGES.get(cls, {}), "replace": {"type": "boolean"}}
    said = {**DESCRIPTIONS[cls], "replace": REPLACE}
    taken = properties(cls, changed=True) | {key: described(said[key], shape) for key, shape in more.items()}
    needed = {**having(*required_keys(cls, KEYS[cls])), **_WHOLE.get(cls, {})}
    replaced = {"if": _REPLACING, "then": needed}
    rest = [*_CHANGED.get(cls, ()), replaced]
    if cls is Note:  # one without an id is new
        return record(taken, allOf=[{"if": without("id"), "then": needed}, *rest])
    return record(taken, "id", allOf=rest)


def _rule(*, changed: bool = False) -> Schema:
    """Say what a rule is: one of the four keys, or no more than an id if it is changed, and the rest."""
    taken = {"exhaustive": described(DESCRIPTIONS[Exhaustive]["exhaustive"], {"const": True})}
    for cls in RULES.values():
        taken |= properties(cls)
    keys = [*RULES]
    alone = [{"if": having(key), "then": without(*keys[place:])} for place, key in enumerate(keys[:-1], 1)]
    wanted = [having(key) for key in (*keys, "id")[: len(keys) + changed]]
    return record(taken, anyOf=wanted, allOf=alone)


def _invariant() -> Schema:
    needed = required_keys(Implication, KEYS[Implication])
    return record(
        {**properties(Implication), **properties(Ascending)},
        **{"if": having("ascending"), "then": without(*needed), "else": having(*needed)},
    )


def _follows() -> Schema:
    """Say how a fact follows from others: by one of the keys."""
    keys = [*FOLLOWS]
    taken = {key: properties(cls)[key] for key, cls in FOLLOWS.items()}
    alone = [{"if": having(key), "then": without(*keys[place:])} for place, key in enumerate(keys[:-1], 1)]
    return record(taken, anyOf=[*map(having, keys)], allOf=alone)


def _fact_value() -> Schema:
    return {**_whole(FactValue), "type": ["string", "object"]}


def records() -> dict[str, Schema]:
    """Give all records by name."""
    readers = [reader for cls in (Taxonomy, Category) for _, reader in KEYS[cls].values()]
    with_ids = {
        reader.cls
        for reader in (*readers, *_APART.values())
        if isinstance(reader, ListOf) and reader.id_of is not None
    }
    found = {name: _whole(cls) for cls, name in _NAMES.items()}
    found |= {f"changed-{name}": _changed(cls) for cls, name in _NAMES.items() if cls in with_ids}
    return found | {
        "deprecation": _whole(Deprecation),
        "fact-value": _fact_value(),
        "follows": _follows(),
        "invariant": _invariant(),
        "rule": _rule(),
        "changed-rule": _rule(changed=True),
        "translation": _whole(Translation),
    }


#: What a file of mappings has.
MAPPINGS: Schema = _taken(declared_mappings, changed=False)
