r"""PO is gettext's format of translations, the one of Poedit, Lokalize and Weblate.

An entry's context (`msgctxt`) is the address of a text. The forms of a noun for numbers are one entry with
a plural, `….feminine` is the same of its feminine forms, and `Plural-Forms` says which form is which.
A draft is `fuzzy`; `reviewed` and `original` are flags of our own, which editors keep; a text without a
flag is translated. The reader is strict where those of libraries are not: what is cut off or stands
twice is an error with its line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from customer_types._reading.documents import MAX_FAULTS, Document
from customer_types._reading.events import without_hidden
from customer_types._sheets.entries import Entry, Head, Sheet, Tell
from customer_types._sheets.parts import split
from customer_types._sheets.plurals import formula, numbers
from customer_types._sheets.units import Unit
from customer_types.labels import STATUSES, Status
from customer_types.languages import canonical, is_tag
from customer_types.messages import Phrase, Plain

_FLAGS: Mapping[str, Status] = {"fuzzy": "draft", **{status: status for status in STATUSES}}
_FLAG_OF = {"draft": "fuzzy", "reviewed": "reviewed", "original": "original"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_STRING = re.compile(r'"(?:[^"\\]|\\[ntrabfv"\\])*"')
_LINE = re.compile(
    r"(?P<keyword>msgctxt|msgid|msgid_plural|msgstr)(?:\[(?P<index>[0-9]{1,2})\])?\s*(?P<text>\".*)"
)
_PROJECT = re.compile(r"(\S*) (\S*)")


# ---- writing


def write(head: Head, units: Iterable[Unit], tell: Tell) -> str:
    """Write units, each with what a translator is told of it."""
    language = head.language
    header = {
        "Project-Id-Version": f"{head.taxonomy} {head.version}",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": formula(language),
        "X-Source-Language": head.source,
    }
    said = "".join(f"{key}: {value}\n" for key, value in header.items())
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(_context(unit, language), []).append(unit)
    blocks = [_field("msgid", "") + _field("msgstr", said)]
    blocks += [_entry(context, group, language, tell) for context, group in groups.items()]
    return "\n".join(blocks)


def _context(unit: Unit, language: str) -> str:
    """Name the entry that a unit is in: forms for numbers are together, apart from feminine ones."""
    key = split(unit.part)[1]
    number, _, gender = key.partition("_")
    if len(numbers(language)) == 1 or number not in numbers(language):
        return unit.address
    ending = ".feminine" if gender else ""
    return unit.address.removesuffix(f".{key}") + ending


def _entry(context: str, group: list[Unit], language: str, tell: Tell) -> str:
    unit = group[0]
    by_number = {split(one.part)[1].partition("_")[0]: one for one in group}
    is_one = context == unit.address or [*by_number] == ["one"]  # a text, or a name without a plural
    lines = "".join(f"#. {line}\n" for line in tell(unit, is_one))
    flag = next((_FLAG_OF.get(one.status) for one in group if one.status is not None), None)
    if flag is not None:
        lines += f"#, {flag}\n"
    lines += _field("msgctxt", context)
    if is_one:
        return lines + _field("msgid", unit.source) + _field("msgstr", unit.text)
    singular = by_number.get("one", unit).source
    plural = next((one.source for number, one in by_number.items() if number != "one"), singular)
    lines += _field("msgid", singular) + _field("msgid_plural", plural)
    for index, number in enumerate(numbers(language)):
        lines += _field(f"msgstr[{index}]", by_number[number].text if number in by_number else "")
    return lines


def _field(keyword: str, text: str) -> str:
    """Write a keyword with its text, a line for each line of it."""
    pieces = [
        "".join(_ESCAPES.get(sign, sign) for sign in piece) for piece in re.findall(r"[^\n]*\n|[^\n]+", text)
    ]
    if len(pieces) > 1:
        pieces.insert(0, "")
    return "".join(
        f'{keyword} "{piece}"\n' if index == 0 else f'"{piece}"\n'
        for index, piece in enumerate(pieces or [""])
    )


# ---- reading


@attrs.define
class _Record:
    """An entry while it is read: the pieces of its texts by keyword, with their lines."""

    line: int
    pieces: dict[str, list[str]] = attrs.field(factory=dict)
    lines: dict[str, int] = attrs.field(factory=dict)
    flags: list[str] = attrs.field(factory=list)

    @property
    def texts(self) -> dict[str, str]:
        """The texts in whole."""
        return {keyword: "".join(pieces) for keyword, pieces in self.pieces.items()}


def read(document: Document) -> Sheet:
    """Read a PO file; its faults are noted in its document."""
    sheet = Sheet(document=document)
    plural_forms = ""
    for record in _Lines(document).read():
        texts = record.texts
        context, source = texts.get("msgctxt"), texts.get("msgid")
        if source is None or not any(keyword.startswith("msgstr") for keyword in texts):
            document.fault("sheet.syntax", record.line, problem=Phrase("sheet.po-incomplete"))
        elif context is None and not source:
            head = texts.get("msgstr", "").splitlines()
            header = {
                key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in head)
            }
            project = _PROJECT.fullmatch(header.get("project-id-version", ""))
            if project is not None:
                sheet.taxonomy, sheet.version = project.groups()
            language = header.get("language", "")
            sheet.language = canonical(language) if is_tag(language) else language
            sheet.source = header.get("x-source-language", "")
            plural_forms = header.get("plural-forms", "")
        else:
            sheet.entries += _entries(record, context or "", source, sheet, plural_forms)
    return sheet


def _entries(record: _Record, context: str, source: str, sheet: Sheet, plural_forms: str) -> Iterator[Entry]:
    status = next((_FLAGS[flag] for flag in record.flags if flag in _FLAGS), None)
    place, feminine = (
        (context.removesuffix(".feminine"), "_feminine") if context.endswith(".feminine") else (context, "")
    )
    texts = record.texts
    plural = texts.get("msgid_plural")
    if plural is None:
        is_name = feminine or place.endswith(".label") or re.search(r"\.(?:also|avoid)\.[0-9]+$", place)
        address = f"{place}.one{feminine}" if is_name or place == "label" else place
        yield Entry(
            address=address,
            source=source,
            text=texts.get("msgstr", ""),
            status=status,
            line=record.lines.get("msgstr", record.line),
        )
        return
    if not is_tag(sheet.language):
        return  # which is told of the whole sheet
    categories = numbers(sheet.language)
    indexes = {int(keyword[7:-1]): keyword for keyword in texts if keyword.startswith("msgstr[")}
    declared = re.match(r"\s*nplurals\s*=\s*([0-9]+)", plural_forms)
    if (declared and int(declared[1]) != len(categories)) or max(indexes, default=0) >= len(categories):
        sheet.document.fault(
            "sheet.plural-forms", record.line, inside=context, expected=Plain(formula(sheet.language))
        )
        return
    for index, keyword in sorted(indexes.items()):
        number = categories[index]
        yield Entry(
            address=f"{place}.{number}{feminine}",
            source=source if number == "one" else plural,
            text=texts[keyword],
            status=status,
            line=record.lines[keyword],
        )


class _Lines:
    """Reads lines into records; what is none of PO is a fault of its line."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.record = _Record(1)
        self.keyword = ""  # to which a line that has but a text belongs

    def read(self) -> Iterator[_Record]:
        for number, written in enumerate(without_hidden(self.document).splitlines(), 1):
            line = written.strip()
            match = _LINE.fullmatch(line)
            if self.begins(line, match):
                yield self.record
                self.record, self.keyword = _Record(number), ""
            if match is not None:
                self.take(number, match)
            elif line.startswith("#,"):
                self.record.flags += [flag.strip() for flag in line[2:].split(",")]
            elif line.startswith('"') and self.keyword:
                self.record.pieces[self.keyword].append(self.text(number, line))
            elif line and not line.startswith("#"):
                self.document.fault("sheet.syntax", number, problem=Phrase("sheet.po-line"))
            if len(self.document.faults) >= MAX_FAULTS:
                return
        if self.record.pieces:
            yield self.record

    def begins(self, line: str, match: re.Match[str] | None) -> bool:
        """Tell whether a line begins another entry: a comment after a text, or what each has once."""
        if match is None or not self.record.pieces:
            return line.startswith("#") and self.keyword.startswith("msgstr")
        return match["keyword"] == "msgctxt" or (
            match["keyword"] == "msgid" and "msgid" in self.record.pieces
        )

    def take(self, number: int, match: re.Match[str]) -> None:
        record = self.record
        keyword = match["keyword"] if match["index"] is None else f"{match['keyword']}[{int(match['index'])}]"
        if keyword in record.pieces:
            self.document.fault(
                "sheet.syntax", number, problem=Phrase("sheet.po-twice", {"keyword": Plain(keyword)})
            )
        if not record.pieces:
            record.line = number
        self.keyword = keyword
        record.lines[keyword] = number
        record.pieces[keyword] = [self.text(number, match["text"])]

    def text(self, number: int, written: str) -> str:
        if _STRING.fullmatch(written) is None:
            self.document.fault("sheet.syntax", number, problem=Phrase("sheet.po-string"))
            return ""
        return re.sub(r"\\(.)", lambda found: _PLAIN[found[1]], written[1:-1])
