"""A memory keeps what was worked out for an object, for as long as the object lives.

Objects are told apart by identity, so that nothing of them is compared or hashed. Two threads may
work the same thing out; one result is kept and both get it.
"""

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

Subject = TypeVar("Subject")
Result = TypeVar("Result")


class Memory(Generic[Subject, Result]):
    """Remembers a result for each object.

    >>> class Thing:
    ...     pass
    >>> memory, thing = Memory(lambda thing: [thing.__class__.__name__]), Thing()
    >>> memory(thing) is memory(thing)
    True
    """

    __slots__ = ("_results", "_work_out")

    def __init__(self, work_out: Callable[[Subject], Result]) -> None:
        self._work_out = work_out
        self._results: dict[int, Result] = {}

    def __call__(self, subject: Subject) -> Result:
        """Give the result for an object, working it out the first time."""
        found = self._results.get(id(subject))
        if found is None:
            found = self._work_out(subject)
            # Registered before it is kept: an id may be used again, but not while its object lives.
            weakref.finalize(subject, self._results.pop, id(subject), None)
            found = self._results.setdefault(id(subject), found)
        return found
