"""Descriptions say in criteria who is in a box."""

from collections.abc import Collection, Sequence
from typing import Any as Anything

import pytest
from tests.cells.making import (
    choice,
    choices,
    customer_in,
    fact,
    known,
    missing,
    no,
    single_boxes,
    taxonomy_of,
    test,
    yes,
)

from customer_types._deciding.interpreter import holds
from customer_types._model.criteria import All, Any, Criterion, Not
from customer_types._model.facts import Fact
from customer_types._model.taxonomies import Taxonomy
from customer_types._proving.cells.descriptions import described, described_field
from customer_types._proving.cells.fields import IN, MISSING, OUT, Field, Fields, Tests as Asked
from customer_types._proving.cells.scales import Cut

HOME: Taxonomy = taxonomy_of((), [])
ORDERS = fact("a", "integer", 0, 9)
SPEND = fact("a", "number", 0, 9)
OPEN = fact("a", "number")
WHOLE = fact("a", "integer")
PURPOSE = choice("a", "resale", "own_use", "gift", "other")
CUTS = {(2, 0), (5, 1)}
AT_2 = {(2, 0), (2, 1)}


def field_of(one: Fact, cuts: Collection[Cut] = (), members: Sequence[str] = ()) -> Field:
    """Make the last field of a fact."""
    asked = Asked(cuts={*cuts}, members=dict.fromkeys(members))
    return Fields([one], {one.id: asked}, ()).all[-1]


def cells_of(field: Field, *values: Anything) -> int:
    """Give the cells of some values."""
    return sum({field.cell(value) for value in values})


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        (field_of(ORDERS, CUTS), (None, 0, 3, 7), ()),
        (field_of(ORDERS, CUTS), (None,), (missing("a"),)),
        (field_of(ORDERS, CUTS), (0, 3, 7), (known("a"),)),
        (field_of(ORDERS, CUTS), (0,), (test("a", "max", 1),)),
        (field_of(ORDERS, CUTS), (7,), (test("a", "min", 6),)),
        (field_of(ORDERS, CUTS), (3,), (test("a", "min", 2), test("a", "max", 5))),
        (field_of(ORDERS, CUTS), (0, 3), (test("a", "max", 5),)),
        (field_of(ORDERS, CUTS), (3, 7), (test("a", "min", 2),)),
        (field_of(ORDERS, AT_2), (2,), (test("a", "equals", 2),)),
        (field_of(WHOLE, CUTS), (0,), (test("a", "max", 1),)),
        (field_of(WHOLE, CUTS), (7,), (test("a", "min", 6),)),
        (field_of(WHOLE, {(2.5, 0), (3.5, 0)}), (3,), (test("a", "equals", 3),)),
        (field_of(SPEND, CUTS), (0.5,), (test("a", "below", 2),)),
        (field_of(SPEND, CUTS), (7.5,), (test("a", "above", 5),)),
        (field_of(SPEND, CUTS), (3.5,), (test("a", "min", 2), test("a", "max", 5))),
        (field_of(SPEND, {(2, 1), (5, 0)}), (3.5,), (test("a", "above", 2), test("a", "below", 5))),
        (field_of(SPEND, {(2, 1), (5, 0)}), (0.5,), (test("a", "max", 2),)),
        (field_of(SPEND, {(2, 1), (5, 0)}), (7.5,), (test("a", "min", 5),)),
        (field_of(OPEN, CUTS), (0.5,), (test("a", "below", 2),)),
        (field_of(OPEN, CUTS), (7.5,), (test("a", "above", 5),)),
        (field_of(OPEN, AT_2), (2.0,), (test("a", "equals", 2),)),
        (
            field_of(ORDERS, CUTS),
            (None, 3),
            (Any((All((test("a", "min", 2), test("a", "max", 5))), missing("a"))),),
        ),
        (field_of(ORDERS, CUTS), (None, 0), (Any((test("a", "max", 1), missing("a"))),)),
        (field_of(fact("a", "boolean")), (True,), (yes("a"),)),
        (field_of(fact("a", "boolean")), (False,), (no("a"),)),
        (field_of(fact("a", "boolean")), (False, True), (known("a"),)),
        (field_of(fact("a", "boolean")), (None, True), (Any((yes("a"), missing("a"))),)),
        (field_of(PURPOSE, members=["gift"]), ("gift",), (test("a", "equals", "gift"),)),
        (
            field_of(PURPOSE, members=["gift"]),
            ("resale",),
            (test("a", "one_of", ("resale", "own_use", "other")),),
        ),
        (
            field_of(PURPOSE, members=["gift", "resale", "own_use"]),
            ("gift", "other"),
            (test("a", "one_of", ("gift", "other")),),
        ),
        (
            field_of(PURPOSE, members=["gift", "resale", "own_use"]),
            ("other",),
            (test("a", "equals", "other"),),
        ),
        (
            field_of(PURPOSE, members=["gift", "resale"]),
            ("resale", "gift"),
            (test("a", "one_of", ("gift", "resale")),),
        ),
        (field_of(PURPOSE, members=["gift"]), ("gift", "other"), (known("a"),)),
        (field_of(choices("a", "x", "y"), members=["x"]), ({"x"},), (test("a", "includes", ("x",)),)),
        (field_of(choices("a", "x", "y"), members=["x"]), ({"y"},), (Not(test("a", "includes", ("x",))),)),
        (field_of(choices("a", "x", "y"), members=["x"]), ({"x"}, set()), (known("a"),)),
        (field_of(choices("a", "x", "y"), members=["x"]), (None,), (missing("a"),)),
        (field_of(choices("a", "x", "y")), ({"x"},), (known("a"),)),
    ],
)
def test_a_field_is_described(
    field: Field, values: tuple[Anything, ...], expected: tuple[Criterion, ...]
) -> None:
    """Some cells of a field are described by the tests that hold in them, and by nothing if they are all."""
    assert described_field(field, cells_of(field, *values)) == expected


def test_numbers_of_descriptions_keep_their_type() -> None:
    """Of an integer a description has whole numbers, though criteria compare it with fractions."""
    field = field_of(ORDERS, {(2.5, 0), (5.5, 0)})
    (low, high) = described_field(field, field.cell(4))
    assert (low, high) == (test("a", "min", 3), test("a", "max", 5))


def test_cells_that_a_field_has_not_are_no_limit() -> None:
    """Only cells of the domain count."""
    field = field_of(ORDERS, CUTS)
    assert described_field(field, 2**field.width - 1) == ()
    assert described_field(field, 2**field.width - 1 - MISSING) == (known("a"),)


def test_a_box_is_described_by_the_fields_that_it_limits() -> None:
    """A description names the limited fields in their order, and holds for those in the box alone."""
    facts = [
        fact("a", "integer", 0, 9),
        fact("b", "boolean"),
        choice("c", "x", "y", "z"),
        choices("d", "x", "y"),
    ]
    asked = {
        "a": Asked(cuts={(2, 0), (5, 1)}),
        "c": Asked(members={"x": None}),
        "d": Asked(members={"x": None}),
    }
    fields = Fields(facts, asked, ())
    a, b, c, _, d = fields.all
    box = fields.limit(a, a.cell(3) | a.cell(0)) & fields.limit(b, b.cell(True))
    assert described(box, fields.all) == All((test("a", "max", 5), yes("b")))
    assert described(fields.every, fields.all) == All(())
    boxes = [
        box,
        fields.every,
        fields.limit(a, a.cell(3) | MISSING) & fields.limit(c, c.others),
        fields.limit(d, IN) & fields.limit(b, MISSING | 2),
        fields.limit(d, OUT) & fields.limit(c, c.known),
        fields.limit(d, OUT | IN),
    ]
    for one in boxes:
        told = described(one, fields.all)
        for single in single_boxes(fields):
            truth = holds(told, customer_in(fields, single), HOME)
            assert (truth is True) == (single & one == single)
