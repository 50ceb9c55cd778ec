"""Rules in JSONLogic and CEL give every customer the verdicts that the interpreter gives."""

import json
import re
from math import isinf
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st
from tests.exchange.engines import CEL, JSON_LOGIC, SLOW, Customer, as_data, is_json
from tests.frames.customers import TAXONOMIES, as_read, customers
from tests.property.test_engines import asked
from tests.tries import tries

import customer_types as ct
from customer_types import Taxonomy, cel, json_logic
from customer_types._deciding import interpreter
from customer_types._model.facts import Ratio
from customer_types.errors import ColumnError, NotATaxonomyError

Asked = tuple[Taxonomy, list[Customer]]


def told(taxonomy: Taxonomy, asked: list[Customer]) -> list[tuple[bool | None, ...]]:
    """Ask the interpreter."""
    facts = taxonomy.vocabulary.facts
    return [interpreter.verdicts(as_read(one, facts), taxonomy) for one in asked]


def _divides_infinities(customer: Customer, taxonomy: Taxonomy) -> bool:
    """Tell whether a quotient would be NaN, which these languages take for a number."""
    for fact in taxonomy.vocabulary.facts.values():
        if isinstance(fact.follows, Ratio):
            parts = [customer.get(part) for part in fact.follows.parts]
            if all(isinstance(part, float) and isinf(part) for part in parts):
                return True
    return False


def require_agreement(taxonomy: Taxonomy, asked: list[Customer], *, slow: int) -> None:
    """Hold all engines against the interpreter; the slow ones are asked about the first customers."""
    asked = [one for one in asked if not _divides_infinities(one, taxonomy)]
    expected = told(taxonomy, asked)
    data = [as_data(one, place) for place, one in enumerate(asked)]
    whole = [place for place, one in enumerate(asked) if is_json(one)]
    rules = [*json_logic.rules(taxonomy).values()]
    for name, engine in JSON_LOGIC.items():
        found = engine(rules, [data[place] for place in whole])
        wrong = [place for place, one in zip(whole, found, strict=True) if one != expected[place]]
        assert not wrong, (name, data[wrong[0]], expected[wrong[0]])
    expressions = [*cel.expressions(taxonomy).values()]
    for name, evaluate in CEL.items():
        count = slow if name in SLOW else len(data)
        found = evaluate(expressions, data[:count])
        wrong = [place for place, one in enumerate(found) if one != expected[place]]
        assert not wrong, (name, data[wrong[0]], expected[wrong[0]])


@pytest.mark.parametrize("taxonomy", TAXONOMIES, ids=lambda one: one.id)
def test_engines_agree_with_the_interpreter(taxonomy: Taxonomy) -> None:
    """No engine differs on any of many customers at the edges; facts are missing or null in turns."""
    require_agreement(taxonomy, customers(tries(1_000), 1, taxonomy), slow=tries(20))


@settings(max_examples=tries(60), deadline=None)
@given(asked())
def test_engines_agree_on_any_taxonomy(given_: Asked) -> None:
    """No engine differs on a customer of a taxonomy of any shape, which may build on another one."""
    taxonomy, drawn = given_
    require_agreement(taxonomy, drawn, slow=3)


def clubs(member: str) -> Taxonomy:
    """Make a taxonomy whose criteria compare with a text."""
    text = json.dumps(member, ensure_ascii=False)
    return ct.loads(
        "id: clubs\nversion: 1.0.0\nlabel: {en: Clubs, fr: Clubs}\n"
        "facts:\n"
        f"  - {{id: club, type: choice, values: [{text}, other], label: {{en: Club, fr: Club}}}}\n"
        f"  - {{id: clubs, type: choices, values: [{text}, other], label: {{en: Clubs, fr: Clubs}}}}\n"
        "categories:\n"
        f"  - {{id: one, label: {{en: One, fr: Un}}, when: {{club: {text}}}}}\n"
        f"  - {{id: some, label: {{en: Some, fr: Des}}, when: {{clubs: {{includes: {text}}}}}}}\n"
        f"  - {{id: none, label: {{en: None, fr: Nul}}, when: {{not: {{club: [{text}, other]}}}}}}\n"
    )


HOSTILE = (
    '" || true || "',
    "'; DROP",
    "\\",
    '\\"',
    "{{x}}",
    "${x}",
    "é€\U0001f600",
    "null",
    "true",
    "a\u00a0b",
)


@pytest.mark.parametrize("member", HOSTILE)
def test_no_text_leaves_its_quotes(member: str) -> None:
    """A text of a file is compared, whatever it looks like, and is never a part of the rule."""
    taxonomy = clubs(member)
    sets: list[Any] = [None, frozenset(), frozenset({member}), frozenset({"other", member})]
    drawn = [{"club": club, "clubs": clubs} for club in (None, member, "other", "true") for clubs in sets]
    require_agreement(taxonomy, drawn, slow=len(drawn))


@given(st.text(max_size=20))
@example("\x00\x1b\u2028\ud7ff\U0010ffff")
def test_a_literal_of_cel_is_what_it_was(text: str) -> None:
    """Every character comes through quotes and escapes."""
    (found,) = CEL["cel-rust"](
        [cel.Verdict(yes=f"customer.text == {cel._literal(text)}", no="false")], [{"text": text}]
    )
    assert found == (True,)


def test_categories_without_criteria_are_unknown() -> None:
    """Of a category without a criterion nothing is ever known."""
    bases = ct.taxonomy("segmentation-bases")
    assert set(json_logic.rules(bases).values()) == {None}
    assert set(cel.expressions(bases).values()) == {cel.Verdict(yes="false", no="false")}


def test_the_first_category_is_the_answer() -> None:
    """Under `decide: first` a rule excludes the categories before it, so one of them at most is true."""
    text = (
        "id: ladder\nversion: 1.0.0\ndecide: first\nlabel: {en: Ladder, fr: Échelle}\ncategories:\n"
        "  - {id: many, label: {en: Many, fr: Beaucoup}, when: {orders: {min: 10}}}\n"
        "  - {id: some, label: {en: Some, fr: Quelques}, when: {orders: {min: 1}}}\n"
        "  - {id: rest, label: {en: Rest, fr: Reste}, when: {all: []}}\n"
    )
    drawn = [{"orders": value} for value in (None, 0, 1, 9, 10)]
    require_agreement(ct.loads(text), drawn, slow=5)
    rules = [*json_logic.rules(ct.loads(text)).values()]
    assert JSON_LOGIC["datalogic"](rules, [{"orders": 9}]) == [(False, True, False)]


def test_whole_catalogs_are_written() -> None:
    """One call writes all categories by key, as JSON that holds what the functions give."""
    catalog = ct.catalog()
    keys = [category.key for taxonomy in catalog for category in taxonomy]
    rules = json.loads(json_logic.dumps(*catalog))
    assert [*rules] == keys
    assert rules == json_logic.rules(*catalog)
    written = json.loads(cel.dumps(*catalog))
    assert [*written] == keys
    assert written["lifecycle/new"]["no"] == cel.expressions(*catalog)["lifecycle/new"].no


@pytest.mark.parametrize("make", [json_logic.rules, cel.expressions])
def test_what_is_no_taxonomy_is_refused(make: Any) -> None:
    """An id in place of a taxonomy, or one taxonomy twice, is an error that says so."""
    with pytest.raises(NotATaxonomyError):
        make("lifecycle")
    with pytest.raises(ColumnError):
        make(ct.taxonomy("lifecycle"), ct.taxonomy("lifecycle"))


def test_only_facts_are_read() -> None:
    """A rule reads facts of the catalog, by their ids, and nothing else."""
    facts = set(ct.catalog().facts)
    rules = json_logic.dumps(*ct.catalog())
    assert set(re.findall(r'"var": "([^"]*)"', rules)) <= facts
    assert set(re.findall(r"customer\.(\w+)", cel.dumps(*ct.catalog()))) <= facts
