"""Settings of the property tests."""

from hypothesis import settings

# The first example of a session reads the catalog; how long that takes is for the benchmarks.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
