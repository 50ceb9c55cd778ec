"""Checking finds all that is wrong or doubtful in files: by reading them, then by proofs.

The files of a folder belong together: they are read as `Catalog.extended` reads them, and may name one
another's facts, sources and categories. A file that is checked by itself knows nothing of its neighbors.
"""

import os
import warnings
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import attrs

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.extensions import documents
from customer_types._catalog.loading import faults_of, kind_of, line_of, load, load_mappings, load_vocabulary
from customer_types._catalog.lookups import catalog as shipped
from customer_types._checking.crosswalks import faults_of_mappings
from customer_types._checking.doubts import doubts, unknown_units
from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.faults import Fault, LoadError, TaxonomyWarning, in_file_order
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.prover import Solver
from customer_types._proving.proofs import BUDGET
from customer_types._proving.verification import verify
from customer_types._reading.documents import Document, in_order
from customer_types._reading.nodes import Mapping, Scalar
from customer_types.errors import CircularCriteriaError


def check(
    path: str | os.PathLike[str],
    /,
    *,
    catalog: Catalog | None = None,
    budget: int = BUDGET,
    solver: Solver = "cells",
) -> tuple[Fault, ...]:
    r"""List what is wrong or doubtful in a file, or in a folder of files; nothing is raised for it.

    >>> _ = Path("weeks.yaml").write_text("overlay: lifecycle\nthresholds: [{id: new_days, value: 500}]")
    >>> {fault.code for fault in check("weeks.yaml")}
    {'rules.overlap'}

    It is checked against a catalog, the shipped one if none is given. A file that can't be used has the
    faults of reading only. `budget` and `solver` are those of `verify`.
    """
    among = shipped() if catalog is None else catalog
    judge = _check_folder if Path(os.fsdecode(path)).is_dir() else _check_file
    return judge(path, among, budget=budget, solver=solver)


def _check_file(
    path: str | os.PathLike[str], catalog: Catalog, *, budget: int, solver: Solver
) -> tuple[Fault, ...]:
    found = faults_of(path, catalog=catalog)
    if any(fault.severity == "error" for fault in found):
        return found
    proved: list[Fault] = []
    match kind_of(path):
        case "taxonomy":
            with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):
                taxonomy = load(path, catalog=catalog)
            proved += _judged(taxonomy, [os.fsdecode(path)], budget=budget, solver=solver)
        case "mappings":
            mappings = load_mappings(path, catalog=catalog)
            proved += faults_of_mappings(mappings, catalog, budget=budget, solver=solver)
        case "facts":
            own = load_vocabulary(path)
            proved += unknown_units(own.facts.values(), {*own.units, *catalog.vocabulary.units})
        case _:
            pass
    return tuple(in_file_order((*found, *with_lines(proved))))


def _check_folder(
    path: str | os.PathLike[str], catalog: Catalog, *, budget: int, solver: Solver
) -> tuple[Fault, ...]:
    read, unreadable = documents([path])
    extended, faults = catalog.with_documents(read)
    found = in_order([*unreadable, *faults])
    proved: list[Fault] = []
    for id in () if extended.unreadable else extended.changed:
        with suppress(LoadError, CircularCriteriaError):  # that is told already
            line = _line(extended, id)
            makers = [document.path for document in read if _made(document) in line]
            proved += _judged(extended.named(id), makers, budget=budget, solver=solver)
    if all(fault.severity == "warning" for fault in found):
        ours = {document.path for document in read}
        facts = [one for one in extended.vocabulary.facts.values() if one.location.path in ours]
        proved += unknown_units(facts, extended.vocabulary.units)
        mappings = [one for one in extended.mappings if one.location.path in ours]
        proved += faults_of_mappings(mappings, extended, budget=budget, solver=solver)
    return tuple(in_file_order((*found, *with_lines(_once(proved)))))


def _once(faults: Iterable[Fault]) -> list[Fault]:
    """Take what is said of a place in several taxonomies, one of which starts from another, as said once."""
    found: dict[object, Fault] = {}
    for fault in faults:
        found.setdefault((fault.code, fault.location, repr(fault.arguments)), fault)
    return [*found.values()]


def _judged(taxonomy: Taxonomy, paths: Sequence[str], *, budget: int, solver: Solver) -> list[Fault]:
    """List what is wrong or doubtful in a taxonomy that files make."""
    found = [*verify(taxonomy, budget=budget, solver=solver).faults, *doubts(taxonomy)]
    return [_said_of(fault, taxonomy.id, paths) for fault in found]


def _line(catalog: Catalog, id: str) -> set[str]:
    """Give a taxonomy, what it starts from, and so on; where they go in a circle, each once."""
    found: set[str] = set()
    base: str | None = id
    while base is not None and base not in found:
        found.add(base)
        base = catalog.base(base)
    return found


def _made(document: Document) -> str | None:
    """Tell which taxonomy a file is of, or changes."""
    root = document.root
    named = [root.entries.get(key) for key in ("id", "overlay")] if isinstance(root, Mapping) else []
    return next((one.text for one in named if isinstance(one, Scalar)), None)


def _said_of(fault: Fault, id: str, paths: Sequence[str]) -> Fault:
    """Add which files make the taxonomy of a fault, if its place is in none of them."""
    if fault.location.path in paths or not paths:
        return fault
    told = {"taxonomy": id, "paths": Listed(tuple(map(Plain, paths)), "and")}
    return attrs.evolve(fault, hints=(*fault.hints, Phrase("hint.as-made", told)))


def with_lines(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Give faults with the lines of the files that they are about."""
    return tuple(
        fault
        if fault.location.line is None
        else attrs.evolve(fault, excerpt=line_of(fault.location.path, fault.location.line))
        for fault in faults
    )
