"""Checking finds all that is wrong or doubtful in files: by reading them, then by proofs.

The files of a folder belong together: they are read as `Catalog.extended` reads them, and may name one
another's facts, sources and categories. A file that is checked by itself knows nothing of its neighbors.
"""

import os
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import attrs

from customer_types._cells.prover import Solver
from customer_types._reading.documents import in_order
from customer_types._reading.extensions import documents
from customer_types.catalogs import Catalog
from customer_types.crosswalks import faults_of_mappings
from customer_types.defaults import catalog as shipped
from customer_types.errors import CircularCriteriaError
from customer_types.faults import Fault, LoadError, TaxonomyWarning, in_file_order
from customer_types.loading import faults_of, kind_of, line_of, load, load_mappings
from customer_types.proofs import BUDGET
from customer_types.verification import verify


def check(
    path: str | os.PathLike[str],
    /,
    *,
    catalog: Catalog | None = None,
    budget: int = BUDGET,
    solver: Solver = "cells",
) -> tuple[Fault, ...]:
    """List what is wrong or doubtful in a file, or in a folder of files; nothing is raised for it.

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
    proved: tuple[Fault, ...] = ()
    match kind_of(path):
        case "taxonomy":
            with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):
                proved = verify(load(path, catalog=catalog), budget=budget, solver=solver).faults
        case "mappings":
            mappings = load_mappings(path, catalog=catalog)
            proved = faults_of_mappings(mappings, catalog, budget=budget, solver=solver)
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
    for id in () if extended.doubts else extended.changed:
        with suppress(LoadError, CircularCriteriaError):  # that is told already
            proved += verify(extended.named(id), budget=budget, solver=solver).faults
    if all(fault.severity == "warning" for fault in found):
        ours = {document.path for document in read}
        mappings = [one for one in extended.mappings if one.location.path in ours]
        proved += faults_of_mappings(mappings, extended, budget=budget, solver=solver)
    return tuple(in_file_order((*found, *with_lines(proved))))


def with_lines(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Give faults with the lines of the files that they are about."""
    return tuple(
        fault
        if fault.location.line is None
        else attrs.evolve(fault, excerpt=line_of(fault.location.path, fault.location.line))
        for fault in faults
    )
