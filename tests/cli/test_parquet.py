"""Parquet files are classified as CSV files are, whatever their size."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.cli.running import CDNOW, Run
from tests.frames.orders import SCHEMA, cdnow, many


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a CSV file, customers in an order."""
    with path.open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["customer"])


def read_parquet(path: Path) -> list[dict[str, Any]]:
    """Read a Parquet file, customers in an order."""
    return sorted(pq.read_table(path).to_pylist(), key=lambda row: str(row["customer"]))


@pytest.fixture
def files(folder: Path) -> Path:
    """Stand in a folder with the example as CSV and as Parquet, and with facts."""
    (folder / "cdnow.csv").write_bytes(CDNOW.read_bytes())
    table = pa.Table.from_pylist(cdnow(), SCHEMA).drop(["order", "status"])
    pq.write_table(table, folder / "cdnow.parquet")
    pq.write_table(pa.Table.from_pylist(many(500), SCHEMA), folder / "many.parquet")
    facts = pa.table(
        {
            "Client": ["=A1", "B", None],
            "Commandes": [0, 5, 5],
            "orders_365d": [0.0, 4.0, float("nan")],
            "days_since_last_order": [None, 20, 20],
            "Days since the first order": [None, 400, None],
            "relation_roles": [["partner", "supplier"], [], None],
            "ville": ["Lyon", "Nice", "Lille"],
        }
    )
    pq.write_table(facts, folder / "facts.pq")
    return folder


OPTIONS = "--as-of", "1998-06-30", "--taxonomy", "lifecycle", "--taxonomy", "relationship-types"


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_the_same_customers_are_told_of_both(format: str, run: Run) -> None:
    """Counts, actions and what is missing are those of the CSV file, for several taxonomies at once."""
    told = [run("classify", f"cdnow.{kind}", *OPTIONS, "--format", format) for kind in ("csv", "parquet")]
    assert told[0].code == told[1].code == 0
    assert (told[0].out, told[0].err) == (told[1].out, told[1].err)


def test_the_same_customers_are_written_of_both(files: Path, run: Run) -> None:
    """Files of either kind are written of either kind, with the same rows."""
    for source in ("csv", "parquet"):
        for target in ("csv", "parquet"):
            out = f"{source}-to.{target}"
            done = run("classify", f"cdnow.{source}", *OPTIONS, "--out", out)
            assert (done.code, f"written to {out}" in done.out) == (0, True)
    assert read_csv(files / "csv-to.csv") == read_csv(files / "parquet-to.csv")
    one, other = (read_parquet(files / f"{source}-to.parquet") for source in ("csv", "parquet"))
    assert one == other
    assert len(one) == 2357
    assert one[0]["lifecycle/lost"] in (True, False)
    types = [[*map(str, pq.read_schema(files / f"{one}-to.parquet").types)] for one in ("csv", "parquet")]
    assert types[0] == types[1]


def test_facts_in_parquet(files: Path, run: Run) -> None:
    """Facts are found by id and by label; NaN is missing, and cells are guarded in CSV only."""
    arguments = (
        "classify",
        "facts.pq",
        "--facts",
        "--taxonomy",
        "lifecycle",
        "--taxonomy",
        "business-relations",
    )
    done = run(*arguments, "--out", "out.csv")
    assert done.code == 0
    assert "columns that are not facts: ville" in done.out
    rows = read_csv(files / "out.csv")
    assert [row["customer"] for row in rows] == ["", "'=A1", "B"]
    assert [row["relation_roles"] for row in rows] == ["", "partner|supplier", ""]
    assert [row["lifecycle"] for row in rows] == ["", "potential", "loyal"]
    assert rows[0]["lifecycle/loyal"] == ""
    assert run(*arguments, "--out", "out.parquet").code == 0
    kept = read_parquet(files / "out.parquet")
    assert {row["customer"] for row in kept} == {None, "=A1", "B"}
    assert {row["customer"]: row["relation_roles"] for row in kept}["=A1"] == ["partner", "supplier"]


def test_sets_of_a_csv_file_become_lists(files: Path, run: Run) -> None:
    """What is written as Parquet has its types, whatever it was read from."""
    text = "customer,relation_roles,takes_title\n=A,partner|supplier,yes\nB,,\n"
    (files / "roles.csv").write_text(text, encoding="utf-8")
    run("classify", "roles.csv", "--facts", "--taxonomy", "business-relations", "--out", "out.parquet")
    rows = read_parquet(files / "out.parquet")
    assert [(row["customer"], row["relation_roles"], row["takes_title"]) for row in rows] == [
        ("=A", ["partner", "supplier"], True),
        ("B", None, None),
    ]


def test_values_are_understood_by_their_labels(files: Path, run: Run) -> None:
    """Choices and members of sets are ids or labels in any language, in Parquet as in CSV."""
    text = "customer,party_kind,relation_roles\n1,Personne physique,FOURNISSEUR|partner\n2,company,\n"
    (files / "words.csv").write_text(text, encoding="utf-8")
    words = {
        "customer": ["1", "2"],
        "party_kind": ["Personne physique", "company"],
        "relation_roles": [["FOURNISSEUR", "partner"], None],
    }
    pq.write_table(pa.table(words), files / "words.parquet")
    rows = []
    for kind in ("csv", "parquet"):
        arguments = "--facts", "--taxonomy", "business-relations", "--out", f"{kind}.csv"
        assert run("classify", f"words.{kind}", *arguments).code == 0
        rows.append(read_csv(files / f"{kind}.csv"))
    assert rows[0] == rows[1]
    assert [row["party_kind"] for row in rows[0]] == ["natural_person", "company"]
    assert [row["relation_roles"] for row in rows[0]] == ["partner|supplier", ""]


@pytest.mark.parametrize("column", ["party_kind", "relation_roles"])
def test_values_that_can_be_are_listed_for_the_reader(column: str, files: Path, run: Run) -> None:
    """Of a value that is none, labels in the reader's language say what could stand there."""
    (files / "words.csv").write_text(f"customer,{column}\n1,secret\n", encoding="utf-8")
    value: Any = "secret" if column == "party_kind" else ["secret"]
    pq.write_table(pa.table({"customer": ["1"], column: [value]}), files / "words.parquet")
    for kind in ("csv", "parquet"):
        done = run("--language", "fr", "classify", f"words.{kind}", "--facts", "--taxonomy", "lifecycle")
        assert done.code == 2
        assert ("Personne physique, " if column == "party_kind" else "Partenaire ou Fournisseur") in done.err
        assert "natural_person" not in done.err
        assert "secret" not in done.err


@pytest.mark.usefixtures("files")
def test_statuses_are_found_however_written(run: Run) -> None:
    """The status of cancelled orders may be written in other capitals, and is told if it is not there."""
    done = run(
        "classify", "many.parquet", "--as-of", "1998-06-30", "--cancelled", "VOID", "--cancelled", "gone"
    )
    assert done.code == 0
    assert "cancelled" in done.out
    assert "`gone`" in done.out
    assert "`VOID`" not in done.out


def test_mistakes_are_told_in_a_line(files: Path, run: Run) -> None:
    """No Parquet file, half of one, wrong types and options that say nothing end in one line."""
    (files / "text.parquet").write_text("customer,date,amount\n", encoding="utf-8")
    (files / "half.parquet").write_bytes((files / "cdnow.parquet").read_bytes()[:5000])
    instants = pa.array([dt.datetime(1998, 1, 1)], pa.timestamp("us", "UTC"))
    for name, date, amount in (("zones", instants, [1.0]), ("types", ["secret"], [1.0])):
        pq.write_table(
            pa.table({"customer": ["a"], "date": date, "amount": amount}), files / f"{name}.parquet"
        )
    pq.write_table(pa.table({"ville": ["Lyon"]}), files / "none.parquet")
    cases = {
        "text.parquet": "`text.parquet` can’t be processed",
        "half.parquet": "`half.parquet` can’t be processed",
        "nothing.parquet": "there is no file `nothing.parquet`",
        "zones.parquet": "column `date` has timestamps with a time zone; say which with --zone",
        "types.parquet": "column `date` is of type",
        "none.parquet": "no column looks like the customer",
    }
    for name, text in cases.items():
        done = run("classify", name, "--as-of", "1998-06-30")
        assert (done.code, done.out) == (2, ""), name
        assert text in done.err, name
        assert "secret" not in done.err
    done = run("classify", "zones.parquet", "--as-of", "1998-06-30", "--zone", "Europe/Paris")
    assert done.code == 0
    done = run("classify", "cdnow.parquet", "--as-of", "1998-06-30", "--decimal", ",")
    assert "`cdnow.parquet` and `--decimal` do not go together" in done.err
    done = run("classify", "none.parquet", "--facts")
    assert "no column is a fact" in done.err
    done = run("classify", "cdnow.parquet", "--as-of", "1998-06-30", "--out", "nowhere/x.parquet")
    assert "`nowhere/x.parquet` can’t be written" in done.err
    done = run("classify", "cdnow.parquet", "--as-of", "1998-06-30", "--out", "cdnow.parquet")
    assert "`--out` would overwrite the file that is read" in done.err


def test_names_of_files_are_no_patterns(files: Path, run: Run) -> None:
    """Brackets and stars in a file's name are what they are."""
    for name, customer in (("o [1].parquet", "a"), ("o 1.parquet", "b"), ("o*.parquet", "c")):
        table = pa.table({"customer": [customer], "date": [dt.date(1998, 1, 1)], "amount": [1.0]})
        pq.write_table(table, files / name)
    for name, customer in (("o [1].parquet", "a"), ("o*.parquet", "c")):
        assert run("classify", name, *OPTIONS, "--out", "out.csv").code == 0
        assert [row["customer"] for row in read_csv(files / "out.csv")] == [customer]


def test_words_and_customers_are_read_as_in_a_text(files: Path, run: Run) -> None:
    """Words in any form, blank customers, quotes in ids and formulas in sets are those of a CSV file."""
    facts = {
        "customer": ["'a'", " ", "n/a", " b "],
        "purchase_purpose": ["OWN_USE", "Own use", "resale", None],
        "takes_title": [True, True, True, None],
    }
    pq.write_table(pa.table(facts), files / "words.parquet")
    text = "customer,purchase_purpose,takes_title\n'a',OWN_USE,yes\n ,Own use,yes\nn/a,resale,yes\n b ,,\n"
    (files / "words.csv").write_text(text, encoding="utf-8")
    found = {}
    for kind in ("csv", "parquet"):
        arguments = f"words.{kind}", "--facts", "--taxonomy", "supply-chain-positions"
        assert run("classify", *arguments, "--out", f"out.{kind}").code == 0
        found[kind] = read_parquet(files / "out.parquet") if kind == "parquet" else None
        assert run("classify", *arguments, "--out", f"{kind}.csv").code == 0
    assert read_csv(files / "csv.csv") == read_csv(files / "parquet.csv")
    assert run("classify", "words.csv", *arguments[1:], "--out", "of-csv.parquet").code == 0
    assert read_parquet(files / "of-csv.parquet") == found["parquet"]
    wrong: tuple[dict[str, Any], ...] = {"purchase_purpose": ["secret"]}, {"orders": [2.5]}
    for number, columns in enumerate(wrong):
        pq.write_table(pa.table({"customer": ["a"], **columns}), files / f"{number}.parquet")
        done = run("classify", f"{number}.parquet", "--facts", "--taxonomy", "supply-chain-positions")
        assert (done.code, "column" in done.err, "secret" in done.err) == (2, True, False)


def test_statuses_may_be_numbers(files: Path, run: Run) -> None:
    """A status that is a number is found by how it is written, also zero."""
    table = pa.table(
        {"customer": ["a", "b"], "date": [dt.date(1998, 1, 1)] * 2, "amount": [1.0, 1.0], "status": [0, 1]}
    )
    pq.write_table(table, files / "numbers.parquet")
    done = run("classify", "numbers.parquet", *OPTIONS, "--cancelled", "0", "--out", "out.csv")
    assert done.code == 0
    assert [row["customer"] for row in read_csv(files / "out.csv")] == ["b"]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_too_little_memory_is_told(language: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that DuckDB has no room for is not called damaged."""
    connect = duckdb.connect

    def small(path: str) -> duckdb.DuckDBPyConnection:
        connection = connect(path)
        connection.execute("SET memory_limit = '100KB'")
        return connection

    monkeypatch.setattr(duckdb, "connect", small)
    done = run("classify", "cdnow.parquet", *OPTIONS, "--language", language)
    assert done.code == 2
    told = {"en": "needs more memory", "fr": "demande plus de mémoire"}
    assert told[language] in done.err
    assert "customer-types sql" in done.err


def test_a_file_is_known_by_how_it_begins(files: Path, run: Run) -> None:
    """A Parquet file of another name is one all the same."""
    (files / "cdnow.parquet").rename(files / "cdnow.data")
    assert "2,357 customers" in run("classify", "cdnow.data", "--as-of", "1998-06-30").out
