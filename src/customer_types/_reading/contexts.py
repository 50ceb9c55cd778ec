"""A context is what is known of a file while it is read: what it may name, and what it said so far."""

from collections.abc import Iterable
from typing import Protocol

import attrs

from customer_types._messages import Phrase, Plain
from customer_types._model.facts import NO_VOCABULARY, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.locations import Location
from customer_types._model.mappings import Namespace
from customer_types._model.taxonomies import Scope, Source, Taxonomy
from customer_types._reading.criteria import CriterionReader
from customer_types._reading.documents import Document
from customer_types._reading.layers import Shelf, Stack
from customer_types._reading.nodes import Node


class Surroundings(Scope, Shelf, Protocol):
    """What a file is read for: the catalog whose facts, sources and categories it may name."""

    @property
    def sources(self) -> FrozenMap[str, Source]:
        """The documents that statements may cite."""

    @property
    def unreadable(self) -> frozenset[str]:
        """The ids of facts and sources that are there in files with faults, which are told already."""

    def category_ids(self, taxonomy: str, /) -> tuple[str, ...] | None:
        """Give the ids of a taxonomy's categories; `None` if its file has faults, which are told already."""


@attrs.frozen
class StandingAlone:
    """The surroundings of a file that may name facts and sources, and no taxonomy but its own."""

    vocabulary: Vocabulary = NO_VOCABULARY
    sources: FrozenMap[str, Source] = attrs.field(factory=FrozenMap)
    ids: tuple[str, ...] = ()
    unreadable: frozenset[str] = frozenset()

    def category_ids(self, taxonomy: str) -> tuple[str, ...]:  # noqa: ARG002  # the protocol's
        return ()

    def named(self, taxonomy: str) -> Taxonomy:
        raise KeyError(taxonomy)

    def stack(self, taxonomy: str, /, above: tuple[str, ...]) -> Stack:  # noqa: ARG002  # the protocol's
        raise KeyError(taxonomy)


@attrs.define(kw_only=True)
class Context:
    """What the readers of a file's categories know of it, and of the files that it builds on."""

    documents: tuple[Document, ...]
    scope: Scope | None = None
    surroundings: Surroundings | None = None  # None: a file of this project, which its tests have checked
    languages: tuple[str, ...] = ("en", "fr")
    taxonomy: str = ""
    vocabulary: Vocabulary = NO_VOCABULARY
    sources: tuple[Source, ...] = ()
    source_ids: frozenset[str] = frozenset()  # of the file's own, also of those that are faulty
    thresholds: dict[str, int | float] = attrs.field(factory=dict)
    categories: frozenset[str] = frozenset()
    removed: dict[str, Location] = attrs.field(factory=dict)
    prefixes: dict[str, Namespace | None] = attrs.field(factory=dict)  # None: it has a fault
    criteria: CriterionReader = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        for document in self.documents:
            document.context = self
        self.set_criteria()

    def document_of(self, location: Location) -> Document:
        """Give the file that a place is in."""
        return next((one for one in self.documents if one.path == location.path), self.documents[0])

    def set_criteria(self, named: Iterable[str] = ()) -> None:
        """Read criteria over the facts there are; of some that are faulty no more is known than the name."""
        facts = None
        if self.surroundings is not None:
            shared = self.surroundings.vocabulary.facts
            facts = {
                **dict.fromkeys((*self.surroundings.unreadable, *named)),
                **shared,
                **self.vocabulary.facts,
            }
        self.criteria = CriterionReader(
            facts=facts, thresholds=self.thresholds, is_category=self.is_category, hints_of=self.hints_of
        )

    def is_category(self, node: Node, key: str) -> bool:
        """Tell whether a category is there, and report it if not."""
        if "/" not in key:
            known_here: Iterable[str] = self.categories
            if key in self.categories:
                return True
        else:
            taxonomy, _, category = key.partition("/")
            if taxonomy == self.taxonomy:
                node.report("criteria.own-category", key=key, category=category)
                return False
            if self.surroundings is None:
                return True
            ids = self.surroundings.category_ids(taxonomy)
            if ids is None:
                return True
            known_here = [f"{taxonomy}/{one}" for one in ids]
            if key in known_here:
                return True
        node.report("criteria.unknown-category", key=key, hints=self.hints_of(node, key, known_here))
        return False

    def has_category(self, key: str) -> bool:
        """Tell whether a category is there, as far as is known, and report nothing."""
        taxonomy, _, category = key.rpartition("/")
        if not taxonomy:
            return category in self.categories
        if self.surroundings is None:
            return True
        ids = () if taxonomy == self.taxonomy else self.surroundings.category_ids(taxonomy)
        return ids is None or category in ids

    def hints_of(self, node: Node, name: str, known: Iterable[str]) -> tuple[Phrase, ...]:
        """Say where a name was removed that is not there, or which one may be meant."""
        if name in self.removed:
            return (Phrase("hint.removed", {"place": Plain(str(self.removed[name]))}),)
        return node.document.similar(name, known)


def context_of(node: Node) -> Context:
    """Give the context of a node's file."""
    context = node.document.context
    assert isinstance(context, Context)
    return context
