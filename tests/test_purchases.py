"""Purchases: what counts as an order, what as a refund, and the facts and percentiles of both."""

import datetime as dt
from typing import Any

import pytest

from customer_types import Population, catalog, facts_from_orders
from customer_types._customers.purchases import FACTS

AS_OF = "1998-06-30"


def facts(*rows: Any, as_of: Any = AS_OF, **options: Any) -> dict[str, Any]:
    """Give the facts of one customer."""
    return facts_from_orders(rows, as_of=as_of, **options)


def days_before(days: int) -> dt.date:
    """Give the day so many days before the reference date."""
    return dt.date(1998, 6, 30) - dt.timedelta(days=days)


# ---- what an order is --------------------------------------------------------------------------


def test_the_facts_are_those_of_the_vocabulary() -> None:
    """Orders give the first twelve facts of the vocabulary, in its order, known or not."""
    assert tuple(catalog().facts)[:12] == FACTS
    assert tuple(facts()) == FACTS


def test_without_rows_there_are_no_orders() -> None:
    """Nothing bought is 0 orders and 0 spend; the rest is missing."""
    known = {name: value for name, value in facts().items() if value is not None}
    assert known == {"orders": 0, "orders_365d": 0, "spend": 0, "spend_365d": 0}


def test_rows_of_a_day_are_one_order() -> None:
    """Without order ids a buying day is an order, whatever its number of rows."""
    found = facts(("1998-06-20", 5), ("1998-06-20", 7), ("1998-06-10", 1))
    assert (found["orders"], found["spend"], found["average_order_value"]) == (2, 13, 6.5)


def test_rows_of_an_id_are_one_order() -> None:
    """With order ids an order has the first day of its rows, and a day may have several orders."""
    rows = [
        {"date": "1998-06-20", "amount": 5, "order": "a"},
        {"date": "1998-06-10", "amount": 5, "order": "a"},
        {"date": "1998-06-10", "amount": 5, "order": "b"},
        {"date": "1998-06-25", "amount": -1, "order": "b"},
    ]
    found = facts(*rows, order="order")
    assert (found["orders"], found["spend"], found["days_since_last_order"]) == (2, 14, 20)
    assert found["usual_gap_days"] is None


def test_rows_without_an_id_are_orders_of_their_day() -> None:
    """Where an order id is missing the day takes its place."""
    rows = [
        {"date": "1998-06-20", "amount": 5, "order": None},
        {"date": "1998-06-20", "amount": 5, "order": float("nan")},
        {"date": "1998-06-20", "amount": 5, "order": "b"},
    ]
    assert facts(*rows, order="order")["orders"] == 2


def test_refunds_lower_the_spend_and_are_no_orders() -> None:
    """Ten bought and ten given back is one order and no spend."""
    found = facts(("1998-06-01", 10), ("1998-06-05", -10))
    assert (found["orders"], found["spend"], found["average_order_value"]) == (1, 0, 0)
    assert found["days_since_last_order"] == 29


def test_a_refund_on_the_day_of_an_order_is_a_refund() -> None:
    """A negative row takes nothing from the orders of its day."""
    found = facts(("1998-06-01", 10), ("1998-06-01", -30))
    assert (found["orders"], found["spend"]) == (1, -20)


def test_an_order_id_below_nothing_is_a_refund() -> None:
    """An order whose rows add up to less than nothing is no order; one of exactly nothing is."""
    rows = [
        {"date": "1998-06-20", "amount": 5, "order": "refund"},
        {"date": "1998-06-21", "amount": -6, "order": "refund"},
        {"date": "1998-06-22", "amount": 5, "order": "even"},
        {"date": "1998-06-23", "amount": -5, "order": "even"},
    ]
    found = facts(*rows, order="order")
    assert (found["orders"], found["spend"], found["days_since_last_order"]) == (1, -1, 8)


def test_only_refunds_is_a_customer_without_orders() -> None:
    """Somebody with refunds only has 0 orders, negative spend and no days."""
    found = facts(("1998-06-01", -10))
    assert (found["orders"], found["orders_365d"], found["spend"], found["spend_365d"]) == (0, 0, -10, -10)
    assert found["average_order_value"] is found["days_since_first_order"] is None


def test_orders_of_nothing_are_orders() -> None:
    """A zero amount is an order, as a free sample is."""
    found = facts(("1998-06-01", 0), ("1998-06-11", 0.0))
    assert (found["orders"], found["spend"], found["usual_gap_days"]) == (2, 0, 10)


@pytest.mark.parametrize(
    ("days", "orders", "spend"),
    [(0, 1, 10), (1, 1, 10), (363, 1, 10), (364, 1, 10), (365, 0, 0), (366, 0, 0)],
)
def test_the_window_is_365_days(days: int, orders: int, spend: int) -> None:
    """The window has the reference date and the 364 days before it."""
    found = facts((days_before(days), 10, 3))
    assert (found["orders"], found["spend"], found["days_since_last_order"]) == (1, 10, days)
    assert (found["orders_365d"], found["spend_365d"]) == (orders, spend)
    assert found["units_365d"] == 3 * orders


def test_an_order_over_the_edge_of_the_window_is_before_it() -> None:
    """An order that began before the window is not in it, nor are its money and its units."""
    rows = [
        {"date": days_before(365), "amount": 10, "order": "a", "quantity": 1},
        {"date": days_before(10), "amount": 90, "order": "a", "quantity": 4},
    ]
    found = facts(*rows, order="order", quantity="quantity")
    assert (found["orders"], found["spend"]) == (1, 100)
    assert (found["orders_365d"], found["spend_365d"], found["units_365d"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("days", "gap", "silence"),
    [
        ([10], None, None),
        ([10, 10], None, None),
        ([10, 30], 20, 0.5),
        ([10, 20, 50], 20, 0.5),
        ([0, 7, 10, 20], 7, 0),
        ([5, 6, 10, 20, 100], 7, 5 / 7),
    ],
)
def test_the_usual_gap_is_the_median(days: list[int], gap: float | None, silence: float | None) -> None:
    """The usual gap is the median of the days from one buying day to the next; two are needed."""
    found = facts(*((days_before(one), 1) for one in days))
    assert (found["usual_gap_days"], found["gaps_since_last_order"]) == (gap, silence)


# ---- units -------------------------------------------------------------------------------------


def test_returned_units_are_taken_off() -> None:
    """A refund takes its quantity off, whether the file writes it with a minus or without."""
    bought = ("1998-06-01", 50, 5)
    assert facts(bought, ("1998-06-02", -10, 1))["units_365d"] == 4
    assert facts(bought, ("1998-06-02", -10, -1))["units_365d"] == 4


def test_units_need_every_quantity_of_the_window() -> None:
    """One missing quantity in the window leaves the units unknown; one before it does not."""
    assert facts(("1998-06-01", 50, 5), ("1998-06-02", 10, None))["units_365d"] is None
    assert facts(("1998-06-01", 50, 5), (days_before(400), 10, None))["units_365d"] == 5
    assert facts(("1998-06-01", 50))["units_365d"] is None


def test_a_refund_adds_no_units() -> None:
    """An order id that is a refund on balance adds no units, so that nobody buys units without orders."""
    rows = [
        {"date": "1998-06-20", "amount": 10, "order": "a", "quantity": 5},
        {"date": "1998-06-20", "amount": -50, "order": "a", "quantity": 1},
    ]
    population = Population([{"units_365d": 2.0}])
    found = facts(*rows, order="order", quantity="quantity", population=population)
    assert found["orders_365d"] == 0
    assert found["units_percentile"] is None


# ---- percentiles -------------------------------------------------------------------------------


def test_percentiles_count_those_who_bought_at_most_as_much() -> None:
    """A percentile is the share of buyers with at most the same spend; ties share the highest rank."""
    population = Population([{"spend_365d": spend} for spend in (10.0, 20.0, 20.0, 40.0, 0.0, -5.0, None)])
    shares = [population.spend_percentile(spend) for spend in (5, 10, 20, 30, 40, 50)]
    assert shares == [0, 25, 75, 75, 100, 100]
    assert [population.spend_percentile(spend) for spend in (0, -3, None)] == [None, None, None]


def test_units_have_percentiles_of_their_own() -> None:
    """Units are compared with units, whatever was paid for them."""
    population = Population([{"units_365d": 1.0}, {"units_365d": 3.0}, {"spend_365d": 9.0}])
    assert (population.units_percentile(2), population.spend_percentile(2)) == (50, 0)


def test_percentiles_need_a_population() -> None:
    """Alone a customer has no percentile; among others there is one, by mapping or `Population`."""
    row = ("1998-06-01", 20, 2)
    assert facts(row)["spend_percentile"] is None
    others = [{"spend_365d": 10.0, "units_365d": 5.0}, {"spend_365d": 30.0, "units_365d": 1.0}]
    for population in (others, Population(others), iter(others)):
        found = facts(row, population=population)
        assert (found["spend_percentile"], found["units_percentile"]) == (50, 50)


def test_an_empty_population_has_no_percentile() -> None:
    """Where nobody has bought there is nothing to compare with."""
    assert facts(("1998-06-01", 20), population=[])["spend_percentile"] is None
