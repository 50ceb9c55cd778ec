"""The package comes with its data, and with all of it.

A misspelt folder in the configuration of the build ships a wheel without taxonomies, and without a
word. These tests build nothing: they look at the package that is installed, be it from a wheel or
from the checkout.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from customer_types import catalog
from customer_types._catalog.shipped import folder

SHIPPED = {
    "business-relations.yaml",
    "buying-habits.yaml",
    "customer-and-consumer.yaml",
    "customer-categories.yaml",
    "crosswalk.yaml",
    "facts.yaml",
    "household-registration.yaml",
    "investor-profiles.yaml",
    "lifecycle.yaml",
    "market-roles.yaml",
    "relationship-types.yaml",
    "segmentation-bases.yaml",
    "sources.yaml",
    "status-and-activity.yaml",
    "supply-chain-positions.yaml",
}
CHECKOUT = Path(__file__).parents[1] / "taxonomies"


def _names(place: Traversable) -> set[str]:
    return {file.name for file in place.iterdir() if file.name.endswith((".yaml", ".yml"))}


def test_the_package_has_exactly_the_shipped_files() -> None:
    """The twelve taxonomies, the facts and the sources are in the installed package, and nothing else."""
    assert _names(folder()) == SHIPPED
    assert set(catalog().ids) == {
        name.removesuffix(".yaml") for name in SHIPPED - {"facts.yaml", "sources.yaml", "crosswalk.yaml"}
    }


def test_the_package_has_its_own_files_before_those_of_a_checkout() -> None:
    """Where a wheel is installed its own files are read, else those of the checkout that it runs from."""
    installed = files("customer_types") / "taxonomies"
    expected = _names(installed) if installed.is_dir() else _names(CHECKOUT)
    assert expected == SHIPPED


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_an_installed_file_is_that_of_the_checkout(name: str) -> None:
    """What is installed and tested is what the checkout has, byte for byte."""
    assert (folder() / name).read_bytes() == (CHECKOUT / name).read_bytes()


def test_the_package_has_the_schemas() -> None:
    """Editors can be given the schema of each kind of file."""
    there = {file.name for file in files("customer_types.schemas").iterdir() if file.name.endswith(".json")}
    assert there == {
        "taxonomy.schema.json",
        "facts.schema.json",
        "sources.schema.json",
        "crosswalk.schema.json",
    }


def test_the_package_is_typed() -> None:
    """Type checkers find the marker that says that the package has types."""
    assert (files("customer_types") / "py.typed").is_file()
