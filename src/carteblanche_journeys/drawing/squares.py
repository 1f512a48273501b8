"""One square for each time a piece is asked; crossed where it would be asked no longer."""

from __future__ import annotations

from math import ceil

from carteblanche_journeys.markup import Element, el

_SIDE, _PITCH = 12, 17
#: Beyond so many, the number beside the squares says the rest.
MOST = 12


def asked_squares(before: float, after: float, title: str) -> Element:
    """Squares for what is asked, those that go crossed.

    Parameters
    ----------
    before, after
        How often it is asked; a part of a time counts as one square.
    title
        The same in words.

    >>> from carteblanche_journeys.markup import render
    >>> picture = render(asked_squares(3, 1, "3 demandes, puis 1"))
    >>> picture.count('class="asked"'), picture.count('class="spared"')
    (1, 2)
    """
    every, kept = min(ceil(max(before, after)), MOST), min(ceil(after), MOST)
    marks = [_square(place, kept=place < kept) for place in range(every)]
    frame: dict[str, str | int] = {
        "class": "cb-squares",
        "width": max(every, 1) * _PITCH,
        "height": _SIDE + 2,
        "role": "img",
        "aria-label": title,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    return el("svg", frame, marks)


def _square(place: int, *, kept: bool) -> Element:
    x = place * _PITCH + 1
    box = el("rect", {"x": x, "y": 1, "width": _SIDE, "height": _SIDE, "rx": 2})
    if kept:
        return el("g", {"class": "asked"}, box)
    low, high = 4, _SIDE - 2
    cross = f"M{x + 3} {low}L{x + _SIDE - 3} {high}M{x + 3} {high}L{x + _SIDE - 3} {low}"
    return el("g", {"class": "spared"}, box, el("path", {"d": cross}))
