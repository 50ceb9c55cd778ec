"""Plurals are the forms that the nouns of a language have for whole numbers, as gettext numbers them.

A file of gettext says in its header `Plural-Forms` how many forms there are, and by a formula in C which one
a number takes. Nothing is taken for granted of it: the formula is worked out, beside CLDR's rule, for numbers
that tell rules apart, and a form is of the category that its numbers have.
"""

import re
from collections.abc import Mapping
from gettext import c2py

import attrs

from customer_types._model.languages import lookup, plural_categories, plural_category
from customer_types.sheets.formulas import FORMULAS

_HEADER = re.compile(r"\s*nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([^;]+);?\s*")
#: As `msginit` and others leave it to be filled in.
_TEMPLATE = re.compile(r"\s*(?:nplurals=INTEGER;\s*plural=EXPRESSION;\s*)?")
#: Whole numbers that tell the rules of all languages apart.
_COUNTS = (
    *range(1101),
    *range(2000, 110_000, 1000),
    100_001,
    999_999,
    *range(10**6, 3 * 10**6, 10**5),
    10**6 + 1,
)
#: Languages whose nouns for people are not declined by gender, or hardly ever.
_WITHOUT_FEMININE = frozenset(
    (
        "en",
        "da",
        "sv",
        "nb",
        "nn",
        "no",
        "fi",
        "et",
        "hu",
        "tr",
        "fa",
        "ja",
        "ko",
        "zh",
        "vi",
        "th",
        "id",
        "ms",
    )
)


def numbers(language: str) -> tuple[str, ...]:
    """List the plural categories that whole numbers below a thousand have in a language.

    >>> numbers("es"), numbers("pl"), numbers("ja")
    (('one', 'other'), ('one', 'few', 'many'), ('other',))

    A noun has no form of its own for millions (`many` in Spanish) or for fractions (`other` in Polish).
    """
    return _of(language)[0]


def formula(language: str) -> str:
    """Write the header `Plural-Forms` of gettext, whose indexes are those of `numbers`.

    >>> formula("de"), formula("fr-CA")
    ('nplurals=2; plural=(n != 1);', 'nplurals=2; plural=(n > 1);')
    """
    categories, found = _of(language)
    return f"nplurals={len(categories)}; plural={found};"


def _of(language: str) -> tuple[tuple[str, ...], str]:
    return next((FORMULAS[tag] for tag in lookup(language) if tag in FORMULAS), FORMULAS["und"])


@attrs.frozen
class Numbering:
    """The plural category of each form of a file, and what it takes for 0 where that is another one."""

    categories: tuple[str, ...]
    zero: str | None = None


def numbering(header: str, language: str) -> Numbering | None:
    """Find out which form is which by a header `Plural-Forms`; `None` if the language can't be counted so.

    >>> numbering("nplurals=2; plural=(n == 1);", "en").categories
    ('other', 'one')
    >>> numbering("nplurals=2; plural=(n > 5);", "en") is None
    True

    Without a header, the forms are in the order of `numbers`. A category that has no form of its own must
    share that of `other`, which a label falls back on. Of forms that no whole number takes, there must be as
    many as there are categories of fractions.
    """
    if _TEMPLATE.fullmatch(header):
        return Numbering(numbers(language))
    places = _places(header)
    if places is None:
        return None
    place_of: dict[str, int] = {}
    for count in _COUNTS[1:]:
        category = plural_category(language, count)
        if place_of.setdefault(category, places[count]) != places[count]:
            return None
    zero = plural_category(language, 0)
    if places[0] not in place_of.values() and place_of.setdefault(zero, places[0]) != places[0]:
        return None  # a form for 0 alone, which the language does not have
    found = {place: category for category, place in place_of.items() if category != "other"}
    if "other" in place_of:
        found[place_of["other"]] = "other"
    elif len(found) < len(place_of):
        return None
    if any(found[place] not in (category, "other") for category, place in place_of.items()):
        return None
    never = [place for place in range(_count(header)) if place not in found]
    fractions = [one for one in plural_categories(language) if one not in {*place_of, zero}]
    if never and len(never) != len(fractions):
        return None
    found |= dict(zip(never, fractions, strict=False))
    is_one = places[0] == place_of.get(zero, place_of.get("other"))
    return Numbering(tuple(found[place] for place in sorted(found)), None if is_one else found[places[0]])


def _count(header: str) -> int:
    match = _HEADER.fullmatch(header)
    return 0 if match is None else int(match[1])


def _places(header: str) -> Mapping[int, int] | None:
    """Work out the formula of a header for many numbers, with the parser of Python's own gettext."""
    match = _HEADER.fullmatch(header)
    if match is None:
        return None
    try:
        place = c2py(match[2].strip())
        found = {count: place(count) for count in _COUNTS}
    except (ValueError, ArithmeticError):  # no formula, too long a one, or one that divides by 0
        return None
    return found if all(0 <= one < int(match[1]) for one in found.values()) else None


def has_feminine(language: str) -> bool:
    """Tell whether nouns for people have feminine forms in a language; where that is not known, they may.

    >>> has_feminine("es"), has_feminine("en-GB")
    (True, False)
    """
    return language.partition("-")[0] not in _WITHOUT_FEMININE
