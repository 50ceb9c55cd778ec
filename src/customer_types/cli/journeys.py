"""Journeys: how the customers of a file of orders moved between categories."""

from collections.abc import Sequence
from datetime import date

from customer_types._customers.classification import classify
from customer_types._customers.orders import OrderBook
from customer_types._customers.purchases import FACTS
from customer_types._deciding.answers import Answer, cases
from customer_types._deciding.conditions import needed_facts
from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.languages import write_date
from customer_types._model.taxonomies import Taxonomy
from customer_types._tables.delimited import open_table
from customer_types.cli import drawings, output
from customer_types.cli.customers import book_of, taxonomies_of
from customer_types.cli.matrices import Matrix, number
from customer_types.cli.readings import Reading, day_of, usage
from customer_types.cli.spoken import language, say
from customer_types.cli.tallies import percent
from customer_types.journeys import Move, Place, actions_towards, days, moves

_COLUMNS = (
    *("since", "date", "is_new", "before", "before_status", "after", "after_status"),
    *("customers", "share"),
)


def show_journeys(
    path: str,
    name: str,
    *,
    start: str | None,
    end: str | None,
    every: str | None,
    plot: str | None,
    format: str,
    reading: Reading,
) -> None:
    """Read a table of orders, and print how its customers moved between the first day and the last."""
    first, last = day_of(start, "--start"), day_of(end, "--end")
    if first is None or last is None or first >= last:
        raise usage(say("error.start-and-end"))
    dates = days(first, last, every)
    if plot is not None:
        drawings.require_ending(plot)
    (taxonomy,) = taxonomies_of([name])
    cases(taxonomy)  # or else there is no one answer
    table = open_table(path, encoding=reading.encoding, separator=reading.separator)
    book, remarks = book_of(table, dates[-1], reading)
    unknown = tuple(fact for fact in needed_facts(taxonomy) if fact not in FACTS)
    if unknown:
        remarks.append(Phrase("frames.not-from-orders", {"facts": Listed(unknown, "and")}))
    looks = [(day, _answers(book, taxonomy, day)) for day in dates]
    along = moves(looks)
    if plot is not None and along:
        drawings.draw("flows", plot, along, taxonomy)
        remarks.append(Phrase("cli.classify.written", {"path": Plain(plot)}))
    elif not along:
        remarks.append(Phrase("flows.nothing"))
    if format == "table":
        _print(Matrix(moves([looks[0], looks[-1]]), taxonomy), dates[0], dates[-1])
    else:
        _print_data(along, format)
    for remark in remarks:
        output.remark(remark.render(language()), stderr=format != "table")


def _answers(book: OrderBook, taxonomy: Taxonomy, day: date) -> dict[str, Answer]:
    found = book.facts_by_customer(day).items()
    return {customer: classify(facts, taxonomy).answer for customer, facts in found}


def _print(matrix: Matrix, first: date, last: date) -> None:
    console = output.console()
    title = output.bold(matrix.taxonomy.label(language(), fallback=matrix.fallback))
    start, end = (Plain(write_date(day, language())) for day in (first, last))
    count = matrix.counts.total()
    told = say("journeys.customers", count=count, number=Plain(number(count)), start=start, end=end)
    title.append_text(output.safe(f" · {told}", "not bold"))
    console.print(title)
    console.print()
    console.print(matrix.table(console.width))
    lines = [*_actions(matrix)]
    if lines:
        console.print()
        console.print(output.bold(say("journeys.actions")))
    for line in lines:
        console.print(output.indented(line))
    console.print()


def _actions(matrix: Matrix) -> Sequence[str]:
    """Tell of the moves that an action is there for, and of how many customers made them."""
    found = []
    ids = [one.id for one in matrix.taxonomy.categories]
    for before, after in ((before, after) for before in ids for after in ids):
        start: Place = ("one", before)
        end: Place = ("one", after)
        total = matrix.total(start)
        for action in actions_towards(matrix.taxonomy, before, after) if total else ():
            count = matrix.counts[start, end]
            told = {
                "before": matrix.name(start),
                "after": matrix.name(end),
                "count": number(count),
                "total": number(total),
                "share": percent(count / total),
                "text": action.text(language(), fallback=matrix.fallback),
            }
            found.append(say("journeys.action", **{key: Plain(text) for key, text in told.items()}))
    return found


def _print_data(found: Sequence[Move], format: str) -> None:
    """Print all moves, from each day to the next, for programs."""
    ordered = sorted(
        found,
        key=lambda one: (
            *(one.date, one.is_new, str(one.before), str(one.before_status)),
            *(-one.customers, str(one.after), one.after_status),
        ),
    )
    rows = [
        {
            "since": move.since.isoformat(),
            "date": move.date.isoformat(),
            "is_new": move.is_new,
            "before": move.before,
            "before_status": move.before_status,
            "after": move.after,
            "after_status": move.after_status,
            "customers": move.customers,
            "share": round(move.share, 6),
        }
        for move in ordered
    ]
    if format == "json":
        output.write_json(rows)
    else:
        output.write_csv(rows, _COLUMNS)
