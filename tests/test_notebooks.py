"""What notebooks show: the same in each language, well-formed, without anything that could act, and soon."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import html5lib
import pytest
from hypothesis import given, strategies as st
from tests.property.strategies import worlds
from tests.test_verification import hard

import customer_types as ct
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Avoided, Label, Name, Naming, Texts
from customer_types._model.taxonomies import Category, Deprecation, Taxonomy
from customer_types._showing import notebooks

LIFECYCLE = ct.taxonomy("lifecycle")
FACTS = {"orders": 5, "orders_365d": 4, "days_since_last_order": 20}


def tree(shown: Any) -> ET.Element:
    """Read what is shown as XML."""
    return ET.fromstring(shown._repr_html_())


def words(node: ET.Element) -> str:
    """Give the text of a piece."""
    return "".join(node.itertext())


def headings(table: ET.Element) -> list[str]:
    """Give the headings of a table's columns."""
    return [words(one) for one in table.iterfind("thead/tr/th")]


def rows(table: ET.Element) -> dict[str, list[ET.Element]]:
    """Give the cells of each row by its heading."""
    return {words(row[0]): list(row[1:]) for row in table.iterfind("tbody/tr")}


SHOWN = {
    "taxonomy": LIFECYCLE,
    "taxonomy without criteria": ct.taxonomy("segmentation-bases"),
    "category": LIFECYCLE["loyal"],
    "classification": ct.classify(FACTS, LIFECYCLE),
    "report": ct.verify(ct.taxonomy("relationship-types")),
    "catalog": ct.catalog(),
}


# ---- what is shown -----------------------------------------------------------------------------


def test_a_taxonomy_has_a_column_for_each_language() -> None:
    """Labels, definitions and criteria stand side by side, each marked with its language."""
    table = tree(LIFECYCLE).findall("table")[0]
    assert headings(table) == ["en", "fr"]
    english, french = rows(table)["loyal"]
    assert words(english).startswith("Loyal customerA customer who has been buying for a long time")
    assert words(french).startswith("Client fidèleClient qui achète depuis longtemps")
    assert "Orders: at least 6\u00a0orders [loyal_orders]" in words(english)
    assert "Commandes\u00a0: au moins 6\u00a0commandes [loyal_orders]" in words(french)
    assert {one.get("lang") for one in english.iter() if one.get("lang")} == {"en"}
    assert {one.get("lang") for one in french.iter() if one.get("lang")} == {"fr"}
    assert list(rows(table)) == ["lifecycle", "potential", "new", "active", "loyal", "lost"]


def test_a_taxonomy_shows_how_its_categories_relate() -> None:
    """The table of relations has in each cell what `relation` says, as a sign and in words."""
    taxonomy = ct.taxonomy("relationship-types")
    report = ct.verify(taxonomy)
    table = tree(taxonomy).findall("table")[-1]
    ids = [category.id for category in taxonomy]
    assert headings(table) == ids
    signs = {"disjoint": "∅", "subset": "⊂", "superset": "⊃", "equal": "=", "overlap": "∩"}
    for one, cells in rows(table).items():
        for other, cell in zip(ids, cells, strict=True):
            if one == other:
                assert words(cell) == ""
            else:
                assert words(cell) == signs[report.relation(one, other)]
                assert cell[0].get("role") == "img"
                assert "·" in cell[0].attrib["aria-label"]
    assert words(rows(table)["loyal"][0]) == "⊂"


def test_a_taxonomy_of_other_languages_shows_them() -> None:
    """The columns are the taxonomy's languages; the library's own words are in one that it speaks."""
    mine = ct.loads("""
id: clubs
version: 1.0.0
languages: [es, de]
label: {es: Clubes, de: Klubs}
categories:
  - {id: gold, label: {es: Socio de oro, de: Goldmitglied}, when: {orders: {min: 3}}}
  - {id: blue, label: {es: Socio azul, de: Blaues Mitglied}, when: {orders: {max: 3}}}
""")
    first, second = tree(mine).findall("table")
    assert headings(first) == ["es", "de"]
    assert [words(cell).partition("Criteria")[0] for cell in rows(first)["gold"]] == [
        "Socio de oro",
        "Goldmitglied",
    ]
    assert [cell.get("title") for row in rows(second).values() for one in row for cell in one] == [
        "some are in both, some in one only"
    ] * 2
    result = tree(ct.classify({"orders": 5}, mine))
    assert "Socio de oro: yes" in words(result)


def test_what_is_deprecated_says_so() -> None:
    """A deprecated category names the one that replaces it, in each language."""
    gold = attrs.evolve(LIFECYCLE["new"], deprecated=Deprecation(since="2.0.0", replaced_by="active"))
    others = tuple(one for one in LIFECYCLE if one.id != "new")
    shown = tree(attrs.evolve(LIFECYCLE, categories=(gold, *others)))
    english, french = rows(shown.findall("table")[0])["new"]
    assert "`lifecycle/new` is deprecated since version 2.0.0; use `lifecycle/active`" in words(english)
    assert "utilisez `lifecycle/active`" in words(french)


def test_a_category_shows_all_its_names() -> None:
    """Forms, synonyms and terms to avoid are listed, those of a variety beside the language."""
    (table,) = tree(LIFECYCLE["potential"]).findall("table")
    assert headings(table) == ["en", "fr"]
    found = rows(table)
    assert words(found["Label · Libellé"][1]).startswith("Client potentiel, Clients potentiels, ")
    assert "Prospect, Prospects" in words(found["Synonyms · Synonymes"][0])
    assert "fr-CA" in words(found["To avoid · À éviter"][1])
    assert words(found["Criteria · Critères"][0]).startswith("Orders: exactly 0\u00a0orders")
    assert "→ new" in words(found["What to do · Que faire"][1])


def test_a_category_of_a_changed_taxonomy_does_not_borrow_numbers() -> None:
    """A category does not know its taxonomy: unless it is the shipped one, thresholds stay names."""
    changed = ct.loads(ct.dumps(attrs.evolve(LIFECYCLE, version="9.0.0")))
    assert changed["loyal"] == LIFECYCLE["loyal"]
    (table,) = tree(changed["loyal"]).findall("table")
    for cell in rows(table)["Criteria · Critères"]:
        assert "min: loyal_orders" in words(cell)
        assert "at least" not in words(cell)


def test_a_classification_shows_the_reasons() -> None:
    """Each category has its verdict and the reason, those that the customer is in first, and what to do."""
    customer = {**FACTS, "orders": 7, "days_since_first_order": 400}
    (table,) = tree(ct.classify(customer, LIFECYCLE)).findall("table")
    found = rows(table)
    assert list(found)[:2] == ["✓ loyal", "✗ potential"]
    assert words(found["✓ loyal"][0]).startswith("✓ Loyal customer: yes✓ Orders: 7 (at least 3\u00a0orders")
    assert words(found["✓ loyal"][1]).startswith("✓ Client fidèle\u00a0: oui")
    assert "Reward loyalty" in words(found["What to do · Que faire"][0])


def test_a_classification_shows_what_is_missing() -> None:
    """Missing facts stand in their own row, by their labels."""
    (table,) = tree(ct.classify(FACTS, LIFECYCLE)).findall("table")
    missing = rows(table)["Missing facts · Faits à connaître"]
    assert [words(cell) for cell in missing] == [
        "Days since the first order",
        "Jours depuis la première commande",
    ]
    assert "? new" in rows(table)


@pytest.mark.parametrize("id", [id for id in ct.catalog().ids if any(one.when for one in ct.taxonomy(id))])
def test_a_report_shows_what_it_says(id: str) -> None:
    """The lines of the report stand in the column of their language; what is cut is counted."""
    report = ct.verify(ct.taxonomy(id), budget=notebooks.BUDGET)
    (cells,) = rows(tree(report).findall("table")[0]).values()
    for cell, language in zip(cells, ("en", "fr"), strict=True):
        lines = [line.strip() for line in report.explain(language).split("\n")[2:]]
        shown = [words(line) for line in cell]
        assert shown[:90] == lines[:90]
        if len(lines) > len(shown):
            assert re.search(r"\d+", shown[-1])[0] == str(len(lines) - len(shown) + 1)  # type: ignore[index]


def test_a_catalog_lists_its_taxonomies() -> None:
    """Each taxonomy has a row with its label, its definition and the number of categories."""
    (table,) = tree(ct.catalog()).findall("table")
    assert headings(table) == ["Categories · Catégories", "en", "fr"]
    found = rows(table)
    assert tuple(found) == ct.catalog().ids
    assert words(found["lifecycle"][0]) == "5"
    assert words(found["lifecycle"][2]).startswith("Cycle de vie du client")


# ---- limits ------------------------------------------------------------------------------------


def test_many_categories_have_no_table_of_relations() -> None:
    """More than 16 categories are too many for a table of relations, and after a hundred rows it is cut."""
    one = LIFECYCLE["potential"]
    many = tuple(attrs.evolve(one, id=f"c{number}") for number in range(150))
    shown = tree(attrs.evolve(LIFECYCLE, categories=many, rules=(), precedence=(), examples=()))
    (table,) = shown.findall("table")
    assert len(rows(table)) == 102  # the taxonomy, a hundred categories, and how many more there are
    assert words(table.findall("tbody/tr")[-1]) == "… and 50 more · … et 50 de plus"
    (remark,) = shown.findall("p")
    assert words(remark).startswith("150 categories: too many for a table")


def test_hard_taxonomies_are_undecided_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes more steps than a notebook waits for is undecided, and a report says that it knows more."""
    monkeypatch.setattr(notebooks, "BUDGET", 500)
    home = hard(120, parts=3, seed=1)
    assert {words(cell) for row in rows(tree(home).findall("table")[1]).values() for cell in row} >= {"?"}
    shown = tree(ct.verify(home))
    assert "print(report.explain())" in words(shown.findall("p")[0])


def test_a_taxonomy_that_cannot_be_proved_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the proofs end in an error its message stands in their place, in both languages."""

    def refuse(*_: object, **__: object) -> None:
        raise ct.UnknownIdError("taxonomy", "other")

    monkeypatch.setattr("customer_types._proving.verification.Report.relation", refuse)
    shown = tree(LIFECYCLE)
    assert [words(one) for one in shown.findall("p")] == [
        "unknown taxonomy `other`",
        "taxonomie inconnue\u00a0: `other`",
    ]


# ---- markup ------------------------------------------------------------------------------------

TAGS = {
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "span",
    "strong",
    "code",
    "details",
    "summary",
    "p",
}
ATTRIBUTES = {"style", "scope", "lang", "dir", "role", "title", "aria-label"}


def parsed_as_html(text: str) -> ET.Element:
    """Read a text as browsers do, and say whatever they would have to mend."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = parser.parseFragment(text)
    (root,) = found
    assert isinstance(root, ET.Element)
    return root


def check(text: str) -> None:
    """Check that a browser sees what was built, and that nothing in it can act or fetch."""
    built, seen = ET.fromstring(text), parsed_as_html(text)
    assert [(one.tag, one.attrib, one.text, one.tail) for one in built.iter()] == [
        (one.tag, dict(one.attrib), one.text, one.tail) for one in seen.iter()
    ]
    for one in seen.iter():
        assert one.tag in TAGS
        assert set(one.attrib) <= ATTRIBUTES
        assert "url" not in one.get("style", "")
        assert "color:" not in one.get("style", "").replace("color:inherit", "")
        if one.tag == "th":
            assert one.get("scope") in ("row", "col")
    for table in seen.iter("table"):
        assert table[0].tag == "caption"
        assert words(table[0])
        widths = {len(row) for row in table.iter("tr") if len(row) > 1}
        assert len(widths) == 1
    assert text.isprintable() or set(filter(lambda one: not one.isprintable(), text)) <= {"\u00a0", "\u202f"}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_is_shown_is_what_a_browser_reads(shown: Any) -> None:
    """The HTML needs no mending, has headings with a scope, and neither script, style sheet nor address."""
    check(shown._repr_html_())


HOSTILE = st.one_of(
    st.text(min_size=1),
    st.lists(
        st.sampled_from(
            [
                *(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "</td></table>",
                    "<!--",
                    "]]>",
                ),
                *(
                    '" onmouseover="alert(1)',
                    "'",
                    "&amp;",
                    "&#60;",
                    "&",
                    "<",
                    ">",
                    "javascript:",
                    "\n",
                    "\r",
                    "\x00",
                ),
                *(
                    "\u202e",
                    "\u2066",
                    "\u200f",
                    "\u0627\u0644\u0639",
                    "\x1b[31m",
                    "\u00a0",
                    "\ufeff",
                    "\ud800",
                    "é",
                ),
            ]
        ),
        min_size=1,
    ).map("".join),
)


def hostile(text: str) -> Taxonomy:
    """Make a taxonomy of which everything that is text says the same."""
    name = Name(forms=FrozenMap({"one": text, "other": text + text}))
    naming = Naming(name=name, also=(name,), avoid=(Avoided(name=name),))
    label = Label(by_language=FrozenMap({"en": naming, "fr": naming}))
    texts = Texts(by_language=FrozenMap({"en": text, "fr": text}))

    def evil(category: Category) -> Category:
        actions = tuple(attrs.evolve(one, texts=texts) for one in category.actions)
        return attrs.evolve(category, labels=label, definitions=texts, actions=actions)

    return attrs.evolve(
        LIFECYCLE, version="<1>", labels=label, definitions=texts, categories=tuple(map(evil, LIFECYCLE))
    )


@given(HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever labels, definitions and actions say, it is shown as text."""
    taxonomy = hostile(text)
    for shown in (taxonomy, taxonomy["loyal"], ct.classify(FACTS, taxonomy)):
        check(shown._repr_html_())


def test_hostile_text_is_seen() -> None:
    """Markup is shown as it is written, and what turns the direction of writing is written out."""
    shown = words(tree(hostile("<b>x</b> \u202e&amp;")))
    assert "<b>x</b> U+202E&amp;" in shown


def test_a_text_of_a_megabyte_is_cut() -> None:
    """Nobody reads a thousand characters of a label: more of them are not shown."""
    taxonomy = hostile("x" * 1_000_000)
    for shown in (taxonomy, taxonomy["loyal"], ct.classify(FACTS, taxonomy), ct.verify(taxonomy)):
        assert len(shown._repr_html_()) < 300_000


@given(worlds())
def test_any_taxonomy_can_be_shown(world: Any) -> None:
    """Whatever its criteria and its facts are, a taxonomy can be shown, and each of its categories."""
    for shown in (world.last, *world.last):
        check(shown._repr_html_())


# ---- doors -------------------------------------------------------------------------------------


def test_the_model_does_not_load_what_shows_it() -> None:
    """Nothing of what notebooks need is imported before a notebook asks."""
    code = (
        "import sys, customer_types as ct; one = ct.category('lifecycle/loyal')\n"
        "rooms = ['_showing.notebooks', '_proving.verification']\n"
        "print(*[f'customer_types.{room}' in sys.modules for room in rooms])\n"
        "one._repr_html_(); print('customer_types._showing.notebooks' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


def test_nothing_else_is_shown() -> None:
    """What is none of the five kinds is a mistake of the caller."""
    with pytest.raises(TypeError, match="int"):
        notebooks.html(1)


def indents(cell: ET.Element) -> Iterator[float]:
    """Give how far the lines of a cell are moved in."""
    for line in cell.iter("div"):
        found = re.match(r"margin-left:([\d.]+)em", line.get("style", ""))
        if found:
            yield float(found[1])


def test_what_belongs_together_is_moved_in() -> None:
    """The parts of a combination stand below it, a step to the right."""
    english = rows(tree(LIFECYCLE).findall("table")[0])["lost"][0]
    depths = list(indents(english))
    assert depths[:6] == [0, 1.2, 2.4, 2.4, 0, 1.2]
    assert all(later - before < 1.3 for before, later in pairwise(depths))
