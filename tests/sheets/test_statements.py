"""Statements: what a taxonomy says, where, in which language, and how far it is translated."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import customer_types as ct
from customer_types import LoadError
from customer_types._model.labels import Translation
from customer_types.statements import coverage, languages, statements, status

FOLDER = Path(__file__).parents[2] / "taxonomies"
SHIPPED = [taxonomy.id for taxonomy in ct.catalog()]
BY_LANGUAGE = ("label", "definition", "without_criteria", "text", "note", "because")


def counted(content: Any) -> int:
    """Count the labels and texts in the content of a file, by the look of it."""
    if isinstance(content, list):
        return sum(map(counted, content))
    if not isinstance(content, dict):
        return 0
    return sum(
        1 if key in BY_LANGUAGE and isinstance(part, dict) else counted(part) for key, part in content.items()
    )


def at(content: Any, address: str) -> Any:
    """Find what is at an address in the content of a file."""
    pieces = iter(address.split("."))
    for piece in pieces:
        content = content[piece]
        if isinstance(content, list):
            id = next(pieces)
            content = next(one for one in content if one["id"] == id)
    return content


@pytest.mark.parametrize("id", SHIPPED)
def test_every_statement_of_a_file_has_an_address_that_leads_to_it(id: str) -> None:
    """All labels and texts of a shipped file are statements, each at its address in that file."""
    content = yaml.safe_load((FOLDER / f"{id}.yaml").read_text(encoding="utf-8"))
    found = statements(ct.taxonomy(id))
    assert len(found) == counted(content)
    assert len({one.address for one in found}) == len(found)
    for one in found:
        assert one.address is not None, one
        assert {*at(content, one.address)} == {*one.content.by_language}


@pytest.mark.parametrize("id", SHIPPED)
@pytest.mark.parametrize("language", ["en", "fr", "fr-CA"])
def test_english_and_french_are_whole_and_originals(id: str, language: str) -> None:
    """Nothing that is shipped is said in one of the two languages only, and neither is a translation."""
    found = coverage(ct.taxonomy(id), language)
    assert found.original == found.statements > 0


TRANSLATED = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat, es: Clubes}
definition: {en: Clubs., fr: Des clubs., es: Unos clubes.}
translations:
  es: {from: en, status: reviewed, draft: [label], original: [categories.gold.label]}
categories:
  - id: gold
    label: {en: Gold, fr: Or, es: Oro}
    without_criteria: {en: Why., fr: Car., es: Porque.}
    notes:
      - {text: {en: A note., fr: Une note.}}
"""


def test_what_is_not_listed_has_the_usual_status() -> None:
    """Lists name what is not as the rest; a language that does not stand there is an original."""
    clubs = ct.loads(TRANSLATED)
    told = {one.address: status(clubs, one, "es") for one in statements(clubs)}
    assert told == {
        "label": "draft",
        "definition": "reviewed",
        "categories.gold.label": "original",
        "categories.gold.without_criteria": "reviewed",
        None: None,
    }
    assert {status(clubs, one, "fr") for one in statements(clubs)} == {"original"}
    assert coverage(clubs, "es").missing == 1
    assert languages(clubs) == ("en", "fr", "es")
    assert clubs.translations["es"] == Translation(
        source="en", status="reviewed", draft=("label",), original=("categories.gold.label",)
    )


def test_a_variety_has_what_its_language_has() -> None:
    """What es-MX does not say is found in es, with the status that it has there."""
    clubs = ct.loads(TRANSLATED)
    assert coverage(clubs, "es_mx").draft == coverage(clubs, "es").draft == 1


@pytest.mark.parametrize(
    ("translations", "code"),
    [
        ("{es: {from: en, draft: [gold.label]}}", "translations.unknown-address"),
        ("{es: {draft: [label]}}", "schema.missing-key"),
        ("{es: {from: en, status: done}}", "schema.value"),
        ("{es: {from: en, drafts: [label]}}", "schema.unknown-key"),
        ("{es: {from: Spanish!}}", "language.form"),
        ("{es: {from: en}, ES: {from: fr}}", "language.duplicate"),
        ("{spanish!: {from: en}}", "schema.unknown-key"),
        ("{es: en}", "schema.type"),
        ("[es]", "schema.type"),
    ],
)
def test_translations_that_say_nothing_are_errors(translations: str, code: str) -> None:
    """Each fault is told in its line, as others of a file are."""
    line = TRANSLATED.splitlines()[5]
    with pytest.raises(LoadError) as caught:
        ct.loads(
            TRANSLATED.replace("\n" + line, "").replace("translations:", f"translations: {translations}")
        )
    assert caught.value.faults[0].code == code
    assert caught.value.faults[0].location.line == 5


# ---- layers ------------------------------------------------------------------------------------


def laid(*overlays: str, tmp_path: Path) -> ct.Taxonomy:
    """Lay overlays over the shipped lifecycle."""
    for number, text in enumerate(overlays):
        (tmp_path / f"{number}.yaml").write_text("overlay: lifecycle\n" + text, encoding="utf-8")
    return ct.catalog().extended(tmp_path)["lifecycle"]


def test_overlays_of_two_languages_go_together(tmp_path: Path) -> None:
    """Notes and rules are patched by their ids, so Spanish and German may come in files of their own."""
    texts = [
        f"notes: [{{id: gone-quiet, text: {{{tag}: {tag}}}}}]\n"
        f"rules: [{{id: before-begun-long, note: {{{tag}: {tag}}}}}]\n"
        f"translations: {{{tag}: {{from: en}}}}\n"
        for tag in ("es", "de")
    ]
    lifecycle = laid(*texts, tmp_path=tmp_path)
    shipped = ct.taxonomy("lifecycle")
    assert [note.id for note in lifecycle.notes] == [note.id for note in shipped.notes]
    quiet = next(note for note in lifecycle.notes if note.id == "gone-quiet")
    (rule,) = (rule for rule in lifecycle.rules if rule.id == "before-begun-long")
    assert rule.notes is not None
    for tag in ("es", "de"):
        assert (quiet.text(tag), rule.notes.text(tag)) == (tag, tag)
    assert quiet.kind == "scope"
    assert rule.notes.text("fr") == shipped.rules[0].notes.text("fr")  # type: ignore[union-attr]  # it is there
    assert {*lifecycle.translations} == {"es", "de"}


def test_notes_are_added_and_removed(tmp_path: Path) -> None:
    """A note without an id is added; one with an id can be taken away."""
    note = "notes: [{text: {en: Ours., fr: À nous.}}]\n"
    lifecycle = laid(note + "remove: [gone-quiet]\n", note, tmp_path=tmp_path)
    assert [one.id for one in lifecycle.notes] == [
        "room-for-both",
        "project-reading",
        "own-rhythm",
        "on-record",
        None,
        None,
    ]


def test_what_is_inherited_may_name_what_is_removed(tmp_path: Path) -> None:
    """A taxonomy that drops a category does not have to correct what was said of its translation."""
    (tmp_path / "es.yaml").write_text(
        "overlay: lifecycle\ntranslations: {es: {from: en, draft: [categories.new.label]}}\n"
        "categories: [{id: new, label: {es: Nuevo}}]\n",
        encoding="utf-8",
    )
    (tmp_path / "mine.yaml").write_text(
        "id: mine\nversion: 1.0.0\nextends: lifecycle\nremove: [new]\n", encoding="utf-8"
    )
    mine = ct.catalog().extended(tmp_path)["mine"]
    assert mine.translations["es"].draft == ("categories.new.label",)
    assert coverage(mine, "es").draft == 0
