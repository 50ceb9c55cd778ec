"""An example is a customer told in words, with the answer that a reader of the definitions gives.

It holds known facts as a customer has them, and says of categories whether such a customer is in them.
Whether criteria agree is for `trials` to tell.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types._model.locations import Location
from customer_types._model.truth import Truth

_PLACE = attrs.field(default=Location(path=""), eq=False, repr=False)


@attrs.frozen(kw_only=True, repr=False)
class Example:
    """A customer told in words, and which categories such a customer is in.

    `inside` has the ids of categories whose verdict is yes, `outside` of those whose verdict is no, and
    `unknown` of those that stay unknown, because what would decide is not among the facts. Nothing is said
    of the others. `reasons` are the words that decide, in each language.
    """

    id: str
    texts: Texts
    facts: FrozenMap[str, Any]
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    reasons: Texts | None = None
    location: Location = _PLACE

    @property
    def answers(self) -> FrozenMap[str, Truth]:
        """The verdicts that the example asserts, by the ids of categories."""
        listed: tuple[tuple[tuple[str, ...], Truth], ...] = (
            (self.inside, True),
            (self.outside, False),
            (self.unknown, None),
        )
        return FrozenMap((id, verdict) for ids, verdict in listed for id in ids)

    def text(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str:
        """Tell the customer in a language."""
        return self.texts.text(language, fallback=fallback)

    def because(self, language: str = "en", *, fallback: str | Iterable[str] = ()) -> str | None:
        """Give the words that decide, in a language; `None` where the example names none."""
        return None if self.reasons is None else self.reasons.text(language, fallback=fallback)

    def __repr__(self) -> str:
        return f"<Example {self.id}>"
