"""What is promised stands in the `__all__` of a door; whatever else there is has an underscore before it."""

from importlib import import_module
from pathlib import Path

import customer_types

ROOT = Path(customer_types.__file__).parent
#: What each door hands on, but for the façade and the constants.
PROMISED = {
    "cel": ["Verdict", "dumps", "expressions"],
    "constants": ["module"],
    "flows": ["plot"],
    "frames": [
        "MissingColumnWarning",
        "NotTranslated",
        "Translation",
        "actions",
        "category",
        "classify",
        "facts_from_orders",
        "impossible",
        "label",
        "left_out",
        "status",
        "timeline",
        "transitions",
        "translate",
    ],
    "journeys": ["Move", "moves"],
    "json_logic": ["dumps", "rules"],
    "languages": [
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
    ],
    "publication": ["to_csv", "to_json"],
    "revisions": ["Change", "Level", "Revision", "revision", "revisions"],
    "schemas": ["KINDS", "Kind", "VERSION", "text"],
    "sheets": ["FORMATS", "MAX_BYTES", "Return", "dumps", "load", "loads"],
    "skos": [
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
    ],
    "sql": [
        "DIALECTS",
        "category",
        "expressions",
        "facts_from_orders",
        "label",
        "left_out",
        "select",
        "status",
    ],
    "sssom": ["LICENSE", "PREFIX", "Row", "dumps", "loads"],
    "statements": ["Coverage", "Statement", "coverage", "languages", "statements", "status"],
    "strategies": [
        "Customer",
        "NoCustomerError",
        "SearchGivenUpError",
        "boundary_customers",
        "customers",
        "customers_in",
        "customers_outside",
        "taxonomies",
    ],
    "testing": ["proofs_of"],
}


def doors() -> list[str]:
    """List what can be imported without an underscore, but for the command line."""
    names = {
        path.stem if path.is_file() else path.name for path in ROOT.iterdir() if path.suffix in ("", ".py")
    }
    return sorted(
        name for name in names if not name.startswith(("_", ".")) and name not in ("cli", "taxonomies")
    )


def test_doors_hand_on_what_is_promised() -> None:
    """A name that comes, goes or changes its door is a change of what people rely on."""
    assert doors() == sorted([*PROMISED, "errors", "keys"])
    assert {door: sorted(import_module(f"customer_types.{door}").__all__) for door in PROMISED} == PROMISED


def test_a_door_has_nothing_but_names_to_hand_on() -> None:
    """The head of a package imports and lists; what it says and does stands in the modules beside it."""
    for door in sorted(PROMISED):
        head = ROOT / door / "__init__.py"
        if head.exists() and door != "schemas":
            text = head.read_text("utf-8")
            assert "def " not in text.partition("__all__")[0].rpartition('"""')[2], door
