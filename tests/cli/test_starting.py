"""The files that `init` writes can be read, proved and used as they are."""

from pathlib import Path

import pytest
from tests.cli.running import Run

import customer_types as ct
from customer_types._checking.checking import check
from customer_types.revisions import revision

HOSTILE = """\
id: hostile
version: 1.0.0
label: {en: "A: 'quoted' \\\\ \\"one\\" # no comment", fr: "B\\tC"}
thresholds:
  - {id: tiny, value: 0.0000001, unit: orders, label: {en: "line\\nid: evil", fr: "ligne\\nid: evil"}}
categories:
  - {id: some, label: {en: Some, fr: Certains}, when: {spend: {min: tiny}}}
"""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_taxonomy_to_start_from_is_proved(language: str, run: Run) -> None:
    """It is called as the file, has no faults, its rules hold, and nothing of the other language is in it."""
    assert run("init", "loyalty-clubs.yaml", "--language", language).code == 0
    assert check("loyalty-clubs.yaml") == ()
    taxonomy = ct.load("loyalty-clubs.yaml")
    assert taxonomy.id == "loyalty-clubs"
    assert ct.verify(taxonomy).violations == ()
    assert len(taxonomy.rules) == 2
    text = Path("loyalty-clubs.yaml").read_text(encoding="utf-8")
    assert ("prove" in text or "proves" in text) is (language == "en")
    assert "my-taxonomy" not in text


def test_both_languages_start_from_the_same() -> None:
    """The comments differ, and the order of languages; the taxonomy does not."""
    folder = Path(ct.__file__).parent / "cli" / "starters"
    english, french = (ct.load(folder / f"taxonomy.{language}.yaml") for language in ("en", "fr"))
    assert english == french
    assert ct.fingerprint(english) == ct.fingerprint(french)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("base", ct.catalog().ids)
def test_what_starts_from_a_taxonomy_changes_nothing(base: str, language: str, run: Run) -> None:
    """An overlay is as its base, to the letter, and an extension is but for its id and version."""
    assert run("init", "mine.yaml", "--extends", base, "--language", language).code == 0
    assert run("init", "over.yaml", "--overlay", base, "--language", language).code == 0
    assert {fault.severity for name in ("mine", "over") for fault in check(f"{name}.yaml")} <= {"warning"}
    mine, over = ct.load("mine.yaml"), ct.load("over.yaml")
    assert (mine.id, mine.version) == ("mine", "0.1.0")
    assert over == ct.taxonomy(base)
    assert [category.when for category in mine] == [category.when for category in ct.taxonomy(base)]
    assert [change.place for change in revision(ct.taxonomy(base), mine).changes] == ["id"]


@pytest.mark.usefixtures("folder")
def test_labels_of_files_do_not_get_out_of_comments(run: Run) -> None:
    """A label with line ends and quotes, and a number that YAML readers differ about, start a file too."""
    Path("hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    for option, name in (("--extends", "mine.yaml"), ("--overlay", "over.yaml")):
        assert run("init", name, option, "hostile", "--with", "hostile.yaml").code == 0
        assert "\nid: evil" not in Path(name).read_text(encoding="utf-8")
    mine = ct.catalog().extended("hostile.yaml", "mine.yaml", "over.yaml")["mine"]
    assert mine.label("en") == "A: 'quoted' \\ \"one\" # no comment"
    assert mine.thresholds[0].value == 1e-7


@pytest.mark.usefixtures("folder")
def test_comments_name_the_file_as_it_is(run: Run) -> None:
    """A file may end in `.yml` too."""
    assert run("init", "loyalty-clubs.yml").code == 0
    text = Path("loyalty-clubs.yml").read_text(encoding="utf-8")
    assert "check loyalty-clubs.yml" in text
    assert ".yaml" not in text


@pytest.mark.usefixtures("folder")
def test_a_name_that_holds_the_name_of_the_template(run: Run) -> None:
    """Whatever the file is called, its comments name it."""
    assert run("init", "my-taxonomy-2.yaml").code == 0
    text = Path("my-taxonomy-2.yaml").read_text(encoding="utf-8")
    assert "check my-taxonomy-2.yaml" in text
    assert text.count("my-taxonomy") == text.count("my-taxonomy-2") == 3
