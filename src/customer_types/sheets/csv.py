"""A spreadsheet is a CSV file with a row for each unit; `text` and `status` are what is filled in.

Rows may be sorted, added and left out: each says of which taxonomy and language it is. A cell that a
spreadsheet would take for a formula begins with an apostrophe, which is taken away again.
"""

import csv
import io
from collections.abc import Iterable

from customer_types._messages import Phrase
from customer_types._model.labels import STATUSES, Status
from customer_types._reading.documents import Document
from customer_types._tables.delimited import table_of, text_of
from customer_types._tables.guard import escaped, unescaped
from customer_types.errors import TableError
from customer_types.sheets.entries import Entry, Head, Sheet, Tell
from customer_types.sheets.units import Unit

COLUMNS = ("taxonomy", "version", "from", "language", "address", "context", "source", "text", "status")
_NEEDED = ("taxonomy", "language", "address", "text")


def write(head: Head, units: Iterable[Unit], tell: Tell, *, separator: str) -> str:
    """Write units, each with what a translator is told of it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    same = (head.taxonomy, head.version, head.source, head.language)
    for unit in units:
        told = "\n".join(tell(unit))
        own = (unit.address, told, unit.source, unit.text, unit.status or "")
        writer.writerow(map(escaped, (*same, *own)))
    return text.getvalue()


def read(content: bytes, path: str) -> Sheet:
    """Read a CSV file; faults of its rows are noted in its document.

    Raises `TableError` for what is no table.
    """
    table = table_of(content, path)
    sheet = Sheet(document=Document(text_of(content, table.encoding), path))
    names = {column: table.header.column(None, (column,)) for column in COLUMNS}
    missing = [column for column in _NEEDED if names[column] is None]
    if missing:
        raise TableError(Phrase("sheet.no-column", {"column": missing[0]}), table.header.listed())
    first: Entry | None = None
    for line, cells in table.rows():
        row = _row(names, cells)
        said = (row["taxonomy"], row["version"], row["from"], row["language"])
        entry = Entry(
            address=row["address"],
            source=row["source"],
            text=row["text"],
            status=_status(sheet, row, line),
            line=line,
        )
        if first is None:
            first = entry
            sheet.taxonomy, sheet.version, sheet.source, sheet.language = said
        elif said != (sheet.taxonomy, sheet.version, sheet.source, sheet.language):
            sheet.report(entry, "sheet.mixed", first=first.line)
            continue
        sheet.entries.append(entry)
    return sheet


def _row(names: dict[str, str | None], cells: dict[str, str]) -> dict[str, str]:
    row = {}
    for column, name in names.items():
        cell = "" if name is None else unescaped(cells[name])
        row[column] = cell if column in ("source", "text") else cell.strip()
    return row


def _status(sheet: Sheet, row: dict[str, str], line: int) -> Status | None:
    word = row["status"].casefold()
    status = next((one for one in STATUSES if one == word), None)
    if word and status is None:
        sheet.document.fault(
            "schema.value",
            line,
            inside=row["address"],
            hints=sheet.document.similar(word, STATUSES),
            text=row["status"],
            allowed=STATUSES,
        )
    return status
