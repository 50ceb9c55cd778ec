"""Customers agree with themselves if nothing that is known of them contradicts what follows from the rest.

A space knows no facts that follow from others. So a customer who is drawn from it is changed, or less is
known of them, until what follows is what is said.
"""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from customer_types._deciding.derivations import contradicts, known_by_parts
from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER
from customer_types._model.facts import Differs, Fact, Follows, Ratio
from customer_types.strategies.values import Customer


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
    yield {**customer, name: known_by_parts(follows, customer)}
    wanted = (*((customer[name],) if name in customer else ()), *_TRIED[type(follows)])
    for value in wanted:
        for part, fitting in _fitting(value, customer, follows, facts):
            changed = {**customer, part: fitting}
            if name in customer:
                yield changed
                follow = known_by_parts(follows, changed)
                if follow is not None:
                    yield {**changed, name: follow}
            else:
                yield changed
    if not is_complete:
        first, second = follows.parts
        for lost in ({second}, {first}, {second, name}):
            yield {one: value for one, value in customer.items() if one not in lost}


#: What is tried to follow, where what is known of the fact itself does not fit, or nothing is.
_TRIED: Mapping[type[Follows], tuple[Any, ...]] = {Differs: (True, False), Ratio: (1.0, 0.1, 10.0)}


def _fitting(
    value: Any, customer: Customer, follows: Follows, facts: Mapping[str, Fact]
) -> Iterator[tuple[str, Any]]:
    """Give values of one part from which, beside the other one, a value follows, or nearly so."""
    first, second = follows.parts
    if isinstance(follows, Differs):
        other = customer[second]
        yield from ((first, one.id) for one in facts[first].values[:2] if (one.id != other) is value)
        if value is False:
            yield first, other
        return
    fitting = {first: float(value) * float(customer[second])}
    if value:
        fitting[second] = float(customer[first]) / float(value)
    for part, number in fitting.items():
        if not isfinite(number):
            continue
        if facts[part].type == "number":
            yield part, number
        elif SMALLEST_INTEGER <= round(number) <= LARGEST_INTEGER:
            yield part, round(number)
