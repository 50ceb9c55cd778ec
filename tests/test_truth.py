"""Kleene's three-valued connectives: their published tables, and the laws that follow from them."""

from itertools import product

import pytest

from customer_types._model.truth import Truth, conjunction, disjunction, negation

TRUTHS: tuple[Truth, ...] = (True, False, None)

#: Kleene, Introduction to Metamathematics (1952), § 64: the strong tables.
AND = {
    (True, True): True,
    (True, False): False,
    (True, None): None,
    (False, True): False,
    (False, False): False,
    (False, None): False,
    (None, True): None,
    (None, False): False,
    (None, None): None,
}
OR = {
    (True, True): True,
    (True, False): True,
    (True, None): True,
    (False, True): True,
    (False, False): False,
    (False, None): None,
    (None, True): True,
    (None, False): None,
    (None, None): None,
}


@pytest.mark.parametrize(("pair", "expected"), AND.items())
def test_conjunction_has_kleenes_table(pair: tuple[Truth, Truth], expected: Truth) -> None:
    """A conjunction of two parts is what Kleene's strong table says."""
    assert conjunction(pair) is expected


@pytest.mark.parametrize(("pair", "expected"), OR.items())
def test_disjunction_has_kleenes_table(pair: tuple[Truth, Truth], expected: Truth) -> None:
    """A disjunction of two parts is what Kleene's strong table says."""
    assert disjunction(pair) is expected


def test_negation_keeps_the_unknown() -> None:
    """Negation swaps yes and no and leaves unknown as it is."""
    assert [negation(part) for part in TRUTHS] == [False, True, None]


def test_nothing_at_all_is_a_conjunction_that_holds() -> None:
    """The empty conjunction is yes and the empty disjunction is no."""
    assert conjunction([]) is True
    assert disjunction([]) is False


@pytest.mark.parametrize("parts", [parts for length in range(5) for parts in product(TRUTHS, repeat=length)])
def test_connectives_are_least_and_greatest_degree(parts: tuple[Truth, ...]) -> None:
    """Taken as degrees 0, ½ and 1, a conjunction is the least of its parts and a disjunction the greatest."""
    degrees = {False: 0.0, None: 0.5, True: 1.0}
    assert degrees[conjunction(parts)] == min((degrees[part] for part in parts), default=1.0)
    assert degrees[disjunction(parts)] == max((degrees[part] for part in parts), default=0.0)


@pytest.mark.parametrize("parts", list(product(TRUTHS, repeat=3)))
def test_de_morgan_holds(parts: tuple[Truth, ...]) -> None:
    """Denying a conjunction is the disjunction of the denials, and the other way round."""
    assert negation(conjunction(parts)) is disjunction(map(negation, parts))
    assert negation(disjunction(parts)) is conjunction(map(negation, parts))


@pytest.mark.parametrize("parts", list(product(TRUTHS, repeat=3)))
def test_learning_never_turns_a_yes_into_a_no(parts: tuple[Truth, ...]) -> None:
    """Whatever an unknown part turns out to be, a decided conjunction or disjunction stays as it is."""
    later = product(*((part,) if part is not None else (True, False) for part in parts))
    for known in later:
        assert conjunction(parts) in (None, conjunction(known))
        assert disjunction(parts) in (None, disjunction(known))


def test_the_excluded_middle_is_not_assumed() -> None:
    """`x or not x` is unknown while x is, and so is `x and not x`."""
    assert disjunction([None, negation(None)]) is None
    assert conjunction([None, negation(None)]) is None


def test_the_connectives_read_no_further_than_they_must() -> None:
    """A conjunction stops at the first no, a disjunction at the first yes."""
    parts = iter([None, False, True])
    assert conjunction(parts) is False
    assert list(parts) == [True]
    parts = iter([None, True, False])
    assert disjunction(parts) is True
    assert list(parts) == [False]
