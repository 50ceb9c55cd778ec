"""Counts are shown whole, whatever the terminal, the number and the language."""

import re
from pathlib import Path

import pytest
from tests.cli.running import CDNOW, Run

import customer_types as ct
from customer_types.cli.tallies import Tally

LIFECYCLE = ct.taxonomy("lifecycle")


def test_customers_are_counted_by_category_and_by_what_is_unknown() -> None:
    """Who is in none is told apart from who is in none so far; missing facts are counted."""
    tally = Tally(LIFECYCLE)
    for facts in (
        {"orders": 0},
        {"orders": 5, "orders_365d": 4, "days_since_last_order": 20},  # active or loyal
        {"orders": 5, "orders_365d": 4, "days_since_last_order": 20, "days_since_first_order": 400},
        {"orders": 5, "orders_365d": 4, "days_since_last_order": 200, "days_since_first_order": 400},
    ):
        tally.add(ct.classify(facts, LIFECYCLE))
    assert tally.customers == 4
    assert tally.counts == {"potential": 1, "loyal": 1}
    assert tally.unknown == {"new": 1, "active": 1, "loyal": 1}
    assert (tally.none, tally.undecided) == (1, 1)
    assert tally.missing == {"days_since_first_order": 1}
    assert [row.group for row in tally.rows()] == ["category"] * 5 + ["none", "undecided"]


@pytest.mark.parametrize("width", ["60", "50", "45", "40"])
@pytest.mark.parametrize("taxonomy", ["lifecycle", "relationship-types"])
def test_numbers_are_never_cut(width: str, taxonomy: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow terminal bars get shorter and vanish, and labels take two lines, before a number is cut."""
    arguments = ("classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", taxonomy, "--language", "fr")
    numbers = re.findall(r"\d[\d\u202f]*,\d\u00a0%", run(*arguments).out)
    monkeypatch.setenv("COLUMNS", width)
    narrow = run(*arguments).out
    assert re.findall(r"\d[\d\u202f]*,\d\u00a0%", narrow) == numbers
    assert "…" not in narrow.partition("Faits manquants")[0]
    assert max(map(len, narrow.splitlines())) <= int(width)


def test_bars_are_as_long_as_shares(run: Run) -> None:
    """A bar has 24 columns for everybody, and an eighth of one is the least that is drawn."""
    done = run("classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", "status-and-activity")
    bars = {line.split("  ")[0]: line.count("█") for line in done.out.splitlines() if "%" in line}
    assert bars["Customers"] == 24
    assert bars["New contacts"] == 0
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
