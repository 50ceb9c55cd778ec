"""A delimited file is a table as people have it: a CSV of some encoding, separator and notation.

What a file does not say is found out by looking at all of it: UTF-8 or Windows-1252, the separator
of its header, and its notation.
"""

import codecs
import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

import attrs

from customer_types.errors import did_you_mean
from customer_types.facts import Fact, Vocabulary
from customer_types.folding import fold
from customer_types.messages import Phrase, Plain
from customer_types.notation import (
    DateOrder,
    DecimalSign,
    Notation,
    TableError,
    date_order,
    decimal_sign,
    read_date,
    read_number,
)
from customer_types.suggestions import closest

_SEPARATORS = (",", ";", "\t", "|")
_MISSING = frozenset({"", "na", "n/a", "#n/a", "nan", "null", "none", "nat"})


@attrs.frozen
class Table:
    """A delimited file whose encoding, separator and columns are known."""

    path: str
    encoding: str
    separator: str
    columns: tuple[str, ...]

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give the rows with the numbers of their lines, cell by column; empty lines are passed over."""
        with Path(self.path).open(encoding=self.encoding, newline="") as file:
            reader = csv.reader(file, delimiter=self.separator, strict=True)
            try:
                next(reader)
                for cells in reader:
                    if len(cells) > len(self.columns):
                        raise TableError(
                            Phrase(
                                "table.too-many-cells",
                                {"line": reader.line_num, "found": len(cells), "columns": len(self.columns)},
                            )
                        )
                    if cells:
                        yield reader.line_num, dict(zip_longest(self.columns, cells, fillvalue=""))
            except csv.Error as error:
                problem = {"line": reader.line_num, "problem": Plain(str(error))}
                raise TableError(Phrase("table.broken-row", problem)) from None

    def column(self, wanted: str | None, known: Iterable[str]) -> str | None:
        """Find the column that a user names, or else one that bears a known name."""
        by_fold = {fold(column): column for column in reversed(self.columns)}
        if wanted is not None:
            found = wanted if wanted in self.columns else by_fold.get(fold(wanted))
            if found is None:
                listed = Phrase("table.columns", {"columns": Plain(", ".join(self.columns))})
                hints = did_you_mean(closest(wanted, self.columns)) or (listed,)
                raise TableError(Phrase("table.no-column", {"column": wanted}), *hints)
            return found
        return next((by_fold[name] for name in map(fold, known) if name in by_fold), None)


def open_table(path: str, *, encoding: str | None = None, separator: str | None = None) -> Table:
    """Look at a delimited file and find out its encoding, separator and columns.

    Raises `TableError`.
    """
    encoding = encoding or _encoding(path)
    try:
        with Path(path).open(encoding=encoding, newline="") as file:
            header = file.readline(1_000_000)
    except LookupError:
        raise TableError(Phrase("table.unknown-encoding", {"encoding": encoding})) from None
    except UnicodeDecodeError:
        raise TableError(Phrase("table.wrong-encoding", {"encoding": encoding})) from None
    except OSError as error:
        raise _unreadable(path, error) from None
    if "\0" in header:
        raise TableError(Phrase("table.binary", {"path": path}))
    if not header.strip():
        raise TableError(Phrase("table.empty", {"path": path}))
    if separator is None:
        unquoted = re.sub('"[^"]*"', "", header)
        separator = max(_SEPARATORS, key=unquoted.count)
    try:
        (columns,) = csv.reader([header.rstrip("\r\n")], delimiter=separator, strict=True)
    except (csv.Error, ValueError, TypeError) as error:
        problem = {"line": 1, "problem": Plain(str(error))}
        raise TableError(Phrase("table.broken-row", problem)) from None
    columns = [column.strip() for column in columns]
    for position, column in enumerate(columns):
        if column in columns[:position]:
            raise TableError(Phrase("table.duplicate-column", {"column": column}))
    return Table(path, encoding, separator, tuple(columns))


def _unreadable(path: str, error: OSError) -> TableError:
    reason = Plain(error.strerror or type(error).__name__)
    return TableError(Phrase("table.unreadable", {"path": path, "reason": reason}))


def _encoding(path: str) -> str:
    """Tell UTF-8, with or without a mark, and UTF-16 from Windows-1252."""
    try:
        if not Path(path).is_file():
            raise TableError(
                Phrase("table.no-file" if not Path(path).exists() else "table.not-a-file", {"path": path})
            )
        with Path(path).open("rb") as file:
            head = file.read(4)
            if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return "utf-16"
            decoder = codecs.getincrementaldecoder("utf-8")()
            decoder.decode(head)
            while chunk := file.read(1 << 20):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except OSError as error:
        raise _unreadable(path, error) from None
    return "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"


def is_missing_cell(text: str) -> bool:
    """Tell whether a cell says that nothing is known.

    >>> [is_missing_cell(text) for text in ("", " N/A ", "0")]
    [True, True, False]
    """
    return text.strip().casefold() in _MISSING


#: Names that people give to the columns of an orders table; the first that is there counts.
ORDER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "customer": (
        *("customer_id", "customer", "client_id", "id_client", "client", "numero_client", "no_client"),
        *("code_client", "customer_number", "user_id", "account_id", "contact_id", "cust_id"),
    ),
    "date": (
        *("date", "order_date", "date_commande", "date_de_commande", "purchase_date", "date_achat"),
        *("invoice_date", "date_facture", "created_at", "order_date_time", "date_time", "timestamp"),
    ),
    "amount": (
        *("amount", "montant", "order_total", "total", "total_amount", "montant_total", "montant_ttc"),
        *("net_amount", "revenue", "sales", "price", "prix", "value", "valeur", "dollar_value", "spend"),
    ),
    "quantity": ("quantity", "quantite", "qty", "qte", "units", "unites", "number_of_items"),
    "order": (
        *("order_id", "id_commande", "order", "commande", "numero_commande", "no_commande"),
        *("order_number", "invoice", "invoice_id", "invoice_no", "facture", "transaction_id"),
    ),
    "status": ("status", "statut", "order_status", "etat", "state"),
}


def notation_of(
    table: Table,
    *,
    numbers: Iterable[str],
    dates: Iterable[str],
    decimal: DecimalSign | None = None,
    order: DateOrder | None = None,
) -> Notation:
    """Find out the notation of a table's columns by looking at every row."""
    number_columns, date_columns = tuple(numbers), tuple(dates)

    def cells(columns: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        for line, row in table.rows():
            for column in columns:
                if not is_missing_cell(row[column]):
                    yield line, row[column]

    try:
        return Notation(
            decimal=decimal or decimal_sign(cells(number_columns), table.separator),
            dates=order or date_order(cells(date_columns) if date_columns else ()),
        )
    except UnicodeDecodeError:
        raise TableError(Phrase("table.wrong-encoding", {"encoding": table.encoding})) from None


def _read(line: int, column: str, text: str, read: Callable[[str], Any], expected: str) -> Any:
    """Read one cell; a missing one is `None`. Raises `TableError`, which names line and column."""
    if is_missing_cell(text):
        return None
    value = read(text)
    if value is None:
        cell = {"line": line, "column": column, "expected": Phrase(f"type.{expected}")}
        raise TableError(Phrase("table.cell", cell))
    return value


def order_rows(table: Table, columns: Mapping[str, str], notation: Notation) -> Iterator[dict[str, Any]]:
    """Give the rows of an orders table; `columns` says which is the customer, the date, the amount."""
    readers: dict[str, tuple[Callable[[str], Any], str]] = {
        "date": (lambda text: read_date(text, notation.dates), "date"),
        "amount": (lambda text: read_number(text, notation.decimal), "number"),
        "quantity": (lambda text: read_number(text, notation.decimal), "number"),
    }
    as_text: tuple[Callable[[str], Any], str] = (str.strip, "text")
    for line, row in table.rows():
        yield {
            role: _read(line, column, row[column], *readers.get(role, as_text))
            for role, column in columns.items()
        }


_TRUE = frozenset({"true", "yes", "y", "oui", "o", "vrai", "1", "x"})
_FALSE = frozenset({"false", "no", "n", "non", "faux", "0"})


def fact_columns(table: Table, vocabulary: Vocabulary) -> dict[str, str]:
    """Find the columns of a table that are facts, by id or by label in any language: fact to column."""
    names: dict[str, str] = {}
    for fact in vocabulary.facts.values():
        for language in fact.labels.languages():
            names.setdefault(fold(fact.label(language)), fact.id)
    for fact in vocabulary.facts.values():
        names[fold(fact.id)] = fact.id
    found: dict[str, str] = {}
    for column in table.columns:
        fact_id = names.get(fold(column))
        if fact_id is not None:
            if fact_id in found:
                raise TableError(Phrase("table.duplicate-column", {"column": column}))
            found[fact_id] = column
    return found


def fact_rows(
    table: Table, columns: Mapping[str, str], vocabulary: Vocabulary, notation: Notation
) -> Iterator[tuple[int, dict[str, str], dict[str, Any]]]:
    """Give the rows of a table of facts: the line, the cells, and the facts that they say."""
    readers = {fact: _fact_reader(vocabulary.facts[fact], notation) for fact in columns}
    for line, row in table.rows():
        facts = {
            fact: _read(line, column, row[column], readers[fact], vocabulary.facts[fact].type)
            for fact, column in columns.items()
        }
        yield line, row, facts


def _fact_reader(fact: Fact, notation: Notation) -> Callable[[str], Any]:
    values = {}
    for value in fact.values:
        for language in value.labels.languages() if value.labels is not None else ():
            values[fold(value.labels.text(language))] = value.id  # type: ignore[union-attr]
        values[fold(value.id)] = value.id

    def read(text: str) -> Any:
        folded = fold(text)
        match fact.type:
            case "integer":
                number = read_number(text, notation.decimal)
                return int(number) if number is not None and number == int(number) else None
            case "number":
                return read_number(text, notation.decimal)
            case "boolean":
                return True if folded in _TRUE else False if folded in _FALSE else None
            case "choice":
                return values.get(folded)
            case "choices":
                members = [values.get(fold(part)) for part in re.split(r"[|;,]", text) if part.strip()]
                return None if None in members else frozenset(members)

    return read
