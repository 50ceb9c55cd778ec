"""Frames and databases give the interpreter's verdicts, whatever the taxonomy."""

from typing import Any

from hypothesis import given, settings, strategies as st
from tests.frames.customers import as_read
from tests.frames.engines import QUICK as ENGINES, arrow
from tests.property import strategies
from tests.property.strategies import World, bounds_of
from tests.sql.databases import QUICK as DATABASES, as_held
from tests.sql.test_agreement import numbered, verdicts

from customer_types import Taxonomy, frames, interpreter, sql
from customer_types.values import read_value

Customer = dict[str, Any]
Verdicts = list[tuple[bool | None, ...]]


@st.composite
def asked(draw: st.DrawFn) -> tuple[Taxonomy, list[Customer]]:
    """Give a taxonomy, which may build on another one, and customers at its bounds."""
    world: World = draw(strategies.worlds())
    facts = world.vocabulary.facts
    drawn = draw(st.lists(strategies.customers(facts, bounds_of(world.taxonomies)), min_size=1, max_size=12))
    return world.last, [
        {name: read_value(customer.get(name), fact) for name, fact in facts.items()} for customer in drawn
    ]


def told_of(customers: list[Customer], taxonomy: Taxonomy) -> Verdicts:
    """Ask the interpreter about customers as they are read."""
    facts = taxonomy.vocabulary.facts
    return [interpreter.verdicts(as_read(customer, facts), taxonomy) for customer in customers]


@settings(max_examples=60)
@given(asked())
def test_engines_agree_on_any_taxonomy(given_: tuple[Taxonomy, list[Customer]]) -> None:
    """No engine of frames, and no database, differs on a customer of a taxonomy of any shape."""
    taxonomy, customers = given_
    told = told_of(customers, taxonomy)
    table = arrow(customers, taxonomy.vocabulary.facts)
    keys = [category.key for category in taxonomy]
    for name, engine in ENGINES.items():
        if engine.is_exact:
            found = engine.read(frames.classify(engine.make(table), taxonomy))
            assert [*zip(*(found[key].to_pylist() for key in keys), strict=True)] == told, name
            found = engine.read(frames.category(engine.make(table), taxonomy))
            assert found[taxonomy.id].to_pylist() == single(taxonomy, told), name
    names = [key.replace("/", "__") for key in keys]
    there = {name: name for name in taxonomy.vocabulary.facts}
    for name, make in DATABASES.items():
        database = make()
        held = as_held(customers, database, taxonomy.vocabulary.facts)
        told = told_of(held, taxonomy)
        database.load("customers", numbered(arrow(held, taxonomy.vocabulary.facts)))
        query = sql.select(taxonomy, table="customers", dialect=database.dialect, columns=there)
        assert verdicts(database, query, names) == told, name
        rows = database.ask(
            sql.category(taxonomy, table="customers", dialect=database.dialect, columns=there)
        )
        rows.sort(key=lambda row: row["number"])
        assert [row[taxonomy.id] for row in rows] == single(taxonomy, told), name


def single(taxonomy: Taxonomy, told: Verdicts) -> list[str | None]:
    """Give the ids of the single categories that customers are in."""
    answers: list[str | None] = []
    for row in told:
        found = [one for one, verdict in zip(taxonomy, row, strict=True) if verdict]
        current = [one.id for one in found if one.deprecated is None]
        ids = current or [one.id for one in found]
        answers.append(ids[0] if len(ids) == 1 else None)
    return answers
