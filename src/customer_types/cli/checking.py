"""Checking: what is wrong or doubtful in files of taxonomies, and what each code means."""

from collections.abc import Sequence

from customer_types._catalog.extensions import files_of
from customer_types._checking.checking import check as faults_in
from customer_types._messages import Plain, guide_en, guide_fr, spoken
from customer_types._messages.suggestions import closest
from customer_types._model.faults import Fault, LoadError
from customer_types.cli import output
from customer_types.cli.catalogs import catalog
from customer_types.cli.spoken import language, say
from customer_types.errors import UnknownIdError


def check(paths: Sequence[str], *, format: str, strict: bool) -> int:
    """Print the faults of files, and of the files of folders; give the exit code."""
    faults = [fault for path in paths for fault in faults_in(path, catalog=catalog())]
    if format == "table":
        for fault in faults:
            print(fault.render(language()))
        _print_summary(faults, sum(map(_count, paths)))
    elif format == "json":
        output.write_json([data_of(fault) for fault in faults])
    else:
        columns = ["path", "line", "column", "code", "severity", "message", "hint"]
        output.write_csv([data_of(fault) for fault in faults], columns)
    if any(fault.code.startswith("file.") and fault.location.line is None for fault in faults):
        return 2
    return int(any(strict or fault.severity == "error" for fault in faults))


def _count(path: str) -> int:
    """Count the files that a path stands for."""
    try:
        return len(files_of(path))
    except LoadError:  # that is told
        return 0


def data_of(fault: Fault) -> dict[str, object]:
    """Give a fault as programs read it."""
    lang = language()
    return {
        "path": fault.location.path,
        "line": fault.location.line,
        "column": fault.location.column,
        "code": fault.code,
        "severity": fault.severity,
        "message": fault.message(lang),
        "hint": fault.hint(lang),
    }


def _print_summary(faults: Sequence[Fault], files: int) -> None:
    errors = sum(fault.count for fault in faults if fault.severity == "error")
    warnings = sum(fault.count for fault in faults if fault.severity == "warning")
    parts = [say("check.errors", count=errors), say("check.warnings", count=warnings)]
    if not faults:
        parts = [say("check.fine")]
    print(say("check.summary", files=Plain(say("check.files", count=files)), found=Plain(", ".join(parts))))


def explain(code: str) -> None:
    """Print what a code means and how to cure it."""
    texts = (guide_fr if spoken(language()) == "fr" else guide_en).GUIDE
    if code not in texts:
        raise UnknownIdError("code", code, closest(code, texts))
    console = output.console()
    console.print(output.bold(code))
    console.print()
    for line in texts[code].splitlines():
        console.print(output.safe(line), soft_wrap=True)
