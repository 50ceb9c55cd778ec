"""A location is a place in a file: path, line and column, counted from 1 in code points."""

import attrs


@attrs.frozen(kw_only=True)
class Location:
    """Where something was read.

    >>> str(Location(path="life.yaml", line=10, column=5))
    'life.yaml:10:5'
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        if self.line is None:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"
