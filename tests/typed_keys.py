"""Uses of keys, right and wrong, for type checkers: each wrong one is ignored, and an idle ignore is a fault.

mypy reads this file with the other tests, and basedpyright by itself: `tox -e types`.
"""

# pyright: standard, reportUnnecessaryTypeIgnoreComment=true

from typing import assert_never, assert_type

import customer_types as ct
from customer_types.keys import (
    CategoryKey,
    CustomerCategories,
    FactId,
    Lifecycle,
    LifecycleId,
    TaxonomyId,
)


def letter(kind: Lifecycle) -> str:
    """Say what to write; a type checker sees that no kind is forgotten."""
    match kind:
        case Lifecycle.LOYAL:
            return "thanks"
        case Lifecycle.LOST | Lifecycle.POTENTIAL:
            return "offer"
        case Lifecycle.NEW | Lifecycle.ACTIVE:
            return "news"
        case _:
            assert_never(kind)


def right() -> None:
    """Take a constant wherever a key goes, and text of one's own."""
    assert_type(ct.category(Lifecycle.LOYAL), ct.Category)
    assert_type(ct.category("lifecycle/loyal"), ct.Category)
    assert_type(ct.category("mine/gold"), ct.Category)
    assert_type(ct.taxonomy("lifecycle")[Lifecycle.LOYAL], ct.Category)
    assert_type(ct.classify({}, ct.taxonomy("mine")).verdicts[Lifecycle.LOYAL], bool | None)
    assert_type(Lifecycle.LOYAL.id, str)
    assert_type(Lifecycle("lifecycle/loyal"), Lifecycle)
    letter(Lifecycle.NEW)
    key: CategoryKey = "lifecycle/loyal"
    category: LifecycleId = "loyal"
    taxonomy: TaxonomyId = "lifecycle"
    fact: FactId = "orders"
    assert_type(ct.taxonomy(taxonomy)[category], ct.Category)
    assert_type((ct.category(key), ct.segmentation_base(fact)), tuple[ct.Category, ct.Category])


def wrong() -> None:
    """Refuse what there is not, and what belongs to another taxonomy."""
    _ = Lifecycle.LOYL  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    letter(CustomerCategories.LOYAL)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    letter("lifecycle/loyal")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    key: CategoryKey = "lifecycle/loyl"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    category: LifecycleId = "institutional"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    taxonomy: TaxonomyId = "lifecyle"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    fact: FactId = "order"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    ct.category(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    _ = key, category, taxonomy, fact
