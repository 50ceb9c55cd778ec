"""Verdicts are a mapping by id that understands keys."""

import copy
import pickle

import pytest

import customer_types as ct
from customer_types._customers.verdicts import VerdictMap

LIFECYCLE = ct.taxonomy("lifecycle")
IDS = ["potential", "new", "active", "loyal", "lost"]
VERDICTS = VerdictMap("lifecycle", zip(IDS, (True, False, None, False, None), strict=True))


def test_a_verdict_is_had_by_id_and_by_key() -> None:
    """Id and key of a category give the same verdict; what is listed are the ids, in file order."""
    assert list(VERDICTS) == IDS
    assert len(VERDICTS) == 5
    assert [VERDICTS[id] for id in IDS] == [VERDICTS[f"lifecycle/{id}"] for id in IDS]
    assert [VERDICTS.get(f"lifecycle/{id}") for id in IDS] == list(VERDICTS.values())
    assert tuple(VERDICTS.values()) == (True, False, None, False, None)


@pytest.mark.parametrize(
    "id", ["loyl", "lifecycle/loyl", "customer-categories/loyal", "lifecycle/", "", "/loyal"]
)
def test_what_is_no_category_is_an_error(id: str) -> None:
    """A name that the taxonomy does not know is not in it, and is no unknown verdict."""
    assert id not in VERDICTS
    assert VERDICTS.get(id, "nothing") == "nothing"
    with pytest.raises(ct.UnknownIdError):
        VERDICTS[id]


def test_a_suggestion_is_made() -> None:
    """What is close to an id is suggested."""
    with pytest.raises(ct.UnknownIdError, match="unknown category `lifecycle/loyl`; did you mean `loyal`"):
        VERDICTS["loyl"]


def test_what_is_no_text_is_not_there() -> None:
    """Asking for something else is answered, as by any mapping."""
    others: list[object] = [1, None, LIFECYCLE["loyal"]]
    assert [other in VERDICTS for other in others] == [False] * 3


def test_verdicts_are_a_value() -> None:
    """They are equal to a dictionary of the same content; they can be hashed, copied and pickled."""
    assert dict(VERDICTS) == VERDICTS
    twins = [copy.copy(VERDICTS), copy.deepcopy(VERDICTS), pickle.loads(pickle.dumps(VERDICTS))]
    assert {*twins} == {VERDICTS}
    assert [twin["lifecycle/loyal"] for twin in twins] == [False] * 3
