"""An answer is one text for each customer, made of the verdicts on the categories of a taxonomy.

Verdicts come first and text last: engines count and compare truth values many times faster than text.
"""

from collections.abc import Iterable, Sequence

import narwhals.stable.v2 as nw


def single(verdicts: Sequence[nw.Expr], texts: Iterable[str]) -> nw.Expr:
    """Give the text of the one category that a customer is in; null where there is none, or several."""
    if not verdicts:
        return nw.lit(None, dtype=nw.String)
    is_in = [verdict.fill_null(value=False) for verdict in verdicts]
    is_in_one = nw.sum_horizontal(*(one.cast(nw.Int64) for one in is_in)) == 1
    answer: nw.Expr = nw.lit(None, dtype=nw.String)
    for one, text in [*zip(is_in, texts, strict=True)][::-1]:
        answer = nw.when(one & is_in_one).then(nw.lit(text)).otherwise(answer)
    return answer


def together(verdicts: Sequence[nw.Expr], texts: Iterable[str | None]) -> nw.Expr:
    """Join the texts of all categories that a customer is in; null where there is none."""
    parts = [
        nw.when(verdict.fill_null(value=False)).then(nw.lit(text))
        for verdict, text in zip(verdicts, texts, strict=True)
        if text is not None
    ]
    if not parts:
        return nw.lit(None, dtype=nw.String)
    joined = nw.concat_str(*parts, separator=" ", ignore_nulls=True)
    return nw.when(nw.any_horizontal(*(~part.is_null() for part in parts), ignore_nulls=False)).then(joined)
