"""Columns: which facts a table has columns for, as far as that is said.

Nobody looks into a table. What it has is said by whoever asks, by a query that names its columns, or by the
taxonomies, whose facts have columns of their names if nobody says otherwise.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from sqlglot import exp

from customer_types._messages import Phrase, Plain
from customer_types._messages.suggestions import closest
from customer_types._model.facts import Fact
from customer_types.errors import SqlError, UnknownFactError

#: The columns of facts by the facts' ids, `None` for those that a table does not have; or all of a table's.
Columns = Mapping[str, str | None] | Collection[str]

_NO_STEPS: Mapping[str, exp.Expr] = MappingProxyType({})


def columns_of(query: exp.Query, steps: Mapping[str, exp.Expr] = _NO_STEPS) -> frozenset[str] | None:
    """Give the names of a query's columns in small letters, if it says so itself: no table is looked into.

    `steps` are the queries that it may name, by their names.
    """
    known = {**steps, **{one.alias.lower(): one.this for one in query.ctes}}
    if isinstance(query, exp.SetOperation):
        return columns_of(query.left, known)
    tables = {
        one.this.alias_or_name.lower(): one.this
        for one in query.iter_expressions()
        if isinstance(one, exp.From | exp.Join)
    }
    found: set[str] = set()
    for one in query.selects:
        if not one.is_star:
            found.add(one.output_name.lower())
            continue
        home, star = (one.table.lower(), one.this) if isinstance(one, exp.Column) else ("", one)
        for table in [tables.get(home)] if home else tables.values():
            columns = _columns_of_table(table, known)
            if columns is None or any(star.args.values()):  # all but some, or some by other names
                return None
            found |= columns
    return frozenset(found)


def _columns_of_table(table: exp.Expr | None, steps: Mapping[str, exp.Expr]) -> frozenset[str] | None:
    if isinstance(table, exp.Subquery):
        query: exp.Expr | None = table.unnest()
    else:
        name = "" if table is None or table.args.get("db") else table.name.lower()
        query = steps.get(name)
        steps = {other: step for other, step in steps.items() if other != name}  # a table of that name
    return columns_of(query, steps) if isinstance(query, exp.Query) else None


def given_columns(
    columns: Columns | None, facts: Mapping[str, Fact], of_query: frozenset[str] | None
) -> Mapping[str, str | None]:
    """Read which columns a table has: those of some facts by their ids, or all of them in a list.

    A query may say which it has, in small letters. Raises `UnknownFactError`, a KeyError, and `SqlError`, a
    ValueError, where it has none at all.
    """
    found: dict[str, str | None] = {}
    if of_query is not None:
        found = {fact: fact if fact in of_query else None for fact in facts}
    if isinstance(columns, Mapping):
        for asked in columns:
            if asked not in facts:
                raise UnknownFactError(asked, closest(asked, facts))
        found |= columns
    elif columns is not None:
        names = {name.lower(): name for name in columns}
        found = {fact: names.get(fact) for fact in facts}
    if found.keys() == facts.keys() and not any(one is not None for one in found.values()):
        raise SqlError(Phrase("table.no-facts", {"facts": Plain(", ".join([*facts][:6]))}))
    return found


def known_columns(
    used: Sequence[Fact], given: Mapping[str, str | None]
) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Find the columns that a table has of facts, and the parts of those facts that follow from them.

    A fact that is asked about has a column, unless `given` says that it has
    none, or names columns for both of its parts and none for itself. A part has one if it is asked about
    itself, or if `given` names it.
    """
    asked = {fact.id: given.get(fact.id, fact.id) for fact in used}
    named = {name: text for name, text in {**asked, **given}.items() if text is not None}
    parts = {
        fact.id: fact.follows.parts
        for fact in used
        if fact.follows is not None and all(part in named for part in fact.follows.parts)
    }
    instead = {
        name for name, both in parts.items() if name not in given and all(part in given for part in both)
    }
    needed = {*asked, *(part for both in parts.values() for part in both)} - instead
    return {name: text for name, text in named.items() if name in needed}, parts
