"""The catalog is written in the formats of other programs, and what they bring is read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import Run

import customer_types as ct
from customer_types import cel, json_logic, publication, sheets, skos, sssom

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
        (
            ("a.tsv", "--language", "fr", "--base", BASE),
            sssom.dumps(CATALOG, language="fr", base=BASE, id=f"{BASE}crosswalk"),
        ),
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


STARS = """\
id: stars
version: 1.0.0
label: {en: Stars, fr: Étoiles}
categories:
  - {id: some, label: {en: Some, fr: Des}, when: {stars: {min: 1}}}
"""


@pytest.mark.usefixtures("folder")
def test_what_builds_on_one_s_own_facts_is_imported_with_them(run: Run) -> None:
    """A taxonomy on facts of a catalog of one's own is read against that catalog."""
    Path("mine").mkdir()
    Path("mine", "stars.yaml").write_text(STARS, encoding="utf-8")
    facts = "facts: [{id: stars, type: integer, label: {en: Stars, fr: Étoiles}}]"
    Path("mine", "facts.yaml").write_text(facts, encoding="utf-8")
    assert run("export", "stars.ttl", "--taxonomy", "stars", "--with", "mine").code == 0
    again = run("import", "stars.ttl", "--with", "mine")
    assert again.out == ct.dumps(ct.catalog().extended("mine")["stars"])


@pytest.mark.usefixtures("folder")
def test_faults_of_a_table_are_told_in_its_file(run: Run) -> None:
    """The place of what is wrong in an SSSOM table is in the file that was named."""
    run("export", "a.tsv")
    table = Path("a.tsv").read_text(encoding="utf-8").replace("skos:closeMatch", "skos:sameAs", 1)
    Path("a.tsv").write_text("\ufeff" + table, encoding="utf-8")
    done = run("import", "a.tsv")
    assert done.code == 2
    assert done.err.startswith("a.tsv:")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("base", [None, BASE])
def test_mappings_are_imported(base: str | None, run: Run) -> None:
    """An SSSOM table becomes a crosswalk that is as the one of the library, whatever the IRIs begin with."""
    named = () if base is None else ("--base", base)
    run("export", "a.tsv", *named)
    assert run("import", "a.tsv", "--out", "crosswalk.yaml", *named).code == 0
    again = ct.Catalog().extended(*_taxonomies(), "crosswalk.yaml")
    assert set(again.mappings) == set(CATALOG.mappings)


def _taxonomies() -> list[Path]:
    folder = Path(__file__).parents[2] / "taxonomies"
    return [file for file in sorted(folder.iterdir()) if file.name != "crosswalk.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "mine.yaml", "--taxonomy", "mine.yaml"),
        ("export", "mine.csv", "--format", "csv", "--with", "mine.csv"),
        ("import", "mine.ttl", "--out", "mine.ttl"),
        ("codegen", "mine.yaml", "--out", "mine.yaml"),
        ("labels", "import", "mine.po", "--taxonomy", "mine.yaml", "--out", "mine.yaml"),
        ("labels", "import", "mine.po", "--out", "mine.po"),
    ],
)
def test_what_is_read_is_not_written_over(arguments: tuple[str, ...], run: Run) -> None:
    """A file that a command has read stays as it was, comments and all."""
    text = f"# by hand\n{ct.dumps(LIFECYCLE)}".replace("id: lifecycle", "id: mine", 1)
    for name in ("mine.yaml", "mine.csv"):
        Path(name).write_text(text, encoding="utf-8")
    Path("mine.ttl").write_text(skos.dumps(LIFECYCLE), encoding="utf-8")
    sheet = sheets.dumps(ct.load("mine.yaml"), "es", format="po")
    for index in (0, 1):
        sheet = sheet.replace(f'msgstr[{index}] ""', f'msgstr[{index}] "Uno {index}"', 1)
    Path("mine.po").write_text(sheet, encoding="utf-8")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    done = run(*arguments)
    assert done.code == 2
    assert "would overwrite the file that is read" in done.err
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def printed(encoding: str, *arguments: str, where: Path) -> str:
    """Run a command at a terminal of an encoding, and read what it printed as UTF-8."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from customer_types.cli import main; sys.exit(main())",
            *arguments,
        ],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        cwd=where,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
def test_files_are_printed_in_utf_8(encoding: str, tmp_path: Path) -> None:
    """What is redirected into a file can be read again, whatever the encoding of the terminal."""
    arguments = ("export", "-", "--format", "yaml", "--taxonomy", "lifecycle")
    assert printed(encoding, *arguments, where=tmp_path) == ct.dumps(LIFECYCLE)


def test_no_quotation_mark_becomes_another_one(tmp_path: Path) -> None:
    """Code in Python and SQL has the quotation marks of labels as they are, also at an old terminal."""
    text = ct.dumps(LIFECYCLE).replace("Loyal customer", "Loyal “““;evil();“““ or ’ 1=1 --")
    (tmp_path / "evil.yaml").write_text(text.replace("id: lifecycle", "id: evil", 1), encoding="utf-8")
    code = printed("latin-1", "codegen", "evil.yaml", where=tmp_path)
    compile(code, "evil", "exec")
    assert "“““;evil();“““" in code
    arguments = ("sql", "evil.yaml", "--dialect", "postgres", "--table", "t", "--answer", "label")
    assert "’ 1=1" in printed("latin-1", *arguments, where=tmp_path)


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


@pytest.mark.usefixtures("folder")
def test_mappings_of_others_do_not_get_our_license(run: Run) -> None:
    """Under the project's license are its own mappings; others say nothing until their owner does."""
    Path("mine.yaml").write_text(
        "mappings:\n- {subject: lifecycle/new, relation: relatedMatch, object: buying-habits/high-volume,"
        " justification: semapv:ManualMappingCuration}\n",
        encoding="utf-8",
    )
    assert run("export", "ours.tsv").code == 0
    assert run("export", "mine.tsv", "--with", "mine.yaml").code == 0
    assert "#license:" in Path("ours.tsv").read_text(encoding="utf-8")
    assert "#license:" not in Path("mine.tsv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_pages_of_what_cites_nothing_have_no_holes(run: Run) -> None:
    """Sources may be left out, and then nothing is said of them."""
    Path("mine.yaml").write_text(
        "id: mine\nversion: 1.0.0\nlabel: {en: Mine, fr: Les miens}\ncategories:\n- id: some\n"
        "  label: {en: Some, fr: Certains}\n  when: {orders: {min: few}}\n"
        "  actions: [{id: greet, text: {en: Greet., fr: Saluer.}}]\n"
        "thresholds: [{id: few, value: 2, label: {en: Few, fr: Peu}}]\n",
        encoding="utf-8",
    )
    for language in ("en", "fr"):
        assert run("export", f"pages-{language}", "--with", "mine.yaml", "--language", language).code == 0
        page = Path(f"pages-{language}/mine.md").read_text(encoding="utf-8")
        assert "()" not in page
        assert "\n`mine` 1.0.0\n" in page
        assert "\n`mine/some`\n" in page
