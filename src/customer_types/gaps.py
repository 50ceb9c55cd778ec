"""A gap is a set of customers whom no category takes, though everything is known of them.

Customers of whom something is missing may be in no category for that reason alone. They are no gap;
what they need is told apart.
"""

import itertools
from bisect import bisect_left
from math import prod
from operator import or_

from customer_types._cells.descriptions import described
from customer_types._cells.fields import MISSING, Box, Field
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
    boxes: list[Box] = []
    excluded: list[Clause] = []
    try:
        for customer in proofs.prover.each_complete(_in_none(proofs), more=excluded):
            if len(found) == MOST_GAPS:
                return tuple(found), False
            box = _widened(proofs, proofs.prover.space.box_of(customer), boxes)
            found.append(
                Gap(
                    where=described(box, proofs.prover.space.fields_of_used),
                    witness=_witness(proofs, customer),
                    count=proofs.prover.count(_in_none(proofs), box),
                )
            )
            boxes.append(box)
            excluded.append(_outside(proofs, box))
    except OutOfBudgetError:
        return tuple(found), False
    return tuple(found), True


def count(proofs: Proofs) -> int | None:
    """Count the complete customers, where that is a finite number and not too large to count."""
    try:
        return proofs.prover.count([])
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
                    count=prover.count([(formula,) for formula in formulas]),
                )
            )
            excluded.append(tuple(others))
    except OutOfBudgetError:
        return tuple(found), False
    return tuple(found), True


def needs(proofs: Proofs) -> tuple[Need, ...]:
    """List the facts without which some customers are undecided."""
    prover, found = proofs.prover, []
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
            continue
    return tuple(found)


def _in_none(proofs: Proofs) -> list[Clause]:
    return [proofs.prover.not_yes(placed) for placed in proofs.categories]


def _witness(proofs: Proofs, customer: Facts, taken_away: Facts | None = None) -> Witness:
    """Make the witness of a customer who is complete, or would be with what was taken away."""

    def shows(facts: Facts) -> bool:
        is_in_some = any(verdict(category, facts, home) is True for category, home in proofs.categories)
        return not is_in_some and proofs.prover.is_complete({**facts, **(taken_away or {})})

    return witness_of(customer, proofs.taxonomies, shows, kept=proofs.prover.space.used)


def _widened(proofs: Proofs, box: Box, taken: list[Box]) -> Box:
    """Widen the box of a customer as far as nobody in it is in a category, or in a box already taken.

    Which facts are set free first makes a difference; the simpler of two boxes is chosen.
    """
    space = proofs.prover.space
    of_used = space.fields_of_used
    for field in space.fields.all:
        if field not in of_used:
            box |= field.every

    def simplicity(wider: Box) -> tuple[int, int]:
        cells = [field.of(wider) & field.cells for field in of_used]
        odd = sum(
            bool(one & MISSING) and one != field.cells for field, one in zip(of_used, cells, strict=True)
        )
        return prod(one.bit_count() for one in cells), -odd

    orders = (of_used, of_used[::-1])
    return max((_widened_in_order(proofs, box, taken, fields) for fields in orders), key=simplicity)


def _widened_in_order(proofs: Proofs, box: Box, taken: list[Box], fields: list[Field]) -> Box:
    prover, space = proofs.prover, proofs.prover.space

    def is_gap(wider: Box) -> bool:
        if any(space.fields.is_box(wider & other & space.start) for other in taken):
            return False
        near = members(proofs.index.with_boxes([wider]))
        in_some = tuple(proofs.yes(number)[0] for number in near)
        return not near or prover.find([in_some, *prover.complete()], wider) is None

    for field in fields:
        if is_gap(box | field.every):
            box |= field.every
        elif field.scale is None:
            for cell in _others(field, field.of(box)):
                if _is_inhabited(proofs, box, field, cell) and is_gap(box | cell << field.shift):
                    box |= cell << field.shift
        else:
            here = field.of(box)
            for way in _neighbors(field, here):
                # Each box has those before it within it, so gaps stand first.
                wider = [box | cells << field.shift for cells in itertools.accumulate(way, or_)]
                count = bisect_left(wider, 1, key=lambda one: not is_gap(one))
                while count and not _is_inhabited(proofs, box, field, way[count - 1]):
                    count -= 1
                box = wider[count - 1] if count else box
    return box


def _is_inhabited(proofs: Proofs, box: Box, field: Field, cell: int) -> bool:
    """Tell whether a complete customer of a box could have a field in another cell."""
    prover = proofs.prover
    if not prover.space.possible:
        return cell != MISSING  # nothing keeps a fact from being known
    alone = box & ~field.every | cell << field.shift
    return prover.find(prover.complete(), alone) is not None


def _others(field: Field, here: int) -> list[int]:
    """Give the other cells of a field whose cells have no order."""
    return [cell for cell in bits(field.cells) if cell != here]


def _neighbors(field: Field, here: int) -> tuple[list[int], ...]:
    """Give the other cells of a number, nearest first: those above, those below, and the missing one."""
    if here == MISSING:
        return ()
    known = [*bits(field.known)]
    above = [cell for cell in known if cell > here]
    below = [cell for cell in reversed(known) if cell < here]
    return above, below, [MISSING]


def _outside(proofs: Proofs, box: Box) -> Clause:
    space = proofs.prover.space
    return tuple(
        space.literal(field.fact.id, field.cells & ~field.of(box), field.member)
        for field in space.fields_of_used
        if field.cells & ~field.of(box)
    )
