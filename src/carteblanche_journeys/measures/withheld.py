"""Steps that a persona misses for want of a piece, and what lies behind closed steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carteblanche_journeys.graph import Lived, live
from carteblanche_journeys.model import Ask, all_yields, asks_of, holds


def withheld(lived: Lived) -> Lived:
    """The same life without the steps that ask for a piece which this persona cannot have.

    A piece that steps of the journey yield cannot be had where none of them can come before:
    they are closed, on a branch of others, or follow the step that asks. It can where the atlas
    names another way to obtain it, and whoever passes by a step that is not meant for them is
    taken to have what it yields.
    """
    found = lived
    blocked: set[str] = set()
    while more := set(_blocked(found)) - blocked:
        blocked |= more
        found = live(lived.journey, lived.atlas, lived.persona, lived.net, without=blocked)
    return found


def _blocked(lived: Lived) -> Iterator[str]:
    givers = _givers(lived)
    for name, one in lived.steps.items():
        if one.concerned is False or not givers:
            continue
        for ask in asks_of(one.step, one.way):
            if _is_asked(ask, lived) and all(
                piece in givers and _is_too_late(name, givers[piece], lived) for piece in ask.pieces
            ):
                yield name


def _is_asked(ask: Ask, lived: Lived) -> bool:
    return holds(ask.when, lived.persona.traits) is not False


def _givers(lived: Lived) -> Mapping[str, list[str]]:
    """For each piece that can be had in the journey only, the steps that yield it."""
    key, shared = ("givers", id(lived.atlas)), lived.net.shared
    if key not in shared:
        shared[key] = (lived.atlas, _only_here(lived))
    found: Mapping[str, list[str]] = shared[key][1]
    return found


def _only_here(lived: Lived) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, step in lived.journey.steps.items():
        for piece in all_yields(step):
            known = lived.atlas.evidence.get(piece)
            if known is None or (known.obtain is None and known.issuer != "person"):
                found.setdefault(piece, []).append(name)
    return found


def _is_too_late(name: str, givers: Iterable[str], lived: Lived) -> bool:
    """Whether no step that yields a piece can come before, or beside, the one that asks."""
    alive = [giver for giver in givers if giver in lived.steps]
    if name in alive:
        return False  # a piece asked and yielded at one step is renewed there
    if not alive:
        return True
    after = _led_to(name, lived, back=False)
    return all(giver in after and name not in _led_to(giver, lived, back=True) for giver in alive)


def _led_to(name: str, lived: Lived, *, back: bool) -> set[str]:
    """Steps that one can come to from a step."""
    out: dict[str, list[str]] = {}
    for passage in lived.passages:
        if back or not passage.link.back:
            out.setdefault(passage.source, []).append(passage.target)
    waiting, found = [name], set()
    while waiting:
        for target in out.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def beyond(step: str, lived: Lived) -> frozenset[str]:
    """A closed step, and what this persona could only come to by it."""
    waiting, found = [step], set()
    while waiting:
        name = waiting.pop()
        if name in found or name in lived.steps:
            continue
        found.add(name)
        waiting += [
            passage.target
            for passage in lived.net.forward_out(name)
            if holds(passage.link.when, lived.persona.traits) is not False
        ]
    return frozenset(found)
