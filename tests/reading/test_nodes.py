"""Nodes: each knows its place, and what that place is called."""

import pytest

from customer_types._model.locations import Location
from customer_types._reading.documents import Document
from customer_types._reading.nodes import Mapping, Sequence
from customer_types._reading.yaml import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1", {"a": (1, 4)}),
        ("  a:   1", {"a": (1, 8)}),
        ("# x\n\na:\n  - x\n  - y\n", {"a": (4, 3), "a[0]": (4, 5), "a[1]": (5, 5)}),
        ("{a: {b: [c, 'd']}}", {"a": (1, 5), "a.b": (1, 9), "a.b[0]": (1, 10), "a.b[1]": (1, 13)}),
        ("é: {ü: x}", {"é": (1, 4), "é.ü": (1, 8)}),
        ("🙂🙂: [🙂, x]", {"🙂🙂": (1, 5), "🙂🙂[0]": (1, 6), "🙂🙂[1]": (1, 9)}),
        ("e\u0301: x", {"é": (1, 5)}),  # columns count what is in the file, two code points here
        ("a: 1\r\nb: 2\rc: 3\nd: 4", {"a": (1, 4), "b": (2, 4), "c": (3, 4), "d": (4, 4)}),
        ("a: |\n  x\nb: y", {"a": (1, 4), "b": (3, 4)}),
        ("a:\nb:\n", {"a": (1, 3), "b": (2, 3)}),
        ("? a\n: b\n", {"a": (2, 3)}),
        ("\ta: 1".lstrip(), {"a": (1, 4)}),
    ],
)
def test_a_node_knows_its_place(text: str, expected: dict[str, tuple[int, int]]) -> None:
    """Lines and columns are counted from 1, in code points, over all kinds of line ends."""
    pending = [parse(Document(text, "x.yaml"))]
    found: dict[str, tuple[int, int]] = {}
    while pending:
        node = pending.pop()
        assert node.location == Location(path="x.yaml", line=node.line, column=node.column)
        found[node.inside] = (node.line, node.column)
        pending += node.entries.values() if isinstance(node, Mapping) else []
        pending += node.items if isinstance(node, Sequence) else []
    del found[""]
    assert found == expected


def test_keys_know_their_places() -> None:
    """A mapping keeps the scalars that its keys were written as, in file order."""
    root = parse(Document("b: 1\n'a': 2\n? c\n: 3\n", "x.yaml"))
    assert isinstance(root, Mapping)
    assert [(key, node.line, node.column) for key, node in root.keys.items()] == [
        ("b", 1, 1),
        ("a", 2, 1),
        ("c", 3, 3),
    ]
