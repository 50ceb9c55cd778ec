"""Terms to avoid and the labels of real CRMs: what means something else is never an answer."""

import csv
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import customer_types as ct
from customer_types import (
    AmbiguousLabelError,
    Category,
    UnknownLabelError,
    identify,
    resolve,
    translate,
)
from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.translation import LONGEST
from customer_types._model.labels import OTHER, SAME, Avoided
from customer_types._reading.scalars import MAX_LABEL
from customer_types.errors import AvoidedLabelError, LongLabelError, SeveralLabelsError

DATA = Path(__file__).parent / "data"
#: What people have in their columns, with the id of the category meant; `≠` is an ambiguity, `;` several
#: labels, `?` no label, and `!` a term to avoid that means something else, with the category it means.
LABELS = [
    (row["label"], row["answer"])
    for row in csv.DictReader((DATA / "crm_labels.csv").read_text(encoding="utf-8").splitlines())
]


def terms() -> Iterator[tuple[Category, str, Avoided]]:
    """List the terms to avoid of the catalog, with their categories and languages."""
    for taxonomy in ct.catalog():
        for category in taxonomy:
            for language, naming in category.labels.by_language.items():
                yield from ((category, language, term) for term in naming.avoid)


TERMS = [
    pytest.param(
        category, language, term, id=f"{category.key}-{language}-{next(iter(term.name.forms.values()))}"
    )
    for category, language, term in terms()
]


# ---- what is shipped ---------------------------------------------------------------------------


@pytest.mark.parametrize(("category", "language", "term"), TERMS)
def test_a_term_to_avoid_answers_only_if_it_means_the_same(
    category: Category, language: str, term: Avoided
) -> None:
    """In its taxonomy and language it is resolved with its reason, and answers, or says what it means."""
    within: dict[str, Any] = {"language": language, "taxonomy": category.taxonomy}
    for spelling in term.name.forms.values():
        first, *_ = found = resolve(spelling, **within)
        (match,) = [one for one in found if (one.category, one.language) == (category, language)]
        assert (match.kind, match.reason) == ("avoid", term.reason)
        if first.kind != "avoid":  # the category that is meant is called so
            assert identify(spelling, **within).key == match.means
            continue
        if term.means == SAME:
            assert match.means == SAME
            assert identify(spelling, **within) == category
            count = 1 if match.form.startswith("one") else 2
            assert translate(spelling, to="en", **within).lower() == category.label("en", count=count).lower()
            continue
        for look_up in (identify, lambda text, **more: translate(text, to="en", **more)):
            with pytest.raises(AvoidedLabelError) as caught:
                look_up(spelling, **within)
            assert caught.value.reason == term.reason
            for tag in ("en", "fr"):
                assert term.reason is not None
                assert term.reason.text(tag) in caught.value.render(tag)
        meant = [] if term.means == OTHER else [match.means]
        assert [*caught.value.candidates] == meant
        assert category.key not in meant


def test_all_of_them_are_there_and_say_why() -> None:
    """There are more than two hundred terms to avoid, with reasons; about as many mean the same as do not."""
    found = [term for _, _, term in terms()]
    others = [term for term in found if term.means != SAME]
    assert len(found) > 200
    assert all(term.reason is not None for term in found)
    assert 100 <= len(others) <= len(found) - 80
    assert sum(term.means != OTHER for term in others) >= 25


def test_a_term_means_the_same_wherever_the_name_is_the_same() -> None:
    """Categories of one name agree on their terms to avoid, but for leads, which one taxonomy leaves out."""
    meanings: dict[tuple[str, str], set[str]] = {}
    for category, language, term in terms():
        for form in term.name.forms.values():
            meanings.setdefault((category.label("en"), f"{language} {form}"), set()).add(term.means)
    differing = {spelling for (_, spelling), found in meanings.items() if len(found) > 1}
    assert differing == {"fr Plomb", "fr Plombs", "fr-CA Lead", "fr-CA Leads"}


@pytest.mark.parametrize(("label", "answer"), LABELS)
def test_labels_of_real_lists(label: str, answer: str) -> None:
    """A label of a real list is answered by the category that is meant, or the error says why by none."""
    if answer == "≠":
        with pytest.raises(AmbiguousLabelError):
            translate(label, to="en")
        return
    errors: dict[str, type[UnknownLabelError]] = {
        "!": AvoidedLabelError,
        ";": SeveralLabelsError,
        "?": UnknownLabelError,
    }
    error = errors.get(answer[0])
    if error is None:
        best, *_ = resolve(label)
        assert best.category.id == answer
        assert best.means in (None, SAME)
        meant = {best.category.label("en", count=count).lower() for count in (1, 2)}
        assert translate(label, to="en").lower() in meant
        return
    for look_up in (identify, lambda text: translate(text, to="en")):
        with pytest.raises(error) as caught:
            look_up(label)
        assert type(caught.value) is error
    if answer[0] == "!":
        assert caught.value.reason is not None
        assert ", ".join(caught.value.candidates) == answer[1:]
    if answer == ";":
        assert len(caught.value.labels) > 1
        assert all(resolve(one) and one in label for one in caught.value.labels)


def test_the_list_is_long_and_has_each_label_once() -> None:
    """The list has hundreds of labels, none twice, and every kind of answer."""
    labels = [label for label, _ in LABELS]
    assert len(labels) == len(set(labels)) > 300
    assert {answer[0] for _, answer in LABELS} >= set("≠!;?")


# ---- whose word counts -------------------------------------------------------------------------


@pytest.fixture
def lawyers(tmp_path: Path) -> Catalog:
    """Give the catalog with a taxonomy added that has lawyers among its categories."""
    (tmp_path / "trades.yaml").write_text(
        "{id: trades, version: 1.0.0, label: {en: Trades, fr: Métiers}, categories:"
        " [{id: lawyer, label: {en: Lawyer, fr: Avocat}, when: {orders: 1}},"
        " {id: honest, label: {en: Honest customer, fr: Client loyal}, when: {orders: 2}}]}",
        encoding="utf-8",
    )
    return ct.catalog().extended(tmp_path)


def test_a_label_of_ones_own_goes_before_a_term_to_avoid(lawyers: Catalog) -> None:
    """Where a category is called so, another taxonomy's term to avoid is no answer and no error."""
    assert translate("Avocat", to="en", catalog=lawyers) == "Lawyer"
    assert identify("client loyal", catalog=lawyers).key == "trades/honest"
    assert [match.kind for match in resolve("avocat", catalog=lawyers)] == ["preferred", "avoid"]


@pytest.mark.parametrize(
    ("label", "suggestion"),
    [("avocats", "Avocat"), ("Avocate", "Avocat"), ("clients loyaux", "Client loyal")],
)
def test_a_form_that_ones_own_label_lacks_is_not_anothers(
    label: str, suggestion: str, lawyers: Catalog
) -> None:
    """A form of a term to avoid does not answer for a word that a category is called by: it is suggested."""
    for look_up in (identify, lambda text, **more: translate(text, to="en", **more)):
        with pytest.raises(UnknownLabelError) as caught:
            look_up(label, catalog=lawyers)
        assert type(caught.value) is UnknownLabelError
        assert caught.value.suggestions == (suggestion,)
    with pytest.raises(AvoidedLabelError):  # where lawyers are not searched, the reason is told
        identify("avocats", taxonomy="relationship-types", catalog=lawyers)


def test_the_better_term_is_in_the_same_form() -> None:
    """A match has the label that is better, in its language, number and gender."""
    assert resolve("clients loyaux", taxonomy="lifecycle")[0].preferred == "Clients fidèles"
    assert resolve("Cliente loyale", taxonomy="lifecycle")[0].preferred == "Cliente fidèle"
    assert resolve("faithful customers", taxonomy="lifecycle")[0].preferred == "Loyal customers"
    assert resolve("prospects", language="fr-CA", taxonomy="lifecycle")[0].preferred == "Clients potentiels"


def test_a_meaning_that_is_gone_is_no_candidate(tmp_path: Path) -> None:
    """A category that an overlay has removed is not said to be meant."""
    (tmp_path / "chain.yaml").write_text(
        "{overlay: supply-chain-positions, remove: [middleman]}", encoding="utf-8"
    )
    catalog = ct.catalog().extended(tmp_path)
    with pytest.raises(AvoidedLabelError) as caught:
        identify("Concessionnaire", catalog=catalog)
    assert caught.value.candidates == ()
    (tmp_path / "more.yaml").write_text("{overlay: status-and-activity, remove: [regular]}", encoding="utf-8")
    with pytest.raises(AvoidedLabelError) as caught:
        identify("Repeat customer", catalog=ct.catalog().extended(tmp_path / "more.yaml"))
    assert caught.value.candidates == ()


def test_a_term_may_give_no_reason() -> None:
    """Without a reason the error says that something else is meant."""
    mine = ct.loads(
        "{id: clubs, version: 1.0.0, label: {en: Clubs, fr: Clubs}, categories: [{id: gold, label: {en: Gold"
        " member, fr: {one: Membre or, avoid: [{one: Doré, means: other}]}}, when: {orders: 1}}]}"
    )
    with pytest.raises(AvoidedLabelError) as caught:
        identify("doré", taxonomy=mine)
    assert str(caught.value) == "`doré` does not mean `Gold member` but something else"
    assert ct.loads(ct.dumps(mine)) == mine


# ---- signs -------------------------------------------------------------------------------------

GRADES = {
    "plus": ("AA+", "AA+"),
    "plain": ("AA", "AA"),
    "minus": ("AA-", "AA-"),
    "young": ("< 25 years", "<25 ans"),
    "older": ("> 25 years", ">25 ans"),
    "cheap": ("$", "$"),
    "dear": ("$$", "$$"),
    "upper": ("B", "B"),
    "lower": ("b", "b"),
    "tenth": ("1.5 %", "1,5 %"),
    "many": ("15 %", "15 %"),
    "both": ("R&D", "R&D"),
    "aged": ("Traité", "Traité"),
    "deal": ("Traite", "Traite"),
}
SIGNS = ct.loads(
    "{id: grades, version: 1.0.0, label: {en: Grades, fr: Notes}, categories: ["
    + ", ".join(
        f"{{id: {id}, label: {{en: '{en}', fr: '{fr}'}}, when: {{orders: {number}}}}}"
        for number, (id, (en, fr)) in enumerate(GRADES.items())
    )
    + "]}"
)


@pytest.mark.parametrize("id", GRADES)
def test_signs_and_exact_spellings_tell_labels_apart(id: str) -> None:
    """What differs in a sign, in capitals or in accents only is found by its own spelling, and alone."""
    for label in GRADES[id]:
        assert {match.category.id for match in resolve(label, taxonomy=SIGNS)} == {id}
        assert identify(f" {label} ", taxonomy=SIGNS).id == id


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("aa+", "plus"),
        ("aa−", "minus"),  # a true minus sign
        ("<25 years", "young"),
        ("r & d", "both"),
        ("TRAITÉ", "aged"),
        ("« AA »", "plain"),
        ("AA++", None),
        ("25 years", None),
        ("$$$", None),
        ("RD", None),
        ("AA+;AA", None),
        ("1 5 %", None),
    ],
)
def test_signs_are_not_folded_away(label: str, answer: str | None) -> None:
    """Capitals and blanks vary; a sign too many or too few is another thing."""
    if answer is not None:
        assert identify(label, taxonomy=SIGNS).id == answer
        return
    with pytest.raises(UnknownLabelError):
        identify(label, taxonomy=SIGNS)


# ---- how long it takes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "a" + " " * size + "b",
        lambda size: "a" + "\t\n" * (size // 2) + "b",
        lambda size: "le " * (size // 3),
        lambda size: "aA" * (size // 2),
        lambda size: "client/" * (size // 7),
        lambda size: "a(" * (size // 2),
        lambda size: "e\u0301\u0316" * (size // 3),
        lambda size: "-" * size,
    ],
    ids=["blanks", "lines", "articles", "capitals", "slashes", "brackets", "accents", "dashes"],
)
def test_time_grows_no_faster_than_the_text(make: Callable[[int], str]) -> None:
    """To double a text four times takes some sixteen times as long, not 256 times."""

    def seconds(size: int) -> float:
        text = make(size)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            resolve(text)
            with suppress(UnknownLabelError):
                identify(text)
            best = min(best, time.process_time() - start)
        return best

    resolve("warm")
    seconds(1_000)
    assert seconds(16 * 100_000) < max(64 * seconds(100_000), 1.0)


def test_a_text_longer_than_any_label_is_refused() -> None:
    """The limit leaves room for both genders of the longest label; the error says how long a label may be."""
    assert LONGEST > 2 * MAX_LABEL
    assert resolve("x" * (LONGEST + 1)) == ()
    for look_up in (identify, lambda text: translate(text, to="en")):
        with pytest.raises(LongLabelError) as caught:
            look_up("x" * (LONGEST + 1))
        assert caught.value.limit == LONGEST
        with pytest.raises(UnknownLabelError) as shorter:
            look_up("x" * LONGEST)
        assert type(shorter.value) is UnknownLabelError
