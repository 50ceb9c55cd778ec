"""Hypothesis strategies for people who test their own rules: customers of a taxonomy, and taxonomies.

Possible customers are not tried out until one fits. The engine of the proofs cuts all customers into
cells; a cell is chosen for one fact after the other, of those for which there still is a customer, and
then a value in it. So every example fits, however narrow a category is, and examples shrink to
customers of whom little is known. The module needs the extra `strategies`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache, lru_cache
from math import ceil, floor, gcd, inf, isfinite, nextafter
from typing import Any as Anything

import attrs

from customer_types._cells.dependencies import PlacedCategory, behind, own_criteria, tests_of
from customer_types._cells.fields import IN, MISSING, Box, Field
from customer_types._cells.formulas import Clause, Sense
from customer_types._cells.scales import Range
from customer_types._cells.search import Budget, OutOfBudgetError, narrow, solve
from customer_types._cells.spaces import Space, bits
from customer_types.catalogs import catalog
from customer_types.categories import Category, Scope, Taxonomy, Threshold
from customer_types.criteria import (
    BOUNDS,
    All,
    Any,
    Criterion,
    InCategory,
    Literal,
    Not,
    Operator,
    Test,
)
from customer_types.errors import CustomerTypesError, MissingExtraError, UnknownIdError
from customer_types.facts import NO_VOCABULARY, Fact, Vocabulary
from customer_types.frozen import FrozenMap
from customer_types.interpreter import bound, verdict
from customer_types.labels import Label, Name, Naming, Texts
from customer_types.messages import Phrase
from customer_types.possibility import impossible_facts
from customer_types.proofs import BUDGET
from customer_types.values import LARGEST_INTEGER, SMALLEST_INTEGER

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] != "hypothesis":
        raise
    raise MissingExtraError("strategies") from None

__all__ = [
    "Customer",
    "NoCustomerError",
    "SearchGivenUpError",
    "boundary_customers",
    "customers",
    "customers_in",
    "customers_outside",
    "taxonomies",
]

#: A customer at the boundary of one fact is at those of so many others at most, besides.
MORE_BOUNDARIES = 4

#: What is known of a customer: values by the ids of facts. What is not known is left out.
Customer = dict[str, Anything]


class NoCustomerError(CustomerTypesError, ValueError):
    """No possible customer is what a strategy is asked for, so it would have no examples."""

    def __init__(self, name: str, wanted: bool | None = None) -> None:  # noqa: FBT001  # a verdict
        self.name = name
        self.wanted = wanted
        keys = {None: "error.nobody", True: "error.nobody-in", False: "error.nobody-outside"}
        super().__init__(Phrase(keys[wanted], {"name": name}))

    def __reduce__(self) -> tuple[Anything, ...]:
        return type(self), (self.name, self.wanted)


class SearchGivenUpError(CustomerTypesError, ValueError):
    """Whether some customer is what a strategy is asked for is undecided: the search took too long."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(Phrase("error.search-given-up", {"name": name}))

    def __reduce__(self) -> tuple[Anything, ...]:
        return type(self), (self.name,)


# ---- what people ask for -----------------------------------------------------------------------


def customers(
    taxonomy: Taxonomy, *, missing: bool = True, possible: bool = True
) -> st.SearchStrategy[Customer]:
    """Give customers, by the facts that a taxonomy tests and those that invariants tie to them.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> lifecycle = taxonomy("lifecycle")
    >>> find(customers(lifecycle), lambda customer: customer.get("orders", 0) > 2)
    {'orders': 3}

    Numbers lie at the bounds of criteria, beside them, and anywhere else; they are in the units of
    their facts. With `missing=False` only that is left out which cannot be known, so the customers are
    complete. With `possible=False` values lie outside of domains too, and invariants may be broken.

    Raises `NoCustomerError`, a ValueError, where no customer is possible at all.
    """
    if not possible:
        return _any_customers(_space(taxonomy), missing=missing)
    question = _asked(taxonomy, _space(taxonomy), (), lambda _: True, NoCustomerError(taxonomy.id))
    return _possible_customers(question, is_complete=not missing)


def customers_in(taxonomy: Taxonomy, category: str | Category) -> st.SearchStrategy[Customer]:
    """Give possible customers who are in a category: the verdict on it is yes.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> lost = customers_in(taxonomy("lifecycle"), "lost")
    >>> find(lost, lambda customer: customer["days_since_last_order"] > 1000)
    {'orders': 1, 'days_since_last_order': 1001}

    Raises `NoCustomerError`, a ValueError, where nobody can be in it, and `UnknownIdError`, a KeyError.
    """
    return _customers_of(taxonomy, category, wanted=True)


def customers_outside(taxonomy: Taxonomy, category: str | Category) -> st.SearchStrategy[Customer]:
    """Give possible customers who are not in a category: the verdict on it is no, and not unknown.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> others = customers_outside(taxonomy("lifecycle"), "lost")
    >>> find(others, lambda customer: customer.get("orders", 0) > 5)
    {'orders': 6, 'days_since_last_order': 0}

    Raises `NoCustomerError`, a ValueError, where nobody can be outside, and `UnknownIdError`, a KeyError.
    """
    return _customers_of(taxonomy, category, wanted=False)


def boundary_customers(taxonomy: Taxonomy) -> st.SearchStrategy[Customer]:
    """Give possible customers at the boundaries of criteria, where mistakes in rules show.

    >>> from customer_types import taxonomy
    >>> from hypothesis import find
    >>> lifecycle = taxonomy("lifecycle")
    >>> find(boundary_customers(lifecycle), lambda customer: customer.get("days_since_last_order") == 366)
    {'days_since_last_order': 366}

    One fact is at a number that a criterion compares it with, or beside it: 1 less or more of a fact
    that is an integer, and otherwise the neighboring doubles and 0.01 less or more, in the unit of the
    fact. Or it has another value that is tested, or is missing. The other facts are as they may be, or
    such that a category that tests the fact is decided: there a bound makes the difference.

    Raises `NoCustomerError`, a ValueError, where no customer is possible at all.
    """
    marked = _boundaries(taxonomy)
    space = _space(taxonomy, marks=marked)
    question = _asked(taxonomy, space, (), lambda _: True, NoCustomerError(taxonomy.id))
    aims = _aims(question)
    targets = tuple(
        _Target(field, cell, aims.get(name, ()))
        for name in space.used
        for field in space.fields.by_fact[name]
        for cell in _options(field)
        if (field.scale is None or cell == MISSING or field.value(cell) in marked.get(name, ()))
        and question.within(space.start & space.fields.limit(field, cell), question.found) is not None
    )
    return _boundary_customers(question, targets) if targets else _possible_customers(question)


def taxonomies(vocabulary: Vocabulary | None = None) -> st.SearchStrategy[Taxonomy]:
    """Give valid taxonomies over the shipped facts, or those of a vocabulary; sensitive facts are left out.

    >>> from customer_types import dumps, loads
    >>> from hypothesis import find
    >>> found = find(taxonomies(), lambda taxonomy: len(taxonomy) > 1)
    >>> [category.id for category in found], loads(dumps(found)) == found
    (['category-2', 'category-1'], True)

    Facts that are not shipped are the taxonomy's own, as its file would declare them. A vocabulary that
    says something else of a shipped fact is no file's: its taxonomies can be used, but not be read.
    """
    shipped = catalog().vocabulary
    given = shipped if vocabulary is None else vocabulary
    is_said = all(shipped.facts.get(name, fact) == fact for name, fact in given.facts.items())
    own = NO_VOCABULARY
    if is_said and given is not shipped:
        own = Vocabulary(
            facts=_without(given.facts, shipped.facts),
            units=_without(given.units, shipped.units),
            invariants=tuple(one for one in given.invariants if one not in shipped.invariants),
        )
    tested = tuple(fact for fact in given.facts.values() if not fact.sensitive)
    return _taxonomies(tested, own, catalog() if is_said else _Alone(given))


# ---- possible customers ------------------------------------------------------------------------


@attrs.frozen(eq=False, repr=False)
class _Question:
    """What is asked of customers: clauses over a space, with a box of some who meet them."""

    taxonomy: Taxonomy
    space: Space
    clauses: tuple[Clause, ...]
    shows: Callable[[Customer], bool]
    found: Box

    def within(self, box: Box, found: Box) -> Box | None:
        """Find out whether somebody in a box meets the clauses; all in `found` do who are possible.

        `None` also where the search takes too long: there are others, in `found`.
        """
        inner = found & box
        if self.space.fields.is_box(inner):
            narrowed = narrow(self.space, inner, [], Budget(BUDGET))
            if narrowed is not None:
                return narrowed[0]
        try:
            return solve(self.space, box, self.clauses, Budget(BUDGET))
        except OutOfBudgetError:
            return None

    def checked(self, customer: Customer) -> Customer:
        """Try a customer out."""
        if impossible_facts(customer, self.taxonomy) or not self.shows(customer):
            raise AssertionError("a customer is not what was asked for: this is a fault of customer_types")
        return customer

    def __repr__(self) -> str:
        return f"<{self.taxonomy.id}>"


def _space(taxonomy: Taxonomy, marks: Mapping[str, Anything] | None = None) -> Space:
    return Space(((category, taxonomy) for category in taxonomy), marks=marks)


def _asked(
    taxonomy: Taxonomy,
    space: Space,
    clauses: tuple[Clause, ...],
    shows: Callable[[Customer], bool],
    nobody: NoCustomerError,
) -> _Question:
    try:
        found = solve(space, space.start, clauses, Budget(BUDGET))
    except OutOfBudgetError:
        raise SearchGivenUpError(nobody.name) from None
    if not space.fields.all and not shows({}):  # no box is empty that has no fields
        found = None
    if found is None:
        raise nobody
    return _Question(taxonomy, space, clauses, shows, found)


def _customers_of(
    taxonomy: Taxonomy, category: str | Category, *, wanted: bool
) -> st.SearchStrategy[Customer]:
    placed = taxonomy[category.id if isinstance(category, Category) else category]
    if isinstance(category, Category) and placed != category:
        raise UnknownIdError("category", category.key)
    return _possible_customers(_decided(_space(taxonomy), placed, taxonomy, wanted=wanted))


def _decided(space: Space, category: Category, taxonomy: Taxonomy, *, wanted: bool) -> _Question:
    """Ask that the verdict on a category be yes, or no."""
    clause = (space.verdict(category, taxonomy, Sense.YES if wanted else Sense.NO),)

    def shows(customer: Customer) -> bool:
        return verdict(category, customer, taxonomy) is wanted

    return _asked(taxonomy, space, (clause,), shows, NoCustomerError(category.key, wanted))


@st.composite
def _possible_customers(draw: st.DrawFn, question: _Question, *, is_complete: bool = False) -> Customer:
    return _customer(draw, question, question.space.start, question.found, is_complete=is_complete)


def _customer(
    draw: st.DrawFn, question: _Question, box: Box, found: Box, *, is_complete: bool = False
) -> Customer:
    """Choose a cell for one fact after the other, of those that leave a customer, and a value in it.

    With `is_complete` a fact is missing only if it can't be known beside what is chosen already; the
    facts that are tested come first, in any order.
    """
    space = question.space
    names: Iterable[str] = space.fields.by_fact
    if is_complete:
        others = [name for name in names if name not in space.used]
        names = [*draw(st.permutations(space.used)), *draw(st.permutations(others))]
    customer: Customer = {}
    for name in names:
        for field in space.fields.by_fact[name]:
            box, found = _settled(draw, question, field, box, found, is_complete=is_complete)
        if space.fields.by_fact[name][0].of(box) != MISSING:
            customer[name] = _value(draw, space.fields.by_fact[name], box)
    _put_in_order(space, box, customer)
    return question.checked({name: customer[name] for name in space.fields.by_fact if name in customer})


def _settled(
    draw: st.DrawFn, question: _Question, field: Field, box: Box, found: Box, *, is_complete: bool
) -> tuple[Box, Box]:
    """Choose a cell of a field, and give what it leaves of a box, and of those found in it.

    Where it leaves nobody, another one is taken, so that each field takes one choice: failures shrink.
    """
    every = _options(field)  # of which missing is the first; it weighs as much as a third of all else
    options = every[1:] or every if is_complete else (MISSING,) * (len(every) // 3) + every
    first = draw(_below(len(options))) if len(options) > 1 else 0
    for cell in dict.fromkeys((*(options[number] for number in _order(first, len(options))), MISSING)):
        if cell & field.of(box):
            narrower = box & question.space.fields.limit(field, cell)
            inner = question.within(narrower, found)
            if inner is not None:
                return narrower, inner
    raise AssertionError("of those found, none is in any cell: this is a fault of customer_types")


@lru_cache(maxsize=4096)
def _order(first: int, count: int) -> tuple[int, ...]:
    """List numbers below a count, beginning with one; after 0 in order, and after others well spread."""
    near_golden = range(max(1, count * 5 // 8), count + 2)
    stride = next(stride for stride in near_golden if gcd(stride, count) == 1) if first else 1
    return tuple((first + step * stride) % count for step in range(count))


@lru_cache(maxsize=4096)
def _options(field: Field) -> tuple[int, ...]:
    """List the cells of a field, the simplest first: missing, then what is near zero."""
    known = [*bits(field.known)]
    if field.scale is not None:
        known.sort(key=lambda cell: abs(field.value(cell)))
    return (MISSING, *known)


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


# ---- values of cells ---------------------------------------------------------------------------


def _value(draw: st.DrawFn, fields: Sequence[Field], box: Box) -> Anything:
    """Draw a value of a fact in a box that has one cell for each of the fact's fields."""
    first = fields[0]
    cell = first.of(box)
    if first.fact.type == "choices":
        members = [one.member for one in fields[1:] if one.of(box) == IN]
        tested = {one.member for one in fields[1:]}
        rest = tuple(value.id for value in first.fact.values if value.id not in tested)
        return frozenset(members) | (draw(_subsets(rest)) if rest else frozenset())
    if first.scale is not None:
        numbers = first.scale[cell.bit_length() - 2]
        return draw(_numbers(numbers, is_integer=first.fact.type == "integer"))
    if first.fact.type == "choice" and cell == first.others:
        rest = tuple(value.id for value in first.fact.values if value.id not in first.choices)
        return rest[draw(_below(len(rest)))]
    return first.value(cell)


@cache
def _subsets(members: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(members))


@lru_cache(maxsize=4096)
def _numbers(numbers: Range, *, is_integer: bool) -> st.SearchStrategy[Anything]:
    """Draw numbers of a range: at its ends and near them, or anywhere."""
    if is_integer:
        low, high = numbers.integer(SMALLEST_INTEGER), numbers.integer(LARGEST_INTEGER)
        assert low is not None
        assert high is not None
        if high - low < 3:
            return st.integers(low, high)
        near = {*((low, low + 1) if isfinite(numbers.low) else ())}
        near |= {*((high - 1, high) if isfinite(numbers.high) else ())}
        ends = sorted(near, key=abs)
        return st.integers(low, high) | st.sampled_from(ends) if ends else st.integers(low, high)
    first, last = _doubles(numbers)
    if first == last:
        return st.just(first)
    beside = {value for end in (numbers.low, numbers.high) if isfinite(end) for value in _beside(end)}
    candidates = sorted({first, last} | {value for value in beside if value in numbers}, key=abs)
    ends_of_it = [value for value in candidates if isfinite(value)]
    anywhere = st.floats(
        None if first == -inf else first, None if last == inf else last, allow_nan=False, allow_infinity=False
    )
    return anywhere | st.sampled_from(ends_of_it) if ends_of_it else anywhere


def _doubles(numbers: Range) -> tuple[float, float]:
    """Give the least and the greatest double of a range, infinite where there is no end."""
    first, last = float(numbers.low), float(numbers.high)
    if isfinite(first) and first not in numbers:
        first = nextafter(first, inf)
    if isfinite(last) and last not in numbers:
        last = nextafter(last, -inf)
    return first, last


def _beside(number: float) -> tuple[float, ...]:
    """List a number, its neighboring doubles, and what is 0.01 below and above it."""
    at, cent = float(number), Decimal("0.01")
    exact = Decimal(repr(at))
    return at, nextafter(at, -inf), nextafter(at, inf), float(exact - cent), float(exact + cent)


def _put_in_order(space: Space, box: Box, customer: Customer) -> None:
    """Raise numbers that share a cell and are not in the order that invariants put them in."""
    pairs = [
        (lower.fact.id, upper)
        for lower, upper in space.orders
        if lower.fact.id in customer and upper.fact.id in customer and lower.of(box) == upper.of(box)
    ]
    changed = True
    while changed:
        changed = False
        for lower, upper in pairs:
            value = customer[lower]
            if value <= customer[upper.fact.id]:
                continue
            changed = True
            is_integer = upper.fact.type == "integer"
            value = ceil(value) if is_integer else float(value)
            cell = upper.of(box)
            if upper.cell(value) == cell and not (is_integer and value > LARGEST_INTEGER):
                customer[upper.fact.id] = value
                continue
            # No whole number is above it in the cell: then all of the cell get the same number.
            for fields in space.fields.by_fact.values():
                name = fields[0].fact.id
                if name in customer and fields[0].scale is upper.scale and fields[0].of(box) == cell:
                    customer[name] = upper.value(cell)


# ---- boundaries --------------------------------------------------------------------------------


def _boundaries(taxonomy: Taxonomy) -> dict[str, frozenset[float]]:
    """List for each fact the numbers that it is compared with, and those beside them."""
    found: dict[str, set[float]] = {}
    facts = taxonomy.vocabulary.facts
    asked: list[PlacedCategory] = [(category, taxonomy) for category in taxonomy]
    for test, home in tests_of(own_criteria(behind(asked))):
        fact = facts.get(test.fact)
        if fact is None or test.operator is Operator.KNOWN or fact.type not in ("integer", "number"):
            continue
        value = bound(test, home)
        for number in value if isinstance(value, tuple) else (value,):
            found.setdefault(test.fact, set()).update(
                {floor(number), ceil(number), ceil(number) - 1, floor(number) + 1}
                if fact.type == "integer"
                else _beside(number)
            )
    return {name: frozenset(numbers) for name, numbers in found.items()}


@attrs.frozen(eq=False, repr=False)
class _Target:
    """A cell at a boundary, with what may be asked besides: that categories that test the fact be decided."""

    field: Field
    cell: int
    aims: tuple[_Question, ...]

    def __repr__(self) -> str:
        return f"<{self.field.fact.id}: {self.field.value(self.cell)}>"


def _aims(question: _Question) -> dict[str, tuple[_Question, ...]]:
    """List for each fact what asks that a category that tests it be decided, with yes or with no."""
    found: dict[str, tuple[_Question, ...]] = {}
    for category in question.taxonomy:
        placed = (category, question.taxonomy)
        facts = dict.fromkeys(test.fact for test, _ in tests_of(own_criteria(behind([placed]))))
        for wanted in (True, False):
            with suppress(NoCustomerError, SearchGivenUpError):
                aim = _decided(question.space, *placed, wanted=wanted)
                found |= {fact: (*found.get(fact, ()), aim) for fact in facts}
    return found


@st.composite
def _boundary_customers(draw: st.DrawFn, question: _Question, targets: Sequence[_Target]) -> Customer:
    """Put a customer at one boundary, decided or not, and at more of them where that can be."""
    limit = question.space.fields.limit
    target = targets[draw(_below(len(targets)))]
    box = question.space.start & limit(target.field, target.cell)
    asked, found = question, question.within(box, question.found)
    assert found is not None  # or it would be no target
    aim = draw(_below(1 + len(target.aims)))
    if aim:
        decided = target.aims[aim - 1]
        inner = decided.within(box, decided.found)
        if inner is not None:
            asked, found = decided, inner
    for _ in range(draw(_below(1 + MORE_BOUNDARIES))):
        other = targets[draw(_below(len(targets)))]
        narrower = box & limit(other.field, other.cell)
        inner = asked.within(narrower, found) if question.space.fields.is_box(narrower) else None
        if inner is not None:
            box, found = narrower, inner
    return _customer(draw, asked, box, found)


# ---- customers who need not be possible --------------------------------------------------------


@st.composite
def _any_customers(draw: st.DrawFn, space: Space, *, missing: bool) -> Customer:
    customer: Customer = {}
    for name, fields in space.fields.by_fact.items():
        if not missing or draw(_below(4)):
            scale = fields[0].scale
            cuts = () if scale is None else tuple(dict.fromkeys(number for number, _ in scale.cuts))
            customer[name] = draw(_any_values(fields[0].fact, cuts))
    return customer


@lru_cache(maxsize=4096)
def _any_values(fact: Fact, bounds: tuple[float, ...]) -> st.SearchStrategy[Anything]:
    """Draw values of the type of a fact, in its domain or not."""
    members = st.text(max_size=8)
    if fact.values:
        members = st.sampled_from([value.id for value in fact.values]) | members
    match fact.type:
        case "integer":
            near = sorted({floor(one) + step for one in bounds for step in (-1, 0, 1)} | {0}, key=abs)
            inside = [one for one in near if SMALLEST_INTEGER <= one <= LARGEST_INTEGER]
            return st.sampled_from(inside) | st.integers(SMALLEST_INTEGER, LARGEST_INTEGER)
        case "number":
            beside = sorted({value for one in bounds for value in _beside(one)} | {0.0}, key=abs)
            return st.sampled_from(beside) | st.floats(allow_nan=False)
        case "boolean":
            return st.booleans()
        case "choice":
            return members
        case "choices":
            return st.frozensets(members, max_size=4)


# ---- taxonomies --------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class _Alone:
    """The scope of taxonomies that no file can say."""

    vocabulary: Vocabulary

    def __getitem__(self, taxonomy: str, /) -> Taxonomy:
        raise UnknownIdError("taxonomy", taxonomy)


@attrs.frozen(kw_only=True)
class _Material:
    """What criteria of a taxonomy can be made of."""

    facts: Sequence[Fact]
    thresholds: Sequence[str]
    categories: Sequence[str]


_USUAL = (0, 1, 2, 3, 5, 10, 30, 90, 365, 1000)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûüœÀÉ ’-"


@cache
def _words() -> st.SearchStrategy[str]:
    return st.text(_LETTERS, max_size=12).map(lambda text: text.strip() or "A")


def _without(these: Mapping[str, Anything], those: Mapping[str, Anything]) -> FrozenMap[str, Anything]:
    return FrozenMap((key, value) for key, value in these.items() if key not in those)


def _pick(draw: st.DrawFn, options: Sequence[Anything]) -> Anything:
    return options[draw(_below(len(options)))]


@st.composite
def _taxonomies(
    draw: st.DrawFn, facts: tuple[Fact, ...], own_vocabulary: Vocabulary, scope: Scope
) -> Taxonomy:
    few = draw(st.lists(st.sampled_from(facts), min_size=1, max_size=6, unique=True)) if facts else []
    units = (None, *sorted({fact.unit for fact in few if fact.unit is not None}))
    thresholds = tuple(
        Threshold(id=f"limit_{number}", value=_number(draw), unit=_pick(draw, units), labels=_label(draw))
        for number in range(1, 1 + draw(_below(4)))
    )
    decide = _pick(draw, ("all", "first"))
    made: list[Category] = []
    for number in range(1, 2 + draw(_below(5))):
        material = _Material(
            facts=few,
            thresholds=[threshold.id for threshold in thresholds],
            categories=[category.id for category in made],
        )
        is_without = decide == "all" and draw(_below(8)) == 7
        category = Category(
            taxonomy="random",
            id=f"category-{number}",
            labels=_label(draw, is_person=True),
            definitions=_texts(draw) if draw(_below(4)) == 3 else None,
            when=None if is_without else _criterion(draw, material, 3),
            without_criteria=_texts(draw) if is_without else None,
        )
        made.insert(draw(_below(len(made) + 1)), category)  # so that it may build on a later one
    return Taxonomy(
        id="random",
        version="1.0.0",
        labels=_label(draw),
        decide=decide,
        thresholds=thresholds,
        categories=tuple(made),
        own_vocabulary=own_vocabulary,
        scope=scope,
    )


def _texts(draw: st.DrawFn) -> Texts:
    return Texts(by_language=FrozenMap({tag: draw(_words()) for tag in ("en", "fr")}))


def _label(draw: st.DrawFn, *, is_person: bool = False) -> Label:
    """Name something; who is a person may have a plural, and in French the feminine."""
    has_forms = is_person and draw(st.booleans())
    forms: dict[str, tuple[str, ...]] = {"en": ("one",), "fr": ("one",)}
    if has_forms:
        forms = {"en": ("one", "other"), "fr": ("one", "one_feminine", "other", "other_feminine")}
    return Label(
        by_language=FrozenMap(
            {
                tag: Naming(name=Name(forms=FrozenMap({form: draw(_words()) for form in of_language})))
                for tag, of_language in forms.items()
            }
        )
    )


def _criterion(draw: st.DrawFn, material: _Material, depth: int) -> Criterion:
    kinds = ["test", "test", "range", "category", "all", "any", "not"]
    if not depth:
        kinds = kinds[:4]
    if not material.categories:
        kinds.remove("category")
    match _pick(draw, kinds) if material.facts else "nothing":
        case "test":
            return _test(draw, material)
        case "range":
            return _range(draw, material)
        case "category":
            return InCategory(_pick(draw, material.categories))
        case "not":
            return Not(_criterion(draw, material, depth - 1))
        case "any":
            parts = [_criterion(draw, material, depth - 1) for _ in range(1 + draw(_below(3)))]
            return Any(tuple(parts))
        case "all":
            parts = [_criterion(draw, material, depth - 1) for _ in range(draw(_below(4)))]
            return All(tuple(_compatible(parts)))
    return All(())


def _compatible(parts: Iterable[Criterion]) -> Iterator[Criterion]:
    """Leave out second tests of a fact: a file that asks for an empty range is not valid."""
    tested = set()
    for part in parts:
        if not isinstance(part, Test) or part.fact not in tested:
            yield part
        if isinstance(part, Test):
            tested.add(part.fact)


def _range(draw: st.DrawFn, material: _Material) -> Criterion:
    """Ask for a number between two others, which may be the same."""
    fact = _pick(draw, material.facts)
    if fact.type not in ("integer", "number"):
        return _test(draw, material)
    low, high = sorted(_number_of(draw, fact) for _ in range(2))
    return All((Test(fact.id, Operator.MIN, low), Test(fact.id, Operator.MAX, high)))


def _test(draw: st.DrawFn, material: _Material) -> Test:
    fact = _pick(draw, material.facts)
    operators = [Operator.EQUALS, Operator.ONE_OF, Operator.KNOWN]
    if fact.type in ("integer", "number"):
        operators = [Operator.MIN, Operator.MAX, Operator.ABOVE, Operator.BELOW, *operators]
    elif fact.type == "choices":
        operators = [Operator.INCLUDES, Operator.INCLUDES, Operator.KNOWN]
    operator = _pick(draw, operators)
    if operator is Operator.KNOWN:
        return Test(fact.id, operator, draw(st.booleans()))
    if operator in BOUNDS:
        is_named: bool = draw(st.booleans()) if material.thresholds else False
        if is_named:
            return Test(fact.id, operator, _pick(draw, material.thresholds))
        return Test(fact.id, operator, _number_of(draw, fact))
    if operator is Operator.EQUALS:
        return Test(fact.id, operator, _literal(draw, fact))
    several = [_literal(draw, fact) for _ in range(1 + draw(_below(3)))]
    return Test(fact.id, operator, tuple(dict.fromkeys(several)))


def _literal(draw: st.DrawFn, fact: Fact) -> Literal:
    if fact.type in ("integer", "number"):
        return _number_of(draw, fact)
    if fact.type == "boolean":
        return draw(st.booleans())
    member: str = _pick(draw, [value.id for value in fact.values])
    return member


def _number_of(draw: st.DrawFn, fact: Fact) -> int | float:
    """Draw a number for a fact to be compared with: whole if the fact is, and in its domain if it can be."""
    number = _number(draw)
    number = round(number) if fact.type == "integer" else number
    if fact.min is not None and number < fact.min:
        return fact.min if fact.type == "number" else ceil(fact.min)
    if fact.max is not None and number > fact.max:
        return fact.max if fact.type == "number" else floor(fact.max)
    return number


def _number(draw: st.DrawFn) -> int | float:
    """Draw a number as people write them in files: whole, or with two decimals."""
    match draw(_below(3)):
        case 0:
            usual: int = _pick(draw, _USUAL)
            return usual
        case 1:
            return draw(st.integers(-1000, 1_000_000))
        case _:
            return draw(st.integers(-100, 1_000_000)) / 100
