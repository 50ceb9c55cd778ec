"""A fact is something that can be known about a customer, such as the number of orders.

Facts with their units and invariants make up a vocabulary. An invariant rules out customers who
cannot exist: nobody has more orders within the last year than in total.
"""

from collections.abc import Iterable
from typing import Literal

import attrs

from customer_types._messages import shown
from customer_types._model.criteria import Criterion
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Texts
from customer_types._model.locations import Location

FactType = Literal["integer", "number", "boolean", "choice", "choices"]
Change = Literal["increase", "decrease", "any", "never"]

#: More values than this are counted, rather than listed, where people read.
MANY = 30

_PLACE = attrs.field(default=Location(path=""), eq=False, repr=False)


@attrs.frozen(kw_only=True)
class FactValue:
    """One of the values that a fact of type `choice` or `choices` can take."""

    id: str
    labels: Label | None = None

    def label(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the value's label in a language, or its id where it has no labels."""
        return self.id if self.labels is None else self.labels.text(language, fallback=fallback)

    def render(self, language: str = "en") -> str:
        """Say the value in a message: its label in a language, or else in one that it has a label in."""
        if self.labels is None:
            return shown(self.id)
        fallback = ("en", *self.labels.languages())
        return shown(self.label(language, fallback=fallback), quote=False)


@attrs.frozen(kw_only=True)
class Unit:
    """What numbers of a fact count, such as days; the label has the forms for numbers."""

    id: str
    labels: Label
    location: Location = _PLACE


@attrs.frozen(kw_only=True)
class Differs:
    """How a truth follows from two choices of the same values: it is whether they differ."""

    parts: tuple[str, str]
    location: Location = _PLACE


@attrs.frozen(kw_only=True)
class Ratio:
    """How a number follows from two others: it is the first, divided by the second."""

    parts: tuple[str, str]
    location: Location = _PLACE


Follows = Differs | Ratio


@attrs.frozen(kw_only=True, repr=False)
class Fact:
    """Something that can be known about a customer, with its type and domain.

    `changeable` says which way a business can move it, `base` to which basis of segmentation it
    belongs, `sensitive` that classifying by it needs a lawful reason. `follows` says from which other
    facts it follows where it is not given (see `derivations`), and `values_of` whose values it shares.
    """

    id: str
    type: FactType
    min: int | float | None = None
    max: int | float | None = None
    values: tuple[FactValue, ...] = ()
    values_of: str | None = None
    unit: str | None = None
    labels: Label
    definitions: Texts | None = None
    source: tuple[str, ...] = ()
    base: str | None = None
    changeable: Change = "never"
    sensitive: bool = False
    follows: Follows | None = None
    location: Location = _PLACE

    def label(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the fact's label in a language."""
        return self.labels.text(language, fallback=fallback)

    def definition(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Give the fact's definition in a language."""
        return (self.definitions or NO_TEXTS).text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Fact {self.id}: {self.type}>"


@attrs.frozen(kw_only=True)
class Implication:
    """An invariant: everybody who meets the condition meets the consequence too."""

    condition: Criterion
    consequence: Criterion
    location: Location = _PLACE


@attrs.frozen(kw_only=True)
class Ascending:
    """An invariant: of these facts, none known is above a known one that follows it."""

    facts: tuple[str, ...]
    location: Location = _PLACE


Invariant = Implication | Ascending


@attrs.frozen(kw_only=True, repr=False)
class Vocabulary:
    """Facts by id, with their units and with what holds of every possible customer."""

    facts: FrozenMap[str, Fact] = attrs.field(factory=FrozenMap)
    units: FrozenMap[str, Unit] = attrs.field(factory=FrozenMap)
    invariants: tuple[Invariant, ...] = ()

    def extended(self, other: "Vocabulary") -> "Vocabulary":
        """Give this vocabulary with another one's facts, units and invariants added."""
        return Vocabulary(
            facts=FrozenMap({**self.facts, **other.facts}),
            units=FrozenMap({**self.units, **other.units}),
            invariants=self.invariants + other.invariants,
        )

    def __repr__(self) -> str:
        return f"<Vocabulary: {len(self.facts)} facts>"


NO_TEXTS = Texts(by_language=FrozenMap())
NO_VOCABULARY = Vocabulary()
