"""Starting: a first file of one's own, with comments, that can be read and proved as it is."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from customer_types._messages import Plain, shown, spoken
from customer_types._model.languages import write_number
from customer_types._model.taxonomies import Taxonomy, Threshold
from customer_types._reading.scalars import is_id
from customer_types.cli import output
from customer_types.cli.catalogs import catalog
from customer_types.cli.files import write_file
from customer_types.cli.readings import usage
from customer_types.cli.spoken import language, say


def write_start(path: str, *, extends: str | None, overlay: str | None) -> None:
    """Write a file to start from: a taxonomy, one that starts from another, or an overlay."""
    if extends is not None and overlay is not None:
        raise usage(say("error.conflict", one="--extends", other="--overlay"))
    id = Path(path).stem
    if overlay is None and not is_id(id):
        raise usage(say("error.name-of-file", name=Path(path).name))
    if overlay is None and id in catalog().ids:
        raise usage(say("error.taken", id=id))
    if overlay is not None:
        text = "\n".join(_overlay(catalog()[overlay], path))
    elif extends is not None:
        text = "\n".join(_extension(catalog()[extends], id, path))
    else:
        template = files(__package__) / "starters" / f"taxonomy.{spoken(language())}.yaml"
        text = template.read_text(encoding="utf-8")
        text = re.sub(r"my-taxonomy(\.yaml)?", lambda found: Path(path).name if found[1] else id, text)
    write_file(path, text, mode="x")
    output.remark(say("init.done", path=Plain(path)))


def _overlay(base: Taxonomy, path: str) -> Iterator[str]:
    yield from _comment("init.overlay", base, path)
    yield f"\noverlay: {base.id}\n"
    yield from _examples(base, path)
    yield from _thresholds(base)
    yield ""
    yield from _comment("init.labels", base, path)
    yield f"# categories:\n#   - id: {base.categories[0].id}\n#     label: {{es: {{one: …, other: …}}}}\n"


def _extension(base: Taxonomy, id: str, path: str) -> Iterator[str]:
    yield from _comment("init.extension", base, path)
    yield f"\nid: {id}\nversion: 0.1.0\nextends: {base.id}"
    yield "label:"
    for tag in ("en", "fr"):
        label = base.label(tag, fallback=("en", *base.labels.by_language))
        yield f"  {tag}: {json.dumps(label, ensure_ascii=False)}"
    yield ""
    yield from _examples(base, path)
    yield from _thresholds(base)
    yield ""
    yield from _comment("init.categories", base, path)
    first = base.categories[0].id
    yield f"# remove: [{first}]\n# categories:\n#   - id: …\n#     after: {first}"
    yield "#     label: {en: …, fr: …}\n#     when: {orders: {min: 1}}\n"


def _examples(base: Taxonomy, path: str) -> Iterator[str]:
    yield from _comment("init.examples", base, path)
    yield "# examples:\n#   - id: …\n#     text: {en: …, fr: …}"
    yield "#     facts: {…}\n#     in: […]"


def _thresholds(base: Taxonomy) -> Iterator[str]:
    if base.thresholds:
        yield "\nthresholds:"
    for one in base.thresholds:
        yield f"  # {shown(_said(one, base), quote=False, limit=None)}"
        yield f"  - {{id: {one.id}, value: {Decimal(repr(one.value)):f}}}"


def _said(one: Threshold, base: Taxonomy) -> str:
    label = one.label(language(), fallback=("en", *one.labels.by_language))
    unit = base.vocabulary.units.get(one.unit or "")
    if unit is None:
        return label
    counted = unit.labels.text(language(), count=one.value, fallback=("en", *unit.labels.by_language))
    return f"{label} ({write_number(one.value, language())}\u00a0{counted})"


def _comment(key: str, base: Taxonomy, path: str) -> Iterator[str]:
    told = say(key, taxonomy=Plain(base.id), path=Plain(path))
    yield from (f"# {line}".rstrip() for line in told.split("\n"))
