"""A removal takes something out of a layer's inheritance, with all that names it there.

What a layer says itself stays, and a fault is told where it names what is not there.
"""

from collections.abc import Iterable, Set as AbstractSet

from customer_types._reading.documents import Document
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence, members, scalars

#: The lists of categories that an example has, by its answers: yes, no, unknown.
ANSWERS = ("in", "out", "unknown")


def take(entry: Mapping, key: str) -> Node | None:
    """Take a key out of a mapping."""
    entry.keys.pop(key, None)
    return entry.entries.pop(key, None)


def forget(entry: Mapping, removed: frozenset[str]) -> None:
    """Take removed categories out of what was inherited: links, aims of actions, rules, examples."""
    rules = entry.entries.get("rules")
    if isinstance(rules, Sequence):
        rules.items = [
            rule for rule in rules.items if rule.document is entry.document or _survives(rule, removed)
        ]
    examples = entry.entries.get("examples")
    if isinstance(examples, Sequence):
        examples.items = [
            one
            for one in examples.items
            if not isinstance(one, Mapping) or _still_answers(one, entry.document, removed)
        ]
    for item in (entry, *members(entry.entries.get("categories"))):
        take_out(item, _inherited(item, ("broader", "related"), entry.document), removed)
        deprecated = item.entries.get("deprecated")
        instead = deprecated.entries.get("replaced_by") if isinstance(deprecated, Mapping) else None
        if instead is not None and instead.document is not entry.document and _is_one_of(instead, removed):
            assert isinstance(deprecated, Mapping)
            take(deprecated, "replaced_by")
        for action in members(item.entries.get("actions")):
            aim = action.entries.get("towards")
            if aim is not None and aim.document is not entry.document and _is_one_of(aim, removed):
                take(action, "towards")


def forget_precedence(entry: Mapping, removed: frozenset[str]) -> None:
    """Take removed categories out of an order that was inherited, or the order where it decides no more."""
    ranked, decide = entry.entries.get("precedence"), entry.entries.get("decide")
    if not isinstance(ranked, Sequence) or ranked.document is entry.document:
        return
    if isinstance(decide, Scalar) and decide.document is entry.document and decide.text == "first":
        take(entry, "precedence")
    ranked.items = [one for one in ranked.items if not _is_one_of(one, removed)]


def _inherited(item: Mapping, keys: Iterable[str], layer: Document) -> list[str]:
    """List the keys of an item that say what no layer has said itself."""
    return [key for key in keys if key in item.entries and item.entries[key].document is not layer]


def take_out(item: Mapping, keys: Iterable[str], ids: AbstractSet[str]) -> None:
    """Take ids out of lists of them; of one that stands alone, the key goes too."""
    for key in keys:
        listed = item.entries.get(key)
        if isinstance(listed, Sequence):
            listed.items = [one for one in listed.items if not _is_one_of(one, ids)]
        elif listed is not None and _is_one_of(listed, ids):
            take(item, key)


def _still_answers(example: Mapping, layer: Document, removed: frozenset[str]) -> bool:
    """Take removed categories out of an example, and tell whether it still says something."""
    if not any(scalars(example.entries.get(key)) for key in ANSWERS):
        return True  # that is reported
    take_out(example, _inherited(example, ANSWERS, layer), removed)
    return example.document is layer or any(scalars(example.entries.get(key)) for key in ANSWERS)


def _survives(rule: Node, removed: frozenset[str]) -> bool:
    """Take removed categories out of a rule, and tell whether it still says something."""
    assert isinstance(rule, Mapping)
    for key in ("disjoint", "overlaps"):
        listed = rule.entries.get(key)
        if isinstance(listed, Sequence):
            listed.items = [one for one in listed.items if not _is_one_of(one, removed)]
            return len(listed.items) > 1
    pairs = rule.entries.get("implies")
    if isinstance(pairs, Mapping):
        for key in [
            key for key, other in pairs.entries.items() if {key} & removed or _is_one_of(other, removed)
        ]:
            take(pairs, key)
        return bool(pairs.entries)
    return True


def _is_one_of(node: Node, ids: AbstractSet[str]) -> bool:
    return isinstance(node, Scalar) and node.text in ids
