"""Texts are parsed without a look at anything else, and end in a graph or in faults with places."""

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from customer_types import LoadError, skos
from customer_types.skos import Format, exchange, parsing

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"'


@pytest.fixture(autouse=True)
def _nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection or another file fails."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr("rdflib.parser.create_input_source", _no_address)
    monkeypatch.setattr("urllib.request.urlopen", refuse)


def _no_address(source: object = None, *_: object, data: object = None, **__: object) -> object:
    from rdflib.parser import StringInputSource  # noqa: PLC0415  # the real one is replaced

    assert source is None
    assert isinstance(data, str)
    return StringInputSource(data)


@pytest.mark.parametrize(
    ("format", "text", "expected"),
    [
        ("turtle", "<a> <b> .", (1, 8, "rdf.syntax")),
        ("turtle", "@prefix a: <b#> .\n<é> a:b 'x' ;; a:c d:e .", (2, 19, "rdf.syntax")),
        ("turtle", '\n\n<a> <b> "open .', (3, 10, "rdf.syntax")),
        ("turtle", "<a> <b> " + "[ <b> " * 3000, (None, None, "rdf.too-deep")),
        ("json-ld", '{"@id": "a",\n "b"}', (2, 5, "rdf.syntax")),
        ("json-ld", "", (1, 1, "rdf.syntax")),
        ("json-ld", "[" * 100_000, (None, None, "rdf.too-deep")),
        ("json-ld", '{"a": ' + "9" * 5000 + "}", (1, 1, "rdf.syntax")),
        ("json-ld", '{"@context": {"@vocab": 3}, "a": 1}', (None, None, "rdf.no-sense")),
        ("json-ld", '"x"', (None, None, "rdf.no-sense")),
        ("json-ld", '{"@id": "a", "b": [{"@id": "c", "@id": "d"}]}', (None, None, "rdf.key-twice")),
        ("json-ld", '{\n "@context": "https://example.org/context.json"}', (2, 14, "rdf.remote-context")),
        ("json-ld", '{"@context": [{}, "file:///etc/passwd"]}', (1, 19, "rdf.remote-context")),
        ("json-ld", '{"@context": {"a": {"@id": "b:c", "@context": "x"}}}', (1, 47, "rdf.remote-context")),
        ("json-ld", '{"@graph": [{"@context": {"@import": "x"}}]}', (1, 38, "rdf.remote-context")),
        ("json-ld", '{"@context": [["http://127.0.0.1:9/x"]]}', (1, 16, "rdf.remote-context")),
        ("json-ld", '{"@context": [{}, [[], ["file:///etc/passwd"]]]}', (1, 25, "rdf.remote-context")),
        ("xml", f"<rdf:RDF {RDF}>\n  <a></b>", (2, 8, "rdf.syntax")),
        ("xml", f"<rdf:RDF {RDF}>\n<rdf:li/></rdf:RDF>", (2, 1, "rdf.syntax")),
        ("xml", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>', (1, 14, "rdf.entity")),
        ("xml", '<!DOCTYPE a [<!ENTITY a PUBLIC "x" "http://a/b">]><a>&a;</a>', (1, 14, "rdf.entity")),
        ("xml", '<!DOCTYPE a [<!ENTITY % a "b">]><a/>', (1, 14, "rdf.entity")),
        ("xml", '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><a>&c;</a>', (1, 29, "rdf.entity")),
    ],
)
def test_what_cannot_be_parsed(
    format: Format, text: str, expected: tuple[int | None, int | None, str]
) -> None:
    """A fault has the line and the column where the parser tells them, and its words in both languages."""
    with pytest.raises(LoadError) as refused:
        skos.loads(text, format=format, path="x.ttl")
    (fault,) = refused.value.faults
    assert (fault.location.line, fault.location.column, fault.code) == expected
    assert fault.location.path == "x.ttl"
    assert fault.message("fr")
    assert len(refused.value.render()) < 2000


def test_entities_that_are_abbreviations_are_read() -> None:
    """Editors of ontologies write namespaces as entities; that does no harm."""
    text = f"""<!DOCTYPE rdf:RDF [<!ENTITY v "https://example.org/v/">]>
    <rdf:RDF {RDF}><skos:Concept rdf:about="&v;Gold"><skos:prefLabel xml:lang="en">Gold</skos:prefLabel>
    </skos:Concept></rdf:RDF>"""
    assert skos.loads(text, format="xml")["gold"].label("en") == "Gold"


def test_entities_that_multiply_a_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many uses of a long entity would be as good as a bomb."""
    monkeypatch.setattr(parsing, "MAX_BYTES", 100_000)
    text = f'<!DOCTYPE a [<!ENTITY a "{"x" * 1000}">]><a>{"&a;" * 200}</a>'
    with pytest.raises(LoadError, match=r"rdf\.entity"):
        skos.loads(text, format="xml")


def test_a_text_that_is_too_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The limit is looked at first, for texts and for files."""
    monkeypatch.setattr(parsing, "MAX_BYTES", 10)
    with pytest.raises(LoadError, match=r"file\.too-large"):
        skos.loads("<a> <b> <c> .")
    monkeypatch.setattr(exchange, "MAX_BYTES", 10)
    path = tmp_path / "a.ttl"
    path.write_text("<a> <b> <c> .", encoding="utf-8")
    with pytest.raises(LoadError, match=r"file\.too-large"):
        skos.load(path)


def test_relative_names_lead_nowhere_on_this_machine() -> None:
    """Without a base they are relative to a domain that cannot exist, not to the folder of the process."""
    taxonomy = skos.loads(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        '<s> a skos:ConceptScheme ; skos:prefLabel "S"@en . <a> skos:inScheme <s> ; skos:prefLabel "A"@en .'
    )
    assert taxonomy.own_sources[0].url == "https://relative.invalid/s"


def test_named_graphs_of_json_ld_are_read_together() -> None:
    """What stands in a graph with a name counts like the rest."""
    text = """{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@id": "urn:x:g", "@graph": [
      {"@id": "https://example.org/a", "@type": "skos:Concept",
       "skos:prefLabel": {"@value": "A", "@language": "en"}}]}"""
    assert skos.loads(text, format="json-ld")["a"].label("en") == "A"


def test_the_log_is_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    """Odd terms of a file are no news for the log of a program."""
    text = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        '<a> a skos:Concept ; skos:prefLabel "A"@en ; skos:notation "x"^^xsd:integer .'
    )
    skos.loads(text)
    assert caplog.records == []
