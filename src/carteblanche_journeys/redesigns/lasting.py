"""Days of two lives: how much longer or shorter one lasts, worked out on the pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

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
from carteblanche_journeys.redesigns.comparison import Difference
from carteblanche_journeys.redesigns.identity import Kin
from carteblanche_journeys.redesigns.summing import SLIP, tidy

#: Days that stand in for what nobody knows, to see what hangs on it: three years, and six.
_LONG, _LONGER = exact(1096.0), exact(2192.0)
#: A difference that grows by less than this, in days, does not hang on what nobody knows.
_STILL = 1e-6


class Lasting:
    """How many days longer one life lasts than another.

    A wait that both have is the same on both sides whatever it turns out to be; one that only
    one side has may be long where the other is short. Low and high are the least and the most
    of the difference over these, likely is the difference of the expected lengths.
    """

    def __init__(
        self, before: tuple[Elapsed, Visits], after: tuple[Elapsed, Visits], same: Kin
    ) -> None:
        self._one = _Side(*before, same.before)
        self._other = _Side(*after, same.after)
        one, other = self._one.spans, self._other.spans
        self._common = {
            label: frozenset(one[label]) & frozenset(other[label])
            for label in one.keys() & other.keys()
        }

    @property
    def difference(self) -> Difference | None:
        """The difference in days; None where it cannot be said."""
        if self._one.key == self._other.key:
            return Difference(0.0, 0.0, 0.0, "d")
        one, other, unknown = self._one.expected, self._other.expected, self._unknown()
        if one is None or other is None or unknown is None:
            return None
        mean = other - one
        at_least, ends = unknown
        ends.append(mean)
        for pace in self._shared_paces:
            for own, rival in ((at_high, at_low), (at_low, at_high)):
                found = self._apart(pace, own, rival)
                ends += [] if found is None else [found]
        low, high = tidy(min(ends)), tidy(max(ends))
        status = self._status if (low, high) != (0.0, 0.0) else None
        return Difference(low, tidy(mean), high, "d", status, at_least)

    def _apart(
        self, shared: Pace, gone: Pace, come: Pace, unknown: Moments | None = None
    ) -> float | None:
        """To-be less as-is, what both have at one pace, what only one has at its own."""
        both = frozenset(self._common) if unknown is not None else frozenset[str]()
        one = self._one.length(self._common, shared, gone, both, unknown)
        other = self._other.length(self._common, shared, come, both, unknown)
        return None if one is None or other is None else other - one

    @cached_property
    def _shared_paces(self) -> tuple[Pace, ...]:
        if self._adds_up:
            return (varying,)
        varies = any(low < high for spans in self._common.values() for low, _, high in spans)
        return (at_low, at_high) if varies else (varying,)

    @property
    def _adds_up(self) -> bool:
        """Whether both lengths are sums: then what both have cancels out at any pace."""
        return self._one.adds_up and self._other.adds_up

    def _unknown(self) -> tuple[bool, list[float]] | None:
        """What comes of waits that nobody knows; None where the difference cannot be said.

        Whether something unknown goes, which is not counted; and the difference where an
        unknown wait that both have is so long that all others wait for it.
        """
        goes = False
        one, other = self._one.unknown(self._common), self._other.unknown(self._common)
        for label in one.keys() | other.keys():
            gone, come = one.get(label, 0.0), other.get(label, 0.0)
            if come > gone + SLIP:
                return None
            goes = goes or come < gone - SLIP
        if self._adds_up or not one.keys() & other.keys():
            return goes, []
        long, longer = (self._apart(varying, varying, varying, at) for at in (_LONG, _LONGER))
        if long is None or longer is None or longer > long + _STILL:
            return None
        if longer < long - _STILL:
            return True, []
        return goes, [long]

    @property
    def _status(self) -> Status | None:
        """The least sure of what only one side has; where only the order differs, of all."""
        own = [*self._one.own(self._common), *self._other.own(self._common)]
        every = own or [*self._one.delays.values(), *self._other.delays.values()]
        return least_sure(one.status for one in every if one.known)


class _Side:
    """One of the two lives, its steps known by the labels that both sides share."""

    def __init__(self, elapsed: Elapsed, visits: Visits, labels: Mapping[str, str]) -> None:
        self._elapsed = elapsed
        self._visits = visits
        self._labels = labels
        self.delays: Mapping[str, Delay] = elapsed.delays

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

    @cached_property
    def spans(self) -> Mapping[str, set[Span]]:
        """Every figure of days, by the label of its step."""
        found: dict[str, set[Span]] = {}
        for name, one in self.delays.items():
            found.setdefault(self._label(name), set()).update(one.spans)
        for name, span in self._elapsed.dated.items():
            found.setdefault(self._label(name), set()).add(span)
        return found

    def length(
        self,
        common: Mapping[str, frozenset[Span]],
        shared: Pace,
        own: Pace,
        both: frozenset[str],
        unknown: Moments | None,
    ) -> float | None:
        """Days until the end, what both sides have at one pace and what is its own at another.

        Parameters
        ----------
        both, unknown
            How long an unknown wait lasts at a step that both sides have.
        """

        def pace_at(name: str) -> Pace:
            known = common.get(self._label(name), frozenset())
            return lambda span: shared(span) if span in known else own(span)

        def lasts(name: str) -> Moments:
            one = self.delays[name]
            whole = one.whole(pace_at(name) if shared is not own else own)
            if unknown is not None and self._label(name) in both and _unsaid(one):
                return whole + unknown
            return whole

        dated = {name: pace_at(name)(span) for name, span in self._elapsed.dated.items()}
        return self._elapsed.lasting(lasts, dated)

    def unknown(self, common: Mapping[str, object]) -> Mapping[str, float]:
        """By label, how often a wait is met of which nobody knows how long it is.

        At a step that both sides have, what comes after the act is looked at alone: waiting
        for a rare stop does not make the answer known.
        """
        found: dict[str, float] = {}
        for name, one in self.delays.items():
            label = self._label(name)
            if _unsaid(one) if label in common else one.counted and not one.known:
                often = self._visits.expected.get(name, 0.0) * one.share
                found[label] = found.get(label, 0.0) + often
        return {label: often for label, often in found.items() if often > SLIP}

    def own(self, common: Mapping[str, frozenset[Span]]) -> Iterator[Delay]:
        """The delays that hold something that the other side does not have."""
        for name, one in self.delays.items():
            known = common.get(self._label(name), frozenset())
            if any(span not in known for span in one.spans):
                yield one


def _unsaid(one: Delay) -> bool:
    """Whether nobody says how long it takes from the act until things go on."""
    return one.counted and any(not way.after for way in one.ways)
