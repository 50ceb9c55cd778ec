"""CEL is Google's language of conditions; each category becomes two of them, one for yes and one for no.

An expression is always true or false, as hosts of CEL want it: `yes` is true where the customer is in the
category, `no` where not, and where neither is, it is unknown. The facts are in a map `customer`, by id.
A missing fact may be left out or `null`, and a set is a list. All that a category is built on is written
out, thresholds and categories of other taxonomies included.

To read what is not there is an error in CEL, so each question is preceded by `has`. Numbers come as the
host has them, often as doubles, and are made what their fact says: `int(customer.orders) >= 3`. Where a
fact that follows from two others is missing, an expression works it out of these.
"""

import json
from collections.abc import Mapping

import attrs

from customer_types._deciding.conditions import Condition, Conditions, Question, facts_of, opposite
from customer_types._model.criteria import Operator
from customer_types._model.facts import Differs, FactType, Follows
from customer_types._model.taxonomies import Taxonomy

__all__ = ["Verdict", "dumps", "expressions"]

_COMPARISONS = {Operator.MIN: ">=", Operator.MAX: "<=", Operator.ABOVE: ">", Operator.BELOW: "<"}
_CONVERTED: Mapping[FactType, str] = {"integer": "int({})", "number": "double({})"}
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


@attrs.frozen(kw_only=True)
class Verdict:
    """Two expressions: when a customer certainly is in a category, and when certainly not."""

    yes: str
    no: str


def expressions(*taxonomies: Taxonomy) -> dict[str, Verdict]:
    """Make the expressions of all categories of taxonomies, by key.

    >>> from customer_types import taxonomy
    >>> expressions(taxonomy("relationship-types"))["relationship-types/target"].yes
    'has(customer.in_target) && type(customer.in_target) != null_type && customer.in_target == true'

    Under `decide: first` they also say that no earlier category holds. Without a criterion both are
    `false`. Raises `NotATaxonomyError`, a TypeError, `ColumnError`, a ValueError, for a taxonomy that is
    given twice, `FactsDifferError` where taxonomies disagree on a fact, and `ConditionError` where a
    category is built on others too often to be written out.
    """
    conditions = Conditions(facts_of(taxonomies))
    found = {}
    for taxonomy in taxonomies:
        for category in taxonomy:
            condition = conditions.verdict(category, taxonomy)
            found[category.key] = Verdict(yes=_certain(condition), no=_certain(opposite(condition)))
    return found


def dumps(*taxonomies: Taxonomy) -> str:
    """Write the expressions of all categories of taxonomies as one JSON object, by key.

    >>> import json
    >>> from customer_types import catalog
    >>> sorted(json.loads(dumps(*catalog()))["lifecycle/loyal"])
    ['no', 'yes']
    """
    found = {key: attrs.asdict(verdict) for key, verdict in expressions(*taxonomies).items()}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _certain(condition: Condition, *, inside: bool = False) -> str:
    """Write when a condition certainly holds, in parentheses where it is a part of another one."""
    if isinstance(condition, Question):
        condition = condition.certain
    if condition is None or isinstance(condition, bool):
        return "true" if condition is True else "false"
    if isinstance(condition, Question):
        written, is_joined = _question(condition)
    else:
        parts = [_certain(part, inside=True) for part in condition.parts]
        written, is_joined = (" && " if condition.is_all else " || ").join(parts), True
    return f"({written})" if inside and is_joined else written


def _question(question: Question) -> tuple[str, bool]:
    """Write a question, and tell whether it has several parts."""
    fact = _name(question.fact.id)
    value = question.value
    known = _known(question.fact.id)
    converted = _CONVERTED.get(question.fact.type, "{}").format(fact)
    if question.fact.follows is not None:
        are_known, derived = _derived(question.fact.follows)
        converted = f"({known} ? {converted} : {derived})"
        known = f"({known} || {are_known})"
    match question.operator:
        case Operator.KNOWN:
            return (known, True) if value else (f"!({known})", False)
        case Operator.ONE_OF:
            asked = f"{converted} in [{', '.join(map(_literal, value))}]"
            if len(value) == 1:
                asked = f"{converted} == {_literal(value[0])}"
        case Operator.INCLUDES:
            asked = " && ".join(f"{_literal(member)} in {fact}" for member in value)
        case operator:
            asked = f"{converted} {_COMPARISONS[operator]} {_literal(value)}"
    return f"{known} && {f'!({asked})' if question.is_denied else asked}", True


def _name(fact: str) -> str:
    return f"customer.{fact}"


def _known(fact: str) -> str:
    return f"has({_name(fact)}) && type({_name(fact)}) != null_type"


def _derived(follows: Follows) -> tuple[str, str]:
    """Write when a fact follows from others, and what follows."""
    first, second = map(_name, follows.parts)
    are_known = " && ".join(map(_known, follows.parts))
    if isinstance(follows, Differs):
        return are_known, f"{first} != {second}"
    return f"{are_known} && double({second}) != 0.0", f"double({first}) / double({second})"


def _literal(value: object) -> str:
    """Write a constant so that it stays one, whatever is in it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{"".join(map(_escaped, value))}"'
    return repr(value)


def _escaped(character: str) -> str:
    if character.isprintable():
        return _ESCAPES.get(character, character)
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
