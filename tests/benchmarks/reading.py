"""How long reading takes, and how much memory: 1,000 journeys of 30 steps.

Run it alone: `python tests/benchmarks/reading.py`. The time is given as a ratio to that of
PyYAML's C loader composing the same bytes in the same process; peaks are those of processes
that do nothing else.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from carteblanche_journeys.reading import read_atlas

JOURNEYS, STEPS = 1_000, 30
ROUNDS = 5


def step(number: int) -> str:
    """A step as authors write them: a counter, two pieces, an effort, a wait, a link."""
    following = f"    next: [{{to: etape-{number + 1}, carried: person}}]\n"
    return (
        f"  etape-{number}:\n"
        f"    title: Déposer le dossier, étape {number}\n"
        f"    stage: {'debut' if number < STEPS // 2 else 'fin'}\n"
        f"    at: guichet-{number % 20}\n"
        f"    asks: [piece-{number % 40}, {{piece: piece-{(number * 7) % 40}, form: copy}}]\n"
        f"    effort: {10 + number} min\n"
        f"    wait: {{value: 5..10 d, status: assumed, cause: processing}}\n"
        f"{following if number < STEPS - 1 else ''}"
    )


def write_atlas(folder: Path) -> None:
    """Write the atlas: shared files and a thousand journeys in a hundred life moments."""
    shared = {
        "atlas": "title: Banc d'essai\nlanguage: fr\n",
        "organisations": "".join(f"org-{n}: {{name: Organisme {n}}}\n" for n in range(10)),
        "counters": "".join(
            f"guichet-{n}: {{name: Guichet {n}, owner: org-{n % 10}, channels: [on-site, phone]}}\n"
            for n in range(20)
        ),
        "evidence": "".join(
            f"piece-{n}: {{name: Pièce {n}, issuer: org-{n % 10}}}\n" for n in range(40)
        ),
    }
    for name, text in shared.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    steps = "".join(map(step, range(STEPS)))
    for number in range(JOURNEYS):
        moment = folder / f"moment-{number // 10}"
        moment.mkdir(exist_ok=True)
        head = (
            f"title: Démarche {number}\ndate: 2018-01\nstages: {{debut: Début, fin: Fin}}\nsteps:\n"
        )
        (moment / f"parcours-{number % 10}.yml").write_text(head + steps, "utf-8")


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


def own_peak() -> float:
    """The peak of this process in MB; a child would inherit the peak that `getrusage` knows."""
    kept = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    return int(kept[1]) * 1024 / 1e6 if kept else float("nan")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_atlas(folder)
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
