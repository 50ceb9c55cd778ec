"""Structure is the making of the model's objects of mapping nodes: cattrs builds, tables name the keys.

A table says, key by key, the attribute that the key fills and the reader of its value. A reader that
finds a fault notes it in the document, with its place, and refuses; cattrs goes on with the other
keys, so that one pass over a file finds all its faults.
"""

from typing import Any, TypeVar

import attrs
from cattrs import BaseValidationError, Converter, override
from cattrs.gen import make_dict_structure_fn

from customer_types._messages import Phrase
from customer_types._messages.suggestions import closest
from customer_types._model.taxonomies import Taxonomy
from customer_types._reading.contexts import context_of
from customer_types._reading.documents import MAX_SUGGESTIONS
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar
from customer_types._reading.scalars import Hook, each, items, mapping
from customer_types._reading.unknown import known

Model = TypeVar("Model")
Table = dict[str, tuple[str, Hook]]

_converter = Converter(detailed_validation=True)


def structure(node: Node, cls: type[Model]) -> Model:
    """Make an object of a class that has a table of its keys."""
    try:
        return _converter.structure(node, cls)
    except BaseValidationError as error:
        _only_refusals(error)
        raise Refused from None


def _only_refusals(error: BaseException) -> None:
    """Let through what is no refusal: it is a fault of this library, not of the file."""
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            _only_refusals(part)
    elif not isinstance(error, (Refused, _MissingKeyError)):
        raise error


class _MissingKeyError(KeyError):
    """A required key is not there; that is reported already."""


@attrs.frozen
class ListOf:
    """Reads a list of a class, whose items differ in what a key says."""

    cls: type[Any]
    id_of: str | None = None

    def __call__(self, node: Node, _: Any = None) -> tuple[Any, ...]:
        """Read a list."""
        listed = items(node)
        try:
            if self.id_of is not None:
                distinct(listed, self.id_of)
        finally:  # what is in the items is read in any case, for its faults
            found = each(listed, lambda item, _: structure(item, self.cls))
        return tuple(found)


def list_of(cls: type[Any], *, id_of: str | None = None) -> ListOf:
    """Make a reader of a list of a class, whose items differ in what a key says."""
    return ListOf(cls, id_of)


def distinct(listed: list[Node], key: str) -> None:
    """Report ids that stand twice, or that differ in nothing but `-` and `_`."""
    first: dict[str, Scalar] = {}
    refused = False
    for member in listed:
        written = member.entries.get(key) if isinstance(member, Mapping) else None
        if not isinstance(written, Scalar):
            continue
        other = first.setdefault(written.text.replace("-", "_"), written)
        if other is not written:
            place = Phrase("place", {"line": other.line, "column": other.column})
            written.report("taxonomy.duplicate-id", id=written.text, other=other.text, first=place)
            refused = True
    if refused:
        raise Refused


class _Entries:
    """A mapping node as cattrs wants one, with what the context of the file adds to it."""

    __slots__ = ("added", "node")

    def __init__(self, node: Mapping, added: dict[str, Any]) -> None:
        self.node = node
        self.added = added

    def __contains__(self, key: str) -> bool:
        return key in self.node.entries or key in self.added

    def __getitem__(self, key: str) -> Any:
        value = self.added.get(key)
        if value is None:
            value = self.node.entries.get(key)
            if value is None:
                raise _MissingKeyError(key)
        return value


def _as_is(value: Any, _: Any) -> Any:
    return value


def required_keys(cls: type[Any], table: Table) -> tuple[str, ...]:
    """List the keys of a table without which there is no object of the class."""
    fields = attrs.fields_dict(cls)
    return tuple(key for key, (attribute, _) in table.items() if fields[attribute].default is attrs.NOTHING)


def enroll(cls: type[Any], table: Table, apart: frozenset[str] = frozenset()) -> None:
    """Let objects of a class be made by a table of its keys; those `apart` are taken and read elsewhere."""
    fields = attrs.fields_dict(cls)
    overrides: dict[str, Any] = {
        attribute: override(rename=key, struct_hook=hook) for key, (attribute, hook) in table.items()
    }
    own = ("location", "taxonomy", "own_vocabulary", "own_sources", "scope")
    overrides |= {name: override(rename=f"@{name}", struct_hook=_as_is) for name in own if name in fields}
    build = make_dict_structure_fn(
        cls, _converter, _cattrs_use_linecache=False, _cattrs_detailed_validation=True, **overrides
    )
    takes = frozenset(table) | apart
    required = required_keys(cls, table)
    has_taxonomy = "taxonomy" in fields

    def hook(node: Node, _: Any) -> Any:
        entry = mapping(node)
        if not takes.issuperset(entry.entries):
            known(entry, takes)
        for key in required:
            if key not in entry.entries:
                _missing(entry, key, takes)
        added: dict[str, Any] = {"@location": node.location}
        if has_taxonomy:
            added["@taxonomy"] = context_of(node).taxonomy or "?"
        if cls is Taxonomy:
            context = context_of(node)
            added |= {"@own_vocabulary": context.vocabulary, "@own_sources": context.sources}
            if context.scope is not None:
                added["@scope"] = context.scope
        return build(_Entries(entry, added), cls)  # type: ignore[arg-type]  # all that it asks of a mapping

    _converter.register_structure_hook(cls, hook)


def _missing(entry: Mapping, key: str, takes: frozenset[str]) -> None:
    """Report a key that has to be there, unless a misspelt one stands in its place."""
    unknown = [written for written in entry.entries if written not in takes]
    if not closest(key, unknown[:MAX_SUGGESTIONS]):
        entry.report("schema.missing-key", key=key)
