"""Strategies: customers who are what was asked for, however narrow that is, and taxonomies that load."""

import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import nextafter
from typing import Any as Anything

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings, strategies as st
from tests.property.strategies import bounds_of, criteria, label, vocabularies
from tests.tries import at_length

import customer_types as ct
from customer_types._deciding.possibility import impossible_facts
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test, walk
from customer_types._model.facts import Ascending, Fact, FactValue, Implication, Invariant, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._proving.cells.prover import Prover
from customer_types.strategies import (
    Customer,
    NoCustomerError,
    SearchGivenUpError,
    boundary_customers,
    customers,
    customers_in,
    customers_outside,
    taxonomies,
)

LIFECYCLE = ct.taxonomy("lifecycle")
CLASSIFYING = [taxonomy for taxonomy in ct.catalog() if any(category.when for category in taxonomy)]
EACH = pytest.mark.parametrize("taxonomy", CLASSIFYING, ids=lambda taxonomy: taxonomy.id)


def laws(count: int) -> settings:
    """Set how many examples are tried; no health check is suppressed: nothing is drawn in vain."""
    return settings(max_examples=count, deadline=None, database=None)


def slow_laws(count: int) -> settings:
    """Set how many examples are tried of things that take their time."""
    return settings(laws(count), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def drawn(strategy: st.SearchStrategy[Customer], count: int) -> list[Customer]:
    """Draw customers, always the same ones."""
    found: list[Customer] = []

    @settings(laws(count), derandomize=True, phases=[Phase.generate])
    @given(strategy)
    def collect(customer: Customer) -> None:
        found.append(customer)

    collect()
    return found


def shrunk(strategy: st.SearchStrategy[Customer], fails: Callable[[Customer], bool]) -> Customer:
    """Give the customer that a failure shrinks to."""
    phases = [Phase.generate, Phase.shrink]  # explaining it would try others, of which `find` gives the last
    return find(strategy, fails, settings=settings(laws(300), derandomize=True, phases=phases))


def smallest(strategy: st.SearchStrategy[Customer]) -> Customer:
    """Give the customer that a failure of everybody shrinks to."""
    return shrunk(strategy, lambda _: True)


@st.composite
def tied_taxonomies(draw: st.DrawFn) -> Taxonomy:
    """Give a random taxonomy over random facts, with domains and with invariants that tie them."""
    vocabulary = draw(vocabularies())
    facts = dict(vocabulary.facts)
    for id, fact in facts.items():
        if fact.type in ("integer", "number") and draw(st.booleans()):
            facts[id] = attrs.evolve(fact, min=0, max=draw(st.sampled_from([None, 3, 400])))
    numbers = [id for id, fact in facts.items() if fact.type in ("integer", "number")]
    invariants: list[Invariant] = []
    for _ in range(draw(st.integers(0, 3))):
        if len(numbers) > 1 and draw(st.booleans()):
            invariants.append(Ascending(facts=tuple(draw(st.permutations(numbers))[:3])))
        else:
            both = [draw(criteria(vocabulary)) for _ in range(2)]
            invariants.append(Implication(condition=both[0], consequence=both[1]))
    return draw(taxonomies(Vocabulary(facts=FrozenMap(facts), invariants=tuple(invariants))))


# ---- possible customers ------------------------------------------------------------------------


@EACH
def test_customers_in_and_outside_are_there(taxonomy: Taxonomy) -> None:
    """The verdict on a shipped category is yes for those in it and no for those outside; all are possible."""
    for category in taxonomy:
        for make, wanted in ((customers_in, True), (customers_outside, False)):
            found = drawn(make(taxonomy, category), 10) if category.when is not None else []
            for customer in found:
                result = ct.classify(customer, taxonomy)
                assert result.verdicts[category.id] is wanted
                assert result.impossible == ()
            assert category.when is None or found


@slow_laws(120)
@given(tied_taxonomies(), st.data())
def test_customers_of_any_taxonomy_are_there(taxonomy: Taxonomy, data: st.DataObject) -> None:
    """It is so for whatever facts, domains, invariants and criteria; who can't be drawn can't be."""
    proofs = Prover([(category, taxonomy) for category in taxonomy], budget=1_000_000)
    for category in taxonomy:
        for make, wanted in ((customers_in, True), (customers_outside, False)):
            try:
                strategy = make(taxonomy, category.id)
            except NoCustomerError:
                if wanted and proofs.space.fields.all:
                    assert proofs.exists([proofs.yes((category, taxonomy))]) is False
                continue
            customer = data.draw(strategy)
            result = ct.classify(customer, taxonomy)
            assert result.verdicts[category.id] is wanted
            assert result.impossible == ()


@slow_laws(120)
@given(tied_taxonomies(), st.data())
def test_customers_are_possible_and_complete(taxonomy: Taxonomy, data: st.DataObject) -> None:
    """Possible customers break no invariant; of a complete one nothing more can be known."""
    proofs = Prover([(category, taxonomy) for category in taxonomy], budget=1_000_000)
    try:
        strategy = customers(taxonomy)
    except NoCustomerError:
        assert proofs.exists([]) is False
        return
    assert impossible_facts(data.draw(strategy), taxonomy) == ()
    assert impossible_facts(data.draw(boundary_customers(taxonomy)), taxonomy) == ()
    complete = data.draw(customers(taxonomy, missing=False))
    assert impossible_facts(complete, taxonomy) == ()
    assert proofs._more_known(complete) is None


@EACH
def test_what_a_complete_customer_lacks_cannot_be_known(taxonomy: Taxonomy) -> None:
    """Whatever value is tried for a fact that a complete customer lacks, the customer becomes impossible."""
    numbers = sorted({0, *(one for bounds in bounds_of({"": taxonomy}).values() for one in bounds)})
    tried: dict[str, list[Anything]] = {
        "integer": [*map(round, numbers), 10**6],
        "number": [*numbers, 0.5, 1e6],
        "boolean": [False, True],
    }
    facts = {
        test.fact
        for category in taxonomy
        for test in ([] if category.when is None else walk(category.when))
        if isinstance(test, Test)
    }
    for customer in drawn(customers(taxonomy, missing=False), 40):
        for id in facts - customer.keys():
            fact = taxonomy.vocabulary.facts[id]
            for value in tried.get(fact.type, [one.id for one in fact.values]):
                more = frozenset({value}) if fact.type == "choices" else value
                assert impossible_facts({**customer, id: more}, taxonomy)


def test_customers_have_the_facts_that_matter() -> None:
    """Each fact that is tested, and each that invariants tie to one, is known of some and missing of some."""
    found = drawn(customers(LIFECYCLE), 300)
    names = {name for customer in found for name in customer}
    assert names >= {"orders", "orders_365d", "days_since_last_order", "has_interacted", "spend_365d"}
    assert "age" not in names
    for name in names:
        assert 20 < sum(name in customer for customer in found) < 280, name


def test_customers_need_not_be_possible() -> None:
    """With `possible=False` domains are left and invariants are broken, and classifying works."""
    found = drawn(customers(LIFECYCLE, possible=False), 200)
    results = [ct.classify(customer, LIFECYCLE) for customer in found]
    assert sum(bool(result.impossible) for result in results) > 50
    assert any(customer.get("orders", 0) < 0 for customer in found)
    known = drawn(customers(LIFECYCLE, possible=False, missing=False), 50)
    assert len({frozenset(customer) for customer in known}) == 1


@pytest.mark.parametrize("id", ["market-roles", "segmentation-bases", "household-registration"])
def test_taxonomies_that_test_little_have_customers_too(id: str) -> None:
    """Where no criterion tests anything, a customer of whom nothing is known is the only one there is."""
    found = drawn(customers(ct.taxonomy(id), missing=False), 30)
    assert found
    assert (found[0] == {}) is (id != "market-roles")


# ---- narrow categories -------------------------------------------------------------------------

NARROW = """
id: narrow
version: 1.0.0
label: {en: Narrow, fr: Étroit}
facts:
  - id: wishes
    type: choices
    values: [a, b, c, d, e, f, g, h]
    label: {en: Wishes, fr: Souhaits}
categories:
  - id: needle
    label: {en: Needle, fr: Aiguille}
    when:
      spend_365d: {min: 1234.56, max: 1234.57}
      orders: 123456789
      orders_365d: {above: 123456780}
      days_since_first_order: {min: 1000}
      days_since_last_order: 7
      usual_gap_days: {above: 2.5, below: 2.50001}
      referrals_made: [41, 43]
      party_kind: natural_person
      purchase_purpose: resale
      has_contract: true
      wishes: {includes: [a, b, c, d, e, f, g, h]}
      spend_percentile: {known: false}
  - id: haystack
    label: {en: Haystack, fr: Botte de foin}
    when: {not: {category: needle}}
rules:
  - disjoint: all
"""


def test_narrow_categories_work() -> None:
    """Every example is a customer of a category that nobody would hit by chance, and none is thrown away."""
    narrow = ct.loads(NARROW)
    tried: list[Customer] = []

    @settings(laws(200), derandomize=True)
    @given(customers_in(narrow, "needle"))
    def law(customer: Customer) -> None:
        tried.append(customer)
        assert ct.classify(customer, narrow).categories == (narrow["needle"],)

    law()
    assert len(tried) == 200
    assert {customer["referrals_made"] for customer in tried} == {41, 43}
    assert {1234.56, 1234.57} < {customer["spend_365d"] for customer in tried}
    assert len({customer["usual_gap_days"] for customer in tried}) > 3
    assert min(customer["orders_365d"] for customer in tried) == 123456781


def test_outside_of_a_wide_category_works() -> None:
    """It is so too of those outside of a category that nearly everybody is in."""
    narrow = ct.loads(NARROW)
    found = drawn(customers_outside(narrow, "haystack"), 50)
    assert {ct.classify(customer, narrow).categories for customer in found} == {(narrow["needle"],)}


def test_categories_are_given_by_id_or_as_objects() -> None:
    """Both are taken; a category of another taxonomy is not."""
    assert smallest(customers_in(LIFECYCLE, LIFECYCLE["potential"])) == {"orders": 0}
    with pytest.raises(ct.UnknownIdError, match="unknown category `lifecycle/potentail`"):
        customers_in(LIFECYCLE, "potentail")
    with pytest.raises(ct.UnknownIdError, match="unknown category `customer-categories/potential`"):
        customers_outside(LIFECYCLE, ct.category("customer-categories/potential"))


# ---- boundaries --------------------------------------------------------------------------------


@at_length
@EACH
def test_boundary_customers_hit_every_bound(taxonomy: Taxonomy) -> None:
    """Among 3,000 customers each fact has each number it is compared with and those beside, or is missing."""
    found = drawn(boundary_customers(taxonomy), 3000)
    hit = {(name, value) for customer in found for name, value in customer.items()}
    facts = taxonomy.vocabulary.facts
    for name, bounds in bounds_of({"": taxonomy}).items():
        wanted: set[float] = set()
        for bound in bounds:
            if facts[name].type == "integer":
                wanted |= {bound - 1, bound, bound + 1}
            else:
                beside = {nextafter(bound, bound - 1), nextafter(bound, bound + 1)}
                wanted |= {bound, *beside, round(bound - 0.01, 9), round(bound + 0.01, 9)}
        for value in wanted:
            assert ((name, value) in hit) is (impossible_facts({name: value}, taxonomy) == ()), (name, value)
        assert any(name not in customer for customer in found)
        assert any(name in customer for customer in found)


def test_boundaries_are_of_every_test() -> None:
    """Bounds of thresholds, single values, sets and categories that are built upon are boundaries."""
    taxonomy = ct.loads("""
id: bounds
version: 1.0.0
label: {en: Bounds, fr: Bornes}
thresholds:
  - {id: many, value: 7, label: {en: Many, fr: Beaucoup}}
categories:
  - id: one
    label: {en: One, fr: Un}
    when: {orders: [20, 30], orders_365d: 12, any: [{category: lifecycle/lost}, {has_contract: true}]}
  - id: two
    label: {en: Two, fr: Deux}
    when: {orders: {min: many}, party_kind: company}
""")
    found = drawn(boundary_customers(taxonomy), 1000)
    hit = {(name, value) for customer in found for name, value in customer.items()}
    assert hit >= {("orders", value) for value in (6, 7, 8, 19, 20, 21, 29, 30, 31)}
    assert hit >= {("orders_365d", value) for value in (11, 12, 13)}
    only_lost = attrs.evolve(LIFECYCLE, categories=(LIFECYCLE["lost"],))
    lost = bounds_of({"": only_lost})["days_since_last_order"]
    assert hit >= {("days_since_last_order", bound + step) for bound in lost for step in (-1, 0, 1)}
    assert hit >= {("has_contract", False), ("has_contract", True), ("party_kind", "company")}
    assert len({value for name, value in hit if name == "party_kind"}) > 1


def test_boundaries_find_a_bound_that_is_off_by_one() -> None:
    """A program that has `>` where the rule has `min` is found out, by the customer at the bound."""
    clubs = ct.loads("""
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - id: regular
    label: {en: Regular, fr: Habitué}
    when: {orders_365d: {min: 7}, days_since_first_order: {min: 180}}
""")

    def differs(customer: Customer) -> bool:
        return ct.classify(customer, clubs).verdicts["regular"] is True and not customer["orders_365d"] > 7

    found = shrunk(boundary_customers(clubs), differs)
    assert found["orders_365d"] == 7


# ---- shrinking ---------------------------------------------------------------------------------


@pytest.mark.parametrize("id", ["lifecycle", "buying-habits", "investor-profiles"])
def test_customers_shrink_to_those_without_idle_facts(id: str) -> None:
    """Of the customer that a failure shrinks to, no fact can be left out."""
    taxonomy = ct.taxonomy(id)
    for category in taxonomy:
        for make, wanted in ((customers_in, True), (customers_outside, False)):
            customer = smallest(make(taxonomy, category))
            for name in customer:
                less = {other: value for other, value in customer.items() if other != name}
                result = ct.classify(less, taxonomy)
                if name in result.facts:
                    continue  # it follows from two others, and so can't be missing
                assert result.impossible or result.verdicts[category.id] is not wanted, (category, customer)


def test_customers_shrink_to_small_numbers() -> None:
    """Numbers become the smallest that will do, and what plays no part goes missing."""
    assert smallest(customers(LIFECYCLE)) == {}
    assert smallest(customers_in(LIFECYCLE, "new")) == {"days_since_first_order": 0}
    complete = shrunk(customers(LIFECYCLE, missing=False), lambda customer: customer["orders"] > 1)
    assert complete["orders"] == 2
    spender = shrunk(customers(LIFECYCLE), lambda customer: customer.get("spend_365d", 0) > 99.5)
    assert spender == {"spend_365d": 100.0}


# ---- numbers in order --------------------------------------------------------------------------


def _number_fact(id: str, kind: str, **domain: Anything) -> Fact:
    assert kind in ("integer", "number")
    return Fact(id=id, type="integer" if kind == "integer" else "number", labels=label(id), **domain)


@pytest.mark.parametrize("kinds", ["nnn", "iii", "nin", "ini", "nni", "inn"])
def test_numbers_in_one_cell_are_in_order(kinds: str) -> None:
    """Facts that an invariant puts in order are so where no test parts them, whole numbers or not."""
    facts = [
        _number_fact(f"fact_{place}", {"n": "number", "i": "integer"}[kind])
        for place, kind in enumerate(kinds)
    ]
    names = tuple(fact.id for fact in facts)
    vocabulary = Vocabulary(
        facts=FrozenMap(zip(names, facts, strict=True)), invariants=(Ascending(facts=names),)
    )
    taxonomy = _of(vocabulary, All(tuple(Test(name, Operator.ABOVE, 0.5) for name in names)))
    different = 0
    for customer in drawn(customers_in(taxonomy, "probe"), 100):
        assert all(0.5 < one <= other for one, other in pairwise([customer[name] for name in names]))
        assert ct.classify(customer, taxonomy).impossible == ()
        different += len(set(customer.values())) > 1
    assert different > 20


def _of(vocabulary: Vocabulary, when: Criterion) -> Taxonomy:
    probe = Category(taxonomy="probing", id="probe", labels=label("probe"), when=when)
    return Taxonomy(
        id="probing", version="1.0.0", labels=label("x"), categories=(probe,), own_vocabulary=vocabulary
    )


def test_untested_values_are_drawn_too() -> None:
    """Values of a choice or a set that no criterion names are values of customers all the same."""
    members = tuple(FactValue(id=id) for id in ("a", "b", "c", "d"))
    vocabulary = Vocabulary(
        facts=FrozenMap(
            {
                "one": Fact(id="one", type="choice", values=members, labels=label("one")),
                "some": Fact(id="some", type="choices", values=members, labels=label("some")),
            }
        )
    )
    tests = (Test("one", Operator.EQUALS, "a"), Test("some", Operator.INCLUDES, ("a", "b")))
    found = drawn(customers(_of(vocabulary, Any(tests))), 300)
    assert {customer.get("one") for customer in found} == {None, "a", "b", "c", "d"}
    assert len({customer.get("some") for customer in found}) == 2**4 + 1


# ---- nobody ------------------------------------------------------------------------------------

IMPOSSIBLE = """
id: impossible
version: 1.0.0
label: {en: Impossible, fr: Impossible}
categories:
  - id: nobody
    label: {en: Nobody, fr: Personne}
    when: {orders: {max: 3}, orders_365d: {min: 4}}
  - id: everybody
    label: {en: Everybody, fr: Tout le monde}
    when: {all: []}
  - id: undescribed
    label: {en: Undescribed, fr: Sans critère}
    without_criteria: {en: There is none., fr: Il n’y en a pas.}
"""


@pytest.mark.parametrize(
    ("make", "category", "english", "french"),
    [
        (customers_in, "nobody", "no possible customer is in `{}`", "aucun client possible n’est dans `{}`"),
        (
            customers_outside,
            "everybody",
            "no possible customer is certainly outside `{}`",
            "aucun client possible n’est hors de `{}` avec certitude",
        ),
        (
            customers_in,
            "undescribed",
            "no possible customer is in `{}`",
            "aucun client possible n’est dans `{}`",
        ),
    ],
)
def test_asking_for_nobody_is_an_error(make: Anything, category: str, english: str, french: str) -> None:
    """Where no customer can be had, asking says so at once, in both languages."""
    with pytest.raises(NoCustomerError) as raised:
        make(ct.loads(IMPOSSIBLE), category)
    again = pickle.loads(pickle.dumps(raised.value))
    for error in (raised.value, again):
        assert isinstance(error, ValueError)
        assert isinstance(error, ct.CustomerTypesError)
        assert str(error) == english.format(f"impossible/{category}")
        assert error.render("fr") == french.format(f"impossible/{category}")


@pytest.mark.parametrize("make", [customers, boundary_customers])
def test_contradictory_invariants_are_an_error(make: Anything) -> None:
    """Where the invariants leave nobody at all, the taxonomy is named."""
    vocabulary = Vocabulary(
        facts=FrozenMap({"fact": _number_fact("fact", "integer")}),
        invariants=(Implication(condition=All(()), consequence=Not(All(()))),),
    )
    taxonomy = _of(vocabulary, Test("fact", Operator.MIN, 1))
    with pytest.raises(NoCustomerError) as raised:
        make(taxonomy)
    assert str(raised.value) == (
        "no customer is possible: the invariants of `probing` contradict one another"
    )
    assert raised.value.render("fr") == (
        "aucun client n’est possible\u00a0: les invariants de `probing` se contredisent"
    )


@pytest.mark.parametrize("when", [Not(All(())), All(())])
def test_categories_without_tests_have_everybody_or_nobody(when: Criterion) -> None:
    """A criterion that tests no fact is met by everybody or by nobody."""
    taxonomy = _of(Vocabulary(), when)
    inside, outside = (customers_in, customers_outside)[:: 1 if isinstance(when, All) else -1]
    assert smallest(inside(taxonomy, "probe")) == {}
    with pytest.raises(NoCustomerError):
        outside(taxonomy, "probe")


def test_a_search_that_is_given_up_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that takes too many steps says that it has not found out."""
    monkeypatch.setattr("customer_types.strategies.possibilities.BUDGET", 1)
    with pytest.raises(SearchGivenUpError) as raised:
        customers_in(LIFECYCLE, "loyal")
    error = pickle.loads(pickle.dumps(raised.value))
    assert str(error) == "the question about `lifecycle/loyal` is undecided: the search was given up"
    assert error.render("fr") == (
        "la question sur `lifecycle/loyal` n’est pas tranchée\u00a0: la recherche a été abandonnée"
    )


# ---- taxonomies --------------------------------------------------------------------------------


def nested(criterion: Criterion) -> Iterator[Criterion]:
    """Go through the parts of a criterion that have parts themselves."""
    return (part for part in walk(criterion) if isinstance(part, (All, Any, Not)))


def test_taxonomies_load_again() -> None:
    """A random taxonomy is written and read again without a fault or a warning, and classifies customers."""
    seen = Counter[object]()

    @settings(slow_laws(300), derandomize=True)  # what has to be seen is, or is not, every time
    @given(taxonomies())
    def law(taxonomy: Taxonomy) -> None:
        assert ct.loads(ct.dumps(taxonomy)) == taxonomy
        ct.classify({}, taxonomy)
        seen[taxonomy.decide] += 1
        seen["thresholds"] += bool(taxonomy.thresholds)
        for category in taxonomy:
            assert category.label("en")
            assert category.label("fr", gender="feminine", count=2)
            if category.when is None:
                seen["none"] += 1
                continue
            for part in walk(category.when):
                seen[part.operator if isinstance(part, Test) else type(part)] += 1
                seen["named"] += isinstance(part, Test) and str(part.value).startswith("limit_")
            seen["nested"] += sum(1 for _ in nested(category.when)) > 2

    law()
    everything = [
        *Operator,
        All,
        Any,
        Not,
        InCategory,
        "all",
        "first",
        "thresholds",
        "named",
        "none",
        "nested",
    ]
    assert [one for one in everything if not seen[one]] == []


@slow_laws(100)
@given(vocabularies(), st.data())
def test_taxonomies_over_other_facts_load_again(vocabulary: Vocabulary, data: st.DataObject) -> None:
    """A taxonomy over a vocabulary declares its facts, and tests no others."""
    taxonomy = data.draw(taxonomies(vocabulary))
    assert taxonomy.own_vocabulary == vocabulary
    assert ct.loads(ct.dumps(taxonomy)) == taxonomy
    tests = [part for one in taxonomy if one.when for part in walk(one.when) if isinstance(part, Test)]
    assert {test.fact for test in tests} <= set(vocabulary.facts)


def test_shipped_facts_of_a_vocabulary_are_not_declared_again() -> None:
    """A vocabulary may add to the shipped one; only what is added is the taxonomy's own."""
    shipped = ct.catalog().vocabulary
    added = Vocabulary(facts=FrozenMap({"visits": _number_fact("visits", "integer")}))
    both = shipped.extended(added)

    @slow_laws(30)
    @given(taxonomies(both))
    def law(taxonomy: Taxonomy) -> None:
        assert taxonomy.own_vocabulary == added
        assert ct.loads(ct.dumps(taxonomy)) == taxonomy

    law()


def test_a_vocabulary_that_no_file_can_say_can_be_used() -> None:
    """Where a shipped fact is declared in another way, taxonomies are not to be read, but they work."""
    other = Vocabulary(facts=FrozenMap({"orders": _number_fact("orders", "number", max=5)}))

    @slow_laws(30)
    @given(taxonomies(other), st.data())
    def law(taxonomy: Taxonomy, data: st.DataObject) -> None:
        assert taxonomy.vocabulary == other
        customer = data.draw(customers(taxonomy))
        assert customer.get("orders", 0) <= 5
        assert ct.classify(customer, taxonomy).impossible == ()

    law()


def test_taxonomies_without_facts_are_valid_too() -> None:
    """Of no facts nothing can be asked, and the criteria ask for nothing."""
    taxonomy = find(taxonomies(Vocabulary()), lambda one: len(one) > 1, settings=laws(200))
    assert all(category.when in (None, All(())) for category in taxonomy)
