"""Peak memory of classifying customers in Polars, against code by hand, each in a process of its own.

`pytest -s` shows the megabytes, those of the customers included; how long the processes take says nothing.
Reading the customers takes more for a moment, so the peak is counted from when they are there (Linux).
"""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.benchmarks.test_frames import ROWS, customers

PROGRAM = """
import re, sys
from pathlib import Path
import polars as pl
from tests.benchmarks.measured import HABITS, LIFECYCLE
from tests.benchmarks.test_frames import by_hand
from customer_types import frames

work = {"hand": by_hand, "library": lambda frame: frames.classify(frame, LIFECYCLE, HABITS)}[sys.argv[1]]
customers = pl.read_parquet(sys.argv[2])
Path("/proc/self/clear_refs").write_text("5")
kept = work(customers)
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.benchmark(group="frames: peak memory")
def test_memory(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The library needs about as much as code by hand (aim: 1.1 times)."""
    path = tmp_path / "customers.parquet"
    customers(ROWS).write_parquet(path)

    def megabytes(who: str) -> int:
        command = [sys.executable, "-c", PROGRAM, who, str(path)]
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
        )
        return int(done.stdout)

    found = {who: megabytes(who) for who in ("hand", "library")}
    benchmark.pedantic(megabytes, args=("library",), rounds=1)  # type: ignore[no-untyped-call]
    print(f"\n{found}: {found['library'] / found['hand']:.2f}")
