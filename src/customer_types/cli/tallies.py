"""A tally is how many customers of a table a taxonomy puts where, as a table for people or as data."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

import attrs
from rich.cells import cell_len
from rich.table import Table

from customer_types._customers.classification import Classification
from customer_types._deciding.answers import STATUSES, Status, has_one_answer
from customer_types._messages import Phrase, Plain
from customer_types._model.facts import Fact, Vocabulary
from customer_types._model.languages import write_date, write_number
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types.cli import output
from customer_types.cli.spoken import language, say
from customer_types.journeys import Place

_LONGEST_BAR = 24
_SHORTEST_BAR = 8
_FACTS_SHOWN = 5
_COLUMNS = ("taxonomy", "group", "category", "label", "customers", "share", "undecided", "in_all")


#: A category, or why there is no one category.
Group = Literal["category"] | Status


@attrs.frozen
class Row:
    """So many customers have a category as their answer, or have none, in all of those that are shown.

    Where a taxonomy has no one answer, they are all who are in the category. `in_all` are these in any case,
    and for `undecided` it is unknown.
    """

    group: Group
    category: str | None
    label: str
    customers: int
    in_all: int = 0
    undecided: int = 0


@attrs.define
class Absurd:
    """How many rows of a table no customer can have, and by which facts."""

    rows: int = 0
    facts: Counter[str] = attrs.field(factory=Counter)

    def add(self, facts: Iterable[str]) -> None:
        """Count the facts of one customer that can't be so."""
        found = {*facts}
        self.rows += bool(found)
        self.facts.update(sorted(found))


@attrs.define
class Tally:
    """How many customers a taxonomy puts into each category, and for how many it can't say."""

    taxonomy: Taxonomy
    categories: tuple[Category, ...] = attrs.field(init=False)
    has_one_answer: bool = attrs.field(init=False)
    customers: int = 0
    #: By status and category; where there is no one answer, of those who are in no category.
    places: Counter[Place] = attrs.field(factory=Counter)
    counts: Counter[str] = attrs.field(factory=Counter)
    unknown: Counter[str] = attrs.field(factory=Counter)
    missing: Counter[str] = attrs.field(factory=Counter)

    def __attrs_post_init__(self) -> None:
        self.categories = tuple(one for one in self.taxonomy if one.when is not None)
        self.has_one_answer = has_one_answer(self.taxonomy)

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
        if self.has_one_answer:
            answer = result.answer
            self.places[answer.status, answer.id] += 1
        elif not found:
            self.places["undecided" if unknown else "none", None] += 1

    @property
    def fallback(self) -> tuple[str, ...]:
        """The languages to speak where the taxonomy lacks the reader's."""
        return ("en", *self.taxonomy.languages)

    def rows(self) -> Iterator[Row]:
        """Give a row for each category, and for those who are in none."""
        for category in self.categories:
            label = category.label(language(), count=2, fallback=self.fallback)
            in_all = self.counts[category.id]
            customers = self.places["one", category.id] if self.has_one_answer else in_all
            yield Row("category", category.id, label, customers, in_all, self.unknown[category.id])
        for status in STATUSES:
            count = self.places[status, None]
            if status in ("none", "undecided") or count:
                yield Row(status, None, _name(status), count)

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
        ]
        for row in shown
    ]
    headings = [say(f"classify.{key}") for key in ("category", "count", "share")]
    more = []
    if any(row.in_all != row.customers for row in shown if row.group == "category"):
        more.append((say("classify.in-all"), [row.in_all for row in shown]))
    if tally.unknown:
        more.append((_name("undecided"), [row.undecided for row in shown]))
    for heading, counts in more:
        headings.append(heading)
        for line, row, count in zip(lines, shown, counts, strict=True):
            line.append(write_number(count, language()) if row.group == "category" else "")
    # The bars take what room is left; numbers are never cut.
    free = width - sum(max(map(cell_len, cells)) + 2 for cells in zip(headings, *lines, strict=True))
    columns = [(headings[0], "fold"), *((heading, "right") for heading in headings[1:])]
    if free >= _SHORTEST_BAR:
        columns.append(("", "left"))
        for line, row in zip(lines, shown, strict=True):
            line.append(_bar(tally.share(row.customers), min(free, _LONGEST_BAR)))
    return output.table(columns, lines)


def _name(status: Status) -> str:
    """Say what they are called who have no one answer."""
    return Phrase(f"answers.{status}").render(language())


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
    return say("classify.missing", facts=_listed(tally.missing, facts, tally.fallback))


def told_absurd(absurd: Absurd, vocabulary: Vocabulary) -> list[Phrase]:
    """Say how many rows can't be, and by which facts, if there are any."""
    if not absurd.rows:
        return []
    facts = _listed(absurd.facts, vocabulary.facts, ("en",))
    number = Plain(write_number(absurd.rows, language()))
    return [Phrase("table.impossible", {"count": absurd.rows, "number": number, "facts": facts})]


def _listed(found: Counter[str], facts: Mapping[str, Fact], fallback: Sequence[str]) -> Plain:
    """Name the facts that were found most often, in the order of the facts where as often."""
    ordered = sorted((fact for fact in facts if found[fact]), key=found.__getitem__, reverse=True)
    most = [facts[fact].label(language(), fallback=fallback) for fact in ordered[:_FACTS_SHOWN]]
    return Plain(", ".join(most) + "\u00a0…" * (len(found) > _FACTS_SHOWN))


def _print_actions(tally: Tally) -> None:
    console = output.console()
    found = [
        one for one in tally.categories if tally.counts[one.id] and one.actions and not _is_replaced(one)
    ]
    if found:
        console.print()
        console.print(output.bold(say("classify.action")))
    for category in found:
        console.print(output.indented(category.label(language(), count=2, fallback=tally.fallback)))
        texts = (action.text(language(), fallback=tally.fallback) for action in category.actions)
        console.print(output.bullets(texts, by=4))


def print_data(tallies: Sequence[Tally], absurd: Absurd, format: str) -> None:
    """Print how many customers are where, for programs, and how many can't be."""
    rows: list[dict[str, Any]] = [
        {
            "taxonomy": tally.taxonomy.id,
            "group": row.group,
            "category": row.category,
            "label": row.label,
            "customers": row.customers,
            "share": round(tally.share(row.customers), 6),
            "undecided": row.undecided,
            "in_all": row.in_all,
        }
        for tally in tallies
        for row in tally.rows()
    ]
    if absurd.rows:
        told = {"group": "impossible", "label": ", ".join(absurd.facts), "customers": absurd.rows}
        rows.append({**dict.fromkeys(_COLUMNS), **told})
    if format == "json":
        output.write_json(rows)
    else:
        output.write_csv(rows, _COLUMNS)
