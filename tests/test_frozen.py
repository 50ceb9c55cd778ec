"""Frozen mappings: read-only, hashable by value, and whole after pickling and copying."""

import copy
import pickle
from collections import OrderedDict
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import pytest

from customer_types._model.frozen import FrozenMap

NAMES = FrozenMap({"en": "Order", "fr": "Commande"})


def test_it_reads_as_a_mapping() -> None:
    """A frozen mapping is asked as any mapping is, and keeps the order that it was given."""
    assert isinstance(NAMES, Mapping)
    assert NAMES["fr"] == "Commande"
    assert list(NAMES) == ["en", "fr"]
    assert list(NAMES.items()) == [("en", "Order"), ("fr", "Commande")]
    assert len(NAMES) == 2
    assert "fr" in NAMES
    assert "de" not in NAMES
    assert NAMES.get("de") is None
    with pytest.raises(KeyError):
        NAMES["de"]


@pytest.mark.parametrize(
    "other",
    [
        {"fr": "Commande", "en": "Order"},
        OrderedDict([("fr", "Commande"), ("en", "Order")]),
        MappingProxyType({"en": "Order", "fr": "Commande"}),
        FrozenMap([("fr", "Commande"), ("en", "Order")]),
    ],
)
def test_it_equals_every_mapping_of_the_same_items(other: Mapping[str, str]) -> None:
    """Equality asks for the items alone, neither for their order nor for the type of mapping."""
    assert other == NAMES
    assert other == dict(NAMES)


def test_equal_ones_have_one_hash() -> None:
    """Two frozen mappings of the same items are one key, in whatever order they were given."""
    other = FrozenMap([("fr", "Commande"), ("en", "Order")])
    assert {NAMES: 1}[other] == 1
    assert hash(FrozenMap()) == hash(FrozenMap({}))
    assert FrozenMap({"en": "Orders"}) != NAMES


def test_a_hash_needs_values_that_have_one() -> None:
    """A frozen mapping of lists has no hash, as a tuple of lists has none."""
    with pytest.raises(TypeError):
        hash(FrozenMap({"en": []}))


@pytest.mark.parametrize(
    "change",
    [
        lambda names: names.__setitem__("en", "Purchase"),
        lambda names: names.update(en="Purchase"),
        lambda names: names.pop("en"),
        lambda names: names.clear(),
        lambda names: setattr(names, "_items", {}),
        lambda names: setattr(names, "other", 1),
        lambda names: names.__dict__,
    ],
)
def test_nobody_changes_it(change: Callable[[Any], object]) -> None:
    """A frozen mapping has no public way to change it."""
    with pytest.raises(AttributeError):
        change(NAMES)
    assert NAMES == {"en": "Order", "fr": "Commande"}


def test_later_changes_of_what_it_was_made_of_do_not_show() -> None:
    """A frozen mapping keeps the items of the moment when it was made."""
    items = {"en": "Order"}
    names = FrozenMap(items)
    items["en"] = "Purchase"
    assert names == {"en": "Order"}


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_pickles_by_value(protocol: int) -> None:
    """What comes out of a pickle is equal, has the same order and still can't be changed."""
    names = pickle.loads(pickle.dumps(NAMES, protocol))
    assert type(names) is FrozenMap
    assert names == NAMES
    assert list(names) == list(NAMES)
    assert hash(names) == hash(NAMES)


def test_copies_are_the_thing_itself() -> None:
    """Copying what can't change gives the same object."""
    assert copy.copy(NAMES) is NAMES
    assert copy.deepcopy(NAMES) is NAMES


def test_its_repr_can_be_read_back() -> None:
    """The repr is an expression that makes the mapping."""
    assert repr(NAMES) == "FrozenMap({'en': 'Order', 'fr': 'Commande'})"
    assert eval(repr(NAMES), {"FrozenMap": FrozenMap}) == NAMES
