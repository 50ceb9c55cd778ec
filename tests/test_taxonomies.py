"""The shipped files are whole: ids, languages, forms of names, sources, references and typography.

Each file is a test case named by its path. Texts are read from the bare YAML and not through the
model, so that nothing is checked but what an editor wrote.
"""

import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import as_file
from importlib.resources.abc import Traversable

import attrs
import pytest
import yaml

from customer_types import (
    Category,
    Taxonomy,
    UnknownIdError,
    catalog,
    load,
    resolve,
    segmentation_base,
    taxonomy,
)
from customer_types._catalog.loading import faults_of
from customer_types._catalog.shipped import folder
from customer_types._model.criteria import BOUNDS, Test, walk
from customer_types._model.folding import fold
from customer_types._model.labels import Name, Naming, Texts

CATEGORIES = {
    "business-relations": "internal external partner supplier",
    "buying-habits": "occasional regular high-volume vip",
    "customer-and-consumer": "customer consumer",
    "customer-categories": (
        "individual professional institutional loyal occasional potential inactive international"
    ),
    "household-registration": "guest-household main-household",
    "investor-profiles": "conservative steady growth-oriented speculative corporate",
    "lifecycle": "potential new active loyal lost",
    "market-roles": "customer user recommender buyer-persona potential target",
    "relationship-types": (
        "current potential target internal referrer occasional loyal disloyal lost referred"
    ),
    "segmentation-bases": "geographic demographic psychographic behavioral",
    "status-and-activity": "new-contact customer regular disengaging lost",
    "supply-chain-positions": "final-consumer agent middleman",
}
#: Categories that no customer of today can be put into.
WITHOUT_CRITERIA = {
    "household-registration/guest-household",
    "household-registration/main-household",
    "market-roles/buyer-persona",
    "segmentation-bases/behavioral",
    "segmentation-bases/demographic",
    "segmentation-bases/geographic",
    "segmentation-bases/psychographic",
}
#: French names with one number only, folded, and why.
ONE_NUMBER = {
    "an abbreviation has no plural": {
        *("b to b", "b to c", "b2b", "b2c", "b2g", "btob", "btoc", "btog", "eti", "mql", "obnl", "ong"),
        *("osbl", "pme", "sql", "tpe", "tpe pme", "vip"),
    },
    "a Chinese word has no plural": {"kehu", "zhuhu"},
    "a mass noun has no plural": {"grand public", "secteur public"},
    "a phrase that does not vary": {"a but non lucratif", "en desengagement", "sans but lucratif"},
    "a second plural, beside a name that has the singular": {
        "acheteurs vips",
        "clients corporates",
        "clients entreprise",
        "clients finals",
        "clients vips",
        "consommateurs finals",
        "utilisateurs finals",
        "vips",
    },
}
#: Terms that say that there has been contact, which `market-roles/potential` rules out.
LEADS = {
    "contact commercial",
    "contacts commerciaux",
    "lead",
    "leads",
    "piste commerciale",
    "piste de vente",
    "pistes commerciales",
    "pistes de vente",
    "sales lead",
    "sales leads",
}
#: Texts that are the same in English and in French, and why.
SAME_IN_FRENCH = {
    "Construction": "one word of both languages",
    "Sport": "one word of both languages",
    "franglais": "a French word that English takes over",
}
CAPITALS_WITHIN = {"VIP", "China", "Chine"}
#: Facts that say what part someone plays, or what someone knows.
WITHOUT_BASE = {
    "in_target",
    "investment_knowledge",
    "is_internal",
    "relation_roles",
    "takes_title",
    "was_referred",
}
ONE_SENTENCE = ("definition", "without_criteria", "actions")
SENTENCES = (*ONE_SENTENCE, "note", "notes")

FILES = sorted((file for file in folder().iterdir() if file.name.endswith(".yaml")), key=lambda f: f.name)
TAXONOMY_FILES = [file for file in FILES if file.name not in ("facts.yaml", "sources.yaml", "crosswalk.yaml")]
each_file = pytest.mark.parametrize("file", FILES, ids=[f"taxonomies/{file.name}" for file in FILES])
each_taxonomy_file = pytest.mark.parametrize(
    "file", TAXONOMY_FILES, ids=[f"taxonomies/{file.name}" for file in TAXONOMY_FILES]
)
each_taxonomy = pytest.mark.parametrize("id", CATEGORIES)


@attrs.frozen
class Text:
    """A text of a file: where it stands, under which keys, and in which language."""

    place: str
    keys: tuple[str, ...]
    language: str
    text: str

    @property
    def prose(self) -> str:
        """The text without the ids that it quotes."""
        return re.sub(r"`[^`]*`", "id", self.text)

    def __str__(self) -> str:
        return f"{self.place}: {self.text!r}"


def _is_by_language(node: yaml.MappingNode) -> bool:
    return any(key.value in ("en", "fr", "fr-CA") for key, _ in node.value)


Keys = tuple[str, ...]


def _mappings(node: yaml.Node, keys: Keys = ()) -> Iterator[tuple[Keys, yaml.MappingNode]]:
    """Go through all mappings of a file, each with the keys that lead to it."""
    if isinstance(node, yaml.MappingNode):
        yield keys, node
        for key, value in node.value:
            yield from _mappings(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value, keys)


def _root(file: Traversable) -> yaml.MappingNode:
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)
    return root


def _texts(file: Traversable) -> Iterator[Text]:
    """Give the texts of a file, among them each form of each name."""
    for keys, node in _mappings(_root(file)):
        if _is_by_language(node):
            for language, value in node.value:
                for scalar in _forms(value):
                    place = f"taxonomies/{file.name}:{scalar.start_mark.line + 1}"
                    yield Text(place, keys, language.value, scalar.value)


def _forms(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Give a text, or all forms of a name and of its synonyms and terms to avoid."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _forms(item)
    else:
        for key, value in node.value:
            if key.value not in ("gender", "reason", "means"):  # a reason is a text of its own
                yield from _forms(value)


def _named(id: str) -> Iterator[tuple[Category, str, str, Name]]:
    """Give the names of a taxonomy's categories: category, language, kind and name."""
    for category in taxonomy(id):
        for language, naming in category.labels.by_language.items():
            if naming.name is not None:
                yield category, language, "preferred", naming.name
            for name in naming.also:
                yield category, language, "also", name
            for avoided in naming.avoid:
                yield category, language, "avoid", avoided.name


# ---- ids and files -----------------------------------------------------------------------------


def test_the_taxonomies_and_their_categories_keep_their_ids_and_order() -> None:
    """There are twelve taxonomies with 58 categories, whose ids are stored in people's data."""
    found = {one.id: " ".join(category.id for category in one) for one in catalog()}
    assert found == CATEGORIES
    assert list(found) == sorted(CATEGORIES)
    assert sum(len(one) for one in catalog()) == 58


@each_taxonomy_file
def test_a_file_is_named_after_its_taxonomy(file: Traversable) -> None:
    """A taxonomy is found by its id, which is the name of its file."""
    keys = {key.value: value.value for key, value in _root(file).value if isinstance(value, yaml.ScalarNode)}
    assert f"{keys['id']}.yaml" == file.name


@each_taxonomy_file
def test_a_file_passes_the_checks_that_users_files_pass(file: Traversable) -> None:
    """A shipped file has no fault, and the full check reads the same in it as the catalog does."""
    with as_file(file) as path:
        assert [fault.render() for fault in faults_of(path)] == []
        assert load(path) == taxonomy(file.name.removesuffix(".yaml"))


# ---- languages ---------------------------------------------------------------------------------


@each_file
def test_what_is_in_one_language_is_in_the_other(file: Traversable) -> None:
    """Whatever is given by language is given in English and in French, and is never blank."""
    lacking = []
    for keys, node in _mappings(_root(file)):
        languages = {key.value for key, _ in node.value}
        is_addition = "en" in languages or "fr" in languages
        if _is_by_language(node) and (not is_addition or not {"en", "fr"} <= languages):
            lacking.append(f"taxonomies/{file.name}:{node.start_mark.line + 1}: {'/'.join(keys)}")
    assert lacking == []
    assert [str(text) for text in _texts(file) if not text.text.strip()] == []


@each_taxonomy
def test_everything_that_people_read_is_there(id: str) -> None:
    """Taxonomies, categories, thresholds, rules and terms to avoid have all their texts."""
    one = taxonomy(id)
    wanted: dict[str, Texts | None] = {f"{id} definition": one.definitions}
    wanted |= {f"{id} threshold {threshold.id}": threshold.notes for threshold in one.thresholds}
    wanted |= {f"{id} rule {rule.id}": rule.notes for rule in one.rules}
    for category in one:
        wanted[f"{category.key} definition"] = category.definitions
        for language, naming in category.labels.by_language.items():
            wanted |= {
                f"{category.key} {language} {avoided.name.form(language)}": avoided.reason
                for avoided in naming.avoid
            }
    owners: list[Taxonomy | Category] = [one, *one]
    for owner in owners:
        wanted |= {f"{owner!r} action {action.id}": action.texts for action in owner.actions}
        wanted |= {f"{owner!r} note {number}": note.texts for number, note in enumerate(owner.notes)}
        assert {"en", "fr"} <= set(owner.labels.languages())
    assert [place for place, texts in wanted.items() if not _in_both(texts)] == []
    assert all({"en", "fr"} <= set(threshold.labels.languages()) for threshold in one.thresholds)
    assert all(rule.id for rule in one.rules)


def _in_both(texts: Texts | None) -> bool:
    return texts is not None and {"en", "fr"} <= set(texts.by_language)


def test_facts_and_sources_are_described_in_both_languages() -> None:
    """Facts, their values and units, and sources have labels and descriptions in both languages."""
    for fact in catalog().facts.values():
        assert _in_both(fact.definitions), fact
        labels = [fact.labels, *(value.labels for value in fact.values)]
        assert all(label is not None and {"en", "fr"} <= set(label.languages()) for label in labels), fact
    for unit in catalog().vocabulary.units.values():
        assert all({"one", "other"} <= set(unit.labels.by_language[tag].name.forms) for tag in ("en", "fr"))  # type: ignore[union-attr]
    for source in catalog().sources.values():
        assert _in_both(source.titles)
        assert _in_both(source.notes)


@each_file
def test_french_is_not_english(file: Traversable) -> None:
    """A French text differs from the English one, but for the few that are listed with the reason."""
    same = []
    for keys, node in _mappings(_root(file)):
        values = {key.value: value for key, value in node.value}
        if {"en", "fr"} <= set(values):
            pair = [_preferred(values[tag]) for tag in ("en", "fr")]
            is_same = pair[0].casefold() == pair[1].casefold()
            if is_same and pair[0] not in SAME_IN_FRENCH and pair[0] not in COUNTRIES:
                same.append(f"taxonomies/{file.name}:{node.start_mark.line + 1}: {'/'.join(keys)}: {pair[0]}")
    assert same == []


def _preferred(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return next(str(value.value) for key, value in node.value if key.value in ("one", "other"))
    return str(node.value)


# ---- names -------------------------------------------------------------------------------------


@each_taxonomy
def test_names_have_all_their_forms(id: str) -> None:
    """A name has singular and plural; a French one has its feminine too, or says what gender it has."""
    lacking = []
    exempt = set().union(*ONE_NUMBER.values())
    for category, language, kind, name in _named(id):
        forms = set(name.forms)
        numbers = {form for form in forms if not form.endswith("_feminine")}
        label = f"{category.key} {language} {kind} {next(iter(name.forms.values()))}"
        if language == "en":
            if kind == "preferred" and forms != {"one", "other"}:
                lacking.append(f"{label}: {sorted(forms)}")
            continue
        spelling = fold(next(iter(name.forms.values())))
        if numbers != {"one", "other"} and spelling not in exempt:
            lacking.append(f"{label}: no {' and no '.join(sorted({'one', 'other'} - numbers))}")
        feminine = {form.removesuffix("_feminine") for form in forms - numbers}
        if name.gender is None and feminine != numbers and "one" in numbers:
            lacking.append(f"{label}: no feminine and no gender")
        if name.gender is not None and feminine:
            lacking.append(f"{label}: a feminine and a gender")
    assert lacking == []


def test_names_without_a_number_are_still_there() -> None:
    """The list of names with one number only has none that is no longer needed."""
    found = {
        fold(next(iter(name.forms.values())))
        for id in CATEGORIES
        for _, language, _, name in _named(id)
        if language != "en" and not {"one", "other"} <= set(name.forms)
    }
    assert set().union(*ONE_NUMBER.values()) == found


@each_taxonomy
@pytest.mark.parametrize("language", ["en", "fr", "fr-CA"])
def test_a_label_names_one_category_of_a_taxonomy(id: str, language: str) -> None:
    """No form of a name or synonym belongs to two categories of one taxonomy, however it is spelled."""
    owners: dict[str, set[str]] = {}
    for category, tag, kind, name in _named(id):
        if language.startswith(tag) and kind != "avoid":
            for form in name.forms.values():
                owners.setdefault(fold(form), set()).add(category.id)
    assert {label: ids for label, ids in owners.items() if len(ids) > 1} == {}


@each_taxonomy
@pytest.mark.parametrize("language", ["en", "fr", "fr-CA"])
def test_a_term_to_avoid_is_no_name_nearby(id: str, language: str) -> None:
    """A term to avoid is neither its category's name or synonym, nor the name of another in the taxonomy.

    Accents count here: *client ciblé* is no *client cible*.
    """
    preferred = {
        form.casefold()
        for category in taxonomy(id)
        for form in _naming(category, language).name.forms.values()  # type: ignore[union-attr]
    }
    clashes = []
    for category in taxonomy(id):
        naming = category.labels.by_language.get(language, Naming())
        synonyms = {form.casefold() for name in naming.also for form in name.forms.values()}
        for avoided in naming.avoid:
            forms = {form.casefold() for form in avoided.name.forms.values()}
            clashes += [f"{category.key}: {form}" for form in forms & (preferred | synonyms)]
    assert clashes == []


def _naming(category: Category, language: str) -> Naming:
    """Give what names a category in a language: its own entry, or that of the wider language."""
    naming = category.labels.by_language.get(language)
    if naming is None or naming.name is None:
        return category.labels.by_language[language[:2]]
    return naming


@pytest.mark.parametrize(
    ("language", "other"), [("fr", "en"), ("en", "fr"), ("fr-CA", "en"), ("en", "fr-CA")]
)
def test_a_name_translates_one_way(language: str, other: str) -> None:
    """A category's name has one translation, in whatever taxonomies it stands."""
    translations: dict[str, set[str]] = {}
    for one in catalog():
        for category in one:
            translations.setdefault(category.label(language), set()).add(category.label(other))
    assert {label: names for label, names in translations.items() if len(names) > 1} == {}


@pytest.mark.parametrize("language", ["en", "fr", "fr-CA"])
def test_categories_of_one_name_have_the_same_synonyms(language: str) -> None:
    """A synonym in one taxonomy is none to avoid in another, where both categories bear the same name."""
    kinds: dict[tuple[str, str], dict[str, set[str]]] = {}
    for id in CATEGORIES:
        for category, tag, kind, name in _named(id):
            if tag == language and kind != "preferred":
                for form in name.forms.values():
                    spellings = kinds.setdefault((category.label(language), fold(form)), {})
                    spellings.setdefault(kind, set()).add(category.key)
    mixed = {spelling: found for spelling, found in kinds.items() if len(found) > 1}
    for (_, spelling), found in mixed.items():
        assert spelling in LEADS, found
        assert found["avoid"] == {"market-roles/potential"}


@each_taxonomy
def test_names_are_in_sentence_case(id: str) -> None:
    """A name begins with a capital, goes on without, and has no full stop."""
    one = taxonomy(id)
    names = [one.label(tag) for tag in ("en", "fr")]
    names += [form for _, _, kind, name in _named(id) if kind == "preferred" for form in name.forms.values()]
    for name in names:
        first, *others = re.split(r"[\s’-]+", name)
        assert first[:1].isupper(), name
        assert all(word.islower() or word in CAPITALS_WITHIN for word in others), name
        assert not name.endswith("."), name


DOCUMENT_TERMS = [
    # terms of the documents for which a better label was found
    ("client déloyal", "fr", "relationship-types/disloyal", "avoid"),
    ("client référencé", "fr", "relationship-types/referred", "avoid"),
    ("référent", "fr", "relationship-types/referred", "avoid"),
    ("renvoi", "fr", "relationship-types/referred", "avoid"),
    ("endosseur", "fr", "market-roles/recommender", "avoid"),
    ("acheteurs à haut volume", "fr", "buying-habits/high-volume", "avoid"),
    ("nouveaux clients", "fr", "status-and-activity/new-contact", "avoid"),
    ("Hakka", "en", "household-registration/guest-household", "avoid"),
    ("Hakka", "fr", "household-registration/guest-household", "avoid"),
    ("prescriber", "en", "market-roles/recommender", "avoid"),
    ("prescriber", "en", "relationship-types/referrer", "avoid"),
    # terms of the documents that are not the label
    ("middlemen", "en", "supply-chain-positions/middleman", "synonym"),
    ("buyer persona", "fr", "market-roles/buyer-persona", "synonym"),
    ("clientèle cible", "fr", "relationship-types/target", "synonym"),
    ("clients partenaires", "fr", "business-relations/partner", "synonym"),
    ("clients fournisseurs", "fr", "business-relations/supplier", "synonym"),
    ("clients en phase de désengagement", "fr", "status-and-activity/disengaging", "synonym"),
    ("nouveau prospect", "fr", "status-and-activity/new-contact", "synonym"),
    ("conservative type", "en", "investor-profiles/conservative", "synonym"),
    ("steady type", "en", "investor-profiles/steady", "synonym"),
    ("investment types", "en", "investor-profiles/growth-oriented", "synonym"),
    ("clients", "en", "customer-and-consumer/customer", "synonym"),
    # terms of the documents that are the label
    ("clients particuliers", "fr", "customer-categories/individual", "preferred"),
    ("client prescripteur", "fr", "relationship-types/referrer", "preferred"),
    ("clientèle cible", "fr", "market-roles/target", "preferred"),
    ("prescripteur", "fr", "market-roles/recommender", "preferred"),
    ("acheteurs VIP", "fr", "buying-habits/vip", "preferred"),
    ("lost customers", "en", "lifecycle/lost", "preferred"),
    ("corporate customers", "en", "investor-profiles/corporate", "preferred"),
    ("final consumers", "en", "supply-chain-positions/final-consumer", "preferred"),
    ("main household", "en", "household-registration/main-household", "preferred"),
]


@pytest.mark.parametrize(
    ("term", "language", "key", "kind"), DOCUMENT_TERMS, ids=[f"{row[0]}-{row[2]}" for row in DOCUMENT_TERMS]
)
def test_a_term_of_the_documents_is_found(term: str, language: str, key: str, kind: str) -> None:
    """A document's own term leads to its category, also where it is a trap that no label may be."""
    found = {(match.category.key, match.kind) for match in resolve(term, language=language)}
    assert (key, kind) in found


# ---- sentences and typography ------------------------------------------------------------------


@each_file
def test_sentences_end_with_a_full_stop(file: Traversable) -> None:
    """Definitions, actions and notes are sentences; a definition and an action are one sentence each."""
    wrong = []
    for text in _texts(file):
        keys = [key for key in text.keys if key in SENTENCES]
        if not keys or "label" in text.keys or "labels" in text.keys:
            continue
        if not text.text.endswith("."):
            wrong.append(f"{text}: no full stop")
        if keys[0] in ONE_SENTENCE and re.search(r"[.!?…]\s", text.text):
            wrong.append(f"{text}: two sentences")
    assert wrong == []


NEVER = {
    "a straight quote": r"['\"]",
    "three points for an ellipsis": r"\.\.\.",
    "a hyphen for a dash": r"\s-\s",
    "two spaces": r"\s\s",
    "a space at an end": r"^\s|\s$",
    "a line break or control character": r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]",
}
#: Four digits and more that are no year, no standard, and no entry in Québec's dictionary of terms.
LARGE_NUMBER = r"(?<!GDT )(?<!ISO )(?<!\d)(?!(?:19|20)\d\d\b)\d{4,}"
IN_ENGLISH = {
    "French quotes": r"[«»]",
    "a no-break space": r"[\u00a0\u202f]",
    "a space before a sign": r"\s[:;,.!?%)”]",
    "a large number without its comma": LARGE_NUMBER,
}
IN_FRENCH = {
    "English quotes": r"[“”‘]",
    "no U+00A0 within « »": r"«(?!\u00a0)|(?<!\u00a0)»",
    "no U+00A0 before a colon": r"(?<!\u00a0):",
    "no U+202F before ; ! ?": r"(?<!\u202f)[;!?]",
    "no no-break space before %": r"(?<![\u00a0\u202f])%",
    "a space before a sign": r"\s[,.)]",
    "no U+202F in a large number": rf"\d[ \u00a0,]\d{{3}}(?!\d)|{LARGE_NUMBER}",
    "U+00A0 or U+202F elsewhere": r"(?<![«\d])\u00a0(?![:»%\d])|\u202f(?![;!?%]|\d{3}(?!\d))",
}
#: As CLDR writes the numbers of Canada.
IN_CANADA = IN_FRENCH | {
    "no U+00A0 in a large number": rf"\d[ \u202f,]\d{{3}}(?!\d)|{LARGE_NUMBER}",
    "no U+202F in a large number": r"(?!)",
}
#: Names of countries are those of CLDR.
COUNTRIES = {
    value.labels.text(language)
    for value in catalog().facts["country"].values
    if value.labels is not None
    for language in ("en", "fr")
}


@each_file
@pytest.mark.parametrize("language", ["en", "fr"])
def test_typography_is_that_of_the_language(file: Traversable, language: str) -> None:
    """French has its quotes and no-break spaces, English its own, and neither has a typewriter's."""
    wrong = []
    rules = {"en": IN_ENGLISH, "fr": IN_FRENCH, "fr-CA": IN_CANADA}
    for text in _texts(file):
        if text.language[:2] == language and text.text not in COUNTRIES:
            for fault, pattern in (NEVER | rules[text.language]).items():
                if re.search(pattern, text.prose):
                    wrong.append(f"{text}: {fault}")
    assert wrong == []


@each_file
def test_a_file_is_clean_text(file: Traversable) -> None:
    """A file is UTF-8 in composed characters, without tabs, carriage returns and trailing spaces."""
    text = file.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    bad = [number for number, line in enumerate(text.split("\n"), 1) if re.search(r"[\t\r\ufeff]|\s$", line)]
    assert bad == []


# ---- sources, thresholds, references -----------------------------------------------------------


def _statements(one: Taxonomy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what a taxonomy states, each with its sources."""
    yield one.id, one.source
    owners: list[Taxonomy | Category] = [one, *one]
    for owner in owners:
        if isinstance(owner, Category):
            yield owner.key, owner.source
        yield from ((f"{owner!r} {action!r}", action.source) for action in owner.actions)
        yield from ((f"{owner!r} {note!r}", note.source) for note in owner.notes)
    yield from ((f"{one.id} {threshold!r}", threshold.source) for threshold in one.thresholds)
    yield from ((f"{one.id} rule {rule.id}", rule.source) for rule in one.rules)


@each_taxonomy
def test_every_statement_has_its_sources(id: str) -> None:
    """Definitions, actions, notes, thresholds and rules say where they come from, once each."""
    known = catalog().sources
    for place, sources in _statements(taxonomy(id)):
        assert sources, place
        assert set(sources) <= set(known), place
        assert len(sources) == len(set(sources)), place


def test_every_source_is_used() -> None:
    """No source is declared that nothing comes from."""
    used = {source for one in catalog() for _, sources in _statements(one) for source in sources}
    used |= {source for mapping in catalog().mappings for source in mapping.source}
    used |= {source for fact in catalog().facts.values() for source in fact.source}
    assert set(catalog().sources) - used == set()


@each_taxonomy
def test_every_threshold_is_used_in_its_unit(id: str) -> None:
    """A threshold is compared with some fact, and only with facts of its unit."""
    one = taxonomy(id)
    facts = one.vocabulary.facts
    units: dict[str, set[str | None]] = {threshold.id: set() for threshold in one.thresholds}
    for category in one:
        for part in walk(category.when) if category.when is not None else ():
            if isinstance(part, Test) and part.operator in BOUNDS and isinstance(part.value, str):
                units[part.value].add(facts[part.fact].unit)
    assert units == {threshold.id: {threshold.unit} for threshold in one.thresholds}
    assert all(
        threshold.unit is None or threshold.unit in one.vocabulary.units for threshold in one.thresholds
    )


@each_taxonomy
def test_every_action_leads_to_a_category_that_is_there(id: str) -> None:
    """The category that an action aims at exists and is one that customers can be in."""
    one = taxonomy(id)
    owners: list[Taxonomy | Category] = [one, *one]
    for owner in owners:
        for action in owner.actions:
            if action.towards is not None:
                key = action.towards if "/" in action.towards else f"{id}/{action.towards}"
                assert key in catalog(), action
                assert key not in WITHOUT_CRITERIA, action


@each_taxonomy
def test_ids_within_a_category_are_different(id: str) -> None:
    """Actions, thresholds and rules bear ids of their own."""
    one = taxonomy(id)
    groups = [[action.id for action in owner.actions] for owner in (one, *one)]
    groups += [[threshold.id for threshold in one.thresholds], [str(rule.id) for rule in one.rules]]
    for ids in groups:
        assert len(ids) == len(set(ids)), ids


@each_taxonomy
def test_a_key_that_a_text_quotes_is_there(id: str) -> None:
    """What stands between backticks is a category, a taxonomy, a fact, a threshold, a source or a verb."""
    one = taxonomy(id)
    file = next(file for file in FILES if file.name == f"{id}.yaml")
    known = {*catalog().facts, *catalog().sources, *(category.id for category in one), "verify"}
    known |= {threshold.id for threshold in one.thresholds}
    for text in _texts(file):
        for quoted in re.findall(r"`([^`]*)`", text.text):
            assert quoted in known or quoted in catalog(), text


# ---- criteria ----------------------------------------------------------------------------------


@each_taxonomy
def test_every_category_says_what_to_do_and_whom_it_takes_in(id: str) -> None:
    """A category has an action, and criteria or a reason for having none, never both."""
    for category in taxonomy(id):
        assert category.actions, category
        assert (category.when is None) == (category.key in WITHOUT_CRITERIA)
        assert (category.without_criteria is not None) == (category.key in WITHOUT_CRITERIA)


@each_taxonomy
def test_no_criterion_uses_a_sensitive_fact(id: str) -> None:
    """Nobody is classed by age or gender."""
    facts = catalog().facts
    assert {fact.id for fact in facts.values() if fact.sensitive} == {"age", "gender"}
    for category in taxonomy(id):
        for part in walk(category.when) if category.when is not None else ():
            assert not (isinstance(part, Test) and facts[part.fact].sensitive), category


# ---- facts -------------------------------------------------------------------------------------


def test_every_fact_has_its_basis_of_segmentation() -> None:
    """A fact belongs to one of the four bases, but for the few that say what role someone plays."""
    bases = {category.id for category in taxonomy("segmentation-bases")}
    facts = catalog().facts.values()
    assert {fact.id for fact in facts if fact.base is None} == WITHOUT_BASE
    assert {fact.base for fact in facts if fact.base is not None} == bases


@pytest.mark.parametrize(
    ("fact", "base"),
    [
        ("abroad", "geographic"),
        ("living_environment", "geographic"),
        ("age", "demographic"),
        ("gender", "demographic"),
        ("income_level", "demographic"),
        ("interests", "psychographic"),
        ("risk_tolerance", "psychographic"),
        ("orders", "behavioral"),
        ("average_order_value", "behavioral"),
        ("would_buy_again", "behavioral"),
    ],
)
def test_the_basis_of_a_fact(fact: str, base: str) -> None:
    """`segmentation_base` gives the category of the basis that a fact belongs to."""
    assert segmentation_base(fact) == taxonomy("segmentation-bases")[base]


@pytest.mark.parametrize("fact", ["is_internal", "star_sign"])
def test_what_has_no_basis_is_an_error(fact: str) -> None:
    """`segmentation_base` refuses a fact without a basis, and an unknown one."""
    with pytest.raises(UnknownIdError):
        segmentation_base(fact)


def test_every_unit_is_used() -> None:
    """Each unit is that of some fact, and each fact's unit is declared."""
    used = {fact.unit for fact in catalog().facts.values() if fact.unit is not None}
    assert used == set(catalog().vocabulary.units)


@pytest.mark.parametrize("id", ["segmentation-bases", "household-registration"])
def test_what_classifies_nobody_says_so(id: str) -> None:
    """Bases of segmentation class facts and old registers class no customer of today."""
    assert taxonomy(id).historical == (id == "household-registration")
    assert all(category.when is None for category in taxonomy(id))
