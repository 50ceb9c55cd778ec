"""What is accepted is what a file beside a test says: a report, what a command prints, a schema.

After a wanted change `CUSTOMER_TYPES_ACCEPT=1` writes these files anew; read the difference before you
commit it.
"""

import os
from pathlib import Path

ACCEPT = "CUSTOMER_TYPES_ACCEPT"


def assert_accepted(said: str, beside: Path) -> None:
    """Check that something is said to the byte as its file has it."""
    if ACCEPT in os.environ:
        beside.write_text(said, encoding="utf-8", newline="\n")
    assert said == beside.read_bytes().decode("utf-8")
