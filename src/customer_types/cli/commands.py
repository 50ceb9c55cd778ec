"""The commands, with their arguments and options."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from customer_types.cli import browsing, checking, customers, labels as labelling, output
from customer_types.cli.spoken import (
    Command,
    Group,
    Language,
    Option,
    language,
    say,
    set_language,
    usage_error,
)
from customer_types.errors import CustomerTypesError

Function = TypeVar("Function", bound=Callable[..., Any])


def _option(*names: str, key: str | None = None, **settings: Any) -> Callable[[Function], Function]:
    name = key or names[0].removeprefix("--")
    return click.option(*names, cls=Option, help=f"option.{name}", **settings)


_language_option = _option("--language", type=Language(), expose_value=False, metavar="LANG")
_format_option = _option("--format", type=click.Choice(["table", "json", "csv"]), default="table")


@click.group("customer-types", cls=Group, context_settings={"max_content_width": 80})
@_language_option
def _app() -> None:
    pass


@_app.command("list", cls=Command)
@_option("--all", "every", key="all", is_flag=True)
@_format_option
@_language_option
def _list(*, every: bool, format: str) -> None:
    browsing.list_taxonomies(every=every, format=format)


@_app.command("show", cls=Command)
@click.argument("key")
@_option("--format", type=click.Choice(["table", "json"]), default="table")
@_language_option
def _show(key: str, *, format: str) -> None:
    browsing.show(key, format=format)


@_app.command("translate", cls=Command)
@click.argument("labels", nargs=-1, required=True, metavar="LABEL...")
@_option("--to", type=Language(), required=True, metavar="LANG")
@_option("--from", "source", type=Language(), metavar="LANG")
@_option("--taxonomy", key="within")
@_format_option
@_language_option
def _translate(labels: tuple[str, ...], **options: Any) -> int:
    return labelling.translate_all(labels, **options)


@_app.command("resolve", cls=Command)
@click.argument("label")
@_option("--from", "source", type=Language(), metavar="LANG")
@_option("--taxonomy", key="within")
@_format_option
@_language_option
def _resolve(label: str, **options: Any) -> int:
    return labelling.resolve_label(label, **options)


@_app.command("classify", cls=Command)
@click.argument("file")
@_option("--as-of", metavar="YYYY-MM-DD")
@_option("--taxonomy", "taxonomies", multiple=True, default=("lifecycle",))
@_option("--facts", is_flag=True)
@_option("--out", metavar="FILE")
@_option("--customer", metavar="COLUMN")
@_option("--date", metavar="COLUMN")
@_option("--amount", metavar="COLUMN")
@_option("--quantity", metavar="COLUMN")
@_option("--order", metavar="COLUMN")
@_option("--status", metavar="COLUMN")
@_option("--cancelled", multiple=True, metavar="STATUS")
@_option("--zone", metavar="ZONE")
@_option("--encoding")
@_option("--separator")
@_option("--decimal", type=click.Choice([".", ","]))
@_option("--date-format", type=click.Choice(["ymd", "dmy", "mdy"]))
@_format_option
@_language_option
def _classify(
    file: str,
    *,
    taxonomies: tuple[str, ...],
    as_of: str | None,
    facts: bool,
    out: str | None,
    format: str,
    **settings: Any,
) -> None:
    roles = ("customer", "date", "amount", "quantity", "order", "status")
    reading = customers.Reading(
        encoding=settings["encoding"],
        separator="\t" if settings["separator"] == "tab" else settings["separator"],
        decimal=settings["decimal"],
        dates=settings["date_format"],
        zone=settings["zone"],
        cancelled=settings["cancelled"],
        columns={role: settings[role] for role in roles},
    )
    chosen = customers.taxonomies_of(taxonomies)
    customers.classify_file(file, chosen, as_of=as_of, facts=facts, out=out, format=format, reading=reading)


@_app.command("check", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_option("--strict", is_flag=True)
@_format_option
@_language_option
def _check(files: tuple[str, ...], *, strict: bool, format: str) -> int:
    return checking.check(files, format=format, strict=strict)


@_app.command("explain", cls=Command)
@click.argument("code")
@_language_option
def _explain(code: str) -> None:
    checking.explain(code)


@_app.command("export", cls=Command)
@click.argument("folder")
@_language_option
def _export(folder: str) -> None:
    browsing.export(folder)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit code; every mistake of a user ends in one line."""
    set_language(arguments)
    try:
        result = _app.main(list(arguments), prog_name="customer-types", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.UsageError as error:
        return _fail(
            usage_error(error), say("error.help", command=error.ctx.command_path if error.ctx else "")
        )
    except click.ClickException as error:
        return _fail(error.format_message())
    except click.Abort:
        return 130
    except CustomerTypesError as error:
        return _fail(error.render(language()))
    except BrokenPipeError:
        # The reader has gone; Python must not write to it again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0


def _fail(text: str, hint: str | None = None) -> int:
    console = output.console(stderr=True)
    console.print(output.safe(text), style="red")
    if hint is not None:
        console.print(output.safe(hint), style="dim")
    return 2
