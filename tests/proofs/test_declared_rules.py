"""The rules of the shipped taxonomies are those that the documents state, and hold for other numbers too.

That they hold is proved by z3 from the criteria themselves, with a term in the place of each threshold:
not for some numbers that a business might set, but for all that make sense.
"""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from tests.tries import tries

from customer_types import Taxonomy, catalog, classify, strategies, taxonomy
from customer_types._model.taxonomies import Disjoint, Exhaustive, Implies, Overlaps
from customer_types.strategies import Customer

pytest.importorskip("z3")
from tests.proofs.solver import Formula, Person, Solver, z3

#: What the documents, and the project where they are silent, say of the categories: sets that
#: exclude one another, pairs of which the first implies the second, and sets that can meet.
DISJOINT = {
    "customer-categories": [
        "individual professional",
        "individual institutional",
        "loyal occasional potential inactive",
        "potential international",
    ],
    "relationship-types": ["current potential", "loyal occasional disloyal lost", "current lost disloyal"],
    "market-roles": ["customer potential"],
    "status-and-activity": ["regular disengaging lost", "new-contact regular"],
    "buying-habits": ["occasional regular"],
    "business-relations": ["external internal", "external partner", "external supplier"],
    "lifecycle": ["potential new loyal", "potential active lost", "loyal lost"],
    "investor-profiles": ["conservative steady growth-oriented speculative"],
    "supply-chain-positions": ["final-consumer agent middleman"],
}
IMPLIES = {
    "relationship-types": ["occasional current", "loyal current"],
    "status-and-activity": ["regular customer", "disengaging customer", "lost customer"],
}
OVERLAPS = {
    "customer-categories": ["professional institutional", "individual loyal", "loyal international"],
    "relationship-types": ["referrer referred", "target potential", "internal current"],
    "market-roles": ["customer user", "user recommender", "customer recommender", "recommender potential"],
    "status-and-activity": ["new-contact customer"],
    "buying-habits": ["regular vip", "regular high-volume", "high-volume vip", "occasional vip"],
    "business-relations": ["partner supplier"],
    "lifecycle": ["active loyal", "new active"],
    "investor-profiles": ["growth-oriented corporate"],
    "customer-and-consumer": ["customer consumer"],
}
#: Thresholds of which each must be less than the next, or the words would contradict themselves:
#: nobody is new for so long that they are loyal, or a first contact for so long that they are regular.
RISING = {
    "lifecycle": ["new_days", "loyal_days", "long_days", "very_long_days"],
    "status-and-activity": ["contact_days", "regular_days"],
    "investor-profiles": ["low_risk", "high_risk"],
}

RULED = sorted({*DISJOINT, *IMPLIES, *OVERLAPS})
CLASSIFYING = [category.key for one in catalog() for category in one.categories if category.when is not None]


@pytest.mark.parametrize("id", [one.id for one in catalog()])
def test_a_taxonomy_declares_what_is_known_of_its_categories(id: str) -> None:
    """The rules in a file are those that the documents and the project state, and no others."""
    one = taxonomy(id)
    disjoint: list[frozenset[str]] = []
    implied: list[tuple[str, str]] = []
    overlapping: list[frozenset[str]] = []
    for rule in one.rules:
        match rule:
            case Disjoint(categories=categories):
                disjoint.append(frozenset(categories or (category.id for category in one)))
            case Implies(pairs=pairs):
                implied += pairs
            case Overlaps(categories=categories):
                overlapping.append(frozenset(categories))
            case Exhaustive():
                pytest.fail("no document says that its list is complete")
    assert set(disjoint) == {frozenset(ids.split()) for ids in DISJOINT.get(id, ())}
    assert set(implied) == {tuple(ids.split()) for ids in IMPLIES.get(id, ())}
    assert set(overlapping) == {frozenset(ids.split()) for ids in OVERLAPS.get(id, ())}
    assert len(one.rules) == len(disjoint) + bool(implied) + len(overlapping)


@pytest.mark.parametrize("id", sorted(OVERLAPS))
def test_overlapping_categories_have_somebody_in_common(id: str) -> None:
    """Some possible customer is in all categories that are declared to overlap."""
    one = taxonomy(id)
    solver = Solver(one)
    for ids in OVERLAPS[id]:
        assert solver.is_there(*(solver.yes((one[category], one)) for category in ids.split())), ids


@pytest.mark.parametrize("key", CLASSIFYING)
def test_a_category_can_be_reached(key: str) -> None:
    """Some possible customer is in a category, some is not, and of somebody it is unknown."""
    id, _, category = key.partition("/")
    one = taxonomy(id)
    solver = Solver(one)
    yes, no = solver.someone.verdict(one[category], one)
    assert solver.is_there(yes)
    assert solver.is_there(no)
    assert solver.is_there(z3.Not(z3.Or(yes, no)))
    assert classify({}, one).verdicts[category] is None


# ---- for other numbers too ---------------------------------------------------------------------


def _numbers() -> tuple[dict[tuple[str, str], Formula], list[Formula]]:
    """Make a term for each threshold of all taxonomies, and say which numbers make sense."""
    terms = {
        (one.id, threshold.id): z3.Int(f"{one.id} {threshold.id}")
        for one in catalog()
        for threshold in one.thresholds
    }
    said = [term >= 1 for term in terms.values()]
    said.append(terms["investor-profiles", "high_risk"] <= 5)  # the highest level of risk
    for id, names in RISING.items():
        rising = [terms[id, name] for name in names]
        said += [lower < higher for lower, higher in pairwise(rising)]
    return terms, said


def _broken(one: Taxonomy, *said: Formula, numbers: dict[tuple[str, str], Formula]) -> list[tuple[str, str]]:
    """Give the pairs of categories for which a customer breaks a rule that is declared of them."""
    someone = Person(one, numbers=numbers)
    yes = {category.id: someone.verdict(category, one)[0] for category in one}
    solver = z3.Solver()
    solver.add(someone.is_possible(), *said)
    asked = [
        (first, second, yes[second])
        for ids in DISJOINT.get(one.id, ())
        for first, second in combinations(ids.split(), 2)
    ]
    for ids in IMPLIES.get(one.id, ()):
        first, second = ids.split()
        asked.append((first, second, z3.Not(yes[second])))
    return [(first, second) for first, second, other in asked if solver.check(yes[first], other) != z3.unsat]


@pytest.mark.parametrize("id", RULED)
def test_a_business_can_move_the_thresholds(id: str) -> None:
    """Nobody breaks a rule, whatever sensible numbers a business sets, in any of the taxonomies."""
    numbers, said = _numbers()
    assert _broken(taxonomy(id), *said, numbers=numbers) == []


def test_numbers_that_contradict_the_words_break_rules() -> None:
    """Where those who are new for long are loyal already, the same proof finds somebody who is both."""
    numbers, _ = _numbers()
    assert ("new", "loyal") in _broken(taxonomy("lifecycle"), numbers=numbers)


@pytest.mark.parametrize("id", RULED)
def test_no_customer_breaks_a_rule(id: str) -> None:
    """Whoever is classified, the verdicts keep to the rules."""
    one = taxonomy(id)

    @given(strategies.customers(one))
    @settings(max_examples=tries(50))
    def classified(customer: Customer) -> None:
        verdicts = classify(customer, one).verdicts
        for ids in DISJOINT.get(id, ()):
            assert sum(verdicts[category] is True for category in ids.split()) <= 1
        for ids in IMPLIES.get(id, ()):
            first, second = ids.split()
            assert verdicts[first] is not True or verdicts[second] is True

    classified()
