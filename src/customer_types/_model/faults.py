"""A fault is one thing that is wrong in a file, and where; all faults of a file are reported together.

Loading raises them as one `LoadError`; what is only doubtful is a `TaxonomyWarning`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from customer_types._messages import Phrase, message, shown
from customer_types._model.locations import Location
from customer_types.errors import CustomerTypesError

Severity = Literal["error", "warning"]

#: The code of a fault that stands for those of a file that are counted and not shown.
REST = "faults.more"


@attrs.frozen(kw_only=True)
class Fault:
    """One thing that is wrong, or worth a look, in one place of a file.

    `code` is stable and is explained by `customer-types explain CODE`; `inside` is the place in the
    document (`categories[1]`), `excerpt` the line of the file.
    """

    code: str
    location: Location
    severity: Severity = "error"
    inside: str = ""
    arguments: Mapping[str, Any] = attrs.field(factory=dict)
    hints: tuple[Phrase, ...] = ()
    excerpt: str | None = None

    @property
    def count(self) -> int:
        """How many faults it stands for: one, or all those of its file that are not shown."""
        return sum(self.arguments["rest"].values()) if self.code == REST else 1

    @property
    def is_of_search(self) -> bool:
        """Whether it only says that a search was given up, and something is left undecided."""
        return self.code.endswith(".undecided")

    @property
    def is_of_check(self) -> bool:
        """Whether it is told where a file is checked, and not whenever it is loaded: it may be meant."""
        return self.code == "label.loses"

    def message(self, language: str = "en") -> str:
        """Say what is wrong, in English or in French."""
        text = message(f"fault.{self.code}", language, self.arguments)
        inside = shown(self.inside, quote=False, limit=120)  # a file's own keys may be in it
        return f"{inside}: {text}" if inside else text

    def hint(self, language: str = "en") -> str | None:
        """Say how to cure it, where that is known."""
        return message("separator", language, {}).join(hint.render(language) for hint in self.hints) or None

    def render(self, language: str = "en") -> str:
        """Write the fault with its place, its line and a caret below the column."""
        severity = message(f"severity.{self.severity}", language, {})
        parts = filter(None, (self.message(language), self.hint(language)))
        place = shown(str(self.location), quote=False, limit=None)
        text = f"{place}: {severity}[{self.code}]: {message('separator', language, {}).join(parts)}"
        if self.excerpt is None or self.location.line is None or self.location.column is None:
            return text
        before, after = 48, 72
        start = max(0, self.location.column - 1 - before)
        window = self.excerpt[start : self.location.column - 1 + after]
        number = f"{self.location.line:>5}"
        margin = " " * len(number)
        column = len(shown(window[: self.location.column - 1 - start], quote=False, limit=None))
        line = shown(window, quote=False, limit=None)
        return f"{text}\n{number} | {line}\n{margin} | {' ' * column}^"


def in_file_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort faults as their files have them."""

    def place(fault: Fault) -> tuple[str, bool, int, int]:
        where = fault.location
        return where.path, fault.code == REST, where.line or 0, where.column or 0

    return sorted(faults, key=place)


class LoadError(CustomerTypesError, ValueError):
    """A file can't be used; `faults` has all that is wrong with it, in file order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__()
        self.faults = tuple(faults)

    def render(self, language: str = "en") -> str:
        """Write all faults, each with its place, its line and a caret."""
        return "\n".join(fault.render(language) for fault in self.faults)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)


class TaxonomyWarning(UserWarning):
    """Something in a file is accepted but deserves a look: its `fault` says what."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault

    def __str__(self) -> str:
        return self.fault.render()
