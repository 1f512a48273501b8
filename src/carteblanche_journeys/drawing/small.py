"""Small pictures: the bar of sureness, the life line of a card, communes by distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carteblanche_journeys.markup import Element, el, text_width

_BAR_WIDTH, _BAR_HEIGHT = 640, 14
#: Fillings of the bar, the same as those of the marks of a figure.
_FILLING = {
    "published": "s-full",
    "observed": "s-half",
    "assumed": "s-open",
    "default": "s-open",
    "unsaid": "s-open",
    "proposed": "s-open",
    "to-verify": "s-dashed",
    "unknown": "unknown",
}
_SQUARE, _PITCH = 6, 9
#: How many squares a column holds before it says the rest with a number.
_TALLEST = 10


def share_bar(parts: Mapping[str, int], title: str) -> Element | None:
    """A bar cut by status, in the fillings of the marks; None where there is nothing to show.

    Parameters
    ----------
    parts
        Counts by status, in the order of the bar.
    title
        What the bar says, in words.
    """
    total = sum(parts.values())
    if not total:
        return None
    x, pieces = 0.5, []
    for status, count in parts.items():
        width = count / total * (_BAR_WIDTH - 1)
        box = {"x": x, "y": 0.5, "width": width, "height": _BAR_HEIGHT - 1}
        pieces.append(el("rect", {**box, "class": _FILLING.get(status, "s-open")}))
        x += width
    return _picture(_BAR_WIDTH, _BAR_HEIGHT, title, pieces)


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One column of a life line: pieces asked, weeks of waiting (None: nobody knows)."""

    asked: int
    weeks: int | None
    waits: bool


def life_line(steps: Sequence[LifeStep], title: str) -> Element | None:
    """A life moment in one line: pieces asked above it, weeks of waiting below.

    Parameters
    ----------
    steps
        In reading order.
    title
        What the line says, in words.
    """
    if not steps:
        return None
    above = max(1, *(min(step.asked, _TALLEST) for step in steps)) * (_SQUARE + 1)
    below = max(1, *(min(step.weeks or 1, _TALLEST) for step in steps)) * (_SQUARE + 1)
    width, base = len(steps) * _PITCH + 2, above + 12
    marks: list[Element] = [
        el("line", {"x1": 0, "y1": base, "x2": width, "y2": base, "class": "axis"})
    ]
    for position, step in enumerate(steps):
        x = 1 + position * _PITCH
        marks += _column(x, base - _SQUARE - 2, -(_SQUARE + 1), step.asked, "n-person")
        if step.weeks is not None:
            marks += _column(x, base + 3, _SQUARE + 1, step.weeks, "weeks")
        elif step.waits:
            marks.append(_square(x, base + 3, "unknown"))
    return _picture(width, base + below + 14, title, marks)


def _column(x: float, start: float, step: float, count: int, look: str) -> list[Element]:
    marks = [_square(x, start + step * n, look) for n in range(min(count, _TALLEST))]
    if count > _TALLEST:
        y = start + step * _TALLEST + (8 if step > 0 else 3)
        marks.append(el("text", {"x": x, "y": y, "class": "t-far"}, str(count)))
    return marks


def _square(x: float, y: float, look: str) -> Element:
    return el("rect", {"x": x, "y": y, "width": _SQUARE, "height": _SQUARE, "class": look})


@dataclass(frozen=True, slots=True)
class Stop:
    """A commune on the line: its name, how far, who lives there."""

    name: str
    km: float
    people: tuple[str, ...] = ()


def distance_line(stops: Sequence[Stop], title: str, unit: str) -> Element | None:
    """Communes on a line by their distance from the first, personas above their commune.

    Names stand in as many rows as they need not to touch.

    Parameters
    ----------
    stops
        By distance; the first is the origin.
    title
        What the line says, in words.
    unit
        The word for a kilometre.
    """
    if len(stops) < 2:
        return None
    width, left, right = 1160.0, 40.0, 90.0
    scale = (width - left - right) / max(stop.km for stop in stops)
    rows: list[float] = []
    labels: list[tuple[Stop, float, int]] = []
    for stop in stops:
        x = left + stop.km * scale
        reach = max(text_width(text, 12.5) for text in (stop.name, *stop.people)) / 2 + 6
        row = next((n for n, end in enumerate(rows) if end < x - reach), len(rows))
        rows[row : row + 1] = [x + reach]
        labels.append((stop, x, row))
    base = len(rows) * 32 + 14.0
    marks = [el("line", {"x1": left, "y1": base, "x2": width - 20, "y2": base, "class": "axis"})]
    for stop, x, row in labels:
        marks += _stop(stop, x, base, base - 14 - row * 32)
    marks += _scale(left, scale, max(stop.km for stop in stops), base, unit)
    return _picture(width, base + 28, title, marks)


def _stop(stop: Stop, x: float, base: float, y: float) -> list[Element]:
    middle: dict[str, str | float] = {"x": x, "text-anchor": "middle"}
    look = "n-person" if stop.km == 0 else "point"
    return [
        el("line", {"x1": x, "y1": y + 4, "x2": x, "y2": base, "class": "hair"}),
        el("circle", {"cx": x, "cy": base, "r": 4.5, "class": look}),
        el("text", {**middle, "y": y, "class": "t-key"}, stop.name),
        el("text", {**middle, "y": y - 15, "class": "t-carried"}, ", ".join(stop.people))
        if stop.people
        else el("g"),
    ]


def _scale(left: float, scale: float, far: float, base: float, unit: str) -> list[Element]:
    return [
        el(
            "text",
            {"x": left + km * scale, "y": base + 20, "text-anchor": "middle", "class": "t-far"},
            f"{km}\u00a0{unit}",
        )
        for km in range(0, int(far) + 1, 5)
    ]


def _picture(width: float, height: float, title: str, marks: list[Element]) -> Element:
    """A static picture: one image to assistive tools, with its sentence, without links."""
    frame: dict[str, str | float] = {
        "viewBox": f"0 0 {width:g} {height:g}",
        "width": width,
        "height": height,
        "class": "cb-blueprint cb-small",
        "role": "img",
        "aria-label": title,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    return el("svg", frame, el("title", None, title), *marks)
