"""A delimited file is a table as people have it: a CSV of some encoding and separator.

What a file does not say is found out by looking at it: UTF-8, UTF-16 or Windows-1252, and the
separator of its header.
"""

import codecs
import csv
import errno
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO

import attrs

from customer_types._messages import Phrase, Plain
from customer_types._messages.suggestions import closest
from customer_types._model.folding import fold
from customer_types._tables.notation import read_date, read_number
from customer_types.errors import TableError, did_you_mean

_SEPARATORS = (",", ";", "\t", "|")
_EXCEL_SEPARATOR = re.compile(r"sep=(.)?\s*$", re.IGNORECASE)
MISSING = frozenset({"", "na", "n/a", "#n/a", "nan", "null", "none", "nat"})

#: A header has fewer characters than this; a file without line ends is not read in full for it.
_LONGEST_HEADER = 1_000_000
_HEAD = 1024
_MOST_SHOWN = 20


@attrs.frozen
class Header:
    """The names of the columns of a table."""

    columns: tuple[str, ...]

    def column(self, wanted: str | None, known: Iterable[str]) -> str | None:
        """Find the column that a user names, or else one that bears a known name."""
        by_name = {_name(column): column for column in reversed(self.columns) if _name(column)}
        if wanted is None:
            return next((by_name[name] for name in map(_name, known) if name in by_name), None)
        found = wanted if wanted in self.columns else by_name.get(_name(wanted))
        if found is None:
            suggestions = () if _is_data(self.columns) else closest(wanted, self.columns)
            hints = did_you_mean(suggestions) or (self.listed(),)
            raise TableError(Phrase("table.no-column", {"column": wanted}), *hints)
        return found

    def listed(self) -> Phrase:
        """Say which columns there are, or that the first line has no names but what looks like values."""
        if _is_data(self.columns):
            return Phrase("table.no-header")
        shown = Plain(", ".join(self.columns[:_MOST_SHOWN]) + " …" * (len(self.columns) > _MOST_SHOWN))
        return Phrase("table.columns", {"columns": shown})


@attrs.frozen
class Table:
    """A delimited file whose encoding, separator and columns are known."""

    path: str
    encoding: str
    separator: str
    header: Header
    source: str | bytes  # the path, or what is in the file

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give the rows with the numbers of their lines, cell by column; empty rows are passed over.

        Raises `TableError`.
        """
        records = _records(self.source, self.encoding, self.separator)
        next(records)
        width = len(self.header.columns)
        for line, cells in records:
            if len(cells) > width and any(cell.strip() for cell in cells[width:]):
                found = {"line": line, "found": len(cells), "columns": width}
                raise TableError(Phrase("table.too-many-cells", found))
            cells.extend([""] * (width - len(cells)))
            yield line, dict(zip(self.header.columns, cells, strict=False))


def _name(column: str) -> str:
    """Fold the name of a column: `Order Date`, `order_date` and `OrderDate` are the same."""
    return fold(column).replace(" ", "")


def _is_data(cells: Iterable[str]) -> bool:
    """Tell a row of values from a header: values of customers must not be shown."""
    return any(
        "@" in cell
        or any(read_date(cell, order) is not None for order in ("dmy", "mdy"))
        or any(read_number(cell, sign) is not None for sign in (".", ","))
        for cell in cells
    )


def _binary_file(source: str | bytes) -> BinaryIO:
    """Open the file of a path, or the bytes of one."""
    return io.BytesIO(source) if isinstance(source, bytes) else Path(source).open("rb")


def _text_file(source: str | bytes, encoding: str) -> TextIO:
    if isinstance(source, str):
        return Path(source).open(encoding=encoding, newline="")
    return io.TextIOWrapper(io.BytesIO(source), encoding=encoding, newline="")


def text_of(content: bytes, encoding: str) -> str:
    """Give the text of a file's bytes."""
    return content.decode(encoding, "replace").removeprefix("\ufeff")


def _records(source: str | bytes, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give header and rows as lists of cells, with the numbers of their first lines.

    Excel's first line, which names the separator, is passed over. Raises `TableError`.
    """
    with _text_file(source, encoding) as file:
        reader = csv.reader(file, delimiter=separator, strict=True)
        line = 1
        try:
            for cells in reader:
                if line == 1:
                    cells[:1] = [cell.removeprefix("\ufeff") for cell in cells[:1]]
                if "".join(cells).strip() and not (line == 1 and _EXCEL_SEPARATOR.match(cells[0])):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise TableError(_broken(line, str(error))) from None
        except UnicodeError:
            raise _wrong_encoding(encoding, source) from None


def _broken(line: int, problem: str) -> Phrase:
    """Say in our words what the csv module says of a row."""
    if "field larger" in problem:
        return Phrase("table.long-cell", {"line": line, "limit": csv.field_size_limit()})
    if "unexpected end" in problem:
        return Phrase("table.open-quote", {"line": line})
    if "expected after" in problem:
        return Phrase("table.closed-quote", {"line": line})
    return Phrase("table.broken-row", {"line": line, "problem": Plain(problem)})


def _wrong_encoding(encoding: str, source: str | bytes) -> TableError:
    hint = "hint.encoding-option" if isinstance(source, str) else "hint.save-as-utf-8"
    return TableError(Phrase("table.wrong-encoding", {"encoding": encoding}), Phrase(hint))


def _binary(path: str) -> TableError:
    return TableError(Phrase("table.binary", {"path": Plain(f"`{path}`")}), Phrase("hint.save-as-csv"))


def open_table(path: str, *, encoding: str | None = None, separator: str | None = None) -> Table:
    """Look at a delimited file and find out its encoding, separator and columns.

    Raises `TableError`.
    """
    return _table(path, path, encoding, separator)


def table_of(content: bytes, path: str) -> Table:
    """Look at the bytes of a delimited file as `open_table` looks at a file; `path` is what it is called."""
    return _table(content, path, None, None)


def _table(source: str | bytes, path: str, encoding: str | None, separator: str | None) -> Table:
    shown = Plain(f"`{path}`")
    if separator is not None and (len(separator) != 1 or separator in '"\r\n'):
        raise TableError(Phrase("table.bad-separator"), Phrase("hint.separator"))
    encoding, header = _look(path, encoding, source)
    if "\0" in header:
        raise _binary(path)
    separator = separator or _separator(header)
    _, cells = next(_records(source, encoding, separator), (0, []))
    if not cells:
        raise TableError(Phrase("table.empty", {"path": shown}))
    columns = [cell.strip() for cell in cells]
    for column, count in Counter(columns).items():
        if column and count > 1:
            problem = "table.no-header" if _is_data(columns) else "table.duplicate-column"
            raise TableError(Phrase(problem, {"column": column}))
    return Table(path, encoding, separator, Header(tuple(columns)), source)


def _look(path: str, encoding: str | None, source: str | bytes) -> tuple[str, str]:
    """Find out the encoding of a file, and read its header."""
    shown = Plain(f"`{path}`")
    try:
        # Only of a regular file can one be sure that it ends, and that it can be read twice.
        if source is path and not Path(path).is_file():
            key = "table.not-a-file" if Path(path).exists() else "table.no-file"
            raise TableError(Phrase(key, {"path": shown}))
        encoding = encoding or _encoding(source, path)
        if codecs.lookup(encoding).name == "utf-8":
            encoding = "utf-8-sig"  # with or without a mark
        with _text_file(source, encoding) as file:
            return encoding, _header(file)
    except LookupError:
        raise TableError(Phrase("table.unknown-encoding", {"encoding": encoding})) from None
    except UnicodeError:
        raise _wrong_encoding(str(encoding), source) from None
    except OSError as error:
        raise TableError(Phrase("table.unreadable", {"path": shown, "reason": reason_of(error)})) from None


def _header(file: TextIO) -> str:
    """Read the first lines up to the end of the header; quotes may hold line breaks."""
    header = ""
    while len(header) < _LONGEST_HEADER and (line := file.readline(_LONGEST_HEADER)):
        header += line
        if header.strip("\ufeff \t\r\n") and header.count('"') % 2 == 0:
            break
    return header.removeprefix("\ufeff")


def _separator(header: str) -> str:
    named = _EXCEL_SEPARATOR.match(header)
    if named is not None and named[1] is not None:
        return named[1]
    unquoted = re.sub('"[^"]*"', "", header)
    return max(_SEPARATORS, key=unquoted.count)


def _encoding(source: str | bytes, path: str) -> str:
    """Tell UTF-8 and UTF-16 from Windows-1252, and text from what is none."""
    with _binary_file(source) as file:
        head = file.read(_HEAD)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if b"\0" in head:
            raise _binary(path)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(head)
            while chunk := file.read(1 << 20):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


_REASONS: Mapping[int, str] = {
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "folder",
    errno.EEXIST: "exists",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "disk-full",
    errno.ENAMETOOLONG: "long-name",
}


def reason_of(error: OSError) -> Phrase | Plain:
    """Say why a file can't be read or written."""
    key = _REASONS.get(error.errno or 0)
    return Plain(error.strerror or type(error).__name__) if key is None else Phrase(f"table.reason-{key}")


def is_missing_cell(text: str) -> bool:
    """Tell whether a cell says that nothing is known.

    >>> [is_missing_cell(text) for text in ("", " N/A ", "0")]
    [True, True, False]
    """
    return text.strip().casefold() in MISSING
