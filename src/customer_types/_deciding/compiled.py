"""Generated code classifies a customer as fast as a function written by hand.

Two plain Python expressions are made of each criterion: one that is true where the criterion
certainly holds, whatever the missing facts are, and one that is true where it possibly does. The
verdict is yes where the first is true, unknown where only the second is, and no where neither is.
A missing number is NaN, for which every comparison is false: `x >= 3` is the certain form of a
test and `not x < 3` the possible one. Other missing facts are `None`.

No text of a file enters the source: facts are numbered, numbers are written by Python itself, and
all other constants are bound by closures.
"""

from collections.abc import Callable, Iterator, Mapping
from math import nan
from typing import Any as Anything

from customer_types._deciding.derivations import with_parts
from customer_types._deciding.interpreter import bound, resolve, used_facts
from customer_types._deciding.values import LARGEST_INTEGER, SMALLEST_INTEGER, read_value
from customer_types._model.choices import choices_of
from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._model.facts import Differs, Fact
from customer_types._model.taxonomies import Category, Taxonomy
from customer_types._model.truth import Truth

Verdicts = tuple[Truth, ...]

#: For numbers, with `{x}` for the fact and `{k}` for the constant: certain and possible.
_OF_NUMBERS: Mapping[Operator, tuple[str, str]] = {
    Operator.MIN: ("{x} >= {k}", "not {x} < {k}"),
    Operator.MAX: ("{x} <= {k}", "not {x} > {k}"),
    Operator.ABOVE: ("{x} > {k}", "not {x} <= {k}"),
    Operator.BELOW: ("{x} < {k}", "not {x} >= {k}"),
    Operator.EQUALS: ("{x} == {k}", "({x} == {k} or {x} != {x})"),
    Operator.ONE_OF: ("{x} in {k}", "({x} in {k} or {x} != {x})"),
}
#: For texts, truth values and sets.
_OF_OTHERS: Mapping[Operator, tuple[str, str]] = {
    Operator.EQUALS: ("{x} == {k}", "({x} is None or {x} == {k})"),
    Operator.ONE_OF: ("{x} in {k}", "({x} is None or {x} in {k})"),
    Operator.INCLUDES: ("({x} is not None and {x} >= {k})", "({x} is None or {x} >= {k})"),
}
_KNOWN = {True: ("{x} == {x}", "{x} is not None"), False: ("{x} != {x}", "{x} is None")}


class _Writer:
    """Writes the source of one taxonomy's function."""

    def __init__(self, facts: Mapping[str, Fact], names: tuple[str, ...]) -> None:
        self.facts = facts
        self.variables = {name: f"f{position}" for position, name in enumerate(names)}
        self.constants: dict[str, Anything] = {}
        self.lines: list[str] = []
        self.certain_and_possible: dict[tuple[str, str, str], tuple[str, str]] = {}

    def constant(self, value: Anything) -> str:
        if value.__class__ is int or value.__class__ is float:
            return f"({value!r})"
        name = f"k{len(self.constants)}"
        self.constants[name] = value
        return name

    def test(self, test: Test, taxonomy: Taxonomy) -> tuple[str, str]:
        variable = self.variables[test.fact]
        kind = self.facts[test.fact].type
        is_number = kind in ("integer", "number")
        if test.operator is Operator.KNOWN:
            known = _KNOWN[bool(test.value)][0 if is_number else 1].format(x=variable)
            return known, known
        value = bound(test, taxonomy)
        if test.operator is Operator.INCLUDES:
            value = frozenset(value)
        forms = (_OF_NUMBERS if is_number else _OF_OTHERS)[test.operator]
        constant = self.constant(value)
        certain, possible = (form.format(x=variable, k=constant) for form in forms)
        return certain, possible

    def expressions(self, criterion: Criterion, taxonomy: Taxonomy) -> tuple[str, str]:
        match criterion:
            case Test():
                return self.test(criterion, taxonomy)
            case All(parts) | Any(parts):
                is_all = isinstance(criterion, All)
                if not parts:
                    return str(is_all), str(is_all)
                written = [self.expressions(part, taxonomy) for part in parts]
                word = " and " if is_all else " or "
                certain, possible = (word.join(side) for side in zip(*written, strict=True))
                return f"({certain})", f"({possible})"
            case Not(part):
                certain, possible = self.expressions(part, taxonomy)
                return f"(not {possible})", f"(not {certain})"
            case InCategory(key):
                other, category = resolve(key, taxonomy)
                if other is taxonomy:
                    return self.own(category, taxonomy)
                return self.verdict(category, other)

    def own(self, category: Category, taxonomy: Taxonomy) -> tuple[str, str]:
        """Write the category's own criterion once, into two variables."""
        return self._once(("own", taxonomy.id, category.id), lambda: self._own(category, taxonomy))

    def _own(self, category: Category, taxonomy: Taxonomy) -> tuple[str, str]:
        if category.when is None:
            return "False", "True"
        return self.expressions(category.when, taxonomy)

    def verdict(self, category: Category, taxonomy: Taxonomy) -> tuple[str, str]:
        """Write the verdict on a category once, into two variables."""
        return self._once(("verdict", taxonomy.id, category.id), lambda: self.inline(category, taxonomy))

    def inline(self, category: Category, taxonomy: Taxonomy) -> tuple[str, str]:
        """Write the verdict on a category as expressions."""
        if taxonomy.decide == "all":
            return self._own(category, taxonomy)
        certain, possible = self.own(category, taxonomy)
        certain_before, possible_before = self.before(taxonomy.categories.index(category), taxonomy)
        return f"{certain} and not {possible_before}", f"{possible} and not {certain_before}"

    def before(self, position: int, taxonomy: Taxonomy) -> tuple[str, str]:
        """Write whether a category before a position holds, each time built on the position before."""
        written = position
        while written and ("before", taxonomy.id, str(written)) not in self.certain_and_possible:
            written -= 1
        found = self.certain_and_possible.get(("before", taxonomy.id, str(written)), ("False", "False"))
        for number in range(written, position):
            if taxonomy.categories[number].deprecated is not None:  # it takes nobody
                self.certain_and_possible["before", taxonomy.id, str(number + 1)] = found
                continue
            certain, possible = self.own(taxonomy.categories[number], taxonomy)
            either = f"{found[0]} or {certain}", f"{found[1]} or {possible}"
            found = self._name(("before", taxonomy.id, str(number + 1)), *either)
        return found

    def _once(self, key: tuple[str, str, str], write: Callable[[], tuple[str, str]]) -> tuple[str, str]:
        if key not in self.certain_and_possible:
            self._name(key, *write())
        return self.certain_and_possible[key]

    def _name(self, key: tuple[str, str, str], certain: str, possible: str) -> tuple[str, str]:
        number = len(self.certain_and_possible)
        names = (f"t{number}", f"p{number}")
        self.lines += [f"{names[0]} = {certain}", f"{names[1]} = {names[0]} or {possible}"]
        self.certain_and_possible[key] = names
        return names


def generate(taxonomy: Taxonomy) -> Callable[..., Verdicts]:
    """Make the function of checked facts, in the order of `used_facts`, to the verdicts.

    A missing number is NaN, another missing fact `None`.
    """
    return _compile(taxonomy, from_mapping=False)


def generate_reader(
    taxonomy: Taxonomy, *, strict: bool = True
) -> Callable[[Callable[[str], Anything]], Verdicts]:
    """Make the function that asks for facts by name, checks them, and gives the verdicts.

    Unless it is `strict`, choices that are none of their facts' are let through.
    """
    return _compile(taxonomy, from_mapping=True, strict=strict)


def _compile(taxonomy: Taxonomy, *, from_mapping: bool, strict: bool = True) -> Callable[..., Verdicts]:
    facts = taxonomy.vocabulary.facts
    used = used_facts(taxonomy)
    names = with_parts(used, facts) if from_mapping else used
    writer = _Writer(facts, names)
    results = []
    for category in taxonomy.categories:
        certain, possible = writer.inline(category, taxonomy)
        results.append(f"True if {certain} else None if {possible} else False")
    lines = [*writer.lines, f"return ({', '.join(results)}{',' if results else ''})"]
    if from_mapping:
        doors = [
            line
            for position, name in enumerate(names)
            for line in _door(position, facts[name], writer, strict=strict)
        ]
        derived = [line for name in used for line in _derived(facts[name], writer)]
        lines = [*doors, *derived, *lines]
    parameters = "get" if from_mapping else ", ".join(writer.variables.values())
    source = "\n".join(
        [
            f"def make({', '.join(writer.constants)}):",
            f"    def verdicts({parameters}):",
            *(f"        {line}" for line in lines),
            "    return verdicts",
        ]
    )
    namespace: dict[str, Anything] = {}
    code = compile(source, f"<customer_types: {taxonomy.id}>", "exec")
    exec(code, namespace)  # noqa: S102  # it holds no text of a file: see the head of this module
    made: Callable[..., Verdicts] = namespace["make"](**writer.constants)
    return made


def _door(position: int, fact: Fact, writer: _Writer, *, strict: bool) -> Iterator[str]:
    """Write the lines that take one fact from the customer, checking all but the plainest values."""
    variable = f"f{position}"
    absent = nan if fact.type in ("integer", "number") else None

    def read(value: object) -> Anything:
        result = read_value(value, fact, strict=strict)
        return absent if result is None else result

    reader = writer.constant(read)
    yield f"{variable} = get({writer.constant(fact.id)})"
    match fact.type:
        case "integer":
            low, high = writer.constant(SMALLEST_INTEGER), writer.constant(LARGEST_INTEGER)
            plain = f"{variable}.__class__ is {writer.constant(int)} and {low} <= {variable} <= {high}"
        case "number":
            plain = f"{variable}.__class__ is {writer.constant(float)}"
        case "boolean":
            plain = f"{variable} is True or {variable} is False or {variable} is None"
        case "choice":
            ids = writer.constant(choices_of(fact).ids)
            is_id = f"{variable}.__class__ is {writer.constant(str)} and {variable} in {ids}"
            plain = f"{variable} is None or {is_id}"
        case "choices":
            plain = f"{variable} is None"
    yield f"if not ({plain}): {variable} = {reader}({variable})"


def _derived(fact: Fact, writer: _Writer) -> Iterator[str]:
    """Write the line that works out a missing fact of its parts, if it follows from them."""
    if fact.follows is None:
        return
    variable = writer.variables[fact.id]
    first, second = (writer.variables[part] for part in fact.follows.parts)
    if isinstance(fact.follows, Differs):
        are_known = f"{variable} is None and {first} is not None and {second} is not None"
        yield f"if {are_known}: {variable} = {first} != {second}"
    else:  # NaN is true, and makes NaN of whatever it is divided by or into
        double = writer.constant(float)
        yield f"if {variable} != {variable} and {second}: {variable} = {double}({first}) / {double}({second})"
