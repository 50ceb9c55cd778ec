"""Nothing that a file or an argument has in it commands the terminal, the shell or a spreadsheet."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import CDNOW, Run
from tests.processes import FOR_EVER

from customer_types._tables.guard import guarded

PROGRAM = [sys.executable, "-c", "import sys; from customer_types.cli import main; sys.exit(main())"]
#: What a terminal obeys: escapes, C1 controls, and turns of the direction of writing.
HOSTILE = "\x1b]0;owned\x07\x9b31m\u202egnp\u2066\x1b[2J\r"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def process(
    *arguments: str | bytes, encoding: str = "utf-8", **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LANG": "C.UTF-8"}
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, timeout=FOR_EVER, check=False, env=environment, **options
    )


# ---- terminals ---------------------------------------------------------------------------------


def hostile_commands(folder: Path) -> dict[str, list[str]]:
    """Write files whose names, headers, cells and labels are hostile, and list commands that meet them."""
    name = f"{HOSTILE}.csv"
    (folder / name).write_text("customer,date,amount\nA,1998-01-01,5\n", encoding="utf-8")
    columns = ["customer", "date", "amount", HOSTILE]
    with (folder / "header.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, [HOSTILE, "1998-01-01", "5", "x"]])
    with (folder / "cell.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, ["A", HOSTILE, "5", "x"]])
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["orders", HOSTILE], ["3", HOSTILE]])
    label = json.dumps(HOSTILE)
    (folder / "labels.yaml").write_text(
        f"id: x\nversion: 1.0.0\nlabel: {{en: {label}, fr: x}}\ncategories: []\n", encoding="utf-8"
    )
    (folder / f"{HOSTILE}.yaml").write_text("id: [\n", encoding="utf-8")
    of_orders = ["--as-of", "1998-06-30"]
    return {
        "argument": ["show", HOSTILE],
        "command": [HOSTILE],
        "option": [f"--{HOSTILE}"],
        "choice": ["list", "--format", HOSTILE],
        "label": ["translate", HOSTILE, "--to", "fr"],
        "label, JSON": ["translate", HOSTILE, "--to", "fr", "--format", "json"],
        "label, CSV": ["translate", HOSTILE, "--to", "fr", "--format", "csv"],
        "code": ["explain", HOSTILE],
        "file": ["classify", name, *of_orders, "--out", f"{HOSTILE}.out"],
        "file that is not there": ["classify", f"x{name}", *of_orders],
        "header": ["classify", "header.csv", *of_orders],
        "header, listed": ["classify", "header.csv", *of_orders, "--amount", "x"],
        "column": ["classify", "header.csv", *of_orders, "--amount", HOSTILE],
        "cell": ["classify", "cell.csv", *of_orders],
        "facts": ["classify", "facts.csv", "--facts"],
        "status": ["classify", "header.csv", *of_orders, "--status", "amount", "--cancelled", HOSTILE],
        "day": ["classify", name, "--as-of", HOSTILE],
        "zone": ["classify", name, *of_orders, "--zone", HOSTILE],
        "encoding": ["classify", name, *of_orders, "--encoding", HOSTILE],
        "taxonomy": ["classify", name, *of_orders, "--taxonomy", HOSTILE],
        "taxonomy, file": ["classify", name, *of_orders, "--taxonomy", f"{HOSTILE}.yaml"],
        "check": ["check", f"{HOSTILE}.yaml", "labels.yaml"],
        "check, JSON": ["check", f"{HOSTILE}.yaml", "labels.yaml", "--format", "json"],
        "check, CSV": ["check", f"{HOSTILE}.yaml", "labels.yaml", "--format", "csv"],
        "export": ["export", f"{HOSTILE}.pages"],
    }


def test_hostile_text_is_shown_and_not_sent(run: Run, folder: Path) -> None:
    """Whatever a name, a header, a cell or an argument has in it, no control reaches the terminal."""
    for name, arguments in hostile_commands(folder).items():
        for language in ("en", "fr"):
            done = run(*arguments, "--language", language)
            assert not OBEYED.findall(done.out + done.err), name
            assert "Traceback" not in done.err, name
            assert done.code in (0, 1, 2), name


def test_bytes_of_a_hostile_run_have_no_controls(tmp_path: Path) -> None:
    """What a real process writes is checked byte by byte, also where colors are forced."""
    commands = hostile_commands(tmp_path)
    for name in ("label, JSON", "file", "check"):
        done = process(*commands[name], cwd=tmp_path)
        assert not re.findall(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", done.stdout + done.stderr), name
        assert b"owned" in done.stdout + done.stderr, name


def test_json_keeps_what_it_escapes(run: Run, folder: Path) -> None:
    """A program that reads the JSON gets the very text, and the very name of a file."""
    commands = hostile_commands(folder)
    (row,) = json.loads(run(*commands["label, JSON"]).out)
    assert row["label"] == HOSTILE
    faults = json.loads(run(*commands["check, JSON"]).out)
    assert faults[0]["path"] == f"{HOSTILE}.yaml"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are Unicode")
def test_a_name_of_a_file_that_is_no_unicode_is_shown(tmp_path: Path) -> None:
    """A name in bytes of an old encoding is neither lost nor a crash."""
    name = os.fsencode(tmp_path) + b"/caf\xe9.yaml"
    for format in ("table", "json", "csv"):
        done = process("check", name, "--format", format)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"caf" in done.stdout
    (fault,) = json.loads(process("check", name, "--format", "json").stdout)
    assert os.fsencode(fault["path"]) == name


# ---- values of customers -----------------------------------------------------------------------

SECRET = "Dupontel"
BROKEN = [
    f"customer,date,amount\n{SECRET},{SECRET},5\n",
    f"customer,date,amount\n{SECRET},1998-01-01,{SECRET}\n",
    f"customer,date,amount\n{SECRET},1998-01-01,5,{SECRET}\n",
    f'customer,date,amount\n{SECRET},1998-01-01,"{SECRET}\n',
    f'customer,date,amount\n{SECRET},1998-01-01,"{SECRET}"x\n',
    f"customer,date,amount\n{SECRET},03/04/1998,5\n",
    f'customer,date,amount\n{SECRET},1998-01-01,"1,234"\n',
    f"customer,date,amount\n{SECRET},1998-01-01T10:00Z,5\n",
    f"{SECRET},1998-01-01,5\n",
    f"{SECRET},{SECRET}@example.com,5\n",
    f"orders,customer\n{SECRET},A\n",
    f"abroad,customer\n{SECRET},A\n",
    f"party_kind,customer\n{SECRET},A\n",
    f"relation_roles,customer\n{SECRET},A\n",
    f"orders,customer\n99999999999999999999,{SECRET}\n",
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_value_of_a_customer_is_in_no_message(content: str, run: Run, folder: Path) -> None:
    """Errors name lines and columns, and leave customers alone."""
    (folder / "table.csv").write_text(content, encoding="utf-8")
    for options in (["--as-of", "1998-06-30"], ["--facts"]):
        for language in ("en", "fr"):
            done = run("classify", "table.csv", *options, "--language", language)
            assert done.code == 2
            assert SECRET not in done.out + done.err


# ---- spreadsheets ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", '=HYPERLINK("x")']
)
def test_cells_that_begin_as_formulas_are_guarded(text: str) -> None:
    """A text that a spreadsheet would compute gets an apostrophe."""
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("value", [-1, -1.5, Decimal("-1.5"), 0, "", "A=1", "1-1", "é", "'"])
def test_other_cells_are_left_alone(value: object) -> None:
    """Negative numbers are numbers, and a sign inside of a text is none."""
    assert guarded(value) == value


def test_written_files_have_no_formulas(run: Run, folder: Path) -> None:
    """Customers may be called what they like, in columns of orders as in those of facts."""
    names = ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "plain"]
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["customer", "orders", "spend"], *([name, "1", "-5"] for name in names)])
    assert run("classify", "facts.csv", "--facts", "--out", "out.csv").code == 0
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert [row[0] for row in rows] == ["'=cmd|' /C calc'!A0", "'+1", "'-1", "'@x", "plain"]
    assert {row[header.index("spend")] for row in rows} == {"-5"}


# ---- processes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["list"], ["list", "--format", "json"], ["list", "--format", "csv"]])
def test_a_reader_who_leaves_early_is_no_error(arguments: list[str]) -> None:
    """`customer-types list | head -1` ends quietly, and not as if there were findings."""
    with subprocess.Popen(
        [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(FOR_EVER) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_a_full_disk_is_said(format: str) -> None:
    """Output that can't be written is an error of one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "list", "--format", format],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=FOR_EVER,
        )
    assert (done.returncode, done.stderr) == (2, "the output can’t be written: the disk is full\n")


@pytest.mark.skipif(os.name != "posix", reason="only a Unix shell closes streams")
def test_a_closed_output_is_no_crash() -> None:
    """A shell may close the output altogether."""
    command = 'exec "$@" >&-'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *PROGRAM, "list"], capture_output=True, check=False, timeout=FOR_EVER
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_streams_that_are_not_in_unicode_get_what_comes_closest() -> None:
    """Where a terminal lacks a character, output loses an accent and not its meaning."""
    arguments = ["classify", str(CDNOW), "--as-of", "1998-06-30", "--language", "fr"]
    plain = process(*arguments, encoding="ascii").stdout.decode("ascii")
    assert "Clients fideles         252  10,7 %      252  ##" in plain
    assert "Sur" not in plain
    assert "?" not in plain
    windows = process(*arguments, encoding="cp1252").stdout.decode("cp1252")
    assert "Clients fidèles         252  10,7\u00a0%      252  ##" in windows
    assert "1 631" in windows
    assert process(*arguments, encoding="utf-8").stdout.decode().count("█") > 20


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_whole_in_any_encoding(encoding: str) -> None:
    """A program gets every character, escaped where the encoding lacks it."""
    done = process("list", "--format", "json", "--language", "fr", encoding=encoding)
    rows = json.loads(done.stdout.decode(encoding))
    expected = json.loads(process("list", "--format", "json", "--language", "fr").stdout)
    assert rows == expected


def test_a_real_process_classifies(tmp_path: Path) -> None:
    """The program is what the tests in this process say that it is."""
    done = process("classify", str(CDNOW), "--as-of", "1998-06-30", "--out", "out.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == b""
    assert "2,357 customers on 1998-06-30" in done.stdout.decode()
    assert len((tmp_path / "out.csv").read_bytes().splitlines()) == 2358


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_its_packages_the_command_line_says_which(package: str) -> None:
    """Where the extra is not installed, one line says how to install it."""
    program = f"import sys; sys.modules[{package!r}] = None; {PROGRAM[-1]}"
    done = subprocess.run(
        [*PROGRAM[:-1], program, "list"], capture_output=True, text=True, check=False, timeout=FOR_EVER
    )
    assert done.returncode == 2
    assert done.stderr == "this part needs more packages: pip install 'customer-types[cli]'\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_with_a_name_does_not_hang(tmp_path: Path) -> None:
    """Orders, facts and taxonomies are not waited for at a pipe that nobody writes to."""
    os.mkfifo(tmp_path / "pipe.yaml")
    for arguments in (
        ["classify", "pipe.yaml", "--as-of", "1998-06-30", "--encoding", "utf-8"],
        ["classify", "pipe.yaml", "--facts"],
        ["classify", str(CDNOW), "--as-of", "1998-06-30", "--taxonomy", "pipe.yaml"],
        ["check", "pipe.yaml"],
    ):
        done = process(*arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr


def test_colors_are_for_terminals(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a file there are no escapes; where somebody forces colors, nothing but colors is sent."""
    assert "\x1b" not in run("show", "lifecycle").text
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    done = run("translate", HOSTILE, "--to", "fr")
    assert not OBEYED.findall(re.sub(r"\x1b\[[0-9;]*m", "", done.out + done.err))


def test_lines_are_read_back_as_they_were_written(run: Run) -> None:
    """CSV for programs is CSV."""
    done = run("list", "--format", "csv", "--all")
    rows = list(csv.reader(io.StringIO(done.out)))
    assert {len(row) for row in rows} == {5}
    assert len(rows) == 59
