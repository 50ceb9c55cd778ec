"""Proofs against z3 on the same questions, and on decision tables as large as published ones."""

from collections.abc import Callable
from itertools import combinations
from typing import TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.tables import decision_table, random_taxonomy
from tests.proofs.solver import Solver, z3

from customer_types import Relation, verify
from customer_types._proving.gaps import first_gap
from customer_types._proving.proofs import Proofs

Result = TypeVar("Result")

RANDOM = random_taxonomy(100, 20, seed=0)
PAIRS = [*combinations(RANDOM.categories, 2)]
TABLE = decision_table(1500, 5, noise=0.1, seed=1)


def relations() -> list[Relation]:
    """Decide all 4,950 pairs, with all that has to be prepared."""
    report = verify(RANDOM)
    return [report.relation(one, other) for one, other in PAIRS]


def relations_by_z3() -> list[Relation]:
    """Decide them with z3, whose formulas are made once for each category."""
    solver = Solver(RANDOM)
    return [solver.relation((one, RANDOM), (other, RANDOM)) for one, other in PAIRS]


def _few(benchmark: BenchmarkFixture, run: Callable[[], Result], rounds: int) -> Result:
    """Measure something slow a few times."""
    result: Result = benchmark.pedantic(run, rounds=rounds)  # type: ignore[no-untyped-call]
    return result


def _proofs() -> Proofs:
    return Proofs([(category, RANDOM) for category in RANDOM])


@pytest.mark.benchmark(group="all pairs of 100 categories over 20 facts")
def test_pairs(benchmark: BenchmarkFixture) -> None:
    """The library (aim: 0.2 s)."""
    assert set(benchmark(relations)) >= {Relation.DISJOINT, Relation.OVERLAP, Relation.SUBSET}


@pytest.mark.benchmark(group="all pairs of 100 categories over 20 facts")
def test_pairs_by_z3(benchmark: BenchmarkFixture) -> None:
    """The solver z3, with the same answers."""
    assert _few(benchmark, relations_by_z3, 3) == relations()


@pytest.mark.benchmark(group="a gap among 100 categories over 20 facts")
def test_gap(benchmark: BenchmarkFixture) -> None:
    """The library finds the customer, and shows that he is complete (aim: 5 ms)."""
    proofs = _proofs()
    assert benchmark(lambda: first_gap(proofs)) is not None


@pytest.mark.benchmark(group="a gap among 100 categories over 20 facts")
def test_gap_by_z3(benchmark: BenchmarkFixture) -> None:
    """The solver z3 finds a customer of whom all is known and who is in no category."""

    def run() -> bool:
        solver = Solver(RANDOM)
        known = z3.And([*solver.someone.is_known.values()])
        in_none = [z3.Not(solver.yes((category, RANDOM))) for category in RANDOM]
        return solver.is_there(known, *in_none)

    assert _few(benchmark, run, 5)


@pytest.mark.benchmark(group="1,500 decision rules over 5 columns")
def test_overlaps_of_a_table(benchmark: BenchmarkFixture) -> None:
    """All maximal sets of rules that overlap, each with its customer (published: 3 s; aim: 2 s)."""

    def run() -> int:
        report = verify(TABLE)
        assert report.has_all_overlaps
        return len(report.overlaps)

    assert _few(benchmark, run, 3) > 500


@pytest.mark.benchmark(group="1,500 decision rules over 5 columns")
def test_gaps_of_a_table(benchmark: BenchmarkFixture) -> None:
    """All gaps, described and counted out (published: 2 s)."""

    def run() -> int:
        report = verify(TABLE)
        assert report.has_all_gaps
        return len(report.gaps)

    assert _few(benchmark, run, 3) > 100
