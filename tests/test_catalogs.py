"""The shipped catalog: what is in it, what is not, and that everybody holds the same objects."""

import copy
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

import customer_types as ct
from customer_types import Catalog, UnknownIdError, catalog
from customer_types._catalog.shipped import shipped

IDS = (
    "business-relations",
    "buying-habits",
    "customer-and-consumer",
    "customer-categories",
    "household-registration",
    "investor-profiles",
    "lifecycle",
    "market-roles",
    "relationship-types",
    "segmentation-bases",
    "status-and-activity",
    "supply-chain-positions",
)
CATEGORIES = {
    "business-relations": 4,
    "buying-habits": 4,
    "customer-and-consumer": 2,
    "customer-categories": 8,
    "household-registration": 2,
    "investor-profiles": 5,
    "lifecycle": 5,
    "market-roles": 6,
    "relationship-types": 10,
    "segmentation-bases": 4,
    "status-and-activity": 5,
    "supply-chain-positions": 3,
}


def run(code: str) -> str:
    """Run code in a process of its own and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# ---- what is there -----------------------------------------------------------------------------


def test_the_shipped_taxonomies() -> None:
    """The catalog has twelve taxonomies with 58 categories, in alphabetical order."""
    assert catalog().ids == IDS
    assert len(catalog()) == 12
    assert tuple(taxonomy.id for taxonomy in catalog()) == IDS
    assert {taxonomy.id: len(taxonomy) for taxonomy in catalog()} == CATEGORIES
    assert sum(CATEGORIES.values()) == 58
    assert repr(catalog()) == "<Catalog: 12 taxonomies>"


def test_there_is_one_catalog_and_one_of_each_in_it() -> None:
    """However it is asked for, a taxonomy and a category are the same objects."""
    lifecycle = ct.taxonomy("lifecycle")
    assert catalog() is catalog()
    assert catalog()["lifecycle"] is lifecycle
    assert ct.category("lifecycle/loyal") is lifecycle["loyal"] is catalog().category("lifecycle/loyal")
    assert next(one for one in catalog() if one.id == "lifecycle") is lifecycle
    assert catalog().facts is catalog().facts
    assert catalog().sources is catalog().sources


@pytest.mark.parametrize(
    ("key", "is_there"),
    [
        ("lifecycle", True),
        ("lifecycle/loyal", True),
        ("lifecycle/loyall", False),
        ("lifecycle/", False),
        ("lifecycle/loyal/", False),
        ("/loyal", False),
        ("loyal", False),
        ("Lifecycle", False),
        ("facts.yaml", False),
        ("facts", False),
        ("sources", False),
        ("", False),
        (3, False),
        (None, False),
    ],
)
def test_what_is_in_the_catalog(key: object, is_there: bool) -> None:
    """`in` asks for taxonomies and for categories by their keys."""
    assert (key in catalog()) == is_there


def test_objects_are_in_the_catalog() -> None:
    """`in` takes a taxonomy and a category too; a changed taxonomy is not the shipped one."""
    lifecycle = ct.taxonomy("lifecycle")
    assert lifecycle in catalog()
    assert lifecycle["loyal"] in catalog()
    assert lifecycle["loyal"] in lifecycle
    assert "loyal" in lifecycle
    assert "loyall" not in lifecycle
    assert ct.taxonomy("status-and-activity")["lost"] not in lifecycle
    assert ct.loads(ct.dumps(lifecycle)) in catalog()
    assert ct.loads(ct.dumps(lifecycle).replace("value: 365", "value: 366")) not in catalog()


def test_iterating_gives_the_order_of_the_file() -> None:
    """A taxonomy is a sequence of categories by id."""
    lifecycle = ct.taxonomy("lifecycle")
    assert [one.id for one in lifecycle] == ["potential", "new", "active", "loyal", "lost"]
    assert len(lifecycle) == 5
    assert [one.key for one in lifecycle][3] == "lifecycle/loyal"


# ---- what is not there -------------------------------------------------------------------------


@pytest.mark.parametrize("read_first", [False, True])
@pytest.mark.parametrize(
    ("id", "suggestions"),
    [
        ("lifecycl", ("lifecycle",)),
        ("life-cycle", ("lifecycle",)),
        ("zzz", ()),
        ("facts.yaml", ()),
        ("sources.yaml", ()),
        ("facts", ()),
        ("lifecycle/loyal", ("lifecycle",)),
        ("", ()),
        ("x" * 10_000, ()),
    ],
)
def test_an_unknown_taxonomy_is_an_error_with_a_suggestion(
    id: str, suggestions: tuple[str, ...], *, read_first: bool
) -> None:
    """An id that no taxonomy has is a KeyError, whatever was read before, and says what may be meant."""
    fresh = Catalog(shipped())
    if read_first:
        assert fresh.facts
        assert fresh.sources
    for ask in (fresh.__getitem__, ct.taxonomy):
        with pytest.raises(UnknownIdError) as caught:
            ask(id)
        assert isinstance(caught.value, KeyError)
        assert caught.value.kind == "taxonomy"
        assert caught.value.suggestions == suggestions
        assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("key", "suggestions"),
    [
        ("lifecycle/loyall", ("loyal",)),
        ("lifecycle/", ()),
        ("loyal", ("customer-categories/loyal", "lifecycle/loyal", "relationship-types/loyal")),
        ("zzz", ()),
    ],
)
def test_an_unknown_category_is_an_error_with_a_suggestion(key: str, suggestions: tuple[str, ...]) -> None:
    """A key that no category has is a KeyError; of a bare id all categories that have it are suggested."""
    with pytest.raises(UnknownIdError) as caught:
        ct.category(key)
    assert isinstance(caught.value, KeyError)
    assert caught.value.kind == "category"
    assert caught.value.id == key
    assert caught.value.suggestions == suggestions


def test_a_category_of_an_unknown_taxonomy() -> None:
    """Where the taxonomy is unknown, the taxonomy is what the error is about."""
    with pytest.raises(UnknownIdError, match=r"^unknown taxonomy `lifecycl`; did you mean `lifecycle`"):
        ct.category("lifecycl/loyal")


# ---- facts and their bases ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "base"),
    [
        ("age", "demographic"),
        ("gender", "demographic"),
        ("living_environment", "geographic"),
        ("abroad", "geographic"),
        ("interests", "psychographic"),
        ("orders", "behavioral"),
        ("spend_percentile", "behavioral"),
    ],
)
def test_a_fact_belongs_to_a_basis_of_segmentation(fact: str, base: str) -> None:
    """The bases of segmentation class facts: age is demographic."""
    assert ct.segmentation_base(fact) is ct.category(f"segmentation-bases/{base}")


def test_a_fact_without_a_basis_is_an_error() -> None:
    """A fact that belongs to no basis, and what is no fact, are errors that can be told apart."""
    assert catalog().facts["in_target"].base is None
    with pytest.raises(UnknownIdError, match=r"`in_target`") as none:
        ct.segmentation_base("in_target")
    with pytest.raises(UnknownIdError, match=r"did you mean `orders`") as unknown:
        ct.segmentation_base("order")
    assert none.value.kind != unknown.value.kind
    assert none.value.render("fr") != none.value.render("en")


def test_sensitive_facts_are_marked() -> None:
    """Age and gender are personal data that need a lawful reason."""
    assert {id for id, fact in catalog().facts.items() if fact.sensitive} == {"age", "gender"}


# ---- threads, copies, processes ----------------------------------------------------------------


def test_threads_hold_the_same_taxonomy() -> None:
    """Sixteen threads that read a taxonomy at once get one and the same object, and so for the rest."""
    fresh = Catalog(shipped())
    start = threading.Barrier(16)
    found: list[tuple[Any, ...]] = []

    def read() -> None:
        start.wait()
        found.append((fresh["lifecycle"], fresh["buying-habits"], fresh.vocabulary, fresh.sources))

    threads = [threading.Thread(target=read) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    for kind in zip(*found, strict=True):
        assert len({id(one) for one in kind}) == 1


def test_threads_classify_alike() -> None:
    """Sixteen threads that warm a taxonomy up at once are all told the same."""
    fresh = ct.loads(ct.dumps(ct.taxonomy("lifecycle")))
    start = threading.Barrier(16)
    found: list[Any] = []

    def work() -> None:
        start.wait()
        found.extend(ct.classify({"orders": orders % 2}, fresh).verdicts["potential"] for orders in range(60))

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found.count(True) == found.count(False) == 16 * 30


def loyal() -> ct.Category:
    """Give a category."""
    return ct.category("lifecycle/loyal")


@pytest.mark.parametrize(
    "twin",
    [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))],
    ids=["copy", "deepcopy", "pickle"],
)
@pytest.mark.parametrize(
    "get",
    [
        lambda: ct.taxonomy("lifecycle"),
        loyal,
        lambda: loyal().labels,
        lambda: loyal().labels.by_language["fr"],
        lambda: loyal().when,
        lambda: loyal().actions[0],
        lambda: loyal().definitions,
        lambda: ct.taxonomy("lifecycle").thresholds[0],
        lambda: ct.taxonomy("lifecycle").rules[0],
        lambda: catalog().facts["orders"],
        lambda: catalog().facts,
        lambda: catalog().vocabulary,
        lambda: catalog().vocabulary.units["days"],
        lambda: catalog().vocabulary.invariants[0],
        lambda: catalog().sources["customer-groups"],
    ],
)
def test_copies_and_pickles_are_equal(get: Callable[[], Any], twin: Callable[[Any], Any]) -> None:
    """All that the catalog holds can be copied and pickled, and is the same by value after it."""
    one = get()
    other = twin(one)
    assert other == one
    assert hash(other) == hash(one)
    assert repr(other) == repr(one)
    assert type(other) is type(one)


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_the_catalog_stays_one(twin: Callable[[Any], Any]) -> None:
    """A copy of the shipped catalog is the shipped catalog."""
    assert twin(catalog()) is catalog()


def test_a_pickled_taxonomy_still_works() -> None:
    """After a pickle a taxonomy classifies, knows its facts, and writes itself."""
    lifecycle = pickle.loads(pickle.dumps(ct.taxonomy("lifecycle")))
    assert lifecycle.scope is catalog()
    assert ct.classify({"orders": 0}, lifecycle).categories == (lifecycle["potential"],)
    assert ct.fingerprint(lifecycle) == ct.fingerprint(ct.taxonomy("lifecycle"))


def test_pickles_go_to_other_processes() -> None:
    """Another process reads a pickle before it has read anything else."""
    content = pickle.dumps(
        (catalog(), ct.taxonomy("lifecycle"), loyal(), ct.classify({}, ct.taxonomy("lifecycle")))
    )
    code = f"""
import pickle
catalog, lifecycle, loyal, result = pickle.loads({content!r})
print(catalog, lifecycle, loyal.label("fr"), result)
"""
    assert run(code) == (
        "<Catalog: 12 taxonomies> <Taxonomy lifecycle: 5 categories> Client fidèle "
        "<Classification lifecycle: no category>"
    )


@pytest.mark.parametrize("seed", ["0", "1", "42"])
def test_fingerprints_hang_on_no_hash_seed(seed: str) -> None:
    """The fingerprint of a taxonomy is the same in every process."""
    code = "import customer_types as ct; print(*[ct.fingerprint(one) for one in ct.catalog()])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout.split() == [ct.fingerprint(one) for one in catalog()]


def test_nothing_can_be_changed() -> None:
    """There is no public way to change what the catalog holds."""
    with pytest.raises(AttributeError):
        loyal().id = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        ct.taxonomy("lifecycle").version = "2"  # type: ignore[misc]
    with pytest.raises(TypeError):
        catalog()["mine"] = ct.taxonomy("lifecycle")  # type: ignore[index]
    with pytest.raises(TypeError):
        catalog().facts["mine"] = catalog().facts["orders"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        catalog().facts.extra = 1


def test_a_taxonomy_has_its_categories_by_id_and_by_key() -> None:
    """A key names the category in its taxonomy as the id does, and nothing else does."""
    lifecycle = ct.taxonomy("lifecycle")
    for one in lifecycle:
        assert lifecycle[one.id] is lifecycle[one.key] is one
        assert one.id in lifecycle
        assert one.key in lifecycle
    for wrong in ("lifecycle/lifecycle/loyal", "/loyal", "loyal/", "lifecycle/", "customer-categories/loyal"):
        assert wrong not in lifecycle
        assert f"lifecycle/{wrong}" not in ct.catalog()
        with pytest.raises(ct.UnknownIdError):
            lifecycle[wrong]
    with pytest.raises(ct.UnknownIdError, match="unknown category `customer-categories/loyal`"):
        lifecycle["customer-categories/loyal"]
