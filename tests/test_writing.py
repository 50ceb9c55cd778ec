"""Writing: canonical YAML that is read back as the same taxonomy, and a fingerprint of its content."""

import copy
import os
import pickle
import subprocess
import sys
import warnings
from collections.abc import Callable
from random import Random
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.property.documents import QUOTES, Content, block, contents, flow
from tests.tries import tries

import customer_types as ct
from customer_types import Taxonomy, dumps, fingerprint, loads

SHIPPED = [taxonomy.id for taxonomy in ct.catalog()]

CLUB = """\
id: club
version: 1.0.0
label: {en: Club, fr: Club privé}
languages: [en, fr]
decide: all
thresholds:
  - {id: few, value: 3, label: {en: Few, fr: Peu}}
sources:
  - {id: book, title: {en: A book, fr: Un livre}}
facts:
  - {id: colour, type: choice, values: [red, blue], label: {en: Colour, fr: Couleur}}
categories:
  - id: gold
    label: {en: Gold, fr: {one: Membre doré, other: Membres dorés, one_feminine: Membre dorée}}
    source: book
    when: {orders: {min: few, below: 100}, colour: [red, blue]}
  - id: silver
    label: {en: Silver, fr: Argent}
    when: {any: [{orders: 2}, {not: {category: gold}}]}
    actions:
      - {id: greet, text: {en: Greet., fr: Saluer.}, towards: gold}
rules:
  - disjoint: [gold, silver]
"""


@pytest.fixture(autouse=True)
def nothing_doubtful() -> Any:
    """Let no text that is written be doubtful when it is read again."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


# ---- round trips -------------------------------------------------------------------------------


@pytest.mark.parametrize("id", SHIPPED)
def test_shipped_taxonomies_are_read_back(id: str) -> None:
    """What is written of a shipped taxonomy is read as that taxonomy, and written in the same way again."""
    taxonomy = ct.taxonomy(id)
    text = dumps(taxonomy)
    again = loads(text)
    assert again == taxonomy
    assert dumps(again) == text
    assert fingerprint(again) == fingerprint(taxonomy)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=tries(50))
@given(contents(), st.sampled_from(QUOTES))
def test_any_taxonomy_is_read_back(content: Content, quote: Callable[[str], str]) -> None:
    """Whatever a file can say comes back from what is written of it, in the same words and once for all."""
    taxonomy = loads(flow(content, quote))
    text = dumps(taxonomy)
    again = loads(text)
    assert again == taxonomy
    assert dumps(again) == text
    assert fingerprint(again) == fingerprint(taxonomy)
    assert pickle.loads(pickle.dumps(taxonomy)) == copy.deepcopy(taxonomy) == taxonomy


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=tries(30))
@given(contents())
def test_what_is_written_is_canonical(content: Content) -> None:
    """The same content gives the same text and fingerprint, however its file was written."""
    texts = [write(content, quote) for write in (flow, block) for quote in QUOTES]
    texts += [texts[0].replace("\n", "\r\n"), texts[4].replace("\n", "\r"), "\ufeff" + texts[5]]
    taxonomies = [loads(text) for text in texts]
    assert all(taxonomy == taxonomies[0] for taxonomy in taxonomies)
    assert len({hash(taxonomy.labels) for taxonomy in taxonomies}) == 1
    assert len(set(map(dumps, taxonomies))) == 1
    assert len(set(map(fingerprint, taxonomies))) == 1


def test_what_is_written_needs_no_reader_of_our_own() -> None:
    """A plain reader of YAML finds the same content: texts as texts, numbers as numbers, no aliases."""
    for id in SHIPPED:
        text = dumps(ct.taxonomy(id))
        assert text == normalize("NFC", text)
        assert not any(isinstance(token, (yaml.AliasToken, yaml.TagToken)) for token in yaml.scan(text))
        content = yaml.safe_load(text)
        assert [category["id"] for category in content["categories"]] == [one.id for one in ct.taxonomy(id)]
        assert all(isinstance(one["value"], (int, float)) for one in content.get("thresholds", []))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3", "value: 3\n"),
        ("3.0", "value: 3\n"),
        ("-0.0", "value: 0\n"),
        ("0.00001", "value: 0.00001\n"),
        ("-0.000000012", "value: -0.000000012\n"),
        ("0.1", "value: 0.1\n"),
        ("999999999999999", "value: 999999999999999\n"),
        ("99999999999999.0", "value: 99999999999999\n"),
        ("12345678.9012345", "value: 12345678.9012345\n"),
    ],
)
def test_numbers_are_written_in_plain_digits(written: str, expected: str) -> None:
    """A number has neither exponent nor a fraction of zero, so that every reader reads the same."""
    taxonomy = loads(CLUB.replace("value: 3", f"value: {written}").replace("min: few, ", ""))
    assert expected in dumps(taxonomy)
    assert loads(dumps(taxonomy)) == taxonomy


def test_defaults_are_left_out() -> None:
    """What a file says only to repeat a default is not written."""
    text = dumps(loads(CLUB))
    assert "languages" not in text
    assert "decide" not in text
    assert "historical" not in text
    assert "changeable" not in text


@pytest.mark.parametrize(
    "change",
    [
        ("languages: [en, fr]", "languages: []"),
        ("  - disjoint: [gold, silver]", "  - disjoint: all\n    id: apart\n    note: {en: a, fr: b}"),
        ("values: [red, blue]", "values: ['1e3', '08', 'nO', '2026-1-1', '0o7', red, blue]"),
        ("en: Gold,", "en: '1e3',"),
        ("en: Gold,", "en: 'a #b',"),
        ("fr: Argent", "fr: {also: [Vermeil], one_feminine: Dame}"),
    ],
)
def test_rare_content_is_read_back(change: tuple[str, str]) -> None:
    """What is empty, looks like something else or has no name of its own comes back as well."""
    assert change[0] in CLUB
    taxonomy = loads(CLUB.replace(*change))
    assert loads(dumps(taxonomy)) == taxonomy


# ---- fingerprints ------------------------------------------------------------------------------

SAME: dict[str, Callable[[str], str]] = {
    "byte-order mark": lambda text: "\ufeff" + text,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of a Macintosh": lambda text: text.replace("\n", "\r"),
    "decomposed accents": lambda text: normalize("NFD", text),
    "comments": lambda text: text.replace("\n", " # comment\n"),
    "document markers": lambda text: f"--- # a taxonomy\n{text}...\n",
    "block style": lambda text: text.replace(
        "label: {en: Club, fr: Club privé}", "label:\n  en: Club\n  fr: Club privé"
    ),
    "quotes": lambda text: text.replace("en: Gold", "en: 'Gold'").replace("fr: Argent", 'fr: "\\x41rgent"'),
    "quoted keys": lambda text: text.replace("when:", '"when":').replace("orders:", "'orders':"),
    "explicit keys": lambda text: text.replace("version: 1.0.0", "? version\n: 1.0.0"),
    "folded text": lambda text: text.replace("fr: Club privé}", "fr: Club\n  privé}"),
    "a list of one": lambda text: text.replace("source: book", "source: [book]"),
    "a form by name": lambda text: text.replace("en: Gold,", "en: {one: Gold},"),
    "defaults": lambda text: text.replace("languages: [en, fr]\n", "").replace("decide: all\n", ""),
    "defaults at length": lambda text: text.replace(
        "    source: book", "    source: book\n    historical: false"
    ),
    "all at length": lambda text: text.replace(
        "{orders: {min: few, below: 100}, colour: [red, blue]}",
        "{all: [{orders: {min: few}}, {orders: {below: 100}}, {colour: [red, blue]}]}",
    ),
    "a fraction of zero": lambda text: text.replace("value: 3", "value: 3.0").replace("100", "100.0"),
    "language tags": lambda text: text.replace("fr: Argent", "FR: Argent"),
    "the order of languages": lambda text: text.replace(
        "{en: Gold, fr: {one: Membre doré, other: Membres dorés,",
        "{fr: {other: Membres dorés, one: Membre doré,",
    ).replace("one_feminine: Membre dorée}}", "one_feminine: Membre dorée}, en: Gold}"),
    "a threshold in quotes": lambda text: text.replace("min: few", "min: 'few'"),
    "the order of keys": lambda text: text.replace(
        "id: club\nversion: 1.0.0\n", "version: 1.0.0\nid: club\n"
    ),
}
OTHER: dict[str, tuple[str, str]] = {
    "id": ("id: club", "id: guild"),
    "version": ("1.0.0", "1.0.1"),
    "label": ("Club privé", "Club prive"),
    "capitals": ("en: Gold", "en: gold"),
    "languages": ("[en, fr]", "[fr, en]"),
    "decide": ("decide: all", "decide: first"),
    "threshold": ("value: 3", "value: 3.5"),
    "source": ("source: book", "source: editorial"),
    "title": ("A book", "The book"),
    "values": ("values: [red, blue]", "values: [blue, red]"),
    "form": ("one_feminine", "other_feminine"),
    "gender": ("one_feminine: Membre dorée", "gender: epicene"),
    "operator": ("min: few", "above: few"),
    "bound": ("below: 100", "below: 101"),
    "literal": ("[red, blue]}\n", "[red]}\n"),
    "equals or one of": ("{orders: 2}", "{orders: [2]}"),
    "denial": ("{not: {category: gold}}", "{category: gold}"),
    "any or all": ("{any: [", "{all: ["),
    "action": ("Greet.", "Greet!"),
    "aim": (", towards: gold", ""),
    "rule": ("disjoint: [", "overlaps: ["),
    "rule's members": ("disjoint: [gold, silver]", "disjoint: all"),
    "historical": ("    source: book", "    historical: true"),
    "order of categories": (
        "  - {id: few, value: 3, label: {en: Few, fr: Peu}}",
        "  - {id: few, value: 3, label: {en: Few, fr: Peu}}\n  - {id: many, value: 9, label: {en: M, fr: B}}",
    ),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_a_fingerprint_does_not_ask_how_a_file_is_written(change: Callable[[str], str]) -> None:
    """Two ways to write one content have one fingerprint, and are equal taxonomies."""
    changed = change(CLUB)
    assert changed != CLUB
    assert loads(changed) == loads(CLUB)
    assert fingerprint(loads(changed)) == fingerprint(loads(CLUB))


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_a_fingerprint_changes_with_any_content(change: tuple[str, str]) -> None:
    """Every change of what a file says changes its fingerprint, and the taxonomy."""
    assert CLUB.count(change[0]) >= 1
    changed = loads(CLUB.replace(*change))
    assert changed != loads(CLUB)
    assert fingerprint(changed) != fingerprint(loads(CLUB))
    assert loads(dumps(changed)) == changed


def shuffled(content: Content, random: Random) -> Content:
    """Write keys in another order, but for those of criteria and implications, which are read in order."""
    if isinstance(content, dict):
        keys = list(content)
        random.shuffle(keys)
        in_order = ("when", "if", "then", "implies")
        return {key: content[key] if key in in_order else shuffled(content[key], random) for key in keys}
    return [shuffled(item, random) for item in content] if isinstance(content, list) else content


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=tries(30))
@given(contents(), st.randoms(use_true_random=False))
def test_the_order_of_keys_is_no_content(content: Content, random: Random) -> None:
    """Keys, languages and forms may stand in any order: the taxonomy is equal and is written alike."""
    one, other = loads(flow(content, QUOTES[0])), loads(flow(shuffled(content, random), QUOTES[0]))
    assert one == other
    assert dumps(one) == dumps(other)
    assert fingerprint(one) == fingerprint(other)


def test_shipped_taxonomies_have_fingerprints_of_their_own() -> None:
    """A fingerprint is 64 hexadecimal digits, and no two shipped taxonomies share one."""
    prints = {fingerprint(taxonomy) for taxonomy in ct.catalog()}
    assert len(prints) == len(SHIPPED)
    assert all(len(print_) == 64 and int(print_, 16) >= 0 for print_ in prints)


def test_a_fingerprint_is_the_same_in_every_process() -> None:
    """Neither the seed of hashes nor the process changes a fingerprint or the written text."""
    program = (
        "import customer_types as ct, hashlib\n"
        "for taxonomy in ct.catalog():\n"
        "    text = ct.dumps(taxonomy).encode()\n"
        "    print(taxonomy.id, ct.fingerprint(taxonomy), hashlib.sha256(text).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    (output,) = outputs
    assert {line.split()[0]: line.split()[1] for line in output.splitlines()} == {
        taxonomy.id: fingerprint(taxonomy) for taxonomy in ct.catalog()
    }


def test_places_are_no_content() -> None:
    """The same text read from elsewhere is the same taxonomy."""
    moved = loads("# one line lower\n" + CLUB)
    assert moved["gold"].location != loads(CLUB)["gold"].location
    assert moved == loads(CLUB)
    assert isinstance(moved, Taxonomy)
    assert fingerprint(moved) == fingerprint(loads(CLUB))
