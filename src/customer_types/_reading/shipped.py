"""The shipped files are the data of this project: in the installed package, or in its checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable

#: Files that are no taxonomies.
SHARED_FILES = frozenset({"facts.yaml", "sources.yaml", "crosswalk.yaml"})


def folder() -> Traversable:
    """Find the folder of the shipped files."""
    package = files("customer_types")
    installed = package / "taxonomies"
    if installed.is_dir():
        return installed
    return package.joinpath("..", "..", "taxonomies")


def taxonomy_files() -> dict[str, Traversable]:
    """List the shipped files of taxonomies by taxonomy id, which is the file's name."""
    named = {file.name: file for file in folder().iterdir()}
    return {
        name.removesuffix(".yaml"): named[name]
        for name in sorted(named)
        if name.endswith(".yaml") and name not in SHARED_FILES
    }
