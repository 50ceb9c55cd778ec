"""An extension is files that are added to a catalog: taxonomies, overlays, facts, sources and mappings.

They are told apart by what is in them. Files of a folder are taken in the order of their names.
"""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import attrs

from customer_types._messages import Plain
from customer_types._model.faults import Fault, LoadError
from customer_types._reading.documents import Document, decode, read_bytes
from customer_types._reading.files import shared_kind
from customer_types._reading.layers import Place, same, settings
from customer_types._reading.nodes import Mapping, Node, Scalar
from customer_types._reading.yaml import parse

#: Gives a file as it was, with nothing found in it yet.
Opener = Callable[[], Document]

#: How the names of files of YAML end.
ENDINGS = (".yaml", ".yml")


@attrs.frozen(kw_only=True)
class Extension:
    """Files by what they hold: taxonomies by id, overlays by the taxonomy that they change."""

    taxonomies: dict[str, Opener] = attrs.field(factory=dict)
    overlays: dict[str, list[Opener]] = attrs.field(factory=dict)
    facts: list[Opener] = attrs.field(factory=list)
    sources: list[Opener] = attrs.field(factory=list)
    mappings: list[Opener] = attrs.field(factory=list)


@attrs.define
class Sorter:
    """Sorts files into an extension, and keeps the faults that hinder it.

    `place_of` tells where a taxonomy is from that is there already.
    """

    place_of: Callable[[str], str | None]
    extension: Extension = attrs.field(factory=Extension)
    faults: list[Fault] = attrs.field(factory=list)
    _places: dict[str, str] = attrs.field(factory=dict)
    _set: dict[str, dict[Place, Node]] = attrs.field(factory=dict)

    def add(self, document: Document) -> None:
        """Add a file."""
        try:
            root = parse(document)
        except LoadError as error:
            self.faults += error.faults
            return
        match shared_kind(root):
            case "sources":
                self.extension.sources.append(_opener(document))
            case "mappings":
                self.extension.mappings.append(_opener(document))
            case None if isinstance(root, Mapping):
                self._add_taxonomy(root, document)
            case None:
                self.extension.taxonomies[document.path] = _opener(document)  # it is read for its faults
            case _:
                self.extension.facts.append(_opener(document))
        self.faults += document.faults

    def _add_taxonomy(self, root: Mapping, document: Document) -> None:
        changed, written = root.entries.get("overlay"), root.entries.get("id")
        if isinstance(changed, Scalar) and written is None and "extends" not in root.entries:
            self._require_agreement(changed.text, root)
            self.extension.overlays.setdefault(changed.text, []).append(_opener(document))
            return
        id = written.text if isinstance(written, Scalar) else document.path
        first = self._places.get(id) or self.place_of(id)
        if written is not None and first is not None:
            written.report("catalog.taken", id=id, first=Plain(first))
            id = document.path  # it is read for its faults
        self._places[id] = str((written or root).location)
        self.extension.taxonomies[id] = _opener(document)

    def _require_agreement(self, taxonomy: str, root: Mapping) -> None:
        """Report what an earlier overlay of the taxonomy sets to something else, or removes."""
        known = self._set.setdefault(taxonomy, {})
        for place, node in settings(root):
            around = (place[:length] for length in range(2, len(place) + 1, 2))
            other = next((known[one] for one in around if one in known), known.get(place))
            if other is None and "remove" in root.entries:
                other = next((one for there, one in known.items() if there[: len(place)] == place), None)
            if other is not None and not same(node, other):
                first = Plain(str(other.location))
                node.report("overlay.conflict", key=Plain(".".join(place)), first=first)
            else:
                known[place] = node


def _opener(document: Document) -> Opener:
    return partial(Document, document.text, document.path)


def documents(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Document], list[Fault]]:
    """Open files, and the files of folders; and give the faults of those that can't be read."""
    found: list[Document] = []
    faults: list[Fault] = []
    for path in paths:
        name = os.fsdecode(path)
        try:
            files = files_of(name)
        except LoadError as error:
            faults += error.faults
            continue
        for file in files:
            try:
                found.append(decode(read_bytes(file), file))
            except LoadError as error:
                faults += error.faults
    return found, faults


def files_of(name: str) -> list[str]:
    """List the files of a folder, or the file itself. Raises `LoadError` for a folder without any."""
    folder = Path(name)
    if not folder.is_dir():
        return [name]
    document = Document("", name)
    try:
        files = [str(file) for file in sorted(folder.iterdir()) if file.suffix in ENDINGS]
    except PermissionError:
        document.fault_of_file("file.permission")
        raise document.refuse() from None
    except OSError as error:
        document.fault_of_file("file.unreadable", reason=Plain(error.strerror or str(error)))
        raise document.refuse() from None
    if not files:
        document.fault_of_file("file.no-yaml")
        raise document.refuse()
    return files
