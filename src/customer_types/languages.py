"""A language is a BCP 47 tag; CLDR says how it counts. Here are the functions that other programs may want.

>>> from customer_types import languages
>>> languages.canonical("FR_ca"), languages.plural_category("fr", 1.5)
('fr-CA', 'one')
"""

from customer_types._model.languages import (
    canonical,
    covers,
    has_plural_rule,
    is_tag,
    lookup,
    negotiate,
    plural_categories,
    plural_category,
    write_date,
    write_number,
)

__all__ = [
    "canonical",
    "covers",
    "has_plural_rule",
    "is_tag",
    "lookup",
    "negotiate",
    "plural_categories",
    "plural_category",
    "write_date",
    "write_number",
]
