"""SKOS is the W3C's vocabulary for taxonomies: here they are written in it, and read from it.

A taxonomy is a concept scheme and a category a concept, in Turtle, JSON-LD or RDF/XML. What SKOS has no
words for - criteria, thresholds, rules, facts - is said in a small vocabulary of this project, so that
reading what was written gives an equal taxonomy. A scheme of somebody else becomes a taxonomy without
criteria. Nothing is fetched from anywhere. Needs the extra `skos`.
"""

from customer_types._model.mappings import BASE
from customer_types.skos.exchange import check, dumps, load, loads, loads_catalog, loads_mappings, vocabulary
from customer_types.skos.serializing import FORMATS, Format

__all__ = [
    "BASE",
    "FORMATS",
    "Format",
    "check",
    "dumps",
    "load",
    "loads",
    "loads_catalog",
    "loads_mappings",
    "vocabulary",
]
