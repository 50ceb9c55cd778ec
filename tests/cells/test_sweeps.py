"""A sweep is told of every field what trying its cells one by one shows."""

from hypothesis import assume, given, settings, strategies as st
from tests.cells.making import single_boxes, space_of
from tests.cells.test_diagrams import asked, diagrams_of, is_in, moved
from tests.proofs.strategies import tiny_worlds
from tests.property.strategies import World
from tests.tries import tries

from customer_types._proving.cells.fields import MISSING, Box, Field
from customer_types._proving.cells.spaces import bits
from customer_types._proving.cells.sweeps import Change, Sweep


def widened_and_noted(turns: list[tuple[Field, Box, int]]) -> Change:
    """Widen fields to all known cells with which nobody gets in, and note what was told."""

    def change(field: Field, box: Box, told: int) -> int:
        turns.append((field, box, told))
        return field.of(box) | field.cells & ~told & ~MISSING

    return change


@settings(max_examples=tries(100))
@given(tiny_worlds(), st.booleans(), st.booleans())
def test_cells_with_which_somebody_gets_in_are_told(world: World, backwards: bool, upwards: bool) -> None:
    """Each field is asked once, in order, with the cells with which somebody of a diagram is in the box."""
    space = space_of(world.last)
    everybody = [*single_boxes(space.fields)]
    assume(len(everybody) < 100)
    diagrams = diagrams_of(space, backwards=backwards)
    order = [field.shift for field in diagrams.fields]
    for diagram in map(diagrams.formula, asked(space)):
        for start in [box for box in everybody if not is_in(diagrams, diagram, box)][:5]:
            turns = list[tuple[Field, Box, int]]()
            sweep = Sweep(diagrams, diagram)
            end = (sweep.up if upwards else sweep.down)(start, widened_and_noted(turns))
            assert [field.shift for field, *_ in turns] == (order[::-1] if upwards else order)
            for field, box, told in turns:
                inside = [
                    cell for cell in bits(field.cells) if is_in(diagrams, diagram, moved(field, box, cell))
                ]
                assert told == sum(inside)
            assert not is_in(diagrams, diagram, end)
