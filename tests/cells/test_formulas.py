"""A formula is met by exactly those for whom the criterion has the value that is asked for."""

from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings, strategies as st
from tests.cells.making import (
    cell_of,
    choice,
    choices,
    customer_in,
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

from customer_types._deciding.interpreter import holds, own, verdict, verdicts
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not
from customer_types._model.facts import Fact
from customer_types._model.taxonomies import Taxonomy
from customer_types._model.truth import Truth
from customer_types._proving.cells.fields import MISSING, Fields, Tests as Asked
from customer_types._proving.cells.formulas import NEVER, Connectives, Formula, Sense, boxes, hull, settled
from customer_types._proving.cells.spaces import Space

FACTS = (
    fact("orders", "integer", 0),
    fact("spend", "number"),
    fact("abroad", "boolean"),
    choice("purpose", "resale", "own_use", "gift"),
    choices("interests", "art", "food", "sport"),
)

#: Which values each sense asks for.
ASKED: dict[Sense, tuple[Truth, ...]] = {
    Sense.YES: (True,),
    Sense.NO: (False,),
    Sense.NOT_YES: (False, None),
    Sense.NOT_NO: (True, None),
}

ORDERS = test("orders", "min", 3)
SPEND = test("spend", "below", 0.5)
CRITERIA: dict[str, Criterion] = {
    "always": All(()),
    "never": Not(All(())),
    "none of nothing": Any(()),
    "min": ORDERS,
    "fractional min": test("orders", "min", 2.5),
    "max": test("orders", "max", 3),
    "above": test("spend", "above", 0.5),
    "below": SPEND,
    "threshold": test("orders", "above", "few"),
    "all of thresholds": All((test("orders", "above", "few"), test("spend", "max", "few"))),
    "any of thresholds": Any((test("orders", "above", "few"), test("spend", "max", "few"))),
    "not a threshold": Not(test("orders", "above", "few")),
    "equals": test("orders", "equals", 3),
    "one of": test("orders", "one_of", (1, 2, 4)),
    "yes": yes("abroad"),
    "no": no("abroad"),
    "choice": test("purpose", "equals", "gift"),
    "choice of several": test("purpose", "one_of", ("gift", "resale")),
    "choice of all": test("purpose", "one_of", ("gift", "resale", "own_use")),
    "set": test("interests", "includes", ("art",)),
    "set with several": test("interests", "includes", ("art", "food")),
    "set with one twice": test("interests", "includes", ("art", "art")),
    "known": known("orders"),
    "missing": missing("orders"),
    "known set": known("interests"),
    "missing set": missing("interests"),
    "not": Not(ORDERS),
    "not a set": Not(test("interests", "includes", ("art", "food"))),
    "not not": Not(Not(ORDERS)),
    "all": All((ORDERS, SPEND)),
    "any": Any((ORDERS, SPEND)),
    "all of one": All((ORDERS,)),
    "any of one": Any((ORDERS,)),
    "all of a fact": All((ORDERS, test("orders", "max", 5))),
    "any of a fact": Any((ORDERS, test("orders", "max", 1))),
    "any that is known": Any((ORDERS, Not(ORDERS))),
    "contradiction": All((ORDERS, Not(ORDERS))),
    "everybody": Any((known("orders"), missing("orders"))),
    "nested": Any((All((ORDERS, SPEND)), Not(All((yes("abroad"), Not(SPEND)))))),
    "any of any": Any((Any((ORDERS, SPEND)), yes("abroad"))),
    "all of any": All((Any((ORDERS, SPEND)), Any((yes("abroad"), ORDERS)))),
    "any with always": Any((ORDERS, All(()))),
    "all with never": All((ORDERS, Any(()))),
    "later": InCategory("last"),
    "not later": Not(InCategory("last")),
    "without": InCategory("without"),
    "not without": Not(InCategory("without")),
}


def check(space: Space, home: Taxonomy, criterion: Criterion) -> None:
    """Compare the four formulas of a criterion with the interpreter, for everybody."""
    formulas = {sense: space.formula(criterion, home, sense) for sense in Sense}
    for box in single_boxes(space.fields):
        customer = customer_in(space.fields, box)
        truth = holds(criterion, customer, home)
        for sense, formula in formulas.items():
            assert meets(box, formula) == (truth in ASKED[sense]), (customer, sense)


@pytest.mark.parametrize("name", CRITERIA)
def test_formulas_say_what_the_interpreter_says(name: str) -> None:
    """Each sense of a criterion is met by those for whom the interpreter finds such a value."""
    last = Any((SPEND, test("orders", "equals", 1)))
    home = taxonomy_of(FACTS, {"asked": CRITERIA[name], "without": None, "last": last}, thresholds={"few": 2})
    check(space_of(home), home, CRITERIA[name])


@settings(max_examples=tries(60))
@given(tiny_worlds())
def test_formulas_of_any_criterion(world: World) -> None:
    """The verdict on a category and its own criterion have formulas that mean what they mean."""
    space = space_of(*world.taxonomies.values())
    everybody = [(box, customer_in(space.fields, box)) for box in single_boxes(space.fields)]
    assume(len(everybody) < 600)
    for home in world.taxonomies.values():
        for category in home:
            for _, customer in everybody[::7]:
                position = home.categories.index(category)
                assert verdicts(customer, home)[position] is verdict(category, customer, home)
            for sense in Sense:
                formula, told = space.own(category, home, sense), space.verdict(category, home, sense)
                for box, customer in everybody:
                    assert meets(box, formula) == (own(category, customer, home) in ASKED[sense])
                    assert meets(box, told) == (verdict(category, customer, home) in ASKED[sense])


@settings(max_examples=tries(60))
@given(tiny_worlds(), st.data())
def test_formulas_cut_up(world: World, data: st.DataObject) -> None:
    """Boxes of a formula, the hull and what is left with some facts settled hold what they should."""
    home = world.last
    space = space_of(home)
    everybody = [*single_boxes(space.fields)]
    assume(space.fields.all and len(everybody) < 300)
    chosen = data.draw(st.sampled_from(everybody))
    fields = data.draw(st.lists(st.sampled_from(space.fields.all), unique_by=lambda field: field.shift))
    cells = sum(cell_of(field, chosen) << field.shift for field in fields)
    free = sum(field.every for field in fields)
    for category in home:
        for sense in Sense:
            formula = space.verdict(category, home, sense)
            covers = boxes(formula, space.fields, 10_000)
            rest = settled(formula, space.connect, cells, free)
            assert covers is not None
            for box in everybody:
                inside = meets(box, formula)
                assert any(box & cover == box for cover in covers) == inside
                assert not inside or box & hull(formula, space.fields) == box
                assert meets(box, rest) == meets(box & ~free | cells, formula)


# ---- first -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sense", Sense)
def test_under_first_earlier_categories_count(sense: Sense) -> None:
    """Under `first` the verdict needs that no earlier criterion hold, also that of a later category."""
    home = taxonomy_of(
        FACTS[:3],
        [ORDERS, Any((yes("abroad"), InCategory("c2"))), test("spend", "below", "half"), All(())],
        thresholds={"half": 0.5},
        decide="first",
    )
    space = space_of(home)
    for box in single_boxes(space.fields):
        customer = customer_in(space.fields, box)
        assert verdicts(customer, home) == tuple(verdict(category, customer, home) for category in home)
        for category in home:
            told = space.verdict(category, home, sense)
            assert meets(box, told) == (verdict(category, customer, home) in ASKED[sense])
            own_formula = space.own(category, home, sense)
            assert meets(box, own_formula) == (own(category, customer, home) in ASKED[sense])


def test_a_category_elsewhere_counts_with_its_verdict() -> None:
    """From another taxonomy a category means the verdict there."""
    world = World(taxonomy_of(FACTS, []).vocabulary)
    world.taxonomies["t"] = taxonomy_of((), [ORDERS, All(())], decide="first", scope=world)
    other = taxonomy_of((), [InCategory("t/c1"), Not(InCategory("t/c1"))], id="u", scope=world)
    space = space_of(other)
    for criterion in (InCategory("t/c0"), InCategory("t/c1"), Not(InCategory("t/c1"))):
        check(space, other, criterion)


# ---- senses ------------------------------------------------------------------------------------


def test_a_sense_is_swapped_by_not() -> None:
    """What is asked of a criterion is the swapped thing asked of its opposite."""
    assert {sense: sense.swapped for sense in Sense} == {
        Sense.YES: Sense.NO,
        Sense.NO: Sense.YES,
        Sense.NOT_YES: Sense.NOT_NO,
        Sense.NOT_NO: Sense.NOT_YES,
    }
    assert [sense for sense in Sense if sense.is_conjunction] == [Sense.YES, Sense.NOT_NO]
    assert [sense for sense in Sense if sense.is_about_yes] == [Sense.YES, Sense.NOT_YES]
    assert [sense for sense in Sense if sense.is_denied] == [Sense.NOT_YES, Sense.NOT_NO]


# ---- connectives -------------------------------------------------------------------------------


def connectives(*facts: Fact) -> Connectives:
    """Make formulas over some facts."""
    asked = {one.id: Asked(cuts={(1, 0), (2, 0)}) for one in facts}
    return Connectives(Fields(facts, asked, ()))


A, B = fact("a", "boolean"), fact("b", "integer", 0)


def test_a_literal_limits_one_field() -> None:
    """A literal has some cells of its field, and `beside` the other ones."""
    connect = connectives(A, B)
    fields = connect.fields
    for position, field in enumerate(fields.all):
        for cells in range(1, field.cells):
            if cells & field.cells:
                literal = connect.literal(position, cells)
                assert literal.field == position
                assert literal.clauses == ()
                assert literal.box == fields.limit(field, cells & field.cells)
                assert literal.beside == fields.limit(field, field.cells & ~cells)


def test_a_literal_of_all_cells_or_none_is_no_literal() -> None:
    """All cells of a field are everybody, none are nobody, and cells that the field has not are ignored."""
    connect = connectives(A, B)
    a, b = connect.fields.all
    assert connect.literal(0, a.cells).field is None
    assert connect.literal(0, -1).box == connect.always().box == connect.fields.every
    assert connect.literal(0, 0) is NEVER
    assert b.cells & 2 == 0
    assert connect.literal(1, 2) is NEVER
    assert connect.literal(1, 2 | MISSING).box == connect.literal(1, MISSING).box


def all_formulas(connect: Connectives) -> list[Formula]:
    """List literals of all fields, and some formulas made of them."""
    literals = [
        connect.literal(position, cells)
        for position, field in enumerate(connect.fields.all)
        for cells in range(field.cells + 1)
    ]
    made = [connect.either(pair) for pair in combinations(literals[::3], 2)]
    return [*literals, *made[::5], NEVER, connect.always()]


def test_both_and_either_are_what_they_say() -> None:
    """A customer meets both of two formulas, or either, as they meet one and the other."""
    connect = connectives(A, B)
    formulas = all_formulas(connect)
    everybody = [*single_boxes(connect.fields)]
    for one, other in product(formulas, repeat=2):
        both, either = connect.both((one, other)), connect.either((one, other))
        for box in everybody:
            told = (meets(box, one), meets(box, other))
            assert meets(box, both) == all(told)
            assert meets(box, either) == any(told)


def test_what_is_simple_stays_simple() -> None:
    """Formulas that nobody meets, that everybody meets, and literals of one field make no clauses."""
    connect = connectives(A, B)
    yes, no, unknown = (connect.literal(0, cell) for cell in (4, 2, MISSING))
    few = connect.literal(1, 4)
    assert connect.either(()) is NEVER
    assert connect.either((NEVER, NEVER)) is NEVER
    assert connect.either((NEVER, yes)) is yes
    assert connect.either((yes, no)).clauses == ()
    ((merged, other),) = connect.either((yes, few, no)).clauses
    assert merged.box == connect.either((yes, no)).box
    assert other is few
    assert connect.either((yes, few, no, unknown)).clauses == ()
    assert connect.either((few, connect.always())).clauses == ()
    assert connect.both((yes,)) is yes
    assert connect.both((yes, no)) is NEVER
    assert connect.both(()).box == connect.fields.every
    assert connect.both((yes, few)).clauses == ()
    assert connect.both((yes, connect.either((no, few)))).clauses != ()
    either = connect.either((yes, few))
    assert either.box == connect.fields.every
    assert either.clauses == ((yes, few),)
    assert connect.both((either, either)).clauses == ((yes, few), (yes, few))
    assert meets_all(connect.fields.start, connect.always().clauses)


# ---- boxes -------------------------------------------------------------------------------------


def test_boxes_are_given_up_where_there_are_too_many() -> None:
    """Three clauses of two literals have eight boxes, and no more than the limit are written."""
    facts = [fact(name, "boolean") for name in "abcdef"]
    connect = connectives(*facts)
    literals = [connect.literal(position, 4) for position in range(6)]
    clauses = [connect.either(literals[number : number + 2]) for number in (0, 2, 4)]
    formula = connect.both(clauses)
    found = boxes(formula, connect.fields, 8)
    assert found is not None
    assert len(found) == len({*found}) == 8
    assert boxes(formula, connect.fields, 7) is None
    assert boxes(connect.either((literals[0], formula)), connect.fields, 7) is None
    assert boxes(literals[0], connect.fields, 0) == (literals[0].box,)


def test_a_box_is_listed_once_and_only_with_somebody_in_it() -> None:
    """Clauses that ask the same give one box, and those that ask for opposites give none."""
    connect = connectives(A, B)
    yes, no, few = connect.literal(0, 4), connect.literal(0, 2), connect.literal(1, 4)
    either = connect.either((yes, few))
    assert boxes(Formula(yes.box, (either.clauses[0],) * 2), connect.fields, 9) == (
        yes.box,
        yes.box & few.box,
    )
    assert boxes(Formula(yes.box, ((no,),)), connect.fields, 9) == ()
    assert boxes(NEVER, connect.fields, 9) == ()
    assert hull(Formula(yes.box, ((NEVER, few),)), connect.fields) == yes.box & few.box
    assert hull(either, connect.fields) & connect.fields.start == connect.fields.start


# ---- settled -----------------------------------------------------------------------------------


def test_a_settled_formula_asks_only_for_the_rest() -> None:
    """What is settled as asked is asked no more; what is settled otherwise is met by nobody."""
    connect = connectives(A, B)
    field = connect.fields.all[0]
    yes, few = connect.literal(0, 4), connect.literal(1, 4)
    both, either = connect.both((yes, few)), connect.either((yes, few))
    is_yes, is_no = 4 << field.shift, 2 << field.shift
    assert settled(yes, connect, is_yes, field.every).box == connect.fields.every
    assert settled(yes, connect, is_no, field.every) is NEVER
    assert settled(few, connect, is_no, field.every) is few
    assert settled(both, connect, is_yes, field.every).box == few.box
    assert settled(both, connect, is_no, field.every) is NEVER
    assert settled(either, connect, is_yes, field.every).clauses == ()
    assert settled(either, connect, is_yes, field.every).box == connect.fields.every
    assert settled(either, connect, is_no, field.every).box == few.box
