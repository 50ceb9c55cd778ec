"""Answers are the verdicts on the categories of taxonomies, and texts that are made of them.

They are worked out in steps, so that what many of them build on is asked once, and the time they take
grows with the number of categories. Verdicts come first and text last: engines count and compare truth
values and numbers many times faster than text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import narwhals.stable.v2 as nw

from customer_types._frames.logic import both, expression
from customer_types._frames.lowering import Lowering
from customer_types._frames.tables import PASSING, Step
from customer_types.categories import Taxonomy

#: So many columns are made into one at a time: engines keep all of them until it is there.
_GROUP = 16
_BEHIND = 2**31 - 1


def verdicts(lowering: Lowering, taxonomies: Iterable[Taxonomy], prefix: str = "") -> list[Step]:
    """Give the steps to the verdicts, which are the last of them; `prefix` is put before their names."""
    own, first, last = dict[str, nw.Expr](), dict[str, nw.Expr](), dict[str, nw.Expr]()
    for taxonomy in taxonomies:
        asked = {one.key: expression(lowering.own(one, taxonomy)) for one in taxonomy.categories}
        if taxonomy.decide == "all":
            last |= {prefix + key: answer for key, answer in asked.items()}
            continue
        own |= {f"{PASSING}own:{key}": answer for key, answer in asked.items()}
        columns = {key: nw.col(f"{PASSING}own:{key}") for key in asked}
        yes, unknown = (f"{PASSING}{what}:{taxonomy.id}" for what in ("yes", "unknown"))
        places = {
            place: columns[category.key]
            for place, category in enumerate(taxonomy.categories)
            if category.deprecated is None
        }
        first[yes] = _first(places)
        first[unknown] = _first({place: column.is_null() for place, column in places.items()})
        for place, (key, column) in enumerate(columns.items()):
            # No earlier criterion holds, and if one is unknown, so is this verdict.
            is_known = nw.when(nw.col(unknown) >= place).then(nw.lit(value=True))
            last[prefix + key] = expression(both([column, nw.col(yes) >= place, is_known]))
    return [own, first, last]


def single(taxonomy: Taxonomy, verdicts: Sequence[nw.Expr], texts: Iterable[str]) -> nw.Expr:
    """Give the text of the one category that a customer is in; null where there is none, or several."""
    # Each category has a code, and no two of these codes, nor more, sum up to one of them.
    codes = range(len(verdicts), 2 * len(verdicts))
    current, deprecated = list[nw.Expr](), list[nw.Expr]()
    for category, verdict, code in zip(taxonomy.categories, verdicts, codes, strict=True):
        kind = current if category.deprecated is None else deprecated
        kind.append(verdict.cast(nw.Int32) * code)
    if not codes:
        return nw.lit(None, dtype=nw.String)
    answer = _in_groups(nw.sum_horizontal, current or deprecated)
    if current and deprecated:  # these give way
        answer = nw.when(answer != 0).then(answer).otherwise(_in_groups(nw.sum_horizontal, deprecated))
    return answer.replace_strict([*codes], [*texts], default=None, return_dtype=nw.String)


def together(taxonomy: Taxonomy, verdicts: Sequence[nw.Expr], texts: Iterable[str | None]) -> nw.Expr:
    """Join the texts of all categories that a customer is in; null where there is none."""
    certain = [verdict.fill_null(value=False) for verdict in verdicts]
    pairs = [*zip(taxonomy.categories, certain, strict=True)]
    current = [verdict for category, verdict in pairs if category.deprecated is None]
    if current and len(current) < len(pairs):  # deprecated categories give way
        is_in_one = nw.any_horizontal(*current, ignore_nulls=False)
        certain = [one if category.deprecated is None else one & ~is_in_one for category, one in pairs]
    parts = [
        nw.when(verdict).then(nw.lit(text))
        for verdict, text in zip(certain, texts, strict=True)
        if text is not None
    ]
    if not parts:
        return nw.lit(None, dtype=nw.String)
    joined = nw.concat_str(*parts, separator=" ", ignore_nulls=True)
    return nw.when(nw.any_horizontal(*(~part.is_null() for part in parts), ignore_nulls=False)).then(joined)


def _first(answers: Mapping[int, nw.Expr]) -> nw.Expr:
    """Give the place of the first answer that is yes; one behind all of them where there is none."""
    places = [nw.when(one).then(nw.lit(place, dtype=nw.Int32)) for place, one in answers.items()]
    return _in_groups(nw.coalesce, [*places, nw.lit(_BEHIND, dtype=nw.Int32)])


def _in_groups(fold: Callable[..., nw.Expr], columns: Sequence[nw.Expr]) -> nw.Expr:
    """Make one column of several, a few at a time."""
    while len(columns) > _GROUP:
        columns = [fold(*columns[start : start + _GROUP]) for start in range(0, len(columns), _GROUP)]
    return fold(*columns)
