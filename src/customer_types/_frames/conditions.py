"""A condition is what is asked of each row of a frame: an expression with three values, or a constant.

Every engine knows the three values by the name of null, and combines them as Kleene did, once no
column is left that says *missing* in another way. Where an answer does not hang on the row it is a
constant, so that no engine is asked what is known already.
"""

from collections.abc import Iterable
from typing import TypeAlias

import narwhals.stable.v2 as nw

from customer_types.truth import Truth

Condition: TypeAlias = nw.Expr | Truth


def expression(condition: Condition) -> nw.Expr:
    """Give a condition as an expression."""
    return condition if isinstance(condition, nw.Expr) else nw.lit(condition, dtype=nw.Boolean)


def both(conditions: Iterable[Condition]) -> Condition:
    """Ask that all conditions hold."""
    return _combined(conditions, absorbing=False)


def either(conditions: Iterable[Condition]) -> Condition:
    """Ask that at least one condition holds."""
    return _combined(conditions, absorbing=True)


def opposite(condition: Condition) -> Condition:
    """Ask that a condition does not hold."""
    if isinstance(condition, nw.Expr):
        return ~condition
    return None if condition is None else not condition


def _combined(conditions: Iterable[Condition], *, absorbing: bool) -> Condition:
    listed = [*conditions]
    if any(one is absorbing for one in listed):
        return absorbing
    asked = [one for one in listed if isinstance(one, nw.Expr)]
    is_unknown = any(one is None for one in listed)
    if not asked:
        return None if is_unknown else not absorbing
    if is_unknown:
        asked.append(expression(None))
    while len(asked) > 1:  # in pairs, so that no engine has a deep tree to climb
        pairs = zip(asked[::2], asked[1::2], strict=False)
        rest = asked[len(asked) // 2 * 2 :]
        asked = [*((one | other if absorbing else one & other) for one, other in pairs), *rest]
    return asked[0]
