"""One band as SVG: grounds, lanes, links, then every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from carteblanche_journeys.drawing.blueprint import lanes as lane_marks
from carteblanche_journeys.drawing.blueprint.bands import Run
from carteblanche_journeys.drawing.blueprint.cells import Cell, arrivals_width, cells_of
from carteblanche_journeys.drawing.blueprint.counters import counter_boxes
from carteblanche_journeys.drawing.blueprint.heads import Head, head_of
from carteblanche_journeys.drawing.blueprint.links import node_line, onward, pills
from carteblanche_journeys.drawing.blueprint.marks import flags, node, path, rectangle, text
from carteblanche_journeys.drawing.blueprint.rows import (
    Lane,
    Lanes,
    Rows,
    arrivals_bottom,
    band_width,
    rows_of,
)
from carteblanche_journeys.drawing.blueprint.sizes import (
    FREE,
    INSET,
    LABEL_END,
    MARGIN,
    NODE_HEIGHT,
    height_of,
    lines_of,
    width_of,
)
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Painted:
    """A painted band: its size and what it holds."""

    width: float
    height: float
    elements: tuple[Element, ...]


def paint(runs: Sequence[Run], column: float, lanes: Lanes, words: Words) -> Painted:
    """The band of some runs, its columns of a given width."""
    cells = cells_of(runs, column, words)
    heads, boxes = tuple(_heads(runs, cells, column, words)), counter_boxes(cells, words)
    rows = rows_of(lanes, heads, cells, boxes)
    width = band_width(cells)
    elements = [
        *_grounds(heads, rows, width),
        *_stage_heads(heads, rows),
        *_names(rows, words),
        *lane_marks.counters(boxes, rows),
        *lane_marks.behind(cells, rows),
        *(one for cell, after in pairwise(cells) for one in onward(cell, after, rows)),
        *(_step(cell, rows) for cell in cells),
    ]
    if rows.feeling:
        elements += lane_marks.feelings(cells, rows.feeling, words)
    if rows.wait:
        elements += lane_marks.waits(cells, rows.wait)
    return Painted(width, rows.height, tuple(elements))


def _heads(
    runs: Sequence[Run], cells: Sequence[Cell], column: float, words: Words
) -> Iterator[Head]:
    start = 0
    for run in runs:
        yield head_of(run, cells[start].x, column, words)
        start += len(run.steps)


def _grounds(heads: Sequence[Head], rows: Rows, width: float) -> Iterator[Element]:
    for head in heads:
        if rows.counters:
            yield _ground("g-band", head, rows.counters.top, rows.counters.bottom)
        lowest = rows.others or rows.backstage
        if rows.sight is not None and lowest is not None:
            yield _ground("g-under", head, rows.sight, lowest.bottom)
    for lane in (rows.backstage if rows.others else None, rows.feeling):
        if lane is not None:
            y = number(lane.bottom if lane is rows.backstage else lane.line)
            shape = "".join(f"M{number(h.x)} {y}h{number(h.width)}" for h in heads)
            yield path("hair", shape)
    if rows.sight is not None:
        yield path("sight", f"M{MARGIN - 2} {number(rows.sight)}H{number(width)}")


def _ground(how: str, head: Head, top: float, bottom: float) -> Element:
    return rectangle(how, (head.x, top, head.width, bottom - top), 0)


def _stage_heads(heads: Sequence[Head], rows: Rows) -> Iterator[Element]:
    for head in heads:
        yield rectangle("rule", (head.x, 0, head.width, 3), 0)
        base = 20.0
        if head.name:
            yield text(head.name, head.x, base, "t-stage")
        if head.beside and head.name:
            x = head.x + head.width - 4 - width_of(head.said[0], "t-meta")
            yield text(head.said, x, base, "t-meta")
        else:
            base += height_of(len(head.name), "t-stage")
            yield text(head.said, head.x, base - (2 if head.name else 0), "t-meta")


def _names(rows: Rows, words: Words) -> Iterator[Element]:
    """The names of the lanes, in the margin of every band."""
    named: list[tuple[str, Lane | None]] = [
        ("person", Lane(rows.person.top, 0, rows.person.line)),
        ("counters", _middle(rows.counters)),
        ("backstage", rows.backstage),
        ("others", rows.others),
        ("feeling", rows.feeling),
    ]
    for key, lane in named:
        if lane is not None:
            lines = lines_of(words(f"lane.{key}"), LABEL_END, "t-lane")
            base = lane.line + 4 - height_of(len(lines) - 1, "t-lane") / 2
            yield from _right(lines, base, "t-lane")
    if rows.wait is not None:
        yield from _right((words("lane.wait"),), rows.wait.line, "t-lane")
    if rows.feeling is not None:
        yield from _right((words("lane.good"),), rows.feeling.line - 15, "t-from")
        yield from _right((words("lane.bad"),), rows.feeling.line + 22, "t-from")
    if rows.sight is not None:
        yield from _right((words("lane.visibility"),), rows.sight + 3.5, "t-visibility")


def _middle(lane: Lane | None) -> Lane | None:
    return lane and Lane(lane.top, lane.height, lane.top + lane.height / 2)


def _right(lines: Sequence[str], base: float, how: str) -> Iterator[Element]:
    for line in lines:
        yield el("text", {"class": how, "x": LABEL_END, "y": base, "text-anchor": "end"}, line)
        base += height_of(1, how)


def _step(cell: Cell, rows: Rows) -> Element:
    """A step: number, flags, title, node, from where one comes, pills."""
    step, line = cell.step, node_line(cell, rows)
    label = str(step.number)
    figure = width_of(label, "t-number") + 8
    parts = [
        text((label,), cell.left, rows.numbers, "t-number"),
        *flags(
            step.flags, cell.left + figure, rows.numbers - 12.5, cell.width - FREE - INSET - figure
        ),
        text(cell.title, cell.left, rows.titles + 12.5, "t-title"),
        *node(step.kind, step.by_agent, label, cell.middle, line),
    ]
    parts += _around(cell, line)
    return el("g", {"class": "step", "data-step": step.id}, parts)


def _around(cell: Cell, line: float) -> Iterator[Element]:
    """From where one comes, and the pills."""
    if cell.beside:
        x = cell.middle + cell.half + 4
        if cell.arrivals:
            yield text(cell.arrivals, x, line - 9, "t-from")
        yield from pills(cell.stack, x + arrivals_width(cell), line - 21)
        return
    if cell.arrivals:
        high = arrivals_bottom(cell) + height_of(len(cell.arrivals) - 1, "t-from")
        yield text(cell.arrivals, cell.left, line - high - 2, "t-from")
    if cell.seen:
        yield from pills(cell.stack, cell.middle + 6, line + NODE_HEIGHT / 2 + 4)
    else:
        acts = height_of(sum(len(act) for act in cell.acts), "t-act")
        yield from pills(cell.stack, cell.left, line + NODE_HEIGHT / 2 + 7 + acts)
