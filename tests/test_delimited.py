"""Delimited files are read as people have them, and what can't be read is said with its line."""

import codecs
import csv
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.processes import FOR_EVER

from customer_types._messages import Plain
from customer_types._tables.delimited import Table, is_missing_cell, open_table, reason_of
from customer_types.errors import TableError

FRENCH = "client;montant;pays\nZoé;1 234,50 €;Côte d’Ivoire\nAndré;2;Île\n"
FRENCH_ROWS = [
    (2, {"client": "Zoé", "montant": "1 234,50 €", "pays": "Côte d’Ivoire"}),
    (3, {"client": "André", "montant": "2", "pays": "Île"}),
]


def table_of(folder: Path, content: str | bytes, **options: str) -> Table:
    """Write a file and open it."""
    path = folder / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_table(str(path), **options)


def rows_of(folder: Path, content: str | bytes, **options: str) -> list[tuple[int, dict[str, str]]]:
    """Write a file and read its rows."""
    return list(table_of(folder, content, **options).rows())


def error_of(folder: Path, content: str | bytes, **options: str) -> TableError:
    """Write a file that can't be read, and give the error."""
    with pytest.raises(TableError) as caught:
        rows_of(folder, content, **options)
    return caught.value


# ---- encodings ---------------------------------------------------------------------------------

ENCODED = {
    "UTF-8": FRENCH.encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + FRENCH.encode(),
    "Windows-1252": FRENCH.encode("cp1252"),
    "UTF-16, little end first": codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"),
    "UTF-16, big end first": codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"),
}


@pytest.mark.parametrize("content", ENCODED.values(), ids=ENCODED)
def test_the_encoding_is_found_out(content: bytes, tmp_path: Path) -> None:
    """UTF-8 with or without a mark, UTF-16 and Windows-1252 with é and € give the same table."""
    assert rows_of(tmp_path, content) == FRENCH_ROWS


def test_a_late_accent_is_seen(tmp_path: Path) -> None:
    """A file is taken for UTF-8 only if all of it is: an é far below decides for Windows-1252."""
    content = b"client;montant\n" + b"A;1\n" * 300_000 + b"Zo\xe9;2\n"
    table = table_of(tmp_path, content)
    assert table.encoding == "cp1252"
    assert list(table.rows())[-1] == (300_002, {"client": "Zoé", "montant": "2"})


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("utf-8", codecs.BOM_UTF8 + FRENCH.encode()),
        ("UTF8", FRENCH.encode()),
        ("utf-8-sig", FRENCH.encode()),
        ("cp1252", FRENCH.encode("cp1252")),
        ("utf-16", FRENCH.encode("utf-16")),
        ("utf-16-le", FRENCH.encode("utf-16-le")),
        ("utf-16-le", codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le")),
        ("mac-roman", FRENCH.encode("mac-roman")),
    ],
)
def test_the_encoding_may_be_named(encoding: str, content: bytes, tmp_path: Path) -> None:
    """A named encoding is used, and a mark of the byte order is no part of the first column."""
    assert rows_of(tmp_path, content, encoding=encoding) == FRENCH_ROWS


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "utf-99"])
def test_an_unknown_encoding_is_an_error(encoding: str, tmp_path: Path) -> None:
    """What Python does not know as an encoding of text is said by its name."""
    assert str(error_of(tmp_path, FRENCH, encoding=encoding)) == f"unknown encoding `{encoding}`"


@pytest.mark.parametrize(
    ("content", "options", "encoding"),
    [
        (FRENCH.encode("cp1252"), {"encoding": "utf-8"}, "utf-8-sig"),
        (FRENCH.encode(), {"encoding": "ascii"}, "ascii"),
        (FRENCH.encode(), {"encoding": "undefined"}, "undefined"),
        (b"client;montant\nA;1\n\x81\x8d;2\n", {}, "cp1252"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le") + b"\n", {}, "utf-16"),
    ],
)
def test_a_wrong_encoding_is_an_error_that_names_the_option(
    content: bytes, options: dict[str, str], encoding: str, tmp_path: Path
) -> None:
    """Bytes that mean nothing in the encoding are not replaced in silence."""
    error = error_of(tmp_path, content, **options)
    assert str(error) == f"the file is not written in `{encoding}`; name its encoding with --encoding"


# ---- separators --------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(separator: str, tmp_path: Path) -> None:
    """The sign that divides the header divides the rows, whatever else stands in quotes there."""
    content = separator.join(["id", '"net, gross; or | more"', "date"]) + "\n" + separator.join("ABC")
    table = table_of(tmp_path, content)
    assert table.separator == separator
    assert table.header.columns == ("id", "net, gross; or | more", "date")
    assert list(table.rows()) == [(2, {"id": "A", "net, gross; or | more": "B", "date": "C"})]


def test_the_separator_may_be_named(tmp_path: Path) -> None:
    """A named separator is used against what the header looks like."""
    assert rows_of(tmp_path, "a,b;c\n1,5;2\n", separator=";") == [(2, {"a,b": "1,5", "c": "2"})]


@pytest.mark.parametrize("separator", ["", "ab", '"', "\n", "\r"])
def test_a_separator_is_one_sign(separator: str, tmp_path: Path) -> None:
    """A separator of no or several signs, a quote or a line end is an error that shows how to write it."""
    assert str(error_of(tmp_path, FRENCH, separator=separator)) == (
        "a separator must be one character, and not a quote; "
        "for example `--separator ';'` or `--separator tab`"
    )


@pytest.mark.parametrize("first", ["sep=|", "SEP=|", "sep=|\r"])
def test_the_line_by_which_excel_names_the_separator_is_obeyed(first: str, tmp_path: Path) -> None:
    """A first line `sep=|` is no header; rows keep the numbers that they have in the file."""
    assert rows_of(tmp_path, f"{first}\na|b;c;d\n1|2\n") == [(3, {"a": "1", "b;c;d": "2"})]


def test_a_table_may_have_one_column(tmp_path: Path) -> None:
    """Without any separator there is one column."""
    assert rows_of(tmp_path, "orders\n3\n") == [(2, {"orders": "3"})]


# ---- rows --------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
def test_lines_end_as_on_any_system(end: str, tmp_path: Path) -> None:
    """Unix, Windows and old Macintosh files are the same, with or without a last line end."""
    expected = [(2, {"a": "1", "b": "2"}), (3, {"a": "3", "b": "4"})]
    for last in ("", end, end * 5):
        assert rows_of(tmp_path, end.join(["a,b", "1,2", "3,4"]) + last) == expected


def test_empty_rows_are_passed_over(tmp_path: Path) -> None:
    """Blank lines, lines of spaces and the empty rows that Excel leaves are no rows."""
    content = "\n  \na;b\n\n1;2\n;\n ; \n\t\n3;4\n;;;;;\n\n"
    assert rows_of(tmp_path, content) == [(5, {"a": "1", "b": "2"}), (9, {"a": "3", "b": "4"})]


def test_quotes_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    """A quoted cell is taken as it is; the number of a row is that of its first line."""
    content = 'a,"b\nb"\r\n"1,5","say ""hi"""\r\n"two\r\nlines",3\r\n4,5\r\n'
    assert rows_of(tmp_path, content) == [
        (3, {"a": "1,5", "b\nb": 'say "hi"'}),
        (4, {"a": "two\r\nlines", "b\nb": "3"}),
        (6, {"a": "4", "b\nb": "5"}),
    ]


def test_an_inch_is_no_quote(tmp_path: Path) -> None:
    """A quote inside of a cell that does not begin with one stands for itself."""
    assert rows_of(tmp_path, 'a,b\n12" vinyl,1\n') == [(2, {"a": '12" vinyl', "b": "1"})]


def test_short_rows_have_empty_cells(tmp_path: Path) -> None:
    """What a row leaves out at its end is empty."""
    assert rows_of(tmp_path, "a,b,c\n1\n") == [(2, {"a": "1", "b": "", "c": ""})]


def test_empty_cells_beyond_the_header_are_passed_over(tmp_path: Path) -> None:
    """Separators at the end of a row say nothing."""
    assert rows_of(tmp_path, "a,b\n1,2,, \n") == [(2, {"a": "1", "b": "2"})]


def test_an_unquoted_decimal_comma_is_an_error_that_names_the_line(tmp_path: Path) -> None:
    """In a file separated by commas `12,50` is two cells; the row is not read a place further on."""
    content = "client,date,montant\nA,1997-01-25,12\nB,1997-01-26,12,50\n"
    error = error_of(tmp_path, content)
    assert str(error) == (
        "line 3 has 4 cells and the header has 3; a decimal comma or a comma in a text must be in quotes"
    )
    assert "ligne 3 a 4 cellules" in error.render("fr")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('a,b\n1,2\n3,"four\n5,6\n7,8\n', "line 3: a quote is opened here and never closed"),
        (
            'a,b\n1,"two"x\n',
            "line 2: after a closing quote there is more text before the next separator",
        ),
        (
            'a,b\n1,2\n"' + "x\n" * 100_000 + '",1\n',
            "line 3: a cell has more than 131072 characters; a quote is probably unclosed",
        ),
        (
            "a,b\n1,2\n" + "x" * 200_000,
            "line 3: a cell has more than 131072 characters; a quote is probably unclosed",
        ),
    ],
    ids=["open", "closed", "huge, quoted", "huge"],
)
def test_a_broken_row_is_named_by_its_first_line(content: str, message: str, tmp_path: Path) -> None:
    """What can't be a row of a table is said in words, not in those of a parser."""
    assert str(error_of(tmp_path, content)) == message


def test_nul_characters_in_a_cell_are_data(tmp_path: Path) -> None:
    """A NUL far below ends neither the row nor the program."""
    content = b"a,b\n" + b"3,4\n" * 1000 + b"1\0,2\n"
    assert rows_of(tmp_path, content)[-1] == (1002, {"a": "1\0", "b": "2"})


def test_rows_can_be_read_twice(tmp_path: Path) -> None:
    """Each reading begins at the first row."""
    table = table_of(tmp_path, FRENCH)
    assert list(table.rows()) == list(table.rows()) == FRENCH_ROWS


# ---- headers -----------------------------------------------------------------------------------


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    """No rows are no fault of a file."""
    table = table_of(tmp_path, "a,b")
    assert table.header.columns == ("a", "b")
    assert list(table.rows()) == []


@pytest.mark.parametrize("content", ["", "\n\n", " \r\n\t\n", ";;;\n", "sep=;\n", "\ufeff"])
def test_an_empty_file_is_an_error(content: str, tmp_path: Path) -> None:
    """A file without a header is empty, whatever lines it has."""
    assert str(error_of(tmp_path, content)) == f"`{tmp_path / 'table.csv'}` is empty"


def test_names_of_columns_are_trimmed(tmp_path: Path) -> None:
    """Spaces around a name don't belong to it."""
    assert table_of(tmp_path, " a , b\t,\u00a0c\u00a0\n").header.columns == ("a", "b", "c")


def test_columns_without_a_name_are_passed_over(tmp_path: Path) -> None:
    """A column of row numbers, or the empty ones on the right, need no name."""
    assert rows_of(tmp_path, ",a,,\n0,1,,\n")[0][1]["a"] == "1"


def test_duplicate_columns_are_an_error(tmp_path: Path) -> None:
    """Two columns of one name would leave two readings."""
    assert str(error_of(tmp_path, "a,b, a\n1,2,3\n")) == "there are two columns named `a`"


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", {}),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", {}),
        ("a;b\n".encode("utf-16-le"), {}),
        ("a;b\n".encode("utf-16-le"), {"encoding": "utf-8"}),
    ],
    ids=["xlsx", "png", "UTF-16 without a mark", "UTF-16 taken for UTF-8"],
)
def test_a_binary_file_is_an_error(content: bytes, options: dict[str, str], tmp_path: Path) -> None:
    """A workbook is no table of text, and the cure is said."""
    message = f"`{tmp_path / 'table.csv'}` is not a text file; save it as CSV"
    assert str(error_of(tmp_path, content, **options)) == message


# ---- columns -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Date d’achat", "Date d’achat"),
        ("date d'achat", "Date d’achat"),
        ("DATE_D_ACHAT", "Date d’achat"),
        ("montant ttc", "Montant TTC"),
        ("OrderID", "order_id"),
        ("order id", "order_id"),
    ],
)
def test_a_column_is_found_by_its_name_however_written(wanted: str, found: str, tmp_path: Path) -> None:
    """Capitals, accents, apostrophes, spaces and underscores don't matter."""
    assert table_of(tmp_path, "Date d’achat;Montant TTC;order_id\n").header.column(wanted, ()) == found


def test_the_exact_name_of_a_column_comes_first(tmp_path: Path) -> None:
    """Of two columns that differ in capitals, the one that is written is meant."""
    table = table_of(tmp_path, "date;DATE\n")
    assert [table.header.column(name, ()) for name in ("date", "DATE", "Date")] == ["date", "DATE", "date"]


def test_known_names_are_tried_in_their_order(tmp_path: Path) -> None:
    """Where nothing is wanted, the first known name that is there counts, or there is none."""
    table = table_of(tmp_path, "total;Montant\n")
    assert table.header.column(None, ("amount", "montant", "total")) == "Montant"
    assert table.header.column(None, ("amount",)) is None


@pytest.mark.parametrize(
    ("header", "wanted", "message"),
    [
        ("client;date", "cleint", "there is no column `cleint`; did you mean `client`?"),
        ("client;date", "x", "there is no column `x`; the columns are client, date"),
        ("\x1b[31mred;date", "x", "there is no column `x`; the columns are \\x1b[31mred, date"),
        (
            "Dupont;25/01/1997;29,33",
            "Dupond",
            "there is no column `Dupond`; the first line has values where the column names should be",
        ),
        (
            "Dupont;d@pont.fr;Paris",
            "x",
            "there is no column `x`; the first line has values where the column names should be",
        ),
    ],
)
def test_a_column_that_is_not_there_is_an_error(
    header: str, wanted: str, message: str, tmp_path: Path
) -> None:
    """The error suggests or lists columns, but never shows the values of a file without a header."""
    table = table_of(tmp_path, f"{header}\n")
    with pytest.raises(TableError) as caught:
        table.header.column(wanted, ())
    assert str(caught.value) == message


def test_of_many_columns_the_first_are_listed(tmp_path: Path) -> None:
    """An error about a broad table stays readable."""
    table = table_of(tmp_path, ",".join(f"c{number}x" for number in range(200)))
    assert table.header.listed().render().endswith("c18x, c19x …")


def test_values_that_stand_twice_in_a_first_line_are_not_shown(tmp_path: Path) -> None:
    """A file without a header is not taken for one with a column twice."""
    assert str(error_of(tmp_path, "Dupont,1997-01-25,5,5\n")) == (
        "the first line has values where the column names should be"
    )


# ---- files that are none -----------------------------------------------------------------------


@pytest.mark.parametrize("options", [{}, {"encoding": "utf-8"}])
def test_what_is_no_file_is_said(options: dict[str, str], tmp_path: Path) -> None:
    """A missing file and a folder are told apart; the whole path is shown."""
    missing = tmp_path / ("long" * 30) / "orders.csv"
    with pytest.raises(TableError) as caught:
        open_table(str(missing), **options)
    assert str(caught.value) == f"there is no file `{missing}`"
    with pytest.raises(TableError) as caught:
        open_table(str(tmp_path), **options)
    assert str(caught.value) == f"`{tmp_path}` is not a regular file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("encoding", ["None", "'utf-8'"])
def test_a_pipe_does_not_hang(encoding: str, tmp_path: Path) -> None:
    """A pipe that nobody writes to is an error, with and without a named encoding."""
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    called = f"open_table({str(pipe)!r}, encoding={encoding})"
    program = f"from customer_types._tables.delimited import open_table; {called}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=FOR_EVER, check=False
    )
    assert done.stderr.endswith(f"TableError: `{pipe}` is not a regular file\n")


def test_a_file_that_must_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Why the system refuses is said in the reader's language."""
    path = tmp_path / "secret.csv"
    path.write_text("a\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TableError) as caught:
        open_table(str(path))
    assert str(caught.value) == f"`{path}` can’t be read: you have no permission"
    assert caught.value.render("fr") == f"`{path}` est illisible\u00a0: vous n’en avez pas le droit"


def test_a_reason_that_has_no_words_of_ours_is_the_system_s() -> None:
    """An unusual failure is passed on as the system says it."""
    assert reason_of(OSError(errno.EIO, "Input/output error")) == Plain("Input/output error")
    assert reason_of(OSError()) == Plain("OSError")


# ---- missing cells -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "NA", "n/a", "#N/A", "NaN", "null", "NULL", "None", "NaT", " na "]
)
def test_marks_of_missing_values_are_known(text: str) -> None:
    """What programs write for nothing says nothing."""
    assert is_missing_cell(text)


@pytest.mark.parametrize("text", ["0", "-", "?", "no", "non", "n", "nana", "aucun"])
def test_words_and_zero_are_no_missing_values(text: str) -> None:
    """Zero and no are answers, and a dash may stand for zero."""
    assert not is_missing_cell(text)


def test_the_limit_of_cells_is_the_parser_s() -> None:
    """Nobody has moved the limit that keeps a forgotten quote from taking the whole file."""
    assert csv.field_size_limit() == 131_072
