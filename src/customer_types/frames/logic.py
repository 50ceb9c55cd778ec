"""Logic of frames: what is asked of each row, as an expression with three values or a constant.

Every engine knows the three values by the name of null, and combines them as Kleene did, once no
column is left that says *missing* in another way. Where an answer does not hang on the row it is a
constant, so that no engine is asked what is known already.
"""

from collections.abc import Iterable
from typing import TypeAlias

import narwhals.stable.v2 as nw

from customer_types._model.truth import Truth

Answer: TypeAlias = nw.Expr | Truth


def expression(answer: Answer) -> nw.Expr:
    """Give an answer as an expression."""
    return answer if isinstance(answer, nw.Expr) else nw.lit(answer, dtype=nw.Boolean)


def both(answers: Iterable[Answer]) -> Answer:
    """Ask that all answers are yes."""
    return _combined(answers, absorbing=False)


def either(answers: Iterable[Answer]) -> Answer:
    """Ask that at least one answer is yes."""
    return _combined(answers, absorbing=True)


def _combined(answers: Iterable[Answer], *, absorbing: bool) -> Answer:
    listed = [*answers]
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
