"""A display is what a notebook shows of an object: HTML, which it asks for by the method `_repr_html_`.

What is shown is worded, proved and explained, so it is written far above the classes that are shown. Whoever
is above all of them hands the writer in; nothing here names it.
"""

from collections.abc import Callable
from typing import TypeAlias

Writer: TypeAlias = Callable[[object], str]

_writers: list[Writer] = []


def write_displays_with(writer: Writer) -> None:
    """Take the function that writes what notebooks show."""
    _writers[:] = [writer]


def display(shown: object) -> str:
    """Give the HTML of a taxonomy, a category, a catalog, a classification or a report."""
    return _writers[0](shown)
