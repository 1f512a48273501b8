"""The sweep: expected visits along the forward links, loops inside others first."""

from __future__ import annotations

from math import nan
from typing import Literal

from carteblanche_journeys.graph import ENTRY, Passage
from carteblanche_journeys.measures.joins import Meeting, between
from carteblanche_journeys.measures.walk import Certainties, Walk

#: From how likely on going round again counts as never leaving a loop.
NEVER_LEFT = 1 - 1e-9
#: How many rounds that makes. Loops in one another multiply theirs; beyond, nobody leaves them.
MOST_ROUNDS = 1e9

#: Which of its bounds a join that cannot be gone through takes.
Scenario = Literal["low", "likely", "high"]
SCENARIOS: tuple[Scenario, ...] = ("low", "likely", "high")


class Sweep:
    """One sweep over a walk.

    Attributes
    ----------
    found
        Expected visits by step; not a number where nothing can be said.
    returning
        For each loop, how likely one goes round again.
    endless
        Loops that nobody leaves.
    sure
        Which steps are sure to lead to which.
    bounded
        Whether some join is no more than a bound.
    trouble
        Names of the structural rules that are in the way.
    """

    def __init__(self, walk: Walk, scenario: Scenario = "likely") -> None:
        self._walk = walk
        self._scenario = scenario
        self.sure = Certainties(walk)
        #: Visits of a step in one round of the innermost loop that holds it.
        self._a_round: dict[str, float] = {}
        #: How often a loop is gone through in one round of the loop around it.
        self._rounds: dict[str, float] = {}
        #: How often the step lived most is lived in one round of a loop.
        self._most: dict[str, float] = {}
        self.found: dict[str, float] = {}
        self.returning: dict[str, float] = {}
        self.bounded = False
        self.endless: list[str] = []
        self.trouble = _broken(walk)

    def run(self) -> Sweep:
        """Sweep all; gives itself back."""
        members: dict[str, list[str]] = {}
        for name in self._walk.routes.order:
            members.setdefault(self._walk.loops.level(name), []).append(name)
        for loop in self._walk.loops.returns:
            self._a_round[loop] = 1.0
            self._go(members.get(loop, []))
            self._close(loop)
        self._go(members[ENTRY])
        self._unfold()
        return self

    def _go(self, steps: list[str]) -> None:
        for name in steps:
            arriving = self._arriving(name) if name != ENTRY else 1.0
            if name in self._walk.loops.around:
                returning = self.returning[name]
                self._rounds[name] = arriving / (1 - returning) if arriving else 0.0
                around, within = self._walk.loops.around[name], self._most.get(name, 1.0)
                self._most[around] = max(self._most.get(around, 1.0), self._rounds[name] * within)
            else:
                self._a_round[name] = arriving

    def _close(self, loop: str) -> None:
        """How likely one more round of a loop is, from one round of all in it."""
        returning = sum(self._flow(passage, loop) for passage in self._walk.loops.returns[loop])
        if loop in self._walk.broken:
            returning = nan
        elif returning > NEVER_LEFT or self._most.get(loop, 1.0) > MOST_ROUNDS * (1 - returning):
            self.trouble.add("endless-loop")
            self.endless.append(loop)
            returning = nan
        self.returning[loop] = returning

    def _unfold(self) -> None:
        """From visits in one round to visits in all."""
        times = {ENTRY: 1.0}
        for loop in reversed(tuple(self._walk.loops.returns)):
            times[loop] = times[self._walk.loops.around[loop]] * self._rounds[loop]
        inside = self._walk.loops.inside
        self.found = {
            name: visits * times[inside[name]] if visits else 0.0
            for name, visits in self._a_round.items()
            if name != ENTRY
        }

    def _flow(self, passage: Passage, level: str) -> float:
        """How often a link is taken in one round of the loop in which it arrives."""
        times = self._visits(passage.source, level)
        return times * self._walk.share(passage) if times else 0.0

    def _visits(self, name: str, level: str) -> float:
        """Visits of a step in one round of a loop around it."""
        times = self._a_round[name]
        at = self._walk.loops.inside[name]
        while at not in (level, ENTRY):
            times *= self._rounds[at]
            at = self._walk.loops.around[at]
        return times

    def _arriving(self, name: str) -> float:
        arriving = self._walk.routes.into[name]
        if name in self._walk.broken:
            return nan
        return self._alone(arriving[0]) if len(arriving) == 1 else self._joining(name, arriving)

    def _alone(self, passage: Passage) -> float:
        source, name = passage.source, passage.target
        level = self._walk.loops.level(name)
        if self._walk.share(passage) == 1:
            self.sure.above[name] = source
            return self._visits(source, level)
        if self._walk.settles(passage):
            self.sure.above[name] = source
        return self._flow(passage, level)

    def _joining(self, name: str, arriving: tuple[Passage, ...]) -> float:
        """Rule by rule: always led to; alternatives that merge; strands of which one may miss."""
        walk, above, level = (
            self._walk,
            self._walk.routes.nearest[name],
            self._walk.loops.level(name),
        )
        whole = self._visits(above, level)
        if walk.loops.inside[above] == level and self._certain(name, arriving, above):
            self.sure.above[name] = above
            return whole
        flows = {passage.id: self._flow(passage, level) for passage in arriving}
        if not walk.strands.meet(name):
            enough = walk.lived.instead.get(name, ())
            return sum(flows[p.id] for p in arriving if all(p in strand for strand in enough))
        chance = Meeting(walk, name, self.sure.above, self.returning).chance()
        if chance is not None:
            return whole * chance if whole else 0.0
        self.bounded = True
        return between(walk, name, flows, whole)[SCENARIOS.index(self._scenario)]

    def _certain(self, name: str, arriving: tuple[Passage, ...], above: str) -> bool:
        if not self._walk.joins_all(name):
            return self.sure.sure(name, arriving, above)
        strands = self._walk.strands_into(name)
        return all(self.sure.sure(name, one, above, absent=True) for one in strands) and any(
            self.sure.sure(name, one, above) for one in strands
        )


def _broken(walk: Walk) -> set[str]:
    """The structural rules that are in the way before anything is counted."""
    found = set(walk.broken.values())
    found.update(one.trouble for one in walk.settled.values() if one.trouble)
    if any(_back_to_nowhere(passage, walk) for passage in walk.lived.net.passages):
        found.add("back-link")
    if len(walk.routes.order) <= len(walk.lived.steps):
        found.add("forward-cycle")
    return found


def _back_to_nowhere(passage: Passage, walk: Walk) -> bool:
    """Whether one goes back to a step that one has not come to."""
    return (
        passage.link.back
        and passage.target not in walk.lived.steps
        and passage.source in walk.settled
        and walk.share(passage) > 0
    )
