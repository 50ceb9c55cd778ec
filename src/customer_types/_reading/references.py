"""A reference names what stands elsewhere in the file or beside it: a category, a taxonomy, a source."""

from typing import Any

from customer_types._reading.contexts import context_of
from customer_types._reading.nodes import Node, Refused, Sequence
from customer_types._reading.scalars import category_key, each, identifier


def category(node: Node, _: Any = None) -> str:
    """Read the key of a category that is there."""
    key = category_key(node, None)
    if not context_of(node).is_category(node, key):
        raise Refused
    return str(key)


def categories(node: Node, _: Any) -> tuple[str, ...]:
    """Read a key of a category, or a list of them."""
    return tuple(each(node.items, category)) if isinstance(node, Sequence) else (category(node),)


def taxonomy(node: Node) -> str:
    """Read the id of a taxonomy that is there."""
    id = str(identifier(node, None))
    surroundings = context_of(node).surroundings
    if surroundings is not None and id not in surroundings.ids:
        hints = node.document.similar(id, surroundings.ids)
        raise node.report("deprecated.unknown", taxonomy=id, hints=hints)
    return id


def _source(node: Node, _: Any) -> str:
    context = context_of(node)
    key = str(identifier(node, None))
    if context.surroundings is not None:
        there = {*context.surroundings.sources, *context.surroundings.unreadable, *context.source_ids}
        if key not in there:
            raise node.report("source.unknown", source=key, hints=node.document.similar(key, there))
    return key


def sources(node: Node, _: Any) -> tuple[str, ...]:
    """Read the id of a source, or a list of them."""
    return tuple(each(node.items if isinstance(node, Sequence) else [node], _source))
