"""A frozen mapping is a dictionary that nobody can change: ordered, hashable, picklable, by value."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

Key = TypeVar("Key")
Value_co = TypeVar("Value_co", covariant=True)


class FrozenMap(Mapping[Key, Value_co]):
    """A read-only mapping.

    >>> FrozenMap({"en": "Order"})
    FrozenMap({'en': 'Order'})
    """

    __slots__ = ("_hash", "_items")
    _items: dict[Key, Value_co]
    _hash: int | None

    def __init__(self, items: Mapping[Key, Value_co] | Iterable[tuple[Key, Value_co]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: Key) -> Value_co:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Key]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(frozenset(self._items.items())))
        assert self._hash is not None
        return self._hash

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is read-only")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._items,)

    def __copy__(self) -> "FrozenMap[Key, Value_co]":
        return self

    def __deepcopy__(self, memo: object) -> "FrozenMap[Key, Value_co]":
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"
