"""A tag names a language in a file; BCP 47's registry has the subtags that it may be made of."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from customer_types._messages import Phrase
from customer_types._model.faults import Severity
from customer_types._model.languages import canonical, is_tag
from customer_types._model.plural_rules import RULES
from customer_types._reading import subtags
from customer_types._reading.nodes import Node, Scalar
from customer_types.errors import did_you_mean

_SEPARATOR = re.compile("[-_]")
_LISTS = {
    "language": subtags.LANGUAGES,
    "script": subtags.SCRIPTS,
    "region": subtags.REGIONS,
    "variant": subtags.VARIANTS,
}
#: Subtags that everybody may give a meaning of their own, kind by kind (RFC 5646, section 2.2).
_PRIVATE = {
    "language": re.compile("q[a-t][a-z]"),
    "script": re.compile("Qa(?:a[a-z]|b[a-x])"),
    "region": re.compile("AA|Q[M-Z]|X[A-Z]|ZZ"),
}


class Doubt(NamedTuple):
    """What is wrong with a language tag, as a fault tells it."""

    code: str
    severity: Severity
    hints: tuple[Phrase, ...]
    arguments: dict[str, Any]


def tag(node: Scalar, owner: Node | None = None) -> str:
    """Read a language tag, in its canonical form; what is wrong with it is a fault of `owner`."""
    told = owner or node
    if not is_tag(node.text):
        raise told.report("language.form", at=node, tag=node.text)
    doubt = doubt_of(node.text)
    if doubt is not None:
        refused = told.report(
            doubt.code, at=node, severity=doubt.severity, hints=doubt.hints, **doubt.arguments
        )
        if doubt.severity == "error":
            raise refused
    return canonical(node.text)


@lru_cache(maxsize=512)
def doubt_of(written: str) -> Doubt | None:
    """Find what is wrong with a well-formed tag.

    What can't be right is an error. What a later registry may have, and what is not written in its canonical
    form, is a warning.
    """
    found = canonical(written)
    unknown = _unknown(found)
    if unknown is not None:
        kind, subtag = unknown
        # No language of two letters will be registered any more (RFC 5646, section 2.2.1).
        severity: Severity = "error" if kind == "language" and len(subtag) == 2 else "warning"
        arguments = {"tag": written, "kind": Phrase(f"subtag.{kind}"), "subtag": subtag}
        return Doubt("language.unknown", severity, _hints(kind, subtag), arguments)
    if found.lower() == written.replace("_", "-").lower():
        return None
    hints = (Phrase("hint.two-letters"),) if _is_longer(written, found) else ()
    return Doubt("language.alias", "warning", hints, {"tag": written, "language": found})


def is_language(tag: str) -> bool:
    """Tell whether a text is a language tag that can be right.

    >>> is_language("fr-CA"), is_language("jp"), is_language("French")
    (True, False, False)
    """
    if not is_tag(tag):
        return False
    doubt = doubt_of(tag)
    return doubt is None or doubt.severity != "error"


def _hints(kind: str, subtag: str) -> tuple[Phrase, ...]:
    """Say what may be meant by an unknown subtag."""
    if kind != "language":
        return ()
    meant = subtags.MEANT.get(subtag)
    return (Phrase("hint.private-language"),) if meant is None else did_you_mean([meant])


def _is_longer(written: str, found: str) -> bool:
    """Tell whether a language has a code of three letters where it has one of two."""
    code = _SEPARATOR.split(written.lower())[0]
    return len(code) == 3 and len(found.partition("-")[0]) == 2 and not _is_registered("language", code)


def _unknown(found: str) -> tuple[str, str] | None:
    """Find the first subtag of a canonical tag that is neither registered nor for private use."""
    language, *others = found.partition("-x-")[0].split("-")
    listed = [("language", language)]
    for one in others:
        if len(one) == 1:  # what follows is no subtag of a language
            break
        kind = "script" if len(one) == 4 and one.isalpha() else "region" if len(one) < 4 else "variant"
        listed.append((kind, one))
    return next(((kind, one) for kind, one in listed if not _is_registered(kind, one)), None)


def _is_registered(kind: str, subtag: str) -> bool:
    if subtag in RULES:  # a language of most files, for which the long list is not read
        return True
    private = _PRIVATE.get(kind)
    return subtag in _registered(kind) or (private is not None and private.fullmatch(subtag) is not None)


@cache
def _registered(kind: str) -> frozenset[str]:
    return frozenset(_LISTS[kind].split())
