"""Testing puts the proofs of taxonomies into a test suite of one's own, by one line.

In a file of tests:

    import customer_types.testing

    test_taxonomies = customer_types.testing.proofs_of("taxonomies/")

and pytest has a test for each file in the folder. The module needs the extra `testing`.
"""

import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from customer_types._cells.prover import Solver
from customer_types.checking import check
from customer_types.errors import Fault, MissingExtraError
from customer_types.messages import Plain, message
from customer_types.proofs import BUDGET

try:
    import pytest
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] not in ("pytest", "_pytest"):
        raise
    raise MissingExtraError("testing") from None

__all__ = ["proofs_of"]

#: What a folder of taxonomies may have besides: facts, sources and mappings.
_NO_TAXONOMIES = frozenset({"facts", "sources", "crosswalk"})


def proofs_of(
    path: str | os.PathLike[str],
    /,
    *more: str | os.PathLike[str],
    strict: bool = False,
    language: Literal["en", "fr"] = "en",
    budget: int = BUDGET,
    solver: Solver = "cells",
) -> Callable[[Path], None]:
    """Make a test of pytest that reads files of taxonomies, or those in folders, and proves their rules.

    >>> test_taxonomies = proofs_of("taxonomies/", strict=True)

    Give it a name that begins with `test`. There is one case for each file, named as the file. Paths
    are relative to the file in which `proofs_of` is called. A case fails with all faults of its file,
    in English or in French: where something is wrong or undecided, or, if `strict`, doubtful. A path
    that is not there, and a folder without files of taxonomies, is a case that fails; `facts.yaml`,
    `sources.yaml` and `crosswalk.yaml` in a folder are no taxonomies. `budget`, in steps, and `solver`
    are those of `verify`.
    """
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    home = Path(frame.f_back.f_code.co_filename).absolute().parent
    files = [file for one in (path, *more) for file in _files(home / Path(os.fsdecode(one)))]

    @pytest.mark.parametrize("taxonomy_file", files, ids=[file.name for file in files])
    def test_proofs(taxonomy_file: Path) -> None:
        """A file has no faults, and its rules are proved."""
        if taxonomy_file.is_dir():
            place = Plain(f"`{_shown(taxonomy_file)}`")
            pytest.fail(message("error.no-taxonomies", language, {"path": place}), pytrace=False)
        faults = check(_shown(taxonomy_file), budget=budget, solver=solver)
        if any(strict or _counts(fault) for fault in faults):
            pytest.fail("\n".join(fault.render(language) for fault in faults), pytrace=False)

    return test_proofs


def _files(path: Path) -> Iterator[Path]:
    """List a file, or the files of taxonomies in a folder; where there are none, the folder."""
    if not path.is_dir():
        yield path
        return
    files = sorted(
        file
        for file in path.iterdir()
        if file.suffix in (".yaml", ".yml") and file.stem not in _NO_TAXONOMIES
    )
    yield from files or [path]


def _counts(fault: Fault) -> bool:
    """Tell whether a fault leaves something wrong, or not proved."""
    return fault.severity == "error" or fault.is_of_search


def _shown(path: Path) -> str:
    """Give a path as a reader knows it: from where pytest runs, if it is below."""
    full = os.path.normpath(path)
    return os.path.relpath(full) if Path(full).is_relative_to(Path.cwd()) else full
