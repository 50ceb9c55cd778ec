"""Settings of the tests of proofs."""

from hypothesis import settings

# As in the other property tests: what takes how long is for the benchmarks.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
