"""A naming is a label in one language, which a layer adds to or replaces.

One that gives no form of its own adds its synonyms and terms to avoid to those that are inherited; one that
gives a form takes the place of all that there was, and what is lost by that is told.
"""

from collections.abc import Iterator
from typing import Any

from customer_types._messages import Listed, Phrase
from customer_types._model.labels import FORMS
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence

_ROLES = ("also", "avoid")


def inherit(key: Scalar, naming: Node, before: Node) -> None:
    """Lay a label in a language, with the key that it has, over what there was before."""
    if isinstance(naming, Mapping) and only_adds(naming):
        _add_to(naming, before)
    else:
        _tell_losses(key, naming, before)


def added(naming: Node) -> Iterator[tuple[str, str, Node]]:
    """List what a label adds to a language: in which role, by which text, and the node."""
    for role in _ROLES:
        yield from ((role, next(_texts(item), ""), item) for item in _items(naming, role))


def only_adds(naming: Node) -> bool:
    """Tell whether a label in a language has synonyms or terms to avoid, and no form."""
    return isinstance(naming, Mapping) and not {*FORMS, "gender"} & naming.entries.keys()


def _add_to(naming: Mapping, before: Node) -> None:
    """Let a label keep what there was, but for terms that it lists itself, in whichever role."""
    entries: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    if isinstance(before, Scalar):
        entries, keys = {"one": before}, {"one": before}
    elif isinstance(before, Mapping):
        entries, keys = {**before.entries}, {**before.keys}
    said = {text for role in _ROLES for item in _items(naming, role) for text in _texts(item)}
    for role in _ROLES:
        kept = [item for item in _items(before, role) if not said.intersection(_texts(item))]
        own = naming.entries.get(role)
        if isinstance(own, Sequence):
            own.items = [*kept, *own.items]
        elif own is None and isinstance(listed := entries.get(role), Sequence):
            listed.items = kept
            if not kept:
                del entries[role], keys[role]
    naming.entries = {**entries, **naming.entries}
    naming.keys = {**keys, **naming.keys}


def _tell_losses(key: Scalar, naming: Node, before: Node) -> None:
    """Warn of forms, synonyms and terms to avoid that a label in a language had, and has no more."""
    own = naming.entries.keys() if isinstance(naming, Mapping) else {"one"}
    had = before.entries.keys() if isinstance(before, Mapping) else {"one"}
    forms = [form for form in FORMS if form in had and form not in own]
    if "gender" in own:  # that says why there is no feminine
        forms = [form for form in forms if not form.endswith("_feminine")]
    said = {*_said(naming)}
    lost: dict[str, list[Any]] = {"forms": forms} | {
        role: [item for item in _items(before, role) if not said.intersection(_texts(item))]
        for role in _ROLES
    }
    phrases = [Phrase(f"lost.{kind}", {"count": len(them)}) for kind, them in lost.items() if them]
    if phrases:
        hints = (Phrase("hint.add-names"),)
        told = {"language": key.text, "lost": Listed(tuple(phrases), "and")}
        naming.report("label.loses", at=key, severity="warning", hints=hints, **told)


def _items(naming: Node, role: str) -> list[Node]:
    listed = naming.entries.get(role) if isinstance(naming, Mapping) else None
    return listed.items if isinstance(listed, Sequence) else []


def _said(naming: Node) -> Iterator[str]:
    """List all that a label in a language says: its forms, synonyms and terms to avoid."""
    yield from _texts(naming)
    for role in _ROLES:
        for item in _items(naming, role):
            yield from _texts(item)


def _texts(name: Node) -> Iterator[str]:
    """List the forms of a name."""
    if isinstance(name, Scalar):
        yield name.text
    elif isinstance(name, Mapping):
        for form in FORMS:
            text = name.entries.get(form)
            if isinstance(text, Scalar):
                yield text.text
