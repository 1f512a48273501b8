"""The legend of a map: each mark with its word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from carteblanche_journeys.drawing.blueprint.marks import flag_width
from carteblanche_journeys.drawing.diagram import Box
from carteblanche_journeys.drawing.map.marks import envelope, flag_mark, head, line, outline, rect
from carteblanche_journeys.drawing.map.measuring import TAB
from carteblanche_journeys.drawing.map.scene import HEADS, Look, MapNode, Outline
from carteblanche_journeys.drawing.map.style import width_of
from carteblanche_journeys.drawing.sheet import Flag, Line
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.words import Words

_ROW, _MARK, _GAP, _BETWEEN = 28, 40, 8, 22
_NODES: tuple[tuple[str, Outline, Look], ...] = (
    ("person", "action", "person"),
    ("agent", "action", "agent"),
    ("event", "event", "person"),
    ("choice", "choice", "person"),
    ("outcome", "outcome", "person"),
    ("folder", "folder", "folder"),
)
_FLAGS = (Flag("C1", "error"), Flag("C4", "warning"), Flag("C7", "info"))


def legend(words: Words, width: float) -> tuple[list[Element], float]:
    """The marks in as few rows as they need, and the height of all rows in pixels."""
    x, y, made = 0.0, 0.0, []
    for name, marks, size in _marks():
        word = words(f"legend.{name}")
        needed = size + _GAP + width_of((word,), "t-key")
        if x and x + needed > width:
            x, y = 0.0, y + _ROW
        label = el("text", {"x": size + _GAP, "y": 18.5, "class": "t-key"}, word)
        made.append(el("g", {"transform": f"translate({x:g} {y:g})"}, marks, label))
        x += needed + _BETWEEN
    return made, y + _ROW


def _marks() -> Iterator[tuple[str, list[Element], float]]:
    """Each mark by its word's key, in a field of a row's height, with its width."""
    for name, kind, look in _NODES:
        node = MapNode(name, kind, look, (), 0, 0)
        top = 4.5 + (TAB if kind == "folder" else 0)
        yield name, outline(node, Box(1, top, _MARK - 2, 23.5 - top)), _MARK
    yield "frame", [rect(Box(1, 4.5, _MARK - 2, 19), "frame", 5)], _MARK
    for kind in get_args(Line):
        yield kind, list(_line(kind)), _MARK
    yield "return", [el("text", {"x": 2, "y": 18.5, "class": "t-key"}, "↺")], 14
    for flag in _FLAGS:
        width = flag_width(flag.code)
        yield flag.severity, list(flag_mark(flag, 1, 6, width)), width + 2


def _line(kind: Line) -> Iterator[Element]:
    end = _MARK - HEADS[kind][0]
    yield line(((0, 14), (end / 3, 14), (end / 2, 14), (end, 14)), kind)
    if made := head((end, 14), (_MARK, 14), kind):
        yield made
    if kind == "carried":
        yield envelope((12, 14))
