"""Proving: what overlaps in a taxonomy, and whom it leaves out."""

from collections.abc import Sequence
from typing import Any

import click

from customer_types._checking.checking import with_lines
from customer_types._deciding.wording import Wording
from customer_types._proving.cells.prover import Solver
from customer_types._proving.verification import Report, verify
from customer_types._proving.witnesses import Witness
from customer_types.cli import drawings, output
from customer_types.cli.catalogs import catalog, taxonomy_of
from customer_types.cli.checking import data_of
from customer_types.cli.spoken import language, say


def verify_all(names: Sequence[str], *, format: str, strict: bool, solver: Solver, plot: str | None) -> int:
    """Print what is proved of taxonomies, or of all shipped ones; give the exit code."""
    if plot is not None:
        if len(names) != 1:
            raise click.UsageError(say("error.plot-one"), click.get_current_context())
        drawings.require_ending(plot)
    taxonomies = [taxonomy_of(name) for name in names]
    if not taxonomies:
        taxonomies = [one for one in catalog() if any(category.when is not None for category in one)]
    reports = [verify(taxonomy, solver=solver) for taxonomy in taxonomies]
    if plot is not None:
        drawings.draw("_showing.pictures", plot, reports[0])
    if format == "json":
        output.write_json([_report(report) for report in reports])
    else:
        for number, report in enumerate(reports):
            print("\n" * bool(number), end="")
            _print(report)
    return int(any(strict or fault.severity == "error" for report in reports for fault in report.faults))


def _print(report: Report) -> None:
    title, *lines = report.explain(language()).split("\n")
    console = output.console()
    console.print(output.bold(title))
    for line in lines:
        console.print(output.hanging(line))
    for fault in with_lines(report.faults):
        print(f"\n{fault.render(language())}")


# ---- for programs


def data_of_witness(witness: Witness | None) -> dict[str, Any] | None:
    """Give the facts of a witness as programs read them."""
    if witness is None:
        return None
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in witness.facts.items()
    }


def _report(report: Report) -> dict[str, Any]:
    words = Wording(report.taxonomy, language())
    ids = [category.id for category in report.categories]
    pairs = [(one, other) for number, one in enumerate(ids) for other in ids[number + 1 :]]
    return {
        "taxonomy": report.taxonomy.id,
        "version": report.taxonomy.version,
        "proved": report.is_proved,
        "relations": [
            {"left": one, "relation": str(report.relation(one, other)), "right": other}
            for one, other in pairs
        ],
        "examples": [
            {
                "example": trial.example.id,
                "category": trial.category.id,
                "expected": trial.expected,
                "verdict": trial.verdict,
                "holds": trial.holds,
            }
            for trial in report.examples
        ],
        "overlaps": [
            {
                "categories": [one.id for one in overlap.categories],
                "witness": data_of_witness(overlap.witness),
            }
            for overlap in report.overlaps
        ],
        "all_overlaps": report.has_all_overlaps,
        "gaps": [
            {"where": words.in_line(gap.where), "witness": data_of_witness(gap.witness), "count": gap.count}
            for gap in report.gaps
        ],
        "all_gaps": report.has_all_gaps,
        "customers": report.customers,
        "needs": [{"fact": need.fact.id, "witness": data_of_witness(need.witness)} for need in report.needs],
        "all_needs": report.has_all_needs,
        "unreachable": [category.id for category in report.unreachable],
        "maybe_unreachable": [category.id for category in report.maybe_unreachable],
        "shadows": [
            {
                "category": shadow.category.id,
                "earlier": [one.id for one in shadow.earlier],
                "whole": shadow.is_whole,
                "witness": data_of_witness(shadow.witness),
            }
            for shadow in report.shadows
        ],
        "faults": [data_of(fault) for fault in report.faults],
        "decided": report.decided,
    }
