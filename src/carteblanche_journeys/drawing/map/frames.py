"""Frames of counters: one around each run of steps at the same counters.

A frame per run and not per counter: a counter that is met again far below would draw a box
over half the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carteblanche_journeys.drawing.blueprint.cells import drawn
from carteblanche_journeys.drawing.blueprint.counters import MOST_NAMED
from carteblanche_journeys.drawing.map.measuring import height_of, step_name
from carteblanche_journeys.drawing.map.scene import MapFrame, TextLine
from carteblanche_journeys.drawing.map.style import lines_of, width_of
from carteblanche_journeys.drawing.sheet import SheetCounter, SheetStep
from carteblanche_journeys.words import Words

#: A name longer than this goes on in a second line: a frame is at least as wide as a node.
_ROOM = 190
#: A run goes on over this many steps that are elsewhere.
_BETWEEN = 1


def frames_of(steps: Iterable[SheetStep], words: Words) -> tuple[MapFrame, ...]:
    """The frames of some steps in reading order."""
    return tuple(_frame(run, words) for run in runs_of(steps))


def runs_of(steps: Iterable[SheetStep]) -> Iterator[tuple[SheetStep, ...]]:
    """Steps at the same counters that follow each other, by their first step.

    One step elsewhere does not end a run: who hands a file in, and is visited, comes back to
    the same counter.

    >>> caf = (SheetCounter("caf", "Caf"),)
    >>> here = [SheetStep(f"s{n}", n, "", counters=caf) for n in (1, 2, 4, 7)]
    >>> [[step.number for step in run] for run in runs_of(here)]
    [[1, 2, 4], [7]]
    """
    runs: list[list[SheetStep]] = []
    latest: dict[tuple[str, ...], list[SheetStep]] = {}
    for step in steps:
        place = tuple(counter.id for counter in step.counters)
        if not place:
            continue
        run = latest.get(place)
        if run is None or step.number - run[-1].number > 1 + _BETWEEN:
            run = latest[place] = []
            runs.append(run)
        run.append(step)
    return map(tuple, runs)


def _frame(run: tuple[SheetStep, ...], words: Words) -> MapFrame:
    lines = lines_of(_name(run, words), _ROOM, "t-frame")
    texts = tuple(TextLine("t-frame", line) for line in lines)
    members = tuple(step_name(step.number) for step in run)
    return MapFrame(
        f"run {run[0].number}", members, texts, width_of(lines, "t-frame"), height_of(texts)
    )


def _name(run: tuple[SheetStep, ...], words: Words) -> str:
    """The counter's name, and how far it is where that is one distance for the whole run."""
    name = _counters_name(run[0].counters, words)
    far = {_far(counter, words) for step in run for counter in step.counters}
    distance = far.pop() if len(far) == 1 else ""
    return f"{name} · {distance}" if distance else name


def _counters_name(counters: tuple[SheetCounter, ...], words: Words) -> str:
    if len(counters) > MOST_NAMED:
        return words("drawing.counters", n=len(counters))
    names = [drawn(counter.name, words) for counter in counters]
    return words("drawing.either", one=names[0], other=names[1]) if names[1:] else names[0]


def _far(counter: SheetCounter, words: Words) -> str:
    if counter.channels == ("home",):
        return words("drawing.at-home")
    return (counter.distance or "").replace(" ", "\u00a0")
