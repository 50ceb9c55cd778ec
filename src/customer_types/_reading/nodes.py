"""A node is a piece of a YAML file with its place: a scalar, a mapping or a sequence.

A file goes through three doors before anything is built from it. Its *bytes* must be a regular file
of UTF-8 text within a size; its *characters* must be visible ones; and its *events*, taken from
PyYAML's parser one by one, must keep to a small YAML: no anchors, aliases, merge keys or tags, keys
are text, and depth and number are limited. Events do not recurse and nothing is constructed from
them but the nodes here, so no file can exhaust the process, and no file can run anything.

Scalars stay text. What they are is for the schema to say (`no` is a country or a word, `1.10` a
version, `010` two different numbers to two readers of YAML).
"""

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import is_normalized, normalize

import yaml

from customer_types.errors import Fault, LoadError, Severity, did_you_mean
from customer_types.locations import Location
from customer_types.messages import Phrase, Plain
from customer_types.suggestions import closest

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
MAX_EVENTS = 50_000
MAX_FAULTS = 100
MAX_SUGGESTIONS = 20

_Parser: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\u202a-\u202e\u2066-\u2069]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_COMMENT = re.compile(r"[ \t]+#(?=\S)")
_TAG_DIRECTIVE = re.compile(r"(?:\A|[\r\n])(%TAG)\b")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Refused(Exception):  # noqa: N818  # it says what happened, the fault says what is wrong
    """A node is not what it should be; its document has the fault."""


class Node:
    """A piece of a document; line and column are counted from 1."""

    __slots__ = ("column", "document", "line")

    def __init__(self, document: "Document", line: int, column: int) -> None:
        self.document = document
        self.line = line
        self.column = column

    @property
    def location(self) -> Location:
        """Where the node begins."""
        return Location(path=self.document.path, line=self.line, column=self.column)

    def report(
        self,
        code: str,
        *,
        at: "Node | None" = None,
        severity: Severity = "error",
        hints: tuple[Phrase, ...] = (),
        **arguments: Any,
    ) -> Refused:
        """Note down a fault of this node, at the place of another node where that is clearer."""
        place = at or self
        self.document.fault(
            code,
            place.line,
            place.column,
            severity=severity,
            inside=self.document.inside(self),
            hints=hints,
            **arguments,
        )
        return Refused()


class Scalar(Node):
    """A text; `plain` tells that it is written without quotes, `comment` where one cuts it off."""

    __slots__ = ("comment", "plain", "text")

    def __init__(self, document: "Document", line: int, column: int, text: str, *, plain: bool) -> None:
        super().__init__(document, line, column)
        self.text = text
        self.plain = plain
        self.comment: int | None = None


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, document: "Document", line: int, column: int) -> None:
        super().__init__(document, line, column)
        self.items: list[Node] = []


class Mapping(Node):
    """Nodes by key, in file order; `keys` has the scalars that the keys were written as."""

    __slots__ = ("entries", "keys")

    def __init__(self, document: "Document", line: int, column: int) -> None:
        super().__init__(document, line, column)
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}


class Document:
    """A file, or a text in place of one, with the faults that were found in it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self.reading: object = None  # what the readers of nodes share; the schema's business
        self.suggestions = 0  # words that were compared with those known here
        self._line_starts: list[int] | None = None
        self._lines: dict[int, str] = {}  # a line of 1 MiB may have thousands of faults, and is kept once
        self._insides: dict[int, str] = {}

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
        """Note down a fault at a place."""
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

    def similar(self, word: str, known: Iterable[str]) -> tuple[Phrase, ...]:
        """Ask whether a known word was meant, for a file's first unknown words: comparing takes long."""
        self.suggestions += 1
        return did_you_mean(closest(word, known)) if self.suggestions <= MAX_SUGGESTIONS else ()

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

    def inside(self, node: Node) -> str:
        """Name the place of a node in the document, such as `categories[1].label`."""
        if not self._insides and self.root is not None:
            pending = [("", self.root)]
            while pending:
                place, child = pending.pop()
                self._insides[id(child)] = place
                if isinstance(child, Mapping):
                    dot = place and f"{place}."
                    pending += ((f"{dot}{key}", value) for key, value in child.entries.items())
                elif isinstance(child, Sequence):
                    pending += ((f"{place}[{index}]", item) for index, item in enumerate(child.items))
        return self._insides.get(id(node), "")

    def refuse(self) -> LoadError:
        """Make the error that reports what is wrong so far, in file order and without repetition."""
        return LoadError(in_order(self.faults))


def in_order(faults: list[Fault]) -> list[Fault]:
    """Sort faults as their files have them: the first hundred, in which no warning displaces an error."""

    def place(fault: Fault) -> tuple[str, int, int]:
        return fault.location.path, fault.location.line or 0, fault.location.column or 0

    first: dict[tuple[Any, ...], Fault] = {}
    for fault in sorted(faults, key=lambda fault: (fault.severity != "error", *place(fault))):
        first.setdefault((fault.code, fault.location, fault.inside, fault.message()), fault)
        if len(first) == MAX_FAULTS:
            break
    return sorted(first.values(), key=place)


def read_bytes(path: str) -> bytes:
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
                _refuse_file(document, "file.not-a-file")
            elif status.st_size > MAX_BYTES:
                _refuse_file(document, "file.too-large", limit=MAX_BYTES)
            else:
                with open(descriptor, "rb", closefd=False) as file:
                    content = file.read(MAX_BYTES + 1) or b""
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        _refuse_file(document, "file.not-found")
    except IsADirectoryError:
        _refuse_file(document, "file.not-a-file")
    except PermissionError:
        _refuse_file(document, "file.permission")
    except (OSError, ValueError) as error:  # a loop of links, a name too long, a NUL in the name
        reason = Plain(error.strerror if isinstance(error, OSError) and error.strerror else str(error))
        _refuse_file(document, "file.unreadable", reason=reason)
    if document.faults:
        raise document.refuse()
    return content


def _refuse_file(document: Document, code: str, **arguments: Any) -> None:
    location = Location(path=document.path)
    document.faults.append(Fault(code=code, location=location, arguments=arguments))


def decode(content: bytes, path: str) -> Document:
    """Make a document of a file's bytes.

    Raises `LoadError` for what is no UTF-8 text, with line and column of the first wrong byte.
    """
    if len(content) > MAX_BYTES:
        document = Document("", path)
        _refuse_file(document, "file.too-large", limit=MAX_BYTES)
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


def parse(document: Document) -> Node:
    """Make a tree of nodes of a document's text.

    Raises `LoadError` for text that is not YAML, or not the small YAML that is read here.
    """
    if len(document.text.encode("utf-8", "replace")) > MAX_BYTES:
        _refuse_file(document, "file.too-large", limit=MAX_BYTES)
        raise document.refuse()
    builder = _Builder(document)
    root = builder.build(_without_hidden(document))
    if root is None or builder.refused:
        raise document.refuse()
    document.root = root
    return root


def _without_hidden(document: Document) -> str:
    """Report the characters that nobody sees, and put a visible one in their places."""
    reported = set()
    for match in _HIDDEN.finditer(document.text):
        line, column = document.place(match.start())
        code = "text.bidi" if _BIDI.match(match[0]) else "text.control"
        if (line, code) not in reported:  # the first of a line leads to the others
            reported.add((line, code))
            document.fault(code, line, column, character=match[0])
        if len(reported) == MAX_FAULTS:
            break
    return _HIDDEN.sub("\ufffd", document.text) if document.faults else document.text


class _Builder:
    """Builds nodes from parser events, and refuses what is outside of the small YAML."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.refused = bool(document.faults)
        self.stack: list[Sequence | Mapping] = []
        self.pending: list[Scalar | None] = []  # for each open collection, the key that waits for a value
        self.root: Node | None = None

    def build(self, text: str) -> Node | None:
        directive = _TAG_DIRECTIVE.search(text) if "%TAG" in text else None
        if directive is not None:  # the parser compares each with all those before
            self._refuse("yaml.tag", *self.document.place(directive.start(1)), tag=directive[1])
            return None
        try:
            for event in self._events(text):
                if not self._take(event):
                    return None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
            return None
        except yaml.YAMLError as error:  # a character that the parser does not take
            self._refuse("yaml.syntax", 1, 1, problem=Plain(str(error).splitlines()[0]))
            return None
        if self.root is None and not self.refused:
            self._refuse("file.empty", 1, 1)
        return self.root

    def _events(self, text: str) -> Iterator[Any]:
        parser = _Parser(text)
        try:
            for count in range(MAX_EVENTS + 4):  # stream and document have a start and an end
                event = parser.get_event()
                if event is None or isinstance(event, yaml.StreamEndEvent):
                    return
                if count == MAX_EVENTS + 3:
                    mark = event.start_mark
                    self._refuse("yaml.too-big", mark.line + 1, mark.column + 1, limit=MAX_EVENTS)
                    return
                yield event
        finally:
            parser.dispose()

    def _refuse(self, code: str, line: int, column: int, **arguments: Any) -> None:
        self.refused = True
        self.document.fault(code, line, column, **arguments)

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        problem = str(error.problem or error.context)
        mark = error.problem_mark or error.context_mark
        hints: tuple[Phrase, ...] = ()
        if "unexpected end of stream" in problem and error.context_mark is not None:
            mark = error.context_mark
            hints = (Phrase("hint.close-quote"),)
        line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        written = self.document.line(line)
        if "\t" in written[: len(written) - len(written.lstrip())]:
            hints = (Phrase("hint.spaces-for-tabs"),)
        elif "mapping values are not allowed" in problem:
            hints = (Phrase("hint.quote-colon"),)
        elif written[column - 1 : column] in ("@", "`", "%"):
            hints = (Phrase("hint.quote-text"),)
        self._refuse("yaml.syntax", line, column, problem=Plain(problem), hints=hints)

    def _take(self, event: Any) -> bool:
        """Take one event; the answer says whether to go on."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._node(event, self._scalar(event))
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mark = event.start_mark
            if len(self.stack) == MAX_DEPTH:
                self._refuse("yaml.too-deep", mark.line + 1, mark.column + 1, limit=MAX_DEPTH)
                return False
            node_type = Mapping if kind is yaml.MappingStartEvent else Sequence
            node = node_type(self.document, mark.line + 1, mark.column + 1)
            if not self._node(event, node):
                return False
            self.stack.append(node)
            self.pending.append(None)
            return True
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
            self.pending.pop()
            return True
        mark = event.start_mark
        if kind is yaml.AliasEvent:
            self._refuse("yaml.anchor", mark.line + 1, mark.column + 1)
            return False
        if kind is yaml.DocumentStartEvent and self.root is not None:
            self._refuse("yaml.multiple-documents", mark.line + 1, mark.column + 1)
            return False
        return True

    def _scalar(self, event: Any) -> Scalar:
        mark = event.start_mark
        text = event.value
        if not text.isascii() and not is_normalized("NFC", text):
            text = normalize("NFC", text)
        plain = event.implicit[0]
        node = Scalar(self.document, mark.line + 1, mark.column + 1, text, plain=plain)
        if plain:
            end = event.end_mark
            comment = _COMMENT.match(self.document.line(end.line + 1), end.column)
            if comment is not None:
                node.comment = comment.end()
        elif event.style == '"':
            hidden = _HIDDEN.search(text)
            if hidden is not None:
                code = "text.bidi" if _BIDI.match(hidden[0]) else "text.control"
                self.document.fault(code, node.line, node.column, character=hidden[0])
        return node

    def _node(self, event: Any, node: Node) -> bool:
        if event.anchor is not None:
            self._refuse("yaml.anchor", node.line, node.column)
            return False
        if event.tag is not None:
            self._refuse(
                "yaml.tag", node.line, node.column, tag=event.tag.replace("tag:yaml.org,2002:", "!!")
            )
        if not self.stack:
            self.root = node
            return True
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.pending[-1] is None:
            self._key(parent, node)
        else:
            key = self.pending[-1]
            self.pending[-1] = None
            if parent.keys.get(key.text) is key:
                parent.entries[key.text] = node
        return True

    def _key(self, parent: Mapping, node: Node) -> None:
        if not isinstance(node, Scalar):
            hints: tuple[Phrase, ...] = ()
            if self.document.line(node.line)[node.column - 2 :].startswith("{{"):
                hints = (Phrase("hint.template"),)
            self._refuse("yaml.key-type", node.line, node.column, hints=hints)
            # The key takes part as a text that no other key can be, so that what follows stays its value.
            node = Scalar(self.document, node.line, node.column, f"\0{node.line}:{node.column}", plain=True)
        elif node.plain and node.text == "<<":
            self._refuse("yaml.anchor", node.line, node.column)
        first = parent.keys.get(node.text)
        if first is not None:
            self.document.fault(
                "yaml.duplicate-key",
                node.line,
                node.column,
                key=node.text,
                first=Plain(f"{first.line}:{first.column}"),
            )
        else:
            parent.keys[node.text] = node
        self.pending[-1] = node
