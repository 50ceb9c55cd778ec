"""A change is what comes back with a sheet: the labels and texts that are new, and how far all is."""

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import normalize

import attrs

from customer_types._messages import Phrase
from customer_types._model.folding import likeness
from customer_types._model.labels import STATUSES, Naming, Status, Translation
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._reading.scalars import MAX_LABEL, MAX_TEXT, is_blank
from customer_types._reading.yaml import hidden
from customer_types.sheets.entries import Entry, Sheet
from customer_types.sheets.parts import GENDERS, is_part, naming_of, offer, parts_of, split
from customer_types.sheets.units import is_text, source_of
from customer_types.statements import Statement, statements, status_of_own

#: What spreadsheets show in place of what they could not compute, in the languages of their users.
_NOT_COMPUTED = re.compile(r"#(?:[¡¿]?[A-ZÀ-Ý0-9/]+[!?]|N/[AD])")
#: Of statuses that are equally frequent, the first is the usual one.
_USUAL: tuple[Status, ...] = ("translated", "reviewed", "draft", "original")


@attrs.frozen(kw_only=True)
class Change:
    """What a sheet changes in a language, by address, and the status of all that is said there then."""

    contents: dict[str, Naming | str]
    translation: Translation | None  # None: as it is


@attrs.frozen(kw_only=True)
class _Placed:
    """An entry at its place: a part of a statement, with its text made fit for a file."""

    entry: Entry
    statement: Statement
    part: str
    text: str
    status: Status


def change_of(sheet: Sheet, taxonomy: Taxonomy, status: Status) -> Change:
    """Take what a sheet says; its faults are noted in its document.

    A text without a status has the one that is given.
    """
    addressed = {one.address: one for one in statements(taxonomy) if one.address is not None}
    placed: dict[str, list[_Placed]] = {}
    for one in _placed(sheet, addressed, status):
        placed.setdefault(str(one.statement.address), []).append(one)
    contents: dict[str, Naming | str] = {}
    statuses: dict[str, Status] = {}
    for address, statement in addressed.items():
        before = statement.found(sheet.language)
        parts = placed.get(address, [])
        now = _content(sheet, statement, before, parts)
        if now is None:
            continue
        if now != before:
            contents[address] = now
        told = [one.status for one in parts if one.text]
        known = status_of_own(taxonomy, statement, sheet.language)
        statuses[address] = min(told, key=STATUSES.index) if told else known or status
    _warn_of_collisions(sheet, taxonomy, contents, placed)
    _warn_of_originals(sheet, taxonomy, contents, placed)
    return Change(contents=contents, translation=_translation(sheet, taxonomy, statuses))


def _placed(sheet: Sheet, addressed: dict[str, Statement], status: Status) -> Iterable[_Placed]:
    """Find the places of entries, and check their texts."""
    first: dict[str, Entry] = {}
    for entry in sheet.entries:
        statement, part = _place(entry.address, addressed)
        if statement is None:
            hints = sheet.document.similar(entry.address, addressed)
            sheet.report(entry, "sheet.unknown-address", hints=hints)
            continue
        other = first.setdefault(entry.address, entry)
        if other is not entry:
            sheet.report(entry, "sheet.twice", first=other.line)
            continue
        text = normalize("NFC", entry.text)
        if text and not _is_fit(sheet, entry, part, text):
            continue
        told = entry.status or status
        source = source_of(statement, part, sheet.source, sheet.language)
        if text != _known(statement, part, sheet.language):
            _check_new(sheet, entry, part, text.strip(), source)
        if text and told != "original" and entry.source and not _same(entry.source, source):
            sheet.report(entry, "sheet.outdated", severity="warning", now=source)
            told = "draft"
        yield _Placed(entry=entry, statement=statement, part=part, text=text, status=told)


def _known(statement: Statement, part: str, language: str) -> str | None:
    """Give what a part says in a language already."""
    found = statement.found(language)
    return found if isinstance(found, str) else parts_of(found, language).get(part)


def _place(address: str, addressed: dict[str, Statement]) -> tuple[Statement | None, str]:
    """Find the statement that an address leads to, and the part of it."""
    whole = addressed.get(address)
    if whole is not None and is_text(whole):
        return whole, ""
    pieces = address.split(".")
    for length in range(len(pieces) - 1, max(len(pieces) - 4, 0), -1):
        statement, part = addressed.get(".".join(pieces[:length])), ".".join(pieces[length:])
        if statement is not None and not is_text(statement) and is_part(part):
            return statement, part
    return None, ""


def _is_fit(sheet: Sheet, entry: Entry, part: str, text: str) -> bool:
    """Tell whether a text can stand in a file, and report why not."""
    found = hidden(text)
    key = split(part)[1]
    limit = MAX_TEXT if key in ("", "reason") else MAX_LABEL
    if found is not None:
        code, character = found
        sheet.report(entry, code, character=character)
    elif is_blank(text):
        sheet.report(entry, "text.empty")
    elif len(text) > limit:
        sheet.report(entry, "text.too-long", limit=limit, length=len(text))
    elif key == "gender" and text not in GENDERS:
        hints = sheet.document.similar(text, GENDERS)
        sheet.report(entry, "schema.value", text=text, allowed=GENDERS, hints=hints)
    else:
        return True
    return False


def _check_new(sheet: Sheet, entry: Entry, part: str, text: str, source: str) -> None:
    """Report what a translator, or a spreadsheet, may have done to a text without meaning it."""
    if _NOT_COMPUTED.fullmatch(text):
        sheet.report(entry, "sheet.not-computed", text=text)
    elif " " in text and _same(text, source):
        sheet.report(entry, "sheet.untranslated", severity="warning")
    elif "\n" in text and part and _is_form(part):
        sheet.report(entry, "sheet.line-break", severity="warning")


def _same(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for their spaces, which editors change."""
    return normalize("NFC", one).split() == other.split()


def _content(
    sheet: Sheet, statement: Statement, before: Naming | str | None, placed: list[_Placed]
) -> Naming | str | None:
    """Give what a statement says now."""
    if not placed:
        return before
    now: Naming | str | None
    if is_text(statement):
        now = placed[0].text or None
    else:
        known = before if isinstance(before, Naming) else None
        parts = parts_of(known, sheet.language)
        for one in placed:
            parts.pop(one.part, None)
            if one.text:
                parts[one.part] = one.text
        _check_label(sheet, statement, parts, placed)
        now = naming_of(parts, sheet.language, known)
    if now is None and before is not None:
        sheet.report(placed[0].entry, "sheet.stays", severity="warning")
        return before
    return now


def _check_label(sheet: Sheet, statement: Statement, parts: dict[str, str], placed: list[_Placed]) -> None:
    """Report what is wrong with a label as a whole."""
    entries = {one.part: one.entry for one in placed}
    named = {split(part)[0] for part in parts if _is_form(part)}
    for one in placed:
        if one.text and not _is_form(one.part) and split(one.part)[0] not in named:
            sheet.report(one.entry, "label.empty")
    roles: dict[str, str] = {}
    for part, text in parts.items():
        role = split(part)[0].partition(".")[0] or "label"
        other = roles.setdefault(text, role) if _is_form(part) else role
        if other != role:
            entry = entries.get(part, placed[0].entry)
            sheet.report(entry, "label.twice", text=text, one=other, other=role)
    wanted = offer(statement, sheet.language)
    for ending in ("", "_feminine"):
        forms = [f"{number}{ending}" for number in wanted.numbers]
        missing = [form for form in forms if form not in parts]
        if missing and len(missing) < len(forms):
            at = next((one for one in placed if one.part in missing), placed[0])
            sheet.report(at.entry, "sheet.missing-form", severity="warning", forms=tuple(missing))


def _is_form(part: str) -> bool:
    return split(part)[1] not in ("gender", "reason")


def _warn_of_collisions(
    sheet: Sheet, taxonomy: Taxonomy, contents: dict[str, Naming | str], placed: dict[str, list[_Placed]]
) -> None:
    """Report names and synonyms that mean two categories of the taxonomy."""
    meant: dict[tuple[str, str], Category] = {}
    for category in taxonomy:
        address = f"categories.{category.id}.label"
        naming = contents.get(address, category.labels.by_language.get(sheet.language))
        if not isinstance(naming, Naming):
            continue
        names = [name for name in (naming.name, *naming.also) if name is not None]
        for text in dict.fromkeys(text for name in names for text in name.forms.values()):
            alike = likeness(text)
            other = meant.setdefault(alike, category) if any(alike) else category
            one = next((one for one in placed.get(address, ()) if one.text == text), None)
            if other is not category and one is not None:
                sheet.report(one.entry, "sheet.collision", severity="warning", text=text, category=other.key)


def _warn_of_originals(
    sheet: Sheet, taxonomy: Taxonomy, contents: dict[str, Naming | str], placed: dict[str, list[_Placed]]
) -> None:
    """Report that translations take the place of what is said first in a language, once for all of them."""
    if sheet.language in taxonomy.translations:
        return
    own = {one.address for one in statements(taxonomy) if one.found(sheet.language) is not None}
    entries = [
        one.entry
        for address in contents
        for one in placed[address][:1]
        if address in own and one.status != "original"
    ]
    if entries:
        sheet.report(
            entries[0],
            "sheet.original",
            severity="warning",
            hints=(Phrase("hint.sheet-original"),),
            language=sheet.language,
            count=len(entries),
        )


def _translation(sheet: Sheet, taxonomy: Taxonomy, statuses: dict[str, Status]) -> Translation | None:
    """Say how far all is that is said in the language, if that is not what the taxonomy says already."""
    before = taxonomy.translations.get(sheet.language)
    if before is None and not {*statuses.values()} - {"original"}:
        return None
    usual = max(_USUAL, key=Counter(statuses.values()).__getitem__)
    by_status: dict[str, tuple[str, ...]] = {
        status: tuple(address for address, told in statuses.items() if told == status)
        for status in STATUSES
        if status != usual
    }
    now = Translation(source=sheet.source, status=usual, **by_status)
    is_same = (
        before is not None
        and before.source == now.source
        and all(before.status_of(address) == told for address, told in statuses.items())
    )
    return None if is_same else now
