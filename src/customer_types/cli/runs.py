"""A run of the command line ends with an exit code, whatever happens; mistakes of users end in a line."""

import os
import sys
from collections.abc import Sequence

import click

from customer_types._messages import Plain
from customer_types._tables.delimited import reason_of
from customer_types.cli import output
from customer_types.cli.commands import app
from customer_types.cli.spoken import language, say, set_language, usage_error
from customer_types.errors import CustomerTypesError


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit code; every mistake of a user ends in one line."""
    set_language(arguments)
    output.prepare()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; Python must not write to it again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # the disk is full
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _fail(say("error.output", reason=reason_of(error)))
    return code


def _run(arguments: Sequence[str]) -> int:
    try:
        with app.make_context("customer-types", list(arguments)) as context:
            result = app.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "customer-types"
        return _fail(usage_error(error), say("error.help", command=Plain(command)))
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return 130
    except CustomerTypesError as error:
        return _fail(error.render(language()))
    return result if isinstance(result, int) else 0


def _fail(text: str, hint: str | None = None) -> int:
    output.problem(text)
    if hint is not None:
        output.remark(hint, stderr=True)
    return 2
