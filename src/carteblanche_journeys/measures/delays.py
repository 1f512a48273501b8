"""Days that a step takes: until the act, and from the act until things go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures.amounts import least_sure
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.moments import AT_ONCE, Moments, exact, mixture, triangular
from carteblanche_journeys.measures.parameters import parameters_of
from carteblanche_journeys.measures.shares import ways_taken
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.measures.travel import line_taken
from carteblanche_journeys.model import Counter, Quantity, Status, Step, Way
from carteblanche_journeys.model.counters import Place
from carteblanche_journeys.model.quantities import MINUTES

#: Channels for which one needs an appointment where the counter gives them.
BY_APPOINTMENT = ("on-site", "stop", "home", None)

#: Low, likely and high, in days; likely is None where it is not known and may not be assumed.
Span = tuple[float, float | None, float]
#: How a range is read: at one of its values, or as a time that varies between them.
Pace = Callable[[Span], Moments]


def at_low(span: Span) -> Moments:
    """Each figure at its low end."""
    return exact(span[0])


def at_likely(span: Span) -> Moments:
    """Each figure at its likely value; at its low end where nobody knows that."""
    return exact(span[0] if span[1] is None else span[1])


def at_high(span: Span) -> Moments:
    """Each figure at its high end."""
    return exact(span[2])


def varying(span: Span) -> Moments:
    """Each figure as a triangle; at least at its low end where nobody knows its likely value."""
    low, likely, high = span
    return exact(low) if likely is None else triangular(low, likely, high)


@dataclass(frozen=True, slots=True)
class WayDelay:
    """Days of one way: those until the act (appointment, rare stop), those after (wait, takes)."""

    weight: float
    until: tuple[Span, ...]
    after: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Delay:
    """Days of one step, whatever the pace.

    Parameters
    ----------
    ways
        Those taken, each with its weight.
    share
        Part of those who come here that are concerned; the others pass by at once.
    counted
        Whether the step could have a length: an action, a choice made at a counter, or one
        that says it.
    known
        Whether anything says how long it takes.
    status
        That of the least sure figure.
    """

    ways: tuple[WayDelay, ...]
    share: float
    counted: bool
    known: bool
    status: Status | None

    @property
    def spans(self) -> Iterator[Span]:
        """Every figure of it."""
        for way in self.ways:
            yield from way.until
            yield from way.after

    def until(self, pace: Pace) -> Moments:
        """From when the step can start until the act."""
        return self._mixed([(way.weight, way.until) for way in self.ways], pace)

    def whole(self, pace: Pace) -> Moments:
        """From when the step can start until the next can."""
        return self._mixed([(way.weight, way.until + way.after) for way in self.ways], pace)

    def _mixed(self, ways: list[tuple[float, tuple[Span, ...]]], pace: Pace) -> Moments:
        if len(ways) == 1 and self.share == 1:
            return _sum(ways[0][1], pace)
        parts = [(weight * self.share, _sum(spans, pace)) for weight, spans in ways]
        if self.share < 1:
            parts.append((1 - self.share, exact(0.0)))
        return mixture([part for part in parts if part[0] > 0])


def _sum(spans: tuple[Span, ...], pace: Pace) -> Moments:
    return sum(map(pace, spans), AT_ONCE) if spans else AT_ONCE


#: The one way of a step of which nobody says how long it takes.
_NO_DAYS = (WayDelay(1.0, (), ()),)


def delay(one: LivedStep, lived: Lived, share: float, *, defaults: bool = True) -> Delay:
    """The days of a step: wait + appointment + half the interval of a rare stop + takes.

    Who has no car and takes a line waits for it too: as long as one has to book ahead, and half
    the time until it runs again. A stop and a line are waited for once in a visit.

    Parameters
    ----------
    share
        Part of those who come to the step that it concerns.
    defaults
        Whether a range without likely value is taken at its middle; else at its low end, and
        counted as unknown. Nothing else is ever made up.
    """
    ways: tuple[tuple[Way | None, float], ...] = ways_taken(one, lived) or ((None, 1.0),)
    found = [(weight, _until(way, one, lived), _after(one, way)) for way, weight in ways]
    if len(found) == 1 and not (found[0][1] or found[0][2]):
        part = 0.0 if one.concerned is False else share
        return Delay(_NO_DAYS, part, part > 0 and _could_last(one), False, None)
    figures = [figure for _, until, after in found for figure, _ in (*until, *after)]
    clear = defaults or all(figure.likely is not None for figure in figures)
    return Delay(
        tuple(
            WayDelay(weight, _spans(until, defaults), _spans(after, defaults))
            for weight, until, after in found
        ),
        0.0 if one.concerned is False else share,
        one.concerned is not False and share > 0 and (_could_last(one) or bool(figures)),
        all(until or after for _, until, after in found) and clear,
        least_sure(status_of(figure, one.step, lived.journey) for figure in figures),
    )


def _could_last(one: LivedStep) -> bool:
    kind = one.step.kind
    return kind == "action" or (kind == "choice" and one.way is not None)


_Figures = list[tuple[Quantity, float]]


def _until(way: Way | None, one: LivedStep, lived: Lived) -> _Figures:
    counter = lived.atlas.counters.get(way.counter or "") if way else None
    if way is None or counter is None or way.done_by is not None:
        return []
    if counter.appointment_wait is None and not counter.places:
        return []
    found: _Figures = []
    if counter.appointment_wait is not None and way.channel in BY_APPOINTMENT:
        found.append((counter.appointment_wait, 1.0))
    if _is_there(way, one, lived):
        return found
    every = interval(way, counter, lived)
    if every is not None:
        found.append((every, 0.5))
    return [*found, *waits_for_line(way, one.step, lived)]


def _is_there(way: Way, one: LivedStep, lived: Lived) -> bool:
    """Whether one is at the counter already: for a step of the same visit, always lived before."""
    if one.step.visit is None:
        return False
    nearest = lived.net.nearest
    at = nearest.get(one.step.id)
    while at:
        earlier = lived.steps.get(at)
        if earlier is not None and earlier.step.visit == one.step.visit:
            return earlier.way is not None and earlier.way.counter == way.counter
        at = nearest.get(at)
    return False


def waits_for_line(way: Way, step: Step, lived: Lived) -> _Figures:
    """What one waits for the line by which one goes there: times, and the part of them."""
    territory = lived.atlas.territory_of(lived.journey)
    if way.channel not in AWAY or territory is None or not territory.lines:
        return []
    person, assumed = lived.persona.person(step.actor), parameters_of(lived.atlas)
    line = line_taken(way, person, lived.atlas, territory, assumed)
    said = ((line.booking, 1.0), (line.every, 0.5)) if line is not None else ()
    return [(figure, part) for figure, part in said if figure is not None]


def _after(one: LivedStep, way: Way | None) -> _Figures:
    wait = way.wait if way is not None and way.wait is not None else one.step.wait
    return [(figure, 1.0) for figure in (wait, one.step.takes) if figure is not None]


def _spans(figures: _Figures, defaults: bool) -> tuple[Span, ...]:
    return tuple(_scaled(span_of(figure, defaults), factor) for figure, factor in figures)


def _scaled(span: Span, factor: float) -> Span:
    low, likely, high = span
    return low * factor, None if likely is None else likely * factor, high * factor


def span_of(figure: Quantity, defaults: bool = True) -> Span:
    """A time in days: low, likely, high.

    >>> span_of(Quantity(value="10 wd"))
    (14.0, 14.0, 14.0)
    """
    low, likely, high = figure.minutes
    day = MINUTES["d"]
    if likely is None and defaults:
        likely = (low + high) / 2
    return low / day, None if likely is None else likely / day, high / day


def interval(way: Way, counter: Counter, lived: Lived) -> Quantity | None:
    """How often a rare stop comes back where this persona would go; None where it is not rare.

    The places of the commune that `near` names, else those that serve the person's commune,
    else all of them; the one that comes back most often.
    """
    if way.channel not in ("stop", "on-site", None):
        return None
    found = [
        place.opening.every if place.opening else None for place in _places(way, counter, lived)
    ]
    rare = [every for every in found if every is not None]
    return None if len(rare) < len(found) else min(rare, key=_often, default=None)


def _often(every: Quantity) -> float:
    return at_likely(span_of(every)).mean


def _places(way: Way, counter: Counter, lived: Lived) -> tuple[Place, ...]:
    person = lived.persona.person(None)
    home = person.commune if person else None
    wanted = home if way.near in (None, "home", "nearest", "any") else way.near
    here = tuple(_serving(counter.places, wanted))
    return here or counter.places


def _serving(places: tuple[Place, ...], commune: str | None) -> Iterator[Place]:
    for place in places:
        if commune is not None and (commune == place.commune or commune in place.served):
            yield place
