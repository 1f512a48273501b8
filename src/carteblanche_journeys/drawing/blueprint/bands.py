"""Which steps stand in which band: stages cut where they must, bands as few and even as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from carteblanche_journeys.drawing.blueprint.sizes import GAP, MARGIN, NARROWEST, WIDEST
from carteblanche_journeys.drawing.sheet import SheetStep


@dataclass(frozen=True, slots=True)
class Run:
    """Steps of one stage that follow each other in one band."""

    steps: tuple[SheetStep, ...]
    continued: bool

    @property
    def stage(self) -> str:
        """The stage's id."""
        return self.steps[0].stage

    @property
    def name(self) -> str:
        """The stage's name."""
        return self.steps[0].stage_name


def runs_of(steps: Sequence[SheetStep], most: int) -> tuple[Run, ...]:
    """The steps by stage; a stage of more than `most` steps is cut into equal parts."""
    runs: list[Run] = []
    seen: set[str] = set()
    for stage, of_stage in groupby(steps, key=lambda step: step.stage):
        for part in _equal_parts(tuple(of_stage), most):
            runs.append(Run(part, continued=stage in seen))
            seen.add(stage)
    return tuple(runs)


def _equal_parts(steps: tuple[SheetStep, ...], most: int) -> list[tuple[SheetStep, ...]]:
    parts = -(-len(steps) // most)
    ends = [len(steps) * part // parts for part in range(parts + 1)]
    return [steps[start:end] for start, end in pairwise(ends)]


def capacity(width: float, stages: int = 1) -> int:
    """How many of the narrowest columns fit, beside the margin and between so many stages."""
    return max(1, int((width - MARGIN - (stages - 1) * GAP) // NARROWEST))


def column_width(width: float, columns: int, stages: int) -> int:
    """The width of each column of a band: what fills it, within what can be read."""
    room = (width - MARGIN - (stages - 1) * GAP) / columns
    return int(min(WIDEST, max(NARROWEST, room)))


def cut(runs: Sequence[Run], width: float) -> tuple[tuple[Run, ...], ...]:
    """Runs in the fewest bands that hold them.

    Among those cuts the one whose widest band is smallest, then the one of the smallest sum of
    squares. Dynamic programming over the end of each band: O(runs x columns of a band x
    columns), where enumeration would be exponential.
    """
    lengths = [len(run.steps) for run in runs]
    if not lengths:
        return ()
    widest = capacity(width)
    best = _cut_within(lengths, widest, width)
    while widest > 1 and (even := _cut_within(lengths, widest - 1, width)) is not None:
        if best is None or len(even) > len(best):
            break
        best, widest = even, widest - 1
    ends = [0, *(best or [len(lengths)])]
    return tuple(tuple(runs[a:b]) for a, b in pairwise(ends))


def _cut_within(lengths: Sequence[int], widest: int, width: float) -> list[int] | None:
    """Ends of the fewest bands, of the smallest sum of squares, none of more columns."""
    best: list[tuple[int, int, int] | None] = [(0, 0, 0)]
    for end in range(1, len(lengths) + 1):
        found: tuple[int, int, int] | None = None
        columns = 0
        for start in range(end - 1, -1, -1):
            columns += lengths[start]
            if columns > min(widest, capacity(width, end - start)):
                break
            before = best[start]
            if before is not None:
                one = (before[0] + 1, before[1] + columns * columns, start)
                found = min(found or one, one)
        best.append(found)
    return _ends(best)


def _ends(best: Sequence[tuple[int, int, int] | None]) -> list[int] | None:
    ends: list[int] = []
    end = len(best) - 1
    while end > 0:
        here = best[end]
        if here is None:
            return None
        ends.append(end)
        end = here[2]
    return ends[::-1]
