"""A native table is a frame of an engine that has three truth values: Polars, DuckDB, Spark and others."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import narwhals.stable.v2 as nw

from customer_types._messages import Phrase
from customer_types._model.choices import choices_of
from customer_types._model.facts import Fact
from customer_types.errors import ColumnError
from customer_types.frames.columns import is_normal, nearest_double, normal, spellings, whole
from customer_types.frames.tables import CUSTOMER, GAP, LOOK, PASSING, Asked, Plan, Total, named


class NativeTable:
    """A frame whose engine is asked by expressions."""

    double = staticmethod(nearest_double)

    def __init__(self, frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> None:
        self.frame = frame
        self.schema = dict(frame.collect_schema())
        self.names = tuple(self.schema)
        self._asked: dict[str, nw.Expr] = {}
        self.is_folding = not (frame.implementation.is_polars() or isinstance(frame, nw.DataFrame))

    def _require_nullable(self, names: Iterable[str]) -> None:
        """Check that pandas in several parts has no columns of numpy's. Raises `ColumnError`."""
        if self.frame.implementation.is_dask() or self.frame.implementation.is_modin():
            kinds = self.frame.to_native().dtypes
            for name in names:
                if type(kinds[name]).__module__.startswith("numpy"):
                    raise ColumnError(Phrase("frames.numpy", {"column": name}))

    def derived(
        self, columns: Mapping[Fact, str], plan: Plan, kept: Sequence[str], *, strict: bool = False
    ) -> Any:
        """Give the frame with new columns: see `tables.Table`."""
        self._require_nullable(columns.values())
        first: dict[str, nw.Expr] = {}
        asked = self._asked = {}
        with_nan: set[str] = set()
        written = {}
        without_nan = self._without_nan(columns)
        for fact, name in columns.items():
            dtype = self.schema[name]
            if self._is_of_nulls(name):
                continue
            if is_normal(dtype, fact):
                asked[fact.id] = nw.col(name)
            elif self.frame.implementation.is_polars() and dtype == nw.Float64 and fact.type == "number":
                # To make a column without NaN takes Polars longer than to ask all questions of it.
                asked[fact.id] = nw.col(name)
                if name not in without_nan:
                    with_nan.add(fact.id)
            else:
                first[PASSING + fact.id] = normal(nw.col(name), dtype, name, fact)
                self._require_whole(name, fact)
                asked[fact.id] = nw.col(PASSING + fact.id)
            if fact.values:
                written[fact.id] = spellings(self._texts(name, fact), name, fact, strict=strict)
        frame = self.frame.lazy()
        if self.is_folding:  # what is replaced may differ in capitals
            folded = {one.casefold() for one in kept}
            frame = frame.drop([one for one in self.names if one.casefold() in folded and one not in kept])
        made: dict[str, None] = {}
        for step in (first, *plan(Asked(asked, frozenset(with_nan), written))):
            if step:
                frame = frame.with_columns(named(step))
                made |= dict.fromkeys(step)
        return self.given_back(frame.drop([name for name in made if name not in kept]))

    def _texts(self, name: str, fact: Fact) -> Iterable[str]:
        """List the texts of a column besides ids: of one that can't be looked at, the labels of the fact."""
        choices = choices_of(fact)
        if isinstance(self.frame, nw.LazyFrame):
            return choices.exact
        frame = self.frame.select(normal(nw.col(name), self.schema[name], name, fact))
        if fact.type == "choices":
            frame = frame.explode(name)
        others = frame.filter(~nw.col(name).is_in([*choices.ids]))
        found: list[str] = others[name].drop_nulls().unique().to_list()
        return found

    def _without_nan(self, columns: Mapping[Fact, str]) -> frozenset[str]:
        """Find the columns of doubles that have no NaN, of a frame of Polars that is there.

        To look pays where something follows from them.
        """
        is_there = self.frame.implementation.is_polars() and isinstance(self.frame, nw.DataFrame)
        if not is_there or all(fact.follows is None for fact in columns):
            return frozenset()
        doubles = {name for fact, name in columns.items() if self.schema[name] == nw.Float64}
        if not doubles:
            return frozenset()
        found = self.frame.select(*(nw.col(name).is_nan().any() for name in doubles))
        return frozenset(name for name in doubles if not found[name].item())

    def members(self, fact: str) -> nw.Expr:
        """Count different members, without null: see `tables.Table`."""
        sets = self._asked[fact].list.unique().list
        return sets.len().cast(nw.Int64) - sets.contains(None).cast(nw.Int64)

    def taken(self, columns: Mapping[str, nw.dtypes.DType]) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
        """Give some columns as they are: see `tables.Table`."""
        self._require_nullable(columns)
        typed = {
            name: nw.lit(None, dtype=dtype) for name, dtype in columns.items() if self._is_of_nulls(name)
        }
        return self.frame.with_columns(named(typed)).select(*columns)

    def given_back(self, frame: nw.LazyFrame[Any]) -> Any:
        """Give a frame of this table's kind: see `tables.Table`."""
        return (frame.collect() if isinstance(self.frame, nw.DataFrame) else frame).to_native()

    def calendar(self, days: Sequence[int]) -> nw.LazyFrame[Any] | None:
        """Give a frame of days, where a query for each would be too much: see `tables.Table`."""
        native = self.frame.to_native()
        if self.frame.implementation.is_duckdb():
            native = native.limit(1).project(f'CAST(UNNEST({[*days]}) AS BIGINT) AS "{LOOK}"')
        elif self.frame.implementation.is_pyspark():
            native = native.sparkSession.createDataFrame([(day,) for day in days], f"`{LOOK}` bigint")
        else:
            return None
        found: nw.LazyFrame[Any] = nw.from_native(native)
        return found

    def summarized(
        self, rows: nw.LazyFrame[Any], totals: Mapping[str, Total], *, keys: Sequence[str], days: str
    ) -> nw.LazyFrame[Any]:
        """Give totals, and the usual gap: see `tables.Table`."""
        if self.frame.implementation.is_polars():
            return self._summarized_by_polars(rows, totals, days)
        customers = rows.group_by(*keys).agg(*(getattr(nw.col(name), how)() for name, how in totals.items()))
        bought = rows.filter(~nw.col(days).is_null()).select(*keys, days)
        before = nw.col(days).shift(1).over(*keys, order_by=days)
        gaps = bought.with_columns((nw.col(days) - before).cast(nw.Float64).alias(GAP))
        medians = gaps.filter(nw.col(GAP) > 0).group_by(*keys).agg(nw.col(GAP).median())
        return customers.join(medians, on=[*keys], how="left")

    def _summarized_by_polars(
        self, rows: nw.LazyFrame[Any], totals: Mapping[str, Total], days: str
    ) -> nw.LazyFrame[Any]:
        """Do so in Polars' own words: sorted rows are compared with the ones before, without a window."""
        polars = import_module("polars")
        customer, day, gap = map(polars.col, (CUSTOMER, days, GAP))
        frame = rows.to_native().sort(CUSTOMER, days)
        frame = frame.with_columns(polars.when(customer == customer.shift()).then(day.diff()).alias(GAP))
        made = [getattr(polars.col(name), how)() for name, how in totals.items()]
        usual = polars.when(gap > 0).then(gap).median()
        found: nw.LazyFrame[Any] = nw.from_native(frame.group_by(CUSTOMER).agg(*made, usual.alias(GAP)))
        return found

    def _is_of_nulls(self, name: str) -> bool:
        return self.schema[name] == nw.Unknown and _is_of_nulls(self.frame.to_native(), name)

    def _require_whole(self, name: str, fact: Fact) -> None:
        """Check the whole numbers of a frame that is there. Raises `ColumnError`."""
        is_whole = whole(nw.col(name), self.schema[name]) if fact.type == "integer" else None
        if is_whole is None or isinstance(self.frame, nw.LazyFrame):
            return
        if not self.frame.select(answer=is_whole.fill_null(value=True).all())["answer"].item():
            raise ColumnError(Phrase("frames.not-whole", {"column": name, "fact": fact.id}))


def _is_of_nulls(native: Any, name: str) -> bool:
    """Tell whether an engine has a column for one without any values."""
    match type(native).__module__.partition(".")[0]:
        case "polars":
            kind = native.collect_schema()[name]
        case "duckdb":
            kind = native.types[native.columns.index(name)]
        case "pyspark":
            kind = native.schema[name].dataType.typeName()
        case _:
            return False
    return str(kind).strip('"').casefold() in ("null", "void")
