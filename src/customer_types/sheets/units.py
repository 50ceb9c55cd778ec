"""A unit is one text of a sheet: what it is in the source language, in the other one, and how far that is."""

from collections.abc import Iterator

import attrs

from customer_types._model.labels import Name, Naming, Status
from customer_types._model.languages import lookup
from customer_types._model.taxonomies import Taxonomy
from customer_types.sheets.parts import asked, parts_of, split
from customer_types.statements import Statement, statements, status_of_own


@attrs.frozen(kw_only=True)
class Unit:
    """A text, or a part of a label, with its address; `text` is empty where nothing is said yet."""

    address: str
    statement: Statement
    part: str
    source: str
    text: str
    status: Status | None


def units(taxonomy: Taxonomy, language: str, source: str) -> Iterator[Unit]:
    """List the units of a sheet in a language, translated from another one."""
    for statement in statements(taxonomy):
        if statement.address is None:
            continue
        found = statement.found(language)
        status = status_of_own(taxonomy, statement, language)
        there = {"": found} if isinstance(found, str) else parts_of(found, language)
        for part in [""] if is_text(statement) else asked(statement, language, there):
            text = there.get(part, "")
            yield Unit(
                address=f"{statement.address}.{part}" if part else statement.address,
                statement=statement,
                part=part,
                source=source_of(statement, part, source, language),
                text=text,
                status=status if text else None,
            )


def is_text(statement: Statement) -> bool:
    """Tell a text from a label."""
    return statement.key != "label"


def source_of(statement: Statement, part: str, source: str, language: str) -> str:
    """Give what a unit translates: a text, or the form of a label that comes closest to what is wanted.

    What is not said in the source language is taken from the first other one in which it is.
    """
    tags = [*lookup(source), *(tag for tag in sorted(statement.content.by_language) if tag != language)]
    found = [one for one in map(statement.found, tags) if one is not None]
    for one in found:
        if isinstance(one, str):
            return one
        if one.name is not None:
            return _form(one.name, part)
    names = [
        name
        for one in found
        if isinstance(one, Naming)
        for name in (*one.also, *(term.name for term in one.avoid))
    ]
    return _form(names[0], part) if names else ""


def _form(name: Name, part: str) -> str:
    number, _, gender = split(part)[1].partition("_")
    wanted = ["one" if number in ("one", "gender", "reason") else "other", "other", "one"]
    forms = [f"{one}_feminine" for one in wanted if gender] + wanted
    return next((name.forms[form] for form in forms if form in name.forms), next(iter(name.forms.values())))
