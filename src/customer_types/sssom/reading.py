"""Reading makes the entries of a crosswalk's file of an SSSOM table, each with its place in the table.

From there on a table is read like such a file, so that the same faults are found in both. The metadata
are YAML behind `#`; of them the prefixes count, and what is said there of all mappings at once.
"""

import re
from collections.abc import Iterator
from typing import Any, get_args

import attrs

from customer_types._messages import Plain
from customer_types._model.faults import LoadError
from customer_types._model.languages import is_tag
from customer_types._model.mappings import BUILT_IN, NO_TERM, Mapping as CategoryMapping, MatchRelation
from customer_types._reading.contexts import Surroundings
from customer_types._reading.documents import Document
from customer_types._reading.files import mappings_of
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence
from customer_types._reading.yaml import parse, without_hidden
from customer_types.sssom.cells import Cell, rows, values

REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
#: What may be said of all mappings at once.
PROPAGATED = ("mapping_date", "object_source")
#: What stands before the language of a note, and before the id of a source, in the column `other`.
NOTE, SOURCE, LANGUAGE = "comment@", "source", "comment_language"

_RELATIONS = get_args(MatchRelation)
_METADATA = re.compile(r"(?:#[^\r\n]*(?:\r\n|\r|\n|\Z))*")


def read(text: str, catalog: Surroundings, base: str, path: str) -> tuple[CategoryMapping, ...]:
    """Read the mappings of a table whose categories have IRIs that begin with `base`. Raises `LoadError`."""
    document = Document(text, path)
    text = without_hidden(document)
    head = _METADATA.match(text)
    assert head is not None  # there may be no line of them
    table = _Table(document, base, _metadata(head[0], document))
    entry = table.entry(rows(text, head.end(), document))
    if entry is None:
        raise document.refuse()
    return mappings_of(entry, catalog, languages=())


def _metadata(text: str, document: Document) -> dict[str, Node]:
    """Read the metadata; what is wrong in them is told with the lines of the table."""
    yaml = Document(re.sub(r"(?:\A|(?<=[\r\n]))#", " ", text), document.path)
    try:
        root = parse(yaml) if text.strip("# \t\r\n") else None
    except LoadError as error:
        document.faults += [
            attrs.evolve(fault, excerpt=document.line(fault.location.line or 1)) for fault in error.faults
        ]
        root = None
    return root.entries if isinstance(root, Mapping) else {}


class _Table:
    """A table that becomes the entries of a file of mappings."""

    def __init__(self, document: Document, base: str, metadata: dict[str, Node]) -> None:
        self.document = document
        self.base = base
        declared = metadata.get("curie_map")
        self.prefixes = {**BUILT_IN}
        self.declared: dict[str, Scalar] = {}
        if isinstance(declared, Mapping):
            self.declared = {
                prefix: iri for prefix, iri in declared.entries.items() if isinstance(iri, Scalar)
            }
            self.prefixes |= {prefix: iri.text for prefix, iri in self.declared.items()}
        self.of_all = {
            slot: Cell(node.text, node.line, node.column)
            for slot, node in metadata.items()
            if slot in PROPAGATED and isinstance(node, Scalar) and node.text
        }
        self.used: dict[str, Scalar] = {}
        self.is_whole = True

    def entry(self, lines: Iterator[list[Cell]]) -> Mapping | None:
        """Make the entries of the table, or nothing where there is no table."""
        heads = next(lines, None)
        if heads is None:
            self.document.fault("sssom.no-table", len(self.document.text.splitlines()) + 1)
            return None
        columns = self._columns(heads)
        found = Sequence(self.document, heads[0].line, 1)
        found.items += filter(None, (self._row(columns, row) for row in lines))
        if not self.is_whole:
            return None
        root = self._mapping(heads[0], {"mappings": found})
        if self.used:
            root.entries["prefixes"] = self._mapping(heads[0], {**self.used})
        return root

    def _columns(self, heads: list[Cell]) -> list[str]:
        columns = [cell.text for cell in heads]
        first: dict[str, Cell] = {}
        for cell in heads:
            if first.setdefault(cell.text, cell) is not cell:
                self.document.fault("sssom.column-twice", cell.line, cell.column, name=cell.text)
        for column in REQUIRED:
            if column not in columns:
                self.is_whole = False
                line = heads[0].line
                self.document.fault("sssom.missing-column", line, name=column)
        return columns

    def _row(self, columns: list[str], row: list[Cell]) -> Node | None:
        """Make the entry of a row; nothing where too little of it is there."""
        if len(row) > len(columns):
            surplus = row[len(columns)]
            self.document.fault(
                "sssom.cells", surplus.line, surplus.column, found=len(row), expected=len(columns)
            )
            return None
        cells = {column: cell for column, cell in zip(columns, row, strict=False) if cell.text}
        missing = [column for column in REQUIRED if column in columns and column not in cells]
        for column in missing:
            place = (*row, Cell("", row[0].line, 1))[min(columns.index(column), len(row))]
            self._fault("sssom.empty", place, column)
        if missing or not self.is_whole:
            return None
        for slot in PROPAGATED:
            if slot not in columns and slot in self.of_all:
                cells[slot] = self.of_all[slot]
        if "predicate_modifier" in cells:
            self._fault("sssom.negated", cells["predicate_modifier"], "predicate_modifier")
            return None
        subject = self._subject(cells["subject_id"])
        if subject is None:
            return None
        return self._mapping(row[0], {"subject": subject, **dict(self._entries(cells))})

    def _entries(self, cells: dict[str, Cell]) -> Iterator[tuple[str, Node]]:
        yield "relation", self._relation(cells["predicate_id"])
        cell = cells["object_id"]
        iri = self._iri(cell)
        if iri == BUILT_IN["sssom"] + NO_TERM.partition(":")[2]:
            yield "object", self._scalar(cell, NO_TERM, "object_id")
            if "object_source" in cells:
                yield "object_source", self._vocabulary(cells["object_source"])
        elif iri.startswith(self.base):
            yield "object", self._scalar(cell, iri.removeprefix(self.base), "object_id")
        else:
            self._use(cell)
            yield "object", self._scalar(cell, cell.text, "object_id")
            if "object_label" in cells:
                yield "object_label", self._scalar(cells["object_label"], None, "object_label")
        justification, semapv = cells["mapping_justification"], BUILT_IN["semapv"]
        written = re.sub(f"^{re.escape(semapv)}", "semapv:", self._iri(justification))
        yield "justification", self._scalar(justification, written, "mapping_justification")
        for column in ("author_label", "author_id"):
            if column in cells:
                author = ", ".join(values(cells[column].text))
                yield "author", self._scalar(cells[column], author, column)
                break
        if "mapping_date" in cells:
            yield "date", self._scalar(cells["mapping_date"], None, "mapping_date")
        yield from self._statements(cells)

    def _statements(self, cells: dict[str, Cell]) -> Iterator[tuple[str, Node]]:
        """Read the note in its languages, and the sources."""
        notes: dict[str, Node] = {}
        sources: list[Node] = []
        language = "en"
        other = cells.get("other")
        for pair in values(other.text) if other is not None else ():
            key, _, value = pair.partition("=")
            assert other is not None
            if key == SOURCE:
                sources.append(self._scalar(other, value, "other"))
            elif key == LANGUAGE and is_tag(value):
                language = value
            elif key.startswith(NOTE) and is_tag(key.removeprefix(NOTE)):
                notes[key.removeprefix(NOTE)] = self._scalar(other, value, "other")
        if "comment" in cells:
            notes.pop(language, None)  # the column goes before what stands elsewhere
            notes = {language: self._scalar(cells["comment"], None, "comment"), **notes}
        place = cells["subject_id"]
        if notes:
            yield "note", self._mapping(place, notes)
        if sources:
            listed = Sequence(self.document, place.line, place.column)
            listed.items = sources
            yield "source", listed

    # ---- names

    def _iri(self, cell: Cell) -> str:
        """Give the IRI that a name with a prefix stands for, or the text if it is no such name."""
        prefix, colon, name = cell.text.partition(":")
        return self.prefixes[prefix] + name if colon and prefix in self.prefixes else cell.text

    def _subject(self, cell: Cell) -> Scalar | None:
        iri = self._iri(cell)
        if iri.startswith(self.base):
            return self._scalar(cell, iri.removeprefix(self.base), "subject_id")
        prefix, colon, _ = cell.text.partition(":")
        if colon and prefix not in self.prefixes:
            hints = self.document.similar(prefix, self.prefixes)
            self._fault("term.unknown-prefix", cell, "subject_id", prefix=prefix, hints=hints)
        else:
            self._fault("sssom.subject", cell, "subject_id", text=cell.text, base=Plain(self.base))
        return None

    def _relation(self, cell: Cell) -> Scalar:
        skos = BUILT_IN["skos"]
        iri = self._iri(cell)
        relation = iri.removeprefix(skos)
        if not iri.startswith(skos) or relation not in _RELATIONS:
            allowed = tuple(f"skos:{one}" for one in _RELATIONS)
            hints = self.document.similar(cell.text, allowed)
            self._fault("schema.value", cell, "predicate_id", text=cell.text, allowed=allowed, hints=hints)
            relation = _RELATIONS[0]  # the table is refused, and the other cells are looked at
        return self._scalar(cell, relation, "predicate_id")

    def _vocabulary(self, cell: Cell) -> Scalar:
        prefix, colon, rest = cell.text.partition(":")
        if rest or not colon:
            self._fault("sssom.source", cell, "object_source", text=cell.text)
        self._use(cell)
        return self._scalar(cell, prefix, "object_source")

    def _use(self, cell: Cell) -> None:
        """Note that a prefix stands for a vocabulary outside."""
        prefix = cell.text.partition(":")[0]
        if prefix in self.declared:
            self.used[prefix] = self.declared[prefix]
        elif prefix in BUILT_IN:
            self.used[prefix] = self._scalar(cell, BUILT_IN[prefix], "")

    def _fault(self, code: str, cell: Cell, column: str, **told: Any) -> None:
        self.document.fault(code, cell.line, cell.column, inside=column, **told)

    # ---- nodes

    def _scalar(self, cell: Cell, text: str | None, place: str) -> Scalar:
        node = Scalar(self.document, cell.line, cell.column, cell.text if text is None else text, plain=False)
        self.document.places[id(node)] = place
        return node

    def _mapping(self, cell: Cell, entries: dict[str, Node]) -> Mapping:
        node = Mapping(self.document, cell.line, cell.column)
        self.document.places[id(node)] = ""
        node.entries = entries
        node.keys = {
            key: Scalar(self.document, value.line, value.column, key, plain=True)
            for key, value in node.entries.items()
        }
        return node
