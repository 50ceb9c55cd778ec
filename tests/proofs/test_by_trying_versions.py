"""What two versions of a taxonomy mean is compared as by trying everybody on both."""

import attrs
from hypothesis import assume, given, strategies as st
from tests.proofs.reference import Everybody
from tests.proofs.strategies import MOST, laws, tiny_worlds
from tests.property.strategies import World

from customer_types._deciding.interpreter import verdict
from customer_types._model.taxonomies import Decision, Taxonomy
from customer_types.errors import CircularCriteriaError
from customer_types.revisions import revision
from customer_types.revisions.meanings import Meaning, _worlds, meanings


@st.composite
def versions(draw: st.DrawFn) -> tuple[Taxonomy, Taxonomy]:
    """Give a taxonomy and another version of it: criteria change places, numbers move, the policy turns."""
    world: World = draw(tiny_worlds())
    old = world.last
    criteria = draw(st.permutations([category.when for category in old if category.when is not None]))
    categories = [
        category if category.when is None else attrs.evolve(category, when=criteria.pop()) for category in old
    ]
    step = draw(st.sampled_from([0, 1, -1]))
    thresholds = tuple(attrs.evolve(one, value=one.value + step) for one in old.thresholds)
    has_all = all(category.when is not None for category in old)
    turned: Decision = "all" if old.decide == "first" else "first"
    decide = turned if has_all and draw(st.booleans()) else old.decide
    return old, attrs.evolve(old, categories=tuple(categories), thresholds=thresholds, decide=decide)


@laws(300)
@given(versions())
def test_meanings_are_what_trying_everybody_finds(both: tuple[Taxonomy, Taxonomy]) -> None:
    """Somebody has left or joined a category as its verdicts on everybody say, and the customer shows it."""
    try:
        found = {meaning.category: meaning for meaning in meanings(*both)}
    except CircularCriteriaError:  # the criteria that changed places build on one another
        assume(False)
    old, new = _worlds(*both).values()
    everybody = Everybody(old, new)
    assume(everybody.size <= MOST)
    for category in old:
        rows = everybody.of((category, old), (new.named(category.id), new))
        meaning = found[category.id]
        assert (meaning.left is not None) == any(was is True and is_ is not True for was, is_ in rows)
        assert (meaning.joined is not None) == any(is_ is True and was is not True for was, is_ in rows)
        if not meaning.is_changed:
            assert (meaning.unsettled is not None) == any(was is not is_ for was, is_ in rows)
        replay(meaning, old, new)


def replay(meaning: Meaning, old: Taxonomy, new: Taxonomy) -> None:
    """Try the witnesses out."""
    told = {
        name: (
            verdict(old.named(meaning.category), witness.facts, old),
            verdict(new.named(meaning.category), witness.facts, new),
        )
        for name in ("left", "joined", "unsettled")
        if (witness := getattr(meaning, name)) is not None
    }
    if "left" in told:
        assert told["left"][0] is True
        assert told["left"][1] is not True
    if "joined" in told:
        assert told["joined"][0] is not True
        assert told["joined"][1] is True
    if "unsettled" in told:
        assert {*told["unsettled"]} == {None, False}


@laws(100)
@given(tiny_worlds())
def test_nothing_is_different_from_itself(world: World) -> None:
    """A version has no changes against itself."""
    assert revision(world.last, world.last).changes == ()
