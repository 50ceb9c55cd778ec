"""What is true of a taxonomy, found by z3 from the criteria themselves.

A fact is a truth value, whether it is known, and a value: an integer, a real number, the place of a
choice in its list, or a truth value for each member of a set. A criterion is two formulas, when it is
yes and when it is no; unknown is neither. Nothing is cut into cells.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any as Anything, TypeAlias

import pytest
from tests.proofs.reference import Customer, Placed, facts_of, facts_tested

from customer_types import Category, Relation, Taxonomy
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._model.facts import Ascending, Fact, Ratio

z3 = pytest.importorskip("z3")

Formula: TypeAlias = Anything  # z3 has no types
#: When a criterion is yes, and when it is no.
Answer: TypeAlias = tuple[Formula, Formula]


class Person:
    """Some customer, of whom everything is open.

    `numbers` are terms of z3 in the place of thresholds, by the ids of taxonomies and thresholds.
    """

    def __init__(
        self, *homes: Taxonomy, name: str = "", numbers: Mapping[tuple[str, str], Formula] | None = None
    ) -> None:
        self.homes = homes
        self.facts = facts_of(homes)
        self.is_known = {id: z3.Bool(f"{name}{id} known") for id in self.facts}
        self.values = {id: _value(fact, f"{name}{id}") for id, fact in self.facts.items()}
        self.numbers = dict(numbers or {})
        self._own: dict[int, Answer] = {}

    # ---- criteria

    def answer(self, criterion: Criterion, home: Taxonomy) -> Answer:
        """Say when a criterion is yes, and when it is no."""
        match criterion:
            case Test(fact, Operator.KNOWN, expected):
                holds = self.is_known[fact] if expected else z3.Not(self.is_known[fact])
                return holds, z3.Not(holds)
            case Test(fact):
                holds = self._comparison(criterion, home)
                return z3.And(self.is_known[fact], holds), z3.And(self.is_known[fact], z3.Not(holds))
            case All(parts):
                answers = [self.answer(part, home) for part in parts]
                return z3.And([yes for yes, _ in answers]), z3.Or([no for _, no in answers])
            case Any(parts):
                answers = [self.answer(part, home) for part in parts]
                return z3.Or([yes for yes, _ in answers]), z3.And([no for _, no in answers])
            case Not(part):
                yes, no = self.answer(part, home)
                return no, yes
            case InCategory(key):
                other, slash, id = key.rpartition("/")
                if not slash:
                    return self.own(home.named(id), home)
                assert home.scope is not None
                return self.verdict(home.scope.named(other).named(id), home.scope.named(other))

    def own(self, category: Category, home: Taxonomy) -> Answer:
        """Say when a category's own criterion is yes, and when no: without one it is neither."""
        key = id(category)
        if key not in self._own:
            nowhere = (z3.BoolVal(False), z3.BoolVal(False))
            self._own[key] = nowhere if category.when is None else self.answer(category.when, home)
        return self._own[key]

    def verdict(self, category: Category, home: Taxonomy) -> Answer:
        """Say when the verdict on a category is yes, and when no."""
        yes, no = self.own(category, home)
        if home.decide == "all":
            return yes, no
        before = home.categories[: [one.id for one in home].index(category.id)]
        earlier = [self.own(one, home) for one in before if one.deprecated is None]
        return z3.And(yes, *(none for _, none in earlier)), z3.Or(no, *(some for some, _ in earlier))

    def _comparison(self, test: Test, home: Taxonomy) -> Formula:
        fact, value = self.facts[test.fact], self.values[test.fact]
        several = test.value if isinstance(test.value, tuple) else (test.value,)
        match fact.type:
            case "choices":
                return z3.And([value.get(one, z3.BoolVal(False)) for one in several])
            case "choice":
                members = [one.id for one in fact.values]
                return z3.Or([value == members.index(str(one)) for one in several if one in members])
            case "boolean":
                return z3.Or([value == z3.BoolVal(one is True) for one in several])
        numbers = [self._threshold(one, home) if isinstance(one, str) else _number(one) for one in several]
        match test.operator:
            case Operator.MIN:
                return value >= numbers[0]
            case Operator.MAX:
                return value <= numbers[0]
            case Operator.ABOVE:
                return value > numbers[0]
            case Operator.BELOW:
                return value < numbers[0]
        return z3.Or([value == number for number in numbers])

    def _threshold(self, id: str, home: Taxonomy) -> Formula:
        value = next(threshold.value for threshold in home.thresholds if threshold.id == id)
        return self.numbers.get((home.id, id), _number(value))

    # ---- who is possible

    def is_possible(self) -> Formula:
        """Say when the customer is possible."""
        said = [z3.Implies(self.is_known[id], self._is_within(fact)) for id, fact in self.facts.items()]
        for fact in self.facts.values():
            if fact.follows is not None:
                first, second = fact.follows.parts
                known = z3.And(self.is_known[first], self.is_known[second])
                if isinstance(fact.follows, Ratio):
                    known = z3.And(known, self.values[second] != 0)
                said.append(z3.Implies(known, self.is_known[fact.id]))
        for home in self.homes:
            for invariant in home.vocabulary.invariants:
                if isinstance(invariant, Ascending):
                    for one, other in combinations(invariant.facts, 2):
                        both = z3.And(self.is_known[one], self.is_known[other])
                        said.append(z3.Implies(both, self.values[one] <= self.values[other]))
                else:
                    met, _ = self.answer(invariant.condition, home)
                    _, unmet = self.answer(invariant.consequence, home)
                    said.append(z3.Not(z3.And(met, unmet)))
        return z3.And(said)

    def _is_within(self, fact: Fact) -> Formula:
        value = self.values[fact.id]
        if fact.type == "choice":
            return z3.And(value >= 0, value < len(fact.values))
        limits = [value >= _number(fact.min)] if fact.min is not None else []
        return z3.And(limits + ([value <= _number(fact.max)] if fact.max is not None else []))

    def is_same(self, other: "Person", id: str) -> Formula:
        """Say when a fact of two customers has the same value."""
        mine, theirs = self.values[id], other.values[id]
        if isinstance(mine, dict):
            return z3.And([mine[member] == theirs[member] for member in mine])
        return mine == theirs

    def has(self, facts: Mapping[str, Anything]) -> Formula:
        """Say when this is all that is known of the customer, and so."""
        said = [known if id in facts else z3.Not(known) for id, known in self.is_known.items()]
        return z3.And(said + [self.is_of(id, value) for id, value in facts.items()])

    def is_of(self, id: str, value: Anything) -> Formula:
        """Say when a fact has a value."""
        fact, mine = self.facts[id], self.values[id]
        match fact.type:
            case "choices":
                return z3.And([mine[member] == (member in value) for member in mine])
            case "choice":
                return mine == [one.id for one in fact.values].index(value)
            case "boolean":
                return mine == z3.BoolVal(value)
        return mine == _number(value)

    def read(self, model: Anything) -> Customer:
        """Read the customer from a model."""
        found: Customer = {}
        for id, fact in self.facts.items():
            if z3.is_true(model.eval(self.is_known[id], model_completion=True)):
                value = self.values[id]
                if isinstance(value, dict):
                    told = {one: model.eval(said, model_completion=True) for one, said in value.items()}
                    found[id] = frozenset(one for one, said in told.items() if z3.is_true(said))
                    continue
                said = model.eval(value, model_completion=True)
                match fact.type:
                    case "boolean":
                        found[id] = z3.is_true(said)
                    case "choice":
                        found[id] = fact.values[said.as_long()].id
                    case _:
                        found[id] = Fraction(str(said))
        return found


def _value(fact: Fact, name: str) -> Anything:
    match fact.type:
        case "number":
            return z3.Real(name)
        case "boolean":
            return z3.Bool(name)
        case "choices":
            return {member.id: z3.Bool(f"{name} {member.id}") for member in fact.values}
    return z3.Int(name)


def _number(number: Anything) -> Formula:
    """Give a number as a fraction, exactly: an integer fact is compared with it as a real number."""
    exact = Fraction(number)
    return z3.RealVal(f"{exact.numerator}/{exact.denominator}")


# ---- what can be asked -------------------------------------------------------------------------


class Solver:
    """Answers on the possible customers of some taxonomies."""

    def __init__(self, *homes: Taxonomy) -> None:
        self.homes = homes
        self.someone = Person(*homes)
        self._solver = z3.Solver()
        self._solver.add(self.someone.is_possible())
        self._yes: dict[tuple[int, int], Formula] = {}

    def yes(self, placed: Placed) -> Formula:
        """Say when the verdict on a category is yes."""
        key = (id(placed[0]), id(placed[1]))
        if key not in self._yes:
            self._yes[key] = self.someone.verdict(*placed)[0]
        return self._yes[key]

    def is_there(self, *said: Formula) -> bool:
        """Tell whether there is a possible customer of whom something holds."""
        found = self._solver.check(*said)
        assert found != z3.unknown
        return bool(found == z3.sat)

    def relation(self, left: Placed, right: Placed) -> Relation:
        """Tell how two categories stand to one another."""
        one, other = self.yes(left), self.yes(right)
        if not self.is_there(one, other):
            return Relation.DISJOINT
        match self.is_there(one, z3.Not(other)), self.is_there(other, z3.Not(one)):
            case False, False:
                return Relation.EQUAL
            case False, True:
                return Relation.SUBSET
            case True, False:
                return Relation.SUPERSET
        return Relation.OVERLAP

    def is_another_overlap(self, home: Taxonomy, overlaps: Sequence[Collection[str]]) -> bool:
        """Tell whether at least two categories share a customer, not all of them in one of the overlaps."""
        yes = {category.id: self.yes((category, home)) for category in home}
        beyond = [z3.Or([formula for id, formula in yes.items() if id not in one]) for one in overlaps]
        return self.is_there(z3.AtLeast(*yes.values(), 2), *beyond)

    def in_no_category(self, home: Taxonomy, besides: Iterable[Criterion], most: int) -> Iterator[Customer]:
        """Give some possible customers who are in no category, and meet none of some other criteria.

        Each tells as much as can be known of them; no two have the same facts known.
        """
        someone, solver = self.someone, z3.Optimize()
        solver.add(someone.is_possible())
        solver.add([z3.Not(self.yes((category, home))) for category in home])
        solver.add([z3.Not(someone.answer(one, home)[0]) for one in besides])
        for id in facts_tested([home]):
            solver.add_soft(someone.is_known[id])
        for _ in range(most):
            if solver.check() != z3.sat:
                return
            model = solver.model()
            yield someone.read(model)
            known = [model.eval(one, model_completion=True) == one for one in someone.is_known.values()]
            solver.add(z3.Not(z3.And(known)))

    def is_complete(self, customer: Mapping[str, Anything]) -> bool:
        """Tell whether no tested fact of a possible customer could become known."""
        someone, tested = self.someone, facts_tested(self.homes)
        said = [someone.is_known[id] for id in customer]
        said += [someone.is_of(id, value) for id, value in customer.items()]
        more = z3.Or([known for id, known in someone.is_known.items() if id in tested - customer.keys()])
        return not self.is_there(*said, more)

    def gap(self, home: Taxonomy, *, steps: int) -> Customer | None:
        """Find a complete customer in no category. Raises `TimeoutError` where z3 gives up."""
        someone, other = self.someone, Person(*self.homes, name="other ")
        tested = facts_tested(self.homes)
        keeps = z3.And(
            [
                z3.Implies(known, z3.And(other.is_known[id], someone.is_same(other, id)))
                for id, known in someone.is_known.items()
            ]
        )
        adds = z3.Or([z3.And(other.is_known[id], z3.Not(someone.is_known[id])) for id in tested])
        values = [
            one
            for value in other.values.values()
            for one in (value.values() if isinstance(value, dict) else [value])
        ]
        solver = z3.Solver()
        solver.set("rlimit", steps)
        solver.add(someone.is_possible())
        solver.add([z3.Not(self.yes((category, home))) for category in home])
        solver.add(
            z3.ForAll([*other.is_known.values(), *values], z3.Not(z3.And(other.is_possible(), keeps, adds)))
        )
        found = solver.check()
        if found == z3.unknown:
            raise TimeoutError
        return someone.read(solver.model()) if found == z3.sat else None
