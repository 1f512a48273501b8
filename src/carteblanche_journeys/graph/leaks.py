"""Leaks: where a strand opened in a loop meets, outside, one that went through the loop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.loops import Loops
from carteblanche_journeys.graph.network import ENTRY
from carteblanche_journeys.graph.routes import Routes
from carteblanche_journeys.graph.strands import Strands
from carteblanche_journeys.model import Step


@dataclass(frozen=True, slots=True)
class Leak:
    """A step at which two strands of one round of a loop meet outside it.

    Parameters
    ----------
    exits
        Links out of the loop by which its strands come to the step.
    """

    loop: str
    step: str
    exits: tuple[Passage, ...]


def leaks(routes: Routes, loops: Loops, steps: Mapping[str, Step]) -> tuple[Leak, ...]:
    """Every leak of a journey, loops inside others first (model, "Walk", rule 4)."""
    exits = _exits(routes, loops)
    suspects = [loop for loop in _with_split(routes, loops, steps) if len(exits.get(loop, ())) > 1]
    found: list[Leak] = []
    for loop in suspects:
        body = [name for name in routes.order if loops.holds(loop, name)]
        pairs = Strands(routes, steps, body).left_together(exits[loop])
        if pairs:
            found += _meetings(loop, pairs, routes, loops)
    return tuple(found)


def _exits(routes: Routes, loops: Loops) -> dict[str, list[Passage]]:
    """The links out of each loop."""
    exits: dict[str, list[Passage]] = {}
    for name in routes.order:
        for passage in routes.into[name]:
            for loop in loops.left(passage):
                exits.setdefault(loop, []).append(passage)
    return exits


def _with_split(routes: Routes, loops: Loops, steps: Mapping[str, Step]) -> list[str]:
    """Loops in which a strand opens."""
    split: set[str] = set()
    for name, out in routes.out.items():
        at = loops.inside.get(name, ENTRY)
        if at == ENTRY or len(out) < 2:
            continue
        opens = steps[name].kind != "choice" or any(passage.link.always for passage in out)
        while opens and at != ENTRY and at not in split:
            split.add(at)
            at = loops.around[at]
    return [loop for loop in loops.returns if loop in split]


def _meetings(
    loop: str, pairs: tuple[tuple[Passage, Passage], ...], routes: Routes, loops: Loops
) -> list[Leak]:
    """Where exits that one person may take both come together first."""
    exits = list(dict.fromkeys(passage for pair in pairs for passage in pair))
    place = {passage.id: at for at, passage in enumerate(exits)}
    beside = [0] * len(exits)
    for one, other in pairs:
        beside[place[one.id]] |= 1 << place[other.id]
        beside[place[other.id]] |= 1 << place[one.id]
    led = {passage.id: 1 << place[passage.id] for passage in exits}
    found: list[Leak] = []
    for name in routes.order:
        if loops.holds(loop, name):
            continue
        arriving = [led.get(passage.id, 0) for passage in routes.into[name]]
        met = _met(arriving, beside)
        if met:
            found.append(Leak(loop, name, tuple(p for p in exits if met >> place[p.id] & 1)))
            continue
        here = reduce(or_, arriving, 0)
        led.update((passage.id, here) for passage in routes.out[name] if here)
    return found


def _met(arriving: list[int], beside: list[int]) -> int:
    """Of the exits that lead here by different links, those that go with one another."""
    met = 0
    for at, part in enumerate(arriving):
        others = reduce(or_, (more for place, more in enumerate(arriving) if place != at), 0)
        for place, partners in enumerate(beside):
            if part >> place & 1 and partners & others:
                met |= 1 << place | partners & others
    return met
