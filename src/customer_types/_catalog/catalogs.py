"""A catalog is an immutable set of taxonomies, with the facts and sources that they share.

The shipped catalog reads a file when something of it is wanted; what is added to a catalog, by plug-ins
too, is read at once, so that all its faults are told together. Threads that want the same thing read it
once.
"""

import os
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

import attrs

from customer_types._catalog.extensions import Extension, Sorter, documents
from customer_types._catalog.plugins import installed
from customer_types._catalog.shipped import shipped
from customer_types._messages.suggestions import closest
from customer_types._model.displays import display
from customer_types._model.facts import NO_VOCABULARY, Fact, Vocabulary
from customer_types._model.faults import Fault, LoadError, TaxonomyWarning
from customer_types._model.frozen import FrozenMap
from customer_types._model.locations import Location
from customer_types._model.mappings import Mapping
from customer_types._model.taxonomies import Category, Source, Taxonomy, warn_of_use
from customer_types._reading.checks import references, towers
from customer_types._reading.contexts import StandingAlone
from customer_types._reading.documents import Document, in_order
from customer_types._reading.files import read_mappings, read_sources, read_stack, read_vocabulary
from customer_types._reading.layers import Stack, laid, stacked
from customer_types._reading.nodes import Mapping as MappingNode, Scalar, Sequence, ids
from customer_types._reading.yaml import parse
from customer_types.errors import UnknownIdError

Thing = TypeVar("Thing")

#: One thread reads at a time.
_READING = threading.RLock()


def _renew() -> None:
    """Have a lock of one's own in a process that was copied while another thread held this one."""
    global _READING  # noqa: PLW0603  # there is one for the process
    _READING = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)


class Catalog:
    """An immutable set of taxonomies.

    Iterating gives the taxonomies by id in alphabetical order; `catalog["lifecycle"]` is one of
    them, and `"lifecycle/loyal" in catalog` asks for a category. `Catalog()` is empty: extended
    with a folder, it is a catalog of that folder alone.
    """

    __slots__ = ("__weakref__", "_below", "_extension", "_faults", "_read", "_unreadable", "ids")

    def __init__(self, extension: Extension | None = None, below: "Catalog | None" = None) -> None:
        self._extension = extension = extension or Extension()
        self._below = below
        self._read: dict[str, Any] = {}
        self._faults: list[Fault] | None = None  # a list while all that was added is read
        #: The ids of the taxonomies; no file is read for them.
        self.ids: tuple[str, ...] = tuple(sorted({*extension.taxonomies, *(below.ids if below else ())}))
        self._unreadable: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Taxonomy]:
        return map(self.named, self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Taxonomy):
            return key.id in self.ids and self.named(key.id) == key
        if isinstance(key, Category):
            key = key.key
        if not isinstance(key, str):
            return False
        taxonomy, slash, _ = key.partition("/")
        return taxonomy in self.ids and (not slash or key in self.named(taxonomy))

    def __getitem__(self, taxonomy: str) -> Taxonomy:
        found = self.named(taxonomy)
        warn_of_use(found)
        return found

    def named(self, taxonomy: str) -> Taxonomy:
        """Give the taxonomy of an id, and no warning of an id that is deprecated.

        Raises `UnknownIdError`, a KeyError, with a suggestion.
        """
        found = self._read.get(f"taxonomy {taxonomy}")
        if found is None:
            if taxonomy not in self.ids:
                raise UnknownIdError("taxonomy", taxonomy, closest(taxonomy, self.ids))
            found = self._once(f"taxonomy {taxonomy}", lambda: self._taxonomy(taxonomy))
        assert isinstance(found, Taxonomy)
        return found

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids of the taxonomies that are not as in the catalog that this one extends."""
        return tuple(id for id in self.ids if self._is_changed(id))

    def category(self, key: str) -> Category:
        """Give the category of a key such as `lifecycle/loyal`.

        Raises `UnknownIdError`, a KeyError, with a suggestion.
        """
        found = self.named_category(key)
        warn_of_use(found)
        return found

    def named_category(self, key: str) -> Category:
        """Give the category of a key, and no warning of one that is deprecated. Raises `UnknownIdError`."""
        taxonomy, slash, _ = key.partition("/")
        if not slash:
            similar = [one.key for known in self for one in known if one.id == key]
            raise UnknownIdError("category", key, similar or closest(key, self._keys()))
        return self.named(taxonomy).named(key)

    def _keys(self) -> list[str]:
        return [category.key for taxonomy in self for category in taxonomy]

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that the taxonomies share, with their units and invariants."""
        return self._once("vocabulary", self._vocabulary)

    @property
    def facts(self) -> FrozenMap[str, Fact]:
        """The facts by id: `catalog.facts["orders"]`."""
        return self.vocabulary.facts

    @property
    def sources(self) -> FrozenMap[str, Source]:
        """The documents that statements come from, by id."""
        return self._once("sources", self._sources)

    @property
    def mappings(self) -> tuple[Mapping, ...]:
        """The mappings between categories of different taxonomies."""
        return self._once("mappings", self._mappings)

    def extended(self, path: str | os.PathLike[str], /, *more: str | os.PathLike[str]) -> "Catalog":
        """Give a catalog with files added: taxonomies, overlays, facts, sources and mappings.

        A folder means its files, in the order of their names. Overlays change taxonomies that are
        there, one after the other. This catalog stays as it is. Raises `LoadError` with the faults of all
        files; what is only doubtful is a `TaxonomyWarning`.
        """
        found, unreadable = documents((path, *more))
        made, faults = self.with_documents(found)
        _tell([*unreadable, *faults])
        return made

    def with_documents(self, found: Iterable[Document]) -> tuple["Catalog", list[Fault]]:
        """Give a catalog with documents added, and all their faults; with errors it is of no use."""
        sorter = Sorter(lambda id: str(self.named(id).location) if id in self.ids else None)
        for document in found:
            sorter.add(document)
        made = Catalog(sorter.extension, self)
        made._faults = sorter.faults
        made._read_all()
        made._faults = None
        return made, sorter.faults

    def with_plugins(self) -> "Catalog":
        """Give a catalog with what installed plug-ins add, or this one where there are none.

        They are looked for once. Raises `LoadError` for a plug-in with faults.
        """
        return self._once("with plug-ins", self._with_plugins)

    # ---- reading: each thing once, when it is wanted first -----------------------------------------

    def _once(self, name: str, read: Callable[[], Thing]) -> Thing:
        found = self._read.get(name)
        if found is None:
            with _READING:
                found = self._read.get(name)
                if found is None:
                    found = self._read[name] = read()
        result: Thing = found
        return result

    def _with_plugins(self) -> "Catalog":
        plugins = installed()
        if not plugins.documents and not plugins.faults:
            return self
        made, faults = self.with_documents(plugins.documents)
        _tell(plugins.with_origins([*plugins.faults, *faults]))
        return made

    def _attempt(self, read: Callable[[], Thing]) -> Thing | None:
        """Read something; while all that was added is read, keep its faults and give nothing for it."""
        try:
            return read()
        except LoadError as error:
            if self._faults is None:
                raise
            self._faults += error.faults
            return None

    def _read_all(self) -> None:
        """Read all that was added, and what it changes."""
        _ = self.sources, self.vocabulary
        for opener in [one[0] for id, one in self._extension.overlays.items() if id not in self.ids]:
            self._attempt(partial(stacked, opener(), self))
        read = [self._attempt(partial(self.named, id)) for id in self.changed]
        built_on = {
            category.key: [(_key(one.category, taxonomy), one.location) for one in references(category)]
            for taxonomy in read
            if taxonomy is not None
            for category in taxonomy
        }
        assert self._faults is not None
        self._faults += [
            Fault(code=code, location=place, arguments=told, excerpt=self._line(place))
            for place, code, told in towers(built_on)
        ]
        _ = self.mappings

    def _line(self, place: Location) -> str | None:
        """Give the line of a place in one of the files that were added."""
        added = self._extension
        openers = (
            *added.taxonomies.values(),
            *(one for several in added.overlays.values() for one in several),
        )
        document = next((one for one in (opener() for opener in openers) if one.path == place.path), None)
        return None if document is None or place.line is None else document.line(place.line)

    def _taxonomy(self, id: str) -> Taxonomy:
        if self._below is None:
            return read_stack(self.stack(id), self, trusted=True)
        if not self._is_changed(id):
            return attrs.evolve(self._below.named(id), scope=self)
        stack = self.stack(id)
        taxonomy = read_stack(stack, self)
        if self._faults is not None:
            self._faults += [fault for document in stack.documents for fault in document.faults]
        return taxonomy

    def _is_changed(self, id: str) -> bool:
        """Tell whether a taxonomy, or one that it builds on, is not as in the catalog below."""
        if id in self._extension.taxonomies or id in self._extension.overlays:
            return True
        base = self.base(id)
        return base is not None and self._is_changed(base)

    def base(self, id: str) -> str | None:
        """Tell which taxonomy one of a catalog starts from."""
        if self._below is None:  # those that are shipped start from none
            return None
        opener = self._extension.taxonomies.get(id)
        if opener is None:
            return self._below.base(id)
        root = parse(opener())
        written = root.entries.get("extends") if isinstance(root, MappingNode) else None
        return written.text if isinstance(written, Scalar) and written.text in self.ids else None

    def stack(self, taxonomy: str, /, above: tuple[str, ...] = (), top: "Catalog | None" = None) -> Stack:
        """Give the files of a taxonomy, laid over one another: see `Shelf`."""
        top, opener = top or self, self._extension.taxonomies.get(taxonomy)
        if opener is not None:
            stack = stacked(opener(), top, (*above, taxonomy))
        else:
            assert self._below is not None
            stack = self._below.stack(taxonomy, above, top)
        for opener in self._extension.overlays.get(taxonomy, ()):
            root = parse(opener())
            assert isinstance(root, MappingNode)
            stack = laid(root, stack)
        return stack

    @property
    def unreadable(self) -> frozenset[str]:
        """The ids of facts and sources in files with faults, of a catalog that is about to be refused."""
        return self._unreadable

    def category_ids(self, taxonomy: str, /) -> tuple[str, ...] | None:
        """Give the ids of a taxonomy's categories before it is read: see `Surroundings`."""
        if taxonomy not in self.ids:
            return ()
        if self._below is not None and not self._is_changed(taxonomy):
            return self._below.category_ids(taxonomy)
        try:
            return self._once(f"ids {taxonomy}", lambda: self._category_ids(taxonomy))
        except LoadError:
            return None

    def _category_ids(self, taxonomy: str) -> tuple[str, ...] | None:
        listed = self.stack(taxonomy).root.entries.get("categories")
        return tuple(ids(listed)) if isinstance(listed, Sequence) else None

    def _vocabulary(self) -> Vocabulary:
        vocabulary = NO_VOCABULARY if self._below is None else self._below.vocabulary
        for opener in self._extension.facts:
            document = opener()
            beside = None
            if self._below is not None:
                beside = StandingAlone(
                    vocabulary=vocabulary, sources=self.sources, unreadable=self._unreadable
                )
            found = self._attempt(partial(read_vocabulary, document, beside))
            if found is None:
                self._doubt(document, "facts")
            else:
                vocabulary = vocabulary.extended(found)
        return vocabulary

    def _sources(self) -> FrozenMap[str, Source]:
        found = FrozenMap[str, Source]() if self._below is None else self._below.sources
        for opener in self._extension.sources:
            document = opener()
            read = self._attempt(partial(read_sources, document, found))
            if read is None:
                self._doubt(document, "sources")
            else:
                found = FrozenMap({**found, **read})
        return found

    def _doubt(self, document: Document, key: str) -> None:
        """Note what a faulty file has, so that nobody is told that it is not there."""
        if isinstance(document.root, MappingNode):
            self._unreadable |= {*ids(document.root.entries.get(key))}

    def _mappings(self) -> tuple[Mapping, ...]:
        """Read the mappings; those below that name a category that was removed are gone with it."""
        below = () if self._below is None else self._below.mappings
        found = [one for one in below if self._has(one.subject) and self._has(one.object)]
        for opener in self._extension.mappings:
            found += self._attempt(partial(read_mappings, opener(), self, found)) or ()
        return tuple(found)

    def _has(self, key: str) -> bool:
        if ":" in key:  # it stands outside, and is not looked up
            return True
        taxonomy, _, category = key.partition("/")
        there = self.category_ids(taxonomy)
        return there is None or category in there

    # ---- copies --------------------------------------------------------------------------------

    def __copy__(self) -> "Catalog":
        return self

    def __deepcopy__(self, memo: object) -> "Catalog":
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        if self is SHIPPED:
            return _shipped, ()
        return Catalog, (self._extension, self._below)

    def __repr__(self) -> str:
        return f"<Catalog: {len(self)} taxonomies>"

    def _repr_html_(self) -> str:
        return display(self)


def _key(category: str, taxonomy: Taxonomy) -> str:
    return category if "/" in category else f"{taxonomy.id}/{category}"


def _tell(faults: list[Fault]) -> None:
    """Raise errors, and warn of doubts."""
    told = in_order(faults)
    if any(fault.severity == "error" for fault in told):
        raise LoadError(told)
    for fault in told:
        if not fault.is_of_check:
            warnings.warn(TaxonomyWarning(fault), stacklevel=3)


#: The catalog of the files that this library comes with.
SHIPPED = Catalog(shipped())


def _shipped() -> Catalog:
    return SHIPPED
