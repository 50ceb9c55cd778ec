"""What SQL is written, for databases that are not at hand too."""

from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest
import sqlglot
from sqlglot import exp
from tests.frames.customers import TAXONOMIES, ladder
from tests.frames.orders import SCHEMA, cdnow
from tests.sql.databases import DATABASES
from tests.tries import at_length

import customer_types as ct
from customer_types import Taxonomy, sql
from customer_types._deciding.answers import has_one_answer
from customer_types._deciding.interpreter import used_facts
from customer_types._model.criteria import Operator, Test
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Name
from customer_types._model.taxonomies import Category, Decision
from customer_types.errors import ColumnError, ConditionError, NotATaxonomyError, SqlError, UnknownFactError
from customer_types.sql import DIALECTS
from customer_types.sql.columns import Columns

LIFECYCLE = ct.taxonomy("lifecycle")
HOSTILE = """
id: hostile
version: 1.0.0
label: {en: "O'Neil; DROP TABLE customers; --", fr: "l’un \\"et\\" l'autre"}
facts:
  - {id: group, type: choice, values: [a, b], label: {en: G, fr: G}}
  - {id: words, type: choices, values: [a, b], label: {en: W, fr: W}}
categories:
  - {id: order, label: {en: "it's {{ config() }} \\\\ {% x %} {# y #}", fr: "l'ordre"}, when: {group: a}}
  - {id: all-of, label: {en: "a", fr: "b"}, when: {words: {includes: [a, b]}}}
  - {id: none, label: {en: "c", fr: "d"}, when: {not: {words: {includes: a}}}}
rules: [{disjoint: all}]
"""
HOSTILES = ct.loads(HOSTILE)


def parsed(text: str, dialect: str) -> exp.Expr:
    """Read SQL as its own database would."""
    return sqlglot.parse_one(text, dialect=dialect)


#: Questions of every kind in every dialect; each other taxonomy only asks more of them.
READ = [
    *(
        (dialect, one)
        for dialect in DIALECTS
        for one in (LIFECYCLE, ct.taxonomy("business-relations"), HOSTILES)
    ),
    *(("duckdb", one) for one in TAXONOMIES if one.id not in ("lifecycle", "business-relations")),
]


@at_length
@pytest.mark.parametrize(("dialect", "taxonomy"), READ, ids=lambda one: getattr(one, "id", one))
def test_every_dialect_can_be_read(dialect: str, taxonomy: Taxonomy) -> None:
    """Each query can be parsed, and is the same when it is written again."""
    texts = [
        sql.select(taxonomy, table="shop.customers", dialect=dialect),
        sql.select(taxonomy, table="customers", dialect=dialect, has_nan=False),
        *sql.expressions(taxonomy, table="customers", dialect=dialect).values(),
    ]
    if has_one_answer(taxonomy):
        texts += [
            sql.category(taxonomy, table="customers", dialect=dialect),
            sql.status(taxonomy, table="customers", dialect=dialect),
            sql.label(taxonomy, table="customers", dialect=dialect, language="fr"),
        ]
    for text in texts:
        read = parsed(text, dialect)
        assert not list(read.find_all(exp.Command))
        assert parsed(read.sql(dialect=dialect), dialect) == read
    selected = parsed(texts[0], dialect)
    assert isinstance(selected, exp.Select)
    names = [one.alias for one in selected.selects[1:]]
    assert names == [category.key.replace("/", "__") for category in taxonomy]
    assert all(column.table for column in selected.find_all(exp.Column) if column.name != "ct_member")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_orders_of_every_dialect_can_be_read(dialect: str) -> None:
    """The queries of orders can be parsed, and be the table of a query for verdicts."""
    arguments: dict[str, Any] = {
        "table": "shop.orders",
        "dialect": dialect,
        "quantity": "quantity",
        "order": "order",
        "status": "status",
        "cancelled": ["void", "l'autre"],
    }
    for as_of in ("1998-06-30", None):
        facts = sql.facts_from_orders(**arguments, as_of=as_of)
        counts = sql.left_out(**arguments, as_of=as_of)
        both = sql.select(LIFECYCLE, table=facts, dialect=dialect, has_nan=False)
        for text in (facts, counts, both):
            read = parsed(text, dialect)
            assert not list(read.find_all(exp.Command))
            assert parsed(read.sql(dialect=dialect), dialect) == read
        assert both.count("WITH ") == 1  # some databases have no steps within steps
    zone = {"postgres", "duckdb", "spark", "databricks", "bigquery", "snowflake", "redshift", "trino"}
    if dialect in zone | {"oracle", "clickhouse"}:
        text = sql.facts_from_orders(**arguments, as_of=None, zone="America/Toronto")
        assert "'America/Toronto'" in text
    else:
        with pytest.raises(SqlError, match=f"the dialect `{dialect}` can’t convert timestamps"):
            sql.facts_from_orders(**arguments, as_of=None, zone="America/Toronto")


def test_every_question_is_asked_of_a_column_of_its_table() -> None:
    """Where truth is no column, each verdict is 1, 0 or null by two conditions that `not` is no part of."""
    profiles = ct.taxonomy("investor-profiles")
    found = sql.expressions(profiles, table="c", dialect="tsql")
    assert " ".join(found["investor-profiles/speculative"].split()) == (
        "CASE WHEN c.risk_tolerance = 5 AND c.investment_knowledge = 0 THEN 1"
        " WHEN c.risk_tolerance <> 5 OR c.investment_knowledge <> 0 THEN 0 END"
    )
    found = sql.expressions(profiles, table="c", dialect="duckdb", has_nan=False)
    assert found["investor-profiles/speculative"] == "c.risk_tolerance = 5 AND NOT c.investment_knowledge"


@pytest.mark.parametrize("name", DATABASES)
def test_hostile_names_and_texts_stay_what_they_are(name: str) -> None:
    """Words of SQL, quotes and braces in ids and labels are names and text in every database."""
    database = DATABASES[name]()
    table = pa.table(
        {
            "group": ["a", "b", None],
            "words": pa.array([["b", None], ["a", "b"], None], pa.list_(pa.string())),
            "number": pa.array([0, 1, 2], pa.int64()),
        }
    )
    database.load("customers", table)
    rows = database.ask(sql.select(HOSTILES, table="customers", dialect=database.dialect))
    rows.sort(key=lambda row: row["number"])
    found = [tuple(row[f"hostile__{one.id}"] for one in HOSTILES) for row in rows]
    nobody = (None, False, True) if name == "ClickHouse" else (None, None, None)  # its sets are never missing
    assert found == [(True, False, True), (False, True, False), nobody]
    rows = database.ask(sql.label(HOSTILES, table="customers", dialect=database.dialect))
    labels = {row["number"]: row["hostile_label"] for row in rows}
    assert labels == {0: None, 1: "a", 2: "c" if name == "ClickHouse" else None}
    only = attrs.evolve(HOSTILES, categories=HOSTILES.categories[:1])
    (row, *_) = database.ask(sql.label(only, table="customers", dialect=database.dialect))
    assert row["hostile_label"] == HOSTILES["order"].label()


@pytest.mark.parametrize("decide", ["all", "first"])
@pytest.mark.parametrize("name", DATABASES)
def test_hundreds_of_categories(name: str, decide: Decision) -> None:
    """No database stumbles over the depth or the length of a query, which grows with the categories."""

    def query(count: int) -> str:
        return sql.category(ladder(count, decide), table="customers", dialect=database.dialect)

    database = DATABASES[name]()
    orders = pa.array([0, 299, 300, None], pa.int64())
    database.load("customers", pa.table({"orders": orders, "number": range(4)}))
    rows = sorted(database.ask(query(300)), key=lambda row: row["number"])
    assert [row["ladder"] for row in rows] == ["c0", "c299", None, None]
    assert len(query(300)) < 3.5 * len(query(100))
    rows = database.ask(sql.status(ladder(300, decide), table="customers", dialect=database.dialect))
    status = [row["ladder_status"] for row in sorted(rows, key=lambda row: row["number"])]
    assert status == ["one", "one", "none", "undecided"]


@pytest.mark.parametrize("name", DATABASES)
def test_one_column_of_categories(name: str) -> None:
    """The one category that a customer is in has its id, its label and its status; others have null."""
    database = DATABASES[name]()
    facts: list[dict[str, Any]] = [
        {"orders": 1, "days_since_first_order": 10, "days_since_last_order": 10, "orders_365d": 1},
        {"orders": 0, "days_since_first_order": None, "days_since_last_order": None, "orders_365d": 0},
        {"orders": None, "days_since_first_order": 400, "days_since_last_order": 10, "orders_365d": 1},
    ]
    columns = [*facts[0]]
    database.load("customers", pa.Table.from_pylist([{**one, "number": n} for n, one in enumerate(facts)]))
    rows = database.ask(sql.category(LIFECYCLE, table="customers", dialect=database.dialect, columns=columns))
    assert {row["number"]: row["lifecycle"] for row in rows} == {0: "new", 1: "potential", 2: None}
    given: dict[str, Any] = {"table": "customers", "dialect": database.dialect, "columns": columns}
    rows = database.ask(sql.label(LIFECYCLE, language="fr", **given))
    told = {row["number"]: row["lifecycle_label"] for row in rows}
    assert told == {0: "Nouveau client", 1: "Client potentiel", 2: None}
    rows = database.ask(sql.status(LIFECYCLE, **given))
    assert {row["number"]: row["lifecycle_status"] for row in rows} == {0: "one", 1: "one", 2: "undecided"}


@pytest.mark.parametrize("name", DATABASES)
def test_columns_have_any_names_and_facts_none(name: str) -> None:
    """Columns are named as they are, and a fact that a table doesn't have is missing of everybody."""
    database = DATABASES[name]()
    database.load("Clients", pa.table({"Nb commandes": pa.array([0, 3], pa.int64())}))
    quote = "`" if database.dialect in ("spark", "clickhouse") else '"'
    without: dict[str, str | None] = dict.fromkeys(used_facts(LIFECYCLE))
    query = sql.select(
        LIFECYCLE,
        table=f"{quote}Clients{quote}",
        dialect=database.dialect,
        columns=without | {"orders": "Nb commandes"},
    )
    rows = sorted(database.ask(query), key=lambda row: int(row["Nb commandes"]))
    found = [tuple(row[f"lifecycle__{one.id}"] for one in LIFECYCLE) for row in rows]
    assert found == [(True, False, False, False, False), (False, None, None, None, None)]


@pytest.mark.parametrize("name", DATABASES)
def test_numbers_are_read_as_the_same_doubles(name: str) -> None:
    """Thresholds of many digits, and narrow floats, are compared as they are one by one."""
    bounds = [0.1, 999.99, 0.30000000000000004, 1e-300, 123456789.12345679, -2.5, 1e22, 2.0**53]
    categories = "\n".join(
        f"  - {{id: c{number}, label: {{en: C{number}, fr: C{number}}}, when: {{real: {{min: 1}}}}}}"
        for number in range(len(bounds))
    )
    text = f"""
id: numbers
version: 1.0.0
label: {{en: N, fr: N}}
facts: [{{id: real, type: number, label: {{en: R, fr: R}}}}]
categories:
{categories}
"""
    taxonomy = ct.loads(text)
    taxonomy = attrs.evolve(
        taxonomy,
        categories=tuple(
            attrs.evolve(one, when=Test("real", Operator.MIN, bound))
            for one, bound in zip(taxonomy.categories, bounds, strict=True)
        ),
    )
    database = DATABASES[name]()
    columns = {"wide": pa.array(bounds), "narrow": pa.array(bounds, pa.float32())}
    for column, values in columns.items():
        numbers = values.to_pylist()
        database.load("customers", pa.table({"real": values, "number": range(len(bounds))}))
        rows = database.ask(sql.select(taxonomy, table="customers", dialect=database.dialect))
        for row in rows:
            told = tuple(ct.classify({"real": numbers[row["number"]]}, taxonomy).verdicts.values())
            assert tuple(bool(row[f"numbers__c{n}"]) for n in range(len(bounds))) == told, column


def hostile_label(text: str) -> Category:
    """Give a category of a label."""
    label = HOSTILES["order"].labels
    naming = attrs.evolve(label.by_language["en"], name=Name(forms=FrozenMap({"one": text})))
    return attrs.evolve(HOSTILES["order"], labels=attrs.evolve(label, by_language=FrozenMap({"en": naming})))


def test_models_of_dbt() -> None:
    """A model refers to its tables by name, and to nothing else: braces in labels are text."""
    text = sql.label(HOSTILES, table="customers", dialect="postgres", format="dbt")
    assert "\nFROM {{ ref('customers') }} AS customers" in text
    assert "it''s {{ '{' }}{ config() }}" in text
    assert "{{ '{' }}% x %}" in text
    assert "{{ '{' }}# y #}" in text
    facts = sql.facts_from_orders(table="crm.orders", dialect="snowflake", as_of=None)
    text = sql.select(LIFECYCLE, table=facts, dialect="snowflake", format="dbt")
    assert text.count("{{") == 1
    assert "FROM {{ source('crm', 'orders') }} AS orders" in text
    steps = "WITH orders AS (SELECT * FROM orders) SELECT * FROM orders"
    text = sql.select(LIFECYCLE, table=steps, dialect="postgres", format="dbt")
    assert text.count("ref('orders')") == 1
    label = attrs.evolve(HOSTILES, categories=(hostile_label("ct_dbt0_7 x"),))
    assert "ct_dbt0_7 x" in sql.label(label, table="customers", dialect="postgres", format="dbt")
    for table in ('"it\'s"', "prod.crm.customers"):
        with pytest.raises(SqlError, match=r"not the name of a dbt model \(one part\) or a dbt source"):
            sql.select(LIFECYCLE, table=table, dialect="postgres", format="dbt")
    with pytest.raises(SqlError, match="unknown format `dbtt`"):
        sql.select(LIFECYCLE, table="t", dialect="postgres", format="dbtt")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "table",
    [
        *("", " ", "customers; DROP TABLE customers", "a b c", "customers WHERE 1", "SELECT 1 FROM", "("),
        *("order", "public.select", "select"),
        *("WITH x AS (DELETE FROM o RETURNING *) SELECT * FROM x", "SELECT * INTO y FROM o"),
        *("WITH x AS (INSERT INTO o VALUES (1) RETURNING *) SELECT * FROM x", "SELECT * FROM o FOR UPDATE"),
    ],
)
def test_what_is_no_table_is_refused(table: str) -> None:
    """A name that is none, half a query, and one that does more than read, are errors that say so."""
    with pytest.raises(SqlError, match=r"neither the name of a table in the dialect `postgres` nor a query"):
        sql.select(LIFECYCLE, table=table, dialect="postgres")


def test_names_that_begin_like_queries_are_names() -> None:
    """`selections` and `with_orders` are tables, and one that is called as a step of the query is refused."""
    for table in ("selections", "with_orders"):
        assert f"FROM {table}" in sql.select(LIFECYCLE, table=table, dialect="postgres")
    with pytest.raises(SqlError, match="`ct_orders` is the name of a step"):
        sql.facts_from_orders(table="ct_orders", dialect="sqlite", as_of=None)


@pytest.mark.parametrize("name", DATABASES)
def test_queries_can_be_tables_of_queries(name: str) -> None:
    """The category by one taxonomy and by another one, of facts from orders, is one statement."""
    database = DATABASES[name]()
    database.load("orders", pa.Table.from_pylist(cdnow()[:200], SCHEMA))
    dialect = database.dialect
    query = sql.facts_from_orders(table="orders", dialect=dialect, as_of="1998-06-30")
    for taxonomy in (LIFECYCLE, ct.taxonomy("buying-habits")):
        query = sql.category(taxonomy, table=query, dialect=dialect, has_nan=False)
    (row, *_) = database.ask(query)
    assert [*row][-2:] == ["lifecycle", "buying-habits"]
    query = sql.label(LIFECYCLE, table=query, dialect=dialect, has_nan=False)
    assert [*database.ask(query)[0]][-1] == "lifecycle_label"


def test_a_list_has_all_columns_of_a_table() -> None:
    """Where columns are listed, each is that of the fact that it is named as, and other facts are missing."""

    def written(columns: Columns) -> str:
        return sql.select(LIFECYCLE, table="t", dialect="snowflake", columns=columns, has_nan=False)

    without: dict[str, str | None] = dict.fromkeys(used_facts(LIFECYCLE))
    assert written(["id", "orders", "name"]) == written(without | {"orders": "orders"})
    assert written({"ORDERS", "NAME"}) == written(without | {"orders": "ORDERS"})
    given = ct.taxonomy("customer-categories")
    query = sql.select(given, table="t", dialect="duckdb", columns=["country", "home_country"], has_nan=False)
    assert "t.country <> t.home_country" in query
    assert "t.abroad" not in query
    with pytest.raises(SqlError, match="no column is a fact such as orders"):
        written(["id", "name"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT orders, n AS ORDERS_365D FROM t", {"orders", "orders_365d"}),
        ("SELECT COUNT(*) AS orders FROM t", {"orders"}),
        ("SELECT * FROM (SELECT orders FROM t) AS s", {"orders"}),
        (
            "WITH x AS (SELECT orders FROM t), y AS (SELECT x.*, 1 AS spend FROM x) SELECT * FROM y",
            {"orders", "spend"},
        ),
        ("SELECT x.orders, y.* FROM x JOIN (SELECT 2 AS spend) AS y ON TRUE", {"orders", "spend"}),
        ("SELECT orders FROM t UNION ALL SELECT n FROM u", {"orders"}),
        ("SELECT * FROM t", None),
        ("SELECT orders, t.* FROM t", None),
        ("SELECT * FROM s.t", None),
        ("WITH t AS (SELECT * FROM t) SELECT * FROM t", None),
        ("SELECT * EXCLUDE (spend) FROM (SELECT orders, spend FROM t) AS s", None),
    ],
)
def test_a_query_may_say_which_columns_it_has(query: str, found: set[str] | None) -> None:
    """Where a query names its columns, facts without one are missing; else they are asked for."""
    columns = None if found is None else dict.fromkeys(LIFECYCLE.vocabulary.facts) | {n: n for n in found}
    written = sql.select(LIFECYCLE, table=query, dialect="duckdb")
    assert written == sql.select(LIFECYCLE, table=query, dialect="duckdb", columns=columns)
    assert ("would_buy_again" in written) is (found is None)


def test_wrong_arguments_are_refused() -> None:
    """Dialects, facts and taxonomies that are not known are named, with what may have been meant."""
    with pytest.raises(SqlError, match="unknown dialect `postgress`; did you mean `postgres`"):
        sql.select(LIFECYCLE, table="t", dialect="postgress")
    with pytest.raises(UnknownFactError, match="did you mean `orders`"):
        sql.select(LIFECYCLE, table="t", dialect="postgres", columns={"order": "n"})
    with pytest.raises(NotATaxonomyError):
        sql.select("lifecycle", table="t", dialect="postgres")  # type: ignore[arg-type]
    with pytest.raises(ColumnError, match="taxonomy `lifecycle` is given twice"):
        sql.select(LIFECYCLE, LIFECYCLE, table="t", dialect="postgres")
    with pytest.raises(SqlError, match=r"the column name `x+…` is too long for the dialect `postgres`"):
        sql.select(LIFECYCLE, table="t", dialect="postgres", columns={"orders": "x" * 64})
    with pytest.raises(SqlError, match="a column has no name"):
        sql.select(LIFECYCLE, table="t", dialect="postgres", columns={"orders": ""})
    assert SqlError.__mro__[2] is ValueError


def test_names_that_are_cut_off_are_refused() -> None:
    """PostgreSQL would cut two long names to the same one without a word."""
    long = attrs.evolve(LIFECYCLE, id="a" * 60)
    with pytest.raises(SqlError, match="too long for the dialect `postgres`, which allows 63 bytes"):
        sql.select(long, table="t", dialect="postgres")
    assert sql.select(long, table="t", dialect="snowflake")


def test_towers_of_categories_are_refused() -> None:
    """A category that asks the same others again and again can't be written out, and says so."""
    categories = "\n".join(
        f"  - {{id: c{n}, label: {{en: C{n}, fr: C{n}}}, when: {{any: [{{category: c{n - 1}, orders: {n}}},"
        f" {{category: c{n - 1}, orders: {n + 1}}}]}}}}"
        for n in range(1, 30)
    )
    tower = ct.loads(
        f"""
id: tower
version: 1.0.0
label: {{en: T, fr: T}}
categories:
  - {{id: c0, label: {{en: C0, fr: C0}}, when: {{orders: {{min: 1}}}}}}
{categories}
"""
    )
    with pytest.raises(ConditionError, match="has more than 20000 tests"):
        sql.select(tower, table="t", dialect="postgres")


def test_long_lists_and_many_categories_can_be_written() -> None:
    """A thousand alternatives are no tree that is too deep to write."""
    anybody = ", ".join(f"{{orders: {n}}}" for n in range(1500))
    wide = ct.loads(
        f"""
id: wide
version: 1.0.0
label: {{en: W, fr: W}}
categories:
  - {{id: any-of, label: {{en: A, fr: A}}, when: {{any: [{anybody}]}}}}
"""
    )
    assert sql.select(wide, table="t", dialect="duckdb").count(" OR ") + 1 >= 1499


def test_dialects_are_documented() -> None:
    """The page on SQL lists each dialect, and how it was tried."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "sql.md").read_text(encoding="utf-8")
    for dialect, how in DIALECTS.items():
        assert f"| `{dialect}` | {how} |" in page
