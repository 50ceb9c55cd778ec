"""A file holds a taxonomy, or facts, or sources: here that is made of its document."""

from contextlib import suppress
from math import nan

from customer_types._reading.checks import check, check_cycles
from customer_types._reading.contexts import Context, StandingAlone, Surroundings
from customer_types._reading.documents import Document
from customer_types._reading.events import parse
from customer_types._reading.keys import declared_sources, taxonomy_of
from customer_types._reading.labels import known
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence, ids, members
from customer_types._reading.scalars import identifier, mapping, number, scalar
from customer_types._reading.vocabularies import add_vocabulary
from customer_types.categories import Source, Taxonomy
from customer_types.facts import Vocabulary
from customer_types.frozen import FrozenMap
from customer_types.languages import canonical, is_tag
from customer_types.messages import Phrase


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
        _prepare(context, entry)
        for key in ("extends", "overlay"):
            if key in entry.entries:
                _extends(entry.entries[key])
        check(entry)
        taxonomy = taxonomy_of(entry)
        check_cycles(entry, taxonomy)
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
