"""Labels: which form of which name is shown for a language, a number and a gender."""

import copy
import pickle

import pytest

from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import FORMS, Avoided, Gender, Label, Name, Naming, Texts
from customer_types.errors import LanguageTagError, MissingLanguageError


def name(**forms: str) -> Name:
    """Make a name of forms."""
    return Name(forms=FrozenMap(forms))


CUSTOMER = name(one="Client", other="Clients", one_feminine="Cliente", other_feminine="Clientes")

LABEL = Label(
    by_language=FrozenMap(
        {
            "en": Naming(
                name=name(one="Prospect", other="Prospects"), also=(name(one="Lead", other="Leads"),)
            ),
            "fr": Naming(name=name(one="Prospect", other="Prospects", one_feminine="Prospecte")),
            "fr-CA": Naming(name=name(one="Client potentiel")),
            "fr-CH": Naming(avoid=(Avoided(name=name(one="Lead")),)),
            "pl": Naming(name=name(one="klient", few="klienci", many="klientów", other="klienta")),
        }
    )
)

# ---- forms -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "gender", "expected"),
    [
        (1, None, "Client"),
        (0, None, "Client"),  # French counts nothing as one
        (1.5, None, "Client"),
        (2, None, "Clients"),
        (1_000_000, None, "Clients"),  # French has `many`, this name has not
        (1, "masculine", "Client"),
        (2, "masculine", "Clients"),
        (1, "feminine", "Cliente"),
        (0, "feminine", "Cliente"),
        (2, "feminine", "Clientes"),
        (1_000_000, "feminine", "Clientes"),
    ],
)
def test_a_name_has_a_form_for_number_and_gender(count: float, gender: Gender | None, expected: str) -> None:
    """The form is that of the language's plural category, in the gender that is asked for."""
    assert CUSTOMER.form("fr", count, gender) == expected


@pytest.mark.parametrize(
    ("forms", "count", "gender", "expected"),
    [
        ({"one": "Client"}, 2, None, "Client"),
        ({"other": "Clients"}, 1, None, "Clients"),
        ({"one": "Membre", "other": "Membres"}, 2, "feminine", "Membres"),
        ({"one": "Membre"}, 2, "feminine", "Membre"),
        ({"one": "Client", "one_feminine": "Cliente"}, 1, "feminine", "Cliente"),
        ({"many": "Clients"}, 1, None, "Clients"),
        ({"few": "klienci", "other": "klienta"}, 5, None, "klienta"),
    ],
)
def test_an_absent_form_falls_to_other_then_to_one(
    forms: dict[str, str], count: float, gender: Gender | None, expected: str
) -> None:
    """Where a form is not there, `other` stands in for it, then `one`, then the only form there is."""
    assert name(**forms).form("fr", count, gender) == expected


@pytest.mark.parametrize("gender", ["neuter", "", "FEMININE", "epicene", "f"])
def test_an_unknown_gender_is_an_error(gender: Gender) -> None:
    """A gender is masculine or feminine; nothing else is guessed at."""
    with pytest.raises(ValueError, match="masculine or feminine"):
        CUSTOMER.form("fr", 1, gender)


def test_forms_are_cldrs_categories_and_their_feminines() -> None:
    """The forms that a name can have are CLDR's six plural categories, each with a feminine."""
    categories = ("zero", "one", "two", "few", "many", "other")
    assert set(FORMS) == {*categories, *(f"{category}_feminine" for category in categories)}
    assert len(FORMS) == 12


# ---- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "Prospect"),
        ("en-GB", 2, "Prospects"),
        ("EN_us", 2, "Prospects"),
        ("fr", 0, "Prospect"),
        ("fr-FR", 2, "Prospects"),
        ("fr-CA", 1, "Client potentiel"),
        ("fr-CA", 2, "Client potentiel"),  # a whole label, never a single form of another one
        ("fr_ca", 1, "Client potentiel"),
        ("fr-CA-x-montreal", 1, "Client potentiel"),
        ("fr-CH", 2, "Prospects"),  # Switzerland says only what to avoid
        ("pl", 5, "klientów"),
    ],
)
def test_a_label_is_looked_up_as_rfc_4647_has_it(language: str, count: float, expected: str) -> None:
    """The label is that of the language, else of the more general one, in the number of that language."""
    assert LABEL.text(language, count=count) == expected
    assert LABEL.text(language) == LABEL.text(language, count=1)


@pytest.mark.parametrize(
    ("language", "fallback", "count", "expected"),
    [
        ("de", "en", 2, "Prospects"),
        ("de", "en-US", 0, "Prospects"),  # English counts nothing in the plural
        ("de", "fr", 0, "Prospect"),
        ("de", ("es", "fr-CA"), 1, "Client potentiel"),
        ("de", ["it", "pl", "en"], 2, "klienci"),
        ("fr", "en", 1, "Prospect"),
        ("de", (tag for tag in ("es", "en")), 2, "Prospects"),
    ],
)
def test_a_fallback_gives_a_whole_label_of_its_own(
    language: str, fallback: str | tuple[str, ...], count: float, expected: str
) -> None:
    """Another language stands in only where it is asked to, and then in its own number."""
    assert LABEL.text(language, count=count, fallback=fallback) == expected


@pytest.mark.parametrize(
    ("language", "fallback"), [("de", ()), ("de", "es"), ("es", ("it", "de")), ("e", "")]
)
def test_another_language_is_never_guessed(language: str, fallback: str | tuple[str, ...]) -> None:
    """Where neither language nor fallback has a name, the error names what there is; a tag has to be one."""
    expected = LanguageTagError if language == "e" else MissingLanguageError
    with pytest.raises(expected):
        LABEL.text(language, fallback=fallback)


def test_the_error_names_the_languages_there_are() -> None:
    """A missing language is a KeyError that lists the languages with a name, and no others."""
    with pytest.raises(KeyError) as missing:
        LABEL.text("de")
    assert isinstance(missing.value, MissingLanguageError)
    assert missing.value.language == "de"
    assert missing.value.available == ("en", "fr", "fr-CA", "pl")
    assert list(LABEL.languages()) == ["en", "fr", "fr-CA", "pl"]


def test_texts_are_looked_up_as_labels_are() -> None:
    """A text is that of the language or a more general one, or of a fallback that is asked for."""
    texts = Texts(by_language=FrozenMap({"en": "Buys often.", "fr": "Achète souvent."}))
    assert texts.text("fr-CA") == "Achète souvent."
    assert texts.text("de", fallback=("es", "en-GB")) == "Buys often."
    with pytest.raises(MissingLanguageError) as missing:
        texts.text("de", fallback="es")
    assert missing.value.available == ("en", "fr")
    with pytest.raises(MissingLanguageError) as missing:
        Texts(by_language=FrozenMap()).text("en")
    assert missing.value.available == ()


def test_labels_are_values() -> None:
    """Labels compare and hash by content, and stay whole through pickles and copies."""
    again: Label = pickle.loads(pickle.dumps(LABEL))
    assert again == LABEL
    assert hash(again) == hash(LABEL)
    assert copy.deepcopy(LABEL) == copy.copy(LABEL) == LABEL
    assert again.text("fr", gender="feminine") == "Prospecte"
