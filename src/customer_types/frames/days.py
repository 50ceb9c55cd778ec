"""A day is a whole number in every engine: the days since 1970-01-01, so that no dates are subtracted.

Engines call the difference of two dates a duration, an interval or a number, and not each gives it in
whole days. Where an engine has dates as numbers they are taken from it; elsewhere the number is
worked out from year, month and day, as the Gregorian calendar has it.
"""

import datetime as dt
from importlib import import_module
from typing import Any, TypeVar, cast

import narwhals.stable.v2 as nw

from customer_types._messages import Phrase
from customer_types.errors import ColumnError

Frame = TypeVar("Frame", nw.DataFrame[Any], nw.LazyFrame[Any])

_EPOCH = dt.date(1970, 1, 1)


def number_of(day: dt.date) -> int:
    """Give the number of a day."""
    return (day - _EPOCH).days


def with_days(frame: Frame, column: str, zone: str | None, name: str) -> Frame:
    """Add the numbers of the days of a column of dates or timestamps, those with a zone cut in `zone`.

    Raises `ColumnError` for a column of another type, or for timestamps with a zone where none is said
    to cut them in, or where the engine can't.
    """
    dtype = frame.collect_schema()[column]
    expression = nw.col(column)
    if dtype != nw.Date:
        if not isinstance(dtype, nw.Datetime):
            raise ColumnError(Phrase("frames.no-date", {"column": column, "found": str(dtype)}))
        if dtype.time_zone is not None:
            if zone is None:
                raise ColumnError(Phrase("frames.no-zone", {"column": column}))
            if not (frame.implementation.is_polars() or frame.implementation.is_pyarrow()):
                return _with_days_of_instants(frame, column, zone, name)
            expression = expression.dt.convert_time_zone(zone)
        expression = expression.dt.date()
    if frame.implementation.is_polars() or frame.implementation.is_pyarrow():
        return frame.with_columns(expression.cast(nw.Int32).cast(nw.Int64).alias(name))
    return frame.with_columns(_civil(expression).alias(name))


def _with_days_of_instants(frame: Frame, column: str, zone: str, name: str) -> Frame:
    """Add the days on which instants fall in a zone, in words of the engine."""
    native = frame.to_native()
    if frame.implementation.is_duckdb():
        duckdb = import_module("duckdb")
        zoned = duckdb.FunctionExpression(
            "timezone", duckdb.ConstantExpression(zone), duckdb.ColumnExpression(column)
        )
        found = nw.from_native(native.select(duckdb.StarExpression(), zoned.alias(name)))
        return cast("Frame", found.with_columns(_civil(nw.col(name).dt.date()).alias(name)))
    if frame.implementation.is_pyspark():
        functions = import_module("pyspark.sql.functions")
        quoted = "`" + column.replace("`", "``") + "`"
        local = functions.unix_micros(functions.from_utc_timestamp(functions.col(quoted), zone))
        days = functions.floor(local / functions.lit(86_400_000_000)).cast("bigint")
        return cast("Frame", nw.from_native(native.withColumn(name, days)))
    raise ColumnError(Phrase("frames.zone-of-engine", {"column": column}))


def _civil(date: nw.Expr) -> nw.Expr:
    """Count the days of a date: years begin in March here, so that the leap day comes last."""
    year, month, day = (part.cast(nw.Int64) for part in (date.dt.year(), date.dt.month(), date.dt.day()))
    is_early = (month <= 2).cast(nw.Int64)
    years = year - is_early
    months = month - 3 + 12 * is_early
    days = (153 * months + 2) // 5 + day - 1
    return 365 * years + years // 4 - years // 100 + years // 400 + days - 719_468
