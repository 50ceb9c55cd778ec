"""Trials: what examples assert is held against the criteria, and what differs is told with its reason."""

import pickle
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.test_examples import GUESTS
from tests.tries import tries

import customer_types as ct
from customer_types import Example, Taxonomy
from customer_types._checking.checking import check
from customer_types._deciding.interpreter import verdicts
from customer_types._model.faults import Fault
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types._proving.trials import trials
from customer_types._reading.documents import Document
from customer_types.revisions import revision
from customer_types.strategies import customers, taxonomies

WORDS = Texts(by_language=FrozenMap({"en": "Somebody.", "fr": "Quelqu’un."}))


def faults_of(taxonomy: Taxonomy) -> list[Fault]:
    """List what is wrong with the examples of a taxonomy."""
    return [fault for fault in ct.verify(taxonomy).faults if fault.code.startswith("examples.")]


def changed(*pairs: tuple[str, str]) -> Taxonomy:
    """Read the taxonomy of guests with changes."""
    text = GUESTS
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return ct.loads(text)


def plain(text: str) -> str:
    """Give a text with spaces that break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def stack(*layers: str) -> Taxonomy:
    """Lay texts over the taxonomy of guests."""
    documents = [Document(text, f"{number}.yaml") for number, text in enumerate((GUESTS, *layers))]
    made, faults = ct.catalog().with_documents(documents)
    assert faults == []
    return made.named("guests")


# ---- what holds ----------------------------------------------------------------------------------


def test_a_report_has_the_examples_as_data() -> None:
    """Each answer is there with the category, what is expected of it and the verdict."""
    report = ct.verify(ct.loads(GUESTS))
    assert [(one.example.id, one.category.id, one.expected, one.verdict) for one in report.examples] == [
        ("every-month", "frequent", True, True),
        ("every-month", "passing", False, False),
        ("every-month", "absent", False, False),
        ("once", "passing", True, True),
        ("once", "absent", False, False),
        ("stranger", "frequent", None, None),
        ("stranger", "passing", None, None),
    ]
    assert all(one.holds for one in report.examples)
    assert report.is_proved
    assert report.faults == ()
    assert repr(report) == "<Report guests: 3 categories, 3 of 3 examples hold>"
    assert repr(report.examples[-1]) == "<Trial stranger: passing unknown, unknown>"
    assert pickle.loads(pickle.dumps(report.examples)) == report.examples


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "3 examples hold."), ("fr", "Les 3 exemples sont vérifiés.")]
)
def test_a_report_says_how_many_hold(language: str, sentence: str) -> None:
    """In one line, where all do; without examples nothing is said."""
    assert sentence in ct.verify(ct.loads(GUESTS)).explain(language).splitlines()
    assert "xempl" not in ct.verify(ct.loads(GUESTS.partition("examples:")[0])).explain(language)[:60]


def test_unknown_is_asserted_exactly() -> None:
    """An example that says unknown differs where the verdict is no, as well as where it is yes."""
    for orders, verdict in ((0, "no"), (7, "yes")):
        (fault, *_) = faults_of(changed(("facts: {}", f"facts: {{orders_365d: {orders}}}")))
        assert fault.code == "examples.differs"
        assert f"expects unknown for `frequent`, and the verdict is {verdict} (see " in fault.message()


@given(st.data())
@settings(max_examples=tries(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_an_example_holds_if_it_asserts_the_verdict(data: st.DataObject) -> None:
    """Law: of a possible customer, the verdicts hold as answers, and no others do."""
    taxonomy = data.draw(taxonomies())
    customer = data.draw(customers(taxonomy))
    found = dict(zip((one.id for one in taxonomy), verdicts(customer, taxonomy), strict=True))
    asserted = {id: data.draw(st.sampled_from([True, False, None])) for id in found}
    example = Example(
        id="drawn",
        texts=WORDS,
        facts=FrozenMap(customer),
        inside=tuple(id for id, answer in asserted.items() if answer is True),
        outside=tuple(id for id, answer in asserted.items() if answer is False),
        unknown=tuple(id for id, answer in asserted.items() if answer is None),
    )
    told = attrs.evolve(taxonomy, examples=(example,))
    assert {one.category.id: one.verdict for one in trials(told)} == found
    assert dict(ct.classify(customer, taxonomy).verdicts) == found
    wrong = {id for id in found if found[id] is not asserted[id]}
    assert {one.category.id for one in trials(told) if not one.holds} == wrong
    assert sorted(fault.arguments["category"] for fault in faults_of(told)) == sorted(wrong)
    for language in ("en", "fr"):
        assert all(fault.render(language) for fault in faults_of(told))


@given(taxonomies())
@settings(max_examples=tries(40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_drawn_taxonomies_have_examples_that_hold(taxonomy: Taxonomy) -> None:
    """The examples of the strategy for taxonomies are true and possible."""
    assert faults_of(taxonomy) == []


# ---- what differs --------------------------------------------------------------------------------


def test_what_differs_is_an_error_as_a_broken_rule_is() -> None:
    """The report is not proved, `violations` has rules alone, and the example's place is told."""
    report = ct.verify(changed(("value: 6", "value: 13")))
    assert not report.is_proved
    assert report.violations == ()
    assert [fault.location.line for fault in report.faults] == [21, 21]
    assert [one.category.id for one in report.examples if not one.holds] == ["frequent", "passing"]
    assert repr(report) == "<Report guests: 3 categories, 2 of 3 examples hold>"
    assert plain(report.explain()).partition("Examples:")[2].splitlines()[:4] == [
        " 2 of 3 hold",
        "    ✗ Comes every month.",
        (
            "        Frequent guest: no instead of yes "
            "(Orders in the last 365 days: 12 (at least 13 orders [frequent_orders]))"
        ),
        (
            "        Passing guest: yes instead of no (Orders in the last 365 days: 12 (at least 1 order); "
            "Orders in the last 365 days: 12 (fewer than 13 orders [frequent_orders]))"
        ),
    ]
    assert "Exemples\u00a0: 2 vérifiés sur 3" in report.explain("fr")


def test_of_many_tests_the_first_are_named() -> None:
    """A reason is one line: four tests, and a sign that there are more."""
    several = "any: [{orders: 1}, {orders: 3}, {orders: 5}, {orders: 7}, {orders: 9}]"
    taxonomy = changed(("when: {orders_365d: 0}", f"when: {{{several}}}"), ("    out: [absent]\n", ""))
    taxonomy = attrs.evolve(
        taxonomy,
        examples=(
            Example(id="two", texts=WORDS, facts=FrozenMap({"orders": 2}), inside=("absent",)),
            Example(id="nine", texts=WORDS, facts=FrozenMap({"orders": 9}), outside=("absent",)),
        ),
    )
    two, nine = trials(taxonomy)
    assert two.render().count("Orders: 2") == 4
    assert two.render().endswith("; …")
    assert nine.render("fr") == "Commandes\u00a0: 9 (exactement 9\u00a0commandes)"


def test_the_tests_behind_a_category_are_named() -> None:
    """A criterion that builds on another category, or on another taxonomy's, is decided by its tests."""
    text = GUESTS.replace(
        "when: {orders_365d: 0}", "when: {all: [{not: {category: frequent}}, {category: lifecycle/lost}]}"
    )
    found = trials(attrs.evolve(ct.loads(text), examples=(_lost("frequent", orders_365d=8),)))
    assert "not: Orders in the last 365 days: 8 (at least 6 orders" in plain(found[0].render())
    found = trials(attrs.evolve(ct.loads(text), examples=(_lost("lost", orders_365d=0, orders=0),)))
    assert "Orders: 0" in plain(found[0].render())


def _lost(id: str, **facts: int) -> Example:
    return Example(id=id, texts=WORDS, facts=FrozenMap(facts), inside=("absent",))


def test_what_always_holds_is_said_to() -> None:
    """An else-category has no test to name, nor has one without a criterion."""
    text = GUESTS.replace("when: {orders_365d: 0}", "when: {all: []}").replace(
        "rules:\n  - disjoint: all\n", ""
    )
    told = [one.render() for one in trials(ct.loads(text)) if not one.holds]
    assert told == ["always", "always"]
    without = text.replace("when: {all: []}", "without_criteria: {en: A, fr: B}")
    told = [one.render("fr") for one in trials(ct.loads(without)) if not one.holds]
    assert told == ["la catégorie n’a pas de critère"] * 2


def test_an_impossible_example_does_not_hold() -> None:
    """Though the answers are right, nobody can be so: it is no proof of anything."""
    taxonomy = changed(("facts: {orders_365d: 1}", "facts: {orders_365d: 1, orders: 0}"))
    report = ct.verify(taxonomy)
    (fault,) = report.faults
    assert fault.code == "examples.impossible"
    assert "`orders` and `orders_365d`" in fault.message()
    assert repr(report) == "<Report guests: 3 categories, 2 of 3 examples hold>"
    assert "no customer can be like this: Orders: 0 orders; Orders in the last 365 days: 1 order" in plain(
        report.explain()
    )


def test_examples_of_a_taxonomy_without_criteria_are_tried() -> None:
    """Nothing can be told of customers there, and that can be asserted."""
    text = GUESTS
    for when in ("{orders_365d: {min: frequent_orders}}", "{orders_365d: 0}"):
        text = text.replace(f"when: {when}", "without_criteria: {en: A, fr: B}")
    text = text.replace(
        "when: {orders_365d: {min: 1, below: frequent_orders}}", "without_criteria: {en: A, fr: B}"
    )
    report = ct.verify(ct.loads(text))
    assert [one.id for one in {trial.example: 0 for trial in report.examples if trial.holds}] == ["stranger"]
    assert "Examples: 1 of 3 holds" in report.explain()


# ---- what has moved ------------------------------------------------------------------------------


def test_an_overlay_that_moves_an_example_is_warned() -> None:
    """One line for each example, at the threshold that moved it, with each new answer and its reason."""
    taxonomy = stack("overlay: guests\nthresholds: [{id: frequent_orders, value: 13}]")
    (fault,) = faults_of(taxonomy)
    assert (fault.code, fault.severity, str(fault.location)) == ("examples.moved", "warning", "1.yaml:2:14")
    assert plain(fault.message()) == (
        "example `every-month` (0.yaml:21:5) is answered differently here: `frequent`: no instead of yes "
        "(Orders in the last 365 days: 12 (at least 13 orders [frequent_orders])); `passing`: yes instead of "
        "no (Orders in the last 365 days: 12 (at least 1 order); Orders in the last 365 days: 12 (fewer than "
        "13 orders [frequent_orders]))"
    )
    assert fault.message("fr").startswith(
        "l’exemple `every-month` (0.yaml:21:5) reçoit ici une autre réponse\u00a0: `frequent`\u00a0: non "
    )
    assert ct.verify(taxonomy).is_proved


def test_a_criterion_moves_examples_too() -> None:
    """The place is that of the criterion which is laid over the other."""
    (fault,) = faults_of(stack("overlay: guests\ncategories: [{id: absent, when: {orders_365d: {max: 1}}}]"))
    assert (fault.code, str(fault.location)) == ("examples.moved", "1.yaml:2:34")
    assert "`once` (0.yaml:28:5)" in fault.message()
    gone = "without_criteria: {en: Nobody knows., fr: Personne ne le sait.}"
    found = faults_of(stack(f"overlay: guests\ncategories: [{{id: absent, {gone}}}]"))
    assert {(fault.code, str(fault.location)) for fault in found} == {("examples.moved", "1.yaml:2:14")}


def test_the_order_moves_examples_too() -> None:
    """Where a layer lets the first match decide, the layer as a whole is the place."""
    wide = "categories: [{id: absent, before: frequent, when: {orders_365d: {min: 0}}}]"
    found = faults_of(stack(f"overlay: guests\nrules: []\ndecide: first\n{wide}"))
    assert {fault.code for fault in found} == {"examples.moved"}
    both = GUESTS.replace("below: frequent_orders", "max: 100").replace(
        "out: [passing, absent]", "in: [passing]"
    )
    both = both.replace("    in: [frequent]\n    in: [passing]", "    in: [frequent, passing]").replace(
        "rules:\n  - disjoint: all\n", ""
    )
    documents = [Document(both, "0.yaml"), Document("overlay: guests\ndecide: first", "1.yaml")]
    made, _ = ct.catalog().with_documents(documents)
    (fault,) = faults_of(made.named("guests"))
    assert (fault.code, str(fault.location)) == ("examples.moved", "1.yaml:1:1")
    assert "category “Frequent guest” comes first" in fault.message()


def test_a_layer_is_held_to_its_own_examples() -> None:
    """What it tells itself, or answers anew, is held strictly; and so is moved nothing any more."""
    threshold = "thresholds: [{id: frequent_orders, value: 13}]"
    anew = "examples: [{id: every-month, in: [passing], out: [frequent]}]"
    settled = stack(f"overlay: guests\n{threshold}\n{anew}")
    assert dict(settled.examples[0].answers) == {"passing": True, "frequent": False}
    assert faults_of(settled) == []
    assert faults_of(stack(f"overlay: guests\n{threshold}\nremove: [every-month]")) == []
    wrong = "examples: [{id: once, facts: {orders_365d: 0}}]"
    found = faults_of(stack(f"overlay: guests\n{wrong}"))
    assert {(fault.code, fault.severity, fault.location.path) for fault in found} == {
        ("examples.differs", "error", "1.yaml")
    }


def test_what_a_file_below_gets_wrong_is_an_error_there() -> None:
    """A layer that changes nothing which decides has moved nothing."""
    wrong = GUESTS.replace("in: passing", "in: frequent")
    documents = [Document(wrong, "0.yaml"), Document("overlay: guests\nlabel: {en: Our guests}", "1.yaml")]
    made, _ = ct.catalog().with_documents(documents)
    (fault,) = faults_of(made.named("guests"))
    assert (fault.code, fault.severity, fault.location.path) == ("examples.differs", "error", "0.yaml")


def test_check_tells_what_a_file_moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a file alone and for a folder; a warning does not make the check fail."""
    monkeypatch.chdir(tmp_path)
    Path("guests.yaml").write_text(GUESTS, encoding="utf-8")
    Path("ours.yaml").write_text(
        "overlay: guests\nthresholds: [{id: frequent_orders, value: 13}]\n", encoding="utf-8"
    )
    for found in (check("ours.yaml", catalog=ct.catalog().extended("guests.yaml")), check(".")):
        (fault,) = found
        assert (fault.code, fault.severity) == ("examples.moved", "warning")
        assert (Path(fault.location.path).name, fault.location.line) == ("ours.yaml", 2)
        assert fault.excerpt == "thresholds: [{id: frequent_orders, value: 13}]"


# ---- two versions --------------------------------------------------------------------------------


def test_a_difference_is_told_by_examples() -> None:
    """Whose answers move is told in words, whether or not the example speaks of the category."""
    changes = revision(
        ct.loads(GUESTS), changed(("value: 6", "value: 13"), ("out: [passing, absent]", "out: []"))
    ).changes
    told = [change for change in changes if change.place.startswith("examples.")]
    assert [(change.level, change.place, change.code) for change in told] == [
        ("major", "examples.every-month", "answered"),
        ("patch", "examples.every-month.out", "changed"),
    ]
    assert told[0].render() == (
        "answered differently: “Comes every month.” `frequent`: no instead of yes; "
        "`passing`: yes instead of no"
    )
    assert (
        told[0]
        .render("fr")
        .startswith("autre réponse\u00a0: «\u00a0Vient chaque mois.\u00a0» `frequent`\u00a0: non")
    )
    assert told[0].witness is not None
    assert told[0].witness.facts["orders_365d"] == 12


def test_a_new_example_tells_what_was_before() -> None:
    """An example that only one version has is asked in both, if both know its facts and their values."""
    text = "{id: new, text: {en: Seven., fr: Sept.}, facts: {orders_365d: 7}, out: [frequent]}"
    new = ct.loads(f"{GUESTS}  - {text}\n".replace("value: 6", "value: 8"))
    for old, later, code in ((ct.loads(GUESTS), new, "added"), (new, ct.loads(GUESTS), "removed")):
        found = {(one.place, one.code, one.level) for one in revision(old, later).changes}
        assert ("examples.new", code, "patch") in found
        assert ("examples.new", "answered", "major") in found
    for other in (GUESTS.replace("wishes", "hopes"), GUESTS.replace("quiet", "calm")):
        for versions in ((GUESTS, other), (other, GUESTS)):
            changes = revision(*map(ct.loads, versions)).changes
            assert not [one for one in changes if one.code == "answered"]


def test_what_was_unknown_and_is_no_is_minor() -> None:
    """Nobody is in a category who was not, and nobody has left it."""
    new = changed(("when: {orders_365d: 0}", "when: {orders_365d: 0, orders: {known: true}}"))
    found = [one for one in revision(ct.loads(GUESTS), new).changes if one.code == "answered"]
    assert [(one.level, one.place) for one in found] == [("minor", "examples.stranger")]


def test_a_trial_tells_whether_it_has_moved() -> None:
    """For programs: what a file laid over changes is told apart from what is wrong."""
    moved = [
        one
        for one in ct.verify(
            stack("overlay: guests\nthresholds: [{id: frequent_orders, value: 13}]")
        ).examples
        if not one.holds
    ]
    assert moved
    assert all(one.has_moved for one in moved)
    assert not any(one.has_moved for one in trials(changed(("value: 6", "value: 13"))))
