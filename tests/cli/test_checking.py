"""Files of taxonomies are checked, and the report is one for people or one for programs."""

import csv
import errno
import json
import re
from pathlib import Path

import pytest
from tests.cli.running import ROOT, Run

KEYS = ["path", "line", "column", "code", "severity", "message", "hint"]
FINE = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
categories:
  - id: gold
    label: {en: Gold member, fr: Membre or}
    when: {orders: {min: 10}}
"""
FAULTY = FINE.replace("label: {en: Gold", "lable: {en: Gold").replace("orders:", "order:")
DOUBTFUL = FINE.replace("Gold member", "yes")


def write(folder: Path, **contents: str) -> None:
    """Write YAML files."""
    for name, content in contents.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")


def test_json_has_the_promised_keys(run: Run, folder: Path) -> None:
    """A list in file order, with lines and columns from 1; what is said follows the language."""
    write(folder, faulty=FAULTY)
    done = run("check", "faulty.yaml", "--format", "json")
    assert done.code == 1
    assert done.err == ""
    assert json.loads(done.out) == [
        {
            "path": "faulty.yaml",
            "line": 6,
            "column": 5,
            "code": "schema.unknown-key",
            "severity": "error",
            "message": "categories[0]: unknown key `lable`",
            "hint": "did you mean `label`?",
        },
        {
            "path": "faulty.yaml",
            "line": 7,
            "column": 12,
            "code": "criteria.unknown-field",
            "severity": "error",
            "message": "categories[0].when: unknown fact `order`",
            "hint": "did you mean `orders`?",
        },
    ]
    french = json.loads(run("check", "faulty.yaml", "--format", "json", "--language", "fr").out)
    assert french[0]["message"] == "categories[0]: clé inconnue\u00a0: `lable`"
    assert french[0]["code"] == "schema.unknown-key"


def test_what_is_not_shown_is_counted(run: Run, folder: Path) -> None:
    """Each kind of fault is there, a last element counts the others, and the sum is that of all."""
    write(folder, long=FINE + "".join(f"  - {{id: c{n}, label: {{en: c}}}}\n" for n in range(300)))
    done = run("check", "long.yaml", "--format", "json", "--language", "en")
    *shown, rest = json.loads(done.out)
    assert list(rest) == KEYS
    assert len(shown) == 100
    assert rest == {
        "path": "long.yaml",
        "line": None,
        "column": None,
        "code": "faults.more",
        "severity": "error",
        "message": "and 500 more: criteria.missing 250 and label.missing-language 250",
        "hint": None,
    }
    out = run("check", "long.yaml").out
    assert out.splitlines()[-2:] == [
        "long.yaml: error[faults.more]: and 500 more: criteria.missing 250 and label.missing-language 250",
        "1 file: 600 errors, 0 warnings",
    ]


def test_csv_has_the_rows_of_json(run: Run, folder: Path) -> None:
    """Both formats say the same."""
    write(folder, faulty=FAULTY, doubtful=DOUBTFUL)
    rows = json.loads(run("check", "doubtful.yaml", "faulty.yaml", "--format", "json").out)
    table = run("check", "doubtful.yaml", "faulty.yaml", "--format", "csv").out
    assert [list(row) for row in rows] == [KEYS] * 3
    assert list(csv.DictReader(table.splitlines())) == [
        {key: "" if value is None else str(value) for key, value in row.items()} for row in rows
    ]


def test_no_faults_are_an_empty_list(run: Run, folder: Path) -> None:
    """A program can read the report of a file that is fine."""
    write(folder, fine=FINE)
    assert run("check", "fine.yaml", "--format", "json").out == "[]\n"
    assert run("check", "fine.yaml", "--format", "csv").out == ",".join(KEYS) + "\n"


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_exit_codes_tell_findings_from_what_cannot_be_read(format: str, run: Run, folder: Path) -> None:
    """0 is fine, warnings too unless `--strict`; 1 is errors; 2 is a file that is not there."""
    write(folder, fine=FINE, doubtful=DOUBTFUL, faulty=FAULTY)
    codes = {
        ("fine.yaml",): 0,
        ("doubtful.yaml",): 0,
        ("doubtful.yaml", "--strict"): 1,
        ("fine.yaml", "--strict"): 0,
        ("faulty.yaml",): 1,
        ("faulty.yaml", "fine.yaml"): 1,
        ("nothing.yaml",): 2,
        ("faulty.yaml", "nothing.yaml"): 2,
    }
    for arguments, code in codes.items():
        assert run("check", *arguments, "--format", format).code == code, arguments


def test_a_file_without_lines_has_none_in_json(run: Run, folder: Path) -> None:
    """What is not there has no place but its path."""
    (fault,) = json.loads(run("check", "nothing.yaml", "--format", "json").out)
    assert (fault["path"], fault["line"], fault["column"]) == ("nothing.yaml", None, None)
    (folder / "folder.yaml").mkdir()
    (folder / "folder.yaml" / "inner.yaml").mkdir()
    (fault,) = json.loads(run("check", "folder.yaml", "--format", "json").out)
    assert fault["path"] == str(Path("folder.yaml") / "inner.yaml")
    assert (fault["line"], fault["code"]) == (None, "file.not-a-file")


def test_a_folder_stands_for_its_yaml_files_by_name(run: Run, folder: Path) -> None:
    """Files of other kinds are passed over; one that can't be read takes nothing from the others."""
    inner = folder / "mine"
    inner.mkdir()
    write(inner, b=FAULTY.replace("clubs", "clubs-b"), a=DOUBTFUL, d=FAULTY)
    (inner / "c.yml").write_text(FINE.replace("clubs", "clubs-c"), encoding="utf-8")
    (inner / "latin.yaml").write_bytes("id: café".encode("latin-1"))
    (inner / "folder.yaml").mkdir()
    (inner / "notes.txt").write_text("no taxonomy", encoding="utf-8")
    rows = json.loads(run("check", "mine", "--format", "json").out)
    assert [(Path(row["path"]).name, row["code"]) for row in rows] == [
        ("a.yaml", "yaml.ambiguous-plain"),
        ("b.yaml", "schema.unknown-key"),
        ("b.yaml", "criteria.unknown-field"),
        ("d.yaml", "catalog.taken"),
        ("d.yaml", "schema.unknown-key"),
        ("d.yaml", "criteria.unknown-field"),
        ("folder.yaml", "file.not-a-file"),
        ("latin.yaml", "file.encoding"),
    ]
    assert run("check", "mine").out.endswith("6 files: 7 errors, 1 warning\n")


def test_the_files_of_a_folder_belong_together(run: Run, folder: Path) -> None:
    """They name one another's facts and categories, and are proved with them; alone they can't be read."""
    inner = folder / "mine"
    inner.mkdir()
    facts = "facts: [{id: visits, type: integer, min: 0, label: {en: Visits, fr: Visites}}]"
    more = FINE.replace("clubs", "more").replace(
        "orders: {min: 10}", "category: clubs/gold, visits: {max: 3}"
    )
    write(inner, a=more, clubs=FINE, facts=facts)
    assert run("check", "mine").out == "3 files: no faults\n"
    assert [row["code"] for row in json.loads(run("check", "mine/a.yaml", "--format", "json").out)] == [
        "criteria.unknown-category",
        "criteria.unknown-field",
    ]
    assert run("check", "mine/a.yaml", "--with", "mine/clubs.yaml", "--with", "mine/facts.yaml").code == 0
    mapping = "{subject: clubs/gold, relation: exactMatch, object: more/gold, justification: %s}"
    write(inner, crosswalk=f"mappings: [{mapping % 'semapv:LogicalReasoning'}]")
    (fault,) = json.loads(run("check", "mine", "--format", "json").out)
    assert (Path(fault["path"]).name, fault["code"]) == ("crosswalk.yaml", "crosswalk.too-strong")


def test_a_circle_across_files_is_told_with_its_place(run: Run, folder: Path) -> None:
    """Taxonomies that build on one another in a circle are faults, and nothing is proved of them."""
    inner = folder / "mine"
    inner.mkdir()
    one, other = (
        FINE.replace("clubs", name).replace("orders: {min: 10}", f"category: {base}/gold")
        for name, base in (("aa", "bb"), ("bb", "aa"))
    )
    write(inner, aa=one, bb=other)
    rows = json.loads(run("check", "mine", "--format", "json").out)
    assert [(Path(row["path"]).name, row["line"], row["code"]) for row in rows] == [
        ("aa.yaml", 7, "criteria.cycle")
    ] or [row["code"] for row in rows] == ["criteria.cycle"]


def test_the_shipped_files_stand_alone(run: Run) -> None:
    """The folder of the shipped taxonomies is fine by itself, and its ids are taken beside themselves."""
    folder = str(ROOT / "taxonomies")
    assert run("check", folder, "--alone").out == "15 files: no faults\n"
    taken = json.loads(run("check", folder, "--format", "json").out)
    assert {"catalog.taken"} < {row["code"] for row in taken}


def test_a_folder_that_must_not_be_read_is_said(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing permissions are a mistake as any other."""
    (folder / "secret").mkdir()

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    done = run("check", "secret")
    assert done.code == 2
    assert done.out.startswith("secret: error[file.permission]: you have no permission to read the file\n")


@pytest.mark.parametrize("file", sorted((ROOT / "tests" / "bad").glob("*.yaml")), ids=lambda file: file.stem)
def test_broken_files_give_their_reports(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """People read what lies beside each broken file, and how many faults it has; JSON has as many."""
    monkeypatch.chdir(file.parent)
    done = run("check", file.name)
    report = file.with_suffix(".en.txt").read_bytes().decode("utf-8")
    assert done.out.startswith(report)
    (summary,) = done.out.removeprefix(report).splitlines()
    errors, warnings = report.count(": error["), report.count(": warning[")
    assert [int(number) for number in re.findall(r"\d+", summary)] == [1, errors, warnings]
    assert done.code == int(errors > 0)
    assert len(json.loads(run("check", file.name, "--format", "json").out)) == errors + warnings


@pytest.mark.parametrize("asked", ["weeks.yaml", "."])
def test_what_an_overlay_breaks_is_told_with_the_overlay(asked: str, run: Run, folder: Path) -> None:
    """The rule that is broken stands in a shipped file; who reads that is told which file to look at."""
    write(folder, weeks="overlay: lifecycle\nthresholds: [{id: new_days, value: 500}]\n")
    done = run("check", asked)
    assert done.code == 1
    assert "lifecycle.yaml:" in done.out
    path = "weeks.yaml" if asked != "." else str(Path("weeks.yaml"))
    assert f"this is `lifecycle` as {path} makes it" in done.out
    assert "il s’agit de `lifecycle`, telle que définie dans" in run("check", asked, "--language", "fr").out


def test_units_of_shared_facts_are_looked_at(run: Run, folder: Path) -> None:
    """A file of facts may name the units that it declares, and those of the library."""
    fact = "- {{id: {id}, type: integer, unit: {unit}, label: {{en: Some, fr: Certains}}}}\n"
    facts = "".join(fact.format(id=f"in_{unit}", unit=unit) for unit in ("points", "days", "poinst"))
    label = "{one: point, other: points}"
    units = f"units:\n- {{id: points, label: {{en: {label}, fr: {label}}}}}\n"
    write(folder, facts=f"facts:\n{facts}{units}", fine=FINE)
    done = run("check", ".", "--format", "csv")
    assert done.code == 0
    ((path, line, code),) = (
        (row["path"], row["line"], row["code"]) for row in csv.DictReader(done.out.splitlines())
    )
    assert (Path(path).name, line, code) == ("facts.yaml", "4", "unit.unknown")


def test_criteria_in_other_files_are_told_with_their_file(run: Run, folder: Path) -> None:
    """A rule in one file may be broken by criteria of another; a line alone would lead nowhere."""
    write(
        folder,
        mine="id: mine\nversion: 1.0.0\nextends: lifecycle\nlabel: {en: Mine, fr: Les miens}\n"
        "categories:\n- id: new\n  when: {orders: {min: 1}}\n",
    )
    done = run("check", "mine.yaml", "--format", "csv")
    rows = [row for row in csv.DictReader(done.out.splitlines()) if row["code"] == "rules.overlap"]
    assert {row["path"] for row in rows} == {"lifecycle.yaml"}
    assert all(re.search(r"\(criteria: mine\.yaml:7:10 and \d+:\d+\)", row["message"]) for row in rows)
    assert rows
