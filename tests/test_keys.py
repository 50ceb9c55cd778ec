"""The shipped constants: what the catalog has today, and usable wherever a key is."""

import ast
import copy
import pickle
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest

import customer_types as ct
from customer_types import frames, keys
from customer_types.constants import module
from customer_types.keys import CustomerCategories, Lifecycle

FACTS = {"orders": 5, "orders_365d": 4, "days_since_first_order": 400, "days_since_last_order": 20}


def test_the_shipped_module_is_what_the_catalog_says_now() -> None:
    """The module has the ids, labels and definitions of today."""
    written = Path(keys.__file__).read_text(encoding="utf-8")
    assert written == module(ct.catalog()), (
        "customer-types codegen --language en --out src/customer_types/keys.py"
    )


def test_every_id_is_there() -> None:
    """The types list all taxonomies, categories and facts of the catalog."""
    assert get_args(keys.TaxonomyId) == ct.catalog().ids
    assert get_args(keys.CategoryKey) == tuple(one.key for taxonomy in ct.catalog() for one in taxonomy)
    assert get_args(keys.FactId) == tuple(ct.catalog().facts)
    assert get_args(keys.LifecycleId) == ("potential", "new", "active", "loyal", "lost")


def test_a_constant_is_its_key() -> None:
    """A constant is equal to the key as text, and knows the two ids that it is made of."""
    assert ct.category("lifecycle/loyal").key == Lifecycle.LOYAL
    assert f"{Lifecycle.LOYAL}" == "lifecycle/loyal"
    assert (Lifecycle.LOYAL.taxonomy, Lifecycle.LOYAL.id) == ("lifecycle", "loyal")
    assert Lifecycle(ct.category("lifecycle/loyal").key) is Lifecycle.LOYAL
    assert pickle.loads(pickle.dumps(Lifecycle.LOYAL)) is copy.deepcopy(Lifecycle.LOYAL) is Lifecycle.LOYAL


def test_a_constant_goes_wherever_a_key_goes() -> None:
    """Catalogs, taxonomies, verdicts, proofs and ways take a constant as it is."""
    lifecycle = ct.taxonomy("lifecycle")
    loyal = ct.category(Lifecycle.LOYAL)
    assert loyal is lifecycle["loyal"] is lifecycle[Lifecycle.LOYAL]
    assert Lifecycle.LOYAL in lifecycle
    assert Lifecycle.LOYAL in ct.catalog()
    result = ct.classify(FACTS, lifecycle)
    assert (result.verdicts[Lifecycle.LOYAL], result.verdicts[Lifecycle.LOST]) == (True, False)
    assert result.ways_out_of(Lifecycle.LOYAL) == result.ways_out_of("loyal")
    report = ct.verify(lifecycle)
    assert report.relation(Lifecycle.NEW, Lifecycle.LOYAL) is report.relation("new", "loyal")
    assert ct.compare(Lifecycle.LOST, "relationship-types/lost") == ct.compare(
        "lifecycle/lost", "relationship-types/lost"
    )
    assert ct.crosswalk(Lifecycle.LOST) == ct.crosswalk("lifecycle/lost")
    assert ct.identify(Lifecycle.LOYAL) is ct.identify(Lifecycle.LOYAL, taxonomy="lifecycle") is loyal


def test_a_constant_of_another_taxonomy_is_an_error() -> None:
    """Ids of two taxonomies may be the same text, and keys never are."""
    lifecycle = ct.taxonomy("lifecycle")
    assert CustomerCategories.LOYAL not in lifecycle
    result = ct.classify(FACTS, lifecycle)
    assert CustomerCategories.LOYAL not in result.verdicts
    for ask in (lifecycle.__getitem__, result.verdicts.__getitem__, result.ways_into):
        with pytest.raises(ct.UnknownIdError, match="did you mean `loyal`"):
            ask(CustomerCategories.LOYAL)


def test_constants_in_a_frame() -> None:
    """Columns of verdicts are called as constants are; a column of ids is compared with the id."""
    table = pd.DataFrame([FACTS, {"orders": 0}]).convert_dtypes()
    lifecycle = ct.taxonomy("lifecycle")
    verdicts = frames.classify(table, lifecycle)
    assert verdicts[Lifecycle.LOYAL].tolist() == [True, False]
    ids = frames.category(table, lifecycle)["lifecycle"]
    assert (ids == Lifecycle.LOYAL.id).tolist() == [True, False]
    mine = pd.Series(["lifecycle/loyal", "lifecycle/lost"])
    assert (mine == Lifecycle.LOYAL).tolist() == [True, False]
    assert mine.map({Lifecycle.LOYAL: 1, Lifecycle.LOST: 2}).tolist() == [1, 2]


def test_every_constant_says_what_it_is() -> None:
    """Under each constant stands the label and the definition, where editors look for them."""
    for node in ast.parse(Path(keys.__file__).read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef) or node.name == "_Key":
            continue
        _, *body = node.body
        for assigned, said in zip(body[::2], body[1::2], strict=True):
            assert isinstance(assigned, ast.Assign)
            assert isinstance(said, ast.Expr)
            category = ct.category(ast.literal_eval(assigned.value))
            label, *rest = ast.literal_eval(said.value).split("\n", 1)
            assert label == f"{category.label('en')}."
            assert " ".join(" ".join(rest).split()) == category.definition("en")


def test_the_constants_read_no_file() -> None:
    """The module can be had without the catalog, attrs or YAML: it costs next to nothing."""
    code = "import sys, customer_types.keys; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"attr", "yaml", "customer_types._catalog.catalogs", "customer_types._catalog.lookups"} & {
        *done.stdout.split()
    }
