"""Writing makes canonical YAML of a taxonomy: the same content always gives the same text.

Reading what was written gives an equal taxonomy. The fingerprint is a hash of that content.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping as MappingOf
from datetime import date
from decimal import Decimal
from typing import Any as Anything

import attrs
import yaml

from customer_types._model.criteria import All, Any, Criterion, InCategory, Not, Operator, Test
from customer_types._model.examples import Example
from customer_types._model.facts import (
    Ascending,
    Differs,
    Fact,
    FactValue,
    Implication,
    Invariant,
    Ratio,
    Unit,
)
from customer_types._model.frozen import FrozenMap
from customer_types._model.labels import FORMS, SAME, Avoided, Label, Name, Naming, Texts, Translation
from customer_types._model.mappings import NO_TERM, Mapping
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import (
    Action,
    Category,
    Deprecation,
    Disjoint,
    Exhaustive,
    Implies,
    Note,
    Overlaps,
    Source,
    Taxonomy,
    Threshold,
    require_taxonomy,
)
from customer_types._reading.keys import KEYS
from customer_types._reading.scalars import is_ambiguous
from customer_types._reading.yaml import require_visible

Content = Anything  # dictionaries, lists and scalars


def dumps(taxonomy: Taxonomy, /) -> str:
    """Write a taxonomy as canonical YAML.

    >>> from customer_types import loads, taxonomy
    >>> lifecycle = taxonomy("lifecycle")
    >>> loads(dumps(lifecycle)) == lifecycle
    True

    Raises `NotATaxonomyError`, a TypeError, and `HiddenCharacterError`, a ValueError, for a text that
    could not be read again.
    """
    require_taxonomy(taxonomy)
    return text_of(_plain(taxonomy))


def text_of(content: Content) -> str:
    """Write dictionaries, lists and scalars as YAML that everybody reads alike.

    >>> print(text_of({"id": "clubs", "version": "1.10"}), end="")
    id: clubs
    version: '1.10'
    """
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, indent=2)
    assert isinstance(text, str)
    return text


def fingerprint(taxonomy: Taxonomy, /) -> str:
    """Hash a taxonomy's content: the same for every way to write the same file.

    >>> from customer_types import taxonomy
    >>> len(fingerprint(taxonomy("lifecycle")))
    64
    """
    return _fingerprint(taxonomy)


def _hash(taxonomy: Taxonomy) -> str:
    content = json.dumps(_plain(taxonomy), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


_fingerprint: Memory[Taxonomy, str] = Memory(_hash)


class _Dumper(yaml.SafeDumper):
    """Writes lists indented, and the same object twice rather than an alias, which nobody may read."""

    # The signatures are PyYAML's.

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Anything) -> bool:  # noqa: ARG002
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.Node:
    require_visible(text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if is_ambiguous(text) else None)


def _represent_float(dumper: _Dumper, number: float) -> yaml.Node:
    """Write a number without an exponent, which would have different readings."""
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{Decimal(repr(number)):f}")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(float, _represent_float)


def plain(part: Taxonomy | Category | Naming | Translation | Fact | Unit | Invariant | Source) -> Content:
    """Give a taxonomy, or a part of one, as dictionaries, lists and scalars, in the form of its file."""
    return _plain(part) if isinstance(part, Taxonomy) else _value(part)


def plain_mappings(mappings: Iterable[Mapping]) -> Content:
    """Give mappings as dictionaries, lists and scalars, in the form of the file of a crosswalk.

    >>> from customer_types import crosswalk
    >>> plain_mappings(crosswalk("supply-chain-positions/middleman", to="gr"))["prefixes"]
    {'gr': 'http://purl.org/goodrelations/v1#'}
    """
    listed = tuple(mappings)
    there = [one.object_source for one in listed if one.object_source is not None]
    written: Content = {"prefixes": {one.prefix: one.iri for one in there}} if there else {}
    # The prefix of a term says already which vocabulary it is from.
    said = (one if one.object == NO_TERM else attrs.evolve(one, object_source=None) for one in listed)
    return {**written, "mappings": [_object(one) for one in said]}


def dumps_mappings(mappings: Iterable[Mapping], /) -> str:
    """Write mappings as the YAML file of a crosswalk, such as those that come from an SSSOM table."""
    return text_of(plain_mappings(mappings))


def _plain(taxonomy: Taxonomy) -> Content:
    written: dict[str, Content] = _object(taxonomy)
    vocabulary = taxonomy.own_vocabulary
    shared = {
        "sources": [_object(source) for source in taxonomy.own_sources],
        "units": [_object(unit) for unit in vocabulary.units.values()],
        "facts": [_object(fact) for fact in vocabulary.facts.values()],
        "invariants": [_object(invariant) for invariant in vocabulary.invariants],
    }
    categories = written.pop("categories")
    last = {key: written.pop(key) for key in ("rules", "examples") if key in written}
    written |= {key: value for key, value in shared.items() if value}
    return {**written, "categories": categories, **last}


def _object(value: Anything) -> Content:
    """Write an object of the model by the table of its keys; what is as by default is left out."""
    fields = attrs.fields_dict(type(value))
    written: dict[str, Content] = {}
    if isinstance(value, Exhaustive):
        written["exhaustive"] = True
    for key, (attribute, _) in KEYS[type(value)].items():
        content = getattr(value, attribute)
        if content != fields[attribute].default:
            if content is None and key != "disjoint":
                continue
            if key == "values" and value.values_of is not None:  # they stand where it has them from
                continue
            written[key] = _WAYS.get(f"{type(value).__name__}.{key}", _value)(content)
    return written


def _value(value: Anything) -> Content:
    match value:
        case Test() | All() | Any() | Not() | InCategory():
            return _criterion(value)
        case Label():
            return {tag: _naming(naming) for tag, naming in sorted(value.by_language.items())}
        case Texts():
            return dict(sorted(value.by_language.items()))
        case Naming():
            return _naming(value)
        case FrozenMap():
            return {key: _value(one) for key, one in sorted(value.items())}
        case (
            Taxonomy()
            | Category()
            | Threshold()
            | Action()
            | Note()
            | Example()
            | Source()
            | Deprecation()
            | Translation()
            | Disjoint()
            | Exhaustive()
            | Implies()
            | Overlaps()
            | Unit()
            | Fact()
            | FactValue()
            | Differs()
            | Ratio()
            | Implication()
            | Ascending()
        ):
            return _object(value)
        case tuple():
            return [_value(part) for part in value]
        case date():
            return value.isoformat()
        case float() if value.is_integer():  # 3.0 is 3
            return int(value)
        case _:
            return value


def _one_or_many(values: tuple[str, ...]) -> Content:
    return values[0] if len(values) == 1 else list(values)


def _facts(facts: MappingOf[str, Anything]) -> Content:
    """Write what is known of a customer; the members of a set have no order but that of the alphabet."""
    return {
        name: sorted(value) if isinstance(value, frozenset) else _value(value)
        for name, value in sorted(facts.items())
    }


_WAYS: MappingOf[str, Callable[[Anything], Content]] = {
    "Example.facts": _facts,
    "Disjoint.disjoint": lambda categories: "all" if categories is None else list(categories),
    "Implies.implies": dict,
    "Mapping.object_source": lambda namespace: namespace.prefix,
    **{
        f"{cls.__name__}.{key}": _one_or_many
        for cls in KEYS
        for key in ("source", "broader", "related")
        if key in KEYS[cls]
    },
}


def _naming(naming: Naming) -> Content:
    if not naming.also and not naming.avoid and naming.name is not None and _is_simple(naming.name):
        return naming.name.forms["one"]
    written: dict[str, Content] = {} if naming.name is None else _name(naming.name)
    if naming.also:
        written["also"] = [_name(name) for name in naming.also]
    if naming.avoid:
        written["avoid"] = [_avoided(avoided) for avoided in naming.avoid]
    return written


def _is_simple(name: Name) -> bool:
    return list(name.forms) == ["one"] and name.gender is None


def _name(name: Name) -> dict[str, Content]:
    forms = {form: name.forms[form] for form in FORMS if form in name.forms}
    return {**forms, **({} if name.gender is None else {"gender": name.gender})}


def _avoided(avoided: Avoided) -> Content:
    reason = {} if avoided.reason is None else {"reason": _value(avoided.reason)}
    means = {} if avoided.means == SAME else {"means": avoided.means}
    return {**_name(avoided.name), **means, **reason}


def _criterion(criterion: Criterion) -> dict[str, Content]:
    match criterion:
        case All(parts):
            return _together(parts) or {"all": [_criterion(part) for part in parts]}
        case Any(parts):
            return {"any": [_criterion(part) for part in parts]}
        case Not(part):
            return {"not": _criterion(part)}
        case InCategory(category):
            return {"category": category}
        case Test():
            return {criterion.fact: _test(criterion)}


def _together(parts: tuple[Criterion, ...]) -> dict[str, Content] | None:
    """Write parts as entries of one mapping, where that keeps them and their order."""
    if len(parts) < 2:
        return None
    written: dict[str, Content] = {}
    last = None
    for part in parts:
        ((key, value),) = _criterion(part).items() if not isinstance(part, All) else ((None, None),)
        if key is None:
            # No key means an `All`: the line above has seen to it.
            key, value = "all", [_criterion(inner) for inner in part.parts]  # type: ignore[union-attr]
        if key not in written:
            written[key] = value
        elif (
            key == last
            and isinstance(written[key], dict)
            and isinstance(value, dict)
            and not written[key].keys() & value.keys()
        ):
            written[key] |= value
        else:
            return None
        last = key if isinstance(part, Test) else None
    return written


def _test(test: Test) -> Content:
    match test.operator:
        case Operator.EQUALS | Operator.ONE_OF:
            return _value(test.value)
        case Operator.INCLUDES:
            assert isinstance(test.value, tuple)
            # Members of a set are text: the reader has checked it.
            return {"includes": _one_or_many(test.value)}  # type: ignore[arg-type]
        case _:
            return {str(test.operator): _value(test.value)}
