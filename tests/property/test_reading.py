"""Laws of reading: any bytes end in a taxonomy or in faults, and each fault is where it was planted."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st
from tests.fuzz_layers import fuzz as fuzz_layers
from tests.fuzz_reading import SMALL, SNIPPETS, check_faults, fuzz, mutated, outcome, seeds
from tests.property.documents import QUOTES, Content, block, contents, flow
from tests.tries import tries

from customer_types import LoadError, catalog, loads
from customer_types._catalog.shipped import folder
from customer_types._reading.documents import decode
from customer_types._reading.files import read_sources, read_taxonomy, read_vocabulary

SEEDS = seeds()

# ---- whatever a file holds ---------------------------------------------------------------------


@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8"))))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"{id: t,")
@example(b"a: [\r")
@example(b"'")
def test_any_bytes_end_in_a_taxonomy_or_in_faults(content: bytes) -> None:
    """Bytes of all kinds are read without any error but faults, each with a place and in both languages."""
    outcome(content)


@given(st.lists(st.sampled_from(SNIPPETS), max_size=40).map(b"".join))
def test_any_marks_of_yaml_end_in_a_taxonomy_or_in_faults(content: bytes) -> None:
    """What YAML makes much of, in any order, is read without any error but faults."""
    outcome(content)


@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_any_mutation_ends_in_a_taxonomy_or_in_faults(content: bytes, random: Random) -> None:
    """A good or a broken file with bytes, lines or words changed is read without any error but faults."""
    outcome(mutated(content, random))


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=tries(40))
@given(contents(), st.sampled_from((flow, block)), st.sampled_from(QUOTES), st.randoms(use_true_random=False))
def test_any_mutation_of_any_taxonomy_ends_in_a_taxonomy_or_in_faults(
    content: Content, write: Callable[..., str], quote: Callable[[str], str], random: Random
) -> None:
    """Whatever a file can say, a change of it in any place is read without any error but faults."""
    outcome(mutated(write(content, quote).encode("utf-8"), random))


@given(st.text(max_size=200))
@example("\ud800: \udfff")
@example('id: "\\ud800"')
@example("\ufeff\ufeffid: t")
def test_any_text_ends_in_a_taxonomy_or_in_faults(text: str) -> None:
    """Text of a program may hold half surrogates and more; it is read without any error but faults."""
    try:
        loads(text)
    except LoadError as error:
        check_faults(error.faults, text.removeprefix("\ufeff").encode("utf-8", "replace"))


SHARED: dict[str, Callable[[Any], object]] = {"facts.yaml": read_vocabulary, "sources.yaml": read_sources}


@pytest.mark.parametrize("name", SHARED)
@settings(max_examples=tries(30))
@given(random=st.randoms(use_true_random=False))
def test_any_mutation_of_the_shared_files_ends_in_content_or_in_faults(name: str, random: Random) -> None:
    """Facts and sources are read by the same rules as taxonomies."""
    content = mutated((folder() / name).read_bytes(), random)
    try:
        SHARED[name](decode(content, "x.yaml"))
    except LoadError as error:
        check_faults(error.faults, content)


@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
@settings(max_examples=tries(40))
def test_a_trusted_file_is_read_with_as_much_care(content: bytes, random: Random) -> None:
    """A file that is believed to name only what there is has no other way to fail than faults."""
    content = mutated(content, random)
    try:
        read_taxonomy(decode(content, "x.yaml"), catalog(), trusted=True)
    except LoadError as error:
        check_faults(error.faults, content)


def test_plain_random_mutation_breaks_no_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A short piece of the fuzz target comes to an end, with good files and with many kinds of faults."""
    monkeypatch.chdir(tmp_path)
    counts = fuzz(Random(4711), texts=6_000)
    assert counts.total() == 6_000
    assert counts["good"] > 80
    assert len(counts) > 30


def test_files_that_build_on_others_break_no_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A short piece of the fuzz target of layers comes to an end, with catalogs and with kinds of faults."""
    monkeypatch.chdir(tmp_path)
    counts = fuzz_layers(Random(4711), sets=4_000)
    assert counts.total() == 4_000
    assert counts["good"] > 100
    assert len(counts) > 30


# ---- where a fault is --------------------------------------------------------------------------

GOOD = """\
id: club
version: 1.0.0
label: {en: Club, fr: Club}
languages: [en, fr]
decide: all
source: editorial
valid_from: 2026-01-31
thresholds:
  - id: many
    value: 10
    label: {en: Many, fr: Beaucoup}
  - id: few
    value: 3
    label: {en: Few, fr: Peu}
sources:
  - id: book
    title: {en: A book, fr: Un livre}
    language: en
units:
  - id: visits
    label: {en: Visits, fr: Visites}
facts:
  - id: colour
    type: choice
    values: [red, blue]
    label: {en: Colour, fr: Couleur}
  - id: height
    type: number
    min: 0
    max: 3
    label: {en: Height, fr: Taille}
invariants:
  - if: {orders: 0}
    then: {spend: {max: 0}}
  - ascending: [orders_365d, orders]
categories:
  - id: gold
    label: {en: 🥇 Gold, fr: {one: Doré, also: [Or]}}
    definition: {en: Ten orders., fr: Dix commandes.}
    when: {orders: {min: many}}
  - id: silver
    label: {en: Silver, fr: Argent}
    source: book
    when:
      any:
        - {orders: {min: few, max: 9}}
        - {colour: [red]}
  - id: bronze
    label: {en: Bronze, fr: Bronze}
    when: {category: lifecycle/new}
    actions:
      - {id: greet, text: {en: Greet., fr: Saluer.}, towards: gold}
      - {id: thank, text: {en: Thank., fr: Remercier.}}
    notes:
      - {kind: example, text: {en: Ann., fr: Anne.}}
  - id: tin
    label: {en: Tin, fr: Étain}
    without_criteria: {en: By invitation., fr: Sur invitation.}
rules:
  - disjoint: [gold, silver]
  - exhaustive: true
    note: {en: All., fr: Tous.}
  - implies: {bronze: silver}
"""

#: What to plant: a part of the good file, and what it becomes; ‸ stands before the place of the fault.
PLANTS: tuple[tuple[str, str, str], ...] = (
    ("id: club", "id: ‸Club", "id.form"),
    ("version: 1.0.0", "version: ‸v 1", "version.form"),
    ("label: {en: Club, fr: Club}", "label: ‸{en: Club}", "label.missing-language"),
    ("languages: [en, fr]", "languages: [en, fr, ‸x]", "language.form"),
    ("decide: all", "decide: ‸last", "schema.value"),
    ("source: editorial", "source: ‸nobody", "source.unknown"),
    ("valid_from: 2026-01-31", "valid_from: ‸2026-02-30", "schema.date"),
    ("  - id: visits", "  - id: ‸known", "id.reserved"),
    ("value: 3", "value: ‸03", "number.form"),
    ("label: {en: Few, fr: Peu}", "label: {en: Few, ‸fr: ''}", "label.empty"),
    ("fr: Un livre}", "fr: ‸[Un livre]}", "schema.type"),
    ("    language: en", "    language: ‸english", "language.form"),
    ("label: {en: Visits, fr: Visites}", "‸lable: {en: Visits, fr: Visites}", "schema.unknown-key"),
    ("values: [red, blue]", "values: [red, blue, ‸red]", "taxonomy.duplicate-id"),
    ("    max: 3", "    max: ‸.inf", "number.not-finite"),
    ("if: {orders: 0}", "if: {‸oders: 0}", "criteria.unknown-field"),
    ("ascending: [orders_365d, orders]", "ascending: [‸colour, orders]", "schema.type"),
    ("fr: {one: Doré, also: [Or]}", "fr: {one: Doré, also: [Or, ‸{}]}", "label.empty"),
    ("definition: {en: Ten orders.,", "definition: {‸en: '',", "text.empty"),
    ("when: {orders: {min: many}}", "when: {orders: {min: ‸mani}}", "schema.type"),
    ("    source: book\n", "    source: [book, ‸library]\n", "source.unknown"),
    ("{min: few, max: 9}", "‸{min: 10, max: 9}", "criteria.empty-range"),
    ("{colour: [red]}", "{colour: [red, ‸rod]}", "criteria.unknown-value"),
    ("lifecycle/new", "‸lifecycle/newest", "criteria.unknown-category"),
    ("{id: greet,", "{id: ‸Greet,", "id.form"),
    ("towards: gold", "towards: ‸lead", "criteria.unknown-category"),
    ("{id: thank,", "{‸identity: 1, id: thank,", "schema.unknown-key"),
    ("kind: example", "kind: ‸sample", "schema.value"),
    ("fr: Anne.}", "‸fr: }", "text.empty"),
    ("  - id: silver\n", "  - id: silver\n    ‸without_criteria: {en: A, fr: B}\n", "schema.conflict"),
    (
        "  - id: tin\n    label: {en: Tin, fr: Étain}\n    without_criteria",
        "  - ‸id: tin\n    label: {en: Tin, fr: Étain}\n    definition",
        "criteria.missing",
    ),
    ("label: {en: Bronze,", "label: {en: Br‸\u202eonze,", "text.bidi"),
    ("{en: Greet.,", '{en: ‸"\\e[1mGreet.",', "text.control"),
    ("fr: Saluer.}", "fr: ‸No}", "yaml.ambiguous-plain"),
    ("\nunits:\n", "\n‸version: 2.0.0\nunits:\n", "yaml.duplicate-key"),
    ("disjoint: [gold, silver]", "disjoint: ‸[gold]", "rules.two-categories"),
    ("exhaustive: true", "exhaustive: ‸perhaps", "schema.type"),
    ("note: {en: All.,", "note: {‸en: ' ',", "text.empty"),
    ("implies: {bronze: silver}", "implies: {bronze: ‸iron}", "criteria.unknown-category"),
)

#: Own facts that are faulty leave no more than their names, so that nothing is said of tests of them.
_BREAKS_FACTS = {"values: [red, blue]", "    max: 3"}
_NEEDS_FACTS = {"{colour: [red]}", "ascending: [orders_365d, orders]"}


def planted(plants: list[tuple[str, str, str]]) -> tuple[str, list[tuple[str, int, int]]]:
    """Plant faults in the good file, and tell the code, line and column of each."""
    text = GOOD
    for number, (part, fault, _) in enumerate(plants):
        assert text.count(part) == 1, part
        text = text.replace(part, fault.replace("‸", f"‸{chr(0xE000 + number)}"))
    places = []
    lines = text.split("\n")
    for line, written in enumerate(lines, 1):
        while (column := lines[line - 1].find("‸")) >= 0:
            code = plants[ord(lines[line - 1][column + 1]) - 0xE000][2]
            places.append((code, line, column + 1))
            lines[line - 1] = lines[line - 1][:column] + lines[line - 1][column + 2 :]
        assert "‸" not in lines[line - 1] or written
    return "\n".join(lines), places


def found(text: str) -> list[tuple[str, int | None, int | None]]:
    """List what is wrong or doubtful in a text."""
    document = decode(text.encode("utf-8"), "x.yaml")
    try:
        read_taxonomy(document, catalog())
        faults = document.faults
    except LoadError as error:
        faults = list(error.faults)
    return [(fault.code, fault.location.line, fault.location.column) for fault in faults]


def test_nothing_planted_is_nothing_found() -> None:
    """The good file is good, and so are the small ones that are mutated."""
    assert found(GOOD) == []
    assert all(found(text) == [] for text in SMALL)


@pytest.mark.parametrize("plant", PLANTS, ids=[f"{code}: {fault}" for _, fault, code in PLANTS])
def test_a_planted_fault_is_found_in_its_place(plant: tuple[str, str, str]) -> None:
    """A fault is reported with its code at its line and column, and nothing else is."""
    text, expected = planted([plant])
    assert found(text) == expected


@given(
    st.lists(st.sampled_from(PLANTS), unique=True, min_size=2, max_size=12),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
@example(list(PLANTS[:20]), "\n")
@example(list(PLANTS), "\n")
def test_all_planted_faults_are_found_together(plants: list[tuple[str, str, str]], end: str) -> None:
    """Many faults in a file are all reported in one run, in file order, none hiding another."""
    if _BREAKS_FACTS & {part for part, _, _ in plants}:
        plants = [plant for plant in plants if plant[0] not in _NEEDS_FACTS]
    text, expected = planted(plants)
    assert found(text.replace("\n", end)) == expected


@given(st.integers(0, GOOD.count("\n")), st.integers(0, 40))
def test_a_place_moves_with_its_line(line: int, count: int) -> None:
    """Lines put in before a fault move it down by their number, and lines after it do not."""
    text, [(code, at, column)] = planted([PLANTS[19]])
    lines = text.split("\n")
    lines[line:line] = ["# 🙂 é\u00a0"] * count
    assert found("\n".join(lines)) == [(code, at + (count if line < at else 0), column)]
