"""Schema and reader agree: on good files, on broken ones, and about what only a reader sees."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.property.test_reading import GOOD
from tests.reading.test_keys import FULL
from tests.schemas.editors import parsed
from tests.schemas.unseen import NEVER, PARTLY
from tests.schemas.verdicts import Verdicts, verdicts

from customer_types import schemas
from customer_types._catalog.shipped import folder

TESTS = Path(__file__).parents[1]
DOCS = TESTS.parent / "docs"
BAD = sorted((TESTS / "bad").glob("*.yaml"))


def good_files() -> Iterator[tuple[str, str]]:
    """Give all files that are read without a fault, with their names."""
    for file in folder().iterdir():
        if file.name.endswith(".yaml"):
            yield file.name, file.read_text(encoding="utf-8")
    for path in (*(TESTS / "unproved").glob("*.yaml"), *(DOCS / "examples").glob("*.yaml")):
        yield path.name, path.read_text(encoding="utf-8")
    for page in (DOCS / "how-to").glob("*.md"):
        for name, text in re.findall(r"```yaml\n# file: (\S+)\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            # Some are wrong on purpose, and some name facts of a file beside them.
            judged = verdicts(text)
            if judged is not None and not judged.codes:
                yield f"{page.name}: {name}", text
    yield "every key", FULL
    yield "every kind of place", GOOD


@pytest.mark.parametrize(("name", "text"), [pytest.param(*file, id=file[0]) for file in good_files()])
def test_what_a_reader_takes_a_schema_takes(name: str, text: str) -> None:
    """No schema finds fault with a file of this project, its documents or its tests that is good."""
    found = verdicts(text)
    assert found is not None, name
    assert found.codes == set()
    assert found.complaints == ()


def broken() -> dict[str, Verdicts]:
    """Judge the broken files that are YAML."""
    found = {}
    for path in BAD:
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        judged = verdicts(text)
        if judged is not None:
            found[path.stem] = judged
    return found


BROKEN = broken()


def test_faults_of_yaml_stand_before_a_schema() -> None:
    """The broken files that no schema gets to see are those whose faults are of YAML or of characters."""
    left_out = {path.stem for path in BAD} - set(BROKEN)
    assert len(BROKEN) > 60
    assert all(name.startswith(("yaml", "file", "text-bidi", "text-control")) for name in left_out)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_if_its_faults_can_be_seen(name: str) -> None:
    """A schema refuses a broken file, unless all its faults are of codes that a schema can't see."""
    found = BROKEN[name]
    assert found.complaints or found.codes <= {*NEVER, *PARTLY}


@pytest.mark.parametrize("name", BROKEN)
def test_an_editor_that_knows_draft_7_sees_the_same(name: str) -> None:
    """A validator of draft 7 finds as much as one of draft 2020-12."""
    found = BROKEN[name]
    older = Draft7Validator(json.loads(schemas.text(found.kind)))
    content = parsed((TESTS / "bad" / f"{name}.yaml").read_text(encoding="utf-8"))
    assert older.is_valid(content) is not bool(found.complaints)


def test_what_a_schema_never_sees_is_listed_exactly() -> None:
    """A code is listed if, and only if, no fault of it is seen in any broken file; another is always seen."""
    seen: dict[str, set[bool]] = defaultdict(set)
    for found in BROKEN.values():
        for fault in found.faults:
            if fault.severity == "error":
                seen[fault.code].add(found.sees(fault))
    assert {code for code, answers in seen.items() if answers == {False}} == set(NEVER)
    assert {code for code, answers in seen.items() if answers == {True, False}} <= set(PARTLY)
    assert {code for code, answers in seen.items() if True in answers} >= set(PARTLY)


@pytest.mark.parametrize("code", PARTLY)
def test_what_a_schema_sees_partly_is_listed_exactly(code: str) -> None:
    """Of a code that is listed so, there is a fault that a schema lets pass."""
    _, text = PARTLY[code]
    found = verdicts(text)
    assert found is not None
    assert found.codes == {code}
    assert found.complaints == ()


def test_warnings_are_no_faults_of_a_schema() -> None:
    """What is only doubtful is not marked: the reader takes `1.10`, `On` and `007` for text."""
    found = BROKEN["yaml-ambiguous-plain"]
    assert found.faults
    assert (found.codes, found.complaints) == (set(), ())
