"""An Arrow table is one of pyarrow, or a frame of pandas, whose facts are taken into Arrow to be asked about.

The columns that pandas has from numpy know no unknown truth value: there, whoever is not known to have
left early has stayed. So nothing is asked of them.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any, TypeVar

import narwhals.stable.v2 as nw

from customer_types._deciding.values import is_missing
from customer_types._messages import Phrase
from customer_types._model.choices import choices_of
from customer_types._model.facts import Fact
from customer_types.errors import ColumnError, ColumnTypeError, MissingExtraError
from customer_types.frames.columns import nearest_double_of_arrow, spellings
from customer_types.frames.tables import CUSTOMER, GAP, PASSING, Asked, Plan, Total, named

try:
    import pyarrow as pa
    import pyarrow.compute as pc
except ModuleNotFoundError as error:
    if error.name != "pyarrow":
        raise
    raise MissingExtraError("arrow") from None

Array = Any  # of pyarrow, which has no types
Item = TypeVar("Item")

#: From so many rows on, threads are worth their while.
_MANY = 200_000
_THREADS = os.cpu_count() or 1
_MEMBERS = PASSING + "members:"


class ArrowTable:
    """A frame whose facts are asked about in Arrow."""

    is_folding = False
    double = staticmethod(nearest_double_of_arrow)

    def __init__(self, native: Any) -> None:
        self.native = native
        self.is_arrow = isinstance(native, pa.Table)
        self._counted: set[str] = set()
        self.names = tuple(native.column_names if self.is_arrow else native.columns)

    def derived(
        self, columns: Mapping[Fact, str], plan: Plan, kept: Sequence[str], *, strict: bool = False
    ) -> Any:
        """Give the frame with new columns: see `tables.Table`."""
        if not kept:
            return self.native if self.is_arrow else self.native.copy(deep=False)
        arrays = {PASSING + "rows": pa.nulls(len(self.native))}  # their number, where no fact is known
        made = self._each(lambda item: array_of(self.native[item[1]], item[1], item[0]), columns.items())
        arrays |= dict(zip((fact.id for fact in columns), made, strict=True))
        self._counted.clear()
        written = {
            fact.id: spellings(_texts(arrays[fact.id], fact), name, fact, strict=strict)
            for fact, name in columns.items()
            if fact.values
        }
        steps = plan(Asked({fact.id: nw.col(fact.id) for fact in columns}, spellings=written))
        arrays |= {_MEMBERS + name: _members(arrays[name]) for name in self._counted}
        steps = [*steps]

        def worked_out(table: Any) -> Any:
            frame = nw.from_native(table, eager_only=True)
            for step in steps:
                frame = frame.with_columns(named(step))
            return frame.select(*kept).to_native()

        found = pa.concat_tables(self._each(worked_out, self._parts(pa.table(arrays)))).combine_chunks()
        return self._with_columns(found) if self.is_arrow else self._of_pandas(found)

    def _each(self, work: Callable[[Item], Any], items: Iterable[Item]) -> list[Any]:
        """Do some work with each item, in threads where there are many rows: Arrow lets others work then."""
        if len(self.native) < _MANY:
            return [*map(work, items)]
        with ThreadPoolExecutor(_THREADS) as pool:
            return [*pool.map(work, items)]

    @staticmethod
    def _parts(table: Any) -> list[Any]:
        """Cut a table into as many parts as there are threads to work them out."""
        size = max(_MANY // 2, -(-len(table) // _THREADS))
        return [table.slice(start, size) for start in range(0, max(1, len(table)), size)]

    def members(self, fact: str) -> nw.Expr:
        """Count different members, without null: see `tables.Table`."""
        self._counted.add(fact)
        return nw.col(_MEMBERS + fact)

    def taken(self, columns: Mapping[str, nw.dtypes.DType]) -> nw.DataFrame[Any]:
        """Give some columns as they are: see `tables.Table`."""
        kinds = {nw.String(): pa.string(), nw.Date(): pa.date32(), nw.Float64(): pa.float64()}
        arrays = {}
        for name, dtype in columns.items():
            array = taken(self.native[name], name)
            is_of_nothing = pa.types.is_null(array.type) or not len(array)  # pandas has to choose a type
            arrays[name] = pa.nulls(len(array), kinds[dtype]) if is_of_nothing else _plain_text(array)
        return nw.from_native(pa.table(arrays), eager_only=True)

    def given_back(self, frame: nw.DataFrame[Any]) -> Any:
        """Give a frame of this table's kind: see `tables.Table`."""
        found = frame.to_native()
        return found if self.is_arrow else found.to_pandas(types_mapper=self._kind_of)

    def calendar(self, days: Sequence[int]) -> None:  # noqa: ARG002  # the protocol's
        """Look at each day by itself: see `tables.Table`."""
        return

    def summarized(
        self, rows: nw.DataFrame[Any], totals: Mapping[str, Total], *, keys: Sequence[str], days: str
    ) -> nw.DataFrame[Any]:
        """Give totals by customer, and the usual gap: see `tables.Table`."""
        made = [getattr(nw.col(name), how)() for name, how in totals.items()]
        customers = rows.group_by(*keys).agg(*made)
        bought = rows.filter(~nw.col(days).is_null()).select(CUSTOMER, days)
        medians = nw.from_native(_usual_gaps(bought.to_native(), days), eager_only=True)
        return customers.join(medians, on=CUSTOMER, how="left")

    def _with_columns(self, found: Any) -> Any:
        table = self.native
        for name in found.column_names:
            if name in table.column_names:
                table = table.set_column(table.column_names.index(name), name, found[name])
            else:
                table = table.append_column(name, found[name])
        return table

    def _of_pandas(self, found: Any) -> Any:
        names = found.column_names
        series = self._each(lambda name: found.select([name]).to_pandas(types_mapper=self._kind_of), names)
        made = self._pandas.concat(series, axis=1)
        made.index = self.native.index
        table = self.native.copy(deep=False)
        for name in set(found.column_names) & set(self.names):
            table[name] = made.pop(name)
        return self._pandas.concat([table, made], axis=1)

    @cached_property
    def _pandas(self) -> Any:
        return nw.from_native(self.native, eager_only=True).implementation.to_native_namespace()

    def _kind_of(self, kind: Any) -> Any:
        """Give the type of pandas for one of Arrow: Arrow's own in a frame that has such ones."""
        if any(isinstance(one, self._pandas.ArrowDtype) for one in self.native.dtypes):
            return self._pandas.ArrowDtype(kind)
        kinds = {
            pa.bool_(): self._pandas.BooleanDtype(),
            pa.int64(): self._pandas.Int64Dtype(),
            pa.float64(): self._pandas.Float64Dtype(),
        }
        return kinds.get(kind)


def _plain_text(array: Array) -> Array:
    """Make plain text of text in a form that Arrow can't sort by."""
    if pa.types.is_dictionary(array.type):
        array = array.cast(array.type.value_type)
    return array.cast(pa.string()) if pa.types.is_string_view(array.type) else array


def _members(sets: Array) -> Array:
    """Count the different members of lists, without null; narwhals does not do so in Arrow."""
    sets = sets.take(pa.array(range(len(sets))))  # what is hidden under a null is gone then
    rows = pa.table({"row": pc.list_parent_indices(sets), "member": pc.list_flatten(sets)})
    rows = rows.filter(pc.is_valid(rows["member"])).group_by(["row", "member"]).aggregate([])
    counts = rows.group_by("row").aggregate([("member", "count")])
    every = pa.table({"row": pa.array(range(len(sets)), counts["row"].type)})
    counted = every.join(counts, "row").sort_by("row")["member_count"]
    return pc.if_else(pc.is_null(sets), None, pc.fill_null(counted, 0))


def _texts(array: Array, fact: Fact) -> list[str]:
    """List the texts of a column besides the ids of a fact's values."""
    texts = pc.list_flatten(array) if fact.type == "choices" else array
    is_id = pc.is_in(texts, value_set=pa.array(choices_of(fact).ids, pa.string()))
    found: list[str] = texts.filter(pc.invert(is_id)).drop_null().unique().to_pylist()
    return found


def _usual_gaps(table: Any, days: str) -> Any:
    """Give the median of the gaps between days by customer.

    Arrow has no windows, so rows are put in order and compared with the ones before.
    """
    table = table.sort_by([(CUSTOMER, "ascending"), (days, "ascending")])
    customers, numbers = table[CUSTOMER], table[days]
    gaps = pa.table({CUSTOMER: customers[1:], GAP: pc.subtract(numbers[1:], numbers[:-1])})
    is_gap = pc.and_(pc.equal(customers[1:], customers[:-1]), pc.greater(gaps[GAP], 0))
    gaps = gaps.filter(is_gap).sort_by([(CUSTOMER, "ascending"), (GAP, "ascending")])
    counts = gaps.group_by(CUSTOMER).aggregate([(GAP, "count")]).sort_by(CUSTOMER)
    count = counts[f"{GAP}_count"]
    first = pc.subtract(pc.cumulative_sum(count), count)
    lower = gaps[GAP].take(pc.add(first, pc.divide(pc.subtract(count, 1), 2)))
    upper = gaps[GAP].take(pc.add(first, pc.divide(count, 2)))
    median = pc.divide(pc.add(lower, upper).cast(pa.float64()), 2.0)
    return pa.table({CUSTOMER: counts[CUSTOMER], GAP: median})


def array_of(values: Any, name: str, fact: Fact) -> Array:
    """Make a normal array of what a column has: an Arrow array, or a series of pandas.

    Raises `ColumnTypeError` for a column of another type, and `ColumnError` for a whole number that is
    none or has more than 64 bits.
    """
    try:
        array = taken(values, name)
    except ColumnError:
        raise ColumnTypeError(name, fact.id, fact.type, str(values.dtype)) from None
    kind = array.type
    if pa.types.is_dictionary(kind):
        array = array.cast(kind.value_type)
        kind = array.type
    if not pa.types.is_null(kind) and not _IS_OF_TYPE[fact.type](kind):
        raise ColumnTypeError(name, fact.id, fact.type, str(kind))
    if fact.type == "integer":
        return _whole(array, name, fact)
    if fact.type == "number":
        if pa.types.is_decimal(kind):  # by way of text, since Arrow's own cast is not exact
            return array.cast(pa.string()).cast(pa.float64())
        # The cast rounds whole numbers to the nearest double, which is what is wanted.
        return _without_nan(array.cast(pa.float64(), safe=False))
    return array.cast(_NORMAL[fact.type])


def _without_nan(array: Array) -> Array:
    is_nan = pc.is_nan(array)
    return pc.if_else(is_nan, None, array) if pc.any(is_nan).as_py() else array


def taken(values: Any, name: str) -> Array:
    """Take a column into Arrow; objects of pandas one by one, without those that say they are missing.

    Raises `ColumnError` for objects that are of no one type.
    """
    if isinstance(values, (pa.Array, pa.ChunkedArray)):
        return values
    plain: Iterable[Any] = values
    if values.dtype == object:
        plain = [None if is_missing(value) else _plain(value) for value in values]
        if len({_sort(value) for value in plain} - {None}) > 1:
            raise ColumnError(Phrase("frames.mixed", {"column": name}))
    try:
        return pa.array(plain, from_pandas=True)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):  # its message has values in it
        raise ColumnError(Phrase("frames.mixed", {"column": name})) from None


def _sort(value: Any) -> str | None:
    """Tell apart what Arrow would take for one type: truth values and numbers, instants and days."""
    if type(value).__name__ in ("bool", "bool_"):  # of Python, or of numpy
        return "truth"
    if isinstance(value, dt.datetime):
        return "timestamp" if value.tzinfo is None else "instant"
    if isinstance(value, dt.date):
        return "timestamp"
    return None if value is None else "other"


def _plain(value: Any) -> Any:
    return [*value] if isinstance(value, (set, frozenset, tuple)) else value


def _whole(array: Array, name: str, fact: Fact) -> Array:
    try:
        return (_without_nan(array) if pa.types.is_floating(array.type) else array).cast(pa.int64())
    except pa.ArrowInvalid:  # its message has the value in it
        raise ColumnError(Phrase("frames.not-whole", {"column": name, "fact": fact.id})) from None


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _is_number(kind: Any) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _is_list_of_texts(kind: Any) -> bool:
    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind)
    if not is_list:
        return False
    inner = kind.value_type
    inner = inner.value_type if pa.types.is_dictionary(inner) else inner
    return _is_text(inner) or pa.types.is_null(inner)


_NORMAL = {
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "choice": pa.string(),
    "choices": pa.list_(pa.string()),
}
_IS_OF_TYPE = {
    "integer": _is_number,
    "number": _is_number,
    "boolean": pa.types.is_boolean,
    "choice": _is_text,
    "choices": _is_list_of_texts,
}
