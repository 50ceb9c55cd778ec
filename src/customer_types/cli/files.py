"""A file is what a command writes: in UTF-8, and never over what it has read."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from customer_types._messages import Phrase, Plain
from customer_types._tables.delimited import reason_of
from customer_types.cli.catalogs import files_read
from customer_types.cli.readings import usage
from customer_types.cli.spoken import say
from customer_types.errors import TableError


def print_file(text: str) -> None:
    """Print what could be a file, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def write_file(path: str, text: str, *, mode: Literal["w", "x"] = "w", read: Iterable[str] = ()) -> None:
    """Write a file; what was read, for the command or by name, stays as it is."""
    if any(is_same_file(one, path) for one in (*files_read(), *read)):
        raise usage(say("error.same-file", option=path))
    try:
        with Path(path).open(mode, encoding="utf-8", newline="") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        raise not_written(path, error) from None


def not_written(path: str, error: OSError | ValueError) -> TableError:
    """Make the error of a file that can't be written, in the system's words."""
    reason = reason_of(error) if isinstance(error, OSError) else Plain(str(error))
    return TableError(Phrase("table.not-written", {"path": Plain(f"`{path}`"), "reason": reason}))


def is_same_file(path: str, out: str | None) -> bool:
    """Tell whether writing would go over a file that is read, or over one of a folder that is."""
    try:
        if out is None or not Path(out).exists():
            return False
        return Path(path).samefile(out) or (
            Path(path).is_dir() and Path(path).samefile(Path(out).resolve().parent)
        )
    except (OSError, ValueError):  # one is not there, or no file can have such a name
        return False
