"""How wide and high everything of a map is.

Widths are the same for all nodes of a kind, so that a changed word changes heights at most;
what an engine decides by ranks and by order, it decides without sizes.
"""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.drawing.blueprint.cells import drawn
from carteblanche_journeys.drawing.map.scene import Look, MapLink, MapNode, Outline, TextLine
from carteblanche_journeys.drawing.map.style import leading_of, lines_of, width_of
from carteblanche_journeys.drawing.sheet import Line, SheetLink, SheetStep
from carteblanche_journeys.words import Words

#: Pixels of each kind of node: its width, and the room for its text.
_WIDTHS: dict[Outline, tuple[float, float]] = {
    "action": (164, 142),
    "event": (200, 142),
    "choice": (216, 142),
    "outcome": (172, 142),
    "folder": (190, 166),
}
#: A folder beside the steps of another stage is smaller.
_NEIGHBOUR = (150, 130)
#: Above and below a text; the tab of a folder; between the two frames of an outcome.
PADDING, TAB, BETWEEN = 9, 7, 4
#: The envelope left of the text of a carried link, and the room for it.
LETTER, LETTER_ROOM = 16, 20
#: Room for the text of a link, and for one of more characters than that.
_LINK_ROOM, _LONG_ROOM, _LONG = 132, 210, 90


def step_node(step: SheetStep, words: Words) -> MapNode:
    """A step: its number, then its title, as in the list."""
    width, room = _WIDTHS[step.kind]
    look: Look = "agent" if step.by_agent else "person"
    how = "t-step" if step.by_agent else "t-step-person"
    texts = _lines(f"{step.number}\u00a0 {drawn(step.title, words)}", room, how)
    return MapNode(
        step_name(step.number), step.kind, look, texts, width, _height(step.kind, texts), step.flags
    )  # fmt: skip


def step_name(number: int) -> str:
    """The name of a step's node."""
    return f"step {number}"


def folder_node(name: str, title: str, said: str = "", *, beside: bool = False) -> MapNode:
    """A folded stage: its name, and what is said of it; smaller where it is a neighbour."""
    width, room = _NEIGHBOUR if beside else _WIDTHS["folder"]
    texts = _lines(title, room, "t-folder") + _lines(said, room, "t-count")
    return MapNode(name, "folder", "folder", texts, width, _height("folder", texts))


def _height(outline: Outline, texts: Iterable[TextLine]) -> float:
    """The height in which a text of the kind's room stands whole, its corners too."""
    height = height_of(texts)
    match outline:
        case "event":  # corners on the ellipse: (142 / 200)² + (1 / 1.42)² < 1
            return round(1.42 * height + 14, 1)
        case "choice":  # its sides lose a quarter of the width over half the height
            return round(height / 0.6 + 6, 1)
        case "folder":
            return height + 14
        case "outcome":
            return height + 2 * (PADDING + BETWEEN)
        case _:
            return height + 2 * PADDING


def link(
    one: SheetLink, tail: str, head: str, words: Words, *, key: str = "", count: int = 1
) -> MapLink:
    """A link, or several in one line: what leads this way, what is carried, or how many."""
    texts = _link_texts(one, words) if count == 1 else ()
    if count > 1:
        texts = _lines(words("map.links", n=count), _LINK_ROOM, "t-meta")
    if one.back:
        texts = _with_sign(texts)
    letter = LETTER_ROOM if one.line == "carried" else 0
    width = letter + max((width_of((line.text,), line.how) for line in texts), default=0)
    height = max(height_of(texts), 14 if letter else 0)
    return MapLink(key or one.id, tail, head, one.line, texts, width, height, one.back)


def _with_sign(texts: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """A return says so, in front of its text."""
    first, *others = texts or (TextLine("t-label", ""),)
    return (TextLine(first.how, f"↺ {first.text}".strip()), *others)


def _link_texts(one: SheetLink, words: Words) -> tuple[TextLine, ...]:
    carried = ", ".join(one.carries) if one.line == "carried" else ""
    return tuple(
        line
        for how, text in (("t-label", one.label), ("t-carried", carried))
        for line in _lines(drawn(text, words), _room(text), how)
    )


def _room(text: str) -> float:
    return _LONG_ROOM if len(text) > _LONG else _LINK_ROOM


def _lines(text: str, room: float, how: str) -> tuple[TextLine, ...]:
    return tuple(TextLine(how, line) for line in lines_of(text, room, how))


def height_of(texts: Iterable[TextLine]) -> float:
    """The height of lines one below the other."""
    return sum(leading_of(line.how) for line in texts)


#: Which of several links is drawn: what weighs most on the person.
HEAVIEST: tuple[Line, ...] = ("carried", "goes-on", "backstage", "notice")


def heaviest(links: Iterable[SheetLink]) -> Line:
    """The kind of link that stands for several."""
    return min((one.line for one in links), key=HEAVIEST.index)
