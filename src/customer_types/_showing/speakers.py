"""A speaker says the same in several languages, side by side: a column of a table for each."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from customer_types._messages import message, spoken
from customer_types._model.facts import NO_TEXTS
from customer_types._model.labels import Label, Texts
from customer_types._model.taxonomies import Category, Taxonomy, deprecation_of
from customer_types._showing.html import Element, Piece, cell, code, element, row, said
from customer_types.errors import MissingLanguageError

#: So many lines of a text, and so many rows of a table, are shown.
MOST_LINES = 100


class Speaker:
    """Says the same in several languages, side by side."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(dict.fromkeys(languages))
        self.fallback = ("en", *self.languages)

    def say(self, key: str, **arguments: Any) -> Iterator[Piece]:
        """Say one of the library's own phrases, in each of its languages that is wanted."""
        for number, language in enumerate(dict.fromkeys(map(spoken, self.languages))):
            yield " · " * bool(number)
            yield said(message(key, language, arguments), language)

    def text(self, texts: Texts | Label, language: str, tag: str = "span") -> Element:
        """Say a text in a language, or else in another one, which then is not named."""
        try:
            return said(texts.text(language), language, tag)
        except MissingLanguageError:
            there = next((texts.text(one) for one in self.fallback if _has(texts, one)), "")
            return said(there, None, tag)

    def names(self) -> Iterator[Element]:
        """Name the languages, as headings of their columns."""
        return (code(language) for language in self.languages)

    def indented(self, lines: Iterable[str], language: str) -> Iterator[Element]:
        """Give lines that keep their indentation, which says what belongs to what; many are cut."""
        told = list(lines)
        for line in told[:MOST_LINES]:
            bare = line.lstrip(" ")
            depth = (len(line) - len(bare)) // 4
            yield said(bare, language, "div", style=f"margin-left:{1.2 * depth:g}em;min-height:1em")
        if len(told) > MOST_LINES:
            rest = message("notebook.more", language, {"count": len(told) - MOST_LINES})
            yield said(rest, spoken(language), "div")

    def rows(self, rows: Iterable[Element], count: int) -> Iterator[Element]:
        """Give the rows of a table; many are cut."""
        yield from islice(rows, MOST_LINES)
        if count > MOST_LINES:
            yield row(element("span", *self.say("notebook.more", count=count - MOST_LINES)))

    def cells(self, pieces: Callable[[str], Iterable[Piece]]) -> Iterator[Element]:
        """Make a cell for each language."""
        return (cell(*pieces(language)) for language in self.languages)

    def caption(self, named: Taxonomy | Category, id: str) -> Iterator[Piece]:
        """Give a label in all languages, and the id."""
        for language in self.languages:
            yield self.text(named.labels, language, "strong")
            yield " · "
        yield code(id)

    def summary(self, named: Taxonomy | Category, language: str) -> Iterator[Element]:
        """Give a label with its definition."""
        yield element("strong", self.text(named.labels, language))
        yield self.text(named.definitions or NO_TEXTS, language, "div")
        deprecation = deprecation_of(named)
        if deprecation is not None:
            yield said(deprecation.render(language), spoken(language), "div")


def _has(texts: Texts | Label, language: str) -> bool:
    try:
        return bool(texts.text(language))
    except MissingLanguageError:
        return False
