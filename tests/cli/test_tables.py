"""Tables of orders and of facts are read by the names of their columns, in either language."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import customer_types as ct
from customer_types._tables.columns import (
    ORDER_COLUMNS,
    fact_columns,
    fact_rows,
    notation_of,
    order_rows,
    status_of,
)
from customer_types._tables.delimited import Table, open_table
from customer_types._tables.notation import Notation
from customer_types.errors import TableError

VOCABULARY = ct.catalog().vocabulary


def table_of(folder: Path, content: str) -> Table:
    """Write a file and open it."""
    path = folder / "table.csv"
    path.write_text(content, encoding="utf-8")
    return open_table(str(path))


def facts_of(folder: Path, content: str) -> list[dict[str, Any]]:
    """Write a table of facts and read it."""
    table = table_of(folder, content)
    columns = fact_columns(table.header, VOCABULARY)
    numbers = [name for fact, name in columns.items() if VOCABULARY.facts[fact].type in ("integer", "number")]
    notation = notation_of(table, numbers=numbers)
    return [facts for _, facts in fact_rows(table, columns, VOCABULARY, notation)]


# ---- columns of orders -------------------------------------------------------------------------

HEADERS: dict[str, Mapping[str, str]] = {
    "customer_id,date,amount,quantity": {
        "customer": "customer_id",
        "date": "date",
        "amount": "amount",
        "quantity": "quantity",
    },
    "N° client;Date de commande;Montant TTC;Qté;N° commande;Statut": {
        "customer": "N° client",
        "date": "Date de commande",
        "amount": "Montant TTC",
        "quantity": "Qté",
        "order": "N° commande",
        "status": "Statut",
    },
    "Numéro de client;Date d’achat;Chiffre d’affaires;Quantité;Facture": {
        "customer": "Numéro de client",
        "date": "Date d’achat",
        "amount": "Chiffre d’affaires",
        "quantity": "Quantité",
        "order": "Facture",
    },
    # the online retail data of UC Irvine: a price is no amount
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country": {
        "customer": "CustomerID",
        "date": "InvoiceDate",
        "quantity": "Quantity",
        "order": "InvoiceNo",
    },
    # a shop on the web
    "Order Number,Order Status,Order Date,Customer Email,Order Total": {
        "customer": "Customer Email",
        "date": "Order Date",
        "amount": "Order Total",
        "order": "Order Number",
        "status": "Order Status",
    },
    "total;montant;client;date": {"customer": "client", "date": "date", "amount": "montant"},
    "Prix;Price;Nom": {},
}


@pytest.mark.parametrize(("header", "expected"), HEADERS.items(), ids=[*HEADERS])
def test_columns_of_orders_are_found_by_their_names(
    header: str, expected: Mapping[str, str], tmp_path: Path
) -> None:
    """English and French names that people give to columns are known; the first of a list counts."""
    table = table_of(tmp_path, header)
    found = {role: table.header.column(None, names) for role, names in ORDER_COLUMNS.items()}
    assert {role: column for role, column in found.items() if column is not None} == expected


def test_no_name_stands_for_two_roles() -> None:
    """A name of a column leaves no doubt which role it plays."""
    names = [re.sub("[ _]", "", name) for listed in ORDER_COLUMNS.values() for name in listed]
    assert len(names) == len(set(names))


# ---- orders ------------------------------------------------------------------------------------

ROLES = {"customer": "client", "date": "date", "amount": "montant"}


def test_orders_are_read_in_the_notation_of_the_whole_file(tmp_path: Path) -> None:
    """Days above twelve and decimal commas that stand far below decide for the first row."""
    table = table_of(
        tmp_path, "client;date;montant\n A ;03/04/1997;1.234\nB;;12\n;25/04/97;\nN/A;26/04/97;(12,5 €)\n"
    )
    notation = notation_of(table, numbers=["montant"], dates=["date"], money=["montant"])
    assert notation == Notation(decimal=",", dates="dmy")
    assert list(order_rows(table, ROLES, notation)) == [
        {"customer": "A", "date": dt.date(1997, 4, 3), "amount": Decimal(1234)},
        {"customer": "B", "date": None, "amount": Decimal(12)},
        {"customer": None, "date": dt.date(1997, 4, 25), "amount": None},
        {"customer": None, "date": dt.date(1997, 4, 26), "amount": Decimal("-12.5")},
    ]


def test_options_decide_where_the_file_does_not(tmp_path: Path) -> None:
    """A notation that is given is used, and what the file leaves open is no error any more."""
    table = table_of(tmp_path, "client;date;montant\nA;03/04/1997;1,234\n")
    for decimal, order, day, amount in (
        (".", "dmy", dt.date(1997, 4, 3), "1234"),
        (",", "mdy", dt.date(1997, 3, 4), "1.234"),
    ):
        notation = notation_of(table, numbers=["montant"], dates=["date"], decimal=decimal, order=order)  # type: ignore[arg-type]
        (row,) = order_rows(table, ROLES, notation)
        assert (row["date"], row["amount"]) == (day, Decimal(amount))


def test_a_stamp_with_an_offset_is_cut_to_a_day_of_the_zone(tmp_path: Path) -> None:
    """Late in the evening UTC it is the next day in Paris; stamps without an offset stay."""
    table = table_of(
        tmp_path,
        "client,date,montant\nA,1997-07-01T22:30:00Z,1\nB,1997-07-01T22:30:00,1\nC,0001-01-01T00:00+01:00,1\n",
    )
    rows = order_rows(table, ROLES, Notation(), zone=ZoneInfo("Europe/Paris"))
    days = [next(rows)["date"], next(rows)["date"]]
    assert days == [dt.date(1997, 7, 2), dt.datetime(1997, 7, 1, 22, 30)]
    with pytest.raises(TableError, match=r"^line 4, column `date`: expected a date$"):
        next(rows)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("A,31/04/1997,12", "line 3, column `date`: expected a date"),
        ("A,Dupont,12", "line 3, column `date`: expected a date"),
        ("A,25/04/1997,douze", "line 3, column `montant`: expected a number"),
        ('A,25/04/1997,"12,5"', "line 3, column `montant`: expected a number"),
        (
            "A,1997-04-25T10:00Z,12",
            (
                "line 3, column `date`: a time with a UTC offset needs the time zone whose days count; "
                "say which with --zone, such as --zone Europe/Paris"
            ),
        ),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_by_line_and_column(
    row: str, message: str, tmp_path: Path
) -> None:
    """The error says where and what is expected, and never what a customer's cell has in it."""
    table = table_of(tmp_path, f"client,date,montant\nB,25/04/1997,12.50\n{row}\n")
    with pytest.raises(TableError) as caught:
        list(order_rows(table, ROLES, Notation(decimal=".", dates="dmy")))
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["Annulée", " annulee", "ANNULÉE "])
def test_a_status_may_be_written_in_several_ways(text: str) -> None:
    """Capitals, accents and spaces make no other status."""
    assert status_of(text) == status_of("annulée")


# ---- facts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "facts"),
    [
        ("orders;days_since_last_order", ["orders", "days_since_last_order"]),
        ("Orders;Days since the last order", ["orders", "days_since_last_order"]),
        ("Commandes;Jours depuis la dernière commande", ["orders", "days_since_last_order"]),
        ("COMMANDES;jours depuis la derniere commande", ["orders", "days_since_last_order"]),
        ("Panier moyen;Établi à l'étranger", ["average_order_value", "abroad"]),
        ("nom;Âge;genre", ["age", "gender"]),
        ("nom;prénom", []),
    ],
)
def test_columns_of_facts_are_ids_or_labels_in_either_language(
    header: str, facts: list[str], tmp_path: Path
) -> None:
    """A heading may be an id, an English or a French label, however capitals and accents are written."""
    table = table_of(tmp_path, header)
    names = header.split(";")
    expected = dict(zip(facts, names[-len(facts) :] if facts else [], strict=True))
    assert fact_columns(table.header, VOCABULARY) == expected


def test_a_fact_in_two_columns_is_an_error(tmp_path: Path) -> None:
    """An id and the label of the same fact would leave two readings."""
    with pytest.raises(TableError, match=r"^there are two columns named `Commandes`$"):
        fact_columns(table_of(tmp_path, "orders;Commandes").header, VOCABULARY)


CELLS: list[tuple[str, str, Any]] = [
    *(
        ("abroad", text, True)
        for text in ("true", "TRUE", "yes", "oui", "Vrai", "VRAI", "o", "y", "x", "X", "1")
    ),
    *(("abroad", text, False) for text in ("false", "no", "non", "Faux", "FAUX", "n", "0", "0.0")),
    ("abroad", "1.0", True),
    *(("abroad", text, None) for text in ("", " ", "NA", "n/a", "null", "NaN")),
    ("orders", "3", 3),
    ("orders", "3.0", 3),
    ("orders", "1 234", 1234),
    ("orders", "", None),
    ("spend", "1234.5", Decimal("1234.5")),
    ("party_kind", "company", "company"),
    ("party_kind", "Company", "company"),
    ("party_kind", "Entreprise", "company"),
    ("party_kind", "natural_person", "natural_person"),
    ("party_kind", "Personne physique", "natural_person"),
    ("party_kind", "none", None),
    ("gender", "Non binaire", "non_binary"),
    ("relation_roles", "Client", frozenset({"customer"})),
    ("relation_roles", "Partner|fournisseur", frozenset({"partner", "supplier"})),
    ("relation_roles", "customer; Partenaire ;customer", frozenset({"customer", "partner"})),
    ("relation_roles", "", None),
]


@pytest.mark.parametrize(("fact", "text", "value"), CELLS)
def test_cells_of_facts_are_read_as_people_write_them(
    fact: str, text: str, value: object, tmp_path: Path
) -> None:
    """Booleans, choices and sets may be in English or French; a mark of a missing value is none."""
    (facts,) = facts_of(tmp_path, f'x\t{fact}\n"not empty"\t"{text}"\n')
    assert facts == {fact: value}
    assert type(facts[fact]) is type(value)


WRONG: list[tuple[str, str, str]] = [
    ("abroad", "maybe", "yes or no"),
    ("abroad", "2", "yes or no"),
    ("abroad", "10", "yes or no"),
    ("orders", "three", "a whole number"),
    ("orders", "3.5", "a whole number"),
    ("orders", "9223372036854775808", "a whole number"),
    ("orders", "oui", "a whole number"),
    ("spend", "lots", "a number"),
    ("party_kind", "person", "Natural person, Company, Public body or Nonprofit organization"),
    ("relation_roles", "customer|friend", "any of Customer, Partner or Supplier, separated by |"),
]


@pytest.mark.parametrize(("fact", "text", "expected"), WRONG)
def test_an_unknown_value_of_a_fact_is_an_error(fact: str, text: str, expected: str, tmp_path: Path) -> None:
    """The error names the line and the column, says what could stand there, and not what does."""
    with pytest.raises(TableError) as caught:
        facts_of(tmp_path, f"x\t{fact}\n1\t\n2\t{text}\n")
    assert str(caught.value) == f"line 3, column `{fact}`: expected {expected}"
