"""Documents: bytes become text or a fault, and faults are kept in file order and within limits."""

import pickle

import pytest

from customer_types import loads
from customer_types._model.faults import REST, Fault, LoadError, Severity
from customer_types._model.locations import Location
from customer_types._reading.documents import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_FAULTS,
    MAX_KEPT,
    Document,
    decode,
    in_order,
)


def test_the_limits_are_those_of_the_design() -> None:
    """The limits are numbers that other programs may rely on."""
    assert (MAX_BYTES, MAX_DEPTH, MAX_EVENTS, MAX_FAULTS) == (1_048_576, 32, 50_000, 100)


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("id: é\n".encode("utf-16"), 1, 1),
        ("id: é\n".encode("utf-16-le"), 1, 1),
        ("id: é\n".encode("utf-16-be"), 1, 1),
        ("id: é\n".encode("utf-32"), 1, 1),
        ("id: é\n".encode("utf-32-be"), 1, 1),
        ("id: é\n".encode("latin-1"), 1, 5),
        ("# é\nen: ok\nfr: Fid".encode() + b"\xe8le", 3, 8),
        ("a: 🙂\r\nb: é".encode() + b"\x80", 2, 5),
        (b"\xef\xbb\xbfa: \x93x\x94", 1, 4),
        (b"\xc0\x80", 1, 1),  # NUL in too many bytes
        (b"a\xed\xa0\x80", 1, 2),  # half a surrogate pair
        (b"a: \xf4\x90\x80\x80", 1, 4),  # beyond Unicode
        (b"ok\rok\n\xc3", 3, 1),  # cut off
    ],
)
def test_what_is_not_utf_8_is_refused_at_its_first_byte(content: bytes, line: int, column: int) -> None:
    """Another encoding is one fault, at the line and column of the first byte that is not UTF-8."""
    with pytest.raises(LoadError) as refused:
        decode(content, "x.yaml")
    (fault,) = refused.value.faults
    assert (fault.code, fault.location.line, fault.location.column) == ("file.encoding", line, column)


def test_the_byte_that_is_not_utf_8_is_shown() -> None:
    """The report shows the byte, and the line as it was meant."""
    with pytest.raises(LoadError) as refused:
        decode("a: x\nlabel: Fidèle\n".encode("cp1252"), "x.yaml")
    assert str(refused.value) == (
        "x.yaml:2:11: error[file.encoding]: the file is not saved as UTF-8 (found 0xE8); "
        "save the file as UTF-8\n"
        "    2 | label: Fidèle\n"
        "      |           ^"
    )


def test_faults_of_one_line_share_it() -> None:
    """Thousands of faults in one line of 1 MB keep that line once, and not thousands of copies of it."""
    document = Document("{" + "a: 1, " * 10_000 + "}", "x.yaml")
    for index in range(10_000):
        document.fault("yaml.duplicate-key", *document.place(6 * index + 1), key="a", first="1:2")
    assert len({id(fault.excerpt) for fault in document.faults if fault.code != REST}) == 1


def _fault(code: str, line: int, column: int, severity: str = "error", path: str = "x") -> Fault:
    return Fault(
        code=code,
        location=Location(path=path, line=line, column=column),
        severity="error" if severity == "error" else "warning",
    )


def test_faults_are_put_in_file_order() -> None:
    """Faults are sorted by path, line and column, each once, and errors are kept before warnings."""
    codes = ["file.empty", "yaml.anchor", "file.permission"]
    mixed = [
        _fault(codes[0], 10, 2),
        _fault(codes[1], 9, 40),
        _fault(codes[2], 10, 1),
        _fault(codes[0], 10, 2),
    ]
    assert [fault.code for fault in in_order(mixed)] == [codes[1], codes[2], codes[0]]
    warnings = [_fault(codes[1], line, 1, "warning") for line in range(1, 100)]
    errors = [_fault(codes[0], line, 1) for line in range(200, 205)]
    kept = in_order([*warnings, *errors])
    assert [fault.location.line for fault in kept] == [*range(1, 96), *range(200, 205), None]


def of(code: str, line: int, *, path: str = "a", severity: Severity = "error") -> Fault:
    """Make a fault of a kind at a line."""
    return Fault(
        code=code, severity=severity, location=Location(path=path, line=line, column=1), arguments=TOLD
    )


TOLD = {"key": "x", "language": "fr", "id": "y"}


def test_what_is_not_shown_is_counted_by_kind() -> None:
    """Of each file, a hundred faults and the first of each kind are shown, and the others are counted."""
    faults = [
        *(of("label.missing-language", line) for line in range(1, 251)),
        *(of("schema.missing-key", line) for line in range(300, 303)),
        *(of("skos.no-label", line, severity="warning") for line in range(1, 2_731)),
        *(of("label.missing-language", line, path="b") for line in range(1, 101)),
    ]
    told = in_order(faults)
    of_a = [fault for fault in told if fault.location.path == "a"]
    assert [fault.location.line for fault in of_a if fault.severity == "error"] == [*range(1, 101), 300, None]
    assert [(fault.code, fault.location.line) for fault in of_a if fault.severity == "warning"] == [
        ("skos.no-label", 1),
        ("faults.more", None),
    ]
    assert [fault.code for fault in of_a[-2:]] == ["faults.more"] * 2
    assert [fault.render() for fault in of_a[-2:]] == [
        "a: error[faults.more]: and 152 more: label.missing-language 150 and schema.missing-key 2",
        "a: warning[faults.more]: and 2,729 more: skos.no-label 2,729",
    ]
    assert [fault.location.path for fault in told[-100:]] == ["b"] * 100
    assert sum(fault.count for fault in told) == len(faults)


def test_what_is_counted_can_be_told_again() -> None:
    """A report that is put in order again, alone or with another one of the file, says the same."""
    told = in_order([of("schema.missing-key", line) for line in range(1, 300)])
    assert in_order(told) == told
    more = in_order([*told, of("schema.missing-key", 500), of("label.missing-language", 501)])
    assert more[:100] == told[:100]
    assert more[100].location.line == 501
    assert more[101].message("fr") == "et 200 cas de plus\u00a0: schema.missing-key 200"
    one = in_order([of("schema.missing-key", line) for line in range(1, 102)])
    assert one[-1].message("en") == "and one more: schema.missing-key 1"
    assert pickle.loads(pickle.dumps(told)) == told


def test_millions_of_faults_are_not_kept() -> None:
    """What a document has very many of is counted at once, without being kept, until it is taken back."""
    document = Document("x", "a")
    for _ in range(3):
        for line in range(MAX_KEPT * 3):
            document.fault("schema.missing-key", 1, line + 1, key="x")
            document.fault("skos.no-label", 1, line + 1, severity="warning", id="y")
        assert len(document.faults) == 2 * MAX_KEPT + 2
        told = document.refuse().faults
        assert [fault.count for fault in told[-2:]] == [3 * MAX_KEPT - 100, 3 * MAX_KEPT - 1]
        document.forget()
        assert not document.refuse().faults


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("label: {en: {singular: Big", "one"),
        ("label: {en: {one: Big, plural: Bigs", "other"),
        ("label: {en: {one: Big, synonyms: [Huge]", "also"),
    ],
)
def test_words_of_other_formats_are_understood(written: str, meant: str) -> None:
    """Who knows another format is told what its word is called here."""
    text = f"id: shop\nversion: 1.0.0\n{written}}}, fr: Gros}}\n"
    with pytest.raises(LoadError) as refused:
        loads(text)
    fault = next(one for one in refused.value.faults if one.code == "schema.unknown-key")
    assert f"did you mean `{meant}`?" in fault.render()


@pytest.mark.parametrize(("operator", "meant"), [("minimum", "min"), ('"<="', "max"), ("gt", "above")])
def test_operators_of_other_formats_are_understood(operator: str, meant: str) -> None:
    """Signs and words for bounds lead to those of the file format."""
    text = f"""id: shop
version: 1.0.0
label: {{en: Shop, fr: Boutique}}
categories: [{{id: big, label: {{en: Big, fr: Gros}}, when: {{orders: {{{operator}: 3}}}}}}]
"""
    with pytest.raises(LoadError) as refused:
        loads(text)
    assert f"did you mean `{meant}`?" in str(refused.value)
