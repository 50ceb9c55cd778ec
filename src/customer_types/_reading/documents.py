"""A document is the text of a file, or a text in place of one, with the faults that were found in it.

The bytes of a file must be those of a regular file, of UTF-8 text, within a size. The limits of all
that is read from it stand here too.
"""

import os
import re
import stat
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from customer_types._messages import Listed, Phrase, Plain
from customer_types._messages.suggestions import closest
from customer_types._model.faults import REST, Fault, LoadError, Severity, in_file_order
from customer_types._model.languages import write_number
from customer_types._model.locations import Location
from customer_types.errors import did_you_mean

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
MAX_EVENTS = 50_000
MAX_FAULTS = 100  # that are shown of a file, besides the first one of each kind; the others are counted
MAX_KEPT = 1_000  # of a kind; more than these are not even kept
MAX_SUGGESTIONS = 20

#: What people write who know other formats, and what they mean by it here.
_MEANT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("minimum", "gte", "ge", ">=", "at_least", "from"), ("min",)),
    **dict.fromkeys(("maximum", "lte", "le", "<=", "at_most", "to"), ("max",)),
    **dict.fromkeys(("gt", ">", "over", "more_than"), ("above",)),
    **dict.fromkeys(("lt", "<", "under", "less_than"), ("below",)),
    **dict.fromkeys(("or", "oneof", "anyof", "any_of", "either"), ("any",)),
    **dict.fromkeys(("and", "allof", "all_of"), ("all",)),
    **dict.fromkeys(("plural", "many", "others"), ("other",)),
    **dict.fromkeys(("singular", "masculine", "masculin"), ("one",)),
    **dict.fromkeys(("feminine", "féminin", "feminin"), ("one_feminine",)),
    **dict.fromkeys(("synonyms", "synonym", "altlabel", "alt"), ("also",)),
    **dict.fromkeys(("name", "title", "labels", "preflabel"), ("label",)),
    **dict.fromkeys(("criteria", "criterion", "condition", "if", "rule"), ("when",)),
    **dict.fromkeys(("description", "definitions", "meaning"), ("definition",)),
    **dict.fromkeys(("yes", "inside", "expected"), ("in",)),
    **dict.fromkeys(("no", "not_in", "outside"), ("out",)),
    **dict.fromkeys(("maybe", "undecided"), ("unknown",)),
    **dict.fromkeys(("why", "reason"), ("because",)),
    **dict.fromkeys(("customer", "given"), ("facts",)),
}

#: What is wrong with a language all through a file is told once, at its first place.
_ONCE = {"language.unknown": "tag", "language.alias": "tag", "language.no-plural-rule": "language"}

_LINE_END = re.compile(r"\r\n|\r|\n")


class Document:
    """A file, or a text in place of one, with the faults that were found in it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.faults: list[Fault] = []
        self._found = Counter[tuple[Severity, str]]()
        self._rest: dict[Severity, Counter[str]] = {}  # how many of each kind are not kept
        self.root: object = None  # the node that has all the others
        self.places: dict[int, str] = {}  # what the places of nodes are called, by the nodes' identities
        self.context: object = None  # what the readers of nodes share
        self.suggestions = 0  # words that were compared with those known here
        self._line_starts: list[int] | None = None
        self._lines: dict[int, str] = {}  # a line of 1 MiB may have thousands of faults, and is kept once

    def fault(
        self,
        code: str,
        line: int = 1,
        column: int = 1,
        *,
        severity: Severity = "error",
        inside: str = "",
        hints: tuple[Phrase, ...] = (),
        **arguments: Any,
    ) -> None:
        """Note down a fault at a place, or count it where there are very many of its kind."""
        self._found[severity, code] += 1
        if self._found[severity, code] > MAX_KEPT:
            if severity not in self._rest:
                self._rest[severity] = Counter()
                self.faults.append(_rest(self.path, severity, self._rest[severity]))
            self._rest[severity][code] += 1
            return
        if line > len(self._starts()):  # the parser ends a last line that has no end
            line, column = self.place(len(self.text))
        self.faults.append(
            Fault(
                code=code,
                location=Location(path=self.path, line=line, column=column),
                severity=severity,
                inside=inside,
                arguments=arguments,
                hints=hints,
                excerpt=self.line(line),
            )
        )

    def location(self, line: int, column: int) -> Location:
        """Say where something was read."""
        return Location(path=self.path, line=line, column=column)

    def fault_of_file(self, code: str, **arguments: Any) -> None:
        """Note down a fault of the whole file, which has no place in it."""
        self.faults.append(Fault(code=code, location=Location(path=self.path), arguments=arguments))

    def forget(self) -> None:
        """Take back all faults."""
        self.faults.clear()
        self._found.clear()
        self._rest.clear()

    def similar(self, word: str, known: Iterable[str]) -> tuple[Phrase, ...]:
        """Ask whether a known word was meant, for a file's first unknown words: comparing takes long."""
        self.suggestions += 1
        if self.suggestions > MAX_SUGGESTIONS:
            return ()
        there = [*known]
        meant = [one for one in _MEANT.get(word.casefold(), ()) if one in there]
        return did_you_mean(meant or closest(word, there))

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1."""
        line = self._lines.get(number)
        if line is None:
            starts = self._starts()
            if number > len(starts):
                return ""
            begin = starts[number - 1]
            end = starts[number] if number < len(starts) else len(self.text)
            line = self._lines[number] = self.text[begin:end].rstrip("\r\n")
        return line

    def place(self, index: int) -> tuple[int, int]:
        """Give line and column of a position in the text."""
        starts = self._starts()
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._line_starts

    def refuse(self) -> LoadError:
        """Make the error that reports what is wrong so far, in file order and without repetition."""
        return LoadError(in_order(self.faults))


@attrs.frozen
class _Number:
    """A number, grouped as the language groups digits."""

    number: int

    def render(self, language: str = "en") -> str:
        return write_number(self.number, language)


def _rest(path: str, severity: Severity, counts: Counter[str] | dict[str, int]) -> Fault:
    """Make the fault that says how many there are of each kind that are not shown."""
    kinds = tuple(
        Phrase("faults.kind", {"code": Plain(code), "number": _Number(count)})
        for code, count in sorted(counts.items())
    )
    told = {"count": sum(counts.values()), "total": _Number(sum(counts.values()))}
    return Fault(
        code=REST,
        location=Location(path=path),
        severity=severity,
        arguments={**told, "kinds": Listed(kinds, "and"), "rest": counts},
    )


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort faults as their files have them, without repetition.

    Of each file the first hundred are given, errors before warnings, and the first one of each kind; a last
    fault of each severity counts the others.
    """
    distinct: dict[tuple[Any, ...], Fault] = {}
    rest: dict[tuple[str, Severity], Counter[str]] = defaultdict(Counter)
    for fault in sorted(in_file_order(faults), key=lambda fault: fault.severity != "error"):
        if fault.code == REST:
            rest[fault.location.path, fault.severity].update(fault.arguments["rest"])
            continue
        what: tuple[Any, ...] = (fault.location, fault.inside, fault.message())
        if fault.code in _ONCE:
            what = (fault.location.path, fault.arguments[_ONCE[fault.code]])
        distinct.setdefault((fault.code, *what), fault)
    shown: list[Fault] = []
    number = Counter[str]()
    kinds = set()
    for fault in distinct.values():
        path, kind = fault.location.path, (fault.location.path, fault.severity, fault.code)
        if number[path] < MAX_FAULTS or kind not in kinds:
            shown.append(fault)
        else:
            rest[path, fault.severity][fault.code] += 1
        number[path] += 1
        kinds.add(kind)
    return in_file_order((*shown, *(_rest(*of, dict(counts)) for of, counts in rest.items())))


def read_bytes(path: str, *, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file of a bearable size; a pipe or a device is refused without being opened.

    Raises `LoadError`.
    """
    document = Document("", path)
    content = b""
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for a writer that never comes.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                document.fault_of_file("file.not-a-file")
            elif status.st_size > limit:
                document.fault_of_file("file.too-large", limit=limit)
            else:
                with open(descriptor, "rb", closefd=False) as file:
                    content = file.read(limit + 1) or b""
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        document.fault_of_file("file.not-found")
    except IsADirectoryError:
        document.fault_of_file("file.not-a-file")
    except PermissionError:
        document.fault_of_file("file.permission")
    except (OSError, ValueError) as error:  # a loop of links, a name too long, a NUL in the name
        reason = Plain(error.strerror if isinstance(error, OSError) and error.strerror else str(error))
        document.fault_of_file("file.unreadable", reason=reason)
    if document.faults:
        raise document.refuse()
    return content


def decode(content: bytes, path: str, *, limit: int = MAX_BYTES) -> Document:
    """Make a document of a file's bytes.

    Raises `LoadError` for what is no UTF-8 text, with line and column of the first wrong byte.
    """
    if len(content) > limit:
        document = Document("", path)
        document.fault_of_file("file.too-large", limit=limit)
        raise document.refuse()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:2]:
        document = Document("", path)
        document.fault("file.encoding", hints=(Phrase("hint.save-as-utf-8"),), found=Plain("UTF-16"))
        raise document.refuse()
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return Document(content.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        # Latin-1 gives every wrong byte one character, so that the line can be shown.
        before = content[: error.start].decode("utf-8")
        rest = content[error.start :].decode("latin-1")
        document = Document(before + rest, path)
        line, column = document.place(len(before))
        document.fault(
            "file.encoding",
            line,
            column,
            hints=(Phrase("hint.save-as-utf-8"),),
            found=Plain(f"0x{content[error.start]:02X}"),
        )
        raise document.refuse() from None
