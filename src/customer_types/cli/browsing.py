"""Browsing: what taxonomies and categories there are, what each is called and what it means."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.console import Console

from customer_types._catalog.extensions import ENDINGS
from customer_types._deciding.wording import Wording
from customer_types._messages import Plain
from customer_types._model.examples import Example
from customer_types._model.labels import OTHER, SAME, Avoided
from customer_types._model.languages import write_number
from customer_types._model.taxonomies import Action, Category, Note, Taxonomy, Threshold, deprecation_of
from customer_types._reading.writing import plain
from customer_types.cli import output
from customer_types.cli.catalogs import catalog, taxonomy_of
from customer_types.cli.spoken import language, say
from customer_types.errors import MissingLanguageError

#: So many examples of each answer are shown of a category.
FEW = 2


def listed(*, every: bool) -> list[tuple[Taxonomy, list[Category]]]:
    """List taxonomies with the categories that are kinds of customers of today, or with all."""
    found = []
    for taxonomy in catalog():
        categories = [one for one in taxonomy if every or _is_current(one)]
        if every or (categories and not taxonomy.historical and taxonomy.deprecated is None):
            found.append((taxonomy, categories))
    return found


def _is_current(category: Category) -> bool:
    return category.when is not None and not category.historical and category.deprecated is None


def list_taxonomies(*, every: bool, format: str) -> None:
    """Print the taxonomies with their categories."""
    found = listed(every=every)
    lang = language()
    if format != "table":
        rows = [
            {
                "key": category.key,
                "taxonomy": taxonomy.label(lang, fallback="en"),
                "label": category.label(lang, fallback="en"),
                "labels": category.label(lang, count=2, fallback="en"),
                "definition": _definition(category),
            }
            for taxonomy, categories in found
            for category in categories
        ]
        if format == "json":
            output.write_json(rows)
        else:
            output.write_csv(rows, ["key", "taxonomy", "label", "labels", "definition"])
        return
    console = output.console()
    for taxonomy, categories in found:
        line = output.bold(taxonomy.label(lang, fallback="en"))
        line.append(f"  {taxonomy.id}", style="dim not bold")
        console.print(line)
        width = max(len(category.id) for category in categories)
        for category in categories:
            entry = output.safe(f"    {category.id:{width}}  ")
            entry.append(category.label(lang, fallback="en"))
            console.print(entry)
    hidden = sum(len(one) for one in catalog()) - sum(len(categories) for _, categories in found)
    if hidden:
        console.print()
        output.remark(say("list.hidden", count=hidden))


def _definition(named: Taxonomy | Category) -> str:
    try:
        return named.definition(language(), fallback="en")
    except MissingLanguageError:
        return ""


def show(key: str, *, format: str) -> None:
    """Print all that is known of a taxonomy or a category."""
    shipped = catalog()
    taxonomy, slash, _ = key.partition("/")
    if key.endswith(ENDINGS):
        _show_taxonomy(taxonomy_of(key), format)
    elif not slash and key in shipped:
        _show_taxonomy(shipped.named(key), format)
    elif not slash and not any(key in one for one in shipped):
        shipped[key]  # raises, with a suggestion
    else:
        category = shipped.named_category(key)
        _show_category(category, shipped.named(taxonomy), format)


def _show_taxonomy(taxonomy: Taxonomy, format: str) -> None:
    if format == "json":
        output.write_json(plain(taxonomy))
        return
    console = output.console()
    words = Wording(taxonomy, language())
    _heading(console, taxonomy, words.label(taxonomy), f"{taxonomy.id} {taxonomy.version}")
    columns = [("", "left"), (say("show.label"), "left"), (say("show.definition"), "fold")]
    rows = [(one.id, _marked(one, words), _definition(one)) for one in taxonomy]
    console.print(output.table(columns, rows))
    if taxonomy.precedence:
        _section(console, say("show.precedence"))
        ranked = Plain(", ".join(taxonomy.precedence))
        console.print(output.indented(say("show.first-of", categories=ranked)))
    if taxonomy.thresholds:
        _section(console, say("show.thresholds"))
        thresholds = [_threshold(one, taxonomy, words) for one in taxonomy.thresholds]
        columns = [("", "left"), ("", "right"), ("", "left"), ("", "fold")]
        console.print(output.moved(output.table(columns, thresholds)))
    _statements(console, taxonomy.actions, taxonomy.notes)
    _examples(console, taxonomy.examples, words)
    _sources(console, taxonomy.source, taxonomy)


def _marked(category: Category, words: Wording) -> str:
    label = words.label(category)
    return label if category.deprecated is None else say("classify.deprecated", label=Plain(label))


def _threshold(one: Threshold, taxonomy: Taxonomy, words: Wording) -> tuple[str, str, str, str]:
    unit = taxonomy.vocabulary.units.get(one.unit or "")
    name = one.unit or ""
    if unit is not None:
        name = unit.labels.text(language(), count=one.value, fallback=words.fallback)
    label = one.label(language(), fallback=words.fallback)
    return one.id, write_number(one.value, language()), name, label


def _show_category(category: Category, taxonomy: Taxonomy, format: str) -> None:
    if format == "json":
        output.write_json(plain(category))
        return
    console = output.console()
    words = Wording(taxonomy, language())
    _heading(console, category, words.label(category), category.key)
    rows = [row for tag in category.labels.by_language for row in _labels(category, tag)]
    console.print(output.table([("", "left"), ("", "left"), ("", "fold")], rows))
    _section(console, say("show.criteria"))
    if category.when is not None:
        for line in words.criterion(category.when):
            console.print(output.indented(line.lstrip(), by=2 + len(line) - len(line.lstrip())))
    elif category.without_criteria is not None:
        reason = category.without_criteria.text(language(), fallback=words.fallback)
        console.print(output.indented(reason))
    _statements(console, category.actions, category.notes)
    told = [one for one in taxonomy.examples if category.id in one.answers]
    shown = [*_telling(told, category.id)]
    _examples(console, shown, words)
    if len(shown) < len(told):
        rest = say("show.more-examples", count=len(told) - len(shown), taxonomy=Plain(taxonomy.id))
        console.print(output.indented(rest))
    _sources(console, category.sources, taxonomy)


def _heading(console: Console, named: Taxonomy | Category, label: str, id: str) -> None:
    title = output.bold(label)
    title.append(f"  {id}", style="dim not bold")
    console.print(title)
    deprecation = deprecation_of(named)
    if deprecation is not None:
        console.print(output.safe(deprecation.render(language()), "yellow"))
    definition = _definition(named)
    if definition:
        console.print(output.safe(definition))
    console.print()


def _section(console: Console, title: str) -> None:
    console.print()
    console.print(output.bold(title))


def _labels(category: Category, tag: str) -> Iterator[tuple[str, str, str]]:
    """Give the labels in a language: the preferred one in its forms, the others, those to avoid."""
    naming = category.labels.by_language[tag]
    listed = {
        "": [] if naming.name is None else list(dict.fromkeys(naming.name.forms.values())),
        "show.also": [next(iter(name.forms.values())) for name in naming.also],
        "show.avoid": list(map(_avoided, naming.avoid)),
    }
    for key, names in listed.items():
        if names:
            yield tag, key and say(key), ", ".join(names)
            tag = ""


def _avoided(term: Avoided) -> str:
    """Give a term to avoid, with what it means if that is not the category."""
    name = next(iter(term.name.forms.values()))
    if term.means == SAME:
        return name
    return f"{name} ({say('show.means-other') if term.means == OTHER else term.means})"


def _statements(console: Console, actions: Iterable[Action], notes: Iterable[Note]) -> None:
    for key, statements in (("show.actions", actions), ("show.notes", notes)):
        lines = [_statement(one) for one in statements]
        if lines:
            _section(console, say(key))
            console.print(output.bullets(lines))


def _statement(one: Action | Note) -> str:
    text = one.text(language(), fallback="en")
    if isinstance(one, Action) and one.towards is not None:
        text += f" → {one.towards}"
    return f"{text} ({', '.join(one.source)})" if one.source else text


def _telling(examples: Iterable[Example], category: str) -> Iterator[Example]:
    """Choose a few examples that tell most of a category: those of each answer in turn, the yes first."""
    told = [*examples]
    for verdict in (True, False, None):
        yield from islice((one for one in told if one.answers[category] is verdict), FEW)


def _examples(console: Console, examples: Sequence[Example], words: Wording) -> None:
    """Print examples: the sentence, then the answers, what is known and the words that decide."""
    if not examples:
        return
    _section(console, say("show.examples"))
    for example in examples:
        text = example.text(language(), fallback=words.fallback)
        cited = f" ({', '.join(example.source)})" if example.source else ""
        console.print(output.bullets([f"{text}{cited}"]))
        for line in words.example(example):
            console.print(output.indented(line, by=4))


def _sources(console: Console, sources: Sequence[str], taxonomy: Taxonomy) -> None:
    if not sources:
        return
    _section(console, say("show.sources"))
    known = {**catalog().sources, **{source.id: source for source in taxonomy.own_sources}}
    console.print(
        output.bullets(f"{known[source].title(language(), fallback='en')} ({source})" for source in sources)
    )
