"""Examples: customers told in words are read from files, written, laid over one another, and shown."""

import copy
import csv
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import customer_types as ct
from customer_types import Example, Taxonomy, publication, skos
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types._reading.documents import Document
from customer_types._reading.files import read_taxonomy
from customer_types._showing import notebooks, pages as markdown
from customer_types.sheets import dumps as write_sheet
from customer_types.statements import coverage, statements

GUESTS = """\
id: guests
version: 1.0.0
label: {en: Guests, fr: Clients de l’hôtel}
thresholds:
  - {id: frequent_orders, value: 6, unit: orders, label: {en: Frequent, fr: Fréquent}}
facts:
  - {id: wishes, type: choices, values: [quiet, sea], label: {en: Wishes, fr: Souhaits}}
categories:
  - id: frequent
    label: {en: Frequent guest, fr: Habitué}
    when: {orders_365d: {min: frequent_orders}}
  - id: passing
    label: {en: Passing guest, fr: Client de passage}
    when: {orders_365d: {min: 1, below: frequent_orders}}
  - id: absent
    label: {en: Absent guest, fr: Client absent}
    when: {orders_365d: 0}
rules:
  - disjoint: all
examples:
  - id: every-month
    text: {en: Comes every month., fr: Vient chaque mois.}
    facts: {orders_365d: 12, spend_365d: 1200.5, abroad: true, purchase_purpose: resale, wishes: [sea, quiet]}
    in: [frequent]
    out: [passing, absent]
    source: editorial
    because: {en: Every month is often., fr: "Chaque mois, c’est souvent."}
  - id: once
    text: {en: Came once., fr: Est venu une fois.}
    facts: {orders_365d: 1}
    in: passing
    out: [absent]
  - id: stranger
    text: {en: A stranger., fr: Un inconnu.}
    facts: {}
    unknown: [frequent, passing]
"""


@pytest.fixture
def guests() -> Taxonomy:
    """Give the taxonomy of this file."""
    return ct.loads(GUESTS)


def overlaid(*overlays: str) -> Taxonomy:
    """Lay texts over the taxonomy of this file, in a catalog."""
    texts = (GUESTS, *(f"overlay: guests\n{text}" for text in overlays))
    documents = [Document(text, f"{number}.yaml") for number, text in enumerate(texts)]
    made, faults = ct.catalog().with_documents(documents)
    assert faults == []
    return made.named("guests")


def codes(*overlays: str) -> list[tuple[str, str]]:
    """Lay texts over the taxonomy, and list the codes of their faults with the place of each."""
    texts = (GUESTS, *(f"overlay: guests\n{text}" for text in overlays))
    documents = [Document(text, f"{number}.yaml") for number, text in enumerate(texts)]
    return [(fault.code, str(fault.location)) for fault in ct.catalog().with_documents(documents)[1]]


# ---- the model -----------------------------------------------------------------------------------


def test_an_example_has_what_its_file_says(guests: Taxonomy) -> None:
    """Facts have the types that facts have, categories are ids, and words are there in each language."""
    often, once, stranger = guests.examples
    assert dict(often.facts) == {
        "orders_365d": 12,
        "spend_365d": 1200.5,
        "abroad": True,
        "purchase_purpose": "resale",
        "wishes": frozenset({"quiet", "sea"}),
    }
    assert (often.inside, often.outside, often.unknown) == (("frequent",), ("passing", "absent"), ())
    assert (once.inside, once.outside) == (("passing",), ("absent",))
    assert dict(often.answers) == {"frequent": True, "passing": False, "absent": False}
    assert dict(stranger.answers) == {"frequent": None, "passing": None}
    assert dict(stranger.facts) == {}
    assert often.source == ("editorial",)
    assert often.text("fr-CA") == "Vient chaque mois."
    assert often.because() == "Every month is often."
    assert once.because("fr") is None
    assert (often.location.line, often.location.column) == (21, 5)
    with pytest.raises(ct.MissingLanguageError):
        often.text("es")


def test_an_example_is_a_value(guests: Taxonomy) -> None:
    """Examples are equal by what they say, not by where; they are copied, pickled and hashed."""
    elsewhere = ct.loads(f"# a comment\n{GUESTS}")
    assert elsewhere.examples == guests.examples
    assert hash(elsewhere.examples) == hash(guests.examples)
    assert elsewhere.examples[0].location != guests.examples[0].location
    for again in (pickle.loads(pickle.dumps(guests)), copy.deepcopy(guests)):
        assert again.examples == guests.examples
        assert again.examples[0].location == guests.examples[0].location
    assert repr(guests.examples[1]) == "<Example once>"
    assert ct.Example is Example


def test_a_trusted_file_is_read_alike() -> None:
    """A file of this project is read without the file of facts, and to the same taxonomy."""
    trusted = read_taxonomy(Document(GUESTS, "guests.yaml"), ct.catalog(), trusted=True)
    assert trusted == ct.loads(GUESTS)


# ---- writing -------------------------------------------------------------------------------------


def test_examples_are_written_last_and_read_back(guests: Taxonomy) -> None:
    """Canonical YAML has examples at the end, in their order, with facts and members in the alphabet's."""
    written = ct.dumps(guests)
    assert ct.loads(written) == guests
    assert written.index("\nrules:") < written.index("\nexamples:")
    assert "      wishes:\n        - quiet\n        - sea\n" in written
    assert "    facts: {}\n    unknown:\n      - frequent\n      - passing\n" in written


def test_what_an_example_says_is_in_the_fingerprint(guests: Taxonomy) -> None:
    """Other facts or answers are another content, and the order of facts is none."""
    same = GUESTS.replace("{orders_365d: 12, spend_365d: 1200.5,", "{spend_365d: 1200.50, orders_365d: 12,")
    assert ct.fingerprint(ct.loads(same)) == ct.fingerprint(guests)
    for old, new in (("orders_365d: 12,", "orders_365d: 11,"), ("in: passing", "unknown: passing")):
        assert ct.fingerprint(ct.loads(GUESTS.replace(old, new))) != ct.fingerprint(guests)


@pytest.mark.parametrize("format", skos.FORMATS)
def test_skos_has_examples_and_gives_them_back(guests: Taxonomy, format: skos.Format) -> None:
    """What was written is read as an equal taxonomy, with nothing left out."""
    assert skos.loads(skos.dumps(guests, format=format), format=format) == guests


def test_who_reads_skos_alone_finds_examples(guests: Taxonomy) -> None:
    """A concept has the examples that are in it as skos:example, with the words as their value."""
    written = skos.dumps(guests, base="https://example.org/")
    concept = written[written.index("guests:frequent a ") :].partition(" .\n")[0]
    assert "skos:example types:guests.example.every-month" in concept
    assert "types:guests.example.once" not in concept


def test_a_fact_may_be_called_source() -> None:
    """The keys of criteria and of known facts are no keys of the file format."""
    fact = "facts: [{id: source, type: integer, label: {en: Source, fr: Source}}, "
    text = GUESTS.replace("facts:\n  - ", fact, 1).replace("fr: Souhaits}}", "fr: Souhaits}}]")
    named = ct.loads(
        text.replace("when: {orders_365d: 0}", "when: {source: 3}").replace(
            "facts: {orders_365d: 1}", "facts: {source: 3, orders_365d: 1}"
        )
    )
    assert named.examples[1].facts["source"] == 3
    assert skos.loads(skos.dumps(named)) == named


# ---- what is shown -------------------------------------------------------------------------------


def test_the_words_of_examples_are_statements(guests: Taxonomy) -> None:
    """Translators get the sentence and the words that decide, by an address."""
    addresses = [one.address for one in statements(guests)]
    assert addresses[-4:] == [
        "examples.every-month.text",
        "examples.every-month.because",
        "examples.once.text",
        "examples.stranger.text",
    ]
    assert coverage(guests, "es").missing == len(addresses)


def test_a_sheet_carries_examples(guests: Taxonomy) -> None:
    """A sheet says in the translator's language what the text is."""
    rows = {
        row["address"]: row for row in csv.DictReader(write_sheet(guests, "es", format="csv").splitlines())
    }
    assert "example every-month" in rows["examples.every-month.text"]["context"]
    assert "what decides" in rows["examples.every-month.because"]["context"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "- Comes every month. ([editorial](sources.md#editorial))",
                "  - In: Frequent guest",
                "  - Not in: Passing guest, Absent guest",
            ],
        ),
        (
            "fr",
            [
                "- Vient chaque mois. ([editorial](sources.md#editorial))",
                "  - Oui\u00a0: Habitué",
                "  - Non\u00a0: Client de passage, Client absent",
            ],
        ),
    ],
)
def test_a_page_has_a_section_of_examples(language: str, lines: list[str]) -> None:
    """Each example stands there with its answers, what is known and what decides, in the page's language."""
    made, _ = ct.catalog().with_documents([Document(GUESTS, "guests.yaml")])
    page = markdown.pages(made, language)["guests.md"]
    title = {"en": "## Examples", "fr": "## Exemples"}[language]
    section = page.partition(f"{title}\n\n")[2].splitlines()
    assert section[:3] == lines
    assert len(section) == 3 + 2 + 4 + 3


def test_a_table_has_examples_of_a_category(guests: Taxonomy) -> None:
    """A row has the sentences of who is in the category, and of who is not."""
    made, _ = ct.catalog().with_documents([Document(GUESTS, "guests.yaml")])
    rows = {row["key"]: row for row in csv.DictReader(publication.to_csv(made).splitlines())}
    assert rows["guests/passing"]["examples fr"] == "Est venu une fois."
    assert rows["guests/passing"]["counterexamples en"] == "Comes every month."
    assert rows["guests/absent"]["counterexamples en"] == "Comes every month. | Came once."
    whole = json.loads(publication.to_json(made))["taxonomies"]["guests"]
    assert ct.loads(json.dumps(whole)) == guests


def test_a_notebook_shows_examples(guests: Taxonomy) -> None:
    """The HTML has a row for each, in all languages of the taxonomy; without examples there is no table."""
    shown = notebooks.html(guests)
    assert "Comes every month." in shown
    assert "Vient chaque mois." in shown
    assert "every-month" in shown
    assert "Examples" not in notebooks.html(ct.loads(GUESTS.partition("examples:")[0]))


# ---- layers --------------------------------------------------------------------------------------


def test_examples_are_inherited() -> None:
    """What starts from a taxonomy, or changes it, has its examples."""
    assert overlaid("version: 1.1.0").examples == ct.loads(GUESTS).examples


def test_an_example_is_patched_by_its_id() -> None:
    """Given keys replace, absent ones stay, and the facts are replaced as a whole."""
    changed = overlaid("examples: [{id: once, facts: {orders_365d: 2}, text: {fr: Deux fois.}}]").examples[1]
    assert dict(changed.facts) == {"orders_365d": 2}
    assert changed.inside == ("passing",)
    assert (changed.text("en"), changed.text("fr")) == ("Came once.", "Deux fois.")
    assert changed.location.path == "1.yaml"


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    """A category that a layer puts into a list leaves those in which it was."""
    moved = overlaid("examples: [{id: every-month, in: [frequent, absent]}]").examples[0]
    assert dict(moved.answers) == {"frequent": True, "absent": True, "passing": False}
    alone = overlaid("examples: [{id: once, unknown: passing}]").examples[1]
    assert dict(alone.answers) == {"passing": None, "absent": False}
    again = overlaid("examples: [{id: once, out: [passing]}]", "examples: [{id: once, in: [absent]}]")
    assert dict(again.examples[1].answers) == {"absent": True, "passing": False}


def test_a_translated_example_stays_where_it_is_from() -> None:
    """An overlay that gives words alone does not make the example its own."""
    told = overlaid("examples: [{id: every-month, text: {es: Cada mes.}, because: {es: Sí.}}]").examples[0]
    assert told.text("es") == "Cada mes."
    assert told.because("es") == "Sí."
    assert told.location.path == "0.yaml"


def test_an_example_is_removed_replaced_and_added() -> None:
    """As categories are; a new one comes last."""
    more = "{id: rich, text: {en: Rich., fr: Riche.}, facts: {spend_365d: 9}, unknown: [absent]}"
    made = overlaid(f"remove: [once]\nexamples: [{more}]")
    assert [one.id for one in made.examples] == ["every-month", "stranger", "rich"]
    text = "text: {en: Left., fr: Parti.}"
    (_, once, _) = overlaid(
        f"examples: [{{id: once, replace: true, {text}, facts: {{}}, unknown: absent}}]"
    ).examples
    assert once.facts == FrozenMap()
    assert dict(once.answers) == {"absent": None}


def test_an_example_loses_a_category_that_is_removed() -> None:
    """What it says of others stays; one that has nothing left to say is gone."""
    without = overlaid("remove: [passing, frequent]")
    assert [(one.id, dict(one.answers)) for one in without.examples] == [
        ("every-month", {"absent": False}),
        ("once", {"absent": False}),
    ]
    assert codes("remove: [passing]\nexamples: [{id: once, in: [passing]}]") == [
        ("criteria.unknown-category", "1.yaml:3:28")
    ]


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("examples: [{id: onec, in: [absent]}]", ("extends.new", "1.yaml:2:17")),
        ("examples: [{id: new, text: {en: A, fr: B}, in: [absent]}]", ("schema.missing-key", "1.yaml:2:12")),
        ("examples: [{id: once, in: [absnt]}]", ("criteria.unknown-category", "1.yaml:2:28")),
        ("examples: [{id: once, facts: [orders]}]", ("schema.type", "1.yaml:2:30")),
        ("examples: [{id: once, in: [absent, absent]}]", ("examples.twice", "1.yaml:2:36")),
        ("languages: [en, fr, es]\nlabel: {es: X}", ("text.missing-language", "0.yaml:22:11")),
    ],
)
def test_what_is_wrong_in_a_layer_is_told_at_its_place(overlay: str, found: tuple[str, str]) -> None:
    """An example that is not there, one that is incomplete, and what else can be wrong."""
    assert found in codes(overlay)


def test_overlays_must_agree_about_an_example() -> None:
    """Two overlays that set one key of an example differently are an error; different keys are none."""
    one, other = (
        "examples: [{id: once, facts: {orders_365d: 2}}]",
        "examples: [{id: once, facts: {orders: 2}}]",
    )
    assert codes(one, other) == [("overlay.conflict", "2.yaml:2:30")]
    assert codes(one, one) == []
    assert codes(one, "examples: [{id: once, out: [frequent]}]") == []


def test_an_extension_has_examples_of_its_own(tmp_path: Path) -> None:
    """It inherits, and adds; its own are held strictly."""
    mine = """\
id: mine
version: 1.0.0
extends: guests
label: {en: Mine, fr: À moi}
thresholds: [{id: frequent_orders, value: 20}]
examples:
  - {id: often, text: {en: Often., fr: Souvent.}, facts: {orders_365d: 15}, in: [frequent]}
"""
    for name, text in (("guests.yaml", GUESTS), ("mine.yaml", mine)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = ct.catalog().extended(tmp_path)["mine"]
    assert [one.id for one in made.examples] == ["every-month", "once", "stranger", "often"]
    found = [(one.code, Path(one.location.path).name) for one in ct.verify(made).faults]
    assert sorted(found) == [("examples.differs", "mine.yaml"), ("examples.moved", "mine.yaml")]


def test_an_example_can_be_made_in_python() -> None:
    """A taxonomy of objects has examples as one of a file has."""
    texts: Any = Texts(by_language=FrozenMap({"en": "Nobody."}))
    assert Example(id="a", texts=texts, facts=FrozenMap()).answers == FrozenMap()
