"""Links to the next column: straight on one line, or with one elbow between two lanes."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.drawing.blueprint.cells import Cell
from carteblanche_journeys.drawing.blueprint.marks import HEADS, arrow_head, letter, path, text
from carteblanche_journeys.drawing.blueprint.pills import Pill, Stack
from carteblanche_journeys.drawing.blueprint.rows import Rows
from carteblanche_journeys.drawing.blueprint.sizes import ELBOW, PILL_HEIGHT, height_of
from carteblanche_journeys.drawing.sheet import Line
from carteblanche_journeys.drawing.style import TYPES
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number

#: The radius of an elbow's corners.
ROUND = 6


def node_line(cell: Cell, rows: Rows) -> float:
    """Where the middle of a step's node stands."""
    lane = rows.person if cell.seen or rows.backstage is None else rows.backstage
    return lane.line


def onward(cell: Cell, after: Cell, rows: Rows) -> Iterator[Element]:
    """The line to the next column, its arrow head, its envelope and the texts above it."""
    link = cell.onward
    if link is None:
        return
    start, end = cell.middle + cell.half + 1, after.middle - after.half - 1
    here, there = node_line(cell, rows), node_line(after, rows)
    tail = end - HEADS[link.line][0] + 1
    elbow = after.x - ELBOW
    shape = f"M{number(start)} {number(here)}"
    if here == there:
        shape += f"H{number(tail)}"
    else:
        shape += _turn(elbow, here, there, tail)
    yield path(f"l-{link.line}", shape)
    yield arrow_head(link.line, end, there)
    if link.line == "carried":
        middle = ((tail if here == there else elbow) + start) / 2
        yield letter(middle - 7, here - 5, 14)
    yield from _above(cell, start + 4, here)


def _turn(elbow: float, here: float, there: float, tail: float) -> str:
    down = 1 if there > here else -1
    x, y1, y2 = number(elbow), number(here), number(there)
    return (
        f"H{number(elbow - ROUND)}Q{x} {y1} {x} {number(here + down * ROUND)}"
        f"V{number(there - down * ROUND)}Q{x} {y2} {number(elbow + ROUND)} {y2}H{number(tail)}"
    )


def _above(cell: Cell, x: float, line: float) -> Iterator[Element]:
    letter_room = 4 if cell.onward and cell.onward.line == "carried" else 0
    base = line - 5 - letter_room - height_of(len(cell.above) - 1, "t-label")
    for how, words in cell.above:
        yield text((words,), x, base, how)
        base += TYPES[how].leading


def pills(stack: Stack, x: float, y: float) -> Iterator[Element]:
    """A stack of pills by its upper left corner."""
    for words in stack.words:
        yield text(words.lines, x + words.x, y + words.y + 11, words.how)
    for pill in stack.pills:
        yield from _pill(pill, x + pill.x, y + pill.y)


def _pill(pill: Pill, x: float, y: float) -> Iterator[Element]:
    yield pill_box(pill.link.line, x, y, pill.width)
    carried = pill.link.line == "carried"
    if carried:
        yield letter(x + 7, y + 4, 11)
    yield text((pill.text,), x + (22 if carried else 7), y + 12, "t-jump")


def pill_box(line: Line, x: float, y: float, width: float) -> Element:
    """The outline of a pill."""
    half = PILL_HEIGHT / 2
    return el(
        "rect",
        {"class": f"p-{line}", "x": x, "y": y, "width": width, "height": PILL_HEIGHT, "rx": half},
    )
