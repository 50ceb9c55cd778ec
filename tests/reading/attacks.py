"""Texts made to hang, crash or exhaust whoever reads them, each with the first fault that it must give.

`python -m tests.reading.attacks` reads all of them within little memory and prints what came of each
as JSON, by name: a process that dies takes no test suite with it.
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module

from customer_types import LoadError, loads

MIB = 1024 * 1024
MEMORY = 192 * MIB  # beyond what the process has when it begins
SECONDS = 120

HEAD = "id: t\nversion: 1.0.0\nlabel: {en: A, fr: B}\n"
ONE = HEAD + "categories:\n  - {id: a, label: {en: a, fr: b}, when: {orders: 1}}\n"


def full(part: str) -> str:
    """Repeat a text until it is as large as a file may be."""
    return part * (MIB // len(part.encode()))


def chain(length: int, last: str) -> str:
    """Build each category upon the next one."""
    links = [
        f"  - {{id: c{number}, label: {{en: c, fr: c}}, when: {{category: c{number + 1}}}}}\n"
        for number in range(length)
    ]
    return (
        f"{HEAD}categories:\n{''.join(links)}  - {{id: c{length}, label: {{en: c, fr: c}}, when: {last}}}\n"
    )


def laughs(levels: int) -> str:
    """Write lists of lists of lists by aliases, nine times as large at each level."""
    more = (f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels))
    return "\n".join(["a0: &a0 [x, x, x, x, x, x, x, x, x]", *more])


def merges(levels: int) -> str:
    """Write mappings that merge the one before nine times over."""
    more = (
        f"m{level}: &m{level} {{<<: [{', '.join([f'*m{level - 1}'] * 9)}]}}" for level in range(1, levels)
    )
    return "\n".join(["m0: &m0 {x: 1}", *more])


#: By name: the text, and code, line and column of its first fault; no code where it is a good file.
ATTACKS: dict[str, tuple[Callable[[], str], str | None, int | None, int | None]] = {
    "1 MiB of [": (lambda: full("["), "yaml.too-deep", 1, 33),
    "1 MiB of [ on lines": (lambda: full("[\n"), "yaml.too-deep", 33, 1),
    "1 MiB of dashes in one line": (lambda: full("- "), "yaml.too-deep", 1, 65),
    "1 MiB of dashes on lines": (lambda: full("-\n"), "yaml.too-big", 50001, 2),
    "1 MiB of question marks in one line": (lambda: full("? "), "yaml.key-type", 1, 3),
    "1 MiB of question marks on lines": (lambda: full("?\n"), "yaml.duplicate-key", 2, 2),
    "1 MiB of {": (lambda: full("{"), "yaml.key-type", 1, 2),
    "1 MiB of [{": (lambda: full("[{"), "yaml.key-type", 1, 3),
    "1 MiB of !": (lambda: full("!"), "yaml.tag", 1, 1),
    "1 MiB of tags": (lambda: full("!a "), "yaml.tag", 1, 1),
    "1 MiB of tag directives": (lambda: full("%TAG !e! tag:e,2000:\n"), "yaml.tag", 1, 1),
    "1 MiB of other tag directives": (
        lambda: "".join(f"%TAG !e{number}! t\n" for number in range(55_000)) + "---\na: 1\n",
        "yaml.tag",
        1,
        1,
    ),
    "tag directives with the line ends of a Macintosh": (
        lambda: "".join(f"%TAG !e{number}! t\r" for number in range(55_000)) + "---\ra: 1\r",
        "yaml.tag",
        1,
        1,
    ),
    "tag directives of a second document": (
        lambda: ONE + "...\n" + "".join(f"%TAG !e{number}! t\n" for number in range(50_000)) + "---\na: 1\n",
        "yaml.tag",
        7,
        1,
    ),
    '1 MiB of "': (lambda: full('"'), "yaml.syntax", 1, 3),
    "1 MiB of '": (lambda: full("'"), "schema.type", 1, 1),
    "1 MiB of |": (lambda: full("|"), "yaml.syntax", 1, 1),
    "1 MiB of >": (lambda: full(">"), "yaml.syntax", 1, 1),
    "1 MiB of &": (lambda: full("&"), "yaml.syntax", 1, 1),
    "1 MiB of *": (lambda: full("*"), "yaml.syntax", 1, 1),
    "1 MiB of anchors": (lambda: full("&a "), "yaml.anchor", 1, 1),
    "1 MiB of #": (lambda: full("#"), "file.empty", 1, 1),
    "1 MiB of blanks": (lambda: full(" "), "file.empty", 1, 1),
    "1 MiB of line ends": (lambda: full("\n"), "file.empty", 1, 1),
    "1 MiB of carriage returns": (lambda: full("\r"), "file.empty", 1, 1),
    "1 MiB of tabs": (lambda: full("\t"), "yaml.syntax", 1, 1),
    "1 MiB of NUL": (lambda: full("\0"), "text.control", 1, 1),
    "1 MiB of NUL on lines": (lambda: full("\0\n"), "text.control", 1, 1),
    "1 MiB of half surrogates": (lambda: "\ud800" * 300_000, "text.control", 1, 1),
    "1 MiB of no-break spaces": (lambda: full("\u00a0"), "schema.type", 1, 1),
    "1 MiB of colons": (lambda: full(":"), "yaml.syntax", 1, MIB),
    "1 MiB of keys without an end": (lambda: full("a: "), "yaml.syntax", 1, 5),
    "1 MiB of documents": (lambda: full("---\n"), "yaml.multiple-documents", 2, 1),
    "a key of 1 MB": (lambda: "k" * 1_000_000 + ": 1\n", "yaml.syntax", 1, 1_000_001),
    "a quoted key of 1 MB": (lambda: '"' + "k" * 1_000_000 + '": 1\n', "yaml.syntax", 1, 1_000_003),
    "a long key of 1 MB": (lambda: f"{ONE}? {'k' * 1_000_000}\n: 1\n", "schema.unknown-key", 6, 3),
    "a text of 1 MB": (
        lambda: f"{ONE}definition: {{en: {'x' * 1_000_000}, fr: y}}\n",
        "text.too-long",
        6,
        18,
    ),
    "a text of line ends": (lambda: '"' + "\n" * 1_000_000 + '"', "schema.type", 1, 1),
    "a whole number of a million digits": (
        lambda: ONE.replace("orders: 1", "orders: " + "9" * 1_000_000),
        "number.too-large",
        5,
        51,
    ),
    "a fraction of a million digits": (
        lambda: ONE.replace("orders: 1", "orders: 0." + "9" * 1_000_000),
        "number.too-large",
        5,
        51,
    ),
    "a number in base 60": (
        lambda: ONE.replace("orders: 1", "orders: 1" + ":59" * 300_000),
        "number.form",
        5,
        51,
    ),
    "a number in base 16": (
        lambda: ONE.replace("orders: 1", "orders: 0x" + "f" * 900_000),
        "number.form",
        5,
        51,
    ),
    "a number with a large exponent": (
        lambda: ONE.replace("orders: 1", "orders: 1e999999999"),
        "number.form",
        5,
        51,
    ),
    "nearly a number": (
        lambda: ONE.replace("orders: 1", "orders: " + "1_" * 450_000 + "x"),
        "schema.type",
        5,
        51,
    ),
    "nearly an id": (lambda: ONE.replace("id: t", "id: " + "a-" * 450_000 + "A"), "id.form", 1, 5),
    "nearly a language": (
        lambda: ONE.replace("fr: B", "fr: B, ? fr-" + "abcde-" * 150_000 + "é : x"),
        "schema.unknown-key",
        3,
        25,
    ),
    "aliases that unfold": (lambda: laughs(10), "yaml.anchor", 1, 5),
    "merges that unfold": (lambda: merges(9), "yaml.anchor", 1, 5),
    "a list in itself": (lambda: "&a [*a, *a, *a]", "yaml.anchor", 1, 1),
    "one text, many aliases": (
        lambda: "a: &a " + "x" * 500_000 + "\nb: [" + "*a," * 100_000 + "]",
        "yaml.anchor",
        1,
        4,
    ),
    "a long line of elements": (lambda: "[" + "a," * 24_000 + "a" * 1_000_000 + "]", "schema.type", 1, 1),
    "thousands of categories built on one another": (
        lambda: chain(3_000, "{orders: 1}"),
        "criteria.too-deep",
        2973,
        57,
    ),
    "a tower of 32 categories": (lambda: chain(31, "{orders: 1}"), None, None, None),
    "categories in a circle": (lambda: chain(20, "{category: c0}"), "criteria.cycle", 25, 55),
    "thousands of categories in a circle": (
        lambda: chain(3_000, "{category: c0}"),
        "criteria.cycle",
        3005,
        57,
    ),
    "thousands of categories of nothing": (
        lambda: f"{HEAD}categories: [{', '.join(['{}'] * 16_000)}]",
        "criteria.missing",
        4,
        14,
    ),
    "thousands of unknown keys": (
        lambda: ONE + "".join(f"labe{number}: x\n" for number in range(20_000)),
        "schema.unknown-key",
        6,
        1,
    ),
    "thousands of unknown numbers as keys": (
        lambda: ONE + "".join(f"{number}: 1\n" for number in range(20_000)),
        "schema.unknown-key",
        6,
        1,
    ),
    "thousands of unknown facts": (
        lambda: ONE.replace("orders: 1", ", ".join(f"orders{number}: 1" for number in range(20_000))),
        "criteria.unknown-field",
        5,
        43,
    ),
    "thousands of unknown sources": (
        lambda: f"{ONE}source: [{', '.join(f'customer-group{number}' for number in range(40_000))}]\n",
        "source.unknown",
        6,
        10,
    ),
    "thousands of unknown categories": (
        lambda: chain(30, "{orders: 1}") + "related: [" + ", ".join(f"cat{n}" for n in range(45_000)) + "]\n",
        "criteria.unknown-category",
        36,
        11,
    ),
    "thousands of keys twice": (lambda: ONE + "version: 1.0.0\n" * 24_000, "yaml.duplicate-key", 6, 1),
    "thousands of faults in one line": (
        lambda: ONE.replace("orders: 1", "orders: [" + "x," * 40_000 + "y]"),
        "schema.type",
        5,
        52,
    ),
}


def first_fault(text: str) -> tuple[str | None, int | None, int | None]:
    """Read a text, write its report in both languages, and give its first fault."""
    try:
        loads(text)
    except LoadError as error:
        for language in ("en", "fr"):
            error.render(language).encode("utf-8")
        first = error.faults[0]
        return first.code, first.location.line, first.location.column
    return None, None, None


def main() -> None:
    """Read all texts within limits of memory and time."""
    loads(ONE)
    resource = import_module("resource")  # of Unix alone
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - as small as can be
        pages = int(file.read().split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for name in sys.argv[1:] or ATTACKS:
        print(json.dumps([name, *first_fault(ATTACKS[name][0]())]), flush=True)


if __name__ == "__main__":
    main()
