"""Verdicts on the customers of a frame, and what follows from them: the category, its label, what to do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import narwhals.stable.v2 as nw

from customer_types._conditions import facts_of
from customer_types._frames import doors
from customer_types._frames.absurdities import absurdities
from customer_types._frames.answers import single, together, verdicts
from customer_types._frames.derivations import completed
from customer_types._frames.logic import expression
from customer_types._frames.lowering import Lowering
from customer_types._frames.tables import PASSING, Step
from customer_types._generated import used_facts
from customer_types.categories import Taxonomy

Frame = TypeVar("Frame")
Columns = Mapping[str, str | None]


def classify(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *more: Taxonomy,
    columns: Columns | None = None,
    overwrite: bool = False,
) -> Frame:
    """Add a column of verdicts for each category: yes, no, or null where that is unknown.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"usage": ["own_use", None], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> found = classify(customers, positions, columns={"purchase_purpose": "usage"})
    >>> found["supply-chain-positions/middleman"].to_list()
    [False, None]

    The columns are called `taxonomy/category`. `columns` has the names of columns that are not those
    of their facts, by fact, and `None` for a fact without one. Raises `ColumnError`, a ValueError, for a
    column of these names that is there already, unless it may be overwritten, and for one that is named
    but not there; for one of another type than its fact `ColumnTypeError`, a TypeError too. What is wrong
    in a lazy frame shows when it is computed.
    """
    taxonomies = (taxonomy, *more)
    facts_of(taxonomies)
    kept = [category.key for one in taxonomies for category in one.categories]
    return _with(
        frame,
        taxonomies,
        columns,
        lambda lowering: verdicts(lowering, taxonomies),
        kept,
        overwrite=overwrite,
    )


def category(
    frame: Frame, taxonomy: Taxonomy, /, *, columns: Columns | None = None, overwrite: bool = False
) -> Frame:
    """Add a column with the id of the one category that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> category(customers, positions)["supply-chain-positions"].to_list()
    ['final-consumer', 'middleman']

    It is called as the taxonomy; it is null where no verdict is yes, or where several are; deprecated
    categories give way to current ones. Arguments and errors are those of `classify`.
    """
    facts_of((taxonomy,))
    texts = [one.id for one in taxonomy.categories]
    steps = _single(taxonomy, taxonomy.id, texts)
    return _with(frame, [taxonomy], columns, steps, [taxonomy.id], overwrite=overwrite)


def label(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    columns: Columns | None = None,
    overwrite: bool = False,
) -> Frame:
    """Add a column with the label of the one category that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> label(customers, positions, language="fr")["supply-chain-positions_label"].to_list()
    ['Consommateur final', 'Intermédiaire']

    It is called as the taxonomy, with `_label` behind it. Where a category has no label in the language
    it has the English one, or one that there is. Arguments and errors are those of `classify`.
    """
    facts_of((taxonomy,))
    fallback = ("en", *taxonomy.languages)
    texts = [one.label(language, fallback=fallback) for one in taxonomy.categories]
    name = f"{taxonomy.id}_label"
    return _with(frame, [taxonomy], columns, _single(taxonomy, name, texts), [name], overwrite=overwrite)


def actions(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    columns: Columns | None = None,
    overwrite: bool = False,
) -> Frame:
    """Add a column with what to do: the actions of all categories that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> found = actions(customers, positions)["supply-chain-positions_actions"]
    >>> found.str.slice(0, 22).to_list()
    ['Give instructions, war', 'Help with the resale t']

    It is called as the taxonomy, with `_actions` behind it; it is null where there is nothing to do.
    Deprecated categories give way to current ones.
    Arguments and errors are those of `classify`.
    """
    facts_of((taxonomy,))
    fallback = ("en", *taxonomy.languages)
    texts = [
        " ".join(action.text(language, fallback=fallback) for action in one.actions) or None
        for one in taxonomy.categories
    ]
    name = f"{taxonomy.id}_actions"

    def steps(lowering: Lowering) -> list[Step]:
        asked = verdicts(lowering, [taxonomy], PASSING)
        return [*asked, {name: together(taxonomy, [nw.col(one) for one in asked[-1]], texts)}]

    return _with(frame, [taxonomy], columns, steps, [name], overwrite=overwrite)


def impossible(
    frame: Frame, taxonomy: Taxonomy, /, *, columns: Columns | None = None, overwrite: bool = False
) -> Frame:
    """Add a column for each fact that tells where it can't be: out of its domain, or against an invariant.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"orders": [3, 3], "orders_365d": [2, 9]})
    >>> impossible(customers, taxonomy("lifecycle"))["impossible/orders_365d"].to_list()
    [False, True]

    The columns are called `impossible/fact`, for all facts of the taxonomy's vocabulary that have a
    column; they are yes or no, never null. Of a fact that is not given and follows from two others, those
    two are told. Verdicts don't hang on them. Arguments and errors are those
    of `classify`.
    """
    facts_of((taxonomy,))
    table = doors.opened(frame)
    facts = taxonomy.vocabulary.facts
    named = [fact for fact in facts.values() if fact.id in table.names or fact.id in (columns or {})]
    located = doors.located(table, named, columns, facts)
    kept = [f"impossible/{fact.id}" for fact in located]
    doors.require_new(table, kept, overwrite=overwrite)

    def plan(asked: Mapping[str, nw.Expr], with_nan: frozenset[str]) -> list[Step]:
        normal = {name: one.fill_nan(None) if name in with_nan else one for name, one in asked.items()}
        known = completed(normal, frozenset(), facts, facts, table.double)
        found = absurdities(known, table.members, taxonomy)
        answers = {name: expression(found.get(name.partition("/")[2], False)) for name in kept}
        return [*known.steps, answers]

    found: Frame = table.derived(located, plan, kept)
    return found


def _single(taxonomy: Taxonomy, name: str, texts: Iterable[str]) -> Callable[[Lowering], list[Step]]:
    """Plan a column with the text of the one category that a customer is in."""

    def steps(lowering: Lowering) -> list[Step]:
        asked = verdicts(lowering, [taxonomy], PASSING)
        return [*asked, {name: single(taxonomy, [nw.col(one) for one in asked[-1]], texts)}]

    return steps


def _with(
    frame: Frame,
    taxonomies: Sequence[Taxonomy],
    columns: Columns | None,
    steps: Callable[[Lowering], Sequence[Step]],
    kept: Sequence[str],
    *,
    overwrite: bool,
) -> Frame:
    """Open a frame, find the facts that taxonomies test, and give it back with new columns."""
    facts = facts_of(taxonomies)
    table = doors.opened(frame)
    doors.require_new(table, kept, overwrite=overwrite)
    used = dict.fromkeys(name for taxonomy in taxonomies for name in used_facts(taxonomy))
    located = doors.located(table, [facts[name] for name in used], columns, facts)

    def plan(asked: Mapping[str, nw.Expr], with_nan: frozenset[str]) -> list[Step]:
        known = completed(asked, with_nan, used, facts, table.double)
        return [*known.steps, *steps(Lowering(known.columns, known.with_nan))]

    found: Frame = table.derived(located, plan, kept)
    return found
