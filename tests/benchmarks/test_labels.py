"""One label and one look-up."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from customer_types import category, resolve, translate

LOYAL = category("lifecycle/loyal")


@pytest.mark.benchmark(group="labels")
def test_label(benchmark: BenchmarkFixture) -> None:
    """One label in one language (aim: under 1 µs)."""
    assert benchmark(LOYAL.label, "fr") == "Client fidèle"


@pytest.mark.benchmark(group="labels")
def test_label_in_a_form(benchmark: BenchmarkFixture) -> None:
    """One label in the feminine plural."""
    assert benchmark(lambda: LOYAL.label("fr", count=2, gender="feminine")) == "Clientes fidèles"


@pytest.mark.benchmark(group="labels")
def test_resolve(benchmark: BenchmarkFixture) -> None:
    """One look-up of a label with accents and capitals (aim: under 5 µs)."""
    assert benchmark(resolve, "Clients Fidèles")


@pytest.mark.benchmark(group="labels")
def test_translate(benchmark: BenchmarkFixture) -> None:
    """One translation."""
    assert benchmark(lambda: translate("clients fidèles", to="en")) == "loyal customers"
