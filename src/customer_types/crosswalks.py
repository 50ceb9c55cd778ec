"""A crosswalk leads from the categories of one taxonomy to those of others, by mappings that are proved."""

from collections.abc import Iterable, Iterator

from customer_types._cells.prover import Solver
from customer_types.catalogs import Catalog, catalog as shipped
from customer_types.comparison import TaxonomyComparison, compare
from customer_types.errors import Fault, UnknownIdError, in_file_order
from customer_types.integrity import conflicts, links_of, links_of_mappings
from customer_types.mappings import Mapping, MatchRelation
from customer_types.messages import Phrase, Plain
from customer_types.proofs import BUDGET
from customer_types.relations import Relation
from customer_types.suggestions import closest

#: The mapping that says as much as a proof does. What only overlaps may be related, too.
PROVED: dict[Relation, MatchRelation | None] = {
    Relation.EQUAL: "exactMatch",
    Relation.SUBSET: "broadMatch",
    Relation.SUPERSET: "narrowMatch",
    Relation.OVERLAP: "closeMatch",
    Relation.DISJOINT: None,
    Relation.UNDECIDED: None,
}
#: From the mapping that says most to the one that says least.
_STRENGTH = ("exactMatch", "broadMatch", "narrowMatch", "closeMatch", "relatedMatch")


def crosswalk(
    category: str, /, *, to: str | None = None, catalog: Catalog | None = None
) -> tuple[Mapping, ...]:
    """List the mappings of a category, to another taxonomy or to all; the category is their subject.

    >>> [mapping.relation for mapping in crosswalk("lifecycle/lost", to="relationship-types")]
    ['narrowMatch']

    Raises `UnknownIdError`, a KeyError, for a category or a taxonomy that is not in the catalog.
    """
    among = shipped() if catalog is None else catalog
    key = among.category(category).key
    if to is not None and to not in among.ids:
        raise UnknownIdError("taxonomy", to, closest(to, among.ids))
    seen = (mapping if mapping.subject == key else mapping.reversed for mapping in among.mappings)
    return tuple(
        mapping
        for mapping in seen
        if mapping.subject == key and (to is None or mapping.object.startswith(f"{to}/"))
    )


def faults_of_mappings(
    mappings: Iterable[Mapping], among: Catalog, *, budget: int = BUDGET, solver: Solver = "cells"
) -> tuple[Fault, ...]:
    """List the mappings that SKOS forbids, and those that say more or less than what is proved."""
    listed = tuple(mappings)
    found = (*_forbidden(listed, among), *_unproved(listed, among, budget, solver))
    return tuple(in_file_order(found))


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


def _unproved(mappings: tuple[Mapping, ...], among: Catalog, budget: int, solver: Solver) -> Iterator[Fault]:
    compared: dict[tuple[str, str], TaxonomyComparison] = {}
    for mapping in mappings:
        left, right = (among.named_category(key) for key in (mapping.subject, mapping.object))
        told: dict[str, object] = {
            "subject": left.key,
            "relation": Plain(mapping.relation),
            "object": right.key,
        }
        if left.when is None or right.when is None:
            yield Fault(code="crosswalk.no-criteria", location=mapping.location, arguments=told)
            continue
        homes = (left.taxonomy, right.taxonomy)
        if homes not in compared:
            compared[homes] = compare(*map(among.named, homes), budget=budget, solver=solver)
        relation = compared[homes].relation(left, right)
        if relation is Relation.UNDECIDED:
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
