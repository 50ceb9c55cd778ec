"""Plug-ins: packages that bring taxonomies, from the how-to that shows one to what can be wrong with them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import customer_types as ct
from customer_types import LoadError
from customer_types._catalog.shipped import shipped

ROOT = Path(__file__).parents[1]
HOW_TO = (ROOT / "docs" / "how-to" / "publish-a-taxonomy.md").read_text(encoding="utf-8")
CLUBS = """\
id: acme-clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - {id: gold, label: {en: Gold, fr: Or}, when: {orders: {min: 10}}}
"""


def run(*arguments: str, where: Path, path: Path | None = None) -> str:
    """Run Python in a folder, with packages of another one, and give what it prints."""
    environment = {**os.environ, "PYTHONUTF8": "1", "LANG": "C.UTF-8", "PYTHONPATH": str(path or "")}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=where, env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the package of the how-to, and install it in a folder."""
    package, site = tmp_path_factory.mktemp("package"), tmp_path_factory.mktemp("site")
    (package / "src" / "acme_customers" / "taxonomies").mkdir(parents=True)
    (package / "src" / "acme_customers" / "__init__.py").write_text("raise ImportError('no code runs')\n")
    for name, text in re.findall(r"```\w+\n# file: (\S+)\n(.*?)```", HOW_TO, re.DOTALL):
        (package / name).write_text(text, encoding="utf-8")
    run("-m", "hatchling", "build", "-t", "wheel", where=package)
    (wheel,) = (package / "dist").iterdir()
    run(
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
        str(wheel),
        where=package,
    )
    return site


def test_the_package_of_the_how_to_works(site: Path, tmp_path: Path) -> None:
    """The package that the how-to shows can be built and installed, and then does what the how-to says."""
    (shown,) = re.findall(r"```pycon\n(.*?)```", HOW_TO, re.DOTALL)
    (tmp_path / "shown.txt").write_text(shown, encoding="utf-8")
    run("-m", "doctest", "shown.txt", where=tmp_path, path=site)
    (command, printed) = re.findall(r"```text\n\$ customer-types (.*?)\n(.*?)```", HOW_TO, re.DOTALL)[0]
    assert command == 'translate "piliers du club" --to en'
    program = "import sys; from customer_types.cli import main; sys.exit(main())"
    arguments = ("translate", "piliers du club", "--to", "en")
    assert run("-c", program, *arguments, where=tmp_path, path=site) == printed


def test_what_is_plugged_in_is_pickled_by_value(site: Path, tmp_path: Path) -> None:
    """A catalog with plug-ins can be read where they are not installed, and is asked for once."""
    program = """
import pickle, sys, threading
import customer_types as ct
found = []
threads = [threading.Thread(target=lambda: found.append(ct.catalog())) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len({*map(id, found)}) == 1
sys.stdout.write(pickle.dumps(ct.catalog()).hex())
"""
    written = run("-c", program, where=tmp_path, path=site)
    reader = "import pickle, sys; print(*pickle.loads(bytes.fromhex(sys.argv[1]))['acme-clubs'])"
    assert run("-c", reader, written, where=tmp_path).split()[1] == "acme-clubs/guest>"
    assert "acme-clubs" not in ct.catalog()


def plug_in(site: Path, name: str = "acme", value: str = "acme_customers.taxonomies", **files: str) -> None:
    """Install a package by hand."""
    folder = site / f"{name}_customers" / "taxonomies"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("")
    for file, text in files.items():
        (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
    about = site / f"{name}_customers-2.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-customers\nVersion: 2.0\n")
    (about / "entry_points.txt").write_text(f"[customer_types.taxonomies]\n{name} = {value}\n")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder whose packages are installed, as long as the test lasts."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def faults() -> tuple[ct.Fault, ...]:
    """Give the faults of the plug-ins that are installed now."""
    with pytest.raises(LoadError) as caught:
        ct.Catalog(shipped()).with_plugins()
    return caught.value.faults


@pytest.mark.parametrize(
    ("value", "files", "code"),
    [
        ("acme_customers/taxonomies", {}, "plugin.no-folder"),
        ("acme_customers.taxonomy", {}, "plugin.no-folder"),
        ("no_such_package.taxonomies", {}, "plugin.no-folder"),
        ("..", {}, "plugin.no-folder"),
        ("json.decoder", {}, "plugin.no-folder"),
        ("sys", {}, "plugin.no-folder"),
        ("acme_customers./tmp", {}, "plugin.no-folder"),
        ("acme_customers.taxonomies", {}, "file.no-yaml"),
        ("acme_customers.taxonomies", {"clubs": CLUBS.replace("id: gold", "id: yes")}, "id.reserved"),
        ("acme_customers.taxonomies", {"clubs": "overlay: lifecycle\n"}, "plugin.overlay"),
        ("acme_customers.taxonomies", {"clubs": CLUBS.replace("acme-clubs", "lifecycle")}, "catalog.taken"),
        ("acme_customers.taxonomies", {"clubs": "- no\n- taxonomy\n"}, "schema.type"),
        ("acme_customers.taxonomies", {"clubs": "a: &b c\n"}, "yaml.anchor"),
    ],
)
def test_faults_name_the_package(here: Path, value: str, files: dict[str, str], code: str) -> None:
    """What is wrong with a plug-in is told with the package that it came with, and how to get rid of it."""
    plug_in(here, value=value, **files)
    fault = next(one for one in faults() if one.code == code)
    where = str(here / "acme_customers" / "taxonomies" / "clubs.yaml") if files else value
    assert fault.location.path == where
    for language, cure in {
        "en": "fix that, or uninstall it",
        "fr": "corrigez-le ou désinstallez-le",
    }.items():
        hint = fault.hint(language)
        assert hint is not None
        assert "`acme-customers 2.0`" in hint
        assert hint.endswith(cure)


def test_what_is_no_file_is_no_part_of_a_plug_in(here: Path) -> None:
    """A folder and a link to nothing that are called like files are passed over."""
    plug_in(here, clubs=CLUBS)
    folder = here / "acme_customers" / "taxonomies"
    (folder / "folder.yaml").mkdir()
    (folder / "link.yaml").symlink_to(folder / "nothing.yaml")
    assert "acme-clubs" in ct.Catalog(shipped()).with_plugins()


def test_two_packages_with_the_same_id(here: Path) -> None:
    """Two packages that bring the same taxonomy are told apart by both their files."""
    plug_in(here, clubs=CLUBS)
    plug_in(here, name="bolt", value="bolt_customers.taxonomies", clubs=CLUBS)
    (fault,) = faults()
    assert (fault.code, fault.location.line) == ("catalog.taken", 1)
    assert "bolt_customers" in fault.location.path
    assert "acme_customers" in fault.message()


def test_plug_ins_are_read_once_and_change_no_catalog_that_there_is(here: Path) -> None:
    """A catalog without plug-ins is itself; with some, it gives the same one each time."""
    bare = ct.Catalog(shipped())
    plug_in(here, clubs=CLUBS)
    with_plugins = bare.with_plugins()
    assert with_plugins is bare.with_plugins()
    assert ("acme-clubs" in with_plugins, "acme-clubs" in bare) == (True, False)
    assert len(with_plugins) == len(bare) + 1
