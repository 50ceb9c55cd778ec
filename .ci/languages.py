"""Write what the library knows of languages: plural rules, other spellings of tags, and registered subtags.

    python .ci/languages.py FOLDER

The folder has the packages `cldr-core` (CLDR of the Unicode Consortium) and `language-subtag-registry`
(IANA's registry of BCP 47) as npm unpacks them: see CONTRIBUTING. What is written is Python, so that a rule
is compiled once, with the package, and no rule is read as text when a label is asked for.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

SOURCE = Path(__file__).parents[1] / "src" / "customer_types"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
#: Whole numbers up to which a noun is asked for a form of its own: none is declined for millions alone.
USUAL = range(1000)

Range = tuple[int, int]
#: Is the operand, or what is left of it by division, in one of the ranges?
Relation = tuple[str, int, bool, tuple[Range, ...]]
Condition = tuple[tuple[Relation, ...], ...]  # one of these, of which all
_RELATION = re.compile(r"([nivwftce])(?: % (\d+))? (=|!=) ([\d.,]+)")


# ---- rules


def condition_of(text: str) -> Condition:
    """Read a condition of CLDR, such as `v = 0 and i % 10 = 2..4 and i % 100 != 12..14`."""
    rule = text.partition("@")[0].strip()
    return tuple(tuple(map(_relation, one.split(" and "))) for one in rule.split(" or ")) if rule else ()


def _relation(text: str) -> Relation:
    match = _RELATION.fullmatch(text.strip())
    assert match is not None, text
    ranges = []
    for one in match[4].split(","):
        first, _, last = one.partition("..")
        ranges.append((int(first), int(last or first)))
    return match[1], int(match[2] or 0), match[3] == "=", tuple(ranges)


def without(condition: Condition, constants: str) -> Condition | None:
    """Leave out what is decided where some operands are 0; `None` is a condition that always holds."""
    left = []
    for all_of in condition:
        relations = []
        for operand, modulus, is_in, ranges in all_of:
            if operand not in constants:
                relations.append((operand, modulus, is_in, ranges))
            elif any(first <= 0 <= last for first, last in ranges) != is_in:
                break
        else:
            if not relations:
                return None
            if tuple(relations) not in left:
                left.append(tuple(relations))
    return tuple(left)


def holds(condition: Condition, number: int) -> bool:
    """Tell whether a condition holds for a whole number."""
    values = dict.fromkeys("vwftce", 0) | dict.fromkeys("ni", number)
    return any(
        all(
            any(
                first <= (values[one] % modulus if modulus else values[one]) <= last for first, last in ranges
            )
            == is_in
            for one, modulus, is_in, ranges in all_of
        )
        for all_of in condition
    )


def _joined(condition: Condition, write: Callable[[Relation], str], both: str, either: str) -> str:
    parts = [both.join(map(write, all_of)) for all_of in condition]
    return either.join(f"({one})" if both in one and len(parts) > 1 else one for one in parts)


def python(condition: Condition) -> str:
    """Write a condition in Python."""
    return _joined(condition, _python, " and ", " or ")


def _python(relation: Relation) -> str:
    operand, modulus, is_in, ranges = relation
    value = f"{operand} % {modulus}" if modulus else operand
    numbers = [number for first, last in ranges for number in range(first, last + 1)]
    if len(numbers) == 1:
        return f"{value} {'==' if is_in else '!='} {numbers[0]}"
    word = "in" if is_in else "not in"
    if len(numbers) <= 10:
        return f"{value} {word} ({', '.join(map(str, numbers))})"
    tests = [f"{value} {word} range({first}, {last + 1})" for first, last in ranges if first != last]
    single = [str(first) for first, last in ranges if first == last]
    tests += [f"{value} {word} ({', '.join(single)})"] if single else []
    return f"({' or '.join(tests)})" if len(tests) > 1 and is_in else " and ".join(tests)


def c(condition: Condition) -> str:
    """Write a condition about whole numbers in C, as gettext reads it."""
    return _joined(condition, _c, " && ", " || ")


def _c(relation: Relation) -> str:
    _, modulus, is_in, ranges = relation
    value = f"n % {modulus}" if modulus else "n"
    equal, less, more, joint = ("==", ">=", "<=", " || ") if is_in else ("!=", "<", ">", " && ")
    inner = " && " if is_in else " || "
    tests = []
    for first, last in ranges:
        if last - first < 2:
            tests += [f"{value} {equal} {number}" for number in range(first, last + 1)]
        elif is_in:
            test = f"{value} {less} {first}{inner}{value} {more} {last}"
            tests.append(test if len(ranges) == 1 else f"({test})")
        else:
            tests.append(f"({value} {less} {first}{inner}{value} {more} {last})")
    text = joint.join(tests)
    return f"({text})" if is_in and len(tests) > 1 else text


Rule = tuple[tuple[str, Condition], ...]


def rules_of(plurals: dict[str, dict[str, str]], parents: dict[str, str]) -> dict[Rule, list[str]]:
    """Group languages by their rules, with the varieties that count as their parents in CLDR."""
    prefix = "pluralRule-count-"
    by_tag = {
        tag: tuple(
            (name.removeprefix(prefix), condition_of(text))
            for name, text in rule.items()
            if name != prefix + "other"
        )
        for tag, rule in plurals.items()
    }
    for tag, parent in parents.items():
        start = tag.partition("-")[0]
        if parent in by_tag and "-" in parent and by_tag[parent] != by_tag[start]:
            by_tag[tag] = by_tag[parent]
    grouped: dict[Rule, list[str]] = {}
    for tag in sorted(by_tag):
        grouped.setdefault(by_tag[tag], []).append(tag)
    return grouped


def rules_module(grouped: dict[Rule, list[str]], version: str) -> str:
    """Write a function for each rule, and which language has which."""
    lines = [
        '"""A plural rule tells which category of CLDR a language has for a number.',
        "",
        *_written_from(version),
        "",
        "Operands are CLDR's: `n` is the number, `i` its whole part, `v` how many digits its fraction has,",
        "`f` these digits as a number, `t` the same without zeros at the end.",
        '"""',
        "",
        "from collections.abc import Callable",
        "",
        "Rule = Callable[[float, int, int, int, int], str]",
    ]
    for rule, tags in grouped.items():
        lines += ["", "", f"def {_name(tags)}(n: float, i: int, v: int, f: int, t: int) -> str:"]
        conditions = [(category, without(condition, "ce")) for category, condition in rule]
        for category, condition in conditions:
            assert condition, (tags, category)  # none is always met, none never
            lines += [f"    if {python(condition)}:", f'        return "{category}"']
        lines.append('    return "other"')
    lines += ["", "", "#: The rule of each language; `und` stands for those without one."]
    lines.append("RULES: dict[str, Rule] = {")
    lines += [f'    "{tag}": {_name(tags)},' for tags in grouped.values() for tag in tags]
    lines += ["}", "", "#: The categories that a rule has, each for some number."]
    lines.append("CATEGORIES: dict[Rule, tuple[str, ...]] = {")
    for rule, tags in grouped.items():
        lines.append(f"    {_name(tags)}: {_tuple([*(category for category, _ in rule), 'other'])},")
    return "\n".join([*lines, "}", ""])


def _tuple(words: list[str]) -> str:
    listed = ", ".join(f'"{word}"' for word in words)
    return f"({listed},)" if len(words) == 1 else f"({listed})"


def _name(tags: list[str]) -> str:
    return "_" + min(tags, key=lambda tag: ("-" in tag, tag)).replace("-", "_").lower()


def formulas_module(grouped: dict[Rule, list[str]], version: str) -> str:
    """Write the formula of gettext for each language, with the categories that it numbers."""
    lines = [
        '"""A formula numbers the forms of a plural for gettext, which knows whole numbers only.',
        "",
        *_written_from(version),
        '"""',
        "",
    ]
    names, formulas = [], []
    for rule, tags in grouped.items():
        used = {_category(rule, number) for number in USUAL}
        categories = [one for one in CATEGORIES if one in used]
        name = _name(tags).upper()
        formulas.append(f'{name} = ({_tuple(categories)}, "{_formula(rule, categories)}")')
        names += [f'    "{tag}": {name},' for tag in tags]
    lines += formulas
    lines += [
        "",
        "#: The categories that whole numbers below a thousand have, and the formula for their places.",
    ]
    return "\n".join([*lines, "FORMULAS: dict[str, tuple[tuple[str, ...], str]] = {", *names, "}", ""])


def _category(rule: Rule, number: int) -> str:
    return next((category for category, condition in rule if holds(condition, number)), "other")


def _formula(rule: Rule, categories: list[str]) -> str:
    conditions = {category: without(condition, "vwftce") for category, condition in rule}
    tests = [(place, c(conditions[one] or ())) for place, one in enumerate(categories[:-1])]
    if not tests:
        return "0"
    usual = {"n == 1": "(n != 1)", "(n == 0 || n == 1)": "(n > 1)", "n == 0 || n == 1": "(n > 1)"}
    if len(tests) == 1 and tests[0][1] in usual:
        return usual[tests[0][1]]
    return f"({' : '.join(f'{test} ? {place}' for place, test in tests)} : {len(tests)})"


# ---- tags


def aliases_module(core: Path, version: str) -> str:
    """Write which spellings of subtags stand for which others."""
    found = _read(core, "metadata", "aliases")["alias"]
    aliases = {
        key: {old: new["_replacement"] for old, new in found[key].items()}
        for key in ("languageAlias", "scriptAlias", "territoryAlias", "variantAlias")
    }
    everything = aliases["languageAlias"]
    languages = {old: new for old, new in everything.items() if re.fullmatch(r"[a-z]{2,3}", old)}
    several = {old: new.partition("-x-")[0] for old, new in everything.items() if _SEVERAL.fullmatch(old)}
    for old, new in languages.items():  # one step leads to the end
        languages[old] = languages.get(new, new)
        assert languages[old].partition("-")[0] not in languages, old
    variants = aliases["variantAlias"]
    for old, new in everything.items():
        if re.fullmatch(r"und-[a-z0-9]{5,8}", old):
            variants[old.removeprefix("und-")] = new.removeprefix("und").removeprefix("-")
    regions = {
        old: new.split(" ")
        for old, new in aliases["territoryAlias"].items()
        if re.fullmatch(r"[A-Z]{2}|[0-9]{3}", old)
    }
    shared = {old: new for old, new in regions.items() if len(new) > 1}
    return "\n".join(
        [
            '"""An alias is another spelling of a subtag: a longer, an older or a mistaken one.',
            "",
            *_written_from(version),
            '"""',
            "",
            *_table("LANGUAGES", "What a language is called instead, perhaps with a script.", languages),
            *_table("SEVERAL", "What two subtags are called together.", several),
            *_table("SCRIPTS", "What a script is called instead.", aliases["scriptAlias"]),
            *_table(
                "REGIONS",
                "What a region is called instead, or the first of several.",
                {old: new[0] for old, new in regions.items()},
            ),
            *_table(
                "SHARED",
                "Regions that several others came after.",
                {old: " ".join(new) for old, new in shared.items()},
            ),
            *_table("HOMES", "Where a language is at home, if that is one of those.", _homes(core, shared)),
            *_table("VARIANTS", "What a variant is called instead; `AX` is a region.", variants),
        ]
    )


#: Old tags of two subtags; `und` stands for any language.
_SEVERAL = re.compile(r"(?!und-|i-)[a-z]{2,3}-[A-Za-z0-9]+")


def _homes(core: Path, shared: dict[str, list[str]]) -> dict[str, str]:
    """Tell where the languages are at home for which the first of several regions is the wrong one."""
    # Languages of which CLDR has more than a guess.
    known = {
        *_read(core, "plurals-type-cardinal", "plurals"),
        *(tag.partition("-")[0] for tag in _read(core, "languageData", "languageData")),
    }
    likely = _read(core, "likelySubtags", "likelySubtags")
    regions = {region for listed in shared.values() for region in listed[1:]}
    return {
        tag: full.rpartition("-")[2]
        for tag, full in likely.items()
        if tag in known and full.rpartition("-")[2] in regions
    }


def _written_from(version: str) -> list[str]:
    return [
        f"Written by `.ci/languages.py` from CLDR {version}: run it again, rather than edit this.",
        "Copyright © 1991-2026 Unicode, Inc.; `LICENSES/Unicode-3.0.txt` has the terms.",
    ]


def _table(name: str, comment: str, entries: dict[str, str]) -> list[str]:
    """Write a table, many entries a line."""
    text = ", ".join(f'"{old}": "{new}"'.replace(" ", "~") for old, new in sorted(entries.items()))
    body = fill(text, 105, break_on_hyphens=False).replace("\n", "\n    ").replace("~", " ")
    return ["", f"#: {comment}", "# fmt: off", f"{name} = {{", f"    {body},", "}", "# fmt: on"]


#: What is meant by codes whose country speaks another language more, and by what is no code at all.
_MEANT = {"by": "be", "kz": "kk", "sp": "es"}


def subtags_module(core: Path, registry: Path, version: str) -> str:
    """Write which subtags are registered, and which language is meant by the code of a country."""
    kinds: dict[str, list[str]] = {}
    for record in json.loads((registry / "registry.json").read_text("utf-8")):
        subtag = record.get("Subtag", "")
        if subtag and ".." not in subtag:
            kinds.setdefault(record["Type"], []).append(subtag)
    date = json.loads((registry / "meta.json").read_text("utf-8"))["File-Date"]
    likely = _read(core, "likelySubtags", "likelySubtags")
    meant = {
        region.lower(): likely[f"und-{region}"].partition("-")[0]
        for region in kinds["region"]
        if region.isalpha() and region.lower() not in kinds["language"] and f"und-{region}" in likely
    } | _MEANT
    return "\n".join(
        [
            '"""A subtag is a part of a language tag; IANA registers those of BCP 47.',
            "",
            f"The registry is that of {date}.",
            "",
            *_written_from(version),
            '"""',
            *_words("LANGUAGES", "Languages.", kinds["language"]),
            *_words("SCRIPTS", "Scripts.", kinds["script"]),
            *_words("REGIONS", "Regions.", kinds["region"]),
            *_words("VARIANTS", "Variants.", kinds["variant"]),
            *_table("MEANT", "The language of a country whose code is no language.", meant),
            "",
        ]
    )


def _words(name: str, comment: str, words: Iterable[str]) -> list[str]:
    lines = fill(" ".join(sorted(words)), 110)
    return ["", f"#: {comment}", f'{name} = """', *lines.split("\n"), '"""']


def _read(core: Path, key: str, name: str) -> Any:
    return json.loads((core / "supplemental" / f"{name}.json").read_text("utf-8"))["supplemental"][key]


def modules(folder: Path) -> Iterator[tuple[str, str]]:
    """Make each module, with the path that it has in the library."""
    core, registry = folder / "cldr-core", folder / "language-subtag-registry" / "data" / "json"
    version = json.loads((core / "package.json").read_text("utf-8"))["version"].removesuffix(".0")
    parents = _read(core, "parentLocales", "parentLocales")["parentLocale"]
    grouped = rules_of(_read(core, "plurals-type-cardinal", "plurals"), parents)
    yield "_model/plural_rules.py", rules_module(grouped, version)
    yield "sheets/formulas.py", formulas_module(grouped, version)
    yield "_model/language_aliases.py", aliases_module(core, version)
    yield "_reading/subtags.py", subtags_module(core, registry, version)


if __name__ == "__main__":
    for path, text in modules(Path(sys.argv[1])):
        (SOURCE / path).write_text(text, "utf-8")
        subprocess.run([sys.executable, "-m", "ruff", "format", "-q", SOURCE / path], check=True)  # noqa: S603  # our own
