"""Steps that have to be lived on the spot, and how far that is from home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.graph import Lived, is_open, serves
from carteblanche_journeys.measures import Parameters
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.travel import Travel, travel
from carteblanche_journeys.model import Step, Territory, Way, by_household, holds, ways_of

Verdict = Literal["far", "no-line", "lines-unknown"]


@dataclass(frozen=True, slots=True)
class Faraway:
    """A step that is out of reach, or may be.

    Parameters
    ----------
    way
        The best of its ways.
    travel
        How one would get there.
    verdict
        Farther than the limit; without any line; or near enough by road, if there is a line.
    """

    step: str
    way: Way
    travel: Travel
    verdict: Verdict


def on_the_spot(name: str, lived: Lived) -> tuple[Way, ...]:
    """The ways of a step where it can only be lived on the spot; none where there is another.

    Ways that only a `when` closes are left out, online ways that the person cannot take, and
    counters for people of other communes.
    A channel that nobody knows may spare the trip.
    """
    step = lived.journey.steps[name]
    ways = [way for way in ways_of(step, lived.atlas) if _may_take(way, step, lived)]
    alone = by_household(step, lived.atlas) and step.nature == "procedure"
    if not alone or any(way.channel not in AWAY or way.done_by for way in ways):
        return ()
    return tuple(ways)


def _may_take(way: Way, step: Step, lived: Lived) -> bool:
    if holds(way.when, lived.persona.traits) is False:
        return False
    if not serves(way, step, lived.persona, lived.atlas):
        return False
    return way.channel != "online" or is_open(way, step, lived.persona)


def faraway(lived: Lived, parameters: Parameters, limit: float) -> Iterator[Faraway]:
    """Each step whose best way takes longer than `limit` minutes one way, or cannot be gone.

    No line is faster than the road: where no line is known, what is too far by car is too far.
    Where a place, a home or a distance is not known, nothing is said.
    """
    territory = lived.atlas.territory_of(lived.journey)
    if territory is None:
        return
    for name in (*lived.steps, *lived.closed):
        step = lived.journey.steps[name]
        ways = on_the_spot(name, lived)
        if not ways or (name in lived.steps and lived.steps[name].concerned is False):
            continue
        person = lived.persona.person(step.actor)
        reached = [
            Faraway(name, way, there, verdict)
            for way in ways
            for there in (travel(way, lived.persona, person, lived.atlas, territory, parameters),)
            if (verdict := _verdict(there, limit, territory))
        ]
        if len(reached) == len(ways):
            yield min(reached, key=_badness)


def _verdict(there: Travel, limit: float, territory: Territory) -> Verdict | None:
    """How a counter is out of reach; None where it is in reach, or nothing can be said.

    Lines left out are unknown; `lines: []` says that there is none. Those that a redesign
    proposes say nothing of others.
    """
    minutes = there.minutes.likely if there.minutes else None
    said_none = "lines" in territory.model_fields_set and not territory.lines
    none_there = there.why == "lines-unknown" and said_none
    if there.why == "no-line" or none_there:
        return "no-line"
    if minutes is not None and minutes > limit:
        return "far"
    return "lines-unknown" if there.why == "lines-unknown" and minutes is not None else None


def _badness(one: Faraway) -> tuple[int, float]:
    order: dict[Verdict, int] = {"lines-unknown": 0, "far": 1, "no-line": 2}
    minutes = one.travel.minutes.likely if one.travel.minutes else None
    return order[one.verdict], minutes or 0.0
