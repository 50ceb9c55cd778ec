"""A column holds one fact of all customers of a frame; a normal one says it in one way only.

Engines differ in what is missing and in what is larger: NaN is above all numbers in some and below none
in others, a narrow float is not the double that it was written as, numpy knows no unknown truth value.
So a column is made normal once, before anything is asked: whole numbers are of 64 bits, numbers are
doubles, texts are texts, and what is missing is null.
"""

from collections.abc import Iterable, Mapping

import narwhals.stable.v2 as nw

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._messages import Phrase
from customer_types._model.choices import choices_of, listed
from customer_types._model.facts import Fact, FactType
from customer_types.errors import ColumnError, ColumnTypeError
from customer_types.frames.tables import Spellings

_WHOLE = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32)


def normal(column: nw.Expr, dtype: nw.dtypes.DType, name: str, fact: Fact) -> nw.Expr:
    """Make a column of a fact normal.

    A whole number that is none, or has more than 64 bits, is taken for missing. Raises
    `ColumnTypeError`, which names the column and never what is in it.
    """
    if fact.type == "number" and dtype.is_numeric():
        return (column if dtype == nw.Float64 else column.cast(nw.Float64)).fill_nan(None)
    if fact.type == "integer" and dtype.is_numeric():
        return _whole(column, dtype)
    if fact.type == "boolean" and dtype == nw.Boolean:
        return column
    if fact.type == "choice" and dtype in (nw.String, nw.Categorical, nw.Enum):
        return column if dtype == nw.String else column.cast(nw.String)
    if fact.type == "choices" and isinstance(dtype, (nw.List, nw.Array)):
        inner = dtype.inner
        if isinstance(dtype, nw.List) and inner == nw.String:
            return column
        if inner in (nw.String, nw.Categorical, nw.Enum):
            return column.cast(nw.List(nw.String))
    raise ColumnTypeError(name, fact.id, fact.type, str(dtype))


def is_normal(dtype: nw.dtypes.DType, fact: Fact) -> bool:
    """Tell whether any column of a type is normal for a fact."""
    if fact.type == "choices":
        return isinstance(dtype, nw.List) and dtype.inner == nw.String
    wanted: Mapping[FactType, type[nw.dtypes.DType]] = {
        "integer": nw.Int64,
        "boolean": nw.Boolean,
        "choice": nw.String,
    }
    return fact.type in wanted and dtype == wanted[fact.type]


def spellings(texts: Iterable[str], name: str, fact: Fact, *, strict: bool) -> Spellings:
    """Tell how the values of a fact are written in a column that has these texts besides ids.

    Raises `ColumnError` for a text that is none of the values, if that is not to be.
    """
    choices = choices_of(fact)
    found: dict[str, tuple[str, ...]] = {id: (id,) for id in choices.ids}
    for text in texts:
        id = choices.read(text)
        if id is not None:
            found[id] = tuple(dict.fromkeys((*found[id], text)))
        elif strict:
            told = {"column": name, "fact": fact.id, "values": listed(fact.values)}
            raise ColumnError(Phrase("frames.not-a-value", told))
    return found


def whole(column: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr | None:
    """Ask whether numbers are whole ones of 64 bits; `None` if those of a column's type always are."""
    if dtype in _WHOLE:
        return None
    if dtype in (nw.UInt64, nw.UInt128):
        return column <= LARGEST_INTEGER
    if dtype == nw.Int128:
        return (column >= SMALLEST_INTEGER) & (column <= LARGEST_INTEGER)
    number = column.cast(nw.Float64).fill_nan(None)
    # The bounds are doubles, and the largest whole number of 64 bits is none.
    return (number == number.floor()) & (number >= float(SMALLEST_INTEGER)) & (number < float(2**63))


def nearest_double(whole: nw.Expr) -> nw.Expr:
    """Give the double nearest to a whole number."""
    return whole.cast(nw.Float64)


def nearest_double_of_arrow(whole: nw.Expr) -> nw.Expr:
    """Give the double nearest to a whole number; the cast of Arrow refuses those that are none."""
    return (whole // 2**30).cast(nw.Float64) * 2.0**30 + (whole % 2**30).cast(nw.Float64)


def _whole(column: nw.Expr, dtype: nw.dtypes.DType) -> nw.Expr:
    is_whole = whole(column, dtype)
    return (column if is_whole is None else nw.when(is_whole).then(column)).cast(nw.Int64)
