"""A graph document is a text of triples, with the faults that were found in what it says.

Triples have no lines: a fault names the concept that it is about instead. From a content, nodes are built
as from a file, so that one reader reads, and judges, both.
"""

import re
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from customer_types._messages import Phrase
from customer_types._model.faults import Fault, Severity
from customer_types._model.locations import Location
from customer_types._reading.documents import Document
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence
from customer_types._reading.yaml import hidden
from customer_types.skos.labels import Content

_CATEGORY = re.compile(r"categories\[(\d+)\]\.?")


class Number(str):
    """A number as it was written, which the reader of numbers judges."""

    __slots__ = ()


class GraphDocument(Document):
    """A text of triples, called by the path of its file; `subjects` are the concepts, in order."""

    def __init__(self, text: str, path: str) -> None:
        super().__init__(text, path)
        self.subjects: list[str] = []

    def location(self, line: int, column: int) -> Location:  # noqa: ARG002  # the places of no file
        """Say where something was read: in this text."""
        return Location(path=self.path)

    def fault(
        self,
        code: str,
        line: int = 1,  # noqa: ARG002  # as above
        column: int = 1,  # noqa: ARG002  # as above
        *,
        severity: Severity = "error",
        inside: str = "",
        hints: tuple[Phrase, ...] = (),
        **arguments: Any,
    ) -> None:
        """Note down a fault of something in the graph."""
        found = _CATEGORY.match(inside)
        if found is not None and int(found[1]) < len(self.subjects):
            inside = f"<{self.subjects[int(found[1])]}> {inside[found.end() :]}".rstrip()
        self.faults.append(
            Fault(
                code=code,
                location=Location(path=self.path),
                severity=severity,
                inside=inside,
                arguments=arguments,
                hints=hints,
            )
        )


def node_of(content: Content, document: GraphDocument) -> Node:
    """Build the nodes of a content, and report the characters that no file may have."""
    if isinstance(content, dict):
        mapping = Mapping(document, 1, 1)
        for key, value in content.items():
            mapping.keys[key] = Scalar(document, 1, 1, _text(key, document), plain=True)
            mapping.entries[key] = node_of(value, document)
        return mapping
    if isinstance(content, list):
        sequence = Sequence(document, 1, 1)
        sequence.items = [node_of(item, document) for item in content]
        return sequence
    if isinstance(content, Number):
        return Scalar(document, 1, 1, _decimal(content), plain=True)
    if isinstance(content, str):
        return Scalar(document, 1, 1, _text(content, document), plain=False)
    plain = "null" if content is None else str(content).lower()
    return Scalar(document, 1, 1, plain, plain=True)


def _decimal(number: str) -> str:
    """Write a number without an exponent, as files have it, where it is one."""
    if re.fullmatch(r"[-+]?\d{1,20}(\.\d{1,40})?([eE][-+]?\d{1,2})?", number):
        return f"{Decimal(number):f}"
    return number


def _text(text: str, document: GraphDocument) -> str:
    found = hidden(text)
    if found is not None:
        code, character = found
        document.fault(code, inside=text, character=character)
        return text.replace(character, "\ufffd")
    return normalize("NFC", text)
