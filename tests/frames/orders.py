"""Orders tables of all kinds, and the facts that reading them row by row gives."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from customer_types._customers.orders import OrderBook

AS_OF = dt.date(1998, 6, 30)
CDNOW = Path(__file__).parents[2] / "docs" / "examples" / "cdnow-orders.csv"
SCHEMA = pa.schema(
    {
        "customer_id": pa.string(),
        "date": pa.date32(),
        "amount": pa.float64(),
        "quantity": pa.float64(),
        "order": pa.int64(),
        "status": pa.string(),
    }
)

Row = dict[str, Any]


def days() -> st.SearchStrategy[dt.date]:
    """Give days about the window, and some after the reference date."""
    return st.integers(-20, 800).map(lambda before: AS_OF - dt.timedelta(before)) | st.sampled_from(
        [AS_OF, AS_OF - dt.timedelta(364), AS_OF - dt.timedelta(365), AS_OF + dt.timedelta(1)]
    )


def rows() -> st.SearchStrategy[list[Row]]:
    """Give orders tables of few customers, with refunds, missing values and halves of a cent."""
    amounts = st.sampled_from([0.0, 10.0, -10.0, 0.125, 0.375, -0.125, 19.99, 1e6]) | st.floats(
        -100, 100, width=32
    )
    row = st.fixed_dictionaries(
        {
            "customer_id": st.sampled_from(["a", "b", "c", None]),
            "date": st.none() | days() | days(),
            "amount": st.none() | amounts | amounts,
            "quantity": st.sampled_from([None, 1.0, 2.0, -1.0, 0.5, 0.1, 0.2, 0.3]),
            "order": st.sampled_from([None, 1, 2, 3]),
            "status": st.sampled_from(["paid", "void", None]),
        }
    )
    return st.lists(row, max_size=12)


ROLES: list[Row] = [
    {},
    {"quantity": "quantity"},
    {"order": "order", "quantity": "quantity"},
    {"order": "order", "status": "status", "cancelled": "void"},
    {"decimals": 0},
]


def expected(table: list[Row], roles: Row) -> tuple[dict[Any, Row], Counter[Any]]:
    """Work the facts out customer by customer."""
    given_roles = dict(roles)
    if "cancelled" in given_roles:
        given_roles["cancelled"] = frozenset([given_roles["cancelled"]])
    book = OrderBook(as_of=AS_OF, customer="customer_id", **given_roles)
    for row in table:
        book.add(row)
    return book.facts_by_customer(), Counter(book.left_out)


def many(count: int) -> list[Row]:
    """Draw orders of a thousand customers, of all kinds that may be."""
    random = Random(1)
    return [
        {
            "customer_id": random.choice([None, *map(str, range(1000))]),
            "date": AS_OF - dt.timedelta(random.choice([-1, 0, 364, 365, random.randrange(900)])),
            "amount": random.choice([None, 0.125, -0.375, -10.0, round(random.uniform(0, 99), 2)]),
            "quantity": random.choice([None, 1.0, 2.0, 3.0, 0.5, -1.0, 0.1, 0.2, 0.3]),
            "order": random.choice([None, random.randrange(5)]),
            "status": random.choice(["paid", "paid", "void", None]),
        }
        for _ in range(count)
    ]


def cdnow() -> list[Row]:
    """Read the orders of the example."""
    with CDNOW.open(encoding="utf-8", newline="") as file:
        return [
            {
                **dict.fromkeys(SCHEMA.names),
                "customer_id": row["customer_id"],
                "date": dt.date.fromisoformat(row["date"]),
                "amount": float(row["amount"]),
                "quantity": float(row["quantity"]),
            }
            for row in csv.DictReader(file)
        ]
