"""Testing puts the proofs of taxonomies into a test suite of one's own, by one line.

In a file of tests:

    import customer_types.testing

    test_taxonomies = customer_types.testing.proofs_of("taxonomies/")

and pytest has a test for each file in the folder, and one for each example in it. The module needs the extra
`testing`.
"""

import inspect
import os
import warnings
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Literal

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.extensions import ENDINGS
from customer_types._catalog.loading import load
from customer_types._catalog.lookups import catalog as shipped
from customer_types._checking.checking import check, with_lines
from customer_types._model.faults import Fault, LoadError, TaxonomyWarning
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.prover import Solver
from customer_types._proving.proofs import BUDGET
from customer_types._proving.trials import OF_EXAMPLES, Trial, faults_of_examples, trials
from customer_types._reading.documents import decode, read_bytes
from customer_types._reading.nodes import Mapping, ids
from customer_types._reading.yaml import parse
from customer_types.errors import MissingExtraError

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
) -> Callable[[Path, str | None], None]:
    """Make a test of pytest that reads files, or those in folders, proves rules and tries examples.

    >>> test_taxonomies = proofs_of("taxonomies/", strict=True)

    Give it a name that begins with `test`. There is one case for each file, named as the file, and one for
    each of its examples, named as both. Paths are relative to the file in which `proofs_of` is called. A case
    fails with all faults of its file, or its example, in English or in French: where something is wrong or
    undecided, or, if `strict`, doubtful. A path that is not there, and a folder without files, is a case that
    fails. The files of a folder belong together, as for `Catalog.extended`; they may build on those of a
    catalog, the shipped one if none is given. `budget`, in steps, and `solver` are those of `verify`.
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

    @cache
    def tried_in(place: str) -> tuple[Trial, ...]:
        with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):
            return tuple(trial for taxonomy in _taxonomies(place, catalog) for trial in trials(taxonomy))

    cases = [(file, example) for file in place_of for example in (None, *_examples(file))]
    names = [file.name if example is None else f"{file.name}:{example}" for file, example in cases]

    @pytest.mark.parametrize(("taxonomy_file", "example"), cases, ids=names)
    def test_proofs(taxonomy_file: Path, example: str | None) -> None:
        """A file has no faults, and its rules are proved; or one of its examples holds."""
        place, path = _shown(place_of[taxonomy_file]), _shown(taxonomy_file)
        if example is None:
            faults = [one for one in faults_in(place) if one.location.path == path]
            found = tuple(one for one in faults if one.code not in OF_EXAMPLES)
        else:
            found = _faults_of(example, path, partial(tried_in, place))
        if any(strict or _counts(fault) for fault in found):
            pytest.fail("\n".join(fault.render(language) for fault in found), pytrace=False)

    return test_proofs


def _files(path: Path) -> list[Path]:
    """List a file, or the files of a folder; where there are none, the folder."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix in ENDINGS) or [path]


def _examples(file: Path) -> list[str]:
    """List the ids of a file's examples; of one that can't be read there are none."""
    try:
        root = parse(decode(read_bytes(str(file)), str(file)))
    except LoadError:  # the file is a case that fails
        return []
    return [*dict.fromkeys(ids(root.entries.get("examples")))] if isinstance(root, Mapping) else []


def _taxonomies(place: str, catalog: Catalog | None) -> Iterable[Taxonomy]:
    """Read the taxonomies of a file or a folder. Raises `LoadError`."""
    if not Path(place).is_dir():
        return [load(place, catalog=catalog)]
    extended = (shipped() if catalog is None else catalog).extended(place)
    return map(extended.named, extended.changed)


def _faults_of(example: str, path: str, tried: Callable[[], Iterable[Trial]]) -> tuple[Fault, ...]:
    """Try an example of a file; nothing can be tried where files can't be read."""
    try:
        asked = [one for one in tried() if (one.example.id, one.example.location.path) == (example, path)]
    except LoadError as error:
        return error.faults
    return with_lines(one for one in faults_of_examples(asked) if one.code in OF_EXAMPLES)


def _counts(fault: Fault) -> bool:
    """Tell whether a fault leaves something wrong, or not proved."""
    return fault.severity == "error" or fault.is_of_search


def _shown(path: Path) -> str:
    """Give a path as a reader knows it: from where pytest runs, if it is below."""
    full = os.path.normpath(path)
    return os.path.relpath(full) if Path(full).is_relative_to(Path.cwd()) else full
