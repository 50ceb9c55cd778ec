"""A flow shows how customers move between the categories of a taxonomy, from one day to the next.

Each day is a column of blocks, as high as their categories have customers; bands lead from where
customers were to where they are, in the color of where they were. Needs the extra `plot`.
"""

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from customer_types._deciding.wording import Wording
from customer_types._messages import message
from customer_types._model.languages import write_date, write_number
from customer_types._model.taxonomies import Taxonomy
from customer_types.errors import MissingExtraError
from customer_types.journeys import Move, Place, places

__all__ = ["plot"]

try:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    from customer_types._showing.pictures import save
except ModuleNotFoundError as error:
    if error.name != "matplotlib":
        raise
    raise MissingExtraError("plot") from None

#: Where customers are, or `None` for those who are not there yet.
_Place = Place | None

_COLORS = ("#4477aa", "#66ccee", "#228833", "#ccbb44", "#ee6677", "#aa3377", "#997700")  # for all eyes
_GRAYS = {"none": "#bbbbbb", "several": "#888888", "undecided": "#cccccc"}
_LIGHT = "#dddddd"
# In inches:
_TALL, _STEP, _BLOCK, _GAP, _LINE, _LETTER = 3.8, 1.9, 0.14, 0.11, 0.17, 0.085


@attrs.frozen
class _Block:
    """A block of a column: where it begins, and how high it is."""

    top: float
    height: float


def plot(
    moves: Iterable[Move], taxonomy: Taxonomy, path: str | os.PathLike[str], /, *, language: str = "en"
) -> None:
    """Draw moves into a file: SVG, PNG or PDF, by the name's ending.

    Raises `ValueError` for another ending, and for no moves; `OSError` where the file can't be written.
    """
    listed = [*moves]
    if not listed:
        raise ValueError(message("flows.nothing", "en", {}))
    save(lambda: _Flow(listed, taxonomy, language).draw(), path)


class _Flow:
    """A flow of moves, laid out in inches from the upper left corner down."""

    def __init__(self, moves: Sequence[Move], taxonomy: Taxonomy, language: str) -> None:
        self.moves = moves
        self.taxonomy = taxonomy
        self.language = language
        self.days = sorted({day for move in moves for day in (move.since, move.date)})
        self.order: list[_Place] = [*places(taxonomy), None]
        self.counts = [self._counted(day) for day in self.days]
        self.scale = _TALL / max(counts.total() for counts in self.counts)
        self.columns = [self._stacked(counts) for counts in self.counts]
        letters = max(len(self._name(place, counts)) for counts in self.counts for place in counts)
        self.margin = letters * _LETTER

    def draw(self) -> Figure:
        """Draw the whole flow."""
        width = 2 * self.margin + (len(self.days) - 1) * _STEP + _BLOCK + 0.2
        lowest = min(block.top - block.height for column in self.columns for block in column.values())
        figure = Figure(figsize=(width, 0.9 - lowest))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(-self.margin - 0.1, width - self.margin - 0.1)
        axes.set_ylim(lowest - 0.1, 0.8)
        axes.axis("off")
        for number in range(len(self.days) - 1):
            self._draw_bands(axes, number)
        for number in range(len(self.days)):
            self._draw_column(axes, number)
        left = -self.margin
        title = Wording(self.taxonomy, self.language).label(self.taxonomy)
        axes.text(left, 0.6, title, fontsize=12, fontweight="bold")
        axes.text(left, 0.38, message("flows.subtitle", self.language, {}), fontsize=10)
        return figure

    def _counted(self, day: dt.date) -> Counter[_Place]:
        """Count the customers in each place on a day; those who are seen next time only are new."""
        counts: Counter[_Place] = Counter()
        for move in self.moves:
            if move.date == day:
                counts[move.end] += move.customers
            if move.since == day and (move.is_new or day == self.days[0]):
                counts[move.start] += move.customers
        return counts

    def _stacked(self, counts: Counter[_Place]) -> dict[_Place, _Block]:
        found = {}
        top = 0.0
        for place in self.order:
            if counts[place]:
                found[place] = _Block(top, counts[place] * self.scale)
                top -= counts[place] * self.scale + _GAP
        return found

    def _name(self, place: _Place, counts: Counter[_Place]) -> str:
        status, category = place or ("new", None)
        if category is None:
            label = message("flows.new" if place is None else f"answers.{status}", self.language, {})
        else:
            fallback = ("en", *self.taxonomy.languages)
            label = self.taxonomy.named(category).label(self.language, count=2, fallback=fallback)
        return f"{label}  {write_number(counts[place], self.language)}"

    def _color(self, place: _Place) -> str:
        own = _COLORS[self.order.index(place) % len(_COLORS)]
        return _LIGHT if place is None else _GRAYS.get(place[0], own)

    def _draw_column(self, axes: Axes, number: int) -> None:
        """Draw the blocks of a day; names stand beside the first and the last."""
        left = number * _STEP
        side, beside = ("right", left - 0.06) if number == 0 else ("left", left + _BLOCK + 0.06)
        day = write_date(self.days[number], self.language)
        axes.text(left + _BLOCK / 2, 0.1, day, ha="center", fontsize=9, color="#555555")
        above = float("inf")
        for place, block in self.columns[number].items():
            bottom = block.top - block.height
            axes.bar(left, block.height, _BLOCK, bottom=bottom, align="edge", color=self._color(place))
            if number in (0, len(self.days) - 1):
                above = min(bottom + block.height / 2, above - _LINE)  # no name stands on another
                name = self._name(place, self.counts[number])
                axes.text(beside, above, name, ha=side, va="center", fontsize=9)

    def _draw_bands(self, axes: Axes, number: int) -> None:
        """Draw the bands that lead from a day to the next."""
        starts = {place: block.top for place, block in self.columns[number].items()}
        ends = {place: block.top for place, block in self.columns[number + 1].items()}
        found = [move for move in self.moves if move.since == self.days[number]]
        found.sort(key=lambda move: (self.order.index(move.start), self.order.index(move.end)))
        left, right = number * _STEP + _BLOCK, (number + 1) * _STEP
        middle = (left + right) / 2
        for move in found:
            start, end, height = move.start, move.end, move.customers * self.scale
            upper, lower = starts[start], ends[end]
            starts[start] -= height
            ends[end] -= height
            outline = [
                *((left, upper), (middle, upper), (middle, lower), (right, lower)),
                *((right, lower - height), (middle, lower - height), (middle, upper - height)),
                *((left, upper - height), (left, upper)),
            ]
            curve = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
            band = PathPatch(Path(outline, curve), facecolor=self._color(start), alpha=0.4, lw=0)
            axes.add_patch(band)
