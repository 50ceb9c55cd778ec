"""Translation finds what a label means, in any declared form, and says it in another language.

A name outranks a synonym, and a synonym outranks a term to avoid; what is deprecated comes last. Only a
tie that changes the answer is an ambiguity; it is an error with its candidates, and a miss is an error
with suggestions.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from customer_types.catalogs import Catalog
from customer_types.categories import Category, Taxonomy, warn_of_use
from customer_types.defaults import catalog as shipped_catalog
from customer_types.errors import AmbiguousLabelError, UnknownLabelError
from customer_types.folding import Inclusive, fold, hides_inclusive, inclusive_readings, without_article
from customer_types.labels import Gender, Name
from customer_types.languages import canonical, covers, lookup
from customer_types.memory import Memory
from customer_types.suggestions import closest

Kind = Literal["preferred", "synonym", "avoid"]
KINDS: tuple[Kind, ...] = ("preferred", "synonym", "avoid")


_WORD = re.compile(r"\w+")


@attrs.frozen(kw_only=True)
class LabelMatch:
    """A category that a label names: in which language and form, and as what kind of label.

    `spelling` is the label as it is declared.
    """

    category: Category
    language: str
    form: str
    kind: Kind
    spelling: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True, eq=False)
class _Entry:
    match: LabelMatch
    name: Name


class _Index:
    """All labels of a catalog by folded spelling."""

    def __init__(self, taxonomies: Iterable[Taxonomy]) -> None:
        self.entries: dict[str, list[_Entry]] = {}
        for taxonomy in taxonomies:
            for category in taxonomy:
                for entry in _entries(category):
                    self.entries.setdefault(fold(entry.match.spelling), []).append(entry)

    def find(self, text: str) -> list[_Entry]:
        if hides_inclusive(text):
            inclusive = list(self._inclusive(text))
            if inclusive:
                return inclusive
        folded = fold(text)
        found = self.entries.get(folded)
        if found is None:
            found = self.entries.get(without_article(folded))
        if found is None:
            found = list(self._inclusive(text))
        return found

    def of_the_same_words(self, folded: str) -> list[str]:
        """List spellings that have the words of another one in another order: `client, nouveau`."""
        words = sorted(_WORD.findall(folded))
        return [one for one in self.entries if words and sorted(_WORD.findall(one)) == words]

    def _inclusive(self, text: str) -> Iterator[_Entry]:
        seen = set()
        for reading in inclusive_readings(text):
            for entry in self.entries.get(reading.masculine, ()):
                if _is_abbreviated(entry, reading) and entry not in seen:
                    seen.add(entry)
                    yield entry


def _entries(category: Category) -> Iterator[_Entry]:
    for language, naming in category.labels.by_language.items():
        names: list[tuple[Kind, Name]] = [] if naming.name is None else [("preferred", naming.name)]
        names += [("synonym", name) for name in naming.also]
        names += [("avoid", avoided.name) for avoided in naming.avoid]
        for kind, name in names:
            spellings = set()
            for form, spelling in name.forms.items():
                if spelling not in spellings:  # the first of equal forms stands for all
                    spellings.add(spelling)
                    match = LabelMatch(
                        category=category, language=language, form=form, kind=kind, spelling=spelling
                    )
                    yield _Entry(match=match, name=name)


def _is_abbreviated(entry: _Entry, reading: Inclusive) -> bool:
    """Tell whether the feminine of a masculine form is the one that a spelling abbreviates."""
    form = entry.match.form
    if form.endswith("_feminine"):
        return False
    feminine = entry.name.forms.get(f"{form}_feminine")
    if feminine is None:
        # "un·e partenaire", "membre·s": one form serves both
        feminine = entry.match.spelling if entry.name.gender == "epicene" else ""
    return bool(feminine) and reading.allows(fold(feminine))


_index_of_catalog: Memory[Catalog, _Index] = Memory(_Index)
_index_of_taxonomy: Memory[Taxonomy, _Index] = Memory(lambda taxonomy: _Index((taxonomy,)))


def _index_of(taxonomy: Taxonomy | str | None, catalog: Catalog) -> _Index:
    """Give the index to search in: the catalog's, or that of a taxonomy which is not in it."""
    if isinstance(taxonomy, str):
        catalog[taxonomy]  # an unknown id is an error, not an empty search
    elif taxonomy is not None and not (taxonomy.id in catalog and catalog[taxonomy.id] is taxonomy):
        return _index_of_taxonomy(taxonomy)
    return _index_of_catalog(catalog)


def resolve(
    label: str,
    /,
    *,
    language: str | None = None,
    taxonomy: Taxonomy | str | None = None,
    catalog: Catalog | None = None,
) -> tuple[LabelMatch, ...]:
    """Find the categories that a label names: names first, then synonyms, then terms to avoid.

    >>> from customer_types import resolve
    >>> (match,) = resolve("habituees")
    >>> match.category, match.language, match.form, match.kind
    (<Category status-and-activity/regular>, 'fr', 'other_feminine', 'synonym')

    Case, accents, hyphens, articles and inclusive writing make no difference. `language` and
    `taxonomy` narrow the search; `fr-CA` searches `fr` too, and its own word on a label counts.
    A label that nobody bears gives no match, an unknown taxonomy raises `UnknownIdError`.
    """
    index = _index_of(taxonomy, shipped_catalog() if catalog is None else catalog)
    matches = [entry.match for entry in index.find(label)]
    if taxonomy is not None:
        id = taxonomy if isinstance(taxonomy, str) else taxonomy.id
        matches = [match for match in matches if match.category.taxonomy == id]
    if language is not None:
        matches = _in_language(matches, canonical(language))
    if len(matches) > 1:
        matches.sort(key=_rank)
    return tuple(matches)


def _in_language(matches: list[LabelMatch], language: str) -> list[LabelMatch]:
    """Keep the matches of a language and, for each category, of its most precise variety."""
    chain = list(lookup(language))
    kept: list[LabelMatch] = [match for match in matches if covers(language, match.language)]
    named = {match.category.key for match in kept}
    for tag in chain[1:]:
        more = [match for match in matches if match.language == tag and match.category.key not in named]
        kept += more
        named |= {match.category.key for match in more}
    return kept


def identify(
    text: str,
    /,
    *,
    language: str | None = None,
    taxonomy: Taxonomy | str | None = None,
    catalog: Catalog | None = None,
) -> Category:
    """Give the one category that a text names: by its key, by its id in a taxonomy, or by a label.

    >>> from customer_types import identify
    >>> identify("habituée"), identify("lifecycle/lost"), identify("clients perdus", taxonomy="lifecycle")
    (<Category status-and-activity/regular>, <Category lifecycle/lost>, <Category lifecycle/lost>)

    What comes from a form, a file or another system is read this way, and its key is stored. Labels are
    found as by `resolve`; a name goes before a synonym, and a synonym before a term to avoid. A category
    that is deprecated gives a `DeprecatedIdWarning`. Raises
    `UnknownLabelError` with suggestions and `AmbiguousLabelError` with candidates, both a ValueError.
    """
    among = shipped_catalog() if catalog is None else catalog
    home = among[taxonomy] if isinstance(taxonomy, str) else taxonomy
    written = text.strip()
    if home is not None and written in home:
        return _used(home.named(written))
    if home is None and "/" in written and written in among:
        return _used(among.named_category(written))
    matches = resolve(text, language=language, taxonomy=taxonomy, catalog=among)
    best = (match.category for match in matches if _rank(match) == _rank(matches[0]))
    found = {category.key: category for category in best}
    if not found:
        raise UnknownLabelError(text, _suggestions(text, language, taxonomy, among))
    if len(found) > 1:
        raise AmbiguousLabelError(text, found)
    return _used(next(iter(found.values())))


def _used(category: Category) -> Category:
    """Give a category, and warn of one that is deprecated."""
    warn_of_use(category, depth=2)
    return category


def translate(
    label: str,
    /,
    *,
    to: str,
    language: str | None = None,
    taxonomy: Taxonomy | str | None = None,
    catalog: Catalog | None = None,
) -> str:
    """Say a label in another language, in the same number and with the same capitals.

    >>> from customer_types import translate
    >>> translate("clients fidèles", to="en")
    'loyal customers'
    >>> translate("HIGH-VOLUME BUYER", to="fr")
    'ACHETEUR À FORT VOLUME'

    Raises `UnknownLabelError` (a KeyError) with suggestions, `AmbiguousLabelError` (a ValueError)
    with candidates that `taxonomy` or `language` would tell apart, and `MissingLanguageError`.
    """
    among = shipped_catalog() if catalog is None else catalog
    matches = resolve(label, language=language, taxonomy=taxonomy, catalog=among)
    if not matches:
        raise UnknownLabelError(label, _suggestions(label, language, taxonomy, among))
    best = [match for match in matches if _rank(match) == _rank(matches[0])]
    foreign = [match for match in best if not _same_language(match.language, to)]
    answers: dict[str, str] = {}
    for match in foreign or best:
        is_singular = match.form.startswith("one")
        gender: Gender | None = "feminine" if match.form.endswith("_feminine") else None
        name = match.category.label(to, count=1 if is_singular else 2, gender=gender)
        answers.setdefault(_capitals_of(label, match.spelling, name), match.category.key)
    if len(answers) > 1:
        raise AmbiguousLabelError(label, dict.fromkeys(match.category.key for match in foreign or best))
    return next(iter(answers))


def _rank(match: LabelMatch) -> tuple[bool, bool, int]:
    """Order matches: terms to avoid come last, before them what is deprecated; a name is before a synonym."""
    return match.kind == "avoid", match.category.deprecated is not None, KINDS.index(match.kind)


def _same_language(language: str, other: str) -> bool:
    return language.partition("-")[0] == canonical(other).partition("-")[0]


def _capitals_of(written: str, declared: str, name: str) -> str:
    """Give a name the capitals that the user's spelling has and the declared one has not."""
    letters = [character for character in written if character.isalpha()]
    if written.isupper() and not declared.isupper() and len(letters) > 1:
        return name.upper()
    if letters and letters[0].islower() and declared[:1].isupper():
        first = name.partition(" ")[0]
        is_acronym = len(first) > 1 and any(character.isupper() for character in first[1:])
        return name if is_acronym else name[:1].lower() + name[1:]
    words = written.split()
    if len(words) > 1 and written.istitle() and not declared.istitle():
        return " ".join(word[:1].upper() + word[1:] if len(word) > 3 else word for word in name.split(" "))
    return name


def _suggestions(
    label: str, language: str | None, taxonomy: Taxonomy | str | None, catalog: Catalog
) -> tuple[str, ...]:
    index, folded = _index_of(taxonomy, catalog), without_article(fold(label))
    found = [*index.of_the_same_words(folded), *closest(folded, index.entries, count=12)]
    spellings: dict[str, None] = {}
    for one in found:
        matches = resolve(one, language=language, taxonomy=taxonomy, catalog=catalog)
        for match in matches[:1]:
            spellings[match.spelling] = None
    return tuple(spellings)[:3]
