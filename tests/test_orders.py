"""Facts from orders: how rows are read, which of them are left out, and published figures."""

import csv
import datetime as dt
import random
from collections.abc import Mapping
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from customer_types import OrdersError, facts_from_orders
from customer_types._customers.orders import OrderBook, reference_date

CDNOW = Path(__file__).parent.parent / "docs" / "examples" / "cdnow-orders.csv"
AS_OF = "1998-06-30"
SECRET = "sekret-4711"


def facts(*rows: Any, as_of: Any = AS_OF, **options: Any) -> dict[str, Any]:
    """Give the facts of one customer."""
    return facts_from_orders(rows, as_of=as_of, **options)


# ---- published figures -------------------------------------------------------------------------


def sample() -> list[dict[str, Any]]:
    """Read the CDNOW sample."""
    with CDNOW.open(encoding="utf-8", newline="") as file:
        return [
            row | {"amount": Decimal(row["amount"]), "quantity": int(row["quantity"])}
            for row in csv.DictReader(file)
        ]


def book_of(rows: list[dict[str, Any]], as_of: str) -> OrderBook:
    """Read rows of many customers."""
    book = OrderBook(as_of=reference_date(as_of), customer="customer_id", quantity="quantity")
    for row in rows:
        book.add(row)
    return book


def total(customers: Mapping[Any, Mapping[str, Any]], fact: str) -> float:
    """Add up a fact over the customers who have it."""
    return sum(float(one[fact]) for one in customers.values() if one[fact] is not None)


def known(customers: Mapping[Any, Mapping[str, Any]], fact: str) -> int:
    """Count the customers who have a fact."""
    return sum(one[fact] is not None for one in customers.values())


def test_the_sample_is_whole() -> None:
    """The example file has the sample's 6,919 rows and 2,357 customers in the sample's order."""
    rows = sample()
    numbers = [int(row["customer_id"]) for row in rows]
    assert len(rows) == 6919
    assert list(dict.fromkeys(numbers)) == list(range(1, 2358))
    assert numbers == sorted(numbers)
    assert rows[0] == {
        "customer_id": "1",
        "date": "1997-01-01",
        "amount": Decimal("29.33"),
        "quantity": 2,
    }


def test_published_figures_of_the_calibration_period() -> None:
    """At the end of September 1997 the sample has the figures that its users publish."""
    customers = book_of(sample(), "1997-09-30").facts_by_customer()
    assert len(customers) == 2357
    assert total(customers, "orders") == 4814
    assert round(total(customers, "spend"), 2) == 173_115.55
    assert total(customers, "days_since_last_order") == 426_830
    first, second = customers["1"], customers["2"]
    assert (first["orders"], first["spend"], first["days_since_last_order"]) == (3, 74.02, 59)
    assert (second["orders"], second["spend"], second["days_since_last_order"]) == (2, 75.11, 260)


def test_figures_at_the_end_of_june_1998() -> None:
    """On the last day of the sample the facts add up to what an independent count found."""
    customers = book_of(sample(), AS_OF).facts_by_customer()
    assert len(customers) == 2357
    assert total(customers, "orders") == 6696
    assert total(customers, "orders_365d") == 2607
    assert round(total(customers, "spend"), 2) == 244_091.94
    assert round(total(customers, "spend_365d"), 2) == 97_963.70
    assert total(customers, "units_365d") == 6752
    assert total(customers, "days_since_first_order") == 1_183_240
    assert total(customers, "days_since_last_order") == 875_776
    assert (known(customers, "usual_gap_days"), total(customers, "usual_gap_days")) == (1139, 117_426)
    assert (known(customers, "spend_percentile"), known(customers, "units_percentile")) == (812, 812)
    assert sum((one["spend_percentile"] or 0) >= 95 for one in customers.values()) == 41
    assert sum((one["units_percentile"] or 0) >= 80 for one in customers.values()) == 168
    assert sum((one["gaps_since_last_order"] or 0) > 3 for one in customers.values()) == 512


def test_one_customer_of_the_sample_in_full() -> None:
    """The sample's first customer has these twelve facts on its last day."""
    assert book_of(sample(), AS_OF).facts_by_customer()["1"] == {
        "orders": 4,
        "orders_365d": 2,
        "spend": 100.5,
        "spend_365d": 41.44,
        "units_365d": 3.0,
        "average_order_value": 25.125,
        "days_since_first_order": 545,
        "days_since_last_order": 200,
        "usual_gap_days": 132.0,
        "gaps_since_last_order": 200 / 132,
        "spend_percentile": 100 * 309 / 812,
        "units_percentile": 100 * 351 / 812,
    }


def test_the_order_of_the_sample_does_not_matter() -> None:
    """Shuffled rows of the sample give the same facts of every customer."""
    rows = sample()
    expected = book_of(rows, AS_OF).facts_by_customer()
    random.Random(20).shuffle(rows)
    assert book_of(rows, AS_OF).facts_by_customer() == expected


# ---- money -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "decimals", "spend"),
    [
        (Decimal("0.125"), 2, 0.12),
        (Decimal("0.135"), 2, 0.14),
        (Decimal("-0.125"), 2, -0.12),
        (0.125, 2, 0.12),
        (0.375, 2, 0.38),
        (Decimal("2.5"), 0, 2),
        (Decimal("3.5"), 0, 4),
        (2.5, 0, 2),
        (3.5, 0, 4),
        (7, 0, 7),
        (Decimal("1.0005"), 3, 1.0),
        (Decimal("1.0015"), 3, 1.002),
        (1.0625, 3, 1.062),
        (29.33, 2, 29.33),
        (10**15, 2, 1e15),
    ],
)
def test_money_is_rounded_half_to_even(amount: Any, decimals: int, spend: float) -> None:
    """Each amount is rounded to the smallest unit, a half to the even side."""
    assert facts(("1998-06-01", amount), decimals=decimals)["spend"] == spend


def test_money_is_summed_exactly() -> None:
    """Ten times a tenth is one, in any order and beside any other sum."""
    found = facts(*[("1998-06-01", 0.1)] * 10, ("1998-06-02", 1e9), ("1998-06-03", -1e9))
    assert found["spend"] == 1.0


def test_the_decimal_context_of_the_program_changes_nothing() -> None:
    """A program that computes with five digits gets the same cents."""
    with localcontext(prec=5):
        assert facts(("1998-06-01", Decimal("1234567.885")))["spend"] == 1234567.88


@pytest.mark.parametrize("amount", ["12.50", SECRET, True, b"1", 1j, [1]])
def test_an_amount_is_a_number(amount: Any) -> None:
    """Text, booleans and other things are no amounts; the row is named, and what it has is not."""
    with pytest.raises(OrdersError, match=r"^row 2: the amount is not a number$") as caught:
        facts(("1998-06-01", 1), ("1998-06-01", amount))
    assert SECRET not in repr(caught.value)


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        (float("inf"), "not finite"),
        (-float("inf"), "not finite"),
        (Decimal("Infinity"), "not finite"),
        (10**400, "not finite"),
        (1e308, "too large"),
        (-(10**18), "too large"),
    ],
)
def test_an_amount_is_finite(amount: Any, problem: str) -> None:
    """An amount beyond all money is an error that names the row."""
    with pytest.raises(OrdersError, match=rf"^row 1: the amount or the quantity is {problem}$"):
        facts(("1998-06-01", amount), ("1998-06-01", amount))


@pytest.mark.parametrize("quantity", ["2", True, "many"])
def test_a_quantity_is_a_number(quantity: Any) -> None:
    """Text and booleans are no quantities."""
    with pytest.raises(OrdersError, match=r"^row 1: the quantity is not a number$"):
        facts(("1998-06-01", 1, quantity))


def test_a_quantity_is_finite() -> None:
    """An infinite quantity is an error that names the row."""
    with pytest.raises(OrdersError, match=r"^row 1: the amount or the quantity is not finite$"):
        facts(("1998-06-01", 1, float("inf")))


# ---- days --------------------------------------------------------------------------------------


class datetime64:  # noqa: N801 - NumPy's name
    """Stands for NumPy's timestamp, which is no `datetime` and writes itself in ISO 8601."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


@pytest.mark.parametrize(
    "day",
    [
        dt.date(1998, 6, 1),
        dt.datetime(1998, 6, 1, 23, 59),
        "1998-06-01",
        "1998-06-01T23:59:59",
        "1998-06-01 00:00:00",
        datetime64("1998-06-01"),
        datetime64("1998-06-01T23:59:59.123456789"),
    ],
)
def test_a_day_has_many_forms(day: Any) -> None:
    """Dates, timestamps and their ISO texts are cut to days, as are NumPy's."""
    assert facts((day, 1))["days_since_last_order"] == 29
    assert facts(("1998-05-31", 1), as_of=day)["days_since_last_order"] == 1


@pytest.mark.parametrize(
    "day",
    [
        "",
        "01/06/1998",
        "1998-06-31",
        "1998-13-01",
        "yesterday",
        SECRET,
        19980601,
        3.5,
        b"1998-06-01",
        "1998-06-01T00:00:00.000000000 and more",
    ],
)
def test_what_is_no_day_is_refused(day: Any) -> None:
    """What can't be read as a day is an error that names the row and not what it has."""
    with pytest.raises(OrdersError, match=r"^row 2: .*2026-01-31$") as caught:
        facts(("1998-06-01", 1), (day, 1))
    assert SECRET not in repr(caught.value)


@pytest.mark.parametrize(
    ("zone", "days"),
    [("UTC", 1), ("Europe/Paris", 0), ("America/Montreal", 1), ("Asia/Tokyo", 0), (ZoneInfo("UTC"), 1)],
)
def test_aware_time_stamps_are_cut_in_the_zone(zone: Any, days: int) -> None:
    """Half past eleven in the evening in London's winter is the next day in Paris."""
    stamp = "1998-01-30T23:30:00+00:00"
    as_of = dt.date(1998, 1, 31)
    assert facts((stamp, 1), as_of=as_of, zone=zone)["days_since_last_order"] == days
    aware = dt.datetime.fromisoformat(stamp)
    assert facts((aware, 1), as_of=as_of, zone=zone)["days_since_last_order"] == days


def test_the_reference_date_is_cut_in_the_zone_too() -> None:
    """An aware reference date is the day of the zone, as the rows' days are."""
    found = facts(("1998-01-30", 1), as_of="1998-01-30T23:30:00+00:00", zone="Europe/Paris")
    assert found["days_since_last_order"] == 1


def test_daylight_saving_makes_no_day_of_its_own() -> None:
    """Days are counted by the calendar, over the night that has an hour less as well."""
    zone = ZoneInfo("Europe/Paris")
    rows = [(dt.datetime(1998, 3, day, 0, 30, tzinfo=zone), 1) for day in (28, 29, 30)]
    found = facts(*rows, as_of="1998-03-31", zone=zone)
    assert (found["orders"], found["usual_gap_days"], found["days_since_first_order"]) == (3, 1, 3)


def test_aware_time_stamps_need_a_zone() -> None:
    """A timestamp with an offset belongs to no day until a zone is named."""
    with pytest.raises(OrdersError, match=r"^row 1: a timestamp with a UTC offset needs `zone=`"):
        facts(("1998-06-01T00:00:00+02:00", 1))


def test_the_end_of_time_is_no_crash() -> None:
    """Sentinels at the edge of the calendar end in a row left out or in an error that names the row."""
    rows = [("9999-12-31T23:59:59+00:00", 1)]
    with pytest.raises(OrdersError, match=r"^row 1: .*2026-01-31$"):
        facts_from_orders(rows, as_of=AS_OF, zone="Europe/Paris")


def test_a_zone_has_a_name() -> None:
    """An unknown time zone is an error."""
    with pytest.raises(OrdersError, match=r"^unknown time zone `Europe/Lutece`$"):
        facts(zone="Europe/Lutece")


@pytest.mark.parametrize("as_of", [None, 19980630, "30/06/1998", "", "1998-06-31"])
def test_the_reference_date_is_a_date(as_of: Any) -> None:
    """What is no date can't be the reference date."""
    with pytest.raises(OrdersError, match=r"^`as_of` needs a date, or a text such as 2026-06-30$"):
        facts(as_of=as_of)


# ---- rows --------------------------------------------------------------------------------------


ROW: dict[str, Any] = {"who": "a", "day": "1998-06-01", "paid": 5, "state": "sent"}
LEFT_OUT: list[tuple[dict[str, Any], str | None]] = [
    ({}, None),
    ({"who": 0}, None),
    ({"state": None}, None),
    ({"who": None}, "no-customer"),
    ({"who": float("nan")}, "no-customer"),
    ({"day": None}, "no-date"),
    ({"paid": None}, "no-amount"),
    ({"paid": float("nan")}, "no-amount"),
    ({"paid": Decimal("NaN")}, "no-amount"),
    ({"paid": Decimal("sNaN")}, "no-amount"),
    ({"day": "1998-07-01"}, "after-as-of"),
    ({"state": "void"}, "cancelled"),
    ({"state": "lost"}, "cancelled"),
]


@pytest.mark.parametrize(("changes", "reason"), LEFT_OUT)
def test_rows_are_left_out_and_counted(changes: dict[str, Any], reason: str | None) -> None:
    """Rows without customer, date or amount, later rows and cancelled ones are left out and counted."""
    book = OrderBook(
        as_of=reference_date(AS_OF),
        customer="who",
        date="day",
        amount="paid",
        status="state",
        cancelled=frozenset({"void", "lost"}),
    )
    book.add(ROW | changes)
    assert dict(book.left_out) == ({} if reason is None else {reason: 1})
    assert len(book.facts_by_customer()) == (reason is None)


def test_what_was_left_out_is_said() -> None:
    """The report names each reason with its count, in both languages; without such rows there is none."""
    book = OrderBook(as_of=reference_date(AS_OF), customer="customer")
    assert book.report() is None
    book.add({"customer": None, "date": "1998-06-01", "amount": 1})
    book.add({"customer": "a", "date": "1998-07-01", "amount": 1})
    book.add({"customer": "a", "date": "1998-07-02", "amount": 1})
    report = book.report()
    assert report is not None
    assert report.render("en") == "rows left out: 2 after 1998-06-30 and 1 without a customer"
    assert report.render("fr") in {
        "lignes écartées\u00a0: 2 après le 1998-06-30 et 1 sans client",
        "lignes écartées\u00a0: 2 après le 30\u00a0juin 1998 et 1 sans client",
    }


def test_cancelled_may_be_one_status() -> None:
    """`cancelled` is a status or several; the other rows of an order id stay."""
    rows = [
        {"date": "1998-06-01", "amount": 5, "state": "void"},
        {"date": "1998-06-02", "amount": 7, "state": "paid"},
        {"date": "1998-06-03", "amount": 9, "state": "lost"},
    ]
    assert facts(*rows, status="state", cancelled="void")["spend"] == 16
    assert facts(*rows, status="state", cancelled=["void", "lost"])["spend"] == 7
    assert facts(*rows, status="state")["spend"] == 21


def test_cancelled_needs_the_column_of_the_status() -> None:
    """Statuses without a column to look for them in are an error: cancelled orders would count."""
    with pytest.raises(OrdersError, match="`cancelled` needs `status`"):
        facts({"date": "1998-06-01", "amount": 5, "status": "void"}, cancelled="void")


@pytest.mark.parametrize("decimals", [-1, 10, 400, "2", True, None])
def test_decimals_are_few(decimals: Any) -> None:
    """Money has no to nine decimals."""
    with pytest.raises(OrdersError, match="`decimals` must be a whole number"):
        facts(("1998-06-01", 120), decimals=decimals)


def test_an_order_id_can_be_compared() -> None:
    """A list is no order id."""
    with pytest.raises(OrdersError, match=r"^row 1: the order id"):
        facts({"date": "1998-06-01", "amount": 5, "id": [1]}, order="id")


@pytest.mark.parametrize("population", [[{"spend_365d": "12"}], [object()]])
def test_a_population_has_facts(population: Any) -> None:
    """What is no facts of customers is refused."""
    with pytest.raises(OrdersError, match="`population` must hold the facts"):
        facts(("1998-06-01", 5), population=population)


def test_a_row_of_three_leaves_the_next_as_it_is() -> None:
    """A quantity in one row asks for none in another, and a missing one leaves the units unknown."""
    found = facts(("1998-06-01", 5, 2), {"date": "1998-06-02", "amount": 5})
    assert (found["orders"], found["units_365d"]) == (2, None)


class Purchase(NamedTuple):
    """A row whose fields stand in an order of their own."""

    amount: int
    date: str


def test_a_named_tuple_is_read_by_its_names() -> None:
    """The order of fields says nothing."""
    assert facts(Purchase(amount=5, date="1998-06-01"))["spend"] == 5


def test_columns_have_the_names_of_the_file() -> None:
    """A row is a mapping whose columns the arguments name."""
    row = {"Datum": "1998-06-01", "Betrag": 5, "Menge": 2, "Nr": 7, "other": SECRET}
    found = facts(row, date="Datum", amount="Betrag", quantity="Menge", order="Nr")
    assert (found["orders"], found["spend"], found["units_365d"]) == (1, 5, 2)


@pytest.mark.parametrize(
    ("options", "column"),
    [
        ({"date": "day"}, "day"),
        ({"quantity": "units"}, "units"),
        ({"order": "id"}, "id"),
        ({"status": "s"}, "s"),
    ],
)
def test_a_missing_column_is_named(options: dict[str, str], column: str) -> None:
    """A column that a row has not is an error that names it."""
    with pytest.raises(OrdersError, match=f"^row 1: there is no column `{column}`$"):
        facts({"date": "1998-06-01", "amount": 5}, **options)


@pytest.mark.parametrize("row", ["ab", 5, None, ("1998-06-01",), ("1998-06-01", 1, 2, 3), {"1998-06-01", 5}])
def test_a_row_is_a_mapping_or_a_tuple(row: Any) -> None:
    """What has no columns and is no (date, amount) or (date, amount, quantity) is refused."""
    with pytest.raises(OrdersError, match=r"^row 1: a row must be \(date, amount\)"):
        facts(row)
