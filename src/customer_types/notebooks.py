"""A notebook shows a taxonomy, a category, a catalog, a classification or a report as tables.

Each language of a taxonomy has a column, and the same is said in all of them. A taxonomy is shown with
the relations of its categories, which are proved when it is shown: so there is a limit to the number of
categories and to the steps of each proof, and what lies beyond is said to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import yaml

from customer_types import explanation
from customer_types._html import (
    QUIET,
    Element,
    Piece,
    cell,
    code,
    element,
    indented,
    row,
    said,
    table,
    written,
)
from customer_types.catalogs import Catalog, catalog
from customer_types.categories import Action, Category, Note, Taxonomy
from customer_types.classification import Classification
from customer_types.criteria import Criterion
from customer_types.errors import CustomerTypesError, MissingLanguageError
from customer_types.facts import NO_TEXTS
from customer_types.labels import Label, Name, Naming, Texts
from customer_types.languages import covers
from customer_types.messages import message, spoken
from customer_types.relations import Relation
from customer_types.verification import Report, verify
from customer_types.wording import Wording
from customer_types.writing import plain

#: So many categories have a table of their relations; a larger one would not be read.
MOST_CATEGORIES = 16
#: So many steps a proof may take while somebody waits to see a taxonomy.
BUDGET = 20_000
#: So many lines of a report are shown.
MOST_LINES = 60

_SIGNS = {
    Relation.DISJOINT: "∅",
    Relation.SUBSET: "⊂",
    Relation.SUPERSET: "⊃",
    Relation.EQUAL: "=",
    Relation.OVERLAP: "∩",
    Relation.UNDECIDED: "?",
}
_NAMES: Mapping[str, Callable[[Naming], list[Name]]] = {
    "label": lambda naming: [] if naming.name is None else [naming.name],
    "also": lambda naming: list(naming.also),
    "avoid": lambda naming: [one.name for one in naming.avoid],
}
_MARKS = {True: "✓", False: "✗", None: "?"}


def html(shown: object) -> str:
    """Write what a notebook shows of an object.

    >>> from customer_types import taxonomy
    >>> text = html(taxonomy("lifecycle"))
    >>> "Loyal customer" in text, "Client fidèle" in text
    (True, True)
    """
    match shown:
        case Taxonomy():
            return written(_taxonomy(shown))
        case Category():
            return written(_category(shown))
        case Classification():
            return written(_classification(shown))
        case Report():
            return written(_report(shown))
        case Catalog():
            return written(_catalog(shown))
    raise TypeError(type(shown).__name__)


class _Speaker:
    """Says the same in several languages, side by side."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(dict.fromkeys(languages))
        self.fallback = ("en", *self.languages)

    def say(self, key: str, **arguments: Any) -> Iterator[Piece]:
        """Say one of the library's own phrases, in each of its languages that is wanted."""
        for number, language in enumerate(dict.fromkeys(map(spoken, self.languages))):
            yield " · " * bool(number)
            yield said(message(f"notebook.{key}", language, arguments), language)

    def text(self, texts: Texts | Label, language: str, tag: str = "span") -> Element:
        """Say a text in a language, or else in another one, which then is not named."""
        try:
            return said(texts.text(language), language, tag)
        except MissingLanguageError:
            there = next((texts.text(one) for one in self.fallback if _has(texts, one)), "")
            return said(there, None, tag)

    def names(self) -> Iterator[Element]:
        """Name the languages, as headings of their columns."""
        return (code(language) for language in self.languages)

    def cells(self, pieces: Callable[[str], Iterable[Piece]]) -> Iterator[Element]:
        """Make a cell for each language."""
        return (cell(*pieces(language)) for language in self.languages)

    def caption(self, named: Taxonomy | Category, id: str) -> Iterator[Piece]:
        """Give a label in all languages, and the id."""
        for language in self.languages:
            yield self.text(named.labels, language, "strong")
            yield " · "
        yield code(id)

    def summary(self, named: Taxonomy | Category, language: str) -> Iterator[Element]:
        """Give a label with its definition."""
        yield element("strong", self.text(named.labels, language))
        yield self.text(named.definitions or NO_TEXTS, language, "div")


def _has(texts: Texts | Label, language: str) -> bool:
    try:
        return bool(texts.text(language))
    except MissingLanguageError:
        return False


# ---- taxonomies --------------------------------------------------------------------------------


def _taxonomy(taxonomy: Taxonomy) -> Iterator[Element]:
    speaker = _Speaker(taxonomy.languages)
    words = {language: Wording(taxonomy, language) for language in speaker.languages}

    def pieces(category: Category, language: str) -> Iterator[Element]:
        yield from speaker.summary(category, language)
        if category.when is not None:
            lines = indented(words[language].criterion(category.when), language)
            heading = said(
                message("notebook.criteria", language, {}), spoken(language), "summary", style=QUIET
            )
            yield element("details", heading, *lines)
        elif category.without_criteria is not None:
            yield speaker.text(category.without_criteria, language, "div")

    yield table(
        speaker.caption(taxonomy, f"{taxonomy.id} {taxonomy.version}"),
        speaker.names(),
        [
            row(code(taxonomy.id), *speaker.cells(partial(speaker.summary, taxonomy))),
            *(row(code(one.id), *speaker.cells(partial(pieces, one))) for one in taxonomy),
        ],
    )
    yield from _relations(verify(taxonomy, budget=BUDGET), speaker)


def _relations(report: Report, speaker: _Speaker) -> Iterator[Element]:
    """Make the table of how each category stands to each other one."""
    ids = [category.id for category in report.categories]
    if len(ids) > MOST_CATEGORIES:
        yield element("p", *speaker.say("many", count=len(ids)), style=QUIET)
    elif len(ids) > 1:
        try:
            found = {
                (one, other): report.relation(one, other) for one in ids for other in ids if one != other
            }
        except CustomerTypesError as error:
            for language in dict.fromkeys(map(spoken, speaker.languages)):
                yield said(error.render(language), language, "p")
            return
        rows = (row(code(one), *(_sign(found.get((one, other)), speaker) for other in ids)) for one in ids)
        yield table(speaker.say("relations"), map(code, ids), rows)
        for relation in dict.fromkeys(found.values()):
            yield element("div", f"{_SIGNS[relation]} ", *speaker.say(f"relation-{relation}"), style=QUIET)


def _sign(relation: Relation | None, speaker: _Speaker) -> Element:
    """Make the cell of a relation: a sign to be seen, and the same in words."""
    if relation is None:
        return cell(align="center")
    words = "".join(
        "".join(one.itertext()) if not isinstance(one, str) else one
        for one in speaker.say(f"relation-{relation}")
    )
    quiet = {"style": QUIET} if relation is Relation.DISJOINT else {}
    return cell(element("abbr", _SIGNS[relation], title=words, **quiet), align="center")


def _catalog(shown: Catalog) -> Iterator[Element]:
    taxonomies = tuple(shown)
    speaker = _Speaker(language for taxonomy in taxonomies for language in taxonomy.languages)
    rows = (
        row(
            code(one.id),
            cell(str(len(one)), align="right"),
            *speaker.cells(partial(speaker.summary, one)),
        )
        for one in taxonomies
    )
    counted = element("span", *speaker.say("categories"))
    yield table(speaker.say("catalog"), [counted, *speaker.names()], rows)


# ---- categories --------------------------------------------------------------------------------


def _category(category: Category) -> Iterator[Element]:
    tags = list(category.labels.by_language)
    # A variety of a language says only what differs, and says it beside the language.
    speaker = _Speaker(one for one in tags if not any(one != other and covers(other, one) for other in tags))
    rows = [
        row(element("span", *speaker.say(key)), *speaker.cells(pieces))
        for key, pieces in _parts(category, speaker)
    ]
    yield table(speaker.caption(category, category.key), speaker.names(), rows)


def _parts(category: Category, speaker: _Speaker) -> Iterator[tuple[str, Callable[[str], Iterable[Piece]]]]:
    """Give what a category has, each part in any language."""
    namings = category.labels.by_language.values()
    for key, listed in _NAMES.items():
        if any(map(listed, namings)):
            yield key, partial(_names, category, listed)
    if category.definitions is not None:
        yield "definition", partial(_text, category.definitions, speaker)
    if category.when is not None:
        yield "criteria", partial(_criterion, category, category.when, speaker)
    elif category.without_criteria is not None:
        yield "criteria", partial(_text, category.without_criteria, speaker)
    for key, statements in (("actions", category.actions), ("notes", category.notes)):
        if statements:
            yield key, partial(_statements, statements, speaker)


def _names(category: Category, listed: Callable[[Naming], list[Name]], language: str) -> Iterator[Element]:
    """Give names in a language and its varieties, each in its forms."""
    for tag, naming in category.labels.by_language.items():
        for name in listed(naming) if covers(language, tag) else ():
            forms = ", ".join(dict.fromkeys(name.forms.values()))
            variety: list[Piece] = [] if tag == language else [code(tag), " "]
            yield element("div", *variety, said(forms, tag))


def _text(texts: Texts, speaker: _Speaker, language: str) -> Iterator[Element]:
    yield speaker.text(texts, language, "div")


def _criterion(category: Category, when: Criterion, speaker: _Speaker, language: str) -> Iterator[Element]:
    """Say a criterion in words, or as its file has it where its taxonomy, with its numbers, is not at hand."""
    home = catalog()[category.taxonomy] if category.taxonomy in catalog().ids else None
    if home is not None and any(one is category for one in home):
        yield from indented(Wording(home, language).criterion(when), language)
    else:
        text = yaml.safe_dump(plain(category)["when"], allow_unicode=True, sort_keys=False, indent=4)
        yield from (element("div", code(line), style="white-space:pre") for line in text.splitlines())


def _statements(statements: Iterable[Action | Note], speaker: _Speaker, language: str) -> Iterator[Element]:
    for one in statements:
        aim: list[Piece] = [" → ", code(one.towards)] if isinstance(one, Action) and one.towards else []
        yield element("div", speaker.text(one.texts, language), *aim)


# ---- customers and proofs ----------------------------------------------------------------------


def _classification(result: Classification) -> Iterator[Element]:
    taxonomy = result.taxonomy
    speaker = _Speaker(taxonomy.languages)
    told = {
        language: explanation.by_category(taxonomy, result.facts, tuple(result.verdicts.values()), language)
        for language in speaker.languages
    }
    verdicts = [(one.id, result.verdicts[one.id]) for one in taxonomy]
    order = (True, None, False)
    verdicts.sort(key=lambda pair: order.index(pair[1]))
    rows = [
        row(
            element("span", f"{_MARKS[verdict]} ", code(id)),
            *speaker.cells(partial(_reasons, told, id)),
        )
        for id, verdict in verdicts
    ]
    if result.missing:
        heading = element("span", *speaker.say("missing"))
        rows.append(row(heading, *speaker.cells(partial(_missing, result, speaker))))
    if result.actions:
        heading = element("span", *speaker.say("actions"))
        rows.append(row(heading, *speaker.cells(partial(_statements, result.actions, speaker))))
    yield table(speaker.caption(taxonomy, f"{taxonomy.id} {taxonomy.version}"), speaker.names(), rows)


def _reasons(told: Mapping[str, Mapping[str, list[str]]], category: str, language: str) -> Iterator[Element]:
    return indented(told[language][category], language)


def _missing(result: Classification, speaker: _Speaker, language: str) -> Iterator[Element]:
    facts = result.taxonomy.vocabulary.facts
    return (speaker.text(facts[name].labels, language, "div") for name in result.missing)


def _report(report: Report) -> Iterator[Element]:
    taxonomy = report.taxonomy
    speaker = _Speaker(taxonomy.languages)
    yield from _relations(report, speaker)

    def lines(language: str) -> Iterator[Element]:
        told = report.explain(language).split("\n")
        yield from indented(told[:MOST_LINES], language)
        if len(told) > MOST_LINES:
            rest = message("notebook.more", language, {"count": len(told) - MOST_LINES})
            yield said(rest, spoken(language), "div", style=QUIET)

    yield table(
        speaker.caption(taxonomy, f"{taxonomy.id} {taxonomy.version}"),
        speaker.names(),
        [row(element("span", *speaker.say("proved")), *speaker.cells(lines))],
    )
