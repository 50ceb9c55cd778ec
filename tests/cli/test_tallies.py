"""Counts are shown whole, whatever the terminal, the number and the language."""

import csv
import json
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from tests.cli.running import CDNOW, Run
from tests.tries import at_length

import customer_types as ct
from customer_types.cli.tallies import Tally

LIFECYCLE = ct.taxonomy("lifecycle")


def test_customers_are_counted_by_category_and_by_what_is_unknown() -> None:
    """Who is in none is told apart from who is in none so far; missing facts are counted."""
    tally = Tally(LIFECYCLE)
    for facts in (
        {"orders": 0},
        {"orders": 5, "orders_365d": 4, "days_since_last_order": 20},  # new or loyal
        {"orders": 5, "orders_365d": 4, "days_since_last_order": 20, "days_since_first_order": 400},
        {"orders": 5, "orders_365d": 4, "days_since_last_order": 200, "days_since_first_order": 300},
    ):
        tally.add(ct.classify(facts, LIFECYCLE))
    assert tally.customers == 4
    assert tally.counts == {"potential": 1, "loyal": 1}
    assert tally.unknown == {"new": 1, "loyal": 1}
    assert tally.places == {
        ("one", "potential"): 1,
        ("one", "loyal"): 1,
        ("none", None): 1,
        ("undecided", None): 1,
    }
    assert tally.missing == {"days_since_first_order": 1}
    assert [row.group for row in tally.rows()] == ["category"] * 5 + ["none", "undecided"]


@at_length
@pytest.mark.parametrize("width", ["60", "50", "45", "40"])
@pytest.mark.parametrize("taxonomy", ["lifecycle", "relationship-types"])
def test_numbers_are_never_cut(width: str, taxonomy: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow terminal bars get shorter and vanish, and labels take two lines, before a number is cut."""
    arguments = ("classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", taxonomy, "--language", "fr")
    numbers = re.findall(r"\d[\d\u202f]*,\d\u00a0%", run(*arguments).out)
    monkeypatch.setenv("COLUMNS", width)
    narrow = run(*arguments).out
    assert re.findall(r"\d[\d\u202f]*,\d\u00a0%", narrow) == numbers
    assert "…" not in narrow.partition("Faits à connaître")[0]
    assert max(map(len, narrow.splitlines())) <= int(width)


def test_bars_are_as_long_as_shares(run: Run) -> None:
    """A bar has 24 columns for everybody, and an eighth of one is the least that is drawn."""
    done = run("classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", "market-roles")
    bars = {line.split("  ")[0]: line.count("█") for line in done.out.splitlines() if "%" in line}
    assert bars["Customers"] == 24
    assert bars["Users"] == 0
    for line in done.out.splitlines():
        share = re.search(r"(\d+\.\d)%", line)
        if share is not None:
            eighths = 8 * line.count("█") + "▏▎▍▌▋▊▉".find((line.strip() + " ")[-2]) + 1
            assert abs(eighths / 192 - float(share[1]) / 100) <= 1 / 192


def test_a_small_share_is_not_shown_as_none(run: Run, folder: Path) -> None:
    """One customer of three thousand is less than 0.1%, and not 0.0%."""
    rows = "\n".join(["0", *["1"] * 2999])
    (folder / "facts.csv").write_text(f"orders\n{rows}\n", encoding="utf-8")
    done = run("classify", "facts.csv", "--facts")
    assert re.search(r"Potential customers +1 +<0\.1%", done.out)
    done = run("classify", "facts.csv", "--facts", "--language", "fr")
    assert re.search(r"Clients potentiels +1 +<0,1\u00a0%", done.out)


def test_nobody_is_no_share(run: Run, folder: Path) -> None:
    """Without customers all shares are zero."""
    (folder / "facts.csv").write_text("orders\n", encoding="utf-8")
    done = run("classify", "facts.csv", "--facts")
    assert done.code == 0
    assert set(re.findall(r"[\d.]+%", done.out)) == {"0.0%"}


def test_shares_of_one_answer_add_up(run: Run) -> None:
    """Each customer has one line, and how many are in each category stands beside where that is more."""
    done = run(
        "classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", "buying-habits", "--format", "csv"
    )
    rows = [*csv.DictReader(done.out.splitlines())]
    assert sum(int(row["customers"]) for row in rows) == 2357
    assert abs(sum(float(row["share"]) for row in rows) - 1) < 1e-5
    assert all(int(row["customers"]) <= int(row["in_all"]) for row in rows if row["group"] == "category")
    assert any(int(row["customers"]) < int(row["in_all"]) for row in rows)
    for language, heading in (("en", "In all"), ("fr", "En tout")):
        for taxonomy, is_shown in (("buying-habits", True), ("supply-chain-positions", False)):
            shown = run(
                "classify",
                str(CDNOW),
                "--as-of",
                "1998-06-30",
                "--taxonomy",
                taxonomy,
                "--language",
                language,
            )
            assert (heading in shown.out) is is_shown
            assert max(map(len, shown.out.splitlines())) <= 80


def test_every_vip_has_an_answer(run: Run, folder: Path) -> None:
    """The best customers have their name in the column of the one answer, and nobody lacks a status."""
    run("classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", "buying-habits", "--out", "out.csv")
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    best = [row for row in rows if row["buying-habits/vip"] == "true"]
    assert len(best) == 41
    assert {(row["buying-habits"], row["buying-habits_status"]) for row in best} == {("vip", "one")}
    assert all((row["buying-habits_status"] == "one") == bool(row["buying-habits"]) for row in rows)
    assert {row["buying-habits_status"] for row in rows} == {"one", "none"}


def test_two_answers_that_exclude_one_another_are_told(run: Run, folder: Path) -> None:
    """Who is in two categories though the rules say that nobody is has a line of his own."""
    (folder / "sizes.yaml").write_text(
        "id: sizes\nversion: 1.0.0\nlabel: {en: Sizes, fr: Tailles}\ncategories:\n"
        "  - {id: some, label: {en: Some, fr: Quelques}, when: {orders: {min: 1}}}\n"
        "  - {id: many, label: {en: Many, fr: Beaucoup}, when: {orders: {min: 3}}}\n"
        "rules: [{disjoint: all}]\n",
        encoding="utf-8",
    )
    (folder / "facts.csv").write_text("orders\n1\n5\n0\n", encoding="utf-8")
    done = run("classify", "facts.csv", "--facts", "--taxonomy", "sizes.yaml")
    lines = [line.split() for line in done.out.splitlines() if "%" in line]
    assert [line[: -1 if "█" in line[-1] else None] for line in lines] == [
        ["Some", "1", "33.3%", "2"],
        ["Many", "0", "0.0%", "1"],
        ["In", "no", "category", "1", "33.3%"],
        ["In", "several", "categories", "1", "33.3%"],
    ]


def test_all_actions_are_listed(run: Run) -> None:
    """What to do is all that there is to do, in the order of the table."""
    done = run("classify", str(CDNOW), "--as-of", "1998-06-30", "--language", "fr")
    told = " ".join(done.out.partition("Que faire")[2].replace("•", "").split())
    places = [
        told.find(" ".join(action.text("fr").split()))
        for one in LIFECYCLE
        for action in one.actions
        if one.id in ("loyal", "lost")
    ]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_rows_that_cannot_be_are_counted(kind: str, run: Run, folder: Path) -> None:
    """Facts that no customer can have are named, with how many rows have them; orders never make any."""
    facts = {
        "orders": [0, 3, -1, 5],
        "days_since_last_order": [20, 20, None, None],
        "orders_365d": [0, 2, 0, 9],
    }
    (pa_csv.write_csv if kind == "csv" else pq.write_table)(pa.table(facts), folder / f"facts.{kind}")
    asked = "classify", f"facts.{kind}", "--facts", "--taxonomy", "lifecycle", "--taxonomy", "buying-habits"
    told = (
        "3 rows are impossible, judging by these facts: Orders, Orders in the last 365 days, "
        "Days since the last order"
    )
    assert told in " ".join(run(*asked).out.split())
    french = " ".join(run(*asked, "--language", "fr").out.replace("\u00a0", " ").split())
    assert "3 lignes impossibles, à cause de ces faits : Commandes," in french
    done = run(*asked, "--format", "json")
    assert told in " ".join(done.err.split())
    last = json.loads(done.out)[-1]
    assert (last["group"], last["customers"], last["taxonomy"]) == ("impossible", 3, None)
    assert sorted(last["label"].split(", ")) == ["days_since_last_order", "orders", "orders_365d"]
    assert "can’t be" not in run("classify", str(CDNOW), "--as-of", "1998-06-30").out
