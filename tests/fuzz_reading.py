"""A fuzz target: mutated files and plain noise, read until time is over.

`python -m tests.fuzz_reading --seconds 600` mutates the shipped files, the broken ones and small good
ones at random and reads what comes of it. Each text must end in a taxonomy that is written and read
back, or in faults with places inside of it, which read in both languages. It prints counts by what
came of the texts, and ends with 1 at the first that broke a promise, which it leaves in a file.
"""

import argparse
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count as numbers
from pathlib import Path
from random import Random

from customer_types import Taxonomy, catalog, dumps, fingerprint
from customer_types._catalog.shipped import folder
from customer_types._messages import en
from customer_types._model.faults import REST, Fault, LoadError
from customer_types._reading.documents import MAX_BYTES, MAX_FAULTS, decode
from customer_types._reading.files import read_taxonomy

#: Runs for so many cases or so many seconds, and counts what came of them.
Fuzz = Callable[[Random, int | None, float | None], Counter[str]]

BAD = Path(__file__).parent / "bad"

SMALL = (
    (
        "id: club\nversion: 1.0.0\nlabel: {en: Club, fr: Club}\ncategories:\n"
        "  - id: gold\n    label: {en: Gold, fr: Doré}\n    when: {orders: {min: 10}}\n"
    ),
    (
        "id: t\nversion: 1.0.0\nlanguages: [en]\nlabel: {en: T}\ndecide: first\n"
        "thresholds: [{id: few, value: 3, unit: orders, label: {en: Few}, note: {en: A few.}}]\n"
        "facts: [{id: colour, type: choice, label: {en: Colour},"
        " values: [red, {id: blue, label: {en: Blue}}]}]\n"
        "invariants: [{if: {colour: red}, then: {orders: {min: 1}}}, {ascending: [orders_365d, orders]}]\n"
        "sources: [{id: book, title: {en: A book}, language: en, url: 'https://example.org'}]\n"
        "categories:\n"
        "  - {id: a, label: {en: {one: A, other: As, also: [B], avoid: [{one: C, reason: {en: D}}]}},"
        " when: {all: [{orders: {min: few}}, {not: {colour: [red, blue]}}]}, source: [book, editorial]}\n"
        "  - {id: b, label: {en: E}, when: {any: [{category: a}, {category: lifecycle/loyal}]},"
        " actions: [{id: x, text: {en: F.}, towards: a}], notes: [{kind: example, text: {en: G.}}],"
        " valid_from: 2026-01-31, deprecated: {since: 1.0.0, replaced_by: a}, broader: a,"
        " related: [lifecycle/new]}\n"
        "  - {id: c, label: {en: H}, when: {orders: 1}}\n"
        "rules: [{disjoint: all}, {exhaustive: true}, {implies: {c: a}}, {overlaps: [a, c]}]\n"
        "examples:\n"
        "  - {id: f, text: {en: I.}, facts: {orders: 3, colour: red, spend: 1.5, abroad: true}, in: [a, b],"
        " out: c, source: book, because: {en: J.}}\n"
        "  - {id: g, text: {en: K.}, facts: {}, unknown: [a]}\n"
    ),
    (
        "{id: t, version: '1', label: {en: a, fr: b}, categories: "
        "[{id: a, label: {en: 'a', fr: \"b\"}, without_criteria: {en: x, fr: y}}]}"
    ),
)

#: What YAML, its readers and this format make much of, with `␣` for a blank and `↵` for a line end.
MARKS = r"""
: :␣ -␣ ?␣ { } [ ] , # ␣# &a␣ *a !!str␣ !x␣ |↵ >-↵ ' " "\0" "\e[31m" "\uD800" "\u202e" %TAG␣!␣x↵
%YAML␣1.2↵ ---↵ ...↵ <<:␣ ↵ ↵↵ ␣␣ @ ` {{␣x␣}} {} [] ~ null no Yes 010 1_000 1e3 .nan -.inf
0x1F 1:30 1.5 -1 2026-02-30 true id all any not category known when label min max includes languages orders
in out unknown facts examples
lifecycle/loyal 99999999999999999 extends:␣lifecycle↵ overlay:␣x↵ é 🙂 a:␣&a␣[*a]↵
"""
SNIPPETS = (
    *(mark.replace("␣", " ").replace("↵", "\n").encode() for mark in MARKS.split()),
    *(
        mark.encode()
        for mark in ("\t", "\r", "\r\n", "\u00a0", "\u2028", "\x85", "\ufeff", "\u202e", "\0", "\x1b[2J")
    ),
    *(mark.encode() * 40 for mark in ("[", "- ", "{a: ", "xxxxxxx")),
    *(b"\xff", b"\xe9", b"\xc3", b"\xed\xa0\x80", b"\xfe\xff", b"\xef\xbb\xbf"),
)

_TOKEN = re.compile(rb"[\w.-]+|\s+|.", re.DOTALL)
_LINE = re.compile(r"\r\n|\r|\n")
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def _span(data: bytes, random: Random, most: int = 40) -> tuple[int, int]:
    begin = random.randint(0, len(data))
    return begin, min(len(data), begin + random.randint(0, most))


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    part = random.choice(SNIPPETS) if random.random() < 0.8 else random.randbytes(random.randint(1, 4))
    return data[:at] + part + data[at:]


def _delete(data: bytes, random: Random) -> bytes:
    begin, end = _span(data, random)
    return data[:begin] + data[end:]


def _replace(data: bytes, random: Random) -> bytes:
    begin, end = _span(data, random, 12)
    return data[:begin] + random.choice(SNIPPETS) + data[end:]


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _duplicate(data: bytes, random: Random) -> bytes:
    begin, end = _span(data, random, 200)
    return data[:end] + data[begin:end] * random.randint(1, 3) + data[end:]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _lines(data: bytes, random: Random) -> bytes:
    """Delete, double, move or indent a line."""
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = (
                b" " * random.randint(1, 3) + lines[at] if random.random() < 0.5 else lines[at].lstrip(b" ")
            )
    return b"".join(lines)


def _tokens(data: bytes, random: Random) -> bytes:
    """Swap two words or signs, or put one in the place of another."""
    tokens = _TOKEN.findall(data)
    if not tokens:
        return data
    at, other = random.randrange(len(tokens)), random.randrange(len(tokens))
    tokens[at], tokens[other] = tokens[other], tokens[at] if random.random() < 0.7 else tokens[other]
    return b"".join(tokens)


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(
        _insert,
        _insert,
        _delete,
        _replace,
        _replace,
        _flip,
        _duplicate,
        _cut,
        _lines,
        _lines,
        _tokens,
        _tokens,
    ),
)


def seeds() -> list[bytes]:
    """List what is mutated: small good files many times over, the shipped ones, and the broken ones."""
    shipped = [file.read_bytes() for file in folder().iterdir() if file.name.endswith(".yaml")]
    broken = [path.read_bytes() for path in sorted(BAD.glob("*.yaml"))]
    return [text.encode() for text in SMALL] * 20 + shipped + broken


def mutated(data: bytes, random: Random) -> bytes:
    """Change a file in a few places, each in a way of its own."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        data = random.choice(MUTATIONS)(data, random)
    return data


def noise(random: Random) -> bytes:
    """Make a text of what YAML makes much of, or of any bytes."""
    if random.random() < 0.2:
        return random.randbytes(random.randint(0, 200))
    return b"".join(random.choice(SNIPPETS) for _ in range(random.randint(0, 40)))


# ---- what is promised --------------------------------------------------------------------------


def outcome(content: bytes) -> str:
    """Read the bytes of a file and hold what comes of it against what is promised.

    The answer is `good`, or the code of the first fault. An `AssertionError` is a promise broken, and
    so is any error but `LoadError`.
    """
    try:
        document = decode(content, "x.yaml")
        taxonomy = read_taxonomy(document, catalog())
    except LoadError as error:
        faults = error.faults
    else:
        faults = ()
    if faults:
        check_faults(faults, content)
        assert any(fault.severity == "error" for fault in faults)
        return faults[0].code
    check_faults(document.faults, content)
    assert all(fault.severity == "warning" for fault in document.faults)
    check_written(taxonomy)
    return "good"


def check_faults(faults: Sequence[Fault], content: bytes) -> None:
    """Hold faults against their promises: number, order, place inside of the file, both languages."""
    own = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    texts = {"x.yaml": own, "<text>": own}
    kinds = {(fault.code, fault.severity) for fault in faults}
    files = {fault.location.path for fault in faults}  # each may show so many
    most = MAX_FAULTS * len(files) + len(kinds)
    assert len(faults) <= most or all(fault.severity == "warning" for fault in faults)
    for fault in faults:
        assert f"fault.{fault.code}" in en.MESSAGES, fault.code
        if fault.code == REST:
            assert all((code, fault.severity) in kinds for code in fault.arguments["rest"])
        elif fault.location.line is None:
            assert fault.code == "file.too-large"
            assert len(content) > MAX_BYTES
        else:
            path = fault.location.path
            if path not in texts:  # of a shipped file that this one builds on
                texts[path] = (folder() / path).read_text(encoding="utf-8")
            lines = _LINE.split(texts[path])
            assert fault.location.column is not None
            assert 1 <= fault.location.line <= len(lines), fault
            assert 1 <= fault.location.column <= len(lines[fault.location.line - 1]) + 1, fault
        for language in ("en", "fr"):
            report = fault.render(language)
            assert report.encode("utf-8")
            assert not _INVISIBLE.search(report), fault
            assert report.count("\n") in (0, 2)
            assert len(report) < 3_000
    if any(fault.severity == "error" for fault in faults):
        for path in texts:
            ours = [fault.location for fault in faults if fault.location.path == path]
            places = [(location.line or 0, location.column or 0) for location in ours]
            assert places == sorted(places)


def check_written(taxonomy: Taxonomy) -> None:
    """Hold a taxonomy against its promises: what is written of it is read as the same, without a doubt."""
    text = dumps(taxonomy)
    if len(text.encode()) > MAX_BYTES:
        return
    document = decode(text.encode(), "x.yaml")
    again = read_taxonomy(document, catalog())
    # What is doubtful of the content, and not of how it is written:
    assert {fault.code for fault in document.faults} <= {
        "criteria.sensitive-fact",
        "deprecated.used",
        "deprecated.no-replacement",
        "language.no-plural-rule",
    }
    assert again == taxonomy
    assert fingerprint(again) == fingerprint(taxonomy)
    assert repr(taxonomy).encode("utf-8")


def limits(count: int | None, seconds: float | None) -> Iterator[int]:
    """Count up to a number, or for a time."""
    begin = time.monotonic()
    for number in numbers():
        if number == count or (seconds is not None and time.monotonic() - begin >= seconds):
            return
        yield number


def fuzz(random: Random, texts: int | None = None, seconds: float | None = None) -> Counter[str]:
    """Read so many texts, or for so many seconds; count what came of them.

    A text that breaks a promise is left in `fuzz-failure.yaml`, and its error goes through.
    """
    counts, good = Counter[str](), seeds()
    for _ in limits(texts, seconds):
        content = noise(random) if random.random() < 0.1 else mutated(random.choice(good), random)
        try:
            counts[outcome(content)] += 1
        except BaseException:
            Path("fuzz-failure.yaml").write_bytes(content)
            raise
    return counts


def run(program: str, about: str, counted: str, fuzz: Fuzz) -> int:
    """Run a fuzz target as the command line says, by number or by time, and print its counts."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=about)
    parser.add_argument(f"--{counted}", dest="count", type=int, help="how many")
    parser.add_argument("--seconds", type=float, help="for how long")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    options = parser.parse_args()
    if options.count is None and options.seconds is None:
        options.seconds = 60
    print(f"seed {options.seed}", flush=True)
    warnings.simplefilter("ignore")
    counts = fuzz(Random(options.seed), options.count, options.seconds)
    for code, number in counts.most_common():
        print(f"{number:8} {code}")
    print(f"{counts.total():8} {counted}")
    return 0


if __name__ == "__main__":
    sys.exit(run("tests.fuzz_reading", __doc__ or "", "texts", fuzz))
