"""What is true of a taxonomy, found by trying every customer who makes a difference.

Nothing here knows the engine. Of it all, only the meaning of a criterion is taken over, from the
interpreter; who is possible and who is complete is said anew.

A test changes its answer only at the numbers that it compares with. So a fact's values are these
numbers, the ends of its domain, and others between, below and above them. Where facts are ordered,
they share their numbers, and so many values lie between two numbers as there are facts that could be
there in some order; if some of them are integers and others are not, then every integer is a number
that makes a difference.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import chain, combinations, pairwise, product
from math import ceil, floor, prod
from typing import Any as Anything

import attrs
import yaml

from customer_types import Category, Taxonomy
from customer_types._deciding.derivations import completed, following
from customer_types._deciding.interpreter import holds, own, verdict
from customer_types._model.criteria import Criterion, InCategory, Test, walk
from customer_types._model.facts import Ascending, Fact, Implication, Invariant, Ratio
from customer_types._proving.relations import Relation
from customer_types._reading.writing import plain

Customer = dict[str, Anything]
Placed = tuple[Category, Taxonomy]

#: Integers between the numbers that make a difference are listed if so few, to count customers.
LISTED = 12


# ---- what criteria test ------------------------------------------------------------------------


def tests_of(criterion: Criterion | None, home: Taxonomy) -> Iterator[tuple[Test, Taxonomy]]:
    """Give the tests of a criterion and of the categories that it builds on, each with its taxonomy."""
    for part in () if criterion is None else walk(criterion):
        if isinstance(part, Test):
            yield part, home
        elif isinstance(part, InCategory):
            other, slash, id = part.category.rpartition("/")
            if not slash:
                yield from tests_of(home.named(id).when, home)
            else:
                assert home.scope is not None
                yield from tests_of_verdict(home.scope.named(other).named(id), home.scope.named(other))


def tests_of_verdict(category: Category, home: Taxonomy) -> Iterator[tuple[Test, Taxonomy]]:
    """Give the tests on which the verdict on a category depends."""
    before = home.categories[: [one.id for one in home].index(category.id)] if home.decide == "first" else ()
    for one in (*(one for one in before if one.deprecated is None), category):
        yield from tests_of(one.when, home)


def facts_tested(taxonomies: Iterable[Taxonomy]) -> frozenset[str]:
    """Name the facts that taxonomies test, themselves or by what they build on."""
    return frozenset(
        test.fact for home in taxonomies for category in home for test, _ in tests_of_verdict(category, home)
    )


def numbers_of(test: Test, home: Taxonomy) -> list[Fraction]:
    """Give the numbers that a test compares a fact with."""
    thresholds = {threshold.id: threshold.value for threshold in home.thresholds}
    several = test.value if isinstance(test.value, tuple) else (test.value,)
    found = (thresholds.get(one, one) if isinstance(one, str) else one for one in several)
    return [Fraction(one) for one in found if isinstance(one, int | float) and not isinstance(one, bool)]


def criteria_of(invariant: Invariant) -> tuple[Criterion, ...]:
    """Give the criteria of an invariant; a chain has none."""
    return () if isinstance(invariant, Ascending) else (invariant.condition, invariant.consequence)


# ---- who is possible ---------------------------------------------------------------------------


def is_possible(customer: Mapping[str, Anything], *homes: Taxonomy) -> bool:
    """Tell whether every known fact is in its domain and no invariant is broken."""
    return all(
        all(is_within(customer[name], fact) for name, fact in facts_of([home]).items() if name in customer)
        and not any(is_broken(invariant, customer, home) for invariant in home.vocabulary.invariants)
        for home in homes
    )


def is_left_out(fact: Fact, customer: Mapping[str, Anything]) -> bool:
    """Tell whether a fact is missing that follows from two known ones."""
    if fact.follows is None or fact.id in customer:
        return False
    first, second = fact.follows.parts
    is_known = first in customer and second in customer
    return is_known and not (isinstance(fact.follows, Ratio) and customer[second] == 0)


def whole(facts: Mapping[str, Anything], *homes: Taxonomy) -> Customer:
    """Give a customer with what follows, if that is possible: in a proof it is free."""
    known = completed(facts, following(facts_of(homes).values()))
    return known if is_possible(known, *homes) else dict(facts)


def is_within(value: Anything, fact: Fact) -> bool:
    """Tell whether a value is in the domain of a fact, and of its type."""
    members = {value.id for value in fact.values}
    match fact.type:
        case "boolean":
            return value is True or value is False
        case "choice":
            return value in members
        case "choices":
            return isinstance(value, set | frozenset) and members.issuperset(value)
        case "integer" if value != floor(value):
            return False
    return (fact.min is None or fact.min <= value) and (fact.max is None or value <= fact.max)


def is_broken(invariant: Invariant, customer: Mapping[str, Anything], home: Taxonomy) -> bool:
    """Tell whether a customer breaks an invariant: what is missing breaks nothing."""
    if isinstance(invariant, Implication):
        met = holds(invariant.condition, customer, home)
        return met is True and holds(invariant.consequence, customer, home) is False
    known = [customer[name] for name in invariant.facts if name in customer]
    return any(earlier > later for earlier, later in combinations(known, 2))


def facts_of(homes: Iterable[Taxonomy]) -> dict[str, Fact]:
    """Give the facts that taxonomies may test."""
    return {name: fact for home in homes for name, fact in home.vocabulary.facts.items()}


# ---- the values that make a difference ---------------------------------------------------------


@attrs.define
class _Linked:
    """Numbers that chains order, with the numbers that make a difference to any of them."""

    facts: list[Fact]
    numbers: set[Fraction]

    @property
    def is_mixed(self) -> bool:
        """Whether some are integers and others are not."""
        return len({fact.type for fact in self.facts}) == 2

    def cuts(self) -> list[Fraction]:
        """Give the numbers at which anything changes, in order."""
        cuts = set(self.numbers) or {Fraction(0)}
        if self.is_mixed:
            room = len(self.facts)
            cuts |= {Fraction(one) for one in range(floor(min(cuts)) - room, ceil(max(cuts)) + room + 1)}
        return sorted(cuts)

    def between(self) -> list[Fraction]:
        """Give values between the cuts, below and above: as many as there can be in some order."""
        cuts, count = self.cuts(), len(self.facts)
        below, above = floor(cuts[0]) - count - 1, ceil(cuts[-1]) + count + 1
        found: set[Fraction] = set()
        for low, high in pairwise([Fraction(below), *cuts, Fraction(above)]):
            whole = [Fraction(one) for one in range(floor(low) + 1, ceil(high))][:count]
            step = (high - low) / (count + 1)
            parts = [low + step * part for part in range(1, count + 1)]
            kinds = {fact.type for fact in self.facts}
            if "integer" in kinds or len(whole) == count:
                found.update(whole)
            if "number" in kinds and len(whole) < count:
                found.update(parts)
        return sorted(found)


def values_of(
    homes: Sequence[Taxonomy], more: Iterable[Criterion] = (), customers: Iterable[Customer] = ()
) -> tuple[dict[str, list[Anything]], dict[str, set[Anything]]]:
    """Give the values of each fact that make a difference, and those of them that stand for many.

    `more` are other criteria that are asked about, `customers` others whose values are listed.
    """
    facts = facts_of(homes)
    linked = {
        name: _Linked([fact], set()) for name, fact in facts.items() if fact.type in ("integer", "number")
    }
    for invariant in chain.from_iterable(home.vocabulary.invariants for home in homes):
        if isinstance(invariant, Ascending):
            groups = list({id(linked[name]): linked[name] for name in invariant.facts}.values())
            merged = _Linked([fact for group in groups for fact in group.facts], set())
            linked.update((fact.id, merged) for fact in merged.facts)
    tests = [test for home in homes for category in home for test in tests_of_verdict(category, home)]
    for home in homes:
        asked = [one for invariant in home.vocabulary.invariants for one in criteria_of(invariant)]
        tests += [test for criterion in (*asked, *more) for test in tests_of(criterion, home)]
    for test, home in tests:
        if test.fact in linked:
            linked[test.fact].numbers.update(numbers_of(test, home))
    for name, group in linked.items():
        limits = (facts[name].min, facts[name].max)
        group.numbers.update(Fraction(limit) for limit in limits if limit is not None)
        group.numbers.update(Fraction(customer[name]) for customer in customers if name in customer)
    values: dict[str, list[Anything]] = {}
    many: dict[str, set[Anything]] = {}
    for name, fact in facts.items():
        values[name], many[name] = _values(fact, linked.get(name))
    return values, many


def _values(fact: Fact, linked: _Linked | None) -> tuple[list[Anything], set[Anything]]:
    if linked is None:
        members = [value.id for value in fact.values]
        subsets = (combinations(members, size) for size in range(len(members) + 1))
        of_type: dict[str, list[Anything]] = {
            "boolean": [False, True],
            "choice": members,
            "choices": [frozenset(one) for one in chain.from_iterable(subsets)],
        }
        return of_type[fact.type], set()
    cuts, between = linked.cuts(), linked.between()
    if fact.type == "number":
        inside = [_plain(value) for value in sorted({*cuts, *between}) if is_within(value, fact)]
        return inside, {_plain(value) for value in between}
    listed = range(ceil(cuts[0]), floor(cuts[-1]) + 1 if cuts[-1] - cuts[0] < LISTED else 0)
    whole = {*listed, *(int(value) for value in (*cuts, *between) if value.denominator == 1)}
    inside = [value for value in sorted(whole) if is_within(value, fact)]
    return inside, {value for value in inside if not cuts[0] <= value <= cuts[-1]}


def _plain(value: Fraction) -> int | float | Fraction:
    if value.denominator == 1:
        return int(value)
    return float(value) if Fraction(float(value)) == value else value


# ---- all customers -----------------------------------------------------------------------------


class Everybody:
    """All possible customers who make a difference to some taxonomies."""

    def __init__(
        self, *homes: Taxonomy, more: Iterable[Criterion] = (), customers: Iterable[Customer] = ()
    ) -> None:
        self.homes = homes
        self.values, self.many = values_of(homes, tuple(more), tuple(customers))
        self.tested = facts_tested(homes)

    @property
    def size(self) -> int:
        """How many customers are to be tried."""
        return prod(len(values) + 1 for values in self.values.values())

    @cached_property
    def possible(self) -> list[Customer]:
        """List the possible customers."""
        options = [[(), *(((name, value),) for value in values)] for name, values in self.values.items()]
        return [
            customer for known in product(*options) if self.has(customer := dict(chain.from_iterable(known)))
        ]

    def has(self, customer: Customer) -> bool:
        """Tell whether a customer is possible, and nothing is missing that follows from what is known."""
        facts = facts_of(self.homes)
        left_out = any(is_left_out(facts[name], customer) for name in self.values)
        return not left_out and is_possible(customer, *self.homes)

    @cached_property
    def complete(self) -> list[Customer]:
        """List those of whom no tested fact that is missing could become known."""
        incomplete: set[frozenset[tuple[str, Anything]]] = set()
        for customer in self.possible:
            items = customer.items()
            for size in range(len(customer)):
                for some in combinations(items, size):
                    if (customer.keys() - dict(some).keys()) & self.tested:
                        incomplete.add(frozenset(some))
        return [customer for customer in self.possible if frozenset(customer.items()) not in incomplete]

    # ---- categories

    def of(self, *placed: Placed) -> list[tuple[bool | None, ...]]:
        """Give the verdicts on categories for each possible customer."""
        return [
            tuple(verdict(category, customer, home) for category, home in placed)
            for customer in self.possible
        ]

    def relation(self, left: Placed, right: Placed) -> Relation:
        """Tell how two categories stand to one another."""
        return relation_of(self.of(left, right))

    def overlaps(self, home: Taxonomy) -> set[frozenset[str]]:
        """Give the maximal sets of at least two categories that share a customer."""
        taken = {
            frozenset(category.id for category, told in zip(home, row, strict=True) if told is True)
            for row in self.of(*((category, home) for category in home))
        }
        return {one for one in taken if len(one) > 1 and not any(one < other for other in taken)}

    def unreachable(self, home: Taxonomy) -> set[str]:
        """Name the categories whose own criterion nobody meets."""
        return {
            category.id
            for category in home
            if category.when is not None
            and not any(own(category, customer, home) is True for customer in self.possible)
        }

    def shadows(self, home: Taxonomy) -> dict[str, tuple[set[str], bool]]:
        """Name the categories that earlier ones take customers from, with these, and whether all."""
        if home.decide != "first":
            return {}
        rows = [[own(category, customer, home) is True for category in home] for customer in self.possible]
        found = {}
        for number, category in enumerate(home):
            mine = [row for row in rows if row[number]]
            taking = [one for one in range(number) if home.categories[one].deprecated is None]
            earlier = {home.categories[one].id for one in taking if any(row[one] for row in mine)}
            if earlier:
                nobody = all(verdict(category, customer, home) is not True for customer in self.possible)
                found[category.id] = (earlier, nobody)
        return found

    # ---- complete customers

    def gaps(self, home: Taxonomy) -> list[Customer]:
        """List the complete customers who are in no category."""
        return [
            customer
            for customer in self.complete
            if not any(verdict(category, customer, home) is True for category in home)
        ]

    def needs(self, home: Taxonomy) -> set[str]:
        """Name the facts without which a complete customer is undecided."""
        found: set[str] = set()
        for customer in self.complete:
            for name in (customer.keys() & self.tested) - found:
                if self.is_undecided_without(name, customer, home):
                    found.add(name)
        return found

    def is_undecided_without(self, name: str, customer: Customer, home: Taxonomy) -> bool:
        """Tell whether a customer is undecided once a fact is taken away, and possible then."""
        rest = {other: value for other, value in customer.items() if other != name}
        told = [verdict(category, rest, home) for category in home if category.when is not None]
        return self.has(rest) and True not in told and None in told

    def tested_of(self, customer: Customer) -> frozenset[tuple[str, Anything]]:
        """Give the tested facts of a customer as a value."""
        return frozenset((name, value) for name, value in customer.items() if name in self.tested)

    def counts(self, customers: Iterable[Customer]) -> set[int | None]:
        """Count customers by their tested facts; `None` if there is no end of them.

        Both are given where chains may leave a single value to a number that lies between others, or
        where two numbers in order have several values in common: how many pairs of these are in order
        is not told.
        """
        told = {self.tested_of(customer) for customer in customers}
        endless = {name for one in told for name, value in one if value in self.many[name]}
        chained = {
            name
            for home in self.homes
            for one in home.vocabulary.invariants
            if isinstance(one, Ascending)
            for name in one.facts
        }
        if endless - chained:
            return {None}
        values: dict[str, set[object]] = {}
        for one in told:
            for name, value in one:
                if name in chained:
                    values.setdefault(name, set()).add(value)
        is_tangled = any(len(one & other) > 1 for one, other in combinations(values.values(), 2))
        return {len(told), None} if endless or is_tangled else {len(told)}


def relation_of(rows: Iterable[tuple[bool | None, ...]]) -> Relation:
    """Tell how two categories stand to one another, by the verdicts on them for all customers."""
    told = {(left is True, right is True) for left, right in rows}
    if (True, True) not in told:
        return Relation.DISJOINT
    match (True, False) in told, (False, True) in told:
        case False, False:
            return Relation.EQUAL
        case False, True:
            return Relation.SUBSET
        case True, False:
            return Relation.SUPERSET
    return Relation.OVERLAP


def is_complete(customer: Customer, *homes: Taxonomy) -> bool:
    """Tell whether a customer, of any values, is complete."""
    everybody = Everybody(*homes, customers=[customer])
    known = customer.items()
    return is_possible(customer, *homes) and not any(
        known <= other.items() and (other.keys() - customer.keys()) & everybody.tested
        for other in everybody.possible
    )


# ---- for people --------------------------------------------------------------------------------


def readable(*homes: Taxonomy) -> str:
    """Write taxonomies with their facts as YAML, without what only people need."""
    written = []
    for home in homes:
        complete = attrs.evolve(home, own_vocabulary=home.vocabulary)
        content = _bare(plain(complete))
        content.pop("version")
        written.append(yaml.safe_dump(content, sort_keys=False, width=110, default_flow_style=None))
    return "---\n".join(written)


def _bare(content: Anything) -> Anything:
    if isinstance(content, dict):
        left_out = ("label", "definition", "without_criteria")
        return {key: _bare(value) for key, value in content.items() if key not in left_out}
    return [_bare(one) for one in content] if isinstance(content, list) else content
