"""The boxes of an overlay: one shape for each mark, so that grey or print lose nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.drawing.overlay.style import HATCH
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number

#: What a box stands for: a step as it is now in the redesign, where it was, or that it is gone.
Shape = Literal[
    "kept", "changed", "moved", "behind", "result", "part", "added", "place", "gone"
]  # fmt: skip
#: How far the point of a moved step reaches beyond its box, and how thick an edge is.
POINT, EDGE = 12.0, 6.0
#: How much of the hatching is seen around the words of a step that goes.
PLATE = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its left, top, width and height."""

    x: float
    y: float
    width: float
    height: float


def hatching() -> Element:
    """The shared pattern, in a picture of no size; it stands once on a page, never hidden."""
    lines = el("path", {"d": "M-1 7L7-1M-1 1L1-1M5 7L7 5"})
    size: dict[str, str | int] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    pattern = el("pattern", {"id": HATCH, **size}, lines)
    frame: dict[str, str | int] = {"width": 0, "height": 0, "class": "cb-defs"}
    hidden = {"aria-hidden": "true", "focusable": "false", "xmlns": "http://www.w3.org/2000/svg"}
    return el("svg", {**frame, **hidden}, el("defs", None, pattern))


def outline(shape: Shape, box: Box) -> Iterator[Element]:
    """The outline of one box."""
    yield from _OUTLINES[shape](box)


def _plain(look: str) -> Callable[[Box], Iterator[Element]]:
    def draw(box: Box) -> Iterator[Element]:
        yield _rect(look, box)

    return draw


def _rect(look: str, box: Box, radius: float = 4, fill: str | None = None) -> Element:
    place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return el("rect", {"class": look, **place, "rx": radius or None, "fill": fill})


def _changed(box: Box) -> Iterator[Element]:
    yield _rect("o-new", box)
    yield _rect("o-edge", Box(box.x, box.y, EDGE, box.height), 2)


def _part(box: Box) -> Iterator[Element]:
    """A forked edge: what was one step is several."""
    yield _rect("o-new", box)
    third = box.height / 3
    for top in (box.y, box.y + 2 * third):
        yield _rect("o-edge", Box(box.x, top, EDGE, third), 1)


def _behind(box: Box) -> Iterator[Element]:
    yield _rect("o-new", box)
    yield _rect("o-edge", Box(box.x, box.y, box.width, EDGE), 2)


def _moved(box: Box) -> Iterator[Element]:
    end, middle = box.x + box.width - POINT, box.y + box.height / 2
    shape = (
        f"M{number(box.x)} {number(box.y)}H{number(end)}L{number(end + POINT)} {number(middle)} "
        f"{number(end)} {number(box.y + box.height)}H{number(box.x)}z"
    )
    yield el("path", {"class": "o-new", "d": shape})


def _added(box: Box) -> Iterator[Element]:
    yield _rect("o-new", box)
    yield _rect("o-new", Box(box.x + 3.5, box.y + 3.5, box.width - 7, box.height - 7), 2)


def _gone(box: Box) -> Iterator[Element]:
    """Hatched around a plain plate, so that what is struck can still be read."""
    yield _rect("o-gone-ground", box)
    yield _rect("o-gone", box, fill=f"url(#{HATCH})")
    plate = Box(box.x + PLATE, box.y + PLATE, box.width - 2 * PLATE, box.height - 2 * PLATE)
    if plate.width > 2 * PLATE and plate.height > 2 * PLATE:
        yield _rect("o-gone-ground", plate, 2)


_OUTLINES: Mapping[Shape, Callable[[Box], Iterator[Element]]] = {
    "kept": _plain("o-plain"),
    "changed": _changed,
    "moved": _moved,
    "behind": _behind,
    "result": _plain("o-result"),
    "part": _part,
    "added": _added,
    "place": _plain("o-place"),
    "gone": _gone,
}
