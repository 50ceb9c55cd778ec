"""Integrity is what SKOS demands of the links between categories, taken with all that follows from them.

Categories that are exact matches of one another, directly or in a chain, are one here. Then nothing may
be related to what is broader than it (SKOS Reference, S27), an exact match may be neither a broad, a
narrow nor a related one (S46), and, which SKOS leaves open, nothing may be broader than itself.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from customer_types._model.hierarchies import Hierarchy, Sameness
from customer_types._model.locations import Location
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.taxonomies import Taxonomy

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
    same = Sameness((link.subject, link.object) for link in listed if link.kind == "exact")
    pairs = {link: (same(link.subject), same(link.object)) for link in listed}
    above = Hierarchy(pair for link, pair in pairs.items() if link.kind == "broader")
    related = [pair for link, pair in pairs.items() if link.kind == "related"]
    climbs = above.climbs([*related, *(pair[::-1] for pair in related)])
    for link in listed:
        pair = pairs[link]
        if link.kind == "exact":
            continue
        if link.subject == link.object:
            yield Conflict(code="skos.itself", link=link)
        elif pair[0] == pair[1] and link.is_mapping:
            yield Conflict(code="skos.exact-and-other", link=link)
        elif link.kind == "broader" and above.is_in_circle(*pair):
            yield Conflict(code="skos.circle", link=link)
        elif link.kind == "related" and (pair[0] == pair[1] or pair in climbs or pair[::-1] in climbs):
            yield Conflict(code="skos.related-and-broader", link=link)
