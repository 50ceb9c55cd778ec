"""Settings of all property tests, those in documents included."""

from hypothesis import HealthCheck, settings
from tests.tries import tries

# The first example of a session reads the catalog; how long that takes is for the benchmarks. What is
# slow on a busy machine is no fault of an example.
settings.register_profile(
    "laws", deadline=None, max_examples=tries(100), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("laws")
