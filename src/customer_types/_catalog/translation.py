"""Translation finds what a label means, in any declared form, and says it in another language.

A name outranks a synonym, and a synonym outranks a term to avoid; what is deprecated comes last. A term to
avoid answers only if it means the same as the label; of the others the error says why, and what is meant.
Only a tie that changes the answer is an ambiguity; it is an error with its candidates, and a miss is an
error with suggestions. Several labels in one text are several, and never one of them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog as shipped_catalog
from customer_types._messages.suggestions import closest
from customer_types._model.folding import (
    Inclusive,
    accented,
    fold,
    hides_inclusive,
    inclusive_readings,
    signs,
    tidy,
    values_of,
    with_number,
    without_article,
)
from customer_types._model.labels import OTHER, SAME, Avoided, Gender, Name, Texts
from customer_types._model.languages import canonical, covers, lookup
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import Category, Taxonomy, warn_of_use
from customer_types.errors import (
    AmbiguousLabelError,
    AvoidedLabelError,
    LongLabelError,
    SeveralLabelsError,
    UnknownLabelError,
)

Kind = Literal["preferred", "synonym", "avoid"]
KINDS: tuple[Kind, ...] = ("preferred", "synonym", "avoid")

#: No label is longer: each has at most 200 characters, and twice as many in both genders.
LONGEST = 500

_WORD = re.compile(r"\w+")


@attrs.frozen(kw_only=True)
class LabelMatch:
    """A category that a label names: in which language and form, and as what kind of label.

    `spelling` is the label as it is declared. Of a term to avoid, `reason` says why, and `means` what people
    mean by it: the `same` as the category's label, something `other`, or a category, by its key.
    """

    category: Category
    language: str
    form: str
    kind: Kind
    spelling: str = attrs.field(repr=False)
    means: str | None = None
    reason: Texts | None = attrs.field(default=None, repr=False)

    @property
    def preferred(self) -> str:
        """The category's label in the language, the number and the gender of what was found."""
        return self.category.label(
            self.language,
            count=1 if self.form.startswith("one") else 2,
            gender="feminine" if self.form.endswith("_feminine") else None,
            fallback=("en", *self.category.labels.languages()),
        )


@attrs.frozen(kw_only=True, eq=False)
class _Entry:
    match: LabelMatch
    name: Name
    signs: str


class _Index:
    """All labels of a catalog by folded spelling."""

    def __init__(self, taxonomies: Iterable[Taxonomy]) -> None:
        self.entries: dict[str, list[_Entry]] = {}
        for taxonomy in taxonomies:
            for category in taxonomy:
                for entry in _entries(category):
                    self.entries.setdefault(fold(entry.match.spelling), []).append(entry)

    def find(self, text: str) -> list[_Entry]:
        """Find a tidy text, which may have a number in brackets: `client(s)`."""
        plural = with_number(text)
        return (self._find(plural) if plural != text else []) or self._find(text)

    def _find(self, text: str) -> list[_Entry]:
        if hides_inclusive(text):
            inclusive = list(self._inclusive(text))
            if inclusive:
                return inclusive
        folded, telling = fold(text), signs(text)
        return (
            self._alike(folded, telling)
            or self._alike(without_article(folded), telling)
            or list(self._inclusive(text))
        )

    def _alike(self, folded: str, telling: str) -> list[_Entry]:
        return [entry for entry in self.entries.get(folded, ()) if entry.signs == telling]

    def of_the_same_words(self, folded: str) -> list[str]:
        """List spellings that have the words of another one in another order: `client, nouveau`."""
        words = sorted(_WORD.findall(folded))
        return [one for one in self.entries if words and sorted(_WORD.findall(one)) == words]

    def _inclusive(self, text: str) -> Iterator[_Entry]:
        seen = set()
        for reading in inclusive_readings(text):
            for entry in self._alike(reading.masculine, ""):
                if _is_abbreviated(entry, reading) and entry not in seen:
                    seen.add(entry)
                    yield entry


def _entries(category: Category) -> Iterator[_Entry]:
    for language, naming in category.labels.by_language.items():
        names: list[tuple[Kind, Name, Avoided | None]] = []
        if naming.name is not None:
            names.append(("preferred", naming.name, None))
        names += [("synonym", name, None) for name in naming.also]
        names += [("avoid", avoided.name, avoided) for avoided in naming.avoid]
        for kind, name, avoided in names:
            spellings = set()
            for form, spelling in name.forms.items():
                if spelling not in spellings:  # the first of equal forms stands for all
                    spellings.add(spelling)
                    match = LabelMatch(
                        category=category,
                        language=language,
                        form=form,
                        kind=kind,
                        spelling=spelling,
                        means=None if avoided is None else _meaning(category, avoided),
                        reason=None if avoided is None else avoided.reason,
                    )
                    yield _Entry(match=match, name=name, signs=signs(tidy(spelling)))


def _meaning(category: Category, avoided: Avoided) -> str:
    """Say what a term to avoid of a category means, with the whole key of another one."""
    means = avoided.means
    return means if means in (SAME, OTHER) or "/" in means else f"{category.taxonomy}/{means}"


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

    Case, accents, hyphens, articles and inclusive writing make no difference, but in a taxonomy that has the
    exact spelling, or else one with the same accents, nothing else is meant; signs that tell values apart
    (`A+`, `A-`) always make one. `language` and `taxonomy` narrow the search; `fr-CA` searches `fr` too, and
    its own word on a label counts.
    A label that nobody bears gives no match, an unknown taxonomy raises `UnknownIdError`.
    """
    index = _index_of(taxonomy, shipped_catalog() if catalog is None else catalog)
    text = tidy(label)
    matches = [entry.match for entry in index.find(text)] if len(text) <= LONGEST else []
    if taxonomy is not None:
        id = taxonomy if isinstance(taxonomy, str) else taxonomy.id
        matches = [match for match in matches if match.category.taxonomy == id]
    if language is not None:
        matches = _in_language(matches, canonical(language))
    if len(matches) > 1:
        matches = sorted(_closest_first(matches, with_number(text)), key=_rank)
    return tuple(matches)


def _closest_first(matches: list[LabelMatch], text: str) -> list[LabelMatch]:
    """Keep, in each taxonomy, the exact spelling where there is one, or else the one with these accents."""
    exact, folded = unicodedata.normalize("NFC", text), without_article(accented(text))
    distances = [_distance(match.spelling, exact, folded) for match in matches]
    nearest: dict[str, int] = {}
    for match, distance in zip(matches, distances, strict=True):
        taxonomy = match.category.taxonomy
        nearest[taxonomy] = min(distance, nearest.get(taxonomy, distance))
    return [
        match
        for match, distance in zip(matches, distances, strict=True)
        if distance == nearest[match.category.taxonomy]
    ]


def _distance(spelling: str, exact: str, folded: str) -> int:
    if unicodedata.normalize("NFC", tidy(spelling)) == exact:
        return 0
    return 1 if without_article(accented(spelling)) == folded else 2


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
    found as by `resolve`; a name goes before a synonym, and a synonym before a term to avoid, which counts
    only if it means the same. A category that is deprecated gives a `DeprecatedIdWarning`. Raises
    `UnknownLabelError` with suggestions and `AmbiguousLabelError` with candidates, both a ValueError; an
    `AvoidedLabelError` says what is meant instead, and a `SeveralLabelsError` has several labels in one text.
    """
    among = shipped_catalog() if catalog is None else catalog
    home = among[taxonomy] if isinstance(taxonomy, str) else taxonomy
    written = text.strip()
    if home is not None and written in home:
        return _used(home.named(written))
    if home is None and "/" in written and written in among:
        return _used(among.named_category(written))
    found = {match.category.key: match.category for match in _Search(language, taxonomy, among).best(text)}
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
    with candidates that `taxonomy` or `language` would tell apart, and `MissingLanguageError`. A term to
    avoid is translated if it means the same; of one that means something else, the `AvoidedLabelError` has
    the reason. Of several labels in one text, the `SeveralLabelsError` has the labels.
    """
    among = shipped_catalog() if catalog is None else catalog
    best = _Search(language, taxonomy, among).best(label)
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


@attrs.frozen
class _Search:
    """A search for what a text means, narrowed as it may be; of a miss it says why it is one."""

    language: str | None
    taxonomy: Taxonomy | str | None
    catalog: Catalog

    def best(self, text: str) -> list[LabelMatch]:
        """Give the matches that answer, all of one rank; where none does, the error says why."""
        written = tidy(text)
        if len(written) > LONGEST:
            raise LongLabelError(text, LONGEST)
        matches = self._matches(written)
        if not matches:
            raise self._miss(text, written)
        best = [match for match in matches if _rank(match) == _rank(matches[0])]
        if best[0].kind == "avoid":
            own = [label for match in best for label in self._own_labels(match)]
            if own:
                raise UnknownLabelError(text, dict.fromkeys(own))
            if best[0].means != SAME:
                raise _avoided(text, best, self.catalog)
        return best

    def _miss(self, text: str, written: str) -> UnknownLabelError:
        understood: list[str] = []
        for values in values_of(written):
            understood = [value for value in values if self._matches(value)]
            if len(understood) > 1:
                # "Client, nouveau", as an index has it, may be one label turned round.
                turned = {*signs(written)} == {","} and self._of_the_same_words(written)
                return SeveralLabelsError(text, dict.fromkeys(understood), turned or ())
        return UnknownLabelError(text, self.suggestions(written, first=understood))

    def _matches(self, text: str) -> tuple[LabelMatch, ...]:
        return resolve(text, language=self.language, taxonomy=self.taxonomy, catalog=self.catalog)

    def _own_labels(self, avoided: LabelMatch) -> Iterator[str]:
        """List labels of other categories that are forms of a term to avoid: no other form of it answers.

        To a catalog in which a category is called `Avocat`, `avocats` is a form that was not declared.
        """
        for form in _forms(avoided):
            for match in self._matches(form):
                if match.kind != "avoid" and match.category.key != avoided.category.key:
                    yield match.spelling

    def suggestions(self, text: str, *, first: Iterable[str] = ()) -> tuple[str, ...]:
        """Give labels that are meant perhaps: those of values in the text, of the same words, or close by."""
        index, folded = _index_of(self.taxonomy, self.catalog), without_article(fold(text))
        near = closest(folded, index.entries, count=12)
        return self._spelled([*first, *index.of_the_same_words(folded), *near])

    def _of_the_same_words(self, text: str) -> tuple[str, ...]:
        index = _index_of(self.taxonomy, self.catalog)
        return self._spelled(index.of_the_same_words(without_article(fold(text))))

    def _spelled(self, found: Iterable[str]) -> tuple[str, ...]:
        """Give the labels that answer to some spellings, as they are declared: the first three."""
        index = _index_of(self.taxonomy, self.catalog)
        spellings: dict[str, None] = {}
        for one in found:
            alike = {entry.signs: entry.match.spelling for entry in index.entries.get(fold(one), ())}
            for spelling in alike.values():
                for match in self._matches(spelling)[:1]:
                    if match.kind != "avoid" or match.means == SAME:
                        spellings[match.spelling] = None
        return tuple(spellings)[:3]


def _forms(avoided: LabelMatch) -> Iterator[str]:
    """List the forms of the term to avoid that was found."""
    for term in avoided.category.labels.by_language[avoided.language].avoid:
        if avoided.spelling in term.name.forms.values():
            yield from term.name.forms.values()


def _avoided(text: str, matches: list[LabelMatch], catalog: Catalog) -> AvoidedLabelError:
    """Say what terms to avoid do not mean, why, and what they mean."""
    reason = matches[0].reason
    labels = [match.category.labels for match in matches if match.reason == reason]
    others = {label.render(): label for label in labels}
    meant = dict.fromkeys(match.means for match in matches if match.means not in (SAME, OTHER))
    candidates = [key for key in meant if key is not None and key in catalog]
    return AvoidedLabelError(text, others.values(), reason, candidates)


def _rank(match: LabelMatch) -> tuple[bool, bool, bool, int]:
    """Order matches: a name is before a synonym; then what is deprecated; then terms to avoid, and what
    they mean that is something else.
    """  # noqa: D205  # one sentence
    is_avoided = match.kind == "avoid"
    is_other = is_avoided and match.means != SAME
    return is_avoided, is_other, match.category.deprecated is not None, KINDS.index(match.kind)


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
