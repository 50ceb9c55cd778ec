"""Labels found and said in another language: every declared form, and what people type for it."""

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.typed_labels import ENGLISH, FRENCH

import customer_types as ct
from customer_types import (
    AmbiguousLabelError,
    Category,
    LabelMatch,
    MissingLanguageError,
    UnknownIdError,
    UnknownLabelError,
    category,
    identify,
    resolve,
    translate,
)
from customer_types._catalog.catalogs import Catalog
from customer_types._model.labels import Name
from customer_types.errors import AvoidedLabelError, LanguageTagError

IDS = [taxonomy.id for taxonomy in ct.catalog()]


def names(one: Category) -> Iterator[tuple[str, str, Name]]:
    """List the names of a category, each with its language and its kind."""
    for language, naming in one.labels.by_language.items():
        if naming.name is not None:
            yield language, "preferred", naming.name
        yield from ((language, "synonym", name) for name in naming.also)
        yield from ((language, "avoid", avoided.name) for avoided in naming.avoid)


def best_ids(label: str, language: str | None = None) -> set[str]:
    """Give the ids of the categories that a label means, by the best kind of match."""
    matches = resolve(label, language=language)
    return {match.category.id for match in matches if match.kind == matches[0].kind}


# ---- what is declared --------------------------------------------------------------------------


@pytest.mark.parametrize("id", IDS)
def test_every_declared_form_means_its_category(id: str) -> None:
    """Each form of each label, synonym and term to avoid finds the category that declares it."""
    for one in ct.taxonomy(id):
        for language, kind, name in names(one):
            for form, spelling in name.forms.items():
                found = [
                    match
                    for match in resolve(spelling)
                    if (match.category, match.language, match.kind) == (one, language, kind)
                    and match.spelling == spelling
                ]
                assert len(found) == 1, (spelling, language, kind)
                assert name.forms[found[0].form] == spelling, form


@pytest.mark.parametrize("id", IDS)
def test_every_label_means_its_category_within_the_taxonomy(id: str) -> None:
    """Within its taxonomy and language a label, in any of its forms, outranks all else and stands alone."""
    for one in ct.taxonomy(id):
        for language, naming in one.labels.by_language.items():
            for spelling in naming.name.forms.values() if naming.name is not None else ():
                first = resolve(spelling, taxonomy=id, language=language)[0]
                assert (first.category, first.kind) == (one, "preferred")


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("count", [1, 2])
def test_labels_go_there_and_back(id: str, count: int) -> None:
    """From English to French and back each label is itself again, in its number and with its capitals."""
    for one in ct.taxonomy(id):
        english, french = (one.label(language, count=count) for language in ("en", "fr"))
        assert translate(english, to="fr", language="en", taxonomy=id) == french
        assert translate(french, to="en", language="fr", taxonomy=id) == english


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("count", [1, 2])
def test_feminine_labels_go_to_english(id: str, count: int) -> None:
    """The feminine label says the same in English, which has no gender."""
    for one in ct.taxonomy(id):
        feminine = one.label("fr", count=count, gender="feminine")
        assert translate(feminine, to="en", language="fr", taxonomy=id) == one.label("en", count=count)


@pytest.mark.parametrize("id", IDS)
def test_canadian_labels_are_found(id: str) -> None:
    """The label that Canada reads is the first that a Canadian look-up finds."""
    for one in ct.taxonomy(id):
        for count in (1, 2):
            label = one.label("fr-CA", count=count)
            assert resolve(label, language="fr-CA", taxonomy=id)[0].category is one


# ---- what is typed -----------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "expected"), FRENCH + ENGLISH)
def test_what_people_type(typed: str, expected: str) -> None:
    """What is typed means its category, several things, or nothing; and is never taken for another."""
    if expected == "≠":
        with pytest.raises(AmbiguousLabelError) as ambiguous:
            translate(typed, to="en")
        assert len(ambiguous.value.candidates) > 1
        return
    if expected == "!":
        with pytest.raises(AvoidedLabelError):
            translate(typed, to="en")
        return
    if expected.startswith("?"):
        assert resolve(typed) == ()
        with pytest.raises(UnknownLabelError) as unknown:
            translate(typed, to="en")
        assert len(unknown.value.suggestions) <= 3
        assert expected == "?" or expected[1:] in unknown.value.suggestions
        return
    assert best_ids(typed) == {expected}
    meant = resolve(typed)[0].category
    assert translate(typed, to="en").lower() in {meant.label("en", count=count).lower() for count in (1, 2)}


def test_the_table_is_large_and_has_each_row_once() -> None:
    """The table has hundreds of rows and no row twice, and every kind of outcome."""
    typed = [row for row, _ in FRENCH + ENGLISH]
    assert len(typed) == len(set(typed)) >= 300
    assert sum(expected == "≠" for _, expected in FRENCH + ENGLISH) >= 7
    assert sum(expected == "!" for _, expected in FRENCH + ENGLISH) >= 15


@pytest.mark.parametrize(
    "article", ["le ", "la ", "l’", "les ", "un ", "une ", "des ", "nos ", "the ", "an "]
)
def test_articles_make_no_difference(article: str) -> None:
    """An article or a possessive before a label changes nothing."""
    assert resolve(f"{article}agents") == resolve("agents") != ()


# ---- matches -----------------------------------------------------------------------------------


def test_a_match_says_what_it_found() -> None:
    """A match has the category, the language, the form, the kind, and the spelling as declared."""
    (match,) = resolve("habituees")
    assert match == LabelMatch(
        category=category("status-and-activity/regular"),
        language="fr",
        form="other_feminine",
        kind="synonym",
        spelling="Habituées",
    )
    assert "Habituées" not in repr(match)
    assert copy.deepcopy(match) == pickle.loads(pickle.dumps(match)) == match


def test_names_come_before_synonyms_and_terms_to_avoid() -> None:
    """Matches are ranked: a name first, then synonyms, then terms to avoid."""
    kinds = [match.kind for match in resolve("nouveau client")]
    assert kinds == ["preferred", "avoid"]
    assert [match.category.key for match in resolve("nouveau client")] == [
        "lifecycle/new",
        "status-and-activity/new-contact",
    ]
    assert {match.kind for match in resolve("repeat customer")} == {"synonym", "avoid"}
    assert resolve("repeat customer")[0].category.key == "status-and-activity/regular"


def test_the_search_can_be_narrowed() -> None:
    """A taxonomy, by id or itself, and a language narrow the search."""
    everywhere = {match.category.key for match in resolve("lost customer")}
    assert everywhere == {
        "lifecycle/lost",
        "relationship-types/lost",
        "status-and-activity/lost",
    }
    for taxonomy in ("lifecycle", ct.taxonomy("lifecycle")):
        assert [match.category.key for match in resolve("lost customer", taxonomy=taxonomy)] == [
            "lifecycle/lost"
        ]
    assert resolve("lost customer", language="fr") == ()
    assert {match.language for match in resolve("active", language="en")} == {"en"}
    assert [match.form for match in resolve("active", language="fr")] == ["one_feminine"]


def test_an_unknown_taxonomy_is_no_empty_search() -> None:
    """A misspelt taxonomy is an error with a suggestion, not a label that nobody bears."""
    with pytest.raises(UnknownIdError, match=r"did you mean `lifecycle`"):
        resolve("lost customer", taxonomy="lifecycl")
    with pytest.raises(UnknownIdError, match=r"did you mean `lifecycle`"):
        translate("lost customer", to="fr", taxonomy="lifecycl")


def test_a_taxonomy_of_a_file_can_be_searched() -> None:
    """A taxonomy that is in no catalog is searched by itself, also where its id is a shipped one."""
    mine = ct.loads("""
id: lifecycle
version: 1.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - id: gold
    label: {en: Gold member, fr: {one: Membre or, other: Membres or}}
    when: {orders: {min: 10}}
""")
    assert translate("gold member", to="fr", taxonomy=mine) == "membre or"
    assert resolve("membres or", taxonomy=mine)[0].category is mine["gold"]
    assert resolve("loyal customer", taxonomy=mine) == ()
    with pytest.raises(UnknownLabelError, match=r"did you mean `Gold member`"):
        translate("gold membr", to="fr", taxonomy=mine)


# ---- Canada ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("client régulier", ["avoid"]),
        ("client habituel", ["preferred"]),
        ("client fidèle", ["preferred"]),
        ("prospect", ["avoid"]),
    ],
)
def test_canada_has_its_own_word_on_a_label(label: str, expected: list[str]) -> None:
    """In `fr-CA` what Canada says of a label counts, and else what France says."""
    taxonomy = "lifecycle" if label in ("client fidèle", "prospect") else "status-and-activity"
    for tag in ("fr-CA", "fr_CA", "FR-ca"):
        assert [match.kind for match in resolve(label, language=tag, taxonomy=taxonomy)] == expected


def test_a_variety_is_found_in_its_language() -> None:
    """French finds what is said in Canada only, and `fr-CA` finds what is said in France."""
    assert best_ids("client résidentiel", language="fr") == {"individual"}
    assert best_ids("particulier", language="fr-CA") == {"individual"}
    assert resolve("client résidentiel", language="fr-FR") == ()


@pytest.mark.parametrize(
    ("label", "to", "expected"),
    [
        ("regular customer", "fr", "client régulier"),
        ("regular customer", "fr-CA", "client habituel"),
        ("Regular customers", "fr_ca", "Clients habituels"),
        ("regular buyers", "fr-CA", "acheteurs habituels"),
        ("professional customer", "fr-CA", "client d’affaires"),
        ("loyal customer", "fr-CA", "client fidèle"),
        ("client régulier", "fr-CA", "client habituel"),
        ("cliente régulière", "fr-CA", "cliente habituelle"),
        ("client d'affaires", "en-GB", "professional customer"),
    ],
)
def test_labels_are_said_as_canada_says_them(label: str, to: str, expected: str) -> None:
    """A translation into a variety takes its own word where it has one."""
    assert translate(label, to=to) == expected


# ---- capitals, number and gender ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "to", "expected"),
    [
        ("clients fidèles", "en", "loyal customers"),
        ("Clients fidèles", "en", "Loyal customers"),
        ("Clients Fidèles", "en", "Loyal Customers"),
        ("CLIENTS FIDÈLES", "en", "LOYAL CUSTOMERS"),
        ("CLIENTS FIDELES", "en", "LOYAL CUSTOMERS"),
        ("cliente fidèle", "en", "loyal customer"),
        ("clientes perdues", "en", "lost customers"),
        ("High-Volume Buyer", "fr", "Acheteur à Fort Volume"),
        ("HIGH-VOLUME BUYERS", "fr", "ACHETEURS À FORT VOLUME"),
        ("vip", "fr", "acheteur VIP"),
        ("VIP", "fr", "Acheteur VIP"),
        ("vip", "en", "VIP buyer"),
        ("acheteuses VIP", "en", "VIP buyers"),
        ("b2b", "en", "professional customer"),
        ("B2B", "fr", "Client professionnel"),
        ("consommateurs finals", "en", "final consumers"),
        ("les clients perdus", "en", "lost customers"),
        ("Les clients perdus", "en", "Lost customers"),
        ("client·e·s fidèle·s", "en", "loyal customers"),
        ("supplier", "fr", "fournisseur"),
        ("Institutions", "fr", "Clients institutionnels"),
        ("ong", "en", "institutional customer"),
        ("客户", "en", "Guest household"),
    ],
)
def test_the_same_number_and_the_same_capitals(label: str, to: str, expected: str) -> None:
    """A translation has the number and the capitals of what was written; acronyms keep theirs."""
    assert translate(label, to=to) == expected


def test_a_word_of_both_languages_is_read_as_the_other_one() -> None:
    """A word that means one thing in English and another in French is taken from the language left."""
    mine = ct.loads("""
id: things
version: 1.0.0
label: {en: Things, fr: Choses}
categories:
  - {id: coins, label: {en: Coin, fr: Monnaie}, when: {orders: 1}}
  - {id: corners, label: {en: Corner, fr: Coin}, when: {orders: 2}}
""")
    assert translate("coin", to="fr", taxonomy=mine) == "monnaie"
    assert translate("coin", to="fr-CA", taxonomy=mine) == "monnaie"
    assert translate("coin", to="en", taxonomy=mine) == "corner"
    assert translate("coin", to="en", taxonomy=mine, language="en") == "coin"


def test_a_synonym_becomes_the_label() -> None:
    """In its own language a synonym or a term to avoid becomes the label, in the same gender and number."""
    assert translate("habituées", to="fr") == "clientes régulières"
    assert translate("client loyal", to="fr") == "client fidèle"
    assert translate("Churned", to="en") == "Lost customer"


# ---- what can't be said ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "candidates"),
    [
        ("régulier", ("buying-habits/regular", "status-and-activity/regular")),
        ("client corporatif", ("customer-categories/professional", "investor-profiles/corporate")),
        (
            "occasional",
            ("buying-habits/occasional", "customer-categories/occasional", "relationship-types/occasional"),
        ),
    ],
)
def test_an_ambiguity_that_matters_is_an_error(label: str, candidates: tuple[str, ...]) -> None:
    """Where meanings differ in the answer the candidates are listed, in both languages of messages."""
    with pytest.raises(AmbiguousLabelError) as caught:
        translate(label, to="fr" if label == "occasional" else "en")
    assert isinstance(caught.value, ValueError)
    assert set(caught.value.candidates) == set(candidates)
    for key in candidates:
        assert f"`{key}`" in caught.value.render("en")
        assert f"`{key}`" in caught.value.render("fr")
        assert translate(label, to="en", taxonomy=key.partition("/")[0])


def test_an_ambiguity_that_makes_no_difference_is_none() -> None:
    """Three taxonomies have lost customers, and all call them the same."""
    assert len({match.category for match in resolve("perdu")}) == 3
    assert translate("perdu", to="en") == "lost customer"


def test_identify_looks_in_the_catalog_that_it_is_given(tmp_path: Path) -> None:
    """An empty catalog has nothing, and of two that bear a name the one of today is meant."""
    with pytest.raises(UnknownLabelError):
        identify("habituée", catalog=Catalog())
    (tmp_path / "clubs.yaml").write_text(
        "id: clubs\nversion: 1.0.0\nlabel: {en: Clubs, fr: Clubs}\ncategories:\n"
        "  - {id: gold, label: {en: Gold member, fr: Membre or}, when: {orders: 9}}\n"
        "  - {id: aurum, label: {en: Gold member, fr: Membre or}, when: {orders: 8},"
        " deprecated: {since: 1.0.0, replaced_by: gold}}\n",
        encoding="utf-8",
    )
    catalog = ct.catalog().extended(tmp_path)
    assert identify("Gold member", catalog=catalog).key == "clubs/gold"


@pytest.mark.parametrize(
    ("label", "suggestion"),
    [
        ("Client, nouveau", "Nouveau client"),
        ("customers (loyal)", "Loyal customers"),
        ("fidele client", "Client fidèle"),
        ("perdues : clientes", "Clientes perdues"),
    ],
)
def test_words_in_another_order_are_suggested_first(label: str, suggestion: str) -> None:
    """A label turned round, as indexes and exports have it, is no answer and the first suggestion."""
    with pytest.raises(UnknownLabelError) as unknown:
        translate(label, to="en")
    assert unknown.value.suggestions[0] == suggestion


def test_a_miss_suggests_labels_of_the_search() -> None:
    """The suggestions for a miss are labels that the same search finds."""
    with pytest.raises(
        UnknownLabelError, match=r"^no category is called `client perd`; did you mean "
    ) as caught:
        translate("client perd", to="en")
    assert isinstance(caught.value, KeyError)
    assert caught.value.suggestions[0] == "Client perdu"
    with pytest.raises(UnknownLabelError) as narrowed:
        translate("loyal custmer", to="fr", language="en", taxonomy="lifecycle")
    suggested = narrowed.value.suggestions
    assert suggested
    assert all(resolve(label, language="en", taxonomy="lifecycle") for label in suggested)
    with pytest.raises(UnknownLabelError) as foreign:
        translate("loyal customer", to="en", language="fr")
    assert "Loyal customer" not in foreign.value.suggestions


def test_a_long_label_is_no_load() -> None:
    """A text that is no label is refused at once, however long it is."""
    with pytest.raises(UnknownLabelError) as caught:
        translate("client " * 100_000, to="en")
    assert len(str(caught.value)) < 200


def test_a_language_without_labels_is_an_error() -> None:
    """A language that the taxonomies are not in can't be translated to, and never falls back by itself."""
    with pytest.raises(MissingLanguageError):
        translate("loyal customer", to="es")
    with pytest.raises(LanguageTagError):
        translate("loyal customer", to="français")
    with pytest.raises(LanguageTagError):
        resolve("loyal customer", language="en:us")


@pytest.mark.parametrize("error", [AmbiguousLabelError("x", ["a/b", "c/d"]), UnknownLabelError("x", ["y"])])
def test_errors_can_be_pickled(error: AmbiguousLabelError | UnknownLabelError) -> None:
    """An error that crosses a process keeps its label and what goes with it."""
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is type(error)
    assert vars(twin) == vars(error)
    assert str(twin) == str(error)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("client.e.s fidèles", "clients fidèles"),
        ("clientEs fidèles", "clients fidèles"),
        ("client·e·s fidèles", "clients fidèles"),
        ("nouveaux et nouvelles clients", "nouveaux clients"),
        ("Clientes et clients fidèles", "Clients fidèles"),
        ("clientes fidèles", "clientes fidèles"),
    ],
)
def test_inclusive_writing_stands_for_both(written: str, expected: str) -> None:
    """Whatever its sign, inclusive writing leads to the general form, and only a feminine to the feminine."""
    assert translate(written, to="fr") == expected


# ---- one category ------------------------------------------------------------------------------


@pytest.mark.parametrize("id", IDS)
def test_a_category_is_identified_by_its_key_its_id_and_its_labels(id: str) -> None:
    """Within its taxonomy each of them names the category and no other one."""
    home = ct.taxonomy(id)
    for one in home:
        assert identify(one.key) is identify(one.key, taxonomy=id) is identify(one.id, taxonomy=home) is one
        assert identify(f" {one.key}\n") is one
        for language in ("en", "fr", "fr-CA"):
            for count in (1, 2):
                assert identify(one.label(language, count=count), taxonomy=id) is one


@pytest.mark.parametrize(("typed", "expected"), [*FRENCH, *ENGLISH])
def test_what_people_type_is_identified_or_refused(typed: str, expected: str) -> None:
    """A text is one category, or an error of input that says why it is none: nothing is guessed."""
    matches = resolve(typed)
    keys = {
        match.category.key
        for match in matches
        if (match.kind, match.means) == (matches[0].kind, matches[0].means)
    }
    if expected == "!":
        with pytest.raises(AvoidedLabelError):
            identify(typed)
    elif len(keys) == 1:
        assert {identify(typed).key} == keys
        assert identify(typed).id == expected
    elif keys:
        with pytest.raises(AmbiguousLabelError) as ambiguous:
            identify(typed)
        assert {*ambiguous.value.candidates} == keys
    else:
        assert expected.startswith("?")
        with pytest.raises(UnknownLabelError) as unknown:
            identify(typed)
        assert isinstance(unknown.value, ValueError)


def test_names_go_before_synonyms_where_one_category_is_meant() -> None:
    """What is the name of one category and a synonym of another one names the former."""
    assert identify("VIP", taxonomy="buying-habits").key == "buying-habits/vip"
    assert identify("Régulier", taxonomy="buying-habits").key == "buying-habits/regular"
    with pytest.raises(AmbiguousLabelError) as caught:
        identify("Régulier")
    assert caught.value.candidates == ("buying-habits/regular", "status-and-activity/regular")


@pytest.mark.parametrize(
    ("text", "taxonomy"),
    [
        ("lifecycle/loyl", None),
        ("lifecycle", None),
        ("loyal/lifecycle", None),
        ("/", None),
        ("", None),
        ("lifecycle/loyal", "customer-categories"),
        ("institutional", "lifecycle"),
        ("x" * 100_000, None),
    ],
)
def test_what_names_nothing_is_not_identified(text: str, taxonomy: str | None) -> None:
    """Neither a misspelt key, nor that of another taxonomy, nor the id of a taxonomy is a category."""
    with pytest.raises(UnknownLabelError):
        identify(text, taxonomy=taxonomy)


def test_a_category_of_a_file_is_identified() -> None:
    """A taxonomy that is in no catalog can be searched, and a catalog of one's own."""
    mine = ct.loads(
        "{id: clubs, version: 1.0.0, label: {en: Clubs, fr: Clubs}, categories:"
        " [{id: gold, label: {en: Gold member, fr: Membre or}, when: {orders: 1}}]}"
    )
    assert identify("membre or", taxonomy=mine, language="fr").key == "clubs/gold"
    assert identify("clubs/gold", taxonomy=mine).key == "clubs/gold"
    with pytest.raises(UnknownIdError):
        identify("gold", taxonomy="clubs")


@pytest.mark.parametrize("label", ["Lost?", "Lost customer (?)", "Client perdu\u202f?", "¿Lost?"])
def test_who_asks_is_not_sure(label: str) -> None:
    """A question mark is no part of a label and no decoration: it is answered with suggestions."""
    assert ct.resolve(label) == ()
    with pytest.raises(ct.UnknownLabelError) as error:
        ct.translate(label, to="fr")
    assert error.value.suggestions
