"""Proving: what overlaps, what is left out, and how taxonomies stand to one another."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from customer_types._cells.prover import Solver
from customer_types.catalogs import catalog
from customer_types.categories import Taxonomy
from customer_types.checking import faults_with_lines
from customer_types.cli import output
from customer_types.cli.checking import data_of
from customer_types.cli.customers import from_file
from customer_types.cli.spoken import language, say
from customer_types.comparison import compare
from customer_types.proofs import Comparison
from customer_types.relations import Relation
from customer_types.verification import Report, verify
from customer_types.witnesses import Witness
from customer_types.wording import Wording


def verify_all(names: Sequence[str], *, format: str, strict: bool, solver: Solver) -> int:
    """Print what is proved of taxonomies, or of all shipped ones; give the exit code."""
    taxonomies = [taxonomy_of(name) for name in names]
    if not taxonomies:
        taxonomies = [one for one in catalog() if any(category.when is not None for category in one)]
    reports = [verify(taxonomy, solver=solver) for taxonomy in taxonomies]
    if format == "json":
        output.write_json([_report(report) for report in reports])
    else:
        for number, report in enumerate(reports):
            print("\n" * bool(number), end="")
            _print(report)
    return int(any(strict or fault.severity == "error" for report in reports for fault in report.faults))


def taxonomy_of(name: str) -> Taxonomy:
    """Give the taxonomy of an id or of a file."""
    return from_file(name) if re.search(r"[./\\]", name) else catalog()[name]


def _print(report: Report) -> None:
    title, *lines = report.explain(language()).split("\n")
    console = output.console()
    console.print(output.bold(title))
    for line in lines:
        console.print(output.hanging(line))
    for fault in faults_with_lines(report):
        print(f"\n{fault.render(language())}")


def compare_two(left: str, right: str, *, format: str, every: bool, solver: Solver) -> int:
    """Print how categories, or those of two taxonomies, stand to one another."""
    keys = [name if _is_key(name) else None for name in (left, right)]
    homes = [
        taxonomy_of(name if key is None else key.partition("/")[0])
        for name, key in zip((left, right), keys, strict=True)
    ]
    for key, home in zip(keys, homes, strict=True):
        if key is not None:
            home[key.partition("/")[2]]  # an unknown one is an error
    found = compare(homes[0], homes[1], solver=solver)
    comparisons = [
        found.compare(one, other)
        for one in homes[0]
        for other in homes[1]
        if one.when is not None
        and other.when is not None
        and keys[0] in (None, one.key)
        and keys[1] in (None, other.key)
    ]
    is_one = None not in keys
    shown = [one for one in comparisons if every or is_one or one.relation is not Relation.DISJOINT]
    if format == "json":
        output.write_json([_comparison(comparison) for comparison in shown])
    elif is_one:
        console = output.console()
        for comparison in comparisons:
            for line in comparison.render(language()).split("\n"):
                console.print(output.hanging(line))
    else:
        _print_table(shown)
        if len(comparisons) > len(shown):
            output.remark(say("compare.disjoint", count=len(comparisons) - len(shown)))
    return 0


def _is_key(name: str) -> bool:
    """Tell whether a name is the key of a category, and no file."""
    return bool(re.fullmatch(r"[a-z0-9_-]+/[a-z0-9_-]+", name)) and not Path(name).exists()


def _print_table(comparisons: Sequence[Comparison]) -> None:
    columns = [
        (say("compare.left"), "left"),
        (say("compare.relation"), "left"),
        (say("compare.right"), "left"),
    ]
    rows = [
        (one.left.key, say(f"compare.{one.relation}"), one.right.key)
        for one in sorted(comparisons, key=lambda one: _ORDER.index(one.relation))
    ]
    output.console().print(output.table(columns, rows))


_ORDER = (
    Relation.EQUAL,
    Relation.SUBSET,
    Relation.SUPERSET,
    Relation.OVERLAP,
    Relation.DISJOINT,
    Relation.UNDECIDED,
)


# ---- for programs


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "left": comparison.left.key,
        "relation": str(comparison.relation),
        "right": comparison.right.key,
        "decided_by": comparison.decided_by,
        "both": _witness(comparison.both),
        "only_left": _witness(comparison.only_left),
        "only_right": _witness(comparison.only_right),
    }


def _witness(witness: Witness | None) -> dict[str, Any] | None:
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
        "overlaps": [
            {"categories": [one.id for one in overlap.categories], "witness": _witness(overlap.witness)}
            for overlap in report.overlaps
        ],
        "all_overlaps": report.has_all_overlaps,
        "gaps": [
            {"where": words.in_line(gap.where), "witness": _witness(gap.witness), "count": gap.count}
            for gap in report.gaps
        ],
        "all_gaps": report.has_all_gaps,
        "customers": report.customers,
        "needs": [{"fact": need.fact.id, "witness": _witness(need.witness)} for need in report.needs],
        "unreachable": [category.id for category in report.unreachable],
        "shadows": [
            {
                "category": shadow.category.id,
                "earlier": [one.id for one in shadow.earlier],
                "whole": shadow.is_whole,
                "witness": _witness(shadow.witness),
            }
            for shadow in report.shadows
        ],
        "faults": [data_of(fault) for fault in report.faults],
        "decided": report.decided,
    }
