"""The library’s sentences in English, by key."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str | Mapping[str, str]] = {
    # ---- parts of sentences
    "list.or": "{others} or {last}",
    "list.and": "{others} and {last}",
    "separator": "; ",
    "kind.integer": "a fact that is a whole number",
    "kind.number": "a fact that is a number",
    "kind.boolean": "a true-or-false fact",
    "kind.choice": "a fact with one of several values",
    "kind.choices": "a fact with any of several values",
    "place": "{line}:{column}",
    "severity.error": "error",
    "severity.warning": "warning",
    "type.mapping": "keys with values",
    "type.list": "a list",
    "type.null": "null",
    "type.text": "text",
    "type.number": "a number",
    "type.integer": "a whole number",
    "type.boolean": "true or false",
    "type.choice": "one of its values, as text",
    "type.choices": "a set of its values",
    "type.value": "a value",
    "type.date": "a date",
    "type.bound": "a number or the id of a threshold",
    "subtag.language": "language",
    "subtag.script": "script",
    "subtag.region": "region",
    "subtag.variant": "variant",
    "type.by-language": "one text for each language",
    "type.number-fact": "a fact that is a number",
    "found.text": "the text {text}",
    "found.plain": "{text}",
    "faults.kind": "{code} {number}",
    # ---- errors
    "warning.deprecated": "{key} is deprecated since version {since}",
    "error.language-tag": "{tag} is not a valid language tag",
    "error.missing-language": "no text in {language}; available: {available}",
    "error.no-language": "there is no text, in {language} or any other language",
    "error.unknown-taxonomy": "unknown taxonomy {id}",
    "error.unknown-category": "unknown category {id}",
    "error.unknown-source": "unknown source {id}",
    "error.unknown-code": "unknown code {id}",
    "error.unknown-schema": "unknown schema {id}",
    "error.unknown-label": "no category is called {label}",
    "error.ambiguous-label": "{label} has several meanings: {candidates}",
    "error.avoided-label": "{label} does not mean {others} but something else",
    "error.avoided-label-because": "{label} does not mean {others}: {reason}",
    "error.several-labels": "{label} contains several labels: {labels}",
    "error.long-label": "{label} is not a label: it has {length} characters, and a label has at most {limit}",
    "error.unknown-fact": "unknown fact {fact}",
    "error.fact-type": "fact {fact}: expected {expected}, found a value of type {found}",
    "error.fact-range": "fact {fact}: the number does not fit in 64 bits",
    "error.fact-value": "fact {fact}: expected {values}, found another value",
    "value.named": "{label} ({id})",
    "error.option": "unknown value {value} for {option}; possible ones: {values}",
    "error.unknown-fact-id": "unknown fact {id}",
    "error.unknown-base": "fact {id} belongs to no segmentation basis",
    "error.not-facts": "facts must be a mapping or an object with attributes, not {found}",
    "error.circular": "category {category} builds on itself",
    "error.no-criteria": "category {category} has no criteria, so nothing can be proved about it",
    "error.facts-differ": "fact {fact} is not the same in {taxonomies}",
    "error.several-answers": "{taxonomy} can put a customer into several categories: {reason}",
    "error.sheet-status": "unknown status {status}; possible ones: {statuses}",
    "error.sheet-format": "unknown format {format}; possible formats: {formats}",
    "error.sheet-one-language": "a sheet translates from one language into another; here both are {language}",
    "error.base-iri": (
        "a base must be an absolute IRI ending in a slash, such as `https://example.org/types/`, not {base}"
    ),
    "error.hidden-character": "a text contains the invisible character {text}, which files may not contain",
    "error.unknown-format": "unknown format {id}",
    "error.missing-extra": "this part needs more packages: pip install 'customer-types[{extra}]'",
    "error.unknown-gender": "gender must be masculine or feminine, not {gender}",
    "error.prefix": "the prefix {prefix} stands for both {one} and {other}",
    "error.nobody": "no customer is possible: the invariants of {name} contradict one another",
    "error.nobody-in": "no possible customer is in {name}",
    "error.nobody-outside": "no possible customer is certainly outside {name}",
    "error.search-given-up": "the question about {name} is undecided: the search was given up",
    "error.not-a-taxonomy": (
        'a taxonomy is needed, such as `customer_types.taxonomy("lifecycle")`, not a value of type {type}'
    ),
    "error.not-a-frame": (
        "a frame is needed, such as one of pandas, Polars or Spark, not a value of type {type}"
    ),
    "frames.integer": "whole numbers",
    "frames.number": "numbers",
    "frames.boolean": "true-or-false values",
    "frames.choice": "text",
    "frames.choices": "lists of text",
    "frames.date": "dates or timestamps",
    "frames.type": "column {column}: the fact {fact} needs {expected}, but the column is of type {found}",
    "frames.not-whole": (
        "column {column}: the fact {fact} needs 64-bit whole numbers, and some of these are not whole "
        "or are too large; round them, or name another column"
    ),
    "frames.not-a-value": "column {column}: the fact {fact} must be {values}, and some of these are not",
    "frames.taxonomy-twice": "taxonomy {taxonomy} is given twice",
    "frames.mixed": "column {column} has values of several types",
    "frames.no-number": "column {column} is of type {found}, but numbers are needed; parse it first",
    "frames.no-date": (
        "column {column} is of type {found}, but dates or timestamps are needed; parse it first"
    ),
    "frames.no-zone": "column {column} has timestamps with a zone; `zone=` says in which zone to read them",
    "frames.zone-of-engine": (
        "column {column} has timestamps with a zone, and this engine can’t convert them to another; "
        "make a column of dates from them"
    ),
    "frames.numpy": (
        "column {column} has a NumPy type, in which no value can be missing; "
        "convert the frame to pandas’ nullable types, for example with `convert_dtypes()`"
    ),
    "frames.exists-as-fact": "column {column} of the customers has the name of a fact; rename it",
    "frames.no-id": "column {column} is of type {found}, which can’t identify customers, orders or statuses",
    "frames.statuses": "column {column} is of type {found}, but `cancelled=` has values of another type",
    "frames.too-large": "column {column} has infinite numbers, or numbers too large to be summed exactly",
    "frames.twice": "there are two columns named {column}",
    "frames.alike": "the engine can’t tell the columns {columns} apart",
    "frames.no-column": "there is no column {column}",
    "frames.own-name": "column {column} has a name reserved for temporary columns; rename it",
    "frames.exists-as-answer": "column {column} of the customers has the name of a result column; rename it",
    "frames.exists": "there is already a column {column}; `overwrite=True` replaces it",
    "frames.not-from-orders": "orders can’t supply {facts}: missing for every customer",
    "journeys.start-and-end": "the first day is after the last",
    "journeys.every": (
        "{every} is not a period: write a number with d (days), w (weeks), mo (months), q (quarters) or "
        "y (years), such as 1mo"
    ),
    "journeys.too-many": "this would give more than {count} dates: space them further apart",
    "frames.no-text": "column {column} is of type {found}, but text is needed",
    "frames.missing": "no column for {facts}: missing for every customer; name columns with `columns=`",
    "error.condition": (
        "category {category} refers to others so often that its criterion has more than {count} "
        "tests; refer to fewer, or simplify their criteria"
    ),
    "sql.unknown-dialect": "unknown dialect {dialect}",
    "sql.table": (
        "{table} is neither the name of a table in the dialect {dialect} nor a query that only reads; a "
        "name with spaces or capitals, or one that is an SQL keyword, needs the dialect’s quotes"
    ),
    "sql.no-name": "a column has no name",
    "sql.name-too-long": (
        "the column name {column} is too long for the dialect {dialect}, which allows {count} bytes"
    ),
    "sql.own-name": "{table} is the name of a step of this query; call the table something else",
    "sql.zone": "the dialect {dialect} can’t convert timestamps to a zone; make a column of dates from them",
    "sql.statuses": "`cancelled=` must hold texts or whole numbers",
    "sql.format": "unknown format {format}: it must be sql or dbt",
    "sql.dbt-name": "{table} is not the name of a dbt model (one part) or a dbt source (schema and table); "
    "a source’s own file names its database",
    "orders.status-and-cancelled": "`cancelled` needs `status`, the column that it refers to",
    "orders.decimals": "`decimals` must be a whole number from 0 to 9",
    "orders.too-large": "the amount or the quantity is too large",
    "orders.id": "the order id can’t be compared; use a number or a text",
    "orders.population": (
        "`population` must hold the facts of each customer: spend_365d and units_365d are numbers"
    ),
    "answers.facets": "its rules keep some of its categories apart, but not all",
    "answers.implies": "everybody in {category} is in {other} too",
    "answers.overlaps": "somebody can be in {category} and in {other} at once",
    "answers.undeclared": "no rule says that nobody is in both {category} and {other}",
    "answers.unranked": "{category} has no place in its `precedence`",
    "answers.none": "In no category",
    "answers.several": "In several categories",
    "answers.undecided": "Undecided",
    "orders.row": "row {row}: {problem}",
    "orders.date": "this is not a date; write it as 2026-01-31",
    "orders.no-zone": "a timestamp with a UTC offset needs `zone=`, the time zone whose days count",
    "orders.unknown-zone": "unknown time zone {zone}",
    "orders.as-of": "`{name}` needs a date, or a text such as 2026-06-30",
    "orders.amount": "the amount is not a number",
    "orders.quantity": "the quantity is not a number",
    "orders.not-finite": "the amount or the quantity is not finite",
    "orders.row-form": "a row must be (date, amount), (date, amount, quantity) or a mapping of columns",
    "orders.no-column": "there is no column {column}",
    "orders.left-out": "rows left out: {reasons}",
    "orders.no-customer": "{count} without a customer",
    "orders.no-date": "{count} without a date",
    "orders.no-amount": "{count} without an amount",
    "orders.after-as-of": "{count} after {as_of}",
    "orders.cancelled": "{count} cancelled",
    # ---- proofs
    "flows.subtitle": "How customers moved between categories",
    "flows.new": "Not there yet",
    "flows.nothing": "there are no moves",
    "plot.regions": "The categories that a customer can be in at once",
    "plot.overlaps": "The largest sets of categories that a customer can be in at once",
    "plot.customers": "Customers",
    "plot.none": "none",
    "relation.name": "“{label}” ({key})",
    "relation.disjoint": "{left} and {right} are disjoint: nobody is in both",
    "relation.subset": "{left} is within {right}: everybody in the first is in the second",
    "relation.superset": "{left} contains {right}: everybody in the second is in the first",
    "relation.equal": "{left} and {right} have the same customers",
    "relation.overlap": "{left} and {right} overlap: some customers are in both, some in only one",
    "relation.undecided": "{left} and {right}: undecided, the search was given up",
    "relation.both": "in both: {witness}",
    "relation.only-left": "only in the first: {witness}",
    "relation.only-right": "only in the second: {witness}",
    "rule.disjoint-all": "nobody is in two categories",
    "rule.disjoint-current": "nobody is in two categories that are not deprecated",
    "rule.disjoint": "nobody is in two of these: {categories}",
    "rule.exhaustive": "everybody is in at least one category",
    "rule.implies": "everybody in “{category}” is also in “{other}”",
    "rule.overlaps": "somebody is in all of these: {categories}",
    "report.title": "{label} ({id} {version})",
    "report.rules": "Rules",
    "report.no-rules": "No rule is declared.",
    "report.no-criteria": "No category has a criterion, so there are no overlaps or gaps to look for.",
    "report.examples": {"one": "The one example holds.", "other": "{count} examples hold."},
    "report.examples-differ": {
        "one": "Examples: {count} of {all} holds",
        "other": "Examples: {count} of {all} hold",
    },
    "report.impossible": "no customer can be like this: {customer}",
    "report.overlaps": "Overlaps: customers in several categories",
    "report.more-overlaps": "There may be more overlaps.",
    "report.no-overlaps": "No two categories overlap.",
    "report.gaps": "Gaps: customers in no category, although everything is known",
    "report.gaps-counted": (
        "Gaps: customers in no category, although everything is known ({count} of {all} possible customers)"
    ),
    "report.more-gaps": "There may be more gaps.",
    "report.no-gaps": "Every customer whose facts are all known is in a category.",
    "report.example": "for example: {witness}",
    "report.needs": "Needed facts: if any one of them is missing, some customers stay undecided",
    "report.shadows": "Shadowed categories: earlier ones take some or all of their customers",
    "report.shadow": "“{label}” comes after {earlier}",
    "report.shadow-whole": "“{label}” is never reached: it comes after {earlier}",
    "report.together": ", ",
    "report.unreachable": "Out of reach: nobody can be in “{label}”",
    "report.maybe-unreachable": "Undecided: whether anybody can be in “{label}”",
    "report.more-needs": "There may be more needed facts.",
    "report.void": "No customer is possible: the invariants contradict one another.",
    "report.decided": "Questions decided by checking all cells: {count}.",
    "report.decided-by-z3": "Questions decided by checking all cells: {count}; by z3: {z3}.",
    "report.and": " + ",
    # ---- taxonomies of others
    "skos.prefLabel": "prefLabel",
    "skos.altLabel": "altLabel",
    "skos.hiddenLabel": "hiddenLabel",
    "skos.without-criteria": "This is the concept {concept} of a SKOS vocabulary, and SKOS has no criteria.",
    # ---- hints
    "hint.use-z3": "let the solver z3 decide: `customer-types verify FILE --solver z3`, with the extra z3",
    "hint.change-criteria": "change a criterion, or the rule",
    "hint.change-example": "change the facts of the example",
    "hint.change-criterion-or-example": "change whichever is wrong, the criterion or the example",
    "hint.example-moved": ("if this is intended, give the example its new answer in this file, or remove it"),
    "hint.example-number": "write the number: an example stays as it is when a threshold changes",
    "hint.example-missing": "leave out what is unknown",
    "hint.as-made": "this is {taxonomy} as {paths} makes it",
    "hint.link-left-out": "the link is left out",
    "hint.language": "say which it is with `--texts`, or `language=` in Python",
    "hint.scheme": "name one of them with `scheme=`, or `--scheme`",
    "hint.check-file": "such a file is for `customer-types check`",
    "hint.declare-prefix": (
        "say what {prefix} stands for, under `prefixes`, or under `curie_map` in an SSSOM table"
    ),
    "hint.use-match": "what is proved is {relation}",
    "hint.did-you-mean": "did you mean {suggestions}?",
    "hint.meant": "what is meant is {candidates}",
    "hint.means": (
        "write `same` if people mean what the label means, `other` if they mean something else, or the "
        "key of the category that they mean"
    ),
    "hint.means-same": "write `means: same`, or leave it out",
    "hint.add-names": "to add names and keep the rest, give only `also` or `avoid`, and no form",
    "hint.save-as-utf-8": "save the file as UTF-8",
    "hint.close-quote": "close it, or put quotes of the other kind around a text that has such a character",
    "hint.apostrophe": (
        "in single quotes, an apostrophe is written twice, `'it''s'`; or use double quotes, `\"it's\"`"
    ),
    "hint.inner-quote": 'in double quotes, a quote is written `\\"`; or put the text in single quotes',
    "hint.close-bracket": "close it with {character}",
    "hint.remove-sign": "remove it, or put quotes around a text that has it",
    "hint.comma": "put a comma between two entries",
    "hint.comma-or-quotes": "put quotes around a text that has a colon, or a comma before the next key",
    "hint.same-column": (
        "keys that belong together begin in one column: in line {line}, that is column {column}"
    ),
    "hint.item-column": (
        "keys of one item of a list begin in one column, here column {column}; a new item needs a hyphen"
    ),
    "hint.first-column": "keys of the same level begin in the same column",
    "hint.key-or-deeper": "write `key: value`, or indent the continuation of a text further than its key",
    "hint.list-below": (
        "begin the list on the line below its key, or put quotes around a text that begins with a hyphen"
    ),
    "hint.backslash": "write a backslash twice, or put the text in single quotes",
    "hint.write-character": "write the character itself, without a backslash",
    "hint.plain-space": "type a plain space in its place",
    "hint.quote-hash": "put quotes around a text that has a #",
    "hint.curly-quotes": "curly quotes don’t quote here; write straight ones, `\"` or `'`",
    "hint.compare": "a comparison is written {{min: 3}}, {{max: 3}}, {{above: 3}} or {{below: 3}}",
    "hint.range": "write {{min: 5, max: 10}}, which includes both ends; above and below exclude them",
    "hint.write-list": "write the list itself, as {{orders: [1, 5]}}",
    "hint.write-not": "write {{not: {{orders: 3}}}}",
    "hint.write-value": "write the value itself, as {{orders: 3}}",
    "hint.write-criterion": "write a fact with its test, as {{orders: {{min: 3}}}}",
    "hint.all-or-any": "write {{all: […]}} or {{any: […]}}",
    "hint.items-with-ids": "write a list of items, each with a hyphen and its keys",
    "hint.special-space": (
        "there is a no-break or other special space in it, {character}; type a plain one, or none"
    ),
    "hint.own-fact": "a fact that the library has can’t be changed here; declare one with an id of your own",
    "hint.remove-directive": "remove the line, or put quotes around a text that begins with %",
    "hint.spaces-for-tabs": "indent with spaces, not with tabs",
    "hint.quote-colon": "put quotes around a text that contains a colon",
    "hint.quote-text": "put the text in quotes",
    "hint.no-quotes": "write the number without quotes",
    "hint.true-or-false": "write true or false, without quotes",
    "hint.sheet-taxonomy": "name the taxonomy, or its file, with --taxonomy",
    "hint.template": "is this a template that was not rendered?",
    "hint.private-language": "for a language of your own, use one of `qaa` to `qtz`",
    "hint.two-letters": "if a language has a two-letter code, only that code is valid",
    "hint.one-form": "write one form, as a plain text",
    "hint.by-language": "write {{en: …, fr: …}}",
    "hint.space-after-colon": "put a space after the colon",
    "hint.languages-first": "the languages come first: {{en: …, fr: …}}",
    "hint.thousands-separator": "write the number without a thousands separator",
    "hint.no-break-space": "there is a no-break space (U+00A0) before the colon; remove it",
    "hint.break-circle": "leave `extends` out of one of them, or start it from another taxonomy",
    "hint.extends-itself": "it starts from itself; name another taxonomy, or leave `extends` out",
    "hint.always": "write {{all: []}} for a criterion that always holds",
    "hint.threshold-as-bound": "a threshold goes with min, max, above or below",
    "hint.removed": "it is removed at {place}",
    "hint.precedence": "`precedence` in its file says which category comes first",
    "hint.precedence-anew": "write {example}, with each category in its place",
    "hint.leave-out": "leave it out",
    "hint.keep-one": "keep one of the two",
    "hint.id-not-path": "write the id of a taxonomy; files are never opened by name",
    "hint.tests-of-integer": "a number is tested with min, max, above, below, a number or a list of numbers",
    "hint.tests-of-number": "a number is tested with min, max, above, below, a number or a list of numbers",
    "hint.tests-of-boolean": "write true or false",
    "hint.tests-of-choice": "write one of its values, or a list of them",
    "hint.tests-of-choices": "a set is tested with includes",
    "hint.follows-from": "name what it follows from: {facts}",
    "hint.values-of": "write `values_of: {fact}` in place of the other list",
    # ---- faults: files and YAML
    "fault.label.twice": "{text} is listed under both {one} and {other}; a text has one role (SKOS, S13)",
    "fault.label.shared": "{text} is also a name of {category}",
    "fault.label.means": "{text} is neither `same` nor `other` nor a category",
    "fault.label.means-itself": "{text} is the category itself",
    "fault.label.loses": "everything in language {language} is replaced; what is lost: {lost}",
    "lost.forms": {"one": "one form", "other": "{count} forms"},
    "lost.also": {"one": "one synonym", "other": "{count} synonyms"},
    "lost.avoid": {"one": "one term to avoid", "other": "{count} terms to avoid"},
    "fault.threshold.unused": "no criterion names the threshold {threshold}",
    "fault.unit.unknown": "unit {unit} is declared nowhere",
    "fault.unit.other": "{threshold} counts {unit}, and {fact} counts {expected}",
    "fault.crosswalk.one-taxonomy": "{subject} and {object} are in one taxonomy; a mapping leads to another",
    "fault.crosswalk.twice": "{subject} and {object} are already mapped at {first}",
    "fault.crosswalk.no-criteria": (
        "{subject} {relation} {object} can’t be proved: one of the two has no criteria"
    ),
    "fault.crosswalk.undecided": (
        "{subject} {relation} {object} is neither proved nor refuted: the search was given up"
    ),
    "fault.crosswalk.too-strong": "{subject} {relation} {object} says more than is proved: {proof}",
    "fault.crosswalk.too-weak": "{subject} {relation} {object} says less than is proved: {proof}",
    "fault.crosswalk.no-source": (
        "a mapping to `sssom:NoTermFound` says in `object_source` which vocabulary has no such term"
    ),
    "fault.crosswalk.source-given": (
        "`object_source` goes with `sssom:NoTermFound` only; elsewhere the prefix of the object says it"
    ),
    "fault.crosswalk.label-given": (
        "`object_label` is for terms of other vocabularies; a category has labels of its own"
    ),
    "fault.crosswalk.found": "{subject} either has a term in {vocabulary} or has none; see {first}",
    "fault.crosswalk.meeting": (
        "{subject} {relation} {object} can’t be right: {other} is an exact match of {object}, and {proof}"
    ),
    "fault.prefix.form": (
        "{prefix} is not a prefix; it begins with a letter, continues with letters, digits, `-`, `_` and "
        "`.`, and has at most {limit} characters"
    ),
    "fault.prefix.taken": "{prefix} is the id of a taxonomy, so it can’t be a prefix",
    "fault.prefix.iri": (
        "no vocabulary’s IRIs begin with {iri}; write the whole beginning, such as "
        "http://purl.org/goodrelations/v1#"
    ),
    "fault.prefix.built-in": "{prefix} always stands for {iri} in SSSOM",
    "fault.prefix.other": "{prefix} stands for {iri} at {first}",
    "fault.term.form": "{text} is not the name of a term; write it with a prefix, such as `gr:Enduser`",
    "fault.term.unknown-prefix": "the prefix {prefix} is not declared",
    "fault.sssom.no-table": "there is no table of mappings",
    "fault.sssom.missing-column": "the table has no column named {name}",
    "fault.sssom.column-twice": "the table has two columns named {name}",
    "fault.sssom.cells": "the row has {found} cells, but the table has {expected} columns",
    "fault.sssom.quote": (
        "a cell in quotes ends with a quote, followed by a tab or the end of the line; quotes "
        "inside are doubled"
    ),
    "fault.sssom.empty": "the cell is empty",
    "fault.sssom.subject": "{text} is not a category of this library; IRIs of categories begin with {base}",
    "fault.sssom.source": (
        "{text} is not a prefix with its colon, such as `gr:`; it names the vocabulary that has no such term"
    ),
    "fault.sssom.negated": "the mapping is negated, but this library has no negated mappings",
    "fault.skos.itself": "{subject} is linked to itself",
    "fault.skos.circle": "{subject} is broader than itself, by way of {object}",
    "fault.skos.related-and-broader": (
        "{subject} and {object} are related, and one is broader than the other (SKOS, S27)"
    ),
    "fault.skos.exact-and-other": (
        "{subject} and {object} are exact matches, so they can’t be matched in another way (SKOS, S46)"
    ),
    "fault.rdf.syntax": "this is not well-formed: {problem}",
    "fault.rdf.no-sense": "the parser can’t make sense of it",
    "fault.rdf.key-twice": "key {key} appears twice in one JSON object",
    "fault.rdf.format": "the file’s name does not show its format; it should end in {endings}",
    "fault.rdf.too-deep": "things are nested too deeply to be read",
    "fault.rdf.remote-context": "the context {address} is remote, and nothing is fetched",
    "fault.rdf.entity": "the entity {name} is external, contains others, or expands to too much text",
    "fault.rdf.criterion": "this is not a criterion in JSON",
    "fault.skos.two-classes": "it is both a {one} and a {other}, which nothing can be (SKOS, {condition})",
    "fault.skos.two-roles": "{text} is both {one} and {other} (SKOS, S13)",
    "fault.skos.two-labels": "it has several preferred labels in language {language}: {texts} (SKOS, S14)",
    "fault.skos.two-forms": "a label has several literal forms: {texts} (SKOS-XL, S52)",
    "fault.skos.label-in-two-roles": "the label {label} is both {one} and {other} (SKOS-XL, S58)",
    "fault.skos.no-catalog": (
        "this is not a catalog written by `skos.dumps`; read a taxonomy with `skos.loads`"
    ),
    "fault.skos.unknown-scheme": "there is no concept scheme {scheme}; those of the file: {schemes}",
    "fault.skos.several-schemes": "there are several concept schemes: {schemes}",
    "fault.skos.no-concepts": "there are no concepts",
    "fault.skos.matches": {
        "one": "{count} match is left out; `skos.loads_mappings` reads it",
        "other": "{count} matches are left out; `skos.loads_mappings` reads them",
    },
    "fault.skos.left-out": {
        "one": "{count} statement with {property} has no place in a taxonomy and is left out",
        "other": "{count} statements with {property} have no place in a taxonomy and are left out",
    },
    "fault.skos.no-label": "there is no usable label; {id} stands in for it",
    "fault.skos.no-language": {
        "one": "{count} text has no language and is taken to be in language {language}",
        "other": "{count} texts have no language and are taken to be in language {language}",
    },
    "fault.skos.incomplete-language": {
        "one": "one label is missing in language {language}: that of {first}",
        "other": "{count} labels are missing in language {language}, the first that of {first}",
    },
    "fault.rules.overlap": (
        "somebody can be in {categories} (criteria: {places}), although the rule keeps them apart (for "
        "example: {witness})"
    ),
    "fault.rules.gap": (
        "some customers can be outside every category, although the rule says that everybody is in one (for "
        "example: {witness})"
    ),
    "fault.rules.not-implied": (
        "somebody can be in {category} without certainly being in {other} (criteria: {places}), "
        "although the rule says that this can’t be (for example: {witness})"
    ),
    "fault.rules.no-overlap": (
        "nobody can be in {categories} at once, although the rule says that somebody can (criteria: {places})"
    ),
    "fault.rules.undecided": "the rule is neither proved nor refuted: the search was given up",
    "fault.broader.too-narrow": (
        "somebody can be in {category} without certainly being in {broader}, which is declared broader "
        "(for example: {witness})"
    ),
    "fault.broader.undecided": (
        "that {broader} is broader than {category} is neither proved nor refuted: the search was given up"
    ),
    "fault.criteria.unreachable": "nobody can be in {category}: its criterion can’t be met",
    "fault.criteria.undecided": "whether anybody can be in {category} is undecided: the search was given up",
    "fault.criteria.shadowed": "nobody reaches {category}: the categories before it take all its customers",
    "fault.examples.differs": (
        "example {example} expects {expected} for {category}, and the verdict is {verdict} (see {place}): "
        "{reason}"
    ),
    "fault.examples.moved": "example {example} ({place}) is answered differently here: {answers}",
    "fault.examples.impossible": "no customer can be like example {example}, because of {facts} ({customer})",
    "fault.examples.no-answer": "the example does not say of any category whether the customer is in it",
    "fault.examples.twice": "{category} is in {key}, but already in {other} ({first})",
    "fault.examples.elsewhere": "{key} is a category of another taxonomy, and has its examples there",
    "fault.facts.never-met": "no possible customer meets the condition of this invariant",
    "fault.facts.never-known": (
        "fact {fact} can’t be known for any possible customer: its domain or the invariants exclude it"
    ),
    "fault.facts.undecided": "whether any customer can be like this is undecided: the search was given up",
    "fault.facts.no-customer": "no customer is possible at all: the invariants contradict one another",
    "fault.file.not-found": "there is no such file",
    "fault.faults.more": {"one": "and one more: {kinds}", "other": "and {total} more: {kinds}"},
    "fault.file.no-yaml": "there are no YAML files in this folder",
    "fault.file.not-a-file": "this is a folder or a device, not a file",
    "fault.file.permission": "you have no permission to read the file",
    "fault.file.unreadable": "the file can’t be read: {reason}",
    "fault.file.too-large": "the file has more than {limit} bytes",
    "fault.file.encoding": "the file is not saved as UTF-8 (found {found})",
    "fault.file.empty": "the file is empty",
    "fault.yaml.syntax": "this is not valid YAML: {problem}",
    "syntax.quote": "the quote that opens here is never closed",
    "syntax.late-quote": "the quote that opens here is closed only at {place}, and more follows",
    "syntax.after-quote": "the text in quotes ends before this place, and more follows",
    "syntax.bracket": "the {character} that opens here is not closed",
    "syntax.other-bracket": "{character} closes what {opened} opened at {place}",
    "syntax.closes-nothing": "{character} closes nothing that is open",
    "syntax.comma": "there is no comma before this entry",
    "syntax.colon": "there is a colon where none can be",
    "syntax.deeper": "this line is indented further, so it goes on with the text above",
    "syntax.column": "the indentation of this line matches no line above",
    "syntax.item": "this line begins where the hyphens of the list are, and has none",
    "syntax.key": "here, a key with a colon and a space is needed",
    "syntax.list": "a list can’t begin in this place",
    "syntax.start": "a text without quotes can’t begin with {character}",
    "syntax.block": "{character} announces a text that begins on the next line",
    "syntax.value": "there is no value before {character}",
    "syntax.tab": "there is a tab where only spaces can be",
    "syntax.space": "there is a no-break or other special space, {character}, where a plain one is needed",
    "syntax.comment": "a space and # begin a comment, which hides the rest of the line",
    "syntax.escape": "{text} stands for no character in double quotes",
    "syntax.directive": "a line that begins with % is an instruction, and this one can’t be followed",
    "syntax.end": "what comes before is complete, and more follows",
    "syntax.character": "it has a character that no YAML file may have",
    "syntax.other": "from here on, the text breaks the rules of YAML",
    "fault.yaml.anchor": "anchors, aliases and merge keys are not allowed; write the part out",
    "fault.yaml.tag": "tags are not allowed, found {tag}; leave it out",
    "fault.yaml.too-deep": "nested more than {limit} levels deep",
    "fault.yaml.too-big": "more than {limit} elements",
    "fault.yaml.duplicate-key": "key {key} appears twice, first at {first}",
    "fault.yaml.key-type": "a key has to be text",
    "fault.yaml.multiple-documents": "a second document begins here; a file holds one",
    "fault.yaml.ambiguous-plain": (
        "{text} is text here, but other programs read it as something else; quote it"
    ),
    "fault.text.control": "there is an invisible or control character, {character}; delete it",
    "fault.text.bidi": "there is a character that reverses the direction of writing, {character}; delete it",
    "fault.text.too-long": "the text has {length} characters; at most {limit} are allowed",
    "fault.text.empty": "the text is empty",
    "fault.text.missing-language": "there is no text in language {language}",
    "fault.text.cut-by-comment": "a comment cuts this text down to {text}",
    # ---- faults: schema
    "fault.schema.no-taxonomy": "this file has no taxonomy, only {keys}",
    "fault.schema.type": "expected {expected}, found {found}",
    "fault.schema.unknown-key": "unknown key {key}",
    "fault.schema.missing-key": "key {key} is missing",
    "fault.schema.one-of-keys": "exactly one of the keys {keys} belongs here",
    "fault.schema.conflict": "{one} and {other} exclude each other; keep one of them",
    "fault.schema.value": "{text} is not allowed here; write {allowed}",
    "fault.schema.date": "{text} is not a date; write it as 2026-01-31",
    "fault.number.form": "{number} can be read in several ways; write plain digits, such as 1000 or 0.5",
    "fault.number.too-large": "the number has {digits} digits; at most {limit} are allowed",
    "fault.number.not-finite": "{number} can’t be compared with anything; leave the limit out",
    "fault.number.not-integer": "{number} is not a whole number",
    "fault.version.form": "{text} is not a valid version; write one such as 1.0.0",
    "fault.id.form": (
        "{id} is not a valid id; an id has lowercase letters, digits and single - or _ between them, "
        "such as gold-member, and at most {limit} characters"
    ),
    "fault.id.reserved": "{id} is a word of the file format and can’t be an id",
    "fault.language.form": "{tag} is not a valid language tag; write one such as en or fr-CA",
    "fault.language.unknown": "{tag}: the {kind} {subtag} is not in the registry of BCP 47",
    "fault.language.alias": "{tag} should be written {language}",
    "fault.language.no-plural-rule": (
        "there is no plural rule in CLDR for {language}; its form `other` would stand for every number"
    ),
    "fault.language.duplicate": "language {tag} appears twice",
    "fault.label.empty": "the label is empty",
    "fault.label.form": "no number takes the form {form} in language {language}; expected {forms}",
    "fault.label.missing-language": "there is no label in language {language}",
    "fault.extends.form": "{text} is not the id of a taxonomy",
    "fault.extends.unknown": "there is no taxonomy {taxonomy} to build on",
    "fault.extends.cycle": "taxonomies build on one another in a circle: {circle}",
    "fault.extends.too-deep": "more than {limit} taxonomies build on one another",
    "fault.extends.unknown-id": "there is no {id} here",
    "fault.extends.new": "{id} is new here, and anything new needs {key}",
    "fault.overlay.conflict": "another overlay says something else about {key}, at {first}",
    "fault.plugin.no-folder": "there is no such package with a folder of taxonomies",
    "fault.plugin.overlay": "a plug-in adds taxonomies and may not change any",
    "fault.catalog.taken": "there is already a taxonomy {id}, at {first}",
    # ---- faults: meaning
    "fault.translations.unknown-address": "there is nothing to translate at {address}",
    "fault.sheet.syntax": "the sheet can’t be read here: {problem}",
    "fault.sheet.doctype": ("a document type is declared, which can freeze a computer; delete `<!DOCTYPE`"),
    "fault.sheet.no-xliff": "this is not XLIFF 1.2; export the file in that version",
    "fault.sheet.two-files": "another `file` begins here, for something else; import one sheet at a time",
    "fault.sheet.no-header": "the sheet does not say which taxonomy it is for",
    "fault.sheet.no-language": "the sheet does not say which language it translates from, and into which",
    "fault.sheet.same-language": "the sheet translates {language} into itself",
    "fault.sheet.other-language": "the sheet is in {found}, not in {language}",
    "fault.sheet.other-taxonomy": "the sheet is for the taxonomy {found}, not for {taxonomy}",
    "fault.sheet.unknown-taxonomy": (
        "the sheet is for the taxonomy {taxonomy}, which is not one of the library’s"
    ),
    "fault.sheet.other-version": "the sheet was made for version {found}, and this is version {version}",
    "fault.sheet.plural-forms": (
        "the header does not number the plural forms of the language; expected `Plural-Forms: {expected}`"
    ),
    "fault.sheet.plural-zero": (
        "for 0, the header takes the form {form}, but the language takes {category}; "
        "expected `Plural-Forms: {expected}`"
    ),
    "fault.sheet.mixed": "this row is for another taxonomy, version or language than line {first}",
    "fault.sheet.unknown-address": "there is nothing to translate at this address",
    "fault.sheet.twice": "this is translated twice, first on line {first}",
    "fault.sheet.outdated": (
        "the original has changed since and is now {now}; the translation is taken as a draft"
    ),
    "fault.sheet.missing-form": "forms that the label lacks in this language: {forms}",
    "fault.sheet.collision": "{text} is also a name of {category}",
    "fault.sheet.untranslated": "the text is the same in both languages",
    "fault.sheet.not-computed": "a spreadsheet could not compute this cell: {text}",
    "fault.sheet.line-break": "there is a line break in the label",
    "fault.sheet.original": {
        "one": "{count} text that is an original in {language} is replaced by a translation",
        "other": "{count} texts that are originals in {language} are replaced by translations",
    },
    "fault.sheet.stays": "the text is empty, but an overlay takes nothing away: the earlier text stays",
    "fault.taxonomy.no-categories": "there are no categories",
    "fault.taxonomy.duplicate-id": "id {id} appears twice, first as {other} at {first}",
    "fault.source.taken": "there is already a source {source}",
    "fault.source.unknown": "unknown source {source}; describe it under `sources`",
    "fault.criteria.unknown-field": "unknown fact {field}",
    "fault.criteria.unknown-value": "{value} is not a value of {field}",
    "fault.criteria.unknown-category": "unknown category {key}",
    "fault.criteria.own-category": "{key} is a category of this taxonomy; write {category}",
    "fault.criteria.wrong-test": "{field} is {type}, and this test does not suit it",
    "fault.criteria.empty": "an empty criterion says nothing",
    "fault.criteria.empty-range": "no number lies in this range",
    "fault.criteria.missing": "the category needs `when`, or a reason in `without_criteria`",
    "fault.criteria.missing-in-order": "under `decide: first` every category needs `when`",
    "fault.deprecated.unknown": "unknown taxonomy {taxonomy}",
    "fault.deprecated.circle": "deprecated categories replace one another in a circle: {circle}",
    "fault.deprecated.no-replacement": "{id} is deprecated, but no replacement is named",
    "fault.deprecated.used": "{category} is deprecated",
    "fault.criteria.cycle": "categories build on one another in a circle: {circle}",
    "fault.criteria.too-deep": "categories build on one another more than {limit} levels deep",
    "fault.criteria.sensitive-fact": "{field} is sensitive; classifying people by it needs a lawful reason",
    "fault.rules.two-categories": "the rule needs two different categories",
    "fault.precedence.twice": "{category} already has a place, at {first}",
    "fault.precedence.left-out": "these categories have no place in the order: {categories}",
    "fault.precedence.inherited": "{category} has no place in the inherited `precedence`",
    "fault.precedence.no-criteria": "{category} has no criteria, so it can’t be anybody’s answer",
    "fault.precedence.in-order": (
        "`precedence` has no effect under `decide: first`, where the order of the categories decides"
    ),
    "fault.facts.taken": "there is already a fact {fact}",
    "fault.facts.no-values": "{fact} needs `values`",
    "fault.facts.wrong-domain": "the domain of {fact} does not suit its type, {type}",
    "fault.facts.empty-domain": "no number lies in the domain of {fact}",
    "fault.facts.no-own-values": "{fact} has no values of its own to share",
    "fault.facts.two-parts": "a fact follows from two different facts",
    "fault.facts.follows-type": "what follows by {way} is {wanted}, and {fact} is {type}",
    "fault.facts.follows-itself": "{fact} can’t follow from itself",
    "fault.facts.follows-twice": "{fact} itself follows from others",
    "fault.facts.follows-part": "{part} is {type}, and {way} needs {wanted}",
    "fault.facts.follows-values": "{one} and {other} do not have the same values",
    "facts.parts-differs": "facts with one of several values",
    "facts.parts-ratio": "facts that are numbers",
    # ---- explanations
    "explain.joint": "; ",
    "explain.nothing-known": "nothing is known",
    "explain.out-of-accord": (
        "{told} (there may be no such customer: going by “{first}” and “{second}”, “{fact}” would have "
        "another "
        "value)"
    ),
    "explain.or": " or ",
    "explain.not-in-line": "not: {part}",
    "explain.none-in-line": "none of these: {part}",
    "explain.more-integer": "{number} more {unit} ({after} instead of {before})",
    "explain.more-number": "{number} {unit} more ({after} instead of {before})",
    "explain.more-bare": "{number} more ({after} instead of {before})",
    "explain.fewer-integer": "{number} fewer {unit} ({after} instead of {before})",
    "explain.fewer-number": "{number} {unit} less ({after} instead of {before})",
    "explain.fewer-bare": "{number} less ({after} instead of {before})",
    "explain.instead": "{after} instead of {before}",
    "explain.add": "add {members}",
    "explain.remove": "remove {members}",
    "explain.find-out": "{part} (to find out)",
    "explain.await": "{part} (with time)",
    "explain.there-already": "nothing has to change",
    "explain.yes": "yes",
    "explain.no": "no",
    "explain.unknown": "unknown",
    "explain.missing": "missing",
    "explain.empty": "none",
    "explain.category": "{mark} {label}: {truth}",
    "explain.condition": "{label}: {wanted}",
    "explain.test": "{label}: {value} ({wanted})",
    "explain.test-follows": "{label}: {value} ({wanted}; follows from {first} and {second})",
    "explain.in-category": "in category “{label}”",
    "explain.earlier": "category “{label}” comes first",
    "explain.perhaps-earlier": "category “{label}” may come first",
    "explain.not": "must not hold:",
    "explain.none": "none of these:",
    "explain.all": "all of these:",
    "explain.any": "at least one of these:",
    "explain.always": "always",
    "explain.no-criterion": "the category has no criterion",
    "explain.known": "must be known",
    "explain.not-known": "must not be known",
    "explain.min": "at least {value}",
    "explain.max": "at most {value}",
    "explain.above": "more than {value}",
    "explain.below": "less than {value}",
    "explain.below-integer": "fewer than {value}",
    "explain.equals": "exactly {value}",
    "explain.is": "expected: {value}",
    "explain.one_of": "one of {value}",
    "explain.includes": "must include {value}",
    # ---- examples
    "example.answer": "{category}: {verdict} instead of {instead}",
    "example.answer-because": "{category}: {verdict} instead of {instead} ({reason})",
    "example.moved": "“{text}” {answers}",
    "example.in": "In: {categories}",
    "example.out": "Not in: {categories}",
    "example.unknown": "Unknown: {categories}",
    "example.facts": "Known: {facts}",
    "example.because": "Because: {because}",
    # ---- tables
    "table.no-file": "there is no file {path}",
    "table.not-a-file": "{path} is not a regular file",
    "table.unreadable": "{path} can’t be read: {reason}",
    "table.empty": "{path} is empty",
    "table.binary": "{path} is not a text file",
    "table.unknown-encoding": "unknown encoding {encoding}",
    "table.wrong-encoding": "the file is not written in {encoding}",
    "table.broken-row": "line {line} is not a row of a table: {problem}",
    "table.open-quote": "line {line}: a quote is opened here and never closed",
    "table.closed-quote": "line {line}: after a closing quote there is more text before the next separator",
    "table.long-cell": "line {line}: a cell has more than {limit} characters; a quote is probably unclosed",
    "table.bad-separator": "a separator must be one character, and not a quote",
    "table.no-header": "the first line has values where the column names should be",
    "table.two-currencies": (
        "line {line} has an amount in {one} and line {other} one in {another}; convert them first"
    ),
    "table.no-zone": (
        "line {line}, column {column}: a time with a UTC offset needs the time zone whose days count"
    ),
    "table.boolean": "yes or no",
    "table.choice": "{values}",
    "table.choices": "any of {values}, separated by |",
    "table.many-values": "{count} values such as {values}",
    "table.reason-no-folder": "there is no such folder",
    "table.reason-folder": "it is a folder",
    "table.reason-exists": "there is a file of that name",
    "table.reason-permission": "you have no permission",
    "table.reason-disk-full": "the disk is full",
    "table.reason-long-name": "the name is too long",
    "table.too-many-cells": (
        "line {line} has {found} cells and the header has {columns}; "
        "a decimal comma or a comma in a text must be in quotes"
    ),
    "table.duplicate-column": "there are two columns named {column}",
    "table.no-column": "there is no column {column}",
    "table.columns": "the columns are {columns}",
    "table.memory": "{path} needs more memory, or more room for temporary files, than there is",
    "table.not-worked": "{path} can’t be processed: it is damaged or not a Parquet file",
    "table.zone-of-column": "column {column} has timestamps with a time zone",
    "table.no-order-column": "no column looks like the {role}; name it with {option}",
    "table.no-facts": "no column is a fact such as {facts}",
    "table.impossible": {
        "one": "{number} row is impossible, judging by these facts: {facts}",
        "other": "{number} rows are impossible, judging by these facts: {facts}",
    },
    "table.column": "column {column}: expected {expected}",
    "table.cell": "line {line}, column {column}: expected {expected}",
    "table.two-decimal-signs": "line {line} has a decimal point and line {other} a decimal comma",
    "table.ambiguous-number": "line {line}: the separator may be for thousands or for decimals",
    "table.two-date-orders": "line {line} has the day first and line {other} the month",
    "table.ambiguous-date": "line {line}: the day may come first, or the month",
    "hint.decimal-option": "say which with --decimal",
    "hint.date-option": "say which with --date-format dmy or mdy",
    "hint.encoding-option": "name its encoding with --encoding",
    "hint.zone-option": "say which with --zone, such as --zone Europe/Paris",
    "hint.separator": "for example `--separator ';'` or `--separator tab`",
    "hint.work-in-database": "use a larger machine, or a database and the query from `customer-types sql`",
    # ---- changes between versions
    "change.added": "added",
    "change.removed": "removed",
    "change.changed": "changed",
    "change.deprecated": "deprecated; it gives way to others where one answer is wanted",
    "change.order": "in another order",
    "change.value": "{new}, previously {old}",
    "change.reworded": "worded differently in {languages}",
    "change.rewritten": "the criterion is written differently but means the same",
    "change.name": "{new} in language {language}, previously {old}",
    "change.language-gone": "language {language} removed",
    "change.language-new": "language {language} added",
    "change.not-understood": "no longer understood in language {language}: {labels}",
    "change.understood": "also understood in language {language}: {labels}",
    "change.left": "no longer includes this customer: {witness}",
    "change.joined": "now also includes this customer: {witness}",
    "change.unsettled": "an answer where there was none, or the reverse, as for this customer: {witness}",
    "change.answered": "answered differently: {move}",
    "change.fact": "can’t be compared, because the fact {fact} has another type",
    "change.undecided": "whether it means the same could not be decided",
    "hint.sheet-original": (
        "is the language of the sheet the right one? If the texts are originals, say `--status original`"
    ),
    "hint.use": "use {key}",
    "hint.plugin": "it comes with the installed package {package}: fix that, or uninstall it",
    "hint.save-as-csv": "save it as CSV",
    "sheet.no-column": "the sheet lacks the column {column}",
    "sheet.po-incomplete": "this entry lacks `msgid` or `msgstr`",
    "sheet.po-order": "an entry can’t continue with this",
    "sheet.po-line": "this line does not belong in a PO file",
    "sheet.po-string": "the text is not between quotes, or has an unknown escape",
    "sheet.two-sources": "a unit has only one `source`",
    "sheet.xml": "the XML is broken or cut off",
    "sheet.heading": "{name} ({place}): {what}",
    "sheet.form": "{heading}, {form}",
    "sheet.label": "label",
    "sheet.also": "synonym {count}, may stay empty",
    "sheet.avoid": "term to avoid {count}, may stay empty",
    "sheet.reason": "why term {count} is to be avoided",
    "sheet.gender": "gender",
    "sheet.gender-hint": (
        "Write epicene if one form serves both genders, masculine or feminine if the noun keeps its "
        "gender whoever is meant; otherwise leave it empty."
    ),
    "sheet.definition": "definition",
    "sheet.without_criteria": "why there are no criteria",
    "sheet.action": "what to do",
    "sheet.threshold-label": "label of threshold {id}",
    "sheet.example-text": "example {id}",
    "sheet.example-because": "what decides in example {id}",
    "sheet.threshold-note": "note on threshold {id}",
    "sheet.fact-label": "label of fact {id}",
    "sheet.fact-definition": "definition of fact {id}",
    "sheet.unit-label": "label of unit {id}",
    "sheet.source-title": "title of source {id}",
    "sheet.source-note": "note on source {id}",
    "sheet.rule-note": "note on rule {id}",
    "sheet.meaning": "Meaning: {text}",
    "sheet.value": "Value: {text}",
    "sheet.said": "{language}: {text}",
    "sheet.glossary": "See also: {names}",
    "role.customer": "customer",
    "role.date": "date",
    "role.amount": "amount",
    "role.quantity": "quantity",
    "role.order": "order",
    "role.status": "status",
    "table.no-room-or-name": "there is no room on the disk, or the name is not text",
    "table.not-written": "{path} can’t be written: {reason}",
    # ---- command line
    "cli.usage": "Usage:",
    "cli.options": "Options",
    "cli.commands": "Commands",
    "cli.option.help": "Show this help.",
    "cli.option.language": "Language of the output: en, fr, fr-CA …",
    "cli.option.format": "Table for people, json or csv for programs.",
    "cli.option.table-or-json": "Table for people, json for programs.",
    "cli.option.with": "Also look in this file or folder of taxonomies; may be repeated.",
    "cli.option.alone": "Ignore the shipped taxonomies.",
    "cli.option.all": "Also list taxonomies that do not classify today’s customers.",
    "cli.option.to": "Language to translate to.",
    "cli.option.from": "Language of the labels.",
    "cli.option.within": "Look in this taxonomy only.",
    "cli.option.as-of": "Reference date of the facts.",
    "cli.option.taxonomy": "Taxonomy, by id or by file; may be repeated. If not given, it is lifecycle.",
    "cli.option.facts": "The file has one row of facts per customer, not orders.",
    "cli.option.out": "Write one row per customer to this file, CSV or Parquet by its name.",
    "cli.option.customer": "Column of the customer.",
    "cli.option.date": "Column of the order date.",
    "cli.option.amount": "Column of the amount; a negative amount is a refund.",
    "cli.option.quantity": "Column of the quantity.",
    "cli.option.order": "Column of the order number.",
    "cli.option.status": "Column of the order status.",
    "cli.option.cancelled": "Status of orders that do not count; may be repeated.",
    "cli.option.zone": "Time zone whose days count, such as Europe/Paris.",
    "cli.option.encoding": "Encoding, such as utf-8 or cp1252.",
    "cli.option.separator": "Separator of cells; tab for tabs.",
    "cli.option.decimal": "Decimal separator, a period or a comma.",
    "cli.option.date-format": "Order of day, month and year.",
    "cli.option.to-taxonomy": "Show the mappings to this taxonomy only.",
    "cli.option.plot": (
        "Draw the overlaps of categories and save the picture as this file: .svg, .png or .pdf."
    ),
    "cli.option.solver": "Solver that decides what the library’s own search gives up on.",
    "cli.option.all-pairs": "Also show the pairs that have nobody in common.",
    "cli.option.dialect": "Database to write the SQL for.",
    "cli.option.table": "Table of customers with their facts, one row per customer.",
    "cli.option.orders": "Table of orders to compute the facts from.",
    "cli.option.as-of-or-today": "Reference date of the facts; today is the day on which the query runs.",
    "cli.option.answer": (
        "verdicts: one column per category; category or label: one column, with the id or label of the "
        "one category; status: whether there is one, none or several, or it is undecided."
    ),
    "cli.option.fact-column": (
        "Column that holds a fact, such as orders=nb_orders; abroad= leaves it missing. May be repeated."
    ),
    "cli.option.has-facts": (
        "Facts that the table has columns for, separated by commas; all others stay missing."
    ),
    "cli.option.without-nan": "Assume that no number in the table is NaN, for simpler SQL.",
    "cli.option.sql-or-dbt": "A query, or a dbt model.",
    "cli.option.start": "First day.",
    "cli.option.end": "Last day.",
    "cli.option.every": (
        "Also look at days in between, in the drawing and the data: 1mo (each month), 2w (every two "
        "weeks), 1q (each quarter), 1y (each year) …"
    ),
    "cli.option.plot-flow": (
        "Draw the flow of customers and save the picture as this file: .svg, .png or .pdf."
    ),
    "cli.option.one-taxonomy": "Taxonomy, by id or by file. If not given, it is lifecycle.",
    "cli.option.strict": "Count warnings as errors.",
    "cli.option.sheet-language": (
        "Language of the sheet: es, de, fr-CA … The language of the output goes before `labels`."
    ),
    "cli.option.sheet-format": (
        "Format of the translator’s tool: po (Poedit, Weblate), xliff (Trados, memoQ), csv (spreadsheets). "
        "If not given, the file’s ending decides, or else po."
    ),
    "cli.option.sheet-from": (
        "Language to translate from. If not given, English, or for a variety its base language."
    ),
    "cli.option.sheet-out": "Write to this file, which must not exist yet.",
    "cli.option.sheet-taxonomy": ("Taxonomy, by id or by file. If not given, the one that the sheet names."),
    "cli.option.expected-language": "Language that the sheet must be in.",
    "cli.option.sheet-status": "Status of the texts for which the sheet gives none.",
    "cli.option.overlay-out": "Write the overlay to this file, overwriting it.",
    "cli.option.coverage-language": "Languages to count; may be repeated. If not given, all languages.",
    "cli.customer-types.help": (
        "Customer categories in English and French, and tools that sort customers into them."
    ),
    "cli.list.help": "List the taxonomies and their categories.",
    "cli.show.help": (
        "Show a taxonomy or a category.\n\n"
        "KEY is the id of a taxonomy (lifecycle) or the key of a category (lifecycle/loyal)."
    ),
    "cli.translate.help": "Translate labels of categories.",
    "cli.resolve.help": "Find the categories that a label names.",
    "cli.classify.help": (
        "Put the customers of a file into categories.\n\nFILE is a CSV or Parquet file of orders, one row "
        "per order or per order line; or, with --facts, of facts, one row per customer. What "
        "the file itself does not say, options do."
    ),
    "cli.sql.help": (
        "Write the SQL that classifies customers in a database.\n\nDIALECT is one of bigquery, "
        "clickhouse, databricks, duckdb, mysql, oracle, postgres, redshift, snowflake, spark, sqlite, "
        "trino, tsql. The columns of --table have the names of the facts; with --orders the query computes "
        "the facts first."
    ),
    "cli.journeys.help": (
        "Show how customers moved between categories.\n\nFILE is a CSV file of orders. Its customers are "
        "put into the categories of a taxonomy on the first day and on the last, and the matrix says who "
        "went where."
    ),
    "cli.labels.help": (
        "Have a taxonomy translated, and track the progress.\n\nA sheet goes to the translator, "
        "comes back filled in, and becomes an overlay: a file that is laid over the taxonomy."
    ),
    "cli.labels-export.help": (
        "Write a sheet for a translator.\n\nIt shows what is already said in the language, and what is not."
    ),
    "cli.labels-import.help": (
        "Check a sheet that came back, and make an overlay from it.\n\nSHEET is a file in one of the "
        "formats of `labels export`. With errors, nothing is written."
    ),
    "cli.labels-coverage.help": (
        "Count the texts in each language.\n\nA taxonomy is one of the shipped ones, by its id, "
        "or a file. Without any, all shipped ones are counted."
    ),
    "cli.check.help": (
        "Check files of taxonomies.\n\nThe files of a folder are checked together, and may name one "
        "another’s facts, sources and categories; a file is checked by itself."
    ),
    "cli.verify.help": (
        "Prove the rules of taxonomies; find overlaps and gaps.\n\nA taxonomy is one of the shipped ones, "
        "by its id, or a file. Without any, all shipped ones are proved. The exit code is 1 if a rule is "
        "broken."
    ),
    "cli.compare.help": (
        "Show how categories of two taxonomies relate.\n\nEach of the two is a taxonomy, by id or by file, "
        "or the key of a category. The answer is proved for every possible customer."
    ),
    "cli.crosswalk.help": "Show which categories of other taxonomies a category is mapped to.",
    "cli.init.help": (
        "Write a file to start a taxonomy from.\n\nIt is named after its id, such as loyalty-clubs.yaml, has "
        "comments, and can be checked as it is. An existing file is left alone."
    ),
    "cli.init.done": "written to {path}",
    "cli.init.overlay": (
        "Changes the taxonomy {taxonomy}, whose keys stay as they are. What is not mentioned here stays "
        "too.\n\ncustomer-types check {path}\ncustomer-types show {taxonomy} --with {path}"
    ),
    "cli.init.extension": (
        "A taxonomy that starts from {taxonomy}. What is not mentioned here is inherited.\n\n"
        "customer-types check {path}\ncustomer-types verify {path}"
    ),
    "cli.init.examples": (
        "First describe customers in words, and say which categories they belong to. The examples of "
        "{taxonomy}\nare inherited, and the check lists those whose answers your numbers change."
    ),
    "cli.init.labels": "Labels, definitions, criteria and actions are changed in the same way, by id:",
    "cli.init.categories": "Remove, add or change categories by id:",
    "cli.error.name-of-file": (
        "{name}: the name of the file becomes the id; write it in lowercase letters without accents, digits "
        "and hyphens, such as loyalty-clubs.yaml"
    ),
    "cli.option.extends": "Start from this taxonomy, under an id of its own.",
    "cli.option.overlay": "Change this taxonomy: its thresholds, labels, categories.",
    "cli.option.export-format": (
        "Format of the file; if not given, its name decides: .csv, .json, .yaml, .ttl, .jsonld, .rdf or "
        ".tsv. A folder gets pages of Markdown."
    ),
    "cli.option.export-taxonomy": "Only this taxonomy, by id or by file; may be repeated for rules.",
    "cli.option.base": "What the IRIs of categories begin with.",
    "cli.option.scheme": "The concept scheme to read, if there are several.",
    "cli.option.id": "Id of the taxonomy. If not given, made from the scheme’s name.",
    "cli.option.out-file": "Write to this file.",
    "cli.metavar.iri": "IRI",
    "cli.export.help": (
        "Write the catalog for people and for other programs.\n\nThe target is a file, a folder for"
        " pages of Markdown, or - for standard output. One taxonomy can be YAML or SKOS"
        " (turtle, json-ld, rdf-xml); sssom has the mappings; json-logic and cel have the "
        "criteria as rules."
    ),
    "cli.import.help": (
        "Turn a file from another program into one of this library.\n\nA file in SKOS (.ttl, "
        ".jsonld, .json, .rdf, .xml, .owl) becomes a taxonomy without criteria, an SSSOM table "
        "(.tsv) a crosswalk. What is lost is reported."
    ),
    "cli.error.pages": "pages go into a folder; name one, or another format with --format",
    "cli.error.export-no-taxonomy": "{format} covers the whole catalog, so --taxonomy does not go with it",
    "cli.error.export-one-taxonomy": "{format} takes one taxonomy: name it with --taxonomy",
    "cli.option.texts": "Language of the texts in SKOS that state none.",
    "cli.option.base-of-table": "What the IRIs of categories in an SSSOM table begin with.",
    "cli.error.ending": "{name}: the name does not show the format; end it in {endings}, or give --format",
    "cli.error.taken": "there is already a taxonomy {id}: name the file differently",
    "cli.diff.help": (
        "Show what differs between two versions of taxonomies.\n\nEach of the two is a taxonomy, by id "
        "or by file, or a folder. A change is major (an id is gone, a category holds other customers, which "
        "is proved), minor or a patch. The exit code is 1 if the version number of a taxonomy was raised "
        "by less than that."
    ),
    "cli.diff.shared": "Facts, sources and mappings",
    "cli.diff.major": "major",
    "cli.diff.minor": "minor",
    "cli.diff.patch": "patch",
    "cli.diff.line": "{place}: {change}",
    "cli.diff.due": "The version must be at least {version}.",
    "cli.diff.same": "There is no difference.",
    "cli.error.file-and-folder": "give two folders, or two taxonomies",
    "cli.explain.help": "Explain a code that check reports.",
    "cli.schema.help": (
        "Print the JSON Schema of a kind of file, for editors.\n\nKIND is one of taxonomy, facts, sources, "
        "crosswalk. With the schema, an editor proposes keys and marks mistakes as you type; "
        "redirect it into a file that the editor can find."
    ),
    "cli.metavar.language": "LANGUAGE",
    "cli.metavar.key": "KEY",
    "cli.metavar.label": "LABEL",
    "cli.metavar.taxonomy": "TAXONOMY",
    "cli.metavar.file": "FILE",
    "cli.metavar.file-or-folder": "FILE|FOLDER",
    "cli.metavar.folder": "FOLDER",
    "cli.metavar.day": "YYYY-MM-DD",
    "cli.metavar.dialect": "DIALECT",
    "cli.metavar.table": "TABLE",
    "cli.metavar.day-or-today": "YYYY-MM-DD|today",
    "cli.metavar.fact-column": "FACT=COLUMN",
    "cli.metavar.facts": "FACT,FACT…",
    "cli.metavar.rhythm": "PERIOD",
    "cli.metavar.column": "COLUMN",
    "cli.metavar.status": "STATUS",
    "cli.metavar.zone": "ZONE",
    "cli.metavar.encoding": "ENCODING",
    "cli.metavar.sign": "SIGN",
    "cli.metavar.code": "CODE",
    "cli.metavar.kind": "KIND",
    "cli.metavar.taxonomy-or-file": "TAXONOMY|FILE",
    "cli.metavar.taxonomy-file-or-folder": "TAXONOMY|FILE|FOLDER",
    "cli.metavar.taxonomy-key-or-file": "TAXONOMY|KEY|FILE",
    "cli.metavar.sheet": "SHEET",
    "cli.metavar.commands": "COMMAND [ARGUMENTS]…",
    "cli.error.help": "see `{command} --help`",
    "cli.error.extra": "the argument {argument} is one too many",
    "cli.error.needs-value": "{option} needs a value",
    "cli.error.no-value": "{option} takes no value",
    "cli.error.choice": "{value} is not one of {allowed}",
    "cli.error.conflict": "{one} and {other} do not go together",
    "cli.error.day": "{option}: {day} is not a date; write it as 2026-01-31",
    "cli.error.no-cancelled": "--status has no effect without --cancelled",
    "cli.error.same-file": "{option} would overwrite the file that is read",
    "cli.error.same-taxonomy": "two of the taxonomies are called {taxonomy}",
    "cli.error.no-criteria": "{taxonomy} has no criteria to classify customers by",
    "cli.error.plot-one": "--plot draws one taxonomy: name it",
    "cli.error.plot-ending": "--plot: the name of the file must end in {endings}",
    "cli.error.output": "the output can’t be written: {reason}",
    "cli.error.no-such-option": "there is no option {option}",
    "cli.error.no-such-command": "there is no command {command}",
    "cli.error.missing": "{what} is missing",
    "cli.error.bad": "{what}: {problem}",
    "cli.error.as-of": "give the reference date with --as-of YYYY-MM-DD",
    "cli.error.as-of-or-today": "give the reference date with --as-of YYYY-MM-DD, or --as-of today",
    "cli.error.table-or-orders": "give either --table, the table of customers, or --orders, that of orders",
    "cli.error.one-answer": "--answer {answer} is for one taxonomy",
    "cli.error.column": "--column: write {column} as FACT=COLUMN",
    "cli.error.start-and-end": "give --start and --end, two days, the first before the last",
    "cli.labels.written": "written to {path}",
    "cli.labels.changed": {
        "one": "{count} label or text changed",
        "other": "{count} labels and texts changed",
    },
    "cli.labels.taxonomy": "Taxonomy",
    "cli.labels.language": "Language",
    "cli.labels.statements": "All",
    "cli.labels.original": "Original",
    "cli.labels.reviewed": "Reviewed",
    "cli.labels.translated": "Translated",
    "cli.labels.draft": "Drafts",
    "cli.labels.missing": "Missing",
    "cli.list.hidden": {
        "one": "{count} more with --all",
        "other": "{count} more with --all: they classify facts, segments, or people of another time",
    },
    "cli.journeys.from": "From",
    "cli.journeys.to": "to",
    "cli.journeys.all": "All",
    "cli.journeys.customers": {
        "one": "{number} customer from {start} to {end}",
        "other": "{number} customers from {start} to {end}",
    },
    "cli.journeys.actions": "Moves to encourage, and how",
    "cli.journeys.action": "{before} → {after}, {count} of {total} ({share}): {text}",
    "cli.show.label": "Label",
    "cli.show.definition": "Definition",
    "cli.show.precedence": "Where one answer is wanted",
    "cli.show.first-of": "the first of these that applies: {categories}",
    "cli.show.thresholds": "Thresholds",
    "cli.show.criteria": "Criteria",
    "cli.show.actions": "What to do",
    "cli.show.examples": "Examples",
    "cli.show.more-examples": "{count} more: customer-types show {taxonomy}",
    "cli.show.notes": "Notes",
    "cli.show.sources": "Sources",
    "cli.show.also": "also",
    "cli.show.avoid": "to avoid",
    "cli.show.means-other": "another meaning",
    "cli.compare.relation": "Relation",
    "cli.compare.category": "Category",
    "cli.compare.equal": "same customers as",
    "cli.compare.subset": "within",
    "cli.compare.superset": "contains",
    "cli.compare.overlap": "overlaps",
    "cli.compare.disjoint": "disjoint from",
    "cli.compare.hidden": {
        "one": "{count} other pair is disjoint",
        "other": "{count} other pairs are disjoint",
    },
    "cli.compare.no-criteria": "{taxonomy} has no criteria, so there is nothing to compare",
    "cli.compare.mapping": "Crosswalk",
    "cli.compare.missing": "missing: {relation}",
    "cli.crosswalk.no-term": "no term in {vocabulary}",
    "cli.crosswalk.none": "no mappings",
    "cli.compare.undecided": "undecided",
    "cli.resolve.key": "Key",
    "cli.resolve.language": "Language",
    "cli.resolve.form": "Form",
    "cli.resolve.kind": "Kind",
    "cli.resolve.label": "Label",
    "cli.better": "{label} is a term to avoid; say {better}",
    "cli.better-because": "{label} is a term to avoid; say {better}: {reason}",
    "cli.kind.preferred": "preferred",
    "cli.kind.synonym": "synonym",
    "cli.kind.avoid": "to avoid",
    "cli.form.zero": "none",
    "cli.form.one": "singular",
    "cli.form.two": "dual",
    "cli.form.few": "few",
    "cli.form.many": "many",
    "cli.form.other": "plural",
    "cli.form.feminine": "feminine",
    "cli.form.zero_feminine": "none, feminine",
    "cli.form.one_feminine": "singular, feminine",
    "cli.form.two_feminine": "dual, feminine",
    "cli.form.few_feminine": "few, feminine",
    "cli.form.many_feminine": "many, feminine",
    "cli.form.other_feminine": "plural, feminine",
    "cli.progress.orders": "Reading orders",
    "cli.progress.facts": "Reading facts",
    "cli.progress.classify": "Classifying",
    "cli.classify.customers": {"one": "{number} customer", "other": "{number} customers"},
    "cli.classify.customers-on": {
        "one": "{number} customer on {as_of}",
        "other": "{number} customers on {as_of}",
    },
    "cli.classify.category": "Category",
    "cli.classify.deprecated": "{label} (deprecated)",
    "cli.classify.count": "Customers",
    "cli.classify.share": "Share",
    "cli.classify.action": "What to do",
    "cli.classify.in-all": "In all",
    "cli.classify.missing": "Missing facts: {facts}",
    "cli.classify.no-status": "no row has the status {status}",
    "cli.classify.columns": "columns: {columns}",
    "cli.classify.unused": "columns that are not facts: {columns}",
    "cli.classify.written": "written to {path}",
    "cli.check.errors": {"one": "{count} error", "other": "{count} errors"},
    "cli.check.warnings": {"one": "{count} warning", "other": "{count} warnings"},
    "cli.check.files": {"one": "{count} file", "other": "{count} files"},
    "cli.check.fine": "no faults",
    "cli.check.summary": "{files}: {found}",
    # ---- notebooks
    "notebook.catalog": "Catalog",
    "notebook.categories": "Categories",
    "notebook.label": "Label",
    "notebook.also": "Synonyms",
    "notebook.avoid": "To avoid",
    "notebook.definition": "Definition",
    "notebook.criteria": "Criteria",
    "notebook.actions": "What to do",
    "notebook.notes": "Notes",
    "notebook.missing": "Missing facts",
    "notebook.examples": "Examples",
    "notebook.proved": "What is proved",
    "notebook.relations": "How the customers of a row relate to those of a column",
    "notebook.relation-disjoint": "nobody is in both",
    "notebook.relation-subset": "all of the row are in the column",
    "notebook.relation-superset": "all of the column are in the row",
    "notebook.relation-equal": "the same customers",
    "notebook.relation-overlap": "some are in both, some in one only",
    "notebook.relation-undecided": "undecided: the search was given up",
    "notebook.many": "{count} categories: too many for a table of their relations; `ct.verify` gives each",
    "notebook.more": "… and {count} more",
    "notebook.quick": (
        "A notebook waits for short searches only: `print(report.explain())` shows all that it finds."
    ),
    # ---- constants
    "constants.module": "Keys and ids of taxonomies, categories and facts.",
    "constants.written": "Written by `customer-types codegen`: run it again instead of editing this file.",
    "constants.key": "The key of a category, with the two ids that it is made of.",
    "constants.taxonomy": "The id of the taxonomy.",
    "constants.category": "The id of the category in its taxonomy.",
    # ---- pages
    "page.index": "Catalog",
    "page.taxonomy": "Taxonomy",
    "page.categories": "Categories",
    "page.definition": "Definition",
    "page.more": "Criteria test [facts](facts.md); statements come from [sources](sources.md).",
    "page.facts": "Facts",
    "page.facts-intro": "What can be known about a customer. The first twelve facts come from orders.",
    "page.order": "What holds for everybody",
    "page.sources": "Sources",
    "page.from": "from {sources}",
    "page.sensitive": "sensitive",
    "page.precedence": "Where one answer is wanted, the first of these that applies: {categories}.",
    "page.thresholds": "Thresholds",
    "page.examples": "Examples",
    "page.rules": "Rules",
    "page.criteria": "**Criteria:**",
    "page.no-criteria": "**No criteria.**",
    "page.actions": "**What to do:**",
    "page.notes": "**Notes:**",
    "page.also": "also",
    "page.avoid": "to avoid",
    "page.means": "meaning {category}",
    "page.means-other": "another meaning",
    "page.crosswalk": "**Elsewhere:**",
    "page.exactMatch": "same as",
    "page.closeMatch": "close to",
    "page.broadMatch": "part of",
    "page.narrowMatch": "includes",
    "page.relatedMatch": "related to",
    "page.no-term": "no term in {vocabulary}",
    "page.note-value": "Value",
    "page.note-subdivision": "Subdivision",
    "page.note-example": "Example",
    "page.note-scope": "Scope",
    "page.note-history": "History",
    "page.note-note": "Note",
    "page.type-integer": "whole number",
    "page.type-number": "number",
    "page.type-boolean": "yes or no",
    "page.type-choice": "one value from a list",
    "page.type-choices": "values from a list",
    "page.follows-differs": "Follows from {first} and {second}: yes where they differ.",
    "page.follows-ratio": "Follows from {first} and {second}: the first divided by the second.",
    "page.values-of": "Values: those of {fact}.",
    "page.many-values": "{count} values, from {first} to {last}.",
    "page.disjoint-all": "Nobody is in two categories.",
    "page.disjoint-current": "Nobody is in two categories that are not deprecated.",
    "page.disjoint": "Nobody is in more than one of these: {categories}.",
    "page.exhaustive": "Everybody is in at least one category.",
    "page.implies": "Everybody in the first is also in the second: {pairs}.",
    "page.overlaps": "Somebody can be in all of these at once: {categories}.",
    "cli.codegen.help": (
        "Write the ids of taxonomies as a Python module.\n\nA taxonomy is one of the shipped ones, by its "
        "id, or a file. Without any, all shipped ones are written. Editors complete the constants and show "
        "labels and definitions in the language of --language."
    ),
    "cli.option.out-module": "Write to this file; if not given, to standard output.",
    "cli.export.done": {
        "one": "{count} page written to {folder}",
        "other": "{count} pages written to {folder}",
    },
    "page.colon": ": ",
}
