"""A hierarchy is what follows from links: what is above what by however many steps, and what is the same.

Tens of thousands of links take seconds at most, whatever they are: nobody walks up from each thing.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)

#: Questions are answered for so many things at a time: one bit for each of them is kept for everything.
_AT_ONCE = 2048


class Hierarchy(Generic[Thing]):
    """Things, and what each is directly below, in pairs of one that is below and one that is above.

    >>> family = Hierarchy([("child", "parent"), ("parent", "grandparent")])
    >>> family.climbs([("child", "grandparent"), ("parent", "child")])
    {('child', 'grandparent')}
    """

    def __init__(self, links: Iterable[tuple[Thing, Thing]]) -> None:
        self._above: dict[Thing, list[Thing]] = {}
        for below, above in links:
            self._above.setdefault(below, []).append(above)
            self._above.setdefault(above, [])
        self._circles = [*self._found()]
        self._circle = {one: number for number, circle in enumerate(self._circles) for one in circle}

    def is_in_circle(self, below: Thing, above: Thing) -> bool:
        """Tell whether the link from one thing to another, which must be there, is a part of a circle.

        >>> Hierarchy([("egg", "hen"), ("hen", "egg"), ("hen", "farm")]).is_in_circle("hen", "egg")
        True
        """
        return below in self._circle and self._circle[below] == self._circle.get(above)

    def climbs(self, pairs: Iterable[tuple[Thing, Thing]]) -> set[tuple[Thing, Thing]]:
        """Give those pairs whose second thing is above the first, in one step or in many."""
        below: dict[Thing, set[Thing]] = {}
        for one, other in pairs:
            if one in self._circle and other in self._circle:
                below.setdefault(other, set()).add(one)
        asked = [*below]
        found: set[tuple[Thing, Thing]] = set()
        for start in range(0, len(asked), _AT_ONCE):
            bits = {other: 1 << place for place, other in enumerate(asked[start : start + _AT_ONCE])}
            reached = self._reached(bits)
            for other, bit in bits.items():
                found.update((one, other) for one in below[other] if reached[self._circle[one]] & bit)
        return found

    def _reached(self, bits: dict[Thing, int]) -> list[int]:
        """Give the bits of all that is above each circle; what is in one is above itself."""
        reached: list[int] = []
        for circle in self._circles:
            mask = 0
            for one in circle:
                for other in self._above[one]:
                    mask |= bits.get(other, 0)
                    if self._circle[other] < len(reached):
                        mask |= reached[self._circle[other]]
            reached.append(mask)
        return reached

    def _found(self) -> Iterator[list[Thing]]:
        """Find the circles, or things that are in none, each after all that is above it (Tarjan)."""
        place: dict[Thing, int] = {}
        lowest: dict[Thing, int] = {}
        stack: list[Thing] = []
        done: set[Thing] = set()
        for root in self._above:
            path = [] if root in place else [(root, iter(self._above[root]))]
            while path:
                one, others = path[-1]
                if one not in place:
                    place[one] = lowest[one] = len(place)
                    stack.append(one)
                following = next((other for other in others if other not in place), None)
                if following is not None:
                    path.append((following, iter(self._above[following])))
                    continue
                path.pop()
                open_ones = (lowest[other] for other in self._above[one] if other not in done)
                lowest[one] = min(lowest[one], *open_ones, place[one])
                if lowest[one] == place[one]:
                    start = len(stack) - 1
                    while stack[start] != one:
                        start -= 1
                    circle = stack[start:]
                    del stack[start:]
                    done.update(circle)
                    yield circle


class Sameness(Generic[Thing]):
    """Gives one thing for all that are the same, directly or in a chain.

    >>> same = Sameness([("autumn", "fall"), ("fall", "automne")])
    >>> same("autumn") == same("automne"), same("spring")
    (True, 'spring')
    """

    def __init__(
        self, pairs: Iterable[tuple[Thing, Thing]], rank: Callable[[Thing], Any] = lambda _: 0
    ) -> None:
        """Take pairs of what is the same; the thing of the lowest rank stands for the others."""
        self._next: dict[Thing, Thing] = {}
        for one, other in pairs:
            first, second = sorted((self(one), self(other)), key=rank)
            if first != second:
                self._next[second] = first

    def __call__(self, thing: Thing) -> Thing:
        """Give the one that stands for a thing, which may be itself."""
        while thing in self._next:
            following = self._next[thing]
            if following in self._next:  # next time, the way is half as long
                self._next[thing] = self._next[following]
            thing = following
        return thing
