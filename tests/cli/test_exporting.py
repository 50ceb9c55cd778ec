"""The catalog is written in the formats of other programs, and what they bring is read."""

import json
from pathlib import Path

import pytest
from tests.cli.running import Run

import customer_types as ct
from customer_types import cel, json_logic, publication, skos, sssom

CATALOG, LIFECYCLE = ct.catalog(), ct.taxonomy("lifecycle")
BASE = "https://example.org/types/"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("a.csv",), publication.to_csv(CATALOG)),
        (("a.json",), publication.to_json(CATALOG)),
        (("a.txt", "--format", "csv"), publication.to_csv(CATALOG)),
        (("a.yaml", "--taxonomy", "lifecycle"), ct.dumps(LIFECYCLE)),
        (("a.ttl",), skos.dumps(CATALOG)),
        (("a.TTL", "--taxonomy", "lifecycle"), skos.dumps(LIFECYCLE)),
        (("a.ttl", "--taxonomy", "lifecycle", "--base", BASE), skos.dumps(LIFECYCLE, base=BASE)),
        (("a.jsonld", "--taxonomy", "lifecycle"), skos.dumps(LIFECYCLE, format="json-ld")),
        (("a.rdf", "--taxonomy", "lifecycle"), skos.dumps(LIFECYCLE, format="xml")),
        (("a.tsv",), sssom.dumps(CATALOG)),
        (("a.tsv", "--language", "fr", "--base", BASE), sssom.dumps(CATALOG, language="fr", base=BASE)),
        (("a.json", "--format", "json-logic", "--taxonomy", "lifecycle"), json_logic.dumps(LIFECYCLE)),
        (("a.json", "--format", "cel"), cel.dumps(*CATALOG)),
    ],
)
def test_a_file_is_what_the_library_writes(arguments: tuple[str, ...], expected: str, run: Run) -> None:
    """The name of the file tells the format, or an option does; a dash is the standard output."""
    target, *options = arguments
    done = run("export", target, *options)
    assert (done.code, done.err) == (0, "")
    assert Path(target).read_text(encoding="utf-8") == expected
    if target != "a.txt":
        format = () if "--format" in options else ("--format", _format(target))
        assert run("export", "-", *options, *format).out == expected


def _format(target: str) -> str:
    ending = target.lower().rpartition(".")[2]
    names = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "rdf-xml", "tsv": "sssom"}
    return names.get(ending, ending)


@pytest.mark.usefixtures("folder")
def test_one_s_own_taxonomies_are_exported_too(run: Run) -> None:
    """An overlay is in what is exported, and so is a file."""
    Path("mine.yaml").write_text(
        "overlay: lifecycle\nthresholds: [{id: loyal_orders, value: 2}]\n", encoding="utf-8"
    )
    assert run("export", "all.json", "--with", "mine.yaml").code == 0
    written = json.loads(Path("all.json").read_text(encoding="utf-8"))["taxonomies"]["lifecycle"]
    assert {one["id"]: one["value"] for one in written["thresholds"]}["loyal_orders"] == 2
    assert run("export", "flat.yaml", "--taxonomy", "mine.yaml").code == 0
    assert ct.load("flat.yaml") == ct.load("mine.yaml")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["a.ttl", "a.jsonld", "a.rdf"])
def test_what_was_exported_is_imported(name: str, run: Run) -> None:
    """A taxonomy comes back in canonical YAML, to standard output or to a file."""
    run("export", name, "--taxonomy", "lifecycle")
    assert run("import", name).out == ct.dumps(LIFECYCLE)
    assert run("import", name, "--out", "back.yaml").out == ""
    assert ct.load("back.yaml") == LIFECYCLE


@pytest.mark.usefixtures("folder")
def test_mappings_are_imported(run: Run) -> None:
    """An SSSOM table becomes a crosswalk that is as the one of the library."""
    run("export", "a.tsv")
    assert run("import", "a.tsv", "--out", "crosswalk.yaml").code == 0
    again = ct.Catalog().extended(*_taxonomies(), "crosswalk.yaml")
    assert set(again.mappings) == set(CATALOG.mappings)


def _taxonomies() -> list[Path]:
    folder = Path(__file__).parents[2] / "taxonomies"
    return [file for file in sorted(folder.iterdir()) if file.name != "crosswalk.yaml"]


FOREIGN = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/cards/> .
:Gold skos:prefLabel "Gold member"@en, "Membre or"@fr ; skos:inScheme :cards ; :colour "red" .
:cards skos:prefLabel "Loyalty cards"@en, "Cartes de fidélité"@fr .
"""


@pytest.mark.usefixtures("folder")
def test_a_vocabulary_of_somebody_else_is_imported(run: Run) -> None:
    """It becomes a taxonomy without criteria, by the id that is given, and what is lost is told."""
    Path("cards.ttl").write_text(FOREIGN, encoding="utf-8")
    done = run("import", "cards.ttl", "--id", "loyalty-cards", "--out", "loyalty-cards.yaml")
    assert done.code == 0
    assert "skos.left-out" in done.err
    taxonomy = ct.load("loyalty-cards.yaml")
    assert (taxonomy.id, taxonomy["gold"].label("fr"), taxonomy["gold"].when) == (
        "loyalty-cards",
        "Membre or",
        None,
    )
