"""Parts that need other packages say which extra brings them."""

import subprocess
import sys

import pytest

FRAME = (
    "import pandas, warnings; warnings.simplefilter('ignore');"
    " from customer_types import frames, taxonomy;"
    " frames.classify(pandas.DataFrame({'orders': [1]}), taxonomy('lifecycle'))"
)


@pytest.mark.parametrize(
    ("package", "extra", "use"),
    [
        ("narwhals", "frames", "import customer_types.frames"),
        ("narwhals", "frames", "from customer_types import frames"),
        ("pyarrow", "arrow", FRAME),
        ("sqlglot", "sql", "import customer_types.sql"),
        ("rdflib", "skos", "import customer_types.skos"),
        ("rdflib", "skos", "from customer_types import skos"),
        ("polib", "sheets", "import customer_types.sheets"),
        ("polib", "sheets", "from customer_types import sheets"),
        ("hypothesis", "strategies", "import customer_types.strategies"),
        ("pytest", "testing", "import customer_types.testing"),
        ("matplotlib", "plot", "import customer_types._showing.pictures"),
        ("z3", "z3", "ct.verify(ct.taxonomy('lifecycle'), solver='z3')"),
    ],
)
def test_without_its_package_the_extra_is_named(package: str, extra: str, use: str) -> None:
    """Whoever uses a part without its packages reads what to install, in two languages."""
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "import customer_types as ct\n"
        "try:\n"
        f"    {use}\n"
        "except ct.MissingExtraError as error:\n"
        "    print(error.extra, isinstance(error, ImportError))\n"
        "    print(error)\n"
        "    print(error.render('fr'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    command = f"pip install 'customer-types[{extra}]'"
    assert done.stdout.splitlines() == [
        f"{extra} True",
        f"this part needs more packages: {command}",
        f"il manque des paquets\u00a0: {command}",
    ]


@pytest.mark.parametrize(
    "module",
    [
        "customer_types.frames",
        "customer_types.sheets",
        "customer_types.skos",
        "customer_types.sql",
        "customer_types.strategies",
        "customer_types.testing",
        "customer_types._showing.pictures",
    ],
)
def test_other_modules_that_are_missing_are_not_hidden(module: str) -> None:
    """What no extra brings is told as it is."""
    own = (
        "customer_types._model.facts"
        if module != "customer_types._showing.pictures"
        else "customer_types._proving.findings"
    )
    code = (
        f"import sys; sys.modules[{own!r}] = None\n"
        "try:\n"
        f"    import {module}\n"
        "except ModuleNotFoundError as error:\n"
        "    print(error.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == own
