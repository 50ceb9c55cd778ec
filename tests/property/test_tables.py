"""A table means the same in whatever notation somebody writes it."""

import csv
import datetime as dt
import io
import tempfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import attrs
from hypothesis import example, given, strategies as st
from tests.property.strategies import pick

import customer_types as ct
from customer_types._model.facts import Fact
from customer_types._tables.columns import ORDER_COLUMNS, fact_columns, fact_rows, notation_of, order_rows
from customer_types._tables.delimited import open_table

#: Letters that are no UTF-8 where they are Windows-1252, with all that a CSV has to quote.
NAMES = st.text("abzéèçÉÀ0 _.,;|\t\n\"'-=", min_size=1, max_size=8).map(lambda text: f"K{text}k")
DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31))
MONEY = st.decimals("-9999999", "9999999", places=2)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
DATES: Mapping[str, Callable[[dt.date], str]] = {
    "ISO": lambda day: day.isoformat(),
    "stamp": lambda day: f"{day} 08:05:09",
    "compact": lambda day: f"{day:%Y%m%d}",
    "French": lambda day: f"{day:%d/%m/%Y}",
    "French stamp": lambda day: f"{day:%d/%m/%Y} 8:05",
    "short French": lambda day: f"{day:%d/%m/%y}",
    "German": lambda day: f"{day.day}.{day.month}.{day.year}",
    "American": lambda day: f"{day.month}/{day.day}/{day.year}",
    "American stamp": lambda day: f"{day:%m/%d/%Y} 8:05 PM",
}
HEADERS: Mapping[str, tuple[str, ...]] = {
    "customer": ("customer_id", "Customer ID", "Client", "N° client", "Numéro client", "CODE_CLIENT"),
    "date": ("date", "Order date", "Date de commande", "Date d’achat", "InvoiceDate"),
    "amount": ("amount", "Montant", "Montant TTC", "Total amount", "Chiffre d’affaires"),
}


@attrs.frozen
class Writing:
    """A way to write a table of orders."""

    encoding: str
    separator: str
    line_end: str
    decimal: str
    group: str
    minus: str
    currency: str
    date: str
    headers: Mapping[str, str]
    reverse: bool

    def number(self, value: Decimal) -> str:
        """Write an amount."""
        whole, _, cents = f"{abs(value):,.2f}".partition(".")
        text = f"{whole.replace(',', self.group)}{self.decimal}{cents}{self.currency}"
        if not value.is_signed():
            return text
        return f"({text})" if self.minus == "(" else f"{self.minus}{text}"


@st.composite
def writings(draw: st.DrawFn) -> Writing:
    """Give a way to write a table of orders."""
    decimal = pick(draw, (".", ","))
    groups: tuple[str, ...] = ("", " ", "\u00a0", "’", "," if decimal == "." else ".")
    encoding = pick(draw, ENCODINGS)
    if encoding != "cp1252":
        groups += ("\u202f", "\u2009")
    return Writing(
        encoding=encoding,
        separator=pick(draw, (",", ";", "\t", "|")),
        line_end=pick(draw, ("\n", "\r\n", "\r")),
        decimal=decimal,
        group=pick(draw, groups),
        minus=pick(draw, ("-", "\u2013", "(")),
        currency=pick(draw, ("", " €", "\u00a0€", "$", " CHF")),
        date=pick(draw, tuple(DATES)),
        headers={role: pick(draw, names) for role, names in HEADERS.items()},
        reverse=pick(draw, (False, True)),
    )


def written(rows: list[list[str]], writing: Writing) -> bytes:
    """Write rows as a file."""
    text = io.StringIO()
    # Before Python 3.13, csv leaves a line break bare that is not the one that ends its rows.
    is_broken = any(mark in cell for row in rows for cell in row for mark in "\r\n")
    writer = partial(csv.writer, text, delimiter=writing.separator, lineterminator=writing.line_end)
    (writer(quoting=csv.QUOTE_ALL) if is_broken else writer()).writerows(rows)
    return text.getvalue().encode(writing.encoding)


ROWS = st.lists(st.tuples(NAMES, DAYS, MONEY), max_size=8)


@given(rows=ROWS, writing=writings())
def test_orders_in_any_notation_are_read_back(
    rows: list[tuple[str, dt.date, Decimal]], writing: Writing
) -> None:
    """Separator, decimal sign, groups, order of dates, encoding and names of columns change no value."""
    rows = [*rows, ("Kk", dt.date(1997, 1, 25), Decimal("12.50"))]  # which leaves no doubt
    roles = list(writing.headers)
    if writing.reverse:
        roles.reverse()
    cells = [
        {"customer": customer, "date": DATES[writing.date](day), "amount": writing.number(amount)}
        for customer, day, amount in rows
    ]
    content = written(
        [[writing.headers[role] for role in roles], *([row[role] for role in roles] for row in cells)],
        writing,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orders.csv"
        path.write_bytes(content)
        table = open_table(str(path))
        columns = {role: table.header.column(None, ORDER_COLUMNS[role]) for role in roles}
        assert columns == dict(writing.headers)
        notation = notation_of(
            table,
            numbers=[writing.headers["amount"]],
            dates=[writing.headers["date"]],
            money=[writing.headers["amount"]],
        )
        read = list(order_rows(table, writing.headers, notation))
    found = [
        (row["customer"], row["date"].date() if isinstance(row["date"], dt.datetime) else row["date"])
        for row in read
    ]
    assert found == [(customer, day) for customer, day, _ in rows]
    assert [row["amount"] for row in read] == [amount for *_, amount in rows]


VOCABULARY = ct.catalog().vocabulary
TRUTHS = {True: ("true", "oui", "VRAI", "x", "1"), False: ("false", "non", "FAUX", "0")}
MISSING = ("", "NA", "n/a", "null")
KINDS = tuple({fact.type: fact for fact in VOCABULARY.facts.values()}.values())
FACTS = tuple(fact for fact in VOCABULARY.facts.values() if fact.type not in ("integer", "number"))


def cell_of(draw: st.DrawFn, fact: Fact) -> tuple[Any, str]:
    """Draw a value of a fact with a way to write it."""
    if pick(draw, (False, False, False, True)):
        given = {value.id for value in fact.values}  # "NA" is Namibia where countries stand
        return None, pick(draw, [one for one in MISSING if one not in given])
    if fact.type == "boolean":
        truth = pick(draw, (False, True))
        return truth, pick(draw, TRUTHS[truth])
    if fact.type == "integer":
        number = draw(st.integers(-(2**63), 2**63 - 1))
        return number, pick(draw, (str(number), f"{number:,}".replace(",", "\u202f")))
    if fact.type == "number":
        amount = draw(MONEY)
        return amount, f"{amount:,.2f}".replace(",", " ").replace(".", ",")
    members = [pick(draw, fact.values) for _ in range(1 if fact.type == "choice" else 3)]
    texts = []
    for member in members:
        assert member.labels is not None
        texts.append(pick(draw, (member.id, member.labels.text("en"), member.labels.text("fr").upper())))
    ids = [member.id for member in members]
    return (ids[0] if fact.type == "choice" else frozenset(ids)), pick(draw, ("|", ";", " , ")).join(texts)


@st.composite
def customers(draw: st.DrawFn) -> tuple[dict[str, str], list[dict[str, tuple[Any, str]]]]:
    """Give names of columns for facts, and customers with each fact as value and as text."""
    facts = [*KINDS, *(pick(draw, FACTS) for _ in range(2))]
    headers = {fact.id: pick(draw, (fact.id, fact.label("en"), fact.label("fr").upper())) for fact in facts}
    rows = [
        {id: cell_of(draw, VOCABULARY.facts[id]) for id in headers} for _ in range(draw(st.integers(0, 4)))
    ]
    return headers, rows


@example(made=({"orders": "Commandes", "spend": "spend"}, []), separator=";", encoding="cp1252")
@given(made=customers(), separator=st.sampled_from(";\t|"), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_facts_in_either_language_are_read_back(
    made: tuple[dict[str, str], list[dict[str, tuple[Any, str]]]], separator: str, encoding: str
) -> None:
    """Ids and labels, in English or French, mean the same as headings and as values."""
    headers, rows = made
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(["Client", *headers.values()])
    writer.writerows(["K", *(cell for _, cell in row.values())] for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        table = open_table(str(path))
        columns = fact_columns(table.header, VOCABULARY)
        assert columns == headers
        numbers = [
            name for fact, name in columns.items() if VOCABULARY.facts[fact].type in ("integer", "number")
        ]
        notation = notation_of(table, numbers=numbers)
        read = [facts for _, facts in fact_rows(table, columns, VOCABULARY, notation)]
    assert read == [{id: value for id, (value, _) in row.items()} for row in rows]
