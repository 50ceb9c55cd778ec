"""What an editor makes of YAML and of a schema.

Editors take plain scalars for null, truths and numbers as the core schema of YAML 1.2 has it (sections
10.3.2 of its specification), and keys for text. PyYAML parses here, and decides nothing.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from customer_types import schemas

_NULL = re.compile(r"null|Null|NULL|~|")
_TRUE, _FALSE = re.compile(r"true|True|TRUE"), re.compile(r"false|False|FALSE")
_INTEGERS = (
    (re.compile(r"[-+]?[0-9]+"), 10),
    (re.compile(r"0o[0-7]+"), 8),
    (re.compile(r"0x[0-9a-fA-F]+"), 16),
)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)")
_NAN = re.compile(r"\.nan|\.NaN|\.NAN")


def parsed(text: str) -> Any:
    """Parse a text as an editor does."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    return None if root is None else _value(root)


def _value(node: yaml.Node) -> Any:
    match node:
        case yaml.MappingNode():
            return {str(key.value): _value(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return scalar(node.value) if node.style is None else node.value


def scalar(text: str) -> Any:
    """Take a plain scalar for what it looks like."""
    for form, base in _INTEGERS:
        if form.fullmatch(text):
            return int(text, base)
    for value, form in ((None, _NULL), (True, _TRUE), (False, _FALSE), (float("nan"), _NAN)):
        if form.fullmatch(text):
            return value
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", ""))
    return float(text) if _FLOAT.fullmatch(text) else text


@cache
def validator(kind: schemas.Kind) -> Draft202012Validator:
    """Give a validator of a kind of files."""
    return Draft202012Validator(json.loads(schemas.text(kind)))


def complaints(kind: schemas.Kind, content: Any) -> Iterator[ValidationError]:
    """List what a schema finds fault with, with what is behind it."""
    pending: list[ValidationError] = [*validator(kind).iter_errors(content)]
    while pending:
        error = pending.pop()
        yield error
        pending += error.context
