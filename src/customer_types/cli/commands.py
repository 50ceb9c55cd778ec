"""The commands, with their arguments and options."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from customer_types import schemas
from customer_types.cli import (
    browsing,
    checking,
    comparing,
    constants,
    customers,
    exporting,
    journeys,
    labels as labelling,
    proving,
    queries,
    revising,
    sheets,
    starting,
)
from customer_types.cli.catalogs import set_alone, set_with
from customer_types.cli.files import print_file
from customer_types.cli.readings import Reading
from customer_types.cli.spoken import (
    Argument,
    Choice,
    Command,
    Group,
    Language,
    Option,
)

Function = TypeVar("Function", bound=Callable[..., Any])


def _option(*names: str, key: str | None = None, **settings: Any) -> Callable[[Function], Function]:
    name = key or names[0].removeprefix("--")
    return click.option(*names, cls=Option, help=f"option.{name}", **settings)


def _argument(name: str, metavar: str, **settings: Any) -> Callable[[Function], Function]:
    return click.argument(name, cls=Argument, metavar=metavar, **settings)


_language_option = _option("--language", type=Language(), expose_value=False, metavar="language")
_with_option = _option(
    "--with",
    "paths",
    key="with",
    multiple=True,
    metavar="file-or-folder",
    expose_value=False,
    callback=set_with,
)
_alone_option = _option("--alone", is_flag=True, expose_value=False, callback=set_alone)
_format_option = _option("--format", type=Choice(["table", "json", "csv"]), default="table")


@click.group(
    "customer-types", cls=Group, invoke_without_command=True, context_settings={"max_content_width": 80}
)
@_language_option
@click.pass_context
def app(context: click.Context) -> None:
    """Hold all commands, and list them if none is given."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)


@app.command("list", cls=Command)
@_option("--all", "every", key="all", is_flag=True)
@_with_option
@_format_option
@_language_option
def _list(*, every: bool, format: str) -> None:
    browsing.list_taxonomies(every=every, format=format)


@app.command("show", cls=Command)
@_argument("key", "key")
@_with_option
@_option("--format", key="table-or-json", type=Choice(["table", "json"]), default="table")
@_language_option
def _show(key: str, *, format: str) -> None:
    browsing.show(key, format=format)


@app.command("translate", cls=Command)
@_argument("labels", "label", nargs=-1, required=True)
@_option("--to", type=Language(), required=True, metavar="language")
@_option("--from", "source", type=Language(), metavar="language")
@_option("--taxonomy", key="within", metavar="taxonomy")
@_with_option
@_format_option
@_language_option
def _translate(labels: tuple[str, ...], **options: Any) -> int:
    return labelling.translate_all(labels, **options)


@app.command("resolve", cls=Command)
@_argument("label", "label")
@_option("--from", "source", type=Language(), metavar="language")
@_option("--taxonomy", key="within", metavar="taxonomy")
@_with_option
@_format_option
@_language_option
def _resolve(label: str, **options: Any) -> int:
    return labelling.resolve_label(label, **options)


#: What the columns of orders are, wherever they are.
_ORDERS = (
    _option("--customer", metavar="column"),
    _option("--date", metavar="column"),
    _option("--amount", metavar="column"),
    _option("--quantity", metavar="column"),
    _option("--order", metavar="column"),
    _option("--status", metavar="column"),
    _option("--cancelled", multiple=True, metavar="status"),
    _option("--zone", metavar="zone"),
)
#: How orders are read from a file.
_FILE = (
    _option("--encoding", metavar="encoding"),
    _option("--separator", metavar="sign"),
    _option("--decimal", type=Choice([".", ","])),
    _option("--date-format", type=Choice(["ymd", "dmy", "mdy"])),
)


def _all(*options: Callable[[Function], Function]) -> Callable[[Function], Function]:
    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def _reading(settings: dict[str, Any]) -> Reading:
    """Take the options of reading out of all options."""
    roles = ("customer", "date", "amount", "quantity", "order", "status")
    separator = settings.pop("separator")
    return Reading(
        encoding=settings.pop("encoding"),
        separator="\t" if separator == "tab" else separator,
        decimal=settings.pop("decimal"),
        dates=settings.pop("date_format"),
        zone=settings.pop("zone"),
        cancelled=settings.pop("cancelled"),
        columns={role: settings.pop(role) for role in roles},
    )


@app.command("classify", cls=Command)
@_argument("file", "file")
@_option("--as-of", metavar="day")
@_option("--taxonomy", "taxonomies", multiple=True, default=("lifecycle",), metavar="taxonomy")
@_option("--facts", is_flag=True)
@_option("--out", metavar="file")
@_all(*_ORDERS, *_FILE)
@_with_option
@_format_option
@_language_option
def _classify(file: str, *, taxonomies: tuple[str, ...], **options: Any) -> None:
    reading = _reading(options)
    customers.classify_file(file, customers.taxonomies_of(taxonomies), reading=reading, **options)


@app.command("journeys", cls=Command)
@_argument("file", "file")
@_option("--start", metavar="day")
@_option("--end", metavar="day")
@_option("--every", metavar="rhythm")
@_option("--taxonomy", key="one-taxonomy", default="lifecycle", metavar="taxonomy")
@_option("--plot", key="plot-flow", metavar="file")
@_all(*_ORDERS, *_FILE)
@_with_option
@_format_option
@_language_option
def _journeys(file: str, *, taxonomy: str, **options: Any) -> None:
    reading = _reading(options)
    journeys.show_journeys(file, taxonomy, reading=reading, **options)


@app.command("sql", cls=Command)
@_argument("names", "taxonomy-or-file", nargs=-1, required=True)
@_option("--dialect", required=True, metavar="dialect")
@_option("--table", metavar="table")
@_option("--orders", metavar="table")
@_option("--as-of", key="as-of-or-today", metavar="day-or-today")
@_option("--answer", type=Choice(["verdicts", "category", "label", "status"]), default="verdicts")
@_option("--column", "columns", key="fact-column", multiple=True, metavar="fact-column")
@_option("--has", key="has-facts", metavar="facts")
@_option("--without-nan", is_flag=True)
@_all(*_ORDERS)
@_with_option
@_option("--format", key="sql-or-dbt", type=Choice(["sql", "dbt"]), default="sql")
@_language_option
def _sql(names: tuple[str, ...], **options: Any) -> None:
    queries.write_query(names, **options)


@app.command("init", cls=Command)
@_argument("file", "file")
@_option("--extends", metavar="taxonomy")
@_option("--overlay", metavar="taxonomy")
@_with_option
@_language_option
def _init(file: str, **options: Any) -> None:
    starting.write_start(file, **options)


@app.command("check", cls=Command)
@_argument("files", "file", nargs=-1, required=True)
@_option("--strict", is_flag=True)
@_with_option
@_alone_option
@_format_option
@_language_option
def _check(files: tuple[str, ...], *, strict: bool, format: str) -> int:
    return checking.check(files, format=format, strict=strict)


@app.command("verify", cls=Command)
@_argument("names", "taxonomy-or-file", nargs=-1)
@_option("--strict", is_flag=True)
@_option("--solver", type=Choice(["cells", "z3"]), default="cells")
@_option("--plot", metavar="file")
@_with_option
@_option("--format", key="table-or-json", type=Choice(["table", "json"]), default="table")
@_language_option
def _verify(names: tuple[str, ...], **options: Any) -> int:
    return proving.verify_all(names, **options)


@app.command("compare", cls=Command)
@_argument("left", "taxonomy-key-or-file")
@_argument("right", "taxonomy-key-or-file")
@_option("--all", "every", key="all-pairs", is_flag=True)
@_option("--solver", type=Choice(["cells", "z3"]), default="cells")
@_with_option
@_option("--format", key="table-or-json", type=Choice(["table", "json"]), default="table")
@_language_option
def _compare(left: str, right: str, **options: Any) -> int:
    return comparing.compare_two(left, right, **options)


@app.command("crosswalk", cls=Command)
@_argument("key", "key")
@_option("--to", key="to-taxonomy", metavar="taxonomy")
@_with_option
@_format_option
@_language_option
def _crosswalk(key: str, **options: Any) -> None:
    comparing.show_crosswalk(key, **options)


@app.command("diff", cls=Command)
@_argument("old", "taxonomy-file-or-folder")
@_argument("new", "taxonomy-file-or-folder")
@_with_option
@_alone_option
@_format_option
@_language_option
def _diff(old: str, new: str, *, format: str) -> int:
    return revising.show_differences(old, new, format=format)


@app.command("explain", cls=Command)
@_argument("code", "code")
@_language_option
def _explain(code: str) -> None:
    checking.explain(code)


@app.command("codegen", cls=Command)
@_argument("names", "taxonomy-or-file", nargs=-1)
@_option("--out", key="out-module", metavar="file")
@_with_option
@_language_option
def _codegen(names: tuple[str, ...], *, out: str | None) -> None:
    constants.write_constants(names, out=out)


@app.command("schema", cls=Command)
@_argument("kind", "kind", type=Choice(schemas.KINDS))
@_language_option
def _schema(kind: schemas.Kind) -> None:
    print_file(schemas.text(kind))


@app.command("export", cls=Command)
@_argument("target", "file-or-folder")
@_option("--format", key="export-format", type=Choice(exporting.FORMATS))
@_option("--taxonomy", "taxonomies", key="export-taxonomy", multiple=True, metavar="taxonomy-or-file")
@_option("--base", metavar="iri")
@_with_option
@_language_option
def _export(target: str, **options: Any) -> None:
    exporting.export(target, **options)


@app.command("import", cls=Command)
@_argument("file", "file")
@_option("--scheme", metavar="iri")
@_option("--id", metavar="taxonomy")
@_option("--texts", "language", key="texts", type=Language(), metavar="language")
@_option("--base", key="base-of-table", metavar="iri")
@_option("--out", key="out-file", metavar="file")
@_with_option
@_language_option
def _import(file: str, **options: Any) -> None:
    exporting.import_file(file, **options)


@app.group("labels", cls=Group, invoke_without_command=True)
@click.pass_context
def _labels(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)


@_labels.command("export", cls=Command, key="labels-export")
@_argument("name", "taxonomy-or-file")
@_option("--language", key="sheet-language", type=Language(), required=True, metavar="language")
@_option("--format", key="sheet-format", type=Choice(["po", "xliff", "csv"]))
@_option("--from", "source", key="sheet-from", type=Language(), metavar="language")
@_option("--out", key="sheet-out", metavar="file")
@_with_option
def _labels_export(name: str, **options: Any) -> None:
    sheets.export(name, **options)


@_labels.command("import", cls=Command, key="labels-import")
@_argument("sheet", "sheet")
@_option("--taxonomy", key="sheet-taxonomy", metavar="taxonomy-or-file")
@_option("--language", key="expected-language", type=Language(), metavar="language")
@_option(
    "--status",
    key="sheet-status",
    type=Choice(["draft", "translated", "reviewed", "original"]),
    default="translated",
)
@_option("--out", key="overlay-out", metavar="file")
@_option("--strict", is_flag=True)
@_with_option
def _labels_import(sheet: str, **options: Any) -> int:
    return sheets.import_sheet(sheet, **options)


@_labels.command("coverage", cls=Command, key="labels-coverage")
@_argument("names", "taxonomy-or-file", nargs=-1)
@_option(
    "--language", "languages", key="coverage-language", type=Language(), multiple=True, metavar="language"
)
@_with_option
@_format_option
def _labels_coverage(names: tuple[str, ...], **options: Any) -> None:
    sheets.show_coverage(names, **options)
