"""Orders in a database become facts in one query: a step after the other, each a table of the next.

The rules are those of `_customers.purchases`, which says what an order, a refund and the window are.
A day is told by its age, the days from it to the reference date, and money is whole numbers of the
smallest unit, so that nothing but whole numbers is compared and summed.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs
from sqlglot import exp

from customer_types._customers.orders import require_sense
from customer_types._customers.purchases import FACTS, LARGEST_ROUNDED, UNIT_PARTS, WINDOW_DAYS
from customer_types._messages import Phrase
from customer_types.errors import SqlError
from customer_types.sql.conditions import integer, known_number
from customer_types.sql.dialects import Dialect
from customer_types.sql.names import column, home_of, identifier, source

#: Whole numbers of the smallest unit beyond this are no longer exact in a double.
_LARGEST = 2**53

#: What the steps of the query are called.
_STEPS = frozenset(
    f"ct_{name}"
    for name in (
        *("source", "rows", "amounts", "purchases", "orders", "days", "gaps", "places", "usual_gaps"),
        *("sums", "customers"),
    )
)

# No name is that of a column that it is made of: ClickHouse would take one for the other.
_ORDER = "order_amount >= 0"
_RECENT = f"order_age < {WINDOW_DAYS}"


def _statuses(given: str | Iterable[Any]) -> tuple[Any, ...]:
    return (given,) if isinstance(given, str) else tuple(dict.fromkeys(given))


@attrs.frozen(kw_only=True)
class Orders:
    """Where orders are, which column is what, and how rows are read. Raises `OrdersError` and `SqlError`.

    `as_of` is `None` for the day on which a query runs.
    """

    table: str
    as_of: dt.date | None
    customer: str
    date: str
    amount: str
    quantity: str | None
    order: str | None
    status: str | None
    cancelled: tuple[Any, ...] = attrs.field(converter=_statuses)
    zone: str | None
    decimals: int

    def __attrs_post_init__(self) -> None:
        require_sense(self.cancelled, self.status, self.decimals)
        if any(isinstance(one, bool) or not isinstance(one, (str, int)) for one in self.cancelled):
            raise SqlError(Phrase("sql.statuses"))
        if self.customer.casefold() in FACTS:  # the answer would have two columns of one name
            raise SqlError(Phrase("frames.exists-as-fact", {"column": self.customer}))


class OrdersQuery:
    """Writes the queries of orders for a database. Raises `SqlError`."""

    def __init__(self, orders: Orders, dialect: Dialect) -> None:
        self.orders = orders
        self.dialect = dialect

    def facts(self) -> exp.Select:
        """Write the query for the facts of each customer with a row that counts."""
        return self._after(
            self._facts(),
            ct_rows=self._rows(),
            ct_amounts=self._amounts(),
            ct_purchases=self._purchases(),
            ct_orders=self._orders(),
            ct_days=self._query(f"SELECT DISTINCT customer, order_age FROM ct_orders WHERE {_ORDER}"),
            ct_gaps=self._query(
                "SELECT customer, LAG(x) OVER (PARTITION BY customer ORDER BY order_age DESC)"
                " - order_age AS gap FROM ct_days",
                x=self.dialect.cast(self._sql("order_age"), self.dialect.integer),  # else ClickHouse gives 0
            ),
            ct_places=self._query(
                "SELECT customer, gap, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY gap) AS place,"
                " COUNT(*) OVER (PARTITION BY customer) AS gaps FROM ct_gaps WHERE NOT gap IS NULL"
            ),
            # The gap in the middle, or the two.
            ct_usual_gaps=self._query(
                "SELECT customer, AVG(x) AS usual_gap FROM ct_places"
                " WHERE place * 2 BETWEEN gaps AND gaps + 2 GROUP BY customer",
                x=self._double("gap"),
            ),
            ct_sums=self._customers(),
            ct_customers=self._query("SELECT ct_sums.*, x AS units_365d FROM ct_sums", x=self._units()),
        )

    def left_out(self) -> exp.Select:
        """Write the query for the rows that are left out, counted by reason."""
        counts = self._query(
            "SELECT reason, COUNT(*) AS x FROM ct_purchases WHERE NOT reason IS NULL GROUP BY reason"
        )
        counts.selects[1].set("alias", identifier("rows", self.dialect))
        return self._after(
            counts, ct_rows=self._rows(), ct_amounts=self._amounts(), ct_purchases=self._purchases()
        )

    def _after(self, query: exp.Select, **steps: exp.Select) -> exp.Select:
        assert _STEPS.issuperset(steps)
        for name, step in steps.items():
            query.with_(name, as_=step, copy=False)
        return query

    def _rows(self) -> exp.Select:
        """Write the rows in columns of our own names, amounts in the smallest unit."""
        orders, dialect = self.orders, self.dialect
        table = self._source()
        home = home_of(table)

        def of(name: str) -> exp.Column:
            return column(name, home, dialect)

        day = dialect.filled(dialect.day, x=of(orders.date))
        if orders.zone is not None:
            if dialect.day_in_zone is None:
                raise SqlError(Phrase("sql.zone", {"dialect": dialect.name}))
            zone = exp.Literal.string(orders.zone)
            day = dialect.filled(dialect.day_in_zone, x=of(orders.date), a=zone)
        amount = known_number(of(orders.amount), dialect)
        columns = {
            "customer": of(orders.customer),
            "age": dialect.filled(dialect.days, a=day, b=self._as_of()),
            "scaled": dialect.filled(dialect.times, x=amount, a=integer(10**orders.decimals)),
        }
        if orders.quantity is not None:
            quantity = dialect.cast(of(orders.quantity), dialect.double)
            columns["quantity"] = self._finite(known_number(quantity, dialect))
        if orders.order is not None:
            columns["order_id"] = of(orders.order)
        if orders.status is not None and orders.cancelled:
            status: exp.Expr = of(orders.status)
            if isinstance(orders.cancelled[0], str):
                status = dialect.filled(dialect.exact_text, x=status)
            members = [
                dialect.quoted(one) if isinstance(one, str) else integer(one) for one in orders.cancelled
            ]
            columns["is_cancelled"] = (
                exp.case().when(exp.In(this=status, expressions=members), "1").else_("0")
            )
        return exp.select(*(one.as_(name) for name, one in columns.items())).from_(table)

    def _source(self) -> exp.Table | exp.Subquery:
        """Give the table of orders, or the query, which has no table that is called as a step of ours."""
        table = source(self.orders.table, self.dialect)
        for name in (one.name for one in table.find_all(exp.Table, exp.TableAlias)):
            if name.lower() in _STEPS:
                raise SqlError(Phrase("sql.own-name", {"table": name}))
        return table.subquery("ct_source") if isinstance(table, exp.Query) else table

    def _finite(self, quantity: exp.Expr) -> exp.Expr:
        return self._sql("CASE WHEN ABS(x) <= 1e300 THEN x END", x=quantity)

    def _as_of(self) -> exp.Expr:
        day = self.orders.as_of
        if day is None:
            if self.orders.zone is None or self.dialect.day_in_zone is None:
                return self.dialect.filled(self.dialect.today)
            zone = exp.Literal.string(self.orders.zone)
            now = self.dialect.filled(self.dialect.now)
            return self.dialect.filled(self.dialect.day_in_zone, x=now, a=zone)
        return self.dialect.filled(self.dialect.date, a=exp.Literal.string(day.isoformat()))

    def _amounts(self) -> exp.Select:
        """Add the whole number below each amount that is finite, and small enough to be summed exactly."""
        return self._query(
            "SELECT ct_rows.*, x AS below FROM ct_rows",
            x=self._sql(
                f"CASE WHEN y BETWEEN -{_LARGEST} AND {_LARGEST} THEN x END",
                x=self._floor("scaled"),
                y=self._double("scaled"),
            ),
        )

    def _purchases(self) -> exp.Select:
        """Round amounts, a half to the even one, and say why a row is left out."""
        is_odd = self._sql("below - 2 * x = 1", x=self._floor("below * 0.5"))
        rounded = self._sql(
            "below + CASE WHEN scaled - below > 0.5 OR (scaled - below = 0.5 AND x) THEN 1 ELSE 0 END",
            x=is_odd,
        )
        cancelled = "WHEN is_cancelled = 1 THEN 'cancelled' " if self.orders.cancelled else ""
        names = ["customer", "age", *(["order_id"] if self.orders.order is not None else [])]
        names += ["quantity"] if self.orders.quantity is not None else []
        return self._query(
            f"SELECT {', '.join(names)}, x AS amount,"
            f" CASE WHEN customer IS NULL THEN 'no-customer' {cancelled}WHEN age IS NULL THEN 'no-date'"
            " WHEN below IS NULL THEN 'no-amount'"
            " WHEN age < 0 THEN 'after-as-of' END AS reason FROM ct_amounts",
            x=self.dialect.cast(rounded, self.dialect.integer),
        )

    def _orders(self) -> exp.Select:
        """Put the purchases of an order, or of a buying day, together; refunds are apart."""
        keys = ["customer", "CASE WHEN amount < 0 THEN 1 ELSE 0 END", "age"]
        if self.orders.order is not None:
            is_refund = "CASE WHEN order_id IS NULL AND amount < 0 THEN 1 ELSE 0 END"
            keys = ["customer", "order_id", is_refund, "CASE WHEN order_id IS NULL THEN age END"]
        units = ""
        if self.orders.quantity is not None:
            units = (
                ", SUM(CASE WHEN amount < 0 THEN -ABS(quantity) ELSE quantity END) AS units,"
                " MIN(CASE WHEN quantity IS NULL THEN 0 ELSE 1 END) AS has_units"
            )
        return self._query(
            f"SELECT customer, MAX(age) AS order_age, SUM(amount) AS order_amount{units} FROM ct_purchases"
            f" WHERE reason IS NULL GROUP BY {', '.join(keys)}"
        )

    def _customers(self) -> exp.Select:
        """Sum up the orders of each customer."""
        units: exp.Expr = exp.Literal.number(0)
        if self.orders.quantity is not None:
            # A refund adds nothing, whatever was swapped in it.
            units = self._sql(
                f"CASE WHEN MIN(CASE WHEN {_RECENT} THEN has_units ELSE 1 END) = 1 THEN"
                f" SUM(CASE WHEN NOT {_RECENT} OR (order_amount < 0 AND units > 0) THEN 0 ELSE units END) END"
            )
        return self._query(
            f"SELECT customer, SUM(CASE WHEN {_ORDER} THEN 1 ELSE 0 END) AS orders,"
            f" SUM(CASE WHEN {_ORDER} AND {_RECENT} THEN 1 ELSE 0 END) AS orders_365d,"
            " SUM(order_amount) AS total,"
            f" SUM(CASE WHEN {_RECENT} THEN order_amount ELSE 0 END) AS total_365d,"
            f" MAX(CASE WHEN {_ORDER} THEN order_age END) AS first_age,"
            f" MIN(CASE WHEN {_ORDER} THEN order_age END) AS last_age, x AS units"
            " FROM ct_orders GROUP BY customer",
            x=units,
        )

    def _units(self) -> exp.Expr:
        """Round sums of quantities, so that they are the same in whichever order they were summed."""
        if self.orders.quantity is None:
            return self.dialect.cast(exp.null(), self.dialect.double)
        rounded = self.dialect.cast(self._floor(f"units * {UNIT_PARTS} + 0.5"), self.dialect.double)
        return self._sql(
            f"CASE WHEN ABS(units) <= {LARGEST_ROUNDED} THEN x / {UNIT_PARTS} ELSE units END", x=rounded
        )

    def _facts(self) -> exp.Select:
        """Write the facts, under the name of the column of customers."""
        scale = 10**self.orders.decimals
        whole = self.dialect.integer
        columns = {
            "orders": self.dialect.cast(self._sql("c.orders"), whole),
            "orders_365d": self.dialect.cast(self._sql("c.orders_365d"), whole),
            "spend": self._sql(f"x / {scale}", x=self._double("c.total")),
            "spend_365d": self._sql(f"x / {scale}", x=self._double("c.total_365d")),
            "units_365d": self._sql("c.units_365d"),
            "average_order_value": self._sql(
                f"CASE WHEN c.orders > 0 THEN x / (c.orders * {scale}) END", x=self._double("c.total")
            ),
            "days_since_first_order": self.dialect.cast(self._sql("c.first_age"), whole),
            "days_since_last_order": self.dialect.cast(self._sql("c.last_age"), whole),
            "usual_gap_days": self._sql("u.usual_gap"),
            "gaps_since_last_order": self._sql("x / u.usual_gap", x=self._double("c.last_age")),
            "spend_percentile": self._percentile("c.total_365d"),
            "units_percentile": self._percentile("c.units_365d"),
        }
        name = identifier(self.orders.customer, self.dialect)
        customer = exp.alias_(self._sql("c.customer"), name, quoted=name.args["quoted"])
        facts = [one.as_(fact) for fact, one in columns.items()]
        query = exp.select(customer, *facts).from_(exp.alias_(exp.to_table("ct_customers"), "c", table=True))
        return query.join(
            exp.alias_(exp.to_table("ct_usual_gaps"), "u", table=True),
            on="u.customer = c.customer",
            join_type="left",
        )

    def _percentile(self, value: str) -> exp.Expr:
        """Write the percentage of those who have a value above nothing, and at most as large a one."""
        window = f"PARTITION BY CASE WHEN {value} > 0 THEN 1 ELSE 0 END"
        at_most = self._double(f"COUNT(*) OVER ({window} ORDER BY {value})")
        return self._sql(f"CASE WHEN {value} > 0 THEN 100 * x / COUNT(*) OVER ({window}) END", x=at_most)

    def _floor(self, text: str) -> exp.Expr:
        return self.dialect.filled(self.dialect.floor, x=self._sql(text))

    def _double(self, text: str) -> exp.Expr:
        return self.dialect.cast(self._sql(text), self.dialect.double)

    def _query(self, text: str, **parts: exp.Expr) -> exp.Select:
        query = self._sql(text, **parts)
        assert isinstance(query, exp.Select)
        return query

    def _sql(self, text: str, **parts: exp.Expr) -> exp.Expr:
        return self.dialect.filled(text, **parts)
