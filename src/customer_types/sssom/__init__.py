r"""SSSOM is the standard for tables of mappings: a crosswalk as a file that other tools read and write.

Each mapping is a row, and its columns are the standard's. What the standard has no column for stands in
`other`, as pairs of key and value: the sources, and the note in languages other than that of `comment`.
Rows and columns stand in the standard's canonical order, and what is the same in all rows is said once,
at the head of the file. Texts are written as they are: a cell that begins with `=` does so in the file.
"""

from customer_types.sssom.exchange import LICENSE, PREFIX, Row, dumps, loads

__all__ = ["LICENSE", "PREFIX", "Row", "dumps", "loads"]
