"""When each step of a walk is done: one sweep, joins by Clark's moments, loops by their returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carteblanche_journeys.graph import ENTRY, Passage
from carteblanche_journeys.measures.arrivals import (
    NEGLIGIBLE,
    Arrival,
    Lost,
    beside,
    one_of,
    or_absent,
)
from carteblanche_journeys.measures.meetings import Coming, Meeting, apart
from carteblanche_journeys.measures.moments import AT_ONCE, Moments, mixture, rounds
from carteblanche_journeys.measures.plan import LOOP, Plan


class Timetable:
    """When each step starts and is done, at one pace, counted from the start of the journey.

    A time is kept as seen from inside its loop: rounds gone before are added on leaving it.

    Parameters
    ----------
    lasts
        How long a step lasts.
    after
        For an event that says when it happens, how long after the step it counts from.
    """

    def __init__(
        self, plan: Plan, lasts: Callable[[str], Moments], after: Mapping[str, Moments]
    ) -> None:
        self._plan = plan
        self._loops = plan.walk.loops
        self._looped = bool(plan.walk.loops.returns)
        self._lost: dict[str, Lost] = {ENTRY: Lost()}
        self._rounds: dict[str, Moments] = {}
        self._missed: dict[str, Moments | None] = {}
        self._parts: dict[str, list[tuple[frozenset[str], Arrival]]] = {}
        self.start: dict[str, Moments] = {ENTRY: AT_ONCE}
        self.done: dict[str, Moments] = {ENTRY: AT_ONCE}
        self.source: dict[str, str] = {}
        for name in plan.order:
            if name.startswith(LOOP):
                self._go_round(name.removeprefix(LOOP))
            elif plan.into[name]:
                self._arrive(name)
                if name in after:
                    self._date(name, after[name])
                took = lasts(name)
                self.done[name] = (
                    self.start[name] + took if took is not AT_ONCE else self.start[name]
                )
        self.end = self._end()

    def _date(self, name: str, after: Moments) -> None:
        since = self._plan.dated[name]
        self.start[name] = self.out_of(since, name) + after
        self.source[name] = since

    def _end(self) -> Moments:
        """The latest strand: all of them meet where the journey ends."""
        if self._plan.end is None:
            return AT_ONCE
        arrival = self._fold(self._plan.end, ENTRY)
        self.source[ENTRY] = arrival.source
        return arrival.at

    # Into a step ---------------------------------------------------------------------

    def _arrive(self, name: str) -> None:
        join = self._plan.joins.get(name)
        if join is None:
            (passage,) = self._plan.into[name][:1]
            self.start[name] = self.out_of(passage.source, name)
            self._lost[name] = self._turned_off(passage, name)
            self.source[name] = passage.source
            return
        arrival = self._fold(join, name)
        self.start[name] = arrival.at
        self.source[name] = arrival.source
        self._missed[name] = arrival.missed
        above = self._lost[join.step]
        mass = self._plan.x(join.step) - self._plan.x(name)
        self._lost[name] = above.plus(mass, arrival.missed)

    def _turned_off(self, passage: Passage, name: str) -> Lost:
        lost = self._lost[passage.source]
        left = self._plan.left.get(passage.id, ())
        mass, at = self._plan.x(passage.source), self.done[passage.source]
        if left:
            # All who enter a loop leave it; those who leave it elsewhere do so about now.
            header = left[-1]
            lost, at = self._lost[header], self.start[name]
            mass = self._entries(header)
        elif passage.id not in self._plan.branching:
            return lost  # a strand that does not exist is not waited for
        return lost.plus(mass - self._plan.flow(passage), at)

    # Out of loops --------------------------------------------------------------------

    def _go_round(self, loop: str) -> None:
        """The rounds of a loop before the last, from the links that go back."""
        begin = self.start.get(loop)
        back = [
            (flow, self._inside(p.source, loop).since(begin))
            for p in self._loops.returns[loop]
            if (flow := self._plan.flow(p)) > NEGLIGIBLE and begin is not None
        ]
        share = self._plan.visits.returns.get(loop, 0.0)
        self._rounds[loop] = rounds(mixture(back), share) if back else AT_ONCE

    def _inside(self, step: str, loop: str) -> Moments:
        """When a step is done, with the rounds of the loops around it that lie in `loop`."""
        time, at = self.done[step], self._loops.inside[step]
        while at not in (loop, ENTRY):
            time, at = time + self._rounds[at], self._loops.around[at]
        return time

    def out_of(self, source: str, target: str) -> Moments:
        """When a step is done for good, seen from where one arrives at another."""
        if not self._looped or source == ENTRY:
            return self.done[source]
        return self._leave(self.done[source], self._loops.inside[source], target)

    def _leave(self, time: Moments, loop: str, target: str) -> Moments:
        """A time seen from a loop, as seen from where one arrives at a step outside it."""
        while loop != ENTRY and not self._around(loop, target):
            time, loop = time + self._rounds.get(loop, AT_ONCE), self._loops.around[loop]
        return time

    def _around(self, loop: str, target: str) -> bool:
        """Whether one is in a loop already when one arrives at a step."""
        return target != ENTRY and target != loop and self._loops.holds(loop, target)

    # Strands that meet ---------------------------------------------------------------

    def _fold(self, meeting: Meeting, target: str) -> Arrival:
        """How all strands below a split arrive, seen from the split."""
        made: dict[str, Arrival] = {}
        for split in meeting.lowest_first():
            made[split.step] = self._meet(split, target, made)
        return made[meeting.step]

    def _meet(self, split: Meeting, target: str, made: Mapping[str, Arrival]) -> Arrival:
        every = target != ENTRY and self._plan.walk.joins_all(target)
        here = self.out_of(split.step, target)
        missed = {link.missed for link in split.direct}
        found = [(link.branches, self._direct(link, target, here)) for link in split.direct]
        for branches, low in split.below:
            strand = self._lift(made[low.step], low.step, split.step, target, here)
            if every:
                strand = or_absent(strand, self._absent(low.step, split.step, strand), here)
            if low.step in missed:
                found.append((frozenset((f"come to {low.step}",)), strand))
            else:
                found += self._by_branch(branches, strand, low.step, split.step, target)
        side = [strand for branches, strand in found if not branches]
        classes = _classes([one for one in found if one[0]], here, every)
        if classes:
            side.append(one_of([strand for _, strand in classes], here))
        root = target != ENTRY and split.step == self._plan.walk.routes.nearest[target]
        if root and len(side) == 1 and len(classes) > 1:
            self._parts[target] = classes
        return beside(side, here, every=every)

    def _by_branch(
        self, branches: frozenset[str], strand: Arrival, low: str, split: str, target: str
    ) -> list[tuple[frozenset[str], Arrival]]:
        """A strand that goes on where branches have met again, told apart by these branches."""
        first = self._plan.walk.routes.tree.toward(split, low)
        parts = self._parts.get(first)
        if len(branches) < 2 or parts is None:
            return [(branches, strand)]
        level = self._loops.level(first)
        since = strand.at.since(self._leave(self.start[first], level, target))
        met = self._weight(first, target) / (self._weight(split, target) or 1.0)
        found = []
        for own, part in parts:
            at = self._leave(part.at, level, target) + since
            chance = min(1.0, part.chance * strand.chance / (met or 1.0))
            found.append((own, Arrival(chance, at, strand.missed or at, strand.source)))
        return found

    def _direct(self, link: Coming, target: str, here: Moments) -> Arrival:
        chance = min(1.0, link.flow / (self._weight(link.source, target) or 1.0))
        at = self._missed.get(link.missed) or here
        if link.early:
            at = self.out_of(self._plan.walk.routes.nearest[target], target)
        return Arrival(chance, at, here if chance < 1 else None, link.source)

    def _weight(self, step: str, target: str) -> float:
        """How often a step is lived, the rounds of loops that are left on the way not counted."""
        weight = self._plan.x(step)
        if not self._looped or step == ENTRY:
            return weight
        at = self._loops.inside[step]
        while at != ENTRY and not self._around(at, target):
            weight *= 1 - self._plan.visits.returns.get(at, 0.0)
            at = self._loops.around[at]
        return weight

    def _lift(self, low: Arrival, step: str, split: str, target: str, here: Moments) -> Arrival:
        """A strand seen from a split further up: fewer arrive, others have turned off between."""
        arriving = low.chance * self._weight(step, target)
        chance = min(1.0, arriving / (self._weight(split, target) or 1.0))
        missed = None
        if chance < 1 - NEGLIGIBLE:
            missed = self._when_missed(step, split, low, target) or here
        return Arrival(chance, low.at, missed, low.source)

    def _absent(self, low: str, split: str, strand: Arrival) -> float:
        """The part of those at a split for whom a strand does not exist."""
        exists = self._plan.exists[low] / (self._plan.exists[split] or 1.0)
        return min(1 - exists, 1 - strand.chance)

    def _when_missed(self, low: str, split: str, arrival: Arrival, target: str) -> Moments | None:
        """When it is settled, after a split, that a strand is missed; None where at the split.

        At the end of a journey nothing is waited for: who misses a strand has ended elsewhere.
        """
        level = self._loops.level(target) if target else ENTRY
        if not target or self._loops.inside[split] != level:
            return None
        lost, gone = self._lost[low], self._plan.x(low) * (1 - arrival.chance)
        at = arrival.missed or arrival.at
        if self._loops.inside[low] != level:
            header = self._outermost(low, level)
            lost, at = self._lost[header], arrival.at
            gone = self._entries(header) - self._weight(low, target) * arrival.chance
        return lost.plus(gone, at).since(self._lost[split], (self.done[split], at))

    def _outermost(self, step: str, level: str) -> str:
        """The outermost loop around a step below a level."""
        loop = self._loops.inside[step]
        while self._loops.around[loop] not in (level, ENTRY):
            loop = self._loops.around[loop]
        return loop

    def _entries(self, loop: str) -> float:
        """How often a loop is entered, rounds not counted."""
        return self._plan.x(loop) * (1 - self._plan.visits.returns.get(loop, 0.0))


def _classes(
    strands: list[tuple[frozenset[str], Arrival]], here: Moments, every: bool
) -> list[tuple[frozenset[str], Arrival]]:
    """Strands of which each excludes all others: those that share a branch are put together."""
    if len(strands) < 2:
        return strands
    return [
        (
            frozenset[str]().union(*(strands[place][0] for place in places)),
            _within([strands[place][1] for place in places], here, every),
        )
        for places in apart([branches for branches, _ in strands])
    ]


def _within(strands: list[Arrival], here: Moments, every: bool) -> Arrival:
    """Strands side by side after one branch, or one way: sure beside each other."""
    if len(strands) == 1:
        return strands[0]
    whole = max(strand.chance for strand in strands) or 1.0
    inside = [
        Arrival(strand.chance / whole, strand.at, strand.missed, strand.source)
        for strand in strands
    ]
    met = beside(inside, here, every=every)
    return Arrival(met.chance * whole, met.at, met.missed or strands[0].missed, met.source)
