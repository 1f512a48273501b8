"""The overlay as SVG: columns are stages, the line of visibility parts what the person sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from carteblanche_journeys.drawing.overlay.blocks import (
    APART,
    Block,
    Text,
    blocks_of,
    cards_of,
    paint_block,
    text,
)
from carteblanche_journeys.drawing.overlay.plan import CaseOwnerSpan, Overlay, OverlayFate
from carteblanche_journeys.drawing.overlay.shapes import Box, Shape, outline
from carteblanche_journeys.drawing.overlay.style import TEXTS as TYPES
from carteblanche_journeys.markup import Element, el, wrap
from carteblanche_journeys.markup.elements import number
from carteblanche_journeys.words import Words

#: The overlay fills this width on the site; left of it the names of its two halves.
WIDTH, MARGIN = 1344.0, 92.0
MOST_COLUMNS, WIDEST = 7, 300.0
#: From the border of a column to its boxes; at the right, the way of what passes behind.
LEFT, RIGHT = 8.0, 26.0
_HEAD = 12.0
#: Above and below the line of visibility.
_NEAR_LINE = 18.0


@dataclass(frozen=True, slots=True)
class Column:
    """One stage, with its blocks above and below the line."""

    x: float
    width: float
    stage: str
    head: Text
    above: tuple[Block, ...]
    below: tuple[Block, ...]
    rest: Text | None

    @property
    def room(self) -> float:
        """The width of its boxes."""
        return self.width - LEFT - RIGHT


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows of a band begin."""

    top: float
    line: float
    under: float
    end: float


def overlay_bands(overlay: Overlay, words: Words) -> tuple[Element, ...]:
    """The overlay as bands of at most seven stages each."""
    stages = [name for name in overlay.busy if _steps_in(overlay, name)]
    if not stages:
        return ()
    bands = max(1, ceil(len(stages) / MOST_COLUMNS))
    each = max(1, ceil(len(stages) / bands))
    parts = [stages[start : start + each] for start in range(0, len(stages), each)]
    return tuple(
        _band(overlay, part, place, len(parts), words) for place, part in enumerate(parts, 1)
    )


def _steps_in(overlay: Overlay, stage: str) -> bool:
    return any(fate.stage == stage for fate in overlay.fates)


def _band(overlay: Overlay, stages: Sequence[str], place: int, bands: int, words: Words) -> Element:
    width = min(WIDEST, (WIDTH - MARGIN) / len(stages))
    columns = [
        _column(overlay, stage, MARGIN + at * width, width, words)
        for at, stage in enumerate(stages)
    ]
    owner = _owner_here(overlay.owner, stages)
    rows = _rows(columns, _owner_text(owner, columns, words))
    marks = [
        *_grounds(columns, rows),
        *_names(rows, words),
        *(one for column in columns for one in _painted(column, rows)),
        *_owner(owner, columns, words, rows),
    ]
    right = MARGIN + width * len(stages)
    title = words("overlay.title", None, band=place, bands=bands, counts=_counted(overlay, words))
    frame: dict[str, str | float] = {
        "viewBox": f"0 0 {number(right)} {number(rows.end)}",
        "width": number(right),
        "height": number(rows.end),
        "class": "cb-overlay",
        "role": "group",
        "aria-label": title,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    return el("svg", frame, el("title", None, title), marks)


def _counted(overlay: Overlay, words: Words) -> str:
    return words.series(
        words(f"overlay.count.{mark}", max(pair)) for mark, pair in overlay.counts.items()
    )


def _column(overlay: Overlay, stage: str, x: float, width: float, words: Words) -> Column:
    fates = [fate for fate in overlay.fates if fate.stage == stage]
    room = width - LEFT - RIGHT
    drawn = [blocks_of(fate, room, words) for fate in _last_behind(fates) if not fate.folded]
    folded = sum(fate.folded for fate in fates)
    said = words("overlay.folded", folded) if folded else ""
    name = overlay.stages[stage] or words("journey.no-stage")
    return Column(
        x=x,
        width=width,
        stage=stage,
        head=Text(wrap(name, width - 12, TYPES["t-stage"].size, "bold"), "t-stage"),
        above=tuple(one for one, _ in drawn if one),
        below=tuple(one for _, one in drawn if one),
        rest=Text(wrap(said, room, TYPES["t-note"].size), "t-note") if said else None,
    )


def _last_behind(fates: Sequence[OverlayFate]) -> list[OverlayFate]:
    """What passes behind stands next to the line, so that its way is short."""
    return sorted(fates, key=lambda fate: fate.mark == "behind")


def _stacked(blocks: Sequence[Block]) -> float:
    return sum(block.height + APART for block in blocks)


def _rows(columns: Sequence[Column], owner: Text | None) -> Rows:
    top = _HEAD + max(column.head.height for column in columns) + 12
    tall = max(
        _stacked(column.above) + (column.rest.height + APART if column.rest else 0)
        for column in columns
    )
    half = (owner.height + 20) / 2 if owner else 0
    line = top + max(tall, 40) + max(_NEAR_LINE, half)
    under = line + max(_NEAR_LINE, half + 16)
    end = under + max(max(_stacked(column.below) for column in columns), 36)
    return Rows(top, line, under, end)


def _grounds(columns: Sequence[Column], rows: Rows) -> Iterator[Element]:
    for at, column in enumerate(columns):
        look = "g-page" if at % 2 else "g-band"
        yield _ground(look, column.x, 0, column.width, rows.line)
    last = columns[-1]
    right = last.x + last.width
    yield _ground("g-under", 0, rows.line, right, rows.end - rows.line)
    for column in columns:
        yield _ground("rule", column.x, 0, column.width - 10, 3)
        yield text(column.head, column.x + 2, _HEAD)
    yield el("path", {"class": "line", "d": f"M0 {number(rows.line)}H{number(right)}"})


def _ground(look: str, x: float, y: float, width: float, height: float) -> Element:
    return el("rect", {"class": look, "x": x, "y": y, "width": width, "height": height})


def _names(rows: Rows, words: Words) -> Iterator[Element]:
    for key, y in (("above", rows.top), ("line", rows.line - 34), ("below", rows.under)):
        lines = wrap(words(f"overlay.lane.{key}"), MARGIN - 14, TYPES["t-lane"].size, "semibold")
        if key == "line":
            y = rows.line - 6 - len(lines) * TYPES["t-lane"].leading
        yield text(Text(lines, "t-lane"), 0, y)


def _painted(column: Column, rows: Rows) -> Iterator[Element]:
    """The blocks of a column, and the ways of what passes behind the line."""
    x, leaves, arrives = column.x + LEFT, [], []
    y = rows.top
    for block in column.above:
        yield from paint_block(block, x, y, column.room)
        leaves += [middle for card, middle in cards_of(block, y) if card.mark == "behind"]
        y += block.height + APART
    if column.rest:
        yield text(column.rest, x, y)
    y = rows.under
    for block in column.below:
        yield from paint_block(block, x, y, column.room)
        arrives += [middle for card, middle in cards_of(block, y) if card.mark == "behind"]
        y += block.height + APART
    for start, end in zip(leaves, arrives, strict=True):
        yield from _behind(x + column.room, start, end)


def _behind(x: float, start: float, end: float) -> Iterator[Element]:
    """From where a step was to where it passes behind, along the right of the column."""
    way, tip = x + 13, x + 2
    shape = f"M{number(x)} {number(start)}H{number(way)}V{number(end)}H{number(tip + 6)}"
    yield el("path", {"class": "o-way", "d": shape})
    yield el("path", {"class": "o-head", "d": f"M{number(tip)} {number(end)}l8-4.5v9z"})


def _owner_here(owner: CaseOwnerSpan | None, stages: Sequence[str]) -> CaseOwnerSpan | None:
    return owner if owner and owner.first in stages else None


def _owner_text(
    owner: CaseOwnerSpan | None, columns: Sequence[Column], words: Words
) -> Text | None:
    if owner is None:
        return None
    said = words("overlay.owner", None, name=owner.name)
    room = columns[0].room - 20
    return Text(wrap(said, room, TYPES["t-title"].size, "semibold"), "t-title")


def _owner(
    owner: CaseOwnerSpan | None, columns: Sequence[Column], words: Words, rows: Rows
) -> Iterator[Element]:
    """Someone to call stands on both sides of the line, and follows the case along it."""
    said = _owner_text(owner, columns, words)
    if owner is None or said is None:
        return
    first = next(column for column in columns if column.stage == owner.first)
    last = next((column for column in columns if column.stage == owner.last), columns[-1])
    height = said.height + 20
    box = Box(first.x + LEFT, rows.line - height / 2, first.room, height)
    end = last.x + last.width - 8
    if end > box.x + box.width:
        for shift in (-5, 5):
            start, y = number(box.x + box.width), number(rows.line + shift)
            yield el("path", {"class": "o-span", "d": f"M{start} {y}H{number(end)}"})
    yield el("g", {"class": "o-owner"}, outline("added", box), text(said, box.x + 10, box.y + 10))


def overlay_legend(shape: Shape) -> Element:
    """The small picture of one shape, for a legend; it carries no text."""
    frame: dict[str, str | float] = {
        "viewBox": "0 0 40 20",
        "width": 40,
        "height": 20,
        "class": "cb-overlay cb-key",
        "aria-hidden": "true",
        "xmlns": "http://www.w3.org/2000/svg",
    }
    return el("svg", frame, outline(shape, Box(1, 2, 38, 16)))
