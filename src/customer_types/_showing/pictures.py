"""A picture shows which categories a customer can be in at once, and whether somebody is in none.

Each row is a category, each column a set of categories that complete customers are in: dots say which
(an UpSet plot). Where customers can be counted, bars say how many there are. Needs the extra `plot`.
"""

import os
import warnings
from collections.abc import Callable

import attrs

from customer_types._deciding.wording import Wording
from customer_types._messages import message
from customer_types._proving.findings import Region
from customer_types._proving.verification import Report
from customer_types.errors import MissingExtraError

try:
    import matplotlib as mpl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
except ModuleNotFoundError as error:
    if error.name != "matplotlib":
        raise
    raise MissingExtraError("plot") from None

_ONE, _SEVERAL, _NONE, _QUIET = "#4477aa", "#aa3377", "#cc6600", "#dddddd"  # told apart by all eyes
_GAP, _BARS = 0.1, 1.1


def plot(report: Report, path: str | os.PathLike[str], /, *, language: str = "en") -> None:
    """Draw the overlaps and the gap of a taxonomy into a file: SVG, PNG or PDF, by the name's ending.

    Where there are more than 64 sets of categories, the largest ones stand for all. Raises `ValueError`
    for another ending and `OSError` where the file can't be written.
    """
    save(lambda: _draw(report, language), path)


def save(draw: Callable[[], Figure], path: str | os.PathLike[str]) -> None:
    """Draw a figure into a file: text stays text, and the same figure always gives the same file."""
    with mpl.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "customer_types", "font.size": 10, "text.parse_math": False}
    ):
        figure = draw()
        is_svg = os.fsdecode(path).lower().endswith(".svg")
        with warnings.catch_warnings(
            action="ignore"
        ):  # of signs that a font has not, which SVG can do without
            figure.savefig(path, bbox_inches="tight", metadata={"Date": None} if is_svg else None)


def _draw(report: Report, language: str) -> Figure:
    words = Wording(report.taxonomy, language)
    labels = [words.label(category) for category in report.categories]
    columns = report.regions
    if not report.has_all_regions:
        columns = tuple(Region(categories=one.categories, count=None) for one in report.overlaps)
    counts = [column.count for column in columns]
    has_bars = bool(columns) and None not in counts
    # Everything is laid out in inches, from the lower left corner.
    plan = _Plan(rows=len(labels), columns=len(columns), letters=max(map(len, labels), default=0))
    figure = Figure(figsize=(plan.width, plan.height(has_bars=has_bars)))
    dots = figure.add_axes(plan.place(figure, plan.bottom, plan.dots))
    _draw_dots(dots, report, columns, labels)
    top = plan.bottom + plan.dots
    if has_bars:
        bars = figure.add_axes(plan.place(figure, top + _GAP, _BARS), sharex=dots)
        _draw_bars(bars, columns, message("plot.customers", language, {}))
        top += _GAP + _BARS
    kind = "plot.regions" if report.has_all_regions else "plot.overlaps"
    lines = (
        (words.label(report.taxonomy), 0.55, {"fontsize": 12, "fontweight": "bold"}),
        (message(kind, language, {}), 0.3, {"fontsize": 10}),
    )
    for text, above, style in lines:
        figure.text(0.1 / plan.width, (top + above) / figure.get_figheight(), text, **style)
    none = [number for number, column in enumerate(columns) if not column.categories]
    dots.set_xticks(none, [message("plot.none", language, {})] * len(none), color=_NONE, rotation=90)
    return figure


@attrs.frozen
class _Plan:
    """How large the parts of the picture are, in inches."""

    rows: int
    columns: int
    letters: int

    bottom = 0.7

    @property
    def left(self) -> float:
        return self.letters * 0.085 + 0.3

    @property
    def width(self) -> float:
        return self.left + max(self.columns, 1) * 0.27 + 0.2

    @property
    def dots(self) -> float:
        return max(self.rows, 1) * 0.32

    def height(self, *, has_bars: bool) -> float:
        return self.bottom + self.dots + has_bars * (_GAP + _BARS) + 0.85

    def place(self, figure: Figure, bottom: float, height: float) -> tuple[float, float, float, float]:
        """Give the place of axes as matplotlib wants it, in parts of the figure."""
        whole = figure.get_figheight()
        inside = (self.width - self.left - 0.2) / self.width
        return self.left / self.width, bottom / whole, inside, height / whole


def _color(region: Region) -> str:
    return (_NONE, _ONE, _SEVERAL)[min(len(region.categories), 2)]


def _draw_bars(axes: Axes, columns: tuple[Region, ...], label: str) -> None:
    heights = [column.count or 0 for column in columns]
    bars = axes.bar(range(len(columns)), heights, color=[_color(column) for column in columns], width=0.7)
    axes.bar_label(bars, fontsize=8, padding=2)
    axes.set_ylabel(label, fontsize=9)
    axes.margins(y=0.2)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(bottom=False, labelbottom=False)


def _draw_dots(axes: Axes, report: Report, columns: tuple[Region, ...], labels: list[str]) -> None:
    numbers = {category.id: number for number, category in enumerate(report.categories)}
    for row in range(0, len(labels), 2):
        axes.axhspan(row - 0.5, row + 0.5, color="#f6f6f6", zorder=0)
    for place, column in enumerate(columns):
        inside = [numbers[category.id] for category in column.categories]
        outside = [number for number in numbers.values() if number not in inside]
        axes.scatter([place] * len(outside), outside, s=28, color=_QUIET, zorder=2)
        axes.scatter([place] * len(inside), inside, s=52, color=_color(column), zorder=3)
        if len(inside) > 1:
            axes.plot([place, place], [min(inside), max(inside)], color=_color(column), lw=2, zorder=3)
    axes.set_xlim(-0.7, max(len(columns), 1) - 0.3)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_yticks(range(len(labels)), labels)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
