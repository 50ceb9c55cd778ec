"""An element is a piece of HTML, built as a tree, so that no text can become markup.

There is no script, style sheet or address in it, and no color but that of the page: what is quiet is
so by its opacity, and lines are of a gray that is seen on white as on black. What is written is
well-formed XML as well.
"""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from customer_types._messages import shown

#: So many characters of a text are shown.
LONGEST = 1000

QUIET = "opacity:.7"

_LINE = "border:1px solid rgba(128,128,128,.4);padding:.3em .6em;vertical-align:top;white-space:normal"
_TABLE = "border-collapse:collapse;margin:.5em 0"
_CAPTION = "caption-side:top;text-align:left;padding:.3em 0;color:inherit"

Element = ET.Element
Piece = Element | str


def element(tag: str, *pieces: Piece, **attributes: str) -> Element:
    """Make an element of elements and of text that is safe already."""
    made = Element(tag, attributes)
    for piece in pieces:
        if not isinstance(piece, str):
            made.append(piece)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + piece
        else:
            made.text = (made.text or "") + piece
    return made


def written(pieces: Iterable[Piece]) -> str:
    """Write pieces as HTML; what is too wide for the page can be moved."""
    root = element("div", *pieces, style="overflow-x:auto")
    return ET.tostring(root, "unicode", short_empty_elements=False)


def safe(text: str) -> str:
    """Cut a text to what can be read, in one line, and write out what nobody would see."""
    return shown(re.sub(r"\s*\n\s*", " ", text[: 2 * LONGEST]), quote=False, limit=LONGEST)


def said(text: str, language: str | None, tag: str = "span", **attributes: str) -> Element:
    """Say a text in a language, if that is known; in which direction it runs, it says itself."""
    named = {} if language is None else {"lang": language}
    return element(tag, safe(text), dir="auto", **named, **attributes)


def code(text: str) -> Element:
    """Show an id, or a piece of a file."""
    return element("code", safe(text), dir="ltr")


def table(caption: Iterable[Piece], head: Iterable[Piece], rows: Iterable[Element]) -> Element:
    """Make a table with a heading for each column, behind a first column of headings."""
    columns = (element("th", one, scope="col", style=f"{_LINE};text-align:left") for one in head)
    return element(
        "table",
        element("caption", *caption, style=_CAPTION),
        element("thead", element("tr", element("td"), *columns)),
        element("tbody", *rows),
        style=_TABLE,
    )


def row(head: Piece, *cells: Element) -> Element:
    """Make a row with its heading."""
    return element("tr", element("th", head, scope="row", style=f"{_LINE};text-align:left"), *cells)


def cell(*pieces: Piece, align: str = "left", **attributes: str) -> Element:
    """Make a cell of a row."""
    return element("td", *pieces, style=f"{_LINE};text-align:{align}", **attributes)
