"""A space has all customers that some criteria can tell apart, cut into cells.

It is made of the facts that the criteria test and of those that invariants tie to them. Facts beyond
these are of no account: a customer of whom nothing else is known is possible if the rest is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any as Anything

from customer_types._deciding.derivations import known_where_parts_are
from customer_types._deciding.interpreter import bound, holds, resolve
from customer_types._messages.suggestions import closest
from customer_types._model.criteria import BOUNDS, All, Criterion, InCategory, Not, Operator, Test
from customer_types._model.facts import Ascending, Fact, Implication, Invariant
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.dependencies import (
    Placed,
    PlacedCategory,
    PlacedInvariant,
    all_criteria,
    behind,
    criteria_of,
    facts_of,
    own_criteria,
    speaks_of_home,
    tests_of,
)
from customer_types._proving.cells.fields import (
    ANCHOR,
    IN,
    MISSING,
    Box,
    Fields,
    Tests,
    cut_of,
    exact,
    true_cells,
)
from customer_types._proving.cells.formulas import NEVER, Clause, Connectives, Formula, Sense, settled
from customer_types.errors import UnknownFactError


class Space:
    """Customers cut into cells by what is asked about them.

    `asked` has the categories in question, `homes` other taxonomies whose invariants count; `marks` has
    values of facts that get cells of their own, `also` facts that take part though no category tests them.
    """

    def __init__(
        self,
        asked: Iterable[PlacedCategory],
        *,
        homes: Iterable[Taxonomy] = (),
        marks: Mapping[str, Anything] | None = None,
        also: Iterable[str] = (),
    ) -> None:
        self.asked = tuple(asked)
        known: dict[str, Fact] = {}
        invariants: dict[tuple[Invariant, int | None], PlacedInvariant] = {}
        every = (*homes, *(taxonomy for _, taxonomy in self.asked))
        for taxonomy in {id(taxonomy): taxonomy for taxonomy in every}.values():
            known |= taxonomy.vocabulary.facts
            for one in taxonomy.vocabulary.invariants:
                # The same words with thresholds are another invariant where these have other values.
                home = id(taxonomy) if speaks_of_home((one, taxonomy)) else None
                invariants.setdefault((one, home), (one, taxonomy))
        categories = behind(self.asked)
        criteria = own_criteria(categories)
        #: The facts that the categories test; `fields_of_used` are their fields.
        self.used = tuple(dict.fromkeys(test.fact for test, _ in tests_of(criteria)))
        taking_part = (*self.used, *also)
        tied = _tied([*invariants.values()], taking_part)
        names = dict.fromkeys((*taking_part, *(name for one in tied for name in facts_of(one))))
        self.invariants = (*tied, *(_following(names, known, every[0]) if every else ()))
        of_invariants = all_criteria(placed for one in self.invariants for placed in criteria_of(one))
        tests = _compared((*criteria, *of_invariants), known, marks or {})
        chains = [one.facts for one, _ in self.invariants if isinstance(one, Ascending)]
        self.fields = Fields([_fact(name, known) for name in names], tests, chains)
        self.fields_of_used = [field for name in self.used for field in self.fields.by_fact[name]]
        self.connect = Connectives(self.fields)
        self._position = {
            (field.fact.id, field.member): position for position, field in enumerate(self.fields.all)
        }
        self._formulas: dict[tuple[int, int, Sense], Formula] = {}
        self._verdicts: dict[tuple[int, int, Sense], Formula] = {}
        for category, taxonomy in categories:  # those first that others are built on: no tower is climbed
            self.own(category, taxonomy, Sense.YES)
        #: Pairs of fields: no known number of the first is above a known one of the second.
        self.orders = tuple(
            dict.fromkeys(
                (self.fields.by_fact[lower][0], self.fields.by_fact[upper][0])
                for chain in chains
                for lower, upper in combinations(chain, 2)
                if lower != upper
            )
        )
        self.start: Box = self.fields.start
        self.possible: tuple[Clause, ...] = (*self._whole_sets(), *self._unbroken())

    # ---- formulas

    def formula(self, criterion: Criterion, taxonomy: Taxonomy, sense: Sense) -> Formula:
        """Give the formula of a criterion of a taxonomy."""
        match criterion:
            case Test():
                return self._test(criterion, taxonomy, sense)
            case Not(part):
                return self.formula(part, taxonomy, sense.swapped)
            case InCategory(key):
                other, category = resolve(key, taxonomy)
                return (self.own if other is taxonomy else self.verdict)(category, other, sense)
        connect = self.connect.both
        if isinstance(criterion, All) is not sense.is_conjunction:
            connect = self.connect.either
        return connect([self.formula(part, taxonomy, sense) for part in criterion.parts])

    def own(self, category: Category, taxonomy: Taxonomy, sense: Sense) -> Formula:
        """Give the formula of a category's own criterion; without one it is never yes and never no."""
        key = (id(category), id(taxonomy), sense)
        found = self._formulas.get(key)
        if found is None:
            if category.when is None:
                found = self.connect.always() if sense.is_denied else NEVER
            else:
                found = self.formula(category.when, taxonomy, sense)
            self._formulas[key] = found
        return found

    def verdict(self, category: Category, taxonomy: Taxonomy, sense: Sense) -> Formula:
        """Give the formula of the verdict on a category."""
        if taxonomy.decide == "all":
            return self.own(category, taxonomy, sense)
        key = (id(category), id(taxonomy), sense)
        found = self._verdicts.get(key)
        if found is None:
            parts = [self.own(category, taxonomy, sense)]
            parts += (self.own(other, taxonomy, sense.swapped) for other in taxonomy.before(category))
            found = (self.connect.both if sense.is_conjunction else self.connect.either)(parts)
            self._verdicts[key] = found
        return found

    def _test(self, test: Test, taxonomy: Taxonomy, sense: Sense) -> Formula:
        if test.operator is Operator.INCLUDES:
            return self._includes(test, sense)
        field = self.fields.by_fact[test.fact][0]
        value = bound(test, taxonomy)
        if test.operator in BOUNDS:
            value = exact(field.fact, value)
        cells = true_cells(field, test.operator, value)
        if not sense.is_about_yes:
            unknown = 0 if test.operator is Operator.KNOWN else MISSING
            cells = field.cells & ~(cells | unknown)
        return self.literal(test.fact, field.cells & ~cells if sense.is_denied else cells)

    def _includes(self, test: Test, sense: Sense) -> Formula:
        assert isinstance(test.value, tuple)
        parts = []
        for member in dict.fromkeys(map(str, test.value)):
            field = self.fields.all[self._position[test.fact, member]]
            cells = field.cell(frozenset({member} if sense.is_about_yes else ()))
            parts.append(self.literal(test.fact, field.cells & ~cells if sense.is_denied else cells, member))
        return (self.connect.both if sense.is_conjunction else self.connect.either)(parts)

    def literal(self, fact: str, cells: int, member: str | None = None) -> Formula:
        """Ask that a fact be in some of its cells."""
        return self.connect.literal(self._position[fact, member], cells)

    # ---- who is possible

    def known(self, fact: str) -> Formula:
        """Ask that a fact be known."""
        return self.literal(fact, ~MISSING)

    def _whole_sets(self) -> Iterator[Clause]:
        """Ask that the values of a set be known or missing all together."""
        for name, fields in self.fields.by_fact.items():
            for field in fields[1:]:
                yield (self.literal(name, MISSING), self.literal(name, ~MISSING, field.member))
                yield (self.literal(name, ~MISSING), self.literal(name, MISSING, field.member))

    def _unbroken(self) -> Iterator[Clause]:
        for one, taxonomy in self.invariants:
            if isinstance(one, Implication):
                unbroken = self.connect.either(
                    (
                        self.formula(one.condition, taxonomy, Sense.NOT_YES),
                        self.formula(one.consequence, taxonomy, Sense.NOT_NO),
                    )
                )
                yield from ((unbroken,),) if unbroken.box != self.fields.every else unbroken.clauses

    def broken(self, invariant: PlacedInvariant, chosen: Box, free: Box) -> Formula:
        """Say who breaks an invariant once some fields are settled, which alone break none."""
        one, taxonomy = invariant
        if isinstance(one, Implication):
            both = (
                self.formula(one.condition, taxonomy, Sense.YES),
                self.formula(one.consequence, taxonomy, Sense.NO),
            )
            return self.connect.both([settled(part, self.connect, chosen, free) for part in both])
        parts = []
        for lower, upper in self.orders:
            if lower.fact.id in one.facts and upper.fact.id in one.facts:
                low, high = lower.of(chosen), upper.of(chosen)
                if low & ~MISSING and not high:
                    parts.append(self.literal(upper.fact.id, upper.known & (low - 1)))
                elif high & ~MISSING and not low:
                    parts.append(self.literal(lower.fact.id, lower.known & ~(2 * high - 1)))
        return self.connect.either(parts)

    # ---- customers

    def box_of(self, facts: Mapping[str, Anything]) -> Box:
        """Give the box of one cell a field that a customer is in; a fact outside its domain has no cell."""
        return ANCHOR | sum(field.cell(facts.get(field.fact.id)) << field.shift for field in self.fields.all)

    def customer(self, box: Box) -> dict[str, Anything]:
        """Choose a customer of a box: as little known as can be, with small numbers.

        INVARIANT: the box is consistent with the orders of facts, as a search leaves it; so the lowest
        cells are in order, and in one cell all facts get the same number.
        """
        ordered = {field.shift for pair in self.orders for field in pair}
        facts: dict[str, Anything] = {}
        for name, fields in self.fields.by_fact.items():
            first = fields[0]
            cells = first.of(box) & first.cells
            if cells & MISSING:
                continue
            if first.fact.type == "choices":
                facts[name] = frozenset(
                    field.member for field in fields[1:] if field.of(box) & field.cells == IN
                )
            elif first.scale is None or first.shift in ordered:
                facts[name] = first.value(cells & -cells)
            else:
                facts[name] = min(map(first.value, bits(cells)), key=abs)
        return facts


def bits(cells: int) -> Iterator[int]:
    """Go through the single cells of several, lowest first."""
    while cells:
        lowest = cells & -cells
        yield lowest
        cells ^= lowest


def _fact(name: str, known: Mapping[str, Fact]) -> Fact:
    if name not in known:
        raise UnknownFactError(name, closest(name, known))
    return known[name]


def _tied(invariants: list[PlacedInvariant], used: Iterable[str]) -> tuple[PlacedInvariant, ...]:
    """Choose the invariants that tie something to the facts in use, or to others that are tied to them.

    The others hold of a customer of whom nothing they are about is known; if not, all are chosen.
    """
    about = [(one, {*facts_of(one)}) for one in invariants]
    tied = {*used}
    chosen: list[PlacedInvariant] = []
    grown = True
    while grown:
        more = [one for one, facts in about if facts & tied]
        grown = len(more) > len(chosen)
        chosen = more
        tied.update(*(facts for _, facts in about if facts & tied))
    left = [(one, taxonomy) for (one, taxonomy), facts in about if not facts & tied]
    for one, taxonomy in left:
        if (
            isinstance(one, Implication)
            and holds(one.condition, {}, taxonomy) is True
            and holds(one.consequence, {}, taxonomy) is False
        ):
            return tuple(invariants)
    return tuple(chosen)


def _following(
    names: Collection[str], facts: Mapping[str, Fact], taxonomy: Taxonomy
) -> Iterator[PlacedInvariant]:
    """Say that what follows is known where both of its parts are, as far as all three take part."""
    for name in names:
        follows = _fact(name, facts).follows
        if follows is not None and set(follows.parts).issubset(names):
            yield known_where_parts_are(name, follows), taxonomy


def _compared(
    criteria: Iterable[Placed], facts: Mapping[str, Fact], marks: Mapping[str, Anything]
) -> dict[str, Tests]:
    """Collect what facts are compared with."""
    found: dict[str, Tests] = {}
    for test, taxonomy in tests_of(criteria):
        of_fact = found.setdefault(test.fact, Tests())
        fact = _fact(test.fact, facts)
        if test.operator is Operator.KNOWN:
            continue
        value = bound(test, taxonomy)
        if test.operator in BOUNDS:
            of_fact.cuts.add(cut_of(test.operator, exact(fact, value)))
        else:
            _mark(of_fact, fact, value if isinstance(value, tuple) else (value,))
    for name, value in marks.items():
        if name in facts and value is not None:
            values = value if isinstance(value, frozenset) else (value,)
            _mark(found.setdefault(name, Tests()), facts[name], values)
    return found


def _mark(tests: Tests, fact: Fact, values: Iterable[Anything]) -> None:
    """Give single values cells of their own."""
    for value in values:
        if fact.type in ("integer", "number"):
            tests.cuts |= {(exact(fact, value), 0), (exact(fact, value), 1)}
        elif fact.type != "boolean":
            tests.members[str(value)] = None
