"""Events are what PyYAML's parser finds in a text one by one; those of a small YAML build nodes.

The characters of the text must be visible ones, and the events must keep to no anchors, aliases,
merge keys or tags, keys that are text, and limits of depth and number. Events do not recurse and
nothing is constructed from them but nodes, so no file can exhaust the process, and none can run
anything.
"""

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import is_normalized, normalize

import yaml

from customer_types._messages import Phrase, Plain
from customer_types._reading.documents import MAX_BYTES, MAX_DEPTH, MAX_EVENTS, Document
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence
from customer_types._reading.syntax import kind_of, mistake
from customer_types.errors import HiddenCharacterError

_Parser: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\u180e\u200b\u2060-\u2064\U000e0000-\U000e007f\u202a-\u202e\u2066-\u2069]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_COMMENT = re.compile(r"(?<=[ \t])#(?=\S)")
_COMMENT_AFTER = re.compile(r"[ \t]+" + _COMMENT.pattern)
_TAG_DIRECTIVE = re.compile(r"(?:\A|[\r\n])(%TAG)\b")


def parse(document: Document) -> Node:
    """Make a tree of nodes of a document's text.

    Raises `LoadError` for text that is not YAML, or not the small YAML that is read here.
    """
    if len(document.text.encode("utf-8", "replace")) > MAX_BYTES:
        document.fault_of_file("file.too-large", limit=MAX_BYTES)
        raise document.refuse()
    builder = _Builder(document)
    root = builder.build(without_hidden(document))
    if root is None or builder.refused:
        raise document.refuse()
    document.root = root
    return root


def hidden(text: str) -> tuple[str, str] | None:
    """Find the first character of a text that nobody sees, with the code of the fault that it is."""
    match = _HIDDEN.search(text)
    if match is None:
        return None
    return _code_of(match[0]), match[0]


def require_visible(text: str) -> None:
    """Check that a text has no character that nobody sees. Raises `HiddenCharacterError`."""
    found = hidden(text)
    if found is not None:
        raise HiddenCharacterError(found[1])


def _tokens(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        while (token := parser.get_token()) is not None:
            yield token
    finally:
        parser.dispose()


def _code_of(character: str) -> str:
    return "text.bidi" if _BIDI.match(character) else "text.control"


def without_hidden(document: Document) -> str:
    """Report the characters that nobody sees, and put a visible one in their places."""
    reported = set()
    for match in _HIDDEN.finditer(document.text):
        line, column = document.place(match.start())
        code = _code_of(match[0])
        if (line, code) not in reported:  # the first of a line leads to the others
            reported.add((line, code))
            document.fault(code, line, column, character=match[0])
    return _HIDDEN.sub("\ufffd", document.text) if document.faults else document.text


class _Builder:
    """Builds nodes from parser events, and refuses what is outside of the small YAML."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.refused = bool(document.faults)
        self.stack: list[Sequence | Mapping] = []
        self.pending: list[Scalar | None] = []  # for each open collection, the key that waits for a value
        self.root: Node | None = None
        found = _COMMENT.finditer(document.text)
        self.commented = {document.place(one.start())[0] - 1 for one in found}  # lines, counted from 0

    def build(self, text: str) -> Node | None:
        directive = _TAG_DIRECTIVE.search(text) if "%TAG" in text else None
        if directive is not None:  # the parser compares each with all those before
            self._refuse("yaml.tag", *self.document.place(directive.start(1)), tag=directive[1])
            return None
        try:
            for event in self._events(text):
                if not self._take(event):
                    return None
        except yaml.YAMLError as error:
            found = mistake(self.document, error, _tokens(text))
            self._refuse("yaml.syntax", found.line, found.column, problem=found.problem, hints=found.hints)
            return None
        if self.root is None and not self.refused:
            self._refuse("file.empty", 1, 1)
        return self.root

    def _events(self, text: str) -> Iterator[Any]:
        parser = _Parser(text)
        try:
            for count in range(MAX_EVENTS + 4):  # stream and document have a start and an end
                try:
                    event = self._next(parser)
                except yaml.MarkedYAMLError as error:
                    if kind_of(error) != "depth" or error.problem_mark is None:
                        raise
                    # The parser in C looks ahead, and where that is deeper than it bears, it gives up
                    # before it has told what comes first. What is above there, it tells.
                    parser.dispose()
                    text = text[: error.problem_mark.index]
                    parser = _Parser(text)
                    for _ in range(count):
                        parser.get_event()
                    event = self._next(parser)
                if event is None or isinstance(event, yaml.StreamEndEvent):
                    return
                if count == MAX_EVENTS + 3:
                    mark = event.start_mark
                    self._refuse("yaml.too-big", mark.line + 1, mark.column + 1, limit=MAX_EVENTS)
                    return
                yield event
        finally:
            parser.dispose()

    def _next(self, parser: Any) -> Any:
        try:
            return parser.get_event()
        except (ValueError, OverflowError) as error:  # the parser in Python takes any number for a character
            mark = parser.get_mark()
            kind = "directive" if self.document.line(mark.line + 1).startswith("%") else "escape"
            raise yaml.MarkedYAMLError(problem=f"number of a {kind}", problem_mark=mark) from error

    def _refuse(self, code: str, line: int, column: int, **arguments: Any) -> None:
        self.refused = True
        self.document.fault(code, line, column, **arguments)

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
        if plain and event.end_mark.line in self.commented:
            end = event.end_mark
            comment = _COMMENT_AFTER.match(self.document.line(end.line + 1), end.column)
            if comment is not None:
                node.comment = comment.end()
        elif event.style == '"':
            found = hidden(text)
            if found is not None:
                code, character = found
                self.document.fault(code, node.line, node.column, character=character)
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
