"""A fact that follows from two others is what they make of it, where it is not given itself."""

from math import inf, nan
from typing import Any

import pytest
from hypothesis import given, strategies as st

import customer_types as ct
from customer_types._customers.classification import WARM_AFTER
from customer_types._deciding.derivations import completed, contradicts, derived, following, wanted
from customer_types._model.facts import Differs, Ratio
from customer_types._model.faults import LoadError

HOME = ct.loads(
    """
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs}
facts:
  - {id: visits, type: integer, min: 0, changeable: increase, label: {en: Visits, fr: Visites}}
  - {id: hours, type: number, changeable: any, label: {en: Hours, fr: Heures}}
  - {id: pace, type: number, follows: {ratio: [hours, visits]}, label: {en: Pace, fr: Rythme}}
  - {id: shop, type: choice, values: [north, south], label: {en: Shop, fr: Magasin}}
  - {id: home_shop, type: choice, values_of: shop, label: {en: Home shop, fr: Magasin habituel}}
  - {id: away, type: boolean, follows: {differs: [shop, home_shop]}, label: {en: Away, fr: Ailleurs}}
categories:
  - {id: fast, label: {en: Fast, fr: Rapide}, when: {pace: {max: 0.5}}}
  - {id: guest, label: {en: Guest, fr: De passage}, when: {away: true}}
  - {id: untold, label: {en: Untold, fr: Inconnu}, when: {pace: {known: false}}}
"""
)
RATIO, DIFFERS = Ratio(parts=("hours", "visits")), Differs(parts=("shop", "home_shop"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (1, 3, 1 / 3),
        (35, 100.0, 0.35),
        (2**53 + 1, 1, 2.0**53),  # the parts are doubles before they are divided
        (1.0, 0, None),
        (0, -0.0, None),
        (1e308, 1e-308, inf),
        (inf, inf, None),
        (5.0, inf, 0.0),
    ],
)
def test_a_ratio_is_one_of_doubles(first: float, second: float, expected: float | None) -> None:
    """Both parts are IEEE doubles; there is no ratio where the second is 0, or where it would be NaN."""
    assert derived(RATIO, first, second) == expected


def test_texts_differ_or_do_not() -> None:
    """What is compared are the words, whether they are values of the fact or not."""
    assert derived(DIFFERS, "north", "south") is True
    assert derived(DIFFERS, "nowhere", "nowhere") is False


def test_what_is_given_counts() -> None:
    """A fact that is given stays; one that is missing follows; and without a part nothing follows."""
    every = following(HOME.vocabulary.facts.values())
    assert completed({"hours": 6.0, "visits": 4}, every) == {"hours": 6.0, "visits": 4, "pace": 1.5}
    assert completed({"hours": 6.0, "visits": 4, "pace": 9.0}, every)["pace"] == 9.0
    assert completed({"hours": 6.0, "visits": 4, "pace": None}, every)["pace"] == 1.5
    assert completed({"hours": 6.0, "shop": "north"}, every) == {"hours": 6.0, "shop": "north"}


@pytest.mark.parametrize("missing", [None, nan])
def test_both_readers_work_it_out(missing: Any) -> None:
    """Verdicts follow before and after code is generated, and a missing fact may be given as such."""
    customer = {"hours": 1.0, "visits": 4, "pace": missing, "shop": "north", "home_shop": "south"}
    for _ in range(WARM_AFTER + 2):
        assert tuple(ct.classify(customer, HOME).verdicts.values()) == (True, True, False)
        assert tuple(ct.classify({**customer, "visits": 0}, HOME).verdicts.values()) == (None, True, True)
        assert tuple(ct.classify({**customer, "pace": 2.0}, HOME).verdicts.values()) == (False, True, False)
    result = ct.classify(customer, HOME)
    assert result.facts["pace"] == 0.25
    assert "pace" not in result.given


def test_the_simplest_fact_is_asked_for() -> None:
    """Where one part is known it is the other one; else it is the fact itself."""
    assert ct.classify({}, HOME).missing == ("pace", "away")
    assert ct.classify({"visits": 3, "home_shop": "north"}, HOME).missing == ("hours", "shop")
    pace = HOME.vocabulary.facts["pace"]
    assert wanted("pace", {"visits": 0}, pace) == "pace"  # whatever the hours are, nothing follows
    assert wanted("pace", {"hours": 1.0, "visits": 0}, pace) == "pace"
    assert wanted("hours", {}, HOME.vocabulary.facts["hours"]) == "hours"


def test_an_explanation_says_from_what() -> None:
    """The line of a fact that was not given names what it follows from; that of a given one does not."""
    told = ct.classify({"shop": "north", "home_shop": "south"}, HOME)
    assert "Away: yes (expected: yes; follows from Shop and Home shop)" in told.explain()
    assert "se déduit de «\u00a0Magasin\u00a0» et «\u00a0Magasin habituel\u00a0»" in told.explain("fr")
    assert "follows" not in ct.classify({"away": True}, HOME).explain()


def test_a_contradiction_is_impossible() -> None:
    """What is given and something else than what follows is told, with its parts; a rounded number is not."""
    assert ct.classify({"shop": "north", "home_shop": "south", "away": False}, HOME).impossible == (
        "away",
        "shop",
        "home_shop",
    )
    assert ct.classify({"hours": 100.0, "visits": 8, "pace": 40}, HOME).impossible == (
        "pace",
        "hours",
        "visits",
    )
    assert ct.classify({"hours": 100.0, "visits": 8, "pace": 12}, HOME).impossible == ()
    assert ct.classify({"hours": 100.0, "visits": 0, "pace": 12}, HOME).impossible == ()


def test_of_what_follows_the_parts_are_impossible() -> None:
    """A fact that nobody gave is not named: those from which it follows are."""
    home = ct.loads(
        """
id: limits
version: 1.0.0
label: {en: Limits, fr: Limites}
facts:
  - {id: hours, type: number, label: {en: Hours, fr: Heures}}
  - {id: visits, type: integer, label: {en: Visits, fr: Visites}}
  - {id: pace, type: number, max: 24, follows: {ratio: [hours, visits]}, label: {en: Pace, fr: Rythme}}
categories: [{id: some, label: {en: Some, fr: Des}, when: {pace: {min: 0}}}]
"""
    )
    assert ct.classify({"hours": 50.0, "visits": 2}, home).impossible == ("hours", "visits")
    assert ct.classify({"pace": 25}, home).impossible == ("pace",)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12), st.integers(0, 6))
def test_rounding_is_no_contradiction(value: float, decimals: int) -> None:
    """Whatever number of decimals a number is given with, it is what follows."""
    assert not contradicts(round(value, decimals), value)


@given(
    hours=st.floats(0, 1e6),
    visits=st.integers(0, 1000),
    pace=st.none() | st.floats(0, 1e6),
    category=st.sampled_from(["fast", "untold"]),
    into=st.booleans(),
)
def test_a_way_leads_there(hours: float, visits: int, pace: float | None, category: str, into: bool) -> None:
    """Whoever goes a way is possible, and has the verdict that was wanted, whatever follows."""
    customer: dict[str, Any] = {"hours": hours, "visits": visits}
    if pace is not None:
        customer["pace"] = pace
    result = ct.classify(customer, HOME)
    for way in (result.ways_into if into else result.ways_out_of)(category):
        after = ct.classify({**customer, **way.facts}, HOME)
        assert after.verdicts[category] is into
        if way.changes or way.unknowns:
            assert after.impossible == ()


def test_a_part_moves_what_follows() -> None:
    """More visits make a slower pace faster; what was given moves along, and stands in the way."""
    ways = ct.classify({"hours": 6.0, "visits": 4}, HOME).ways_into("fast")
    assert sorted(str(way) for way in ways) == [
        "Hours: 4 less (2 instead of 6)",
        "Visits: 8 more (12 instead of 4)",
    ]
    ways = ct.classify({"hours": 6.0, "visits": 4, "pace": 1.5}, HOME).ways_into("fast")
    assert {"visits": 12, "pace": 0.5} in [way.facts for way in ways]


def test_a_country_can_be_allowed_to_move() -> None:
    """A part that no category tests moves too, if it may."""
    home = ct.taxonomy("customer-categories")
    result = ct.classify({"country": "CA", "home_country": "CA", "orders": 3}, home)
    assert result.ways_into("international") == ()
    (way,) = result.ways_into("international", allow=["country"])
    (change,) = way.changes
    assert (change.fact.id, change.before) == ("country", "CA")


def test_files_are_written_as_they_were_read() -> None:
    """What follows, and whose values a fact has, is in the text and in the fingerprint."""
    text = ct.dumps(HOME)
    assert "follows:" in text
    assert "values_of: shop" in text
    assert ct.loads(text) == HOME
    assert HOME.vocabulary.facts["home_shop"].values == HOME.vocabulary.facts["shop"].values
    other = ct.loads(text.replace("- hours\n        - visits", "- visits\n        - hours"))
    assert ct.fingerprint(other) != ct.fingerprint(HOME)


def test_lists_must_be_the_same() -> None:
    """Choices of different values are not compared."""
    with pytest.raises(LoadError) as refused:
        ct.loads(ct.dumps(HOME).replace("values_of: shop", "values: [north]"))
    assert [fault.code for fault in refused.value.faults] == ["facts.follows-values"]


def test_countries_are_those_of_iso_3166() -> None:
    """The list stands once, has 249 codes, and a customer's country is named in both languages."""
    facts = ct.catalog().facts
    values = {value.id: value for value in facts["country"].values}
    assert len(values) == 249
    assert facts["home_country"].values is facts["country"].values
    assert values["NO"].labels is not None
    assert values["NO"].labels.text("fr") == "Norvège"
