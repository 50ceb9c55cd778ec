"""A cell is a text of a table separated by tabs, with its place; one in quotes may have tabs and lines.

The rules are those of SSSOM, taken from RFC 4180: a quote inside of quotes is doubled. Values of a cell
that has several are separated by `|`.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from customer_types._reading.documents import Document

_PLAIN = re.compile(r"[^\t\r\n]*")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)')
_END = re.compile(r"\t|\r\n|\r|\n|\Z")
_VALUES = re.compile(r"(?:[^\\|]|\\.|\\\Z)*", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\|])")


@attrs.frozen
class Cell:
    """A text with the place where it begins."""

    text: str
    line: int
    column: int


def rows(text: str, start: int, document: Document) -> Iterator[list[Cell]]:
    """Read the rows from a position of a text on; lines without anything are passed over.

    Behind a quote that is in the wrong place nobody knows where cells begin: there the reading ends.
    """
    row: list[Cell] = []
    while start < len(text):
        line, column = document.place(start)
        quoted = _QUOTED.match(text, start) if text[start] == '"' else None
        if quoted is None and text[start] == '"':
            document.fault("sssom.quote", line, column)
            return
        found = quoted or _PLAIN.match(text, start)
        assert found is not None  # a plain cell may be empty
        content = found[0] if quoted is None else found[1].replace('""', '"')
        row.append(Cell(content, line, column))
        end = _END.match(text, found.end())
        assert end is not None
        start = end.end()
        if end[0] != "\t":
            if len(row) > 1 or row[0].text:
                yield row
            row = []
        elif start == len(text):
            row.append(Cell("", *document.place(start)))
    if row:
        yield row


def quoted(text: str) -> str:
    r"""Write a cell, in quotes where it needs them.

    >>> quoted("plain"), quoted("a tab\t")
    ('plain', '"a tab\t"')
    """
    if re.search(r'[\t\r\n"]', text):
        return '"' + text.replace('"', '""') + '"'
    return text


def values(text: str) -> list[str]:
    r"""List the values of a cell that may have several.

    >>> values(r"one|two\|three|four\\")
    ['one', 'two|three', 'four\\']
    """
    found, start = [], 0
    while start <= len(text):
        match = _VALUES.match(text, start)
        assert match is not None
        found.append(_ESCAPED.sub(r"\1", match[0]))
        start = match.end() + 1
    return [value for value in found if value]


def joined(parts: Iterable[str]) -> str:
    r"""Write several values into one cell.

    >>> joined(["one", "two|three"])
    'one|two\\|three'
    """
    return "|".join(re.sub(r"[\\|]", r"\\\g<0>", part) for part in parts)
