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
    """Every leak of a journey, loops inside others first (model, "Walk", rule 4).

    A strand that leaves a loop while the loop may go round again comes once for each round: it
    must not meet another strand, whether of this loop or from before it.
    """
    exits = _exits(routes, loops)
    found: list[Leak] = []
    everywhere: Strands | None = None
    for loop in _with_split(routes, loops, steps):
        leaving, returns = exits.get(loop, []), loops.returns[loop]
        body = [name for name in routes.order if loops.holds(loop, name)]
        pairs = Strands(routes, steps, body, returns).left_together((*leaving, *returns))
        among = tuple(pair for pair in pairs if not pair[0].link.back and not pair[1].link.back)
        early = tuple(dict.fromkeys(p for pair in pairs if pair not in among for p in pair))
        early = tuple(passage for passage in early if not passage.link.back)
        if among or early:
            everywhere = everywhere or Strands(routes, steps)
            found += _Leaving(loop, among, early, routes, loops).leaks(everywhere)
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


class _Leaving:
    """The strands that leave a loop, followed until they meet others.

    Parameters
    ----------
    pairs
        Links out of the loop that one person may both take in one round.
    early
        Links out of the loop that one may take and then go round again.
    """

    def __init__(
        self,
        loop: str,
        pairs: tuple[tuple[Passage, Passage], ...],
        early: tuple[Passage, ...],
        routes: Routes,
        loops: Loops,
    ) -> None:
        self._loop, self._routes, self._loops = loop, routes, loops
        every = {p.id: p for p in (*(p for pair in pairs for p in pair), *early)}
        self._exits = list(every.values())
        self._place = {name: at for at, name in enumerate(every)}
        self._early = sum(1 << self._place[passage.id] for passage in early)
        self._beside = [0] * len(every)
        for one, other in pairs:
            self._beside[self._place[one.id]] |= 1 << self._place[other.id]
            self._beside[self._place[other.id]] |= 1 << self._place[one.id]

    def leaks(self, strands: Strands) -> list[Leak]:
        """Where they meet others first."""
        led = {name: 1 << at for name, at in self._place.items()}
        found: list[Leak] = []
        for name in self._routes.order:
            if self._loops.holds(self._loop, name):
                continue
            arriving = [(p, led.get(p.id, 0)) for p in self._routes.into[name]]
            here = reduce(or_, (part for _, part in arriving), 0)
            met = self._met(arriving) | self._joined(arriving, strands) if here else 0
            if met:
                exits = (p for p in self._exits if met >> self._place[p.id] & 1)
                found.append(Leak(self._loop, name, tuple(exits)))
            elif here:
                led.update((passage.id, here) for passage in self._routes.out[name])
        return found

    def _met(self, arriving: list[tuple[Passage, int]]) -> int:
        """Of the exits that lead here by different links, those that go with one another."""
        met = 0
        for one, part in arriving:
            others = reduce(or_, (more for other, more in arriving if other is not one), 0)
            for place, partners in enumerate(self._beside):
                if part >> place & 1 and partners & others:
                    met |= 1 << place | partners & others
        return met

    def _joined(self, arriving: list[tuple[Passage, int]], strands: Strands) -> int:
        """Of the early exits that lead here, those met by a strand that did not leave by them."""
        met = 0
        for place in range(len(self._exits)):
            if self._early >> place & 1:
                mine = [p for p, part in arriving if part >> place & 1]
                theirs = [p for p, part in arriving if not part >> place & 1]
                if any(strands.together(one, other) for one in mine for other in theirs):
                    met |= 1 << place
        return met
