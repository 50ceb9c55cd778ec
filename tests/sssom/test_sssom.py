"""SSSOM tables: what is written is read again, in the standard's canonical form, and faults have places."""

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import get_args

import attrs
import pytest
import yaml
from hypothesis import given, settings, strategies as st
from tests.accepted import assert_accepted
from tests.tries import tries

import customer_types as ct
from customer_types import sssom
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Texts
from customer_types._model.mappings import NO_TERM, Justification, Mapping, MatchRelation, Namespace
from customer_types._reading.documents import Document
from customer_types._reading.files import read_mappings
from customer_types._reading.writing import dumps_mappings
from customer_types.errors import PrefixError

CATALOG = ct.catalog()
BAD = Path(__file__).parent / "bad"
GR = Namespace(prefix="gr", iri="http://purl.org/goodrelations/v1#")
OTHERS = (
    GR,
    Namespace(prefix="wd.x", iri="http://www.wikidata.org/entity/"),
    Namespace(prefix="U", iri="urn:x:"),
)

KEYS = [category.key for taxonomy in CATALOG for category in taxonomy]
PROSE = st.text(st.sampled_from("aé=+-@\"'\t\n|\\#:<&’«»\u00a0,;\U0001f600"), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    """Draw a mapping to a category or a term, with texts that a table has trouble with."""
    subject = draw(st.sampled_from(KEYS))
    home = subject.partition("/")[0]
    kind = draw(st.sampled_from(["category", "term", "none"]))
    source = None if kind == "category" else draw(st.sampled_from(OTHERS))
    match kind:
        case "category":
            object = draw(st.sampled_from([key for key in KEYS if not key.startswith(f"{home}/")]))
        case "term":
            assert source is not None
            name = draw(st.text(st.sampled_from("aZ9é-_./?&=%:#"), min_size=1, max_size=9))
            object = f"{source.prefix}:x{name}"
        case _:
            object = NO_TERM
    tags = draw(st.lists(st.sampled_from(["en", "fr", "fr-CA", "es"]), unique=True))
    return Mapping(
        subject=subject,
        relation=draw(st.sampled_from(get_args(MatchRelation))),
        object=object,
        object_label=draw(st.none() | PROSE) if kind == "term" else None,
        object_source=source,
        justification=draw(st.sampled_from(get_args(Justification))),
        author=draw(st.none() | PROSE),
        date=draw(st.none() | st.dates(dt.date(1000, 1, 1))),
        source=tuple(draw(st.lists(st.sampled_from(sorted(CATALOG.sources)), unique=True, max_size=2))),
        notes=Texts(by_language=FrozenMap({tag: draw(PROSE) for tag in tags})) if tags else None,
    )


def distinct(found: list[Mapping]) -> list[Mapping]:
    """Keep one mapping of each taxonomy: what several may not say at once is another matter."""
    outside = {one.subject.partition("/")[0]: one for one in found if one.object_source is not None}
    return [*outside.values(), *[one for one in found if one.object_source is None][:1]]


@settings(max_examples=tries(200))
@given(st.lists(mappings(), max_size=5).map(distinct), st.sampled_from(["en", "fr", "es"]))
def test_what_is_written_is_read(found: list[Mapping], language: str) -> None:
    """A table has all that mappings hold, whatever their texts are and in whichever language it is."""
    text = sssom.dumps(CATALOG, mappings=found, language=language)
    again = sssom.loads(text)
    assert sorted(again, key=repr) == sorted(found, key=repr)
    assert sssom.dumps(CATALOG, mappings=again, language=language) == text


@settings(max_examples=tries(100))
@given(st.lists(mappings(), max_size=5).map(distinct))
def test_mappings_from_a_table_become_a_file(found: list[Mapping]) -> None:
    """What comes from a table can be kept as the YAML of a crosswalk, where notes are in both languages."""
    kept = [
        attrs.evolve(
            one, notes=None if one.notes is None else Texts(by_language=FrozenMap({"en": "a", "fr": "b"}))
        )
        for one in found
    ]
    text = dumps_mappings(kept)
    assert read_mappings(Document(text, "<text>"), CATALOG) == tuple(kept)


def test_the_shipped_crosswalk_is_read_again() -> None:
    """Nothing of the 100 mappings is lost, and their places are those of the table."""
    found = sssom.loads(sssom.dumps(CATALOG))
    assert sorted(found, key=repr) == sorted(CATALOG.mappings, key=repr)
    assert {one.location.path for one in found} == {"<text>"}


def test_the_table_is_canonical() -> None:
    """Slots stand in the order of the standard, what all rows have is said once, and rows are sorted."""
    found = ct.crosswalk("market-roles/user", to="gr") + ct.crosswalk("market-roles/recommender", to="gr")
    text = sssom.dumps(CATALOG, mappings=found, version="1.0", id="https://example.org/x", license=None)
    *head, names, first, second = text.split("\n")[:-1]
    assert head == [
        "#curie_map:",
        "#  customer-types: https://w3id.org/customer-types/",
        "#  gr: http://purl.org/goodrelations/v1#",
        "#mapping_set_id: https://example.org/x",
        '#mapping_set_version: "1.0"',
        "#subject_source: customer-types:market-roles",
        '#object_source: "gr:"',
        "#mapping_date: 2026-11-22",
    ]
    assert names.split("\t") == [
        "subject_id",
        "subject_label",
        "predicate_id",
        "object_id",
        "object_label",
        "mapping_justification",
        "author_label",
        "other",
        "comment",
    ]
    assert first.split("\t")[:5] == [
        "customer-types:market-roles/recommender",
        "Recommender",
        "skos:exactMatch",
        "sssom:NoTermFound",
        "",
    ]
    assert second.split("\t")[3:5] == ["gr:Enduser", "Enduser (business entity type)"]
    metadata = yaml.safe_load("".join(f"{line[1:]}\n" for line in head))
    assert metadata["mapping_date"] == dt.date(2026, 11, 22)
    assert metadata["mapping_set_version"] == "1.0"


def test_labels_and_comments_are_in_the_language() -> None:
    """A French team gets French, and loses nothing."""
    found = ct.crosswalk("market-roles/user", to="gr")
    (row,) = sssom.dumps(CATALOG, mappings=found, language="fr").splitlines()[-1:]
    cells = row.split("\t")
    assert cells[1] == "Utilisateur"
    assert cells[-1].startswith("Seul le mot est commun")
    assert "comment_language=fr|comment@en=They share the word" in cells[-2]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    """A table that went through another system is the same table."""
    text = sssom.dumps(CATALOG).replace("\n", end)
    assert set(sssom.loads(text)) == set(CATALOG.mappings)


@pytest.mark.parametrize(
    "row", ['""""""x', '"', "a\tb", "\t" * 20, "#", "customer-types:lifecycle/lost\tx:y\tz:z"]
)
def test_a_table_of_nonsense_is_refused_soon(row: str) -> None:
    """However long nonsense goes on, the first hundred faults are shown, and the others counted."""
    text = "subject_id\tpredicate_id\tobject_id\tmapping_justification\n" + f"{row}\n" * 30_000
    with pytest.raises(ct.LoadError) as refused:
        sssom.loads(text)
    kinds = {fault.code for fault in refused.value.faults}
    assert 0 < len(refused.value.faults) <= 100 + len(kinds)


def test_a_foreign_table_is_read() -> None:
    """Other prefixes, spaces, carriage returns and columns that are unknown are no hindrance."""
    text = (
        "# curie_map:\r\n"
        "#   ours: https://w3id.org/customer-types/lifecycle/\r\n"
        "#   gr: http://purl.org/goodrelations/v1#\r\n"
        "# mapping_set_id: https://example.org/x\r\n"
        "# creator_id: [orcid:0000-0002-7356-1779]\r\n"
        '# mapping_date: "2020-02-29"\r\n'
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_id\text_x\tcomment\r\n"
        "ours:lost\tskos:relatedMatch\tgr:Enduser\tsemapv:LexicalMatching\torcid:1|orcid:2\tx\tA note\r\n"
    )
    (found,) = sssom.loads(text)
    assert found == Mapping(
        subject="lifecycle/lost",
        relation="relatedMatch",
        object="gr:Enduser",
        object_source=GR,
        justification="semapv:LexicalMatching",
        author="orcid:1, orcid:2",
        date=dt.date(2020, 2, 29),
        notes=Texts(by_language=FrozenMap({"en": "A note"})),
    )
    assert (found.location.line, found.location.column) == (8, 1)


def test_categories_may_have_iris_of_ones_own() -> None:
    """Who publishes categories elsewhere says so when writing, and when reading."""
    text = sssom.dumps(CATALOG, base="https://example.org/kinds/")
    assert set(sssom.loads(text, base="https://example.org/kinds/")) == set(CATALOG.mappings)
    with pytest.raises(ct.LoadError) as refused:
        sssom.loads(text)
    assert {fault.code for fault in refused.value.faults} == {"sssom.subject"}


@pytest.mark.parametrize(
    ("prefix", "iri"),
    [
        ("gr", "http://example.org/"),
        ("skos", "http://example.org/"),
        ("customer-types", "http://example.org/"),
        ("x", "https://w3id.org/customer-types/lifecycle/"),
    ],
)
def test_a_prefix_stands_for_one_vocabulary(prefix: str, iri: str) -> None:
    """What would be read as something else is not written."""
    one = ct.crosswalk("market-roles/user", to="gr")[0]
    other = attrs.evolve(one, object=f"{prefix}:X", object_source=Namespace(prefix=prefix, iri=iri))
    with pytest.raises(PrefixError) as refused:
        sssom.dumps(CATALOG, mappings=[one, other])
    assert refused.value.prefix == prefix
    assert "désigne" in refused.value.render("fr")


@pytest.mark.parametrize("path", sorted(BAD.glob("*.tsv")), ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_broken_table_gives_its_report(path: Path, language: str) -> None:
    """All faults are told at once, with place, line and cure."""
    with pytest.raises(ct.LoadError) as refused:
        sssom.loads(path.read_text(encoding="utf-8"))
    beside = path.with_name(path.name.replace(".sssom.tsv", f".{language}.txt"))
    assert_accepted(f"{refused.value.render(language)}\n", beside)


@settings(max_examples=tries(200))
@given(st.data())
def test_no_table_is_a_surprise(data: st.DataObject) -> None:
    """A table that is cut or garbled anywhere is read or refused, and never anything else."""
    text = sssom.dumps(CATALOG, mappings=CATALOG.mappings[-4:])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    garbled = text[:start] + data.draw(st.text(max_size=5) | PROSE) + text[end:]
    with suppress(ct.LoadError):
        assert all(one.subject in CATALOG for one in sssom.loads(garbled))
