"""A mapping says how a category of one taxonomy stands to one of another, and why.

The relations are those of SKOS, the justifications those of SEMAPV, as in SSSOM.
"""

import datetime as dt
from collections.abc import Mapping as MappingOf
from typing import Literal

import attrs

from customer_types.labels import Texts
from customer_types.locations import Location

MatchRelation = Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]
Justification = Literal[
    "semapv:BackgroundKnowledgeBasedMatching",
    "semapv:CompositeMatching",
    "semapv:LexicalMatching",
    "semapv:LogicalReasoning",
    "semapv:ManualMappingCuration",
    "semapv:MappingChaining",
    "semapv:MappingInversion",
    "semapv:MappingReview",
    "semapv:SemanticSimilarityThresholdMatching",
    "semapv:StructuralMatching",
    "semapv:UnspecifiedMatching",
]

_REVERSED: MappingOf[MatchRelation, MatchRelation] = {
    "broadMatch": "narrowMatch",
    "narrowMatch": "broadMatch",
}


@attrs.frozen(kw_only=True, repr=False)
class Mapping:
    """One category of a taxonomy held against one of another: `subject` is the former.

    `broadMatch` means that the object is the broader one.
    """

    subject: str
    relation: MatchRelation
    object: str
    justification: Justification
    author: str | None = None
    date: dt.date | None = None
    source: tuple[str, ...] = ()
    notes: Texts | None = None
    location: Location = attrs.field(default=Location(path=""), eq=False)

    @property
    def reversed(self) -> "Mapping":
        """The same mapping, seen from the other category."""
        relation = _REVERSED.get(self.relation, self.relation)
        return attrs.evolve(self, subject=self.object, relation=relation, object=self.subject)

    def __repr__(self) -> str:
        return f"<Mapping {self.subject} {self.relation} {self.object}>"
