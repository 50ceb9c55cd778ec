"""Numbers and dates are read as people write them, and what has two readings is an error."""

import datetime as dt
from decimal import Decimal

import pytest

from customer_types._tables.notation import (
    DateOrder,
    DecimalSign,
    date_order,
    decimal_sign,
    read_date,
    read_number,
    require_one_currency,
)
from customer_types.errors import TableError

SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u2002"]


def lines(*cells: str) -> list[tuple[int, str]]:
    """Give cells the numbers of the rows below a header."""
    return list(enumerate(cells, 2))


# ---- numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("space", SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_french_thousands_may_be_grouped_by_any_space(space: str) -> None:
    """`1 234 567,50 €` is read whichever of Unicode's spaces stands in it."""
    text = f"1{space}234{space}567,50{space}€"
    assert read_number(text, ",") == Decimal("1234567.50")
    assert decimal_sign(lines(text), ";") == ","


NUMBERS: list[tuple[str, DecimalSign, str]] = [
    ("12", ".", "12"),
    ("12", ",", "12"),
    ("0012", ".", "12"),
    (" 12.5 ", ".", "12.5"),
    ("29.33", ".", "29.33"),
    ("29,33", ",", "29.33"),
    ("1234,5", ",", "1234.5"),
    ("1.234,50", ",", "1234.50"),
    ("1.234.567,8", ",", "1234567.8"),
    ("1,234.50", ".", "1234.50"),
    ("1,234,567", ".", "1234567"),
    ("1,234", ".", "1234"),
    ("1,234", ",", "1.234"),
    ("1'234.50", ".", "1234.50"),
    ("1’234’567,50", ",", "1234567.50"),
    ("12,34,567.00", ".", "1234567.00"),  # India
    (".5", ".", "0.5"),
    (",5", ",", "0.5"),
    ("5.", ".", "5"),
    ("1.5E+03", ".", "1500"),
    ("1,5e-2", ",", "0.015"),
    # signs
    ("+12", ".", "12"),
    ("-12.00", ".", "-12.00"),
    ("- 12,00", ",", "-12.00"),
    ("\u221212,00", ",", "-12.00"),
    ("\u201312,00", ",", "-12.00"),
    ("(12,00)", ",", "-12.00"),
    ("(1 234,00 €)", ",", "-1234.00"),
    ("12.00-", ".", "-12.00"),
    ("12,00 €-", ",", "-12.00"),
    ("-0.00", ".", "0.00"),
    # currencies
    ("€12", ".", "12"),
    ("12 €", ",", "12"),
    ("12€", ",", "12"),
    ("$1,234.50", ".", "1234.50"),
    ("-$12.00", ".", "-12.00"),
    ("$-12.00", ".", "-12.00"),
    ("($12.00)", ".", "-12.00"),
    ("US$ 12.00", ".", "12.00"),
    ("$12.00 USD", ".", "12.00"),
    ("12,50 $ CA", ",", "12.50"),
    ("12,50 $CA", ",", "12.50"),
    ("CHF 1'234.50", ".", "1234.50"),
    ("Fr. 12.50", ".", "12.50"),
    ("12,50 eur", ",", "12.50"),
    ("£12", ".", "12"),
    ("5 000 FCFA", ",", "5000"),
]


@pytest.mark.parametrize(("text", "sign", "value"), NUMBERS)
def test_numbers_are_read_as_people_write_them(text: str, sign: DecimalSign, value: str) -> None:
    """Groups, signs, brackets and currencies don't change what a number is."""
    assert read_number(text, sign) == Decimal(value)


NO_NUMBERS: list[tuple[str, DecimalSign]] = [
    ("", "."),
    ("-", "."),
    (".", "."),
    ("€", "."),
    ("twelve", "."),
    ("12 pieces", "."),
    ("12 %", "."),
    ("12 - 5", "."),
    ("12/5", "."),
    ("--12", "."),
    ("(-12)", "."),
    ("-12-", "."),
    ("(12", "."),
    ("12)", "."),
    ("12.-", "."),  # Swiss: twelve francs and no cents
    ("12.–", "."),
    ("€12 CHF", "."),
    ("1 2", "."),
    ("12 34", "."),
    ("1 2345", "."),
    ("1234 567", "."),
    ("12,50", "."),  # a fraction is never taken for thousands
    ("1.5", ","),
    ("1.234,5", "."),
    ("1,234.5", ","),
    ("1,23,4", "."),
    ("1.2.3", "."),
    ("1 234.567 890", "."),
    ("1,234.567.8", "."),
    ("0x10", "."),
    ("1_000", "."),
    ("inf", "."),
    ("nan", "."),
    ("١٢", "."),
    ("1²", "."),
    ("=1+1", "."),
    ("1e5000", "."),
    ("1" * 150, "."),
    ("0" * 250 + "1", "."),
    ("1 " * 100_000, "."),
    (" " * 100_000 + "x", "."),
]


@pytest.mark.parametrize(("text", "sign"), NO_NUMBERS, ids=lambda text: text[:12])
def test_what_is_no_number_is_not_read_as_one(text: str, sign: DecimalSign) -> None:
    """A text that is not wholly a number of this notation gives nothing, and gives it at once."""
    assert read_number(text, sign) is None


SIGNS: list[tuple[list[str], str, DecimalSign]] = [
    ([], ",", "."),
    (["12", "-5", "1 000"], ";", "."),
    (["12,50"], ";", ","),
    (["12.50"], ";", "."),
    (["1.234,50"], ";", ","),
    (["1,234.50"], ",", "."),
    (["1.234.567"], ";", ","),
    (["1,234,567"], ",", "."),
    (["1.234", "12,5"], ";", ","),
    (["1,234", "12.5"], ";", "."),
    (["0,500"], ";", ","),  # no thousands begin with zero
    (["0.500"], ";", "."),
    (["1 234,567"], ";", ","),  # thousands are grouped by a space here
    (["1234,567"], ";", ","),
    (["1.234"], ",", "."),  # a file whose cells are separated by commas has decimal points
    (["1,5E+03"], ";", ","),
    (["unreadable, at best", "12,5"], ";", ","),
    (["-(1,23)", "12.5"], ",", "."),
]


@pytest.mark.parametrize(("cells", "separator", "sign"), SIGNS)
def test_all_cells_together_tell_the_decimal_sign(
    cells: list[str], separator: str, sign: DecimalSign
) -> None:
    """One cell that has one reading decides for those that have two."""
    assert decimal_sign(lines(*cells), separator) == sign


@pytest.mark.parametrize(
    ("cells", "separator", "line"),
    [
        (["1,234"], ",", 2),
        (["12", "1,234", "2,500"], ";", 3),
        (["1.234"], ";", 2),
        (["-1,234 €"], ",", 2),
    ],
)
def test_a_number_with_two_readings_alone_is_an_error(cells: list[str], separator: str, line: int) -> None:
    """`1,234` may be thousands or a fraction: the error names the line and the option."""
    with pytest.raises(TableError) as caught:
        decimal_sign(lines(*cells), separator)
    assert str(caught.value) == (
        f"line {line}: the separator may be for thousands or for decimals; say which with --decimal"
    )
    assert caught.value.render("fr") == (
        f"ligne {line}\u00a0: le point ou la virgule peut séparer des milliers ou des décimales\u202f; "
        "indiquez le séparateur décimal avec --decimal"
    )


def test_two_decimal_signs_are_an_error_that_names_both_lines() -> None:
    """A file that writes `12.50` and `12,50` is not read."""
    with pytest.raises(TableError) as caught:
        decimal_sign(lines("7", "12,50", "12.50"), ";")
    assert str(caught.value) == (
        "line 4 has a decimal point and line 3 a decimal comma; say which with --decimal"
    )


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["12", "12.50"],
        ["12 €", "12,50", "EUR 3"],
        ["$12", "12 USD", "US$ 5"],
        ["12 $ CA", "12 CAD"],
        ["no number €", "12 €"],
    ],
)
def test_one_currency_may_be_written_in_several_ways(cells: list[str]) -> None:
    """A sign and a code of the same currency go together, and amounts without any."""
    require_one_currency(lines(*cells))


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["12 €", "5", "12 $"], "line 2 has an amount in EUR and line 4 one in $"),
        (["$12 CAD", "$12"], "line 2 has an amount in CAD and line 3 one in $"),
        (["12 €?", "12 €", "(£ 3)"], "line 3 has an amount in EUR and line 4 one in GBP"),
    ],
)
def test_amounts_in_two_currencies_are_not_added_up(cells: list[str], message: str) -> None:
    """Euros and dollars in one column are an error that names both lines."""
    with pytest.raises(TableError, match=rf"^{message.replace('$', '[$]')}; convert them first$"):
        require_one_currency(lines(*cells))


# ---- dates -------------------------------------------------------------------------------------

DAY = dt.date(1997, 1, 25)
DATES: list[tuple[str, DateOrder, dt.date]] = [
    ("1997-01-25", "ymd", DAY),
    ("1997/1/25", "ymd", DAY),
    ("1997.01.25", "dmy", DAY),
    ("19970125", "ymd", DAY),
    ("1997-01-25", "mdy", DAY),
    ("25/01/1997", "dmy", DAY),
    ("25.1.1997", "dmy", DAY),
    ("25-01-1997", "dmy", DAY),
    ("25 01 1997", "dmy", DAY),
    (" 25/01/1997 ", "dmy", DAY),
    ("01/25/1997", "mdy", DAY),
    ("1/25/97", "mdy", DAY),
    ("03/04/1997", "dmy", dt.date(1997, 4, 3)),
    ("03/04/1997", "mdy", dt.date(1997, 3, 4)),
    ("05/05/1997", "ymd", dt.date(1997, 5, 5)),
    ("29/02/1996", "dmy", dt.date(1996, 2, 29)),
    # years of two digits, as POSIX has them
    ("25/01/69", "dmy", dt.date(1969, 1, 25)),
    ("25/01/99", "dmy", dt.date(1999, 1, 25)),
    ("25/01/00", "dmy", dt.date(2000, 1, 25)),
    ("25/01/68", "dmy", dt.date(2068, 1, 25)),
]


@pytest.mark.parametrize(("text", "order", "day"), DATES)
def test_dates_are_read_as_people_write_them(text: str, order: DateOrder, day: dt.date) -> None:
    """The separator and leading zeros don't change what a date is; the order does."""
    found = read_date(text, order)
    assert found == day
    assert type(found) is dt.date


UTC = dt.UTC
STAMPS: list[tuple[str, dt.datetime]] = [
    ("1997-01-25 08:05", dt.datetime(1997, 1, 25, 8, 5)),
    ("1997-01-25T08:05:09", dt.datetime(1997, 1, 25, 8, 5, 9)),
    ("1997-01-25 08:05:09.123456789", dt.datetime(1997, 1, 25, 8, 5, 9)),
    ("1997-01-25 08:05:09,5", dt.datetime(1997, 1, 25, 8, 5, 9)),
    ("19970125T080509", dt.datetime(1997, 1, 25, 8, 5, 9)),
    ("19970125080509", dt.datetime(1997, 1, 25, 8, 5, 9)),
    ("25/01/1997 8:05", dt.datetime(1997, 1, 25, 8, 5)),
    ("25/01/1997 à 08h05", dt.datetime(1997, 1, 25, 8, 5)),
    ("25/01/1997, 08:05", dt.datetime(1997, 1, 25, 8, 5)),
    ("25/01/1997 8:05 PM", dt.datetime(1997, 1, 25, 20, 5)),
    ("25/01/1997 12:05:09\u202fam", dt.datetime(1997, 1, 25, 0, 5, 9)),
    ("25/01/1997 12:05 p.m.", dt.datetime(1997, 1, 25, 12, 5)),
    ("1997-01-25T08:05Z", dt.datetime(1997, 1, 25, 8, 5, tzinfo=UTC)),
    ("1997-01-25 08:05:09 UTC", dt.datetime(1997, 1, 25, 8, 5, 9, tzinfo=UTC)),
    ("1997-01-25T08:05:09+01:00", dt.datetime(1997, 1, 25, 7, 5, 9, tzinfo=UTC)),
    ("1997-01-25 08:05:09 -0530", dt.datetime(1997, 1, 25, 13, 35, 9, tzinfo=UTC)),
    ("1997-01-25T23:30-05", dt.datetime(1997, 1, 26, 4, 30, tzinfo=UTC)),
]


@pytest.mark.parametrize(("text", "stamp"), STAMPS)
def test_a_date_may_have_a_time_and_a_zone(text: str, stamp: dt.datetime) -> None:
    """Time stamps of spreadsheets, databases and shops are read; one with an offset keeps it."""
    found = read_date(text, "dmy")
    assert isinstance(found, dt.datetime)
    assert found == stamp
    assert (found.tzinfo is None) == (stamp.tzinfo is None)


NO_DATES: list[tuple[str, DateOrder]] = [
    ("", "dmy"),
    ("yesterday", "dmy"),
    ("1997", "ymd"),
    ("1997-01", "ymd"),
    ("1997-02-30", "ymd"),
    ("29/02/1997", "dmy"),
    ("31/04/1997", "dmy"),
    ("32/01/1997", "dmy"),
    ("00/01/1997", "dmy"),
    ("25/13/1997", "dmy"),
    ("25/01/1997", "mdy"),
    ("01/25/1997", "dmy"),
    ("25/01/1997", "ymd"),
    ("97-01-25", "dmy"),
    ("0000-01-01", "ymd"),
    ("1997/25/01", "dmy"),
    ("25/01-1997", "dmy"),
    ("25/01/199", "dmy"),
    ("25/01/19971", "dmy"),
    ("1997-01-251", "ymd"),
    ("25/01/1997 8", "dmy"),
    ("25/01/1997 24:00", "dmy"),
    ("25/01/1997 08:60", "dmy"),
    ("25/01/1997 13:05 PM", "dmy"),
    ("25/01/1997 0:05 AM", "dmy"),
    ("25/01/1997 08:05 EST", "dmy"),
    ("1997-01-25T08:05+25:00", "ymd"),
    ("1997-01-25 and more", "ymd"),
    ("35455", "ymd"),  # a day as Excel counts them
    ("١٩٩٧-٠١-٢٥", "ymd"),
    ("1997-01-25" + " " * 50_000 + "x", "ymd"),
]


@pytest.mark.parametrize(("text", "order"), NO_DATES, ids=lambda text: text[:20])
def test_a_day_that_cannot_be_is_no_date(text: str, order: DateOrder) -> None:
    """A text that is no date in this order gives nothing."""
    assert read_date(text, order) is None


ORDERS: list[tuple[list[str], DateOrder]] = [
    ([], "ymd"),
    (["1997-01-25", "19970125"], "ymd"),
    (["25/01/1997"], "dmy"),
    (["03/04/1997", "25/01/1997"], "dmy"),
    (["03/04/1997", "01/25/1997 8:05 AM"], "mdy"),
    (["03.04.1997"], "dmy"),  # nobody writes the month first with points
    (["05/05/1997"], "ymd"),  # both readings are the same
    (["nothing", "25/01/97"], "dmy"),
    (["1997-04-03", "25/01/1997"], "dmy"),
]


@pytest.mark.parametrize(("cells", "order"), ORDERS)
def test_all_cells_together_tell_the_order_of_dates(cells: list[str], order: DateOrder) -> None:
    """One day above twelve decides for the whole file."""
    assert date_order(lines(*cells)) == order


def test_dates_with_two_readings_alone_are_an_error() -> None:
    """`03/04/1997` alone is not guessed: the error names the line and the option."""
    with pytest.raises(TableError) as caught:
        date_order(lines("05/05/1997", "03/04/1997", "04/03/1997"))
    assert str(caught.value) == (
        "line 3: the day may come first, or the month; say which with --date-format dmy or mdy"
    )
    assert caught.value.render("fr") == (
        "ligne 3\u00a0: le jour peut venir d’abord, ou le mois\u202f; "
        "indiquez l’ordre avec --date-format dmy ou mdy"
    )


def test_two_orders_of_dates_are_an_error_that_names_both_lines() -> None:
    """A file whose days stand in both places is not read."""
    with pytest.raises(TableError) as caught:
        date_order(lines("03/04/1997", "01/25/1997", "25/01/1997"))
    assert str(caught.value) == (
        "line 4 has the day first and line 3 the month; say which with --date-format dmy or mdy"
    )
