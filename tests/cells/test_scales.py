"""Scales cut numbers exactly, whole ones of 64 bits and doubles, and give readable numbers of a cell."""

from fractions import Fraction
from math import inf, nextafter

import pytest
from hypothesis import example, given, strategies as st

from customer_types._proving.cells.scales import Cut, Range, Scale

LEAST, MOST = -(2**63), 2**63 - 1
LARGEST_DOUBLE = nextafter(inf, 0)
AFTER_1 = nextafter(1, 2)
ENDS = (-inf, -3, -2.5, -1, 0, 0.5, 2, 2.25, 3, inf)


@pytest.mark.parametrize(
    ("low", "is_open", "high", "is_high_open", "inside", "outside"),
    [
        (1, False, 3, False, (1, 2, 3), (0, 4)),
        (1, True, 3, True, (1.5, 2), (0, 1, 3, 4)),
        (1, False, 3, True, (1, 2.5), (0.5, 3)),
        (1, True, 3, False, (2, 3), (1, 3.5)),
        (1, False, 1, False, (1,), (0, 2)),
        (-inf, True, inf, True, (LEAST, 0.0, MOST, LARGEST_DOUBLE), (-inf, inf)),
        (2**53, True, inf, True, (2**53 + 1, MOST), (2**53, float(2**53))),
    ],
)
def test_ends_are_in_a_range_unless_they_are_open(
    low: float,
    is_open: bool,
    high: float,
    is_high_open: bool,
    inside: tuple[float, ...],
    outside: tuple[float, ...],
) -> None:
    """A range has the numbers between its ends, and each end that is not open."""
    numbers = Range(low, is_open, high, is_high_open)
    assert [number for number in (*inside, *outside) if number in numbers] == [*inside]


@pytest.mark.parametrize("low", ENDS[:-1])
@pytest.mark.parametrize("high", ENDS[1:])
@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("is_high_open", [False, True])
def test_the_nearest_integer_of_a_range(low: float, is_open: bool, high: float, is_high_open: bool) -> None:
    """The whole number of a range that is nearest to another one is what trying finds."""
    numbers = Range(low, is_open, high, is_high_open)
    inside = [number for number in range(-20, 21) if number in numbers]
    for near in (-7, 0, 1, 7):
        expected = min(inside, key=lambda one: abs(one - near)) if inside else None
        assert numbers.integer(near) == expected
    assert numbers.integer() == numbers.integer(0)


@pytest.mark.parametrize(
    ("numbers", "near", "expected"),
    [
        (Range(-inf, True, inf, True), LEAST, LEAST),
        (Range(-inf, True, inf, True), MOST, MOST),
        (Range(-inf, True, inf, True), -(2**70), LEAST),
        (Range(-inf, True, inf, True), 2**70, MOST),
        (Range(-inf, True, 2.0**70, False), 2**70, MOST),
        (Range(-(2.0**70), True, inf, True), -(2**70), LEAST),
        (Range(MOST, False, inf, True), 0, MOST),
        (Range(MOST, True, inf, True), 0, None),
        (Range(2.0**63, False, inf, True), 0, None),
        (Range(-inf, True, LEAST, False), 0, LEAST),
        (Range(-inf, True, -(2.0**63), False), 0, LEAST),
        (Range(-inf, True, LEAST, True), 0, None),
        (Range(1e300, False, inf, True), 0, None),
        (Range(2**53, True, 2**53 + 2, True), 0, 2**53 + 1),
        (Range(0, False, 10, False), 2.6, 3),
        (Range(0, False, 10, False), 2.4, 2),
    ],
)
def test_integers_have_64_bits(numbers: Range, near: float, expected: int | None) -> None:
    """A range has no whole number beyond 64 bits, and none is rounded to a double."""
    found = numbers.integer(near)
    assert found == expected
    assert found is None or type(found) is int


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (Range(-inf, True, inf, True), 0),
        (Range(0, False, 1, True), 0),
        (Range(3, False, 10, True), 3),
        (Range(3, True, 10, True), 4),
        (Range(-10, True, -3, False), -3),
        (Range(-10, True, -3, True), -4),
        (Range(-inf, True, 0, True), -1),
        (Range(0, True, inf, True), 1),
        (Range(0, True, 1, True), 0.1),
        (Range(-1, True, 0, True), -0.1),
        (Range(0, True, 0.1, True), 0.01),
        (Range(2.5, True, 2.75, True), 2.6),
        (Range(-2.75, True, -2.5, True), -2.6),
        (Range(0.1, False, 0.2, True), 0.1),
        (Range(0, True, 1.5e-17, True), 1e-17),
        (Range(0, True, 0.5e-17, True), 5e-324),
        (Range(-0.5e-17, True, 0, True), -5e-324),
        (Range(1, True, AFTER_1, True), None),
        (Range(1, True, AFTER_1, False), AFTER_1),
        (Range(1, True, nextafter(AFTER_1, 2), True), AFTER_1),
        (Range(0, True, 5e-324, True), None),
        (Range(2**53, True, 2**53 + 2, True), None),
        (Range(2**53, True, 2**53 + 4, True), 2**53 + 2),
        (Range(LARGEST_DOUBLE, True, inf, True), None),
        (Range(LARGEST_DOUBLE, True, inf, False), None),
        (Range(-inf, False, -LARGEST_DOUBLE, True), None),
        (Range(LARGEST_DOUBLE, False, inf, True), LARGEST_DOUBLE),
    ],
)
def test_a_readable_number_of_a_range(numbers: Range, expected: float | None) -> None:
    """A number is given that is near 0 and short, or none where no double lies between the ends."""
    assert numbers.number() == expected


def test_a_readable_number_above_a_decimal() -> None:
    """Beside an end with decimals, too, the number is short."""
    assert Range(99.99, True, 100, True).number() == 99.991


def test_a_whole_number_is_no_float() -> None:
    """A whole number beside an end is written without a decimal point."""
    assert type(Range(0.5, True, 10, True).number()) is int
    assert type(Range(-10, True, -0.5, True).number()) is int


def test_a_number_may_have_as_many_decimals_as_are_asked_for() -> None:
    """With decimals allowed the number lies nearer to the end."""
    assert Range(0, True, 5, True).number(decimals=2) == 0.01
    assert Range(3, True, 5, True).number(decimals=1) == 3.1
    assert Range(3, True, 5, True).number(0.5, decimals=1) == 3.1
    assert Range(0, True, 1e-30, True).number(decimals=17) == 5e-324


def test_a_number_is_near_another_one() -> None:
    """A number in the range is its own nearest one; otherwise the nearer end counts."""
    numbers = Range(3, True, 10, True)
    assert numbers.number(7.25) == 7.25
    assert numbers.number(20) == 9
    assert numbers.number(10) == 9
    assert numbers.number(3) == 4
    assert numbers.number(-20) == 4


CUTS = st.tuples(
    st.one_of(
        st.integers(-5, 5),
        st.sampled_from((0.5, 1.0, AFTER_1, -0.1, 5e-324, 2**53, 2**53 + 1, float(2**53), MOST, LEAST)),
    ),
    st.sampled_from((0, 1)),
)


def is_below(number: float, cut: Cut) -> bool:
    """Tell whether a number lies below a cut."""
    return Fraction(number) < Fraction(cut[0]) or (Fraction(number) == Fraction(cut[0]) and cut[1] == 1)


@given(st.lists(CUTS, max_size=6))
@example([(1.0, 1), (AFTER_1, 0)])
@example([(2**53, 1), (2**53 + 1, 0)])
def test_each_number_is_in_one_cell(cuts: list[Cut]) -> None:
    """A number is located in the one cell that has it, and above as many cuts as that cell's number."""
    scale = Scale(cuts)
    different = {(Fraction(value), side) for value, side in cuts}
    assert len(scale) == len(different) + 1
    for value, _ in [*cuts, (0, 0)]:
        beside = [nextafter(float(value), way) for way in (-inf, inf)]
        for number in (value, *beside, int(value) - 1, int(value) + 1):
            inside = [cell for cell in range(len(scale)) if number in scale[cell]]
            above = sum(not is_below(number, cut) for cut in scale.cuts)
            assert inside == [scale.locate(number)] == [above]


@given(st.lists(CUTS, min_size=1, max_size=6))
def test_the_cells_up_to_a_cut_are_below_it(cuts: list[Cut]) -> None:
    """The cells up to a cut have the numbers below it and no others."""
    scale = Scale(cuts)
    for cut in cuts:
        cells = scale.cells_up_to(cut)
        assert cells < 1 << len(scale)
        for value, _ in cuts:
            for number in (value, int(value) - 1, int(value) + 1):
                assert bool(cells >> scale.locate(number) & 1) == is_below(number, cut)


def test_the_first_and_the_last_cell_have_no_end() -> None:
    """Without cuts there is one cell; with cuts the outer cells reach to infinity."""
    assert Scale([])[0] == Range(-inf, True, inf, True)
    scale = Scale([(10, 1), (3, 0), (3, 0)])
    assert [scale[cell] for cell in range(3)] == [
        Range(-inf, True, 3, True),
        Range(3, False, 10, False),
        Range(10, True, inf, True),
    ]


@pytest.mark.parametrize("cell", [-1, 2])
def test_there_are_no_other_cells(cell: int) -> None:
    """A cell that a scale has not is an `IndexError`."""
    scale = Scale([(3, 0)])
    with pytest.raises(IndexError, match=str(cell)):
        scale[cell]


def test_between_adjacent_doubles_there_is_nothing() -> None:
    """The cell between a double and the next one has no number."""
    between = Scale([(1.0, 1), (AFTER_1, 0)])[1]
    assert between.number() is None
    assert between.integer() is None
