"""A doubt is about what a taxonomy may say and hardly means: a name for two categories, a unit of nothing."""

from collections.abc import Collection, Iterable, Iterator

from customer_types._messages.suggestions import closest
from customer_types._model.criteria import BOUNDS, Test, walk
from customer_types._model.facts import Fact
from customer_types._model.faults import Fault
from customer_types._model.folding import likeness
from customer_types._model.languages import lookup
from customer_types._model.locations import Location
from customer_types._model.taxonomies import Category, Taxonomy, Threshold
from customer_types.errors import did_you_mean


def doubts(taxonomy: Taxonomy) -> Iterator[Fault]:
    """Find names that categories share, units that don't go together, and thresholds that nothing uses.

    >>> from customer_types import taxonomy
    >>> list(doubts(taxonomy("lifecycle")))
    []
    """
    yield from _shared_names(taxonomy)
    units = taxonomy.vocabulary.units
    yield from unknown_units((*taxonomy.own_vocabulary.facts.values(), *taxonomy.thresholds), units)
    yield from _other_units(taxonomy, units)
    yield from _unused_thresholds(taxonomy)


def _shared_names(taxonomy: Taxonomy) -> Iterator[Fault]:
    """Find what leads to two categories, which `resolve` could not choose from."""
    tags = {tag for category in taxonomy.current for tag in category.labels.by_language}
    told: set[tuple[str, str, str, bool]] = set()
    for tag in sorted(tags, key=lambda one: (len(one), one)):  # a language before its varieties
        language = [*lookup(tag)][-1]
        first: dict[tuple[tuple[str, str], bool], Category] = {}
        for category in taxonomy.current:
            for text, is_name in _said(category, tag):
                other = first.setdefault((likeness(text), is_name), category)
                pair = (other.id, category.id, language, is_name)
                if other is not category and pair not in told:  # of many forms, one will do
                    told.add(pair)
                    yield _doubt("label.shared", category.location, text=text, category=other.id)


def _said(category: Category, tag: str) -> Iterator[tuple[str, bool]]:
    """List what a category is called where a language is spoken, with whether it is its name."""
    for one in lookup(tag):
        naming = category.labels.by_language.get(one)
        if naming is not None:
            names = [(name, False) for name in naming.also]
            if naming.name is not None:
                names.insert(0, (naming.name, True))
            for name, is_name in names:
                yield from ((text, is_name) for text in name.forms.values() if any(likeness(text)))


def unknown_units(counted: Iterable[Fact | Threshold], units: Collection[str]) -> Iterator[Fault]:
    """Find units of facts or thresholds that are declared nowhere."""
    for one in counted:
        if one.unit is not None and one.unit not in units:
            yield Fault(
                code="unit.unknown",
                location=one.location,
                severity="warning",
                hints=did_you_mean(closest(one.unit, units)),
                arguments={"unit": one.unit},
            )


def _other_units(taxonomy: Taxonomy, units: Collection[str]) -> Iterator[Fault]:
    """Find thresholds that count something else than the facts that they bound."""
    facts = taxonomy.vocabulary.facts
    counted = {threshold.id: threshold.unit for threshold in taxonomy.thresholds}
    for threshold, test in _bounds(taxonomy):
        unit, expected = counted[threshold], facts[test.fact].unit
        if unit != expected and unit in units and expected in units:
            told = {"threshold": threshold, "unit": unit, "fact": test.fact, "expected": expected}
            yield _doubt("unit.other", test.location, **told)


def _unused_thresholds(taxonomy: Taxonomy) -> Iterator[Fault]:
    """Find thresholds that no criterion names, so that nothing comes of changing them.

    Those that are inherited from another taxonomy's file may have been for what is left out here.
    """
    used = {threshold for threshold, _ in _bounds(taxonomy)}
    for threshold in taxonomy.thresholds:
        if threshold.id not in used and threshold.location.path == taxonomy.location.path:
            yield _doubt("threshold.unused", threshold.location, threshold=threshold.id)


def _bounds(taxonomy: Taxonomy) -> Iterator[tuple[str, Test]]:
    """List thresholds with the tests that hold a fact against them."""
    for category in taxonomy:
        for part in () if category.when is None else walk(category.when):
            if isinstance(part, Test) and part.operator in BOUNDS and isinstance(part.value, str):
                yield part.value, part


def _doubt(code: str, place: Location, **told: object) -> Fault:
    return Fault(code=code, location=place, severity="warning", arguments=told)
