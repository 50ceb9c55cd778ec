"""A label is what something is called in each language, in its forms.

The forms of a name are CLDR's plural categories (`one`, `other`, …) and, for French, the same with
`_feminine`. A language may list synonyms (`also`) and terms to avoid with the reason (`avoid`);
both are found by look-ups, and neither is shown as the label. A variety of a language says only
what differs: where `fr-CA` has no name of its own, the one of `fr` is the label.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, get_args

import attrs

from customer_types._model.frozen import FrozenMap
from customer_types._model.languages import lookup, plural_category
from customer_types.errors import MissingLanguageError, UnknownGenderError

Gender = Literal["masculine", "feminine"]
Status = Literal["draft", "translated", "reviewed", "original"]
STATUSES: tuple[Status, ...] = get_args(Status)
PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
#: What a term to avoid may mean that is no key of a category: the same as the label, or another thing.
SAME, OTHER = "same", "other"
FORMS = (*PLURAL_CATEGORIES, *(f"{category}_feminine" for category in PLURAL_CATEGORIES))


@attrs.frozen(kw_only=True)
class Name:
    """A noun in its forms, by form: `{"one": "Client", "one_feminine": "Cliente"}`.

    `gender` says that one form serves both (`epicene`) or that the noun keeps its gender whoever is
    meant (`masculine`, `feminine`).
    """

    forms: FrozenMap[str, str]
    gender: Literal["masculine", "feminine", "epicene"] | None = None

    def form(self, language: str, count: float = 1, gender: Gender | None = None) -> str:
        """Choose the form for a number and a gender; an absent one falls back to `other`, then to `one`."""
        category = plural_category(language, count)
        if gender == "feminine":
            for wanted in (category, "other", "one"):
                text = self.forms.get(f"{wanted}_feminine")
                if text is not None:
                    return text
        elif gender is not None and gender not in get_args(Gender):
            raise UnknownGenderError(gender)
        for wanted in (category, "other", "one"):
            text = self.forms.get(wanted)
            if text is not None:
                return text
        return next(iter(self.forms.values()))


@attrs.frozen(kw_only=True)
class Texts:
    """A text in each language."""

    by_language: FrozenMap[str, str]

    def text(self, language: str, *, fallback: str | Iterable[str] = ()) -> str:
        """Give the text in a language, or in the first of the fallbacks that has it.

        Raises `MissingLanguageError` where none has.
        """
        for tag in _tags(language, fallback):
            text = self.by_language.get(tag)
            if text is not None:
                return text
        raise MissingLanguageError(language, self.by_language)

    def render(self, language: str = "en") -> str:
        """Say it to a reader: in a language, or else in English, or in whichever there is."""
        return self.text(language, fallback=("en", *self.by_language))


@attrs.frozen(kw_only=True)
class Avoided:
    """A term that people write and should not, with the reason.

    `means` says what they mean by it: the `same` as the label, something `other`, or a category, by its key.
    """

    name: Name
    reason: Texts | None = None
    means: str = SAME


@attrs.frozen(kw_only=True)
class Naming:
    """What something is called in one language: its name, synonyms, and terms to avoid."""

    name: Name | None = None
    also: tuple[Name, ...] = ()
    avoid: tuple[Avoided, ...] = ()


@attrs.frozen(kw_only=True)
class Label:
    """What something is called, by language."""

    by_language: FrozenMap[str, Naming]

    def text(
        self,
        language: str,
        *,
        count: float = 1,
        gender: Gender | None = None,
        fallback: str | Iterable[str] = (),
    ) -> str:
        """Give the label in a language, for a number and a gender.

        Raises `MissingLanguageError` where the language and the fallbacks have none.
        """
        for tag in _tags(language, fallback):
            naming = self.by_language.get(tag)
            if naming is not None and naming.name is not None:
                return naming.name.form(tag, count, gender)
        raise MissingLanguageError(language, self.languages())

    def render(self, language: str = "en") -> str:
        """Say it to a reader: in a language, or else in English, or in whichever there is."""
        return self.text(language, fallback=("en", *self.languages()))

    def languages(self) -> Iterator[str]:
        """List the languages that have a name."""
        return (tag for tag, naming in self.by_language.items() if naming.name is not None)


@attrs.frozen(kw_only=True)
class Translation:
    """How far the statements in a language have come that were translated from another, its `source`.

    `status` holds of those that are not listed. A `draft` needs another look: its translator was not sure,
    or what it translates has changed since.
    """

    source: str
    status: Status = "translated"
    draft: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()
    original: tuple[str, ...] = ()

    def status_of(self, address: str | None) -> Status:
        """Tell the status of the statement at an address, if it is there."""
        return next((status for status in STATUSES if address in getattr(self, status)), self.status)


@lru_cache(maxsize=512)
def _chain(language: str) -> tuple[str, ...]:
    return tuple(lookup(language))


def _tags(language: str, fallback: str | Iterable[str]) -> Iterable[str]:
    if not fallback:
        return _chain(language)
    others = (fallback,) if isinstance(fallback, str) else fallback
    return (tag for wanted in (language, *others) for tag in _chain(wanted))
