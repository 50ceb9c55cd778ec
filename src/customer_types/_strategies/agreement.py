"""Customers agree with themselves if nothing that is known of them contradicts what follows from the rest.

A space knows no facts that follow from others. So a customer who is drawn from it is changed, or less is
known of them, until what follows is what is said.
"""

from collections.abc import Iterator, Mapping
from math import isfinite

from customer_types._strategies.values import Customer
from customer_types.derivations import contradicts, known_by_parts
from customer_types.facts import Differs, Fact, Follows
from customer_types.values import LARGEST_INTEGER, SMALLEST_INTEGER


def contradicted(customer: Customer, following: Mapping[str, Follows]) -> str | None:
    """Find a fact of a customer that is something else than what follows."""
    for name, follows in following.items():
        value = known_by_parts(follows, customer) if name in customer else None
        if value is not None and contradicts(customer[name], value):
            return name
    return None


def amended(
    customer: Customer, name: str, follows: Follows, facts: Mapping[str, Fact], *, is_complete: bool
) -> Iterator[Customer]:
    """Give customers like one who disagrees, who agree about a fact, those first who differ least."""
    first, second = follows.parts
    yield {**customer, name: known_by_parts(follows, customer)}
    if name in customer:
        fitting = _fitting(customer[name], customer[second], follows, facts[first])
        if fitting is not None:
            changed = {**customer, first: fitting}
            yield changed
            yield {**changed, name: known_by_parts(follows, changed)}
    if not is_complete:
        for part in (second, first):
            yield {one: value for one, value in customer.items() if one != part}


def _fitting(value: object, other: object, follows: Follows, fact: Fact) -> object:
    """Give a first part from which, beside the second one, a value follows, or nearly so."""
    if isinstance(follows, Differs):
        return next((one.id for one in fact.values if (one.id != other) is value), None)
    assert isinstance(value, (int, float))
    assert isinstance(other, (int, float))
    product = value * float(other)
    if not isfinite(product):
        return None
    if fact.type == "integer":
        whole = round(product)
        return whole if SMALLEST_INTEGER <= whole <= LARGEST_INTEGER else None
    return product
