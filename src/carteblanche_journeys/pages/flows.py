"""What reaches a counter and what leaves it: from whom, to whom, carried by whom."""

from __future__ import annotations

from collections import Counter as Tally

from markupsafe import Markup

from carteblanche_journeys.graph import LivedStep
from carteblanche_journeys.model import Counter, Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined

_ByCounter = dict[str | None, list[tuple[str, str]]]
#: From or to which organisation, and who carries: how often, in the order they are met.
Handed = tuple[tuple[tuple[str, str], int], ...]


def flows(desk: Desk, pen: Pen, counter: Counter) -> tuple[list[Markup], list[Markup]]:
    """The handoffs into and out of a counter over all journeys, said with their number."""
    receives, sends = handed(desk, counter)
    return _said(desk, pen, receives), _said(desk, pen, sends)


def handed(desk: Desk, counter: Counter) -> tuple[Handed, Handed]:
    """The handoffs that reach a counter, from whom, and those that leave it, to whom."""
    receives: Tally[tuple[str, str]] = Tally()
    sends: Tally[tuple[str, str]] = Tally()
    for name in dict.fromkeys(use.journey.id for use in desk.usage.counters.get(counter.id, ())):
        coming, going = _in_journey(desk, desk.atlas.journeys[name])
        receives.update(coming.get(counter.id, ()))
        sends.update(going.get(counter.id, ()))
    return tuple(receives.items()), tuple(sends.items())


def _in_journey(desk: Desk, journey: Journey) -> tuple[_ByCounter, _ByCounter]:
    def find() -> tuple[_ByCounter, _ByCounter]:
        steps = desk.lived(journey).steps
        coming: _ByCounter = {}
        going: _ByCounter = {}
        for one in desk.handoffs(journey.id):
            carried = one.carried or "unknown"
            to, by = _counter_at(steps[one.target]), _counter_at(steps[one.source])
            coming.setdefault(to, []).append((one.before.organisation, carried))
            going.setdefault(by, []).append((one.after.organisation, carried))
        return coming, going

    return desk.memory.recall(("flows", journey.id), (journey,), find)


def _counter_at(lived: LivedStep) -> str | None:
    return lived.way.counter if lived.way else None


def _said(desk: Desk, pen: Pen, tally: Handed) -> list[Markup]:
    return [
        joined(
            [
                pen.organisation(organisation),
                pen.plain(desk.words(f"carried.{carried}")),
                pen.plain(desk.words("count.steps", n=number)),
            ]
        )
        for (organisation, carried), number in sorted(tally, key=lambda one: -one[1])
    ]
