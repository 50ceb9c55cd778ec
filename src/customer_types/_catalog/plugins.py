"""A plug-in is an installed package that brings taxonomies: a folder of YAML files in it.

The package names the folder by an entry point of the group `customer_types.taxonomies`, as in
`acme = "acme_customers.taxonomies"`. A plug-in is data: no code of the package runs.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import EntryPoint, distributions, entry_points
from importlib.resources.abc import Traversable, TraversableResources
from importlib.util import find_spec
from pathlib import Path

import attrs

from customer_types._catalog.extensions import ENDINGS
from customer_types._messages import Phrase, Plain
from customer_types._model.faults import Fault, LoadError
from customer_types._reading.documents import Document, decode, read_bytes
from customer_types._reading.nodes import Mapping
from customer_types._reading.yaml import parse

GROUP = "customer_types.taxonomies"

_NAME = re.compile(r"\w+(\.[\w-]+)*")


@attrs.define
class Plugins:
    """The files of all plug-ins, the faults that hinder their use, and where each file is from."""

    documents: list[Document] = attrs.field(factory=list)
    faults: list[Fault] = attrs.field(factory=list)
    _origins: dict[str, Phrase] = attrs.field(factory=dict)

    def add(self, entry_point: EntryPoint) -> None:
        """Add the files of a plug-in."""
        folder = Document("", entry_point.value)
        self._origins[folder.path] = _origin(entry_point)
        found = _folder(entry_point.value)
        if found is None:
            folder.fault_of_file("plugin.no-folder")
        elif not (files := [one for one in found.iterdir() if one.is_file() and one.name.endswith(ENDINGS)]):
            folder.fault_of_file("file.no-yaml")
        else:
            for file in sorted(files, key=lambda one: one.name):
                self._origins[str(file)] = _origin(entry_point)
                self._open(file)
        self.faults += folder.faults

    def _open(self, file: Traversable) -> None:
        try:
            content = read_bytes(str(file)) if isinstance(file, Path) else file.read_bytes()
            document = decode(content, str(file))
            root = parse(document)
        except LoadError as error:
            self.faults += error.faults
            return
        except OSError as error:
            unread = Document("", str(file))
            unread.fault_of_file("file.unreadable", reason=Plain(error.strerror or str(error)))
            self.faults += unread.faults
            return
        if isinstance(root, Mapping) and "overlay" in root.entries:
            root.keys["overlay"].report("plugin.overlay")
            self.faults += document.faults
        else:
            self.documents.append(Document(document.text, document.path))

    def with_origins(self, faults: Iterable[Fault]) -> list[Fault]:
        """Give faults of files of plug-ins with the packages that they are from."""
        return [
            attrs.evolve(fault, hints=(*fault.hints, self._origins[fault.location.path]))
            if fault.location.path in self._origins
            else fault
            for fault in faults
        ]


def installed() -> Plugins:
    """Find the plug-ins that are installed."""
    plugins = Plugins()
    for entry_point in sorted(_entry_points(), key=lambda one: (one.name, one.value)):
        plugins.add(entry_point)
    return plugins


def _entry_points() -> Iterable[EntryPoint]:
    """List the entry points of the group; packages whose own metadata can't be read have none."""
    try:
        return entry_points(group=GROUP)
    except (TypeError, ValueError):  # somebody's metadata are broken
        found: list[EntryPoint] = []
        for distribution in distributions():
            with suppress(TypeError, ValueError):
                found += distribution.entry_points.select(group=GROUP)
        return found


def _origin(entry_point: EntryPoint) -> Phrase:
    package = "?" if entry_point.dist is None else f"{entry_point.dist.name} {entry_point.dist.version}"
    return Phrase("hint.plugin", {"package": Plain(f"`{package}`")})


def _folder(name: str) -> Traversable | None:
    """Find the folder that an entry point names, and import nothing for it; `None` where there is none."""
    if not _NAME.fullmatch(name):
        return None
    package, *inner = name.split(".")
    try:
        spec = find_spec(package)
    except ValueError:
        return None
    loader = None if spec is None else spec.loader
    reader = getattr(loader, "get_resource_reader", lambda _: None)(package)
    if not isinstance(reader, TraversableResources):
        return None
    folder = reader.files().joinpath(*inner)
    return folder if folder.is_dir() else None
