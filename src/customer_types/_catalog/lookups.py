"""The default catalog has the taxonomies that are shipped and installed; here are short ways into it."""

from customer_types._catalog.catalogs import SHIPPED, Catalog
from customer_types._messages.suggestions import closest
from customer_types._model.taxonomies import Category, Taxonomy, warn_of_use
from customer_types.errors import UnknownIdError
from customer_types.keys import CategoryKey, FactId, TaxonomyId


def catalog() -> Catalog:
    """Give the catalog of the taxonomies that are shipped, and of those that installed plug-ins add.

    >>> catalog()["lifecycle"]
    <Taxonomy lifecycle: 5 categories>

    Raises `LoadError` for a plug-in with faults.
    """
    return SHIPPED.with_plugins()


def taxonomy(id: TaxonomyId | str, /) -> Taxonomy:
    """Give the taxonomy of an id in the catalog.

    >>> [category.id for category in taxonomy("lifecycle")]
    ['potential', 'new', 'active', 'loyal', 'lost']

    Raises `UnknownIdError`, a KeyError, with a suggestion.
    """
    found = catalog().named(id)
    warn_of_use(found)
    return found


def category(key: CategoryKey | str, /) -> Category:
    """Give the category of a key in the catalog.

    >>> category("lifecycle/loyal").label("fr", count=2)
    'Clients fidèles'

    Raises `UnknownIdError`, a KeyError, with a suggestion.
    """
    found = catalog().named_category(key)
    warn_of_use(found)
    return found


def segmentation_base(fact: FactId | str, /) -> Category:
    """Tell to which basis of segmentation a fact belongs.

    >>> segmentation_base("age").label("fr")
    'Segmentation démographique'

    Raises `UnknownIdError` for an unknown fact, and for one that belongs to none.
    """
    facts = catalog().facts
    if fact not in facts:
        raise UnknownIdError("fact-id", fact, closest(fact, facts))
    base = facts[fact].base
    if base is None:
        raise UnknownIdError("base", fact)
    return catalog().category(f"segmentation-bases/{base}")
