"""A spoken command has its help and its errors in the reader's language.

The help of commands and options is a key of the library's messages; it becomes text when it is
shown. The language is the one of `--language`, of the environment variable
`CUSTOMER_TYPES_LANGUAGE`, or of the locale.
"""

import itertools
import os
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from typing import Any

import click

from customer_types._messages import Plain, message
from customer_types._messages.suggestions import closest
from customer_types._model.languages import canonical, is_tag
from customer_types.errors import LanguageTagError, did_you_mean

_language: ContextVar[str] = ContextVar("language", default="en")

VARIABLE = "CUSTOMER_TYPES_LANGUAGE"


def language() -> str:
    """Give the language to speak."""
    return _language.get()


def say(key: str, **arguments: object) -> str:
    """Say a message of the command line in the language to speak."""
    return message(f"cli.{key}", language(), arguments)


def set_language(arguments: Sequence[str]) -> None:
    """Find out the language before anything is parsed, so that errors are in it too.

    After the command `labels`, `--language` is the language of a sheet.
    """
    wanted = [os.environ.get(VARIABLE) or _of_locale()]
    for argument, following in itertools.pairwise([*_speaking(arguments), ""]):
        if argument == "--language":
            wanted.append(following)
        elif argument.startswith("--language="):
            wanted.append(argument.removeprefix("--language="))
    valid = [canonical(tag) for tag in wanted if is_tag(tag)]
    _language.set(valid[-1] if valid else "en")


def _speaking(arguments: Sequence[str]) -> Sequence[str]:
    """Leave out the arguments in which `--language` is not the language to speak."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] == "--language" else 1
    is_labels = position < len(arguments) and arguments[position] == "labels"
    return arguments[:position] if is_labels else arguments


def _of_locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "").partition(".")[0].partition("@")[0]
        if value:
            return value
    return "en"


class Language(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """A BCP 47 language tag."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a tag in its canonical case."""
        try:
            return canonical(value)
        except LanguageTagError as error:
            self.fail(error.render(language()), param, ctx)


class Choice(click.Choice):  # type: ignore[type-arg]  # generic since click 8.2
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a word, or say which ones there are."""
        if value not in self.choices:
            allowed = tuple(map(Plain, self.choices))
            self.fail(say("error.choice", value=str(value), allowed=allowed), param, ctx)
        return str(value)


class Option(click.Option):
    """An option whose help and placeholder are keys of the messages."""

    def make_metavar(self, *context: Any, **named: Any) -> str:
        """Give the placeholder, in the language to speak."""
        otherwise: str = super().make_metavar(*context, **named)
        return otherwise if self.metavar is None else say(f"metavar.{self.metavar}")

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the line of the help, in the language to speak."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], say(str(self.help)))


class Argument(click.Argument):
    """An argument whose placeholder is a key of the messages."""

    def make_metavar(self, *_: Any, **__: Any) -> str:
        """Give the placeholder, in the language to speak."""
        return say(f"metavar.{self.metavar}") + "…" * (self.nargs < 0)


class Command(click.Command):
    """A command whose help is a key of the messages: that of its name, unless another is given."""

    def __init__(self, name: str | None, *, key: str | None = None, **settings: Any) -> None:
        super().__init__(name, **settings)
        self.key = key or name

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is too much is an error in the language to speak."""
        is_command = not isinstance(self, click.Group)
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # not all of click's own say where they happened
            raise
        if is_command and rest:
            raise click.UsageError(say("error.extra", argument=rest[0]), ctx)
        return rest

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  # click's signature
        """Give the one-line help."""
        return say(f"{self.key}.help").partition("\n")[0]

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
        for paragraph in say(f"{self.key}.help").split("\n\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)

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

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name what can follow, in the language to speak."""
        return [*click.Command.collect_usage_pieces(self, ctx), say("metavar.commands")]

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say that there is none."""
        if args and args[0] not in self.commands:
            problem = say("error.no-such-command", command=args[0])
            raise click.UsageError(_with_suggestions(problem, closest(args[0], self.commands)), ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands in the order in which they are told."""
        return list(self.commands)


def usage_error(error: click.UsageError) -> str:
    """Say what is wrong with the arguments, in the language to speak."""
    match error:
        case click.NoSuchOption(option_name=name):
            suggestions = closest(name, _options(error.ctx))
            return _with_suggestions(say("error.no-such-option", option=name), suggestions)
        case click.BadOptionUsage(option_name=name):
            takes_value = name in _options(error.ctx, flags=False)
            return say("error.needs-value" if takes_value else "error.no-value", option=name)
        case click.MissingParameter(param=param) if param is not None:
            return say("error.missing", what=Plain(_name_of(param)))
        case click.BadParameter(param=param) if param is not None:
            return say("error.bad", what=Plain(_name_of(param)), problem=Plain(error.message))
    return error.message


def _options(ctx: click.Context | None, *, flags: bool = True) -> list[str]:
    """List the options of a command, with those that take no value or without."""
    params = [] if ctx is None else ctx.command.get_params(ctx)
    options = [param for param in params if isinstance(param, click.Option)]
    return [name for option in options if flags or not option.is_flag for name in option.opts]


def _with_suggestions(text: str, suggestions: Iterable[str]) -> str:
    parts = [text, *(phrase.render(language()) for phrase in did_you_mean(suggestions))]
    return message("separator", language(), {}).join(parts)


def _name_of(param: click.Parameter) -> str:
    return param.make_metavar() if isinstance(param, Argument) else param.opts[0]
