"""A notebook shows a taxonomy, a category, a catalog, a classification or a report as tables.

Each language of a taxonomy has a column, and the same is said in all of them. A taxonomy is shown with
the relations of its categories, which are proved when it is shown: so there is a limit to the number of
categories and to the steps of each proof, and what lies beyond is said to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import yaml

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog
from customer_types._customers.classification import Classification
from customer_types._deciding import explanation
from customer_types._deciding.wording import Wording
from customer_types._messages import message, spoken
from customer_types._model.criteria import Criterion
from customer_types._model.examples import Example
from customer_types._model.labels import Name, Naming, Texts
from customer_types._model.languages import covers
from customer_types._model.taxonomies import Action, Category, Note, Taxonomy
from customer_types._proving.relations import Relation
from customer_types._proving.verification import Report, verify
from customer_types._reading.writing import plain
from customer_types._showing.html import QUIET, Element, Piece, cell, code, element, row, said, table, written
from customer_types._showing.speakers import Speaker
from customer_types.errors import CustomerTypesError

#: So many categories have a table of their relations; a larger one would not be read.
MOST_CATEGORIES = 16
#: So many steps a proof may take while somebody waits to see a taxonomy.
BUDGET = 20_000

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


# ---- taxonomies --------------------------------------------------------------------------------


def _taxonomy(taxonomy: Taxonomy) -> Iterator[Element]:
    speaker = Speaker(taxonomy.languages)
    words = {language: Wording(taxonomy, language) for language in speaker.languages}

    def pieces(category: Category, language: str) -> Iterator[Element]:
        yield from speaker.summary(category, language)
        if category.when is not None:
            lines = speaker.indented(words[language].criterion(category.when), language)
            title = message("notebook.criteria", language, {})
            yield element("details", said(title, spoken(language), "summary", style=QUIET), *lines)
        elif category.without_criteria is not None:
            yield speaker.text(category.without_criteria, language, "div")

    yield table(
        speaker.caption(taxonomy, f"{taxonomy.id} {taxonomy.version}"),
        speaker.names(),
        [
            row(code(taxonomy.id), *speaker.cells(partial(speaker.summary, taxonomy))),
            *speaker.rows(
                (row(code(one.id), *speaker.cells(partial(pieces, one))) for one in taxonomy), len(taxonomy)
            ),
        ],
    )
    if taxonomy.examples:
        yield _examples(taxonomy, speaker)
    yield from _relations(verify(taxonomy, budget=BUDGET), speaker)


def _told(
    examples: Iterable[Example], taxonomy: Taxonomy, speaker: Speaker, language: str
) -> Iterator[Element]:
    """Tell customers, with what is said of them and what is known."""
    words = Wording(taxonomy, language)
    for example in examples:
        yield speaker.text(example.texts, language, "div")
        for line in words.example(example):
            yield said(line, language, "div", style=f"margin-left:1.2em;{QUIET}")


def _examples(taxonomy: Taxonomy, speaker: Speaker) -> Element:
    """Make the table of examples: what is told, and what is said of it."""
    rows = (
        row(code(one.id), *speaker.cells(partial(_told, [one], taxonomy, speaker)))
        for one in taxonomy.examples
    )
    shown = speaker.rows(rows, len(taxonomy.examples))
    return table(speaker.say("notebook.examples"), speaker.names(), shown)


def _relations(report: Report, speaker: Speaker) -> Iterator[Element]:
    """Make the table of how each category stands to each other one."""
    ids = [category.id for category in report.categories]
    if len(ids) > MOST_CATEGORIES:
        yield element("p", *speaker.say("notebook.many", count=len(ids)), style=QUIET)
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
        yield table(speaker.say("notebook.relations"), map(code, ids), rows)
        for relation in dict.fromkeys(found.values()):
            yield element(
                "div", f"{_SIGNS[relation]} ", *speaker.say(f"notebook.relation-{relation}"), style=QUIET
            )


def _sign(relation: Relation | None, speaker: Speaker) -> Element:
    """Make the cell of a relation: a sign, and what it means for those who do not see it."""
    if relation is None:
        return cell(align="center")
    words = element("span", *speaker.say(f"notebook.relation-{relation}"))
    meaning = "".join(words.itertext())
    style = QUIET if relation is Relation.DISJOINT else "font-weight:bold"
    sign = element("span", _SIGNS[relation], role="img", title=meaning, style=style)
    sign.set("aria-label", meaning)
    return cell(sign, align="center")


def _catalog(shown: Catalog) -> Iterator[Element]:
    speaker = Speaker(language for taxonomy in shown for language in taxonomy.languages)
    rows = (
        row(
            code(one.id),
            cell(str(len(one)), align="right"),
            *speaker.cells(partial(speaker.summary, one)),
        )
        for one in shown
    )
    counted = element("span", *speaker.say("notebook.categories"))
    yield table(speaker.say("notebook.catalog"), [counted, *speaker.names()], speaker.rows(rows, len(shown)))


# ---- categories --------------------------------------------------------------------------------


def _category(category: Category) -> Iterator[Element]:
    tags = list(category.labels.by_language)
    # A variety of a language says only what differs, and says it beside the language.
    speaker = Speaker(one for one in tags if not any(one != other and covers(other, one) for other in tags))
    rows = [
        row(element("span", *speaker.say(f"notebook.{key}")), *speaker.cells(pieces))
        for key, pieces in _parts(category, speaker)
    ]
    yield table(speaker.caption(category, category.key), speaker.names(), rows)


def _parts(category: Category, speaker: Speaker) -> Iterator[tuple[str, Callable[[str], Iterable[Piece]]]]:
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
    home = _home(category)
    told = [] if home is None else [one for one in home.examples if category.id in one.answers]
    if home is not None and told:
        yield "examples", partial(_told, told, home, speaker)


def _names(category: Category, listed: Callable[[Naming], list[Name]], language: str) -> Iterator[Element]:
    """Give names in a language and its varieties, each in its forms."""
    for tag, naming in category.labels.by_language.items():
        for name in listed(naming) if covers(language, tag) else ():
            forms = ", ".join(dict.fromkeys(name.forms.values()))
            variety: list[Piece] = [] if tag == language else [code(tag), " "]
            yield element("div", *variety, said(forms, tag))


def _text(texts: Texts, speaker: Speaker, language: str) -> Iterator[Element]:
    yield speaker.text(texts, language, "div")


def _criterion(category: Category, when: Criterion, speaker: Speaker, language: str) -> Iterator[Element]:
    """Say a criterion in words, or as its file has it, if the taxonomy with its numbers is not at hand."""
    home = _home(category)
    if home is not None:
        yield from speaker.indented(Wording(home, language).criterion(when), language)
    else:
        text = yaml.safe_dump(plain(category)["when"], allow_unicode=True, sort_keys=False, indent=4)
        yield from (element("div", code(line), style="white-space:pre") for line in text.splitlines())


def _home(category: Category) -> Taxonomy | None:
    """Find the taxonomy of a category, if it is at hand."""
    home = catalog().named(category.taxonomy) if category.taxonomy in catalog().ids else None
    return home if home is not None and any(one is category for one in home) else None


def _statements(statements: Iterable[Action | Note], speaker: Speaker, language: str) -> Iterator[Element]:
    for one in statements:
        aim: list[Piece] = [" → ", code(one.towards)] if isinstance(one, Action) and one.towards else []
        yield element("div", speaker.text(one.texts, language), *aim)


# ---- customers and proofs ----------------------------------------------------------------------


def _classification(result: Classification) -> Iterator[Element]:
    taxonomy = result.taxonomy
    speaker = Speaker(taxonomy.languages)
    verdicts = result.verdicts
    told = {
        language: explanation.by_category(taxonomy, result.given, tuple(verdicts.values()), language)
        for language in speaker.languages
    }

    def reasons(category: str, language: str) -> Iterator[Element]:
        return speaker.indented(told[language][category], language)

    def missing(language: str) -> Iterator[Element]:
        facts = taxonomy.vocabulary.facts
        return (speaker.text(facts[name].labels, language, "div") for name in result.missing)

    ids = next(iter(told.values()))
    marked = ((id, element("span", f"{_MARKS[verdicts[id]]} ", code(id))) for id in ids)
    rows = [*speaker.rows((row(head, *speaker.cells(partial(reasons, id))) for id, head in marked), len(ids))]
    if result.missing:
        rows.append(row(element("span", *speaker.say("notebook.missing")), *speaker.cells(missing)))
    if result.actions:
        advice = partial(_statements, result.actions, speaker)
        rows.append(row(element("span", *speaker.say("notebook.actions")), *speaker.cells(advice)))
    yield table(speaker.caption(taxonomy, f"{taxonomy.id} {taxonomy.version}"), speaker.names(), rows)


def _report(report: Report) -> Iterator[Element]:
    taxonomy = report.taxonomy
    speaker = Speaker(taxonomy.languages)
    found = verify(taxonomy, budget=BUDGET)

    def lines(language: str) -> Iterator[Element]:
        _title, _, told = found.explain(language).partition("\n")
        return speaker.indented(told.strip("\n").split("\n"), language)

    yield table(
        speaker.caption(taxonomy, f"{taxonomy.id} {taxonomy.version}"),
        speaker.names(),
        [row(element("span", *speaker.say("notebook.proved")), *speaker.cells(lines))],
    )
    if not (found.has_all_overlaps and found.has_all_gaps and found.has_all_needs):
        yield element("p", *speaker.say("notebook.quick"), style=QUIET)
    yield from _relations(found, speaker)
