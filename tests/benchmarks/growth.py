"""How time grows with customers, categories and taxonomies: `python -m tests.benchmarks.growth growth.svg`.

Every point is the median of several runs; what is compared is measured in turns, in one process.
"""

import statistics
import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice

import duckdb
import numpy as np
import polars as pl
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from tests.benchmarks.measured import HABITS, LIFECYCLE
from tests.benchmarks.test_frames import by_hand, customers
from tests.frames.customers import ladder

from customer_types import Taxonomy, catalog, frames
from customer_types._model.facts import Fact

CUSTOMERS = (10_000, 100_000, 1_000_000, 10_000_000)
CATEGORIES = (5, 10, 20, 50, 100, 200, 300)
MANY = 1_000_000
ROUNDS = 5

Work = Callable[[], object]
#: The medians of one line, by what they grow with.
Line = dict[int, float]


def medians(works: Mapping[str, Work]) -> dict[str, float]:
    """Measure several works in turns, and give the seconds that each takes."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for number in range(ROUNDS + 1):  # the first is to warm up
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if number:
                found[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in found.items()}


def in_duckdb(table: duckdb.DuckDBPyRelation) -> object:
    """Have DuckDB work out the nine categories."""
    return frames.classify(table, LIFECYCLE, HABITS).to_arrow_table()


def by_customers() -> dict[str, Line]:
    """Compare engines with code by hand in Polars, in nine categories."""
    lines: dict[str, Line] = {"pandas": {}, "DuckDB": {}, "Polars": {}}
    for count in CUSTOMERS:
        frame = customers(count)
        of_pandas = frame.to_pandas()
        with duckdb.connect() as connection:
            connection.register("given", frame.to_arrow())
            connection.execute("create table customers as select * from given")
            table = connection.table("customers")
            found = medians(
                {
                    "by hand": partial(by_hand, frame),
                    "Polars": partial(frames.classify, frame, LIFECYCLE, HABITS),
                    "pandas": partial(frames.classify, of_pandas, LIFECYCLE, HABITS),
                    "DuckDB": partial(in_duckdb, table),
                }
            )
        for name, line in lines.items():
            line[count] = found[name] / found["by hand"]
    return lines


def by_categories() -> dict[str, Line]:
    """Compare taxonomies of many categories with one of five."""
    frame = customers(MANY)
    lines: dict[str, Line] = {"all that match": {}, "the first that matches": {}, "one column of ids": {}}
    for count in CATEGORIES:
        each, first = ladder(count, "all"), ladder(count, "first")
        found = medians(
            {
                "all that match": partial(frames.classify, frame, each),
                "the first that matches": partial(frames.classify, frame, first),
                "one column of ids": partial(frames.category, frame, each),
            }
        )
        for name, line in lines.items():
            line[count] = found[name]
    return {name: _relative(line) for name, line in lines.items()}


def _values(fact: Fact, random: np.random.Generator) -> pl.Series:
    """Make values of a fact."""
    members = [value.id for value in fact.values]
    match fact.type:
        case "boolean":
            return pl.Series(random.random(MANY) < 0.5)
        case "choice":
            return pl.Series(members).gather(random.integers(0, len(members), MANY))
        case "choices":
            sets = pl.Series([members[:place] for place in range(len(members) + 1)])
            return sets.gather(random.integers(0, len(sets), MANY))
        case "integer":
            return pl.Series(random.integers(0, 400, MANY))
        case _:
            return pl.Series(random.uniform(0, 100, MANY))


def by_taxonomies() -> dict[str, Line]:
    """Compare several taxonomies in one pass with as many passes."""
    taxonomies = [one for one in catalog() if any(category.when for category in one)]
    random = np.random.default_rng(1)
    facts = {name: fact for one in taxonomies for name, fact in one.vocabulary.facts.items()}
    frame = pl.DataFrame({name: _values(fact, random) for name, fact in facts.items()})

    def apart(several: Sequence[Taxonomy]) -> None:
        for one in several:
            frames.classify(frame, one)

    lines: dict[str, Line] = {"one pass each": {}, "one pass": {}}
    for count in range(1, len(taxonomies) + 1):
        several = [*islice(taxonomies, count)]
        found = medians(
            {
                "one pass": partial(frames.classify, frame, *several),
                "one pass each": partial(apart, several),
            }
        )
        for name, line in lines.items():
            line[count] = found[name]
    first = lines["one pass"][1]
    return {name: {count: time / first for count, time in line.items()} for name, line in lines.items()}


def _relative(line: Line) -> Line:
    least = line[min(line)]
    return {count: value / least for count, value in line.items()}


def draw(axes: Axes, lines: dict[str, Line], *, title: str, unit: str) -> None:
    """Draw lines."""
    colors = ("#ee6677", "#4477aa", "#228833")
    for (name, line), color in zip(lines.items(), colors, strict=False):
        axes.plot([*line], [*line.values()], marker="o", markersize=3, color=color, label=name)
    if title == "customers":
        axes.set_xscale("log")
        axes.set_xticks(CUSTOMERS, ["10,000", "100,000", "1 million", "10 million"])
    axes.set_ylim(bottom=0)
    axes.set_title(title, loc="left", fontsize=9)
    axes.set_ylabel(unit, fontsize=8)
    axes.tick_params(labelsize=8)
    axes.grid(visible=True, color="#dddddd", linewidth=0.6)
    axes.legend(fontsize=8, frameon=False)
    axes.spines[["top", "right"]].set_visible(False)


def main(path: str) -> None:
    """Measure all, print it, and draw it."""
    warnings.simplefilter("ignore", frames.MissingColumnWarning)
    parts: list[tuple[dict[str, Line], dict[str, str]]] = [
        (by_customers(), {"title": "customers", "unit": "times by hand in Polars"}),
        (by_categories(), {"title": "categories", "unit": "times five categories"}),
        (by_taxonomies(), {"title": "taxonomies", "unit": "times the first one"}),
    ]
    for lines, told in parts:
        print(told["title"], "in", told["unit"])
        for name, line in lines.items():
            print(f"  {name:22}", *(f"{count:,}: {value:.2f}" for count, value in line.items()), sep="  ")
    with rc_context({"svg.hashsalt": "growth", "svg.fonttype": "none"}):
        figure = Figure(figsize=(9, 3), layout="constrained")
        for axes, (lines, told) in zip(figure.subplots(1, 3), parts, strict=True):
            draw(axes, lines, **told)
        figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    main(sys.argv[1])
