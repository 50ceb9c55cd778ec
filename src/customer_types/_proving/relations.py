"""A relation says how two categories stand to one another over all possible customers."""

from enum import StrEnum


class Relation(StrEnum):
    """How the customers of one category stand to those of another.

    A category that nobody can be in is disjoint from all others. `UNDECIDED` means that the search for
    a proof was given up.

    >>> Relation.of(meets=True, within=True, around=False)
    <Relation.SUBSET: 'subset'>
    """

    DISJOINT = "disjoint"
    SUBSET = "subset"
    SUPERSET = "superset"
    EQUAL = "equal"
    OVERLAP = "overlap"
    UNDECIDED = "undecided"

    @classmethod
    def of(cls, *, meets: bool | None, within: bool | None, around: bool | None) -> "Relation":
        """Give the relation of two categories: do they meet, is one within or around the other.

        `None` is for what is undecided.
        """
        if meets is False:
            return cls.DISJOINT
        if meets is None or within is None or around is None:
            return cls.UNDECIDED
        if within:
            return cls.EQUAL if around else cls.SUBSET
        return cls.SUPERSET if around else cls.OVERLAP

    @property
    def reversed(self) -> "Relation":
        """The same relation, seen from the other category."""
        return _REVERSED.get(self, self)


_REVERSED = {Relation.SUBSET: Relation.SUPERSET, Relation.SUPERSET: Relation.SUBSET}
