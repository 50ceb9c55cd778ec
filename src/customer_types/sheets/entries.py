"""An entry is a unit as a sheet came back with it; faults are noted in the sheet's document."""

from typing import Any, Protocol

import attrs

from customer_types._messages import Phrase
from customer_types._model.faults import Severity
from customer_types._model.labels import Status
from customer_types._reading.documents import Document
from customer_types.sheets.units import Unit


class Tell(Protocol):
    """What tells a translator of the units of a sheet."""

    def __call__(self, unit: Unit, *, number: bool = True) -> tuple[str, ...]:
        """Tell of a unit, in a few lines, with the number of its form or without."""


@attrs.frozen(kw_only=True)
class Head:
    """What a sheet is for: a taxonomy in a version, from one language to another."""

    taxonomy: str
    version: str
    source: str
    language: str


@attrs.frozen(kw_only=True)
class Entry:
    """A text with its address, what it is said to translate, and its status if the sheet tells one."""

    address: str
    source: str
    text: str
    status: Status | None
    line: int


@attrs.define(kw_only=True)
class Sheet:
    """What a file of a translator says: of which taxonomy and version, from and to which language."""

    document: Document
    taxonomy: str = ""
    version: str = ""
    source: str = ""
    language: str = ""
    entries: list[Entry] = attrs.field(factory=list)

    def report(
        self,
        entry: Entry,
        code: str,
        *,
        severity: Severity = "error",
        hints: tuple[Phrase, ...] = (),
        **arguments: Any,
    ) -> None:
        """Note down what is wrong with an entry."""
        self.document.fault(
            code, entry.line, severity=severity, inside=entry.address, hints=hints, **arguments
        )
