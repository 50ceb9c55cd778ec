"""Labels: what is meant by a word, and how it is said in another language."""

from collections.abc import Iterable, Sequence
from typing import Any

from customer_types._catalog.translation import LabelMatch, resolve, translate
from customer_types._model.labels import OTHER, SAME
from customer_types._model.languages import covers
from customer_types.cli import output
from customer_types.cli.catalogs import catalog
from customer_types.cli.spoken import language, say
from customer_types.errors import (
    AmbiguousLabelError,
    AvoidedLabelError,
    MissingLanguageError,
    UnknownLabelError,
)


def translate_all(
    labels: Sequence[str], *, to: str, source: str | None, taxonomy: str | None, format: str
) -> int:
    """Print labels in another language; the exit code is 1 where one can't be translated.

    Of a term to avoid that is translated, the better term in its own language is told too.
    """
    if taxonomy is not None:
        catalog()[taxonomy]  # raises, with a suggestion
    rows, advice = [], []
    for label in labels:
        translation = problem = better = None
        try:
            translation = translate(label, to=to, language=source, taxonomy=taxonomy, catalog=catalog())
        except (UnknownLabelError, AmbiguousLabelError, MissingLanguageError) as error:
            problem = error.render(language())
        else:
            match, *_ = resolve(label, language=source, taxonomy=taxonomy, catalog=catalog())
            if match.kind == "avoid":
                better = match.preferred
                advice.append(_advice(label, match))
        rows.append({"label": label, "translation": translation, "problem": problem, "better": better})
    if format == "json":
        output.write_json(rows)
    elif format == "csv":
        output.write_csv(rows, ["label", "translation", "problem", "better"])
    else:
        _print_lines(rows)
        for text in advice:
            output.remark(text, stderr=True)
    return int(any(row["translation"] is None for row in rows))


def _print_lines(rows: Iterable[dict[str, str | None]]) -> None:
    for row in rows:
        if row["translation"] is not None:
            output.console().print(output.safe(row["translation"]), soft_wrap=True)
        else:
            output.problem(str(row["problem"]))


def _advice(label: str, match: LabelMatch) -> str:
    """Say what is better than a term to avoid that means the same, or that it means something else."""
    if match.means != SAME:
        meant = [] if match.means in (None, OTHER) else [match.means]
        return AvoidedLabelError(label, [match.category.labels], match.reason, meant).render(language())
    key = "better" if match.reason is None else "better-because"
    return say(key, label=label, better=match.preferred, reason=match.reason)


def _is_to_avoid(match: LabelMatch, matches: Iterable[LabelMatch]) -> bool:
    """Tell whether a reader should avoid a term: what only Québec avoids is no matter in France."""
    if match.kind != "avoid":
        return False
    is_for_reader = covers(match.language, language())
    return is_for_reader or not any(
        other.kind != "avoid" and covers(other.language, match.language) for other in matches
    )


def resolve_label(label: str, *, source: str | None, taxonomy: str | None, format: str) -> int:
    """Print the categories that a label names; the exit code is 1 where there is none."""
    matches = resolve(label, language=source, taxonomy=taxonomy, catalog=catalog())
    rows: list[dict[str, Any]] = [
        {
            "key": match.category.key,
            "language": match.language,
            "form": match.form,
            "kind": match.kind,
            "label": match.category.label(language(), fallback="en"),
            "means": match.means,
            "reason": None if match.reason is None else match.reason.render(language()),
        }
        for match in matches
    ]
    columns = ["key", "language", "form", "kind", "label"]
    if format == "json":
        output.write_json(rows)
    elif format == "csv":
        output.write_csv(rows, [*columns, "means", "reason"])
    elif rows:
        long = ("form", "label")
        headings = [(say(f"resolve.{column}"), "fold" if column in long else "left") for column in columns]
        words = [{**row, **{key: say(f"{key}.{row[key]}") for key in ("form", "kind")}} for row in rows]
        table = output.table(headings, [[row[column] for column in columns] for row in words])
        output.console().print(table)
        for text in dict.fromkeys(_advice(label, match) for match in matches if _is_to_avoid(match, matches)):
            output.remark(text)
    else:
        return translate_all([label], to=language(), source=source, taxonomy=taxonomy, format=format)
    return int(not rows)
