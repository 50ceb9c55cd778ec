"""Taxonomies of customers, in English and French, and functions that put real customers into them.

    >>> import customer_types as ct
    >>> ct.category("lifecycle/loyal").label("fr", count=2)
    'Clients fidèles'
    >>> ct.translate("clients perdus", to="en")
    'lost customers'

Names are imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from customer_types._model.displays import write_displays_with

if TYPE_CHECKING:
    from customer_types._catalog.catalogs import Catalog as Catalog
    from customer_types._catalog.loading import load as load, loads as loads
    from customer_types._catalog.lookups import (
        catalog as catalog,
        category as category,
        segmentation_base as segmentation_base,
        taxonomy as taxonomy,
    )
    from customer_types._catalog.translation import (
        LabelMatch as LabelMatch,
        identify as identify,
        resolve as resolve,
        translate as translate,
    )
    from customer_types._checking.crosswalks import crosswalk as crosswalk
    from customer_types._customers.classification import (
        Classification as Classification,
        classify as classify,
        classify_all as classify_all,
    )
    from customer_types._customers.orders import facts_from_orders as facts_from_orders
    from customer_types._customers.purchases import Population as Population
    from customer_types._model.examples import Example as Example
    from customer_types._model.facts import Fact as Fact
    from customer_types._model.faults import (
        Fault as Fault,
        LoadError as LoadError,
        TaxonomyWarning as TaxonomyWarning,
    )
    from customer_types._model.mappings import Mapping as Mapping
    from customer_types._model.taxonomies import (
        Action as Action,
        Category as Category,
        Note as Note,
        Source as Source,
        Taxonomy as Taxonomy,
    )
    from customer_types._proving.comparison import compare as compare
    from customer_types._proving.proofs import Comparison as Comparison
    from customer_types._proving.relations import Relation as Relation
    from customer_types._proving.verification import Report as Report, verify as verify
    from customer_types._proving.witnesses import Witness as Witness
    from customer_types._reading.writing import (
        dumps as dumps,
        dumps_mappings as dumps_mappings,
        fingerprint as fingerprint,
    )
    from customer_types.errors import (
        AmbiguousLabelError as AmbiguousLabelError,
        CustomerTypesError as CustomerTypesError,
        DeprecatedIdWarning as DeprecatedIdWarning,
        FactRangeError as FactRangeError,
        FactTypeError as FactTypeError,
        FactValueError as FactValueError,
        LanguageTagError as LanguageTagError,
        MissingExtraError as MissingExtraError,
        MissingLanguageError as MissingLanguageError,
        NotFactsError as NotFactsError,
        OrdersError as OrdersError,
        SeveralAnswersError as SeveralAnswersError,
        UnknownFactError as UnknownFactError,
        UnknownGenderError as UnknownGenderError,
        UnknownIdError as UnknownIdError,
        UnknownLabelError as UnknownLabelError,
    )

__all__ = [
    "Action",
    "AmbiguousLabelError",
    "Catalog",
    "Category",
    "Classification",
    "Comparison",
    "CustomerTypesError",
    "DeprecatedIdWarning",
    "Example",
    "Fact",
    "FactRangeError",
    "FactTypeError",
    "FactValueError",
    "Fault",
    "LabelMatch",
    "LanguageTagError",
    "LoadError",
    "Mapping",
    "MissingExtraError",
    "MissingLanguageError",
    "NotFactsError",
    "Note",
    "OrdersError",
    "Population",
    "Relation",
    "Report",
    "SeveralAnswersError",
    "Source",
    "Taxonomy",
    "TaxonomyWarning",
    "UnknownFactError",
    "UnknownGenderError",
    "UnknownIdError",
    "UnknownLabelError",
    "Witness",
    "catalog",
    "category",
    "classify",
    "classify_all",
    "compare",
    "crosswalk",
    "dumps",
    "dumps_mappings",
    "facts_from_orders",
    "fingerprint",
    "identify",
    "load",
    "loads",
    "resolve",
    "segmentation_base",
    "taxonomy",
    "translate",
    "verify",
]

_MODULES = {
    "Action": "customer_types._model.taxonomies",
    "AmbiguousLabelError": "customer_types.errors",
    "Catalog": "customer_types._catalog.catalogs",
    "Category": "customer_types._model.taxonomies",
    "Classification": "customer_types._customers.classification",
    "Comparison": "customer_types._proving.proofs",
    "CustomerTypesError": "customer_types.errors",
    "DeprecatedIdWarning": "customer_types.errors",
    "Example": "customer_types._model.examples",
    "Fact": "customer_types._model.facts",
    "FactRangeError": "customer_types.errors",
    "FactTypeError": "customer_types.errors",
    "FactValueError": "customer_types.errors",
    "Fault": "customer_types._model.faults",
    "LabelMatch": "customer_types._catalog.translation",
    "LanguageTagError": "customer_types.errors",
    "LoadError": "customer_types._model.faults",
    "Mapping": "customer_types._model.mappings",
    "MissingExtraError": "customer_types.errors",
    "MissingLanguageError": "customer_types.errors",
    "NotFactsError": "customer_types.errors",
    "Note": "customer_types._model.taxonomies",
    "OrdersError": "customer_types.errors",
    "Population": "customer_types._customers.purchases",
    "Relation": "customer_types._proving.relations",
    "Report": "customer_types._proving.verification",
    "SeveralAnswersError": "customer_types.errors",
    "Source": "customer_types._model.taxonomies",
    "Taxonomy": "customer_types._model.taxonomies",
    "TaxonomyWarning": "customer_types._model.faults",
    "UnknownFactError": "customer_types.errors",
    "UnknownGenderError": "customer_types.errors",
    "UnknownIdError": "customer_types.errors",
    "UnknownLabelError": "customer_types.errors",
    "Witness": "customer_types._proving.witnesses",
    "catalog": "customer_types._catalog.lookups",
    "category": "customer_types._catalog.lookups",
    "classify": "customer_types._customers.classification",
    "classify_all": "customer_types._customers.classification",
    "compare": "customer_types._proving.comparison",
    "crosswalk": "customer_types._checking.crosswalks",
    "dumps": "customer_types._reading.writing",
    "dumps_mappings": "customer_types._reading.writing",
    "facts_from_orders": "customer_types._customers.orders",
    "fingerprint": "customer_types._reading.writing",
    "identify": "customer_types._catalog.translation",
    "load": "customer_types._catalog.loading",
    "loads": "customer_types._catalog.loading",
    "resolve": "customer_types._catalog.translation",
    "segmentation_base": "customer_types._catalog.lookups",
    "taxonomy": "customer_types._catalog.lookups",
    "translate": "customer_types._catalog.translation",
    "verify": "customer_types._proving.verification",
}


def _html(shown: object) -> str:
    html: str = import_module("customer_types._showing.notebooks").html(shown)
    return html


write_displays_with(_html)

if not TYPE_CHECKING:  # a type checker must see a misspelt name

    def __getattr__(name: str) -> object:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(module), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
