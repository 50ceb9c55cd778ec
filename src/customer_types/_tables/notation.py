"""A notation is how people write numbers and dates: `1 234,50` or `1,234.50`, `31/01/1998` or `1/31/1998`.

What one cell does not say, all cells of a file may. Where the whole file leaves two readings, it is
an error that asks for the option; nothing is guessed.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

import attrs

from customer_types._messages import Phrase, Plain
from customer_types.errors import TableError

DateOrder = Literal["ymd", "dmy", "mdy"]
DecimalSign = Literal[".", ","]

#: Numbers from 10 to the power of this are taken for mistakes: their sums are no doubles.
_LARGEST_EXPONENT = 100
_LONGEST = 200

_CURRENCY = (
    r"(?i:(?:US|CA|C|AU|A|NZ|HK)?\s?\$(?:\s?(?:US|CA))?|[€£¥]|kr\.?|zł|Fr\.?|DH|F\s?CFA"
    r"|EUR|USD|CAD|CHF|GBP|AUD|NZD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|INR|MAD|TND|DZD|XOF|XAF)"
)
_SAME_CURRENCY: Mapping[str, str] = {
    "€": "EUR",
    "£": "GBP",
    **dict.fromkeys(("US$", "$US", "USD"), "$"),
    **dict.fromkeys(("C$", "CA$", "$CA"), "CAD"),
    **dict.fromkeys(("A$", "AU$"), "AUD"),
    **dict.fromkeys(("FR", "FR."), "CHF"),
    "KR.": "KR",
    "DH": "MAD",
}
# Any space of Unicode may stand between; a minus is a hyphen, U+2212 or an en dash.
_MINUS = "-\u2212\u2013"
_WRITTEN = re.compile(
    rf"""
    (?P<open>\()?\s? (?P<sign>[{_MINUS}+])?\s? (?P<before>{_CURRENCY})?\s? (?P<inner>[{_MINUS}+])?\s?
    (?P<digits>[0-9.,](?:[0-9.,'’\s]*[0-9.,])?) (?P<exponent>[eE][-+]?[0-9]{{1,3}})?
    \s?(?P<after>{_CURRENCY})? \s?(?P<trailing>[{_MINUS}])? \s?(?P<close>\))?
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?")
# Thousands are groups of three digits; in India a hundred thousand is 1,00,000.
_WHOLE: Mapping[DecimalSign, re.Pattern[str]] = {
    ".": re.compile(
        r"[0-9]*|[0-9]{1,3}(?:([\s'’,])[0-9]{3})(?:\1[0-9]{3})*|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
    ),
    ",": re.compile(r"[0-9]*|[0-9]{1,3}(?:([\s'’.])[0-9]{3})(?:\1[0-9]{3})*"),
}
_GROUPING = re.compile(r"[\s'’.,]")
_DIGITS = "0123456789.,'’()+ \u00a0\u202f" + _MINUS

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_COMPACT = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_TIME = re.compile(
    r"""
    (?:[T,]|,?\s(?:à\s|at\s)?)? \s*
    (?P<hour>[0-9]{1,2}) [:h]? (?P<minute>[0-9]{2}) (?: :? (?P<second>[0-9]{2}) (?:[.,][0-9]+)?)?
    (?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?
    (?:\s*(?: (?P<utc>Z|UTC|GMT) | (?P<side>[-+])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})?))?
    """,
    re.VERBOSE,
)


@attrs.frozen(kw_only=True)
class Notation:
    """How a table writes numbers and dates."""

    decimal: DecimalSign = "."
    dates: DateOrder = "ymd"


# ---- numbers -----------------------------------------------------------------------------------


@attrs.frozen
class _Number:
    """A written number in its parts: the digits with all that stands between them."""

    is_negative: bool
    digits: str
    exponent: str
    currency: str | None


def _parts(text: str) -> _Number | None:
    """Take a written number apart; `None` for what is none.

    A minus stands before or behind, or is a pair of brackets.
    """
    text = text.strip()
    match = _WRITTEN.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or (match["open"] is None) != (match["close"] is None):
        return None
    signs = [sign for sign in match.group("open", "sign", "inner", "trailing") if sign is not None]
    digits = match["digits"]
    # Behind a point, a dash stands for no cents: 12.- is no negative number.
    if len(signs) > 1 or (match["trailing"] and not digits[-1].isdigit()):
        return None
    before, after = _currency(match["before"]), _currency(match["after"])
    if before is not None and after is not None and before not in ("$", after):  # $12 CAD
        return None
    return _Number(bool(signs) and signs != ["+"], digits, match["exponent"] or "", after or before)


def _currency(written: str | None) -> str | None:
    if written is None:
        return None
    code = "".join(written.split()).upper()
    return _SAME_CURRENCY.get(code, code)


def decimal_sign(cells: Iterable[tuple[int, str]], separator: str) -> DecimalSign:
    """Find out the decimal sign of numbers, given with the numbers of their lines.

    >>> decimal_sign([(2, "1 234,50"), (3, "12")], ";")
    ','

    Raises `TableError` where numbers contradict one another, or say nothing but `1,234`.
    """
    evidence: dict[DecimalSign, int] = {}
    doubtful = None
    for line, text in cells:
        if text.isdigit():
            continue
        number = _parts(text)
        sign = None if number is None else _sign_of(number.digits, separator)
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


def _sign_of(digits: str, separator: str) -> DecimalSign | Literal["?"] | None:
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        return "." if point > comma else ","
    if digits.count(",") > 1:
        return "."
    if digits.count(".") > 1:
        return ","
    # Three digits behind the only sign: thousands or a fraction. In a file that separates its cells
    # by commas a point is a decimal sign.
    groups = re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", digits) is not None
    if comma >= 0:
        return "?" if groups else ","
    if point >= 0:
        return "?" if groups and separator == ";" else "."
    return None


def require_one_currency(cells: Iterable[tuple[int, str]]) -> None:
    """Raise `TableError` where amounts are in different currencies: they can't be added up."""
    first: dict[str, int] = {}
    marks: dict[str, str | None] = {"": None}
    for line, text in cells:
        mark = text.strip(_DIGITS)  # so that each currency is looked up once
        if mark not in marks and (number := _parts(text)) is not None:
            marks[mark] = number.currency
        currency = marks.get(mark)
        if currency is None:
            continue
        first.setdefault(currency, line)
        if len(first) == 2:
            (one, at), (another, there) = first.items()
            found = {"line": at, "one": Plain(one), "other": there, "another": Plain(another)}
            raise TableError(Phrase("table.two-currencies", found))


def read_number(text: str, sign: DecimalSign) -> Decimal | None:
    """Read a number, or give `None` for what is none.

    >>> read_number("1 234,50 €", ","), read_number("12,50", ".")
    (Decimal('1234.50'), None)

    Thousands are groups of three digits, so that a fraction is never taken for them.
    """
    if sign == "." and _PLAIN.fullmatch(text):
        return Decimal(text)
    number = _parts(text)
    if number is None:
        return None
    whole, _, fraction = number.digits.partition(sign)
    if not (whole or fraction) or not _WHOLE[sign].fullmatch(whole) or not re.fullmatch("[0-9]*", fraction):
        return None
    minus, whole = "-" * number.is_negative, _GROUPING.sub("", whole)
    value = Decimal(f"{minus}{whole or 0}.{fraction}{number.exponent}")
    return None if value.adjusted() >= _LARGEST_EXPONENT else value


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
    """Read a date or a timestamp, or give `None` for what is none.

    >>> read_date("02/01/1998", "dmy"), read_date("19980102", "ymd")
    (datetime.date(1998, 1, 2), datetime.date(1998, 1, 2))

    A year of two digits is one from 1969 to 2068, as POSIX has it.
    """
    text = text.strip()
    match = _YEAR_FIRST.match(text) or _COMPACT.match(text)
    if match is not None:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
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
    try:
        found = dt.date(year, month, day)
        rest = text[match.end() :]
        return found if not rest else _with_time(found, rest)
    except ValueError:
        return None


def _with_time(day: dt.date, rest: str) -> dt.datetime | None:
    """Add the time that is written behind a date. Raises `ValueError` for a time that cannot be."""
    match = _TIME.fullmatch(rest)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    zone: dt.tzinfo | None = dt.UTC if match["utc"] else None
    if match["side"]:
        offset = dt.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        zone = dt.timezone(-offset if match["side"] == "-" else offset)
    time = dt.time(hour, int(match["minute"]), int(match["second"] or 0), tzinfo=zone)
    return dt.datetime.combine(day, time)
