"""A truth value is yes, no or unknown: `True`, `False` or `None`.

The connectives are Kleene's strong three-valued ones. A conjunction is no as soon as one part is
no, whatever the others turn out to be; it is yes when all parts are yes; and it is unknown
otherwise. A disjunction is its mirror image. Nothing else is simplified: "x is at most 3 or x is
at least 4" stays unknown while x is missing, since each of its parts does.

Kleene's connectives are monotone: learning a missing fact turns an unknown into a yes or a no, and
never a yes into a no. Only the test `known` is not, because it asks about the learning itself.
"""

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = bool | None


def conjunction(parts: Iterable[Truth]) -> Truth:
    """Tell whether all parts hold.

    >>> conjunction([True, None]), conjunction([False, None]), conjunction([])
    (None, False, True)
    """
    result: Truth = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            result = None
    return result


def disjunction(parts: Iterable[Truth]) -> Truth:
    """Tell whether some part holds.

    >>> disjunction([True, None]), disjunction([False, None]), disjunction([])
    (True, None, False)
    """
    result: Truth = False
    for part in parts:
        if part is True:
            return True
        if part is None:
            result = None
    return result


def negation(part: Truth) -> Truth:
    """Tell whether the part does not hold.

    >>> negation(True), negation(None)
    (False, None)
    """
    return None if part is None else not part
