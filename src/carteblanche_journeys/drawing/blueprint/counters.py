"""Boxes of counters: neighbours of one stage at the same counters share one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from carteblanche_journeys.drawing.blueprint.cells import Cell, drawn
from carteblanche_journeys.drawing.blueprint.pictograms import OF_CHANNEL
from carteblanche_journeys.drawing.blueprint.sizes import FREE, INSET, lines_of
from carteblanche_journeys.drawing.sheet import SheetCounter, SheetStep
from carteblanche_journeys.words import Words

#: Between the frame of a box and its text.
PADDING = 7
#: A pictogram and the space after it.
PICTOGRAM = 18
#: Above so many counters at one step, their number stands for their names; the list has them.
MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Reached:
    """How one step reaches the counter of a box.

    Parameters
    ----------
    x
        Where its pictograms begin.
    channels
        One of each pictogram, in rows.
    far
        Lines that say how far; on the pictograms' line if `beside`.
    """

    x: float
    channels: tuple[tuple[str, ...], ...]
    far: tuple[str, ...]
    beside: bool
    at_home: bool

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return max(1, len(self.channels) + (0 if self.beside else len(self.far)))


@dataclass(frozen=True, slots=True)
class CounterBox:
    """One box over one or several cells."""

    cells: tuple[Cell, ...]
    x: float
    width: float
    name: tuple[str, ...]
    reached: tuple[Reached, ...]


def counter_boxes(cells: Iterable[Cell], words: Words) -> tuple[CounterBox, ...]:
    """The boxes of a band, from left to right."""
    shared = groupby(cells, key=lambda cell: (cell.step.stage, _ids(cell.step)))
    return tuple(_box(tuple(group), words) for (_, ids), group in shared if ids)


def _ids(step: SheetStep) -> tuple[str, ...]:
    return tuple(counter.id for counter in step.counters)


def _box(cells: tuple[Cell, ...], words: Words) -> CounterBox:
    first, last = cells[0], cells[-1]
    width = last.x + last.width - FREE - 2 - first.left
    name = lines_of(_name(first.step.counters, words), width - 2 * PADDING, "t-counter")
    reached = tuple(_reached(cell, words) for cell in cells)
    return CounterBox(cells, first.left, width, name, reached)


def _name(counters: Sequence[SheetCounter], words: Words) -> str:
    if len(counters) > MOST_NAMED:
        return words("drawing.counters", n=len(counters))
    names = [drawn(counter.name, words) for counter in counters]
    return words("drawing.either", one=names[0], other=names[1]) if names[1:] else names[0]


def _reached(cell: Cell, words: Words) -> Reached:
    counters = cell.step.counters
    channels = tuple(dict.fromkeys(
        OF_CHANNEL[channel] for counter in counters for channel in counter.channels
    ))  # fmt: skip
    at_home = channels == ("home",)
    distances = {counter.distance for counter in counters}
    far = words("drawing.at-home") if at_home else (distances.pop() or "")
    if distances and not at_home:
        far = ""  # several counters, several distances: the list has them
    room = cell.width - INSET - FREE - 2 - 2 * PADDING
    in_row = max(1, int(room // PICTOGRAM))
    rows = tuple(channels[at : at + in_row] for at in range(0, len(channels), in_row))
    lines = lines_of(far, room - PICTOGRAM * len(channels), "t-far") if far else ()
    fits = len(rows) <= 1 and len(lines) <= 1
    return Reached(
        x=cell.left + PADDING,
        channels=rows,
        far=lines if fits else lines_of(far, room, "t-far"),
        beside=fits,
        at_home=at_home,
    )
