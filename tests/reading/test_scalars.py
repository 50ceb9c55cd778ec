"""Scalars: what is an id, a number, a date, a version or a text, and what only looks like one."""

from datetime import date
from typing import Any

import pytest

from customer_types._reading.documents import Document
from customer_types._reading.nodes import Node, Refused
from customer_types._reading.scalars import (
    Hook,
    boolean,
    category_key,
    day,
    each,
    fact_name,
    identifier,
    is_ambiguous,
    items,
    language,
    languages,
    literal_text,
    number,
    one_of,
    prose,
    text,
    version,
)
from customer_types._reading.yaml import parse

PROSE = prose(40, empty="label.empty")


def node_of(written: str) -> Node:
    """Read a piece of YAML."""
    return parse(Document(written, "x.yaml"))


def read(hook: Hook, written: str) -> Any:
    """Read a scalar with a reader; a fault is given as its code in brackets."""
    node = node_of(written)
    try:
        value = hook(node, None)
    except Refused:
        (fault,) = (fault for fault in node.document.faults if fault.severity == "error")
        assert (fault.location.line, fault.location.column) == (node.line, node.column)
        assert fault.render("en")
        assert fault.render("fr")
        return f"[{fault.code}]"
    return value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0", 0),
        ("-0", 0),
        ("3", 3),
        ("-12", -12),
        ("0.5", 0.5),
        ("-1.50", -1.5),
        ("3.0", 3.0),
        ("999999999999999", 999_999_999_999_999),
        ("1234567.12345678", 1234567.12345678),
        ("0.00001", 0.00001),
        # two readings
        *[
            (written, "[number.form]")
            for written in ("010", "007", "08", "-01", "00", "0o7", "0b11", "0x1F", "00.5")
        ],
        *[
            (written, "[number.form]")
            for written in ("1_000", "1_0.5", "1e3", "1E3", "1.0e3", "+5", "+.5", ".5", "5.")
        ],
        *[
            (written, "[number.form]")
            for written in ("1:30", "190:20:30", "1:30.5", "1e999999", "0_1", "1__0")
        ],
        # none at all
        *[
            (written, "[number.not-finite]")
            for written in (".inf", "-.inf", "+.Inf", ".INF", ".nan", ".NaN", "nan")
        ],
        *[(written, "[number.not-finite]") for written in ("inf", "-Inf", "NAN", ".NAN")],
        # too long
        *[
            (written, "[number.too-large]")
            for written in ("1000000000000000", "-1234567890123456", "0.123456789012345")
        ],
        ("9" * 5000, "[number.too-large]"),
        # no numbers
        *[
            (written, "[schema.type]")
            for written in ("'3'", '"3"', "three", "true", "yes", "null", "~", "''", "[3]")
        ],
        *[
            (written, "[schema.type]")
            for written in ("{a: 3}", "1,000.5", "1 000", "3 %", "€3", "-", "١٢", "３", "½")
        ],
        *[
            (written, "[schema.type]")
            for written in ("1.2.3", "2026-01-31", "3a", "0x", "1e", "--1", "- 1", "infinity")
        ],
    ],
)
def test_a_number_is_written_in_one_way(written: str, expected: object) -> None:
    """Plain digits are a number; what two readers of YAML take for different numbers, or for none, is not."""
    value = read(number, written)
    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("true", True),
        ("false", False),
        ("True", True),
        ("FALSE", False),
        *[
            (written, "[schema.type]")
            for written in ("yes", "no", "on", "off", "y", "1", "0", "tRue", "'true'", "''", "null")
        ],
    ],
)
def test_a_boolean_is_true_or_false(written: str, expected: object) -> None:
    """Only true and false are booleans: yes, no, on and off are words."""
    assert read(boolean, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-01-31", date(2026, 1, 31)),
        ("'2024-02-29'", date(2024, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        *[(written, "[schema.date]") for written in ("2026-02-30", "2025-02-29", "2026-13-01", "0000-01-01")],
        *[
            (written, "[schema.date]")
            for written in ("2026-1-31", "31/01/2026", "20260131", "2026-W05-6", "soon")
        ],
        *[
            (written, "[schema.date]")
            for written in ("2026-01-31T00:00:00", "2026-01-31 00:00:00 +99:99", "-2026-01-01")
        ],
        *[(written, "[schema.date]") for written in ("٢٠٢٦-٠١-٣١", "2026-01-31x", "1")],
        *[(written, "[schema.type]") for written in ("null", "[2026-01-31]")],
    ],
)
def test_a_day_is_one_of_the_calendar(written: str, expected: object) -> None:
    """A day is written as ISO 8601 has it, and exists."""
    assert read(day, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *[
            (written, written)
            for written in ("1.0.0", "2", "1.0.0-rc.1", "2026.1", "1.0.0+build5", "v1", "1_0")
        ],
        ("'1.10'", "1.10"),
        ("1.10", "1.10"),  # and a warning
        *[
            (written, "[version.form]")
            for written in ("'-1'", "1 0", "1.0.0 beta", "é", "'1.0\n'", "1" * 65, "/")
        ],
        ("''", "[text.empty]"),
        ("null", "[schema.type]"),
    ],
)
def test_a_version_is_text(written: str, expected: object) -> None:
    """A version stays as it is written, also where it looks like a number."""
    assert read(version, written) == expected


GOOD_IDS = ("a", "loyal", "high-volume", "days_365", "a1-b2_c3", "x" * 64)
BAD_IDS = (
    *(
        "Loyal",
        "1a",
        "-a",
        "a-",
        "a--b",
        "a__b",
        "a_-b",
        "a b",
        "a.b",
        "a/b/c",
        "é",
        "ａ",
        "a\u00adb",
        "g\u043eld",
    ),
    *(
        "a'; DROP TABLE customers;--",
        "../../etc/passwd",
        "<b>",
        "x" * 65,
        "'a\n'",
        "5",
        "1.0",
        "2026-01-31",
        "\u00a0a",
    ),
)
RESERVED = ("id", "all", "any", "not", "category", "known", "true", "false", "yes", "no", "on", "off", "nan")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *[(written, written) for written in GOOD_IDS],
        *[(f"'{written}'", written) for written in GOOD_IDS],
        *[(f'"{written}"'.replace("\n", "\\n"), "[id.form]") for written in BAD_IDS],
        *[(f"'{written}'", "[id.reserved]") for written in (*RESERVED, "null")],
        ("null", "[schema.type]"),
        ("~", "[schema.type]"),
        ("[a]", "[schema.type]"),
    ],
)
def test_an_id_has_small_letters_digits_and_single_hyphens(written: str, expected: object) -> None:
    """An id is one that is safe in files, addresses and SQL, and no word of the file format."""
    assert read(identifier, written) == expected


@pytest.mark.parametrize(
    ("hook", "written", "expected"),
    [
        (fact_name, "orders_365d", "orders_365d"),
        (fact_name, "a__b", "a__b"),
        (fact_name, "orders-365d", "[id.form]"),
        (fact_name, "known", "[id.reserved]"),
        (category_key, "lifecycle/loyal", "lifecycle/loyal"),
        (category_key, "loyal", "loyal"),
        (category_key, f"{'a' * 64}/{'b' * 64}", f"{'a' * 64}/{'b' * 64}"),
        (category_key, f"{'a' * 65}/b", "[id.form]"),
        (category_key, "lifecycle/", "[id.form]"),
        (category_key, "a/b/c", "[id.form]"),
        (language, "fr_ca", "fr-CA"),
        (language, "french", "[language.form]"),
        (languages, "[en, FR, en]", ("en", "fr")),
        (languages, "en", "[schema.type]"),
        (one_of("all", "first"), "first", "first"),
        (one_of("all", "first"), "First", "[schema.value]"),
        (one_of("all", "first"), "[first]", "[schema.type]"),
        (text, "no", "no"),
        (text, "' a '", " a "),
        (text, "''", "[text.empty]"),
        (text, "~", "[schema.type]"),
        (literal_text, "red", "red"),
        (literal_text, "'No'", "No"),
        (literal_text, "No", "[schema.type]"),
        (literal_text, "'007'", "007"),
        (literal_text, "007", "[schema.type]"),
        (literal_text, "x" * 201, "[text.too-long]"),
    ],
)
def test_each_reader_takes_what_it_is_for(hook: Hook, written: str, expected: object) -> None:
    """Facts, keys of categories, languages, words of a list and members have readers of their own."""
    assert read(hook, written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "No",
        "ON",
        "off",
        "True",
        "nO",
        "010",
        "1_000",
        "1.10",
        "1e3",
        "12:30",
        "0x1F",
        ".5",
        "5.",
        "-1",
        "+1",
        ".inf",
        ".NaN",
        "2026-01-31",
        "2026-1-1",
        "2026-01-31T10:00:00",
        "0",
        "3",
    ],
)
def test_what_other_readers_would_not_take_for_text_is_doubtful(written: str) -> None:
    """A plain text that some reader takes for something else is read with a warning, and quoted without."""
    node = node_of(written)
    assert PROSE(node) == written
    assert [(fault.code, fault.severity) for fault in node.document.faults] == [
        ("yaml.ambiguous-plain", "warning")
    ]
    assert is_ambiguous(written)
    node = node_of(f"'{written}'")
    assert PROSE(node) == written
    assert node.document.faults == []


@pytest.mark.parametrize(
    "written", ["y", "n", "Oui", "none", "nan", "NA", "=", "1.0.0", "3 orders", "A", "ja", "inf"]
)
def test_what_all_readers_take_for_text_is_not_doubtful(written: str) -> None:
    """A word that merely reminds of something else is a text without more ado."""
    node = node_of(written)
    assert PROSE(node) == written
    assert node.document.faults == []
    assert not is_ambiguous(written)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("x" * 41, "text.too-long"),
        ("''", "label.empty"),
        ("'  '", "label.empty"),
        ("'\u00a0'", "label.empty"),
    ],
)
def test_a_text_says_something_and_not_too_much(written: str, code: str) -> None:
    """White space says nothing, a no-break space included, and a text has a limit."""
    assert read(lambda node, _: PROSE(node), written) == f"[{code}]"
    assert read(lambda node, _: PROSE(node), "x" * 40) == "x" * 40


def test_all_items_are_read_before_a_list_is_refused() -> None:
    """Each item with a fault has it reported, and the list is refused after the last."""
    node = node_of("[a, 5, b, ~, C]")
    with pytest.raises(Refused):
        each(items(node), identifier)
    assert [(fault.code, fault.location.column) for fault in node.document.faults] == [
        ("id.form", 5),
        ("schema.type", 11),
        ("id.form", 14),
    ]
    assert each([1, 2], lambda item, _: item + 1) == [2, 3]
