"""Doubts are told once for a pair of categories, wherever the language is spoken."""

import pytest

from customer_types import loads
from customer_types._checking.doubts import doubts

PAIR = """\
id: pair
version: 1.0.0
label: {{en: Pair, fr: Paire}}
categories:
  - id: one
    label: {{en: One, {one}}}
    when: {{orders: {{min: 3}}}}
  - id: two
    label: {{en: Two, {two}}}
    when: {{orders: {{below: 3}}}}
"""
FORMS = "{one: Habitué, other: Habitués, one_feminine: Habituée, other_feminine: Habituées}"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (f"fr: {FORMS}", f"fr: {FORMS}", ["Habitué"]),  # all forms are the same, and one is told
        ("fr: Fidèle", "fr: Infidèle, fr-CA: FIDELE", ["FIDELE"]),  # a variety has the names of its language
        ("fr: Fidèle", f"fr: {FORMS}, fr-CA: {{also: [Fidèle]}}", []),  # a name goes before a synonym
        ("fr: {one: Ami, also: [Fidèle]}", "fr: {one: Copain, also: [Fidèle]}", ["Fidèle"]),
        ("fr: Fidèle", "fr: Infidèle, es: Fidèle", []),  # another language is another matter
    ],
)
def test_shared_names_are_told_once(one: str, two: str, expected: list[str]) -> None:
    """For each pair of categories, language and kind of name there is one warning."""
    found = [*doubts(loads(PAIR.format(one=one, two=two)))]
    assert [(fault.code, fault.arguments["text"]) for fault in found] == [
        ("label.shared", text) for text in expected
    ]
