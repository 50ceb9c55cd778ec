"""A rule says how categories go together; the one key of its kind tells which rule it is."""

from typing import Any

from customer_types._messages import Phrase, Plain
from customer_types._model.taxonomies import Disjoint, Exhaustive, Implies, Overlaps, Rule
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar
from customer_types._reading.references import category
from customer_types._reading.scalars import boolean, each, identifier, items, mapping
from customer_types._reading.structure import distinct, structure
from customer_types._reading.unknown import known

#: The key of each kind of rule.
RULES: dict[str, type[Rule]] = {
    "disjoint": Disjoint,
    "exhaustive": Exhaustive,
    "implies": Implies,
    "overlaps": Overlaps,
}


def _kind(entry: Mapping) -> str:
    found = [key for key in entry.entries if key in RULES]
    if len(found) != 1:
        raise entry.report("schema.one-of-keys", keys=tuple(RULES))
    return found[0]


def _rule(node: Node, _: Any) -> Rule:
    entry = mapping(node)
    hints = next((key for key in entry.entries if key not in (*RULES, "id", "source", "note")), None)
    if hints is not None and not any(key in entry.entries for key in RULES):
        known(entry, (*RULES, "id", "source", "note"))
        raise Refused
    kind = _kind(entry)
    try:
        if kind == "exhaustive":
            _exhaustive(entry.entries[kind], None)
    finally:
        rule = structure(entry, RULES[kind])
    return rule


def rules(node: Node, _: Any) -> tuple[Rule, ...]:
    """Read the rules of a taxonomy."""
    try:
        distinct(items(node), "id")
    finally:
        found = tuple(each(items(node), _rule))
    return found


def disjoint(node: Node, _: Any) -> tuple[str, ...] | None:
    """Read the categories that have no customer in common, `None` for all."""
    if isinstance(node, Scalar) and node.text == "all":
        return None
    return several(node)


def several(node: Node, _: Any = None) -> tuple[str, ...]:
    """Read two categories or more, no two of them the same."""
    found = tuple(each(items(node), category))
    if len(found) < 2 or len(set(found)) < len(found):
        raise node.report("rules.two-categories")
    return found


def precedence(node: Node, _: Any) -> tuple[str, ...]:
    """Read the categories of a taxonomy in an order, no two of them the same."""
    first: dict[str, str] = {}

    def read(item: Node, _: Any) -> str:
        id = category(item)
        if "/" in id:  # a category of another taxonomy has no place here
            identifier(item, None)
        here = f"{item.line}:{item.column}"
        if first.setdefault(id, here) != here:
            hints = (Phrase("hint.leave-out"),)
            raise item.report("precedence.twice", category=id, first=Plain(first[id]), hints=hints)
        return id

    return tuple(each(items(node), read))


def _exhaustive(node: Node, _: Any) -> None:
    if not boolean(node):
        raise node.report("schema.value", text="false", allowed=("true",))


def implies(node: Node, _: Any) -> tuple[tuple[str, str], ...]:
    """Read pairs of categories: who is in the one is in the other."""
    entry = mapping(node)

    def read(key: Scalar, _: Any) -> tuple[str, str]:
        pair = (category(key), category(entry.entries[key.text]))
        if pair[0] == pair[1]:
            raise entry.report("rules.two-categories", at=key)
        return pair

    if not entry.entries:
        raise node.report("rules.two-categories")
    return tuple(each(list(entry.keys.values()), read))
