"""The order of proposals: what gains most first; of what is not settled, what does away with work.

Two gains are a tie where one is not more than the other in each scenario; then a step that goes
comes before one made easier, and that before one done by a machine (Reijers & Liman Mansar
2005; "eliminate, simplify, standardise, automate").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from carteblanche_journeys.redesigns.consequences import COST_CLASSES, LEGAL_NEEDS
from carteblanche_journeys.redesigns.move import EFFECTS
from carteblanche_journeys.redesigns.proposals.gains import Gain
from carteblanche_journeys.redesigns.proposals.trial import Trial

Thing = TypeVar("Thing")
#: So many proposals, the first, differ in kind.
_DIFFERENT = 3
#: So many of one kind are shown at most.
_OF_A_KIND = 3
#: From this tier on nobody of the objective gains.
_NO_GAIN = 3


@dataclass(frozen=True, eq=False)
class Ranked:
    """A trial with what it gains, and how grave what asks for it is (0 the gravest)."""

    trial: Trial
    gain: Gain
    gravity: int = 0

    @cached_property
    def order(self) -> tuple[float, ...]:
        """Gains in order; of those without any, what asks for them the gravest first."""
        gain = self.gain
        if gain.tier < _NO_GAIN:
            return (*gain.order, self.gravity)
        return (gain.tier, self.gravity, *gain.order)

    @cached_property
    def tie(self) -> tuple[object, ...]:
        """What decides between equals: what it does to work, its price, its law, its gain."""
        moves = [one.move for one in self.trial.moves]
        needs = [need.need for _, need in self.trial.legal if not need.standing]
        return (
            self.gravity if self.gain.tier >= _NO_GAIN else 0,
            max((EFFECTS.index(one.effect) for one in moves), default=0),
            COST_CLASSES.index(self.trial.cost_class),
            max(map(LEGAL_NEEDS.index, needs), default=0),
            self.gain.order,
            [one.name for one in moves],
            [str(one.written) for one in self.trial.moves],
        )


def ranked(every: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Trials in order, the best first."""
    waiting = sorted(every, key=lambda one: (*one.order, *one.tie))
    found: list[Ranked] = []
    while waiting:
        best = waiting[0].gain
        tied = [one for one in waiting if not best.settled_over(one.gain)]
        found += sorted(tied, key=lambda one: one.tie)
        waiting = [one for one in waiting if best.settled_over(one.gain)]
    return tuple(found)


def varied(every: Iterable[Ranked], idea: Callable[[Ranked], str]) -> tuple[Ranked, ...]:
    """Trials in order, but for the first three, which are three ideas as far as there are.

    Who reads three proposals should see three ideas, not one idea at three places. What gains
    nothing is not moved up.
    """
    waiting = list(every)
    first: list[Ranked] = []
    for one in waiting:
        new = idea(one) not in map(idea, first)
        if len(first) < _DIFFERENT and new and (not first or one.gain.tier < _NO_GAIN):
            first.append(one)
    return (*first, *(one for one in waiting if one not in first))


def few_of_a_kind(every: Iterable[Thing], kind: Callable[[Thing], str]) -> Iterator[Thing]:
    """Things in order, without the fourth and later of a kind.

    >>> "".join(few_of_a_kind("aababac", str))
    'aababc'
    """
    seen: Counter[str] = Counter()
    for one in every:
        seen[kind(one)] += 1
        if seen[kind(one)] <= _OF_A_KIND:
            yield one


def apart(every: Iterable[Thing], topics: Callable[[Thing], Iterable[object]]) -> Iterator[Thing]:
    """Things in order, without those that share a topic with an earlier one.

    >>> list(apart(["ab", "bc", "cd"], set))
    ['ab', 'cd']
    """
    told: set[object] = set()
    for one in every:
        own = set(topics(one))
        if not own & told:
            told |= own
            yield one
