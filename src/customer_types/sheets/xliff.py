"""XLIFF 1.2 is the format of Trados, memoQ, Phrase and OmegaT; there is a newer one, which fewer can read.

A unit is a `trans-unit` whose id is its address. Mozilla's library for localization writes it. What comes
back is read by expat, which knows the line of every text: that library does not, and of two targets it takes
one without a word. A file that declares a document type is refused before anything of it is unfolded, so no
entity can be defined in it.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from xml.parsers import expat

from moz.l10n.formats import Format
from moz.l10n.formats.xliff.serialize import xliff_serialize
from moz.l10n.model import Comment, Entry as MozillaEntry, Metadata, Resource, Section

from customer_types._messages import Phrase
from customer_types._model.labels import Status
from customer_types._reading.documents import Document
from customer_types._reading.yaml import without_hidden
from customer_types.sheets.entries import Entry, Head, Sheet, Tell
from customer_types.sheets.units import Unit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATE_OF: Mapping[Status | None, str] = {
    None: "needs-translation",
    "draft": "needs-review-translation",
    "translated": "translated",
    "reviewed": "signed-off",
    "original": "x-original",
}
_STATUSES: Mapping[str, Status] = {
    "new": "draft",
    "needs-translation": "draft",
    "needs-adaptation": "draft",
    "needs-l10n": "draft",
    "needs-review-translation": "draft",
    "needs-review-adaptation": "draft",
    "needs-review-l10n": "draft",
    "translated": "translated",
    "signed-off": "reviewed",
    "final": "reviewed",
    "x-original": "original",
}
#: What has texts of its own that are none of the unit's.
_APART = frozenset({"alt-trans", "seg-source", "note", "bin-unit", "header", "context-group", "count-group"})


def write(head: Head, units: Iterable[Unit], tell: Tell) -> str:
    """Write units, each with what a translator is told of it."""
    languages = {"@source-language": head.source, "@target-language": head.language}
    meta = {**languages, "@datatype": "plaintext"}
    entries: list[MozillaEntry[str] | Comment] = [_entry(unit, tell) for unit in units]
    file = Section((f"{head.taxonomy} {head.version}",), entries, meta=_listed(meta.items()))
    root = _listed([("@version", "1.2"), ("@xmlns", _NAMESPACE)])
    return "".join(xliff_serialize(Resource(Format.xliff, [file], meta=root)))


def _entry(unit: Unit, tell: Tell) -> MozillaEntry[str]:
    """Make the entry of a unit: what it has besides its text is told by paths of elements and attributes."""
    approved = [("@approved", "yes")] if unit.status in ("reviewed", "original") else []
    meta = [*approved, ("@xml:space", "preserve"), ("source", unit.source)]
    meta.append(("target/@state", _STATE_OF[unit.status]))
    for number, line in enumerate(tell(unit), 1):
        note = "note" if number == 1 else f"note[{number}]"
        meta += [(f"{note}/@from", "developer"), (note, line)]
    return MozillaEntry((unit.address,), unit.text, meta=_listed(meta))


def _listed(pairs: Iterable[tuple[str, str]]) -> list[Metadata]:
    return [Metadata(key, value) for key, value in pairs]


class _StoppedError(Exception):
    """Nothing more of the file is read; its document has the fault."""


class _Reader:
    """Takes the elements of a file one after the other."""

    def __init__(self, document: Document) -> None:
        self.sheet = Sheet(document=document)
        self.document = document
        self.is_first = True
        self.namespace = _NAMESPACE  # or that of an earlier version, or none
        self.apart = 0  # how deep inside of elements that are passed over
        self.inside = ""  # source or target
        self.unit: dict[str, str] | None = None
        self.line = 1
        self.has_source = False
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse_doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def read(self) -> Sheet:
        text = without_hidden(self.document)
        try:
            self.parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003  # it is all there is
        except expat.ExpatError as error:
            self.fault("sheet.syntax", error.lineno, error.offset + 1, problem=Phrase("sheet.xml"))
        except _StoppedError:
            pass
        return self.sheet

    def fault(self, code: str, line: int, column: int = 1, **told: Any) -> None:
        self.document.fault(code, line, column, **told)

    def refuse_doctype(self, *_: object) -> None:
        self.fault("sheet.doctype", self.parser.CurrentLineNumber)
        raise _StoppedError

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        line = self.parser.CurrentLineNumber
        if self.is_first:
            self.start_root(namespace, local, attributes, line)
        if self.apart or local in _APART or (namespace != self.namespace and not self.inside):
            self.apart += 1
        elif local == "file":
            self.start_file(attributes, line)
        elif local == "trans-unit":
            self.unit = {"id": attributes.get("id", ""), "approved": attributes.get("approved", "no")}
            self.line, self.has_source = line, False
        elif local == "source" and self.unit is not None:
            self.start_source(line)
        elif local == "target" and self.unit is not None:
            self.start_target(self.unit, attributes, line)

    def start_root(self, namespace: str, local: str, attributes: dict[str, str], line: int) -> None:
        if local != "xliff" or not attributes.get("version", "").startswith("1."):
            self.fault("sheet.no-xliff", line)
            raise _StoppedError
        self.is_first, self.namespace = False, namespace

    def start_source(self, line: int) -> None:
        if self.has_source:
            self.fault("sheet.syntax", line, problem=Phrase("sheet.two-sources"))
        self.inside, self.has_source = "source", True

    def start_target(self, unit: dict[str, str], attributes: dict[str, str], line: int) -> None:
        if "state" in unit:
            self.fault("sheet.twice", line, first=self.line)
        unit["state"] = attributes.get("state", "")
        self.inside, self.line = "target", line

    def start_file(self, attributes: dict[str, str], line: int) -> None:
        taxonomy, _, version = attributes.get("original", "").partition(" ")
        source, language = attributes.get("source-language", ""), attributes.get("target-language", "")
        sheet = self.sheet
        said = (sheet.taxonomy, sheet.version, sheet.source, sheet.language)
        if any(said) and said != (taxonomy, version, source, language):
            self.fault("sheet.two-files", line)
            raise _StoppedError
        sheet.taxonomy, sheet.version, sheet.source, sheet.language = taxonomy, version, source, language

    def characters(self, text: str) -> None:
        if self.unit is not None and self.inside and not self.apart:
            self.unit[self.inside] = self.unit.get(self.inside, "") + text

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self.apart:
            self.apart -= 1
        elif local == self.inside:
            self.inside = ""
        elif local == "trans-unit" and self.unit is not None:
            self.sheet.entries.append(
                Entry(
                    address=self.unit["id"],
                    source=self.unit.get("source", ""),
                    text=self.unit.get("target", ""),
                    status=_status(self.unit),
                    line=self.line,
                )
            )
            self.unit = None


def _status(unit: dict[str, str]) -> Status | None:
    status = _STATUSES.get(unit.get("state", ""))
    return "reviewed" if unit["approved"] == "yes" and status in (None, "translated") else status


def read(document: Document) -> Sheet:
    """Read an XLIFF file; its faults are noted in its document."""
    return _Reader(document).read()
