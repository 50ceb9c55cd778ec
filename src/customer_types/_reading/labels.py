"""Labels and texts as files have them: one entry a language, plain or with forms."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from customer_types._messages import Phrase
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import FORMS, OTHER, SAME, Avoided, Label, Name, Naming, Texts
from customer_types._model.languages import has_plural_rule, is_tag, lookup, plural_categories
from customer_types._reading import cures
from customer_types._reading.contexts import context_of
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence
from customer_types._reading.scalars import (
    MAX_LABEL,
    MAX_TEXT,
    each,
    is_key,
    items,
    mapping,
    one_of,
    prose,
    scalar,
    wrong_type,
)
from customer_types._reading.tags import tag as read_tag
from customer_types._reading.unknown import known
from customer_types.errors import did_you_mean

Result = TypeVar("Result")

_form = prose(MAX_LABEL, empty="label.empty")
_text = prose(MAX_TEXT, empty="text.empty")
#: Reads the gender of a name.
gender = one_of("epicene", "masculine", "feminine")
_ONE_FORM = (Phrase("hint.one-form"),)
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
    read, refused = by_language(node, lambda one, key, _: _text(one, key))
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
    node: Node, read: Callable[[Node, Scalar, str], Result]
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
            hints = cures.of_space(written.partition(":")[2][:1]) or (Phrase(hint),)
            node.report("schema.unknown-key", at=key, key=written, hints=hints)
            refused = True
            continue
        try:
            tag = read_tag(key, node)
        except Refused:
            refused = True
            continue
        if tag in results:
            node.report("language.duplicate", at=key, tag=tag)
            refused = True
            continue
        try:
            results[tag] = read(value, key, tag)
        except Refused:
            results[tag] = None
            refused = True
    return results, refused


def _naming(node: Node, key: Scalar, language: str) -> Naming:
    if isinstance(node, Scalar):
        return Naming(name=Name(forms=FrozenMap({"one": _form(node, key)})))
    entry = mapping(node)
    known(entry, _NAMING_KEYS)
    also: list[Name] = []
    avoid: list[Avoided] = []
    try:
        if "also" in entry.entries:
            also = each(items(entry.entries["also"]), lambda item, _: _name(item, language))
    finally:  # all three are read in any case, for their faults
        try:
            if "avoid" in entry.entries:
                avoid = each(items(entry.entries["avoid"]), lambda item, _: _avoided(item, language))
        finally:
            name = _forms(entry, language)
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


def _forms(entry: Mapping, language: str) -> Name | None:
    written = [key for key in entry.entries if key in FORMS]
    are_known = _are_known(entry, written, language)
    forms = dict(each(written, lambda form, _: (form, _form(entry.entries[form], entry.keys[form]))))
    if not are_known:
        raise Refused
    noun: Any = gender(entry.entries["gender"]) if "gender" in entry.entries else None
    return Name(forms=FrozenMap(forms), gender=noun) if forms else None


@lru_cache(maxsize=512)
def _numbers_of(language: str) -> tuple[str, ...] | None:
    """List the categories of a language, if it has a rule; `one` is always there, as what a plain text is."""
    if not has_plural_rule(language):
        return None
    return tuple(dict.fromkeys(("one", *plural_categories(language))))


def _are_known(entry: Mapping, forms: list[str], language: str) -> bool:
    """Report the forms that no number of the language has, or that nobody knows the numbers of."""
    known = _numbers_of(language)
    if known is None:
        if len({form.partition("_")[0] for form in forms}) > 1:
            at = entry.keys[forms[0]]
            entry.report(
                "language.no-plural-rule", at=at, severity="warning", language=language, hints=_ONE_FORM
            )
        return True
    wrong = [form for form in forms if form.partition("_")[0] not in known]
    for form in wrong:
        hints = entry.document.similar(form.partition("_")[0], known)
        entry.report(
            "label.form", at=entry.keys[form], form=form, language=language, forms=known, hints=hints
        )
    return not wrong


def _name(node: Node, language: str, more: tuple[str, ...] = ()) -> Name:
    if isinstance(node, Scalar):
        return Name(forms=FrozenMap({"one": _form(node, None)}))
    entry = mapping(node)
    known(entry, (*FORMS, "gender", *more))
    name = _forms(entry, language)
    if name is None:
        raise node.report("label.empty")
    return name


def _avoided(node: Node, language: str) -> Avoided:
    name = _name(node, language, ("reason", "means"))
    entries = node.entries if isinstance(node, Mapping) else {}
    reason, means = entries.get("reason"), entries.get("means")
    return Avoided(
        name=name,
        reason=None if reason is None else texts(reason, ()),
        means=SAME if means is None else _means(means),
    )


def _means(node: Node) -> str:
    """Read what is meant by a term to avoid: `same`, `other`, or the key of a category that is there.

    Where a file inherits it, and the category is gone, something is meant that has no category any more.
    """
    written = scalar(node, "text").text
    context = context_of(node)
    if written in (SAME, OTHER) or (is_key(written) and context.has_category(written)):
        return written
    if node.document is not context.documents[0]:
        return OTHER
    taxonomy, _, category = written.rpartition("/")
    if taxonomy == context.taxonomy and category in context.categories:
        hints = did_you_mean([category])
    else:
        hints = context.hints_of(node, written, (SAME, OTHER, *context.categories)) or (Phrase("hint.means"),)
    raise node.report("label.means", text=written, hints=hints)
