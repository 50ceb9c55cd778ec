"""Cures: who writes a criterion, a number or an item as elsewhere is told how it is written here."""

import pytest

from customer_types import LoadError, loads

HEAD = """\
id: t
version: 1.0.0
label: {en: A, fr: B}
categories:
  - id: a
    label: {en: a, fr: b}
    when: """


def hints(text: str) -> list[str]:
    """Give the keys of the hints of a text's faults, and write them in both languages."""
    with pytest.raises(LoadError) as refused:
        loads(text)
    assert refused.value.render("fr")
    assert refused.value.render("en")
    return [hint.key for fault in refused.value.faults for hint in fault.hints]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{orders: {min: '> 3'}}", "hint.compare"),
        ("{orders: ≥ 10}", "hint.compare"),
        ("{orders: '<=3'}", "hint.compare"),
        ("{orders: 5-10}", "hint.range"),
        ("{orders: 5 à 10}", "hint.range"),
        ("{orders: 1 000}", "hint.thousands-separator"),
        ("{orders: {min: 1\u202f000}}", "hint.thousands-separator"),
        ("{orders: {min: 5\u00a0}}", "hint.special-space"),
        ("{orders: {min:\u00a05}}", "hint.special-space"),
        ("{orders: {min: “10”}}", "hint.no-quotes"),
        ("{orders: {min: “ten”}}", "hint.curly-quotes"),
        ("{orders: {between: [1, 5]}}", "hint.range"),
        ("{orders: {in: [1, 5]}}", "hint.write-list"),
        ("{orders: {ne: 3}}", "hint.write-not"),
        ("{orders: {not: 3}}", "hint.write-not"),
        ("{orders: {eq: 3}}", "hint.write-value"),
        ("orders >= 3", "hint.write-criterion"),
        ("[{orders: 1}]", "hint.all-or-any"),
        ("else", "hint.always"),
        ("Sinon", "hint.always"),
    ],
)
def test_a_criterion_of_elsewhere_is_told_as_it_is_here(written: str, expected: str) -> None:
    """Comparisons, ranges, groups of digits, tests of other languages: each with what to write."""
    assert hints(f"{HEAD}{written}\n") == [expected]


@pytest.mark.parametrize("word", ["commandes", "Orders", "COMMANDES", "order"])
def test_a_fact_is_known_by_its_labels(word: str) -> None:
    """Who writes what a fact is called, in either language, is told its id."""
    with pytest.raises(LoadError) as refused:
        loads(f"{HEAD}{{{word}: 3}}\n")
    assert refused.value.faults[0].hint() == "did you mean `orders`?"


@pytest.mark.parametrize("name", ["thresholds", "facts", "rules", "categories"])
def test_a_mapping_in_place_of_a_list_is_told(name: str) -> None:
    """Items are a list, whatever other formats have."""
    head = HEAD.partition("categories:")[0] if name == "categories" else f"{HEAD}{{orders: 1}}\n"
    assert hints(f"{head}{name}: {{x: 1}}\n") == ["hint.items-with-ids"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("feminine", "one_feminine"), ("féminin", "one_feminine"), ("masculin", "one"), ("masculine", "one")],
)
def test_a_form_by_another_name_is_suggested(word: str, meant: str) -> None:
    """The forms of a label are known by the names that grammars have for them."""
    with pytest.raises(LoadError) as refused:
        loads(HEAD.replace("fr: b", f"fr: {{other: b, {word}: c}}") + "{orders: 1}\n")
    assert refused.value.faults[0].hint() == f"did you mean `{meant}`?"


def test_a_misspelt_category_of_an_overlay_is_suggested() -> None:
    """What has a label and no criterion, and nearly the id of a category, is taken for that one misspelt."""
    with pytest.raises(LoadError) as refused:
        loads("overlay: lifecycle\ncategories:\n  - {id: loyl, label: {es: X}}\n")
    (fault,) = refused.value.faults
    assert (fault.code, fault.hint()) == ("extends.new", "did you mean `loyal`?")


def test_a_fact_of_the_library_is_not_changed() -> None:
    """Who narrows a fact of the library in a file is told that it takes one of an id of its own."""
    text = "id: mine\nversion: 1.0.0\nextends: investor-profiles\nfacts: [{id: risk_tolerance, max: 7}]\n"
    assert hints(text) == ["hint.own-fact"]
