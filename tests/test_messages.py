"""Messages: two whole tables of the same sentences, French typography, and texts of users made safe."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import customer_types
from customer_types._messages import (
    LANGUAGES,
    Listed,
    Phrase,
    Plain,
    en,
    fr,
    guide_en,
    guide_fr,
    message,
    shown,
    spoken,
)

Table = Mapping[str, str | Mapping[str, str]]

SOURCE = Path(customer_types.__file__).parent


def variants(text: str | Mapping[str, str]) -> list[str]:
    """List the templates of a message: one, or one a plural category."""
    return [text] if isinstance(text, str) else list(text.values())


def placeholders(text: str | Mapping[str, str]) -> set[str]:
    """List the arguments that a message shows."""
    return {
        name
        for variant in variants(text)
        for _, name, _, _ in Formatter().parse(variant)
        if name is not None and name != "count"
    }


# ---- the tables --------------------------------------------------------------------------------


def test_both_tables_have_the_same_messages_in_the_same_order() -> None:
    """Each message is there in English and French, and an editor finds them side by side."""
    assert list(en.MESSAGES) == list(fr.MESSAGES)
    assert list(guide_en.GUIDE) == list(guide_fr.GUIDE)
    assert LANGUAGES == ("en", "fr")


@pytest.mark.parametrize("key", en.MESSAGES)
def test_a_message_shows_the_same_things_in_both_languages(key: str) -> None:
    """A message has the same placeholders in both languages, and each of its variants can be filled."""
    assert placeholders(en.MESSAGES[key]) == placeholders(fr.MESSAGES[key])
    for table in (en.MESSAGES, fr.MESSAGES):
        for variant in variants(table[key]):
            assert variant.format_map(dict.fromkeys([*placeholders(table[key]), "count"], "X"))


@pytest.mark.parametrize("table", [en.MESSAGES, fr.MESSAGES])
def test_messages_that_count_have_one_and_other(table: Table) -> None:
    """A message with variants has one for `one` and one for `other`, which both languages need."""
    counting = [text for text in table.values() if not isinstance(text, str)]
    assert counting
    assert all(set(text) == {"one", "other"} for text in counting)


def test_every_fault_has_a_guide_in_both_languages() -> None:
    """Whatever code a report shows, `explain` knows it."""
    codes = [key.removeprefix("fault.") for key in en.MESSAGES if key.startswith("fault.")]
    assert sorted(guide_en.GUIDE) == sorted(guide_fr.GUIDE) == sorted(codes)


@pytest.mark.parametrize("guide", [guide_en.GUIDE, guide_fr.GUIDE], ids=["en", "fr"])
def test_a_guide_fits_a_terminal(guide: Mapping[str, str]) -> None:
    """No line of what `explain` prints is longer than 79 characters."""
    assert {key for key, text in guide.items() if max(map(len, text.splitlines())) > 79} == set()


def strings(*, formatted: bool) -> set[str]:
    """List the texts in the code, or the beginnings of its formatted texts."""
    found: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        if file.parent.name == "messages" and file.name != "__init__.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if formatted and isinstance(node, ast.JoinedStr):
                node = node.values[0]  # noqa: PLW2901 - what it begins with
            elif formatted:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_message_is_used() -> None:
    """No table keeps a sentence that the code has forgotten; the command line makes keys of its options."""
    literal = strings(formatted=False)
    prefixes = [prefix for prefix in strings(formatted=True) if prefix.endswith((".", "-"))]
    unused = [
        key
        for key in en.MESSAGES
        if key not in literal
        and not key.startswith(("cli.", "page."))
        and not any(key.startswith(prefix) and key.removeprefix(prefix) in literal for prefix in prefixes)
    ]
    assert unused == []


def phrases_in_code() -> Iterator[str]:
    """List the keys that the code gives to phrases, messages and reports as they are."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = str(node.args[0].value)
            if name in ("Phrase", "message"):
                yield first
            elif name in ("report", "fault", "_refuse"):
                yield f"fault.{first}"
            elif name == "wrong_type":
                yield f"type.{first}"
            elif name == "UnknownIdError":
                yield f"error.unknown-{first}"


def test_every_message_that_is_named_is_there() -> None:
    """No error is raised whose words are missing, which only somebody's mistake would show."""
    named = set(phrases_in_code())
    assert len(named) > 60
    assert named - set(en.MESSAGES) == set()


# ---- typography --------------------------------------------------------------------------------

CODE = re.compile(r"`[^`]*`|\{\{.*?\}\}|'customer-types\[\{extra\}\]'")
FRENCH = {
    **{f"message {key}": variant for key, text in fr.MESSAGES.items() for variant in variants(text)},
    **{f"guide {key}": re.split(r"(?m)^Faux", text)[0] for key, text in guide_fr.GUIDE.items()},
}


@pytest.mark.parametrize("text", FRENCH.values(), ids=FRENCH)
def test_french_is_set_as_french_is(text: str) -> None:
    """French has ’, « », a no-break space before : and inside « », and a narrow one before ; ? and !."""
    prose = CODE.sub("X", text)
    assert "'" not in prose
    assert '"' not in prose
    assert "..." not in prose
    assert not re.search(r"(?<!\u00a0):(?=\s|$)", prose), "U+00A0 before a colon"
    assert not re.search(r"(?<!\u202f)[;?!]", prose), "U+202F before ; ? !"
    assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", prose), "U+00A0 inside of « »"
    assert not re.search(r"(?:^|\s)[:;?!»]", prose.replace("\u00a0", "_").replace("\u202f", "_"))
    assert not re.search(r"\d \d", prose), "U+202F between groups of digits"
    assert not re.search(r"(?<!\n)  ", prose)


@pytest.mark.parametrize("key", [key for key in en.MESSAGES if key.startswith(("fault.", "error.", "hint."))])
def test_a_message_is_one_lower_case_sentence(key: str) -> None:
    """A message begins in lower case, so that it can follow a place, and has no final period."""
    for table in (en.MESSAGES, fr.MESSAGES):
        for variant in variants(table[key]):
            assert not variant[0].isupper()
            assert not variant.endswith(".")
            assert "\n" not in variant


# ---- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "en"),
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("fr_CA", "fr"),
        ("FR", "fr"),
        ("en-GB", "en"),
        ("es", "en"),
        ("frr", "en"),
        ("", "en"),
        ("no such tag", "en"),
    ],
)
def test_the_library_speaks_english_to_whom_it_cannot_speak_otherwise(language: str, expected: str) -> None:
    """Its own sentences are there in two languages; a reader of another one gets English."""
    assert spoken(language) == expected


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 errors", "0 erreur"),
        (1, "1 error", "1 erreur"),
        (2, "2 errors", "2 erreurs"),
        (1000, "1000 errors", "1000 erreurs"),
    ],
)
def test_counts_agree_with_their_nouns(count: int, english: str, french: str) -> None:
    """English counts nothing in the plural, French in the singular."""
    assert message("cli.check.errors", "en", {"count": count}) == english
    assert message("cli.check.errors", "fr-CA", {"count": count}) == french


# ---- arguments ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argument", "english", "french"),
    [
        ("label", "unknown key `label`", "clé inconnue\u00a0: `label`"),
        (Plain("label"), "unknown key label", "clé inconnue\u00a0: label"),
        (7, "unknown key 7", "clé inconnue\u00a0: 7"),
        (Phrase("type.list"), "unknown key a list", "clé inconnue\u00a0: une liste"),
        ((), "unknown key ", "clé inconnue\u00a0: "),
        (("a",), "unknown key `a`", "clé inconnue\u00a0: `a`"),
        (("a", "b"), "unknown key `a` or `b`", "clé inconnue\u00a0: `a` ou `b`"),
        (("a", "b", "c"), "unknown key `a`, `b` or `c`", "clé inconnue\u00a0: `a`, `b` ou `c`"),
        (
            Listed(("a", "b", "c"), "and"),
            "unknown key `a`, `b` and `c`",
            "clé inconnue\u00a0: `a`, `b` et `c`",
        ),
        ("{key} {0} %s {", "unknown key `{key} {0} %s {`", "clé inconnue\u00a0: `{key} {0} %s {`"),
    ],
)
def test_arguments_are_written_in_the_language_too(argument: Any, english: str, french: str) -> None:
    """A user's text stands in backticks, a phrase is translated, several things are a list."""
    assert message("fault.schema.unknown-key", "en", {"key": argument}) == english
    assert message("fault.schema.unknown-key", "fr", {"key": argument}) == french
    assert Phrase("fault.schema.unknown-key", {"key": argument}).render("fr") == french


# ---- texts of users ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Clientèle fidèle", "Clientèle fidèle"),
        ("a\u00a0: b\u202f?", "a\u00a0: b\u202f?"),  # what French needs is no hazard
        ("🙂 日本 café́", "🙂 日本 café́"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x9b31m", r"\x9b31m"),
        ("bell\x07", r"bell\x07"),
        ("a\nb\r\tc", r"a\x0ab\x0d\x09c"),
        ("\x00", r"\x00"),
        ("\x7f", r"\x7f"),
        ("\x85", r"\x85"),
        ("a\u2028b\u2029c", "aU+2028bU+2029c"),
        ("\u202eevil\u202c", "U+202EevilU+202C"),
        ("\u2066\u2069", "U+2066U+2069"),
        ("zero\u200bwidth\u200d", "zeroU+200BwidthU+200D"),
        ("\ufeff", "U+FEFF"),
        ("\ud800", "U+D800"),
        ("\u2003", "U+2003"),
        ("\U000e0041", "U+E0041"),
        ("\U0010ffff", "U+10FFFF"),
    ],
)
def test_nothing_invisible_is_shown_as_it_is(text: str, expected: str) -> None:
    """Control, formatting and unassigned characters are written out, so that no text drives a terminal."""
    assert shown(text, quote=False) == expected
    assert shown(text) == f"`{expected}`"
    assert shown(text).encode("utf-8")


def test_a_long_text_is_cut() -> None:
    """A text of more than 60 characters ends in an ellipsis as its sixtieth, unless all of it is wanted."""
    assert shown("x" * 60, quote=False) == "x" * 60
    assert shown("x" * 61, quote=False) == "x" * 59 + "…"
    assert shown("x" * 1_000_000) == f"`{'x' * 59}…`"
    assert shown("x" * 100, quote=False, limit=None) == "x" * 100
    assert shown("\x00" * 100, quote=False) == r"\x00" * 59 + "…"
