"""Elapsed days of a journey: per outcome, along the critical path, against each deadline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property

from carteblanche_journeys.graph import ENTRY, Lived
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.coverage import Coverage, said
from carteblanche_journeys.measures.delays import (
    Delay,
    Pace,
    Span,
    at_high,
    at_likely,
    at_low,
    delay,
    span_of,
    varying,
)
from carteblanche_journeys.measures.moments import Moments
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.measures.plan import Plan
from carteblanche_journeys.measures.shares import share_of
from carteblanche_journeys.measures.timetable import Timetable
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.measures.visits import visits as visits_of
from carteblanche_journeys.measures.walk import walk

#: The paces of low, likely and high: one of the ends everywhere, and the expected value.
_PACES = (at_low, varying, at_high)


class Elapsed:
    """The days of a journey as one persona lives it, each figure worked out when asked for.

    Waits and delays are never made up: what nobody says lasts no time here, the figure is then
    a least one, and `known` of the amount is below `of`.
    """

    def __init__(self, lived: Lived, visits: Visits, *, defaults: bool = True) -> None:
        self.lived = lived
        self._defaults = defaults
        self._plain = visits
        self._tables: dict[int, Timetable] = {}

    @cached_property
    def _plan(self) -> Plan:
        full = self._plain
        if not self._defaults and full.unsettled:
            full = visits_of(self.lived, defaults=True)
        if "plan" not in full.answers:
            full.answers["plan"] = Plan(full.walk or walk(self.lived), full)
        found: Plan = full.answers["plan"]
        return found

    @cached_property
    def _delays(self) -> dict[str, Delay]:
        steps = self.lived.steps
        return {
            name: delay(steps[name], self.lived, share_of(steps[name]), defaults=self._defaults)
            for name in self._plan.walk.routes.order[1:]
        }

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage(self._plan, self._delays)

    @cached_property
    def _said(self) -> frozenset[str] | None:
        """The steps whose date can be said; None where all can."""
        if self._defaults or not self._plain.unsettled:
            return None
        return said(self._plan, self._plain)

    def _can_say(self, step: str) -> bool:
        return not self._plain.trouble and (self._said is None or step in self._said)

    @cached_property
    def _varies(self) -> bool:
        """Whether any figure is a range; if none is, all paces are one."""
        dated = (self.lived.steps[name].step.happens for name in self._plan.dated)
        spans = [span_of(happens.after, self._defaults) for happens in dated if happens]
        spans += [span for one in self._delays.values() for span in one.spans]
        return any(low < high for low, _, high in spans)

    def _table(self, pace: Pace) -> Timetable:
        if not self._varies:
            pace = varying
        if id(pace) not in self._tables:
            delays, steps = self._delays, self.lived.steps
            after = {
                name: pace(span_of(happens.after, self._defaults))
                for name in self._plan.dated
                if (happens := steps[name].step.happens) is not None
            }
            lasts = _lasts(delays, pace)
            self._tables[id(pace)] = Timetable(self._plan, lasts, after)
        return self._tables[id(pace)]

    # For comparisons -------------------------------------------------------------------

    @property
    def delays(self) -> Mapping[str, Delay]:
        """How long each step of the walk takes, whatever the pace."""
        return self._delays

    @property
    def dated(self) -> Mapping[str, Span]:
        """For each event that says when it happens, how long after what it counts from."""
        steps = self.lived.steps
        said = {name: steps[name].step.happens for name in self._plan.dated}
        return {n: span_of(one.after, self._defaults) for n, one in said.items() if one}

    @property
    def flows(self) -> Mapping[tuple[str, str], float]:
        """How often each link between two steps that are lived is taken."""
        found: dict[tuple[str, str], float] = {}
        for links in self._plan.into.values():
            for one in links:
                key = (one.source, one.target)
                found[key] = found.get(key, 0.0) + self._plan.flow(one)
        return found

    @cached_property
    def adds_up(self) -> bool:
        """Whether strands never run side by side: then the length is a sum, branch by branch."""
        if self._plan.dated or len(self.lived.net.starts) > 1:
            return False
        steps = self.lived.steps
        left = Counter(one.source for links in self._plan.into.values() for one in links)
        always = any(one.link.always for links in self._plan.into.values() for one in links)
        forks = (name for name, many in left.items() if many > 1 and name != ENTRY)
        return not always and all(steps[name].step.kind == "choice" for name in forks)

    @property
    def expected(self) -> float | None:
        """Days until the latest strand has ended, as expected; None where that cannot be said."""
        return self._table(varying).end.mean if self._can_say(ENTRY) else None

    def lasting(
        self, lasts: Callable[[str], Moments], after: Mapping[str, Moments]
    ) -> float | None:
        """Days until the latest strand has ended, were each step to last so long.

        Parameters
        ----------
        after
            For each event of `dated`, how long after what it counts from.

        None where the length cannot be said.
        """
        if not self._can_say(ENTRY):
            return None
        return Timetable(self._plan, lasts, after).end.mean

    # What it says ----------------------------------------------------------------------

    @cached_property
    def journey(self) -> Amount:
        """Days until the latest strand has ended."""
        if not self._can_say(ENTRY):
            return Amount(None, None, None, "d", 0, max(1, len(self.lived.steps)))
        low, mean, high = (self._table(pace).end for pace in _PACES)
        return self._coverage.amount(low, mean, high, self._coverage.whole)

    def until(self, step: str) -> Amount:
        """Days until a step is done, for those who live it; None of a step that is not lived."""
        return self.between(None, step)

    def between(
        self, earlier: str | None, later: str, *, act: bool = False, begun: bool = False
    ) -> Amount:
        """Expected days from when one step is done to when another is.

        Parameters
        ----------
        earlier
            A step, or None for the start of the journey.
        act
            Whether a step is done once the person has acted (an appointment, a rare stop are
            waited for before), rather than once things can go on (the answer has come).
        begun
            Whether to count until `later` can start, rather than until it is done; from an
            earlier step that is then seen as `act` says.

        For two steps on strands side by side it is the difference of their expected dates.
        """
        start = ENTRY if earlier is None else earlier
        if not (self._lives(start) and self._lives(later)):
            return Amount(None, None, None, "d", 0, 1)
        coverage = self._coverage
        spans = []
        for pace in _PACES:
            end = self._begun(later, pace) if begun else self._when(later, pace, act)
            gone = self._when(start, pace, act and begun)
            spans.append(end.since(gone))
        low, mean, high = spans
        waited = not act or any(way.until for way in self._delays[later].ways)
        until = coverage.before(later, itself=waited and not begun)
        since = coverage.before(start, itself=not (act and begun))
        return coverage.amount(low, mean, high, since ^ until)

    def _when(self, step: str, pace: Pace, act: bool) -> Moments:
        """When a step is done, or the person has acted."""
        done = self._table(pace).out_of(step, ENTRY)
        if not act or step == ENTRY:
            return done
        one = self._delays[step]
        return done.since(one.whole(pace)) + one.until(pace)

    def _begun(self, step: str, pace: Pace) -> Moments:
        return self._when(step, pace, False).since(self._delays[step].whole(pace))

    def _lives(self, step: str) -> bool:
        if step == ENTRY:
            return not self._plain.trouble
        return bool(self._plan.into.get(step)) and self._can_say(step)

    @cached_property
    def outcomes(self) -> Mapping[str, Amount]:
        """For each outcome lived, days until it, for those who reach it."""
        return {
            name: self.until(name)
            for name, one in self.lived.steps.items()
            if one.step.kind == "outcome" and self._plan.into.get(name)
        }

    @cached_property
    def critical(self) -> tuple[str, ...]:
        """The steps that make the journey as long as it is, by likely values, in order.

        Where branches exclude each other it follows the one that most take, where strands wait
        for each other the longest. Its length is no more than the expected one (Jensen).
        """
        if not self._can_say(ENTRY) or self.journey.likely is None:
            return ()
        return self._path(self._table(at_likely).source)

    @staticmethod
    def _path(source: Mapping[str, str]) -> tuple[str, ...]:
        path: list[str] = []
        at = source.get(ENTRY, ENTRY)
        while at != ENTRY:
            path.append(at)
            at = source.get(at, ENTRY)
        return tuple(reversed(path))


def _lasts(delays: Mapping[str, Delay], pace: Pace) -> Callable[[str], Moments]:
    return lambda name: delays[name].whole(pace)


def _home(lived: Lived) -> tuple[object, ...]:
    """All that counts of a persona here: where a rare stop or a line is waited for, if any are."""
    counters = lived.atlas.counters
    ways = (way for one in lived.steps.values() for way in one.ways if way.counter in counters)
    places = [place for way in ways if way.counter for place in counters[way.counter].places]
    people = lived.persona.people
    territory = lived.atlas.territory_of(lived.journey)
    if places and territory is not None and territory.lines:
        return tuple((one.role, one.commune, one.car) for one in people)
    rare = any(place.opening is not None and place.opening.every for place in places)
    return tuple(one.commune for one in people[:1]) if rare else ()


def elapsed(
    lived: Lived,
    visits: Visits,
    parameters: Parameters | None = None,
    *,
    defaults: bool = True,
) -> Elapsed:
    """The elapsed days of a journey (model, "Elapsed days").

    Sequences add up; branches mix by their shares; strands that meet wait for the latest
    (Clark 1961), taken for independent after the split they come from; a loop adds the rounds
    gone before the last. Low and high are the journey with all at their low and high ends, not
    a confidence interval. Time is nearly proportional to steps and links.

    Parameters
    ----------
    parameters
        Not used: no wait is ever assumed.
    defaults
        Whether unknown shares of a choice are equal, and a range without likely value is taken
        at its middle.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {
    ...     "ask": {"title": "Ask", "wait": "10 d", "next": ["visit", "proof"]},
    ...     "visit": {"title": "Be visited", "wait": "30 d", "next": ["decision"]},
    ...     "proof": {"title": "Send the proof", "wait": "5 d", "next": ["decision"]},
    ...     "decision": {"title": "Decision", "kind": "outcome", "result": "granted"},
    ... }
    >>> lived = live(Journey(title="I ask for help", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> found = elapsed(lived, visits_of(lived))
    >>> found.journey.likely, found.critical
    (40.0, ('ask', 'visit', 'decision'))
    """
    key = ("elapsed", defaults, _home(lived))
    if key not in visits.answers:
        visits.answers[key] = Elapsed(lived, visits, defaults=defaults)
    found: Elapsed = visits.answers[key]
    return found
