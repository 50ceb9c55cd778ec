"""A door is where a frame comes in: it finds out what kind of frame it is, and which column is which fact."""

import datetime as dt
import warnings
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import narwhals.stable.v2 as nw

from customer_types._customers.purchases import FACTS
from customer_types._deciding.derivations import with_parts
from customer_types._messages import Listed, Phrase, message
from customer_types._messages.suggestions import closest
from customer_types._model.facts import Fact
from customer_types.errors import ColumnError, NotAFrameError, UnknownFactError, did_you_mean
from customer_types.frames.native import NativeTable
from customer_types.frames.purchases import Roles, purchases, require_readable
from customer_types.frames.tables import PASSING, Table


class MissingColumnWarning(UserWarning):
    """A fact that a taxonomy asks for has no column, so it is missing of every customer."""


def opened(frame: Any) -> Table:
    """Open a frame, or the one that a frame of narwhals wraps.

    Raises `NotAFrameError`, a TypeError, and `ColumnError` for two columns of one name.
    """
    frame = nw.to_native(frame, pass_through=True)
    twice = [name for name, count in Counter(_names(frame)).items() if count > 1]
    if twice:
        raise ColumnError(Phrase("frames.twice", {"column": str(twice[0])}))
    taken = [name for name in map(str, _names(frame)) if name.startswith(PASSING)]
    if taken:
        raise ColumnError(Phrase("frames.own-name", {"column": taken[0]}))
    try:
        known = nw.from_native(frame)
    except TypeError:
        raise NotAFrameError(type(frame).__name__) from None
    if known.implementation.is_pandas() or known.implementation.is_pyarrow():
        table: Table = import_module("customer_types.frames.arrow").ArrowTable(frame)
        return table
    return NativeTable(known)


def _names(frame: Any) -> Sequence[Any]:
    """List the names of the columns of a frame, of an engine in which two may have the same."""
    match type(frame).__module__.partition(".")[0]:
        case "pyarrow":
            return list(getattr(frame, "column_names", ()))
        case "pandas" | "duckdb" | "pyspark" | "modin":
            return list(getattr(frame, "columns", ()))
        case "polars" if hasattr(frame, "collect_schema"):
            return list(frame.collect_schema())
        case _:
            return ()


def located(
    table: Table,
    facts: Iterable[Fact],
    columns: Mapping[str, str | None] | None,
    known: Mapping[str, Fact],
    *,
    needed: Container[str],
) -> dict[Fact, str]:
    """Find the column of each fact that has one, and those of the parts of facts that follow from others.

    Warns of those that are `needed`, are not there, and don't follow. Raises `UnknownFactError`, a KeyError,
    and `ColumnError` for a name that no column has, or that several have.
    """
    given = dict(columns or {})
    for asked, column in given.items():
        if asked not in known:
            raise UnknownFactError(asked, closest(asked, known))
        if column is not None and column not in table.names:
            raise _no_column(table, column)
    asked_about = {fact.id: fact for fact in facts}
    names = {one: given.get(one, one) for one in with_parts(asked_about, known)}
    there = {one: name for one, name in names.items() if name is not None and name in table.names}
    following = {
        one: fact.follows.parts
        for one, fact in asked_about.items()
        if fact.follows is not None and all(part in there for part in fact.follows.parts)
    }
    wanted = {*asked_about, *(part for parts in following.values() for part in parts)}
    there = {one: name for one, name in there.items() if one in wanted}
    without = {one for one, name in names.items() if name is None}
    missing = tuple(one for one in asked_about if one in needed and one not in (*there, *following, *without))
    for name in there.values():
        alike = [one for one in table.names if table.is_folding and one.casefold() == name.casefold()]
        if len(alike) > 1:
            raise ColumnError(Phrase("frames.alike", {"columns": tuple(alike)}))
    if missing:
        text = message("frames.missing", "en", {"facts": missing})
        warnings.warn(text, MissingColumnWarning, stacklevel=4)
    return {known[one]: name for one, name in there.items()}


def warn_of_missing(facts: Iterable[str]) -> None:
    """Warn of facts that no orders tell."""
    missing = tuple(facts)
    if missing:
        text = message("frames.not-from-orders", "en", {"facts": Listed(missing, "and")})
        warnings.warn(text, MissingColumnWarning, stacklevel=3)


def columns_of(table: Table, columns: Mapping[str, nw.dtypes.DType]) -> Any:
    """Give some columns, of an engine that has three truth values. Raises `ColumnError`."""
    for name in columns:
        if name not in table.names:
            raise _no_column(table, name)
    return _lazy(table.taken(columns))


def require_new(table: Table, names: Iterable[str], *, overwrite: bool) -> None:
    """Check that new columns would replace none, unless that is wanted. Raises `ColumnError`."""

    def folded(name: Any) -> Any:
        return name.casefold() if table.is_folding and isinstance(name, str) else name

    there = {folded(name) for name in table.names}
    for name in names:
        if not overwrite and folded(name) in there:
            raise ColumnError(Phrase("frames.exists", {"column": name}))


def rows_of(table: Table, roles: Roles, as_of: dt.date) -> Any:
    """Give the rows of an orders table as purchases. Raises `ColumnError`."""
    if roles.customer.casefold() in FACTS:  # the answer would have two columns of one name
        raise ColumnError(Phrase("frames.exists-as-fact", {"column": roles.customer}))
    for name in roles.columns:
        if name not in table.names:
            raise _no_column(table, name)
    frame = table.taken(roles.columns)
    require_readable(frame, roles)
    return purchases(_lazy(frame), roles, as_of)


def _lazy(frame: Any) -> Any:
    """Let Polars work everything out at once; the others do so anyway, or can't."""
    return frame.lazy() if frame.implementation.is_polars() else frame


def _no_column(table: Table, name: str) -> ColumnError:
    similar = closest(name, map(str, table.names))  # pandas may have numbers for names
    return ColumnError(Phrase("frames.no-column", {"column": name}), *did_you_mean(similar))
