"""The small shapes: nodes, flags, pictograms, envelopes, arrow heads, marks of sureness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from carteblanche_journeys.drawing.blueprint.pictograms import SHAPES
from carteblanche_journeys.drawing.blueprint.sizes import (
    FLAG_GAP,
    FLAG_HEIGHT,
    NODE_HEIGHT,
    NODE_WIDTH,
    width_of,
)
from carteblanche_journeys.drawing.sheet import Flag, Line
from carteblanche_journeys.drawing.style import TYPES
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number
from carteblanche_journeys.model.steps import StepKind

#: Four figures and more are set smaller, to stay within the node.
_LONG_NUMBER = 4
#: Above so many flags at a step, the gravest two and how many more.
MOST_FLAGS = 3
_GRAVITY = {"error": 0, "warning": 1, "info": 2}


def text(lines: Sequence[str], x: float, y: float, how: str, more: str = "") -> Element:
    """Lines of text, the first on the base line `y`, all on the left edge `x`."""
    place = {"class": f"{how} {more}" if more else how, "x": number(x), "y": number(y)}
    if len(lines) == 1:
        return el("text", place, lines[0])
    leading = number(TYPES[how].leading)
    first, *rest = lines
    return el(
        "text",
        place,
        first,
        [el("tspan", {"x": place["x"], "dy": leading}, line) for line in rest],
    )


def path(how: str, shape: str) -> Element:
    """A path of a class."""
    return el("path", {"class": how, "d": shape})


def rectangle(how: str, box: tuple[float, float, float, float], radius: float = 4) -> Element:
    """A rectangle by left, top, width and height."""
    x, y, width, height = box
    return el(
        "rect",
        {"class": how, "x": x, "y": y, "width": width, "height": height, "rx": radius or None},
    )


def node(kind: StepKind, by_agent: bool, label: str, x: float, y: float) -> Iterator[Element]:
    """A step's mark around its middle, with its number."""
    how = "n-agent" if by_agent else "n-person"
    half, high = NODE_WIDTH / 2, NODE_HEIGHT / 2
    if kind == "event":
        yield el("circle", {"class": how, "cx": x, "cy": y, "r": 13})
    elif kind == "choice":
        up, down, left, right = (number(n) for n in (y - 16, y + 16, x - 17, x + 17))
        yield path(
            how, f"M{number(x)} {up}L{right} {number(y)} {number(x)} {down} {left} {number(y)}z"
        )
    elif kind == "outcome":
        frame = "n-frame-agent" if by_agent else "n-frame"
        yield rectangle(frame, (x - half - 2, y - high - 2, NODE_WIDTH + 4, NODE_HEIGHT + 4), 6)
        yield rectangle(how, (x - half + 2, y - high + 2, NODE_WIDTH - 4, NODE_HEIGHT - 4), 3)
    else:
        yield rectangle(how, (x - half, y - high, NODE_WIDTH, NODE_HEIGHT))
    small = " t-long" if len(label) >= _LONG_NUMBER else ""
    inside = f"t-node{small}" if by_agent else f"t-node{small} on-person"
    yield el(
        "text",
        {"class": inside, "x": x, "y": y + (3.5 if small else 4.7), "text-anchor": "middle"},
        label,
    )


def flags(given: Sequence[Flag], x: float, y: float, room: float) -> Iterator[Element]:
    """Speech flags from the left, on the top edge `y`; those that do not fit are counted."""
    shown = shown_flags(given, room)
    for flag in shown:
        width = flag_width(flag.code)
        yield path(f"f-{flag.severity}", flag_shape(x, y, width))
        on = "on-error" if flag.severity == "error" else ""
        yield text((flag.code,), x + 5, y + 11.3, "t-flag", on)
        x += width + FLAG_GAP
    if len(shown) < len(given):
        yield text((f"+{len(given) - len(shown)}",), x, y + 11.3, "t-flag")


def shown_flags(given: Sequence[Flag], room: float) -> tuple[Flag, ...]:
    """All flags, or the gravest two; fewer where they do not fit beside each other."""
    if len(given) <= MOST_FLAGS and _flags_width(given) <= room:
        return tuple(given)
    gravest = sorted(given, key=lambda flag: _GRAVITY[flag.severity])
    most = 2
    while most > 1 and _flags_width(gravest[:most]) + 20 > room:
        most -= 1
    return tuple(gravest[:most])


def _flags_width(given: Iterable[Flag]) -> float:
    return sum(flag_width(flag.code) + FLAG_GAP for flag in given)


def flag_width(code: str) -> float:
    """The width of a flag around its code."""
    return width_of(code, "t-flag") + 10


def flag_shape(x: float, y: float, width: float) -> str:
    """The outline of a flag whose point hangs at its lower left, towards the title."""
    return (
        f"M{number(x)} {number(y)}h{number(width)}v{FLAG_HEIGHT}h{number(10 - width)}"
        f"l-5.5 5v-5h-4.5z"
    )


def pictogram(name: str, x: float, y: float) -> Element:
    """A pictogram by its upper left corner."""
    return el(
        "path",
        {
            "class": "pic",
            "transform": f"translate({number(x)} {number(y)})",
            "d": SHAPES[name],
        },
    )


def letter(x: float, y: float, size: float = 13) -> Element:
    """An envelope by its upper left corner: what is carried."""
    high, half, fold = number(size * 0.72), number(size / 2), number(size * 0.42)
    at = f"M{number(x)} {number(y)}"
    return path(
        "letter", f"{at}h{number(size)}v{high}h-{number(size)}z{at}l{half} {fold} {half}-{fold}"
    )


#: Length and half width of an arrow head.
HEADS: dict[Line, tuple[float, float]] = {
    "goes-on": (6, 3.2),
    "carried": (9, 6),
    "backstage": (6, 3.2),
    "notice": (6, 3.2),
}


def arrow_head(line: Line, x: float, y: float) -> Element:
    """The head of an arrow to the right whose tip stands at a point."""
    length, half = HEADS[line]
    back = number(x - length)
    return path(
        f"h-{line}",
        f"M{number(x)} {number(y)}L{back} {number(y - half)} {back} {number(y + half)}z",
    )


def sureness(status: str | None, x: float, y: float) -> Iterator[Element]:
    """The mark of a status around its middle: full, half, open, dashed, lozenge."""
    if status is None:
        return
    if status == "proposed":
        yield path("s-open", f"M{number(x)} {number(y - 4.5)}l4.5 4.5-4.5 4.5-4.5-4.5z")
        return
    how = {"published": "s-full", "to-verify": "s-dashed"}.get(status, "s-open")
    yield el("circle", {"class": how, "cx": x, "cy": y, "r": 3.4})
    if status == "observed":
        yield path("s-full", f"M{number(x)} {number(y - 3.4)}a3.4 3.4 0 0 0 0 6.8z")


def unknown(x: float, y: float) -> Element:
    """The dashed square of what nobody knows."""
    return rectangle("unknown", (x, y, 9, 9), 0)


def weeks(count: int, in_row: int, x: float, y: float, side: float, pitch: float) -> Element:
    """One square a week, in rows."""
    squares = "".join(
        f"M{number(x + pitch * (one % in_row))} {number(y + pitch * (one // in_row))}"
        f"h{number(side)}v{number(side)}h-{number(side)}z"
        for one in range(count)
    )
    return path("weeks", squares)
