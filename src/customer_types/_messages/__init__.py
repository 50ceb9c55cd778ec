"""A message is what the library says to people, in English and in French, by a stable key.

`en` and `fr` are two tables with the same keys. A text is a `str.format` template, or a mapping of
CLDR plural categories to templates, chosen by the argument `count`. What a user wrote is shown in
backticks, cut to a readable length and with invisible characters written out.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Protocol

import attrs

from customer_types._messages import en, fr

_TABLES: Mapping[str, Mapping[str, str | Mapping[str, str]]] = {"en": en.MESSAGES, "fr": fr.MESSAGES}

#: The languages that the library itself speaks.
LANGUAGES = tuple(_TABLES)

_LONGEST = 60


@lru_cache(maxsize=512)
def spoken(language: str) -> str:
    """Choose the language of the library's own sentences for a reader's language.

    >>> spoken("fr-CA"), spoken("es")
    ('fr', 'en')
    """
    main = language.replace("_", "-").partition("-")[0].lower()
    return main if main in _TABLES else "en"


def shown(text: str, *, quote: bool = True, limit: int | None = _LONGEST) -> str:
    r"""Make a user's text safe and short enough to be read in one line of a message.

    >>> shown("Active\x1b[31m")
    '`Active\\x1b[31m`'
    """
    if limit is not None and len(text) > limit:
        text = text[: limit - 1] + "…"
    if not text.isprintable() and not text.translate(_SPACES).isprintable():
        text = "".join(map(_visible, text))
    return f"`{text}`" if quote else text


#: Spaces that are seen, and that Python holds for unprintable.
_SPACES = str.maketrans("\u00a0\u202f", "  ")


def _visible(character: str) -> str:
    if character in " \u00a0\u202f" or not unicodedata.category(character).startswith(("C", "Z")):
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"U+{number:04X}"


class Plain(str):
    """A text that is put into a message as it is, without backticks."""

    __slots__ = ()


class Rendered(Protocol):
    """Something that says itself in a language: a phrase, a witness."""

    def render(self, language: str = "en", /) -> str:
        """Say it in a language."""


@attrs.frozen
class Phrase:
    """A message with its arguments, in no language yet."""

    key: str
    arguments: Mapping[str, Any] = attrs.field(factory=dict)

    def render(self, language: str = "en") -> str:
        """Write the phrase in a language."""
        return message(self.key, language, self.arguments)


@attrs.frozen
class Quoted:
    """Something in backticks, in whichever language it says itself."""

    said: Rendered

    def render(self, language: str = "en") -> str:
        """Write it in a language."""
        return shown(self.said.render(language))


@attrs.frozen
class Listed:
    """Several things in one sentence, joined by `or` or by `and`."""

    parts: tuple[Any, ...]
    word: str = "or"

    def join(self, language: str) -> str:
        """Write the list in a language."""
        written = [_argument(part, language) for part in self.parts]
        if len(written) < 2:
            return "".join(written)
        template = _TABLES[language][f"list.{self.word}"]
        assert isinstance(template, str)
        return template.format(others=", ".join(written[:-1]), last=written[-1])


def message(key: str, language: str, arguments: Mapping[str, Any]) -> str:
    r"""Write a message.

    >>> message("hint.did-you-mean", "fr", {"suggestions": ("label",)})
    'vouliez-vous dire `label`\u202f?'
    """
    language = spoken(language)
    template = _TABLES[language][key]
    if not isinstance(template, str):
        count = arguments["count"]
        singular = abs(count) < 2 if language == "fr" else count == 1
        template = template["one" if singular else "other"]
    return template.format_map({name: _argument(value, language) for name, value in arguments.items()})


def _argument(value: Any, language: str) -> str:
    if isinstance(value, str):
        return shown(value, quote=False, limit=None) if isinstance(value, Plain) else shown(value)
    if isinstance(value, Listed):
        return value.join(language)
    if isinstance(value, tuple):
        return Listed(value).join(language)
    render = getattr(value, "render", None)  # a phrase and a witness say themselves
    return str(value if render is None else render(language))
