"""A matrix says how many customers went from where to where: a row for each start, a column for each end."""

from collections import Counter
from collections.abc import Iterable

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from customer_types._messages import Phrase
from customer_types._model.languages import write_number
from customer_types._model.taxonomies import Taxonomy
from customer_types.cli import output
from customer_types.cli.spoken import language, say
from customer_types.cli.tallies import percent
from customer_types.journeys import Move, Place, places

#: Where customers come from, or `None` for those who were not there before.
Start = Place | None


class Matrix:
    """The moves of customers between two days, in the order of the categories of a taxonomy."""

    def __init__(self, moves: Iterable[Move], taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.fallback = ("en", *taxonomy.languages)
        self.counts: Counter[tuple[Start, Place]] = Counter()
        for move in moves:
            self.counts[move.start, move.end] += move.customers
        everywhere = places(taxonomy)
        self.starts = [one for one in (*everywhere, None) if self.total(one)]
        self.ends = [one for one in everywhere if any(self.counts[start, one] for start in self.starts)]

    def total(self, start: Start) -> int:
        """Count the customers with a start."""
        return sum(count for (one, _), count in self.counts.items() if one == start)

    def name(self, place: Place) -> str:
        """Say what a category is called, or that there is none, or not one."""
        status, category = place
        if category is None:
            return Phrase(f"answers.{status}").render(language())
        return self.taxonomy.named(category).label(language(), count=2, fallback=self.fallback)

    def table(self, width: int) -> Table:
        """Make the table that people read; what leaves no room for its columns is listed instead."""
        corner = f"{say('journeys.from')} \\ {say('journeys.to')}"
        every = say("journeys.all")
        names = [corner, *map(self._start, self.starts), every]
        rows = [[*self._cells(start), number(self.total(start))] for start in self.starts]
        sums = [sum(self.counts[start, end] for start in self.starts) for end in self.ends]
        rows.append([*map(number, sums), number(self.counts.total())])
        widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
        words = [max(map(cell_len, self.name(end).split(" "))) for end in self.ends]
        widths = [max(pair) for pair in zip(widths, (*words, cell_len(every)), strict=True)]
        free = width - max(map(cell_len, names)) - sum(one + 2 for one in widths)
        if free < 0:
            return self._list()
        room = free // len(widths)
        headings = [_broken(self.name(end), one + room) for end, one in zip(self.ends, widths, strict=False)]
        columns = [(corner, "fold"), *((one, "right") for one in (*headings, every))]
        return output.table(
            columns, [[name, *map(Text, row)] for name, row in zip(names[1:], rows, strict=True)]
        )

    def _start(self, start: Start) -> str:
        return Phrase("flows.new").render(language()) if start is None else self.name(start)

    def _cells(self, start: Start) -> list[str]:
        counts = [self.counts[start, end] for end in self.ends]
        return [f"{number(count)}\n{percent(count / self.total(start))}" for count in counts]

    def _list(self) -> Table:
        """List the moves."""
        columns = [(say("journeys.from"), "fold"), (say("journeys.to"), "fold")]
        columns += [(say("classify.count"), "right"), (say("classify.share"), "right")]
        rows = [
            [self._start(start), self.name(end), number(count), percent(count / self.total(start))]
            for start in self.starts
            for end in self.ends
            if (count := self.counts[start, end])
        ]
        return output.table(columns, rows)


def number(count: int) -> str:
    """Write a number of customers."""
    return write_number(count, language())


def _width(cell: str) -> int:
    return max(map(cell_len, cell.split("\n")))


def _broken(text: str, width: int) -> str:
    """Break a heading between words, so that no line is longer than its column."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cell_len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
