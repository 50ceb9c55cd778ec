"""Queries: the SQL that gives customers their categories in a database."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from customer_types._model.taxonomies import Taxonomy
from customer_types.cli.customers import taxonomies_of
from customer_types.cli.files import print_file
from customer_types.cli.readings import day_of, usage
from customer_types.cli.spoken import language, say


def write_query(
    names: Sequence[str],
    *,
    dialect: str,
    table: str | None,
    orders: str | None,
    as_of: str | None,
    answer: str,
    columns: Sequence[str],
    has: str | None,
    without_nan: bool,
    format: str,
    **roles: Any,
) -> None:
    """Print the query for the verdicts, the category or the label of each customer of a table."""
    sql = import_module("customer_types.sql")  # its packages come with an extra
    taxonomies = taxonomies_of(names)
    if (table is None) is (orders is None):
        raise usage(say("error.table-or-orders"))
    if answer != "verdicts" and len(taxonomies) > 1:
        raise usage(say("error.one-answer", answer=answer))
    given = {role: value for role, value in roles.items() if value not in (None, ())}
    if orders is None:
        for role in ("as_of", *given):
            if role != "as_of" or as_of is not None:
                raise usage(say("error.conflict", one="--table", other=f"--{role.replace('_', '-')}"))
        source = table
    else:
        if as_of is None:
            raise usage(say("error.as-of-or-today"))
        for option, value in (("--column", columns), ("--has", has)):
            if value:
                raise usage(say("error.conflict", one="--orders", other=option))
        day = None if as_of == "today" else day_of(as_of)
        source = sql.facts_from_orders(table=orders, dialect=dialect, as_of=day, **given)
    write = sql.select if answer == "verdicts" else getattr(sql, answer)
    spoken = {"language": language()} if answer == "label" else {}
    text = write(
        *taxonomies,
        table=source,
        dialect=dialect,
        columns=_columns(columns, has, taxonomies),
        has_nan=orders is None and not without_nan,  # facts that come out of orders are never NaN
        format=format,
        **spoken,
    )
    print_file(f"{text}\n")


def _columns(named: Sequence[str], has: str | None, taxonomies: Sequence[Taxonomy]) -> dict[str, str | None]:
    """Read which columns there are, of which facts; where they are listed, all other facts have none."""
    found: dict[str, str | None] = {}
    if has is not None:
        found |= dict.fromkeys((fact for one in taxonomies for fact in one.vocabulary.facts), None)
        found |= {name: name for name in map(str.strip, has.split(",")) if name}
    return found | dict(map(_column, named))


def _column(text: str) -> tuple[str, str | None]:
    """Read the name that a column has for a fact; nothing where there is none."""
    fact, sign, name = text.partition("=")
    if not sign:
        raise usage(say("error.column", column=text))
    return fact, name or None
