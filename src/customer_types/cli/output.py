"""Output is what the command line prints: tables for people, JSON and CSV for programs."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from customer_types.messages import shown


def console(*, stderr: bool = False) -> Console:
    """Make the console that people read: 80 columns where the terminal does not say."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 80
    return Console(stderr=stderr, highlight=False, soft_wrap=False, width=width, emoji=False)


def safe(text: str) -> Text:
    """Make text of a file or a label safe for a terminal: control characters are written out."""
    return Text(shown(text, quote=False, limit=None))


def bold(text: str) -> Text:
    """Make a text safe and bold."""
    return Text(shown(text, quote=False, limit=None), style="bold")


def table(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[str | Text]]) -> Table:
    """Make a table; a column is its heading and `left`, `right` or `fold` (long text)."""
    has_header = any(heading for heading, _ in columns)
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False, show_header=has_header)
    for heading, kind in columns:
        made.add_column(
            escape(heading),
            justify="right" if kind == "right" else "left",
            no_wrap=kind != "fold",
            overflow="fold" if kind == "fold" else "ellipsis",
            ratio=1 if kind == "fold" else None,
        )
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else safe(cell) for cell in row))
    return made


def write_json(value: Any) -> None:
    """Print a value as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Print rows as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([guarded(column) for column in columns])
    writer.writerows([guarded(row[column]) for column in columns] for row in rows)
    sys.stdout.write(text.getvalue())


def guarded(value: Any) -> Any:
    """Make a cell that a spreadsheet does not take for a formula; numbers stay numbers.

    >>> guarded("=1+1"), guarded(-1), guarded(True), guarded(None)
    ("'=1+1", -1, 'true', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\0")):
        return f"'{value}"
    return value
