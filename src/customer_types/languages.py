"""A language is a BCP 47 tag such as `en`, `fr` or `fr-CA`, with its way to count and to write numbers.

A text is looked up as RFC 4647 (section 3.4) has it: `fr-CA` first, then `fr`, and never another
language. Plural categories are CLDR's (release 46, cardinal numbers); a language without a rule
here has the one category `other`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from numbers import Integral
from typing import Any

from customer_types.errors import LanguageTagError

_TAG = re.compile(
    r"""
    (?P<language>[a-z]{2,3} (?: - [a-z]{3}){0,3})
    (?: - (?P<script>[a-z]{4}))?
    (?: - (?P<region>[a-z]{2} | [0-9]{3}))?
    (?P<variants>(?: - (?: [a-z0-9]{5,8} | [0-9][a-z0-9]{3}))*)
    (?P<extensions>(?: - [a-wy-z0-9] (?: - [a-z0-9]{2,8})+)*)
    (?P<private>(?: - x (?: - [a-z0-9]{1,8})+)?)
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=512)
def canonical(tag: str) -> str:
    """Write a language tag in BCP 47's recommended case.

    >>> canonical("FR_ca")
    'fr-CA'

    Raises `LanguageTagError` for what is no tag.
    """
    match = _TAG.fullmatch(tag.replace("_", "-").lower())
    if match is None:
        raise LanguageTagError(tag)
    parts = [match["language"]]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts) + match["variants"] + match["extensions"] + match["private"]


@lru_cache(maxsize=512)
def is_tag(tag: str) -> bool:
    """Tell whether a text is a well-formed language tag.

    >>> is_tag("fr-CA"), is_tag("en:Active customer")
    (True, False)
    """
    return _TAG.fullmatch(tag.replace("_", "-").lower()) is not None


def lookup(tag: str) -> Iterator[str]:
    """Give the tags to try for a language, most precise first.

    >>> list(lookup("zh_hant-TW"))
    ['zh-Hant-TW', 'zh-Hant', 'zh']
    """
    subtags = canonical(tag).split("-")
    while subtags:
        yield "-".join(subtags)
        subtags.pop()
        while subtags and len(subtags[-1]) == 1:
            subtags.pop()


def covers(language: str, tag: str) -> bool:
    """Tell whether what is tagged `tag` is said in `language` or in one of its varieties.

    >>> covers("fr", "fr-CA"), covers("fr-CA", "fr")
    (True, False)
    """
    return tag == language or tag.startswith(language + "-")


def _one_is_1(count: float) -> str:
    return "one" if count == 1 and isinstance(count, int) else "other"


def _one_is_1_or_1_0(count: float) -> str:
    return "one" if count == 1 else "other"


def _one_is_0_or_1(count: float) -> str:
    return "one" if int(count) in (0, 1) else "other"


def _danish(count: float) -> str:
    return "one" if count == 1 or (count != int(count) and count < 2) else "other"


def _millions(rule: Callable[[float], str]) -> Callable[[float], str]:
    def category(count: float) -> str:
        if isinstance(count, int) and count != 0 and count % 1_000_000 == 0:
            return "many"
        return rule(count)

    return category


def _polish(count: float) -> str:
    if not isinstance(count, int):
        return "other"
    if count == 1:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _east_slavic(count: float) -> str:
    if not isinstance(count, int):
        return "other"
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _czech(count: float) -> str:
    if not isinstance(count, int):
        return "many"
    if count == 1:
        return "one"
    return "few" if count in (2, 3, 4) else "other"


def _arabic(count: float) -> str:
    if count != int(count):
        return "other"
    if count in (0, 1, 2):
        return ("zero", "one", "two")[int(count)]
    if 3 <= count % 100 <= 10:
        return "few"
    return "many" if count % 100 >= 11 else "other"


_PLURALS: dict[str, Callable[[float], str]] = {
    **dict.fromkeys(("en", "de", "nl", "sv", "et", "fi"), _one_is_1),
    "da": _danish,
    **dict.fromkeys(("nb", "nn", "no", "el", "hu", "tr", "bg"), _one_is_1_or_1_0),
    **dict.fromkeys(("it", "ca"), _millions(_one_is_1)),
    "es": _millions(_one_is_1_or_1_0),
    **dict.fromkeys(("fr", "pt"), _millions(_one_is_0_or_1)),
    "pt-PT": _millions(_one_is_1),
    "pl": _polish,
    **dict.fromkeys(("ru", "uk"), _east_slavic),
    **dict.fromkeys(("cs", "sk"), _czech),
    "ar": _arabic,
}


def plural_category(language: str, count: float) -> str:
    """Name the CLDR plural category that a language uses for a number.

    >>> plural_category("fr", 0), plural_category("en", 0), plural_category("fr", 1.5)
    ('one', 'other', 'one')
    """
    rule = _PLURALS.get(language) or _PLURALS.get(language.partition("-")[0])
    if rule is None or not isfinite(count):
        return "other"
    number: Any = abs(count)  # as CLDR's rules have it
    if type(number) is not int and isinstance(number, Integral):  # numpy has whole numbers of its own
        number = int(number)
    return rule(number)


def write_number(number: float, language: str, *, decimals: int | None = None) -> str:
    """Write a number as a reader of the language expects it.

    >>> write_number(1234.5, "en"), write_number(0.5, "fr"), write_number(2, "fr", decimals=1)
    ('1,234.5', '0,5', '2,0')

    French groups digits by a no-break space: narrow in France (U+202F), plain in Canada (U+00A0).
    """
    if decimals is not None:
        text = f"{number:,.{decimals}f}"
    elif isinstance(number, int) or number.is_integer():
        text = f"{int(number):,}"
    else:
        text = f"{Decimal(repr(number)):,f}"
    if not language.startswith("fr"):
        return text
    space = "\u00a0" if language == "fr-CA" else "\u202f"
    return text.replace(",", space).replace(".", ",")


_FRENCH_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def write_date(day: date, language: str) -> str:
    r"""Write a date as a reader of the language expects it; other than in French, as ISO 8601 has it.

    >>> write_date(date(1998, 6, 1), "fr"), write_date(date(1998, 6, 1), "en")
    ('1er\xa0juin 1998', '1998-06-01')
    """
    if not language.startswith("fr"):
        return day.isoformat()
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{_FRENCH_MONTHS[day.month - 1]} {day.year}"
