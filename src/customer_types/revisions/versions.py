"""A revision compares two versions, by what they say and by whom their criteria mean."""

import re
from collections.abc import Iterator
from itertools import zip_longest

import attrs

from customer_types._catalog.catalogs import Catalog
from customer_types._model.taxonomies import Taxonomy, require_taxonomy
from customer_types._proving.cells.prover import Solver
from customer_types._proving.proofs import BUDGET
from customer_types._proving.witnesses import Witness
from customer_types.revisions.changes import (
    LEVELS,
    Change,
    Level,
    changes_of,
    changes_of_lists,
    changes_of_vocabulary,
)
from customer_types.revisions.meanings import Meaning, meanings, moves


@attrs.frozen(kw_only=True, repr=False)
class Revision:
    """What became of a taxonomy, or of what all of a catalog share where `taxonomy` is `None`.

    `old` and `new` are its versions, `None` where it is not there. What matters most is told first.
    """

    taxonomy: str | None
    old: str | None = None
    new: str | None = None
    changes: tuple[Change, ...]

    @property
    def level(self) -> Level | None:
        """The level of what matters most; `None` where nothing is different."""
        return self.changes[0].level if self.changes else None

    @property
    def due(self) -> str | None:
        """The least version that says as much as has changed; `None` where the new one does."""
        if self.level is None or self.old is None or self.new is None:
            return None
        if _PRE.search(self.old) and _numbers(self.old) == _numbers(self.new) and self.old != self.new:
            return None  # what comes after a pre-release of a version is still on the way to it
        least = _raised(self.old, self.level)
        return least if _numbers(self.new) < _numbers(least) else None

    def __repr__(self) -> str:
        return f"<Revision {self.taxonomy or 'of what is shared'}: {self.level or 'no changes'}>"


def revision(old: Taxonomy, new: Taxonomy, /, *, budget: int = BUDGET, solver: Solver = "cells") -> Revision:
    r"""Compare two versions of a taxonomy: word by word, and by proof where it is about who is meant.

    >>> from customer_types import loads, taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> found = revision(lifecycle, loads("overlay: lifecycle\nthresholds: [{id: loyal_orders, value: 2}]"))
    >>> found.level, [change.place for change in found.changes]
    ('major', ['loyal', 'thresholds.loyal_orders.value'])
    >>> found.changes[0].code, found.due
    ('joined', '3.0.0')

    `budget` and `solver` are those of `verify`. Raises `NotATaxonomyError`, a TypeError.
    """
    for given in (old, new):
        require_taxonomy(given)
    found = [
        *_of_meanings(old, new, budget, solver),
        *_of_examples(old, new),
        *changes_of(old, new),
        *changes_of_vocabulary(old.own_vocabulary, new.own_vocabulary),
        *changes_of_lists(old.own_sources, new.own_sources, "sources"),
    ]
    return Revision(taxonomy=new.id, old=old.version, new=new.version, changes=_in_order(found))


def revisions(
    old: Catalog, new: Catalog, /, *, budget: int = BUDGET, solver: Solver = "cells"
) -> tuple[Revision, ...]:
    """Compare two catalogs: what they share first, then taxonomy by taxonomy; all are told, changed or not.

    >>> from customer_types import catalog
    >>> shared, *others = revisions(catalog(), catalog())
    >>> shared.taxonomy, len(others), {one.level for one in others}
    (None, 12, {None})

    `budget` and `solver` are those of `verify`.
    """
    shared = [
        *changes_of_vocabulary(old.vocabulary, new.vocabulary),
        *changes_of_lists(old.sources.values(), new.sources.values(), "sources"),
        *changes_of_lists(old.mappings, new.mappings, "mappings"),
    ]
    found = [Revision(taxonomy=None, changes=_in_order(shared))]
    for id in sorted({*old.ids, *new.ids}):
        if id not in new.ids:
            gone = Change(level="major", place="", code="removed")
            found.append(Revision(taxonomy=id, old=old.named(id).version, changes=(gone,)))
        elif id not in old.ids:
            come = Change(level="minor", place="", code="added")
            found.append(Revision(taxonomy=id, new=new.named(id).version, changes=(come,)))
        else:
            found.append(revision(old.named(id), new.named(id), budget=budget, solver=solver))
    return tuple(found)


def _in_order(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: LEVELS.index(change.level)))


def _of_meanings(old: Taxonomy, new: Taxonomy, budget: int, solver: Solver) -> Iterator[Change]:
    for meaning in meanings(old, new, budget=budget, solver=solver):
        yield from _of_meaning(meaning)
        criteria = old.named(meaning.category).when, new.named(meaning.category).when
        if criteria[0] != criteria[1] and not meaning.is_changed:
            yield Change(level="patch", place=f"{meaning.category}.when", code="rewritten")


def _of_meaning(meaning: Meaning) -> Iterator[Change]:
    place = meaning.category
    if meaning.fact is not None:
        yield Change(level="major", place=place, code="fact", arguments={"fact": meaning.fact})
    if not meaning.is_decided:
        yield Change(level="major", place=place, code="undecided")
    if meaning.left is not None:
        yield Change(level="major", place=place, code="left", witness=meaning.left)
    if meaning.joined is not None:
        yield Change(level="major", place=place, code="joined", witness=meaning.joined)
    if meaning.unsettled is not None:
        yield Change(level="minor", place=place, code="unsettled", witness=meaning.unsettled)


def _of_examples(old: Taxonomy, new: Taxonomy) -> Iterator[Change]:
    """Tell what the changes mean for people, by those whom the examples tell of."""
    for move in moves(old, new):
        yield Change(
            level="major" if move.is_changed else "minor",
            place=f"examples.{move.example.id}",
            code="answered",
            arguments={"move": move},
            witness=Witness(move.example.facts, (new, old)),
        )


# ---- numbers of versions

#: What makes a pre-release, or tells one build from another.
_PRE = re.compile(r"(?<=[0-9])(?:-(?=.*[A-Za-z])|\+).*")


def _numbers(version: str) -> tuple[int, ...]:
    """Give the numbers of a version, three at least: `1.2` is 1, 2, 0."""
    found = [int(number) for number in re.findall(r"[0-9]+", _PRE.sub("", version))]
    return tuple(number for number, _ in zip_longest(found, range(3), fillvalue=0))


def _raised(version: str, level: Level) -> str:
    """Give the next version that may bring changes of a level.

    >>> _raised("1.2.3", "minor"), _raised("0.2.3", "major"), _raised("0.2.3", "minor")
    ('1.3.0', '0.3.0', '0.2.4')
    """
    major, minor, patch = _numbers(version)[:3]
    place = LEVELS.index(level)
    if not major:
        place = min(place + 1, 2)
    raised = [(major + 1, 0, 0), (major, minor + 1, 0), (major, minor, patch + 1)][place]
    return ".".join(map(str, raised))
