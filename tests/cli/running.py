"""Runs of the command line in this process, as at a terminal of 80 columns."""

from collections.abc import Callable
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]
CDNOW = ROOT / "docs" / "examples" / "cdnow-orders.csv"


@attrs.frozen
class Done:
    """A run that has ended: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """All that was printed, without the spaces at the ends of lines."""
        return "\n".join(line.rstrip() for line in (self.out + self.err).splitlines())


Run = Callable[..., Done]
