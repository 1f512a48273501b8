"""Maps as one file of their own: title, legend, pictures one below the other, their style."""

from __future__ import annotations

from collections.abc import Sequence

from carteblanche_journeys.drawing.diagram import Box
from carteblanche_journeys.drawing.map.legend import legend
from carteblanche_journeys.drawing.map.marks import rect, text
from carteblanche_journeys.drawing.map.measuring import height_of
from carteblanche_journeys.drawing.map.pictures import MapPicture
from carteblanche_journeys.drawing.map.scene import TextLine
from carteblanche_journeys.drawing.map.style import lines_of, map_rules
from carteblanche_journeys.drawing.style import DARK, FORCED, LIGHT, blueprint_rules
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.words import Words

_NARROWEST, _SPACE = 900, 24


def standalone(pictures: Sequence[MapPicture], words: Words, prefix: str = "map-file") -> Element:
    """One SVG that holds every picture, and all it needs to look as it should by itself.

    Its colours are written out, for viewers that know no custom properties; it is dark where
    the reader's screen is, light on paper, and in the reader's own colours where these are forced.

    Raises ValueError where there is no picture.
    """
    if not pictures:
        raise ValueError("no picture to write")
    width = max(_NARROWEST, *(picture.width for picture in pictures)) + 2 * _SPACE
    room = width - 2 * _SPACE
    title = pictures[0].title
    parts, down = _head(title, words, room)
    for at, picture in enumerate(pictures):
        parts += _titled(picture, room, down) if at else []
        down += _height_of_title(picture, room) if at else 0
        move = {"transform": f"translate({_SPACE} {down:g})"}
        parts.append(el("g", move, picture.svg.children[2:]))
        down += picture.height + _SPACE
    return _file(title, _description(pictures), parts, (width, down), prefix)


def map_legend(words: Words, width: float = 1344, prefix: str = "map") -> Element:
    """The legend of the maps, for a page: a static picture of that width in pixels."""
    marks, height = legend(words, width)
    name = f"{prefix}-legend-title"
    frame: dict[str, str | float] = {
        "viewBox": f"0 0 {width:g} {height:g}",
        "width": width,
        "height": height,
        "class": "cb-blueprint cb-map",
        "role": "img",
        "aria-labelledby": name,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    said = ", ".join(_words_of(marks))
    return el("svg", frame, el("title", {"id": name}, words("map.legend", marks=said)), marks)


def _words_of(marks: Sequence[Element]) -> list[str]:
    texts = (child for mark in marks for child in mark.children[-1:])
    return [str(one.children[0]) for one in texts if isinstance(one, Element)]


def _head(title: str, words: Words, room: float) -> tuple[list[Element], float]:
    lines = tuple(TextLine("t-head", line) for line in lines_of(title, room, "t-head"))
    parts = text(lines, _SPACE, _SPACE)
    down = _SPACE + height_of(lines) + 10
    marks, height = legend(words, room)
    parts.append(el("g", {"transform": f"translate({_SPACE} {down:g})"}, marks))
    return parts, down + height + _SPACE


def _title_lines(picture: MapPicture, room: float) -> tuple[TextLine, ...]:
    return tuple(TextLine("t-stage", line) for line in lines_of(picture.title, room, "t-stage"))


def _titled(picture: MapPicture, room: float, down: float) -> list[Element]:
    """The name of a stage's map under a rule."""
    rule = rect(Box(_SPACE, down, room, 3), "rule", 0)
    return [rule, *text(_title_lines(picture, room), _SPACE, down + 10)]


def _height_of_title(picture: MapPicture, room: float) -> float:
    return height_of(_title_lines(picture, room)) + 20


def _description(pictures: Sequence[MapPicture]) -> str:
    first, *others = pictures
    return " ".join((first.description, *(one.title + "." for one in others)))


def _file(
    title: str, description: str, parts: list[Element], size: tuple[float, float], prefix: str
) -> Element:
    name, said = f"{prefix}-title", f"{prefix}-description"
    frame: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {size[0]:g} {size[1]:g}",
        "width": size[0],
        "height": size[1],
        "class": "cb-blueprint cb-map",
        "role": "img",
        "aria-labelledby": name,
        "aria-describedby": said,
    }
    return el(
        "svg",
        frame,
        el("title", {"id": name}, title),
        el("desc", {"id": said}, description),
        el("style", None, _style()),
        rect(Box(0, 0, *size), "paper", 0),
        parts,
    )


def _style() -> str:
    light, dark, forced = (
        f"{blueprint_rules(colours)}\n{map_rules(colours)}" for colours in (LIGHT, DARK, FORCED)
    )
    return (
        f"{light}\n@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}"
        f"\n@media (forced-colors:active){{\n{forced}\n}}"
    )
