"""Plurals are the forms that the nouns of a language have for whole numbers, as gettext numbers them."""

from functools import lru_cache

from customer_types.labels import PLURAL_CATEGORIES
from customer_types.languages import plural_category

_SLAVIC = "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)"
_FORMULAS = {
    **dict.fromkeys(("fr", "pt"), "(n > 1)"),
    "pt-PT": "(n != 1)",
    "pl": f"(n==1 ? 0 : {_SLAVIC} ? 1 : 2)",
    **dict.fromkeys(("ru", "uk"), f"(n%10==1 && n%100!=11 ? 0 : {_SLAVIC} ? 1 : 2)"),
    **dict.fromkeys(("cs", "sk"), "(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2)"),
    "ar": "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
}
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


@lru_cache
def numbers(language: str) -> tuple[str, ...]:
    """List the plural categories that whole numbers below a million have in a language.

    >>> numbers("es"), numbers("pl"), numbers("ja")
    (('one', 'other'), ('one', 'few', 'many'), ('other',))

    A noun has no form of its own for millions (`many` in Spanish) or for fractions (`other` in Polish).
    """
    used = {plural_category(language, count) for count in range(200)}
    return tuple(category for category in PLURAL_CATEGORIES if category in used)


def formula(language: str) -> str:
    """Write the header `Plural-Forms` of gettext, whose indexes are those of `numbers`.

    >>> formula("de"), formula("fr-CA")
    ('nplurals=2; plural=(n != 1);', 'nplurals=2; plural=(n > 1);')
    """
    count = len(numbers(language))
    usual = "(n != 1)" if count == 2 else "0"
    found = _FORMULAS.get(language) or _FORMULAS.get(language.partition("-")[0]) or usual
    return f"nplurals={count}; plural={found};"


def has_feminine(language: str) -> bool:
    """Tell whether nouns for people have feminine forms in a language; where that is not known, they may.

    >>> has_feminine("es"), has_feminine("en-GB")
    (True, False)
    """
    return language.partition("-")[0] not in _WITHOUT_FEMININE
