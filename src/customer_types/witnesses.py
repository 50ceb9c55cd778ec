"""A witness is a customer who shows that something is so: small, possible, and tried out."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from customer_types.categories import Taxonomy
from customer_types.frozen import FrozenMap
from customer_types.possibility import impossible_facts
from customer_types.wording import Wording

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
        return wordings[0].say("joint").join(statements) or wordings[0].say("nothing-known")

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"<Witness {dict(self.facts)}>"


def witness_of(
    facts: Facts, taxonomies: Iterable[Taxonomy], shows: Callable[[Facts], bool], *, kept: Iterable[str] = ()
) -> Witness:
    """Make a witness of a customer: without the facts that are not needed, and tried out.

    `shows` tells whether a customer shows what there is to show; the facts `kept` stay in any case.
    """
    homes = tuple(taxonomies)

    def is_witness(customer: Facts) -> bool:
        for home in homes:
            known = home.vocabulary.facts
            own = {name: value for name, value in customer.items() if name in known}
            if impossible_facts(own, home):
                return False
        return shows(customer)

    needed = dict(facts)
    if not is_witness(needed):
        raise AssertionError("a witness does not show what it is for: this is a fault of customer_types")
    for name in facts:
        without = {other: value for other, value in needed.items() if other != name}
        if name not in kept and is_witness(without):
            needed = without
    return Witness(FrozenMap(needed), homes)
