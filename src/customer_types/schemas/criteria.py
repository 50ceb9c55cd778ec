"""A criterion in the words of JSON Schema: facts with tests, and `all`, `any`, `not`, `category`.

The facts of the library have types, so that their tests are known, and editors propose them. Any other
fact may be one that is declared in the file or beside it, and takes all tests: a reader knows more.
"""

from collections.abc import Iterable

from customer_types._model.criteria import BOUNDS
from customer_types._model.facts import Fact
from customer_types._reading.descriptions import COMBINATIONS
from customer_types.schemas.shapes import (
    DEFINITIONS,
    TESTS,
    Schema,
    described,
    list_of,
    record,
    ref,
    tests_of,
)

_COMBINED: dict[str, Schema] = {
    "all": list_of(ref("criterion")),
    "any": list_of(ref("criterion"), minItems=1),
    "not": ref("criterion"),
    "category": ref("category-key"),
}
_NUMBER = DEFINITIONS["number"]
_NUMBER_TESTS = (*sorted(BOUNDS), "known")

_TESTS_OF_TYPES: dict[str, Schema] = {
    "integer": tests_of({**_NUMBER, "type": "integer"}, *_NUMBER_TESTS),
    "number": tests_of(_NUMBER, *_NUMBER_TESTS),
    "boolean": tests_of({"type": "boolean"}, "known"),
}


def criterion(facts: Iterable[Fact] = ()) -> Schema:
    """Say what a criterion is, over facts of which the types are known, and any others."""
    properties = {key: described(COMBINATIONS[key], shape) for key, shape in _COMBINED.items()}
    return {
        "type": "object",
        "properties": properties | {fact.id: described(_meaning(fact), ref(_name(fact))) for fact in facts},
        "propertyNames": {"pattern": DEFINITIONS["fact-id"]["pattern"]},
        "additionalProperties": ref("tests"),
        "minProperties": 1,
    }


def customer(facts: Iterable[Fact]) -> Schema:
    """Say what is known of a customer, by facts of which the types are known, and any others."""
    return {
        "type": "object",
        "properties": {fact.id: described(_meaning(fact), _known(fact)) for fact in facts},
        "propertyNames": {"pattern": DEFINITIONS["fact-id"]["pattern"]},
        "additionalProperties": ref("known"),
    }


def _known(fact: Fact) -> Schema:
    """Say what can be known of a fact; whether there can be such a number, proofs tell."""
    value: Schema = {"enum": [value.id for value in fact.values]}
    known: dict[str, Schema] = {
        "integer": {**_NUMBER, "type": "integer"},
        "number": _NUMBER,
        "boolean": {"type": "boolean"},
        "choice": value,
        "choices": list_of(value),
    }
    return known[fact.type]


def tests(facts: Iterable[Fact]) -> dict[str, Schema]:
    """Say which tests facts take: what the criterion over them refers to."""
    return {_name(fact): _tests(fact) for fact in facts}


def _meaning(fact: Fact) -> str:
    return fact.label("en") if fact.definitions is None else fact.definition("en")


def _name(fact: Fact) -> str:
    return f"tests-of-{(fact.values_of or fact.id) if fact.values else fact.type}"


def _tests(fact: Fact) -> Schema:
    value: Schema = {"enum": [value.id for value in fact.values]}
    several = list_of(value, minItems=1)
    known = {"known": TESTS["known"]}
    match fact.type:
        case "choice":
            return {"anyOf": [value, several, record(known, minProperties=1)]}
        case "choices":
            includes = {"description": TESTS["includes"]["description"], "anyOf": [value, several]}
            return record({"includes": includes, **known}, minProperties=1)
        case _:
            return _TESTS_OF_TYPES[fact.type]
