r"""A shape is what JSON Schema says of the values that a reader takes.

An editor makes numbers and truths of scalars before it looks at a schema, as the core schema of YAML 1.2
has it; the readers of this library take a scalar for text until its key says what it is. So a shape says
what an editor sees of what a reader takes:

- Text is a string, and also a number (`en: 2026`) or a truth (`en: true`), which readers take for text with
  a warning; so is a version (`1.10`). Null is no text for either.
- `no`, `yes` and `2026-01-31` are strings to an editor. A day is a string of a pattern.
- Ids begin with a letter, and words such as `true` are none, so that they are strings to everybody.
- A number is one to both. That `010`, `0x1F` or `1e3` are badly written, only a reader can tell.

A schema must never find fault with what a reader takes; what it can't say it leaves to the reader. It says
nothing of the length of texts, since editors count UTF-16 units and readers composed characters. Of the
keywords it has those that draft 7 and draft 2020-12 share, and no more, because not all editors know the
latter.
"""

from typing import Any

from customer_types._model.labels import FORMS, OTHER, SAME
from customer_types._model.languages import is_tag
from customer_types._reading.criteria import TEST_KEYS
from customer_types._reading.examples import answers, customer
from customer_types._reading.keys import (
    addresses,
    criterion_here,
    deprecated_category,
    deprecated_taxonomy,
    label_here,
    texts_here,
    translations,
)
from customer_types._reading.labels import gender
from customer_types._reading.references import categories, category, sources
from customer_types._reading.rules import disjoint, implies, precedence, rules, several
from customer_types._reading.scalars import (
    MAX_DIGITS,
    MAX_ID,
    RESERVED,
    Hook,
    Identifier,
    OneOf,
    boolean,
    category_key,
    day,
    fact_name,
    identifier,
    language,
    languages,
    literal_text,
    number,
    text,
    version,
)
from customer_types._reading.terms import PREFIX, category_or_term, vocabulary
from customer_types._reading.vocabularies import fact_values, facts_in_order, follows, two_facts

Schema = dict[str, Any]

#: A tag of a language, and some that are none: the exact pattern would be no help in a message.
TAG = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*"
#: The languages that editors propose.
_PROPOSED = ("en", "fr", "fr-CA")
_LARGEST = 10**MAX_DIGITS - 1
_RANGE = {"minimum": -_LARGEST, "maximum": _LARGEST}


def ref(name: str) -> Schema:
    """Refer to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def list_of(items: Schema, **more: Any) -> Schema:
    """Say that there is a list."""
    return {"type": "array", "items": items, **more}


def described(description: str, shape: Schema) -> Schema:
    """Put a description before a shape."""
    return {"description": description, **shape}


def having(*keys: str) -> Schema:
    """Meet mappings that have these keys."""
    return {"required": [*keys]}


def record(properties: dict[str, Schema], *required: str, **more: Any) -> Schema:
    """Say that there is a mapping of these keys and no others."""
    needed = having(*required) if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **needed, **more}


def one_or_many(item: Schema) -> Schema:
    """Take what a shape of one type takes, or a list of it."""
    return {**item, "type": [item["type"], "array"], "items": item}


def _quietly(shape: Schema) -> Schema:
    """Take truths apart from what else is taken, so that editors do not propose true and false for a text."""
    others = [one for one in shape["type"] if one != "boolean"]
    return {"if": {"type": "boolean"}, "else": {**shape, "type": others}}


def _pattern(reader: Identifier) -> str:
    return reader.pattern.pattern.replace("(?:", "(")


def _by_language(value: Schema) -> Schema:
    forms = [form for form in FORMS if is_tag(form)]  # a form in the place of a language is a mistake
    others = "|".join([*_PROPOSED, *forms])
    return record(dict.fromkeys(_PROPOSED, value), patternProperties={f"^(?!({others})$){TAG}$": value})


_RESERVED = {"not": {"enum": sorted(RESERVED)}}
_ID = {"type": "string", "pattern": f"^{_pattern(identifier)}$", "maxLength": MAX_ID, **_RESERVED}
_FACT_ID = {**_ID, "pattern": f"^{_pattern(fact_name)}$"}
_CATEGORY = {
    "type": "string",
    "pattern": f"^{_pattern(category_key)}$",
    "maxLength": 2 * MAX_ID + 1,
    **_RESERVED,
}
#: A category that is named outside of its file.
QUALIFIED: Schema = {**_CATEGORY, "pattern": f"^{_pattern(identifier)}/{_pattern(identifier)}$"}
_PREFIX = PREFIX.pattern.replace("(?:", "(")
_TERM = rf"^{_PREFIX}:[^\s<>\"{{}}|\\^`\[\]]+$"
#: What names of terms of other vocabularies begin with.
PREFIXES: Schema = {
    "type": "object",
    "patternProperties": {f"^{_PREFIX}$": {"type": "string", "pattern": "^(https?://|urn:)"}},
    "additionalProperties": False,
}
_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_LITERAL = {"type": ["string", "number", "boolean"], **_RANGE}


def _form(form: str) -> Schema:
    category, _, feminine = form.partition("_")
    which = "feminine form" if feminine else "form"
    return described(f"The {which} for the plural category {category} of CLDR.", ref("text"))


_FORMS = {
    **{form: _form(form) for form in FORMS},
    "gender": described(
        "epicene: one form serves both; masculine, feminine: the noun keeps it whoever is meant.",
        {"enum": [*gender.allowed]},
    ),
}


def _name(*also: str, **more: Schema) -> Schema:
    """Take a text, or a mapping of forms and `more`, with one form at least, or with what stands for it."""
    needed = sorted((*FORMS, *also), key="one".__ne__)  # messages name the first
    taken = record({**_FORMS, **more}, anyOf=[having(key) for key in needed])
    return _quietly({**taken, **_TEXT, "type": [*_TEXT["type"], "object"]})


_BOUND = ref("bound")
_TESTS: dict[str, Schema] = {
    "min": described("At least: a number, or the id of a threshold.", _BOUND),
    "max": described("At most: a number, or the id of a threshold.", _BOUND),
    "above": described("More than: a number, or the id of a threshold.", _BOUND),
    "below": described("Less than: a number, or the id of a threshold.", _BOUND),
    "includes": described(
        "The set has this value, or all of a list.",
        {**_LITERAL, "type": [*_LITERAL["type"], "array"], "items": _LITERAL, "minItems": 1},
    ),
    "known": described("true: the fact is known; false: it is missing.", {"type": "boolean"}),
}
#: The operators of tests, and what they compare with.
TESTS = {key: _TESTS[key] for key in TEST_KEYS}


def tests_of(literal: Schema, *operators: str) -> Schema:
    """Take what a fact is compared with, a list of it, or a mapping of tests."""
    types = literal["type"] if isinstance(literal["type"], list) else [literal["type"]]
    taken = record({key: TESTS[key] for key in operators}, minProperties=1)
    return {**taken, **literal, "type": [*types, "array", "object"], "items": literal, "minItems": 1}


#: What other shapes refer to.
DEFINITIONS: dict[str, Schema] = {
    "id": _ID,
    "fact-id": _FACT_ID,
    "remove": {**_ID, "pattern": "^[a-z][a-z0-9_-]*$"},
    "category-key": _CATEGORY,
    "category-keys": one_or_many(_CATEGORY),
    "category-ids": one_or_many(_ID),
    "source-ids": one_or_many(_ID),
    "text": _quietly(_TEXT),
    "version": _quietly({**_TEXT, "pattern": "^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$", "minimum": 0}),
    "day": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "language": {"type": "string", "pattern": f"^{TAG}$"},
    "number": {"type": "number", **_RANGE},
    "bound": {**_FACT_ID, "type": ["number", "string"], **_RANGE},
    "texts": _by_language(ref("text")),
    "label": _by_language(ref("naming")),
    "naming": _name(
        "also",
        "avoid",
        also=described("Synonyms: texts, or mappings of forms.", list_of(ref("name"))),
        avoid=described("Terms to avoid, with the reason.", list_of(ref("avoided"))),
    ),
    "name": _name(),
    "avoided": _name(
        reason=described("Why it is to be avoided, by language.", ref("texts")),
        means=described(
            "What people mean by it: the same as the label (default), something else, or a category.",
            {"anyOf": [{"enum": [SAME, OTHER]}, ref("category-key")]},
        ),
    ),
    "tests": _quietly(tests_of(_LITERAL, *TESTS)),
    "known": _quietly({**_LITERAL, "type": [*_LITERAL["type"], "array"], "items": _LITERAL}),
}

#: Reader by reader, what it takes.
_TAKEN: dict[Hook, Schema] = {
    identifier: ref("id"),
    fact_name: ref("fact-id"),
    category_key: ref("category-key"),
    category: ref("category-key"),
    categories: ref("category-keys"),
    sources: ref("source-ids"),
    text: ref("text"),
    literal_text: {"type": "string"},
    version: ref("version"),
    number: ref("number"),
    boolean: {"type": "boolean"},
    day: ref("day"),
    language: ref("language"),
    languages: list_of(ref("language")),
    label_here: ref("label"),
    texts_here: ref("texts"),
    criterion_here: ref("criterion"),
    customer: ref("customer"),
    answers: ref("category-ids"),
    addresses: list_of({"type": "string"}),
    category_or_term: {"anyOf": [ref("category-key"), {"type": "string", "pattern": _TERM}]},
    vocabulary: {"type": "string", "pattern": f"^{_PREFIX}$"},
    translations: _by_language(ref("translation")),
    deprecated_category: ref("deprecation"),
    deprecated_taxonomy: ref("deprecation"),
    fact_values: list_of(ref("fact-value")),
    facts_in_order: list_of(ref("fact-id"), minItems=2),
    two_facts: list_of(ref("fact-id"), minItems=2, maxItems=2, uniqueItems=True),
    follows: ref("follows"),
    rules: list_of(ref("rule")),
    disjoint: {"anyOf": [{"const": "all"}, list_of(ref("category-key"), minItems=2, uniqueItems=True)]},
    several: list_of(ref("category-key"), minItems=2, uniqueItems=True),
    precedence: list_of(ref("id"), uniqueItems=True),
    implies: {
        "type": "object",
        "propertyNames": ref("category-key"),
        "additionalProperties": ref("category-key"),
        "minProperties": 1,
    },
}


def shape_of(reader: Hook) -> Schema:
    """Say what a reader takes. Raises `KeyError` for a reader that has no shape here."""
    return {"enum": [*reader.allowed]} if isinstance(reader, OneOf) else _TAKEN[reader]
