"""Verdicts say of each category of a taxonomy whether a customer is in it: yes, no, or unknown."""

from typing import Any

from customer_types.categories import Taxonomy
from customer_types.frozen import FrozenMap
from customer_types.truth import Truth


class VerdictMap(FrozenMap[str, Truth]):
    """The verdicts on one customer by the ids of the categories, in file order.

    >>> from customer_types import taxonomy
    >>> verdicts = VerdictMap(taxonomy("lifecycle"), (True, False, False, None, False))
    >>> verdicts["potential"], verdicts["lifecycle/potential"], verdicts["loyal"]
    (True, True, None)

    The key of a category is understood as its id is. What names no category of the taxonomy raises
    `UnknownIdError`, a KeyError, with a suggestion.
    """

    __slots__ = ("_taxonomy",)
    _taxonomy: Taxonomy

    def __init__(self, taxonomy: Taxonomy, verdicts: tuple[Truth, ...]) -> None:
        ids = (category.id for category in taxonomy.categories)
        super().__init__(zip(ids, verdicts, strict=True))
        object.__setattr__(self, "_taxonomy", taxonomy)

    def __getitem__(self, category: str) -> Truth:
        if category in self._items:
            return self._items[category]
        return self._items[self._taxonomy[category].id]

    def __contains__(self, category: object) -> bool:
        return isinstance(category, str) and category in self._taxonomy

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._taxonomy, tuple(self._items.values()))
