"""What all rules cost: against bpmnlint on the same graph, and against reading a large atlas.

Run it alone: `python tests/benchmarks/diagnosing.py BPMNLINT`, where BPMNLINT is the command of
an installed bpmnlint (`node_modules/.bin/bpmnlint`); without it that part is left out. Every
run is a whole process, turn by turn; ratios are those of medians, of seconds by the clock and
of processor seconds, which other work on the machine disturbs less. Both sides read the graph,
ask every rule and print: bpmnlint a line for each problem, ours the ten findings that cost
most, as a first run does, and then with `--all` each finding with what to do.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from xml.sax.saxutils import quoteattr

import yaml

from atlases import own_peak, winding_journey, write_wide, write_winding
from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.graph import links
from carteblanche_journeys.model import Journey
from carteblanche_journeys.reading import read_atlas

LENGTHS = (1_000, 10_000)
ROUNDS = 3
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
ELEMENTS = {"choice": "exclusiveGateway", "event": "intermediateThrowEvent", "outcome": "endEvent"}


def bpmn_of(journey: Journey) -> str:
    """The same steps and links as BPMN: tasks, gateways and flows, with their names."""
    lines = [f'<definitions xmlns="{BPMN}" id="d" targetNamespace="x">', '<process id="p">']
    lines.append('<startEvent id="start" name="start"/>')
    first = next(iter(journey.steps))
    lines.append(f'<sequenceFlow id="f" sourceRef="start" targetRef="{first}"/>')
    for name, step in journey.steps.items():
        element = ELEMENTS.get(step.kind, "task")
        lines.append(f"<{element} id={quoteattr(name)} name={quoteattr(str(step.title))}/>")
    for at, one in enumerate(links(journey)):
        ends = f"sourceRef={quoteattr(one.source)} targetRef={quoteattr(one.target)}"
        lines.append(f'<sequenceFlow id="f{at}" name="vers" {ends}/>')
    return "\n".join([*lines, "</process>", "</definitions>"])


@dataclass(frozen=True)
class Spent:
    """Seconds of a whole process: by the clock, and of all processors."""

    clock: float
    processor: float


def timed(command: list[str], folder: Path) -> Spent:
    """What a whole process spends; what it finds is not looked at."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with (folder / "out.txt").open("w") as out:
        done = subprocess.run(command, cwd=folder, stdout=out, stderr=out, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {folder / 'out.txt'}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(clock, used)


def peak_of_check(folder: Path) -> float:
    """Peak of one `check` of its own, in MB."""
    done = subprocess.run(
        [sys.executable, __file__, "--check", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stderr.split()[-1])


def in_this_process(folder: str) -> None:
    """Run `carteblanche check` here, and end by telling the peak."""
    from carteblanche_journeys.cli import main as carteblanche

    sys.argv = ["carteblanche", "check", "--all", "--atlas", folder]
    try:
        carteblanche()
    except SystemExit as end:
        if end.code not in (0, 1, None):
            raise
    print(own_peak(), file=sys.stderr)


def against_bpmnlint(bpmnlint: Path | None, base: Path) -> None:
    """One journey of 1,000 and of 10,000 steps."""
    program = str(Path(sys.executable).with_name("carteblanche"))
    for length in LENGTHS:
        folder = base / str(length)
        folder.mkdir()
        write_winding(folder, length)
        written = yaml.safe_load(winding_journey(length))
        (folder / "graph.bpmn").write_text(bpmn_of(Journey(**written)), "utf-8")
        (folder / ".bpmnlintrc").write_text('{"extends": "bpmnlint:all"}', "utf-8")
        commands = {
            "bpmnlint": [str(bpmnlint), "graph.bpmn"],
            "ours": [program, "check", "-C", str(folder)],
            "ours --all": [program, "check", "--all", "-C", str(folder)],
        }
        if bpmnlint is None:
            del commands["bpmnlint"]
        rounds = [{k: timed(c, folder) for k, c in commands.items()} for _ in range(ROUNDS)]
        clock = {k: median(one[k].clock for one in rounds) for k in commands}
        processor = {k: median(one[k].processor for one in rounds) for k in commands}
        print(f"{length} steps, peak {peak_of_check(folder):.0f} MB")
        for name in commands:
            times = ""
            if bpmnlint is not None:
                by_clock = clock[name] / clock["bpmnlint"]
                times = f", {by_clock:.2f} x ({processor[name] / processor['bpmnlint']:.2f} x)"
            print(f"  {name:<11}{clock[name]:6.2f} s ({processor[name]:.2f} s of processor){times}")


def doubling(base: Path) -> None:
    """10,000 steps against 5,000, rules alone."""
    seconds = []
    for length in (5_000, 10_000):
        folder = base / f"half-{length}"
        folder.mkdir()
        write_winding(folder, length)
        atlas = read_atlas(folder).atlas
        seconds.append(median(_seconds(lambda atlas=atlas: diagnose(atlas)) for _ in range(ROUNDS)))
    print(f"doubling: {seconds[0]:.2f} s to {seconds[1]:.2f} s, {seconds[1] / seconds[0]:.2f} x")


def large_atlas(base: Path) -> None:
    """200 journeys and 5,000 counters: all rules against the reading of the same files."""
    folder = base / "large"
    folder.mkdir()
    write_wide(folder, journeys=200, counters=5_000)
    reading = median(_seconds(lambda: read_atlas(folder)) for _ in range(ROUNDS))
    atlas = read_atlas(folder).atlas
    rules = median(_seconds(lambda: diagnose(atlas)) for _ in range(ROUNDS))
    found = diagnose(atlas)
    print(
        f"200 journeys, 5,000 counters: reading {reading:.2f} s, rules {rules:.2f} s, "
        f"{rules / reading:.2f} x, {len(found.findings)} findings, "
        f"{len(found.internal_faults)} failed"
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    given = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        against_bpmnlint(given, base)
        doubling(base)
        large_atlas(base)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--check":
        in_this_process(sys.argv[2])
    else:
        main()
