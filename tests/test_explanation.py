"""Explanations as people read them, word for word, in English and in French.

In the expected texts `~` is a no-break space and `^` a narrow one.
"""

from typing import Any

import pytest

import customer_types as ct
from customer_types import Taxonomy, TaxonomyWarning, classify, taxonomy
from customer_types._deciding import explanation
from customer_types._deciding.wording import Wording

RULES = """
id: clubs
version: 2.1.0
label: {en: Clubs, fr: Clubs}
decide: first
thresholds:
  - id: many_days
    value: 1000
    unit: days
    label: {en: Many days, fr: Beaucoup de jours}
categories:
  - id: staff
    label: {en: Member of staff, fr: Membre du personnel}
    when: {is_internal: true}
  - id: gold
    label: {en: Gold member, fr: Membre or}
    when:
      any:
        - orders: [10, 20]
        - spend: {above: 1500.5}
          days_since_first_order: {min: many_days}
        - gender: {known: true}
  - id: fan
    label: {en: Sports fan, fr: {one: Sportif, one_feminine: Sportive}}
    when:
      interests: {includes: [sport, travel]}
      not: {any: [{living_environment: urban}, {category: gold}]}
  - id: rest
    label: {en: Everybody else, fr: Les autres}
    when: {all: []}
"""

STAGES = """
id: stages
version: 1.0.0
label: {en: Stages, fr: Étapes}
thresholds:
  - {id: new_days, value: 30, unit: days, label: {en: New, fr: Nouveau}}
  - {id: recent_days, value: 120, unit: days, label: {en: Recent, fr: Récent}}
  - {id: lost_days, value: 365, unit: days, label: {en: Lost, fr: Perdu}}
  - {id: single_days, value: 240, unit: days, label: {en: Lost after one, fr: Perdu après une}}
  - {id: loyal_orders, value: 3, unit: orders, label: {en: Loyal, fr: Fidèle}}
  - {id: loyal_days, value: 180, unit: days, label: {en: Loyal time, fr: Fidélité}}
categories:
  - {id: potential, label: {en: Potential, fr: Potentiel}, when: {orders: 0}}
  - id: new
    label: {en: New, fr: Nouveau}
    when: {orders: {min: 1}, days_since_first_order: {max: new_days}}
  - id: active
    label: {en: Active, fr: Actif}
    when:
      orders: {min: 2}
      days_since_last_order: {max: recent_days}
      not: {category: loyal}
  - id: loyal
    label: {en: Loyal, fr: Fidèle}
    when:
      orders: {min: 1}
      orders_365d: {min: loyal_orders}
      days_since_first_order: {min: loyal_days}
      days_since_last_order: {max: recent_days}
  - id: lost
    label: {en: Lost, fr: Perdu}
    when:
      any:
        - days_since_last_order: {min: lost_days}
        - {orders: 1, days_since_last_order: {min: single_days}}
"""

ROLES = """
id: roles
version: 1.0.0
label: {en: Roles, fr: Rôles}
categories:
  - {id: internal, label: {en: Internal, fr: Interne}, when: {is_internal: true}}
  - id: external
    label: {en: External, fr: Externe}
    when:
      is_internal: false
      not: {any: [{relation_roles: {includes: partner}}, {relation_roles: {includes: supplier}}]}
  - {id: partner, label: {en: Partner, fr: Partenaire}, when: {relation_roles: {includes: partner}}}
  - {id: supplier, label: {en: Supplier, fr: Fournisseur}, when: {relation_roles: {includes: supplier}}}
"""


@pytest.fixture(scope="module")
def stages() -> Taxonomy:
    """Give a taxonomy of stages that a customer goes through."""
    return ct.loads(STAGES)


@pytest.fixture(scope="module")
def clubs() -> Taxonomy:
    """Give a taxonomy where the first match decides."""
    with pytest.warns(TaxonomyWarning, match="`gender` is sensitive"):
        return ct.loads(RULES)


def explained(facts: dict[str, Any], of: Taxonomy, language: str) -> str:
    """Explain a customer, with no-break spaces made visible."""
    text = classify(facts, of).explain(language)
    return text.replace("\u00a0", "~").replace("\u202f", "^")


def lines(text: str) -> str:
    """Take a text of the test as an explanation."""
    return text.strip("\n")


LOYAL = {"orders": 12, "orders_365d": 5, "days_since_first_order": 900, "days_since_last_order": 20}


def test_a_loyal_customer_in_english(stages: Taxonomy) -> None:
    """The categories that a customer is in come first, each with the tests that decide, and thresholds."""
    assert explained(LOYAL, stages, "en") == lines("""
Stages (stages 1.0.0)
✓ Loyal: yes
    ✓ Orders: 12 (at least 1~order)
    ✓ Orders in the last 365 days: 5 (at least 3~orders [loyal_orders])
    ✓ Days since the first order: 900 (at least 180~days [loyal_days])
    ✓ Days since the last order: 20 (at most 120~days [recent_days])
✗ Potential: no
    ✗ Orders: 12 (exactly 0~orders)
✗ New: no
    ✗ Days since the first order: 900 (at most 30~days [new_days])
✗ Active: no
    ✗ must not hold:
        ✓ in category “Loyal”
✗ Lost: no
    ✗ at least one of these:
        ✗ Days since the last order: 20 (at least 365~days [lost_days])
        ✗ all of these:
            ✗ Orders: 12 (exactly 1~order)
            ✗ Days since the last order: 20 (at least 240~days [single_days])
""")


def test_a_loyal_customer_in_french(stages: Taxonomy) -> None:
    """French has its own plural of nothing, its quotes, and no-break spaces before colons."""
    assert explained(LOYAL, stages, "fr") == lines("""
Étapes (stages 1.0.0)
✓ Fidèle~: oui
    ✓ Commandes~: 12 (au moins 1~commande)
    ✓ Commandes des 365 derniers jours~: 5 (au moins 3~commandes [loyal_orders])
    ✓ Jours depuis la première commande~: 900 (au moins 180~jours [loyal_days])
    ✓ Jours depuis la dernière commande~: 20 (au plus 120~jours [recent_days])
✗ Potentiel~: non
    ✗ Commandes~: 12 (exactement 0~commande)
✗ Nouveau~: non
    ✗ Jours depuis la première commande~: 900 (au plus 30~jours [new_days])
✗ Actif~: non
    ✗ doit être faux~:
        ✓ dans la catégorie «~Fidèle~»
✗ Perdu~: non
    ✗ au moins une de ces conditions~:
        ✗ Jours depuis la dernière commande~: 20 (au moins 365~jours [lost_days])
        ✗ tout ce qui suit~:
            ✗ Commandes~: 12 (exactement 1~commande)
            ✗ Jours depuis la dernière commande~: 20 (au moins 240~jours [single_days])
""")


def test_what_is_missing_is_said(stages: Taxonomy) -> None:
    """An unknown verdict shows the facts that are not known, before the categories that are excluded."""
    facts = {"orders": 3, "days_since_first_order": 200, "orders_365d": 2}
    assert explained(facts, stages, "en") == lines("""
Stages (stages 1.0.0)
? Active: unknown
    ? Days since the last order: missing (at most 120~days [recent_days])
? Lost: unknown
    ? Days since the last order: missing (at least 365~days [lost_days])
✗ Potential: no
    ✗ Orders: 3 (exactly 0~orders)
✗ New: no
    ✗ Days since the first order: 200 (at most 30~days [new_days])
✗ Loyal: no
    ✗ Orders in the last 365 days: 2 (at least 3~orders [loyal_orders])
""")
    assert explained(facts, stages, "fr") == lines("""
Étapes (stages 1.0.0)
? Actif~: indéterminé
    ? Jours depuis la dernière commande~: inconnu (au plus 120~jours [recent_days])
? Perdu~: indéterminé
    ? Jours depuis la dernière commande~: inconnu (au moins 365~jours [lost_days])
✗ Potentiel~: non
    ✗ Commandes~: 3 (exactement 0~commande)
✗ Nouveau~: non
    ✗ Jours depuis la première commande~: 200 (au plus 30~jours [new_days])
✗ Fidèle~: non
    ✗ Commandes des 365 derniers jours~: 2 (au moins 3~commandes [loyal_orders])
""")


def test_sets_and_truth_values_are_said_in_words() -> None:
    """Members of a set have their labels, an empty one is none, and truth values are yes and no."""
    facts = {"is_internal": False, "relation_roles": []}
    assert explained(facts, ct.loads(ROLES), "en") == lines("""
Roles (roles 1.0.0)
✓ External: yes
    ✓ Belongs to the company: no (expected: no)
    ✓ none of these:
        ✗ Business roles: none (must include Partner)
        ✗ Business roles: none (must include Supplier)
✗ Internal: no
    ✗ Belongs to the company: no (expected: yes)
✗ Partner: no
    ✗ Business roles: none (must include Partner)
✗ Supplier: no
    ✗ Business roles: none (must include Supplier)
""")
    french = explained(facts | {"relation_roles": ["supplier", "partner"]}, ct.loads(ROLES), "fr")
    assert french.splitlines()[1:5] == [
        "✓ Partenaire~: oui",
        "    ✓ Rôles dans la relation commerciale~: Fournisseur, Partenaire (doit comprendre Partenaire)",
        "✓ Fournisseur~: oui",
        "    ✓ Rôles dans la relation commerciale~: Fournisseur, Partenaire (doit comprendre Fournisseur)",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_category_without_criterion_says_why(language: str) -> None:
    """Where a category has no criterion, its own reason for that is the explanation."""
    market_roles = taxonomy("market-roles")
    reason = market_roles["buyer-persona"].without_criteria
    assert reason is not None
    text = classify({}, market_roles).explain(language).splitlines()
    head = next(n for n, line in enumerate(text) if market_roles["buyer-persona"].label(language) in line)
    assert text[head + 1] == f"    {reason.text(language)}"


def test_the_first_match_says_what_comes_first(clubs: Taxonomy) -> None:
    """Under `first` a category that would match names the one that comes before it."""
    facts = {
        "is_internal": False,
        "orders": 10,
        "interests": ["sport", "travel"],
        "living_environment": "rural",
    }
    assert explained(facts, clubs, "en") == lines("""
Clubs (clubs 2.1.0)
✓ Gold member: yes
    ✓ Orders: 10 (one of 10 or 20)
✗ Member of staff: no
    ✗ Belongs to the company: no (expected: yes)
✗ Sports fan: no
    ✗ none of these:
        ✓ in category “Gold member”
✗ Everybody else: no
    ✗ category “Gold member” comes first
""")


def test_the_first_match_says_what_may_come_first(clubs: Taxonomy) -> None:
    """Under `first` an unknown earlier category leaves the later ones unknown."""
    facts = {
        "orders": 1234,
        "spend": 1500.55,
        "gender": None,
        "days_since_first_order": 999,
        "interests": {"sport"},
    }
    assert explained(facts, clubs, "en") == lines("""
Clubs (clubs 2.1.0)
? Member of staff: unknown
    ? Belongs to the company: missing (expected: yes)
? Everybody else: unknown
    ? category “Member of staff” may come first
✗ Gold member: no
    ✗ at least one of these:
        ✗ Orders: 1,234 (one of 10 or 20)
        ✗ Days since the first order: 999 (at least 1,000~days [many_days])
        ✗ Gender: missing (must be known)
✗ Sports fan: no
    ✗ Interests: Sports (must include Sports and Travel)
""")
    assert explained(facts, clubs, "fr").splitlines()[1:8] == [
        "? Membre du personnel~: indéterminé",
        "    ? Fait partie de l’entreprise~: inconnu (attendu~: oui)",
        "? Les autres~: indéterminé",
        "    ? la catégorie «~Membre du personnel~» passe peut-être avant",
        "✗ Membre or~: non",
        "    ✗ au moins une de ces conditions~:",
        "        ✗ Commandes~: 1^234 (attendu~: 10 ou 20)",
    ]


def test_a_number_is_rounded_where_that_gives_the_same_answer() -> None:
    """A number just above a bound is written with all its digits there, and rounded elsewhere."""
    spenders = ct.loads("""
id: spenders
version: 1.0.0
label: {en: Spenders, fr: Dépensiers}
categories:
  - id: some
    label: {en: Some, fr: Certains}
    when: {spend: {min: 1}}
  - id: few
    label: {en: Few, fr: Rares}
    when: {spend: {max: 100}}
""")
    assert explained({"spend": 100.00001}, spenders, "en") == lines("""
Spenders (spenders 1.0.0)
✓ Some: yes
    ✓ Total spend: 100 (at least 1~currency unit)
✗ Few: no
    ✗ Total spend: 100.00001 (at most 100~currency units)
""")


def test_canadians_read_their_own_numbers_and_words(clubs: Taxonomy) -> None:
    """In `fr-CA` digits are grouped by a plain no-break space, and labels are those of Canada."""
    facts = {"orders": 1234567, "orders_365d": 3, "spend": 0}
    assert "Commandes~: 1~234~567 (" in explained(facts, clubs, "fr-CA")
    habits = taxonomy("buying-habits")
    assert "? Acheteur habituel~: indéterminé" in explained(facts, habits, "fr-CA").splitlines()
    assert "? Acheteur régulier~: indéterminé" in explained(facts, habits, "fr").splitlines()


def test_other_languages_read_english() -> None:
    """A language that nothing is written in gets the English explanation."""
    assert explained(LOYAL, taxonomy("lifecycle"), "de") == explained(LOYAL, taxonomy("lifecycle"), "en")


@pytest.mark.parametrize("id", [one.id for one in ct.catalog()])
@pytest.mark.parametrize(
    "facts", [{}, LOYAL, {"orders": 0, "party_kind": "elsewhere", "relation_roles": ["rival"]}]
)
def test_every_taxonomy_can_be_explained(id: str, facts: dict[str, Any]) -> None:
    """Every category stands in the explanation once, in both languages, in whole lines without odd spaces."""
    shipped = taxonomy(id)
    for language, marks in (("en", ": "), ("fr", "\u00a0: ")):
        text = classify(facts, shipped, extra="ignore").explain(language)
        heads = [line for line in text.splitlines()[1:] if not line.startswith(" ")]
        named = [head[2:].rpartition(marks)[0] for head in heads]
        assert sorted(named) == sorted(category.label(language) for category in shipped)
        assert not [line for line in text.splitlines() if line != line.rstrip() or "  " in line.lstrip()]
        assert "{" not in text


@pytest.mark.parametrize(
    ("category", "language", "said"),
    [
        ("plain", "en", "not: Orders: at most 3~orders; Located abroad: yes"),
        ("plain", "fr", "doit être faux~: Commandes~: au plus 3~commandes^; {abroad}~: oui"),
        ("either", "en", "none of these: Orders: at most 3~orders or Located abroad: yes"),
        ("either", "fr", "aucune de ces conditions~: Commandes~: au plus 3~commandes ou {abroad}~: oui"),
    ],
)
def test_what_must_not_hold_is_said_in_a_line(category: str, language: str, said: str) -> None:
    """Conditions that must not hold together, and those of which none may hold, are told apart."""
    clubs = ct.loads("""
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs}
categories:
  - id: plain
    label: {en: Plain, fr: Simple}
    when: {not: {orders: {max: 3}, abroad: true}}
  - id: either
    label: {en: Either, fr: Autre}
    when: {not: {any: [{orders: {max: 3}}, {abroad: true}]}}
""")
    words = Wording(clubs, language)
    when = clubs[category].when
    assert when is not None
    line = words.in_line(when).replace("\u00a0", "~").replace("\u202f", "^")
    assert line == said.format(abroad=words.label(clubs.vocabulary.facts["abroad"]))


def test_what_is_kept_of_sentences_has_nothing_of_a_customer() -> None:
    """Explanations are the same whoever was explained before, in ever more languages, braces included."""
    text = """
id: braces
version: 1.0.0
label: {en: "{Braces}", fr: "{Accolades}"}
facts: [{id: visits, type: integer, label: {en: "Visits {0}", fr: "Visites {}"}}]
categories: [{id: often, label: {en: "{often}", fr: "{souvent}"}, when: {visits: {min: 3}}}]
"""
    used, tags = ct.loads(text), [f"x{one}{other}" for one in "abcdef" for other in "abcdef"]
    for visits in (None, 4, 1):
        for language in ("en", "fr", *tags):
            told = classify({"visits": visits}, used).explain(language)
            assert told == classify({"visits": visits}, ct.loads(text)).explain(language)
    assert "Visits {0}: 4 (at least 3)" in classify({"visits": 4}, used).explain()
    kept = explanation._sentences(used)
    assert not [one for said in kept.values() for one in said.values() if "4" in one]
    assert 0 < len(kept) <= explanation._LANGUAGES
