"""An absurdity is a fact that no customer can have so: out of its domain, or against an invariant.

The rules are those of `customer_types._deciding.possibility`, which says of one customer what is impossible.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

import narwhals.stable.v2 as nw

from customer_types._model.criteria import Operator, Test, walk
from customer_types._model.facts import Ascending, Fact, Implication
from customer_types._model.taxonomies import Taxonomy
from customer_types.frames.derivations import Completed, contradictions
from customer_types.frames.logic import Answer, both, either
from customer_types.frames.lowering import Lowering


def absurdities(known: Completed, members: Callable[[str], nw.Expr], taxonomy: Taxonomy) -> dict[str, Answer]:
    """Give for each fact with a column the condition that it is absurd.

    `members` counts the different members of the sets of a fact.
    """
    columns = known.columns
    lowering = Lowering(known.asked)
    vocabulary = taxonomy.vocabulary
    found: dict[str, list[Answer]] = {
        name: [*_out_of_domain(vocabulary.facts[name], lowering, members, taxonomy)] for name in columns
    }
    for invariant in vocabulary.invariants:
        if isinstance(invariant, Ascending):
            broken = _out_of_order([name for name in invariant.facts if name in columns], columns)
        else:
            broken = _broken(invariant, lowering, taxonomy)
        for name, condition in broken:
            if name in found:
                found[name].append(_certain(condition))
    absurd = {name: either(_certain(one) for one in conditions) for name, conditions in found.items()}
    return _as_given(absurd, known, vocabulary.facts)


def _as_given(absurd: Mapping[str, Answer], known: Completed, facts: Mapping[str, Fact]) -> dict[str, Answer]:
    """Tell of its parts in the place of a fact that is not given, and of what contradicts them."""
    told: dict[str, list[Answer]] = {name: [answer] for name, answer in absurd.items()}
    contradicted = contradictions(known, facts)
    for name, value in known.derived.items():
        own, follows = known.own.get(name), facts[name].follows
        assert follows is not None
        is_derived = ~value.is_null() if own is None else ~value.is_null() & own.is_null()
        told[name] = [both([absurd[name], ~is_derived])]
        contradiction = _certain(contradicted[name]) if name in contradicted else False
        told[name].append(contradiction)
        for part in follows.parts:
            told[part] += [both([absurd[name], is_derived]), contradiction]
    return {name: either(answers) for name, answers in told.items()}


def _out_of_domain(
    fact: Fact,
    lowering: Lowering,
    members: Callable[[str], nw.Expr],
    taxonomy: Taxonomy,
) -> Iterator[Answer]:
    if fact.type == "choices":
        column = lowering.columns[fact.id]
        texts = (text for value in fact.values for text in lowering.spelled(fact.id, value.id))
        known = (column.list.contains(text).cast(nw.Int64) for text in texts)
        yield members(fact.id) > nw.sum_horizontal(*known)
    elif fact.type == "choice":
        allowed = tuple(value.id for value in fact.values)
        yield lowering.denied(Test(fact.id, Operator.ONE_OF, allowed), taxonomy)
    for operator, end in ((Operator.BELOW, fact.min), (Operator.ABOVE, fact.max)):
        if end is not None:
            yield lowering.criterion(Test(fact.id, operator, end), taxonomy)


def _out_of_order(chain: list[str], columns: Mapping[str, nw.Expr]) -> Iterator[tuple[str, Answer]]:
    """Compare known numbers of a chain with the next known ones."""
    for (first, low), (last, high) in combinations(enumerate(chain), 2):
        between = [columns[name].is_null() for name in chain[first + 1 : last]]
        condition = both([columns[low] > columns[high], *between])
        yield low, condition
        yield high, condition


def _broken(invariant: Implication, lowering: Lowering, taxonomy: Taxonomy) -> Iterator[tuple[str, Answer]]:
    """Tell of the facts of an invariant: of those that are known, or of all where none is."""
    parts = (*walk(invariant.condition), *walk(invariant.consequence))
    about = dict.fromkeys(part.fact for part in parts if isinstance(part, Test))
    columns = lowering.columns
    is_met = _certain(lowering.criterion(invariant.condition, taxonomy))
    is_denied = _certain(lowering.denied(invariant.consequence, taxonomy))
    none_known = both(columns[name].is_null() for name in about if name in columns)
    for name in about:
        if name in columns:
            yield name, both([is_met, is_denied, either([~columns[name].is_null(), none_known])])


def _certain(answer: Answer) -> Answer:
    """Take what is unknown for no."""
    return answer.fill_null(value=False) if isinstance(answer, nw.Expr) else answer is True
