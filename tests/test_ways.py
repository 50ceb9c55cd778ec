"""Ways into a category and out of it, on small taxonomies and on shipped ones."""

from collections.abc import Mapping
from typing import Any

import pytest

import customer_types as ct
from customer_types import Taxonomy
from customer_types._customers.classification import classify
from customer_types._proving.ways import Way

LIFECYCLE = ct.loads(
    """
id: lifecycle
version: 1.0.0
label: {en: Lifecycle, fr: Cycle de vie}
categories:
  - {id: potential, label: {en: Potential customer, fr: Client potentiel}, when: {orders: 0}}
  - id: active
    label: {en: Active customer, fr: Client actif}
    when: {orders: {min: 1}, days_since_last_order: {max: 120}, not: {category: loyal}}
    actions: [{id: deepen, text: {en: Suggest more., fr: Proposer plus.}, towards: loyal}]
  - id: loyal
    label: {en: Loyal customer, fr: Client fidèle}
    when:
      orders: {min: 1}
      orders_365d: {min: 3}
      days_since_first_order: {min: 180}
      days_since_last_order: {max: 120}
"""
)
ACTIVE = {"orders": 5, "orders_365d": 1, "days_since_first_order": 400, "days_since_last_order": 90}


def ways(facts: Mapping[str, Any], taxonomy: Taxonomy, category: str, **options: Any) -> list[str]:
    """Say the ways of a customer into a category."""
    return [str(way) for way in classify(facts, taxonomy).ways_into(category, **options)]


def test_the_nearest_number_is_chosen() -> None:
    """Two more orders make the third within the year."""
    (way,) = classify(ACTIVE, LIFECYCLE).ways_into("loyal")
    (change,) = way.changes
    assert (change.fact.id, change.before, change.after) == ("orders_365d", 1, 3)
    assert way.unknowns == ()
    assert str(way) == "Orders in the last 365 days: 2 more orders (3 instead of 1)"
    assert way.render("fr") == (
        "Commandes des 365 derniers jours\u00a0: 2\u00a0commandes de plus (3 au lieu de 1)"
    )


def test_what_has_to_move_along_moves_along() -> None:
    """Nobody has more orders within the year than in all, so both numbers grow."""
    assert ways({**ACTIVE, "orders": 2}, LIFECYCLE, "loyal") == [
        "Orders: 1 more order (3 instead of 2); Orders in the last 365 days: 2 more orders (3 instead of 1)"
    ]


def test_actions_that_aim_there_come_with_a_way() -> None:
    """What is to be done about active customers, to make them loyal, is with the way."""
    (way,) = classify(ACTIVE, LIFECYCLE).ways_into("loyal")
    assert way.actions
    assert all(action.towards == "loyal" for action in way.actions)
    assert set(way.actions) <= set(LIFECYCLE["active"].actions)
    (out,) = classify(ACTIVE, LIFECYCLE).ways_out_of("active")
    assert out.actions == ()


def test_what_is_missing_has_to_be_found_out() -> None:
    """Unknown facts are not changed: what they would have to be is said."""
    (way,) = classify({"orders": 12, "days_since_last_order": 20}, LIFECYCLE).ways_into("loyal")
    assert way.changes == ()
    assert [unknown.fact.id for unknown in way.unknowns] == ["orders_365d", "days_since_first_order"]
    assert str(way) == (
        "Orders in the last 365 days: at least 3\u00a0orders, at most 12\u00a0orders (to find out); "
        "Days since the first order: at least 180\u00a0days (to find out)"
    )


def test_nobody_looks_up_what_cannot_exist() -> None:
    """Who has never ordered has no first order to find out about: it comes after the first one, with time."""
    (way,) = classify({"orders": 0}, LIFECYCLE).ways_into("loyal")
    assert (way.unknowns, [one.fact.id for one in way.changes]) == ((), ["orders"])
    assert [one.fact.id for one in way.awaited] == [
        "orders_365d",
        "days_since_first_order",
        "days_since_last_order",
    ]
    assert str(way).startswith("Orders: 3 more orders (3 instead of 0); ")
    assert "Days since the first order: at least 180\u00a0days (with time)" in str(way)
    assert "Jours depuis la dernière commande\u00a0: au plus 120\u00a0jours (avec le temps)" in way.render(
        "fr"
    )
    assert classify(way.facts, LIFECYCLE).verdicts["loyal"] is True


def test_what_can_be_found_out_today_is_not_awaited() -> None:
    """Of two orders the first one is on record; a third one within the year is still to come."""
    (way,) = classify({"orders": 2}, LIFECYCLE).ways_into("loyal")
    assert [one.fact.id for one in way.unknowns] == ["days_since_first_order", "days_since_last_order"]
    assert [one.fact.id for one in way.awaited] == ["orders_365d"]


def test_time_does_not_run_backwards() -> None:
    """Nobody's first order can be moved, so a customer of ten days can't become loyal now."""
    young = {"orders": 3, "orders_365d": 3, "days_since_first_order": 10, "days_since_last_order": 1}
    assert ways(young, LIFECYCLE, "loyal") == []
    assert ways(young, LIFECYCLE, "loyal", allow=["days_since_first_order"]) == [
        "Days since the first order: 170 more days (180 instead of 10)"
    ]


def test_who_is_there_already_needs_nothing() -> None:
    """A way without changes says so; and so does the one out of a category that one is not in."""
    (way,) = classify({"orders": 0}, LIFECYCLE).ways_into("potential")
    assert (way.changes, way.unknowns, str(way)) == ((), (), "nothing has to change")
    (out,) = classify({"orders": 0}, LIFECYCLE).ways_out_of("loyal")
    assert out.render("fr") == "rien à changer"


def test_ways_of_fewest_changes_come_first() -> None:
    """All ways that are minimal are listed, the shortest first."""
    found = classify(
        {"orders": 0, "spend": 0, "has_contract": False, "has_used": False, "has_interacted": True},
        ct.taxonomy("market-roles"),
    ).ways_into("customer")
    sizes = [len(way.changes) + len(way.unknowns) for way in found]
    assert sizes == sorted(sizes)
    assert {tuple(way.facts) for way in found} == {("orders",), ("has_contract",)}


def test_sets_gain_what_is_asked_for() -> None:
    """A set is changed by the members that it lacks or has too many."""
    facts = {"is_internal": True, "relation_roles": {"customer"}}
    assert ways(facts, ct.taxonomy("business-relations"), "partner") == []
    assert ways(facts, ct.taxonomy("business-relations"), "partner", allow=["relation_roles"]) == [
        "Business roles: add Partner"
    ]
    result = classify({**facts, "relation_roles": {"partner"}}, ct.taxonomy("business-relations"))
    (way,) = result.ways_out_of("partner", allow=["relation_roles"])
    assert way.render("fr") == "Rôles dans la relation commerciale\u00a0: retirer Partenaire"


def test_open_ends_are_met_within_cents() -> None:
    """More than 100 is 100.01; and a decrease stops as soon as it can."""
    taxonomy = ct.loads(
        """
        id: money
        version: 1.0.0
        label: {en: Money, fr: Argent}
        facts:
          - {id: fee, type: number, min: 0, changeable: decrease, label: {en: Fee, fr: Frais}}
        categories:
          - {id: rich, label: {en: Rich, fr: Aisé}, when: {spend: {above: 100}}}
          - {id: cheap, label: {en: Cheap, fr: Bon marché}, when: {fee: {max: 2.5}}}
          - {id: dear, label: {en: Dear, fr: Cher}, when: {fee: {above: 9}}}
        """.replace("\n        ", "\n")
    )
    result = classify({"spend": 99.5, "fee": 4.75, "orders": 1}, taxonomy)
    assert [way.facts for way in result.ways_into("rich")] == [{"spend": 100.01}]
    assert [way.facts for way in result.ways_into("cheap")] == [{"fee": 2.5}]
    assert str(result.ways_into("cheap")[0]) == "Fee: 2.25 less (2.5 instead of 4.75)"
    assert result.ways_into("dear") == ()


def test_an_impossible_customer_has_no_way() -> None:
    """What can't be can't become anything while it stays so."""
    assert ways({"orders": -1, "orders_365d": 1}, LIFECYCLE, "active") == []


@pytest.mark.parametrize("name", ["ways_into", "ways_out_of"])
def test_unknown_ids_are_errors(name: str) -> None:
    """A misspelt category or fact gets a suggestion."""
    result = classify(ACTIVE, LIFECYCLE)
    with pytest.raises(ct.UnknownIdError, match="loyal"):
        getattr(result, name)("loial")
    with pytest.raises(ct.UnknownFactError, match="orders"):
        getattr(result, name)("loyal", allow=["ordres"])


def test_a_category_can_be_given_as_an_object() -> None:
    """The category itself does as well as its id."""
    result = classify(ACTIVE, LIFECYCLE)
    assert result.ways_into(LIFECYCLE["loyal"]) == result.ways_into("loyal")
    (way,) = result.ways_into("loyal")
    assert isinstance(way, Way)
    assert repr(way) == "<Way orders_365d>"


def test_what_follows_from_a_change_is_no_change_to_bring_about() -> None:
    """Two more orders at the same spend make the average smaller: that is not advised, but kept."""
    facts = ct.facts_from_orders(
        [("2023-01-01", 40), ("2023-05-13", 10), ("2023-09-22", 20), ("2024-01-31", 30)], as_of="2024-08-18"
    )
    result = ct.classify(facts, ct.taxonomy("lifecycle"))
    for way in result.ways_into("loyal"):
        assert "average_order_value" not in {change.fact.id for change in way.changes}
        assert "Average" not in str(way)
        assert ct.classify({**facts, **way.facts}, ct.taxonomy("lifecycle")).verdicts["loyal"] is True
    assert any(
        (change.fact.id, change.after) == ("average_order_value", pytest.approx(100 / 6))
        for way in result.ways_into("loyal")
        for change in way.consequences
    )
