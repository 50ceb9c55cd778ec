"""Reporting says in words, in English or French, what was proved of a taxonomy."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from customer_types._deciding.wording import Wording
from customer_types._messages import Plain, message
from customer_types._model.taxonomies import Category, Disjoint, Exhaustive, Implies, Overlaps, Rule, Taxonomy
from customer_types._proving.findings import Gap, Need, Overlap, Shadow, Violation
from customer_types._proving.trials import Trial, answer, failed, impossibility

_INDENT = "    "


class Findings(Protocol):
    """What was proved of a taxonomy: see `verification.Report`."""

    taxonomy: Taxonomy

    @property
    def is_void(self) -> bool: ...
    @property
    def violations(self) -> tuple[Violation, ...]: ...
    @property
    def undecided(self) -> tuple[Rule, ...]: ...
    @property
    def examples(self) -> tuple[Trial, ...]: ...
    @property
    def unreachable(self) -> tuple[Category, ...]: ...
    @property
    def maybe_unreachable(self) -> tuple[Category, ...]: ...
    @property
    def shadows(self) -> tuple[Shadow, ...]: ...
    @property
    def overlaps(self) -> tuple[Overlap, ...]: ...
    @property
    def has_all_overlaps(self) -> bool: ...
    @property
    def gaps(self) -> tuple[Gap, ...]: ...
    @property
    def has_all_gaps(self) -> bool: ...
    @property
    def needs(self) -> tuple[Need, ...]: ...
    @property
    def has_all_needs(self) -> bool: ...
    @property
    def customers(self) -> int | None: ...
    @property
    def decided(self) -> Mapping[str, int]: ...


def write(report: Findings, language: str) -> str:
    """Say what was proved: the rules, then what overlaps, what is left out, what is needed."""
    return "\n".join(_Writer(report, language).lines())


class _Writer:
    def __init__(self, report: Findings, language: str) -> None:
        self.report = report
        self.language = language
        self.words = Wording(report.taxonomy, language)

    def say(self, key: str, **arguments: object) -> str:
        plain = {name: Plain(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return message(f"report.{key}", self.language, plain)

    def names(self, categories: tuple[Category, ...], key: str = "report.and") -> str:
        return message(key, self.language, {}).join(map(self.words.label, categories))

    def lines(self) -> Iterator[str]:
        taxonomy = self.report.taxonomy
        yield self.say("title", label=self.words.label(taxonomy), id=taxonomy.id, version=taxonomy.version)
        if self.report.is_void:
            yield self.say("void")
            return
        parts = [
            self.rules,
            self.examples,
            self.unreachable,
            self.shadows,
            self.overlaps,
            self.gaps,
            self.needs,
        ]
        if all(category.when is None for category in taxonomy):
            parts = [self.no_criteria, *parts[not taxonomy.rules : 2]]
        for part in parts:
            found = list(part())
            if found:
                yield ""
                yield from found
        decided = self.report.decided
        key = "decided-by-z3" if "z3" in decided else "decided"
        yield ""
        yield self.say(key, count=decided.get("cells", 0), z3=decided.get("z3", 0))

    def no_criteria(self) -> Iterator[str]:
        yield self.say("no-criteria")

    def rules(self) -> Iterator[str]:
        if not self.report.taxonomy.rules:
            yield self.say("no-rules")
            return
        yield self.say("rules")
        for rule in self.report.taxonomy.rules:
            broken = [violation for violation in self.report.violations if violation.rule is rule]
            mark = "✗" if broken else "?" if rule in self.report.undecided else "✓"
            for sentence in self.sentences(rule):
                yield f"{_INDENT}{mark} {sentence}"
            for violation in broken:
                if violation.code != "rules.gap":
                    yield _INDENT * 2 + self.names(violation.categories)
                if violation.witness is not None:
                    yield from self.example(violation.witness.render(self.language), depth=3)

    def examples(self) -> Iterator[str]:
        """Say how many examples hold, and what is otherwise in those that do not."""
        every = self.report.taxonomy.examples
        wrong = failed(self.report.examples)
        if not every:
            return
        key = "examples-differ" if wrong else "examples"
        yield self.say(key, count=len(every) - len(wrong), all=len(every))
        for example, tried in wrong.items():
            text = example.text(self.language, fallback=self.words.fallback)
            yield f"{_INDENT}✗ {text}"
            if tried[0].impossible:
                customer = impossibility(tried[0]).render(self.language)
                yield _INDENT * 2 + self.say("impossible", customer=customer)
            for trial in (trial for trial in tried if not trial.agrees):
                category = Plain(self.words.label(trial.category))
                said = answer(category, trial.verdict, trial.expected, reason=trial)
                yield _INDENT * 2 + said.render(self.language)

    def sentences(self, rule: Rule) -> Iterator[str]:
        """Say what a rule declares."""

        def label(id: str) -> Plain:
            return Plain(self.words.label(self.report.taxonomy.named(id)))

        match rule:
            case Disjoint(categories=None):
                taxonomy = self.report.taxonomy
                every = "all" if len(taxonomy.current) == len(taxonomy) else "current"
                yield message(f"rule.disjoint-{every}", self.language, {})
            case Disjoint(categories=tuple(ids)):
                yield message(
                    "rule.disjoint", self.language, {"categories": Plain(", ".join(map(label, ids)))}
                )
            case Overlaps(categories=ids):
                yield message(
                    "rule.overlaps", self.language, {"categories": Plain(", ".join(map(label, ids)))}
                )
            case Exhaustive():
                yield message("rule.exhaustive", self.language, {})
            case Implies(pairs=pairs):
                for category, other in pairs:
                    yield message(
                        "rule.implies", self.language, {"category": label(category), "other": label(other)}
                    )

    def example(self, text: str, *, depth: int) -> Iterator[str]:
        yield _INDENT * depth + self.say("example", witness=text)

    def unreachable(self) -> Iterator[str]:
        for category in self.report.unreachable:
            yield self.say("unreachable", label=self.words.label(category))
        for category in self.report.maybe_unreachable:
            yield self.say("maybe-unreachable", label=self.words.label(category))

    def shadows(self) -> Iterator[str]:
        if self.report.shadows:
            yield self.say("shadows")
        for shadow in self.report.shadows:
            yield _INDENT + self.say(
                "shadow-whole" if shadow.is_whole else "shadow",
                label=self.words.label(shadow.category),
                earlier=self.names(shadow.earlier, "report.together"),
            )
            if shadow.witness is not None:
                yield from self.example(shadow.witness.render(self.language), depth=2)

    def overlaps(self) -> Iterator[str]:
        if self.report.taxonomy.decide == "first":
            return
        if self.report.overlaps or self.report.has_all_overlaps:
            yield self.say("overlaps" if self.report.overlaps else "no-overlaps")
        for overlap in self.report.overlaps:
            yield _INDENT + self.names(overlap.categories)
            yield from self.example(overlap.witness.render(self.language), depth=2)
        if not self.report.has_all_overlaps:
            yield self.say("more-overlaps")

    def gaps(self) -> Iterator[str]:
        gaps = self.report.gaps
        counts = [gap.count for gap in gaps]
        if not gaps:
            if self.report.has_all_gaps:
                yield self.say("no-gaps")
        elif self.report.customers is not None and None not in counts and self.report.has_all_gaps:
            yield self.say("gaps-counted", count=sum(filter(None, counts)), all=self.report.customers)
        else:
            yield self.say("gaps")
        for gap in gaps:
            yield _INDENT + self.words.in_line(gap.where)
            if gap.count != 1:  # else the description is the example
                yield from self.example(gap.witness.render(self.language), depth=2)
        if not self.report.has_all_gaps:
            yield self.say("more-gaps")

    def needs(self) -> Iterator[str]:
        if self.report.needs:
            yield self.say("needs")
        for need in self.report.needs:
            yield _INDENT + self.words.label(need.fact)
            yield from self.example(need.witness.render(self.language), depth=2)
        if not self.report.has_all_needs:
            yield self.say("more-needs")
