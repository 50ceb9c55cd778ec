"""An exchange: mappings go out as an SSSOM table, and come in."""

import json
import re
from collections.abc import Iterable, Iterator

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog as shipped
from customer_types._model.mappings import BASE, BUILT_IN, Mapping, require_base
from customer_types._reading.scalars import is_ambiguous
from customer_types.errors import PrefixError
from customer_types.sssom.cells import joined, quoted
from customer_types.sssom.reading import LANGUAGE, NOTE, REQUIRED, SOURCE, read

#: The prefix of categories, and of taxonomies where they are the source of one.
PREFIX = "customer-types"
LICENSE = "https://spdx.org/licenses/MIT"

_COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "subject_source",
    "object_source",
    "mapping_date",
    "other",
    "comment",
)
#: What is said once where it is the same in all rows.
_CONDENSED = ("subject_source", "object_source", "mapping_date")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[^\s:\"'\\]|:(?=\S)| (?=[^\s#]))*")

Row = dict[str, str]


def dumps(
    catalog: Catalog,
    /,
    *,
    mappings: Iterable[Mapping] | None = None,
    id: str = f"{BASE}crosswalk",
    version: str | None = None,
    license: str | None = LICENSE,
    base: str = BASE,
    language: str = "en",
) -> str:
    """Write the mappings of a catalog, or some of them, as an SSSOM table.

    >>> from customer_types import catalog, crosswalk
    >>> found = crosswalk("supply-chain-positions/middleman", to="gr")
    >>> print(dumps(catalog(), mappings=found).splitlines()[1])
    #  customer-types: https://w3id.org/customer-types/

    `id` and `license` are those of the set of mappings, which are your own if the mappings are; the IRIs
    of categories begin with `base`. Labels and comments are in the language, as far as they are there.
    Raises `UnknownIdError` for a category that is not in the catalog, and, both ValueErrors, `PrefixError`
    for a prefix that stands for two vocabularies and `BaseIriError` for a base that is no absolute IRI
    ending in a slash.
    """
    require_base(base)
    written = list(catalog.mappings if mappings is None else mappings)
    curies = _curie_map(written, base)
    rows = sorted(
        (_row(one, catalog, language) for one in written),
        key=lambda row: [row.get(column, "") for column in _COLUMNS],
    )
    head = {"mapping_set_id": id, "mapping_set_version": version, "license": license}
    lines = ["curie_map:", *(f"  {prefix}: {_scalar(curies[prefix])}" for prefix in sorted(curies))]
    lines += [f"{slot}: {_scalar(value)}" for slot, value in head.items() if value is not None]
    lines += [f"{slot}: {value}" for slot, value in _condense(rows)]
    columns = [column for column in _COLUMNS if column in REQUIRED or any(column in row for row in rows)]
    table = [columns, *([quoted(row.get(column, "")) for column in columns] for row in rows)]
    return "".join([*(f"#{line}\n" for line in lines), *("\t".join(row) + "\n" for row in table)])


def loads(
    text: str, /, *, catalog: Catalog | None = None, base: str = BASE, path: str = "<text>"
) -> tuple[Mapping, ...]:
    r"""Read the mappings of an SSSOM table whose subjects are categories of a catalog, or of the shipped one.

    >>> from customer_types import catalog
    >>> set(loads(dumps(catalog()))) == set(catalog().mappings)
    True

    Objects are categories too, or terms of vocabularies whose prefixes the table declares. What this
    library's mappings have no place for is passed over. `path` is what messages call the text. Raises
    `LoadError` with all faults of the table, and `BaseIriError`, both ValueErrors.
    """
    require_base(base)
    return read(text.removeprefix("\ufeff"), shipped() if catalog is None else catalog, base, path)


def _curie_map(mappings: list[Mapping], base: str) -> dict[str, str]:
    """Give what the prefixes stand for, those left out that SSSOM knows by itself."""
    found = {PREFIX: base}
    for mapping in mappings:
        there = mapping.object_source
        if there is None:
            continue
        known = BUILT_IN.get(there.prefix) or found.setdefault(there.prefix, there.iri)
        if known != there.iri or there.iri.startswith(base):
            raise PrefixError(there.prefix, known, there.iri)
    return found


def _row(mapping: Mapping, catalog: Catalog, language: str) -> Row:
    subject = catalog.named_category(mapping.subject)
    fallback = ("en", *catalog.named(subject.taxonomy).languages)
    row = {
        "subject_id": f"{PREFIX}:{mapping.subject}",
        "subject_label": subject.label(language, fallback=fallback),
        "predicate_id": f"skos:{mapping.relation}",
        "object_id": mapping.object,
        "object_label": mapping.object_label or "",
        "mapping_justification": mapping.justification,
        "author_label": joined([mapping.author or ""]),
        "subject_source": f"{PREFIX}:{subject.taxonomy}",
        "object_source": f"{mapping.target}:",
        "mapping_date": "" if mapping.date is None else mapping.date.isoformat(),
        "other": joined(_others(mapping, language)),
        "comment": _comment(mapping, language)[1],
    }
    if mapping.object_source is None:
        there = catalog.named_category(mapping.object)
        row["object_id"] = f"{PREFIX}:{mapping.object}"
        row["object_label"] = there.label(language, fallback=("en", *catalog.named(there.taxonomy).languages))
        row["object_source"] = f"{PREFIX}:{there.taxonomy}"
    return {column: text for column, text in row.items() if text}


def _comment(mapping: Mapping, language: str) -> tuple[str, str]:
    """Choose the note of a mapping that is its comment: a language and a text."""
    notes = {} if mapping.notes is None else mapping.notes.by_language
    for tag in (language, "en", *notes):
        if tag in notes:
            return tag, notes[tag]
    return "en", ""


def _others(mapping: Mapping, language: str) -> Iterator[str]:
    """Give what the standard has no column for, as pairs of key and value."""
    yield from (f"{SOURCE}={source}" for source in mapping.source)
    chosen, _ = _comment(mapping, language)
    if chosen != "en":
        yield f"{LANGUAGE}={chosen}"
    notes = {} if mapping.notes is None else mapping.notes.by_language
    yield from (f"{NOTE}{tag}={text}" for tag, text in sorted(notes.items()) if tag != chosen)


def _condense(rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Take out of the rows what is the same in all of them."""
    for slot in _CONDENSED:
        found = {row.get(slot, "") for row in rows}
        if len(found) == 1 and "" not in found:
            text = found.pop()
            yield slot, text if slot == "mapping_date" else _scalar(text)
            for row in rows:
                del row[slot]


def _scalar(text: str) -> str:
    """Write a text of the metadata, in quotes where YAML would take it for something else."""
    if _PLAIN.fullmatch(text) and not is_ambiguous(text):
        return text
    return json.dumps(text, ensure_ascii=False)
