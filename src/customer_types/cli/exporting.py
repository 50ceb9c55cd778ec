"""Exporting: a catalog, or taxonomies, in the formats of other programs; importing: what those bring."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePath

import attrs

from customer_types import cel, json_logic, publication, sssom
from customer_types._catalog import lookups as defaults
from customer_types._catalog.catalogs import Catalog
from customer_types._messages import Plain
from customer_types._model.mappings import BASE
from customer_types._model.taxonomies import Taxonomy
from customer_types._reading.documents import decode, read_bytes
from customer_types._reading.writing import dumps, dumps_mappings
from customer_types._showing.pages import pages
from customer_types.cli import output
from customer_types.cli.catalogs import catalog, spoken_doubts, taxonomy_of
from customer_types.cli.files import not_written, print_file, write_file
from customer_types.cli.readings import usage
from customer_types.cli.spoken import language, say

_STDOUT = "-"


@attrs.frozen
class _Format:
    """A format of a file: how it is written, and of how many taxonomies; of none is of the catalog."""

    write: Callable[[Catalog, Sequence[Taxonomy], str | None], str]
    least: int = 0
    most: int = 0


def _skos(format: str) -> _Format:
    def write(whole: Catalog, taxonomies: Sequence[Taxonomy], base: str | None) -> str:
        skos = import_module("customer_types.skos")  # its packages come with an extra
        named = taxonomies[0] if taxonomies else whole
        text: str = skos.dumps(named, format=format, base=base or skos.BASE)
        return text

    return _Format(write, most=1)


def _sssom(whole: Catalog, _: Sequence[Taxonomy], base: str | None) -> str:
    base = base or BASE
    is_ours = {*whole.mappings} <= {*defaults.catalog().mappings}  # whose license is known
    license = sssom.LICENSE if is_ours else None
    return sssom.dumps(whole, base=base, id=f"{base}crosswalk", license=license, language=language())


_MANY = sys.maxsize
#: Format by format; Markdown is a folder of pages.
_FORMATS: Mapping[str, _Format] = {
    "csv": _Format(lambda whole, *_: publication.to_csv(whole)),
    "json": _Format(lambda whole, *_: publication.to_json(whole)),
    "yaml": _Format(lambda _, taxonomies, __: dumps(taxonomies[0]), least=1, most=1),
    "turtle": _skos("turtle"),
    "json-ld": _skos("json-ld"),
    "rdf-xml": _skos("xml"),
    "sssom": _Format(_sssom),
    "json-logic": _Format(lambda whole, some, _: json_logic.dumps(*some or whole), most=_MANY),
    "cel": _Format(lambda whole, some, _: cel.dumps(*some or whole), most=_MANY),
}
FORMATS = ("markdown", *_FORMATS)
_WITH_BASE = ("turtle", "json-ld", "rdf-xml", "sssom")
#: The format of a file whose name ends so.
_ENDINGS = {
    ".csv": "csv",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".ttl": "turtle",
    ".jsonld": "json-ld",
    ".rdf": "rdf-xml",
    ".xml": "rdf-xml",
    ".owl": "rdf-xml",
    ".tsv": "sssom",
}


def export(target: str, *, format: str | None, taxonomies: Sequence[str], base: str | None) -> None:
    """Write the catalog, or some taxonomies, to a file, to a folder of pages, or to standard output."""
    name = format or _format_of(target)
    if base is not None and name not in _WITH_BASE:
        raise usage(say("error.conflict", one="--base", other=name))
    chosen = [taxonomy_of(one) for one in dict.fromkeys(taxonomies)]
    if name == "markdown":
        if chosen:
            raise usage(say("error.conflict", one="--taxonomy", other=name))
        if target == _STDOUT:
            raise usage(say("error.pages"))
        _write_pages(target)
        return
    known = _FORMATS[name]
    if not known.least <= len(chosen) <= known.most:
        raise usage(say(f"error.export-{'no' if chosen and not known.most else 'one'}-taxonomy", format=name))
    text = known.write(catalog(), chosen, base)
    if target == _STDOUT:
        print_file(text)
        return
    write_file(target, text)
    output.remark(say("classify.written", path=Plain(target)))


def _format_of(target: str) -> str:
    """Tell the format by the name of the file; a name without an ending is that of a folder of pages."""
    ending = PurePath(target).suffix.lower()
    if not ending or Path(target).is_dir() or target == _STDOUT:
        return "markdown"
    if ending not in _ENDINGS:
        raise usage(say("error.ending", name=target, endings=tuple(map(Plain, _ENDINGS))))
    return _ENDINGS[ending]


def _write_pages(folder: str) -> None:
    written = pages(catalog(), language())
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from None
    for name, text in written.items():
        write_file(str(Path(folder) / name), text)
    output.remark(say("export.done", count=len(written), folder=Plain(folder)))


def import_file(
    path: str, *, scheme: str | None, id: str | None, language: str | None, base: str | None, out: str | None
) -> None:
    """Make a file of this library of a SKOS vocabulary, or of an SSSOM table, and say what is lost."""
    with spoken_doubts():
        if PurePath(path).suffix.lower() == ".tsv":
            _refuse(path, {"--scheme": scheme, "--id": id, "--texts": language})
            table = decode(read_bytes(path), path).text
            text = dumps_mappings(sssom.loads(table, catalog=catalog(), base=base or BASE, path=path))
        else:
            _refuse(path, {"--base": base})
            skos = import_module("customer_types.skos")  # as above
            given = {} if language is None else {"language": language}
            text = dumps(skos.load(path, scheme=scheme, id=id, catalog=catalog(), **given))
    if out is None:
        print_file(text)
        return
    write_file(out, text, read=[path])
    output.remark(say("classify.written", path=Plain(out)), stderr=True)


def _refuse(path: str, options: Mapping[str, str | None]) -> None:
    """Refuse options that say nothing of such a file."""
    for option, value in options.items():
        if value is not None:
            raise usage(say("error.conflict", one=option, other=path))
