"""How long reading takes, and how much memory: 1,000 journeys of 30 steps.

Run it alone: `python tests/benchmarks/reading.py`. The time is given as a ratio to that of
PyYAML's C loader composing the same bytes in the same process; peaks are those of processes
that do nothing else.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from atlases import STEPS, own_peak, write_atlas
from carteblanche_journeys.reading import read_atlas

JOURNEYS = 1_000
ROUNDS = 5


def compose(folder: Path) -> None:
    """What PyYAML's C loader needs to compose the nodes of the same bytes."""
    for path in sorted(folder.rglob("*.yml")):
        yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)


def timed(work: Callable[[Path], object], folder: Path) -> float:
    """How long a piece of work takes, in seconds."""
    start = time.perf_counter()
    work(folder)
    return time.perf_counter() - start


def peak(what: str, folder: Path) -> float:
    """The peak of a process of its own that only composes, or reads, in MB."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(folder)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_atlas(folder, JOURNEYS)
        size = sum(path.stat().st_size for path in folder.rglob("*.yml")) / 1e6
        # Turn by turn, so that what else the machine does weighs on both alike.
        rounds = [(timed(compose, folder), timed(read_atlas, folder)) for _ in range(ROUNDS)]
        composing, reading = (min(times) for times in zip(*rounds, strict=True))
        rows = [
            ("PyYAML C, compose", composing, peak("compose", folder)),
            ("read_atlas", reading, peak("read", folder)),
        ]
        print(f"{JOURNEYS} journeys of {STEPS} steps, {size:.1f} MB, best of {ROUNDS}")
        print(f"{'':20}{'seconds':>10}{'ratio':>8}{'peak MB':>10}")
        for what, seconds, megabytes in rows:
            print(f"{what:20}{seconds:>10.2f}{seconds / composing:>8.2f}{megabytes:>10.0f}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        {"compose": compose, "read": read_atlas}[sys.argv[1]](Path(sys.argv[2]))  # type: ignore[operator]
        print(own_peak())
    else:
        main()
