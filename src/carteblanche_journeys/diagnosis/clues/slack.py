"""How many days the deadlines of a step leave the person before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.delays import at_likely, delay
from carteblanche_journeys.model import Deadline
from carteblanche_journeys.model.quantities import MINUTES


def slack(step: str, lived: Lived) -> Iterator[float | None]:
    """For each deadline that binds the person at a step, the days that are left before it.

    The deadline, less the time that has gone by since the step from which it counts: the
    longest of the ways between, at likely waits. None where nobody says from when it counts.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {
    ...     "born": {"title": "A child is born", "kind": "event"},
    ...     "stay": {"title": "Stay at the ward", "takes": "3 d"},
    ...     "declare": {
    ...         "title": "Declare the birth",
    ...         "deadlines": [{"within": "5 d", "of": "born", "binds": "person"}],
    ...     },
    ... }
    >>> lived = live(Journey(title="I have a child", steps=steps), Atlas(), Persona(name="Léa"))
    >>> list(slack("declare", lived))
    [2.0]
    """
    for deadline in lived.journey.steps[step].deadlines:
        if deadline.binds == "person":
            yield _left(step, deadline, lived)


def _left(step: str, deadline: Deadline, lived: Lived) -> float | None:
    if deadline.within is None or deadline.within.minutes[1] is None:
        return None
    whole = deadline.within.minutes[1] / MINUTES["d"]
    if deadline.of is None or deadline.of.step not in lived.steps:
        return None
    gone = _since(deadline.of.step, lived).get(step)
    return None if gone is None else whole - gone


def _since(start: str, lived: Lived) -> Mapping[str, float]:
    """Days from when a step is done until each later one can start, on the longest way."""
    arriving: dict[str, list[str]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            arriving.setdefault(passage.target, []).append(passage.source)
    begun: dict[str, float] = {}
    done = {start: 0.0}
    for name, one in lived.steps.items():
        before = [done[source] for source in arriving.get(name, []) if source in done]
        if before and name != start:
            begun[name] = max(before)
            done[name] = begun[name] + delay(one, lived, 1.0).whole(at_likely).mean
    return begun
