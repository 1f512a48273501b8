"""A scene and where everything stands, as elements of SVG."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.drawing.diagram import Box, Direction, EdgePath, Layout, Point
from carteblanche_journeys.drawing.map.marks import envelope, flags, head, line, outline, rect, text
from carteblanche_journeys.drawing.map.measuring import LETTER, LETTER_ROOM, height_of
from carteblanche_journeys.drawing.map.scene import MapLink, MapNode, Scene
from carteblanche_journeys.markup import Element

#: How far a flag reaches above its node and beyond its right side, within the node's frame.
_ABOVE, _OUT = 9, 5
#: Left free of flags right of a node's middle, where most arrow heads arrive.
_HEAD = 8
#: An envelope sits on its line where that passes so near to the text.
_NEAR = 26
_AFTER_LETTER = 4
#: From a frame's corner to its label, which the engine gives room but not this little space.
_FRAME_INDENT = 10


def paint(scene: Scene, layout: Layout, direction: Direction) -> Iterator[Element]:
    """Frames lie lowest, then nodes, lines, flags, and texts of frames and lines on top.

    Lines end at the border of a node; only the tab of a folder stands in their way.
    """
    frames = [(frame, layout.clusters[frame.name]) for frame in scene.frames]
    nodes = [(node, layout.nodes[node.name]) for node in scene.nodes]
    links = list(zip(scene.links, layout.edges, strict=True))
    for _, place in frames:
        yield rect(place.box, "frame", 10)
    for node, box in nodes:
        yield from _node(node, box)
    for link, path in links:
        yield from _line(link, path)
    for node, box in nodes:
        yield from _flags(node, box)
    for frame, place in frames:
        if place.label:
            yield from text(frame.texts, place.box.x + _FRAME_INDENT, place.label.y)
    for link, path in links:
        if path.label:
            yield from _label(link, path, path.label, on_line=direction == "down")


def _node(node: MapNode, box: Box) -> Iterator[Element]:
    yield from outline(node, box)
    top = box.y + (box.height - height_of(node.texts)) / 2
    yield from text(node.texts, box.x + box.width / 2, top, "middle")


def _flags(node: MapNode, box: Box) -> Iterator[Element]:
    if node.flags:
        right = box.x + box.width + _OUT
        room = right - box.centre[0] - _HEAD
        yield from flags(node.flags, right, box.y - _ABOVE, room)


def _line(link: MapLink, path: EdgePath) -> Iterator[Element]:
    yield line(path.points, link.line)
    if made := head(path.points[-1], path.tip, link.line):
        yield made


def _label(link: MapLink, path: EdgePath, room: Box, on_line: bool) -> Iterator[Element]:
    """The text of a link; the envelope left of it, on a line that comes down beside it."""
    left = room.x
    if link.line == "carried":
        middle = room.y + room.height / 2
        place = (left + LETTER / 2, middle)
        if on_line:
            near = _nearest(path.points, (left, middle))
            close = abs(near[0] - left) <= _NEAR and abs(near[1] - middle) <= _NEAR
            place = near if close else place
        yield envelope(place)
        left = min(left + LETTER_ROOM, max(left, place[0] + LETTER / 2 + _AFTER_LETTER))
    yield from text(link.texts, left, room.y + (room.height - height_of(link.texts)) / 2)


def _nearest(points: tuple[Point, ...], place: Point) -> Point:
    """The point of a curve nearest to a place, among eight of each of its parts."""
    along = [
        _at(points[start : start + 4], step / 8)
        for start in range(0, len(points) - 1, 3)
        for step in range(9)
    ]
    return min(along, key=lambda p: (p[0] - place[0]) ** 2 + (p[1] - place[1]) ** 2)


def _at(curve: tuple[Point, ...], t: float) -> Point:
    """A point of a cubic Bézier curve."""
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    x = a * x0 + b * x1 + c * x2 + d * x3
    y = a * y0 + b * y1 + c * y2 + d * y3
    return round(x, 2), round(y, 2)
