"""A layer is a file laid over another one: what it does not say, it inherits.

Layers are laid node by node, before anything is read of them. So one reader reads a file that stands
alone and one that builds on others, and each fault is told in the file and the line that has it.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Protocol

import attrs

from customer_types._messages import Phrase, Plain
from customer_types._model.faults import LoadError
from customer_types._model.languages import canonical, is_tag
from customer_types._model.locations import Location
from customer_types._reading.documents import MAX_DEPTH, Document, in_order
from customer_types._reading.namings import added, inherit, only_adds
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence, ids, members, scalars
from customer_types._reading.removals import ANSWERS, forget, forget_precedence, take, take_out
from customer_types._reading.scalars import boolean, each, identifier, items, mapping, scalar
from customer_types._reading.yaml import parse

#: Keys whose values are by language: a layer replaces the languages that it has.
_BY_LANGUAGE = frozenset(
    {"label", "definition", "text", "note", "without_criteria", "title", "translations", "because"}
)
#: Keys whose values are lists of things with ids, and what a new one must say.
_LISTED = {
    "categories": "label",
    "thresholds": "label",
    "actions": "text",
    "notes": "text",
    "examples": "text",
    "facts": "label",
    "units": "label",
    "sources": "title",
}
#: Keys of which a rule has one; without any, it adds to the rule of its id.
_KINDS = frozenset({"disjoint", "exhaustive", "implies", "overlaps"})
#: Keys of an example that change nothing of what it asserts.
_WORDS = frozenset({"id", "text", "because", "source"})
#: Keys of a taxonomy that another one does not start with.
_OWN = frozenset({"id", "version", "deprecated", "valid_from"})
#: Keys of which a layer takes one instead of the other.
_INSTEAD = {
    "when": "without_criteria",
    "without_criteria": "when",
    "values": "values_of",
    "values_of": "values",
}


class Shelf(Protocol):
    """Where the files are that others build on."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the taxonomies."""

    def stack(self, taxonomy: str, /, above: tuple[str, ...]) -> "Stack":
        """Give the files of a taxonomy, anew each time; those `above` build on it."""


@attrs.frozen(eq=False)
class Stack:
    """Files laid over one another, the topmost first, and the mapping that they are together."""

    root: Mapping
    documents: tuple[Document, ...]
    removed: dict[str, Location] = attrs.field(factory=dict)  # ids, and where they are removed

    def refuse(self) -> LoadError:
        """Make the error that reports what is wrong in any of the files."""
        return LoadError(in_order([fault for document in self.documents for fault in document.faults]))


def stacked(document: Document, shelf: Shelf | None, above: tuple[str, ...] = ()) -> Stack:
    """Put a file on top of those that it builds on.

    Raises `LoadError` for what is no YAML, and where a file builds on none, or on itself.
    """
    root = parse(document)
    try:
        entry = mapping(root)
        keys = [key for key in ("extends", "overlay") if key in entry.entries]
        if not keys or shelf is None:
            return Stack(entry, (document,))
        key = keys[0]
        written = [_taxonomy_id(entry.entries[one]) for one in keys]
        if len(keys) == 2 or (key == "overlay" and "id" in entry.entries):
            other = "id" if len(keys) == 1 else "extends"
            raise entry.report("schema.conflict", at=entry.keys["overlay"], one=other, other="overlay")
        own = entry.entries.get("id")
        if not above and isinstance(own, Scalar) and own.text not in shelf.ids:
            above = (own.text,)
        base = _base(entry.entries[key], written[0], shelf, above)
    except Refused:
        raise document.refuse() from None
    return laid(entry, base, apart=_OWN if key == "extends" else frozenset())


def _taxonomy_id(node: Node) -> str:
    written = scalar(node, "text").text
    try:
        faults = len(node.document.faults)
        identifier(node, None)
    except Refused:
        del node.document.faults[faults:]
        raise node.report("extends.form", text=written, hints=(Phrase("hint.id-not-path"),)) from None
    return written


def _base(node: Node, written: str, shelf: Shelf, above: tuple[str, ...]) -> Stack:
    """Find the files that a file builds on."""
    if written in above:
        circle = " → ".join([*above[above.index(written) :], written])
        hint = Phrase("hint.extends-itself" if written == above[-1] else "hint.break-circle")
        raise node.report("extends.cycle", circle=Plain(circle), hints=(hint,))
    if len(above) == MAX_DEPTH:
        raise node.report("extends.too-deep", limit=MAX_DEPTH)
    if written not in shelf.ids:
        raise node.report(
            "extends.unknown", taxonomy=written, hints=node.document.similar(written, shelf.ids)
        )
    return shelf.stack(written, above)


def laid(entry: Mapping, base: Stack, *, apart: frozenset[str] = frozenset()) -> Stack:
    """Lay a file over others; both are used up. What it inherits is all but the keys `apart`.

    Faults are noted in the file.
    """
    for document in (entry.document, *base.documents):
        assert isinstance(document.root, Node)
        _ = document.root.inside  # places are told as they were written
    for key in ("extends", "overlay"):
        take(entry, key)
    removed = {one.text: one.location for one in _gone(entry)}
    categories = _lay(entry, base.root, apart)
    forget_precedence(entry, categories)
    if categories:
        forget(entry, categories)
    return Stack(entry, (entry.document, *base.documents), base.removed | removed)


def _lay(
    layer: Mapping, base: Mapping, apart: frozenset[str] = frozenset(), *, has_lists: bool = True
) -> frozenset[str]:
    """Let a mapping inherit what it does not say; give the ids of the categories that it removes.

    From what has no lists, nothing can be removed.
    """
    removed = _removed(layer, base) if has_lists else {}
    own, keys = dict(layer.entries), {**base.keys, **layer.keys}
    inherited = {
        key: node
        for key, node in base.entries.items()
        if key not in apart and not (_INSTEAD.get(key) in own and key not in own)
    }
    layer.entries.clear()
    layer.keys.clear()
    for key in {**inherited, **own}:
        given, below = own.get(key), inherited.get(key)
        node = below if given is None else given
        assert node is not None
        if has_lists and (key in _LISTED or key == "rules"):
            node = _list(key, given, below, removed.get(key, frozenset()))
        elif key in _BY_LANGUAGE and isinstance(given, Mapping) and isinstance(below, Mapping):
            if key == "label":
                _add_names(given, below)
            _add_languages(given, below)
        layer.entries[key], layer.keys[key] = node, keys[key]
    return removed.get("categories", frozenset())


def _gone(layer: Mapping) -> list[Scalar]:
    """List what a layer removes, for a look at it before it is read; nothing is reported."""
    node = layer.entries.get("remove")
    return [one for one in node.items if isinstance(one, Scalar)] if isinstance(node, Sequence) else []


def _removed(layer: Mapping, base: Mapping) -> dict[str, frozenset[str]]:
    """Read what a layer removes: ids by the key of their list; an id of several lists is of the first."""
    node = take(layer, "remove")
    if node is None:
        return {}
    lists = {key: [*ids(base.entries.get(key))] for key in (*_LISTED, "rules")}
    found: dict[str, list[str]] = {}

    def read(item: Node, _: object) -> None:
        id = scalar(item, "text").text
        key = next((key for key, there in lists.items() if id in there), None)
        if key is None:
            raise _unknown(item, id, [one for there in lists.values() for one in there])
        found.setdefault(key, []).append(id)

    with suppress(Refused):  # that is reported, and the rest is read for its faults
        each(items(node), read)
    return {key: frozenset(them) for key, them in found.items()}


def _unknown(node: Node, id: str, there: Iterable[str]) -> Refused:
    return node.report("extends.unknown-id", id=id, hints=node.document.similar(id, there))


def _add_languages(given: Mapping, below: Mapping) -> None:
    """Add the languages that a label or a text does not have, before its own."""
    named = {_canonical(tag) for tag in given.entries}
    kept = {tag: node for tag, node in below.entries.items() if _canonical(tag) not in named}
    given.keys = {tag: below.keys[tag] for tag in kept} | given.keys
    given.entries = kept | given.entries


def _add_names(given: Mapping, below: Mapping) -> None:
    """Lay a label over another one, language by language."""
    inherited = {_canonical(tag): node for tag, node in below.entries.items()}
    for tag, naming in given.entries.items():
        before = inherited.get(_canonical(tag))
        if before is not None:
            inherit(given.keys[tag], naming, before)


def _canonical(tag: str) -> str:
    """Give a tag as all write it; what is none is reported where it is read."""
    return canonical(tag) if is_tag(tag) else tag


def _list(key: str, given: Node | None, below: Node | None, removed: frozenset[str]) -> Node:
    """Lay a list over another one: known ids are patched or, of whole rules, replaced, others are added."""
    listed = (
        [] if not isinstance(below, Sequence) else [one for one in below.items if _id(one) not in removed]
    )
    if isinstance(below, Sequence) and not isinstance(given, Sequence):
        if given is not None:
            with suppress(Refused):
                items(given)  # that is no list is reported once, and not by all that is missed then
        below.items = listed
        return below
    if not isinstance(given, Sequence):  # that is reported when it is read
        node = below if given is None else given
        assert node is not None
        return node
    there = {id: one for one in listed if (id := _id(one)) is not None}
    for item in given.items:
        if not isinstance(item, Mapping):
            listed.append(item)
            continue
        known = there.pop(_id(item) or "", None)
        position = len(listed) if known is None else listed.index(known)
        del listed[position : position + 1]
        made: Node = item
        try:
            made = _patch(key, item, known, there)
            if key == "categories":
                position = _position(item, listed, position)
        except Refused:  # that is reported; what is not there is left out
            if known is None:
                continue
        listed.insert(position, made)
    given.items = listed
    return given


def _patch(key: str, item: Mapping, known: Node | None, there: Iterable[str]) -> Mapping:
    """Lay an item over the one that it is about, if there is one, or find it new; give what comes of it."""
    if key == "rules":
        if isinstance(known, Mapping) and not _KINDS & item.entries.keys():
            _lay(item, known)
        return item
    replaces = take(item, "replace")
    is_replacing = replaces is not None and boolean(replaces)
    id = item.entries.get("id")
    is_new = not isinstance(known, Mapping)
    if is_new and isinstance(id, Scalar):
        if is_replacing:
            raise _unknown(id, id.text, there)
        _require_whole(key, item, id, there)
    if isinstance(known, Mapping) and not is_replacing:
        if key == "examples":
            return _retold(item, known)
        _lay(item, known, has_lists=key == "categories")
    elif is_new or is_replacing:
        _lay(item, Mapping(item.document, item.line, item.column), has_lists=key == "categories")
    return item


def _require_whole(key: str, item: Mapping, id: Scalar, there: Iterable[str]) -> None:
    """Refuse a new item that doesn't say what one needs: most are about another one, and misspell its id."""
    hints = id.document.similar(id.text, there)
    if key == "facts":
        hints = (*hints, Phrase("hint.own-fact"))
    if _LISTED[key] not in item.entries:
        raise id.report("extends.new", id=id.text, key=_LISTED[key], hints=hints)
    if key == "categories" and hints and not {"when", "without_criteria"} & item.entries.keys():
        raise id.report("extends.new", id=id.text, key="when", hints=hints)


def _retold(item: Mapping, known: Mapping) -> Mapping:
    """Lay an example over another one: an answer takes the place of an earlier one.

    Where only words are given, such as a translation, it stays the example of the file that it is from.
    """
    says_more = not _WORDS.issuperset(item.entries)
    take_out(known, ANSWERS, {one.text for key in ANSWERS for one in scalars(item.entries.get(key))})
    _lay(item, known, has_lists=False)
    if says_more:
        return item
    known.entries, known.keys = item.entries, item.keys
    return known


def _position(item: Mapping, listed: list[Node], position: int) -> int:
    """Tell where in a list an item belongs: where it was, or before or after another one."""
    found = {way: take(item, way) for way in ("before", "after") if way in item.entries}
    if len(found) == 2:
        raise item.report("schema.conflict", one="before", other="after")
    for way, node in found.items():
        assert node is not None
        wanted = scalar(node, "text").text
        places = {_id(one): place for place, one in enumerate(listed)}
        if wanted not in places:
            raise _unknown(node, wanted, filter(None, places))
        return places[wanted] + (way == "after")
    return position


def _id(node: Node) -> str | None:
    written = node.entries.get("id") if isinstance(node, Mapping) else None
    return written.text if isinstance(written, Scalar) else None


Place = tuple[str, ...]


def settings(entry: Mapping) -> Iterator[tuple[Place, Node]]:
    """List what a layer sets: each key, each language of a text, each id that it removes."""
    yield from _settings(entry, ())


def _settings(entry: Mapping, place: Place) -> Iterator[tuple[Place, Node]]:
    for key, node in entry.entries.items():
        if key == "remove":
            lists = (*_LISTED, "rules")
            yield from (((*place, listed, one.text), one) for one in _gone(entry) for listed in lists)
        elif key in _BY_LANGUAGE and isinstance(node, Mapping):
            yield from _settings_by_language(node, (*place, key))
        elif (key in _LISTED or key == "rules") and place[:1] in ((), ("categories",)):
            for one in members(node):
                id = _id(one)
                if key == "rules" and id is not None and _KINDS & one.entries.keys():
                    yield (*place, key, id), one
                elif id is not None:  # what has none is added, whatever others add
                    yield from _settings(one, (*place, key, id))
        elif key not in ("id", "extends", "overlay"):
            yield (*place, key), node


def _settings_by_language(entry: Mapping, place: Place) -> Iterator[tuple[Place, Node]]:
    for written, text in entry.entries.items():
        tag = _canonical(written)
        if place[-1] == "label" and only_adds(text):  # what is added to a language, several may add
            yield from (((*place, f"{tag}.{role}", one), item) for role, one, item in added(text))
        else:
            yield (*place, tag), text


def same(one: Node, other: Node) -> bool:
    """Tell whether two nodes say the same."""
    match one, other:
        case Scalar(), Scalar():
            return one.text == other.text
        case Mapping(), Mapping():
            return one.entries.keys() == other.entries.keys() and all(
                same(node, other.entries[key]) for key, node in one.entries.items()
            )
        case Sequence(), Sequence():
            return len(one.items) == len(other.items) and all(map(same, one.items, other.items))
        case _:
            return False
