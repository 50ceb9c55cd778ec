"""A condition is a criterion ready for an engine that can only compare, and, or.

All names are looked up, `not` stands at single questions, bounds have the type of their fact, and what
does not hang on the customer is worked out: a fact that nobody knows anything of makes its tests
unknown. The three values stay as they are, so any engine that knows them by the name of null gives the
interpreter's verdicts: `not x >= 4` is `x < 4`, also where x is missing.
"""

from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from math import ceil, floor
from typing import Any as Anything, TypeAlias

import attrs

from customer_types._deciding.interpreter import bound, resolve, used_facts
from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._messages import Phrase
from customer_types._model.criteria import BOUNDS, All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._model.facts import Fact
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import Category, Taxonomy, require_taxonomy
from customer_types._model.truth import Truth
from customer_types.errors import ColumnError, ConditionError, FactsDifferError

#: No more questions are written out for one category.
_LARGEST = 20_000

_OPPOSITES = {
    Operator.MIN: Operator.BELOW,
    Operator.BELOW: Operator.MIN,
    Operator.MAX: Operator.ABOVE,
    Operator.ABOVE: Operator.MAX,
}


@attrs.frozen(eq=False)
class Question:
    """A question about one fact.

    `value` is a number for the bounds, a tuple for `one_of` and `includes`, which are denied where
    `is_denied`, and yes or no for `known`. There are no other operators.
    """

    fact: Fact
    operator: Operator
    value: Anything
    is_denied: bool = False
    size: int = attrs.field(default=1, init=False)

    @property
    def certain(self) -> "Question | bool":
        """The question whether this one is answered with yes, also where its fact is missing.

        Nobody is beyond the ends of whole numbers, which some engines can't read: what asks for one of
        them asks whether the fact is known, or for nobody.
        """
        asked = (self.operator, self.value)
        if asked in ((Operator.MIN, SMALLEST_INTEGER), (Operator.MAX, LARGEST_INTEGER)):
            return attrs.evolve(self, operator=Operator.KNOWN, value=True)
        return asked not in ((Operator.BELOW, SMALLEST_INTEGER), (Operator.ABOVE, LARGEST_INTEGER)) and self

    @property
    def opposite(self) -> "Question":
        """The question that is answered with no where this one is answered with yes."""
        if self.operator in _OPPOSITES:
            return attrs.evolve(self, operator=_OPPOSITES[self.operator])
        if self.operator is Operator.KNOWN:
            return attrs.evolve(self, value=not self.value)
        return attrs.evolve(self, is_denied=not self.is_denied)


@attrs.frozen(eq=False, slots=False)
class Joined:
    """Conditions of which all must hold, or one: at least two, none of them constant but unknown ones.

    `size` counts the questions, those of a part that stands in several places each time.
    """

    is_all: bool
    parts: "tuple[Condition, ...]"
    size: int = attrs.field(init=False)

    @size.default
    def _count(self) -> int:
        return sum(1 if part is None or isinstance(part, bool) else part.size for part in self.parts)

    @cached_property
    def opposite(self) -> "Joined":
        """The condition that holds where this one doesn't; of that, this one is the opposite."""
        found = Joined(not self.is_all, tuple(opposite(part) for part in self.parts))
        vars(found)["opposite"] = self
        return found


Condition: TypeAlias = Question | Joined | Truth


def opposite(condition: Condition) -> Condition:
    """Ask the opposite."""
    if isinstance(condition, (Question, Joined)):
        return condition.opposite
    return None if condition is None else not condition


def is_constant(condition: Condition) -> bool:
    """Tell whether a condition does not hang on the customer."""
    return condition is None or isinstance(condition, bool)


def is_certain(condition: Condition) -> bool:
    """Tell whether a condition is never unknown, whoever is asked about."""
    if isinstance(condition, Question):
        return condition.operator is Operator.KNOWN
    return isinstance(condition, bool)


def joined(conditions: Iterable[Condition], *, is_all: bool) -> Condition:
    """Ask that all conditions hold, or that at least one does."""
    parts: list[Condition] = []
    for one in conditions:
        if one is (not is_all):
            return one
        if isinstance(one, Joined) and one.is_all is is_all:
            parts += one.parts
        elif one is not is_all:
            parts.append(one)
    asked: list[Condition] = [part for part in dict.fromkeys(parts) if part is not None]
    if None in parts:
        asked.append(None)
    if not asked:
        return is_all
    return asked[0] if len(asked) == 1 else Joined(is_all, tuple(asked))


def facts_of(taxonomies: Sequence[Taxonomy]) -> dict[str, Fact]:
    """Give the facts of taxonomies that are asked together, by id.

    Raises `NotATaxonomyError`, a TypeError, `ColumnError` for one that is given twice, and
    `FactsDifferError` where they disagree.
    """
    found: dict[str, Fact] = {}
    for number, taxonomy in enumerate(taxonomies):
        require_taxonomy(taxonomy)
        if any(taxonomy.id == other.id for other in taxonomies[:number]):
            raise ColumnError(Phrase("frames.taxonomy-twice", {"taxonomy": taxonomy.id}))
        for name, fact in taxonomy.vocabulary.facts.items():
            first = found.setdefault(name, fact)
            if first is not fact and first != fact:  # most are one, and to compare them takes a while
                raise FactsDifferError(name, [one.location.path or one.id for one in taxonomies])
    return found


class Conditions:
    """The conditions of the categories of taxonomies.

    `known` has the ids of the facts that can be asked about; of the others nothing is known. Raises
    `ConditionError`, a ValueError, where too many questions would have to be written out.
    """

    def __init__(self, known: Container[str]) -> None:
        self.known = known
        self._own: dict[tuple[int, int], Condition] = {}

    def verdict(self, category: Category, taxonomy: Taxonomy) -> Condition:
        """Give the condition of the verdict on a category."""
        found = self.own(category, taxonomy)
        if taxonomy.decide == "all":
            return found
        earlier = (opposite(self.own(other, taxonomy)) for other in taxonomy.before(category))
        return self._require_size(joined([found, *earlier], is_all=True), category)

    def own(self, category: Category, taxonomy: Taxonomy) -> Condition:
        """Give the condition of a category's own criterion."""
        key = (id(category), id(taxonomy))
        if key not in self._own:
            when = category.when
            condition = None if when is None else self.criterion(when, taxonomy)
            self._own[key] = self._require_size(condition, category)
        return self._own[key]

    @staticmethod
    def _require_size(condition: Condition, category: Category) -> Condition:
        if isinstance(condition, Joined) and condition.size > _LARGEST:
            raise ConditionError(category.key, _LARGEST)
        return condition

    def criterion(self, criterion: Criterion, taxonomy: Taxonomy) -> Condition:
        """Give the condition of a criterion of a taxonomy."""
        match criterion:
            case Test():
                return self._test(criterion, taxonomy)
            case All(parts):
                return joined((self.criterion(part, taxonomy) for part in parts), is_all=True)
            case Any(parts):
                return joined((self.criterion(part, taxonomy) for part in parts), is_all=False)
            case Not(part):
                return opposite(self.criterion(part, taxonomy))
            case InCategory(key):
                other, category = resolve(key, taxonomy)
                return (self.own if other is taxonomy else self.verdict)(category, other)

    def _test(self, test: Test, taxonomy: Taxonomy) -> Condition:
        if test.operator is Operator.KNOWN:
            is_wanted = bool(test.value)
            if test.fact not in self.known:
                return not is_wanted
            return Question(taxonomy.vocabulary.facts[test.fact], Operator.KNOWN, is_wanted)
        if test.fact not in self.known:
            return None
        fact = taxonomy.vocabulary.facts[test.fact]
        value = bound(test, taxonomy)
        if test.operator in BOUNDS:
            return _bounded(fact, test.operator, value)
        if test.operator is Operator.INCLUDES:
            return Question(fact, Operator.INCLUDES, tuple(dict.fromkeys(value)))
        members = value if test.operator is Operator.ONE_OF else (value,)
        return _one_of(fact, members)


def _bounded(fact: Fact, operator: Operator, value: Anything) -> Question:
    """Ask for a bound, a whole one of a whole number: not every engine compares those with fractions."""
    if fact.type == "number":
        return Question(fact, operator, float(value))
    whole = (ceil if operator in (Operator.MIN, Operator.BELOW) else floor)(value)
    if SMALLEST_INTEGER <= whole <= LARGEST_INTEGER:
        return Question(fact, operator, whole)
    return _wherever_known(fact, answer=(whole < 0) == (operator in (Operator.MIN, Operator.ABOVE)))


def _one_of(fact: Fact, members: tuple[Anything, ...]) -> Question:
    if fact.type == "number":
        members = tuple(map(float, members))
    elif fact.type == "integer":
        whole = (int(one) for one in members if one == floor(one))
        members = tuple(one for one in whole if SMALLEST_INTEGER <= one <= LARGEST_INTEGER)
    if not members:
        return _wherever_known(fact, answer=False)
    return Question(fact, Operator.ONE_OF, tuple(dict.fromkeys(members)))


def _wherever_known(fact: Fact, *, answer: bool) -> Question:
    """Ask of a whole number what has the same answer wherever it is known."""
    if answer:
        return Question(fact, Operator.MIN, SMALLEST_INTEGER)
    return Question(fact, Operator.ABOVE, LARGEST_INTEGER)


def _leaves_open(condition: Condition) -> bool:
    """Tell whether something in a condition is unknown of every customer."""
    return condition is None or (isinstance(condition, Joined) and any(map(_leaves_open, condition.parts)))


def _find_needed(taxonomy: Taxonomy) -> tuple[str, ...]:
    facts = taxonomy.vocabulary.facts
    classing = [one for one in taxonomy.categories if one.when is not None]
    without = {name: Conditions(facts.keys() - {name}) for name in used_facts(taxonomy)}
    return tuple(
        name
        for name, conditions in without.items()
        if any(_leaves_open(conditions.verdict(one, taxonomy)) for one in classing)
    )


#: The facts without which some verdict is unknown; the other used ones count only where they are on record.
needed_facts: Memory[Taxonomy, tuple[str, ...]] = Memory(_find_needed)
