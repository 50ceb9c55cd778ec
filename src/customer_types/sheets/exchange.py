"""An exchange with translators: a sheet goes out, and an overlay of what they wrote comes in."""

import codecs
import os
import re
from collections.abc import Callable, Mapping

import attrs

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog as shipped
from customer_types._messages import Phrase, spoken as spoken_language
from customer_types._model.faults import Fault, LoadError
from customer_types._model.labels import STATUSES, Status
from customer_types._model.languages import canonical, is_tag, lookup
from customer_types._model.taxonomies import Taxonomy, require_taxonomy
from customer_types._reading.documents import Document, decode, in_order, read_bytes
from customer_types._reading.tags import doubt_of, is_language
from customer_types._reading.writing import dumps as written
from customer_types.errors import LanguageTagError, MissingExtraError, MissingLanguageError, SheetError
from customer_types.sheets import csv as spreadsheets
from customer_types.sheets.changes import change_of
from customer_types.sheets.contexts import Contexts
from customer_types.sheets.entries import Head, Sheet
from customer_types.sheets.overlays import overlay
from customer_types.sheets.units import units
from customer_types.statements import languages

try:
    from customer_types.sheets import po, xliff
except ModuleNotFoundError as error:
    if error.name not in ("polib", "moz", "moz.l10n", "lxml"):
        raise
    raise MissingExtraError("sheets") from None

#: A sheet may be larger than the file of a taxonomy: it has contexts too.
MAX_BYTES = 4 * 1024 * 1024
FORMATS = ("po", "xliff", "csv")

_PO = re.compile(r"\s*(?:#|msgid\b|msgctxt\b)")


def dumps(
    taxonomy: Taxonomy, language: str, /, *, format: str, source: str | None = None, spoken: str = "en"
) -> str:
    r"""Write the sheet of a taxonomy in a language, with what is said in it already.

    >>> from customer_types import taxonomy
    >>> sheet = dumps(taxonomy("lifecycle"), "es", format="po")
    >>> print(sheet[sheet.index("#. Loyal customer"):].partition("\n\n")[0])
    #. Loyal customer (lifecycle/loyal): label
    #. Meaning: A customer who has been buying for a long time.
    #. fr: Client fidèle
    msgctxt "categories.loyal.label"
    msgid "Loyal customer"
    msgid_plural "Loyal customers"
    msgstr[0] ""
    msgstr[1] ""

    It is translated from `source`: unless given, from the language that the taxonomy says it is translated
    from, from `fr` for `fr-CA`, else from English, else from the first language of its file. The translator
    is spoken to in `spoken`. Raises `SheetError`, a ValueError, `MissingLanguageError`, a KeyError,
    `NotATaxonomyError`, a TypeError, and `HiddenCharacterError`, a ValueError, for a text that could not be
    read again, and for a language that there is not.
    """
    require_taxonomy(taxonomy)
    written(taxonomy)  # what no file may have is in no sheet either
    if format not in FORMATS:
        raise SheetError(Phrase("error.sheet-format", {"format": format, "formats": FORMATS}))
    tag = canonical(language)
    if not is_language(tag):
        raise LanguageTagError(language)
    head = Head(
        taxonomy=taxonomy.id, version=taxonomy.version, source=_source(taxonomy, tag, source), language=tag
    )
    contexts = Contexts(taxonomy=taxonomy, head=head, spoken=spoken)
    listed = units(taxonomy, tag, head.source)
    if format == "csv":
        # Where the decimal sign is a comma, Excel expects another one between cells.
        separator = ";" if spoken_language(spoken) == "fr" else ","
        return spreadsheets.write(head, listed, contexts.tell, separator=separator)
    if format == "po":
        return po.write(head, listed, contexts.tell)
    return xliff.write(head, listed, contexts.tell)


def _source(taxonomy: Taxonomy, language: str, wanted: str | None) -> str:
    """Choose the language to translate from."""
    known = languages(taxonomy)
    if wanted is not None:
        source = canonical(wanted)
        if source not in known:
            raise MissingLanguageError(source, known)
        if source == language:
            raise SheetError(Phrase("error.sheet-one-language", {"language": language}))
        return source
    translation = taxonomy.translations.get(language)
    before: tuple[str, ...] = () if translation is None else (translation.source,)
    for tag in (*before, *lookup(language), "en", *known):
        if tag in known and tag != language:
            return tag
    raise SheetError(Phrase("error.sheet-one-language", {"language": language}))


@attrs.frozen(kw_only=True, repr=False)
class Return:
    """What came back with a sheet: an overlay of `changed` labels and texts, and what is doubtful in it."""

    taxonomy: Taxonomy
    language: str
    overlay: str
    changed: int
    faults: tuple[Fault, ...]

    def __repr__(self) -> str:
        return f"<Return {self.taxonomy.id} {self.language}: {self.changed} changed>"


def loads(
    sheet: str | bytes,
    /,
    taxonomy: Taxonomy | None = None,
    *,
    language: str | None = None,
    status: Status = "translated",
    catalog: Catalog | None = None,
) -> Return:
    """Read a sheet that came back, and make an overlay of what it says that the taxonomy does not.

    >>> from customer_types import taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> sheet = dumps(lifecycle, "es", format="po").replace('msgstr[0] ""', 'msgstr[0] "Cliente"', 1)
    >>> returned = loads(sheet, lifecycle)
    >>> returned, returned.faults[0].code
    (<Return lifecycle es: 1 changed>, 'sheet.missing-form')

    The format is told from the content. Without `taxonomy` it is the one of the catalog that the sheet names;
    `language` is the one that the sheet must be in, `status` that of texts whose status it does not tell.
    Raises `LoadError` with all faults, `TableError` for what is no table, both ValueErrors.
    """
    content = sheet.encode("utf-8", "replace") if isinstance(sheet, str) else sheet
    return _read(content, "<text>", taxonomy, catalog, language=language, status=status)


def load(
    path: str | os.PathLike[str],
    /,
    taxonomy: Taxonomy | None = None,
    *,
    language: str | None = None,
    status: Status = "translated",
    catalog: Catalog | None = None,
) -> Return:
    """Read the file of a sheet that came back: see `loads`.

    >>> from pathlib import Path
    >>> from customer_types import taxonomy
    >>> sheet = dumps(taxonomy("lifecycle"), "es", format="xliff")
    >>> _ = Path("lifecycle.es.xlf").write_text(sheet, encoding="utf-8")
    >>> load("lifecycle.es.xlf")
    <Return lifecycle es: 0 changed>
    """
    name = os.fsdecode(path)
    return _read(read_bytes(name, limit=MAX_BYTES), name, taxonomy, catalog, language=language, status=status)


def _read(
    content: bytes,
    path: str,
    given: Taxonomy | None,
    catalog: Catalog | None,
    *,
    language: str | None,
    status: Status,
) -> Return:
    if status not in STATUSES:
        raise SheetError(Phrase("error.sheet-status", {"status": status, "statuses": STATUSES}))
    sheet = _sheet(content, path)
    if sheet.document.faults and not sheet.taxonomy and not sheet.language:
        raise sheet.document.refuse()  # it was given up before it could say what it is for
    taxonomy = _taxonomy(sheet, given, shipped() if catalog is None else catalog)
    _check_languages(sheet, None if language is None else canonical(language))
    if taxonomy is None or not sheet.language:
        raise sheet.document.refuse()
    if sheet.version != taxonomy.version:
        found, version = sheet.version, taxonomy.version
        sheet.document.fault("sheet.other-version", severity="warning", found=found, version=version)
    change = change_of(sheet, taxonomy, status)
    faults = tuple(in_order(sheet.document.faults))
    if any(fault.severity == "error" for fault in faults):
        raise LoadError(faults)
    return Return(
        taxonomy=taxonomy,
        language=sheet.language,
        overlay=overlay(taxonomy.id, sheet.language, change),
        changed=len(change.contents),
        faults=faults,
    )


_READERS: Mapping[str, Callable[[Document], Sheet]] = {"po": po.read, "xliff": xliff.read}


def _sheet(content: bytes, path: str) -> Sheet:
    """Read a sheet in whichever format it is."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    start = content[:1024].removeprefix(codecs.BOM_UTF8).decode("utf-16" if is_wide else "latin-1", "ignore")
    format = "xliff" if start.lstrip().startswith("<") else "po" if _PO.match(start) else "csv"
    if format == "csv" and len(content) <= MAX_BYTES:
        return spreadsheets.read(content, path)
    return _READERS.get(format, po.read)(decode(content, path, limit=MAX_BYTES))


def _taxonomy(sheet: Sheet, given: Taxonomy | None, catalog: Catalog) -> Taxonomy | None:
    """Find the taxonomy of a sheet, or report that it is another one."""
    document = sheet.document
    if not sheet.taxonomy:
        document.fault("sheet.no-header")
    elif given is not None:
        if given.id == sheet.taxonomy:
            return given
        document.fault("sheet.other-taxonomy", found=sheet.taxonomy, taxonomy=given.id)
    elif sheet.taxonomy in catalog.ids:
        return catalog.named(sheet.taxonomy)
    else:
        hints = (*document.similar(sheet.taxonomy, catalog.ids), Phrase("hint.sheet-taxonomy"))
        document.fault("sheet.unknown-taxonomy", taxonomy=sheet.taxonomy, hints=hints)
    return None


def _check_languages(sheet: Sheet, wanted: str | None) -> None:
    """Take the languages of a sheet in their canonical case, or report what is wrong with them."""
    for tag in (sheet.language, sheet.source):
        if not is_tag(tag):
            sheet.document.fault("sheet.no-language" if not tag else "language.form", tag=tag)
            sheet.language = ""
            return
    doubt = doubt_of(sheet.language)
    if doubt is not None and doubt.severity == "error":
        sheet.document.fault(doubt.code, hints=doubt.hints, **doubt.arguments)
        sheet.language = ""
        return
    sheet.language, sheet.source = canonical(sheet.language), canonical(sheet.source)
    if sheet.language == sheet.source:
        sheet.document.fault("sheet.same-language", language=sheet.language)
        sheet.language = ""
    elif wanted not in (None, sheet.language):
        sheet.document.fault("sheet.other-language", found=sheet.language, language=wanted)
        sheet.language = ""
