"""An identifier is what a concept of somebody else's vocabulary is called here.

It is made of the concept's notation, where every concept of the scheme has one and all differ, or else of
the end of its IRI: in lower case and without accents, words joined by `-`. What would begin with a digit,
or is no possible id, begins with `n-`. What is too long is cut, and what would be the same as another's
gets the beginning of a hash of the IRI, so that an id depends on the order of nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from unicodedata import normalize

from customer_types._reading.scalars import MAX_ID, RESERVED
from customer_types.skos.names import last_word

_HASH = 8
#: Letters that are no others with an accent.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})


def identifier(text: str) -> str:
    """Make an id of a notation or of the end of an IRI; an empty one where nothing is left.

    >>> identifier("CustomerType"), identifier("303.4833"), identifier("Cœur fidèle"), identifier("all")
    ('customer-type', 'n-303-4833', 'coeur-fidele', 'n-all')
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", text)
    plain = normalize("NFKD", words.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"n-{id}" if id and (id[0].isdigit() or id in RESERVED) else id


def taxonomy_identifier(scheme: str | None) -> str:
    """Make the id of a taxonomy of the IRI of its scheme; `None` stands for the concepts of none.

    >>> taxonomy_identifier("https://example.org/LoyaltyCards/"), taxonomy_identifier(None)
    ('loyalty-cards', 'vocabulary')
    """
    return identifier(last_word(scheme or ""))[:MAX_ID].rstrip("-") or "vocabulary"


def identifiers(notations: Mapping[str, str | None]) -> dict[str, str]:
    """Give every concept, by IRI, an id; `notations` has the concepts with their notations.

    >>> identifiers({"http://example.org/Gold": None, "http://example.org/Silver": None})
    {'http://example.org/Gold': 'gold', 'http://example.org/Silver': 'silver'}
    """
    of_notations = {iri: identifier(notation or "") for iri, notation in notations.items()}
    is_notated = all(of_notations.values()) and _differ(of_notations.values())
    made = of_notations if is_notated else {iri: identifier(last_word(iri)) for iri in notations}
    count = Counter(made.values())
    return {
        iri: id if id and len(id) <= MAX_ID and count[id] == 1 else _hashed(id, iri)
        for iri, id in made.items()
    }


def _differ(ids: Iterable[str]) -> bool:
    listed = [*ids]
    return len(set(listed)) == len(listed)


def _hashed(id: str, iri: str) -> str:
    start = (id or "n")[: MAX_ID - _HASH - 2].rstrip("-")
    return f"{start}-{sha256(iri.encode()).hexdigest()[:_HASH]}"
