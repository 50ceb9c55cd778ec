"""A way is a smallest set of changes of facts that puts a customer into a category, or out of it.

Only what a business can bring about is changed: `changeable` of a fact says which way it moves. What
is missing is not changed but found out, if it can be so today: whoever has never ordered has no first
order to look up. What can't be so yet is awaited: it comes once the changes are made, with time. Every
way is minimal: without one of its changes it leads nowhere, and every value is as near to the present
one as the others allow.

A fact that follows from two others moves with them and never by itself: nobody has to bring it about. If
it was given, the way has its new value among its consequences, and does not name it as a change.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any as Anything

import attrs

from customer_types._deciding.derivations import completed, following
from customer_types._deciding.interpreter import verdict
from customer_types._deciding.possibility import impossible_as_given
from customer_types._deciding.wording import Wording
from customer_types._messages.suggestions import closest
from customer_types._model.criteria import All, Criterion
from customer_types._model.facts import Change as Changeable, Fact
from customer_types._model.taxonomies import Action, Category, Taxonomy
from customer_types._proving.cells.bonds import Bonds
from customer_types._proving.cells.dependencies import PlacedCategory
from customer_types._proving.cells.descriptions import described_field
from customer_types._proving.cells.fields import IN, MISSING, OUT, Box, Field
from customer_types._proving.cells.formulas import Clause, Sense
from customer_types._proving.cells.prover import Prover
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.cells.spaces import Space, bits
from customer_types._proving.proofs import BUDGET
from customer_types.errors import SearchGivenUpError, UnknownFactError

Facts = Mapping[str, Anything]

#: So many questions are asked at most to find all ways.
MOST_TRIES = 1000
#: Decimals of changed numbers, where so many are enough.
DECIMALS = 2


@attrs.frozen(kw_only=True)
class Change:
    """A fact whose value has to change."""

    fact: Fact
    before: Anything
    after: Anything


@attrs.frozen(kw_only=True)
class Unknown:
    """A missing fact that has to be found out; `wanted` says what it has to be, `example` is a value.

    The customer can have that value today.
    """

    fact: Fact
    wanted: Criterion
    example: Anything


@attrs.frozen(kw_only=True)
class Awaited:
    """A missing fact that can't be as it has to be before the changes are made, and comes after them.

    `wanted` says what it has to be, `example` is a value.
    """

    fact: Fact
    wanted: Criterion
    example: Anything


@attrs.frozen(kw_only=True, repr=False)
class Way:
    """A smallest set of changes, with what has to be found out and awaited, and the actions that aim at it.

    A way without any of these is for a customer who is there already. `consequences` are the new values of
    facts that were given and follow from what changes.
    """

    changes: tuple[Change, ...]
    unknowns: tuple[Unknown, ...]
    awaited: tuple[Awaited, ...]
    actions: tuple[Action, ...]
    taxonomy: Taxonomy = attrs.field(eq=False)
    consequences: tuple[Change, ...] = ()

    @property
    def facts(self) -> dict[str, Anything]:
        """The facts that the customer would have, of those that are in the way."""
        changed = {change.fact.id: change.after for change in (*self.changes, *self.consequences)}
        missing: tuple[Unknown | Awaited, ...] = (*self.unknowns, *self.awaited)
        return changed | {one.fact.id: one.example for one in missing}

    def render(self, language: str = "en") -> str:
        """Say in a language what has to change, what has to be found out, and what comes with time."""
        words = Wording(self.taxonomy, language)
        parts = [words.change(change.fact, change.before, change.after) for change in self.changes]
        parts += [
            words.say(key, part=words.in_line(one.wanted))
            for key, several in (("find-out", self.unknowns), ("await", self.awaited))
            for one in several
        ]
        return words.say("joint").join(parts) or words.say("there-already")

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"<Way {', '.join(self.facts) or 'without changes'}>"


def ways(
    facts: Facts, category: Category, taxonomy: Taxonomy, *, into: bool, allow: Iterable[str] = ()
) -> tuple[Way, ...]:
    """List all smallest ways into a category, or out of it, those of fewest changes first.

    `facts` are those that are given of a customer, of the right types; `allow` has those that may
    change either way, whatever their `changeable`. Raises `UnknownFactError`, a KeyError, and
    `SearchGivenUpError`, a ValueError, where there are too many ways to try.
    """
    vocabulary = taxonomy.vocabulary.facts
    known = completed(facts, following(vocabulary.values()))
    allowed = dict.fromkeys(allow)
    for name in allowed:
        if name not in vocabulary:
            raise UnknownFactError(name, closest(name, vocabulary))
    if verdict(category, known, taxonomy) is into:
        return (Way(changes=(), unknowns=(), awaited=(), actions=(), taxonomy=taxonomy),)
    search = _Search((category, taxonomy), facts, into=into, allowed=allowed)
    actions = _towards(category, known, taxonomy) if into else ()
    try:
        found = [way for moved in search.minimal_sets() if (way := search.way(moved, actions)) is not None]
    except OutOfBudgetError:
        raise SearchGivenUpError(category.key) from None
    return tuple(sorted(found, key=_length))


def _length(way: Way) -> tuple[int, int]:
    missing = len(way.unknowns) + len(way.awaited)
    return len(way.changes) + missing, missing


def _towards(category: Category, facts: Facts, taxonomy: Taxonomy) -> tuple[Action, ...]:
    """List the actions that aim at a category, of the categories that the customer is in."""
    return tuple(
        action
        for one in taxonomy
        if verdict(one, facts, taxonomy) is True
        for action in one.actions
        if action.towards in (category.id, category.key)
    )


class _Search:
    """Looks for ways of one customer."""

    def __init__(self, placed: PlacedCategory, facts: Facts, *, into: bool, allowed: Iterable[str]) -> None:
        self.placed = placed
        self.facts = dict(facts)
        self.sense = Sense.YES if into else Sense.NO
        self.allowed = frozenset(allowed)
        self.tries = MOST_TRIES
        self.bonds = Bonds(placed, self.facts)
        self.prover = self._begin(self.facts)
        self.space = self.prover.space
        self.movable = frozenset(
            name
            for name in self.space.fields.by_fact
            if not self.bonds.is_bound(name) and (name not in facts or self._direction(name) != "never")
        )

    def _begin(self, marks: Facts) -> Prover:
        return Prover([self.placed], budget=BUDGET, marks=self.bonds.marks(marks), also=self.bonds.parts)

    def _direction(self, name: str) -> Changeable:
        return "any" if name in self.allowed else self.space.fields.by_fact[name][0].fact.changeable

    def _box(self, space: Space, moved: Iterable[str], settled: Facts) -> Box:
        """Give the box of what the customer can become when some facts move and others are settled."""
        moving = frozenset(moved)
        box = space.start
        for name, fields in space.fields.by_fact.items():
            for field in fields:
                if self.bonds.moves_along(name, moving | settled.keys()):
                    cells = field.cells
                    if moving.isdisjoint(self.bonds.following[name].parts):
                        cells = field.cell(self.bonds.value(name, {**self.facts, **settled}))
                elif name in settled:
                    cells = field.cell(settled[name])
                elif name not in self.facts:
                    cells = field.cells if name in moving else MISSING
                else:
                    here = field.cell(self.facts[name])
                    cells = here | self._reachable(field, here) if name in moving else here
                box &= space.fields.limit(field, cells)
        return box

    def _reachable(self, field: Field, here: int) -> int:
        """Give the cells that a fact can move to from a cell."""
        way = self._direction(field.fact.id)
        above = field.known & ~((here << 1) - 1)
        below = field.known & (here - 1)
        if way == "any":
            return above | below
        if field.fact.type == "choice" or not here:
            return 0
        return {"increase": above, "decrease": below, "never": 0}[way]

    def _leads(self, moved: Iterable[str], settled: Facts | None = None) -> bool:
        """Tell whether moving some facts, others being settled, can lead there."""
        self.tries -= 1
        if self.tries < 0:
            raise OutOfBudgetError
        settled = settled or {}
        moving = frozenset(moved)
        if self.bonds.are_broken(moving, settled):
            return False
        prover = self._begin({**self.facts, **settled}) if settled else self.prover
        clause: Clause = (prover.space.verdict(*self.placed, self.sense),)
        box = self._box(prover.space, moving, settled)
        if prover.find([clause], box) is None:
            return False
        boxes = self.bonds.boxes(prover.space, box, moving, settled)
        return any(prover.find([clause], one) is not None for one in boxes)

    def minimal_sets(self) -> Iterator[tuple[str, ...]]:
        """Give all sets of facts that lead there, and of which none is too many.

        Where a set is found, each other one lacks some fact of it; so the search goes on without each
        of its facts in turn.
        """
        found: list[frozenset[str]] = []
        seen: set[frozenset[str]] = set()
        pending = [frozenset[str]()]
        while pending:
            without = pending.pop()
            if without in seen:
                continue
            seen.add(without)
            known = next((one for one in found if not one & without), None)
            if known is None:
                if not self._leads(self.movable - without):
                    continue
                known = self._shrunk(self.movable - without)
                found.append(known)
            pending += [without | {name} for name in known]
        order = [*self.space.fields.by_fact]
        yield from (tuple(sorted(one, key=order.index)) for one in found)

    def _shrunk(self, moved: frozenset[str]) -> frozenset[str]:
        # Facts that no category tests are moved only if they must.
        for name in sorted(moved, key=lambda name: (name in self.space.used, name)):
            if self._leads(moved - {name}):
                moved -= {name}
        return moved

    # ---- values

    def way(self, moved: tuple[str, ...], actions: tuple[Action, ...]) -> Way | None:
        """Choose the nearest values of the facts that move; `None` where none fit what follows from them."""
        settled: dict[str, Anything] = {}
        for name in sorted(moved, key=lambda name: name not in self.facts):
            rest = [other for other in moved if other not in settled and other != name]
            values = [*self._values(name, [*rest, name], settled)]
            if name not in self.facts:  # what can be so today goes first
                found = {one: value for one, value in settled.items() if one not in self.facts}
                values.sort(key=lambda value: not self._can_be({**found, name: value}))
            leading = (value for value in values if self._leads(rest, {**settled, name: value}))
            settled[name] = next(leading, None)
            if settled[name] is None:  # only others of the same cell would do, and those are not tried
                if self.bonds.following:
                    return None
                raise OutOfBudgetError
        along = self.bonds.along(settled)
        after = {**self.facts, **settled, **along}
        if not self._is_there(after):
            if self.bonds.following:
                return None
            raise AssertionError("a way does not lead where it should: this is a fault of customer_types")
        vocabulary = self.placed[1].vocabulary.facts
        today = self._today({name: settled[name] for name in moved if name not in self.facts})
        missing = {
            name: {"fact": vocabulary[name], "wanted": self._wanted(name, after), "example": settled[name]}
            for name in moved
            if name not in self.facts
        }
        changes, consequences = (
            tuple(
                Change(fact=vocabulary[name], before=self.facts[name], after=after[name])
                for name in names
                if name in self.facts
            )
            for names in (moved, along)
        )
        return Way(
            changes=changes,
            unknowns=tuple(Unknown(**told) for name, told in missing.items() if name in today),
            awaited=tuple(Awaited(**told) for name, told in missing.items() if name not in today),
            actions=actions,
            taxonomy=self.placed[1],
            consequences=consequences,
        )

    def _can_be(self, found: Facts) -> bool:
        """Tell whether missing facts can be so today, together."""
        return not self._absurd(found)

    def _absurd(self, found: Facts) -> set[str]:
        return found.keys() & {*impossible_as_given({**self.facts, **found}, self.placed[1])}

    def _today(self, found: Facts) -> Facts:
        """Choose those of missing facts that can be so today, together; none can be added to them."""
        today = dict(found)
        while absurd := self._absurd(today):
            today = {name: value for name, value in today.items() if name not in absurd}
        more = True
        while more:
            others = (name for name in found if name not in today)
            fitting = next((name for name in others if self._can_be({**today, name: found[name]})), None)
            more = fitting is not None
            if fitting is not None:
                today[fitting] = found[fitting]
        return today

    def _is_there(self, customer: Facts) -> bool:
        """Tell whether a customer is possible, and has the verdict that is wanted."""
        category, taxonomy = self.placed
        known = completed(customer, self.bonds.following)
        is_wanted = verdict(category, known, taxonomy) is (self.sense is Sense.YES)
        return is_wanted and not impossible_as_given(customer, taxonomy)

    def _values(self, name: str, moved: Iterable[str], settled: Facts) -> Iterator[Anything]:
        """Give values that a fact may move to, the nearest first."""
        space = self._begin({**self.facts, **settled}).space
        fields = space.fields.by_fact[name]
        box = self._box(space, moved, settled)
        field = fields[0]
        before = self.facts.get(name)
        if field.scale is not None:
            near = 0 if before is None else before
            found = []
            for cell in bits(field.of(box) & field.known):
                numbers = field.scale[cell.bit_length() - 2]
                is_integer = field.fact.type == "integer"
                value = numbers.integer(near) if is_integer else numbers.number(near, decimals=DECIMALS)
                found += [] if value is None or value == before else [value]
            # Of two doubles at one distance, as doubles tell it, the nearer one comes first.
            yield from sorted(found, key=lambda value: (abs(value - near), -value if value < near else value))
        elif field.fact.type == "choices":
            yield from _sets(fields, box, before or frozenset())
        else:
            yield from (
                value for cell in bits(field.of(box) & field.known) if (value := field.value(cell)) != before
            )

    def _wanted(self, name: str, after: Facts) -> Criterion:
        """Say what a fact that is found out has to be, while everything else is as it would be."""
        space = self._begin(after).space
        parts: list[Criterion] = []
        for field in space.fields.by_fact[name]:
            if field.fact.type == "choices" and field.member is None:
                continue
            here = field.cell(after[name])
            cells = here
            for way in ([*bits(field.known & ~(2 * here - 1))], [*bits(field.known & (here - 1))][::-1]):
                for cell in way:
                    if self._is_there({**after, name: _with_cell(field, cell, after[name])}):
                        cells |= cell
                    elif field.scale is not None:
                        break
            parts += described_field(field, cells)
        return parts[0] if len(parts) == 1 else All(tuple(parts))


def _sets(fields: tuple[Field, ...], box: Box, before: frozenset[str]) -> Iterator[frozenset[str]]:
    """Give the sets that the fields of a fact can be, those with fewest changes first."""
    options: list[frozenset[str]] = [before]
    for field in fields[1:]:
        member = field.member
        assert member is not None
        cells = field.of(box) & field.known
        changed = []
        if cells & IN and member not in before:
            changed = [one | {member} for one in options]
        elif cells & OUT and member in before:
            changed = [one - {member} for one in options]
        options += changed
    yield from sorted(options, key=lambda one: len(one ^ before))


def _with_cell(field: Field, cell: int, value: Anything) -> Anything:
    """Give a value in another cell of a field."""
    if field.member is None:
        return field.value(cell)
    return value | {field.member} if cell == IN else value - {field.member}
