"""Files that build on others: what they inherit, change and remove, and what is said of their faults."""

import copy
import os
import pickle
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
from tests.accepted import assert_accepted
from tests.processes import FOR_EVER
from tests.test_bad_files import BAD

import customer_types as ct
from customer_types import LoadError, Relation, TaxonomyWarning, classify, dumps, load, loads, verify
from customer_types._catalog.extensions import Opener
from customer_types._catalog.shipped import shipped
from customer_types._checking.checking import check
from customer_types._model.taxonomies import Disjoint, Implies
from customer_types._reading.documents import Document

CASES = Path(__file__).parent / "extensions"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
LIFECYCLE = ct.taxonomy("lifecycle")


def written(folder: Path, **files: str) -> Path:
    """Write files of a folder."""
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


# ---- a new taxonomy that starts from another one -----------------------------------------------


def test_what_is_not_said_is_inherited() -> None:
    """A taxonomy that says nothing but its name has all that the other one has, and is not the other one."""
    mine = loads("id: mine\nversion: 0.1.0\nextends: lifecycle\n")
    assert (mine.id, mine.version) == ("mine", "0.1.0")
    assert [one.key for one in mine] == [f"mine/{one.id}" for one in LIFECYCLE]
    assert (mine.thresholds, mine.rules, mine.labels) == (
        LIFECYCLE.thresholds,
        LIFECYCLE.rules,
        LIFECYCLE.labels,
    )
    assert [one.labels for one in mine] == [one.labels for one in LIFECYCLE]
    assert loads(dumps(mine)) == mine
    customer = {"orders": 5, "orders_365d": 4, "days_since_first_order": 400, "days_since_last_order": 20}
    assert [one.id for one in classify(customer, mine).categories] == ["loyal"]


def test_given_keys_replace_and_languages_are_patched() -> None:
    """A label given in a language replaces that language whole; other languages, and other keys, stay."""
    mine = loads(
        """
id: mine
version: 0.1.0
extends: lifecycle
thresholds:
  - {id: loyal_orders, value: 9}
categories:
  - id: loyal
    label: {en: Faithful customer, es: {one: Cliente fiel, other: Clientes fieles}}
    actions: [{id: reward, text: {en: Say thanks.}, towards: active}]
  - id: lost
    when: {orders: {min: 1}, days_since_last_order: {min: 500}}
"""
    )
    loyal = mine["loyal"]
    assert loyal.label("en", count=2) == "Faithful customer"
    assert loyal.label("es", count=2) == "Clientes fieles"
    assert loyal.labels.by_language["fr"] == LIFECYCLE["loyal"].labels.by_language["fr"]
    assert loyal.when == LIFECYCLE["loyal"].when
    assert [one.id for one in loyal.actions] == [one.id for one in LIFECYCLE["loyal"].actions]
    assert (loyal.actions[0].text("en"), loyal.actions[0].towards) == ("Say thanks.", "active")
    assert loyal.actions[0].text("fr") == LIFECYCLE["loyal"].actions[0].text("fr")
    values = {one.id: one.value for one in mine.thresholds}
    assert values == {**{one.id: one.value for one in LIFECYCLE.thresholds}, "loyal_orders": 9}
    customer = {"orders": 8, "orders_365d": 2, "days_since_first_order": 400, "days_since_last_order": 20}
    assert classify(customer, LIFECYCLE).verdicts["loyal"] is True
    result = classify(customer, mine)
    assert result.verdicts["loyal"] is False
    assert "9" in result.explain("en")


def test_a_label_without_a_form_adds_names() -> None:
    """Synonyms and terms to avoid are added to those of the language, and no form is lost."""
    mine = loads("""
overlay: lifecycle
categories:
  - id: loyal
    label:
      fr:
        also: [{one: Abonné fidèle, other: Abonnés fidèles}]
        avoid: [{one: Pilier, means: other, reason: {fr: un joueur de rugby}}]
      EN: {also: [Die-hard]}
      fr-CA: {also: [Client assidu]}
""")
    before, after = (one["loyal"].labels.by_language for one in (LIFECYCLE, mine))
    assert after["fr"].name == before["fr"].name
    assert [name.forms["one"] for name in after["fr"].also] == [
        *(name.forms["one"] for name in before["fr"].also),
        "Abonné fidèle",
    ]
    assert after["fr"].avoid[:-1] == before["fr"].avoid
    assert after["fr"].avoid[-1].means == "other"
    assert [*before["en"].also] == [*after["en"].also[:-1]]
    assert mine["loyal"].label("fr-CA", count=2) == "Clients fidèles"
    assert (
        ct.identify("clients fidèles", taxonomy=mine)
        == ct.identify("Die-hard", taxonomy=mine)
        == mine["loyal"]
    )
    assert ct.identify("Client assidu", taxonomy=mine, language="fr-CA") == mine["loyal"]
    assert loads(dumps(mine)) == mine


def test_a_name_that_is_added_takes_the_place_of_itself() -> None:
    """A term that was to be avoided becomes a synonym, or means something else, without standing twice."""
    mine = loads("""
overlay: lifecycle
categories:
  - id: loyal
    label:
      fr: {also: [{one: Client loyal, other: Clients loyaux}], avoid: [{one: Fidèle, means: other}]}
  - id: lost
    label: {en: {avoid: [{one: Departed customer, means: potential}]}}
""")
    french = mine["loyal"].labels.by_language["fr"]
    assert "Client loyal" not in {term.name.forms["one"] for term in french.avoid}
    assert "Fidèle" not in {name.forms["one"] for name in french.also}
    assert [match.kind for match in ct.resolve("clients loyaux", taxonomy=mine)] == ["synonym"]
    english = mine["lost"].labels.by_language["en"].avoid
    assert [term.means for term in english if "Departed" in term.name.forms["one"]] == ["potential"]


def test_names_are_added_to_a_plain_label() -> None:
    """A label that is no more than a text keeps it, and a list that is emptied by that is gone."""
    base = ct.catalog().extended(BAD.parent / "data" / "plain-clubs.yaml")
    mine = loads(
        "{overlay: plain-clubs, categories:"
        " [{id: gold, label: {en: {also: [Golden]}, fr: {avoid: [Doré]}}}]}",
        catalog=base,
    )
    assert mine["gold"].label("en") == "Gold"
    assert [dict(name.forms) for name in mine["gold"].labels.by_language["en"].also] == [{"one": "Golden"}]
    french = mine["gold"].labels.by_language["fr"]
    assert (french.also, len(french.avoid)) == ((), 1)


def test_two_overlays_may_add_to_one_label(tmp_path: Path) -> None:
    """What is added is added by each; of a term that both name they have to say the same."""
    text = "overlay: lifecycle\ncategories: [{id: loyal, label: {en: {also: [{one: %s, other: Fans}]}}}]\n"
    written(tmp_path, a=text % "Fan", b=text % "Devotee")
    both = ct.catalog().extended(tmp_path)["lifecycle"]["loyal"].labels.by_language["en"].also
    assert {"Devotee"} <= {name.forms["one"] for name in both}
    written(tmp_path, b=text.replace("Fans", "Fan base") % "Fan")
    with pytest.raises(LoadError, match=r"overlay.conflict.*categories.loyal.label.en.also.Fan"):
        ct.catalog().extended(tmp_path)


@pytest.mark.parametrize(
    ("label", "lost"),
    [
        ("fr: Client assidu", "3 forms, 2 synonyms and 2 terms to avoid"),
        ("fr: {one: Assidu, other: Assidus, gender: epicene}", "2 synonyms and 2 terms to avoid"),
        ("fr: {also: [Assidu]}", None),
        ("es: Cliente fiel", None),
        ("fr-CA: {one: Client assidu, other: Clients assidus}", None),
    ],
)
def test_what_a_replaced_language_loses_is_told_where_it_is_checked(
    label: str, lost: str | None, tmp_path: Path
) -> None:
    """The warning stands at the language, counts what is lost, and is none of loading."""
    text = f"overlay: lifecycle\ncategories:\n  - id: loyal\n    label:\n      {label}\n"
    file = written(tmp_path, loyal=text) / "loyal.yaml"
    for path in (file, tmp_path):
        found = [fault for fault in check(path) if fault.code == "label.loses"]
        assert [(fault.severity, fault.location.line, fault.location.column) for fault in found] == (
            [("warning", 5, 7)] if lost else []
        )
        assert lost is None or lost in found[0].message()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load(file)
        ct.catalog().extended(tmp_path)
    file.write_text(
        text.replace("    label", "    replace: true\n    when: {orders: 1}\n    label"), encoding="utf-8"
    )
    assert "label.loses" not in {fault.code for fault in check(file)}


def test_a_changed_threshold_shows_in_proofs() -> None:
    """A rule that was true may be broken by another threshold, and the proof has a customer for it."""
    assert not verify(LIFECYCLE).violations
    mine = loads("id: mine\nversion: 0.1.0\nextends: lifecycle\nthresholds: [{id: new_days, value: 400}]\n")
    report = verify(mine)
    assert report.violations
    assert report.relation("new", "loyal") is Relation.OVERLAP


def test_categories_come_and_go_and_are_placed() -> None:
    """New ones go last or where they are put, known ones may move, and removed ones are forgotten."""
    mine = loads(
        """
id: mine
version: 0.1.0
extends: lifecycle
remove: [new]
precedence: [last, quiet, lost, loyal, active, potential]
categories:
  - {id: last, label: {en: L, fr: L}, when: {orders: {min: 1}}}
  - {id: quiet, label: {en: Q, fr: Q}, when: {orders: {min: 2}}, after: potential}
  - {id: loyal, before: potential}
rules:
  - {id: long-or-no-longer, overlaps: [last, loyal]}
  - disjoint: [potential, last]
"""
    )
    assert [one.id for one in mine] == ["loyal", "potential", "quiet", "active", "lost", "last"]
    assert mine["loyal"].when == LIFECYCLE["loyal"].when
    kinds = [(rule.id, type(rule).__name__) for rule in mine.rules]
    assert kinds == [
        ("before-begun-long", "Disjoint"),
        ("before-often-no-longer", "Disjoint"),
        ("long-or-no-longer", "Overlaps"),
        ("often-and-long", "Overlaps"),
        (None, "Disjoint"),
    ]
    aims = {action.towards for category in mine for action in category.actions}
    assert "new" not in aims


NEW = "categories: [{id: quiet, label: {en: Q, fr: Q}, when: {orders: {min: 2}}}]\n"


def test_an_order_is_inherited_without_what_is_removed() -> None:
    """It can be said anew and taken back, and is gone where the first match decides."""
    head = "id: mine\nversion: 0.1.0\nextends: lifecycle\n"
    assert loads(head).precedence == LIFECYCLE.precedence
    assert loads(f"{head}remove: [new]\n").precedence == ("lost", "loyal", "active", "potential")
    anew = "precedence: [quiet, lost, loyal, active, new, potential]\n"
    assert loads(f"{head}{anew}{NEW}").precedence[0] == "quiet"
    assert loads(f"{head}precedence: []\n{NEW}").precedence == ()
    assert loads(f"{head}decide: first\n{NEW}").precedence == ()
    with pytest.warns(TaxonomyWarning):
        retired = loads(f"{head}categories: [{{id: new, deprecated: {{since: 0.1.0}}}}]\n")
    assert retired.precedence == LIFECYCLE.precedence
    assert classify({"orders": 0}, retired).category is retired["potential"]


def test_a_new_category_needs_its_place_in_an_inherited_order(tmp_path: Path) -> None:
    """The fault stands where the category is new, in whichever file; a later file may give the order."""
    files = {
        "a-more": f"overlay: lifecycle\n{NEW}",
        "b-es": "overlay: lifecycle\ncategories: [{id: quiet, label: {es: Q}}]\n",
    }
    folder = written(tmp_path, **files)
    with pytest.raises(LoadError) as refused:
        ct.catalog().extended(folder)
    (fault,) = refused.value.faults
    assert (fault.code, Path(fault.location.path).name) == ("precedence.inherited", "a-more.yaml")
    assert "`precedence: [lost, loyal, active, new, potential, quiet]`" in str(refused.value)
    written(tmp_path, c="overlay: lifecycle\nprecedence: [lost, quiet, loyal, active, new, potential]\n")
    assert "quiet" in ct.catalog().extended(folder)["lifecycle"].precedence


def test_two_overlays_do_not_order_differently(tmp_path: Path) -> None:
    """Two orders are a conflict, as two values of any key are."""
    order = "overlay: lifecycle\nprecedence: [{}, active, new, potential]\n"
    folder = written(tmp_path, a=order.format("lost, loyal"), b=order.format("loyal, lost"))
    with pytest.raises(LoadError, match=r"overlay\.conflict"):
        ct.catalog().extended(folder)


def test_links_and_rules_lose_what_is_removed(tmp_path: Path) -> None:
    """Inherited links, aims and rules lose a removed category; those that are left with none are gone."""
    base = """
id: base
version: 1.0.0
label: {en: Base, fr: Base}
categories:
  - id: a
    label: {en: A, fr: A}
    when: {orders: 1}
    related: b
    actions: [{id: x, text: {en: X, fr: X}, towards: b}]
  - {id: b, label: {en: B, fr: B}, when: {orders: 2}}
  - {id: c, label: {en: C, fr: C}, when: {orders: 3}, broader: [b, a]}
rules:
  - disjoint: [a, b]
  - {disjoint: [a, b, c], id: three}
  - {implies: {b: a, c: a}, id: pairs}
  - implies: {b: a}
"""
    mine = "id: mine\nversion: 1.0.0\nextends: base\nremove: [b]\n"
    with pytest.raises(LoadError, match="no taxonomy `base`"):
        loads(mine)
    catalog = ct.catalog().extended(written(tmp_path, base=base, mine=mine))
    found = catalog["mine"]
    assert (found["a"].related, found["a"].actions[0].towards, found["c"].broader) == ((), None, ("a",))
    three, pairs = found.rules
    assert isinstance(three, Disjoint)
    assert isinstance(pairs, Implies)
    assert (three.categories, pairs.pairs) == (("a", "c"), (("c", "a"),))
    assert catalog["base"]["a"].related == ("b",)


def test_replace_drops_what_was_inherited() -> None:
    """A category that replaces another one has its place and its id, and nothing else."""
    mine = loads(
        """
id: mine
version: 0.1.0
extends: lifecycle
categories:
  - {id: new, replace: true, label: {en: Fresh, fr: Récent}, when: {orders: 1}}
"""
    )
    new = mine["new"]
    assert [one.id for one in mine] == [one.id for one in LIFECYCLE]
    assert (new.definitions, new.actions, new.notes, new.source) == (None, (), (), ())
    assert new.label("fr") == "Récent"


def test_a_criterion_and_a_reason_for_none_take_each_other_s_place() -> None:
    """Who gives a criterion to a category without one need not take back the reason, nor the other way."""
    mine = loads(
        """
id: mine
version: 0.1.0
extends: lifecycle
rules: [{id: ladder, disjoint: [new, loyal]}]
categories:
  - {id: potential, without_criteria: {en: Nobody knows., fr: On ne sait pas.}}
"""
    )
    assert mine["potential"].when is None
    assert classify({"orders": 0}, mine).verdicts["potential"] is None


def test_chains_of_extension(tmp_path: Path) -> None:
    """Each of several taxonomies starts from the one before, and has its facts and sources too."""
    files = {
        "a": (
            "id: one\nversion: 1.0.0\nlabel: {en: One, fr: Un}\n"
            "facts: [{id: points, type: integer, min: 0, label: {en: P, fr: P}}]\n"
            "sources: [{id: charter, title: {en: C, fr: C}}]\n"
            "categories: [{id: gold, label: {en: G, fr: O}, when: {points: {min: 9}}, source: charter}]\n"
        ),
        "b": "id: two\nversion: 1.0.0\nextends: one\nfacts: [{id: points, max: 99}]\n",
        "c": "id: three\nversion: 1.0.0\nextends: two\ncategories: [{id: gold, when: {points: {min: 5}}}]\n",
    }
    catalog = ct.catalog().extended(written(tmp_path, **files))
    three = catalog["three"]
    assert classify({"points": 6}, three).verdicts["gold"] is True
    assert (three.vocabulary.facts["points"].min, three.vocabulary.facts["points"].max) == (0, 99)
    assert [source.id for source in three.own_sources] == ["charter"]
    assert classify({"points": 6}, catalog["one"]).verdicts["gold"] is False


def test_chains_have_an_end(tmp_path: Path) -> None:
    """A chain that nobody could follow is refused, and so is no process."""
    files = {"t0": "id: t0\nversion: 1.0.0\nextends: lifecycle\n"}
    files |= {f"t{n}": f"id: t{n}\nversion: 1.0.0\nextends: t{n - 1}\n" for n in range(1, 40)}
    with pytest.raises(LoadError) as caught:
        ct.catalog().extended(written(tmp_path, **files))
    assert {fault.code for fault in caught.value.faults} == {"extends.too-deep"}


# ---- overlays ----------------------------------------------------------------------------------


def test_an_overlay_changes_a_taxonomy_of_the_new_catalog_only(tmp_path: Path) -> None:
    """Keys and ids stay as they are, and so does the catalog that was extended."""
    text = "overlay: lifecycle\nthresholds: [{id: loyal_orders, value: 5}]\n"
    catalog = ct.catalog().extended(written(tmp_path, shop=text) / "shop.yaml")
    changed = catalog["lifecycle"]
    assert catalog.ids == ct.catalog().ids
    assert [one.key for one in changed] == [one.key for one in LIFECYCLE]
    assert changed.version == LIFECYCLE.version
    assert next(one.value for one in changed.thresholds if one.id == "loyal_orders") == 5
    assert ct.fingerprint(changed) != ct.fingerprint(LIFECYCLE)
    assert ct.taxonomy("lifecycle") is LIFECYCLE
    assert load(tmp_path / "shop.yaml") == changed
    others = [one for one in catalog if one.id != "lifecycle"]
    assert others == [one for one in ct.catalog() if one.id != "lifecycle"]
    assert all(one.scope is catalog for one in others)


def test_overlays_apply_one_after_the_other(tmp_path: Path) -> None:
    """Several overlays, and extensions of what they change, agree about one taxonomy."""
    files = {
        "b-values": "overlay: lifecycle\nthresholds: [{id: loyal_orders, value: 5}]\n",
        "c-more": "overlay: lifecycle\nprecedence: [lost, vip, loyal, active, new, potential]\ncategories:\n"
        "  - {id: vip, label: {en: V, fr: V}, when: {orders: {min: 50}}}\n",
        "d-es": "overlay: lifecycle\ncategories:\n"
        "  - {id: vip, label: {es: Vip}}\n  - {id: loyal, label: {es: Fiel}}\n",
        "a-mine": "id: mine\nversion: 1.0.0\nextends: lifecycle\n",
    }
    folder = written(tmp_path, **files)
    for paths in ([folder], sorted(folder.iterdir())):
        catalog = ct.catalog().extended(*paths)
        for id in ("lifecycle", "mine"):
            assert [one.id for one in catalog[id]][-1] == "vip"
            assert catalog[id]["vip"].label("es") == "Vip"
            assert {one.id: one.value for one in catalog[id].thresholds}["loyal_orders"] == 5
    again = catalog.extended(written(tmp_path / "..", over="overlay: mine\nremove: [vip]\n") / "over.yaml")
    assert ("vip" in again["mine"], "vip" in again["lifecycle"], "vip" in catalog["mine"]) == (
        False,
        True,
        True,
    )


def test_overlays_agree_about_languages_however_they_are_written(tmp_path: Path) -> None:
    """`fr-ca` and `fr-CA` are one language, of which two overlays say different things."""
    files = {
        name: f"overlay: lifecycle\ncategories: [{{id: loyal, label: {{{tag}: {text}}}}}]\n"
        for name, tag, text in (("a", "fr-ca", "Un"), ("b", "fr-CA", "Deux"))
    }
    with pytest.raises(LoadError) as caught:
        ct.catalog().extended(written(tmp_path, **files))
    assert [fault.code for fault in caught.value.faults] == ["overlay.conflict"]


def test_overlays_are_laid_over_what_is_no_language(tmp_path: Path) -> None:
    """A key that is no language tag is a fault of its file, and stops nobody from reading the others."""
    text = "overlay: lifecycle\ncategories: [{id: loyal, label: {%s: Fidèle}}]\n"
    written(tmp_path, a=text % "overlay", b=text % "es")
    with pytest.raises(LoadError) as refused:
        ct.catalog().extended(tmp_path)
    assert [(fault.code, Path(fault.location.path).name) for fault in refused.value.faults] == [
        ("schema.unknown-key", "a.yaml")
    ]


def test_an_extension_follows_what_its_base_becomes(tmp_path: Path) -> None:
    """In a catalog where the base is changed, so is what starts from it; elsewhere it isn't."""
    folder = written(tmp_path, mine="id: mine\nversion: 1.0.0\nextends: lifecycle\n")
    first = ct.catalog().extended(folder / "mine.yaml")
    written(tmp_path, values="overlay: lifecycle\nthresholds: [{id: loyal_orders, value: 7}]\n")
    second = first.extended(folder / "values.yaml")
    values = [{one.id: one.value for one in catalog["mine"].thresholds} for catalog in (first, second)]
    assert [one["loyal_orders"] for one in values] == [6, 7]


def test_mappings_of_what_is_removed_are_gone(tmp_path: Path) -> None:
    """A catalog has no mapping of a category that an overlay has removed."""
    text = "overlay: relationship-types\nremove: [lost]\n"
    try:
        catalog = ct.catalog().extended(written(tmp_path, gone=text) / "gone.yaml")
    except LoadError as error:  # something builds on it
        pytest.fail(str(error))
    ends = {end for one in catalog.mappings for end in (one.subject, one.object)}
    assert "relationship-types/lost" not in ends
    assert len(catalog.mappings) < len(ct.catalog().mappings)


# ---- folders -----------------------------------------------------------------------------------


def test_a_folder_brings_facts_sources_and_mappings(tmp_path: Path) -> None:
    """What a folder has is for all of its taxonomies, and beside what was there."""
    files = {
        "facts": "facts: [{id: points, type: integer, min: 0, label: {en: Points, fr: Points}}]\n"
        "invariants: [{if: {orders: 0}, then: {points: {known: false}}}]\n",
        "sources": "sources: [{id: charter, title: {en: Charter, fr: Charte}}]\n",
        "crosswalk": "mappings: [{subject: clubs/gold, relation: relatedMatch, object: lifecycle/loyal,"
        " justification: 'semapv:ManualMappingCuration'}]\n",
        "clubs": "id: clubs\nversion: 1.0.0\nlabel: {en: Clubs, fr: Clubs}\ncategories:\n"
        "  - {id: gold, label: {en: Gold, fr: Or}, when: {points: {min: 10}}, source: charter}\n",
    }
    catalog = ct.catalog().extended(written(tmp_path, **files))
    assert "points" in catalog.facts
    assert "points" not in ct.catalog().facts
    assert catalog.sources["charter"].title("fr") == "Charte"
    assert len(catalog.mappings) == len(ct.catalog().mappings) + 1
    assert classify({"points": 12}, catalog["clubs"]).categories[0].key == "clubs/gold"
    assert "points" in catalog["lifecycle"].vocabulary.facts
    assert catalog.category("clubs/gold").label("fr") == "Or"
    assert "clubs/gold" in catalog
    assert [match.category.key for match in ct.resolve("or", catalog=catalog)] == ["clubs/gold"]


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    """An empty folder, and no folder at all, are told by name."""
    for path, code in ((tmp_path, "file.no-yaml"), (tmp_path / "nothing", "file.not-found")):
        with pytest.raises(LoadError) as caught:
            ct.catalog().extended(path)
        assert [fault.code for fault in caught.value.faults] == [code]


def test_doubts_are_warnings(tmp_path: Path) -> None:
    """What is only doubtful in an added file is a warning, and the catalog is there."""
    text = "overlay: lifecycle\ncategories: [{id: loyal, when: {age: {min: 18}}}]\n"
    with pytest.warns(TaxonomyWarning, match="sensitive"):
        catalog = ct.catalog().extended(written(tmp_path, age=text) / "age.yaml")
    assert "age" in str(catalog["lifecycle"]["loyal"].when)


# ---- faults ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_broken_files_give_their_reports(name: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All faults of all files are told, each in its file and line."""
    monkeypatch.chdir(CASES)
    with pytest.raises(LoadError) as caught:
        ct.catalog().extended(name)
    assert_accepted(f"{caught.value.render(language)}\n", CASES / f"{name}.{language}.txt")


def test_faults_do_not_hang_on_the_order_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that need one another are told the same whichever comes first."""
    monkeypatch.chdir(CASES)
    paths = sorted(Path("faulty-facts").iterdir())
    reports = set()
    for order in (paths, paths[::-1]):
        with pytest.raises(LoadError) as caught:
            ct.catalog().extended(*order)
        reports.add(str(caught.value))
    assert len(reports) == 1


def test_nothing_is_removed_from_what_has_no_lists() -> None:
    """`remove` is for a file and for a category; in a threshold or an action it is an unknown key."""
    text = (
        "overlay: lifecycle\nthresholds: [{id: loyal_orders, remove: []}]\n"
        "categories: [{id: loyal, remove: [], actions: [{id: reward, remove: [text]}]}]\n"
    )
    with pytest.raises(LoadError) as caught:
        loads(text)
    faults = [(fault.code, fault.location.line, fault.location.column) for fault in caught.value.faults]
    assert faults == [("schema.unknown-key", 2, 33), ("schema.unknown-key", 3, 61)]


def test_no_file_is_opened_by_name() -> None:
    """A base is an id of the catalog; a path is a fault, and the text shows it and nothing of the file."""
    with pytest.raises(LoadError) as caught:
        load(BAD / "extends-form.yaml")
    assert [fault.code for fault in caught.value.faults] == ["extends.form"]


# ---- copies, threads, processes ----------------------------------------------------------------


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> ct.Catalog:
    """Extend the catalog by a taxonomy and an overlay."""
    folder = tmp_path_factory.mktemp("mine")
    files = {
        "mine": "id: mine\nversion: 1.0.0\nextends: lifecycle\nremove: [new]\n",
        "values": "overlay: buying-habits\nlabel: {es: Hábitos}\n",
    }
    return ct.catalog().extended(written(folder, **files))


def test_pickles_are_by_value(extended: ct.Catalog) -> None:
    """A catalog that went through a pickle has equal taxonomies, though its files are gone."""
    again = pickle.loads(pickle.dumps(extended))
    assert again.ids == extended.ids
    assert [*again] == [*extended]
    assert again["mine"].scope is again
    assert pickle.loads(pickle.dumps(extended["mine"])) == extended["mine"]
    assert copy.copy(extended) is extended
    assert copy.deepcopy(extended) is extended
    assert copy.deepcopy(extended["mine"]) == extended["mine"]


def test_a_pickle_is_read_in_another_process(extended: ct.Catalog, tmp_path: Path) -> None:
    """Another process has the same hashes of content, whatever its hash seed."""
    file = tmp_path / "catalog.pickle"
    file.write_bytes(pickle.dumps(extended))
    code = (
        "import pickle, sys, customer_types as ct\n"
        "catalog = pickle.loads(open(sys.argv[1], 'rb').read())\n"
        "print(*(ct.fingerprint(one) for one in catalog))"
    )
    told = " ".join(map(ct.fingerprint, extended))
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(file)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == told


def test_sixteen_threads_read_each_file_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many threads ask at once, a file is read once, and all have the same object."""
    read: list[str] = []
    files = shipped()
    opened = dict(files.taxonomies)

    def counted(id: str) -> Opener:
        def open_() -> Document:
            read.append(id)
            return opened[id]()

        return open_

    for id in opened:
        monkeypatch.setitem(files.taxonomies, id, counted(id))
    fresh = ct.Catalog(files)
    barrier = threading.Barrier(16)
    found: list[list[ct.Taxonomy]] = []

    def ask() -> None:
        barrier.wait()
        found.append([*fresh])

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(read) == sorted(opened)
    assert all(one is other for listed in found for one, other in zip(listed, found[0], strict=True))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_reads_on() -> None:
    """A process that is copied while a thread reads has no lock that nobody opens."""
    code = """
import os, signal, threading
from customer_types import catalog
from customer_types._catalog import catalogs
reading, done = threading.Event(), threading.Event()
def read():
    with catalogs._READING:
        reading.set()
        done.wait()
threading.Thread(target=read).start()
reading.wait()
child = os.fork()
if not child:
    signal.alarm(900)  # rather than to wait for ever
    os._exit(0 if len([*catalog()]) == 12 else 1)
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
done.set()
print("fine" if status == 0 else status)
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=FOR_EVER,
    )
    assert done.stdout.strip() == "fine", done.stderr


def test_faults_are_no_warnings_of_the_shipped_files() -> None:
    """Starting from a taxonomy repeats nothing that its own file is warned of."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loads("id: mine\nversion: 0.1.0\nextends: customer-categories\n")
