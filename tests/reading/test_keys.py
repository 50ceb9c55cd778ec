"""Keys: every one of a file arrives in the model, with its place."""

import copy
import pickle
from datetime import date

import attrs
import pytest

from customer_types import Taxonomy, catalog, loads
from customer_types._catalog.shipped import folder
from customer_types._model.criteria import All, InCategory, Operator, Test
from customer_types._model.facts import Ascending, Differs, Fact, Implication, Ratio, Unit
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Name
from customer_types._model.mappings import Mapping
from customer_types._model.taxonomies import Action, Category, Note, Source, Threshold
from customer_types._reading.keys import KEYS

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
deprecated: {since: 2.0.0, replaced_by: lifecycle}
valid_from: 2026-01-31
decide: all
precedence: [gold]
actions:
  - {id: thank, text: {en: Thank., fr: Remercier.}}
notes:
  - {id: remark, text: {en: A note., fr: Une note.}}
translations:
  fr: {from: en, status: reviewed, draft: [label], translated: [definition], original: [actions.thank.text],
       reviewed: []}
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
  - {id: lining, type: choice, values_of: colour, label: {en: Lining, fr: Doublure}}
  - {id: two_tone, type: boolean, follows: {differs: [colour, lining]}, label: {en: Two tones, fr: Deux tons}}
  - {id: visits_per_order, type: number, follows: {ratio: [visits, orders]},
     label: {en: Visits per order, fr: Visites par commande}}
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
    valid_from: 2025-12-31
    when: {visits: {min: many}, category: lifecycle/loyal}
    actions:
      - {id: greet, text: {en: Greet., fr: Saluer.}, towards: silver, source: [book, editorial]}
    notes:
      - {kind: example, text: {en: Ann., fr: Anne.}, source: book}
  - id: silver
    label: {en: Silver, fr: Argent}
    without_criteria: {en: By invitation., fr: Sur invitation.}
  - id: bronze
    label: {en: Bronze, fr: Bronze}
    deprecated: {since: 2.1.0, replaced_by: silver}
    when: {orders: 1}
rules:
  - {disjoint: all, id: apart, source: book, note: {en: So., fr: Donc.}}
  - disjoint: [gold, silver]
  - exhaustive: true
  - implies: {gold: silver, silver: lifecycle/loyal}
  - overlaps: [gold, silver]
examples:
  - {id: ann, text: {en: Ann came once., fr: Anne est venue une fois.}, facts: {visits: 1, colour: red},
     in: [bronze], out: gold, unknown: [silver], source: book, because: {en: “once”, fr: « une fois »}}
"""


@pytest.fixture(scope="module")
def full() -> Taxonomy:
    """Read a file that says all there is to say."""
    return loads(FULL)


def test_a_taxonomy_has_what_its_file_says(full: Taxonomy) -> None:
    """Each key of the file fills its attribute."""
    assert (full.id, full.version, full.notation, full.decide) == ("club", "2.1.0", "CL", "all")
    assert full.precedence == ("gold",)
    assert (full.label("fr"), full.definition("fr")) == ("Club", "Niveaux.")
    assert (full.source, full.languages) == (("editorial", "book"), ("en", "fr"))
    assert (full.broader, full.related) == (("lifecycle/loyal",), ("lifecycle/new", "lifecycle/lost"))
    assert (full.historical, full.valid_from) == (True, date(2026, 1, 31))
    assert full.deprecated is not None
    assert (full.deprecated.since, full.deprecated.replaced_by) == ("2.0.0", "lifecycle")
    assert [(action.id, action.text("fr")) for action in full.actions] == [("thank", "Remercier.")]
    assert [(note.id, note.kind, note.text("en")) for note in full.notes] == [("remark", "note", "A note.")]
    assert {tag: (one.source, one.status) for tag, one in full.translations.items()} == {
        "fr": ("en", "reviewed")
    }
    french = full.translations["fr"]
    assert [
        french.status_of(one) for one in ("label", "definition", "actions.thank.text", "notes.remark.text")
    ] == [*("draft", "translated", "original", "reviewed")]
    assert [category.key for category in full] == ["club/gold", "club/silver", "club/bronze"]


def test_a_category_has_what_its_file_says(full: Taxonomy) -> None:
    """Labels with all forms, criteria, actions and notes arrive in the category."""
    gold, silver, bronze = full
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
    assert bronze.deprecated is not None
    assert (bronze.deprecated.since, bronze.deprecated.replaced_by) == ("2.1.0", "silver")
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
    visits, colour, lining, two_tone, visits_per_order = vocabulary.facts.values()
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
    assert (lining.values, lining.values_of) == (colour.values, "colour")
    assert two_tone.follows == Differs(parts=("colour", "lining"))
    assert visits_per_order.follows == Ratio(parts=("visits", "orders"))
    assert vocabulary.invariants == (
        Implication(
            condition=Test("visits", Operator.EQUALS, 0),
            consequence=Test("colour", Operator.KNOWN, False),
        ),
        Ascending(facts=("orders_365d", "orders")),
    )
    assert set(full.vocabulary.facts) == {*catalog().facts, *vocabulary.facts}


def test_rules_arrive(full: Taxonomy) -> None:
    """Each kind of rule arrives in file order."""
    apart, disjoint, exhaustive, implies, overlaps = map(attrs.asdict, full.rules)
    assert (apart["categories"], apart["id"], apart["source"]) == (None, "apart", ("book",))
    assert disjoint["categories"] == ("gold", "silver")
    assert exhaustive["id"] is None
    assert implies["pairs"] == (("gold", "silver"), ("silver", "lifecycle/loyal"))
    assert overlaps["categories"] == ("gold", "silver")


def test_examples_arrive(full: Taxonomy) -> None:
    """An example has its customer in words and in facts, its answers, and the words that decide."""
    (ann,) = full.examples
    assert (ann.id, ann.text("fr"), ann.source) == ("ann", "Anne est venue une fois.", ("book",))
    assert ann.facts == {"visits": 1, "colour": "red"}
    assert (ann.inside, ann.outside, ann.unknown) == (("bronze",), ("gold",), ("silver",))
    assert (ann.because("en"), ann.because("fr")) == ("“once”", "« une fois »")


def test_what_is_read_knows_its_place(full: Taxonomy) -> None:
    """Whatever has a place in the model stands where its mapping begins in the file."""
    lines = FULL.splitlines()

    def at(one: Taxonomy | Category | Threshold | Action | Note | Source | Fact | Unit) -> str:
        assert one.location.line is not None
        assert one.location.column is not None
        assert one.location.path == "<text>"
        return lines[one.location.line - 1][one.location.column - 1 :]

    gold, silver, _ = full
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
    assert repr(full) == "<Taxonomy club: 3 categories>"


def test_every_key_of_the_format_is_in_the_full_file() -> None:
    """The file that says all there is to say has every key of every table, so that none is untested."""
    written = set(FULL.replace("{", " ").replace(",", " ").replace(":", " ").split())
    of_taxonomies = [table for model, table in KEYS.items() if model is not Mapping]
    assert {key for table in of_taxonomies for key in table} <= written
    shipped = (folder() / "crosswalk.yaml").read_text(encoding="utf-8")
    assert all(f" {key}:" in shipped for key in KEYS[Mapping])
