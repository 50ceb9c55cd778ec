"""A crosswalk leads from the categories of one taxonomy to those of others, by mappings that are proved.

It also leads to terms of public vocabularies. Those have no criteria, so nothing is proved of them; but
two categories that are mapped to the same term thereby stand to one another, and that is proved.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog as shipped
from customer_types._messages import Phrase, Plain
from customer_types._messages.suggestions import closest
from customer_types._model.faults import Fault, in_file_order
from customer_types._model.links import conflicts, links_of, links_of_mappings
from customer_types._model.mappings import Mapping, MatchRelation
from customer_types._model.taxonomies import Category
from customer_types._proving.cells.prover import Solver
from customer_types._proving.comparison import TaxonomyComparison, compare
from customer_types._proving.proofs import BUDGET
from customer_types._proving.relations import Relation
from customer_types.errors import UnknownIdError

#: The mapping that says as much as a proof does. What only overlaps may be related, too.
PROVED: dict[Relation, MatchRelation | None] = {
    Relation.EQUAL: "exactMatch",
    Relation.SUBSET: "broadMatch",
    Relation.SUPERSET: "narrowMatch",
    Relation.OVERLAP: "closeMatch",
    Relation.DISJOINT: None,
    Relation.UNDECIDED: None,
}
#: What must be proved of a category that is so matched to a term with another one's very meaning.
FOLLOWING: dict[MatchRelation, Relation] = {
    "exactMatch": Relation.EQUAL,
    "broadMatch": Relation.SUBSET,
    "narrowMatch": Relation.SUPERSET,
}
#: From the mapping that says most to the one that says least.
_STRENGTH = ("exactMatch", "broadMatch", "narrowMatch", "closeMatch", "relatedMatch")


def crosswalk(
    category: str, /, *, to: str | None = None, catalog: Catalog | None = None
) -> tuple[Mapping, ...]:
    """List the mappings of a category, to another taxonomy or to all; the category is their subject.

    >>> [mapping.relation for mapping in crosswalk("lifecycle/lost", to="relationship-types")]
    ['narrowMatch']
    >>> [found] = crosswalk("supply-chain-positions/middleman", to="gr")
    >>> found.object, found.iri
    ('gr:Reseller', 'http://purl.org/goodrelations/v1#Reseller')

    `to` is the id of a taxonomy, or the prefix of a vocabulary that mappings lead to. Raises
    `UnknownIdError`, a KeyError, for a category, a taxonomy or a prefix that is not in the catalog.
    """
    among = shipped() if catalog is None else catalog
    key = among.named_category(category).key
    if to is not None and to not in among.ids:
        known = {*among.ids, *(mapping.target for mapping in among.mappings)}
        if to not in known:
            raise UnknownIdError("taxonomy", to, closest(to, sorted(known)))
    seen = (mapping if mapping.subject == key else mapping.reversed for mapping in among.mappings)
    return tuple(
        mapping for mapping in seen if mapping.subject == key and (to is None or mapping.target == to)
    )


def faults_of_mappings(
    mappings: Iterable[Mapping], among: Catalog, *, budget: int = BUDGET, solver: Solver = "cells"
) -> tuple[Fault, ...]:
    """List the mappings that SKOS forbids, and those that say more or less than what is proved."""
    listed = tuple(mappings)
    compared = _Comparisons(among, budget, solver)
    found = (*_forbidden(listed, among), *_unproved(listed, compared), *_meeting(listed, compared))
    return tuple(in_file_order(found))


class _Comparisons:
    """How categories of a catalog stand to one another; two taxonomies are compared once."""

    def __init__(self, among: Catalog, budget: int, solver: Solver) -> None:
        self.among = among
        self._options: dict[str, Any] = {"budget": budget, "solver": solver}
        self._compared: dict[tuple[str, str], TaxonomyComparison] = {}

    def relation(self, left: Category, right: Category) -> Relation | None:
        """Tell how a category stands to another one; nothing is known of one without a criterion."""
        if left.when is None or right.when is None:
            return None
        homes = (left.taxonomy, right.taxonomy)
        if homes not in self._compared:
            self._compared[homes] = compare(*map(self.among.named, homes), **self._options)
        return self._compared[homes].relation(left, right)


def _forbidden(mappings: tuple[Mapping, ...], among: Catalog) -> Iterator[Fault]:
    links = [link for taxonomy in among for link in links_of(taxonomy)]
    declared = {conflict.link for conflict in conflicts(links)}
    for conflict in conflicts([*links, *links_of_mappings(mappings)]):
        told = {"subject": conflict.link.subject, "object": conflict.link.object}
        place = conflict.link.location
        if not conflict.link.is_mapping:
            if conflict.link in declared:
                continue  # its own file says so
            # The mapping is at fault that makes what a taxonomy declares impossible.
            counts = range(1, len(mappings) + 1)
            broken = next(
                count
                for count in counts
                if any(
                    one.link == conflict.link
                    for one in conflicts([*links, *links_of_mappings(mappings[:count])])
                )
            )
            place = mappings[broken - 1].location
        yield Fault(code=conflict.code, location=place, arguments=told)


def _unproved(mappings: Iterable[Mapping], compared: _Comparisons) -> Iterator[Fault]:
    for mapping in mappings:
        if mapping.object_source is not None:
            continue  # what stands outside has no criteria
        left, right = (compared.among.named_category(key) for key in (mapping.subject, mapping.object))
        told: dict[str, object] = {
            "subject": left.key,
            "relation": Plain(mapping.relation),
            "object": right.key,
        }
        relation = compared.relation(left, right)
        if relation is None:
            yield Fault(code="crosswalk.no-criteria", location=mapping.location, arguments=told)
        elif relation is Relation.UNDECIDED:
            yield Fault(
                code="crosswalk.undecided", location=mapping.location, severity="warning", arguments=told
            )
        elif not holds(mapping.relation, relation):
            code = "crosswalk.too-weak" if _is_weak(mapping.relation, relation) else "crosswalk.too-strong"
            proof = Phrase(f"relation.{relation}", {"left": left.key, "right": right.key})
            proved = PROVED[relation]
            hints = () if proved is None else (Phrase("hint.use-match", {"relation": Plain(f"`{proved}`")}),)
            told |= {"proof": proof}
            yield Fault(code=code, location=mapping.location, arguments=told, hints=hints)


def _meeting(mappings: Iterable[Mapping], compared: _Comparisons) -> Iterator[Fault]:
    """Find mappings to a term outside that can't be, since another category has its very meaning.

    Whatever is the same as the term, broader or narrower, is so to that other category too.
    """
    exact: dict[str, Mapping] = {}
    outside = [one for one in mappings if one.iri is not None and one.relation in FOLLOWING]
    for mapping in sorted(outside, key=lambda one: one.relation != "exactMatch"):
        assert mapping.iri is not None
        other = exact.get(mapping.iri)
        if other is None:
            if mapping.relation == "exactMatch":
                exact[mapping.iri] = mapping
            continue
        left, right = (compared.among.named_category(one.subject) for one in (mapping, other))
        relation = compared.relation(left, right)
        if relation not in (None, Relation.UNDECIDED, FOLLOWING[mapping.relation]):
            told = {
                "subject": left.key,
                "relation": Plain(mapping.relation),
                "object": mapping.object,
                "other": right.key,
                "proof": Phrase(f"relation.{relation}", {"left": left.key, "right": right.key}),
            }
            yield Fault(code="crosswalk.meeting", location=mapping.location, arguments=told)


def holds(match: MatchRelation, relation: Relation) -> bool:
    """Tell whether a mapping says exactly what is proved.

    >>> holds("exactMatch", Relation.SUBSET), holds("relatedMatch", Relation.OVERLAP)
    (False, True)
    """
    if match == "relatedMatch":
        return relation in (Relation.OVERLAP, Relation.DISJOINT)
    return PROVED[relation] == match


def _is_weak(match: MatchRelation, relation: Relation) -> bool:
    """Tell whether a mapping says less than what is proved."""
    proved = PROVED[relation]
    return proved is not None and _STRENGTH.index(match) > _STRENGTH.index(proved)
