"""Laws of look-ups: what people vary in a spelling makes no difference, and folding is done once."""

import unicodedata
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import assume, given, settings, strategies as st
from tests.tries import tries

import customer_types as ct
from customer_types import CustomerTypesError, LabelMatch, resolve, translate
from customer_types._model.folding import fold, without_article

Change = Callable[[str], str]


def declared() -> list[LabelMatch]:
    """List all that is declared, once for each spelling."""
    return [
        LabelMatch(category=category, language=language, form=form, kind="preferred", spelling=spelling)
        for taxonomy in ct.catalog()
        for category in taxonomy
        for language, naming in category.labels.by_language.items()
        for name in (naming.name, *naming.also, *(avoided.name for avoided in naming.avoid))
        if name is not None
        for form, spelling in name.forms.items()
    ]


DECLARED = declared()


def without_accents(text: str) -> str:
    """Take the accents off, as people do in capitals and in a hurry."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


#: What people vary without meaning anything by it.
CHANGES: dict[str, Change] = {
    "nothing": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "title": str.title,
    "no accents": without_accents,
    "decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "no ligatures": lambda text: text.replace("œ", "oe").replace("Œ", "OE"),
    "hyphens": lambda text: text.replace(" ", "-"),
    "underscores": lambda text: text.replace(" ", "_"),
    "no hyphens": lambda text: text.replace("-", " "),
    "no-break hyphens": lambda text: text.replace("-", "\u2011"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "wide spaces": lambda text: f"  {text.replace(' ', '   ')}\t",
    "straight apostrophes": lambda text: text.replace("’", "'"),
    "no apostrophes": lambda text: text.replace("’", " "),
    "quotes": lambda text: f"«\u00a0{text}\u00a0»",
    "a full stop": lambda text: f"{text}.",
}
changes = st.lists(st.sampled_from(sorted(CHANGES)), max_size=4)
#: Spellings that only their accents tell from another one: *client ciblé* is no *client cible*.
TOLD_BY_ACCENTS = {
    label.spelling
    for label in DECLARED
    if resolve(without_accents(label.spelling)) != resolve(label.spelling)
}


@settings(max_examples=tries(400))
@given(st.sampled_from(DECLARED), changes)
def test_what_people_vary_makes_no_difference(label: LabelMatch, names: list[str]) -> None:
    """A declared spelling in capitals, without accents, with other spaces and signs means the same."""
    assume(label.spelling not in TOLD_BY_ACCENTS or "no accents" not in names)
    typed = label.spelling
    for name in names:
        typed = CHANGES[name](typed)
    assert resolve(typed) == resolve(label.spelling)
    assert label.category in {match.category for match in resolve(typed)}


def test_accents_tell_few_labels_apart() -> None:
    """Only accents tell whom a campaign has singled out (*ciblé*), and English from French *speculative*."""
    assert {fold(spelling).split()[-1][:4] for spelling in TOLD_BY_ACCENTS} == {"cibl", "spec"}


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded spelling is its own fold, and has no space at its ends or beside another."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.text())
def test_dropping_articles_leaves_a_word(text: str) -> None:
    """Articles are dropped from the beginning, and never all words."""
    folded = fold(text)
    rest = without_article(folded)
    assert folded.endswith(rest)
    assert bool(rest) == bool(folded)


@given(st.text(max_size=40), st.sampled_from(["en", "fr", "fr-CA"]))
def test_any_text_has_an_answer_or_an_error(text: str, language: str) -> None:
    """No text crashes a look-up: there is a translation, or an error of this library."""
    answer = ""
    with suppress(CustomerTypesError):
        answer = translate(text, to=language)
    assert bool(answer) == bool(resolve(text)) or len({one.category for one in resolve(text)}) > 1


@settings(max_examples=tries(300))
@given(
    st.sampled_from(DECLARED),
    st.integers(0, 40),
    st.sampled_from(["", "e", "s", "z", "in", "non ", "x-", "·e", "(s)", " "]),
    st.integers(0, 2),
)
def test_a_slip_is_never_taken_for_another_label(
    label: LabelMatch, place: int, added: str, dropped: int
) -> None:
    """A spelling with a slip means what a declared spelling of the same fold means, or nothing."""
    place = min(place, len(label.spelling))
    typed = label.spelling[:place] + added + label.spelling[place + dropped :]
    matches = resolve(typed)
    folds = {fold(typed), without_article(fold(typed))}
    plain = {match for match in matches if fold(match.spelling) in folds}
    # What is left are inclusive readings: there is a sign, and the beginning is that of what is meant.
    for match in set(matches) - plain:
        assert fold(typed)[0] == fold(match.spelling)[0], match.spelling
        assert set(typed) & set("·([-/&") or any(one.isupper() for one in typed[1:]) or " o" in typed


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_every_change_is_one(name: str) -> None:
    """Each change of the table changes some declared spelling, but the one that changes nothing."""
    changed = [label for label in DECLARED if CHANGES[name](label.spelling) != label.spelling]
    assert bool(changed) == (name != "nothing")
