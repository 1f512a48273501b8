"""Walks through a journey one person at a time, with a clock: what the days are proved against.

Brute force, from the rules of the walk alone: nothing here adds, mixes or approximates. Steps,
links and the loops they lie in are the only thing shared with the code under test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from random import Random

from carteblanche_journeys.graph import ENTRY, Lived, Loops, Passage, Routes, loops, routes
from carteblanche_journeys.model import Quantity, Step

_LOOP = "loop "


@dataclass
class Settled:
    """A link of one walk: whether it is taken, and since when that is settled."""

    taken: bool
    at: float
    absent: bool = False


class Clocks:
    """Many walks through a journey, seeded: the same walks each time.

    Conditions must be settled by the persona; each way has no figure of its own.
    """

    def __init__(self, lived: Lived, walkers: int, seed: int = 1) -> None:
        self._lived = lived
        self._routes: Routes = routes(lived)
        self._loops: Loops = loops(self._routes)
        self._order = _order(self._routes, self._loops)
        self._place = {name: place for place, name in enumerate(self._order)}
        self._random = Random(seed)
        self.ends: list[float] = []
        self.done: dict[str, list[float]] = {name: [] for name in lived.steps}
        for _ in range(walkers):
            self._walk()

    @property
    def mean(self) -> float:
        """Mean days until the latest strand has ended."""
        return sum(self.ends) / len(self.ends)

    def mean_of(self, step: str) -> float:
        """Mean days until a step is done for good, among those who live it."""
        return sum(self.done[step]) / len(self.done[step])

    def chance_of(self, step: str) -> float:
        """Part of the walkers who live a step."""
        return len(self.done[step]) / len(self.ends)

    # One walk ------------------------------------------------------------------------

    def _walk(self) -> None:
        self._links: dict[str, Settled] = {}
        self._done: dict[str, float] = {}
        self._back: dict[str, float] = {}
        place = 0
        while place < len(self._order):
            name = self._order[place]
            if name.startswith(_LOOP):
                loop = name.removeprefix(_LOOP)
                if loop in self._back:
                    self._again(loop, self._back.pop(loop))
            else:
                self._come(name)
            place += 1
        for step, at in self._done.items():
            self.done[step].append(at)
        self.ends.append(max(self._done.values()))

    def _again(self, loop: str, at: float) -> None:
        """One more round: what lies in the loop is lived again, from its header on."""
        body = [
            name
            for name in self._order[self._place[loop] : self._place[_LOOP + loop] + 1]
            if name == _LOOP + loop
            or self._loops.holds(loop, name.removeprefix(_LOOP))
        ]
        for name in body:
            self._done.pop(name, None)
        self._start(loop, at)
        for name in body[1:]:
            if not name.startswith(_LOOP):
                self._come(name)
            elif (inner := name.removeprefix(_LOOP)) in self._back:
                self._again(inner, self._back.pop(inner))

    def _come(self, name: str) -> None:
        """Rule 2: a step starts when all links in are settled and one is taken."""
        into = [p for p in self._routes.into[name] if p.source != ENTRY]
        if not into:
            self._start(name, 0.0)
            return
        links = [self._links[passage.id] for passage in into]
        at = max(link.at for link in links)
        if any(link.taken for link in links) and self._all_there(name, into):
            self._start(name, at)
        else:
            absent = all(link.absent for link in links)
            for passage in self._routes.out[name]:
                self._links[passage.id] = Settled(False, at, absent)

    def _all_there(self, name: str, into: list[Passage]) -> bool:
        if self._lived.steps[name].step.join == "any":
            return True
        strands: dict[str, list[Settled]] = {}
        for passage in into:
            choice = self._lived.steps[passage.source].step.kind == "choice"
            key = passage.source if choice and not passage.link.always else passage.id
            strands.setdefault(key, []).append(self._links[passage.id])
        return all(any(link.taken or link.absent for link in one) for one in strands.values())

    def _start(self, name: str, at: float) -> None:
        step = self._lived.steps[name].step
        if step.happens is not None:
            since = step.happens.of.step if step.happens.of else None
            at = (self._done[since] if since else 0.0) + self._draw(step.happens.after)
        done = at + self._lasts(name)
        self._done[name] = done
        for passage, taken, absent in self._settle(name):
            if not passage.link.back:
                self._links[passage.id] = Settled(taken, done, absent)
            elif taken:
                self._back[passage.target] = done

    def _lasts(self, name: str) -> float:
        one = self._lived.steps[name]
        step = one.step
        if one.concerned is False:
            return 0.0
        if step.share is not None and self._random.random() >= (step.share.likely or 0.0):
            return 0.0
        return sum(self._draw(figure) for figure in (step.wait, step.takes) if figure is not None)

    def _draw(self, figure: Quantity) -> float:
        low, likely, high = figure.minutes
        middle = (low + high) / 2 if likely is None else likely
        return (low if low == high else self._random.triangular(low, high, middle)) / 1440

    def _settle(self, name: str) -> Iterator[tuple[Passage, bool, bool]]:
        step: Step = self._lived.steps[name].step
        out = [p for p in self._lived.passages if p.source == name]
        branches = [p for p in out if step.kind == "choice" and not p.link.always]
        if branches:
            drawn = self._random.choices(branches, _shares(branches))[0]
            yield from ((passage, passage is drawn, False) for passage in branches)
        for passage in out:
            if passage not in branches:
                share = passage.link.share
                taken = share is None or self._random.random() < (share.likely or 0.0)
                yield passage, taken, not taken


def _shares(branches: list[Passage]) -> list[float]:
    known = [p.link.share.likely if p.link.share is not None else None for p in branches]
    given = [share for share in known if share is not None]
    rest = (1 - sum(given)) / (len(known) - len(given)) if len(given) < len(known) else 0.0
    return [rest if share is None else share for share in known]


def _order(found: Routes, within: Loops) -> tuple[str, ...]:
    """Topological, each loop whole before what follows it."""
    needs: dict[str, list[str]] = {
        _LOOP + loop: [p.source for p in back] for loop, back in within.returns.items()
    }
    for name in found.order[1:]:
        needs[name] = [p.source for p in found.into[name] if p.source != ENTRY]
        needs[name] += [_LOOP + left for p in found.into[name] for left in within.left(p)]
    return tuple(TopologicalSorter(needs).static_order())
