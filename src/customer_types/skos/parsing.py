"""Parsing makes a graph of a text in Turtle, JSON-LD or RDF/XML, and fetches nothing for it.

rdflib parses. Before it does, all is refused that would have it look elsewhere or grow beyond measure:
contexts of JSON-LD by address, entities of XML that are outside of the text or multiply it.
"""

import json
import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from xml.parsers import expat
from xml.sax import SAXParseException

import rdflib
from rdflib import Graph
from rdflib.exceptions import Error as RdflibError
from rdflib.plugins.parsers.jsonld import to_rdf
from rdflib.plugins.parsers.notation3 import BadSyntax

from customer_types._messages import Plain
from customer_types._model.faults import LoadError
from customer_types._reading.documents import Document
from customer_types.skos.documents import GraphDocument
from customer_types.skos.serializing import Format

#: A larger text is not parsed: a thousand triples take about 30 ms, and 1 MiB some 90 MiB of memory.
MAX_BYTES = 8 * 1024 * 1024

_PARSING = threading.RLock()

#: What relative names are relative to, in a text that has no base of its own.
RELATIVE = "https://relative.invalid/"

_MARKED = re.compile(r" at \^ in (.*)\^(.*)", re.DOTALL)
_PLACE = re.compile(r":(\d+):(\d+): ")


def graph_of(document: GraphDocument, format: Format) -> Graph:
    """Parse a text. Raises `LoadError`, with line and column of what is wrong where the parser tells."""
    text = document.text
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        document.fault_of_file("file.too-large", limit=MAX_BYTES)
        raise document.refuse()
    content = _checked_json(document) if format == "json-ld" else None
    if format == "xml":
        _check_entities(document)
    graph = _OneGraph(bind_namespaces="none")
    try:
        with _silence():
            if format == "json-ld":
                graph.context_aware = True  # so that rdflib makes no other graph
                to_rdf(content, graph, base=RELATIVE)
            else:
                graph.parse(data=text, format=format, publicID=RELATIVE)
    except BadSyntax as error:
        before = error._str[: error._i].decode("utf-8", "replace")  # noqa: SLF001  # it says it in no other way
        place = Document(text, document.path).place(len(before))
        raise _syntax(document, *place, problem=error._why) from None  # noqa: SLF001
    except SAXParseException as error:
        line, column = error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1
        raise _syntax(document, line, column, problem=error.getMessage()) from None
    except RdflibError as error:
        found = _PLACE.search(str(error))
        place = (int(found[1]), int(found[2]) + 1) if found else (1, 1)
        problem = str(error)[found.end() :] if found else str(error)
        raise _syntax(document, *place, problem=problem) from None
    except RecursionError:
        document.fault_of_file("rdf.too-deep")
        raise document.refuse() from None
    except Exception as error:  # noqa: BLE001  # rdflib's parsers let through whatever trips them up
        raise _tripped(document, str(error)) from None
    return graph


def _tripped(document: GraphDocument, problem: str) -> LoadError:
    """Report what trips a parser up: with a mark in a piece of the text, or without a word for a reader."""
    marked = _MARKED.search(problem)
    if marked is None:
        document.fault_of_file("rdf.no-sense")
        return document.refuse()
    place, piece = (1, 1), marked[1] + marked[2]
    if document.text.count(piece) == 1:
        place = document.place(document.text.index(piece) + len(marked[1]))
    return _syntax(document, *place, problem=problem[: marked.start()])


class _OneGraph(Graph):
    """A graph that takes the triples of all graphs that JSON-LD may name."""

    @property
    def default_context(self) -> Graph:
        """The graph of triples that are in no graph with a name."""
        return self

    def bind(self, *_: object, **__: object) -> None:
        """Forget a prefix: nobody asks for it, and rdflib takes longer for each that it knows."""

    def get_context(self, *_: object) -> Graph:
        """Give the graph of a name."""
        return self


@contextmanager
def _silence() -> Iterator[None]:
    """Keep rdflib from writing what it thinks of terms to the log, and from writing out numbers in full.

    Both are settings of the process, so that one thread parses at a time.
    """
    logger = logging.getLogger("rdflib")
    quiet = logging.Filter("none but this")
    loggers = [logger, *(logging.getLogger(f"rdflib.{name}") for name in ("term", "plugins.parsers.jsonld"))]
    with _PARSING:
        for one in loggers:
            one.addFilter(quiet)
        before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False  # 1E999999999 is a short text
        try:
            yield
        finally:
            rdflib.NORMALIZE_LITERALS = before
            for one in loggers:
                one.removeFilter(quiet)


def _syntax(document: GraphDocument, line: int, column: int, *, problem: str) -> LoadError:
    """Report that a text is not in its format, at a place of it, which it has as any text has lines."""
    plain = Document(document.text, document.path)
    lines = document.text.count("\n") + 1
    said = " ".join(problem.split())[:200]
    plain.fault("rdf.syntax", min(line, lines), column, problem=Plain(said))
    return plain.refuse()


def _checked_json(document: GraphDocument) -> Any:
    """Parse JSON, and refuse what is none, and contexts that are elsewhere."""
    try:
        content = json.loads(document.text, object_pairs_hook=unique)
    except DuplicateKeyError as error:
        document.fault_of_file("rdf.key-twice", key=error.key)
        raise document.refuse() from None
    except json.JSONDecodeError as error:
        raise _syntax(document, error.lineno, error.colno, problem=error.msg) from None
    except ValueError as error:
        raise _syntax(document, 1, 1, problem=str(error)) from None
    except RecursionError:
        document.fault_of_file("rdf.too-deep")
        raise document.refuse() from None
    pending = [content]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            elsewhere = [one for one in _contexts(item) if isinstance(one, str)]
            for address in elsewhere:
                index = document.text.find(json.dumps(address, ensure_ascii=False))
                plain = Document(document.text, document.path)
                plain.fault("rdf.remote-context", *plain.place(max(0, index)), address=address)
                raise plain.refuse()
            pending += item.values()
        elif isinstance(item, list):
            pending += item
    return content


def _contexts(item: dict[str, Any]) -> Iterator[Any]:
    """List what may be the address of a context, in lists of lists too."""
    pending = [item.get("@context"), item.get("@import")]
    while pending:
        context = pending.pop(0)
        if isinstance(context, list):
            pending += context
        else:
            yield context


class DuplicateKeyError(ValueError):
    """A key stands twice in an object of JSON, so that one of its values would be lost."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of JSON of its pairs. Raises `DuplicateKeyError`.

    >>> unique([("orders", 1), ("spend", 2)])
    {'orders': 1, 'spend': 2}
    """
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise DuplicateKeyError(key)
        found[key] = value
    return found


class _RootReached(Exception):  # noqa: N818  # no error: what was looked for is read
    """The declarations of a text are over."""


def _check_entities(document: GraphDocument) -> None:
    """Refuse entities that are elsewhere, that have others in them, or that multiply the text."""
    entities: dict[str, str] = {}
    parser = expat.ParserCreate("utf-8")  # the text is read already, whatever it says of its encoding

    def declared(name: str, is_parameter: int, value: str | None, *_: str | None) -> None:
        if value is None or is_parameter or "&" in value or "%" in value:
            raise _entity(document, name)
        entities[name] = value

    def started(*_: Any) -> None:
        raise _RootReached

    def refused(*_: Any) -> None:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        raise _syntax(document, line, column, problem="<!ATTLIST")

    def typed(_: str, system: str | None, *__: Any) -> None:
        if system is not None:
            line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            raise _syntax(document, line, column, problem="<!DOCTYPE … SYSTEM")

    parser.EntityDeclHandler = declared
    parser.AttlistDeclHandler = refused
    parser.StartDoctypeDeclHandler = typed
    parser.StartElementHandler = started
    with suppress(_RootReached, expat.ExpatError):  # what is no XML at all is for rdflib to say
        parser.Parse(document.text.encode("utf-8", "replace"), True)  # noqa: FBT003  # the last piece
    grown = sum(document.text.count(f"&{name};") * len(value) for name, value in entities.items())
    if grown > MAX_BYTES:
        raise _entity(document, max(entities, key=lambda name: len(entities[name])))


def _entity(document: GraphDocument, name: str) -> LoadError:
    plain = Document(document.text, document.path)
    found = re.search(rf"<!ENTITY\s+(?:%\s+)?{re.escape(name)}\s", document.text)
    plain.fault("rdf.entity", *plain.place(found.start() if found else 0), name=name)
    return plain.refuse()
