"""The order in which the steps of a walk are timed, and which strands meet where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from carteblanche_journeys.graph import ENTRY, Passage
from carteblanche_journeys.measures.arrivals import NEGLIGIBLE
from carteblanche_journeys.measures.meetings import Coming, meetings
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.measures.walk import Walk
from carteblanche_journeys.model import Step

#: Stands before the name of a loop in the order: the loop and all that lies in it is done.
LOOP = "loop "


class Plan:
    """What does not depend on how long anything takes: in which order, who meets whom."""

    def __init__(self, walk: Walk, visits: Visits) -> None:
        self.walk = walk
        self.visits = visits
        self.meetings = meetings(walk.ground)
        self._back = _by_source(walk.backward.values())
        self.into = {name: self._coming(name) for name in walk.routes.order[1:]}
        self._above = self._ancestors()
        self.joins = {
            name: meeting
            for name, links in self.into.items()
            if len(links) > 1 and (meeting := self.meetings.of(self._links(links)))
        }
        self.exists = self._existing()
        self.end = self.meetings.of(self._ends())
        self.dated = _dated(walk)
        self.order = self._order()

    @cached_property
    def left(self) -> Mapping[str, tuple[str, ...]]:
        """For each link that leaves loops, which, innermost first."""
        loops = self.walk.loops
        found = {p.id: loops.left(p) for links in self.into.values() for p in links}
        return {name: crossed for name, crossed in found.items() if crossed}

    @cached_property
    def branching(self) -> frozenset[str]:
        """The links that are branches of a choice, or ways."""
        every = (p for links in self.into.values() for p in links)
        return frozenset(p.id for p in every if self.meetings.branch(p))

    @cached_property
    def before(self) -> Mapping[str, int]:
        """For each step, those before it and itself, each the bit of its place in the order."""
        found: dict[str, int] = {ENTRY: 0}
        for place, name in enumerate(self.order):
            own = 0 if name.startswith(LOOP) or not self.into[name] else 1 << place
            found[name] = own | self.above(name, found)
        return found

    def above(self, name: str, before: Mapping[str, int]) -> int:
        """The steps before a step, or before the end of a loop, as bits."""
        if name.startswith(LOOP):
            return _union(self._turned(name.removeprefix(LOOP)), before)
        if name in self.dated:
            return before[self.dated[name]]
        above = _union((passage.source for passage in self.into[name]), before)
        for passage in self.into[name] if self.left else ():
            above |= _union((LOOP + loop for loop in self.left.get(passage.id, ())), before)
        return above

    def x(self, step: str) -> float:
        """Expected visits of a step."""
        return 1.0 if step == ENTRY else self.visits.expected.get(step, 0.0)

    def flow(self, passage: Passage) -> float:
        """How often a link is taken; that of the entry leads to each start once."""
        return 1.0 if passage.source == ENTRY else self.visits.taken.get(passage.id, 0.0)

    def step(self, name: str) -> Step:
        """A step as written."""
        return self.walk.lived.steps[name].step

    def _coming(self, name: str) -> tuple[Passage, ...]:
        return tuple(p for p in self.walk.routes.into[name] if self.flow(p) > NEGLIGIBLE)

    def _ancestors(self) -> dict[str, int]:
        """For each step those that it waits for, as the bits of a whole number."""
        found = {ENTRY: 0}
        for name in self.walk.routes.order[1:]:
            above = self._bit(name)
            for passage in self.walk.routes.into[name]:
                above |= found[passage.source]
            found[name] = above
        return found

    def _links(self, passages: Sequence[Passage]) -> list[Coming]:
        deep = 0
        for one in passages:
            deep |= self._above[one.source] ^ self._bit(one.source)
        found = []
        for one in passages:
            early = bool(self._bit(one.source) & deep) and self._early(one, passages)
            branch = self.meetings.branch(one)
            found.append(Coming(one.source, self.flow(one), branch, early=early))
        return found

    def _bit(self, step: str) -> int:
        return 0 if step == ENTRY else 1 << self.walk.routes.rank[step]

    def _early(self, one: Passage, passages: Sequence[Passage]) -> bool:
        """Whether the step before another link, which may be taken too, waits for this one's."""
        bit, strands = self._bit(one.source), self.walk.strands
        return any(
            other.source != one.source
            and self._above[other.source] & bit
            and strands.together(one, other)
            for other in passages
        )

    def _existing(self) -> dict[str, float]:
        """For each step, the part for whom its strand exists: the shares of links beside others."""
        found = {ENTRY: 1.0}
        for name, links in self.into.items():
            above = found.get(self.walk.routes.nearest[name], 1.0)
            lone = len(links) == 1 and not self.meetings.branch(links[0])
            found[name] = above * (self.walk.share(links[0]) if lone else 1.0)
        return found

    def _ends(self) -> list[Coming]:
        """Where strands end: nothing follows, or nothing may, or a join for all fails."""
        found = []
        for name in self.walk.routes.order[1:]:
            rest = self._ending(name)
            if rest > NEGLIGIBLE:
                choice = self.step(name).kind == "choice"
                own = frozenset((f"end {name}",)) if choice else frozenset[str]()
                found.append(Coming(name, rest, own))
            found.extend(self._missed(name))
        return found

    def _ending(self, name: str) -> float:
        out = [(p, self.flow(p)) for p in self.walk.routes.out[name]]
        here = self.x(name)
        if self.step(name).kind != "choice":
            return 0.0 if any(flow >= here - NEGLIGIBLE for _, flow in out) else here
        back = sum(self.flow(p) for p in self._back.get(name, ()))
        return here - back - sum(flow for p, flow in out if not p.link.always)

    def _missed(self, name: str) -> Iterator[Coming]:
        """For a step that waits for all its strands, those who miss it: their strands end."""
        gate = self.walk.routes.nearest[name]
        if gate != ENTRY and self.step(gate).kind == "choice":
            return  # who takes another branch does not come near it
        missed = self.x(gate) - self.x(name)
        if name in self.joins and self.walk.joins_all(name) and missed > NEGLIGIBLE:
            yield Coming(gate, missed, frozenset((f"missed {name}",)), missed=name)

    def _order(self) -> tuple[str, ...]:
        """Topological, each loop whole before what follows it, dates after what they count from."""
        order = self.walk.routes.order[1:]
        if not self.walk.loops.returns and not self.dated:
            return order
        needs = {LOOP + loop: list(self._turned(loop)) for loop in self.walk.loops.returns}
        for name in order:
            needs[name] = list(self._needs(name))
        try:
            return tuple(TopologicalSorter(needs).static_order())
        except CycleError:
            # An event dated from what follows it: its date is then not known.
            self.dated = {}
            return self._order() if self.walk.loops.returns else order

    def _turned(self, loop: str) -> Iterator[str]:
        """What is done before one goes round a loop: where one turns, and the loops it lies in."""
        loops = self.walk.loops
        for passage in loops.returns[loop]:
            yield passage.source
            at = loops.inside[passage.source]
            while at not in (loop, ENTRY):
                yield LOOP + at
                at = loops.around[at]

    def _needs(self, name: str) -> Iterator[str]:
        for passage in self.into[name]:
            yield from (LOOP + loop for loop in self.walk.loops.left(passage))
            if passage.source != ENTRY:
                yield passage.source
        if self.dated.get(name):
            yield self.dated[name]


def _union(names: Iterable[str], before: Mapping[str, int]) -> int:
    found = 0
    for name in names:
        found |= before.get(name, 0)
    return found


def _by_source(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.source, []).append(passage)
    return found


def _dated(walk: Walk) -> dict[str, str]:
    """Events that say when they happen, each with the step their date counts from."""
    found = {}
    for name in walk.routes.order[1:]:
        happens = walk.lived.steps[name].step.happens
        if happens is not None:
            since = happens.of.step if happens.of else ENTRY
            if since == ENTRY or since in walk.routes.rank:
                found[name] = since
    return found
