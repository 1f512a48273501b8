"""What stands in the lanes of a band, from the counters down to the waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from carteblanche_journeys.drawing.blueprint.cells import Cell
from carteblanche_journeys.drawing.blueprint.counters import PADDING, PICTOGRAM, CounterBox, Reached
from carteblanche_journeys.drawing.blueprint.links import node_line
from carteblanche_journeys.drawing.blueprint.marks import (
    path,
    pictogram,
    rectangle,
    sureness,
    text,
    unknown,
    weeks,
)
from carteblanche_journeys.drawing.blueprint.rows import Lane, Rows, under_node, weeks_in_row
from carteblanche_journeys.drawing.blueprint.sizes import (
    NODE_HEIGHT,
    WEEK,
    WEEK_PITCH,
    height_of,
    width_of,
)
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number
from carteblanche_journeys.words import Words

#: Pixels of one degree of feeling.
DEGREE = 8
_HALF_NODE = NODE_HEIGHT / 2


def counters(boxes: Iterable[CounterBox], rows: Rows) -> Iterator[Element]:
    """The boxes of counters, and the contact of each step with its box."""
    lane = rows.counters
    if lane is None:
        return
    for box in boxes:
        contacts = "".join(
            f"M{number(cell.middle)} {number(rows.person.line + _HALF_NODE)}V{number(lane.top + 4)}"
            for cell in box.cells
        )
        yield path("contact", contacts)
        yield rectangle("counter", (box.x, lane.top + 4, box.width, lane.height - 8))
        yield text(box.name, box.x + PADDING, lane.top + 19, "t-counter")
        for reached in box.reached:
            yield from _reached(reached, lane.bottom - 10)


def _reached(reached: Reached, base: float) -> Iterator[Element]:
    how = "t-home" if reached.at_home else "t-far"
    x, base = reached.x, base - height_of(reached.lines - 1, "t-far")
    for row in reached.channels:
        x = reached.x
        for channel in row:
            yield pictogram(channel, x, base - 10)
            x += PICTOGRAM
        base += height_of(1, how)
    if reached.far and reached.beside:
        last = base - height_of(1, how) if reached.channels else base
        yield text(reached.far, x, last, how)
    elif reached.far:
        yield text(reached.far, reached.x, base, how)


def behind(cells: Iterable[Cell], rows: Rows) -> Iterator[Element]:
    """Below the line of visibility: who acts there, acts and other bodies, each at a dot."""
    for cell in cells:
        if not cell.seen and rows.backstage:
            lines = [line for act in cell.acts for line in act]
            if lines:
                yield text(lines, cell.left, rows.backstage.line + _HALF_NODE + 14, "t-act")
        dots = [*_dots(cell, rows)]
        if dots:
            start = _dashed_from(cell, rows)
            yield path("behind", f"M{number(cell.middle)} {number(start)}V{number(dots[-1][0])}")
        for y, lines_at in dots:
            yield el("circle", {"class": "dot", "cx": cell.middle, "cy": y, "r": 4.5})
            yield text(lines_at, cell.middle + 11, y + 4, "t-act")


def _dots(cell: Cell, rows: Rows) -> Iterator[tuple[float, Sequence[str]]]:
    if cell.seen and rows.backstage:
        yield from _down(cell.acts, rows.backstage.line)
    if rows.others:
        yield from _down(cell.others, rows.others.line)


def _down(acts: Iterable[Sequence[str]], y: float) -> Iterator[tuple[float, Sequence[str]]]:
    for act in acts:
        yield y, act
        y += height_of(len(act), "t-act") + 4


def _dashed_from(cell: Cell, rows: Rows) -> float:
    line = node_line(cell, rows)
    if not cell.seen:
        return line + _HALF_NODE + 4 + under_node(cell)
    if cell.step.counters and rows.counters:
        return rows.counters.bottom - 4
    return line + _HALF_NODE


def feelings(cells: Sequence[Cell], lane: Lane, words: Words) -> Iterator[Element]:
    """The line of feeling: broken where nobody knows, words where it is extreme or turns."""
    points = [(cell, cell.step.feeling) for cell in cells]
    for (cell, one), (after, other) in pairwise(points):
        if one is not None and other is not None:
            start, end = _feeling_y(lane, one), _feeling_y(lane, other)
            yield path(
                "curve",
                f"M{number(cell.middle)} {number(start)}L{number(after.middle)} {number(end)}",
            )
    before: int | None = None
    for cell, feeling in points:
        if feeling is None:
            yield rectangle("paper", (cell.middle - 8, lane.line - 6, 16, 12), 0)
            yield text(("?",), cell.middle - 3.5, lane.line + 4, "t-feeling")
        else:
            y = _feeling_y(lane, feeling)
            yield el("circle", {"class": "point", "cx": cell.middle, "cy": y, "r": 4})
            word = _feeling_word(feeling, before, words)
            if word:
                yield text((word,), cell.left, y - 8 if feeling > 0 else y + 16, "t-feeling")
        before = feeling


def _feeling_y(lane: Lane, feeling: int) -> float:
    return lane.line - feeling * DEGREE


def _feeling_word(feeling: int, before: int | None, words: Words) -> str:
    if feeling == before:
        return ""
    if abs(feeling) == 2:
        return words("feeling.best" if feeling > 0 else "feeling.worst")
    turns = feeling > 0 and (before is None or before <= 0)
    return words("feeling.better") if turns else ""


def waits(cells: Iterable[Cell], lane: Lane) -> Iterator[Element]:
    """Each wait: how long, how sure, a square a week; or that nobody knows."""
    for cell in cells:
        wait = cell.step.wait
        x, y = cell.left, lane.line
        if wait.state == "unknown":
            yield unknown(x, y - 9)
            yield text(cell.wait, x + 14, y, "t-unknown")
        else:
            how = "t-wait" if wait.state == "known" else "t-legal"
            yield text(cell.wait, x, y, how)
            beside = x + width_of(cell.wait[-1], how) + 10
            last = y + height_of(len(cell.wait) - 1, how)
            yield from sureness(wait.status, beside, last - 4)
        y += height_of(len(cell.wait), "t-wait")
        if cell.legal:
            yield text(cell.legal, x, y, "t-legal")
            y += height_of(len(cell.legal), "t-legal")
        if wait.weeks:
            yield weeks(wait.weeks, weeks_in_row(cell), x, y - 8, WEEK, WEEK_PITCH)
