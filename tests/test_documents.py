"""What the documents show is what happens: their Python and console examples run here."""

import doctest
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
WRITTEN_BY_HAND = [path for path in DOCUMENTS if "catalog" not in path.parts]


def run_console(example: Example) -> None:
    """Run the commands of a console block and compare what they print."""
    expected: list[str] = []
    printed: list[str] = []
    for line in example.parsed.splitlines():
        expected.append(line)
        if line.startswith("$ "):
            printed.append(line)
            printed += _output(line.removeprefix("$ "), Path(example.namespace["folder"]))
    while printed and not printed[-1]:
        printed.pop()
    while expected and not expected[-1]:
        expected.pop()
    assert printed == expected


def _output(command: str, folder: Path) -> list[str]:
    program, *arguments = shlex.split(command)
    environment = {**os.environ, "LANG": "C.UTF-8", "COLUMNS": "80", "PYTHONUTF8": "1"}
    if program == "customer-types":
        run = [
            sys.executable,
            "-c",
            "import sys; from customer_types.cli import main; sys.exit(main())",
            *arguments,
        ]
    else:
        assert program == "cat"
        run = ["cat", *arguments]
    done = subprocess.run(run, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def write_file(example: Example) -> None:
    """Write a block that begins with `# file: NAME` to a file of that name."""
    first, _, rest = example.parsed.partition("\n")
    if first.startswith("# file: "):
        path = Path(example.namespace["folder"]) / first.removeprefix("# file: ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rest, encoding="utf-8")


class PythonParser(PythonCodeBlockParser):
    """Finds the examples in Python, and the files among them."""

    def __call__(self, document: Document) -> Iterator[Region]:
        """Give the examples; those that are files are written."""
        for region in super().__call__(document):
            if isinstance(region.parsed, str) and region.parsed.startswith("# file: "):
                region.evaluator = write_file
            yield region


def evaluate(path: Path, folder: Path) -> None:
    """Run the examples of a document in a folder."""
    sybil = Sybil(
        parsers=[
            PythonParser(doctest_optionflags=doctest.ELLIPSIS),
            CodeBlockParser(language="console", evaluator=run_console),
            CodeBlockParser(language="yaml", evaluator=write_file),
        ],
        path=str(ROOT),
    )
    document = sybil.parse(path)
    document.namespace["folder"] = str(folder)
    for example in document.examples():
        example.evaluate()


#: A document that has modules is run in a process of its own, so that it finds its own.
ALONE = (
    "import sys; from pathlib import Path; sys.path += [sys.argv[1], '.'];"
    "from tests.test_documents import evaluate; evaluate(Path(sys.argv[2]), Path())"
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of a document does what the document says."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    if "```python\n# file: " not in path.read_text(encoding="utf-8"):
        with patch.dict(os.environ):  # what a document sets is for itself
            evaluate(path, tmp_path)
        return
    run = [sys.executable, "-X", "utf8", "-W", "error", "-c", ALONE, str(ROOT), str(path)]
    done = subprocess.run(run, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_hand_written_documents_have_examples_that_are_found() -> None:
    """The parsers see the examples: a document without any would be passed over in silence."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("```python") == 2
    assert text.count("```console") == 4
    assert len(WRITTEN_BY_HAND) > 5


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file of the project leads to one that is there."""
    for part in path.read_text(encoding="utf-8").split("](")[1:]:
        target = part.partition(")")[0].partition("#")[0]
        if target and "://" not in target:
            assert (path.parent / target).exists(), target


MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "src").rglob("*.py")
)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of docstrings run, and write their files where nobody minds."""
    monkeypatch.chdir(tmp_path)
    __import__(name)
    result = doctest.testmod(sys.modules[name])
    assert not result.failed
