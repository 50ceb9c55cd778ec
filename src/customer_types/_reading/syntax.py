"""Syntax is what makes a text YAML; where it is broken, readers are told the probable cause and the cure.

PyYAML's parsers, the one in C and the one in Python, say in English what they expected and where they
gave up, which is often a line below the mistake. Their words are only a clue here: what is told comes from
the tokens before that place, from the lines around it, and from the mistakes that people make.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import yaml

from customer_types._messages import Phrase, Plain
from customer_types._reading.documents import Document

#: What the parsers say, after where they say it is: the first pattern that is found tells the kind.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("depth", r"[Mm]aximum nesting"),
        ("directive", r"directive|incompatible YAML document|duplicate tag handle"),
        ("start", r"(?:ing a|undefined) tag|an (?:anchor|alias)|cannot start any token|mapping keys are not"),
        ("tab", r"tab character"),
        ("block", r"block scalar"),
        ("quote", r"unexpected (?:end of stream|document (?:indicator|separator))"),
        ("escape", r"escape|hexdecimal"),
        ("colon", r"mapping values are not allowed|found unexpected ':'"),
        ("list", r"sequence entries are not allowed"),
        ("key", r"find expected ':'"),
        ("value", r"node content"),
        ("flow", r"',' or '[]}]'"),
        ("item", r"'-' indicator|block collection.*<block end>"),
        ("column", r"find expected key|block mapping.*<block end>"),
        ("end", r"<document start>|<stream-start>"),
    )
)

_SPECIAL_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_MISPLACED_SPACE = re.compile(rf"[ \t]*(?:-[ \t]*)*(?:[\w\"'-]+:[ \t]*)?({_SPECIAL_SPACE})")
_SPACE_AFTER_COLON = re.compile(rf":({_SPECIAL_SPACE})$")
_CURLY_QUOTE = re.compile("[:\\[{,-]\\s*[\u2018-\u201f]")
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")
_COMMENT = re.compile(r"[ \t]#")
_ESCAPE = re.compile(r"\\(?:x\w{0,2}|u\w{0,4}|U\w{0,8}|.)?")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:(?=[^\s:/])")
_COMPARISON = re.compile(r"[<>]=?\s*\d")
_CLOSING = {"[": "]", "{": "}"}

Position = tuple[int, int]


@attrs.frozen
class Mistake:
    """What is wrong with a text that is no YAML, where, and what may cure it."""

    line: int
    column: int
    problem: Phrase
    hints: tuple[Phrase, ...] = ()


def kind_of(error: yaml.MarkedYAMLError) -> str:
    """Tell by a parser's words what kind of mistake it found; `other` is one that is not known here."""
    words = f"{error.context or ''}: {error.problem or ''}"
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "other")


def mistake(document: Document, error: yaml.YAMLError, tokens: Iterator[Any]) -> Mistake:
    """Say what is probably wrong where a parser gave up; `tokens` are all those of the text."""
    if not isinstance(error, yaml.MarkedYAMLError):  # a character that the parser does not take
        return Mistake(1, 1, Phrase("syntax.character"))
    place = _Place(document, error, tokens)
    found = (
        place.special_space() or place.tab() or place.comment() or _JUDGES.get(kind_of(error), _other)(place)
    )
    if _CURLY_QUOTE.search(document.line(found.line)):
        return attrs.evolve(found, hints=(Phrase("hint.curly-quotes"), *found.hints))
    return found


class _Place:
    """Where a parser gave up, with what stands before it."""

    def __init__(self, document: Document, error: yaml.MarkedYAMLError, tokens: Iterator[Any]) -> None:
        self.document = document
        self.end = document.place(len(document.text))
        mark = error.problem_mark or error.context_mark
        self.line, self.column = (1, 1) if mark is None else self._position(mark)
        self.context = self._position(error.context_mark or mark)
        self.written = document.line(self.line)
        self.last: Any = None  # the last token that begins before the place
        self.open: list[Any] = []  # where the brackets begin that are open there
        self._look_at(tokens)

    def _position(self, mark: Any) -> Position:
        """Count from 1; the parser in C ends a last line that has no end."""
        return min((mark.line + 1, mark.column + 1), self.end)

    def _look_at(self, tokens: Iterator[Any]) -> None:
        try:
            for token in tokens:
                if self._position(token.start_mark) >= (self.line, self.column):
                    return
                if isinstance(token, yaml.FlowMappingStartToken | yaml.FlowSequenceStartToken):
                    self.open.append(token.start_mark)
                elif isinstance(token, yaml.FlowMappingEndToken | yaml.FlowSequenceEndToken):
                    del self.open[-1:]
                self.last = token
        except (yaml.YAMLError, ValueError, OverflowError):
            return  # it is this that is to be explained

    def character(self, position: Position | None = None) -> str:
        """Give the character at a position, the place itself if none is given."""
        line, column = position or (self.line, self.column)
        return self.document.line(line)[column - 1 : column]

    @property
    def is_first(self) -> bool:
        """Whether the place is where the text of its line begins."""
        return not self.written[: self.column - 1].strip()

    @property
    def is_end(self) -> bool:
        """Whether nothing more is in the whole text."""
        return (self.line, self.column) >= self.document.place(len(self.document.text.rstrip()))

    def here(self, key: str, *hints: Phrase, **arguments: Any) -> Mistake:
        """Say that the mistake is where the parser gave up."""
        return self.at((self.line, self.column), key, *hints, **arguments)

    def at(self, position: Position, key: str, *hints: Phrase, **arguments: Any) -> Mistake:
        """Say that the mistake is somewhere else."""
        return Mistake(*position, Phrase(key, arguments), hints)

    def special_space(self) -> Mistake | None:
        """Find a no-break space, or another special one, where a plain one is needed."""
        for number in range(max(self.line - 2, 1), self.line + 1):
            found = _MISPLACED_SPACE.match(self.document.line(number))
            if found is None and number == self.line and self.open:
                found = _SPACE_AFTER_COLON.search(self.written, 0, self.column - 1)
            if found is not None:
                code = Plain(f"U+{ord(found[1]):04X}")
                position = (number, found.start(1) + 1)
                return self.at(position, "syntax.space", Phrase("hint.plain-space"), character=code)
        return None

    def tab(self) -> Mistake | None:
        """Find a tab that indents the line."""
        column = self.written.find("\t", 0, _indentation(self.written)) + 1
        if not column:
            return None
        return self.at((self.line, column), "syntax.tab", Phrase("hint.spaces-for-tabs"))

    def comment(self) -> Mistake | None:
        """Find a `#` that hides the end of what stands in brackets."""
        for number in range(self.open[0].line + 1 if self.open else self.line + 1, self.line + 1):
            line = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), self.document.line(number))
            found = _COMMENT.search(line)
            if found is not None and {"]", "}", ","} & set(line[found.end() :]):
                return self.at((number, found.end()), "syntax.comment", Phrase("hint.quote-hash"))
        return None

    def after_quote(self) -> Mistake | None:
        """Find a text in quotes that ends before the place, though more of it seems to follow."""
        last = self.last
        if not isinstance(last, yaml.ScalarToken) or last.style not in {"'", '"'}:
            return None
        begin, end = self._position(last.start_mark), self._position(last.end_mark)
        if begin[0] < end[0]:
            told = Phrase("place", {"line": end[0], "column": end[1] - 1})
            return self.at(begin, "syntax.late-quote", Phrase("hint.close-quote"), place=told)
        if end[0] < self.line or (self.open and end[1] < self.column):
            return None
        hint = Phrase("hint.apostrophe" if last.style == "'" else "hint.inner-quote")
        return self.here("syntax.after-quote", hint)

    def bracket(self) -> Mistake | None:
        """Find a bracket that is not closed: the text ends, another one is closed, or a key comes below."""
        if not self.open:
            return None
        begin = self._position(self.open[-1])
        opened = self.character(begin)
        closing = _CLOSING[opened]
        hint = Phrase("hint.close-bracket", {"character": closing})
        outer = _indentation(self.document.line(begin[0]))
        if self.is_end or (begin[0] < self.line and _indentation(self.written) <= outer):
            return self.at(begin, "syntax.bracket", hint, character=opened)
        if self.character() in {"]", "}"} - {closing}:
            told = Phrase("place", {"line": begin[0], "column": begin[1]})
            return self.here(
                "syntax.other-bracket", hint, character=self.character(), opened=opened, place=told
            )
        return None


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _cure(place: _Place, position: Position) -> Phrase:
    line, column = position
    compared = _COMPARISON.match(place.document.line(line), column - 1)
    return Phrase("hint.compare" if compared else "hint.quote-text")


def _start(place: _Place) -> Mistake:
    if place.character() == "\t":
        return _tab(place)
    position = place.context
    return place.at(position, "syntax.start", _cure(place, position), character=place.character(position))


def _tab(place: _Place) -> Mistake:
    return place.here("syntax.tab", Phrase("hint.spaces-for-tabs"))


def _block(place: _Place) -> Mistake:
    position = place.context
    return place.at(position, "syntax.block", _cure(place, position), character=place.character(position))


def _quote(place: _Place) -> Mistake:
    return place.at(place.context, "syntax.quote", Phrase("hint.close-quote"))


def _escape(place: _Place) -> Mistake:
    backslash = max(place.written.rfind("\\", 0, place.column), 0)
    found = _ESCAPE.match(place.written, backslash)
    text = found[0] if found else place.character()
    hint = Phrase("hint.write-character" if text[1:2] in {"u", "U", "x"} else "hint.backslash")
    return place.at((place.line, backslash + 1), "syntax.escape", hint, text=text)


def _colon(place: _Place) -> Mistake:
    last = place.last
    if isinstance(last, yaml.ScalarToken) and last.plain and last.start_mark.line + 1 < place.line:
        above = last.start_mark.line + 1
        column = len(_indented(place.document.line(above))) + 1
        if _KEY.fullmatch(place.written, 0, place.column - 1) and not place.open:
            hint = Phrase("hint.same-column", {"line": above, "column": column})
            return place.at((place.line, _indentation(place.written) + 1), "syntax.deeper", hint)
    return place.bracket() or place.here("syntax.colon", Phrase("hint.quote-colon"))


def _indented(line: str) -> str:
    """Give what stands before the text of a line: blanks, and hyphens of lists."""
    return line[: len(line) - len(line.lstrip(" -"))]


def _list(place: _Place) -> Mistake:
    return place.here("syntax.list", Phrase("hint.list-below"))


def _key(place: _Place) -> Mistake:
    close = _KEY_WITHOUT_SPACE.match(place.document.line(place.context[0]))
    hint = Phrase("hint.space-after-colon" if close else "hint.key-or-deeper")
    return place.at(place.context, "syntax.key", hint)


def _value(place: _Place) -> Mistake:
    found = place.bracket()
    if found is not None:
        return found
    character = place.character()
    key = "syntax.closes-nothing" if character in {"]", "}"} else "syntax.value"
    return place.here(key, Phrase("hint.remove-sign"), character=character)


def _flow(place: _Place) -> Mistake:
    found = place.after_quote() or place.bracket()
    if found is not None:
        return found
    if place.character() == ":":
        return place.here("syntax.colon", Phrase("hint.comma-or-quotes"))
    return place.here("syntax.comma", Phrase("hint.comma"))


def _item(place: _Place) -> Mistake:
    found = place.after_quote()
    if found is not None or not place.is_first:
        return found or _end(place)
    number = place.line - 1
    hyphen = " " * (place.context[1] - 1) + "-"
    while number > place.context[0] and not place.document.line(number).startswith(hyphen):
        number -= 1
    rest = place.document.line(number)[len(hyphen) :]
    column = len(hyphen) + _indentation(rest) + 1
    key = "syntax.item" if place.column == len(hyphen) else "syntax.column"
    return place.here(key, Phrase("hint.item-column", {"column": column}))


def _column(place: _Place) -> Mistake:
    found = place.after_quote()
    if found is not None or not place.is_first:
        return found or _end(place)
    line, column = place.context
    return place.here("syntax.column", Phrase("hint.same-column", {"line": line, "column": column}))


def _end(place: _Place) -> Mistake:
    if place.character() in {"]", "}"}:
        return place.here("syntax.closes-nothing", Phrase("hint.remove-sign"), character=place.character())
    hint = Phrase("hint.first-column" if place.is_first else "hint.quote-text")
    return place.here("syntax.end", hint)


def _directive(place: _Place) -> Mistake:
    return place.at((place.context[0], 1), "syntax.directive", Phrase("hint.remove-directive"))


def _other(place: _Place) -> Mistake:
    return place.here("syntax.other")


_JUDGES: Mapping[str, Callable[[_Place], Mistake]] = {
    "directive": _directive,
    "start": _start,
    "tab": _tab,
    "block": _block,
    "quote": _quote,
    "escape": _escape,
    "colon": _colon,
    "list": _list,
    "key": _key,
    "value": _value,
    "flow": _flow,
    "item": _item,
    "column": _column,
    "end": _end,
}
