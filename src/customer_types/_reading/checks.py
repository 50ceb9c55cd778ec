"""A check looks at a whole taxonomy, for what none of its keys shows by itself."""

from collections.abc import Iterable, Iterator
from typing import Any

from customer_types._reading.contexts import context_of
from customer_types._reading.documents import MAX_DEPTH
from customer_types._reading.nodes import Mapping, Scalar, Sequence, members
from customer_types.categories import Category, Taxonomy
from customer_types.criteria import InCategory, walk
from customer_types.integrity import conflicts, links_of
from customer_types.locations import Location
from customer_types.mappings import Mapping as CategoryMapping
from customer_types.messages import Plain


def check(entry: Mapping) -> None:
    """Report what no key shows by itself, also of a file that has other faults."""
    listed, decide = entry.entries.get("categories"), entry.entries.get("decide")
    if isinstance(listed, Sequence) and not listed.items:
        entry.report("taxonomy.no-categories", at=entry.keys["categories"])
    is_in_order = isinstance(decide, Scalar) and decide.text == "first"
    for node in members(listed):
        has_criterion, has_reason = "when" in node.entries, "without_criteria" in node.entries
        if not has_criterion and not has_reason:
            node.report("criteria.missing")
        elif has_criterion and has_reason:
            node.report(
                "schema.conflict", at=node.keys["without_criteria"], one="when", other="without_criteria"
            )
        elif not has_criterion and is_in_order:
            node.report("criteria.missing-in-order")


def check_cycles(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report categories that are built upon one another in a circle, or in too high a tower."""
    built_on = {
        category.id: [(part.category, part.location) for part in references(category)]
        for category in taxonomy.categories
    }
    for place, code, told in towers(built_on):
        _report_at(entry, place, code, **told)


def references(category: Category) -> Iterator[InCategory]:
    """List the categories that a category's criterion builds on."""
    parts = () if category.when is None else walk(category.when)
    return (part for part in parts if isinstance(part, InCategory))


def towers(
    built_on: dict[str, list[tuple[str, Location]]],
) -> Iterator[tuple[Location, str, dict[str, Any]]]:
    """Find what closes a circle of categories, or crowns too high a tower: with a fault's code and arguments.

    `built_on` has what each category is built on, and where that is said.
    """
    heights: dict[str, int] = {}
    is_circular = False
    for start, first in built_on.items():
        # A file may build thousands of categories upon one another, so the path is no recursion.
        path = {} if start in heights else {start: iter(first)}
        while path:
            category, references = next(reversed(path.items()))
            reference = next(references, None)
            if reference is None:
                below = built_on.get(category, [])
                heights[category] = 1 + max((heights.get(one, 0) for one, _ in below), default=0)
                del path[category]
                continue
            other, place = reference
            if other in path:
                is_circular = True
                circle = [*path][[*path].index(other) :]
                yield place, "criteria.cycle", {"circle": " → ".join([*circle, circle[0]])}
            elif other not in heights:
                path[other] = iter(built_on.get(other, ()))
    for category, height in heights.items():
        if height == MAX_DEPTH + 1 and not is_circular:
            _, place = max(built_on[category], key=lambda one: heights[one[0]])
            yield place, "criteria.too-deep", {"limit": MAX_DEPTH}


def check_links(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report categories that are linked as none can be: broader than themselves, or than a related one."""
    for conflict in conflicts(links_of(taxonomy)):
        told: dict[str, Any] = {"subject": conflict.link.subject, "object": conflict.link.object}
        _report_at(entry, conflict.link.location, conflict.code, **told)


def check_mappings(
    nodes: list[Mapping], mappings: Iterable[CategoryMapping], beside: Iterable[CategoryMapping]
) -> None:
    """Report mappings within one taxonomy, and pairs of categories that are mapped twice."""
    elsewhere = {frozenset({one.subject, one.object}): one.location for one in beside}
    seen: dict[frozenset[str], Mapping] = {}
    for node, one in zip(nodes, mappings, strict=True):
        if one.subject.partition("/")[0] == one.object.partition("/")[0]:
            node.report("crosswalk.one-taxonomy", subject=one.subject, object=one.object)
        pair = frozenset({one.subject, one.object})
        other = seen.setdefault(pair, node)
        if pair in elsewhere or other is not node:
            first = f"{other.line}:{other.column}" if other is not node else str(elsewhere[pair])
            node.report("crosswalk.twice", subject=one.subject, object=one.object, first=Plain(first))


def _report_at(entry: Mapping, place: Location, code: str, **arguments: Any) -> None:
    document = context_of(entry).document_of(place)
    document.fault(code, place.line or 1, place.column or 1, **arguments)
