"""Columns of every type that engines have are read as the facts that they hold, or refused by name."""

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import dask.dataframe
import duckdb
import narwhals
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.frames.engines import ENGINES

from customer_types import Taxonomy, classify, frames, loads
from customer_types._model.criteria import Operator, Test as CriterionTest
from customer_types._model.taxonomies import Category
from customer_types.errors import ColumnError, ColumnTypeError, NotAFrameError, UnknownFactError

ALL = """
id: kinds
version: 1.0.0
label: {en: Kinds, fr: Sortes}
facts:
  - {id: whole, type: integer, label: {en: W, fr: W}}
  - {id: real, type: number, label: {en: R, fr: R}}
  - {id: flag, type: boolean, label: {en: F, fr: F}}
  - {id: word, type: choice, values: [a, b], label: {en: C, fr: C}}
  - {id: words, type: choices, values: [a, b], label: {en: S, fr: S}}
categories:
  - {id: w, label: {en: W, fr: W}, when: {whole: {min: 2}}}
  - {id: r, label: {en: R, fr: R}, when: {real: {max: 0.1}}}
  - {id: f, label: {en: F, fr: F}, when: {flag: true}}
  - {id: c, label: {en: C, fr: C}, when: {word: a}}
  - {id: s, label: {en: S, fr: S}, when: {words: {includes: a}}}
precedence: [w, r, f, c, s]
"""
KINDS = loads(ALL)
KEYS = {"whole": "kinds/w", "real": "kinds/r", "flag": "kinds/f", "word": "kinds/c", "words": "kinds/s"}
pytestmark = pytest.mark.filterwarnings("ignore::customer_types.frames.MissingColumnWarning")

#: By fact, Arrow arrays and the values that they hold.
ARRAYS: dict[str, tuple[str, pa.Array]] = {
    **{
        f"whole as {kind}": ("whole", pa.array([1, 2, None], kind))
        for kind in (
            pa.int8(),
            pa.int16(),
            pa.int32(),
            pa.int64(),
            pa.uint8(),
            pa.uint16(),
            pa.uint32(),
            pa.uint64(),
            pa.float32(),
            pa.float64(),
            pa.decimal128(9, 2),
            pa.decimal128(38, 0),
        )
    },
    **{
        f"real as {kind}": ("real", pa.array([0, 1, None], kind))
        for kind in (pa.int8(), pa.int64(), pa.uint64())
    },
    **{
        f"real as {kind}": ("real", pa.array([0.1, 0.5, None, float("nan")], kind))
        for kind in (pa.float32(), pa.float64())
    },
    "real as decimal": ("real", pa.array([Decimal("0.10"), Decimal("0.11"), None])),
    "real above 2^53": ("real", pa.array([2**53 + 1, 0, None])),
    "flag": ("flag", pa.array([True, False, None])),
    "word as text": ("word", pa.array(["a", "b", "", None])),
    "word as long text": ("word", pa.array(["a", "b", "", None], pa.large_string())),
    "word as dictionary": ("word", pa.array(["a", "b", "b", None]).dictionary_encode()),
    "words": ("words", pa.array([["a"], ["b", None], [], None, ["a", "b", "a"], [None]])),
    "words as long lists": ("words", pa.array([["a"], [], None], pa.large_list(pa.large_string()))),
    **{f"{fact} of nothing": (fact, pa.nulls(2)) for fact in KEYS},
}


@pytest.mark.parametrize(
    ("engine", "name"),
    [
        (engine, name)
        for engine in ENGINES
        for name in ARRAYS
        if not (engine == "Spark" and "uint" in name)  # it has no such numbers
    ],
)
def test_columns_are_read_as_their_facts(engine: str, name: str) -> None:
    """A column of any type has the verdicts that its values have one by one."""
    fact, array = ARRAYS[name]
    table = pa.table({fact: array})
    found = ENGINES[engine].read(frames.classify(ENGINES[engine].make(table), KINDS, extra="ignore"))
    told = [
        classify({fact: value}, KINDS, extra="ignore").verdicts[KEYS[fact].partition("/")[2]]
        for value in array.to_pylist()
    ]
    assert found[KEYS[fact]].to_pylist() == told


WRONG: dict[str, tuple[str, pa.Array]] = {
    "text for a whole number": ("whole", pa.array(["1", "secret"])),
    "truth values for a whole number": ("whole", pa.array([True, False])),
    "text for a number": ("real", pa.array(["0.1"])),
    "numbers for truth values": ("flag", pa.array([0, 1])),
    "numbers for text": ("word", pa.array([1, 2])),
    "text for lists": ("words", pa.array(["a"])),
    "lists of numbers for lists of text": ("words", pa.array([[1]])),
    "dates for a number": ("real", pa.array([0], pa.date32())),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", WRONG)
def test_columns_of_another_type_are_refused(engine: str, name: str) -> None:
    """A column of another type is an error that names the column and the fact, and no value."""
    fact, array = WRONG[name]
    frame = ENGINES[engine].make(pa.table({"mine": array}))
    with pytest.raises(ColumnTypeError) as raised:
        frames.classify(frame, KINDS, columns={fact: "mine"})
    assert raised.value.column == "mine"
    assert raised.value.fact == fact
    assert "`mine`" in str(raised.value)
    assert "`mine`" in raised.value.render("fr")
    assert "secret" not in str(raised.value)
    assert isinstance(raised.value, TypeError)
    assert isinstance(raised.value, ValueError)


@pytest.mark.parametrize(
    "engine", ["pandas (numpy)", "pandas (nullable)", "pandas (Arrow)", "PyArrow", "Polars"]
)
@pytest.mark.parametrize(
    "array",
    [pa.array([1.5]), pa.array([float("inf")]), pa.array([2**64 - 1], pa.uint64()), pa.array([1e300])],
)
def test_whole_numbers_that_are_none_are_refused(engine: str, array: pa.Array) -> None:
    """A fraction for a whole number, or one of more than 64 bits, is an error in a frame that is there."""
    with pytest.raises(
        ColumnError, match="column `whole`: the fact `whole` needs 64-bit whole numbers"
    ) as raised:
        frames.classify(ENGINES[engine].make(pa.table({"whole": array})), KINDS)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize("engine", ["Polars (lazy)", "DuckDB"])
@pytest.mark.parametrize(
    "array",
    [pa.array([1.5]), pa.array([float("inf")]), pa.array([2**64 - 1], pa.uint64()), pa.array([1e300])],
)
def test_whole_numbers_that_are_none_are_unknown_where_nothing_is_computed(
    engine: str, array: pa.Array
) -> None:
    """A lazy frame can't be looked at, so what is no whole number is missing: never a guess."""
    found = ENGINES[engine].read(frames.classify(ENGINES[engine].make(pa.table({"whole": array})), KINDS))
    assert found["kinds/w"].to_pylist() == [None]


def test_objects_of_pandas_are_read_one_by_one() -> None:
    """Columns of Python's objects may have any sign of a missing value, sets, and decimals."""
    frame = pd.DataFrame(
        {
            "whole": pd.Series([1, 2, None, pd.NA, np.nan], dtype=object),
            "real": pd.Series([Decimal("0.1"), Decimal("NaN"), 1, pd.NaT, 0.5], dtype=object),
            "flag": pd.Series([True, None, pd.NA, False, np.True_], dtype=object),
            "word": pd.Series(["a", None, np.nan, "b", ""], dtype=object),
            "words": pd.Series([{"a"}, ["b"], (), None, frozenset("ab")], dtype=object),
        },
        index=[5, 5, 3, 2, 1],
    )
    found = frames.classify(frame, KINDS)
    assert [*found.index] == [5, 5, 3, 2, 1]
    assert [*found.columns[:5]] == [*frame.columns]
    for fact, key in KEYS.items():
        told = [classify({fact: value}, KINDS).verdicts[key.partition("/")[2]] for value in frame[fact]]
        assert [None if value is pd.NA else value for value in found[key]] == told, fact
    assert [*frame.columns] == [*KEYS]


@pytest.mark.parametrize("values", [[1, "secret"], [1, True], [False, 0.5]])
def test_mixed_objects_are_refused(values: list[Any]) -> None:
    """Objects that are of no one type are an error without any of their values."""
    frame = pd.DataFrame({"whole": pd.Series(values, dtype=object)})
    with pytest.raises(ColumnTypeError, match="type object") as raised:
        frames.classify(frame, KINDS)
    assert raised.value.__suppress_context__


def test_mixed_days_are_refused() -> None:
    """Instants beside timestamps or days of no place are an error, whichever comes first."""
    naive, aware = dt.datetime(1998, 6, 1, 23, 30), dt.datetime(1998, 6, 1, 23, 30, tzinfo=dt.UTC)
    for dates in ([naive, aware], [aware, naive], [dt.date(1998, 6, 1), aware]):
        frame = pd.DataFrame({"customer_id": ["a", "b"], "amount": [1.0, 2.0]})
        frame["date"] = pd.Series(dates, dtype=object)
        with pytest.raises(ColumnError, match="column `date` has values of several types"):
            frames.facts_from_orders(frame, as_of="1998-06-30", zone="Europe/Paris")


@pytest.mark.parametrize("engine", ENGINES)
def test_decimals_are_the_nearest_doubles(engine: str) -> None:
    """A decimal is compared as the double that it is written as."""
    amounts = [Decimal(cents).scaleb(-2) for cents in range(412_000, 413_000, 7)]
    taxonomy = attrs.evolve(KINDS, categories=tuple(map(_equal_to, amounts)))
    frame = ENGINES[engine].make(pa.table({"real": pa.array(amounts, pa.decimal128(38, 2))}))
    found = ENGINES[engine].read(frames.classify(frame, taxonomy))
    assert [found[one.key].to_pylist().index(True) for one in taxonomy] == [*range(len(amounts))]


def _equal_to(value: Decimal) -> Category:
    when = CriterionTest("real", Operator.EQUALS, float(value))
    return attrs.evolve(KINDS.categories[0], id=f"equal-{value:f}".replace(".", "-"), when=when)


def test_names_that_are_used_for_a_while_are_refused() -> None:
    """A column that is called as one of the steps would be taken for it."""
    frame = pl.DataFrame({"whole": [1], "customer_types:real": [2.0]})
    for one in (frame, frame.lazy(), frame.to_pandas()):
        with pytest.raises(
            ColumnError, match="`customer_types:real` has a name reserved for temporary columns"
        ):
            frames.classify(one, KINDS)


def test_what_is_replaced_may_differ_in_capitals() -> None:
    """DuckDB takes names that differ in capitals for the same, so one of them is left."""
    relation = duckdb.sql('SELECT 3 AS whole, 7 AS "KINDS/W"')
    found: Any = frames.classify(relation, KINDS, overwrite=True)
    assert found.columns == ["whole", *KEYS.values()]
    assert found.project('"kinds/w"').fetchall() == [(True,)]


# ---- names -------------------------------------------------------------------------------------


def small(engine: str, **columns: Any) -> Any:
    """Make a small frame."""
    return ENGINES[engine].make(pa.table(columns))


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_can_be_named(engine: str) -> None:
    """A column of another name is taken where it is named, even if there is one of the fact's name."""
    frame = small(engine, nb=[1, 2, 3], whole=[9, 9, 9])
    found = ENGINES[engine].read(frames.classify(frame, KINDS, columns={"whole": "nb"}))
    assert found["kinds/w"].to_pylist() == [False, True, True]
    assert found.column_names == ["nb", "whole", *KEYS.values()]
    found = ENGINES[engine].read(frames.classify(frame, KINDS, columns={"whole": None}))
    assert found["kinds/w"].to_pylist() == [None, None, None]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_missing_column_is_a_missing_fact_and_told(engine: str) -> None:
    """What has no column is unknown of everybody, and a warning names all such facts."""
    with pytest.warns(frames.MissingColumnWarning, match="`real`, `flag`, `word` or `words`") as warned:
        found = ENGINES[engine].read(frames.classify(small(engine, whole=[2]), KINDS))
    assert warned[0].filename == __file__
    assert [found[key].to_pylist() for key in KEYS.values()] == [[True], [None], [None], [None], [None]]


@pytest.mark.parametrize("engine", ENGINES)
def test_names_that_are_not_there_are_errors(engine: str) -> None:
    """A column that is named and not there, and a fact that nobody knows, are errors with suggestions."""
    frame = small(engine, number=[1])
    with pytest.raises(ColumnError, match="there is no column `numbr`; did you mean `number`"):
        frames.classify(frame, KINDS, columns={"whole": "numbr"})
    with pytest.raises(UnknownFactError, match="did you mean `whole`"):
        frames.classify(frame, KINDS, columns={"wole": "number"})


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_that_are_there_are_kept(engine: str) -> None:
    """An output column that is there already is an error, unless it may be replaced, in its place."""
    frame = small(engine, **{"whole": [1], "kinds/w": [7], "kinds": ["x"], "last": [3]})
    with pytest.raises(ColumnError, match="there is already a column `kinds/w`"):
        frames.classify(frame, KINDS)
    with pytest.raises(ColumnError, match="there is already a column `kinds`"):
        frames.category(frame, KINDS)
    found = ENGINES[engine].read(frames.classify(frame, KINDS, overwrite=True))
    assert found["kinds/w"].to_pylist() == [False]
    assert found.column_names[:4] == ["whole", "kinds/w", "kinds", "last"]
    assert ENGINES[engine].read(frame)["kinds/w"].to_pylist() == [7]


def test_two_columns_of_one_name_are_refused() -> None:
    """Frames with two columns of one name are refused, whichever of them is meant."""
    twice: list[Any] = [
        pd.DataFrame([[1, 2]], columns=["whole", "whole"]),
        pa.table([[1], [2]], names=["whole", "whole"]),
        duckdb.sql("select 1 as whole, 2 as whole"),
    ]
    for frame in twice:
        with pytest.raises(ColumnError, match="there are two columns named `whole`"):
            frames.classify(frame, KINDS)
    with pytest.raises(ColumnError, match="can’t tell the columns `whole` or `WHOLE` apart"):
        frames.classify(duckdb.sql('select 1 as whole, 2 as "WHOLE"'), KINDS)


@pytest.mark.filterwarnings("ignore:Dask support")  # which is to move out of narwhals
def test_columns_of_numpy_are_refused_where_they_stay_numpy_s() -> None:
    """Dask asks numpy itself, where missing is the same as no; with nullable types it is asked."""
    in_parts: Any = dask.dataframe.from_pandas
    with pytest.raises(ColumnError, match="column `whole` has a NumPy type"):
        frames.classify(in_parts(pd.DataFrame({"whole": [1.0, None]}), npartitions=2), KINDS)
    nullable = pd.DataFrame({"whole": pd.array([1, None, 3], "Int64")})
    found = frames.classify(in_parts(nullable, npartitions=2), KINDS).compute()["kinds/w"]
    assert [None if one is pd.NA else one for one in found] == [False, None, True]


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_of_narwhals_are_what_they_wrap(engine: str) -> None:
    """A frame that narwhals wraps is taken for the frame in it."""
    frame = small(engine, whole=[2])
    found = frames.classify(narwhals.from_native(frame), KINDS)
    assert type(found) is type(frames.classify(frame, KINDS))
    assert ENGINES[engine].read(found)["kinds/w"].to_pylist() == [True]


def test_what_is_no_frame_is_refused() -> None:
    """Lists, numbers and single columns are no frames."""
    for wrong in ([{"whole": 1}], 3, pl.Series([1]), pd.Series([1]), None):
        with pytest.raises(NotAFrameError):
            frames.classify(wrong, KINDS)
    with pytest.raises(TypeError, match="a taxonomy is needed"):
        frames.classify(pl.DataFrame({"whole": [1]}), "kinds")  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("engine", ENGINES)
def test_empty_frames_stay_empty(engine: str) -> None:
    """A frame without rows has the new columns, of the right types."""
    table = pa.table({"whole": pa.array([], pa.int64()), "real": pa.array([], pa.float64())})
    found = ENGINES[engine].read(frames.classify(ENGINES[engine].make(table), KINDS, extra="ignore"))
    assert found.num_rows == 0
    assert {found.schema.field(key).type for key in KEYS.values()} == {pa.bool_()}


def test_frames_without_columns_are_classified() -> None:
    """Rows of which nothing is known have unknown verdicts."""
    found = frames.classify(pd.DataFrame(index=[4, 5]), KINDS)
    assert found["kinds/w"].isna().tolist() == [True, True]
    assert [*found.index] == [4, 5]


def test_several_taxonomies_at_once() -> None:
    """Several taxonomies give their columns in one pass, in the order in which they are given."""
    other = loads(ALL.replace("id: kinds", "id: others"))
    found = frames.classify(pl.DataFrame({"whole": [2]}), KINDS, other)
    assert found.columns == [
        "whole",
        *KEYS.values(),
        *(key.replace("kinds", "others") for key in KEYS.values()),
    ]


def test_facts_that_differ_are_refused() -> None:
    """Taxonomies that declare a fact in two ways can't be asked about one column."""
    other: Taxonomy = loads(
        ALL.replace("id: kinds", "id: others").replace(
            "{id: whole, type: integer", "{id: whole, type: number"
        )
    )
    with pytest.raises(ValueError, match="fact `whole` is not the same"):
        frames.classify(pl.DataFrame({"whole": [2]}), KINDS, other)
