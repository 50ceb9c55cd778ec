"""A kind is what a file holds: a taxonomy, facts, sources, or mappings between categories."""

from typing import Literal

Kind = Literal["taxonomy", "facts", "sources", "crosswalk"]

#: The version of the file format, which is in the name of each schema. It goes up when a file that was
#: right is right no more; a new key leaves it as it is.
VERSION = 1
