"""A suggestion is what a user may have meant by a word that nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: object, known: Iterable[str], *, count: int = 1) -> tuple[str, ...]:
    """Give the known words that are closest to a misspelt one, if any is close; none for what is no word.

    >>> closest("lable", ["id", "label", "when"])
    ('label',)
    """
    if not isinstance(word, str) or len(word) > 64:
        return ()
    return tuple(get_close_matches(word, known, n=count, cutoff=0.7))
