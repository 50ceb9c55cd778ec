"""Frames and databases give the interpreter's verdicts, whatever the taxonomy."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests import completions
from tests.frames.customers import as_read
from tests.frames.engines import QUICK as ENGINES, arrow
from tests.property import strategies
from tests.property.strategies import World, bounds_of
from tests.sql.databases import QUICK as DATABASES, as_held
from tests.sql.test_agreement import numbered, verdicts
from tests.tries import tries

from customer_types import SeveralAnswersError, Taxonomy, classify, frames, sql
from customer_types._deciding import interpreter
from customer_types._deciding.values import read_value
from customer_types._model.truth import Truth

Customer = dict[str, Any]


@st.composite
def asked(draw: st.DrawFn) -> tuple[Taxonomy, list[Customer]]:
    """Give a taxonomy, which may build on another one, and customers at its bounds."""
    world: World = draw(strategies.worlds())
    facts = world.vocabulary.facts
    drawn = draw(st.lists(strategies.customers(facts, bounds_of(world.taxonomies)), min_size=1, max_size=12))
    return world.last, [
        {name: read_value(customer.get(name), fact, strict=False) for name, fact in facts.items()}
        for customer in drawn
    ]


def told_of(customers: list[Customer], taxonomy: Taxonomy) -> list[tuple[Truth, ...]]:
    """Ask the interpreter about customers as they are read."""
    facts = taxonomy.vocabulary.facts
    return [interpreter.verdicts(as_read(customer, facts), taxonomy) for customer in customers]


@settings(max_examples=tries(60))
@given(asked())
def test_engines_agree_on_any_taxonomy(given_: tuple[Taxonomy, list[Customer]]) -> None:
    """No engine of frames, and no database, differs on a customer of a taxonomy of any shape."""
    taxonomy, customers = given_
    told = told_of(customers, taxonomy)
    table = arrow(customers, taxonomy.vocabulary.facts)
    keys = [category.key for category in taxonomy]
    for name, engine in ENGINES.items():
        if engine.is_exact:
            found = engine.read(frames.classify(engine.make(table), taxonomy, extra="ignore"))
            assert [*zip(*(found[key].to_pylist() for key in keys), strict=True)] == told, name
    names = [key.replace("/", "__") for key in keys]
    there = {name: name for name in taxonomy.vocabulary.facts}
    for name, make in DATABASES.items():
        database = make()
        held = as_held(customers, database, taxonomy.vocabulary.facts)
        told = told_of(held, taxonomy)
        database.load("customers", numbered(arrow(held, taxonomy.vocabulary.facts)))
        query = sql.select(taxonomy, table="customers", dialect=database.dialect, columns=there)
        assert verdicts(database, query, names) == told, name


@settings(max_examples=tries(60))
@given(asked())
def test_engines_agree_on_the_one_answer(given_: tuple[Taxonomy, list[Customer]]) -> None:
    """Every engine has the answer that all ways to learn what is unknown agree on, or none has one."""
    taxonomy, customers = given_
    if not completions.has_one_answer(taxonomy):
        for ask in (
            lambda: classify({}, taxonomy).answer,
            lambda: frames.category(
                ENGINES["Polars"].make(arrow(customers, taxonomy.vocabulary.facts)), taxonomy, extra="ignore"
            ),
            lambda: sql.status(taxonomy, table="customers", dialect="duckdb"),
        ):
            with pytest.raises(SeveralAnswersError):
                ask()
        return
    told = [answer_of(customer, taxonomy) for customer in customers]
    results = [classify(customer, taxonomy, extra="ignore") for customer in customers]
    assert [(one.status, one.category and one.category.id) for one in results] == told
    table = arrow(customers, taxonomy.vocabulary.facts)
    there = {name: name for name in taxonomy.vocabulary.facts}
    status = f"{taxonomy.id}_status"
    for name, engine in ENGINES.items():
        if engine.is_exact:
            frame = frames.category(engine.make(table), taxonomy, extra="ignore")
            found = engine.read(frames.status(frame, taxonomy, extra="ignore"))
            assert [*zip(found[status].to_pylist(), found[taxonomy.id].to_pylist(), strict=True)] == told, (
                name
            )
    for name, make in DATABASES.items():
        database = make()
        held = as_held(customers, database, taxonomy.vocabulary.facts)
        database.load("customers", numbered(arrow(held, taxonomy.vocabulary.facts)))
        columns = []
        for column, write in ((status, sql.status), (taxonomy.id, sql.category)):
            query = write(taxonomy, table="customers", dialect=database.dialect, columns=there)
            rows = database.ask(query)
            columns.append([row[column] for row in sorted(rows, key=lambda row: row["number"])])
        assert [*zip(*columns, strict=True)] == [answer_of(customer, taxonomy) for customer in held], name


def answer_of(customer: Customer, taxonomy: Taxonomy) -> completions.Answer:
    """Give the slow answer of a customer."""
    (told,) = told_of([customer], taxonomy)
    return completions.answer_of(told, taxonomy)
