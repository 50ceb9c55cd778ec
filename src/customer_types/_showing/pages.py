"""A page is a taxonomy, or the facts, as a Markdown document in one language, to be read by people."""

import re
from collections.abc import Iterable, Iterator

from customer_types._catalog.catalogs import Catalog
from customer_types._checking.crosswalks import crosswalk
from customer_types._deciding.wording import Wording
from customer_types._messages import Plain, message
from customer_types._model.examples import Example
from customer_types._model.facts import MANY, Ascending, Differs, Fact
from customer_types._model.labels import OTHER, SAME, Label, Name, Naming, Texts
from customer_types._model.languages import lookup, write_number
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.taxonomies import (
    Action,
    Category,
    Disjoint,
    Exhaustive,
    Implies,
    Note,
    Rule,
    Taxonomy,
    deprecation_of,
)

_CODE = re.compile(r"(`[^`]*`)")
#: What makes a list, a heading, a line or a block of code of a line that begins with it.
_STARTS = re.compile(r"^(\s*)(\d*)((?<!\d)[-+=~]|(?<=\d)[.)](?!\S))", re.MULTILINE)
_SPECIAL = re.compile(r"[\\*_\[\]<>#|`]")


def pages(catalog: Catalog, language: str) -> dict[str, str]:
    """Write the pages of a catalog by file name: an index, the facts, and one for each taxonomy.

    >>> from customer_types import catalog
    >>> pages(catalog(), "fr")["lifecycle.md"].splitlines()[0]
    '# Cycle de vie du client'
    """
    writer = _Writer(catalog, language)
    written = {"index.md": writer.index(), "facts.md": writer.facts(), "sources.md": writer.sources()}
    return written | {f"{taxonomy.id}.md": writer.taxonomy(taxonomy) for taxonomy in catalog}


class _Writer:
    def __init__(self, catalog: Catalog, language: str) -> None:
        self.catalog = catalog
        self.language = language
        self.colon = self.say("colon")

    def say(self, key: str, **arguments: str) -> str:
        plain = {name: Plain(value) for name, value in arguments.items()}
        return message(f"page.{key}", self.language, plain)

    def text(self, texts: Texts | Label | None) -> str:
        return "" if texts is None else _safe(texts.text(self.language, fallback=("en", "fr")))

    def links(self, sources: Iterable[str]) -> str:
        return ", ".join(f"[{source}](sources.md#{source})" for source in sources)

    def origin(self, sources: tuple[str, ...]) -> str:
        return f" · {self.say('from', sources=self.links(sources))}" if sources else ""

    def cite(self, sources: tuple[str, ...]) -> str:
        return f" ({self.links(sources)})" if sources else ""

    # ---- pages

    def index(self) -> str:
        rows = [
            f"| [{self.text(one.labels)}]({one.id}.md) | {len(one)} | {self.text(one.definitions)} |"
            for one in self.catalog
        ]
        head = [
            f"| {self.say('taxonomy')} | {self.say('categories')} | {self.say('definition')} |",
            "| --- | ---: | --- |",
        ]
        more = [self.say("more")]
        return _page(f"# {self.say('index')}", "\n".join([*head, *rows]), *more)

    def facts(self) -> str:
        vocabulary = self.catalog.vocabulary
        rules = [
            f"- `{' ≤ '.join(one.facts)}`" for one in vocabulary.invariants if isinstance(one, Ascending)
        ]
        parts = (part for fact in vocabulary.facts.values() for part in self.fact(fact))
        return _page(
            f"# {self.say('facts')}",
            self.say("facts-intro"),
            *parts,
            f"## {self.say('order')}",
            "\n".join(rules),
        )

    def fact(self, fact: Fact) -> Iterator[str]:
        yield f"## {self.text(fact.labels)}"
        unit = self.catalog.vocabulary.units.get(fact.unit or "")
        traits = [f"`{fact.id}`", self.say(f"type-{fact.type}")]
        if unit is not None:
            traits.append(unit.labels.text(self.language, count=2, fallback=("en", "fr")))
        if fact.base is not None:
            base = self.catalog.named_category(f"segmentation-bases/{fact.base}")
            traits.append(f"[{self.text(base.labels)}](segmentation-bases.md)")
        if fact.sensitive:
            traits.append(f"**{self.say('sensitive')}**")
        yield " · ".join(traits)
        yield self.text(fact.definitions)
        if fact.follows is not None:
            way = "differs" if isinstance(fact.follows, Differs) else "ratio"
            first, second = (self.text(self.catalog.facts[part].labels) for part in fact.follows.parts)
            yield self.say(f"follows-{way}", first=first, second=second)
        if fact.values_of is not None:
            yield self.say("values-of", fact=self.text(self.catalog.facts[fact.values_of].labels))
        elif len(fact.values) > MANY:
            ends = (fact.values[0], fact.values[-1])
            first, last = (f"`{value.id}` ({self.text(value.labels)})" for value in ends)
            yield self.say("many-values", count=str(len(fact.values)), first=first, last=last)
        elif fact.values:
            yield "\n".join(f"- `{value.id}`{self.colon}{self.text(value.labels)}" for value in fact.values)

    def sources(self) -> str:
        parts = []
        for source in self.catalog.sources.values():
            link = f" <{source.url}>" if source.url else ""
            parts += [f"## {source.id}", f"{self.text(source.titles)}.{link}", self.text(source.notes)]
        return _page(f"# {self.say('sources')}", *parts)

    def taxonomy(self, taxonomy: Taxonomy) -> str:
        words = Wording(taxonomy, self.language)
        parts = [
            f"# {self.text(taxonomy.labels)}",
            f"`{taxonomy.id}` {taxonomy.version}{self.origin(taxonomy.source)}",
            self.deprecation(taxonomy),
            self.text(taxonomy.definitions),
            *self.statements(taxonomy.actions, taxonomy.notes),
        ]
        if taxonomy.precedence:
            parts.append(self.say("precedence", categories=_codes(taxonomy.precedence)))
        if taxonomy.thresholds:
            parts += [f"## {self.say('thresholds')}", self.thresholds(taxonomy)]
        for category in taxonomy:
            parts += self.category(category, words)
        if taxonomy.rules:
            rules = "\n".join(line for rule in taxonomy.rules for line in self.rule(rule, taxonomy))
            parts += [f"## {self.say('rules')}", rules]
        if taxonomy.examples:
            examples = "\n".join(line for one in taxonomy.examples for line in self.example(one, words))
            parts += [f"## {self.say('examples')}", examples]
        return _page(*parts)

    def deprecation(self, named: Taxonomy | Category) -> str:
        found = deprecation_of(named)
        return "" if found is None else f"**{found.render(self.language)}**"

    def thresholds(self, taxonomy: Taxonomy) -> str:
        lines = []
        for one in taxonomy.thresholds:
            unit = taxonomy.vocabulary.units.get(one.unit or "")
            counted = ""
            if unit is not None:
                counted = "\u00a0" + unit.labels.text(self.language, count=one.value, fallback=("en", "fr"))
            value = write_number(one.value, self.language)
            label, note = self.text(one.labels), self.text(one.notes)
            lines.append(
                f"- `{one.id}` = **{value}{counted}**{self.colon}{label}. {note}{self.cite(one.source)}"
            )
        return "\n".join(lines)

    def category(self, category: Category, words: Wording) -> Iterator[str]:
        yield f"## {self.text(category.labels)}"
        yield f"`{category.key}`{self.origin(category.source)}"
        yield self.deprecation(category)
        yield self.text(category.definitions)
        yield "\n".join(self.labels(category))
        if category.when is not None:
            yield self.say("criteria")
            yield "\n".join(_bullets(words.criterion(category.when)))
        else:
            yield f"{self.say('no-criteria')} {self.text(category.without_criteria)}"
        yield from self.statements(category.actions, category.notes)
        mappings = crosswalk(category.key, catalog=self.catalog)
        if mappings:
            yield self.say("crosswalk")
            yield "\n".join(map(self.mapping, mappings))

    def mapping(self, mapping: Mapping) -> str:
        """Say where a category leads to, and why."""
        if mapping.object == NO_TERM:
            assert mapping.object_source is not None
            said = self.say("no-term", vocabulary=self.vocabulary(mapping.object_source.iri))
        else:
            said = f"{self.say(mapping.relation)}{self.colon}{self.object(mapping)}"
        note = f". {self.text(mapping.notes)}" if mapping.notes is not None else ""
        return f"- {said}{note}{self.cite(mapping.source)}"

    def vocabulary(self, iri: str) -> str:
        """Name a vocabulary by the title of the source with its address, or else by the address."""
        sources = (one for one in self.catalog.sources.values() if one.url == iri)
        return next((f"[{self.text(one.titles)}](sources.md#{one.id})" for one in sources), f"<{iri}>")

    def object(self, mapping: Mapping) -> str:
        if mapping.iri is not None:
            label = "" if mapping.object_label is None else f" {_safe(mapping.object_label)}"
            return f"[`{mapping.object}`](<{mapping.iri}>){label}"
        there = self.catalog.named_category(mapping.object)
        return f"[`{there.key}`]({there.taxonomy}.md) {self.text(there.labels)}"

    def labels(self, category: Category) -> Iterator[str]:
        """List the labels, those of the page's language first."""
        tags = list(category.labels.by_language)
        own = [tag for tag in tags if tag.startswith(list(lookup(self.language))[-1])]
        for tag in [*own, *(tag for tag in tags if tag not in own)]:
            naming = category.labels.by_language[tag]
            if naming.name is not None:
                yield f"- {tag}{self.colon}{_forms(naming.name)}"
            if naming.also:
                yield f"- {tag}, {self.say('also')}{self.colon}{', '.join(map(_first, naming.also))}"
            if naming.avoid and tag in own:
                yield f"- {tag}, {self.say('avoid')}{self.colon}{self.avoided(naming)}"

    def avoided(self, naming: Naming) -> str:
        parts = []
        for one in naming.avoid:
            said = [self.meaning(one.means)] if one.means != SAME else []
            said += [self.text(one.reason)] if one.reason is not None else []
            parts.append(f"*{_first(one.name)}*" + (f" ({self.colon.join(said)})" if said else ""))
        return message("separator", self.language, {}).join(parts)

    def meaning(self, means: str) -> str:
        """Say what a term to avoid means that is not the category."""
        return self.say("means-other") if means == OTHER else self.say("means", category=_codes([means]))

    def statements(self, actions: tuple[Action, ...], notes: tuple[Note, ...]) -> Iterator[str]:
        if actions:
            yield self.say("actions")
            yield "\n".join(self.action(action) for action in actions)
        if notes:
            yield self.say("notes")
            yield "\n".join(self.note(note) for note in notes)

    def note(self, note: Note) -> str:
        kind = self.say(f"note-{note.kind}")
        return f"- *{kind}*{self.colon}{self.text(note.texts)}{self.cite(note.source)}"

    def action(self, action: Action) -> str:
        aim = f" → `{action.towards}`" if action.towards else ""
        return f"- {self.text(action.texts)}{aim}{self.cite(action.source)}"

    def example(self, example: Example, words: Wording) -> Iterator[str]:
        yield f"- {self.text(example.texts)}{self.cite(example.source)}"
        yield from (f"  - {_safe(line)}" for line in words.example(example))

    def rule(self, rule: Rule, taxonomy: Taxonomy) -> Iterator[str]:
        match rule:
            case Disjoint(categories=None):
                every = "all" if len(taxonomy.current) == len(taxonomy) else "current"
                said = self.say(f"disjoint-{every}")
            case Disjoint(categories=categories):
                said = self.say("disjoint", categories=_codes(categories or ()))
            case Exhaustive():
                said = self.say("exhaustive")
            case Implies(pairs=pairs):
                said = self.say("implies", pairs=", ".join(f"`{one}` → `{other}`" for one, other in pairs))
            case _:
                said = self.say("overlaps", categories=_codes(rule.categories))
        note = f" {self.text(rule.notes)}" if rule.notes is not None else ""
        yield f"- {said}{note}{self.cite(rule.source)}"


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _safe(text: str) -> str:
    """Keep Markdown and HTML from taking a text for their own; code in backticks stays code."""
    parts = _CODE.split(text)
    parts[::2] = [_SPECIAL.sub(lambda match: f"\\{match[0]}", part) for part in parts[::2]]
    return _STARTS.sub(r"\1\2\\\3", "".join(parts))


def _forms(name: Name) -> str:
    return ", ".join(dict.fromkeys(map(_safe, name.forms.values())))


def _first(name: Name) -> str:
    return _safe(next(iter(name.forms.values())))


def _codes(ids: Iterable[str]) -> str:
    return ", ".join(f"`{id}`" for id in ids)


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        bare = line.lstrip(" ")
        yield f"{' ' * ((len(line) - len(bare)) // 2)}- {_safe(bare)}"
