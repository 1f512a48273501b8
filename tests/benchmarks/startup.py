"""How long a command and an import take to start, against what they stand on.

Run it alone: `python tests/benchmarks/startup.py`. Each pair is run one after the other, many
times, so that what else the machine does weighs on both; the ratio is that of the medians.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROUNDS = 21
PROGRAM = Path(sys.executable).with_name("carteblanche")
PAIRS = {
    "carteblanche --help, to import click": (
        [str(PROGRAM), "--help"],
        [sys.executable, "-c", "import click"],
    ),
    "import carteblanche_journeys, to import pydantic": (
        [sys.executable, "-c", "import carteblanche_journeys"],
        [sys.executable, "-c", "import pydantic"],
    ),
}


def seconds(command: list[str]) -> float:
    """How long one run of a command takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    print(f"medians of {ROUNDS} pairs")
    print(f"{'':50}{'ms':>8}{'against':>10}{'ratio':>8}")
    for what, (ours, against) in PAIRS.items():
        seconds(ours), seconds(against)  # what is compiled on the first run is not measured
        pairs = [(seconds(ours), seconds(against)) for _ in range(ROUNDS)]
        mine, theirs = (median(side) for side in zip(*pairs, strict=True))
        print(f"{what:50}{mine * 1000:>8.0f}{theirs * 1000:>10.0f}{mine / theirs:>8.2f}")


if __name__ == "__main__":
    main()
