"""A context is what a translator is told of a unit: what it is, what it means, and how others say it."""

from collections.abc import Mapping

import attrs

from customer_types._messages import Plain, message
from customer_types._model.examples import Example
from customer_types._model.facts import Fact, Unit as UnitOfFacts
from customer_types._model.labels import Label, Name, Texts
from customer_types._model.languages import lookup, write_number
from customer_types._model.taxonomies import Action, Category, Note, Source, Taxonomy, Threshold
from customer_types.errors import MissingLanguageError
from customer_types.sheets.entries import Head
from customer_types.sheets.parts import offer, parts_of, split
from customer_types.sheets.units import Unit, is_text

_WHAT: Mapping[tuple[type, str], str] = {
    (Threshold, "label"): "threshold-label",
    (Threshold, "note"): "threshold-note",
    (Fact, "label"): "fact-label",
    (Fact, "definition"): "fact-definition",
    (UnitOfFacts, "label"): "unit-label",
    (Example, "text"): "example-text",
    (Example, "because"): "example-because",
    (Source, "title"): "source-title",
    (Source, "note"): "source-note",
}
_LONGEST = 300
_MOST = 8


@attrs.frozen(kw_only=True)
class Contexts:
    """What there is to tell of the units of a sheet, in the language that its reader speaks."""

    taxonomy: Taxonomy
    head: Head
    spoken: str

    def tell(self, unit: Unit, *, number: bool = True) -> tuple[str, ...]:
        """Tell of a unit, in at most eight lines, with the number of its form or without."""
        lines = [
            self.heading(unit, number=number),
            self.say("gender-hint") if split(unit.part)[1] == "gender" else "",
            self.definition(unit),
            self.value(unit),
            *self.others(unit),
            *self.synonyms(unit),
            self.glossary(unit),
        ]
        return tuple(_line(line) for line in lines if line)[:_MOST]

    def say(self, key: str, **told: object) -> str:
        """Say something in the language of the translator."""
        plain = {name: Plain(value) if isinstance(value, str) else value for name, value in told.items()}
        return message(f"sheet.{key}", self.spoken, plain)

    def text(self, content: Label | Texts | None) -> str:
        """Give a label or a text in the reader's language, or in any other."""
        if content is None:
            return ""
        try:
            return content.text(self.spoken, fallback=self.languages(content))
        except MissingLanguageError:
            return ""

    def languages(self, content: Label | Texts) -> list[str]:
        """List the languages to tell something in that its reader does not speak: never that of the sheet."""
        there = content.by_language if isinstance(content, Texts) else content.languages()
        return sorted({*there} - {self.head.language}, key=lambda tag: (tag != self.head.source, tag))

    def heading(self, unit: Unit, *, number: bool) -> str:
        """Say in a line what a unit is and where it stands."""
        statement = unit.statement
        place = self.taxonomy.id if statement.category is None else statement.category.key
        named = self.taxonomy.labels if statement.category is None else statement.category.labels
        heading = self.say("heading", name=self.named(named), place=place, what=self.what(unit))
        form = self.form(unit, number=number)
        return self.say("form", heading=heading, form=form) if form else heading

    def named(self, label: Label) -> str:
        """Give the name of something in the reader’s language, or in any other."""
        tags = [tag for tag in (*lookup(self.spoken), *self.languages(label)) if tag in label.by_language]
        names = [label.by_language[tag].name for tag in tags]
        return next((_form(name, "one") for name in names if name is not None), "")

    def what(self, unit: Unit) -> str:
        """Say what a unit is: a label, the second synonym, a definition, a note."""
        place, key = split(unit.part)
        kind, _, count = place.rstrip(".").partition(".")
        bearer = unit.statement.bearer
        if key == "reason":
            return self.say("reason", count=count)
        if kind:
            return self.say(kind, count=count)
        match bearer:
            case Note():
                return message(f"page.note-{bearer.kind}", self.spoken, {}).lower()
            case Action():
                return self.say("action")
            case Taxonomy() | Category():
                return self.say(unit.statement.key)
            case _:
                return self.say(
                    _WHAT.get((type(bearer), unit.statement.key), "rule-note"), id=bearer.id or ""
                )

    def form(self, unit: Unit, *, number: bool) -> str:
        """Say which form of a label a unit is."""
        key = split(unit.part)[1]
        if is_text(unit.statement) or key == "reason":
            return ""
        if key == "gender":
            return self.say("gender")
        category, _, gender = key.partition("_")
        has_one = category == "one" and len(offer(unit.statement, self.head.language).numbers) == 1
        named = key if number and not has_one else gender
        return message(f"cli.form.{named}", self.spoken, {}) if named else ""

    def definition(self, unit: Unit) -> str:
        """Say what is meant by what the unit is about."""
        statement = unit.statement
        bearer = statement.bearer
        owner = bearer if isinstance(bearer, (Fact, Taxonomy)) else statement.category
        meant = None if owner is None else owner.definitions
        if meant is None or statement.content is meant:
            return ""
        return self.say("meaning", text=self.text(meant))

    def value(self, unit: Unit) -> str:
        """Say which number a threshold is, and of what."""
        bearer = unit.statement.bearer
        if not isinstance(bearer, Threshold):
            return ""
        written = write_number(bearer.value, self.spoken)
        counted = self.taxonomy.vocabulary.units.get(bearer.unit or "")
        if counted is not None:
            languages = self.languages(counted.labels)
            written += "\u00a0" + counted.labels.text(self.spoken, count=bearer.value, fallback=languages)
        return self.say("value", text=written)

    def others(self, unit: Unit) -> list[str]:
        """Say how other languages than that of the source have it."""
        said = []
        for tag in self.taxonomy.languages:
            found = unit.statement.found(tag)
            if tag in (self.head.language, self.head.source) or found is None:
                continue
            text = found if isinstance(found, str) else _form(found.name, split(unit.part)[1])
            if text:
                said.append(self.say("said", language=tag, text=text))
        return said

    def synonyms(self, unit: Unit) -> list[str]:
        """Say which synonyms, or terms to avoid, other languages have."""
        kind = unit.part.partition(".")[0]
        if kind not in ("also", "avoid") or unit.part.endswith("reason"):
            return []
        said = []
        for tag in self.taxonomy.languages:
            found = unit.statement.found(tag)
            if tag != self.head.language and found is not None and not isinstance(found, str):
                names = found.also if kind == "also" else [one.name for one in found.avoid]
                if names:
                    said.append(
                        self.say("said", language=tag, text=", ".join(_form(one, "one") for one in names))
                    )
        return said

    def glossary(self, unit: Unit) -> str:
        """Say what categories are called that are near, where the language has a name for them."""
        bearer, category = unit.statement.bearer, unit.statement.category
        near = [] if category is None else [category.id, *category.broader, *category.related]
        if isinstance(bearer, Action) and bearer.towards is not None:
            near.append(bearer.towards)
        named = []
        for id in dict.fromkeys(near):
            if id not in self.taxonomy or self.taxonomy.named(id).labels is unit.statement.content:
                continue
            label = self.taxonomy.named(id).labels
            own, other = (
                next(iter(parts_of(label.by_language.get(tag), tag).values()), "")
                for tag in (self.head.source, self.head.language)
            )
            if own and other:
                named.append(f"{own} = {other}")
        return self.say("glossary", names="; ".join(named)) if named else ""


def _form(name: Name | None, form: str) -> str:
    if name is None:
        return ""
    wanted = form if form in name.forms else form.removesuffix("_feminine")
    return name.forms.get(wanted, next(iter(name.forms.values())))


def _line(text: str) -> str:
    """Make one line of a text, and a short one."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
