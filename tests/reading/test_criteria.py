"""Criteria of files: how each form is read, which facts take which tests, and which ranges are empty."""

from collections.abc import Iterator
from itertools import product
from math import ceil

import pytest

from customer_types import LoadError, catalog, loads
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._reading.documents import Document
from customer_types._reading.files import read_taxonomy

FILE = """\
id: t
version: 1.0.0
label: {{en: A, fr: B}}
thresholds:
  - {{id: few, value: 3, label: {{en: a, fr: b}}}}
  - {{id: half, value: 2.5, label: {{en: a, fr: b}}}}
  - {{id: seuil_inf, value: 1, label: {{en: a, fr: b}}}}
  - {{id: days_nan, value: 1, label: {{en: a, fr: b}}}}
facts:
  - {{id: whole, type: integer, label: {{en: a, fr: b}}}}
  - {{id: real, type: number, label: {{en: a, fr: b}}}}
  - {{id: flag, type: boolean, label: {{en: a, fr: b}}}}
  - {{id: one, type: choice, values: [red, blue, 'No', '7', few], label: {{en: a, fr: b}}}}
  - {{id: many, type: choices, values: [red, blue], label: {{en: a, fr: b}}}}
categories:
  - {{id: other, label: {{en: a, fr: b}}, when: {{whole: 1}}}}
  - id: it
    label: {{en: a, fr: b}}
    when: {when}
"""


def read(when: str) -> Criterion:
    """Read a criterion in a file with facts of all types."""
    criterion = loads(FILE.format(when=when))["it"].when
    assert criterion is not None
    return criterion


def codes(when: str) -> list[str]:
    """List the codes of what is wrong with a criterion."""
    try:
        read(when)
    except LoadError as error:
        faults = error.faults
    else:
        return []
    assert {fault.location.line for fault in faults} == {19}
    return [fault.code for fault in faults]


FEW = Test("whole", Operator.MIN, "few")
RED = Test("one", Operator.EQUALS, "red")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{whole: {min: 3}}", Test("whole", Operator.MIN, 3)),
        ("{whole: {min: few}}", FEW),
        ("{whole: {min: 'few'}}", FEW),
        ("{whole: {max: seuil_inf}}", Test("whole", Operator.MAX, "seuil_inf")),
        ("{real: {above: days_nan}}", Test("real", Operator.ABOVE, "days_nan")),
        ("{whole: {max: 2.5}}", Test("whole", Operator.MAX, 2.5)),
        ("{whole: 3}", Test("whole", Operator.EQUALS, 3)),
        ("{whole: 3.0}", Test("whole", Operator.EQUALS, 3)),
        ("{whole: [1, 2, 2]}", Test("whole", Operator.ONE_OF, (1, 2, 2))),
        ("{real: 0.5}", Test("real", Operator.EQUALS, 0.5)),
        ("{real: {below: -0.5}}", Test("real", Operator.BELOW, -0.5)),
        ("{flag: true}", Test("flag", Operator.EQUALS, True)),
        ("{flag: [false]}", Test("flag", Operator.ONE_OF, (False,))),
        ("{one: red}", RED),
        ("{one: 'No'}", Test("one", Operator.EQUALS, "No")),
        ("{one: few}", Test("one", Operator.EQUALS, "few")),  # a member that a threshold is called like
        ("{one: ['7', blue]}", Test("one", Operator.ONE_OF, ("7", "blue"))),
        ("{many: {includes: red}}", Test("many", Operator.INCLUDES, ("red",))),
        ("{many: {includes: [red, blue]}}", Test("many", Operator.INCLUDES, ("red", "blue"))),
        ("{one: {known: true}}", Test("one", Operator.KNOWN, True)),
        ("{many: {known: false}}", Test("many", Operator.KNOWN, False)),
        ("{whole: {min: few, max: 9}}", All((FEW, Test("whole", Operator.MAX, 9)))),
        ("{whole: {min: few}, one: red}", All((FEW, RED))),
        ("{whole: {min: few, known: true}}", All((FEW, Test("whole", Operator.KNOWN, True)))),
        ("{all: []}", All(())),
        ("{all: [{one: red}]}", All((RED,))),
        ("{all: [{one: red}, {all: []}]}", All((RED, All(())))),
        ("{any: [{one: red}, {whole: {min: few}}]}", Any((RED, FEW))),
        ("{not: {one: red}}", Not(RED)),
        ("{not: {one: red, whole: {min: few}}}", Not(All((RED, FEW)))),
        ("{category: other}", InCategory("other")),
        ("{category: lifecycle/loyal}", InCategory("lifecycle/loyal")),
        (
            "{any: [{one: red}], not: {whole: {min: few}}, category: other, one: red}",
            All((Any((RED,)), Not(FEW), InCategory("other"), RED)),
        ),
    ],
)
def test_a_criterion_is_read(when: str, expected: Criterion) -> None:
    """Each form of a criterion becomes the criterion that it says, in the order that it is written."""
    assert read(when) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{}", ["criteria.empty"]),
        ("{any: []}", ["criteria.empty"]),
        ("{not: {}}", ["criteria.empty"]),
        ("{whole: {}}", ["criteria.empty"]),
        ("{whole: []}", ["criteria.empty"]),
        ("{many: {includes: []}}", ["criteria.empty"]),
        ("{whole: {min: {}}}", ["schema.type"]),
        ("{whole: ~}", ["schema.type"]),
        ("{whole: {min: ~}}", ["schema.type"]),
        ("{whole: few}", ["schema.type"]),
        ("{whole: [1, few]}", ["schema.type"]),
        ("{whole: {min: fwe}}", ["schema.type"]),
        ("{whole: {min: [1]}}", ["schema.type"]),
        ("{whole: {min: .inf}}", ["number.not-finite"]),
        ("{whole: {min: nan}}", ["number.not-finite"]),
        ("{whole: {min: 1e3}}", ["number.form"]),
        ("{whole: 1.5}", ["number.not-integer"]),
        ("{whole: true}", ["schema.type"]),
        ("{real: red}", ["schema.type"]),
        ("{flag: yes}", ["schema.type"]),
        ("{flag: 1}", ["schema.type"]),
        ("{one: green}", ["criteria.unknown-value"]),
        ("{one: Red}", ["criteria.unknown-value"]),
        ("{one: No}", ["schema.type"]),
        ("{one: 7}", ["schema.type"]),
        ("{one: {equals: red}}", ["schema.unknown-key"]),
        ("{one: {matches: r.*}}", ["schema.unknown-key"]),
        ("{many: {includes: [red, green, pink]}}", ["criteria.unknown-value"] * 2),
        ("{one: {known: red}}", ["schema.type"]),
        ("{Whole: 1}", ["criteria.unknown-field"]),
        ("{whole : 1, 'whole ': 1}", ["criteria.unknown-field"]),
        ("{category: it}", ["criteria.cycle"]),
        ("{category: t/other}", ["criteria.own-category"]),
        ("{category: nobody}", ["criteria.unknown-category"]),
        ("{category: nowhere/loyal}", ["criteria.unknown-category"]),
        ("{category: [other]}", ["schema.type"]),
        ("{category: Other}", ["id.form"]),
        ("[{one: red}]", ["schema.type"]),
        ("always", ["schema.type"]),
        ("{all: {one: red}}", ["schema.type"]),
        ("{all: one}", ["schema.type"]),
        ("{not: [{one: red}]}", ["schema.type"]),
        ("{whole: {min: x, max: y}}", ["schema.type"] * 2),
        (
            "{any: [{one: green}, {}, {nothing: 1}]}",
            ["criteria.unknown-value", "criteria.empty", "criteria.unknown-field"],
        ),
        ("{whole: {minimum: 1, max: x}}", ["schema.unknown-key", "schema.type"]),
    ],
)
def test_what_is_no_criterion_is_a_fault(when: str, expected: list[str]) -> None:
    """Every part of a criterion that says nothing, or something of another kind, is reported."""
    assert codes(when) == expected


#: Which tests facts of a type take: the table of the file format.
FORMS = {
    "bound": "{{min: 1}}",
    "equals or one of": "{value}",
    "includes": "{{includes: {value}}}",
    "known": "{{known: true}}",
}
TAKES = {
    "whole": {"bound", "equals or one of", "known"},
    "real": {"bound", "equals or one of", "known"},
    "flag": {"equals or one of", "known"},
    "one": {"equals or one of", "known"},
    "many": {"includes", "known"},
}
VALUES = {"whole": "1", "real": "0.5", "flag": "true", "one": "red", "many": "red"}


@pytest.mark.parametrize(("fact", "form"), list(product(TAKES, FORMS)))
def test_a_fact_takes_the_tests_of_its_type(fact: str, form: str) -> None:
    """Numbers are compared, sets include, all may be known; other tests are refused with a hint."""
    test = FORMS[form].format(value=VALUES[fact])
    assert codes(f"{{{fact}: {test}}}") == ([] if form in TAKES[fact] else ["criteria.wrong-test"])


def ranges() -> Iterator[tuple[str, str, float, float]]:
    """Give all pairs of a lower and an upper bound over a few numbers."""
    bounds = (-1, 0, 0.5, 1, 1.5, 2)
    return product(("min", "above"), ("max", "below"), bounds, bounds)


@pytest.mark.parametrize("lower", ["min", "above"])
@pytest.mark.parametrize("upper", ["max", "below"])
def test_an_empty_range_is_one_that_no_number_meets(lower: str, upper: str) -> None:
    """A range is empty exactly if no whole number of a whole fact, or no number at all, lies in it."""

    def meets(value: float, low: float, high: float) -> bool:
        return (value >= low if lower == "min" else value > low) and (
            value <= high if upper == "max" else value < high
        )

    quarters = [quarter / 4 for quarter in range(-12, 13)]
    for _, _, low, high in (one for one in ranges() if one[:2] == (lower, upper)):
        for fact, values in (
            ("whole", [value for value in quarters if value == ceil(value)]),
            ("real", quarters),
        ):
            is_empty = not any(meets(value, low, high) for value in values)
            expected = ["criteria.empty-range"] if is_empty else []
            assert codes(f"{{{fact}: {{{lower}: {low}, {upper}: {high}}}}}") == expected, (fact, low, high)


def test_thresholds_take_part_in_ranges() -> None:
    """A range between thresholds is empty by their values; a faulty threshold makes none empty."""
    assert codes("{whole: {above: half, below: few}}") == ["criteria.empty-range"]
    assert codes("{real: {above: half, below: few}}") == []
    assert codes("{whole: {min: few, max: half}}") == ["criteria.empty-range"]
    text = FILE.format(when="{whole: {min: 5, max: few}}").replace("value: 3", "value: 03")
    with pytest.raises(LoadError) as refused:
        loads(text)
    assert [fault.code for fault in refused.value.faults] == ["number.form"]


def test_a_criterion_knows_its_place() -> None:
    """Tests and combinations stand at their key, mappings where they begin, categories at their name."""
    criterion = read("{whole: {min: few}, any: [{not: {one: red}}, {category: other}]}")
    assert isinstance(criterion, All)
    test, choice = criterion.parts
    assert isinstance(choice, Any)
    denial, category = choice.parts
    columns = [part.location.column for part in (criterion, test, choice, denial, category)]
    assert columns == [11, 12, 31, 38, 67]
    assert {part.location.line for part in (criterion, test, choice, denial, category)} == {19}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{stars: 5}", Test("stars", Operator.EQUALS, 5)),
        ("{stars: [0.5, 'true', true, red]}", Test("stars", Operator.ONE_OF, (0.5, "true", True, "red"))),
        ("{stars: {includes: '5'}}", Test("stars", Operator.INCLUDES, ("5",))),
        ("{category: elsewhere/someone}", InCategory("elsewhere/someone")),
    ],
)
def test_a_trusted_file_is_read_by_its_form(when: str, expected: Criterion) -> None:
    """Without the file of facts, a literal is what it looks like; categories elsewhere are believed."""
    text = FILE.format(when=when)
    taxonomy = read_taxonomy(Document(text, "x.yaml"), catalog(), trusted=True)
    assert taxonomy["it"].when == expected
    with pytest.raises(LoadError):
        loads(text)
