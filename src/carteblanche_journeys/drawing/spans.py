"""Ranges on one axis that may begin below zero: existing hatched, redesign solid, open unsettled.

Places are shares of the width, so that hatching and ticks keep their shape on any screen; the
words stand beside the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

from carteblanche_journeys.drawing.overlay.style import HATCH
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number

#: How a range is filled. What exists is hatched wherever it stands beside a redesign; a gain or
#: a loss that is not sure, or a loss, is an empty outline.
Look = Literal["existing", "redesign", "gain", "open"]

_HEIGHT, _TOP, _THICK = 18, 3, 12
_MOST_TICKS = 6
#: How much of the longer side of zero the other side has at least.
_SIDE = 0.2
#: Distances between two ticks that people count in, by unit; others go by 1, 2, 5.
_STEPS = {
    "min": (5, 10, 15, 30, 60, 120, 240, 480, 960, 1440, 2880),
    "d": (1, 2, 7, 14, 28, 91, 182, 365, 730),
}


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis that holds zero, with its ticks.

    >>> axis_over([-30, 400], "min").ticks
    (0, 120, 240, 360)
    """

    start: float
    end: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a value stands, in hundredths of the width."""
        return 100 * (value - self.start) / (self.end - self.start)


def axis_over(values: Sequence[float], unit: str, *, both: bool = False) -> Axis:
    """The axis for values of one unit: zero and all of them, a little room at the ends.

    Parameters
    ----------
    both
        Whether both sides of zero are shown even where one of them is empty: they carry words.
    """
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if both:
        low, high = min(low, -_SIDE * high), max(high, -_SIDE * low)
    room = (high - low or 1.0) * 0.02
    step = _step(high - low or 1.0, unit)
    first, last = -floor(-low / step), floor(high / step)
    ticks = tuple(place * step for place in range(first, last + 1))
    return Axis(low - room if low < 0 else 0.0, high + room, ticks)


def _step(length: float, unit: str) -> float:
    known = [step for step in _STEPS.get(unit, ()) if length / step <= _MOST_TICKS]
    if known:
        return known[0]
    step = 1.0
    while length / step > _MOST_TICKS:
        step *= 2.5 if str(step).startswith("2") else 2
    return step


def span_bar(
    ends: tuple[float, float | None, float], axis: Axis, look: Look, title: str
) -> Element:
    """One range on an axis, its likely value as a thick tick.

    Parameters
    ----------
    ends
        Low, likely (None where only the ends are known) and high.
    title
        The same in words.

    >>> from carteblanche_journeys.markup import render
    >>> axis = axis_over([100], "min")
    >>> 'x="49.02%"' in render(span_bar((50, None, 100), axis, "open", "de 50 à 100 min"))
    True
    """
    low, likely, high = ends
    marks = [_line(axis.share(tick), 0, _HEIGHT, "axis") for tick in axis.ticks]
    marks.append(_line(axis.share(0), 0, _HEIGHT, "zero"))
    start, width = axis.share(low), max(axis.share(high) - axis.share(low), 0.4)
    box: dict[str, str | int] = {"x": _part(start), "y": _TOP, "width": _part(width)}
    box["height"] = _THICK
    marks.append(el("rect", {**box, "class": "ground"}))
    fill = f"url(#{HATCH})" if look == "existing" else None
    marks.append(el("rect", {**box, "class": look, "fill": fill}))
    if likely is not None:
        marks += [_line(axis.share(likely), 0, _HEIGHT, how) for how in ("halo", "tick")]
    return _picture(title, marks, _HEIGHT)


def axis_scale(axis: Axis, labels: Sequence[str], ends: tuple[str, str] = ("", "")) -> Element:
    """The labels of an axis, one for each tick; hidden from those who hear the words.

    Parameters
    ----------
    ends
        Words left and right of zero, where the axis goes both ways.
    """
    marks = [
        _label(axis.share(tick), label, "middle" if tick != axis.start else "start", 11)
        for tick, label in zip(axis.ticks, labels, strict=True)
    ]
    if any(ends):
        zero = axis.share(0)
        marks = [_label(zero, ends[0], "end", 11, -5), _label(zero, ends[1], "start", 11, 5)]
    return _picture("", marks, 15)


def _label(at: float, label: str, anchor: str, y: float, shift: float = 0) -> Element:
    place: dict[str, str | float | None] = {"x": _part(at), "y": y, "dx": shift or None}
    return el("text", {**place, "text-anchor": anchor}, label)


def _line(at: float, top: float, end: float, look: str) -> Element:
    return el("line", {"x1": _part(at), "y1": top, "x2": _part(at), "y2": end, "class": look})


def _part(share: float) -> str:
    return f"{number(share)}%"


def _picture(title: str, marks: list[Element], height: int) -> Element:
    told = {"role": "img", "aria-label": title} if title else {"aria-hidden": "true"}
    frame: dict[str, str | int] = {"class": "cb-span", "height": height}
    frame["xmlns"] = "http://www.w3.org/2000/svg"
    return el("svg", {**frame, **told}, marks)
