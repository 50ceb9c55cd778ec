"""Large taxonomies to measure proofs on, the same in every run."""

import random

import attrs

from customer_types._model.criteria import BOUNDS, All, Any, Criterion, Not, Operator, Test
from customer_types._model.facts import Fact, FactType, FactValue, Vocabulary
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import Label, Name, Naming
from customer_types._model.taxonomies import Category, Taxonomy

MEMBERS = ("a", "b", "c", "d", "e")
KINDS: tuple[FactType, ...] = ("integer", "integer", "number", "boolean", "choice")


def _label(text: str) -> Label:
    return Label(by_language=FrozenMap({"en": Naming(name=Name(forms=FrozenMap({"one": text})))}))


def _taxonomy(facts: list[Fact], criteria: list[Criterion]) -> Taxonomy:
    categories = tuple(
        Category(taxonomy="table", id=f"c{number}", labels=_label(f"c{number}"), when=when)
        for number, when in enumerate(criteria)
    )
    vocabulary = Vocabulary(facts=FrozenMap((fact.id, fact) for fact in facts))
    return Taxonomy(
        id="table",
        version="1.0.0",
        labels=_label("table"),
        categories=categories,
        own_vocabulary=vocabulary,
    )


@attrs.frozen
class _Random:
    """Draws criteria of a random taxonomy."""

    source: random.Random
    facts: list[Fact]

    def test(self) -> Test:
        fact = self.source.choice(self.facts)
        if fact.type == "boolean":
            return Test(fact.id, Operator.EQUALS, self.source.random() < 0.5)
        if fact.type == "choice":
            members = self.source.sample(MEMBERS, self.source.randrange(1, 4))
            return Test(fact.id, Operator.ONE_OF, tuple(members))
        return Test(fact.id, self.source.choice(sorted(BOUNDS)), self.source.randrange(12))

    def criterion(self, depth: int) -> Criterion:
        kind = self.source.random()
        if not depth or kind < 0.35:
            return self.test()
        if kind < 0.85:
            parts = tuple(self.criterion(depth - 1) for _ in range(self.source.randrange(2, 4)))
            return All(parts) if kind < 0.6 else Any(parts)
        return Not(self.criterion(depth - 1))


def random_taxonomy(categories: int, facts: int, *, seed: int) -> Taxonomy:
    """Make a taxonomy of nested criteria over facts of all kinds."""
    source = random.Random(seed)
    made = []
    for number in range(facts):
        kind = source.choice(KINDS)
        values = tuple(FactValue(id=member) for member in MEMBERS) if kind == "choice" else ()
        made.append(Fact(id=f"f{number}", type=kind, labels=_label(f"f{number}"), values=values))
    draw = _Random(source, made)
    return _taxonomy(
        made,
        [All(tuple(draw.criterion(2) for _ in range(source.randrange(2, 5)))) for _ in range(categories)],
    )


def decision_table(rules: int, columns: int, *, noise: float, seed: int) -> Taxonomy:
    """Make a table of rules that divide a space among them, but for some that were moved."""
    source = random.Random(seed)
    boxes = [[(0, 1000)] * columns]
    while len(boxes) < rules:
        box = boxes.pop(source.randrange(len(boxes)))
        column = source.randrange(columns)
        low, high = box[column]
        if high - low < 2:
            boxes.append(box)
            continue
        middle = source.randrange(low + 1, high)
        parts = ((low, middle), (middle, high))
        boxes += [[*box[:column], part, *box[column + 1 :]] for part in parts]
    for number in source.sample(range(rules), int(rules * noise)):
        column = source.randrange(columns)
        low, high = boxes[number][column]
        wider = (max(0, low - source.randrange(100)), min(1000, high + source.randrange(100)))
        narrower = (low + (high - low) // 4, high)
        boxes[number][column] = wider if source.random() < 0.5 else narrower
    facts = [
        Fact(id=f"f{number}", type="number", min=0, max=1000, labels=_label(f"f{number}"))
        for number in range(columns)
    ]
    criteria = []
    for box in boxes:
        tests: list[Criterion] = []
        for fact, (low, high) in zip(facts, box, strict=True):
            tests += [Test(fact.id, Operator.MIN, low)] if low > 0 else []
            tests += [Test(fact.id, Operator.BELOW, high)] if high < 1000 else []
        criteria.append(All(tuple(tests)))
    return _taxonomy(facts, list(criteria))
