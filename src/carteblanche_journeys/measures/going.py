"""Going there: trips, kilometres, minutes under way and at the counter, line by line."""

from __future__ import annotations

from functools import lru_cache

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.assumptions import Assumptions
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.figures import PUBLISHED, Figure
from carteblanche_journeys.measures.outings import Outings
from carteblanche_journeys.measures.sheets import Sheet
from carteblanche_journeys.measures.travel import Reach, reach
from carteblanche_journeys.measures.waiting import DAY
from carteblanche_journeys.measures.weights import Weight
from carteblanche_journeys.model import Person, Step, Way
from carteblanche_journeys.model.counters import Channel

_ONE = Figure(1.0, 1.0, 1.0, PUBLISHED)


class Going:
    """The trips of one life."""

    def __init__(self, lived: Lived, assumptions: Assumptions) -> None:
        self.outings = Outings()
        self._lived = lived
        self._territory = lived.atlas.territory_of(lived.journey)
        self._assumptions = assumptions
        self._reached: dict[tuple[object, ...], Reach] = {}

    def write(self, sheet: Sheet, name: str, weight: Weight) -> None:
        """Write the trips of one step; where nobody says the channel, they are not known."""
        if not weight.ways:
            return
        met, times = weight.met, weight.times
        away = [(way, part) for way, part in met if way.channel in AWAY]
        if len(away) < len(met) and any(way.channel is None for way, _ in met):
            times = None
            away = away or list(met)
        if not away:
            return
        if times is None:
            for kind in ("trips", "travel_minutes", "travel_km", "counter_wait_minutes"):
                sheet.add(kind, None)
            return
        whole = sum(part for _, part in away)
        trips = self.outings.enter(name, weight.one.step.visit, times * whole)
        person = self.person(weight.one.step)
        for way, part in away:
            mine = trips * part / whole
            self.write_trip(sheet, way, person, mine, weight.one.step, sure=weight.sure)

    def write_trip(
        self,
        sheet: Sheet,
        way: Way,
        person: Person | None,
        times: float,
        step: Step | None = None,
        *,
        sure: bool = True,
    ) -> None:
        """Write one trip, there and back, and the wait at the counter, so many times."""
        found, assumptions = self.reach(way, person), self._assumptions
        there = assumptions.sure(found.minutes)
        minutes = there.times(2) if there is not None else assumptions.assume(("counter_travel",))
        sheet.add("trips", _ONE, times, sure=sure)
        sheet.add("travel_minutes", minutes, times, sure=sure)
        sheet.add("travel_km", assumptions.sure(found.km), 2 * times, sure=sure)
        sheet.add("counter_wait_minutes", self._queue(way, step), times, sure=sure)

    def person(self, step: Step) -> Person | None:
        """Who goes: whoever plays the actor of the step."""
        return self._lived.persona.person(step.actor)

    def reach(self, way: Way, person: Person | None) -> Reach:
        """How someone gets there; worked out once for each counter, place and person."""
        home, car = (person.commune, person.car) if person else (None, None)
        key = (way.counter, way.near, home, car)
        if key not in self._reached:
            self._reached[key] = reach(
                way, person, self._lived.atlas, self._territory, self._assumptions.parameters
            )
        return self._reached[key]

    def _queue(self, way: Way, step: Step | None) -> Figure | None:
        """The wait at the counter: what a wait in a queue says, if it is of that day."""
        said = way.wait or (step.wait if step else None)
        if said is not None and said.cause == "queue" and said.minutes[2] < DAY:
            return self._assumptions.said(said, None, way, step)
        return self._assumptions.assume(("counter_wait",))

    def rare(self, way: Way | None, step: Step) -> Figure | None:
        """How often a stop comes back, in minutes, where the place is not open every day."""
        if way is None or way.channel not in AWAY:
            return None
        place = self.reach(way, self.person(step)).place
        every = place.opening.every if place and place.opening else None
        return self._assumptions.said(every, None, place) if every is not None else None


@lru_cache(maxsize=512)
def way_to(counter: str, channel: Channel) -> Way:
    """The way to a counter by a channel.

    >>> way_to("caf", "phone").counter
    'caf'
    """
    return Way(counter=counter, channel=channel)
