"""Witnesses are small, possible, tried out, and said in words."""

from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from tests.cells.making import choice, fact, known, missing, taxonomy_of, test
from tests.property.strategies import World

from customer_types import loads, taxonomy
from customer_types._model.facts import Implication
from customer_types._model.frozen import FrozenMap
from customer_types._proving.witnesses import Witness, witness_of

HOME = taxonomy_of([fact(name, "integer", 0) for name in "abc"], [])
CLUBS = loads(
    """
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
facts:
  - {id: visits, type: integer, min: 0, label: {en: Visits, fr: Visites}}
categories:
  - {id: small, label: {en: Small buyer, fr: Petit acheteur}, when: {orders: 0}}
"""
)


def total_of(least: int) -> Any:
    """Make a test of the sum of all known facts."""

    def shows(facts: Mapping[str, int]) -> bool:
        return sum(facts.values()) >= least

    return shows


def plainly(text: str) -> str:
    """Write all spaces alike."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_a_witness_is_without_what_is_not_needed() -> None:
    """Facts are left out one after the other, as long as there is still shown what is to be shown."""
    found = witness_of({"a": 1, "b": 2, "c": 3}, [HOME], total_of(3))
    assert found.facts == {"c": 3}
    assert witness_of({"a": 1, "b": 2, "c": 3}, [HOME], total_of(5)).facts == {"b": 2, "c": 3}
    assert witness_of({"a": 1, "b": 2, "c": 3}, [HOME], total_of(0)).facts == {}
    assert found.taxonomies == (HOME,)


def test_facts_are_kept_that_are_to_be_kept() -> None:
    """What is to be kept stays, though it is not needed."""
    found = witness_of({"a": 1, "b": 2, "c": 3}, [HOME], total_of(0), kept=["b"])
    assert found.facts == {"b": 2}


def test_a_witness_stays_possible() -> None:
    """A fact that another one must not be without is not left out."""
    must = Implication(condition=missing("b"), consequence=missing("c"))
    home = taxonomy_of([fact(name, "integer", 0) for name in "abc"], [], invariants=[must])
    assert witness_of({"a": 1, "b": 2, "c": 3}, [home], total_of(3)).facts == {"b": 2, "c": 3}


@pytest.mark.parametrize(("facts", "least"), [({"a": 1}, 2), ({"a": -1, "b": 5}, 0)])
def test_a_witness_that_shows_nothing_is_a_fault_of_ours(facts: dict[str, int], least: int) -> None:
    """Who does not show what is to be shown, or is impossible, is no witness."""
    with pytest.raises(AssertionError, match="fault of customer_types"):
        witness_of(facts, [HOME], total_of(least))


def test_a_witness_is_possible_in_all_taxonomies() -> None:
    """Each taxonomy has a say in who is possible, with the facts that it has."""
    left = taxonomy_of([fact("a", "integer", 0)], [], id="left")
    right = taxonomy_of(
        [fact("a", "integer", 0), fact("b", "integer", 5)],
        [],
        invariants=[Implication(condition=test("a", "min", 1), consequence=known("b"))],
        id="right",
    )
    assert witness_of({"a": 1, "b": 5}, [left, right], total_of(1)).facts == {"b": 5}
    with pytest.raises(AssertionError):
        witness_of({"a": 1, "b": 4}, [left, right], total_of(1))
    with pytest.raises(AssertionError):
        witness_of({"a": 1}, iter([left, right]), total_of(1))


def test_a_witness_is_said_in_both_languages() -> None:
    """The facts are said with their labels and units, in the customer's order."""
    found = Witness(FrozenMap({"visits": 2, "orders": 1}), (CLUBS,))
    assert plainly(str(found)) == "Visits: 2; Orders: 1 order"
    assert found.render() == found.render("en") == str(found)
    assert plainly(found.render("fr")) == "Visites : 2 ; Commandes : 1 commande"
    assert repr(found) == "<Witness {'visits': 2, 'orders': 1}>"


def test_a_witness_out_of_accord_says_so() -> None:
    """Whoever has a fact that is not what follows from others may not exist, and that is said."""
    facts = {"spend": 100, "orders": 4, "average_order_value": 90}
    found = Witness(FrozenMap(facts), (taxonomy("lifecycle"),))
    assert list(found.out_of_accord) == ["average_order_value"]
    doubt = "(there may be no such customer: going by “Total spend” and “Orders”, “Average order value”"
    assert doubt in str(found)
    assert "(ce client n’existe peut-être pas" in found.render("fr")
    assert not Witness(FrozenMap(facts | {"average_order_value": 25}), (taxonomy("lifecycle"),)).out_of_accord


@pytest.mark.parametrize("quotient", [25.0, 1e-300, 1e300, 0.0])
def test_a_witness_goes_with_what_follows(quotient: float) -> None:
    """What follows is left out, or its parts are changed to go with it, however large or small it is."""
    facts = {"spend": 1e200, "orders": 4, "average_order_value": quotient}
    found = witness_of(facts, [taxonomy("lifecycle")], lambda customer: "average_order_value" in customer)
    assert not found.out_of_accord


def test_of_a_witness_nothing_may_be_known() -> None:
    """A customer of whom nothing is known is said to be that."""
    nobody = Witness(FrozenMap(), (CLUBS,))
    assert str(nobody) == "nothing is known"
    assert nobody.render("fr") != str(nobody)


def test_facts_are_said_by_the_taxonomy_that_has_them() -> None:
    """Of two taxonomies, each fact is worded by the first that declares it."""
    elsewhere = taxonomy_of([choice("color", "red"), fact("size", "integer")], [], id="u")
    assert str(Witness(FrozenMap({"visits": 1, "size": 3}), (CLUBS, elsewhere))) == "Visits: 1; size: 3"


def test_witnesses_are_equal_by_their_facts() -> None:
    """Where a witness comes from makes no difference."""
    assert Witness(FrozenMap({"a": 1}), (HOME,)) == Witness(FrozenMap({"a": 1}), ())
    assert Witness(FrozenMap({"a": 1}), (HOME,)) != Witness(FrozenMap({"a": 2}), (HOME,))
    scope = World(HOME.vocabulary)
    moved = attrs.evolve(HOME, scope=scope)
    assert hash(Witness(FrozenMap({"a": 1}), (moved,))) == hash(Witness(FrozenMap({"a": 1}), (HOME,)))
