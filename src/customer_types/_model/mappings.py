"""A mapping says how a category of one taxonomy stands to one of another, and why.

The other one is a category of the catalog, or a term of a public vocabulary, named with a prefix such
as in `gr:Enduser`. Where a vocabulary was searched and has no such term, the object says so.
The relations are those of SKOS, the justifications those of SEMAPV, as in SSSOM.
"""

import datetime as dt
import re
from collections.abc import Mapping as MappingOf
from typing import Literal

import attrs

from customer_types._model.labels import Texts
from customer_types._model.locations import Location
from customer_types.errors import BaseIriError

MatchRelation = Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]
Justification = Literal[
    "semapv:BackgroundKnowledgeBasedMatching",
    "semapv:CompositeMatching",
    "semapv:InstanceBasedMatching",
    "semapv:LexicalMatching",
    "semapv:LexicalSimilarityThresholdMatching",
    "semapv:LogicalReasoning",
    "semapv:ManualMappingCuration",
    "semapv:MappingChaining",
    "semapv:MappingInversion",
    "semapv:MappingReview",
    "semapv:SemanticSimilarityThresholdMatching",
    "semapv:StructuralMatching",
    "semapv:UnspecifiedMatching",
]

#: What the IRIs of categories begin with; behind it comes the key. Nothing is fetched there.
BASE = "https://w3id.org/customer-types/"

#: The object of a mapping that says: this vocabulary has no such term.
NO_TERM = "sssom:NoTermFound"

#: Prefixes that SSSOM knows by itself; they stand for nothing else.
BUILT_IN: MappingOf[str, str] = {
    "linkml": "https://w3id.org/linkml/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`#?\x7f-\x9f\s]*/")
_REVERSED: MappingOf[MatchRelation, MatchRelation] = {
    "broadMatch": "narrowMatch",
    "narrowMatch": "broadMatch",
}


def require_base(base: str) -> None:
    """Check what the IRIs of categories are to begin with. Raises `BaseIriError`, a ValueError.

    >>> require_base("https://example.org/types/")
    """
    if not _BASE.fullmatch(base):
        raise BaseIriError(base)


@attrs.frozen(kw_only=True)
class Namespace:
    """A public vocabulary as mappings name it: a prefix, and what the IRIs of its terms begin with."""

    prefix: str
    iri: str


@attrs.frozen(kw_only=True, repr=False)
class Mapping:
    """One category of a taxonomy held against one of another, or a term outside: `subject` is the former.

    `broadMatch` means that the object is the broader one. `object_source` is the vocabulary of a term
    outside, or the one that has no such term, and `object_label` what it calls the term.
    """

    subject: str
    relation: MatchRelation
    object: str
    object_label: str | None = None
    object_source: Namespace | None = None
    justification: Justification
    author: str | None = None
    date: dt.date | None = None
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = attrs.field(default=Location(path=""), eq=False)

    @property
    def reversed(self) -> "Mapping":
        """The same mapping, seen from the other category; a term outside doesn't look back."""
        if self.object_source is not None:
            return self
        relation = _REVERSED.get(self.relation, self.relation)
        return attrs.evolve(self, subject=self.object, relation=relation, object=self.subject)

    @property
    def target(self) -> str:
        """What it leads to: the id of a taxonomy, or the prefix of a vocabulary."""
        if self.object_source is not None:
            return self.object_source.prefix
        return self.object.partition("/")[0]

    @property
    def iri(self) -> str | None:
        """The IRI of a term outside; `None` for a category of the catalog, and where there is no term."""
        if self.object_source is None or self.object == NO_TERM:
            return None
        return self.object_source.iri + self.object.partition(":")[2]

    def __repr__(self) -> str:
        there = f" in {self.target}" if self.object == NO_TERM else ""
        return f"<Mapping {self.subject} {self.relation} {self.object}{there}>"
