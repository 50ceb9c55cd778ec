"""Loading makes a taxonomy of a user's file, checked in full against a catalog."""

import os
import warnings

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog as shipped
from customer_types._model.facts import Vocabulary
from customer_types._model.faults import Fault, LoadError, TaxonomyWarning
from customer_types._model.mappings import Mapping
from customer_types._model.taxonomies import Taxonomy
from customer_types._reading.documents import Document, decode, in_order, read_bytes
from customer_types._reading.files import (
    read_mappings,
    read_sources,
    read_taxonomy,
    read_vocabulary,
    shared_kind,
)
from customer_types._reading.yaml import parse


def load(path: str | os.PathLike[str], /, *, catalog: Catalog | None = None) -> Taxonomy:
    r"""Read a taxonomy from a file, which may build on those of a catalog.

    >>> from pathlib import Path
    >>> text = "overlay: lifecycle\nversion: 1.1.0\nthresholds: [{id: loyal_orders, value: 2}]"
    >>> _ = Path("furniture.yaml").write_text(text, encoding="utf-8")
    >>> load("furniture.yaml")
    <Taxonomy lifecycle: 5 categories>

    Raises `LoadError` with all faults of the file; what is only doubtful is a `TaxonomyWarning`.
    """
    name = os.fsdecode(path)
    return _read(decode(read_bytes(name), name), catalog)


def loads(text: str, /, *, catalog: Catalog | None = None) -> Taxonomy:
    """Read a taxonomy from a text, which may build on those of a catalog.

    >>> text = '''
    ... id: clubs
    ... version: 1.0.0
    ... label: {en: Clubs, fr: Clubs d’achat}
    ... categories:
    ...   - id: gold
    ...     label: {en: Gold member, fr: Membre or}
    ...     when: {orders: {min: 10}}
    ... '''
    >>> loads(text)["gold"].label("fr")
    'Membre or'

    Raises `LoadError` with all faults of the text.
    """
    return _read(Document(text.removeprefix("\ufeff"), "<text>"), catalog)


def _read(document: Document, catalog: Catalog | None) -> Taxonomy:
    taxonomy = read_taxonomy(document, shipped() if catalog is None else catalog)
    for fault in in_order([one for one in document.faults if not one.is_of_check]):
        warnings.warn(TaxonomyWarning(fault), stacklevel=3)
    return taxonomy


def faults_of(path: str | os.PathLike[str], /, *, catalog: Catalog | None = None) -> tuple[Fault, ...]:
    """List what is wrong or doubtful in a file, in file order; nothing is raised for it.

    A file of facts, of sources or of mappings is told from one of a taxonomy by its keys.
    """
    name = os.fsdecode(path)
    try:
        document = decode(read_bytes(name), name)
        match kind_of(name):
            case "taxonomy":
                read_taxonomy(document, shipped() if catalog is None else catalog)
            case "sources":
                read_sources(document)
            case "mappings":
                read_mappings(document, shipped() if catalog is None else catalog)
            case _:
                read_vocabulary(document)
    except LoadError as error:
        return error.faults
    return tuple(in_order(document.faults))


def kind_of(path: str | os.PathLike[str], /) -> str:
    """Tell whether a file is a `taxonomy`, or has `facts`, `sources` or `mappings` only.

    Raises `LoadError` if it can't be read.
    """
    name = os.fsdecode(path)
    return shared_kind(parse(decode(read_bytes(name), name))) or "taxonomy"


def load_vocabulary(path: str | os.PathLike[str], /) -> Vocabulary:
    """Read a file of facts. Raises `LoadError`."""
    name = os.fsdecode(path)
    return read_vocabulary(decode(read_bytes(name), name))


def load_mappings(path: str | os.PathLike[str], /, *, catalog: Catalog | None = None) -> tuple[Mapping, ...]:
    """Read a file of mappings between categories of a catalog. Raises `LoadError`."""
    name = os.fsdecode(path)
    return read_mappings(decode(read_bytes(name), name), shipped() if catalog is None else catalog)


def line_of(path: str | os.PathLike[str], line: int, /) -> str | None:
    """Give a line of a file, counted from 1; `None` if the file can no longer be read."""
    name = os.fsdecode(path)
    try:
        return decode(read_bytes(name), name).line(line)
    except LoadError:
        return None
