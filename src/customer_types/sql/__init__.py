"""SQL is text for a database: the verdicts of taxonomies, and facts from orders, worked out where data is.

Each query gives the verdicts that `classify` gives of the same facts, in whichever of the dialects it is
written: yes, no, and null where a verdict is unknown. `DIALECTS` says which of them the tests run on a
real database, and which are only held against a parser. Needs the extra `sql`.
"""

from customer_types.sql.queries import (
    DIALECTS,
    category,
    expressions,
    facts_from_orders,
    label,
    left_out,
    select,
    status,
)

__all__ = [
    "DIALECTS",
    "category",
    "expressions",
    "facts_from_orders",
    "label",
    "left_out",
    "select",
    "status",
]
