"""A file holds a taxonomy, or facts, or sources, or mappings: here that is made of its document."""

from collections.abc import Container, Iterable
from contextlib import suppress
from math import nan

from customer_types._messages import Listed, Phrase
from customer_types._model.facts import Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.languages import canonical, is_tag
from customer_types._model.mappings import Mapping as CategoryMapping
from customer_types._model.taxonomies import Source, Taxonomy
from customer_types._reading.checks import (
    check,
    check_cycles,
    check_deprecations,
    check_links,
    check_mappings,
    check_translations,
)
from customer_types._reading.contexts import Context, StandingAlone, Surroundings
from customer_types._reading.documents import Document
from customer_types._reading.keys import declared_mappings, declared_sources, taxonomy_of
from customer_types._reading.layers import Stack, stacked
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar, Sequence, ids, members
from customer_types._reading.scalars import mapping, number
from customer_types._reading.terms import add_prefixes, placed
from customer_types._reading.unknown import known
from customer_types._reading.vocabularies import add_vocabulary
from customer_types._reading.yaml import parse


def read_taxonomy(document: Document, catalog: Surroundings, *, trusted: bool = False) -> Taxonomy:
    """Make a taxonomy of a document; warnings stay in the document.

    A trusted document is believed to name only facts, sources and other taxonomies' categories that
    there are, so that it is read without looking at their files. Raises `LoadError`.
    """
    return read_stack(stacked(document, catalog), catalog, trusted=trusted)


def read_stack(stack: Stack, catalog: Surroundings, *, trusted: bool = False) -> Taxonomy:
    """Make a taxonomy of files that are laid over one another, as `read_taxonomy` of one."""
    entry = stack.root
    context = Context(
        documents=stack.documents,
        scope=catalog,
        surroundings=None if trusted else catalog,
        removed=stack.removed,
    )
    try:
        if shared_kind(entry) is not None:
            keys = Listed(tuple(entry.entries), "and")
            raise entry.report("schema.no-taxonomy", keys=keys, hints=(Phrase("hint.check-file"),))
        _prepare(context, entry)
        check(entry)
        taxonomy = taxonomy_of(entry)
        check_cycles(entry, taxonomy)
        check_links(entry, taxonomy)
        check_deprecations(entry, taxonomy)
        if taxonomy.translations:
            check_translations(entry, taxonomy)
    except Refused:
        raise stack.refuse() from None
    if any(fault.severity == "error" for document in stack.documents for fault in document.faults):
        raise stack.refuse()
    return taxonomy


def read_vocabulary(document: Document, beside: Surroundings | None = None) -> Vocabulary:
    """Make a vocabulary of a file of facts, `beside` those that there are. Raises `LoadError`."""
    root = parse(document)
    context = Context(documents=(document,), surroundings=beside or StandingAlone())
    try:
        entry = mapping(root)
        known(entry, ("facts", "units", "invariants"))
        add_vocabulary(context, entry)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return context.vocabulary


def read_sources(document: Document, beside: Container[str] = ()) -> FrozenMap[str, Source]:
    """Make the sources of a file of them, by id, `beside` those that there are. Raises `LoadError`."""
    root = parse(document)
    Context(documents=(document,))
    try:
        entry = mapping(root)
        known(entry, ("sources",))
        listed = entry.entries.get("sources")
        sources = () if listed is None else declared_sources(listed, None)
        for node, source in zip(members(listed), sources, strict=True):
            if source.id in beside:
                node.report("source.taken", source=source.id)
    except Refused:
        raise document.refuse() from None
    if document.faults:
        raise document.refuse()
    return FrozenMap((source.id, source) for source in sources)


def read_mappings(
    document: Document, catalog: Surroundings, beside: Iterable[CategoryMapping] = ()
) -> tuple[CategoryMapping, ...]:
    """Make the mappings of a file of them, `beside` those that there are. Raises `LoadError`."""
    root = parse(document)
    try:
        entry = mapping(root)
        known(entry, ("prefixes", "mappings"))
    except Refused:
        raise document.refuse() from None
    return mappings_of(entry, catalog, tuple(beside))


def mappings_of(
    entry: Mapping,
    catalog: Surroundings,
    beside: tuple[CategoryMapping, ...] = (),
    languages: tuple[str, ...] = ("en", "fr"),
) -> tuple[CategoryMapping, ...]:
    """Make mappings of the entries of a document, in whichever form it was. Raises `LoadError`.

    Notes must be there in the languages.
    """
    document = entry.document
    context = Context(documents=(document,), surroundings=catalog, languages=languages)
    found: tuple[CategoryMapping, ...] = ()
    # What is wrong with the prefixes hinders nobody from looking at the mappings.
    with suppress(Refused):
        add_prefixes(context, entry, beside)
    with suppress(Refused):
        listed = entry.entries.get("mappings")
        if listed is not None:
            read = declared_mappings(listed, None)
            found = tuple(placed(one, context) for one in read)
            check_mappings(members(listed), found, beside)
    if document.faults:
        raise document.refuse()
    return found


#: The keys that only files of facts, sources and mappings have at their top.
_SHARED = frozenset({"facts", "units", "invariants", "sources", "prefixes", "mappings"})


def shared_kind(root: Node) -> str | None:
    """Tell what a file of several taxonomies' facts, sources or mappings holds; `None` for a taxonomy.

    Such a file has nothing but these at its top.
    """
    keys = [*root.entries] if isinstance(root, Mapping) else []
    if not keys or not _SHARED.issuperset(keys):
        return None
    return "mappings" if keys[0] == "prefixes" else keys[0]


def _prepare(context: Context, entry: Mapping) -> None:
    """Read what the readers of categories need: languages, ids, facts, sources and thresholds."""
    faults = [len(document.faults) for document in context.documents]
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
    for document, count in zip(context.documents, faults, strict=True):
        del document.faults[count:]
    if "sources" in entry.entries:
        context.source_ids = frozenset(ids(entry.entries["sources"]))
        with suppress(Refused):
            context.sources = declared_sources(entry.entries["sources"], None)
    with suppress(Refused):
        add_vocabulary(context, entry)
