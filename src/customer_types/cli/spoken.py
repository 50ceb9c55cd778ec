"""A spoken command has its help in the reader's language.

The help of commands and options is a key of the library's messages; it becomes text when it is
shown. The language is the one of `--language`, of the environment variable
`CUSTOMER_TYPES_LANGUAGE`, or of the locale.
"""

import os
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any

import click

from customer_types.errors import LanguageTagError
from customer_types.languages import canonical, is_tag
from customer_types.messages import Plain, message

_language: ContextVar[str] = ContextVar("language", default="en")

VARIABLE = "CUSTOMER_TYPES_LANGUAGE"


def language() -> str:
    """Give the language to speak."""
    return _language.get()


def say(key: str, **arguments: object) -> str:
    """Say a message of the command line in the language to speak."""
    return message(f"cli.{key}", language(), arguments)


def set_language(arguments: Sequence[str]) -> None:
    """Find out the language before anything is parsed, so that errors are in it too."""
    wanted = os.environ.get(VARIABLE) or _of_locale()
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == "--language":
            wanted = following
        elif argument.startswith("--language="):
            wanted = argument.removeprefix("--language=")
    _language.set(canonical(wanted) if is_tag(wanted) else "en")


def _of_locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "").partition(".")[0]
        if value:
            return canonical(value) if is_tag(value) else "en"
    return "en"


class Language(click.ParamType[str]):
    """A BCP 47 language tag."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a tag in its canonical case."""
        try:
            return canonical(value)
        except LanguageTagError as error:
            self.fail(error.render(language()), param, ctx)


class Option(click.Option):
    """An option whose help is a key of the messages."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the line of the help, in the language to speak."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        if self.help is not None and self.help.startswith("option."):
            return record[0], say(self.help)
        return record


class Command(click.Command):
    """A command whose help is a key of the messages."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  # click's signature
        """Give the one-line help."""
        return say(f"{self.name}.help").partition("\n")[0]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{say('usage')} ")

    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        for paragraph in say(f"{self.name}.help").split("\n\n"):
            with formatter.indentation():
                formatter.write_text(paragraph)
            formatter.write_paragraph()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            with formatter.section(say("options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, with its own help in the language to speak."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("option.help")
        return option


class Group(Command, click.Group):
    """The commands, listed in the language to speak."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands."""
        Command.format_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str())
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(say("commands")):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, or show the help where none is given."""
        if not ctx.args and not getattr(ctx, "_protected_args", ()):
            click.echo(self.get_help(ctx))
            ctx.exit(2)
        return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands in the order in which they are told."""
        return list(self.commands)


def usage_error(error: click.UsageError) -> str:
    """Say what is wrong with the arguments, in the language to speak."""
    possibilities = tuple(getattr(error, "possibilities", None) or ())
    match error:
        case click.NoSuchOption(option_name=name):
            return _with_suggestions(say("error.no-such-option", option=name), possibilities)
        case click.MissingParameter(param=param) if param is not None:
            return say("error.missing", what=Plain(_name_of(param)))
        case click.BadParameter(param=param) if param is not None:
            return say("error.bad", what=Plain(_name_of(param)), problem=Plain(error.message))
    command = getattr(error, "command_name", None)  # click has a class for it since 8.3
    if command is not None:
        return _with_suggestions(say("error.no-such-command", command=command), possibilities)
    return error.format_message()


def _with_suggestions(text: str, suggestions: tuple[str, ...]) -> str:
    if not suggestions:
        return text
    return f"{text}; {message('hint.did-you-mean', language(), {'suggestions': suggestions})}"


def _name_of(param: click.Parameter) -> str:
    return (
        param.opts[0]
        if isinstance(param, click.Option)
        else param.make_metavar(click.Context(click.Command("x")))
    )
