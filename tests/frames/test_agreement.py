"""Every engine gives every customer the verdicts that the interpreter gives."""

import pytest
from tests.frames.customers import TAXONOMIES, Customer, as_read, customers, facts_of
from tests.frames.engines import ENGINES, arrow, verdicts
from tests.tries import at_length

import customer_types as ct
from customer_types import Taxonomy, classify, frames
from customer_types._deciding import interpreter

COUNT = 10_000


def expected(taxonomy: Taxonomy, asked: list[Customer]) -> list[tuple[bool | None, ...]]:
    """Ask the interpreter."""
    facts = facts_of(taxonomy)
    return [interpreter.verdicts(as_read(customer, facts), taxonomy) for customer in asked]


@at_length
@pytest.mark.parametrize("taxonomy", TAXONOMIES, ids=lambda one: one.id)
def test_engines_agree_with_the_interpreter(taxonomy: Taxonomy) -> None:
    """No engine differs on any of ten thousand customers at the edges, and neither does generated code."""
    facts = facts_of(taxonomy)
    keys = [category.key for category in taxonomy]
    everybody = customers(COUNT, 1, taxonomy)
    for asked, is_exact in ((everybody, True), ([*map(_rounded, everybody)], False)):
        told = expected(taxonomy, asked)
        assert [
            tuple(classify(customer, taxonomy, extra="ignore").verdicts.values()) for customer in asked
        ] == told
        table = arrow(asked, facts)
        for name, engine in ENGINES.items():
            if engine.is_exact is is_exact:
                found = verdicts(
                    engine.read(frames.classify(engine.make(table), taxonomy, extra="ignore")), keys
                )
                wrong = [number for number in range(COUNT) if found[number] != told[number]]
                assert not wrong, (name, asked[wrong[0]], found[wrong[0]], told[wrong[0]])


def _rounded(customer: Customer) -> Customer:
    """Take whole numbers for unknown that doubles can't hold, as numpy's frames do."""
    return {
        name: None if isinstance(value, int) and abs(value) > 2**53 else value
        for name, value in customer.items()
    }


@pytest.mark.parametrize("taxonomy", ["segmentation-bases", "household-registration"])
@pytest.mark.parametrize("name", ENGINES)
def test_without_criteria_all_is_unknown(name: str, taxonomy: str) -> None:
    """Two of the twelve taxonomies say of nobody whether they are in a category."""
    home = ct.taxonomy(taxonomy)
    table = arrow([{"orders": 1}, {"orders": None}], {"orders": home.vocabulary.facts["orders"]})
    found = ENGINES[name].read(frames.classify(ENGINES[name].make(table), home))
    keys = [category.key for category in home]
    assert verdicts(found, keys) == [(None,) * len(keys)] * 2


@pytest.mark.parametrize("name", ["pandas (numpy)", "pandas (nullable)", "pandas (Arrow)", "PyArrow"])
def test_threads_change_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that are worked out in parts, by several threads, come back in their order."""
    monkeypatch.setattr("customer_types.frames.arrow._MANY", 50)
    monkeypatch.setattr("customer_types.frames.arrow._THREADS", 4)
    for taxonomy in TAXONOMIES:
        facts = facts_of(taxonomy)
        keys = [category.key for category in taxonomy]
        asked = [*map(_rounded, customers(1_003, 3, taxonomy))]
        engine = ENGINES[name]
        found = engine.read(frames.classify(engine.make(arrow(asked, facts)), taxonomy, extra="ignore"))
        assert verdicts(found, keys) == expected(taxonomy, asked)
        assert found.column_names[: len(facts)] == [*facts]
