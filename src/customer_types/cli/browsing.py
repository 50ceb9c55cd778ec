"""Browsing: what taxonomies and categories there are, what each is called and what it means."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.padding import Padding

from customer_types._reading.writing import plain
from customer_types.catalogs import catalog
from customer_types.categories import Action, Category, Note, Taxonomy
from customer_types.cli import output
from customer_types.cli.spoken import language, say
from customer_types.errors import MissingLanguageError
from customer_types.languages import write_number
from customer_types.markdown import pages
from customer_types.messages import Phrase, Plain
from customer_types.notation import TableError
from customer_types.wording import Wording


def listed(*, every: bool) -> list[tuple[Taxonomy, list[Category]]]:
    """List taxonomies with the categories that are kinds of customers of today, or with all."""
    found = []
    for taxonomy in catalog():
        categories = [one for one in taxonomy if every or _is_current(one)]
        if every or (categories and not taxonomy.historical):
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
        console.print(output.safe(say("list.hidden", count=hidden)), style="dim")


def _definition(named: Taxonomy | Category) -> str:
    try:
        return named.definition(language(), fallback="en")
    except MissingLanguageError:
        return ""


def show(key: str, *, format: str) -> None:
    """Print all that is known of a taxonomy or a category."""
    shipped = catalog()
    taxonomy, slash, _ = key.partition("/")
    if not slash and key in shipped:
        _show_taxonomy(shipped[key], format)
    elif not slash and not any(key in one for one in shipped):
        shipped[key]  # raises, with a suggestion
    else:
        category = shipped.category(key)
        _show_category(category, shipped[taxonomy], format)


def _show_taxonomy(taxonomy: Taxonomy, format: str) -> None:
    if format == "json":
        output.write_json(plain(taxonomy))
        return
    console = output.console()
    lang = language()
    words = Wording(taxonomy, lang)
    _heading(console, words.label(taxonomy), f"{taxonomy.id} {taxonomy.version}", _definition(taxonomy))
    width = max(len(category.id) for category in taxonomy)
    columns = [("id", "left"), (say("show.label"), "left"), (say("show.definition"), "fold")]
    rows = [(f"{one.id:{width}}", words.label(one), _definition(one)) for one in taxonomy]
    console.print(output.table(columns, rows))
    if taxonomy.thresholds:
        _section(console, say("show.thresholds"))
        rows = [
            (one.id, write_number(one.value, lang), one.label(lang, fallback=words.fallback))
            for one in taxonomy.thresholds
        ]
        console.print(Padding(output.table([("", "left"), ("", "right"), ("", "fold")], rows), (0, 0, 0, 2)))
    _statements(console, taxonomy.actions, taxonomy.notes)


def _show_category(category: Category, taxonomy: Taxonomy, format: str) -> None:
    if format == "json":
        output.write_json(plain(category))
        return
    console = output.console()
    lang = language()
    words = Wording(taxonomy, lang)
    _heading(console, words.label(category), category.key, _definition(category))
    rows = [(tag, ", ".join(_forms(category, tag))) for tag in category.labels.by_language]
    console.print(output.table([("", "left"), ("", "fold")], rows))
    _section(console, say("show.criteria"))
    if category.when is not None:
        for line in words.criterion(category.when):
            console.print(Padding(output.safe(line), (0, 0, 0, 2)))
    elif category.without_criteria is not None:
        reason = category.without_criteria.text(lang, fallback="en")
        console.print(Padding(output.safe(reason), (0, 0, 0, 2)))
    _statements(console, category.actions, category.notes)
    _section(console, say("show.sources"))
    for source in category.sources:
        title = catalog().sources[source].title(lang, fallback="en") if source in catalog().sources else ""
        console.print(Padding(output.safe(f"{title} ({source})"), (0, 0, 0, 2)))


def _heading(console: Console, label: str, id: str, definition: str) -> None:
    title = output.bold(label)
    title.append(f"  {id}", style="dim not bold")
    console.print(title)
    if definition:
        console.print(output.safe(definition))
    console.print()


def _section(console: Console, title: str) -> None:
    console.print()
    console.print(output.bold(title))


def _forms(category: Category, tag: str) -> Iterator[str]:
    naming = category.labels.by_language[tag]
    if naming.name is not None:
        yield from dict.fromkeys(naming.name.forms.values())
    if naming.also:
        names = ", ".join(next(iter(name.forms.values())) for name in naming.also)
        yield say("show.also", names=Plain(names))
    if naming.avoid:
        names = ", ".join(next(iter(one.name.forms.values())) for one in naming.avoid)
        yield say("show.avoid", names=Plain(names))


def _statements(console: Console, actions: tuple[Action, ...], notes: tuple[Note, ...]) -> None:
    lang = language()
    if actions:
        _section(console, say("show.actions"))
        for action in actions:
            aim = f" → {action.towards}" if action.towards else ""
            text = f"• {action.text(lang, fallback='en')}{aim} ({', '.join(action.source)})"
            console.print(Padding(output.safe(text), (0, 0, 0, 2)))
    if notes:
        _section(console, say("show.notes"))
        for note in notes:
            text = f"• {note.text(lang, fallback='en')} ({', '.join(note.source)})"
            console.print(Padding(output.safe(text), (0, 0, 0, 2)))


def export(folder: str) -> None:
    """Write the catalog as Markdown pages."""
    written = pages(catalog(), language())
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        problem = {"path": folder, "reason": Plain(error.strerror or type(error).__name__)}
        raise TableError(Phrase("table.not-written", problem)) from None
    output.console().print(output.safe(say("export.done", count=len(written))))
