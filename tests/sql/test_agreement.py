"""Every database gives every customer the verdicts that the interpreter gives."""

import math
from typing import Any

import pyarrow as pa
import pytest
from tests.frames.customers import TAXONOMIES, Customer, customers, facts_of
from tests.frames.engines import arrow
from tests.frames.test_agreement import expected
from tests.sql.databases import DATABASES, Database, as_held
from tests.tries import at_length

import customer_types as ct
from customer_types import Taxonomy, sql

COUNT = 10_000


def numbered(table: pa.Table) -> pa.Table:
    """Add a column by which rows are known again."""
    return table.append_column("number", pa.array(range(len(table)), pa.int64()))


def verdicts(database: Database, query: str, names: list[str]) -> list[tuple[bool | None, ...]]:
    """Read the verdicts of each customer, in the order of the numbers."""
    rows = sorted(database.ask(query), key=lambda row: row["number"])
    return [tuple(None if row[name] is None else bool(row[name]) for name in names) for row in rows]


@at_length
@pytest.mark.parametrize("taxonomy", TAXONOMIES, ids=lambda one: one.id)
def test_databases_agree_with_the_interpreter(taxonomy: Taxonomy) -> None:
    """No database differs on any of ten thousand customers at the edges."""
    facts = facts_of(taxonomy)
    names = [category.key.replace("/", "__") for category in taxonomy]
    for name, make in DATABASES.items():
        database = make()
        asked = as_held(customers(COUNT, 1, taxonomy), database, facts)
        told = expected(taxonomy, asked)
        found = _found(database, numbered(arrow(asked, facts)), taxonomy, names)
        wrong = [number for number in range(COUNT) if found[number] != told[number]]
        assert not wrong, (name, asked[wrong[0]], found[wrong[0]], told[wrong[0]])


def _found(database: Database, table: pa.Table, taxonomy: Taxonomy, names: list[str]) -> list[Any]:
    database.load("customers", table)
    there = {name: name for name in table.column_names if name != "number"}
    query = sql.select(taxonomy, table="customers", dialect=database.dialect, columns=there)
    return verdicts(database, query, names)


@pytest.mark.parametrize("taxonomy", ["segmentation-bases", "household-registration"])
@pytest.mark.parametrize("name", DATABASES)
def test_without_criteria_all_is_unknown(name: str, taxonomy: str) -> None:
    """Two of the twelve taxonomies say of nobody whether they are in a category."""
    home = ct.taxonomy(taxonomy)
    names = [category.key.replace("/", "__") for category in home]
    table = numbered(pa.table({"orders": pa.array([1, None], pa.int64())}))
    assert _found(DATABASES[name](), table, home, names) == [(None,) * len(names)] * 2


@pytest.mark.parametrize("taxonomy", TAXONOMIES, ids=lambda one: one.id)
def test_whole_numbers_in_columns_of_doubles(taxonomy: Taxonomy) -> None:
    """Whole numbers may be doubles, and NaN where nothing is known: the verdicts are the same."""
    facts = facts_of(taxonomy)
    whole = [name for name, fact in facts.items() if fact.type == "integer"]
    if not whole:
        return
    names = [category.key.replace("/", "__") for category in taxonomy]
    asked = [_as_doubles(customer, whole) for customer in customers(1_000, 2, taxonomy)]
    for name, make in DATABASES.items():
        database = make()
        held = as_held(asked, database, facts)
        table = numbered(arrow([{**one, **dict.fromkeys(whole)} for one in held], facts))
        for fact in whole:
            place = table.column_names.index(fact)
            table = table.set_column(place, fact, pa.array([one[fact] for one in held], pa.float64()))
        found, told = _found(database, table, taxonomy, names), expected(taxonomy, held)
        wrong = [number for number, one in enumerate(found) if one != told[number]]
        assert not wrong, (name, held[wrong[0]], found[wrong[0]], told[wrong[0]])


def _as_doubles(customer: Customer, whole: list[str]) -> Customer:
    """Take NaN for whole numbers that are missing, or that no double can hold."""
    numbers = {name: customer[name] for name in whole}
    return customer | {
        name: math.nan if value is None or abs(value) >= 2**53 else float(value)
        for name, value in numbers.items()
    }
