"""Parquet files are tables of any size: DuckDB works through them, and keeps on disk what is too large.

What comes out is what comes out of a CSV file: the same facts, the same verdicts, the same counts.
"""

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from rich.progress import Progress

from customer_types._customers.classification import classify
from customer_types._customers.purchases import FACTS
from customer_types._messages import Phrase, Plain
from customer_types._model.facts import Fact, Vocabulary
from customer_types._model.taxonomies import Taxonomy
from customer_types._tables.columns import (
    ORDER_COLUMNS,
    UNREADABLE,
    expected,
    fact_columns,
    status_of,
    word_reader,
)
from customer_types._tables.delimited import MISSING, Header, reason_of
from customer_types._tables.guard import FORMULA
from customer_types.cli import output
from customer_types.cli.readings import (
    Reading,
    no_facts,
    order_columns,
    told_columns,
    told_left_out,
    told_unused,
)
from customer_types.cli.spoken import say
from customer_types.cli.tallies import Absurd, Tally
from customer_types.errors import MissingExtraError, TableError

Relation = Any  # of DuckDB, which comes with an extra

#: Of so many undecided customers it is worked out what is missing.
_ASKED = 1_000
#: More different words than a fact can have, however they are written.
_WORDS = 10_000
_ENDINGS = (".parquet", ".pq")
_MAGIC = b"PAR1"
_RESULT, _CUSTOMER = "ct_result", "ct_customer"  # as no taxonomy is called
_TYPES = {
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "choice": "VARCHAR",
    "choices": "VARCHAR",
}
#: How a text begins that a spreadsheet would take for a formula, or that has been kept from it.
_FORMULA = f"^'*[{re.escape(''.join(FORMULA).replace(chr(0), ''))}]"


def is_parquet(path: str) -> bool:
    """Tell whether a file is a Parquet file, by its name or by how it begins."""
    if is_called_parquet(path):
        return True
    try:
        if not Path(path).is_file():  # a pipe would be waited for
            return False
        with Path(path).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):  # what is wrong with it will be told when it is read
        return False


def is_called_parquet(path: str) -> bool:
    """Tell whether a file is called as Parquet files are."""
    return path.lower().endswith(_ENDINGS)


def classify_parquet(
    path: str,
    taxonomies: Sequence[Taxonomy],
    vocabulary: Vocabulary,
    *,
    as_of: date | None,
    out: str | None,
    reading: Reading,
) -> tuple[list[Tally], Absurd, list[Phrase]]:
    """Classify the customers of a Parquet file of orders, or of facts where there is no reference date.

    Raises `TableError`, `ColumnError` for columns of other types, and `MissingExtraError`.
    """
    tallies = [Tally(taxonomy) for taxonomy in taxonomies]
    with store(path) as place:
        frames = import_module("customer_types.frames")
        table = place.open(path)
        if as_of is None:
            customers, facts, remarks = _facts(table, vocabulary, reading)
        else:
            customers, facts, remarks = place.facts_of_orders(table, as_of, reading)
        with warnings.catch_warnings(action="ignore", category=frames.MissingColumnWarning):
            found = frames.classify(customers, *taxonomies)
            for tally in tallies:
                if tally.has_one_answer:
                    found = frames.status(frames.category(found, tally.taxonomy), tally.taxonomy)
            place.keep(found)
        known = {name: vocabulary.facts[name] for name in facts}
        for tally in tallies:
            place.count(tally, known)
        absurd = place.absurd(taxonomies, known) if as_of is None else Absurd()
        if out is not None:
            place.write(out, known, tallies)
    return tallies, absurd, remarks


def convert(path: str, out: str, facts: Mapping[str, Fact], *, verdicts: Sequence[str]) -> None:
    """Make a Parquet file of a CSV file of customers, with their facts and verdicts in their types."""
    kinds = {name: _TYPES[fact.type] for name, fact in facts.items()} | dict.fromkeys(verdicts, "BOOLEAN")
    sets = [name for name, fact in facts.items() if fact.type == "choices"]
    with store(path) as place:
        quotes = {"quotechar": '"', "escapechar": '"', "delimiter": ",", "comment": ""}  # it would guess
        table = place.connection.read_csv(path, header=True, all_varchar=True, **quotes)
        columns = {name: f"CAST({_quoted(name)} AS {kinds.get(name, 'VARCHAR')})" for name in table.columns}
        columns |= {name: f"STRING_SPLIT({_quoted(name)}, '|')" for name in sets}
        named = [f"{column} AS {_quoted(name)}" for name, column in columns.items()]
        table.project(", ".join(named)).write_parquet(out)


@contextmanager
def store(path: str) -> Iterator["Store"]:
    """Open a place on disk to work in; what goes wrong in it is told of a file.

    Raises `TableError`, and `MissingExtraError` without DuckDB or narwhals.
    """
    try:
        duckdb = import_module("duckdb")
        import_module("narwhals")
    except ModuleNotFoundError as error:
        if error.name not in ("duckdb", "narwhals"):
            raise
        raise MissingExtraError("parquet") from None
    with TemporaryDirectory(prefix="customer-types-") as folder:
        connection = duckdb.connect(f"{folder}/store.duckdb")
        try:
            yield Store(connection)
        except duckdb.OutOfMemoryException:  # on disk, too, there may be no more room
            hint = Phrase("hint.work-in-database")
            raise TableError(Phrase("table.memory", {"path": Plain(f"`{path}`")}), hint) from None
        except duckdb.Error:  # its text may have values in it
            raise TableError(Phrase("table.not-worked", {"path": Plain(f"`{path}`")})) from None
        finally:
            connection.close()


@attrs.frozen
class Store:
    """A place to work in, which keeps customers with their facts and verdicts."""

    connection: Any

    def open(self, path: str) -> Relation:
        """Open a Parquet file. Raises `TableError`."""
        if not Path(path).is_file():
            key = "table.not-a-file" if Path(path).exists() else "table.no-file"
            raise TableError(Phrase(key, {"path": Plain(f"`{path}`")}))
        self._require_different_names(path)
        return self.connection.read_parquet(_plain(path))

    def _require_different_names(self, path: str) -> None:
        """Check that no two columns have the same name, which DuckDB would change. Raises `TableError`."""
        schema = self.connection.execute("SELECT name, num_children FROM parquet_schema(?)", [_plain(path)])
        (_, count), *rows = schema.fetchall()
        names: list[str] = []
        while rows and len(names) < count:
            name, inside = rows.pop(0)
            names.append(name)
            while inside:  # what is in a column has no name of its own
                inside += (rows.pop(0)[1] or 0) - 1
        folded = [name.casefold() for name in names]
        twice = next((name for name in names if folded.count(name.casefold()) > 1), None)
        if twice is not None:
            raise TableError(Phrase("table.duplicate-column", {"column": twice}))

    def facts_of_orders(
        self, table: Relation, as_of: date, reading: Reading
    ) -> tuple[Relation, Sequence[str], list[Phrase]]:
        """Give the customers of a table of orders, the ids of their facts, and what there is to remark."""
        frames = import_module("customer_types.frames")
        columns = order_columns(Header(tuple(table.columns)), reading)
        kinds = dict(zip(table.columns, map(str, table.types), strict=True))
        if "TIME ZONE" in kinds[columns["date"]] and reading.zone is None:
            told = {"column": columns["date"]}
            raise TableError(Phrase("table.zone-of-column", told), Phrase("hint.zone-option"))
        statuses = self._statuses(table, columns["status"], reading) if "status" in columns else {}
        unseen = [one for one in dict.fromkeys(reading.cancelled) if one not in statuses.values()]
        remarks = [told_columns(columns)]
        remarks += [Phrase("cli.classify.no-status", {"status": status}) for status in unseen]
        texts = [one for role, one in columns.items() if role in ("customer", "order")]
        read = [
            f"{_id(table, one) if one in texts else _quoted(one)} AS {_quoted(one)}" for one in table.columns
        ]
        table = table.project(", ".join(read))
        roles = {role: column for role, column in columns.items() if role != "status"}
        if statuses:
            roles["status"] = columns["status"]
        arguments = {**roles, "as_of": as_of, "cancelled": [*statuses], "zone": reading.zone}
        counts = dict(frames.left_out(table, **arguments).fetchall())
        if counts:
            remarks.append(told_left_out(counts, as_of))
        customers = frames.facts_from_orders(table, **arguments)
        name = f"CAST({_quoted(columns['customer'])} AS VARCHAR) AS {_CUSTOMER}"
        return customers.project(", ".join([name, *FACTS])), FACTS, remarks

    def _statuses(self, orders: Relation, column: str, reading: Reading) -> dict[Any, str]:
        """Find the statuses of a column that are meant by those that a user names."""
        by_name = {status_of(one): one for one in reading.cancelled}
        found = orders.project(_quoted(column)).distinct().fetchall()
        named = {one: status_of(str(one)) for (one,) in found if one is not None}
        return {one: by_name[name] for one, name in named.items() if name in by_name}

    def keep(self, customers: Relation) -> None:
        """Work customers out, with their facts and verdicts, and keep them; show how far that is."""
        console = output.console(stderr=True)
        with (
            Progress(console=console, transient=True, disable=not console.is_terminal) as progress,
            ThreadPoolExecutor(1) as pool,
        ):
            task = progress.add_task(say("progress.classify"), total=100)
            working = pool.submit(customers.create, _RESULT)
            try:
                while wait([working], timeout=0.1).not_done:
                    progress.update(task, completed=max(0, self.connection.query_progress()))
            except KeyboardInterrupt:
                self.connection.interrupt()
                raise
            working.result()

    def count(self, tally: Tally, facts: Mapping[str, Fact]) -> None:
        """Count the customers that are kept, and what is missing of those who are undecided."""
        ids = [one.id for one in tally.categories]
        keys = [_quoted(one.key) for one in tally.categories]
        is_in_one = " OR ".join(f"COALESCE({key}, FALSE)" for key in keys)
        is_open = " OR ".join(f"{key} IS NULL" for key in keys)
        asked = [*keys, *(f"{key} IS NULL" for key in keys)]
        kept = self.connection.table(_RESULT)
        counts = ", ".join(f"COUNT(*) FILTER ({one})" for one in asked)
        ((tally.customers, *found),) = kept.aggregate(f"COUNT(*), {counts}").fetchall()
        tally.counts.update(dict(zip(ids, found, strict=False)))
        unknown = dict(zip(ids, found[len(ids) :], strict=True))
        tally.unknown.update({id: count for id, count in unknown.items() if count})
        if tally.unknown:
            some = kept.filter(is_open).order("ALL").limit(_ASKED)
            for row in some.project(", ".join(map(_quoted, facts))).fetchall():
                customer = dict(zip(facts, row, strict=True))
                tally.missing.update(classify(customer, tally.taxonomy, extra="ignore").missing)
        if tally.has_one_answer:
            status, category = _quoted(f"{tally.taxonomy.id}_status"), _quoted(tally.taxonomy.id)
        else:
            status, category = f"CASE WHEN {is_open} THEN 'undecided' ELSE 'none' END", "NULL"
            kept = kept.filter(f"NOT ({is_in_one})")
        places = kept.project(f"{status} AS status, {category} AS category")
        counted = places.aggregate("status, category, COUNT(*)").fetchall()
        tally.places.update({(status, category): count for status, category, count in counted})

    def absurd(self, taxonomies: Sequence[Taxonomy], facts: Mapping[str, Fact]) -> Absurd:
        """Count the customers that are kept and can't be, by the facts of any of some taxonomies."""
        frames = import_module("customer_types.frames")
        table = self.connection.table(_RESULT).project(", ".join(map(_quoted, facts)))
        told: dict[str, list[str]] = {}
        for number, taxonomy in enumerate(taxonomies):
            before = table.columns
            table = frames.impossible(table, taxonomy)
            columns = [*map(_quoted, before)]
            for name in (one for one in table.columns if one not in before):
                told.setdefault(name.partition("/")[2], []).append(f"{number}:{name}")
                columns.append(f"{_quoted(name)} AS {_quoted(f'{number}:{name}')}")
            table = table.project(", ".join(columns))
        by_fact = {fact: " OR ".join(map(_quoted, columns)) for fact, columns in told.items()}
        asked = [" OR ".join(f"({one})" for one in by_fact.values()), *by_fact.values()]
        counts = ", ".join(f"COUNT(*) FILTER ({one})" for one in asked)
        ((rows, *found),) = table.aggregate(counts).fetchall()
        return Absurd(rows, +Counter(dict(zip(by_fact, found, strict=True))))

    def write(self, out: str, facts: Mapping[str, Fact], tallies: Sequence[Tally]) -> None:
        """Write what is kept into a file, Parquet or CSV by the name's ending. Raises `TableError`."""
        kept = self.connection.table(_RESULT)
        kinds = dict(zip(kept.columns, map(str, kept.types), strict=True))
        columns = {"customer": _CUSTOMER, **{name: _quoted(name) for name in facts}}
        if not is_called_parquet(out):
            kinds["customer"] = kinds[_CUSTOMER]
            columns = {name: _cell(column, kinds[name]) for name, column in columns.items()}
        for tally in tallies:
            if tally.has_one_answer:
                for name in (tally.taxonomy.id, f"{tally.taxonomy.id}_status"):
                    columns[name] = _quoted(name)
            columns |= {one.key: _quoted(one.key) for one in tally.categories}
        chosen = kept.project(", ".join(f"{column} AS {_quoted(name)}" for name, column in columns.items()))
        with writing(out):
            if is_called_parquet(out):
                chosen.write_parquet(out)
            else:
                chosen.write_csv(out, header=True)


#: Where the errors of DuckDB come from; it is not there where only text is written.
_DUCKDB = ("duckdb", "_duckdb")


@contextmanager
def writing(out: str) -> Iterator[None]:
    """Tell of a file that can't be written, in the system's words. Raises `TableError`."""
    reason: object = None
    try:
        with Path(out).open("ab"):  # the system says best what is wrong
            pass
        yield
    except OSError as error:
        reason = reason_of(error)
    except Exception as error:
        if not isinstance(error, TypeError) and type(error).__module__.partition(".")[0] not in _DUCKDB:
            raise
        reason = Phrase("table.no-room-or-name")  # a full disk, or a name that is no text
    if reason is not None:
        raise TableError(Phrase("table.not-written", {"path": Plain(f"`{out}`"), "reason": reason}))


def _facts(
    table: Relation, vocabulary: Vocabulary, reading: Reading
) -> tuple[Relation, Sequence[str], list[Phrase]]:
    """Give the customers of a table of facts, the ids of their facts, and what there is to remark."""
    header = Header(tuple(table.columns))
    columns = fact_columns(header, vocabulary)
    customer = header.column(reading.columns.get("customer"), ORDER_COLUMNS["customer"])
    if not columns:
        raise no_facts(header, vocabulary)
    name = "ROW_NUMBER() OVER ()" if customer is None else _quoted(customer)
    chosen = [
        f"{_read(table, column, vocabulary.facts[fact])} AS {_quoted(fact)}"
        for fact, column in columns.items()
    ]
    unused = [one for one in header.columns if one not in (*columns.values(), customer)]
    return table.project(", ".join([f"{name} AS {_CUSTOMER}", *chosen])), [*columns], told_unused(unused)


def _plain(path: str) -> str:
    """Write a file's name so that DuckDB takes it for no pattern."""
    return re.sub(r"([\[*?])", r"[\1]", path)


def _id(table: Relation, column: str) -> str:
    """Write what a column of customers has, where text that says nothing is none."""
    if _kind(table, column) != "VARCHAR":
        return _quoted(column)
    words = ", ".join(map(_text, sorted(MISSING)))
    return f"CASE WHEN LOWER(TRIM({_quoted(column)})) NOT IN ({words}) THEN TRIM({_quoted(column)}) END"


def _kind(table: Relation, column: str) -> str:
    return str(table.types[table.columns.index(column)])


def _read(table: Relation, column: str, fact: Fact) -> str:
    """Write what a column of a fact has: values are understood as they are in a file of text.

    Raises `TableError` for a word that is none, and for a fraction of a whole number.
    """
    kind, quoted = _kind(table, column), _quoted(column)
    wrong = TableError(Phrase("table.column", {"column": column, "expected": expected(fact)}))
    if fact.type == "integer" and kind.startswith(("DOUBLE", "FLOAT", "DECIMAL")):
        is_wrong = f"{quoted} <> FLOOR({quoted}) AND NOT ISNAN(CAST({quoted} AS DOUBLE))"
        if table.filter(is_wrong).limit(1).fetchall():
            raise wrong
    if (fact.type, kind) == ("choice", "VARCHAR"):
        return _understood(quoted, table.project(quoted), fact, wrong)
    if (fact.type, kind) == ("choices", "VARCHAR[]"):
        members = _understood("member", table.project(f"UNNEST({quoted})"), fact, wrong)
        return f"[{members} FOR member IN {quoted}]"
    return quoted


def _understood(name: str, found: Relation, fact: Fact, wrong: TableError) -> str:
    """Write what the texts of a name mean, all of which are `found` in a column. Raises `TableError`."""
    read = word_reader(fact)
    words = {one: read(one) for (one,) in found.distinct().limit(_WORDS).fetchall() if one is not None}
    if any(value is UNREADABLE for value in words.values()):
        raise wrong
    known = [f"WHEN {_text(one)} THEN {_text(value)}" for one, value in words.items() if value is not None]
    return f"CASE {name} {' '.join(known)} END" if known else "CAST(NULL AS VARCHAR)"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _cell(column: str, kind: str) -> str:
    """Write what a CSV file has of a column: sets with bars between, and no formulas."""
    if kind.endswith("[]"):
        column = f"ARRAY_TO_STRING(LIST_SORT({column}), '|')"
    elif kind == "DOUBLE":
        return f"CASE WHEN NOT ISNAN({column}) THEN {column} END"
    elif kind != "VARCHAR":
        return column
    quote = _text("'")
    return f"CASE WHEN REGEXP_MATCHES({column}, {_text(_FORMULA)}) THEN {quote} || {column} ELSE {column} END"
