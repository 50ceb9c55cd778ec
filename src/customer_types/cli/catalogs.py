"""The catalog of a command is the shipped one with what `--with` adds; `--alone` starts from nothing."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import click

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.loading import load
from customer_types._catalog.lookups import catalog as shipped
from customer_types._model.faults import TaxonomyWarning
from customer_types._model.taxonomies import Taxonomy
from customer_types.cli import output
from customer_types.cli.spoken import language

_WITH = "customer_types.with"
_ALONE = "customer_types.alone"
_CATALOG = "customer_types.catalog"
_READ = "customer_types.read"


def set_with(context: click.Context, _: click.Parameter, paths: tuple[str, ...]) -> None:
    """Note which files and folders a command adds to the catalog."""
    context.meta[_WITH] = paths


def set_alone(context: click.Context, _: click.Parameter, alone: bool) -> None:  # noqa: FBT001  # click's
    """Note whether a command leaves the shipped catalog aside."""
    context.meta[_ALONE] = alone


def catalog() -> Catalog:
    """Give the catalog in which the command that runs looks things up; what is doubtful in it is said."""
    meta = click.get_current_context().meta
    if _CATALOG not in meta:
        base = Catalog() if meta.get(_ALONE) else shipped()
        paths = meta.get(_WITH, ())
        with spoken_doubts():
            meta[_CATALOG] = base.extended(*paths) if paths else base
    found = meta[_CATALOG]
    assert isinstance(found, Catalog)
    return found


def taxonomy_of(name: str) -> Taxonomy:
    """Give the taxonomy of an id or of a file; what is doubtful in a file is said."""
    if not re.search(r"[./\\]", name):
        return catalog()[name]
    click.get_current_context().meta.setdefault(_READ, []).append(name)
    with spoken_doubts():
        return load(name, catalog=catalog())


def files_read() -> list[str]:
    """List the files and folders of taxonomies that the command that runs has read."""
    meta = click.get_current_context().meta
    return [*meta.get(_WITH, ()), *meta.get(_READ, ())]


@contextmanager
def spoken_doubts() -> Iterator[None]:
    """Say what is doubtful in files that are read meanwhile, in the language to speak."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    for warning in caught:
        if isinstance(warning.message, TaxonomyWarning):
            output.problem(warning.message.fault.render(language()))
        else:
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)
