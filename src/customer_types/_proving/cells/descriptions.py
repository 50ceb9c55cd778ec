"""A description says in criteria who is in a box."""

from collections.abc import Iterable, Iterator, Sequence

from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._model.criteria import All, Any, Criterion, Not, Operator, Test
from customer_types._model.facts import MANY
from customer_types._proving.cells.fields import MISSING, OUT, YES, Box, Field
from customer_types._proving.cells.spaces import bits


def described(box: Box, fields: Iterable[Field]) -> Criterion:
    """Describe a box by those of its fields that it limits; the cells of a number are neighbors."""
    return All(tuple(test for field in fields for test in described_field(field, field.of(box))))


def described_field(field: Field, cells: int) -> tuple[Criterion, ...]:
    """Describe some cells of a field, all tests together."""
    cells &= field.cells
    if cells == field.cells:
        return ()
    tests = tuple(_tests(field, cells & ~MISSING))
    if not cells & MISSING:
        return tests or (Test(field.fact.id, Operator.KNOWN, value=True),)
    unknown = Test(field.fact.id, Operator.KNOWN, value=False)
    if not tests:
        return (unknown,)
    return (Any((tests[0] if len(tests) == 1 else All(tests), unknown)),)


def _tests(field: Field, cells: int) -> Iterator[Criterion]:
    """Describe some cells in which the fact is known, unless they are all of these."""
    name = field.fact.id
    if cells in (0, field.known):
        return
    if field.scale is not None:
        yield from _bounds(field, cells)
    elif field.member is not None:
        includes = Test(name, Operator.INCLUDES, (field.member,))
        yield Not(includes) if cells == OUT else includes
    elif field.fact.type == "boolean":
        yield Test(name, Operator.EQUALS, cells == YES)
    elif field.fact.type == "choice":
        named = [field.choices[cell.bit_length() - 2] for cell in bits(cells & ~field.others)]
        others = [field.choices[cell.bit_length() - 2] for cell in bits(field.known & ~cells & ~field.others)]
        if cells & field.others:
            named += [value.id for value in field.fact.values if value.id not in field.choices]
            if len(named) > MANY:  # nobody reads them all
                yield Not(_one_of(name, others))
                return
        yield _one_of(name, named)


def _one_of(name: str, members: Sequence[str]) -> Test:
    if len(members) == 1:
        return Test(name, Operator.EQUALS, members[0])
    return Test(name, Operator.ONE_OF, tuple(members))


def _bounds(field: Field, cells: int) -> Iterator[Test]:
    """Describe neighboring cells of a number by their ends, where these are not the fact's own."""
    assert field.scale is not None
    name = field.fact.id
    low = field.scale[(cells & -cells).bit_length() - 2]
    high = field.scale[cells.bit_length() - 2]
    starts_lower = (cells & -cells) != (field.known & -field.known)
    ends_higher = cells.bit_length() != field.known.bit_length()
    least: float | None
    most: float | None
    if field.fact.type == "integer":
        least, most = low.integer(SMALLEST_INTEGER), high.integer(LARGEST_INTEGER)
        operators = (Operator.MIN, Operator.MAX)
    else:
        least, most = low.low, high.high
        operators = (
            Operator.ABOVE if low.low_open else Operator.MIN,
            Operator.BELOW if high.high_open else Operator.MAX,
        )
    if least == most:
        assert least is not None
        yield Test(name, Operator.EQUALS, least)
        return
    limits = zip(operators, (least, most), (starts_lower, ends_higher), strict=True)
    for operator, end, is_limit in limits:
        if is_limit:
            assert end is not None
            yield Test(name, operator, end)
