"""Polylines as Bézier curves, and the room for an arrow head at their end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from carteblanche_journeys.drawing.diagram import Point


def curve(points: Sequence[Point]) -> tuple[Point, ...]:
    """A polyline as cubic Bézier curves end to end: each side is a straight curve.

    >>> curve([(0, 0), (0, 30)])
    ((0, 0), (0.0, 10.0), (0.0, 20.0), (0, 30))
    """
    answer = [points[0]]
    for start, end in pairwise(points):
        answer += [_between(start, end, 1 / 3), _between(start, end, 2 / 3), end]
    return tuple(answer)


def shorten(points: Sequence[Point], arrow: float) -> tuple[list[Point], Point]:
    """The polyline without its last `arrow` pixels, and the point where it ended.

    Corners that are none are left out; at least half of the first side stays.

    >>> shorten([(0, 0), (0, 10), (0, 30), (40, 30)], 10)
    ([(0.0, 0.0), (0.0, 30.0), (30.0, 30.0)], (40.0, 30.0))
    """
    line = _corners(points)
    tip, left = line[-1], arrow
    while left > 0 and len(line) > 1:
        length = hypot(line[-1][0] - line[-2][0], line[-1][1] - line[-2][1])
        if length > left or len(line) == 2:
            part = left / length if len(line) > 2 else min(left / length, 0.5)
            line[-1] = _between(line[-1], line[-2], part)
            break
        left -= length
        line.pop()
    return line, tip


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points without repeats and without those in the middle of an upright or level side."""
    line: list[Point] = []
    for x, y in points:
        point = (round(float(x), 2), round(float(y), 2))
        if line and line[-1] == point:
            continue
        if len(line) > 1 and _middle(line[-2], line[-1], point):
            line.pop()
        line.append(point)
    return line


def _middle(start: Point, middle: Point, end: Point) -> bool:
    return any(
        start[axis] == middle[axis] == end[axis]
        and min(start[other], end[other]) <= middle[other] <= max(start[other], end[other])
        for axis, other in ((0, 1), (1, 0))
    )


def _between(start: Point, end: Point, part: float) -> Point:
    return (
        round(start[0] + (end[0] - start[0]) * part, 2),
        round(start[1] + (end[1] - start[1]) * part, 2),
    )
