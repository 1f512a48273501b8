"""The walk of one persona, made ready to be measured: routes, loops, strands and shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from carteblanche_journeys.graph import (
    ENTRY,
    Ground,
    Leak,
    Lived,
    Loops,
    Passage,
    Routes,
    Strands,
    alike,
)
from carteblanche_journeys.graph import ground as ground_of
from carteblanche_journeys.measures.settled import Draw, Settled, Turn
from carteblanche_journeys.measures.shares import settle
from carteblanche_journeys.model import Step


@dataclass(frozen=True, eq=False)
class Walk:
    """A lived journey with its links settled.

    Parameters
    ----------
    settled
        How each step settles its links; the entry before every start takes all of its own.
    """

    lived: Lived
    ground: Ground = field(repr=False)
    settled: Mapping[str, Settled] = field(repr=False)

    @property
    def strands(self) -> Strands:
        """Which links one person may take both."""
        return self.ground.strands

    @property
    def leaks(self) -> tuple[Leak, ...]:
        """Where a strand of a loop meets another outside it."""
        return self.ground.leaks

    @cached_property
    def routes(self) -> Routes:
        """The routes that are walked."""
        return self.ground.routes

    @cached_property
    def loops(self) -> Loops:
        """The loops among them."""
        return self.ground.loops

    @cached_property
    def broken(self) -> Mapping[str, str]:
        """Steps to which a structural fault forbids to count visits: the rule it breaks."""
        return broken(self.ground)

    @cached_property
    def backward(self) -> Mapping[str, Passage]:
        """The links that go back, by id."""
        return {p.id: p for found in self.loops.returns.values() for p in found}

    @cached_property
    def turning(self) -> frozenset[str]:
        """Steps from which one may go back."""
        return frozenset(passage.source for passage in self.backward.values())

    def share(self, passage: Passage) -> float:
        """How likely a link is taken, once the step it leaves is done."""
        return self.settled[passage.source].shares.get(passage.id, 0.0)

    def joins_all(self, step: str) -> bool:
        """Whether a step waits for each of its strands."""
        return step != ENTRY and self.lived.steps[step].step.join == "all"

    def goes_round(self, turn: Turn, step: str) -> bool:
        """Whether a turn goes back in a loop that one leaves before coming to a step."""
        return any(
            name in self.backward and not self.loops.holds(self.backward[name].target, step)
            for name in turn.taken
        )

    def strands_into(self, step: str) -> tuple[tuple[Passage, ...], ...]:
        """The strands that meet at a step; each has to come where it waits for all of them.

        Besides those of its links, one for each link that this persona never takes.
        """
        found = self.strands.strands(step)
        return found + self.lived.instead.get(step, ()) if self.joins_all(step) else found

    def settles(self, passage: Passage) -> bool:
        """Whether a link is sure to be taken once the step before is done."""
        source = self.settled[passage.source]
        if source.shares.get(passage.id) == 1:
            return True
        if passage.source not in self.turning:
            return False
        draws = {at for at, _ in source.turns.get(passage.id, ())}
        return any(
            all(
                passage.id in turn.taken or self.goes_round(turn, passage.target)
                for turn in source.draws[at]
                if turn.share != 0
            )
            for at in draws
        )


@alike
def broken(ground: Ground) -> Mapping[str, str]:
    """Steps to which a structural fault forbids to count visits: the rule it breaks."""
    steps, routes, loops = ground.steps, ground.routes, ground.loops
    ill = {p.target: "back-link" for p in routes.back if not _chosen(p, steps)}
    stray = {passage.target: "back-link" for passage in loops.stray}
    crowded = {
        name: "crowded-event"
        for name in routes.order[1:]
        if steps[name].kind == "event" and sum(p.source != ENTRY for p in routes.into[name]) > 1
    }
    return {**{leak.step: "loop-leak" for leak in ground.leaks}, **crowded, **stray, **ill}


def _chosen(passage: Passage, steps: Mapping[str, Step]) -> bool:
    """Whether a link that goes back is one of the exclusive links of a choice."""
    return steps[passage.source].kind == "choice" and not passage.link.always


def walk(lived: Lived, *, defaults: bool = True) -> Walk:
    """The walk of a persona, with equal shares where nobody knows them if `defaults`."""
    ground = ground_of(lived)
    found = ground.routes
    first = tuple((Turn(1.0, frozenset((p.id,))),) for p in found.out[ENTRY])
    settled = {name: settle(name, lived, defaults=defaults) for name in found.order[1:]}
    return Walk(lived, ground, {ENTRY: Settled(first), **settled})


class Certainties:
    """Which steps are sure to lead to which.

    Attributes
    ----------
    above
        For each step the nearest that always leads to it, as far as it is known: to be filled
        along the sweep.
    """

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self.above: dict[str, str] = {}

    def sure(
        self, step: str, passages: Iterable[Passage], above: str, *, absent: bool = False
    ) -> bool:
        """Whether whoever does `above` comes to `step` by one of some links into it.

        Walks back from the links: a step is sure to lead on once each turn of one of its draws
        takes a link that does. Going back in a loop that is left before `step` does not count.

        Parameters
        ----------
        absent
            Whether a strand that does not exist for the person counts as come.
        """
        waiting = list(passages)
        gone = {passage.id for passage in waiting} if absent else set()
        left: dict[tuple[str, int], set[int]] = {}
        onward: dict[str, set[str]] = {}
        seen: set[str] = set()
        while waiting:
            passage = waiting.pop()
            source = passage.source
            onward.setdefault(source, set()).add(passage.id)
            if source in seen or not self._settled(passage, step, gone, left):
                continue
            lone = absent and onward[source] <= gone
            while source not in seen and source in self.above and source != above:
                seen.add(source)
                lone = lone and self._vanishes(source, onward, gone)
                source = self.above[source]
            if source == above:
                return True
            seen.add(source)
            if lone:
                self._vanishes(source, onward, gone)
            arriving = self._walk.routes.into[source]
            if len(arriving) == 1 or not self._walk.joins_all(source):
                waiting.extend(arriving)
        return False

    def _vanishes(self, source: str, onward: Mapping[str, set[str]], gone: set[str]) -> bool:
        """Whether a step and all below it do not exist without the one link into it."""
        arriving = self._walk.routes.into[source]
        lone = len(arriving) == 1 and source not in self._walk.lived.awaited
        lone = lone and onward.get(source, gone) <= gone
        if lone:
            gone.add(arriving[0].id)
        return lone

    def _settled(
        self,
        passage: Passage,
        step: str,
        gone: set[str],
        left: dict[tuple[str, int], set[int]],
    ) -> bool:
        """Whether with this link one draw of the step before is sure to lead on."""
        settled = self._walk.settled[passage.source]
        for at, place in settled.turns.get(passage.id, ()):
            turn = settled.draws[at][place]
            if passage.id in turn.taken or passage.id in gone:
                if (passage.source, at) not in left:
                    left[passage.source, at] = self._to_settle(settled.draws[at], step)
                left[passage.source, at].discard(place)
        draws = {at for at, _ in settled.turns.get(passage.id, ())}
        return any(left.get((passage.source, at)) == set() for at in draws)

    def _to_settle(self, draw: Draw, step: str) -> set[int]:
        return {
            place
            for place, turn in enumerate(draw)
            if turn.share != 0 and not self._walk.goes_round(turn, step)
        }
