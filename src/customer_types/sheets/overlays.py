"""An overlay of a language is what a sheet changes, as a file that is laid over the taxonomy."""

from collections.abc import Mapping
from typing import Any

from customer_types._model.labels import Naming
from customer_types._reading.writing import plain, text_of
from customer_types.sheets.changes import Change

_LISTS = frozenset(
    {"categories", "thresholds", "rules", "actions", "notes", "examples", "facts", "units", "sources"}
)


def overlay(taxonomy: str, language: str, change: Change) -> str:
    """Write the overlay of a taxonomy that makes a change in a language."""
    content: dict[str, Any] = {"overlay": taxonomy}
    if change.translation is not None:
        content["translations"] = {language: plain(change.translation)}
    for address, said in change.contents.items():
        *inside, key = address.split(".")
        _at(content, inside)[key] = {language: plain(said) if isinstance(said, Naming) else said}
    return text_of(content)


def _at(content: dict[str, Any], inside: list[str]) -> dict[str, Any]:
    """Find the mapping that an address leads to, or make it: lists have items with ids."""
    pieces = iter(inside)
    for key in pieces:
        assert key in _LISTS
        listed, id = content.setdefault(key, []), next(pieces)
        content = next((item for item in listed if _id(item) == id), {})
        if not content:
            content["id"] = id
            listed.append(content)
    return content


def _id(item: Mapping[str, Any]) -> object:
    return item["id"]
