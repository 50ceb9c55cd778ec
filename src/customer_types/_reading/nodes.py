"""A node is a piece of a document with its place: a scalar, a mapping or a sequence.

Scalars stay text. What they are is for the schema to say (`no` is a country or a word, `1.10` a
version, `010` two different numbers to two readers of YAML).
"""

from collections.abc import Iterable
from typing import Any

from customer_types._messages import Phrase
from customer_types._model.faults import Severity
from customer_types._model.locations import Location
from customer_types._reading.documents import Document


class Refused(Exception):  # noqa: N818  # it says what happened, the fault says what is wrong
    """A node is not what it should be; its document has the fault."""


class Node:
    """A piece of a document; line and column are counted from 1."""

    __slots__ = ("column", "document", "line")

    def __init__(self, document: Document, line: int, column: int) -> None:
        self.document = document
        self.line = line
        self.column = column

    @property
    def location(self) -> Location:
        """Where the node begins."""
        return self.document.location(self.line, self.column)

    @property
    def inside(self) -> str:
        """What the node is called by its place in the document, such as `categories[1].label`."""
        places = self.document.places
        if not places and isinstance(self.document.root, Node):
            pending = [("", self.document.root)]
            while pending:
                place, child = pending.pop()
                places[id(child)] = place
                if isinstance(child, Mapping):
                    dot = place and f"{place}."
                    pending += ((f"{dot}{key}", value) for key, value in child.entries.items())
                elif isinstance(child, Sequence):
                    pending += ((f"{place}[{index}]", item) for index, item in enumerate(child.items))
        return places.get(id(self), "")

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
        place.document.fault(  # files may be laid over one another
            code,
            place.line,
            place.column,
            severity=severity,
            inside=self.inside,
            hints=hints,
            **arguments,
        )
        return Refused()


class Scalar(Node):
    """A text; `plain` tells that it is written without quotes, `comment` where one cuts it off."""

    __slots__ = ("comment", "plain", "text")

    def __init__(self, document: Document, line: int, column: int, text: str, *, plain: bool) -> None:
        super().__init__(document, line, column)
        self.text = text
        self.plain = plain
        self.comment: int | None = None


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, document: Document, line: int, column: int) -> None:
        super().__init__(document, line, column)
        self.items: list[Node] = []


class Mapping(Node):
    """Nodes by key, in file order; `keys` has the scalars that the keys were written as."""

    __slots__ = ("entries", "keys")

    def __init__(self, document: Document, line: int, column: int) -> None:
        super().__init__(document, line, column)
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}


def members(node: Node | None) -> list[Mapping]:
    """List the mappings in a list, for a look at them before they are read; nothing is reported."""
    return [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []


def scalars(node: Node | None) -> list[Scalar]:
    """List the scalars in a list, or the one in its place, as `members` lists mappings."""
    listed = node.items if isinstance(node, Sequence) else [node]
    return [item for item in listed if isinstance(item, Scalar)]


def ids(node: Node | None) -> Iterable[str]:
    """List the ids that are written in a list of mappings."""
    for item in members(node):
        written = item.entries.get("id")
        if isinstance(written, Scalar):
            yield written.text
