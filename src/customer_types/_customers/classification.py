"""A classification is the answer of a taxonomy about one customer, with the reason.

The first customers of a taxonomy go through the interpreter; once it is warm, generated code takes
over, which gives the same verdicts.
"""

import dataclasses
import weakref
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Literal, get_args

import attrs

from customer_types._catalog.catalogs import Catalog
from customer_types._catalog.lookups import catalog
from customer_types._customers.verdicts import VerdictMap
from customer_types._deciding import explanation, interpreter
from customer_types._deciding.answers import Answer, Status, answer, effective
from customer_types._deciding.compiled import Verdicts, generate_reader
from customer_types._deciding.derivations import completed, following, with_parts
from customer_types._deciding.interpreter import used_facts
from customer_types._deciding.possibility import impossible_as_given
from customer_types._deciding.values import read_value
from customer_types._messages.suggestions import closest
from customer_types._model.choices import choices_of
from customer_types._model.displays import display
from customer_types._model.facts import Fact, FactType
from customer_types._model.frozen import FrozenMap
from customer_types._model.memory import Memory
from customer_types._model.taxonomies import Action, Category, Taxonomy, require_taxonomy
from customer_types._proving.ways import Way, ways
from customer_types._reading.writing import fingerprint
from customer_types.errors import NotFactsError, OptionError, UnknownFactError

#: After so many customers the interpreter's time exceeds that of generating code.
WARM_AFTER = 200

Extra = Literal["error", "ignore"]


class Classification:
    """What a taxonomy says about one customer.

    Everything but the verdicts is computed when it is asked for.
    """

    __slots__ = ("_facts", "_verdicts", "taxonomy")

    def __init__(self, taxonomy: Taxonomy, facts: Mapping[str, Any], verdicts: Verdicts) -> None:
        self.taxonomy = taxonomy
        self._facts = facts
        self._verdicts = verdicts

    @property
    def verdicts(self) -> VerdictMap:
        """The verdict on each category by id: `True`, `False`, or `None` for unknown.

        A key is understood too. Raises `UnknownIdError`, a KeyError, with a suggestion.
        """
        ids = (category.id for category in self.taxonomy.categories)
        return VerdictMap(self.taxonomy.id, zip(ids, self._verdicts, strict=True))

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories that the customer is in, in file order."""
        pairs = zip(self.taxonomy.categories, self._verdicts, strict=True)
        return tuple(category for category, verdict in pairs if verdict)

    @property
    def category(self) -> Category | None:
        """The one answer: the category that comes first, or the only one; `None` unless `status` is `one`.

        Raises `SeveralAnswersError` for a taxonomy that answers several questions.
        """
        return self.answer.category

    @property
    def status(self) -> Status:
        """Whether there is one answer: `one`, `none`, `several` or `undecided`.

        >>> from customer_types import taxonomy
        >>> result = classify({"orders": 5}, taxonomy("lifecycle"))
        >>> result.category, result.status
        (None, 'undecided')

        `_deciding.answers` defines them. Raises `SeveralAnswersError` for a taxonomy that answers
        several questions.
        """
        return self.answer.status

    @property
    def answer(self) -> Answer:
        """The one answer and its status, in one."""
        return answer(self._verdicts, self.taxonomy)

    @property
    def missing(self) -> tuple[str, ...]:
        """The missing facts that would settle what is unknown, whatever they turn out to be.

        Of a fact that follows from two others, one of which is known, the other one is named.
        """
        return explanation.missing(self.facts, self.taxonomy)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What to do now: the actions of the categories that the customer is in.

        Those of deprecated ones count where the customer is in no current one.
        """
        return tuple(action for category in effective(self.categories) for action in category.actions)

    @property
    def given(self) -> FrozenMap[str, Any]:
        """The customer's facts as they were given, each of its type; missing ones are left out.

        Choices are ids. A value that is not one of the fact's, and was ignored, is there as it is.
        """
        known = self.taxonomy.vocabulary.facts
        read = (
            (name, read_value(value, known[name], strict=False))
            for name, value in self._facts.items()
            if name in known
        )
        return FrozenMap((name, value) for name, value in read if value is not None)

    @property
    def facts(self) -> FrozenMap[str, Any]:
        """The customer's facts as they were understood: those that were given, and what follows from them."""
        return FrozenMap(completed(self.given, _engine_of(self.taxonomy).following))

    @property
    def impossible(self) -> tuple[str, ...]:
        """The facts that no customer can have, alone or together; of what follows its parts are named."""
        return impossible_as_given(self.given, self.taxonomy)

    def ways_into(self, category: str | Category, /, *, allow: Iterable[str] = ()) -> tuple[Way, ...]:
        """List the smallest changes of facts that would put the customer into a category.

        >>> from customer_types import taxonomy
        >>> customer = {"orders": 5, "orders_365d": 1, "usual_gap_days": 120}
        >>> customer |= {"days_since_first_order": 400, "days_since_last_order": 90}
        >>> for way in classify(customer, taxonomy("lifecycle")).ways_into("loyal"):
        ...     print(way)
        Orders in the last 365 days: 3 more orders (4 instead of 1)
        Orders: 1 more order (6 instead of 5)

        Facts move only as their `changeable` says; those that `allow` names move either way. What is
        missing has to be found out, or comes with time where it can't be known before the changes. No way
        is there where nothing that can change leads to the category.
        Raises `UnknownIdError` and `UnknownFactError`, both KeyErrors.
        """
        return ways(self.given, self._category(category), self.taxonomy, into=True, allow=allow)

    def ways_out_of(self, category: str | Category, /, *, allow: Iterable[str] = ()) -> tuple[Way, ...]:
        """List the smallest changes of facts after which the customer would not be in a category.

        The arguments and the errors are those of `ways_into`.
        """
        return ways(self.given, self._category(category), self.taxonomy, into=False, allow=allow)

    def _category(self, category: str | Category) -> Category:
        return self.taxonomy.named(category.id if isinstance(category, Category) else category)

    @property
    def fingerprint(self) -> str:
        """The hash of the taxonomy's content, for the record."""
        return fingerprint(self.taxonomy)

    def explain(self, language: str = "en") -> str:
        """Say in a language which categories the customer is in, and why, criterion by criterion."""
        return explanation.write(self.taxonomy, self.given, self._verdicts, language)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Classification):
            return NotImplemented
        return (self.taxonomy, self.facts, self._verdicts) == (other.taxonomy, other.facts, other._verdicts)

    def __hash__(self) -> int:
        return hash((self.taxonomy.id, self._verdicts))

    def __repr__(self) -> str:
        found = ", ".join(category.id for category in self.categories)
        return f"<Classification {self.taxonomy.id}: {found or 'no category'}>"

    def _repr_html_(self) -> str:
        return display(self)


_USED, _LOOKED_AT = object(), object()

_PLAIN: Mapping[FactType, Any] = {
    "integer": int,
    "number": float,
    "boolean": bool,
    "choice": _LOOKED_AT,
    "choices": frozenset,
}


class _Engine:
    """What is worked out once for a taxonomy: the names of facts, and the way to its verdicts."""

    __slots__ = (
        "calls",
        "facts",
        "following",
        "following_used",
        "ids",
        "plain_classes",
        "runs",
        "sets",
        "taxonomy",
        "used",
    )

    def __init__(self, taxonomy: Taxonomy) -> None:
        require_taxonomy(taxonomy)
        self.taxonomy = weakref.ref(taxonomy)
        self.facts: Mapping[str, Fact] = dict(taxonomy.vocabulary.facts)
        self.following = following(self.facts.values())
        #: The facts that verdicts hang on, with the parts of those that follow.
        self.used = dict.fromkeys(with_parts(used_facts(taxonomy), self.facts))
        self.following_used = {name: how for name, how in self.following.items() if name in self.used}
        #: For each fact the class of values that need no second look; those in use are looked at later.
        self.plain_classes = {
            name: _USED if name in self.used else _PLAIN[fact.type] for name, fact in self.facts.items()
        }
        self.ids = {name: choices_of(fact).ids for name, fact in self.facts.items() if fact.type == "choice"}
        self.sets = frozenset(name for name, fact in self.facts.items() if fact.type == "choices")
        self.calls = 0
        #: By what is done with names and choices that nobody knows.
        self.runs: dict[Extra, Callable[[Callable[[str], Any]], Verdicts]] = {
            extra: partial(self._interpret, extra) for extra in get_args(Extra)
        }

    def _interpret(self, extra: Extra, get: Callable[[str], Any]) -> Verdicts:
        taxonomy = self.taxonomy()
        assert taxonomy is not None  # whoever classifies holds it
        self.calls += 1
        if self.calls > WARM_AFTER:
            self.runs[extra] = generate_reader(taxonomy, strict=extra == "error")
            return self.runs[extra](get)
        is_strict = extra == "error"
        facts = {name: read_value(get(name), self.facts[name], strict=is_strict) for name in self.used}
        return interpreter.verdicts(completed(facts, self.following_used), taxonomy)


_engine_of: Memory[Taxonomy, _Engine] = Memory(_Engine)


def classify(facts: object, taxonomy: Taxonomy, /, *, extra: Extra = "error") -> Classification:
    """Put a customer into the categories of a taxonomy.

    >>> from customer_types import taxonomy
    >>> result = classify({"orders": 0}, taxonomy("lifecycle"))
    >>> result.categories
    (<Category lifecycle/potential>,)

    `facts` is a mapping, or an object with attributes. What is absent, `None` or NaN is missing,
    and a verdict that hangs on it is unknown. A choice is the id of a value, or what the value is called
    in any language. A name that the catalog does not know raises `UnknownFactError` (a KeyError), and a
    choice that is none of the fact's `FactValueError` (a ValueError), unless `extra` is "ignore"; a value
    of another type raises `FactTypeError` (a TypeError), and the id of a taxonomy in its place
    `NotATaxonomyError`, another one.
    """
    engine = _engine_of(taxonomy)
    if extra != "error":
        require_extra(extra)
    kept = facts.copy() if isinstance(facts, dict) else _mapping(facts, engine.facts)
    plain_classes = engine.plain_classes
    for name, value in kept.items():
        plain = plain_classes.get(name)
        if plain is not _USED and (plain is None or value is not None) and type(value) is not plain:
            _check_other(name, value, engine, extra)
    if not engine.sets.isdisjoint(kept):
        for name in engine.sets.intersection(kept):
            if isinstance(kept[name], (list, set)):
                kept[name] = tuple(kept[name])  # what the caller changes later is not in the result
    return Classification(taxonomy, kept, engine.runs[extra](kept.get))


def classify_all(
    facts: object, /, *, catalog: Catalog | None = None, extra: Extra = "error"
) -> FrozenMap[str, Classification]:
    """Put a customer into the categories of every taxonomy that classifies customers, by taxonomy id.

    >>> classify_all({"orders": 0})["lifecycle"]
    <Classification lifecycle: potential>

    Taxonomies without criteria are left out: they class facts, or people of another time.
    """
    return FrozenMap((one.id, classify(facts, one, extra=extra)) for one in classifying(catalog))


def classifying(among: Catalog | None = None) -> tuple[Taxonomy, ...]:
    """List the taxonomies that have criteria for today’s customers."""
    taxonomies = catalog() if among is None else among
    return tuple(one for one in taxonomies if not one.historical and any(c.when is not None for c in one))


def _check_other(name: Any, value: Any, engine: _Engine, extra: Extra) -> None:
    """Check a fact that a taxonomy does not use: a wrong one is an error in every taxonomy alike."""
    if name in engine.facts:
        if value.__class__ is not str or value not in engine.ids.get(name, ()):
            read_value(value, engine.facts[name], strict=extra == "error")
    elif extra == "error":
        raise UnknownFactError(str(name), closest(name, engine.facts))


def _mapping(facts: Any, known: Mapping[str, Fact]) -> dict[str, Any]:
    """Take facts from a mapping, from the fields of an object, or from its attributes."""
    if isinstance(facts, Mapping) or callable(getattr(facts, "keys", None)):
        return {name: facts[name] for name in facts.keys()}  # noqa: SIM118  # a pandas row is one too
    names: Iterable[str] | None = None
    if attrs.has(type(facts)):
        names = attrs.fields_dict(type(facts))
    elif dataclasses.is_dataclass(facts) and not isinstance(facts, type):
        names = [field.name for field in dataclasses.fields(facts)]
    elif isinstance(facts, tuple):
        names = getattr(facts, "_fields", None)
    if names is not None:
        return {name: getattr(facts, name) for name in names}
    found = {name: getattr(facts, name) for name in known if hasattr(facts, name)}
    if not found:
        raise NotFactsError(type(facts).__name__)
    return found


def require_extra(extra: Extra) -> None:
    """Check that a word says what to do with names and choices that nobody knows. Raises `OptionError`."""
    if extra not in get_args(Extra):
        raise OptionError("extra", extra, get_args(Extra))
