"""A gap is a set of customers whom no category takes, though everything is known of them.

Customers of whom something is missing may be in no category for that reason alone. They are no gap;
what they need is told apart.
"""

import itertools
from collections.abc import Callable
from math import prod

from customer_types._deciding.interpreter import verdict
from customer_types._proving.cells.descriptions import described
from customer_types._proving.cells.fields import ANCHOR, MISSING, Box, Field
from customer_types._proving.cells.nodes import NOBODY
from customer_types._proving.cells.populations import WIDE, Population
from customer_types._proving.cells.search import OutOfBudgetError
from customer_types._proving.cells.spaces import bits
from customer_types._proving.cells.sweeps import Sweep
from customer_types._proving.findings import Gap, Need, Region
from customer_types._proving.proofs import Proofs
from customer_types._proving.witnesses import Facts, Witness, witness_of

#: So many gaps are listed at most.
MOST_GAPS = 1000
#: So many regions are listed at most: more are no picture.
MOST_REGIONS = 64


def first_gap(proofs: Proofs) -> Witness | None:
    """Find a complete customer who is in no category. Raises `OutOfBudgetError`."""
    customer = proofs.prover.find_complete([proofs.prover.not_yes(placed) for placed in proofs.categories])
    return None if customer is None else _witness(proofs, customer, proofs.prover.is_complete)


def gaps(proofs: Proofs) -> tuple[tuple[Gap, ...], bool]:
    """Describe all complete customers who are in no category, and tell whether these are all.

    Where they are too many to be told, one of them is.
    """
    fields, found = proofs.prover.space.fields, list[Gap]()
    try:
        everybody = proofs.population
        left, diagrams = everybody.in_none, everybody.diagrams
        widening = _Widening(everybody)
        while left != NOBODY:
            if len(found) == MOST_GAPS:
                return tuple(found), False
            customer = everybody.customer(left)
            assert customer is not None
            box = widening.widened(proofs.prover.space.box_of(customer))
            left = diagrams.less(left, diagrams.box(box))
            found.append(
                Gap(
                    where=described(box, proofs.prover.space.fields_of_used),
                    witness=_witness(proofs, customer, everybody.is_complete, box=box),
                    count=everybody.count(everybody.in_none, box),
                )
            )
    except OutOfBudgetError:
        return tuple(found) or _alone(proofs), False
    # Where a cell has complete customers and others, it is not in a gap as a whole, but some of it may be.
    return tuple(found), fields.show_all_complete if found else fields.tell_who_is_complete


def _alone(proofs: Proofs) -> tuple[Gap, ...]:
    """Describe one gap alone, by the cells that a search has come upon."""
    space = proofs.prover.space
    try:
        witness = first_gap(proofs)
    except OutOfBudgetError:
        return ()
    if witness is None:
        return ()
    where = described(space.box_of(witness.facts), space.fields_of_used)
    return (Gap(where=where, witness=witness, count=None),)


def count(proofs: Proofs) -> int | None:
    """Count complete customers, where that is a finite number and not too large to work out."""
    try:
        everybody = proofs.population
        return everybody.count(everybody.everybody)
    except OutOfBudgetError:
        return None


def regions(proofs: Proofs) -> tuple[tuple[Region, ...], bool]:
    """List the sets of categories that complete customers are in, and tell whether these are all."""
    categories = [category for category, _ in proofs.categories]
    try:
        everybody = proofs.population
        parts, is_complete = everybody.regions(MOST_REGIONS)
        found = tuple(
            Region(categories=tuple(itertools.compress(categories, inside)), count=count)
            for inside, count in parts
        )
    except OutOfBudgetError:
        return (), False
    return found, is_complete and proofs.prover.space.fields.tell_who_is_complete


def needs(proofs: Proofs) -> tuple[tuple[Need, ...], bool]:
    """List the facts without which some customers are undecided, and tell whether these are all."""
    space, found = proofs.prover.space, list[Need]()
    try:
        everybody = proofs.population
        for name in space.used:
            customer = everybody.without(name)
            if customer is not None:
                value = customer.pop(name)
                fact = space.fields.by_fact[name][0].fact
                found.append(
                    Need(fact=fact, witness=_witness(proofs, customer, everybody.is_complete, {name: value}))
                )
    except OutOfBudgetError:
        return tuple(found), False
    return tuple(found), len(found) == len(space.used) or space.fields.tell_who_is_complete


def _witness(
    proofs: Proofs,
    customer: Facts,
    is_complete: Callable[[Facts], bool],
    taken_away: Facts | None = None,
    box: Box | None = None,
) -> Witness:
    """Make the witness of a customer of a box who is complete, or would be with what was taken away."""
    space = proofs.prover.space

    def shows(facts: Facts) -> bool:
        verdicts = {verdict(category, facts, home) for category, home in proofs.categories}
        is_shown = True not in verdicts and (taken_away is None or None in verdicts)
        is_shown = is_shown and (box is None or not space.box_of(facts) & ~(box | ANCHOR))
        return is_shown and is_complete({**facts, **(taken_away or {})})

    return witness_of(customer, proofs.taxonomies, shows, kept=space.used)


class _Widening:
    """Widens boxes of customers who are in no category, but not into boxes already taken."""

    def __init__(self, everybody: Population) -> None:
        self.everybody = everybody
        self.fields = everybody.space.fields_of_used
        start, diagrams = everybody.space.start, everybody.diagrams
        #: For each field, the cells that complete customers are in.
        self.inhabited = {
            field.shift: diagrams.cells(everybody.everybody, start, field) for field in self.fields
        }
        self.sweep = Sweep(diagrams, everybody.members)
        self.taken: list[Box] = []

    def widened(self, box: Box) -> Box:
        """Widen the box of a customer as far as nobody in it is in a category, and take it.

        Which facts are set free first makes a difference: those that can be much come before the others.
        """
        for field in self.everybody.space.fields.all:
            if field.shift not in self.inhabited:
                box |= field.every
        wide = self.sweep.down(box, self.grown_if_wide)
        ways = (self.sweep.down(wide, self.grown), self.sweep.up(wide, self.grown))
        box = max(map(self.simplified, ways), key=self.rank)
        self.taken.append(box)
        return box

    def rank(self, box: Box) -> tuple[int, int]:
        """Tell which box to describe: the one that limits the fewest facts, and then the largest."""
        free = sum(field.of(box) & field.cells == field.cells for field in self.fields)
        return free, prod((field.of(box) & self.inhabited[field.shift]).bit_count() for field in self.fields)

    def simplified(self, box: Box) -> Box:
        """Set the fields of a box free that keep nobody out, first those that may be missing."""
        return self.sweep.down(self.sweep.down(box, self.freed_of_missing), self.freed)

    def kept_out(self, field: Field, box: Box, members: int) -> int:
        """Give the cells of a field with which a box would have members of categories, or be taken."""
        space, found = self.everybody.space, members
        for other in self.taken:
            if space.fields.is_box((box | field.every) & other & space.start):
                found |= field.of(other) & field.cells
        return found

    def grown(self, field: Field, box: Box, members: int) -> int:
        """Widen a box in one field: to all cells of it, or to those in which somebody can be."""
        kept_out, here = self.kept_out(field, box, members), field.of(box)
        if not kept_out:
            return field.cells
        if field.scale is None:
            return here | self.inhabited[field.shift] & ~kept_out
        return self._with_neighbors(field, here, kept_out)

    def grown_if_wide(self, field: Field, box: Box, members: int) -> int:
        """Widen a box in a field of many cells."""
        is_wide = field.cells.bit_count() > WIDE
        return self.grown(field, box, members) if is_wide else field.of(box)

    def _with_neighbors(self, field: Field, here: int, kept_out: int) -> int:
        """Widen a cell of a number: to those above and below it, and then to the missing one.

        Where the number is missing, the known cells are taken from one end, or from the other.
        """
        others = self.inhabited[field.shift] & ~here
        known = [*bits(others & ~MISSING)]
        if here == MISSING:
            ways = [known, known[::-1]]
        else:
            ways = [[cell for cell in known if cell > here], [cell for cell in known[::-1] if cell < here]]
        found = here
        for way in ways:
            free = [*itertools.takewhile(lambda cell: not cell & kept_out, way)]
            if free:
                start = free[0] if here == MISSING else here
                low, high = min(start, free[-1]), max(start, free[-1])
                found |= (2 * high - 1) & ~(low - 1) & field.known
                if here == MISSING:
                    break
        return found | others & MISSING & ~kept_out

    def freed_of_missing(self, field: Field, box: Box, members: int) -> int:
        """Set a field free that may be missing and keeps nobody out; else leave it known where it is."""
        here = field.of(box)
        if not here & MISSING or field.shift not in self.inhabited:
            return here
        if not self.kept_out(field, box, members):
            return field.cells
        inside = (
            MISSING
            if here == MISSING
            else self.everybody.diagrams.cells(self.everybody.everybody, box, field)
        )
        return here & ~MISSING | inside & MISSING

    def freed(self, field: Field, box: Box, members: int) -> int:
        """Set a field free that is known and keeps nobody out."""
        here = field.of(box)
        return here if here & MISSING or self.kept_out(field, box, members) else field.cells
