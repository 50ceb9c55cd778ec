"""A name is the IRI of something under the base of a publisher: the same thing always has the same one.

Under `https://example.org/`, the taxonomy is `lifecycle`, its category `lifecycle/loyal`, and what
belongs to either of them stands behind a dot, which no id has: `lifecycle.threshold.new_days`,
`lifecycle/loyal.action.reward`, `fact.orders`.
"""

import re
from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import quote, unquote

import attrs
from rdflib import Literal, URIRef
from rdflib.term import Node

from customer_types._model.mappings import BASE, require_base

NodeType = TypeVar("NodeType", bound=Node)

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\s]+")
#: What stands in an IRI as it is; quoting leaves letters, digits and `-._~` alone anyway.
_SAFE = ":/?#[]@!$&'()*+,;=%"


def place_of(node: Node) -> tuple[str, str, str]:
    """Give what a node is sorted by, so that nothing depends on the order in which a graph has it."""
    kind = str(node.language or node.datatype or "") if isinstance(node, Literal) else ""
    return type(node).__name__, str(node), kind


def ordered(nodes: Iterable[NodeType]) -> list[NodeType]:
    """Sort nodes by what they are and say.

    >>> ordered([Literal("b", lang="en"), Literal("a", lang="fr"), Literal("a", lang="en")])[0].n3()
    '"a"@en'
    """
    return sorted(nodes, key=place_of)


def is_iri(text: str) -> bool:
    """Tell whether a text is an absolute IRI.

    >>> is_iri("https://example.org/loyal"), is_iri("lifecycle/loyal")
    (True, False)
    """
    return _IRI.fullmatch(text) is not None


def encoded(text: str) -> URIRef | None:
    """Make an IRI of an address that somebody wrote; `None` where it can be none.

    >>> str(encoded("https://example.org/a b"))
    'https://example.org/a%20b'
    """
    iri = quote(text, safe=_SAFE)
    return URIRef(iri) if is_iri(iri) else None


@attrs.frozen
class Names:
    """The names under a base, which ends in a slash."""

    base: str = BASE

    @classmethod
    def under(cls, base: str) -> "Names":
        """Give the names under a base that somebody chose. Raises `BaseIriError`."""
        require_base(base)
        return cls(base)

    @property
    def catalog(self) -> URIRef:
        """The name of a catalog as a whole."""
        return URIRef(self.base)

    def taxonomy(self, id: str) -> URIRef:
        """Name a taxonomy."""
        return URIRef(self.base + quote(id, safe=""))

    def category(self, key: str) -> URIRef:
        """Name a category by its key in the catalog; what is an IRI already keeps its name."""
        if is_iri(key):
            return URIRef(key)
        taxonomy, _, category = key.partition("/")
        return URIRef(f"{self.taxonomy(taxonomy)}/{quote(category, safe='')}")

    def part(self, whole: URIRef, *words: str | int) -> URIRef:
        """Name what belongs to something: `lifecycle/loyal`, `action`, `reward`."""
        path = ".".join(quote(str(word), safe="") for word in words)
        return URIRef(f"{whole}{path}" if whole == self.catalog else f"{whole}.{path}")

    def key(self, iri: str) -> str:
        """Give the key of a category by its name; a name under another base is the key itself."""
        rest = iri.removeprefix(self.base)
        return unquote(rest) if rest != iri and rest.count("/") == 1 else iri


def base_of(iri: str, id: str) -> str:
    """Give the base under which a taxonomy of an id has an IRI."""
    return iri.removesuffix(quote(id, safe="")) if iri.endswith(f"/{quote(id, safe='')}") else BASE


def last_word(iri: str) -> str:
    """Give what an IRI calls a part, behind the kind: `orders` of `…/fact.orders`.

    >>> last_word("https://example.org/lifecycle.threshold.new_days")
    'new_days'
    """
    return unquote(re.split(r"[./#]", iri.rstrip("/#"))[-1])
