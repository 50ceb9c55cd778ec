"""Relations between two categories, told from three questions."""

from itertools import product

import pytest

from customer_types import Relation


@pytest.mark.parametrize("meets", [True, False, None])
@pytest.mark.parametrize("within", [True, False, None])
@pytest.mark.parametrize("around", [True, False, None])
def test_a_relation_follows_from_three_answers(
    meets: bool | None, within: bool | None, around: bool | None
) -> None:
    """Who does not meet is disjoint, whatever else; what is open is undecided; the rest is a table."""
    expected = {
        (True, True): "equal",
        (True, False): "subset",
        (False, True): "superset",
        (False, False): "overlap",
    }.get((within, around), "undecided")  # type: ignore[arg-type]
    if not meets:
        expected = "undecided" if meets is None else "disjoint"
    found = Relation.of(meets=meets, within=within, around=around)
    assert found == expected
    assert isinstance(found, Relation)


def test_a_relation_can_be_seen_from_the_other_side() -> None:
    """Reversed, within and around change places, and so a subset is a superset."""
    for within, around in product((True, False), repeat=2):
        one = Relation.of(meets=True, within=within, around=around)
        assert one.reversed is Relation.of(meets=True, within=around, around=within)
    assert Relation.DISJOINT.reversed is Relation.DISJOINT
    assert Relation.UNDECIDED.reversed is Relation.UNDECIDED
    assert Relation.SUBSET.reversed is Relation.SUPERSET
