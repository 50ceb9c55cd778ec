"""JSONLogic is a format of rules as JSON; each category becomes a rule that gives its verdict.

The rule of a category gives `true`, `false` or `null`, from an object that has the facts of a customer
by id: yes, no or unknown. A missing fact may be left out or `null`, and a set is a list. All that a
category is built on is written out in its rule, thresholds and categories of other taxonomies included.

JSONLogic compares as JavaScript does, where `null >= 0` is true. So a rule asks first whether a fact is
known: it says when the verdict certainly is yes, when it certainly is no, and is `null` otherwise. Where a
fact that follows from two others is missing, a rule works it out of these.
"""

import json
from typing import Any

from customer_types._deciding.conditions import Condition, Conditions, Question, facts_of, opposite
from customer_types._model.criteria import Operator
from customer_types._model.facts import Differs, Fact
from customer_types._model.taxonomies import Taxonomy

__all__ = ["dumps", "rules"]

Rule = Any  # what JSON can hold

_COMPARISONS = {Operator.MIN: ">=", Operator.MAX: "<=", Operator.ABOVE: ">", Operator.BELOW: "<"}


def rules(*taxonomies: Taxonomy) -> dict[str, Rule]:
    """Make the rules of all categories of taxonomies, by key.

    >>> from customer_types import taxonomy
    >>> rule = rules(taxonomy("relationship-types"))["relationship-types/target"]
    >>> for part in rule["if"]:
    ...     print(part)
    {'===': [{'var': 'in_target'}, True]}
    True
    {'and': [{'!==': [{'var': 'in_target'}, None]}, {'!': [{'===': [{'var': 'in_target'}, True]}]}]}
    False
    None

    Under `decide: first` a rule also says that no earlier category holds. Without a criterion it is
    `None`, which is unknown for everybody. Raises `NotATaxonomyError`, a TypeError, `ColumnError`, a
    ValueError, for a taxonomy that is given twice, `FactsDifferError` where taxonomies disagree on a
    fact, and `ConditionError` where a category is built on others too often to be written out.
    """
    conditions = Conditions(facts_of(taxonomies))
    return {
        category.key: _rule(conditions.verdict(category, taxonomy))
        for taxonomy in taxonomies
        for category in taxonomy
    }


def dumps(*taxonomies: Taxonomy) -> str:
    """Write the rules of all categories of taxonomies as one JSON object, by key; see `rules`.

    >>> from customer_types import catalog
    >>> dumps(*catalog()).count('"lifecycle/loyal"')
    1
    """
    return json.dumps(rules(*taxonomies), ensure_ascii=False, indent=2) + "\n"


def _rule(condition: Condition) -> Rule:
    if condition is None or isinstance(condition, bool):
        return condition
    return {"if": [_certain(condition), True, _certain(opposite(condition)), False, None]}


def _certain(condition: Condition) -> Rule:
    """Write when a condition certainly holds: always true or false, also where facts are missing."""
    if isinstance(condition, Question):
        condition = condition.certain
    if isinstance(condition, Question):
        return _question(condition)
    if condition is None or isinstance(condition, bool):
        return condition is True
    return {"and" if condition.is_all else "or": [_certain(part) for part in condition.parts]}


def _value(fact: Fact) -> Rule:
    """Write what is known of a fact, by itself or by others from which it follows; else it is null."""
    own = {"var": fact.id}
    if fact.follows is None:
        return own
    first, second = ({"var": part} for part in fact.follows.parts)
    are_known = [{"!==": [first, None]}, {"!==": [second, None]}]
    if isinstance(fact.follows, Differs):
        derived = {"if": [{"and": are_known}, {"!==": [first, second]}, None]}
    else:
        derived = {"if": [{"and": [*are_known, {"!==": [second, 0]}]}, {"/": [first, second]}, None]}
    return {"if": [{"!==": [own, None]}, own, derived]}


def _question(question: Question) -> Rule:
    fact = _value(question.fact)
    known = {"!==": [fact, None]}
    value = question.value
    match question.operator:
        case Operator.KNOWN:
            return known if value else {"===": [fact, None]}
        case Operator.ONE_OF:
            asked: Rule = {"in": [fact, list(value)]}
            if len(value) == 1 and not _is_number(value[0]):
                asked = {"===": [fact, value[0]]}
        case Operator.INCLUDES:
            members = [{"in": [member, fact]} for member in value]
            asked = members[0] if len(members) == 1 else {"and": members}
        case operator:
            asked = {_COMPARISONS[operator]: [fact, value]}
            return {"and": [known, asked]}
    return {"and": [known, {"!": [asked]}]} if question.is_denied else asked


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
