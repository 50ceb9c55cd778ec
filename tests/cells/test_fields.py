"""Fields stand side by side in a box, and have a cell for each answer that makes a difference."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf, nextafter
from typing import Any as Anything

import pytest
from tests.cells.making import choice, choices, fact

from customer_types._deciding.interpreter import COMPARISONS
from customer_types._model.criteria import BOUNDS, Operator
from customer_types._model.facts import Fact
from customer_types._proving.cells.fields import (
    IN,
    MISSING,
    NO,
    OUT,
    YES,
    Field,
    Fields,
    Tests as Asked,
    cut_of,
    true_cells,
)
from customer_types._proving.cells.scales import Cut


def field_of(one: Fact, *cuts: Cut, members: Sequence[str] = ()) -> Field:
    """Make the first field of a fact that is compared with some values."""
    tests = Asked(cuts=set(cuts), members=dict.fromkeys(members))
    return Fields([one], {one.id: tests}, ()).all[0]


def values_of(field: Field) -> list[Anything]:
    """Give the readable values of a field's cells, lowest first."""
    return [field.value(1 << position) for position in range(field.width) if field.known >> position & 1]


MIXED = (
    fact("orders", "integer", 0, 10),
    fact("abroad", "boolean"),
    choice("purpose", "resale", "own_use", "gift"),
    choices("interests", "art", "food"),
    fact("spend", "number"),
)
TESTED = {
    "orders": Asked(cuts={(3, 0)}),
    "purpose": Asked(members={"resale": None}),
    "interests": Asked(members={"food": None, "art": None}),
}


# ---- boxes -------------------------------------------------------------------------------------


def test_each_fact_has_its_fields() -> None:
    """A fact has one field; a set has one more for each value that is asked for, in that order."""
    fields = Fields(MIXED, TESTED, ())
    assert [(field.fact.id, field.member) for field in fields.all] == [
        ("orders", None),
        ("abroad", None),
        ("purpose", None),
        ("interests", None),
        ("interests", "food"),
        ("interests", "art"),
        ("spend", None),
    ]
    assert [*fields.by_fact] == [one.id for one in MIXED]
    assert [one for of_fact in fields.by_fact.values() for one in of_fact] == fields.all


def test_fields_stand_side_by_side_with_a_spare_bit() -> None:
    """Fields share no bit, and one is left above each."""
    fields = Fields(MIXED, TESTED, ()).all
    for field in fields:
        assert field.every == (2**field.width - 1) * 2**field.shift
        assert field.cells < 2**field.width
    for one, other in pairwise(fields):
        assert other.shift == one.shift + one.width + 1


def test_a_box_has_a_cell_in_every_field() -> None:
    """What has no cell left in some field is no box, whatever the others have."""
    fields = Fields(MIXED, TESTED, ())
    assert fields.is_box(fields.start)
    assert fields.is_box(fields.every)
    assert fields.start & fields.every == fields.start
    for field in fields.all:
        assert field.of(fields.start) == field.cells
        assert field.of(fields.every) == 2**field.width - 1
        assert not fields.is_box(fields.every & ~field.every)
        for position in range(field.width):
            alone = fields.limit(field, 1 << position)
            assert fields.is_box(alone)
            assert field.of(alone) == 1 << position
            assert alone | field.every == fields.every


def test_a_limit_leaves_the_other_fields_alone() -> None:
    """A limit to several cells has these, and all of all other fields."""
    fields = Fields(MIXED, TESTED, ())
    for field in fields.all:
        limit = fields.limit(field, MISSING | YES)
        told = [(other, other.of(limit)) for other in fields.all]
        assert told == [(other, 2**other.width - 1 & (5 if other is field else -1)) for other in fields.all]


def test_facts_may_be_compared_with_nothing() -> None:
    """Facts that no test names a value of have the cells of their domains."""
    fields = Fields(MIXED, {}, ()).by_fact
    assert [len(fields[name]) for name in fields] == [1] * 5
    assert values_of(fields["purpose"][0]) == ["resale"]
    assert values_of(fields["orders"][0]) == [0]
    assert fields["purpose"][0].choices == ()
    assert fields["abroad"][0].choices == ()


def test_there_may_be_no_facts() -> None:
    """Without facts there are no fields."""
    fields = Fields((), {}, ())
    assert fields.all == []
    assert fields.is_box(fields.start)


# ---- cells -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (field_of(fact("a", "integer")), [0]),
        (field_of(fact("a", "integer"), (3, 0)), [0, 3]),
        (field_of(fact("a", "integer"), (3, 0), (3, 1)), [0, 3, 4]),
        (field_of(fact("a", "integer", 1, 5), (3, 0)), [1, 3]),
        (field_of(fact("a", "integer", 0.5, 2.5), (1.5, 0)), [1, 2]),
        (field_of(fact("a", "integer", 0.2, 0.8)), []),
        (field_of(fact("a", "integer", 3, 3), (3, 0), (3, 1)), [3]),
        (field_of(fact("a", "integer"), (0.5, 0), (0.75, 1)), [0, 1]),
        (field_of(fact("a", "integer"), (2.5, 0), (-2.5, 1)), [-3, 0, 3]),
        (field_of(fact("a", "integer", -(2**63), 2**63 - 1), (2**63 - 1, 1)), [0]),
        (field_of(fact("a", "integer"), (2**63, 0), (-(2**63), 0)), [0]),
        (field_of(fact("a", "number"), (0.5, 0), (0.75, 1)), [0, 0.5, 1]),
        (field_of(fact("a", "number", 0, 1), (0, 1)), [0, 1]),
        (field_of(fact("a", "number", 0.25, 0.75), (0.5, 1)), [0.25, 0.6]),
        (field_of(fact("a", "number"), (1.0, 1), (nextafter(1, 2), 0)), [0, 2]),
        (field_of(fact("a", "number", None, -1)), [-1]),
        (field_of(fact("a", "boolean")), [False, True]),
        (field_of(choice("a", "art", "food")), ["art"]),
        (field_of(choice("a", "art", "food", "sport"), members=["food"]), ["food", "art"]),
        (field_of(choice("a", "art", "food"), members=["food", "art"]), ["food", "art"]),
        (field_of(choice("a", "art", "food"), members=["elsewhere"]), ["art"]),
        (field_of(choice("a", "art", "food"), members=["elsewhere", "art"]), ["art", "food"]),
        (field_of(choice("a")), []),
    ],
)
def test_a_field_has_the_cells_of_its_domain(field: Field, expected: list[Anything]) -> None:
    """A field has a cell for each answer that its domain allows, each with a readable value."""
    assert values_of(field) == expected
    assert field.cells == field.known | MISSING
    assert field.known & MISSING == 0
    for cell in range(field.width):
        if field.cells >> cell & 1:
            assert field.cell(field.value(1 << cell)) == 1 << cell
    assert field.value(MISSING) is None
    assert field.cell(None) == MISSING


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (field_of(fact("a", "integer", 0, 5), (3, 0)), -1),
        (field_of(fact("a", "integer", 0, 5), (3, 0)), 6),
        (field_of(fact("a", "integer", 0.2, 0.8)), 1),
        (field_of(choice("a", "art", "food"), members=["food"]), "elsewhere"),
        (field_of(choice("a", "art", "food"), members=["elsewhere"]), "elsewhere"),
        (field_of(choice("a", "art"), members=["art"]), "elsewhere"),
    ],
)
def test_a_value_outside_the_domain_has_no_cell(field: Field, value: Anything) -> None:
    """What no possible customer has is in no cell."""
    assert field.cell(value) == 0


def test_a_value_that_is_not_named_shares_a_cell() -> None:
    """All values of a choice that no test names are in one cell, and named ones in their own."""
    field = field_of(choice("a", "art", "food", "sport", "travel"), members=["sport", "art"])
    cells = {member: field.cell(member) for member in ("art", "food", "sport", "travel")}
    assert cells["food"] == cells["travel"] == field.others
    assert len({*cells.values()}) == 3
    assert sum({*cells.values()}) == field.known
    assert field.choices == ("sport", "art")
    assert field.other == "food"


def test_a_choice_all_of_whose_values_are_named_has_no_others() -> None:
    """Without values that no test names there is no cell for them."""
    field = field_of(choice("a", "art", "food"), members=["art", "food"])
    assert field.others == 0
    assert field.other is None


def test_a_set_has_cells_for_each_value_asked_for() -> None:
    """A field of a value says whether it is in the set; the first one only whether the set is known."""
    whole, art, elsewhere = Fields(
        [choices("a", "art", "food")], {"a": Asked(members={"art": None, "elsewhere": None})}, ()
    ).all
    assert whole.cells == MISSING | IN
    assert art.cells == MISSING | OUT | IN
    assert elsewhere.cells == MISSING | OUT
    assert [whole.cell(value) for value in (None, frozenset(), frozenset({"art"}))] == [MISSING, IN, IN]
    assert [art.cell(value) for value in (None, frozenset(), frozenset({"art"}))] == [MISSING, OUT, IN]
    assert art.cell(frozenset({"food"})) == OUT
    assert art.value(OUT) is False
    assert art.value(IN) is True


def test_truth_values_have_two_cells() -> None:
    """No comes before yes."""
    field = field_of(fact("a", "boolean"))
    assert (field.cell(False), field.cell(True)) == (NO, YES)
    assert field.known == NO | YES


@pytest.mark.parametrize("name", ["min", "max", "above", "below"])
@pytest.mark.parametrize("kind", ["integer", "number"])
@pytest.mark.parametrize("bound", [-1, 0, 2, 2.5, 2**53 + 1, 2.0**63, 2**62 + 1])
def test_cells_of_a_bound_are_those_in_which_it_holds(name: str, kind: Anything, bound: float) -> None:
    """A number is in a true cell of a bound exactly if it compares with it that way."""
    operator = Operator(name)
    exact = float(bound) if kind == "number" else bound
    field = field_of(fact("a", kind, -5), cut_of(operator, exact), (1, 0))
    near = int(bound)
    values: list[float] = [near - 1, near, near + 1, -5, 0, 1, 2, 3]
    if kind == "number":
        beside = [nextafter(exact, way) for way in (-inf, inf)]
        values = [*map(float, values), exact, *beside]
    told = true_cells(field, operator, exact)
    assert told & MISSING == 0
    for value in values:
        if (kind == "number" or abs(value) < 2**63) and value >= -5:
            assert bool(told & field.cell(value)) == COMPARISONS[operator](value, exact), value


def test_a_bound_cuts_below_or_above_its_number() -> None:
    """`min` and `below` cut below the number, `max` and `above` above it."""
    assert {operator: cut_of(operator, 3) for operator in BOUNDS} == {
        Operator.MIN: (3, 0),
        Operator.BELOW: (3, 0),
        Operator.MAX: (3, 1),
        Operator.ABOVE: (3, 1),
    }


@pytest.mark.parametrize(
    ("field", "operator", "value", "expected"),
    [
        (field_of(fact("a", "integer"), (3, 0), (3, 1)), "equals", 3, [3]),
        (field_of(fact("a", "integer"), (3, 0), (3, 1), (5, 0), (5, 1)), "one_of", (3, 5), [3, 5]),
        (field_of(fact("a", "number"), (0.1, 0), (0.1, 1)), "equals", 0.1, [0.1]),
        (
            field_of(fact("a", "number"), (2.0**53, 0), (2.0**53, 1)),
            "equals",
            2**53 + 1,
            [2**53],
        ),
        (field_of(fact("a", "boolean")), "equals", True, [True]),
        (field_of(fact("a", "boolean")), "equals", False, [False]),
        (field_of(choice("a", "art", "food"), members=["art"]), "equals", "art", ["art"]),
        (field_of(choice("a", "art", "food"), members=["elsewhere"]), "equals", "elsewhere", []),
        (
            field_of(choice("a", "art", "food", "sport"), members=["art", "food"]),
            "one_of",
            ("art", "food"),
            ["art", "food"],
        ),
        (field_of(fact("a", "boolean")), "known", True, [False, True]),
        (field_of(fact("a", "boolean")), "known", False, [None]),
    ],
)
def test_cells_of_a_test(field: Field, operator: str, value: Anything, expected: list[Anything]) -> None:
    """The true cells of a test are those of the values for which it holds."""
    told = true_cells(field, Operator(operator), value)
    found = [field.value(1 << position) for position in range(field.width) if told >> position & 1]
    assert found == expected
    assert [type(one) for one in found] == [type(one) for one in expected]


# ---- scales ------------------------------------------------------------------------------------


def test_ordered_facts_share_a_scale() -> None:
    """Facts in one chain, or in chains that share a fact, are cut alike; others have their own scale."""
    names = ("a", "b", "c", "d", "e", "f")
    facts = [*(fact(name, "integer") for name in names), fact("g", "boolean")]
    tests = {name: Asked(cuts={(number, 0)}) for number, name in enumerate(names)}
    fields = Fields(facts, tests, [("a", "b"), ("c", "b"), ("e", "d")])
    scales = {name: fields.by_fact[name][0].scale for name in names}
    cuts = {name: list(scale.cuts) for name, scale in scales.items() if scale is not None}
    assert cuts["a"] == cuts["b"] == cuts["c"] == [(0, 0), (1, 0), (2, 0)]
    assert cuts["d"] == cuts["e"] == [(3, 0), (4, 0)]
    assert cuts["f"] == [(5, 0)]
    assert fields.by_fact["g"][0].scale is None


def test_a_shared_scale_has_the_ends_of_all_domains() -> None:
    """The domain of one ordered fact cuts the cells of the other, and each has its own cells only."""
    low, high = fact("a", "number", 0, 1), fact("b", "number", 0.5)
    a, b = Fields([low, high], {}, [("a", "b")]).all
    assert [bool(a.cell(value)) for value in (-0.5, 0.0, 0.4, 1.0, 1.5)] == [False, True, True, True, False]
    assert [bool(b.cell(value)) for value in (0.0, 0.4, 0.5, 1.0, 1.5)] == [False, False, True, True, True]
    assert a.cell(0.4) < a.cell(0.5) <= a.cell(1.0)
    assert (a.cell(0.5), a.cell(1.0)) == (b.cell(0.5), b.cell(1.0))


def test_numbers_are_doubles_and_integers_are_not() -> None:
    """The bounds of a number's domain are rounded as its values are; those of an integer are exact."""
    large = 2**53 + 1
    number, integer = Fields([fact("a", "number", large), fact("b", "integer", large)], {}, ()).all
    assert number.cell(float(2**53)) == number.known
    assert values_of(number) == [2**53]
    assert integer.cell(2**53) == 0
    assert values_of(integer) == [large]
