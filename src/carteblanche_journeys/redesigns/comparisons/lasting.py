"""Days of two lives: how much longer or shorter one lasts, worked out on the pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import Literal

from carteblanche_journeys.measures import Visits, least_sure
from carteblanche_journeys.measures.delays import (
    Delay,
    Pace,
    Span,
    at_high,
    at_low,
    varying,
)
from carteblanche_journeys.measures.elapsed import Elapsed
from carteblanche_journeys.measures.moments import Moments, exact
from carteblanche_journeys.model import Status
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.comparisons.identity import Kin
from carteblanche_journeys.redesigns.comparisons.summing import SLIP, tidy

#: Days that stand in for what nobody knows, to see what hangs on it: three years, and six.
_LONG, _LONGER = exact(1096.0), exact(2192.0)
#: A difference that grows by less than this, in days, does not hang on what nobody knows.
_STILL = 1e-6
#: As many worlds are looked at: if there are more, those where all that stays is short, or long.
_WORLDS = 8
#: A wait, by the label of its step: the same quantity on both sides.
_Wait = tuple[str, Span]


class Lasting:
    """How many days longer one life lasts than another.

    A wait that both have is one quantity: it counts as often as one side lives it more often
    than the other. Where strands never run side by side the length is the sum of its waits, and
    so is the difference. Where they do, low and high are those of two worlds: in the one all
    that comes is at its least and all that goes at its most, in the other it is the other way
    round, and what stays is at one end or the other. Likely is the difference of the expected
    lengths.
    """

    def __init__(
        self, before: tuple[Elapsed, Visits], after: tuple[Elapsed, Visits], same: Kin
    ) -> None:
        self._one = _Side(*before, same.before)
        self._other = _Side(*after, same.after)

    @property
    def difference(self) -> Difference | None:
        """The difference in days; None where it cannot be said."""
        if self._one.key == self._other.key:
            return Difference(0.0, 0.0, 0.0, "d")
        one, other, unknown = self._one.expected, self._other.expected, self._unknown()
        if one is None or other is None or unknown is None:
            return None
        at_least, ends = unknown
        ends += [other - one, *self._ends()]
        low, high = tidy(min(ends)), tidy(max(ends))
        status = self._status if (low, high) != (0.0, 0.0) else None
        return Difference(low, tidy(other - one), high, "d", status, at_least)

    @cached_property
    def _more(self) -> Mapping[_Wait, float]:
        """How much more often each wait is lived on the second side; what is even is left out."""
        more = Counter(self._other.often)
        more.subtract(self._one.often)
        return {wait: often for wait, often in more.items() if abs(often) > SLIP}

    @property
    def _adds_up(self) -> bool:
        """Whether both lengths are sums of what their steps take."""
        return self._one.adds_up and self._other.adds_up

    def _ends(self) -> list[float]:
        """The least and the most of the difference."""
        if self._adds_up:
            return [
                sum(
                    often * (span[0] if (often > 0) == least else span[2])
                    for (_, span), often in self._more.items()
                )
                for least in (True, False)
            ]
        found = (self._apart(world) for world in self._worlds())
        return [one for one in found if one is not None]

    def _worlds(self) -> Iterator[_World]:
        """Each mixture of what stays, short or long, with what comes and goes at either end."""
        every = self._one.often.keys() & self._other.often.keys()
        waits = sorted(wait for wait in every - self._more.keys() if wait[1][0] < wait[1][2])
        ways: tuple[Literal[1, -1], ...] = (1, -1) if self._more else (1,)
        mixtures: Iterable[tuple[Pace, ...]] = product((at_low, at_high), repeat=len(waits))
        if len(ways) * 2 ** len(waits) > _WORLDS:
            mixtures = ((pace,) * len(waits) for pace in (at_low, at_high))
        for paces in mixtures:
            stays = dict(zip(waits, paces, strict=True))
            yield from (_World(self._more, way, stays) for way in ways)

    def _apart(self, world: _World, unknown: Moments | None = None) -> float | None:
        """To-be less as-is, in a world where each wait lasts as it says."""
        both = frozenset[str]()
        if unknown is not None:
            both = frozenset(self._one.labels & self._other.labels)
        one, other = (each.length(world, both, unknown) for each in (self._one, self._other))
        return None if one is None or other is None else other - one

    def _unknown(self) -> tuple[bool, list[float]] | None:
        """What comes of waits that nobody knows; None where the difference cannot be said.

        Whether something unknown goes, which is not counted; and the difference where an
        unknown wait that both have is so long that all others wait for it.
        """
        goes = False
        one, other = self._one.unknown(self._other.labels), self._other.unknown(self._one.labels)
        for label in one.keys() | other.keys():
            gone, come = one.get(label, 0.0), other.get(label, 0.0)
            if come > gone + SLIP:
                return None
            goes = goes or come < gone - SLIP
        if self._adds_up or not one.keys() & other.keys():
            return goes, []
        plain = _World({}, 1, {})
        long, longer = (self._apart(plain, at) for at in (_LONG, _LONGER))
        if long is None or longer is None or longer > long + _STILL:
            return None
        if longer < long - _STILL:
            return True, []
        return goes, [long]

    @property
    def _status(self) -> Status | None:
        """The least sure of what makes the difference; where only the order does, of all."""
        sides = (self._one, self._other)
        own = [one for side in sides for one in side.delays_with(self._more)]
        every = own or [one for side in sides for one in side.delays.values()]
        return least_sure(one.status for one in every if one.known)


class _World:
    """How long each wait lasts: those that come at one end, those that go at the other.

    Parameters
    ----------
    more
        How much more often each wait is lived on the second side.
    way
        1 where what comes is at its least and what goes at its most, -1 the other way round.
    stays
        The paces of what is lived as often on both sides.
    """

    def __init__(
        self, more: Mapping[_Wait, float], way: Literal[1, -1], stays: Mapping[_Wait, Pace]
    ) -> None:
        self._more = more
        self._way = way
        self._stays = stays

    def pace_at(self, label: str) -> Pace:
        """How a wait at a step of that label is read."""

        def pace(span: Span) -> Moments:
            more = self._more.get((label, span), 0.0) * self._way
            if not more:
                return self._stays.get((label, span), varying)(span)
            return at_low(span) if more > 0 else at_high(span)

        return pace if self._more or self._stays else varying


class _Side:
    """One of the two lives, its steps known by the labels that both sides share."""

    def __init__(self, elapsed: Elapsed, visits: Visits, labels: Mapping[str, str]) -> None:
        self._elapsed = elapsed
        self._visits = visits
        self._labels = labels
        self.delays: Mapping[str, Delay] = elapsed.delays
        self.labels = {self._label(name) for name in self.delays}

    @cached_property
    def key(self) -> object:
        """What the length hangs on: two sides of one key last equally long."""
        label, steps = self._label, self._elapsed.lived.steps
        return (
            Counter((label(a), label(b), flow) for (a, b), flow in self._elapsed.flows.items()),
            Counter(
                (label(name), one.ways, one.share, one.known, steps[name].step.join)
                for name, one in self.delays.items()
            ),
            Counter((label(name), span) for name, span in self._elapsed.dated.items()),
        )

    @property
    def adds_up(self) -> bool:
        """Whether the length is a sum of what its steps take."""
        return self._elapsed.adds_up

    @property
    def expected(self) -> float | None:
        """The expected length; None where it cannot be said."""
        return self._elapsed.expected

    def _label(self, step: str) -> str:
        return self._labels.get(step, step)

    def _come_to(self, step: str) -> float:
        return self._visits.expected.get(step, 0.0)

    @cached_property
    def often(self) -> Mapping[_Wait, float]:
        """How often each wait is lived."""
        found: dict[_Wait, float] = {}
        for name, one in self.delays.items():
            for way in one.ways:
                often = self._come_to(name) * one.share * way.weight
                for span in (*way.until, *way.after):
                    wait = (self._label(name), span)
                    found[wait] = found.get(wait, 0.0) + often
        for name, span in self._elapsed.dated.items():
            wait = (self._label(name), span)
            found[wait] = found.get(wait, 0.0) + self._come_to(name)
        return found

    def length(self, world: _World, both: frozenset[str], unknown: Moments | None) -> float | None:
        """Days until the end in a world.

        Parameters
        ----------
        both, unknown
            How long an unknown wait lasts at a step that both sides have.
        """

        def lasts(name: str) -> Moments:
            one, label = self.delays[name], self._label(name)
            whole = one.whole(world.pace_at(label))
            if unknown is not None and label in both and _unsaid(one):
                return whole + unknown
            return whole

        dated = {
            name: world.pace_at(self._label(name))(span)
            for name, span in self._elapsed.dated.items()
        }
        return self._elapsed.lasting(lasts, dated)

    def unknown(self, others: set[str]) -> Mapping[str, float]:
        """By label, how often a wait is met of which nobody knows how long it is.

        At a step that both sides have, what comes after the act is looked at alone: waiting
        for a rare stop does not make the answer known.

        Parameters
        ----------
        others
            The labels of the other side.
        """
        found: dict[str, float] = {}
        for name, one in self.delays.items():
            label = self._label(name)
            if _unsaid(one) if label in others else one.counted and not one.known:
                often = self._come_to(name) * one.share
                found[label] = found.get(label, 0.0) + often
        return {label: often for label, often in found.items() if often > SLIP}

    def delays_with(self, waits: Mapping[_Wait, float]) -> Iterator[Delay]:
        """The delays that hold one of these waits."""
        for name, one in self.delays.items():
            if any((self._label(name), span) in waits for span in one.spans):
                yield one


def _unsaid(one: Delay) -> bool:
    """Whether nobody says how long it takes from the act until things go on."""
    return one.counted and any(not way.after for way in one.ways)
