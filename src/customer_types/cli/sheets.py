"""Sheets: files for translators, what comes back with them, and how much is said in which language."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import attrs

from customer_types._messages import Plain
from customer_types._model.labels import Status
from customer_types.cli import output
from customer_types.cli.catalogs import catalog, taxonomy_of
from customer_types.cli.files import is_same_file, print_file, write_file
from customer_types.cli.readings import usage
from customer_types.cli.spoken import language as spoken, say
from customer_types.statements import Coverage, coverage, languages as languages_of

#: What the end of a file's name says of its format.
_ENDINGS = {".po": "po", ".xlf": "xliff", ".xliff": "xliff", ".csv": "csv"}


def export(name: str, *, language: str, format: str | None, source: str | None, out: str | None) -> None:
    """Write the sheet of a taxonomy, to a file that is not there yet or to standard output."""
    format = format or _ENDINGS.get(Path(out or "").suffix.lower(), "po")
    sheets = import_module("customer_types.sheets")  # its package comes with an extra
    text = sheets.dumps(taxonomy_of(name), language, format=format, source=source, spoken=spoken())
    if out is None:
        print_file(text)
    else:
        mark = (
            "\ufeff" if format == "csv" else ""
        )  # Excel takes a file without it for one of another encoding
        write_file(out, mark + text, mode="x")
        output.remark(say("labels.written", path=Plain(out)), stderr=True)


def import_sheet(
    sheet: str,
    *,
    taxonomy: str | None,
    language: str | None,
    status: Status,
    out: str | None,
    strict: bool,
) -> int:
    """Write the overlay that a sheet makes; the exit code is 1 if it has warnings that count."""
    if is_same_file(sheet, out):
        raise usage(say("error.same-file", option="--out"))
    given = None if taxonomy is None else taxonomy_of(taxonomy)
    sheets = import_module("customer_types.sheets")  # as above
    returned = sheets.load(sheet, given, language=language, status=status, catalog=catalog())
    for fault in returned.faults:
        print(fault.render(spoken()), file=sys.stderr)
    if strict and returned.faults:
        return 1
    output.remark(say("labels.changed", count=returned.changed), stderr=True)
    if out is None:
        print_file(returned.overlay)
    else:
        write_file(out, returned.overlay, read=[sheet])
        output.remark(say("labels.written", path=Plain(out)), stderr=True)
    return 0


_COUNTED = tuple(field.name for field in attrs.fields(Coverage))


def show_coverage(names: Sequence[str], *, languages: Sequence[str], format: str) -> None:
    """Print how many statements of taxonomies are said in which languages, and how far they are."""
    taxonomies = [*map(taxonomy_of, names)] if names else [*catalog()]
    rows = [
        attrs.asdict(coverage(taxonomy, tag))
        for taxonomy in taxonomies
        for tag in languages or languages_of(taxonomy)
    ]
    if format == "json":
        output.write_json(rows)
    elif format == "csv":
        output.write_csv(rows, _COUNTED)
    else:
        kinds = {"taxonomy": "fold", "language": "left"}
        shown = [
            one
            for one in _COUNTED
            if one in (*kinds, "statements", "missing") or any(row[one] for row in rows)
        ]
        headings = [(say(f"labels.{one}"), kinds.get(one, "right")) for one in shown]
        cells = [[str(row[one]) for one in shown] for row in rows]
        output.console().print(output.table(headings, cells))
