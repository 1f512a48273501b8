"""Bars that compare: a range on one axis, its likely value as a thick tick; a share of a whole.

They carry no text and stretch to any width, so that words beside them keep their size on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.markup import Element, el

_WIDTH, _HEIGHT = 1000.0, 18.0
_TOP, _THICK = 3.0, 12.0


@dataclass(frozen=True, slots=True)
class Range:
    """A range on an axis that begins at zero.

    Parameters
    ----------
    low, likely, high
        In the unit of the axis; likely is None where only the ends are known.
    at_least
        Whether it may be more: some step does not say.
    most
        Whether it is the longest of those that are compared.
    """

    low: float
    likely: float | None
    high: float
    at_least: bool = False
    most: bool = False


def range_bar(one: Range, axis: float, title: str) -> Element:
    """One range as a box, its likely value as a thick tick.

    Parameters
    ----------
    axis
        What the right end of the axis stands for: the same for all bars that are compared.
    title
        The same in words.

    A stem leads from zero to the box. What is "at least" goes on as a dashed line.

    >>> from carteblanche_journeys.markup import render
    >>> 'width="500"' in render(range_bar(Range(0, 25, 50), 100, "25, entre 0 et 50"))
    True
    """
    scale = _WIDTH / axis if axis else 0.0
    start, end = one.low * scale, one.high * scale
    middle = _TOP + _THICK / 2
    box = {"x": start, "y": _TOP, "width": max(end - start, 1.0), "height": _THICK}
    marks = [_line(0, middle, _WIDTH, middle, "axis")]
    if one.at_least and end < _WIDTH:
        marks.append(_line(end, middle, _WIDTH, middle, "more"))
    marks.append(_line(0, middle, start, middle, "stem"))
    marks.append(el("rect", {**box, "class": "most" if one.most else "span"}))
    if one.likely is not None:
        x = one.likely * scale
        marks += [_line(x, 0, x, _HEIGHT, look) for look in ("halo", "tick")]
    return _picture(title, marks)


def part_bar(part: float, title: str) -> Element:
    """A share of a whole: what counts is filled, the rest is an outline.

    Parameters
    ----------
    part
        Between 0 and 1.
    """
    whole = {"x": 0, "y": _TOP, "width": _WIDTH, "height": _THICK}
    marks = [el("rect", {**whole, "class": "span"})]
    if part > 0:
        marks.append(el("rect", {**whole, "width": part * _WIDTH, "class": "part"}))
    return _picture(title, marks)


def _line(x: float, y: float, x2: float, y2: float, look: str) -> Element:
    return el("line", {"x1": x, "y1": y, "x2": x2, "y2": y2, "class": look})


def _picture(title: str, marks: list[Element]) -> Element:
    frame: dict[str, str | float] = {
        "viewBox": f"0 0 {_WIDTH:g} {_HEIGHT:g}",
        "preserveAspectRatio": "none",
        "class": "cb-range",
        "role": "img",
        "aria-label": title,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    return el("svg", frame, marks)
