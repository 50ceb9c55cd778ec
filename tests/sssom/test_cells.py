"""Cells of tables separated by tabs: quotes, line breaks, several values, and where each begins."""

import csv
import io

from hypothesis import given, strategies as st

from customer_types._reading.documents import Document
from customer_types.sssom.cells import joined, quoted, rows, values

TEXTS = st.text(st.sampled_from('ab"\t\n\r|\\=é\u2028 #'), max_size=12)


def read(text: str) -> list[list[str]]:
    """Read the texts of all cells."""
    document = Document(text, "<text>")
    found = [[cell.text for cell in row] for row in rows(text, 0, document)]
    assert not document.faults
    return found


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=4))
def test_what_was_written_is_read(table: list[list[str]]) -> None:
    """Whatever is in the cells, quotes keep it."""
    assert read("".join("\t".join(map(quoted, row)) + "\n" for row in table)) == table


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=4))
def test_python_reads_the_same(table: list[list[str]]) -> None:
    """What is written is what other readers of such tables expect."""
    text = "".join("\t".join(map(quoted, row)) + "\n" for row in table)
    assert [*csv.reader(io.StringIO(text, newline=""), delimiter="\t")] == table


@given(st.lists(TEXTS.filter(bool), max_size=5))
def test_several_values_stay_several(parts: list[str]) -> None:
    """Neither a separator nor a backslash in a value is taken for one between values."""
    assert values(joined(parts)) == parts


def test_a_cell_knows_its_place() -> None:
    """Lines and columns are counted from 1, also behind a cell that has several lines."""
    text = 'a\t"b\nc"\td\r\n\ne\t\n'
    found = [
        [(cell.text, cell.line, cell.column) for cell in row] for row in rows(text, 0, Document(text, ""))
    ]
    assert found == [[("a", 1, 1), ("b\nc", 1, 3), ("d", 2, 4)], [("e", 4, 1), ("", 4, 3)]]


def test_the_last_line_needs_no_end() -> None:
    """A table may end within a row, behind a tab, or behind a quote."""
    assert read("a\tb") == [["a", "b"]]
    assert read("a\t") == [["a", ""]]
    assert read('a\t"b"') == [["a", "b"]]
    assert read("") == read("\n\n") == []


def test_a_large_cell_is_read_in_one_go() -> None:
    """A text of a megabyte is a cell like any other."""
    large = 'x"\n' * 350_000
    assert read(f"a\t{quoted(large)}\n") == [["a", large]]
