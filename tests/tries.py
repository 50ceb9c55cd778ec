"""How much is tried: `HYPOTHESIS_PROFILE` is brief, thorough, or not set."""

import os

import pytest

_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "")
IS_THOROUGH = _PROFILE == "thorough"
IS_BRIEF = _PROFILE == "brief"

#: What takes its time, and comes out alike on every Python: not tried where little is.
at_length = pytest.mark.skipif(IS_BRIEF, reason="takes its time, and comes out alike on every Python")


def tries(count: int) -> int:
    """Say how many are tried instead of so many: a tenth in brief, forty times as many thoroughly."""
    if IS_BRIEF:
        return max(count // 10, 1)
    return 40 * count if IS_THOROUGH else count
