"""Plurals: which form of a sheet is which, by the formula of its header and by the rule of its language."""

import re
from gettext import c2py
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from tests.tries import tries

import customer_types as ct
from customer_types import sheets
from customer_types._model.faults import LoadError
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Name
from customer_types._model.languages import plural_category
from customer_types._model.plural_rules import RULES
from customer_types._reading.documents import Document
from customer_types.sheets import po
from customer_types.sheets.plurals import Numbering, formula, numbering, numbers

COUNTS = (*range(1300), *range(2000, 120_000, 1000), 999_999, 10**6, 10**6 + 1, 2 * 10**6)
SLAVIC = "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)"
MANY = "((n%10 == 0 || (n%10 >= 5 && n%10 <=9)) || (n%100 >= 11 && n%100 <= 14))"
POLISH_MANY = "n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14)"
ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
FOUR = ("one", "few", "many", "other")
SIX = ("zero", "one", "two", "few", "many", "other")
MILLIONS = "n != 0 && n % 1000000 == 0 ? 1 : 2;"


@pytest.mark.parametrize("language", RULES)
def test_the_formula_of_a_sheet_chooses_the_form_of_cldr(language: str) -> None:
    """For all numbers, the formula in the header gives the index of the plural category."""
    match = re.fullmatch(r"nplurals=(\d); plural=(.*);", formula(language))
    assert match is not None
    assert int(match[1]) == len(numbers(language))
    place = c2py(match[2])
    for count in COUNTS:
        category = plural_category(language, count)
        shown = category if category in numbers(language) else "other"  # as a label falls back
        assert numbers(language)[place(count)] == shown, count


@pytest.mark.parametrize("language", RULES)
def test_a_header_of_ones_own_is_read_as_it_was_written(language: str) -> None:
    """What a sheet is written with says what it was meant to say."""
    assert numbering(formula(language), language) == Numbering(numbers(language))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("one", "other")),
        ("fr", ("one", "other")),
        ("es", ("one", "other")),
        ("it", ("one", "other")),
        ("pt", ("one", "other")),
        ("de", ("one", "other")),
        ("pl", ("one", "few", "many")),
        ("ar", ("zero", "one", "two", "few", "many", "other")),
        ("ja", ("other",)),
    ],
)
def test_a_language_has_the_forms_that_gettext_asks_for(language: str, expected: tuple[str, ...]) -> None:
    """The numbers of forms are those that translators know of their languages."""
    assert numbers(language) == expected


@pytest.mark.parametrize(
    ("language", "header", "expected"),
    [
        ("en", "nplurals=2; plural=(n == 1);", ("other", "one")),
        ("en", "nplurals=2; plural=n != 1", ("one", "other")),
        ("en", "", ("one", "other")),
        ("en", "nplurals=INTEGER; plural=EXPRESSION;", ("one", "other")),
        # Crowdin's, with an index that no whole number has
        ("pl", f"nplurals=4; plural=(n==1 ? 0 : {SLAVIC} ? 1 : {POLISH_MANY} ? 2 : 3);", FOUR),
        ("ru", f"nplurals=4; plural=((n%10==1 && n%100!=11) ? 0 : (({SLAVIC}) ? 1 : {MANY} ? 2 : 3));", FOUR),
        ("cs", "nplurals=4; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 3;", ("one", "few", "many", "other")),
        # Django's and Transifex's, with a form for millions
        ("es", f"nplurals=3; plural=n == 1 ? 0 : {MILLIONS}", ("one", "many", "other")),
        ("it", f"nplurals=3; plural=n == 1 ? 0 : {MILLIONS}", ("one", "many", "other")),
        ("fr", f"nplurals=3; plural=(n == 0 || n == 1) ? 0 : {MILLIONS}", ("one", "many", "other")),
        ("pt-BR", f"nplurals=3; plural=(n == 0 || n == 1) ? 0 : {MILLIONS}", ("one", "many", "other")),
        # gettext's for Arabic, and the one that Babel had: its last two are the other way round
        ("ar", f"nplurals=6; plural=({ARABIC} : n%100>=11 ? 4 : 5);", SIX),
        ("ar", f"nplurals=6; plural=({ARABIC} : n%100>=0 && n%100<=2 ? 4 : 5);", (*SIX[:4], "other", "many")),
        # gettext's for Slovenian begins with the general form
        (
            "sl",
            "nplurals=4; plural=(n%100==1 ? 1 : n%100==2 ? 2 : n%100==3 || n%100==4 ? 3 : 0);",
            ("other", "one", "two", "few"),
        ),
        ("cs", "nplurals=2; plural=(n != 1);", ("one", "other")),  # `few` falls back on `other`
    ],
)
def test_a_form_is_of_the_category_that_its_numbers_have(
    language: str, header: str, expected: tuple[str, ...]
) -> None:
    """The formulas of tools and platforms are worked out, and not taken to be in the usual order."""
    assert numbering(header, language) == Numbering(expected)


@pytest.mark.parametrize(
    ("language", "header", "zero"),
    [("fr", "nplurals=2; plural=(n != 1);", "other"), ("es", "nplurals=2; plural=(n > 1);", "one")],
)
def test_zero_may_be_counted_otherwise(language: str, header: str, zero: str) -> None:
    """A formula that agrees but for 0 gives the forms, and what it takes for 0."""
    assert numbering(header, language) == Numbering(("one", "other"), zero)


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("en", "nplurals=2; plural=(n > 5);"),
        ("en", "nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);"),  # English has no form for 0
        ("es", "nplurals=3; plural=(n != 1);"),  # nor Spanish a third one that no number has
        ("pl", "nplurals=2; plural=(n != 1);"),  # which of two forms would it be?
        ("he", "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3);"),  # until CLDR 41
        ("lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
        ("la", "nplurals=2; plural=(n != 1);"),  # a language without a rule
        ("ja", "nplurals=2; plural=(n != 1);"),
        ("en", "nplurals=2;"),
        ("en", "nplurals=2; plural=;"),
        ("en", "nplurals=0; plural=0;"),
        ("en", "nplurals=2; plural=(n == 1) ? 0 : 7;"),
        ("en", "nplurals=2; plural=0 - n;"),
        ("en", "nplurals=2; plural=n / 0;"),
        ("en", "nplurals=2; plural=n % (n - n);"),
        ("en", "nplurals=2; plural=" + "(" * 500 + "n" + ")" * 500),
        ("en", "nplurals=2; plural=" + "n+" * 100_000 + "n"),
        ("en", "nplurals=2; plural=__import__('os').system('true')"),
        ("en", "nplurals=2; plural=n=1"),
        ("en", "nplurals=2; plural=n**n**n"),
    ],
)
def test_a_formula_that_the_language_does_not_count_by_is_none(language: str, header: str) -> None:
    """What would put a form in a wrong place, and what is no formula, tells nothing."""
    assert numbering(header, language) is None


@settings(max_examples=tries(300))
@given(st.text("n0123456789 %()?:=!<>&|+-*/", max_size=60), st.sampled_from(["en", "pl", "ar"]))
def test_whatever_a_formula_says_it_does_no_harm(text: str, language: str) -> None:
    """A formula is a numbering, or it is none; no error comes out of it."""
    found = numbering(f"nplurals=2; plural={text};", language)
    assert found is None or len(found.categories) == 2


ORDERS = [
    (language, order)
    for language in ("en", "fr", "cs", "he")
    for order in permutations(range(len(numbers(language))))
]


@pytest.mark.parametrize(("language", "order"), ORDERS)
def test_forms_in_any_order_come_back_to_their_numbers(language: str, order: tuple[int, ...]) -> None:
    """However a header numbers the forms, a name shows for each number what the header chooses for it."""
    usual = formula(language).partition("plural=")[2].rstrip(";")
    expression = f"{order[-1]}"
    for place, new in enumerate(order[:-1]):
        expression = f"({usual}) == {place} ? {new} : ({expression})"
    text = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        f'"Plural-Forms: nplurals={len(order)}; plural={expression};\\n"\n\n'
        'msgctxt "categories.gold.label"\nmsgid "Gold"\nmsgid_plural "Golds"\n'
        + "".join(f'msgstr[{index}] "form {index}"\n' for index in range(len(order)))
    )
    document = Document(text, "x.po")
    entries = po.read(document).entries
    assert document.faults == []
    name = Name(forms=FrozenMap((entry.address.rpartition(".")[2], entry.text) for entry in entries))
    for count in (*range(130), 10**6):
        assert name.form(language, count) == f"form {c2py(expression)(count)}", count


def test_three_forms_of_a_platform_are_taken(clubs: ct.Taxonomy) -> None:
    """A French sheet in which a platform has put a form for millions brings that form too."""
    sheet = sheets.dumps(clubs, "fr-CA", format="po", source="en")
    sheet = sheet.replace(
        formula("fr-CA"),
        "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    )
    three = 'msgstr[0] "Or"\nmsgstr[1] "d’or"\nmsgstr[2] "Ors"'
    returned = sheets.loads(sheet.replace('msgstr[0] ""\nmsgstr[1] ""', three, 1), clubs)
    assert "one: Or\n        many: d’or\n        other: Ors\n" in returned.overlay


def test_a_wrong_header_is_told_once_and_in_its_place(clubs: ct.Taxonomy) -> None:
    """One header is one fault, where it stands, however many plurals the sheet has."""
    sheet = sheets.dumps(clubs, "es", format="po").replace("plural=(n != 1)", "plural=(n > 9)")
    with pytest.raises(LoadError) as refused:
        sheets.loads(sheet, clubs)
    (fault,) = refused.value.faults
    lines = sheet.splitlines()
    assert fault.code == "sheet.plural-forms"
    assert lines[(fault.location.line or 0) - 1].startswith('"Plural-Forms')
    assert fault.location.column == 2


@pytest.fixture
def clubs() -> ct.Taxonomy:
    """Load a small taxonomy."""
    return ct.load(Path(__file__).parent / "clubs.yaml")
