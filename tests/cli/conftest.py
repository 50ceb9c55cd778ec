"""What tests of the command line share."""

from pathlib import Path

import pytest
from tests.cli.running import Done, Run

from customer_types.cli import main

VARIABLES = ("CUSTOMER_TYPES_LANGUAGE", "LC_ALL", "LC_MESSAGES", "FORCE_COLOR", "TTY_COMPATIBLE")


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand at an English terminal of 80 columns."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs a command line of several arguments."""

    def run_here(*arguments: str) -> Done:
        capfd.readouterr()
        code = main(arguments)
        printed = capfd.readouterr()
        return Done(code, printed.out, printed.err)

    return run_here
