"""A catalog is an immutable set of taxonomies, with the facts and sources that they share.

The shipped catalog reads a file when something of it is wanted. What is read is published by one
assignment, so that threads may read a file twice and always get the same object.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from customer_types._reading.documents import decode
from customer_types._reading.files import read_mappings, read_sources, read_taxonomy, read_vocabulary
from customer_types._reading.shipped import folder, taxonomy_files
from customer_types.categories import Category, Source, Taxonomy
from customer_types.errors import UnknownIdError
from customer_types.facts import Fact, Vocabulary
from customer_types.frozen import FrozenMap
from customer_types.mappings import Mapping
from customer_types.suggestions import closest


class Catalog:
    """An immutable set of taxonomies.

    Iterating gives the taxonomies by id in alphabetical order; `catalog["lifecycle"]` is one of
    them, and `"lifecycle/loyal" in catalog` asks for a category.
    """

    __slots__ = ("__weakref__", "_files", "_read")

    def __init__(self, files: dict[str, Traversable]) -> None:
        self._files = files
        self._read: dict[str, Any] = {}

    def __iter__(self) -> Iterator[Taxonomy]:
        return map(self.__getitem__, self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Taxonomy):
            return key.id in self._files and self[key.id] == key
        if isinstance(key, Category):
            key = key.key
        if not isinstance(key, str):
            return False
        taxonomy, slash, category = key.partition("/")
        return taxonomy in self._files and (not slash or category in self[taxonomy])

    def __getitem__(self, taxonomy: str) -> Taxonomy:
        file = self._files.get(taxonomy)
        if file is None:
            raise UnknownIdError("taxonomy", taxonomy, closest(taxonomy, self._files))
        found = self._read.get(taxonomy)
        if found is None:
            document = decode(file.read_bytes(), file.name)
            found = self._read.setdefault(taxonomy, read_taxonomy(document, self, trusted=True))
        assert isinstance(found, Taxonomy)
        return found

    def category(self, key: str) -> Category:
        """Give the category of a key such as `lifecycle/loyal`.

        Raises `UnknownIdError`, a KeyError, with a suggestion.
        """
        taxonomy, slash, category = key.partition("/")
        if not slash:
            similar = [one.key for known in self for one in known if one.id == key]
            raise UnknownIdError("category", key, similar or closest(key, self._keys()))
        return self[taxonomy][category]

    def _keys(self) -> list[str]:
        return [category.key for taxonomy in self for category in taxonomy]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the taxonomies; no file is read for them."""
        return tuple(self._files)

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that the taxonomies share, with their units and invariants."""
        found = self._read.get("facts.yaml")
        if found is None:
            document = decode((folder() / "facts.yaml").read_bytes(), "facts.yaml")
            found = self._read.setdefault("facts.yaml", read_vocabulary(document))
        assert isinstance(found, Vocabulary)
        return found

    @property
    def facts(self) -> FrozenMap[str, Fact]:
        """The facts by id: `catalog.facts["orders"]`."""
        return self.vocabulary.facts

    @property
    def sources(self) -> FrozenMap[str, Source]:
        """The documents that statements come from, by id."""
        found = self._read.get("sources.yaml")
        if found is None:
            document = decode((folder() / "sources.yaml").read_bytes(), "sources.yaml")
            found = self._read.setdefault("sources.yaml", read_sources(document))
        assert isinstance(found, FrozenMap)
        return found

    @property
    def mappings(self) -> tuple[Mapping, ...]:
        """The mappings between categories of different taxonomies."""
        found = self._read.get("crosswalk.yaml")
        if found is None:
            document = decode((folder() / "crosswalk.yaml").read_bytes(), "crosswalk.yaml")
            found = self._read.setdefault("crosswalk.yaml", read_mappings(document, self))
        assert isinstance(found, tuple)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return catalog, ()

    def __repr__(self) -> str:
        return f"<Catalog: {len(self)} taxonomies>"


@cache
def _shipped() -> Catalog:
    return Catalog(taxonomy_files())


def catalog() -> Catalog:
    """Give the catalog of the shipped taxonomies.

    >>> catalog()["lifecycle"]
    <Taxonomy lifecycle: 5 categories>
    """
    return _shipped()


def taxonomy(id: str, /) -> Taxonomy:
    """Give the shipped taxonomy of an id.

    >>> [category.id for category in taxonomy("lifecycle")]
    ['potential', 'new', 'active', 'loyal', 'lost']

    Raises `UnknownIdError`, a KeyError, with a suggestion.
    """
    return catalog()[id]


def category(key: str, /) -> Category:
    """Give the shipped category of a key.

    >>> category("lifecycle/loyal").label("fr", count=2)
    'Clients fidèles'

    Raises `UnknownIdError`, a KeyError, with a suggestion.
    """
    return catalog().category(key)


def segmentation_base(fact: str, /) -> Category:
    """Tell to which basis of segmentation a fact belongs.

    >>> segmentation_base("age").label("fr")
    'Segmentation démographique'

    Raises `UnknownIdError` for an unknown fact, and for one that belongs to none.
    """
    facts = catalog().facts
    if fact not in facts:
        raise UnknownIdError("fact-id", fact, closest(fact, facts))
    base = facts[fact].base
    if base is None:
        raise UnknownIdError("base", fact)
    return catalog().category(f"segmentation-bases/{base}")
