"""An answer is the one category that a customer is in, where one is wanted, and a status that says why.

Verdicts follow the words of their categories and may overlap, so it is for the taxonomy to say what its
one answer is. There are two ways.

*In an order*, with `precedence`, or with `decide: first`, whose order is that of the file: the answer is
the first category whose verdict is yes. Nothing is skipped: where an earlier verdict is unknown, the
answer is undecided.

*By exclusion*, where the rules of the taxonomy say of every two categories that nobody is in both: the
answer is the only category whose verdict is yes. Another one may be unknown beside it, since a fact is
missing; the rules exclude it all the same.

Any other taxonomy answers several questions at once, and has no one answer.

Categories without criteria are passed over, as rules pass them over. Deprecated ones give way: they are
asked once every current one is no, in the order of the file where there is an order, and else for the only
one that is yes; no rule excludes any of them, so nothing may be unknown beside it.

The status is

- `one`: there is an answer;
- `none`: every verdict is no;
- `several`: more than one verdict is yes, though the rules exclude that; an order leaves no such thing;
- `undecided`: a verdict is unknown, and the answer hangs on it. So it is of everybody where no category has
  criteria.

In other words: put yes and no for every unknown verdict, in all ways that the rules allow. Where all of them
have the same answer, that is the answer, and where they differ, it is undecided.

`cases` says this once, for all engines: what is asked, one thing after the other, till something holds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, get_args

import attrs

from customer_types._messages import Phrase
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import Category, Disjoint, Implies, Overlaps, Taxonomy
from customer_types._model.truth import Truth
from customer_types.errors import SeveralAnswersError

Status = Literal["one", "none", "several", "undecided"]
STATUSES: tuple[Status, ...] = get_args(Status)


@attrs.frozen
class Answer:
    """The one category of a customer, `None` unless the status is `one`."""

    status: Status
    category: Category | None = None

    @property
    def id(self) -> str | None:
        """The id of the category."""
        return None if self.category is None else self.category.id


_Question = Literal["yes", "several", "unknown"]
_STATUSES: Mapping[_Question, Status] = {"yes": "one", "several": "several", "unknown": "undecided"}


@attrs.frozen
class Case:
    """One thing to ask: whether *a* verdict on the categories is yes, or unknown, or *several* are yes.

    What asks for a yes asks for that of one category, which then is the answer.
    """

    question: _Question
    categories: tuple[Category, ...]

    @property
    def answer(self) -> Answer:
        """What the answer is where this holds, and nothing before."""
        return Answer(_STATUSES[self.question], self.categories[0] if self.question == "yes" else None)


#: What the answer is where no case holds.
OTHERWISE = Answer("none")


def cases(taxonomy: Taxonomy) -> tuple[Case, ...]:
    """List what is asked of the verdicts on one customer; the first case that holds is the answer.

    >>> from customer_types import taxonomy
    >>> [(one.question, *(two.id for two in one.categories)) for one in cases(taxonomy("buying-habits"))][:3]
    [('yes', 'vip'), ('unknown', 'vip'), ('yes', 'regular')]

    The own criteria of the categories may be asked in place of the verdicts: where the first match decides,
    they differ only after a case that holds. Raises `SeveralAnswersError`, a ValueError.
    """
    return _cases(taxonomy)


def _list(taxonomy: Taxonomy) -> tuple[Case, ...]:
    asked = [category for category in taxonomy.categories if category.when is not None]
    if not asked:
        return (Case("unknown", taxonomy.categories),)
    current, deprecated = tiers(asked)
    if taxonomy.decide == "first":
        return (*_in_order([*current, *deprecated]),)
    if taxonomy.precedence:
        there = {category.id: category for category in current}
        for id in there.keys() - {*taxonomy.precedence}:
            raise SeveralAnswersError(taxonomy.id, Phrase("answers.unranked", {"category": id}))
        ranked = [there[id] for id in taxonomy.precedence if id in there]
        return (*_in_order([*ranked, *deprecated]),)
    _require_exclusion(taxonomy, current)
    return (*_by_exclusion(current, is_ruled=True), *_by_exclusion(deprecated, is_ruled=False))


_cases: Memory[Taxonomy, tuple[Case, ...]] = Memory(_list)


def _in_order(categories: Sequence[Category]) -> Iterator[Case]:
    for category in categories:
        yield Case("yes", (category,))
        yield Case("unknown", (category,))


def _by_exclusion(categories: Sequence[Category], *, is_ruled: bool) -> Iterator[Case]:
    """Ask for the only yes; where no rule excludes the others, nothing may be unknown beside it."""
    if categories:
        several, unknown = Case("several", tuple(categories)), Case("unknown", tuple(categories))
        only = [Case("yes", (category,)) for category in categories]
        yield several
        yield from [*only, unknown] if is_ruled else [unknown, *only]


def _require_exclusion(taxonomy: Taxonomy, categories: Sequence[Category]) -> None:
    """Check that the rules say of every two categories that nobody is in both."""
    bits = {category.id: 1 << number for number, category in enumerate(categories)}
    every = (1 << len(bits)) - 1
    apart = dict.fromkeys(bits, 0)
    groups = [rule.categories or (*bits,) for rule in taxonomy.rules if isinstance(rule, Disjoint)]
    for group in groups:
        together = sum(bits[id] for id in {*group} & bits.keys())
        for id in {*group} & bits.keys():
            apart[id] |= together
    if all(apart[id] | bits[id] == every for id in bits):
        return
    open_ = (pair for pair in combinations(bits, 2) if not apart[pair[0]] & bits[pair[1]])
    raise SeveralAnswersError(taxonomy.id, _reason(taxonomy, next(open_), len(groups)))


def _reason(taxonomy: Taxonomy, pair: tuple[str, str], groups: int) -> Phrase:
    """Say why there are several answers: what the rules let meet, or else a pair that they say nothing of."""
    for rule in taxonomy.rules:
        if isinstance(rule, Implies):
            category, other = rule.pairs[0]
            return Phrase("answers.implies", {"category": category, "other": other})
    for rule in taxonomy.rules:
        if isinstance(rule, Overlaps):
            category, other = rule.categories[:2]
            return Phrase("answers.overlaps", {"category": category, "other": other})
    if groups > 1:
        return Phrase("answers.facets")
    return Phrase("answers.undeclared", {"category": pair[0], "other": pair[1]})


def has_one_answer(taxonomy: Taxonomy) -> bool:
    """Tell whether a taxonomy has one answer at most for each customer."""
    try:
        cases(taxonomy)
    except SeveralAnswersError:
        return False
    return True


def is_in_order(taxonomy: Taxonomy) -> bool:
    """Tell whether the answer of a taxonomy is the first yes in an order, so that it is never several."""
    return taxonomy.decide == "first" or bool(taxonomy.precedence)


def answer(verdicts: Sequence[Truth], taxonomy: Taxonomy) -> Answer:
    """Give the answer of a taxonomy that the verdicts on its categories make, which are in file order.

    Raises `SeveralAnswersError`, a ValueError.
    """
    return next(
        (case.answer for case, places in _placed(taxonomy) if _holds(case, places, verdicts)), OTHERWISE
    )


def _holds(case: Case, places: Sequence[int], verdicts: Sequence[Truth]) -> bool:
    match case.question:
        case "yes":
            return verdicts[places[0]] is True
        case "unknown":
            return any(verdicts[place] is None for place in places)
        case "several":
            return sum(verdicts[place] is True for place in places) > 1


def _place(taxonomy: Taxonomy) -> tuple[tuple[Case, tuple[int, ...]], ...]:
    places = {category.id: place for place, category in enumerate(taxonomy.categories)}
    return tuple((case, tuple(places[one.id] for one in case.categories)) for case in cases(taxonomy))


#: The cases with the places of their categories in the file.
_placed: Memory[Taxonomy, tuple[tuple[Case, tuple[int, ...]], ...]] = Memory(_place)


def tiers(categories: Iterable[Category]) -> tuple[list[Category], list[Category]]:
    """Give the current ones of some categories, and the deprecated ones, which give way to them."""
    found: tuple[list[Category], list[Category]] = ([], [])
    for category in categories:
        found[category.deprecated is not None].append(category)
    return found


def effective(categories: Iterable[Category]) -> Sequence[Category]:
    """Give those of a customer's categories that count: the current ones, or else the deprecated ones."""
    current, deprecated = tiers(categories)
    return current or deprecated
