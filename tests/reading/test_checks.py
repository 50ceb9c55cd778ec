"""Checks: what no key of a file shows by itself, such as categories built too high upon one another."""

import pytest
from tests.reading.attacks import HEAD

from customer_types import LoadError, loads

LIMIT = 32


def tower(levels: int, *, backwards: bool = False, top: str | None = None) -> str:
    """Build categories upon one another, each on a line; `top` is the criterion of the highest."""
    criteria = ["{orders: {min: 1}}", *(f"{{category: c{below}}}" for below in range(levels - 1))]
    if top is not None:
        criteria[-1] = top
    lines = [
        f"  - {{id: c{level}, label: {{en: c, fr: c}}, when: {criterion}}}\n"
        for level, criterion in enumerate(criteria)
    ]
    return f"{HEAD}categories:\n{''.join(reversed(lines) if backwards else lines)}"


def faults(text: str) -> list[tuple[str, str]]:
    """List what is wrong with a text: each code, with what is written at its place."""
    try:
        loads(text)
    except LoadError as error:
        lines = text.splitlines()
        return [
            (fault.code, lines[fault.location.line - 1][fault.location.column - 1 :])
            for fault in error.faults
            if fault.location.line is not None and fault.location.column is not None
        ]
    return []


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("levels", [LIMIT, LIMIT + 1, LIMIT + 2, 10 * LIMIT])
def test_a_tower_is_too_high_where_it_passes_the_limit(levels: int, backwards: bool) -> None:
    """However high a tower is, one fault is reported: at the reference of the lowest category too high."""
    expected = [("criteria.too-deep", f"c{LIMIT - 1}}}}}")] if levels > LIMIT else []
    assert faults(tower(levels, backwards=backwards)) == expected


@pytest.mark.parametrize("backwards", [False, True])
def test_of_several_references_the_one_to_the_tower_is_too_high(backwards: bool) -> None:
    """A category that is built upon low ones too is reported where it refers to the tower."""
    text = tower(LIMIT + 1, backwards=backwards, top="{any: [{category: c0}, {category: c31}]}")
    assert faults(text) == [("criteria.too-deep", "c31}]}}")]
