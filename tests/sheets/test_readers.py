"""Sheets are what other programs read: the tools of translators agree with this library about them."""

import re
from typing import Any

import pytest
from moz.l10n.formats.xliff.parse import xliff_parse
from moz.l10n.formats.xliff.serialize import xliff_serialize
from moz.l10n.model import Entry, PatternMessage
from translate.storage import po as toolkit_po, xliff as toolkit_xliff

import customer_types as ct
from customer_types import sheets


def filled(format: str) -> str:
    """Make a sheet in Spanish in which the loyal customer has a name."""
    lifecycle = ct.taxonomy("lifecycle")
    sheet = sheets.dumps(lifecycle, "es", format="po")
    sheet = re.sub(
        r'(msgctxt "categories\.loyal\.label"\n.*\n.*\n)msgstr\[0\] ""\nmsgstr\[1\] ""',
        r'\1msgstr[0] "Cliente fiel"\nmsgstr[1] "Clientes fieles"',
        sheet,
    )
    overlay = sheets.loads(sheet, lifecycle).overlay
    spanish = ct.loads(overlay)
    return sheets.dumps(spanish, "es", format=format)


def test_the_translate_toolkit_reads_what_a_po_file_says() -> None:
    """Another reader of PO finds the languages, the forms, the contexts and the notes where they belong."""
    reader: Any = toolkit_po.pofile
    store = reader.parsestring(filled("po").encode())
    assert store.parseheader()["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert store.gettargetlanguage() == "es"
    by_context = {unit.getcontext(): unit for unit in store.units if not unit.isheader()}
    assert len(by_context) == len(store.units) - 1
    loyal = by_context["categories.loyal.label"]
    assert [str(text) for text in loyal.target.strings] == ["Cliente fiel", "Clientes fieles"]
    assert [str(text) for text in loyal.source.strings] == ["Loyal customer", "Loyal customers"]
    assert "A customer who has been buying for a long time" in loyal.getnotes(origin="developer")
    assert not loyal.isfuzzy()
    assert not by_context["categories.lost.label"].istranslated()


def test_the_translate_toolkit_reads_what_an_xliff_file_says() -> None:
    """Another reader of XLIFF finds the languages, the texts, the notes and the states."""
    reader: Any = toolkit_xliff.xlifffile
    store = reader.parsestring(filled("xliff").encode())
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", "es")
    by_id = {unit.getid().rpartition("\x04")[2]: unit for unit in store.units}
    loyal = by_id["categories.loyal.label.other"]
    assert (str(loyal.source), str(loyal.target)) == ("Loyal customers", "Clientes fieles")
    assert loyal.target_dom.get("state") == "translated"
    assert not loyal.isapproved()
    assert "A customer who has been buying for a long time" in loyal.getnotes()
    assert not by_id["categories.lost.label.one"].istranslated()


@pytest.mark.parametrize("format", ["po", "xliff"])
def test_what_the_translate_toolkit_writes_comes_back(format: str) -> None:
    """A sheet that another program has read and saved makes the same overlay."""
    sheet = filled(format)
    reader: Any = toolkit_po.pofile if format == "po" else toolkit_xliff.xlifffile
    saved = bytes(reader.parsestring(sheet.encode()))
    assert sheets.loads(saved).overlay == sheets.loads(sheet).overlay
    assert "Cliente fiel" in sheets.loads(saved).overlay


def test_mozillas_library_reads_what_an_xliff_file_says() -> None:
    """The library that writes the file reads it too, and what that writes again comes back."""
    sheet = filled("xliff")
    resource = xliff_parse(sheet)
    (file,) = resource.sections
    assert file.id == (f"lifecycle {ct.taxonomy('lifecycle').version}",)
    entries = {entry.id[0]: entry for entry in file.entries if isinstance(entry, Entry)}
    loyal = entries["categories.loyal.label.other"]
    assert isinstance(loyal.value, PatternMessage)
    assert loyal.value.pattern == ["Clientes fieles"]
    assert ("target/@state", "translated") in [(one.key, one.value) for one in loyal.meta]
    again = "".join(xliff_serialize(resource))
    assert sheets.loads(again, ct.taxonomy("lifecycle")).overlay == sheets.loads(sheet).overlay


def test_marks_of_other_tools_within_a_target_keep_their_text() -> None:
    """What a tool has put around words of a translation is passed over; the words are not."""
    mark = '<t:mark xmlns:t="urn:example:tool">fiel</t:mark>'
    sheet = filled("xliff").replace(">Cliente fiel<", f">Cliente {mark} de aquí<")
    assert mark in sheet
    assert "Cliente fiel de aquí" in sheets.loads(sheet).overlay
