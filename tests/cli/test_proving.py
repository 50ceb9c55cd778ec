"""Proofs on the command line: for programs, with solvers and pictures, and with what can go wrong."""

import json
import sys
from pathlib import Path

import pytest
from tests.cli.running import Run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
CLUBS = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
categories:
  - id: small
    label: {en: Small buyer, fr: Petit acheteur}
    when: {orders: {max: 3}}
  - id: large
    label: {en: Large buyer, fr: Gros acheteur}
    when: {orders: {min: 3}}
"""


def test_json_has_relations_findings_and_faults(run: Run, folder: Path) -> None:
    """A report for programs has all pairs, and witnesses as facts."""
    (folder / "clubs.yaml").write_text(f"{CLUBS}rules:\n  - disjoint: all\n", encoding="utf-8")
    done = run("verify", "clubs.yaml", "--format", "json")
    assert (done.code, done.err) == (1, "")
    (report,) = json.loads(done.out)
    assert report["relations"] == [{"left": "small", "relation": "overlap", "right": "large"}]
    assert report["overlaps"] == [{"categories": ["small", "large"], "witness": {"orders": 3}}]
    assert report["gaps"] == []
    assert [need["fact"] for need in report["needs"]] == ["orders"]
    assert report["proved"] is False
    (fault,) = report["faults"]
    assert (fault["code"], fault["line"], fault["column"]) == ("rules.overlap", 12, 5)


def test_json_has_examples(run: Run, folder: Path) -> None:
    """Each answer is there, with true, false or null for what is asserted and what is so."""
    told = "{id: three, text: {en: Three., fr: Trois.}, facts: {orders: 3}, in: [small], unknown: [large]}"
    (folder / "clubs.yaml").write_text(f"{CLUBS}examples:\n  - {told}\n", encoding="utf-8")
    done = run("verify", "clubs.yaml", "--format", "json")
    assert (done.code, done.err) == (1, "")
    (report,) = json.loads(done.out)
    keys = ("example", "category", "expected", "verdict", "holds")
    assert [tuple(one[key] for key in keys) for one in report["examples"]] == [
        ("three", "small", True, True, True),
        ("three", "large", None, True, False),
    ]
    for language, line in (("en", "Examples: 0 of 1 hold"), ("fr", "Exemples\u00a0: 0 vérifié sur 1")):
        done = run("verify", "clubs.yaml", "--language", language)
        assert done.code == 1
        assert line in done.out
        assert "[examples.differs]" in done.out


def test_json_of_a_map_with_holes_counts_them(run: Run) -> None:
    """Of 64 customers, 18 are in no segment."""
    done = run("verify", str(EXAMPLES / "score-codes.yaml"), "--format", "json")
    (report,) = json.loads(done.out)
    assert done.code == 0
    assert sum(gap["count"] for gap in report["gaps"]) == 18
    assert report["customers"] == 64
    assert {pair["relation"] for pair in report["relations"]} == {"disjoint"}


def test_all_shipped_taxonomies_are_proved(run: Run) -> None:
    """Without a name, every taxonomy with criteria is verified, and nothing is wrong with any."""
    done = run("verify", "--format", "json", "--strict")
    reports = json.loads(done.out)
    assert done.code == 0
    assert len(reports) == 10
    assert all(report["proved"] and report["faults"] == [] for report in reports)


def test_warnings_count_when_asked(run: Run, folder: Path) -> None:
    """A category that nobody gets to is doubtful, and an error with `--strict`."""
    text = CLUBS.replace("categories:", "decide: first\ncategories:").replace("max: 3", "min: 0")
    (folder / "clubs.yaml").write_text(text, encoding="utf-8")
    assert run("verify", "clubs.yaml").code == 0
    assert run("verify", "clubs.yaml", "--strict").code == 1
    assert "criteria.shadowed" in run("check", "clubs.yaml").out


def test_the_solver_can_be_chosen(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What decides is said, and a solver that is not installed is an extra to install."""
    (folder / "clubs.yaml").write_text(CLUBS, encoding="utf-8")
    assert run("verify", "clubs.yaml", "--solver", "z3").code == 0
    monkeypatch.setitem(sys.modules, "z3", None)
    monkeypatch.delitem(sys.modules, "customer_types._proving.cells.z3_search", raising=False)
    done = run("verify", "clubs.yaml", "--solver", "z3")
    assert done.code == 2
    assert "pip install 'customer-types[z3]'" in done.err


def test_a_picture_is_drawn(run: Run, folder: Path) -> None:
    """The picture is in the language that is spoken."""
    done = run("verify", "lifecycle", "--plot", "x.svg", "--language", "fr")
    assert done.code == 0
    assert "Client fidèle" in (folder / "x.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("verify", "--plot", "x.svg"), "--plot draws one taxonomy: name it"),
        (("verify", "lifecycle", "--plot", "x.gif"), "must end in .svg, .png or .pdf"),
        (("verify", "lifecycle", "--plot", "nowhere/x.svg"), "there is no such folder"),
        (("verify", "lifecyle"), "did you mean `lifecycle`?"),
        (("verify", "nothing.yaml"), "there is no such file"),
        (("verify", "lifecycle", "--solver", "prover9"), "cells or z3"),
        (("compare", "lifecycle"), "is missing"),
        (("compare", "lifecycle/lots", "lifecycle/lost"), "did you mean `lost`?"),
        (("crosswalk", "lifecycle/lots"), "did you mean `lost`?"),
        (("crosswalk", "lifecycle/lost", "--to", "lifecyle"), "did you mean `lifecycle`?"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_mistakes_are_said_in_a_line_or_two(arguments: tuple[str, ...], said: str, run: Run) -> None:
    """What is wrong is said in the user's words, with exit code 2."""
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert said in done.err
    assert len(done.err.splitlines()) <= 2


def test_a_file_is_compared_with_a_taxonomy(run: Run, folder: Path) -> None:
    """Categories of a file stand to shipped ones as their criteria say."""
    (folder / "clubs.yaml").write_text(CLUBS, encoding="utf-8")
    done = run("compare", "./clubs.yaml", "lifecycle", "--format", "json")
    found = {(one["left"], one["right"]): one for one in json.loads(done.out)}
    assert found["clubs/small", "lifecycle/potential"]["relation"] == "superset"
    assert found["clubs/large", "lifecycle/loyal"]["both"]["orders"] >= 3
    assert ("clubs/large", "lifecycle/potential") not in found
    every = run("compare", "./clubs.yaml", "lifecycle", "--all", "--format", "json")
    assert len(json.loads(every.out)) == 2 * 5


@pytest.mark.parametrize(("language", "said"), [("en", "disjoint from"), ("fr", "sans client commun avec")])
def test_disjoint_pairs_are_shown_when_asked(language: str, said: str, run: Run) -> None:
    """With `--all`, what has nobody in common is in the table, too."""
    done = run("compare", "lifecycle", "status-and-activity", "--all", "--language", language)
    assert done.code == 0
    assert said in done.out
    assert len(done.out.splitlines()) == 1 + 5 * 5


@pytest.mark.parametrize("format", ["table", "json"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "category `segmentation-bases/geographic` has no criteria"),
        ("fr", "la catégorie `segmentation-bases/geographic` n’a pas de critère"),
    ],
)
def test_a_category_without_criteria_is_not_compared(language: str, said: str, format: str, run: Run) -> None:
    """Nothing is proved of a category without a criterion, which is said instead of nothing."""
    keys = ("lifecycle/loyal", "segmentation-bases/geographic")
    for pair in (keys, keys[::-1]):
        done = run("compare", *pair, "--language", language, "--format", format)
        assert done.code == 2
        assert done.out == ""
        assert said in done.err


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "`segmentation-bases` has no criteria"), ("fr", "`segmentation-bases` n’a pas de critères")],
)
@pytest.mark.parametrize("left", ["lifecycle", "lifecycle/loyal"])
def test_a_taxonomy_without_criteria_is_not_compared(left: str, language: str, said: str, run: Run) -> None:
    """A taxonomy without criteria has no rows to show, and why is said."""
    done = run("compare", left, "segmentation-bases", "--language", language)
    assert done.code == 0
    assert said in done.out + done.err
    assert len(done.out.splitlines()) <= 1


def test_mappings_for_programs(run: Run) -> None:
    """Mappings come as JSON and as CSV, with labels in the language that is spoken."""
    done = run("crosswalk", "lifecycle/lost", "--format", "json", "--language", "fr")
    rows = json.loads(done.out)
    assert {row["object"] for row in rows} >= {"relationship-types/lost", "customer-categories/inactive"}
    assert {row["label"] for row in rows} >= {"Client perdu", "Client inactif"}
    done = run("crosswalk", "lifecycle/lost", "--format", "csv")
    assert done.out.startswith("subject,relation,object,label,justification,note,iri\n")
    assert run("crosswalk", "segmentation-bases/geographic").out == "no mappings\n"


def test_mappings_to_terms_have_their_iris(run: Run) -> None:
    """A term is named as its vocabulary names it, and a vocabulary without one is named itself."""
    done = run("crosswalk", "market-roles/target", "--format", "json", "--language", "fr")
    rows = [(row["object"], row["label"], row["iri"]) for row in json.loads(done.out)]
    assert rows == [
        ("relationship-types/target", "Client cible", None),
        ("schema:Audience", "Audience", "https://schema.org/Audience"),
        ("sssom:NoTermFound", "aucun terme dans gr", None),
    ]
    done = run("crosswalk", "market-roles/target", "--to", "gr")
    assert "no term in gr" in done.out
    done = run("crosswalk", "market-roles/target", "--to", "fibo-fnd-pas-pass")
    assert done.code == 2
    assert "fibo-fnd-pas-pas" in done.err


def test_without_criteria_there_is_nothing_to_prove(run: Run, folder: Path) -> None:
    """A taxonomy that is there to be named has no overlaps and no gaps to speak of."""
    (folder / "personas.yaml").write_text(
        "id: personas\nversion: 1.0.0\nlabel: {en: Personas, fr: Personas}\ncategories:\n"
        "- {id: zoe, label: {en: Zoe, fr: Zoé}, without_criteria: {en: A persona., fr: Un persona.}}\n",
        encoding="utf-8",
    )
    done = run("verify", "personas.yaml")
    assert done.out.splitlines()[1:3] == [
        "",
        "No category has a criterion, so there are no overlaps or gaps to look for.",
    ]
    assert "Aucune catégorie n’a de critère" in run("verify", "personas.yaml", "--language", "fr").out
    with (folder / "personas.yaml").open("a", encoding="utf-8") as file:
        file.write("rules: [{exhaustive: true}]\n")
    done = run("verify", "personas.yaml")
    assert done.code == 1
    assert "✗ everybody is in at least one category" in done.out
