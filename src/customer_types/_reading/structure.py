"""Structure makes the model of nodes: cattrs builds the classes, tables here name the keys.

Each class has a table of its keys: the attribute that a key fills and the reader of its value. A
reader that finds a fault notes it in the document, with its place, and refuses; cattrs goes on with
the other keys, so that one pass over a file finds all its faults.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from math import nan
from typing import Any, Protocol, TypeVar

import attrs
from cattrs import BaseValidationError, Converter, override
from cattrs.gen import make_dict_structure_fn

from customer_types._reading.criteria import CriterionReader
from customer_types._reading.documents import MAX_DEPTH, MAX_SUGGESTIONS, Document
from customer_types._reading.events import parse
from customer_types._reading.labels import known, label, texts
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence
from customer_types._reading.scalars import (
    boolean,
    category_key,
    day,
    each,
    fact_name,
    identifier,
    items,
    language,
    languages,
    literal_text,
    mapping,
    number,
    one_of,
    scalar,
    text,
    version,
    wrong_type,
)
from customer_types.categories import (
    Action,
    Category,
    Deprecation,
    Disjoint,
    Exhaustive,
    Implies,
    Note,
    Overlaps,
    Rule,
    Scope,
    Source,
    Taxonomy,
    Threshold,
)
from customer_types.criteria import InCategory, walk
from customer_types.facts import (
    NO_VOCABULARY,
    Ascending,
    Fact,
    FactValue,
    Implication,
    Invariant,
    Unit,
    Vocabulary,
)
from customer_types.frozen import FrozenMap
from customer_types.labels import Texts
from customer_types.languages import canonical, is_tag
from customer_types.messages import Phrase
from customer_types.suggestions import closest

Model = TypeVar("Model")
Hook = Callable[[Any, Any], Any]


class Surroundings(Scope, Protocol):
    """What a file is read for: the catalog whose facts, sources and categories it may name."""

    @property
    def sources(self) -> FrozenMap[str, Source]:
        """The documents that statements may cite."""

    def __contains__(self, key: object, /) -> bool:
        """Whether a taxonomy or a category is there."""


@attrs.define(kw_only=True)
class _Reading:
    """What is known of the file that is being read, before its categories are."""

    document: Document
    scope: Scope | None = None
    surroundings: Surroundings | None = None  # None: a file of this project, which its tests have checked
    languages: tuple[str, ...] = ("en", "fr")
    taxonomy: str = ""
    vocabulary: Vocabulary = NO_VOCABULARY
    sources: tuple[Source, ...] = ()
    source_ids: frozenset[str] = frozenset()  # of the file's own, also of those that are faulty
    thresholds: dict[str, int | float] = attrs.field(factory=dict)
    categories: frozenset[str] = frozenset()
    criteria: CriterionReader = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.set_criteria()

    def set_criteria(self, named: Iterable[str] = ()) -> None:
        """Read criteria over the facts there are; of some that are faulty no more is known than the name."""
        facts = None
        if self.surroundings is not None:
            shared = self.surroundings.vocabulary.facts
            facts = {**dict.fromkeys(named), **shared, **self.vocabulary.facts}
        self.criteria = CriterionReader(facts=facts, thresholds=self.thresholds, is_category=self.is_category)

    def is_category(self, node: Node, key: str) -> bool:
        """Tell whether a category is there, and report it if not."""
        if "/" not in key:
            known_here: Iterable[str] = self.categories
            if key in self.categories:
                return True
        else:
            taxonomy, _, category = key.partition("/")
            if taxonomy == self.taxonomy:
                node.report("criteria.own-category", key=key, category=category)
                return False
            if self.surroundings is None or key in self.surroundings:
                return True
            known_here = ()
            if taxonomy in self.surroundings:
                known_here = [one.key for one in self.surroundings[taxonomy].categories]
        node.report("criteria.unknown-category", key=key, hints=node.document.similar(key, known_here))
        return False


# ---- readers that know the file ----------------------------------------------------------------


def _of(node: Node) -> _Reading:
    reading = node.document.reading
    assert isinstance(reading, _Reading)
    return reading


def _label(node: Node, _: Any) -> Any:
    return label(node, _of(node).languages)


def _texts(node: Node, _: Any) -> Texts:
    return texts(node, _of(node).languages)


def _criterion(node: Node, _: Any) -> Any:
    return _of(node).criteria.read(node)


def _category(node: Node, _: Any = None) -> str:
    key = category_key(node, None)
    if not _of(node).is_category(node, key):
        raise Refused
    return str(key)


def _categories(node: Node, _: Any) -> tuple[str, ...]:
    return tuple(each(node.items, _category)) if isinstance(node, Sequence) else (_category(node),)


def _source(node: Node, _: Any) -> str:
    reading = _of(node)
    source = str(identifier(node, None))
    if reading.surroundings is not None:
        there = {*reading.surroundings.sources, *reading.source_ids}
        if source not in there:
            raise node.report("source.unknown", source=source, hints=node.document.similar(source, there))
    return source


def _sources(node: Node, _: Any) -> tuple[str, ...]:
    return tuple(each(node.items if isinstance(node, Sequence) else [node], _source))


def _unit(node: Node, _: Any) -> str:
    return str(identifier(node, None))


def _extends(node: Node, _: Any) -> None:
    written = scalar(node, "text").text
    try:
        faults = len(node.document.faults)
        identifier(node, None)
    except Refused:
        del node.document.faults[faults:]
        raise node.report("extends.form", text=written, hints=(Phrase("hint.id-not-path"),)) from None
    raise node.report("extends.unsupported")


def _list_of(cls: type[Model], *, id_of: str | None = None) -> Hook:
    """Make a reader of a list of a class, whose items differ in an attribute."""

    def read(node: Node, _: Any) -> tuple[Model, ...]:
        members = items(node)
        try:
            if id_of is not None:
                _distinct(members, id_of)
        finally:  # what is in the items is read in any case, for its faults
            found = each(members, lambda item, _: _structure(item, cls))
        return tuple(found)

    return read


def _distinct(members: list[Node], key: str) -> None:
    """Report ids that stand twice, or that differ in nothing but `-` and `_`."""
    first: dict[str, Scalar] = {}
    refused = False
    for member in members:
        written = member.entries.get(key) if isinstance(member, Mapping) else None
        if not isinstance(written, Scalar):
            continue
        other = first.setdefault(written.text.replace("-", "_"), written)
        if other is not written:
            place = Phrase("place", {"line": other.line, "column": other.column})
            written.report("taxonomy.duplicate-id", id=written.text, other=other.text, first=place)
            refused = True
    if refused:
        raise Refused


def _structure(node: Node, cls: type[Model]) -> Model:
    try:
        return _converter.structure(node, cls)
    except BaseValidationError as error:
        _only_refusals(error)
        raise Refused from None


def _only_refusals(error: BaseException) -> None:
    """Let through what is no refusal: it is a fault of this library, not of the file."""
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            _only_refusals(part)
    elif not isinstance(error, (Refused, _MissingKeyError)):
        raise error


class _MissingKeyError(KeyError):
    """A required key is not there; that is reported already."""


# ---- rules and invariants: one key says the kind -----------------------------------------------


_RULES: dict[str, type[Rule]] = {
    "disjoint": Disjoint,
    "exhaustive": Exhaustive,
    "implies": Implies,
    "overlaps": Overlaps,
}


def _kind(entry: Mapping, kinds: Iterable[str]) -> str:
    found = [key for key in entry.entries if key in kinds]
    if len(found) != 1:
        raise entry.report("schema.one-of-keys", keys=tuple(kinds))
    return found[0]


def _rule(node: Node, _: Any) -> Rule:
    entry = mapping(node)
    hints = next((key for key in entry.entries if key not in (*_RULES, "id", "source", "note")), None)
    if hints is not None and not any(key in entry.entries for key in _RULES):
        known(entry, (*_RULES, "id", "source", "note"))
        raise Refused
    kind = _kind(entry, _RULES)
    try:
        if kind == "exhaustive":
            _exhaustive(entry.entries[kind], None)
    finally:
        rule = _structure(entry, _RULES[kind])
    return rule


def _rules(node: Node, _: Any) -> tuple[Rule, ...]:
    try:
        _distinct(items(node), "id")
    finally:
        rules = tuple(each(items(node), _rule))
    return rules


def _disjoint(node: Node, _: Any) -> tuple[str, ...] | None:
    if isinstance(node, Scalar) and node.text == "all":
        return None
    return _several(node)


def _several(node: Node, _: Any = None) -> tuple[str, ...]:
    categories = tuple(each(items(node), _category))
    if len(categories) < 2 or len(set(categories)) < len(categories):
        raise node.report("rules.two-categories")
    return categories


def _exhaustive(node: Node, _: Any) -> None:
    if not boolean(node):
        raise node.report("schema.value", text="false", allowed=("true",))


def _implies(node: Node, _: Any) -> tuple[tuple[str, str], ...]:
    entry = mapping(node)

    def read(key: Scalar, _: Any) -> tuple[str, str]:
        pair = (_category(key), _category(entry.entries[key.text]))
        if pair[0] == pair[1]:
            raise entry.report("rules.two-categories", at=key)
        return pair

    if not entry.entries:
        raise node.report("rules.two-categories")
    return tuple(each(list(entry.keys.values()), read))


def _invariant(node: Node, _: Any) -> Invariant:
    entry = mapping(node)
    cls: type[Invariant] = Ascending if "ascending" in entry.entries else Implication
    return _structure(entry, cls)


def _facts_in_order(node: Node, _: Any) -> tuple[str, ...]:
    facts = _of(node).criteria.facts

    def read(item: Node, _: Any) -> str:
        name = str(fact_name(item, None))
        if facts is not None and name not in facts:
            raise item.report("criteria.unknown-field", field=name, hints=item.document.similar(name, facts))
        fact = None if facts is None else facts[name]
        if fact is not None and fact.type not in ("integer", "number"):
            raise wrong_type(item, "number-fact")
        return name

    if len(items(node)) < 2:
        raise node.report("criteria.empty")
    return tuple(each(items(node), read))


def _fact_value(node: Node, _: Any) -> FactValue:
    if isinstance(node, Mapping):
        return _structure(node, FactValue)
    return FactValue(id=literal_text(node))


def _fact_values(node: Node, _: Any) -> tuple[FactValue, ...]:
    values: tuple[FactValue, ...] = tuple(each(items(node), _fact_value))
    first: dict[str, Node] = {}
    for value, member in zip(values, items(node), strict=True):
        other = first.setdefault(value.id, member)
        if other is not member:
            place = Phrase("place", {"line": other.line, "column": other.column})
            raise member.report("taxonomy.duplicate-id", id=value.id, other=value.id, first=place)
    return values


def _deprecated(node: Node, _: Any) -> Deprecation:
    return _structure(node, Deprecation)


# ---- the tables --------------------------------------------------------------------------------

_COMMON: dict[str, tuple[str, Hook]] = {
    "source": ("source", _sources),
    "broader": ("broader", _categories),
    "related": ("related", _categories),
    "notation": ("notation", text),
    "historical": ("historical", boolean),
    "deprecated": ("deprecated", _deprecated),
    "valid_from": ("valid_from", day),
    "actions": ("actions", _list_of(Action, id_of="id")),
    "notes": ("notes", _list_of(Note)),
}
_DECLARED: dict[str, tuple[str, Hook]] = {
    "id": ("id", identifier),
    "source": ("source", _sources),
    "note": ("notes", _texts),
}

#: Key by key: the attribute that it fills, and the reader of its value.
KEYS: dict[type, dict[str, tuple[str, Hook]]] = {
    Taxonomy: {
        "id": ("id", identifier),
        "version": ("version", version),
        "label": ("labels", _label),
        "definition": ("definitions", _texts),
        "languages": ("languages", languages),
        "decide": ("decide", one_of("all", "first")),
        "thresholds": ("thresholds", _list_of(Threshold, id_of="id")),
        "categories": ("categories", _list_of(Category, id_of="id")),
        "rules": ("rules", _rules),
        **_COMMON,
    },
    Category: {
        "id": ("id", identifier),
        "label": ("labels", _label),
        "definition": ("definitions", _texts),
        "when": ("when", _criterion),
        "without_criteria": ("without_criteria", _texts),
        **_COMMON,
    },
    Threshold: {
        "id": ("id", fact_name),
        "value": ("value", number),
        "unit": ("unit", _unit),
        "label": ("labels", _label),
        "source": ("source", _sources),
        "note": ("notes", _texts),
    },
    Action: {
        "id": ("id", identifier),
        "text": ("texts", _texts),
        "towards": ("towards", _category),
        "source": ("source", _sources),
    },
    Note: {
        "kind": ("kind", one_of("value", "subdivision", "example", "scope", "history", "note")),
        "text": ("texts", _texts),
        "source": ("source", _sources),
    },
    Deprecation: {"since": ("since", version), "replaced_by": ("replaced_by", identifier)},
    Disjoint: {"disjoint": ("categories", _disjoint), **_DECLARED},
    Exhaustive: _DECLARED,
    Implies: {"implies": ("pairs", _implies), **_DECLARED},
    Overlaps: {"overlaps": ("categories", _several), **_DECLARED},
    Source: {
        "id": ("id", identifier),
        "title": ("titles", _texts),
        "language": ("language", language),
        "url": ("url", text),
        "note": ("notes", _texts),
    },
    Unit: {"id": ("id", identifier), "label": ("labels", _label)},
    FactValue: {"id": ("id", literal_text), "label": ("labels", _label)},
    Fact: {
        "id": ("id", fact_name),
        "type": ("type", one_of("integer", "number", "boolean", "choice", "choices")),
        "min": ("min", number),
        "max": ("max", number),
        "values": ("values", _fact_values),
        "unit": ("unit", _unit),
        "label": ("labels", _label),
        "definition": ("definitions", _texts),
        "source": ("source", _sources),
        "base": ("base", identifier),
        "changeable": ("changeable", one_of("increase", "decrease", "any", "never")),
        "sensitive": ("sensitive", boolean),
    },
    Implication: {"if": ("condition", _criterion), "then": ("consequence", _criterion)},
    Ascending: {"ascending": ("facts", _facts_in_order)},
}

#: Keys that a class takes and that are read apart from it.
_APART: dict[type, frozenset[str]] = {
    Taxonomy: frozenset({"facts", "units", "invariants", "sources", "extends", "overlay"}),
    Exhaustive: frozenset({"exhaustive"}),
}


class _Entries:
    """A mapping node as cattrs wants one, with what the file's surroundings add to it."""

    __slots__ = ("added", "node")

    def __init__(self, node: Mapping, added: dict[str, Any]) -> None:
        self.node = node
        self.added = added

    def __contains__(self, key: str) -> bool:
        return key in self.node.entries or key in self.added

    def __getitem__(self, key: str) -> Any:
        value = self.added.get(key)
        if value is None:
            value = self.node.entries.get(key)
            if value is None:
                raise _MissingKeyError(key)
        return value


def _as_is(value: Any, _: Any) -> Any:
    return value


def _hook_for(cls: type[Any], converter: Converter) -> Hook:
    table = KEYS[cls]
    fields = attrs.fields_dict(cls)
    overrides: dict[str, Any] = {
        attribute: override(rename=key, struct_hook=hook) for key, (attribute, hook) in table.items()
    }
    own = ("location", "taxonomy", "own_vocabulary", "own_sources", "scope")
    overrides |= {name: override(rename=f"@{name}", struct_hook=_as_is) for name in own if name in fields}
    structure = make_dict_structure_fn(
        cls, converter, _cattrs_use_linecache=False, _cattrs_detailed_validation=True, **overrides
    )
    takes = frozenset(table) | _APART.get(cls, frozenset())
    required = tuple(
        key for key, (attribute, _) in table.items() if fields[attribute].default is attrs.NOTHING
    )
    has_taxonomy = "taxonomy" in fields

    def hook(node: Node, _: Any) -> Any:
        entry = mapping(node)
        if not takes.issuperset(entry.entries):
            known(entry, takes)
        for key in required:
            if key not in entry.entries:
                _missing(entry, key, takes)
        added: dict[str, Any] = {"@location": node.location}
        if has_taxonomy:
            added["@taxonomy"] = _of(node).taxonomy or "?"
        if cls is Taxonomy:
            reading = _of(node)
            added |= {"@own_vocabulary": reading.vocabulary, "@own_sources": reading.sources}
            if reading.scope is not None:
                added["@scope"] = reading.scope
        return structure(_Entries(entry, added), cls)  # type: ignore[arg-type]  # all that it asks of a mapping

    return hook


def _missing(entry: Mapping, key: str, takes: frozenset[str]) -> None:
    """Report a key that has to be there, unless a misspelt one stands in its place."""
    unknown = [written for written in entry.entries if written not in takes]
    if not closest(key, unknown[:MAX_SUGGESTIONS]):
        entry.report("schema.missing-key", key=key)


_converter = Converter(detailed_validation=True)
for _cls in KEYS:
    _converter.register_structure_hook(_cls, _hook_for(_cls, _converter))


# ---- files -------------------------------------------------------------------------------------


def read_taxonomy(document: Document, catalog: Surroundings, *, trusted: bool = False) -> Taxonomy:
    """Make a taxonomy of a document; warnings stay in the document.

    A trusted document is believed to name only facts, sources and other taxonomies' categories that
    there are, so that it is read without looking at their files. Raises `LoadError`.
    """
    root = parse(document)
    reading = _Reading(document=document, scope=catalog, surroundings=None if trusted else catalog)
    document.reading = reading
    try:
        entry = mapping(root)
        _prepare(reading, entry)
        for key in ("extends", "overlay"):
            if key in entry.entries:
                _extends(entry.entries[key], None)
        _check(entry)
        taxonomy = _structure(entry, Taxonomy)
        _check_cycles(entry, taxonomy)
    except Refused:
        raise document.refuse() from None
    if any(fault.severity == "error" for fault in document.faults):
        raise document.refuse()
    return taxonomy


def read_vocabulary(document: Document) -> Vocabulary:
    """Make a vocabulary of a file of facts. Raises `LoadError`."""
    root = parse(document)
    document.reading = reading = _Reading(document=document, surroundings=_NoSurroundings())
    try:
        entry = mapping(root)
        known(entry, ("facts", "units", "invariants"))
        _vocabulary(reading, entry)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return reading.vocabulary


def read_sources(document: Document) -> FrozenMap[str, Source]:
    """Make the sources of a file of them, by id. Raises `LoadError`."""
    root = parse(document)
    document.reading = _Reading(document=document)
    try:
        entry = mapping(root)
        known(entry, ("sources",))
        listed = entry.entries.get("sources")
        sources = () if listed is None else _list_of(Source, id_of="id")(listed, None)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return FrozenMap((source.id, source) for source in sources)


class _NoSurroundings:
    """The surroundings of a file that stands alone."""

    vocabulary = NO_VOCABULARY
    sources: FrozenMap[str, Source] = FrozenMap()

    def __contains__(self, key: object) -> bool:
        return False

    def __getitem__(self, taxonomy: str) -> Taxonomy:
        raise KeyError(taxonomy)


def _prepare(reading: _Reading, entry: Mapping) -> None:
    """Read what the readers of categories need: languages, ids, facts, sources and thresholds."""
    faults = len(reading.document.faults)
    found = entry.entries.get("languages")
    if isinstance(found, Sequence):
        tags = [item.text for item in found.items if isinstance(item, Scalar) and is_tag(item.text)]
        reading.languages = tuple(map(canonical, tags))
    identity = entry.entries.get("id")
    if isinstance(identity, Scalar):
        reading.taxonomy = identity.text
    reading.categories = frozenset(_ids(entry.entries.get("categories")))
    for item in _members(entry.entries.get("thresholds")):
        value, name = item.entries.get("value"), item.entries.get("id")
        if isinstance(name, Scalar):
            try:
                reading.thresholds[name.text] = nan if value is None else number(value)
            except Refused:
                reading.thresholds[name.text] = nan  # no range is empty for it
    # What is faulty here is read again, and reported, with the taxonomy.
    del reading.document.faults[faults:]
    if "sources" in entry.entries:
        reading.source_ids = frozenset(_ids(entry.entries["sources"]))
        with suppress(Refused):
            reading.sources = _list_of(Source, id_of="id")(entry.entries["sources"], None)
    with suppress(Refused):
        _vocabulary(reading, entry)


def _vocabulary(reading: _Reading, entry: Mapping) -> None:
    refused = False

    def read(key: str, hook: Hook) -> Any:
        nonlocal refused
        node = entry.entries.get(key)
        try:
            return () if node is None else hook(node, None)
        except Refused:
            refused = True
            return ()

    units = read("units", _list_of(Unit, id_of="id"))
    facts = read("facts", lambda node, _: _checked_facts(reading, node))
    reading.vocabulary = Vocabulary(
        facts=FrozenMap((fact.id, fact) for fact in facts), units=FrozenMap((unit.id, unit) for unit in units)
    )
    reading.set_criteria(_ids(entry.entries.get("facts")))
    criteria = reading.criteria
    reading.criteria = attrs.evolve(criteria, classifies=False)
    invariants = read("invariants", lambda node, _: tuple(each(items(node), _invariant)))
    reading.criteria = criteria
    reading.vocabulary = attrs.evolve(reading.vocabulary, invariants=invariants)
    if refused:
        raise Refused


def _checked_facts(reading: _Reading, listed: Node) -> tuple[Fact, ...]:
    facts: tuple[Fact, ...] = _list_of(Fact, id_of="id")(listed, None)
    refused = False
    there = reading.surroundings.vocabulary.facts if reading.surroundings is not None else {}
    for fact, node in zip(facts, items(listed), strict=True):
        is_number = fact.type in ("integer", "number")
        code = None
        if fact.id in there:
            code = "facts.taken"
        elif fact.type in ("choice", "choices") and not fact.values:
            code = "facts.no-values"
        elif (fact.values and fact.type not in ("choice", "choices")) or (
            not is_number and (fact.min is not None or fact.max is not None)
        ):
            code = "facts.wrong-domain"
        elif fact.min is not None and fact.max is not None and fact.min > fact.max:
            code = "facts.empty-domain"
        if code is not None:
            node.report(code, fact=fact.id, type=Phrase(f"kind.{fact.type}"))
            refused = True
    if refused:
        raise Refused
    return facts


def _members(node: Node | None) -> list[Mapping]:
    return [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []


def _ids(node: Node | None) -> Iterable[str]:
    for item in _members(node):
        written = item.entries.get("id")
        if isinstance(written, Scalar):
            yield written.text


def _check(entry: Mapping) -> None:
    """Report what no key shows by itself, also of a file that has other faults."""
    listed, decide = entry.entries.get("categories"), entry.entries.get("decide")
    if isinstance(listed, Sequence) and not listed.items:
        entry.report("taxonomy.no-categories", at=entry.keys["categories"])
    is_in_order = isinstance(decide, Scalar) and decide.text == "first"
    for node in _members(listed):
        has_criterion, has_reason = "when" in node.entries, "without_criteria" in node.entries
        if not has_criterion and not has_reason:
            node.report("criteria.missing")
        elif has_criterion and has_reason:
            node.report(
                "schema.conflict", at=node.keys["without_criteria"], one="when", other="without_criteria"
            )
        elif not has_criterion and is_in_order:
            node.report("criteria.missing-in-order")


def _check_cycles(entry: Mapping, taxonomy: Taxonomy) -> None:
    """Report categories that are built upon one another in a circle, or in too high a tower."""
    built_on: dict[str, list[InCategory]] = {
        category.id: [part for part in walk(category.when) if isinstance(part, InCategory)]
        for category in taxonomy.categories
        if category.when is not None
    }
    heights: dict[str, int] = {}
    is_circular = False
    for start, first in built_on.items():
        # A file may build thousands of categories upon one another, so the path is no recursion.
        path = {} if start in heights else {start: iter(first)}
        while path:
            category, references = next(reversed(path.items()))
            reference = next(references, None)
            if reference is None:
                below = built_on.get(category, [])
                heights[category] = 1 + max((heights.get(one.category, 0) for one in below), default=0)
                del path[category]
            elif reference.category in path:
                is_circular = True
                circle = [*path][[*path].index(reference.category) :]
                _report_at(entry, reference, "criteria.cycle", circle=" → ".join([*circle, circle[0]]))
            elif reference.category not in heights:
                path[reference.category] = iter(built_on.get(reference.category, ()))
    for category, height in heights.items():
        if height == MAX_DEPTH + 1 and not is_circular:
            highest = max(built_on[category], key=lambda one: heights[one.category])
            _report_at(entry, highest, "criteria.too-deep", limit=MAX_DEPTH)


def _report_at(entry: Mapping, criterion: InCategory, code: str, **arguments: Any) -> None:
    place = criterion.location
    assert place.line is not None
    assert place.column is not None
    entry.document.fault(code, place.line, place.column, **arguments)
