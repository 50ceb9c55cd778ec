"""The façade: one table of names, and nothing read or imported before it is wanted."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import customer_types as ct

SOURCE = ast.parse(Path(ct.__file__).read_text(encoding="utf-8"))
EXTRAS = {"click", "rich", "narwhals", "sqlglot", "rdflib", "z3", "hypothesis"}
HEAVY = {"yaml", "cattrs"}


def run(code: str) -> list[str]:
    """Run code in a process of its own and give the lines that it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def literal(name: str) -> ast.expr:
    """Give the literal that a name of the façade is assigned."""
    for node in SOURCE.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=id)], value=value) if id == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=id), value=ast.expr() as value) if id == name:
                return value
    raise AssertionError(name)


def type_checked() -> dict[str, str]:
    """Give the names that type checkers see, each with its module."""
    block = next(node for node in SOURCE.body if isinstance(node, ast.If))
    assert ast.unparse(block.test) == "TYPE_CHECKING"
    found = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        for alias in node.names:
            assert alias.asname == alias.name, f"{alias.name} is not exported by its own name"
            found[alias.name] = str(node.module)
    return found


# ---- the table ---------------------------------------------------------------------------------


def test_the_table_the_imports_and_all_agree() -> None:
    """The literal table, the imports for type checkers and `__all__` have the same names and modules."""
    table = ast.literal_eval(literal("_MODULES"))
    assert table == type_checked()
    assert ast.literal_eval(literal("__all__")) == sorted(table)


def test_the_table_is_sorted() -> None:
    """Names stand in order, so that nobody adds one twice."""
    written = literal("_MODULES")
    assert isinstance(written, ast.Dict)
    keys = [key.value for key in written.keys if isinstance(key, ast.Constant)]
    assert keys == sorted(set(keys), key=str)
    assert 20 <= len(keys) <= 60


@pytest.mark.parametrize("name", ct.__all__)
def test_every_name_is_there(name: str) -> None:
    """A name of the façade is the object of its module, and has a docstring."""
    module = importlib.import_module(type_checked()[name])
    assert getattr(ct, name) is getattr(module, name)
    assert getattr(ct, name).__doc__


def test_the_public_interface_is_there() -> None:
    """The names that others build on are on the façade."""
    wanted = """
        Catalog Taxonomy Category Classification LabelMatch catalog taxonomy category classify classify_all
        resolve translate facts_from_orders load loads dumps CustomerTypesError LoadError UnknownIdError
        UnknownLabelError AmbiguousLabelError MissingLanguageError MissingExtraError SeveralAnswersError
    """
    assert set(wanted.split()) <= set(ct.__all__)


def test_dir_lists_what_can_be_asked_for() -> None:
    """`dir` has every name, also before it was used, and each can be had."""
    listed = run(
        "import customer_types as ct; before = dir(ct); print(*before);"
        "print(all(hasattr(ct, name) for name in before)); print(set(ct.__all__) <= set(before))"
    )
    assert set(ct.__all__) <= set(listed[0].split())
    assert listed[1:] == ["True", "True"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    """What is not in the table is not there, as in any module."""
    with pytest.raises(AttributeError, match=r"^module 'customer_types' has no attribute 'clasify'$"):
        _ = ct.clasify  # type: ignore[attr-defined]  # a type checker sees it too
    assert not hasattr(ct, "__wrapped__")


def test_star_imports_work() -> None:
    """`from customer_types import *` brings every name."""
    assert run("from customer_types import *; print(classify({'orders': 0}, taxonomy('lifecycle')))") == [
        "<Classification lifecycle: potential>"
    ]


def test_a_name_is_looked_up_once() -> None:
    """After its first use a name is an attribute like any other."""
    assert run(
        "import customer_types as ct; print('classify' in vars(ct));"
        "ct.classify; print('classify' in vars(ct))"
    ) == ["False", "True"]


# ---- what an import costs ----------------------------------------------------------------------


def test_the_import_loads_nothing_heavy() -> None:
    """`import customer_types` loads no YAML, no cattrs, no attrs classes and no extra."""
    (loaded,) = run("import sys, customer_types; print(*{name.partition('.')[0] for name in sys.modules})")
    assert not set(loaded.split()) & (EXTRAS | HEAVY)


def test_using_the_library_loads_no_extra() -> None:
    """Labels, translations, classifications, orders and files of one's own need no extra."""
    (loaded,) = run("""
import sys
import customer_types as ct
ct.translate("clients perdus", to="en")
ct.classify_all(ct.facts_from_orders([("1998-01-02", 5)], as_of="1998-06-30"))["lifecycle"].explain("fr")
ct.loads(ct.dumps(ct.taxonomy("lifecycle")))
print(*{name.partition(".")[0] for name in sys.modules})
""")
    assert not set(loaded.split()) & EXTRAS


OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, arguments: event == "open" and opened.append(str(arguments[0])))
import customer_types as ct
{code}
print(*sorted(path.replace("\\\\", "/").rpartition("/")[2] for path in opened if path.endswith(".yaml")))
"""


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("pass", ""),
        ("ct.catalog()", ""),
        ("ct.catalog().ids, len(ct.catalog()), repr(ct.catalog()), 'lifecycle' in ct.catalog()", ""),
        ("ct.category('lifecycle/loyal').label('fr', count=2)", "lifecycle.yaml"),
        ("ct.taxonomy('lifecycle')['loyal'].definition('en')", "lifecycle.yaml"),
        ("ct.category('lifecycle/loyal'); ct.category('lifecycle/lost')", "lifecycle.yaml"),
        ("ct.catalog().facts['orders'].label('fr')", "facts.yaml"),
        ("ct.classify({'orders': 0}, ct.taxonomy('lifecycle'))", "facts.yaml lifecycle.yaml"),
        ("ct.facts_from_orders([], as_of='1998-06-30')", ""),
    ],
)
def test_only_what_is_asked_for_is_read(code: str, files: str) -> None:
    """Each file of the catalog is opened when something of it is wanted, and once."""
    assert run(OPENED.format(code=code)) == [files]


def test_reading_all_opens_each_file_once() -> None:
    """A search over all labels reads each of the twelve files once."""
    (opened,) = run(OPENED.format(code="ct.resolve('habituees'); ct.resolve('lost'); list(ct.catalog())"))
    assert opened.split() == sorted(f"{id}.yaml" for id in ct.catalog().ids)
