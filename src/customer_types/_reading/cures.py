"""A cure is what somebody probably meant who wrote a value or a key that can't be taken here."""

import re
from collections.abc import Container

from customer_types._messages import Phrase, Plain
from customer_types._reading.nodes import Node, Scalar, Sequence

_SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CURLY_QUOTES = re.compile("[\u2018-\u201f].*[\u2018-\u201f]", re.DOTALL)
_COMPARISON = re.compile(r"(?:[<>]=?|[≥≤])\s*-?\d")
_RANGE = re.compile(r"\d+\s*(?:-|–|\.\.\.?|…|to|à)\s*\d+")
_GROUPS = re.compile(r"\d{1,3}(?:[ ,'’\u00a0\u202f]\d{3})+")
_OTHERWISE = frozenset({"else", "otherwise", "default", "sinon", "autrement", "always", "toujours"})

#: Tests of other languages, which are written in another way here.
_TESTS = {
    **dict.fromkeys(("in", "one_of", "values"), "hint.write-list"),
    **dict.fromkeys(("between", "range"), "hint.range"),
    **dict.fromkeys(("ne", "neq", "not", "!=", "<>", "not_in"), "hint.write-not"),
    **dict.fromkeys(("eq", "equals", "is", "=", "=="), "hint.write-value"),
}


def of_number(text: str) -> tuple[Phrase, ...]:
    """Say what to write in place of a text that was meant as a number, or as a test of one."""
    if _CURLY_QUOTES.fullmatch(text):
        return (Phrase("hint.no-quotes" if text[1:-1].isdigit() else "hint.curly-quotes"),)
    if _RANGE.fullmatch(text):
        return (Phrase("hint.range"),)
    if _GROUPS.fullmatch(text):
        return (Phrase("hint.thousands-separator"),)
    if _COMPARISON.match(text):
        return (Phrase("hint.compare"),)
    return of_space(text)


def of_space(text: str) -> tuple[Phrase, ...]:
    """Name a no-break space, or another special one, that nobody sees."""
    found = _SPECIAL_SPACE.search(text)
    return (
        ()
        if found is None
        else (Phrase("hint.special-space", {"character": Plain(f"U+{ord(found[0]):04X}")}),)
    )


def of_criterion(node: Node) -> tuple[Phrase, ...]:
    """Say what to write in place of a criterion that is no mapping."""
    if isinstance(node, Sequence):
        return (Phrase("hint.all-or-any"),)
    if isinstance(node, Scalar) and node.text.casefold() in _OTHERWISE:
        return (Phrase("hint.always"),)
    return (Phrase("hint.write-criterion"),)


def of_test(word: str, known: Container[str]) -> tuple[Phrase, ...]:
    """Say how a test of another language is written here, where tests are what is known."""
    hint = _TESTS.get(word.casefold()) if "min" in known else None
    return () if hint is None else (Phrase(hint),)
