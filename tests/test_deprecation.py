"""What is deprecated is there still, says so where it is used by its id, and is passed over otherwise."""

import pickle
import warnings
from pathlib import Path

import polars as pl
import pytest

import customer_types as ct
from customer_types import DeprecatedIdWarning, classify, dumps, loads, verify
from customer_types._catalog.catalogs import Catalog
from customer_types._showing.pages import pages
from customer_types.cli import main

OLD = """\
id: clubs
version: 2.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - id: silver
    label: {en: {one: Silver member, other: Silver members}, fr: Membre argent}
    deprecated: {since: 1.1.0, replaced_by: gold}
    when: {orders: {min: 5}}
  - id: gold
    label: {en: {one: Gold member, other: Gold members, also: [Silver member]}, fr: Membre or}
    when: {orders: {min: 10}}
  - id: tin
    label: {en: Tin member, fr: Membre étain}
    deprecated: {since: 1.1.0, replaced_by: lifecycle/new}
    when: {orders: {max: 0}}
"""
ELDER = """\
id: old-clubs
version: 1.0.0
label: {en: Old clubs, fr: Anciens clubs}
deprecated: {since: 1.0.0, replaced_by: clubs}
categories:
  - {id: all-of-them, label: {en: Everyone, fr: Tout le monde}, when: {all: []}}
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Give the shipped catalog with a taxonomy that has deprecated categories, and a deprecated one."""
    (tmp_path / "clubs.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "old-clubs.yaml").write_text(ELDER, encoding="utf-8")
    return ct.catalog().extended(tmp_path)


def test_looking_up_by_id_warns_and_says_what_to_use(catalog: Catalog) -> None:
    """The warning stands at the user's line, and has the ids as attributes; it is spoken in French too."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        silver = catalog.category("clubs/silver")
        assert catalog["clubs"]["silver"] is silver
        catalog["clubs"]["tin"]
        catalog["old-clubs"]
    assert [str(one.message) for one in caught] == [
        "`clubs/silver` is deprecated since version 1.1.0; use `clubs/gold`",
        "`clubs/silver` is deprecated since version 1.1.0; use `clubs/gold`",
        "`clubs/tin` is deprecated since version 1.1.0; use `lifecycle/new`",
        "`old-clubs` is deprecated since version 1.0.0; use `clubs`",
    ]
    assert {one.filename for one in caught} == {__file__}
    warning = caught[0].message
    assert isinstance(warning, DeprecatedIdWarning)
    assert isinstance(warning, FutureWarning)  # shown to users, not to developers only
    assert (warning.key, warning.since, warning.replaced_by) == ("clubs/silver", "1.1.0", "clubs/gold")
    french = "`clubs/silver` est obsolète depuis la version 1.1.0\u202f; utilisez `clubs/gold`"
    assert warning.render("fr-CA") == french
    assert str(pickle.loads(pickle.dumps(warning))) == str(warning)


def test_the_facade_warns_at_the_line_of_the_user(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """`taxonomy` and `category` warn as the catalog does."""
    monkeypatch.setattr("customer_types._catalog.lookups.catalog", lambda: catalog)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ct.taxonomy("old-clubs")
        ct.category("clubs/silver")
    assert {one.filename for one in caught} == {__file__}
    assert len(caught) == 2


def test_what_does_not_name_it_does_not_warn(catalog: Catalog) -> None:
    """Iterating, classifying, proving and writing go on as before, in silence."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        clubs = catalog["clubs"]
        assert [one.id for one in classify({"orders": 12}, clubs).categories] == ["silver", "gold"]
        assert {one.id for one in catalog} >= {"clubs", "old-clubs"}
        assert "clubs/silver" in catalog
        assert loads(dumps(clubs)) == clubs
        assert verify(clubs).explain("fr")
        assert catalog.named("old-clubs").named("all-of-them").label("fr") == "Tout le monde"
        assert catalog.named_category("clubs/silver").deprecated is not None
        assert {"clubs", "old-clubs"} <= {*ct.classify_all({"orders": 12}, catalog=catalog)}


def test_a_label_of_today_comes_before_one_of_yesterday(catalog: Catalog) -> None:
    """A synonym of a category of today outranks the name of a deprecated one; without it, that is found."""
    assert ct.translate("silver member", to="fr", catalog=catalog) == "membre or"
    assert [match.category.id for match in ct.resolve("silver member", catalog=catalog)] == ["gold", "silver"]
    assert ct.translate("silver members", to="fr", catalog=catalog) == "membre argent"


def test_people_see_it(catalog: Catalog, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`show` and the pages say that a category is deprecated; `list` leaves it out."""

    def run(*arguments: str) -> str:
        assert main([*arguments, "--with", str(tmp_path)]) == 0
        return capfd.readouterr().out

    shown = run("show", "clubs/silver", "--language", "en").splitlines()
    assert shown[1].strip() == "`clubs/silver` is deprecated since version 1.1.0; use `clubs/gold`"
    assert "obsolète depuis" in run("show", "old-clubs", "--language", "fr")
    listed = run("list", "--language", "en")
    assert ("gold" in listed, "silver" in listed, "Old clubs" in listed) == (True, False, False)
    assert "silver" in run("list", "--all")
    assert "**`clubs/silver` is deprecated since" in pages(catalog, "en")["clubs.md"]


def test_a_replacement_that_is_removed_is_forgotten(tmp_path: Path) -> None:
    """What is inherited says no more to use a category that a layer removes."""
    (tmp_path / "clubs.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text("overlay: clubs\nremove: [gold]\n", encoding="utf-8")
    with pytest.warns(ct.TaxonomyWarning, match="no replacement is named"):
        mine = ct.catalog().extended(tmp_path)["clubs"]
    deprecated = mine.named("silver").deprecated
    assert deprecated is not None
    assert deprecated.replaced_by is None


RENAMED = """\
id: guests
version: 1.1.0
label: {en: Guests, fr: Clients}
categories:
  - id: occasional
    label: {en: Occasional guest, fr: Client de passage}
    when: {orders_365d: {max: 9}}
  - id: friend
    label: {en: {one: Friend, other: Friends}, fr: {one: Ami, other: Amis}}
    deprecated: {since: 1.1.0, replaced_by: regular}
    when: {orders_365d: {min: 10}}
    actions: [{id: greet, text: {en: Say hello., fr: Saluer.}}]
  - id: regular
    label: {en: {one: Regular, other: Regulars}, fr: {one: Habitué, other: Habitués}}
    when: {orders_365d: {min: 10}}
    actions: [{id: thank, text: {en: Say thanks., fr: Remercier.}}]
rules:
  - disjoint: all
  - exhaustive: true
"""


def test_what_is_deprecated_gives_way() -> None:
    """It keeps its verdict, and the single answer is the category that replaces it."""
    guests = loads(RENAMED)
    assert [one.id for one in guests.current] == ["occasional", "regular"]
    result = classify({"orders_365d": 12}, guests)
    assert result.verdicts == {"occasional": False, "friend": True, "regular": True}
    assert result.category is guests["regular"]
    report = verify(guests)
    assert report.is_proved
    assert "nobody is in two categories that are not deprecated" in report.explain()
    assert "personne n’est à la fois dans deux catégories en vigueur" in report.explain("fr")


@pytest.mark.filterwarnings("ignore::customer_types.TaxonomyWarning")
def test_what_is_deprecated_and_not_replaced_is_an_answer() -> None:
    """Without a current category, the customer is where it was; of two deprecated ones, in neither."""
    alone = loads(RENAMED[: RENAMED.index("  - id: regular")].replace(", replaced_by: regular", ""))
    answer = classify({"orders_365d": 12}, alone).category
    assert answer is not None
    assert answer.id == "friend"
    twice = loads(RENAMED.replace("  - id: regular\n", "  - id: regular\n    deprecated: {since: 1.1.0}\n"))
    assert classify({"orders_365d": 12}, twice).category is None


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_tell_of_what_is_deprecated(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A tally marks it, gives no advice for it, and the file has the category that replaces it."""
    (tmp_path / "guests.yaml").write_text(RENAMED, encoding="utf-8")
    (tmp_path / "facts.csv").write_text("customer,orders_365d\nzoe,12\n", encoding="utf-8")
    pl.read_csv(tmp_path / "facts.csv").write_parquet(tmp_path / "facts.parquet")
    asked = ["classify", f"{tmp_path}/facts.{kind}", "--facts", "--taxonomy", f"{tmp_path}/guests.yaml"]
    out = tmp_path / "out.csv"
    assert main([*asked, "--language", "en", "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "Friends (deprecated)" in printed
    assert [line.strip() for line in printed.splitlines()][-5:-3] == ["Regulars", "• Say thanks."]
    assert "Say hello." not in printed
    assert out.read_text(encoding="utf-8").splitlines()[1] == "zoe,12,regular,one,false,true,true"
    assert main([*asked, "--language", "fr"]) == 0
    assert "Amis (catégorie obsolète)" in capsys.readouterr().out


def test_journeys_go_to_what_replaces_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is nowhere for being in a category and in the one that it was."""
    (tmp_path / "guests.yaml").write_text(RENAMED, encoding="utf-8")
    days = "".join(f"zoe,2026-01-{day:02},10\n" for day in range(1, 13))
    (tmp_path / "orders.csv").write_text(f"customer,date,amount\n{days}", encoding="utf-8")
    asked = ["journeys", f"{tmp_path}/orders.csv", "--taxonomy", f"{tmp_path}/guests.yaml", "--format", "csv"]
    assert main([*asked, "--start", "2026-01-06", "--end", "2026-01-20", "--language", "en"]) == 0
    done = capsys.readouterr()
    assert "2026-01-06,2026-01-20,false,occasional,one,regular,one,1" in done.out
    assert "several" not in done.err


IN_ORDER = """\
id: tiers
version: 1.1.0
decide: first
label: {en: Tiers, fr: Paliers}
categories:
  - {id: top, label: {en: Top, fr: Sommet}, when: {orders_365d: {min: 20}}}
  - id: friend
    label: {en: Friend, fr: Ami}
    deprecated: {since: 1.1.0, replaced_by: regular}
    when: {orders_365d: {min: 10}}
  - {id: regular, label: {en: Regular, fr: Habitué}, when: {orders_365d: {min: 8}}}
  - {id: others, label: {en: Others, fr: Autres}, when: {all: []}}
"""


def test_where_the_first_decides_it_takes_nobody() -> None:
    """It keeps the verdict of its place, and those behind it have their customers all the same."""
    tiers = loads(IN_ORDER)
    told = {
        orders: [id for id, verdict in classify({"orders_365d": orders}, tiers).verdicts.items() if verdict]
        for orders in (25, 12, 8, 1)
    }
    assert told == {25: ["top"], 12: ["friend", "regular"], 8: ["regular"], 1: ["others"]}
    result = classify({"orders_365d": 12}, tiers)
    assert result.category is tiers["regular"]
    assert "“Friend” comes first" not in result.explain()
    report = verify(tiers)
    assert [(one.category.id, [other.id for other in one.earlier]) for one in report.shadows] == [
        ("friend", ["top"]),
        ("regular", ["top"]),
        ("others", ["top", "regular"]),
    ]
    behind = loads(
        IN_ORDER.replace(
            "  - {id: top", "  - {id: each, label: {en: Each, fr: Tous}, when: {all: []}}\n  - {id: top"
        )
    )
    assert [fault.code for fault in verify(behind).faults].count("criteria.shadowed") == 4


def test_a_label_that_was_goes_before_a_term_to_avoid(tmp_path: Path) -> None:
    """The name of what is deprecated is no mistake, as a term to avoid is; who asks by it is warned."""
    (tmp_path / "clubs.yaml").write_text(
        OLD.replace(
            "  - id: silver\n    label: {en: {one: Silver member, other: Silver members}",
            "  - id: silver\n    label: {en: {one: Big spender, other: Big spenders}",
        ),
        encoding="utf-8",
    )
    catalog = ct.catalog().extended(tmp_path)
    kinds = [(match.category.key, match.kind) for match in ct.resolve("big spender", catalog=catalog)]
    assert kinds == [("clubs/silver", "preferred"), ("buying-habits/high-volume", "avoid")]
    with pytest.warns(DeprecatedIdWarning, match=r"use `clubs/gold`") as warned:
        assert ct.identify("Big spenders", catalog=catalog).key == "clubs/silver"
    assert warned[0].filename == __file__
