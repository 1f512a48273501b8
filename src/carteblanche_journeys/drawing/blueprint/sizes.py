"""Measures of the blueprint in pixels, and how its texts are set."""

from __future__ import annotations

from carteblanche_journeys.drawing.style import TYPES
from carteblanche_journeys.markup import text_width, wrap

#: The blueprint fills this width on the site.
WIDTH = 1344
#: Room for the names of the lanes, and where these end.
MARGIN, LABEL_END = 104, 90
NARROWEST, WIDEST = 114, 216
#: Between two stages of a band.
GAP = 18
#: Free at the right of each cell, for elbows.
FREE = 12
#: From the left of a cell to its texts and boxes, and to the middle of its node.
INSET, MIDDLE = 4, 18
NODE_WIDTH, NODE_HEIGHT = 30, 25
#: Half the width of each kind of node; a choice is a diamond, an outcome stands in a frame.
HALF = {"action": 15, "event": 13.5, "choice": 17, "outcome": 17}
PILL_HEIGHT, PILL_PITCH, PILL_GAP = 16, 18, 4
#: An elbow runs this far left of the column that it leads to.
ELBOW = 10
FLAG_HEIGHT, FLAG_GAP = 15, 3
#: One square a week: its side, and from one to the next.
WEEK, WEEK_PITCH = 6, 8
#: An empty lane of a band shrinks to this.
EMPTY_LANE = 22
#: Labels of more characters are drawn to here; the list has them whole.
LONGEST_LABEL = 300
#: Lines of text above a link; a longer text goes below the node.
MOST_LINES_ABOVE = 3
#: Above so many steps, each stage is a band of its own.
SEPARATE_ABOVE = 40


def lines_of(text: str, room: float, how: str) -> tuple[str, ...]:
    """A text in lines of a given room, set as its class says."""
    kind = TYPES[how]
    return wrap(text, room, kind.size, kind.weight)


def width_of(text: str, how: str) -> float:
    """The width of a text in one line, set as its class says."""
    kind = TYPES[how]
    return text_width(text, kind.size, kind.weight)


def height_of(lines: int, how: str) -> float:
    """The height of so many lines."""
    return lines * TYPES[how].leading
