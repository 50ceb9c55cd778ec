"""What the reader and the schema say of one text, side by side."""

import re

import attrs
import yaml
from jsonschema.exceptions import ValidationError
from tests.schemas.editors import complaints, parsed

from customer_types import LoadError, catalog, schemas
from customer_types._model.faults import Fault
from customer_types._reading.documents import decode
from customer_types._reading.files import (
    read_mappings,
    read_sources,
    read_taxonomy,
    read_vocabulary,
    shared_kind,
)
from customer_types._reading.yaml import parse

_LAST = re.compile(r"\.?[^.\[\]]+$|\[\d+\]$")
#: Faults of YAML itself, after which reader and editor may not see the same.
_BELOW = ("yaml.", "text.bidi", "text.control")


@attrs.frozen(kw_only=True)
class Verdicts:
    """What a reader finds in a text, and what a schema does."""

    kind: schemas.Kind
    faults: tuple[Fault, ...]
    complaints: tuple[ValidationError, ...]

    @property
    def codes(self) -> set[str]:
        """The codes of what the reader refuses."""
        return {fault.code for fault in self.faults if fault.severity == "error"}

    def sees(self, fault: Fault) -> bool:
        """Tell whether the schema has a complaint in the place of a fault."""
        return any(fault.inside in _places(complaint, fault.code) for complaint in self.complaints)


def _places(complaint: ValidationError, code: str) -> set[str]:
    """Name the places that a complaint is about, as readers do for the code of a fault."""
    place = "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in complaint.absolute_path)
    place = place.removeprefix(".")
    match complaint.validator:
        case "additionalProperties":  # it is the mapping's for an unknown key, and each key's for all else
            if code == "schema.unknown-key":
                return {place}
            known = complaint.schema.get("properties", {})
            return {f"{place}.{key}".removeprefix(".") for key in complaint.instance if key not in known}
        case "minItems" | "maxItems":
            return {place, _LAST.sub("", place)}
        case "uniqueItems":
            return {place, *(f"{place}[{number}]" for number in range(len(complaint.instance)))}
    return {place}


def kind_of(text: str) -> schemas.Kind | None:
    """Tell which kind of file a text is, `None` for what is no YAML."""
    try:
        found = shared_kind(parse(decode(text.encode("utf-8"), "x.yaml")))
    except LoadError:
        return None
    kinds: dict[str | None, schemas.Kind] = {None: "taxonomy", "sources": "sources", "mappings": "crosswalk"}
    return kinds.get(found, "facts")


def faults_of(text: str, kind: schemas.Kind) -> tuple[Fault, ...]:
    """List what a reader finds in a text."""
    document = decode(text.encode("utf-8"), "x.yaml")
    try:
        match kind:
            case "taxonomy":
                read_taxonomy(document, catalog())
            case "facts":
                read_vocabulary(document)
            case "sources":
                read_sources(document)
            case "crosswalk":
                read_mappings(document, catalog())
    except LoadError as error:
        return error.faults
    return tuple(document.faults)


def verdicts(text: str) -> Verdicts | None:
    """Ask the reader and the schema; `None` for what is no YAML to one of them."""
    kind = kind_of(text)
    if kind is None:
        return None
    faults = faults_of(text, kind)
    if any(fault.code.startswith(_BELOW) and fault.severity == "error" for fault in faults):
        return None
    try:
        content = parsed(text)
    except yaml.YAMLError:
        return None
    return Verdicts(kind=kind, faults=faults, complaints=tuple(complaints(kind, content)))
