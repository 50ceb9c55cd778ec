"""Hypothesis strategies for files of taxonomies: their content, and the many ways to write it.

The content of a file is dictionaries, lists, texts and numbers, valid by construction. The writers
here share nothing with the library's own.
"""

import operator
from collections.abc import Callable, Sequence
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from customer_types._model.languages import plural_categories

Content = Any  # dictionaries, lists, texts, numbers and booleans

#: Texts that some reader of YAML takes for something else.
TRAPS = (
    *(
        "No",
        "yes",
        "on",
        "OFF",
        "nO",
        "true",
        "null",
        "~",
        "Null",
        "=",
        "<<",
        "1e3",
        "08",
        "010",
        "0o7",
        "0x1F",
    ),
    *(
        "1_000",
        "12:30",
        "1.10",
        ".5",
        "5.",
        "+1",
        ".inf",
        ".NaN",
        "2026-01-31",
        "2026-1-1",
        "2026-01-31T00:00",
    ),
    *(
        "-",
        "- a",
        "? a",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%TAG ! a",
        "@a",
        "`a`",
    ),
    *(
        "{{ a }}",
        "[a]",
        "{a: b}",
        "'",
        '"',
        "''a",
        "\\",
        "a\\n",
        "---",
        "...",
        "a\nb",
        "\na\n\n b",
        "a\n",
        " a",
    ),
    *(
        "a ",
        "a  b",
        "a\tb",
        "a\n\tb",
        "é",
        "e\u0301",
        "œ’«\u00a0»\u202f!",
        "🙂",
        "<script>",
        "x'); DROP TABLE c;--",
    ),
    *("a" * 150, "a b " * 45, ", ".join("abcdefghijklmnopqrstuvwxyz")),
)
_LETTERS = "abcxyzABC019 éèœçÀß漢\u00a0\u202f’-_.,:;!?#'\"()[]{}&*%@`|>\\/=<~\n\t🙂\u0301"


def texts(longest: int = 40) -> st.SearchStrategy[str]:
    """Give texts that say something, composed as files are read."""
    free = st.text(_LETTERS, min_size=1, max_size=longest).map(lambda text: normalize("NFC", text))
    return st.one_of(st.sampled_from(TRAPS), free).filter(lambda text: bool(text.strip()))


WORDS = frozenset(
    ["id", "all", "any", "not", "category", "known", "true", "false", "yes", "no", "on", "off", "null", "nan"]
)
NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-20, 2000),
    st.builds(lambda number, places: number / 10**places, st.integers(-(10**8), 10**8), st.integers(1, 6)),
)
VERSIONS = st.from_regex(r"[0-9]\.[0-9]\.[0-9](-[a-z]{1,3})?", fullmatch=True)
SHARED_TAXONOMIES = st.sampled_from(["lifecycle", "buying-habits"])
SHARED_CATEGORIES = ("lifecycle/loyal", "lifecycle/lost", "buying-habits/regular")
SHARED_SOURCES = ("editorial", "customer-groups")


def ids(pattern: str = r"[a-z][a-z0-9]{0,5}(_[a-z0-9]{1,3}){0,2}") -> st.SearchStrategy[str]:
    """Give ids; no two that are unlike as texts are alike as ids."""
    return st.from_regex(pattern, fullmatch=True).filter(lambda id: id not in WORDS)


def several(
    ids_of: st.SearchStrategy[str], item: Callable[[str], st.SearchStrategy[Content]], most: int = 2
) -> st.SearchStrategy[list[Content]]:
    """Give a list of items with ids of their own."""
    return st.lists(ids_of, unique=True, max_size=most).flatmap(
        lambda names: st.tuples(*map(item, names)).map(list)
    )


def by_language(languages: Sequence[str], one: st.SearchStrategy[Content]) -> st.SearchStrategy[Content]:
    """Give something in each of the languages, and sometimes in others."""
    return st.fixed_dictionaries(dict.fromkeys(languages, one), optional={"zh-Hant-TW": one})


def labels(languages: Sequence[str]) -> st.SearchStrategy[Content]:
    """Give names in each of the languages, and sometimes in others."""
    others = {"zh-Hant-TW": names("zh-Hant-TW")}
    return st.fixed_dictionaries({language: names(language) for language in languages}, optional=others)


def _forms(language: str) -> st.SearchStrategy[dict[str, Content]]:
    text = texts()
    more = ("many",) if "many" in plural_categories(language) else ()
    return st.fixed_dictionaries(
        {"one": text},
        optional={
            **dict.fromkeys(("other", "one_feminine", "other_feminine", *more), text),
            "gender": st.sampled_from(("epicene", "masculine", "feminine")),
        },
    )


def names(language: str) -> st.SearchStrategy[Content]:
    """Give names of a category in one language, plain or with forms, synonyms and terms to avoid."""
    avoided = st.builds(
        lambda forms, more: {**forms, **more},
        _forms(language),
        st.fixed_dictionaries(
            {},
            optional={
                "reason": st.fixed_dictionaries({"en": texts()}),
                "means": st.sampled_from(["same", "other", "lifecycle/lost"]),
            },
        ),
    )
    more = st.fixed_dictionaries(
        {},
        optional={
            "also": st.lists(st.one_of(texts(), _forms(language)), max_size=2),
            "avoid": st.lists(avoided, max_size=2),
        },
    )
    return st.one_of(texts(), st.builds(_with_one_role_each, _forms(language), more))


def _with_one_role_each(forms: dict[str, Content], others: dict[str, Content]) -> dict[str, Content]:
    """Put forms, synonyms and terms to avoid together; a text that has a role already gets no other one."""
    taken = _texts_of(forms)
    kept: dict[str, Content] = {}
    for role, items in others.items():
        kept[role] = [item for item in items if not taken & _texts_of(item)]
        taken |= {text for item in kept[role] for text in _texts_of(item)}
    return {**forms, **kept}


def _texts_of(item: Content) -> set[str]:
    """List the texts of a name, composed as reading composes them."""
    forms = {"one": item} if isinstance(item, str) else item
    return {normalize("NFC", forms[form]) for form in forms if form not in ("gender", "reason", "means")}


_MEMBERS = ("north", "south", "1e3", "08", "No", "a b")


@st.composite
def criteria(
    draw: st.DrawFn,
    facts: dict[str, str],
    thresholds: Sequence[str],
    categories: Sequence[str],
    depth: int = 2,
) -> Content:
    """Give a criterion over facts by name and type, as a file has it."""
    kinds = ["test", "test", "category", *(["all", "any", "not", "several"] if depth else [])]
    match draw(st.sampled_from(kinds)):
        case "category":
            return {"category": draw(st.sampled_from([*SHARED_CATEGORIES, *categories]))}
        case "all":
            return {"all": draw(st.lists(criteria(facts, thresholds, categories, depth - 1), max_size=3))}
        case "any":
            parts = st.lists(criteria(facts, thresholds, categories, depth - 1), min_size=1, max_size=3)
            return {"any": draw(parts)}
        case "not":
            return {"not": draw(criteria(facts, thresholds, categories, depth - 1))}
        case "several":
            chosen = draw(st.lists(st.sampled_from(sorted(facts)), unique=True, min_size=1, max_size=3))
            together = {fact: draw(tests(facts[fact], thresholds)) for fact in chosen}
            return together | draw(criteria(facts, thresholds, categories, depth - 1))
    fact = draw(st.sampled_from(sorted(facts)))
    return {fact: draw(tests(facts[fact], thresholds))}


@st.composite
def tests(draw: st.DrawFn, type: str, thresholds: Sequence[str]) -> Content:
    """Give a test that facts of a type take."""
    match type:
        case "integer" | "number":
            low = draw(st.integers(-1000, 1000))
            high = low + draw(st.integers(1, 50))
            lower, upper = draw(st.sampled_from(["min", "above"])), draw(st.sampled_from(["max", "below"]))
            kinds: list[Content] = [
                low,
                [low, high],
                {lower: low},
                {upper: high + 0.5},
                {"min": low, "max": high},
                {upper: high + 2, lower: low},
                {"known": True, lower: low},
                *({lower: threshold} for threshold in thresholds),
            ]
        case "boolean":
            kinds = [True, False, {"known": False}, [True]]
        case "choice":
            kinds = [*_MEMBERS, list(_MEMBERS[2:4]), {"known": True}]
        case _:
            kinds = [
                {"includes": "north"},
                {"includes": ["1e3", "No"]},
                {"includes": ["08"]},
                {"known": True},
            ]
    return draw(st.sampled_from(kinds))


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Content]:
    """Give the content of a file that is read without a fault."""
    languages = draw(
        st.sampled_from([("en", "fr"), ("en", "fr"), ("fr", "en"), ("fr",), ("de", "fr-CA"), ()])
    )
    text = by_language(languages, texts())
    plain_label = by_language(languages, texts())
    sources = draw(
        several(
            ids(),
            lambda id: st.fixed_dictionaries(
                {"id": st.just(id), "title": text},
                optional={
                    "language": st.sampled_from(["en", "fr-CA"]),
                    "url": st.one_of(texts(), st.just("https://example.org/a b")),
                    "note": text,
                },
            ),
            2,
        )
    )
    cited = st.sampled_from([*SHARED_SOURCES, *(source["id"] for source in sources)])
    source = st.one_of(cited, st.lists(cited, min_size=1, max_size=2, unique=True))
    units = draw(several(ids(), lambda id: st.just({"id": id, "label": draw(plain_label)}), 1))
    facts = draw(several(ids(r"own_[a-z]{1,3}"), lambda id: _facts(id, text, source)))
    types = {"orders": "integer", "spend": "number", "has_contract": "boolean"}
    types |= {fact["id"]: fact["type"] for fact in facts}
    thresholds = draw(
        several(
            ids(r"limit_[a-z]{1,3}"),
            lambda id: st.fixed_dictionaries(
                {"id": st.just(id), "value": NUMBERS, "label": plain_label},
                optional={"unit": st.just("orders"), "source": source, "note": text},
            ),
        )
    )
    bounds = [threshold["id"] for threshold in thresholds]
    names_of = draw(st.lists(ids(r"[a-z]{1,3}(-[a-z0-9]{1,3})?"), unique=True, min_size=1, max_size=3))
    # The last one may be deprecated, so that no other names it.
    any_category = st.sampled_from([*SHARED_CATEGORIES, *names_of[:-1]])
    remarks: dict[str, st.SearchStrategy[Content]] = {
        "source": source,
        "notation": texts(),
        "historical": st.booleans(),
        "valid_from": st.dates().map(str),
        # What is broader is never related, so that SKOS has nothing to say.
        "broader": st.sampled_from(SHARED_CATEGORIES[:1]),
        "related": st.lists(st.sampled_from(SHARED_CATEGORIES[1:]), max_size=2),
        "actions": several(
            ids(),
            lambda id: st.fixed_dictionaries(
                {"id": st.just(id), "text": text}, optional={"towards": any_category, "source": source}
            ),
            2,
        ),
        "notes": st.builds(
            operator.add, several(ids(), lambda id: _notes(text, source, id=id)), _few_notes(text, source)
        ),
    }
    decide = draw(st.sampled_from(["all", "first"]))
    categories = []
    for position, id in enumerate(names_of):
        category = draw(
            st.fixed_dictionaries(
                {"id": st.just(id), "label": labels(languages)},
                optional={"definition": text, **remarks},
            )
        )
        if decide == "all" and draw(st.sampled_from([False] * 4 + [True])):
            category["without_criteria"] = draw(text)
        else:
            category["when"] = draw(criteria(types, bounds, names_of[:position]))
        if position == len(names_of) - 1 and draw(st.booleans()):
            category["deprecated"] = {"since": draw(VERSIONS), "replaced_by": draw(any_category)}
        categories.append(category)
    document: dict[str, Content] = {
        "id": draw(ids()),
        "version": draw(VERSIONS),
        "label": draw(plain_label),
        "categories": categories,
        **draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "definition": text,
                    "deprecated": st.fixed_dictionaries(
                        {"since": VERSIONS, "replaced_by": SHARED_TAXONOMIES}
                    ),
                    **remarks,
                },
            )
        ),
    }
    optional = {
        "languages": list(languages) if languages != ("en", "fr") or draw(st.booleans()) else None,
        "decide": decide if decide == "first" or draw(st.booleans()) else None,
        "precedence": draw(_precedence(categories)) if decide == "all" else None,
        "thresholds": thresholds or None,
        "sources": sources or None,
        "units": units or None,
        "facts": facts or None,
        "rules": draw(_rules(names_of[:-1] if "deprecated" in categories[-1] else names_of, text, source))
        or None,
        "invariants": draw(_invariants(types)) or None,
        "translations": draw(st.none() | _translations()),
    }
    return document | {key: value for key, value in optional.items() if value is not None}


@st.composite
def _facts(
    draw: st.DrawFn, id: str, text: st.SearchStrategy[Content], source: st.SearchStrategy[Content]
) -> dict[str, Content]:
    type = draw(st.sampled_from(["integer", "number", "boolean", "choice", "choices"]))
    fact: dict[str, Content] = draw(
        st.fixed_dictionaries(
            {"id": st.just(id), "type": st.just(type), "label": text},
            optional={
                "definition": text,
                "source": source,
                "base": st.just("behavioral"),
                "changeable": st.sampled_from(["increase", "decrease", "any", "never"]),
            },
        )
    )
    if type in ("choice", "choices"):
        fact["values"] = [*_MEMBERS[:-1], {"id": _MEMBERS[-1], "label": draw(text)}]
    if type in ("integer", "number") and draw(st.booleans()):
        fact |= {"min": draw(st.integers(-5, 5)), "max": draw(st.integers(5, 9)), "unit": "orders"}
    return fact


def _notes(
    text: st.SearchStrategy[Content], source: st.SearchStrategy[Content], **given: str
) -> st.SearchStrategy[Content]:
    kinds = st.sampled_from(["value", "example", "note"])
    fixed: dict[str, st.SearchStrategy[Content]] = {key: st.just(one) for key, one in given.items()}
    return st.fixed_dictionaries({**fixed, "text": text}, optional={"kind": kinds, "source": source})


def _few_notes(
    text: st.SearchStrategy[Content], source: st.SearchStrategy[Content]
) -> st.SearchStrategy[list[Content]]:
    return st.lists(_notes(text, source), max_size=1)


def _precedence(categories: list[Content]) -> st.SearchStrategy[Content]:
    """Give an order of the categories that need a place, or none."""
    ids = [one["id"] for one in categories if "when" in one and "deprecated" not in one]
    return st.one_of(st.none(), st.permutations(ids))


def _rules(
    categories: Sequence[str], text: st.SearchStrategy[Content], source: st.SearchStrategy[Content]
) -> st.SearchStrategy[list[Content]]:
    kinds: list[Content] = [{"disjoint": "all"}, {"exhaustive": True}]
    kinds += [{"implies": {id: "lifecycle/loyal"}} for id in categories[:1]]
    if len(categories) > 1:
        kinds += [{"implies": {categories[0]: "lifecycle/loyal", categories[-1]: categories[0]}}]
        kinds += [{"disjoint": list(categories)}, {"overlaps": list(categories[:2])}]
    more = st.fixed_dictionaries({}, optional={"source": source, "note": text})
    rule = st.builds(lambda kind, others: {**kind, **others}, st.sampled_from(kinds), more)
    return st.lists(rule, max_size=3).map(
        lambda rules: [
            {**rule, "id": f"rule-{number}"} if number else rule for number, rule in enumerate(rules)
        ]
    )


def _translations() -> st.SearchStrategy[Content]:
    statuses = st.sampled_from(["draft", "translated", "reviewed", "original"])
    one = st.fixed_dictionaries({"from": st.just("en")}, optional={"status": statuses})
    return st.dictionaries(st.sampled_from(["fr", "fr-CA", "zh-Hant-TW"]), one, max_size=2)


def _invariants(types: dict[str, str]) -> st.SearchStrategy[list[Content]]:
    numbers = [fact for fact, type in types.items() if type in ("integer", "number")]
    implication = st.fixed_dictionaries(
        {"if": criteria(types, (), (), 1), "then": criteria(types, (), (), 0)}
    )
    ascending = st.fixed_dictionaries({"ascending": st.permutations(numbers).map(list)})
    return st.lists(st.one_of(implication, ascending), max_size=2)


# ---- ways to write it --------------------------------------------------------------------------


def write_number(number: float) -> str:
    """Write a number in the one form that all readers agree about."""
    if isinstance(number, int):
        return str(number)
    text = f"{number:.6f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def _double(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _escaped(text: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08X}" for character in text) + '"'


def _single(text: str) -> str:
    if "\n" in text:  # line ends fold in single quotes
        return _double(text)
    return "'" + text.replace("'", "''") + "'"


def _decomposed(text: str) -> str:
    return _double(normalize("NFD", text))


#: Ways to quote a text, all of which are read as that text.
QUOTES: tuple[Callable[[str], str], ...] = (_double, _single, _escaped, _decomposed)


def flow(content: Content, quote: Callable[[str], str]) -> str:
    """Write content in one line, as JSON does."""
    match content:
        case dict():
            return (
                "{" + ", ".join(f"{quote(key)}: {flow(value, quote)}" for key, value in content.items()) + "}"
            )
        case list():
            return "[" + ", ".join(flow(item, quote) for item in content) + "]"
        case bool():
            return "true" if content else "false"
        case str():
            return quote(content)
        case _:
            return write_number(content)


def block(content: Content, quote: Callable[[str], str], indent: str = "") -> str:
    """Write content on lines of its own, keys without quotes, and comments in between."""
    if isinstance(content, dict):
        return "".join(f"{indent}{key}:{_after(value, quote, indent)}" for key, value in content.items())
    return "".join(f"{indent}-{_after(item, quote, indent)}" for item in content)


def _after(content: Content, quote: Callable[[str], str], indent: str) -> str:
    if isinstance(content, (dict, list)) and content:
        return f" # on these lines\n{block(content, quote, indent + '  ')}"
    return f" {flow(content, quote)} # on this line\n"
