"""A statement is a label or a text of a taxonomy, with its address, and in each language its status.

What is said in a language is an `original` unless `translations` of the taxonomy's file says that it was
translated, and how far that has come. A statement's address, such as `categories.loyal.definition`, is
its place in the file, with the ids of what it is in.
"""

from collections.abc import Iterable, Iterator

import attrs

from customer_types._model.examples import Example
from customer_types._model.facts import Fact, Unit
from customer_types._model.labels import Label, Naming, Status, Texts
from customer_types._model.languages import canonical, lookup
from customer_types._model.taxonomies import (
    Action,
    Category,
    Note,
    Rule,
    Source,
    Taxonomy,
    Threshold,
    require_taxonomy,
)

__all__ = ["Coverage", "Statement", "coverage", "languages", "statements", "status"]

Bearer = Taxonomy | Category | Threshold | Action | Note | Example | Rule | Fact | Unit | Source


@attrs.frozen(kw_only=True, repr=False)
class Statement:
    """A label or a text; `bearer` is what has it, and `category` the one in which that is.

    What is in something without an id, as a note may be, has no address.
    """

    address: str | None
    key: str
    content: Label | Texts
    bearer: Bearer
    category: Category | None = None

    def found(self, language: str) -> Naming | str | None:
        """Give what is said in exactly this language: a text, or a label with all that belongs to it."""
        return self.content.by_language.get(language)

    def language(self, wanted: str) -> str | None:
        """Give the language in which a reader of a language finds it: that one, or a more general one."""
        for tag in lookup(wanted):
            found = self.found(tag)
            if isinstance(found, str) or (found is not None and found.name is not None):
                return tag
        return None

    def __repr__(self) -> str:
        return f"<Statement {self.address}>"


def statements(taxonomy: Taxonomy, /) -> tuple[Statement, ...]:
    """List the statements of a taxonomy, in the order of its file.

    >>> from customer_types import taxonomy
    >>> [statement.address for statement in statements(taxonomy("lifecycle"))][:3]
    ['label', 'definition', 'notes.room-for-both.text']

    Facts, units and sources are among them if the taxonomy's own file declares them; the names of values
    are not, nor are the reasons against terms to avoid, which belong to the terms. Raises
    `NotATaxonomyError`, a TypeError.
    """
    require_taxonomy(taxonomy)
    return tuple(_of_taxonomy(taxonomy))


def _of_taxonomy(taxonomy: Taxonomy) -> Iterator[Statement]:
    yield from _some(taxonomy, "", label=taxonomy.labels, definition=taxonomy.definitions)
    yield from _said("", taxonomy.actions, taxonomy.notes, None)
    for source in taxonomy.own_sources:
        yield from _some(source, f"sources.{source.id}.", title=source.titles, note=source.notes)
    for unit in taxonomy.own_vocabulary.units.values():
        yield from _some(unit, f"units.{unit.id}.", label=unit.labels)
    for fact in taxonomy.own_vocabulary.facts.values():
        yield from _some(fact, f"facts.{fact.id}.", label=fact.labels, definition=fact.definitions)
    for threshold in taxonomy.thresholds:
        place = f"thresholds.{threshold.id}."
        yield from _some(threshold, place, label=threshold.labels, note=threshold.notes)
    for category in taxonomy.categories:
        yield from _of_category(category)
    for rule in taxonomy.rules:
        yield from _some(rule, None if rule.id is None else f"rules.{rule.id}.", note=rule.notes)
    for example in taxonomy.examples:
        yield from _some(example, f"examples.{example.id}.", text=example.texts, because=example.reasons)


def _of_category(category: Category) -> Iterator[Statement]:
    place = f"categories.{category.id}."
    for statement in (
        *_some(category, place, label=category.labels, definition=category.definitions),
        *_some(category, place, without_criteria=category.without_criteria),
    ):
        yield attrs.evolve(statement, category=category)
    yield from _said(place, category.actions, category.notes, category)


def _said(
    place: str, actions: Iterable[Action], notes: Iterable[Note], category: Category | None
) -> Iterator[Statement]:
    """List what an owner says of what to do, and its notes."""
    for key, parts in (("actions", actions), ("notes", notes)):
        for part in parts:
            inside = None if part.id is None else f"{place}{key}.{part.id}."
            for statement in _some(part, inside, text=part.texts):
                yield attrs.evolve(statement, category=category)


def _some(bearer: Bearer, place: str | None, **contents: Label | Texts | None) -> Iterator[Statement]:
    for key, content in contents.items():
        if content is not None:
            address = None if place is None else f"{place}{key}"
            yield Statement(address=address, key=key, content=content, bearer=bearer)


def languages(taxonomy: Taxonomy, /) -> tuple[str, ...]:
    """List the languages of a taxonomy: first those that its file declares, then others in which it speaks.

    >>> from customer_types import taxonomy
    >>> languages(taxonomy("lifecycle"))
    ('en', 'fr', 'fr-CA')
    """
    spoken = {tag for statement in statements(taxonomy) for tag in statement.content.by_language}
    return tuple(dict.fromkeys([*taxonomy.languages, *sorted(spoken)]))


def status(taxonomy: Taxonomy, statement: Statement, /, language: str) -> Status | None:
    """Tell how far a statement has come in a language; `None` if nothing is said there.

    >>> from customer_types import taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> label, *_ = statements(lifecycle)
    >>> status(lifecycle, label, "fr"), status(lifecycle, label, "es")
    ('original', None)
    """
    return _status(taxonomy, statement, statement.language(language))


def _status(taxonomy: Taxonomy, statement: Statement, found: str | None) -> Status | None:
    if found is None:
        return None
    translation = taxonomy.translations.get(found)
    return "original" if translation is None else translation.status_of(statement.address)


def status_of_own(taxonomy: Taxonomy, statement: Statement, /, language: str) -> Status | None:
    """Tell how far a statement has come in exactly a language, also where it has but synonyms there.

    >>> from customer_types import taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> label, *_ = statements(lifecycle)
    >>> status(lifecycle, label, "fr-CA"), status_of_own(lifecycle, label, "fr-CA")
    ('original', None)
    """
    return _status(taxonomy, statement, None if statement.found(language) is None else language)


@attrs.frozen(kw_only=True)
class Coverage:
    """How many statements of a taxonomy are said in a language, by status, and how many are not."""

    taxonomy: str
    language: str
    statements: int
    original: int
    reviewed: int
    translated: int
    draft: int
    missing: int


def coverage(taxonomy: Taxonomy, /, language: str) -> Coverage:
    """Count the statements of a taxonomy by their status in a language.

    >>> from customer_types import taxonomy
    >>> found = coverage(taxonomy("lifecycle"), "es")
    >>> found.missing == found.statements
    True

    What a variety such as `fr-CA` does not say itself is said in its language, `fr`.
    """
    tag = canonical(language)
    counted = [status(taxonomy, one, tag) for one in statements(taxonomy)]
    return Coverage(
        taxonomy=taxonomy.id,
        language=tag,
        statements=len(counted),
        original=counted.count("original"),
        reviewed=counted.count("reviewed"),
        translated=counted.count("translated"),
        draft=counted.count("draft"),
        missing=counted.count(None),
    )
