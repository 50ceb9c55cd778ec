"""Constants are the ids of taxonomies, categories and facts, written as a module of Python.

Editors complete them and show what they mean; type checkers refuse those that are not there. The
module needs nothing but Python. What stands in it is made of two things: ids, whose grammar leaves no
room for more, and texts in docstrings, in which every character that could end the docstring, or that
nobody sees, is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from customer_types._messages import message
from customer_types._model.languages import canonical
from customer_types._model.taxonomies import Category, Taxonomy, deprecation_of
from customer_types.errors import MissingLanguageError

__all__ = ["module"]

#: The widest line of `ruff format`, if nobody says otherwise.
_WIDTH = 88

_PREAMBLE = '''\
from enum import StrEnum
from typing import Literal


class _Key(StrEnum):
    """{key}"""

    @property
    def taxonomy(self) -> str:
        """{taxonomy}"""
        return self.partition("/")[0]

    @property
    def id(self) -> str:
        """{category}"""
        return self.partition("/")[2]
'''


def module(taxonomies: Iterable[Taxonomy], /, *, language: str = "en") -> str:
    """Write the module: for each taxonomy a class of its keys, and types of the ids that there are.

    >>> from customer_types import taxonomy
    >>> text = module([taxonomy("lifecycle")])
    >>> [line for line in text.splitlines() if "LOYAL" in line or "LifecycleId" in line]
    ['    LOYAL = "lifecycle/loyal"', 'LifecycleId = Literal[']

    The docstrings are labels and definitions in the language, or else in another one. The same taxonomies
    give the same text, and `ruff format` leaves it as it is.
    """
    return "\n".join(_Writer(tuple(taxonomies), canonical(language)).lines()) + "\n"


class _Writer:
    def __init__(self, taxonomies: tuple[Taxonomy, ...], language: str) -> None:
        self.taxonomies = taxonomies
        self.language = language
        self.names = _class_names([taxonomy.id for taxonomy in taxonomies])

    def say(self, key: str) -> str:
        return message(f"constants.{key}", self.language, {})

    def lines(self) -> Iterator[str]:
        yield from _docstring([self.say("module"), self.say("written")], "")
        yield ""
        said = {key: self.say(key) for key in ("key", "taxonomy", "category")}
        yield from _PREAMBLE.format(**said).splitlines()
        for taxonomy in self.taxonomies:
            yield from ("", "")
            yield from self.keys_of(taxonomy)
        yield from ("", "")
        for taxonomy in self.taxonomies:
            ids = [category.id for category in taxonomy]
            yield from _literal(f"{self.names[taxonomy.id]}Id", ids)
        yield from _literal("TaxonomyId", [taxonomy.id for taxonomy in self.taxonomies])
        yield from _literal(
            "CategoryKey", [category.key for taxonomy in self.taxonomies for category in taxonomy]
        )
        facts = [fact for taxonomy in self.taxonomies for fact in taxonomy.vocabulary.facts]
        yield from _literal("FactId", list(dict.fromkeys(facts)))

    def keys_of(self, taxonomy: Taxonomy) -> Iterator[str]:
        yield f"class {self.names[taxonomy.id]}(_Key):"
        yield from _docstring(self.texts(taxonomy, taxonomy), "    ")
        for category in taxonomy:
            yield ""
            yield from _assigned(f"    {_constant_name(category.id)}", f'"{category.key}"', *"()")
            yield from _docstring(self.texts(category, taxonomy), "    ")

    def texts(self, named: Taxonomy | Category, taxonomy: Taxonomy) -> Iterator[str]:
        """Give the label as a sentence, the definition, and since when the id should not be used."""
        fallback = ("en", *taxonomy.languages)
        label = _in_a_line(named.label(self.language, fallback=fallback))
        yield label if label.endswith((".", "!", "?")) else f"{label}."
        with suppress(MissingLanguageError):
            yield named.definition(self.language, fallback=fallback)
        deprecation = deprecation_of(named)
        if deprecation is not None:
            yield f"{deprecation.render(self.language)}."


# ---- names


def _class_names(ids: list[str]) -> dict[str, str]:
    """Name a class for each taxonomy, such that neither it nor the type of its ids is called as another.

    A part of an id that begins with a digit keeps its hyphen, as an underscore: `a-1` is not `a1`.
    """
    taken = {"None", "Literal", "StrEnum", "TaxonomyId", "CategoryKey", "FactId"}
    names = {}
    for id in ids:
        name = "".join(
            part.capitalize() if part[0].isalpha() else f"_{part}" for part in re.findall("[a-z0-9]+", id)
        )
        while {name, f"{name}Id"} & taken:
            name += "_"
        taken |= {name, f"{name}Id"}
        names[id] = name
    return names


def _constant_name(id: str) -> str:
    """Name a constant; no keyword of Python and no attribute of a text is in capitals."""
    return "_".join(re.findall("[a-z0-9]+", id)).upper()


# ---- code


def _literal(name: str, ids: list[str]) -> Iterator[str]:
    """Write a type; `Literal` of nothing is no type."""
    if len(ids) == 1:
        yield from _assigned(name, f'"{ids[0]}"', "Literal[", "]", is_always=True)
    elif ids:
        yield f"{name} = Literal["
        yield from (f'    "{id}",' for id in ids)
        yield "]"


def _assigned(name: str, value: str, left: str, right: str, *, is_always: bool = False) -> Iterator[str]:
    """Write an assignment, in lines of its own if it is too wide and that makes it fit."""
    flat = f"{name} = {left}{value}{right}" if is_always else f"{name} = {value}"
    indent = name[: -len(name.lstrip())]
    inner = f"{indent}    {value}"
    if len(flat) > _WIDTH and (is_always or len(inner) <= _WIDTH):
        yield from (f"{name} = {left}", inner, f"{indent}{right}")
    else:
        yield flat


def _docstring(texts: Iterable[str], indent: str) -> Iterator[str]:
    """Write paragraphs as a docstring; the first is its summary."""
    summary, *paragraphs = filter(None, map(_escaped, map(_in_a_line, texts)))
    if not paragraphs:
        yield f'{indent}"""{summary}"""'
        return
    yield f'{indent}"""{summary}'
    for paragraph in paragraphs:
        yield ""
        yield from (indent + line for line in _wrapped(paragraph, _WIDTH - len(indent)))
    yield f'{indent}"""'


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Break a text at its blanks; `textwrap` would break it at other signs, and lose no-break spaces."""
    line, *words = paragraph.split(" ")
    for word in words:
        if len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line += f" {word}"
    yield line


def _in_a_line(text: str) -> str:
    return re.sub("[ \t\n\r\f\v]+", " ", text).strip(" ")


def _escaped(text: str) -> str:
    """Make a text mean itself in a docstring, and be seen there."""
    return " ".join(map(_word, text.split(" ")))


def _word(word: str) -> str:
    # No-break spaces are seen within a word; at its ends a formatter would take them away.
    within = word.strip("\u00a0\u202f")
    before, _, after = word.partition(within) if within else (word, "", "")
    return "".join(
        [
            *map(_code, before),
            *(one if one in "\u00a0\u202f" else _seen(one) for one in within),
            *map(_code, after),
        ]
    )


def _seen(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else _code(character)


def _code(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
