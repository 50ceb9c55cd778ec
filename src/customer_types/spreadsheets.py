"""A spreadsheet takes some texts for formulas, and would run them; here they are kept from it."""

from typing import Any

#: How a text begins that a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def guarded(value: Any) -> Any:
    """Make a cell that a spreadsheet does not take for a formula; numbers stay numbers.

    >>> guarded("=1+1"), guarded(-1), guarded(True), guarded(None)
    ("'=1+1", -1, 'true', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
