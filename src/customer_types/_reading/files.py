"""A file holds a taxonomy, or facts, or sources, or mappings: here that is made of its document."""

from collections.abc import Callable
from contextlib import suppress
from math import nan

from customer_types._reading.checks import check, check_cycles, check_links, check_mappings
from customer_types._reading.contexts import Context, StandingAlone, Surroundings
from customer_types._reading.documents import Document
from customer_types._reading.events import parse
from customer_types._reading.keys import declared_mappings, declared_sources, taxonomy_of
from customer_types._reading.labels import known
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence, ids, members
from customer_types._reading.scalars import identifier, mapping, number, scalar
from customer_types._reading.vocabularies import add_vocabulary
from customer_types.categories import Source, Taxonomy
from customer_types.facts import Vocabulary
from customer_types.frozen import FrozenMap
from customer_types.languages import canonical, is_tag
from customer_types.mappings import Mapping as CategoryMapping
from customer_types.messages import Listed, Phrase


def read_taxonomy(document: Document, catalog: Surroundings, *, trusted: bool = False) -> Taxonomy:
    """Make a taxonomy of a document; warnings stay in the document.

    A trusted document is believed to name only facts, sources and other taxonomies' categories that
    there are, so that it is read without looking at their files. Raises `LoadError`.
    """
    root = parse(document)
    context = Context(document=document, scope=catalog, surroundings=None if trusted else catalog)
    document.context = context
    try:
        entry = mapping(root)
        if _kind(entry) is not None:
            keys = Listed(tuple(entry.entries), "and")
            raise entry.report("schema.no-taxonomy", keys=keys, hints=(Phrase("hint.check-file"),))
        _prepare(context, entry)
        for key in ("extends", "overlay"):
            if key in entry.entries:
                _extends(entry.entries[key])
        check(entry)
        taxonomy = taxonomy_of(entry)
        check_cycles(entry, taxonomy)
        check_links(entry, taxonomy)
    except Refused:
        raise document.refuse() from None
    if any(fault.severity == "error" for fault in document.faults):
        raise document.refuse()
    return taxonomy


def read_vocabulary(document: Document) -> Vocabulary:
    """Make a vocabulary of a file of facts. Raises `LoadError`."""
    root = parse(document)
    document.context = context = Context(document=document, surroundings=StandingAlone())
    try:
        entry = mapping(root)
        known(entry, ("facts", "units", "invariants"))
        add_vocabulary(context, entry)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return context.vocabulary


def read_sources(document: Document) -> FrozenMap[str, Source]:
    """Make the sources of a file of them, by id. Raises `LoadError`."""
    root = parse(document)
    document.context = Context(document=document)
    try:
        entry = mapping(root)
        known(entry, ("sources",))
        listed = entry.entries.get("sources")
        sources = () if listed is None else declared_sources(listed, None)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return FrozenMap((source.id, source) for source in sources)


def read_mappings(document: Document, catalog: Surroundings) -> tuple[CategoryMapping, ...]:
    """Make the mappings of a file of them. Raises `LoadError`."""
    root = parse(document)
    document.context = Context(document=document, surroundings=catalog)
    try:
        entry = mapping(root)
        known(entry, ("mappings",))
        listed = entry.entries.get("mappings")
        found: tuple[CategoryMapping, ...] = () if listed is None else declared_mappings(listed, None)
        check_mappings(members(listed), found)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return found


#: For each key that only such a file has at its top: how the file is read.
_SHARED: dict[str, Callable[[Document, Surroundings], object]] = {
    "facts": lambda document, _: read_vocabulary(document),
    "units": lambda document, _: read_vocabulary(document),
    "invariants": lambda document, _: read_vocabulary(document),
    "sources": lambda document, _: read_sources(document),
    "mappings": read_mappings,
}


def shared_kind(document: Document) -> str | None:
    """Tell what a file of several taxonomies' facts, sources or mappings holds; `None` for a taxonomy.

    Such a file has nothing but these at its top. Raises `LoadError` for what is no YAML.
    """
    root = parse(document)
    return _kind(root) if isinstance(root, Mapping) else None


def _kind(entry: Mapping) -> str | None:
    keys = [*entry.entries]
    return keys[0] if keys and all(key in _SHARED for key in keys) else None


def read_shared(document: Document, catalog: Surroundings) -> object:
    """Read a file of facts, sources or mappings. Raises `LoadError`."""
    kind = shared_kind(document)
    assert kind is not None
    return _SHARED[kind](document, catalog)


def _prepare(context: Context, entry: Mapping) -> None:
    """Read what the readers of categories need: languages, ids, facts, sources and thresholds."""
    faults = len(context.document.faults)
    found = entry.entries.get("languages")
    if isinstance(found, Sequence):
        tags = [item.text for item in found.items if isinstance(item, Scalar) and is_tag(item.text)]
        context.languages = tuple(map(canonical, tags))
    identity = entry.entries.get("id")
    if isinstance(identity, Scalar):
        context.taxonomy = identity.text
    context.categories = frozenset(ids(entry.entries.get("categories")))
    for item in members(entry.entries.get("thresholds")):
        value, name = item.entries.get("value"), item.entries.get("id")
        if isinstance(name, Scalar):
            try:
                context.thresholds[name.text] = nan if value is None else number(value)
            except Refused:
                context.thresholds[name.text] = nan  # no range is empty for it
    # What is faulty here is read again, and reported, with the taxonomy.
    del context.document.faults[faults:]
    if "sources" in entry.entries:
        context.source_ids = frozenset(ids(entry.entries["sources"]))
        with suppress(Refused):
            context.sources = declared_sources(entry.entries["sources"], None)
    with suppress(Refused):
        add_vocabulary(context, entry)


def _extends(node: Node) -> None:
    written = scalar(node, "text").text
    try:
        faults = len(node.document.faults)
        identifier(node, None)
    except Refused:
        del node.document.faults[faults:]
        raise node.report("extends.form", text=written, hints=(Phrase("hint.id-not-path"),)) from None
    raise node.report("extends.unsupported")
