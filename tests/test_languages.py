"""Language tags as BCP 47 and RFC 4647 have them, plural categories and numbers as CLDR has them."""

from datetime import date
from numbers import Integral
from typing import Any

import pytest

from customer_types.errors import LanguageTagError
from customer_types.languages import (
    canonical,
    covers,
    is_tag,
    lookup,
    plural_category,
    write_date,
    write_number,
)

# ---- tags --------------------------------------------------------------------------------------

#: RFC 5646, appendix A, in the recommended case; grandfathered and purely private tags left out.
WELL_FORMED = (
    *("de", "fr", "ja", "zh-Hant", "zh-Hans", "sr-Cyrl", "sr-Latn", "zh-cmn-Hans-CN", "cmn-Hans-CN"),
    *("zh-yue-HK", "yue-HK", "zh-Hans-CN", "sr-Latn-RS", "sl-rozaj", "sl-rozaj-biske", "sl-nedis"),
    *("de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela", "de-DE", "en-US", "es-419", "de-CH-x-phonebk"),
    *("az-Arab-x-aze-derbend", "qaa-Qaaa-QM-x-southern", "de-Qaaa", "sr-Latn-QM", "sr-Qaaa-RS"),
    *("en-US-u-islamcal", "zh-CN-a-myext-x-private", "en-a-myext-b-another"),
)
ILL_FORMED = (
    *("", "-", "f", "french", "en:Active", "fr ", " fr", "fr\n", "fr--CA", "fr-", "-fr", "fr-C", "éo"),
    *("de-419-DE", "a-DE", "en-x", "en-a", "fr.CA", "fr/CA", "fr-CA-FR", "other", "also", "0", "4fr"),
)


@pytest.mark.parametrize("tag", WELL_FORMED)
def test_a_tag_is_written_in_the_recommended_case(tag: str) -> None:
    """However a tag is written, its canonical form is the one that RFC 5646 recommends."""
    for written in (tag, tag.lower(), tag.upper(), tag.swapcase(), tag.replace("-", "_")):
        assert is_tag(written)
        assert canonical(written) == tag


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


# ---- plural categories -------------------------------------------------------------------------


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

#: The samples of CLDR 46, common/supplemental/plurals.xml.
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
