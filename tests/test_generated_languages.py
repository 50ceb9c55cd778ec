"""The modules about languages are what the script makes of CLDR and of the registry of BCP 47."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: The folder of the packages `cldr-core` and `language-subtag-registry`, as npm unpacks them.
FOLDER = os.environ.get("CUSTOMER_TYPES_CLDR")
NAMES = ("_model/language_aliases.py", "_model/plural_rules.py", "_reading/subtags.py", "sheets/formulas.py")


@pytest.mark.skipif(FOLDER is None, reason="CUSTOMER_TYPES_CLDR names no folder")
def test_the_modules_are_what_the_script_writes(tmp_path: Path) -> None:
    """Nothing is edited by hand in what is written from data."""
    assert FOLDER is not None
    script = tmp_path / ".ci" / "languages.py"
    package = tmp_path / "src" / "customer_types"
    for name in NAMES:
        (package / name).parent.mkdir(parents=True, exist_ok=True)
    script.parent.mkdir()
    script.write_bytes((ROOT / ".ci" / "languages.py").read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    subprocess.run([sys.executable, script, FOLDER], check=True)
    for name in NAMES:
        assert (package / name).read_text("utf-8") == (ROOT / "src/customer_types" / name).read_text("utf-8")
