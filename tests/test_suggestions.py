"""Suggestions: a slip of the keyboard finds its word, and nothing is suggested that is not close."""

from typing import Any

import pytest

from customer_types._messages.suggestions import closest

KEYS = ("id", "version", "label", "definition", "languages", "decide", "thresholds", "categories", "rules")
FACTS = ("orders", "orders_365d", "spend", "spend_365d", "days_since_last_order", "days_since_first_order")


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("lable", KEYS, "label"),
        ("labels", KEYS, "label"),
        ("versoin", KEYS, "version"),
        ("categorys", KEYS, "categories"),
        ("treshholds", KEYS, "thresholds"),
        ("ordres", FACTS, "orders"),
        ("order", FACTS, "orders"),
        ("orders_365", FACTS, "orders_365d"),
        ("days_since_last_orders", FACTS, "days_since_last_order"),
        ("spent", FACTS, "spend"),
    ],
)
def test_a_slip_finds_its_word(word: str, known: tuple[str, ...], expected: str) -> None:
    """A word with letters swapped, left out or added suggests the one that was meant."""
    assert closest(word, known) == (expected,)


@pytest.mark.parametrize("word", ["", "x", "when", "kundengruppe", "🙂", "a" * 60])
def test_what_is_far_from_everything_suggests_nothing(word: str) -> None:
    """A word that is close to none suggests none; a guess would lead astray."""
    assert closest(word, KEYS) == ()


def test_nothing_known_is_nothing_suggested() -> None:
    """Where there is nothing to choose from, nothing is suggested."""
    assert closest("label", ()) == ()


def test_the_best_come_first() -> None:
    """Where several are wanted, the closest is the first, and no more come than were asked for."""
    assert closest("orders_36d", FACTS, count=2) == ("orders_365d", "orders")
    assert len(closest("days_since_order", FACTS, count=2)) == 2


def test_a_text_too_long_for_an_id_is_not_compared() -> None:
    """A word longer than ids can be suggests nothing, so that no file keeps the comparison busy."""
    assert closest("label" + " " * 60, KEYS) == ()
    assert closest("l" * 1_000_000, KEYS) == ()


def test_what_is_no_text_suggests_nothing() -> None:
    """A key that is no text, as programs may have them, is close to none."""
    word: Any = 5
    assert closest(word, KEYS) == ()


def test_any_iterable_of_words_will_do() -> None:
    """The known words may come from a generator or from the keys of a mapping."""
    assert closest("lable", (key for key in KEYS)) == ("label",)
    assert closest("lable", dict.fromkeys(KEYS)) == ("label",)
