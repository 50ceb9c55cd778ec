"""Diagrams have exactly those customers that they should, as trying every box of single cells shows."""

from itertools import permutations

import pytest
from hypothesis import assume, given, settings, strategies as st
from tests.cells.making import (
    choice,
    choices,
    fact,
    known,
    meets,
    meets_all,
    missing,
    no,
    single_boxes,
    space_of,
    taxonomy_of,
    test,
    yes,
)
from tests.proofs.strategies import tiny_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types._model.criteria import All, Any, Not
from customer_types._model.facts import Ascending
from customer_types._proving.cells.diagrams import Diagrams
from customer_types._proving.cells.fields import ANCHOR, MISSING, Box, Field
from customer_types._proving.cells.formulas import NEVER, Formula, Sense
from customer_types._proving.cells.nodes import EVERYBODY, NOBODY, Diagram
from customer_types._proving.cells.search import Budget, OutOfBudgetError
from customer_types._proving.cells.spaces import Space, bits

MANY = 10_000_000
A, B, C = (fact(name, "boolean") for name in "abc")
TEN = fact("n", "integer", 0, 9)


def diagrams_of(space: Space, *, backwards: bool = False) -> Diagrams:
    """Make diagrams over all fields of a space, in their order or the other way round."""
    order = range(len(space.fields.all))
    return Diagrams(space.fields, [*reversed(order)] if backwards else order, Budget(MANY))


def is_in(diagrams: Diagrams, diagram: Diagram, box: Box) -> bool:
    """Tell whether everybody in a box of single cells is in a diagram."""
    return diagrams.first([diagram], box) is not None


def moved(field: Field, box: Box, cell: int) -> Box:
    """Put a box into another cell of a field."""
    return box & ~field.every | cell << field.shift


def asked(space: Space) -> list[Formula]:
    """Give the formulas of all categories of a space, in two senses."""
    return [space.verdict(*placed, sense) for placed in space.asked for sense in (Sense.YES, Sense.NOT_NO)]


# ---- against trying everybody ------------------------------------------------------------------


@settings(max_examples=tries(100))
@given(tiny_worlds(), st.booleans())
def test_connectives_are_those_of_sets(world: World, backwards: bool) -> None:
    """Who meets a formula, both, one, or one and not the other of two is in the diagram, and nobody else."""
    space = space_of(world.last)
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 200)
    diagrams, formulas = diagrams_of(space, backwards=backwards), asked(space)
    made = [diagrams.formula(formula) for formula in formulas]
    told = [{box for box in everybody if meets(box, formula)} for formula in formulas]

    def has(diagram: Diagram, expected: set[Box]) -> None:
        assert {box for box in everybody if is_in(diagrams, diagram, box)} == expected

    for one, of_one in zip(made, told, strict=True):
        has(one, of_one)
        for other, of_other in zip(made, told, strict=True):
            has(diagrams.both(one, other), of_one & of_other)
            has(diagrams.either(one, other), of_one | of_other)
            has(diagrams.less(one, other), of_one - of_other)
            assert diagrams.both(one, other) == diagrams.both(other, one)
    has(diagrams.either_of(made), set().union(*told))
    has(diagrams.clause(tuple(formulas)), set().union(*told))


@settings(max_examples=tries(100))
@given(tiny_worlds(), st.booleans())
def test_changes_of_a_field_are_those_of_sets(world: World, backwards: bool) -> None:
    """Who would be in a diagram with another cell of a field is told, whichever cell it may be."""
    space = space_of(world.last)
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 100)
    diagrams = diagrams_of(space, backwards=backwards)
    for diagram in map(diagrams.formula, asked(space)):
        for field in space.fields.all:
            whatever = diagrams.whatever(diagram, field)
            for box in everybody:
                inside = {
                    cell: is_in(diagrams, diagram, moved(field, box, cell)) for cell in bits(field.cells)
                }
                found = diagrams.first([], box, without=(diagram, [field]))
                assert (found is not None) == inside[MISSING]
                assert is_in(diagrams, whatever, box) == any(inside.values())


@settings(max_examples=tries(100))
@given(tiny_worlds(), st.booleans(), st.integers(min_value=0))
def test_more_may_be_known_of_some(world: World, backwards: bool, chosen: int) -> None:
    """Who is lacking something has less than somebody in a diagram, in one of the fields that count."""
    space = space_of(world.last)
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 100)
    diagrams = diagrams_of(space, backwards=backwards)
    counted = [field for number, field in enumerate(space.fields.all) if chosen >> number & 1]
    for formula in asked(space):
        inside = [box for box in everybody if meets(box, formula)]
        lacking = diagrams.lacking(diagrams.formula(formula), {field.shift for field in counted})
        for box in everybody:
            expected = any(
                all(field.of(box) in (MISSING, field.of(one)) for field in space.fields.all)
                and any(field.of(box) != field.of(one) for field in counted)
                for one in inside
            )
            assert is_in(diagrams, lacking, box) == expected


@settings(max_examples=tries(100))
@given(tiny_worlds(), st.booleans())
def test_several_diagrams_are_read_side_by_side(world: World, backwards: bool) -> None:
    """Everybody of a diagram and a box is told apart by the others, and each kind is counted."""
    space = space_of(world.last)
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 200)
    diagrams = diagrams_of(space, backwards=backwards)
    made = [diagrams.formula(formula) for formula in asked(space)]
    for clause in space._whole_sets():
        made[0] = diagrams.both(made[0], diagrams.clause(clause))
    ones = {field.shift: dict.fromkeys(bits(field.cells), 1) for field in space.fields.all}
    diagram, endless, *others = [*made, NOBODY]
    for around in (space.start, space.start & ~MISSING):
        expected: dict[int, int | None] = {}
        for box in everybody:
            if not box & ~around & ~ANCHOR and is_in(diagrams, diagram, box):
                kind = 0
                for other in others:
                    kind = 2 * kind + is_in(diagrams, other, box)
                number = None if is_in(diagrams, endless, box) else expected.get(kind, 0)
                expected[kind] = None if number is None else number + 1
        found, is_all = diagrams.apart(diagram, others, ones, endless=endless, box=around, limit=1000)
        assert is_all
        assert found == {kind: expected[kind] for kind in sorted(expected)}
        few, is_all = diagrams.apart(diagram, others, ones, endless=endless, box=around, limit=1)
        assert few == {kind: found[kind] for kind in [*found][:1]}
        assert is_all == (len(found) < 2)


@settings(max_examples=tries(60))
@given(tiny_worlds(), st.booleans())
def test_cells_and_numbers_of_a_diagram(world: World, backwards: bool) -> None:
    """The cells that somebody of a box is in are told, and how many boxes of single cells there are."""
    space = space_of(world.last)
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 200)
    diagrams = diagrams_of(space, backwards=backwards)
    whole_sets = EVERYBODY
    for clause in space._whole_sets():
        whole_sets = diagrams.both(whole_sets, diagrams.clause(clause))
    ones = {field.shift: dict.fromkeys(bits(field.cells), 1) for field in space.fields.all}
    for formula in asked(space):
        diagram = diagrams.both(whole_sets, diagrams.formula(formula))
        inside = [box for box in everybody if meets(box, formula)]
        assert diagrams.count(diagram, ones) == len(inside)
        for field in space.fields.all:
            for around in (space.start, formula.box & space.start):
                expected = 0
                for box in inside:
                    if not moved(field, box, 0) & ~around:
                        expected |= field.of(box)
                assert diagrams.cells(diagram, around, field) == expected


# ---- one by one --------------------------------------------------------------------------------


def test_the_same_customers_are_the_same_diagram() -> None:
    """However it is said, who is meant is one diagram; nobody and everybody are two of them."""
    space = space_of(taxonomy_of([A, B], [All((yes("a"), yes("b"))), Not(Any((no("a"), no("b"))))]))
    diagrams = diagrams_of(space)
    one, other = (diagrams.formula(space.verdict(*placed, Sense.YES)) for placed in space.asked)
    assert one == other
    assert diagrams.less(one, other) == NOBODY
    assert diagrams.box(space.start) == EVERYBODY
    assert diagrams.box(0) == diagrams.formula(NEVER) == NOBODY
    assert diagrams.either_of([]) == NOBODY
    a = space.fields.all[0]
    assert diagrams.either_of(diagrams.box(space.fields.limit(a, cell)) for cell in bits(a.cells)) == 1


@pytest.mark.parametrize("backwards", [False, True])
def test_numbers_in_order(backwards: bool) -> None:
    """Of two numbers in order, one that is known is in no cell above one of the other that is known."""
    facts = [fact(name, "integer", 0, 3) for name in "ab"]
    tests = [test(name, "one_of", (1, 2)) for name in "ab"]
    space = space_of(taxonomy_of(facts, tests, invariants=[Ascending(facts=("a", "b"))]))
    diagrams, (a, b) = diagrams_of(space, backwards=backwards), space.fields.all
    ordered, same = diagrams.in_order(a, b), diagrams.in_one_cell(a, b, a.cell(1) | a.cell(2))
    for box in single_boxes(space.fields):
        low, high = a.of(box), b.of(box)
        assert is_in(diagrams, ordered, box) == (MISSING in (low, high) or low <= high)
        assert is_in(diagrams, same, box) == (low == high and low in (a.cell(1), a.cell(2)))


def test_the_first_is_somebody_of_all_diagrams_of_whom_little_is_known() -> None:
    """A part of the box is given in which everybody is in all of the diagrams, or nothing."""
    space = space_of(taxonomy_of([A, TEN], [Any((yes("a"), test("n", "min", 3))), known("n"), missing("n")]))
    diagrams, (a, n) = diagrams_of(space), space.fields.all
    either, is_known, is_missing = (
        diagrams.formula(space.verdict(*placed, Sense.YES)) for placed in space.asked
    )
    found = diagrams.first([either, is_known], space.start)
    assert found is not None
    assert (a.of(found) & MISSING, n.of(found)) == (MISSING, n.cell(3))
    found = diagrams.first([either, is_missing], space.start)
    assert found is not None
    assert (a.of(found), n.of(found)) == (a.cell(True), MISSING)
    assert diagrams.first([is_known, is_missing], space.start) is None
    assert diagrams.first([either], space.fields.limit(n, 0) & space.start) is None
    assert diagrams.first([either], 0) is None


def test_counts_are_those_of_what_the_cells_stand_for() -> None:
    """A cell counts as often as it has answers, a field without sizes once; some have no end of them."""
    space = space_of(taxonomy_of([A, TEN], [All((yes("a"), test("n", "min", 3))), no("a")]))
    diagrams, (a, n) = diagrams_of(space), space.fields.all
    inside = diagrams.formula(space.verdict(*space.asked[0], Sense.YES))
    outside = diagrams.formula(space.verdict(*space.asked[1], Sense.YES))
    sizes: dict[int, int | None] = {MISSING: 1, n.cell(0): 3, n.cell(3): 7}
    assert diagrams.count(inside, {n.shift: sizes}) == 7
    assert diagrams.count(outside, {n.shift: sizes}) == 11
    assert diagrams.count(outside, {}) == 1
    assert diagrams.count(EVERYBODY, {n.shift: sizes, a.shift: {1: 1, 2: 1, 4: 1}}) == 33
    endless = {n.shift: {**sizes, n.cell(3): None}}
    assert diagrams.count(inside, endless) is None
    assert diagrams.count(outside, endless) is None
    assert diagrams.count(NOBODY, endless) == 0


def test_there_may_be_thousands_of_fields() -> None:
    """Nothing climbs down a diagram level by level in calls of its own."""
    members = [f"m{number}" for number in range(3000)]
    space = space_of(
        taxonomy_of([choices("s", *members)], [test("s", "includes", (member,)) for member in members])
    )
    diagrams = diagrams_of(space)
    some = diagrams.either_of(diagrams.formula(space.verdict(*placed, Sense.YES)) for placed in space.asked)
    every = EVERYBODY
    for placed in space.asked[:40]:
        every = diagrams.both(every, diagrams.formula(space.verdict(*placed, Sense.YES)))
    assert diagrams.less(every, some) == NOBODY
    counted = {field.shift for field in space.fields.all}
    assert diagrams.first([diagrams.lacking(every, counted)], space.start) is not None
    ones = {field.shift: dict.fromkeys(bits(field.cells), 1) for field in space.fields.all}
    assert diagrams.count(EVERYBODY, ones) == 2 * 3**3000


def test_a_tower_of_formulas_is_not_climbed() -> None:
    """Formulas within one another, however many, are gone through from within."""
    fields = [fact(f"b{number}", "boolean") for number in range(3)]
    space = space_of(taxonomy_of(fields, [yes(one.id) for one in fields]))
    literals = [space.verdict(*placed, Sense.YES) for placed in space.asked]
    tower = literals[0]
    for number in range(5000):
        inner = space.connect.either([tower, literals[number % 3]])
        tower = Formula(space.fields.every, ((inner,), (inner, literals[(number + 1) % 3])))
    diagrams = diagrams_of(space)
    assert diagrams.formula(tower) == diagrams.either_of(map(diagrams.formula, literals))


def test_a_budget_ends_it() -> None:
    """Whoever makes too many edges is told so; in another order they may be few enough."""
    names = [f"b{number}" for number in range(24)]
    pairs = [(yes(one), yes(other)) for one, other in zip(names[:12], names[12:], strict=True)]
    space = space_of(taxonomy_of([fact(name, "boolean") for name in names], [Any(tuple(map(All, pairs)))]))
    formula = space.verdict(*space.asked[0], Sense.YES)
    by_pairs = range(24)  # as the criterion asks
    diagrams = Diagrams(space.fields, by_pairs, Budget(2000))
    ones = {field.shift: dict.fromkeys(bits(field.cells), 1) for field in space.fields.all}
    assert diagrams.count(diagrams.formula(formula), ones) == 9**12 - 8**12
    with pytest.raises(OutOfBudgetError):
        Diagrams(space.fields, [*by_pairs[::2], *by_pairs[1::2]], Budget(2000)).formula(formula)


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_the_order_of_fields_changes_nobody(order: tuple[int, ...]) -> None:
    """Whichever field is asked first, the same customers are there."""
    purpose = choice("c", "p", "q", "r")
    home = taxonomy_of([A, TEN, purpose], [All((yes("a"), test("n", "min", 3))), test("c", "equals", "q")])
    space = space_of(home)
    diagrams = Diagrams(space.fields, order, Budget(MANY))
    formulas = [space.verdict(*placed, Sense.YES) for placed in space.asked]
    some = diagrams.either_of(map(diagrams.formula, formulas))
    for box in single_boxes(space.fields):
        assert is_in(diagrams, some, box) == meets_all(box, [tuple(formulas)])
