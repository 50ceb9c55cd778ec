"""SQL is text for a database: the verdicts of taxonomies, and facts from orders, worked out where data is.

Each query gives the verdicts that `classify` gives of the same facts, in whichever of the dialects it is
written: yes, no, and null where a verdict is unknown. `DIALECTS` says which of them the tests run on a
real database, and which are only held against a parser. Needs the extra `sql`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from customer_types._conditions import Condition, Conditions, Question, facts_of
from customer_types._generated import used_facts
from customer_types.categories import Taxonomy
from customer_types.criteria import Operator
from customer_types.errors import MissingExtraError, UnknownFactError
from customer_types.facts import Fact
from customer_types.orders import reference_date, time_zone, zone_name
from customer_types.suggestions import closest

try:
    from sqlglot import exp

    from customer_types._sql.dialects import DIALECTS as _DIALECTS
    from customer_types._sql.names import column, dialect_named, home_of, identifier, source, unused
    from customer_types._sql.orders import Orders, OrdersQuery
    from customer_types._sql.questions import Questions, added
    from customer_types._sql.writing import Format, written
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "sqlglot":
        raise
    raise MissingExtraError("sql") from None

#: Each dialect, and whether its SQL is `executed` on a real database by the tests, or only `parsed`.
DIALECTS: Mapping[str, Literal["executed", "parsed"]] = MappingProxyType(
    {one.name: "executed" if one.is_executed else "parsed" for one in _DIALECTS.values()}
)

Columns = Mapping[str, str | None]


def select(
    taxonomy: Taxonomy,
    /,
    *more: Taxonomy,
    table: str,
    dialect: str,
    columns: Columns | None = None,
    has_nan: bool = True,
    format: Format = "sql",
) -> str:
    """Write the query that adds a column of verdicts for each category: yes, no, or null where unknown.

    >>> from customer_types import taxonomy
    >>> print(select(taxonomy("supply-chain-positions"), table="customers", dialect="postgres"))
    ... # doctest: +ELLIPSIS
    SELECT
      customers.*,
      customers.purchase_purpose = 'own_use' AS "supply-chain-positions__final-consumer",
    ...
    FROM customers

    The columns are called `taxonomy__category`; T-SQL and Oracle have 1 and 0 in them. `table` is a name
    as the database writes it, or a query. Its columns are named as their facts, or as `columns` says:
    one that is there under `None` is of a fact that the table does not have. Numbers that are NaN are
    missing; where there are none, `has_nan=False` makes plainer SQL. A fact that follows from two others is
    worked out where its own column is null, or is not there, if `columns` names both of them or the
    taxonomies test them anyway. `format="dbt"` writes a model of
    dbt, which refers to the table by `ref`, or by `source` if it is named with a schema. Raises
    `SqlError`, a ValueError, and `UnknownFactError`, a KeyError.
    """
    query = _Query((taxonomy, *more), table, dialect, columns, has_nan=has_nan)
    for one in query.taxonomies:
        for category, condition in query.verdicts(one):
            query.add(f"{one.id}__{category}", query.questions.column(condition))
    return written(query.expression, query.dialect, format=format)


def category(
    taxonomy: Taxonomy,
    /,
    *,
    table: str,
    dialect: str,
    columns: Columns | None = None,
    has_nan: bool = True,
    format: Format = "sql",
) -> str:
    r"""Write the query that adds a column with the id of the one category that a customer is in.

    >>> from customer_types import taxonomy
    >>> text = category(taxonomy("lifecycle"), table="customers", dialect="postgres")
    >>> text.count("THEN 'loyal'"), text.endswith("AS lifecycle\nFROM customers")
    (1, True)

    It is called as the taxonomy; it is null where no verdict is yes, or where several are; deprecated
    categories give way to current ones. Arguments and errors are those of `select`.
    """
    query = _Query((taxonomy,), table, dialect, columns, has_nan=has_nan)
    query.add(taxonomy.id, query.single(taxonomy, [one.id for one in taxonomy.categories]))
    return written(query.expression, query.dialect, format=format)


def label(
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    table: str,
    dialect: str,
    columns: Columns | None = None,
    has_nan: bool = True,
    format: Format = "sql",
) -> str:
    r"""Write the query that adds a column with the label of the one category that a customer is in.

    >>> from customer_types import taxonomy
    >>> text = label(taxonomy("lifecycle"), language="fr", table="customers", dialect="bigquery")
    >>> text.count("THEN 'Client fidèle'"), text.endswith("AS lifecycle_label\nFROM customers")
    (1, True)

    It is called as the taxonomy, with `_label` behind it. Where a category has no label in the language
    it has the English one, or one that there is. Arguments and errors are those of `select`.
    """
    query = _Query((taxonomy,), table, dialect, columns, has_nan=has_nan)
    fallback = ("en", *taxonomy.languages)
    texts = [one.label(language, fallback=fallback) for one in taxonomy.categories]
    query.add(f"{taxonomy.id}_label", query.single(taxonomy, texts))
    return written(query.expression, query.dialect, format=format)


def expressions(
    taxonomy: Taxonomy,
    /,
    *,
    table: str,
    dialect: str,
    columns: Columns | None = None,
    has_nan: bool = True,
) -> dict[str, str]:
    """Write the verdict on each category as an expression, by category, for a query of one's own.

    >>> from customer_types import taxonomy
    >>> found = expressions(taxonomy("lifecycle"), table="c", dialect="duckdb", has_nan=False)
    >>> print(found["lifecycle/new"])
    c.orders >= 1 AND c.days_since_first_order <= 30

    `table` is what the query calls the table, so that every column is qualified. Arguments and errors
    are those of `select`.
    """
    query = _Query((taxonomy,), table, dialect, columns, has_nan=has_nan)
    return {
        f"{taxonomy.id}/{one}": written(query.questions.column(condition), query.dialect)
        for one, condition in query.verdicts(taxonomy)
    }


class _Query:
    """A query that has all columns of a table, and more."""

    def __init__(
        self,
        taxonomies: tuple[Taxonomy, ...],
        table: str,
        dialect: str,
        columns: Columns | None,
        *,
        has_nan: bool,
    ) -> None:
        facts = facts_of(taxonomies)
        self.taxonomies = taxonomies
        self.dialect = dialect_named(dialect)
        given = dict(columns or {})
        for asked in given:
            if asked not in facts:
                raise UnknownFactError(asked, closest(asked, facts))
        self.expression, home = _around(source(table, self.dialect))
        used = dict.fromkeys(name for taxonomy in taxonomies for name in used_facts(taxonomy))
        found, parts = _known([facts[name] for name in used], given)
        known = {name: column(text, home, self.dialect) for name, text in found.items()}
        following = {name: (facts[first], facts[second]) for name, (first, second) in parts.items()}
        self.questions = Questions(self.dialect, known, following, has_nan=has_nan)
        self._conditions = Conditions({*known, *following})

    def verdicts(self, taxonomy: Taxonomy) -> list[tuple[str, Condition]]:
        """Give the condition of the verdict on each category, by its id."""
        return [(one.id, self._conditions.verdict(one, taxonomy)) for one in taxonomy.categories]

    def add(self, name: str, expression: exp.Expr) -> None:
        """Add a column."""
        alias = identifier(name, self.dialect)
        self.expression.select(exp.alias_(expression, alias), append=True, copy=False)

    def single(self, taxonomy: Taxonomy, texts: Iterable[str]) -> exp.Expr:
        """Give the text of the one category that a customer is in."""
        is_in_order = taxonomy.decide == "first" and len(taxonomy.current) == len(taxonomy)
        answer = (self._first if is_in_order else self._sole)(taxonomy, texts)
        return answer if answer.args.get("ifs") else self.dialect.cast(exp.null(), self.dialect.text)

    def _first(self, taxonomy: Taxonomy, texts: Iterable[str]) -> exp.Case:
        """Give the text of the first category whose criterion holds, unless one before is unknown."""
        answer = exp.Case()
        for category, text in zip(taxonomy.categories, texts, strict=True):
            condition = self._conditions.own(category, taxonomy)
            if condition is None:
                break
            if condition is False:
                continue
            answer.when(self.questions.written(condition), self.dialect.quoted(text), copy=False)
            if condition is True:
                break
            if not (isinstance(condition, Question) and condition.operator is Operator.KNOWN):
                value = exp.paren(self.questions.column(condition).unnest(), copy=False)
                answer.when(exp.Is(this=value, expression=exp.null()), exp.null(), copy=False)
        return answer

    def _sole(self, taxonomy: Taxonomy, texts: Iterable[str]) -> exp.Case:
        """Give the text of the only category that has a verdict of yes: where several have, there is none.

        Deprecated ones are asked when no current one has a yes.
        """
        current, deprecated = list[tuple[Condition, str]](), list[tuple[Condition, str]]()
        for category, text in zip(taxonomy.categories, texts, strict=True):
            condition = self._conditions.verdict(category, taxonomy)
            if condition is not None and condition is not False:
                (current if category.deprecated is None else deprecated).append((condition, text))
        answer = exp.Case()
        for asked in (current, deprecated):
            if len(asked) > 1:
                parts = [exp.Case().when(self.questions.written(one), "1").else_("0") for one, _ in asked]
                several = exp.GT(this=added(parts), expression=exp.Literal.number(1))
                answer.when(several, exp.null(), copy=False)
            for condition, text in asked:
                answer.when(self.questions.written(condition), self.dialect.quoted(text), copy=False)
        return answer


def _known(used: Sequence[Fact], given: Columns) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Find the columns that a table has of facts, and the parts of those facts that follow from them.

    Nobody looks into the table. A fact that is asked about has a column, unless `given` says that it has
    none, or names columns for both of its parts and none for itself. A part has one if it is asked about
    itself, or if `given` names it.
    """
    asked = {fact.id: given.get(fact.id, fact.id) for fact in used}
    named = {name: text for name, text in {**asked, **given}.items() if text is not None}
    parts = {
        fact.id: fact.follows.parts
        for fact in used
        if fact.follows is not None and all(part in named for part in fact.follows.parts)
    }
    instead = {
        name for name, both in parts.items() if name not in given and all(part in given for part in both)
    }
    needed = {*asked, *(part for both in parts.values() for part in both)} - instead
    return {name: text for name, text in named.items() if name in needed}, parts


def _around(table: exp.Table | exp.Query) -> tuple[exp.Select, exp.Identifier]:
    """Give a query with all columns of a table, or of another query, and what the table is called."""
    if isinstance(table, exp.Table):
        home = home_of(table)
        return exp.select(exp.Column(this=exp.Star(), table=home)).from_(table), home
    steps = next((one for one in table.iter_expressions() if isinstance(one, exp.With)), None)
    name = unused("ct_facts", table)
    home = exp.to_identifier(name)
    outer = exp.select(exp.Column(this=exp.Star(), table=home)).from_(name)
    is_recursive = steps is not None and steps.recursive
    for step in [] if steps is None else steps.pop().expressions:
        outer.with_(step.args["alias"], as_=step.this, recursive=is_recursive, copy=False)
    return outer.with_(name, as_=table, recursive=is_recursive, copy=False), home


def facts_from_orders(
    *,
    table: str,
    dialect: str,
    as_of: dt.date | str | None,
    customer: str = "customer_id",
    date: str = "date",
    amount: str = "amount",
    quantity: str | None = None,
    order: str | None = None,
    status: str | None = None,
    cancelled: str | Iterable[Any] = (),
    zone: dt.tzinfo | str | None = None,
    decimals: int = 2,
    format: Format = "sql",
) -> str:
    """Write the query that makes the facts of each customer from a table of orders.

    >>> from customer_types import taxonomy
    >>> facts = facts_from_orders(table="orders", dialect="snowflake", as_of="1998-06-30")
    >>> query = select(taxonomy("lifecycle"), table=facts, dialect="snowflake", has_nan=False)

    The facts are those of `customer_types.facts_from_orders`, percentiles included, for every customer
    with a row that counts. `as_of=None` is the day on which the query runs. `customer`, `date` and so on
    name the columns, `cancelled` the statuses of orders that don't count; `zone` is where instants are
    cut into days. Raises `SqlError` and `OrdersError`, both a ValueError.
    """
    query = _orders_query(
        dialect,
        zone,
        table=table,
        as_of=as_of,
        customer=customer,
        date=date,
        amount=amount,
        quantity=quantity,
        order=order,
        status=status,
        cancelled=cancelled,
        decimals=decimals,
    )
    return written(query.facts(), query.dialect, format=format)


def left_out(
    *,
    table: str,
    dialect: str,
    as_of: dt.date | str | None,
    customer: str = "customer_id",
    date: str = "date",
    amount: str = "amount",
    quantity: str | None = None,
    order: str | None = None,
    status: str | None = None,
    cancelled: str | Iterable[Any] = (),
    zone: dt.tzinfo | str | None = None,
    decimals: int = 2,
    format: Format = "sql",
) -> str:
    """Write the query that counts the rows that `facts_from_orders` leaves out, by reason.

    >>> text = left_out(table="orders", dialect="trino", as_of="1998-06-30")
    >>> text.count("'no-customer'")
    1

    The reasons are `no-customer`, `cancelled`, `no-date`, `no-amount` and `after-as-of`; a row has the
    first one that applies. Arguments and errors are those of `facts_from_orders`.
    """
    query = _orders_query(
        dialect,
        zone,
        table=table,
        as_of=as_of,
        customer=customer,
        date=date,
        amount=amount,
        quantity=quantity,
        order=order,
        status=status,
        cancelled=cancelled,
        decimals=decimals,
    )
    return written(query.left_out(), query.dialect, format=format)


def _orders_query(
    dialect: str, zone: dt.tzinfo | str | None, *, as_of: dt.date | str | None, **roles: Any
) -> OrdersQuery:
    place = time_zone(zone)
    day = None if as_of is None else reference_date(as_of, zone=place)
    return OrdersQuery(Orders(as_of=day, zone=zone_name(place), **roles), dialect_named(dialect))
