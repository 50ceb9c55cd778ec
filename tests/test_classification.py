"""One customer in the shipped taxonomies: categories, verdicts, what is missing, and what is refused."""

import copy
import dataclasses
import pickle
import types
from collections import ChainMap, UserDict, defaultdict, namedtuple
from decimal import Decimal
from typing import Any, NamedTuple

import attrs
import pytest

import customer_types as ct
from customer_types import (
    Classification,
    CustomerTypesError,
    FactTypeError,
    SeveralAnswersError,
    Taxonomy,
    UnknownFactError,
    classify,
    classify_all,
    taxonomy,
)
from customer_types._customers.classification import WARM_AFTER, classifying
from customer_types._deciding.compiled import generate
from customer_types.errors import FactRangeError, NotFactsError

SECRET = "sekret-4711"

#: Faithful for two and a half years, last seen three weeks ago.
LOYAL = {"orders": 12, "orders_365d": 5, "days_since_first_order": 900, "days_since_last_order": 20}


def ids(result: Classification) -> list[str]:
    """List the ids of the categories that a customer is in."""
    return [category.id for category in result.categories]


# ---- answers -----------------------------------------------------------------------------------


def _bought(orders: int, *, first: int, last: int, in_year: int, gap: float | None = None) -> dict[str, Any]:
    """Tell of a customer's orders, and of their rhythm where it is known."""
    return {
        "orders": orders,
        "orders_365d": in_year,
        "days_since_first_order": first,
        "days_since_last_order": last,
        "usual_gap_days": gap,
        "gaps_since_last_order": None if gap is None else last / gap,
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"orders": 0}, ["potential"]),
        ({"orders": 0, "has_contract": True}, []),
        ({"orders": 0, "spend": -20}, []),
        ({"orders": 1, "days_since_first_order": 30, "days_since_last_order": 30}, ["new"]),
        (_bought(1, first=31, last=31, in_year=1), []),
        (_bought(6, first=31, last=31, in_year=6), ["active"]),
        (_bought(6, first=70, last=31, in_year=6, gap=8), []),
        (_bought(6, first=31, last=30, in_year=6), ["active"]),
        (_bought(3, first=31, last=30, in_year=3), []),
        (_bought(3, first=31, last=30, in_year=3, gap=0.5), ["active"]),
        (_bought(3, first=151, last=30, in_year=3, gap=60.5), []),
        (_bought(3, first=30, last=5, in_year=3, gap=12.5), ["new", "active"]),
        (_bought(9, first=330, last=120, in_year=9, gap=40), ["active"]),
        (_bought(9, first=330, last=121, in_year=9, gap=41), []),
        (_bought(9, first=330, last=119, in_year=9, gap=39), []),
        (_bought(2, first=400, last=364, in_year=1), []),
        (_bought(2, first=400, last=365, in_year=0), ["lost"]),
        (_bought(9, first=700, last=180, in_year=5, gap=30), []),
        (_bought(9, first=700, last=180, in_year=5, gap=29.9), ["lost"]),
        (_bought(4, first=2000, last=900, in_year=0, gap=450), []),
        (_bought(4, first=2000, last=900, in_year=0, gap=449), ["lost"]),
        (_bought(6, first=364, last=60, in_year=6, gap=60), ["active"]),
        (_bought(6, first=365, last=60, in_year=5, gap=61), ["loyal"]),
        (_bought(4, first=365, last=60, in_year=3, gap=100), ["loyal"]),
        (_bought(4, first=365, last=60, in_year=3, gap=101), []),
        (_bought(4, first=1500, last=60, in_year=1, gap=480), []),
        (_bought(5, first=1460, last=60, in_year=1, gap=350), []),
        (_bought(5, first=1461, last=60, in_year=1, gap=350), ["loyal"]),
        (_bought(3, first=3652, last=1000, in_year=0, gap=1300), ["loyal"]),
        (_bought(20, first=3500, last=60, in_year=2), ["loyal"]),
        (_bought(20, first=3500, last=60, in_year=2) | {"would_buy_again": False}, ["lost"]),
        (LOYAL, ["loyal"]),
    ],
)
def test_the_lifecycle_of_a_customer(facts: dict[str, int], expected: list[str]) -> None:
    """Complete customers at the thresholds of the lifecycle, worked out by hand."""
    result = classify(facts, taxonomy("lifecycle"))
    assert ids(result) == expected
    assert [id for id, truth in result.verdicts.items() if truth] == expected
    assert None not in result.verdicts.values()
    assert result.missing == ()


@pytest.mark.parametrize(
    ("id", "facts", "expected"),
    [
        (
            "business-relations",
            {"is_internal": True, "relation_roles": ["supplier"]},
            ["internal", "supplier"],
        ),
        ("business-relations", {"is_internal": False, "relation_roles": []}, ["external"]),
        ("business-relations", {"is_internal": False, "relation_roles": ["customer"]}, ["external"]),
        (
            "business-relations",
            {"is_internal": False, "relation_roles": {"partner", "supplier"}},
            ["partner", "supplier"],
        ),
        (
            "buying-habits",
            _bought(2, first=90, last=80, in_year=2) | {"spend_365d": 1, "spend_percentile": 95},
            ["occasional", "vip"],
        ),
        (
            "buying-habits",
            _bought(3, first=90, last=30, in_year=3, gap=30)
            | {"units_365d": 3, "units_percentile": 80.0, "spend_percentile": 94.9},
            ["regular", "high-volume"],
        ),
        ("buying-habits", {"orders_365d": 0, "units_365d": 0, "spend_365d": 0}, []),
        (
            "customer-and-consumer",
            {"orders": 1, "party_kind": "natural_person", "purchase_purpose": "own_use", "has_used": True},
            ["customer", "consumer"],
        ),
        (
            "customer-categories",
            {"party_kind": "natural_person", "purchase_purpose": "own_use"},
            ["individual"],
        ),
        (
            "customer-categories",
            {"party_kind": "natural_person", "purchase_purpose": "own_use", "orders": 0},
            ["potential"],
        ),
        (
            "customer-categories",
            {"party_kind": "company", "orders": 1, "abroad": True},
            ["professional", "international"],
        ),
        (
            "investor-profiles",
            {"risk_tolerance": 5, "investment_knowledge": False, "party_kind": "natural_person"},
            ["speculative"],
        ),
        (
            "investor-profiles",
            {"risk_tolerance": 4, "investment_knowledge": True, "party_kind": "company"},
            ["growth-oriented", "corporate"],
        ),
        ("investor-profiles", {"risk_tolerance": 3}, ["steady"]),
        (
            "market-roles",
            {"orders": 0, "has_contract": False, "has_interacted": False, "recommends": True},
            ["recommender", "potential"],
        ),
        (
            "relationship-types",
            {"orders": 5, "bad_experience": True, "would_buy_again": False},
            ["disloyal"],
        ),
        ("status-and-activity", {"orders": 0, "days_since_first_contact": 30}, ["new-contact"]),
        (
            "status-and-activity",
            {"orders": 4, "orders_365d": 4, "days_since_last_order": 60, "gaps_since_last_order": 3.01},
            ["customer", "disengaging"],
        ),
        (
            "status-and-activity",
            _bought(4, first=130, last=60, in_year=4, gap=20),
            ["customer", "regular"],
        ),
        ("supply-chain-positions", {"purchase_purpose": "resale"}, ["middleman"]),
        ("supply-chain-positions", {"purchase_purpose": "resale", "takes_title": True}, ["middleman"]),
        ("supply-chain-positions", {"purchase_purpose": "resale", "takes_title": False}, []),
    ],
)
def test_customers_of_other_taxonomies(id: str, facts: dict[str, Any], expected: list[str]) -> None:
    """A customer of each taxonomy that classifies, worked out by hand."""
    assert ids(classify(facts, taxonomy(id))) == expected


def test_a_verdict_is_unknown_where_a_fact_is_missing() -> None:
    """Nothing is guessed: what hangs on a missing fact is unknown, and the fact is named."""
    result = classify({"orders": 5, "days_since_last_order": 20}, taxonomy("lifecycle"))
    assert dict(result.verdicts) == {
        "potential": False,
        "new": None,
        "active": None,
        "loyal": None,
        "lost": False,
    }
    assert set(result.missing) == {"days_since_first_order", "orders_365d"}
    assert result.categories == ()
    assert result.category is None


@pytest.mark.parametrize("missing", [None, float("nan"), Decimal("NaN")])
def test_missing_and_absent_are_the_same(missing: Any) -> None:
    """A fact that is None or NaN is as if it were not given."""
    given = LOYAL | {"orders_365d": missing}
    absent = {name: value for name, value in LOYAL.items() if name != "orders_365d"}
    lifecycle = taxonomy("lifecycle")
    assert classify(given, lifecycle) == classify(absent, lifecycle)
    assert classify(given, lifecycle).missing == ("orders_365d",)


def test_who_has_never_ordered_is_known_in_full() -> None:
    """Without orders there are no days, and the lifecycle does not ask for them."""
    result = classify({"orders": 0}, taxonomy("lifecycle"))
    assert None not in result.verdicts.values()


def test_ranks_need_a_population_only_of_buyers() -> None:
    """Alone a buyer's rank is unknown; who has bought nothing this year has none, and is no VIP."""
    habits = taxonomy("buying-habits")
    buyer = classify({"orders_365d": 1, "spend_365d": 5, "units_365d": 3}, habits)
    assert [buyer.verdicts[id] for id in ("high-volume", "vip")] == [None, None]
    assert {"spend_percentile", "units_percentile"} <= set(buyer.missing)
    other = classify({"orders_365d": 0, "spend_365d": -5, "units_365d": 0}, habits)
    assert [other.verdicts[id] for id in ("high-volume", "vip")] == [False, False]


def test_a_portrait_is_nobody() -> None:
    """Nobody is a buyer persona, and nobody is not: it has no criterion."""
    facts = {"orders": 1, "has_used": True, "recommends": True, "has_interacted": True, "in_target": True}
    result = classify(facts, taxonomy("market-roles"))
    assert result.verdicts["buyer-persona"] is None
    assert result.verdicts["target"] is True
    assert result.missing == ()


def test_the_actions_are_those_of_the_categories() -> None:
    """What to do comes from the categories that the customer is in, in their order."""
    result = classify({"orders": 3, "abroad": True, "party_kind": "company"}, taxonomy("customer-categories"))
    expected = [action for id in ids(result) for action in ct.category(f"customer-categories/{id}").actions]
    assert list(result.actions) == expected != []


# ---- one category ------------------------------------------------------------------------------


def test_one_category_of_a_taxonomy_with_one_question() -> None:
    """Where the rules make categories exclude one another, a customer has one or none."""
    lifecycle = taxonomy("lifecycle")
    assert classify(LOYAL, lifecycle).category is lifecycle["loyal"]
    assert classify({}, lifecycle).category is None


def test_one_category_of_several_questions_is_refused() -> None:
    """A taxonomy of several questions has no single answer, and says why, whoever the customer is."""
    for facts in ({}, {"orders": 0}):
        result = classify(facts, taxonomy("customer-categories"))
        for ask in ("category", "status", "answer"):
            with pytest.raises(
                SeveralAnswersError,
                match=r"^`customer-categories` can put a customer into several categories: ",
            ) as caught:
                getattr(result, ask)
            assert isinstance(caught.value, ValueError)
            assert caught.value.taxonomy == "customer-categories"


@pytest.mark.parametrize("one", [one for one in classifying() if one.id != "customer-categories"])
def test_one_category_of_one_question_may_be_asked_for(one: Taxonomy) -> None:
    """The other shipped taxonomies have an order, or categories that all exclude one another."""
    result = classify({}, one)
    assert (result.category, result.status) == (None, "undecided")


def test_who_is_a_vip_and_more_is_a_vip() -> None:
    """Of several categories the one that tells most is the answer, unless one that tells more is unknown."""
    habits = taxonomy("buying-habits")
    facts = _bought(4, first=200, last=50, in_year=4, gap=50)
    facts |= {"spend_365d": 900.0, "spend_percentile": 99.0}
    result = classify(facts, habits)
    assert ids(result) == ["regular", "vip"]
    assert (result.category, result.status) == (habits["vip"], "one")
    facts["spend_percentile"] = None
    assert classify(facts, habits).status == "undecided"
    facts["spend_percentile"] = 50.0
    assert classify(facts, habits).category is habits["regular"]
    assert classify(_bought(4, first=900, last=800, in_year=0, gap=30), habits).status == "none"


# ---- all taxonomies ----------------------------------------------------------------------------


def test_all_taxonomies_that_classify() -> None:
    """The bases of segmentation class facts and households are of the past: both are left out."""
    results = classify_all({"orders": 0})
    expected = {one.id for one in ct.catalog()} - {"segmentation-bases", "household-registration"}
    assert set(results) == expected == {one.id for one in classifying()}
    assert list(results) == sorted(results)
    assert len(results) == 10
    assert ids(results["lifecycle"]) == ["potential"]
    assert results["lifecycle"] == classify({"orders": 0}, taxonomy("lifecycle"))


def test_a_taxonomy_left_out_can_be_asked_all_the_same() -> None:
    """Asked for by name, a taxonomy without criteria answers that nothing is known."""
    result = classify({"age": 30}, taxonomy("household-registration"))
    assert set(result.verdicts.values()) == {None}
    assert result.missing == ()


# ---- the forms of facts ------------------------------------------------------------------------


@attrs.frozen
class AttrsCustomer:
    """A customer with attrs."""

    orders: int
    abroad: bool | None = None


@attrs.define
class SlottedCustomer:
    """A customer that can change."""

    orders: int


@dataclasses.dataclass
class DataCustomer:
    """A customer as a dataclass."""

    orders: int
    interests: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class FrozenCustomer:
    """A customer as a frozen dataclass."""

    orders: int


class TypedCustomer(NamedTuple):
    """A customer as a named tuple."""

    orders: int


PlainTuple = namedtuple("PlainTuple", ["orders", "abroad"])  # noqa: PYI024 - the older form is tested


class PlainCustomer:
    """A customer as any object, with more than facts."""

    def __init__(self, orders: int) -> None:
        self.orders = orders
        self.name = SECRET


class ReckonedCustomer:
    """A customer whose facts are properties."""

    @property
    def orders(self) -> int:
        """How many orders there are."""
        return 0


@pytest.mark.parametrize(
    "facts",
    [
        {"orders": 0},
        defaultdict(int, orders=0),
        UserDict(orders=0),
        ChainMap({"orders": 0}, {"orders": 7}),
        types.MappingProxyType({"orders": 0}),
        AttrsCustomer(orders=0),
        SlottedCustomer(orders=0),
        DataCustomer(orders=0),
        FrozenCustomer(orders=0),
        TypedCustomer(orders=0),
        PlainTuple(orders=0, abroad=True),
        PlainCustomer(orders=0),
        ReckonedCustomer(),
        types.SimpleNamespace(orders=0, note="regular"),
    ],
    ids=lambda facts: type(facts).__name__,
)
def test_facts_have_many_forms(facts: object) -> None:
    """Facts are a mapping, an instance of attrs or of a dataclass, a named tuple, or any object."""
    result = classify(facts, taxonomy("lifecycle"))
    assert ids(result) == ["potential"]
    assert result.facts["orders"] == 0
    assert classify_all(facts)["lifecycle"] == result


@pytest.mark.parametrize(
    "facts", [None, "orders", 3, 2.5, [("orders", 0)], {"orders"}, (1, 2), b"", object()]
)
def test_what_has_no_facts_is_refused(facts: object) -> None:
    """What is no mapping and has none of the facts as attributes is an error, not an unknown customer."""
    with pytest.raises(NotFactsError, match=f"not {type(facts).__name__}$") as caught:
        classify(facts, taxonomy("lifecycle"))
    assert isinstance(caught.value, TypeError)


def test_a_result_keeps_the_facts_it_was_given() -> None:
    """Changing the mapping afterwards does not change the result."""
    facts = {"orders": 0}
    result = classify(facts, taxonomy("lifecycle"))
    facts["orders"] = 5
    assert dict(result.facts) == {"orders": 0}


def test_the_facts_of_a_result_are_as_understood() -> None:
    """A result gives the facts in their own types, and leaves missing ones out."""
    facts = {
        "orders": 3.0,
        "spend": 5,
        "abroad": None,
        "relation_roles": ["partner", None],
        "party_kind": "company",
    }
    result = classify(facts, taxonomy("business-relations"))
    assert dict(result.facts) == {
        "orders": 3,
        "spend": 5.0,
        "relation_roles": frozenset({"partner"}),
        "party_kind": "company",
        "average_order_value": 5 / 3,
    }
    assert [type(value) for value in result.facts.values()] == [int, float, frozenset, str, float]


# ---- wrong facts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "suggestions"),
    [
        ({"order": 3}, ("orders",)),
        ({"orders": 3, "days_since_last_ordre": 4}, ("days_since_last_order",)),
        ({"Orders": 3}, ("orders",)),
        ({"zzz": 3}, ()),
        ({7: 3}, ()),
        (attrs.make_class("Misspelt", ["ordres"])(3), ("orders",)),
        (dataclasses.make_dataclass("Misspelt", ["ordres"])(3), ("orders",)),
    ],
)
def test_an_unknown_name_is_an_error_with_a_suggestion(facts: object, suggestions: tuple[str, ...]) -> None:
    """A name that the catalog does not know is no fact, and what may have been meant is said."""
    with pytest.raises(UnknownFactError) as caught:
        classify(facts, taxonomy("lifecycle"))
    assert isinstance(caught.value, KeyError)
    assert caught.value.suggestions == suggestions


def test_the_misspelt_field_of_a_named_tuple_is_an_error() -> None:
    """The fields of a named tuple are names of facts, as those of a dataclass are."""
    misspelt = namedtuple("misspelt", ["ordres"])  # noqa: PYI024 - the older form is tested
    with pytest.raises(UnknownFactError, match="did you mean `orders`"):
        classify(misspelt(3), taxonomy("lifecycle"))


def test_unknown_names_may_be_ignored() -> None:
    """With `extra="ignore"` other columns are left aside, in results too."""
    facts = {"orders": 0, "customer_id": SECRET, "zzz": object()}
    result = classify(facts, taxonomy("lifecycle"), extra="ignore")
    assert ids(result) == ["potential"]
    assert dict(result.facts) == {"orders": 0}
    assert len(classify_all(facts, extra="ignore")) == 10


def test_facts_that_a_taxonomy_does_not_use_are_fine() -> None:
    """A known fact that says nothing about this question is no error."""
    assert ids(classify({"orders": 0, "age": 40, "abroad": None}, taxonomy("lifecycle"))) == ["potential"]


@pytest.mark.parametrize("name", ["orders", "days_since_first_order", "spend", "age", "abroad", "party_kind"])
@pytest.mark.parametrize("is_warm", [False, True])
def test_a_wrong_value_is_refused_when_it_is_given(name: str, *, is_warm: bool) -> None:
    """A value of a wrong type is an error at once, also of a fact that the taxonomy does not use."""
    lifecycle = ct.loads(ct.dumps(taxonomy("lifecycle")))  # one that nobody has used before
    for _ in range(WARM_AFTER + 1 if is_warm else 0):
        classify({}, lifecycle)
    with pytest.raises(FactTypeError) as caught:
        classify({name: [SECRET]}, lifecycle)
    assert caught.value.fact == name


@pytest.mark.parametrize(
    "facts",
    [
        {"orders": SECRET},
        {"orders": 4711.5},
        {"orders": 4711**30},
        {"spend": SECRET},
        {"abroad": SECRET},
        {"party_kind": SECRET.encode()},
        {"relation_roles": SECRET},
        {"relation_roles": [4711]},
        {"unheard_of": SECRET},
        {"order": SECRET},
    ],
    ids="-".join,
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_error_never_shows_a_value(facts: dict[str, Any], language: str) -> None:
    """Errors name facts, never what a customer has, in no attribute and in neither language."""
    with pytest.raises(CustomerTypesError) as caught:
        classify_all(facts)
    error: Any = caught.value
    shown = [error.render(language), str(error), repr(error), repr(error.args), repr(vars(error))]
    assert next(iter(facts)) in error.render(language)
    assert not [text for text in shown if SECRET in text or "4711" in text]


def test_a_result_shows_no_value() -> None:
    """The repr of a result has categories, and nothing of the customer."""
    facts = {
        "orders": 4711,
        "party_kind": SECRET,
        "days_since_first_order": 4711,
        "days_since_last_order": 4711,
    }
    for result in classify_all(facts, extra="ignore").values():
        assert "4711" not in repr(result)
    assert repr(classify(facts, taxonomy("lifecycle"), extra="ignore")) == "<Classification lifecycle: lost>"
    assert repr(classify({}, taxonomy("lifecycle"))) == "<Classification lifecycle: no category>"


def test_numbers_beyond_64_bits_are_refused() -> None:
    """A whole number that no database holds is an error of its own."""
    with pytest.raises(FactRangeError):
        classify({"orders": 2**63}, taxonomy("lifecycle"))
    assert classify({"orders": 2**63 - 1}, taxonomy("customer-and-consumer")).verdicts["customer"] is True


# ---- impossible customers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "impossible"),
    [
        (LOYAL, set()),
        ({}, set()),
        ({"orders": -1}, {"orders"}),
        ({"age": 151}, {"age"}),
        ({"risk_tolerance": 0}, {"risk_tolerance"}),
        ({"spend_percentile": 100.1}, {"spend_percentile"}),
        ({"spend": -5}, set()),
        ({"party_kind": "robot"}, {"party_kind"}),
        ({"relation_roles": ["partner", "rival"]}, {"relation_roles"}),
        ({"orders": 1, "orders_365d": 2}, {"orders", "orders_365d"}),
        ({"orders": 0, "days_since_last_order": 3}, {"orders", "days_since_last_order"}),
        (
            {"days_since_first_order": 3, "days_since_last_order": 4},
            {"days_since_first_order", "days_since_last_order"},
        ),
        ({"days_since_last_order": 364, "orders_365d": 0}, {"days_since_last_order", "orders_365d"}),
        ({"days_since_last_order": 365, "orders_365d": 1}, {"days_since_last_order", "orders_365d"}),
        ({"party_kind": "company", "age": 30}, {"party_kind", "age"}),
        ({"party_kind": "natural_person", "age": 30}, set()),
        ({"has_interacted": False, "orders": 1}, {"has_interacted", "orders"}),
    ],
)
def test_facts_that_cannot_be_are_named(facts: dict[str, Any], impossible: set[str]) -> None:
    """`impossible` names what is outside of its domain or breaks an invariant; there are verdicts anyway."""
    result = classify(facts, taxonomy("lifecycle"), extra="ignore")
    assert set(result.impossible) == impossible
    assert len(result.verdicts) == 5


# ---- files of a user -----------------------------------------------------------------------------


def categories_of(*criteria: str, decide: str = "all", more: str = "") -> str:
    """Write a taxonomy of categories c0, c1, … with these criteria."""
    listed = "\n".join(
        f"  - {{id: c{number}, label: {{en: C {number}, fr: c{number}}}, when: {when}}}"
        for number, when in enumerate(criteria)
    )
    head = f"id: mine\nversion: 1.0.0\nlabel: {{en: Mine, fr: Les miens}}\ndecide: {decide}\n"
    return f"{head}{more}categories:\n{listed}\n"


def test_a_taxonomy_of_a_file_may_have_facts_of_its_own() -> None:
    """Facts that a file declares are tested like shared ones, and are unknown to other taxonomies."""
    own = """
facts:
  - {id: visits, type: integer, min: 0, label: {en: Visits, fr: Visites}}
  - {id: shop, type: choice, values: [paris, lyon], label: {en: Shop, fr: Boutique}}
"""
    mine = ct.loads(categories_of("{visits: {min: 3}, orders: 0}", "{shop: [paris]}", more=own))
    for _ in range(WARM_AFTER + 2):
        result = classify({"visits": 3, "orders": 0, "shop": "lyon"}, mine)
        assert list(result.verdicts.values()) == [True, False]
    assert classify({"visits": -1, "shop": "rome"}, mine, extra="ignore").impossible == ("visits", "shop")
    with pytest.raises(UnknownFactError):
        classify({"visits": 3}, taxonomy("lifecycle"))


def test_a_taxonomy_of_a_file_may_build_on_shipped_ones() -> None:
    """A category of another taxonomy is that taxonomy's verdict, before and after the warm-up."""
    mine = ct.loads(
        categories_of("{category: lifecycle/loyal}", "{not: {category: market-roles/buyer-persona}}")
    )
    for _ in range(WARM_AFTER + 2):
        assert list(classify(LOYAL, mine).verdicts.values()) == [True, None]
    assert set(classify({"orders": 3}, mine).missing) == {
        "days_since_first_order",
        "days_since_last_order",
    }


@pytest.mark.parametrize(
    "criteria",
    [
        ["{orders: 0}", *(f"{{category: c{number}}}" for number in range(600))],
        [*(f"{{category: c{number + 1}}}" for number in range(600)), "{orders: 0}"],
    ],
    ids=["each on the one before", "each on the one after"],
)
def test_a_tower_of_categories_is_classified_or_refused(criteria: list[str]) -> None:
    """Six hundred categories built upon one another end in a result or in faults of the file."""
    try:
        mine = ct.loads(categories_of(*criteria))
    except ct.LoadError:
        return
    for _ in range(WARM_AFTER + 2):
        assert set(classify({"orders": 0}, mine).verdicts.values()) == {True}


def test_many_categories_in_order_make_no_large_program() -> None:
    """What is generated for a first match grows with the categories and not with their square."""
    criteria = [f"{{orders: {number}}}" for number in range(400)]
    small, large = (ct.loads(categories_of(*criteria[:count], decide="first")) for count in (100, 400))
    sizes = [len(generate(one).__code__.co_code) for one in (small, large)]
    assert sizes[1] < 6 * sizes[0]
    result = classify({"orders": 399}, large)
    assert ids(result) == ["c399"]


# ---- results as values -------------------------------------------------------------------------


def test_results_are_equal_by_value() -> None:
    """Two results are equal if taxonomy, facts and verdicts are, and then have one hash."""
    one, other = (classify(dict(LOYAL), taxonomy("lifecycle")) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != classify(LOYAL | {"orders": 13}, taxonomy("lifecycle"))
    assert one != classify(LOYAL, taxonomy("status-and-activity"))
    assert one != "loyal"


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda result: pickle.loads(pickle.dumps(result))]
)
def test_results_can_be_copied_and_pickled(again: Any) -> None:
    """A copy of a result, shallow, deep or by pickle, is equal and says the same."""
    for result in classify_all(LOYAL | {"relation_roles": {"partner"}}).values():
        twin = again(result)
        assert twin == result
        assert twin.explain("fr") == result.explain("fr")
        assert twin.fingerprint == result.fingerprint


@pytest.mark.parametrize(
    "error",
    [
        NotFactsError("int"),
        FactRangeError("orders"),
        FactTypeError("orders", "integer", "str"),
        UnknownFactError("order", ["orders"]),
    ],
)
def test_errors_can_be_copied_and_pickled(error: CustomerTypesError) -> None:
    """An error that crosses a process has the same type, the same words and the same facts."""
    for twin in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert type(twin) is type(error)
        assert twin.render("fr") == error.render("fr")
        assert vars(twin) == vars(error)


def test_a_result_knows_its_taxonomy() -> None:
    """A result has the taxonomy with its version, and the fingerprint of its content."""
    lifecycle = taxonomy("lifecycle")
    result = classify(LOYAL, lifecycle)
    assert result.taxonomy is lifecycle
    assert result.fingerprint == ct.fingerprint(lifecycle)
    changed = ct.loads(ct.dumps(lifecycle).replace("value: 365", "value: 366"))
    assert classify(LOYAL, changed).fingerprint != result.fingerprint


def test_a_taxonomy_that_is_gone_leaves_nothing() -> None:
    """What was worked out for a taxonomy goes with it."""
    from customer_types._customers.classification import _engine_of  # noqa: PLC0415 - nothing public shows it

    kept = _engine_of._results
    before = len(kept)
    gone = ct.loads(ct.dumps(taxonomy("lifecycle")))
    classify(LOYAL, gone)
    assert len(kept) == before + 1
    del gone
    assert len(kept) == before
