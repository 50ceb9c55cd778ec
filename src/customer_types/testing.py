"""Testing puts the proofs of taxonomies into a test suite of one's own, by one line.

In a file of tests:

    import customer_types.testing

    test_taxonomies = customer_types.testing.proofs_of("taxonomies/")

and pytest has a test for each file in the folder. The module needs the extra `testing`.
"""

import inspect
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

from customer_types._cells.prover import Solver
from customer_types._reading.extensions import ENDINGS
from customer_types.catalogs import Catalog
from customer_types.checking import check
from customer_types.errors import MissingExtraError
from customer_types.faults import Fault
from customer_types.proofs import BUDGET

try:
    import pytest
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] not in ("pytest", "_pytest"):
        raise
    raise MissingExtraError("testing") from None

__all__ = ["proofs_of"]


def proofs_of(
    path: str | os.PathLike[str],
    /,
    *more: str | os.PathLike[str],
    strict: bool = False,
    language: Literal["en", "fr"] = "en",
    catalog: Catalog | None = None,
    budget: int = BUDGET,
    solver: Solver = "cells",
) -> Callable[[Path], None]:
    """Make a test of pytest that reads files, or those in folders, and proves the rules of taxonomies.

    >>> test_taxonomies = proofs_of("taxonomies/", strict=True)

    Give it a name that begins with `test`. There is one case for each file, named as the file. Paths
    are relative to the file in which `proofs_of` is called. A case fails with all faults of its file,
    in English or in French: where something is wrong or undecided, or, if `strict`, doubtful. A path
    that is not there, and a folder without files, is a case that fails. The files of a folder belong
    together, as for `Catalog.extended`; they may build on those of a catalog, the shipped one if none is
    given. `budget`, in steps, and `solver` are those of `verify`.
    """
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    home = Path(frame.f_back.f_code.co_filename).absolute().parent
    place_of: dict[Path, Path] = {}
    for place in (home / Path(os.fsdecode(one)) for one in (path, *more)):
        for file in _files(place):
            place_of.setdefault(file, place)

    @cache
    def faults_in(place: str) -> tuple[Fault, ...]:
        return check(place, catalog=catalog, budget=budget, solver=solver)

    @pytest.mark.parametrize("taxonomy_file", place_of, ids=[file.name for file in place_of])
    def test_proofs(taxonomy_file: Path) -> None:
        """A file has no faults, and its rules are proved."""
        faults = faults_in(_shown(place_of[taxonomy_file]))
        found = [fault for fault in faults if fault.location.path == _shown(taxonomy_file)]
        if any(strict or _counts(fault) for fault in found):
            pytest.fail("\n".join(fault.render(language) for fault in found), pytrace=False)

    return test_proofs


def _files(path: Path) -> list[Path]:
    """List a file, or the files of a folder; where there are none, the folder."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix in ENDINGS) or [path]


def _counts(fault: Fault) -> bool:
    """Tell whether a fault leaves something wrong, or not proved."""
    return fault.severity == "error" or fault.is_of_search


def _shown(path: Path) -> str:
    """Give a path as a reader knows it: from where pytest runs, if it is below."""
    full = os.path.normpath(path)
    return os.path.relpath(full) if Path(full).is_relative_to(Path.cwd()) else full
