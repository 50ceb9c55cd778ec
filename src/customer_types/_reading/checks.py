"""A check looks at a whole taxonomy, for what none of its keys shows by itself."""

from collections.abc import Iterable, Iterator
from typing import Any

from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.criteria import InCategory, walk
from customer_types._model.labels import STATUSES
from customer_types._model.links import conflicts, links_of
from customer_types._model.locations import Location
from customer_types._model.mappings import NO_TERM, Mapping as CategoryMapping
from customer_types._model.taxonomies import Category, Disjoint, Exhaustive, Implies, Overlaps, Taxonomy
from customer_types._reading.contexts import context_of
from customer_types._reading.documents import MAX_DEPTH
from customer_types._reading.examples import check_examples
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence, members
from customer_types.statements import statements


def check(entry: Mapping) -> None:
    """Report what no key shows by itself, also of a file that has other faults."""
    listed, decide = entry.entries.get("categories"), entry.entries.get("decide")
    if isinstance(listed, Sequence) and not listed.items:
        entry.report("taxonomy.no-categories", at=entry.keys["categories"])
    for node in members(listed):
        _check_meanings(node)
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
    check_examples(entry.entries.get("examples"))
    ranked = entry.entries.get("precedence")
    if isinstance(ranked, Sequence) and ranked.items:
        _check_precedence(entry, ranked, is_in_order=is_in_order)


def _check_precedence(entry: Mapping, ranked: Sequence, *, is_in_order: bool) -> None:
    """Report categories that an order leaves out or can't have, and an order where file order decides."""
    if is_in_order:
        hints = (Phrase("hint.keep-one"),)
        ranked.report("precedence.in-order", at=entry.keys["precedence"], hints=hints)
        return
    there = {_id_in(node): node for node in members(entry.entries.get("categories"))}
    items = {one.text: one for one in ranked.items if isinstance(one, Scalar) and one.text in there}
    for id, item in items.items():
        if item.document is not entry.document:
            continue  # what is inherited is passed over
        if "deprecated" in there[id].entries:
            item.report("deprecated.used", severity="warning", category=id)
        elif "when" not in there[id].entries:
            item.report("precedence.no-criteria", category=id, hints=(Phrase("hint.leave-out"),))
    left_out = {
        id: _place_of(node)
        for id, node in there.items()
        if id not in items and "when" in node.entries and "deprecated" not in node.entries
    }
    if left_out:
        example = Plain(f"`precedence: [{', '.join((*items, *left_out))}]`")
        _report_left_out(entry, ranked, left_out, (Phrase("hint.precedence-anew", {"example": example}),))


def _report_left_out(
    entry: Mapping, ranked: Sequence, left_out: dict[str, Node], hints: tuple[Phrase, ...]
) -> None:
    """Report categories without a place at the order, or, if that is inherited, where they are new."""
    if ranked.document is entry.document:
        missing, key = Listed((*left_out,), "and"), entry.keys["precedence"]
        ranked.report("precedence.left-out", at=key, categories=missing, hints=hints)
        return
    for id, place in left_out.items():
        place.report("precedence.inherited", category=id, hints=hints)


def _place_of(node: Mapping) -> Node:
    """Give the id of a category, or its criterion, where another file has that."""
    id, when = node.entries.get("id", node), node.entries["when"]
    return id if id.document is when.document else when


def _id_in(node: Mapping) -> str:
    """Give the id that a mapping has; a fault of it is reported where it is read."""
    written = node.entries.get("id")
    return written.text if isinstance(written, Scalar) else ""


def _check_meanings(category: Mapping) -> None:
    """Report terms to avoid that mean the very category whose label they are avoided for."""
    id, label = category.entries.get("id"), category.entries.get("label")
    for naming in label.entries.values() if isinstance(label, Mapping) else ():
        for term in members(naming.entries.get("avoid")) if isinstance(naming, Mapping) else ():
            means = term.entries.get("means")
            if isinstance(means, Scalar) and isinstance(id, Scalar) and means.text == id.text:
                means.report("label.means-itself", text=means.text, hints=(Phrase("hint.means-same"),))


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


def check_translations(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report addresses that no statement has, in what the topmost file says of translations."""
    addresses = dict.fromkeys(one.address for one in statements(taxonomy) if one.address is not None)
    listed = entry.entries.get("translations")
    for translation in listed.entries.values() if isinstance(listed, Mapping) else ():
        if not isinstance(translation, Mapping) or translation.document is not entry.document:
            continue  # what a file inherits may name what it has removed
        for status in STATUSES:
            written = translation.entries.get(status)
            for item in written.items if isinstance(written, Sequence) else ():
                if isinstance(item, Scalar) and item.text not in addresses:
                    hints = item.document.similar(item.text, addresses)
                    item.report("translations.unknown-address", address=item.text, hints=hints)


def check_links(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report categories that are linked as none can be: broader than themselves, or than a related one."""
    for conflict in conflicts(links_of(taxonomy)):
        told: dict[str, Any] = {"subject": conflict.link.subject, "object": conflict.link.object}
        _report_at(entry, conflict.link.location, conflict.code, **told)


def check_mappings(
    nodes: list[Mapping], mappings: Iterable[CategoryMapping], beside: Iterable[CategoryMapping]
) -> None:
    """Report what no mapping can say, alone or beside others."""
    elsewhere = [(one, str(one.location)) for one in beside]
    pairs = {_ends(one): place for one, place in elsewhere}
    found = {_search(one): (one, place) for one, place in elsewhere if one.object_source is not None}
    for node, one in zip(nodes, mappings, strict=True):
        _check_object(node, one)
        if one.subject.partition("/")[0] == one.object.partition("/")[0]:
            node.report("crosswalk.one-taxonomy", subject=one.subject, object=one.object)
        here = f"{node.line}:{node.column}"
        first = pairs.setdefault(_ends(one), here)
        if first is not here:
            node.report("crosswalk.twice", subject=one.subject, object=one.object, first=Plain(first))
        elif one.object_source is not None:
            other, place = found.setdefault(_search(one), (one, here))
            if NO_TERM in (one.object, other.object) and one is not other:
                vocabulary = one.object_source.prefix
                node.report("crosswalk.found", subject=one.subject, vocabulary=vocabulary, first=Plain(place))


def _ends(one: CategoryMapping) -> frozenset[str]:
    """Give what a mapping is about, in whichever direction."""
    return frozenset({one.subject, f"{one.target} {one.object}" if one.object_source else one.object})


def _search(one: CategoryMapping) -> tuple[str, str]:
    """Give what was looked for in which vocabulary."""
    return one.subject, one.target


def _check_object(node: Mapping, one: CategoryMapping) -> None:
    """Report keys that go with some objects only."""
    given = node.keys.keys()
    if one.object == NO_TERM and "object_source" not in given:
        node.report("crosswalk.no-source")
    elif one.object != NO_TERM and "object_source" in given:
        node.report("crosswalk.source-given", at=node.keys["object_source"])
    if "object_label" in given and (":" not in one.object or one.object == NO_TERM):
        node.report("crosswalk.label-given", at=node.keys["object_label"])


def check_deprecations(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report categories that replace one another, and what still builds on those that are deprecated."""
    old = {one.id: one.deprecated for one in taxonomy if one.deprecated is not None}
    for id, deprecated in old.items():
        if deprecated.replaced_by is None:
            _report_at(entry, deprecated.location, "deprecated.no-replacement", severity="warning", id=id)
            continue
        path, following = [id], deprecated.replaced_by
        while following in old and following not in path:
            path.append(following)
            following = old[following].replaced_by or ""
        if following == id:
            circle = Plain(" → ".join([*path, id]))
            _report_at(entry, deprecated.location, "deprecated.circle", circle=circle)
    for place, id in _named(taxonomy):
        if id in old:
            instead = old[id].replaced_by
            hints = () if instead is None else (Phrase("hint.use", {"key": instead}),)
            _report_at(entry, place, "deprecated.used", severity="warning", hints=hints, category=id)


def _named(taxonomy: Taxonomy) -> Iterator[tuple[Location, str]]:
    """List the categories that rules, actions and categories of today name, and where."""
    for category in taxonomy:
        if category.deprecated is None:
            yield from ((part.location, part.category) for part in references(category))
            yield from ((category.location, other) for other in (*category.broader, *category.related))
            yield from ((one.location, one.towards) for one in category.actions if one.towards is not None)
    for rule in taxonomy.rules:
        match rule:
            case Disjoint(categories=ids) | Overlaps(categories=ids):
                yield from ((rule.location, id) for id in ids or ())
            case Implies(pairs=pairs):
                yield from ((rule.location, id) for pair in pairs for id in pair)
            case Exhaustive():
                pass


def _report_at(entry: Mapping, place: Location, code: str, **arguments: Any) -> None:
    document = context_of(entry).document_of(place)
    document.fault(code, place.line or 1, place.column or 1, **arguments)
