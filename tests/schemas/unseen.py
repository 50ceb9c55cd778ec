"""What a schema can't see: the codes of faults that only a reader finds, and why.

Every other code is one whose faults a schema finds as well. Faults of YAML itself, and of characters that
nobody sees, stand before all schemas.
"""

#: Codes of faults that no schema sees.
NEVER = {
    "criteria.cycle": "categories that build on one another are a matter of the whole file",
    "criteria.empty-range": "two numbers, or the numbers of two thresholds, are compared",
    "criteria.too-deep": "categories that build on one another are a matter of the whole file",
    "criteria.unknown-category": "the ids of all categories are needed",
    "criteria.unknown-field": "a fact may be declared in another file",
    "crosswalk.found": "mappings are compared",
    "crosswalk.one-taxonomy": "two texts are compared",
    "crosswalk.twice": "mappings are compared",
    "deprecated.circle": "replacements are followed from category to category",
    "deprecated.unknown": "the ids of all taxonomies are needed",
    "examples.twice": "the lists of an example are compared",
    "extends.new": "what is inherited stands in another file",
    "extends.unknown": "the ids of all taxonomies are needed",
    "extends.unknown-id": "what is inherited stands in another file",
    "facts.empty-domain": "two numbers are compared",
    "facts.follows-itself": "two texts are compared",
    "facts.follows-part": "a fact may be declared in another file",
    "facts.follows-twice": "a fact may be declared in another file",
    "facts.follows-values": "lists of values are compared",
    "facts.no-own-values": "a fact may be declared in another file",
    "facts.taken": "the facts of other files are needed",
    "label.form": "the forms of each language are needed",
    "label.means-itself": "the category that a term stands in is needed",
    "label.missing-language": "which languages must be there, another key says",
    "label.twice": "texts are compared",
    "language.unknown": "the registry of languages is needed",
    "language.duplicate": "tags that are written differently are compared",
    "precedence.inherited": "what is inherited stands in another file",
    "precedence.left-out": "the ids of all categories are needed",
    "precedence.no-criteria": "a category is looked up by its id",
    "prefix.built-in": "what SSSOM knows by itself is needed",
    "prefix.taken": "the ids of all taxonomies are needed",
    "term.unknown-prefix": "which prefixes there are, another key says",
    "skos.circle": "links are followed from category to category",
    "skos.itself": "a link is compared with the id of its category",
    "skos.related-and-broader": "links are followed from category to category",
    "source.unknown": "the sources of other files are needed",
    "taxonomy.duplicate-id": "ids are compared",
    "text.missing-language": "which languages must be there, another key says",
    "translations.unknown-address": "what is said in the file, and in those that it builds on, is needed",
    "text.too-long": "editors count UTF-16 units, and accents that are not composed",
}

_CLUB = """\
id: club
version: 1.0.0
label: {en: Club, fr: Club}
categories:
  - {id: gold, label: {en: Gold, fr: Or}, when: {orders: 1}}
  - {id: silver, label: {en: Silver, fr: Argent}, when: {orders: 0}}
facts:
  - {id: colour, type: choice, values: [red], label: {en: Colour, fr: Couleur}}
  - {id: visits, type: integer, label: {en: Visits, fr: Visites}}
"""
_CHANGE = "overlay: lifecycle\n"

#: Codes of faults of which a schema sees some; why not all, and a file with one that it does not see.
PARTLY = {
    "criteria.missing": (
        "whether a category is new, another file says",
        f"{_CHANGE}categories: [{{id: fresh, label: {{en: Fresh, fr: Frais}}}}]",
    ),
    "precedence.in-order": (
        "whether `decide` is inherited, another file says",
        f"{_CHANGE}decide: first\nprecedence: [lost, loyal, active, new, potential]",
    ),
    "criteria.missing-in-order": (
        "whether `decide` is inherited, another file says",
        f"{_CHANGE}decide: first\ncategories: [{{id: new, without_criteria: {{en: Why., fr: Car.}}}}]",
    ),
    "criteria.own-category": (
        "the id of the taxonomy is needed, but in an example, which names no others",
        _CLUB.replace("orders: 1", "category: club/silver"),
    ),
    "criteria.unknown-value": (
        "the values of a file's own facts stand elsewhere",
        _CLUB.replace("orders: 1", "colour: blue"),
    ),
    "criteria.wrong-test": (
        "the types of a file's own facts stand elsewhere",
        _CLUB.replace("orders: 1", "colour: {min: 3}"),
    ),
    "id.form": (
        "each part of a key has 64 characters at most",
        _CLUB.replace("orders: 1", f"category: {'x' * 65}"),
    ),
    "label.empty": (
        "an empty list of synonyms is no name either",
        _CLUB.replace("en: Silver", "en: {also: []}"),
    ),
    "label.means": (
        "the ids of all categories are needed",
        _CLUB.replace("fr: Or}", "fr: {one: Or, avoid: [{one: Doré, means: bronze}]}}"),
    ),
    "language.form": (
        "the exact pattern of tags would make messages that nobody can read",
        f"{_CLUB}languages: [en, fr, en-a]",
    ),
    "number.form": (
        "editors read such numbers in their own way",
        _CLUB.replace("orders: 1", "orders: 010"),
    ),
    "number.not-finite": (
        "what is not a number is beyond no limit",
        _CLUB.replace("orders: 1", "orders: {min: .nan}"),
    ),
    "number.not-integer": (
        "the types of a file's own facts stand elsewhere",
        _CLUB.replace("orders: 1", "visits: 1.5"),
    ),
    "number.too-large": (
        "digits behind the point count as well",
        _CLUB.replace("orders: 1", "orders: {min: 0.1234567890123456}"),
    ),
    "prefix.iri": (
        "what is not allowed in an IRI is a long list",
        "prefixes: {wd: 'https://exa mple.org/'}\nmappings: []\n",
    ),
    "rules.two-categories": (
        "two categories are compared",
        f"{_CLUB}rules: [{{implies: {{gold: gold}}}}]",
    ),
    "term.form": (
        "what begins like a prefix may go on as something else",
        (
            "mappings: [{subject: lifecycle/new, relation: closeMatch, object: 'http://example.org/New',"
            " justification: semapv:ManualMappingCuration}]"
        ),
    ),
    "schema.date": (
        "how many days a month has is no matter of a pattern",
        f"{_CLUB}valid_from: 2025-02-29",
    ),
    "schema.missing-key": (
        "what is inherited stands in another file",
        f"{_CHANGE}thresholds: [{{id: fresh_days, label: {{en: Fresh, fr: Frais}}}}]",
    ),
    "schema.type": (
        "the ids of thresholds, and the types of a file's own facts, stand elsewhere",
        _CLUB.replace("orders: 1", "orders: {min: many}"),
    ),
    "schema.unknown-key": (
        "the exact pattern of tags would make messages that nobody can read",
        _CLUB.replace("en: Silver", "en: Silver, en-a: Silver"),
    ),
    "version.form": (
        "editors read such numbers in their own way",
        _CLUB.replace("1.0.0", ".5"),
    ),
}
