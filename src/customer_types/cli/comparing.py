"""Comparing: how categories of different taxonomies stand to one another, by proof and by mapping."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from customer_types._checking.crosswalks import PROVED, crosswalk
from customer_types._messages import Plain, message
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.prover import Solver
from customer_types._proving.comparison import compare
from customer_types._proving.proofs import Comparison, with_criterion
from customer_types._proving.relations import Relation
from customer_types.cli import output
from customer_types.cli.catalogs import catalog, taxonomy_of
from customer_types.cli.proving import data_of_witness
from customer_types.cli.spoken import language, say


def compare_two(left: str, right: str, *, format: str, every: bool, solver: Solver) -> int:
    """Print how categories, or those of two taxonomies, stand to one another."""
    keys = [name if _is_key(name) else None for name in (left, right)]
    homes = [
        taxonomy_of(name if key is None else key.partition("/")[0])
        for name, key in zip((left, right), keys, strict=True)
    ]
    for key, home in zip(keys, homes, strict=True):
        if key is not None:
            with_criterion(home[key.partition("/")[2]], home)  # unknown or without one, it is an error
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
        _print_table(shown, *homes)
        if len(comparisons) > len(shown):
            output.remark(say("compare.hidden", count=len(comparisons) - len(shown)))
    return 0


def _is_key(name: str) -> bool:
    """Tell whether a name is the key of a category, and no file."""
    return bool(re.fullmatch(r"[a-z0-9_-]+/[a-z0-9_-]+", name)) and not Path(name).exists()


def _print_table(comparisons: Sequence[Comparison], left: Taxonomy, right: Taxonomy) -> None:
    """Print a line for each pair, with the mapping that there is, or that is missing."""
    without = [home for home in (left, right) if all(category.when is None for category in home)]
    for home in without:
        output.remark(say("compare.no-criteria", taxonomy=home.id))
    if without:
        return
    columns = [(left.id, "left"), (say("compare.relation"), "left"), (right.id, "left")]
    columns.append((say("compare.mapping"), "left"))
    rows = []
    for one in sorted(comparisons, key=lambda one: _ORDER.index(one.relation)):
        follows = one.relation in (Relation.EQUAL, Relation.SUBSET, Relation.SUPERSET)
        missing = say("compare.missing", relation=Plain(PROVED[one.relation] or "")) if follows else ""
        rows.append((one.left.id, say(f"compare.{one.relation}"), one.right.id, _declared(one) or missing))
    output.console().print(output.table(columns, rows))


def _declared(comparison: Comparison) -> str | None:
    """Give the relation that a mapping declares for two categories."""
    pair = (comparison.left.key, comparison.right.key)
    seen = (one for mapping in catalog().mappings for one in (mapping, mapping.reversed))
    return next((one.relation for one in seen if (one.subject, one.object) == pair), None)


_ORDER = (
    Relation.EQUAL,
    Relation.SUBSET,
    Relation.SUPERSET,
    Relation.OVERLAP,
    Relation.DISJOINT,
    Relation.UNDECIDED,
)


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "left": comparison.left.key,
        "relation": str(comparison.relation),
        "right": comparison.right.key,
        "decided_by": comparison.decided_by,
        "both": data_of_witness(comparison.both),
        "only_left": data_of_witness(comparison.only_left),
        "only_right": data_of_witness(comparison.only_right),
    }


def _label(mapping: Mapping) -> str:
    """Name the object of a mapping, or say which vocabulary has none."""
    if mapping.object == NO_TERM:
        return say("crosswalk.no-term", vocabulary=Plain(mapping.target))
    if mapping.object_source is not None:
        return mapping.object_label or ""
    return catalog().named_category(mapping.object).label(language(), fallback="en")


def show_crosswalk(key: str, *, to: str | None, format: str) -> None:
    """Print the mappings of a category."""
    rows = []
    for one in crosswalk(key, to=to, catalog=catalog()):
        note = None if one.notes is None else one.notes.text(language(), fallback="en")
        rows.append(
            {
                "subject": one.subject,
                "relation": one.relation,
                "object": one.object,
                "label": _label(one),
                "justification": one.justification,
                "note": note,
                "iri": one.iri,
            }
        )
    if format == "json":
        output.write_json(rows)
    elif format == "csv":
        output.write_csv(rows, ["subject", "relation", "object", "label", "justification", "note", "iri"])
    elif not rows:
        output.remark(say("crosswalk.none"))
    else:
        console = output.console()
        heads = [
            (say("compare.mapping"), "left"),
            (say("compare.category"), "left"),
            (say("show.label"), "left"),
        ]
        console.print(
            output.table(heads, [[str(row[key]) for key in ("relation", "object", "label")] for row in rows])
        )
        colon = message("page.colon", language(), {}).rstrip(" ")
        for row in rows:
            if row["note"]:
                console.print()
                console.print(output.safe(f"{row['object']}{colon}"))
                console.print(output.indented(row["note"]))
