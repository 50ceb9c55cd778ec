"""Examples as files have them: facts with values, and lists of the categories that such a customer is in.

A value is read as the type of its fact has it, and names no threshold: an example stays as it is when a
threshold moves, and so can tell what the move means.
"""

from typing import Any

from customer_types._messages import Phrase, Plain
from customer_types._model.facts import Fact
from customer_types._model.frozen import FrozenMap
from customer_types._reading.contexts import context_of
from customer_types._reading.nodes import Node, Scalar, Sequence, members, scalars
from customer_types._reading.references import category
from customer_types._reading.removals import ANSWERS
from customer_types._reading.scalars import category_key, each, is_null, items, mapping, wrong_type


def customer(node: Node, _: Any) -> FrozenMap[str, Any]:
    """Read the facts that are known of a customer."""
    entry = mapping(node)

    def read(key: Scalar, _: Any) -> tuple[str, Any]:
        return key.text, _value(entry.entries[key.text], context_of(node).criteria.fact(entry, key))

    return FrozenMap(each(entry.keys.values(), read))


def _value(node: Node, fact: Fact | None) -> Any:
    """Read what is known of a fact; of one whose type is not known, as it looks."""
    criteria = context_of(node).criteria
    is_number = fact is not None and fact.type in ("integer", "number")
    if is_number and isinstance(node, Scalar) and node.text in criteria.thresholds:
        raise wrong_type(node, "number", hints=(Phrase("hint.example-number"),))
    if is_null(node):
        raise wrong_type(node, "value", hints=(Phrase("hint.example-missing"),))
    read = criteria.literal(fact)
    is_set = isinstance(node, Sequence) if fact is None else fact.type == "choices"
    return frozenset(each(items(node), read)) if is_set else read(node, None)


def answers(node: Node, _: Any) -> tuple[str, ...]:
    """Read the ids of categories of this taxonomy."""
    return tuple(each([node] if isinstance(node, Scalar) else items(node), _own_category))


def _own_category(node: Node, _: Any) -> str:
    key = str(category_key(node, None))
    taxonomy, slash, id = key.partition("/")
    if slash and taxonomy != context_of(node).taxonomy:
        raise node.report("examples.elsewhere", key=key, category=id)
    return category(node)


def check_examples(listed: Node | None) -> None:
    """Report examples that say nothing of any category, or something twice of one."""
    for node in members(listed):
        there = [node.entries[key] for key in ANSWERS if key in node.entries]
        if all(isinstance(one, Sequence) and not one.items for one in there):
            node.report("examples.no-answer")
        first: dict[str, tuple[str, Scalar]] = {}
        for key in ANSWERS:
            for one in scalars(node.entries.get(key)):
                other, place = first.setdefault(one.text, (key, one))
                if place is not one:
                    is_here = place.document is one.document
                    told = f"{place.line}:{place.column}" if is_here else str(place.location)
                    one.report("examples.twice", category=one.text, key=key, other=other, first=Plain(told))
