"""Revising: what is different between two versions of taxonomies, and whether their numbers say so."""

from pathlib import Path
from typing import Any

from customer_types._catalog.catalogs import Catalog
from customer_types._messages import Plain
from customer_types.cli import output
from customer_types.cli.catalogs import catalog, spoken_doubts, taxonomy_of
from customer_types.cli.proving import data_of_witness
from customer_types.cli.readings import usage
from customer_types.cli.spoken import language, say
from customer_types.revisions import Change, Revision, revision, revisions


def show_differences(old: str, new: str, *, format: str) -> int:
    """Print what is different; the exit code is 1 where a version says less than has changed."""
    found = _revisions(old, new)
    rows = [_row(one, change) for one in found for change in one.changes]
    if format == "json":
        output.write_json([_data(one) for one in found if one.changes])
    elif format == "csv":
        output.write_csv(rows, ["taxonomy", "place", "level", "code", "message"])
    else:
        _print([one for one in found if one.changes])
    return int(any(one.due is not None for one in found))


def _revisions(old: str, new: str) -> tuple[Revision, ...]:
    if Path(old).is_dir() is not Path(new).is_dir():
        raise usage(say("error.file-and-folder"))
    if not Path(old).is_dir():
        return (revision(taxonomy_of(old), taxonomy_of(new)),)
    return revisions(*map(_catalog_of, (old, new)))


def _catalog_of(folder: str) -> Catalog:
    with spoken_doubts():
        return catalog().extended(folder)


def _print(found: list[Revision]) -> None:
    console = output.console()
    for number, one in enumerate(found):
        if number:
            console.print()
        title = output.bold(one.taxonomy or say("diff.shared"))
        versions = " → ".join(filter(None, dict.fromkeys((one.old, one.new))))
        title.append(f"  {versions}", style="dim not bold")
        console.print(title)
        cells = [(say(f"diff.{change.level}"), _told(change)) for change in one.changes]
        console.print(output.moved(output.table([("", "left"), ("", "fold")], cells)))
        if one.due is not None:
            console.print(output.indented(say("diff.due", version=Plain(one.due))))
    if not found:
        output.remark(say("diff.same"))


def _told(change: Change) -> str:
    told = change.render(language())
    return say("diff.line", place=Plain(change.place), change=Plain(told)) if change.place else told


def _row(one: Revision, change: Change) -> dict[str, Any]:
    return {
        "taxonomy": one.taxonomy,
        "place": change.place,
        "level": change.level,
        "code": change.code,
        "message": change.render(language()),
    }


def _data(one: Revision) -> dict[str, Any]:
    return {
        "taxonomy": one.taxonomy,
        "old": one.old,
        "new": one.new,
        "level": one.level,
        "due": one.due,
        "changes": [
            {key: value for key, value in _row(one, change).items() if key != "taxonomy"}
            | {"witness": data_of_witness(change.witness)}
            for change in one.changes
        ],
    }
