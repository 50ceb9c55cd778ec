"""Syntax: whatever a parser finds wrong is told in the reader's language, where it is, with its cure."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, strategies as st

from customer_types._messages import Phrase
from customer_types._model.faults import Fault, LoadError
from customer_types._reading import yaml as events
from customer_types._reading.documents import Document
from customer_types._reading.syntax import kind_of
from customer_types._reading.yaml import parse

#: What libyaml says, from 0.2.5 to 0.2.6, in its parser.c and scanner.c: where it is, and what is wrong.
LIBYAML = """\
: did not find expected <stream-start>
: did not find expected <document start>
: found duplicate %YAML directive
: found incompatible YAML document
: found duplicate %TAG directive
: block sequence entries are not allowed in this context
: mapping keys are not allowed in this context
: mapping values are not allowed in this context
while parsing a node: found undefined tag handle
while parsing a block node: did not find expected node content
while parsing a flow node: did not find expected node content
while parsing a block collection: did not find expected '-' indicator
while parsing a block mapping: did not find expected key
while parsing a flow sequence: did not find expected ',' or ']'
while parsing a flow mapping: did not find expected ',' or '}'
while increasing flow level: exceeded maximum nesting depth
while increasing block level: exceeded maximum nesting depth
while parsing: Maximum nesting level reached, set with yaml_set_max_nest_level())
while scanning for the next token: found character that cannot start any token
while scanning a simple key: could not find expected ':'
while scanning a directive: found unknown directive name
while scanning a directive: did not find expected comment or line break
while scanning a directive: could not find expected directive name
while scanning a directive: found unexpected non-alphabetical character
while scanning a %YAML directive: did not find expected digit or '.' character
while scanning a %YAML directive: found extremely long version number
while scanning a %YAML directive: did not find expected version number
while scanning a %TAG directive: did not find expected whitespace
while scanning a %TAG directive: did not find expected whitespace or line break
while parsing a %TAG directive: did not find expected tag URI
while parsing a %TAG directive: did not find URI escaped octet
while parsing a %TAG directive: found an incorrect leading UTF-8 octet
while parsing a %TAG directive: found an incorrect trailing UTF-8 octet
while scanning a tag directive: did not find expected '!'
while parsing a tag directive: did not find expected '!'
while scanning an anchor: did not find expected alphabetic or numeric character
while scanning an alias: did not find expected alphabetic or numeric character
while scanning a tag: did not find the expected '>'
while scanning a tag: did not find expected whitespace or line break
while scanning a tag: did not find expected '!'
while parsing a tag: did not find expected tag URI
while parsing a tag: did not find URI escaped octet
while parsing a tag: found an incorrect leading UTF-8 octet
while parsing a tag: found an incorrect trailing UTF-8 octet
while scanning a block scalar: found an indentation indicator equal to 0
while scanning a block scalar: did not find expected comment or line break
while scanning a block scalar: found a tab character where an indentation space is expected
while scanning a quoted scalar: found unexpected document indicator
while scanning a quoted scalar: found unexpected end of stream
while parsing a quoted scalar: found unknown escape character
while parsing a quoted scalar: did not find expected hexdecimal number
while parsing a quoted scalar: found invalid Unicode character escape code
while scanning a plain scalar: found unexpected ':'
while scanning a plain scalar: found a tab character that violates indentation
""".splitlines()

#: How the sentences begin that libyaml has for mistakes in YAML; others are about bytes, or about writing.
_BEGINNINGS = (
    rb"(?<=\0)(?:did not find|could not find|found|exceeded|block sequence entries|mapping (?:keys|values)) "
)


def words(text: str) -> yaml.MarkedYAMLError:
    """Make an error of a parser's words."""
    context, _, problem = text.partition(": ")
    return yaml.MarkedYAMLError(context=context or None, problem=problem)


def said_in_python() -> Iterator[str]:
    """List what the parser in Python says, as its code has it."""
    for module in (yaml.scanner, yaml.parser):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            errors = {"ScannerError", "ParserError"}
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in errors:
                continue
            parts = [
                part.left if isinstance(part, ast.BinOp) else part for part in (node.args[0], node.args[2])
            ]
            if isinstance(parts[1], ast.Constant) and isinstance(
                parts[1].value, str
            ):  # else it is Python's own word, about an address of a tag
                context = str(parts[0].value or "") if isinstance(parts[0], ast.Constant) else ""
                for written, meant in (("an %s", "an alias"), ("%s node", "flow node"), ("%s", "tag")):
                    context = context.replace(written, meant)
                yield f"{context}: {parts[1].value}"


@pytest.mark.parametrize("text", [*LIBYAML, *sorted({*said_in_python()})])
def test_everything_that_a_parser_says_is_known(text: str) -> None:
    """Each sentence of the parsers is of a kind that the library has words of its own for."""
    assert kind_of(words(text)) != "other"


def test_the_parser_in_c_says_nothing_else() -> None:
    """What the installed libyaml can say is what is listed here."""
    library = pytest.importorskip("yaml._yaml")
    found = re.findall(_BEGINNINGS + rb"[ -~]{6,80}(?=\0)", Path(library.__file__).read_bytes())
    known = {text.partition(": ")[2] for text in LIBYAML}
    known |= {"found undefined alias", "found duplicate anchor; first occurrence"}  # its composer, not asked
    assert {text.decode() for text in found} - known == set()


def fault_of(text: str, parser: Any, monkeypatch: pytest.MonkeyPatch) -> Fault:
    """Give the one fault of a text."""
    monkeypatch.setattr(events, "_Parser", parser)
    with pytest.raises(LoadError) as refused:
        parse(Document(text, "x.yaml"))
    (fault,) = refused.value.faults
    return fault


PARSERS = {"C": events._Parser, "Python": yaml.SafeLoader}

#: Mistakes that people make: where they are, what is said, and the cures.
MISTAKES: dict[str, tuple[int, int, str, list[str]]] = {
    "fr: Or : dix": (1, 8, "syntax.colon", ["hint.quote-colon"]),
    "a: {fr: Client : fidèle}": (1, 16, "syntax.colon", ["hint.comma-or-quotes"]),
    "a: {\n  fr: Client : fidèle}": (2, 14, "syntax.colon", ["hint.comma-or-quotes"]),
    "a: [b: c: d]": (1, 9, "syntax.colon", ["hint.comma-or-quotes"]),
    "a: b\n  and more: c": (2, 11, "syntax.colon", ["hint.quote-colon"]),
    "a: “b: c”": (1, 6, "syntax.colon", ["hint.curly-quotes", "hint.quote-colon"]),
    "fr: 'L'or'\nen: x": (1, 8, "syntax.after-quote", ["hint.apostrophe"]),
    "a: {fr: 'L'or'}": (1, 12, "syntax.after-quote", ["hint.apostrophe"]),
    "- 'L'or'": (1, 6, "syntax.after-quote", ["hint.apostrophe"]),
    'a: "Le "bon" client"': (1, 9, "syntax.after-quote", ["hint.inner-quote"]),
    'a: "b" c': (1, 8, "syntax.after-quote", ["hint.inner-quote"]),
    'a: {en: "A" fr: "B"}': (1, 13, "syntax.comma", ["hint.comma"]),
    'en: "Gold\nfr: "Or"': (1, 5, "syntax.late-quote", ["hint.close-quote"]),
    'a: "b': (1, 4, "syntax.quote", ["hint.close-quote"]),
    "a: 'b\n---\n": (1, 4, "syntax.quote", ["hint.close-quote"]),
    "a: [1, 2": (1, 4, "syntax.bracket", ["hint.close-bracket"]),
    "a: [": (1, 4, "syntax.bracket", ["hint.close-bracket"]),
    "a: {b: c\nd: {e: f}\n": (1, 4, "syntax.bracket", ["hint.close-bracket"]),
    "a: {b: [1}": (1, 10, "syntax.other-bracket", ["hint.close-bracket"]),
    "a: ]": (1, 4, "syntax.closes-nothing", ["hint.remove-sign"]),
    '{"a": 1}}': (1, 9, "syntax.closes-nothing", ["hint.remove-sign"]),
    "a: [1, , 2]": (1, 8, "syntax.value", ["hint.remove-sign"]),
    "a: {b: c # 1, d: e}\nf: g": (1, 10, "syntax.comment", ["hint.quote-hash"]),
    "a: {b: 'c # 1', d: e # 1]}\nf: {g: h}": (1, 22, "syntax.comment", ["hint.quote-hash"]),
    'a: "\\q"': (1, 5, "syntax.escape", ["hint.backslash"]),
    'a: "b\\x4"': (1, 6, "syntax.escape", ["hint.write-character"]),
    'a: "\\U00110000"': (1, 5, "syntax.escape", ["hint.write-character"]),
    'a: "\\UFFFFFFFF"': (1, 5, "syntax.escape", ["hint.write-character"]),
    "- id: a\n   label: b": (2, 4, "syntax.deeper", ["hint.same-column"]),
    "- id: a\n  label: {b: c}\n   when: d": (3, 4, "syntax.column", ["hint.same-column"]),
    "- id: a\n  b: c\nwhen: d": (3, 1, "syntax.item", ["hint.item-column"]),
    "a:\n  - id: a\n when: d": (3, 2, "syntax.column", ["hint.same-column"]),
    "  - id: a\n - id: b": (2, 2, "syntax.end", ["hint.first-column"]),
    " a: b\nc: d": (2, 1, "syntax.end", ["hint.first-column"]),
    "a: [1] b": (1, 8, "syntax.end", ["hint.quote-text"]),
    "- [1] b": (1, 7, "syntax.end", ["hint.quote-text"]),
    "a: b\nc:d\ne: f": (2, 1, "syntax.key", ["hint.space-after-colon"]),
    "a: b\nc d\ne: f": (2, 1, "syntax.key", ["hint.key-or-deeper"]),
    "a: - b": (1, 4, "syntax.list", ["hint.list-below"]),
    "a: ? b": (1, 4, "syntax.start", ["hint.quote-text"]),
    "a: @b": (1, 4, "syntax.start", ["hint.quote-text"]),
    "a: {b: % }": (1, 8, "syntax.start", ["hint.quote-text"]),
    "a: *étoile": (1, 4, "syntax.start", ["hint.quote-text"]),
    "a: & b": (1, 4, "syntax.start", ["hint.quote-text"]),
    "a: !<b": (1, 4, "syntax.start", ["hint.quote-text"]),
    "a: !b!c d": (1, 4, "syntax.start", ["hint.quote-text"]),
    "a: {b: >3}": (1, 8, "syntax.start", ["hint.compare"]),
    "a: > 3": (1, 4, "syntax.block", ["hint.compare"]),
    "a: |b": (1, 4, "syntax.block", ["hint.quote-text"]),
    "a: |0\n  b": (1, 4, "syntax.block", ["hint.quote-text"]),
    "a:\n\tb: c": (2, 1, "syntax.tab", ["hint.spaces-for-tabs"]),
    "a:\n  b: c\n \td: e": (3, 2, "syntax.tab", ["hint.spaces-for-tabs"]),
    "a:\n\u00a0 b: c\n  d: e": (2, 1, "syntax.space", ["hint.plain-space"]),
    "a:\n  - id: a\n  \u00a0 b: c": (3, 3, "syntax.space", ["hint.plain-space"]),
    "a:\u00a0{b: c: d}": (1, 3, "syntax.space", ["hint.plain-space"]),
    "a: {b:\u00a0{c: d}}": (1, 7, "syntax.space", ["hint.plain-space"]),
    "a:\n  -\u202fid: b: c": (2, 4, "syntax.space", ["hint.plain-space"]),
    "%YAML 3.0\n---\na: 1": (1, 1, "syntax.directive", ["hint.remove-directive"]),
    f"%YAML 1.{'9' * 5_000}\n---\na: 1": (1, 1, "syntax.directive", ["hint.remove-directive"]),
    "%YAML x\n---\na: 1": (1, 1, "syntax.directive", ["hint.remove-directive"]),
}


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text[:40])
def test_a_mistake_is_told_where_it_is_with_its_cure(
    text: str, parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What people often get wrong is told at its place, whichever parser finds it, wherever it gives up."""
    fault = fault_of(text, parser, monkeypatch)
    assert fault.code == "yaml.syntax"
    assert (
        fault.location.line,
        fault.location.column,
        fault.arguments["problem"].key,
        [hint.key for hint in fault.hints],
    ) == MISTAKES[text]


def test_a_column_is_named() -> None:
    """A cure that is about columns says which line has the right one, and which it is."""
    with pytest.raises(LoadError) as refused:
        parse(Document("- id: a\n  label: {b: c}\n   when: d", "x.yaml"))
    assert "in line 1, that is column 3" in str(refused.value)
    assert "ligne 1, c’est la colonne 3" in refused.value.render("fr")


def test_a_character_that_a_parser_does_not_take_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that refuses a character of a text refuses the file, without its English words."""

    class Choosy(yaml.SafeLoader):
        def get_event(self) -> Any:
            raise yaml.reader.ReaderError("x", 0, 0x2603, "unicode", "no snowmen")

    fault = fault_of("a: ☃", Choosy, monkeypatch)
    assert fault.arguments["problem"] == Phrase("syntax.character")
    assert "snow" not in fault.render("en")


def test_a_parser_of_another_time_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no parser says today is told as a mistake of some kind, at its place."""

    class Future(yaml.SafeLoader):
        def get_event(self) -> Any:
            raise yaml.parser.ParserError(None, None, "lacks poetry", self.get_mark())

    fault = fault_of("a: b", Future, monkeypatch)
    assert fault.arguments["problem"] == Phrase("syntax.other")
    assert "poetry" not in fault.render("fr")


PIECES = [
    *"abé :\n\n-?,[]{}#&*!|>'\"%@`\\\t",
    *("  ", "\u00a0", ": ", "- ", "---", "...", "\\q", "\\x", "id: a", "<<", "“", "'", "\r\n", "\n  ", "# "),
]


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14))
@example(pieces=["a"])
def test_whatever_is_wrong_has_words(parser: Any, pieces: list[str]) -> None:
    """No text makes a parser say what is not known here, and each place is one of the text."""
    text = "".join(pieces)
    document = Document(text, "x.yaml")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(events, "_Parser", parser)
        try:
            parse(document)
        except LoadError as refused:
            for fault in refused.faults:
                assert fault.location.line is not None
                assert fault.location.column is not None
                line = document.line(fault.location.line)
                assert 1 <= fault.location.column <= len(line) + 1
                for language in ("en", "fr"):
                    assert fault.render(language)
                if fault.code == "yaml.syntax":
                    assert fault.arguments["problem"].key not in {"syntax.other", "syntax.character"}
                    assert fault.hints
