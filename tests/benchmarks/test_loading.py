"""Loading files with all checks, against the bare walk of their YAML events; and the import."""

import subprocess
import sys
from contextlib import suppress
from importlib.resources.abc import Traversable

import pytest
import yaml
from pytest_benchmark.fixture import BenchmarkFixture

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog
from customer_types._catalog.shipped import folder, shipped
from customer_types._model.faults import LoadError
from customer_types._reading.documents import Document, decode
from customer_types._reading.files import read_taxonomy
from customer_types._reading.yaml import parse

FILES = [folder() / f"{id}.yaml" for id in catalog().ids]
CONTENTS = [file.read_bytes() for file in FILES]


@pytest.mark.benchmark(group="the twelve files")
def test_bare_events(benchmark: BenchmarkFixture) -> None:
    """The floor: PyYAML's events of the twelve files."""

    def run() -> None:
        for content in CONTENTS:
            for _ in yaml.parse(content.decode(), Loader=yaml.CSafeLoader):
                pass

    benchmark(run)


@pytest.mark.benchmark(group="the twelve files")
def test_nodes(benchmark: BenchmarkFixture) -> None:
    """A tree of nodes with positions."""

    def run() -> None:
        for content in CONTENTS:
            parse(Document(content.decode(), "x"))

    benchmark(run)


@pytest.mark.benchmark(group="the twelve files")
def test_taxonomies(benchmark: BenchmarkFixture) -> None:
    """The taxonomies, with all checks (aim: 5 times the bare walk)."""
    checked = catalog()
    assert checked.facts
    assert checked.sources

    def run() -> None:
        for content in CONTENTS:
            read_taxonomy(decode(content, "x"), checked)

    benchmark(run)


@pytest.mark.benchmark(group="the twelve files")
def test_yaml_safe_load(benchmark: BenchmarkFixture) -> None:
    """For comparison: dictionaries without positions or checks, by PyYAML's C loader."""

    def run() -> None:
        for content in CONTENTS:
            yaml.load(content.decode(), Loader=yaml.CSafeLoader)  # the safe loader in C

    benchmark(run)


@pytest.mark.benchmark(group="the first label")
def test_first_label(benchmark: BenchmarkFixture) -> None:
    """The first label of a new catalog."""

    def run() -> str:
        return Catalog(shipped()).category("lifecycle/loyal").label("fr")

    assert benchmark(run) == "Client fidèle"


@pytest.mark.benchmark(group="the first label")
def test_one_file(benchmark: BenchmarkFixture) -> None:
    """Reading that one file with all checks (the aim for the first label)."""
    file: Traversable = folder() / "lifecycle.yaml"

    benchmark(lambda: read_taxonomy(decode(file.read_bytes(), "lifecycle.yaml"), catalog()))


def _large(kind: str) -> str:
    """Make a file of nearly 1 MiB: of good categories, of one long list, of faults."""
    head = "id: large\nversion: 1.0.0\nlabel: {en: Large, fr: Grand}\ncategories:\n"
    if kind == "list":
        return head + "  [" + "a," * 520_000 + "a]\n"
    fault = "" if kind == "categories" else "    lable: x\n"
    one = (
        "  - id: c{n}\n    label: {{en: Label {n}, fr: Nom {n}}}\n{fault}    when: {{orders: {{min: {n}}}}}\n"
    )
    filled = "    # " + "x" * 250 + "\n"
    return head + "".join(one.format(n=number, fault=fault) + filled for number in range(2_600))


@pytest.mark.benchmark(group="1 MiB (aim: 250 ms)")
@pytest.mark.parametrize("kind", ["categories", "list", "faults"])
def test_large_files(benchmark: BenchmarkFixture, kind: str) -> None:
    """Files as large as may be are read, or refused, in time."""
    text = _large(kind)

    def run() -> None:
        with suppress(LoadError):
            read_taxonomy(Document(text, "large.yaml"), catalog())

    benchmark.pedantic(run, rounds=5)  # type: ignore[no-untyped-call]


def _cold(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.benchmark(group="import, in a process of its own")
@pytest.mark.parametrize("code", ["pass", "import attrs", "import customer_types"])
def test_import(benchmark: BenchmarkFixture, code: str) -> None:
    """A process that imports (aim: within 10 ms of `import attrs`)."""
    benchmark.pedantic(_cold, (code,), rounds=20, warmup_rounds=2)  # type: ignore[no-untyped-call]
