"""Dependencies are what an answer about a category hangs on: criteria, other categories, facts."""

from collections.abc import Iterable, Iterator

from customer_types._deciding.interpreter import resolve
from customer_types._model.criteria import BOUNDS, Criterion, InCategory, Test, walk
from customer_types._model.facts import Ascending, Implication, Invariant
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types.errors import CircularCriteriaError

#: A criterion with the taxonomy that it stands in, where its thresholds and categories are looked up.
Placed = tuple[Criterion, Taxonomy]
PlacedCategory = tuple[Category, Taxonomy]
PlacedInvariant = tuple[Invariant, Taxonomy]


def behind(asked: Iterable[PlacedCategory]) -> list[PlacedCategory]:
    """List the categories whose criteria decide the verdicts on some, each after those it is built on.

    Raises `CircularCriteriaError` where categories are built on one another in a circle.
    """
    done: dict[tuple[int, int], PlacedCategory] = {}
    for root in (one for category in asked for one in _deciding(*category)):
        # Files may build many categories on one another, so the path is no recursion.
        path = {} if _key(root) in done else {_key(root): (root, _built_on(root))}
        while path:
            key, (category, references) = next(reversed(path.items()))
            reference = next(references, None)
            if reference is None:
                done[key] = category
                del path[key]
            elif _key(reference) in path:
                raise CircularCriteriaError(reference[0].key)
            elif _key(reference) not in done:
                path[_key(reference)] = (reference, _built_on(reference))
    return [*done.values()]


def _key(placed: PlacedCategory) -> tuple[int, int]:
    return id(placed[0]), id(placed[1])


def _deciding(category: Category, taxonomy: Taxonomy) -> Iterator[PlacedCategory]:
    """List the categories whose own criteria make the verdict on one."""
    yield from ((earlier, taxonomy) for earlier in taxonomy.before(category))
    yield category, taxonomy


def _built_on(placed: PlacedCategory) -> Iterator[PlacedCategory]:
    category, taxonomy = placed
    return iter(()) if category.when is None else categories_of((category.when, taxonomy))


def categories_of(placed: Placed) -> Iterator[PlacedCategory]:
    """List the categories whose own criteria a criterion asks about."""
    criterion, taxonomy = placed
    for part in walk(criterion):
        if isinstance(part, InCategory):
            other, category = resolve(part.category, taxonomy)
            if other is taxonomy:
                yield category, taxonomy
            else:
                yield from _deciding(category, other)


def criteria_of(invariant: PlacedInvariant) -> tuple[Placed, ...]:
    """List the criteria of an invariant."""
    one, taxonomy = invariant
    return ((one.condition, taxonomy), (one.consequence, taxonomy)) if isinstance(one, Implication) else ()


def all_criteria(criteria: Iterable[Placed]) -> list[Placed]:
    """List criteria with those of the categories that they are built on."""
    given = [*criteria]
    categories = behind(category for placed in given for category in categories_of(placed))
    return [*given, *own_criteria(categories)]


def own_criteria(categories: Iterable[PlacedCategory]) -> list[Placed]:
    """List the criteria of the categories that have one."""
    return [(category.when, taxonomy) for category, taxonomy in categories if category.when is not None]


def tests_of(criteria: Iterable[Placed]) -> Iterator[tuple[Test, Taxonomy]]:
    """Go through the tests of criteria."""
    for criterion, taxonomy in criteria:
        for part in walk(criterion):
            if isinstance(part, Test):
                yield part, taxonomy


def facts_of(invariant: PlacedInvariant) -> tuple[str, ...]:
    """List the facts that an invariant is about."""
    if isinstance(invariant[0], Ascending):
        return invariant[0].facts
    return tuple(dict.fromkeys(test.fact for test, _ in tests_of(all_criteria(criteria_of(invariant)))))


def speaks_of_home(invariant: PlacedInvariant) -> bool:
    """Tell whether an invariant names thresholds or categories, which each taxonomy has its own of."""
    return any(
        isinstance(part, InCategory)
        or (isinstance(part, Test) and part.operator in BOUNDS and isinstance(part.value, str))
        for criterion, _ in criteria_of(invariant)
        for part in walk(criterion)
    )
