"""How likely strands arrive where they meet, if one of them may miss the step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Passage
from carteblanche_journeys.measures.settled import Draw
from carteblanche_journeys.measures.walk import Walk

#: How many ways in which choices may turn out together are gone through (model, "Expected
#: visits"); ways that leave the same strands under way count once.
MOST_COMBINATIONS = 4096

#: What is under way: a link, or the step where any link is enough; and whether its strand
#: arrives (else it does not exist).
_Mark = tuple[str, bool]
_State = frozenset[_Mark]


@dataclass(frozen=True, slots=True)
class _Link:
    """A link of the part at hand; a shortcut stands for all between two steps."""

    id: str
    source: str
    target: str


class Meeting:
    """The part of a walk between a step and the nearest one that every way to it passes.

    Parameters
    ----------
    above
        For each step before, the nearest that always leads to it, as far as known.
    returning
        For each loop, how likely one goes round again.
    """

    def __init__(
        self, walk: Walk, step: str, above: Mapping[str, str], returning: Mapping[str, float]
    ) -> None:
        self._walk = walk
        self._step = step
        self._above = walk.routes.nearest[step]
        self._returning = returning
        self._into: dict[str, list[_Link]] = {}
        self._onward: dict[str, list[_Link]] = {}
        self._links: dict[str, _Link] = {}
        self._gather(above)

    def _gather(self, above: Mapping[str, str]) -> None:
        """Walk back to the step above; what is certain to lead on is passed in one stride."""
        waiting = [self._step]
        while waiting:
            step = waiting.pop()
            if step in self._into or step == self._above:
                continue
            self._into[step] = self._links_into(step, above)
            for link in self._into[step]:
                self._links[link.id] = link
                self._onward.setdefault(link.source, []).append(link)
                waiting.append(link.source)

    def _links_into(self, step: str, above: Mapping[str, str]) -> list[_Link]:
        arriving = self._walk.routes.into[step]
        # Where somebody waits in vain, what lies between decides whether a strand is missed.
        plain = not self._walk.lived.awaited
        if plain and step != self._step and step in above and len(arriving) > 1:
            return [_Link(f"{above[step]}=>{step}", above[step], step)]
        return [_Link(passage.id, passage.source, passage.target) for passage in arriving]

    def chance(self) -> float | None:
        """How likely the step starts, given the step above; None if there is too much to try."""
        states: dict[_State, float] = {frozenset(): 1.0}
        between = sorted(set(self._onward) - {self._above}, key=self._walk.routes.rank.__getitem__)
        for step in (self._above, *between):
            moved: dict[_State, float] = {}
            for state, share in states.items():
                for after, part in self._pass(step, state).items():
                    moved[after] = moved.get(after, 0.0) + share * part
                    if len(moved) > MOST_COMBINATIONS:
                        return None
            states = moved
        return sum(share for state, share in states.items() if self._starts(self._step, state))

    def _pass(self, step: str, state: _State) -> dict[_State, float]:
        """What may be under way once a step is done, missed, or does not exist."""
        if step != self._above:
            started = self._starts(step, state)
            arriving = {link.id for link in self._into[step]}
            none = step not in self._walk.lived.awaited and all(
                (name, False) in state for name in arriving
            )
            state = frozenset(mark for mark in state if mark[0] not in arriving and mark[0] != step)
            if not started:
                gone = {link.id for link in self._onward[step]} if none or self._apart(step) else ()
                return {self._with(state, (), gone): 1.0}
        return self._done(step, state)

    def _apart(self, step: str) -> bool:
        """Whether a step does not concern the persona, so that nobody waits for it."""
        return self._walk.lived.steps[step].concerned is False

    def _with(self, state: _State, taken: Iterable[str], gone: Iterable[str]) -> _State:
        """A state and more links under way.

        Where any link is enough, it does not matter which: the step itself is marked, once.
        """
        marks = set(state)
        for name in taken:
            link = self._links[name]
            if self._any_is_enough(link.target):
                marks -= {(other.id, False) for other in self._into[link.target]}
                marks.add((link.target, True))
            else:
                marks.add((name, True))
        for name in gone:
            if (self._links[name].target, True) not in marks:
                marks.add((name, False))
        return frozenset(marks)

    def _any_is_enough(self, step: str) -> bool:
        return len(self._into[step]) == 1 or not self._walk.joins_all(step)

    def _done(self, step: str, state: _State) -> dict[_State, float]:
        onward = {link.id for link in self._onward[step]}
        strides = [name for name in onward if "=>" in name]
        after = {self._with(state, strides, ()): self._rounds(step)}
        for draw in self._walk.settled[step].draws:
            if self._matters(draw, onward):
                after = self._turn(draw, onward, after)
            if len(after) > MOST_COMBINATIONS:
                break
        return after

    def _matters(self, draw: Draw, onward: set[str]) -> bool:
        return any(
            not turn.taken.isdisjoint(onward) or self._walk.goes_round(turn, self._step)
            for turn in draw
        )

    def _turn(
        self, draw: Draw, onward: set[str], before: dict[_State, float]
    ) -> dict[_State, float]:
        after: dict[_State, float] = {}
        for turn in draw:
            if turn.share == 0 or self._walk.goes_round(turn, self._step):
                continue
            taken, gone = turn.taken & onward, turn.absent & onward
            for state, share in before.items():
                key = self._with(state, taken, gone)
                after[key] = after.get(key, 0.0) + share * turn.share
        return after

    def _rounds(self, step: str) -> float:
        """In a loop passed on the way, the last round is what counts: how many it is one of."""
        loop = step in self._returning and not self._walk.loops.holds(step, self._step)
        return 1 / (1 - self._returning[step]) if loop and step != self._above else 1.0

    def _starts(self, step: str, state: _State) -> bool:
        """Rule 2: at least one link in is taken; with `join: all`, each strand that exists is."""
        if self._any_is_enough(step):
            return (step, True) in state
        taken = {link.id for link in self._into[step] if (link.id, True) in state}
        if not taken:
            return False
        return all(
            not taken.isdisjoint(p.id for p in strand)
            or any((p.id, False) in state for p in strand)
            for strand in self._walk.strands_into(step)
        )


def between(walk: Walk, step: str, flows: Mapping[str, float], whole: float) -> tuple[float, ...]:
    """Bounds for a join that cannot be gone through: low, likely and high.

    Parameters
    ----------
    flows
        Expected arrivals by each link in.
    whole
        Expected visits of the step above. Likely takes the strands for independent; low and
        high are what is left whatever their dependence (Fréchet 1935).
    """
    parts = [sum(flows[p.id] for p in strand) for strand in _apart(walk, step)]
    if walk.joins_all(step):
        low, high = max(0.0, sum(parts) - (len(parts) - 1) * whole), min(parts)
    else:
        low, high = max(parts), min(whole, sum(parts))
    if not whole > 0:
        return low, low, high
    likely = missing = 1.0
    for part in parts:
        likely, missing = likely * part / whole, missing * (1 - min(1.0, part / whole))
    return low, whole * (likely if walk.joins_all(step) else 1 - missing), high


def _apart(walk: Walk, step: str) -> list[list[Passage]]:
    """Links into a step, those that exclude each other together."""
    groups: list[list[Passage]] = []
    for passage in walk.routes.into[step]:
        for group in groups:
            if not any(walk.strands.together(passage, one) for one in group):
                group.append(passage)
                break
        else:
            groups.append([passage])
    return groups
