"""Customers: a file of orders or of facts is put into the categories of taxonomies."""

import csv
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import click
from rich.progress import track

from customer_types.catalogs import catalog
from customer_types.categories import Taxonomy
from customer_types.classification import Classification, classify, require_one_answer
from customer_types.cli import output
from customer_types.cli.spoken import language, say
from customer_types.cli.tables import (
    ORDER_COLUMNS,
    fact_columns,
    fact_rows,
    notation_of,
    order_rows,
    status_of,
)
from customer_types.cli.tallies import Tally, print_data, print_tables
from customer_types.delimited import Table, open_table, reason_of
from customer_types.errors import OrdersError, SeveralAnswersError, TableError, TaxonomyWarning
from customer_types.facts import Vocabulary
from customer_types.languages import write_date
from customer_types.loading import faults_of, load
from customer_types.messages import Listed, Phrase, Plain, message
from customer_types.notation import DateOrder, DecimalSign
from customer_types.orders import OrderBook, reference_date, time_zone
from customer_types.purchases import FACTS

Customers = Sequence[tuple[str, dict[str, Any]]]


@attrs.frozen(kw_only=True)
class Reading:
    """How a user says that a file is to be read; `None` is for the file to say."""

    encoding: str | None = None
    separator: str | None = None
    decimal: DecimalSign | None = None
    dates: DateOrder | None = None
    zone: str | None = None
    cancelled: tuple[str, ...] = ()
    columns: Mapping[str, str | None] = attrs.field(factory=dict)

    def of_orders(self) -> Iterator[str]:
        """List the options that are given and only say something of orders."""
        if self.dates is not None:
            yield "--date-format"
        if self.zone is not None:
            yield "--zone"
        if self.cancelled:
            yield "--cancelled"
        for role, column in self.columns.items():
            if role != "customer" and column is not None:
                yield f"--{role}"


def taxonomies_of(names: Sequence[str]) -> list[Taxonomy]:
    """Give the taxonomies of ids or files; what is doubtful in a file is said."""
    found = [
        from_file(name) if re.search(r"[./\\]", name) else catalog()[name] for name in dict.fromkeys(names)
    ]
    for position, taxonomy in enumerate(found):
        if any(taxonomy.id == other.id for other in found[:position]):
            raise _usage(say("error.same-taxonomy", taxonomy=taxonomy.id))
        if all(category.when is None for category in taxonomy):
            raise _usage(say("error.no-criteria", taxonomy=taxonomy.id))
    return found


def _usage(text: str) -> click.UsageError:
    return click.UsageError(text, click.get_current_context())


def from_file(name: str) -> Taxonomy:
    """Load a taxonomy, and say what is doubtful in its file."""
    with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):
        taxonomy = load(name)
    for fault in faults_of(name):
        output.problem(fault.render(language()))
    return taxonomy


def _is_same_file(path: str, out: str | None) -> bool:
    try:
        return out is not None and Path(path).samefile(out)
    except (OSError, ValueError):  # one is not there, or no file can have such a name
        return False


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
            raise _usage(say("error.conflict", one="--facts", other=option))
    elif day is None:
        raise _usage(say("error.as-of"))
    table = open_table(path, encoding=reading.encoding, separator=reading.separator)
    if _is_same_file(path, out):
        raise _usage(say("error.same-file", option="--out"))
    if day is None or facts:
        customers, remarks = _from_facts(table, _vocabulary(taxonomies), reading)
    else:
        customers, remarks = _from_orders(table, day, reading)
    tallies = [Tally(taxonomy) for taxonomy in taxonomies]
    rows = _classified(customers, tallies)
    if out is None:
        for _ in rows:
            pass
    else:
        _write(out, rows, tallies, customers)
        remarks.append(Phrase("cli.classify.written", {"path": Plain(out)}))
    if format == "table":
        print_tables(tallies, day)
    else:
        print_data(tallies, format)
    for remark in remarks:
        output.remark(remark.render(language()), stderr=format != "table")


def day_of(text: str | None, option: str = "--as-of") -> date | None:
    """Read the day that an option gives."""
    try:
        return None if text is None else reference_date(text)
    except OrdersError:
        raise _usage(say("error.day", option=Plain(option), day=text)) from None


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
    columns = _order_columns(table, reading)
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
    remarks = [Phrase("cli.classify.columns", {"columns": Plain(", ".join(map(_role, columns.items())))})]
    remarks += [Phrase("cli.classify.no-status", {"status": status}) for status in unseen.values()]
    if book.left_out:
        remarks.append(_left_out(book))
    return book, remarks


def _left_out(book: OrderBook) -> Phrase:
    day = Plain(write_date(book.as_of, language()))
    reasons = tuple(
        Phrase(f"orders.{reason}", {"count": count, "as_of": day})
        for reason, count in sorted(book.left_out.items())
    )
    return Phrase("orders.left-out", {"reasons": Listed(reasons, "and")})


def _role(pair: tuple[str, str]) -> str:
    """Say which column is taken for what; where the names are the same, once."""
    role = message(f"role.{pair[0]}", language(), {})
    return pair[1] if role.casefold() == pair[1].casefold() else f"{role} = {pair[1]}"


def _order_columns(table: Table, reading: Reading) -> dict[str, str]:
    columns: dict[str, str] = {}
    for role, names in ORDER_COLUMNS.items():
        wanted = reading.columns.get(role)
        column = table.column(wanted, names)
        if column is not None and (wanted is not None or column not in columns.values()):
            columns[role] = column
        elif role in ("customer", "date", "amount") or (role == "status" and reading.cancelled):
            missing = {"role": Phrase(f"role.{role}"), "option": Plain(f"--{role}")}
            raise TableError(Phrase("table.no-order-column", missing), table.listed())
    if not reading.cancelled:
        if reading.columns.get("status") is not None:
            raise _usage(say("error.no-cancelled"))
        columns.pop("status", None)
    return columns


def _from_facts(table: Table, vocabulary: Vocabulary, reading: Reading) -> tuple[Customers, list[Phrase]]:
    columns = fact_columns(table, vocabulary)
    customer = table.column(reading.columns.get("customer"), ORDER_COLUMNS["customer"])
    if not columns:
        facts = Plain(", ".join(list(vocabulary.facts)[:6]))
        raise TableError(Phrase("table.no-facts", {"facts": facts}), table.listed())
    numbers = [
        column for fact, column in columns.items() if vocabulary.facts[fact].type in ("integer", "number")
    ]
    notation = notation_of(table, numbers=numbers, decimal=reading.decimal)
    rows = _with_progress(fact_rows(table, columns, vocabulary, notation), "progress.facts")
    customers = [
        (str(number) if customer is None else cells[customer], facts)
        for number, (cells, facts) in enumerate(rows, 1)
    ]
    unused = [column for column in table.columns if column not in (*columns.values(), customer, "")]
    remarks = []
    if unused:
        remarks.append(Phrase("cli.classify.unused", {"columns": Plain(", ".join(unused))}))
    return customers, remarks


def _with_progress(rows: Iterable[Any], key: str) -> Iterable[Any]:
    console = output.console(stderr=True)
    if not console.is_terminal:
        return rows
    return track(rows, say(key), console=console, transient=True, show_speed=False)


def _classified(
    customers: Customers, tallies: Sequence[Tally]
) -> Iterator[tuple[str, dict[str, Any], list[Classification]]]:
    for customer, facts in _with_progress(customers, "progress.classify"):
        # A column may be a fact that only one of the taxonomies brings.
        results = [classify(facts, tally.taxonomy, extra="ignore") for tally in tallies]
        for tally, result in zip(tallies, results, strict=True):
            tally.add(result)
        yield customer, facts, results


def _write(
    out: str,
    rows: Iterable[tuple[str, dict[str, Any], list[Classification]]],
    tallies: Sequence[Tally],
    customers: Customers,
) -> None:
    """Write a row a customer: its facts, its category where there can be one, and all verdicts."""
    fact_names = list(customers[0][1]) if customers else list(FACTS)
    has_one = [_has_one_answer(tally.taxonomy) for tally in tallies]
    header = ["customer", *fact_names]
    for tally, single in zip(tallies, has_one, strict=True):
        header += [tally.taxonomy.id] * single
        header += [category.key for category in tally.categories]
    try:
        with Path(out).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for customer, facts, results in rows:
                cells = [customer, *(_cell(facts[name]) for name in fact_names)]
                for tally, result, single in zip(tallies, results, has_one, strict=True):
                    found = result.categories
                    if single:
                        cells.append(found[0].id if len(found) == 1 else "")
                    verdicts = result.verdicts
                    cells += [verdicts[one.id] for one in tally.categories]
                writer.writerow([output.guarded(cell) for cell in cells])
    except OSError as error:
        problem = {"path": Plain(f"`{out}`"), "reason": reason_of(error)}
        raise TableError(Phrase("table.not-written", problem)) from None


def _cell(value: Any) -> Any:
    return "|".join(sorted(value)) if isinstance(value, frozenset) else value


def _has_one_answer(taxonomy: Taxonomy) -> bool:
    try:
        require_one_answer(taxonomy)
    except SeveralAnswersError:
        return False
    return True
