"""A publication is a whole catalog in one file for other programs: CSV for spreadsheets, JSON for all else.

The table has a row for each category, and texts that a spreadsheet would take for formulas begin with an
apostrophe in it. The JSON is complete: each part of it has the form of the file that it comes from.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from customer_types._catalog.catalogs import Catalog
from customer_types._deciding.wording import Wording
from customer_types._model.labels import FORMS, Label, Naming, Texts
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._reading.writing import plain, plain_mappings
from customer_types._tables.guard import guarded

__all__ = ["to_csv", "to_json"]

Row = dict[str, Any]

#: In which languages criteria are said in words: those that the library itself speaks.
_SPOKEN = ("en", "fr")
_SEPARATOR = " | "


def to_csv(catalog: Catalog, /) -> str:
    """Write a table with a row for each category: what it is called, what it means, who is in it.

    >>> from customer_types import catalog
    >>> import csv
    >>> rows = {row["key"]: row for row in csv.DictReader(to_csv(catalog()).splitlines())}
    >>> rows["lifecycle/loyal"]["label fr other_feminine"], rows["lifecycle/loyal"]["position"]
    ('Clientes fidèles', '4')

    Columns of labels and texts bear a language tag; those of labels also a form, as in files, or `also`
    and `avoid`. There are columns for the languages and forms that the catalog has.
    """
    rows = [
        _row(category, number, taxonomy)
        for taxonomy in catalog
        for number, category in enumerate(taxonomy, 1)
    ]
    columns = sorted({column for row in rows for column in row}, key=_place)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def to_json(catalog: Catalog, /) -> str:
    """Write all of a catalog: taxonomies, facts with units and invariants, sources, and the crosswalk.

    >>> from customer_types import catalog, loads
    >>> found = json.loads(to_json(catalog()))["taxonomies"]["lifecycle"]
    >>> loads(json.dumps(found)) == catalog()["lifecycle"]
    True

    A taxonomy that starts from another one, or that an overlay changes, is written as it has become.
    """
    vocabulary = catalog.vocabulary
    written = {
        "taxonomies": {taxonomy.id: plain(taxonomy) for taxonomy in catalog},
        "facts": {
            "units": [plain(unit) for unit in vocabulary.units.values()],
            "facts": [plain(fact) for fact in vocabulary.facts.values()],
            "invariants": [plain(invariant) for invariant in vocabulary.invariants],
        },
        "sources": {"sources": [plain(source) for source in catalog.sources.values()]},
        "crosswalk": plain_mappings(catalog.mappings),
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


#: The columns in their order; those of a language stand at the place of their first word.
_COLUMNS = (
    "key",
    "taxonomy",
    "taxonomy_version",
    "position",
    "label",
    "definition",
    "decide",
    "precedence",
    "criteria",
    "without_criteria",
    "actions",
    "examples",
    "counterexamples",
    "broader",
    "related",
    "notation",
    "sources",
    "historical",
    "valid_from",
    "deprecated_since",
    "replaced_by",
)
_KINDS = (*FORMS, "also", "avoid")


def _place(column: str) -> tuple[Any, ...]:
    name, _, rest = column.partition(" ")
    language, _, kind = rest.partition(" ")
    return _COLUMNS.index(name), language, _KINDS.index(kind) if kind else 0


def _row(category: Category, position: int, taxonomy: Taxonomy) -> Row:
    since, replacement = None, None
    if category.deprecated is not None:
        since, replacement = category.deprecated.since, category.deprecated.replaced_by
    places = {id: place for place, id in enumerate(taxonomy.precedence, 1)}
    row: Row = {
        "key": category.key,
        "taxonomy": taxonomy.id,
        "taxonomy_version": taxonomy.version,
        "position": position,
        "decide": taxonomy.decide,
        "precedence": places.get(category.id),
        "broader": _SEPARATOR.join(category.broader),
        "related": _SEPARATOR.join(category.related),
        "notation": category.notation,
        "sources": _SEPARATOR.join(category.sources),
        "historical": category.historical,
        "valid_from": category.valid_from and category.valid_from.isoformat(),
        "deprecated_since": since,
        "replaced_by": replacement,
    }
    row |= _labels(category.labels)
    row |= _texts("definition", category.definitions)
    row |= _texts("without_criteria", category.without_criteria)
    if category.when is not None:
        row |= {
            f"criteria {language}": Wording(taxonomy, language).in_line(category.when) for language in _SPOKEN
        }
    inside = [one.texts for one in taxonomy.examples if category.id in one.inside]
    outside = [one.texts for one in taxonomy.examples if category.id in one.outside]
    row |= _listed("actions", [action.texts for action in category.actions])
    row |= _listed("examples", inside)
    row |= _listed("counterexamples", outside)
    return row


def _listed(name: str, several: Sequence[Texts]) -> Iterable[tuple[str, str]]:
    """Give several texts in one cell, for each language."""
    for language in {tag for texts in several for tag in texts.by_language}:
        said = (texts.by_language[language] for texts in several if language in texts.by_language)
        yield f"{name} {language}", _SEPARATOR.join(said)


def _labels(label: Label) -> Iterable[tuple[str, str]]:
    for tag, naming in label.by_language.items():
        if naming.name is not None:
            yield from ((f"label {tag} {form}", text) for form, text in naming.name.forms.items())
        for kind, names in _others(naming):
            if names:
                yield f"label {tag} {kind}", _SEPARATOR.join(dict.fromkeys(names))


def _others(naming: Naming) -> tuple[tuple[str, list[str]], ...]:
    """Give synonyms and terms to avoid, each in all of its forms."""
    avoided = [one.name for one in naming.avoid]
    return (
        ("also", [text for name in naming.also for text in name.forms.values()]),
        ("avoid", [text for name in avoided for text in name.forms.values()]),
    )


def _texts(name: str, texts: Texts | None) -> Iterable[tuple[str, str]]:
    return () if texts is None else [(f"{name} {tag}", text) for tag, text in texts.by_language.items()]
