"""A customer table is a delimited file of orders or of facts: its columns are found by their names.

Its notation is found out by looking at every row.
"""

import datetime as dt
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.choices import choices_of
from customer_types._model.facts import MANY, Fact, Vocabulary
from customer_types._model.folding import fold
from customer_types._tables.delimited import Header, Table, is_missing_cell
from customer_types._tables.notation import (
    DateOrder,
    DecimalSign,
    Notation,
    date_order,
    decimal_sign,
    read_date,
    read_number,
    require_one_currency,
)
from customer_types.errors import TableError

#: Names that people give to the columns of an orders table; the first that is there counts. A price
#: is no amount: it may be that of one piece.
ORDER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "customer": (
        *("customer_id", "customer", "client_id", "id_client", "client", "numero_client", "no_client"),
        *("n_client", "numero_de_client", "code_client", "ref_client", "identifiant_client"),
        *("customer_number", "customer_no", "customer_code", "cust_id", "user_id", "account_id"),
        *("contact_id", "customer_email", "email", "courriel", "adresse_e_mail"),
    ),
    "date": (
        *("date", "order_date", "date_commande", "date_de_commande", "date_de_la_commande"),
        *("purchase_date", "date_achat", "date_d_achat", "date_vente", "date_de_vente"),
        *("invoice_date", "date_facture", "date_de_facture", "created_at", "order_date_time", "date_time"),
        *("timestamp", "transaction_date", "date_transaction"),
    ),
    "amount": (
        *("amount", "montant", "order_total", "total", "total_amount", "montant_total", "montant_ttc"),
        *("total_ttc", "montant_ht", "total_ht", "order_amount", "order_value", "montant_commande"),
        *("net_amount", "montant_net", "total_price", "revenue", "sales", "value", "valeur"),
        *("dollar_value", "spend", "chiffre_d_affaires", "ca"),
    ),
    "quantity": ("quantity", "quantite", "qty", "qte", "units", "unites", "number_of_items", "nb_articles"),
    "order": (
        *("order_id", "id_commande", "order", "commande", "numero_commande", "no_commande", "n_commande"),
        *("numero_de_commande", "order_number", "order_no", "invoice", "invoice_id", "invoice_no"),
        *("invoice_number", "facture", "numero_facture", "no_facture", "n_facture", "transaction_id"),
    ),
    "status": ("status", "statut", "order_status", "statut_commande", "etat_commande", "etat", "state"),
}


def notation_of(
    table: Table,
    *,
    numbers: Iterable[str],
    dates: Iterable[str] = (),
    money: Iterable[str] = (),
    decimal: DecimalSign | None = None,
    order: DateOrder | None = None,
) -> Notation:
    """Find out the notation of a table's columns by looking at every row; `money` has one currency."""
    seen: dict[str, dict[str, int]] = {column: {} for column in (*numbers, *dates, *money)}
    for line, row in table.rows():
        for column, cells in seen.items():
            cells.setdefault(row[column], line)

    def of(columns: Iterable[str]) -> list[tuple[int, str]]:
        """List the different cells of columns in the order of their lines."""
        found = ((line, text) for column in columns for text, line in seen[column].items())
        return sorted((line, text) for line, text in found if not is_missing_cell(text))

    for column in money:
        require_one_currency(of([column]))
    return Notation(
        decimal=decimal or decimal_sign(of(numbers), table.separator), dates=order or date_order(of(dates))
    )


#: What a cell is that can't be read.
UNREADABLE = object()


def _reader(read: Callable[[str], Any], declared: Container[str] = ()) -> Callable[[str], Any]:
    """Make a reader of cells: a missing one is `None`; what repeats itself is read once.

    Texts that are `declared` are never missing, such as `NA` of countries.
    """

    @lru_cache(maxsize=1 << 16)
    def read_cell(text: str) -> Any:
        if is_missing_cell(text) and text.strip() not in declared:
            return None
        value = read(text)
        return UNREADABLE if value is None else value

    return read_cell


def _wrong_cell(line: int, column: str, expected: Phrase) -> TableError:
    return TableError(Phrase("table.cell", {"line": line, "column": column, "expected": expected}))


def order_rows(
    table: Table, columns: Mapping[str, str], notation: Notation, *, zone: dt.tzinfo | None = None
) -> Iterator[dict[str, Any]]:
    """Give the rows of an orders table; `columns` says which is the customer, the date, the amount.

    A timestamp with a UTC offset is cut to a day in `zone`. Raises `TableError`, which names the line.
    """

    def read_day(text: str) -> dt.date | None:
        day = read_date(text, notation.dates)
        if zone is not None and isinstance(day, dt.datetime) and day.tzinfo is not None:
            try:
                return day.astimezone(zone).date()
            except OverflowError:  # beyond the calendar
                return None
        return day

    def read_amount(text: str) -> Decimal | None:
        return read_number(text, notation.decimal)

    kinds = {
        "date": (_reader(read_day), Phrase("type.date")),
        "amount": (_reader(read_amount), Phrase("type.number")),
        "quantity": (_reader(read_amount), Phrase("type.number")),
        "status": (_reader(status_of), Phrase("type.text")),
    }
    plan = [
        (role, column, *kinds.get(role, (_text, Phrase("type.text")))) for role, column in columns.items()
    ]
    for line, row in table.rows():
        values = {}
        for role, column, read, expected in plan:
            value = values[role] = read(row[column])
            if value is UNREADABLE:
                raise _wrong_cell(line, column, expected)
            if isinstance(value, dt.datetime) and value.tzinfo is not None:
                place = {"line": line, "column": column}
                raise TableError(Phrase("table.no-zone", place), Phrase("hint.zone-option"))
        yield values


def _text(text: str) -> str | None:
    return None if is_missing_cell(text) else text.strip()


def status_of(text: str) -> str:
    """Read a status, so that `Cancelled` and `cancelled` are the same.

    >>> status_of(" Annulée ")
    'annulee'
    """
    return fold(text)


_TRUE = frozenset({"true", "yes", "y", "oui", "o", "vrai", "x", "1", "1.0", "1,0"})
_FALSE = frozenset({"false", "no", "n", "non", "faux", "0", "0.0", "0,0"})


def fact_columns(header: Header, vocabulary: Vocabulary) -> dict[str, str]:
    """Find the columns of a table that are facts, by id or by label in any language: fact to column."""
    names: dict[str, str] = {}
    for fact in vocabulary.facts.values():
        for language in fact.labels.languages():
            names.setdefault(fold(fact.label(language)), fact.id)
    for fact in vocabulary.facts.values():
        names[fold(fact.id)] = fact.id
    found: dict[str, str] = {}
    for column in header.columns:
        fact_id = names.get(fold(column))
        if fact_id is not None:
            if fact_id in found:
                raise TableError(Phrase("table.duplicate-column", {"column": column}))
            found[fact_id] = column
    return found


def fact_rows(
    table: Table, columns: Mapping[str, str], vocabulary: Vocabulary, notation: Notation
) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """Give the rows of a table of facts: the cells, and the facts that they say.

    Raises `TableError`, which names the line.
    """
    facts = {fact: vocabulary.facts[fact] for fact in columns}
    readers = {
        fact: _reader(_fact_reader(one, notation), choices_of(one).exact) for fact, one in facts.items()
    }
    for line, row in table.rows():
        values = {}
        for fact, column in columns.items():
            value = values[fact] = readers[fact](row[column])
            if value is UNREADABLE:
                raise _wrong_cell(line, column, expected(facts[fact]))
        yield row, values


def word_reader(fact: Fact) -> Callable[[str], Any]:
    """Give the reader of the values of a fact, by id or by label in any language: see `UNREADABLE`."""
    return _reader(choices_of(fact).read, choices_of(fact).exact)


def expected(fact: Fact) -> Phrase:
    """Say what a cell of a fact has."""
    if fact.type in ("integer", "number"):
        return Phrase(f"type.{fact.type}")
    if len(fact.values) > MANY:
        told = {"count": Plain(str(len(fact.values))), "values": Listed(fact.values[:3])}
        return Phrase("table.many-values", told)
    return Phrase(f"table.{fact.type}", {"values": Listed(fact.values)})


def _fact_reader(fact: Fact, notation: Notation) -> Callable[[str], Any]:
    choice = choices_of(fact).read

    def read(text: str) -> Any:
        match fact.type:
            case "integer":
                number = read_number(text, notation.decimal)
                if number is None or number != int(number):
                    return None
                return int(number) if SMALLEST_INTEGER <= number <= LARGEST_INTEGER else None
            case "number":
                return read_number(text, notation.decimal)
            case "boolean":
                word = text.strip().casefold()
                return True if word in _TRUE else False if word in _FALSE else None
            case "choice":
                return choice(text)
            case "choices":
                whole = choice(text)  # a label may have a comma
                parts = [part for part in re.split(r"[|;,]", text) if part.strip()]
                members = [*map(choice, parts)] if whole is None else [whole]
                return None if None in members else frozenset(members)

    return read
