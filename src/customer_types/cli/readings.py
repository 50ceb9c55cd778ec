"""A reading is how a file of customers is read: what a user says of it, and what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import click

from customer_types._customers.orders import reference_date
from customer_types._messages import Listed, Phrase, Plain, message
from customer_types._model.facts import Vocabulary
from customer_types._model.languages import write_date
from customer_types._tables.columns import ORDER_COLUMNS
from customer_types._tables.delimited import Header
from customer_types._tables.notation import DateOrder, DecimalSign
from customer_types.cli.spoken import language, say
from customer_types.errors import OrdersError, TableError


@attrs.frozen(kw_only=True)
class Reading:
    """How a user says that a file is to be read; `None` is for the file to say."""

    encoding: str | None = None
    separator: str | None = None
    decimal: DecimalSign | None = None
    dates: DateOrder | None = None
    zone: str | None = None
    cancelled: tuple[str, ...] = ()
    columns: Mapping[str, str | None] = attrs.field(factory=dict)

    def of_text(self) -> Iterator[str]:
        """List the options that are given and only say something of files of text."""
        given = {"encoding": self.encoding, "separator": self.separator, "decimal": self.decimal}
        given["date-format"] = self.dates
        yield from (f"--{name}" for name, value in given.items() if value is not None)

    def of_orders(self) -> Iterator[str]:
        """List the options that are given and only say something of orders."""
        if self.dates is not None:
            yield "--date-format"
        if self.zone is not None:
            yield "--zone"
        if self.cancelled:
            yield "--cancelled"
        for role, column in self.columns.items():
            if role != "customer" and column is not None:
                yield f"--{role}"


def usage(text: str) -> click.UsageError:
    """Make the error of a command line that can't be obeyed."""
    return click.UsageError(text, click.get_current_context())


def day_of(text: str | None, option: str = "--as-of") -> date | None:
    """Read the day that an option gives."""
    try:
        return None if text is None else reference_date(text)
    except OrdersError:
        raise usage(say("error.day", option=Plain(option), day=text)) from None


def order_columns(header: Header, reading: Reading) -> dict[str, str]:
    """Find the column of each role in an orders table. Raises `TableError`."""
    columns: dict[str, str] = {}
    for role, names in ORDER_COLUMNS.items():
        wanted = reading.columns.get(role)
        column = header.column(wanted, names)
        if column is not None and (wanted is not None or column not in columns.values()):
            columns[role] = column
        elif role in ("customer", "date", "amount") or (role == "status" and reading.cancelled):
            missing = {"role": Phrase(f"role.{role}"), "option": Plain(f"--{role}")}
            raise TableError(Phrase("table.no-order-column", missing), header.listed())
    if not reading.cancelled:
        if reading.columns.get("status") is not None:
            raise usage(say("error.no-cancelled"))
        columns.pop("status", None)
    return columns


def no_facts(header: Header, vocabulary: Vocabulary) -> TableError:
    """Make the error of a table that has no column of a fact."""
    facts = Plain(", ".join(list(vocabulary.facts)[:6]))
    return TableError(Phrase("table.no-facts", {"facts": facts}), header.listed())


def told_unused(columns: Sequence[str]) -> list[Phrase]:
    """Say which columns are not used, if there are any."""
    return [Phrase("cli.classify.unused", {"columns": Plain(", ".join(columns))})] if columns else []


def told_columns(columns: Mapping[str, str]) -> Phrase:
    """Say which column is taken for what."""
    return Phrase("cli.classify.columns", {"columns": Plain(", ".join(map(_role, columns.items())))})


def _role(pair: tuple[str, str]) -> str:
    """Say which column is taken for what; where the names are the same, once."""
    role = message(f"role.{pair[0]}", language(), {})
    return pair[1] if role.casefold() == pair[1].casefold() else f"{role} = {pair[1]}"


def told_left_out(counts: Mapping[Any, int], as_of: date) -> Phrase:
    """Say how many rows of orders were left out, and why."""
    day = Plain(write_date(as_of, language()))
    reasons = tuple(
        Phrase(f"orders.{reason}", {"count": count, "as_of": day}) for reason, count in sorted(counts.items())
    )
    return Phrase("orders.left-out", {"reasons": Listed(reasons, "and")})
