"""A sheet is a file for a translator: what a taxonomy says, to be said in another language.

It is written in the format of the translator's tool, PO, XLIFF or CSV. It comes back as an overlay: a
file that is laid over the taxonomy, which itself stays as it is.
"""

from customer_types.sheets.exchange import FORMATS, MAX_BYTES, Return, dumps, load, loads

__all__ = ["FORMATS", "MAX_BYTES", "Return", "dumps", "load", "loads"]
