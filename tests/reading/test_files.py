"""Files: the shipped ones and those that people write are checked as a whole."""

from importlib.resources import as_file

import pytest
from tests.reading.attacks import ONE
from tests.test_catalogs import IDS

import customer_types as ct
from customer_types import LoadError, catalog, load, loads
from customer_types._catalog.shipped import folder
from customer_types._reading.documents import MAX_SUGGESTIONS, Document, decode
from customer_types._reading.files import read_sources, read_taxonomy, read_vocabulary

# ---- the shipped files -------------------------------------------------------------------------


@pytest.mark.parametrize("id", catalog().ids)
def test_a_shipped_file_is_the_same_read_with_trust_and_without(id: str) -> None:
    """A shipped taxonomy is read without looking at other files, and a full check reads the same."""
    with as_file(folder() / f"{id}.yaml") as path:
        checked = load(path)
    assert checked == ct.taxonomy(id)
    assert checked.id == id


def test_the_shared_files_are_found() -> None:
    """Facts and sources lie beside the taxonomies and are none of them."""
    shared = {"facts.yaml", "sources.yaml", "crosswalk.yaml"}
    assert {file.name for file in folder().iterdir()} == shared | {f"{id}.yaml" for id in IDS}
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
