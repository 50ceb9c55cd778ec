"""Customers: a file of orders or of facts is put into the categories of taxonomies."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.progress import track

from customer_types._customers.classification import Classification, classify
from customer_types._customers.orders import OrderBook, time_zone
from customer_types._customers.purchases import FACTS
from customer_types._messages import Phrase, Plain
from customer_types._model.facts import Fact, Vocabulary
from customer_types._model.taxonomies import Taxonomy
from customer_types._tables.columns import (
    ORDER_COLUMNS,
    fact_columns,
    fact_rows,
    notation_of,
    order_rows,
    status_of,
)
from customer_types._tables.delimited import Table, open_table
from customer_types._tables.guard import guarded
from customer_types.cli import output, parquet
from customer_types.cli.catalogs import catalog, taxonomy_of
from customer_types.cli.files import is_same_file
from customer_types.cli.readings import (
    Reading,
    day_of,
    no_facts,
    order_columns,
    told_columns,
    told_left_out,
    told_unused,
    usage,
)
from customer_types.cli.spoken import language, say
from customer_types.cli.tallies import Absurd, Tally, print_data, print_tables, told_absurd

Customers = Sequence[tuple[str, dict[str, Any]]]


def taxonomies_of(names: Sequence[str]) -> list[Taxonomy]:
    """Give the taxonomies of ids or files; what is doubtful in a file is said."""
    found = [taxonomy_of(name) for name in dict.fromkeys(names)]
    for position, taxonomy in enumerate(found):
        if any(taxonomy.id == other.id for other in found[:position]):
            raise usage(say("error.same-taxonomy", taxonomy=taxonomy.id))
        if all(category.when is None for category in taxonomy):
            raise usage(say("error.no-criteria", taxonomy=taxonomy.id))
    return found


def classify_file(
    path: str,
    taxonomies: Sequence[Taxonomy],
    *,
    as_of: str | None,
    facts: bool,
    out: str | None,
    format: str,
    reading: Reading,
) -> None:
    """Read a table, classify its customers, and print how many are where and what to do."""
    day = day_of(as_of)
    if facts:
        for option in reading.of_orders():
            raise usage(say("error.conflict", one="--facts", other=option))
    elif day is None:
        raise usage(say("error.as-of"))
    if is_same_file(path, out):
        raise usage(say("error.same-file", option="--out"))
    reference = None if facts else day
    vocabulary = _vocabulary(taxonomies)
    if parquet.is_parquet(path):
        for option in reading.of_text():
            raise usage(say("error.conflict", one=path, other=option))
        tallies, absurd, remarks = parquet.classify_parquet(
            path, taxonomies, vocabulary, as_of=reference, out=out, reading=reading
        )
    else:
        tallies, absurd, remarks = _classify_text(
            path, taxonomies, vocabulary, as_of=reference, out=out, reading=reading
        )
    remarks += told_absurd(absurd, vocabulary)
    if out is not None:
        remarks.append(Phrase("cli.classify.written", {"path": Plain(out)}))
    if format == "table":
        print_tables(tallies, day)
    else:
        print_data(tallies, absurd, format)
    for remark in remarks:
        output.remark(remark.render(language()), stderr=format != "table")


def _classify_text(
    path: str,
    taxonomies: Sequence[Taxonomy],
    vocabulary: Vocabulary,
    *,
    as_of: date | None,
    out: str | None,
    reading: Reading,
) -> tuple[list[Tally], Absurd, list[Phrase]]:
    """Classify the customers of a delimited file of orders, or of facts where there is no reference date."""
    table = open_table(path, encoding=reading.encoding, separator=reading.separator)
    if as_of is None:
        customers, remarks = _from_facts(table, vocabulary, reading)
    else:
        customers, remarks = _from_orders(table, as_of, reading)
    tallies, absurd = [Tally(taxonomy) for taxonomy in taxonomies], Absurd()
    # Facts that come out of orders go together.
    rows = _classified(customers, tallies, absurd if as_of is None else None)
    if out is None:
        for _ in rows:
            pass
    else:
        names = list(customers[0][1]) if customers else FACTS
        _write(out, rows, tallies, {name: vocabulary.facts[name] for name in names})
    return tallies, absurd, remarks


def _vocabulary(taxonomies: Sequence[Taxonomy]) -> Vocabulary:
    vocabulary = catalog().vocabulary
    for taxonomy in taxonomies:
        vocabulary = vocabulary.extended(taxonomy.own_vocabulary)
    return vocabulary


def _from_orders(table: Table, as_of: date, reading: Reading) -> tuple[Customers, list[Phrase]]:
    book, remarks = book_of(table, as_of, reading)
    return [(str(customer), facts) for customer, facts in book.facts_by_customer().items()], remarks


def book_of(table: Table, as_of: date, reading: Reading) -> tuple[OrderBook, list[Phrase]]:
    """Read a table of orders up to a day, and say how it was read and what was left out."""
    zone = time_zone(reading.zone)
    columns = order_columns(table.header, reading)
    numbers = [columns[role] for role in ("amount", "quantity") if role in columns]
    notation = notation_of(
        table,
        numbers=numbers,
        dates=[columns["date"]],
        money=[columns["amount"]],
        decimal=reading.decimal,
        order=reading.dates,
    )
    unseen = {status_of(status): status for status in reading.cancelled}
    book = OrderBook(
        as_of=as_of,
        customer="customer",
        quantity="quantity" if "quantity" in columns else None,
        order="order" if "order" in columns else None,
        status="status" if "status" in columns else None,
        cancelled=frozenset(unseen),
    )
    for row in _with_progress(order_rows(table, columns, notation, zone=zone), "progress.orders"):
        book.add(row)
        if unseen:
            unseen.pop(row["status"], None)
    remarks = [told_columns(columns)]
    remarks += [Phrase("cli.classify.no-status", {"status": status}) for status in unseen.values()]
    if book.left_out:
        remarks.append(told_left_out(book.left_out, as_of))
    return book, remarks


def _from_facts(table: Table, vocabulary: Vocabulary, reading: Reading) -> tuple[Customers, list[Phrase]]:
    columns = fact_columns(table.header, vocabulary)
    customer = table.header.column(reading.columns.get("customer"), ORDER_COLUMNS["customer"])
    if not columns:
        raise no_facts(table.header, vocabulary)
    numbers = [
        column for fact, column in columns.items() if vocabulary.facts[fact].type in ("integer", "number")
    ]
    notation = notation_of(table, numbers=numbers, decimal=reading.decimal)
    rows = _with_progress(fact_rows(table, columns, vocabulary, notation), "progress.facts")
    customers = [
        (str(number) if customer is None else cells[customer], facts)
        for number, (cells, facts) in enumerate(rows, 1)
    ]
    unused = [column for column in table.header.columns if column not in (*columns.values(), customer, "")]
    return customers, told_unused(unused)


def _with_progress(rows: Iterable[Any], key: str) -> Iterable[Any]:
    console = output.console(stderr=True)
    if not console.is_terminal:
        return rows
    return track(rows, say(key), console=console, transient=True, show_speed=False)


def _classified(
    customers: Customers, tallies: Sequence[Tally], absurd: Absurd | None
) -> Iterator[tuple[str, dict[str, Any], list[Classification]]]:
    for customer, facts in _with_progress(customers, "progress.classify"):
        # A column may be a fact that only one of the taxonomies brings.
        results = [classify(facts, tally.taxonomy, extra="ignore") for tally in tallies]
        for tally, result in zip(tallies, results, strict=True):
            tally.add(result)
        if absurd is not None:
            absurd.add(fact for result in results for fact in result.impossible)
        yield customer, facts, results


def _write(
    out: str,
    rows: Iterable[tuple[str, dict[str, Any], list[Classification]]],
    tallies: Sequence[Tally],
    facts: Mapping[str, Fact],
) -> None:
    """Write a row a customer: its facts, its category where there can be one, and all verdicts."""
    if not parquet.is_called_parquet(out):
        _write_text(out, rows, tallies, facts, guard=guarded)
        return
    with parquet.writing(out), TemporaryDirectory() as folder:
        path = f"{folder}/rows.csv"
        _write_text(path, rows, tallies, facts, guard=lambda cell: cell)
        keys = [category.key for tally in tallies for category in tally.categories]
        parquet.convert(path, out, facts, verdicts=keys)


def _write_text(
    out: str,
    rows: Iterable[tuple[str, dict[str, Any], list[Classification]]],
    tallies: Sequence[Tally],
    facts: Iterable[str],
    *,
    guard: Callable[[Any], Any],
) -> None:
    names = [*facts]
    header = ["customer", *names]
    for tally in tallies:
        header += [tally.taxonomy.id, f"{tally.taxonomy.id}_status"] if tally.has_one_answer else []
        header += [category.key for category in tally.categories]
    with parquet.writing(out), Path(out).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for customer, known, results in rows:
            cells = [customer, *(_cell(known[name]) for name in names)]
            for tally, result in zip(tallies, results, strict=True):
                if tally.has_one_answer:
                    answer = result.answer
                    cells += [answer.id, answer.status]
                verdicts = result.verdicts
                cells += [verdicts[one.id] for one in tally.categories]
            writer.writerow([guard(cell) for cell in cells])


def _cell(value: Any) -> Any:
    return "|".join(sorted(value)) if isinstance(value, frozenset) else value
