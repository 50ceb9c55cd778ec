"""Customers: a file of orders or of facts is put into the categories of taxonomies."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import click
from rich.padding import Padding
from rich.progress import track

from customer_types.catalogs import catalog
from customer_types.categories import Category, Taxonomy
from customer_types.classification import Classification, classify, require_one_answer
from customer_types.cli import output
from customer_types.cli.spoken import language, say
from customer_types.delimited import (
    ORDER_COLUMNS,
    Table,
    fact_columns,
    fact_rows,
    notation_of,
    open_table,
    order_rows,
)
from customer_types.errors import SeveralAnswersError
from customer_types.facts import Vocabulary
from customer_types.languages import write_date, write_number
from customer_types.loading import load
from customer_types.messages import Phrase, Plain, message
from customer_types.notation import DateOrder, DecimalSign, TableError
from customer_types.orders import FACTS, OrderBook, reference_date, time_zone

Customers = Sequence[tuple[str, dict[str, Any]]]

_BAR = 24


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


@attrs.define
class Tally:
    """How many customers of a table a taxonomy puts where."""

    taxonomy: Taxonomy
    customers: int = 0
    categories: Counter[str] = attrs.field(factory=Counter)
    none: int = 0
    undecided: int = 0
    missing: Counter[str] = attrs.field(factory=Counter)

    def add(self, result: Classification) -> None:
        """Count one customer."""
        self.customers += 1
        found = result.categories
        self.categories.update(category.id for category in found)
        if not found:
            criteria = [result.verdicts[one.id] for one in self.taxonomy if one.when is not None]
            if None in criteria:
                self.undecided += 1
                self.missing.update(result.missing)
            else:
                self.none += 1


def taxonomies_of(names: Sequence[str]) -> list[Taxonomy]:
    """Give the taxonomies of ids or files."""
    return [load(name) if name.endswith((".yaml", ".yml")) else catalog()[name] for name in names]


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
    table = open_table(path, encoding=reading.encoding, separator=reading.separator)
    vocabulary = catalog().vocabulary
    for taxonomy in taxonomies:
        vocabulary = vocabulary.extended(taxonomy.own_vocabulary)
    if facts:
        customers, remarks = _from_facts(table, vocabulary, reading)
    elif as_of is None:
        raise click.UsageError(say("error.as-of"))
    else:
        customers, remarks = _from_orders(table, as_of, reading)
    tallies = [Tally(taxonomy) for taxonomy in taxonomies]
    rows = _classified(customers, tallies)
    if out is None:
        for _ in rows:
            pass
    else:
        _write(out, rows, tallies, customers)
    if format == "table":
        day = None if as_of is None else reference_date(as_of)
        _print_tables(tallies, day, remarks, out)
    else:
        _print_data(tallies, format)


def _from_orders(table: Table, as_of: str, reading: Reading) -> tuple[Customers, list[Phrase]]:
    columns = _order_columns(table, reading)
    numbers = [columns[role] for role in ("amount", "quantity") if role in columns]
    notation = notation_of(
        table, numbers=numbers, dates=[columns["date"]], decimal=reading.decimal, order=reading.dates
    )
    book = OrderBook(
        as_of=reference_date(as_of),
        customer="customer",
        quantity="quantity" if "quantity" in columns else None,
        order="order" if "order" in columns else None,
        status="status" if "status" in columns else None,
        cancelled=frozenset(reading.cancelled),
        zone=time_zone(reading.zone),
    )
    for row in _with_progress(order_rows(table, columns, notation), "progress.orders"):
        book.add(row)
    named = ", ".join(f"{message(f'role.{role}', language(), {})} = {columns[role]}" for role in columns)
    remarks = [Phrase("cli.classify.columns", {"columns": Plain(named)})]
    report = book.report()
    if report is not None:
        remarks.append(report)
    return [(str(customer), facts) for customer, facts in book.facts_by_customer().items()], remarks


def _order_columns(table: Table, reading: Reading) -> dict[str, str]:
    columns: dict[str, str] = {}
    for role, names in ORDER_COLUMNS.items():
        column = table.column(reading.columns.get(role), names)
        if column is not None and column not in columns.values():
            columns[role] = column
        elif role in ("customer", "date", "amount"):
            wanted = {"role": Phrase(f"role.{role}"), "option": Plain(f"--{role}")}
            listed = Phrase("table.columns", {"columns": Plain(", ".join(table.columns))})
            raise TableError(Phrase("table.no-order-column", wanted), listed)
    if not reading.cancelled:
        columns.pop("status", None)
    return columns


def _from_facts(table: Table, vocabulary: Vocabulary, reading: Reading) -> tuple[Customers, list[Phrase]]:
    columns = fact_columns(table, vocabulary)
    if not columns:
        raise TableError(Phrase("table.no-facts", {"facts": Plain(", ".join(list(vocabulary.facts)[:6]))}))
    customer = table.column(reading.columns.get("customer"), ORDER_COLUMNS["customer"])
    numbers = [
        column for fact, column in columns.items() if vocabulary.facts[fact].type in ("integer", "number")
    ]
    notation = notation_of(table, numbers=numbers, dates=(), decimal=reading.decimal)
    customers = [
        (row[customer] if customer is not None else str(number), facts)
        for number, (_, row, facts) in enumerate(
            _with_progress(fact_rows(table, columns, vocabulary, notation), "progress.facts"), 1
        )
    ]
    unused = [column for column in table.columns if column not in (*columns.values(), customer)]
    remarks = []
    if unused:
        remarks.append(Phrase("cli.classify.unused", {"columns": Plain(", ".join(unused))}))
    return customers, remarks


def _with_progress(rows: Iterable[Any], key: str) -> Iterable[Any]:
    console = output.console(stderr=True)
    return track(rows, say(key), console=console, transient=True, disable=not console.is_terminal)


def _classified(
    customers: Customers, tallies: Sequence[Tally]
) -> Iterator[tuple[str, dict[str, Any], list[Classification]]]:
    for customer, facts in _with_progress(customers, "progress.classify"):
        results = [classify(facts, tally.taxonomy) for tally in tallies]
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
        header += [category.key for category in tally.taxonomy if category.when is not None]
    try:
        with Path(out).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for customer, facts, results in rows:
                cells = [customer, *(_cell(facts[name]) for name in fact_names)]
                for result, single in zip(results, has_one, strict=True):
                    if single:
                        cells.append(result.category.id if result.category is not None else "")
                    verdicts = result.verdicts
                    cells += [verdicts[one.id] for one in result.taxonomy if one.when is not None]
                writer.writerow([output.guarded(cell) for cell in cells])
    except OSError as error:
        problem = {"path": out, "reason": Plain(error.strerror or type(error).__name__)}
        raise TableError(Phrase("table.not-written", problem)) from None


def _cell(value: Any) -> Any:
    return "|".join(sorted(value)) if isinstance(value, frozenset) else value


def _has_one_answer(taxonomy: Taxonomy) -> bool:
    try:
        require_one_answer(taxonomy)
    except SeveralAnswersError:
        return False
    return True


def _print_tables(
    tallies: Sequence[Tally], as_of: date | None, remarks: Sequence[Phrase], out: str | None
) -> None:
    console = output.console()
    lang = language()
    for tally in tallies:
        title = output.bold(tally.taxonomy.label(lang, fallback=("en", "fr")))
        title.append(f" · {_customers(tally, as_of)}", style="not bold")
        console.print(title)
        console.print()
        columns = [
            (say("classify.category"), "left"),
            (say("classify.count"), "right"),
            (say("classify.share"), "right"),
            ("", "fold"),
        ]
        console.print(output.table(columns, _table_rows(tally)))
        found = [one for one in _shown(tally) if tally.categories[one.id] and one.actions]
        if found:
            console.print()
            console.print(output.bold(say("classify.action")))
        for category in found:
            text = category.actions[0].text(lang, fallback=("en", "fr"))
            line = say("classify.advice", label=Plain(_label(category)), text=Plain(text))
            console.print(Padding(output.safe(line), (0, 0, 0, 2)))
        console.print()
    for remark in remarks:
        console.print(output.safe(remark.render(lang)), style="dim")
    if out is not None:
        console.print(output.safe(say("classify.written", path=Plain(out))), style="dim")


def _customers(tally: Tally, as_of: date | None) -> str:
    lang = language()
    number = Plain(write_number(tally.customers, lang))
    if as_of is None:
        return say("classify.customers", count=tally.customers, number=number)
    day = Plain(write_date(as_of, lang))
    return say("classify.customers-on", count=tally.customers, number=number, as_of=day)


def _table_rows(tally: Tally) -> list[list[str]]:
    rows = [_row(tally, tally.categories[one.id], _label(one)) for one in _shown(tally)]
    if tally.none:
        rows.append(_row(tally, tally.none, say("classify.none")))
    if tally.undecided:
        facts = tally.taxonomy.vocabulary.facts
        missing = ", ".join(
            facts[name].label(language(), fallback=("en", "fr")) for name, _ in tally.missing.most_common(3)
        )
        label = say("classify.undecided", facts=Plain(missing))
        rows.append(_row(tally, tally.undecided, label))
    return rows


def _shown(tally: Tally) -> list[Category]:
    return [one for one in tally.taxonomy if one.when is not None]


def _label(category: Category) -> str:
    return category.label(language(), count=2, fallback=("en", "fr"))


def _row(tally: Tally, count: int, label: str) -> list[str]:
    lang = language()
    share = count / tally.customers if tally.customers else 0.0
    eighths = round(share * _BAR * 8)
    bar = "█" * (eighths // 8) + ("", *"▏▎▍▌▋▊▉")[eighths % 8]
    space = "\u00a0" if lang.startswith("fr") else ""
    percent = f"{write_number(100 * share, lang, decimals=1)}{space}%"
    return [label, write_number(count, lang), percent, bar]


def _print_data(tallies: Sequence[Tally], format: str) -> None:
    rows = [
        {
            "taxonomy": tally.taxonomy.id,
            "category": category,
            "label": label,
            "customers": count,
            "share": round(count / tally.customers, 6) if tally.customers else 0.0,
        }
        for tally in tallies
        for category, label, count in (
            *((one.id, _label(one), tally.categories[one.id]) for one in _shown(tally)),
            (None, say("classify.none"), tally.none),
            (None, say("classify.open"), tally.undecided),
        )
    ]
    if format == "json":
        output.write_json(rows)
    else:
        output.write_csv(rows, ["taxonomy", "category", "label", "customers", "share"])
