"""Hierarchies say what walking up from each thing, link by link, would find."""

from hypothesis import given, strategies as st

from customer_types._model.hierarchies import Hierarchy, Sameness

Links = list[tuple[int, int]]

LINKS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12)
EVERY_PAIR = [(one, other) for one in range(7) for other in range(7)]


def above(thing: int, links: Links) -> set[int]:
    """Walk up from a thing."""
    found: set[int] = set()
    pending = [thing]
    while pending:
        below = pending.pop()
        further = {other for one, other in links if one == below} - found
        found |= further
        pending += further
    return found


@given(LINKS)
def test_what_is_above_is_what_one_comes_to(links: Links) -> None:
    """Of all pairs, those are given of which one leads up to the other."""
    walked = {(one, other) for one, other in EVERY_PAIR if other in above(one, links)}
    assert Hierarchy(links).climbs(EVERY_PAIR) == walked


@given(LINKS)
def test_a_link_of_a_circle_leads_back(links: Links) -> None:
    """A link is a part of a circle where its end leads to its start."""
    hierarchy = Hierarchy(links)
    for below, upper in links:
        assert hierarchy.is_in_circle(below, upper) is (below == upper or below in above(upper, links))


@given(LINKS)
def test_what_is_the_same_is_linked_in_some_direction(links: Links) -> None:
    """Two things have one to stand for them where links lead from one to the other, whichever way they go."""
    same = Sameness(links)
    around = [*links, *(link[::-1] for link in links)]
    for one, other in EVERY_PAIR:
        assert (same(one) == same(other)) is (one == other or other in above(one, around))


def test_long_chains_and_large_circles() -> None:
    """Tens of thousands of links need neither a deep stack nor all pairs."""
    count = 60_000
    chain = [(number, number + 1) for number in range(count)]
    pairs = [(number, number * 7919 % count) for number in range(count)]
    hierarchy = Hierarchy(chain)
    assert hierarchy.climbs(pairs) == {(one, other) for one, other in pairs if one < other}
    assert not hierarchy.is_in_circle(0, 1)
    assert Hierarchy([*chain, (count, 0)]).is_in_circle(0, 1)
    assert Sameness(chain)(count) == Sameness(chain)(0)
