"""A notation is how people write numbers and dates: `1 234,50` or `1,234.50`, `31/01/1998` or `1/31/1998`.

What one cell does not say, all cells of a file may. Where the whole file leaves two readings, it is
an error that asks for the option; nothing is guessed.
"""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import attrs

from customer_types.errors import CustomerTypesError
from customer_types.messages import Phrase

DateOrder = Literal["ymd", "dmy", "mdy"]
DecimalSign = Literal[".", ","]

_BLANKS = re.compile("[\\s\u00a0\u202f'’]")
_CURRENCY = re.compile(r"^(?:[€$£]|EUR|USD|CAD|CHF)|(?:[€$£]|EUR|USD|CAD|CHF)$")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")


class TableError(CustomerTypesError, ValueError):
    """A table can't be read, or can be read in two ways."""


@attrs.frozen(kw_only=True)
class Notation:
    """How a table writes numbers and dates."""

    decimal: DecimalSign = "."
    dates: DateOrder = "ymd"


# ---- numbers -----------------------------------------------------------------------------------


def _bare(text: str) -> str:
    bare = _CURRENCY.sub("", _BLANKS.sub("", text))
    return f"-{bare[1:-1]}" if bare.startswith("(") and bare.endswith(")") else bare


def decimal_sign(cells: Iterable[tuple[int, str]], separator: str) -> DecimalSign:
    """Find out the decimal sign of numbers, given with the numbers of their lines.

    >>> decimal_sign([(2, "1 234,50"), (3, "12")], ";")
    ','

    Raises `TableError` where numbers contradict one another, or say nothing but `1,234`.
    """
    evidence: dict[DecimalSign, int] = {}
    doubtful = None
    for line, text in cells:
        sign = _sign_of(_bare(text), separator)
        if sign is None:
            continue
        if sign == "?":
            doubtful = doubtful or line
        else:
            evidence.setdefault(sign, line)
    if len(evidence) == 2:
        lines = {"line": evidence["."], "other": evidence[","]}
        raise TableError(Phrase("table.two-decimal-signs", lines), Phrase("hint.decimal-option"))
    if not evidence and doubtful is not None:
        raise TableError(Phrase("table.ambiguous-number", {"line": doubtful}), Phrase("hint.decimal-option"))
    return next(iter(evidence), ".")


def _sign_of(bare: str, separator: str) -> DecimalSign | Literal["?"] | None:
    point, comma = bare.rfind("."), bare.rfind(",")
    if point >= 0 and comma >= 0:
        return "." if point > comma else ","
    if bare.count(",") > 1:
        return "."
    if bare.count(".") > 1:
        return ","
    # Three digits behind the only sign: thousands or a fraction. In a file that separates its cells
    # by commas a point is a decimal sign.
    groups = re.fullmatch(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}", bare) is not None
    if comma >= 0:
        return "?" if groups else ","
    if point >= 0:
        return "?" if groups and separator == ";" else "."
    return None


def read_number(text: str, sign: DecimalSign) -> Decimal | None:
    """Read a number, or give `None` for what is none.

    >>> read_number("1 234,50 €", ",")
    Decimal('1234.50')
    """
    bare = _bare(text).replace("," if sign == "." else ".", "")
    bare = bare.replace(",", ".")
    if not re.fullmatch(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?", bare):
        return None
    return Decimal(bare)


# ---- dates -------------------------------------------------------------------------------------


def date_order(cells: Iterable[tuple[int, str]]) -> DateOrder:
    """Find out the order of day, month and year of dates, given with the numbers of their lines.

    >>> date_order([(2, "03/01/1997"), (3, "25/01/1997")])
    'dmy'

    Raises `TableError` where no day is above twelve, or where days stand in both places.
    """
    evidence: dict[DateOrder, int] = {}
    doubtful = None
    for line, text in cells:
        match = _YEAR_LAST.match(text.strip())
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 or match[2] == ".":
            evidence.setdefault("dmy", line)
        elif second > 12:
            evidence.setdefault("mdy", line)
        elif first != second:
            doubtful = doubtful or line
    if len(evidence) == 2:
        lines = {"line": evidence["dmy"], "other": evidence["mdy"]}
        raise TableError(Phrase("table.two-date-orders", lines), Phrase("hint.date-option"))
    if not evidence and doubtful is not None:
        raise TableError(Phrase("table.ambiguous-date", {"line": doubtful}), Phrase("hint.date-option"))
    return next(iter(evidence), "ymd")


def read_date(text: str, order: DateOrder) -> dt.date | None:
    """Read a date or a time stamp, or give `None` for what is none.

    >>> read_date("02/01/1998", "dmy"), read_date("19980102", "ymd")
    (datetime.date(1998, 1, 2), datetime.date(1998, 1, 2))

    A year of two digits is one from 1969 to 2068, as POSIX has it.
    """
    text = text.strip()
    match = _YEAR_FIRST.match(text) or _COMPACT.match(text)
    if match is not None:
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        match = _YEAR_LAST.match(text)
        if match is None:
            return None
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if order == "ymd" and first != second:
            return None
        day, month = (second, first) if order == "mdy" else (first, second)
        if len(match[4]) == 2:
            year += 2000 if year < 69 else 1900
    rest = text[match.end() :].lstrip("T ").strip()
    try:
        found = dt.date(year, month, day)
        if rest:
            return dt.datetime.fromisoformat(f"{found.isoformat()}T{rest.replace(' ', '')}")
    except ValueError:
        return None
    return found
