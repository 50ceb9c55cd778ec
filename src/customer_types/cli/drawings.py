"""Drawings are the pictures that commands write into files."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from customer_types._messages import Phrase, Plain
from customer_types._tables.delimited import reason_of
from customer_types.cli.spoken import language, say
from customer_types.errors import TableError

#: How the names of pictures end.
ENDINGS = (".svg", ".png", ".pdf")


def require_ending(path: str) -> None:
    """Check that the name of a picture says its format, before anything is worked out."""
    if Path(path).suffix.lower() not in ENDINGS:
        text = say("error.plot-ending", endings=tuple(map(Plain, ENDINGS)))
        raise click.UsageError(text, click.get_current_context())


def draw(module: str, path: str, *arguments: Any) -> None:
    """Let a module of the library draw into a file."""
    plot = import_module(f"customer_types.{module}").plot  # its packages come with an extra
    try:
        plot(*arguments, path, language=language())
    except OSError as error:
        problem = {"path": Plain(f"`{path}`"), "reason": reason_of(error)}
        raise TableError(Phrase("table.not-written", problem)) from None
