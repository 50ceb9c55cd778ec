"""Sheets: what is asked of a translator, what comes back, and whatever can be wrong with it."""

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import customer_types as ct
from customer_types import Taxonomy, sheets
from customer_types._model.faults import LoadError
from customer_types._model.languages import plural_category
from customer_types.errors import MissingLanguageError, SheetError, TableError

CLUBS = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
languages: [en, fr]
categories:
  - id: gold
    label:
      en: {one: Gold member, other: Gold members, also: [Golden one]}
      fr:
        {one: Membre or, other: Membres or, gender: epicene,
         avoid: [{one: Doré, means: other, reason: {en: Rude., fr: Grossier.}}]}
    definition: {en: Buys a lot., fr: Achète beaucoup.}
    when: {orders: {min: 10}}
  - id: silver
    label: {en: Silver, fr: Argent}
    when: {orders: {max: 9}}
    notes:
      - {id: small, text: {en: Few., fr: Peu.}}
      - {text: {en: No id., fr: Sans id.}}
rules:
  - {id: apart, disjoint: all, note: {en: So., fr: Donc.}}
"""


@pytest.fixture
def clubs() -> Taxonomy:
    """Give a small taxonomy."""
    return ct.loads(CLUBS)


def rows_of(sheet: str) -> list[dict[str, str]]:
    """Read a CSV sheet as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(sheet)))


def filled(taxonomy: Taxonomy, language: str, texts: dict[str, str], /, **columns: str) -> str:
    """Write a CSV sheet with texts at addresses, and other columns changed in all rows."""
    rows = rows_of(sheets.dumps(taxonomy, language, format="csv"))
    known = {row["address"]: row for row in rows}
    for address, text in texts.items():
        row = known.get(address)
        if row is None:
            row = {**rows[0], "address": address, "source": "", "context": "", "status": ""}
            rows.append(row)
        row["text"] = text
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]))
    writer.writeheader()
    writer.writerows({**row, **columns} for row in rows)
    return written.getvalue()


def codes(sheet: str | bytes, taxonomy: Taxonomy | None, **options: str) -> list[tuple[str, int | None]]:
    """List the codes and lines of the errors in a sheet."""
    with pytest.raises(LoadError) as caught:
        sheets.loads(sheet, taxonomy, **options)  # type: ignore[arg-type]  # of statuses
    assert caught.value.render("fr")
    return [(fault.code, fault.location.line) for fault in caught.value.faults if fault.severity == "error"]


def overlaid(overlay: str, tmp_path: Path) -> Taxonomy:
    """Lay an overlay over the small taxonomy."""
    for name, text in (("clubs.yaml", CLUBS), ("es.yaml", overlay)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return ct.catalog().extended(tmp_path / "clubs.yaml", tmp_path / "es.yaml")["clubs"]


# ---- what is asked -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", ["one", "other", "one_feminine", "other_feminine", "gender"]),
        ("de", ["one", "other", "one_feminine", "other_feminine", "gender"]),
        ("pl", ["one", "few", "many", "one_feminine", "few_feminine", "many_feminine", "gender"]),
        ("ja", ["one"]),
        ("sv", ["one", "other"]),
    ],
)
def test_a_translator_is_asked_for_the_forms_of_the_language(
    clubs: Taxonomy, language: str, expected: list[str]
) -> None:
    """A noun for people is asked for in the numbers of its language, and in the feminine where it has one."""
    place = "categories.gold.label."
    asked = [row["address"] for row in rows_of(sheets.dumps(clubs, language, format="csv"))]
    own = [one.removeprefix(place) for one in asked if one.startswith(place) and one.count(".") == 3]
    assert own == expected


def test_what_has_no_plural_elsewhere_is_asked_for_in_one_form(clubs: Taxonomy) -> None:
    """A label that is plain in the other languages is plain here."""
    asked = [row["address"] for row in rows_of(sheets.dumps(clubs, "es", format="csv"))]
    assert "label.one" in asked
    assert "label.other" not in asked
    assert "categories.silver.label.other" not in asked


def test_what_has_no_address_is_not_asked_for(clubs: Taxonomy) -> None:
    """A note without an id can't be laid over, so no sheet has it."""
    assert "No id." not in sheets.dumps(clubs, "es", format="po")
    assert "Few." in sheets.dumps(clubs, "es", format="po")


def test_a_translator_is_told_what_a_unit_is(clubs: Taxonomy) -> None:
    """Beside the text stand its place, its form, what it means, other languages, and synonyms there."""
    told = {row["address"]: row["context"] for row in rows_of(sheets.dumps(clubs, "es", format="csv"))}
    assert told["categories.gold.label.other_feminine"].splitlines() == [
        "Gold member (clubs/gold): label, plural, feminine",
        "Meaning: Buys a lot.",
        "fr: Membres or",
    ]
    assert told["categories.gold.label.also.1.one"].splitlines() == [
        "Gold member (clubs/gold): synonym 1, may stay empty, singular",
        "Meaning: Buys a lot.",
        "fr: Membre or",
        "en: Golden one",
    ]
    assert "Write epicene" in told["categories.gold.label.gender"]
    assert all(len(text.splitlines()) <= 8 for text in told.values())


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("es", None, "en"),
        ("es", "fr", "fr"),
        ("fr-CA", None, "fr"),
        ("en", None, "fr"),
        ("es_mx", None, "en"),
    ],
)
def test_a_sheet_is_translated_from_a_language_that_is_there(
    clubs: Taxonomy, language: str, source: str | None, expected: str
) -> None:
    """English is usual, a variety comes from its language, and nothing comes from itself."""
    row = rows_of(sheets.dumps(clubs, language, format="csv", source=source))[0]
    assert row["from"] == expected


def test_a_sheet_that_leads_nowhere_is_an_error(clubs: Taxonomy) -> None:
    """Formats, and languages to translate from, are those that there are."""
    with pytest.raises(SheetError, match="unknown format `xls`"):
        sheets.dumps(clubs, "es", format="xls")
    with pytest.raises(SheetError, match="both are `en`"):
        sheets.dumps(clubs, "en", format="po", source="en")
    with pytest.raises(MissingLanguageError):
        sheets.dumps(clubs, "es", format="po", source="de")
    only = ct.loads(CLUBS.replace("[en, fr]", "[en]").replace(", fr: Clubs d’achat", ""))
    with pytest.raises(ct.LanguageTagError):
        sheets.dumps(only, "a language", format="po")


# ---- what comes back ---------------------------------------------------------------------------

SPANISH = {
    "label.one": "Clubes",
    "categories.gold.label.one": "Socio de oro",
    "categories.gold.label.other": "Socios de oro",
    "categories.gold.label.one_feminine": "Socia de oro",
    "categories.gold.label.other_feminine": "Socias de oro",
    "categories.gold.label.also.2.one": "Dorado",
    "categories.gold.label.avoid.1.one": "Rico",
    "categories.gold.label.avoid.1.reason": "Suena a insulto.",
    "categories.silver.label.one": "Plata",
    "categories.silver.label.gender": "epicene",
    "categories.silver.notes.small.text": "Pocos.",
    "rules.apart.note": "Así es.",
}


def test_an_overlay_says_it_in_the_language(clubs: Taxonomy, tmp_path: Path) -> None:
    """The overlay brings labels with their forms, synonyms, terms to avoid, texts, and how far they are."""
    returned = sheets.loads(filled(clubs, "es", SPANISH), clubs)
    assert (returned.changed, returned.faults, returned.language) == (5, (), "es")
    spanish = overlaid(returned.overlay, tmp_path)
    gold = spanish["gold"]
    assert gold.label("es", count=2, gender="feminine") == "Socias de oro"
    naming = gold.labels.by_language["es"]
    assert [dict(name.forms) for name in naming.also] == [{"one": "Dorado"}]
    assert naming.avoid[0].reason is not None
    assert naming.avoid[0].reason.text("es") == "Suena a insulto."
    assert [note.texts.by_language.get("es") for note in spanish["silver"].notes] == ["Pocos.", None]
    assert spanish.rules[0].notes is not None
    assert spanish.rules[0].notes.text("es") == "Así es."
    assert spanish.translations["es"].source == "en"
    assert spanish["silver"].labels.by_language["es"].name is not None
    assert clubs.translations == {}


def test_terms_to_avoid_keep_what_no_sheet_says_of_them(clubs: Taxonomy, tmp_path: Path) -> None:
    """A sheet has the reasons of its own language; those of others and what a term means are not lost."""
    returned = sheets.loads(filled(clubs, "fr", {"categories.gold.label.one": "Membre doré"}), clubs)
    avoided = overlaid(returned.overlay, tmp_path)["gold"].labels.by_language["fr"].avoid
    assert avoided[0].reason is not None
    assert dict(avoided[0].reason.by_language) == {"en": "Rude.", "fr": "Grossier."}
    assert avoided[0].means == "other"


def test_only_what_is_new_is_in_an_overlay(clubs: Taxonomy) -> None:
    """Texts that the taxonomy has already are not repeated, and originals stay originals."""
    returned = sheets.loads(filled(clubs, "fr", {"categories.gold.definition": "Achète énormément."}), clubs)
    assert returned.overlay == (
        "overlay: clubs\ncategories:\n  - id: gold\n    definition:\n      fr: Achète énormément.\n"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [("", "reviewed"), ("draft", "draft"), ("Translated", "translated"), ("original", None)],
)
def test_a_status_comes_from_the_sheet_or_from_who_imports_it(
    clubs: Taxonomy, written: str, expected: str | None
) -> None:
    """A text whose status the sheet does not tell has the one that is given."""
    sheet = filled(clubs, "es", {"label.one": "Clubes"}, status=written)
    returned = sheets.loads(sheet, clubs, status="reviewed")
    lines = returned.overlay.splitlines()
    if expected is None:
        assert "translations:" not in lines
    elif expected == "translated":
        assert lines[1:4] == ["translations:", "  es:", "    from: en"]
        assert "status" not in returned.overlay
    else:
        assert lines[4] == f"    status: {expected}"


def test_a_row_that_is_left_out_changes_nothing(clubs: Taxonomy, tmp_path: Path) -> None:
    """Whoever sends back a part of a sheet has said nothing of the rest."""
    sheet = filled(clubs, "fr", {"categories.gold.label.one": "Membre d’or"})
    head, *rows = csv.reader(io.StringIO(sheet))
    written = io.StringIO()
    csv.writer(written).writerows([head, *(row for row in rows if "categories.gold.label.one" in row)])
    returned = sheets.loads(written.getvalue(), clubs)
    naming = overlaid(returned.overlay, tmp_path)["gold"].labels.by_language["fr"]
    assert naming.name is not None
    assert dict(naming.name.forms) == {"one": "Membre d’or", "other": "Membres or"}
    assert (naming.name.gender, len(naming.avoid)) == ("epicene", 1)


# ---- what is doubtful --------------------------------------------------------------------------


def doubts(sheet: str, taxonomy: Taxonomy) -> list[str]:
    """List the codes of the warnings of a sheet."""
    faults = sheets.loads(sheet, taxonomy).faults
    assert all(fault.severity == "warning" for fault in faults)
    assert all(fault.render("fr") != fault.render("en") for fault in faults)
    return [fault.code for fault in faults]


def test_what_translates_another_text_is_a_draft(clubs: Taxonomy) -> None:
    """A text whose original has changed since is told, and is not taken as if nothing were."""
    sheet = filled(clubs, "es", {"categories.gold.definition": "Compra mucho."}, status="reviewed")
    newer = ct.loads(CLUBS.replace("Buys a lot.", "Buys more than most."))
    returned = sheets.loads(sheet, newer)
    assert [fault.code for fault in returned.faults] == ["sheet.outdated"]
    assert "status: draft" in returned.overlay
    assert doubts(filled(clubs, "es", {"categories.gold.definition": "Compra mucho."}), clubs) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"categories.gold.label.one": "Socio"}, ["sheet.missing-form"]),
        ({"categories.gold.label.one_feminine": "Socia"}, ["sheet.missing-form"]),
        (
            {"categories.gold.label.also.1.one": "Plata", "categories.silver.label.one": "PLATA"},
            ["sheet.collision"],
        ),
    ],
)
def test_what_may_be_meant_is_a_warning(clubs: Taxonomy, texts: dict[str, str], expected: list[str]) -> None:
    """Forms that are missing, and names of two categories, are told and taken."""
    assert doubts(filled(clubs, "es", texts), clubs) == expected


def test_a_text_that_is_emptied_stays(clubs: Taxonomy) -> None:
    """An overlay takes nothing away, and says so."""
    assert doubts(filled(clubs, "fr", {"categories.gold.definition": ""}), clubs) == ["sheet.stays"]


def test_another_version_is_told(clubs: Taxonomy) -> None:
    """A sheet of an older version is taken, with a word."""
    assert doubts(filled(clubs, "es", {}, version="0.9"), clubs) == ["sheet.other-version"]


# ---- what is wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"categories.gold.lable.one": "x"}, "sheet.unknown-address"),
        ({"categories.gold.label.first": "x"}, "sheet.unknown-address"),
        ({"categories.gold.label.also.0.one": "x"}, "sheet.unknown-address"),
        ({"categories.gold.label.reason": "x"}, "sheet.unknown-address"),
        ({"": "x"}, "sheet.unknown-address"),
        ({"label.one": "  "}, "text.empty"),
        ({"label.one": "a\x07b"}, "text.control"),
        ({"label.one": "a\u202eb"}, "text.bidi"),
        ({"label.one": "x" * 201}, "text.too-long"),
        ({"categories.gold.definition": "x" * 4001}, "text.too-long"),
        ({"categories.gold.label.one": "x", "categories.gold.label.gender": "neuter"}, "schema.value"),
        ({"categories.gold.label.gender": "epicene"}, "label.empty"),
        ({"categories.gold.label.avoid.1.reason": "Why."}, "label.empty"),
        ({"categories.gold.label.one": "x", "categories.gold.label.also.1.one": "x"}, "label.twice"),
    ],
)
def test_what_no_file_can_say_is_an_error_with_its_line(
    clubs: Taxonomy, texts: dict[str, str], expected: str
) -> None:
    """Each fault has the line of the sheet where the text stands."""
    sheet = filled(clubs, "es", texts)
    ((code, line),) = codes(sheet, clubs)
    assert code == expected
    assert line is not None
    assert line > 1


def test_a_text_that_has_another_role_already_is_an_error(clubs: Taxonomy) -> None:
    """Also a part of a sheet may make a term to avoid the label; that is told before it is written."""
    sheet = filled(clubs, "fr", {"categories.gold.label.one": "Doré"})
    head, *rows = csv.reader(io.StringIO(sheet))
    written = io.StringIO()
    csv.writer(written).writerows([head, *(row for row in rows if "categories.gold.label.one" in row)])
    assert codes(written.getvalue(), clubs) == [("label.twice", 2)]


def test_all_faults_are_told_at_once(clubs: Taxonomy) -> None:
    """A translator corrects a sheet once."""
    texts = {"label.one": "a\x07b", "categories.gold.definition": " ", "nowhere": "x"}
    found = [code for code, _ in codes(filled(clubs, "es", texts), clubs)]
    assert found == ["text.control", "text.empty", "sheet.unknown-address"]


@pytest.mark.parametrize(
    ("columns", "options", "expected"),
    [
        ({"taxonomy": ""}, {}, "sheet.no-header"),
        ({"taxonomy": "lifecycle"}, {}, "sheet.other-taxonomy"),
        ({"language": ""}, {}, "sheet.no-language"),
        ({"language": "Spanish!"}, {}, "language.form"),
        ({"language": "en"}, {}, "sheet.same-language"),
        ({"from": ""}, {}, "sheet.no-language"),
        ({"status": "done"}, {}, "schema.value"),
        ({}, {"language": "de"}, "sheet.other-language"),
    ],
)
def test_a_sheet_for_something_else_is_an_error(
    clubs: Taxonomy, columns: dict[str, str], options: dict[str, str], expected: str
) -> None:
    """A sheet says for which taxonomy it is, and between which languages."""
    found = codes(filled(clubs, "es", {}, **columns), clubs, **options)
    assert {code for code, _ in found} == {expected}


def test_a_sheet_of_a_taxonomy_that_is_not_shipped_needs_it(clubs: Taxonomy) -> None:
    """Without the taxonomy, only those of the library can be found."""
    assert codes(filled(clubs, "es", {}), None) == [("sheet.unknown-taxonomy", 1)]
    assert sheets.loads(sheets.dumps(ct.taxonomy("lifecycle"), "es", format="po")).taxonomy.id == "lifecycle"


def test_rows_of_two_sheets_are_told_apart(clubs: Taxonomy) -> None:
    """Rows of another language in the same file are errors, each with its line."""
    spanish, german = (sheets.dumps(clubs, tag, format="csv") for tag in ("es", "de"))
    found = codes(spanish + german.partition("\r\n")[2], clubs)
    assert {code for code, _ in found} == {"sheet.mixed"}


def test_a_text_that_stands_twice_is_an_error(clubs: Taxonomy) -> None:
    """Two texts for one place can't both be meant."""
    sheet = sheets.dumps(clubs, "es", format="po")
    again = (
        sheet + "\n" + sheet[sheet.index('msgctxt "definition"' if "definition" in sheet[:300] else "#. ") :]
    )
    assert {code for code, _ in codes(again, clubs)} == {"sheet.twice"}


# ---- files of all kinds ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encode", [lambda text: text.encode("utf-8-sig"), lambda text: text.encode("utf-16")]
)
def test_a_spreadsheet_comes_back_as_excel_saves_it(clubs: Taxonomy, encode: Callable[[str], bytes]) -> None:
    """Marks, other encodings and other separators are found out."""
    sheet = filled(clubs, "es", SPANISH)
    rows = list(csv.reader(io.StringIO(sheet)))
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(rows)
    for text in (sheet, written.getvalue()):
        assert sheets.loads(encode(text), clubs).overlay == sheets.loads(sheet, clubs).overlay


def test_a_spreadsheet_in_windows_1252_is_read(clubs: Taxonomy) -> None:
    """What Excel saves as plain CSV keeps its accents."""
    sheet = filled(clubs, "es", {"rules.apart.note": "Así es; ¡sí!"})
    assert "Así es; ¡sí!" in sheets.loads(sheet.encode("cp1252"), clubs).overlay


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=x", "+x", "-x", "@x", "'", "'x", "\t=x"])
def test_no_text_is_a_formula_in_a_spreadsheet(clubs: Taxonomy, text: str) -> None:
    """A cell that would be calculated is guarded, and comes back as it was."""
    returned = sheets.loads(filled(clubs, "es", {}), clubs)
    assert returned.changed == 0
    content = CLUBS.replace("Buys a lot.", "x").replace("definition: {", f'definition: {{es: "{text}", ')
    taxonomy = ct.loads(content.replace("\t", "\\t"))
    sheet = sheets.dumps(taxonomy, "es", format="csv")
    cells = [cell for row in rows_of(sheet) for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)
    assert sheets.loads(sheet, taxonomy).changed == 0


XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>{doctype}
<xliff version="{version}" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="clubs 1.0.0" source-language="en" target-language="es" datatype="plaintext"><body>
    <trans-unit id="categories.gold.definition"{approved}>
      <source>Buys a lot.</source><seg-source><mrk mtype="seg" mid="1">Buys a lot.</mrk></seg-source>
      <target{state}>{target}</target>
      <alt-trans><source>Buys</source><target>Otra cosa</target></alt-trans>
    </trans-unit></body></file>
</xliff>
"""


def xliff(**given: str) -> str:
    """Write an XLIFF file as another tool would."""
    usual = {"doctype": "", "version": "1.2", "approved": "", "state": "", "target": "Compra mucho."}
    return XLIFF.format(**{**usual, **given})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "translated"),
        ({"approved": ' approved="yes"'}, "reviewed"),
        ({"state": ' state="translated"', "approved": ' approved="yes"'}, "reviewed"),
        ({"state": ' state="final"'}, "reviewed"),
        ({"state": ' state="signed-off"'}, "reviewed"),
        ({"state": ' state="needs-review-translation"'}, "draft"),
        ({"state": ' state="new"'}, "draft"),
        ({"state": ' state="x-own"'}, "translated"),
        ({"target": '<mrk mtype="seg" mid="1">Compra <g id="1">mucho</g>.</mrk>'}, "translated"),
    ],
)
def test_the_states_of_other_tools_are_understood(
    clubs: Taxonomy, given: dict[str, str], expected: str
) -> None:
    """A state of XLIFF is one of the statuses; markup inside of a text, and other texts, are passed over."""
    returned = sheets.loads(xliff(**given), clubs)
    assert "es: Compra mucho." in returned.overlay
    assert ("status: " + expected in returned.overlay) or expected == "translated"


BOMB = (
    "<!DOCTYPE x ["
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (xliff(doctype=BOMB, target="&a11;"), "sheet.doctype"),
        (xliff(doctype=OUTSIDE, target="&a;"), "sheet.doctype"),
        (xliff(version="2.0"), "sheet.no-xliff"),
        ("<html></html>", "sheet.no-xliff"),
        (xliff()[:-40], "sheet.syntax"),
        (xliff(target="&undefined;"), "sheet.syntax"),
        (xliff(target="&#7;"), "sheet.syntax"),
        (xliff(target="a\u202eb"), "text.bidi"),
        ("<" * 100_000, "sheet.syntax"),
        ("<a>" * 100_000, "sheet.no-xliff"),
        ('msgid "', "sheet.syntax"),
        ('msgid "a" "b"\nmsgstr ""', "sheet.syntax"),
        ('msgid "a\\q"\nmsgstr ""', "sheet.syntax"),
        ('msgid "a"\n', "sheet.syntax"),
        ('msgid ""\nmsgstr ""\nhello', "sheet.syntax"),
        ("msgid\n" * 50_000, "sheet.syntax"),
        ('msgid ""\nmsgstr ""\n' + '"x"\n' * 500_000, "sheet.no-header"),
        ('# \x07\nmsgid ""\nmsgstr ""\n', "text.control"),
        (b'msgid "\xe9"\nmsgstr ""', "file.encoding"),
        (b"\xff\xfe<\x00", None),
        (b"#" * (sheets.MAX_BYTES + 1), "file.too-large"),
        (b"", None),
        (b"\0\0\0", None),
        (b"a;b\n" * 10, None),
        ('taxonomy,language,address,text\n"', None),
        ("taxonomy,language,address,text\n" + '"' + "x" * 1_000_000, None),
    ],
    ids=range(26),
)
def test_a_hostile_file_ends_in_a_sentence(clubs: Taxonomy, sheet: str | bytes, expected: str | None) -> None:
    """Bombs, outside entities, cut and damaged files end soon, in an error that says what is wrong."""
    started = time.process_time()
    if expected is None:
        with pytest.raises((LoadError, TableError)) as caught:
            sheets.loads(sheet, clubs)
        assert caught.value.render("fr")
    else:
        assert expected in {code for code, _ in codes(sheet, clubs)}
    assert time.process_time() - started < 20


def test_the_plural_forms_of_another_tool_are_not_guessed(clubs: Taxonomy) -> None:
    """Where a tool has renumbered the forms, nobody knows which is which."""
    sheet = sheets.dumps(clubs, "es", format="po")
    changed = sheet.replace("nplurals=2; plural=(n != 1);", "nplurals=3; plural=n==1 ? 0 : n==0 ? 2 : 1;")
    assert {code for code, _ in codes(changed, clubs)} == {"sheet.plural-forms"}


@pytest.mark.parametrize("written", ["pt_BR", "pt-br", "PT-BR"])
def test_the_language_is_known_in_every_spelling(clubs: Taxonomy, written: str) -> None:
    """Poedit writes pt_BR; its plurals are those of the language all the same."""
    sheet = sheets.dumps(clubs, "pt-BR", format="po").replace("Language: pt-BR", f"Language: {written}", 1)
    sheet = sheet.replace('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "Sócio"\nmsgstr[1] "Sócios"', 1)
    returned = sheets.loads(sheet, clubs)
    assert returned.language == "pt-BR"
    assert "other: Sócios" in returned.overlay


def test_a_fuzzy_entry_is_a_draft(clubs: Taxonomy) -> None:
    """What an editor marks as needing work is a draft; other flags and old entries are passed over."""
    sheet = sheets.dumps(clubs, "es", format="po")
    start = sheet.index('msgctxt "categories.gold.definition"')
    entry = '#, fuzzy, no-wrap\n#| msgid "Buys"\n'
    entry += sheet[start:].replace('msgstr ""', 'msgstr ""\n"Compra "\n"mucho."', 1)
    returned = sheets.loads(sheet[:start] + entry + '\n#~ msgid "Old"\n#~ msgstr "Viejo"\n', clubs)
    assert "status: draft" in returned.overlay
    assert "es: Compra mucho." in returned.overlay


def test_polish_plurals_find_their_numbers(clubs: Taxonomy, tmp_path: Path) -> None:
    """The three forms that a Polish translator fills in are those that look-ups show."""
    sheet = sheets.dumps(clubs, "pl", format="po")
    for index, text in enumerate(("złoty klient", "złoci klienci", "złotych klientów")):
        sheet = sheet.replace(f'msgstr[{index}] ""', f'msgstr[{index}] "{text}"', 1)
    gold = overlaid(sheets.loads(sheet, clubs).overlay, tmp_path)["gold"]
    shown = {plural_category("pl", count): gold.label("pl", count=count) for count in (1, 3, 5)}
    assert shown == {"one": "złoty klient", "few": "złoci klienci", "many": "złotych klientów"}
