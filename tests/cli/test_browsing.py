"""Taxonomies and categories are listed and shown, for people and for programs."""

import csv
import json
from pathlib import Path

import pytest
from tests.cli.running import ROOT, Run
from tests.test_examples import GUESTS

import customer_types as ct


def test_the_list_for_programs_has_every_current_category(run: Run) -> None:
    """JSON and CSV have a row a category; with `--all`, all 58 of them."""
    rows = json.loads(run("list", "--format", "json", "--all", "--language", "fr").out)
    assert [row["key"] for row in rows] == [
        category.key for taxonomy in ct.catalog() for category in taxonomy
    ]
    assert len(rows) == 58
    keys = ["key", "taxonomy", "label", "labels", "definition"]
    assert all(list(row) == keys for row in rows)
    loyal = next(row for row in rows if row["key"] == "lifecycle/loyal")
    assert (loyal["taxonomy"], loyal["label"]) == ("Cycle de vie du client", "Client fidèle")
    assert loyal["labels"] == "Clients fidèles"
    current = list(csv.DictReader(run("list", "--format", "csv").out.splitlines()))
    assert list(current[0]) == keys
    assert {row["key"] for row in current} < {row["key"] for row in rows}
    assert all(row["definition"] for row in rows)


def test_the_list_counts_what_it_leaves_out(run: Run) -> None:
    """What is listed and what is said to be hidden are all categories together."""
    rows = json.loads(run("list", "--format", "json").out)
    assert f"{58 - len(rows)} more with --all" in run("list").out


@pytest.mark.parametrize(
    "key", [*ct.catalog(), *(one for taxonomy in ct.catalog() for one in taxonomy)], ids=str
)
def test_everything_can_be_shown(key: ct.Taxonomy | ct.Category, run: Run) -> None:
    """Each taxonomy and category is shown in both languages within 80 columns, and as JSON."""
    name = key.key if isinstance(key, ct.Category) else key.id
    for language in ("en", "fr"):
        done = run("show", name, "--language", language)
        assert done.code == 0
        assert key.label(language) in done.out
        assert max(map(len, done.out.splitlines())) <= 80
        for line in done.out.splitlines():
            assert not line.strip().startswith((":", ";", "!", "»")), "a no-break space has been broken"
    shown = json.loads(run("show", name, "--format", "json").out)
    assert shown["id"] == key.id


def test_nothing_is_cut_in_a_broad_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 120 columns lines are longer, and no text ends in dots that it does not have."""
    monkeypatch.setenv("COLUMNS", "120")
    done = run("show", "segmentation-bases", "--language", "fr")
    assert 80 < max(map(len, done.out.splitlines())) <= 120
    definition = ct.taxonomy("segmentation-bases")["psychographic"].definition("fr")
    assert definition.split()[-1] in done.out


@pytest.mark.parametrize("language", ["en", "fr"])
def test_exported_pages_are_those_of_the_documentation(language: str, run: Run, folder: Path) -> None:
    """The folder is made; writing into it again changes nothing."""
    for _ in range(2):
        done = run("export", "some/where", "--language", language)
        assert done.code == 0
        written = {path.name: path.read_bytes() for path in (folder / "some" / "where").iterdir()}
        pages = (ROOT / "docs" / "catalog" / language).iterdir()
        assert written == {path.name: path.read_bytes() for path in pages}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Examples", "  • Came once.", "    In: Passing guest", "    Not in: Absent guest"]),
        (
            "fr",
            ["Exemples", "  • Est venu une fois.", "    Oui : Client de passage", "    Non : Client absent"],
        ),
    ],
)
def test_examples_are_shown(language: str, said: list[str], run: Run, folder: Path) -> None:
    """A taxonomy has all of them, a category those that speak of it; what is known stands below."""
    (folder / "guests.yaml").write_text(GUESTS, encoding="utf-8")
    whole = run("show", "./guests.yaml", "--language", language).text.replace("\u00a0", " ")
    one = run("show", "guests/passing", "--with", "guests.yaml", "--language", language).text
    other = run("show", "guests/absent", "--with", "guests.yaml", "--language", language).text
    stranger = {"en": "A stranger.", "fr": "Un inconnu."}[language]
    for text in (whole, one.replace("\u00a0", " ")):
        assert "\n".join(said[1:]) in text
        assert said[0] in text
        assert stranger in text
    assert "(editorial)" in whole
    assert stranger not in other


@pytest.mark.parametrize(("language", "rest"), [("en", "more"), ("fr", "autres")])
def test_a_category_shows_a_few_examples_of_each_answer(language: str, rest: str, run: Run) -> None:
    """The first two that are in it and the first two that are not; the others are counted."""
    told = [one for one in ct.taxonomy("lifecycle").examples if "loyal" in one.answers]
    done = run("show", "lifecycle/loyal", "--language", language)
    text = " ".join(done.text.split())
    few = [
        example
        for verdict in (True, False, None)
        for example in [one for one in told if one.answers["loyal"] is verdict][:2]
    ]
    assert {example.id for example in told if " ".join(example.text(language).split()) in text} == {
        example.id for example in few
    }
    assert f"{len(told) - len(few)} {rest}" in text
