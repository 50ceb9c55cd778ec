"""A tag names a language in a file; BCP 47's registry has the subtags that it may be made of."""

import re
from functools import cache

from customer_types._reading import subtags
from customer_types._reading.nodes import Node, Refused, Scalar
from customer_types.errors import did_you_mean
from customer_types.faults import Severity
from customer_types.languages import canonical, is_tag
from customer_types.messages import Phrase

#: Subtags that everybody may give a meaning of their own, kind by kind (RFC 5646, section 2.2).
_PRIVATE = {
    "language": re.compile("q[a-t][a-z]"),
    "script": re.compile("Qa(?:a[a-z]|b[a-x])"),
    "region": re.compile("AA|Q[M-Z]|X[A-Z]|ZZ"),
}


def tag(node: Scalar, owner: Node | None = None) -> str:
    """Read a language tag, in its canonical form.

    A tag that can't be right is a fault, and `Refused`; one that a later registry may have, or that is
    written in another way than its canonical form, is a warning. Faults are those of `owner`.
    """
    told = owner or node
    if not is_tag(node.text):
        raise told.report("language.form", at=node, tag=node.text)
    found = canonical(node.text)
    unknown = _unknown(found)
    if unknown is not None:
        kind, subtag = unknown
        severity = severity_of(kind, subtag)
        refused = told.report(
            "language.unknown",
            at=node,
            severity=severity,
            hints=hints(kind, subtag),
            tag=node.text,
            kind=Phrase(f"subtag.{kind}"),
            subtag=subtag,
        )
        if severity == "error":
            raise refused
    elif found.lower() != node.text.replace("_", "-").lower():
        language = found.partition("-")[0]
        is_longer = len(language) == 2 and not _is_registered("language", node.text[:3].lower())
        hint = Phrase("hint.two-letters" if is_longer else "hint.write", {"text": found})
        told.report(
            "language.alias", at=node, severity="warning", hints=(hint,), tag=node.text, language=found
        )
    return found


def severity_of(kind: str, subtag: str) -> Severity:
    """Tell whether a subtag may be registered one day: no language of two letters will (RFC 5646, 2.2.1)."""
    return "error" if kind == "language" and len(subtag) == 2 else "warning"


def hints(kind: str, subtag: str) -> tuple[Phrase, ...]:
    """Say what may be meant by an unknown subtag."""
    if kind != "language":
        return ()
    meant = subtags.MEANT.get(subtag)
    return (Phrase("hint.private-language"),) if meant is None else did_you_mean([meant])


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
    private = _PRIVATE.get(kind)
    return subtag in _registry()[kind] or (private is not None and private.fullmatch(subtag) is not None)


@cache
def _registry() -> dict[str, frozenset[str]]:
    return {
        "language": frozenset(subtags.LANGUAGES.split()),
        "script": frozenset(subtags.SCRIPTS.split()),
        "region": frozenset(subtags.REGIONS.split()),
        "variant": frozenset(subtags.VARIANTS.split()),
    }
