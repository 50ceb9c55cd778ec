"""Integrity is what SKOS demands of the links between categories, taken with all that follows from them.

Categories that are exact matches of one another, directly or in a chain, are one here. Then nothing may
be related to what is broader than it (SKOS Reference, S27), an exact match may be neither a broad, a
narrow nor a related one (S46), and, which SKOS leaves open, nothing may be broader than itself.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from customer_types.categories import Taxonomy
from customer_types.locations import Location
from customer_types.mappings import NO_TERM, Mapping

Kind = Literal["broader", "related", "exact"]


@attrs.frozen(kw_only=True)
class Link:
    """A category is below, beside, or the same as another one; a mapping goes across taxonomies."""

    subject: str
    kind: Kind
    object: str
    is_mapping: bool
    location: Location


@attrs.frozen(kw_only=True)
class Conflict:
    """A link that can't be, given others; `code` is that of the fault."""

    code: str
    link: Link


def links_of(taxonomy: Taxonomy) -> Iterator[Link]:
    """List the links that the categories of a taxonomy declare."""
    for category in taxonomy:
        kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("broader", category.broader),
            ("related", category.related),
        )
        for kind, others in kinds:
            for other in others:
                key = other if "/" in other else f"{taxonomy.id}/{other}"
                yield Link(
                    subject=category.key, kind=kind, object=key, is_mapping=False, location=category.location
                )


def links_of_mappings(mappings: Iterable[Mapping]) -> Iterator[Link]:
    """List the links that mappings are; a close match follows from nothing and excludes nothing.

    Where no term was found there is no link: else all that lack one would be exact matches.
    """
    kinds: dict[str, Kind] = {"exactMatch": "exact", "broadMatch": "broader", "relatedMatch": "related"}
    for mapping in mappings:
        seen = mapping.reversed if mapping.relation == "narrowMatch" else mapping
        if seen.relation in kinds and mapping.object != NO_TERM:
            yield Link(
                subject=seen.subject,
                kind=kinds[seen.relation],
                object=seen.object,
                is_mapping=True,
                location=mapping.location,
            )


def conflicts(links: Iterable[Link]) -> Iterator[Conflict]:
    """Find the links that contradict others, each once.

    >>> here = Location(path="crosswalk.yaml", line=1, column=1)
    >>> pairs = [("a", "exact", "b"), ("b", "exact", "c"), ("a", "broader", "c")]
    >>> links = [Link(subject=s, kind=k, object=o, is_mapping=True, location=here) for s, k, o in pairs]
    >>> [conflict.code for conflict in conflicts(links)]
    ['skos.exact-and-other']
    """
    listed = [*links]
    same = _Same(listed)
    above: dict[str, set[str]] = {}
    for link in listed:
        if link.kind == "broader":
            above.setdefault(same(link.subject), set()).add(same(link.object))
    for link in listed:
        subject, other = same(link.subject), same(link.object)
        if link.kind == "exact":
            continue
        if link.subject == link.object:
            yield Conflict(code="skos.itself", link=link)
        elif subject == other and link.is_mapping:
            yield Conflict(code="skos.exact-and-other", link=link)
        elif link.kind == "broader" and subject in _reached(above, other):
            yield Conflict(code="skos.circle", link=link)
        elif link.kind == "related" and (
            other in _reached(above, subject) or subject in _reached(above, other)
        ):
            yield Conflict(code="skos.related-and-broader", link=link)


class _Same:
    """Gives one of the categories that are exact matches of one another."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._next: dict[str, str] = {}
        for link in links:
            if link.kind == "exact":
                self._next[self(link.subject)] = self(link.object)

    def __call__(self, category: str) -> str:
        while (following := self._next.get(category, category)) != category:
            category = following
        return category


def _reached(above: dict[str, set[str]], start: str) -> set[str]:
    """List what is above something, itself included."""
    found, pending = {start}, [start]
    while pending:
        for other in above.get(pending.pop(), ()):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found
