"""An error says what is wrong in the user's words, where it is, and how to cure it.

Every error of this library is a `CustomerTypesError` and also the builtin that people would catch.
Values of customers appear in no message: a fact is named, its value is not.
"""

from collections.abc import Iterable
from typing import Any

from customer_types._messages import Listed, Phrase, Plain, Quoted, Rendered, message


class CustomerTypesError(Exception):
    """The base of all errors of this library, and of its messages in two languages.

    `render("fr")` is the message in French; `str()` is the English one.
    """

    def __init__(self, *phrases: Phrase) -> None:
        super().__init__(*phrases)
        self.phrases = phrases

    def render(self, language: str = "en") -> str:
        """Write the message in English or in French."""
        return message("separator", language, {}).join(phrase.render(language) for phrase in self.phrases)

    def __str__(self) -> str:
        return self.render()


class LanguageTagError(CustomerTypesError, ValueError):
    """A text is not a BCP 47 language tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(Phrase("error.language-tag", {"tag": tag}))
        self.tag = tag

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.tag,)


class MissingLanguageError(CustomerTypesError, KeyError):
    """A label or text is missing in the language asked for, nor in a more general one."""

    def __init__(self, language: str, available: Iterable[str]) -> None:
        self.language = language
        self.available = tuple(available)
        key = "error.missing-language" if self.available else "error.no-language"
        super().__init__(Phrase(key, {"language": language, "available": Listed(self.available, "and")}))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.language, self.available)


class UnknownIdError(CustomerTypesError, KeyError):
    """There is no taxonomy, category, fact or source of this id."""

    def __init__(self, kind: str, id: str, suggestions: Iterable[str] = ()) -> None:
        self.kind = kind
        self.id = id
        self.suggestions = tuple(suggestions)
        super().__init__(Phrase(f"error.unknown-{kind}", {"id": id}), *did_you_mean(self.suggestions))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, self.id, self.suggestions)


class UnknownLabelError(CustomerTypesError, KeyError, ValueError):
    """No category bears this label, in any form that is declared.

    It is a ValueError too, so that whatever validates input takes it for a fault of that input. For a term
    to avoid there are a `reason` and `candidates` (see `AvoidedLabelError`), for several labels in one text
    there are `labels` (see `SeveralLabelsError`).
    """

    reason: Rendered | None = None
    candidates: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def __init__(
        self, label: str, suggestions: Iterable[str] = (), *, because: Iterable[Phrase] = ()
    ) -> None:
        self.label = label
        self.suggestions = tuple(suggestions)
        reasons = tuple(because) or (Phrase("error.unknown-label", {"label": label}),)
        super().__init__(*reasons, *did_you_mean(self.suggestions))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.label, self.suggestions)


class AvoidedLabelError(UnknownLabelError):
    """A label is a term to avoid by which people mean something other than the category that lists it.

    `reason` says why, to a reader of any language: `reason.render("fr")`; there may be none. `candidates` are
    the keys of the categories that are meant, if any is. `instead_of` has the labels of those that are not.
    """

    def __init__(
        self,
        label: str,
        instead_of: Iterable[Rendered],
        reason: Rendered | None = None,
        candidates: Iterable[str] = (),
    ) -> None:
        self.instead_of = tuple(instead_of)
        self.reason = reason
        self.candidates = tuple(candidates)
        told = {"label": label, "others": Listed(tuple(map(Quoted, self.instead_of))), "reason": reason}
        phrases = [Phrase("error.avoided-label" if reason is None else "error.avoided-label-because", told)]
        if self.candidates:
            phrases.append(Phrase("hint.meant", {"candidates": self.candidates}))
        super().__init__(label, because=phrases)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.label, self.instead_of, self.reason, self.candidates)


class SeveralLabelsError(UnknownLabelError):
    """A text has several labels in it, as cells of exports do; `labels` are those that are understood."""

    def __init__(self, label: str, labels: Iterable[str], suggestions: Iterable[str] = ()) -> None:
        self.labels = tuple(labels)
        told = {"label": label, "labels": Listed(self.labels, "and")}
        super().__init__(label, suggestions, because=[Phrase("error.several-labels", told)])

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.label, self.labels, self.suggestions)


class LongLabelError(UnknownLabelError):
    """A text is longer than any label can be, so it is not looked up."""

    def __init__(self, label: str, limit: int) -> None:
        self.limit = limit
        told = {"label": label, "limit": limit, "length": len(label)}
        super().__init__(label, because=[Phrase("error.long-label", told)])

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.label, self.limit)


class AmbiguousLabelError(CustomerTypesError, ValueError):
    """A label has several meanings that differ in the answer; `candidates` are their category keys."""

    def __init__(self, label: str, candidates: Iterable[str]) -> None:
        self.label = label
        self.candidates = tuple(candidates)
        super().__init__(Phrase("error.ambiguous-label", {"label": label, "candidates": self.candidates}))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.label, self.candidates)


class UnknownFactError(CustomerTypesError, KeyError):
    """The catalog knows no fact of this name."""

    def __init__(self, fact: str, suggestions: Iterable[str] = ()) -> None:
        self.fact = fact
        self.suggestions = tuple(suggestions)
        super().__init__(Phrase("error.unknown-fact", {"fact": fact}), *did_you_mean(self.suggestions))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.fact, self.suggestions)


class FactTypeError(CustomerTypesError, TypeError):
    """A fact has a value of the wrong type; the message names the fact and never its value."""

    def __init__(self, fact: str, expected: str, found: str) -> None:
        self.fact = fact
        self.expected = expected
        self.found = found
        super().__init__(
            Phrase("error.fact-type", {"fact": fact, "expected": Phrase(f"type.{expected}"), "found": found})
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.fact, self.expected, self.found)


class FactRangeError(CustomerTypesError, ValueError):
    """A whole number does not fit into 64 bits."""

    def __init__(self, fact: str) -> None:
        super().__init__(Phrase("error.fact-range", {"fact": fact}))
        self.fact = fact

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.fact,)


class FactValueError(CustomerTypesError, ValueError):
    """A fact has a value that is not allowed; the message lists the allowed ones, and never shows the value.

    `allowed` has their ids, `suggestions` the closest one, if any is close.
    """

    def __init__(self, fact: str, allowed: Iterable[str], listed: Listed, suggestions: Iterable[str]) -> None:
        self.fact = fact
        self.allowed = tuple(allowed)
        self.listed = listed
        self.suggestions = tuple(suggestions)
        told = {"fact": fact, "values": listed}
        super().__init__(Phrase("error.fact-value", told), *did_you_mean(self.suggestions))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.fact, self.allowed, self.listed, self.suggestions)


class OptionError(CustomerTypesError, ValueError):
    """An argument is not one of the allowed words."""

    def __init__(self, option: str, value: object, allowed: Iterable[str]) -> None:
        self.option = option
        self.value = value
        self.allowed = tuple(allowed)
        told = {"option": option, "value": str(value), "values": self.allowed}
        super().__init__(Phrase("error.option", told))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.option, self.value, self.allowed)


class NotFactsError(CustomerTypesError, TypeError):
    """What was given as the facts of a customer is neither a mapping nor an object with attributes."""

    def __init__(self, found: str) -> None:
        super().__init__(Phrase("error.not-facts", {"found": Plain(found)}))
        self.found = found

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.found,)


class UnknownGenderError(CustomerTypesError, ValueError):
    """A label was asked for in a gender that is neither masculine nor feminine."""

    def __init__(self, gender: object) -> None:
        super().__init__(Phrase("error.unknown-gender", {"gender": str(gender)}))
        self.gender = gender

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.gender,)


class CircularCriteriaError(CustomerTypesError, ValueError):
    """A category builds on itself, by way of others."""

    def __init__(self, category: str) -> None:
        super().__init__(Phrase("error.circular", {"category": category}))
        self.category = category

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.category,)


class NoCriteriaError(CustomerTypesError, ValueError):
    """A category has no criteria, so nothing can be proved about it."""

    def __init__(self, category: str) -> None:
        super().__init__(Phrase("error.no-criteria", {"category": category}))
        self.category = category

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.category,)


class FactsDifferError(CustomerTypesError, ValueError):
    """Taxonomies that are compared declare the same fact in two ways."""

    def __init__(self, fact: str, taxonomies: Iterable[str]) -> None:
        self.fact = fact
        self.taxonomies = tuple(taxonomies)
        told = {"fact": fact, "taxonomies": Listed(self.taxonomies, "and")}
        super().__init__(Phrase("error.facts-differ", told))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.fact, self.taxonomies)


class NotATaxonomyError(CustomerTypesError, TypeError):
    """Something else was given where a taxonomy is needed, such as the id of one."""

    def __init__(self, type: str) -> None:
        self.type = type
        super().__init__(Phrase("error.not-a-taxonomy", {"type": type}))

    def __reduce__(self) -> tuple[Any, ...]:
        return self.__class__, (self.type,)


class ConditionError(CustomerTypesError, ValueError):
    """A category refers to others so often that its condition can't be written out."""

    def __init__(self, category: str, count: int) -> None:
        self.category = category
        self.count = count
        super().__init__(Phrase("error.condition", {"category": category, "count": count}))

    def __reduce__(self) -> tuple[Any, ...]:
        return self.__class__, (self.category, self.count)


class NotAFrameError(CustomerTypesError, TypeError):
    """What was given as a frame is from no known engine."""

    def __init__(self, type: str) -> None:
        self.type = type
        super().__init__(Phrase("error.not-a-frame", {"type": type}))

    def __reduce__(self) -> tuple[Any, ...]:
        return self.__class__, (self.type,)


class ColumnError(CustomerTypesError, ValueError):
    """A column of a frame can't be used, or can't be made."""


class ColumnTypeError(ColumnError, TypeError):
    """A column of a frame is not of the type of its fact; the message shows none of its content."""

    def __init__(self, column: str, fact: str, expected: str, found: str) -> None:
        self.column = column
        self.fact = fact
        self.expected = expected
        self.found = found
        told = {
            "column": column,
            "fact": fact,
            "expected": Phrase(f"frames.{expected}"),
            "found": Plain(found),
        }
        super().__init__(Phrase("frames.type", told))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.column, self.fact, self.expected, self.found)


class SqlError(CustomerTypesError, ValueError):
    """SQL can't be written: for an unknown database, a name, or something that it doesn't have."""


class PrefixError(CustomerTypesError, ValueError):
    """A prefix stands for two vocabularies, so a table can't name the terms of both."""

    def __init__(self, prefix: str, one: str, other: str) -> None:
        self.prefix = prefix
        self.one = one
        self.other = other
        super().__init__(Phrase("error.prefix", {"prefix": prefix, "one": one, "other": other}))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.prefix, self.one, self.other)


class NoCustomerError(CustomerTypesError, ValueError):
    """No possible customer is what a strategy was asked for, so it would have no examples."""

    def __init__(self, name: str, wanted: bool | None = None) -> None:  # noqa: FBT001  # a verdict
        self.name = name
        self.wanted = wanted
        keys = {None: "error.nobody", True: "error.nobody-in", False: "error.nobody-outside"}
        super().__init__(Phrase(keys[wanted], {"name": name}))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name, self.wanted)


class SearchGivenUpError(CustomerTypesError, ValueError):
    """A question of strategies or ways is undecided: the search for a customer took too long."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(Phrase("error.search-given-up", {"name": name}))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name,)


class SeveralAnswersError(CustomerTypesError, ValueError):
    """A taxonomy lets a customer be in several categories, and one single category was asked for."""

    def __init__(self, taxonomy: str, reason: Phrase) -> None:
        self.taxonomy = taxonomy
        self.reason = reason
        super().__init__(
            Phrase("error.several-answers", {"taxonomy": taxonomy, "reason": reason}),
            Phrase("hint.precedence"),
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.taxonomy, self.reason)


class OrdersError(CustomerTypesError, ValueError):
    """A row of an orders table, or an argument about one, can't be read."""


class TableError(CustomerTypesError, ValueError):
    """A table can't be read, or can be read in two ways."""


class BaseIriError(CustomerTypesError, ValueError):
    """A text is not an IRI under which things could be named."""

    def __init__(self, base: str) -> None:
        super().__init__(Phrase("error.base-iri", {"base": base}))
        self.base = base

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.base,)


class HiddenCharacterError(CustomerTypesError, ValueError):
    """A text has an invisible character, which files of this library may not have."""

    def __init__(self, text: str) -> None:
        super().__init__(Phrase("error.hidden-character", {"text": text}))
        self.text = text

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.text,)


class SheetError(CustomerTypesError, ValueError):
    """A sheet for a translator can't be made: in an unknown format, or in its own language."""


class MissingExtraError(CustomerTypesError, ImportError):
    """A part of the library needs packages that an extra of it brings."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(Phrase("error.missing-extra", {"extra": Plain(extra)}))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.extra,)


def did_you_mean(suggestions: Iterable[str]) -> tuple[Phrase, ...]:
    """Ask whether one of the suggestions was meant, if there are any."""
    listed = tuple(suggestions)
    if not listed:
        return ()
    return (Phrase("hint.did-you-mean", {"suggestions": listed}),)


class DeprecatedIdWarning(FutureWarning):
    """An id of a taxonomy or a category still exists, but should no longer be used.

    `key` is the id, `since` the version that deprecated it, `replaced_by` what to use, if anything.
    """

    def __init__(self, key: str, since: str, replaced_by: str | None) -> None:
        super().__init__(key, since, replaced_by)
        self.key = key
        self.since = since
        self.replaced_by = replaced_by

    def render(self, language: str = "en") -> str:
        """Write the warning in English or in French."""
        phrases = [Phrase("warning.deprecated", {"key": self.key, "since": Plain(self.since)})]
        if self.replaced_by is not None:
            phrases.append(Phrase("hint.use", {"key": self.replaced_by}))
        return message("separator", language, {}).join(phrase.render(language) for phrase in phrases)

    def __str__(self) -> str:
        return self.render()
