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
    return escaped(value) if isinstance(value, str) else value


def escaped(text: str) -> str:
    """Put an apostrophe before a text that would be a formula, and before one that has some already.

    >>> [escaped(text) for text in ("=1+1", "'=1+1", "'tis")]
    ["'=1+1", "''=1+1", "'tis"]
    """
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def unescaped(text: str) -> str:
    """Take away the apostrophe that `escaped` has put before a text.

    >>> [unescaped(text) for text in ("'=1+1", "''=1+1", "'tis", "=1+1")]
    ['=1+1', "'=1+1", "'tis", '=1+1']
    """
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text
