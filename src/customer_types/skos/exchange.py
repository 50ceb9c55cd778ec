"""An exchange: taxonomies, catalogs and mappings go out as SKOS, and come in."""

import os
import warnings
from collections.abc import Iterable
from importlib.resources import files
from pathlib import PurePath

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.extensions import Extension
from customer_types._catalog.lookups import catalog as shipped
from customer_types._messages import Listed, Phrase, Plain
from customer_types._messages.suggestions import closest
from customer_types._model.faults import Fault, LoadError, TaxonomyWarning
from customer_types._model.languages import canonical
from customer_types._model.locations import Location
from customer_types._model.mappings import BASE, Mapping
from customer_types._model.taxonomies import Taxonomy, require_taxonomy
from customer_types._reading.documents import Document, decode, in_order, read_bytes
from customer_types._reading.files import read_stack
from customer_types._reading.layers import Stack
from customer_types._reading.nodes import Mapping as MappingNode
from customer_types._reading.writing import text_of
from customer_types.errors import MissingExtraError, UnknownIdError

try:
    from rdflib import RDF, SKOS, Graph, URIRef
    from rdflib.term import Node

    from customer_types.skos.conditions import Entailed, breaches
    from customer_types.skos.documents import GraphDocument, node_of
    from customer_types.skos.foreign import Scheme
    from customer_types.skos.graphs import triples_of_catalog, triples_of_taxonomy
    from customer_types.skos.labels import Triple
    from customer_types.skos.leftovers import MATCHES, left_out
    from customer_types.skos.matches import keys_of, mappings_of
    from customer_types.skos.membership import concepts_of, schemes_of
    from customer_types.skos.names import Names, ordered
    from customer_types.skos.own import Contents, numbers_in
    from customer_types.skos.parsing import MAX_BYTES, graph_of
    from customer_types.skos.serializing import FORMATS, Format, serialized
    from customer_types.skos.terms import CT, short
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "rdflib":
        raise
    raise MissingExtraError("skos") from None


#: The format of a file, by the end of its name.
_ENDINGS: dict[str, Format] = {
    ".ttl": "turtle",
    ".jsonld": "json-ld",
    ".json": "json-ld",
    ".rdf": "xml",
    ".xml": "xml",
    ".owl": "xml",
}


def dumps(named: Taxonomy | Catalog, /, *, format: Format = "turtle", base: str = BASE) -> str:
    """Write a taxonomy or a whole catalog in SKOS.

    >>> from customer_types import taxonomy
    >>> written = dumps(taxonomy("lifecycle"), base="https://example.org/")
    >>> 'lifecycle:loyal a skos:Concept' in written
    True
    >>> loads(written) == taxonomy("lifecycle")
    True

    Categories are named `{base}lifecycle/loyal`. The same content always gives the same text. Raises
    `BaseIriError` for a base that is no absolute IRI ending in a slash, and `HiddenCharacterError` for a
    text with characters that nobody sees.
    """
    _require_format(format)
    names = Names.under(base)
    if isinstance(named, Catalog):
        return serialized(triples_of_catalog(named, names), names, named.ids, format)
    require_taxonomy(named)
    return serialized(triples_of_taxonomy(named, names), names, [named.id], format)


def load(
    path: str | os.PathLike[str],
    /,
    *,
    format: Format | None = None,
    scheme: str | None = None,
    id: str | None = None,
    language: str = "und",
    catalog: Catalog | None = None,
) -> Taxonomy:
    """Read a taxonomy from a file, in the format that its name ends in, or that is given.

    >>> from pathlib import Path
    >>> from customer_types import taxonomy
    >>> written = dumps(taxonomy("lifecycle"), format="json-ld")
    >>> _ = Path("lifecycle.jsonld").write_text(written, encoding="utf-8")
    >>> load("lifecycle.jsonld") == taxonomy("lifecycle")
    True

    As `loads`; `.ttl` is Turtle, `.jsonld` and `.json` are JSON-LD, `.rdf`, `.owl` and `.xml` are RDF/XML.
    """
    name = os.fsdecode(path)
    format = format or _ENDINGS.get(PurePath(name).suffix.lower())
    if format is None:
        document = Document("", name)
        document.fault_of_file("rdf.format", endings=(".ttl", ".jsonld", ".rdf"))
        raise document.refuse()
    content = decode(read_bytes(name, limit=MAX_BYTES), name, limit=MAX_BYTES)
    return loads(
        content.text,
        format=format,
        scheme=scheme,
        id=id,
        language=language,
        catalog=catalog,
        path=name,
    )


def loads(
    text: str,
    /,
    *,
    format: Format = "turtle",
    scheme: str | None = None,
    id: str | None = None,
    language: str = "und",
    catalog: Catalog | None = None,
    path: str = "<text>",
) -> Taxonomy:
    """Read a taxonomy from a text.

    >>> text = '''
    ... @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    ... @prefix : <https://example.org/cards/> .
    ... :Gold a skos:Concept ; skos:prefLabel "Gold member"@en, "Membre or"@fr ; skos:inScheme :cards .
    ... :cards skos:prefLabel "Loyalty cards"@en, "Cartes de fidélité"@fr .
    ... '''
    >>> cards = loads(text)
    >>> cards["gold"].label("fr"), cards["gold"].when
    ('Membre or', None)

    Of several schemes, `scheme` is the IRI of the one to read. A scheme of somebody else gets `id`, or
    one made of its name; `language` is that of texts without a language. Facts and sources are those of
    the catalog, the shipped one if none is given. `path` is what messages call the text. What has no
    place in a taxonomy is a `TaxonomyWarning`; matches are for `loads_mappings`. Raises `LoadError` with
    all faults.
    """
    document = GraphDocument(text.removeprefix("\ufeff"), path)
    graph, entailed = _consistent(document, format)
    chosen = _chosen(entailed, scheme, document)
    reader: Contents | Scheme
    if chosen is not None and (chosen, RDF.type, CT.Taxonomy) in graph:
        reader = Contents(graph, document, chosen)
        content = reader.taxonomy()
    else:
        reader = Scheme(graph, entailed, document, chosen, canonical(language))
        content = reader.content(id)
    taxonomy = _built(content, document, shipped() if catalog is None else catalog)
    is_own = isinstance(reader, Contents)
    _tell_left_out(graph, entailed, reader.used, chosen, document, is_own=is_own)
    for fault in in_order(document.faults):
        warnings.warn(TaxonomyWarning(fault), stacklevel=2)
    return taxonomy


def loads_mappings(
    text: str, /, *, format: Format = "turtle", ids: dict[str, str] | None = None, path: str = "<text>"
) -> tuple[Mapping, ...]:
    """Read the matches of the concepts of a text, as mappings.

    >>> text = '''
    ... @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    ... @prefix : <https://example.org/cards/> .
    ... :Gold skos:inScheme :cards ; skos:closeMatch <https://example.com/types#VIP> .
    ... '''
    >>> loads_mappings(text)
    (<Mapping cards/gold closeMatch https://example.com/types#VIP>,)

    A concept of a scheme of the text goes by its key, any other one by its IRI. `ids` has the ids of
    taxonomies by the IRIs of their schemes, where they were given others. Raises `LoadError`.
    """
    document = GraphDocument(text.removeprefix("\ufeff"), path)
    graph, entailed = _consistent(document, format)
    keys = keys_of(graph, entailed, document, ids or {})
    document.forget()  # what schemes lack is told by `loads`
    found = tuple(mappings_of(graph, keys, document))
    if document.faults:
        raise document.refuse()
    return found


def loads_catalog(text: str, /, *, format: Format = "turtle", path: str = "<text>") -> Catalog:
    """Read a whole catalog from a text that `dumps` has written of one.

    >>> from customer_types import catalog
    >>> again = loads_catalog(dumps(catalog()))
    >>> list(again) == list(catalog()), again.mappings == catalog().mappings
    (True, True)

    It stands alone: its facts and sources are those of the text. Raises `LoadError` with all faults.
    """
    document = GraphDocument(text.removeprefix("\ufeff"), path)
    graph, entailed = _consistent(document, format)
    whole = next(iter(ordered(graph.subjects(RDF.type, CT.Catalog))), None)
    if whole is None:
        document.fault_of_file("skos.no-catalog")
        raise document.refuse()
    schemes = [one for one in ordered(graph.objects(whole, CT.hasTaxonomy)) if isinstance(one, URIRef)]
    contents = [Contents(graph, document, scheme).taxonomy() for scheme in schemes]
    keys = keys_of(graph, entailed, document, {})
    shared = Contents(graph, document)
    declared = shared.declared(whole)
    mappings = [content for _, content in shared.mappings(lambda one: keys.get(one) or str(one))]
    written = [
        *contents,
        *({key: declared[key]} for key in ("sources",) if key in declared),
        {key: declared[key] for key in ("units", "facts", "invariants") if key in declared},
        {**({"prefixes": shared.prefixes} if shared.prefixes else {}), "mappings": mappings},
    ]
    if document.faults:
        raise document.refuse()
    files_of = [
        Document(text_of(numbers_in(one)), f"{path}#{position}")
        for position, one in enumerate(written)
        if any(one.values())
    ]
    made, faults = Catalog(Extension()).with_documents(files_of)
    told = [_without_place(fault, path) for fault in in_order(faults)]
    if any(fault.severity == "error" for fault in told):
        raise LoadError(told)
    for fault in told:
        warnings.warn(TaxonomyWarning(fault), stacklevel=2)
    return made


def check(text: str, /, *, format: Format = "turtle", path: str = "<text>") -> tuple[Fault, ...]:
    """List the conditions of the SKOS Reference that a text does not meet; nothing is raised for it.

    >>> text = '''
    ... @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    ... @base <https://example.org/> .
    ... <Love> skos:prefLabel "love"@en ; skos:altLabel "love"@en .
    ... '''
    >>> [(fault.code, fault.message()) for fault in check(text)]
    [('skos.two-roles', '<https://example.org/Love>: `love` is both prefLabel and altLabel (SKOS, S13)')]

    All that follows from the text is taken with it. What can't be parsed is a fault, too.
    """
    document = GraphDocument(text.removeprefix("\ufeff"), path)
    try:
        _consistent(document, format)
    except LoadError as error:
        return error.faults
    return ()


def vocabulary() -> str:
    """Give the vocabulary of this project for what SKOS has no words for, in Turtle.

    >>> print(vocabulary().splitlines()[0])
    @prefix ct: <https://w3id.org/customer-types/vocabulary#> .
    """
    return (files("customer_types") / "skos" / "vocabulary.ttl").read_text(encoding="utf-8")


# ---- steps -------------------------------------------------------------------------------------------


def _require_format(format: str) -> None:
    if format not in FORMATS:
        raise UnknownIdError("format", format, closest(format, FORMATS) or FORMATS)


def _consistent(document: GraphDocument, format: Format) -> tuple[Graph, Entailed]:
    """Parse a text and draw what follows from it. Raises `LoadError` where SKOS is not kept to."""
    _require_format(format)
    graph = graph_of(document, format)
    entailed = Entailed(graph)
    for breach in breaches(entailed):
        inside = "" if "subject" in breach.arguments else f"<{breach.subject}>"
        document.fault(breach.code, inside=inside, **breach.arguments)
    if document.faults:
        raise document.refuse()
    return graph, entailed


def _chosen(entailed: Entailed, wanted: str | None, document: GraphDocument) -> URIRef | None:
    """Choose a scheme; `None` stands for the concepts of none."""
    schemes = schemes_of(entailed)
    listed = Listed(tuple(Plain(f"<{one}>") for one in schemes[:20]), "and")
    if wanted is not None:
        if URIRef(wanted) not in schemes:
            document.fault_of_file("skos.unknown-scheme", scheme=Plain(f"<{wanted}>"), schemes=listed)
            raise document.refuse()
        return URIRef(wanted)
    if len(schemes) > 1:
        document.fault("skos.several-schemes", schemes=listed, hints=(Phrase("hint.scheme"),))
        raise document.refuse()
    chosen = schemes[0] if schemes else None
    if not concepts_of(entailed, chosen):
        document.fault_of_file("skos.no-concepts")
        raise document.refuse()
    return chosen


def _built(content: dict[str, object], document: GraphDocument, catalog: Catalog) -> Taxonomy:
    """Make a taxonomy of a content, by the reader of files. Raises `LoadError`."""
    root = node_of(content, document)
    assert isinstance(root, MappingNode)
    document.root = root
    if any(fault.severity == "error" for fault in document.faults):
        raise document.refuse()
    return read_stack(Stack(root, (document,)), catalog)


def _tell_left_out(
    graph: Graph,
    entailed: Entailed,
    used: Iterable[Triple],
    chosen: URIRef | None,
    document: GraphDocument,
    *,
    is_own: bool,
) -> None:
    """Warn of what was said and has no place in a taxonomy, property by property."""
    start: list[Node] = [URIRef(one) for one in document.subjects]
    if chosen is not None:
        start.append(chosen)
    others = (entailed.of_class(SKOS.Concept) | entailed.of_class(SKOS.ConceptScheme)).difference(start)
    others |= set(graph.subjects(RDF.type, CT.Catalog))
    lost = left_out(graph, set(used), start, others)
    matches = sum(lost.pop(relation, 0) for relation in MATCHES)
    if matches and not is_own:
        document.fault("skos.matches", severity="warning", count=matches)
    for property, count in sorted(lost.items(), key=lambda item: str(item[0])):
        document.fault("skos.left-out", severity="warning", property=Plain(short(property)), count=count)


def _without_place(fault: Fault, path: str) -> Fault:
    """Take away a place in text that nobody has seen."""
    return Fault(
        code=fault.code,
        location=Location(path=path),
        severity=fault.severity,
        inside=fault.inside,
        arguments=fault.arguments,
        hints=fault.hints,
    )
