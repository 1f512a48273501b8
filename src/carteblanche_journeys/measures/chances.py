"""How many different things are met: each by how likely it is met at all, on the whole walk."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from carteblanche_journeys.graph import ENTRY
from carteblanche_journeys.graph.routes import Routes
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.before import Before
from carteblanche_journeys.measures.outings import descent
from carteblanche_journeys.measures.weights import Weighed
from carteblanche_journeys.model import Status

#: From how close to one on something counts as sure.
SURE = 1 - 1e-9


class Meeting(NamedTuple):
    """Something met at a step, and how likely it is met there."""

    step: str
    thing: Hashable
    chance: float


class Met(NamedTuple):
    """What is met, given that some step is lived: nothing, one thing alone, or more than one."""

    none: float
    one: dict[Hashable, float]

    @property
    def more(self) -> float:
        """How likely two different things or more are met."""
        return max(0.0, 1 - self.none - sum(self.one.values()))


_NOTHING = Met(1.0, {})


class Chances:
    """How likely things are met on a walk, given how likely at each step.

    Below the nearest step that all of some steps always come after, those of which none
    follows another exclude each other after a choice; all others are independent. Exact where
    the choices of a journey are independent of each other and branches meet again; in a loop
    only the first round counts. Time is nearly proportional to the steps concerned.
    """

    def __init__(self, weighed: Weighed, before: Before) -> None:
        self._weighed = weighed
        self._before = before
        self._steps = weighed.lived.journey.steps

    @property
    def status(self) -> Status | None:
        """How sure the shares are that all this rests on."""
        return self._weighed.status

    def ever(self, meetings: Sequence[Meeting]) -> float:
        """How likely one of some meetings takes place.

        >>> from carteblanche_journeys.graph import live
        >>> from carteblanche_journeys.measures.visits import visits
        >>> from carteblanche_journeys.measures.weights import weigh
        >>> from carteblanche_journeys.model import Atlas, Journey, Persona
        >>> choice = {"title": "?", "kind": "choice", "next": [{"to": "b", "share": 0.5}, "c"]}
        >>> steps = {"a": choice, "b": {"title": "B"}, "c": {"title": "C", "share": 0.5}}
        >>> lived = live(Journey(title="J'écris", steps=steps), Atlas(), Persona(name="Zoé"))
        >>> chances = Chances(weigh(lived, visits(lived)), Before(lived))
        >>> chances.ever([Meeting("b", "caf", 0.5), Meeting("c", "caf", 0.5)])
        0.75
        """
        best = max(one.chance for one in meetings)
        if len(meetings) == 1 or best >= SURE:
            return best
        return 1 - self._met(meetings).none

    def twice(self, meetings: Sequence[Meeting]) -> float:
        """How likely two different things are met."""
        sure = {one.thing for one in meetings if one.chance >= SURE}
        if len(sure) > 1:
            return 1.0
        if len({one.thing for one in meetings}) < 2:
            return 0.0
        return self._met(meetings).more

    def _met(self, meetings: Sequence[Meeting]) -> Met:
        """One pass over the steps concerned, in the order of the tree of those always before."""
        walk = self._weighed.visits.walk
        if walk is None:
            return _NOTHING
        own: dict[str, dict[Hashable, float]] = {}
        for step, thing, chance in meetings:
            here = self._lived(step)
            if here > 0 and step in self._spans:
                at = own.setdefault(step, {})
                at[thing] = min(1.0, at.get(thing, 0.0) + chance / here)
        pending: list[_Node] = [_Node(ENTRY, {}, [])]
        for step in sorted(own, key=self._start):
            self._close(pending, step, walk.routes)
            pending.append(_Node(step, own[step], []))
        while len(pending) > 1:
            self._hang(pending.pop(), pending[-1])
        return self._fold(pending[0])

    def _close(self, pending: list[_Node], step: str, routes: Routes) -> None:
        """Finish the steps that do not always come before this one; hang what is left together."""
        done: _Node | None = None
        while not self._holds(pending[-1].step, step):
            if done is not None:
                self._hang(done, pending[-1])
            done = pending.pop()
        if done is None:
            return
        meeting = routes.tree.meeting(done.step, step)
        if meeting != pending[-1].step:
            pending.append(_Node(meeting, {}, []))
        self._hang(done, pending[-1])

    def _hang(self, node: _Node, above: _Node) -> None:
        base = self._lived(above.step)
        part = min(1.0, self._lived(node.step) / base) if base > 0 else 0.0
        above.below.append((node.step, _rarer(self._fold(node), part)))

    def _fold(self, node: _Node) -> Met:
        """What is met at a step and below it, given that it is lived."""
        met = Met(max(0.0, 1 - sum(node.own.values())), node.own)
        for group in self._groups(node):
            met = _both(met, _either(group))
        return met

    def _groups(self, node: _Node) -> Iterator[list[Met]]:
        """What excludes each other below a step; the groups are independent."""
        step = self._steps.get(node.step)
        if step is None or step.kind != "choice":
            yield from ([met] for _, met in node.below)
            return
        bits, above = self._before.bit, self._before.above
        groups: list[tuple[int, list[Met]]] = []
        for name, met in sorted(node.below, key=lambda one: bits[one[0]]):
            fitting = next((at for at, (m, _) in enumerate(groups) if not above[name] & m), None)
            if fitting is None:
                groups.append((bits[name], [met]))
            else:
                mask, others = groups[fitting]
                others.append(met)
                groups[fitting] = (mask | bits[name], others)
        yield from (group for _, group in groups)

    def _lived(self, step: str) -> float:
        """How likely one comes to a step at all, in the first round of its loops."""
        return 1.0 if step == ENTRY else self._weighed.come_to(step)

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        """For each step its place in the tree of those always before, and that of its last."""
        walk, place = self._weighed.visits.walk, 0
        opened: dict[str, int] = {}
        spans: dict[str, tuple[int, int]] = {}
        for name, entering in descent(walk.routes.nearest if walk else {}, ENTRY):
            if entering:
                place += 1
                opened[name] = place
            else:
                spans[name] = (opened[name], place)
        return {**spans, ENTRY: (0, place)}

    def _start(self, step: str) -> int:
        return self._spans[step][0]

    def _holds(self, above: str, step: str) -> bool:
        """Whether one always comes to a step by another."""
        first, last = self._spans[above]
        return first <= self._spans[step][0] <= last


class _Node(NamedTuple):
    """A step where something is met, or where ways part: what is met there, and below it."""

    step: str
    own: dict[Hashable, float]
    below: list[tuple[str, Met]]


def _rarer(met: Met, part: float) -> Met:
    """What is met where only a part comes."""
    return Met(1 - part * (1 - met.none), {thing: part * p for thing, p in met.one.items()})


def _either(group: list[Met]) -> Met:
    """What is met on one of several ways that exclude each other."""
    if len(group) == 1:
        return group[0]
    one: dict[Hashable, float] = {}
    for met in group:
        for thing, p in met.one.items():
            one[thing] = one.get(thing, 0.0) + p
    return Met(max(0.0, 1 - sum(1 - met.none for met in group)), one)


def _both(first: Met, then: Met) -> Met:
    """What is met on two ways that are both gone, independent of each other."""
    one: dict[Hashable, float] = {}
    for thing in (*first.one, *(thing for thing in then.one if thing not in first.one)):
        p, q = first.one.get(thing, 0.0), then.one.get(thing, 0.0)
        one[thing] = p * (then.none + q) + first.none * q
    return Met(first.none * then.none, one)


def different(things: Iterable[Sequence[Meeting]], chances: Chances, known: int, of: int) -> Amount:
    """How many different things are met on average, of things each met at some steps.

    Parameters
    ----------
    known, of
        At how many steps it can be said how often they are lived, of how many.
    """
    if known < of:
        return Amount(None, None, None, "", known, of)
    value = sum(chances.ever(meetings) for meetings in things)
    return Amount(value, value, value, "", known, of, chances.status)
