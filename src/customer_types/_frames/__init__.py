"""Frames of any engine that narwhals knows: how they hold facts, and what is asked of them."""

from customer_types.errors import MissingExtraError

try:
    import narwhals as narwhals
except ModuleNotFoundError as error:
    if error.name != "narwhals":
        raise
    raise MissingExtraError("frames") from None
