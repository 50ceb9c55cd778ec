"""Verdicts on the customers of a frame, and what follows: the one category, its label, what to do."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import narwhals.stable.v2 as nw

from customer_types._customers.classification import Extra, require_extra
from customer_types._deciding.answers import Answer, cases
from customer_types._deciding.conditions import facts_of, needed_facts
from customer_types._deciding.interpreter import used_facts
from customer_types._model.taxonomies import Taxonomy, require_taxonomy
from customer_types.frames import opening as doors
from customer_types.frames.answers import Texts, answers, together, verdicts
from customer_types.frames.derivations import completed
from customer_types.frames.impossible import absurdities
from customer_types.frames.logic import expression
from customer_types.frames.lowering import Lowering
from customer_types.frames.tables import PASSING, Asked, Step

Frame = TypeVar("Frame")
Columns = Mapping[str, str | None]


def classify(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *more: Taxonomy,
    columns: Columns | None = None,
    extra: Extra = "error",
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
    of their facts, by fact, and `None` for a fact without one. A choice is the id of a value, or what the
    value is called in any language. Raises `ColumnError`, a ValueError, for a column of these names that
    is there already, unless it may be overwritten, for one that is named but not there, and for choices
    that are none of the fact's, unless `extra` is "ignore"; for a column of another type than its fact
    `ColumnTypeError`, a TypeError too. A lazy frame is not looked into: what is wrong in it shows when it
    is computed, and other choices than ids and labels as they are written are ignored.
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
        extra=extra,
        overwrite=overwrite,
    )


def category(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    columns: Columns | None = None,
    extra: Extra = "error",
    overwrite: bool = False,
) -> Frame:
    """Add a column with the id of the one category that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> category(customers, positions)["supply-chain-positions"].to_list()
    ['final-consumer', 'middleman']

    It is called as the taxonomy, and is null where there is no one answer: `status` says why. Arguments and
    errors are those of `classify`, and `SeveralAnswersError`, a ValueError, for a taxonomy that answers
    several questions.
    """
    require_taxonomy(taxonomy)
    return _with_answer(
        frame, taxonomy, taxonomy.id, lambda answer: answer.id, columns, extra=extra, overwrite=overwrite
    )


def status(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    columns: Columns | None = None,
    extra: Extra = "error",
    overwrite: bool = False,
) -> Frame:
    """Add a column that says whether there is one category: `one`, `none`, `several` or `undecided`.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", None], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> status(category(customers, positions), positions)["supply-chain-positions_status"].to_list()
    ['one', 'undecided']

    It is called as the taxonomy, with `_status` behind it, and is never null; `_deciding.answers`
    defines the four words. Arguments and errors are those of `category`.
    """
    require_taxonomy(taxonomy)
    name = f"{taxonomy.id}_status"
    return _with_answer(
        frame, taxonomy, name, lambda answer: answer.status, columns, extra=extra, overwrite=overwrite
    )


def label(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    columns: Columns | None = None,
    extra: Extra = "error",
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
    it has the English one, or one that there is. Arguments and errors are those of `category`.
    """
    require_taxonomy(taxonomy)
    fallback = ("en", *taxonomy.languages)

    def text(answer: Answer) -> str | None:
        return None if answer.category is None else answer.category.label(language, fallback=fallback)

    return _with_answer(
        frame, taxonomy, f"{taxonomy.id}_label", text, columns, extra=extra, overwrite=overwrite
    )


def actions(
    frame: Frame,
    taxonomy: Taxonomy,
    /,
    *,
    language: str = "en",
    columns: Columns | None = None,
    extra: Extra = "error",
    overwrite: bool = False,
) -> Frame:
    """Add a column with what to do: the actions of all categories that a customer is in.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"purchase_purpose": ["own_use", "resale"], "takes_title": [True, True]})
    >>> positions = taxonomy("supply-chain-positions")
    >>> found = actions(customers, positions)["supply-chain-positions_actions"]
    >>> found.str.slice(0, 22).to_list()
    ['Provide instructions, ', 'Help with the resale t']

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

    return _with(frame, [taxonomy], columns, steps, [name], extra=extra, overwrite=overwrite)


def impossible(
    frame: Frame, taxonomy: Taxonomy, /, *, columns: Columns | None = None, overwrite: bool = False
) -> Frame:
    """Add a column for each fact, saying where it is impossible: out of its domain, or against an invariant.

    >>> import polars as pl
    >>> from customer_types import taxonomy
    >>> customers = pl.DataFrame({"orders": [3, 3], "orders_365d": [2, 9]})
    >>> impossible(customers, taxonomy("lifecycle"))["impossible/orders_365d"].to_list()
    [False, True]

    The columns are called `impossible/fact`, for all facts of the taxonomy's vocabulary that have a
    column; they are yes or no, never null. Of a fact that is not given and follows from two others, those
    two are told. Verdicts don't hang on them. Arguments and errors are those of `classify`, but that choices
    of any kind are let in.
    """
    facts_of((taxonomy,))
    table = doors.opened(frame)
    facts = taxonomy.vocabulary.facts
    named = [fact for fact in facts.values() if fact.id in table.names or fact.id in (columns or {})]
    located = doors.located(table, named, columns, facts, needed=())
    kept = [f"impossible/{fact.id}" for fact in located]
    doors.require_new(table, kept, overwrite=overwrite)

    def plan(asked: Asked) -> list[Step]:
        columns = {
            name: one.fill_nan(None) if name in asked.with_nan else one for name, one in asked.columns.items()
        }
        known = completed(Asked(columns, spellings=asked.spellings), facts, facts, table.double)
        found = absurdities(known, table.members, taxonomy)
        answers = {name: expression(found.get(name.partition("/")[2], False)) for name in kept}
        return [*known.steps, answers]

    found: Frame = table.derived(located, plan, kept)
    return found


def _with_answer(
    frame: Frame,
    taxonomy: Taxonomy,
    name: str,
    text: Texts,
    columns: Columns | None,
    *,
    extra: Extra,
    overwrite: bool,
) -> Frame:
    """Give a frame back with a column of what a text says of the one answer."""
    cases(taxonomy)
    return _with(
        frame,
        [taxonomy],
        columns,
        lambda lowering: answers(lowering, taxonomy, {name: text}),
        [name],
        extra=extra,
        overwrite=overwrite,
    )


def _with(
    frame: Frame,
    taxonomies: Sequence[Taxonomy],
    columns: Columns | None,
    steps: Callable[[Lowering], Sequence[Step]],
    kept: Sequence[str],
    *,
    extra: Extra,
    overwrite: bool,
) -> Frame:
    """Open a frame, find the facts that taxonomies test, and give it back with new columns."""
    require_extra(extra)
    facts = facts_of(taxonomies)
    table = doors.opened(frame)
    doors.require_new(table, kept, overwrite=overwrite)
    used = dict.fromkeys(name for taxonomy in taxonomies for name in used_facts(taxonomy))
    needed = {name for taxonomy in taxonomies for name in needed_facts(taxonomy)}
    located = doors.located(table, [facts[name] for name in used], columns, facts, needed=needed)
    is_strict = extra == "error"

    def plan(asked: Asked) -> list[Step]:
        known = completed(asked, used, facts, table.double)
        return [*known.steps, *steps(Lowering(known.asked))]

    found: Frame = table.derived(located, plan, kept, strict=is_strict)
    return found
