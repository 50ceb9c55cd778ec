"""Checking finds all that is wrong or doubtful in a file: by reading it, then by proofs."""

import os
import warnings
from collections.abc import Iterable

import attrs

from customer_types._cells.prover import Solver
from customer_types.catalogs import catalog
from customer_types.crosswalks import faults_of_mappings
from customer_types.errors import Fault, TaxonomyWarning, in_file_order
from customer_types.loading import faults_of, kind_of, line_of, load, load_mappings
from customer_types.proofs import BUDGET
from customer_types.verification import verify


def check(
    path: str | os.PathLike[str], /, *, budget: int = BUDGET, solver: Solver = "cells"
) -> tuple[Fault, ...]:
    """List what is wrong or doubtful in a file, in file order; nothing is raised for it.

    A file that can't be used has the faults of reading only. `budget` and `solver` are those of
    `verify`.
    """
    found = faults_of(path)
    if any(fault.severity == "error" for fault in found):
        return found
    proved: tuple[Fault, ...] = ()
    match kind_of(path):
        case "taxonomy":
            with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):
                proved = verify(load(path), budget=budget, solver=solver).faults
        case "mappings":
            proved = faults_of_mappings(load_mappings(path), catalog(), budget=budget, solver=solver)
        case _:
            pass
    return tuple(in_file_order((*found, *with_lines(proved))))


def with_lines(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Give faults with the lines of the files that they are about."""
    return tuple(
        fault
        if fault.location.line is None
        else attrs.evolve(fault, excerpt=line_of(fault.location.path, fault.location.line))
        for fault in faults
    )
