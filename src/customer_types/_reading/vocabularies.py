"""A vocabulary is the facts that criteria may test, with their units and what always holds of them."""

from typing import Any

import attrs

from customer_types._reading.contexts import Context, context_of
from customer_types._reading.nodes import Mapping, Node, Refused, ids
from customer_types._reading.scalars import Hook, each, fact_name, items, literal_text, mapping, wrong_type
from customer_types._reading.structure import list_of, structure
from customer_types.facts import Ascending, Fact, FactValue, Implication, Invariant, Unit, Vocabulary
from customer_types.frozen import FrozenMap
from customer_types.messages import Phrase

#: Reads the units that a file declares.
declared_units = list_of(Unit, id_of="id")

#: Reads the facts that a file declares.
declared_facts = list_of(Fact, id_of="id")


def add_vocabulary(context: Context, entry: Mapping) -> None:
    """Read the facts of a file, with their units and invariants, into its context."""
    refused = False

    def read(key: str, hook: Hook) -> Any:
        nonlocal refused
        node = entry.entries.get(key)
        try:
            return () if node is None else hook(node, None)
        except Refused:
            refused = True
            return ()

    units = read("units", declared_units)
    facts = read("facts", lambda node, _: _checked_facts(context, node))
    context.vocabulary = Vocabulary(
        facts=FrozenMap((fact.id, fact) for fact in facts), units=FrozenMap((unit.id, unit) for unit in units)
    )
    context.set_criteria(ids(entry.entries.get("facts")))
    criteria = context.criteria
    context.criteria = attrs.evolve(criteria, classifies=False)
    invariants = read("invariants", lambda node, _: tuple(each(items(node), _invariant)))
    context.criteria = criteria
    context.vocabulary = attrs.evolve(context.vocabulary, invariants=invariants)
    if refused:
        raise Refused


def _checked_facts(context: Context, listed: Node) -> tuple[Fact, ...]:
    facts: tuple[Fact, ...] = declared_facts(listed)
    refused = False
    there = context.surroundings.vocabulary.facts if context.surroundings is not None else {}
    for fact, node in zip(facts, items(listed), strict=True):
        is_number = fact.type in ("integer", "number")
        code = None
        if fact.id in there:
            code = "facts.taken"
        elif fact.type in ("choice", "choices") and not fact.values:
            code = "facts.no-values"
        elif (fact.values and fact.type not in ("choice", "choices")) or (
            not is_number and (fact.min is not None or fact.max is not None)
        ):
            code = "facts.wrong-domain"
        elif fact.min is not None and fact.max is not None and fact.min > fact.max:
            code = "facts.empty-domain"
        if code is not None:
            node.report(code, fact=fact.id, type=Phrase(f"kind.{fact.type}"))
            refused = True
    if refused:
        raise Refused
    return facts


def _invariant(node: Node, _: Any) -> Invariant:
    entry = mapping(node)
    cls: type[Invariant] = Ascending if "ascending" in entry.entries else Implication
    return structure(entry, cls)


def facts_in_order(node: Node, _: Any) -> tuple[str, ...]:
    """Read two facts or more that have numbers for values."""
    facts = context_of(node).criteria.facts

    def read(item: Node, _: Any) -> str:
        name = str(fact_name(item, None))
        if facts is not None and name not in facts:
            raise item.report("criteria.unknown-field", field=name, hints=item.document.similar(name, facts))
        fact = None if facts is None else facts[name]
        if fact is not None and fact.type not in ("integer", "number"):
            raise wrong_type(item, "number-fact")
        return name

    if len(items(node)) < 2:
        raise node.report("criteria.empty")
    return tuple(each(items(node), read))


def _fact_value(node: Node, _: Any) -> FactValue:
    if isinstance(node, Mapping):
        return structure(node, FactValue)
    return FactValue(id=literal_text(node))


def fact_values(node: Node, _: Any) -> tuple[FactValue, ...]:
    """Read the values that a fact can have, no two of them the same."""
    values: tuple[FactValue, ...] = tuple(each(items(node), _fact_value))
    first: dict[str, Node] = {}
    for value, member in zip(values, items(node), strict=True):
        other = first.setdefault(value.id, member)
        if other is not member:
            place = Phrase("place", {"line": other.line, "column": other.column})
            raise member.report("taxonomy.duplicate-id", id=value.id, other=value.id, first=place)
    return values
