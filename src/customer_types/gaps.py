"""A gap is a set of customers whom no category takes, though everything is known of them.

Customers of whom something is missing may be in no category for that reason alone. They are no gap;
what they need is told apart.
"""

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from math import prod

from customer_types._cells.descriptions import described
from customer_types._cells.fields import ANCHOR, MISSING, Box, Field
from customer_types._cells.formulas import Clause, Sense
from customer_types._cells.meetings import members
from customer_types._cells.search import OutOfBudgetError
from customer_types._cells.spaces import bits
from customer_types.findings import Gap, Need, Region
from customer_types.interpreter import verdict
from customer_types.proofs import Proofs
from customer_types.witnesses import Facts, Witness, witness_of

#: So many gaps are listed at most.
MOST_GAPS = 1000
#: So many regions are listed at most: more are no picture.
MOST_REGIONS = 64


def first_gap(proofs: Proofs) -> Witness | None:
    """Find a complete customer who is in no category. Raises `OutOfBudgetError`."""
    customer = proofs.prover.find_complete(_in_none(proofs))
    return None if customer is None else _witness(proofs, customer)


def gaps(proofs: Proofs) -> tuple[tuple[Gap, ...], bool]:
    """Describe all complete customers who are in no category, and tell whether these are all."""
    found: list[Gap] = []
    widening = _Widening(proofs)
    excluded: list[Clause] = []
    try:
        for customer in proofs.prover.each_complete(_in_none(proofs), more=excluded):
            if len(found) == MOST_GAPS:
                return tuple(found), False
            box = widening.widened(proofs.prover.space.box_of(customer))
            found.append(
                Gap(
                    where=described(box, proofs.prover.space.fields_of_used),
                    witness=_witness(proofs, customer, box=box),
                    count=count(proofs, _in_none(proofs), box),
                )
            )
            excluded.append(_outside(proofs, box))
    except OutOfBudgetError:
        return tuple(found), False
    # Where a cell has complete customers and others, it is not in a gap as a whole, but some of it may be.
    return tuple(found), not found or proofs.prover.space.fields.show_all_complete


def count(proofs: Proofs, clauses: Sequence[Clause] = (), box: Box | None = None) -> int | None:
    """Count complete customers, where that is a finite number and not too large to count."""
    try:
        return proofs.prover.count(clauses, box)
    except OutOfBudgetError:
        return None


def regions(proofs: Proofs) -> tuple[tuple[Region, ...], bool]:
    """List the sets of categories that complete customers are in, and tell whether these are all."""
    prover = proofs.prover
    yes = [prover.yes(placed)[0] for placed in proofs.categories]
    not_yes = [prover.not_yes(placed)[0] for placed in proofs.categories]
    found: list[Region] = []
    excluded: list[Clause] = []
    try:
        for customer in prover.each_complete([], more=excluded):
            if len(found) == MOST_REGIONS:
                return tuple(found), False
            inside = [verdict(category, customer, home) is True for category, home in proofs.categories]
            formulas = [
                one if is_in else other for one, other, is_in in zip(yes, not_yes, inside, strict=True)
            ]
            others = [other if is_in else one for one, other, is_in in zip(yes, not_yes, inside, strict=True)]
            categories = [category for category, _ in proofs.categories]
            found.append(
                Region(
                    categories=tuple(itertools.compress(categories, inside)),
                    count=count(proofs, [(formula,) for formula in formulas]),
                )
            )
            excluded.append(tuple(others))
    except OutOfBudgetError:
        return tuple(found), False
    return tuple(found), True


def needs(proofs: Proofs) -> tuple[tuple[Need, ...], bool]:
    """List the facts without which some customers are undecided, and tell whether these are all."""
    prover, found, is_complete = proofs.prover, [], True
    for name in prover.space.used:
        verdicts = [
            {sense: prover.without(name, prover.space.verdict(*placed, sense)) for sense in Sense}
            for placed in proofs.categories
        ]
        clauses: list[Clause] = [
            (prover.space.known(name),),
            *prover.possible_without(name),
            *((formulas[Sense.NOT_YES],) for formulas in verdicts),
            tuple(formulas[Sense.NOT_NO] for formulas in verdicts),
        ]
        try:
            customer = prover.find_complete(clauses)
            if customer is not None:
                value = customer.pop(name)
                fact = prover.space.fields.by_fact[name][0].fact
                found.append(Need(fact=fact, witness=_witness(proofs, customer, {name: value})))
        except OutOfBudgetError:
            is_complete = False
    return tuple(found), is_complete


def _in_none(proofs: Proofs) -> list[Clause]:
    return [proofs.prover.not_yes(placed) for placed in proofs.categories]


def _witness(
    proofs: Proofs, customer: Facts, taken_away: Facts | None = None, box: Box | None = None
) -> Witness:
    """Make the witness of a customer of a box who is complete, or would be with what was taken away."""
    space = proofs.prover.space

    def shows(facts: Facts) -> bool:
        verdicts = {verdict(category, facts, home) for category, home in proofs.categories}
        is_shown = True not in verdicts and (taken_away is None or None in verdicts)
        is_shown = is_shown and (box is None or not space.box_of(facts) & ~(box | ANCHOR))
        return is_shown and proofs.prover.is_complete({**facts, **(taken_away or {})})

    return witness_of(customer, proofs.taxonomies, shows, kept=proofs.prover.space.used)


class _Widening:
    """Widens boxes of customers who are in no category, but not into boxes already taken.

    The same is asked of many boxes, so answers are kept: who is in a category keeps a box from being a
    gap, and what lies within a gap is one.
    """

    def __init__(self, proofs: Proofs) -> None:
        self.proofs = proofs
        self.taken: list[Box] = []
        self._members: list[Box] = []
        self._gaps: list[Box] = []
        self._seen = self._nobody = 0  # cells in which somebody is, and in which nobody can be

    def widened(self, box: Box) -> Box:
        """Widen the box of a customer as far as nobody in it is in a category, and take it.

        Which facts are set free first makes a difference; the larger of two boxes is chosen.
        """
        space = self.proofs.prover.space
        for field in space.fields.all:
            if field not in space.fields_of_used:
                box |= field.every
        ways = (space.fields_of_used, space.fields_of_used[::-1])
        one, other = (self.grown(box, way) for way in ways)
        box = self.simplified(one if one == other else max(one, other, key=self.size))
        self.taken.append(box)
        return box

    def is_gap(self, box: Box) -> bool:
        """Tell whether no complete customer of a box is in a category."""
        proofs, fields = self.proofs, self.proofs.prover.space.fields
        is_taken = any(fields.is_box(box & other & proofs.prover.space.start) for other in self.taken)
        if is_taken or any(not member & ~box for member in self._members):
            return False
        if any(not box & ~gap for gap in self._gaps):
            return True
        near = members(proofs.index.with_boxes([box]))
        in_some = tuple(proofs.yes(number)[0] for number in near)
        member = self._somebody([in_some], box) if near else None
        if member is None:
            self._gaps.append(box)
        else:
            self._members.append(member)
        return member is None

    def is_inhabited(self, field: Field, cell: int) -> bool:
        """Tell whether a complete customer could have a field in a cell, as far as that is known by now.

        Who is found there leaves all cells open that could be others' as well.
        """
        prover = self.proofs.prover
        if not prover.space.possible:
            return cell != MISSING  # nothing keeps a fact from being known
        asked = cell << field.shift
        if not (self._seen | self._nobody) & asked:
            found = prover.find(prover.complete(), prover.space.start & ~field.every | asked)
            self._seen |= found or 0
            self._nobody |= asked if found is None else 0
        return bool(self._seen & asked)

    def _somebody(self, clauses: list[Clause], box: Box) -> Box | None:
        """Find a complete customer of a box who meets clauses, as a box of one cell a field."""
        space = self.proofs.prover.space
        try:
            customer = next(self.proofs.prover.each_complete(clauses, more=[], box=box), None)
        except OutOfBudgetError:
            if space.fields.tell_who_is_complete:
                raise
            return None
        return None if customer is None else space.box_of(customer)

    def size(self, box: Box) -> int:
        """Count the cells of a box, but for those that nobody is known to be in."""
        fields = self.proofs.prover.space.fields_of_used
        return prod((field.of(box & ~self._nobody) & field.cells).bit_count() for field in fields)

    def grown(self, box: Box, fields: list[Field]) -> Box:
        """Widen a box field by field: to all cells of it, or to those in which somebody can be."""
        for field in fields:
            if self.is_gap(box | field.every):
                box |= field.every
                continue
            others = [cell for cell in bits(field.cells) if cell != field.of(box)]
            others = [cell for cell in others if self.is_inhabited(field, cell)]
            if field.scale is None:
                for cell in others:
                    box |= cell << field.shift if self.is_gap(box | cell << field.shift) else 0
            elif others:
                box = self._grown_by_neighbors(box, field, others)
        return box

    def _grown_by_neighbors(self, box: Box, field: Field, others: list[int]) -> Box:
        """Widen a box by cells of a number: first those above, then those below, then the missing one.

        Where the number is missing, the known cells are taken from one end, or from the other.
        """
        here = field.of(box)
        known = [cell for cell in others if cell != MISSING]
        above, below = [cell for cell in known if cell > here], [cell for cell in known if cell < here]
        ways = [known, known[::-1]] if here == MISSING else [above, below[::-1], [MISSING]]
        for way in ways:
            start = way[0] if here == MISSING else here
            # Each box has those before it within it, so gaps stand first.
            wider = [box | self._all_to(field, start, cell) for cell in way if cell in others]
            count = bisect_left(wider, 1, key=lambda one: not self.is_gap(one))
            if count:
                box = wider[count - 1]
                if here == MISSING:
                    break
        return box

    def _all_to(self, field: Field, here: int, cell: int) -> Box:
        """Give the known cells from one to another, as bits of a box."""
        if cell == MISSING:
            return cell << field.shift
        low, high = min(here, cell), max(here, cell)
        return (2 * high - 1 & ~(low - 1) & field.known) << field.shift

    def simplified(self, box: Box) -> Box:
        """Set the fields of a box free that keep nobody out, first those that say that a fact is missing."""

        def is_plain(field: Field) -> bool:
            return not field.of(box) & MISSING

        for field in sorted(self.proofs.prover.space.fields_of_used, key=is_plain):
            if self.is_gap(box | field.every):
                box |= field.every
            elif field.of(box) & MISSING and field.of(box) != MISSING:
                lacking = box & ~field.every | MISSING << field.shift
                if self._somebody([], lacking) is None:
                    box &= ~(MISSING << field.shift)
        return box


def _outside(proofs: Proofs, box: Box) -> Clause:
    space = proofs.prover.space
    return tuple(
        space.literal(field.fact.id, field.cells & ~field.of(box), field.member)
        for field in space.fields_of_used
        if field.cells & ~field.of(box)
    )
