"""A language is a BCP 47 tag such as `en`, `fr` or `fr-CA`, with its way to count and to write numbers.

A tag has one canonical form, that of Unicode's CLDR: `FR_ca` is `fr-CA`, `fra` is `fr` and `iw` is `he`. A
text is looked up as RFC 4647 (section 3.4) has it: `fr-CA` first, then `fr`, and never another language.
Plural categories are CLDR's (cardinal numbers), for every language that it has a rule for.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from math import isfinite
from numbers import Integral

from customer_types._model import language_aliases as aliases
from customer_types._model.plural_rules import CATEGORIES, RULES, Rule
from customer_types.errors import LanguageTagError

_TAG = re.compile(
    r"""
    (?P<language>[a-z]{2,3} (?: - [a-z]{3}){0,3})
    (?: - (?P<script>[a-z]{4}))?
    (?: - (?P<region>[a-z]{2} | [0-9]{3}))?
    (?P<variants>(?: - (?: [a-z0-9]{5,8} | [0-9][a-z0-9]{3}))*)
    (?P<rest>(?: - [a-wy-z0-9] (?: - [a-z0-9]{2,8})+)* (?: - x (?: - [a-z0-9]{1,8})+)?)
    """,
    re.VERBOSE,
)
#: Languages that may stand before one of theirs, `zh-yue` for `yue` (RFC 5646, section 2.2.2).
_MACROLANGUAGES = frozenset({"ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"})
#: A range of `Accept-Language` with its weight (RFC 9110); none needs more than 35 characters (RFC 5646).
_WEIGHTED = re.compile(
    r"(?P<range>[A-Za-z0-9*-]{1,64})(?:[ \t]*;[ \t]*[qQ]=(?P<weight>0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?"
)


@lru_cache(maxsize=512)
def canonical(tag: str) -> str:
    """Write a language tag in its canonical form: CLDR's, in BCP 47's recommended case.

    >>> canonical("FR_ca"), canonical("fra"), canonical("iw"), canonical("en-UK"), canonical("zh-yue-HK")
    ('fr-CA', 'fr', 'he', 'en-GB', 'yue-HK')

    Variants stay in their order, since look-up takes the last one away first; extensions stay as they are.
    Raises `LanguageTagError` for what is no tag.
    """
    match = _match(tag)
    if match is None:
        raise LanguageTagError(tag)
    language, script, region = match["language"], match["script"] or "", match["region"] or ""
    script, region, variants = script.title(), region.upper(), match["variants"].split("-")[1:]
    language, *extended = aliases.SEVERAL.get(language, language).split("-")  # such as `no-nyn`
    if extended and language in _MACROLANGUAGES:
        language, extended = extended[-1], []
    language, _, more = aliases.LANGUAGES.get(language, language).partition("-")
    script = aliases.SCRIPTS.get(script, script) or more * (len(more) == 4)
    region = _region(region, language) or more * (len(more) == 2)
    for other in (region, *variants):  # such as `sgn-BR` and `no-nynorsk`
        if f"{language}-{other}" in aliases.SEVERAL:
            language = aliases.SEVERAL[f"{language}-{other}"]
            region, variants = region.replace(other, ""), [one for one in variants if one != other]
    variants = [aliases.VARIANTS.get(one, one) for one in variants]
    region = region or "".join(one for one in variants if one.isupper())  # Åland was a variant once
    variants = [one for one in variants if not one.isupper()]
    return "-".join(filter(None, (language, *extended, script, region, *variants))) + match["rest"]


def _region(region: str, language: str) -> str:
    """Call a region as it is called today; of several that came after it, take the home of the language."""
    home = aliases.HOMES.get(language, "")
    if home in aliases.SHARED.get(region, "").split():
        return home
    return aliases.REGIONS.get(region, region)


def _match(tag: str) -> re.Match[str] | None:
    return _TAG.fullmatch(tag.replace("_", "-").lower())


@lru_cache(maxsize=512)
def is_tag(tag: str) -> bool:
    """Tell whether a text is a well-formed language tag.

    >>> is_tag("fr-CA"), is_tag("en:Active customer")
    (True, False)
    """
    return _match(tag) is not None


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


def negotiate(header: str | None, available: Iterable[str]) -> str | None:
    """Choose the language for a reader from what an HTTP header `Accept-Language` says.

    >>> negotiate("fr-CA,fr;q=0.9,en;q=0.8", ["en", "fr"])
    'fr'
    >>> negotiate("fr;q=0, *", ["fr", "en"]), negotiate("de", ["fr", "en"]), negotiate(None, ["fr", "en"])
    ('en', None, 'fr')

    The answer is one of `available`, as it is written there, or `None` if none will do. What weighs more is
    tried first, then what stands first (RFC 9110, section 12.5.4). A range is looked up as texts are, `fr-CA`
    before `fr` (RFC 4647, section 3.4), unless the header weighs the latter itself; if that finds
    nothing, it takes the first of its varieties, `fr-FR` for `fr`. `*` is any language that the header does
    not name. What weighs 0 is never the answer, and what is malformed is passed over. A header that says
    nothing leaves the choice to the order of `available`. Raises `LanguageTagError` for what is no tag there.
    """
    tags: dict[str, str] = {}
    for one in available:
        tags.setdefault(canonical(one), one)
    weights = _weights(header or "") or {"*": 1.0}
    open_to = [tag for tag in tags if weights.get(_most_precise(tag, weights), 1) > 0]
    for wanted in sorted((one for one in weights if weights[one] > 0), key=lambda one: -weights[one]):
        found = next((tag for tag in _wanted(wanted, weights, open_to) if tag in open_to), None)
        if found is not None:
            return tags[found]
    return None


def _wanted(wanted: str, weights: dict[str, float], open_to: list[str]) -> Iterator[str]:
    """List what a range of a header asks for: itself, what it is a variety of, and its own varieties."""
    if wanted == "*":
        yield from (tag for tag in open_to if _most_precise(tag, weights) == "*")
        return
    yield from takewhile(lambda tag: tag == wanted or tag not in weights, lookup(wanted))
    yield from (tag for tag in open_to if covers(wanted, tag))


def _most_precise(tag: str, weights: dict[str, float]) -> str:
    """Give the longest range of a header that a tag is in; none is like `*`."""
    return next((one for one in lookup(tag) if one in weights), "*")


def _weights(header: str) -> dict[str, float]:
    """Read the ranges of a header with their weights; of one that comes twice, the first counts."""
    weights: dict[str, float] = {}
    for part in header.split(","):
        match = _WEIGHTED.fullmatch(part.strip(" \t"))
        if match is None or not (match["range"] == "*" or is_tag(match["range"])):
            continue
        wanted = match["range"] if match["range"] == "*" else canonical(match["range"])
        weights.setdefault(wanted, float(match["weight"] or 1))
    return weights


@lru_cache(maxsize=512)
def _rule(language: str) -> Rule:
    return next((RULES[tag] for tag in lookup(language) if tag in RULES), RULES["und"])


def has_plural_rule(language: str) -> bool:
    """Tell whether CLDR has a plural rule for a language; one without has `other` for every number.

    >>> has_plural_rule("cy"), has_plural_rule("la")
    (True, False)
    """
    return any(tag in RULES for tag in lookup(language))


def plural_categories(language: str) -> tuple[str, ...]:
    """List the plural categories that a language has, each for some number.

    >>> plural_categories("en"), plural_categories("fr"), plural_categories("pl")
    (('one', 'other'), ('one', 'many', 'other'), ('one', 'few', 'many', 'other'))

    The `many` of French is for whole millions, the `other` of Polish for fractions.
    """
    return CATEGORIES[_rule(language)]


def plural_category(language: str, count: float | Decimal) -> str:
    """Name the CLDR plural category that a language uses for a number.

    >>> plural_category("fr", 0), plural_category("en", 0), plural_category("fr", 1.5)
    ('one', 'other', 'one')

    A fraction counts as it is written: `1.0` is not one in English, and a `Decimal` keeps its zeros.
    """
    rule = _rule(language)
    if not isinstance(count, int):
        if not isfinite(count):
            return "other"
        if not isinstance(count, Integral):  # numpy has whole numbers of its own
            return _fractional(rule, count)
    number = abs(int(count))  # as CLDR's rules have it
    return rule(number, number, 0, 0, 0)


def _fractional(rule: Rule, count: float | Decimal) -> str:
    """Apply a rule to a number that is written with a fraction."""
    written = count if isinstance(count, Decimal) else Decimal(repr(float(count)))
    whole, _, fraction = f"{abs(written):f}".partition(".")
    if not fraction and not isinstance(count, Decimal):
        fraction = "0"  # of a large float, which is written with an exponent
    i, f = int(whole), int(fraction or 0)
    # A number between two whole ones is like any other such: rules ask which whole number it is.
    return rule(0.5 if f else i, i, len(fraction), f, int(fraction.rstrip("0") or 0))


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
