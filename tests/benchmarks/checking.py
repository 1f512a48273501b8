"""What a diagnosis costs as a journey grows: `check` on 10,000 steps against 5,000.

Run it alone: `python tests/benchmarks/checking.py`. Each run is the whole command in a process
of its own, turn by turn; the ratio is that of the medians. The journey has choices, loops and
proofs carried on, so that rules have something to find.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from atlases import own_peak, write_winding
from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.reading import read_atlas

LENGTHS = (5_000, 10_000)
ROUNDS = 3
PROGRAM = str(Path(sys.executable).with_name("carteblanche"))


def check(folder: Path) -> tuple[float, float]:
    """Seconds of the whole command, and its peak in MB."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, "check", str(folder)], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, float(done.stderr.split()[-1])


def command(folder: str) -> None:
    """Run `carteblanche check` in this process, and end by telling the peak."""
    from carteblanche_journeys.cli import main as carteblanche

    sys.argv = ["carteblanche", "check", "--atlas", folder, "--fail-on", "error"]
    try:
        carteblanche()
    except SystemExit as end:
        if end.code not in (0, 1, None):
            raise
    print(own_peak(), file=sys.stderr)


def parts(folder: Path) -> tuple[float, float, int]:
    """Seconds of reading and of the diagnosis alone, in this process, and its findings."""
    start = time.perf_counter()
    atlas = read_atlas(folder).atlas
    read = time.perf_counter()
    found = diagnose(atlas)
    return read - start, time.perf_counter() - read, len(found.findings)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(length) for length in LENGTHS]
        for folder, length in zip(folders, LENGTHS, strict=True):
            folder.mkdir()
            write_winding(folder, length)
        rounds = [[check(folder) for folder in folders] for _ in range(ROUNDS)]
        times = [median(one[at][0] for one in rounds) for at in (0, 1)]
        heads = ("steps", "command s", "peak MB", "read s", "rules s", "findings")
        print("".join(f"{head:>11}" for head in heads))
        for at, folder in enumerate(folders):
            read, asked, found = parts(folder)
            peak = max(one[at][1] for one in rounds)
            print(
                f"{LENGTHS[at]:>11}{times[at]:>11.2f}{peak:>11.0f}{read:>11.2f}{asked:>11.2f}{found:>11}"
            )
        print(f"ratio {times[1] / times[0]:.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        command(sys.argv[2])
    else:
        main()
