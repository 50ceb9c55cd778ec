"""A fuzz target for files that build on others: sets of mutated taxonomies, overlays, facts and mappings.

Run it with `python -m tests.fuzz_layers --sets 100000`, as long as you like. Whatever is in the files, a
catalog comes out of them, or faults; a catalog is held against its promises, and so is each fault. A set
that breaks one is left in the folder `fuzz-failure`.
"""

import re
import sys
import warnings
from collections import Counter
from pathlib import Path
from random import Random

from tests.fuzz_reading import SNIPPETS, limits, run

from customer_types import Catalog, catalog, dumps, loads
from customer_types._messages import en
from customer_types._model.faults import LoadError, TaxonomyWarning
from customer_types._reading.documents import Document

TESTS = Path(__file__).parent
HOW_TO = (TESTS.parent / "docs" / "how-to" / "change-a-taxonomy.md").read_text(encoding="utf-8")
#: Pieces that mean something in files that build on others.
PIECES = (
    *("remove: [loyal]\n", "replace: true", "before: new", "after: lost", "extends: lifecycle\n"),
    *("overlay: lifecycle\n", "rules: [{disjoint: all}]\n", "- {id: loyal}\n", "label: x", "label: {es: x}"),
    *("id: loyal", "null", "[]", "{}", "deprecated: {since: 2.0.0, replaced_by: new}\n"),
    *("examples: [{id: once, text: {en: x, fr: y}, facts: {orders: 1}, in: [new]}]\n", "facts: {orders: 2}"),
    *("- {id: once, out: [lost], text: {es: x}}\n", "unknown: [loyal]", "examples:\n", "remove: [once]\n"),
    *("translations: {es: {from: en, draft: [label]}}\n", "notes: [{id: value, text: {es: x}}]\n"),
)


def seeds() -> list[str]:
    """List the files that are mutated: broken ones of the tests, and good ones of the how-to many times."""
    files = sorted((TESTS / "extensions").rglob("*.yaml"))
    files += [
        TESTS / "bad" / f"{name}.yaml" for name in ("extends-unknown-id", "overlay-removed", "overlay-and-id")
    ]
    found = [file.read_text(encoding="utf-8") for file in files]
    return found + 8 * re.findall(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)


def mutated(text: str, good: list[str], random: Random) -> str:
    """Change a file in a few places: pieces come, go, and change places with those of other files."""
    pieces = [*PIECES, *(snippet.decode("utf-8", "replace") for snippet in SNIPPETS)]
    for _ in range(random.choice((1, 1, 2, 3, 5))):
        lines, at = text.split("\n"), random.randrange(len(text) + 1)
        match random.randrange(6):
            case 0:
                text = text[:at] + random.choice(pieces) + text[at:]
            case 1:
                text = text[:at] + text[at + random.randrange(30) :]
            case 2:
                lines.insert(random.randrange(len(lines) + 1), random.choice(random.choice(good).split("\n")))
                text = "\n".join(lines)
            case 3:
                del lines[random.randrange(len(lines))]
                text = "\n".join(lines)
            case _:
                words = re.findall(r"[\w-]+", text) or ["x"]
                text = text.replace(random.choice(words), random.choice(words), 1)
    return text


def outcome(texts: list[str]) -> str:
    """Add files to the catalog and hold what comes of them against what is promised."""
    documents = [Document(text, f"{number}.yaml") for number, text in enumerate(texts)]
    try:
        extended, faults = catalog().with_documents(documents)
    except LoadError as error:
        faults = list(error.faults)
        assert any(fault.severity == "error" for fault in faults)
        extended = Catalog()
    for fault in faults:
        assert f"fault.{fault.code}" in en.MESSAGES, fault.code
        for language in ("en", "fr"):
            assert fault.render(language).encode("utf-8")
    errors = [fault.code for fault in faults if fault.severity == "error"]
    if errors:
        return errors[0]
    for id in extended.changed:
        with warnings.catch_warnings(action="ignore", category=TaxonomyWarning):  # a doubt is a promise kept
            again = loads(dumps(extended.named(id)), catalog=extended)
        assert again == extended.named(id), id
    return "good"


def fuzz(random: Random, sets: int | None = None, seconds: float | None = None) -> Counter[str]:
    """Add so many sets of files, or for so many seconds; count what came of them."""
    counts, good = Counter[str](), seeds()
    for _ in limits(sets, seconds):
        texts = [mutated(random.choice(good), good, random) for _ in range(random.choice((1, 1, 2, 3)))]
        try:
            counts[outcome(texts)] += 1
        except BaseException:
            folder = Path("fuzz-failure")
            folder.mkdir(exist_ok=True)
            for number, text in enumerate(texts):
                (folder / f"{number}.yaml").write_text(text, encoding="utf-8", errors="surrogateescape")
            raise
    return counts


if __name__ == "__main__":
    sys.exit(run("tests.fuzz_layers", __doc__ or "", "sets", fuzz))
