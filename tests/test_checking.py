"""Each file in `unproved/` can be read, and its proofs find exactly what lies beside it."""

import warnings
from pathlib import Path

import pytest
from tests.accepted import assert_accepted
from tests.test_bad_files import BAD, NAMES as BAD_NAMES, expected as expected_of_bad

import customer_types as ct
from customer_types._catalog.loading import load_mappings
from customer_types._checking.checking import check

UNPROVED = Path(__file__).parent / "unproved"
NAMES = sorted(path.stem for path in UNPROVED.glob("*.yaml"))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_breaks_its_promises_gives_its_report(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report has the place of the rule, the categories, their criteria's places and a witness."""
    monkeypatch.chdir(UNPROVED)
    faults = check(f"{name}.yaml")
    said = "".join(f"{fault.render(language)}\n" for fault in faults)
    assert_accepted(said, UNPROVED / f"{name}.{language}.txt")


@pytest.mark.parametrize("name", NAMES)
def test_such_a_file_loads(name: str) -> None:
    """Loading checks form, names and references; promises are for proofs."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        is_crosswalk = name.startswith(("crosswalk", "skos"))
        (load_mappings if is_crosswalk else ct.load)(UNPROVED / f"{name}.yaml")


@pytest.mark.parametrize("name", [name for name in BAD_NAMES if "error[" in expected_of_bad(name, "en")])
def test_a_file_that_cannot_be_read_has_the_faults_of_reading(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is proved of what can't be used."""
    monkeypatch.chdir(BAD)
    assert "".join(f"{fault.render()}\n" for fault in check(f"{name}.yaml")) == expected_of_bad(name, "en")


def test_files_that_start_from_one_another_come_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A circle of `extends` is told in a folder as in a catalog, and of a file by itself too."""
    monkeypatch.chdir(tmp_path)
    text = "id: {}\nversion: 0.1.0\nextends: {}\nlabel: {{en: T, fr: T}}\n"
    circles = {"one": {"a": "a"}, "two": {"a": "b", "b": "a"}, "three": {"a": "b", "b": "c", "c": "b"}}
    for folder, bases in circles.items():
        Path(folder).mkdir()
        for id, base in bases.items():
            Path(folder, f"{id}.yaml").write_text(text.format(id, base), encoding="utf-8")
        faults = check(folder)
        with pytest.raises(ct.LoadError) as refused:
            ct.catalog().extended(folder)
        assert faults == refused.value.faults
        assert {fault.code for fault in faults} == {"extends.cycle"}
        inside = [id for id in bases if id in bases.values()]
        assert [str(fault.location) for fault in faults] == [f"{folder}/{id}.yaml:3:10" for id in inside]
    (fault,) = check("one/a.yaml")
    assert fault.render().splitlines()[0] == (
        "one/a.yaml:3:10: error[extends.cycle]: extends: taxonomies build on one another in a circle: a → a; "
        "it starts from itself; name another taxonomy, or leave `extends` out"
    )


def test_a_file_may_start_from_the_taxonomy_whose_id_it_takes() -> None:
    """A file that is read by itself may bear any id, also that of what it starts from."""
    assert ct.loads("id: lifecycle\nversion: 9.0.0\nextends: lifecycle\n").version == "9.0.0"


def test_every_file_has_both_reports() -> None:
    """The folder has nothing but files and their two reports."""
    names = {f"{name}{suffix}" for name in NAMES for suffix in (".yaml", ".en.txt", ".fr.txt")}
    assert {path.name for path in UNPROVED.iterdir()} == names
