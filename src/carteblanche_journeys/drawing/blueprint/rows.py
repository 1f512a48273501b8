"""How high each row of a band is: as high as its tallest cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carteblanche_journeys.drawing.blueprint.cells import Cell
from carteblanche_journeys.drawing.blueprint.counters import CounterBox
from carteblanche_journeys.drawing.blueprint.heads import Head
from carteblanche_journeys.drawing.blueprint.sizes import (
    EMPTY_LANE,
    MARGIN,
    NODE_HEIGHT,
    WEEK_PITCH,
    height_of,
)
from carteblanche_journeys.drawing.sheet import Sheet

_HALF_NODE = NODE_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Lanes:
    """Which lanes a journey has at all; one that is empty throughout is dropped."""

    counters: bool
    backstage: bool
    others: bool
    feeling: bool
    wait: bool

    @property
    def behind(self) -> bool:
        """Whether anything happens below the line of visibility."""
        return self.backstage or self.others


def lanes_of(sheet: Sheet) -> Lanes:
    """The lanes of a journey, the same in every band."""
    steps = sheet.steps
    return Lanes(
        counters=any(step.counters for step in steps),
        backstage=any(step.behind or step.lane == "backstage" for step in steps),
        others=any(step.others for step in steps),
        feeling=any(step.feeling is not None for step in steps),
        wait=any(step.wait.state != "none" for step in steps),
    )


@dataclass(frozen=True, slots=True)
class Lane:
    """A row by its upper edge and its height; `line` is where its nodes or first line stand."""

    top: float
    height: float
    line: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows of a band stand; None for a lane that the journey does not have."""

    head: float
    numbers: float
    titles: float
    person: Lane
    counters: Lane | None
    sight: float | None
    backstage: Lane | None
    others: Lane | None
    feeling: Lane | None
    wait: Lane | None
    height: float


def rows_of(
    lanes: Lanes, heads: Sequence[Head], cells: Sequence[Cell], boxes: Sequence[CounterBox]
) -> Rows:
    """The rows of a band, from top to bottom."""
    head = 3 + max(head.height for head in heads)
    titles = head + 25 + 3
    bottom = titles + max(height_of(len(cell.title), "t-title") for cell in cells)
    person = _person(bottom + 8, [cell for cell in cells if cell.seen])
    down = person.bottom
    counters = _counters(down, boxes) if lanes.counters else None
    down = counters.bottom if counters else down
    sight = down + 5 if lanes.behind else None
    down = down + 5 if lanes.behind else down
    backstage = _backstage(down, cells) if lanes.backstage else None
    down = backstage.bottom if backstage else down
    others = _others(down, [cell.others for cell in cells]) if lanes.others else None
    down = others.bottom if others else down
    feeling = Lane(down, 82, down + 44) if lanes.feeling else None
    down = feeling.bottom if feeling else down + 12
    wait = _wait(down, cells) if lanes.wait else None
    height = wait.bottom if wait else down
    return Rows(
        head, head + 18, titles, person, counters, sight, backstage, others, feeling, wait, height
    )


def lines_above(cell: Cell) -> float:
    """How far texts reach above the middle of a node: of its link, and from where one comes."""
    over = height_of(len(cell.above), "t-label") + 4
    if cell.beside:
        return 24 if cell.arrivals or cell.stack.pills else _HALF_NODE + 4
    if not cell.arrivals:
        return max(over, _HALF_NODE + 4)
    return arrivals_bottom(cell) + height_of(len(cell.arrivals), "t-from")


def arrivals_bottom(cell: Cell) -> float:
    """How far above the middle of a node stands the lowest line of where one comes from."""
    over = height_of(len(cell.above), "t-label") + 4
    return max(_HALF_NODE + 4, over if len(cell.above) > 1 else 0)


def _person(top: float, cells: Sequence[Cell]) -> Lane:
    if not cells:
        return Lane(top, EMPTY_LANE, top + EMPTY_LANE / 2)
    above = max(24, *(lines_above(cell) for cell in cells), 0)
    below = max(22, *(_HALF_NODE + 4 + cell.stack.height + 3 for cell in cells), 0)
    return Lane(top, above + below, top + above)


def _counters(top: float, boxes: Sequence[CounterBox]) -> Lane:
    if not boxes:
        return Lane(top, 34, top + 17)  # its name takes two lines
    name = max(height_of(len(box.name), "t-counter") for box in boxes)
    far = max(reached.lines for box in boxes for reached in box.reached)
    return Lane(top, 8 + 5 + name + 4 + height_of(far, "t-far") + 5, top + 4)


def _backstage(top: float, cells: Sequence[Cell]) -> Lane:
    nodes = [cell for cell in cells if not cell.seen]
    acts = [cell.acts for cell in cells if cell.seen and cell.acts]
    if not nodes and not acts:
        return Lane(top, EMPTY_LANE, top + 14)  # below the name of the line of visibility
    above = max([17.0, *(lines_above(cell) + 3 for cell in nodes)])
    under = [_HALF_NODE + 4 + under_node(cell) for cell in nodes]
    below = max([13.0, *under, *(acts_height(one) - 6 for one in acts)])
    return Lane(top, above + below + 5, top + above)


def under_node(cell: Cell) -> float:
    """The height of what stands under a node below the line: who acts, then pills."""
    lines = sum(len(act) for act in cell.acts)
    pills = 0 if cell.beside else cell.stack.height
    return height_of(lines, "t-act") + 3 + pills


def acts_height(acts: Iterable[tuple[str, ...]]) -> float:
    """The height of acts one below the other, with a little room between."""
    return sum(height_of(len(act), "t-act") + 4 for act in acts)


def _others(top: float, others: Sequence[tuple[tuple[str, ...], ...]]) -> Lane:
    height = max(acts_height(bodies) for bodies in others)
    return Lane(top, max(32, height + 14), top + 16)


def _wait(top: float, cells: Sequence[Cell]) -> Lane:
    return Lane(top, max(_wait_height(cell) for cell in cells) + 4, top + 11)


def _wait_height(cell: Cell) -> float:
    text = height_of(len(cell.wait), "t-wait") + height_of(len(cell.legal), "t-legal")
    return text + week_rows(cell) * WEEK_PITCH + 4


def weeks_in_row(cell: Cell) -> int:
    """How many squares of a week stand beside each other."""
    return max(1, int((cell.width - 16 + 2) // WEEK_PITCH))


def week_rows(cell: Cell) -> int:
    """How many rows of squares a wait takes."""
    return -(-cell.step.wait.weeks // weeks_in_row(cell))


def band_width(cells: Sequence[Cell]) -> float:
    """The width of a band: to the right of its last column."""
    return cells[-1].x + cells[-1].width if cells else float(MARGIN)
