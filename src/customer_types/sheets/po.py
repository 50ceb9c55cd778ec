"""PO is gettext's format of translations, the one of Poedit, Lokalize and Weblate.

An entry's context (`msgctxt`) is the address of a text. The forms of a noun for numbers are one entry with
a plural, `….feminine` is the same of its feminine forms, and the formula of `Plural-Forms` says which form
is which.
A draft is `fuzzy`; `reviewed` and `original` are flags of our own, which editors keep; a text without a
flag is translated. polib writes and reads; since it takes what is cut off for whole, the lines are looked
at before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

import attrs
from polib import POEntry, POFile, pofile

from customer_types._messages import Phrase, Plain
from customer_types._model.labels import STATUSES, Status
from customer_types._model.languages import canonical, is_tag, plural_category
from customer_types._reading.documents import Document
from customer_types._reading.tags import is_language
from customer_types._reading.yaml import without_hidden
from customer_types.sheets.entries import Entry, Head, Sheet, Tell
from customer_types.sheets.parts import split
from customer_types.sheets.plurals import formula, numbering, numbers
from customer_types.sheets.units import Unit

_FLAGS: Mapping[str, Status] = {"fuzzy": "draft", **{status: status for status in STATUSES}}
_FLAG_OF = {"draft": "fuzzy", "reviewed": "reviewed", "original": "original"}
_STRING = re.compile(r'"(?:[^"\\]|\\[ntrbfv"\\])*"')
_LINE = re.compile(r"(?P<keyword>msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]{1,2}\])?)\s*(?P<text>\".*)")
_PLURAL_FORMS = re.compile(r'"(Plural-Forms)\s*:', re.IGNORECASE)
_PROJECT = re.compile(r"(\S*) (\S*)")


# ---- writing


def write(head: Head, units: Iterable[Unit], tell: Tell) -> str:
    """Write units, each with what a translator is told of it."""
    language = head.language
    made = POFile(wrapwidth=0)
    made.metadata = {
        "Project-Id-Version": f"{head.taxonomy} {head.version}",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": formula(language),
        "X-Source-Language": head.source,
    }
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(_context(unit, language), []).append(unit)
    made += [_entry(context, group, language, tell) for context, group in groups.items()]
    return str(made)


def _context(unit: Unit, language: str) -> str:
    """Name the entry that a unit is in: forms for numbers are together, apart from feminine ones."""
    key = split(unit.part)[1]
    number, _, gender = key.partition("_")
    if len(numbers(language)) == 1 or number not in numbers(language):
        return unit.address
    ending = ".feminine" if gender else ""
    return unit.address.removesuffix(f".{key}") + ending


def _entry(context: str, group: list[Unit], language: str, tell: Tell) -> POEntry:
    unit = group[0]
    by_number = {split(one.part)[1].partition("_")[0]: one for one in group}
    is_one = context == unit.address or [*by_number] == ["one"]  # a text, or a name without a plural
    flag = next((_FLAG_OF.get(one.status) for one in group if one.status is not None), None)
    made = POEntry(
        msgctxt=context,
        msgid=unit.source,
        comment="\n".join(tell(unit, number=is_one)),
        flags=[] if flag is None else [flag],
    )
    if is_one:
        made.msgstr = unit.text
        return made
    made.msgid = by_number.get("one", unit).source
    made.msgid_plural = next((one.source for number, one in by_number.items() if number != "one"), made.msgid)
    made.msgstr_plural = {
        index: by_number[number].text if number in by_number else ""
        for index, number in enumerate(numbers(language))
    }
    return made


# ---- reading


@attrs.frozen
class _Outline:
    """Which keyword stands in which line."""

    lines: list[int] = attrs.field(factory=list)
    keywords: list[str] = attrs.field(factory=list)

    def line(self, start: int, keyword: str) -> int:
        """Find the line of a keyword of the entry that begins in a line."""
        for place in range(bisect_left(self.lines, start), len(self.lines)):
            if self.keywords[place] == keyword:
                return self.lines[place]
        return start


def _outline(document: Document, text: str) -> _Outline:
    """Look at each line, and note as faults what is none of PO, or cut off."""
    found, waiting = _Outline(), 0  # the line of a text that waits for its translation
    for number, written in enumerate([*text.splitlines(), ""], 1):
        line = written.strip()
        match = _LINE.fullmatch(line)
        if match is not None:
            found.lines.append(number)
            found.keywords.append(match["keyword"])
            if match["keyword"].startswith("msgstr"):
                waiting = 0
            elif match["keyword"] == "msgid":
                waiting = number
        elif not line and waiting:
            document.fault("sheet.syntax", waiting, problem=Phrase("sheet.po-incomplete"))
            waiting = 0
        problem = _problem(line, match)
        if problem is not None:
            document.fault("sheet.syntax", number, problem=Phrase(problem))
    return found


def _problem(line: str, match: re.Match[str] | None) -> str | None:
    """Say what is wrong with a line by itself."""
    if not line or line.startswith("#"):
        return None
    if match is None and not line.startswith('"'):
        return "sheet.po-line"
    quoted = line if match is None else match["text"]
    return None if _STRING.fullmatch(quoted) else "sheet.po-string"


def read(document: Document) -> Sheet:
    """Read a PO file; its faults are noted in its document."""
    sheet = Sheet(document=document)
    text = without_hidden(document)
    outline = _outline(document, text)
    if document.faults:
        return sheet
    try:
        found = pofile(f"{text}\n")  # with a line end, it is no name of a file
    except OSError as error:  # as polib calls an error of syntax
        place = re.search(r"line (\d+)", str(error))
        document.fault("sheet.syntax", int(place[1]) if place else 1, problem=Phrase("sheet.po-order"))
        return sheet
    header = {key.lower(): value for key, value in found.metadata.items()}
    project = _PROJECT.fullmatch(header.get("project-id-version", ""))
    if project is not None:
        sheet.taxonomy, sheet.version = project.groups()
    language = header.get("language", "")
    sheet.language = canonical(language) if is_tag(language) else language
    sheet.source = header.get("x-source-language", "")
    entries = [entry for entry in found if not entry.obsolete]
    categories: tuple[str, ...] | None = None
    if any(entry.msgid_plural for entry in entries) and is_language(sheet.language):
        categories = _categories(header.get("plural-forms", ""), sheet)
    for entry in entries:
        sheet.entries += _entries(entry, sheet, outline, categories)
    return sheet


def _categories(plural_forms: str, sheet: Sheet) -> tuple[str, ...] | None:
    """Find out which plural category each form has, or report that the header does not say so."""
    document, expected = sheet.document, Plain(formula(sheet.language))
    match = _PLURAL_FORMS.search(document.text)
    line, column = (1, 1) if match is None else document.place(match.start(1))
    found = numbering(plural_forms, sheet.language)
    if found is None:
        document.fault("sheet.plural-forms", line, column, expected=expected)
        return None
    if found.zero is not None:
        zero = plural_category(sheet.language, 0)
        document.fault(
            "sheet.plural-zero",
            line,
            column,
            severity="warning",
            form=found.zero,
            category=zero,
            expected=expected,
        )
    return found.categories


def _entries(
    entry: POEntry, sheet: Sheet, outline: _Outline, categories: tuple[str, ...] | None
) -> Iterator[Entry]:
    status = next((_FLAGS[flag] for flag in entry.flags if flag in _FLAGS), None)
    context = entry.msgctxt or ""
    place, feminine = (
        (context.removesuffix(".feminine"), "_feminine") if context.endswith(".feminine") else (context, "")
    )
    if not entry.msgid_plural:
        is_name = feminine or place.endswith(".label") or re.search(r"\.(?:also|avoid)\.[0-9]+$", place)
        yield Entry(
            address=f"{place}.one{feminine}" if is_name or place == "label" else place,
            source=entry.msgid,
            text=entry.msgstr,
            status=status,
            line=outline.line(entry.linenum or 1, "msgstr"),
        )
        return
    if categories is None:
        return  # which is told of the whole sheet
    if max(entry.msgstr_plural, default=0) >= len(categories):
        line = outline.line(entry.linenum or 1, "msgctxt")
        expected = Plain(formula(sheet.language))
        sheet.document.fault("sheet.plural-forms", line, inside=context, expected=expected)
        return
    for index, text in sorted(entry.msgstr_plural.items()):
        number = categories[index]
        yield Entry(
            address=f"{place}.{number}{feminine}",
            source=entry.msgid if number == "one" else entry.msgid_plural,
            text=text,
            status=status,
            line=outline.line(entry.linenum or 1, f"msgstr[{index}]"),
        )
