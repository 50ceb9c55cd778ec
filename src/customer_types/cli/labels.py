"""Labels: what is meant by a word, and how it is said in another language."""

from collections.abc import Sequence

from customer_types.cli import output
from customer_types.cli.catalogs import catalog
from customer_types.cli.spoken import language, say
from customer_types.errors import AmbiguousLabelError, MissingLanguageError, UnknownLabelError
from customer_types.translation import resolve, translate


def translate_all(
    labels: Sequence[str], *, to: str, source: str | None, taxonomy: str | None, format: str
) -> int:
    """Print labels in another language; the exit code is 1 where one can't be translated."""
    if taxonomy is not None:
        catalog()[taxonomy]  # raises, with a suggestion
    rows = []
    for label in labels:
        translation = problem = None
        try:
            translation = translate(label, to=to, language=source, taxonomy=taxonomy, catalog=catalog())
        except (UnknownLabelError, AmbiguousLabelError, MissingLanguageError) as error:
            problem = error.render(language())
        rows.append({"label": label, "translation": translation, "problem": problem})
    if format == "json":
        output.write_json(rows)
    elif format == "csv":
        output.write_csv(rows, ["label", "translation", "problem"])
    else:
        for row in rows:
            if row["translation"] is not None:
                output.console().print(output.safe(row["translation"]), soft_wrap=True)
            else:
                output.problem(str(row["problem"]))
    return int(any(row["translation"] is None for row in rows))


def resolve_label(label: str, *, source: str | None, taxonomy: str | None, format: str) -> int:
    """Print the categories that a label names; the exit code is 1 where there is none."""
    matches = resolve(label, language=source, taxonomy=taxonomy, catalog=catalog())
    rows = [
        {
            "key": match.category.key,
            "language": match.language,
            "form": match.form,
            "kind": match.kind,
            "label": match.category.label(language(), fallback="en"),
        }
        for match in matches
    ]
    columns = ["key", "language", "form", "kind", "label"]
    if format == "json":
        output.write_json(rows)
    elif format == "csv":
        output.write_csv(rows, columns)
    elif rows:
        long = ("form", "label")
        headings = [(say(f"resolve.{column}"), "fold" if column in long else "left") for column in columns]
        words = [{**row, **{key: say(f"{key}.{row[key]}") for key in ("form", "kind")}} for row in rows]
        table = output.table(headings, [[row[column] for column in columns] for row in words])
        output.console().print(table)
    else:
        return translate_all([label], to=language(), source=source, taxonomy=taxonomy, format=format)
    return int(not rows)
