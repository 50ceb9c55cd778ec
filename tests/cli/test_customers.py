"""Files of customers are classified: the tables, the files that are written, and the library agree."""

import csv
import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from tests.cli.running import CDNOW, Run

import customer_types as ct

AS_OF = dt.date(1998, 6, 30)
ORDERS = """\
customer,date,amount,units,number,status
A,1998-01-10,10.00,1,1,paid
A,1998-01-10,5.50,2,2,paid
A,1998-03-01,-5.50,2,3,paid
B,1998-05-05,20.00,,4,Cancelled
B,1998-05-06,30.00,1,5,paid
=1+1,1998-06-30,1.00,1,6,paid
-5,1998-07-01,1.00,1,7,paid
,1998-06-01,1.00,1,8,paid
C,,1.00,1,9,paid
C,1998-06-01,,1,10,paid
"""


def read(path: Path) -> list[dict[str, str]]:
    """Read a written file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counts_of(tables: str) -> dict[tuple[str, str], int]:
    """Read the counts of categories out of JSON."""
    return {
        (row["taxonomy"], row["category"] or row["group"]): row["customers"] for row in json.loads(tables)
    }


def write(folder: Path, content: str, name: str = "orders.csv") -> str:
    """Write a file and give its name."""
    (folder / name).write_text(content, encoding="utf-8")
    return name


# ---- the CDNOW sample --------------------------------------------------------------------------


def lifecycle_by_hand(days: Sequence[int]) -> str:
    """Say what tells most of somebody who bought so many days ago: the criteria, written out once more."""
    orders, in_the_last_year = len(days), sum(day < 365 for day in days)
    first, last = max(days), min(days)
    usual = median(late - early for early, late in pairwise(sorted(days))) if orders > 1 else None
    silence = None if usual is None else last / usual  # in usual gaps
    if orders >= 3:  # there is a rhythm
        assert silence is not None
        is_lost = (last >= 365 and silence > 2) or (last >= 120 and silence > 6)
    else:
        is_lost = last >= 365
    if is_lost:
        return "lost"
    still_buys = last <= 30 or silence is None or silence <= 3
    each_quarter = in_the_last_year >= 4 or (usual is not None and usual <= 100)
    if orders >= 3 and still_buys:
        for_a_year = first >= 365 and (orders >= 6 or (orders >= 4 and each_quarter))
        if for_a_year or (first >= 1461 and orders >= 5) or first >= 3652:
            return "loyal"
        often = in_the_last_year >= 6 or (in_the_last_year >= 3 and usual is not None and usual <= 60)
        if often and last <= 120:
            return "active"
    return "new" if first <= 30 else "none"


@pytest.mark.parametrize("as_of", ["1997-03-31", "1997-09-30", "1998-06-30"])
def test_counts_of_the_sample_are_those_worked_out_by_hand(as_of: str, run: Run) -> None:
    """The table has as many customers everywhere as a few lines of Python find in the file."""
    bought: dict[str, set[int]] = {}
    for row in read(CDNOW):
        day = (dt.date.fromisoformat(as_of) - dt.date.fromisoformat(row["date"])).days
        if day >= 0:
            bought.setdefault(row["customer_id"], set()).add(day)
    expected = Counter(lifecycle_by_hand(sorted(days)) for days in bought.values())
    done = run("classify", str(CDNOW), "--as-of", as_of, "--format", "json")
    assert done.code == 0
    found = {category: count for (_, category), count in counts_of(done.out).items() if count}
    assert found == expected


def test_facts_of_the_sample_are_the_published_ones(run: Run, folder: Path) -> None:
    """Customers, spend, silence and the first two customers are as other people have worked them out."""
    done = run("classify", str(CDNOW), "--as-of", "1997-09-30", "--out", "out.csv")
    assert done.code == 0
    rows = read(folder / "out.csv")
    assert len(rows) == 2357
    assert sum(int(row["orders"]) for row in rows) == 4814
    assert round(sum(float(row["spend"]) for row in rows), 2) == 173_115.55
    assert sum(int(row["days_since_last_order"]) for row in rows) == 426_830
    facts = {
        row["customer"]: (int(row["orders"]), float(row["spend"]), int(row["days_since_last_order"]))
        for row in rows
    }
    assert facts["1"] == (3, 74.02, 59)
    assert facts["2"] == (2, 75.11, 260)


def test_the_table_and_the_written_file_have_the_same_counts(run: Run, folder: Path) -> None:
    """Each count of the table is the number of rows that have the category, or the answer, in the file."""
    taxonomies = ("lifecycle", "buying-habits", "customer-categories")
    ordered = taxonomies[:2]
    options = [word for taxonomy in taxonomies for word in ("--taxonomy", taxonomy)]
    done = run(
        "classify", str(CDNOW), "--as-of", "1998-06-30", *options, "--out", "o.csv", "--format", "json"
    )
    rows = read(folder / "o.csv")
    tables = json.loads(done.out)
    assert {row["taxonomy"] for row in tables} == set(taxonomies)
    for row in tables:
        if row["category"] is not None:
            verdicts = Counter(one[f"{row['taxonomy']}/{row['category']}"] for one in rows)
            assert row["in_all"] == verdicts["true"], row
            assert row["undecided"] == verdicts[""], row
            answers = [one.get(row["taxonomy"]) == row["category"] for one in rows]
            assert row["customers"] == (sum(answers) if row["taxonomy"] in ordered else row["in_all"])
        elif row["taxonomy"] in ordered:
            answers = [one[f"{row['taxonomy']}_status"] == row["group"] for one in rows]
            assert row["customers"] == sum(answers)
        assert row["share"] == round(row["customers"] / 2357, 6)
    for taxonomy in taxonomies:
        keys = [category.key for category in ct.taxonomy(taxonomy)]
        without = [one for one in rows if all(one[key] != "true" for key in keys)]
        undecided = sum(any(one[key] == "" for key in keys) for one in without)
        counts = counts_of(done.out)
        if taxonomy not in ordered:
            assert counts[taxonomy, "undecided"] == undecided
        assert counts[taxonomy, "none"] == len(without) - undecided


def test_written_rows_are_what_the_library_says(run: Run, folder: Path) -> None:
    """Facts and verdicts of a row are those of `facts_from_orders` and `classify` for the customer."""
    run("classify", str(CDNOW), "--as-of", "1998-06-30", "--out", "out.csv")
    orders: dict[str, list[dict[str, Any]]] = {}
    for row in read(CDNOW):
        values = {"date": row["date"], "amount": float(row["amount"]), "quantity": int(row["quantity"])}
        orders.setdefault(row["customer_id"], []).append(values)
    population = [ct.facts_from_orders(rows, as_of=AS_OF, quantity="quantity") for rows in orders.values()]
    written = {row["customer"]: row for row in read(folder / "out.csv")}
    assert list(written) == list(orders)
    lifecycle = ct.taxonomy("lifecycle")
    for customer, rows in list(orders.items())[::50]:
        facts = ct.facts_from_orders(rows, as_of=AS_OF, quantity="quantity", population=population)
        row = written[customer]
        for name, value in facts.items():
            assert row[name] == ("" if value is None else str(value)), (customer, name)
        result = ct.classify(facts, lifecycle)
        assert row["lifecycle"] == (result.category.id if result.category else "")
        for category in lifecycle:
            assert row[category.key] == {True: "true", False: "false", None: ""}[result.verdicts[category.id]]


# ---- orders ------------------------------------------------------------------------------------


def test_orders_are_counted_as_the_columns_say(run: Run, folder: Path) -> None:
    """Order numbers, refunds, cancelled orders and rows that lack something are taken for what they are."""
    path = write(folder, ORDERS)
    done = run(
        *("classify", path, "--as-of", "1998-06-30", "--out", "out.csv", "--quantity", "units"),
        *("--order", "number", "--cancelled", "cancelled"),
    )
    assert done.code == 0
    rows = {row["customer"]: row for row in read(folder / "out.csv")}
    assert list(rows) == ["A", "B", "'=1+1"]
    facts = [(row["orders"], row["spend"], row["units_365d"]) for row in rows.values()]
    assert facts == [("2", "10.0", "1.0"), ("1", "30.0", "1.0"), ("1", "1.0", "1.0")]
    assert (
        "rows left out: 1 after 1998-06-30, 1 cancelled, 1 without an amount, 1 without a customer "
        "and 1 without a date"
    ) in done.text.replace("\n", " ")


def test_a_status_column_counts_only_with_the_statuses_to_leave_out(run: Run, folder: Path) -> None:
    """Without `--cancelled` every row counts; a status that no row has is said."""
    path = write(folder, ORDERS)
    done = run("classify", path, "--as-of", "1998-06-30", "--out", "out.csv")
    assert {row["customer"]: row["orders"] for row in read(folder / "out.csv")}["B"] == "2"
    assert "cancelled" not in done.text
    done = run("classify", path, "--as-of", "1998-06-30", "--cancelled", "annulled")
    assert "no row has the status `annulled`" in done.text


def test_options_name_columns_and_notation(run: Run, folder: Path) -> None:
    """What the file does not say by itself, options say."""
    content = "Kunde|Tag|Betrag|Preis\nA|03.04.1998|1.234|7\nA|05.04.1998|12|7\n".encode("cp1250")
    (folder / "orders.txt").write_bytes(content)
    done = run(
        *("classify", "orders.txt", "--as-of", "1998-06-30", "--out", "out.csv", "--customer", "kunde"),
        *(
            "--date",
            "tag",
            "--amount",
            "Betrag",
            "--decimal",
            ",",
            "--encoding",
            "cp1250",
            "--separator",
            "|",
        ),
    )
    assert done.code == 0
    (row,) = read(folder / "out.csv")
    assert (row["orders"], row["spend"], row["days_since_last_order"]) == ("2", "1246.0", "86")
    assert "columns: customer = Kunde, date = Tag, amount = Betrag" in done.out


def test_a_tab_may_be_named(run: Run, folder: Path) -> None:
    """`--separator tab` spares the trouble of typing one."""
    path = write(folder, "customer,date,amount\tb\tc\tdate\tamount\nA\t\t\t1998-01-01\t5\n")
    done = run("classify", path, "--as-of", "1998-06-30", "--separator", "tab", "--customer", "b")
    assert done.code == 0


def test_time_stamps_are_cut_in_the_zone(run: Run, folder: Path) -> None:
    """An order of the evening in New York is one of the next day in Paris."""
    path = write(folder, "customer,date,amount\nA,1998-06-28T20:00:00-04:00,5\n")
    for zone, days in (("America/New_York", "2"), ("Europe/Paris", "1")):
        run("classify", path, "--as-of", "1998-06-30", "--zone", zone, "--out", "out.csv")
        assert read(folder / "out.csv")[0]["days_since_last_order"] == days


def test_a_header_without_rows_is_no_mistake(run: Run, folder: Path) -> None:
    """No orders are no customers."""
    path = write(folder, "customer,date,amount\n")
    done = run("classify", path, "--as-of", "1998-06-30", "--out", "out.csv")
    assert done.code == 0
    assert "Customer lifecycle · 0 customers on 1998-06-30" in done.out
    assert len((folder / "out.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_amounts_beyond_all_measure_are_no_numbers(run: Run, folder: Path) -> None:
    """A number that no sum could hold is a mistake of the file and not of the program."""
    for amount in ("1e999", "9" * 400, "1e400"):
        path = write(folder, f"customer,date,amount\nA,1998-01-01,{amount}\n")
        done = run("classify", path, "--as-of", "1998-06-30")
        assert (done.code, done.err) == (2, "line 2, column `amount`: expected a number\n")


# ---- facts -------------------------------------------------------------------------------------


def test_facts_are_classified_as_they_stand(run: Run, folder: Path) -> None:
    """A table of facts gives each row the verdicts of the library; sets are written with bars."""
    content = (
        "Client;Rôles dans la relation commerciale;Fait partie de l’entreprise\n"
        "A;Partenaire|Fournisseur;non\nB;;oui\nC;;\n"
    )
    path = write(folder, content)
    done = run("classify", path, "--facts", "--taxonomy", "business-relations", "--out", "out.csv")
    assert done.code == 0
    rows = read(folder / "out.csv")
    assert [row["customer"] for row in rows] == ["A", "B", "C"]
    assert [row["relation_roles"] for row in rows] == ["partner|supplier", "", ""]
    assert [row["is_internal"] for row in rows] == ["false", "true", ""]
    facts = [
        {"relation_roles": {"partner", "supplier"}, "is_internal": False},
        {"relation_roles": None, "is_internal": True},
        {},
    ]
    for row, known in zip(rows, facts, strict=True):
        verdicts = ct.classify(known, ct.taxonomy("business-relations")).verdicts
        for id, verdict in verdicts.items():
            assert row[f"business-relations/{id}"] == {True: "true", False: "false", None: ""}[verdict]


def test_what_was_written_can_be_read_as_facts(run: Run, folder: Path) -> None:
    """The file of `--out` is itself a table of facts, and gives the same counts."""
    first = run("classify", str(CDNOW), "--as-of", "1998-06-30", "--out", "a.csv", "--format", "json")
    again = run("classify", "a.csv", "--facts", "--out", "b.csv", "--format", "json")
    assert again.out == first.out
    assert (folder / "b.csv").read_bytes() == (folder / "a.csv").read_bytes()


def test_customers_without_a_column_are_numbered(run: Run, folder: Path) -> None:
    """Rows of facts need no customer."""
    path = write(folder, "orders,ville\n0,Lyon\n\n3,Nice\n")
    done = run("classify", path, "--facts", "--out", "out.csv")
    assert [row["customer"] for row in read(folder / "out.csv")] == ["1", "2"]
    assert "columns that are not facts: ville" in done.out


def test_a_reference_date_with_facts_is_only_named(run: Run, folder: Path) -> None:
    """Facts are of some day, and the heading may say so."""
    path = write(folder, "orders\n0\n")
    assert "1 customer on 1998-06-30" in run("classify", path, "--facts", "--as-of", "1998-06-30").out
    assert "1 customer\n" in run("classify", path, "--facts").out


# ---- taxonomies --------------------------------------------------------------------------------

OWN = """\
id: fans
version: 1.0.0
languages: [de]
label: {de: Anhänger}
facts:
  - {id: concerts, type: integer, min: 0, label: {de: Konzerte}}
categories:
  - id: fan
    label: {de: {one: Fan, other: Fans}}
    when: {concerts: {min: 2}}
    actions: [{id: invite, text: {de: Einladen}}]
"""


def test_a_file_may_bring_facts_and_a_language_of_its_own(run: Run, folder: Path) -> None:
    """A taxonomy in German alone, with a fact that the catalog lacks, stands beside a shipped one."""
    write(folder, OWN, "fans.yaml")
    path = write(folder, "customer,orders,Konzerte\nA,0,3\nB,0,0\n")
    done = run(
        "classify", path, "--facts", "--taxonomy", "fans.yaml", "--taxonomy", "lifecycle", "--out", "o.csv"
    )
    assert done.code == 0
    assert [row["fans"] for row in read(folder / "o.csv")] == ["fan", ""]
    for language in ("en", "fr", "de", "fr-CA"):
        text = run("classify", path, "--facts", "--taxonomy", "./fans.yaml", "--language", language).text
        assert "Fans" in text
        assert "Fans\n    • Einladen" in text.replace("\u00a0", "")


def test_a_taxonomy_is_classified_once(run: Run, folder: Path) -> None:
    """An id that is given twice is not counted twice."""
    path = write(folder, "orders\n0\n")
    done = run("classify", path, "--facts", "--taxonomy", "lifecycle", "--taxonomy", "lifecycle")
    assert done.out.count("Customer lifecycle") == 1


def test_a_taxonomy_with_several_answers_has_no_single_column(run: Run, folder: Path) -> None:
    """Where a customer can have several categories, the file has their verdicts alone."""
    path = write(folder, "orders\n0\n")
    run(
        "classify",
        path,
        "--facts",
        "--taxonomy",
        "customer-categories",
        "--taxonomy",
        "lifecycle",
        "--out",
        "o.csv",
    )
    header = (folder / "o.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert "customer-categories" not in header
    assert "customer-categories/loyal" in header
    assert header.index("lifecycle_status") == header.index("lifecycle") + 1


# ---- data for programs -------------------------------------------------------------------------

KEYS = ["taxonomy", "group", "category", "label", "customers", "share", "undecided", "in_all"]


def test_json_and_csv_have_the_same_rows(run: Run) -> None:
    """A row a category, then those in none and the undecided; what is said besides goes elsewhere."""
    options = ("classify", str(CDNOW), "--as-of", "1998-06-30", "--language", "fr", "--format")
    done = run(*options, "json")
    rows = json.loads(done.out)
    assert all(list(row) == KEYS for row in rows)
    assert [row["category"] for row in rows] == ["potential", "new", "active", "loyal", "lost", None, None]
    assert [row["group"] for row in rows] == ["category"] * 5 + ["none", "undecided"]
    assert rows[3]["label"] == "Clients fidèles"
    assert done.err == "colonnes\u00a0: client = customer_id, date, montant = amount, quantité = quantity\n"
    done = run(*options, "csv")
    table = list(csv.DictReader(done.out.splitlines()))
    assert [{name: cell or None for name, cell in row.items()} for row in table] == [
        {name: None if value is None else str(value) for name, value in row.items()} for row in rows
    ]
