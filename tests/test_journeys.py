"""Days follow one another as a calendar does, and moves count each customer once."""

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given, strategies as st

import customer_types as ct
from customer_types._deciding.answers import Answer
from customer_types.errors import OrdersError
from customer_types.journeys import actions_towards, days, moves, places

DAY = dt.date(1998, 1, 31)


@pytest.mark.parametrize(
    ("start", "end", "every", "expected"),
    [
        ("1998-01-31", "1998-04-30", "1mo", ["01-31", "02-28", "03-31", "04-30"]),
        ("1998-01-30", "1998-04-30", "1mo", ["01-30", "02-28", "03-30", "04-30"]),
        ("1998-02-28", "1998-04-30", "1mo", ["02-28", "03-31", "04-30"]),
        ("1998-01-31", "1998-04-29", "1mo", ["01-31", "02-28", "03-31", "04-29"]),
        ("1998-01-15", "1998-12-31", "1q", ["01-15", "04-15", "07-15", "10-15", "12-31"]),
        ("1998-01-01", "1998-01-31", "2w", ["01-01", "01-15", "01-29", "01-31"]),
        ("1998-01-01", "1998-01-08", "3d", ["01-01", "01-04", "01-07", "01-08"]),
        ("1998-01-01", "1998-12-31", "1y", ["01-01", "12-31"]),
        ("1998-01-01", "1998-12-31", None, ["01-01", "12-31"]),
        ("1998-01-01", "1998-01-01", None, ["01-01"]),
    ],
)
def test_days_follow_the_calendar(start: str, end: str, every: str | None, expected: list[str]) -> None:
    """From the end of a month, months end where they end; other days keep their number, if they can."""
    found = days(dt.date.fromisoformat(start), dt.date.fromisoformat(end), every)
    assert [f"{day:%m-%d}" for day in found] == expected


def test_leap_years_have_another_end_of_february() -> None:
    """Years from the 29th of February lead to the end of February."""
    found = days(dt.date(2024, 2, 29), dt.date(2028, 3, 1), "1y")
    assert [str(day) for day in found] == [
        "2024-02-29",
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
        "2028-03-01",
    ]


@pytest.mark.parametrize("every", ["1d", "1w", "1mo", "1q", "9999y", "9999d", "9999w"])
def test_the_calendar_has_an_end(every: str) -> None:
    """Near the last day of the calendar, days end with it."""
    found = days(dt.date(9999, 11, 30), dt.date.max, every)
    assert found[0] == dt.date(9999, 11, 30)
    assert all(one < other for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "every", ["", "monthly", "mo", "0mo", "-1mo", "1.5mo", "1 mo", "1m", "10000d", "1mo ", 30]
)
def test_what_is_no_period_is_refused(every: Any) -> None:
    """A period is a number and a unit; the error says so."""
    with pytest.raises(OrdersError, match="is not a period"):
        days(DAY, DAY, every)


def test_days_the_wrong_way_round_and_too_many_are_refused() -> None:
    """The first day is not after the last, and nobody looks a thousand times."""
    with pytest.raises(OrdersError, match="the first day is after the last"):
        days(DAY, dt.date(1998, 1, 30), "1d")
    assert len(days(dt.date(1998, 1, 1), dt.date(2000, 9, 26), "1d")) == 1000
    with pytest.raises(OrdersError, match="more than 1000 dates"):
        days(dt.date(1998, 1, 1), dt.date(2000, 9, 27), "1d")


LIFECYCLE = ct.taxonomy("lifecycle")
ANSWERS = (
    *(Answer("one", LIFECYCLE[id]) for id in ("new", "loyal")),
    *(Answer("none"), Answer("several"), Answer("undecided")),
)


@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcde"), st.sampled_from(ANSWERS)),
        min_size=1,
        max_size=4,
    )
)
def test_everybody_moves_once(looks: list[dict[str, Answer]]) -> None:
    """Each day's customers are those of the moves that lead to it; shares of a start add up to one."""
    dates = [DAY + dt.timedelta(number) for number in range(len(looks))]
    found = moves([*zip(dates, looks, strict=True)])
    for day, look in [*zip(dates, looks, strict=True)][1:]:
        arrived = [move for move in found if move.date == day]
        assert sum(move.customers for move in arrived) == len(look)
        assert all(move.customers > 0 for move in arrived)
        for start in {move.start for move in arrived}:
            shares = [move.share for move in arrived if move.start == start]
            assert abs(sum(shares) - 1) < 1e-9
        assert len({(move.start, move.end) for move in arrived}) == len(arrived)
        assert all(move.is_new == (move.start is None) for move in arrived)
        assert {move.start for move in arrived} | {move.end for move in arrived} <= {*places(LIFECYCLE), None}


def test_actions_aim_at_a_category_by_either_name() -> None:
    """An action aims at a category of its taxonomy by id or by key; others aim elsewhere."""
    lifecycle = ct.taxonomy("lifecycle")
    assert [one.id for one in actions_towards(lifecycle, "potential", "new")] == ["invite"]
    assert actions_towards(lifecycle, "potential", "loyal") == ()
    with pytest.raises(ct.UnknownIdError):
        actions_towards(lifecycle, "nobody", "new")
