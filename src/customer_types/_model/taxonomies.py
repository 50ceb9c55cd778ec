"""A taxonomy is a named, versioned set of categories that answers one question about a customer.

A category is one kind of customer. Both are plain immutable data: engines are functions over them.
"""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, Protocol

import attrs

from customer_types._messages.suggestions import closest
from customer_types._model.criteria import Criterion
from customer_types._model.displays import display
from customer_types._model.examples import Example
from customer_types._model.facts import NO_TEXTS, NO_VOCABULARY, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Gender, Label, Texts, Translation
from customer_types._model.locations import Location
from customer_types._model.memory import Memory
from customer_types.errors import DeprecatedIdWarning, NotATaxonomyError, UnknownIdError

NoteKind = Literal["value", "subdivision", "example", "scope", "history", "note"]
Decision = Literal["all", "first"]

_PLACE = attrs.field(default=Location(path=""), eq=False, repr=False)


@attrs.frozen(kw_only=True, repr=False)
class Source:
    """A document that statements come from."""

    id: str
    titles: Texts
    language: str | None = None
    url: str | None = None
    notes: Texts | None = None
    location: Location = _PLACE

    def title(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the document's title, or a description of it, in a language."""
        return self.titles.text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Source {self.id}>"


@attrs.frozen(kw_only=True, repr=False)
class Threshold:
    """A named number that criteria refer to, so that a business changes it in one place."""

    id: str
    value: int | float
    unit: str | None = None
    labels: Label
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = _PLACE

    def label(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the threshold's label in a language."""
        return self.labels.text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Threshold {self.id}: {self.value}>"


@attrs.frozen(kw_only=True, repr=False)
class Action:
    """What to do about customers of a category; `towards` names the category that it aims at."""

    id: str
    texts: Texts
    towards: str | None = None
    source: tuple[str, ...] = ()
    location: Location = _PLACE

    def text(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Say in a language what to do."""
        return self.texts.text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Action {self.id}>"


@attrs.frozen(kw_only=True, repr=False)
class Note:
    """A remark of a kind: value, subdivision, example, scope, history, or plain note."""

    id: str | None = None
    kind: NoteKind = "note"
    texts: Texts
    source: tuple[str, ...] = ()
    location: Location = _PLACE

    def text(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the remark in a language."""
        return self.texts.text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Note {self.kind}>"


@attrs.frozen(kw_only=True)
class Deprecation:
    """Since which version something is deprecated, and what replaces it: a category, or a taxonomy."""

    since: str
    replaced_by: str | None = None
    location: Location = _PLACE


@attrs.frozen(kw_only=True, repr=False)
class Category:
    """One kind of customer.

    `when` is its criterion; a category without one says why in `without_criteria`.
    """

    taxonomy: str
    id: str
    notation: str | None = None
    labels: Label
    definitions: Texts | None = None
    source: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    historical: bool = False
    deprecated: Deprecation | None = None
    valid_from: date | None = None
    when: Criterion | None = None
    without_criteria: Texts | None = None
    actions: tuple[Action, ...] = ()
    notes: tuple[Note, ...] = ()
    location: Location = _PLACE

    @property
    def key(self) -> str:
        """The category's id in a catalog, such as `lifecycle/loyal`."""
        return f"{self.taxonomy}/{self.id}"

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of the definition, the actions and the notes, each once."""
        cited = [self.source]
        cited += [action.source for action in self.actions]
        cited += [note.source for note in self.notes]
        return tuple(dict.fromkeys(source for sources in cited for source in sources))

    def label(
        self,
        language: str = "en",
        *,
        count: float = 1,
        gender: Gender | None = None,
        fallback: str | Iterable[str] = (),
    ) -> str:
        """Give the category's label in a language, for a number and a gender."""
        return self.labels.text(language, count=count, gender=gender, fallback=fallback)

    def definition(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the category's definition in a language."""
        return (self.definitions or NO_TEXTS).text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Category {self.key}>"

    def _repr_html_(self) -> str:
        return display(self)


@attrs.frozen(kw_only=True)
class Disjoint:
    """A rule: nobody is in two of these categories; `None` means all current ones of the taxonomy."""

    categories: tuple[str, ...] | None
    id: str | None = None
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = _PLACE


@attrs.frozen(kw_only=True)
class Exhaustive:
    """A rule: everybody whose facts are complete is in some category."""

    id: str | None = None
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = _PLACE


@attrs.frozen(kw_only=True)
class Implies:
    """A rule: everybody in the first category of a pair is in the second."""

    pairs: tuple[tuple[str, str], ...]
    id: str | None = None
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = _PLACE


@attrs.frozen(kw_only=True)
class Overlaps:
    """A rule: somebody can be in all of these categories at once."""

    categories: tuple[str, ...]
    id: str | None = None
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = _PLACE


Rule = Disjoint | Exhaustive | Implies | Overlaps


class Scope(Protocol):
    """Where a taxonomy looks up what other files define."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that all taxonomies share."""

    def named(self, taxonomy: str, /) -> "Taxonomy":
        """Give the taxonomy of an id."""


@attrs.frozen(kw_only=True, repr=False)
class Taxonomy:
    """A named, versioned set of categories.

    Iterating gives the categories in file order, `taxonomy["loyal"]` the one of an id or a key.
    `precedence` lists the categories for where one answer is wanted, with the one that says the most first.
    `own_vocabulary` and `own_sources` have the facts and the documents that its file itself declares;
    `translations` says where each translated language comes from, and how far along it is.
    """

    id: str
    version: str
    labels: Label
    definitions: Texts | None = None
    source: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en", "fr")
    translations: FrozenMap[str, Translation] = FrozenMap()  # noqa: RUF009  # it can't change
    notation: str | None = None
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    historical: bool = False
    deprecated: Deprecation | None = None
    valid_from: date | None = None
    decide: Decision = "all"
    precedence: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    notes: tuple[Note, ...] = ()
    own_vocabulary: Vocabulary = NO_VOCABULARY
    own_sources: tuple[Source, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    categories: tuple[Category, ...]
    rules: tuple[Rule, ...] = ()
    examples: tuple[Example, ...] = ()
    location: Location = _PLACE
    scope: Scope | None = attrs.field(default=None, eq=False, repr=False)
    _positions: dict[str, int] = attrs.field(init=False, eq=False, repr=False)

    @_positions.default
    def _index(self) -> dict[str, int]:
        return {category.id: position for position, category in enumerate(self.categories)}

    def __iter__(self) -> Iterator[Category]:
        return iter(self.categories)

    def __len__(self) -> int:
        return len(self.categories)

    def __contains__(self, category: object) -> bool:
        if isinstance(category, Category):
            return category in self.categories
        return isinstance(category, str) and self._id_of(category) in self._positions

    def __getitem__(self, category: str) -> Category:
        found = self.named(category)
        warn_of_use(found)
        return found

    def named(self, category: str) -> Category:
        """Give the category of an id or a key, and no warning of one that is deprecated.

        Raises `UnknownIdError`, a KeyError, with a suggestion.
        """
        id = self._id_of(category)
        try:
            return self.categories[self._positions[id]]
        except KeyError:
            key = category if "/" in category else f"{self.id}/{category}"
            similar = closest(category.rpartition("/")[2], self._positions)
            raise UnknownIdError("category", key, similar) from None

    @property
    def current(self) -> tuple[Category, ...]:
        """The categories that are not deprecated, in file order."""
        return tuple(category for category in self.categories if category.deprecated is None)

    def before(self, category: Category) -> tuple[Category, ...]:
        """Give the categories that take customers before one does, where the first match decides.

        Those are the earlier ones; deprecated ones take nobody from the others.
        """
        if self.decide == "all":
            return ()
        earlier = self.categories[: self._positions[category.id]]
        return tuple(one for one in earlier if one.deprecated is None)

    def _id_of(self, category: str) -> str:
        """Give the id that a key of this taxonomy has in it; every other text stays as it is."""
        return category.removeprefix(f"{self.id}/")

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that criteria may test: the shared ones and the taxonomy's own."""
        if self.scope is None:
            return self.own_vocabulary
        own = self.own_vocabulary
        if not (own.facts or own.units or own.invariants):
            return self.scope.vocabulary
        return _extended_vocabulary(self)

    def label(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the taxonomy's label in a language."""
        return self.labels.text(language, fallback=fallback)

    def definition(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the taxonomy's definition in a language."""
        return (self.definitions or NO_TEXTS).text(language, fallback=fallback)

    def __repr__(self) -> str:
        noun = "category" if len(self.categories) == 1 else "categories"
        return f"<Taxonomy {self.id}: {len(self.categories)} {noun}>"

    def _repr_html_(self) -> str:
        return display(self)


def _extend(taxonomy: Taxonomy) -> Vocabulary:
    assert taxonomy.scope is not None
    return taxonomy.scope.vocabulary.extended(taxonomy.own_vocabulary)


_extended_vocabulary: Memory[Taxonomy, Vocabulary] = Memory(_extend)


def require_taxonomy(given: object) -> None:
    """Check that a taxonomy was given, and not its id. Raises `NotATaxonomyError`, a TypeError."""
    if not isinstance(given, Taxonomy):
        raise NotATaxonomyError(type(given).__name__)


def deprecation_of(found: Taxonomy | Category) -> DeprecatedIdWarning | None:
    """Say that an id is deprecated, and what to use; `None` where it is not."""
    if found.deprecated is None:
        return None
    key, replaced_by = found.id, found.deprecated.replaced_by
    if isinstance(found, Category):
        key = found.key
        if replaced_by is not None and "/" not in replaced_by:
            replaced_by = f"{found.taxonomy}/{replaced_by}"
    return DeprecatedIdWarning(key, found.deprecated.since, replaced_by)


def warn_of_use(found: Taxonomy | Category, *, depth: int = 1) -> None:
    """Warn of an id that is deprecated, in the line that called the caller, or one that is farther away."""
    warning = deprecation_of(found)
    if warning is not None:
        warnings.warn(warning, stacklevel=2 + depth)
