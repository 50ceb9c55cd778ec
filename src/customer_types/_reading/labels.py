"""Labels and texts as files have them: one entry a language, plain or with forms."""

from collections.abc import Callable
from typing import Any, TypeVar

from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence
from customer_types._reading.scalars import (
    MAX_LABEL,
    MAX_TEXT,
    each,
    items,
    mapping,
    one_of,
    prose,
    wrong_type,
)
from customer_types.frozen import FrozenMap
from customer_types.labels import FORMS, Avoided, Label, Name, Naming, Texts
from customer_types.languages import canonical, is_tag, lookup
from customer_types.messages import Phrase

Result = TypeVar("Result")

_form = prose(MAX_LABEL, empty="label.empty")
_text = prose(MAX_TEXT, empty="text.empty")
#: Reads the gender of a name.
gender = one_of("epicene", "masculine", "feminine")
_NAMING_KEYS = (*FORMS, "gender", "also", "avoid")


def label(node: Node, declared: tuple[str, ...]) -> Label:
    """Read a label; each declared language must have a name."""
    read, refused = by_language(node, _naming)
    named = {tag for tag, naming in read.items() if naming is None or naming.name is not None}
    if _incomplete(node, named, declared, "label.missing-language") or refused:
        raise Refused
    return Label(by_language=FrozenMap((tag, naming) for tag, naming in read.items() if naming is not None))


def texts(node: Node, declared: tuple[str, ...]) -> Texts:
    """Read a text; each declared language must have one."""
    read, refused = by_language(node, _text)
    if _incomplete(node, set(read), declared, "text.missing-language") or refused:
        raise Refused
    return Texts(by_language=FrozenMap((tag, text) for tag, text in read.items() if text is not None))


def _incomplete(node: Node, found: set[str], declared: tuple[str, ...], code: str) -> bool:
    missing = [
        language
        for language in declared
        if language not in found and not found.intersection(lookup(language))
    ]
    for language in missing:
        node.report(code, language=language)
    return bool(missing)


def by_language(
    node: Node, read: Callable[[Node, Node | None], Result]
) -> tuple[dict[str, Result | None], bool]:
    """Read the entries of languages, `None` for one with a fault; and tell whether there was one."""
    if isinstance(node, Scalar):
        raise wrong_type(node, "by-language", hints=(Phrase("hint.by-language"),))
    entries = mapping(node)
    results: dict[str, Result | None] = {}
    refused = False
    for written, value in entries.entries.items():
        key = entries.keys[written]
        if written in _NAMING_KEYS or not is_tag(written):
            hint = "hint.space-after-colon" if ":" in written else "hint.languages-first"
            node.report("schema.unknown-key", at=key, key=written, hints=(Phrase(hint),))
            refused = True
            continue
        tag = canonical(written)
        if tag in results:
            node.report("language.duplicate", at=key, tag=tag)
            refused = True
            continue
        try:
            results[tag] = read(value, key)
        except Refused:
            results[tag] = None
            refused = True
    return results, refused


def _naming(node: Node, key: Node | None) -> Naming:
    if isinstance(node, Scalar):
        return Naming(name=Name(forms=FrozenMap({"one": _form(node, key)})))
    entry = mapping(node)
    known(entry, _NAMING_KEYS)
    also: list[Name] = []
    avoid: list[Avoided] = []
    try:
        if "also" in entry.entries:
            also = each(items(entry.entries["also"]), lambda item, _: _name(item))
    finally:  # all three are read in any case, for their faults
        try:
            if "avoid" in entry.entries:
                avoid = each(items(entry.entries["avoid"]), lambda item, _: _avoided(item))
        finally:
            name = _forms(entry)
    if name is None and not also and not avoid:
        raise node.report("label.empty", at=key)
    _apart(entry)
    return Naming(name=name, also=tuple(also), avoid=tuple(avoid))


def _apart(entry: Mapping) -> None:
    """Report a text that stands under two of the label itself, `also` and `avoid` (SKOS, S13)."""
    first: dict[str, str] = {}
    for kind, place in (
        ("label", entry),
        ("also", entry.entries.get("also")),
        ("avoid", entry.entries.get("avoid")),
    ):
        for item in place.items if isinstance(place, Sequence) else [place]:
            forms = item.entries if isinstance(item, Mapping) else {"one": item}
            for form, written in forms.items():
                if form in FORMS and isinstance(written, Scalar):
                    other = first.setdefault(written.text, kind)
                    if other != kind:
                        raise written.report("label.twice", text=written.text, one=other, other=kind)


def _forms(entry: Mapping) -> Name | None:
    written = [key for key in entry.entries if key in FORMS]
    forms = dict(each(written, lambda form, _: (form, _form(entry.entries[form], entry.keys[form]))))
    noun: Any = gender(entry.entries["gender"]) if "gender" in entry.entries else None
    return Name(forms=FrozenMap(forms), gender=noun) if forms else None


def _name(node: Node, more: tuple[str, ...] = ()) -> Name:
    if isinstance(node, Scalar):
        return Name(forms=FrozenMap({"one": _form(node, None)}))
    entry = mapping(node)
    known(entry, (*FORMS, "gender", *more))
    name = _forms(entry)
    if name is None:
        raise node.report("label.empty")
    return name


def _avoided(node: Node) -> Avoided:
    name = _name(node, ("reason",))
    reason = node.entries.get("reason") if isinstance(node, Mapping) else None
    return Avoided(name=name, reason=texts(reason, ()) if reason is not None else None)


def known(entry: Mapping, keys: tuple[str, ...] | frozenset[str]) -> None:
    """Report the keys of a mapping that nobody knows; they are passed over."""
    previous: Node | None = None
    for written, key in entry.keys.items():
        if written not in keys:
            entry.report("schema.unknown-key", at=key, key=written, hints=_hints(key, keys, previous))
        previous = entry.entries.get(written)


def _hints(key: Scalar, keys: Any, previous: Node | None) -> tuple[Phrase, ...]:
    written = key.text
    if ":" in written:
        return (Phrase("hint.space-after-colon"),)
    if written.isdigit() and isinstance(previous, Scalar) and previous.text.isdigit():
        return (Phrase("hint.thousands-separator"),)
    if written.endswith(("\u00a0", "\u202f")):
        return (Phrase("hint.no-break-space"),)
    return key.document.similar(written, keys)
