"""The shipped files are the data of this project: in the installed package, or in its checkout."""

from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable

from customer_types._catalog.extensions import Extension
from customer_types._reading.documents import Document, decode

_SHARED_FILES = ("facts.yaml", "sources.yaml", "crosswalk.yaml")


def folder() -> Traversable:
    """Find the folder of the shipped files."""
    package = files("customer_types")
    installed = package / "taxonomies"
    if installed.is_dir():
        return installed
    return package.joinpath("..", "..", "taxonomies")


def shipped() -> Extension:
    """Give the shipped files; a taxonomy's is called by its id."""
    named = {file.name: file for file in folder().iterdir() if file.name.endswith(".yaml")}
    shared = {name: [partial(_opened, named.pop(name))] for name in _SHARED_FILES}
    return Extension(
        taxonomies={name.removesuffix(".yaml"): partial(_opened, named[name]) for name in sorted(named)},
        facts=[*shared["facts.yaml"]],
        sources=[*shared["sources.yaml"]],
        mappings=[*shared["crosswalk.yaml"]],
    )


def _opened(file: Traversable) -> Document:
    return decode(file.read_bytes(), file.name)
