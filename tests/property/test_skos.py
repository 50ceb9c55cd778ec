"""Laws of SKOS: what was written is read as it was, and any text ends in a taxonomy or in faults."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings, strategies as st
from tests.property.documents import QUOTES, Content, contents, flow
from tests.property.strategies import worlds
from tests.tries import tries

import customer_types as ct
from customer_types import LoadError, Taxonomy, skos
from customer_types._reading.writing import plain
from customer_types.skos import FORMATS, Format
from customer_types.skos.identifiers import identifier, identifiers
from customer_types.skos.names import encoded, is_iri

formats = st.sampled_from(FORMATS)
bases = st.sampled_from(
    [skos.BASE, "https://example.org/", "urn:example:types/", "http://a.example/é/%C3%A9/"]
)


@pytest.mark.filterwarnings(
    "ignore::customer_types.TaxonomyWarning"
)  # of the file; what is read again has none
@settings(max_examples=tries(60))
@given(contents(), st.sampled_from(QUOTES), formats, bases)
def test_reading_what_was_written_gives_an_equal_taxonomy(
    content: Content, quote: Callable[[str], str], format: Format, base: str
) -> None:
    """Whatever a file can say, hostile text included, comes through each of the formats."""
    taxonomy = ct.loads(flow(content, quote))
    again = skos.loads(skos.dumps(taxonomy, format=format, base=base), format=format)
    assert again == taxonomy
    assert ct.fingerprint(again) == ct.fingerprint(taxonomy)


@pytest.mark.filterwarnings("ignore::customer_types.TaxonomyWarning")
@settings(max_examples=tries(25))
@given(contents(), formats)
def test_writing_again_gives_the_same_text(content: Content, format: Format) -> None:
    """There is one text for a content."""
    written = skos.dumps(ct.loads(flow(content, QUOTES[0])), format=format)
    assert skos.dumps(skos.loads(written, format=format), format=format) == written


@pytest.mark.filterwarnings("ignore::customer_types.TaxonomyWarning")
@settings(max_examples=tries(40))
@given(contents())
def test_what_is_written_keeps_the_conditions_of_skos(content: Content) -> None:
    """No taxonomy that can be read makes a graph that SKOS forbids."""
    assert skos.check(skos.dumps(ct.loads(flow(content, QUOTES[0])))) == ()


@settings(max_examples=tries(40))
@given(worlds(), formats)
def test_criteria_of_any_shape_come_through(world: object, format: Format) -> None:
    """Taxonomies that programs make, with facts of a vocabulary of their own, have their content kept."""
    for taxonomy in world.taxonomies.values():  # type: ignore[attr-defined]
        _same_content(taxonomy, format)


def _same_content(taxonomy: Taxonomy, format: Format) -> None:
    """Hold the content against what is read, which is not checked against any catalog."""
    from customer_types.skos.documents import GraphDocument  # noqa: PLC0415
    from customer_types.skos.names import Names  # noqa: PLC0415
    from customer_types.skos.own import Contents, numbers_in  # noqa: PLC0415
    from customer_types.skos.parsing import graph_of  # noqa: PLC0415

    document = GraphDocument(skos.dumps(taxonomy, format=format), "x.ttl")
    reader = Contents(graph_of(document, format), document, Names().taxonomy(taxonomy.id))
    assert _sorted_labels(numbers_in(reader.taxonomy())) == _sorted_labels(plain(taxonomy))


def _sorted_labels(content: Content) -> Content:
    """Write plain labels as names with one form, as triples have them."""
    if isinstance(content, list):
        return [_sorted_labels(item) for item in content]
    if not isinstance(content, dict):
        return content
    found = {key: _sorted_labels(value) for key, value in content.items()}
    if isinstance(found.get("label"), dict):
        labels = found["label"].items()
        found["label"] = {tag: {"one": name} if isinstance(name, str) else name for tag, name in labels}
    return found


# ---- hostile input ---------------------------------------------------------------------------------------

SNIPPETS = [
    *(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n",
        "@base <x> .",
        "<a> ",
        "skos:broader ",
        "a ",
    ),
    *("skos:prefLabel ", '"x"@en', '"x"^^skos:Concept', " ; ", " , ", " . ", "[ ", " ]", "( ", " )", "_:b "),
    *(
        '"""',
        "'",
        "\\u0000",
        "\\ud800",
        "#",
        "<http://\x00>",
        "1e9",
        "true",
        "@en",
        "skos:Concept",
        "=>",
        "{",
        "}",
    ),
    *(
        "<rdf:RDF>",
        "<!DOCTYPE a [",
        "<!ENTITY a 'b'>",
        "]>",
        "&a;",
        "</rdf:RDF>",
        '{"@context":',
        '"@id"',
        "[]",
    ),
]


@settings(max_examples=tries(150))
@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join)), formats
)
@pytest.mark.filterwarnings("ignore::customer_types.TaxonomyWarning")
def test_any_text_ends_in_a_taxonomy_or_in_faults(text: str, format: Format) -> None:
    """No text raises anything but faults, each with its words in both languages."""
    try:
        skos.loads(text, format=format)
    except LoadError as error:
        _ = error.render("en"), error.render("fr")


@pytest.mark.filterwarnings("ignore::customer_types.TaxonomyWarning")
@settings(max_examples=tries(60))
@given(
    st.sampled_from(["buying-habits", "supply-chain-positions"]), formats, st.randoms(use_true_random=False)
)
def test_any_mutation_of_a_good_text_ends_in_a_taxonomy_or_in_faults(
    id: str, format: Format, random: Random
) -> None:
    """A good text with a piece cut out, doubled or moved is read without any error but faults."""
    text = skos.dumps(ct.taxonomy(id), format=format)
    for _ in range(random.randint(1, 3)):
        start = random.randrange(len(text))
        piece = text[start : start + random.randint(1, 60)]
        place = random.randrange(len(text))
        text = random.choice(
            (
                text.replace(piece, "", 1),
                text[:place] + piece + text[place:],
                text[:start] + text[start + 1 :],
            )
        )
    with suppress(LoadError):
        skos.loads(text, format=format)


# ---- names -----------------------------------------------------------------------------------------------


@given(st.text(max_size=300))
def test_an_identifier_is_an_id_or_nothing(text: str) -> None:
    """Whatever a notation is, the id that is made of it is one that files may have, or empty."""
    id = identifier(text)
    assert not id or ct.loads(_file(id[:64].rstrip("-"))).id


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=100), st.one_of(st.none(), st.text(max_size=20)), max_size=12
    )
)
def test_identifiers_differ(notations: dict[str, str | None]) -> None:
    """No two concepts get one id, and each id is one that files may have."""
    made = identifiers(notations)
    assert made.keys() == notations.keys()
    assert len(set(made.values())) == len(made)
    for id in made.values():
        assert ct.loads(_file(id)).id == id


def _file(id: str) -> str:
    label = "label: {en: A, fr: A}"
    return f"id: {id}\nversion: '1'\n{label}\ncategories:\n- {{id: a, {label}, when: {{orders: 1}}}}\n"


@given(st.text(max_size=100))
def test_an_address_is_an_iri_or_none(text: str) -> None:
    """What is encoded is an IRI without spaces, quotes, brackets or control characters."""
    iri = encoded(text)
    assert iri is None or (is_iri(iri) and str(iri).isascii() and not set(iri) & set('<>"{}|\\^` \n'))
