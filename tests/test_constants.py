"""Constants of any taxonomy: a module that compiles, has all ids and texts, and is formatted."""

import ast
import re
import subprocess
import sys
from enum import EnumType
from types import ModuleType
from typing import Any, get_args

import attrs
import pytest
from hypothesis import example, given, strategies as st

import customer_types as ct
from customer_types._model.facts import NO_VOCABULARY, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Name, Naming, Texts
from customer_types._model.taxonomies import Category, Deprecation, Taxonomy
from customer_types.constants import module


def label(text: str) -> Label:
    """Call something by a text in English."""
    return Label(by_language=FrozenMap({"en": Naming(name=Name(forms=FrozenMap({"one": text})))}))


def texts(text: str) -> Texts:
    """Say a text in English."""
    return Texts(by_language=FrozenMap({"en": text}))


def taxonomy(id: str, *categories: str, said: str = "x", vocabulary: Vocabulary = NO_VOCABULARY) -> Taxonomy:
    """Make a taxonomy of categories that all bear the same label."""
    return Taxonomy(
        id=id,
        version="1.0.0",
        labels=label(said),
        own_vocabulary=vocabulary,
        categories=tuple(
            Category(taxonomy=id, id=one, labels=label(said), definitions=texts(said)) for one in categories
        ),
    )


def imported(text: str) -> dict[str, Any]:
    """Run a module."""
    made = ModuleType("constants")
    exec(compile(text, "constants.py", "exec"), vars(made))
    return vars(made)


def docstrings(text: str) -> dict[str, str]:
    """Give what stands under each constant, and under each class, by its name."""
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = ast.get_docstring(node, clean=False) or ""
            for one, after in zip(node.body, node.body[1:], strict=False):
                if isinstance(one, ast.Assign) and isinstance(after, ast.Expr):
                    assert isinstance(one.targets[0], ast.Name)
                    found[f"{node.name}.{one.targets[0].id}"] = ast.literal_eval(after.value)
    return found


def members(made: Any) -> list[tuple[str, str]]:
    """List the constants of a class."""
    return [(one.name, one.value) for one in made]


# ---- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("lifecycle", "Lifecycle"),
        ("customer-and_consumer", "CustomerAndConsumer"),
        ("b2b", "B2b"),
        ("rfm-5x5", "Rfm_5x5"),
        ("none", "None_"),
        ("literal", "Literal_"),
        ("str-enum", "StrEnum_"),
        ("category", "Category"),
        ("taxonomy", "Taxonomy_"),
        ("fact", "Fact_"),
        ("fact-id", "FactId_"),
        ("category-key", "CategoryKey_"),
        ("class", "Class"),
        ("print", "Print"),
        ("a" * 64, "A" + "a" * 63),
    ],
)
def test_classes_are_called_as_taxonomies(id: str, name: str) -> None:
    """A class has the id's name in Python; a name that is taken or has a meaning gets an underscore."""
    made = imported(module([taxonomy(id, "one")]))
    assert members(made[name]) == [("ONE", f"{id}/one")]
    assert get_args(made[f"{name}Id"]) == ("one",)
    assert get_args(made["TaxonomyId"]) == (id,)


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("first-time", "FIRST_TIME"),
        ("class", "CLASS"),
        ("mro", "MRO"),
        ("name", "NAME"),
        ("id", "ID"),
        ("x-1", "X_1"),
    ],
)
def test_constants_are_called_as_categories(id: str, name: str) -> None:
    """A constant has the id in capitals, which no keyword and no attribute of a text is in."""
    made = imported(module([taxonomy("mine", "one", id)]))["Mine"]
    assert members(made) == [("ONE", "mine/one"), (name, f"mine/{id}")]
    assert (made[name].id, made[name].taxonomy) == (id, "mine")


def test_taxonomies_whose_names_are_alike_keep_apart() -> None:
    """No class replaces another one, nor the type of its ids."""
    ids = ["a-1", "a1", "a_1", "lifecycle", "lifecycle-id", "lifecycle-id-id"]
    made = imported(module([taxonomy(id, "one") for id in ids]))
    classes = [value for value in made.values() if isinstance(value, EnumType)]
    assert sorted(value for name in classes for _, value in members(name)) == sorted(
        f"{id}/one" for id in ids
    )
    assert {name for name in made if name.startswith("Lifecycle")} >= {
        "Lifecycle",
        "LifecycleId",
        "LifecycleId_",
    }
    assert get_args(made["LifecycleId"]) == ("one",)


# ---- what is written ---------------------------------------------------------------------------


def test_deprecated_ids_stay_and_say_so() -> None:
    """A deprecated id can still be used, and its docstring says what replaces it."""
    old = taxonomy("clubs", "gold", "silver", "bronze")
    gold, silver, bronze = old.categories
    gold = attrs.evolve(gold, deprecated=Deprecation(since="2.0.0", replaced_by="silver"))
    bronze = attrs.evolve(bronze, deprecated=Deprecation(since="3.1.0"))
    old = attrs.evolve(
        old, categories=(gold, silver, bronze), deprecated=Deprecation(since="4.0.0", replaced_by="tiers")
    )
    text = module([old])
    said = docstrings(text)
    assert said["Clubs.GOLD"].endswith(
        "\n\n    `clubs/gold` is deprecated since version 2.0.0; use `clubs/silver`.\n    "
    )
    assert said["Clubs.BRONZE"].endswith("\n\n    `clubs/bronze` is deprecated since version 3.1.0.\n    ")
    assert said["Clubs"].endswith("\n\n    `clubs` is deprecated since version 4.0.0; use `tiers`.\n    ")
    assert "deprecated" not in said["Clubs.SILVER"]
    assert get_args(imported(text)["ClubsId"]) == ("gold", "silver", "bronze")
    assert "utilisez `clubs/silver`" in docstrings(module([old], language="fr"))["Clubs.GOLD"]


def test_docstrings_are_in_the_language_or_in_another() -> None:
    """Where a text is missing in the language, the English one stands, and no definition is none."""
    lifecycle = ct.taxonomy("lifecycle")
    assert docstrings(module([lifecycle], language="fr-CA"))["Lifecycle.LOYAL"].startswith(
        "Client fidèle.\n\n"
    )
    assert docstrings(module([taxonomy("mine", "one")], language="fr"))["Mine.ONE"] == "x.\n\n    x\n    "
    german = attrs.evolve(taxonomy("mine", "one"), languages=("de",))
    naming = FrozenMap({"de": Naming(name=Name(forms=FrozenMap({"one": "Kundschaft"})))})
    german = attrs.evolve(german, labels=Label(by_language=naming))
    assert docstrings(module([german]))["Mine"] == "Kundschaft."


def test_own_facts_are_among_the_facts() -> None:
    """The facts are those that a customer of the taxonomies may have, each once."""
    mine = ct.loads("""
id: mine
version: 1.0.0
label: {en: Mine, fr: À moi}
facts:
  - {id: class, type: boolean, label: {en: Class, fr: Classe}}
categories:
  - {id: gold, label: {en: Gold, fr: Or}, when: {class: true}}
""")
    assert get_args(imported(module([mine, ct.taxonomy("lifecycle")]))["FactId"]) == (
        *ct.catalog().facts,
        "class",
    )


def test_no_taxonomies_are_a_module_too() -> None:
    """A module of nothing can be imported."""
    assert "TaxonomyId" not in imported(module([]))


# ---- laws --------------------------------------------------------------------------------------

IDS = st.from_regex(r"[a-z][a-z0-9]{0,12}([-_][a-z0-9]{1,30}){0,3}", fullmatch=True).filter(
    lambda id: len(id) <= 64
)
HOSTILE = st.one_of(
    st.text(min_size=1),
    st.lists(
        st.sampled_from(
            [
                *"\"'\\#{} \n\t",
                '"""',
                "'''",
                "\\N{DASH}",
                "\u202e",
                "\u00a0",
                "\x00",
                "\x85",
                "\u2028",
                "é",
                "word ",
            ]
        ),
        min_size=1,
    ).map("".join),
)


@st.composite
def taxonomies(draw: st.DrawFn) -> list[Taxonomy]:
    """Give taxonomies with any ids and with texts that would like to be code."""
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique_by=lambda id: id.replace("-", "_")))
    unique = st.lists(IDS, min_size=1, max_size=3, unique_by=lambda id: id.replace("-", "_"))
    return [taxonomy(id, *draw(unique), said=draw(HOSTILE)) for id in ids]


def words(text: str) -> list[str]:
    """Give the words of a text, however its lines are broken."""
    return re.split("[ \t\n\r\f\v]+", text.strip(" \t\n\r\f\v"))


@given(taxonomies())
@example([taxonomy("mine", "one", said='"""')])
@example([taxonomy("mine", "one", said="\\")])
@example([taxonomy("mine", "one", said='""" + exit() + """')])
@example([taxonomy("mine", "one", said="\\N{")])
def test_whatever_it_says_it_compiles_and_says_it(drawn: list[Taxonomy]) -> None:
    """The module has exactly the keys of the taxonomies, and under each its label and its definition."""
    text = module(drawn)
    made = imported(text)
    assert get_args(made["CategoryKey"]) == tuple(one.key for taxonomy in drawn for one in taxonomy)
    told = [said for name, said in docstrings(text).items() if "." in name]
    for category, said in zip((one for taxonomy in drawn for one in taxonomy), told, strict=True):
        label, definition = words(category.label("en")), words(category.definition("en"))
        if not label[-1].endswith((".", "!", "?")):
            label[-1] += "."
        assert words(said) == (label if definition == [""] else [*label, *definition])


def formatted(text: str) -> str:
    """Give what `ruff format` makes of a module."""
    run = [sys.executable, "-m", "ruff", "format", "--isolated", "-"]
    return subprocess.run(run, input=text, capture_output=True, encoding="utf-8", check=True).stdout


@given(taxonomies())
def test_ruff_leaves_it_as_it_is(drawn: list[Taxonomy]) -> None:
    """The text is formatted as `ruff format` would do it."""
    text = module(drawn)
    assert formatted(text) == text


def test_ruff_leaves_lines_of_any_length_as_they_are() -> None:
    """Where a line is about as wide as a line may be, it is broken exactly where ruff breaks it."""
    text = module([taxonomy("t" * length, "c" * length) for length in range(1, 65)])
    text += module([taxonomy("t" * length, "c" * (85 - length)) for length in range(21, 65)])
    assert formatted(text) == text
    assert {"= (" in text, "Literal[\n" in text} == {True}
