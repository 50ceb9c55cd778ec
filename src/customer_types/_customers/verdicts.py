"""Verdicts say of each category of a taxonomy whether a customer is in it: yes, no, or unknown."""

from collections.abc import Iterable, Mapping
from typing import Any

from customer_types._messages.suggestions import closest
from customer_types._model.frozen import FrozenMap
from customer_types._model.truth import Truth
from customer_types.errors import UnknownIdError


class VerdictMap(FrozenMap[str, Truth]):
    """The verdicts on one customer by the ids of the categories, in file order.

    >>> verdicts = VerdictMap("lifecycle", {"potential": True, "new": False, "loyal": None})
    >>> verdicts["potential"], verdicts["lifecycle/potential"], verdicts["loyal"]
    (True, True, None)

    The key of a category is understood as its id is. What names no category of the taxonomy raises
    `UnknownIdError`, a KeyError, with a suggestion.
    """

    __slots__ = ("_taxonomy",)
    _taxonomy: str

    def __init__(self, taxonomy: str, verdicts: Mapping[str, Truth] | Iterable[tuple[str, Truth]]) -> None:
        super().__init__(verdicts)
        object.__setattr__(self, "_taxonomy", taxonomy)

    def __getitem__(self, category: str) -> Truth:
        try:
            return self._items[category.removeprefix(f"{self._taxonomy}/")]
        except KeyError:
            key = category if "/" in category else f"{self._taxonomy}/{category}"
            similar = closest(category.rpartition("/")[2], self._items)
            raise UnknownIdError("category", key, similar) from None

    def __contains__(self, category: object) -> bool:
        return isinstance(category, str) and category.removeprefix(f"{self._taxonomy}/") in self._items

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._taxonomy, self._items)
