"""Names of tables and columns, as a database takes them: bare where it makes no difference, else quoted.

Snowflake and Oracle make capitals of a bare name, most others small letters, or overlook them. Quotes
keep a name as it is, so they stand where a name has other characters, or is a word of SQL.
"""

import re
from itertools import chain, count

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from customer_types._messages import Phrase
from customer_types._messages.suggestions import closest
from customer_types.errors import SqlError, did_you_mean
from customer_types.sql.dialects import DIALECTS, Dialect

_PLAIN = re.compile("[a-z_][a-z0-9_]*")
#: Words that are no bare names in any database.
_RESERVED = frozenset(
    """
    all and any array as asc between by case cast check collate column constraint create cross current_date
    current_time current_timestamp current_user default delete desc distinct drop else end except exists
    false fetch for foreign from full grant group having in inner insert intersect into is join left like
    limit natural not null of on or order outer primary references right rows select some table then to
    true union unique update user using values when where window with
    """.split()  # noqa: SIM905  # words are read as words
)

#: What a query does that does more than read.
_CHANGES = (exp.DML, exp.DDL, exp.Into, exp.Lock, exp.Command)


def dialect_named(name: str) -> Dialect:
    """Find a dialect. Raises `SqlError`."""
    if name not in DIALECTS:
        raise SqlError(
            Phrase("sql.unknown-dialect", {"dialect": name}), *did_you_mean(closest(name, DIALECTS))
        )
    return DIALECTS[name]


def identifier(name: str, dialect: Dialect) -> exp.Identifier:
    """Write a name, in quotes where it needs them. Raises `SqlError` for one that is too long."""
    if not name or "\0" in name:
        raise SqlError(Phrase("sql.no-name"))
    if len(name.encode()) > dialect.longest_name:
        told = {"column": name, "dialect": dialect.name, "count": dialect.longest_name}
        raise SqlError(Phrase("sql.name-too-long", told))
    is_word = name in _RESERVED or name in dialect.reserved
    is_plain = _PLAIN.fullmatch(name) is not None and not is_word
    return exp.Identifier(this=name, quoted=not is_plain)


def home_of(table: exp.Table | exp.Subquery) -> exp.Identifier:
    """Give the name by which the columns of a table are qualified."""
    alias = table.args.get("alias")
    found = alias.this if alias is not None else table.this
    return found.copy() if isinstance(found, exp.Identifier) else exp.to_identifier(table.alias_or_name)


def column(name: str, table: exp.Identifier, dialect: Dialect) -> exp.Column:
    """Write the column of a table."""
    return exp.Column(this=identifier(name, dialect), table=table.copy())


def unused(name: str, query: exp.Expr) -> str:
    """Find a name like another one that no table of a query has."""
    taken = {one.name.lower() for one in query.find_all(exp.Table, exp.TableAlias)}
    return next(one for one in chain([name], (f"{name}_{n}" for n in count(2))) if one not in taken)


def source(text: str, dialect: Dialect) -> exp.Table | exp.Query:
    """Read the name of a table, as the database writes it, or a query. Raises `SqlError`."""
    try:
        if re.match(r"\s*(?:(?:select|with)\b|\()", text, re.IGNORECASE):
            found = sqlglot.parse_one(text, dialect=dialect.name)
            if isinstance(found, exp.Subquery):
                found = found.unnest()
            if isinstance(found, exp.Query) and found.selects and not found.find(*_CHANGES):
                return found
        else:
            table = sqlglot.parse_one(text, into=exp.Table, dialect=dialect.name)
            bare = [one.name for one in table.find_all(exp.Identifier) if not one.quoted]
            if table.name and not _RESERVED.intersection(map(str.lower, bare)):
                return table
    except SqlglotError:
        pass
    raise SqlError(Phrase("sql.table", {"table": text, "dialect": dialect.name}))
