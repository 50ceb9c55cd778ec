"""A dialect is the SQL of one database: what it calls things, and what it takes for missing or equal.

What is written differently for reasons of syntax alone, such as quotes, is sqlglot's business; here is
what would change an answer. Each template is text in its own dialect, in which a column called `x`, `a`
or `b` stands for whatever is filled in.
"""

from collections.abc import Mapping
from functools import cache

import attrs
import sqlglot
from sqlglot import exp


def _words(text: str | frozenset[str]) -> frozenset[str]:
    return frozenset(text.split()) if isinstance(text, str) else text


@attrs.frozen(kw_only=True)
class Dialect:
    """The SQL of one database.

    `is_executed` tells whether the tests run its SQL on a real one, or only hold it against a parser.
    """

    name: str
    is_executed: bool = False
    #: The longest name of a column, in bytes; a longer one is cut off or refused.
    longest_name: int = 128
    #: Words that are no bare names here, beside those that sqlglot knows of.
    reserved: frozenset[str] = attrs.field(default=frozenset(), converter=_words)
    #: The types of IEEE doubles, of whole numbers of 64 bits, of text, and of verdicts.
    double: str = "DOUBLE"
    integer: str = "BIGINT"
    text: str = "VARCHAR"
    boolean: str = "BOOLEAN"
    #: The condition that a number `x` is one, where a column of numbers can have something else in it; and
    #: the shorter way to write it without, which may make a double of a whole number.
    is_number: str | None = None
    number: str | None = None
    #: Whether conditions can stand as columns, and columns of truth values as conditions.
    has_truth_columns: bool = True
    #: Whether a column of truth values is a condition as it is; elsewhere it is compared with 1 and 0.
    has_boolean: bool = True
    #: A text, taken for what it is where `=` overlooks capitals; `x` is a column.
    exact_text: str = "x"
    #: Whether text of other alphabets is told apart from that of the database's code page.
    has_national_text: bool = False
    #: The condition that a set `x` has a member: `a` is its text, `b` that text as JSON, in quotes.
    has_member: str
    #: The whole number that is not above a number `x`.
    floor: str = "FLOOR(x)"
    #: An amount `x` times a whole number `a`, as a wide one: databases multiply small numbers as small ones.
    times: str = "x * CAST(a AS BIGINT)"
    #: The day of a date or timestamp `x`, and the day on which an instant falls in a zone `a`.
    day: str = "CAST(x AS DATE)"
    day_in_zone: str | None = None
    #: A day from its text `a`, and the day on which a query runs.
    date: str = "CAST(a AS DATE)"
    today: str = "CURRENT_DATE"
    #: The instant at which a query runs.
    now: str = "CURRENT_TIMESTAMP"
    #: The number of days from the day `a` to the day `b`.
    days: str = "DATEDIFF(DAY, a, b)"

    def filled(self, template: str, **parts: exp.Expr) -> exp.Expr:
        """Fill in a template."""
        found = _parsed(template, self.name).copy()
        for column in [*found.find_all(exp.Column)]:
            part = parts.get(column.name)
            if part is not None and not column.table:
                if column is found:
                    return part.copy()
                is_inner = isinstance(part, exp.Binary) and isinstance(column.parent, (exp.Binary, exp.Unary))
                column.replace(exp.paren(part) if is_inner else part.copy())
        return found

    def quoted(self, text: str) -> exp.Expr:
        """Write a text."""
        if self.has_national_text and not text.isascii():
            return exp.National(this=text)
        return exp.Literal.string(text)

    def cast(self, expression: exp.Expr, kind: str) -> exp.Expr:
        """Make an expression one of a type, by the name that this database has for it."""
        return exp.Cast(this=expression, to=exp.DataType.build(kind, dialect=self.name, udt=True))


@cache
def _parsed(template: str, dialect: str) -> exp.Expr:
    return sqlglot.parse_one(template, dialect=dialect)


_SPARK = Dialect(
    name="spark",
    is_executed=True,
    longest_name=255,
    text="STRING",
    is_number="NOT ISNAN(x)",
    number="NULLIF(x, CAST('NaN' AS DOUBLE))",
    has_member="ARRAY_CONTAINS(ARRAY_COMPACT(x), a)",
    day_in_zone="DATE_FROM_UNIX_DATE(CAST(FLOOR(UNIX_SECONDS(FROM_UTC_TIMESTAMP(x, a)) / 86400) AS INT))",
)

_DIALECTS = (
    Dialect(
        name="bigquery",
        longest_name=300,
        double="FLOAT64",
        integer="INT64",
        text="STRING",
        is_number="NOT IS_NAN(x)",
        number="IF(IS_NAN(x), NULL, x)",
        has_member="CASE WHEN NOT x IS NULL"
        " THEN EXISTS(SELECT 1 FROM UNNEST(x) AS ct_member WHERE ct_member = a) END",
        times="x * a",
        day_in_zone="DATE(x, a)",
        today="CURRENT_DATE()",
        now="CURRENT_TIMESTAMP()",
        days="DATE_DIFF(b, a, DAY)",
    ),
    Dialect(
        name="clickhouse",
        is_executed=True,
        longest_name=255,
        double="Nullable(Float64)",
        integer="Nullable(Int64)",
        text="Nullable(String)",
        boolean="Nullable(Bool)",
        is_number="x = x",
        number="CASE WHEN x = x THEN x END",
        has_member="has(x, a)",
        times="x * toDecimal256(a, 0)",  # else decimal numbers keep their digits, and run over
        day="toDate32(x)",
        day_in_zone="toDate32(toTimeZone(x, a))",
        date="toDate32(a)",
        today="toDate32(today())",
        now="now()",
        days="dateDiff('day', a, b)",
    ),
    attrs.evolve(_SPARK, name="databricks", is_executed=False),
    Dialect(
        name="duckdb",
        is_executed=True,
        longest_name=1000,
        is_number="NOT ISNAN(x)",
        number="NULLIF(x, CAST('NaN' AS DOUBLE))",
        has_member="LIST_CONTAINS(x, a)",
        day_in_zone="CAST(TIMEZONE(a, x) AS DATE)",
        days="DATE_DIFF('day', a, b)",
    ),
    Dialect(
        name="mysql",
        longest_name=64,
        integer="SIGNED",
        text="CHAR",
        boolean="SIGNED",
        has_boolean=False,
        exact_text="CAST(x AS BINARY)",
        has_member="JSON_CONTAINS(x, b)",
        times="x * a",  # whole numbers have 64 bits already
        days="DATEDIFF(b, a)",
    ),
    Dialect(
        name="oracle",
        reserved="access add audit cluster comment connect date decimal file float identified immediate"
        " increment index initial integer level lock long minus mode modify number offline online option"
        " prior public raw rename resource row rownum session share size smallint start synonym sysdate"
        " trigger uid validate varchar view",
        double="BINARY_DOUBLE",
        integer="NUMBER(19)",
        text="VARCHAR2(4000)",
        is_number="x <> TO_BINARY_DOUBLE('NaN')",
        number="NULLIF(x, TO_BINARY_DOUBLE('NaN'))",
        has_truth_columns=False,
        boolean="NUMBER(19)",
        has_boolean=False,
        has_member="INSTR(x, b) > 0",
        times="x * a",
        day="TRUNC(x)",
        day_in_zone="TRUNC(CAST(x AT TIME ZONE a AS DATE))",
        date="TO_DATE(a, 'YYYY-MM-DD')",
        today="TRUNC(CURRENT_DATE)",
        days="(b - a)",
    ),
    Dialect(
        name="postgres",
        is_executed=True,
        longest_name=63,
        double="DOUBLE PRECISION",
        text="TEXT",
        is_number="x <> CAST('NaN' AS DOUBLE PRECISION)",
        number="NULLIF(x, CAST('NaN' AS DOUBLE PRECISION))",
        has_member="CAST(x AS TEXT[]) @> ARRAY[a]",
        day_in_zone="CAST(x AT TIME ZONE a AS DATE)",
        days="(b - a)",
    ),
    Dialect(
        name="redshift",
        longest_name=127,
        double="DOUBLE PRECISION",
        is_number="x <> CAST('NaN' AS DOUBLE PRECISION)",
        number="NULLIF(x, CAST('NaN' AS DOUBLE PRECISION))",
        has_member="STRPOS(x, b) > 0",
        day_in_zone="CAST(x AT TIME ZONE a AS DATE)",
    ),
    Dialect(
        name="snowflake",
        longest_name=255,
        is_number="x <> CAST('NaN' AS DOUBLE)",
        number="NULLIF(x, CAST('NaN' AS DOUBLE))",
        has_member="ARRAY_CONTAINS(CAST(a AS VARIANT), x)",
        day_in_zone="CAST(CONVERT_TIMEZONE(a, x) AS DATE)",
    ),
    _SPARK,
    Dialect(
        name="sqlite",
        is_executed=True,
        longest_name=1000,
        double="REAL",
        integer="INTEGER",
        text="TEXT",
        reserved="abort action add after alter analyze attach autoincrement before begin cascade commit"
        " conflict database deferrable deferred detach drop each escape exclusive explain fail glob if ignore"
        " immediate index indexed initially instead isnull key match no nothing notnull offset plan pragma"
        " query raise recursive regexp reindex release rename replace restrict returning rollback row"
        " savepoint temp temporary transaction trigger vacuum view virtual without",
        exact_text="x COLLATE BINARY",
        is_number="TYPEOF(x) IN ('integer', 'real')",
        number="IIF(TYPEOF(x) IN ('integer', 'real'), x, NULL)",
        boolean="INTEGER",
        has_boolean=False,
        has_member="CASE WHEN NOT x IS NULL"
        " THEN EXISTS(SELECT 1 FROM JSON_EACH(x) AS members WHERE members.value = a) END",
        floor="CAST(x AS INTEGER) - (x < CAST(x AS INTEGER))",
        times="x * a",
        day="DATE(x)",
        date="DATE(a)",
        today="DATE('now')",
        days="CAST(JULIANDAY(b) - JULIANDAY(a) AS INTEGER)",
    ),
    Dialect(
        name="trino",
        longest_name=1000,
        is_number="NOT IS_NAN(x)",
        number="IF(IS_NAN(x), NULL, x)",
        has_member="CONTAINS(FILTER(x, m -> NOT m IS NULL), a)",
        day_in_zone="CAST(x AT TIME ZONE a AS DATE)",
        days="DATE_DIFF('day', a, b)",
    ),
    Dialect(
        name="tsql",
        reserved="add backup begin break browse bulk close compute contains cursor database deny disk double"
        " dump exec execute exit external file function goto identity if index key kill load merge national"
        " open option over percent pivot plan print proc procedure public read restore return rule save"
        " schema set shutdown statistics top tran transaction trigger truncate unpivot use view while",
        double="FLOAT",
        text="NVARCHAR(MAX)",
        has_truth_columns=False,
        boolean="BIGINT",
        has_boolean=False,
        exact_text="x COLLATE Latin1_General_BIN2",
        has_national_text=True,
        has_member="CASE WHEN NOT x IS NULL THEN CASE WHEN a IN"
        " (SELECT members.value COLLATE Latin1_General_BIN2 FROM OPENJSON(x) AS members)"
        " THEN 1 ELSE 0 END END = 1",
        today="CAST(GETDATE() AS DATE)",
    ),
)
DIALECTS: Mapping[str, Dialect] = {one.name: one for one in _DIALECTS}
