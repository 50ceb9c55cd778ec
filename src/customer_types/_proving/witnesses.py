"""A witness is a customer who shows that something is so: small, possible, and tried out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import ceil, floor, isfinite
from typing import Any

import attrs

from customer_types._deciding.derivations import completed, contradicts, following, known_by_parts
from customer_types._deciding.possibility import impossible_facts
from customer_types._deciding.wording import Wording
from customer_types._model.facts import Fact, Follows, Ratio
from customer_types._model.frozen import FrozenMap
from customer_types._model.taxonomies import Taxonomy

Facts = Mapping[str, Any]


@attrs.frozen(repr=False)
class Witness:
    """A customer, by what is known of them.

    `render("fr")` says it in French; `str()` is in English.
    """

    facts: FrozenMap[str, Any]
    taxonomies: tuple[Taxonomy, ...] = attrs.field(eq=False)

    def render(self, language: str = "en") -> str:
        """Say what is known of the customer, in the units of the facts."""
        wordings = [Wording(taxonomy, language) for taxonomy in self.taxonomies]
        statements = [
            next(words for words in wordings if name in words.vocabulary.facts).statement(name, value)
            for name, value in self.facts.items()
        ]
        told = wordings[0].say("joint").join(statements) or wordings[0].say("nothing-known")
        for name, how in self.out_of_accord.items():
            words = next(words for words in wordings if name in words.vocabulary.facts)
            fact, first, second = (words.label(words.vocabulary.facts[one]) for one in (name, *how.parts))
            told = words.say("out-of-accord", told=told, fact=fact, first=first, second=second)
        return told

    @property
    def out_of_accord(self) -> dict[str, Follows]:
        """The facts that are not what follows from others, by id: there may be no such customer.

        A proof takes what follows for free, so it may find somebody who is impossible in this way only.
        """
        return _out_of_accord(self.facts, _derivations(self.taxonomies))

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"<Witness {dict(self.facts)}>"


def witness_of(
    facts: Facts, taxonomies: Iterable[Taxonomy], shows: Callable[[Facts], bool], *, kept: Iterable[str] = ()
) -> Witness:
    """Make a witness of a customer: without the facts that are not needed, and tried out.

    `shows` tells whether a customer shows what there is to show; the facts `kept` stay in any case, or
    follow from others. A proof takes what follows for free, so it is told with parts that it goes with,
    wherever a few changes lead there.
    """
    homes = tuple(taxonomies)
    every = {name: fact for home in homes for name, fact in home.vocabulary.facts.items()}
    derivations = _derivations(homes)
    kept = frozenset(kept)

    def is_witness(customer: Facts) -> bool:
        for home in homes:
            known = home.vocabulary.facts
            own = {name: value for name, value in customer.items() if name in known}
            if impossible_facts(own, home):
                return False
        return shows(customer)

    def is_in_accord(customer: Facts) -> bool:
        return not _out_of_accord(customer, derivations) and is_witness(completed(customer, derivations))

    needed = next(filter(is_in_accord, _in_accord(dict(facts), every)), None)
    is_shown = is_in_accord
    if needed is None:
        needed, is_shown = dict(facts), is_witness
        if not is_witness(needed):
            raise AssertionError("a witness does not show what it is for: this is a fault of customer_types")
    for name in facts:
        without = {other: value for other, value in needed.items() if other != name}
        if name not in kept and name in needed and is_shown(without):
            needed = without
    return Witness(FrozenMap(needed), homes)


def _derivations(homes: Iterable[Taxonomy]) -> dict[str, Follows]:
    return following(fact for home in homes for fact in home.vocabulary.facts.values())


def _out_of_accord(customer: Facts, derivations: Mapping[str, Follows]) -> dict[str, Follows]:
    """List the facts of a customer that are not what follows from their parts."""
    found: dict[str, Follows] = {}
    for name, follows in derivations.items():
        value = known_by_parts(follows, customer) if name in customer else None
        if value is not None and contradicts(customer[name], value):
            found[name] = follows
    return found


def _in_accord(customer: dict[str, Any], facts: Mapping[str, Fact]) -> Iterator[dict[str, Any]]:
    """Give a customer in whom what follows goes with its parts, in the ways that change little."""
    ways = [customer]
    for name in [name for name in customer if facts[name].follows is not None]:
        ways = [other for one in ways for other in _ways(one, facts[name], facts)]
    yield from ways


def _ways(customer: dict[str, Any], fact: Fact, facts: Mapping[str, Fact]) -> Iterator[dict[str, Any]]:
    assert fact.follows is not None
    parts, value = fact.follows.parts, customer[fact.id]
    first, second = (customer.get(part) for part in parts)
    if first is None or second is None:
        yield customer
        return
    without = {other: told for other, told in customer.items() if other != fact.id}
    yield without
    if isinstance(fact.follows, Ratio):
        others = ((parts[1], first / value if value else second), (parts[0], value * second))
        for part, number in others:
            if not isfinite(number):
                continue
            for told in dict.fromkeys((floor(number), ceil(number), number)):
                if facts[part].type == "number" or isinstance(told, int):
                    yield without | {part: told}
    yield from ({other: told for other, told in customer.items() if other != part} for part in parts)
