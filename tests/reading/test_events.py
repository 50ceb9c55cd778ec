"""Events: the small YAML that is allowed, its limits, and texts made to do harm."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from tests.reading.attacks import ATTACKS

from customer_types._model.faults import LoadError
from customer_types._reading import yaml as events
from customer_types._reading.documents import MAX_BYTES, Document, decode
from customer_types._reading.nodes import Mapping, Node, Scalar, Sequence
from customer_types._reading.yaml import _Parser, parse

Place = tuple[str, int | None, int | None]


def tree(text: str) -> Node:
    """Read a text of YAML."""
    return parse(Document(text, "x.yaml"))


def plain(node: Node) -> object:
    """Give a node as dictionaries, lists and texts."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    raise AssertionError(node)


def places(error: LoadError) -> list[Place]:
    """List codes and places of what is wrong."""
    return [(fault.code, fault.location.line, fault.location.column) for fault in error.faults]


def faults(text: str | bytes) -> list[Place]:
    """List what is wrong with a text, or with the bytes of a file."""
    try:
        document = Document(text, "x.yaml") if isinstance(text, str) else decode(text, "x.yaml")
        parse(document)
        error = document.refuse()
    except LoadError as refused:
        error = refused
    for language in ("en", "fr"):
        assert error.render(language).encode("utf-8") or not error.faults
    return places(error)


# ---- what is read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "null",
        "~",
        "true",
        "010",
        "0x1F",
        "0b1",
        "1_000",
        "1e3",
        "12:30",
        ".inf",
        ".nan",
        "1.10",
        "2026-01-01",
        "=",
        "Oui",
    ],
)
def test_a_scalar_is_text_whatever_it_looks_like(text: str) -> None:
    """What YAML takes for booleans, numbers, dates or nothing stays the text that was written."""
    assert plain(tree(f"[{text}, {{{text}: {text}}}]")) == [text, {text: text}]


def test_nothing_and_an_empty_text_are_told_apart() -> None:
    """A value that is not there is plain, a text of no characters is not."""
    root = tree("a:\nb: ''\n")
    assert isinstance(root, Mapping)
    nothing, empty = root.entries["a"], root.entries["b"]
    assert isinstance(nothing, Scalar)
    assert isinstance(empty, Scalar)
    assert (nothing.text, nothing.plain) == ("", True)
    assert (empty.text, empty.plain) == ("", False)


def test_text_is_normalized() -> None:
    """Decomposed accents are composed, in keys and values, so that both spellings are one."""
    text = "région: [société, 'é', \"à\"]\n"
    assert plain(tree(normalize("NFD", text))) == plain(tree(text)) == {"région": ["société", "é", "à"]}
    assert faults(f"é: 1\n{normalize('NFD', 'é')}: 2\n") == [("yaml.duplicate-key", 2, 1)]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfa: \xc3\xa9\n",
        "a: é\n".encode(),
        b"a: \xc3\xa9\r\n",
        b"a: \xc3\xa9\r",
        b"--- \na: \xc3\xa9\n...\n",
        b"%YAML 1.1\n---\na: \xc3\xa9",
        b"\n\n# comment\n\na: e\xcc\x81 # comment\n",
    ],
)
def test_the_same_content_is_read_from_many_files(content: bytes) -> None:
    """Byte-order mark, line ends, document markers and comments change nothing."""
    assert plain(parse(decode(content, "x.yaml"))) == {"a": "é"}


# ---- characters --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *[(chr(number), "text.control") for number in range(0x20) if chr(number) not in "\t\n\r"],
        *[(chr(number), "text.control") for number in range(0x7F, 0xA0)],
        *[(character, "text.control") for character in "\u2028\u2029\ufeff\ufff9\ufffa\ufffb\ufffe\uffff"],
        *[(character, "text.control") for character in "\u180e\u200b\u2060\u2064\U000e0001\U000e0041"],
        *[(character, "text.control") for character in "\ud800\udbff\udc00\udfff"],
        *[(chr(number), "text.bidi") for number in [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]],
    ],
    ids=lambda value: f"U+{ord(value):04X}" if len(value) == 1 else value,
)
def test_a_character_that_nobody_sees_is_refused(character: str, code: str) -> None:
    """Control characters and those that turn the direction are faults where they are, raw or as an escape."""
    text = f"a: x\nb: [é, 'x{character}y', c]\nd: e\n"
    document = Document(text, "x.yaml")
    assert plain(parse(document)) == {"a": "x", "b": ["é", "x\ufffdy", "c"], "d": "e"}
    assert places(document.refuse()) == [(code, 2, 10)]
    if 0xD800 <= ord(character) <= 0xDFFF:
        return
    assert faults(f'a: x\nb: [é, "x\\U{ord(character):08X}y", c]\n') == [(code, 2, 8)]


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\b", r"\e", r"\v", r"\f", r"\x1b", r"\x9b", r"\N", r"\L", r"\P"]
)
def test_an_escape_makes_no_hidden_character(escape: str) -> None:
    """A short escape for a control character is a fault at its text."""
    assert faults(f'a: "x{escape}y"\n') == [("text.control", 1, 4)]


@pytest.mark.parametrize(
    "character", ["\u00a0", "\u202f", "\u00ad", "\u200d", "é", "漢", "🙂", "\U0010fffd", "\ufffd"]
)
def test_visible_characters_and_those_of_typography_are_text(character: str) -> None:
    """No-break spaces, joiners, emoji and letters of all scripts are read as they are."""
    assert plain(tree(f"a: x{character}y")) == {"a": normalize("NFC", f"x{character}y")}


@pytest.mark.parametrize(
    "escape", [r"\uD800", r"\uDFFF", r"\uD83D\uDE42", r"\U00110000", r"\UFFFFFFFF", r"\q", r"\x4"]
)
def test_an_escape_of_no_character_is_refused(escape: str) -> None:
    """Half a surrogate pair, or a number beyond Unicode, is a fault and never a text."""
    assert [code for code, _, _ in faults(f'a: "{escape}"\n')] == ["yaml.syntax"]


def test_each_line_leads_to_its_hidden_characters() -> None:
    """A line with many hidden characters has one fault of each kind."""
    assert faults("a: x\x01\x02\u202e\u202d\x03\n" * 3) == [
        ("text.control", 1, 5),
        ("text.bidi", 1, 7),
        ("yaml.duplicate-key", 2, 1),
        ("text.control", 2, 5),
        ("text.bidi", 2, 7),
        ("yaml.duplicate-key", 3, 1),
        ("text.control", 3, 5),
        ("text.bidi", 3, 7),
    ]


# ---- the small YAML ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", [("yaml.anchor", 1, 4)]),
        ("a: 1\nb: *x\n", [("yaml.anchor", 2, 4)]),
        ("&x a: 1\n", [("yaml.anchor", 1, 1)]),
        ("- &x [1]\n", [("yaml.anchor", 1, 3)]),
        ("a:\n  <<: {b: 1}\n", [("yaml.anchor", 2, 3)]),
        ("a: !!str 1\n", [("yaml.tag", 1, 4)]),
        ("a: !x\n", [("yaml.tag", 1, 4)]),
        ("!!map {a: 1}\n", [("yaml.tag", 1, 1)]),
        ("a: !!binary aGk=\nb: !x []\n", [("yaml.tag", 1, 4), ("yaml.tag", 2, 4)]),
        ("!!str a: 1\n", [("yaml.tag", 1, 1)]),
        ("- !!python/object/apply:os.system ['true']\n", [("yaml.tag", 1, 3)]),
        ("%TAG !e! tag:e,2000:\n---\na: 1\n", [("yaml.tag", 1, 1)]),
        ("a: {{ x }}\n", [("yaml.key-type", 1, 5)]),
        ("{[a]: 1}\n", [("yaml.key-type", 1, 2)]),
        ("? [a, b]\n: 1\n? {c: d}\n: 2\n", [("yaml.key-type", 1, 3), ("yaml.key-type", 3, 3)]),
        ("a: 1\n---\nb: 2\n", [("yaml.multiple-documents", 2, 1)]),
        ("---\n---\n", [("yaml.multiple-documents", 2, 1)]),
        ("a: 1\n...\n---\n", [("yaml.multiple-documents", 3, 1)]),
        ("", [("file.empty", 1, 1)]),
        ("\n \n# nothing\n", [("file.empty", 1, 1)]),
        ("a: [1, 2\n", [("yaml.syntax", 1, 4)]),
        ("a: 'x\nb: y\n", [("yaml.syntax", 1, 4)]),
        ("a: b: c\n", [("yaml.syntax", 1, 5)]),
        ("a:\n\tb: c\n", [("yaml.syntax", 2, 1)]),
        ("a: @x\n", [("yaml.syntax", 1, 4)]),
        ("a: `x`\n", [("yaml.syntax", 1, 4)]),
        ("a: %x\n", [("yaml.syntax", 1, 4)]),
        ("a: 1\n b: 2\n", [("yaml.syntax", 2, 2)]),
        ("a: ]\n", [("yaml.syntax", 1, 4)]),
        ("%YAML 3.0\n---\na: 1\n", [("yaml.syntax", 1, 1)]),
    ],
)
def test_what_is_outside_of_the_small_yaml_is_refused(text: str, expected: list[Place]) -> None:
    """Anchors, aliases, merge keys, tags, keys that are no text, second documents: each at its place."""
    assert faults(text) == expected


def test_duplicate_keys_are_told_with_the_place_of_the_first() -> None:
    """A key that stands twice is a fault at the second place, in each mapping by itself."""
    document = Document("a: 1\nb: {c: 1, 'c': 2, d: {c: 3}}\n? a\n: 2\na: 3\n", "x.yaml")
    parse(document)
    assert places(document.refuse()) == [
        ("yaml.duplicate-key", 2, 11),
        ("yaml.duplicate-key", 3, 3),
        ("yaml.duplicate-key", 5, 1),
    ]
    assert [fault.arguments["first"] for fault in document.faults] == ["2:5", "1:1", "1:1"]


def test_quotes_lift_what_plain_text_may_not_be() -> None:
    """In quotes, what looks like an anchor, an alias, a tag, a merge key or a comment is text."""
    assert plain(tree("'<<': '&x'\n'*a': '!b'\n'#c': \"%d # e\"\n")) == {
        "<<": "&x",
        "*a": "!b",
        "#c": "%d # e",
    }


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a:\n\tb: c\n", "hint.spaces-for-tabs"),
        ("a: b: c\n", "hint.quote-colon"),
        ("a: 'x\nb: y\n", "hint.close-quote"),
        ("a: @x\n", "hint.quote-text"),
        ("a: {{ x }}\n", "hint.template"),
    ],
)
def test_a_fault_of_form_says_how_to_cure_it(text: str, hint: str) -> None:
    """The hint is about what was probably meant."""
    with pytest.raises(LoadError) as refused:
        tree(text)
    assert [phrase.key for phrase in refused.value.faults[0].hints] == [hint]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Customer #1", 13),
        ("Customer  #1", 14),
        ("Customer\t#1", 13),
        ("Client numéro #1", 18),
        ("Customer # 1", None),
        ("Customer#1", None),
        ("'Customer' #1", None),
        ("Customer ", None),
    ],
)
def test_a_comment_that_cuts_a_text_is_noticed(text: str, column: int | None) -> None:
    """A `#` after white space and before a letter is probably no comment, and its column is kept."""
    root = tree(f"a: {text}\nb: c #d\n")
    assert isinstance(root, Mapping)
    cut = root.entries["a"]
    assert isinstance(cut, Scalar)
    assert cut.comment == (None if column is None else column)


# ---- limits ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("opened", "closed", "step"), [("[", "]", 1), ("{a: ", "}", 4), ("- ", "", 2)])
def test_depth_ends_at_32(opened: str, closed: str, step: int) -> None:
    """Thirty-two levels are read; the thirty-third is a fault where it begins."""
    tree(opened * 32 + "x" + closed * 32)
    assert faults(opened * 33 + "x" + closed * 33) == [("yaml.too-deep", 1, 32 * step + 1)]


class _Impatient(yaml.SafeLoader):
    """A parser that looks ahead, and bears no more than a hundred levels, as libyaml has it since 0.2.6."""

    def fetch_flow_collection_start(self, TokenClass: Any) -> None:  # noqa: N803 - PyYAML's name
        """Give up before anything is told of what is above."""
        if self.flow_level == 100:
            mark = self.get_mark()
            problem = "exceeded maximum nesting depth"
            raise yaml.scanner.ScannerError("while increasing flow level", mark, problem, mark)
        super().fetch_flow_collection_start(TokenClass)


@pytest.mark.parametrize("parser", [_Parser, yaml.SafeLoader, _Impatient])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 2_000, [("yaml.too-deep", 1, 33)]),
        ("{" * 2_000, [*(("yaml.key-type", 1, column) for column in range(2, 33)), ("yaml.too-deep", 1, 33)]),
        ("a: 1\na: é\nb:\r\n  c: " + "[" * 2_000, [("yaml.duplicate-key", 2, 1), ("yaml.too-deep", 4, 36)]),
        ("a: [1]\nb: ]\nc: " + "[" * 2_000, [("yaml.syntax", 2, 4)]),
    ],
)
def test_the_limits_of_parsers_are_not_ours(
    text: str, expected: list[Place], parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A parser that looks ahead and gives up at a depth of its own hides nothing of what is said here."""
    monkeypatch.setattr(events, "_Parser", parser)
    assert faults(text) == expected


def test_elements_end_at_50_000() -> None:
    """A list of 49,998 texts is 50,000 events with its beginning and end, and one more is too many."""
    root = tree("[" + "a," * 49_998 + "]")
    assert isinstance(root, Sequence)
    assert len(root.items) == 49_998
    assert [code for code, _, _ in faults("[" + "a," * 49_999 + "]")] == ["yaml.too-big"]
    assert faults("- a\n" * 60_000) == [("yaml.too-big", 50_001, 3)]


def test_size_ends_at_1_mib() -> None:
    """Bytes are counted, not characters: 1 MiB is read, and one byte more is refused before it is decoded."""
    largest = "é: 1\n#" + "x" * (MAX_BYTES - 7)
    assert len(largest.encode()) == MAX_BYTES
    assert plain(tree(largest)) == plain(parse(decode(largest.encode(), "x.yaml"))) == {"é": "1"}
    assert faults(largest + "x") == [("file.too-large", None, None)]
    assert faults(largest.encode() + b"\xff") == [("file.too-large", None, None)]


@pytest.mark.parametrize("lines", [300, 3_000])
def test_faults_after_a_hundred_are_counted(lines: int) -> None:
    """Of more than a hundred faults, the first hundred are shown, and a last one counts the others."""
    assert faults("a: 1\n" * lines) == [
        *(("yaml.duplicate-key", line, 1) for line in range(2, 102)),
        ("faults.more", None, None),
    ]
    document = Document("a: 1\n" * lines, "x.yaml")
    parse(document)
    rest = document.refuse().faults[-1]
    assert rest.arguments["rest"] == {"yaml.duplicate-key": lines - 101}
    assert rest.render("fr").endswith(
        "et 199 cas de plus\u00a0: yaml.duplicate-key 199"
        if lines == 300
        else "et 2\u202f899 cas de plus\u00a0: yaml.duplicate-key 2\u202f899"
    )


# ---- attacks -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[object]]:
    """Read all attacks in a process of little memory and time, and give what came of each by name."""
    pytest.importorskip("resource")
    if not Path("/proc/self/statm").exists():
        pytest.skip("no /proc")
    done = subprocess.run(
        [sys.executable, "-m", "tests.reading.attacks"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    found = {name: outcome for name, *outcome in lines}
    if done.returncode:
        reason = (done.stderr.strip() or f"died of {done.returncode}").splitlines()[-1]
        found |= {name: ["died", reason, None] for name in ATTACKS if name not in found}
    return found


@pytest.mark.parametrize("name", ATTACKS)
def test_no_text_does_harm(name: str, outcomes: dict[str, list[object]]) -> None:
    """A text made to hang, crash or exhaust ends in its faults, at the right place, within little memory."""
    _, code, line, column = ATTACKS[name]
    assert outcomes[name] == [code, line, column]
