"""Output is what the command line prints: tables for people, JSON and CSV for programs."""

import codecs
import csv
import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console, ConsoleOptions
from rich.markup import escape
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from customer_types._messages import shown
from customer_types._tables.guard import guarded

# Rich takes a no-break space for a place to break a line. Until lines are broken, these characters
# of the private use area stand for it; a user's own ones have been written out.
_HELD = str.maketrans({"\u00a0": "\ue000", "\u202f": "\ue001"})
_RELEASED = str.maketrans({"\ue000": "\u00a0", "\ue001": "\u202f"})

#: What a terminal would obey instead of showing: controls, and turns of the direction of writing.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


_CLOSEST = dict(zip("’“”«»•·→œ€█✓✗", ("'", *'""""', "-", "-", "->", "oe", "EUR", "#", "+", "-"), strict=True))
_CLOSEST.update(dict.fromkeys("▏▎▍▌▋▊▉", ""))


class _Console(Console):
    """A console that knows no-break spaces, and leaves a reader who has gone to the command."""

    def render(self, renderable: Any, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Give what is printed, piece by piece."""
        for segment in super().render(renderable, options):
            yield Segment(segment.text.translate(_RELEASED), segment.style, segment.control)

    def on_broken_pipe(self) -> None:
        """Let the error through."""
        raise BrokenPipeError


def prepare() -> None:
    """Let streams that are not in Unicode show what comes closest to a character that they lack."""
    codecs.register_error("closest", _closest)
    if sys.stdout is None:  # closed by the shell
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _is_unicode(stream.encoding):
            stream.reconfigure(errors="closest")


def _is_unicode(encoding: str) -> bool:
    return encoding.lower().startswith("utf")


def _closest(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    lacking = error.object[error.start : error.end]
    return "".join(map(_in_ascii, lacking)), error.end


def _in_ascii(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    found: str = _CLOSEST.get(character, bare or "?")
    return found


def console(*, stderr: bool = False) -> Console:
    """Make the console that people read: 80 columns where the terminal does not say."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 80
    return _Console(stderr=stderr, highlight=False, soft_wrap=False, width=width, emoji=False)


def safe(text: str, style: str = "") -> Text:
    """Make text of a file or a label safe for a terminal: control characters are written out."""
    return Text(shown(text, quote=False, limit=None).translate(_HELD), style)


def bold(text: str) -> Text:
    """Make a text safe and bold."""
    return safe(text, "bold")


def moved(renderable: Text | Table, *, by: int = 2) -> Padding:
    """Move something to the right."""
    return Padding(renderable, (0, 0, 0, by))


def indented(text: str, *, by: int = 2) -> Padding:
    """Make a text safe and move it to the right."""
    return moved(safe(text), by=by)


def hanging(line: str) -> Padding | Text:
    """Make a line that keeps its indentation where it is broken."""
    bare = line.lstrip(" ")
    indentation = len(line) - len(bare)
    return Padding(safe(bare), (0, 0, 0, indentation), expand=False) if bare else safe("")


def bullets(items: Iterable[str], *, by: int = 2) -> Padding:
    """Make a list whose lines stand below one another."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for item in items:
        grid.add_row("•", safe(item))
    return moved(grid, by=by)


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
        )
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else safe(cell) for cell in row))
    return made


def remark(text: str, *, stderr: bool = False) -> None:
    """Print what is said by the way."""
    console(stderr=stderr).print(safe(text, "dim"))


def problem(text: str) -> None:
    """Print what is wrong; what has several lines, or is not for a terminal, keeps its lines."""
    made = console(stderr=True)
    lines = Text("\n").join(safe(line, "red") for line in text.split("\n"))
    made.print(lines, soft_wrap="\n" in text or not made.is_terminal)


def write_json(value: Any) -> None:
    """Print a value as JSON; what a terminal would obey is escaped."""
    text = json.dumps(value, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=2)
    sys.stdout.write(_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def write_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Print rows as CSV; what a terminal would obey is written out."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(row[column]) for column in columns] for row in rows)
    sys.stdout.write(_CONTROLS.sub(lambda found: shown(found[0], quote=False), text.getvalue()))
