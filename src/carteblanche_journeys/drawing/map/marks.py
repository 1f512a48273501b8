"""The marks of a map: outlines of nodes, flags, envelopes, arrow heads, lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import hypot

from carteblanche_journeys.drawing.blueprint.marks import (
    flag_shape,
    flag_width,
    letter,
    shown_flags,
)
from carteblanche_journeys.drawing.blueprint.sizes import FLAG_GAP
from carteblanche_journeys.drawing.diagram import Box, Point
from carteblanche_journeys.drawing.map.measuring import BETWEEN, LETTER, TAB
from carteblanche_journeys.drawing.map.scene import HEADS, MapNode, TextLine
from carteblanche_journeys.drawing.map.style import leading_of, rise_of
from carteblanche_journeys.drawing.sheet import Flag, Line
from carteblanche_journeys.markup import Element, el

#: Room to say how many more flags there are.
_MORE = 18
_TAB_WIDTH, _TAB_SLOPE = 26, 6


def outline(node: MapNode, box: Box) -> list[Element]:
    """The shape of a node."""
    look = {"class": f"n-{node.look}"}
    match node.outline:
        case "event":
            (x, y), half = box.centre, (box.width / 2, box.height / 2)
            return [el("ellipse", {"cx": x, "cy": y, "rx": half[0], "ry": half[1], **look})]
        case "choice":
            return [el("path", {"d": _hexagon(box), **look})]
        case "outcome":
            frame = "n-frame-agent" if node.look == "agent" else "n-frame"
            return [rect(box, frame, 8), rect(_within(box, BETWEEN), f"n-{node.look}", 5)]
        case "folder":
            return [el("path", {"d": _folder(box), "class": "folder"})]
        case _:
            return [rect(box, f"n-{node.look}", 10)]


def rect(box: Box, look: str, corner: float) -> Element:
    """A box with rounded corners."""
    return el("rect", {
        "x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": corner,
        "class": look,
    })  # fmt: skip


def _within(box: Box, space: float) -> Box:
    return Box(box.x + space, box.y + space, box.width - 2 * space, box.height - 2 * space)


def _hexagon(box: Box) -> str:
    """Its upper side lies between a quarter and three quarters of its width."""
    left, right, quarter = box.x, box.x + box.width, box.width / 4
    top, middle, bottom = box.y, box.y + box.height / 2, box.y + box.height
    return (
        f"M{left:g},{middle:g}L{left + quarter:g},{top:g}H{right - quarter:g}"
        f"L{right:g},{middle:g}L{right - quarter:g},{bottom:g}H{left + quarter:g}Z"
    )


def _folder(box: Box) -> str:
    """A box with a tab on its upper edge, at the right: links end at the box itself."""
    right, bottom = box.x + box.width, box.y + box.height
    return (
        f"M{box.x:g},{box.y:g}H{right - _TAB_WIDTH - _TAB_SLOPE:g}l{_TAB_SLOPE:g},{-TAB:g}"
        f"H{right:g}V{bottom:g}H{box.x:g}Z"
    )


def text(lines: Sequence[TextLine], x: float, top: float, anchor: str = "start") -> list[Element]:
    """Lines of text one below the other, each with its class; from the top of the first."""
    made = []
    for line in lines:
        place: dict[str, str | float | None] = {"x": x, "y": top + rise_of(line.how)}
        made.append(el("text", {**place, "class": line.how, "text-anchor": anchor}, line.text))
        top += leading_of(line.how)
    return made


def flags(given: Sequence[Flag], right: float, top: float, room: float) -> Iterator[Element]:
    """Flags from left to right, the last ending at `right`; those that find no room are counted."""
    shown = shown_flags(given, room)
    more = len(given) - len(shown)
    widths = [round(flag_width(flag.code), 1) for flag in shown]
    x = right - sum(widths) - FLAG_GAP * (len(widths) - 1) - (_MORE if more else 0)
    for flag, width in zip(shown, widths, strict=True):
        yield from flag_mark(flag, x, top, width)
        x += width + FLAG_GAP
    if more:
        place: dict[str, str | float] = {"x": x, "y": top + 11.3}
        yield el("text", {**place, "class": "t-flag t-more"}, f"+{more}")


def flag_mark(flag: Flag, x: float, top: float, width: float) -> Iterator[Element]:
    """A finding: a speech flag whose filling and outline say how bad it is."""
    shape = flag_shape(x, top, width)
    yield el("path", {"d": shape, "class": "around"})
    yield el("path", {"d": shape, "class": f"f-{flag.severity}"})
    look = "t-flag on-error" if flag.severity == "error" else "t-flag"
    yield el("text", {"x": x + 5, "y": top + 11.3, "class": look}, flag.code)


def envelope(middle: Point) -> Element:
    """An envelope around a point."""
    return letter(middle[0] - LETTER / 2, middle[1] - 0.36 * LETTER, LETTER)


def line(points: Iterable[Point], kind: Line) -> Element:
    """Bézier curves end to end."""
    first, *rest = points
    pairs = " ".join(f"{x:g},{y:g}" for x, y in rest)
    return el("path", {"d": f"M{first[0]:g},{first[1]:g}C{pairs}", "class": f"l-{kind}"})


def head(base: Point, tip: Point, kind: Line) -> Element | None:
    """An arrow head from its base to its tip."""
    across = HEADS[kind][1] / 2
    length = hypot(tip[0] - base[0], tip[1] - base[1])
    if not length:
        return None
    x, y = (tip[1] - base[1]) / length * across, (base[0] - tip[0]) / length * across
    corners = ((base[0] + x, base[1] + y), tip, (base[0] - x, base[1] - y))
    shape = "L".join(f"{a:.6g},{b:.6g}" for a, b in corners)
    return el("path", {"d": f"M{shape}Z", "class": f"h-{kind}"})
