"""Two versions are compared: what is different, how much it matters, and whether the version says so."""

from typing import Any

import pytest

import customer_types as ct
from customer_types import loads
from customer_types._model.mappings import NO_TERM, Mapping, Namespace
from customer_types.revisions import Revision, revision, revisions
from customer_types.revisions.changes import Change, changes_of_lists

OLD = """\
id: clubs
version: 1.2.3
label: {en: Clubs, fr: Clubs}
definition: {en: A., fr: B.}
sources: [{id: book, title: {en: A book, fr: Un livre}}]
units: [{id: stars, label: {en: star, fr: étoile}}]
facts:
  - {id: stars, type: integer, min: 0, max: 5, unit: stars, label: {en: Stars, fr: Étoiles}}
  - {id: colour, type: choice, values: [red, blue, grey], label: {en: Colour, fr: Couleur}}
invariants: [{if: {colour: red}, then: {stars: {min: 1}}}]
thresholds:
  - {id: many, value: 10, label: {en: Many, fr: Beaucoup}}
  - {id: spare, value: 4, label: {en: Spare, fr: Réserve}}
categories:
  - id: silver
    label: {en: {one: Silver member, other: Silver members}, fr: Membre argent}
    definition: {en: C., fr: D.}
    when: {orders: {min: 5}, not: {category: gold}}
  - id: gold
    label: {en: Gold member, fr: Membre or}
    when: {orders: {min: many}}
    source: book
    actions: [{id: greet, text: {en: Greet., fr: Saluer.}}]
    notes: [{kind: value, text: {en: E., fr: F.}}]
  - id: star
    label: {en: Star, fr: Vedette}
    when: {stars: {min: 4}, colour: blue}
  - id: guest
    label: {en: Guest, fr: Invité}
    without_criteria: {en: G., fr: H.}
rules:
  - {id: apart, disjoint: [silver, gold]}
"""


def changed(*replacements: tuple[str, str]) -> Revision:
    """Compare the old version with one in which parts of the text are replaced."""
    text = OLD
    for before, after in replacements:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return revision(loads(OLD), loads(text))


def told(found: Revision) -> list[tuple[str, str, str]]:
    """List changes by level, place and code."""
    return [(change.level, change.place, change.code) for change in found.changes]


def test_another_id_breaks_all_keys() -> None:
    """Whatever is stored under the keys of a taxonomy is lost with its id."""
    found = revision(loads(OLD), loads(OLD.replace("id: clubs", "id: circles")))
    assert told(found) == [("major", "id", "changed")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("same", "other", [("minor", "guest.label", "not-understood")]),
        ("gold", "same", [("minor", "guest.label", "understood")]),
        ("other", "gold", [("patch", "guest.label", "reworded")]),
    ],
)
def test_look_ups_stop_where_a_term_to_avoid_means_something_else(
    old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    """What is no answer any more is told as a label that is not understood, and the other way round."""
    term = "{one: Guest, avoid: [{one: Visitor, means: %s}]}"
    before, after = (loads(OLD.replace("{en: Guest,", f"{{en: {term % means},")) for means in (old, new))
    assert told(revision(before, after)) == expected


def test_a_term_is_missing_in_each_vocabulary_by_itself() -> None:
    """That there is no term in one vocabulary is another mapping than that there is none in a second."""
    sources = [Namespace(prefix=name, iri=f"https://{name}.org/") for name in ("aa", "bb")]
    one, other = (
        Mapping(
            subject="lifecycle/new",
            relation="exactMatch",
            object=NO_TERM,
            object_source=source,
            justification="semapv:ManualMappingCuration",
        )
        for source in sources
    )
    for old, new, code in (((one, other), (other,), "removed"), ((other,), (one, other), "added")):
        (change,) = changes_of_lists(old, new, "mappings")
        assert (change.code, change.place.endswith("(aa)")) == (code, True)


def test_the_same_is_no_change() -> None:
    """A taxonomy is not different from itself, nor a catalog."""
    assert told(changed()) == []
    assert changed().level is None
    assert [one.changes for one in revisions(ct.catalog(), ct.catalog())] == [()] * 13


GOLD = "  - id: gold\n    label: {en: Gold member, fr: Membre or}\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # What is stored or built on it breaks.
        (
            "  - id: guest\n",
            "  - id: visitor\n",
            [("major", "guest", "removed"), ("minor", "visitor", "added")],
        ),
        (
            "{id: greet,",
            "{id: meet,",
            [("major", "gold.actions.greet", "removed"), ("minor", "gold.actions.meet", "added")],
        ),
        (
            "{id: spare,",
            "{id: extra,",
            [("major", "thresholds.spare", "removed"), ("minor", "thresholds.extra", "added")],
        ),
        ("[red, blue, grey]", "[red, blue, grey, green]", [("minor", "facts.colour.values.green", "added")]),
        ("[red, blue, grey]", "[red, blue]", [("major", "facts.colour.values.grey", "removed")]),
        (
            "type: integer",
            "type: number",
            [("major", "star", "fact"), ("major", "facts.stars.type", "changed")],
        ),
        ("unit: stars, ", "", [("major", "facts.stars.unit", "changed")]),
        (
            "{orders: {min: many}}",
            "{orders: {min: 11}}",
            [("major", "silver", "joined"), ("major", "gold", "left")],
        ),
        ("{orders: {min: 5},", "{orders: {min: 6},", [("major", "silver", "left")]),
        ("{stars: {min: 4}, colour: blue}", "{stars: {min: 4}}", [("major", "star", "joined")]),
        (
            "without_criteria: {en: G., fr: H.}",
            "when: {orders: 0}",
            [
                ("major", "guest", "joined"),
                ("minor", "guest.without_criteria", "language-gone"),
                ("minor", "guest.without_criteria", "language-gone"),
            ],
        ),
        (
            "value: 10,",
            "value: 11,",
            [
                ("major", "silver", "joined"),
                ("major", "gold", "left"),
                ("patch", "thresholds.many.value", "value"),
            ],
        ),
        # Something is new, or called otherwise.
        (
            "{en: Gold member, fr: Membre or}",
            "{en: Gold member, fr: Membre d’or}",
            [
                ("minor", "gold.label", "name"),
                ("minor", "gold.label", "not-understood"),
                ("minor", "gold.label", "understood"),
            ],
        ),
        (
            "{en: Gold member, fr: Membre or}",
            "{en: Gold member, fr: Membre or, es: Socio oro}",
            [("minor", "gold.label", "language-new")],
        ),
        (
            "{one: Silver member, other: Silver members}",
            "{one: Silver member, other: Silver members, also: [Silver]}",
            [("minor", "silver.label", "understood")],
        ),
        (
            "{one: Silver member, other: Silver members}",
            "{one: Silver member}",
            [("minor", "silver.label", "name"), ("minor", "silver.label", "not-understood")],
        ),
        ("label: {en: Clubs, fr: Clubs}", "label: {en: Circles, fr: Clubs}", [("minor", "label", "name")]),
        ("max: 5", "max: 6", [("minor", "facts.stars.max", "changed")]),
        (
            "{id: apart, disjoint: [silver, gold]}",
            "{id: apart, disjoint: [silver, star]}",
            [("minor", "rules.apart.disjoint", "changed")],
        ),
        ("rules:\n  - {id: apart, disjoint: [silver, gold]}\n", "", [("minor", "rules.apart", "removed")]),
        ("[{if: {colour: red}, then: {stars: {min: 1}}}]", "[]", [("minor", "invariants", "changed")]),
        (
            "id: greet, text",
            "id: greet, towards: gold, text",
            [("minor", "gold.actions.greet.towards", "changed")],
        ),
        (GOLD, GOLD + "    historical: true\n", [("minor", "gold.historical", "changed")]),
        (
            "    when: {stars: {min: 4}, colour: blue}\n",
            "    when: {stars: {min: 4}, colour: blue}\n    deprecated: {since: 2.0.0, replaced_by: gold}\n",
            [("minor", "star", "deprecated")],
        ),
        # Words are mended.
        ("{en: C., fr: D.}", "{en: C., fr: E.}", [("patch", "silver.definition", "reworded")]),
        ("{en: A., fr: B.}", "{en: I., fr: J.}", [("patch", "definition", "reworded")]),
        ("{en: E., fr: F.}", "{en: E., fr: I.}", [("patch", "gold.notes.1.text", "reworded")]),
        ("    source: book\n", "    source: editorial\n", [("patch", "gold.source", "changed")]),
        ("title: {en: A book,", "title: {en: The book,", [("patch", "sources.book.title", "reworded")]),
        ("value: 4", "value: 5", [("patch", "thresholds.spare.value", "value")]),
        (
            "when: {orders: {min: 5}, not: {category: gold}}",
            "when: {orders: {above: 4}, not: {category: gold}}",
            [("patch", "silver.when", "rewritten")],
        ),
        (
            "{stars: {min: 4}, colour: blue}",
            "{colour: blue, stars: {min: 4}}",
            [("patch", "star.when", "rewritten")],
        ),
    ],
)
def test_each_change_has_its_level(before: str, after: str, expected: list[tuple[str, str, str]]) -> None:
    """What breaks is major, what is new or called otherwise minor, what is only said a patch."""
    assert told(changed((before, after))) == expected


def test_another_order_of_answers_is_major() -> None:
    """Who had one category as the answer has another one; a first order takes nothing from anybody."""
    first, other = "precedence: [gold, silver, star]\n", "precedence: [star, gold, silver]\n"
    ranked, turned = loads(OLD + first), loads(OLD + other)
    assert told(revision(loads(OLD), ranked)) == [("minor", "precedence", "added")]
    assert told(revision(ranked, turned)) == [("major", "precedence", "changed")]
    assert told(revision(ranked, loads(OLD))) == [("major", "precedence", "changed")]


def test_what_is_unknown_of_others_is_minor() -> None:
    """A criterion that no longer answers no, where it holds as before, is told with a customer."""
    found = changed(
        ("when: {orders: {min: 5}, not: {category: gold}}", "when: {orders: {min: 5, max: 9, known: true}}")
    )
    assert told(found) == [("minor", "silver", "unsettled"), ("patch", "silver.when", "rewritten")]
    witness = found.changes[0].witness
    assert witness is not None
    assert witness.facts == {}


def test_order_matters_to_readers_only_unless_the_first_decides() -> None:
    """Categories in another order are a patch; where the first match decides, they hold other customers."""
    start, silver, gold = (
        "id: x\nversion: 1.0.0\nlabel: {en: X, fr: X}\ndecide: %s\ncategories:\n",
        *(
            f"  - {{id: {id}, label: {{en: {id}, fr: {id}}}, when: {{orders: {{min: {least}}}}}}}\n"
            for id, least in (("silver", 5), ("gold", 10))
        ),
    )
    for decide, expected in {
        "all": [("patch", "", "order")],
        "first": [("major", "gold", "left"), ("major", "silver", "joined"), ("patch", "", "order")],
    }.items():
        old, new = (loads(start % decide + "".join(both)) for both in ((gold, silver), (silver, gold)))
        assert sorted(told(revision(old, new))) == expected


@pytest.mark.parametrize(
    ("old", "new", "level", "due"),
    [
        ("1.2.3", "1.2.3", "patch", "1.2.4"),
        ("1.2.3", "1.2.4", "patch", None),
        ("1.2.3", "1.2.4", "minor", "1.3.0"),
        ("1.2.3", "1.3.0", "minor", None),
        ("1.2.3", "1.3.0", "major", "2.0.0"),
        ("1.2.3", "2.0.0", "major", None),
        ("1.9", "1.10", "minor", None),
        ("1.9", "1.10", "patch", None),
        ("2", "1.9.9", "patch", "2.0.1"),
        ("0.3.1", "0.4.0", "major", None),
        ("0.3.1", "0.3.2", "major", "0.4.0"),
        ("0.3.1", "0.3.2", "minor", None),
        ("2026-01", "2026-02", "major", "2027.0.0"),
        ("v1.0.0", "v1.0.1-beta", "patch", None),
        ("one", "two", "patch", "0.0.1"),
        ("1.0.0-rc1", "1.0.0", "major", None),
        ("1.0.0-beta.2", "1.0.0-beta.3", "major", None),
        ("1.0.0", "1.0.1-rc1", "patch", None),
        ("1.0.0", "1.0.0-rc1", "patch", "1.0.1"),
        ("1.0.0", "1.0.0+build", "patch", "1.0.1"),
    ],
)
def test_versions_say_how_much_has_changed(old: str, new: str, level: Any, due: str | None) -> None:
    """A version is enough if its number is not below the least that may bring such changes."""
    found = Revision(taxonomy="x", old=old, new=new, changes=(Change(level=level, place="", code="added"),))
    assert found.due == due


def test_catalogs_are_compared_as_a_whole(tmp_path: Any) -> None:
    """Facts, sources and mappings are told before the taxonomies, which come and go."""
    (tmp_path / "clubs.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text("facts: [{id: visits, type: integer, label: {en: V, fr: V}}]")
    (tmp_path / "crosswalk.yaml").write_text(
        "mappings: [{subject: clubs/gold, relation: closeMatch, object: lifecycle/loyal,"
        " justification: semapv:ManualMappingCuration}]"
    )
    extended = ct.catalog().extended(tmp_path)
    come = [one for one in revisions(ct.catalog(), extended) if one.changes]
    assert [(one.taxonomy, one.old, one.new, told(one)) for one in come] == [
        (
            None,
            None,
            None,
            [("minor", "facts.visits", "added"), ("minor", "mappings.clubs/gold → lifecycle/loyal", "added")],
        ),
        ("clubs", None, "1.2.3", [("minor", "", "added")]),
    ]
    gone = [one for one in revisions(extended, ct.catalog()) if one.changes]
    assert [(one.taxonomy, one.level, one.due) for one in gone] == [
        (None, "major", None),
        ("clubs", "major", None),
    ]
    assert [repr(one) for one in gone] == ["<Revision of what is shared: major>", "<Revision clubs: major>"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_change_is_said(language: str) -> None:
    """Each code has its words in both languages."""
    found = changed(
        ("type: integer", "type: number"),
        ("value: 10,", "value: 11,"),
        ("{en: C., fr: D.}", "{en: C., fr: E.}"),
    )
    for change in found.changes:
        assert change.render(language)
        assert "{" not in change.render(language)
