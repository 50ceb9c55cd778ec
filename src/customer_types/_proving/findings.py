"""A finding is something that is proved of a taxonomy, with a customer who shows it."""

import attrs

from customer_types._model.criteria import Criterion
from customer_types._model.facts import Fact
from customer_types._model.locations import Location
from customer_types._model.taxonomies import Category, Rule
from customer_types._proving.witnesses import Witness


@attrs.frozen(kw_only=True)
class Overlap:
    """Categories that a customer is in all at once; with any other one there is nobody."""

    categories: tuple[Category, ...]
    witness: Witness


@attrs.frozen(kw_only=True)
class Gap:
    """Complete customers who are in no category.

    `where` describes all of them, `count` says how many there are, where that is a finite number.
    """

    where: Criterion
    witness: Witness
    count: int | None


@attrs.frozen(kw_only=True)
class Region:
    """Complete customers who are in exactly these categories; `count` as of a gap."""

    categories: tuple[Category, ...]
    count: int | None


@attrs.frozen(kw_only=True)
class Need:
    """A fact without which some customers are undecided.

    They are in no category and may be in one, while everything else that can be known is known.
    """

    fact: Fact
    witness: Witness


@attrs.frozen(kw_only=True)
class Shadow:
    """A category some of whose customers are taken by earlier ones, where the first match decides.

    `is_whole` if nobody is left.
    """

    category: Category
    earlier: tuple[Category, ...]
    is_whole: bool
    witness: Witness | None


@attrs.frozen(kw_only=True)
class Violation:
    """A rule that does not hold, for the categories named, and a customer who breaks it.

    A broken `overlaps` has no witness: that there is none is what breaks it.
    """

    code: str
    rule: Rule
    categories: tuple[Category, ...]
    witness: Witness | None

    @property
    def location(self) -> Location:
        """Where the rule is declared."""
        return self.rule.location
