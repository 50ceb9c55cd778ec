"""The command line: `customer-types list`, `show`, `translate`, `classify`, `check`, and more.

Exit codes: 0 fine, 1 findings, 2 usage or input that can't be used.
"""

import sys
from collections.abc import Sequence

from customer_types.errors import MissingExtraError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    try:
        from customer_types.cli.runs import run  # noqa: PLC0415  # its packages come with an extra
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("click", "rich"):
            raise
        print(MissingExtraError("cli"), file=sys.stderr)
        return 2
    return run(sys.argv[1:] if arguments is None else arguments)
