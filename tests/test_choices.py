"""Choices are understood by id and by label, by one rule at every door, and what is neither is refused."""

import enum
import pickle
from collections.abc import Callable
from typing import Any

import polars as pl
import pytest
from hypothesis import given, strategies as st
from tests.frames.engines import ENGINES, arrow
from tests.property.strategies import label

import customer_types as ct
from customer_types import classify, classify_all, frames, loads
from customer_types._customers.classification import WARM_AFTER
from customer_types._deciding.values import read_value
from customer_types._model.choices import choices_of
from customer_types._model.facts import Fact, FactValue
from customer_types._model.folding import fold_value
from customer_types._tables.columns import UNREADABLE, word_reader
from customer_types.errors import ColumnError, FactValueError, OptionError

SECRET = "sekret-4711"

GRADES = loads(
    """
id: grades
version: 1.0.0
label: {en: Grades, fr: Notes}
facts:
  - id: grade
    type: choice
    values:
      - A+
      - A
      - A-
      - a
      - "<10"
      - ">10"
      - "10"
      - old
      - {id: n, label: {en: Old, fr: {one: Ancien, other: Anciens, also: [Révolu]}}}
      - {id: own_use, label: {en: Own use, fr: L’usage propre}}
      - {id: non-profit, label: {en: Non-profit organization, fr: "Association, fondation"}}
      - {id: here, label: {en: Local, fr: D’ici}}
      - {id: there, label: {en: Far, fr: Local}}
      - none
    label: {en: Grade, fr: Note}
  - id: grades
    type: choices
    values: [{id: x, label: {en: Ten, fr: Dix}}, {id: y, label: {en: Nine, fr: Neuf}}]
    label: {en: Marks, fr: Notes obtenues}
precedence: [ten, plus, plain, aged, owner, other]
categories:
  - {id: plus, label: {en: Plus, fr: Plus}, when: {grade: A+}}
  - {id: plain, label: {en: Plain, fr: Simple}, when: {grade: [A, "10"]}}
  - {id: aged, label: {en: Aged, fr: Âgé}, when: {grade: n}}
  - {id: owner, label: {en: Owner, fr: Propriétaire}, when: {grade: own_use}}
  - {id: other, label: {en: Other, fr: Autre}, when: {not: {grade: [none, non-profit]}}}
  - {id: ten, label: {en: Ten, fr: Dix}, when: {grades: {includes: x}}}
"""
)
GRADE, MARKS = (GRADES.vocabulary.facts[name] for name in ("grade", "grades"))

#: Spellings that every door understands, also one that can't look at the values: ids and labels as they are.
EXACT = {
    **{id: id for id in ("A+", "A", "A-", "a", "<10", ">10", "10", "old", "n", "own_use", "none", "here")},
    "Old": "n",
    "Ancien": "n",
    "Anciens": "n",
    "Révolu": "n",
    "Own use": "own_use",
    "L’usage propre": "own_use",
    "Association, fondation": "non-profit",
    "Far": "there",
}
#: Spellings that are the same but for what people vary.
FOLDED = {
    " A+ ": "A+",
    "A −": "A-",
    "< 10": "<10",
    "ANCIEN": "n",
    "revolu": "n",
    "OWN-USE": "own_use",
    "l'usage propre": "own_use",
    "non profit": "non-profit",
    "d'ici": "here",
}
#: What means nothing, or two things: `OLD` is both an id and a label, `Local` is two labels.
NONE = ("A*", "A++", "OLD", "Local", "á", "", "1 0", "=10", SECRET)


@pytest.mark.parametrize(("text", "id"), [*EXACT.items(), *FOLDED.items()])
def test_a_choice_is_understood_as_people_write_it(text: str, id: str) -> None:
    """The exact id goes first, then an exact label, then a folded one; signs are never passed over."""
    assert read_value(text, GRADE) == id
    assert classify({"grade": text}, GRADES).facts == {"grade": id}
    assert classify({"grade": text}, GRADES) == classify({"grade": id}, GRADES)


@pytest.mark.parametrize("text", NONE)
def test_a_choice_that_means_no_value_or_two_is_refused(text: str) -> None:
    """What no value, or more than one, is called is an error; where it is ignored it is impossible."""
    with pytest.raises(FactValueError):
        classify({"grade": text}, GRADES)
    with pytest.raises(FactValueError):
        classify({"grades": ["x", text]}, GRADES)
    ignored = classify({"grade": text}, GRADES, extra="ignore")
    assert ignored.impossible == ("grade",)
    assert ignored.facts == {"grade": text}
    assert ignored.verdicts["plain"] is False


@pytest.mark.parametrize("is_warm", [False, True])
@pytest.mark.parametrize("name", ["party_kind", "purchase_purpose", "living_environment"])
def test_choices_are_looked_at_whether_used_or_not(name: str, *, is_warm: bool) -> None:
    """Before and after code is generated, and of facts that a taxonomy does not use, the rule is the same."""
    taxonomy = loads(ct.dumps(ct.taxonomy("customer-categories")))  # one that nobody has used before
    for _ in range(WARM_AFTER + 1 if is_warm else 0):
        classify({}, taxonomy)
        classify({}, taxonomy, extra="ignore")
    value = taxonomy.vocabulary.facts[name].values[-1]
    for text in (value.id, value.label("fr"), value.label("en").upper()):
        assert classify({name: text}, taxonomy).facts == {name: value.id}
    with pytest.raises(FactValueError) as caught:
        classify({name: "nobody-declared-it"}, taxonomy)
    assert caught.value.fact == name
    assert classify({name: "nobody-declared-it"}, taxonomy, extra="ignore").impossible[0] == name


def test_a_french_value_is_no_confident_no() -> None:
    """A label of the catalog has the verdicts of its id."""
    facts = {"party_kind": "Personne physique", "purchase_purpose": "own_use"}
    assert classify(facts, ct.taxonomy("customer-categories")).verdicts["individual"] is True


def test_enumerations_and_sets_may_have_labels() -> None:
    """Members of enumerations and of sets are understood too."""

    class Kind(enum.Enum):
        PERSON = "Personne physique"

    result = classify_all({"party_kind": Kind.PERSON, "relation_roles": ["Fournisseur", "partner", None]})
    facts = result["business-relations"].facts
    assert facts == {"party_kind": "natural_person", "relation_roles": frozenset({"supplier", "partner"})}


# ---- messages ------------------------------------------------------------------------------------


def test_the_message_lists_what_is_allowed_in_the_language_of_the_reader() -> None:
    """It names the fact, has labels with ids, and asks for the closest; the value itself it never shows."""
    with pytest.raises(FactValueError) as caught:
        classify({"party_kind": "compani"}, ct.taxonomy("lifecycle"))
    error = caught.value
    assert error.render("fr") == (
        "le fait `party_kind` n’admet pas cette valeur\u202f; valeurs possibles\u00a0: Personne physique "
        "(`natural_person`), Entreprise (`company`), Organisme public (`public_body`) ou Organisme sans but "
        "lucratif (`nonprofit`)\u202f; vouliez-vous dire `company`\u202f?"
    )
    assert str(error) == (
        "fact `party_kind`: expected Natural person (`natural_person`), Company (`company`), Public body "
        "(`public_body`) or Nonprofit organization (`nonprofit`), found another value; "
        "did you mean `company`?"
    )
    assert (error.suggestions, len(error.allowed)) == (("company",), 4)
    assert isinstance(error, ValueError)
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.render("fr"), vars(copy)) == (error.render("fr"), vars(error))


@pytest.mark.parametrize("language", ["en", "fr", "fr-CA", "es"])
def test_the_message_never_shows_the_value(language: str) -> None:
    """No attribute of the error, and no language, has what a customer has."""
    for facts in ({"party_kind": SECRET}, {"relation_roles": [SECRET]}):
        with pytest.raises(FactValueError) as caught:
            classify(facts, ct.taxonomy("lifecycle"))
        error = caught.value
        shown = [error.render(language), repr(error), repr(error.args), repr(vars(error))]
        assert not [text for text in shown if SECRET in text]
        assert error.__cause__ is None


def test_a_long_list_is_cut() -> None:
    """Of hundreds of values the first ones are listed."""
    values = ", ".join(f"v{number}" for number in range(200))
    many = loads(
        "id: many\nversion: 1.0.0\nlabel: {en: Many, fr: Beaucoup}\n"
        f"facts: [{{id: which, type: choice, values: [{values}], label: {{en: Which, fr: Lequel}}}}]\n"
        "categories: [{id: one, label: {en: One, fr: Un}, when: {which: v0}}]"
    )
    with pytest.raises(FactValueError) as caught:
        classify({"which": "w"}, many)
    assert "`v0`, `v1`, " in str(caught.value)
    assert "`v29` or …, found another value" in str(caught.value)


@pytest.mark.parametrize("extra", ["igno", "", None, "ERROR", 3])
def test_a_misspelt_option_is_an_error(extra: Any) -> None:
    """What is done with unknown names is one of two words, and nothing else means either of them."""
    for call in (
        lambda: classify({"orders": 1}, ct.taxonomy("lifecycle"), extra=extra),
        lambda: classify_all({"orders": 1}, extra=extra),
        lambda: frames.classify(pl.DataFrame({"orders": [1]}), ct.taxonomy("lifecycle"), extra=extra),
    ):
        with pytest.raises(OptionError) as caught:
            call()
        assert str(caught.value) == f"unknown value `{extra}` for `extra`; possible ones: `error` or `ignore`"
        copy = pickle.loads(pickle.dumps(caught.value))
        assert copy.render("fr") == caught.value.render("fr")


# ---- every door ------------------------------------------------------------------------------------


def by_frame(engine: str) -> Callable[[str], object]:
    """Ask a frame of an engine for all verdicts on a customer with a text for a grade, alone and in a set."""

    def ask(text: str) -> object:
        table = arrow([{"grade": text}], {"grade": GRADE})
        frame = frames.classify(ENGINES[engine].make(table), GRADES)
        row = ENGINES[engine].read(frame).to_pylist()[0]
        return [row[category.key] for category in GRADES]

    return ask


pytestmark = pytest.mark.filterwarnings("ignore::customer_types.frames.MissingColumnWarning")
LAZY = ("Polars (lazy)", "Polars (streaming)", "DuckDB", "Spark")


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_understand_what_one_customer_may_say(engine: str) -> None:
    """Frames have the verdicts of one customer; lazy ones know ids and labels as they are written."""
    ask = by_frame(engine)
    for text, id in (EXACT if engine in LAZY else EXACT | FOLDED).items():
        assert ask(text) == [*classify({"grade": id}, GRADES).verdicts.values()], text


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_refuse_what_is_no_value(engine: str) -> None:
    """A frame that is there is refused, by the name of the column; a lazy one, or if told so, is let in."""
    for text in NONE:
        frame = ENGINES[engine].make(arrow([{"grade": "A"}, {"grade": text}], {"grade": GRADE}))
        if engine not in LAZY:
            for ask in (frames.classify, frames.category, frames.label, frames.actions):
                with pytest.raises(
                    ColumnError, match="column `grade`: the fact `grade` must be `A\\+`, "
                ) as caught:
                    ask(frame, GRADES)
                assert SECRET not in str(caught.value) + caught.value.render("fr")
        found = ENGINES[engine].read(frames.classify(frame, GRADES, extra="ignore")).to_pylist()
        told = classify({"grade": text}, GRADES, extra="ignore").verdicts
        assert [found[1][category.key] for category in GRADES] == [*told.values()]
        impossible = ENGINES[engine].read(frames.impossible(frame, GRADES))["impossible/grade"]
        assert impossible.to_pylist() == [False, True]


@pytest.mark.parametrize("engine", ENGINES)
def test_sets_in_frames_may_have_labels(engine: str) -> None:
    """Members of lists are ids or labels, and both for one value are no absurdity."""
    sets = [["x"], ["Ten"], ["Dix", "x"], ["Neuf"], [], None]
    frame = ENGINES[engine].make(arrow([{"grades": one} for one in sets], {"grades": MARKS}))
    found = ENGINES[engine].read(frames.classify(frame, GRADES))["grades/ten"].to_pylist()
    assert found == [True, True, True, False, False, None]
    impossible = ENGINES[engine].read(frames.impossible(frame, GRADES))["impossible/grades"]
    assert impossible.to_pylist() == [False] * 6


def test_columns_of_categories_may_have_labels() -> None:
    """Columns of categories are looked at as texts are."""
    frame = pl.DataFrame({"grade": pl.Series(["ANCIEN", "A+", None], dtype=pl.Categorical)})
    assert frames.classify(frame, GRADES)["grades/aged"].to_list() == [True, False, None]
    of_pandas = frame.to_pandas().astype({"grade": "category"})
    assert frames.classify(of_pandas, GRADES)["grades/aged"].tolist()[:2] == [True, False]


def test_words_of_files_are_those_of_one_customer() -> None:
    """The reader of cells of CSV and Parquet understands what Python does, and nothing else."""
    read = word_reader(GRADE)
    for text, id in (EXACT | FOLDED).items():
        assert read(text) == id, text
    for text in NONE:
        assert read(text) is (UNREADABLE if text else None), text


# ---- laws ----------------------------------------------------------------------------------------


TEXTS = st.text("AaBé+-<>=% .,'_’10", min_size=1, max_size=5)


@given(st.lists(TEXTS, min_size=1, max_size=6, unique=True), TEXTS)
def test_no_value_is_ever_taken_for_another(ids: list[str], text: str) -> None:
    """An id means itself, and another text a value only if no other one folds like it."""
    choices = choices_of(
        Fact(id="word", type="choice", values=tuple(map(value_of, ids)), labels=label("word"))
    )
    assert [choices.read(id) for id in ids] == ids
    found = choices.read(text)
    if text not in ids and text.strip() not in ids:
        alike = [id for id in ids if fold_value(id) == fold_value(text) != ""]
        assert found == (alike[0] if len(alike) == 1 else None)
        for id in [] if found is None else [found]:
            assert signs(id) == signs(text)


def value_of(id: str) -> FactValue:
    """Make a value without labels."""
    return FactValue(id=id)


def signs(text: str) -> list[str]:
    """List the signs of a text that mean something wherever they stand."""
    return [one for one in text if one in "+<>=%"]
