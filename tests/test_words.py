"""What the words say, the verdicts do: customers told in words are where readers of the definitions put them.

The two readers saw what people see, definitions and notes, and no criterion; `data/customers-in-words.yaml`
has what both of them said. Where the library says something else, it is listed here, with the reason.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import customer_types as ct

CUSTOMERS = yaml.safe_load((Path(__file__).parent / "data" / "customers-in-words.yaml").read_text("utf-8"))
WORDS = {"in": True, "out": False, "unknown": None}

#: Who has ceased to be a customer: the definition did not say yet that they are left out.
CEASED = [
    "grocer-lost-family-man",
    "washing-machine-once",
    "tulip-bulbs-given-up",
    "physio-mattress",
    "ex-fan-warns",
    "wholesaler-gone",
    "school-board-left",
    "cancelled-streaming",
    "scratched-table-never-again",
    "angry-this-week",
    "last-order-date-only",
]
#: A contract makes a customer, even before the first order.
UNDER_CONTRACT = [
    ("framework-no-calloff", "lifecycle/potential"),
    ("framework-no-calloff", "status-and-activity/customer"),
]


def told() -> Iterator[tuple[str, str, bool | None, bool | None]]:
    """Give for each verdict in which both readers agree the customer, the category, theirs and ours."""
    for customer in CUSTOMERS:
        for id, rows in customer["verdicts"].items():
            verdicts = ct.classify(customer["facts"], ct.taxonomy(id)).verdicts
            for word, categories in rows.items():
                for category in categories:
                    yield customer["id"], f"{id}/{category}", WORDS[word], verdicts[category]


def test_no_verdict_is_the_opposite_of_what_the_words_say() -> None:
    """Of yes and no, the library never says the other one, but for what is listed."""
    opposite = {
        (customer, key)
        for customer, key, theirs, ours in told()
        if theirs is not ours and None not in (theirs, ours)
    }
    assert opposite == {*UNDER_CONTRACT, *((customer, "relationship-types/current") for customer in CEASED)}


def test_nearly_all_verdicts_are_what_the_words_say() -> None:
    """At least 99 of 100 verdicts are the readers’, and hardly one is surer than theirs."""
    listed = {*UNDER_CONTRACT, *((customer, "relationship-types/current") for customer in CEASED)}
    rows = [row for row in told() if row[:2] not in listed]
    assert len(rows) > 2_900
    differing = [row for row in rows if row[2] is not row[3]]
    assert len(differing) <= len(rows) / 100
    assert len([row for row in differing if row[2] is None]) <= 2


@pytest.mark.parametrize("customer", CUSTOMERS, ids=lambda customer: customer["id"])
def test_a_customer_in_words_is_possible(customer: dict[str, Any]) -> None:
    """The facts are those of somebody who can be."""
    for id in customer["verdicts"]:
        assert ct.classify(customer["facts"], ct.taxonomy(id)).impossible == ()
