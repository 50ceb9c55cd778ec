"""The shipped schemas: made of the readers' tables, whole, and written as no hand would."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from tests.accepted import assert_accepted
from tests.schemas.editors import scalar

from customer_types import catalog, schemas
from customer_types._model.languages import is_tag
from customer_types._model.taxonomies import Category, Exhaustive, Taxonomy
from customer_types._reading.descriptions import DESCRIPTIONS
from customer_types._reading.keys import APART, KEYS
from customer_types._reading.scalars import one_of
from customer_types.schemas.files import written
from customer_types.schemas.records import properties
from customer_types.schemas.shapes import TAG, shape_of

SHIPPED = Path(__file__).parents[2] / "src" / "customer_types" / "schemas"
#: With this variable set, what is made becomes what is shipped: look at the difference.
#: What draft 7 and draft 2020-12 both have, but for `$defs`, which are referred to by their place.
KEYWORDS = {
    *("$schema", "$id", "$ref", "$defs", "title", "description"),
    *("type", "enum", "const", "not", "if", "then", "else", "allOf", "anyOf"),
    *("properties", "patternProperties", "additionalProperties", "propertyNames", "required"),
    *("minProperties", "items", "minItems", "maxItems", "uniqueItems"),
    *("pattern", "maxLength", "minimum", "maximum"),
}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """List a schema and all those in it."""
    if isinstance(schema, bool):
        return
    yield schema
    for keyword, value in schema.items():
        if keyword in ("properties", "patternProperties", "$defs"):
            children = [*value.values()]
        elif keyword in ("allOf", "anyOf"):
            children = value
        else:
            children = [value] if isinstance(value, dict) else []
        for child in children:
            yield from parts(child)


# ---- what is shipped ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_a_shipped_schema_is_what_the_tables_make(kind: schemas.Kind) -> None:
    """Whoever changes a key, a reader or a fact makes the schemas anew, byte for byte."""
    assert_accepted(written(kind), SHIPPED / f"{kind}.schema.json")
    assert schemas.text(kind) == written(kind)


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_a_schema_is_a_schema(kind: schemas.Kind) -> None:
    """Each keeps to the draft that it names, has its name and version, and no keyword that editors lack."""
    schema = json.loads(schemas.text(kind))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == f"urn:customer-types:schema:{kind}:1"
    assert {keyword for part in parts(schema) for keyword in part} <= KEYWORDS
    # Draft 7 passes over all that stands beside a reference.
    assert all(set(part) <= {"$ref", "description"} for part in parts(schema) if "$ref" in part)


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_all_that_is_defined_is_used(kind: schemas.Kind) -> None:
    """What is referred to is there, and nothing else."""
    schema = json.loads(schemas.text(kind))
    used = {part["$ref"].removeprefix("#/$defs/") for part in parts(schema) if "$ref" in part}
    assert used == set(schema["$defs"])


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_every_key_is_described(kind: schemas.Kind) -> None:
    """An editor has a sentence to show of every key that it proposes, but for the languages."""
    schema = json.loads(schemas.text(kind))
    for part in parts(schema):
        if part.get("additionalProperties") is False and "patternProperties" not in part:
            for key, value in part["properties"].items():
                assert value["description"].endswith("."), key


def test_what_is_no_kind_of_file_has_no_schema() -> None:
    """A kind that there is not is an error, which names those that there are."""
    with pytest.raises(KeyError) as unknown:
        schemas.text("taxonomi")  # type: ignore[arg-type]  # a type checker sees it too
    assert str(unknown.value) == "unknown schema `taxonomi`; did you mean `taxonomy`?"
    with pytest.raises(KeyError, match="did you mean `taxonomy`, `facts`, `sources` or `crosswalk`"):
        schemas.text("zzz")  # type: ignore[arg-type]
    assert get_args(schemas.Kind) == schemas.KINDS


# ---- what is made of what ----------------------------------------------------------------------


def test_a_reader_without_a_shape_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds a key with a reader that nothing is known of learns it at once."""

    def read(node: object, _: object) -> object:
        return node

    with pytest.raises(KeyError):
        shape_of(read)
    monkeypatch.setitem(DESCRIPTIONS, Category, DESCRIPTIONS[Category] | {"colour": "A color."})
    monkeypatch.setitem(KEYS, Category, KEYS[Category] | {"colour": ("colour", read)})
    with pytest.raises(KeyError):
        properties(Category)
    monkeypatch.setitem(KEYS, Category, KEYS[Category] | {"colour": ("colour", one_of("red", "blue"))})
    assert properties(Category)["colour"] == {"description": "A color.", "enum": ["red", "blue"]}


def test_a_key_without_a_description_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds a key says what it means, also one that is read apart from the tables."""
    monkeypatch.setitem(KEYS, Category, KEYS[Category] | {"colour": ("colour", one_of("red"))})
    with pytest.raises(KeyError, match="colour"):
        properties(Category)
    monkeypatch.setitem(APART, Taxonomy, APART[Taxonomy] | {"colours"})
    with pytest.raises(KeyError, match="colours"):
        properties(Taxonomy)


def test_no_description_is_of_a_key_that_is_gone() -> None:
    """Each description is of a key that is read."""
    changes = {Category: {"remove", "before", "after"}, Taxonomy: {"remove"}, Exhaustive: {"exhaustive"}}
    for cls, said in DESCRIPTIONS.items():
        read = {*KEYS[cls], *APART.get(cls, ())} | changes.get(cls, set())
        assert set(said) == read, cls


def test_editors_propose_the_facts_of_the_library() -> None:
    """A criterion has each fact of the library with its definition, and its values if they are words."""
    schema = json.loads(schemas.text("taxonomy"))
    proposed = schema["$defs"]["criterion"]["properties"]
    facts = catalog().facts
    assert set(proposed) == {*facts, "all", "any", "not", "category"}
    assert proposed["orders"]["description"] == facts["orders"].definition("en")
    kinds = schema["$defs"]["tests-of-party_kind"]["anyOf"][0]["enum"]
    assert kinds == [value.id for value in facts["party_kind"].values]


@pytest.mark.parametrize(
    "tag", ["en", "fr-CA", "fr_ca", "zh-Hant-TW", "de-1996", "en-a-bbb-x-a-ccc", "sl-rozaj"]
)
def test_the_pattern_of_tags_takes_all_tags(tag: str) -> None:
    """A tag that readers take is one of the pattern, which is wider."""
    assert is_tag(tag)
    assert Draft202012Validator({"pattern": f"^{TAG}$"}).is_valid(tag)


# ---- what an editor sees -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        *(("", None), ("~", None), ("null", None), ("NULL", None), ("nULL", "nULL")),
        *(("true", True), ("False", False), ("tRue", "tRue"), ("yes", "yes"), ("off", "off")),
        *(("0", 0), ("-19", -19), ("010", 10), ("0o7", 7), ("0x3A", 58), ("1_000", "1_000"), ("0b1", "0b1")),
        *(("0.", 0.0), ("-0.0", 0.0), (".5", 0.5), ("+12e03", 12000.0), ("-2E+05", -200000.0), ("1.10", 1.1)),
        *((".inf", float("inf")), ("-.Inf", float("-inf")), ("1:30", "1:30"), ("2026-01-31", "2026-01-31")),
    ],
)
def test_a_plain_scalar_is_what_yaml_1_2_makes_of_it(plain: str, value: object) -> None:
    """The tests see what editors see: these are the examples of the specification, and other traps."""
    found = scalar(plain)
    assert (found, type(found)) == (value, type(value))
