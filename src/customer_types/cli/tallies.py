"""A tally is how many customers of a table a taxonomy puts where, as a table for people or as data."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import attrs
from rich.cells import cell_len
from rich.table import Table

from customer_types.categories import Category, Taxonomy
from customer_types.classification import Classification
from customer_types.cli import output
from customer_types.cli.spoken import language, say
from customer_types.languages import write_date, write_number
from customer_types.messages import Plain

_LONGEST_BAR = 24
_SHORTEST_BAR = 8
_FACTS_SHOWN = 5


@attrs.frozen
class Row:
    """So many customers are in a category, and for so many it is undecided.

    The groups `none` and `undecided` are those in no category, and in none so far.
    """

    group: Literal["category", "none", "undecided"]
    category: str | None
    label: str
    customers: int
    undecided: int = 0


@attrs.define
class Tally:
    """How many customers a taxonomy puts into each category, and for how many it can't say."""

    taxonomy: Taxonomy
    categories: tuple[Category, ...] = attrs.field(init=False)
    customers: int = 0
    counts: Counter[str] = attrs.field(factory=Counter)
    unknown: Counter[str] = attrs.field(factory=Counter)
    none: int = 0
    undecided: int = 0
    missing: Counter[str] = attrs.field(factory=Counter)

    def __attrs_post_init__(self) -> None:
        self.categories = tuple(one for one in self.taxonomy if one.when is not None)

    def add(self, result: Classification) -> None:
        """Count one customer."""
        self.customers += 1
        found, unknown = [], []
        verdicts = result.verdicts
        for category in self.categories:
            verdict = verdicts[category.id]
            if verdict is None:
                unknown.append(category.id)
            elif verdict:
                found.append(category.id)
        self.counts.update(found)
        if unknown:
            self.unknown.update(unknown)
            self.missing.update(result.missing)
        if not found:
            self.undecided += bool(unknown)
            self.none += not unknown

    @property
    def fallback(self) -> tuple[str, ...]:
        """The languages to speak where the taxonomy lacks the reader's."""
        return ("en", *self.taxonomy.languages)

    def rows(self) -> Iterator[Row]:
        """Give a row for each category, and for those who are in none."""
        for category in self.categories:
            label = category.label(language(), count=2, fallback=self.fallback)
            yield Row("category", category.id, label, self.counts[category.id], self.unknown[category.id])
        yield Row("none", None, say("classify.none"), self.none)
        yield Row("undecided", None, say("classify.open"), self.undecided)

    def share(self, count: int) -> float:
        """Give the share of a number of customers in all of them."""
        return count / self.customers if self.customers else 0.0


def print_tables(tallies: Sequence[Tally], as_of: date | None) -> None:
    """Print how many customers are where, and what to do about them."""
    console = output.console()
    for tally in tallies:
        title = output.bold(tally.taxonomy.label(language(), fallback=tally.fallback))
        title.append_text(output.safe(f" · {_customers(tally, as_of)}", "not bold"))
        console.print(title)
        console.print()
        console.print(_table(tally, console.width))
        if tally.missing:
            console.print()
            console.print(output.safe(_missing(tally)))
        _print_actions(tally)
        console.print()


def _customers(tally: Tally, as_of: date | None) -> str:
    number = Plain(write_number(tally.customers, language()))
    if as_of is None:
        return say("classify.customers", count=tally.customers, number=number)
    day = Plain(write_date(as_of, language()))
    return say("classify.customers-on", count=tally.customers, number=number, as_of=day)


def _table(tally: Tally, width: int) -> Table:
    shown = [row for row in tally.rows() if row.group == "category" or row.customers]
    lines = [
        [
            _label(row, tally),
            write_number(row.customers, language()),
            percent(tally.share(row.customers)),
            write_number(row.undecided, language()) if row.group == "category" else "",
        ]
        for row in shown
    ]
    headings = [say(f"classify.{key}") for key in ("category", "count", "share", "open")]
    if not tally.unknown:
        lines = [line[:3] for line in lines]
        headings = headings[:3]
    # The bars take what room is left; numbers are never cut.
    free = width - sum(max(map(cell_len, cells)) + 2 for cells in zip(headings, *lines, strict=True))
    columns = [(headings[0], "fold"), *((heading, "right") for heading in headings[1:])]
    if free >= _SHORTEST_BAR:
        columns.append(("", "left"))
        for line, row in zip(lines, shown, strict=True):
            line.append(_bar(tally.share(row.customers), min(free, _LONGEST_BAR)))
    return output.table(columns, lines)


def _is_replaced(category: Category) -> bool:
    return category.deprecated is not None and category.deprecated.replaced_by is not None


def _label(row: Row, tally: Tally) -> str:
    if row.category is None or tally.taxonomy.named(row.category).deprecated is None:
        return row.label
    return say("classify.deprecated", label=Plain(row.label))


def percent(share: float) -> str:
    """Write a share as a percentage."""
    lang = language()
    few = 0 < share < 0.0005
    space = "\u00a0" if lang.startswith("fr") else ""
    return f"{'<' * few}{write_number(0.1 if few else 100 * share, lang, decimals=1)}{space}%"


def _bar(share: float, width: int) -> str:
    whole, eighths = divmod(round(share * width * 8), 8)
    return "█" * whole + " ▏▎▍▌▋▊▉"[eighths].strip()


def _missing(tally: Tally) -> str:
    facts = tally.taxonomy.vocabulary.facts
    names = [
        facts[fact].label(language(), fallback=tally.fallback)
        for fact, _ in tally.missing.most_common(_FACTS_SHOWN)
    ]
    more = "\u00a0…" * (len(tally.missing) > _FACTS_SHOWN)
    return say("classify.missing", facts=Plain(", ".join(names) + more))


def _print_actions(tally: Tally) -> None:
    console = output.console()
    found = [
        one for one in tally.categories if tally.counts[one.id] and one.actions and not _is_replaced(one)
    ]
    if found:
        console.print()
        console.print(output.bold(say("classify.action")))
    for category in found:
        label = Plain(category.label(language(), count=2, fallback=tally.fallback))
        text = Plain(category.actions[0].text(language(), fallback=tally.fallback))
        console.print(output.indented(say("classify.advice", label=label, text=text)))


def print_data(tallies: Sequence[Tally], format: str) -> None:
    """Print how many customers are where, for programs."""
    rows = [
        {
            "taxonomy": tally.taxonomy.id,
            "group": row.group,
            "category": row.category,
            "label": row.label,
            "customers": row.customers,
            "share": round(tally.share(row.customers), 6),
            "undecided": row.undecided,
        }
        for tally in tallies
        for row in tally.rows()
    ]
    if format == "json":
        output.write_json(rows)
    else:
        output.write_csv(rows, ["taxonomy", "group", "category", "label", "customers", "share", "undecided"])
