"""What is unknown in a file are keys that its format does not have: they are told, and passed over."""

from typing import Any

from customer_types._messages import Phrase
from customer_types._reading import cures
from customer_types._reading.nodes import Mapping, Node, Scalar


def known(entry: Mapping, keys: tuple[str, ...] | frozenset[str]) -> None:
    """Report the keys of a mapping that nobody knows; they are passed over."""
    previous: Node | None = None
    for written, key in entry.keys.items():
        if written not in keys:
            entry.report("schema.unknown-key", at=key, key=written, hints=_hints(key, keys, previous))
        previous = entry.entries.get(written)


def _hints(key: Scalar, keys: Any, previous: Node | None) -> tuple[Phrase, ...]:
    written = key.text
    if ":" in written and (found := cures.of_space(written.partition(":")[2][:1])):
        return found
    if ":" in written:
        return (Phrase("hint.space-after-colon"),)
    if written.isdigit() and isinstance(previous, Scalar) and previous.text.isdigit():
        return (Phrase("hint.thousands-separator"),)
    if written.endswith(("\u00a0", "\u202f")):
        return (Phrase("hint.no-break-space"),)
    return cures.of_test(written, keys) or key.document.similar(written, keys)
