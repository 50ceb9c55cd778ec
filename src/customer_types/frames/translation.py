"""Translation in a frame: a column of labels as people write them is said in another language."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import narwhals.stable.v2 as nw

from customer_types._catalog.translation import translate as translate_label
from customer_types._messages import Phrase
from customer_types._model.facts import Fact
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label
from customer_types._model.taxonomies import Taxonomy
from customer_types.errors import AmbiguousLabelError, ColumnError, MissingLanguageError, UnknownLabelError
from customer_types.frames import opening as doors
from customer_types.frames.tables import Asked

Frame = TypeVar("Frame")

_TEXT = Fact(id="customer_types:label", type="choice", labels=Label(by_language=FrozenMap()))


class NotTranslated(NamedTuple):
    """A label that is not translated: how many rows it is in, and why.

    The error has what may have been meant: `suggestions`, or `candidates`.
    """

    rows: int
    error: UnknownLabelError | AmbiguousLabelError | MissingLanguageError


class Translation(NamedTuple, Generic[Frame]):
    """A frame with its labels translated, and the labels that were not, most frequent first."""

    frame: Frame
    problems: Mapping[str, NotTranslated]


def translate(
    frame: Frame,
    column: str,
    /,
    *,
    to: str,
    language: str | None = None,
    taxonomy: Taxonomy | str | None = None,
    into: str | None = None,
    overwrite: bool = False,
) -> Translation[Frame]:
    """Add a column with the labels of another one in a language, and report what was not understood.

    >>> import polars as pl
    >>> customers = pl.DataFrame({"statut": ["clients fidèles", "CLIENTE PERDUE", None, "cliant perdu"]})
    >>> translated, problems = translate(customers, "statut", to="en")
    >>> translated["statut_en"].to_list()
    ['loyal customers', 'LOST CUSTOMER', None, None]
    >>> [(label, problem.rows, problem.error.suggestions[0]) for label, problem in problems.items()]
    [('cliant perdu', 1, 'Client perdu')]

    Each label is translated as by `customer_types.translate`, in the same number and with the same
    capitals; `language` and `taxonomy` narrow what it may mean. What is not understood is null, and is
    among the `problems`. The new column is called as the old one with the language behind it, or `into`.
    The different labels are read, also from a lazy frame; nothing else is. Raises `ColumnError`, a
    ValueError, for a column that is not there or has no text, or a new one that is there already.
    """
    name = f"{column}_{to}" if into is None else into
    table = doors.opened(frame)
    doors.require_new(table, [name], overwrite=overwrite)
    counts = _counts(doors.columns_of(table, {column: nw.String()}), column)
    labels: dict[str, list[str]] = {}
    problems = {}
    for label, rows in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        try:
            text = translate_label(label, to=to, language=language, taxonomy=taxonomy)
        except (UnknownLabelError, AmbiguousLabelError, MissingLanguageError) as error:
            problems[label] = NotTranslated(rows, error)
        else:
            labels.setdefault(text, []).append(label)

    def plan(asked: Asked) -> list[dict[str, nw.Expr]]:
        texts = [
            nw.when(asked.columns[_TEXT.id].is_in(several)).then(nw.lit(text))
            for text, several in labels.items()
        ]
        has_texts = bool(texts and asked.columns)
        return [{name: nw.coalesce(*texts) if has_texts else nw.lit(None, dtype=nw.String)}]

    found: Frame = table.derived({_TEXT: column}, plan, [name])
    return Translation(found, problems)


def _counts(frame: Any, column: str) -> dict[str, int]:
    """Count the rows of each label."""
    dtype = frame.collect_schema()[column]
    if dtype not in (nw.String, nw.Categorical, nw.Enum):
        raise ColumnError(Phrase("frames.no-text", {"column": column, "found": str(dtype)}))
    labels = frame.select(nw.col(column).cast(nw.String)).filter(~nw.col(column).is_null())
    counts = labels.group_by(column).agg(nw.len().alias("rows"))
    read = counts.collect() if isinstance(counts, nw.LazyFrame) else counts
    return dict(zip(read[column].to_list(), read["rows"].to_list(), strict=True))
