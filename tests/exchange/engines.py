"""Engines of JSONLogic and of CEL, each a function of rules and customers to verdicts."""

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any

import cel as rust
import celpy
import celpy.adapter
import datalogic_py
from cel_expr_python import cel as google

from customer_types.cel import Verdict

Customer = dict[str, Any]
Answers = list[tuple[Any, ...]]

#: The folder of the package json-logic-js, to ask the reference implementation too; it needs node.
REFERENCE = os.environ.get("CUSTOMER_TYPES_JSON_LOGIC")


def as_data(customer: Customer, place: int) -> Customer:
    """Give a customer as JSON holds one: what is missing is left out or null, in turns; sets are lists."""
    found: Customer = {}
    for number, (name, value) in enumerate(customer.items()):
        if value is None or value != value:
            if (number + place) % 2:
                found[name] = None
        else:
            found[name] = sorted(value) if isinstance(value, frozenset) else value
    return found


def is_json(customer: Customer) -> bool:
    """Tell whether JSON can hold a customer: it has no infinite numbers."""
    return all(not isinstance(value, float) or isfinite(value) for value in customer.values())


# ---- JSONLogic


def _datalogic(rules: Sequence[Any], customers: Sequence[Customer]) -> Answers:
    written = [json.dumps(rule) for rule in rules]
    data = [json.dumps(customer) for customer in customers]
    return [tuple(datalogic_py.apply(rule, one) for rule in written) for one in data]


def _reference(rules: Sequence[Any], customers: Sequence[Customer]) -> Answers:
    program = (
        f"const logic = require({json.dumps(REFERENCE)});"
        "const [rules, customers] = JSON.parse(require('fs').readFileSync(0));"
        "console.log(JSON.stringify(customers.map(one => rules.map(rule => logic.apply(rule, one)))))"
    )
    done = subprocess.run(
        ["node", "-e", program],
        input=json.dumps([rules, customers]),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [tuple(answers) for answers in json.loads(done.stdout)]


JSON_LOGIC: dict[str, Callable[[Sequence[Any], Sequence[Customer]], Answers]] = {"datalogic": _datalogic}
if REFERENCE is not None:
    JSON_LOGIC["json-logic-js"] = _reference

# ---- CEL


def _verdict(yes: object, no: object) -> bool | None:
    """Make a verdict of what two expressions give, which is true or false and never both true."""
    assert isinstance(yes, bool)
    assert isinstance(no, bool)
    assert not (yes and no)
    return True if yes else False if no else None


def _google(verdicts: Sequence[Verdict], customers: Sequence[Customer]) -> Answers:
    environment = google.NewEnv(variables={"customer": google.Type.DYN})
    made = [(environment.compile(one.yes), environment.compile(one.no)) for one in verdicts]
    return [
        tuple(_verdict(*(part.eval(data={"customer": customer}).value() for part in pair)) for pair in made)
        for customer in customers
    ]


def _rust(verdicts: Sequence[Verdict], customers: Sequence[Customer]) -> Answers:
    made = [(rust.compile(one.yes), rust.compile(one.no)) for one in verdicts]
    return [
        tuple(_verdict(*(part.execute({"customer": customer}) for part in pair)) for pair in made)
        for customer in customers
    ]


def _python(verdicts: Sequence[Verdict], customers: Sequence[Customer]) -> Answers:
    environment = celpy.Environment()
    made = [
        tuple(environment.program(environment.compile(part)) for part in (one.yes, one.no))
        for one in verdicts
    ]
    data: list[Any] = [celpy.adapter.json_to_cel({"customer": customer}) for customer in customers]
    return [tuple(_verdict(*(bool(part.evaluate(one)) for part in pair)) for pair in made) for one in data]


CEL: dict[str, Callable[[Sequence[Verdict], Sequence[Customer]], Answers]] = {
    "cel-cpp": _google,
    "cel-rust": _rust,
    "cel-python": _python,
}
#: cel-python takes milliseconds where the others take microseconds.
SLOW = frozenset({"cel-python"})
