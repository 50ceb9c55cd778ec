"""A query is written as text that people read: indented, with names bare where they can be.

As a model of dbt, it refers to tables by the names that dbt has for them, and nothing else in it is taken
for a template.
"""

import re
from itertools import count
from typing import Literal

from sqlglot import exp

from customer_types._messages import Phrase
from customer_types.errors import SqlError
from customer_types.sql.dialects import Dialect

Format = Literal["sql", "dbt"]

#: What stands for a table until it is known what dbt has for it; no other text of the query has it.
_PLACE = "ct_dbt{}_"


def written(expression: exp.Expr, dialect: Dialect, *, format: Format = "sql") -> str:
    """Write an expression or a query in the words of a database. Raises `SqlError`."""
    if dialect.double == "BINARY_DOUBLE":  # sqlglot would write Oracle's decimal numbers
        for kind in [*expression.find_all(exp.DataType)]:
            if kind.this == exp.DataType.Type.DOUBLE:
                kind.replace(exp.DataType.build(dialect.double, dialect=dialect.name, udt=True))
    if format == "sql":
        return _text(expression, dialect)
    if format != "dbt":
        raise SqlError(Phrase("sql.format", {"format": str(format)}))
    place = next(one for one in map(_PLACE.format, count()) if one not in _text(expression, dialect))
    references = _refer(expression, place)
    text = re.sub(r"\{(?=[{%#])", "{{ '{' }}", _text(expression, dialect))
    return re.sub(rf"{place}(\d+)\b", lambda found: references[int(found[1])], text)


def _text(expression: exp.Expr, dialect: Dialect) -> str:
    return expression.sql(dialect=dialect.name, pretty=True, comments=False)


def _refer(query: exp.Expr, place: str) -> list[str]:
    """Put places into a query where its tables are, and give what dbt has for each."""
    steps = {step.alias for step in query.find_all(exp.CTE)}
    references: list[str] = []
    for table in [*query.find_all(exp.Table)]:
        step = table.find_ancestor(exp.CTE)
        if table.name in steps and not table.db and (step is None or step.alias != table.name):
            continue
        names = [table.db, table.name] if table.db else [table.name]
        if table.catalog or not all(re.fullmatch(r"[\w .-]+", name) for name in names):
            raise SqlError(Phrase("sql.dbt-name", {"table": table.name}))
        call = "source" if table.db else "ref"
        alias = table.args.get("alias") or exp.TableAlias(this=table.this.copy())
        table.replace(exp.Table(this=exp.to_identifier(f"{place}{len(references)}"), alias=alias.copy()))
        references.append(f"{{{{ {call}({', '.join(map(repr, names))}) }}}}")
    return references
