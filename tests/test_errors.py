"""Errors: their words in both languages, their attributes, and the builtins that people catch."""

import copy
import pickle
from typing import Any

import pytest

import customer_types as ct
from customer_types._messages import Phrase
from customer_types._model.faults import Fault, LoadError, TaxonomyWarning
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types._model.locations import Location
from customer_types.errors import (
    AmbiguousLabelError,
    AvoidedLabelError,
    CustomerTypesError,
    FactRangeError,
    FactTypeError,
    LanguageTagError,
    LongLabelError,
    MissingExtraError,
    MissingLanguageError,
    NotFactsError,
    OrdersError,
    SeveralAnswersError,
    SeveralLabelsError,
    TableError,
    UnknownFactError,
    UnknownGenderError,
    UnknownIdError,
    UnknownLabelError,
    did_you_mean,
)

ROW = Phrase("orders.row", {"row": 3, "problem": Phrase("orders.date")})
FACETS = Phrase("answers.facets", {"count": 2})

ERRORS: dict[str, tuple[CustomerTypesError, type[Exception], dict[str, Any], str, str]] = {
    "language tag": (
        LanguageTagError("en:Active"),
        ValueError,
        {"tag": "en:Active"},
        "`en:Active` is not a valid language tag",
        "`en:Active` n’est pas une étiquette de langue valide",
    ),
    "missing language": (
        MissingLanguageError("de", iter(["en", "fr"])),
        KeyError,
        {"language": "de", "available": ("en", "fr")},
        "no text in `de`; available: `en` and `fr`",
        "aucun texte dans la langue `de`\u202f; langues disponibles\u00a0: `en` et `fr`",
    ),
    "no language": (
        MissingLanguageError("de", []),
        KeyError,
        {"language": "de", "available": ()},
        "there is no text, in `de` or any other language",
        "il n’y a aucun texte, ni dans la langue `de` ni dans une autre",
    ),
    "unknown taxonomy": (
        UnknownIdError("taxonomy", "lifecicle", ["lifecycle"]),
        KeyError,
        {"kind": "taxonomy", "id": "lifecicle", "suggestions": ("lifecycle",)},
        "unknown taxonomy `lifecicle`; did you mean `lifecycle`?",
        "taxonomie inconnue\u00a0: `lifecicle`\u202f; vouliez-vous dire `lifecycle`\u202f?",
    ),
    "unknown category": (
        UnknownIdError("category", "lifecycle/gone"),
        KeyError,
        {"kind": "category", "id": "lifecycle/gone", "suggestions": ()},
        "unknown category `lifecycle/gone`",
        "catégorie inconnue\u00a0: `lifecycle/gone`",
    ),
    "unknown label": (
        UnknownLabelError("lyoal", ["Loyal", "Royal", "Local"]),
        KeyError,
        {"label": "lyoal", "suggestions": ("Loyal", "Royal", "Local")},
        "no category is called `lyoal`; did you mean `Loyal`, `Royal` or `Local`?",
        "aucune catégorie ne s’appelle `lyoal`\u202f; vouliez-vous dire `Loyal`, `Royal` ou `Local`\u202f?",
    ),
    "avoided label": (
        AvoidedLabelError("Dealer", [Texts(by_language=FrozenMap({"en": "Agent", "fr": "Mandataire"}))]),
        ValueError,
        {"label": "Dealer", "reason": None, "candidates": (), "suggestions": ()},
        "`Dealer` does not mean `Agent` but something else",
        "`Dealer` ne veut pas dire `Mandataire`, mais autre chose",
    ),
    "avoided label, with all that can be told": (
        AvoidedLabelError(
            "Dealer",
            [Texts(by_language=FrozenMap({"en": "Agent"}))],
            Texts(by_language=FrozenMap({"en": "resells", "fr": "revend"})),
            ["chain/middleman", "chain/retailer"],
        ),
        KeyError,
        {"label": "Dealer", "candidates": ("chain/middleman", "chain/retailer")},
        "`Dealer` does not mean `Agent`: resells; what is meant is `chain/middleman` or `chain/retailer`",
        (
            "`Dealer` ne veut pas dire `Agent`\u00a0: revend\u202f; "
            "il s’agit de `chain/middleman` ou `chain/retailer`"
        ),
    ),
    "several labels": (
        SeveralLabelsError("Client, nouveau", ["Client", "nouveau"], ["Nouveau client"]),
        ValueError,
        {"labels": ("Client", "nouveau"), "suggestions": ("Nouveau client",)},
        "`Client, nouveau` contains several labels: `Client` and `nouveau`; did you mean `Nouveau client`?",
        (
            "`Client, nouveau` contient plusieurs libellés\u00a0: `Client` et `nouveau`\u202f; "
            "vouliez-vous dire `Nouveau client`\u202f?"
        ),
    ),
    "long label": (
        LongLabelError("x" * 501, 500),
        ValueError,
        {"limit": 500},
        f"`{'x' * 59}…` is not a label: it has 501 characters, and a label has at most 500",
        (
            f"`{'x' * 59}…` n’est pas un libellé\u00a0: le texte compte 501 caractères, "
            "et aucun libellé n’en a plus de 500"
        ),
    ),
    "ambiguous label": (
        AmbiguousLabelError("perdu", ["lifecycle/lost", "relationship-types/lost"]),
        ValueError,
        {"label": "perdu", "candidates": ("lifecycle/lost", "relationship-types/lost")},
        "`perdu` has several meanings: `lifecycle/lost` or `relationship-types/lost`",
        "`perdu` a plusieurs sens\u00a0: `lifecycle/lost` ou `relationship-types/lost`",
    ),
    "unknown fact": (
        UnknownFactError("ordres", ["orders"]),
        KeyError,
        {"fact": "ordres", "suggestions": ("orders",)},
        "unknown fact `ordres`; did you mean `orders`?",
        "fait inconnu\u00a0: `ordres`\u202f; vouliez-vous dire `orders`\u202f?",
    ),
    "fact type": (
        FactTypeError("orders", "integer", "str"),
        TypeError,
        {"fact": "orders", "expected": "integer", "found": "str"},
        "fact `orders`: expected a whole number, found a value of type `str`",
        "le fait `orders` attend un nombre entier, alors que la valeur est de type `str`",
    ),
    "fact range": (
        FactRangeError("orders"),
        ValueError,
        {"fact": "orders"},
        "fact `orders`: the number does not fit in 64 bits",
        "fait `orders`\u00a0: le nombre ne tient pas sur 64 bits",
    ),
    "no facts": (
        NotFactsError("list"),
        TypeError,
        {"found": "list"},
        "facts must be a mapping or an object with attributes, not list",
        "les faits doivent être un dictionnaire Python ou un objet à attributs, non list",
    ),
    "unknown gender": (
        UnknownGenderError("neuter"),
        ValueError,
        {"gender": "neuter"},
        "gender must be masculine or feminine, not `neuter`",
        "le genre doit être `masculine` ou `feminine`, non `neuter`",
    ),
    "several answers": (
        SeveralAnswersError("market-roles", FACETS),
        ValueError,
        {"taxonomy": "market-roles", "reason": FACETS},
        (
            "`market-roles` can put a customer into several categories: "
            "its rules keep some of its categories apart, but not all; "
            "`precedence` in its file says which category comes first"
        ),
        (
            "`market-roles` peut donner plusieurs catégories à un même client\u00a0: "
            "ses règles séparent certaines de ses catégories, mais pas toutes\u202f; "
            "`precedence`, dans son fichier, indique la catégorie la plus parlante"
        ),
    ),
    "orders": (
        OrdersError(ROW),
        ValueError,
        {"phrases": (ROW,)},
        "row 3: this is not a date; write it as 2026-01-31",
        "ligne 3\u00a0: ce n’est pas une date\u202f; écrivez-la sous la forme 2026-01-31",
    ),
    "table": (
        TableError(Phrase("error.unknown-fact", {"fact": "ordres"})),
        ValueError,
        {},
        "unknown fact `ordres`",
        "fait inconnu\u00a0: `ordres`",
    ),
    "missing extra": (
        MissingExtraError("cli"),
        ImportError,
        {"extra": "cli"},
        "this part needs more packages: pip install 'customer-types[cli]'",
        "il manque des paquets\u00a0: pip install 'customer-types[cli]'",
    ),
}

EACH = pytest.mark.parametrize(
    ("error", "builtin", "attributes", "english", "french"), ERRORS.values(), ids=ERRORS
)


@EACH
def test_an_error_says_what_is_wrong_in_both_languages(
    error: CustomerTypesError, builtin: type[Exception], attributes: dict[str, Any], english: str, french: str
) -> None:
    """An error is its message in English as text and in French on request, and bears the facts of it."""
    assert isinstance(error, builtin)
    assert isinstance(error, CustomerTypesError)
    assert str(error) == error.render() == error.render("en") == english
    assert error.render("fr") == error.render("fr-CA") == error.render("FR_ca") == french
    assert error.render("es") == english
    assert {name: getattr(error, name) for name in attributes} == attributes


@EACH
def test_an_error_survives_pickles_and_copies(
    error: CustomerTypesError, builtin: type[Exception], attributes: dict[str, Any], english: str, french: str
) -> None:
    """An error that crosses a process keeps its type, its attributes and its words."""
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert isinstance(again, builtin)
        assert str(again) == english
        assert again.render("fr") == french
        assert {name: getattr(again, name) for name in attributes} == attributes


def _subclasses(cls: type) -> set[type]:
    return {cls}.union(*map(_subclasses, cls.__subclasses__()))


def test_every_error_is_a_builtin_too() -> None:
    """Each error of the library is also an error that people catch without knowing the library."""
    for cls in _subclasses(CustomerTypesError) - {CustomerTypesError}:
        assert issubclass(cls, (KeyError, ValueError, TypeError, ImportError, OSError)), cls


def test_public_errors_are_catchable_by_their_base() -> None:
    """Whatever the façade raises is caught by `CustomerTypesError`."""
    public = [getattr(ct, name) for name in ct.__all__ if name.endswith("Error")]
    assert all(issubclass(cls, CustomerTypesError) for cls in public)
    assert issubclass(ct.TaxonomyWarning, UserWarning)
    assert NotFactsError in _subclasses(CustomerTypesError)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: ct.taxonomy("lifecicle"), "unknown taxonomy `lifecicle`; did you mean `lifecycle`?"),
        (lambda: ct.category("lifecycle/loyl"), "unknown category `lifecycle/loyl`; did you mean `loyal`?"),
        (lambda: ct.segmentation_base("agee"), "unknown fact `agee`; did you mean `age`?"),
        (
            lambda: ct.segmentation_base("is_internal"),
            "fact `is_internal` belongs to no segmentation basis",
        ),
        (lambda: ct.taxonomy("x\x1b[31m\n"), "unknown taxonomy `x\\x1b[31m\\x0a`"),
        (lambda: ct.taxonomy("x" * 1000), f"unknown taxonomy `{'x' * 59}…`"),
    ],
)
def test_a_key_error_reads_as_a_sentence(call: Any, expected: str) -> None:
    """The text of a KeyError of this library is its message, without the quotes that Python puts around."""
    with pytest.raises(KeyError) as raised:
        call()
    assert str(raised.value) == expected


# ---- faults ------------------------------------------------------------------------------------


def fault(
    line: int | None = 10, column: int | None = 5, excerpt: str | None = "    lable: x", **more: Any
) -> Fault:
    """Make a fault as a reader does."""
    return Fault(
        **{
            "code": "schema.unknown-key",
            "location": Location(path="life.yaml", line=line, column=column),
            "inside": "categories[1]",
            "arguments": {"key": "lable"},
            "hints": did_you_mean(["label"]),
            "excerpt": excerpt,
            **more,
        }
    )


def test_a_fault_is_rendered_with_place_line_and_caret() -> None:
    """A fault reads `path:line:column: severity[code]: message; hint`, then its line and a caret."""
    assert fault().render() == (
        "life.yaml:10:5: error[schema.unknown-key]: categories[1]: unknown key `lable`; "
        "did you mean `label`?\n"
        "   10 |     lable: x\n"
        "      |     ^"
    )
    assert fault().render("fr") == (
        "life.yaml:10:5: erreur[schema.unknown-key]: categories[1]: clé inconnue\u00a0: `lable`\u202f; "
        "vouliez-vous dire `label`\u202f?\n"
        "   10 |     lable: x\n"
        "      |     ^"
    )
    assert fault(severity="warning", inside="", hints=()).render("fr").splitlines()[0] == (
        "life.yaml:10:5: avertissement[schema.unknown-key]: clé inconnue\u00a0: `lable`"
    )


def test_a_fault_of_a_whole_file_has_no_line() -> None:
    """A file that can't be opened has a path and no place in it."""
    whole = fault(
        line=None, column=None, excerpt=None, code="file.not-found", inside="", hints=(), arguments={}
    )
    assert whole.render() == "life.yaml: error[file.not-found]: there is no such file"


def test_message_and_hint_are_there_apart() -> None:
    """Programs get message and hint without the place; no hint is None."""
    assert fault().message() == "categories[1]: unknown key `lable`"
    assert fault().hint() == "did you mean `label`?"
    assert fault(hints=()).hint() is None
    both = fault(hints=(Phrase("hint.quote-text"), Phrase("hint.template")))
    assert both.hint("fr") == (
        "mettez le texte entre guillemets\u202f; est-ce un gabarit qui n’a pas été rempli\u202f?"
    )


@pytest.mark.parametrize(
    ("excerpt", "column", "line", "caret"),
    [
        ("abc", 1, "abc", 0),
        ("abc", 4, "abc", 3),  # just behind the line
        ("", 1, "", 0),
        ("a\tb", 3, r"a\x09b", 5),
        ("\x1b[31mred", 6, r"\x1b[31mred", 8),
        ("é\u00a0\u202fx", 4, "é\u00a0\u202fx", 3),
        ("🙂🙂x", 3, "🙂🙂x", 2),
        ("a\u202eb", 3, "aU+202Eb", 7),
        ("x" * 200, 1, "x" * 72, 0),
        ("a" * 100 + "b" + "c" * 100, 101, "a" * 48 + "b" + "c" * 71, 48),
    ],
)
def test_the_caret_stands_below_its_column(excerpt: str, column: int, line: str, caret: int) -> None:
    """The caret stands below the faulty character, also where others are written out or a line is cut."""
    _, shown_line, below = fault(column=column, excerpt=excerpt).render().split("\n")
    assert shown_line == f"   10 | {line}"
    assert below == f"      | {' ' * caret}^"


def test_a_long_path_keeps_its_line_and_column() -> None:
    """However long a path is, what stands after it is there to be clicked on."""
    path = "/home/somebody/" + "a-folder/" * 30 + "life.yaml"
    first = fault(location=Location(path=path, line=10, column=5)).render().splitlines()[0]
    assert first.startswith(f"{path}:10:5: error[")


def test_a_path_cannot_write_to_the_terminal() -> None:
    """Control characters of a file's name are written out, so that a report stays one report."""
    path = "a\x1b[2J\nb\udcff\u202e.yaml"
    report = fault(location=Location(path=path, line=1, column=1), excerpt="x").render()
    assert report.splitlines()[0].startswith(r"a\x1b[2J\x0abU+DCFFU+202E.yaml:1:1: error")
    assert report.encode("utf-8")


def test_faults_are_reported_together() -> None:
    """A LoadError is a ValueError whose text is the reports of all its faults, one after the other."""
    error = LoadError(iter([fault(), fault(line=12)]))
    assert isinstance(error, ValueError)
    assert len(error.faults) == 2
    assert str(error) == "\n".join(one.render() for one in error.faults)
    assert error.render("fr") == "\n".join(one.render("fr") for one in error.faults)
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(again) is LoadError
        assert again.faults == error.faults
        assert str(again) == str(error)


def test_a_warning_is_a_user_warning() -> None:
    """What is only doubtful is a warning that people can turn into an error."""
    assert issubclass(TaxonomyWarning, UserWarning)


def test_locations_are_written_as_editors_read_them() -> None:
    """A location is `path:line:column`, or the path alone."""
    assert str(Location(path="life.yaml", line=10, column=5)) == "life.yaml:10:5"
    assert str(Location(path="life.yaml")) == "life.yaml"
    assert Location(path="a", line=1, column=2) == Location(path="a", line=1, column=2)
