"""A vocabulary is the facts that criteria may test, with their units and what always holds of them."""

from typing import Any

import attrs

from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.facts import (
    Ascending,
    Differs,
    Fact,
    FactValue,
    Follows,
    Implication,
    Invariant,
    Ratio,
    Unit,
    Vocabulary,
)
from customer_types._model.frozen import FrozenMap
from customer_types._reading.contexts import Context, context_of
from customer_types._reading.nodes import Mapping, Node, Refused, ids
from customer_types._reading.scalars import Hook, each, fact_name, items, literal_text, mapping, wrong_type
from customer_types._reading.structure import list_of, structure
from customer_types._reading.unknown import known

#: The key of each way in which a fact follows from others, and the types that its parts have.
FOLLOWS: dict[str, type[Follows]] = {"differs": Differs, "ratio": Ratio}
_NUMBERS = ("integer", "number")
_PARTS: dict[str, tuple[str, ...]] = {"differs": ("choice",), "ratio": _NUMBERS}
#: The type of a fact that follows in a way.
FOLLOWING = {"differs": "boolean", "ratio": "number"}

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
    surroundings = context.surroundings
    there = surroundings.vocabulary.facts if surroundings is not None else {}
    nodes = [mapping(node) for node in items(listed)]
    facts = tuple(_with_values(fact, (*facts, *there.values())) for fact in facts)
    unreadable = surroundings.unreadable if surroundings is not None else ()
    beside = {**dict.fromkeys(unreadable), **there, **{fact.id: fact for fact in facts}}
    for fact, node in zip(facts, nodes, strict=True):
        is_number = fact.type in _NUMBERS
        has_values = bool(fact.values) or fact.values_of is not None
        code = None
        if fact.id in there:
            code = "facts.taken"
        elif fact.type in ("choice", "choices") and not has_values:
            code = "facts.no-values"
        elif (has_values and fact.type not in ("choice", "choices")) or (
            not is_number and (fact.min is not None or fact.max is not None)
        ):
            code = "facts.wrong-domain"
        elif fact.min is not None and fact.max is not None and fact.min > fact.max:
            code = "facts.empty-domain"
        if code is not None:
            node.report(code, fact=fact.id, type=Phrase(f"kind.{fact.type}"))
            refused = True
        elif surroundings is not None:
            try:
                _check_values_of(fact, node, beside)
                _check_follows(fact, node, beside)
            except Refused:
                refused = True
    if refused:
        raise Refused
    return facts


def _with_values(fact: Fact, others: tuple[Fact, ...]) -> Fact:
    """Give a fact the values of the one that it names for them."""
    if fact.values_of is None:
        return fact
    values = next((one.values for one in others if one.id == fact.values_of and one.values_of is None), ())
    return attrs.evolve(fact, values=values)


def _named(node: Node, name: str, beside: dict[str, Fact | None]) -> Fact | None:
    """Find a fact that another one names; `None` for one that has faults, which are told already."""
    if name not in beside:
        raise node.report("criteria.unknown-field", field=name, hints=node.document.similar(name, beside))
    return beside[name]


def _check_values_of(fact: Fact, entry: Mapping, beside: dict[str, Fact | None]) -> None:
    """Report a fact whose values are nowhere, or in two places."""
    node = entry.entries.get("values_of")
    if node is None or fact.values_of is None:
        return
    if "values" in entry.entries:
        raise entry.report("schema.conflict", at=entry.keys["values_of"], one="values", other="values_of")
    other = _named(node, fact.values_of, beside)
    if other is not None and (other.values_of is not None or not other.values):
        raise node.report("facts.no-own-values", fact=other.id)


def _check_follows(fact: Fact, entry: Mapping, beside: dict[str, Fact | None]) -> None:
    """Report a fact that can't follow as its file says."""
    node = entry.entries.get("follows")
    if fact.follows is None or not isinstance(node, Mapping):
        return
    ((way, listed),) = node.entries.items()
    if fact.type != FOLLOWING[way]:
        raise entry.entries["type"].report(
            "facts.follows-type",
            way=way,
            fact=fact.id,
            type=Phrase(f"kind.{fact.type}"),
            wanted=Phrase(f"kind.{FOLLOWING[way]}"),
        )

    def read(item: Node, name: str) -> Fact | None:
        part = _named(item, name, beside)
        if name == fact.id:
            raise item.report("facts.follows-itself", fact=name)
        if part is not None and part.follows is not None:
            hint = Phrase("hint.follows-from", {"facts": Listed(part.follows.parts, "and")})
            raise item.report("facts.follows-twice", fact=name, hints=(hint,))
        if part is not None and part.type not in _PARTS[way]:
            raise item.report(
                "facts.follows-part",
                way=way,
                part=name,
                type=Phrase(f"kind.{part.type}"),
                wanted=Phrase(f"facts.parts-{way}"),
            )
        return part

    named = dict(zip(fact.follows.parts, items(listed), strict=True))
    first, second = each(named, lambda name, _: read(named[name], name))
    if way == "differs" and first is not None and second is not None:
        lists = [{value.id for value in part.values} for part in (first, second)]
        if lists[0] != lists[1]:
            hint = Phrase("hint.values-of", {"fact": Plain(first.id)})
            raise listed.report("facts.follows-values", hints=(hint,), one=first.id, other=second.id)


def follows(node: Node, _: Any) -> Follows:
    """Read how a fact follows from others: by the one key that says the way."""
    entry = mapping(node)
    if any(key not in FOLLOWS for key in entry.entries):
        known(entry, tuple(FOLLOWS))
        raise Refused
    if len(entry.entries) != 1:
        raise node.report("schema.one-of-keys", keys=tuple(FOLLOWS))
    (way,) = entry.entries
    return structure(entry, FOLLOWS[way])


def two_facts(node: Node, _: Any) -> tuple[str, ...]:
    """Read the ids of two different facts."""
    found = tuple(each(items(node), fact_name))
    if len(found) != 2 or found[0] == found[1]:
        raise node.report("facts.two-parts")
    return found


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
