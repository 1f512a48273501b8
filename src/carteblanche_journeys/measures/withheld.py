"""What closed steps take with them: pieces nobody can get any more, and what asks for them."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.graph import Lived, live
from carteblanche_journeys.model import Ask, all_yields, asks_of, holds


def withheld(lived: Lived) -> Lived:
    """The same life without the steps that ask for a piece which this persona cannot get.

    A piece can no longer be got where the steps of the journey that yield it are all closed to
    the persona, or lie behind a closed step, and the atlas names no other way to obtain it.
    Whoever does not pass a step that yields a piece because it is meant for others is taken
    to have it.
    """
    found = lived
    blocked: set[str] = set()
    while more := set(_blocked(found)) - blocked:
        blocked |= more
        found = live(lived.journey, lived.atlas, lived.persona, lived.net, without=blocked)
    return found


def _blocked(lived: Lived) -> Iterable[str]:
    lost = behind(lived)
    if not lost:
        return
    gone = _gone(lived, lost)
    for name, one in lived.steps.items():
        if one.concerned is False:
            continue
        for ask in asks_of(one.step, one.way):
            if gone.issuperset(ask.pieces) and _is_asked(ask, lived):
                yield name


def _is_asked(ask: Ask, lived: Lived) -> bool:
    return holds(ask.when, lived.persona.traits) is not False


def _gone(lived: Lived, lost: frozenset[str]) -> frozenset[str]:
    """Pieces that only lost steps yield."""
    steps = lived.journey.steps
    yielded = {piece for name in lost for piece in all_yields(steps[name])}
    kept = {piece for name in steps if name not in lost for piece in all_yields(steps[name])}
    elsewhere = {
        piece
        for piece, one in lived.atlas.evidence.items()
        if one.obtain is not None or one.issuer == "person"
    }
    return frozenset(yielded - kept - elsewhere)


def behind(lived: Lived) -> frozenset[str]:
    """Steps that this persona would live if no step were closed: the closed ones, and beyond."""
    return frozenset(_beyond(lived.closed, lived))


def _beyond(closed: Iterable[str], lived: Lived) -> set[str]:
    waiting = list(closed)
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or (name in lived.steps):
            continue
        found.add(name)
        waiting += [
            passage.target
            for passage in lived.net.forward_out(name)
            if holds(passage.link.when, lived.persona.traits) is not False
        ]
    return found


def reached_beyond(step: str, lived: Lived) -> frozenset[str]:
    """What a closed step would lead to."""
    return frozenset(_beyond((step,), lived))
