"""Queries add columns of verdicts, answers and facts to a table, in any dialect."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Literal

from customer_types._customers.orders import reference_date, time_zone, zone_name
from customer_types._deciding.answers import OTHERWISE, Answer, Case, cases
from customer_types._deciding.conditions import Condition, Conditions, facts_of, is_certain, is_constant
from customer_types._deciding.interpreter import used_facts
from customer_types._model.taxonomies import Taxonomy
from customer_types.errors import MissingExtraError

try:
    from sqlglot import exp

    from customer_types.sql.columns import Columns, columns_of, given_columns, known_columns
    from customer_types.sql.conditions import Questions, added, combined
    from customer_types.sql.dialects import DIALECTS as _DIALECTS
    from customer_types.sql.names import column, dialect_named, home_of, identifier, source, unused
    from customer_types.sql.orders import Orders, OrdersQuery
    from customer_types.sql.text import Format, written
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "sqlglot":
        raise
    raise MissingExtraError("sql") from None

#: Each dialect, and whether its SQL is `executed` on a real database by the tests, or only `parsed`.
DIALECTS: Mapping[str, Literal["executed", "parsed"]] = MappingProxyType(
    {one.name: "executed" if one.is_executed else "parsed" for one in _DIALECTS.values()}
)


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
    >>> positions = taxonomy("supply-chain-positions")
    >>> print(select(positions, table="customers", dialect="postgres", has_nan=False))
    ... # doctest: +ELLIPSIS
    SELECT
      customers.*,
      customers.purchase_purpose = 'own_use'
      AND (
        customers.orders IS NULL OR customers.orders > 0
      ) AS "supply-chain-positions__final-consumer",
    ...
    FROM customers

    The columns are called `taxonomy__category`; T-SQL and Oracle have 1 and 0 in them. `table` is a name
    as the database writes it, or a query. Its columns are named as their facts, or as `columns` says:
    a mapping has the names of columns by the ids of facts, and `None` for a fact that the table does not
    have; a list has the names of all columns, and a fact without one is missing, as it is where a query
    that names its columns has none for it. Numbers that are NaN are
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

    It is called as the taxonomy, and is null where there is no one answer: `status` says why. Arguments and
    errors are those of `select`, and `SeveralAnswersError`, a ValueError, for a taxonomy that answers several
    questions.
    """
    query = _Query((taxonomy,), table, dialect, columns, has_nan=has_nan)
    query.add(taxonomy.id, query.answered(taxonomy, lambda answer: answer.id))
    return written(query.expression, query.dialect, format=format)


def status(
    taxonomy: Taxonomy,
    /,
    *,
    table: str,
    dialect: str,
    columns: Columns | None = None,
    has_nan: bool = True,
    format: Format = "sql",
) -> str:
    r"""Write the query that adds a column with `one`, `none`, `several` or `undecided`.

    >>> from customer_types import taxonomy
    >>> text = status(taxonomy("lifecycle"), table="customers", dialect="postgres")
    >>> text.count("THEN 'undecided'"), text.endswith("AS lifecycle_status\nFROM customers")
    (5, True)

    It says whether there is one category, and is called as the taxonomy, with `_status` behind it. The
    words are defined in `_deciding.answers`. Arguments and errors are those of `category`.
    """
    query = _Query((taxonomy,), table, dialect, columns, has_nan=has_nan)
    query.add(f"{taxonomy.id}_status", query.answered(taxonomy, lambda answer: answer.status))
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
    it has the English one, or one that there is. Arguments and errors are those of `category`.
    """
    query = _Query((taxonomy,), table, dialect, columns, has_nan=has_nan)
    fallback = ("en", *taxonomy.languages)

    def text(answer: Answer) -> str | None:
        return None if answer.category is None else answer.category.label(language, fallback=fallback)

    query.add(f"{taxonomy.id}_label", query.answered(taxonomy, text))
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
    >>> found = expressions(taxonomy("supply-chain-positions"), table="c", dialect="duckdb", has_nan=False)
    >>> print(found["supply-chain-positions/final-consumer"])
    c.purchase_purpose = 'own_use' AND (
      c.orders IS NULL OR c.orders > 0
    )

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
        asked = source(table, self.dialect)
        given = given_columns(columns, facts, columns_of(asked) if isinstance(asked, exp.Query) else None)
        self.expression, home = _around(asked)
        used = dict.fromkeys(name for taxonomy in taxonomies for name in used_facts(taxonomy))
        found, parts = known_columns([facts[name] for name in used], given)
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

    def answered(self, taxonomy: Taxonomy, text: Callable[[Answer], str | None]) -> exp.Expr:
        """Give what a text says of the one answer: the cases of `_deciding.answers`, one by one.

        They are asked of the own criteria of the categories, which are shorter than verdicts.
        """
        told: list[tuple[exp.Expr, str | None]] = []
        otherwise = text(OTHERWISE)
        for case in cases(taxonomy):
            asked = self._asked(case, taxonomy)
            if asked is True:
                otherwise = text(case.answer)
                break
            if asked is not False:
                told.append((asked, text(case.answer)))
        while told and told[-1][1] == otherwise:
            told.pop()
        if not told:
            return self._said(otherwise, is_typed=True)
        found = exp.Case()
        for said, group in groupby(told, key=itemgetter(1)):
            found.when(combined((one for one, _ in group), is_all=False), self._said(said), copy=False)
        return found if otherwise is None else found.else_(self._said(otherwise), copy=False)

    def _said(self, text: str | None, *, is_typed: bool = False) -> exp.Expr:
        if text is not None:
            return self.dialect.quoted(text)
        return self.dialect.cast(exp.null(), self.dialect.text) if is_typed else exp.null()

    def _asked(self, case: Case, taxonomy: Taxonomy) -> exp.Expr | bool:
        """Write that a case holds, or tell it where it does not hang on the customer."""
        conditions = [self._conditions.own(one, taxonomy) for one in case.categories]
        match case.question:
            case "yes":
                (condition,) = conditions
                return condition is True if is_constant(condition) else self.questions.written(condition)
            case "unknown":
                if None in conditions:
                    return True
                parts = [self._unknown(one) for one in conditions if not is_certain(one)]
                return combined(parts, is_all=False) if parts else False
            case "several":
                asked = [one for one in conditions if one is not None and one is not False]
                if len(asked) < 2:
                    return False
                ones = [exp.Case().when(self.questions.written(one), "1").else_("0") for one in asked]
                return exp.GT(this=added(ones), expression=exp.Literal.number(1))

    def _unknown(self, condition: Condition) -> exp.Expr:
        value = exp.paren(self.questions.column(condition).unnest(), copy=False)
        return exp.Is(this=value, expression=exp.null())


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
