"""A schema says in JSON Schema what a kind of files has in it, so that editors complete and check them.

    >>> import json
    >>> from customer_types import schemas
    >>> schemas.KINDS
    ('taxonomy', 'facts', 'sources', 'crosswalk')
    >>> json.loads(schemas.text("taxonomy"))["$id"]
    'urn:customer-types:schema:taxonomy:1'

The files beside this module are generated from the readers' tables; nothing of them is written by hand.
"""

from importlib import resources
from typing import get_args

from customer_types._messages.suggestions import closest
from customer_types.errors import UnknownIdError
from customer_types.schemas.kinds import VERSION, Kind

__all__ = ["KINDS", "VERSION", "Kind", "text"]

#: The kinds of files that there are schemas of.
KINDS: tuple[Kind, ...] = get_args(Kind)


def text(kind: Kind, /) -> str:
    """Give the schema of a kind of files, as the text of a file.

    >>> text("sources").splitlines()[2].strip()
    '"$id": "urn:customer-types:schema:sources:1",'

    Raises `UnknownIdError`, a KeyError, for a kind that there is none of.
    """
    if kind not in KINDS:
        raise UnknownIdError("schema", kind, closest(kind, KINDS) or KINDS)
    return (resources.files(__name__) / f"{kind}.schema.json").read_text(encoding="utf-8")
