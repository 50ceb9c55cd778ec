"""A frame is a table of pandas, Polars, Arrow, DuckDB, Spark or any other engine that narwhals knows.

Whoever classifies a frame gets a frame of the same kind back, with its rows, their order and their
index. A lazy one stays lazy: nothing of it is computed here. A column has the name of its fact, or the
one that `columns` gives it; a row means what a customer of the same facts means to `classify`, and a
fact without a column is missing of everybody, which a `MissingColumnWarning` says.

Needs the extra `frames`, and for frames of pandas and Arrow the extra `arrow`.
"""

from customer_types.errors import MissingExtraError

try:
    from customer_types.frames.journeys import timeline, transitions
    from customer_types.frames.opening import MissingColumnWarning
    from customer_types.frames.orders import facts_from_orders, left_out
    from customer_types.frames.translation import NotTranslated, Translation, translate
    from customer_types.frames.verdicts import actions, category, classify, impossible, label, status
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "narwhals":
        raise
    raise MissingExtraError("frames") from None

__all__ = [
    "MissingColumnWarning",
    "NotTranslated",
    "Translation",
    "actions",
    "category",
    "classify",
    "facts_from_orders",
    "impossible",
    "label",
    "left_out",
    "status",
    "timeline",
    "transitions",
    "translate",
]
