"""Laws of schemas: they never mark what a reader takes, and mark what is wrong in form."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.fuzz_reading import mutated, seeds
from tests.property.documents import QUOTES, Content, block, contents
from tests.schemas.unseen import NEVER, PARTLY
from tests.schemas.verdicts import verdicts
from tests.tries import tries

OVERLAY = """\
overlay: lifecycle
version: 2.0.0
remove: [new]
precedence: [lost, vip, loyal, active, potential]
thresholds: [{id: loyal_orders, value: 4}, {id: new_days, replace: false, label: {es: Nuevo}}]
categories:
  - {id: loyal, before: active, remove: [], actions: [{id: reward, towards: active}]}
  - {id: vip, after: loyal, label: {en: VIP, fr: VIP}, when: {orders: {min: loyal_orders}}}
  - {id: active, replace: true, label: {en: Active, fr: Actif}, when: {party_kind: [company]}}
rules: [{overlaps: [vip, loyal]}]
"""
EXTENSION = OVERLAY.replace("overlay: ", "id: mine\nextends: ")
FACTS = """\
facts:
  - {id: colour, type: choice, values: [red, {id: blue, label: {en: Blue, fr: Bleu}}], label: {en: C, fr: C}}
  - {id: height, type: number, min: 0, max: 3, unit: metres, label: {en: H, fr: H}, changeable: any}
  - {id: floors, type: integer, label: {en: F, fr: F}, base: demographic, sensitive: true}
units: [{id: metres, label: {en: {one: metre, other: metres}, fr: {one: mètre, other: mètres}}}]
invariants: [{if: {colour: red}, then: {not: {height: {above: 2}}}}, {ascending: [floors, height]}]
"""
SOURCES = "sources: [{id: book, title: {en: Book, fr: Livre}, language: fr, url: x, note: {en: N, fr: N}}]\n"
CROSSWALK = """\
mappings:
  - {subject: lifecycle/lost, relation: narrowMatch, object: relationship-types/lost, author: Zoé,
     justification: semapv:LogicalReasoning, date: 2026-11-22, source: editorial, note: {en: N, fr: N}}
"""
OTHERS = (OVERLAY, EXTENSION, FACTS, SOURCES, CROSSWALK)
SEEDS = [*(seed for seed in seeds() if len(seed) < 4_000), *(text.encode() for text in OTHERS)]


class Plain(str):
    """A text that is written without quotes."""

    __slots__ = ()


#: What may stand anywhere, and belongs in few places.
ODD: tuple[Content, ...] = (
    *map(
        Plain, ("~", "null", "yes", "On", "true", "tRue", "1.10", "010", "0x1F", "1e3", ".5", ".inf", ".nan")
    ),
    *map(
        Plain, ("2026-01-31", "2026-1-1", "all", "first", "loyal", "lifecycle/loyal", "editorial", "a b", "0")
    ),
    *("", " ", "1", "true", "x" * 70, 12, -1.5, True, [], {}, ["a"], [[]], {"a": 1}, {"en": "a"}, {"min": 3}),
    *({"all": []}, {"any": []}, {"one": "a"}, {"gender": "epicene"}, ["orders", "spend"], {"known": True}),
)
#: Keys that belong in some places, or nowhere.
KEYS = ("surplus", "when", "notes", "extends", "overlay", "remove", "fr-CA", "one", "orders", "not")
_ODD = st.sampled_from(ODD).map(deepcopy)
Place = tuple[str | int, ...]


def places(content: Content, here: Place = ()) -> Iterator[tuple[Place, Content]]:
    """List all that is in a file, with its place."""
    yield here, content
    if isinstance(content, dict):
        for key, value in content.items():
            yield from places(value, (*here, key))
    elif isinstance(content, list):
        for index, value in enumerate(content):
            yield from places(value, (*here, index))


def at(content: Content, place: Place) -> Any:
    """Give what is in a place."""
    for key in place:
        content = content[key]
    return content


def written(content: Content, quote: int = 0) -> str:
    """Write a file."""
    return block(content, lambda text: text if isinstance(text, Plain) else QUOTES[quote](text))


def own() -> st.SearchStrategy[Content]:
    """Give a file that may be changed: what strategies give may be theirs."""
    return contents().map(deepcopy)


@st.composite
def changed(draw: st.DrawFn) -> Content:
    """Give a file in which something is dropped, added, renamed, or put in the place of something else."""
    content = draw(own())
    for _ in range(draw(st.integers(1, 3))):
        there = [place for place, _ in places(content) if place]
        place = draw(st.sampled_from(there))
        around, key = at(content, place[:-1]), place[-1]
        match draw(st.sampled_from(("drop", "add", "rename", "odd", "odd", "other"))):
            case "drop":
                del around[key]
            case "add" if isinstance(around, dict):
                around[draw(st.sampled_from(KEYS))] = draw(_ODD)
            case "rename" if isinstance(around, dict):
                around[f"{key}_x"] = around.pop(key)
            case "other":
                around[key] = deepcopy(at(content, draw(st.sampled_from(there))))
            case _:
                around[key] = draw(_ODD)
    return content


def check(text: str) -> None:
    """Hold a schema to both of its promises."""
    found = verdicts(text)
    if found is not None:
        if not found.codes:
            assert found.complaints == ()
        if found.codes - {*NEVER, *PARTLY}:
            assert found.complaints


@given(changed())
def test_a_change_is_marked_if_it_is_wrong_and_only_then(content: Content) -> None:
    """What a reader takes, a schema takes; what it refuses and a schema can see, the schema refuses."""
    check(written(content))


@given(contents(), st.integers(0, len(QUOTES) - 1))
def test_any_good_file_is_taken(content: Content, quote: int) -> None:
    """Whatever a file can say, in whatever way it is written, no schema marks anything."""
    found = verdicts(written(content, quote))
    assert found is not None
    assert (found.codes, found.complaints) == (set(), ())


@pytest.mark.parametrize("text", OTHERS)
def test_the_other_kinds_of_files_are_taken(text: str) -> None:
    """The files that are changed below are good before."""
    found = verdicts(text)
    assert found is not None
    assert (found.codes, found.complaints) == (set(), ())


@settings(max_examples=tries(300))
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_any_mutation_of_a_text_is_marked_if_it_is_wrong_and_only_then(seed: bytes, random: Random) -> None:
    """The same of files with bytes, lines or words changed, those that build on others among them."""
    try:
        text = mutated(seed, random).decode("utf-8")
    except UnicodeDecodeError:
        return
    check(text.removeprefix("\ufeff"))


# ---- what is wrong in form ---------------------------------------------------------------------

#: The keys without which there is nothing, by the key of the list that has them, as the documents say.
REQUIRED = {
    "categories": ("id", "label"),
    "thresholds": ("id", "value", "label"),
    "actions": ("id", "text"),
    "notes": ("text",),
    "sources": ("id", "title"),
    "units": ("id", "label"),
    "facts": ("id", "type", "label"),
}
_CRITERIA = {"when", "if", "then"}


def refused(content: Content) -> bool:
    """Tell whether the reader and the schema both refuse a file."""
    found = verdicts(written(content))
    assert found is not None
    return bool(found.codes) and bool(found.complaints)


@settings(max_examples=tries(40))
@given(own(), st.data())
def test_an_unknown_key_is_refused(content: Content, data: st.DataObject) -> None:
    """Wherever keys are known, one that nobody knows is an error to both; in criteria it may be a fact."""
    mappings = [
        value
        for place, value in places(content)
        if isinstance(value, dict) and not {*_CRITERIA, "implies"} & {*place}
    ]
    data.draw(st.sampled_from(mappings))["surplus"] = 1
    assert refused(content)


@settings(max_examples=tries(40))
@given(own(), st.data())
def test_a_missing_key_is_refused(content: Content, data: st.DataObject) -> None:
    """A key that must be there is missed by both."""
    candidates = [(content, key) for key in ("id", "version", "label", "categories")]
    for place, value in places(content):
        if len(place) > 1 and isinstance(place[-1], int) and isinstance(value, dict):
            candidates += [(value, key) for key in REQUIRED.get(str(place[-2]), ())]
            if place[-2] == "categories":
                candidates.append((value, "when" if "when" in value else "without_criteria"))
    around, key = data.draw(st.sampled_from(candidates))
    del around[key]
    assert refused(content)


@settings(max_examples=tries(40))
@given(own(), st.sampled_from([Plain("null"), Plain(""), [[]], [Plain("~")]]), st.data())
def test_a_value_of_a_wrong_type_is_refused(content: Content, odd: Content, data: st.DataObject) -> None:
    """Nothing, and a list in a list, belong nowhere, and both say so."""
    there = [place for place, _ in places(content) if place]
    place = data.draw(st.sampled_from(there))
    at(content, place[:-1])[place[-1]] = odd
    assert refused(content)
