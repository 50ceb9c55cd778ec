"""Answers are the verdicts on the categories of taxonomies, and what is made of them: the one answer, texts.

They are worked out in steps, so that what many of them build on is asked once, and the time they take
grows with the number of categories. Verdicts come first and text last: engines count and compare truth
values and numbers many times faster than text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import narwhals.stable.v2 as nw

from customer_types._deciding.answers import OTHERWISE, Answer, Case, cases, tiers
from customer_types._model.taxonomies import Taxonomy
from customer_types.frames.logic import both, expression
from customer_types.frames.lowering import Lowering
from customer_types.frames.tables import PASSING, Step

#: So many columns are made into one at a time: engines keep all of them until it is there.
_GROUP = 16
_BEHIND = 2**31 - 1
_ANY = partial(nw.any_horizontal, ignore_nulls=False)

#: What a column says of an answer; `None` is for null.
Texts = Callable[[Answer], str | None]


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


def answers(lowering: Lowering, taxonomy: Taxonomy, texts: Mapping[str, Texts]) -> list[Step]:
    """Give the steps to columns of what the one answer is, by the name of each column.

    The cases of `customer_types._deciding.answers` are asked of the own criteria of the categories.
    """
    asked = cases(taxonomy)
    own, columns = dict[str, nw.Expr](), dict[str, nw.Expr]()
    for category in taxonomy.categories:
        own[f"{PASSING}own:{category.key}"] = expression(lowering.own(category, taxonomy))
        columns[category.id] = nw.col(f"{PASSING}own:{category.key}")
    numbers = [nw.lit(number, dtype=nw.Int32) for number in range(len(asked) + 1)]
    found = [
        nw.when(_holds(case, [columns[one.id] for one in case.categories])).then(number)
        for case, number in zip(asked, numbers, strict=False)
    ]
    first = f"{PASSING}answer:{taxonomy.id}"
    last = {}
    for name, text in texts.items():
        told = {number: text(one) for number, one in enumerate([*(case.answer for case in asked), OTHERWISE])}
        said = {number: one for number, one in told.items() if one is not None}
        if said:
            column = nw.col(first).replace_strict(
                [*said], [*said.values()], default=None, return_dtype=nw.String
            )
        last[name] = column if said else nw.lit(None, dtype=nw.String)
    return [own, {first: _in_groups(nw.coalesce, [*found, numbers[-1]])}, last]


def _holds(case: Case, verdicts: Sequence[nw.Expr]) -> nw.Expr:
    match case.question:
        case "yes":
            return verdicts[0]
        case "unknown":
            return _in_groups(_ANY, [one.is_null() for one in verdicts])
        case "several":
            numbers = [one.cast(nw.Int32).fill_null(0) for one in verdicts]
            return _in_groups(nw.sum_horizontal, numbers) > 1


def together(taxonomy: Taxonomy, verdicts: Sequence[nw.Expr], texts: Iterable[str | None]) -> nw.Expr:
    """Join the texts of all categories that a customer is in; null where there is none."""
    ids = [category.id for category in taxonomy.categories]
    certain = dict(zip(ids, (verdict.fill_null(value=False) for verdict in verdicts), strict=True))
    current, deprecated = tiers(taxonomy.categories)
    if current and deprecated:
        is_in_one = _ANY(*(certain[category.id] for category in current))
        certain |= {category.id: certain[category.id] & ~is_in_one for category in deprecated}
    parts = [
        nw.when(certain[id]).then(nw.lit(text))
        for id, text in zip(ids, texts, strict=True)
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
