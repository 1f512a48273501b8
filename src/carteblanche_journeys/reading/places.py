"""Places: from a value of an atlas to the file, line and column where it was written.

Positions are not kept for a whole atlas: a file is read again, from the text that was kept,
when a place in it is first asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from carteblanche_journeys.model.collector import without_collector
from carteblanche_journeys.reading.builder import DEEPEST
from carteblanche_journeys.reading.events import Parser, parser_of
from carteblanche_journeys.reading.kinds import ATLAS_FILE
from carteblanche_journeys.reading.mistakes import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: a file of the atlas, and 1-based line and column.

    For what no file holds (a journey made in Python) the file is empty and both are 0.
    """

    file: str
    line: int
    column: int


class _Spot(NamedTuple):
    """Where a value begins, where its key does, and what it holds."""

    line: int
    column: int
    key_line: int
    key_column: int
    held: dict[str | int, Any] | None


#: How many files' positions are kept: findings and faults come file by file.
KEPT = 16


class Places:
    """Where each value of an atlas is written.

    Parameters
    ----------
    roots
        For the first part of a value's path, or its first two, the file that holds it.
    texts
        What each file holds, as UTF-8 bytes.
    made
        For the steps of redesigns, by journey and step: the path of what they are written as.

    >>> places = Places({("counters",): "counters.yml"}, {"counters.yml": b"caf: {name: CAF}"})
    >>> places.of(("counters", "caf"))
    Place(file='counters.yml', line=1, column=1)
    >>> places.of(("counters", "caf", "name"))
    Place(file='counters.yml', line=1, column=13)
    """

    def __init__(
        self,
        roots: Mapping[Path, str],
        texts: Mapping[str, bytes],
        made: Mapping[tuple[str, str], Path] = MappingProxyType({}),
    ) -> None:
        self._roots = dict(roots)
        self._made = made
        self._texts = dict(texts)
        self._spots: OrderedDict[str, _Spot | None] = OrderedDict()

    def of(self, path: Path) -> Place:
        """Where the value at `path` is written, or the nearest thing around it that is.

        Parameters
        ----------
        path
            Field names, ids and indices from the atlas down, such as
            `("journeys", "perdre-son-autonomie/as-is", "steps", "depot", "asks", 0)`.
        """
        path = self._written_at(path)
        for length in (2, 1):
            file = self._roots.get(path[:length])
            if file is not None and len(path) >= length:
                # The keys of atlas.yml are fields of the atlas itself.
                return self.within(file, path if file == ATLAS_FILE else path[length:])
        return Place("", 0, 0)

    def _written_at(self, path: Path) -> Path:
        """The path of what a step of a redesign is written as; any other path as it is."""
        if path[:1] != ("journeys",) or path[2:3] != ("steps",) or len(path) < 4:
            return path
        instead = self._made.get((str(path[1]), str(path[3])))
        return path if instead is None else (*instead, *path[4:])

    def within(self, file: str, path: Path, *, key: bool = False) -> Place:
        """Where `path` is written in one file; `key` asks for the key rather than the value.

        A map or a list is where its key is: that is the line one looks for.
        """
        spot = self._spots_of(file)
        if spot is None:
            return Place(file, 0, 0)
        walked = 0
        for part in path:
            if spot.held is None or part not in spot.held:
                break
            spot = spot.held[part]
            walked += 1
        if (key and walked == len(path)) or spot.held is not None:
            return Place(file, spot.key_line, spot.key_column)
        return Place(file, spot.line, spot.column)

    def _spots_of(self, file: str) -> _Spot | None:
        if file not in self._spots:
            while len(self._spots) >= KEPT:
                self._spots.popitem(last=False)
            self._spots[file] = _read_spots(self._texts.get(file, b""))
        return self._spots[file]


def _read_spots(text: bytes) -> _Spot | None:
    """The positions of a text; None where it is not YAML, or holds nothing."""
    try:
        parser = parser_of(text)
        parser.get_event()  # start of the stream
        if isinstance(parser.get_event(), StreamEndEvent):
            return None
        event = parser.get_event()
        with without_collector():
            return _spot(event.start_mark, event.start_mark, _held(event, parser, 0))
    except YAMLError:
        return None


def _held(event: Any, parser: Parser, depth: int) -> dict[str | int, Any] | None:
    if depth > DEEPEST:
        raise YAMLError
    if isinstance(event, MappingStartEvent):
        return _held_by_map(parser, depth)
    if isinstance(event, SequenceStartEvent):
        return _held_by_list(parser, depth)
    return None


def _held_by_map(parser: Parser, depth: int) -> dict[str | int, Any]:
    spots: dict[str | int, Any] = {}
    while not isinstance(event := parser.get_event(), MappingEndEvent):
        mark, key = event.start_mark, getattr(event, "value", "?")
        if not isinstance(event, ScalarEvent):
            _held(event, parser, depth + 1)
        value = parser.get_event()
        held = _held(value, parser, depth + 1)
        if key not in spots:
            spots[key] = _spot(value.start_mark, mark, held)
    return spots


def _held_by_list(parser: Parser, depth: int) -> dict[str | int, Any]:
    spots: dict[str | int, Any] = {}
    while not isinstance(event := parser.get_event(), SequenceEndEvent):
        held = _held(event, parser, depth + 1)
        spots[len(spots)] = _spot(event.start_mark, event.start_mark, held)
    return spots


def _spot(value: Any, key: Any, held: dict[str | int, Any] | None) -> _Spot:
    return _Spot(value.line + 1, value.column + 1, key.line + 1, key.column + 1, held)
