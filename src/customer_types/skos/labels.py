"""A label of a taxonomy is several labels of SKOS: each form of each name is one, of SKOS-XL.

The name is the preferred label, by its form `one`; its other forms and the synonyms are alternative
labels, and terms to avoid are hidden ones. The forms of a name lead to the label of the name itself, and
say their plural category and, in the terms of LexInfo, their number and gender. Plain labels are there
besides, for programs that know no SKOS-XL.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from customer_types._model.labels import FORMS
from customer_types.skos.names import Names, ordered
from customer_types.skos.terms import CT, LEXINFO, SKOSXL

Triple = tuple[Node, Node, Node]
Content = Any  # dictionaries, lists and scalars, as a file has them

ROLES = ("pref", "alt", "hidden")
_GENDERS = {"masculine": LEXINFO.masculine, "feminine": LEXINFO.feminine, "epicene": LEXINFO.commonGender}
_NUMBERS = {"one": LEXINFO.singular, "two": LEXINFO.dual, "other": LEXINFO.plural}


def triples_of_label(names: Names, subject: URIRef, label: dict[str, Content]) -> Iterator[Triple]:
    """Write the label of something, in the form of its file, as triples."""
    for tag, naming in label.items():
        whole = {"one": naming} if isinstance(naming, str) else naming
        name = names.part(subject, "label", tag)
        if any(form in whole for form in FORMS):
            if _is_plain({key: whole[key] for key in whole if key not in ("also", "avoid")}):
                yield subject, SKOS.prefLabel, Literal(whole["one"], lang=tag)
            else:
                yield from _name(subject, name, tag, whole, "pref")
        for role, key in (("alt", "also"), ("hidden", "avoid")):
            listed = whole.get(key, ())
            for position, item in enumerate(listed, start=1):
                if len(listed) == 1 and _is_plain(item):
                    yield subject, SKOS[f"{role}Label"], Literal(item["one"], lang=tag)
                    continue
                other = names.part(subject, "label", tag, key, position)
                yield from _name(subject, other, tag, item, role)
                yield other, CT.position, Literal(position)


def _is_plain(name: dict[str, Content]) -> bool:
    """Tell whether there is nothing to a name but its one form."""
    return name.keys() == {"one"}


def _name(
    subject: URIRef, name: URIRef, tag: str, written: dict[str, Content], role: str
) -> Iterator[Triple]:
    forms = {form: written[form] for form in FORMS if form in written}
    first = next(form for form in ("one", "other", *forms) if form in forms)
    for form, text in forms.items():
        label, literal = name if form == first else URIRef(f"{name}.{form}"), Literal(text, lang=tag)
        yield label, RDF.type, SKOSXL.Label
        yield label, SKOSXL.literalForm, literal
        yield label, CT.form, Literal(form)
        yield from _grammar(label, form, forms, written.get("gender"))
        if form != first:
            yield label, CT.formOf, name
        # A form that is spelt as the label itself is no other label (S13).
        if form == first or role != "pref" or text != forms[first]:
            kind = role if form == first or role == "hidden" else "alt"
            yield subject, SKOSXL[f"{kind}Label"], label
            yield subject, SKOS[f"{kind}Label"], literal
    if "means" in written:
        yield name, CT.means, Literal(written["means"])
    if "gender" in written:
        yield name, CT.gender, Literal(written["gender"])
    for language, reason in written.get("reason", {}).items():
        yield name, CT.reason, Literal(reason, lang=language)
    if written.get("reason") == {}:
        yield name, CT.empty, Literal("reason")


def _grammar(label: URIRef, form: str, forms: Iterable[str], gender: str | None) -> Iterator[Triple]:
    """Say number and gender where the forms leave no doubt about them."""
    category = form.removesuffix("_feminine")
    plurals = {one.removesuffix("_feminine") for one in forms}
    if len(plurals) > 1 and category in _NUMBERS and not (category == "other" and "few" in plurals):
        yield label, LEXINFO.number, _NUMBERS[category]
    has_feminine = any(one.endswith("_feminine") for one in forms)
    said = gender or ("masculine" if has_feminine else None)
    if form.endswith("_feminine"):
        said = "feminine"
    if said is not None:
        yield label, LEXINFO.gender, _GENDERS[said]


@attrs.frozen
class Labels:
    """The labels of something, in the form of its file, with the triples that they are read from."""

    content: dict[str, Content]
    triples: frozenset[Triple]


#: What is asked of a literal: its language tag in the form that files have, or `None` for what is no label.
TagOf = Callable[[Node], str | None]


def read_labels(graph: Graph, subject: Node, tag_of: TagOf) -> Labels:
    """Read the labels of something, of SKOS and of SKOS-XL.

    `tag_of` gives the language of a literal, or `None` for one that can't be a label.
    """
    used: set[Triple] = set()
    found: dict[str, dict[str, list[tuple[float, str, Content]]]] = {}
    seen: set[tuple[str, str]] = set()
    for role in ROLES:
        for label in ordered(graph.objects(subject, SKOSXL[f"{role}Label"])):
            if _is_form(graph, subject, label):
                used.add((subject, SKOSXL[f"{role}Label"], label))
                continue
            tag, name = _read_name(graph, label, tag_of, used)
            if tag is None:
                continue
            used.add((subject, SKOSXL[f"{role}Label"], label))
            seen |= {(tag, text) for form, text in name.items() if form in FORMS}
            position = graph.value(label, CT.position)
            place = place_in_order(position)
            used.add((label, CT.position, position or label))
            found.setdefault(tag, {}).setdefault(role, []).append((place, name.get("one", ""), name))
    for role in ROLES:
        for literal in ordered(graph.objects(subject, SKOS[f"{role}Label"])):
            tag = tag_of(literal)
            if tag is None:
                continue
            used.add((subject, SKOS[f"{role}Label"], literal))
            if (tag, str(literal)) not in seen:
                found.setdefault(tag, {}).setdefault(role, []).append(
                    (float("inf"), str(literal), {"one": str(literal)})
                )
    content: dict[str, Content] = {}
    for tag, by_role in sorted(found.items()):
        listed = {role: [name for *_, name in sorted(names, key=_place)] for role, names in by_role.items()}
        naming: dict[str, Content] = dict(listed["pref"][0]) if "pref" in listed else {}
        naming |= {
            key: listed[role] for role, key in (("alt", "also"), ("hidden", "avoid")) if role in listed
        }
        content[tag] = naming
    return Labels(content, frozenset(used))


def _place(item: tuple[float, str, Content]) -> tuple[float, str]:
    return item[:2]


def place_in_order(position: Node | None) -> float:
    """Give a position as a number; what has none comes last."""
    value = position.value if isinstance(position, Literal) else None
    try:
        return float(value) if isinstance(value, int) else float("inf")
    except OverflowError:
        return float("inf")


def _is_form(graph: Graph, subject: Node, label: Node) -> bool:
    """Tell whether a label is a form of a name that the same thing has."""
    return any(
        (subject, SKOSXL[f"{role}Label"], name) in graph
        for name in graph.objects(label, CT.formOf)
        for role in ROLES
    )


def _read_name(
    graph: Graph, label: Node, tag_of: TagOf, used: set[Triple]
) -> tuple[str | None, dict[str, Content]]:
    name: dict[str, Content] = {}
    tag: str | None = None
    for part in (label, *ordered(graph.subjects(CT.formOf, label))):
        literal = graph.value(part, SKOSXL.literalForm)
        its = None if literal is None else tag_of(literal)
        if its is None or (tag is not None and its != tag):
            continue
        tag = its
        form = graph.value(part, CT.form)
        name.setdefault(str(form) if form is not None else "one", str(literal))
        used |= {
            one
            for predicate in (
                SKOSXL.literalForm,
                CT.form,
                CT.formOf,
                LEXINFO.number,
                LEXINFO.gender,
                RDF.type,
            )
            for one in graph.triples((part, predicate, None))
        }
    gender = graph.value(label, CT.gender)
    if gender is not None:
        name["gender"] = str(gender)
        used.add((label, CT.gender, gender))
    means = graph.value(label, CT.means)
    if means is not None:
        name["means"] = str(means)
        used.add((label, CT.means, means))
    reasons = {tag_of(one): one for one in ordered(graph.objects(label, CT.reason))}
    if reasons or (label, CT.empty, Literal("reason")) in graph:
        used.add((label, CT.empty, Literal("reason")))
        name["reason"] = {tag: str(one) for tag, one in reasons.items() if tag is not None}
        used |= {(label, CT.reason, one) for one in reasons.values()}
    return tag, name
