"""A description is the sentence that an editor shows of a key."""

from customer_types._model.examples import Example
from customer_types._model.facts import Ascending, Differs, Fact, FactValue, Implication, Ratio, Unit
from customer_types._model.labels import Translation
from customer_types._model.mappings import Mapping
from customer_types._model.taxonomies import (
    Action,
    Category,
    Deprecation,
    Disjoint,
    Exhaustive,
    Implies,
    Note,
    Overlaps,
    Source,
    Taxonomy,
    Threshold,
)

_COMMON = {
    "source": "The id of a source, or a list of them.",
    "broader": "A broader category, or a list of them.",
    "related": "A related category, or a list of them.",
    "notation": "A code of your own.",
    "historical": "true for a category of another time; such categories are not listed by default.",
    "deprecated": "Since which version it is deprecated, and what replaces it.",
    "valid_from": "The day from which it is valid, such as 2026-01-31.",
    "actions": "What to do about such customers.",
    "notes": "Remarks, each with a kind.",
}
_RULE = {
    "id": "The id of the rule, by which other files can replace or remove it.",
    "source": _COMMON["source"],
    "note": "A remark, by language.",
}

#: Class by class and key by key, what an editor shows.
DESCRIPTIONS: dict[type, dict[str, str]] = {
    Taxonomy: {
        "id": "The id of the taxonomy, such as lifecycle; an overlay has none.",
        "version": "A word such as 1.0.0; raise it when the meaning changes.",
        "label": "What the taxonomy is called, by language.",
        "definition": "What the taxonomy asks about a customer, by language.",
        "languages": "The languages that must be complete; [en, fr] if not given.",
        "translations": "Which languages are translations, and how far along they are.",
        "decide": "all: every category that holds (default); first: the first in file order.",
        "precedence": "Where one answer is wanted: the categories, with the one that says the most first.",
        "thresholds": "Named numbers that criteria refer to.",
        "categories": "The categories, at least one.",
        "examples": "Customers described in words, and their categories; check and verify try them.",
        "rules": "What is meant to be true of the categories; check and verify prove it.",
        "facts": "Facts that the library does not know yet.",
        "units": "What numbers of facts and thresholds count.",
        "invariants": "What holds for every possible customer.",
        "sources": "The documents that statements come from.",
        "extends": "The id of the taxonomy that this one starts from.",
        "overlay": "The id of the taxonomy that this file changes.",
        "remove": "Ids of categories, thresholds, actions, rules to remove.",
        **_COMMON,
    },
    Category: {
        "id": "The id of the category, such as high-volume.",
        "label": "What such a customer is called, by language.",
        "definition": "What the category means, by language.",
        "when": "The criterion: a mapping whose entries must all hold.",
        "without_criteria": "Why there is no when, by language; the verdict is always unknown.",
        "remove": "Ids of actions to remove.",
        "before": "The category that this one comes before.",
        "after": "The category that this one comes after.",
        **_COMMON,
    },
    Threshold: {
        "id": "The id of the threshold, such as loyal_orders; min, max, above and below take it.",
        "value": "The number.",
        "unit": "The id of the unit that the number counts.",
        "label": "What the threshold is called, by language.",
        "source": "Where the number comes from: the id of a source, or a list of them.",
        "note": "When to change the number, by language.",
    },
    Action: {
        "id": "The id of the action.",
        "text": "What to do, by language.",
        "towards": "The category that the action aims at.",
        "source": _COMMON["source"],
    },
    Note: {
        "id": "The id of the note, by which other files can change or translate it.",
        "kind": "What kind of remark it is; note if not given.",
        "text": "The remark, by language.",
        "source": _COMMON["source"],
    },
    Example: {
        "id": "The id of the example.",
        "text": "Who the customer is and what they did, by language.",
        "facts": "What is known about the customer: the values of facts.",
        "in": "The categories that the customer is in.",
        "out": "The categories that the customer is not in.",
        "unknown": "The categories that what is known can’t decide.",
        "source": "Whose words decide: the id of a source, or a list of them.",
        "because": "The words that decide, by language.",
    },
    Translation: {
        "from": "The language that it is translated from.",
        "status": "How far along all of it is; translated if not given.",
        "draft": "Addresses of statements to be looked at, such as categories.loyal.label.",
        "translated": "Addresses of statements that are translated.",
        "reviewed": "Addresses of statements that somebody else has read.",
        "original": "Addresses of statements that are not translations.",
    },
    Deprecation: {
        "since": "The version since which it is deprecated.",
        "replaced_by": "The id of what replaces it.",
    },
    Disjoint: {"disjoint": "Nobody is in two of these categories; all means all of them.", **_RULE},
    Exhaustive: {"exhaustive": "Everybody whose facts are known is in some category.", **_RULE},
    Implies: {"implies": "Everybody in the first category is in the second.", **_RULE},
    Overlaps: {"overlaps": "Somebody can be in all of these categories.", **_RULE},
    Source: {
        "id": "The id of the source.",
        "title": "What the document is called, or what it is, by language.",
        "language": "The language of the document, such as fr or fr-CA.",
        "url": "Where to find it.",
        "note": "A remark, by language.",
    },
    Unit: {
        "id": "The id of the unit, such as days.",
        "label": "What is counted, by language, with the forms for one and for several.",
    },
    FactValue: {
        "id": "The value, as it is written in the data.",
        "label": "What the value is called, by language.",
    },
    Fact: {
        "id": "The id of the fact, such as points_365d; not one of the library’s.",
        "type": (
            "integer (64 bits), number (double), boolean, choice (one of values), choices (a set of values)."
        ),
        "min": "The smallest possible number.",
        "max": "The largest possible number.",
        "values": "The values of a choice, or those that a set can have.",
        "values_of": "The id of a fact whose values this one has too, in the place of values.",
        "unit": "The id of the unit that the number counts.",
        "label": "What the fact is called, by language.",
        "definition": "What the fact means, by language.",
        "source": _COMMON["source"],
        "base": "The basis of segmentation: geographic, demographic, psychographic or behavioral.",
        "changeable": "What a business can bring about; never if not given.",
        "sensitive": "true for personal data that needs a lawful reason.",
        "follows": "From which two facts it follows where it is not given itself.",
    },
    Differs: {"differs": "Whether two facts differ: choices of the same values."},
    Ratio: {"ratio": "The first number, divided by the second; missing where that is 0."},
    Implication: {
        "if": "A criterion that customers may meet.",
        "then": "What is true of everybody who meets it: a criterion too.",
    },
    Ascending: {"ascending": "Numbers: none is above a later one, where both are known."},
    Mapping: {
        "subject": "A category, such as lifecycle/lost.",
        "relation": "How they relate to each other; broadMatch: the object is the broader one.",
        "object": "A category of another taxonomy, a term such as gr:Enduser, or sssom:NoTermFound.",
        "object_label": "What the vocabulary calls the term.",
        "object_source": "The prefix of the vocabulary that has no such term.",
        "justification": "How it is known: a term of SEMAPV, as in SSSOM.",
        "author": "Who says so.",
        "date": "The day on which it was said, such as 2026-01-31.",
        "source": _COMMON["source"],
        "note": "A remark, by language.",
    },
}

#: What an editor shows of `replace`, in all that an extension or an overlay can change.
REPLACE = "true: nothing of it is inherited."

#: What an editor shows of the combinations of criteria.
COMBINATIONS = {
    "all": "All criteria of the list hold; an empty list always holds.",
    "any": "At least one criterion of the list holds.",
    "not": "The criterion does not hold.",
    "category": "The customer is in the category, of this file or taxonomy/category.",
}

#: What an editor shows of a whole file.
PREFIXES = "By prefix, the IRI that the terms of a vocabulary begin with."

FILES = {
    "taxonomy": "A taxonomy of customers, or a file that extends or overlays one.",
    "facts": "Facts, units and invariants that several taxonomies share.",
    "sources": "Documents that the statements of several taxonomies come from.",
    "crosswalk": "Mappings between the categories of different taxonomies.",
}
