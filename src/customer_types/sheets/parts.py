"""A part of a label is one text of it: a form, a gender, the same of a synonym or of a term to avoid.

Parts are called by where they are: `one`, `gender`, `also.2.other_feminine`, `avoid.1.reason`. Synonyms and
terms to avoid are numbered from 1; a number that is left out closes up when a label is made of its parts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import FORMS, SAME, Avoided, Label, Name, Naming, Texts
from customer_types._model.taxonomies import Category
from customer_types.sheets.plurals import has_feminine, numbers
from customer_types.statements import Statement

GENDERS = ("epicene", "masculine", "feminine")
_PART = re.compile(
    rf"(?P<list>(?:also|avoid)\.[1-9][0-9]{{0,2}}\.)?(?P<key>{'|'.join((*FORMS, 'gender', 'reason'))})"
)
#: How many synonyms and terms to avoid may be added to a category's label.
_MORE = {"also": 2, "avoid": 1}


def is_part(part: str) -> bool:
    """Tell whether something can be a part of a label."""
    match = _PART.fullmatch(part)
    return match is not None and (match["key"] != "reason" or part.startswith("avoid."))


def split(part: str) -> tuple[str, str]:
    """Split a part into the name that it is of, nothing for the label's own, and what it is of that.

    >>> split("also.2.other"), split("other")
    (('also.2.', 'other'), ('', 'other'))
    """
    place, dot, key = part.rpartition(".")
    return place + dot, key


def parts_of(naming: Naming | None, language: str) -> dict[str, str]:
    """Take a label in a language apart; of reasons, the one in that language is a part."""
    if naming is None:
        return {}
    parts = {} if naming.name is None else _of_name("", naming.name)
    for number, name in enumerate(naming.also, 1):
        parts |= _of_name(f"also.{number}.", name)
    for number, avoided in enumerate(naming.avoid, 1):
        parts |= _of_name(f"avoid.{number}.", avoided.name)
        reason = None if avoided.reason is None else avoided.reason.by_language.get(language)
        if reason is not None:
            parts[f"avoid.{number}.reason"] = reason
    return parts


def _of_name(place: str, name: Name) -> dict[str, str]:
    forms = {place + form: name.forms[form] for form in FORMS if form in name.forms}
    return forms if name.gender is None else {**forms, f"{place}gender": name.gender}


def naming_of(parts: Mapping[str, str], language: str, before: Naming | None) -> Naming | None:
    """Put a label together; terms to avoid keep what they mean, and other languages' reasons, as `before`."""
    places = sorted({split(part)[0] for part in parts}, key=_order)
    also = [name for one in places if one.startswith("also.") and (name := _name(parts, one)) is not None]
    avoid = [
        _avoided(name, parts.get(f"{one}reason"), language, _avoided_before(before, one))
        for one in places
        if one.startswith("avoid.") and (name := _name(parts, one)) is not None
    ]
    name = _name(parts, "")
    if name is None and not also and not avoid:
        return None
    return Naming(name=name, also=tuple(also), avoid=tuple(avoid))


def _order(place: str) -> tuple[str, int]:
    kind, _, number = place.rstrip(".").partition(".")
    return kind, int(number or 0)


def _name(parts: Mapping[str, str], place: str) -> Name | None:
    forms = FrozenMap((form, parts[place + form]) for form in FORMS if place + form in parts)
    gender = next((one for one in GENDERS if parts.get(f"{place}gender") == one), None)
    return Name(forms=forms, gender=gender) if forms else None  # type: ignore[arg-type]  # one of the three


def _avoided_before(before: Naming | None, place: str) -> Avoided | None:
    number = _order(place)[1]
    known = () if before is None else before.avoid
    return known[number - 1] if number <= len(known) else None


def _avoided(name: Name, reason: str | None, language: str, before: Avoided | None) -> Avoided:
    """Make a term to avoid of what a sheet says of it, and of what no sheet says."""
    said = {} if before is None or before.reason is None else {**before.reason.by_language}
    said.pop(language, None)
    if reason is not None:
        said[language] = reason
    reasons = Texts(by_language=FrozenMap(said)) if said else None
    return Avoided(name=name, reason=reasons, means=SAME if before is None else before.means)


@attrs.frozen
class Offer:
    """The forms that a translator is asked for: those of number, and whether there are feminine ones."""

    numbers: tuple[str, ...]
    feminine: bool

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms in their order."""
        more = tuple(f"{number}_feminine" for number in self.numbers) if self.feminine else ()
        return (*self.numbers, *more)


def offer(statement: Statement, language: str) -> Offer:
    """Say which forms a label needs in a language: where another one has a plural, its own plurals."""
    others = [name for tag, name in _names(statement) if tag != language]
    has_plural = any({*name.forms} - {"one", "one_feminine"} for name in others)
    is_person = isinstance(statement.bearer, Category) and (
        has_plural or any(form.endswith("_feminine") for name in others for form in name.forms)
    )
    needed = numbers(language) if has_plural else ("one",)
    return Offer(("one",) if needed == ("other",) else needed, is_person and has_feminine(language))


def _names(statement: Statement) -> Iterator[tuple[str, Name]]:
    assert isinstance(statement.content, Label)
    for tag, naming in statement.content.by_language.items():
        if naming.name is not None:
            yield tag, naming.name


def asked(statement: Statement, language: str, parts: Iterable[str]) -> tuple[str, ...]:
    """List the parts of a label that its sheet has: those there are, and those that may come."""
    there = {*parts}
    wanted = offer(statement, language)
    is_category = isinstance(statement.bearer, Category)
    places = [""]
    for kind, more in _MORE.items():
        known = max((_order(split(part)[0])[1] for part in there if part.startswith(f"{kind}.")), default=0)
        places += [f"{kind}.{number}." for number in range(1, known + (more if is_category else 0) + 1)]
    listed = []
    for place in places:
        listed += [place + form for form in FORMS if form in wanted.forms or place + form in there]
        is_avoided = place.startswith("avoid.")
        keys = (("gender", wanted.feminine and not is_avoided), ("reason", is_avoided))
        listed += [place + key for key, is_wanted in keys if is_wanted or place + key in there]
    return tuple(listed)
