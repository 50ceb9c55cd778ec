"""Structure: every key of a file arrives in the model, with its place, or is reported."""

import copy
import pickle
from datetime import date
from importlib.resources import as_file

import attrs
import pytest
from tests.reading.attacks import ONE

import customer_types as ct
from customer_types import LoadError, Taxonomy, catalog, load, loads
from customer_types._reading.documents import MAX_SUGGESTIONS, Document, decode
from customer_types._reading.shipped import SHARED_FILES, folder, taxonomy_files
from customer_types._reading.structure import KEYS, read_sources, read_taxonomy, read_vocabulary
from customer_types.categories import Action, Category, Note, Source, Threshold
from customer_types.criteria import All, InCategory, Operator, Test
from customer_types.facts import Ascending, Fact, Implication, Unit
from customer_types.frozen import FrozenMap
from customer_types.labels import Name

FULL = """\
id: club
version: 2.1.0
label: {en: Club, fr: Club}
definition: {en: Levels., fr: Niveaux.}
source: [editorial, book]
languages: [en, fr]
notation: CL
broader: lifecycle/loyal
related: [lifecycle/new, lifecycle/lost]
historical: true
deprecated: {since: 2.0.0, replaced_by: guild}
valid_from: 2026-01-31
decide: all
actions:
  - {id: thank, text: {en: Thank., fr: Remercier.}}
notes:
  - {text: {en: A note., fr: Une note.}}
thresholds:
  - {id: many, value: 10, unit: visits, label: {en: Many, fr: Bien}, source: book, note: {en: Why., fr: Car.}}
sources:
  - {id: book, language: fr-ca, title: {en: A book, fr: Un livre}, url: 'https://example.org',
     note: {en: Old., fr: Vieux.}}
units:
  - {id: visits, label: {en: {one: visit, other: visits}, fr: {one: visite, other: visites}}}
facts:
  - id: visits
    type: integer
    min: 0
    max: 9000
    unit: visits
    label: {en: Visits, fr: Visites}
    definition: {en: How many., fr: Combien.}
    source: book
    base: behavioral
    changeable: increase
    sensitive: false
  - {id: colour, sensitive: true, type: choice, label: {en: Colour, fr: Couleur},
     values: [red, {id: blue, label: {en: Blue, fr: Bleu}}]}
invariants:
  - {if: {visits: 0}, then: {colour: {known: false}}}
  - ascending: [orders_365d, orders]
categories:
  - id: gold
    label:
      en: {one: Gold, other: Golds, also: [Golden], avoid: [{one: Rich, reason: {en: Rude., fr: Grossier.}}]}
      fr: {one: Doré, one_feminine: Dorée, gender: masculine}
      fr-CA: Or
    definition: {en: Ten., fr: Dix.}
    source: book
    notation: G
    broader: [lifecycle/loyal]
    related: silver
    historical: false
    deprecated: {since: 2.1.0}
    valid_from: 2025-12-31
    when: {visits: {min: many}, category: lifecycle/loyal}
    actions:
      - {id: greet, text: {en: Greet., fr: Saluer.}, towards: silver, source: [book, editorial]}
    notes:
      - {kind: example, text: {en: Ann., fr: Anne.}, source: book}
  - id: silver
    label: {en: Silver, fr: Argent}
    without_criteria: {en: By invitation., fr: Sur invitation.}
rules:
  - {disjoint: all, id: apart, source: book, note: {en: So., fr: Donc.}}
  - disjoint: [gold, silver]
  - exhaustive: true
  - implies: {gold: silver, silver: lifecycle/loyal}
  - overlaps: [gold, silver]
"""


@pytest.fixture(scope="module")
def full() -> Taxonomy:
    """Read a file that says all there is to say."""
    return loads(FULL)


# ---- what arrives ------------------------------------------------------------------------------


def test_a_taxonomy_has_what_its_file_says(full: Taxonomy) -> None:
    """Each key of the file fills its attribute."""
    assert (full.id, full.version, full.notation, full.decide) == ("club", "2.1.0", "CL", "all")
    assert (full.label("fr"), full.definition("fr")) == ("Club", "Niveaux.")
    assert (full.source, full.languages) == (("editorial", "book"), ("en", "fr"))
    assert (full.broader, full.related) == (("lifecycle/loyal",), ("lifecycle/new", "lifecycle/lost"))
    assert (full.historical, full.valid_from) == (True, date(2026, 1, 31))
    assert full.deprecated is not None
    assert (full.deprecated.since, full.deprecated.replaced_by) == ("2.0.0", "guild")
    assert [(action.id, action.text("fr")) for action in full.actions] == [("thank", "Remercier.")]
    assert [(note.kind, note.text("en")) for note in full.notes] == [("note", "A note.")]
    assert [category.key for category in full] == ["club/gold", "club/silver"]


def test_a_category_has_what_its_file_says(full: Taxonomy) -> None:
    """Labels with all forms, criteria, actions and notes arrive in the category."""
    gold, silver = full
    assert gold.label("en", count=2) == "Golds"
    assert gold.label("fr", gender="feminine") == "Dorée"
    assert gold.label("fr-CA") == "Or"
    english, french = gold.labels.by_language["en"], gold.labels.by_language["fr"]
    assert english.also == (Name(forms=FrozenMap({"one": "Golden"})),)
    assert [avoided.name.forms["one"] for avoided in english.avoid] == ["Rich"]
    assert english.avoid[0].reason is not None
    assert english.avoid[0].reason.text("fr") == "Grossier."
    assert french.name is not None
    assert french.name.gender == "masculine"
    assert (gold.definition("fr"), gold.source, gold.notation) == ("Dix.", ("book",), "G")
    assert (gold.broader, gold.related) == (("lifecycle/loyal",), ("silver",))
    assert (gold.historical, gold.valid_from) == (False, date(2025, 12, 31))
    assert gold.deprecated is not None
    assert (gold.deprecated.since, gold.deprecated.replaced_by) == ("2.1.0", None)
    assert gold.when == All((Test("visits", Operator.MIN, "many"), InCategory("lifecycle/loyal")))
    assert gold.without_criteria is None
    (action,), (note,) = gold.actions, gold.notes
    assert (action.id, action.text("fr"), action.towards) == ("greet", "Saluer.", "silver")
    assert action.source == ("book", "editorial")
    assert (note.kind, note.text("fr"), note.source) == ("example", "Anne.", ("book",))
    assert gold.sources == ("book", "editorial")
    assert silver.when is None
    assert silver.without_criteria is not None
    assert silver.without_criteria.text("fr") == "Sur invitation."
    assert (silver.actions, silver.notes, silver.source, silver.deprecated) == ((), (), (), None)


def test_thresholds_sources_and_facts_arrive(full: Taxonomy) -> None:
    """What a file declares beside its categories arrives in the taxonomy's own vocabulary."""
    (threshold,) = full.thresholds
    assert (threshold.id, threshold.value, threshold.unit) == ("many", 10, "visits")
    assert (threshold.label("fr"), threshold.source) == ("Bien", ("book",))
    assert threshold.notes is not None
    assert threshold.notes.text("fr") == "Car."
    (source,) = full.own_sources
    assert (source.id, source.title("fr"), source.language) == ("book", "Un livre", "fr-CA")
    assert source.url == "https://example.org"
    assert source.notes is not None
    assert source.notes.text("en") == "Old."
    vocabulary = full.own_vocabulary
    assert vocabulary.units["visits"].labels.text("fr", count=2) == "visites"
    visits, colour = vocabulary.facts.values()
    assert (visits.id, visits.type, visits.min, visits.max) == ("visits", "integer", 0, 9000)
    assert (visits.unit, visits.base, visits.changeable, visits.sensitive) == (
        "visits",
        "behavioral",
        "increase",
        False,
    )
    assert (visits.label("fr"), visits.definition("fr"), visits.source) == ("Visites", "Combien.", ("book",))
    assert (colour.changeable, colour.sensitive, colour.min, colour.unit) == ("never", True, None, None)
    assert [value.id for value in colour.values] == ["red", "blue"]
    assert colour.values[0].labels is None
    assert colour.values[1].labels is not None
    assert colour.values[1].labels.text("fr") == "Bleu"
    assert vocabulary.invariants == (
        Implication(
            condition=Test("visits", Operator.EQUALS, 0),
            consequence=Test("colour", Operator.KNOWN, False),
        ),
        Ascending(facts=("orders_365d", "orders")),
    )
    assert set(full.vocabulary.facts) == {*catalog().facts, "visits", "colour"}


def test_rules_arrive(full: Taxonomy) -> None:
    """Each kind of rule arrives in file order."""
    apart, disjoint, exhaustive, implies, overlaps = map(attrs.asdict, full.rules)
    assert (apart["categories"], apart["id"], apart["source"]) == (None, "apart", ("book",))
    assert disjoint["categories"] == ("gold", "silver")
    assert exhaustive["id"] is None
    assert implies["pairs"] == (("gold", "silver"), ("silver", "lifecycle/loyal"))
    assert overlaps["categories"] == ("gold", "silver")


def test_what_is_read_knows_its_place(full: Taxonomy) -> None:
    """Whatever has a place in the model stands where its mapping begins in the file."""
    lines = FULL.splitlines()

    def at(one: Taxonomy | Category | Threshold | Action | Note | Source | Fact | Unit) -> str:
        assert one.location.line is not None
        assert one.location.column is not None
        assert one.location.path == "<text>"
        return lines[one.location.line - 1][one.location.column - 1 :]

    gold, silver = full
    assert at(full) == "id: club"
    assert (at(gold), at(silver)) == ("id: gold", "id: silver")
    assert at(full.thresholds[0]).startswith("{id: many,")
    assert at(full.own_sources[0]).startswith("{id: book,")
    assert at(gold.actions[0]).startswith("{id: greet,")
    assert at(gold.notes[0]).startswith("{kind: example,")
    assert at(full.own_vocabulary.units["visits"]).startswith("{id: visits,")
    assert at(full.own_vocabulary.facts["visits"]) == "id: visits"
    places = [(rule.location.line, rule.location.column) for rule in full.rules]
    begin = lines.index("rules:") + 2
    assert places == [(begin + number, 5) for number in range(5)]


def test_taxonomies_are_values(full: Taxonomy) -> None:
    """A taxonomy compares by content, survives pickles and copies, and keeps what it looks up elsewhere."""
    for again in (pickle.loads(pickle.dumps(full)), copy.copy(full), copy.deepcopy(full), loads(FULL)):
        assert again == full
        assert hash(again) == hash(full)
        assert again["gold"].location == full["gold"].location
        assert set(again.vocabulary.facts) == set(full.vocabulary.facts)
    assert repr(full) == "<Taxonomy club: 2 categories>"


def test_every_key_of_the_format_is_in_the_full_file() -> None:
    """The file that says all there is to say has every key of every table, so that none is untested."""
    written = set(FULL.replace("{", " ").replace(",", " ").replace(":", " ").split())
    assert {key for table in KEYS.values() for key in table} <= written


# ---- the shipped files -------------------------------------------------------------------------


@pytest.mark.parametrize("id", taxonomy_files())
def test_a_shipped_file_is_the_same_read_with_trust_and_without(id: str) -> None:
    """A shipped taxonomy is read without looking at other files, and a full check reads the same."""
    with as_file(taxonomy_files()[id]) as path:
        checked = load(path)
    assert checked == ct.taxonomy(id)
    assert checked.id == id


def test_the_shared_files_are_found() -> None:
    """Facts and sources lie beside the taxonomies and are none of them."""
    assert {file.name for file in folder().iterdir()} >= SHARED_FILES
    assert not {f"{id}.yaml" for id in taxonomy_files()} & SHARED_FILES
    assert set(catalog().facts) == set(read_vocabulary(_shared("facts.yaml")).facts)
    assert set(catalog().sources) == set(read_sources(_shared("sources.yaml")))


def _shared(name: str) -> Document:
    return decode((folder() / name).read_bytes(), name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fact: []\n", [("schema.unknown-key", 1, 1)]),
        ("facts:\n  - {id: A, type: number, label: {en: a, fr: b}}\n", [("id.form", 2, 10)]),
        ("facts: {}\n", [("schema.type", 1, 8)]),
        ("[]\n", [("schema.type", 1, 1)]),
        (
            "invariants: [{if: {a: 1}, then: {}}]\n",
            [("criteria.unknown-field", 1, 20), ("criteria.empty", 1, 33)],
        ),
        (
            "invariants: [{ascending: [a, b]}]\n",
            [("criteria.unknown-field", 1, 27), ("criteria.unknown-field", 1, 30)],
        ),
        (
            "invariants: [{ascending: [a]}, {ascending: []}]\n",
            [("criteria.empty", 1, 26), ("criteria.empty", 1, 44)],
        ),
        (
            "invariants: [{if: {category: lifecycle/loyal}, then: {all: []}}]\n",
            [("criteria.unknown-category", 1, 30)],
        ),
        ("units: [{id: a}]\n", [("schema.missing-key", 1, 9)]),
        ("facts: []\nunits: []\ninvariants: []\n", []),
    ],
)
def test_a_file_of_facts_is_checked_by_itself(text: str, expected: list[tuple[str, int, int]]) -> None:
    """A file of facts stands alone: its invariants may name no facts but its own."""
    assert _faults(text, read_vocabulary) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("source: []\n", [("schema.unknown-key", 1, 1)]),
        ("sources: [{id: a}]\n", [("schema.missing-key", 1, 11)]),
        ("sources: [{id: a, title: {en: a}}]\n", [("text.missing-language", 1, 26)]),
        (
            "sources: [{id: a-b, title: {en: a, fr: b}}, {id: a_b, title: {en: a, fr: b}}]\n",
            [("taxonomy.duplicate-id", 1, 50)],
        ),
        ("sources: [{id: a, title: {en: a, fr: b}, language: x-y}]\n", [("language.form", 1, 52)]),
        ("sources: []\n", []),
    ],
)
def test_a_file_of_sources_is_checked_by_itself(text: str, expected: list[tuple[str, int, int]]) -> None:
    """A file of sources has nothing but sources, each with an id of its own."""
    assert _faults(text, read_sources) == expected


def _faults(text: str, read: object) -> list[tuple[str, int | None, int | None]]:
    assert callable(read)
    try:
        read(Document(text, "x.yaml"))
    except LoadError as error:
        return [(fault.code, fault.location.line, fault.location.column) for fault in error.faults]
    return []


# ---- what people write -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Robert'); DROP TABLE customers;--",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "{orders} %s $HOME `id`",
        "a\u00a0: b\u202f!",
        "🥇 漢字 العربية",
        'O\'Neil & "Söhne"',
    ],
)
def test_a_text_is_a_text_whatever_it_would_do_elsewhere(text: str) -> None:
    """Labels may hold what is dangerous in SQL, HTML or a spreadsheet: they are kept letter by letter."""
    quoted = text.replace("'", "''")
    taxonomy = loads(ONE.replace("en: a,", f"en: '{quoted}',"))
    assert taxonomy["a"].label("en") == text


def test_norwegian_is_a_language() -> None:
    """The key `no` is the tag of a language, and never false."""
    taxonomy = loads(ONE.replace("en: a,", "en: a, no: kunde, 'yes': x,"))
    assert taxonomy["a"].label("no") == "kunde"
    assert taxonomy["a"].label("yes") == "x"  # the tag of a language of Nigeria


def test_a_misspelt_key_is_reported_once() -> None:
    """A required key that is misspelt is one fault, where the misspelling stands; one far from it is two."""
    for written, expected in (
        ("lable", ["schema.unknown-key"]),
        ("tag", ["schema.missing-key", "schema.unknown-key"]),
    ):
        text = ONE.replace("id: a, label", f"id: a, {written}")
        assert sorted(code for code, _, _ in _taxonomy_faults(text)) == expected


def _taxonomy_faults(text: str) -> list[tuple[str, int | None, int | None]]:
    return _faults(text, lambda document: read_taxonomy(document, catalog()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ONE.replace("id: t", "id: lifecycle").replace("orders: 1", "category: lifecycle/a"),
            "criteria.own-category",
        ),
        (ONE + "rules: [{exhaustive: false}]\n", "schema.value"),
        (ONE + "rules: [{exhaustive: maybe}]\n", "schema.type"),
        (ONE + "rules: [{exhaustive: ~}]\n", "schema.type"),
        (ONE + "rules: [{disjoint: a}]\n", "schema.type"),
        (ONE + "rules: [{disjoint: All}]\n", "schema.type"),
        (ONE + "rules: [{implies: [a]}]\n", "schema.type"),
        (ONE + "rules: [{implies: {}}]\n", "rules.two-categories"),
        (ONE + "rules: [{implies: {a: a}}]\n", "rules.two-categories"),
        (ONE + "rules: [{}]\n", "schema.one-of-keys"),
        (ONE + "rules: [{disjont: all}]\n", "schema.unknown-key"),
        (ONE + "rules: [{id: x, exhaustive: true}, {id: x, exhaustive: true}]\n", "taxonomy.duplicate-id"),
        (ONE + "thresholds: [{id: a_b, value: 1, label: {en: a, fr: b}}] #x\n", None),
        (
            ONE + "actions: []\nnotes: []\nrules: []\nthresholds: []\nfacts: []\nsources: []\nunits: []\n",
            None,
        ),
        (ONE + "source: []\nrelated: []\n", None),
        (ONE + "categories: []\n", "yaml.duplicate-key"),
        (ONE.replace("categories:", "categories: x\nother:"), "schema.type"),
        ("{}", "schema.missing-key"),
    ],
)
def test_what_the_whole_file_shows_is_checked(text: str, expected: str | None) -> None:
    """Rules, ids and references are held against the whole file."""
    found = _taxonomy_faults(text)
    assert (found[0][0] if found else None) == expected


def test_the_keys_of_a_file_cannot_write_to_the_terminal() -> None:
    """The place inside of a document is written safe and short, whatever a file's keys are."""
    for key in ('"\\e[2J\\nx"', "? " + "k" * 100_000 + "\n   "):
        with pytest.raises(LoadError) as refused:
            loads(f"{ONE}rules:\n - implies: {{{key}: []}}\n")
        for fault in refused.value.faults:
            for language in ("en", "fr"):
                message = fault.message(language)
                assert message.replace("\u00a0", " ").replace("\u202f", " ").isprintable()
                assert len(message) < 500


@pytest.mark.parametrize(
    ("before", "part"),
    [
        ("", "versionn{}: 1\n"),
        ("related: [", "lifecycle/loyall{}, "),
        ("source: [", "editoriall{}, "),
        ("definition: {en: a, fr: b, ", "one{}: x, "),
        ("thresholds: [", "{{id: a{}, value: 1, label: {{en: a, fr: b}}, uniit: x}}, "),
    ],
)
def test_suggestions_are_made_for_the_first_faults_only(before: str, part: str) -> None:
    """Comparing words takes long, so at most twenty faults of a file have a suggestion."""
    closing = {"": "", "[": "]", "{": "}"}["[" if "[" in before else "{" if "{" in before else ""]
    with pytest.raises(LoadError) as refused:
        loads(ONE + before + "".join(part.format(number) for number in range(60)) + closing + "\n")
    assert len(refused.value.faults) == 60
    suggested = [
        any(hint.key == "hint.did-you-mean" for hint in fault.hints) for fault in refused.value.faults
    ]
    assert sum(suggested) <= MAX_SUGGESTIONS == 20
    assert suggested == sorted(suggested, reverse=True)
