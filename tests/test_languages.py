"""Language tags as BCP 47 and RFC 4647 have them, plural categories and numbers as CLDR has them."""

from datetime import date
from decimal import Decimal
from numbers import Integral
from typing import Any

import pytest
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from hypothesis import given, strategies as st

from customer_types._model import language_aliases as aliases
from customer_types._model.languages import (
    canonical,
    covers,
    has_plural_rule,
    is_tag,
    lookup,
    negotiate,
    plural_categories,
    plural_category,
    write_date,
    write_number,
)
from customer_types._model.plural_rules import RULES
from customer_types.errors import LanguageTagError


def tags() -> st.SearchStrategy[str]:
    """Give language tags, many of which have another canonical form."""
    codes = st.from_regex(r"[a-z]{2,3}", fullmatch=True)
    languages = st.one_of(st.sampled_from([*aliases.LANGUAGES, *aliases.SEVERAL, *RULES]), codes)
    scripts = st.sampled_from(["", "-Latn", "-Qaai"])
    regions = st.sampled_from(["", "-CA", *(f"-{region}" for region in aliases.REGIONS)])
    variants = st.sampled_from(["", "-1901", "-x-mine", *(f"-{variant}" for variant in aliases.VARIANTS)])
    whole = st.tuples(languages, scripts, regions, variants).map("".join)
    return whole.filter(is_tag)


# ---- tags --------------------------------------------------------------------------------------

#: RFC 5646, appendix A, in the recommended case; grandfathered and purely private tags left out.
WELL_FORMED = (
    *("de", "fr", "ja", "zh-Hant", "zh-Hans", "sr-Cyrl", "sr-Latn", "yue-HK", "zh-Hans-CN"),
    *("sr-Latn-RS", "sl-rozaj", "sl-rozaj-biske", "sl-nedis", "de-CH-1901", "sl-IT-nedis", "de-DE", "en-US"),
    *("es-419", "de-CH-x-phonebk", "az-Arab-x-aze-derbend", "qaa-Qaaa-QM-x-southern", "de-Qaaa"),
    *(
        "en-usa",
        "sr-Latn-QM",
        "sr-Qaaa-RS",
        "en-US-u-islamcal",
        "zh-CN-a-myext-x-private",
        "en-a-myext-b-another",
    ),
)
ILL_FORMED = (
    *("", "-", "f", "french", "en:Active", "fr ", " fr", "fr\n", "fr--CA", "fr-", "-fr", "fr-C", "éo"),
    *("de-419-DE", "a-DE", "en-x", "en-a", "fr.CA", "fr/CA", "fr-CA-FR", "other", "also", "0", "4fr"),
)
#: Examples of UTS #35 (annex C), of RFC 5646 (appendix A and section 4.5), and what people write.
ALIASES = {
    "fra": "fr",
    "fre": "fr",
    "fra-ca": "fr-CA",
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "cze": "cs",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "mo": "ro",
    "sh": "sr-Latn",
    "sh-Cyrl": "sr-Cyrl",
    "tl": "fil",
    "cnr": "sr-ME",
    "cnr-BA": "sr-BA",
    "cmn": "zh",
    "zh-cmn-Hans-CN": "zh-Hans-CN",
    "cmn-Hans-CN": "zh-Hans-CN",
    "zh-yue-HK": "yue-HK",
    "zh-min-nan": "nan",
    "zh-min": "nan",
    "zh-guoyu": "zh",
    "art-lojban": "jbo",
    "no-bok": "nb",
    "no-nynorsk": "nn",
    "sgn-BR": "bzs",
    "sgn-DD": "gsg",
    "sgn-ase": "ase",
    "en-UK": "en-GB",
    "en-840": "en-US",
    "de-DD": "de-DE",
    "my-BU": "my-MM",
    "fr-CD": "fr-CD",
    "ru-SU": "ru-RU",
    "hy-SU": "hy-AM",
    "hye-SU": "hy-AM",
    "sr-YU": "sr-RS",
    "hr-YU": "hr-RS",
    "hy-Latn-IT-arevela": "hy-Latn-IT",
    "hy-arevmda": "hyw",
    "el-polytoni": "el-polyton",
    "ja-Latn-heploc": "ja-Latn-alalc97",
    "sv-aaland": "sv-AX",
    "sv-FI-aaland": "sv-FI",
    "en-Qaai": "en-Zinh",
}


def spellings(tag: str) -> tuple[str, ...]:
    """Write a tag as people do."""
    return tag, tag.lower(), tag.upper(), tag.swapcase(), tag.replace("-", "_")


@pytest.mark.parametrize("tag", WELL_FORMED)
def test_a_tag_is_written_in_the_recommended_case(tag: str) -> None:
    """However a tag is written, its canonical form is the one that RFC 5646 recommends."""
    for written in spellings(tag):
        assert is_tag(written)
        assert canonical(written) == tag


@pytest.mark.parametrize("tag", ALIASES)
def test_a_language_has_one_tag(tag: str) -> None:
    """A longer code, an older one and one that is none become the tag that CLDR has for the language."""
    for written in spellings(tag):
        assert canonical(written) == ALIASES[tag]


def test_babel_knows_the_same_other_spellings_of_languages() -> None:
    """Another reader of CLDR, of a newer release, has the same replacements of languages and of regions."""
    languages = {old: new.replace("_", "-") for old, new in get_global("language_aliases").items()}
    del languages["mrd"], languages["shl"], languages["yol"]  # new in CLDR 49
    simple = {old: new for old, new in languages.items() if "_" not in old}
    assert len(simple) > 400
    assert {old: canonical(old) for old in simple} == simple
    regions = get_global("territory_aliases")
    for old in [old for old in regions if len(old) == 2 or old.isdigit()]:
        assert canonical(f"en-{old}") == f"en-{regions[old][0]}"


@given(tags())
def test_a_canonical_tag_is_its_own(tag: str) -> None:
    """What is canonical stays as it is, in whatever case it is written."""
    found = canonical(tag)
    assert all(canonical(written) == found for written in spellings(found))


@pytest.mark.parametrize("text", ILL_FORMED)
def test_what_is_no_tag_is_refused(text: str) -> None:
    """A text that BCP 47's grammar does not have is no tag, and the error says which text it was."""
    assert not is_tag(text)
    with pytest.raises(LanguageTagError) as refused:
        canonical(text)
    assert refused.value.tag == text
    with pytest.raises(LanguageTagError):
        list(lookup(text))


# ---- look-up -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (
            "zh-Hant-CN-x-private1-private2",  # the example of RFC 4647, section 3.4
            ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"],
        ),
        ("fr-CA", ["fr-CA", "fr"]),
        ("fr_ca", ["fr-CA", "fr"]),
        ("FR", ["fr"]),
        ("de-CH-1901", ["de-CH-1901", "de-CH", "de"]),
        ("en-a-bbb-x-a-ccc", ["en-a-bbb-x-a-ccc", "en-a-bbb", "en"]),
        ("en-a-myext-b-another", ["en-a-myext-b-another", "en-a-myext", "en"]),
    ],
)
def test_look_up_takes_subtags_from_the_end(tag: str, expected: list[str]) -> None:
    """The tags to try lose one subtag after the other, and a lone letter goes with what it led to."""
    assert list(lookup(tag)) == expected


@pytest.mark.parametrize(
    ("language", "tag", "expected"),
    [
        ("fr", "fr", True),
        ("fr", "fr-CA", True),
        ("fr-CA", "fr", False),
        ("fr", "frr", False),
        ("fr", "en-fr", False),
        ("zh-Hant", "zh-Hant-TW", True),
        ("zh-TW", "zh-Hant-TW", False),
    ],
)
def test_a_language_covers_its_varieties(language: str, tag: str, expected: bool) -> None:
    """A language covers itself and its varieties, and no language whose tag merely begins alike."""
    assert covers(language, tag) is expected


# ---- negotiation -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "available", "expected"),
    [
        # weights, and the order of those that weigh the same
        ("fr-CA,fr;q=0.9,en;q=0.8", ["en", "fr"], "fr"),
        ("da, en-gb;q=0.8, en;q=0.7", ["en", "en-GB", "da"], "da"),  # the example of RFC 9110
        ("da, en-gb;q=0.8, en;q=0.7", ["en", "en-GB"], "en-GB"),
        ("en;q=0.5, fr", ["en", "fr"], "fr"),
        ("en, fr", ["fr", "en"], "en"),
        ("en;q=0.001, fr;q=0.002", ["en", "fr"], "fr"),
        ("fr ; q=1.000 , en", ["en", "fr"], "fr"),
        ("FR-ca;Q=0.3", ["fr-CA"], "fr-CA"),
        # look-up, and varieties of what is asked for
        ("fr-CA", ["en", "fr"], "fr"),
        ("fr-CA", ["fr", "fr-CA"], "fr-CA"),
        ("zh-Hant-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("fr", ["en", "fr-FR", "fr-CA"], "fr-FR"),
        ("fr-CA, en;q=0.1", ["fr-FR", "en"], "en"),
        ("fr-CA", ["fr-FR", "en"], None),
        ("fr-CA, en;q=0.5, fr;q=0.1", ["fr", "en"], "en"),
        # never, and anything
        ("fr-CA, fr;q=0, en;q=0.1", ["fr", "en"], "en"),
        ("en, en-US;q=0", ["en-US", "en-GB"], "en-GB"),
        ("fr-FR;q=0, de", ["fr"], None),
        ("fr;q=0, *", ["fr", "en"], "en"),
        ("fr;q=0, fr-CA", ["fr", "fr-CA"], "fr-CA"),
        ("fr;q=0.000, *;q=0.5", ["fr"], None),
        ("*;q=0", ["fr"], None),
        ("*;q=0, en", ["fr", "en"], "en"),
        ("*", ["fr", "en"], "fr"),
        ("en;q=0.5, *", ["en", "fr"], "fr"),
        ("en, *;q=0.5", ["fr", "en"], "en"),
        ("de, *;q=0.5", ["fr", "en"], "fr"),
        ("de", ["fr", "en"], None),
        ("de", [], None),
        # other spellings
        ("fra", ["fr_CA"], "fr_CA"),
        ("iw", ["he"], "he"),
        ("he", ["iw"], "iw"),
        ("en", ["EN", "en"], "EN"),
        # nothing said, or nothing that can be read
        (None, ["fr", "en"], "fr"),
        ("", ["fr", "en"], "fr"),
        (" , ,", ["fr", "en"], "fr"),
        ("", [], None),
        ("english", ["fr", "en"], "fr"),
        ("en;q=2, fr;q=0.5", ["en", "fr"], "fr"),
        ("en;q=-1, en;level=1, en;q=0.1234, en;q, en;q=, en q=1, fr;q=0.1", ["en", "fr"], "fr"),
        ("en;q=\u0661, fr;q=0.1", ["en", "fr"], "fr"),
        ("en, en;q=0", ["fr", "en"], "en"),
        ("*-CA, fr", ["en-CA", "fr"], "fr"),
    ],
)
def test_a_language_is_negotiated(header: str | None, available: list[str], expected: str | None) -> None:
    """What weighs most and is there is the answer, as `available` writes it; never what weighs nothing."""
    assert negotiate(header, available) == expected


@given(st.text("enfrFRCA-*;q=01.9, \t\x00é"), st.lists(tags(), max_size=4))
def test_whatever_a_header_says_the_answer_is_one_of_those_there(header: str, available: list[str]) -> None:
    """No header raises an error, and none leads to what is not there."""
    assert negotiate(header, available) in {*available, None}


@given(st.lists(tags(), min_size=1, max_size=5, unique_by=canonical), st.data())
def test_who_asks_for_one_that_is_there_gets_it(available: list[str], data: st.DataObject) -> None:
    """A tag that is there is found in every spelling, whatever else is there."""
    wanted = data.draw(st.sampled_from(available))
    assert negotiate(wanted.swapcase(), available) == wanted


def test_a_language_that_is_none_is_no_offer() -> None:
    """What is available is for the program to say rightly."""
    with pytest.raises(LanguageTagError):
        negotiate("en", ["english"])


# ---- plural categories -------------------------------------------------------------------------


#: Languages of which CLDR 49, Babel's, says something else than CLDR 48, ours.
CHANGED = {"gl", "tg", "vi"}
WHOLE = (*range(1205), *range(2000, 110_000, 1000), 999_999, 10**6, 10**6 + 1, 1_100_000, 2 * 10**6, 10**7)
FRACTIONS = tuple(
    Decimal(f"{whole}.{digits}")
    for whole in (0, 1, 2, 3, 4, 5, 10, 11, 12, 19, 21, 22, 99, 100, 101, 111, 1000, 10**6)
    for digits in (
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "9",
        "00",
        "01",
        "02",
        "10",
        "11",
        "12",
        "21",
        "50",
        "110",
        "001",
    )
)


@pytest.fixture(scope="module")
def locales() -> dict[str, Locale]:
    """List the languages and varieties that Babel knows; of those that count alike, the first."""
    found: dict[Any, str] = {}
    for identifier in locale_identifiers():
        tag = canonical(identifier)
        rules = Locale.parse(identifier).plural_form
        key = tuple(sorted(rules.rules.items())), tuple(plural_category(tag, count) for count in range(200))
        if tag.partition("-")[0] not in CHANGED:
            found.setdefault(key, identifier)
    return {canonical(one): Locale.parse(one) for one in found.values()}


def test_all_languages_count_as_babel_has_it(locales: dict[str, Locale]) -> None:
    """Another reader of CLDR gives the same category for whole numbers and fractions of each language."""
    assert len(locales) > 35
    for tag, locale in locales.items():
        for number in (*WHOLE, *FRACTIONS):
            assert plural_category(tag, number) == locale.plural_form(number), (tag, number)


def test_the_categories_of_a_language_are_babels(locales: dict[str, Locale]) -> None:
    """A language has the categories for which CLDR has a condition, and `other`."""
    for tag, locale in locales.items():
        assert {*plural_categories(tag)} == {*locale.plural_form.tags, "other"}


def test_a_float_counts_as_it_is_written() -> None:
    """A float has the digits that it is written with, however large or small it is."""
    for number in (0.5, 1.5, 1.25, 2.1, 100.01, 1.0, 0.0, 1e15):
        for tag in RULES:
            assert plural_category(tag, number) == plural_category(tag, Decimal(str(number)))
    assert plural_category("en", 1e16) == plural_category("cs", 1e22).replace("many", "other") == "other"
    assert plural_category("cs", 1e-7) == "many"
    assert [plural_category("lv", Decimal(one)) for one in ("1", "1.0", "1.1", "1.11", "1E+1")] == [
        *("one", "one", "one", "zero", "zero"),
    ]


def test_a_language_without_a_rule_has_one_category() -> None:
    """Of what CLDR has no rule for, nothing is guessed."""
    assert not has_plural_rule("la")
    assert not has_plural_rule("qaa")
    assert has_plural_rule("fra-CA")
    assert plural_categories("la") == ("other",)
    assert {plural_category("la", count) for count in (0, 1, 2, 1.5)} == {"other"}


def _run(text: str) -> list[int | float]:
    """Read samples as CLDR's plurals.xml lists them: `2~4` are steps of one, `0.0~0.5` of a tenth."""
    numbers: list[int | float] = []
    for part in text.split(", "):
        first, _, last = part.partition("~")
        if "." in first:
            tenths = range(round(float(first) * 10), round(float(last or first) * 10) + 1)
            numbers += [tenth / 10 for tenth in tenths]
        else:
            numbers += range(int(first), int(last or first) + 1)
    return numbers


_ONE_IS_1 = {"one": "1", "other": "0, 2~16, 100, 1000, 10000, 1000000, 0.0~1.5, 10.0, 100.0, 1000000.0"}
_ONE_IS_1_OR_1_0 = {"one": "1, 1.0", "other": "0, 2~16, 100, 1000000, 0.0~0.9, 1.1~1.6, 10.0, 1000000.0"}
_WITH_MILLIONS = {"one": "1", "many": "1000000, 2000000", "other": "0, 2~16, 100, 100000, 0.0~1.5, 10.0"}
_ONE_TO_TWO = {
    "one": "0, 1, 0.0~1.5",
    "many": "1000000",
    "other": "2~17, 100, 1000, 10000, 100000, 1000001, 2.0~3.5, 10.0, 100.0, 1000000.0",
}
_EAST_SLAVIC = {
    "one": "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001",
    "few": "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002",
    "many": "0, 5~19, 100, 1000, 10000, 100000, 1000000, 111~114",
    "other": "0.0~1.5, 10.0, 100.0, 1000.0",
}
_CZECH = {"one": "1", "few": "2~4", "many": "0.0~1.5, 10.0, 100.0", "other": "0, 5~19, 100, 1000, 1000000"}

#: Samples of CLDR, common/supplemental/plurals.xml.
SAMPLES: dict[str, dict[str, str]] = {
    **dict.fromkeys(("en", "de", "nl", "sv", "et", "fi"), _ONE_IS_1),
    **dict.fromkeys(("nb", "nn", "no", "el", "hu", "tr", "bg"), _ONE_IS_1_OR_1_0),
    **dict.fromkeys(("it", "ca", "pt-PT"), _WITH_MILLIONS),
    **dict.fromkeys(("fr", "pt"), _ONE_TO_TWO),
    **dict.fromkeys(("ru", "uk"), _EAST_SLAVIC),
    **dict.fromkeys(("cs", "sk"), _CZECH),
    "es": {"one": "1, 1.0", "many": "1000000", "other": "0, 2~16, 100, 1000, 0.0~0.9, 1.1~1.6, 10.0"},
    "da": {"one": "1, 0.1~1.6", "other": "0, 2~16, 100, 1000, 1000000, 0.0, 2.0~3.4, 10.0, 100.0"},
    "pl": {
        "one": "1",
        "few": "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002",
        "many": "0, 5~19, 100, 1000, 10000, 100000, 1000000, 21, 31, 101",
        "other": "0.0~1.5, 10.0, 100.0, 1000.0",
    },
    "ar": {
        "zero": "0, 0.0",
        "one": "1, 1.0",
        "two": "2, 2.0",
        "few": "3~10, 103~110, 1003, 3.0, 4.0, 10.0, 103.0, 1003.0",
        "many": "11~26, 111, 1011, 11.0, 12.0, 99.0, 111.0, 1011.0",
        "other": "100~102, 200~202, 300~302, 600, 1000, 10000, 1000000, 0.1~0.9, 1.1~1.7, 10.1, 100.0",
    },
    "ja": {"other": "0~15, 100, 1000, 0.0~1.5"},
    "qaa": {"other": "0~15"},
}


@pytest.mark.parametrize(
    ("language", "category", "samples"),
    [(language, category, text) for language, rules in SAMPLES.items() for category, text in rules.items()],
)
def test_plural_categories_have_cldrs_samples(language: str, category: str, samples: str) -> None:
    """Each sample number that CLDR gives for a category of a language has that category."""
    wrong = [count for count in _run(samples) if plural_category(language, count) != category]
    assert wrong == []


@pytest.mark.parametrize("language", SAMPLES)
def test_the_sign_of_a_number_does_not_matter(language: str) -> None:
    """CLDR's rules are about absolute values: a balance of −1 customer is one customer."""
    for count in (1, 2, 3, 5, 11, 21, 102, 1.5, 1_000_000):
        assert plural_category(language, -count) == plural_category(language, count)


def test_a_variety_counts_as_its_language() -> None:
    """Canada and Switzerland count as France does, and Portugal in its own way."""
    assert plural_category("fr-CA", 0) == plural_category("fr-CH", 0) == "one"
    assert plural_category("en-GB", 0) == "other"
    assert [plural_category("pt", 0), plural_category("pt-BR", 0), plural_category("pt-PT", 0)] == [
        "one",
        "one",
        "other",
    ]


@pytest.mark.parametrize("tag", ["pt-AO", "pt-MZ", "pt-CH"])
def test_portuguese_of_africa_counts_as_that_of_portugal(tag: str) -> None:
    """CLDR's parent of these varieties is `pt-PT`, which look-up by the tag alone does not find."""
    assert plural_category(tag, 0) == plural_category("pt-PT", 0) != plural_category("pt", 0)


@Integral.register
class ArrayInteger:
    """A whole number that is no `int`, as those of numpy's arrays."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __int__(self) -> int:
        return self.value

    __index__ = __int__

    def __abs__(self) -> "ArrayInteger":
        return ArrayInteger(abs(self.value))


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "one"), ("fr", "one"), ("pl", "one"), ("cs", "one")]
)
def test_whole_numbers_of_arrays_are_whole_numbers(language: str, expected: str) -> None:
    """A count that comes out of an array is counted as an `int` is."""
    count: Any = ArrayInteger(1)
    assert plural_category(language, count) == expected


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("count", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_count_has_the_general_form(language: str, count: float) -> None:
    """A number that counts nothing has the category that every language has."""
    assert plural_category(language, count) == "other"


# ---- numbers and dates -------------------------------------------------------------------------

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("number", "decimals", "english", "french"),
    [
        (0, None, "0", "0"),
        (7, None, "7", "7"),
        (999, None, "999", "999"),
        (1000, None, "1,000", f"1{NARROW}000"),
        (1234567, None, "1,234,567", f"1{NARROW}234{NARROW}567"),
        (-1234.5, None, "-1,234.5", f"-1{NARROW}234,5"),
        (0.5, None, "0.5", "0,5"),
        (1e-7, None, "0.0000001", "0,0000001"),
        (2.0, None, "2", "2"),
        (10**15, None, "1,000,000,000,000,000", NARROW.join(["1", *["000"] * 5])),
        (2, 1, "2.0", "2,0"),
        (1234.567, 2, "1,234.57", f"1{NARROW}234,57"),
        (0.125, 2, "0.12", "0,12"),
        (19.999, 0, "20", "20"),
    ],
)
def test_numbers_are_grouped_and_pointed_as_the_language_has_it(
    number: float, decimals: int | None, english: str, french: str
) -> None:
    """English has comma and point; French has a narrow no-break space and a comma; Canada a wide one."""
    assert write_number(number, "en", decimals=decimals) == english
    assert write_number(number, "fr", decimals=decimals) == french
    assert write_number(number, "fr-FR", decimals=decimals) == french
    assert write_number(number, "fr-CA", decimals=decimals) == french.replace(NARROW, WIDE)


@pytest.mark.parametrize(
    ("day", "french"),
    [
        (date(1998, 6, 1), f"1er{WIDE}juin 1998"),
        (date(2024, 2, 29), f"29{WIDE}février 2024"),
        (date(2025, 8, 11), f"11{WIDE}août 2025"),
        (date(1999, 12, 31), f"31{WIDE}décembre 1999"),
    ],
)
def test_dates_are_written_as_the_language_has_it(day: date, french: str) -> None:
    """French has months as words and the first day as `1er`; English has ISO 8601, which nobody misreads."""
    assert write_date(day, "fr") == write_date(day, "fr-CA") == french
    assert write_date(day, "en") == day.isoformat()
