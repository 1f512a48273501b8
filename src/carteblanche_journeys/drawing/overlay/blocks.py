"""The blocks of a column: what one fate needs, from its word down to its boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carteblanche_journeys.drawing.overlay.plan import OverlayFate, OverlayStep
from carteblanche_journeys.drawing.overlay.shapes import EDGE, POINT, Box, Shape, outline
from carteblanche_journeys.drawing.overlay.style import TEXTS as TYPES
from carteblanche_journeys.markup import Element, el, wrap
from carteblanche_journeys.markup.elements import number
from carteblanche_journeys.words import Words

#: Between a box's border and its text; between two boxes; between two blocks.
INSIDE, BETWEEN, APART = 9.0, 5.0, 16.0
_ARROW = 24.0
#: The shapes of what a fate was, and of what it becomes.
OLD: dict[str, Shape] = {"merged": "gone", "removed": "gone"}
NEW: dict[str, Shape] = {
    "kept": "kept",
    "changed": "changed",
    "moved": "moved",
    "behind": "behind",
    "merged": "result",
    "split": "part",
    "added": "added",
}


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one kind of text."""

    lines: tuple[str, ...]
    look: str

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * TYPES[self.look].leading


@dataclass(frozen=True, slots=True)
class Card:
    """One step as a box: its title, and what is told below it."""

    step: OverlayStep
    shape: Shape
    key: str
    mark: str
    texts: tuple[Text, ...]

    @property
    def height(self) -> float:
        """The height of the box."""
        return 2 * INSIDE + sum(text.height for text in self.texts)


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow downwards, with what it says beside it."""

    label: str
    height: float = _ARROW


Piece = Text | Card | Arrow


@dataclass(frozen=True, slots=True)
class Block:
    """What one fate shows on one side of the line of visibility."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """The height of the block."""
        return sum(_tall(piece) for piece in self.pieces)


def _tall(piece: Piece) -> float:
    return piece.height + (BETWEEN if isinstance(piece, Card) else 0)


def blocks_of(fate: OverlayFate, width: float, words: Words) -> tuple[Block | None, Block | None]:
    """What a fate shows above the line of visibility, and below it."""
    above: list[Piece] = []
    below: list[Piece] = []
    old = _old_cards(fate, width)
    new = [_card(step, NEW[fate.mark], fate, width) for step in fate.after]
    word = _word(fate, width, words)
    seen = [card for card in (*old, *new) if card.step.lane == "person"]
    hidden = [card for card in (*old, *new) if card.step.lane != "person"]
    if fate.mark == "behind":
        return Block(tuple(seen)), Block((*word, *hidden))
    lane = above if seen else below
    lane += word
    lane += old
    if old and new:
        lane.append(Arrow(_arrow_label(fate, words)))
    for card in new:
        (above if card.step.lane == "person" or lane is above else below).append(card)
    return _block(above), _block(below)


def _block(pieces: Sequence[Piece]) -> Block | None:
    return Block(tuple(pieces)) if pieces else None


def _old_cards(fate: OverlayFate, width: float) -> list[Card]:
    """Where steps were, for fates that show it; a change in place shows the step alone."""
    if fate.mark in ("kept", "changed", "added"):
        return []
    return [_card(step, OLD.get(fate.mark, "place"), fate, width) for step in fate.before]


def _card(step: OverlayStep, shape: Shape, fate: OverlayFate, width: float) -> Card:
    """A box; of a step that moves, its counters are told."""
    room = width - 2 * INSIDE - (POINT if shape == "moved" else EDGE)
    title = Text(wrap(step.title, room, TYPES["t-title"].size, "semibold"), "t-title")
    told = step.counters if fate.mark == "moved" else ()
    note = wrap(", ".join(told), room, TYPES["t-note"].size) if told else ()
    texts = (title, Text(note, "t-note")) if note else (title,)
    if shape == "place" and note and _same_titles(fate):
        texts = (Text(note, "t-note"),)
    return Card(step, shape, fate.key, fate.mark, texts)


def _same_titles(fate: OverlayFate) -> bool:
    return [one.title for one in fate.before] == [one.title for one in fate.after]


def _word(fate: OverlayFate, width: float, words: Words) -> list[Piece]:
    if fate.mark == "kept":
        return []
    said = words(f"overlay.word.{fate.mark}", len(fate.before) or len(fate.after))
    lines = wrap(said, width, TYPES["t-word"].size, "bold")
    return [Text(lines, "t-word")]


def _arrow_label(fate: OverlayFate, words: Words) -> str:
    if len(fate.before) == len(fate.after):
        return ""
    old, new = words.number(len(fate.before)), words.number(len(fate.after))
    return words("overlay.becomes", None, old=old, new=new)


def paint_block(block: Block, x: float, y: float, width: float) -> Iterator[Element]:
    """The block with its upper left corner at a point."""
    for piece in block.pieces:
        if isinstance(piece, Text):
            yield text(piece, x, y)
        elif isinstance(piece, Card):
            yield _paint_card(piece, Box(x, y, width, piece.height))
        else:
            yield from _paint_arrow(piece, x + 18, y)
        y += _tall(piece)


def cards_of(block: Block, y: float) -> Iterator[tuple[Card, float]]:
    """The boxes of a block with the middle of each, the block's top being at `y`."""
    for piece in block.pieces:
        if isinstance(piece, Card):
            yield piece, y + piece.height / 2
        y += _tall(piece)


def _paint_card(card: Card, box: Box) -> Element:
    marked = {"data-step": card.step.id, "data-side": card.step.side, "data-mark": card.mark}
    y = box.y + INSIDE
    words: list[Element] = []
    left = box.x + INSIDE + (EDGE - 2 if card.shape in ("changed", "part") else 0)
    for one in card.texts:
        words.append(text(one, left, y, _OVER.get(card.shape, "")))
        y += one.height
    link = {"href": f"#{card.key}", "class": f"o-{card.shape}-step", **marked}
    return el("a", link, outline(card.shape, box), words)


#: How a text is set over the ground of a box.
_OVER = {"result": "on-person", "gone": "struck"}


def text(one: Text, x: float, top: float, more: str = "") -> Element:
    """Lines of text whose first line has its top at a point."""
    kind = TYPES[one.look]
    y = top + kind.leading * 0.76
    first, *rest = one.lines or ("",)
    look = f"{one.look} {more}".rstrip()
    later = [el("tspan", {"x": number(x), "dy": number(kind.leading)}, line) for line in rest]
    return el("text", {"class": look, "x": number(x), "y": number(y)}, first, later)


def _paint_arrow(arrow: Arrow, x: float, y: float) -> Iterator[Element]:
    end = y + arrow.height - 4
    yield el("path", {"class": "o-way", "d": f"M{number(x)} {number(y)}V{number(end - 5)}"})
    yield head_down(x, end)
    if arrow.label:
        yield text(Text((arrow.label,), "t-arrow"), x + 12, y + 3)


def head_down(x: float, y: float) -> Element:
    """The head of an arrow downwards, its tip at a point."""
    return el("path", {"class": "o-head", "d": f"M{number(x)} {number(y)}l-4.5-8h9z"})
