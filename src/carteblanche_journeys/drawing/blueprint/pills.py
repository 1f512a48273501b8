"""What hangs under a node: pills for jumps, and the conditions that are too long for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carteblanche_journeys.drawing.blueprint.sizes import (
    PILL_GAP,
    PILL_PITCH,
    height_of,
    lines_of,
    width_of,
)
from carteblanche_journeys.drawing.sheet import SheetLink

#: Room in a pill: at each end, and for an envelope.
_END, _LETTER = 7, 16


@dataclass(frozen=True, slots=True)
class Pill:
    """A pill at a place of the stack: condition, arrow, number."""

    link: SheetLink
    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text at a place of the stack, set as their class says."""

    lines: tuple[str, ...]
    how: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stack:
    """What hangs under a node; places count from the upper left corner of the stack."""

    pills: tuple[Pill, ...] = ()
    words: tuple[Words, ...] = ()
    height: float = 0


def arrow_text(link: SheetLink, label: str = "") -> str:
    """What a pill says.

    >>> arrow_text(SheetLink("a->b", 9, 17), "GIR 5-6")
    'GIR 5-6 → 17'
    >>> arrow_text(SheetLink("b->a", 9, 5, back=True))
    '↺ 5'
    """
    return f"{label} {'↺' if link.back else '→'} {link.target}".strip()


def pill_width(text: str, link: SheetLink) -> float:
    """The width of a pill, its envelope included where something is carried."""
    letter = _LETTER if link.line == "carried" else 0
    return 2 * _END + letter + width_of(text, "t-jump")


def stack(links: Iterable[SheetLink], room: float) -> Stack:
    """The pills of some links in rows as wide as the room.

    A pill that is too wide gives its condition to lines of text above it. Pills stand side by
    side where they fit, which sets a choice of many ways in two columns where there is room.
    """
    pills: list[Pill] = []
    words: list[Words] = []
    x, y = 0.0, 0.0
    for link, label in _by_width(links, room):
        if label is not None:
            if x:
                x, y = 0.0, y + PILL_PITCH
            lines = lines_of(label, room, _how(link))
            words.append(Words(lines, _how(link), 0, y))
            y += height_of(len(lines), _how(link)) + 2
        text = arrow_text(link, link.words if label is None else "")
        width = pill_width(text, link)
        if x and x + width > room:
            x, y = 0.0, y + PILL_PITCH
        pills.append(Pill(link, text, x, y, width))
        x += width + PILL_GAP
    return Stack(tuple(pills), tuple(words), y + (PILL_PITCH if x else 0))


def _how(link: SheetLink) -> str:
    return "t-carried" if link.line == "carried" and not link.label else "t-label"


def _by_width(links: Iterable[SheetLink], room: float) -> Iterator[tuple[SheetLink, str | None]]:
    for link in links:
        fits = pill_width(arrow_text(link, link.words), link) <= room
        yield link, None if fits else link.words
