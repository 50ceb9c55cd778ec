"""Checking finds all that is wrong or doubtful in a file of a taxonomy: by reading it, then by proofs."""

import os
import warnings

import attrs

from customer_types._cells.prover import Solver
from customer_types.errors import Fault, TaxonomyWarning
from customer_types.loading import faults_of, line_of, load
from customer_types.proofs import BUDGET
from customer_types.verification import Report, verify


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
    with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):
        taxonomy = load(path)
    proved = faults_with_lines(verify(taxonomy, budget=budget, solver=solver))
    return tuple(
        sorted((*found, *proved), key=lambda fault: (fault.location.line or 0, fault.location.column or 0))
    )


def faults_with_lines(report: Report) -> tuple[Fault, ...]:
    """List what a report finds wrong or doubtful, each with the line of the file that it is about."""
    return tuple(
        fault
        if fault.location.line is None
        else attrs.evolve(fault, excerpt=line_of(fault.location.path, fault.location.line))
        for fault in report.faults
    )
