"""The slow and obvious meaning of one answer: what every way to learn the unknown verdicts agrees on.

Nothing of this is the library's: an unknown verdict is yes or no, in all combinations that the rules of the
taxonomy allow; each of these has an answer that needs no third value, and where they differ it is undecided.
"""

from collections.abc import Sequence
from itertools import combinations, product

from customer_types import Taxonomy
from customer_types._model.taxonomies import Disjoint

Answer = tuple[str, str | None]


def has_one_answer(taxonomy: Taxonomy) -> bool:
    """Tell whether there is an order, or a rule for every two current categories that have criteria."""
    if taxonomy.decide == "first" or taxonomy.precedence:
        return True
    asked = [one.id for one in taxonomy if one.when is not None and one.deprecated is None]
    apart = [rule.categories or asked for rule in taxonomy.rules if isinstance(rule, Disjoint)]
    return all(any({*pair} <= {*group} for group in apart) for pair in combinations(asked, 2))


def answer_of(verdicts: Sequence[bool | None], taxonomy: Taxonomy) -> Answer:
    """Give the status and the id of the one answer that verdicts in file order make."""
    asked = [place for place, one in enumerate(taxonomy) if one.when is not None]
    if not asked:
        return "undecided", None
    ways = product(*((False, True) if verdicts[place] is None else (verdicts[place],) for place in asked))
    found = {
        _settled(frozenset(one for one, yes in zip(asked, way, strict=True) if yes), taxonomy) for way in ways
    }
    found = found - {("excluded", None)} or {("several", None)}
    return found.pop() if len(found) == 1 else ("undecided", None)


def _settled(yes: frozenset[int], taxonomy: Taxonomy) -> Answer:
    """Give the answer of a customer of whom every verdict is known."""
    names = [one.id for one in taxonomy]
    old = {place for place in yes if taxonomy.categories[place].deprecated is not None}
    current, deprecated = sorted(yes - old), sorted(old)
    if taxonomy.decide == "all" and taxonomy.precedence:
        current.sort(key=lambda place: taxonomy.precedence.index(names[place]))
    elif taxonomy.decide == "all" and len(current) > 1:
        return "excluded", None
    elif taxonomy.decide == "all" and not current and len(deprecated) > 1:
        return "several", None
    for place in (*current, *deprecated):
        return "one", names[place]
    return "none", None
