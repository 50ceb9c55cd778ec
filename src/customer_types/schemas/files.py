"""The schema of a file: what its kind of file has at the top, and all that this refers to."""

import json
from collections.abc import Iterator
from typing import Any

from customer_types._catalog.lookups import catalog
from customer_types._model.taxonomies import Taxonomy
from customer_types._reading import descriptions
from customer_types._reading.descriptions import DESCRIPTIONS, FILES
from customer_types._reading.keys import KEYS
from customer_types._reading.structure import required_keys
from customer_types.schemas.criteria import criterion, customer, tests
from customer_types.schemas.kinds import VERSION, Kind
from customer_types.schemas.records import MAPPINGS, properties, records, saying, without
from customer_types.schemas.shapes import (
    DEFINITIONS,
    PREFIXES,
    QUALIFIED,
    Schema,
    described,
    having,
    list_of,
    record,
    ref,
)


def _taxonomy() -> Schema:
    """Say what a taxonomy is, in each of its roles: by itself, extending another one, changing one."""
    whole, changed = properties(Taxonomy), properties(Taxonomy, changed=True)
    listed = [key for key, shape in whole.items() if shape != changed[key]]
    remove = {"remove": described(DESCRIPTIONS[Taxonomy]["remove"], list_of(ref("remove")))}
    alone = {
        **without("remove"),
        **having(*required_keys(Taxonomy, KEYS[Taxonomy])),
        "if": saying("decide", "first"),
        "then": {"properties": {"categories": {"items": having("when")}, "precedence": {"maxItems": 0}}},
    }
    alone["properties"] |= {key: whole[key] for key in listed}
    alone["properties"]["categories"] = {**whole["categories"], "minItems": 1}
    building = {
        "properties": {key: changed[key] for key in listed},
        "if": having("overlay"),
        "then": without("id", "extends"),
        "else": having("id", "version"),
    }
    there = {
        key: described(shape["description"], {"type": "array"}) if key in listed else shape
        for key, shape in whole.items()
    }
    return record(
        {**there, **remove},
        **{"if": {"anyOf": [having("extends"), having("overlay")]}, "then": building, "else": alone},
    )


def _shared(kind: Kind) -> Schema:
    """Say what a file is that several taxonomies share."""
    if kind == "crosswalk":
        prefixes = described(descriptions.PREFIXES, PREFIXES)
        return record({"prefixes": prefixes, "mappings": described(FILES[kind], MAPPINGS)}, minProperties=1)
    taken = properties(Taxonomy)
    if kind == "sources":
        return record({"sources": taken["sources"]}, "sources")
    return record({key: taken[key] for key in ("facts", "units", "invariants")}, minProperties=1)


def _definitions(kind: Kind) -> dict[str, Schema]:
    found = {**DEFINITIONS, **records()}
    if kind == "taxonomy":
        facts = catalog().facts.values()
        return {**found, **tests(facts), "criterion": criterion(facts), "customer": customer(facts)}
    # Such a file has no categories and no thresholds, and may itself say what a fact of any name is.
    own = {"category-key": QUALIFIED, "bound": ref("number"), "criterion": criterion()}
    return found | own


def schema(kind: Kind) -> Schema:
    """Make the schema of a kind of files."""
    root = _taxonomy() if kind == "taxonomy" else _shared(kind)
    definitions = _definitions(kind)
    used: set[str] = set()
    pending = [root]
    while pending:
        for name in _references(pending.pop()):
            if name not in used:
                used.add(name)
                pending.append(definitions[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:customer-types:schema:{kind}:{VERSION}",
        "title": f"customer_types: {kind}",
        "description": FILES[kind],
        **root,
        "$defs": {name: definitions[name] for name in sorted(used)},
    }


def _references(part: Any) -> Iterator[str]:
    """List the definitions that a part of a schema refers to."""
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"].removeprefix("#/$defs/")
        part = [*part.values()]
    if isinstance(part, list):
        for one in part:
            yield from _references(one)


def written(kind: Kind) -> str:
    """Write the schema of a kind of files as it is shipped."""
    return json.dumps(schema(kind), indent=2) + "\n"
