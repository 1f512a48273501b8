"""How much of a length is known: the steps that lead to a step, and what they say."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.graph import ENTRY
from carteblanche_journeys.measures.amounts import SURENESS, Amount, least_sure
from carteblanche_journeys.measures.delays import Delay
from carteblanche_journeys.measures.meetings import Meeting
from carteblanche_journeys.measures.moments import Moments
from carteblanche_journeys.measures.plan import LOOP, Plan
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.model import Status


class Coverage:
    """Which steps could say how long they last, which do, and which lie before which.

    Sets of steps are the bits of whole numbers: one union a link.
    """

    def __init__(self, plan: Plan, delays: Mapping[str, Delay]) -> None:
        self._plan = plan
        self._counted = self._known = 0
        self._marks: dict[Status | None, int] = {}
        self._before = plan.before
        for place, name in enumerate(plan.order):
            if name in delays and plan.into[name]:
                self._note(delays[name], 1 << place)
        self.whole = 0
        for bits in self._before.values():
            self.whole |= bits

    def _note(self, one: Delay, bit: int) -> None:
        if one.counted:
            self._counted |= bit
        if one.counted and one.known:
            self._known |= bit
        if one.known:
            self._marks[one.status] = self._marks.get(one.status, 0) | bit

    def before(self, step: str, *, itself: bool = True) -> int:
        """All that lead to a step, and the step itself if asked, as bits."""
        return self._before.get(step, 0) if itself else self._plan.above(step, self._before)

    def amount(self, low: Moments, mean: Moments, high: Moments, steps: int) -> Amount:
        """Days with what they rest on; nothing where they would be at least none.

        The rules are those of the expected value at the low and at the high ends; where Clark's
        approximation would let them cross, the expected value holds.
        """
        known, of = (steps & self._known).bit_count(), (steps & self._counted).bit_count()
        if known < of and not high.mean:
            return Amount(None, None, None, "d", known, of)
        status = least_sure(mark for mark in SURENESS if self._marks.get(mark, 0) & steps)
        ends = min(low.mean, mean.mean), max(high.mean, mean.mean)
        return Amount(ends[0], mean.mean, ends[1], "d", known, of, status)


def said(plan: Plan, plain: Visits) -> frozenset[str]:
    """The steps whose date does not hang on shares that nobody knows; the end is the entry.

    Parameters
    ----------
    plain
        Visits without defaults.
    """
    found = {ENTRY}
    for name in plan.order:
        if name.startswith(LOOP) or not plan.into[name]:
            continue
        above = [plan.dated[name]] if name in plan.dated else [p.source for p in plan.into[name]]
        left = {loop for passage in plan.into[name] for loop in plan.walk.loops.left(passage)}
        clear = all(source in found for source in above) and left <= _known_loops(plain)
        join = plan.joins.get(name)
        if clear and (join is None or name in plan.dated or _sure(join, plan, plain)):
            found.add(name)
    reached = {name for name in plan.order if not name.startswith(LOOP) and plan.into[name]}
    if not reached <= found or (plan.end is not None and not _sure(plan.end, plan, plain)):
        found.discard(ENTRY)
    return frozenset(found)


def _known_loops(plain: Visits) -> set[str]:
    return {loop for loop, share in plain.returns.items() if share == share}


def _sure(meeting: Meeting, plan: Plan, plain: Visits) -> bool:
    """Whether the weights of all that meets are known."""
    return all(_weighed(split, plan, plain) for split in meeting.lowest_first())


def _weighed(split: Meeting, plan: Plan, plain: Visits) -> bool:
    branches = {link.branches for link in split.direct} | {own for own, _ in split.below}
    if split.step in plain.unsettled and len(branches) > 1:
        return False
    lone = len(split.below) + len(split.direct) == 1
    return lone or all(
        low.step in plain.expected or plan.x(low.step) == plan.x(split.step)
        for _, low in split.below
    )
