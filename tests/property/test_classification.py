"""Laws of classification: three opinions on one meaning, and what missing facts can and can't change.

The third opinion is written here from the meaning alone, and shares nothing with the interpreter: a
truth value is a degree (0 no, ½ unknown, 1 yes), a conjunction is the least degree of its parts, a
disjunction the greatest, a negation what is left to 1.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import isinf, nan
from typing import Any as Anything

import pytest
from hypothesis import assume, example, given, settings, strategies as st
from tests.frames.customers import as_read
from tests.property import strategies
from tests.property.strategies import Customer, World, bounds_of
from tests.tries import tries

import customer_types as ct
from customer_types import Classification, Taxonomy, classify
from customer_types._customers.classification import WARM_AFTER
from customer_types._deciding.compiled import generate, generate_reader
from customer_types._deciding.explanation import Reason, by_category, reason
from customer_types._deciding.interpreter import LATER, Facts, holds, used_facts, verdict
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._model.facts import Fact

SHIPPED = [taxonomy.id for taxonomy in ct.catalog()]
CLASSIFYING = [id for id in SHIPPED if id not in ("household-registration", "segmentation-bases")]
TRUTHS: Mapping[float, bool | None] = {0.0: False, 0.5: None, 1.0: True}

EMPTY: Mapping[str, Anything] = {"integer": 0, "number": 0.0, "boolean": False, "choices": frozenset()}

COMPARED: Mapping[Operator, Callable[[Anything, Anything], bool]] = {
    Operator.MIN: operator.ge,
    Operator.MAX: operator.le,
    Operator.ABOVE: operator.gt,
    Operator.BELOW: operator.lt,
}


def classified(customer: Mapping[str, Anything], taxonomy: Taxonomy) -> Classification:
    """Classify a customer of whom anything may be said, also values that nobody knows."""
    return classify(customer, taxonomy, extra="ignore")


def understood(value: Anything, kind: str) -> Anything:
    """Take a value as its type has it: whole numbers exactly, others as IEEE doubles."""
    if value is None or (isinstance(value, (float, Decimal)) and value != value):
        return None
    match kind:
        case "integer":
            return Fraction(value)
        case "number":
            return float(value)
        case "choices":
            return {member for member in value if member is not None}
        case _:
            return value


def degree(criterion: Criterion, customer: Customer, taxonomy: Taxonomy, others: World) -> float:
    """Tell how true a criterion is."""
    match criterion:
        case Test():
            return degree_of_test(criterion, customer, taxonomy)
        case All(parts):
            return min((degree(part, customer, taxonomy, others) for part in parts), default=1)
        case Any(parts):
            return max((degree(part, customer, taxonomy, others) for part in parts), default=0)
        case Not(part):
            return 1 - degree(part, customer, taxonomy, others)
        case InCategory(key) if "/" in key:
            other, _, category = key.partition("/")
            return degree_of_verdict(category, customer, others.named(other), others)
        case InCategory(key):
            return degree_of_own(key, customer, taxonomy, others)


def degree_of_test(test: Test, customer: Customer, taxonomy: Taxonomy) -> float:
    """Tell how true a test is."""
    kind = taxonomy.vocabulary.facts[test.fact].type
    value = understood(customer.get(test.fact), kind)
    if test.operator == "known":
        return float((value is not None) == test.value)
    if value is None:
        return 0.5
    if test.operator == "includes":
        assert isinstance(test.value, tuple)
        return float(all(member in value for member in test.value))
    if test.operator in COMPARED:
        bound = next((one.value for one in taxonomy.thresholds if one.id == test.value), test.value)
        return float(COMPARED[test.operator](value, understood(bound, kind)))
    members = test.value if isinstance(test.value, tuple) else (test.value,)
    return float(any(value == understood(member, kind) for member in members))


def degree_of_own(category: str, customer: Customer, taxonomy: Taxonomy, others: World) -> float:
    """Tell how true a category's own criterion is."""
    when = next(one.when for one in taxonomy.categories if one.id == category)
    return 0.5 if when is None else degree(when, customer, taxonomy, others)


def degree_of_verdict(category: str, customer: Customer, taxonomy: Taxonomy, others: World) -> float:
    """Tell how surely a customer is in a category."""
    result = degree_of_own(category, customer, taxonomy, others)
    if taxonomy.decide == "all":
        return result
    for earlier in taxonomy.categories:
        if earlier.id == category:
            break
        if earlier.deprecated is None:
            result = min(result, 1 - degree_of_own(earlier.id, customer, taxonomy, others))
    return result


def with_what_follows(customer: Customer, facts: Mapping[str, Fact]) -> Customer:
    """Add what follows from what is known: whether two texts differ, or a quotient of doubles."""
    found = dict(customer)
    for id, fact in facts.items():
        if fact.follows is None or understood(customer.get(id), fact.type) is not None:
            continue
        first, second = (understood(customer.get(part), facts[part].type) for part in fact.follows.parts)
        if first is None or second is None:
            continue
        if fact.type == "boolean":
            found[id] = first != second
        elif second:
            found[id] = float(first) / float(second)
    return found


def divides(customer: Customer, facts: Mapping[str, Fact]) -> bool:
    """Tell whether every known divisor gives a quotient: it is not 0, and not infinite as its dividend."""
    for fact in facts.values():
        if fact.type == "number" and fact.follows is not None:
            first, second = (understood(customer.get(part), facts[part].type) for part in fact.follows.parts)
            if second is not None and (not second or (first is not None and isinf(first) and isinf(second))):
                return False
    return True


def tied(names: Iterable[str], facts: Mapping[str, Fact]) -> set[str]:
    """Give facts with those from which they follow, and those that follow from them."""
    found = {*names}
    for id, fact in facts.items():
        group = () if fact.follows is None else (id, *fact.follows.parts)
        if found.intersection(group):
            found.update(group)
    return found


def by_degree(customer: Customer, taxonomy: Taxonomy, others: World) -> dict[str, bool | None]:
    """Give all verdicts of the third opinion."""
    customer = with_what_follows(customer, taxonomy.vocabulary.facts)
    return {one.id: TRUTHS[degree_of_verdict(one.id, customer, taxonomy, others)] for one in taxonomy}


def by_interpreter(customer: Customer, taxonomy: Taxonomy) -> tuple[bool | None, ...]:
    """Give all verdicts of the interpreter."""
    facts = taxonomy.vocabulary.facts
    known = as_read(customer, facts)
    return tuple(verdict(category, known, taxonomy) for category in taxonomy)


def by_generated(customer: Customer, taxonomy: Taxonomy) -> tuple[bool | None, ...]:
    """Give all verdicts of the generated function of checked facts."""
    facts = taxonomy.vocabulary.facts
    arguments = []
    known = as_read(customer, facts)
    for name in used_facts(taxonomy):
        value = known.get(name)
        arguments.append(nan if value is None and facts[name].type in ("integer", "number") else value)
    return generate(taxonomy)(*arguments)


@st.composite
def shipped_customers(draw: st.DrawFn, *, complete: bool = False) -> Customer:
    """Give a customer with values at the bounds of all shipped taxonomies."""
    return draw(strategies.customers(FACTS, BOUNDS, complete=complete))


FACTS = ct.catalog().facts
BOUNDS = bounds_of({id: ct.taxonomy(id) for id in SHIPPED})
#: Who would never buy again may be lost, which nobody could ask before this was known.
NOTHING_DONE = {fact.id: EMPTY[fact.type] for fact in FACTS.values() if fact.type in EMPTY} | {
    fact.id: fact.values[0].id for fact in FACTS.values() if fact.type == "choice"
}
SHIPPED_WORLD = World(ct.catalog().vocabulary, {id: ct.taxonomy(id) for id in SHIPPED})


@settings(max_examples=tries(400))
@given(strategies.worlds_with_customer())
def test_the_interpreter_agrees_with_the_meaning(pair: tuple[World, Customer]) -> None:
    """The interpreter and the third opinion give the same verdicts on every taxonomy of a world."""
    world, customer = pair
    for taxonomy in world.taxonomies.values():
        expected = by_degree(customer, taxonomy, world)
        assert dict(zip(expected, by_interpreter(customer, taxonomy), strict=True)) == expected
        assert dict(classified(customer, taxonomy).verdicts) == expected


@settings(max_examples=tries(400))
@given(strategies.worlds_with_customer())
def test_generated_code_agrees_with_the_interpreter(pair: tuple[World, Customer]) -> None:
    """The generated function of checked facts gives the interpreter's verdicts."""
    world, customer = pair
    for taxonomy in world.taxonomies.values():
        assert by_generated(customer, taxonomy) == by_interpreter(customer, taxonomy)


@settings(max_examples=tries(400))
@given(strategies.worlds_with_customer())
def test_the_generated_reader_agrees_with_the_interpreter(pair: tuple[World, Customer]) -> None:
    """The generated function that reads facts by name gives the interpreter's verdicts."""
    world, customer = pair
    for taxonomy in world.taxonomies.values():
        assert generate_reader(taxonomy, strict=False)(customer.get) == by_interpreter(customer, taxonomy)


@cache
def reader_of(id: str) -> Callable[..., tuple[bool | None, ...]]:
    """Generate the reader of a shipped taxonomy once."""
    return generate_reader(ct.taxonomy(id), strict=False)


@pytest.mark.parametrize("id", SHIPPED)
@given(customer=shipped_customers())
def test_all_engines_agree_on_shipped_taxonomies(id: str, customer: Customer) -> None:
    """On each shipped taxonomy the three opinions and both generated functions are one."""
    taxonomy = ct.taxonomy(id)
    expected = tuple(by_degree(customer, taxonomy, SHIPPED_WORLD).values())
    assert by_interpreter(customer, taxonomy) == expected
    assert by_generated(customer, taxonomy) == expected
    assert reader_of(id)(customer.get) == expected
    assert tuple(classified(customer, taxonomy).verdicts.values()) == expected


@settings(max_examples=tries(40))
@given(strategies.worlds(), st.data())
def test_a_warm_taxonomy_gives_the_same_answers(world: World, data: st.DataObject) -> None:
    """What the first customers were told, customers after the warm-up are told too."""
    taxonomy = world.last
    bounds = bounds_of(world.taxonomies)
    customers = data.draw(st.lists(strategies.customers(world.vocabulary.facts, bounds), max_size=4))
    cold = [classified(customer, taxonomy) for customer in customers]
    for _ in range(WARM_AFTER):
        classified({}, taxonomy)
    warm = [classified(customer, taxonomy) for customer in customers]
    assert warm == cold
    assert [result.explain() for result in warm] == [result.explain() for result in cold]


@settings(max_examples=tries(40))
@given(strategies.worlds(), st.data())
def test_a_warm_taxonomy_gives_the_same_errors(world: World, data: st.DataObject) -> None:
    """A value of a wrong type is refused with the same words before and after the warm-up."""
    taxonomy = world.last
    wrong: Anything = data.draw(st.sampled_from(["12", True, 3.5, 2**70, b"x", object(), {"north": 1}, [3]]))
    customer = {data.draw(st.sampled_from(sorted(world.vocabulary.facts))): wrong}
    cold = _refusal(customer, taxonomy)
    for _ in range(WARM_AFTER):
        classified({}, taxonomy)
    assert _refusal(customer, taxonomy) == cold


def _refusal(customer: Customer, taxonomy: Taxonomy) -> tuple[str, str] | None:
    try:
        classified(customer, taxonomy)
    except ct.CustomerTypesError as error:
        return type(error).__name__, str(error)
    return None


@given(strategies.worlds_with_customer(known=False), st.data())
def test_learning_a_fact_settles_and_never_reverses(
    pair: tuple[World, Customer], data: st.DataObject
) -> None:
    """Without `known` a yes stays a yes and a no a no, whatever is learnt besides."""
    world, customer = pair
    facts = world.vocabulary.facts
    known = with_what_follows(customer, facts)
    unknown = [name for name, fact in facts.items() if understood(known.get(name), fact.type) is None]
    some = data.draw(st.sets(st.sampled_from(unknown))) if unknown else set()
    learnt = data.draw(strategies.answers(facts, bounds_of(world.taxonomies), sorted(some)))
    before, after = (by_interpreter(known, world.last) for known in (customer, customer | learnt))
    assert all(then is None or now is then for then, now in zip(before, after, strict=True))


@given(strategies.worlds_with_customer(decide="first"))
def test_the_first_match_decides(pair: tuple[World, Customer]) -> None:
    """Under `first` one category at most is yes: it and no earlier one holds by its own criterion.

    Those that are deprecated are told besides: they take nobody from the others.
    """
    world, customer = pair
    taxonomy = world.last
    assume(len(taxonomy.current) == len(taxonomy))
    verdicts = classified(customer, taxonomy).verdicts
    own = {one.id: TRUTHS[degree_of_own(one.id, customer, taxonomy, world)] for one in taxonomy}
    until_yes = []
    for id, truth in own.items():
        until_yes.append(id)
        if truth is True:
            break
    settled = own[until_yes[-1]] is True and all(own[id] is False for id in until_yes[:-1])
    assert [id for id, truth in verdicts.items() if truth] == (until_yes[-1:] if settled else [])
    assert all(verdicts[id] is False for id in own if id not in until_yes)


@given(strategies.worlds_with_customer(complete=True), st.data())
def test_the_missing_facts_settle_what_is_unknown(pair: tuple[World, Customer], data: st.DataObject) -> None:
    """Whatever the facts in `missing` turn out to be, nothing is unknown once they are there."""
    world, customer = pair
    result = classified(customer, world.last)
    facts, bounds = world.vocabulary.facts, bounds_of(world.taxonomies)
    learnt = data.draw(strategies.answers(facts, bounds, result.missing))
    assume(divides(customer | learnt, facts))
    assert not set(result.missing) & set(result.facts)
    assert None not in classified(customer | learnt, world.last).verdicts.values()


@given(strategies.worlds_with_customer(known=False), st.data())
def test_a_fact_that_is_not_missing_does_not_matter(
    pair: tuple[World, Customer], data: st.DataObject
) -> None:
    """Learning only facts that are not in `missing`, and are no parts of such ones, changes no verdict."""
    world, customer = pair
    result = classified(customer, world.last)
    facts, bounds = world.vocabulary.facts, bounds_of(world.taxonomies)
    others = [name for name in facts if name not in result.facts and name not in tied(result.missing, facts)]
    learnt = data.draw(strategies.answers(facts, bounds, others))
    assert classified(customer | learnt, world.last).verdicts == result.verdicts


@pytest.mark.parametrize("id", CLASSIFYING)
@given(customer=shipped_customers(), answers=shipped_customers(complete=True))
@example(customer={"days_since_first_order": 9}, answers=NOTHING_DONE)
def test_the_missing_facts_settle_shipped_taxonomies(id: str, customer: Customer, answers: Customer) -> None:
    """In shipped taxonomies too, the missing facts settle each category that has a criterion."""
    taxonomy = ct.taxonomy(id)
    missing = classified(customer, taxonomy).missing
    learnt = customer | {name: answers[name] for name in missing}
    assume(divides(learnt, FACTS))
    verdicts = classified(learnt, taxonomy).verdicts
    assert all(verdicts[category.id] is not None for category in taxonomy if category.when is not None)


@given(strategies.worlds_with_customer())
def test_nothing_is_missing_when_all_is_settled(pair: tuple[World, Customer]) -> None:
    """`missing` is empty where every verdict is yes or no."""
    world, customer = pair
    result = classified(customer, world.last)
    assert None in result.verdicts.values() or result.missing == ()


@given(strategies.worlds_with_customer())
def test_every_result_can_be_explained(pair: tuple[World, Customer]) -> None:
    """Each category stands once in an explanation, in both languages, with its verdict."""
    world, customer = pair
    result = classified(customer, world.last)
    for language, words in (("en", "yes no unknown"), ("fr", "oui non indéterminé")):
        heads = [line for line in result.explain(language).splitlines()[1:] if not line.startswith(" ")]
        verdicts = [head.rpartition(" ")[2] for head in heads]
        counted = list(result.verdicts.values())
        expected = [counted.count(truth) for truth in (True, False, None)]
        assert [verdicts.count(word) for word in words.split()] == expected


def plain_reason(criterion: Criterion, facts: Facts, taxonomy: Taxonomy) -> Reason:
    """Ask a criterion and all its parts for their truth, and keep those parts that have that of the whole."""
    truth = holds(criterion, facts, taxonomy)
    match criterion:
        case Not(part):
            return Reason(criterion, truth, (plain_reason(part, facts, taxonomy),))
        case All(parts) | Any(parts):
            asked = [plain_reason(part, facts, taxonomy) for part in parts]
            return Reason(criterion, truth, tuple(one for one in asked if one.truth is truth))
        case _:
            return Reason(criterion, truth)


@settings(max_examples=tries(400))
@given(strategies.worlds_with_customer(), st.data())
def test_reasons_are_the_parts_with_the_truth_of_the_whole(
    pair: tuple[World, Customer], data: st.DataObject
) -> None:
    """What a reason leaves unasked, because the whole tells it, is what asking every part would say."""
    world, customer = pair
    names = st.sets(st.sampled_from(sorted(world.vocabulary.facts)))
    for taxonomy in world.taxonomies.values():
        facts = {**classified(customer, taxonomy).facts, **dict.fromkeys(data.draw(names), LATER)}
        for category in taxonomy:
            if category.when is not None:
                expected = plain_reason(category.when, facts, taxonomy)
                assert reason(category.when, facts, taxonomy) == expected


def outline(why: Reason, depth: int = 1, *, is_top: bool = True) -> Iterator[tuple[int, str]]:
    """Draw the lines of a reason, each as its depth and its mark."""
    parts, has_line = why.parts, True
    match why.criterion:
        case Not(Any()):
            parts = why.parts[0].parts
        case All(others) if others:
            has_line = not is_top and len(parts) > 1
        case Any() if why.truth is True:
            parts, has_line = why.parts[:1], False
        case Any():
            has_line = len(parts) > 1
        case _:
            pass
    if has_line:
        yield depth, {True: "✓", False: "✗", None: "?"}[why.truth]
    for part in parts:
        yield from outline(part, depth + has_line, is_top=False)


@settings(max_examples=tries(400))
@given(strategies.worlds_with_customer(decide="all"))
def test_explanations_draw_the_reasons(pair: tuple[World, Customer]) -> None:
    """The lines below a category are those of the reason for its criterion, with its marks and depths."""
    world, customer = pair
    result = classified(customer, world.last)
    told = by_category(world.last, result.given, tuple(result.verdicts.values()), "en")
    for category in world.last:
        if category.when is not None:
            lines = told[category.id][1:]
            drawn = [(len(line) - len(line.lstrip()), line.lstrip()[:1]) for line in lines]
            expected = outline(plain_reason(category.when, result.facts, world.last))
            assert drawn == [(4 * depth, mark) for depth, mark in expected]


@given(shipped_customers())
def test_learning_what_is_known_already_changes_nothing(customer: Customer) -> None:
    """The facts as they were understood give the same result as the facts as they were given."""
    for taxonomy in (ct.taxonomy(id) for id in CLASSIFYING):
        result = classified(customer, taxonomy)
        assert classified(result.facts, taxonomy) == result
