"""A check looks at a whole taxonomy, for what none of its keys shows by itself."""

from collections.abc import Iterable
from typing import Any

from customer_types._reading.documents import MAX_DEPTH
from customer_types._reading.nodes import Mapping, Scalar, Sequence, members
from customer_types.categories import Taxonomy
from customer_types.criteria import InCategory, walk
from customer_types.integrity import conflicts, links_of
from customer_types.mappings import Mapping as CategoryMapping
from customer_types.messages import Phrase


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
    built_on: dict[str, list[InCategory]] = {
        category.id: [part for part in walk(category.when) if isinstance(part, InCategory)]
        for category in taxonomy.categories
        if category.when is not None
    }
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
                heights[category] = 1 + max((heights.get(one.category, 0) for one in below), default=0)
                del path[category]
            elif reference.category in path:
                is_circular = True
                circle = [*path][[*path].index(reference.category) :]
                _report_at(entry, reference, "criteria.cycle", circle=" → ".join([*circle, circle[0]]))
            elif reference.category not in heights:
                path[reference.category] = iter(built_on.get(reference.category, ()))
    for category, height in heights.items():
        if height == MAX_DEPTH + 1 and not is_circular:
            highest = max(built_on[category], key=lambda one: heights[one.category])
            _report_at(entry, highest, "criteria.too-deep", limit=MAX_DEPTH)


def check_links(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report categories that are linked as none can be: broader than themselves, or than a related one."""
    for conflict in conflicts(links_of(taxonomy)):
        place = conflict.link.location
        assert place.line is not None
        assert place.column is not None
        told: dict[str, Any] = {"subject": conflict.link.subject, "object": conflict.link.object}
        entry.document.fault(conflict.code, place.line, place.column, **told)


def check_mappings(nodes: list[Mapping], mappings: Iterable[CategoryMapping]) -> None:
    """Report mappings within one taxonomy, and pairs of categories that are mapped twice."""
    first: dict[frozenset[str], Mapping] = {}
    for node, one in zip(nodes, mappings, strict=True):
        if one.subject.partition("/")[0] == one.object.partition("/")[0]:
            node.report("crosswalk.one-taxonomy", subject=one.subject, object=one.object)
        other = first.setdefault(frozenset({one.subject, one.object}), node)
        if other is not node:
            place = Phrase("place", {"line": other.line, "column": other.column})
            node.report("crosswalk.twice", subject=one.subject, object=one.object, first=place)


def _report_at(entry: Mapping, criterion: InCategory, code: str, **arguments: Any) -> None:
    place = criterion.location
    assert place.line is not None
    assert place.column is not None
    entry.document.fault(code, place.line, place.column, **arguments)
