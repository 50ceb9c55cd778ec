"""A choice is one of the values that a fact lists; people write its id, or what it is called in any language.

One rule holds for every door. The exact id goes first, then an exact label, then a spelling that is the
same but for case, accents, hyphens and apostrophes. Signs are never passed over, as `A+` is not `A`, and
a spelling that two values share is understood as neither of them.
"""

from collections.abc import Iterable, Iterator, Mapping

from customer_types._messages import Listed, Phrase, Plain
from customer_types._messages.suggestions import closest
from customer_types._model.facts import Fact, FactValue
from customer_types._model.folding import fold_value
from customer_types._model.memory import Memory

#: So many values are listed in a message.
_LISTED = 30


class Choices:
    """The values of a fact by their spellings.

    `exact` has the id of the value that each id and label means, as it is written.
    """

    __slots__ = ("_folded", "exact", "ids")

    exact: Mapping[str, str]

    def __init__(self, fact: Fact) -> None:
        self.ids = frozenset(value.id for value in fact.values)
        names = [(name, value.id) for value in fact.values for name in _names(value)]
        ids = {value.id: value.id for value in fact.values}
        self.exact = _unshared(names) | ids
        self._folded = _unshared((fold_value(name), id) for name, id in (*names, *ids.items()))

    def read(self, text: str) -> str | None:
        """Give the id of the value that a text means; `None` for a text that means none, or several."""
        for spelling in (text, text.strip()):
            if spelling in self.exact:
                return self.exact[spelling]
        return self._folded.get(fold_value(text))

    def closest(self, text: str) -> tuple[str, ...]:
        """Give the id of the value whose spelling is closest to a text that means none, if any is close."""
        return tuple(self._folded[one] for one in closest(fold_value(text), self._folded))


def _names(value: FactValue) -> Iterator[str]:
    """List what a value is called: in all languages, in all forms, synonyms included."""
    for naming in () if value.labels is None else value.labels.by_language.values():
        for name in (naming.name, *naming.also):
            yield from () if name is None else name.forms.values()


def _unshared(spellings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the spellings that mean one value only."""
    found: dict[str, set[str]] = {}
    for spelling, id in spellings:
        found.setdefault(spelling, set()).add(id)
    return {spelling: next(iter(ids)) for spelling, ids in found.items() if spelling and len(ids) == 1}


choices_of: Memory[Fact, Choices] = Memory(Choices)


def listed(values: Iterable[FactValue]) -> Listed:
    """List values in a message, each by its label in the language of the reader, with its id."""
    named = [
        value if value.labels is None else Phrase("value.named", {"label": value, "id": value.id})
        for value in values
    ]
    return Listed((*named[:_LISTED], *[Plain("…")] * (len(named) > _LISTED)))
