"""Every statement of the five documents is carried by the shipped taxonomies, in both languages.

`data/statements.tsv` has a row for each statement:

    id        stable name of the statement
    about     the taxonomy or category that it is about
    kind      category, definition, action, value, subdivision, example, rule or note
    sources   the documents that make it, or `editorial` where the project itself speaks
    beside    further sources that may stand at the same places
    where     the places that carry it, within `about`: `label`, `definition`, `actions[id]`,
              `rules[id]`, `notes[kind]` for the only note of a kind, `notes[kind#2]` for the second
    towards   the category that an action aims at
    en, fr    words that these places must have, in each language
    gist      what is said, in brief
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

from customer_types import Category, Taxonomy, catalog
from customer_types._model.labels import Label, Texts

TABLE = Path(__file__).parent / "data" / "statements.tsv"
DOCUMENTS = frozenset(
    {
        "categories-article-en",
        "categories-article-fr",
        "customer-types-tip",
        "segmentation-article",
        "customer-groups",
    }
)
#: The beginning of the places that may carry a statement of a kind.
PLACES_BY_KIND = {
    "category": ("label",),
    "definition": ("definition",),
    "action": ("actions[",),
    "value": ("notes[value",),
    "subdivision": ("notes[subdivision",),
    "example": ("notes[example",),
    "rule": ("rules[", "notes["),
    "note": ("notes[",),
}


@attrs.frozen(kw_only=True)
class Statement:
    """A row of the table."""

    id: str
    about: str
    kind: str
    sources: tuple[str, ...]
    beside: tuple[str, ...]
    where: tuple[str, ...]
    towards: str | None
    words: dict[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class Place:
    """Something in a shipped file that can carry a statement."""

    key: str
    sources: tuple[str, ...]
    texts: Texts | Label | None
    towards: str | None = None

    def text(self, language: str) -> str:
        """Give all that stands there in a language."""
        if isinstance(self.texts, Label):
            naming = self.texts.by_language[language]
            names = (naming.name, *naming.also, *(avoided.name for avoided in naming.avoid))
            return " | ".join(form for name in names if name for form in name.forms.values())
        return "" if self.texts is None else self.texts.text(language)


def _places_of(owner: Taxonomy | Category, key: str, taxonomy: str) -> Iterator[Place]:
    if isinstance(owner, Category):
        yield Place(key=f"{key} label", sources=owner.source, texts=owner.labels)
        yield Place(key=f"{key} definition", sources=owner.source, texts=owner.definitions)
    for action in owner.actions:
        towards = action.towards
        if towards is not None and "/" not in towards:
            towards = f"{taxonomy}/{towards}"
        yield Place(
            key=f"{key} actions[{action.id}]", sources=action.source, texts=action.texts, towards=towards
        )
    counts: dict[str, int] = {}
    for note in owner.notes:
        counts[note.kind] = counts.get(note.kind, 0) + 1
        yield Place(
            key=f"{key} notes[{note.kind}#{counts[note.kind]}]", sources=note.source, texts=note.texts
        )


@cache
def places() -> dict[str, Place]:
    """Give every place of the shipped taxonomies that can carry a statement, by its key."""
    found: list[Place] = []
    for taxonomy in catalog():
        found += _places_of(taxonomy, taxonomy.id, taxonomy.id)
        found += [
            Place(key=f"{taxonomy.id} rules[{rule.id}]", sources=rule.source, texts=rule.notes)
            for rule in taxonomy.rules
        ]
        for category in taxonomy:
            found += _places_of(category, category.key, taxonomy.id)
    return {place.key: place for place in found}


def places_of(statement: Statement) -> list[Place]:
    """Give the places that a statement names; a KeyError says which is not there."""
    found = []
    for where in statement.where:
        part, slash, place = where.partition("/")
        key = f"{statement.about}/{part} {place}" if slash else f"{statement.about} {where}"
        if " notes[" in key and "#" not in key:
            key = key.replace("]", "#1]")
            assert key.replace("#1]", "#2]") not in places(), f"{where} is not the only one of its kind"
        found.append(places()[key])
    return found


def _statement(row: dict[str, str]) -> Statement:
    return Statement(
        id=row["id"],
        about=row["about"],
        kind=row["kind"],
        sources=tuple(row["sources"].split()),
        beside=tuple(row["beside"].split()),
        where=tuple(row["where"].split(", ")),
        towards=row["towards"] or None,
        words={language: tuple(row[language].split("; ")) for language in ("en", "fr")},
    )


def _statements() -> list[Statement]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_statement(row) for row in rows]


STATEMENTS = _statements()
each_statement = pytest.mark.parametrize("statement", STATEMENTS, ids=[one.id for one in STATEMENTS])


def test_the_table_has_all_statements() -> None:
    """The documents make 126 statements, and the project adds two where it reads them."""
    assert len({statement.id for statement in STATEMENTS}) == len(STATEMENTS) == 129
    editorial = {statement.id for statement in STATEMENTS if statement.sources == ("editorial",)}
    assert editorial == {"cat.rule.mixed", "inv.note.sensitive"}
    cited = {source for statement in STATEMENTS for source in statement.sources}
    assert cited == DOCUMENTS | {"editorial"}


@each_statement
def test_a_statement_stands_where_its_kind_belongs(statement: Statement) -> None:
    """A definition stands in a definition, an action among the actions, and so on."""
    assert statement.where[0].startswith(PLACES_BY_KIND[statement.kind])
    assert len(places_of(statement)) == len(statement.where)


@each_statement
def test_a_statement_is_attributed_to_its_documents(statement: Statement) -> None:
    """A place cites all documents that make its statement, and no other but those said to be beside."""
    cited: set[str] = set()
    for place in places_of(statement):
        assert len(set(place.sources)) == len(place.sources)
        assert set(statement.sources) <= set(place.sources) <= {*statement.sources, *statement.beside}
        cited |= set(place.sources)
    assert cited == {*statement.sources, *statement.beside}


@each_statement
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_statement_is_made_in_both_languages(statement: Statement, language: str) -> None:
    """The places that carry a statement have its words in English and in French."""
    said = " ¶ ".join(place.text(language) for place in places_of(statement)).casefold()
    assert [word for word in statement.words[language] if word.casefold() not in said] == [], said


@each_statement
def test_a_statement_aims_where_its_document_does(statement: Statement) -> None:
    """An action leads towards the category that its statement aims at, and towards none without aim."""
    aims = {place.towards for place in places_of(statement)}
    assert aims == {statement.towards}


def test_what_is_attributed_to_a_document_is_in_the_table() -> None:
    """No definition, action, note or rule cites a document that does not make this statement."""
    listed = {place.key for statement in STATEMENTS for place in places_of(statement)}
    listed |= {key.replace(" label", " definition") for key in listed}
    listed |= {key.replace(" definition", " label") for key in listed}
    attributed = {key for key, place in places().items() if DOCUMENTS & set(place.sources)}
    assert attributed - listed == set()
