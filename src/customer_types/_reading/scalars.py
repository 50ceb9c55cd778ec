"""A scalar is a text until the schema says what it is: here it becomes an id, a number, a date."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol
from unicodedata import category

import attrs

from customer_types._messages import Phrase, Plain
from customer_types._reading import cures
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence
from customer_types._reading.tags import tag

MAX_LABEL = 200
MAX_TEXT = 4_000
MAX_ID = 64

_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KEY = re.compile(rf"{_ID.pattern}(?:/{_ID.pattern})?")
RESERVED = frozenset(
    {"id", "all", "any", "not", "category", "known", "null", "nan"}
    | {"true", "false", "yes", "no", "on", "off"}
)

#: The classes of characters that nobody sees: controls, formats, spaces; and others that are blank.
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_FILLERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BOOLEAN = re.compile(r"(?i:yes|no|on|off|true|false)")
_NUMBER_LIKE = re.compile(
    r"""
    [-+]? (?: 0b[01_]+ | 0o?[0-7_]+ | 0x[0-9a-fA-F_]+ | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
            | (?: [0-9][0-9_]*(?:\.[0-9_]*)? | \.[0-9][0-9_]* ) (?: [eE][-+]?[0-9]+ )?
            | \.(?:inf|Inf|INF) )
    | \.(?:nan|NaN|NAN)
    """,
    re.VERBOSE,
)
_DATE_LIKE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_NOT_FINITE = re.compile(r"(?i:[-+]?\.(?:inf|nan)|nan|[-+]?inf)")
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_DIGITS = 15

Hook = Callable[[Any, Any], Any]


def kind_of(node: Node) -> Phrase:
    """Name what a node is, for messages."""
    match node:
        case Mapping():
            return Phrase("type.mapping")
        case Sequence():
            return Phrase("type.list")
        case Scalar() if is_null(node):
            return Phrase("type.null")
        case Scalar(plain=True) if is_number_like(node) or _BOOLEAN.fullmatch(node.text):
            return Phrase("found.plain", {"text": node.text})
        case Scalar(text=text):
            return Phrase("found.text", {"text": text})
        case _:
            raise AssertionError(node)


def is_null(node: Node) -> bool:
    """Tell whether a node says that there is nothing."""
    return isinstance(node, Scalar) and node.plain and node.text in _NULL


def is_number_like(node: Scalar) -> bool:
    """Tell whether a reader of YAML would take the scalar for a number."""
    return node.plain and _NUMBER_LIKE.fullmatch(node.text) is not None


def is_ambiguous(text: str) -> bool:
    """Tell whether some reader of YAML takes a text without quotes for something else than a text."""
    return any(form.fullmatch(text) for form in (_BOOLEAN, _NUMBER_LIKE, _DATE_LIKE))


def wrong_type(node: Node, expected: str, *, hints: tuple[Phrase, ...] = ()) -> Refused:
    """Report that a node is not of the type that is wanted here."""
    return node.report("schema.type", expected=Phrase(f"type.{expected}"), found=kind_of(node), hints=hints)


def mapping(node: Node) -> Mapping:
    """Take a node for a mapping."""
    if not isinstance(node, Mapping):
        raise wrong_type(node, "mapping")
    return node


def items(node: Node) -> list[Node]:
    """Take a node for a list."""
    if not isinstance(node, Sequence):
        hints = (Phrase("hint.items-with-ids"),) if isinstance(node, Mapping) else ()
        raise wrong_type(node, "list", hints=hints)
    return node.items


def scalar(node: Node, expected: str) -> Scalar:
    """Take a node for a scalar that says something."""
    if not isinstance(node, Scalar) or is_null(node):
        raise wrong_type(node, expected)
    return node


def is_blank(text: str) -> bool:
    r"""Tell whether nothing of a text can be seen.

    >>> is_blank(""), is_blank(" \u200b\u00a0"), is_blank("\u3164"), is_blank("-")
    (True, True, True, False)
    """
    return all(category(one) in _UNSEEN or one in _FILLERS for one in text)


class Prose(Protocol):
    """A reader of text; an empty one is reported at the place of its key, if that is given."""

    def __call__(self, node: Node, key: Node | None = None, /) -> str:
        """Read a text."""


def prose(limit: int, *, empty: str = "text.empty") -> Prose:
    """Make a reader of text for people, which warns where other readers of YAML would differ."""

    def read(node: Node, key: Node | None = None, /) -> str:
        if isinstance(node, Scalar) and is_blank(node.text):
            raise node.report(empty, at=key)
        written = scalar(node, "text")
        if len(written.text) > limit:
            raise node.report("text.too-long", limit=limit, length=len(written.text))
        if written.plain and is_ambiguous(written.text):
            node.report("yaml.ambiguous-plain", severity="warning", text=written.text)
        if written.comment is not None:
            node.document.fault(
                "text.cut-by-comment",
                node.line,
                written.comment,
                severity="warning",
                inside=node.inside,
                hints=(Phrase("hint.quote-text"),),
                text=written.text,
            )
        return written.text

    return read


_text = prose(MAX_TEXT)


def text(node: Node, _: Any = None) -> str:
    """Read a short text."""
    return _text(node)


def literal_text(node: Node, _: Any = None) -> str:
    """Read a text that is compared with a customer's: as it is written, quoted or plain."""
    written = scalar(node, "text")
    if is_number_like(written) or (written.plain and _BOOLEAN.fullmatch(written.text)):
        raise wrong_type(node, "text", hints=(Phrase("hint.quote-text"),))
    if len(written.text) > MAX_LABEL:
        raise node.report("text.too-long", limit=MAX_LABEL, length=len(written.text))
    return written.text


def version(node: Node, _: Any = None) -> str:
    """Read a version such as 1.0.0; it is a text, also where it looks like a number."""
    written = _text(node)
    if not VERSION.fullmatch(written):
        raise node.report("version.form", text=written)
    return written


@attrs.frozen
class Identifier:
    """Reads an id of a form."""

    pattern: re.Pattern[str]
    form: str

    def __call__(self, node: Node, _: Any = None) -> str:
        """Read an id."""
        written = scalar(node, "text").text
        if not self.pattern.fullmatch(written) or max(map(len, written.split("/"))) > MAX_ID:
            raise node.report("id.form", id=written, form=Plain(self.form), limit=MAX_ID)
        if written in RESERVED:
            raise node.report("id.reserved", id=written)
        return written


#: Reads the id of a taxonomy, category, action or source.
identifier = Identifier(_ID, "[a-z][a-z0-9]*([-_][a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Tell whether a text can be the id of a taxonomy, a category, an action or a source."""
    return _ID.fullmatch(text) is not None and len(text) <= MAX_ID and text not in RESERVED


def is_key(text: str) -> bool:
    """Tell whether a text can be the key of a category: an id, or two of them with a slash."""
    return _KEY.fullmatch(text) is not None and all(is_id(part) for part in text.split("/"))


#: Reads the id of a fact or a threshold.
fact_name = Identifier(_NAME, "[a-z][a-z0-9_]*")
#: Reads the id of a category of this taxonomy, or taxonomy/category.
category_key = Identifier(_KEY, "taxonomy/category")


def each(nodes: Iterable[Any], read: Hook) -> list[Any]:
    """Read all nodes, and refuse after the last one if any was refused."""
    results = []
    refused = False
    for node in nodes:
        try:
            results.append(read(node, None))
        except Refused:
            refused = True
    if refused:
        raise Refused
    return results


def number(node: Node, _: Any = None) -> int | float:
    """Read a number in the one notation that all readers of YAML agree about: 3, -1.5."""
    written = scalar(node, "number")
    digits = written.text
    if not written.plain or not (_NUMBER_LIKE.fullmatch(digits) or _NOT_FINITE.fullmatch(digits)):
        is_quoted = _INTEGER.fullmatch(digits) or _DECIMAL.fullmatch(digits)
        hints = (Phrase("hint.no-quotes"),) if is_quoted else cures.of_number(digits)
        raise wrong_type(node, "number", hints=hints)
    if _NOT_FINITE.fullmatch(digits):
        raise node.report("number.not-finite", number=digits)
    is_integer = _INTEGER.fullmatch(digits)
    if not is_integer and not _DECIMAL.fullmatch(digits):
        raise node.report("number.form", number=digits)
    if sum(map(str.isdigit, digits)) > MAX_DIGITS:
        raise node.report("number.too-large", limit=MAX_DIGITS, digits=sum(map(str.isdigit, digits)))
    return int(digits) if is_integer else float(digits)


def boolean(node: Node, _: Any = None) -> bool:
    """Read true or false."""
    written = scalar(node, "boolean")
    value = _TRUTHS.get(written.text) if written.plain else None
    if value is None:
        raise wrong_type(node, "boolean", hints=(Phrase("hint.true-or-false"),))
    return value


def day(node: Node, _: Any = None) -> date:
    """Read a day such as 2026-01-31."""
    written = scalar(node, "date").text
    try:
        if _DATE.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise node.report("schema.date", text=written)


def language(node: Node, _: Any = None) -> str:
    """Read a language tag."""
    return tag(scalar(node, "text"))


def languages(node: Node, _: Any = None) -> tuple[str, ...]:
    """Read a list of language tags."""
    return tuple(dict.fromkeys(each(items(node), language)))


@attrs.frozen
class OneOf:
    """Reads one of a few words."""

    allowed: tuple[str, ...]

    def __call__(self, node: Node, _: Any = None) -> str:
        """Read a word."""
        written = scalar(node, "text").text
        if written not in self.allowed:
            hints = node.document.similar(written, self.allowed)
            raise node.report("schema.value", text=written, allowed=self.allowed, hints=hints)
        return written


def one_of(*allowed: str) -> OneOf:
    """Make a reader of one of a few words."""
    return OneOf(allowed)
