"""A change is one thing that two versions of the data say differently, in one place.

Changes are *major*, *minor* or *patch*. Objects of the model are compared key by key, by the table of the
file format, so that no key is forgotten; the meaning of categories is compared by proof, elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

import attrs

from customer_types._messages import Listed, Phrase, Plain
from customer_types._model.examples import Example
from customer_types._model.facts import Fact, FactValue, Unit, Vocabulary
from customer_types._model.labels import SAME, Label, Naming, Texts
from customer_types._model.mappings import NO_TERM, Mapping as CategoryMapping
from customer_types._model.taxonomies import Action, Category, Deprecation, Note, Source, Threshold
from customer_types._proving.witnesses import Witness
from customer_types._reading.keys import KEYS

Level = Literal["major", "minor", "patch"]
LEVELS: tuple[Level, ...] = get_args(Level)


@attrs.frozen(kw_only=True)
class Change:
    """One thing that is different: where, and how much it matters.

    `place` is told by ids and keys, such as `loyal.label`; `witness` is a customer who shows the change.
    """

    level: Level
    place: str
    code: str
    arguments: Mapping[str, Any] = attrs.field(factory=dict)
    witness: Witness | None = None

    def render(self, language: str = "en") -> str:
        """Say what is different, in English or in French."""
        return Phrase(f"change.{self.code}", {**self.arguments, "witness": self.witness}).render(language)


#: What is gone with an id: others may have stored it, or build on it.
_GONE: dict[type, Level] = dict.fromkeys(
    (Category, Threshold, Action, Fact, FactValue, Unit, Source), "major"
)
#: What only says something, and is neither found nor computed by.
_SAID: dict[type, Level] = {Example: "patch", Note: "patch", Source: "patch"}
#: Keys that matter more, or less, than others do.
_OF_KEYS: dict[str, Level] = {
    "Taxonomy.id": "major",
    "Taxonomy.precedence": "major",  # customers have another answer
    "Fact.type": "major",
    "Fact.unit": "major",
    "Threshold.value": "patch",  # what follows from it is told of the categories
    **{
        f"{cls.__name__}.{key}": "patch"
        for cls in KEYS
        for key in ("source", "author", "date", "url", "title", "kind", "justification")
        if key in KEYS[cls]
    },
    **{f"Example.{key}": "patch" for key in ("facts", "in", "out", "unknown")},
}
#: Keys that are compared elsewhere: the meaning by proof, the rest makes the two comparable.
_APART = frozenset({"Taxonomy.version", "Category.when"})


def changes_of(old: Any, new: Any, place: str = "") -> Iterator[Change]:
    """Compare two objects of a class that the file format has, such as two taxonomies."""
    cls = type(new)
    for key, (attribute, _) in KEYS[cls].items():
        before, after = getattr(old, attribute), getattr(new, attribute)
        name = f"{cls.__name__}.{key}"
        if before == after or name in _APART:
            continue
        there = _joined(place, key)
        level = _OF_KEYS.get(name, "minor")
        match before or after:
            case Label():
                yield from _of_labels(before, after, there, is_found=cls is Category)
            case Texts():
                yield from _of_texts(before, after, there)
            case tuple() as items if items and type(items[0]) in KEYS:
                yield from changes_of_lists(before, after, place if key == "categories" else there)
            case int() | float() if cls is Threshold:
                yield Change(level=level, place=there, code="value", arguments={"old": before, "new": after})
            case Deprecation() if before is None and cls is Category:
                yield Change(level=level, place=place, code="deprecated")
            case _ if key == "precedence" and not before:
                yield Change(level="minor", place=there, code="added")
            case _:
                yield Change(level=level, place=there, code="changed")


def changes_of_lists(old: Iterable[Any], new: Iterable[Any], place: str) -> Iterator[Change]:
    """Compare two lists of objects: those with the same id are held against one another."""
    before, after = _by_id(old), _by_id(new)
    for id, one in before.items():
        if id in after:
            yield from changes_of(one, after[id], _joined(place, id))
        else:
            cls = type(one)
            yield Change(
                level=_GONE.get(cls, _SAID.get(cls, "minor")), place=_joined(place, id), code="removed"
            )
    for id, one in after.items():
        if id not in before:
            yield Change(level=_SAID.get(type(one), "minor"), place=_joined(place, id), code="added")
    common = [id for id in before if id in after]
    if common != [id for id in after if id in before]:
        yield Change(level="patch", place=place, code="order")


def changes_of_vocabulary(old: Vocabulary, new: Vocabulary) -> Iterator[Change]:
    """Compare two vocabularies: facts, units and invariants."""
    yield from changes_of_lists(old.facts.values(), new.facts.values(), "facts")
    yield from changes_of_lists(old.units.values(), new.units.values(), "units")
    if {*map(repr, old.invariants)} != {*map(repr, new.invariants)}:
        yield Change(level="minor", place="invariants", code="changed")


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    """Give objects by id; a mapping is called by the pair that it maps, what has no id by its number."""
    found: dict[str, Any] = {}
    for one in items:
        id = getattr(one, "id", None)
        if isinstance(one, CategoryMapping):
            id = f"{one.subject} → {one.object}"
            if one.object == NO_TERM:
                id += f" ({one.target})"
        elif id is None:
            id = next(str(number) for number in range(1, len(found) + 2) if str(number) not in found)
        found[id] = one
    return found


def _joined(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


# ---- words


def _of_labels(old: Label | None, new: Label | None, place: str, *, is_found: bool) -> Iterator[Change]:
    """Compare labels; those of categories are found by look-ups."""
    before = {} if old is None else old.by_language
    after = {} if new is None else new.by_language
    for language in sorted({*before, *after}):
        if language not in after:
            yield _told("major", place, "language-gone", language=language)
        elif language not in before:
            yield _told("minor", place, "language-new", language=language)
        else:
            yield from _of_namings(before[language], after[language], place, language, is_found=is_found)


def _of_namings(old: Naming, new: Naming, place: str, language: str, *, is_found: bool) -> Iterator[Change]:
    if old.name != new.name:
        yield _told("minor", place, "name", language=language, old=_first(old), new=_first(new))
    before, after = _spellings(old), _spellings(new)
    gone, come = (tuple(sorted(one)) if is_found else () for one in (before - after, after - before))
    if gone:
        yield _told("minor", place, "not-understood", language=language, labels=Listed(gone, "and"))
    if come:
        yield _told("minor", place, "understood", language=language, labels=Listed(come, "and"))
    if old.name == new.name and old != new and not gone and not come:
        yield _told("patch", place, "reworded", languages=Plain(language))


def _first(naming: Naming) -> str:
    return "" if naming.name is None else next(iter(naming.name.forms.values()))


def _spellings(naming: Naming) -> set[str]:
    """List what look-ups answer to: names, synonyms, and terms to avoid that mean the same."""
    same = [avoided.name for avoided in naming.avoid if avoided.means == SAME]
    names = [naming.name, *naming.also, *same]
    return {form for name in names if name is not None for form in name.forms.values()}


def _of_texts(old: Texts | None, new: Texts | None, place: str) -> Iterator[Change]:
    before = {} if old is None else old.by_language
    after = {} if new is None else new.by_language
    for language in sorted(before.keys() - after.keys()):
        yield _told("minor", place, "language-gone", language=language)
    for language in sorted(after.keys() - before.keys()):
        yield _told("minor", place, "language-new", language=language)
    reworded = sorted(tag for tag in before.keys() & after.keys() if before[tag] != after[tag])
    if reworded:
        yield _told("patch", place, "reworded", languages=Listed(tuple(map(Plain, reworded)), "and"))


def _told(level: Level, place: str, code: str, **arguments: Any) -> Change:
    if "language" in arguments:
        arguments["language"] = Plain(arguments["language"])
    return Change(level=level, place=place, code=code, arguments=arguments)
