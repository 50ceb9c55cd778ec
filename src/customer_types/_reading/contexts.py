"""A context is what is known of a file while it is read: what it may name, and what it said so far."""

from collections.abc import Iterable
from typing import Protocol

import attrs

from customer_types._reading.criteria import CriterionReader
from customer_types._reading.documents import Document
from customer_types._reading.nodes import Node
from customer_types.categories import Scope, Source, Taxonomy
from customer_types.facts import NO_VOCABULARY, Vocabulary
from customer_types.frozen import FrozenMap


class Surroundings(Scope, Protocol):
    """What a file is read for: the catalog whose facts, sources and categories it may name."""

    @property
    def sources(self) -> FrozenMap[str, Source]:
        """The documents that statements may cite."""

    def __contains__(self, key: object, /) -> bool:
        """Whether a taxonomy or a category is there."""


class StandingAlone:
    """The surroundings of a file that may name nothing but what is in it."""

    vocabulary = NO_VOCABULARY
    sources: FrozenMap[str, Source] = FrozenMap()

    def __contains__(self, key: object) -> bool:
        return False

    def __getitem__(self, taxonomy: str) -> Taxonomy:
        raise KeyError(taxonomy)


@attrs.define(kw_only=True)
class Context:
    """What the readers of a file's categories know of it."""

    document: Document
    scope: Scope | None = None
    surroundings: Surroundings | None = None  # None: a file of this project, which its tests have checked
    languages: tuple[str, ...] = ("en", "fr")
    taxonomy: str = ""
    vocabulary: Vocabulary = NO_VOCABULARY
    sources: tuple[Source, ...] = ()
    source_ids: frozenset[str] = frozenset()  # of the file's own, also of those that are faulty
    thresholds: dict[str, int | float] = attrs.field(factory=dict)
    categories: frozenset[str] = frozenset()
    criteria: CriterionReader = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.set_criteria()

    def set_criteria(self, named: Iterable[str] = ()) -> None:
        """Read criteria over the facts there are; of some that are faulty no more is known than the name."""
        facts = None
        if self.surroundings is not None:
            shared = self.surroundings.vocabulary.facts
            facts = {**dict.fromkeys(named), **shared, **self.vocabulary.facts}
        self.criteria = CriterionReader(facts=facts, thresholds=self.thresholds, is_category=self.is_category)

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
            if self.surroundings is None or key in self.surroundings:
                return True
            known_here = ()
            if taxonomy in self.surroundings:
                known_here = [one.key for one in self.surroundings[taxonomy].categories]
        node.report("criteria.unknown-category", key=key, hints=node.document.similar(key, known_here))
        return False


def context_of(node: Node) -> Context:
    """Give the context of a node's file."""
    context = node.document.context
    assert isinstance(context, Context)
    return context
