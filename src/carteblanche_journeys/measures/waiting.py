"""Waits: the days that are said of a step, and the earliest day one may come to it."""

from __future__ import annotations

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.efforts import MET
from carteblanche_journeys.model import Atlas, Quantity, Step, Way
from carteblanche_journeys.model.quantities import MINUTES

#: Minutes in a day.
DAY = MINUTES["d"]


def waits_of(step: Step, way: Way | None, atlas: Atlas) -> tuple[Quantity, ...]:
    """The waits that are said: of the way, else the step; and for an appointment."""
    own = way.wait if way is not None and way.wait is not None else step.wait
    if way is None or way.channel not in (*MET, None):
        return () if own is None else (own,)
    counter = atlas.counters.get(way.counter or "")
    appointment = counter.appointment_wait if counter is not None else None
    return tuple(said for said in (own, appointment) if said is not None)


def earliest_days(lived: Lived, order: tuple[str, ...]) -> dict[str, float]:
    """For each step the day on which one may come there: the longest way, by likely waits.

    Loops are gone through once; what nobody knows takes no time: the day is not too late.

    Parameters
    ----------
    order
        The steps in topological order.
    """
    day = dict.fromkeys(lived.steps, 0.0)
    onward: dict[str, list[str]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            onward.setdefault(passage.source, []).append(passage.target)
    for name in order:
        step = lived.steps[name].step
        if step.happens is not None:
            since = step.happens.of.step if step.happens.of else ""
            day[name] = day.get(since, 0.0) + step.happens.after.minutes[0] / DAY
        waits = waits_of(step, lived.steps[name].way, lived.atlas)
        lasts = sum((q.minutes[1] or q.minutes[0]) / DAY for q in waits)
        for target in onward.get(name, ()):
            day[target] = max(day[target], day[name] + lasts)
    return day
