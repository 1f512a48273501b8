"""The moves of a redesign, checked as they are written: names, arguments, values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from carteblanche_journeys.model.shapes import shape_of
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.reading.mistakes import PLACEHOLDER, Mistake, Path, say
from carteblanche_journeys.reading.nearest import nearest
from carteblanche_journeys.reading.slips import Slip, kind_of, written
from carteblanche_journeys.reading.validation import check
from carteblanche_journeys.words import Words

#: The key under which a redesign names the move.
MOVE = "move"
#: What only a redesign has.
OF_REDESIGNS = ("moves", "add", "edits", "remove", "tried")
#: What changes the journey that is redesigned: a redesign that writes all its steps has none.
CHANGES = ("moves", "add", "edits", "remove")


def wrong_in_redesign(raw: Any, broken: Collection[Path]) -> Iterator[Slip]:
    """What is wrong with the moves of a journey, and with what only a redesign may say.

    Parameters
    ----------
    raw
        What the file holds.
    broken
        Paths about which something was said already.
    """
    if not isinstance(raw, Mapping):
        return
    if "redesigns" not in raw:
        for key in OF_REDESIGNS:
            if key in raw:
                yield Slip((key,), "redesigns-missing", {"key": key}, key=True)
    elif raw.get("steps") and any(raw.get(key) for key in CHANGES):
        yield Slip(("steps",), "steps-and-moves", key=True)
    for path, one in _entries(raw, "moves"):
        below = {other[len(path) :] for other in broken if other[: len(path)] == path}
        if () not in below:
            yield from _wrong_move(one, path, below)
    for path, one in _entries(raw, "edits"):
        if isinstance(one.get("set"), Mapping) and "id" in one["set"]:
            yield Slip((*path, "set", "id"), "key-unknown", {"key": "id"}, key=True)


def _entries(raw: Mapping[str, Any], key: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The maps of a list, or the only one that stands for it, each with its path."""
    held = raw.get(key, ())
    for index, one in enumerate(held if isinstance(held, list) else [held]):
        if isinstance(one, Mapping):
            yield ((key, index) if isinstance(held, list) else (key,)), one


def say_wrong_moves(moves: Sequence[Mapping[str, Any]], words: Words) -> list[str]:
    """What is wrong with moves made in Python, a text each; nothing where they are well written.

    >>> from carteblanche_journeys.words import words_for
    >>> print(*say_wrong_moves([{"move": "announce-statu", "step": "a"}], words_for("en")))
    moves.0.move: No move is called 'announce-statu'.
      Did you mean 'announce-status'?
    """
    slips = wrong_in_redesign({"redesigns": "", "moves": list(moves)}, ())
    return [str(say(_mistake(slip), "", words)) for slip in slips]


def _mistake(slip: Slip) -> Mistake:
    at = ".".join(map(str, slip.path))
    return Mistake(slip.code, at, values=slip.values, allowed=slip.allowed, near=slip.near)


def _wrong_move(said: Mapping[str, Any], path: Path, broken: set[Path]) -> Iterator[Slip]:
    if MOVE not in said:
        if (MOVE,) not in broken:
            yield _nameless(said, path)
        return
    name = said[MOVE]
    if name == PLACEHOLDER:
        return
    if not isinstance(name, str):
        yield Slip((*path, MOVE), f"want-id.{kind_of(name)}", {"written": written(name)})
        return
    arguments = _arguments_of(name)
    if arguments is None:
        yield _unknown(name, (*path, MOVE))
        return
    raw = {key: deepcopy(value) for key, value in said.items() if key != MOVE}
    checked = check(_adapter(arguments), shape_of(arguments), raw, broken)
    for slip in (*checked.slips, *_empty_lists(arguments, raw)):
        yield Slip((*path, *slip.path), slip.code, slip.values, slip.allowed, slip.near, slip.key)


def _empty_lists(arguments: type[Value], raw: Mapping[str, Any]) -> Iterator[Slip]:
    """Lists that have to be given, and are given empty."""
    for name, field in arguments.model_fields.items():
        key = field.alias or name
        if field.is_required() and raw.get(key) == []:
            yield Slip((key,), "list-empty", {"key": key}, key=True)


def _nameless(said: Mapping[str, Any], path: Path) -> Slip:
    """A move without its name, or with the key of its name mistyped."""
    for key in said:
        if nearest(key, [MOVE]):
            values = {"key": key}
            return Slip((*path, key), "key-unknown", values, (), MOVE, key=True)
    return Slip((*path, MOVE), "key-missing", {"key": MOVE}, key=True)


def _unknown(name: str, path: Path) -> Slip:
    known = sorted(_move_names())
    near = nearest(name, known)
    return Slip(path, "no-move", {"id": name}, () if near else tuple(known), near)


# Moves are only asked for where a file names one: most files are read without them.


def _move_names() -> frozenset[str]:
    from carteblanche_journeys.redesigns import move_names

    return move_names()


def _arguments_of(name: str) -> type[Value] | None:
    from carteblanche_journeys.redesigns import move_named

    return move_named(name).arguments if name in _move_names() else None


@lru_cache(maxsize=64)
def _adapter(arguments: type[Value]) -> TypeAdapter[Any]:
    return TypeAdapter(arguments)
